"""Annotations whose history is plain: made, perhaps changed, and right in every respect.

Most that arrives is of this kind. It needs no `replay.Fold`: what the events say one after the
other is what comes of them, and of what was only made the stranger's own row, if it is what its
event says. That is worked out by `read` in a thread of its own, from the files themselves;
`settle` then holds it against what arrived and what we have. Whatever is not plain in any way is
named to `merge`, which looks at it event by event.
"""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice, pairwise, product
from operator import itemgetter
from pathlib import Path
from typing import Any

from store.database.annotations import CONTEXT
from store.database.arriving import (
    attached,
    has_columns,
    names,
    read_only_address,
    reviewer_fault,
)
from store.database.connection import uri
from store.database.events import ANNOTATIONS
from store.database.schema import STATUSES
from store.database.sql_text import json_object, literal

#: Rows that are written at once: enough to be quick, and little memory.
_AT_ONCE = 2000

#: Events of a file that are held in memory at once; of a larger file some articles at a time.
_HELD = 250_000

#: Characters of articles that are kept at hand.
_TEXTS = 32 * 1024 * 1024


_Said = tuple[str, str, int, str, str, str | None, str, str | None, str | None]
"""An event as ``_EVENTS`` gives it; there are too many of them to give each a name."""

Row = tuple[Any, ...]
"""The columns of an annotation, in their order."""


@dataclass(slots=True)
class Read:
    """What was read of the plain annotations in strangers' files.

    Attributes:
        connection: Keeps the tables: ``plain`` has the annotations, whole, and ``gone`` those
            that were deleted as they were made; both with the number of events that say so.
        address: Where the tables are.
        labels: The labels that the annotations have.
        articles: Those of their articles that we do not have.
    """

    connection: sqlite3.Connection
    address: str
    labels: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def read(store: Path, files: Mapping[Path, Path], scratch: str) -> Read:
    """Put what would be plain, were each of the files alone, into tables.

    Args:
        store: Our store, whose events are passed over.
        files: The files, and under which names they are read; see `arriving.readable`.
        scratch: The address of an empty database for the tables.

    Raises:
        StoreError: A file cannot be read.
    """
    connection = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=False, uri=True
    )
    connection.execute("ATTACH ? AS scratch", (scratch,))
    for statement in _TABLES:
        connection.execute(statement)
    _attach_ours(connection, store)
    found = Read(connection, scratch)
    desk = _Desk(found)
    collects = gc.isenabled()
    # Half a million strings pass by and nothing that refers to itself: there is nothing to find.
    gc.disable()
    try:
        for file, path in files.items():
            with attached(connection, file, path):
                connection.execute("BEGIN")
                try:
                    desk.look_through()
                    connection.execute("COMMIT")
                except sqlite3.OperationalError:
                    # Bytes that are no text, which `merge` knows how to read.
                    connection.execute("ROLLBACK")
    finally:
        if collects:
            gc.enable()
    connection.execute("DETACH ours")
    for statement in _INDEXES:
        connection.execute(statement.format("scratch"))
    found.labels.update(
        label for (label,) in connection.execute("SELECT DISTINCT label FROM plain")
    )
    return found


def _attach_ours(connection: sqlite3.Connection, store: Path) -> None:
    try:
        connection.execute("ATTACH ? AS ours", (f"{uri(store)}?mode=ro",))
        connection.execute("SELECT 1 FROM ours.events").fetchone()
    except sqlite3.OperationalError:
        # In a folder that cannot be written a store has no place for the index of its log.
        with suppress(sqlite3.OperationalError):
            connection.execute("DETACH ours")
        connection.execute("ATTACH ? AS ours", (read_only_address(store),))


