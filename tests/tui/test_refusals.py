"""No action is silent: it does something that can be seen, or it says why it does nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from store import ArticleQuery, articles, open_store, read_document
from tests.tui.test_reader import TEXT
from tui.actions import ACTIONS
from tui.app import SanggahApp
from tui.commands import Command, commands_of
from tui.keymap import action_call, load_keymap
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.key_footer import KeyFooter
from tui.widgets.prompt import Prompt
from tui.widgets.side_panel import SidePanel

LABELS = ["claim", "denial", "evidence"]
BARE = "x"
#: What ends the program, hands the terminal over, or is the palette's own.
_LEFT_OUT = {"suspend", "command_palette", "quit", "copy_citation", "leave"}


@asynccontextmanager
async def program(folder: Path, *texts: str) -> AsyncIterator[tuple[SanggahApp, Pilot[int]]]:
    with open_store(folder / "store.db", "ani") as store:
        for number, text in enumerate(texts):
            articles.add(store, read_document(text), source=f"{number}.txt")
        keymap, _ = load_keymap(None, LABELS)
        app = SanggahApp(store, keymap, state_folder=folder / "state")
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            yield app, pilot
        app.writer.drain(5)
        app.writer.close()


def state(app: SanggahApp) -> list[Any]:
    """All of the program that a person can see to have changed."""
    screen = app.screen
    seen: list[Any] = [len(app.screen_stack), type(screen).__name__, repr(screen.focused)]
    seen += [(f.message, f.status, f.context) for f in screen.query(KeyFooter)]
    seen += [prompt.is_open for prompt in screen.query(Prompt)]
    if isinstance(screen, ReaderScreen):
        view, panel = screen.query_one(ArticleView), screen.query_one(SidePanel)
        opened = screen._open
        assert opened is not None
        seen += [view.selection, view.source, view.scroll_offset, screen.jump, screen._relabelling]
        seen += [list(screen._marks.values()), opened.article.id, opened.review.state, opened.lines]
        seen += [screen._column.display, screen._column.size, panel.cursor, panel.filter]
    if isinstance(screen, LibraryScreen):
        rows = screen.query_one(ArticleList)
        seen += [rows.current_seq, rows.scroll_offset, screen.query_shown]
    return seen


async def settled(app: SanggahApp, pilot: Pilot[int]) -> None:
    await asyncio.to_thread(app.writer.drain, 10)
    await pilot.pause()


async def silent(app: SanggahApp, pilot: Pilot[int], command: Command) -> bool:
    """Whether nothing is to be seen after an action; what it opened is closed again."""
    screen = app.screen
    focused = screen.focused
    app.say("")
    await pilot.pause()
    before = state(app)
    await app.run_action(command.call, command.node)
    await settled(app, pilot)
    if state(app) == before:  # what comes from a thread takes its time
        await pilot.pause(0.3)
    found = state(app) == before
    while app.screen is not screen and len(app.screen_stack) > 1:
        app.pop_screen()
        await pilot.pause()
    for prompt in screen.query(Prompt):
        prompt.close()
    if focused is not None:
        screen.set_focus(focused)
    await pilot.pause()
    return found


def commands(app: SanggahApp, *contexts: str) -> list[Command]:
    """The actions of the present place that belong to these contexts."""
    names = {action_call(context, name) for context in contexts for name in ACTIONS[context]}
    if "labels" in contexts:
        names |= {action_call("labels", name) for name in LABELS}
    return [
        command
        for command in commands_of(app.screen, app.keymap)
        if command.call in names and command.call.removeprefix("app.") not in _LEFT_OUT
    ]


async def open_first(app: SanggahApp, pilot: Pilot[int]) -> str:
    """Open the first article, and say which it is."""
    row = articles.first(app.store, ArticleQuery(), 1)[0]
    app.open_reader(row.id, ArticleQuery())
    await pilot.pause()
    return row.id


READER_STATES: dict[str, tuple[str, tuple[str, ...]]] = {
    "at the start": (TEXT, ()),
    "at the end": (TEXT, ("G",)),
    "on a mark": (TEXT, ("]", "c")),
    "nothing to read": (BARE, ()),
}


@pytest.mark.parametrize(("text", "keys"), READER_STATES.values(), ids=list(READER_STATES))
async def test_no_action_of_the_reader_is_silent(tmp_path: Path, text: str, keys: tuple[str, ...]):
    async with program(tmp_path, text) as (app, pilot):
        row = await open_first(app, pilot)
        await pilot.press(*keys)
        await settled(app, pilot)
        mute = []
        for command in commands(app, "reader", "labels", "app"):
            if await silent(app, pilot, command):
                mute.append(command.call)
            if not isinstance(app.screen, ReaderScreen):
                app.open_reader(row, ArticleQuery())
                await pilot.pause()
        assert mute == []


@pytest.mark.parametrize("keys", [(), ("]", "c"), ("]", "c", "]", "d", "P", "f", "escape")])
@pytest.mark.parametrize("text", [TEXT, BARE], ids=["news", "bare"])
async def test_no_action_of_the_panel_is_silent(tmp_path: Path, text: str, keys: tuple[str, ...]):
    async with program(tmp_path, text) as (app, pilot):
        await open_first(app, pilot)
        await pilot.press(*keys, "P")
        await settled(app, pilot)
        mute = []
        for command in commands(app, "panel"):
            app.screen.query_one(SidePanel).focus()
            await pilot.pause()
            if await silent(app, pilot, command):
                mute.append(command.call)
        assert mute == []


@pytest.mark.parametrize("texts", [(), (TEXT,)], ids=["empty", "one article"])
async def test_no_action_of_the_library_is_silent(tmp_path: Path, texts: tuple[str, ...]):
    async with program(tmp_path, *texts) as (app, pilot):
        mute = []
        for command in commands(app, "library", "app"):
            if await silent(app, pilot, command):
                mute.append(command.call)
        assert mute == []


async def test_the_palette_names_what_cannot_be_done_now_and_why(tmp_path: Path):
    async with program(tmp_path, TEXT) as (app, pilot):
        refused = {command.call: command.refusal for command in commands(app, "library", "app")}
        assert refused["clear"] == "no search and no filter"
        assert refused["undo"] == "nothing to undo"
        assert refused["open_article"] == ""
        await open_first(app, pilot)
        refused = {command.call: command.refusal for command in commands(app, "reader")}
        assert refused["repeat_tag"] == "nothing tagged yet"
        assert refused["next_hit"] == "no search yet"
        assert refused["note"] == refused["relabel"] == "no annotation here"
        assert refused["next_quote"] == refused["next_sentence"] == ""
        await pilot.press("]", "c", "/", *"kata", "enter", "[")
        await settled(app, pilot)
        refused = {command.call: command.refusal for command in commands(app, "reader")}
        may = ("repeat_tag", "next_hit", "note", "relabel", "undo", "respan", "next_annotation")
        assert {call for call in may if refused[call]} == set()
        assert refused["redo"] == "nothing to redo here"


async def test_what_the_palette_refuses_is_told_and_the_palette_stays(tmp_path: Path):
    async with program(tmp_path, TEXT) as (app, pilot):
        await open_first(app, pilot)
        await pilot.press(":", *"next hit", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Picker)
        problem = app.screen.query_one(".dialog--problem", Static)
        assert problem.display
        assert "Not now: no search yet." in str(problem.render())
        await pilot.press("ctrl+u", *"next quote", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        view = app.screen.query_one(ArticleView)
        assert view.text[slice(*view.selection.span)] == '"Proyek ini tidak pernah mangkrak,"'


@pytest.mark.parametrize("call", ["repeat_tag", "accept", "note", "relabel", "next_hit", "redo"])
async def test_what_the_palette_refuses_says_so_when_its_key_is_pressed(tmp_path: Path, call: str):
    async with program(tmp_path, TEXT) as (app, pilot):
        await open_first(app, pilot)
        (command,) = [found for found in commands(app, "reader") if found.call == call]
        assert command.refusal
        await app.run_action(command.call, command.node)
        await settled(app, pilot)
        assert app.screen.query_one(KeyFooter).message


async def test_a_click_on_a_key_of_the_footer_does_what_the_key_does(tmp_path: Path):
    async with program(tmp_path, TEXT) as (app, pilot):
        await open_first(app, pilot)

        async def click(words: str) -> None:
            at = app.screen.query_one(KeyFooter).render_line(0).text.index(words)
            await pilot.click(KeyFooter, offset=(at + 1, 0))
            await settled(app, pilot)

        await click("j sentence")
        await click("d denial")
        assert isinstance(app.screen, ReaderScreen)
        assert [mark.label for mark in app.screen._marks.values()] == ["denial"]
        footer = app.screen.query_one(KeyFooter)
        assert footer.message
        await pilot.click(KeyFooter, offset=(2, 0))
        assert footer.message == ""
        await click("] quote")
        view = app.screen.query_one(ArticleView)
        assert view.text[slice(*view.selection.span)] == '"Proyek ini tidak pernah mangkrak,"'
        await click("? help")
        assert isinstance(app.screen, HelpScreen)


async def test_a_paste_that_nobody_takes_presses_no_keys_and_says_so(tmp_path: Path):
    async with program(tmp_path, 'Satu. "Dua," kata Ani.') as (app, pilot):
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        app.post_message(events.Paste("]cx"))
        await pilot.pause()
        assert app.screen.query_one(KeyFooter).message.startswith("Nothing here takes a paste")
        assert isinstance(app.screen, ReaderScreen)
        assert not app.screen._marks
        await pilot.press("/")
        app.post_message(events.Paste("dua"))
        await pilot.pause()
        assert app.screen.query_one(KeyFooter).message == "Hit 1 of 1"
