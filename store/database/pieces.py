"""Pieces inside words: which articles may hold them, by the index of three-character pieces.

Three characters and more are looked up as all the threes they are made of; each text found still
has to be looked at. One or two characters are what threes begin with. No three begins with the
last two of a text, so these are gathered once, then kept with the open store: texts never change.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product

from store.database.connection import Store

_THREES = "SELECT rowid FROM articles_trigram WHERE articles_trigram MATCH ?"
_LISTED = "SELECT value FROM json_each(?)"
#: Of longer pieces no more threes than this are looked up: hardly any article has so many.
_MOST_THREES = 64
#: The greatest character, which no text holds.
_LAST = chr(0x10FFFF)

_TITLES_END = "instr(lower(substr(title, -2)), lower(?1)) AND removed_at"


@dataclass
class Endings:
    """How the texts of a store end: the last two characters, in small letters -> seqs."""

    seqs: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    seen: tuple[int, str] | None = None


def looked_up(store: Store, piece: str) -> tuple[str, tuple[str, ...]]:
    """Return a query for the ``seq`` of all articles that may hold ``piece``, with its values.

    Cases are not told apart. The query has one column, which it may be ordered by.
    """
    if len(piece) < 3:
        return _LISTED, (json.dumps(sorted(_beginnings(store, piece) | _endings(store, piece))),)
    threes = dict.fromkeys(piece[at : at + 3] for at in range(len(piece) - 2))
    quoted = ['"' + three.replace('"', '""') + '"' for three in list(threes)[:_MOST_THREES]]
    return _THREES, (" AND ".join(quoted),)


def _beginnings(store: Store, piece: str) -> set[int]:
    """Return the articles of which a three begins with the piece."""
    # A view of this connection's own on the index; nothing of it is in the file.
    store.connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.sanggah_threes "
        "USING fts5vocab(main, articles_trigram, instance)"
    )
    found: set[int] = set()
    # The index holds small letters, as far as its tables of them go.
    for signs in product(*({sign, sign.lower()} for sign in piece)):
        beginning = "".join(signs)
        rows = store.connection.execute(
            "SELECT doc FROM temp.sanggah_threes WHERE term >= ? AND term <= ?",
            (beginning, beginning + _LAST),
        )
        found.update(seq for (seq,) in rows)
    return found


def _endings(store: Store, piece: str) -> set[int]:
    """Return the articles whose title or text has the piece in its last two characters."""
    found = {
        seq
        for (seq,) in store.connection.execute(
            f"SELECT seq FROM articles INDEXED BY articles_by_title WHERE {_TITLES_END} IS NULL "
            f"UNION ALL SELECT seq FROM articles WHERE {_TITLES_END} IS NOT NULL",
            (piece,),
        )
    }
    small = _small(piece)
    for end, seqs in _gathered(store).seqs.items():
        if small in end:
            found.update(seqs)
    return found


def _gathered(store: Store) -> Endings:
    """Return how the texts end, those of new articles too."""
    newest = store.connection.execute(
        "SELECT seq, id FROM articles ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    known = store.endings or Endings()
    if known.seen != newest:
        last = (
            known.seen
            and store.connection.execute(
                "SELECT seq, id FROM articles WHERE seq = ?", (known.seen[0],)
            ).fetchone()
        )
        if last != known.seen:
            # The last article was deleted, and its number may be another's by now.
            known = Endings()
        for seq, end in store.connection.execute(
            "SELECT seq, substr(text, -2) FROM articles WHERE seq > ?",
            (known.seen[0] if known.seen else 0,),
        ):
            known.seqs[_small(end)].append(seq)
        known.seen = newest
    store.endings = known
    return known


def _small(text: str) -> str:
    """Return the text in small letters as SQLite's LIKE knows them: those of ASCII."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)
