"""Whatever an article, a file name or a stranger's store holds, the terminal never obeys it."""

import hashlib
import json
import re
import sqlite3
from pathlib import Path

import pytest

from tests.end_to_end.conftest import SANGGAH, Desk
from tests.end_to_end.terminal import Terminal

# Nothing of this may ever be written: the clipboard, the window's title, a report of the cursor
# that would be typed at the shell, colours and marks that the program has no use for.
ESCAPES = {
    "clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "title": "\x1b]0;PWNED\x07",
    "title, other end": "\x1b]2;PWNED\x1b\\",
    "link": "\x1b]8;;https://pwned.example\x1b\\",
    "report": "\x1b[6n",
    "identity": "\x1b[>0q",
    "colour": "\x1b[5;7;38;5;199m",
    "device string": "\x1bP+q544e\x1b\\",
    "privacy message": "\x1b^PWNED\x1b\\",
    "reset": "\x1bc",
    "C1 clipboard": "\x9d52;c;UFdORUQ=\x9c",
    "C1 colour": "\x9b5;7;38;5;199m",
    "C1 device string": "\x90+q544e\x9c",
}
CONTROLS = "\x00\x07\x08\x0b\x0c\x0e\x0f\x7f\x85"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SEPARATORS = "\u2028\u2029"
MARKUP = "[/ [/] [link=https://pwned.example]x[/link] [bold red]b[/] [@click=app.quit]q[/] [0] \\["
WIDE = (
    "👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 e\u0301\u0327o\u0308\u0332 漢字カナ한글 שלום עולם العربية \u200b\ufeff ﷺ"
)
EVERYTHING = "".join(ESCAPES.values()) + CONTROLS + BIDI + MARKUP + WIDE

# The escape sequences that Textual itself writes: CSI, and the shape of the mouse pointer (OSC 22).
# Any other string (OSC, DCS, APC, PM, SOS) in the output can only have come from a text.
_OURS = re.compile(r"\x1b\[[<=>?]?[0-9;:]*(?:\$p|[a-zA-Z@`])|\x1b\]22;[a-z-]*\x07")
_FORBIDDEN = re.compile(f"[\x00-\x06\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f{BIDI}{SEPARATORS}]")


def hostile_article(payload: str) -> str:
    return "\n\n".join(
        [
            f"Judul {payload} berita",
            f"Oleh Budi{payload} Santoso",
            f'"Itu {payload} tidak benar," kata Siti {payload} Aminah di Jakarta.',
            f"Kalimat {payload} kedua. Kalimat ketiga; dengan {payload} klausa, dan koma.",
        ]
    )


def assert_clean(output: bytes) -> None:
    """Assert that no control sequence in what was written came from a text."""
    decoded = bytes(output).decode("utf-8", "strict")
    for name, payload in ESCAPES.items():
        assert payload not in decoded, name
    found = _FORBIDDEN.search(decoded)
    assert not found, repr(decoded[max(0, found.start() - 60) : found.end() + 60])
    rest = _OURS.sub("", decoded)
    assert "\x1b" not in rest, repr(rest[rest.index("\x1b") - 40 :][:100])


def roam(terminal: Terminal) -> None:
    """Go through every view that shows text from outside."""
    for key in [
        *("j", "j", "]", "c", "}", "w", "+", "+", "v", "j", "v", "p", "P", "j", "escape"),
        *("tab", "s", "escape", "i", "escape", "m", "escape", "Y", "escape", "?", "escape"),
        *(";", "escape", "/", "escape", ":", "escape", "G", "g"),
    ]:
        terminal.press(key)
        terminal.wait_for_quiet(0.08)
        assert terminal.status is None, f"{key}: {terminal.screen_text()}"


def roam_the_library(terminal: Terminal) -> None:
    """Go through what the library can show."""
    for key in ["j", "k", "f", "escape", "s", "escape", "m", "escape", "?", "escape", "G", "g"]:
        terminal.press(key)
        terminal.wait_for_quiet(0.08)
        assert terminal.status is None, f"{key}: {terminal.screen_text()}"


