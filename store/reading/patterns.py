"""Patterns made of the words of a language's file."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Letters and how words go on behind them; "" where a word may end.
_Letters = dict[str, "_Letters"]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; for none, one that never matches.

    It is a group by itself, so that it may stand anywhere in a pattern.
    """
    ordered = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else "(?!)"


def any_at(words: Iterable[str]) -> str:
    """Return a pattern that matches as that of `any_of`, for many words tried at many places.

    What words begin with alike is looked at once. A search for nothing but words goes faster with
    the flat pattern of `any_of`, whose first letters the machine looks for by itself.
    """
    tree: _Letters = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    if not tree:
        return "(?!)"
    firsts = "".join(re.escape(letter) for letter in sorted(tree))
    return f"(?=[{firsts}])(?:{_spelled(tree)})"


def _spelled(node: _Letters) -> str:
    """A pattern for how words go on; longer words come before those they begin with."""
    ways = [re.escape(letter) + _spelled(rest) for letter, rest in node.items() if letter]
    if not ways:
        return ""
    pattern = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return f"{pattern}?" if "" in node else pattern
