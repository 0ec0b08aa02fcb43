"""Which line is the title, of all that may be one.

What speaks for a line by itself stands in `headlines.py`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from store.reading.bylines.words import outlet_words
from store.reading.cues import line_key
from store.reading.lines.forms import BEHIND_TEXT, GLUED
from store.reading.lines.headlines import (
    HEAD,
    Copies,
    has_suffix,
    is_no_headline,
    is_short_title,
    may_be_title,
    score_of_words,
    title_score,
)
from store.reading.lines.menus import begin_of_text
from store.reading.lines.page import Page
from store.reading.lines.rows import WIDE, Row, content_words, only_names

_QUOTED = re.compile(r"[\"“„«»「『][^\"“”„«»「」]+[\"“”«»」』]$")
#: What stands between a site's name and the title: "City News - The title"
_BEHIND_NAME = re.compile(r"\s[-–—|»:]\s")
_SIGNS = re.compile(r"[\W_]+")
#: How the reason of a line begins that is the name of the browser's window.
NAME_OF_WINDOW = "the window's name"
_NAMES_OF_WINDOW = 3
#: What is longer may be the standfirst, with the title above it.
_LONG_TITLE = 70
_SHORT_TITLE = 25
#: What is longer, above the standfirst, is no kicker.
_NO_KICKER = 60
#: How far such a line's score may fall behind the standfirst's, which is nearer to the byline.
_HEADLINE_BEHIND = 5.0
#: A name alone is a byline only among so many lines below the title.
_NEAR_TITLE = 3
#: What a line has for itself that is the title which the source states, alone or with the site.
_STATED, _STATED_WITH_SITE = 40.0, 30.0
#: Among so many lines its copies are looked for.
_COPIES_WITHIN = 80
#: A line below a topic that is longer is no headline.
_LONGEST_HEADLINE = 110
_WORDS_OF_A_TOPIC = 4
#: What a topic right above a date gains by it, which the headline below the date does not.
_TOPIC_ABOVE_DATE = 2.5
#: How far the score of a line may fall behind that of the next, and it is the headline still.
_AS_GOOD = 1.0
#: A headline above its standfirst is hardly longer than that.
_AS_LONG = 1.1
_WORDS_OF_AN_OUTLET = 6
_LONGEST_OWNER = 70
_WORDS_OF_A_DESK = 2
_WORDS_OF_A_LABELLED = 4
#: Where no line tells the text, the first of so many that is no clutter is taken.
_FIRST = 6
#: A shorter sentence above the title may be its standfirst.
_LONG_SENTENCE = 100
#: No section's name above a title has more.
_WORDS_OF_A_SECTION = 2
_WORDS_OF_A_PATH = 5
#: Each headline of a stack has so many words, and so much of the score that words give.
_WORDS_OF_A_HEADLINE, _TELLS_THE_TEXT = 8, 2.5
#: By so many characters a title is known again.
_OPENING = 25


def find_title(page: Page) -> None:
    """The line that is the title: near the byline, repeated, of the words of the text."""
    page.read_words()
    page.text = begin_of_text(page)
    _hide_name_of_window(_head(page))
    _hide_behind_menu(page)
    _hide_behind_section(page, _head(page))
    scores, best = _score_lines(page)
    wanted = bool(page.stated.title)
    if best is not None and not wanted and _opens_with_text(page, -best[1]):
        return
    if best is not None and not wanted and page.rows[-best[1]].stopped:
        above = _headline_with_cue(page)
        best = best if above is None or above > -best[1] else (0.0, -above)
    if best is None:
        position = _first_headline(page)
        if position is None or not _is_open_title(page, page.rows[position]):
            position = _headline_with_cue(page)
        if position is None:
            return
        best = (0.0, -position)
    position = _top_of_stack(page, _upper(page, -best[1], best[0], scores))
    position = _right_copy(page, position)
    title = page.rows[position]
    title.kind, title.reason = "title", "the title"
    title.cue = title.credit = None
    page.title = position


def _head(page: Page) -> list[Row]:
    """The lines among which the title is looked for."""
    return page.rows[page.first : page.first + HEAD]


def _first_headline(page: Page) -> int | None:
    """Of the first lines, above any sentence, the one that is no clutter and has two words."""
    if page.rows[0].credit is not None:
        return None if _is_desk(page, page.rows[0]) else 0
    for position, row in enumerate(page.rows[:_FIRST]):
        if row.credit is not None or (row.open and row.stopped):
            break
        long = row.words > 1 or WIDE.search(row.text) is not None
        if row.kind is None and long and may_be_title(page, row):
            return position
    return 0 if is_short_title(page, page.rows[0]) else None


def _is_open_title(page: Page, row: Row) -> bool:
    return not row.stopped and may_be_title(page, row)


def _headline_with_cue(page: Page) -> int | None:
    """The line right above the first byline or date, where a prompt opens as it does.

    “Follow the money: who pays for the ferry”, of a page that has no other headline.
    """
    for row, below in pairwise(page.rows[: _FIRST + 1]):
        if row.credit is not None or (row.open and row.stopped):
            return None
        if not below.signed or row.cue is None or row.kind is not None or row.stopped:
            continue
        long = row.words >= _WORDS_OF_A_LABELLED or WIDE.search(row.text) is not None
        opened = row.cue.how in ("start", "short") and long
        return row.position if opened and content_words(row.key) & page.text_words else None
    return None


def _is_desk(page: Page, row: Row) -> bool:
    """Whether a line is an outlet's name and a section's: “Harbour Sports”."""
    if row.words != _WORDS_OF_A_DESK or row.credit is None or not only_names(row.credit):
        return False
    section = page.book.whole(row.key.rpartition(" ")[2])
    return section is not None and section.category == "navigation"


def _hide_behind_menu(page: Page) -> None:
    """Hide the title where words of a menu are glued to it, and another line has it alone."""
    head = _head(page)
    for row in head:
        if row.kind is not None or (row.stopped and row.text[-3:] != "..."):
            continue
        is_path = "/" in row.text[:60]
        glued = GLUED.search(row.text)
        if row.text[-1] != "." and not is_path and glued is None:
            continue
        for other in head:
            if not other.open or other.size < _OPENING or not (is_path or other.index >= row.index):
                continue
            at = row.key.find(other.key[:_OPENING], 1)
            in_name = glued is not None and glued.start() > at and not is_path  # "McKelvey"
            if at > 0 and not in_name and other.key.startswith(row.key[at:].rstrip(" .")):
                row.decide("boilerplate", f"a menu, and what line {other.index + 1} says")
                break


def _hide_name_of_window(head: list[Row]) -> None:
    """Hide a window's name on the first lines, in parts, whose first another line has alone."""
    for row in head[:_NAMES_OF_WINDOW]:
        if row.kind is not None or row.text.count("|") < 2:
            continue
        name = _letters(row.key.split("|")[0])
        for other in head:
            alone = other is not row and other.open and other.credit is None
            if alone and len(name) >= _SHORT_TITLE and _letters(other.key) == name:
                row.decide("boilerplate", f"{NAME_OF_WINDOW}, as line {other.index + 1} says")
                break


