from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content

from store import Label
from tests.tui.dialog_host import LABELS, DialogHost
from tests.tui.test_dialogs import all_text
from tui.actions import ACTIONS, CONTEXTS
from tui.key_pages import matching, sections
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


def test_a_label_is_shown_with_what_it_means_and_examples():
    keymap, _ = load_keymap(None, LABELS)
    meant = [
        Label("claim", "#ffcc00", "a thing\x1b[31m [/b]\nThe bridge stands.\n\nIt [fell].", 1),
        Label("denial", "#ff6666", "", 2),
    ]
    page = help_page(sections(keymap, ["labels"], meant), 120).plain
    assert "claim: a thing␛[31m [/b]" in page
    assert "e.g. The bridge stands." in page
    assert "e.g. It [fell]." in page
    assert "denial\n" in page


def test_a_label_without_a_key_of_its_own_is_shown_with_that_of_its_position():
    keymap, _ = load_keymap(None, ["doubt", "claim"])
    meant = [Label("doubt", "#ffcc00", "Not sure.", 1), Label("claim", "#ff6666", "So.", 2)]
    (section,) = sections(keymap, ["labels"], meant)
    assert [row.keys for row in section.rows] == ["1", "c"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("note", {"note"}),
        ("NOTE write", {"note"}),
        ("select sentence", {"next_sentence", "previous_sentence"}),
        ("esc", {"leave"}),
        ("no such thing", set()),
    ],
)
def test_what_is_typed_is_looked_for_in_keys_headings_and_descriptions(words: str, found: set[str]):
    keymap, _ = load_keymap(None, LABELS)
    pages = matching(sections(keymap, ["reader"]), words)
    names = {row.action for page in pages for row in page.rows}
    assert found <= names
    assert len(names) <= 8
    if not found:
        assert pages == []


def test_nothing_typed_finds_everything():
    keymap, _ = load_keymap(None, LABELS)
    pages = sections(keymap, list(CONTEXTS), MEANINGS)
    assert matching(pages, "  ") == pages


async def test_the_help_is_narrowed_while_one_types_and_escape_shows_all_again():
    app = DialogHost()
    async with app.run_test(size=(80, 40)) as pilot:
        screen = open_help(app)
        await pilot.pause()
        await pilot.press("slash", *"source j")
        await pilot.pause()
        assert "Nothing like that. esc shows all again." in all_text(app)
        await pilot.press("backspace", "backspace")
        await pilot.pause()
        shown = all_text(app)
        assert "Show the source with hidden lines" in shown
        assert "Next sentence" not in shown
        await pilot.press("enter")
        await pilot.press("j")
        assert "Next sentence" not in all_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Next sentence" in all_text(app)
        assert app.screen is screen
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.page


async def test_the_page_scrolls_while_one_types():
    app = DialogHost()
    async with app.run_test(size=(80, 20)) as pilot:
        screen = open_help(app)
        await pilot.pause()
        await pilot.press("slash", "e", "down", "down")
        assert screen.query_one("#page").scroll_offset.y == 2


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
