"""A selection moves by the units a reader sees, and back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Annotation, Line, Quote, QuoteKind, Span
from tui.motions import Passages, Selection, annotations_here, in_text_order, quote_for, quote_here

TEXT = 'Satu dua, tiga empat. Kedua "lima enam," kata Budi.\nTujuh delapan. Sembilan.\n'
LINES = [Line(1, 0, 51, "body", True), Line(2, 52, 76, "body", True)]
QUOTE = Quote(28, 40, TEXT[28:40], "direct", "Budi")


def cut(span: Span) -> list[Span]:
    found, start = [], span.start
    for at in range(span.start, span.end):
        if TEXT[at] == ".":
            found.append(Span(start, at + 1))
            start = at + 2
    return found


@pytest.fixture
def passages() -> Passages:
    return Passages(TEXT, LINES, [QUOTE], cut)


def words(selection: Selection) -> str:
    return TEXT[selection.start : selection.end]


def test_it_begins_with_the_first_sentence(passages: Passages) -> None:
    assert words(passages.first()) == "Satu dua, tiga empat."


def test_sentences_go_on_over_line_ends_and_stop_at_the_last(passages: Passages) -> None:
    seen, selection = [], passages.first()
    for _ in range(6):
        seen.append(words(selection))
        selection = passages.next("sentence", selection)
    assert seen == [
        "Satu dua, tiga empat.",
        'Kedua "lima enam," kata Budi.',
        "Tujuh delapan.",
        "Sembilan.",
        "Sembilan.",
        "Sembilan.",
    ]
    assert words(passages.previous("sentence", selection)) == "Tujuh delapan."


def test_a_word_is_sought_inside_a_larger_selection_first(passages: Passages) -> None:
    selection = passages.next("word", passages.first(), inward=True)
    assert words(selection) == "Satu"
    assert words(passages.next("word", selection, inward=True)) == "dua"
    assert words(passages.previous("word", passages.first(), inward=True)) == "empat"


def test_clauses_lie_between_commas_and_marks(passages: Passages) -> None:
    selection = passages.next("clause", passages.first(), inward=True)
    assert words(selection) == "Satu dua"
    assert words(passages.next("clause", selection, inward=True)).startswith("tiga empat")


def test_extending_and_taking_back_are_each_others_inverse(passages: Passages) -> None:
    first = passages.first()
    longer = passages.extend("sentence", first)
    assert words(longer) == 'Satu dua, tiga empat. Kedua "lima enam," kata Budi.'
    assert passages.retract("sentence", longer) == first
    assert passages.retract("sentence", first) == first


def test_with_the_left_end_active_extending_goes_left(passages: Passages) -> None:
    last = passages.last().swapped()
    assert words(passages.extend("sentence", last)) == "Tujuh delapan. Sembilan."


def test_quotes_are_found_from_inside_and_outside_their_sentence(passages: Passages) -> None:
    quote = passages.next_quote(passages.first())
    assert words(quote) == QUOTE.text
    assert passages.next_quote(quote) == quote
    sentence = passages.next("sentence", passages.first())
    assert passages.next_quote(sentence) == quote
    assert passages.previous_quote(passages.last()) == quote


def test_quotes_in_marks_are_reached_over_reported_speech() -> None:
    def quote(start: int, end: int, kind: QuoteKind) -> Quote:
        return Quote(start, end, "", kind)

    whole = [Line(1, 0, 60, "body", shown=True)]
    found = [quote(2, 30, "reported"), quote(5, 9, "partial"), quote(31, 39, "reported")]
    found += [quote(40, 50, "direct"), quote(51, 59, "reported")]
    passages = Passages("a" * 60, whole, found, lambda span: [span])
    at, seen = Selection(0, 1), []
    for _ in range(3):
        at = passages.next_quote(at, in_marks=True)
        seen.append(at.start)
    assert seen == [5, 40, 40]
    assert passages.previous_quote(at, in_marks=True).start == 5
    assert passages.previous_quote(Selection(5, 9), in_marks=True) == Selection(5, 9)
    assert passages.next_quote(Selection(0, 1)).start == 2


def test_growing_takes_word_clause_quote_sentence_paragraph_article(passages: Passages) -> None:
    start = TEXT.index("lima")
    selection, seen = Selection(start, start + 1), []
    while (grown := passages.grow(selection)) != selection:
        selection = grown
        seen.append(words(selection))
    assert seen == [
        "lima",
        "lima enam",
        QUOTE.text,
        'Kedua "lima enam," kata Budi.',
        TEXT[:51],
        TEXT[:76],
    ]


@given(
    st.integers(0, 75),
    st.integers(0, 75),
    st.lists(st.sampled_from("jkwb)(}{[]JKWB+-o"), max_size=30),
)
def test_no_keys_leave_the_text_or_an_empty_selection(
    one: int, other: int, keys: list[str]
) -> None:
    passages = Passages(TEXT, LINES, [QUOTE], cut)
    selection = Selection(one, other if other != one else one + 1)
    for key in keys:
        unit = {
            "j": "sentence",
            "k": "sentence",
            "w": "word",
            "b": "word",
            ")": "clause",
            "(": "clause",
            "}": "paragraph",
            "{": "paragraph",
            "J": "sentence",
            "K": "sentence",
            "W": "word",
            "B": "word",
        }.get(key, "word")
        if key in "jw)}":
            selection = passages.next(unit, selection, inward=key in "w)")  # type: ignore[arg-type]
        elif key in "kb({":
            selection = passages.previous(unit, selection, inward=key in "b(")  # type: ignore[arg-type]
        elif key in "JW":
            selection = passages.extend(unit, selection)  # type: ignore[arg-type]
        elif key in "KB":
            selection = passages.retract(unit, selection)  # type: ignore[arg-type]
        elif key == "[":
            selection = passages.previous_quote(selection)
        elif key == "]":
            selection = passages.next_quote(selection)
        elif key == "+":
            selection = passages.grow(selection)
        elif key == "-":
            selection = passages.shrink(selection)
        else:
            selection = selection.swapped()
        assert 0 <= selection.start < selection.end <= 76


def test_motions_on_an_article_with_nothing_shown_stay_where_they_are() -> None:
    empty = Passages("", [], [], cut)
    nothing = Selection(0, 0)
    assert empty.first() == empty.last() == nothing
    for unit in ("word", "clause", "sentence", "paragraph"):
        assert empty.next(unit, nothing, inward=True) == nothing  # type: ignore[arg-type]
        assert empty.previous(unit, nothing) == nothing  # type: ignore[arg-type]
        assert empty.extend(unit, nothing) == nothing  # type: ignore[arg-type]
    assert empty.grow(nothing) == empty.shrink(nothing) == empty.next_quote(nothing) == nothing


def mark(name: str, start: int, end: int) -> Annotation:
    return Annotation(name, "a", "claim", start, end, TEXT[start:end])


def test_the_annotation_here_is_the_smallest_at_the_active_end() -> None:
    wide, small, far = mark("wide", 0, 30), mark("small", 5, 20), mark("far", 40, 50)
    assert annotations_here([wide, small, far], Selection(0, 10)) == [small]
    assert annotations_here([wide, small, far], Selection(0, 25)) == [wide]
    assert annotations_here([wide, small, far], Selection(45, 2)) == [wide]
    assert annotations_here([wide, small, far], Selection(0, 35)) == []


def test_two_equally_small_annotations_are_both_here() -> None:
    one, other = mark("one", 5, 20), mark("other", 5, 20)
    assert annotations_here([one, other], Selection(5, 20)) == [one, other]


def test_parts_follow_what_holds_them() -> None:
    wide, small = mark("wide", 0, 30), mark("small", 0, 10)
    assert in_text_order([small, wide]) == [wide, small]


def test_the_quote_that_shares_most_gives_the_speaker() -> None:
    other = Quote(0, 20, TEXT[0:20], "partial", "Ani")
    assert quote_for([other, QUOTE], Span(15, 40)) == QUOTE
    assert quote_for([QUOTE], Span(0, 5)) is None
    assert quote_for([replace(QUOTE, shown=False)], QUOTE.span) is None


def test_marks_come_before_reported_speech_around_them() -> None:
    around = Quote(21, 45, TEXT[21:45], "reported", "Ani")
    assert quote_for([around, QUOTE], QUOTE.span) == QUOTE
    assert quote_for([around, QUOTE], Span(21, 25)) == around


def test_the_quote_here_is_the_smallest_that_holds_the_selection() -> None:
    around = Quote(21, 45, TEXT[21:45], "reported")
    term = Quote(29, 33, TEXT[29:33], "term")
    found = [around, QUOTE, term]
    assert quote_here(found, Span(29, 33)) == QUOTE
    assert quote_here(found, Span(21, 40)) == around
    assert quote_here(found, Span(20, 40)) is None
    assert quote_here([replace(QUOTE, shown=False)], Span(29, 33)) is None
