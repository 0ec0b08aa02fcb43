"""What is measured in a store with many articles, each against what is wanted of it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from bench.store.library import Language, marks
from bench.terminal import percentile
from store import ArticleQuery, Sort, Store, annotations, articles, open_store, search
from store.database.annotations import create_many

#: Rows of a first page in the app, and of a page that is scrolled to.
FIRST_ROWS, PAGE = 100, 64
ROOT = Path(__file__).resolve().parents[2]
SORTS: tuple[Sort, ...] = ("added", "title", "outlet", "published", "state", "annotations")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what took how many milliseconds, or another ``unit``.

    ``wanted`` is the most p99 (p50 where ``median``) may be, or the least of a rate; None where
    nothing is demanded. What is measured once has its value in both.
    """

    name: str
    p50: float
    p99: float
    wanted: float | None = None
    median: bool = False
    unit: Literal["ms", "/s", "MB", "kB", "s"] = "ms"

    @property
    def seen(self) -> float:
        """The figure that is held against what is wanted."""
        return self.p50 if self.median or self.unit == "/s" else self.p99

    @property
    def is_met(self) -> bool:
        """Whether it is what is wanted, or nothing is."""
        if self.wanted is None:
            return True
        return self.seen >= self.wanted if self.unit == "/s" else self.seen <= self.wanted

    @property
    def demand(self) -> str:
        """What is wanted, in words; "" where nothing is."""
        if self.wanted is None:
            return ""
        if self.unit == "/s":
            return f"{self.wanted:,.0f}/s"
        return f"{'p50' if self.median else 'p99'} {self.wanted:.0f}"

    @property
    def values(self) -> tuple[str, ...]:
        """What was seen: two figures of milliseconds, else one with its unit."""
        if self.unit != "ms":
            return (f"{_short(self.p50)}{'' if self.unit == '/s' else ' '}{self.unit}",)
        return (_short(self.p50), _short(self.p99))

    def line(self) -> str:
        """Return the line of the table."""
        values = "".join(f"{value:>11}" for value in self.values)
        return f"  {self.name:54}{self.demand:>12}{values:<24}{self._verdict()}".rstrip()

    def _verdict(self) -> str:
        if not self.wanted:
            return ""
        share = self.wanted / self.seen if self.unit == "/s" else self.seen / self.wanted
        return f"{share:>6.2f} of it{'' if self.is_met else '  MISSED'}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def timed(job: Callable[[], object]) -> float:
    """Return the milliseconds that a job takes."""
    began = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - began)


def of_many(
    name: str,
    jobs: Iterable[Callable[[], object]],
    wanted: float | None = None,
    *,
    rounds: int = 10,
    median: bool = False,
) -> Figure:
    """Time all jobs so many times over, after one round that is not counted."""
    listed = list(jobs)
    for job in listed:
        job()
    taken = [timed(job) for _ in range(rounds) for job in listed]
    return Figure(name, percentile(taken, 0.5), percentile(taken, 0.99), wanted, median)


#: What can be measured by itself, in this order.
PARTS = ("opening", "pages", "searches", "commits", "beside", "import")


def every_figure(path: Path, *, seconds: float, parts: Collection[str] = PARTS) -> Iterator[Figure]:
    """Give the figures of a store; ``seconds`` is how long marks are made beside an import."""
    if "opening" in parts:
        yield opening(path)
        yield by_annotations_once(path)
    with open_store(path, "bench") as store:
        if "pages" in parts:
            yield from _pages(store)
            yield of_many("outlets of the filter", [lambda: articles.outlets(store)], rounds=5)
        if "searches" in parts:
            yield from _searches(store)
        if "commits" in parts:
            yield commits(store, "commit of a mark", 5, seconds=seconds)
    if "beside" in parts:
        yield beside(path, "commit of a mark beside an import of marks", "marks", seconds)
        yield beside(path, "commit of a mark beside an import of articles", "articles", seconds)
    if "import" in parts:
        yield imported(path, int(2500 * seconds), "marks imported beside all these")


def by_annotations_once(path: Path) -> Figure:
    """Time the first page by annotations, for which a store that was just opened knows nothing."""
    query = ArticleQuery(sort="annotations", descending=True)
    taken = []
    for _ in range(5):
        with open_store(path, "bench") as store:
            taken.append(timed(lambda: articles.first(store, query, FIRST_ROWS)))
    name = "first page by annotations, once after opening"
    return Figure(name, percentile(taken, 0.5), percentile(taken, 0.99))


def opening(path: Path) -> Figure:
    """Time from nothing to the rows of the first page."""

    def first_page() -> None:
        with open_store(path, "bench") as store:
            articles.first(store, ArticleQuery(), FIRST_ROWS)
            annotations.labels(store)

    return of_many("open to first page", [first_page], 20, rounds=50)


