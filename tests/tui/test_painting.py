"""A paint writes no more than what differs, and leaves on the screen what a whole one would show."""

from __future__ import annotations

from pathlib import Path

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate
from textual.screen import Screen
from textual.strip import Strip

from tests.tui.test_reader import reading, settled, store_path
from tui.app import SanggahApp
from tui.painting import PromptlyPainted, Row, RowsUpdate
from tui.widgets.key_footer import KeyFooter

__all__ = ["store_path"]

COLUMNS, ROWS = 120, 40


class Paper:
    """A terminal that shows what an app without one would write."""

    def __init__(self, app: SanggahApp) -> None:
        self._app = app
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self.paints: list[CompositorUpdate] = []

    def take(self, screen: Screen[None], update: object) -> None:
        """Show an update, as the app does where it has a terminal."""
        if isinstance(update, CompositorUpdate):
            self.paints.append(update)
            self.show(update)

    def show(self, update: CompositorUpdate) -> None:
        # pyte does not know that a line feed where no text follows is nothing in raw mode.
        self._stream.feed(update.render_segments(self._app.console).replace("\n", ""))

    def cells(self) -> list[list[pyte.screens.Char]]:
        buffer = self._screen.buffer
        return [[buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)]


def whole(app: SanggahApp) -> list[list[pyte.screens.Char]]:
    """What a paint of all of the screen on top shows."""
    paper = Paper(app)
    # Not the screen's own, which would forget what it wrote.
    paper.show(Compositor.render_full_update(app.screen._compositor))
    return paper.cells()


@pytest.mark.parametrize("panel", [True, False])
async def test_after_every_key_the_screen_is_what_a_whole_paint_would_show(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, panel: bool
) -> None:
    async with reading(store_path) as (app, pilot, _):
        paper = Paper(app)
        monkeypatch.setattr(app, "_display", paper.take)
        app.preferences.panel = panel
        app.screen.refresh(layout=True)
        await pilot.pause(0.05)
        for key in (
            *("j", "c", "j", "W", "W", "d", "u", "u", "ctrl+r", "]", "c", "x", "i", "a", "escape"),
            *("slash", "a", "enter", "n", "escape", "question_mark", "escape", "semicolon"),
            *("escape", "p", "j", "j", "escape", "space", "g", "c", "greater_than_sign", "j"),
        ):
            await pilot.press(key)
            await settled(app, pilot)
            await pilot.pause(0.05)
            assert paper.cells() == whole(app), key
        assert any(isinstance(update, RowsUpdate) for update in paper.paints)


async def test_what_a_whole_paint_wrote_over_is_written_again(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(store_path) as (app, pilot, _):
        paper = Paper(app)
        monkeypatch.setattr(app, "_display", paper.take)
        app.screen.refresh(layout=True)
        for words, repaint in (("One", False), ("Two", True), ("One", False)):
            app.say(words)
            if repaint:
                app.screen.refresh()
            await pilot.pause(0.1)
            assert paper.cells() == whole(app), words
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        app.say("Two")
        await pilot.press("escape")
        await pilot.pause(0.1)
        app.say("One")
        await pilot.pause(0.1)
        assert paper.cells() == whole(app)


async def test_what_changed_is_painted_at_once_and_no_more_than_it(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.pause(0.1)
        paper = Paper(app)
        monkeypatch.setattr(app, "_display", paper.take)
        screen = app.screen
        assert isinstance(screen, PromptlyPainted)
        app.say("Something else")
        screen.paint_now()
        [update] = paper.paints
        assert isinstance(update, RowsUpdate)
        assert {row.y for row in update.rows} == {screen.query_one(KeyFooter).region.y}


def test_rows_that_stand_there_already_are_not_written_again() -> None:
    console, shown = Console(), dict[tuple[int, int], str]()
    rows = [Row(0, 0, Strip([Segment("one")])), Row(4, 1, Strip([Segment("two")]))]
    assert RowsUpdate(rows, shown).render_segments(console) == "\x1b[1;1Hone\x1b[2;5Htwo"
    rows[1] = Row(4, 1, Strip([Segment("new")]))
    assert RowsUpdate(rows, shown).render_segments(console) == "\x1b[2;5Hnew"
