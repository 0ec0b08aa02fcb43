from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events, on
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.keymap import bind, load_keymap
from tui.terminal_text import folded, one_line
from tui.widgets.choices import Choices
from tui.widgets.key_footer import KeyFooter
from tui.widgets.line_input import LineInput, pasted_line
from tui.widgets.prompt import SEARCH_SWITCHES, Prompt

SPEAKERS = ("Siti Aminah", "Björn Åkesson", "PT. [bold]Maju[/bold]", "Sitor", "Joko")


class Behind(Widget, can_focus=True):
    """What lies behind the prompt: takes the focus and fills the screen."""

    DEFAULT_CSS = "Behind { height: 1fr; }"

    def render(self) -> str:
        return "\n".join(f"line {number}" for number in range(1, 60))


class Asking(App[None]):
    """A screen that asks."""

    def __init__(self) -> None:
        super().__init__()
        self.keymap, _ = load_keymap()
        self.heard: list[tuple[Any, ...]] = []

    def compose(self) -> ComposeResult:
        yield Behind()
        yield KeyFooter(self.keymap, "reader")
        yield Prompt(self.keymap)

    def on_mount(self) -> None:
        bind(self, self.keymap, "app")
        bind(self.screen, self.keymap, "reader")
        self.query_one(Behind).focus()

    @property
    def prompt(self) -> Prompt:
        return self.query_one(Prompt)

    @on(Prompt.Changed)
    def hear_change(self, message: Prompt.Changed) -> None:
        self.heard.append(("changed", message.name, message.value))

    @on(Prompt.Accepted)
    def hear_answer(self, message: Prompt.Accepted) -> None:
        self.heard.append(("accepted", message.name, message.value))

    @on(Prompt.Left)
    def hear_leaving(self, message: Prompt.Left) -> None:
        self.heard.append(("left", message.name, message.draft, message.changed))


async def test_what_is_typed_is_accepted_and_the_focus_goes_back():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note")
        await pilot.press("s", "a", "w", "space", "i", "t", "enter")
        assert app.heard == [("accepted", "note", "saw it")]
        assert not app.prompt.is_open
        assert isinstance(app.focused, Behind)


async def test_leaving_gives_the_draft_and_opening_with_it_goes_on_from_there():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note")
        await pilot.press("a", "b", "escape")
        assert app.heard == [("left", "note", "ab", True)]
        app.prompt.open("note", "Note", "ab")
        await pilot.press("end", "c", "enter")
        assert app.heard[-1] == ("accepted", "note", "abc")


@pytest.mark.parametrize(("live", "after"), [(False, "lama!"), (True, "!")])
async def test_typing_goes_on_with_what_stood_there_and_a_search_begins_anew(
    live: bool, after: str
):
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note", "lama", live=live)
        await pilot.pause()
        await pilot.press("!")
        assert app.prompt.value == after


async def test_typing_narrows_the_choices_without_regard_to_case_and_accents():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("speaker", "Who says it?", choices=SPEAKERS)
        await pilot.press(*"bjorn ake")
        assert app.query_one(Choices).found == (1,)
        await pilot.press("enter")
        assert app.heard == [("accepted", "speaker", "Björn Åkesson")]


async def test_the_highlight_moves_and_the_words_as_typed_can_still_be_taken():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("speaker", "Who says it?", choices=SPEAKERS)
        await pilot.press("s", "i", "t", "down")
        assert app.query_one(Choices).highlighted == 3
        await pilot.press("up", "up", "enter")
        assert app.heard == [("accepted", "speaker", "sit")]


async def test_an_empty_line_is_accepted_as_empty_although_there_are_choices():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("speaker", "Who says it?", "Joko", choices=SPEAKERS)
        await pilot.press("ctrl+u", "enter")
        assert app.heard == [("accepted", "speaker", "")]


async def test_where_only_choices_are_allowed_other_words_are_not_taken():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("label", "Label", choices=("claim", "denial"), allow_free=False)
        assert app.query_one(Choices).highlighted == 0
        await pilot.press("x", "enter")
        assert app.heard == []
        assert app.prompt.is_open
        await pilot.press("backspace", "d", "e", "n", "enter")
        assert app.heard == [("accepted", "label", "denial")]


async def test_a_live_prompt_tells_every_change_and_others_do_not():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("search", "Search", live=True)
        await pilot.press("a", "b")
        app.prompt.close()
        app.prompt.open("note", "Note", "old")
        await pilot.press("c")
        assert app.heard == [("changed", "search", "a"), ("changed", "search", "ab")]


async def test_the_text_behind_neither_moves_nor_changes_its_size():
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.query_one(Behind).region
        app.prompt.open("speaker", "Who says it?", choices=SPEAKERS)
        await pilot.pause()
        assert app.query_one(Behind).region == before
        assert app.prompt.region.bottom == app.query_one(KeyFooter).region.y
        assert app.query_one(Choices).region.height == len(SPEAKERS)


