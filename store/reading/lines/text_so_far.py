"""What is known of the article's text on the way down the page: its words, names, and likely end.

Told line by line in `body.py`; asked in `paragraphs.py` and `tail.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from store.matching import fold
from store.reading.bylines.words import words_of
from store.reading.languages import Language
from store.reading.lines.headlines import is_headline
from store.reading.lines.page import Page
from store.reading.lines.rows import Row, content_words

#: How much what was passed says about the article's end. Behind OVER nothing is taken for the
#: article any more.
GOES_ON, MAY_END, ENDS, CLOSED, OVER = range(5)
#: A name within a line: a capital that opens no sentence.
NAME = re.compile(r"(?<=[\w,;:)–-] )[\"“„«(]?([A-ZÀ-ÞА-Я][\w'’-]{2,})")

#: No subheading in capitals has so many words; nor fewer, where two of other articles stand.
_LONG_HEADLINE, _LONG_AMONG_OTHERS = 8, 6


@cache
def _openings_of_staff(language: Language) -> frozenset[str]:
    """First words of bylines without a person: "Tim Redaksi", which open sentences of the text."""
    return frozenset(phrase.split()[0] for phrase in words_of(language).staff)


class TextSoFar:
    """What the walk down a page's paragraphs knows of those it has passed.

    ``gate`` says how much what was passed speaks for the article's end, ``waiting`` holds the
    lines that are the article's only if a paragraph follows them.
    """

    def __init__(self, page: Page, body: int) -> None:
        self.page = page
        above = page.rows[:body]
        self.authors = {
            name
            for row in above
            if row.kind == "byline" and row.credit is not None
            for name in (*row.credit.names, *row.credit.authors)
            if fold(name).split()[0] not in _openings_of_staff(page.language)
        }
        self.dated = any(row.dated and row.kind in ("date", "byline") for row in above)
        #: All words of the page's paragraphs, those below included.
        self.prose = " ".join(row.key for row in page.rows if row.paragraph)
        self.paragraphs = sum(1 for row in page.rows[body:] if row.paragraph)
        #: So many words in capitals, alone between paragraphs, are another article's headline.
        self.long_headline = _LONG_AMONG_OTHERS if _stand_alone(page, body) > 1 else _LONG_HEADLINE
        self.passed = 0
        self.last: Row | None = None
        self.gate = GOES_ON
        #: Whether since the last paragraph only the outlet's own boxes were passed, no links.
        self.own_boxes_only = True
        self.waiting: list[Row] = []
        self.headlines = 0
        self._words: Counter[str] = Counter()
        if page.title is not None:
            self._words.update(content_words(page.rows[page.title].key))
        self._names: set[str] = set()
        self._told: list[Row] = []

    @property
    def in_second_half(self) -> bool:
        """Whether half of the page's paragraphs have been passed."""
        return self.passed * 2 >= self.paragraphs

    def close(self, gate: int) -> None:
        """Let the article end here with at least such likelihood."""
        self.gate = max(self.gate, gate)

    def tell(self, row: Row) -> None:
        """Take a paragraph for the article's; what was doubtful above it is none of its end."""
        self.waiting, self.headlines, self.gate = [], 0, GOES_ON
        self.own_boxes_only = True
        row.decide("body", "")
        self._told.append(row)
        self.passed += row.prose
        self.last = row

    @property
    def words(self) -> Counter[str]:
        """The longer words of the title and of the paragraphs passed."""
        self._learn()
        return self._words

    @property
    def names(self) -> set[str]:
        """The names in the paragraphs passed."""
        self._learn()
        return self._names

    def _learn(self) -> None:
        """Take in the paragraphs since the last time: most pages never ask."""
        for row in self._told:
            self._words.update(row.content or content_words(row.key))
            self._names.update(NAME.findall(row.text))
        self._told.clear()


def _stand_alone(page: Page, body: int) -> int:
    """How many long headlines stand alone between paragraphs, as only links do."""
    return sum(
        row.words >= _LONG_HEADLINE
        and is_headline(page, row)
        and page.rows[row.position - 1].paragraph
        and page.rows[row.position + 1].paragraph
        for row in page.rows[body + 1 : -1]
    )
