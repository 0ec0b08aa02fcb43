"""The outlet's name: of the dateline, of the byline, else of notes around the article."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from store.matching import fold
from store.reading.bylines.outlets import ACRONYM, is_edition
from store.reading.bylines.words import outlet_words
from store.reading.cues import all_agencies
from store.reading.languages import COMMON, Language, codes, load
from store.reading.lines.forms import ADDRESS
from store.reading.metadata.copyright import owner_alone, owner_of_rights
from store.reading.metadata.page import (
    DOMAIN,
    HAN_NAME,
    NAME_ALONE,
    Page,
    common_words,
    squeezed,
)
from store.reading.patterns import any_of

#: "... the road is closed. – DAILY STAR"
_OUTLET_AT_END = re.compile(
    r"[.!?][\"”»]?\s+[–—-]+\s?([A-ZÀ-Þ][A-ZÀ-Þ!'’]+(?: [A-ZÀ-Þ!'’]+){1,3})$"
)
_SHORT_NOTE = 40
#: "N.D", "Ont", which lost their last stop.
_SHORT_REGION = re.compile(r"(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]{1,4}")
_LONGEST_PROMPT = 80
_NAME_WITH_DASH = re.compile(r"[A-ZÀ-Þ][\w'’]*(?:[ -][A-ZÀ-Þ][\w'’]*){1,3}")
_ABOVE_TITLE = ("before the title", "a word among")
_LONGEST_MASTHEAD = 40
#: What parts a name from a menu, or from what it says of itself: “Daily Star, since 1950”.
_BEHIND_MASTHEAD = re.compile(r"\s{2,}|\u3000|, ")
#: So many lines are a page's foot, and what parts a name there from what else it says.
_LINES_OF_A_FOOT, _IN_FOOT = 5, re.compile(r"\s[|·–-]\s")
_IN_NAME = re.compile("[ '’-]")
_WORDS_OF_A_TITLED_NAME = 6
_EASTERN_NAME = re.compile(r"[\u3005\u30a0-\u30ff\u3400-\u9fff]{4,14}")
_SHORTEST_EASTERN_NAME = 3
#: How the reasons begin of notes that name the outlet; and of those where a masthead may recur.
_NAMES_THE_OUTLET = (
    "invitation to follow",
    "newsletter",
    "promotion",
    "subscription",
    "source note",
)
_NOTES_OF_ITSELF = (*_NAMES_THE_OUTLET, "copyright", "appeal", ADDRESS)


def find_outlet(page: Page) -> str | None:
    """The outlet's name: of the dateline, of the byline, else of notes around the article."""
    masthead = _masthead(page)
    if stated := _stated(page):
        return masthead if masthead and masthead.startswith(f"{stated} ") else stated
    return (
        _region(page)
        or _source_above(page)
        or _of_two(masthead, _owner(page))
        or _address(page)
        or _own_name(page)
        or _beside_byline(page)
        or _of_pictures(page)
        or _in_foot(page)
    )


def _of_two(masthead: str | None, owner: str | None) -> str | None:
    """The name above the title where it shares a word with whose the rights are, else theirs.

    A company's name is less than its paper's; a section may stand above the title.
    """
    if masthead is None or owner is None:
        return owner or masthead
    words = {word for word in re.split(r"\W+", fold(masthead)) if len(word) > 2}
    is_same = not words.isdisjoint(re.split(r"\W+", fold(owner)))
    return masthead if is_same or squeezed(masthead) in squeezed(owner) else owner


def _stated(page: Page) -> str | None:
    """The outlet of the dateline, or of the byline."""
    if page.dateline and page.dateline.outlet:
        return page.dateline.outlet
    for credit in page.credits:
        if credit.outlet:
            return credit.outlet
        for name in credit.names:
            if before := outlet_before(page, name):
                return before
    return None


def _region(page: Page) -> str | None:
    """What stands in brackets behind the dateline's town, where the page's notes have it too."""
    region = page.dateline.region if page.dateline and not page.dateline.wire else None
    if region is None:
        return None
    alone = (line for line in page.lines if line.kind not in ("title", "body"))
    names = {squeezed(name) for credit in page.credits for name in credit.names}
    names.update(squeezed(page.content(line)) for line in alone)
    if squeezed(region) in names:
        return region  # on a line of its own too: no country signs a report
    if _is_shortened(page, region):
        return None
    around = (
        line
        for line in page.lines
        if line.kind in ("boilerplate", "caption") and not line.reason.startswith("tags")
    )
    whole = re.compile(rf"(?<!\w){re.escape(fold(region))}(?!\w)")  # no "Ala", of Alabama
    return region if any(whole.search(fold(page.content(line))) for line in around) else None


