"""A few letters lead to any sentence, quote or stretch of words on the screen."""

from __future__ import annotations

import pytest

from store import Line, Quote, Span, load_language, sentence_spans
from tui.jumps import LETTERS, Jump, labelled
from tui.motions import Passages

TEXT = 'Pemerintah membantah kabar itu. "Tidak benar," kata Budi kepada pers.\nPolisi memeriksa 12 saksi pada Senin.'
END = TEXT.index("\n")
LINES = [Line(1, 0, END, "body", True), Line(2, END + 1, len(TEXT), "body", True)]
AT = TEXT.index('"')
QUOTE = Quote(AT, AT + 14, TEXT[AT : AT + 14], "direct", "Budi")


@pytest.fixture
def jump() -> Jump:
    language = load_language("id")
    passages = Passages(TEXT, LINES, [QUOTE], lambda span: sentence_spans(TEXT, span, language))
    return Jump(passages, TEXT, Span(0, len(TEXT)))


def chosen(jump: Jump) -> str:
    assert jump.selection is not None
    return TEXT[jump.selection.start : jump.selection.end]


def test_sentences_and_quotes_have_labels_of_two_letters(jump: Jump) -> None:
    assert {TEXT[a:b] for a, b in jump.labels.values()} == {
        "Pemerintah membantah kabar itu.",
        QUOTE.text,
        '"Tidak benar," kata Budi kepada pers.',
        "Polisi memeriksa 12 saksi pada Senin.",
    }
    name = next(name for name, span in jump.labels.items() if span == QUOTE.span)
    jump.type(name[0])
    assert jump.selection is None
    jump.type(name[1])
    assert chosen(jump) == QUOTE.text


def test_a_capital_and_a_letter_select_from_one_word_to_another(jump: Jump) -> None:
    jump.type("M")
    assert jump.stage == "first word"
    label = next(
        name for name, span in jump.labels.items() if TEXT[span.start : span.end] == "membantah"
    )
    jump.type(label)
    assert jump.stage == "beginning"
    jump.type("i")
    assert chosen(jump) == "membantah kabar itu"


def test_a_word_that_alone_begins_so_needs_no_label(jump: Jump) -> None:
    jump.type("1")
    jump.type("S")
    assert {TEXT[a:b] for a, b in jump.labels.values()} == {"saksi", "Senin"}
    jump.type(next(iter(jump.labels)))
    assert chosen(jump) == "12 saksi"


def test_enter_takes_the_one_word(jump: Jump) -> None:
    jump.type("B")
    jump.type(
        next(
            (name for name, span in jump.labels.items() if TEXT[span.start : span.end] == "Budi"),
            "f",
        )
    )
    jump.enter()
    assert chosen(jump) == "Budi"


def test_what_stands_nowhere_on_the_screen_fails(jump: Jump) -> None:
    jump.type("X")
    assert jump.failed


@pytest.mark.parametrize("many", [1, len(LETTERS), len(LETTERS) + 1, 500])
def test_labels_are_distinct_and_none_begins_another(many: int) -> None:
    labels = list(labelled([Span(n, n + 1) for n in range(many)]))
    assert len(labels) == many
    assert len({len(label) for label in labels}) == 1
