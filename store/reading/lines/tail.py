"""What stands behind the text, or may: bylines, notes on the author, other articles, the last list.

Asked line by line from `body.py`.
"""

from __future__ import annotations

import re

from store.reading.bylines.credit_lines import CreditLine
from store.reading.bylines.datelines import read_dateline
from store.reading.lines.forms import ABOUT_AUTHOR, BEHIND_TEXT, TAGS
from store.reading.lines.page import Page
from store.reading.lines.rows import (
    BULLET,
    CLOSING_MARKS,
    DASHES,
    PARAGRAPHS_OF_A_TEXT,
    SPEECH,
    WIDE,
    Row,
    content_words,
    is_title_case,
    only_names,
)
from store.reading.lines.single_lines import has_lost_its_name
from store.reading.lines.text_so_far import CLOSED, ENDS, GOES_ON, MAY_END, OVER, TextSoFar

_NUMBERED = re.compile(r"^\(?(\d{1,3})[.)]\s+\S")
_SPEAKER_LABEL = re.compile(r"^[^\W\d_a-z][\w. -]{1,30}:\s")
_RATE = re.compile(r"^\([^()]*\d[^()]*=[^()]*\d[^()]*\)$")
_REFERENCE = re.compile(
    r"^\((?=[^()]*\d)[^\W\d_][\w.:]+(?: (?:[^()/|\s]+|[^()\s]*\d[^()\s]*)){2,12}\)\.?$"
)
#: "Lakeside (4-3-3): "
_FORMATION = re.compile(r"^[^:;]{3,40}\((?:\d-){2,4}\d\)\s?:\s")
_PARTS = re.compile(r"[,;(]")
_ENTRY_OF_LIST = re.compile(r"^[^\W\d_a-z][^:：.!?]{1,30}\s?[:：] ?\S")
_SHARE_OF_FIGURES = 0.75
_WORDS_OF_A_REPLY = 3
_FEWEST_PLAYERS, _WORDS_OF_A_HEADING, _WORDS_OF_A_HEADLINE = 9, 4, 8
#: How programs cut the first words of other articles.
_EXCERPT_ENDS = ("[…]", "[...]", "[&hellip;]")
_NO_SENTENCE = re.compile(r"[|•@#>©]")
#: So few lines at the end of a page without clutter are its article's.
_LINES_OF_A_CLEAN_END = 4
#: A line that is longer is no headline.
_LONG_LINE = 90
#: Nor one that is longer and has small letters, where the title has capitals.
_LONG_OPEN_LINE = 50


def hide_in_tail(text: TextSoFar, position: int) -> bool:
    """Hide an excerpt, a note on the author, or who posted what is embedded; say whether."""
    row = text.page.rows[position]
    parted = bool(text.gate or text.waiting)
    if parted and text.passed > 1 and row.text.endswith(_EXCERPT_ENDS):
        row.decide("boilerplate", "a teaser: an excerpt that breaks off")
        text.close(ENDS)
    elif text.gate and row.stopped and _tells_of_author(text, row):
        row.decide("boilerplate", ABOUT_AUTHOR)
    elif row.credit is None:
        return False
    elif text.last is not None and not text.authors.isdisjoint(row.credit.names):
        row.decide("boilerplate", "repeats the author's name")
    elif _is_embedded_post(text, position, row.credit):
        row.decide("boilerplate", "who posted what is embedded")
    else:
        return False
    return True


def _tells_of_author(text: TextSoFar, row: Row) -> bool:
    """Whether a line behind the text opens with the name of its author."""
    opening = row.text.split()
    for author in text.authors:
        names = author.split()
        if (
            len(names) > 1
            and len(names[0]) > 2
            and (opening[: len(names)] == names or opening[0] == names[0])
        ):
            return not SPEECH.search(row.text) and text.words[names[0].lower()] == 0
    return False


def _is_embedded_post(text: TextSoFar, position: int, credit: CreditLine) -> bool:
    """Whether a dated byline stands between paragraphs of a text whose author is named."""
    named = bool(credit.authors and text.authors)
    return named and credit.dated and text.page.paragraph_below(position)


