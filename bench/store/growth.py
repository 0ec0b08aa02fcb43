"""How the store grows: the figures of libraries of a thousand to a million articles, and a plot."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from bench.store.library import fill
from bench.store.measures import Figure, every_figure, imported
from bench.store.plot import Line, plot

#: Articles, bytes of each, marks. A million long ones would be 13 GB and take half an hour.
STEPS = ((1000, 4000, 10_000), (10_000, 4000, 100_000), (100_000, 4000, 1_000_000))
LAST = (1_000_000, 400, 1_000_000)

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "scale.svg"

#: What the plot shows, by the figures' names.
SHOWN = (
    "open to first page",
    "a page anywhere in the list, with counts",
    "first page, every order",
    "search, rare word: first page",
    "search, common word: first page",
    "search, inside words: first page",
    "the whole order by added",
    "commit of a mark",
)


def grow(folder: Path | None) -> None:
    """Measure every step, print the table as Markdown, write the plot."""
    measured: list[dict[str, Figure]] = []
    for number, size, marks in (*STEPS, LAST):
        with tempfile.TemporaryDirectory(prefix="sanggah-bench-", dir=folder) as name:
            path = Path(name) / "store.db"
            fill(path, number, size)
            found = [imported(path, marks)]
            with sqlite3.connect(path) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            megabytes = path.stat().st_size / 1e6
            found += every_figure(path, seconds=5)
        measured.append({figure.name: figure for figure in found})
        print(f"{number:,} articles of {size:,} bytes, {marks:,} marks: {megabytes:,.0f} MB")
        for figure in found:
            print(figure.line(), flush=True)
    numbers = [number for number, _, _ in (*STEPS, LAST)]
    print("\n| p50, ms | " + " | ".join(f"{number:,}" for number in numbers) + " |")
    print("| --- |" + " ---: |" * len(numbers))
    for name in [name for name in measured[-1] if all(name in step for step in measured)]:
        cells = " | ".join(f"{step[name].p50:.1f}" for step in measured)
        print(f"| {name} | {cells} |")
    lines = [Line(name, [step[name].p50 for step in measured]) for name in SHOWN]
    PICTURE.write_text(plot(numbers, lines), "utf-8")
    print(f"\nwritten: {PICTURE}")
