"""Folding makes equal what a person takes for the same, and moves no offset."""

from hypothesis import given
from hypothesis import strategies as st

from store.matching import fold


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_case_accents_quotes_and_blanks_are_ignored() -> None:
    assert fold("“MÉNTERI”\xa0– l’État") == '"menteri" - l\'etat'


def test_hangul_and_han_stay_as_they_are() -> None:
    assert fold("한국 漢字") == "한국 漢字"
