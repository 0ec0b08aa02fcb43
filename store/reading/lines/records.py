"""Records in a row: readers' comments, and other articles, each with a date of its own.

Both have sentences as the article has them, and often more. What gives them away is that lines of
one shape come again and again between them: the hour of a comment, the date of an article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from store.reading.dates import find_dates
from store.reading.lines.page import Page
from store.reading.lines.rows import BULLET, HOUR, PARAGRAPHS_OF_A_TEXT, SPEECH, Row, is_behind_text

#: So many lines of one shape make a list of records.
_FEWEST = 3
#: A longer line is no stamp, nor one with so many characters beside its date.
_LONGEST_STAMP = 70
_LONGEST_BESIDE_DATE = 34
#: A record has no more lines, and so many stand between a heading and its first record.
_LONGEST_RECORD = 8
_LONGEST_OPENING = 14
#: So many headlines with a sentence each are no subheadings.
_PAIRS = 3
_WORDS_OF_A_HEADLINE = 4
_FEWEST_DAYS = 3
_DATE = "date"
_COMMENT = "comment"
_FIGURE = re.compile(r"\d+")
_OTHERS = "other articles, each with its own date"


class _Stamp(NamedTuple):
    """A line that a record has: its position, its shape, and the day where it names one."""

    position: int
    shape: str
    day: str = ""


def find_records(page: Page) -> None:
    """Find where comments or other articles begin, so that nothing below is taken for the text."""
    _hide_calendars(page)
    page.records = _first(page.records, _pairs(page))
    stamps = list(_stamps(page))
    if len(stamps) < _FEWEST:
        return
    page.records = _first(page.records, _comments(page, stamps))
    for run in _runs([stamp for stamp in stamps if stamp.shape == _DATE]):
        if len(run) >= _FEWEST and (not _is_chronicle(run) or _are_replies(run, stamps)):
            _judge_dated(page, run)


def _hide_calendars(page: Page) -> None:
    """Hide lines of nothing but days in a row above the text, of which an article has two."""
    above = takewhile(lambda row: not row.paragraph, page.rows)
    for dated, rows in groupby(above, _is_day_alone):
        run = list(rows)
        if dated and len(run) >= _FEWEST_DAYS:
            for row in run:
                row.credit = None
                row.decide("boilerplate", "a day among others, as an agenda has them")


def _is_day_alone(row: Row) -> bool:
    """Whether a line is a day or two and says neither what of nor by whom."""
    credit = row.credit
    if credit is None or row.kind is not None or not credit.dated or credit.labelled:
        return False
    return not (credit.names or credit.authors or credit.outlet or credit.staff or credit.wire)


def _first(*positions: int | None) -> int | None:
    return min((position for position in positions if position is not None), default=None)


def _pairs(page: Page) -> int | None:
    """Where headlines begin behind the text, each with one sentence below it."""
    rows = [row for row in page.rows if row.cue is None and row.kind is None]
    begin = 1
    while begin < len(rows):
        end = begin
        while end + 1 < len(rows) and _is_headline(rows[end]) and _is_summary(rows[end + 1]):
            end += 2
        openings = {row.key.partition(" ")[0] for row in rows[begin:end:2]}
        if len(openings) >= _PAIRS and _stands_behind_text(rows, begin, end):
            heading = not (rows[begin - 1].stopped or rows[begin - 1].prose)
            if heading or all(_tells_of_others(page, row) for row in rows[begin:end:2]):
                return rows[begin - heading].position
        begin = max(end, begin + 1)
    return None


def _stands_behind_text(rows: Sequence[Row], begin: int, end: int) -> bool:
    above = sum(row.prose for row in rows[:begin])
    return is_behind_text(above, sum(row.prose for row in rows[end:]))


def _is_summary(row: Row) -> bool:
    """Whether a line is one sentence, and nobody's words."""
    return row.stopped and row.words >= 5 and row.sentences == 1 and not SPEECH.search(row.text)


def _is_headline(row: Row) -> bool:
    if row.stopped or row.credit is not None or row.text[-1] in ":：" or BULLET.match(row.text):
        return False
    return row.words >= _WORDS_OF_A_HEADLINE and not row.prose


