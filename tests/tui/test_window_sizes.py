"""However small the window is and however it changes: nothing breaks, and the place is kept."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from store import ArticleQuery, articles, open_store, read_document
from tui.app import SanggahApp
from tui.keymap import load_keymap
from tui.screens.reader import ReaderScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView

CHANCE = random.Random(3)
WORDS = ["kapal", "nelayan", "pelabuhan", "動物園", "warga", "👩‍👩‍👧", "membantah", "ikan", "laut"]
TEXT = "Kapal Dibantah\n\n" + "\n\n".join(
    " ".join(
        " ".join(CHANCE.choice(WORDS) for _ in range(CHANCE.randint(5, 25))).capitalize() + "."
        for _ in range(CHANCE.randint(1, 4))
    )
    for _ in range(60)
)
SIZES = [(120, 40), (80, 24), (40, 12), (20, 5), (9, 3), (1, 1)]


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with open_store(path, "ani") as store:
        for number in range(40):
            text = TEXT if number == 0 else f"Judul {number}\n\nIsi artikel nomor {number} ini."
            articles.add(store, read_document(text), source=f"{number}.txt")
    return path


@asynccontextmanager
async def opened(path: Path, size: tuple[int, int]) -> AsyncIterator[tuple[SanggahApp, Pilot[int]]]:
    with open_store(path, "ani") as store:
        keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        app = SanggahApp(store, keymap, state_folder=path.parent / "state")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot
        app.writer.drain(5)
        app.writer.close()


def caret_is_in_view(view: ArticleView) -> bool:
    """Whether it is, or else all that is in view is selected."""
    row = view.text_layout.row_of(view.selection.active)
    top = round(view.scroll_y)
    shown = view.visible_span()
    return top <= row < top + view.size.height or view.selection.span.covers(shown)


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_of_the_reader_can_be_used_in_a_window_of_any_size(
    store_path: Path, size: tuple[int, int]
) -> None:
    async with opened(store_path, size) as (app, pilot):
        with open_store(store_path, "ani") as store:
            first = articles.rows(store, articles.order(store, ArticleQuery()))[0]
        app.open_reader(first.id, ArticleQuery())
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        view = app.screen.query_one(ArticleView)
        for key in ("j", "j", "J", "c", "space", "w", "W", "G", "k", "+", "]", "g", "space", "j"):
            await pilot.press(key)
            if view.size.height:
                assert caret_is_in_view(view), f"after {key}"
        for keys in (("slash", "k", "a", "p", "enter"), ("semicolon", "escape"), ("i", "escape")):
            await pilot.press(*keys)
        for key in ("p", "P", "escape", "v", "question_mark", "escape", "colon", "escape"):
            await pilot.press(key)
        assert app.is_running


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_of_the_library_can_be_used_in_a_window_of_any_size(
    store_path: Path, size: tuple[int, int]
) -> None:
    async with opened(store_path, size) as (app, pilot):
        rows = app.screen.query_one(ArticleList)
        for key in ("j", "space", "G", "k", "g", "j", "j"):
            await pilot.press(key)
        assert rows.cursor == 2
        for keys in (("slash", "7", "enter"), ("escape",), ("f", "escape"), ("s", "escape")):
            await pilot.press(*keys)
        await pilot.press("a", "escape", "m", "escape", "question_mark", "escape")
        assert app.is_running


async def test_changing_the_window_moves_neither_the_selection_nor_the_caret_out_of_view(
    store_path: Path,
) -> None:
    chance = random.Random(11)
    async with opened(store_path, (120, 40)) as (app, pilot):
        with open_store(store_path, "ani") as store:
            first = articles.rows(store, articles.order(store, ArticleQuery()))[0]
        app.open_reader(first.id, ArticleQuery())
        await pilot.pause()
        view = app.screen.query_one(ArticleView)
        for _ in range(25):
            await pilot.press(chance.choice(["j", "space", "k", "W", "J", "G", "g"]))
            before = view.selection
            size = chance.choice([*SIZES, (chance.randint(2, 150), chance.randint(2, 50))])
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert view.selection == before
            assert view.size.height <= 0 or caret_is_in_view(view), size


async def test_changing_the_window_keeps_the_article_under_the_cursor_in_view(
    store_path: Path,
) -> None:
    chance = random.Random(12)
    async with opened(store_path, (120, 40)) as (app, pilot):
        rows = app.screen.query_one(ArticleList)
        for _ in range(20):
            await pilot.press(chance.choice(["j", "space", "k", "G", "g"]))
            before = rows.cursor
            await pilot.resize_terminal(chance.randint(5, 150), chance.randint(5, 50))
            await pilot.pause()
            assert rows.cursor == before
            line = before - rows.scroll_offset.y
            assert 0 <= line < max(rows.size.height - 1, 1)


async def test_the_wheel_moves_the_text_under_a_selection_that_stays(store_path: Path) -> None:
    async with opened(store_path, (80, 24)) as (app, pilot):
        with open_store(store_path, "ani") as store:
            first = articles.rows(store, articles.order(store, ArticleQuery()))[0]
        app.open_reader(first.id, ArticleQuery())
        await pilot.pause()
        view = app.screen.query_one(ArticleView)
        await pilot.press("j", "J")
        before = view.selection
        for _ in range(12):
            view.post_message(
                events.MouseScrollDown(
                    view,
                    10,
                    5,
                    0,
                    1,
                    0,
                    shift=False,
                    meta=False,
                    ctrl=False,
                    screen_x=10,
                    screen_y=6,
                    style=None,
                )
            )
        await pilot.pause(0.5)
        assert round(view.scroll_y) > 10
        assert view.selection == before
        assert not caret_is_in_view(view)
        await pilot.press("c")
        assert [mark.span for mark in view.annotations] == [before.span]
        await pilot.press("j")
        assert view.selection.start >= before.end
        assert caret_is_in_view(view)
