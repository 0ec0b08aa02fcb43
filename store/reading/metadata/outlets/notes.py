"""The outlet in the site's notes on itself: on its rights, prompts, addresses, pictures."""

from __future__ import annotations

import re
from functools import cache

from store.matching import fold
from store.reading.cues import all_agencies
from store.reading.languages import COMMON, Language, codes, load
from store.reading.metadata.copyright import owner_alone, owner_of_rights
from store.reading.metadata.page import DOMAIN, NAME_ALONE, Page, common_words
from store.reading.patterns import any_of

_SHORT_NOTE = 40
_LONGEST_PROMPT = 80
#: How the reasons begin of notes that name the outlet.
NAMES_THE_OUTLET = (
    "invitation to follow",
    "newsletter",
    "promotion",
    "subscription",
    "source note",
)


def owner_of_site(page: Page) -> str | None:
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


def address_in_notes(page: Page) -> str | None:
    """The site's address in its own prompts."""
    for line in page.lines:
        if line.kind == "boilerplate" and line.reason.startswith(NAMES_THE_OUTLET):
            address = DOMAIN.search(page.content(line))
            if address and not is_other_site(address[1]):
                return str(address[1])
    return None


def name_in_prompts(page: Page) -> str | None:
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


def owner_of_pictures(page: Page) -> str | None:
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


def is_other_site(address: str) -> bool:
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
