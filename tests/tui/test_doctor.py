"""`sanggah doctor`: it finds what is wrong, changes nothing and waits for nobody."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import open_store
from tui.clipboard import OSC52_LIMIT
from tui.doctor import TIME_LIMIT, examine

SANGGAH = Path(sys.executable).parent / "sanggah"


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody in a plain terminal with an empty home."""
    return {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "SANGGAH_REVIEWER": "ani",
    }


def run(*arguments: str | Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(SANGGAH), "doctor", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_place_with_nothing_wrong_is_described_and_left_as_it_was(
    tmp_path: Path, place: dict[str, str]
):
    path = tmp_path / "store.db"
    open_store(path, "ani").close()
    before = path.read_bytes()
    done = run("--store", path, "--json", environment=place)
    assert done.returncode == 0, done.stdout
    found = json.loads(done.stdout)
    assert found["terminal"]["colors"] == 256
    assert found["store"]["version"] == 1
    assert found["store"]["journal"] == "wal"
    assert found["store"]["writable"]
    assert found["versions"]["textual"] == "8.2.8"
    assert found["clipboard"]["would be used"] == "osc52"
    assert not found["clipboard"]["confirmed"]
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["store.db"]


def test_the_plain_lines_say_the_same(tmp_path: Path, place: dict[str, str]):
    done = run("--store", tmp_path / "none.db", environment={**place, "NO_COLOR": "1"})
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "colors: 0" in lines
    assert "exists: no" in lines
    assert "columns: -" in lines
    assert done.returncode == 0
    assert not (tmp_path / "none.db").exists()


def test_a_display_that_is_dead_is_told_from_one_that_answers(
    tmp_path: Path, place: dict[str, str]
):
    dead = examine(tmp_path / "s.db", environ={**place, "DISPLAY": ":4711"})["clipboard"]
    assert dead.facts["display answers"] is False
    assert dead.facts["would be used"] == "osc52"
    assert any("does not answer" in problem for problem in dead.problems)

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-7"))
        listener.listen()
        surroundings = {**place, "WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        alive = examine(tmp_path / "s.db", environ=surroundings)["clipboard"]
    assert alive.facts["display answers"] is True
    assert not alive.problems


def test_a_program_that_never_answers_holds_nothing_up(tmp_path: Path, place: dict[str, str]):
    tmux = tmp_path / "bin" / "tmux"
    tmux.parent.mkdir()
    tmux.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    tmux.chmod(tmux.stat().st_mode | stat.S_IXUSR)
    surroundings = {**place, "TMUX": "/tmp/t,1,0", "PATH": f"{tmux.parent}:{place['PATH']}"}
    start = time.monotonic()
    found = examine(tmp_path / "s.db", environ=surroundings)
    assert time.monotonic() - start < TIME_LIMIT + 5  # a busy machine's share
    assert found["terminal"].facts["tmux"] is True
    assert found["clipboard"].facts["tmux set-clipboard"] is None


def test_a_file_of_another_program_and_wrong_keys_are_problems(
    tmp_path: Path, place: dict[str, str]
):
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all, whatever its name may be" * 10)
    keys = tmp_path / "keys.toml"
    keys.write_text('[reader]\nnot_an_action = "x"\n', encoding="utf-8")
    found = examine(other, keys, environ=place)
    assert "not a Sanggah store" in found["store"].problems[0]
    assert "not_an_action" in found["keys"].problems[0]
    assert run("--store", other, environment=place).returncode == 1


def test_what_the_environment_says_cannot_reach_the_terminal(tmp_path: Path, place: dict[str, str]):
    hostile = {**place, "TERM": "xterm\x1b]52;c;aGk=\x07", "LANG": "\x1b[31m", "LC_ALL": ""}
    for arguments in ((), ("--json",)):
        done = run("--store", tmp_path / "s.db", *arguments, environment=hostile)
        assert "\x1b" not in done.stdout
        assert "\x07" not in done.stdout


def test_a_terminal_without_a_screen_is_a_problem(tmp_path: Path, place: dict[str, str]):
    found = examine(tmp_path / "s.db", environ={**place, "TERM": "dumb"})
    assert "cannot be opened" in found["terminal"].problems[0]
    assert found["clipboard"].facts["would be used"] == "file"


def test_how_copies_pass_through_screen_is_said(tmp_path: Path, place: dict[str, str]):
    def told(**environ: str) -> object:
        return examine(tmp_path / "s.db", environ={**place, **environ})["clipboard"].facts["osc52"]

    assert told() == f"up to {OSC52_LIMIT} bytes"
    assert str(told(TERM="screen", STY="7.pts-0")).endswith("bytes, passed through screen")
    assert str(told(TERM="screen")).endswith("bytes, plain and passed through screen")
