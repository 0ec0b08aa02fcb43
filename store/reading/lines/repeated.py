"""What a page says twice: title, captions, paragraphs cut short, lists of contents, pull quotes.

Within one page; what many articles of an outlet share is told in `store/reading/repeats.py`.
"""

from __future__ import annotations

import re
from collections import Counter

from store.model import LineKind
from store.reading.lines.headlines import has_suffix
from store.reading.lines.page import Page
from store.reading.lines.rows import BULLET, LONGEST_FOR_PULL_QUOTES, SPEECH, WIDE, Row, only_names

_ENTRY = re.compile(r"^\d{1,2}(?:\.\d{1,2})?[.)]? ")
#: A line that says no more than how another begins, cut after so many characters, repeats it.
_LONG_OPENING = 80
#: A paragraph cut shorter tells too little; tabs of a few words stand above it whole.
_SHORTEST_LEAD, _TABS, _WORDS_OF_A_TAB = 50, 8, 3
#: So many characters that two headlines have in common, no two headings have.
_LONG_OPENING_ALIKE, _LONG_OPENING_WIDE = 40, 20
_LONGEST_BOX = 15
#: So many paragraphs are a standfirst and the text.
_OPENS_TEXT = 2
_FIGURES = re.compile(r"[\d\W]+")
_LONGEST_CONTENTS = 50
_SHORTEST_DOUBLED = 60
#: What is longer is no link, nor a row of tags.
_LONGEST_DOUBLED = 600
_WORDS_OF_TAGS = 8
_WORDS_OF_A_TEASER = 4
_TAGS_AGAIN = 3
_PUNCTUATION = re.compile(r"[,.:;!?\"“”„«»「」()–—-]")
#: Between two paragraphs of one person's words, of which the first is not closed.
_WORDS_GO_ON = re.compile(r'("[^"\n]*)\n"(?=[^"\n]*["\n])')
_DASH_ALONE = frozenset("-–—")
_ASKED_AND_ANSWERED = re.compile(r"[^.!?\"“„«]{10,120}\? [\"'“‘„«]?[^\W\d_]")
#: No sentence opens with all words of a title that is longer.
_LONG_TITLE = 25
_LONGEST_CAPTION = 300
_BEGINNING = 12
#: "Paris&#39;": as pictures' texts have it that went through two programs.
_REFERENCE = re.compile(r"&#?\w+;")
#: What is shorter may be a subheading that a title opens with.
_SHORTEST_CUT = 30
#: Below a pull quote, who said so is told in fewer words.
_WORDS_OF_A_SPEAKER = 12
#: How the reason of such a list's lines begins.
_CONTENTS = "contents"


def find_repeats(page: Page) -> None:
    """Lines that say again what an earlier one says; a caption may stand twice in a row."""
    seen: dict[str, Row] = {}
    openings: dict[str, Row] = {}
    title = page.rows[page.title] if page.title is not None else None
    start = page.title or 0
    for position, row in enumerate(page.rows):
        if row is title:
            continue
        first = _earlier(row, seen, openings)
        if title is not None and row.kind is None and _repeats_title(row, title):
            _hide_title_again(page, position, title)
        elif position < start and row.kind is None:
            continue
        elif first is None or first.kind not in (None, "caption", "boilerplate"):
            seen.setdefault(row.key, row)
        elif first.reason.startswith(_CONTENTS):
            continue
        elif _is_below_portrait(page, first, row):
            first.decide("caption", f"caption: line {row.index + 1} says the same")
            seen[row.key] = row
        elif first.kind is None and row.kind is None and _signed_between(page, first, position):
            first.decide("boilerplate", f"standfirst: line {row.index + 1} says the same")
            seen[row.key] = row
        else:
            _judge_repetition(page, position, first)
    _find_cut_leads(page)
    _find_texts_of_pictures(page)


