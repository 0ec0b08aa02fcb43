"""What the events alone give: annotations and labels whole, of other rows what persons decided.

`check` compares the tables with this, `repair` brings rows back from it, `merge` writes it where
two histories meet. All three go through the same `Fold`, so that one history has one outcome, in
whatever store and by whatever way the events came together. Nothing is written here.

The events are gone through in the order of (lamport, id). The last word on a column counts, and:

- What belongs together is one word: start, end and text of a span; speaker and its place.
- A change after a deletion brings the row back, whole. So does a label's use: a label in use is
  not deleted, and one that is used after its deletion is there again.
- Undo takes back what it knew and no more: where something else has been written since, what
  takes back does nothing; bringing a deleted row back leaves its columns as they stood, with
  what others wrote.
- A part stands by itself once its first part is gone.

In the store of one person alone this is simply what was done, step by step.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from store.database.events import ARTICLE_EVENT_COLUMNS, SUBJECTS, is_same
from store.model import RULE

#: Columns that follow from others, and are looked at by rules of their own.
FOLLOWING = frozenset({"prefix", "suffix", "updated_at"})

#: Tables of which every row has an event; of the others only those that a person decided about.
WHOLE = ("labels", "annotations")

_SPAN = frozenset({"start_char", "end_char", "text"})
_SPEAKER = frozenset({"speaker", "speaker_start", "speaker_end"})


class Entry(NamedTuple):
    """One event, its JSON read; ``before`` and ``after`` are empty where it has none."""

    lamport: int
    id: str
    at: str
    reviewer: str
    action: str
    subject: str
    subject_id: str
    article_id: str | None
    group: str
    undoes: str | None
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """What the events say of one row: its columns as far as they were named.

    Attributes:
        values: The columns.
        article_id: The article concerned.
        is_there: Whether the row was not deleted.
        detached: The first part that an annotation stood on, which is gone.
        writers: For articles, which groups wrote each column, and what these take back.
        first: For articles, what each column was before anybody wrote it.
    """

    values: dict[str, Any]
    article_id: str | None
    is_there: bool = True
    detached: str | None = None
    writers: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    first: dict[str, Any] = field(default_factory=dict)


class Fold:
    """Rows as events give them, which `take` is handed in the order of (lamport, id)."""

    def __init__(self) -> None:
        """Begin with no event."""
        self._undoes: dict[str, str] = {}
        self._undone: set[str] = set()
        self._uses: Counter[str] = Counter()
        self.forget_rows()

    def forget_rows(self) -> None:
        """Go on with rows that share nothing but groups and labels with those before."""
        self.rows: dict[str, dict[str, Outcome]] = {table: {} for table in SUBJECTS}
        self._parts: dict[str, set[str]] = {}

    def take(self, entry: Entry) -> None:
        """Go one event further."""
        if entry.undoes is not None:
            self.take_back(entry.group, entry.undoes)
        row = self.rows[entry.subject].get(entry.subject_id)
        match entry.action:
            case "delete":
                self._delete(entry, row)
            case "create":
                self._create(entry, row)
            case _:
                self._change(entry, row)

    def take_back(self, group: str, undone: str) -> None:
        """Learn that ``group`` takes back ``undone``."""
        self._undoes[group] = undone
        self._undone.add(undone)

    def use(self, label: str, times: int, entry: Entry | None = None) -> None:
        """Count that annotations took a label or, by a negative number, gave it up.

        ``entry`` is the event that did it, where it is one.
        """
        self._uses[label] += times
        used = self.rows["labels"].get(label)
        if times > 0 and used is not None:
            used.is_there = True

    def live_columns(self, row: Outcome) -> set[str]:
        """Return the columns of an article that hold what a person gave and nobody took back."""
        return {
            column
            for column, writers in row.writers.items()
            if any(
                group not in self._undone and self._depth(undoes) % 2 == 0
                for group, undoes in writers
            )
        }

    def _depth(self, undoes: str | None) -> int:
        """Return how many steps a group that takes back ``undoes`` is from an action."""
        depth, seen = 0, set[str]()
        while undoes is not None and undoes not in seen:
            seen.add(undoes)
            depth += 1
            undoes = self._undoes.get(undoes)
        return depth

    def _delete(self, entry: Entry, row: Outcome | None) -> None:
        table, identity = entry.subject, entry.subject_id
        if table == "labels" and self._uses[identity]:
            return
        if table == "articles":
            # Other programs delete articles; imported again, one is as it was read.
            self.rows[table].pop(identity, None)
            return
        if row is None:
            row = Outcome(dict(entry.before), entry.article_id, is_there=False)
            self.rows[table][identity] = row
            return
        if entry.undoes is not None and row.is_there:
            # A first part that is gone is nothing that somebody wrote.
            seen = {name: value for name, value in entry.before.items() if name != "part_of"}
            if not _knew(seen, row.values):
                return
        for column, value in entry.before.items():
            row.values.setdefault(column, value)
        if row.is_there and table == "annotations":
            self.use(row.values.get("label", ""), -1, entry)
            for part in self._parts.pop(identity, ()):
                if self.rows["annotations"][part].is_there:
                    _stand_alone(self.rows["annotations"][part], identity)
        row.is_there = False

    def _create(self, entry: Entry, row: Outcome | None) -> None:
        if row is None:
            row = Outcome(dict(entry.after), entry.article_id)
            self.rows[entry.subject][entry.subject_id] = row
            self._arrive(entry, row)
        elif not row.is_there and entry.undoes is not None:
            self._come_back(entry, row, {})
        else:
            self._come_back(entry, row, entry.after)

    def _change(self, entry: Entry, row: Outcome | None) -> None:
        if row is None:
            row = self.rows[entry.subject][entry.subject_id] = Outcome({}, entry.article_id)
        elif entry.undoes is not None and not (row.is_there and _knew(entry.before, row.values)):
            return
        if entry.subject == "articles":
            for column in entry.after:
                row.writers.setdefault(column, []).append((entry.group, entry.undoes))
                row.first.setdefault(column, entry.before.get(column))
        after = _as_one(entry, row.values)
        if entry.subject == "annotations":
            after = {**after, "updated_at": entry.at}
        self._come_back(entry, row, after)

    def _come_back(self, entry: Entry, row: Outcome, after: Mapping[str, Any]) -> None:
        """Write columns into a row, which is there from now on."""
        if entry.subject == "annotations" and row.is_there:
            self.use(row.values.get("label", ""), -1, entry)
        row.values.update(after)
        for column in [name for name, value in after.items() if value is _UNKNOWN]:
            del row.values[column]
        row.is_there = True
        self._arrive(entry, row)

    def _arrive(self, entry: Entry, row: Outcome) -> None:
        """See to what hangs together with an annotation that has been written."""
        if entry.subject != "annotations":
            return
        self.use(row.values.get("label", ""), 1, entry)
        first = row.values.get("part_of")
        if first is None:
            return
        found = self.rows["annotations"].get(first)
        if found is not None and found.is_there and found.article_id == row.article_id:
            self._parts.setdefault(first, set()).add(entry.subject_id)
        else:
            _stand_alone(row, first)


def _stand_alone(row: Outcome, first: str) -> None:
    if row.values.get("part_of") == first:
        row.values["part_of"] = None
        row.detached = first


_UNKNOWN: Any = object()
"""Stands for words that only the article knows: those at the span's new place."""


