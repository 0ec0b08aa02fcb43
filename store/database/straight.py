"""Marks of which we know nothing yet, from strangers' stores straight into the tables.

Who takes in the stores of reviewers for the first time takes in much, and most of it is `plain`. So
SQLite copies the events, after the same look at each, and beside it, on another core, it is worked
out what they come to. That they are the same events is certain: both read files that nobody has
open and that stay as they are.

What is not plain is taken out again and laid out for `merge`, as if it came with a second merge.
Where anything else is out of the ordinary this gives up, and `merge` looks at every row.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from store.database.arriving import (
    CLOCK_AHEAD,
    EVENT_COLUMNS,
    FAULT,
    OF_MARKS,
    THEIR_EVENT_COLUMNS,
    Arriving,
    distrust,
    distrusting,
    is_alone,
    look_at_tables,
    names,
    read_only_address,
    reviewer_fault,
)
from store.database.connection import StoreError, header
from store.database.events import ANNOTATIONS
from store.database.long_writes import indexes_made_after
from store.database.plain import GONE, SAID, Look, Said, Values, outcome
from store.database.schema import SCHEMA_VERSION
from store.model import SanggahError

#: What Python says of values that are not what they should be.
_NOT_AS_IT_SHOULD = (TypeError, ValueError, AttributeError, RecursionError)

#: Rows that a statement writes.
_AT_ONCE = 50

_ARTICLE, _LABEL, _PART_OF, _ORIGIN, _EXTRA = map(
    ANNOTATIONS.columns.index, ("article_id", "label", "part_of", "origin", "extra")
)


class NotStraight(SanggahError):  # noqa: N818 - a state of the stores, named as such
    """Something is out of the ordinary: every row has to be looked at."""


class Marks:
    """The events about annotations that strangers' stores hold, read beside our connection.

    ``ends`` are the first and the last of each file, with their rows. After `work_out`, ``rows``
    are the plain annotations, and ``others`` the ids of the events about those that are not plain,
    each with the place of its file.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        """Open the stores; nothing is read yet.

        Raises:
            NotStraight: A file is in use, or is no store of this version.
        """
        self.files = files
        self._stamps = self._stamped()
        self.ends: list[tuple[str, int]] = []
        self.rows: list[Values] = []
        self.others: list[tuple[str, int]] = []
        self.numbers: list[int] = []
        self.latest = 0
        self.tally: Counter[tuple[str, bool, str]] = Counter()
        self._events: list[Said] = []
        self._labels: set[str] = set()
        self._origins: list[tuple[str, str]] = []
        self._digests: dict[str, str] = {}
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False, uri=True
        )
        try:
            with _whatever_is_wrong():
                if any((header(file) or (0, 0))[0] != SCHEMA_VERSION for file in files):
                    raise NotStraight("another version")
                distrust(self._connection)
                attach(self._connection, files)
                for place, file in enumerate(files):
                    look_at_tables(self._connection, file, _name(place))
                    self._look_at_ends(_name(place))
        except BaseException:
            self.close()
            raise

    def _look_at_ends(self, name: str) -> None:
        for order in ("ASC", "DESC"):
            self.ends += self._connection.execute(
                f"SELECT id, rowid FROM {name}.events AS their NOT INDEXED "
                f"WHERE {OF_MARKS} ORDER BY rowid {order} LIMIT 1"
            )

    def close(self) -> None:
        """Let the files go."""
        self._connection.close()

    def refuse_changed(self) -> None:
        """Raise NotStraight where a file is not as it was."""
        if self._stamped() != self._stamps:
            raise NotStraight("a file was written to")

    def _stamped(self) -> list[tuple[int, int, int]]:
        with _whatever_is_wrong():
            if not all(map(is_alone, self.files)):
                raise NotStraight("a file is in use")
            found = [file.stat() for file in self.files]
        return [(each.st_ino, each.st_size, each.st_mtime_ns) for each in found]

    def work_out(self, labels: Collection[str]) -> None:
        """Read the events and find out what they come to.

        Args:
            labels: The labels that are there.

        Raises:
            NotStraight: Something about them is wrong.
        """
        with _whatever_is_wrong():
            events: list[Said] = []
            for place in range(len(self.files)):
                before = len(events)
                events += self._connection.execute(
                    f"SELECT {SAID}, reviewer, {place} "
                    f"FROM {_name(place)}.events AS their NOT INDEXED WHERE {OF_MARKS}"
                )
                self.numbers.append(len(events) - before)
            self.latest = max(map(itemgetter(2), events), default=0)
            for (reviewer, action), number in Counter(map(itemgetter(9, 4), events)).items():
                self.tally[reviewer, True, action] = number
            reviewers = {reviewer for reviewer, *_ in self.tally}
            if any(map(reviewer_fault, reviewers)):
                raise NotStraight("a reviewer has no right name")
            events.sort(key=itemgetter(0))
            self._events = events
            others = self._fill(events, Look(self._text, labels, reviewers))
            self._leave(others)
            self._labels = {row[_LABEL] for row in self.rows}

    def _fill(self, events: Iterable[Said], look: Look) -> list[list[Said]]:
        """Gather the rows, and return the histories that are not plain."""
        others: list[list[Said]] = []
        parts: list[tuple[list[Said], Values]] = []
        for identity, said in groupby(events, itemgetter(0)):
            history = list(said)
            row = outcome(history, look)
            if row is None or (len(history) > 1 and _is_spread(history)):
                others.append(history)
            elif row != GONE:
                origin, extra = row[_ORIGIN], row[_EXTRA]
                if origin is not None:
                    self._origins.append((origin, row[_ARTICLE]))
                if origin == identity or (extra != "{}" and not self._is_json(extra)):
                    others.append(history)
                elif row[_PART_OF] is not None:
                    parts.append((history, row))
                else:
                    self.rows.append(row)
        alone = {row[0] for row in self.rows}
        moments = {history[0][0]: _moment(history[0]) for history, _ in parts}
        kept = set[str]()
        # In the order in which they were made: so a first part was looked at before its parts.
        for history, row in sorted(parts, key=lambda part: _moment(part[0][0])):
            first, moment = row[_PART_OF], moments[row[0]]
            if first in alone:
                moments[first] = _moment(self._history(first)[0])
            elif first not in kept:
                others.append(history)
                continue
            if moments[first] < moment and moments[first][2] == moment[2]:
                kept.add(row[0])
                self.rows.append(row)
            else:
                others.append(history)
        return others

    def _leave(self, others: Sequence[list[Said]]) -> None:
        """Leave histories out, and those of the first parts that they name."""
        left = {history[0][0] for history in others}
        while others:
            for history in others:
                self.others += map(itemgetter(3, 10), history)
            firsts = {first for history in others for first in _firsts(history)} - left
            left |= firsts
            others = [history for first in firsts if (history := self._history(first))]
        self.rows = [row for row in self.rows if row[0] not in left]

    def _history(self, identity: str) -> list[Said]:
        """Return the events of an annotation; they stand in the order of their annotations."""
        first = bisect_left(self._events, identity, key=itemgetter(0))
        behind = bisect_right(self._events, identity, lo=first, key=itemgetter(0))
        return sorted(self._events[first:behind], key=_moment)

    def _is_json(self, extra: str) -> bool:
        return bool(self._connection.execute("SELECT json_valid(?)", (extra,)).fetchone()[0])

    def _text(self, article: str) -> str | None:
        """Return an article's text as one of the files has it, if its id is made of it."""
        for place in range(len(self.files)):
            for (text,) in self._connection.execute(
                f"SELECT text FROM {_name(place)}.articles WHERE id = ?", (article,)
            ):
                digest = hashlib.sha256(text.encode()).hexdigest()
                if digest[:16] == article and self._digests.setdefault(article, digest) == digest:
                    return str(text)
        return None

    def demand_fit(self, connection: sqlite3.Connection, last: int) -> None:
        """Look at what only our own store can tell.

        Args:
            connection: Ours.
            last: The last row of our events before theirs were copied.

        Raises:
            NotStraight: What was worked out does not fit it.
        """
        run = connection.execute
        if self.latest > CLOCK_AHEAD + last + sum(self.numbers):
            raise NotStraight("a clock is ahead")
        (same,) = run(
            "SELECT count(*) FROM json_each(?) AS their CROSS JOIN main.articles AS ours "
            "ON ours.id = their.key AND ours.sha256 = their.value",
            (json.dumps(self._digests),),
        ).fetchone()
        if same < len(self._digests):
            raise NotStraight("an article is not there")
        if not self._labels <= {name for (name,) in run(_SURE_LABELS)}:
            raise NotStraight("a label is not there, or deleted somewhere")
        if last:
            articles = json.dumps(list({event[1] for event in self._events}))
            for (identity,) in run(
                "SELECT subject_id FROM json_each(?) AS their CROSS JOIN main.events AS ours "
                "ON ours.article_id = their.value AND ours.rowid <= ? "
                "AND ours.subject = 'annotations'",
                (articles, last),
            ):
                if self._history(identity):
                    raise NotStraight("an annotation is known")
        ours = run("SELECT origin, article_id FROM main.annotations WHERE origin IS NOT NULL")
        from_elsewhere = run(
            "SELECT their.value ->> 0, source.article_id FROM json_each(?) AS their "
            "CROSS JOIN main.annotations AS source ON source.id = their.value ->> 0 "
            "AND source.article_id <> their.value ->> 1",
            (json.dumps(self._origins),),
        )
        if from_elsewhere.fetchone() or any(
            event[1] != article
            for origin, article in (*ours, *self._origins)
            for event in self._history(origin)
        ):
            raise NotStraight("an annotation comes from one in another article")

    def let_go(self) -> None:
        """Free what was read and worked out: of half a million values that takes a while."""
        self._events.clear()
        self.rows.clear()


