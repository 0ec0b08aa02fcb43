from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.containers import Vertical
from textual.widgets import Static

from store import Metadata
from tests.tui.dialog_host import DialogHost
from tui.screens.export import ExportChoice, ExportScreen
from tui.screens.mend import MendScreen
from tui.screens.picker import Picker
from tui.widgets.choices import Choices
from tui.widgets.line_input import LineInput
from tui.widgets.one_of import OneOf

STYLES = ("Plain", "Markdown", "APA", "BibTeX", "RIS", "CSL-JSON")
HOSTILE = ("see [/ and [0]", "[link=x]\x1b]52;c;eA==\x07", "\u202eabc", "新聞" * 60)
KNOWN = Metadata(
    title="Judul berita",
    byline="Sari",
    outlet="Harian",
    published="2024-05-31",
    url="https://example.org/berita",
)
SIZES = [(80, 24), (40, 12), (40, 24), (20, 8)]


def all_text(app: DialogHost) -> str:
    """What the screen shows, as text."""
    _, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines[:height])


# Picker


async def test_the_picker_answers_with_the_place_of_the_highlighted_option():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(Picker("Citation style", STYLES, current=2))
        await pilot.pause()
        await pilot.press("down", "enter")
        assert app.answers == [3]


async def test_typing_in_the_picker_finds_an_option_and_answers_with_its_place_in_the_whole_list():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(Picker("Citation style", STYLES))
        await pilot.pause()
        await pilot.press(*"json", "enter")
        assert app.answers == [5]


async def test_leaving_the_picker_answers_none():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(Picker("Citation style", STYLES))
        await pilot.pause()
        await pilot.press("x", "y", "enter", "escape")
        assert app.answers == [None]


async def test_the_highlight_goes_round_the_end_of_the_list():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(Picker("Citation style", STYLES))
        await pilot.pause()
        await pilot.press("up", "enter")
        assert app.answers == [5]


async def test_an_option_can_be_clicked():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(Picker("Citation style", STYLES))
        await pilot.pause()
        await pilot.click(Choices, offset=(3, 1))
        assert app.answers == [1]


async def test_clicking_the_line_that_says_how_many_follow_shows_them_and_takes_none():
    app = DialogHost()
    async with app.run_test(size=(80, 12)) as pilot:
        app.ask(Picker("Outlet", [f"Outlet {number}" for number in range(30)]))
        await pilot.pause()
        await pilot.click(Choices, offset=(3, 6))
        await pilot.pause()
        assert app.answers == []
        assert "  Outlet 6" in all_text(app)


async def test_a_long_list_scrolls_to_the_current_option():
    app = DialogHost()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Picker("Outlet", [f"Outlet {number}" for number in range(500)], current=444))
        await pilot.pause()
        assert "› Outlet 444" in all_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_picker_shows_hostile_options_on_screens_of_any_size(size: tuple[int, int]):
    app = DialogHost()
    async with app.run_test(size=size) as pilot:
        app.ask(Picker(HOSTILE[0], HOSTILE))
        await pilot.pause()
        shown = all_text(app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "see [/ and [0]" in shown
        await pilot.press("enter")
        assert app.answers == [0]


async def test_a_picker_with_nothing_to_pick_can_only_be_left():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(Picker("Outlet", []))
        await pilot.pause()
        await pilot.press("down", "enter", "a", "enter")
        assert app.answers == []
        await pilot.press("escape")
        assert app.answers == [None]


# Palette


async def test_the_palette_finds_an_action_by_its_name_and_calls_it():
    app = DialogHost()
    async with app.run_test() as pilot:
        await pilot.press("colon")
        await pilot.pause()
        await pilot.press(*"next quote", "enter")
        await pilot.pause()
        assert app.page.called == [("next_quote", ())]


async def test_the_palette_tags_with_a_label_whatever_its_name():
    app = DialogHost(["claim", 'it\'s [/b] "so"'])
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"it's", "enter")
        await pilot.pause()
        assert app.page.called == [("tag", ('it\'s [/b] "so"',))]


async def test_the_palette_shows_the_keys_of_the_actions():
    app = DialogHost()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        assert "c            Tag with the label claim" in all_text(app)


# Keys call actions


async def test_keys_call_the_actions_that_they_are_bound_to():
    app = DialogHost()
    async with app.run_test() as pilot:
        await pilot.press("j", "right_square_bracket", "d", "3", "down")
        assert app.page.called == [
            ("next_sentence", ()),
            ("next_quote", ()),
            ("tag", ("denial",)),
            ("tag_by_position", (3,)),
            ("next_sentence", ()),
        ]


# Mending


async def test_mending_answers_with_what_was_changed_alone():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(MendScreen(KNOWN))
        await pilot.pause()
        await pilot.press("end", "!", "tab", "tab", "ctrl+a", "ctrl+k", "enter")
        assert app.answers == [{"title": "Judul berita!", "outlet": ""}]