class _Desk:
    """The annotations of strangers' files, looked at one by one."""

    def __init__(self, found: Read) -> None:
        self._found = found
        self._run = found.connection.execute
        self._counted: dict[str, int] = {}
        self._reviewers: set[str] = set()
        self._texts: dict[str, str | None] = {}
        self._length = 0

    def look_through(self) -> None:
        """Look through the file that is at hand as ``theirs``."""
        self._reviewers = {
            name
            for (name,) in self._run("SELECT DISTINCT reviewer FROM theirs.events NOT INDEXED")
            if reviewer_fault(name) is None
        }
        for statement in _LATER:
            self._run(statement)
        if has_columns(self._found.connection, "annotations", ANNOTATIONS.columns):
            self._take_rows()
        (number,) = self._run("SELECT count(*) FROM theirs.events NOT INDEXED").fetchone()
        times = number // _HELD + 1
        # Ids of articles are digits of a digest: any share of the ids is a share of the articles.
        bounds = ["", *(f"{place * 65536 // times:04x}" for place in range(1, times)), "~"]
        counted: dict[str, int] = {}
        for low, high in pairwise(bounds):
            counted |= self._look_at_articles(low, high)
        self._counted |= counted

    def _take_rows(self) -> None:
        """Take the rows of annotations that are as the one event about them says they were made."""
        # What is no text ends it here: SQLite would pass it on.
        deque(self._run('SELECT "after" FROM theirs.events NOT INDEXED'), 0)
        self._run("DELETE FROM known_reviewers")
        self._found.connection.executemany(
            "INSERT INTO known_reviewers VALUES (?)", [(name,) for name in self._reviewers]
        )
        self._run("DELETE FROM strange_articles")
        strange = [
            (article, self._text(article) is not None)
            for (article,) in self._run(
                "SELECT DISTINCT article_id FROM theirs.events NOT INDEXED "
                "WHERE subject = 'annotations' AND typeof(article_id) = 'text' "
                "AND NOT EXISTS (SELECT 1 FROM ours.articles WHERE id = article_id)"
            ).fetchall()
        ]
        self._found.connection.executemany(
            "INSERT INTO strange_articles VALUES (?)",
            [(article,) for article, is_right in strange if is_right],
        )
        self._run(_TAKE_GONE)
        self._run(_TAKE_ROWS)

    def _look_at_articles(self, low: str, high: str) -> dict[str, int]:
        """Look at the articles of ids between two; return how many events each annotation has."""
        histories: defaultdict[str, list[_Said]] = defaultdict(list)
        for said in self._run(_EVENTS, (low, high)):
            histories[said[1]].append(said)
        rows: dict[str, Row] = {}
        made: dict[str, tuple[int, str]] = {}
        gone: dict[str, int] = {}
        for identity, history in histories.items():
            number = len(history)
            if number > 1:
                with suppress(TypeError):  # what is no number or text has no order
                    history.sort(key=_ORDER)
            article, _, lamport, event, action, undoes, _, _, after = history[0]
            if (action, undoes, type(lamport), type(event)) != ("create", None, int, str):
                continue
            if self._counted.get(identity, 0) >= number:
                continue  # another of the files tells as much
            if number > 1:
                if any(said[0] != article for said in history):
                    continue
                *_, last, _, _, before, _ = history[-1]
                if number == 2 and last == "delete" and before == after:
                    gone[identity] = 2  # deleted as it was made: nothing is left
                    continue
            row = _outcome(history)
            if row is not None and self._is_right(identity, article, row):
                rows[identity] = row
                made[identity] = (lamport, event)
        self._leave_out_parts(rows, made)
        counted = {identity: len(histories[identity]) for identity in rows}
        lines = ((*row, counted[identity], *made[identity]) for identity, row in rows.items())
        while some := list(islice(lines, _AT_ONCE)):
            self._found.connection.executemany(_PUT, some)
        self._found.connection.executemany(
            "INSERT OR REPLACE INTO gone VALUES (?, ?)", gone.items()
        )
        return counted | gone

    def _leave_out_parts(self, rows: dict[str, Row], made: dict[str, tuple[int, str]]) -> None:
        """Leave out parts whose first part is not plain, or was made after them."""
        parts = [identity for identity, row in rows.items() if row[_PART_OF] is not None]
        for identity in sorted(parts, key=made.__getitem__):
            first = rows[identity][_PART_OF]
            found: tuple[Any, ...]
            if first in rows:
                found = (rows[first][_ARTICLE], *made[first])
            else:
                found = self._run(_PLACE_OF, (first,)).fetchone() or ("",)
            if found[0] != rows[identity][_ARTICLE] or found[1:] >= made[identity]:
                del rows[identity]

    def _is_right(self, identity: str, place: str, row: Row) -> bool:
        (own, article, _, start, end, words, prefix, suffix, *_) = row
        if (
            tuple(map(type, row)) not in _SHAPES
            or own != identity
            or article != place
            or row[_STATUS] not in STATUSES
            or row[_REVIEWER] not in self._reviewers
            or not (row[_CONFIDENCE] is None or 0 <= row[_CONFIDENCE] <= 1)
        ):
            return False
        text = self._texts.get(article) or self._text(article)
        return (
            text is not None
            and 0 <= start < end <= len(text)
            and text[start:end] == words
            and text[max(start - CONTEXT, 0) : start] == prefix
            and text[end : end + CONTEXT] == suffix
        )

    def _text(self, article: str) -> str | None:
        """Return an article's text, ours or theirs; of theirs the one that its id is made of."""
        if self._length > _TEXTS:
            self._texts.clear()
            self._length = 0
        found = self._run("SELECT text FROM ours.articles WHERE id = ?", (article,)).fetchone()
        if found is None:
            found = self._run(
                "SELECT text FROM theirs.articles WHERE id = ?", (article,)
            ).fetchone()
            digest = hashlib.sha256(str(found[0]).encode()).hexdigest() if found else ""
            if digest[:16] != article:
                return None
            self._found.articles.add(article)
        self._texts[article] = found[0]
        self._length += len(found[0])
        return self._texts[article]


