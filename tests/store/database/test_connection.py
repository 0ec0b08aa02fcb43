import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from store import (
    SanggahError,
    Store,
    StoreError,
    StoreLocked,
    articles,
    backup,
    check,
    open_store,
    transaction,
)
from store.database.connection import _choose_journal, connect, data_version, new_id, now
from store.database.schema import APPLICATION_ID, SCHEMA_VERSION

OPEN = "import sys; from store import open_store; open_store(sys.argv[1], 'ani').close()"


def pragma(store: Store, name: str) -> object:
    return store.connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_store_is_private_durable_and_sound(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"
    with open_store(path, "ani") as store:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert pragma(store, "journal_mode") == "wal"
        assert pragma(store, "synchronous") == 2
        assert pragma(store, "foreign_keys") == 1
        assert pragma(store, "busy_timeout") == 5000
        assert pragma(store, "application_id") == APPLICATION_ID
        assert pragma(store, "user_version") == SCHEMA_VERSION
        assert pragma(store, "integrity_check") == "ok"
        assert not store.connection.execute("PRAGMA foreign_key_check").fetchall()
        for beside in path.parent.iterdir():
            assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_opening_a_current_store_does_not_load_sqlite_utils(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path, "ani").close()
    seen = subprocess.run(
        [sys.executable, "-c", OPEN + "; print('sqlite_utils' in sys.modules)", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout == "False\n"


def test_three_programs_that_open_a_new_store_at_once_all_succeed(tmp_path: Path) -> None:
    for round_ in range(3):
        path = tmp_path / f"{round_}.db"
        running = [
            subprocess.Popen([sys.executable, "-c", OPEN, str(path)], stderr=subprocess.PIPE)
            for _ in range(3)
        ]
        assert [(one.communicate()[1], one.returncode) for one in running] == [(b"", 0)] * 3
        with open_store(path, "ani") as store:
            assert store.connection.execute("SELECT count(*) FROM labels").fetchone() == (3,)
            assert store.connection.execute("SELECT count(*) FROM writing").fetchone() == (1,)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "store.db").touch()
    with open_store(tmp_path / "store.db", "ani") as store:
        assert pragma(store, "user_version") == SCHEMA_VERSION


def test_an_empty_file_beside_a_log_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "store.db").touch()
    (tmp_path / "store.db-wal").write_bytes(b"what was committed")
    with pytest.raises(StoreError, match="is empty: restore it from a backup"):
        open_store(tmp_path / "store.db", "ani")
    assert (tmp_path / "store.db-wal").read_bytes() == b"what was committed"


def foreign_database(path: Path, *pragmas: str) -> None:
    connection = sqlite3.connect(path)
    for each in pragmas:
        connection.execute(f"PRAGMA {each}")
    connection.execute("CREATE TABLE mine (a)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_text("Only a text.\n" * 20), "is not a Sanggah store"),
        (lambda path: path.write_bytes(b"\0"), "is not a Sanggah store"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "is not a Sanggah store"),
        (foreign_database, "is a database of another program"),
        (
            lambda path: foreign_database(path, "journal_mode=wal"),
            "is a database of another program",
        ),
        (
            lambda path: foreign_database(path, "application_id=7"),
            "is a database of another program",
        ),
    ],
    ids=["text", "one byte", "header only", "sqlite", "sqlite wal", "application"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_not_ours_is_refused_and_left_untouched(
    tmp_path: Path, make, message: str, read_only: bool
) -> None:
    path = tmp_path / "other.db"
    make(path)
    before = {
        each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in tmp_path.iterdir()
    }
    with pytest.raises(StoreError, match=message) as caught:
        open_store(path, "ani", read_only=read_only)
    assert "left untouched" in str(caught.value)
    assert "\n" not in str(caught.value)
    after = {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in tmp_path.iterdir()}
    assert after == before


def test_a_store_of_a_newer_version_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(path, "ani") as store:
        store.connection.execute("PRAGMA user_version = 99")
        # The header in the file is the old one still: the new one stands in the log.
        with pytest.raises(StoreError, match="store version 99, newer than this Sanggah knows"):
            open_store(path, "ani")
    with pytest.raises(StoreError, match="store version 99, newer than this Sanggah knows"):
        open_store(path, "ani")


def test_a_folder_and_a_missing_store_are_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not a file"):
        open_store(tmp_path, "ani")
    with pytest.raises(StoreError, match="there is no store at"):
        open_store(tmp_path / "none.db", "ani", read_only=True)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be"):
        open_store(tmp_path / "file" / "store.db", "ani")
    with pytest.raises(StoreError):
        open_store(tmp_path / "nul\0.db", "ani")


def test_names_with_signs_of_addresses_are_plain_names(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1&mode=memory.db"
    open_store(path, "ani").close()
    assert path.stat().st_size > 0


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path, "ani").close()
    with (
        open_store(path, "ani", read_only=True) as store,
        pytest.raises(StoreError, match="read-only"),
        transaction(store),
    ):
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to become another user")
def test_a_store_in_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    with open_store(folder / "store.db", "ani"):
        pass
    (folder / "store.db").chmod(0o444)
    folder.chmod(0o555)
    for parent in [tmp_path, *tmp_path.parents]:
        if str(parent).startswith("/tmp/pytest"):
            parent.chmod(0o755)
    program = (
        "import os, sys\n"
        "from store import open_store, StoreError\n"
        "os.getuid() or os.setuid(65534)\n"
        "store = open_store(sys.argv[1], 'ani', read_only=True)\n"
        "print(store.connection.execute('SELECT count(*) FROM labels').fetchone()[0])\n"
        "try: open_store(sys.argv[1], 'ani')\n"
        "except StoreError as error: print(type(error).__name__)\n"
    )
    seen = subprocess.run(
        [sys.executable, "-c", program, str(folder / "store.db")], capture_output=True, text=True
    )
    folder.chmod(0o755)
    assert seen.stdout.split() == ["3", "StoreReadOnly"], seen.stderr


def test_what_another_program_had_half_written_is_not_read_as_if_it_were_whole(
    tmp_path: Path,
) -> None:
    path, left = tmp_path / "store.db", tmp_path / "left.db"
    open_store(path, "ani").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode = delete")
        writing.execute("PRAGMA cache_size = 1")
        writing.execute("CREATE TABLE half (a)")
        writing.execute("BEGIN")
        writing.executemany("INSERT INTO half VALUES (?)", [("x" * 2000,)] * 200)
        left.write_bytes(path.read_bytes())
        left.with_name("left.db-journal").write_bytes(
            path.with_name("store.db-journal").read_bytes()
        )
        writing.execute("ROLLBACK")
    with pytest.raises(sqlite3.OperationalError):
        connect(left, read_only=True)


def test_a_transaction_signs_while_it_lasts_and_leaves_nothing_behind(store: Store) -> None:
    signed = "SELECT reviewer, group_id, mode FROM writing"
    with transaction(store, group="g1") as group:
        assert group == "g1"
        assert store.connection.execute(signed).fetchone() == ("ani", "g1", "")
        with transaction(store, mode="rule") as inner:
            assert inner == "g1"
            assert store.connection.execute(signed).fetchone() == ("ani", "g1", "rule")
        assert store.connection.execute(signed).fetchone() == ("ani", "g1", "")
    assert store.connection.execute(signed).fetchone() == ("", "", "")
    assert not store.connection.in_transaction


def test_what_fails_inside_a_transaction_leaves_no_trace(store: Store, article: str) -> None:
    def fail() -> None:
        with transaction(store):
            articles.mend(store, article, title="Other")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert articles.get(store, article).metadata.title == "Menteri bantah tuduhan"
    assert not store.connection.in_transaction
    assert store.connection.execute("SELECT reviewer FROM writing").fetchone() == ("",)


def test_a_guard_speaks_in_its_own_words(store: Store, article: str) -> None:
    with pytest.raises(StoreError) as caught, transaction(store):
        store.connection.execute("DELETE FROM events")
    assert str(caught.value) == "events are append-only: they are never deleted"


def test_a_lock_held_by_another_is_named(store: Store) -> None:
    with open_store(store.path, "budi") as other:
        other.connection.execute("PRAGMA busy_timeout = 20")
        with (
            transaction(store),
            pytest.raises(StoreLocked, match="in use by another program"),
            transaction(other),
        ):
            pass


def test_a_commit_by_another_shows_in_the_data_version(store: Store) -> None:
    before = data_version(store)
    with transaction(store):
        pass
    assert data_version(store) == before
    with open_store(store.path, "budi") as other, transaction(other):
        pass
    assert data_version(store) != before


def test_a_store_may_be_used_in_another_thread_than_it_was_opened_in(store: Store) -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(data_version(store)))
    thread.start()
    thread.join()
    assert found


def test_ids_are_uuids_of_version_7_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert all(len(each) == 36 and each[14] == "7" and each[19] in "89ab" for each in made[:50])


def test_moments_are_utc_with_milliseconds() -> None:
    assert len(now()) == len("2022-09-22T10:11:12.345Z")
    assert now().endswith("Z")


def test_where_wal_cannot_be_had_the_rollback_journal_stays(tmp_path: Path) -> None:
    # This way of locking has no shared memory, as some network file systems.
    connection = sqlite3.connect(
        f"file:{tmp_path / 'store.db'}?vfs=unix-dotfile", uri=True, isolation_level=None
    )
    _choose_journal(connection, tmp_path / "store.db")
    connection.execute("CREATE TABLE written (a)")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    assert [each.name for each in tmp_path.iterdir()] == ["store.db"]


def test_a_reviewer_has_a_name(tmp_path: Path) -> None:
    with pytest.raises(SanggahError, match="no name"):
        open_store(tmp_path / "store.db", " ")


def test_looking_at_a_file_takes_no_lock_from_who_has_it_open(store: Store) -> None:
    # Within one process, closing a file that was opened beside SQLite drops SQLite's locks; the
    # next program to close the store would take itself for the last and remove the log.
    with open_store(store.path, "ben"):
        pass
    assert check(store.path) == []
    backup.verify(store.path)
    stranger = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM labels').fetchall(); c.close()"
    subprocess.run([sys.executable, "-c", stranger, store.path], check=True)
    assert store.path.with_name(store.path.name + "-wal").exists()
    store.connection.execute("INSERT INTO labels (name) VALUES ('kept')")
    with closing(sqlite3.connect(store.path)) as other:
        assert other.execute("SELECT 1 FROM labels WHERE name = 'kept'").fetchall() == [(1,)]
