"""Names that stand in two of the places where outlets' names stand, each of them no proof alone.

Somebody “told” it, a picture was taken for it, it puts the questions of an interview, an author
writes for it: where two of these name it, or a note, address or first line has it too, it is the
outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.matching import fold
from store.model import Line
from store.reading.bylines.words import words_of
from store.reading.cues import all_agencies
from store.reading.dates import is_month
from store.reading.languages import COMMON, Language, load
from store.reading.lines.forms import ABOUT_AUTHOR, ADDRESS, BEHIND_TEXT
from store.reading.metadata.outlets.above_menu import fuller_name
from store.reading.metadata.outlets.masthead import ABOVE_TITLE
from store.reading.metadata.outlets.notes import NAMES_THE_OUTLET, OF_OTHERS, prompts_with_names
from store.reading.metadata.page import (
    EASTERN,
    NAME_OF_OUTLET,
    Page,
    common_words,
    is_other_site,
    squeezed,
)
from store.reading.patterns import any_of

_THE = r"the (?![A-Z]{2})"  # "told the Post": short for a longer name
_ARTICLE = r"(?:(?:the|d[eiao]|de[mnrl]|das|le|la|les|el|al|il|lo|het|o|ao) |l['’])?"
_BEHIND_CUE = re.compile(rf" (?P<the>{_THE})?{_ARTICLE}[«“\"„‘]?\s?(?P<name>{NAME_OF_OUTLET})")
_BEFORE_CUE = re.compile(rf"(?<![\w'’])(?P<name>{NAME_OF_OUTLET})[»”\"’]? $")
_LONGEST_NAME = 60
#: No prompt is longer: what is, is data that was pasted into the page.
_LONGEST_NOTE = 300
_EASTERN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3《]")
_EASTERN_WORD = r"(?P<name>[\u3005\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3A-Z0-9]{2,12}?)"
_NAME = re.compile(NAME_OF_OUTLET)
_ASKED = re.compile(rf"(?P<name>{NAME_OF_OUTLET}): [^:]{{8,}}\?$")
_LAST_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{2,60})[)\]）]\s*\.?$")
_PARTS_OF_CREDIT = re.compile(r"\s*[/|／｜:：,]\s*|\s(?i:for|pour|für|para|per|voor)\s[«“\"„]?\s?")
_LONGEST_CREDIT = 40
_HOST = re.compile(r"(?:@|www\.|https?://)([a-z0-9-]+(?:\.[a-z0-9-]+)*)", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w.])[A-Z]{2,5}(?![\w.])")
#: "Jane Doe covers courts for the Harbour Post."
_WRITES_FOR = re.compile(
    r" (?:for|at|pour|à|für|beim?|para|en|di|per|voor|bij|em|no)"
    rf" {_ARTICLE}[«“\"„]?(?P<name>{NAME_OF_OUTLET})"
    r"(?=[»”\"]?(?:[.,;]|$| since| based| and| seit| depuis| desde))"
)
#: How the reasons begin of lines in which the site may name itself, and how those of its prompts.
_NOTES = (
    *NAMES_THE_OUTLET,
    *ABOVE_TITLE,
    "above the title",
    "copyright",
    "appeal",
    "comments",
    "initials",
    ADDRESS,
)


def name_in_two_places(page: Page) -> str | None:
    """The name that two places of the page have, of those where outlets' names stand."""
    told, followed = list(_told(page)), dict(_followed(page))
    others = (_asking(page), _employing(page), _taken_for(page), followed)
    strong = [told, *map(list, others)]
    if not any(strong):
        return None
    people = {squeezed(name) for credit in page.credits for name in credit.names}
    for name in dict.fromkeys(name for names in strong for name in names):
        if squeezed(name) in people or _is_no_outlet(name) or _is_body(page, name):
            continue
        noted = _as_noted(page, name, followed.get(name))
        places = sum(_has(names, name) for names in strong)
        if noted or places > 1 or (_has(told, name) and _signs_picture(page, name)):
            shown = noted if noted and (name.isupper() or name.startswith("the ")) else name
            shown = shown[0].upper() + shown[1:] if shown.startswith("the ") else shown
            return fuller_name(page, shown)
    return None


