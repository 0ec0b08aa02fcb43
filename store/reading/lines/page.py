"""The lines of a page together, and what one step of the judging tells the next.

Answers where a line stands; it decides about none.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from store.model import Metadata
from store.reading.cues import CueBook, cue_book
from store.reading.languages import Language
from store.reading.lines.rows import Row, content_words

#: The title stands among so many lines above the text.
_LONGEST_HEAD = 50


@cache
def _frequent(language: Language) -> frozenset[str]:
    people = language.table("metadata")
    inside = (*people.get("particles", ()), *people.get("and", ()), *people.get("after_name", ()))
    return frozenset(language.table("identification").get("words", ())).difference(inside)


class Page:
    """The lines of one page that are not blank, and what the steps tell each other about it."""

    def __init__(
        self, rows: list[Row], every: list[Row], language: Language, stated: Metadata
    ) -> None:
        self.rows = rows
        for position, row in enumerate(rows):
            row.position = position
        self.every = every
        self.language = language
        self.stated = stated
        self.book: CueBook = cue_book(language)
        #: The language's most frequent words, but those that stand inside names and between them.
        self.frequent = _frequent(language)
        #: Whether paragraphs are set apart by blank lines.
        self.spaced = self._is_spaced()
        #: Whether every line stands apart, so that blank lines say nothing.
        self.even = len(rows) > 3 and all(self.gap(row) for row in rows)
        #: How often the page says the same.
        self.copies = Counter([row.key for row in rows])
        #: Each line once, and the words of all, signs at them included.
        self.said = "\n".join(self.copies)
        self.said_words = frozenset(self.said.split())
        #: The longer words of the paragraphs, and those of more than one of them.
        self.text_words: set[str] = set()
        self.words_again: set[str] = set()
        #: Where the article's head begins, on a page that was copied whole.
        self.head = 0
        #: Where the first text of a long page begins.
        self.text: int | None = None
        #: Where the title stands, and where the text begins.
        self.title: int | None = None
        self.body: int | None = None
        #: Lines behind related links that stand above a paragraph of the text.
        self.subheadings: set[int] = set()
        #: Where readers' comments or other articles begin that go on to the page's end.
        self.records: int | None = None

    @property
    def first(self) -> int:
        """The first line that may be the title."""
        return max(self.head, (self.text or 0) - _LONGEST_HEAD)

    @property
    def below_title(self) -> int:
        """The first line that may be something else than what stands above an article."""
        return self.title + 1 if self.title is not None else 0

    def gap(self, row: Row) -> bool:
        """Whether a blank line (or nothing) stands before the row."""
        return row.index == 0 or self.every[row.index - 1].kind == "blank"

    def at(self, position: int) -> Row | None:
        """The row at a position; None before the first and behind the last."""
        return self.rows[position] if 0 <= position < len(self.rows) else None

    def in_mid_sentence(self, position: int) -> bool:
        """Whether a line goes on with the sentence of the one above, and so opens nothing."""
        row, above = self.rows[position], self.at(position - 1)
        return (
            row.wrapped
            and row.text[0].islower()
            and above is not None
            and above.wrapped
            and above.cue is None
            and not above.stopped
            and (self.even or not self.gap(row))
        )

    def text_above(self, position: int) -> bool:
        """Whether the article's text has begun above a row."""
        return any(row.paragraph and not row.credit for row in self.rows[:position])

    def paragraph_below(self, position: int) -> bool:
        """Whether a paragraph stands anywhere below a row."""
        return any(row.paragraph for row in self.rows[position + 1 :])

    def tells_the_text(self, row: Row) -> bool:
        """Whether most longer words of a line that opens as a prompt does are the text's."""
        content = content_words(row.key)
        return len(content) > 2 and 3 * len(content & self.text_words) >= 2 * len(content)

    def share_in_text(self, row: Row) -> tuple[int, int]:
        """How many of a line's longer words other paragraphs have, and how many it has."""
        content = row.content or content_words(row.key)
        elsewhere = content & self.text_words
        return len(elsewhere) - len(elsewhere & row.content - self.words_again), len(content)

    def read_words(self) -> None:
        """The longer words of the paragraphs, for telling this article's title from others'."""
        self.text_words, self.words_again = set(), set()
        for row in self.rows:
            if row.paragraph and row.credit is None:
                row.content = content_words(row.key)
                self.words_again |= self.text_words & row.content
                self.text_words |= row.content

    def _is_spaced(self) -> bool:
        """Whether the page sets paragraphs apart by blank lines."""
        prose = [row for row in self.rows if row.prose]
        if len(prose) < 2:
            return len(self.every) > len(self.rows) * 1.3
        apart = sum(self.gap(row) for row in prose)
        return apart >= 0.7 * len(prose)