def is_credit_in_tail(text: TextSoFar, row: Row) -> bool:
    """A byline after the text: labelled, or a name right below the last paragraph."""
    credit, gate = row.credit, text.gate
    if credit is None or (text.waiting and only_names(credit)):
        return False
    above, below = text.page.rows[row.position - 1], text.page.at(row.position + 1)
    if above.kind == "byline" and above.credit is not None and only_names(above.credit):
        return credit.dated and not text.dated  # right below the author's name
    if gate == OVER:
        last = row is text.page.rows[-1] and credit.modified is not None
        return bool(credit.labelled and (credit.authors or credit.editors or last))
    if credit.labelled or credit.staff:
        return not has_lost_its_name(text.page, row)
    if credit.wire and not credit.names:
        return gate <= MAY_END
    if credit.dated:
        signed = gate == MAY_END and above.kind == "byline"
        once = not text.dated and text.page.copies[row.key] == 1
        return (gate == GOES_ON or signed) and once
    if WIDE.search(row.text) and row.text[0] not in "(（[［":
        return False
    if not text.page.language.tables:
        return False  # what two capitals mean there is not known
    passed = gate == GOES_ON or (gate < CLOSED and text.own_boxes_only)
    if not passed or any(other.kind == "byline" for other in text.page.rows):
        return False
    dated = below is not None and below.dated
    return (dated and not text.dated and above is text.last) or _is_behind_text(text, row)


def _is_behind_text(text: TextSoFar, row: Row) -> bool:
    """Whether no paragraph of the text comes after the row."""
    return text.last is not None and not text.page.paragraph_below(row.position)


def opens_another(text: TextSoFar, row: Row) -> bool:
    """Whether a paragraph behind a block of links has a dateline and words of its own."""
    if not (text.gate and text.passed > 1 and row.stopped and row.paragraph):
        return False
    dateline = read_dateline(row.text, text.page.language, first=False)
    if dateline is None or not dateline.place:
        return False
    if not (dateline.wire or (text.gate >= ENDS and _is_from_elsewhere(text, dateline.place))):
        return False
    words = text.words
    content = row.content or content_words(row.key)
    return 4 * sum(words[word] > 0 for word in content) <= len(content)


def _is_from_elsewhere(text: TextSoFar, place: str) -> bool:
    """Whether a place is not the one that the article's own dateline has."""
    body = text.page.rows[text.page.body or 0]
    own = read_dateline(body.text, text.page.language, first=True)
    return own is not None and own.place is not None and own.place != place


def judge_waiting(text: TextSoFar) -> None:
    """Judge the lines behind the last paragraph: its list, its table, or what no longer belongs."""
    rows = text.page.rows
    clutter = any(row.kind in ("boilerplate", "caption") or row.cue for row in rows)
    clean = text.gate == GOES_ON and not clutter and len(text.waiting) <= _LINES_OF_A_CLEAN_END
    if clean:
        strange = sum(_is_strange(text, row) for row in text.waiting)
        clean = strange < 2 and not _is_section(text.waiting)
    for row in text.waiting:
        if row is text.page.rows[-1] and TAGS.match(row.text):
            row.hide("tags: parted by commas")
        elif _is_cut_end(text, row) or _is_cut_by_prompt(text, row):
            row.decide("body", "")
        elif _is_above_line_up(text, row):
            row.decide("heading", "")
            text.last = row
        elif _is_last_heading(text, row) or _is_behind_picture(text, row):
            row.decide("heading", "")
        elif (
            _breaks_off(text, row) or clean or _is_list_item(row, text.last) or _goes_on(text, row)
        ):
            row.decide("body", "")
            text.last = row
        else:
            row.hide(BEHIND_TEXT)


def show_text_behind(page: Page) -> None:
    """Show what stands behind the text where it is the text: more of it than stands above.

    So it is where a page has a front of other articles, with sentences of their own, above its own.
    """
    behind = [row for row in page.rows if row.reason == BEHIND_TEXT]
    told = [row for row in behind if row.prose and row.stopped]
    shown = sum(row.size for row in page.rows if row.kind == "body" and row.prose)
    if len(told) < PARAGRAPHS_OF_A_TEXT or sum(row.size for row in told) <= shown:
        return
    for row in behind:
        if told[0].index <= row.index <= told[-1].index:
            row.kind, row.reason = "body" if row.prose else "heading", ""


