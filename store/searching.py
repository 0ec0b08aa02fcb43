"""Finding words in one text: any case, with or without accents, as words or as an expression.

A search is compiled once and asked of many texts. Hits are offsets of the text, never empty, never
across a line.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Final

from store.matching import fold
from store.model import SanggahError, Span

#: How long a regular expression may look at one text, in seconds. Some never end.
LONGEST = 0.5

#: So many code points of the line stand before the first hit of an excerpt, at most.
_BEFORE = 32

#: Accents that stand as code points of their own behind their letter.
_ACCENTS = "\u0300-\u036f"
_ACCENT = re.compile(f"[{_ACCENTS}]")

#: What an expression still needs where it breaks off, by what the package regex says of it.
_NOT_COMPLETE: Final = {
    "unterminated character set": "a [ has no ]",
    "missing )": "a ( has no )",
    "missing group name": "a group has no name",
    "missing >": "a group's name has no >",
    "bad escape (end of pattern)": "nothing follows the last \\",
}


class SearchTooSlow(SanggahError):  # noqa: N818 - what became of it
    """A search took longer than it may."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A text made ready for searching.

    Attributes:
        folded: The text as `store.matching.fold` gives it.
        accented: Whether accents stand apart from their letters in it.
    """

    folded: str
    accented: bool

    @classmethod
    def of(cls, text: str) -> Searched:
        """Make a text ready."""
        folded = fold(text)
        return cls(folded, not folded.isascii() and _ACCENT.search(folded) is not None)

    def lines(self) -> list[Span]:
        """Return the lines of the text, their ends not included."""
        starts = accumulate(
            map(len, self.folded.split("\n")), lambda at, size: at + size + 1, initial=0
        )
        return [Span(start, following - 1) for start, following in pairwise(starts)]


class WordSearch:
    """What a person looks for.

    Without ``regular`` every sign stands for itself, and blanks for any number of blanks.
    """

    def __init__(
        self, words: str, *, regular: bool = False, whole: bool = False, apart: bool = False
    ) -> None:
        """Compile a search.

        Args:
            words: What was typed.
            regular: Whether it is a regular expression, as the package regex reads them.
            whole: Whether a hit begins and ends where words do.
            apart: Whether each word is a hit by itself, as in a search of many texts.

        Raises:
            SanggahError: It is no regular expression.
        """
        self._whole = whole
        self._expression: Any = None
        # Of two words that begin alike the longer one is to be found.
        self._pieces = sorted(words.split(), key=len, reverse=True) if apart else [words.strip()]
        self._is_empty = not words.strip()
        self._compiled: dict[bool, re.Pattern[str]] = {}
        if regular and not self._is_empty:
            self._expression = _expression(words, whole)

    def find(
        self,
        text: Searched,
        lines: Iterable[Span],
        *,
        within: float = LONGEST,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> list[Span]:
        """Return the hits within ``lines``, in their order.

        Args:
            text: Where to look.
            lines: Its lines.
            within: How long that may take, in seconds.
            is_wanted: Asked now and then; once it is False, what is found is of no use to anyone.

        Raises:
            SearchTooSlow: It takes longer.
        """
        end = time.monotonic() + within
        hits: list[Span] = []
        if self._is_empty:
            return hits
        find = self._expression or self._words(accented=text.accented)
        try:
            for line in lines:
                left = end - time.monotonic()
                if left <= 0:
                    raise TimeoutError
                if not is_wanted():
                    break
                limit = {"timeout": left} if self._expression else {}
                found = find.finditer(text.folded, line.start, line.end, **limit)
                hits += [Span(*hit.span()) for hit in found if hit.end() > hit.start()]
        except TimeoutError:
            raise SearchTooSlow(
                "this expression takes too long: write it with fewer repetitions"
            ) from None
        return hits

    def _words(self, *, accented: bool) -> re.Pattern[str]:
        pattern = self._compiled.get(accented)
        if pattern is None:
            accents = f"[{_ACCENTS}]*" if accented else ""
            pieces = (_literal(piece, self._whole, accents) for piece in self._pieces)
            pattern = self._compiled[accented] = re.compile("|".join(pieces))
        return pattern


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text around a hit. ``hits`` are offsets in ``words``."""

    words: str
    hits: tuple[Span, ...] = ()


def excerpt(text: str, lines: Iterable[Span], hits: Iterable[Span], length: int = 200) -> Excerpt:
    """Return the words around the first hit, from within its line.

    Args:
        text: The text.
        lines: Its lines, in order.
        hits: What was found in them, in order.
        length: The longest that it may be, in code points.
    """
    found = list(hits)
    if not found:
        return Excerpt("")
    first = found[0]
    line = next((line for line in lines if line.start <= first.start < line.end), first)
    start = line.start
    if first.start - start > _BEFORE:
        blank = text.find(" ", first.start - _BEFORE, first.start)
        start = blank + 1 if blank >= 0 else first.start
    end = min(line.end, start + length)
    opening = "…" if start > line.start else ""
    shift = len(opening) - start
    inside = (hit for hit in found if start <= hit.start and hit.end <= end)
    return Excerpt(
        opening + text[start:end],
        tuple(Span(hit.start + shift, hit.end + shift) for hit in inside),
    )


def _literal(words: str, whole: bool, accents: str) -> str:
    plain = _ACCENT.sub("", fold(words))
    pattern = "".join(
        r"\s+" if sign == " " else re.escape(sign) + accents for sign in re.sub(r"\s+", " ", plain)
    )
    return _at_words(pattern, plain) if whole else pattern


def _at_words(pattern: str, words: str) -> str:
    """Hold ``pattern`` to the edges of words, where the words themselves have such edges."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return f"{before}{pattern}{after}"


def _expression(words: str, whole: bool) -> Any:
    import regex

    # Accents go from its letters as from the text's; capitals stay, for \W is not \w.
    plain = "".join(fold(sign) if not sign.isascii() else sign for sign in words)
    flags = regex.IGNORECASE | regex.MULTILINE | regex.V0
    try:
        compiled = regex.compile(plain, flags)
        # Only what is an expression by itself may stand in brackets: not a)b(.
        return regex.compile(rf"(?<!\w)(?:{plain})(?!\w)", flags) if whole else compiled
    except (regex.error, RecursionError, OverflowError) as error:
        reason = getattr(error, "msg", None) or "it is too deep"
        if reason in _NOT_COMPLETE:
            message = f"this expression is not complete: {_NOT_COMPLETE[reason]}"
        else:
            message = f"this is no regular expression: {reason}"
        raise SanggahError(message) from None
