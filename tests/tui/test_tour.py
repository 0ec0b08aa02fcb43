"""The tour can be taken to its end, leaves nothing behind, and is offered without catching a key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest
from textual.pilot import Pilot

from store import ArticleQuery, annotations, articles, open_store, read_document, reviews
from tests.tui.test_dialogs import all_text
from tests.tui.test_reader import TEXT, message, until
from tests.tui.test_refusals import settled
from tui.app import OFFERS, SanggahApp
from tui.keymap import load_keymap
from tui.preferences import Preferences
from tui.screens.library import LibraryScreen
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen
from tui.screens.tour import TourScreen
from tui.tour import ARTICLE, STEPS, told

LABELS = ["claim", "denial", "evidence"]
#: What each step asks for.
KEYS = (
    ("j",),
    ("]",),
    ("d",),
    ("i", *"no proof", "enter"),
    ("u",),
    ("+",),
    ("semicolon",),
    ("v", "v"),
)


@asynccontextmanager
async def program(
    folder: Path,
    *,
    tour: Literal["", "offered", "begun"] = "offered",
    keys: str = "",
    size: tuple[int, int] = (100, 30),
) -> AsyncIterator[tuple[SanggahApp, Pilot[int]]]:
    own = None
    if keys:
        own = folder / "mine.toml"
        own.write_text(keys)
    with open_store(folder / "store.db", "ani") as store:
        if not articles.count(store, ArticleQuery()):
            articles.add(store, read_document(TEXT), source="a.txt")
        keymap, problems = load_keymap(own, LABELS)
        assert problems == []
        app = SanggahApp(store, keymap, state_folder=folder / "state", tour=tour)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot
        app.writer.drain(5)
        app.writer.close()


async def begun(app: SanggahApp, pilot: Pilot[int]) -> TourScreen:
    """Wait for the tour's first line."""
    await until(pilot, lambda: isinstance(app.screen, TourScreen) and "Tour 1/" in text(app))
    assert isinstance(app.screen, TourScreen)
    return app.screen


def text(app: SanggahApp) -> str:
    return all_text(app)  # type: ignore[arg-type]


async def test_the_tour_goes_on_with_each_thing_tried_and_ends_by_escape(tmp_path: Path):
    async with program(tmp_path) as (app, pilot):
        own = app.store
        await pilot.press(":", *"tour", "enter")
        screen = await begun(app, pilot)
        for number, keys in enumerate(KEYS):
            assert screen.step == number
            assert f"Tour {number + 1}/{len(STEPS)}:" in text(app)
            await pilot.press(*keys)
            if keys == ("semicolon",):
                assert screen.jump is not None
                label = next(iter(screen.jump.labels))
                await pilot.press(*label)
            await settled(app, pilot)
            await until(pilot, lambda number=number: screen.step == number + 1)  # type: ignore[misc]
        assert "That is all. ? lists the keys" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.store is own
        assert articles.count(own, ArticleQuery()) == 1
        assert annotations.reviewers(own) == []


async def test_a_key_that_was_not_asked_for_works_and_does_not_go_on(tmp_path: Path):
    async with program(tmp_path, tour="begun") as (app, pilot):
        screen = await begun(app, pilot)
        await pilot.press("j")
        await until(pilot, lambda: screen.step == 1)
        await pilot.press("j", "w", "d")
        await settled(app, pilot)
        await pilot.pause(0.3)
        assert screen.step == 1
        assert len(screen._marks) == 1


async def test_the_tour_begins_and_ends_over_an_open_article(tmp_path: Path):
    async with program(tmp_path) as (app, pilot):
        row = articles.first(app.store, ArticleQuery(), 1)[0]
        app.open_reader(row.id, ArticleQuery())
        await pilot.pause()
        await pilot.press("]", "c")
        await settled(app, pilot)
        await app.run_action("tour")
        await begun(app, pilot)
        await pilot.press("]", "d", "x")
        await settled(app, pilot)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert not isinstance(app.screen, TourScreen)
        assert len(app.screen._marks) == 1
        await pilot.press("e")
        await settled(app, pilot)
        marks = annotations.of_article(app.store, row.id)
        assert sorted(mark.label for mark in marks) == ["claim", "evidence"]


