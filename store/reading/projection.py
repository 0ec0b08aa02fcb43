"""Clean text as a projection of the source: hidden lines left out, offsets mapped both ways.

Nothing is cut from the article; an annotation keeps its source offsets whatever is hidden. Which
lines are hidden is decided elsewhere (`lines/`, or a reviewer).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from store.model import Line, Span

#: What is trimmed from the ends of a line or of a piece of an excerpt.
TRIMMED = " \t\xa0"

#: What stands where something hidden was left out of an excerpt.
OMISSION = " … "


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch ``start:end`` without blanks, tabs and no-break spaces at its ends.

    A stretch of nothing else is empty and stands at ``start``.
    """
    piece = text[start:end]
    kept = piece.lstrip(TRIMMED)
    first = start + len(piece) - len(kept)
    kept = kept.rstrip(TRIMMED)
    return Span(first, first + len(kept)) if kept else Span(start, start)


class Projection:
    """The clean text of an article and the way between its offsets and the source's.

    ``shown`` are the lines that make up ``clean``, in order: row ``i`` of ``clean.split("\\n")``
    is ``shown[i]`` without the blanks at its ends. Of several blank lines in a row one is kept,
    at the top and the bottom none. All offsets are code points.
    """

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = tuple(lines)
        self.shown = _shown_lines(self.lines)
        self._starts = [line.start for line in self.lines]
        rows = [
            Span(line.start, line.start)
            if line.kind == "blank"
            else trimmed(text, line.start, line.end)
            for line in self.shown
        ]
        self.clean = "\n".join(text[row.start : row.end] for row in rows)
        self._rows = rows
        self._row_starts = [row.start for row in rows]
        self._clean_starts: list[int] = []
        position = 0
        for row in rows:
            self._clean_starts.append(position)
            position += row.end - row.start + 1

    def to_clean(self, offset: int) -> int:
        """The place in ``clean`` of a source offset.

        An offset that is not shown (a hidden line, a trimmed blank) gives the next place that
        is, at the end of the text the last one. Never decreases as ``offset`` grows.
        """
        index = bisect_right(self._row_starts, offset) - 1
        if index < 0:
            return 0
        row = self._rows[index]
        if offset <= row.end:
            return self._clean_starts[index] + offset - row.start
        if index + 1 < len(self._rows):
            return self._clean_starts[index + 1]
        return len(self.clean)

    def to_source(self, offset: int) -> int:
        """The source offset of a place in ``clean``; ``to_clean`` leads back to it."""
        if not self._rows:
            return 0
        index = max(bisect_right(self._clean_starts, offset) - 1, 0)
        row = self._rows[index]
        return min(row.start + max(offset - self._clean_starts[index], 0), row.end)

    def excerpt(self, start: int, end: int) -> str:
        """What people read of the source span ``start:end``: its clean text on one line.

        Shown lines are joined by a space, by " … " where something hidden was left out between
        them. A span with nothing shown reads as its hidden words. The same is written in SQL as
        ``annotations_export.clean_text``.
        """
        pieces: list[str] = []
        hidden: list[str] = []
        omitted = False
        for index in range(max(bisect_right(self._starts, start) - 1, 0), len(self.lines)):
            line = self.lines[index]
            if line.start >= end:
                break
            if line.kind == "blank":
                continue
            piece = self.text[max(line.start, start) : min(line.end, end)].strip(TRIMMED)
            if not piece:
                continue
            if not line.shown:
                hidden.append(piece)
                omitted = True
                continue
            if pieces:
                pieces.append(OMISSION if omitted else " ")
            pieces.append(piece)
            omitted = False
        return "".join(pieces) if pieces else " ".join(hidden)


def _shown_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the clean text: shown ones, single blank lines between them."""
    shown: list[Line] = []
    blank: Line | None = None
    for line in lines:
        if line.kind == "blank":
            blank = blank or line
        elif line.shown:
            if blank is not None and shown:
                shown.append(blank)
            shown.append(line)
            blank = None
    return tuple(shown)