def _is_above_line_up(text: TextSoFar, row: Row) -> bool:
    """Whether a few words right below the last paragraph stand above who played: “Line-ups”.

    Or words with a colon above a list: “The programme of the day:”.
    """
    below, second = text.page.at(row.position + 1), text.page.at(row.position + 2)
    if text.last is None or row.position != text.last.position + 1 or below is None or row.cue:
        return False
    if row.words <= _WORDS_OF_A_HEADING and _is_line_up(below):
        return True
    if row.text[-1] not in ":：" or second is None or below.cue or second.cue:
        return False
    return all(_ENTRY_OF_LIST.match(other.text) for other in (below, second))


def _goes_on_list(text: TextSoFar, row: Row, last: Row) -> bool:
    """Whether a line is one of several below the text that tell figures and names, each labelled.

    “Goals: 1-0 Doe (12), 2-0 Roe (40)”, “Spectators: 4,200”; or that a line with a colon announces:
    “Friday: boat race, 8 am”.
    """
    if row.position != last.position + 1 or not _ENTRY_OF_LIST.match(row.text):
        return False
    if last.text[-1] in ":：":
        return True
    if not tells_figures(row):
        return not last.prose and _ENTRY_OF_LIST.match(last.text) is not None
    below = text.page.at(row.position + 1)
    return tells_figures(last) or (below is not None and below.cue is None and tells_figures(below))


def tells_figures(row: Row) -> bool:
    """Whether nearly all words behind a line's label are names, figures and signs."""
    if not _ENTRY_OF_LIST.match(row.text):
        return False
    words = row.text.partition(":")[2].split()
    return sum(not word[0].islower() for word in words) >= _SHARE_OF_FIGURES * len(words)


def _is_line_up(row: Row) -> bool:
    """Whether a line says who played: “Lakeside (4-3-3): Doe; Roe, Poe ...”."""
    if _FORMATION.match(row.text):
        return True
    return len(_PARTS.findall(row.text)) >= _FEWEST_PLAYERS and tells_figures(row)


def _is_section(waiting: list[Row]) -> bool:
    """Whether lines open with a word or two in capitals, what other articles are listed under."""
    if len(waiting) < 2:
        return False
    first = waiting[0]
    return first.text.isupper() and first.words <= 3 and not first.stopped and waiting[1].words >= 5


def _is_strange(text: TextSoFar, row: Row) -> bool:
    """Whether a line is written as a headline is and has no word of the article."""
    if row.stopped or row.words < 5 or not row.text[0].isupper() or BULLET.match(row.text):
        return False
    if row.text[-1] in ",;:-–?!" or SPEECH.match(row.text):
        return False
    content = content_words(row.key)
    return len(content) > 3 and not any(text.words[word] for word in content)


def _breaks_off(text: TextSoFar, row: Row) -> bool:
    """Whether a line right below the last paragraph is one more, cut off before its stop."""
    last = text.last
    page = text.page
    if last is None or row.cue or row.credit or row.index - last.index > 2:
        return False
    if page.rows[row.position - 1] is not last:
        return False
    if read_dateline(row.text, page.language, first=False):
        return False  # another article's first words
    unlike_title = page.title is not None and is_title_case(page.rows[page.title])
    longest_headline = _LONG_OPEN_LINE if unlike_title else _LONG_LINE
    if row.size < longest_headline or is_title_case(row) or row.text.endswith((":", "：")):
        return False
    content = content_words(row.key)
    words = text.words
    shared = sum(words[word] > 0 for word in content)
    return len(content) > 3 and (3 * shared >= len(content) or (unlike_title and shared > 1))


def _is_cut_end(text: TextSoFar, row: Row) -> bool:
    """Whether a line is the page's last and the beginning of a sentence: the page was cut."""
    page, last = text.page, text.last
    if row is not page.rows[-1] or last is None or row.cue or row.credit or row.words < 2:
        return False
    above = [other for other in page.rows[-3:-1] if other.index > last.index]
    if len(text.waiting) > 1:
        return False
    if not all(other.cue is not None and other.cue.category == "related" for other in above):
        return False
    small = sum(word[0].islower() for word in row.text.split())
    plain = row.text[0].isupper() and row.text[-1].islower() and not _NO_SENTENCE.search(row.text)
    return plain and 2 * small >= row.words


