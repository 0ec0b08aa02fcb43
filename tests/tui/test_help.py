from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content

from store import Label
from tests.tui.dialog_host import LABELS, DialogHost
from tui.actions import ACTIONS, CONTEXTS
from tui.key_pages import sections
from tui.keymap import load_keymap
from tui.screens.help import HelpScreen, help_page
from tui.widgets.prompt import Prompt

MEANINGS = [
    Label("claim", "#ffcc00", "What somebody says is so, whether or not it is borne out", 1),
    Label("denial", "#ff6666", "That something said or done is not so", 2),
]


def open_help(app: DialogHost) -> HelpScreen:
    screen = HelpScreen(app.keymap, ["labels", "reader", "app"], MEANINGS)
    app.push_screen(screen)
    return screen


def test_the_help_names_every_action_of_its_contexts_with_its_keys():
    keymap, _ = load_keymap(None, LABELS)
    for context in CONTEXTS:
        page = " ".join(help_page(sections(keymap, [context]), 120).plain.split())
        for action in keymap.actions(context):
            keys = keymap.display_all(context, action.name)
            assert f"{keys} {action.description}" in page, f"{context}.{action.name}"


def test_actions_stand_under_the_headings_of_their_groups_in_order():
    keymap, _ = load_keymap(None, LABELS)
    headings = [section.heading for section in sections(keymap, ["reader", "app"])]
    groups = list(dict.fromkeys(action.group for action in ACTIONS["reader"].values()))
    assert headings == [*groups, "Everywhere"]


def test_a_label_is_shown_with_what_it_means():
    keymap, _ = load_keymap(None, LABELS)
    page = help_page(sections(keymap, ["labels"], {"claim": "a thing\x1b[31m [/b]"}), 120).plain
    assert "Tag with the label claim: a thing␛[31m [/b]" in page


def test_an_action_without_a_key_is_still_named():
    keymap, _ = load_keymap(default="[help]\nleave = 'q'\n")
    page = help_page(sections(keymap, ["help"]), 80).plain
    assert "- " in page
    assert "A page down" in page


@pytest.mark.parametrize("width", [1, 20, 40, 80, 200])
def test_the_page_can_be_set_for_any_width(width: int):
    keymap, _ = load_keymap(None, LABELS)
    assert isinstance(help_page(sections(keymap, list(CONTEXTS)), width), Content)


async def test_the_help_scrolls_and_closes_by_its_keys():
    app = DialogHost()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = open_help(app)
        await pilot.pause()
        page = screen.query_one("#page")
        await pilot.press("j", "j", "k")
        assert page.scroll_offset.y == 1
        await pilot.press("space")
        assert page.scroll_offset.y > 5
        await pilot.press("G")
        assert page.scroll_offset.y == page.max_scroll_y > 20
        await pilot.press("g")
        assert page.scroll_offset.y == 0
        await pilot.press("question_mark")
        assert app.screen is app.page


async def test_the_keys_of_the_screen_below_do_nothing_under_the_help():
    app = DialogHost()
    async with app.run_test() as pilot:
        open_help(app)
        await pilot.pause()
        await pilot.press("c", "right_square_bracket", "1")
        assert app.page.called == []


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (200, 60)])
async def test_the_help_opens_on_screens_of_any_size(size: tuple[int, int]):
    app = DialogHost()
    async with app.run_test(size=size) as pilot:
        screen = open_help(app)
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert screen.query_one("#page").region.width <= 60


def test_the_help_looks_as_it_did(snap_compare: Any):
    async def open_it(pilot: Any) -> None:
        open_help(pilot.app)
        await pilot.pause()

    assert snap_compare(DialogHost(), terminal_size=(80, 24), run_before=open_it)


def test_the_prompt_looks_as_it_did(snap_compare: Any):
    async def open_it(pilot: Any) -> None:
        prompt = Prompt(pilot.app.keymap)
        await pilot.app.screen.mount(prompt)
        prompt.open("speaker", "Who says it?", choices=["Sri Rahayu", "Budi", "Siti"])
        await pilot.press("s")
        await pilot.pause()

    assert snap_compare(DialogHost(), terminal_size=(80, 24), run_before=open_it)
