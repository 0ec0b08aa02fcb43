"""Whether the article goes on with a line, behind links and boxes too.

What was passed on the way down stands in `text_so_far.py`.
"""

from __future__ import annotations

import re
from itertools import islice

from store.reading.lines.page import Page
from store.reading.lines.related import RELATED_LINK
from store.reading.lines.rows import (
    BULLET,
    CAPITAL,
    LONGEST_FOR_PULL_QUOTES,
    SPEECH,
    Row,
    content_words,
)
from store.reading.lines.text_so_far import (
    CLOSED,
    ENDS,
    GOES_ON,
    MAY_END,
    NAME,
    OVER,
    TextSoFar,
)
from store.reading.repeats import speaks_to_reader, words_to_reader

_WANTED_BEHIND_OWN_BOX = 0.4
_WANTED_BEHIND_LINKS = -0.5
_NO_HEADLINE_ABOVE = 0.6
_OFTEN_NAMED = 0.5
#: Words are compared by so many letters; with fewer words nothing is said of a teaser.
_STEM, _WORDS_OF_A_TEASER = 6, 4
_WANTED = {MAY_END: 0.0, ENDS: 1.0, CLOSED: 3.0}
#: 'Harbour, "Starting with the crane"': no stop within the marks, which do not open the line.
_IN_MARKS = re.compile(r"^[^\"“„«»「『].*[^.!?…,。][\"”»]$")
#: Marks of what somebody says, single ones too.
_MARKS = re.compile(rf"{SPEECH.pattern}|(?<!\w)[‘'‚‹]\w")
_LONGEST_HEADLINE = 60


def is_paragraph(text: TextSoFar, position: int) -> bool:
    """Whether the article goes on with a line, given what stands above it.

    Behind a related block or a note that may end the article, a paragraph must have
    something to say for itself: names and words of the article, speech, several sentences,
    a paragraph after it. A teaser has a headline above it instead.
    """
    row, gate = text.page.rows[position], text.gate
    if gate == OVER:
        return False
    above = text.page.at(position - 1)
    if gate and above and above.cue and above.cue.category == "reading":
        return False  # a teaser below "3 hours ago"
    if not (row.stopped or row.prose):
        return _opens_list(text, position)
    if gate == GOES_ON:
        if text.waiting and row.size < _LONGEST_HEADLINE and _IN_MARKS.search(row.text):
            return False
        return row.prose or row.words >= 3 or row.size > 14 or row.text[-1] == "。"
    if (row.words < 3 and row.size < 30) or _is_last_prompt(text, row):
        return False
    if gate >= ENDS and text.waiting and _is_teaser(text, row):
        return False
    evidence = _evidence_in(text, row) + _evidence_around(text, position)
    if gate == MAY_END and text.own_boxes_only:
        asks = bool(text.waiting) or row.text[0] == "*"
        asks = asks or speaks_to_reader(row.text, text.page.language.code)
        return evidence >= (_WANTED_BEHIND_OWN_BOX if asks else 0.0)
    if position - 1 in text.page.subheadings:
        return gate <= ENDS
    if gate == MAY_END and _is_behind_links(text.page, position):
        return evidence >= _WANTED_BEHIND_LINKS
    if not text.waiting and gate != CLOSED:
        evidence += _NO_HEADLINE_ABOVE
    return evidence >= _WANTED[gate]


def _is_teaser(text: TextSoFar, row: Row) -> bool:
    """Whether a line below a headline has no word and no name of the article, and no speech."""
    if SPEECH.search(row.text) or len(text.page.rows) > LONGEST_FOR_PULL_QUOTES:
        return False
    content = {word[:_STEM] for word in row.content or content_words(row.key) if len(word) >= _STEM}
    told = {word[:_STEM] for word in text.words if len(word) >= _STEM}
    return len(content) >= _WORDS_OF_A_TEASER and content.isdisjoint(told)


def _is_last_prompt(text: TextSoFar, row: Row) -> bool:
    """Whether a line turns to the reader, as all do below it: “If you know more, write to us.”"""
    if not text.in_second_half or _MARKS.search(row.text):
        return False
    code = text.page.language.code
    below = (other for other in text.page.rows[row.position + 1 :] if other.stopped and other.open)
    if not words_to_reader(row.text, code):
        return False
    return all(speaks_to_reader(other.text, code) for other in below)


def _opens_list(text: TextSoFar, position: int) -> bool:
    """Whether a line with a colon stands above bullets; behind clutter, above two of them."""
    page = text.page
    row, first, second = page.rows[position], page.at(position + 1), page.at(position + 2)
    if not (row.text.endswith((":", "：")) and row.words >= 3) or BULLET.match(row.text):
        return False
    if not (first and BULLET.match(first.text)):
        return False
    return text.gate == GOES_ON or bool(second and BULLET.match(second.text))


def _evidence_in(text: TextSoFar, row: Row) -> float:
    """What a line says for itself: words and names of the article, speech, sentences, length."""
    words, names = text.words, text.names
    content = row.content or content_words(row.key)
    shared = sum(1 for word in content if words[word] > 0 and len(word) != 4)
    named = sum(1 for name in set(NAME.findall(row.text)) if name in names)
    evidence = min(1.5, 0.4 * shared) + min(1.5, 0.75 * named)
    if any(words[name.lower()] > 2 for name in CAPITAL.findall(row.text)):
        evidence += _OFTEN_NAMED
    if text.passed < 3:
        evidence += 0.75
    return evidence + bool(SPEECH.search(row.text)) + (row.sentences > 1) + (row.size >= 160)


def _evidence_around(text: TextSoFar, position: int) -> float:
    """What the next line says for a line, and a headline that waits above it against it."""
    page, waiting = text.page, text.waiting
    evidence = 0.0
    next_rows = islice(page.rows, position + 1, position + 40)
    following = next((other for other in next_rows if other.kind is None), None)
    if following is not None and following.cue is None and following.credit is None:
        less = 0.0 if text.own_boxes_only else 0.5
        evidence += 0.75 if following.stopped else -less
    if waiting and waiting[-1].words >= 4 and not waiting[-1].stopped:
        evidence -= 0.0 if speaks_to_reader(waiting[-1].text, page.language.code) else 1.0
    elif not waiting and page.gap(page.rows[position]):
        evidence += 0.75
    return evidence


def _is_behind_links(page: Page, position: int) -> bool:
    """Whether a sentence right below links is none of theirs: no such pair follows it."""
    row = page.rows[position]
    if not page.rows[position - 1].reason.startswith(RELATED_LINK):
        return False
    if speaks_to_reader(row.text, page.language.code):
        return False
    below = [other for other in page.rows[position + 1 : position + 3] if other.open]
    pair = len(below) == 2 and below[0].words >= 5 and not below[0].stopped
    return not (pair and below[1].stopped)
