"""Files in every bad state: the library and the command line say in one line what is wrong."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from store import (
    SanggahError,
    Store,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreUnavailable,
    annotations,
    articles,
    open_store,
)
from store.database import backup
from store.database.check import check
from tui.cli import cli

Program = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "Menteri membantah tuduhan itu.\n" * 40


@pytest.fixture
def article(store: Store, make_document: Callable[..., object]) -> str:
    identity, _ = articles.add(store, make_document(TEXT), source="a.txt")  # type: ignore[arg-type]
    annotations.create(store, identity, "claim", 0, 7)
    return identity


def without_logs(path: Path) -> None:
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def garbage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:40960] = random.Random(1).randbytes(40960 - 4096)
    path.write_bytes(content)


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (a)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "garbage pages": (garbage, "damaged"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:20000]), "damaged"),
    "cut off in its header": (lambda path: path.write_bytes(path.read_bytes()[:60]), "not a Sanggah store"),
    "all zeroes": (lambda path: path.write_bytes(bytes(path.stat().st_size)), "not a Sanggah store"),
    "a text": (lambda path: path.write_text("Only a text.\n" * 20), "not a Sanggah store"),
    "another program's": (foreign, "database of another program"),
    "a newer version": (newer, "newer than this Sanggah knows"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), "is not a file"),
}  # fmt: skip


@pytest.mark.parametrize("state", SPOILED)
def test_a_spoiled_file_is_told_in_one_line_by_every_command(
    store: Store, article: str, program: Program, state: str
) -> None:
    spoil, message = SPOILED[state]
    store.close()
    without_logs(store.path)
    spoil(store.path)
    heard = ""
    for command in (["list"], ["show", article], ["backup"], ["log"], ["export", "csv"]):
        done = program(*command, "--store", store.path)
        heard += done.stderr
    assert message in heard
    done = program("check", "--store", store.path)
    assert done.returncode == 1
    assert done.stdout or done.stderr


def test_bits_that_flip_are_never_a_traceback(
    store: Store, article: str, rounds: Callable[[int], int]
) -> None:
    backup.copy(store.path, store.path.with_name("whole.db"))
    whole = store.path.with_name("whole.db").read_bytes()
    chance, flipped = random.Random(7), store.path.with_name("flipped.db")
    for _ in range(rounds(60)):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 1, 1, 8))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        flipped.write_bytes(content)
        without_logs(flipped)
        # The command line makes one line of SQLite's errors.
        with (
            suppress(SanggahError, sqlite3.DatabaseError, UnicodeDecodeError),
            open_store(flipped, "ani") as opened,
        ):
            annotations.create(opened, article, "claim", 0, 4)
            annotations.of_article(opened, article)
        with suppress(SanggahError):
            assert all("\n" not in finding.what for finding in check(flipped))


READING = (
    ["check"],
    ["list"],
    ["search", "tuduhan"],
    ["export", "csv"],
    ["log"],
    ["log", "--json"],
    ["stats"],
)


def test_a_command_that_reads_tells_flipped_bits_in_a_line_and_changes_nothing(
    store: Store, article: str, rounds: Callable[[int], int]
) -> None:
    annotations.change(store, annotations.of_article(store, article)[0].id, note="kata")
    own, other = (store.path.with_name(name) for name in ("flipped.db", "own.db"))
    store.close()
    shutil.copy(store.path, other)
    whole = store.path.read_bytes()
    events = [place.start() for place in re.finditer(rb'\{"(id|note)":', whole)]
    chance = random.Random(8)
    for number in range(rounds(8)):
        content = bytearray(whole)
        # By turns anywhere and in what an event holds.
        at = chance.randrange(100, len(content)) if number % 2 else chance.choice(events)
        content[at] ^= 1 << chance.randrange(8)
        merging = (
            (["merge", "--dry-run", str(other)], own),
            (["merge", "--dry-run", str(own)], other),
        )
        for command, file in (*((command, own) for command in READING), *merging):
            own.write_bytes(content)
            without_logs(own)
            done = CliRunner().invoke(cli, [*command, "--store", str(file), "--reviewer", "ani"])
            assert done.exception is None or isinstance(done.exception, SystemExit), command
            assert len(done.stderr.splitlines()) <= 1
            assert own.read_bytes() == content
            assert other.read_bytes() == whole


def test_a_stale_log_is_never_a_traceback(
    store: Store, article: str, program: Program, tmp_path: Path
) -> None:
    old = Path(shutil.copy(backup.take(store.path), tmp_path / "old.db"))
    annotations.create(store, article, "denial", 0, 7)
    shutil.copy(store.path.with_name("store.db-wal"), tmp_path / "old.db-wal")
    store.close()
    for command in ("list", "check", "log"):
        program(command, "--store", old)


def test_a_lock_held_by_another_program_is_waited_for(store: Store, article: str) -> None:
    with closing(
        sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
    ) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.5, lambda: other.execute("COMMIT")).start()
        begun = time.monotonic()
        annotations.create(store, article, "claim", 0, 7)
        assert time.monotonic() - begun > 0.4


def test_a_lock_that_is_never_released_is_told(store: Store, article: str) -> None:
    store.connection.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match="in use by another program"):
            annotations.create(store, article, "claim", 0, 7)
        assert check(store) == []
    annotations.create(store, article, "claim", 0, 7)


def fill(store: Store, article: str, error: type[SanggahError]) -> int:
    """Write until it fails with ``error``; return how many marks were acknowledged."""
    written = 0
    with pytest.raises(error) as caught:  # noqa: PT012 - it is a later one that fails
        while written < 5000:
            annotations.create(store, article, "claim", 0, 7, note="kata " * 200)
            written += 1
    assert "\n" not in str(caught.value)
    return written


def test_a_full_disk_loses_nothing_and_is_written_when_there_is_room(
    store: Store, article: str
) -> None:
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    written = fill(store, article, StoreFull)
    assert len(annotations.of_article(store, article)) == written + 1
    store.connection.execute(f"PRAGMA max_page_count = {pages + 2000}")
    annotations.create(store, article, "claim", 0, 7)
    assert check(store) == []


def test_a_limit_on_the_size_of_files_loses_nothing(store: Store, article: str) -> None:
    store.close()
    report, answer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            size = store.path.stat().st_size + 200_000
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            with open_store(store.path, "ani") as opened:
                os.write(answer, str(fill(opened, article, StoreUnavailable)).encode())
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    os.close(answer)
    with os.fdopen(report) as opened_report, open_store(store.path, "ani") as again:
        written = int(opened_report.read())
        assert written > 0
        assert len(annotations.of_article(again, article)) == written + 1
        annotations.create(again, article, "claim", 0, 7)
    assert check(store.path) == []


def test_a_check_without_room_for_its_copy_says_how_much_it_needs_and_where(
    store: Store, article: str
) -> None:
    annotations.create(store, article, "claim", 0, 7, note="kata " * 1_000_000)
    store.close()
    with_little_memory = (
        "from store.database import check\ncheck.COPY_IN_MEMORY = 1_000\n"
        "from tui.cli import main\nmain()"
    )

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))

    for more in ([], ["--repair"]):
        command = [sys.executable, "-c", with_little_memory, "check", *more, "--store", store.path]
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit)
        assert done.returncode == 1
        assert "there is no room to check" in done.stderr
        assert re.search(r"needs \d\d MB in /", done.stderr)
        assert "SQLITE_TMPDIR" in done.stderr


def as_nobody(job: Callable[[], object]) -> int:
    """Run in a child that may do no more than another user, to whom chmod means something."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            job()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("folder_mode", [0o777, 0o555], ids=["folder", "folder read-only"])