async def test_keys_of_the_screen_below_do_nothing_while_the_prompt_is_open():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note")
        await pilot.pause()
        active = {binding.binding.id for binding in app.screen.active_bindings.values()}
        assert not any(str(name).startswith(("reader.", "labels.")) for name in active)
        assert "app.help" not in active
        assert "app.suspend" in active


async def test_a_click_takes_a_choice():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("speaker", "Who says it?", choices=SPEAKERS)
        await pilot.pause()
        await pilot.click(Choices, offset=(3, 2))
        assert app.heard == [("accepted", "speaker", SPEAKERS[2])]


async def test_a_click_elsewhere_leaves_the_prompt_and_keeps_the_draft():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note")
        await pilot.press("a")
        await pilot.click(Behind, offset=(3, 2))
        await pilot.pause()
        assert app.heard == [("left", "note", "a", True)]
        assert isinstance(app.focused, Behind)


async def test_a_note_of_several_lines_comes_back_with_its_line_feeds():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note", "one\ntwo")
        await pilot.pause()
        assert app.query_one(LineInput).value == "one␊two"
        await pilot.press("enter")
        app.prompt.open("note", "Note", "one\ntwo")
        await pilot.press("end", "s", "enter")
        assert [heard[2] for heard in app.heard] == ["one\ntwo", "one\ntwos"]


async def test_marks_of_direction_in_a_value_are_kept_where_nothing_was_typed():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note", "a\u200fb")
        assert "\u200f" not in app.query_one(LineInput).value
        await pilot.press("enter")
        assert app.heard == [("accepted", "note", "a\u200fb")]


async def test_a_paste_becomes_one_line_without_controls():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open("note", "Note")
        await pilot.pause()
        app.query_one(LineInput).post_message(
            events.Paste("one\r\n\ttwo\x1b]52;c;eA==\x07\u202e\u2028three\n")
        )
        await pilot.pause()
        await pilot.press("enter")
        assert app.heard == [("accepted", "note", "one two]52;c;eA== three")]


async def test_hostile_titles_and_choices_are_shown_and_do_not_crash():
    app = Asking()
    async with app.run_test() as pilot:
        app.prompt.open(
            "speaker", "see [/ and [0] \x1b[31m", "[/", choices=("[/b]", "\x1b]0;x\x07")
        )
        await pilot.pause()
        await pilot.press("down", "enter")
        assert app.heard == [("accepted", "speaker", "[/b]")]


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (10, 3), (200, 60)])
async def test_the_prompt_fits_on_small_and_large_screens(size: tuple[int, int]):
    app = Asking()
    async with app.run_test(size=size) as pilot:
        app.prompt.open("speaker", "Who says it?", choices=[f"Speaker {n}" for n in range(40)])
        await pilot.pause()
        assert app.query_one(LineInput).region.bottom <= size[1]
        assert app.query_one(LineInput).region.y >= 0


async def test_textuals_own_keys_of_a_line_are_those_that_are_documented():
    ours = LineInput()
    theirs = {
        (key, binding.action) for key, binding in Input._merged_bindings or () if "super" not in key
    }
    assert {(key, binding.action) for key, binding in ours._bindings} <= theirs


@given(st.text())
def test_a_pasted_line_is_one_line_that_is_safe_to_show(text: str):
    line = pasted_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("typed", "choice"),
    [("AKESSON", "Åkesson"), ("strasse", "Straße"), ("ﬁ", "FI"), ("é", "e\u0301")],
)
def test_case_and_accents_make_no_difference(typed: str, choice: str):
    assert folded(typed) in folded(choice)


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (90, "Search in it  ·  ctrl+r regular expression: on  ·  ctrl+t whole words: off"),
        (70, "Search in it  ·  ctrl+r expression: on  ·  ctrl+t words: off"),
        (40, "regular expression  ·  Search in it"),
        (22, "regular expression"),
    ],
)
async def test_what_a_search_is_switched_to_is_said_in_any_width(width: int, title: str):
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        app.prompt.open("search", "Search in it", switches=SEARCH_SWITCHES)
        await pilot.press("ctrl+r")
        await pilot.resize_terminal(width, 24)
        await pilot.pause()
        assert str(app.prompt.query_one(Static).render()) == title


async def test_a_letter_lays_nothing_out_and_a_long_line_follows_its_cursor(
    monkeypatch: pytest.MonkeyPatch,
):
    app = Asking()
    async with app.run_test(size=(60, 20)) as pilot:
        app.prompt.open("note", "Note")
        await pilot.pause()
        layouts: list[object] = []
        lay_out = app.screen._refresh_layout

        def noted(*args: Any, **options: Any) -> None:
            layouts.append(args)
            lay_out(*args, **options)

        monkeypatch.setattr(app.screen, "_refresh_layout", noted)
        line = app.prompt.query_one(LineInput)
        await pilot.press(*"satu dua")
        assert layouts == []
        line.insert_text_at_cursor("kata " * 40)
        await pilot.press("x")
        await pilot.pause()
        assert "kata x" in line.render_line(0).text
        await pilot.press("home")
        await pilot.pause()
        assert line.render_line(0).text.startswith("satu dua")
