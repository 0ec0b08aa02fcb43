"""The way down a page from the first paragraph: what is the article's, up to where it ends.

What makes a paragraph the article's is told in `paragraphs.py`, what stands behind the last one in
`tail.py`.
"""

from __future__ import annotations

import re

from store.reading.cues import Cue, all_agencies, line_key
from store.reading.lines.headlines import is_headline
from store.reading.lines.page import Page
from store.reading.lines.paragraphs import is_paragraph
from store.reading.lines.picture_owners import IN_TITLE_CASE
from store.reading.lines.rows import (
    BULLET,
    HOUR,
    INITIALS,
    LONGEST_FOR_PULL_QUOTES,
    SMALL_WORDS,
    SPEECH,
    WIDE,
    Row,
    content_words,
    is_title_case,
    only_names,
)
from store.reading.lines.tail import (
    hide_in_tail,
    is_credit_in_tail,
    judge_waiting,
    opens_another,
    tells_figures,
)
from store.reading.lines.text_so_far import (
    CLOSED,
    ENDS,
    GOES_ON,
    MAY_END,
    OVER,
    TextSoFar,
)

#: "Divers search the harbour 02:13", the title of a video: no schedule has such minutes.
_RUNNING_TIME = re.compile(r"[^\W\d]\s+0\d:[0-5][1-46-9]$")
#: "OPINION: What the crane tells us", "#harbour24: A day among cranes"
_LABEL = re.compile(r"(?:#\w+|[^\W\d_][^\W\d_ ]{2,}(?: [^\W\d_]+){0,2}): (?=[^\W_])")
_FEWEST_BEHIND_LABEL = 5
#: More of them are those who speak, or the points of a list.
_MOST_LABELS = 3
_END_OF = {
    "tags": CLOSED,
    "comments": OVER,
    "copyright": CLOSED,
    "source": MAY_END,
    "follow": MAY_END,
    "share": MAY_END,
    "continuation": MAY_END,
    "navigation": MAY_END,
    "promotion": MAY_END,
}
#: Boxes of the outlet's own, which no teasers follow.
_OWN_BOXES = frozenset(("share", "follow", "promotion", "continuation", "navigation", "newsletter"))
#: So many headlines in a row are other articles'.
_HEADLINES_OF_OTHERS = 3
_LONGEST_HEADLINE = 110
#: A point of a list that is longer is a sentence, or another article's headline.
_WORDS_OF_A_POINT = 5
_WORDS_OF_AN_AGENCY = 3
_WORDS_OF_A_FACT = 6
#: "(Ministry of Security)", "(Jane Doe)"
_OWNER_IN_BRACKETS = re.compile(
    r"\s[(\[]([^\W\d_a-zà-ÿ][^\W\d_]+(?: [^\W\d_][\w.’'-]*){1,5})[)\]]$"
)
_COUNTED = re.compile(r"(\w+) \d")
#: Before a footnote such as "* Names have been changed", which may lack its stop.
_SIGNS_OF_A_NOTE = frozenset("*＊※(（")
_DAY_OF_A_NOTE = re.compile(
    r"(?:\d{1,2}(?:\.|er)? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4}|[^\W\d_]{3,9}\.? \d{1,2}, \d{4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s?[:：,–-]? ?"
)
_SIGNS_OF_A_LIST = "•▪●■◦‣·"


def judge_body(page: Page) -> None:
    """The paragraphs, what stands between them, and what follows the last one."""
    if page.body is None:
        return
    text = TextSoFar(page, page.body)
    hours = _hours_of_entries(page)
    for position in range(page.body, len(page.rows)):
        row = page.rows[position]
        if position == page.records:
            text.gate = OVER
        if position in hours:
            _show_waiting(text)
            text.headlines, text.gate = 0, GOES_ON
            row.decide("heading", "")
        elif row.kind is not None:
            if row.kind == "boilerplate" and INITIALS.match(row.text) and text.in_second_half:
                text.gate = OVER
        elif _is_note(page, row):
            _show_note(text, row)
        elif row.cue is not None:
            _judge_cue(text, row, row.cue)
        elif not hide_in_tail(text, position):
            _judge_line(text, position)
    judge_waiting(text)


