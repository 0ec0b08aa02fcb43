"""Prompts in a page's own words: sentences that ask the reader for what every site asks for.

Prompts that all sites word alike are cues of their own; here what has the words of the trade
(newsletters, subscriptions, browsers), speaks to the reader and has nothing to do with the text.
"""

from __future__ import annotations

import re
from functools import cache

from store.matching import fold
from store.reading.cues import Cue
from store.reading.languages import COMMON, Language
from store.reading.lines.page import Page
from store.reading.lines.rows import BULLET, CONTENT, Row
from store.reading.patterns import any_of
from store.reading.repeats import words_to_reader

#: What is longer, or has so many sentences, is no prompt.
_LONGEST = 420
_MOST_SENTENCES = 5
#: Words in marks that somebody may have said; a button's name in marks is shorter.
_SPOKEN = re.compile(r"[\"“„«](?:[^\s\"”»“]+\s){4,}[^\"”»“]*[\"”»“]|[「『“][^」』”]{12,}[」』”]")
#: Between paragraphs of the text only a line as short is one with a single word of the trade.
_WORDS_WITHIN_TEXT = 16
#: A text of which so many paragraphs speak to the reader gives advice; in it and behind it a
#: prompt has so many words of the trade.
_PARAGRAPHS_OF_ADVICE, _WORDS_IN_ADVICE = 2, 2


def find_prompts(page: Page) -> None:
    """Give a cue to sentences to the reader that have words of the trade, and none of the text."""
    offered = page.book.offered
    signs = offered.within(page.said, page.said_words)
    if signs is None:
        return
    found = {
        row: words
        for row in page.rows
        if row.open
        and row.credit is None
        and row.size <= _LONGEST
        and (words := signs.found_in(row.key))
        and _may_be_prompt(row)
        and _speaks_to_reader(page, row, words)
    }
    if not found:
        return
    text = [row for row in page.rows if row.paragraph and row.credit is None and row not in found]
    told = "\n".join(row.key for row in text)
    in_text = set(signs.found_in(told))
    advises = sum(bool(_to_reader(page, row)) for row in text) >= _PARAGRAPHS_OF_ADVICE
    for row, words in found.items():
        words = [word for word in words if word not in in_text]
        within = bool(text) and text[0].position < row.position < text[-1].position
        if advises and (within or len(words) < _WORDS_IN_ADVICE):
            continue
        above = bool(text) and row.position < text[0].position
        if row.stopped and not above and tells_what_was_said(page, row):
            continue
        if row.prose and _told_without_blanks(page.language).search(row.text):
            continue
        if words and _is_foreign(page, row, told, words, within=within):
            row.cue = Cue("prompt", "contains", max(words, key=len))


def _may_be_prompt(row: Row) -> bool:
    """Whether a line announces nothing, is no text of its own and nobody's words."""
    if row.text[-1] in ":：?？" or row.sentences > _MOST_SENTENCES:
        return False
    return _SPOKEN.search(row.text) is None


def tells_what_was_said(page: Page, row: Row, *, before: bool = False) -> bool:
    """Whether a line has a verb that tells who said something, as prompts hardly do.

    With ``before``, those that stand before what is said count too: “call”, which prompts have.
    """
    words = row.key.split()
    if not _verbs_of_saying(page.language, "after", "neutral").isdisjoint(words):
        return True
    return before and not _verbs_of_saying(page.language, "before").isdisjoint(words)


@cache
def _told_without_blanks(language: Language) -> re.Pattern[str]:
    """What tells that somebody said something in a text without blanks: ……と発表した。"""
    speech = language.table("speech")
    verbs = speech.get("verbs", ()) if speech.get("is_spaceless") else ()
    return re.compile(f"と{any_of(verbs)}")


@cache
def _verbs_of_saying(language: Language, *lists: str) -> frozenset[str]:
    table = language.table("speech")
    return frozenset(
        fold(verb) for name in lists for verb in table.get(name, ()) if " " not in verb
    )


def _speaks_to_reader(page: Page, row: Row, words: list[str]) -> bool:
    """Whether a word to the reader stands beside one of the trade: “newsletter” may be both."""
    told = _to_reader(page, row)
    return any(" " in word or (word not in to and to not in word) for to in told for word in words)


def _to_reader(page: Page, row: Row) -> list[str]:
    """The words of a line that turn to the reader: of the page's language and of English."""
    return [
        fold(word)
        for code in (page.language.code, COMMON)
        for word in words_to_reader(row.text, code)
    ]


def _is_foreign(page: Page, row: Row, told: str, words: list[str], *, within: bool) -> bool:
    """Whether few words of a line, but those of the trade, stand in the text."""
    own = {word for word in CONTENT.findall(row.key) if word not in page.frequent}
    shared = sum(word in told for word in own)
    if not within:
        return 2 * shared <= len(own)
    if BULLET.match(row.text):
        return False
    if len(words) > 1:
        return 3 * shared <= len(own)
    calls = row.text[-1] == "!" or not row.stopped or " " in words[0]
    return calls and row.words <= _WORDS_WITHIN_TEXT and 4 * shared <= len(own)
