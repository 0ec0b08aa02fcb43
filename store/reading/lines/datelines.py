"""Where a report begins whose first paragraph opens with a dateline, and the captions above it.

How datelines are written stands in `store/reading/bylines/`.
"""

from __future__ import annotations

import re
from functools import cache

from store.matching import fold
from store.reading.bylines.datelines import read_dateline
from store.reading.languages import COMMON, Language, load
from store.reading.lines.page import Page
from store.reading.lines.rows import Row

_DATED_END = re.compile(r"\(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\)(?: [a-z]{3,}){0,2}\.?$")
#: "STORAGE - Sacks of rice in ...", above a dateline with the outlet's name.
_TOPIC_AND_DASH = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30} [-–] [A-ZÀ-Þ]")
#: "HAMDAN Ali (left) shows ...", above a dateline with its town in capitals too.
_SHOUTED_NAME = re.compile(r"^[A-ZÀ-Þ]{4,}(?: [A-Z][a-zà-ÿ]+){0,4} (?:[a-zà-ÿ]{4,}|\([a-z]+\)) ")


def begin_at_dateline(page: Page, start: int) -> None:
    """Let the text begin where a dateline opens it: dated sentences above that are captions."""
    if page.body is None:
        return
    index = _dateline_below(page, page.body)
    if index is None:
        return
    credited = (i for i in range(start, index) if page.rows[i].credit)
    first = min(next(credited, index), page.body)
    for above in page.rows[first:index]:
        shouts = above.sentences == 1 and _SHOUTED_NAME.match(above.text)
        told = shouts or _TOPIC_AND_DASH.match(above.text) or _tells_a_day(page, above)
        if above.open and not above.credit and told:
            above.decide("caption", "caption: a dated sentence above the dateline")
    page.body = index
    if not page.rows[index].dateline_only:
        return
    page.body = index + 1
    above = page.rows[index - 1]
    beside = page.spaced and page.gap(above) and not page.gap(page.rows[index])
    standfirst = any(row.paragraph for row in page.rows[start : index - 1])
    if beside and standfirst and above.paragraph:
        above.decide("caption", "caption: right above the dateline")


def _dateline_below(page: Page, body: int) -> int | None:
    """Where the report opens with an outlet, an agency, or else a place in capitals."""
    shouted = None
    for index in range(body, min(body + 8, len(page.rows))):
        row = page.rows[index]
        if row.dateline_only and index > body and page.paragraph_below(index):
            return index
        opening = read_dateline(row.text, page.language, first=True) if row.prose else None
        if opening and (opening.outlet or opening.wire):
            below = page.at(index + 1)
            if row.sentences == 1 and _tells_a_day(page, row) and below is not None:
                again = read_dateline(below.text, page.language, first=True)
                if again is not None and again.outlet:
                    continue  # a picture's text, signed as the report below it
            return index
        if opening and shouted is None and index < body + 4 and (opening.place or "a").isupper():
            shouted = index
    return shouted


def _tells_a_day(page: Page, row: Row) -> bool:
    """Whether a line is one sentence that ends with a day: (3/2), "on Tuesday"."""
    if _DATED_END.search(row.text):
        return True
    last = row.key.rstrip(" .").rsplit(" ", 1)[-1]
    return row.stopped and row.sentences == 1 and last in _weekdays(page.language)


@cache
def _weekdays(language: Language) -> frozenset[str]:
    return frozenset(fold(day) for day in language.table("dates").get("weekdays", ()))


def opens_with_weekday(key: str, language: Language) -> bool:
    """Whether a folded line opens with a day of the week, in its language or in English."""
    first = key.replace(",", " ").partition(" ")[0]
    return first in _weekdays(language) or first in _weekdays(load(COMMON))