def _letters(key: str) -> str:
    """A key without blanks and signs, of which a window's name has others."""
    return _SIGNS.sub("", key)


def _hide_behind_section(page: Page, head: list[Row]) -> None:
    """Hide a line that is a section's name of a word or two and what a line below says alone.

    Or words of the menu: “Home World Africa The council sells its crane”.
    """
    alone = {row.key: row for row in head if row.open and row.size >= _OPENING and not row.credit}
    for row in head:
        if row.kind is not None or row.credit is not None or row.prose:
            continue
        if not row.text[0].isupper():
            continue
        _, *names = _BEHIND_NAME.split(row.key, maxsplit=2)
        behind = alone.get(names[-1]) if names else None
        if behind is not None and behind.index > row.index:
            row.decide("boilerplate", f"the site's name, and what line {behind.index + 1} says")
            continue
        rest = row.key
        for number in range(_WORDS_OF_A_PATH):
            section, _, rest = rest.partition(" ")
            below = alone.get(rest)
            if not section.rstrip(".").isalpha() or (below and below.index > row.index):
                break
            if number >= _WORDS_OF_A_SECTION - 1 and page.book.whole(row.key.split(" ")[0]) is None:
                break
        else:
            continue
        if below is not None and section.rstrip(".").isalpha():
            row.decide("boilerplate", f"a section's name, and what line {below.index + 1} says")


def _score_lines(page: Page) -> tuple[dict[int, float], tuple[float, int] | None]:
    """What speaks for each line as the title, and the best: its score, its position below zero.

    A title that the source states finds its line, whatever else speaks for another.
    """
    wanted = line_key(page.stated.title) if page.stated.title else None
    copies = Copies(page)
    scores: dict[int, float] = {}
    best: tuple[float, int] | None = None
    prose_before = 0.0
    for row in _head(page):
        position = row.position
        if wanted and row.kind is None and (row.key == wanted or has_suffix(row.key, wanted)):
            score = _STATED if row.key == wanted else _STATED_WITH_SITE
            best = max(best or (score, -position), (score, -position))
            continue
        if may_be_title(page, row):
            score = title_score(page, position, copies) - 2.0 * prose_before
            scores[position] = score
            if prose_before < 3 and score > 0:
                best = max(best or (score, -position), (score, -position))
        if row.open and row.credit is None:
            prose_before += 1.0 if row.prose else 0.5 * (row.stopped and row.words >= 4)
            if prose_before >= 3:
                break
    return scores, best


