"""The clipboard against real programs: X servers, tmux, and tools that fail or never answer."""

from __future__ import annotations

import base64
import os
import re
import select
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ptyprocess import PtyProcess

from tui import clipboard
from tui.clipboard import SCREEN_STRING, CopyResult, copy, desktop_tools, osc52

WORDS = "“Kami tidak akan diintimidasi,” kata ibu 👩‍👩‍👧 itu.\nBaris\tkedua, 日本語"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of an X display of our own."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "64x64x8", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=5)


def path_with(folder: Path, *programs: str, scripts: dict[str, str] | None = None) -> str:
    """A PATH on which only these programs, and these shell scripts, are found."""
    folder.mkdir(exist_ok=True)
    for program in ("sh", "sleep", "cat", *programs):
        found = shutil.which(program)
        assert found
        (folder / program).symlink_to(found)
    for name, lines in (scripts or {}).items():
        script = folder / name
        script.write_text(f"#!/bin/sh\n{lines}\n")
        script.chmod(0o755)
    return str(folder)


def timed_copy(
    text: str, folder: Path, environ: dict[str, str], sent: list[str] | None = None
) -> CopyResult:
    """Copy, and hold the copy to its two seconds."""
    started = time.monotonic()
    result = copy(
        text,
        write_to_terminal=None if sent is None else sent.append,
        environ=environ,
        fallback_folder=folder,
    )
    assert time.monotonic() - started < clipboard.TIME_LIMIT + 3  # a busy machine's share
    assert "\n" not in result.message
    return result


@pytest.mark.system("Xvfb", "xclip")
def test_xclip_takes_the_words_and_gives_them_back(display: str, tmp_path: Path) -> None:
    environ = {"DISPLAY": display, "PATH": path_with(tmp_path / "bin", "xclip")}
    result = timed_copy(WORDS, tmp_path, environ)
    assert result == CopyResult("copied to the clipboard", confirmed=True, ways=("xclip",))
    assert pasted(display, "xclip", "-selection", "clipboard", "-o") == WORDS


@pytest.mark.system("Xvfb", "xsel")
def test_xsel_takes_the_words_and_gives_them_back(display: str, tmp_path: Path) -> None:
    path = path_with(tmp_path / "bin", "xsel")
    environ = {"DISPLAY": display, "PATH": path, "HOME": str(tmp_path)}
    result = timed_copy(WORDS, tmp_path, environ)
    assert result == CopyResult("copied to the clipboard", confirmed=True, ways=("xsel",))
    assert pasted(display, "xsel", "--clipboard", "--output") == WORDS


@pytest.mark.system("Xvfb", "xclip")
def test_a_megabyte_reaches_the_desktop_though_it_is_too_long_for_the_terminal(
    display: str, tmp_path: Path
) -> None:
    text = "kalimat yang berbeda; " * 50_000
    environ = {"DISPLAY": display, "PATH": path_with(tmp_path / "bin", "xclip")}
    sent: list[str] = []
    assert timed_copy(text, tmp_path, environ, sent).ways == ("xclip",)
    assert sent == []
    assert pasted(display, "xclip", "-selection", "clipboard", "-o") == text


@pytest.mark.system("Xvfb", "xclip")
def test_the_desktop_and_the_terminal_are_both_served(display: str, tmp_path: Path) -> None:
    environ = {"DISPLAY": display, "PATH": path_with(tmp_path / "bin", "xclip")}
    sent: list[str] = []
    assert timed_copy(WORDS, tmp_path, environ, sent).ways == ("xclip", "osc52")
    assert sent == [osc52(WORDS)]


@pytest.mark.system("Xvfb", "xclip", "xsel")
def test_the_second_tool_is_tried_where_the_first_fails(display: str, tmp_path: Path) -> None:
    path = path_with(tmp_path / "bin", "xsel", scripts={"xclip": "cat >/dev/null; exit 1"})
    environ = {"DISPLAY": display, "PATH": path, "HOME": str(tmp_path)}
    result = timed_copy(WORDS, tmp_path, environ)
    assert result.confirmed
    assert result.ways == ("xsel",)


