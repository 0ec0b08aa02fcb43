"""What events come to does not depend on whether they are gone through by article or at once."""

import json
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.store.library import fill
from store import open_store
from store.database import schema
from store.database.annotations import NewAnnotation, create_many
from store.database.check import check
from store.database.replay import ENTRY_COLUMNS, Fold, Replay, entry_of
from tests.growth import calls

ARTICLES = ("a" * 16, "b" * 16)
LABELS = ("claim", "denial")

#: What is done in one event: where, to what, how, with which label, by whom and against whom.
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["annotations", "annotations", "labels", "articles"]),
        st.integers(0, 2),
        st.sampled_from(["create", "create", "change", "delete"]),
        st.sampled_from(LABELS),
        st.integers(0, 4),
        st.sampled_from([None, None, 0, 1, 2]),
    ),
    max_size=30,
)


def rows(events: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for lamport, (place, subject, number, action, label, group, undoes) in enumerate(events):
        article = ARTICLES[place]
        values: dict[str, Any]
        if subject == "labels":
            identity, values = label, {"name": label, "position": number}
        elif subject == "articles":
            identity, values = article, {"title": f"t{number}"}
        else:
            first = f"{place}{lamport % 3}" if lamport % 4 == 0 else None
            identity = f"{place}{number}"
            values = {"label": label, "note": f"n{lamport % 2}", "part_of": first}
        before = None if action == "create" else json.dumps(values)
        after = None if action == "delete" else json.dumps(values)
        yield (
            # Merged events share a place in the order.
            lamport // 2,
            f"{lamport:03}",
            "2024-05-01T00:00:00.000Z",
            "ani",
            action,
            subject,
            identity,
            None if subject == "labels" else article,
            f"g{group}",
            None if undoes is None else f"g{undoes}",
            before,
            after,
        )


def on(subject: str, action: str) -> tuple[Any, ...]:
    return (0, subject, 0, action, "claim", 0, None)


@given(EVENTS)
@example([on("labels", "create"), on("labels", "delete"), on("annotations", "create")])
@example(
    # A label that is in use is not deleted, though it is not used in the end.
    [
        on("labels", "create"),
        on("annotations", "create"),
        on("labels", "delete"),
        on("annotations", "delete"),
    ]
)
def test_article_by_article_comes_to_the_same_as_all_at_once(events: list[tuple[Any, ...]]) -> None:
    made = list(rows(events))
    fold = Fold()
    for row in made:
        fold.take(entry_of(row))
    expected = {
        (table, identity): row.values
        if table != "articles"
        else {name: row.values[name] for name in fold.live_columns(row)}
        for table, found in fold.rows.items()
        for identity, row in found.items()
        if row.is_there
    }
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in schema.TABLES:
            connection.execute(statement)
        places = ", ".join("?" * ENTRY_COLUMNS.count(",")) + ", ?"
        connection.executemany(f"INSERT INTO events ({ENTRY_COLUMNS}) VALUES ({places})", made)
        # No table has a row, so each that the events made is told.
        found = {
            (each.subject, each.subject_id): each.expected
            for each in Replay(connection).differences()
        }
    assert found == expected


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two stores, the second with four times the articles; twenty marks in each article."""
    made = []
    for number in (40, 160):
        path = tmp_path_factory.mktemp("libraries") / "store.db"
        fill(path, number, 600)
        with open_store(path, "ani") as store:
            identities = store.connection.execute("SELECT id FROM articles").fetchall()
            create_many(
                store,
                [
                    NewAnnotation(identity, "claim", start, start + 9)
                    for (identity,) in identities
                    for start in range(20)
                ],
            )
        assert check(path) == []
        made.append(path)
    return made


def test_checking_takes_work_in_proportion_to_the_marks(libraries: list[Path]) -> None:
    small, large = (calls(lambda path=path: check(path)) for path in libraries)
    assert large < 5 * small


def test_checking_history_needs_no_more_memory_for_more_articles(libraries: list[Path]) -> None:
    small, large = (most_memory(path) for path in libraries)
    assert large < 1.5 * small


def most_memory(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        tracemalloc.start()
        try:
            assert list(Replay(connection).differences()) == []
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
