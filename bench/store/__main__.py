"""The store with many articles and marks: lists, searches, commits, imports, size; and growth.

python -m bench.store [--articles N] [--annotations M] [--size BYTES] [--full] [--growth]
                      [--part PART]... [--keep FOLDER] [--folder FOLDER]

Without options the library is small, so that it takes less than a minute; --full is the one that
the figures are demanded of. --growth measures libraries of a thousand to a million articles and
writes the table and the picture of docs/scale.md. A library is made by rule in a temporary
folder; with --keep it is made in that folder once, and a copy of it measured each time.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from pathlib import Path

from bench.store.growth import FULL, SMALL, Size, figures, grow
from bench.store.measures import PARTS


def main() -> int:
    """Measure; fail where a figure of the full library is not what is wanted."""
    parser = argparse.ArgumentParser(description="Measure the store.")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--annotations", type=int)
    parser.add_argument("--size", type=int)
    parser.add_argument("--full", action="store_true", help="100,000 articles, 1,000,000 marks")
    parser.add_argument("--growth", action="store_true", help="from 1,000 to 1,000,000 articles")
    parser.add_argument("--steps", type=int, help="only so many steps of the growth")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this")
    parser.add_argument("--folder", type=Path, help="where the stores are made")
    parser.add_argument("--keep", type=Path, help="where libraries are kept for the next time")
    given = parser.parse_args()
    print(f"SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores; milliseconds")
    if given.growth:
        grow(given.folder, given.keep, given.steps)
        return 0
    usual = FULL if given.full else SMALL
    asked = (given.articles, given.size, given.annotations)
    size = Size(*[value or default for value, default in zip(asked, usual, strict=True)])
    print(size)
    print(f"  {'':54}{'wanted':>12}{'p50':>11}{'p99':>11}")
    missed = 0
    for figure in figures(size, given.folder, given.keep, given.part or PARTS):
        print(figure.line(), flush=True)
        missed += not figure.is_met
    return 1 if missed and given.full else 0


if __name__ == "__main__":
    sys.exit(main())
