"""Sentences of one line of text: sentencex finds them, this module mends its known mistakes.

Language data is the table ``[sentences]`` of a language's file. Lines are the business of
`lines/`: nothing here looks across a line end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from store.model import Line, Span
from store.reading.languages import Language

# sentencex takes time that grows with the square of the quote marks it is given at once.
_PIECE = 4000

_END_OF_SENTENCE = re.compile(r"[.!?…。！？][\"”“»«’'」』)\]]*\s+|[。！？][」』）]*")
_BLANK = re.compile(r"\s+")
#: What opens a sentence without a blank before it, and is no ending of an address: "desa.Warga ".
GLUED_OPENING = r"(?!(?:Com|Co|Id|My|Net|Org|Tv)\b)[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]*+(?=[ ,:])"
#: It begins with the sign, which is found sooner than letters.
_GLUED = re.compile(rf"[.!?](?:(?<=[a-zß-öø-ÿ]{{3}}[.!?])|(?<=\w\)[.!?]))(?={GLUED_OPENING})")
# sentencex 1.0 breaks down at a capital letter before such a blank and a full stop.
_WIDE_BLANK_BEFORE_STOP = re.compile(r"[^\S ](?=\.)")
# Nor does it cut between an opener and its closer, whichever that is: „Ja” or „Ja", not „Ja“.
_MIXED_PAIR = re.compile(r'[„“”"]([^„“”"]*)[“”"]')
_CLOSING = "\"'”’»«›)]}」』）】"
_OPENING = "\"'“‘„‚«»‹([{「『（【–—-"
_NO_WORDS = f"{_OPENING}{_CLOSING}. "
_FULL_WIDTH_STOPS = "。！？．｡"
_LAST_WORD = re.compile(r"(\S+?)\.$")
_ELIDED = re.compile(r"^\w{1,2}['’](?=\w)")


class _Abbreviations(NamedTuple):
    """What a language says of words before a full stop."""

    never_last: frozenset[str]
    before_numbers: frozenset[str]
    may_be_last: frozenset[str]
    openers: frozenset[str]
    ordinals: frozenset[str]


@cache
def _segment() -> Any:
    """The library's function: only needed, and so imported, once a text is open."""
    from sentencex import segment

    return segment


@cache
def _abbreviations(language: Language) -> _Abbreviations:
    table = language.table("sentences")
    return _Abbreviations(
        *(frozenset(table.get(name, ())) for name in _Abbreviations._fields),
    )


def sentence_spans(text: str, line: Span | Line, language: Language) -> list[Span]:
    """The sentences of one line, in order.

    Args:
        text: the article's text.
        line: the line, or any stretch within one line.
        language: whose abbreviations are known.

    Returns:
        Spans without outer blanks: nothing but blanks stands before, between and after them. A
        stretch without a visible character has none.
    """
    content = text[line.start : line.end]
    if not content or content.isspace():
        return []
    known = _abbreviations(language)
    cuts = _mended(content, _boundaries(content, language.code), known)
    if glued := [found.end() for found in _GLUED.finditer(content)]:
        cuts = sorted({*cuts, *(cut for cut in glued if not _is_shortened(content[:cut], known))})
    spans = []
    start = 0
    for end in [*cuts, len(content)]:
        piece = content[start:end]
        kept = piece.strip()
        if kept:
            first = line.start + start + len(piece) - len(piece.lstrip())
            spans.append(Span(first, first + len(kept)))
        start = end
    return spans


def _boundaries(content: str, code: str) -> list[int]:
    """Where sentencex would cut, as offsets in ``content``; a very long line goes by pieces."""
    segment = _segment()
    if not content.isprintable():  # of blanks only the plain one is
        content = _WIDE_BLANK_BEFORE_STOP.sub(" ", content)
    if _has_mixed_marks(content):
        content = _MIXED_PAIR.sub(r"“\1”", content)
    cuts: list[int] = []
    start = 0
    while start < len(content):
        end, is_boundary = _end_of_piece(content, start)
        sentences = segment(code, content[start:end])  # nothing is left out between them
        ends = accumulate(map(len, sentences), initial=start)
        limit = len(content) if is_boundary else end
        cuts += [cut for cut in ends if start < cut < limit]
        start = end
    return cuts


def _has_mixed_marks(content: str) -> bool:
    """Whether quotation marks are closed by others than open them most often: „Ja” or “Ja"."""
    if "„" in content:
        return "”" in content or '"' in content
    is_odd = '"' in content and content.count('"') % 2 == 1
    return is_odd and ("“" in content or "”" in content)


def _end_of_piece(content: str, start: int) -> tuple[int, bool]:
    """Where the piece that begins at ``start`` ends, and whether a sentence may end there."""
    limit = start + _PIECE
    if limit >= len(content):
        return len(content), False
    sentence_ends = [end.end() for end in _END_OF_SENTENCE.finditer(content, start, limit)]
    if sentence_ends:
        return sentence_ends[-1], True
    blanks = [blank.end() for blank in _BLANK.finditer(content, start, limit)]
    return (blanks[-1] if blanks else limit), False


def _mended(content: str, cuts: Sequence[int], known: _Abbreviations) -> list[int]:
    """The cuts that stand; those after an abbreviation and inside a sentence are left out."""
    kept: list[int] = []
    start = 0
    for cut in cuts:
        if cut > start and not _goes_on(content, start, cut, known):
            kept.append(cut)
            start = cut
    return kept


def _goes_on(content: str, start: int, cut: int, known: _Abbreviations) -> bool:
    """Whether the sentence ``start:cut`` goes on after ``cut``."""
    before = content[max(start, cut - 80) : cut]
    ended = before.rstrip()
    after = content[cut : cut + 40].lstrip()
    if not ended or not after:
        return True
    is_tight = len(before) == len(ended) and not content[cut].isspace()
    if is_tight and ended.rstrip(_CLOSING)[-1:] not in _FULL_WIDTH_STOPS:
        return True
    if after[0].islower() or after[0] in ",;:":
        return True
    if not ended.strip(_NO_WORDS):
        return True
    if ended[-1] != ".":
        return False
    word = ended.rsplit(maxsplit=1)[-1][:-1]
    if not word:
        return False
    word = word.lstrip(_OPENING)
    if "'" in word or "’" in word:
        word = _ELIDED.sub("", word)
    return _is_open(word, after, known)


def _is_shortened(before: str, known: _Abbreviations) -> bool:
    """Whether an abbreviation ends what stands before a word, so that no sentence does."""
    word = _LAST_WORD.search(before[-20:])
    return word is not None and word[1].rpartition(".")[2] in known.never_last | known.may_be_last


def _is_open(word: str, after: str, known: _Abbreviations) -> bool:
    """Whether ``word.`` is an abbreviation that what comes ``after`` belongs to."""
    if word in known.never_last:
        return True
    is_ordinal = word.isdigit() and len(word) <= 2
    if not (is_ordinal or word in known.before_numbers or word in known.may_be_last):
        return False
    following = after.lstrip(_OPENING)
    if word in known.before_numbers:
        return following[:1].isdigit()
    next_word = following.split(maxsplit=1)[0].rstrip(".,;:!?") if following else ""
    if word in known.may_be_last:
        return next_word not in known.openers
    return next_word in known.ordinals
