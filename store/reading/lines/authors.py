"""What a page tells about who wrote the article: a name once more, and a paragraph of a life.

Bylines are no concern of this module, nor is what stands behind links, which `tail.py` judges.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from store.reading.bylines.words import words_of
from store.reading.cues import line_key
from store.reading.lines.forms import ABOUT_AUTHOR
from store.reading.lines.page import Page
from store.reading.lines.rows import SPEECH, Row, is_behind_text, only_names

#: What is longer says more than what somebody is.
_WORDS_OF_A_ROLE = 8
_WORDS_OF_A_SENTENCE = 4
#: No box about the author has more lines.
_LONGEST_BOX = 5
#: So many paragraphs may stand above a name and the date below it.
_STANDFIRST = 1
#: What is longer is no name.
_LONGEST_NAME = 60
_NAME_OPENS = re.compile(r"[^\W\d_a-zà-ÿ][\w.'’-]+ (?:[^\W\d_]\. ?)?[^\W\d_a-zà-ÿ][\w'’-]+ ")


def find_authors(page: Page) -> None:
    """Hide a paragraph that opens with its author's name, right below that name; and the name."""
    _find_boxes(page)
    _find_notes_at_end(page)
    _find_roles_below_names(page)
    found = [position for position in range(1, len(page.rows)) if _tells_of_name(page, position)]
    for position in found:
        row, above = page.rows[position], _above_role(page, position)
        name = _name_alone(above)
        alone = len(found) == 1 and not _is_told_of(page, row, name)
        if _is_byline(page, name) or (alone and _is_at_end(page, position, position)):
            row.decide("boilerplate", ABOUT_AUTHOR)
            if above is not page.rows[position - 1]:
                page.rows[position - 1].decide("boilerplate", ABOUT_AUTHOR)
            if _is_named_above(page, above.position, name):
                above.decide("boilerplate", "repeats the author's name")


def _find_boxes(page: Page) -> None:
    """Hide what stands below “About the author” behind the text, up to the next heading or box."""
    for heading in page.rows:
        if not page.book.is_about_author(heading.key):
            continue
        below = page.rows[heading.position + 1 : heading.position + 1 + _LONGEST_BOX]
        box = list(takewhile(_may_tell_of_author, below))
        if box and _is_at_end(page, heading.position, box[-1].position):
            for row in box:
                row.decide("boilerplate", ABOUT_AUTHOR)


def _may_tell_of_author(row: Row) -> bool:
    return row.kind is None and row.cue is None and not SPEECH.search(row.text)


def _find_notes_at_end(page: Page) -> None:
    """Hide the last paragraphs that open with a name each, from that of the author on."""
    authors = _authors(page)
    if not authors:
        return
    notes: list[Row] = []
    for row in reversed(page.rows):
        if not (row.paragraph or _tells_a_role(page, row)):
            continue
        if SPEECH.search(row.text):
            return
        name = _author_in_front(page, row, authors)
        if name is None and not _NAME_OPENS.match(row.text):
            return
        notes.append(row)
        if name is not None and not _is_told_of(page, row, name):
            for note in notes:
                note.decide("boilerplate", ABOUT_AUTHOR)


def _author_in_front(page: Page, row: Row, authors: list[str]) -> str | None:
    """The author with whose name a line opens, or with whose last name, where it tells a role."""
    for name in authors:
        if row.text.startswith(f"{name} "):
            return name
        last = name.rpartition(" ")[2]
        if row.key.startswith(f"{line_key(last)} ") and len(last) > 2 and _tells_a_role(page, row):
            return name
    return None


def _tells_a_role(page: Page, row: Row) -> bool:
    """Whether a short sentence says what somebody is at an outlet: “Jane Doe is a reporter.”"""
    if not (row.open and row.stopped) or row.words < _WORDS_OF_A_SENTENCE:
        return False
    words = (word.rstrip(".,") for word in row.key.split(" "))
    return not words_of(page.language).roles.isdisjoint(words)


def _find_roles_below_names(page: Page) -> None:
    """Hide what its author is, below a name alone: “Reporter for the harbour.”"""
    roles = words_of(page.language).roles
    for above, row in pairwise(page.rows):
        if not (row.open and row.stopped) or row.words > _WORDS_OF_A_ROLE or not _name_alone(above):
            continue
        opening = row.key.rstrip(".").split(" ")
        if any(" ".join(opening[:count]) in roles for count in (1, 2, 3)):
            row.decide("boilerplate", ABOUT_AUTHOR)


def _authors(page: Page) -> list[str]:
    """The names of bylines, and of lines that are a name alone above the text or the date."""
    authors: list[str] = []
    paragraphs = 0
    for row, below in pairwise(page.rows):
        paragraphs += row.prose
        begun = paragraphs > _STANDFIRST if below.dated else paragraphs > 0
        if row.credit is not None and row.credit.labelled:
            authors += row.credit.authors
        elif row.credit is not None and not begun and only_names(row.credit):
            authors += row.credit.names
    return [author for author in authors if " " in author]


def _is_told_of(page: Page, row: Row, name: str) -> bool:
    """Whether other paragraphs have the name too: one may say who asked the questions."""
    return sum(name in other.text for other in page.rows if other.prose and other is not row) > 1


def _tells_of_name(page: Page, position: int) -> bool:
    """Whether a paragraph opens with the name that stands above it."""
    row = page.rows[position]
    if not (row.prose and row.stopped and row.open):
        return False
    name = _name_alone(_above_role(page, position))
    names = (f"{name} ", f"{name.rpartition(' ')[2].title()} ")
    return name != "" and row.text.startswith(names) and not SPEECH.search(row.text)


def _above_role(page: Page, position: int) -> Row:
    """The line above one, or the next further up where that says no more than what somebody is."""
    above = page.rows[position - 1]
    if position > 1 and above.key in words_of(page.language).roles:
        return page.rows[position - 2]
    return above


def _name_alone(row: Row) -> str:
    """The name that a line is, without what a label says before it; empty if it is none."""
    if row.size > _LONGEST_NAME or row.stopped or row.credit is None:
        return ""
    plain = not (row.credit.dated or row.credit.outlet or row.credit.staff)
    names = row.credit.authors or (row.credit.names if plain else ())
    return names[0] if len(names) == 1 and " " in names[0] else ""


def _is_at_end(page: Page, first: int, last: int) -> bool:
    """Whether the text stands above some lines, and hardly a paragraph below them."""
    above = sum(row.paragraph for row in page.rows[:first])
    return is_behind_text(above, sum(row.paragraph for row in page.rows[last + 1 :]))


def _is_byline(page: Page, name: str) -> bool:
    return any(
        row.credit is not None and row.credit.labelled and name in row.credit.authors
        for row in page.rows
    )


def _is_named_above(page: Page, position: int, name: str) -> bool:
    """Whether a byline further up has the name, so that this line says nothing new."""
    return any(
        row.credit is not None and name in (*row.credit.authors, *row.credit.names)
        for row in page.rows[:position]
    )
