"""Boxes that ask something of the reader: newsletters, consent, subscriptions, donations.

Their single lines are known by cues; here the lines between and above those.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from store.reading.lines.page import Page
from store.reading.lines.rows import SPEECH, Row
from store.reading.repeats import speaks_to_reader

_FEWEST_ANSWERS, _WORDS_OF_AN_ANSWER, _LONGEST_QUESTION = 2, 6, 160
_MOST_ANSWERS = 7
_LONGEST_CALL = 120
#: A day, a section and a headline.
_LINES_OF_A_LINK = 3
_BOXES = frozenset(("newsletter", "consent", "subscription", "donation", "prompt"))


def find_boxes(page: Page) -> None:
    """Lines between two cues of one box: newsletters, consent, subscriptions, donations."""
    opened: int | None = None
    for position in range(page.below_title, len(page.rows)):
        row = page.rows[position]
        if row.kind is not None or row.cue is None or row.cue.category not in _BOXES:
            continue
        if opened is not None and 1 < position - opened <= 4:
            between = page.rows[opened + 1 : position]
            if all(_in_box(page, other) for other in between):
                for other in between:
                    other.decide("boilerplate", f"inside a box: above “{row.text[:60]}”")
        opened = position


def find_polls(page: Page) -> None:
    """A question, its answers of a few words on the next lines, and the button to vote."""
    for button in page.rows:
        if button.words <= _WORDS_OF_AN_ANSWER and page.book.is_poll(button.key):
            _find_labelled_poll(page, button.position)
        if button.cue is None or button.cue.category != "share" or button.cue.how != "whole":
            continue
        first = button.position
        while first > 0 and not page.gap(page.rows[first]) and _is_answer(page.rows[first - 1]):
            first -= 1
        question = page.at(first - 1)
        if (
            button.position - first < _FEWEST_ANSWERS
            or question is None
            or page.gap(page.rows[first])
        ):
            continue
        if question.open and question.text[-1] in "?？" and question.size <= _LONGEST_QUESTION:
            label = page.at(first - 2)
            named = label is not None and not page.gap(question) and _is_answer(label)
            for row in page.rows[first - 1 - named : button.position]:
                row.decide("boilerplate", "a poll: a question, its answers and a button")


def _find_labelled_poll(page: Page, position: int) -> None:
    """A question below “Poll”, and its answers, whether blank lines part them or not."""
    label, question = page.rows[position], page.at(position + 1)
    if label.kind is not None or question is None or not question.open:
        return
    if question.text[-1] not in "?？" or question.size > _LONGEST_QUESTION:
        return
    last = position + 2
    while last - position - 2 < _MOST_ANSWERS and (answer := page.at(last)) is not None:
        pressed = answer.cue is not None and answer.cue.how == "whole"
        if not (pressed or _is_answer(answer)):
            break
        last += 1
    if last - position - 2 >= _FEWEST_ANSWERS:
        for row in page.rows[position:last]:
            row.decide("boilerplate", f"a poll: below “{label.text}”")


def _is_answer(row: Row) -> bool:
    """Whether a line is so short as the answers of a poll are."""
    return (
        row.open
        and not row.stopped
        and row.words <= _WORDS_OF_AN_ANSWER
        and row.text[-1] not in "?:"
    )


def find_advertised(page: Page) -> None:
    """A call right below “Advertisement”, set apart from the text below it."""
    for above, row in pairwise(page.rows):
        labelled = above.cue is not None and above.cue.category == "advertisement"
        if not labelled or page.gap(row) or not row.open or row.size > _LONGEST_CALL:
            continue
        below = page.at(row.position + 1)
        apart = below is None or page.gap(below)
        if apart and row.text[-1] == "!" and not SPEECH.search(row.text):
            row.decide("boilerplate", "advertisement: a call below its label")


def _in_box(page: Page, row: Row) -> bool:
    if row.kind is not None:
        return True
    if row.credit is not None or row.size >= 220:
        return False
    if _is_speech(page, row):
        return False
    sentence = row.stopped and (row.words >= 6 or (row.size >= 30 > 4 * row.words))
    return not sentence or speaks_to_reader(row.text, page.language.code)


def _is_speech(page: Page, row: Row) -> bool:
    """Whether a line has somebody's words, and none to the reader."""
    if not (SPEECH.search(row.text) and row.words > 5):
        return False
    return not speaks_to_reader(row.text, page.language.code)


def find_dated_links(page: Page) -> None:
    """A link with its day, section and headline above what it says: “11.03.2024”, “... more”."""
    for row in page.rows:
        if row.cue is None or row.cue.category != "continuation" or row.cue.how != "end":
            continue
        above = list(takewhile(_heads_link, reversed(page.rows[: row.position])))
        dated = next((n for n, other in enumerate(above[:_LINES_OF_A_LINK]) if other.dated), None)
        for other in above[: dated + 1] if dated is not None else ():
            other.decide("boilerplate", f"related link: above “{row.text[:40]}”")


def _heads_link(row: Row) -> bool:
    """Whether a line may be a link's day, section or headline."""
    return row.kind is None and not row.stopped and not row.prose


def hide_above_button(page: Page, position: int) -> None:
    """The lines of a newsletter box above its field or button, up to a blank line."""
    button = page.rows[position].text[:60]
    while position > 0 and not page.gap(page.rows[position]):
        position -= 1
        above = page.rows[position]
        if not above.open or above.credit or above.size > 160 or _is_speech(page, above):
            return
        above.decide("boilerplate", f"newsletter prompt: above “{button}”")
