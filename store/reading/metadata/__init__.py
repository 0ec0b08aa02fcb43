"""What a page states of itself: title, byline, editor, outlet, wire, dates, dateline, address.

What the page does not state stays None: a date in the running text is an event's, an agency that a
politician talked to is not the source. A module finds each field; which line is what comes from
`lines/`, the forms of bylines, datelines and dates from `bylines/` and `dates.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from store.model import Line, Metadata
from store.reading.languages import Language
from store.reading.metadata.address import find_address
from store.reading.metadata.credits import find_credits
from store.reading.metadata.dateline import find_dateline, place_of_report
from store.reading.metadata.days import find_days
from store.reading.metadata.outlets import find_outlet
from store.reading.metadata.outlets.signed import outlet_behind_text
from store.reading.metadata.page import Page
from store.reading.metadata.people import find_people, standing_in
from store.reading.metadata.title import find_title, name_of_window, title_and_day
from store.reading.metadata.wire import find_wire

_FIELDS = tuple(field.name for field in fields(Metadata))


def read_metadata(
    text: str, lines: Sequence[Line], language: Language, stated: Metadata
) -> Metadata:
    """The page's metadata; a stated field wins over what the text says.

    Args:
        text: the article as imported.
        lines: its lines as `classify_lines` gives them.
        language: the page's language, for labels, months and zones.
        stated: what the source says of the page.
    """
    found = _read(Page(text, lines, language))
    given = {name: value for name in _FIELDS if (value := getattr(stated, name)) is not None}
    return replace(found, **given) if given else found


def _read(page: Page) -> Metadata:
    """Every field, the lines that state several of them first."""
    page.credits = list(find_credits(page))
    page.title, page.day_of_title = title_and_day(page)
    page.window = name_of_window(page)
    page.dateline = find_dateline(page)
    outlet = find_outlet(page)
    authors, editors = find_people(page, outlet)
    published, modified = find_days(page)
    title, site = find_title(page, outlet)
    return Metadata(
        title=title,
        byline=", ".join(authors or standing_in(editors)) or None,
        editor=", ".join(editors) or None,
        outlet=outlet or site or page.window[0] or outlet_behind_text(page),
        wire=find_wire(page),
        published=published,
        modified=modified,
        dateline=place_of_report(page),
        language=page.language.code if page.language.code != "und" else None,
        url=find_address(page),
    )
