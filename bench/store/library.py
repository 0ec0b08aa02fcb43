"""A library made by rule, written straight into a store: distinct texts, words as often as in news.

What stands in the file afterwards is what an import gives: texts, lines, quotes, both search
indexes, and marks with their events through the store's own triggers. Only the way is shorter:
no text is read for its structure, no trigger looks at what is written, and the search indexes are
written at the end, at once.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from store import Store, open_store, transaction
from store.database import objects
from store.database.annotations import NewAnnotation
from store.database.articles import digest, quote_id
from store.database.schema import INDEXES

#: Words that come again and again, by rank: the first in nearly every article, the last in few.
VOCABULARY = 200_000
#: Of a hundred articles so many are Chinese.
UNSPACED_SHARE = 2
OUTLETS = 300

_ONSETS = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ng", "ny", "j", "h"]
_CODAS = ["", "", "", "n", "ng", "r", "s", "t", "k"]
_HAN = range(0x4E00, 0x4E00 + 4000)
_FIRST_ADDED = datetime(2025, 1, 1)  # noqa: DTZ001 - written as UTC
_LABELS = {"claim": 5, "denial": 3, "evidence": 2}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text, and what of it is quoted (offsets in the line)."""

    text: str
    quoted: tuple[int, int] | None = None


def _coined(chance: random.Random, syllables: int) -> str:
    return "".join(
        chance.choice(_ONSETS) + chance.choice("aeiou") + chance.choice(_CODAS)
        for _ in range(chance.randint(syllables, syllables + 1))
    )


@cache
def _vocabulary(seed: int) -> tuple[Sequence[str], tuple[Any, ...]]:
    """Return the words by rank, and how chance goes on after them."""
    chance = random.Random(seed)
    known: dict[str, None] = {}
    while len(known) < VOCABULARY:
        known[_coined(chance, 1 + (len(known) > 400) + (len(known) > 8000))] = None
    return tuple(known), chance.getstate()