def _is_cut_by_prompt(text: TextSoFar, row: Row) -> bool:
    """Whether a line right below the last paragraph breaks off above a prompt to subscribe."""
    last, below = text.last, text.page.at(row.position + 1)
    if last is None or row.cue or row.credit or not row.text.endswith(("...", "…")):
        return False
    if text.page.rows[row.position - 1] is not last:
        return False
    return below is not None and below.cue is not None and below.cue.category == "subscription"


def _is_last_heading(text: TextSoFar, row: Row) -> bool:
    """Whether a subheading stands above a block of links, its paragraph lost: it has a name."""
    page, last = text.page, text.last
    if last is None or row is not text.waiting[0] or row.index - last.index > 2:
        return False
    if row.cue or row.credit or row.words < 4 or BULLET.match(row.text):
        return False
    below = page.at(row.position + 1)
    if page.rows[row.position - 1] is not last or below is None or below.cue is None:
        return False
    if not (below.cue.category == "related" and below.cue.how in ("heading", "section")):
        return False
    opening = row.text.split()[0]
    shared = sum(text.words[word] > 0 for word in content_words(row.key))
    return shared > 1 and opening in text.names


def _is_behind_picture(text: TextSoFar, row: Row) -> bool:
    """Whether the page's last line is a heading, set apart below a picture of the text."""
    page, above = text.page, text.page.rows[row.position - 1]
    if row is not page.rows[-1] or len(text.waiting) > 1 or row.cue or row.credit:
        return False
    if above.kind != "caption" or not (above.prose or above.stopped) or not page.gap(row):
        return False
    return row.words >= 4 and row.text[-1].isalpha() and not BULLET.match(row.text)


def _goes_on(text: TextSoFar, row: Row) -> bool:
    """Whether a short line right below the last paragraph goes on with what was there."""
    last = text.last
    if last is None or row.cue is not None or row.index - last.index > 2:
        return False
    if _RATE.match(row.text):  # ($1 = 15,600 rupiah)
        return True
    if any(sign.isdigit() for sign in row.text) and text.page.book.is_note(row.key):
        return True  # "Case no.: 1008/2024"
    if _is_line_up(row) or _goes_on_list(text, row, last):
        return True
    if row.text[-1] == "." and row.words <= _WORDS_OF_A_REPLY and last.size < _LONG_LINE:
        return row.position == last.position + 1 and any(map(str.islower, row.text))
    asked = row.text[-1] in "!?" and row.sentences > 1 and row.words >= _WORDS_OF_A_HEADLINE
    if asked and any(text.words[word] for word in content_words(row.key)):
        return True  # "They play on Friday. Will he be there? Who knows!"
    if _REFERENCE.match(row.text):  # (Judgment 23 418 of 27 June 2024)
        return True
    if row.text[0] == "《" and row.text[-1] == "》":
        return True  # what somebody did, among what was said
    if row.text[0] in DASHES and row.words < 8 and last.text[-1] in CLOSING_MARKS:
        return True  # "– Jane Doe", below her words
    marks = len(SPEECH.findall(row.text)) if row.words >= 8 else 0
    if marks > 1 and row.index == last.index + 1:
        return True  # somebody's words, and what stands behind them is no full stop
    if marks % 2 and text.page.rows[row.position - 1] is last:
        return True  # words that were cut off
    if row.stopped and row.words <= 2 < len(row.text) - 2 and _SPEAKER_LABEL.match(last.text):
        return True  # "Not at all.", below the last question
    shown = (other.text for other in text.page.rows if other.kind in ("body", "heading"))
    if match := _NUMBERED.match(row.text):
        before = int(match[1]) - 1
        return any((m := _NUMBERED.match(text)) and int(m[1]) == before for text in shown)
    label = _SPEAKER_LABEL.match(row.text)
    return label is not None and any(text.startswith(label[0]) for text in shown)


def _is_list_item(row: Row, last: Row | None) -> bool:
    """Whether a line goes on a list that the last paragraph opened (“...:” and bullets)."""
    if row.cue is not None or last is None or not BULLET.match(row.text):
        return False
    return last.text.endswith((":", "：")) or bool(BULLET.match(last.text))
