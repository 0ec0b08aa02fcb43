"""Whoever merges with whom, in which order and how often: the same comes out, and all of it."""

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import (
    Document,
    SanggahError,
    Store,
    annotations,
    articles,
    history,
    merge,
    open_store,
    transaction,
)
from store.database.check import check
from store.model import Line, Metadata, Quote
from tests.store.database.conftest import TEXT

#: Who works at each store; the first and the last are one person's two machines.
REVIEWERS = ("ani", "budi", "ani")
#: How far each machine's clock is off.
SKEWS = (timedelta(0), timedelta(hours=-5), timedelta(days=40))

CONTENT = {
    "articles": "SELECT id, title, byline, editor, outlet, wire, published, modified, dateline, "
    "language, url, source, sha256, words, removed_at, extra, text FROM articles",
    "lines": "SELECT * FROM lines",
    "quotes": "SELECT * FROM quotes",
    "labels": "SELECT * FROM labels",
    "annotations": "SELECT * FROM annotations",
    "events": "SELECT * FROM events",
    "reviews": "SELECT * FROM reviews",
}


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is in a store but what is local to it."""
    with open_store(path, "reader") as store:
        return {
            name: sorted(store.connection.execute(sql), key=repr) for name, sql in CONTENT.items()
        }


def document(text: str) -> Document:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(Line(number, start, start + len(line), "body", True))
        start += len(line) + 1
    start = text.index("“Itu")
    quote = Quote(start, start + 12, text[start : start + 12], "direct")
    return Document(text, Metadata(title="Judul", outlet="Harian"), tuple(lines), (quote,))


@dataclass
class Machine:
    """An open store whose clock the test sets."""

    store: Store
    skew: timedelta

    def act(self, kind: str, number: int, moment: int) -> None:
        """Do one thing; what the store refuses is not done."""
        clock = datetime(2024, 5, 1, tzinfo=UTC) + self.skew + timedelta(seconds=moment)
        written = clock.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        julian = clock.timestamp() / 86400 + 2440587.5
        run = self.store.connection
        run.create_function("strftime", -1, lambda *_: written)
        run.create_function("julianday", -1, lambda *_: julian)
        with suppress(SanggahError):
            do(self.store, kind, number, written)


def do(store: Store, kind: str, number: int, moment: str) -> None:
    places = store.connection.execute("SELECT id FROM articles ORDER BY id").fetchall()
    place = places[number % len(places)][0]
    marks = annotations.of_article(store, place)
    own = [mark for mark in marks if number % 5 == 0 or mark.reviewer == store.reviewer]
    mark = own[number % len(own)] if own else None
    names = [label.name for label in annotations.labels(store)]
    label = names[number % len(names)]
    start = number % 60
    match kind:
        case "create":
            part = marks[number % len(marks)].id if marks and number % 3 == 0 else None
            annotations.create(store, place, label, start, start + 1 + number % 7, part_of=part)
        case "change" if mark:
            others = [other.id for other in marks if other.id != mark.id] or [None]
            fields: list[dict[str, Any]] = [
                {"note": f"n{number}"},
                {"label": label},
                {"start": start, "end": start + 3},
                {"start": mark.start + 1} if mark.start + 1 < mark.end else {"note": ""},
                {"end": mark.end + 1},
                {"speaker": ("Budi", "", "Rita")[number % 3]},
                {"part_of": others[number % len(others)]},
                {"status": ("accepted", "rejected")[number % 2], "confidence": 0.5},
            ]
            annotations.change(store, mark.id, **fields[number % len(fields)])
        case "delete" if mark:
            annotations.delete(store, mark.id)
        case "undo":
            history.undo(store, place if number % 2 else None)
        case "redo":
            history.redo(store, place if number % 2 else None)
        case "mend":
            articles.mend(store, place, title=f"t{number % 4}", url=f"u{number % 2}")
        case "aside":
            with transaction(store):
                store.connection.execute(
                    "UPDATE articles SET removed_at = iif(removed_at IS NULL, ?, NULL) "
                    "WHERE id = ?",
                    (moment, place),
                )
        case "line":
            articles.decide_line(store, place, 1 + number % 4, bool(number % 2))
        case "speaker":
            quotes = articles.quotes(store, place)
            quote = quotes[number % len(quotes)]
            articles.correct_speaker(
                store, quote.id, ("Budi", "Ia", "", "Nobody there")[number % 4]
            )
        case "quote" if number % 3:
            articles.add_quote(store, place, number % 5, number % 5 + 8)
        case "quote":
            quotes = articles.quotes(store, place)
            articles.remove_quote(store, quotes[number % len(quotes)].id)
        case "label":
            work_on_labels(store, number)
        case "review":
            store.connection.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                "state = excluded.state, position = excluded.position, "
                "seconds = seconds + 1, updated_at = excluded.updated_at",
                (place, store.reviewer, ("reading", "done")[number % 2], start, 1.5, moment),
            )


def work_on_labels(store: Store, number: int) -> None:
    name = ("rumour", "quote", "denial")[number % 3]
    statement, values = [
        (
            "INSERT OR IGNORE INTO labels (name, color) VALUES (?, ?)",
            (name, "#00000" + str(number % 9)),
        ),
        ("DELETE FROM labels WHERE name = ?", (name,)),
        ("UPDATE labels SET description = ? WHERE name = ?", (str(number), name)),
        ("UPDATE labels SET name = ? WHERE name = ?", (name + "s", name)),
        ("UPDATE labels SET position = ? WHERE name = ?", (1 + number % 5, name)),
    ][number % 5]
    with transaction(store):
        store.connection.execute(statement, values)


KINDS = (
    ["create"] * 4
    + ["change"] * 5
    + ["delete", "delete", "undo", "undo", "redo", "mend", "mend", "aside", "line", "line"]
    + [
        "speaker",
        "speaker",
        "quote",
        "quote",
        "label",
        "label",
        "label",
        "review",
        "merge",
        "merge",
    ]
)

ACTIONS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(KINDS), st.integers(0, 10_000)),
    min_size=4,
    max_size=40,
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "store.db"
    open_store(path, "ani").close()
    return path


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that the three have copies of: two articles, marks, a part, an undone change."""
    path = tmp_path_factory.mktemp("shared") / "store.db"
    with open_store(path, "ani") as store:
        for text in (TEXT, TEXT + "!"):
            place, _ = articles.add(store, document(text), source="x")
            first = annotations.create(store, place, "claim", 0, 7)
            annotations.create(store, place, "denial", 8, 14, part_of=first.id)
            annotations.change(store, first.id, note="first")
            history.undo(store, place)
    return path


