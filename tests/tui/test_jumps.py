"""A few letters lead to any sentence, clause, quote or stretch of words on the screen."""

from __future__ import annotations

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Line, Quote, Span, clause_spans, load_language, sentence_spans
from tui.jumps import AGAIN, LETTERS, Jump, labelled
from tui.motions import Passages, Selection

TEXT = (
    'Pemerintah membantah kabar itu. "Tidak benar," kata Budi kepada pers.\n'
    "Polisi memeriksa 12 saksi pada Senin, dan warga mengatakan bahwa jalan ditutup."
)
END = TEXT.index("\n")
LINES = [Line(1, 0, END, "body", True), Line(2, END + 1, len(TEXT), "body", True)]
AT = TEXT.index('"')
QUOTE = Quote(AT, AT + 14, TEXT[AT : AT + 14], "direct", "Budi")
HERE = Selection(0, TEXT.index(" "))


def passages_of(text: str, lines: list[Line], quotes: list[Quote], code: str = "id") -> Passages:
    language = load_language(code)
    return Passages(
        text,
        lines,
        quotes,
        lambda span: sentence_spans(text, span, language),
        lambda span: clause_spans(text, span, language),
    )


def jump_from(selection: Selection = HERE) -> Jump:
    return Jump(passages_of(TEXT, LINES, [QUOTE]), TEXT, Span(0, len(TEXT)), selection)


@pytest.fixture
def jump() -> Jump:
    return jump_from()


def chosen(jump: Jump) -> str:
    assert jump.selection is not None
    return TEXT[jump.selection.start : jump.selection.end]


def press(jump: Jump, keys: str) -> None:
    for key in keys:
        jump.type(key)


def label(jump: Jump, words: str) -> str:
    return next(name for name, (a, b) in jump.labels.items() if TEXT[a:b] == words)


def test_sentences_quotes_and_clauses_have_labels(jump: Jump) -> None:
    assert {TEXT[a:b] for a, b in jump.labels.values()} == {
        "Pemerintah membantah kabar itu.",
        QUOTE.text,
        '"Tidak benar," kata Budi kepada pers.',
        "kata Budi kepada pers",
        "Polisi memeriksa 12 saksi pada Senin, dan warga mengatakan bahwa jalan ditutup.",
        "dan warga mengatakan",
        "jalan ditutup",
    }
    assert jump.labels[LETTERS[0]] == QUOTE.span


@pytest.mark.parametrize("which", range(7))
def test_every_label_leads_to_what_it_stands_on(which: int) -> None:
    jump = jump_from()
    name, span = list(jump.labels.items())[which]
    press(jump, name)
    assert jump.selection == Selection.of(span)


def test_a_capital_and_two_labels_select_from_one_word_to_another(jump: Jump) -> None:
    jump.type("M")
    assert jump.stage == "first word"
    press(jump, label(jump, "membantah"))
    assert jump.stage == "last word"
    press(jump, label(jump, "itu"))
    assert chosen(jump) == "membantah kabar itu"


def test_a_word_that_alone_begins_so_needs_no_label(jump: Jump) -> None:
    jump.type("1")
    assert jump.stage == "last word"
    jump.type("S")
    assert {TEXT[a:b] for a, b in jump.labels.values()} == {"saksi", "Senin"}
    press(jump, label(jump, "saksi"))
    assert chosen(jump) == "12 saksi"


def test_the_last_word_may_stand_in_another_paragraph(jump: Jump) -> None:
    press(jump, "M")
    press(jump, label(jump, "membantah"))
    jump.type("1")
    assert chosen(jump) == TEXT[TEXT.index("membantah") : TEXT.index(" saksi")]


def test_enter_takes_the_one_word(jump: Jump) -> None:
    press(jump, "B")
    assert jump.first is None
    press(jump, label(jump, "Budi"))
    jump.enter()
    assert chosen(jump) == "Budi"


