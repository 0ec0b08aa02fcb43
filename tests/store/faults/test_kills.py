"""A program that is killed at any moment loses nothing of what it had said was saved."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from store import articles, open_store
from store.database.check import check

from .conftest import ROOT

CHILD = Path(__file__).with_name("writing_child.py")


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILD), *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def killed_while(child: subprocess.Popen[str], seconds: float) -> list[list[str]]:
    """Kill the child some time after its first word; return what it had said in whole lines."""
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.stdout.close()
    child.wait()
    said = (first + rest).split("\n")[:-1]
    return [line.split(" ", 2) for line in said]


def rows(path: Path, query: str) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute(query))


def test_no_acknowledged_mark_is_lost_when_tagging_is_killed(
    tmp_path: Path, make_document: Callable[..., object], rounds: Callable[[int], int]
) -> None:
    path, chance = tmp_path / "store.db", random.Random(20240531)
    with open_store(path, "ani") as store:
        article, _ = articles.add(store, make_document("kata " * 2000), source="a.txt")  # type: ignore[arg-type]
    saved: set[str] = set()
    notes: dict[str, str] = {}
    for _ in range(rounds(10)):
        for what, identity, *note in killed_while(start("tag", path, article), chance.random() / 8):
            saved.add(identity)
            if what == "noted":
                notes[identity] = note[0]
        assert rows(path, "PRAGMA integrity_check") == {("ok",)}
        created = rows(path, "SELECT subject_id FROM events WHERE action = 'create'")
        assert {identity for identity in saved if (identity,) not in created} == set()
    present = dict(rows(path, "SELECT id, note FROM annotations"))  # type: ignore[arg-type]
    # A kill between a deletion and its undo leaves that one mark deleted, as it was said.
    deleted = {
        str(identity)
        for (identity,) in rows(path, "SELECT subject_id FROM events WHERE action = 'delete'")
    }
    assert saved - present.keys() <= deleted
    assert len(saved - present.keys()) <= rounds(10)
    assert all(present[identity] == note for identity, note in notes.items() if identity in present)
    assert check(path) == []


def test_no_imported_mark_that_was_told_of_is_lost_when_the_import_is_killed(
    tmp_path: Path, make_document: Callable[..., object], rounds: Callable[[int], int]
) -> None:
    empty, chance = tmp_path / "empty.db", random.Random(20240531)
    with open_store(empty, "ani") as store:
        article, _ = articles.add(store, make_document("kata " * 400), source="a.txt")  # type: ignore[arg-type]
    for number in range(rounds(3)):
        path = Path(shutil.copy(empty, tmp_path / f"{number}.db"))
        said = killed_while(start("tag-many", path, article), chance.random() / 4)
        saved = {identity for _, identity in said}
        assert saved
        assert saved <= {identity for (identity,) in rows(path, "SELECT id FROM annotations")}
        assert check(path) == []
        path.unlink()


def test_no_acknowledged_article_is_lost_when_importing_is_killed(
    tmp_path: Path, rounds: Callable[[int], int]
) -> None:
    path, chance = tmp_path / "store.db", random.Random(20240601)
    added: set[tuple[object, ...]] = set()
    for number in range(rounds(6)):
        said = killed_while(start("import", path, number), chance.random() / 8)
        added |= {(identity,) for _, identity in said}
        assert rows(path, "PRAGMA integrity_check") == {("ok",)}
        assert added <= rows(path, "SELECT id FROM articles")
    assert check(path) == []


def test_twenty_writers_at_once_lose_nothing(
    tmp_path: Path, make_document: Callable[..., object]
) -> None:
    path = tmp_path / "store.db"
    with open_store(path, "ani") as store:
        article, _ = articles.add(store, make_document("kata " * 2000), source="a.txt")  # type: ignore[arg-type]
    children = [start("tag-some", path, article) for _ in range(20)]
    saved = {line.split()[1] for child in children for line in child.communicate()[0].splitlines()}
    assert [child.returncode for child in children] == [0] * 20
    assert len(saved) == 200
    assert rows(path, "SELECT id FROM annotations") == {(identity,) for identity in saved}
    assert check(path) == []
