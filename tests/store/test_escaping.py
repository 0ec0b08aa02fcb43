"""Text from outside stays text in JSON and Markdown."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.escaping import flat, json_text, markdown_link, markdown_text, without_controls
from tui.terminal_text import safe_json
from tui.terminal_text import without_controls as without_controls_on_the_screen

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(
    st.sampled_from("#-+=*_`~<>[](){}!|&;:.\\/\"' 1a\t\n\u2028\x1b@$^%ñ") | st.characters(),
    max_size=40,
)


@given(SIGNS)
def test_json_means_the_same_and_holds_nothing_that_harms_a_terminal(text: str) -> None:
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in written)
    assert "\u202e" not in written


@given(SIGNS)
def test_the_store_and_the_screen_call_the_same_characters_unsafe(text: str) -> None:
    assert json_text(text) == safe_json(text)
    assert without_controls(text) == without_controls_on_the_screen(text)


@given(SIGNS)
def test_markdown_renders_as_the_very_text_wherever_it_stands(text: str) -> None:
    written = markdown_text(text)
    for before in ("", "> ", "- ", "## "):
        inline = [token for token in MARKDOWN.parse(before + written) if token.type == "inline"]
        children = [child for token in inline for child in token.children or ()]
        assert {child.type for child in children} <= {"text", "text_special"}
        assert "".join(child.content for child in children) == flat(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. satu", "1\\. satu"),
        ("2022-09-22", "2022-09-22"),
        ("- kata", "\\- kata"),
        (
            "lihat https://a.example dan www.b.example",
            "lihat https\\://a.example dan www\\.b.example",
        ),
        ("Harga: Rp5.000, -10%", "Harga: Rp5.000, -10%"),
    ],
)
def test_only_signs_that_mean_something_are_escaped(text: str, written: str) -> None:
    assert markdown_text(text) == written


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://a b",
        "kabar.example",
    ],
)
def test_what_is_no_web_address_is_no_link(address: str | None) -> None:
    assert markdown_link("kata", address) == "kata"


def test_a_link_leads_to_the_address_as_it_was_given() -> None:
    written = markdown_link("[kata]", "https://a.example/(x)_y?a=1&copy=2&lt;<`>\\")
    (paragraph,) = (token for token in MARKDOWN.parse(written) if token.type == "inline")
    opening = (paragraph.children or [])[0]
    assert opening.attrs["href"] == "https://a.example/(x)_y?a=1&copy=2&lt;%3C%60%3E%5C"
