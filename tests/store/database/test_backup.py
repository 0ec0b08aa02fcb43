import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Document, Store, StoreError, StoreLocked, annotations, open_store, transaction
from store.database import backup, connection, schema
from store.database.check import check

NOW = datetime(2024, 5, 31, 14, 30, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 800 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    unique=True,
    max_size=60,
)


def count(path: Path, table: str = "annotations") -> int:
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_copy_is_whole_private_and_beside_the_store(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    made = backup.take(store.path)
    assert made.parent == store.path.parent / "backups"
    assert (mode(made), mode(made.parent)) == (0o600, 0o700)
    assert backup.verify(made)["annotations"] == 1
    assert check(made) == []
    assert backup.copies(store.path) == [made]
    assert [each.name for each in made.parent.iterdir()] == [made.name]
    store.close()
    backup.take(store.path)
    assert {each.name for each in store.path.parent.iterdir()} == {"store.db", "backups"}
    content = bytearray(store.path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    store.path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        backup.take(store.path)
    assert {each.name for each in store.path.parent.iterdir()} == {"store.db", "backups"}


def test_a_copy_holds_what_was_committed_and_waits_for_no_writer(
    store: Store, article: str
) -> None:
    annotations.create(store, article, "claim", 0, 7)
    with open_store(store.path, "ben") as other, transaction(other):
        annotations.create(other, article, "denial", 0, 7)
        assert count(backup.take(store.path)) == 1
    assert count(backup.take(store.path)) == 2


def test_a_copy_is_due_when_the_newest_is_a_day_old(store: Store) -> None:
    assert backup.is_due(store.path)
    made = backup.take(store.path)
    assert not backup.is_due(store.path)
    assert backup.is_due(store.path, timedelta(0))
    made.unlink()
    assert backup.is_due(store.path)


def test_a_copy_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="exists: give the name of a new file"):
        backup.copy(store.path, tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_old_copies_are_thinned_out_and_those_with_a_reason_stay(store: Store) -> None:
    first = backup.take(store.path, why="repair")
    old = datetime.now(UTC) - timedelta(days=200)
    # The same week throughout.
    monday = old - timedelta(days=old.weekday())
    stamps = [(monday + timedelta(hours=hour)).strftime("%Y%m%dT%H%M%S.%fZ") for hour in range(50)]
    for stamp in stamps:
        (first.parent / f"store.db.{stamp}.db").write_bytes(b"")
    (first.parent / "another.db").write_bytes(b"")
    made = backup.take(store.path)
    assert [path.name for path in backup.copies(store.path)] == [
        f"store.db.{stamps[-1]}.db",
        first.name,
        made.name,
    ]
    assert (first.parent / "another.db").exists()


@given(MOMENTS)
def test_thinning_keeps_the_newest_and_few(moments: list[datetime]) -> None:
    kept = backup.kept(moments, NOW)
    assert kept <= set(moments)
    assert len(kept) <= 25 + 15 + 54
    if moments:
        assert max(moments) in kept
    for moment in moments:
        age = NOW - moment
        room = (
            timedelta(hours=1)
            if age <= timedelta(hours=24)
            else timedelta(days=1)
            if age <= timedelta(days=14)
            else timedelta(weeks=1)
            if age <= timedelta(weeks=52)
            else None
        )
        assert room is None or any(timedelta(0) <= other - moment < room for other in kept)


@given(MOMENTS, st.lists(st.integers(0, 60 * 24 * 60), max_size=5))
def test_thinning_often_leaves_what_thinning_once_leaves(
    moments: list[datetime], later: list[int]
) -> None:
    left = set(moments)
    for minutes in sorted(later):
        left = backup.kept(left, NOW + timedelta(minutes=minutes))
    end = NOW + timedelta(minutes=max(later, default=0))
    assert backup.kept(left, end) == backup.kept(moments, end)


def test_a_copy_is_taken_before_a_migration(
    store: Store, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotations.create(store, article, "claim", 0, 7)
    store.close()
    for module in (connection, schema, backup):
        monkeypatch.setattr(module, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    open_store(store.path, "ani").close()
    (made,) = backup.copies(store.path)
    assert made.name.endswith(".before-migration.db")
    assert count(made) == 1


@pytest.mark.parametrize("where", ["empty", "foreign", "none"])
def test_only_a_store_is_copied_and_nothing_is_left_of_what_is_none(
    tmp_path: Path, where: str
) -> None:
    path = tmp_path / "other.db"
    if where == "empty":
        path.write_bytes(b"")
    if where == "foreign":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE mine (a)")
    before = list(tmp_path.iterdir())
    for copying in (backup.take, lambda path: backup.copy(path, tmp_path / "copy.db")):
        with pytest.raises(StoreError, match=r"not a Sanggah store|there is no store at"):
            copying(path)
    assert list(tmp_path.iterdir()) == before


def under_a_limit(size: int, job: Callable[[], object]) -> str:
    """Run a job that may write no file of more than ``size`` bytes; return what it says."""
    answer, said = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            job()
        except StoreError as error:
            os.write(said, str(error).encode())
        finally:
            os._exit(0)
    os.close(said)
    with os.fdopen(answer) as opened:
        os.waitpid(child, 0)
        return opened.read()


def test_where_a_copy_has_no_room_it_is_named_and_no_part_of_it_is_left(
    store: Store, article: str
) -> None:
    annotations.create(store, article, "claim", 0, 7)
    store.close()
    told = under_a_limit(100_000, lambda: backup.take(store.path))
    assert told.startswith(f"{store.path.parent / 'backups' / 'store.db.'}")
    assert list(backup.folder(store.path).iterdir()) == []
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DROP TRIGGER events_guard_update")
    told = under_a_limit(100_000, lambda: backup.copy_as_it_is(store.path))
    assert "cannot be written" in told
    assert list(backup.folder(store.path).iterdir()) == []


# --- restore


@pytest.fixture
def copied(store: Store, article: str) -> Path:
    """A copy with one mark of a store that has two."""
    annotations.create(store, article, "claim", 0, 7)
    made = backup.take(store.path)
    annotations.create(store, article, "denial", 0, 7)
    return made


def test_restoring_brings_the_copy_back_and_sets_the_present_store_aside(
    store: Store, copied: Path
) -> None:
    store.close()
    restored = backup.restore(store.path, copied)
    assert restored.annotations == 1
    assert restored.set_aside is not None
    assert (count(store.path), count(restored.set_aside), count(copied)) == (1, 2, 1)
    assert mode(store.path) == 0o600
    assert check(store.path) == []


def test_a_log_that_was_never_written_back_goes_aside_with_its_store(
    store: Store, copied: Path, article: str
) -> None:
    # A program that is killed leaves its last marks in the log.
    subprocess.run(
        [sys.executable, "-c",
         "import os, sys; from store import open_store, annotations\n"
         "store = open_store(sys.argv[1], 'ben')\n"
         "annotations.create(store, sys.argv[2], 'evidence', 0, 7)\n"
         "os._exit(0)", str(store.path), article],
        check=True,
    )  # fmt: skip
    store.close()
    restored = backup.restore(store.path, copied)
    assert restored.set_aside is not None
    assert (count(store.path), count(restored.set_aside)) == (1, 3)


def test_a_store_that_is_open_elsewhere_is_not_restored(store: Store, copied: Path) -> None:
    before = store.path.read_bytes()
    with pytest.raises(StoreLocked, match="open in another program"):
        backup.restore(store.path, copied)
    assert store.path.read_bytes() == before
    assert count(store.path) == 2
    assert not list(store.path.parent.glob("*arriving*"))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda path: path.write_text("no store at all\n" * 20), "not a Sanggah store"),
        (lambda path: path.write_bytes(b""), "not a Sanggah store"),
        (lambda path: path.write_bytes(path.read_bytes()[:-20000]), "damaged"),
        (lambda path: path.unlink(), "there is no file"),
    ],
    ids=["text", "empty", "cut off", "missing"],
)
def test_a_source_that_is_no_sound_store_changes_nothing(
    store: Store, copied: Path, spoil: Callable[[Path], object], message: str
) -> None:
    store.close()
    spoil(copied)
    with pytest.raises(StoreError, match=message):
        backup.restore(store.path, copied)
    assert count(store.path) == 2
    assert not list(store.path.parent.glob("*aside*"))


@pytest.mark.parametrize("present", ["damaged", "empty", "text", "gone", "foreign"])
def test_a_store_in_any_state_is_restored(store: Store, copied: Path, present: str) -> None:
    store.close()
    match present:
        case "damaged":
            content = bytearray(store.path.read_bytes())
            content[4096:] = b"\xa5" * (len(content) - 4096)
            store.path.write_bytes(content)
        case "empty":
            store.path.write_bytes(b"")
            store.path.with_name("store.db-wal").write_bytes(b"left over")
        case "text":
            store.path.write_text("only a text")
        case "foreign":
            store.path.unlink()
            with closing(sqlite3.connect(store.path)) as foreign:
                foreign.execute("CREATE TABLE mine (a)")
        case "gone":
            store.path.unlink()
            store.path.with_name("store.db-wal").write_bytes(b"left over")
    before = store.path.read_bytes() if store.path.exists() else None
    restored = backup.restore(store.path, copied)
    assert count(store.path) == 1
    assert check(store.path) == []
    if before is None:
        assert restored.set_aside is None
    else:
        assert restored.set_aside is not None
        assert restored.set_aside.read_bytes() == before


def test_a_store_that_may_not_be_written_is_not_restored(store: Store, copied: Path) -> None:
    store.close()
    for folder in (*store.path.parents, copied.parent):
        if folder.name.startswith(("test_", "pytest-", "popen-", "backups")):
            folder.chmod(0o755)
    store.path.parent.chmod(0o777)
    store.path.chmod(0o444)
    copied.chmod(0o444)

    def job() -> None:
        if os.getuid() == 0:  # to whom no file is read-only
            os.setuid(65534)
        backup.restore(store.path, copied)

    assert under_a_limit(100_000_000, job).endswith("cannot be restored: you may not write it")
    assert count(store.path) == 2


def test_a_store_is_not_restored_from_itself(store: Store, copied: Path) -> None:
    store.close()
    with pytest.raises(StoreError, match="is the store itself"):
        backup.restore(store.path, store.path)


def test_a_copy_made_on_another_machine_is_restored_where_there_is_no_store(
    copied: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "new" / "folder" / "store.db"
    foreign = shutil.copy(copied, tmp_path / "carried.db")
    assert backup.restore(elsewhere, Path(foreign)).set_aside is None
    assert count(elsewhere) == 1


def test_a_document_of_many_marks_is_copied_whole(
    store: Store, make_document: Callable[..., Document]
) -> None:
    from store import articles

    identity, _ = articles.add(store, make_document("kata " * 500), source="a.txt")
    with transaction(store):
        for start in range(0, 2000, 5):
            annotations.create(store, identity, "claim", start, start + 4)
    assert backup.verify(backup.take(store.path))["annotations"] == 400