@pytest.mark.system("Xvfb", "xsel")
def test_a_tool_that_only_pretends_success_is_found_out(display: str, tmp_path: Path) -> None:
    scripts = {"xclip": "cat >/dev/null; exit 0"}
    path = path_with(tmp_path / "bin", scripts=scripts)
    result = timed_copy(WORDS, tmp_path, {"DISPLAY": display, "PATH": path})
    assert not result.confirmed
    assert result.message.startswith("not copied (xclip failed), saved to ")


@pytest.mark.system("Xvfb", "xclip")
def test_pyperclip_in_a_process_of_its_own_copies_and_pastes(display: str) -> None:
    environ = {"DISPLAY": display, "PATH": os.environ["PATH"]}
    tool = clipboard.PYPERCLIP
    given = WORDS.encode()
    silent = subprocess.DEVNULL
    subprocess.run(
        tool.copy, input=given, env=environ, check=True, timeout=10, stdout=silent, stderr=silent
    )
    held = subprocess.run(tool.paste, env=environ, check=True, timeout=10, stdout=subprocess.PIPE)
    assert held.stdout == given


@pytest.mark.system("xclip", "xsel")
def test_a_dead_display_is_told_and_the_words_are_saved(tmp_path: Path) -> None:
    environ = {"DISPLAY": ":4711", "PATH": path_with(tmp_path / "bin", "xclip", "xsel")}
    result = timed_copy(WORDS, tmp_path / "state", environ)
    assert not result.confirmed
    assert result.file == tmp_path / "state" / "copied.txt"
    assert result.message == f"not copied (xclip and xsel failed), saved to {result.file}"
    assert result.file.read_text() == WORDS


@pytest.mark.system("xclip")
def test_a_dead_display_beside_a_terminal_is_only_called_sent(tmp_path: Path) -> None:
    environ = {"DISPLAY": ":4711", "PATH": path_with(tmp_path / "bin", "xclip")}
    sent: list[str] = []
    result = timed_copy(WORDS, tmp_path, environ, sent)
    assert result.message == "sent to the terminal, which gives no answer; xclip failed"
    assert not result.confirmed
    assert result.ways == ("osc52",)
    assert result.file is None


