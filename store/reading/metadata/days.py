"""When the page was published and changed; a date in the running text is an event's."""

from __future__ import annotations

import re

from store.reading.dates import find_dates
from store.reading.metadata.page import Page

_DAY_AT_END = re.compile(r"[.!?”\"]\s+[–—-]\s?([^–—-]{6,30}?)\.?$")
_DAY_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{6,30}?)\s*[)\]]\s")


def find_days(page: Page) -> tuple[str | None, str | None]:
    """When the page was published and changed, from its date lines only."""
    published = next((credit.published for credit in page.credits if credit.published), None)
    modified = next((credit.modified for credit in page.credits if credit.modified), None)
    as_of = next((credit.as_of for credit in page.credits if credit.as_of), None)
    if as_of is not None and published is not None:
        modified = modified or as_of
    published = published or as_of or _day_behind_text(page) or page.day_of_title
    published = published or page.window[1] or _day_before_text(page)
    if published is None and page.dateline is not None:
        published = page.dateline.published
    return published, modified


def _day_behind_text(page: Page) -> str | None:
    """The day behind the dash that closes the text: “... his family. – 7 September 2022”."""
    last = page.last_paragraph()
    match = _DAY_AT_END.search(page.content(last)) if last else None
    dates = find_dates(match[1], page.language) if match else []
    return dates[0].iso if match and dates and dates[0].end == len(match[1]) else None


def _day_before_text(page: Page) -> str | None:
    """The day in brackets that the first paragraph opens with: “(18.01.2018) The ...”."""
    first = next((line for line in page.lines if line.kind == "body"), None)
    match = _DAY_IN_BRACKETS.match(page.content(first)) if first else None
    dates = find_dates(match[1], page.language) if match else []
    return dates[0].iso if dates else None
