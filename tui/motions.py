"""How a selection moves over an article: by word, clause, sentence, paragraph and quote.

Pure: a `Selection` goes in, a `Selection` comes out. Screens and widgets decide which key does
what; the units themselves come from the store's reading.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from store import SPOKEN, Annotation, Line, Quote, Span, clause_spans, word_spans
from tui.text_layout import trimmed

Unit = Literal["word", "clause", "sentence", "paragraph"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: from ``anchor`` to ``head``, the active end, in code points.

    The head may stand before the anchor. A selection is never empty on a text that is not.
    """

    anchor: int
    head: int

    @classmethod
    def of(cls, span: Span) -> Selection:
        """Select a span with its end as the active end."""
        return cls(span.start, span.end)

    @property
    def start(self) -> int:
        """The smaller offset."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> int:
        """The larger offset, exclusive."""
        return max(self.anchor, self.head)

    @property
    def span(self) -> Span:
        """The selected span."""
        return Span(self.start, self.end)

    @property
    def forward(self) -> bool:
        """Whether the active end is the right one."""
        return self.head >= self.anchor

    @property
    def active(self) -> int:
        """The code point that the active end stands on."""
        return self.head - 1 if self.forward and self.head > self.start else self.head

    def swapped(self) -> Selection:
        """The same span with the other end active."""
        return Selection(self.head, self.anchor)


class Passages:
    """The shown lines of an article, cut into the units that a selection moves by.

    Sentences are found a line at a time and words a sentence at a time, when first asked for, so
    that opening a long article costs nothing here.
    """

    def __init__(
        self,
        display: str,
        lines: Sequence[Line],
        quotes: Sequence[Quote],
        sentences: Callable[[Span], Sequence[Span]],
        clauses: Callable[[Span], Sequence[Span]] | None = None,
    ) -> None:
        """Prepare the motions.

        Args:
            display: The text as shown, code point for code point.
            lines: The lines on the screen, in order, none of them blank.
            quotes: The article's quotes, in order.
            sentences: Cuts the span of one line into sentences.
            clauses: Cuts a sentence into clauses; by punctuation alone where None.
        """
        self._display = display
        self.paragraphs = [trimmed(display, line.start, line.end) for line in lines]
        self._starts = [span.start for span in self.paragraphs]
        self.set_quotes(quotes)
        self._cut_sentences = sentences
        self._cut_clauses = clauses or (lambda span: clause_spans(display, span))
        self._sentences: dict[int, Sequence[Span]] = {}
        self._smaller: dict[tuple[Unit, Span], Sequence[Span]] = {}

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    def set_quotes(self, quotes: Sequence[Quote]) -> None:
        """Move by other quotes; those that are somebody's words and on the screen count."""
        self.quotes = [
            quote
            for quote in quotes
            if quote.shown and quote.kind in SPOKEN and self._is_shown(quote.span)
        ]

    def _is_shown(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.start < self.paragraphs[index].end

    def _line_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentences_of(self, index: int) -> Sequence[Span]:
        """The sentences of the shown line with this index."""
        if index not in self._sentences:
            span = self.paragraphs[index]
            self._sentences[index] = self._cut_sentences(span) or [span]
        return self._sentences[index]

    def _cut(self, unit: Unit, sentence: Span) -> Sequence[Span]:
        key = (unit, sentence)
        if key not in self._smaller:
            if unit == "word":
                self._smaller[key] = word_spans(self._display, sentence)
            else:
                self._smaller[key] = self._cut_clauses(sentence)
        return self._smaller[key]

    def _after(self, unit: Unit, index: int, offset: int) -> Sequence[Span]:
        """Units of a line among which is the first one that starts at or after ``offset``."""
        if unit == "paragraph":
            return [self.paragraphs[index]]
        sentences = self.sentences_of(index)
        if unit == "sentence":
            return sentences
        at = max(bisect_right(sentences, offset, key=_start) - 1, 0)
        for sentence in sentences[at:]:
            units = self._cut(unit, sentence)
            if units and units[-1].start >= offset:
                return units
        return []

    def _before(self, unit: Unit, index: int, offset: int) -> Sequence[Span]:
        """Units of a line among which is the last one that ends at or before ``offset``."""
        if unit == "paragraph":
            return [self.paragraphs[index]]
        sentences = self.sentences_of(index)
        if unit == "sentence":
            return sentences
        at = max(bisect_right(sentences, offset, key=_start) - 1, 0)
        for sentence in reversed(sentences[: at + 1]):
            units = self._cut(unit, sentence)
            if units and units[0].end <= offset:
                return units
        return []

    def following(self, unit: Unit, offset: int) -> Span | None:
        """The first unit that starts at or after ``offset``."""
        for index in range(self._line_at(offset), len(self.paragraphs)):
            units = self._after(unit, index, offset)
            at = bisect_left(units, offset, key=_start)
            if at < len(units):
                return units[at]
        return None

    def preceding(self, unit: Unit, offset: int) -> Span | None:
        """The last unit that ends at or before ``offset``."""
        for index in range(self._line_at(offset) if self else -1, -1, -1):
            units = self._before(unit, index, offset)
            at = bisect_right(units, offset, key=_end)
            if at:
                return units[at - 1]
        return None

    def around(self, unit: Unit, offset: int) -> Span | None:
        """The unit that holds the code point at ``offset``."""
        if not self:
            return None
        index = self._line_at(offset)
        units: Sequence[Span] = [self.paragraphs[index]]
        if unit != "paragraph":
            units = self.sentences_of(index)
            if unit != "sentence":
                at = max(bisect_right(units, offset, key=_start) - 1, 0)
                units = self._cut(unit, units[at])
        at = bisect_right(units, offset, key=_start) - 1
        return units[at] if at >= 0 and offset < units[at].end else None

    # Motions: each gives the new selection, or the same one where there is nowhere to go.

    def first(self) -> Selection:
        """The first sentence."""
        return Selection.of(self.sentences_of(0)[0]) if self else Selection(0, 0)

    def last(self) -> Selection:
        """The last sentence."""
        if not self:
            return Selection(0, 0)
        return Selection.of(self.sentences_of(len(self.paragraphs) - 1)[-1])

    def nearest(self, offset: int) -> Selection:
        """The sentence at ``offset``, else the next one, else the last."""
        found = self.around("sentence", offset) or self.following("sentence", offset)
        return Selection.of(found) if found else self.last()

    def next(self, unit: Unit, selection: Selection, *, inward: bool = False) -> Selection:
        """Select the next unit; with ``inward`` the first one of a selection that holds several."""
        if inward:
            inner = self.following(unit, selection.start)
            if inner and inner.end < selection.end:
                another = self.following(unit, inner.end)
                if another and another.start < selection.end:
                    return Selection.of(inner)
        found = self.following(unit, selection.end)
        if found is None:
            found = self.around(unit, selection.active)
        return Selection.of(found) if found else selection

    def previous(self, unit: Unit, selection: Selection, *, inward: bool = False) -> Selection:
        """Select the previous unit; with ``inward`` the last one of a selection of several."""
        if inward:
            inner = self.preceding(unit, selection.end)
            if inner and inner.start > selection.start:
                another = self.preceding(unit, inner.start)
                if another and another.end > selection.start:
                    return Selection.of(inner)
        found = self.preceding(unit, selection.start)
        if found is None:
            found = self.around(unit, selection.start)
        return Selection.of(found) if found else selection

    def extend(self, unit: Unit, selection: Selection) -> Selection:
        """Move the active end outward to the next border of a unit."""
        if selection.forward:
            here = self.around(unit, selection.head)
            found = here or self.following(unit, selection.head)
            return Selection(selection.anchor, found.end) if found else selection
        here = self.around(unit, selection.head - 1)
        found = here or self.preceding(unit, selection.head)
        return Selection(selection.anchor, found.start) if found else selection

    def retract(self, unit: Unit, selection: Selection) -> Selection:
        """Move the active end back by a unit; the last one is never given up."""
        if selection.forward:
            found = self.preceding(unit, selection.head - 1)
            if found and found.end > selection.anchor:
                return Selection(selection.anchor, found.end)
        else:
            found = self.following(unit, selection.head + 1)
            if found and found.start < selection.anchor:
                return Selection(selection.anchor, found.start)
        return selection

    def next_quote(self, selection: Selection, *, in_marks: bool = False) -> Selection:
        """Select the next quote, or the first one inside a larger selection.

        Args:
            selection: Where to begin.
            in_marks: Pass over speech that is reported without quotation marks.
        """
        for quote in self.quotes[self._first_quote_from(selection.start) :]:
            if in_marks and quote.kind == "reported":
                continue
            if quote.start > selection.start or (
                quote.start == selection.start and quote.end < selection.end
            ):
                return Selection.of(quote.span)
        return selection

    def previous_quote(self, selection: Selection, *, in_marks: bool = False) -> Selection:
        """Select the previous quote; ``in_marks`` is as for `next_quote`."""
        for quote in reversed(self.quotes[: self._first_quote_from(selection.start)]):
            if not (in_marks and quote.kind == "reported"):
                return Selection.of(quote.span)
        return selection

    def _first_quote_from(self, offset: int) -> int:
        return bisect_left(self.quotes, offset, key=lambda quote: quote.start)

    def grow(self, selection: Selection) -> Selection:
        """Select the smallest unit around the selection that is larger than it."""
        offset = selection.start
        wider: list[Span] = []
        for unit in ("word", "clause", "sentence", "paragraph"):
            found = self.around(unit, offset)
            if found is not None:
                wider.append(found)
        wider += [quote.span for quote in self.quotes if quote.span.contains(offset)]
        if self:
            wider.append(Span(self.paragraphs[0].start, self.paragraphs[-1].end))
        span = selection.span
        fitting = [found for found in wider if found.covers(span) and found != span]
        return Selection.of(min(fitting, key=_length)) if fitting else selection

    def shrink(self, selection: Selection) -> Selection:
        """Select the largest unit inside the selection that starts with it or first in it."""
        span = selection.span
        inside: list[Span] = []
        for unit in ("paragraph", "sentence", "clause", "word"):
            found = self.around(unit, span.start) or self.following(unit, span.start)
            if found is not None:
                inside.append(found)
        inside += [quote.span for quote in self.quotes if span.contains(quote.start)][:1]
        fitting = [found for found in inside if span.covers(found) and found != span]
        return Selection.of(max(fitting, key=_length)) if fitting else selection


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _length(span: Span) -> int:
    return span.end - span.start


def in_text_order(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Annotations by start, the longer of two first, so that parts follow what holds them."""
    return sorted(annotations, key=text_order)


def text_order(mark: Annotation) -> tuple[int, int, str, str]:
    """What `in_text_order` orders by."""
    return mark.start, -mark.end, mark.created_at, mark.id


def annotations_here(annotations: Sequence[Annotation], selection: Selection) -> list[Annotation]:
    """The smallest annotations at the active end; several where they are equally long."""
    active = selection.active
    at = [mark for mark in annotations if mark.start <= active < mark.end]
    if not at:
        return []
    shortest = min(_length(mark.span) for mark in at)
    return [mark for mark in at if _length(mark.span) == shortest]


def quote_for(quotes: Sequence[Quote], span: Span) -> Quote | None:
    """The spoken quote that shares the most code points with ``span``.

    Of several that share as many it is one in marks, and the shortest.
    """
    start, end = span
    if end <= start:
        return None
    touching = [
        quote
        for quote in quotes
        if quote.start < end and quote.end > start and quote.shown and quote.kind in SPOKEN
    ]
    return max(
        touching,
        key=lambda quote: (
            min(quote.end, end) - max(quote.start, start),
            quote.kind != "reported",
            quote.start - quote.end,
        ),
        default=None,
    )


def quote_here(quotes: Sequence[Quote], span: Span) -> Quote | None:
    """The smallest spoken quote that ``span`` lies in."""
    start, end = span
    around = [
        quote
        for quote in quotes
        if quote.start <= start and quote.end >= end and quote.shown and quote.kind in SPOKEN
    ]
    return min(around, key=lambda quote: _length(quote.span), default=None)