def _find_cut_leads(page: Page) -> None:
    """Paragraphs cut short that stand whole further down, and the tabs between the two."""
    for row in page.rows[: _start_of_text(page) + 1]:
        cut = row.key.rstrip(" .…")
        if row.kind is not None or len(cut) < _SHORTEST_LEAD:
            continue
        if not row.text.endswith(("...", "…")):
            continue
        for below in page.rows[row.position + 1 : row.position + _TABS]:
            if below.kind is None and below.size > row.size and below.key.startswith(cut):
                row.decide("boilerplate", f"breaks off: line {below.index + 1} says it whole")
                for tab in page.rows[row.position + 1 : below.position]:
                    if tab.words <= _WORDS_OF_A_TAB and not tab.stopped and tab.credit is None:
                        tab.decide("boilerplate", "a tab above the text")
                break


def _earlier(row: Row, seen: dict[str, Row], openings: dict[str, Row]) -> Row | None:
    """The line further up that says the same, or more, where this one breaks off."""
    first = seen.get(row.key)
    if first is not None or row.size < _LONG_OPENING:
        return first
    first = openings.setdefault(row.key[:_LONG_OPENING], row)
    if first is row or not first.key.startswith(row.key.rstrip(" .…")):
        return None
    cut = row.text.endswith(("...", "…")) or not row.stopped
    return first if cut else None  # else the standfirst says what two paragraphs say


def _hide_title_again(page: Page, position: int, title: Row) -> None:
    """Hide a line that repeats the title, and the name of the section above it."""
    row, above = page.rows[position], page.at(position - 1)
    row.decide("boilerplate", f"repeats the title in line {title.index + 1}")
    if position > (page.title or 0) + 1 and above and _is_section_above(page, above, row):
        above.decide("boilerplate", "a section's name, above the title again")


def _judge_repetition(page: Page, position: int, first: Row) -> None:
    """Hide a line that says what ``first`` says; two in a row are a picture's text and caption."""
    row, before = page.rows[position], page.at(position - 1)
    owner = before is first and "/" in row.text  # Agency/Name below each of two pictures
    if row.kind is not None or not (row.size >= 25 or first.kind or row.credit or owner):
        return
    twin = before is first and row.credit is None and first.kind is None
    pictured = first.picture is not None or _is_owned(page, position)
    pictured = pictured or (first.text != row.text and bool(_REFERENCE.search(first.text)))
    pictured = pictured or page.book.tells_places(row.key)
    if twin and (not row.stopped or pictured or _is_block_of_head(page, first, row)):
        reason = f"caption: stands here twice (lines {first.index + 1} and {row.index + 1})"
        first.decide("caption", reason)
        row.decide("caption", reason)
    else:
        _find_caption_of_author(page, position, first)
        kind: LineKind = "caption" if first.kind == "caption" else "boilerplate"
        row.decide(kind, f"repeats line {first.index + 1}")


def _is_below_portrait(page: Page, first: Row, row: Row) -> bool:
    """Whether a name right below itself, above the text, is the author's below a portrait."""
    if first.kind is not None or row.kind is not None or row.position != first.position + 1:
        return False
    named = row.credit is not None and only_names(row.credit)
    return named and sum(other.paragraph for other in page.rows[: row.position]) < _OPENS_TEXT


def _is_block_of_head(page: Page, first: Row, row: Row) -> bool:
    """Whether a sentence and its copy stand apart as a block above the text: a picture's."""
    together = page.spaced and page.gap(first) and not page.gap(row)
    plain = row.sentences == 1 and not SPEECH.search(row.text)
    return together and plain and not page.text_above(first.position)


def _find_caption_of_author(page: Page, position: int, first: Row) -> None:
    """Take a line above the author's name, which stands there again, for that picture's caption."""
    row, above = page.rows[position], page.rows[position - 1]
    named = row.credit is not None and only_names(row.credit) and first.credit is not None
    if not named or page.title is None or position - 1 <= page.title or page.gap(row):
        return
    if above is first or not above.open or above.credit or above.sentences > 1:
        return
    if not page.paragraph_below(position):
        return  # who wrote it signs the text
    if above.size <= _LONGEST_CAPTION and not SPEECH.search(above.text):
        above.decide("caption", "caption: above its owner, who wrote the article")


