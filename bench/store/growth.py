"""Libraries of one size or of growing sizes: made, measured, written as a table and a plot."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Literal, NamedTuple

from bench.store.library import fill
from bench.store.measures import PARTS, Figure, every_figure, imported, timed
from bench.store.plot import Line, plot


class Size(NamedTuple):
    """How large a library is: articles, bytes of each, marks."""

    articles: int
    bytes: int
    marks: int

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.articles:,} articles of {self.bytes:,} bytes, {self.marks:,} marks"


SMALL = Size(1000, 4000, 10_000)
FULL = Size(100_000, 4000, 1_000_000)
#: The last one with short articles: a million long ones would be 13 GB and take half an hour.
STEPS = (SMALL, Size(10_000, 4000, 100_000), FULL, Size(1_000_000, 400, 1_000_000))

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE, PICTURE = DOCS / "scale.md", DOCS / "scale.svg"
#: The table stands between these lines of the page.
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"

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


def figures(
    size: Size, folder: Path | None, keep: Path | None, parts: Collection[str] = PARTS
) -> Iterator[Figure]:
    """Make a library, or copy the one that is kept, and give its figures as they come.

    Args:
        size: How large it is.
        folder: Where the store is made; the system's folder for temporary files if None.
        keep: Where a library of each size is kept, if it is.
        parts: What is measured.
    """
    with tempfile.TemporaryDirectory(prefix="sanggah-bench-", dir=folder) as name:
        path = Path(name) / "store.db"
        kept = keep and keep / f"{size.articles}x{size.bytes}-{size.marks}.db"
        if kept and kept.exists():
            shutil.copyfile(kept, path)
        else:
            yield from _made(path, size)
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, kept)
        yield from every_figure(path, seconds=20 if size == FULL else 5, parts=parts)


def _made(path: Path, size: Size) -> Iterator[Figure]:
    """Make a library and say how large it is."""
    taken = timed(lambda: fill(path, size.articles, size.bytes)) / 1000
    bare = path.stat().st_size
    yield Figure("articles written, with both search indexes", taken, taken, unit="s")
    yield imported(path, size.marks, "marks imported")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.stat().st_size
    yield _size("on disk", whole / 1e6, "MB")
    yield _size("an article on disk, with both search indexes", bare / size.articles / 1e3, "kB")
    yield _size("a mark on disk, with its event", (whole - bare) / size.marks / 1e3, "kB")


def _size(name: str, value: float, unit: Literal["MB", "kB"]) -> Figure:
    return Figure(name, value, value, unit=unit)


def grow(folder: Path | None, keep: Path | None, steps: int | None) -> None:
    """Measure every step; write the table into the page, and the plot, where none was left out."""
    measured: list[dict[str, Figure]] = []
    sizes = STEPS[:steps]
    for size in sizes:
        began = time.monotonic()
        print(f"\n{size}", flush=True)
        found = []
        for figure in figures(size, folder, keep):
            print(figure.line(), flush=True)
            found.append(figure)
        print(f"  ({time.monotonic() - began:.0f} s)", flush=True)
        measured.append({figure.name: figure for figure in found})
    written = "\n".join(table(sizes, measured))
    print(f"\n{written}")
    if sizes != STEPS:
        return
    before, _, rest = PAGE.read_text("utf-8").partition(f"{BEGIN}\n")
    PAGE.write_text(f"{before}{BEGIN}\n{written}\n{END}{rest.partition(END)[2]}", "utf-8")
    lines = [Line(name, [step[name].p50 for step in measured]) for name in SHOWN]
    PICTURE.write_text(plot([size.articles for size in sizes], lines), "utf-8")
    print(f"\nwritten: {PAGE}, {PICTURE}")


def table(sizes: Sequence[Size], measured: Sequence[dict[str, Figure]]) -> Iterable[str]:
    """Give the lines of the table in Markdown: a column a step, p50 and p99 in each cell."""
    heads = " | ".join(f"{size.articles:,}" for size in sizes)
    yield f"| | wanted | {heads} articles |"
    yield "| --- | ---: |" + " ---: |" * len(sizes)
    for name, figure in measured[-1].items():
        cells = " | ".join(
            ", ".join(step[name].values) if name in step else "" for step in measured
        )
        yield f"| {name} | {figure.demand} | {cells} |"
