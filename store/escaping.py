"""Text from outside, written so that it stays text where JSON or Markdown give signs a meaning.

Escaping for one single format (BibTeX, RIS, CSV) stands with that format.
"""

from __future__ import annotations

import json
import re
from typing import Any

#: What must not reach a terminal: C0, DEL, C1; bidirectional controls (UAX #9); line and paragraph
#: separators; interlinear annotation controls; surrogates, which no encoding can hold.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What Unicode counts as a line end, and the separators U+001C to U+001E that Python does too.
_BREAKS = re.compile("[ \t]*[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029][\\s\x1c-\x1f]*")

_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>&~|#$^]")
_MARKDOWN_BLOCK_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
# GitHub turns these into links by itself.
_BARE_ADDRESS = re.compile(r"(?i)\b(?:(https?|ftp):(?=//)|(www)\.)")
_WEB_ADDRESS = re.compile(r"(?i)https?://[^\s]+\Z")
_NOT_IN_A_TARGET = re.compile(r"[\s<>\\`]")


def json_text(value: Any) -> str:
    """Return ``value`` as one line of JSON in which unsafe characters are written ``\\uXXXX``.

    A program reads the same from it, and a terminal that shows it comes to no harm.
    """
    written = json.dumps(value, ensure_ascii=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def without_controls(text: str) -> str:
    """Return ``text`` without control characters but line feed and tab."""
    return _CONTROLS.sub("", text)


def flat(text: str) -> str:
    """Return ``text`` on one line, without control characters and without space around it."""
    return without_controls(_BREAKS.sub(" ", text)).strip()


def markdown_text(text: str) -> str:
    """Return ``text`` as one line of Markdown that renders as exactly these characters.

    After CommonMark 0.31, which lets a backslash take the meaning from any ASCII punctuation; safe
    at the start of a block as well. No HTML, link, image or heading can come out of it, nor a
    link that GitHub makes of a bare address.
    """
    escaped = _MARKDOWN_SIGNS.sub(r"\\\g<0>", flat(text))
    escaped = _BARE_ADDRESS.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", escaped)
    started = _MARKDOWN_BLOCK_START.match(escaped)
    if not started:
        return escaped
    if started[0].isdigit():
        return f"{started[0]}\\{escaped[started.end() :]}"
    return f"\\{escaped}"


def markdown_link(text: str, address: str | None) -> str:
    """Return ``text`` as a Markdown link, or as mere text where ``address`` is no web address.

    ``text`` is escaped here. Only http and https lead anywhere: a page's own word for its address
    may be ``javascript:``.
    """
    shown = markdown_text(text)
    target = flat(address or "")
    if not _WEB_ADDRESS.fullmatch(target):
        return shown
    target = _NOT_IN_A_TARGET.sub(lambda match: percent_encoded(match[0]), target).replace(
        "&", "&amp;"
    )
    return f"[{shown}](<{target}>)"


def percent_encoded(signs: str) -> str:
    """Return ``signs`` as an address writes what it may not hold (RFC 3986, 2.1), in UTF-8."""
    return "".join(f"%{byte:02X}" for byte in signs.encode("utf-8", "replace"))