def _outcome(history: list[_Said]) -> Row | None:
    """Return what a creation and the changes after it come to; None where it is not plain."""
    values: dict[str, Any] | None = None
    try:
        for _, _, _, _, action, undoes, at, _, after in history:
            # What JSON has to escape by its number is nothing that stands in most texts.
            if after is None or "\\u" in after:
                return None
            said, end = _READ(after, 0)
            if end != len(after):
                return None
            if values is None:
                values = said
                continue
            if not (action == "change" and undoes is None and said and said.keys() <= _CHANGED):
                return None
            values.update(said)
            values["updated_at"] = at
        return _ROW(values) if values and len(values) == len(ANNOTATIONS.columns) else None
    except (AttributeError, KeyError, TypeError, ValueError, StopIteration, RecursionError):
        return None


def bring(connection: sqlite3.Connection, found: Read, *, copied: bool) -> None:
    """Have the tables of what was found at hand.

    Args:
        connection: Where.
        found: What `read` found.
        copied: Only a copy of them, for a connection that may write to nothing else.
    """
    connection.execute("ATTACH ? AS scratch", (found.address,))
    connection.execute("PRAGMA scratch.cache_size = -256000")
    for table in ("plain", "gone") if copied else ():
        connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM scratch.{table}")
        connection.execute(f"CREATE UNIQUE INDEX temp.{table}_by_id ON {table} (id)")
    for statement in _INDEXES if copied else ():
        connection.execute(statement.format("temp"))


def settle(
    connection: sqlite3.Connection,
    found: Read,
    labels: Collection[str],
    faulty: Iterable[str],
) -> list[tuple[str, str]]:
    """Take out of ``plain`` and ``gone`` what is not plain once all has arrived.

    Args:
        connection: Where `arriving` has laid out the events; `bring` was called.
        found: What `read` found.
        labels: The labels that are there whatever else comes in.
        faulty: Annotations of which something was left out.

    Returns:
        The annotations that arriving events are about and that are neither plain nor simply
        made and deleted: id and article.
    """
    run = connection.execute
    taken = sum(run(statement).rowcount for statement in _TAKE_BACK)
    of_what_is_not_there = [("label", name) for name in found.labels.difference(labels)] + [
        ("article_id", article)
        for article in found.articles
        if run("SELECT 1 FROM arriving_articles WHERE id = ?", (article,)).fetchone() is None
    ]
    for column, value in (*of_what_is_not_there, *(("id", identity) for identity in faulty)):
        taken += run(f"DELETE FROM plain WHERE {column} = ?", (value,)).rowcount
    while taken:
        taken = run(_TAKE_BACK_PARTS).rowcount
    return run(_OTHERS).fetchall()


_ORDER = itemgetter(2, 3)
#: `json.JSONDecoder.raw_decode` without the function of Python's around it.
_READ: Callable[[str, int], tuple[Any, int]] = vars(json.JSONDecoder())["scan_once"]
_ROW = itemgetter(*ANNOTATIONS.columns)
_CHANGED = frozenset(ANNOTATIONS.columns) - {"part_of"}
_ARTICLE, _STATUS, _REVIEWER, _CONFIDENCE, _PART_OF = map(
    ANNOTATIONS.columns.index, ("article_id", "status", "reviewer", "confidence", "part_of")
)

