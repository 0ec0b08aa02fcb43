"""The list of articles by itself: its columns and words; on the screen see test_library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.color import Color

from tui.label_looks import label_letters, readable
from tui.widgets.article_list import columns_for, fit, how_many_fit


@given(st.text(max_size=60), st.integers(1, 40), st.booleans())
def test_a_cell_is_always_exactly_as_wide_as_its_column(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(text, width, right=right)) == width


@given(st.text(alphabet="ab👨‍👩‍👧日本語\u0301\u200d🇮🇩é", max_size=60), st.integers(1, 20))
def test_wide_and_joined_characters_are_cut_to_the_column(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(st.text(alphabet="a👨‍👩‍👧👍🏽❤\ufe0f日\u0301\u200d🇮🇩", max_size=60), st.integers(1, 20))
def test_a_terminal_that_measures_signs_one_by_one_comes_to_the_same(text: str, width: int) -> None:
    assert sum(cell_len(sign) for sign in fit(text, width)) == width


@given(st.text(max_size=60), st.integers(1, 40))
def test_no_control_character_is_left_in_a_cell(text: str, width: int) -> None:
    shown = fit(text, width)
    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in shown)


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert fit("Contradictory coverage", 10) == "Contradic…"
    assert fit("短い見出し", 6) == "短い… "
    assert fit("x" * 200_000, 5) == "xxxx…"
    assert fit("🇮🇩 👍🏽", 5) == "ID 👍"


@pytest.mark.parametrize("width", range(10, 240))
def test_columns_fill_the_width_and_end_inside_it(width: int) -> None:
    columns = columns_for(width)
    assert 2 + sum(column.width for column in columns) + len(columns) - 1 == width


def test_the_title_is_the_widest_column_at_every_width() -> None:
    for width in range(24, 240):
        columns = {column.name: column.width for column in columns_for(width)}
        assert max(columns, key=lambda name: columns[name]) == "title"


def test_forty_columns_still_show_title_and_marks() -> None:
    assert [column.name for column in columns_for(39)] == ["state", "title", "annotations"]


def test_marks_that_do_not_fit_leave_room_for_an_ellipsis() -> None:
    assert how_many_fit([2, 2, 2], 8) == 3
    assert how_many_fit([2, 2, 3], 8) == 2
    assert how_many_fit([9], 8) == 0
    assert how_many_fit([], 8) == 0


def test_labels_that_begin_alike_get_different_letters() -> None:
    assert label_letters(["主張", "否認", "claim"]) == {"主張": "1", "否認": "2", "claim": "C"}
    letters = label_letters(["claim", "counter-claim", "context", "cc"])
    assert letters == {"claim": "C", "counter-claim": "O", "context": "N", "cc": "C"}


@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 255)] * 3))
def test_a_label_colour_is_made_readable_on_any_background(
    color: tuple[int, int, int], background: tuple[int, int, int]
) -> None:
    def luminance(of: Color) -> float:
        parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in of.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    behind = Color(*background)
    low, high = sorted([luminance(readable(Color(*color), behind)), luminance(behind)])
    assert (high + 0.05) / (low + 0.05) >= 4.5
