"""Stores of earlier versions, and of this one under the next release of the program."""

import gzip
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store import StoreError, annotations, articles, backup, history, open_store, search
from store.database.check import check
from store.database.events import SUBJECTS
from store.database.schema import SCHEMA_VERSION

STORED = sorted((Path(__file__).parent / "stored").glob("version_*.db.gz"))
TABLES = ("articles", "lines", "quotes", "labels", "annotations", "events", "reviews")


def unpacked(stored: Path, folder: Path) -> Path:
    path = folder / "store.db"
    path.write_bytes(gzip.decompress(stored.read_bytes()))
    return path


def rows(path: Path, like: dict[str, list[dict[str, Any]]] | None = None) -> dict[str, Any]:
    """Return all rows, of those columns alone that ``like`` has."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for table in TABLES:
            every = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            if like and like[table]:
                every = [{name: row[name] for name in like[table][0]} for row in every]
            found[table] = sorted(every, key=repr)
    return found


def test_every_version_has_a_stored_file() -> None:
    assert [path.name for path in STORED] == [
        f"version_{version}.db.gz" for version in range(1, SCHEMA_VERSION + 1)
    ]


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.name)
def test_a_stored_file_holds_whatever_a_person_can_do(stored: Path, tmp_path: Path) -> None:
    path = unpacked(stored, tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        done = set(connection.execute("SELECT subject, action FROM events"))
        undone = connection.execute("SELECT count(*) FROM events WHERE undoes IS NOT NULL")
        assert undone.fetchone()[0] > 3
    assert done >= {(subject, "change") for subject in SUBJECTS}
    for subject in ("labels", "annotations"):
        assert done >= {(subject, "create"), (subject, "delete")}
    assert all(rows(path).values())


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.name)
def test_a_stored_file_opens_with_every_row_as_it_was(stored: Path, tmp_path: Path) -> None:
    path = unpacked(stored, tmp_path)
    before = rows(path)
    with open_store(path, "ani") as store:
        assert rows(path, before) == before
        assert not check(store)
        assert [hit.title for hit in search.search(store, "mangkrak", 5)]
        assert [hit.title for hit in search.search(store, "事実で", 5)]
        (version,) = store.connection.execute("PRAGMA user_version").fetchone()
        assert version == SCHEMA_VERSION
        assert history.undo(store)
        (place,) = store.connection.execute("SELECT max(id) FROM articles").fetchone()
        annotations.create(store, place, "rumour", 0, 3)
        assert articles.get(store, place)
        assert not check(store)


# The next release: this program with one migration more

NEXT = """
import sys, time
from store.database import schema
schema.SCHEMA_VERSION += 1
from store.database.migrations import migrations

@migrations()
def version_next(db):
    print("migrating", flush=True)
    db.conn.execute("CREATE TABLE threads (name TEXT PRIMARY KEY) STRICT")
    db.conn.execute("INSERT INTO threads VALUES ('first')")
    time.sleep(float(sys.argv[2]))

from pathlib import Path
from store import merge, open_store
path = Path(sys.argv[1])
"""

OPEN = (
    NEXT
    + """
with open_store(path, "ani") as store:
    print(store.connection.execute("SELECT name FROM threads").fetchall())
"""
)

MERGE = (
    NEXT
    + """
with open_store(path, "ani") as store:
    told = merge(store, [Path(sys.argv[3])])
    print(told.annotations, len(told.left_out))
"""
)


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store of this version, which the next release has to migrate."""
    return unpacked(STORED[-1], tmp_path)


def test_three_programs_that_open_an_older_store_at_once_are_all_fine(older: Path) -> None:
    before = rows(older)
    running = [start(OPEN, older, 0.3) for _ in range(3)]
    told = [program.communicate()[0] for program in running]
    assert [program.returncode for program in running] == [0, 0, 0]
    assert sum("migrating" in each for each in told) == 1
    assert all("[('first',)]" in each for each in told)
    assert rows(older, before) == before


def test_a_copy_of_the_older_store_is_taken_before(older: Path) -> None:
    before = rows(older)
    start(OPEN, older, 0).communicate()
    (copy,) = backup.copies(older)
    assert "before-migration" in copy.name
    assert rows(copy) == before
    assert version_of(copy) == SCHEMA_VERSION
    assert version_of(older) == SCHEMA_VERSION + 1


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def test_a_migration_that_is_killed_leaves_the_older_store_whole(older: Path) -> None:
    before = rows(older)
    with start(OPEN, older, 60) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "migrating\n"
        program.kill()
    with open_store(older, "ani") as store:
        assert not check(store)
    assert rows(older) == before
    told, _ = start(OPEN, older, 0).communicate()
    assert told == "migrating\n[('first',)]\n"
    assert rows(older, before) == before


def test_an_older_store_is_merged_from_a_copy_and_stays_as_it_is(
    older: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    before = older.read_bytes()
    marks = len(rows(older)["annotations"])
    told, _ = start(MERGE, tmp_path / "new.db", 0, older).communicate()
    assert told.splitlines()[-1] == f"{marks} 0"
    assert older.read_bytes() == before
    assert not list(tmp_path.glob("store.db?*"))


def test_a_store_of_the_next_version_is_refused_and_left_byte_for_byte(older: Path) -> None:
    start(OPEN, older, 0).communicate()
    shutil.rmtree(backup.folder(older))
    before = older.read_bytes()
    beside = sorted(older.parent.iterdir())
    with pytest.raises(StoreError, match=f"of store version {SCHEMA_VERSION + 1}, newer"):
        open_store(older, "ani")
    assert older.read_bytes() == before
    assert sorted(older.parent.iterdir()) == beside


def test_the_script_that_writes_stored_files_fills_a_store_without_a_fault(tmp_path: Path) -> None:
    from tests.store.database.stored.make import fill

    with open_store(tmp_path / "store.db", "ani") as store:
        fill(store)
        assert not check(store)
        assert json.loads(store.connection.execute("SELECT min(extra) FROM articles").fetchone()[0])
