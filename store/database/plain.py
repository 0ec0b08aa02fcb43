"""Annotations whose history is plain: made, perhaps changed, and right in every respect.

Most that arrives is of this kind. It needs no `replay.Fold`: what the events say one after the
other is what comes of them. Whatever is not plain in any way is named to `merge`, which looks at
it event by event.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from store.collecting import uncollected
from store.database.annotations import CONTEXT
from store.database.arriving import names
from store.database.events import ANNOTATIONS
from store.database.schema import STATUSES

#: Rows that are written at once: enough to be quick, and little memory.
_AT_ONCE = 2000

#: So much text is kept at hand, in code points.
_MOST_TEXT = 16_000_000

TABLES = (
    "CREATE TEMP TABLE places (id TEXT)",
    "CREATE TEMP TABLE known (subject_id TEXT PRIMARY KEY) WITHOUT ROWID",
    f"CREATE TEMP TABLE plain ({names(ANNOTATIONS.columns)})",
    "CREATE TEMP TABLE origins AS "
    "SELECT origin, article_id FROM main.annotations WHERE origin IS NOT NULL",
    "CREATE INDEX temp.origins_by_origin ON origins (origin)",
)
"""What stands here is filled by `lay_out`; ``plain`` takes the annotations, whole."""


Said = tuple[Any, ...]
"""An event: ``SAID`` and what else its reader wants; there are too many to give each a name."""

SAID = """subject_id, article_id, lamport, id, action, undoes, at,
  CASE action WHEN 'delete' THEN "before" END, "after\""""

Values = tuple[Any, ...]
"""The columns of an annotation, in their order."""

#: Stands for an annotation of which nothing is left.
GONE: Values = ()


