"""Bylines and datelines in scripts that have no capitals: أطلس بريس - يوسف أمزيل - الرباط.

No word tells by its form that it is a name: what stands around it on the page does. Which lines
are believed is decided in `lines/names.py` and `metadata/`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.matching import fold
from store.reading.bylines.credit_lines import CreditLine
from store.reading.bylines.words import Words, words_of
from store.reading.cues import all_agencies, line_key
from store.reading.dates import find_dates
from store.reading.languages import Language

#: A letter of such a script.
LETTER = r"[\u0590-\u05ff\u0620-\u065f\u066e-\u06d3\u0900-\u109f\u200c]"
_UNCASED = re.compile(LETTER)
_BETWEEN = re.compile(r"\s+[-–—ـ|]+\s+|\s*\|\s*|\s*/\s+|:\s+")
#: "And" where it is written with the next word, behind two words of a name.
_AND = re.compile(r"(?<=\w)\sو(?=\w{3,}\s)")
_WORD = re.compile(rf"{LETTER}+[.]?")
_MARKS = ' «»"“”()،,:.-–—'
_FEWEST, _MOST = 2, 4
_LONGEST_LINE = 60
_PIECES = 3
_WORDS_OF_A_PLACE = 3
#: Articles that are written with their word, with which no first name begins.
_ARTICLES = ("ال", "وال", "لل", "بال")
#: A piece of a dateline, up to its dash or colon.
_PIECE = re.compile(
    rf"(?P<piece>[«\"“(]?{LETTER}+(?: {LETTER}+){{0,3}}[»\"”)]?)"
    rf"(?:[،,]?\s\d{{1,2}}\s{LETTER}+(?:\s\d{{4}})?)?"
    r"(?:\s?\((?P<agency>[^()\d]{2,20})\))?\s?(?P<sign>[-–—ـ]+\s|/\s|:\s)\s*"
)
_MOST_PIECES = 3
#: A shorter line is a byline, or a heading.
_SHORTEST_REPORT = 30


class Opening(NamedTuple):
    """What a report opens with; ``end`` is where its first sentence begins."""

    end: int
    place: str | None
    outlet: str | None
    wire: str | None
    author: str | None


def is_uncased(text: str) -> bool:
    """Whether a line opens with a letter of a script without capitals."""
    return _UNCASED.match(text.lstrip(_MARKS)) is not None


def is_uncased_name(piece: str, language: Language) -> bool:
    """Whether a few words may be somebody's name: no article first, no word of prompts."""
    words = words_of(language)
    tokens = piece.split()
    if not _FEWEST <= len(tokens) <= _MOST or tokens[0].startswith(_ARTICLES):
        return False
    if not all(_WORD.fullmatch(token) for token in tokens):
        return False
    folded = [fold(token) for token in tokens]
    if fold(piece) in words.staff or not words.outlet_words.isdisjoint(tokens):
        return False
    frequent = language.table("identification").get("words", ())
    known = words.prompts - words.particles
    return known.isdisjoint(folded) and not any(token in frequent for token in tokens)


def read_uncased(
    line: str, language: Language, text: str, head: Sequence[str]
) -> CreditLine | None:
    """What a short line says of its author, outlet and place.

    Args:
        line: the line, of which a name has no sign of its own.
        language: the page's language.
        text: all of the page, where outlets and places stand again and authors do not.
        head: the page's first lines, where its outlet stands.
    """
    if len(line) > _LONGEST_LINE or not is_uncased(line):
        return None
    published, rest = _without_date(line, language)
    pieces = [piece.strip(_MARKS) for piece in _BETWEEN.split(rest) if piece.strip(_MARKS)]
    if not 0 < len(pieces) <= _PIECES:
        return None
    words = words_of(language)
    label, _, behind = pieces[0].partition(" ")
    if fold(label) in words.bare:
        pieces[0] = behind  # كتبت سعاد الخطيب
    is_alone = len(pieces) == 1
    names = [
        name
        for piece in pieces
        for name in _names_in(piece, language)
        if is_alone or text.count(name) == 1
    ]
    others = [one for one in head if one != line and len(one) <= _LONGEST_LINE]
    found = _Pieces(words, others)
    for place, piece in enumerate(pieces):
        if any(name in names for name in _names_in(piece, language)):
            continue
        is_first = place == 0 and len(pieces) == _PIECES and bool(names)
        if not found.take(piece, is_first=is_first):
            return None
    if not names and (is_alone or not (found.wire or found.staff or found.outlet)):
        return None
    return CreditLine(
        staff=found.staff,
        outlet=found.outlet,
        published=published,
        names=tuple(names),
        wire=found.wire,
        place=found.place,
    )


