"""An article's text laid out for a terminal: lines wrapped into rows of cells.

Pure functions over code points and cells; they know nothing of widgets, styles or the store.
Offsets are code points in the article's text, columns are cells counted from a row's start.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import split_graphemes

from store import Line, Span

# Code points that every terminal shows in exactly one cell; a stretch of only these needs no
# grapheme segmentation. A tab is shown as one space (see terminal_text).
_NARROW = re.compile(
    "[\t\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2400-\u2426\u2500-\u25fc\ufffd]*"
)
_EDGES = " \t\xa0\u3000"


class Row(NamedTuple):
    """One row of the screen: ``text[start:end]`` of the line with index ``line``.

    A row with a ``remark`` shows that instead (the reason of a hidden line); a row with
    ``line == -1`` is an empty one between paragraphs.
    """

    start: int
    end: int
    line: int
    remark: str = ""


class Grapheme(NamedTuple):
    """A user-perceived character: its code points and its width in cells."""

    start: int
    end: int
    cells: int


def is_narrow(display: str, start: int, end: int) -> bool:
    """Whether each code point of ``display[start:end]`` takes exactly one cell."""
    match = _NARROW.match(display, start, end)
    return match is not None and match.end() == end


def graphemes(display: str, start: int, end: int) -> Iterator[Grapheme]:
    """Yield the grapheme clusters of ``display[start:end]`` with offsets into ``display``."""
    if is_narrow(display, start, end):
        for offset in range(start, end):
            yield Grapheme(offset, offset + 1, 1)
        return
    spans, _ = split_graphemes(display[start:end])
    for first, last, cells in spans:
        yield Grapheme(start + first, start + last, cells)


def cells_between(display: str, start: int, end: int) -> int:
    """Return how many cells ``display[start:end]`` takes."""
    if is_narrow(display, start, end):
        return end - start
    return sum(cluster.cells for cluster in graphemes(display, start, end))


def wrap(display: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Wrap ``display[start:end]`` into spans of at most ``width`` cells.

    Breaks at spaces, else between wide graphemes, else anywhere between graphemes. The spaces at
    a break belong to no span; every other code point belongs to exactly one, in order.
    """
    width = max(width, 2)
    position = start
    if is_narrow(display, start, end):
        while end - position > width:
            cut = display.rfind(" ", position + 1, position + width + 1)
            if cut < 0:
                cut = position + width
            yield Span(position, cut)
            position = cut
            while position < end and display[position] == " ":
                position += 1
        if position < end or start == end:
            yield Span(position, end)
        return
    yield from _wrap_graphemes(display, start, end, width)


def _wrap_graphemes(display: str, start: int, end: int, width: int) -> Iterator[Span]:
    clusters = list(graphemes(display, start, end))
    spaces = [display[cluster.start : cluster.end] == " " for cluster in clusters]
    first = 0
    while first < len(clusters):
        cells, after, cut = 0, first, first
        while after < len(clusters) and (spaces[after] or cells + clusters[after].cells <= width):
            cells += clusters[after].cells
            after += 1
            if spaces[after - 1] or clusters[after - 1].cells == 2:
                cut = after
        if after == len(clusters) or cut == first:
            cut = max(after, first + 1)
        last = cut
        while last > first + 1 and spaces[last - 1] and cut < len(clusters):
            last -= 1
        yield Span(clusters[first].start, clusters[last - 1].end)
        first = cut


