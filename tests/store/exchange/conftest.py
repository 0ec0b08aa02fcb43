"""A store with two invented articles, one of them hostile, filled by plain SQL as an outsider would."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.database.connection import Store, open_store

HOSTILE = (
    '=HYPERLINK("https://evil.example","klik") <script>alert(1)</script> [klik](https://evil.example)'
    " ![x](https://evil.example/x.png) www.evil.example \x1b]0;judul\x07 \u202erelipan"
)


def add_article(store: Store, text: str, **stated: Any) -> str:
    """Add an article whose lines are all body and shown, and return its id."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    row = {"id": digest[:16], "sha256": digest, "text": text, **stated}
    insert(store, "articles", row)
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        kind = "body" if line.strip() else "blank"
        place = {"number": number, "start_char": start, "end_char": start + len(line)}
        insert(store, "lines", {"article_id": digest[:16], "kind": kind, **place})
        start += len(line) + 1
    return digest[:16]


def annotate(store: Store, article: str, words: str, label: str, **given: Any) -> None:
    """Mark the first place where ``words`` stand in the article."""
    (text,) = store.connection.execute(
        "select text from articles where id = ?", (article,)
    ).fetchone()
    start = text.index(words)
    place = {"start_char": start, "end_char": start + len(words), "text": words}
    insert(store, "annotations", {"article_id": article, "label": label, **place, **given})


def insert(store: Store, table: str, row: dict[str, Any]) -> None:
    columns, holes = ", ".join(row), ", ".join("?" * len(row))
    store.connection.execute(
        f"insert into {table} ({columns}) values ({holes})", tuple(row.values())
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store" / "store.db", "maya") as opened:
        first = add_article(
            opened,
            "Sungai naik\n\n“Air naik dua meter,” kata Maya.\n+62 811 bukan nomor kami.\n-5 derajat",
            title="Sungai naik dua meter?",
            byline="Rani W.",
            outlet="Kabar Contoh",
            published="2022-09-22T10:00:00+07:00",
            url="https://kabar.example/sungai_naik",
        )
        second = add_article(
            opened, "Teks kedua, panjang.\nBaris lain.", title=HOSTILE, url="javascript:alert(1)"
        )
        annotate(opened, first, "“Air naik dua meter,”", "claim", speaker="Maya", confidence=0.5)
        annotate(opened, first, "+62 811 bukan nomor kami.", "denial", reviewer="budi")
        annotate(opened, first, "-5 derajat", "evidence", confidence=1, status="suggested")
        annotate(opened, first, "naik\n\n“Air", "denial", reviewer="maya", note="dua\nbaris")
        annotate(opened, second, "Baris lain.", "claim", note=HOSTILE, speaker=HOSTILE)
        annotate(opened, second, "Teks", "claim", note="@SUM(1)\r\n\t=1", reviewer="=budi")
        yield opened
