"""Dates as pages write them, cut out of a line and made ISO: nothing guessed, no zone assumed.

Month names, zones and words for a time come from the language files. Which of a page's dates is
the publication date is decided in `metadata/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from store.reading.languages import COMMON, Language, load
from store.reading.patterns import any_of


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands (weekday, time and zone included) and what it says.

    ``iso`` is ``YYYY-MM-DD``, or ``YYYY-MM-DDTHH:MM+HH:MM`` where time and zone are both stated.
    A time without a zone is left out: which day it was is certain, which moment is not.
    """

    start: int
    end: int
    iso: str


class _Patterns(NamedTuple):
    date: re.Pattern[str]
    time_after: re.Pattern[str]
    time_before: re.Pattern[str]
    months: dict[str, int]
    eras: dict[str, int]
    zones: dict[str, str]
    morning: frozenset[str]
    afternoon: frozenset[str]
    hint: re.Pattern[str]
    clock_alone: re.Pattern[str]
    is_year_first: bool
    #: Zones whose pages write the month before the day, in numbers.
    month_first: frozenset[str]
    #: By how many years the calendar is ahead: 2567 is 2024.
    years_ahead: int


#: English days say which number is the month's, where a number is written beside them.
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile("|".join(_WEEKDAYS), re.IGNORECASE)
#: A later year is one of another calendar.
_LAST_COMMON_YEAR = 2400
#: Every date has a year, and most lines have none.
_YEAR = re.compile(r"(?:19|20)\d\d|\d[./-]\s?\d\d?[./-]\s?\d|[年년]")
#: A month and a day with a time, close behind a full date: （最終更新 10/15 21:05）.
_MONTH_AND_DAY = re.compile(
    r"[^\d\n]{1,12}(?P<stamp>(?P<month>\d\d?)[/月월]\s?(?P<day>\d\d?)[日일]?(?:\s?[(（][^()（）\d]{1,3}[)）])?"
    r"\s?\d\d?[:時시]\s?\d\d[分분]?)(?!\d)"
)


def find_dates(
    text: str, language: Language, start: int = 0, end: int | None = None
) -> list[FoundDate]:
    """The full dates (day, month and year) in ``text[start:end]``, in order.

    A day before its month: ``5/9/2023`` is the 5th of September, unless the second number cannot
    be a month, or an American zone behind its time says whose way of writing it is; a year of two
    digits is last, or first where the language's file says so. A date without a year is no date:
    it cannot be put into a calendar.
    """
    end = len(text) if end is None else end
    patterns = _patterns(language)
    if not (patterns.years_ahead or _YEAR.search(text, start, end)):
        return []
    if not patterns.hint.search(text, start, end):
        return []
    found: list[FoundDate] = []
    for match in patterns.date.finditer(text, start, end):
        day = _calendar_date(match, patterns)
        if day is None:
            continue
        first, last = match.span()
        if match["mark"] and (other := _calendar_date(match, patterns, is_month_first=True)):
            named = _WEEKDAY.match(match.group())
            if named and _WEEKDAYS.index(named[0].casefold()) == other.weekday() != day.weekday():
                day = other  # "Thu, 05/03/2012"
        time = patterns.time_after.match(text, last, end)
        before = None
        if time is None or not time["hour"]:
            before = patterns.time_before.search(text, max(start, first - 40), first)
        clock = None
        if before is not None:
            clock, first = _clock(before, patterns), before.start()
        elif time is not None:
            clock, last = _clock(time, patterns), time.end()
            if match["mark"] == "/" and time["zone"] in patterns.month_first:
                day = _calendar_date(match, patterns, is_month_first=True) or day
        found.append(FoundDate(first, last, f"{day.isoformat()}{clock or ''}"))
        if match["year_iso"] or match["year_cjk"]:
            found += _day_of_same_year(text, last, end, day)
    return found


def _day_of_same_year(text: str, start: int, end: int, day: date) -> Iterator[FoundDate]:
    """The day of a change behind a full date: 2024/10/15 20:11（更新 10/16 9:05）."""
    match = _MONTH_AND_DAY.match(text, start, end)
    if match is None:
        return
    try:
        other = date(day.year, int(match["month"]), int(match["day"]))
        if other < day:  # over the end of the year
            other = other.replace(year=day.year + 1)
    except ValueError:
        return
    yield FoundDate(match.start("stamp"), match.end(), other.isoformat())


def is_clock_alone(text: str, language: Language) -> bool:
    """Whether a text is a time and no more than its day or label: “Jun 13, 4:03 PM EDT”."""
    return _patterns(language).clock_alone.fullmatch(text) is not None


def is_month(word: str, language: Language) -> bool:
    """Whether a word names a month, in full or shortened without its stop."""
    return word.casefold() in _patterns(language).months