def _without_date(line: str, language: Language) -> tuple[str | None, str]:
    """The day that a line states, and the rest of it."""
    dates = find_dates(line, language) if any(map(str.isdigit, line)) else []
    if not dates:
        return None, line
    return dates[0].iso, f"{line[: dates[0].start]} | {line[dates[-1].end :]}"


def _names_in(piece: str, language: Language) -> list[str]:
    """The names of a piece, of which the second bears its "and": محمد زيد وسعاد الخطيب."""
    if is_uncased_name(piece, language) and not _AND.search(piece):
        return [piece]
    names = _AND.split(piece)
    if len(names) > 1 and all(is_uncased_name(name, language) for name in names):
        return names
    return [piece] if is_uncased_name(piece, language) else []


class _Pieces:
    """What the pieces of a line say beside the author's name."""

    def __init__(self, words: Words, head: Sequence[str]) -> None:
        self.words = words
        self.head = head
        self.staff = False
        self.outlet: str | None = None
        self.wire: str | None = None
        self.place: str | None = None

    def take(self, piece: str, *, is_first: bool) -> bool:
        """Take a piece for a desk, an agency, the outlet or a place. False: for none of them."""
        folded = fold(piece)
        if folded in self.words.staff or folded in self.words.roles:
            self.staff = True
            return True
        if piece in all_agencies():
            self.wire = self.wire or all_agencies()[piece]
            return True
        if is_first or self._is_outlet(piece):
            self.outlet = self.outlet or piece
        elif self.place is None and len(piece.split()) <= _WORDS_OF_A_PLACE:
            self.place = piece
        else:
            return False
        key = line_key(piece)
        cues = self.words.cues
        return cues.whole(key) is None and cues.short_caption(key) is None

    def _is_outlet(self, piece: str) -> bool:
        """Whether a piece has an outlet's word, or opens one of the page's first lines."""
        if not self.words.outlet_words.isdisjoint(piece.split()):
            return True
        return any(line.strip(_MARKS).startswith(piece) for line in self.head)


def read_uncased_opening(line: str, language: Language) -> Opening | None:
    """The town, agency and outlet that a report opens with: طرابلس – ; القاهرة (رويترز) - ."""
    words = words_of(language)
    place = wire = outlet = author = None
    end = 0
    for _ in range(_MOST_PIECES):
        match = _PIECE.match(line, end)
        if match is None:
            break
        piece = match["piece"].strip(_MARKS)
        is_marked = match["piece"][0] in '«"“('
        wire = wire or all_agencies().get(match["agency"] or "")
        if piece in all_agencies():
            wire = wire or all_agencies()[piece]
        elif end and is_uncased_name(piece, language) and match["sign"][0] not in ":/":
            author = author or piece
        elif is_marked or not words.outlet_words.isdisjoint(piece.split()):
            outlet = outlet or piece
        elif end or not _is_place(piece, words, language):
            break
        else:
            place = piece
        end = match.end()
        if match["sign"][0] == ":":
            break
    is_told = wire or outlet or author
    is_parted = end > 0 and line[:end].rstrip()[-1:] not in ":/"
    if len(line) - end < _SHORTEST_REPORT or not (is_told or (place and is_parted)):
        return None
    if not place and is_parted and not wire:
        return None
    return Opening(end, place, outlet, wire, author)


def _is_place(piece: str, words: Words, language: Language) -> bool:
    """Whether what opens a report may be a town: few words, none of a prompt, a desk or a label."""
    tokens = piece.split()
    folded = fold(piece)
    if len(tokens) > _WORDS_OF_A_PLACE or folded in words.staff or folded in words.roles:
        return False
    frequent = language.table("identification").get("words", ())
    is_label = words.author.match(f"{folded} ") or words.modified.match(folded)
    return not is_label and words.cues.whole(line_key(piece)) is None and tokens[0] not in frequent