def trimmed(display: str, start: int, end: int) -> Span:
    """Return the span without the white space at both ends (an empty one keeps its start)."""
    while start < end and display[start] in _EDGES:
        start += 1
    while end > start and display[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


@dataclass(frozen=True)
class Layout:
    """A text wrapped to a width: its rows from top to bottom and the way back from offsets.

    Attributes:
        display: The text as shown, code point for code point.
        lines: The lines that have rows, in order.
        rows: The rows of the screen.
        width: The widest a row may be, in cells.
    """

    display: str
    lines: Sequence[Line]
    rows: Sequence[Row]
    width: int
    _starts: Sequence[int]
    _numbers: Sequence[int]

    def row_of(self, offset: int) -> int:
        """Return the number of the row that shows ``offset``, else the nearest row before it."""
        if not self._starts:
            return 0
        return self._numbers[max(bisect_right(self._starts, offset) - 1, 0)]

    def rows_of(self, span: Span) -> range:
        """Return the numbers of the rows that a span touches."""
        first = self.row_of(span.start)
        return range(first, self.row_of(max(span.start, span.end - 1)) + 1)

    def column_of(self, offset: int) -> int:
        """Return the cell column of ``offset`` in its row."""
        row = self.rows[self.row_of(offset)]
        return cells_between(self.display, row.start, min(max(offset, row.start), row.end))

    def offset_at(self, row_number: int, column: int) -> int | None:
        """Return the start of the grapheme at a cell, or None where the row shows no text.

        A column past the row's end gives the row's last grapheme.
        """
        if not 0 <= row_number < len(self.rows):
            return None
        row = self.rows[row_number]
        if row.line < 0 or row.remark or row.start == row.end:
            return None
        cells = 0
        last = row.start
        for cluster in graphemes(self.display, row.start, row.end):
            last = cluster.start
            cells += cluster.cells
            if column < cells:
                break
        return last

    def next_grapheme(self, offset: int) -> int:
        """Return the offset after the grapheme at ``offset``, crossing into the next shown row."""
        number = self.row_of(offset)
        row = self.rows[number] if self.rows else None
        if row is not None and row.start <= offset < row.end:
            for cluster in graphemes(self.display, row.start, row.end):
                if cluster.end > offset:
                    return cluster.end
        position = bisect_right(self._starts, offset)
        if position < len(self._starts):
            following = self.rows[self._numbers[position]]
            for cluster in graphemes(self.display, following.start, following.end):
                return cluster.end
        return offset

    def previous_grapheme(self, offset: int) -> int:
        """Return the start of the grapheme before ``offset``, crossing into the row above."""
        position = bisect_right(self._starts, offset - 1) - 1
        if offset <= 0 or position < 0:
            return offset
        row = self.rows[self._numbers[position]]
        best = offset
        for cluster in graphemes(self.display, row.start, row.end):
            if cluster.start >= offset:
                break
            best = cluster.start
        return best


def visible_lines(display: str, lines: Iterable[Line], *, source: bool = False) -> list[Line]:
    """Return the lines that have rows: shown ones, in the source view hidden ones too.

    Lines of nothing but white space have none.
    """
    return [
        line
        for line in lines
        if line.kind != "blank"
        and (line.shown or source)
        and not trimmed(display, line.start, line.end).is_empty
    ]


def lay_out(display: str, visible: Sequence[Line], width: int) -> Layout:
    """Wrap the visible lines of an article to ``width`` cells.

    A hidden line is followed by a row with its reason, and lines that stand apart in the source
    (a blank or hidden line between them) have one empty row between them.

    Args:
        display: The article's text, made safe for the terminal code point for code point.
        visible: What `visible_lines` gives.
        width: The widest a row may be, in cells.
    """
    rows: list[Row] = []
    before: Line | None = None
    for index, line in enumerate(visible):
        start, end = trimmed(display, line.start, line.end)
        if before is not None and line.number > before.number + 1:
            rows.append(Row(start, start, -1))
        before = line
        rows.extend([Row(first, last, index) for first, last in wrap(display, start, end, width)])
        if not line.shown:
            rows.append(Row(end, end, index, remark=line.reason or line.kind))
    shown = [(row.start, number) for number, row in enumerate(rows) if _shows_text(row)]
    return Layout(
        display,
        visible,
        rows,
        width,
        [start for start, _ in shown],
        [number for _, number in shown],
    )


def _shows_text(row: Row) -> bool:
    return row.line >= 0 and not row.remark
