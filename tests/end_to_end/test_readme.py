"""What the README and docs/other-programs.md tell people to press and to type is tried out here."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.end_to_end.conftest import ROOT, Desk

README = (ROOT / "README.md").read_text(encoding="utf-8")
OTHER_PROGRAMS = (ROOT / "docs" / "other-programs.md").read_text(encoding="utf-8")
KEPT_AT = ".sanggah/store.db"


def section(heading: str) -> str:
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def blocks(language: str, page: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


@pytest.fixture
def marked(desk: Desk, seeds: Path) -> Desk:
    """A desk with one denial, its store standing where the README has it."""
    kept = desk.home / KEPT_AT
    desk.run("add", seeds, "--store", kept)
    program = """
import sys
from store import annotations, open_store

with open_store(sys.argv[1], "tester") as store:
    article, start, end = store.connection.execute(
        "select article_id, start_char, end_char from quotes where shown limit 1"
    ).fetchone()
    annotations.create(store, article, "denial", start, end)
"""
    desk.call(sys.executable, "-c", program, kept)
    return desk


def test_every_key_of_the_tour_is_bound():
    with (ROOT / "keybindings.toml").open("rb") as file:
        tables = tomllib.load(file)
    bound = set()
    for context in ("app", "library", "reader", "labels"):
        for keys in tables[context].values():
            bound.update([keys] if isinstance(keys, str) else keys)
    named = set(re.findall(r"`([^` ]{1,9})`", section("A tour in five minutes")))
    assert len(named) > 35
    assert named - bound == set()


def test_every_file_that_the_readme_points_to_exists():
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_target_of_make_in_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^make (\w+)", README, re.MULTILINE))
    assert targets >= {"run", "test"}
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def typed(command: str, desk: Desk) -> str:
    """What a command prints that was typed in the desk's home."""
    if command.startswith("datasette"):  # which serves until it is stopped
        command += " --get /store/annotations_export.json?_shape=array"
    done = subprocess.run(
        command,
        shell=True,
        cwd=desk.home,
        env={**desk.environment, "SANGGAH_STORE": KEPT_AT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", "".join(blocks("sh", README)).splitlines())
def test_the_commands_that_read_the_store_work(command: str, marked: Desk):
    assert "denial" in typed(command, marked) or "data_dictionary" in command


@pytest.mark.parametrize("program", blocks("python", README))
def test_the_program_that_reads_the_store_works(program: str, marked: Desk):
    assert "denial" in marked.call(sys.executable, "-c", program)


def test_the_lines_for_other_programs_work_one_after_the_other(marked: Desk):
    for block in blocks("sh", OTHER_PROGRAMS):
        for command in block.splitlines():
            writes = ">" in command or "insert" in command
            assert typed(command, marked).strip() or writes, command
    assert "evidence" in typed(f"sqlite-utils rows {KEPT_AT} annotations", marked)
    for program in blocks("python", OTHER_PROGRAMS):
        assert "denial" in marked.call(sys.executable, "-c", program)
