"""The outlet in the site's notes on itself: on its rights, prompts, addresses, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from store.matching import fold
from store.reading.bylines.words import outlet_words, words_of
from store.reading.cues import all_agencies
from store.reading.languages import COMMON, Language, codes, load
from store.reading.metadata.copyright import (
    Owner,
    is_agency_s_own,
    owner_alone,
    owner_before_law,
    owner_of_rights,
)
from store.reading.metadata.page import (
    DOMAIN,
    EASTERN,
    NAME_OF_OUTLET,
    Page,
    common_words,
    is_other_site,
    squeezed,
)
from store.reading.patterns import any_of

_SHORT_NOTE = 40
#: So many last lines may be the page's own note on rights.
_LINES_OF_A_FOOT = 2
#: A prompt's name, in whatever letters the rest of it is read.
_NAME = rf"(?-i:(?:the|le|la|el|o|a|il|de|der|die|das) )?[«“\"„]?((?-i:{NAME_OF_OUTLET}))[»”\"]?"
_EASTERN_NAME = r"([\u30a0-\u30ff\u3005\u3400-\u9fff\uac00-\ud7a3A-Z]{2,14}?)"
_SHORTEST_EASTERN_NAME = 2
#: How the reasons begin of lines about others.
OF_OTHERS = ("related link", "tags", "repeats")
_LONGEST_PROMPT = 80
#: How the reasons begin of notes that name the outlet.
NAMES_THE_OUTLET = (
    "invitation to follow",
    "newsletter",
    "promotion",
    "subscription",
    "source note",
)


def owner_of_site(page: Page) -> Owner | None:
    """Whose the rights are, by the last note that says so."""
    for line in reversed(page.lines):
        content = page.content(line)
        is_note = line.kind == "caption" and (content[0] == "©" or len(content) < _SHORT_NOTE)
        if line.kind == "boilerplate" or is_note:
            owner = owner_of_rights(content) or owner_before_law(content)
            if owner is None and line in page.lines[-_LINES_OF_A_FOOT:]:
                owner = owner_alone(content)
                is_foreign = EASTERN.search(page.title) and owner and not EASTERN.search(owner.name)
                owner = None if is_foreign else owner
            if owner is not None:
                return _paper_of(page, owner)
    return None


def _paper_of(page: Page, owner: Owner) -> Owner:
    """The owner by the name of its paper, where a line says no more than how the owner's begins.

    “Harbour Post Newspapers” is the house of the “Harbour Post” also where no line says so.
    """
    paper, _, last = owner.name.rpartition(" ")
    telling = paper.rpartition(" ")[2].capitalize() in outlet_words(page.language)
    if telling and " " in paper and fold(last) in common_words("houses"):
        return Owner(paper, is_company=False)
    if not (owner.is_company or EASTERN.search(owner.name)):
        return owner
    whole = squeezed(owner.name)
    for line in page.lines:
        name = page.content(line) if line.kind in ("boilerplate", "caption") else ""
        if 1 < len(name) < len(owner.name) and whole.startswith(squeezed(name) or "-"):
            return Owner(name, is_company=False)
    return owner


def agency_of_site(page: Page) -> str | None:
    """The agency whose own page this is: its rights in the last note on rights, its report."""
    for line in reversed(page.lines):
        content = page.content(line)
        if line.kind == "boilerplate" and line.reason.startswith("copyright"):
            agency = is_agency_s_own(content)
            wire = page.dateline.wire if page.dateline else None
            return agency if agency and wire in (None, all_agencies()[agency]) else None
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
    prompts = prompts_with_names(page.language, "own_name")
    disclaimers = prompts_with_names(page.language, "disclaimers")
    for line in page.lines:
        if line.kind != "boilerplate" or line.reason.startswith(OF_OTHERS):
            continue
        content = page.content(line)
        match = prompts.match(content) if len(content) <= _LONGEST_PROMPT else None
        match = match or disclaimers.search(content)
        name = next((group for group in match.groups() if group), "") if match else ""
        name = _endings(page.language).sub("", name)
        if name and _is_own_name(page, name):
            return name
    return None


@cache
def _endings(language: Language) -> re.Pattern[str]:
    """What is written behind a name and an apostrophe: Postası'nı takip et."""
    return re.compile(rf"['’]{any_of(language.table('metadata').get('name_endings', ()))}$")


def _is_own_name(page: Page, name: str) -> bool:
    """Whether what a prompt names may be an outlet: no network, no words of prompts or text."""
    if name in all_agencies() or fold(name) in common_words("no_own_names"):
        return False
    if EASTERN.search(name):
        return len(name) > _SHORTEST_EASTERN_NAME
    words = fold(name).split()
    return not (words_of(page.language).prompts.issuperset(words) or page.is_common_word(name))


@cache
def _tables(language: Language) -> list[dict[str, list[str]]]:
    own = language.table("metadata")
    names = [COMMON] if own else list(codes())
    return [dict(own), *(dict(load(code).table("metadata")) for code in names)]


@cache
def prompts_with_names(language: Language, kind: str) -> re.Pattern[str]:
    """The prompts of a list of the language's that name somebody, with a group for each name."""
    return _with_names(phrase for table in _tables(language) for phrase in table.get(kind, ()))


def _with_names(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases with a name for ``*``, which is a group."""
    ways = []
    for phrase in dict.fromkeys(phrases):
        is_eastern = EASTERN.search(phrase)
        name, end = (_EASTERN_NAME, "") if is_eastern else (_NAME, r"(?!\w)")
        ways.append(re.escape(phrase).replace(r"\*", name) + end)
    return re.compile("|".join(ways) if ways else "(?!)", re.IGNORECASE)
