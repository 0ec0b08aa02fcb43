"""Speech that dashes set off, without quotation marks: — Não sei — disse Rita.

In a Nordic paper a paragraph that opens with a dash is speech whole, but for who says it behind a
comma: – Vi är trötta, säger Pia Holm. Det har varit långa dagar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise

from store.model import Line
from store.reading.quotation_marks import Marked, with_depths

# A dash that opens a line of speech, and one behind what is said.
_OPENING_DASH = re.compile(r"\s*(?:[—–]\s*|-\s+)(?=\w)")
_CLOSING_DASH = re.compile(r"\s+(?:[—–]\s*|-\s+)(?=\w)")
# One behind who says it, before what is said next; in Spanish —dijo Rita—. Así es.
_REOPENING_DASH = re.compile(r"[.,:!?…]\s+(?:[—–]\s*|-\s+)(?=\w)|(?<=\w)[—–][.,;:]?\s+(?=[\w¿¡])")
#: What stands before who says it: "– Vad nu? | undrar Pia Holm", and where that ends.
_BEFORE_TELLING = re.compile(r"[,!?…]\s+(?=[^\W\d_])")
_END_OF_TELLING = re.compile(
    r"(?<![\s.(][A-ZÀ-Þ])[.!?…]\s+(?:[—–-]\s+)?(?=[A-ZÀ-Þ\d])|:\s+(?=[A-ZÀ-Þ])"
)
_OPENING_WITHIN = re.compile(r"[.!?…]\s+[—–-]\s+(?=\w)")
#: One behind who speaks (Lidia Stach mówi: – To pomyłka): the colon is found sooner than letters.
_OPENING_BEHIND_COLON = re.compile(r":(?<=\w:)\s+[—–-]\s+(?=\w)")
_WORD = re.compile(r"\w+")
_ENDS_OF_SPEECH = ".!?…"


def with_dashed(
    text: str,
    lines: Sequence[Line],
    marked: list[Marked],
    is_cue: Callable[[int, int], bool],
    *,
    tellers: Set[str] | None = None,
) -> list[Marked]:
    """The marked stretches, and what dashes set off as speech: — Não sei — disse Rita.

    Args:
        text: the article's text.
        lines: its lines in order.
        marked: what stands in quotation marks.
        is_cue: tells whether a verb of saying stands at an offset, given the end of its line.
        tellers: where a line that opens with a dash is speech whole but for who says it: the
            words (he, she) with which it goes on telling of who said it.

    Returns:
        All stretches in text order; the dashes are no part of them.
    """
    kinds = {"body"} if tellers is None else {"body", "standfirst"}
    opened: list[tuple[int, int, int]] = []
    dashed: list[Marked] = []
    for index, line in enumerate(lines):
        if not line.shown or line.kind not in kinds:
            continue
        opening = _OPENING_DASH.match(text, line.start, line.end)
        if opening is not None:
            opened.append((index, opening.end(), line.end))
        else:
            opening = _opening_within(text, line.start, line.end)
        if opening is None:
            opening = _OPENING_BEHIND_COLON.search(text, line.start, line.end)
            if opening is not None and text[opening.end()].isupper():
                opened.append((index, opening.end(), line.end))
        if opening is not None:
            stretches = _dashed_in(text, opening.end(), line.end, is_cue)
            dashed += [Marked(start, end, index, "double") for start, end in stretches]
    if dashed:
        dashed += _whole_lines(text, opened, {one.line for one in dashed})
    elif tellers is not None:
        dashed = _lines_of_speech(text, opened, is_cue, tellers)
    return with_depths([*marked, *dashed]) if dashed else marked


def _opening_within(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The dash that opens speech behind a sentence: Rolnik ma pole. – Sieję pszenicę – mówi."""
    openings = _OPENING_WITHIN.finditer(text, start, limit)
    return next((one for one in openings if text[one.end()].isupper()), None)


def _whole_lines(
    text: str, opened: Sequence[tuple[int, int, int]], told: Set[int]
) -> Iterator[Marked]:
    """Lines that a dash opens and a stop ends, beside others whose speaker is told."""
    for index, start, limit in opened:
        limit = _end_of_words(text, start, limit)
        if index not in told and text[limit - 1] in _ENDS_OF_SPEECH:
            yield Marked(start, limit, index, "double")


def _lines_of_speech(
    text: str,
    opened: Sequence[tuple[int, int, int]],
    is_cue: Callable[[int, int], bool],
    tellers: Set[str],
) -> list[Marked]:
    """Lines behind a dash, without who says it: none of a list where no line tells anybody."""
    found: list[Marked] = []
    listed = set(_in_lists(text, opened))
    is_told = False
    for index, begin, limit in opened:
        stretches = list(_around_tellings(text, begin, limit, is_cue, tellers))
        tells = stretches[0] != (begin, limit)
        is_told = is_told or tells
        if tells or text[limit - 1 : limit] in _ENDS_OF_SPEECH:
            found += [Marked(start, end, index, "double") for start, end in stretches]
    return found if is_told else [one for one in found if one.line not in listed]


def _in_lists(text: str, opened: Sequence[tuple[int, int, int]]) -> Iterator[int]:
    """The lines behind a dash that have another above or below, as those of a list have."""
    for (above, _, end), (below, start, _) in pairwise(opened):
        if not text[end:start].strip(" \n\t-–—"):
            yield above
            yield below


def _around_tellings(
    text: str, start: int, limit: int, is_cue: Callable[[int, int], bool], tellers: Set[str]
) -> Iterator[tuple[int, int]]:
    """What stands before and behind each clause that tells who speaks."""
    limit = _end_of_words(text, start, limit)
    tellings = (one for one in _BEFORE_TELLING.finditer(text, start, limit))
    telling = next(
        (
            one
            for one in tellings
            if is_cue(one.end(), limit) or (text[one.start()] != "," and text[one.end()].islower())
        ),
        None,
    )
    if telling is None:
        yield start, limit
        return
    yield start, telling.start() + (text[telling.start()] != ",")
    following = _END_OF_TELLING.search(text, telling.end(), limit)
    if following is None:
        return
    word = _WORD.match(text, following.end(), limit)
    if word is None or word[0].lower() not in tellers:
        yield from _around_tellings(text, following.end(), limit, is_cue, tellers)


def _dashed_in(
    text: str, start: int, limit: int, is_cue: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """What dashes part from who says it: the first stretch, and what goes on behind the next dash.

    — Não sei — disse Rita. — Talvez amanhã.
    """
    while True:
        closing = _dash_before_telling(text, start, limit, is_cue)
        if closing is None:
            return
        yield start, closing.start()
        reopening = _REOPENING_DASH.search(text, closing.end(), limit)
        if reopening is None:
            return
        start = reopening.end()
        if _dash_before_telling(text, start, limit, is_cue) is None:
            yield start, _end_of_words(text, start, limit)
            return


def _dash_before_telling(
    text: str, start: int, limit: int, is_cue: Callable[[int, int], bool]
) -> re.Match[str] | None:
    """The first dash behind which somebody is said to speak."""
    closings = _CLOSING_DASH.finditer(text, start, limit)
    return next(
        (
            one
            for one in closings
            if is_cue(one.end(), limit) or _is_told(text, one.start(), one.end())
        ),
        None,
    )


def _end_of_words(text: str, start: int, limit: int) -> int:
    """Where the last word before `limit` ends."""
    return start + len(text[start:limit].rstrip())


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether a sign of speech and a small letter stand around a dash: ..., — сказав X."""
    return text[start - 1] in ",!?…" and text[end : end + 1].islower()