class Language:
    """Words and signs with the frequencies of Zipf and Mandelbrot; the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self.words, state = _vocabulary(seed)
        self._chance.setstate(state)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(1, VOCABULARY + 1)))
        self._signs = [chr(code) for code in _HAN]
        self._sign_weights = list(accumulate(1 / (rank + 2.7) for rank in range(1, len(_HAN) + 1)))

    def _coined(self, syllables: int = 3) -> str:
        """Return a word, mostly one that nobody wrote before."""
        return _coined(self._chance, syllables)

    def paragraphs(self, place: int, size: int) -> list[Paragraph]:
        """Return a title and paragraphs of about ``size`` bytes together."""
        return self._unspaced(size) if place % 100 < UNSPACED_SHARE else self._spaced(place, size)

    def _spaced(self, place: int, size: int) -> list[Paragraph]:
        chance = self._chance
        drawn = chance.choices(self.words, cum_weights=self._weights, k=size // 6 + 8)
        # Names and numbers that stand nowhere else.
        for _ in range(max(1, size // 800)):
            drawn[chance.randrange(len(drawn))] = self._coined().title()
        title = f"{' '.join(drawn[:7]).capitalize()} {place}"
        made, length, begin = [Paragraph(title)], len(title), 7
        while length < size and begin < len(drawn):
            end = begin + chance.randint(30, 70)
            text = " ".join(drawn[begin:end]).capitalize() + "."
            begin, quoted = end, None
            if len(made) % 3 == 1 and len(text) > 120:
                quoted = (1, 1 + text.index(" ", 100))
                end_quoted = quoted[1] - 1
                said_by = self._coined().title()
                text = f"“{text[:end_quoted]},” kata {said_by}{text[end_quoted:]}"
            made.append(Paragraph(text, quoted))
            length += len(text) + 2
        return made

    def _unspaced(self, size: int) -> list[Paragraph]:
        signs = self._chance.choices(self._signs, cum_weights=self._sign_weights, k=size // 3 + 40)
        pieces = [signs[:20], *(signs[at : at + 150] for at in range(20, len(signs), 150))]
        return [Paragraph("".join(piece)) for piece in pieces]


def fill(path: Path, number: int, size: int) -> None:
    """Make a store of ``number`` articles of ``size`` bytes, without marks."""
    with open_store(path, "bench") as store:
        connection = store.connection
        # Nobody else reads, and what breaks off is thrown away: no journal, nothing synced.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000"):
            connection.execute(f"PRAGMA {setting}")
        made = connection.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') "
            "AND sql IS NOT NULL"
        )
        for kind, name in made.fetchall():
            connection.execute(f"DROP {kind} {name}")
        language = Language()
        with transaction(store, mode="replay"):
            for first in range(0, number, 5000):
                _add(connection, language, range(first, min(first + 5000, number)), size)
        # The indexes are written at the end: at once it takes a tenth of the time.
        for index in ("articles_fts", "articles_trigram"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        for statement in INDEXES:
            connection.execute(statement)
        with transaction(store, mode="replay"):
            objects.make(connection)
    open_store(path, "bench").close()  # has a log again


def _add(connection: sqlite3.Connection, language: Language, places: range, size: int) -> None:
    chance = random.Random(places.start)
    articles, lines, quotes, reviews = [], [], [], []
    for place in places:
        made = language.paragraphs(place, size)
        text = "\n\n".join(paragraph.text for paragraph in made)
        sha256 = digest(text)
        identity = sha256[:16]
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(5000))
        outlet = f"Koran {int(OUTLETS * chance.random() ** 2)}"
        moment = f"{_FIRST_ADDED + timedelta(milliseconds=place):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
        articles.append(
            (
                identity,
                made[0].text,
                outlet,
                f"{day}",
                f"{place}.txt",
                sha256,
                size // 7,
                moment,
                text,
            )
        )
        if place % 10 < 3:
            state = "done" if place % 10 else "reading"
            reviews.append((identity, "bench", state))
        at = 0
        for number, paragraph in enumerate(made):
            end = at + len(paragraph.text)
            kind = "body" if number else "title"
            lines.append((identity, 2 * number + 1, at, end, kind))
            if number + 1 < len(made):
                lines.append((identity, 2 * number + 2, end + 1, end + 1, "blank"))
            if paragraph.quoted:
                start, stop = at + paragraph.quoted[0], at + paragraph.quoted[1]
                quotes.append(
                    (quote_id(identity, start, stop), identity, start, stop, text[start:stop])
                )
            at = end + 2
    connection.executemany(
        "INSERT INTO articles (id, title, outlet, published, source, sha256, words, added_at, "
        "text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        articles,
    )
    connection.executemany(
        "INSERT INTO lines (article_id, number, start_char, end_char, kind) VALUES (?, ?, ?, ?, ?)",
        lines,
    )
    connection.executemany(
        "INSERT INTO quotes (id, article_id, start_char, end_char, text, kind) "
        "VALUES (?, ?, ?, ?, ?, 'direct')",
        quotes,
    )
    connection.executemany(
        "INSERT INTO reviews (article_id, reviewer, state) VALUES (?, ?, ?)", reviews
    )


def marks(store: Store, number: int) -> Iterator[NewAnnotation]:
    """Give ``number`` marks: three articles in ten have none, some of the others very many."""
    chance = random.Random(3)
    lengths = store.connection.execute("SELECT id, length(text) FROM articles").fetchall()
    usual = max(number / len(lengths) / 0.7 - 0.5, 0.1)
    left = number
    while left:
        for identity, length in lengths:
            wanted = 0 if chance.random() < 0.3 else 1 + int(chance.expovariate(1 / usual))
            for _ in range(min(wanted, left)):
                start = chance.randrange(max(1, length - 200))
                end = min(length, start + chance.randint(20, 200))
                (label,) = chance.choices(list(_LABELS), list(_LABELS.values()))
                yield NewAnnotation(identity, label, start, end, speaker="Budi Santoso")
            left -= min(wanted, left)