@pytest.fixture
def wayland() -> Iterator[dict[str, str]]:
    """An environment as inside a Wayland session of our own, which shows on no screen."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {"PATH": os.environ["PATH"], "HOME": folder, "XDG_RUNTIME_DIR": folder}
        # sway refuses to run as root.
        nobody: dict[str, Any] = {}
        if os.geteuid() == 0:
            nobody = {"user": 65534, "group": 65534, "extra_groups": []}
            os.chown(folder, 65534, 65534)
        server = subprocess.Popen(
            ["sway", "--config", os.devnull],
            env={**environ, "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **nobody,
        )
        deadline = time.monotonic() + 10
        while not (sockets := sorted(Path(folder).glob("wayland-?"))):
            assert server.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield {**environ, "WAYLAND_DISPLAY": sockets[0].name}
        server.terminate()
        server.wait(timeout=5)


@pytest.mark.system("sway", "wl-copy", "wl-paste")
def test_wl_copy_takes_the_words_and_gives_them_back(
    wayland: dict[str, str], tmp_path: Path
) -> None:
    for text in ("x" * 500_000, WORDS):
        result = timed_copy(text, tmp_path, wayland)
        assert result == CopyResult("copied to the clipboard", confirmed=True, ways=("wl-copy",))
    held = subprocess.run(
        ["wl-paste", "--no-newline"], env=wayland, check=True, timeout=10, stdout=subprocess.PIPE
    )
    assert held.stdout.decode() == WORDS


@pytest.mark.system("wl-copy", "wl-paste")
def test_a_dead_wayland_display_is_told(tmp_path: Path) -> None:
    environ = {
        "WAYLAND_DISPLAY": "wayland-4711",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PATH": path_with(tmp_path / "bin", "wl-copy", "wl-paste"),
    }
    result = timed_copy(WORDS, tmp_path, environ)
    assert result.message.startswith("not copied (wl-copy failed), saved to ")


def test_a_tool_that_never_ends_is_killed_with_all_it_started(tmp_path: Path) -> None:
    marker = tmp_path / "alive"
    hang = f"(sleep 1.7; echo alive >{marker}) & sleep 60"
    path = path_with(tmp_path / "bin", scripts={"xclip": hang, "xsel": hang})
    sent: list[str] = []
    result = timed_copy(WORDS, tmp_path, {"DISPLAY": ":1", "PATH": path}, sent)
    assert result.message == "sent to the terminal, which gives no answer; xclip failed"
    time.sleep(0.8)
    assert not marker.exists()


def test_a_tool_that_keeps_its_input_and_never_reads_it_is_killed(tmp_path: Path) -> None:
    path = path_with(tmp_path / "bin", scripts={"xclip": "sleep 60"})
    result = timed_copy("x" * 1_000_000, tmp_path, {"DISPLAY": ":1", "PATH": path}, [])
    assert result.message.startswith("not copied (xclip failed), saved to ")


def test_a_tool_that_leaves_a_process_behind_is_not_waited_for(tmp_path: Path) -> None:
    held = tmp_path / "held"
    script = f'if [ "$3" = -o ]; then cat {held}; else cat >{held}; sleep 60 & fi'
    path = path_with(tmp_path / "bin", scripts={"xclip": script})
    started = time.monotonic()
    result = timed_copy(WORDS, tmp_path, {"DISPLAY": ":1", "PATH": path})
    assert result.confirmed
    assert time.monotonic() - started < 20  # the process left behind sleeps for a minute


def test_windows_under_linux_is_given_what_clip_exe_reads(tmp_path: Path) -> None:
    held = tmp_path / "held"
    path = path_with(tmp_path / "bin", scripts={"clip.exe": f"cat >{held}"})
    result = timed_copy(WORDS, tmp_path, {"WSL_DISTRO_NAME": "Debian", "PATH": path})
    assert result == CopyResult("copied to the clipboard", confirmed=True, ways=("clip.exe",))
    assert held.read_bytes().decode("utf-16-le") == WORDS


def test_macos_is_told_that_the_words_are_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With stand-ins for its two programs, as they exist nowhere else."""
    held = tmp_path / "held"
    scripts = {
        "pbcopy": f'[ "$LC_CTYPE" = UTF-8 ] && cat >{held}',
        "pbpaste": f'[ "$LC_CTYPE" = UTF-8 ] && cat {held}',
    }
    path = path_with(tmp_path / "bin", scripts=scripts)
    monkeypatch.setattr(sys, "platform", "darwin")
    result = timed_copy(WORDS, tmp_path, {"PATH": path})
    assert result == CopyResult("copied to the clipboard", confirmed=True, ways=("pbcopy",))
    assert held.read_text() == WORDS