def test_the_last_word_of_all_is_taken_alone(jump: Jump) -> None:
    jump.type("D")
    press(jump, label(jump, "ditutup"))
    assert chosen(jump) == "ditutup"


def test_twice_the_key_moves_the_end_of_what_is_selected() -> None:
    sentence = Selection(END + 1, len(TEXT))
    jump = jump_from(sentence)
    jump.type(AGAIN)
    press(jump, label(jump, "saksi"))
    assert jump.selection == Selection(sentence.anchor, TEXT.index(" pada Senin"))


def test_twice_the_key_moves_the_beginning_where_that_is_the_active_end() -> None:
    jump = jump_from(Selection(len(TEXT), END + 1))
    jump.type(AGAIN)
    press(jump, label(jump, "warga"))
    assert chosen(jump) == "warga mengatakan bahwa jalan ditutup."


def test_an_end_never_goes_beyond_the_other(jump: Jump) -> None:
    middle = TEXT.index("Polisi")
    jump = jump_from(Selection(middle, len(TEXT)))
    jump.type(AGAIN)
    assert min(span.start for span in jump.labels.values()) == middle


def test_what_stands_nowhere_on_the_screen_fails(jump: Jump) -> None:
    jump.type("X")
    assert jump.failed


def test_enter_fails_where_no_word_was_chosen(jump: Jump) -> None:
    jump.enter()
    assert jump.failed
    assert jump.selection is None


def test_signs_of_other_scripts_ask_for_words_as_capitals_do() -> None:
    text = "Он сказал, что дорога закрыта."
    jump = Jump(
        passages_of(text, [Line(1, 0, len(text), "body", True)], []),
        text,
        Span(0, len(text)),
        Selection(0, 2),
    )
    jump.type("д")
    assert jump.first is not None
    assert text[jump.first.start : jump.first.end] == "дорога"


def test_labels_of_two_letters_leave_room_where_words_have_no_blanks() -> None:
    text = (
        "首相は記者会見で疑惑を否定し辞任する考えはないと述べた上で国民に説明を尽くすと強調した。"
        * 3
    )
    jump = Jump(
        passages_of(text, [Line(1, 0, len(text), "body", True)], [], "ja"),
        text,
        Span(0, len(text)),
        Selection(0, 2),
    )
    jump.type(AGAIN)
    long = {span for name, span in jump.labels.items() if len(name) == 2}
    ends = {span.end for span in jump.labels.values()}
    assert any(len(name) == 1 for name in jump.labels)
    assert all(span.start not in ends for span in long)


@given(st.integers(0, 900))
def test_labels_are_distinct_and_none_begins_another(many: int) -> None:
    spans = [Span(n, n + 1) for n in range(many)]
    labels = labelled(spans)
    assert list(labels.values()) == spans[: len(LETTERS) ** 2]
    names = sorted(labels)
    # In their order a name that begins another stands right before one that it begins.
    assert not any(other.startswith(one) for one, other in itertools.pairwise(names))
    singles = sum(len(name) == 1 for name in names)
    assert all(len(name) <= 2 for name in names)
    assert (
        singles == many
        if many <= len(LETTERS)
        else list(map(len, labels)) == sorted(map(len, labels))
    )


@given(
    st.lists(
        st.sampled_from([*string.ascii_letters, *string.digits, *';,. "é漢', "enter"]), max_size=8
    ),
    st.integers(0, len(TEXT) - 1),
    st.integers(0, len(TEXT) - 1),
)
def test_whatever_is_typed_ends_on_words_of_the_screen_or_fails(
    keys: list[str], one: int, other: int
) -> None:
    jump = jump_from(Selection(one, other if other != one else one + 1))
    for key in keys:
        if key == "enter":
            jump.enter()
        else:
            jump.type(key)
        if jump.failed or jump.selection is not None:
            break
        assert jump.labels or jump.first is not None
    if jump.selection is not None:
        assert 0 <= jump.selection.start < jump.selection.end <= len(TEXT)
