"""In the reader quotes are added and removed, and reported speech is shown or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store import ArticleQuery, Quote, Store, articles, check, open_store, read_document, reread
from tests.tui.test_reader import marks, message, reading, selected, settled
from tui.app import SanggahApp
from tui.preferences import Preferences
from tui.widgets.article_view import ArticleView
from tui.widgets.side_panel import SidePanel

TEXT = """Walikota Bantah Proyek Mangkrak

Kota Lama - Pembangunan jembatan terhenti sejak Maret. Warga mengeluh soal debu.

"Proyek ini tidak pernah mangkrak," kata Wali Kota Sri Rahayu kepada wartawan.

Sri Rahayu mengatakan bahwa anggaran jembatan itu tidak pernah dipotong oleh dewan.

"Kami menunggu sejak tahun lalu," ujar Budi, seorang warga.
"""
DIRECT = '"Proyek ini tidak pernah mangkrak,"'
REPORTED = "anggaran jembatan itu tidak pernah dipotong oleh dewan"
LAST = '"Kami menunggu sejak tahun lalu,"'


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """A store with one article that has quotes and reported speech, whatever the rules find."""
    path = tmp_path / "store.db"
    document = read_document(TEXT)
    spoken = [quote for quote in document.quotes if quote.kind == "direct"]
    start = TEXT.index(REPORTED)
    at = TEXT.index("Sri Rahayu mengatakan")
    found = Quote(
        start, start + len(REPORTED), REPORTED, "reported", "Sri Rahayu", at, at + 10, "mengatakan"
    )
    quotes = sorted([*spoken, found], key=lambda quote: quote.start)
    with open_store(path, "ani") as store:
        articles.add(store, replace(document, quotes=tuple(quotes)), source="satu.txt")
    return path


def quotes(store: Store) -> list[tuple[str, str, bool, str]]:
    row = articles.first(store, ArticleQuery(), 1)[0]
    return [
        (quote.text, quote.kind, quote.shown, quote.decided_by)
        for quote in articles.quotes(store, row.id)
    ]


def visited(app: SanggahApp) -> list[str]:
    view = app.screen.query_one(ArticleView)
    return [quote.text for quote in view.passages.quotes]


def rows(app: SanggahApp) -> Iterator[str]:
    view = app.screen.query_one(ArticleView)
    return (view.render_line(y).text for y in range(view.size.height))


async def hide_reported(app: SanggahApp, pilot: Pilot[int]) -> None:
    await pilot.press("~")
    assert not app.preferences.reported


async def test_a_selection_becomes_a_quote_that_the_motions_visit(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("j", "j", "Q")
        assert selected(app) == "Warga mengeluh soal debu."
        assert visited(app)[0] == "Warga mengeluh soal debu."
        assert "s says who speaks" in message(app)
        await settled(app, pilot)
        assert quotes(store)[0] == ("Warga mengeluh soal debu.", "direct", True, "ani")
        await pilot.press("s", *"Warga", "enter", "c")
        await settled(app, pilot)
        assert [mark.speaker for mark in marks(store)] == ["Warga"]
        assert check(store) == []


async def test_a_word_in_a_quote_is_enough_to_remove_it_and_it_stays_removed(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "w", "Q")
        assert f"Removed quote {DIRECT}"[:40] in message(app)
        assert visited(app) == [REPORTED, LAST]
        await settled(app, pilot)
        assert quotes(store)[0] == (DIRECT, "direct", False, "ani")
        assert not [each for one in reread(store) for each in one.quotes if each.text == DIRECT]
        await pilot.press("c")
        await settled(app, pilot)
        assert marks(store)[0].speaker is None
        assert check(store) == []


async def test_undo_and_redo_know_added_and_removed_quotes(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        before = quotes(store)
        await pilot.press("j", "Q", "]", "Q")
        await settled(app, pilot)
        after = quotes(store)
        await pilot.press("u")
        await settled(app, pilot)
        assert "Undone: removal of quote" in message(app)
        assert selected(app) == DIRECT
        await pilot.press("u")
        await settled(app, pilot)
        assert quotes(store) == before
        assert visited(app) == [DIRECT, REPORTED, LAST]
        await pilot.press("U", "U")
        await settled(app, pilot)
        assert quotes(store) == after


async def test_a_removed_quote_is_added_again_with_its_speaker(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "Q", "Q")
        assert "Sri Rahayu" in message(app)
        await settled(app, pilot)
        assert quotes(store)[0] == (DIRECT, "direct", True, "ani")


async def test_reported_speech_is_seen_by_its_slope_and_a_sign_at_the_left(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(store_path) as (app, pilot, _):
        row = next(row for row in rows(app) if "mengatakan bahwa" in row)
        assert row.startswith(" ~ ")
        view = app.screen.query_one(ArticleView)
        styles = {
            segment.style
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if "anggaran jembatan" in segment.text
        }
        assert all(style and style.italic for style in styles)
        await hide_reported(app, pilot)
        assert not any(row.startswith(" ~") for row in rows(app))


async def test_quote_motions_and_the_panel_pass_over_reported_speech_where_it_is_off(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, _):
        panel = app.screen.query_one(SidePanel)

        def listed() -> list[str]:
            return [panel.render_line(y).text for y in range(panel.size.height)]

        await pilot.press("]", "]")
        assert selected(app) == REPORTED
        assert any(row[1:3] == "~ " for row in listed())
        await hide_reported(app, pilot)
        assert not any(row[1:3] == "~ " for row in listed())
        await pilot.press("g", "]", "]")
        assert selected(app) == LAST
        await pilot.press("~")
        assert "Reported speech is shown: 1" in message(app)
        await pilot.press("g", "]", "]")
        assert selected(app) == REPORTED


async def test_whether_reported_speech_is_shown_is_remembered(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await hide_reported(app, pilot)
    async with reading(store_path) as (app, _, _):
        assert not Preferences.load(store_path.parent / "state" / "preferences.json").reported
        assert visited(app) == [DIRECT, LAST]


@pytest.mark.parametrize("shown", [True, False])
async def test_a_span_inside_reported_speech_takes_its_speaker(
    store_path: Path, shown: bool
) -> None:
    async with reading(store_path) as (app, pilot, store):
        if not shown:
            await hide_reported(app, pilot)
        await pilot.press("/", *"dipotong", "enter", "c")
        await settled(app, pilot)
        assert [(mark.text, mark.speaker) for mark in marks(store)] == [("dipotong", "Sri Rahayu")]


async def test_the_speaker_of_reported_speech_is_corrected(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "]", "s", *"Dewan", "enter")
        await settled(app, pilot)
        row = articles.first(store, ArticleQuery(), 1)[0]
        (found,) = [quote for quote in articles.quotes(store, row.id) if quote.kind == "reported"]
        assert (found.speaker, found.decided_by) == ("Dewan", "ani")


async def test_reported_speech_that_is_off_does_not_hinder_taking_its_words_for_a_quote(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "]")
        await hide_reported(app, pilot)
        await pilot.press("Q")
        await settled(app, pilot)
        assert (REPORTED, "direct", True, "ani") in quotes(store)
        assert visited(app) == [DIRECT, REPORTED, LAST]


@pytest.mark.parametrize("keys", ["] Q", "j j Q", "~", "~ ~", "] w Q ~ j Q", "] ] Q ] Q u u U"])
async def test_what_changes_looks_as_if_the_article_were_opened_anew(
    store_path: Path, keys: str
) -> None:
    async with reading(store_path) as (app, pilot, _):
        for key in keys.split():
            await pilot.press(key)
            await settled(app, pilot)
        view = app.screen.query_one(ArticleView)
        kept = [view.render_line(y) for y in range(view.size.height)]
        view._wrap()
        assert [view.render_line(y) for y in range(view.size.height)] == kept
