"""A store with one small article, and a way to look at the latest events."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from store import Document, Store, articles

TEXT = (
    "Menteri bantah tuduhan\n"
    "\n"
    "Jakarta - “Kami tidak pernah menjualnya,” kata Budi Santoso.\n"
    "Iklan: beli sekarang\n"
    "Ia menambahkan: “Itu rumor.”"
)


@pytest.fixture
def article(store: Store, make_document: Callable[..., Document]) -> str:
    """The id of a small article whose fourth line is hidden."""
    document = make_document(
        TEXT,
        title="Menteri bantah tuduhan",
        byline="Rita U.",
        outlet="Harian",
        published="2022-09-22",
    )
    identity, _ = articles.add(store, document, source="a.txt")
    store.connection.execute("UPDATE writing SET mode = 'rule'")
    store.connection.execute("UPDATE lines SET shown = 0, kind = 'boilerplate' WHERE number = 4")
    store.connection.execute("UPDATE writing SET mode = ''")
    return identity


@pytest.fixture
def events(store: Store) -> Callable[[], list[dict[str, Any]]]:
    """The events since the store was made, as dictionaries."""

    def read() -> list[dict[str, Any]]:
        cursor = store.connection.execute("SELECT * FROM events WHERE lamport > 3 ORDER BY lamport")
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        for row in rows:
            for side in ("before", "after"):
                row[side] = None if row[side] is None else json.loads(row[side])
        return rows

    return read
