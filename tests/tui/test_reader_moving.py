"""In the reader few keys lead to any stretch of words, and to another span for a mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import ArticleQuery, articles
from tests.tui.test_reader import TEXT, marks, message, reading, selected, settled, store_path
from tui.app import SanggahApp
from tui.jumps import Jump
from tui.screens.reader import ReaderScreen

__all__ = ["store_path"]


def open_jump(app: SanggahApp) -> Jump:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    assert screen.jump is not None
    return screen.jump


def label(app: SanggahApp, words: str) -> str:
    labels = open_jump(app).labels
    return next(name for name, (start, end) in labels.items() if TEXT[start:end] == words)


async def test_from_word_to_word_in_five_keys_with_the_tag(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press(";", "P")
        await pilot.press(label(app, "pekerja"))
        await pilot.press(label(app, "Februari"))
        assert selected(app) == "pekerja terakhir terlihat pada Februari"
        await pilot.press("c")
        await settled(app, pilot)
        assert [mark.text for mark in marks(store)] == ["pekerja terakhir terlihat pada Februari"]


async def test_a_clause_has_a_label_of_its_own(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press(";")
        await pilot.press(*label(app, "pekerja terakhir terlihat pada Februari"))
        assert selected(app) == "pekerja terakhir terlihat pada Februari"


async def test_the_key_twice_moves_either_end(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("]", "j")
        assert selected(app) == "Di depan warga, pekerja terakhir terlihat pada Februari."
        await pilot.press(";", ";")
        await pilot.press(label(app, "terlihat"))
        assert selected(app) == "Di depan warga, pekerja terakhir terlihat"
        await pilot.press("o", ";", ";")
        await pilot.press(label(app, "pekerja"))
        assert selected(app) == "pekerja terakhir terlihat"
        await pilot.press("escape")
        assert selected(app) == "Di depan warga, pekerja terakhir terlihat pada Februari."


@pytest.mark.parametrize("typed", ["tab", "space", "enter", "!", "Q", "f5", "é"])
async def test_what_answers_to_nothing_leaves_the_labels_and_moves_nothing(
    store_path: Path, typed: str
) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("j")
        before = selected(app)
        await pilot.press(";", typed)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.jump is None
        assert selected(app) == before
        assert "Nothing on the screen" in message(app)


async def test_labels_go_where_the_window_changes_its_size(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press(";")
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.jump is None


async def test_an_annotations_end_is_moved_in_few_keys_and_it_stays_what_it_was(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "i", *"penting", "enter", "g")
        await settled(app, pilot)
        (before,) = marks(store)
        await pilot.press("tab", ";", ";")
        await pilot.press(label(app, "tidak"))
        await pilot.press("=")
        await settled(app, pilot)
        (after,) = marks(store)
        assert after.text == '"Proyek ini tidak'
        assert (after.id, after.label, after.note, after.speaker) == (
            before.id,
            before.label,
            "penting",
            before.speaker,
        )
        await pilot.press("o", "h", "l", "l", "=")
        await settled(app, pilot)
        assert [mark.text for mark in marks(store)] == ["Proyek ini tidak"]
        await pilot.press("u")
        await settled(app, pilot)
        assert [mark.text for mark in marks(store)] == ['"Proyek ini tidak']


async def test_the_annotation_that_was_selected_gets_the_span_not_a_smaller_one_inside(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "j", "c")
        assert selected(app) == "Di depan warga, pekerja terakhir terlihat pada Februari."
        await pilot.press("(", "d", "g")
        await settled(app, pilot)
        wide, small = marks(store)
        await pilot.press("tab", "J", "=")
        await settled(app, pilot)
        assert {mark.id: mark.text for mark in marks(store)} == {
            wide.id: f"{wide.text} Mereka punya foto.",
            small.id: small.text,
        }


async def test_the_last_tag_is_repeated_and_done_leads_on(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "d", "]", "r", ".")
        await settled(app, pilot)
        assert [mark.label for mark in marks(store)] == ["denial", "denial"]
        assert message(app).startswith("Done: ")
        first = articles.first(store, ArticleQuery(), 1)[0]
        assert first.state == "done"
        await pilot.press("j", "r")
        await settled(app, pilot)
        assert selected(app).startswith("Jembatan itu akan dibuka")


async def test_growing_and_shrinking_go_the_same_way_back(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("]", "w")
        seen = [selected(app)]
        for _ in range(4):
            await pilot.press("+")
            seen.append(selected(app))
        assert len(set(seen)) == 5
        for words in reversed(seen[:-1]):
            await pilot.press("-")
            assert selected(app) == words
