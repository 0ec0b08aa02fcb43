"""Searching one text: what a hit is, in any case, with any accents, as words, as an expression."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import store.searching as searching
from store import SanggahError, Span
from store.searching import Searched, SearchTooSlow, WordSearch

TEXT = "Kata Café\xa0Mérapi: “kota” kotak, KOTA.\nkota baru"


def found(text: str, words: str, **switches: bool) -> list[str]:
    searched = Searched.of(text)
    hits = WordSearch(words, **switches).find(searched, searched.lines())
    return [text[hit.start : hit.end] for hit in hits]


def test_case_accents_quote_marks_and_blanks_make_no_difference() -> None:
    assert found(TEXT, "cafe  MERAPI") == ["Café\xa0Mérapi"]
    assert found(TEXT, '"kota"') == ["“kota”"]
    assert found(TEXT, "kota") == ["kota", "kota", "KOTA", "kota"]


def test_accents_written_apart_from_their_letters_are_found_and_taken_along() -> None:
    apart = unicodedata.normalize("NFD", "Le café était fermé")
    for words in ("café etait", unicodedata.normalize("NFD", "café était")):
        assert [unicodedata.normalize("NFC", hit) for hit in found(apart, words)] == ["café était"]


def test_whole_words_leave_out_what_is_part_of_a_longer_one() -> None:
    assert found(TEXT, "kota", whole=True) == ["kota", "KOTA", "kota"]
    assert found("a.b a.bc", "a.b", whole=True) == ["a.b"]
    assert found("¿qué? que", "¿que?", whole=True) == ["¿qué?"]


def test_words_may_stand_apart() -> None:
    assert found("kota baru, kotak lama", "kota kotak lama", apart=True) == [
        "kota",
        "kotak",
        "lama",
    ]
    assert found("kota baru, kotak lama", "kota lama", apart=True, whole=True) == ["kota", "lama"]


def test_an_excerpt_is_cut_from_the_line_of_the_first_hit() -> None:
    text = "Judul\n" + "kata " * 20 + "tuduhan itu " + "lagi " * 100 + "\ntuduhan"
    lines = [Span(0, 5), Span(6, text.rindex("\n")), Span(text.rindex("\n") + 1, len(text))]
    hits = WordSearch("tuduhan").find(Searched.of(text), lines)
    cut = searching.excerpt(text, lines, hits, length=80)
    assert cut.words.startswith("…kata ")
    assert len(cut.words) == 81
    assert [cut.words[hit.start : hit.end] for hit in cut.hits] == ["tuduhan"]
    assert searching.excerpt(text, lines, []) == searching.Excerpt("")


@given(text=st.text(alphabet="ab \n", max_size=120), length=st.integers(1, 60))
def test_an_excerpt_is_a_piece_of_the_text_and_its_hits_are_hits(text: str, length: int) -> None:
    lines = Searched.of(text).lines()
    assert [text[line.start : line.end] for line in lines] == text.split("\n")
    cut = searching.excerpt(text, lines, WordSearch("ab").find(Searched.of(text), lines), length)
    assert cut.words.removeprefix("…") in text
    assert "\n" not in cut.words
    assert all(cut.words[hit.start : hit.end] == "ab" for hit in cut.hits)


def test_without_the_switch_every_sign_stands_for_itself() -> None:
    assert found("a.c abc (x [y", "a.c") == ["a.c"]
    assert found("a.c abc (x [y", "(x [") == ["(x ["]


def test_a_regular_expression_is_one() -> None:
    assert found(TEXT, r"k\w+", regular=True) == ["Kata", "kota", "kotak", "KOTA", "kota"]
    assert found(TEXT, r"k\w+", regular=True, whole=True) == [
        "Kata",
        "kota",
        "kotak",
        "KOTA",
        "kota",
    ]
    assert found(TEXT, r"kot", regular=True, whole=True) == []
    assert found("a b", r"\S", regular=True) == ["a", "b"]
    assert found("Mérapi", "mé", regular=True) == ["Mé"]
    assert found("satu dua\ndua tiga", "^dua|tiga$", regular=True) == ["dua", "tiga"]


def test_no_hit_is_empty_and_none_crosses_a_line() -> None:
    assert found(TEXT, "x*", regular=True) == []
    assert found(TEXT, r"KOTA\.\s+kota", regular=True) == []
    assert found(TEXT, "  ") == []


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("(", "a ( has no )"),
        ("a|(b", "a ( has no )"),
        ("[", "a [ has no ]"),
        ("[a-z", "a [ has no ]"),
        ("(?P<", "a group has no name"),
        ("a\\", "nothing follows the last \\"),
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_an_expression_that_breaks_off_says_what_it_still_needs(
    words: str, lacks: str, whole: bool
) -> None:
    with pytest.raises(SanggahError) as told:
        found(TEXT, words, regular=True, whole=whole)
    assert str(told.value) == f"this expression is not complete: {lacks}"


@pytest.mark.parametrize("words", ["*", "a**", ")", "a)b(", "[z-a]"])
@pytest.mark.parametrize("whole", [False, True])
def test_what_is_no_expression_is_told_in_one_line(words: str, whole: bool) -> None:
    with pytest.raises(SanggahError, match=r"^this is no regular expression: [^\n]+$"):
        found(TEXT, words, regular=True, whole=whole)


def test_an_expression_without_end_is_given_up() -> None:
    text = "a" * 5000 + "b"
    searched = Searched.of(text)
    with pytest.raises(SearchTooSlow, match="too long: write it with fewer"):
        WordSearch(r"(a|aa)+$", regular=True).find(searched, searched.lines(), within=0.05)


def test_a_search_that_nobody_waits_for_is_broken_off_at_the_next_line() -> None:
    searched = Searched.of("kata\n" * 100)
    looked: list[Span] = []

    def lines() -> Iterator[Span]:
        for line in searched.lines():
            looked.append(line)
            yield line

    hits = WordSearch("kata").find(searched, lines(), is_wanted=lambda: len(looked) < 4)
    assert len(hits) == 3
    assert len(looked) == 4


@given(text=st.text(max_size=60), words=st.text(min_size=1, max_size=6), whole=st.booleans())
def test_whatever_is_typed_hits_lie_in_the_text_and_fold_to_the_words(
    text: str, words: str, whole: bool
) -> None:
    hits = WordSearch(words, whole=whole).find(Searched.of(text), [Span(0, len(text))])
    for before, after in pairwise(hits):
        assert before.end <= after.start
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(text)


@given(text=st.text(max_size=60), data=st.data())
def test_every_piece_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    piece = text[start:end]
    hits = WordSearch(piece).find(Searched.of(text), [Span(0, len(text))])
    assert hits or not searching._ACCENT.sub("", piece).strip()