def machines(
    folder: Path, actions: Sequence[tuple[int, str, int]], start: Path, *, with_articles: bool
) -> list[Path]:
    """Let three stores go their ways from one start, and return their files."""
    paths = [Path(shutil.copy(start, folder / f"{place}.db")) for place in range(3)]
    stores = [open_store(path, REVIEWERS[place]) for place, path in enumerate(paths)]
    for store in stores:
        store.connection.execute("PRAGMA synchronous = OFF")
        if with_articles:
            articles.add(store, document(TEXT), source="x")
    work = [Machine(store, skew) for store, skew in zip(stores, SKEWS, strict=True)]
    for moment, (place, kind, number) in enumerate(actions):
        if kind == "merge":
            merge(stores[place], [paths[number % 3]] if number % 3 != place else [])
        else:
            work[place].act(kind, number, moment)
    for store in stores:
        store.close()
    return paths


_numbers = count()


def merged(folder: Path, first: Path, *others: Path) -> Path:
    """Return a copy of a store that has taken the others in."""
    path = Path(shutil.copy(first, folder / f"merged{next(_numbers)}.db"))
    with open_store(path, "ani") as store:
        merge(store, others)
    return path


def differences(first: Path, second: Path) -> Iterator[str]:
    """Give what is different in two stores: for a message that one can read."""
    one, two = content(first), content(second)
    for name in CONTENT:
        for row in one[name]:
            if row not in two[name]:
                yield f"{name}: only in the first: {row}"
        for row in two[name]:
            if row not in one[name]:
                yield f"{name}: only in the second: {row}"


def assert_merging_is_sound(folder: Path, paths: Sequence[Path], order: int) -> None:
    a, b, c = random.Random(order).sample(list(paths), 3)
    whole = merged(folder, merged(folder, a, b), c)
    others = {
        "a + (b + c)": merged(folder, a, merged(folder, b, c)),
        "c + b + a at once": merged(folder, c, b, a),
        "(a + b + c) + (b + a)": merged(folder, whole, merged(folder, b, a)),
    }
    for name, other in others.items():
        assert not list(differences(whole, other)), name
    assert content(merged(folder, a, Path(shutil.copy(a, folder / "copy.db")))) == content(a)
    found = check(whole)
    assert not found
    kept = set(content(whole)["events"])
    every = [set(content(path)["events"]) for path in paths]
    assert kept == every[0] | every[1] | every[2], "an event was lost or invented"
    known = {event[5] for event in kept}
    assert {row[0] for row in content(whole)["annotations"]} <= known


@given(actions=ACTIONS, order=st.integers(0, 5))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.parametrize("start", ["nothing", "a shared copy"])
def test_merging_is_associative_commutative_and_idempotent(
    tmp_path_factory: pytest.TempPathFactory,
    empty: Path,
    shared: Path,
    start: str,
    actions: list[tuple[int, str, int]],
    order: int,
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    paths = machines(
        folder,
        actions,
        empty if start == "nothing" else shared,
        with_articles=start == "nothing",
    )
    for path in paths:
        assert not check(path)
    assert_merging_is_sound(folder, paths, order)
    shutil.rmtree(folder)