def _is_note(page: Page, row: Row) -> bool:
    """Whether a line opens as a correction does, or with its day: “3 May 2024: Corrects ...”."""
    if (row.stopped and row.size >= 30) or row.text[0] in _SIGNS_OF_A_NOTE:
        return page.book.is_note(row.key)
    day = _DAY_OF_A_NOTE.match(row.key)
    return day is not None and row.size >= 30 and page.book.is_note(row.key[day.end() :])


def _show_note(text: TextSoFar, row: Row) -> None:
    """Show a correction or an editors' note; it says nothing of where the article ends."""
    if text.gate == GOES_ON:
        _show_waiting(text)
    text.waiting = []
    row.decide("body", "a note on the article")
    text.last = row


def _judge_cue(text: TextSoFar, row: Row, cue: Cue) -> None:
    """Hide a line with a cue, and take it for a sign of the end; a menu's word may be a heading."""
    if cue.category == "navigation" and cue.how == "whole" and text.gate == GOES_ON:
        text.waiting.append(row)
        return
    level = _level(cue)
    if level >= CLOSED and (not text.in_second_half or _is_kicker_of_link(text.page, row)):
        level = ENDS
    text.close(level)
    if level and cue.category not in _OWN_BOXES:
        text.own_boxes_only = False
    row.hide("")


def _is_kicker_of_link(page: Page, row: Row) -> bool:
    """Whether a label is what the first of some links is: “Comment”, right below “More on this”."""
    above = page.at(row.position - 1)
    is_below = above is not None and above.cue is not None and above.cue.category == "related"
    return is_below and not page.gap(row)


def _level(cue: Cue) -> int:
    if cue.category == "related":
        return {"heading": MAY_END, "section": ENDS}.get(cue.how, GOES_ON)
    return _END_OF.get(cue.category, GOES_ON)


def _judge_line(text: TextSoFar, position: int) -> None:
    """Byline, paragraph or table; all else waits for a paragraph below it."""
    page = text.page
    row = page.rows[position]
    if not row.stopped and _is_outlet(page, row):
        row.decide("boilerplate", "the outlet's name, as its note on rights has it")
    elif not row.stopped and _interrupts(page, position):
        row.decide("caption", "caption: in the middle of a sentence")
    elif _owns_picture(text, row):
        row.decide("caption", "caption: an agency alone between paragraphs")
    elif is_credit_in_tail(text, row):
        row.decide_credit()
        text.close(MAY_END)
    elif opens_another(text, row):
        row.decide("boilerplate", "another article: opens with an agency's dateline")
        text.gate = OVER
    elif is_paragraph(text, position):
        _show_waiting(text, alone=len(text.waiting) == 1)
        text.tell(row)
    elif text.gate == GOES_ON and _is_table_row(page, position):
        _show_waiting(text)
        row.decide("body", "")
        text.last = row
    else:
        _let_wait(text, row)


def _owns_picture(text: TextSoFar, row: Row) -> bool:
    """Whether a line is an agency and no more, the text goes on, and its author is named above."""
    if row.credit is None or not row.credit.wire or row.words > _WORDS_OF_AN_AGENCY:
        return False
    if row.credit.labelled or row.credit.dated or row.credit.names or not text.authors:
        return False
    is_agency = row.text.strip("()[]") in all_agencies()
    return is_agency and text.page.paragraph_below(row.position)


def _is_outlet(page: Page, row: Row) -> bool:
    """Whether a line is nothing but the name that a note on rights has: the outlet's."""
    if row.words > 3 or not 3 <= row.size <= 40:
        return False
    return any(
        other.cue is not None and other.cue.category == "copyright" and row.key in other.key
        for other in page.rows
    )


