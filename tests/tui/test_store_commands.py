import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store import Document, annotations, articles, open_store
from tests.tui.conftest import Run


@pytest.fixture
def store_file(
    tmp_path: Path, make_document: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A store with one mark, the one that the commands use."""
    path = tmp_path / "store.db"
    monkeypatch.setenv("SANGGAH_STORE", str(path))
    monkeypatch.setenv("SANGGAH_REVIEWER", "ani")
    with open_store(path, "ani") as store:
        article, _ = articles.add(store, make_document("Itu tidak benar."), source="a.txt")
        annotations.create(store, article, "denial", 0, 15)
    return path


def test_check_says_that_nothing_is_wrong(store_file: Path, run: Run) -> None:
    assert run("check").stdout == f"{store_file}: nothing wrong\n"
    assert json.loads(run("check", "--json").stdout)["findings"] == []


def test_check_names_a_fault_and_repair_says_what_was_done(store_file: Path, run: Run) -> None:
    with closing(sqlite3.connect(store_file)) as connection:
        connection.execute("DROP TRIGGER annotations_guard_fixed")
        connection.execute("DROP INDEX events_by_group")
    told = run("check", code=1).stdout
    assert "missing-trigger: trigger annotations_guard_fixed is missing" in told
    assert "run sanggah check --repair" in told
    named = json.loads(run("check", "--json", code=1).stdout)["findings"]
    assert {finding["code"] for finding in named} == {"missing-trigger", "missing-index"}
    told = run("check", "--repair").stdout
    assert "a copy of the store as it was: " in told
    assert "mended  trigger annotations_guard_fixed: made anew" in told
    run("check")


def test_a_backup_is_taken_and_restored(store_file: Path, run: Run, tmp_path: Path) -> None:
    assert "1 annotations, read again" in run("backup").stdout
    run("backup", tmp_path / "copy.db")
    with open_store(store_file, "ani") as store:
        (row,) = articles.first(store, articles.ArticleQuery(), 2)
        annotations.create(store, row.id, "claim", 0, 3)
    told = run("restore", tmp_path / "copy.db").stdout
    assert "1 annotations" in told
    assert "the store before is kept at" in told
    (aside,) = tmp_path.glob("store.db.set-aside-*")
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT count(*) FROM annotations").fetchone() == (2,)


def test_a_backup_that_is_not_there_is_told_with_the_newest_that_is(
    store_file: Path, run: Run
) -> None:
    run("backup")
    told = run("restore", "nowhere.db", code=1).stderr
    assert "there is no file nowhere.db; the newest copy is" in told


def test_restoring_is_refused_while_the_store_is_open(
    store_file: Path, run: Run, tmp_path: Path
) -> None:
    run("backup", tmp_path / "copy.db")
    with open_store(store_file, "ben"):
        assert "open in another program" in run("restore", tmp_path / "copy.db", code=1).stderr


@pytest.fixture
def other_file(tmp_path: Path, make_document: Callable[..., Document]) -> Path:
    """Another reviewer's store, with a name that would move the cursor in a note."""
    path = tmp_path / "other.db"
    with open_store(path, "ben") as store:
        article, _ = articles.add(store, make_document("Itu tidak benar."), source="b.txt")
        annotations.create(store, article, "claim", 0, 3, note="\x1b[2J")
        articles.add(store, make_document("Lain."), source="c.txt")
    return path


def test_merge_says_what_came_in_and_from_whom(
    store_file: Path, other_file: Path, run: Run
) -> None:
    told = run("merge", "--dry-run", other_file).stdout
    assert "would come in: 1 articles, 1 annotations  (1 events)" in told
    assert run("merge", other_file).stdout.splitlines()[1:] == [
        "came in: 1 articles, 1 annotations  (1 events)",
        "  ben: 1 marks made, 0 changes, 0 removals, 0 other",
    ]
    assert run("merge", other_file).stdout == "nothing new\n"
    log = run("log", "--reviewer", "ben").stdout
    assert "ben  create annotations  claim on “Itu”" in log
    assert "\x1b" not in log
    run("check")


def test_merge_names_what_it_leaves_out_and_ends_with_1(
    store_file: Path, other_file: Path, run: Run
) -> None:
    with closing(sqlite3.connect(other_file)) as connection:
        connection.execute("DROP TRIGGER events_guard_update")
        connection.execute("UPDATE events SET reviewer = char(27) || '[2J' WHERE lamport > 3")
        connection.commit()
    told = json.loads(run("merge", "--json", other_file, code=1).stdout)
    assert told["articles"] == 1
    assert [left["why"] for left in told["left_out"]] == [
        "its reviewer's name holds control characters"
    ]
    told = run("merge", other_file, code=1).stdout
    assert told.startswith("nothing new\nleft out  ")
    assert "annotations" in told


def test_merge_tells_in_one_line_what_cannot_be_merged(
    store_file: Path, run: Run, tmp_path: Path
) -> None:
    assert "is the store itself" in run("merge", store_file, code=1).stderr
    assert "there is no store at" in run("merge", tmp_path / "gone.db", code=1).stderr
    assert "Missing argument" in run("merge", code=2).stderr
