"""Patterns made of the words of a language's file."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; for none, one that never matches.

    It is a group by itself, so that it may stand anywhere in a pattern.
    """
    ordered = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else "(?!)"
