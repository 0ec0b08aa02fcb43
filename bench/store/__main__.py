"""The store with many articles and marks: lists, searches, commits, imports, size; and growth.

python -m bench.store [--articles N] [--annotations M] [--size BYTES] [--full] [--growth]

Without options the library is small, so that it takes less than a minute; --full is the one that
the figures are demanded of. --growth measures libraries of a thousand to a million articles and
writes docs/scale.svg. The library is made by rule in a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.store.growth import grow
from bench.store.library import fill
from bench.store.measures import Figure, every_figure, imported, timed

FULL = (100_000, 1_000_000, 4000)
SMALL = (1000, 10_000, 4000)


def figures(path: Path, number: int, marks: int, size: int, seconds: float) -> Iterator[Figure]:
    """Make a library, measure it, and say how large it is; give the figures as they come."""
    taken = timed(lambda: fill(path, number, size))
    bare = path.stat().st_size
    print(f"  {number:,} articles of {size:,} bytes made in {taken / 1000:.0f} s", flush=True)
    yield imported(path, marks)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.stat().st_size
    print(
        f"  on disk {whole / 1e6:,.0f} MB: {bare / number / size:.1f} bytes for each byte of text "
        f"with both search indexes, {(whole - bare) / marks:,.0f} for each mark with its event",
        flush=True,
    )
    yield from every_figure(path, seconds=seconds)


def main() -> int:
    """Measure; fail where a figure of the full library is not what is wanted."""
    parser = argparse.ArgumentParser(description="Measure the store.")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--annotations", type=int)
    parser.add_argument("--size", type=int)
    parser.add_argument("--full", action="store_true", help="100,000 articles, 1,000,000 marks")
    parser.add_argument("--growth", action="store_true", help="from 1,000 to 1,000,000 articles")
    parser.add_argument("--folder", type=Path, help="where the stores are made")
    given = parser.parse_args()
    if given.growth:
        grow(given.folder)
        return 0
    usual = FULL if given.full else SMALL
    number = given.articles or usual[0]
    marks = given.annotations or usual[1]
    size = given.size or usual[2]
    print(
        f"{number:,} articles, {marks:,} marks; SQLite {sqlite3.sqlite_version}, "
        f"{os.cpu_count()} cores; milliseconds"
    )
    missed = 0
    with tempfile.TemporaryDirectory(prefix="sanggah-bench-", dir=given.folder) as folder:
        print(f"  {'':54}{'wanted':>16}{'p50':>9}{'p99':>11}")
        seconds = 20 if given.full else 5
        for figure in figures(Path(folder) / "store.db", number, marks, size, seconds):
            print(figure.line(), flush=True)
            missed += not figure.is_met
    return 1 if missed and given.full else 0


if __name__ == "__main__":
    sys.exit(main())
