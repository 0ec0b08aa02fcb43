"""What one article says about its lines that also stand in other articles of its outlet.

A line that many articles share may be the outlet's clutter, or a sentence that a series needs.
Told here, from one article: whether a line could be clutter by its form, and has nothing to do
with the rest of its article. Where else it stands is counted in `store/repeats.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from store.model import Line, LineKind
from store.reading.languages import load
from store.reading.patterns import UNSPACED, Phrases, any_of

#: Kinds that may turn out to be clutter. Title, byline, date and dateline never do.
KINDS: frozenset[LineKind] = frozenset(("standfirst", "heading", "body"))

#: Shorter lines are headings as often as clutter ("Conclusion"), longer ones hold an article's
#: sentences. In code points; of scripts without spaces half as many.
_SHORTEST = 20
_LONGEST = 600
#: Words a sentence (letters, in scripts without spaces): clutter is written in short ones.
_WORDS_A_SENTENCE = 25
_LETTERS_A_SENTENCE = 60
#: A line without a full stop and with fewer words, above a paragraph, is taken for a subheading.
_WORDS_OF_A_HEADING = 6
_LETTERS_OF_A_HEADING = 15
#: Which share of its words a line may have in common with the rest of the article and still be
#: foreign to it; more is allowed to a line that speaks to the reader.
_SHARED = 0.1
_SHARED_ADDRESSED = 0.5
#: With fewer words of its own nothing is said.
_FEWEST_WORDS = 2
#: Longer words are compared by their beginning, so that their endings do not part them.
_STEM = 6

_SPEECH = re.compile(r"[\"“”„«»「」『』]")
_STOP = re.compile(r"[.!?。！？]+(?=\s|$)|[。！？]")
_STOPPED = re.compile(r"[.!?。！？][)\]）」]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_RUN = re.compile(r"[\u30a1-\u30ff]{2,}|[\u3400-\u9fff]{2,}")
_LINKS = ("http://", "https://", "www.", "@")


class _Words(NamedTuple):
    """What the language files say: words that mean nothing here, that speak to the reader, ..."""

    frequent: frozenset[str]
    addressed: Phrases
    asking: Phrases
    formal: re.Pattern[str] | None
    kept: Phrases


class Judged:
    """One article, asked about its lines; worked out when it is first asked.

    Args:
        text: the article as imported.
        lines: its lines as read: what a line's kind says counts, not whether it is shown.
        language: its language, whose frequent words do not count.
    """

    def __init__(self, text: str, lines: Iterable[Line], language: str | None) -> None:
        self._text = text
        self._lines = lines
        self._language = language

    def may_lack(self, words: str) -> bool:
        """Whether a line could be clutter by its form, and has nothing to do with the rest."""
        below = self._below.get(words)
        if below is None or not _may_be_clutter(words, below):
            return False
        stems, allowed = _meaning(words, self._language)
        if len(stems) < _FEWEST_WORDS:
            return False
        rest = self._told.replace(_small(words), "\n")
        for stem in stems:
            allowed -= stem in rest
            if allowed < 0:
                return False
        return True

    @cached_property
    def _kept(self) -> list[tuple[LineKind, str]]:
        """The lines that are text or the title, each with its kind."""
        return [
            (line.kind, self._text[line.start : line.end].strip())
            for line in self._lines
            if line.kind in KINDS or line.kind == "title"
        ]

    @cached_property
    def _below(self) -> dict[str, str]:
        """The line below each line of the text."""
        own = [words for kind, words in self._kept if kind in KINDS]
        return dict(zip(reversed(own), ["", *reversed(own)], strict=False))

    @cached_property
    def _told(self) -> str:
        """The lines in small letters, without those that speak to the reader.

        These are no part of what the article says.
        """
        own = _small("\n".join([words for _, words in self._kept]))
        known = _words(self._language)
        phrases = (*known.addressed.signs, *known.asking.signs, *_LINKS)
        signs = [sign for sign in phrases if sign in own]
        if not signs:
            return own
        return "\n".join(
            line
            for line in own.split("\n")
            if not any(sign in line for sign in signs) or not speaks_to_reader(line, self._language)
        )


def countable(text: str, lines: Iterable[Line]) -> list[tuple[Line, str]]:
    """The lines that might be clutter by kind and length, each with its words."""
    found = []
    for line in lines:
        if line.kind in KINDS and line.end - line.start >= _SHORTEST // 2:
            words = text[line.start : line.end].strip()
            if _SHORTEST // 2 <= len(words) <= _LONGEST:
                found.append((line, words))
    return found


def _may_be_clutter(words: str, below: str) -> bool:
    unspaced = not words.isascii() and len(UNSPACED.findall(words)) * 2 > len(words)
    if len(words) < (_SHORTEST // 2 if unspaced else _SHORTEST) or words[-1] in ":：?？":
        return False
    if _SPEECH.search(words):
        return False
    size = len(words) if unspaced else words.count(" ") + 1
    if size < 3:
        return False
    if not _STOPPED.search(words):
        least = _LETTERS_OF_A_HEADING if unspaced else _WORDS_OF_A_HEADING
        return size >= least or len(below) < 2 * _SHORTEST
    longest = _LETTERS_A_SENTENCE if unspaced else _WORDS_A_SENTENCE
    return size <= longest * max(1, len(_STOP.findall(words)))


@lru_cache(maxsize=4096)
def _meaning(words: str, code: str | None) -> tuple[frozenset[str], int]:
    """The words of a line that tell what it is about, and how many the article may share."""
    known = _words(code)
    line = _small(words)
    if known.kept.found_in(line):
        return frozenset(), 0
    stems = {word[:_STEM] for word in _WORD.findall(_RUN.sub(" ", line))} - known.frequent
    for run in _RUN.findall(line):
        stems.update(run[index : index + 2] for index in range(len(run) - 1))
    share = _SHARED_ADDRESSED if speaks_to_reader(words, code) else _SHARED
    return frozenset(stems), int(share * len(stems))


@lru_cache(maxsize=4096)
def speaks_to_reader(words: str, code: str | None) -> bool:
    """Whether a line turns to the reader, or holds an address, as clutter does."""
    if len(words) > _LONGEST:
        return False
    line = _small(words)
    if any(link in line for link in _LINKS) or _words(code).asking.found_in(line):
        return True
    return bool(words_to_reader(words, code))


def words_to_reader(words: str, code: str | None) -> list[str]:
    """The words of a line that turn to the reader, in small letters.

    What sites ask for does where it opens the line: “Download ...”, “Subscribe ...”.
    """
    known, line = _words(code), _small(words)
    formal = known.formal.findall(words) if known.formal is not None else ()
    asked = (word for word in known.asking.found_in(line) if line.startswith(word))
    return [*known.addressed.found_in(line), *asked, *(word[2:].lower() for word in formal)]


def _small(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _words(code: str | None) -> _Words:
    language = load(code)
    table = language.table("repeats")
    formal = table.get("addressed_in_capitals", ())
    return _Words(
        frozenset(word[:_STEM] for word in language.table("identification").get("words", ())),
        Phrases.of(map(_small, table.get("addressed", ()))),
        Phrases.of(map(_small, table.get("asking", ()))),
        re.compile(rf"[\w,;–-] {any_of(formal)}(?!\w)") if formal else None,
        Phrases.of(map(_small, table.get("kept", ()))),
    )