def _owner(page: Page) -> str | None:
    """Whose the rights are, by the last note that says so."""
    for line in reversed(page.lines):
        content = page.content(line)
        is_note = line.kind == "caption" and (content[0] == "©" or len(content) < _SHORT_NOTE)
        if line.kind == "boilerplate" or is_note:
            owner = owner_of_rights(content)
            if owner is None and line is page.lines[-1] and line.kind == "boilerplate":
                owner = owner_alone(content)
            if owner is not None:
                return owner
    return None


def _address(page: Page) -> str | None:
    """The site's address in its own prompts."""
    for line in page.lines:
        if line.kind == "boilerplate" and line.reason.startswith(_NAMES_THE_OUTLET):
            address = DOMAIN.search(page.content(line))
            if address and not _is_other_site(address[1]):
                return str(address[1])
    return None


def outlet_before(page: Page, name: str) -> str | None:
    """The opening words of a name that stand on a line of their own too."""
    for line in page.lines:
        content = page.content(line)
        if len(content) > 3 and line.kind == "boilerplate" and name.startswith(f"{content} "):
            return content
    return None


def _is_shortened(page: Page, region: str) -> bool:
    """Whether what stands behind a town has a figure, or a stop as short names of states do."""
    short = _SHORT_REGION.fullmatch(region) is not None and f", {region}." in page.text
    return short or re.search(r"\d", region) is not None


def outlet_behind_text(page: Page) -> str | None:
    """The name in capitals that closes the last paragraph, with a word of outlets' names."""
    last = page.last_paragraph()
    match = _OUTLET_AT_END.search(page.content(last)) if last else None
    if match is None or match[1] in all_agencies():
        return None
    words = {word.capitalize() for word in match[1].split()}
    return None if outlet_words(page.language).isdisjoint(words) else match[1]


def _source_above(page: Page) -> str | None:
    """The outlet on a line above the text: a broadcaster's edition, 来源：城市日报."""
    for line in page.lines:
        if line.kind == "body":
            return None
        if line.kind in ("boilerplate", "standfirst") and is_edition(page.content(line)):
            return page.content(line)
        if line.kind == "boilerplate" and line.reason.startswith("source note"):
            name = re.split(r"[:：]\s*", page.content(line), maxsplit=1)[-1]
            telling = tuple(outlet_words(page.language))
            if HAN_NAME.fullmatch(name) and name.endswith(telling):
                is_site = name.endswith(("网", "網"))  # an agency’s own pages
                return name if is_site or name not in all_agencies() else None
    return None


def _own_name(page: Page) -> str | None:
    """The outlet's name in its own prompts: “Download the Daily Star app”."""
    pattern = _own_pattern(page.language)
    for line in page.lines:
        if line.kind != "boilerplate" or line.end - line.start > _LONGEST_PROMPT:
            continue
        if match := pattern.match(page.content(line)):
            name = next(group for group in match.groups() if group)
            known = fold(name) in common_words("no_own_names") or page.is_common_word(name)
            if NAME_ALONE.fullmatch(name) and not known:
                return name
    return None


def _of_pictures(page: Page) -> str | None:
    """Whose all the pictures are that say for whom they were taken: “(Credit: Jane Doe/NKR)”.

    Unless no other note of the page has the name, as none has a picture agency's.
    """
    captions = [page.content(line) for line in page.lines if line.kind == "caption"]
    taken_for = _taken_for(page.language)
    owners = {match["owner"] for text in captions if (match := taken_for.search(text))}
    owner = owners.pop() if len(owners) == 1 else None
    if owner is None or owner in all_agencies() or fold(owner) in common_words("picture_agencies"):
        return None
    around = (page.content(line) for line in page.lines if line.kind == "boilerplate")
    return owner if any(re.search(rf"\b{re.escape(owner)}\b", text) for text in around) else None


def _beside_byline(page: Page) -> str | None:
    """A hidden name right above or below the byline, which a note or a caption has too."""
    for pair in pairwise(page.lines):
        if "byline" not in (pair[0].kind, pair[1].kind):
            continue
        for line, other in (pair, pair[::-1]):
            name = page.content(line)
            alone = line.reason.startswith((*_ABOVE_TITLE, "caption: stands below"))
            if (
                alone
                and other.kind == "byline"
                and 3 < len(name) <= _LONGEST_MASTHEAD
                and _NAME_WITH_DASH.fullmatch(name)
                and _is_signed_elsewhere(page, name)
            ):
                return name
    return None


def _is_signed_elsewhere(page: Page, name: str) -> bool:
    """Whether a caption or a note ends in the name, and the text never has it in small."""
    ends = any(
        line.kind in ("caption", "boilerplate")
        and len(content := page.content(line)) > len(name)
        and fold(content).endswith((f" {fold(name)}", f"/{fold(name)}"))
        for line in page.lines
    )
    return ends and not page.is_common_word(name)


