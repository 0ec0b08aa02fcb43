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
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
        self.rows: dict[str, dict[str, Outcome]] = {table: {} for table in SUBJECTS}
        self._undoes: dict[str, str] = {}
        self._undone: set[str] = set()
        self._uses: Counter[str] = Counter()
        self._parts: dict[str, set[str]] = {}

    def take(self, entry: Entry) -> None:
        """Go one event further."""
        if entry.undoes is not None:
            self._undoes[entry.group] = entry.undoes
            self._undone.add(entry.undoes)
        row = self.rows[entry.subject].get(entry.subject_id)
        match entry.action:
            case "delete":
                self._delete(entry, row)
            case "create":
                self._create(entry, row)
            case _:
                self._change(entry, row)

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
            self._uses[row.values.get("label", "")] -= 1
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
            self._uses[row.values.get("label", "")] -= 1
        row.values.update(after)
        for column in [name for name, value in after.items() if value is _UNKNOWN]:
            del row.values[column]
        row.is_there = True
        self._arrive(entry, row)

    def _arrive(self, entry: Entry, row: Outcome) -> None:
        """See to what hangs together with an annotation that has been written."""
        if entry.subject != "annotations":
            return
        label = row.values.get("label", "")
        self._uses[label] += 1
        used = self.rows["labels"].get(label)
        if used is not None:
            used.is_there = True
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


class Replay:
    """All events of a store, gone through in their order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read the events; those that cannot be understood are gathered in ``unreadable``."""
        self.unreadable: list[str] = []
        self._connection = connection
        self._fold = Fold()
        for row in connection.execute(
            f"SELECT {ENTRY_COLUMNS} FROM events ORDER BY events.lamport, events.id"
        ):
            try:
                self._fold.take(entry_of(row))
            except (TypeError, ValueError):
                self.unreadable.append(row[1])

    def differences(self) -> Iterator[Difference]:
        """Give the rows of all tables that are not as the events have them."""
        for table in WHOLE:
            yield from self._whole(table)
        for table in ("lines", "quotes"):
            yield from self._decided(table)
        yield from self._articles()

    def row(self, subject: str, subject_id: str) -> dict[str, Any] | None:
        """Return the columns of a row as far as the events name them."""
        known = self._fold.rows[subject].get(subject_id)
        return None if known is None or not known.is_there else dict(known.values)

    def _known(self, table: str) -> dict[str, Outcome]:
        """Return the rows of a table that are there, as the events have it."""
        return {key: row for key, row in self._fold.rows[table].items() if row.is_there}

    def _present(self, table: str, where: str = "1") -> Iterator[tuple[str, dict[str, Any]]]:
        subject = SUBJECTS[table]
        key = subject.key_of(table)
        for identity, *values in self._connection.execute(
            f"SELECT {key}, {', '.join(subject.columns)} FROM {table} WHERE {where}"
        ):
            yield str(identity), dict(zip(subject.columns, values, strict=True))

    def _whole(self, table: str) -> Iterator[Difference]:
        columns = [name for name in SUBJECTS[table].columns if name not in FOLLOWING]
        left = self._known(table)
        for identity, row in self._present(table):
            known = left.pop(identity, None)
            present = {name: row[name] for name in columns}
            if known is None:
                yield Difference(table, identity, None, present)
            else:
                if known.detached is not None and present.get("part_of") == known.detached:
                    # That the first part is gone is told by a rule of its own.
                    del present["part_of"]
                yield from _compared(table, identity, known.values, present)
        for identity, known in left.items():
            yield Difference(table, identity, dict(known.values), None)

    def _decided(self, table: str) -> Iterator[Difference]:
        """Compare what persons decided; a row that the rule has back may be read anew."""
        left = {
            identity: known
            for identity, known in self._known(table).items()
            if known.values.get("decided_by", RULE) != RULE
        }
        for identity, row in self._present(table, f"decided_by <> '{RULE}'"):
            known = left.pop(identity, None)
            if known is None:
                yield Difference(table, identity, self.row(table, identity), row)
            else:
                yield from _compared(table, identity, known.values, row)
        for identity, known in left.items():
            present = next((row for key, row in self._present_one(table, identity)), None)
            yield Difference(table, identity, dict(known.values), present)

    def _present_one(self, table: str, identity: str) -> Iterator[tuple[str, dict[str, Any]]]:
        if table == "lines":
            article, _, number = identity.rpartition(":")
            condition = f"article_id = {_quoted(article)} AND number = {int(number)}"
        else:
            condition = f"id = {_quoted(identity)}"
        return self._present(table, condition)

    def _articles(self) -> Iterator[Difference]:
        for identity, known in self._known("articles").items():
            given = self._fold.live_columns(known) | {"removed_at"}
            live = {
                column: value
                for column, value in known.values.items()
                if column in ARTICLE_EVENT_COLUMNS and column in given
            }
            found = next(iter(self._present("articles", f"id = {_quoted(identity)}")), None)
            if found is None:
                yield Difference("articles", identity, live, None)
            else:
                yield from _compared("articles", identity, live, found[1])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _compared(
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