_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(ANNOTATIONS.columns, (str,)),
    **dict.fromkeys(("start_char", "end_char"), (int,)),
    **dict.fromkeys(("speaker", "part_of", "origin"), (str, type(None))),
    "confidence": (int, float, type(None)),
}

#: The types that the columns of an annotation may have together.
_SHAPES = frozenset(product(*_TYPES.values()))

_TABLES = (
    "PRAGMA scratch.journal_mode = MEMORY",
    "PRAGMA scratch.synchronous = OFF",
    "PRAGMA scratch.secure_delete = OFF",
    "PRAGMA scratch.cache_size = -64000",
    f"CREATE TABLE scratch.plain ({names(ANNOTATIONS.columns)}, number, lamport, event, "
    "UNIQUE (id))",
    "CREATE TABLE scratch.gone (id, number, UNIQUE (id))",
    "CREATE TEMP TABLE known_reviewers (name PRIMARY KEY)",
    "CREATE TEMP TABLE strange_articles (id PRIMARY KEY)",
    "CREATE TEMP TABLE later (subject_id UNIQUE, number, article_id, lamport, undoing, deleted)",
)

_INDEXES = (
    "CREATE INDEX {0}.plain_places ON plain (article_id)",
    "CREATE INDEX {0}.plain_parts ON plain (part_of) WHERE part_of IS NOT NULL",
    "CREATE INDEX {0}.plain_origins ON plain (origin) WHERE origin IS NOT NULL",
)

_PUT = f"INSERT OR REPLACE INTO plain VALUES ({', '.join('?' * (len(ANNOTATIONS.columns) + 3))})"

_PLACE_OF = "SELECT article_id, lamport, event FROM plain WHERE id = ?"

_EVENTS = """SELECT article_id, subject_id, lamport, id, action, undoes, at,
  CASE action WHEN 'delete' THEN "before" END, "after"
FROM theirs.events AS their NOT INDEXED
WHERE subject = 'annotations' AND article_id >= ? AND article_id < ?
  AND NOT EXISTS (SELECT 1 FROM ours.events WHERE id = their.id)
  AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = their.subject_id)
  AND (EXISTS (SELECT 1 FROM later WHERE later.subject_id = their.subject_id)
    OR NOT EXISTS (SELECT 1 FROM plain WHERE plain.id = their.subject_id))"""

#: What more than their making is told of annotations, by their ids.
_LATER = (
    "DELETE FROM later",
    """INSERT INTO later SELECT subject_id, count(*), max(article_id), max(lamport), max(undoes),
  max(CASE action WHEN 'delete' THEN "before" END)
FROM theirs.events NOT INDEXED
WHERE subject = 'annotations' AND NOT (action = 'create' AND undoes IS NULL)
GROUP BY subject_id""",
)

_IS_MAKING = """their.subject = 'annotations' AND their.action = 'create' AND their.undoes IS NULL
  AND NOT EXISTS (SELECT 1 FROM ours.events WHERE id = their.id)"""

#: Takes those that were deleted as they were made.
_TAKE_GONE = f"""INSERT OR IGNORE INTO gone
SELECT their.subject_id, 2 FROM theirs.events AS their NOT INDEXED
CROSS JOIN later ON later.subject_id = their.subject_id
WHERE {_IS_MAKING} AND later.number = 1 AND later.deleted = their."after"
  AND later.article_id = their.article_id AND later.lamport > their.lamport"""

_WINDOW = (
    "substr(text, max(own.start_char - 31, 1), "
    "min(own.start_char, 32) + own.end_char - own.start_char + 32) "
    "= own.prefix || own.text || own.suffix"
)
_TYPED = " AND ".join(
    f"typeof(own.{column}) IN ({', '.join(map(literal, types))})"
    for column, types in {
        **dict.fromkeys(ANNOTATIONS.columns, ("text",)),
        **dict.fromkeys(("start_char", "end_char"), ("integer",)),
        **dict.fromkeys(("speaker", "origin"), ("text", "null")),
        # A part is looked at with its first part; of a fraction an event keeps fewer digits.
        **dict.fromkeys(("part_of", "confidence"), ("null",)),
    }.items()
)

