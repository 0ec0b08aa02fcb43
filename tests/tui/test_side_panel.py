"""The panel lists what the article has, leads to it both ways, and changes what is under its cursor."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.color import Color

from store import Annotation, ArticleQuery, Quote, articles, history, open_store
from store import annotations as stored_annotations
from tests.growth import calls
from tests.tui.test_dialogs import all_text
from tests.tui.test_reader import marks, message, reading, selected, settled, store_path
from tui.app import SanggahApp
from tui.motions import in_text_order
from tui.preferences import Preferences
from tui.screens.reader.details import share_of
from tui.widgets.article_view import ArticleView
from tui.widgets.key_footer import KeyFooter
from tui.widgets.mark_details import fields_of, moment
from tui.widgets.side_column import SideColumn
from tui.widgets.side_panel import Filter, SidePanel

__all__ = ["store_path"]

EMPTY = ("no mark", "none like that", "no quote")
LETTERS = {"claim": "C", "denial": "D", "evidence": "E"}


class Beside(App[None]):
    """The column alone, as wide and high as the screen."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        yield SideColumn()

    def on_mount(self) -> None:
        column = self.query_one(SideColumn)
        column.show(200, 240)

    @property
    def panel(self) -> SidePanel:
        return self.query_one(SidePanel)

    def list(self, listed: list[Annotation], quotes: tuple[Quote, ...] = ()) -> None:
        self.panel.show(listed, quotes, LETTERS, lambda label: Color(90, 180, 230), EMPTY)

    def rows(self) -> list[str]:
        return [self.panel.render_line(y).text.rstrip() for y in range(self.panel.size.height)]


def mark(number: int, start: int, end: int, label: str = "claim", **more: object) -> Annotation:
    return Annotation(
        id=f"{number:04}",
        article_id="a",
        label=label,
        start=start,
        end=end,
        text=f"words {number}",
        reviewer="ani",
        **more,  # type: ignore[arg-type]
    )


def screen_text(app: SanggahApp) -> str:
    return all_text(app)  # type: ignore[arg-type]


# What is listed


async def test_annotations_and_quotes_stand_in_the_order_of_the_text():
    app = Beside()
    async with app.run_test(size=(60, 30)):
        quote = Quote(3, 9, "“never”", "direct", "Sri Rahayu")
        later = Quote(1, 2, "“x”", "partial")
        app.list([mark(2, 30, 40, "denial"), mark(1, 5, 9), mark(3, 5, 20)], (quote, later))
        assert [row.strip() for row in app.rows()[:7]] == [
            "Annotations (3)",
            "C words 3",
            "C words 1",
            "D words 2",
            "Quotes (2)",
            "… “x”",
            "“ Sri Rahayu: “never”",
        ]


async def test_empty_lists_say_what_to_do():
    app = Beside()
    async with app.run_test(size=(60, 30)):
        app.list([])
        assert [row.strip() for row in app.rows()[:4]] == [
            "Annotations (0)",
            "no mark",
            "Quotes (0)",
            "no quote",
        ]
        app.list([mark(1, 0, 5)])
        app.panel.set_filter(Filter("denial"))
        assert [row.strip() for row in app.rows()[:3]] == [
            "denial (0 of 1)",
            "none like that",
            "",
        ]


labels = st.sampled_from(sorted(LETTERS))
statuses = st.sampled_from(["accepted", "suggested", "rejected"])
many_marks = st.dictionaries(
    st.integers(0, 30),
    st.tuples(st.integers(0, 40), st.integers(1, 9), labels, statuses),
    max_size=12,
).map(
    lambda found: [
        mark(number, start, start + length, label, status=status)
        for number, (start, length, label, status) in found.items()
    ]
)
filters = st.sampled_from([Filter(), Filter("claim"), Filter(status="rejected")])


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(many_marks, filters), min_size=1, max_size=4))
async def test_a_list_that_was_changed_is_the_list_made_anew(
    steps: list[tuple[list[Annotation], Filter]],
):
    app = Beside()
    async with app.run_test(size=(50, 20)):
        for listed, chosen in steps:
            app.panel.set_filter(chosen)
            app.list(listed)
            shown = [found for found in listed if chosen.shows(found)]
            assert app.panel._marks == in_text_order(shown)
            assert app.panel.cursor < app.panel.row_count
            for row in range(app.panel.row_count):
                if app.panel.can_stand_on(row):
                    app.panel.draw(row, app.panel.rich_style, 40)
                else:
                    assert app.panel.heading(row)[0]


async def test_the_cursor_stays_on_its_annotation_when_others_come_and_go():
    app = Beside()
    async with app.run_test(size=(60, 30)):
        listed = [mark(number, number * 10, number * 10 + 5) for number in range(5)]
        app.list(listed)
        app.panel.follow(listed[3].span)
        app.list([mark(9, 1, 2), *listed])
        assert app.panel.entry == listed[3]
        app.list(listed[2:])
        assert app.panel.entry == listed[3]
        app.list(listed[:1])
        assert app.panel.cursor < app.panel.row_count