def test_a_read_only_store_is_read_and_says_that_it_cannot_be_written(
    store: Store, article: str, folder_mode: int
) -> None:
    store.close()
    for folder in store.path.parents:
        if folder.name.startswith(("test_", "pytest-", "popen-")):
            folder.chmod(0o755)
    store.path.chmod(0o444)
    store.path.parent.chmod(folder_mode)

    def job() -> None:
        with open_store(store.path, "ben", read_only=True) as opened:
            assert len(annotations.of_article(opened, article)) == 1
            with pytest.raises(StoreReadOnly):
                annotations.create(opened, article, "claim", 0, 7)
        with pytest.raises(StoreReadOnly, match="cannot be written: permission denied"):
            open_store(store.path, "ben")
        assert check(store.path) == []

    assert as_nobody(job) == 0
    store.path.parent.chmod(0o755)


def test_a_store_that_vanishes_while_it_is_open_is_told(
    store: Store, article: str, program: Program
) -> None:
    store.path.unlink()
    without_logs(store.path)
    done = program("check", "--store", store.path)
    assert done.returncode == 1
    assert "there is no store at" in done.stderr


def test_a_store_that_is_cut_off_while_it_is_open_is_told(store: Store, article: str) -> None:
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.connection.execute("PRAGMA cache_size = 0")
    with store.path.open("r+b") as opened:
        opened.truncate(8192)
    with pytest.raises(SanggahError, match=r"damaged|read or written"):
        annotations.create(store, article, "claim", 0, 7, note="kata " * 2000)