def _pages(store: Store) -> Iterator[Figure]:
    yield of_many("first page, every order", _in_every_order(store, [ArticleQuery()]), 5)
    filters = [
        ArticleQuery(state="new"),
        ArticleQuery(state="reading"),
        ArticleQuery(state="done"),
        ArticleQuery(outlet="Koran 0"),
        ArticleQuery(outlet="Koran 250"),
        ArticleQuery(label="denial"),
    ]
    name = "first page, every filter in every order"
    yield of_many(name, _in_every_order(store, filters), 5)
    together = ArticleQuery(label="denial", state="reading", outlet="Koran 0")
    name = "first page, three filters at once in every order"
    yield of_many(name, _in_every_order(store, [together]))
    order = articles.order(store, ArticleQuery(sort="title"))
    chance = random.Random(5)
    places = [chance.randrange(max(1, len(order) - PAGE)) for _ in range(50)]
    pages = [_rows(store, order[place : place + PAGE]) for place in places]
    yield of_many("a page anywhere in the list, with counts", pages, 5)
    for sort in ("added", "annotations"):
        asked = ArticleQuery(sort=sort)
        whole = [lambda asked=asked: articles.order(store, asked)]
        yield of_many(f"the whole order by {sort}", whole, rounds=5)


def _in_every_order(store: Store, queries: list[ArticleQuery]) -> list[Callable[[], object]]:
    return [
        _first(store, replace(query, sort=sort, descending=descending))
        for query in queries
        for sort in SORTS
        for descending in (False, True)
    ]


def _first(store: Store, query: ArticleQuery) -> Callable[[], object]:
    return lambda: articles.first(store, query, FIRST_ROWS)


def _rows(store: Store, seqs: Sequence[int]) -> Callable[[], object]:
    return lambda: articles.rows(store, seqs)


def _searches(store: Store) -> Iterator[Figure]:
    words = Language().words
    han = store.connection.execute(
        "SELECT substr(text, 60, 3) FROM articles WHERE title NOT GLOB '*[a-z]*' LIMIT 5"
    ).fetchall()
    kinds: list[tuple[str, list[str], float | None, bool]] = [
        ("rare word", words[60_000:100_000:4000], 10, True),
        ("common word", words[:10], 50, False),
        ("inside words", [word[1:] for word in words[9000:12_000:600]], None, False),
        ("three signs of Chinese", [text for (text,) in han], None, False),
        ("two signs of Chinese", [text[:2] for (text,) in han], None, False),
        ("two letters that words begin with", ["wo", "ka"], None, False),
    ]
    for name, queries, wanted, median in kinds:
        pages = [_first(store, ArticleQuery(search=query)) for query in queries]
        yield of_many(f"search, {name}: first page", pages, wanted, rounds=3, median=median)
    for name, queries, wanted, median in kinds[:2]:
        best = [lambda query=query: search.search(store, query) for query in queries]
        yield of_many(f"search, {name}: the best 50", best, wanted, rounds=3, median=median)


def commits(store: Store, name: str, wanted: float, *, seconds: float) -> Figure:
    """Time as many marks as go into some seconds, with ten milliseconds between two."""
    chance = random.Random(7)
    found = store.connection.execute("SELECT id FROM articles WHERE length(text) > 60 LIMIT 2000")
    identities = [identity for (identity,) in found]
    taken: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        identity, start = chance.choice(identities), chance.randrange(40)
        taken.append(
            timed(lambda: annotations.create(store, identity, "claim", start, start + 9))  # noqa: B023
        )
        time.sleep(0.01)
    return Figure(name, percentile(taken, 0.5), percentile(taken, 0.99), wanted)


def beside(path: Path, name: str, what: str, seconds: float) -> Figure:
    """Time marks while another process imports."""
    other = subprocess.Popen(
        [sys.executable, "-m", "bench.store.importer", what, str(path.resolve()), f"{seconds + 2}"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    try:
        assert other.stdout is not None
        other.stdout.readline()  # it has begun
        with open_store(path, "reviewer") as store:
            return commits(store, name, 25, seconds=seconds)
    finally:
        other.terminate()
        other.communicate()


def imported(path: Path, number: int, name: str) -> Figure:
    """Import marks through guards and history, and return how many a second."""
    with open_store(path, "bench") as store:
        # As many to an article as in all of the library, of which these are a part.
        (articles_there,) = store.connection.execute("SELECT count(*) FROM articles").fetchone()
        made = list(islice(marks(store, max(number, 10 * articles_there)), number))
        taken = timed(lambda: create_many(store, made))
    rate = 1000 * number / taken
    return Figure(name, rate, rate, 15_000, unit="/s")
