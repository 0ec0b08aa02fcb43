"""Articles and libraries made by rule: no two sentences alike, the same each time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from store import Document, Line, Metadata, articles, open_store, transaction
from store import annotations as stored_annotations

_ONSETS = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ng", "ny"]
_CODAS = ["", "", "", "n", "ng", "r", "s", "t", "k"]

#: Long enough to be read as one.
TITLE = "Kabar dari pulau: pemerintah membantah tuduhan nelayan"
#: Code points to an annotation, and words in one.
DENSITY = 300
_WORDS = (3, 9)
_BATCH = 1_000
LABELS = ("claim", "denial", "evidence")


class Mark(NamedTuple):
    """An annotation: from ``start`` to ``end`` in code points."""

    label: str
    start: int
    end: int


def _word(chance: random.Random) -> str:
    syllables = chance.choice([1, 2, 2, 2, 3, 3])
    return "".join(
        chance.choice(_ONSETS) + chance.choice("aeiou") + chance.choice(_CODAS)
        for _ in range(syllables)
    )


def _sentence(chance: random.Random) -> str:
    words = [_word(chance) for _ in range(chance.randint(7, 18))]
    words[chance.randrange(3, len(words) - 1)] += ","
    said = " ".join(words)
    said = said[0].upper() + said[1:]
    if chance.random() < 0.25:
        return f'"{said}," kata {_word(chance).title()} {_word(chance).title()}.'
    return f"{said}."


def article(size: int, title: str = TITLE) -> str:
    """An article of about ``size`` bytes: a title, then paragraphs of one to four sentences."""
    chance = random.Random(size)
    paragraphs = [title]
    length = len(title)
    while length < size:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(1, 4)))
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs) + "\n"


def marks(text: str) -> Iterator[Mark]:
    """An annotation for each `DENSITY` code points of a text, of whole words of one paragraph."""
    chance = random.Random(len(text))
    due = 0
    for paragraph in re.finditer(r"[^\n]+", text):
        words = [word.span() for word in re.finditer(r"\S+", paragraph[0])]
        while (due := max(due, paragraph.start())) < paragraph.end():
            first = next((n for n, (at, _) in enumerate(words) if at >= due - paragraph.start()), 0)
            last = min(first + chance.randint(*_WORDS), len(words)) - 1
            start, end = words[first][0], words[last][1]
            yield Mark(chance.choice(LABELS), paragraph.start() + start, paragraph.start() + end)
            due += DENSITY


def mark_article(path: Path, reviewer: str) -> int:
    """Put `marks` on the only article of a store; return how many there are."""
    with open_store(path, reviewer) as store, transaction(store):
        seqs = articles.order(store, articles.ArticleQuery())
        (row,) = articles.rows(store, seqs)
        made = list(marks(articles.get(store, row.id).text))
        for mark in made:
            stored_annotations.create(store, row.id, mark.label, mark.start, mark.end)
    return len(made)


def fill(path: Path, number: int) -> None:
    """Make a store of ``number`` short articles with outlets and dates."""
    chance = random.Random(number)
    body = article(800).partition("\n\n")[2].replace("\n", " ")
    with open_store(path, "bench") as store, transaction(store, mode="rule"):
        for first in range(0, number, _BATCH):
            batch = []
            for place in range(first, min(first + _BATCH, number)):
                title = f"Artikel nomor {place:06}"
                text = f"{title} {chance.randrange(10**9)} {body}"
                metadata = Metadata(
                    title=title,
                    outlet=f"Koran {chance.randrange(200)}",
                    published=f"20{chance.randrange(10, 25)}-0{chance.randrange(1, 10)}-11",
                )
                lines = (Line(1, 0, len(text), "body", shown=True),)
                document = Document(text, metadata, lines, ())
                batch.append(articles.NewArticle(document, f"{place}.txt", {}))
            articles.add_all(store, batch)
