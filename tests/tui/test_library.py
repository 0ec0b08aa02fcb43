"""The library screen in the real app: what its keys and the mouse do to the list and the store."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from array import array
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from store import (
    ArticleQuery,
    ArticleRow,
    Document,
    Excerpt,
    Line,
    Metadata,
    Span,
    Store,
    add_paths,
    articles,
    open_store,
    reviews,
    search,
    transaction,
)
from store import annotations as stored_annotations
from store.sources import Address
from tui.adding import typed_paths
from tui.app import SanggahApp
from tui.filters import FilterOption, Filters, filter_options
from tui.keymap import load_keymap
from tui.screens import library as library_screen
from tui.screens.library import FIRST_ROWS, LibraryScreen, Order, headline, orders, sort_words
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen
from tui.trouble import sentence
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.heading_line import HeadingLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.line_input import LineInput
from tui.widgets.prompt import Prompt

ARTICLES = (
    ("Bridge halted", "Daily Ferry", "2024-03-01", "The bridge stands still, say neighbours."),
    ("Bridge on time", "River Post", "2024-02-01", "The mayor's office denies any delay."),
    ("Ferry returns", "Daily Ferry", None, "COVID-19 had stopped the ferry for a year."),
    ("Harbour quiet", None, "2024-01-15T08:00:00+07:00", "Nothing was said about the bridge."),
)

Library = tuple[SanggahApp, Pilot[int], Store]


def add(store: Store, title: str | None, outlet: str | None, date: str | None, text: str) -> str:
    metadata = Metadata(title=title, outlet=outlet, published=date)
    lines = tuple(
        Line(number, found.start(), found.end(), "body", shown=True)
        for number, found in enumerate(re.finditer(r"[^\n]+", text), 1)
    )
    return articles.add(store, Document(text, metadata, lines, ()), source=f"{title}.txt")[0]


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with open_store(path, "ani") as store:
        for fields in ARTICLES:
            add(store, *fields)
    return path


@pytest.fixture
def empty_path(tmp_path: Path) -> Path:
    path = tmp_path / "empty.db"
    open_store(path, "ani").close()
    return path


@asynccontextmanager
async def library(path: Path, *, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Library]:
    with open_store(path, "ani") as store:
        keymap, problems = load_keymap(None, ["claim", "denial", "evidence"])
        assert not problems
        app = SanggahApp(store, keymap, state_folder=path.parent / "state")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot, store
        app.writer.drain(5)
        app.writer.close()


async def settled(app: SanggahApp, pilot: Pilot[int]) -> None:
    """Wait until all is written and shown."""
    await asyncio.to_thread(app.writer.drain, 10)
    await pilot.pause(0.1)
    await pilot.pause()


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    for _ in range(200):
        await pilot.pause(0.02)
        if holds():
            return
    raise AssertionError("waited in vain")


def listed(app: SanggahApp) -> ArticleList:
    screen = next(screen for screen in app.screen_stack if isinstance(screen, LibraryScreen))
    return screen.query_one(ArticleList)


def titles(app: SanggahApp, store: Store) -> list[str | None]:
    return [row.title for row in articles.rows(store, listed(app).order)]


def current(app: SanggahApp) -> str | None:
    row = listed(app).current
    return row.title if row else None


def shown(app: SanggahApp) -> list[str]:
    the_list = listed(app)
    return [the_list.render_line(y).text for y in range(the_list.size.height)]


def heading(app: SanggahApp) -> str:
    return app.screen.query_one(HeadingLine).render_line(0).text


def message(app: SanggahApp) -> str:
    return app.screen.query_one(KeyFooter).message


async def test_every_article_is_listed_with_outlet_date_and_words(store_path: Path) -> None:
    async with library(store_path) as (app, _, store):
        assert titles(app, store) == [fields[0] for fields in ARTICLES]
        first = shown(app)[1]
        for part in ("▌", "· new", "Bridge halted", "Daily Ferry", "2024-03-01", "   6"):
            assert part in first
        assert "4 articles" in heading(app)
        assert "sort: added" in heading(app)


async def test_keys_move_the_cursor_and_stop_at_the_ends(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("k")
        assert current(app) == "Bridge halted"
        await pilot.press("j", "j")
        assert current(app) == "Ferry returns"
        await pilot.press("G")
        assert current(app) == "Harbour quiet"
        await pilot.press("j", "g")
        assert current(app) == "Bridge halted"
        await pilot.press("space")
        assert current(app) == "Harbour quiet"


async def test_search_narrows_while_typing_and_escape_brings_the_place_back(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("j", "j", "/", *"may")
        await until(pilot, lambda: titles(app, store) == ["Bridge on time"])
        assert "search: may" in heading(app)
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app, store)) == 4)
        assert current(app) == "Ferry returns"
        assert "search" not in heading(app)
        await pilot.press("/")
        assert app.screen.query_one(Prompt).value == "may"


async def test_a_search_shows_the_best_first_with_the_words_that_were_found(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, pilot, store):
        with open_store(store_path, "budi") as other:
            add(
                other,
                "Traffic",
                None,
                None,
                "Rain.\nBridge, bridge, [/b] bridge: all of it bridge.",
            )
        await pilot.press("s", *"title", "enter", "/", *"bridge")
        await until(pilot, lambda: len(titles(app, store)) == 4)
        assert titles(app, store)[0] == "Traffic"
        assert "sort: best match" in heading(app)
        found = "Bridge, bridge, [/b] bridge: all of it bridge."
        await until(pilot, lambda: found in shown(app)[1])
        segments = list(listed(app).render_line(1))
        hits = [part.text for part in segments if part.style and part.style.underline]
        assert [hit.lower() for hit in hits] == ["bridge"] * 4
        await pilot.press("down")
        assert listed(app).cursor == 1
        await pilot.press("escape")
        await until(pilot, lambda: "sort: title" in heading(app))
        assert "Bridge, bridge" not in shown(app)[1]


async def test_the_words_that_were_found_are_looked_for_once_a_row(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("/", *"bridge", "enter")
        await until(pilot, lambda: len(titles(app, store)) == 3)
        asked: list[int] = []

        def noted(rows: Sequence[ArticleRow]) -> None:
            asked.extend(row.seq for row in rows)
            listed(app).offer_excerpts({row.seq: Excerpt("bridge") for row in rows})

        listed(app).show_excerpts(noted)
        await pilot.press("j", "j", "k", "k", "j")
        await pilot.pause()
        assert len(asked) == len(set(asked)) == 3
        assert "bridge" in shown(app)[2]


async def test_a_search_can_be_held_to_whole_words_or_be_an_expression(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("/", *"bri")
        await until(pilot, lambda: len(titles(app, store)) == 3)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: titles(app, store) == [])
        assert "search (whole words): bri" in heading(app)
        await pilot.press("ctrl+t", "ctrl+r", *"dge sta|^covid")
        await until(pilot, lambda: titles(app, store) == ["Bridge halted", "Ferry returns"])
        await pilot.press("(")
        await until(pilot, lambda: titles(app, store) == [])
        assert message(app) == "This expression is not complete: a ( has no )."
        assert "not complete" in shown(app)[2]
        await pilot.press("backspace")
        await until(pilot, lambda: titles(app, store) == ["Bridge halted", "Ferry returns"])


async def test_an_expression_without_end_says_so_and_holds_up_no_later_search(
    store_path: Path,
) -> None:
    with open_store(store_path, "ani") as store:
        add(store, "Endless", None, None, "a" * 5000 + "b")
    async with library(store_path) as (app, pilot, store):
        await pilot.press("/", "ctrl+r")
        line = app.screen.query_one(LineInput)
        line.value = "(a|aa)+$"
        await until(pilot, lambda: "takes too long" in message(app))
        assert titles(app, store) == []
        line.value = "^covid"
        await until(pilot, lambda: titles(app, store) == ["Ferry returns"])


async def test_a_search_that_goes_on_says_so_until_it_is_answered(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = Event()

    def slowly(store: Store, query: ArticleQuery) -> Iterator[Order]:
        if query.search == "bridge":
            answered.wait(30)
        yield from orders(store, query)

    monkeypatch.setattr(library_screen, "orders", slowly)
    monkeypatch.setattr(library_screen, "PATIENCE", 0.05)
    async with library(store_path) as (app, pilot, _):
        await pilot.press("/", *"bridge")
        await until(pilot, lambda: message(app) == "Searching…")
        await pilot.press("enter")
        assert message(app) == "Searching…"
        answered.set()
        await until(pilot, lambda: "3 articles" in heading(app))
        assert message(app) == ""


async def test_signs_that_are_no_words_find_nothing_and_say_so(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("/", *"bridge")
        await until(pilot, lambda: "3 articles" in heading(app))
        await pilot.press("ctrl+u", "[")
        await until(pilot, lambda: "4 articles" in heading(app))
        assert "search" not in heading(app)
        assert message(app).startswith("There is nothing to look for: write a letter")
        await pilot.press("ctrl+u", *"ferry")
        await until(pilot, lambda: "1 article " in heading(app))
        assert message(app) == ""


def test_a_search_that_finds_many_gives_the_first_page_before_all(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.db", "ani") as store:
        for number in range(FIRST_ROWS + 5):
            add(store, f"Bridge {number}", None, None, f"{'bridge ' * (number % 7 + 1)}{number}")
        query = ArticleQuery(search="bridge", sort="best")
        page, ranked = orders(store, query)
        assert (page.whole, ranked.whole) == (False, True)
        assert list(page.seqs) == [row.seq for row in page.rows] == list(range(1, FIRST_ROWS + 1))
        assert ranked.seqs == articles.order(store, query)
        (few,) = orders(store, ArticleQuery(search="bridge 7", sort="best"))
        assert few.whole


async def test_the_cursor_stays_on_top_when_the_best_are_known_unless_it_was_moved(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, _, _):
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        seqs = list(listed(app).order)
        for moved, expected in ((False, seqs[2]), (True, seqs[1])):
            query = ArticleQuery(search="bridge", sort="best")
            screen._show_query(ArticleQuery())
            screen._show_query(query, to_top=True)
            screen._show_order(array("q", seqs), whole=False)
            if moved:
                listed(app).move(1)
            screen._show_order(array("q", [seqs[2], seqs[1], seqs[0], seqs[3]]))
            assert listed(app).current_seq == expected


async def test_words_found_for_the_first_page_are_kept_when_all_are_known(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("/", *"bridge", "enter")
        await until(pilot, lambda: "say neighbours" in " ".join(shown(app)))
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        screen._show_order(listed(app).order)
        assert "say neighbours" in " ".join(shown(app))
        await pilot.press("/", "ctrl+u", *"mayor", "enter")
        await until(pilot, lambda: "denies any" in " ".join(shown(app)))


async def test_an_article_that_was_searched_is_opened_at_the_first_hit(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("/", *"delay mayor")
        await until(pilot, lambda: titles(app, store) == ["Bridge on time"])
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        view = app.screen.query_one(ArticleView)
        await until(pilot, lambda: "Hit 1 of 2" in message(app))
        assert view.selection.span == Span(4, 9)
        await pilot.press("n")
        assert "Hit 2 of 2" in message(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


async def test_enter_keeps_the_search_and_escape_in_the_list_clears_it(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("/", *"bridge", "enter", "j")
        await until(pilot, lambda: len(titles(app, store)) == 3)
        assert not app.screen.query_one(Prompt).is_open
        before = current(app)
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app, store)) == 4)
        assert current(app) == before


@pytest.mark.parametrize(
    "words",
    ["COVID-19", 'may"or', "mayor's", "*", "AND OR NOT", "(", "^x", "a:b", "\\", "%_", "[/]"],
)
async def test_no_input_makes_a_search_fail(store_path: Path, words: str) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("/")
        app.screen.query_one(LineInput).value = words
        await pilot.press("enter")
        await until(pilot, lambda: "…" not in heading(app))
        assert message(app) == sentence(search.unsearchable(words))
        assert "article" in heading(app)


async def test_covid_19_is_found(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("/", *"COVID-19", "enter")
        await until(pilot, lambda: titles(app, store) == ["Ferry returns"])


async def test_filters_add_up_and_the_heading_names_them(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press(".")
        await settled(app, pilot)
        await pilot.press("f", *"outlet ferry", "enter")
        await until(pilot, lambda: len(titles(app, store)) == 2)
        await pilot.press("f", *"done", "enter")
        await until(pilot, lambda: titles(app, store) == ["Bridge halted"])
        assert "state: done" in heading(app)
        assert "outlet: Daily Ferry" in heading(app)
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app, store)) == 4)


async def test_a_filter_that_was_chosen_is_taken_away_by_choosing_it_again(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, pilot, store):
        for _ in range(2):
            await pilot.press("f", *"state new", "enter")
            await pilot.pause()
        await until(pilot, lambda: len(titles(app, store)) == 4)
        assert "state" not in heading(app)


async def test_articles_are_filtered_by_label(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        chosen = listed(app).current
        assert chosen is not None
        with open_store(store_path, "ani") as other:
            stored_annotations.create(other, chosen.id, "denial", 0, 3)
        await pilot.press("f", *"label denial", "enter")
        await until(pilot, lambda: titles(app, store) == ["Bridge halted"])
        await until(pilot, lambda: "D1" in shown(app)[1])


async def test_escape_clears_the_search_first_and_then_the_filters(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("f", *"outlet ferry", "enter", "/", *"covid", "enter")
        await until(pilot, lambda: titles(app, store) == ["Ferry returns"])
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app, store)) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app, store)) == 4)
        await pilot.press("escape")
        assert "no search" in message(app)


async def test_sorting_keeps_the_cursor_on_its_article_and_turns_round(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("j", "s", *"title", "enter")
        await until(pilot, lambda: titles(app, store) == sorted(f[0] for f in ARTICLES))
        assert current(app) == "Bridge on time"
        assert "Title ↑" in shown(app)[0]
        await pilot.press("s", "enter")
        await until(
            pilot, lambda: titles(app, store) == sorted((f[0] for f in ARTICLES), reverse=True)
        )
        assert current(app) == "Bridge on time"
        assert "sort: title ↓" in heading(app)


async def test_a_click_on_a_heading_sorts_by_it(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        column = shown(app)[0].index("Date")
        await pilot.click(ArticleList, offset=(column, 0))
        await until(
            pilot, lambda: titles(app, store)[0] == "Bridge halted" and "sort: date" in heading(app)
        )
        assert titles(app, store)[-1] == "Ferry returns"


async def test_done_is_toggled_and_seen_without_colour(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press(".")
        await settled(app, pilot)
        assert "✓ done" in shown(app)[1]
        assert message(app) == "Done: Bridge halted"
        row = listed(app).current
        assert row is not None
        assert reviews.get(store, row.id).state == "done"
        await pilot.press(".")
        await settled(app, pilot)
        assert "· new" in shown(app)[1]


async def test_an_article_set_aside_leaves_the_list_and_undo_brings_it_back(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("j", "x")
        assert current(app) == "Ferry returns"
        await settled(app, pilot)
        assert titles(app, store) == ["Bridge halted", "Ferry returns", "Harbour quiet"]
        assert message(app) == "Set aside: Bridge on time (u brings it back)"
        await pilot.press("u")
        await until(pilot, lambda: len(titles(app, store)) == 4)
        await until(pilot, lambda: current(app) == "Bridge on time")
        assert message(app).startswith("Taken back")
        await pilot.press("U")
        await until(pilot, lambda: len(titles(app, store)) == 3)


async def test_undo_with_nothing_to_take_back_says_so(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("u")
        await settled(app, pilot)
        assert message(app) == "There is nothing to take back."


async def test_a_folder_is_added_and_the_first_problem_is_told(
    empty_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "my files"
    folder.mkdir()
    (folder / "a.txt").write_text("Harbour opens\n\nThe harbour opened on Monday, ships came in.\n")
    (folder / "b.txt").write_bytes(b"")
    async with library(empty_path) as (app, pilot, _):
        assert "press a to add files" in "\n".join(shown(app))
        await pilot.press("a")
        app.screen.query_one(LineInput).value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: "added" in message(app) and "b.txt" in message(app))
        assert message(app).startswith("1 article added.")
        await until(pilot, lambda: "Harbour opens" in shown(app)[1])
        await pilot.press("a", *"/no/such/file", "enter")
        await until(pilot, lambda: "0 articles added" in message(app))
        assert app.screen.query_one(KeyFooter).render_line(0).text.startswith("! 0 articles")
        assert "/no/such/file" in message(app)


async def test_a_path_that_was_not_added_is_kept_as_a_draft(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("a", *"~/news", "escape", "a")
        assert app.screen.query_one(Prompt).value == "~/news"


async def test_a_search_without_hits_says_what_to_press(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("/", *"zebra", "enter")
        await until(pilot, lambda: "Nothing found." in "\n".join(shown(app)))
        assert "Press esc" in "\n".join(shown(app))
        await pilot.press("enter", "x", ".", "m", "j")
        assert message(app) == "There is no article here."


async def test_return_from_the_reader_is_to_the_article_last_read(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press(">", ">")
        await settled(app, pilot)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert current(app) == "Ferry returns"
        await until(pilot, lambda: "~ reading" in shown(app)[3])


async def test_marks_made_in_the_reader_are_counted_on_return(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("c", "w", "d")
        await settled(app, pilot)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: "C1 D1" in shown(app)[1])


async def test_what_another_program_adds_appears_and_the_cursor_stays(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("s", *"title", "enter", "j")
        await until(pilot, lambda: current(app) == "Bridge on time")
        with open_store(store_path, "budi") as other:
            add(other, "A bridge too far", None, None, "Nobody had said that the bridge was near.")
        await until(pilot, lambda: titles(app, store)[0] == "A bridge too far")
        assert current(app) == "Bridge on time"


async def test_a_change_outside_leaves_the_cursor_of_an_open_search(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("G", "/", *"bridge")
        await until(pilot, lambda: len(titles(app, store)) == 3)
        listed(app).move(1)
        before = current(app)
        with open_store(store_path, "budi") as other:
            add(other, "Another bridge", None, None, "There is a bridge too many.")
        await until(pilot, lambda: len(titles(app, store)) == 4)
        assert current(app) == before


async def test_after_a_search_without_hits_the_cursor_is_where_it_was(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("j", "j", "/", *"zzz", "enter")
        await until(pilot, lambda: titles(app, store) == [])
        await pilot.press("escape")
        await until(pilot, lambda: current(app) == "Ferry returns")


async def test_an_article_done_under_a_filter_gives_its_place_to_the_next(
    store_path: Path,
) -> None:
    async with library(store_path) as (app, pilot, store):
        await pilot.press("f", *"state new", "enter", "j", ".")
        await until(pilot, lambda: len(titles(app, store)) == 3)
        assert current(app) == "Ferry returns"


async def test_another_programs_lock_stops_neither_keys_nor_search(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, store):
        other = sqlite3.connect(store_path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press(".", "j", "j")
        assert current(app) == "Ferry returns"
        await pilot.press("/", *"mayor", "enter")
        await until(pilot, lambda: titles(app, store) == ["Bridge on time"])
        other.execute("ROLLBACK")
        other.close()
        await settled(app, pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "✓ done" in shown(app)[1])


async def test_a_click_moves_and_a_click_on_the_cursor_opens(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.click(ArticleList, offset=(20, 3))
        assert current(app) == "Ferry returns"
        await pilot.click(ArticleList, offset=(20, 30))
        assert current(app) == "Ferry returns"
        await pilot.click(ArticleList, offset=(20, 3))
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


HOSTILE = "\x1b]52;c;aGk=\x07 [/] [link=x] \u202egnp.exe \x00\x9b31m 家族👨‍👩‍👧 \n tail"


async def test_hostile_titles_and_outlets_are_shown_and_reach_no_terminal(
    store_path: Path,
) -> None:
    outside = sqlite3.connect(store_path)
    outside.execute(
        "UPDATE articles SET title = ?, outlet = ?", (HOSTILE.replace("\0", ""), HOSTILE)
    )
    outside.commit()
    outside.close()
    for size in ((120, 40), (80, 24), (40, 10)):
        async with library(store_path, size=size) as (app, pilot, _):
            await pilot.press("j", "f")
            await pilot.pause()
            assert isinstance(app.screen, Picker)
            await pilot.press("escape", ".")
            await settled(app, pilot)
            lines = [*shown(app), message(app)]
            for line in lines:
                assert not any(
                    ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in line
                )
            assert "[/]" in lines[1]


async def test_an_article_without_a_title_shows_its_first_words(empty_path: Path) -> None:
    with open_store(empty_path, "ani") as store:
        add(store, None, None, None, "\n  Words without\ta heading.\nMore.")
    async with library(empty_path) as (app, _, _):
        assert "Words without a heading. More." in shown(app)[1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10), (20, 5)])
async def test_every_size_shows_title_and_cursor(store_path: Path, size: tuple[int, int]) -> None:
    async with library(store_path, size=size) as (app, pilot, _):
        assert any(line.startswith("▌ ") and "Bridge" in line for line in shown(app))
        await pilot.resize_terminal(60, 8)
        await pilot.press("G")
        assert current(app) == "Harbour quiet"
        assert any(line.startswith("▌ ") and "Harbour" in line for line in shown(app))


def many(path: Path, number: int) -> None:
    with open_store(path, "ani") as store, transaction(store, mode="rule"):
        for n in range(number):
            add(store, f"Report {n:06}", f"Outlet {n % 50}", None, f"Report number {n} says so.")


async def test_twenty_thousand_articles_are_opened_by_reading_a_few_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.db"
    many(path, 20_000)
    fetched: list[int] = []
    rows = articles.rows

    def counted(store: Store, seqs: Sequence[int]) -> list[ArticleRow]:
        fetched.append(len(seqs))
        return rows(store, seqs)

    monkeypatch.setattr(articles, "rows", counted)
    async with library(path) as (app, pilot, _):
        await until(pilot, lambda: len(listed(app).order) == 20_000)
        assert sum(fetched) <= 200
        fetched.clear()
        await pilot.press(*"jjjjjjjjjj")
        assert sum(fetched) <= 100
        fetched.clear()
        await pilot.press("G")
        assert current(app) == "Report 019999"
        assert shown(app)[-1].startswith("▌ ")
        assert sum(fetched) <= 300
        await pilot.press("/", *"019998", "enter")
        await until(pilot, lambda: "1 article " in heading(app))
        assert current(app) == "Report 019998"
        await pilot.press("escape")
        await until(pilot, lambda: "20,000 articles" in heading(app))
        assert current(app) == "Report 019998"
        assert len(listed(app)._rows) <= 2048


def test_the_heading_names_what_was_asked_for() -> None:
    assert headline(ArticleQuery(), 1) == "1 article"
    assert headline(ArticleQuery(), None) == "… articles"
    query = ArticleQuery(search="sea", state="new", outlet="Post", label="claim")
    assert headline(query, 12_345) == (
        "12,345 articles  ·  search: sea  ·  state: new  ·  label: claim  ·  outlet: Post"
    )
    assert sort_words(ArticleQuery(sort="published", descending=True)) == "sort: date ↓"


def test_a_typed_line_names_one_path_or_several(tmp_path: Path) -> None:
    (tmp_path / "with space").touch()
    assert typed_paths(f" {tmp_path}/with space ") == [tmp_path / "with space"]
    assert typed_paths(r"'/a b' /c\ d /e") == [Path("/a b"), Path("/c d"), Path("/e")]
    assert typed_paths("it's.txt") == [Path("it's.txt")]
    assert typed_paths("~") == [Path.home()]
    assert typed_paths("a" * 5000) == [Path("a" * 5000)]
    assert typed_paths("~nobody-of-this-name/x") == [Path("~nobody-of-this-name/x")]
    assert typed_paths("  ") == []
    assert typed_paths("https://kabar.example/1?a=b") == [Address("https://kabar.example/1?a=b")]


def test_filter_choices_set_and_take_away() -> None:
    done = FilterOption("state", "done", "✓ done")
    assert done.apply(Filters()) == Filters(state="done")
    assert done.apply(Filters(state="done", label="claim")) == Filters(label="claim")
    assert FilterOption("all", "", "all articles").apply(Filters(outlet="Post")) == Filters()
    assert filter_options(["claim"], [("Post", 3)], Filters(state="new"))[0].kind == "all"


@pytest.fixture
def seeds_path(tmp_path: Path) -> Path:
    """The five seeds, one read, one done, some with marks."""
    path = tmp_path / "seeds.db"
    with open_store(path, "ani") as store:
        add_paths(store, [Path(__file__).parents[2] / "seeds"])
        # How many words are shown depends on the reading, which has its own tests.
        store.connection.execute("UPDATE articles SET words = 300 + seq")
        rows = articles.first(store, ArticleQuery(), 5)
        for place, row in enumerate(rows):
            for number in range(place):
                label = ("claim", "denial", "evidence")[number % 3]
                stored_annotations.create(store, row.id, label, number * 10, number * 10 + 8)
        reviews.save(store, rows[1].id, state="reading")
        reviews.save(store, rows[2].id, state="done")
    return path


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((120, 40), "j"),
        ((80, 24), "j"),
        ((40, 12), "jj"),
        ((80, 24), "f"),
        ((80, 24), "/zz"),
    ],
    ids=["wide", "usual", "narrow", "filter", "no_hits"],
)
def test_the_library_looks_as_it_did(
    seeds_path: Path, snap_compare: Any, size: tuple[int, int], keys: str
) -> None:
    async def press(pilot: Pilot[int]) -> None:
        await pilot.press(*keys)
        await pilot.pause(0.3)

    with open_store(seeds_path, "ani") as store:
        keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        app = SanggahApp(store, keymap, state_folder=seeds_path.parent / "state")
        assert snap_compare(app, terminal_size=size, run_before=press)
        app.writer.close()


async def test_annotations_are_exported_to_the_file_that_was_named(store_path: Path) -> None:
    with open_store(store_path, "ani") as store:
        row = articles.first(store, ArticleQuery(), 1)[0]
        stored_annotations.create(store, row.id, "claim", 0, 10)
    target = store_path.parent / "out.csv"
    async with library(store_path) as (app, pilot, _):
        await pilot.press("E")
        await pilot.pause()
        app.screen.query_one("#file", LineInput).value = str(target)
        await pilot.press("enter")
        await until(pilot, lambda: target.exists() and "out.csv" in message(app))
        assert "The bridge" in target.read_text()


async def test_mended_metadata_is_seen_in_the_list(store_path: Path) -> None:
    async with library(store_path) as (app, pilot, _):
        await pilot.press("m")
        await pilot.pause()
        app.screen.query(LineInput).first().value = "Bridge halted again"
        await pilot.press("enter")
        await until(pilot, lambda: "Bridge halted again" in shown(app)[1])
        assert message(app) == "Mended: title"
        await pilot.press("u")
        await until(pilot, lambda: "Bridge halted  " in shown(app)[1])
