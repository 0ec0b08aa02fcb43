"""Labels are added, described, ordered and removed in the app, and taken up from a file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.pilot import Pilot

from store import ArticleQuery, Label, annotations, articles, history, labels, open_store
from tests.tui.test_dialogs import all_text
from tests.tui.test_reader import TEXT, message
from tests.tui.test_refusals import program, settled
from tui.app import SanggahApp
from tui.keymap import load_keymap
from tui.label_file import read_label_file, take_up
from tui.label_looks import LEAST_CONTRAST, adjusted_in, contrast, label_color, letter_style
from tui.places import find_label_file
from tui.screens.label_form import LabelForm
from tui.screens.labels import LabelsScreen
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES
from tui.widgets.key_footer import KeyFooter
from tui.widgets.line_input import LineInput
from tui.widgets.side_panel import SidePanel

WHOLE = """
[support]
color = "#00ff00"
description = "It is borne out."
examples = ["The records show it.", "We [saw] it."]
key = "S"

["no\u00a0comment"]
key = ["C", "f5"]
"""


def screen_text(app: SanggahApp) -> str:
    return all_text(app)  # type: ignore[arg-type]


def names(app: SanggahApp) -> list[str]:
    return [label.name for label in annotations.labels(app.store)]


@asynccontextmanager
async def editing(folder: Path, *keys: str) -> AsyncIterator[tuple[SanggahApp, Pilot[int]]]:
    async with program(folder, TEXT) as (app, pilot):
        await pilot.press("L")
        await pilot.pause()
        assert isinstance(app.screen, LabelsScreen)
        await pilot.press(*keys)
        await settled(app, pilot)
        yield app, pilot


# In the app


async def test_a_label_is_added_and_tags_with_the_key_of_its_position(tmp_path: Path):
    form = ("a", *"doubt", "tab", "ctrl+u", *"#abc", "tab", *"Not sure.", "tab", *"Maybe so.")
    async with editing(tmp_path, *form, "enter") as (app, pilot):
        assert annotations.labels(app.store)[-1] == Label(
            "doubt", "#aabbcc", "Not sure.\nMaybe so.", 4
        )
        assert message(app) == "Added: doubt"
        shown = screen_text(app)
        assert "4      doubt" in shown
        assert "Not sure. (+1)" in shown
        await pilot.press("escape")
        await pilot.pause()
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        await pilot.press("]", "4")
        await settled(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert [mark.label for mark in app.screen._marks.values()] == ["doubt"]
        await pilot.press("?")
        await pilot.pause()
        assert "doubt: Not sure." in screen_text(app)
        assert "e.g. Maybe so." in screen_text(app)


async def test_a_label_is_renamed_and_described_anew_and_that_is_taken_back(tmp_path: Path):
    async with editing(tmp_path, "j", "enter", "ctrl+u", *"dispute", "enter") as (app, pilot):
        assert names(app) == ["claim", "dispute", "evidence"]
        await pilot.press("u")
        await settled(app, pilot)
        assert names(app) == ["claim", "denial", "evidence"]
        assert "Undone: the label dispute" in message(app)
        await pilot.press("U")
        await settled(app, pilot)
        assert names(app) == ["claim", "dispute", "evidence"]


async def test_labels_are_ordered_and_removed(tmp_path: Path):
    async with editing(tmp_path, "J") as (app, pilot):
        assert names(app) == ["denial", "claim", "evidence"]
        await pilot.press("K", "K")
        await settled(app, pilot)
        assert names(app) == ["claim", "denial", "evidence"]
        assert "It is the first already." in screen_text(app)
        await pilot.press("G", "x")
        await settled(app, pilot)
        assert names(app) == ["claim", "denial"]
        assert list(app.keymap.table["labels"]) == ["claim", "denial"]
        await pilot.press("u")
        await settled(app, pilot)
        assert app.keymap.display("labels", "evidence") == "e"


async def test_a_label_in_use_keeps_its_name_and_is_not_removed(tmp_path: Path):
    async with program(tmp_path, TEXT) as (app, pilot):
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        await pilot.press("]", "d")
        await settled(app, pilot)
        await pilot.press("L", "j", "x")
        await settled(app, pilot)
        assert "denial cannot be removed: 1 annotation has it" in message(app)
        await pilot.press("e", *"s", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LabelForm)
        assert "denial keeps its name: 1 annotation has it" in screen_text(app)
        await pilot.press("backspace", "tab", "ctrl+u", *"#123456", "enter")
        await settled(app, pilot)
        assert annotations.labels(app.store)[1].color == "#123456"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen._labels[1].color == "#123456"
        panel = app.screen.query_one(SidePanel)
        letter = next(s for s in panel.render_line(1) if s.text == "D")
        assert letter.style is not None
        shown = letter_style(Color.parse("#123456"), Color.from_rich_color(letter.style.bgcolor))
        assert letter.style.color == shown.color


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("a", "enter"), "a label needs a name"),
        (("a", *"claim", "enter"), "there is a label claim already"),
        (("a", *"x", "tab", "ctrl+u", *"red", "enter"), "'red' is no color: write #rrggbb"),
    ],
)
async def test_what_is_wrong_in_the_form_is_told_and_the_form_stays(
    tmp_path: Path, keys: tuple[str, ...], said: str
):
    async with editing(tmp_path, *keys) as (app, _):
        assert isinstance(app.screen, LabelForm)
        assert said in " ".join(screen_text(app).split())
        assert len(names(app)) == 3


async def test_the_form_shows_whether_a_color_is_readable_as_it_is(tmp_path: Path):
    async with editing(tmp_path, "a", "tab", "ctrl+u", *"#000000") as (app, pilot):
        assert "4  made lighter or darker in: dark" in screen_text(app)
        await pilot.press("ctrl+u", *"#767676")
        await pilot.pause()
        assert "readable as it is" not in screen_text(app)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 8))
def test_a_letter_of_any_color_can_be_read_in_every_theme(number: int, position: int):
    stored = f"#{number:06x}"
    moved = adjusted_in(stored, position)
    for name, theme in THEMES.items():
        if theme.ansi:
            continue
        assert theme.background is not None
        background = Color.parse(theme.background)
        color = label_color(stored, position, theme.variables)
        look = letter_style(color, background)
        assert look.color is not None
        assert contrast(Color.from_rich_color(look.color), background) >= LEAST_CONTRAST
        if name not in moved:
            assert Color.from_rich_color(look.color) == color


async def test_hostile_labels_of_another_program_are_shown_as_text(tmp_path: Path):
    async with program(tmp_path, TEXT) as (app, pilot):
        app.store.connection.execute(
            "INSERT INTO labels (name, description) VALUES ('[/b]\x1b[31m', '\x1b]52;c;eA==\x07[x]')"
        )
        await pilot.press("L")
        await pilot.pause()
        shown = screen_text(app)
        assert "\x1b" not in shown
        assert "[/b]" in shown
        await pilot.press("G", "enter")
        await pilot.pause()
        assert "\x1b" not in screen_text(app)


@pytest.mark.parametrize("size", [(40, 12), (20, 8), (80, 24)])
async def test_labels_fit_on_screens_of_any_size(tmp_path: Path, size: tuple[int, int]):
    async with program(tmp_path, TEXT) as (app, pilot):
        for number in range(30):
            labels.add(app.store, f"label {number}")
        await pilot.resize_terminal(*size)
        await pilot.press("L", "G")
        await pilot.pause()
        assert "label" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LabelForm)


# From a file


def file_of(folder: Path, text: str) -> Path:
    path = folder / "labels.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_makes_the_labels_of_the_store_its_own(tmp_path: Path):
    path = file_of(tmp_path, WHOLE)
    with open_store(tmp_path / "store.db", "ani") as store:
        file, wrong = take_up(store, path)
        assert wrong == ""
        assert file is not None
        assert [(label.name, label.color) for label in annotations.labels(store)] == [
            ("support", "#00ff00"),
            ("no\u00a0comment", "#d55e00"),
        ]
        description = annotations.labels(store)[0].description
        assert labels.meaning_of(description) == (
            "It is borne out.",
            ["The records show it.", "We [saw] it."],
        )
        many = len(history.log(store))
        assert take_up(store, path)[1] == ""
        assert len(history.log(store)) == many
        keymap, problems = load_keymap(
            None, [label.name for label in annotations.labels(store)], label_file=file
        )
        assert problems == []
        assert keymap.keys("labels", "support") == ("S",)
        assert keymap.keys("labels", "no\u00a0comment") == ("C", "f5")


def test_what_a_file_leaves_out_stays_as_it_was(tmp_path: Path):
    with open_store(tmp_path / "store.db", "ani") as store:
        before = annotations.labels(store)
        take_up(store, file_of(tmp_path, "[evidence]\n[claim]\n[denial]\ncolor = '#111'\n"))
        after = annotations.labels(store)
        assert [label.name for label in after] == ["evidence", "claim", "denial"]
        assert after[0].description == before[2].description
        assert after[1].color == before[0].color
        assert after[2].color == "#111111"


def test_a_label_in_use_stays_behind_those_of_the_file(tmp_path: Path, make_document: Any):
    with open_store(tmp_path / "store.db", "ani") as store:
        article, _ = articles.add(store, make_document("Warga membantah."), source="a.txt")
        annotations.create(store, article, "denial", 0, 5)
        take_up(store, file_of(tmp_path, "[support]\n"))
        assert [label.name for label in annotations.labels(store)] == ["support", "denial"]


def test_names_with_accents_composed_or_not_are_one_in_file_store_and_keys(tmp_path: Path):
    composed, apart = "d\u00e9saveu", "de\u0301saveu"
    with open_store(tmp_path / "store.db", "ani") as store:
        for name in (apart, composed):
            file, wrong = take_up(store, file_of(tmp_path, f'["{name}"]\nkey = "D"\n[claim]\n'))
            assert wrong == ""
            names = [label.name for label in annotations.labels(store)]
            assert names == [composed, "claim"]
            keymap, problems = load_keymap(None, names, label_file=file)
            assert (keymap.keys("labels", composed), problems) == (("D",), [])
        own = tmp_path / "keys.toml"
        own.write_text(f'[labels]\n"{apart}" = "f7"\n', encoding="utf-8")
        keymap, problems = load_keymap(own, names)
        assert (keymap.keys("labels", composed), problems) == (("f7",), [])
        twice = f'["{composed}"]\n\n["{apart}"]\n'
        _, wrong = take_up(store, file_of(tmp_path, twice))
        assert "is there twice, its accents written otherwise" in wrong


async def test_a_name_typed_with_accents_apart_is_taken_for_the_label_that_is_there(
    tmp_path: Path,
):
    async with editing(tmp_path, "a", *"d\u00e9saveu", "enter") as (app, pilot):
        assert names(app)[-1] == "d\u00e9saveu"
        await pilot.press("a")
        await pilot.pause()
        app.screen.query_one("#name", LineInput).value = "de\u0301saveu"
        await pilot.press("enter")
        await pilot.pause()
        assert "already" in screen_text(app)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 0, "there is no label in it; write [claim]"),
        ("color = '#fff'\n", 1, "color is no table; write [color]"),
        ("[claim]\ncolour = '#fff'\n", 2, "[claim] has no field colour; write color"),
        ("[claim]\ncolor = 'red'\n", 2, "'red' is no color: write #rrggbb"),
        ("[claim]\ncolor = 3\n", 2, 'it is no text; write color = "..."'),
        ("[claim]\n\ndescription = ['a']\n", 3, 'write description = "..."'),
        ("[claim]\nexamples = 'a'\n", 2, 'write ["...", "..."]'),
        ("[claim]\nkey = 'nonsense'\n", 2, "[claim] key:"),
        ("[claim]\nkey = 3\n", 2, 'a key is a text; write "c"'),
        ("[' claim']\n", 1, "there are blanks around the name"),
        ("['']\n", 1, "a label needs a name"),
        ("[claim\n", 1, "not TOML"),
        ("[claim]\n[claim]\n", 2, "write each label and each of its fields once"),
        ("[" * 3000, 0, "TOML"),
        ('["\\u001b[31m"]\n', 1, "a label's name is one line"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, text: str, line: int, said: str
):
    path = file_of(tmp_path, text)
    file, problems = read_label_file(path)
    assert file is None
    assert said in problems[0].message
    assert "\x1b" not in str(problems[0])
    if line:
        assert problems[0].line == line
    with open_store(tmp_path / "store.db", "ani") as store:
        before = annotations.labels(store)
        assert take_up(store, path) == (None, str(problems[0]))
        assert annotations.labels(store) == before


@pytest.mark.parametrize("key", ["j", "1", "?", "]"])
def test_a_key_that_is_taken_is_told_with_the_line_of_the_file(tmp_path: Path, key: str):
    path = file_of(tmp_path, f'[claim]\ncolor = "#fff"\nkey = "{key}"\n')
    file, _ = read_label_file(path)
    keymap, problems = load_keymap(None, ["claim"], label_file=file)
    assert str(problems[0]).startswith(f"{path}:3: [labels] claim:")
    assert keymap.keys("labels", "claim") == ("c",)


def test_the_file_in_the_docs_is_right(tmp_path: Path):
    page = (Path(__file__).parents[2] / "docs" / "labels.md").read_text(encoding="utf-8")
    file, problems = read_label_file(file_of(tmp_path, page.split("```toml\n")[1].split("```")[0]))
    assert problems == []
    assert file is not None
    keymap, problems = load_keymap(None, [label.name for label in file.labels], label_file=file)
    assert problems == []
    assert keymap.keys("labels", "no comment") == ("C", "f5")


def test_ones_own_keys_come_before_those_of_the_file(tmp_path: Path):
    file, _ = read_label_file(file_of(tmp_path, '[claim]\nkey = "C"\n[denial]\nkey = "D"\n'))
    own = tmp_path / "keys.toml"
    own.write_text('[labels]\nclaim = "f7"\n')
    keymap, problems = load_keymap(own, ["claim", "denial"], label_file=file)
    assert problems == []
    assert keymap.keys("labels", "claim") == ("f7",)
    assert keymap.keys("labels", "denial") == ("D",)


def test_the_file_beside_the_store_comes_before_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    own = tmp_path / "config" / "sanggah" / "labels.toml"
    beside, store = tmp_path / "labels.toml", tmp_path / "store.db"
    assert find_label_file(None, store) is None
    own.parent.mkdir(parents=True)
    own.touch()
    assert find_label_file(None, store) == own
    beside.touch()
    assert find_label_file(None, store) == beside
    assert find_label_file(own, store) == own


async def test_labels_of_a_file_are_changed_there_and_the_screen_says_so(tmp_path: Path):
    with open_store(tmp_path / "store.db", "ani") as store:
        keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        app = SanggahApp(
            store, keymap, state_folder=tmp_path / "state", label_file=tmp_path / "labels.toml"
        )
        async with app.run_test(size=(160, 24)) as pilot:
            await pilot.press("L")
            await pilot.pause()
            assert "Change these in their file, read at each start:" in screen_text(app)
            footer = app.screen.query_one(KeyFooter).render_line(0).text
            assert footer.split() == ["esc", "close"]
            for key in ("a", "e", "J", "K", "x", "u", "U"):
                await pilot.press(key)
                await pilot.pause()
                assert isinstance(app.screen, LabelsScreen)
                assert "The labels come from" in screen_text(app), key
                app.screen.show_problem("")
            assert names(app) == ["claim", "denial", "evidence"]
        app.writer.close()