def test_each_desktop_has_its_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("clip.exe", "pbcopy", "wl-copy", "xclip", "xsel")
    path = path_with(tmp_path / "bin", scripts=dict.fromkeys(names, "exit 0"))

    def chosen(**environ: str) -> list[str]:
        return [tool.name for tool in desktop_tools({"PATH": path, **environ})]

    assert chosen() == []
    assert chosen(DISPLAY=":0") == ["xclip", "xsel"]
    assert chosen(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") == ["wl-copy", "xclip", "xsel"]
    assert chosen(WSL_DISTRO_NAME="Debian") == ["clip.exe"]
    assert chosen(PATH="/nowhere", DISPLAY=":0") == ["pyperclip"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert chosen() == ["pbcopy"]


def test_over_ssh_only_a_forwarded_display_is_the_reviewers(tmp_path: Path) -> None:
    path = path_with(tmp_path / "bin", scripts={"xclip": "exit 0", "wl-copy": "exit 0"})
    remote = {"PATH": path, "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}
    assert desktop_tools({**remote, "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == []
    forwarded = desktop_tools({**remote, "DISPLAY": "localhost:10.0"})
    assert [tool.name for tool in forwarded] == ["xclip"]


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment as inside a tmux of our own, which writes to no terminal."""
    socket = tmp_path / "tmux.sock"
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    base = ["tmux", "-S", str(socket), "-f", os.devnull]
    subprocess.run([*base, "new-session", "-d", "sleep 60"], env=environ, check=True, timeout=10)
    yield {**environ, "TMUX": f"{socket},0,0"}
    subprocess.run([*base, "kill-server"], env=environ, check=False, timeout=10)


@pytest.mark.system("tmux")
def test_inside_tmux_the_words_stand_in_its_buffer(tmux: dict[str, str], tmp_path: Path) -> None:
    sent: list[str] = []
    result = timed_copy(WORDS, tmp_path, tmux, sent)
    assert result.message == "copied to tmux's buffer and sent to the terminal"
    assert result.confirmed
    assert result.ways == ("tmux", "osc52")
    shown = subprocess.run(
        ["tmux", "show-buffer"], env=tmux, check=True, timeout=10, stdout=subprocess.PIPE
    )
    assert shown.stdout.decode() == WORDS


@pytest.mark.system("tmux")
def test_tmux_passes_the_words_on_to_its_terminal(tmp_path: Path) -> None:
    """A real tmux in a pseudo-terminal: what it writes to the terminal holds the words."""
    socket = tmp_path / "tmux.sock"
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    base = ["tmux", "-S", str(socket), "-f", os.devnull]
    terminal = PtyProcess.spawn([*base, "new-session", "sleep 60"], env=environ)
    try:
        assert b"[0]" in read_until(terminal, b"[0]")
        inside = {**environ, "TMUX": f"{socket},0,0"}
        assert timed_copy(WORDS, tmp_path, inside).ways == ("tmux",)
        encoded = base64.b64encode(WORDS.encode())
        assert re.search(
            rb"\x1b]52;c?;" + re.escape(encoded) + rb"(?:\x07|\x1b\\)",
            read_until(terminal, encoded) + read_until(terminal, b"\x07", seconds=0.3),
        )
    finally:
        subprocess.run([*base, "kill-server"], env=environ, check=False, timeout=10)
        terminal.close(force=True)


def read_until(terminal: PtyProcess, wanted: bytes, seconds: float = 5) -> bytes:
    """What the terminal was sent until ``wanted`` came."""
    seen = b""
    deadline = time.monotonic() + seconds
    while wanted not in seen and time.monotonic() < deadline:
        ready, _, _ = select.select([terminal.fd], [], [], 0.1)
        if ready:
            seen += terminal.read(65536)
    return seen


@pytest.mark.system("tmux")
def test_a_tmux_that_is_gone_is_not_called_copied(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "TMUX": f"{tmp_path}/gone,1,0", "HOME": str(tmp_path)}
    result = timed_copy(WORDS, tmp_path, environ)
    assert not result.confirmed
    assert result.ways == ("file",)


def test_the_terminal_is_sent_exactly_one_osc_52(tmp_path: Path) -> None:
    sent: list[str] = []
    result = timed_copy("“tidak”", tmp_path, {"PATH": ""}, sent)
    encoded = base64.b64encode("“tidak”".encode()).decode()
    assert sent == ["\x1b]52;c;" + encoded + "\x07"]
    assert result.message == "sent to the terminal, which gives no answer"
    assert not result.confirmed


def through_screen(written: str) -> str:
    """What GNU screen writes to its terminal: the insides of its strings, at most 256 bytes long.

    As its ansi.c does: ESC P begins one, ESC \\ ends it, and any other ESC is part of it.
    """
    passed = ""
    for string in re.findall(r"\x1bP(.*?)\x1b\\", written, re.DOTALL):
        assert len(string) < 256
        passed += string
    assert re.sub(r"\x1bP.*?\x1b\\", "", written, flags=re.DOTALL) == ""
    return passed


@pytest.mark.parametrize("text", ["“tidak”", "kata " * 5000, "x" * (3 * SCREEN_STRING // 4 - 7)])
def test_inside_screen_the_sequence_is_passed_through_in_pieces(tmp_path: Path, text: str) -> None:
    sent: list[str] = []
    inside = {"PATH": "", "TERM": "screen.xterm-256color", "STY": "4711.pts-0.desk"}
    assert timed_copy(text, tmp_path, inside, sent).ways == ("osc52",)
    assert through_screen(sent[0]) == osc52(text)


def test_where_only_the_name_of_the_terminal_tells_of_screen_both_ways_are_taken(
    tmp_path: Path,
) -> None:
    sent: list[str] = []
    timed_copy(WORDS, tmp_path, {"PATH": "", "TERM": "screen-256color"}, sent)
    plain = osc52(WORDS)
    assert sent[0].startswith(plain)
    assert through_screen(sent[0].removeprefix(plain)) == plain
    sent.clear()
    in_tmux = {"PATH": "", "TERM": "screen-256color", "TMUX": "/tmp/none,1,0"}
    timed_copy(WORDS, tmp_path, in_tmux, sent)
    assert sent == [plain]


def test_what_is_too_long_for_the_terminal_is_saved(tmp_path: Path) -> None:
    sent: list[str] = []
    fits = "a" * clipboard.OSC52_LIMIT
    assert timed_copy(fits, tmp_path, {"PATH": ""}, sent).ways == ("osc52",)
    assert len(sent[0]) <= 100_000
    result = timed_copy(fits + "a", tmp_path, {"PATH": ""}, sent)
    assert len(sent) == 1
    assert result.message == (
        f"not copied (too long to send to the terminal), saved to {result.file}"
    )


@pytest.mark.parametrize("terminal", ["dumb", "linux"])
def test_a_terminal_that_would_show_the_sequence_is_not_sent_it(
    tmp_path: Path, terminal: str
) -> None:
    sent: list[str] = []
    assert timed_copy(WORDS, tmp_path, {"PATH": "", "TERM": terminal}, sent).ways == ("file",)
    assert sent == []


def test_a_terminal_that_is_gone_leaves_the_file(tmp_path: Path) -> None:
    def gone(_: str) -> None:
        raise OSError(5, "Input/output error")

    result = copy(WORDS, write_to_terminal=gone, environ={"PATH": ""}, fallback_folder=tmp_path)
    assert result.ways == ("file",)


def test_the_file_of_last_resort_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "sanggah"
    for text in ("lebih panjang dari yang kedua", "kedua"):
        result = timed_copy(text, folder, {"PATH": ""})
        assert result.message == f"not copied (no clipboard here), saved to {folder}/copied.txt"
        assert result.file is not None
        assert result.file.read_text() == text
        assert stat.S_IMODE(result.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [entry.name for entry in folder.iterdir()] == ["copied.txt"]


def test_a_link_in_the_place_of_the_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("stays")
    (tmp_path / "copied.txt").symlink_to(precious)
    timed_copy(WORDS, tmp_path, {"PATH": ""})
    assert precious.read_text() == "stays"
    assert (tmp_path / "copied.txt").read_text() == WORDS


def test_nothing_is_raised_where_not_even_a_file_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    result = timed_copy(WORDS, tmp_path / "a file", {"PATH": ""})
    assert result.message.startswith("not copied: no clipboard here, and ")
    assert result.file is None
    assert not result.confirmed


def test_control_characters_never_reach_a_clipboard(tmp_path: Path) -> None:
    sent: list[str] = []
    hostile = "a\x1b]52;c;ZXZpbA==\x07b\x00\x9bc\rd\ud800"
    timed_copy(hostile, tmp_path, {"PATH": ""}, sent)
    assert sent == [osc52("a]52;c;ZXZpbA==bcd")]


def test_an_empty_text_leaves_the_clipboard_as_it_was(tmp_path: Path) -> None:
    sent: list[str] = []
    assert timed_copy("\x1b", tmp_path, {"PATH": ""}, sent).message == "nothing to copy"
    assert sent == []


def pasted(display: str, *command: str) -> str:
    """What a real program reads from the clipboard of the display."""
    done = subprocess.run(
        command,
        env={**os.environ, "DISPLAY": display},
        check=True,
        timeout=10,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode()