def _tells_of_others(page: Page, row: Row) -> bool:
    """Whether hardly a longer word of a headline is the text's."""
    shared, words = page.share_in_text(row)
    return words > 1 and 4 * shared <= words


def _stamps(page: Page) -> Iterator[_Stamp]:
    for position, row in enumerate(page.rows):
        if row.cue is not None and row.cue.category == "comments":
            yield _Stamp(position, _COMMENT)
        if row.prose or row.size > _LONGEST_STAMP or not _FIGURE.search(row.text):
            continue
        if row.kind is not None or BULLET.match(row.text) or HOUR.match(row.text):
            continue
        dates = find_dates(row.text, page.language)
        if dates and row.size - (dates[0].end - dates[0].start) <= _LONGEST_BESIDE_DATE:
            yield _Stamp(position, _DATE, dates[0].iso[:10])
        elif any(sign.isalpha() for sign in row.key):
            yield _Stamp(position, _FIGURE.sub("#", row.key))


def _comments(page: Page, stamps: Sequence[_Stamp]) -> int | None:
    """Where the readers' comments begin: a heading of theirs, and one shape thrice below it."""
    paragraphs = 0
    for position, row in enumerate(page.rows):
        paragraphs += row.paragraph
        if row.cue is None or row.cue.category != "comments" or paragraphs < 2:
            continue
        below: dict[str, list[int]] = {}
        for stamp in stamps:
            if stamp.position > position:
                below.setdefault(stamp.shape, []).append(stamp.position)
        for places in below.values():
            if len(places) >= _FEWEST and places[0] - position <= _LONGEST_OPENING:
                return position
    return None


def _runs(stamps: Sequence[_Stamp]) -> Iterator[list[_Stamp]]:
    """Stamps that follow each other, with a record between each two."""
    run: list[_Stamp] = []
    for stamp in stamps:
        if run and stamp.position - run[-1].position > _LONGEST_RECORD:
            yield run
            run = []
        run.append(stamp)
    yield run


def _judge_dated(page: Page, run: Sequence[_Stamp]) -> None:
    """Hide articles or comments below their dates, behind the text or before it."""
    apart = [below.position - above.position for above, below in pairwise(run)]
    if 2 * apart.count(1) > len(apart):
        return
    first, last = run[0].position, run[-1].position
    above = sum(row.paragraph for row in page.rows[:first])
    below = sum(row.paragraph for row in page.rows[last + 1 :])
    if above >= PARAGRAPHS_OF_A_TEXT and below < PARAGRAPHS_OF_A_TEXT:
        first -= _lead(page.rows, first, most=2)
        for row in page.rows[first : last + 1]:
            row.decide("boilerplate", _OTHERS)
        page.records = _first(page.records, first)
    elif above < 2 and below >= PARAGRAPHS_OF_A_TEXT:
        own = last - _lead(page.rows, last, most=1)  # the last date may be the article's
        for row in page.rows[first - _lead(page.rows, first, most=2) : own]:
            row.decide("boilerplate", _OTHERS)


def _is_chronicle(run: Sequence[_Stamp]) -> bool:
    """Whether the days are in order, as those of one story are, from its first or its last."""
    days = [stamp.day for stamp in run]
    return days == sorted(days) or days == sorted(days, reverse=True)


def _are_replies(run: Sequence[_Stamp], stamps: Sequence[_Stamp]) -> bool:
    """Whether beside its date each record has another line of one shape: "Reply #3"."""
    inside = Counter(
        stamp.shape
        for stamp in stamps
        if stamp.shape not in (_DATE, _COMMENT)
        and run[0].position - _LONGEST_RECORD < stamp.position < run[-1].position + _LONGEST_RECORD
    )
    return max(inside.values(), default=0) >= max(_FEWEST, len(run) // 2)


def _lead(rows: Sequence[Row], position: int, *, most: int) -> int:
    """How many headings stand right above a record's date."""
    lead = 0
    while lead < most and position - lead > 0:
        row = rows[position - lead - 1]
        if row.prose or row.stopped or row.kind is not None or row.size < 4:
            break
        lead += 1
    return lead