def _calendar_date(
    match: re.Match[str], patterns: _Patterns, *, is_month_first: bool = False
) -> date | None:
    """The day a match names, None where the calendar has no such day."""
    parts = match.groupdict()
    try:
        if name := parts["month_after"] or parts["month_before"]:
            month = patterns.months[name.casefold().rstrip(".")]
            day = int(parts["day_before"] or parts["day_after"])
            return date(_year(parts["year_dmy"] or parts["year_mdy"], patterns), month, day)
        if parts["year_iso"]:
            return date(int(parts["year_iso"]), int(parts["month_iso"]), int(parts["day_iso"]))
        if parts["year_apart"]:
            year = int(parts["year_apart"])
            return date(year, int(parts["month_apart"]), int(parts["day_apart"]))
        if parts["year_cjk"]:
            era = patterns.eras.get(parts["era"] or "", 0)
            year = 1 if parts["year_cjk"] == "元" else int(parts["year_cjk"])
            return date(era + year, int(parts["month_cjk"]), int(parts["day_cjk"]))
        if patterns.is_year_first and len(parts["year_num"]) == 2:
            return date(2000 + int(parts["first"]), int(parts["second"]), int(parts["year_num"]))
        day, month = int(parts["first"]), int(parts["second"])
        if month > 12 >= day or (is_month_first and day <= 12):
            day, month = month, day
        return date(_year(parts["year_num"], patterns), month, day)
    except ValueError:
        return None


def _year(written: str, patterns: _Patterns) -> int:
    """The year that digits mean, two of them or of a calendar that is ahead included."""
    year, ahead = int(written), patterns.years_ahead
    if ahead:
        year += 2500 if year < 100 else 0
        return year - ahead if year > _LAST_COMMON_YEAR else year
    return year + 2000 if year < 100 else year


def _clock(match: re.Match[str], patterns: _Patterns) -> str | None:
    """``THH:MM+HH:MM`` of a time that states its zone, else None."""
    zone = match["zone"]
    if not zone:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or match["joined"] or 0)
    half = (match["half"] or match["half_before"] or "").casefold()
    if half in patterns.afternoon and hour < 12:
        hour += 12
    elif half in patterns.morning and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    offset = patterns.zones.get(zone.casefold())
    if offset == "":
        return None  # "ET": summer time decides
    if offset is None:
        digits = re.sub(r"[^\d]", "", zone)
        hours, minutes = (digits[:2], digits[2:4]) if len(digits) > 2 else (digits, "00")
        offset = f"{'-' if zone.strip('UTCGM ')[:1] in '-−' else '+'}{int(hours):02d}:{minutes}"
    return f"T{hour:02d}:{minute:02d}{offset}"