def _repeats_title(row: Row, title: Row) -> bool:
    if row.key == title.key:
        return True
    if row.size >= _SHORTEST_CUT and title.key.startswith(row.key) and row.key[-1].isalpha():
        return title.key[len(row.key)].isalpha()  # cut off in the middle of a word
    if len(title.key) > 15 and row.size < title.size + 45 and has_suffix(row.key, title.key):
        return True
    long = len(title.key) >= _LONG_TITLE and row.size < title.size + _LONGEST_CAPTION
    if not (long and row.key.startswith(title.key)):
        return False
    behind = row.text[len(title.text) :]  # a picture's text, and its caption
    if WIDE.match(behind):
        return not row.stopped and row.size < title.size + _LONGEST_CAPTION / 2
    return behind[:1] == " " and behind[1:2].isupper()


def find_doubled(page: Page) -> None:
    """Lines that say the same twice, with a word or two between: a link's text and its picture's.

    And rows of tags, in which words come again.
    """
    _find_teasers_said_twice(page)
    for row in page.rows:
        if row.stopped or not row.open or not _SHORTEST_DOUBLED <= row.size <= _LONGEST_DOUBLED:
            continue
        if (row.words > 1 or not row.text.isascii()) and _is_doubled(row.key):
            row.decide("boilerplate", "says the same twice")
        elif row.words >= _WORDS_OF_TAGS and not _PUNCTUATION.search(row.text):
            words = Counter(row.key.split())
            if sum(len(word) > 3 and count > 1 for word, count in words.items()) >= _TAGS_AGAIN:
                row.decide("boilerplate", "tags: words that come again")


def _find_teasers_said_twice(page: Page) -> None:
    """Kicker and headline on one line, as a picture's text has them, and once more on two."""
    for row in page.rows[_start_of_text(page) :]:
        position = row.position
        if row.stopped or row.words < _WORDS_OF_A_TEASER or not row.open:
            continue
        if BULLET.match(row.text) or _ENTRY.match(row.key):
            continue  # a list of contents
        for below in page.rows[position + 1 : position + 4]:
            again = row.key != below.key and row.key.endswith(f" {below.key}")
            if again and below.words >= _WORDS_OF_A_TEASER - 1 and not below.stopped:
                for other in page.rows[position : below.position + 1]:
                    if other.open and not (other.prose or other.dated):
                        other.decide("boilerplate", "another article: its headline stands twice")
                break


def _find_texts_of_pictures(page: Page) -> None:
    """Lines that open alike with a headline and go on otherwise: a headline, and each caption."""
    openings: dict[str, list[Row]] = {}
    for row in page.rows[max(page.below_title, _start_of_text(page)) :]:
        if "\t" in row.text or " | " in row.text:
            continue  # of a table
        if row.open and not row.prose and row.credit is None and not BULLET.match(row.text):
            length = _LONG_OPENING_WIDE if WIDE.match(row.text) else _LONG_OPENING_ALIKE
            if len(row.key) > length:
                openings.setdefault(row.key[:length], []).append(row)
    for alike in openings.values():
        keys = {_FIGURES.sub("", row.key) for row in alike}
        if len(alike) > 1 and len(keys) == len(alike):
            for row in alike:
                row.decide("caption", "caption: opens with a headline, as others do")


def _start_of_text(page: Page) -> int:
    """The position of the first paragraph: above it a title may stand twice."""
    return next((row.position for row in page.rows if row.paragraph), len(page.rows))


