"""A power cut keeps what was synced, and of all later writes any part, torn anywhere.

Every write and sync that SQLite makes is recorded by a file system of our own (apsw's VFS); then
the disk is put together as a cut at a random moment may leave it, and opened by the program.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest

from store import Store, annotations, articles, open_store
from store.database import long_writes
from store.database.annotations import NewAnnotation, create_many
from store.database.check import check
from store.database.connection import new_id, transaction, written_once

_SECTOR = 512


@dataclass(frozen=True)
class Step:
    """What happened to a file: write, truncate, sync, delete; or saved, with the mark's id.

    ``offset`` of a deletion is 1 where the folder was synced after it.
    """

    what: str
    file: str = ""
    offset: int = 0
    data: bytes = b""


class Recorder(apsw.VFS):
    """The file system of the operating system, which also writes down what is done."""

    def __init__(self, name: str) -> None:
        self.steps: list[Step] = []
        super().__init__(name, "")

    def xOpen(self, name: object, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return RecordedFile(self.steps, name, flags)

    def xDelete(self, name: str, sync_folder: bool) -> None:  # noqa: N802
        self.steps.append(Step("delete", Path(name).name, int(sync_folder)))
        super().xDelete(name, sync_folder)


class RecordedFile(apsw.VFSFile):
    def __init__(self, steps: list[Step], name: object, flags: list[int]) -> None:
        full = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.steps, self.file = steps, Path(str(full)).name
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.steps.append(Step("write", self.file, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.steps.append(Step("truncate", self.file, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.steps.append(Step("sync", self.file))
        super().xSync(flags)


def applied(content: bytearray, step: Step, chance: random.Random | None = None) -> None:
    """Do a step to a file's content; with ``chance`` only as much as a cut may have left."""
    if step.what == "truncate":
        if chance is None or chance.random() < 0.5:
            del content[step.offset :]
        return
    if chance is not None and chance.random() < 0.3:
        return
    torn = chance is not None and chance.random() < 0.5
    for start in range(0, len(step.data), _SECTOR):
        if torn and chance is not None and chance.random() < 0.5:
            continue
        piece = step.data[start : start + _SECTOR]
        place = step.offset + start
        if len(content) < place + len(piece):
            content.extend(bytes(place + len(piece) - len(content)))
        content[place : place + len(piece)] = piece


def after_a_cut(
    before: dict[str, bytes], steps: list[Step], chance: random.Random
) -> dict[str, bytearray]:
    """Return the files as a cut after ``steps`` may leave them."""
    files = {name: bytearray(content) for name, content in before.items()}
    waiting: dict[str, list[Step]] = {}
    deleted: dict[str, bytearray] = {}
    entered = set(files)
    for step in steps:
        if step.what == "sync":
            for done in waiting.pop(step.file, []):
                applied(files.setdefault(step.file, bytearray()), done)
            if step.file not in entered:
                # With the first sync of a new journal or log SQLite syncs the folder.
                entered.add(step.file)
                deleted.clear()
        elif step.what == "delete":
            waiting.pop(step.file, None)
            entered.discard(step.file)
            if step.file in files:
                deleted[step.file] = files.pop(step.file)
            if step.offset:
                deleted.clear()
        elif step.what != "saved":
            waiting.setdefault(step.file, []).append(step)
    for name, content in deleted.items():
        # Out of a folder that was not synced a file may come back, and another of its name is not.
        if name not in files and chance.random() < 0.5:
            files[name] = content
            waiting.pop(name, None)
    for name, lost in waiting.items():
        # A disk writes in any order.
        for step in chance.sample(lost, len(lost)):
            applied(files.setdefault(name, bytearray()), step, chance)
    return files


#: Marks in a store, and tells what is saved.
Job = Callable[[Store, str, Callable[[str], None]], None]


def tagging(store: Store, article: str, saved: Callable[[str], None]) -> None:
    for number in range(60):
        mark = annotations.create(store, article, "claim", number, number + 7, note="kata " * 50)
        saved(mark.id)
        if number % 4 == 0:
            annotations.change(store, mark.id, label="denial")


def importing(store: Store, article: str, saved: Callable[[str], None]) -> None:
    marks = [
        NewAnnotation(article, "claim", at, at + 7, id=new_id(), note="kata " * 50)
        for at in range(150)
    ]
    told = 0

    def progress(made: int) -> None:
        nonlocal told
        for mark in marks[told:made]:
            saved(str(mark.id))
        told = made

    create_many(store, marks, progress=progress)