async def test_a_program_that_is_ended_in_the_tour_keeps_its_place_in_the_own_store(
    tmp_path: Path,
):
    async with program(tmp_path) as (app, pilot):
        row = articles.first(app.store, ArticleQuery(), 1)[0]
        app.open_reader(row.id, ArticleQuery())
        await pilot.pause()
        await pilot.press("]")
        await app.run_action("tour")
        await begun(app, pilot)
        await pilot.press("]", "d")
        app._end(0)
        assert app.store.path == tmp_path / "store.db"
        app.writer.drain(5)
        assert reviews.get(app.store, row.id).position == TEXT.index('"Proyek')


async def test_nothing_of_the_tour_is_left_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "short"))
    (tmp_path / "short").mkdir()
    async with program(tmp_path, tour="begun") as (app, pilot):
        await begun(app, pilot)
        assert len(list((tmp_path / "short").glob("sanggah-tour-*"))) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert list((tmp_path / "short").glob("sanggah-tour-*")) == []


async def test_a_tour_without_room_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    async with program(tmp_path) as (app, pilot):
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
        await app.run_action("tour")
        await pilot.pause()
        assert "The tour needs a folder" in message(app)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_first_starts_offer_the_tour_in_a_line_that_catches_no_key(tmp_path: Path):
    for _ in range(OFFERS):
        async with program(tmp_path) as (app, pilot):
            assert message(app) == "New here? : tour takes you round in a minute."
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, ReaderScreen)
    async with program(tmp_path) as (app, _):
        assert message(app) == ""


async def test_the_offer_names_the_tours_own_key_where_it_has_one(tmp_path: Path):
    async with program(tmp_path, keys='[app]\ntour = "f4"\n') as (app, pilot):
        assert message(app) == "New here? f4 takes you round in a minute."
        await pilot.press("f4")
        await begun(app, pilot)


async def test_the_tour_is_not_offered_again_once_it_was_taken(tmp_path: Path):
    async with program(tmp_path, tour="begun") as (app, pilot):
        await begun(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert message(app) == ""
    async with program(tmp_path) as (app, pilot):
        assert message(app) == ""
        assert Preferences.load(tmp_path / "state" / "preferences.json").tour_offers == OFFERS


async def test_the_palette_finds_the_tour(tmp_path: Path):
    async with program(tmp_path) as (app, pilot):
        await pilot.press(":", *"tour")
        await pilot.pause()
        assert isinstance(app.screen, Picker)
        assert "Take a tour of a minute" in text(app)


@pytest.mark.parametrize("size", [(40, 20), (60, 12), (80, 24)])
async def test_the_whole_line_is_shown_on_narrow_screens(tmp_path: Path, size: tuple[int, int]):
    async with program(tmp_path, tour="begun", size=size) as (app, pilot):
        await begun(app, pilot)
        line = told(STEPS[0], app.keymap, LABELS)
        await until(pilot, lambda: line in " ".join(text(app).split()))


def test_every_step_names_keys_that_are_bound():
    keymap, _ = load_keymap(None, LABELS)
    for step in STEPS:
        words = told(step, keymap, LABELS)
        assert "{" not in words
        assert "(no key)" not in words
        assert len(words) < 100


def test_a_step_says_where_a_key_is_bound_to_nothing(tmp_path: Path):
    own = tmp_path / "mine.toml"
    own.write_text("[reader]\nnext_quote = []\n")
    keymap, _ = load_keymap(own, LABELS)
    assert "Press (no key)." in told(STEPS[1], keymap, LABELS)


def test_the_article_has_what_the_tour_speaks_of():
    document = read_document(ARTICLE.read_text(encoding="utf-8"))
    assert document.metadata.language == "en"
    speakers = {quote.speaker for quote in document.quotes if quote.kind == "direct"}
    assert speakers == {"Edwin Farrow", "Ines Calder"}
    assert {line.kind for line in document.lines if not line.shown} == {"boilerplate"}
