"""What is common to languages whose speech is read without tokens: the way through the lines.

What a line's words tell is the business of the modules for each kind of language.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.quotation_marks import Marked


class Decision(NamedTuple):
    """What a marked stretch is, its source and its cue."""

    kind: QuoteKind
    speaker: Span | None = None
    cue: Span | None = None


class SpeechByLine(ABC):
    """Goes through the lines once, deciding on the marked stretches of an article.

    Attributes:
        decisions: What each marked stretch is, by its index.
        reported: The clauses that are told without marks.
        last: Who spoke last.
    """

    def __init__(
        self,
        text: str,
        lines: Sequence[Span],
        outermost: Sequence[tuple[int, Marked]],
        language: Language,
    ) -> None:
        """Read the lines.

        Args:
            text: The article's text.
            lines: The lines that are read, in order.
            outermost: The marked stretches that lie in no other, in order, with their indices.
            language: Whose words are used.
        """
        self.text = text
        self.decisions: dict[int, Decision] = {}
        self.reported: list[tuple[Span, Decision]] = []
        self.last: Span | None = None
        self._prepare(lines, language)
        begin = 0
        for line in _joined(lines, [one for _, one in outermost]):
            end = begin
            while end < len(outermost) and outermost[end][1].start < line.end:
                end += 1
            self._read_line(line, outermost[begin:end])
            begin = end

    @abstractmethod
    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        """Look up the language's words, and what has to be known of all lines before the first."""

    @abstractmethod
    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        """Decide on the marked stretches that begin in a line or before its end."""


def _joined(lines: Sequence[Span], marked: Sequence[Marked]) -> Iterator[Span]:
    """The lines, those in one that a quote over several paragraphs joins."""
    begin = place = 0
    while place < len(lines):
        line = lines[place]
        while begin < len(marked) and marked[begin].start < line.end:
            while marked[begin].end > line.end and place + 1 < len(lines):
                place += 1
                line = Span(line.start, lines[place].end)
            begin += 1
        yield line
        place += 1
