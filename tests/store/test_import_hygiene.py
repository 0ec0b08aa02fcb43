import subprocess
import sys

import pytest

HEAVY = "textual rich click sqlite_utils py3langid numpy sentencex charset_normalizer"


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after ``statement``."""
    program = f"""
import sys
try:
    {statement}
except SystemExit:
    pass
sys.stderr.write(" ".join({{name.partition(".")[0] for name in sys.modules}}))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_the_face_of_the_store_pulls_in_nothing_heavy() -> None:
    assert not loaded_by("import store") & set(HEAVY.split())


def test_an_import_brings_neither_processes_nor_network_nor_pages_until_they_are_needed() -> None:
    heavy = {"multiprocessing", "concurrent", "http", "lxml", "trafilatura", "ssl"}
    assert not loaded_by("import store.importing, store.rereading") & heavy


def test_reading_a_utf8_file_pulls_in_no_detector_of_encodings(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("Isi “berita”.", encoding="utf-8")
    statement = f"import pathlib, store.sources; list(store.sources.read_path(pathlib.Path({str(tmp_path / 'a.txt')!r})))"
    assert "charset_normalizer" not in loaded_by(statement)


@pytest.mark.parametrize("arguments", [["--help"], ["version"], ["--version"], ["add", "--help"]])
def test_help_and_version_pull_in_neither_the_screen_nor_the_migrations(arguments) -> None:
    loaded = loaded_by(f"import sys; sys.argv[1:] = {arguments!r}; import tui.cli; tui.cli.main()")
    assert "click" in loaded
    assert not loaded & {"textual", "rich", "sqlite_utils", "sqlite3"}


def test_where_pulls_in_no_screen() -> None:
    loaded = loaded_by("import sys; sys.argv[1:] = ['where']; import tui.cli; tui.cli.main()")
    assert not loaded & {"textual", "rich", "sqlite_utils"}
