"""The text as it is stored for good: line ends, control characters, byte order marks.

Every offset counts code points of what `normalise` returns, so it must not change between
versions. It takes nothing else away: no-break spaces, typographic marks and Unicode forms stay.
"""

from __future__ import annotations

import re

# CR LF is one line end; CR alone, NEL, vertical tab and form feed are line ends too. A control
# that broke a line or a page stays a line end, because dropping it would glue two words.
_ENDS = "\r\x0b\x0c\x85"
_LINE_ENDS = re.compile(f"\r\n|[{_ENDS}]")
# What is left of C0 and C1 but tab and line feed, DELETE, and the byte order mark wherever the
# joining of files left one.
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff"
_DROPPED = re.compile(f"[{_CONTROLS}]")
_HALVES = "\ud800-\udfff"
_SURROGATES = re.compile(f"[{_HALVES}]")
# Any of these: one look at a text that is normal, as most are, instead of three.
_UNUSUAL = re.compile(f"[{_ENDS}{_CONTROLS}{_HALVES}]")


def normalise(raw: str) -> str:
    """Return ``raw`` as an article's text.

    Line ends become LF; other control characters but tab go away, the byte order mark too. Two
    surrogates that form a pair become the character they stand for, a lone one U+FFFD. A text
    that is already normal comes back unchanged.
    """
    if not _UNUSUAL.search(raw):
        return raw
    text = _join_surrogates(raw) if _SURROGATES.search(raw) else raw
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", text))


def _join_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def without_surrogates(name: str) -> str:
    """Return a file name with bytes that were not UTF-8 written as U+FFFD, so it can be stored."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", name)