def _interrupts(page: Page, position: int) -> bool:
    """Whether a line with capitals stands in the middle of a sentence: “LOST Jane Doe”."""
    row = page.rows[position]
    above, below = page.at(position - 1), page.at(position + 1)
    if above is None or below is None or above.stopped or above.size < 45:
        return False
    opening = row.text.split()[0]
    shouted = opening.isupper() and len(opening) >= 3 and row.words > 1
    apart = page.gap(row) and page.gap(below)
    return shouted and apart and below.text[0].islower() and not row.text.isupper()


def _let_wait(text: TextSoFar, row: Row) -> None:
    """Leave a line until a paragraph follows; several headlines may be other articles'."""
    text.waiting.append(row)
    if row.words >= 4 and row.size < 150 and not BULLET.match(row.text):
        text.headlines += 1
        if text.headlines >= _HEADLINES_OF_OTHERS:
            text.close(MAY_END)
            text.own_boxes_only = False


def _show_waiting(text: TextSoFar, *, alone: bool = False) -> None:
    """Show the lines above one that is the article's; one alone may be another's headline."""
    _hide_strange_list(text)
    _hide_listed_headlines(text)
    _hide_dated_teaser(text)
    pair = len(text.waiting) == 2 and all(map(_is_plain, text.waiting))
    pair = pair and not _open_alike(*text.waiting)
    if len(text.waiting) == 2 and _is_labelled_above(text, *text.waiting):
        for row in text.waiting:
            row.decide("boilerplate", "a headline below a word of the menu")
    for row in text.waiting:
        if row.cue is not None and text.gate >= MAY_END:
            row.hide("")
        elif pair and (row is text.waiting[0] or _is_below_link(text, text.waiting[0])):
            row.decide("boilerplate", "a headline above another, with no paragraph of its own")
        elif alone and row.words >= 4 and _RUNNING_TIME.search(row.text):
            row.decide("boilerplate", "a video: ends in its running time")
        elif (alone or pair) and row.words >= _FEWEST_BEHIND_LABEL and _is_labelled(text, row):
            row.decide("boilerplate", "a headline with a label before it")
        elif alone and _is_photographer(text, row):
            row.decide("caption", "caption: a name of which the text does not tell")
        elif alone and _is_owned(text, row):
            row.decide("caption", "caption: ends in its owner, in brackets")
        elif alone and _is_pictured(text, row):
            row.decide("caption", "caption: the name of somebody of whom the text told")
        elif alone and row.words >= text.long_headline and is_headline(text.page, row):
            row.decide("boilerplate", "a headline among the paragraphs")
        elif alone and row.cue is None and row.kind is None and _is_foreign(text, row):
            row.decide("boilerplate", "a headline that has no word of the article")
        row.cue = None
        row.decide("body" if row.stopped or row.words > 14 else "heading", "")
    text.waiting = []


def _open_alike(first: Row, second: Row) -> bool:
    """Whether two lines are points of one list: “Step 1: ...”, “Step 2: ...”."""
    points = (_COUNTED.match(first.key), _COUNTED.match(second.key))
    return all(points) and len({point[1] for point in points if point}) == 1


def _is_labelled_above(text: TextSoFar, label: Row, headline: Row) -> bool:
    """Whether a word of the menu stands above a headline, in capitals or below a related link."""
    shouted = label.cue is not None and label.text.isupper() and len(label.text) > 2
    shouted = shouted or (label.cue is not None and _is_below_link(text, label))
    return shouted and _is_plain(headline) and headline.words > _WORDS_OF_AN_AGENCY


def _is_below_link(text: TextSoFar, row: Row) -> bool:
    """Whether a line stands right below a related link, and so is one more."""
    above = text.page.rows[row.position - 1]
    return above.cue is not None and above.cue.category == "related" and not text.page.gap(row)