#: Takes the rows that are what their one event says and what our store allows.
_TAKE_ROWS = f"""INSERT OR IGNORE INTO plain
SELECT {names(ANNOTATIONS.columns, "own")}, 1, their.lamport, their.id
FROM theirs.events AS their NOT INDEXED
CROSS JOIN theirs.annotations AS own ON own.id = their.subject_id
WHERE {_IS_MAKING} AND NOT EXISTS (SELECT 1 FROM later WHERE subject_id = their.subject_id)
  AND their."after" = {json_object(ANNOTATIONS.columns, "own")}
  AND typeof(their.lamport) = 'integer' AND typeof(their.id) = 'text'
  AND NOT instr(their."after", '\\u') AND {_TYPED} AND own.article_id = their.article_id
  AND own.status IN ({", ".join(map(literal, STATUSES))})
  AND own.reviewer IN (SELECT name FROM known_reviewers)
  AND own.start_char >= 0 AND own.end_char > own.start_char
  AND length(own.text) = own.end_char - own.start_char
  AND length(own.prefix) = min(own.start_char, 32)
  AND coalesce((SELECT {_WINDOW} FROM ours.articles WHERE id = own.article_id),
    (SELECT {_WINDOW} FROM theirs.articles WHERE id = own.article_id
      AND id IN (SELECT id FROM strange_articles)))"""

#: What we have events of in the articles concerned.
OURS = (
    "CREATE TEMP TABLE places AS "
    "SELECT DISTINCT article_id AS id FROM arriving WHERE subject = 'annotations'",
    "CREATE TEMP TABLE known (subject_id TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT OR IGNORE INTO known SELECT subject_id FROM main.events "
    "WHERE article_id IN (SELECT id FROM places) AND subject = 'annotations'",
)

_ALL_ARRIVED = (
    "number = (SELECT count(*) FROM arriving WHERE subject = 'annotations' AND subject_id = {0}.id)"
)

#: Takes out again what other events are about, ours or arriving ones, and what only SQL can tell:
#: foreign fields that SQLite does not take for JSON, and what comes from an annotation in another
#: article or has one that comes from it.
_TAKE_BACK = (
    f"DELETE FROM gone WHERE NOT {_ALL_ARRIVED.format('gone')} "
    "OR EXISTS (SELECT 1 FROM known WHERE subject_id = gone.id) "
    "OR EXISTS (SELECT 1 FROM main.annotations WHERE id = gone.id)",
    f"DELETE FROM plain WHERE NOT {_ALL_ARRIVED.format('plain')} "
    "OR EXISTS (SELECT 1 FROM known WHERE subject_id = plain.id) "
    "OR EXISTS (SELECT 1 FROM main.annotations WHERE id = plain.id)",
    """DELETE FROM plain WHERE id IN (
  SELECT id FROM plain AS one WHERE extra <> '{}' AND NOT json_valid(extra)
  OR origin IS NOT NULL AND (origin = id
    OR EXISTS (SELECT 1 FROM main.annotations AS source
      WHERE source.id = one.origin AND source.article_id <> one.article_id)
    OR EXISTS (SELECT 1 FROM plain AS source
      WHERE source.id = one.origin AND source.article_id <> one.article_id)))""",
    "DELETE FROM plain WHERE EXISTS (SELECT 1 FROM origins WHERE origins.origin = plain.id "
    "AND origins.article_id <> plain.article_id)",
)

#: Takes out the parts of what was taken out.
_TAKE_BACK_PARTS = (
    "DELETE FROM plain WHERE part_of IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM plain AS first WHERE first.id = plain.part_of)"
)

_OTHERS = """SELECT subject_id, article_id FROM arriving
WHERE subject = 'annotations' AND NOT EXISTS (SELECT 1 FROM plain WHERE id = subject_id)
  AND NOT EXISTS (SELECT 1 FROM gone WHERE id = subject_id)
GROUP BY subject_id"""

#: Takes out the annotations in ``wanted``.
TAKE_OUT_WANTED = (
    "DELETE FROM plain WHERE id IN (SELECT subject_id FROM wanted WHERE subject = 'annotations')"
)

#: The plain annotations that continue one in ``wanted`` or come from it: table, id and article.
HANGING_ON_WANTED = " UNION ALL ".join(
    "SELECT 'annotations', plain.id, plain.article_id "
    f"FROM wanted CROSS JOIN plain ON plain.{column} = wanted.subject_id "
    "WHERE wanted.subject = 'annotations'"
    for column in ("part_of", "origin")
)
