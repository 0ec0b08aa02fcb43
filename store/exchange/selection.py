"""Which annotations go out, and the rows of the view that every format is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from store.database.connection import Store
from store.model import SanggahError

#: One row: text, a number, or null.
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The annotations to export; None takes all.

    ``text`` says which words the formats for people print: ``clean``, as they are read and cited,
    or ``source``, the exact slice of the imported text. The formats for programs always hold both,
    as the columns ``clean_text`` and ``text``.
    """

    article_id: str | None = None
    label: str | None = None
    reviewer: str | None = None
    text: Literal["clean", "source"] = "clean"

    def condition(self) -> tuple[str, tuple[str, ...]]:
        """Return what stands behind the view's name in SQL, and its parameters."""
        wanted = {"article_id": self.article_id, "label": self.label, "reviewer": self.reviewer}
        chosen = {column: value for column, value in wanted.items() if value is not None}
        if not chosen:
            return "", ()
        tests = " and ".join(f"{column} = ?" for column in chosen)
        return f" where {tests}", tuple(chosen.values())


def exported(store: Store, selection: Selection) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Return the columns of ``annotations_export`` and its rows, in the view's own order."""
    condition, parameters = selection.condition()
    return query(store, f"select * from annotations_export{condition}", parameters)


def query(
    store: Store, sql: str, parameters: Sequence[str]
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Return the columns and the rows of a query; what SQLite reports becomes one clear line."""
    try:
        cursor = store.connection.execute(sql, parameters)
    except sqlite3.Error as error:
        raise _unreadable(store, error) from error
    return tuple(column[0] for column in cursor.description), _rows(store, cursor)


def _rows(store: Store, cursor: sqlite3.Cursor) -> Iterator[Row]:
    try:
        yield from cursor
    except sqlite3.Error as error:
        raise _unreadable(store, error) from error


def _unreadable(store: Store, error: sqlite3.Error) -> SanggahError:
    return SanggahError(f"cannot read {store.path}: {error}; `sanggah check` says more")