def _opens_with_text(page: Page, position: int) -> bool:
    """Whether the page's first lines are sentences and the line at ``position`` unsigned."""
    first = page.rows[0]
    if not (position and first.stopped) or first.cue is not None:
        return False
    sentences = sum(row.stopped and row.open and row.credit is None for row in page.rows[:position])
    is_text = first.size >= _LONG_SENTENCE and is_no_headline(page, first)
    if sentences < 2 and not (first.prose and is_text):
        return False
    below = page.rows[position + 1 : position + 4]
    return not any(row.signed for row in below)


def _upper(page: Page, position: int, score: float, scores: dict[int, float]) -> int:
    """The line above the best candidate, where that one may be its standfirst."""
    row = page.rows[position]
    if position == 1 and row.stopped and row.prose and is_short_title(page, page.rows[0]):
        return 0
    short = not WIDE.search(row.text) and (
        row.words <= 2 or _is_topic(page, position) or _is_kicker(page, position)
    )
    if short or _is_masthead(page, position):
        headline = _below_topic(page, position, score, scores)
        if headline is not None:
            return headline
    if row.stopped and _QUOTED.match(row.text) and _is_upper_line(page, position, score, scores):
        return position - 1  # above somebody's words
    if row.size < _LONG_TITLE and not row.stopped and not _QUOTED.match(_above(page, position)):
        # What stands above is a kicker, unless it is as long and tells the text as well.
        return position - 1 if _is_upper_line(page, position, score, scores) else position
    below = page.at(position + 1)
    dated = below is not None and below.dated
    for above in range(position - 1, max(position - 4, -1), -1):
        other = page.rows[above]
        if other.cue is not None or other.kind is not None:
            continue
        if dated and other.key in (_key_at(page, above - 1), _key_at(page, above + 1)):
            break  # a picture's text and its caption
        fits = other.words >= 4 or WIDE.search(other.text)
        if _QUOTED.match(other.text) and other.words >= 3 and row.credit is None:
            return above  # somebody's words, above who says them
        shouted = above in scores and other.text.isupper() and 2 <= other.words <= 5
        shouted = shouted and row.size >= _LONG_TITLE
        if shouted and _shares_words(page, other):
            return above
        longer = other.words >= 8 and other.size >= _NO_KICKER
        close = scores.get(above, -1.0) >= score - (_HEADLINE_BEHIND if longer else 1.5)
        if close and fits and 25 <= other.size <= _AS_LONG * row.size and other.credit is None:
            return above
        break
    return position


def _is_topic(page: Page, position: int) -> bool:
    """Whether a few words that are no headline stand right above a date."""
    row, below = page.rows[position], page.at(position + 1)
    if row.words > _WORDS_OF_A_TOPIC or row.size >= _SHORT_TITLE or below is None:
        return False
    return below.dated


def _is_kicker(page: Page, position: int) -> bool:
    """Whether a few words stand right above a headline that has a topic and a colon itself."""
    row, below = page.rows[position], page.at(position + 1)
    if row.words > _WORDS_OF_A_TOPIC or row.size >= _SHORT_TITLE or ":" in row.text:
        return False
    return below is not None and not below.stopped and ": " in below.text.strip(": ")


def _is_masthead(page: Page, position: int) -> bool:
    """Whether the page's first line is an outlet's name in capitals: “NEWS OF THE HARBOUR”."""
    row = page.rows[position]
    if position or not row.text.isupper() or row.words > _WORDS_OF_AN_OUTLET:
        return False
    words = {word.capitalize() for word in row.text.split()}
    return not words.isdisjoint(outlet_words(page.language))


def _is_upper_line(page: Page, position: int, score: float, scores: dict[int, float]) -> bool:
    """Whether the line above is a headline by itself: as long, and as much of it in the text."""
    row, above = page.rows[position], page.at(position - 1)
    if above is None or not above.open or above.credit is not None or above.text[-1] in ".。":
        return False
    is_long = above.words >= 7 or (WIDE.search(above.text) is not None and above.size >= 38)
    close = scores.get(position - 1, -1.0) >= score - _AS_GOOD
    return is_long and close and above.key != row.key


