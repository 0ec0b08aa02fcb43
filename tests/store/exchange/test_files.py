"""Files are written whole or not at all, and what stands in the way is said in one line."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database.connection import Store
from store.exchange import FORMATS, ExportError, Selection, write_file
from store.model import SanggahError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def no_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.usefixtures("no_umask")
def test_a_file_is_written_with_the_usual_rights(
    store: Store, folder: Path, format_name: str
) -> None:
    place = folder / "tandai.out"
    assert write_file(store, place, format_name) == 6
    assert b"Air naik dua meter" in place.read_bytes()
    assert stat.S_IMODE(place.stat().st_mode) == 0o644
    assert [entry.name for entry in folder.iterdir()] == ["tandai.out"]


def test_what_was_there_is_replaced_and_keeps_its_rights(store: Store, folder: Path) -> None:
    place = folder / "tandai.csv"
    place.write_text("lama")
    place.chmod(0o600)
    write_file(store, str(place), "csv", Selection(label="denial"))
    assert place.read_text().startswith("annotation_id,")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_symbolic_link_keeps_pointing(store: Store, folder: Path) -> None:
    (folder / "asli.csv").write_text("lama")
    (folder / "tautan.csv").symlink_to("asli.csv")
    write_file(store, folder / "tautan.csv", "csv")
    assert (folder / "tautan.csv").is_symlink()
    assert (folder / "asli.csv").read_text().startswith("annotation_id,")


def test_a_device_is_written_to_and_stays(store: Store) -> None:
    assert write_file(store, os.devnull, "jsonl") == 6
    assert not Path(os.devnull).is_file()


def test_a_failure_half_way_leaves_the_old_file_and_nothing_beside_it(
    store: Store, folder: Path
) -> None:
    place = folder / "tandai.csv"
    place.write_text("lama")
    store.connection.set_progress_handler(lambda: 1, 2_000)
    with pytest.raises(SanggahError, match=r"cannot read .*store\.db: "):
        write_file(store, place, "csv")
    assert place.read_text() == "lama"
    assert [entry.name for entry in folder.iterdir()] == ["tandai.csv"]


def test_the_store_is_never_written_over(store: Store) -> None:
    alias = store.path.with_name("tautan.db")
    alias.symlink_to(store.path)
    for place in (store.path, alias, store.path.with_name(store.path.name + "-wal")):
        with pytest.raises(ExportError, match="is the store itself; choose another file"):
            write_file(store, place, "csv")
    assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_no_other_store_is_written_over(store: Store, folder: Path) -> None:
    place = folder / "salinan.db"
    store.connection.execute("vacuum into ?", (str(place),))
    before = place.read_bytes()
    with pytest.raises(ExportError, match="is a database; choose another file"):
        write_file(store, place, "csv")
    assert place.read_bytes() == before


def test_a_file_without_a_name_is_not_the_present_folder(store: Store) -> None:
    with pytest.raises(ExportError, match="the name of the file to write is empty"):
        write_file(store, "", "csv")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tidak ada/a.csv", "the folder .*tidak ada does not exist; make it or choose another"),
        ("", "out is a folder; name a file in it"),
        ("berkas/a.csv", "berkas is not a folder"),
        ("a" * 300, "the name is too long"),
        ("a\0b", "cannot write .*null"),
    ],
)
def test_a_place_that_cannot_be_is_named(
    store: Store, folder: Path, name: str, message: str
) -> None:
    (folder / "berkas").write_text("")
    with pytest.raises(ExportError, match=message) as raised:
        write_file(store, folder / name, "csv")
    assert "\n" not in str(raised.value)


def test_an_unknown_format_is_named_with_the_known_ones(store: Store, folder: Path) -> None:
    with pytest.raises(
        SanggahError, match='no export format "xlsx"; there are csv, jsonl, markdown'
    ):
        write_file(store, folder / "a.xlsx", "xlsx")
    assert list(folder.iterdir()) == []


# What a process may write is its own affair: these run in one that gives its rights away.
IN_A_PROCESS_OF_ITS_OWN = """
import os, resource, signal, sys
from store.database.connection import open_store
from store.exchange import write_file
from store.model import SanggahError

store = open_store(sys.argv[1], "maya", read_only=True)
if sys.argv[3] == "as nobody" and os.geteuid() == 0:
    os.setuid(65534)
if sys.argv[3] == "on a full disk":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (256, 256))
try:
    write_file(store, sys.argv[2], "csv")
except SanggahError as error:
    print(error)
"""


def refusal(store: Store, place: Path, how: str) -> str:
    """What a process that writes to ``place`` under hard conditions is told."""
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN, str(store.path), str(place), how],
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode()


def test_a_full_disk_is_told_and_leaves_nothing(store: Store, folder: Path) -> None:
    place = folder / "tandai.csv"
    told = refusal(store, place, "on a full disk")
    assert told.startswith(f"cannot write {place}: the disk is full or the file too large")
    assert list(folder.iterdir()) == []


def test_a_folder_without_rights_is_told(store: Store) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        told = refusal(store, folder / "a.csv", "as nobody")
        folder.chmod(0o755)
    assert told.startswith(f"cannot write {folder}/a.csv: the folder {folder} or the file may not")
