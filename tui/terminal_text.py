"""Text from outside, made safe for a terminal.

Whatever came from an article, a file name, a store that somebody else wrote or an error message
goes through here before it is shown or printed. Each code point becomes exactly one, so offsets
stay true: control characters and bidirectional controls become visible substitutes.
"""

from __future__ import annotations

import json
import re
from typing import Any

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
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_UNSAFE_IN_LINES = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _substitute(match: re.Match[str]) -> str:
    return _TABLE[ord(match[0])]


def one_line(text: str) -> str:
    """Return ``text`` safe for one line of the terminal, code point for code point."""
    return _UNSAFE.sub(_substitute, text)


def lines_of(text: str) -> str:
    """Return ``text`` safe for the terminal with its line feeds kept."""
    return _UNSAFE_IN_LINES.sub(_substitute, text)


def without_controls(text: str) -> str:
    """Return ``text`` without control characters but line feed and tab, as for a clipboard."""
    return _CONTROLS.sub("", text)


def safe_json(value: Any) -> str:
    """Return ``value`` as one line of JSON whose unsafe characters are written as ``\\uXXXX``.

    The JSON means the same to a program that reads it, and a terminal that shows it is safe.
    """
    written = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