def _top_of_stack(page: Page, position: int) -> int:
    """The page's first line, where it heads a stack of headlines that all tell the text."""
    stack = page.rows[: position + 1]
    is_stack = position > 0 and all(
        row.open
        and not row.stopped
        and row.cue is None
        and row.credit is None
        and row.words >= _WORDS_OF_A_HEADLINE
        and score_of_words(page, row) >= _TELLS_THE_TEXT
        and not (row.position and page.gap(row))
        for row in stack
    )
    return 0 if is_stack else position


def _below_topic(page: Page, position: int, score: float, scores: dict[int, float]) -> int | None:
    """The headline below a word or two that stand where a title may: a topic, a place."""
    beside = True
    for index in range(position + 1, position + 4):
        below = page.at(index)
        if below is None:
            return None
        if page.copies[below.key] > 1 and index not in scores:
            continue  # an entry of the menu once more
        if index in scores:
            less = 1.0 if beside else _TOPIC_ABOVE_DATE
            fits = 25 <= below.size <= _LONGEST_HEADLINE and not below.stopped
            return index if fits and scores[index] >= score - less else None
        if below.credit is None or not below.credit.dated or below.credit.labelled or not beside:
            return None
        beside = False
    return None


def _key_at(page: Page, position: int) -> str:
    row = page.at(position)
    return row.key if row is not None else ""


def _shares_words(page: Page, row: Row) -> bool:
    return bool(content_words(row.key) & page.text_words)


def _above(page: Page, position: int) -> str:
    return page.rows[position - 1].text if position else ""


def _right_copy(page: Page, position: int) -> int:
    """Of a title that stands there several times, the copy that is the title.

    The first, unless clutter parts it from a later one: then it was a link or the name of the
    browser's tab. A copy with the site's name behind it gives way to one without.
    """
    row = page.rows[position]
    copies = [
        other.position
        for other in page.rows[page.first : page.first + _COPIES_WITHIN]
        if (other.key == row.key and other.kind is None) or other is row
    ] or [position]
    end = _first_paragraph_behind(page, copies[0], row)
    for index, other in enumerate(page.rows[:end]):
        plain = other.kind is None and other.key != row.key and len(other.key) > 15
        if plain and has_suffix(row.key, other.key):
            return index
    first, *others = [index for index in copies if index < end] or [position]
    if len(others) == 1 and others[0] == first + 1 and _ends_a_path(page, first):
        first = others.pop(0)
    for later in others:
        between = page.rows[first + 1 : later]
        if any(_signs(between, number) for number in range(len(between))):
            break
        if _is_owned(page.at(later + 1)):
            break  # a picture's text
        clutter = sum(other.cue is not None or other.kind is not None for other in between)
        below = page.at(later + 1)
        if clutter == len(between) > 0 and below is not None and below.credit is not None:
            first = later
            break  # the copy above who wrote it, or when
        if clutter > 1 or (clutter and len(between) > 2):
            first = later
    return first


def _ends_a_path(page: Page, first: int) -> bool:
    """Whether a title below a section's name ends the page's path, and is the title once more."""
    section, below = page.at(first - 1), page.at(first + 2)
    if section is None or section.cue is None or page.gap(page.rows[first]):
        return False
    named = section.cue.category == "navigation" and section.cue.how == "whole"
    return named and not _is_owned(below) and below is not None and below.kind != "caption"


def _is_owned(below: Row | None) -> bool:
    """Whether the line below a copy of the title is a picture's owner."""
    if below is None or below.size >= _LONGEST_OWNER:
        return False
    return below.picture == "strong" or below.kind == "caption"


def _first_paragraph_behind(page: Page, position: int, title: Row) -> int:
    """Where the first paragraph behind a line stands that is no copy of the title."""
    for index in range(position + 1, len(page.rows)):
        row = page.rows[index]
        if row.paragraph and row.credit is None and row.key != title.key:
            return index
    return len(page.rows)


def _signs(between: list[Row], number: int) -> bool:
    """Whether a line between two copies of a title is the first one's byline.

    Further down, a name alone is a link's, and a date right above the second copy is that one's.
    """
    credit = between[number].credit
    if credit is None or number < _NEAR_TITLE:
        return credit is not None
    return not only_names(credit) and number < len(between) - 1


def find_title_below(page: Page) -> None:
    """On a page that opens with the text, the title behind it: right above a date line."""
    if page.title is not None:
        return
    for row, below in pairwise(page.rows):
        dated = below.kind == "date" and below.dated
        if not dated or row.reason != BEHIND_TEXT or row.stopped or row.size < _SHORT_TITLE:
            continue
        if 2 * len(content_words(row.key) & page.text_words) >= len(content_words(row.key)):
            row.kind, row.reason = "title", "the title, behind the text"
            return