def _is_photographer(text: TextSoFar, row: Row) -> bool:
    """Whether a name alone is nowhere else on a page that says who wrote it."""
    if row.credit is None or not only_names(row.credit) or not row.open or not text.dated:
        return False
    if row.words < 2 or row.text.isupper() or text.page.language.code in IN_TITLE_CASE:
        return False
    if WIDE.search(row.text) or not text.page.language.tables:
        return False
    told = [other.key for other in text.page.rows if other is not row]
    return not any(word in key for word in row.key.split() for key in told)


def _is_owned(text: TextSoFar, row: Row) -> bool:
    """Whether a few words end in brackets with a name that the text has not: a picture's owner.

    “The suspects on their way to court (Ministry of Security)”, but no “The rise of the Lake Party
    (LP)”.
    """
    match = _OWNER_IN_BRACKETS.search(row.text)
    if match is None or row.stopped or row.text[: match.start()].count(" ") < _WORDS_OF_A_POINT:
        return False
    small = SMALL_WORDS.findall(row.text[: match.start()])
    return len(small) > 2 and line_key(match[1]) not in text.prose


def _is_pictured(text: TextSoFar, row: Row) -> bool:
    """Whether a name alone, the only one on the page, is of somebody named in full above."""
    if row.credit is None or not only_names(row.credit) or not row.open:
        return False
    rows = text.page.rows[text.page.body or 0 :]
    if sum(other.credit is not None and only_names(other.credit) for other in rows) > 1:
        return False  # those who speak, or of whom one after the other is told
    return any(row.text in other.text for other in rows[: row.position] if other.prose)


def _is_labelled(text: TextSoFar, row: Row) -> bool:
    """Whether a label in capitals or a hashtag stands before a headline: no speaker's."""
    if row.stopped or not _has_label(row):
        return False
    if row.key.partition(":")[0] in text.prose:
        return False  # somebody of whom the text tells
    return sum(map(_has_label, text.page.rows)) <= _MOST_LABELS


def _has_label(row: Row) -> bool:
    label = _LABEL.match(row.text)
    return label is not None and (label[0][0] == "#" or label[0].isupper())


def _is_plain(row: Row) -> bool:
    """Whether a line could be a headline: no item, no verse, no hour, nobody's words."""
    text = row.text
    if row.stopped or row.words < 3 or row.cue or row.kind or not text[0].isupper():
        return False
    if text[-1] in ",;:：-–—?" or BULLET.match(text) or HOUR.match(text) or SPEECH.search(text):
        return False
    if row.words <= _WORDS_OF_A_FACT and tells_figures(row) and not _has_label(row):
        return False  # "Man of the match: Jane Doe"
    return not row.wrapped and row.size < _LONGEST_HEADLINE and not WIDE.search(text)


def _hide_strange_list(text: TextSoFar) -> None:
    """Hide a list of headlines that nothing opens, and that have no word of the article."""
    listed = [row for row in text.waiting if BULLET.match(row.text) and not row.stopped]
    if len(listed) < 2 or len(text.page.rows) > LONGEST_FOR_PULL_QUOTES:
        return
    rows = text.page.rows
    above = rows[listed[0].position - 1]
    together = listed[-1].index - listed[0].index < 2 * len(listed)
    if not (above.stopped and together) or any(row.words < 3 for row in listed):
        return
    strange = sum(_has_no_word_of(text, row) for row in listed)
    if len(listed) < _HEADLINES_OF_OTHERS and any(row.words <= _WORDS_OF_A_POINT for row in listed):
        return
    if 3 * strange >= 2 * len(listed):
        for row in listed:
            row.decide("boilerplate", "a list of headlines that have no word of the article")


def _hide_listed_headlines(text: TextSoFar) -> None:
    """Hide headlines with bullets before them that nothing opens: all in capitals, and long."""
    listed = [row for row in text.waiting if row.text[0] in _SIGNS_OF_A_LIST]
    if not listed or len(listed) < len(text.waiting):
        return
    above = text.page.rows[listed[0].position - 1]
    if above is not text.last or above.text[-1] != "." or BULLET.match(above.text):
        return
    if all(row.words > _WORDS_OF_A_POINT and _is_listed_headline(text, row) for row in listed):
        for row in listed:
            row.decide("boilerplate", "a headline with a bullet, among the paragraphs")