def _knew(before: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Tell whether a row is as the writer of a change saw it."""
    return all(
        is_same(values[column], value)
        for column, value in before.items()
        if column in values and column not in FOLLOWING
    )


def _as_one(entry: Entry, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a change writes, with what belongs together and stayed the same for its writer.

    An event names only what it changed. A new end, say, comes with the new text: so its writer's
    start is known, whatever another's is.
    """
    after = entry.after
    if entry.subject == "annotations" and not _SPAN.isdisjoint(after):
        return _whole_span(entry, values)
    if entry.subject == "quotes" and not _SPEAKER.isdisjoint(after):
        after = _whole_speaker(entry, values)
    if (
        entry.subject in ("lines", "quotes")
        and entry.undoes is None
        and "decided_by" not in after
        and values.get("decided_by") == RULE
    ):
        # The writer saw it decided by a person, who meanwhile took that back.
        return {**after, "decided_by": entry.reviewer}
    return after


def _whole_span(entry: Entry, values: Mapping[str, Any]) -> dict[str, Any]:
    after = entry.after
    start, end, text = after.get("start_char"), after.get("end_char"), after.get("text")
    if isinstance(text, str):
        if start is None and end is not None:
            return {**after, "start_char": end - len(text)}
        if end is None and start is not None:
            return {**after, "end_char": start + len(text)}
    elif not _knew({name: entry.before.get(name) for name in ("start_char", "end_char")}, values):
        return {**after, "text": _UNKNOWN}
    return after


def _whole_speaker(entry: Entry, values: Mapping[str, Any]) -> dict[str, Any]:
    after = entry.after
    if "speaker" not in after:
        if _knew(entry.before, values):
            return after
        # Another place of words that are no longer the speaker's.
        return {name: value for name, value in after.items() if name not in _SPEAKER}
    words, start, end = after["speaker"], after.get("speaker_start"), after.get("speaker_end")
    if isinstance(words, str) and start is not None and end is None:
        end = start + len(words)
    elif isinstance(words, str) and end is not None and start is None:
        start = end - len(words)
    return {**after, "speaker_start": start, "speaker_end": end}


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the events give.

    Attributes:
        subject: The table.
        subject_id: The row.
        expected: The columns as the events have them; None where they know no such row.
        present: The same columns as they are; None where there is no such row.
    """

    subject: str
    subject_id: str
    expected: dict[str, Any] | None
    present: dict[str, Any] | None


#: What `entry_of` reads, in its order.
ENTRY_COLUMNS = (
    "lamport, id, at, reviewer, action, subject, subject_id, article_id, group_id, undoes, "
    '"before", "after"'
)


def entry_of(row: tuple[Any, ...]) -> Entry:
    """Return the event of a row of ``ENTRY_COLUMNS``.

    Raises:
        ValueError: It cannot be understood.
    """
    action, subject, before, after = row[4], row[5], row[10], row[11]
    try:
        seen = {} if before is None else json.loads(before)
        made = {} if after is None else json.loads(after)
    except (TypeError, RecursionError) as error:
        raise ValueError("no JSON") from error
    told = seen if action == "delete" else made
    if subject not in SUBJECTS or not isinstance(seen, dict) or not isinstance(made, dict):
        raise ValueError("no change of a row")
    if not told and (before if action == "delete" else after) is None:
        raise ValueError("it does not say what changed")
    return Entry._make((*row[:10], seen, made))


class _Uses:
    """How often annotations took and gave up each label between any two events about labels."""

    def __init__(self, events: Sequence[Entry]) -> None:
        """Begin with the events about labels, in their order."""
        self._moments = [(entry.lamport, entry.id) for entry in events]
        self._counts: list[Counter[tuple[str, int]]] = [Counter() for _ in range(len(events) + 1)]

    def count(self, entry: Entry, label: str, times: int) -> None:
        """Count what an event about an annotation did."""
        place = bisect(self._moments, (entry.lamport, entry.id))
        self._counts[place][label, times] += 1

    def before(self, place: int) -> Iterator[tuple[str, int]]:
        """Give labels and how often each was taken or given up before the event at ``place``."""
        for (label, times), number in self._counts[place].items():
            yield label, times * number


class _ArticleFold(Fold):
    """The rows of one article; what its annotations do to labels is only counted."""

    def __init__(self, uses: _Uses, taken_back: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._label_uses = uses
        for group, undone in taken_back:
            super().take_back(group, undone)

    def take_back(self, group: str, undone: str) -> None:
        """Do nothing: it is known from the start, of all articles."""

    def use(self, label: str, times: int, entry: Entry | None = None) -> None:
        if entry is not None:
            self._label_uses.count(entry, label, times)


_Rows = dict[str, dict[str, Any]]
"""Rows of a table by their ids, each by its columns."""

#: Which rows of the tables that stand on articles are compared.
_COMPARED = {
    "annotations": "article_id NOT NULL",
    "lines": f"decided_by <> '{RULE}'",
    "quotes": f"decided_by <> '{RULE}'",
}


class Replay:
    """All events of a store, gone through in their order, one article after the other.

    What hangs together hangs together within an article, so that there is never more in memory
    than one. The exceptions are few: which groups were taken back is known before, and how labels
    were used is counted and told to their fold at the end.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection; events that cannot be understood are gathered in ``unreadable``."""
        self.unreadable: list[str] = []
        self._connection = connection

    def differences(self) -> Iterator[Difference]:
        """Give the rows of all tables that are not as the events have them."""
        without_article = list(self._events("article_id IS NULL"))
        uses = _Uses(without_article)
        taken_back = self._connection.execute(
            "SELECT group_id, undoes FROM events WHERE undoes NOT NULL ORDER BY lamport, id"
        )
        fold = _ArticleFold(uses, taken_back)
        unknown: list[str] = []
        moved: set[str] = set()
        for present in self._articles(fold):
            for difference in self._compared(fold, present):
                if difference.subject != "annotations":
                    yield difference
                elif difference.expected is None:
                    unknown.append(difference.subject_id)
                elif difference.present is not None:
                    yield difference
                else:
                    yield from self._elsewhere(difference, moved)
        for identity in unknown:
            if identity not in moved:
                for row in self._rows("annotations", "id = ?", identity).values():
                    yield Difference("annotations", identity, None, _comparable(row))
        yield from self._labels(without_article, uses)

    def annotation(self, identity: str, article: str) -> dict[str, Any] | None:
        """Return an annotation as its events have it, which are asked for in ``article`` first."""
        events = "SELECT article_id FROM events WHERE subject = 'annotations' AND subject_id = ?1"
        place = self._connection.execute(
            f"SELECT * FROM ({events} AND article_id = ?2 LIMIT 1) "
            f"UNION ALL SELECT * FROM ({events} LIMIT 1)",
            (identity, article),
        ).fetchone()
        if place is None:
            return None
        fold = Fold()
        for entry in self._events("article_id = ?", *place):
            fold.take(entry)
        known = fold.rows["annotations"].get(identity)
        return None if known is None or not known.is_there else dict(known.values)

    def _events(self, where: str, *values: object) -> Iterator[Entry]:
        for row in self._connection.execute(
            f"SELECT {ENTRY_COLUMNS} FROM events WHERE {where} "
            "ORDER BY events.article_id, events.lamport, events.id",
            values,
        ):
            try:
                yield entry_of(row)
            except (TypeError, ValueError):
                self.unreadable.append(row[1])

    def _articles(self, fold: Fold) -> Iterator[dict[str, _Rows]]:
        """Fold one article's events after the other's, and give its rows by their table."""
        events = ((entry.article_id, "", entry) for entry in self._events("article_id NOT NULL"))
        tables = (self._by_article(table, where) for table, where in _COMPARED.items())
        # In each of these the articles come in the same order.
        for _, found in groupby(merge(events, *tables, key=itemgetter(0)), itemgetter(0)):
            fold.forget_rows()
            present: dict[str, _Rows] = {table: {} for table in _COMPARED}
            for _, table, row in found:
                if table:
                    present[table][row[0]] = _by_column(table, row)
                else:
                    fold.take(row)
            yield present

    def _by_article(self, table: str, where: str) -> Iterator[tuple[str, str, Any]]:
        # The sign keeps SQLite from looking up all rows of a large table one by one.
        order = "article_id" if table == "annotations" else "+article_id"
        article = SUBJECTS[table].columns.index("article_id") + 1
        for row in self._connection.execute(f"{_selected(table)} WHERE {where} ORDER BY {order}"):
            yield row[article], table, row

    def _rows(self, table: str, where: str, *values: object) -> _Rows:
        found = self._connection.execute(f"{_selected(table)} WHERE {where}", values)
        return {str(row[0]): _by_column(table, row) for row in found}

    def _compared(self, fold: Fold, present: Mapping[str, _Rows]) -> Iterator[Difference]:
        """Compare the rows that stand on an article with what its events come to."""
        yield from _whole("annotations", fold, present["annotations"])
        for table in ("lines", "quotes"):
            yield from self._decided(table, fold, present[table])
        yield from self._mended(fold)

    def _elsewhere(self, missing: Difference, moved: set[str]) -> Iterator[Difference]:
        """Look for an annotation that is not where its events put it."""
        expected, identity = missing.expected or {}, missing.subject_id
        found = self._rows("annotations", "id = ?", identity)
        if not found:
            yield missing
        for present in found.values():
            moved.add(identity)
            yield from _differing("annotations", identity, expected, present)

    def _labels(self, events: Sequence[Entry], uses: _Uses) -> Iterator[Difference]:
        """Compare the labels, and what else the events without an article are about."""
        fold = Fold()
        for place, entry in enumerate((*events, None)):
            for label, times in uses.before(place):
                fold.use(label, times)
            if entry is not None:
                fold.take(entry)
        yield from _whole("labels", fold, self._rows("labels", "1"))
        yield from self._compared(fold, {table: {} for table in _COMPARED})

    def _decided(self, table: str, fold: Fold, present: _Rows) -> Iterator[Difference]:
        """Compare what persons decided; a row that the rule has back may be read anew."""
        left = {
            identity: known
            for identity, known in _known(fold, table).items()
            if known.values.get("decided_by", RULE) != RULE
        }
        for identity, row in present.items():
            known = left.pop(identity, None)
            if known is None:
                had = fold.rows[table].get(identity)
                expected = dict(had.values) if had is not None and had.is_there else None
                yield Difference(table, identity, expected, row)
            else:
                yield from _differing(table, identity, known.values, row)
        for identity, known in left.items():
            yield Difference(table, identity, dict(known.values), self._one(table, identity))

    def _one(self, table: str, identity: str) -> dict[str, Any] | None:
        if table == "lines":
            article, _, number = identity.rpartition(":")
            found = self._rows(table, "article_id = ? AND number = ?", article, int(number))
        else:
            found = self._rows(table, "id = ?", identity)
        return next(iter(found.values()), None)

    def _mended(self, fold: Fold) -> Iterator[Difference]:
        """Compare what persons mended of articles and nobody took back."""
        for identity, known in _known(fold, "articles").items():
            given = fold.live_columns(known) | {"removed_at"}
            live = {
                column: value
                for column, value in known.values.items()
                if column in ARTICLE_EVENT_COLUMNS and column in given
            }
            found = self._one("articles", identity)
            if found is None:
                yield Difference("articles", identity, live, None)
            else:
                yield from _differing("articles", identity, live, found)


def _selected(table: str) -> str:
    subject = SUBJECTS[table]
    return f"SELECT {subject.key_of(table)}, {', '.join(subject.columns)} FROM {table}"


def _by_column(table: str, row: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(SUBJECTS[table].columns, row[1:], strict=True))


def _comparable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in FOLLOWING}


def _known(fold: Fold, table: str) -> dict[str, Outcome]:
    """Return the rows of a table that are there, as the events have it."""
    return {identity: row for identity, row in fold.rows[table].items() if row.is_there}


def _whole(table: str, fold: Fold, rows: _Rows) -> Iterator[Difference]:
    """Compare a table of which every row has an event."""
    left = _known(fold, table)
    for identity, row in rows.items():
        known = left.pop(identity, None)
        present = _comparable(row)
        if known is None:
            yield Difference(table, identity, None, present)
        else:
            if known.detached is not None and present.get("part_of") == known.detached:
                # That the first part is gone is told by a rule of its own.
                del present["part_of"]
            yield from _differing(table, identity, known.values, present)
    for identity, known in left.items():
        yield Difference(table, identity, dict(known.values), None)


def _differing(
    table: str, identity: str, expected: dict[str, Any], present: dict[str, Any]
) -> Iterator[Difference]:
    differing = [
        name
        for name in present
        if name in expected and name not in FOLLOWING and not is_same(expected[name], present[name])
    ]
    if differing:
        yield Difference(
            table,
            identity,
            {name: expected[name] for name in differing},
            {name: present[name] for name in differing},
        )
