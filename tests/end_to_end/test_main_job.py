"""The main job in the real program: from files to a row that other tools read."""

import base64
import csv
import io
import json
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Desk
from tests.end_to_end.terminal import Terminal

LONGEST = "Korea Utara Bantah Isu Ekspor"
BACK_TO_THE_SHELL = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")


def rows(desk: Desk, sql: str) -> list[tuple[object, ...]]:
    """Read the store as a stranger to the program does."""
    connection = sqlite3.connect(f"file:{desk.store}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def eventually(read: Callable[[], object], wanted: object, seconds: float = 10.0) -> None:
    """Wait until ``read`` gives what is wanted: keys are answered before they are written."""
    deadline = time.monotonic() + seconds
    while (found := read()) != wanted:
        assert time.monotonic() < deadline, f"{found!r} instead of {wanted!r}"
        time.sleep(0.02)


def open_longest(desk: Desk, *paths: Path, **size: int) -> Terminal:
    """The program with the reader open on the third and longest of the five articles."""
    terminal = desk.open(*paths, **size)
    terminal.wait_for(LONGEST)
    terminal.press("j", "j", "enter")
    terminal.wait_for("Korea Utara")
    terminal.wait_for_quiet(0.3)
    return terminal


@pytest.fixture
def stocked(desk: Desk, imported: Path) -> Desk:
    """A desk whose store holds the five articles already."""
    shutil.copy(imported, desk.store)
    return desk


def test_a_denial_goes_from_the_keyboard_into_a_row_that_other_programs_read(
    desk: Desk, seeds: Path
):
    terminal = open_longest(desk, seeds)
    terminal.press("~", "]")  # past what is reported without marks
    terminal.wait_for_quiet()
    terminal.press("d")
    terminal.wait_for("saved 1")
    quote = rows(
        desk,
        "select text, speaker from quotes where kind = 'partial' and article_id ="
        " (select id from articles order by seq limit 1 offset 2) order by start_char limit 1",
    )
    eventually(
        lambda: rows(desk, "select label, text, speaker, note from annotations"),
        [("denial", *quote[0], "")],
    )

    terminal.press("i")
    terminal.wait_for_quiet()
    terminal.type("bantahan resmi, “tanpa nama”")
    terminal.press("enter")
    note = "select note from annotations"
    eventually(lambda: rows(desk, note), [("bantahan resmi, “tanpa nama”",)])
    terminal.press("u")
    eventually(lambda: rows(desk, note), [("",)])
    terminal.press("U")
    eventually(lambda: rows(desk, note), [("bantahan resmi, “tanpa nama”",)])

    before = len(terminal.output)
    terminal.press("y")
    sent = terminal.wait_for_bytes(rb"\x1b\]52;c;[A-Za-z0-9+/=]+", after=before)
    citation = base64.b64decode(sent.rpartition(b";")[2]).decode()
    assert citation == rows(desk, "select citation from annotations_export")[0][0]
    assert "pernyataan sembrono" in citation

    terminal.press("q")
    terminal.wait_for_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    for sequence in BACK_TO_THE_SHELL:
        assert sequence in terminal.output[before:]

    given = desk.call(
        *("sqlite-utils", "query", desk.store, "--csv"),
        "select n.label, n.note, n.text, substr(a.text, n.start_char + 1,"
        " n.end_char - n.start_char) as slice from annotations n"
        " join articles a on a.id = n.article_id",
    )
    (row,) = csv.DictReader(io.StringIO(given))
    assert row["label"] == "denial"
    assert row["note"] == "bantahan resmi, “tanpa nama”"
    assert row["text"] == row["slice"] == '"pernyataan sembrono"'


def test_every_action_leaves_an_event_with_the_reviewer(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    terminal.press("u")
    eventually(lambda: rows(stocked, "select count(*) from annotations"), [(0,)])
    events = rows(
        stocked,
        "select reviewer, action, undoes is not null from events where subject = 'annotations'",
    )
    assert events == [("tester", "create", 0), ("tester", "delete", 1)]


def test_leaving_tells_what_the_session_brought(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    terminal.press(".")
    terminal.wait_for("Done:")
    terminal.press("q", "q")
    assert terminal.wait_for_exit() == 0
    assert "This session: " in terminal.screen_text()
    assert "1 article done, marks: 1 denial" in terminal.screen_text()
    assert "1 denial" in stocked.run("stats")


def test_keys_typed_faster_than_they_are_answered_go_where_they_were_meant(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.send(b"]d" + b"idede catatan cepat\r" + b"]c" + b"i1 kedua\r" + b"y")
    terminal.wait_for_bytes(rb"\x1b\]52;c;")
    marked = "select label, note from annotations order by start_char, label"
    eventually(
        lambda: rows(stocked, marked), [("denial", "dede catatan cepat"), ("claim", "1 kedua")]
    )


def test_reading_goes_on_where_it_was_left(stocked: Desk):
    terminal = open_longest(stocked, rows=20)
    terminal.press("space", "space", "j")
    terminal.wait_for_quiet()
    terminal.press("q")
    terminal.wait_for_quiet()
    terminal.press("q")
    terminal.wait_for_exit()
    (left,) = rows(
        stocked,
        "select state, substr(text, position + 1, 25) from reviews"
        " join articles on articles.id = article_id where position > 0",
    )
    assert left[0] == "reading"

    again = open_longest(stocked, rows=20)
    again.wait_for(lambda screen: str(left[1]).split()[0] in " ".join(screen.split()))
    again.wait_for_quiet()
    again.press("c")
    eventually(lambda: rows(stocked, "select count(*) from annotations"), [(1,)])
    tagged = rows(
        stocked, "select start_char, position from annotations join reviews using (article_id)"
    )
    assert tagged[0][0] == tagged[0][1]


def test_the_screen_follows_the_size_of_the_terminal(stocked: Desk):
    terminal = open_longest(stocked)
    for columns, lines in ((60, 20), (24, 8), (200, 60), (120, 40)):
        terminal.resize(columns, lines)
        terminal.wait_for_quiet(0.3)
    terminal.press("]")
    screen = terminal.wait_for("pernyataan sembrono")
    assert "\N{REPLACEMENT CHARACTER}" not in screen


def test_a_terminal_too_small_to_read_in_does_no_harm(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.resize(2, 2)
    terminal.wait_for_quiet(0.3)
    terminal.press("j", "]", "p", "v", "v", "/", "escape", "?", "escape")
    terminal.wait_for_quiet(0.3)
    terminal.resize(100, 30)
    terminal.wait_for("Korea Utara")
    terminal.press("g")
    terminal.wait_for_quiet()
    assert terminal.status is None


def test_a_termination_leaves_a_usable_terminal_and_a_whole_store(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    before = len(terminal.output)
    terminal.signal(signal.SIGTERM)
    terminal.wait_for_exit()
    for sequence in BACK_TO_THE_SHELL:
        assert sequence in terminal.output[before:]
    assert rows(stocked, "pragma integrity_check") == [("ok",)]
    assert rows(stocked, "select label from annotations") == [("denial",)]


def test_a_lost_terminal_ends_the_program_and_keeps_what_was_saved(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    terminal.signal(signal.SIGHUP)
    terminal.wait_for_exit()
    assert rows(stocked, "select label from annotations") == [("denial",)]


def test_ctrl_c_says_how_to_quit_and_does_not(stocked: Desk):
    terminal = open_longest(stocked)
    terminal.press("ctrl+c")
    terminal.wait_for(lambda screen: "quit" in screen.splitlines()[-1].lower())
    assert terminal.status is None


def test_the_same_article_is_not_added_twice(desk: Desk, seeds: Path):
    first = json.loads(desk.run("add", seeds, "--json"))
    desk.run("add", seeds)
    assert len(json.loads(desk.run("list", "--json"))) == 5
    assert first
