"""What the events alone give: annotations and labels whole, of other rows what persons decided.

`check` compares the tables with this, `repair` brings rows back from it. Nothing is written here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from store.database.events import ARTICLE_EVENT_COLUMNS, SUBJECTS
from store.model import RULE

#: Columns that follow from others, and are looked at by rules of their own.
_FOLLOWING = frozenset({"prefix", "suffix", "updated_at"})

#: Tables of which every row has an event; of the others only those that a person decided about.
WHOLE = ("labels", "annotations")


@dataclass(slots=True)
class _Known:
    """What the events say of one row: its columns as far as they were named.

    For articles also which groups wrote each column: a reading may give those that none did.
    """

    values: dict[str, Any]
    by_column: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)


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


class Replay:
    """All events of a store, gone through in their order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read the events; those that cannot be understood are gathered in ``unreadable``."""
        self.unreadable: list[str] = []
        self._connection = connection
        self._rows: dict[str, dict[str, _Known]] = {table: {} for table in SUBJECTS}
        self._gone: set[tuple[str, str]] = set()
        self._undoes: dict[str, str] = {}
        for event in connection.execute(
            'SELECT id, action, subject, subject_id, group_id, undoes, "before", "after" '
            "FROM events ORDER BY lamport, id"
        ):
            self._take(*event)
        self._undone = set(self._undoes.values())

    def _take(
        self,
        identity: str,
        action: str,
        subject: str,
        subject_id: str,
        group: str,
        undoes: str | None,
        before: str | None,
        after: str | None,
    ) -> None:
        try:
            values = json.loads((before if action == "delete" else after) or "")
            rows = self._rows[subject]
            if not isinstance(values, dict):
                raise TypeError(values)
        except (KeyError, TypeError, ValueError):
            self.unreadable.append(identity)
            return
        if undoes is not None:
            self._undoes[group] = undoes
        if action == "delete":
            rows.pop(subject_id, None)
            self._gone.add((subject, subject_id))
            return
        if action == "create" or subject_id not in rows:
            rows[subject_id] = _Known({})
        rows[subject_id].values.update(values)
        if subject == "articles":
            for column in values:
                rows[subject_id].by_column.setdefault(column, []).append((group, undoes))

    def differences(self) -> Iterator[Difference]:
        """Give the rows of all tables that are not as the events have them."""
        for table in WHOLE:
            yield from self._whole(table)
        for table in ("lines", "quotes"):
            yield from self._decided(table)
        yield from self._articles()

    def row(self, subject: str, subject_id: str) -> dict[str, Any] | None:
        """Return the columns of a row as far as the events name them."""
        known = self._rows[subject].get(subject_id)
        return None if known is None else dict(known.values)

    def _present(self, table: str, where: str = "1") -> Iterator[tuple[str, dict[str, Any]]]:
        subject = SUBJECTS[table]
        key = subject.key_of(table)
        for identity, *values in self._connection.execute(
            f"SELECT {key}, {', '.join(subject.columns)} FROM {table} WHERE {where}"
        ):
            yield str(identity), dict(zip(subject.columns, values, strict=True))

    def _whole(self, table: str) -> Iterator[Difference]:
        columns = [name for name in SUBJECTS[table].columns if name not in _FOLLOWING]
        left = dict(self._rows[table])
        for identity, row in self._present(table):
            known = left.pop(identity, None)
            present = {name: row[name] for name in columns}
            if known is None:
                yield Difference(table, identity, None, present)
            else:
                yield from _compared(table, identity, known.values, present)
        for identity, known in left.items():
            yield Difference(table, identity, dict(known.values), None)

    def _decided(self, table: str) -> Iterator[Difference]:
        """Compare what persons decided; a row that the rule has back may be read anew."""
        left = {
            identity: known
            for identity, known in self._rows[table].items()
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
        for identity, known in self._rows["articles"].items():
            live = {
                column: known.values[column]
                for column, writers in known.by_column.items()
                if column in ARTICLE_EVENT_COLUMNS
                and (column == "removed_at" or any(self._is_live(*each) for each in writers))
            }
            found = next(iter(self._present("articles", f"id = {_quoted(identity)}")), None)
            if found is None:
                yield Difference("articles", identity, live, None)
            else:
                yield from _compared("articles", identity, live, found[1])

    def _is_live(self, group: str, undoes: str | None) -> bool:
        """Tell whether a group does something and nothing takes it back."""
        depth, seen = 0, set[str]()
        while undoes is not None and undoes not in seen:
            seen.add(undoes)
            depth += 1
            undoes = self._undoes.get(undoes)
        return depth % 2 == 0 and group not in self._undone


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _compared(
    table: str, identity: str, expected: dict[str, Any], present: dict[str, Any]
) -> Iterator[Difference]:
    differing = [
        name
        for name in present
        if name in expected and name not in _FOLLOWING and expected[name] != present[name]
    ]
    if differing:
        yield Difference(
            table,
            identity,
            {name: expected[name] for name in differing},
            {name: present[name] for name in differing},
        )
