"""No text from outside commands a terminal, and no offset moves when it is made safe."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal_text import lines_of, one_line, safe_json, without_controls

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY = st.text(
    st.characters()
    | st.sampled_from("\x00\x07\x1b\x7f\x85\x9b\x9d\u2028\u2029\ufff9" + BIDI)
    | st.characters(categories=["Cs"])
)


def dangerous(text: str) -> list[str]:
    return [
        c
        for c in text
        if ord(c) < 0x20
        or 0x7F <= ord(c) < 0xA0
        or c in BIDI + "\u2028\u2029"
        or 0xD800 <= ord(c) < 0xE000
    ]


@given(ANY)
def test_one_line_holds_nothing_dangerous_and_keeps_the_length(text: str) -> None:
    assert dangerous(one_line(text)) == []
    assert len(one_line(text)) == len(text)


@given(ANY)
def test_lines_keep_only_their_line_feeds(text: str) -> None:
    assert set(dangerous(lines_of(text))) <= {"\n"}
    assert lines_of(text).count("\n") == text.count("\n")


@given(ANY)
def test_a_clipboard_gets_no_controls_but_line_feed_and_tab(text: str) -> None:
    assert set(dangerous(without_controls(text))) - set(BIDI + "\u2028\u2029") <= {"\n", "\t"}


@given(
    st.dictionaries(
        st.text(), ANY.filter(lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text))
    )
)
def test_safe_json_means_the_same_and_holds_nothing_dangerous(value: dict[str, str]) -> None:
    written = safe_json(value)
    assert json.loads(written) == value
    assert dangerous(written) == []


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_what_is_harmless_is_left_as_it_is(text: str) -> None:
    assert one_line(text) == text
