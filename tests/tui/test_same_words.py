"""The same words are found wherever they stand as words, however they are written."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Searched, Span, fold
from tui.same_words import same_words


def others(text: str, words: str, nth: int = 0) -> list[str]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    return [text[a:b] for a, b in same_words(text, Searched.of(text), lines_of(text), span)]


def lines_of(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def test_case_blanks_quote_marks_and_accents_are_folded() -> None:
    text = '“Dana hibah” cair.\nSoal "dana\xa0hibah" itu, DANA HIBAH dan daña hibah.'
    assert others(text, "Dana hibah") == ["dana\xa0hibah", "DANA HIBAH", "daña hibah"]
    assert others(text, "“Dana hibah”") == ['"dana\xa0hibah"']


def test_words_are_found_whole() -> None:
    assert others("Dana itu. Danau dan perdana, dana.", "Dana") == ["dana"]


def test_a_part_of_a_word_is_found_in_others() -> None:
    text = "perdana, adana, dananya, dana"
    assert others(text, "dana") == ["dana", "dana"]  # each ends a word
    assert others(text, "dana", 2) == ["dana"]  # each begins one
    assert others(text, "dana", 3) == []


def test_where_words_have_no_blanks_each_sign_is_one() -> None:
    assert others("首相は否定した。野党は首相を追及、首相官邸は沈黙。", "首相") == ["首相", "首相"]


def test_what_stands_on_two_lines_is_found_nowhere() -> None:
    assert others("satu\ndua satu\ndua", "satu\ndua") == []


@pytest.mark.parametrize("nth", range(3))
def test_the_places_are_the_same_from_each_of_them(nth: int) -> None:
    text = "Satu dua. satu dua! SATU DUA?"
    starts = [0, 10, 20]
    span = Span(starts[nth], starts[nth] + 8)
    found = same_words(text, Searched.of(text), lines_of(text), span)
    assert [place.start for place in found] == [start for start in starts if start != span.start]


@given(st.text("ab é“\"'\xa0\n-漢", min_size=1, max_size=40), st.data())
def test_every_place_reads_the_same_and_none_shares_a_sign(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = same_words(text, Searched.of(text), lines_of(text), span)
    taken = sorted([span, *found])
    assert all(one.end <= other.start for one, other in itertools.pairwise(taken))
    words = fold(text[span.start : span.end]).split()
    assert all(fold(text[a:b]).split() == words for a, b in found)