class _Row(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The columns of an annotation, in their order; read from JSON they have these types."""

    id: str
    article_id: str
    label: str
    start_char: int
    end_char: int
    text: str
    prefix: str
    suffix: str
    note: str
    speaker: str | None
    confidence: float | None
    status: str
    part_of: str | None
    origin: str | None
    reviewer: str
    created_at: str
    updated_at: str
    extra: str


def lay_out(
    connection: sqlite3.Connection,
    labels: Collection[str],
    reviewers: Collection[str],
    last_of_ours: int,
) -> list[tuple[str, str]]:
    """Put the plain annotations of what arrives into ``plain``.

    Args:
        connection: Where `arriving` has laid out the events, and ``TABLES`` are made.
        labels: The labels that are there whatever else comes in.
        reviewers: Who made the events.
        last_of_ours: The last row of our events that are looked at.

    Returns:
        The annotations that arriving events are about and that are neither plain nor simply
        made and deleted: id and article.
    """
    connection.execute(_PLACES)
    connection.execute(_KNOWN, (last_of_ours,))
    connection.execute("SAVEPOINT plain")
    decoded = connection.text_factory
    # Python's own decoding is much the quicker one, but knows only what is right.
    connection.text_factory = str
    look = partial(Look, partial(_text, connection), labels, reviewers)
    with uncollected():
        try:
            others = list(_filled(connection, look()))
        except sqlite3.OperationalError:
            connection.text_factory = decoded
            connection.execute("ROLLBACK TO plain")
            others = list(_filled(connection, look()))
        finally:
            connection.text_factory = decoded
            connection.execute("RELEASE plain")
    connection.execute("CREATE UNIQUE INDEX temp.plain_by_id ON plain (id)")
    connection.execute("CREATE INDEX temp.plain_parts ON plain (part_of) WHERE part_of IS NOT NULL")
    connection.execute("CREATE INDEX temp.plain_origins ON plain (origin) WHERE origin IS NOT NULL")
    others += connection.execute(_TAKE_BACK).fetchall()
    return others + list(_parts_taken_back(connection))


def _filled(connection: sqlite3.Connection, look: Look) -> Iterator[tuple[str, str]]:
    """Fill the tables, and give the annotations that are not plain."""
    not_plain = {identity for (identity,) in connection.execute(_NOT_OF_ONE_HISTORY)}
    rows: list[Values] = []
    for identity, said in groupby(connection.execute(_EVENTS), itemgetter(0)):
        history = list(said)
        row = outcome(history, look)
        if row == GONE:
            continue
        if row is None or identity in not_plain:
            yield identity, history[0][1]
            continue
        rows.append(row)
        if len(rows) == _AT_ONCE:
            _write(connection, rows)
            rows.clear()
    _write(connection, rows)


def _write(connection: sqlite3.Connection, rows: Sequence[Values]) -> None:
    places = ", ".join("?" * len(ANNOTATIONS.columns))
    connection.executemany(f"INSERT INTO plain VALUES ({places})", rows)


def _text(connection: sqlite3.Connection, article: str) -> str | None:
    """Return the text of an article that is there or arrives."""
    found = connection.execute(
        "SELECT text FROM main.articles WHERE id = ?1 "
        "UNION ALL SELECT text FROM arriving_articles WHERE id = ?1",
        (article,),
    ).fetchone()
    return found[0] if found else None


class Look:
    """Looks whether an annotation is right in every respect."""

    def __init__(
        self,
        text_of: Callable[[str], str | None],
        labels: Collection[str],
        reviewers: Collection[str],
    ) -> None:
        """Begin with what an annotation may stand on.

        Args:
            text_of: Gives the text of an article.
            labels: The labels that are there whatever else comes in.
            reviewers: Who made the events.
        """
        self._text_of, self._labels, self._reviewers = text_of, labels, reviewers
        self._texts: dict[str, str | None] = {}
        self._read = 0

    def is_right(self, row: _Row, identity: str, article: str) -> bool:
        """Tell it of one whose events say that it is ``identity`` and in ``article``."""
        text = self._texts[article] if article in self._texts else self._text(article)
        start, end = row.start_char, row.end_char
        return (
            row.id == identity
            and row.article_id == article
            and row.label in self._labels
            and row.status in STATUSES
            and row.reviewer in self._reviewers
            and (row.confidence is None or 0 <= row.confidence <= 1)
            and text is not None
            and 0 <= start < end <= len(text)
            and text[start:end] == row.text
            and text[max(start - CONTEXT, 0) : start] == row.prefix
            and text[end : end + CONTEXT] == row.suffix
        )

    def _text(self, article: str) -> str | None:
        text = self._text_of(article)
        self._read += len(text or "")
        if self._read > _MOST_TEXT:
            self._texts.clear()
            self._read = len(text or "")
        self._texts[article] = text
        return text


def outcome(history: list[Said], look: Look) -> Values | None:
    """Return what the events of an annotation come to, and sort them.

    Returns:
        The columns in their order; ``GONE`` where it was deleted as it was made; None where its
        history is not plain.
    """
    first = history[0]
    if len(history) > 1:
        history.sort(key=_ORDER)
        first, second = history[:2]
        if (
            len(history) == 2
            and (first[4], second[4]) == ("create", "delete")
            and first[8] == second[7]
            and _row(history[:1]) is not None
        ):
            return GONE
    if first[4] != "create" or first[5] is not None:
        return None
    row = _row(history)
    if row is None or not look.is_right(row, first[0], first[1]):
        return None
    return msgspec.structs.astuple(row)


def _parts_taken_back(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Take back the parts whose first part is not plain, or was made after them; give them."""
    parts = connection.execute(_PARTS).fetchall()
    gone: set[str] = set()
    # In the order in which they were made: so a first part was looked at before its parts.
    for made, identity, article, first, first_made in sorted(parts):
        if first_made is None or first_made >= made or first in gone:
            gone.add(identity)
            yield identity, article
    connection.executemany("DELETE FROM plain WHERE id = ?", [(identity,) for identity in gone])


def _row(history: list[Said]) -> _Row | None:
    """Return what a creation and the changes after it come to; None where it is not plain."""
    try:
        made = history[0][8]
        # What JSON has to escape by its number is nothing that stands in most texts.
        if made is None or "\\u" in made:
            return None
        if len(history) == 1:
            return _READ_ROW(made)
        values = _READ(made)
        for _, _, _, _, action, undoes, at, _, after, *_ in history[1:]:
            if action != "change" or undoes is not None or after is None or "\\u" in after:
                return None
            changed = _READ(after)
            if not changed or "part_of" in changed:
                return None
            values.update(changed)
            values["updated_at"] = at
        return msgspec.convert(values, _Row)
    except (msgspec.MsgspecError, RecursionError):
        return None


_ORDER = itemgetter(2, 3)
_READ_ROW = msgspec.json.Decoder(_Row).decode
_READ = msgspec.json.Decoder(dict).decode

_EVENTS = f"""SELECT {SAID} FROM arriving INDEXED BY arriving_by_subject
WHERE subject = 'annotations' ORDER BY subject_id"""

_PLACES = (
    "INSERT INTO places SELECT DISTINCT article_id FROM arriving WHERE subject = 'annotations'"
)
#: What we have events of in the articles concerned.
_KNOWN = """INSERT OR IGNORE INTO known SELECT subject_id FROM main.events
WHERE article_id IN (SELECT id FROM places) AND rowid <= ? AND subject = 'annotations'"""

#: Annotations of which we have events or a row, or whose events name different articles.
_NOT_OF_ONE_HISTORY = """SELECT subject_id FROM arriving WHERE subject = 'annotations'
GROUP BY subject_id HAVING min(article_id) <> max(article_id)
  OR EXISTS (SELECT 1 FROM known WHERE subject_id = arriving.subject_id)
  OR EXISTS (SELECT 1 FROM main.annotations WHERE id = arriving.subject_id)"""

#: When an annotation in the table ``{table}`` was made: as a text that is in the same order.
_MADE = """(SELECT printf('%020d', lamport) || id FROM arriving
  WHERE subject = 'annotations' AND subject_id = {table}.id AND "action" = 'create')"""

#: The plain parts: when made, id, article, first part, and when that one was made if it is plain.
_PARTS = f"""SELECT {_MADE.format(table="part")}, part.id, part.article_id, part.part_of,
  {_MADE.format(table="first")}
FROM plain AS part LEFT JOIN plain AS first
  ON first.id = part.part_of AND first.article_id = part.article_id
WHERE part.part_of IS NOT NULL"""

#: Takes out again what only SQL can tell: foreign fields that SQLite does not take for JSON, and
#: what comes from an annotation in another article or has one that comes from it.
_TAKE_BACK = """DELETE FROM plain WHERE id IN (
  SELECT id FROM plain AS one WHERE extra <> '{}' AND NOT json_valid(extra)
  OR origin IS NOT NULL AND (origin = id
    OR EXISTS (SELECT 1 FROM main.annotations AS source
      WHERE source.id = one.origin AND source.article_id <> one.article_id)
    OR EXISTS (SELECT 1 FROM plain AS source
      WHERE source.id = one.origin AND source.article_id <> one.article_id))
  OR EXISTS (SELECT 1 FROM origins
    WHERE origins.origin = one.id AND origins.article_id <> one.article_id)
) RETURNING id, article_id"""

#: The plain annotations that continue one in ``wanted`` or come from it: table, id and article.
HANGING_ON_WANTED = " UNION ALL ".join(
    "SELECT 'annotations', plain.id, plain.article_id "
    f"FROM wanted CROSS JOIN plain ON plain.{column} = wanted.subject_id "
    "WHERE wanted.subject = 'annotations'"
    for column in ("part_of", "origin")
)
