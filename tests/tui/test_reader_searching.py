"""Searching in the article where it takes long: no key waits, and the newest search counts."""

from __future__ import annotations

from pathlib import Path

from store import ArticleQuery, articles
from tests.tui.test_reader import message, selected, until
from tests.tui.test_refusals import program
from tui.screens.reader import ReaderScreen
from tui.screens.reader.searching import SHORT
from tui.widgets.line_input import LineInput


async def test_typing_never_waits_for_an_expression_without_end(tmp_path: Path) -> None:
    async with program(tmp_path, f"{'a' * 5000}b kata\n\nlain kata") as (app, pilot):
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        before = selected(app)
        await pilot.press("/", "ctrl+r")
        line = app.screen.query_one(LineInput)
        line.value = "(a|aa)+$"
        await until(pilot, lambda: message(app) == "Searching…")
        assert screen.why_not("next_hit") == "still searching"
        screen.action_next_hit()
        assert message(app) == "Searching…"
        line.value = "l(a|ai)+n|k.ta"
        await until(pilot, lambda: message(app) == "Hit 1 of 3")
        assert selected(app) == "kata"
        line.value = "(a|aa)+$"
        await until(pilot, lambda: "takes too long" in message(app))
        assert selected(app) == before
        await pilot.press("enter")
        assert "takes too long" in message(app)


async def test_hits_that_come_late_leave_what_was_selected_meanwhile(tmp_path: Path) -> None:
    async with program(tmp_path, "satu kata\n\nlain kata") as (app, pilot):
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("/", "ctrl+r", "escape")
        for keys, expected in (((), "kata"), (("j",), "lain kata")):
            await pilot.press("g", "/")
            with screen._one_at_a_time:  # as if another search still took its time
                app.screen.query_one(LineInput).value = "kata" + "|x" * SHORT
                await pilot.press("enter", *keys)
            await until(pilot, lambda: "of 2" in message(app) or message(app) == "2 hits")
            assert selected(app) == expected
            await pilot.press("escape")
