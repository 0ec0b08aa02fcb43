"""Patterns made of the words of a language's file, and looking for those words without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import filterfalse
from typing import NamedTuple

#: The capitals that words of names open with, for a class of letters in a pattern.
CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽƠƯȘȚẢẤẦẨẮẾỀỆỔỐỒỘỚỦỨỪỬΑ-ΩЀ-ЯҐ"
#: Letters and how words go on behind them; "" where a word may end.
_Letters = dict[str, "_Letters"]

UNSPACED = re.compile(r"[\u3005-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"\w+(?=\W)")


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


class _Phrase(NamedTuple):
    """Words, their first where it is a whole word, and whether they open and end as words do."""

    words: str
    first: str
    opens: bool
    ends: bool


class Phrases(NamedTuple):
    """Words and phrases to look for: sets, since a pattern of them takes ten times as long."""

    single: frozenset[str]
    others: tuple[_Phrase, ...]
    #: The first words of the others that have one.
    firsts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        """Take phrases in the form of the text: with "*" behind, the word may go on."""
        single, others = set(), []
        for phrase in phrases:
            bare = phrase.rstrip("*")
            if bare == phrase and _WORD.fullmatch(bare) and not UNSPACED.search(bare):
                single.add(bare)
            else:
                opens = not UNSPACED.match(bare)
                ends = bare == phrase and not UNSPACED.match(bare[-1])
                first = _FIRST_WORD.match(bare) if opens else None
                others.append(_Phrase(bare, first[0] if first else "", opens, ends))
        firsts = frozenset(other.first for other in others if other.first)
        return cls(frozenset(single), tuple(others), firsts)

    @property
    def signs(self) -> Iterable[str]:
        """Pieces of text without which none of the phrases stands there."""
        return (*self.single, *(phrase.words for phrase in self.others))

    def within(self, text: str, words: Set[str]) -> Phrases | None:
        """Those of the phrases that may stand somewhere in a text; None where none does.

        Its words are what stands between its blanks, signs included.
        """
        glued = " ".join(filterfalse(str.isalnum, words))
        parts = frozenset(_WORD.findall(glued))
        single = self.single.intersection(words) | self.single.intersection(parts)
        firsts = {"", *self.firsts.intersection(words), *self.firsts.intersection(parts)}
        others = tuple(
            [other for other in self.others if other.first in firsts and other.words in text]
        )
        return Phrases(single, others) if single or others else None

    def found_in(self, text: str) -> list[str]:
        """Which of the phrases stand in a text."""
        single = [word for word in self.single if word in text]
        found = list(self.single.intersection(_WORD.findall(text))) if single else []
        for phrase, _, opens, ends in self.others:
            start = text.find(phrase)
            while start >= 0:
                end = start + len(phrase)
                if not (opens and text[start - 1 : start].isalnum()) and not (
                    ends and text[end : end + 1].isalnum()
                ):
                    found.append(phrase)
                    break
                start = text.find(phrase, end)
        return found