@pytest.mark.parametrize("written", ["31 May 2024", "2024-13-01", "2024-05-31T10:00", "kemarin"])
async def test_a_wrong_date_is_said_in_one_line_and_the_form_stays(written: str):
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(MendScreen(KNOWN))
        await pilot.pause()
        date = app.screen.query_one("#published", LineInput)
        date.value = written
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == []
        problem = app.screen.query_one(".dialog--problem", Static)
        assert problem.display
        assert str(problem.content).startswith("! ")
        assert app.focused is date
        date.value = "2024-06-01T10:00+07:00"
        await pilot.press("enter")
        assert app.answers == [{"published": "2024-06-01T10:00+07:00"}]


async def test_leaving_the_form_changes_nothing():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(MendScreen(KNOWN))
        await pilot.pause()
        await pilot.press("x", "escape")
        assert app.answers == [None]


async def test_tab_goes_round_the_five_fields():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(MendScreen(KNOWN))
        await pilot.pause()
        seen = []
        for _ in range(6):
            seen.append(app.focused.id if app.focused else None)
            await pilot.press("tab")
        assert seen == ["title", "byline", "outlet", "published", "url", "title"]
        await pilot.press("shift+tab", "up")
        assert app.focused is not None
        assert app.focused.id == "url"


async def test_a_field_with_strange_characters_that_nobody_touched_is_no_change():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(MendScreen(Metadata(title="a\u200fb\x1b[31m", outlet="[/b]")))
        await pilot.pause()
        assert "\x1b" not in all_text(app)
        await pilot.press("enter")
        assert app.answers == [{}]


# Exporting


async def test_exporting_asks_for_format_file_and_what_to_take():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(ExportScreen(["claim", "denial"], ["ayu"], article="Judul"))
        await pilot.pause()
        await pilot.press("right", "right", "tab", "tab", "space", "tab", "left", "tab")
        await pilot.press("right", "tab", "right", "enter")
        assert app.answers == [
            ExportChoice("markdown", Path("annotations.md"), "source", "denial", "ayu", True)
        ]


async def test_a_file_that_was_named_by_hand_keeps_its_name():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(ExportScreen([]))
        await pilot.pause()
        app.screen.query_one("#file", LineInput).value = "mine.txt"
        await pilot.press("right", "enter")
        assert [answer.path for answer in app.answers] == [Path("mine.txt")]


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(tmp_path: Path):
    there = tmp_path / "there.csv"
    there.write_text("x")
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(ExportScreen([]))
        await pilot.pause()
        app.screen.query_one("#file", LineInput).value = str(there)
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == []
        await pilot.press("enter")
        assert app.answers[0].path == there


@pytest.mark.parametrize("written", ["", "   ", ".", "/", "no/such/folder/x.csv", "a\x00b/c"])
async def test_a_place_that_cannot_hold_the_file_is_said_and_the_form_stays(written: str):
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(ExportScreen([]))
        await pilot.pause()
        app.screen.query_one("#file", LineInput).value = written
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == []
        assert app.screen.query_one(".dialog--problem").display


async def test_a_click_changes_a_value():
    app = DialogHost()
    async with app.run_test() as pilot:
        app.ask(ExportScreen([]))
        await pilot.pause()
        await pilot.click("#format")
        assert app.screen.query_one("#format", OneOf).value == "jsonl"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "make",
    [
        lambda: MendScreen(Metadata(title=HOSTILE[1], byline=HOSTILE[3])),
        lambda: ExportScreen(HOSTILE, HOSTILE, article=HOSTILE[1]),
    ],
    ids=["mend", "export"],
)
async def test_forms_fit_on_small_screens_and_every_field_can_be_reached(
    make: Any, size: tuple[int, int]
):
    app = DialogHost()
    async with app.run_test(size=size) as pilot:
        app.ask(make())
        await pilot.pause()
        assert "\x1b" not in all_text(app)
        for _ in range(len(app.screen.focus_chain)):
            await pilot.press("tab")
            await pilot.pause()
            assert app.focused is not None
            assert 0 <= app.focused.region.y < size[1]


# Pictures


def test_the_mend_form_looks_as_it_did(snap_compare: Any):
    async def open_it(pilot: Any) -> None:
        pilot.app.ask(MendScreen(KNOWN))
        await pilot.pause()

    assert snap_compare(DialogHost(), terminal_size=(80, 24), run_before=open_it)


def test_the_picker_looks_as_it_did(snap_compare: Any):
    async def open_it(pilot: Any) -> None:
        pilot.app.ask(Picker("Citation style", STYLES, current=2))
        await pilot.pause()

    assert snap_compare(DialogHost(), terminal_size=(80, 24), run_before=open_it)


def test_the_export_form_looks_as_it_did(snap_compare: Any):
    async def open_it(pilot: Any) -> None:
        pilot.app.ask(ExportScreen(["claim", "denial"], ["ayu"], article="Judul berita"))
        await pilot.pause()

    assert snap_compare(DialogHost(), terminal_size=(80, 24), run_before=open_it)


@pytest.mark.parametrize(("longest", "width"), [(10, 60), (70, 76), (200, 90)])
async def test_a_picker_is_as_wide_as_its_longest_choice_within_bounds(longest: int, width: int):
    app = DialogHost()
    async with app.run_test(size=(120, 24)) as pilot:
        app.push_screen(Picker("Which?", ["a", "b" * longest]))
        await pilot.pause()
        assert app.screen.query_one(Vertical).size.width + 4 == width
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert app.screen.query_one(Vertical).size.width + 4 == 40