def _told(page: Page) -> Iterator[str]:
    """Whom the report says that people told something: “told the Harbour Post”."""
    text = "\n".join(page.content(line) for line in page.lines if line.kind in ("body", "heading"))
    low = text.lower()
    if len(low) != len(text):
        return
    for before, behind in _frames(page.language):
        cue = before or behind
        start = low.find(cue)
        is_eastern = start >= 0 and _EASTERN.search(cue) is not None
        while start >= 0:
            end = start + len(cue)
            if is_eastern:
                match = _eastern_frame(before, behind).search(text, max(0, start - 14))
            elif before:
                match = _BEHIND_CUE.match(text, end)
            else:
                match = _BEFORE_CUE.search(text[max(0, start - _LONGEST_NAME) : start])
            opens = is_eastern or not text[start - 1 : start].isalnum()
            if match and opens:
                name = _nominative(_without_day(match["name"], page.language), page.language)
                is_short = before and match.re is _BEHIND_CUE and match["the"] and " " not in name
                yield f"the {name}" if is_short else name
            start = low.find(cue, end)


@cache
def _frames(language: Language) -> tuple[tuple[str, str], ...]:
    """What stands before the outlet and behind it, for each way of saying that it was told."""
    phrases = language.table("metadata").get("told", ())
    parted = (phrase.partition("*") for phrase in phrases)
    return tuple((before.strip(" "), behind.strip(" ")) for before, _, behind in parted)


@cache
def _eastern_frame(before: str, behind: str) -> re.Pattern[str]:
    """A name between the two, in scripts without blanks: 告訴《海灣日報》."""
    return re.compile(
        rf"{re.escape(before)}《?{_EASTERN_WORD}》?{re.escape(behind) or '(?=[，。：》])'}"
    )


def _without_day(name: str, language: Language) -> str:
    """A name without the day behind it: “Harbour Post Monday”."""
    words = name.split(" ")
    while len(words) > 1 and (
        words[-1].casefold() in _weekdays(language) or is_month(words[-1], language)
    ):
        words.pop()
    return " ".join(words)


@cache
def _weekdays(language: Language) -> frozenset[str]:
    days = language.table("dates").get("weekdays", ())
    return frozenset(day.casefold() for day in days)


def _nominative(name: str, language: Language) -> str:
    """A name as it stands alone: “Seestädtische Zeitung”, of “told the Seestädtischen Zeitung”."""
    pairs = [pair.split(": ") for pair in language.table("metadata").get("inflected_names", ())]
    words = name.split(" ")
    for inflected, ending in pairs:
        words = [
            word[: -len(inflected)] + ending if word.lower().endswith(inflected) else word
            for word in words
        ]
    return " ".join(words)


def _asking(page: Page) -> Iterator[str]:
    """Who puts the questions of an interview: “Harbour Post: Why now?”."""
    for line in page.lines:
        content = page.content(line) if line.kind in ("body", "heading") else ""
        if content.endswith("?") and ": " in content and (match := _ASKED.match(content)):
            yield match["name"]


def _employing(page: Page) -> Iterator[str]:
    """For whom an author writes, as a line about the author says."""
    authors = tuple(name for credit in page.credits for name in (*credit.authors, *credit.names))
    for line in page.lines:
        content = page.content(line)
        about = line.reason.startswith(ABOUT_AUTHOR)
        about = about or (line.kind in ("body", "boilerplate") and content.startswith(authors))
        if about and bool(authors or line.reason):
            yield from (match["name"] for match in _WRITES_FOR.finditer(content))


def _followed(page: Page) -> Iterator[tuple[str, int]]:
    """Whom a prompt asks to follow, an outlet or a person, and the number of its line."""
    prompts = prompts_with_names(page.language, "followed")
    for line in page.lines:
        content = page.content(line)
        is_note = line.kind == "boilerplate" and not line.reason.startswith(OF_OTHERS)
        is_note = is_note and len(content) <= _LONGEST_NOTE
        if is_note and (match := prompts.search(content)):
            yield next(group for group in match.groups() if group), line.number


def _taken_for(page: Page) -> Iterator[str]:
    """The names in pictures' credits, of outlets and of people: “(Jane Doe/Harbour Post)”."""
    credit = _credit(page.language)
    for line in page.lines:
        if line.kind != "caption":
            continue
        content = page.content(line)
        match = _LAST_BRACKETS.search(content) or credit.search(content)
        behind = content.rpartition(" | ")[2]
        tail = match[1] if match else behind if len(behind) <= _LONGEST_CREDIT else ""
        for part in _PARTS_OF_CREDIT.split(credit.sub(r"\1", tail)):
            if _NAME.fullmatch(part):
                yield part


