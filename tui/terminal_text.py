"""Text from outside, made safe for a terminal.

Whatever came from an article, a file name, a store that somebody else wrote or an error message
goes through here before it is shown or printed. Each code point becomes exactly one, so offsets
stay true: control characters and bidirectional controls become visible substitutes. What counts as
unsafe, and how JSON and the clipboard are kept clean, is the store's (`store.escaping`).
"""

from __future__ import annotations

import re
import unicodedata

from store import UNSAFE, without_controls
from store import json_text as safe_json

__all__ = ["folded", "lines_of", "one_line", "safe_json", "without_controls"]

_SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

# U+061C and the marks, embeddings, overrides and isolates of UAX #9; U+2028-9 break lines;
# U+FFF9-B hide text in terminals that honour them; surrogates cannot be encoded.
_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _SUBSTITUTE),
    **dict.fromkeys((0x061C, 0x200E, 0x200F), _SUBSTITUTE),
    **dict.fromkeys(range(0x202A, 0x202F), _SUBSTITUTE),
    **dict.fromkeys(range(0x2066, 0x206A), _SUBSTITUTE),
    **dict.fromkeys(range(0xFFF9, 0xFFFC), _SUBSTITUTE),
    **dict.fromkeys(range(0xD800, 0xE000), _SUBSTITUTE),
    0x2028: "\N{SYMBOL FOR NEWLINE}",
    0x2029: "\N{SYMBOL FOR NEWLINE}",
    0x09: " ",
}
_UNSAFE_IN_LINES = re.compile(UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))


def _substitute(match: re.Match[str]) -> str:
    return _TABLE[ord(match[0])]


def one_line(text: str) -> str:
    """Return ``text`` safe for one line of the terminal, code point for code point."""
    return UNSAFE.sub(_substitute, text)


def folded(text: str) -> str:
    """Return ``text`` without case and accents, to compare it with what was typed."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def lines_of(text: str) -> str:
    """Return ``text`` safe for the terminal with its line feeds kept."""
    return _UNSAFE_IN_LINES.sub(_substitute, text)
