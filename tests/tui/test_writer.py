"""What is submitted is written in order, or kept until it can be, or left in a file."""

from __future__ import annotations

import json
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import SanggahError, Store, open_store, transaction
from tui.writer import Write, Writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_store(tmp_path / "store.db", "ani").close()
    return tmp_path / "store.db"


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    made = Writer(path, "ani", lambda tell: tell())
    yield made
    made.close()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_changes_are_made_in_the_order_in_which_they_came(writer: Writer) -> None:
    done: list[int] = []
    for number in range(50):
        writer.submit(Write(lambda store, n=number: n, done.append, marks=1))
    assert writer.drain(10)
    until(lambda: len(done) == 50)
    assert done == list(range(50))
    assert writer.state.saved == 50


def test_a_change_sleeps_until_the_key_is_answered_but_not_where_somebody_waits(
    path: Path,
) -> None:
    due: list[Callable[[], None]] = []
    made: list[str] = []
    writer = Writer(path, "ani", lambda tell: tell(), later=lambda _, call: due.append(call))
    writer.submit(Write(lambda store: "shown", made.append))
    assert (writer.state.waiting, len(due)) == (1, 1)
    due[0]()
    until(lambda: made == ["shown"])
    writer.submit(Write(lambda store: "waited for", made.append, awaited=True))
    until(lambda: made == ["shown", "waited for"])
    assert len(due) == 1
    writer.submit(Write(lambda store: "at the end", made.append))
    assert writer.drain(10)  # nobody calls any more
    until(lambda: made[2:] == ["at the end"])
    writer.close()


def test_a_refused_change_is_reported_and_the_next_is_made(writer: Writer) -> None:
    problems: list[str] = []
    done: list[str] = []

    def refuse(store: object) -> None:
        raise SanggahError("no such label")

    writer.submit(Write(refuse, failed=lambda error: problems.append(str(error)), marks=1))
    writer.submit(Write(lambda store: store.reviewer, done.append))
    assert writer.drain(10)
    until(lambda: done == ["ani"])
    assert problems == ["no such label"]
    assert writer.state.saved == 0


def test_a_defect_in_one_change_does_not_end_the_writing(writer: Writer) -> None:
    problems: list[str] = []
    writer.submit(Write(lambda store: 1 / 0, failed=lambda error: problems.append(str(error))))
    writer.submit(Write(lambda store: None, marks=1))
    assert writer.drain(10)
    until(lambda: writer.state.saved == 1)
    assert "division" in problems[0]


def test_what_a_lock_keeps_from_being_written_is_left_in_a_file_of_ones_own(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = Writer(path, "ani", lambda tell: tell())

    def job(store: object) -> None:
        from store import transaction

        with transaction(store):  # type: ignore[arg-type]
            pass

    writer.submit(Write(job, marks=1, record={"label": "claim", "text": "kata “itu”"}))
    assert not writer.drain(0.2)
    assert writer.state.waiting == 1
    writer.close()
    left = writer.leave_recovery()
    assert left is not None
    assert left.parent == path.parent
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert [json.loads(line) for line in left.read_text(encoding="utf-8").splitlines()] == [
        {"label": "claim", "text": "kata “itu”"}
    ]
    other.execute("ROLLBACK")
    other.close()


def test_nothing_is_left_where_nothing_waits(writer: Writer) -> None:
    writer.submit(Write(lambda store: None, record={"label": "claim"}))
    assert writer.drain(10)
    assert writer.leave_recovery() is None


def after_a_look(writer: Writer) -> int:
    told: list[bool] = []
    writer.look(lambda: told.append(True))
    until(lambda: bool(told))
    return writer.others


def test_only_what_others_write_is_news(path: Path, writer: Writer) -> None:
    def write(store: Store) -> None:
        with transaction(store):
            store.connection.execute("UPDATE labels SET description = description || '!'")

    before = writer.others
    first = after_a_look(writer)
    assert first != before, "what was written before the first look is not known"
    writer.submit(Write(write))
    assert writer.drain(10)
    assert after_a_look(writer) == first
    with open_store(path, "budi") as other:
        write(other)
    writer.submit(Write(write))
    assert writer.drain(10)
    second = after_a_look(writer)
    assert second != first
    assert after_a_look(writer) == second


def test_a_store_that_cannot_be_opened_is_news_as_well(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    path.write_text("this is a text and not a store, so nothing of it can be read")
    writer = Writer(path, "ani", lambda tell: tell())
    before = writer.others
    assert after_a_look(writer) != before
    writer.close()
