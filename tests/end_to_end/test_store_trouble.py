"""What becomes of the store's file while the program is open on it: locked, full, gone, spoiled."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Desk
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_main_job import LONGEST, eventually, rows

#: How long another program locks the store: longer than a writer waits at once.
LOCKED = 10.0 if os.environ.get("SANGGAH_SOAK") else 5.5

MARKS = "select count(*) from annotations"


def cut_off(store: Path) -> None:
    with store.open("r+b") as file:
        file.truncate(8192)


def empty(store: Path) -> None:
    with store.open("r+b") as file:
        file.truncate(0)


def garbage(store: Path) -> None:
    with store.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(store.stat().st_size))


def replace(store: Path) -> None:
    other = store.with_name("other.db")
    shutil.copy(store, other)
    other.replace(store)


def open_first(desk: Desk) -> Terminal:
    terminal = desk.open()
    terminal.wait_for(LONGEST)
    terminal.press("enter")
    terminal.wait_for_quiet(0.3)
    return terminal


def unwritten(desk: Desk) -> list[dict[str, object]]:
    """The changes that were left in a file beside the store."""
    (left,) = desk.home.glob("store.db.unwritten-*.jsonl")
    return [json.loads(line) for line in left.read_text("utf-8").splitlines()]


@pytest.fixture
def stocked(desk: Desk, imported: Path) -> Desk:
    shutil.copy(imported, desk.store)
    return desk


def test_a_long_lock_is_told_at_once_and_holds_up_no_key(stocked: Desk):
    terminal = open_first(stocked)
    with closing(sqlite3.connect(stocked.store, isolation_level=None)) as other:
        other.execute("begin immediate")
        begun = time.monotonic()
        terminal.press("c")
        terminal.wait_for("not written: 1")
        terminal.press("]", "d")
        terminal.wait_for("not written: 2")
        seen = set()
        while time.monotonic() - begun < LOCKED:
            terminal.press("j")
            seen.add(terminal.wait_for_quiet(0.2))
        assert len(seen) > 3
        terminal.wait_for("in use by another program")
        other.execute("rollback")
    terminal.wait_for("saved 2")
    eventually(lambda: rows(stocked, MARKS), [(2,)])


def test_a_store_that_is_moved_away_is_missed_and_written_to_when_it_is_back(stocked: Desk):
    terminal = open_first(stocked)
    terminal.press("c")
    terminal.wait_for("saved 1")
    away = stocked.store.with_name("away.db")
    stocked.store.rename(away)
    terminal.wait_for("was removed")
    terminal.press("j", "d")
    terminal.wait_for("not written: 1")
    away.rename(stocked.store)
    terminal.wait_for("saved 2")
    assert not stocked.store.with_name("backups").exists()
    eventually(lambda: rows(stocked, MARKS), [(2,)])


@pytest.mark.parametrize("spoil", [Path.unlink, replace], ids=["removed", "replaced"])
def test_a_store_that_is_gone_is_rescued_on_leaving(stocked: Desk, spoil: Callable[[Path], object]):
    terminal = open_first(stocked)
    terminal.press("c")
    terminal.wait_for("saved 1")
    spoil(stocked.store)
    terminal.press("j", "d")
    terminal.wait_for("not written: 1")
    terminal.press("q", "q")
    terminal.wait_for("not written yet")
    terminal.press("q")
    assert terminal.wait_for_exit() == 1
    assert "all that was saved is in" in terminal.screen_text()
    (rescued,) = stocked.home.glob("backups/*.rescued.db")
    assert rescued.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(rescued)) as copy:
        assert copy.execute("select label from annotations").fetchall() == [("claim",)]
    assert [each["label"] for each in unwritten(stocked)] == ["denial"]


@pytest.mark.parametrize("spoil", [cut_off, empty, garbage])
def test_a_store_that_is_spoiled_under_the_program_is_told_and_no_crash(
    stocked: Desk, spoil: Callable[[Path], None]
):
    terminal = open_first(stocked)
    terminal.press("c")
    terminal.wait_for("saved 1")
    terminal.wait_for_quiet(1.2)  # the program reads again what its own commit changed
    spoil(stocked.store)
    terminal.press(">", "<")
    terminal.wait_for("is damaged: run sanggah check")
    terminal.press("d")
    terminal.wait_for("not written: ")
    terminal.press("q", "q")
    terminal.wait_for("not written yet")
    terminal.press("q")
    assert terminal.wait_for_exit() == 1
    assert "Traceback" not in terminal.screen_text()
    assert [each["label"] for each in unwritten(stocked)] == ["denial"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB, made where that is allowed, else none."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m,mode=777", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        place = tmp_path  # without the right to mount, a limit on the file's size does
    yield place
    if place != tmp_path:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_what_waits_is_written_when_there_is_room(
    desk: Desk, imported: Path, small_disk: Path
):
    store = Path(shutil.copy(imported, small_disk / "store.db"))
    limited = small_disk == desk.home
    full = small_disk / "full"
    terminal = desk.open("--store", store)
    terminal.wait_for(LONGEST)
    terminal.press("enter")
    terminal.press("c")
    terminal.wait_for("saved 1")
    if limited:
        with closing(sqlite3.connect(store)) as other:
            other.execute("begin immediate")
            terminal.press("j", "d")
            terminal.wait_for("not written: 1")
            other.rollback()
    else:
        with suppress(OSError), full.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        for _ in range(12):  # what the log holds already takes the first of them
            terminal.press("j", "d")
        terminal.wait_for("disk is full")
        terminal.wait_for("not written: ")
        full.unlink()
    terminal.wait_for(lambda screen: "not written" not in screen)
    with closing(sqlite3.connect(store)) as reader:
        marks, events = (
            reader.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("annotations", "events where subject = 'annotations'")
        )
    assert marks == events > 1
    assert f"saved {marks}" in terminal.screen_text()