def _is_doubled(key: str) -> bool:
    opening = key[:_BEGINNING]
    at = key.find(opening, len(key) // 2)
    return at > 0 and key[at:] == key[: len(key) - at] and len(key) - at >= 0.4 * len(key)


def find_questions(page: Page) -> None:
    """Boxes of a question and its answer, each below a dash on a line of its own."""
    dashes = [position for position, row in enumerate(page.rows) if row.text in _DASH_ALONE]
    if len(dashes) < 2:
        return
    for position in dashes:
        row = page.at(position + 1)
        if row is None or not (row.stopped or row is page.rows[-1]):
            continue  # the page's last one may be cut off
        if row.open and _ASKED_AND_ANSWERED.match(row.text):
            row.decide("boilerplate", "a question and its answer, below a dash")


def _is_owned(page: Page, position: int) -> bool:
    """Whether a picture's owner stands right below a row."""
    below = page.at(position + 1)
    return below is not None and below.size < 70 and below.picture == "strong"


def _signed_between(page: Page, first: Row, position: int) -> bool:
    """Whether the byline or the date stand between a paragraph and its repetition."""
    if not first.prose or page.title is None or first.key != page.rows[position].key:
        return False
    between = page.rows[first.position + 1 : position]
    return any(row.signed for row in between)


def _is_section_above(page: Page, row: Row, below: Row) -> bool:
    """Whether a word or two, set apart, stand right above a line that repeats the title."""
    if row.kind is not None or row.credit is not None or row.dateline_only:
        return False
    return row.words <= 2 and not row.stopped and page.gap(row) and not page.gap(below)


def find_contents(page: Page) -> None:
    """Lists of the headings further down: numbered, or below “Table of contents”."""
    below = {row.key: row for row in page.rows if row.open and row.size < 120}
    listed = False
    for row in page.rows:
        if row.size < _LONGEST_CONTENTS and page.book.is_contents(row.key):
            listed = True
            continue
        heading = below.get(row.key)
        if listed and row.open and heading and heading.index > row.index:
            row.decide("boilerplate", f"{_CONTENTS}: names line {heading.index + 1}")
            continue
        listed = listed and row.cue is not None
        if row.kind is None and row.cue is None and (match := _ENTRY.match(row.key)):
            heading = below.get(row.key[match.end() :])
            if heading is not None and heading.index > row.index and not heading.stopped:
                row.decide("boilerplate", f"{_CONTENTS}: names line {heading.index + 1}")


def find_closed_boxes(page: Page) -> None:
    """Boxes whose heading stands below them again: “Most read”, links, “End of Most read”."""
    for last in page.rows:
        name = page.book.closed_box(last.key)
        if name is None or not last.open:
            continue
        above = page.rows[max(0, last.position - _LONGEST_BOX) : last.position]
        first = next((row for row in reversed(above) if row.key == name), None)
        box = page.rows[first.position : last.position + 1] if first is not None else []
        if any(row.prose for row in box):
            continue
        skipped = page.at(box[0].position - 1) if box else None
        if skipped is not None and not skipped.stopped and f" {name} " in skipped.key:
            box = [skipped, *box]  # "Skip Most read and continue reading"
        for row in box:
            row.decide("boilerplate", f"inside a box: above “{last.text[:60]}”")


def _stands_within_marks(text: str, words: str) -> bool:
    """Whether a sentence stands in a line of the text too, behind a mark that is still open."""
    at = text.find(f" {words}")
    if at < 0:
        return False
    return text.count('"', text.rfind("\n", 0, at) + 1, at) % 2 == 1


def find_pull_quotes(page: Page) -> None:
    """Lines that say again, without marks, what a paragraph says within marks."""
    if len(page.rows) > LONGEST_FOR_PULL_QUOTES:
        return
    told = (row for row in page.rows if row.kind is None)
    text = "\n".join(row.key for row in told if row.size > 60 or row.key[0] == '"')
    if '"' not in text:
        return
    if '\n"' in text:
        text += "\n" + _WORDS_GO_ON.sub(r"\1 ", text)
    opened = {piece[:_BEGINNING] for piece in text.split('"')}
    for row in page.rows:
        if row.kind is None and 40 <= row.size <= 260 and row.cue is None:
            words = row.key.strip(" \"'.,")
            if row.stopped and '"' not in row.key and _stands_within_marks(text, words):
                row.decide("boilerplate", "repeats words of a quote")
            if len(words) >= _BEGINNING and words[:_BEGINNING] not in opened:
                continue
            if f'"{words}' in text and not row.key.startswith('"'):
                row.decide("boilerplate", "repeats words of a quote")
                _hide_speaker_below(page, row)


def _hide_speaker_below(page: Page, quote: Row) -> None:
    """Hide whose words a pull quote repeats, right below it: “Jane Doe, on the crane”."""
    row = page.at(quote.position + 1)
    if (
        row is None
        or page.gap(row)
        or row.stopped
        or not row.open
        or row.words > _WORDS_OF_A_SPEAKER
    ):
        return
    below = page.at(row.position + 1)
    if below is not None and page.gap(below) and row.text[0].isupper():
        row.decide("boilerplate", "whose words the line above repeats")
