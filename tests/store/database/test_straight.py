"""What is unknown comes straight into the tables, and the same comes of it as row by row."""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from store import (
    Merged,
    Store,
    annotations,
    articles,
    check,
    history,
    labels,
    merge,
    new_id,
    open_store,
)
from store.database import straight
from store.database.arriving import Arriving
from store.database.straight import Marks, NotStraight
from tests.store.database.conftest import TEXT
from tests.store.database.test_merge_properties import ACTIONS, content, document, machines

ELSEWHERE = TEXT + "!"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Gather how many marks each merge wrote straight; -1 where it gave up."""
    seen: list[int] = []
    write = straight.write

    def noted(arriving: Arriving, marks: Marks, *more: object) -> int:
        seen.append(-1)
        seen[-1] = write(arriving, marks, *more)  # type: ignore[arg-type]
        return seen[-1]

    monkeypatch.setattr(straight, "write", noted)
    return seen


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.db"
    open_store(path, "ani").close()
    return path


def merged(start: Path, others: Sequence[Path], *, are_in_use: bool) -> tuple[Path, Merged]:
    """Merge into a copy; where another program has the others open, every row is looked at."""
    path = Path(shutil.copy(start, start.with_name(f"{new_id()}.db")))
    with ExitStack() as opened:
        if are_in_use:
            for other in others:
                there = opened.enter_context(open_store(other, "budi"))
                for group in ("something in the log", ""):
                    there.connection.execute("UPDATE writing SET group_id = ?", (group,))
        store = opened.enter_context(open_store(path, "ani"))
        return path, merge(store, others)


def assert_same(start: Path, others: Sequence[Path]) -> Path:
    """Merge both ways, and return the store that was written straight, or would have been."""
    path, told = merged(start, others, are_in_use=False)
    slow, same = merged(start, others, are_in_use=True)
    assert content(path) == content(slow)
    assert told.left_out == same.left_out
    for name in ("events", "annotations", "changed", "deleted", "labels", "decisions", "reviewers"):
        assert getattr(told, name) == getattr(same, name), name
    with open_store(path, "ani") as store:
        assert not check(store)
    return path


def reviewer(path: Path, work: Callable[[Store, str], object]) -> Path:
    """Make a store of an article with what somebody does to it."""
    with open_store(path, path.stem) as store:
        place, _ = articles.add(store, document(TEXT), source="x")
        work(store, place)
    return path


@given(actions=ACTIONS)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_same_comes_of_any_histories(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[int, str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("straight")
    start = folder / "start.db"
    open_store(start, "ani").close()
    paths = machines(folder, actions, start, with_articles=True)
    assert_same(start, paths[1:])
    assert_same(paths[0], paths[1:])
    shutil.rmtree(folder)


def test_what_is_plain_is_written_straight_and_the_rest_is_put_together(
    tmp_path: Path, empty: Path, written: list[int]
) -> None:
    def work(store: Store, place: str) -> None:
        first = annotations.create(store, place, "claim", 0, 7, speaker="Rita")
        annotations.create(store, place, "denial", 8, 14, part_of=first.id)
        undone = annotations.create(store, place, "claim", 20, 24)
        annotations.create(store, place, "denial", 30, 34, part_of=undone.id)
        annotations.change(store, undone.id, note="x")
        history.undo(store)
        annotations.delete(store, annotations.create(store, place, "claim", 0, 3).id)

    others = [reviewer(tmp_path / f"{name}.db", work) for name in ("budi", "citra")]
    path = assert_same(empty, others)
    assert written == [4]
    with open_store(path, "ani") as store:
        assert len(annotations.of_article(store, articles.article_id(TEXT))) == 8


def test_what_stands_on_something_of_ours_is_looked_at_row_by_row(
    tmp_path: Path, written: list[int]
) -> None:
    mark = new_id()

    def ours(store: Store, place: str) -> None:
        made = annotations.create(store, place, "claim", 0, 7, id=mark)
        annotations.delete(store, made.id)

    def theirs(store: Store, place: str) -> None:
        annotations.create(store, place, "claim", 0, 7)
        annotations.create(store, place, "denial", 8, 14, id=mark)

    start = reviewer(tmp_path / "dewi.db", ours)
    assert_same(start, [reviewer(tmp_path / "budi.db", theirs)])
    assert written == [-1]


def test_a_source_in_another_article_is_found(
    tmp_path: Path, empty: Path, written: list[int]
) -> None:
    mark = new_id()

    def theirs(store: Store, place: str) -> None:
        annotations.create(store, place, "claim", 0, 7, origin=mark)

    def others(store: Store, _: str) -> None:
        place, _ = articles.add(store, document(ELSEWHERE), source="y")
        annotations.create(store, place, "denial", 8, 14, id=mark)

    files = [reviewer(tmp_path / "budi.db", theirs), reviewer(tmp_path / "citra.db", others)]
    assert_same(empty, files)
    assert_same(files[1], files[:1])
    assert_same(files[0], files[1:])
    assert written == [-1, -1, -1]


def test_marks_under_a_label_of_their_own_come_with_it(
    tmp_path: Path, empty: Path, written: list[int]
) -> None:
    def theirs(store: Store, place: str) -> None:
        labels.add(store, "rumour")
        annotations.create(store, place, "rumour", 0, 7)
        annotations.create(store, place, "claim", 8, 14)

    path = assert_same(empty, [reviewer(tmp_path / "budi.db", theirs)])
    assert written == [1]
    with open_store(path, "ani") as store:
        found = annotations.of_article(store, articles.article_id(TEXT))
        assert [mark.label for mark in found] == ["rumour", "claim"]


def test_a_file_that_is_written_to_meanwhile_is_read_once_more(
    tmp_path: Path, empty: Path, written: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def theirs(store: Store, place: str) -> None:
        annotations.create(store, place, "claim", 0, 7)

    other = reviewer(tmp_path / "budi.db", theirs)
    refuse = Marks.refuse_changed
    seen: list[str] = []

    def refused(marks: Marks) -> None:
        os.utime(other, ns=(0, 0))
        try:
            refuse(marks)
        except NotStraight as error:
            seen.append(str(error))
            raise

    monkeypatch.setattr(Marks, "refuse_changed", refused)
    path, told = merged(empty, [other], are_in_use=False)
    assert seen == ["a file was written to"]
    assert told.annotations == 1
    assert told.copy is not None
    assert len(list(told.copy.parent.iterdir())) == 1
    with open_store(path, "ani") as store:
        assert not check(store)


def test_indexes_are_there_and_in_their_order_afterwards(tmp_path: Path, empty: Path) -> None:
    listed = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? ORDER BY rowid"
    )

    def theirs(store: Store, place: str) -> None:
        annotations.create(store, place, "claim", 0, 7)

    other = reviewer(tmp_path / "budi.db", theirs)
    path, _ = merged(empty, [other], are_in_use=False)
    with open_store(path, "ani") as store, open_store(empty, "ani") as before:
        for table in ("events", "annotations"):
            found, known = (
                each.connection.execute(listed, (table,)).fetchall() for each in (store, before)
            )
            assert found == known
            assert found
