"""What the terminal is given to show: with NO_COLOR no colour at all, and every state in sight."""

import re
import shutil
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Desk
from tests.end_to_end.terminal import Terminal

LONGEST = "Korea Utara Bantah Isu Ekspor"
#: SGR parameters that set a colour; 39 and 49 are the terminal's own.
_COLOR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


@pytest.fixture
def stocked(desk: Desk, imported: Path) -> Desk:
    shutil.copy(imported, desk.store)
    return desk


def open_reader(desk: Desk, *arguments: str, **environment: str) -> Terminal:
    terminal = desk.open(*arguments, **environment)
    terminal.wait_for(LONGEST)
    terminal.press("j", "j", "enter")
    terminal.wait_for("Korea Utara")
    terminal.wait_for_quiet(0.3)
    return terminal


def test_with_no_color_set_no_colour_is_sent_and_every_state_is_seen(stocked: Desk):
    terminal = stocked.open(NO_COLOR="1")
    terminal.wait_for(LONGEST)
    terminal.wait_for_quiet(0.3)
    under_cursor = [cell for cell in terminal.cells("▌") if cell.reverse]
    assert under_cursor
    assert not any(cell.reverse for cell in terminal.cells(LONGEST))

    terminal.press("j", "j", "enter")
    terminal.wait_for_quiet(0.4)
    terminal.press("~", "]")
    terminal.wait_for_quiet(0.3)
    quote = terminal.cells("pernyataan sembrono")
    assert all(cell.reverse and not cell.underscore for cell in quote)

    terminal.press("d")
    terminal.wait_for("saved 1")
    terminal.press("g")
    terminal.wait_for_quiet(0.3)
    marked = terminal.cells("pernyataan sembrono")
    assert all(cell.underscore and not cell.reverse for cell in marked)
    row = next(line for line in terminal.screen_text().splitlines() if "pernyataan sembr" in line)
    assert "D" in row[:5]

    before = len(terminal.output)
    terminal.press("]", "c", "g")
    terminal.wait_for("saved 2")
    terminal.wait_for_bytes(rb"\x1b\[(?:[0-9;]*;)?21[;m]", after=before)  # underlined twice

    terminal.press("/")
    terminal.type("Korea Utara")
    terminal.press("enter")
    terminal.wait_for_quiet(0.3)
    hits = terminal.cells("Korea Utara")
    assert any(cell.reverse or cell.bold for cell in hits)
    assert not _COLOR.findall(bytes(terminal.output))


def test_the_terminals_own_theme_sends_no_colour_but_the_sixteen(stocked: Desk):
    terminal = open_reader(stocked, "--theme", "terminal")
    terminal.press("~", "]", "d")
    screen = terminal.wait_for("saved 1")
    row = next(line for line in screen.splitlines() if "pernyataan sembr" in line)
    letter = terminal.cells(row)[row.index("D")]
    assert (letter.data, letter.fg) == ("D", "black")
    assert letter.bg.startswith("bright")
    assert not re.search(rb"[34]8;[25];", terminal.output)


def test_an_unknown_theme_is_refused_before_the_screen_is_touched(stocked: Desk):
    terminal = stocked.open("--theme", "blue")
    assert terminal.wait_for_exit() == 1
    assert "no theme 'blue'" in terminal.screen_text()
    assert b"\x1b[?1049h" not in terminal.output


def test_a_terminal_of_sixteen_colours_is_sent_no_others(stocked: Desk):
    terminal = open_reader(stocked, TERM="linux", COLORTERM="")
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    assert not re.search(rb"[34]8;[25];", terminal.output)


def test_the_theme_chosen_last_is_there_at_the_next_start(stocked: Desk):
    terminal = stocked.open()
    terminal.wait_for(LONGEST)
    terminal.press(":")
    terminal.wait_for("What to do?")
    terminal.type("theme")
    terminal.wait_for_quiet(0.2)
    terminal.press("enter")
    terminal.wait_for("high-contrast")
    terminal.press("down", "enter")
    terminal.wait_for_quiet(0.3)
    assert terminal.cells(LONGEST)[0].bg == "fafaf7"
    terminal.press("q")
    terminal.wait_for_exit()

    again = stocked.open()
    again.wait_for(LONGEST)
    again.wait_for_quiet(0.2)
    assert again.cells(LONGEST)[0].bg == "fafaf7"


def test_the_doctor_describes_the_terminal_it_is_called_in(stocked: Desk):
    terminal = stocked.open("doctor", columns=97, rows=90)
    assert terminal.wait_for_exit() == 0
    lines = [" ".join(line.split()) for line in terminal.screen_text().splitlines()]
    assert "columns: 97" in lines
    assert "rows: 90" in lines
    assert "colors: 16777216" in lines
    assert "would be used: osc52" in lines