def _is_spread(history: Iterable[Said]) -> bool:
    """Tell whether the events of an annotation name several articles."""
    return len({event[1] for event in history}) > 1


def _firsts(history: Iterable[Said]) -> Iterator[str]:
    """Give the first parts that the events of an annotation name."""
    for event in history:
        for told in event[7:9]:
            if told is not None and (first := json.loads(told).get("part_of")) is not None:
                yield first


def _moment(event: Said) -> tuple[int, str, str]:
    """Return an event's place in the order, and its article."""
    return event[2], event[3], event[1]


def attach(connection: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Have the files at hand, each by the name of its place: read-only."""
    for place, file in enumerate(files):
        connection.execute(f"ATTACH ? AS {_name(place)}", (read_only_address(file),))


def _name(place: int) -> str:
    return f"their{place}"


@contextmanager
def _whatever_is_wrong() -> Iterator[None]:
    """Raise NotStraight where a file is not what it should be: `merge` finds out and tells."""
    try:
        yield
    except (sqlite3.Error, StoreError, OSError, *_NOT_AS_IT_SHOULD) as error:
        if isinstance(error, NotStraight):
            raise
        raise NotStraight("something is wrong") from error


@contextmanager
def attached(connection: sqlite3.Connection, marks: Marks) -> Iterator[None]:
    """Have the files at hand on our connection too; the caller holds no transaction."""
    try:
        with _whatever_is_wrong(), distrusting(connection):
            attach(connection, marks.files)
        yield
    finally:
        for place in range(len(marks.files)):
            with suppress(sqlite3.OperationalError):  # it was not attached
                connection.execute(f"DETACH {_name(place)}")


def demand_unknown(connection: sqlite3.Connection, marks: Marks) -> None:
    """Look whether the files tell of marks, and no file's first or last event is known.

    Raises:
        NotStraight: It is not so. What stands between these is found when it is copied.
    """
    (known,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM main.events WHERE id IN (SELECT value FROM json_each(?)))",
        (json.dumps([identity for identity, _ in marks.ends]),),
    ).fetchone()
    if known or not marks.ends:
        raise NotStraight("nothing is new, or not all")


def write(arriving: Arriving, marks: Marks, working: Future[None], beside: Executor) -> int:
    """Write the plain annotations, with their events; lay out the events of the others.

    The caller holds a transaction in mode replay, in which the triggers of both tables are away
    and no CHECK is asked; the articles that arrive are written.

    Args:
        arriving: What else arrives.
        marks: The marks.
        working: Done when they are worked out.
        beside: Does what need not be waited for.

    Returns:
        How many annotations were written.

    Raises:
        NotStraight: Something is out of the ordinary; the transaction has to be taken back.
    """
    connection = arriving.connection
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM main.events").fetchone()
    with _whatever_is_wrong():
        copied = _copy_events(connection, marks)
    working.result()
    if copied != marks.numbers:
        raise NotStraight("an event is wrong")
    marks.demand_fit(connection, last)
    _lay_out(connection, marks.others)
    arriving.tally.update(marks.tally)
    arriving.latest = max(arriving.latest, marks.latest)
    arriving.last_of_ours = last
    number = len(marks.rows)
    with _whatever_is_wrong(), indexes_made_after(connection, ANNOTATIONS.table, number):
        _write_rows(connection, marks.rows)
        beside.submit(marks.let_go)
    return number


def _write_rows(connection: sqlite3.Connection, rows: Sequence[Values]) -> None:
    """Write annotations, so many by a statement: that takes a fifth less time."""
    row = f"({', '.join('?' * len(ANNOTATIONS.columns))})"
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        connection.execute(
            f"INSERT INTO main.annotations ({names(ANNOTATIONS.columns)}) "
            f"VALUES {', '.join([row] * len(some))}",
            list(chain.from_iterable(some)),
        )


def _copy_events(connection: sqlite3.Connection, marks: Marks) -> list[int]:
    """Copy the events in which there is no fault; return how many of each file."""
    coming = sum(row for _, row in marks.ends[1::2])
    with indexes_made_after(connection, "events", coming), distrusting(connection):
        return [
            connection.execute(
                f"INSERT INTO main.events ({EVENT_COLUMNS}) SELECT {THEIR_EVENT_COLUMNS} "
                f"FROM {_name(place)}.events AS their NOT INDEXED "
                f"WHERE {OF_MARKS} AND ({FAULT}) IS NULL"
            ).rowcount
            for place in range(len(marks.files))
        ]


def _lay_out(connection: sqlite3.Connection, events: Sequence[tuple[str, int]]) -> None:
    """Take events out again and lay them out with what else arrives."""
    run = connection.execute
    run("CREATE TEMP TABLE others (id TEXT PRIMARY KEY, file INTEGER) WITHOUT ROWID")
    connection.executemany("INSERT INTO others VALUES (?, ?)", events)
    run(
        f"INSERT INTO arriving (file, {EVENT_COLUMNS}) SELECT file, {THEIR_EVENT_COLUMNS} "
        "FROM others CROSS JOIN main.events AS their ON their.id = others.id"
    )
    run("DELETE FROM main.events WHERE id IN (SELECT id FROM others)")


#: Labels that nobody ever deleted, here or elsewhere.
_SURE_LABELS = """SELECT name FROM main.labels WHERE name NOT IN (
  SELECT subject_id FROM main.events
  WHERE article_id IS NULL AND subject = 'labels' AND "action" = 'delete'
  UNION ALL SELECT subject_id FROM arriving WHERE subject = 'labels' AND "action" = 'delete')"""