def _is_listed_headline(text: TextSoFar, row: Row) -> bool:
    points = row.text.lstrip(_SIGNS_OF_A_LIST + " ")
    return not row.stopped and points[:1].isupper() and is_title_case(row, text.page.frequent)


def _hide_dated_teaser(text: TextSoFar) -> None:
    """Hide a date and the headline below it, where the article's own stands above its text."""
    dated = [row for row in text.waiting if _is_date_open(row)]
    if not text.dated or len(dated) != 1:
        return
    rows = text.page.rows
    if sum(_is_date_open(row) for row in rows[text.page.body or 0 :]) > 1:
        return  # a chronicle has several
    for beside in (dated[0].position + 1, dated[0].position - 1):
        headline = text.page.at(beside)
        if headline in text.waiting and headline.words >= 3 and not headline.stopped:
            labels = (row for row in text.waiting if row.cue is not None)
            for row in (dated[0], headline, *labels):
                row.decide("boilerplate", "a headline with a date of its own")
            return


def _is_date_open(row: Row) -> bool:
    return row.dated and row.kind in (None, "heading")


def _has_no_word_of(text: TextSoFar, row: Row) -> bool:
    """Whether no longer word of a line stands in the paragraphs, by its beginning or its end."""
    return not any(
        word[:5] in text.prose or word[-5:] in text.prose for word in content_words(row.key)
    )


def _is_foreign(text: TextSoFar, row: Row) -> bool:
    """Whether a headline between paragraphs has no word of the article: a link elsewhere."""
    if len(text.page.rows) > LONGEST_FOR_PULL_QUOTES:
        return False
    if row.stopped or row.words < 5 or row.size < 35 or row.text.endswith((":", "：", "?")):
        return False
    if not row.text[0].isupper() or BULLET.match(row.text):
        return False
    page = text.page
    above = page.rows[row.position - 1]
    below_link = above.cue is not None and above.cue.category == "related"
    if not (page.spaced or page.gap(row) or page.gap(above) or below_link):
        return False  # a subheading between lines that nothing parts
    below = page.at(row.position + 1)
    if below is not None and SPEECH.match(below.text):
        return False  # it says who speaks below it
    opening = _first_words(row)
    if any(_may_open(other, opening) for other in page.rows if other is not row):
        return False  # subheadings in a row: “The boldest: ...”, “The boldest of all: ...”
    return len(content_words(row.key)) >= 4 and _has_no_word_of(text, row)


def _may_open(row: Row, opening: list[str]) -> bool:
    """Whether a line that could be a headline has these first two words."""
    return not row.stopped and _first_words(row) == opening


def _first_words(row: Row) -> list[str]:
    return [word.rstrip(":：,") for word in row.key.split(maxsplit=2)[:2]]


def _is_table_row(page: Page, position: int) -> bool:
    """Whether the line has three cells or more, as many as the line above or below."""
    cells = _cells(page.rows[position])
    neighbours = (page.at(position - 1), page.at(position + 1))
    return cells > 2 and any(
        other is not None and other.cue is None and _cells(other) == cells for other in neighbours
    )


def _cells(row: Row) -> int:
    """How many cells a line has where it is a row of a table."""
    return max(row.text.count(" | "), row.text.count("\t")) + 1


def _hours_of_entries(page: Page) -> frozenset[int]:
    """The hours of a live blog's entries: lines of nothing else, with text below each."""
    found = [
        position
        for position, row in enumerate(page.rows)
        if row.size < 20
        and row.kind is None
        and HOUR.match(row.text)
        and any(below.paragraph for below in page.rows[position + 1 : position + 3])
    ]
    return frozenset(found) if len(found) >= 3 else frozenset()
