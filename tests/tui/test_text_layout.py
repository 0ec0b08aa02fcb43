"""Wrapping keeps every code point, stays inside the width and knows the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store import Line, Span
from tui.terminal_text import lines_of, one_line
from tui.text_layout import graphemes, is_narrow, lay_out, trimmed, visible_lines, wrap

PIECES = st.sampled_from(
    [
        "kata",
        "dan",
        " ",
        "  ",
        "\xa0",
        "“",
        "”",
        "–",
        "漢字",
        "かな",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "🇮🇩",
        "\t",
        "ابج",
        "x" * 30,
        "\u200b",
        "\u202e",
        "﷽",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
WIDTHS = st.integers(2, 40)


@given(TEXTS, WIDTHS)
def test_rows_hold_every_code_point_but_the_spaces_at_breaks(text: str, width: int) -> None:
    display = one_line(text)
    spans = list(wrap(display, 0, len(display), width))
    position = 0
    for span in spans:
        assert display[position : span.start].strip(" ") == ""
        position = span.end
    assert display[position:].strip(" ") == ""


@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_the_width_unless_one_grapheme_is(text: str, width: int) -> None:
    display = one_line(text)
    for span in wrap(display, 0, len(display), width):
        shown = display[span.start : span.end].rstrip(" ")
        assert cell_len(shown) <= width or len(list(graphemes(display, *span))) == 1


@given(TEXTS)
def test_what_counts_as_narrow_is_one_cell_for_the_terminal_library_too(text: str) -> None:
    display = one_line(text)
    if is_narrow(display, 0, len(display)):
        assert cell_len(display) == len(display)


@given(
    st.lists(TEXTS, min_size=1, max_size=8),
    st.lists(st.booleans(), min_size=8, max_size=8),
    WIDTHS,
    st.booleans(),
)
def test_an_offset_is_found_again_from_its_cell(
    texts: list[str], shown: list[bool], width: int, source: bool
) -> None:
    text = "\n".join(texts)
    lines, start = [], 0
    for number, piece in enumerate(texts):
        lines.append(
            Line(
                number + 1,
                start,
                start + len(piece),
                "body" if piece.strip() else "blank",
                shown[number],
            )
        )
        start += len(piece) + 1
    display = lines_of(text)
    layout = lay_out(display, visible_lines(display, lines, source=source), width)
    for number, row in enumerate(layout.rows):
        if row.line < 0 or row.remark:
            assert layout.offset_at(number, 0) is None
            continue
        for cluster in graphemes(layout.display, row.start, row.end):
            if cluster.cells:
                assert layout.row_of(cluster.start) == number
                assert layout.offset_at(number, layout.column_of(cluster.start)) == cluster.start


@given(st.lists(TEXTS, min_size=1, max_size=5), WIDTHS)
def test_stepping_by_graphemes_visits_each_once_both_ways(texts: list[str], width: int) -> None:
    text = "\n".join(texts)
    lines, start = [], 0
    for number, piece in enumerate(texts):
        lines.append(
            Line(number + 1, start, start + len(piece), "body" if piece.strip() else "blank", True)
        )
        start += len(piece) + 1
    display = lines_of(text)
    layout = lay_out(display, visible_lines(display, lines), width)
    stops = [
        c
        for row in layout.rows
        if row.line >= 0
        for c in graphemes(layout.display, row.start, row.end)
    ]
    if not stops:
        return
    offset, seen = stops[0].start, []
    while (following := layout.next_grapheme(offset)) != offset:
        seen.append(following)
        offset = following
    assert seen == [cluster.end for cluster in stops]
    back = []
    while (before := layout.previous_grapheme(offset)) != offset:
        back.append(before)
        offset = before
    assert back == [cluster.start for cluster in reversed(stops)]


def test_hidden_lines_leave_one_empty_row_and_show_their_reason_in_the_source() -> None:
    text = "Pertama.\n\nIKLAN\n\nKedua."
    lines = [
        Line(1, 0, 8, "body", True),
        Line(2, 9, 9, "blank", True),
        Line(3, 10, 15, "boilerplate", False, "advertisement"),
        Line(4, 16, 16, "blank", True),
        Line(5, 17, 23, "body", True),
    ]
    assert [
        (row.start, row.end, row.line) for row in lay_out(text, visible_lines(text, lines), 40).rows
    ] == [
        (0, 8, 0),
        (17, 17, -1),
        (17, 23, 1),
    ]
    assert [
        row.remark for row in lay_out(text, visible_lines(text, lines, source=True), 40).rows
    ] == [
        "",
        "",
        "",
        "advertisement",
        "",
        "",
    ]


def test_a_megabyte_in_one_line_is_wrapped_whole() -> None:
    text = "kalimat panjang " * 65_000
    spans = list(wrap(text, 0, len(text), 80))
    assert sum(len(text[a:b].split()) for a, b in spans) == 130_000


def test_trimmed_leaves_an_all_white_span_empty() -> None:
    assert trimmed(" \xa0\t ", 0, 4).is_empty
    assert trimmed("  a b\xa0", 0, 6) == Span(2, 5)