@cache
def _patterns(language: Language) -> _Patterns:
    """The compiled patterns of a language, the common (English) month names and zones included."""
    tables = [load(COMMON).table("dates"), language.table("dates")]
    months: dict[str, int] = {}
    for table in tables:
        for number, names in enumerate(table.get("months", []), 1):
            months.update((name.casefold(), number) for name in names)
    zones = {
        name.casefold(): offset
        for table in tables
        for name, offset in table.get("zones", {}).items()
    }
    eras = {name: year for table in tables for name, year in table.get("eras", {}).items()}
    morning, afternoon = _words(tables, "morning"), _words(tables, "afternoon")
    month = any_of(months)
    zone = rf"(?:(?:UTC|GMT)?\s?[+−-]\d\d?(?::?\d\d)?(?!\d)|{any_of(zones)}(?!\w))"
    half = any_of([*morning, *afternoon])
    longer = [day for day in _words(tables, "weekdays") if len(day) > 1]  # no "三" of a name
    day_of_week = any_of(_words(tables, "weekdays"))  # 12/3(火)
    behind = any_of([day for day in longer if not day.isascii() and day[0] >= "\u3400"])
    weekday = rf"(?:(?:{any_of(longer)})\.?\s*[,،/|]?\s*(?:the\s|den\s|le\s)?\s*)?"
    clock = (
        rf"(?:(?P<half_before>{half})\s*)?(?P<hour>\d{{1,2}})(?:\s?[:.h時时시：]\s?(?P<minute>\d\d)"
        rf"(?::\d\d(?:\.\d+)?)?[分분]?|\s?(?=(?:{half}|Uhr)(?!\w))|(?P<bare>[時时시]|h(?!\w))"
        r"|(?P<joined>[0-5]\d)(?=\s?(?:GMT|UTC)))"  # 0203 GMT
        rf"(?!\d)(?:\s?(?P<half>{half})(?!\w))?(?:\s?(?:Uhr|h|hs|hrs|น)(?!\w)\.?)?(?:,?\s?\(?(?P<zone>{zone})\)?)?"
    )
    people = (load(COMMON).table("metadata"), language.table("metadata"))
    labels = [
        word for key in ("published", "modified") for table in people for word in table.get(key, ())
    ]
    days = _words(tables, "near_days")
    ahead = int(language.table("dates").get("years_ahead", 0))
    year = r"(?:(?:19|2[05])\d\d|[4-7]\d(?![\d:]))" if ahead else r"(?:19|20)\d\d"
    of_era = rf"(?:{any_of(language.table('dates').get('eras', {}))}\s?)?" if ahead else ""
    join = rf"(?:\s*[,|•·–—/()（）-]\s*|\s+|T)*(?:(?:{any_of(_words(tables, 'time_words'))})\s*)?"
    return _Patterns(
        date=re.compile(
            # No letter or digit before it, but those of a script without spaces.
            rf"(?:(?<![./-])|(?<=[\s\u3400-\u9fff]/))(?<![^\W\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]){weekday}(?:"
            rf"(?P<day_before>\d{{1,2}})(?:st|nd|rd|th|er|re|\.|º)?[\s-]{{0,2}}(?:de\s|of\s)?"
            # in two ways of naming months: 28 آب/اغسطس 2013
            rf"(?P<month_after>{month})(?:\s?[/(]\s?(?:{month})\)?)?"
            rf"\.?\s?,?[\s-]{{0,2}}(?:del?\s)?{of_era}(?P<year_dmy>{year})"
            rf"|(?P<month_before>{month})\.?\s?(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}"
            r"(?P<year_mdy>(?:19|20)\d\d)"
            # 2024-11-01, 2024. 11. 1.
            r"|(?P<year_iso>(?:19|20)\d\d)(?P<dash>[-/]|\. ?)(?P<month_iso>\d\d?)(?P=dash)"
            r"(?P<day_iso>\d\d?)(?:(?<=\. \d)\.|(?<=\. \d\d)\.)?"
            # 2024 07/09 19:42
            r"|(?P<year_apart>(?:19|20)\d\d)\s(?P<month_apart>\d\d)/(?P<day_apart>\d\d)(?=\s\d\d:\d\d)"
            rf"|(?P<era>{any_of(eras)})?(?P<year_cjk>\d{{1,4}}|元)\s?[年년]\s?(?P<month_cjk>\d{{1,2}})\s?[月월]"
            r"\s?(?P<day_cjk>\d{1,2})\s?[日일]"
            r"|(?P<first>\d\d?)(?P<mark>[./-])\s?(?P<second>\d\d?)(?P=mark)\s?"
            rf"(?P<year_num>{year}|\d\d(?![\d.:]))"
            r")(?!\d(?!\d?(?::\d|[時时시]|\s?mins? ?)))"
            rf"(?:\s?[(（](?:{day_of_week})[)）]|\s?{behind}(?=\s|\d|{half}))?"
            # the same day of another calendar
            rf"(?:\s(?:{any_of(_words(tables, 'same_day'))})\s\d{{1,2}}\s\S+\s\d{{4}})?",
            re.IGNORECASE,
        ),
        time_after=re.compile(join + clock, re.IGNORECASE),
        time_before=re.compile(
            rf"(?<![\d:.]){clock}\s*[,|•·–—-]?\s*(?:on\s|am\s|le\s|pada\s)?\s*$", re.IGNORECASE
        ),
        clock_alone=re.compile(
            rf"(?=\D*[^\W\d]{{2}}|\d{{1,2}}\W+[^\W\d]{{2}}|\d\d?[/月월])"
            rf"(?:(?:{any_of(labels)})\s*[:：]?\s*)?(?:(?:{any_of(days)})"
            rf"|\d{{1,2}}[/月월]\s?\d{{1,2}}[日일]?\s?[(（](?:{day_of_week})[)）]"
            rf"|{weekday}(?:"
            rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s?(?:de\s|of\s)?(?:{month})"
            rf"|(?:{month})\.?\s?\d{{1,2}}(?:st|nd|rd|th)?))?\.?{join}{clock}"
            rf"(?:\s?(?:{any_of(labels)}))?\W{{0,2}}",
            re.IGNORECASE,
        ),
        months=months,
        eras=eras,
        zones=zones,
        morning=morning,
        afternoon=afternoon,
        years_ahead=ahead,
        is_year_first=bool(language.table("dates").get("is_year_first")),
        month_first=frozenset(
            zone for table in tables for zone in table.get("month_first_zones", ())
        ),
        hint=re.compile(
            rf"\d(?: de)?.?.?(?:{month})|(?:{month})(?: de)?.?.?\d|\d(?:[./-]|\. )\d|年|년",
            re.IGNORECASE,
        ),
    )


def _words(tables: list[Any], key: str) -> frozenset[str]:
    return frozenset(word.casefold() for table in tables for word in table.get(key, []))