async def test_neither_a_motion_nor_a_mark_costs_more_in_a_long_list():
    app = Beside()
    async with app.run_test(size=(60, 30)):

        def work(many: int) -> tuple[int, int]:
            listed = [mark(number, number * 10, number * 10 + 5) for number in range(many)]
            app.list(listed)
            app.panel.follow(listed[many // 2].span)
            moved = calls(lambda: app.panel.follow(listed[many // 2 + 1].span))
            changed = replace(listed[7], note="kept")
            new = [*listed[:7], changed, *listed[8:]]
            return moved, calls(lambda: app.list(new))

        few, many = work(200), work(3200)
        assert many[0] <= few[0] + 60
        # Looking at each once, to see which is another, is all that may grow.
        assert many[1] <= few[1] + 3 * 3000 + 60


# Both ways


async def test_the_text_follows_the_panel_and_the_panel_the_text(store_path: Path):
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("]", "c", "]", "d", "g")
        panel = app.screen.query_one(SidePanel)
        await pilot.press("P", "g", "j")
        await pilot.pause()
        assert selected(app) == '"Kami menunggu sejak tahun lalu,"'
        await pilot.press("k")
        await pilot.pause()
        assert selected(app) == '"Proyek ini tidak pernah mangkrak,"'
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(ArticleView).has_focus
        await pilot.press("]")
        entry = panel.entry
        assert isinstance(entry, Annotation)
        assert entry.label == "denial"


async def test_the_footer_shows_the_keys_of_what_has_them(store_path: Path):
    async with reading(store_path) as (app, pilot, _):
        footer = app.screen.query_one(KeyFooter)
        await pilot.press("]", "c", "P")
        await pilot.pause()
        assert footer.context == "panel"
        await pilot.press("i")
        await pilot.pause()
        assert footer.context == "prompt"
        await pilot.press("escape")
        await pilot.pause()
        assert footer.context == "panel"
        assert app.screen.query_one(SidePanel).has_focus
        await pilot.click(ArticleView, offset=(8, 2))
        await pilot.pause()
        assert footer.context == "reader"


# What is known of an annotation


async def test_note_speaker_confidence_and_label_are_changed_in_the_panel(store_path: Path):
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "]", "c", "g", "P", "g")
        await pilot.pause()
        await pilot.press("i", *"penting", "enter")
        await pilot.press("s", *"Dewi", "enter")
        await pilot.press("%", *"80", "enter")
        await settled(app, pilot)
        assert app.screen.query_one(SidePanel).has_focus
        first, second = marks(store)
        assert (first.note, first.speaker, first.confidence) == ("penting", "Dewi", 0.8)
        assert (second.note, second.confidence) == ("", None)
        shown = screen_text(app)
        assert "claim · accepted · 80% sure" in shown
        assert "note penting" in shown
        await pilot.press("R", "down", "enter")
        await settled(app, pilot)
        assert marks(store)[0].label == "denial"
        await pilot.press("escape", "u")
        await settled(app, pilot)
        assert marks(store)[0].label == "claim"
        assert marks(store)[0].confidence == 0.8


async def test_each_change_in_the_panel_is_one_undo(store_path: Path):
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "P", "g", "%", *"50", "enter", "i", *"kata", "enter")
        await settled(app, pilot)
        before = marks(store)[0]
        with open_store(store_path, "ani") as other:
            history.undo(other, before.article_id)
        (after,) = marks(store)
        assert (after.confidence, after.note) == (0.5, "")


async def test_a_suggestion_is_accepted_and_rejected_in_the_panel(store_path: Path):
    row = _first(store_path)
    with open_store(store_path, "machine") as other:
        for start in (0, 40):
            stored_annotations.create(other, row, "claim", start, start + 9, status="suggested")
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("P", "g", "a")
        await settled(app, pilot)
        mine = [found for found in marks(store) if found.reviewer == "ani"]
        assert [found.start for found in mine] == [0]
        await pilot.press("G", "k", "k", "x")
        await settled(app, pilot)
        rejected = [found.start for found in marks(store) if found.status == "rejected"]
        assert rejected == [40]
        await pilot.press("f", "f", "f")
        await pilot.pause()
        assert "rejected (1 of 3)" in screen_text(app)


async def test_what_another_reviewer_marked_is_not_changed_and_the_panel_says_so(store_path: Path):
    row = _first(store_path)
    with open_store(store_path, "budi") as other:
        stored_annotations.create(other, row, "claim", 0, 9, note="milik budi")
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("P", "g")
        for key in ("i", "s", "%", "R", "x"):
            await pilot.press(key)
            await pilot.pause()
            assert message(app) == "That is budi's annotation; only your own change."
            app.say("")
        assert [found.note for found in marks(store)] == ["milik budi"]


async def test_a_confidence_that_is_none_is_refused_with_what_to_write(store_path: Path):
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("]", "c", "%", *"120", "enter")
        await settled(app, pilot)
        assert "write 0 to 100" in message(app)
        assert marks(store)[0].confidence is None


@given(st.floats(0, 100))
def test_a_share_is_what_was_written_in_percent(number: float):
    assert share_of(f" {number:.3f} % ") == pytest.approx(number / 100, abs=1e-4)


@pytest.mark.parametrize("written", ["-1", "101", "nan", "inf", "many", "%%", "1e9"])
def test_what_is_no_share_is_told(written: str):
    with pytest.raises(ValueError):
        share_of(written)


def test_details_leave_out_what_is_not_known():
    at = datetime(2024, 5, 3, 12, tzinfo=UTC)
    whole = mark(1, 0, 5, speaker="Dewi")
    part = mark(2, 9, 12, part_of="0001", created_at="2024-05-03T01:00:00.000Z")
    assert fields_of(None, None, at) == []
    assert fields_of(whole, None, at) == [
        ("", "claim · accepted"),
        ("who", "Dewi"),
        ("by", "ani"),
    ]
    assert fields_of(part, whole, at)[1:] == [
        ("goes on from", "words 1"),
        ("by", "ani · today"),
    ]


def test_a_day_is_named_as_seen_from_now():
    at = datetime(2024, 5, 3, 0, 30, tzinfo=UTC)
    assert moment("2024-05-02T23:59:59.000Z", at) == "yesterday"
    assert moment("2023-12-31T23:59:59.000Z", at) == "2023-12-31"
    assert moment("", at) == moment("rusak", at) == ""


# How it looks


async def test_the_filter_goes_round_the_labels_and_escape_lists_all_again(store_path: Path):
    async with reading(store_path) as (app, pilot, _):
        panel = app.screen.query_one(SidePanel)
        await pilot.press("]", "c", "]", "d", "P", "f")
        await pilot.pause()
        assert panel.filter == Filter("claim")
        assert "claim (1 of 2)" in screen_text(app)
        assert selected(app) == '"Proyek ini tidak pernah mangkrak,"'
        await pilot.press("f")
        assert panel.filter == Filter("denial")
        assert selected(app) == '"Kami menunggu sejak tahun lalu,"'
        await pilot.press("f")
        assert panel.filter == Filter()
        await pilot.press("F")
        assert panel.filter == Filter("denial")
        await pilot.press("x")
        await settled(app, pilot)
        assert "None like that: esc lists all" in screen_text(app)
        await pilot.press("escape")
        assert panel.filter == Filter()
        assert panel.has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(ArticleView).has_focus


async def test_the_panel_says_what_it_cannot_do_with_what_is_there(store_path: Path):
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("P", "i")
        await pilot.pause()
        assert "A quote that nobody has tagged yet: c d e" in message(app)
        app.say("")
        await pilot.press("f")
        await pilot.pause()
        assert "nothing to filter" in message(app)


async def test_the_help_in_the_panel_begins_with_its_keys(store_path: Path):
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("P", "?")
        await pilot.pause()
        assert "Make the panel wider" in screen_text(app)
        assert "Next sentence" not in screen_text(app)


async def test_the_width_is_changed_by_keys_and_remembered(store_path: Path):
    async with reading(store_path) as (app, pilot, _):
        column = app.screen.query_one(SideColumn)
        await pilot.press("P", "+", "+")
        await pilot.pause()
        assert column.size.width == 44
        for _ in range(20):
            await pilot.press("+")
        await pilot.pause()
        assert column.size.width == 80
        assert "The text needs 40 cells." in message(app)
        await pilot.press("-")
        await pilot.pause()
        kept = Preferences.load(store_path.parent / "state" / "preferences.json")
        assert kept.panel_width == column.size.width == 76
    async with reading(store_path, size=(80, 24)) as (app, pilot, _):
        await pilot.press("P")
        await pilot.pause()
        assert app.screen.query_one(SideColumn).size.width == 40
        assert Preferences.load(store_path.parent / "state" / "preferences.json").panel_width == 76


@pytest.mark.parametrize("size", [(60, 8), (61, 12), (80, 24), (200, 60)])
async def test_hostile_words_stay_inside_the_panel(store_path: Path, size: tuple[int, int]):
    hostile = "[/b]\x1b]52;c;eA==\x07\u202e新聞👩‍👩‍👧 " * 40
    row = _first(store_path)
    with open_store(store_path, "ani") as store:
        stored_annotations.create(store, row, "claim", 0, 9, note=hostile, speaker=hostile)
    async with reading(store_path, size=size) as (app, pilot, _):
        await pilot.press("P", "g")
        await pilot.pause()
        shown = screen_text(app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[/b]" in shown
        for line in app.screen._compositor.render_strips():
            assert line.cell_length == size[0]


def _first(path: Path) -> str:
    with open_store(path, "ani") as store:
        return articles.first(store, ArticleQuery(), 1)[0].id