def test_control_sequences_in_an_article_never_reach_the_terminal(desk: Desk):
    folder = desk.home / "articles"
    folder.mkdir()
    text = hostile_article(EVERYTHING + SEPARATORS)
    (folder / "hostile.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
    terminal = desk.open(folder)
    terminal.wait_for("1 article")
    roam_the_library(terminal)
    terminal.press("enter")
    terminal.wait_for("Kalimat")
    roam(terminal)
    assert_clean(terminal.output)


def test_file_names_are_as_harmless_as_texts(desk: Desk):
    folder = desk.home / "articles"
    folder.mkdir()
    for number, payload in enumerate([*ESCAPES.values(), BIDI, MARKUP.replace("/", "")]):
        name = f"{number}{payload.replace('/', '')}.txt"
        (folder / name).write_text(f"Judul {number}\n\nIsi berita {number}.\n", encoding="utf-8")
        (folder / f"empty{name}").write_text("", encoding="utf-8")
    terminal = desk.open(folder)
    terminal.wait_for("Judul 1")
    terminal.wait_for_quiet(0.3)
    roam_the_library(terminal)
    assert_clean(terminal.output)
    for arguments in (["add", folder], ["add", "\x1b]0;PWNED\x07.txt"], ["show", "\x1b]0;PWNED"]):
        in_terminal = desk.open(*arguments)
        in_terminal.wait_for_exit()
        assert_clean(in_terminal.output)


def fill_from_outside(store: Path, payload: str) -> str:
    """Write hostile words into every free column, as another program may; return an article's id."""
    connection = sqlite3.connect(store)
    connection.execute("pragma ignore_check_constraints = on")  # a stranger need not heed them
    connection.execute(
        "update articles set title = title || ?1, outlet = ?1, byline = ?1", [payload]
    )
    (article,) = connection.execute("select id from articles").fetchone()
    columns = {row[1] for row in connection.execute("pragma table_info(articles)")}
    for column in columns & {"dateline", "wire", "url", "source", "editor", "language"}:
        connection.execute(f"update articles set {column} = ?", [payload])
    connection.execute(
        "insert into labels (name, color, description, position) values (?1, ?2, ?2, 4)",
        [f"label{payload}", payload],
    )
    connection.execute("update lines set reason = ?1, decided_by = ?1 where number > 2", [payload])
    connection.execute("update quotes set cue = ?1, decided_by = ?1", [payload])
    connection.execute(
        "update quotes set speaker = ?, speaker_start = null, speaker_end = null", [payload]
    )
    (text,) = connection.execute("select text from articles").fetchone()
    for number, label in enumerate(["claim", "denial", f"label{payload}"]):
        start, end = text.index("Kalimat"), text.index("Kalimat") + 7 + number
        connection.execute(
            "insert into annotations (id, article_id, label, start_char, end_char, text, prefix,"
            " suffix, note, speaker, status, reviewer, created_at, updated_at, extra)"
            " values (?, ?, ?, ?, ?, ?, '', '', ?, ?, 'accepted', ?, ?, ?, '{}')",
            [
                f"0190b2c4-0000-7000-8000-00000000000{number}",
                *(article, label, start, end, text[start:end]),
                *(f"note {payload}", f"speaker {payload}", f"reviewer{payload}"),
                *("2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z"),
            ],
        )
    connection.commit()
    connection.close()
    return str(article)


@pytest.mark.parametrize(
    "payload",
    ["".join(ESCAPES.values()), CONTROLS.replace("\x00", "") + BIDI + SEPARATORS, MARKUP, WIDE],
    ids=["escapes", "controls", "markup", "wide"],
)
def test_what_strangers_wrote_into_the_store_is_shown_and_not_obeyed(desk: Desk, payload: str):
    file = desk.home / "article.txt"
    file.write_text(hostile_article("biasa"), encoding="utf-8")
    desk.run("add", file)
    article = fill_from_outside(desk.store, payload)
    terminal = desk.open()
    terminal.wait_for("Judul")
    roam_the_library(terminal)
    terminal.press("enter")
    terminal.wait_for("Kalimat")
    roam(terminal)
    assert_clean(terminal.output)
    for arguments in (
        ["list"],
        ["show", article],
        ["search", "kalimat"],
        ["show", article, "--json"],
    ):
        in_terminal = desk.open(*arguments)
        assert in_terminal.wait_for_exit() == 0, in_terminal.screen_text()
        assert_clean(in_terminal.output)


def test_a_text_that_a_stranger_stored_with_controls_is_shown_and_not_obeyed(desk: Desk):
    desk.run("list")
    text = hostile_article("".join(ESCAPES.values()) + BIDI + CONTROLS.replace("\x00", ""))
    digest = hashlib.sha256(text.encode()).hexdigest()
    connection = sqlite3.connect(desk.store)
    connection.execute("pragma ignore_check_constraints = on")
    connection.execute(
        "insert into articles (id, title, source, text, sha256, words, added_at, extra)"
        " values (?, ?, 'outside', ?, ?, 20, '2024-01-01T00:00:00.000Z', '{}')",
        [digest[:16], text.partition("\n")[0], text, digest],
    )
    connection.commit()
    connection.close()
    terminal = desk.open()
    terminal.wait_for("Judul")
    roam_the_library(terminal)
    terminal.press("enter")
    terminal.wait_for_quiet(0.5)
    roam(terminal)
    assert_clean(terminal.output)


def test_200_kilobytes_in_one_line_are_read_like_any_other_text(desk: Desk):
    long = " ".join(f"Kalimat nomor {number} yang {WIDE} panjang." for number in range(2600))
    assert len(long.encode()) > 200_000
    endless = "tanpaspasi" * 20_000
    file = desk.home / "long.txt"
    file.write_text(f"Judul panjang\n\n{long}\n\n{endless}\n", encoding="utf-8")
    terminal = desk.open(file)
    terminal.wait_for("Judul panjang")
    terminal.press("enter")
    terminal.wait_for("Kalimat nomor 1 ")
    roam(terminal)
    terminal.press("G")
    terminal.wait_for("tanpaspasi")
    assert_clean(terminal.output)


def test_pasted_and_typed_control_sequences_stay_words(desk: Desk, seeds: Path):
    terminal = desk.open(seeds)
    terminal.wait_for("Korea Utara")
    terminal.press("enter")
    terminal.wait_for_quiet(0.3)
    terminal.press("j", "c", "i")
    terminal.wait_for_quiet()
    terminal.paste("catatan \x9d52;c;UFdORUQ=\x9c \u202e [/red] \x9b6n")
    terminal.wait_for("catatan")
    terminal.press("enter")
    terminal.wait_for_quiet(0.3)
    terminal.press("p", "p", "q")
    terminal.wait_for_quiet(0.3)
    assert_clean(terminal.output)
    (listed,) = json.loads(desk.call(*("sqlite-utils", "rows", desk.store, "annotations")))
    assert listed["note"].startswith("catatan")


@pytest.mark.parametrize("argument", ["--reviewer", "--keys", "--store"])
def test_hostile_words_on_the_command_line_are_reported_harmlessly(desk: Desk, argument: str):
    payload = "".join(ESCAPES.values()).replace("/", "")
    terminal = desk._open(
        [SANGGAH, argument, f"{desk.home}/{payload}", "list", "--nonsense"],
        environment=desk.environment,
        folder=desk.home,
    )
    terminal.wait_for_exit()
    assert_clean(terminal.output)
