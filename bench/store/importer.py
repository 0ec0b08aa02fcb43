"""Imports into a store until it is stopped, for those who write beside it.

python -m bench.store.importer marks|articles STORE SECONDS
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.importing import write_articles
from bench.store.library import marks
from store import open_store
from store.database.annotations import NewAnnotation, create_many
from store.importing import add_paths
from store.reading_processes import available_processes


def many_marks(path: Path, end: float) -> None:
    """Import marks."""

    def until_then() -> Iterator[NewAnnotation]:
        for mark in marks(store, 10_000_000):
            if time.monotonic() > end:
                return
            yield mark

    with open_store(path, "importer") as store:
        begin()
        create_many(store, until_then())


def many_articles(path: Path, end: float) -> None:
    """Import articles, as `sanggah add` does."""
    with tempfile.TemporaryDirectory(prefix="sanggah-bench-") as name:
        while time.monotonic() < end:
            rows = Path(name) / f"{random.random()}.jsonl"
            write_articles(rows, 2000, 4000)
            # New each time: a text that is there already is not written.
            text = rows.read_text("utf-8").replace("Kabar ", f"Kabar {random.random()} ")
            rows.write_text(text, "utf-8")
            with open_store(path, "importer") as store:
                begin()
                add_paths(store, [rows], processes=available_processes())


def begin() -> None:
    """Say that the import begins."""
    print("begun", flush=True)


if __name__ == "__main__":
    what, store_path, seconds = sys.argv[1:]
    imports = {"marks": many_marks, "articles": many_articles}
    imports[what](Path(store_path), time.monotonic() + float(seconds))
