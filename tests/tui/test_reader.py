"""The reader does to the store what its keys promise, and says what it did."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store import (
    Annotation,
    ArticleQuery,
    Span,
    Store,
    articles,
    history,
    open_store,
    read_document,
)
from store import annotations as stored_annotations
from tui.app import SanggahApp
from tui.keymap import load_keymap
from tui.motions import Selection
from tui.screens.reader import ReaderScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.key_footer import KeyFooter
from tui.widgets.side_column import SideColumn
from tui.widgets.side_panel import SidePanel

TEXT = """Walikota Bantah Proyek Mangkrak

Rabu, 3 Mei 2023 10:15 WIB

Kota Lama - Pembangunan jembatan terhenti sejak Maret. Warga mengeluh soal debu.

"Proyek ini tidak pernah mangkrak," kata Wali Kota Sri Rahayu kepada wartawan.

ADVERTISEMENT

Di depan warga, pekerja terakhir terlihat pada Februari. Mereka punya foto.

"Kami menunggu sejak tahun lalu," ujar Budi, seorang warga.
"""
SECOND = """Jembatan Dibuka Juni

Jembatan itu akan dibuka pada bulan Juni, kata pengembang. Jadwalnya mundur dua kali.
"""

Reading = tuple[SanggahApp, Pilot[int], Store]


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with open_store(path, "ani") as store:
        for name, text in (("satu.txt", TEXT), ("dua.txt", SECOND)):
            articles.add(store, read_document(text), source=name)
    return path


@asynccontextmanager
async def reading(
    path: Path, *, size: tuple[int, int] = (120, 40), reviewer: str = "ani"
) -> AsyncIterator[Reading]:
    with open_store(path, reviewer) as store:
        keymap, problems = load_keymap(None, ["claim", "denial", "evidence"])
        assert not problems
        app = SanggahApp(store, keymap, state_folder=path.parent / "state")
        async with app.run_test(size=size) as pilot:
            first = articles.rows(store, articles.order(store, ArticleQuery()))[0]
            app.open_reader(first.id, ArticleQuery())
            await pilot.pause()
            yield app, pilot, store
        app.writer.drain(5)
        app.writer.close()


async def settled(app: SanggahApp, pilot: Pilot[int]) -> None:
    """Wait until all is written and its results are shown."""
    await asyncio.to_thread(app.writer.drain, 10)
    await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    for _ in range(200):
        await pilot.pause(0.02)
        if holds():
            return
    raise AssertionError("waited in vain")


def selected(app: SanggahApp) -> str:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    view = screen.query_one(ArticleView)
    return view.text[view.selection.start : view.selection.end]


def message(app: SanggahApp) -> str:
    return app.screen.query_one(KeyFooter).message


def marks(store: Store) -> list[Annotation]:
    """The annotations of the first article."""
    row = articles.rows(store, articles.order(store, ArticleQuery()))[0]
    return stored_annotations.of_article(store, row.id)


async def test_a_quote_is_marked_with_two_keys_and_its_speaker_is_known(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "d")
        await settled(app, pilot)
        (mark,) = marks(store)
        assert (mark.label, mark.text) == ("denial", '"Proyek ini tidak pernah mangkrak,"')
        assert mark.speaker is not None
        assert "Sri Rahayu" in mark.speaker
        assert TEXT[mark.start : mark.end] == mark.text
        assert mark.reviewer == "ani"
        assert "saved 1" in app.screen.query_one(KeyFooter).status


async def test_the_same_label_on_the_same_span_does_nothing_and_says_so(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("j", "j", "c", "c")
        await settled(app, pilot)
        assert len(marks(store)) == 1
        assert "Already tagged claim" in message(app)
        await pilot.press("e")
        await settled(app, pilot)
        assert sorted(mark.label for mark in marks(store)) == ["claim", "evidence"]


async def test_labels_are_also_taken_by_position_and_the_last_is_repeated(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("j", "2", "j", "r")
        await settled(app, pilot)
        assert [mark.label for mark in marks(store)] == ["denial", "denial"]
        await pilot.press("9")
        assert "only 3 labels" in message(app)


async def test_relabelling_and_a_new_span_keep_note_and_speaker(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "i", *"penting", "enter")
        await settled(app, pilot)
        await pilot.press("R", "d")
        await settled(app, pilot)
        (before,) = marks(store)
        assert (before.label, before.note) == ("denial", "penting")
        await pilot.press("h", "=")
        await settled(app, pilot)
        (after,) = marks(store)
        assert (after.id, after.label, after.note, after.speaker) == (
            before.id,
            "denial",
            "penting",
            before.speaker,
        )
        assert after.end == before.end - 1
        assert after.text == TEXT[after.start : after.end]


async def test_a_further_part_points_to_the_first(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "]", "&")
        await settled(app, pilot)
        first, second = marks(store)
        assert second.part_of == first.id
        assert second.label == first.label


async def test_undo_and_redo_go_on_after_the_article_was_left(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "q")
        await settled(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("u")
        await settled(app, pilot)
        assert marks(store) == []
        assert "Undone" in message(app)
        await pilot.press("U")
        await settled(app, pilot)
        assert [mark.label for mark in marks(store)] == ["claim"]
        assert selected(app) == '"Proyek ini tidak pernah mangkrak,"'
        await pilot.press("U")
        await settled(app, pilot)
        assert "Nothing to redo" in message(app)


async def test_removing_takes_the_smallest_annotation_here(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "+", "d")
        await settled(app, pilot)
        assert len(marks(store)) == 2
        await pilot.press("-", "x")
        await settled(app, pilot)
        assert [mark.label for mark in marks(store)] == ["denial"]


async def test_the_next_quote_is_another_one_after_growing(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("]", "+", "]")
        assert selected(app) == '"Kami menunggu sejak tahun lalu,"'
        await pilot.press("+", "]")
        assert message(app) == "No quote further down ([ goes back)."
        await pilot.press("k", "j", "]")
        assert selected(app) == '"Kami menunggu sejak tahun lalu,"'


async def test_another_reviewers_annotation_is_never_changed(store_path: Path) -> None:
    with open_store(store_path, "bob") as other:
        row = articles.rows(other, articles.order(other, ArticleQuery()))[0]
        at = TEXT.index("Warga mengeluh")
        stored_annotations.create(other, row.id, "claim", at, at + 25)
    async with reading(store_path) as (app, pilot, store):
        before = marks(store)
        await pilot.press("tab")
        assert selected(app) == before[0].text
        for key in ("x", "i", "R"):
            await pilot.press(key)
            await pilot.pause()
            assert "bob" in message(app)
        await settled(app, pilot)
        assert marks(store) == before


async def test_a_suggestion_is_accepted_as_an_annotation_of_ones_own(store_path: Path) -> None:
    with open_store(store_path, "model") as other:
        row = articles.rows(other, articles.order(other, ArticleQuery()))[0]
        at = TEXT.index("Warga mengeluh")
        suggestion = stored_annotations.create(
            other, row.id, "claim", at, at + 25, status="suggested"
        )
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("tab", "a")
        await settled(app, pilot)
        assert suggestion in marks(store)
        own = [mark for mark in marks(store) if mark.reviewer == "ani"]
        assert [(mark.origin, mark.status, mark.text) for mark in own] == [
            (suggestion.id, "accepted", suggestion.text)
        ]


async def test_a_prompt_that_is_left_keeps_its_draft(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "i", *"separuh", "escape")
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("enter")
        await settled(app, pilot)
        assert marks(store)[0].note == "separuh"


async def test_the_speaker_is_chosen_among_those_of_the_article(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("j", "j", "c", "s")
        await pilot.pause()
        await pilot.press(*"budi")
        await pilot.pause()
        await pilot.press("enter")
        await settled(app, pilot)
        assert marks(store)[0].speaker == "Budi"


async def test_typing_replaces_a_speaker_and_an_empty_line_clears_it(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "s")
        await pilot.pause()
        await pilot.press(*"pemkot", "enter")
        await settled(app, pilot)
        assert marks(store)[0].speaker == "pemkot"
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("backspace", "enter")
        await settled(app, pilot)
        assert marks(store)[0].speaker is None


async def test_the_speaker_of_a_quote_is_corrected_where_nothing_is_marked(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, store):
        row = articles.rows(store, articles.order(store, ArticleQuery()))[0]
        await pilot.press("]", "s")
        await pilot.pause()
        await pilot.press(*"Budi", "enter")
        await settled(app, pilot)
        first = articles.quotes(store, row.id)[0]
        assert (first.speaker, first.decided_by) == ("Budi", "ani")
        await pilot.press("u")
        await settled(app, pilot)
        again = articles.quotes(store, row.id)[0]
        assert again.speaker is not None
        assert "Sri Rahayu" in again.speaker


async def test_a_line_is_hidden_and_shown_and_the_decision_is_kept(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        view = app.screen.query_one(ArticleView)
        row = articles.rows(store, articles.order(store, ArticleQuery()))[0]
        await pilot.press("v")
        await pilot.pause()
        at = TEXT.index("ADVERTISEMENT")
        view.select(view.passages.nearest(at))
        await pilot.press("z")
        await settled(app, pilot)
        decided = next(line for line in articles.lines(store, row.id) if line.start == at)
        assert (decided.shown, decided.decided_by) == (True, "ani")
        await pilot.press("u")
        await settled(app, pilot)
        again = next(line for line in articles.lines(store, row.id) if line.start == at)
        assert not again.shown


async def test_the_source_view_shows_hidden_lines_with_their_reasons(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        view = app.screen.query_one(ArticleView)
        assert "ADVERTISEMENT" not in [TEXT[row.start : row.end] for row in view.text_layout.rows]
        await pilot.press("v")
        await pilot.pause()
        rows = view.text_layout.rows
        at = next(n for n, row in enumerate(rows) if TEXT[row.start : row.end] == "ADVERTISEMENT")
        assert rows[at + 1].remark


async def test_the_source_view_and_back_leaves_what_is_selected(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("]")
        quote = selected(app)
        await pilot.press("v")
        assert selected(app) == quote
        await pilot.press("v")
        assert selected(app) == quote
        await pilot.press("v")
        view = app.screen.query_one(ArticleView)
        hidden = TEXT.index("ADVERTISEMENT")
        view.select(Selection.of(Span(hidden, hidden + 5)))
        await pilot.press("v")
        assert not view.source
        assert "ADVER" not in selected(app)


async def test_escape_leaves_the_innermost_thing_first(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("j", "/", *"warga", "enter")
        await pilot.pause()
        assert selected(app).casefold() == "warga"
        await pilot.press("J", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, ReaderScreen)


async def test_search_ignores_case_and_counts_its_hits(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("/", *"WARGA", "enter")
        await pilot.pause()
        assert "Hit 1 of 3" in message(app)
        await pilot.press("n", "n", "n")
        assert "Hit 1 of 3" in message(app)
        await pilot.press("N")
        assert "Hit 3 of 3" in message(app)


async def test_a_search_can_be_held_to_whole_words_or_be_an_expression(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("/", *"war")
        assert "Hit 1 of 4" in message(app)
        await pilot.press("ctrl+t")
        assert "No hit" in message(app)
        await pilot.press("ctrl+r", *"ga|foto")
        assert "Hit 1 of 4" in message(app)
        await pilot.press("down")
        assert "Hit 2 of 4" in message(app)
        await pilot.press("(")
        assert message(app) == "This expression is not complete: a ( has no )."
        await pilot.press("enter")
        assert message(app) == "This expression is not complete: a ( has no )."
        await pilot.press("/", "ctrl+u", *"warga|foto", "enter", "N")
        assert "Hit 4 of 4" in message(app)
        await pilot.press("escape", "c", "i", "ctrl+r")
        assert "Only a search" in message(app)


async def test_a_jump_label_leads_to_its_sentence(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        before = selected(app)
        await pilot.press(";")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        target = TEXT.index("Mereka punya foto.")
        assert screen.jump is not None
        letters = next(name for name, span in screen.jump.labels.items() if span.start == target)
        await pilot.press(*letters)
        assert selected(app) == "Mereka punya foto."
        await pilot.press(";", "escape")
        await pilot.pause()
        assert selected(app) == "Mereka punya foto." != before


async def test_place_and_state_are_resumed(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("G")
        last = selected(app)
        await pilot.press("q")
        await settled(app, pilot)
    async with reading(store_path) as (app, pilot, store):
        assert selected(app) == last
        await pilot.press(".")
        await settled(app, pilot)
        rows = articles.rows(store, articles.order(store, ArticleQuery()))
        assert [row.state for row in rows] == ["done", "reading"]
        assert "Done: " in message(app)


async def test_next_and_previous_article_follow_the_librarys_order(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("<")
        assert "first article" in message(app)
        await pilot.press(">")
        await pilot.pause()
        assert selected(app).startswith("Jembatan")
        await pilot.press(">")
        assert "last article" in message(app)


async def test_a_lock_by_another_program_stops_no_key_and_loses_no_mark(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        other = sqlite3.connect(store_path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("]", "d")
        footer = app.screen.query_one(KeyFooter)
        await until(pilot, lambda: "not written" in footer.status)
        await pilot.press("j")
        view = app.screen.query_one(ArticleView)
        assert view.annotations
        assert marks(store) == []
        other.execute("ROLLBACK")
        other.close()
        await settled(app, pilot)
        await until(pilot, lambda: footer.status == "saved 1")
        assert len(marks(store)) == 1


async def test_what_another_program_writes_appears_and_the_selection_stays(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("j", "j")
        before = selected(app)
        with open_store(store_path, "bob") as other:
            row = articles.rows(other, articles.order(other, ArticleQuery()))[0]
            stored_annotations.create(other, row.id, "evidence", 0, 8)
        view = app.screen.query_one(ArticleView)
        await until(pilot, lambda: bool(view.annotations))
        assert selected(app) == before


async def test_the_panel_lists_marks_and_quotes_and_leads_to_them(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("]", "c", "g", "P")
        await pilot.pause()
        panel = app.screen.query_one(SidePanel)
        assert panel.has_focus
        await pilot.press("G")
        await pilot.pause()
        assert selected(app) == '"Kami menunggu sejak tahun lalu,"'
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(ArticleView).has_focus
        await pilot.press("p")
        await pilot.pause()
        assert not app.screen.query_one(SideColumn).display


async def test_a_click_selects_the_sentence_and_a_drag_the_stretch(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        view = app.screen.query_one(ArticleView)
        at = TEXT.index("Warga mengeluh")
        row, column = view.text_layout.row_of(at), view.text_layout.column_of(at)
        await pilot.click(ArticleView, offset=(5 + column + 2, row))
        assert selected(app) == "Warga mengeluh soal debu."
        await pilot.mouse_down(ArticleView, offset=(5 + column, row))
        await pilot.hover(ArticleView, offset=(5 + column + 4, row))
        await pilot.mouse_up(ArticleView, offset=(5 + column + 4, row))
        assert selected(app) == "Warga"


async def test_every_key_of_the_reader_is_harmless_on_an_empty_article(store_path: Path) -> None:
    with open_store(store_path, "ani") as store:
        articles.add(store, read_document("x"), source="x.txt")
    async with reading(store_path) as (app, pilot, store):
        row = articles.rows(store, articles.order(store, ArticleQuery()))[-1]
        app.back_to_library(None)
        app.open_reader(row.id, ArticleQuery())
        await pilot.pause()
        for key in "jkJKwbWB)(+-][}{ohlgGvzuUnN;":
            await pilot.press(key)
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.is_running


async def test_tagging_and_undoing_read_no_more_than_the_annotation(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    of_article = stored_annotations.of_article

    def counted(store: Store, article_id: str) -> list[Annotation]:
        read.append(article_id)
        return of_article(store, article_id)

    monkeypatch.setattr(stored_annotations, "of_article", counted)
    async with reading(store_path) as (app, pilot, _):
        app.writer.look()
        await pilot.pause(1.2)  # the first look knows of nothing before it
        await settled(app, pilot)
        read.clear()
        await pilot.press("j", "c", "j", "d")
        await settled(app, pilot)
        await pilot.press("u")
        await settled(app, pilot)
        await pilot.pause(1.2)  # a look at what other programs wrote
        assert read == []
        assert [mark.label for mark in app.screen.query_one(ArticleView).annotations] == ["claim"]


def shown(app: SanggahApp) -> list[str]:
    return [mark.label for mark in app.screen.query_one(ArticleView).annotations]


async def test_a_new_mark_is_taken_back_at_once_and_written_so_when_that_is_possible(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine, the lock is gone before the footer has to tell of it.
    monkeypatch.setattr("store.database.connection.BUSY_TIMEOUT", 600_000)
    async with reading(store_path) as (app, pilot, store):
        await settled(app, pilot)
        other = sqlite3.connect(store_path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("]", "c")
        place = selected(app)
        assert shown(app) == ["claim"]
        await pilot.press("j", "k", "u")
        assert (shown(app), selected(app)) == ([], place)
        said = message(app)
        assert said == "Undone: claim on “Proyek ini tidak pernah…”"
        other.execute("ROLLBACK")
        other.close()
        await settled(app, pilot)
        assert (marks(store), shown(app), message(app)) == ([], [], said)
        actions = [event.action for event in history.log(store) if event.subject == "annotations"]
        assert actions == ["create", "delete"]
        await pilot.press("U")
        await settled(app, pilot)
        assert shown(app) == [mark.label for mark in marks(store)] == ["claim"]


async def test_what_the_store_took_back_is_shown_where_it_was_not_the_new_mark(
    store_path: Path,
) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c")
        await settled(app, pilot)
        [mark] = marks(store)
        with open_store(store_path, "ani") as elsewhere:
            stored_annotations.change(elsewhere, mark.id, note="from elsewhere")
        await pilot.press("u")
        await settled(app, pilot)
        assert [(kept.label, kept.note) for kept in marks(store)] == [("claim", "")]
        assert shown(app) == ["claim"]
        assert message(app).startswith("Undone: note of claim")


async def test_a_new_mark_that_is_gone_already_leaves_nothing_to_undo(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c")
        await settled(app, pilot)
        with open_store(store_path, "ani") as elsewhere:
            assert history.undo(elsewhere) is not None
        await pilot.press("u")
        await settled(app, pilot)
        assert (marks(store), shown(app)) == ([], [])
        assert message(app) == "Nothing to undo in this article."