def bringing(store: Store, article: str, saved: Callable[[str], None]) -> None:
    """Write much at once, as a merge does, and go on marking."""
    for first in (0, 1000):
        with written_once(store), transaction(store):
            marks = [
                annotations.create(store, article, "claim", first + at, first + at + 7)
                for at in range(40)
            ]
        for mark in marks:
            saved(mark.id)
        for at in range(8):
            saved(annotations.create(store, article, "denial", first + at, first + at + 7).id)


def recorded(path: Path, article: str, synchronous: str, job: Job) -> list[Step]:
    """Do the job through the recorder, with checkpoints in between; return what happened."""
    name = f"recorder-{synchronous}"
    recorder = Recorder(name)
    connection = apsw.Connection(str(path), vfs=name)
    for pragma in ("foreign_keys = ON", f"synchronous = {synchronous}", "wal_autocheckpoint = 40"):
        connection.execute(f"PRAGMA {pragma}")
    store = Store(path, connection, "ani")  # type: ignore[arg-type]
    job(store, article, lambda mark: recorder.steps.append(Step("saved", mark)))
    steps = list(recorder.steps)
    connection.close()
    recorder.unregister()
    return steps


def lost_and_broken(
    tmp_path: Path, article: str, synchronous: str, cuts: int, job: Job = tagging
) -> tuple[int, list[str]]:
    """Return at how many of the cuts a saved mark was lost, and what was broken after them."""
    path = tmp_path / "store.db"
    before = {"store.db": path.read_bytes()}
    steps = recorded(path, article, synchronous, job)
    assert {"write", "sync", "saved"} <= {step.what for step in steps}
    written = {"store.db", "store.db-wal"} | ({"store.db-journal"} if job == bringing else set())
    assert written <= {step.file for step in steps if step.what == "sync"}
    chance, lost, broken = random.Random(20240531), 0, []
    for number in range(cuts):
        done = steps[: chance.randrange(len(steps) + 1)]
        folder = tmp_path / f"cut-{synchronous}-{number}"
        folder.mkdir()
        for name, content in after_a_cut(before, done, chance).items():
            (folder / name).write_bytes(content)
        with open_store(folder / "store.db", "ani") as store:
            present = {mark.id for mark in annotations.of_article(store, article)}
        lost += any(step.file not in present for step in done if step.what == "saved")
        broken += [finding.what for finding in check(folder / "store.db")]
        for left in folder.iterdir():
            left.unlink()
    return lost, broken


@pytest.fixture
def article(tmp_path: Path, make_document: Callable[..., object]) -> str:
    with open_store(tmp_path / "store.db", "ani") as store:
        identity, _ = articles.add(store, make_document("kata " * 400), source="a.txt")  # type: ignore[arg-type]
    return identity


def test_no_acknowledged_mark_is_lost_in_a_power_cut(
    tmp_path: Path, article: str, rounds: Callable[[int], int]
) -> None:
    assert lost_and_broken(tmp_path, article, "FULL", rounds(80)) == (0, [])


def test_no_imported_mark_that_was_told_of_is_lost_in_a_power_cut(
    tmp_path: Path,
    article: str,
    rounds: Callable[[int], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("store.database.annotations._ROWS_A_STATEMENT", 2)
    monkeypatch.setattr("store.database.annotations._SECONDS_A_TRANSACTION", 0)
    monkeypatch.setattr("store.database.long_writes._SECONDS_UNSYNCED", 0.02)
    monkeypatch.setitem(long_writes._SETTINGS, "wal_autocheckpoint", "40")
    assert lost_and_broken(tmp_path, article, "FULL", rounds(20), importing) == (0, [])


def test_no_mark_that_came_with_many_others_is_lost_in_a_power_cut(
    tmp_path: Path, article: str, rounds: Callable[[int], int]
) -> None:
    assert lost_and_broken(tmp_path, article, "FULL", rounds(40), bringing) == (0, [])


def test_the_cuts_are_hard_enough_to_lose_marks_where_commits_are_not_synced(
    tmp_path: Path, article: str
) -> None:
    lost, broken = lost_and_broken(tmp_path, article, "NORMAL", 40)
    assert lost > 5
    assert broken == []
