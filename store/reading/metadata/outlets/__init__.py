"""The outlet's name: signed, above the title, or in notes around the article."""

from __future__ import annotations

import re

from store.matching import fold
from store.reading.bylines.outlets import ACRONYM
from store.reading.bylines.words import outlet_words
from store.reading.metadata.copyright import Owner
from store.reading.metadata.outlets.above_menu import (
    fuller_name,
    in_small_letters,
    name_above_menu,
    name_on_first_line,
)
from store.reading.metadata.outlets.evidence import name_in_two_places, paper_in_credits
from store.reading.metadata.outlets.masthead import masthead, name_in_foot
from store.reading.metadata.outlets.notes import (
    address_in_notes,
    agency_of_site,
    name_in_prompts,
    owner_of_site,
)
from store.reading.metadata.outlets.signed import (
    outlet_behind_town,
    outlet_beside_byline,
    outlet_of_sign_off,
    signed_outlet,
    source_above,
)
from store.reading.metadata.page import EASTERN, Page, common_words, squeezed
from store.reading.metadata.title import site_behind_title


def find_outlet(page: Page) -> str | None:
    """The outlet's name: of the dateline, of the byline, else of notes around the article."""
    name = _find(page)
    return in_small_letters(page, name) if name and name.isupper() else name


def _find(page: Page) -> str | None:
    """The outlet's name in the first place that has it."""
    above = masthead(page)
    if stated := signed_outlet(page):
        if EASTERN.search(stated):
            return fuller_name(page, stated)
        if above and above.startswith(f"{stated} "):
            return above
        return _without_bureau(page, stated)
    owner = owner_of_site(page)
    return (
        outlet_behind_town(page)
        or source_above(page)
        or outlet_of_sign_off(page)
        or _named(page, above, owner)
        or agency_of_site(page)
        or name_in_prompts(page)
        or site_behind_title(page)
        or (owner.name if owner and not owner.is_company else None)
        or name_on_first_line(page)
        or (owner.name if owner else None)
        or address_in_notes(page)
        or outlet_beside_byline(page)
        or name_in_foot(page)
        or paper_in_credits(page)
    )


def _without_bureau(page: Page, stated: str) -> str:
    """An outlet of a byline without the town of its bureau: “NKR Ashford”, of “© NKR 2024”."""
    short, _, town = stated.partition(" ")
    if not ACRONYM.fullmatch(short) or not town or town in outlet_words(page.language):
        return stated
    owner = owner_of_site(page)
    return short if owner is not None and owner.name == short else stated


def _named(page: Page, above: str | None, owner: Owner | None) -> str | None:
    """The name above the title, that of two places, or whose the rights are.

    A company's name is less than its paper's; a section may stand above the title.
    """
    if owner is None:
        return above or name_in_two_places(page) or name_above_menu(page)
    if above and (_is_same(above, owner.name) or _is_of_page_alone(above, owner)):
        return _without_edition(above, owner)
    named = name_in_two_places(page) or name_above_menu(page)
    if named and (owner.is_company or _is_same(named, owner.name)):
        return _without_edition(named, owner)
    return None if owner.is_company else owner.name


def _without_edition(name: str, owner: Owner) -> str:
    """A name without the edition or section that whose the rights are lacks: “Star Online”."""
    edition = name.removeprefix(f"{owner.name} ")
    return owner.name if edition in common_words("section_words") else name


def _is_of_page_alone(above: str, owner: Owner) -> bool:
    """Whether a name is in the page's script and its owner's is not: 山吹新聞, “Yamabuki Ltd”."""
    return bool(EASTERN.search(above)) and not EASTERN.search(owner.name)


def _is_same(name: str, owner: str) -> bool:
    """Whether a name shares a word with whose the rights are: a paper's with its company's."""
    words = {word for word in re.split(r"\W+", fold(name)) if len(word) > 2}
    shared = not words.isdisjoint(re.split(r"\W+", fold(owner)))
    short, long = sorted((squeezed(name), squeezed(owner)), key=len)
    return shared or short in long
