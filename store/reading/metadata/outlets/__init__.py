"""The outlet's name: signed, above the title, or in notes around the article."""

from __future__ import annotations

import re

from store.matching import fold
from store.reading.metadata.outlets.masthead import masthead, name_in_foot
from store.reading.metadata.outlets.notes import (
    address_in_notes,
    name_in_prompts,
    owner_of_pictures,
    owner_of_site,
)
from store.reading.metadata.outlets.signed import (
    outlet_behind_town,
    outlet_beside_byline,
    signed_outlet,
    source_above,
)
from store.reading.metadata.page import Page, squeezed


def find_outlet(page: Page) -> str | None:
    """The outlet's name: of the dateline, of the byline, else of notes around the article."""
    above = masthead(page)
    if stated := signed_outlet(page):
        return above if above and above.startswith(f"{stated} ") else stated
    return (
        outlet_behind_town(page)
        or source_above(page)
        or _of_two(above, owner_of_site(page))
        or address_in_notes(page)
        or name_in_prompts(page)
        or outlet_beside_byline(page)
        or owner_of_pictures(page)
        or name_in_foot(page)
    )


def _of_two(above: str | None, owner: str | None) -> str | None:
    """The name above the title where it shares a word with whose the rights are, else theirs.

    A company's name is less than its paper's; a section may stand above the title.
    """
    if above is None or owner is None:
        return owner or above
    words = {word for word in re.split(r"\W+", fold(above)) if len(word) > 2}
    is_same = not words.isdisjoint(re.split(r"\W+", fold(owner)))
    return above if is_same or squeezed(above) in squeezed(owner) else owner