@cache
def _credit(language: Language) -> re.Pattern[str]:
    """What stands behind the last word of credit: “Photo: Jane Doe/NKR”."""
    books = (language.table("lines"), load(COMMON).table("lines"))
    words = [word for book in books for word in book.get("caption", {}).get("credit", ())]
    return re.compile(rf"(?i:(?<!\w){any_of(words)}s?)(?:\s?[:|/]?\s|\.\.\.|…)([^()]{{2,60}})$")


def _is_no_outlet(name: str) -> bool:
    """Whether a name is an agency's, a network's, or whose pictures are bought."""
    if name.partition(" ")[0] in all_agencies() or is_other_site(name):
        return True
    sections = common_words("section_words")
    if sections.issuperset(name.split(" ")) or name.startswith("www."):
        return True
    folded = fold(name)
    return (
        name in all_agencies()
        or folded in common_words("no_own_names")
        or folded in common_words("picture_agencies")
    )


def _is_body(page: Page, name: str) -> bool:
    """Whether a name is a town hall's or a police's, who are told and own pictures as well."""
    if any(
        line.reason.startswith(ABOVE_TITLE) and page.content(line) == name for line in page.lines
    ):
        return False
    words = words_of(page.language)
    telling = [word for word in name.split(" ") if word.capitalize() not in words.outlet_words]
    return not words.bodies.isdisjoint(map(fold, telling))


def _has(names: list[str], name: str) -> bool:
    """Whether one of the names is the name, with or without its article."""
    wanted = _bare(name)
    return any(_bare(other) == wanted for other in names)


@cache
def _bare(name: str) -> str:
    """A name for comparing, without the article that opens it."""
    return squeezed(re.sub(rf"^{_ARTICLE}", "", fold(name)))


def _as_noted(page: Page, name: str, asking: int | None) -> str | None:
    """The name as a note of the site on itself, its address or its first lines have it.

    Of a name behind “the” only a note on rights and an address tell whose it is.
    """
    is_short = name.startswith("the ")
    name = name.removeprefix("the ")
    edges = ("", "") if EASTERN.search(name) else (r"(?<![\w-])", r"(?![\w-])")
    whole = re.compile(re.escape(name).join(edges), re.IGNORECASE)
    shaped = " " in name or not name[1:].islower()
    bare, initials = _bare(name), _initials(name)
    for line in page.lines:
        if line.kind not in ("boilerplate", "caption", "standfirst") or line.number == asking:
            continue
        content = page.content(line)
        own = _is_own_note(line, shaped=shaped, is_short=is_short)
        match = whole.search(content) if own else None
        if match and (match.group()[0].isupper() or not name[0].isupper()):
            return match.group()
        if len(bare) > 3 and any(bare in squeezed(host) for host in _HOST.findall(content)):
            return None if is_short else name
        if initials and _is_shortened_to(initials, content):
            return name
    return None


def _signs_picture(page: Page, name: str) -> bool:
    """Whether a caption ends in a name, behind the photographer's: “Photo: Jane Doe Bay Post”."""
    captions = (page.content(line) for line in page.lines if line.kind == "caption")
    return any(content.rstrip(").").endswith(f" {name}") for content in captions)


def _is_shortened_to(initials: str, content: str) -> bool:
    """Whether a line has a name's initials, or those of its house: “BT”, “BTG”."""
    shorts = _SHORT.findall(content)
    return any(s.startswith(initials) and len(s) <= len(initials) + 1 for s in shorts)


def _initials(name: str) -> str:
    """The capitals that a name of several words is shortened to: “BT” of “Bay Times”."""
    words = re.sub(r"^(?:The|Le|La|El|Der|Die|Das) ", "", name).split(" ")
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _is_own_note(line: Line, *, shaped: bool, is_short: bool) -> bool:
    """Whether a line may be what the site says of itself.

    What follows the text may as well be others' headlines: a plain word there says nothing.
    """
    if line.kind == "caption":
        return False
    if is_short:
        return line.reason.startswith("copyright")
    return shaped if line.reason.startswith(BEHIND_TEXT) else line.reason.startswith(_NOTES)


def paper_in_credits(page: Page) -> str | None:
    """The one name with an article behind a photographer's, as papers have it: “J. Doe/La Voz”."""
    words = page.language.table("metadata").get("outlet_articles", ())
    articles = tuple(f"{word} " for word in words)
    captions = (page.content(line) for line in page.lines if line.kind == "caption")
    signed = "\n".join(content for content in captions if "/" in content)
    papers = {name for name in _taken_for(page) if articles and name.startswith(articles)}
    return papers.pop() if len(papers) == 1 and f"/{min(papers)}" in signed else None
