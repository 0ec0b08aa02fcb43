"""However the program ends, the terminal is as it was and what was marked is in the store."""

import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.conftest import SANGGAH, Desk
from tests.end_to_end.terminal import Terminal

LONGEST = "Korea Utara Bantah Isu Ekspor"
#: The other screen, the cursor, the mouse, pastes and reports of the focus, as they were.
BACK_TO_THE_SHELL = (
    *(b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"),
    *(b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?1004l"),
)

#: The program with a fault of its own: showing the source fails.
FAULTY = """
import sys
from tui.cli import main
from tui.screens.reader import ReaderScreen
def fail(self):
    raise RuntimeError("a fault of ours")
ReaderScreen.action_source_view = fail
main()
"""


@pytest.fixture
def stocked(desk: Desk, imported: Path) -> Desk:
    shutil.copy(imported, desk.store)
    return desk


def labels(desk: Desk) -> list[str]:
    connection = sqlite3.connect(f"file:{desk.store}?mode=ro", uri=True)
    try:
        return [label for (label,) in connection.execute("select label from annotations")]
    finally:
        connection.close()


def command(desk: Desk) -> str:
    return f"{SANGGAH} --store {desk.store}"


def run(desk: Desk, *command: str | Path) -> Terminal:
    return desk._open(command, environment=desk.environment, folder=desk.home, columns=120, rows=40)


def mark(terminal: Terminal) -> None:
    """Open an article and mark a quote in it as a denial."""
    terminal.wait_for(LONGEST)
    terminal.press("j", "j", "enter")
    terminal.wait_for("Korea Utara")
    terminal.wait_for_quiet(0.3)
    terminal.press("]", "d")
    terminal.wait_for("saved 1")


def test_a_fault_of_the_program_gives_the_terminal_back_and_loses_no_mark(stocked: Desk):
    terminal = run(stocked, sys.executable, "-c", FAULTY, "--store", stocked.store)
    mark(terminal)
    before = len(terminal.output)
    terminal.press("v")
    assert terminal.wait_for_exit() == 1
    for sequence in BACK_TO_THE_SHELL:
        assert sequence in terminal.output[before:]
    assert b"a fault of ours" in terminal.output[before:]
    assert labels(stocked) == ["denial"]


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_signal_ends_it_in_good_order(stocked: Desk, number: signal.Signals, status: int):
    terminal = stocked.open()
    mark(terminal)
    before = len(terminal.output)
    terminal.signal(number)
    assert terminal.wait_for_exit() == status
    for sequence in BACK_TO_THE_SHELL:
        assert sequence in terminal.output[before:]
    assert labels(stocked) == ["denial"]


def test_a_window_that_is_closed_ends_the_program(stocked: Desk):
    terminal = stocked.open()
    mark(terminal)
    terminal.press("j", "c")
    terminal.wait_for("saved 2")
    terminal.hang_up()
    terminal.wait_for_end_without_terminal()
    assert sorted(labels(stocked)) == ["claim", "denial"]


def test_a_terminal_that_goes_without_a_word_ends_it_as_well(stocked: Desk):
    # A shell that keeps the signal to itself, as nohup and some service managers do.
    shell = f"trap '' HUP; {command(stocked)}; true"
    terminal = run(stocked, "/bin/sh", "-c", shell)
    mark(terminal)
    terminal.hang_up()
    terminal.wait_for_end_without_terminal()
    assert labels(stocked) == ["denial"]


@pytest.fixture
def shell(stocked: Desk) -> Terminal:
    """An interactive shell, from which the program is started as people start it."""
    stocked.environment["PS1"] = "ready> "
    terminal = run(stocked, "bash", "--norc", "--noprofile", "-i")
    terminal.wait_for("ready>")
    return terminal


def modes(terminal: Terminal, desk: Desk) -> str:
    """How the shell's terminal is set."""
    file = desk.home / f"modes-{time.monotonic_ns()}"
    terminal.type(f"stty -g > {file}.part; mv {file}.part {file}\r")
    deadline = time.monotonic() + 10
    while not file.exists():
        assert time.monotonic() < deadline, terminal.screen_text()
        time.sleep(0.02)
    return file.read_text()


@pytest.mark.system("bash")
def test_ctrl_z_gives_the_shell_back_and_fg_the_article(shell: Terminal, stocked: Desk):
    usual = modes(shell, stocked)
    shell.type(f"{command(stocked)}\r")
    mark(shell)

    before = len(shell.output)
    shell.press("ctrl+z")
    shell.wait_for("Stopped")
    for sequence in BACK_TO_THE_SHELL:
        assert sequence in shell.output[before:]
    assert modes(shell, stocked) == usual
    shell.type("echo here$((40 + 2))\r")
    shell.wait_for("here42")

    shell.type("fg\r")
    shell.wait_for(lambda screen: "Korea Utara" in screen and "here42" not in screen)
    shell.wait_for_quiet(0.3)
    shell.press("j", "c")
    shell.wait_for("saved 2")
    shell.press("q")
    shell.wait_for_quiet(0.3)
    shell.press("q")
    shell.wait_for("ready>")
    assert modes(shell, stocked) == usual
    assert sorted(labels(stocked)) == ["claim", "denial"]


@pytest.mark.system("bash")
def test_the_shells_terminal_is_set_as_before_after_a_crash(shell: Terminal, stocked: Desk):
    usual = modes(shell, stocked)
    program = stocked.home / "faulty.py"
    program.write_text(FAULTY, encoding="utf-8")
    shell.type(f"{sys.executable} {program} --store {stocked.store}\r")
    mark(shell)
    shell.press("v")
    shell.wait_for("a fault of ours")
    assert modes(shell, stocked) == usual
    assert labels(stocked) == ["denial"]


@pytest.mark.parametrize("end", ["q", signal.SIGTERM])
def test_leaving_in_the_middle_of_an_import_gives_the_terminal_back_and_keeps_a_whole_store(
    stocked: Desk, end: str | signal.Signals
):
    folder = stocked.home / "many"
    folder.mkdir()
    for number in range(1500):
        lines = [f"Kalimat {number} tentang hal ke-{line} di kota itu." for line in range(60)]
        (folder / f"{number}.txt").write_text("\n\n".join([f"Judul {number}", *lines]))
    terminal = stocked.open()
    terminal.wait_for(LONGEST)
    terminal.press("a")
    terminal.type(f"{folder}\r")
    terminal.wait_for("Reading")
    before = len(terminal.output)
    if isinstance(end, str):
        terminal.press(end)
    else:
        terminal.signal(end)
    assert terminal.wait_for_exit(30) == (0 if isinstance(end, str) else 128 + end)
    for sequence in BACK_TO_THE_SHELL:
        assert sequence in terminal.output[before:]
    connection = sqlite3.connect(f"file:{stocked.store}?mode=ro", uri=True)
    ((number,),) = connection.execute("select count(*) from articles").fetchall()
    connection.close()
    assert 5 <= number < 1505, "it was not left in the middle of the import"
    assert "nothing wrong" in stocked.run("check")
