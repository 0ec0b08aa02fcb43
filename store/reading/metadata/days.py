"""When the page was published and changed; a date in the running text is an event's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from store.matching import fold
from store.reading.bylines.words import words_of
from store.reading.dates import find_dates
from store.reading.metadata.page import Page

_DAY_AT_END = re.compile(r"[.!?”\"]\s+[–—-]\s?([^–—-]{6,30}?)\.?$")
_DAY_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{6,30}?)\s*[)\]]\s")
#: A day without a year on a line of its own: 12/3(火) 18:41配信; 最終更新：12/3(火) 19:02.
_DAY_OF_WEEK = re.compile(
    r"(?P<before>[^\d()（）]{0,10}?)[\s:：]*(?P<month>\d{1,2})\s?[/月월]\s?(?P<day>\d{1,2})\s?[日일]?"
    r"\s?[(（](?P<weekday>[月火水木金土日월화수목금토일])[曜요]?[日일]?[)）]"
    r"\s?(?:\d{1,2}[:時시]\s?\d\d[分분]?)?\s?(?P<after>\D{0,6})"
)
_WEEKDAYS = ("月월", "火화", "水수", "木목", "金금", "土토", "日일")
_LONGEST_STAMP = 36
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


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
    for label, day in _days_of_week(page):
        if label == "modified":
            modified = modified or (day if published is not None else None)
        else:
            published = published or day
    return published or modified, modified  # a change may be the only day that the page states


def _days_of_week(page: Page) -> Iterator[tuple[str, str]]:
    """Days that lines state without their year, and whether as a change: 12/3(火) 18:41配信.

    The year is one that stands elsewhere on the page, and the only one with that weekday.
    """
    if page.language.code not in ("ja", "ko"):
        return
    words = words_of(page.language)
    for line in page.lines:
        content = page.content(line)
        if line.reason.startswith("related link"):
            continue  # another article's
        stamp = _DAY_OF_WEEK.fullmatch(content) if len(content) <= _LONGEST_STAMP else None
        if stamp is None:
            continue
        labels = [fold(stamp[side]).strip() for side in ("before", "after") if stamp[side].strip()]
        is_change = any(words.modified.fullmatch(label) for label in labels)
        if (is_change or all(words.published.fullmatch(label) for label in labels)) and (
            day := _only_day(stamp, page.text)
        ):
            yield "modified" if is_change else "published", day


def _only_day(stamp: re.Match[str], text: str) -> str | None:
    """The day of a stamp in the one year of a text in which it has its weekday."""
    found = set()
    for year in set(_YEAR.findall(text)):
        try:
            day = date(int(year), int(stamp["month"]), int(stamp["day"]))
        except ValueError:
            continue
        if stamp["weekday"] in _WEEKDAYS[day.weekday()]:
            found.add(day.isoformat())
    return found.pop() if len(found) == 1 else None


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
