import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.sources import normalise

any_text = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc"]),
        st.sampled_from("\r\n\t\x00\x0b\x0c\x1b\x7f\x85\ufeff\ud83d\ude00 a"),
    )
)


@given(any_text)
def test_what_is_normal_holds_no_control_but_line_feed_and_tab(raw: str) -> None:
    for char in normalise(raw):
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
        assert char != "\ufeff"


@given(any_text)
def test_normalising_twice_changes_nothing(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)


@given(any_text)
def test_what_is_normal_survives_utf8(raw: str) -> None:
    text = normalise(raw)
    assert text.encode().decode() == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_everything_else_stays_as_it_was(raw: str) -> None:
    assert normalise(raw) == raw


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("satu\r\ndua\r\n", "satu\ndua\n"),
        ("satu\rdua", "satu\ndua"),
        ("satu\r\r\ndua", "satu\n\ndua"),
        ("satu\x85dua", "satu\ndua"),
        ("satu\x0cdua\x0btiga", "satu\ndua\ntiga"),
        ("\ufeffsatu", "satu"),
        ("\x00\ufeff\ufeffsatu", "satu"),
        ("satu\n\ufeffdua", "satu\ndua"),
        ("sa\x00tu", "satu"),
        ("\x1b[31msatu\x1b[0m", "[31msatu[0m"),
        ("\x9b31msatu\x7f", "31msatu"),
        ("\ud83d\ude00", "\U0001f600"),
        ("a\ud83db\ude00", "a\ufffdb\ufffd"),
        ("satu\tdua\xa0tiga\u2028empat\u202e", "satu\tdua\xa0tiga\u2028empat\u202e"),
        ("e\u0301 \u200b\u00ad", "e\u0301 \u200b\u00ad"),
    ],
)
def test_no_word_is_glued_and_no_control_stays(raw: str, text: str) -> None:
    assert normalise(raw) == text
