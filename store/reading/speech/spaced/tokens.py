"""The words and signs of a line, as columns: where each begins, how it is written, what it is.

What the words are is told by `vocabulary.py`; what they make together by the other modules.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import reduce
from itertools import accumulate, chain
from operator import and_, or_
from typing import Any

from store.model import Span
from store.reading.quotation_marks import Marked
from store.reading.speech.spaced.vocabulary import (
    ADVERB,
    AFTER,
    BEFORE,
    BODY,
    BODY_ENDING,
    CAPITAL,
    DETERMINER,
    END,
    FAMILY_ROLE,
    FRAME,
    FUNCTION,
    GROUP,
    HONORIFIC,
    NAMING,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    ROLE_BEGINS,
    ROLE_OR_BODY,
    UPPER,
    WORD,
    Cues,
    Word,
)

_SENTENCE_ENDS = frozenset(".!?…")
#: An adverb of so many words may hold a verb: đề nghị không nêu tên.
_LONG_ENTRY = 3
#: Two names that a sign joins: "Hartono-Rini". It begins with the sign, which is found sooner.
_PAIR = re.compile(r"[-/](?<=[^\W\d_].)[A-ZÀ-Þ]")
#: What is looked at once more when the words beside it are known; what may be a family name.
_MAY_BE_FAMILY = BODY_ENDING | FAMILY_ROLE
_BESIDE_NAME = HONORIFIC | _MAY_BE_FAMILY
_LOOKED_AT_AGAIN = GROUP | _BESIDE_NAME
_WRITTEN_TITLE = HONORIFIC | CAPITAL
_BEFORE_FAMILY = ROLE | HONORIFIC | NAMING
#: Behind the last token stand so many of no kind: whoever looks ahead need not ask for the end.
_PADDING = 3
_NO_KINDS, _NO_WORDS = (0,) * _PADDING, ("",) * _PADDING


class Tokens:
    """The words and signs of a stretch of text; a marked stretch is one token, as is a stop.

    Attributes:
        cues: The language's words.
        starts: Where in the text each token begins.
        texts: Each as written; a marked stretch is `"`, the end of a sentence a line end.
        lows: The same in lower case.
        kinds: What each is: the bits of `vocabulary.py`.
        length: How many there are. The columns but for `starts` go a few entries on, of no kind.
        held: The kinds that any of them is of.
        quotes: The index of the marked stretch at a place.
        subjects: The subjects that were looked for, by their verb and where the search ends; for
            `subjects.py`, whose rules ask for the same again and again.
    """

    __slots__ = (
        "_commas",
        "_ends",
        "_sizes",
        "cues",
        "held",
        "kinds",
        "length",
        "lows",
        "quotes",
        "starts",
        "subjects",
        "texts",
    )

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.starts: list[int] = []
        self.texts: list[str] = []
        self.lows: list[str] = []
        self.kinds: list[int] = []
        self.length = 0
        self.held = 0
        self.quotes: dict[int, int] = {}
        self.subjects: dict[tuple[int, int], Any] = {}
        self._commas: list[int] | None = None
        self._ends: dict[int, int] = {}
        self._sizes: dict[tuple[int, int], int] = {}

    def size(self, place: int, kind: int) -> int:
        """How many tokens from ``place`` on are an entry of a list; 0 for none."""
        if not self.kinds[place] & kind:
            return 0
        return self._sizes.get((place, kind), 1)

    def size_before(self, place: int, floor: int, kind: int, sizes: Sequence[int]) -> int:
        """How many tokens, one of ``sizes``, make an entry right before ``place``; 0 for none."""
        if self.held & kind:
            for size in sizes:
                first = place - size
                if first >= floor and self.kinds[first] & kind and self.size(first, kind) == size:
                    return size
        return 0

    def end(self, place: int) -> int:
        """Where in the text a token ends."""
        end = self._ends.get(place)
        return self.starts[place] + len(self.texts[place]) if end is None else end

    def span(self, first: int, end: int) -> Span:
        """The place in the text of the tokens ``first:end``."""
        return Span(self.starts[first], self.end(end - 1))

    def any(self, kind: int, first: int, end: int) -> bool:
        """Whether one of the tokens ``first:end`` is of one of the kinds."""
        return self.held & kind > 0 and reduce(or_, self.kinds[first:end], 0) & kind > 0

    def all(self, kind: int, first: int, end: int) -> bool:
        """Whether all tokens ``first:end`` are of a kind."""
        return bool(reduce(and_, self.kinds[first:end], kind))

    def places(self, kind: int, first: int = 0, end: int | None = None) -> list[int]:
        """Where a token of one of the kinds stands among ``first:end``, or anywhere."""
        if not self.held & kind:
            return []
        return [place for place, told in enumerate(self.kinds[first:end], first) if told & kind]

    def commas(self, first: int, end: int) -> list[int]:
        """Where commas stand among the tokens ``first:end``."""
        commas = self._commas
        if commas is None:
            commas = self._commas = []
            for _ in range(self.texts.count(",")):
                commas.append(self.texts.index(",", commas[-1] + 1 if commas else 0))
        return commas[bisect_left(commas, first) : bisect_left(commas, end)]

    def signs(self) -> list[int]:
        """Where a marked stretch stands or a sentence ends."""
        return [place for place in self._ends if place < self.length]

    def first(self, kind: int, first: int, end: int) -> int | None:
        """Where the first of the tokens ``first:end`` stands that is of one of the kinds."""
        if not self.held & kind:
            return None
        for place, told in enumerate(self.kinds[first:end], first):
            if told & kind:
                return place
        return None

    def until(self, place: int) -> Tokens:
        """The tokens before a marked stretch."""
        part = Tokens(self.cues)
        part.starts = self.starts[:place]
        part.texts = [*self.texts[:place], *_NO_WORDS]
        part.lows = [*self.lows[:place], *_NO_WORDS]
        part.kinds = [*self.kinds[:place], *_NO_KINDS]
        part.length = place
        part.held = self.held
        part.quotes, part._ends, part._sizes = self.quotes, self._ends, self._sizes
        return part

    def add_words(
        self, text: str, start: int, end: int, stops: Sequence[int], next_stop: int
    ) -> int:
        """Add the words and signs of a stretch, and the ends of sentences before them.

        ``stops`` are the line's, the last of them behind its end; ``next_stop`` is the first that
        was not added yet, the number given back the first that is not now.
        """
        while stops[next_stop] < start:
            next_stop += 1
        words = text[start:end].lstrip()
        if not words:
            return next_stop
        first = end - len(words)
        cues = self.cues
        pieces = list(map(cues.pieces.__getitem__, words.rstrip(" ").split(" ")))
        if () in pieces:  # two blanks, initials, ...
            pieces = [cues.words_of(cues.tokenizer.findall(text, first, end))]
        if cues.keeps_clauses and ("-" in words or "/" in words) and _PAIR.search(words):
            pieces = [_with_pairs_parted(chain.from_iterable(pieces), cues)]
        steps, texts, lows, kinds = zip(*chain.from_iterable(pieces), strict=True)
        starts = list(accumulate(steps[:-1], initial=first))
        done = 0
        while (stop := stops[next_stop]) <= starts[-1]:
            place = bisect_left(starts, stop, done)
            self._extend(starts[done:place], texts[done:place], lows[done:place], kinds[done:place])
            self.add_sign(stop, stop, "\n", END)
            next_stop += 1
            done = place
        if done:
            starts, texts, lows, kinds = starts[done:], texts[done:], lows[done:], kinds[done:]
        self._extend(starts, texts, lows, kinds)
        return next_stop

    def _extend(
        self,
        starts: Sequence[int],
        texts: Sequence[str],
        lows: Sequence[str],
        kinds: Sequence[int],
    ) -> None:
        self.starts += starts
        self.texts += texts
        self.lows += lows
        self.kinds += kinds

    def add_sign(self, start: int, end: int, sign: str, kind: int) -> None:
        """Add a token that stands for what is between ``start`` and ``end``."""
        self._ends[len(self.starts)] = end
        self._extend((start,), (sign,), (sign,), (kind,))

    def close(self) -> None:
        """Note how many there are, and find the entries of several words."""
        kinds, lows, groups = self.kinds, self.lows, self.cues.groups
        self.length = len(kinds)
        if self.cues.surnames:
            self._keep_names()
        self.texts += _NO_WORDS
        lows += _NO_WORDS
        kinds += _NO_KINDS
        sizes = self._sizes
        again = [place for place, kind in enumerate(kinds) if kind & _LOOKED_AT_AGAIN]
        for place in again:
            kind = kinds[place]
            if kind & _BESIDE_NAME:
                self._settle_beside_name(place)
            if not kind & GROUP:
                continue
            group = groups[lows[place]]
            if kind & RELATIVE and self._is_family_name(place, group):
                kinds[place] = WORD | CAPITAL
                continue
            for words, told in group.get(lows[place + 1], ()):
                size = len(words)
                if (place, told) not in sizes and tuple(lows[place : place + size]) == words:
                    sizes[place, told] = size
                    kinds[place] |= told
        if self.cues.has_serial_verbs:
            self._drop_verbs_inside()
        self.held = reduce(or_, kinds, 0)

    def _settle_beside_name(self, place: int) -> None:
        """Leave to a title, to what it stands before and to a family name what they are there."""
        kinds = self.kinds
        kind = kinds[place]
        if kind & _MAY_BE_FAMILY and self._ends_name(place):
            kinds[place] &= ~ROLE_OR_BODY
        if kind & _WRITTEN_TITLE == _WRITTEN_TITLE:
            name = place + 1 + (self.texts[place + 1] == ".")
            if kinds[name] & CAPITAL:
                kinds[name] &= ~(BEFORE | AFTER)  # "M. | Estimé"
        is_title = kind & (HONORIFIC | PRONOUN) == HONORIFIC | PRONOUN
        if is_title and kinds[place + 1] & (CAPITAL | FUNCTION) == CAPITAL:
            kinds[place] &= ~(PRONOUN | FUNCTION)  # "ông | Nam", but "ông nói"

    def _drop_verbs_inside(self) -> None:
        """Take no verb from inside an entry: "theo lời | kể | của", "nhà | phân tích"."""
        for (place, kind), size in self._sizes.items():
            if kind & (FRAME | ROLE_BEGINS):
                place += 1
                size -= 1
            elif kind & ADVERB and size >= _LONG_ENTRY:
                self.kinds[place] |= RELATIVE  # "một lãnh đạo | đề nghị không nêu tên"
            else:
                continue
            for inner in range(place, place + size):
                self.kinds[inner] &= ~(BEFORE | AFTER)

    def _keep_names(self) -> None:
        """Take for names the words with a capital that are others in small letters: ông | Sáng."""
        kinds = self.kinds
        before = 0
        for place, kind in enumerate(kinds):
            if kind & FUNCTION and kind & CAPITAL and before & (CAPITAL | HONORIFIC):
                kinds[place] = kind = WORD | CAPITAL
            before = kind

    def _ends_name(self, place: int) -> bool:
        """Whether a role or what ends as bodies do is a family name: "Lena | Landwehr"."""
        kinds = self.kinds
        if not place or kinds[place + 1] & CAPITAL or kinds[place - 2] & DETERMINER:
            return False
        return self.cues.is_family(self.texts[place - 1], self.texts[place])

    def _is_family_name(self, place: int, seconds: Container[str]) -> bool:
        """Whether a relative is a name behind what somebody is: "Profesor | Yang | Min".

        Not where it opens a title: "Menteri | Yang Berhormat".
        """
        is_behind = self.kinds[place] & CAPITAL and place
        is_behind = is_behind and self.kinds[place - 1] & _BEFORE_FAMILY
        return bool(is_behind) and self.lows[place + 1] not in seconds


def _with_pairs_parted(line: Iterable[Word], cues: Cues) -> tuple[Word, ...]:
    """The words, those parted that join two full names: "Budi | Hartono | - | Rini | Sari"."""
    words = list(line)
    others = ROLE | BODY | UPPER
    for place in range(len(words) - 2, 0, -1):
        step, text, _, _ = words[place]
        if "-" not in text and "/" not in text:
            continue
        sign = "-" if "-" in text[1:-1] else "/"
        left, _, right = text.partition(sign)
        if not (left.istitle() and right.istitle()) or left == right:
            continue
        before, after = words[place - 1].kinds, words[place + 1].kinds
        if before & (CAPITAL | BODY | UPPER) != CAPITAL or after & (CAPITAL | others) != CAPITAL:
            continue
        if (cues.kinds[left] | cues.kinds[right]) & others:
            continue
        parts = (left, len(left)), (sign, 1), (right, step - len(left) - 1)
        words[place : place + 1] = [
            Word(size, part, part.lower(), cues.kinds[part]) for part, size in parts
        ]
    return tuple(words)


def tokens_of(
    text: str,
    stretch: Span,
    sentences: Sequence[Span],
    marked: Sequence[tuple[int, Marked]],
    cues: Cues,
) -> Tokens:
    """The tokens of a line.

    Args:
        text: the article's text.
        stretch: the line.
        sentences: its sentences; a stop stands between them unless it would cut a quote.
        marked: the outermost marked stretches that touch the line, with their indices.
        cues: the language's.
    """
    tokens = Tokens(cues)
    stops = [*(span.end for span in sentences[:-1]), stretch.end + 1]
    position = stretch.start
    next_stop = 0
    for index, one in marked:
        next_stop = tokens.add_words(text, position, max(position, one.start), stops, next_stop)
        begin, end = max(one.start, stretch.start), min(one.end, stretch.end)
        if position <= stops[next_stop] <= begin:
            tokens.add_sign(stops[next_stop], stops[next_stop], "\n", END)
            next_stop += 1
        if tokens.texts and tokens.texts[-1] in _SENTENCE_ENDS:
            tokens.add_sign(begin, begin, "\n", END)
        tokens.quotes[len(tokens.texts)] = index
        tokens.add_sign(begin, end, '"', QUOTE)
        while stops[next_stop] < end:
            next_stop += 1
        is_glued = text[end : end + 1].isupper() and text[end - 2 : end - 1] in _SENTENCE_ENDS
        if is_glued and stops[next_stop] > end:
            tokens.add_sign(end, end, "\n", END)  # "...“Saya pulang.”Warga lain ..."
        position = max(position, end)
    tokens.add_words(text, position, stretch.end, stops, next_stop)
    tokens.close()
    return tokens
