import signal
import sys

import pytest

from tests.end_to_end.conftest import Desk
from tests.end_to_end.terminal import Terminal, TimedOutError

ECHO = """
import os, sys, tty, signal
tty.setraw(0)
def say(*words):  # not print, which a signal must not interrupt with itself
    os.write(1, " ".join(map(str, words)).encode() + b"\\r\\n")
signal.signal(signal.SIGWINCH, lambda *_: say("size %dx%d" % os.get_terminal_size()))
say("\\x1b[>4;2m\\x1b[?2026$pready\\x1b[<u")
while (key := os.read(0, 100)) != b"q":
    say("got", key)
"""


@pytest.fixture
def echo(desk: Desk) -> Terminal:
    command = [sys.executable, "-c", ECHO]
    terminal = desk._open(
        command, environment=desk.environment, folder=desk.home, columns=60, rows=10
    )
    terminal.wait_for("ready")
    return terminal


def test_private_sequences_do_not_stain_the_screen(echo: Terminal):
    assert echo.screen_text().strip() == "ready"
    assert b"\x1b[>4;2m" in echo.output


def test_named_keys_arrive_as_a_terminal_sends_them(echo: Terminal):
    echo.press("shift+tab")
    echo.wait_for(r"got b'\x1b[Z'")
    echo.press("]")
    echo.wait_for("got b']'")


def test_the_program_learns_of_a_new_size(echo: Terminal):
    echo.resize(50, 12)
    echo.wait_for("size 50x12")


def test_the_exit_status_is_kept(echo: Terminal):
    echo.press("q")
    assert echo.wait_for_exit() == 0


def test_a_signal_that_ended_the_program_is_told_apart(echo: Terminal):
    echo.signal(signal.SIGTERM)
    assert echo.wait_for_exit() == -signal.SIGTERM


def test_waiting_in_vain_shows_the_screen(echo: Terminal):
    with pytest.raises(TimedOutError, match="ready"):
        echo.wait_for("never written", timeout=0.2)