def _masthead(page: Page) -> str | None:
    """The name above the title, known by its form or by the page's notes on itself."""
    for line in page.lines[:2]:
        name = _BEHIND_MASTHEAD.split(page.content(line), maxsplit=1)[0]
        if line.kind != "boilerplate" or not line.reason.startswith(_ABOVE_TITLE):
            continue
        if DOMAIN.fullmatch(name) and not _is_other_site(name):
            return name
        if _is_eastern_masthead(page, name):
            return name
        if len(name) > _LONGEST_MASTHEAD or page.is_common_word(name):
            continue
        if _is_western_masthead(page, name) or (NAME_ALONE.fullmatch(name) and _recurs(page, name)):
            return name
    return None


def _in_foot(page: Page) -> str | None:
    """The name in the page's last lines, parted from a link or a note: “Privacy | Daily Star”."""
    for line in page.lines[-_LINES_OF_A_FOOT:]:
        parts = _IN_FOOT.split(page.content(line))
        if line.kind != "boilerplate" or len(parts) < 2:
            continue
        names = [part for part in parts if _is_western_masthead(page, part)]
        if len(names) == 1 and not page.is_common_word(names[0]):
            return names[0]
    return None


def _is_western_masthead(page: Page, name: str) -> bool:
    """Whether a name has a word that tells outlets from sections: “City Herald”, “NKR Info”."""
    written = _IN_NAME.split(name)
    words = [word.capitalize() for word in written] if name.isupper() else written
    sections, known = common_words("section_words"), outlet_words(page.language)
    if len(words) > 1 and words[0] in _articles(page.language) and words[1] in known - sections:
        return len(words) <= _WORDS_OF_A_TITLED_NAME  # "La Voz del Muelle", "Le Matin libre"
    if not NAME_ALONE.fullmatch(name.replace("-", " ")):
        return False
    if name.isupper() and name.endswith("TV") and " " not in name and len(name) > 3:
        return True
    if 1 < len(words) <= 4 and not (known - sections).isdisjoint(words):
        return True
    is_acronym = ACRONYM.fullmatch(written[0]) and sections.isdisjoint((written[0], words[0]))
    return bool(is_acronym) and len(words) > 1 and sections.issuperset(words[1:])


@cache
def _articles(language: Language) -> frozenset[str]:
    """Articles before outlets' names, elided ones among them: “Le”, “L”."""
    articles = language.table("metadata").get("outlet_articles", ())
    return frozenset((*articles, "L")) if articles else frozenset()


def _is_eastern_masthead(page: Page, name: str) -> bool:
    """Whether a name ends as newspapers' do: 城市日报, 山吹新聞オンライン."""
    sections = tuple(page.language.table("metadata").get("section_words", ()))
    if not sections or not _EASTERN_NAME.fullmatch(name):
        return False
    while name.endswith(sections):
        name = name.removesuffix(next(word for word in sections if name.endswith(word)))
    telling = tuple(outlet_words(page.language).difference(sections))
    return len(name) > _SHORTEST_EASTERN_NAME and name.endswith(telling)


def _recurs(page: Page, name: str) -> bool:
    """Whether the page's notes on itself have the name."""
    for line in page.lines:
        if line.kind == "boilerplate" and line.reason.startswith(_NOTES_OF_ITSELF):
            note = page.content(line)
            at = note.lower().find(name.lower()) if " " in name else -1
            if name in note or (at >= 0 and _opens_high(note[at : at + len(name)])):
                return True
    return False


def _opens_high(words: str) -> bool:
    """Whether each word, small ones aside, opens with a capital."""
    return all(word[0].isupper() or len(word) < 4 for word in words.split())


def _is_other_site(address: str) -> bool:
    """Whether an address is a network's or a shop's, where outlets are followed and bought."""
    return not common_words("other_sites").isdisjoint(address.lower().split("."))


@cache
def _tables(language: Language) -> list[dict[str, list[str]]]:
    own = language.table("metadata")
    names = [COMMON] if own else list(codes())
    return [dict(own), *(dict(load(code).table("metadata")) for code in names)]


@cache
def _taken_for(language: Language) -> re.Pattern[str]:
    """Who took a picture and for whom: “Credit: Jane Doe/NKR”, with a group for the latter."""
    books = (language.table("lines"), load(COMMON).table("lines"))
    words = [word for book in books for word in book.get("caption", {}).get("credit", ())]
    owner = r"(?P<owner>[A-ZÀ-Þ][\w.&’' -]{3,30}?)"
    return re.compile(rf"(?i:(?<!\w){any_of(words)}s?)[: ][^/()]{{3,40}}/\s?{owner}\)?$")


@cache
def _own_pattern(language: Language) -> re.Pattern[str]:
    """The prompts in which an outlet names itself, with a group for each one's name."""
    phrases = [phrase for table in _tables(language) for phrase in table.get("own_name", ())]
    names = [re.escape(phrase).replace(r"\*", "(.{2,40}?)") for phrase in phrases]
    return re.compile(rf"(?:{'|'.join(names)})(?:\s*[.!?:,].*|\s(?:for free|now))?$", re.IGNORECASE)
