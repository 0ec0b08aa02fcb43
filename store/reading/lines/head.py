"""What stands above the text: kicker, standfirst, byline, date; and where the text begins.

Which names there are the authors' is told in `names.py`, where a dateline opens in `datelines.py`.
"""

from __future__ import annotations

import re
from itertools import islice

from store.matching import fold
from store.reading.bylines.credit_lines import CreditLine
from store.reading.bylines.datelines import read_dateline
from store.reading.bylines.words import outlet_words, words_of
from store.reading.cues import all_agencies
from store.reading.dates import is_clock_alone
from store.reading.lines.datelines import begin_at_dateline, opens_with_weekday
from store.reading.lines.forms import NETWORK, TAGS
from store.reading.lines.headlines import is_logo
from store.reading.lines.names import (
    drop_later_names,
    find_picture_above_names,
    take_uncased_names,
)
from store.reading.lines.page import Page
from store.reading.lines.rows import BULLET, HOUR, SMALL_WORDS, WIDE, Row, content_words
from store.reading.lines.single_lines import has_lost_its_name

_TO_NETWORK = re.compile(rf"^\S+ (?:\S+ )?{NETWORK.pattern}$")
#: No standfirst has so few.
_WORDS_OF_A_SECTION = 2
_BARS = re.compile(r"\s[|>›»]\s")
_WORDS_OF_A_PLACE, _WORDS_OF_AN_OUTLET, _LONGEST_PARTICLE = 3, 6, 3
#: Three places in the site's tree or more, or a temperature: no kicker has them.
_TRAIL = re.compile(r"\s[>›»]\s.*\s[>›»]\s|\d\s?°")
#: Three words or more of which one but the first is small, and no signs between.
_IS_PHRASE = re.compile(r"(?=[^\W\d_a-z].* [a-zà-ÿ])[^\W\d_]+(?: [^\W\d_]+){2,7}[?!]?")
_HAS_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:h]\s?\d\d")
#: "(7/3/2023)", "3 May 2023"
_YEAR = re.compile(r"(?:\d[/.-]|[^\W\d_]{3}\.?,? )((?:19|20)\d\d)(?!\w)")
#: Where a time without its year may stand above the title.
_CLOCK_ABOVE = 2
#: A picture's text that is shorter may be a kicker, unless its caption says it again.
_SHORTEST_TEXT, _SHORTEST_NAME = 25, 12
_BUTTONS = frozenset(("share", "comments", "follow", "subscription", "reading", "navigation"))
#: Among so many lines from the title on, its own included, a date is the article's.
_DATES_BELOW_TITLE = 20
#: Lines of no more words and letters are no subheadings where two stand in a row.
_WORDS_OF_AN_OPEN_CAPTION = 7
_WORDS_OF_A_SCRAP, _LONGEST_SCRAP = 4, 40
_SCRAP = "a few words among others, above the text"
#: "The lighthouse on the mole (doe)"
_SIGNED = re.compile(r"[^\W\d_]{4,} .*[^\W\d_]{3,} \([^()\d]{3,30}\)$")
#: Speech, a question, a label, an hour.
_NO_SCRAP = re.compile(r"[\"“”„«»'()\[\]:：?!]|\d[.:h]\d\d")
#: What a picture is called is shorter than the title of which it has all words.
_SHARE_OF_TITLE = 0.8
_WORDS_OF_A_NAME = 6
#: A line with fewer longer words says too little to be known as the article's.
_WORDS_OF_A_STANDFIRST = 4
_SHORTEST_WIDE_LINE = 13
#: Words are compared by so many letters where their endings may differ.
_STEM = 5


def judge_head(page: Page) -> None:
    """What stands before the title, and between the title and the first paragraph."""
    if page.title is not None:
        _judge_above_title(page, page.title)
    start = page.below_title
    find_picture_above_names(page, start)
    opens = (index for index in range(start, len(page.rows)) if _opens_body(page, index))
    page.body = next(opens, None)
    begin_at_dateline(page, start)
    end = page.body if page.body is not None else len(page.rows)
    drop_later_names(page, start, end)
    take_uncased_names(page, start, end)
    _take_agency_for_byline(page, start)
    _judge_below_title(page, start, end)


def _take_agency_for_byline(page: Page, start: int) -> None:
    """An agency alone right below the title, set apart, signs the report and owns no picture."""
    row, below = page.at(start), page.at(start + 1)
    if page.title is None or row is None or below is None or row.kind != "caption":
        return
    agency, slash, place = row.text.partition("/")
    signs = row.text in all_agencies()
    if slash and agency.strip() in all_agencies():
        signs = fold(place.strip()) in words_of(page.language).places
    if signs and page.gap(row) and page.gap(below):
        row.kind, row.reason = "byline", "who wrote it"


def _judge_above_title(page: Page, title: int) -> None:
    """Hide what stands above the title, but its own first line, kicker and byline."""
    dated = _is_dated_below(page, title)
    is_headline = _is_all_headline(page)
    for position, row in enumerate(page.rows[:title]):
        credit = row.credit
        if credit is not None and _is_day_of_visit(page, row, credit):
            row.decide("boilerplate", "before the title: the day of the visit")
        elif credit is not None and (credit.labelled or (credit.dated and not dated)):
            row.decide_credit()
        elif (
            not dated
            and title - position <= _CLOCK_ABOVE
            and is_clock_alone(row.text, page.language)
        ):
            row.decide("date", "when it was published or changed")
        elif _is_text_of_picture(page, position):
            row.decide("caption", "caption: above a picture's owner")
        elif is_headline or _is_kicker(page, row):
            row.decide("standfirst", "right above the title")
        elif _tells_the_same(page, position):
            row.decide("standfirst", "above the title, in words of the text")
        else:
            row.hide("before the title")


def _is_day_of_visit(page: Page, row: Row, credit: CreditLine) -> bool:
    """Whether a day above the title is the page's, not the article's: as a clock has it.

    The article's own has a label further down; or it opens with its weekday and stands there again,
    or all days of the text that name their year are of years before.
    """
    day = credit.published
    if day is None or credit.labelled or credit.names or _HAS_CLOCK.search(row.text):
        return False
    others = [other.credit for other in page.rows[row.position + 1 :] if other.credit]
    if any(other.labelled and (other.published or day) < day for other in others):
        return True
    if not opens_with_weekday(row.key, page.language):
        return False
    above = page.rows[row.position + 1 : page.title]
    if any(other.dated and _HAS_CLOCK.search(other.text) for other in above):
        return True  # the article's own stands above the title too
    if page.copies[row.key] > 1:
        return True
    years = {year for other in page.rows if other.prose for year in _YEAR.findall(other.text)}
    return bool(years) and max(years) < day[:4]


def _tells_the_same(page: Page, position: int) -> bool:
    """Whether most longer words of a line are those of the text, which few links' are."""
    row = page.rows[position]
    if not row.open or row.credit is not None or _TRAIL.search(row.text):
        return False
    for other in (page.at(position - 1), page.at(position + 1)):
        if other and (other.key == row.key or (_is_entry(row) and _is_entry(other))):
            return False  # a picture's text and its caption, a list of links
    if any(other.key == row.key and other is not row for other in page.rows[: page.title]):
        return False  # in a player, and in its list
    if sum(word[0].isupper() for word in row.text.split()) > 0.6 * row.words:
        return False  # words of a menu
    named = not row.stopped and len(row.text) < _SHORTEST_WIDE_LINE
    if page.copies[row.key] > 1 or (named and WIDE.search(row.text)):
        return False  # a section's or an outlet's name, whose pairs of signs the text has too
    content = content_words(row.key)
    told = {word for below in page.rows[page.title or 0 :] for word in content & below.content}
    if len(content) >= _WORDS_OF_A_STANDFIRST and 2 * len(told) >= len(content):
        return True
    return row.stopped and row.prose and _shares_stems(page, content)


def _shares_stems(page: Page, content: frozenset[str]) -> bool:
    """Whether a sentence has three words of the text below the title, whatever their endings."""
    stems = {word[:_STEM] for word in content if len(word) >= _STEM}
    below = {
        word[:_STEM]
        for row in page.rows[page.title or 0 :]
        for word in row.content
        if len(word) >= _STEM
    }
    shared = len(stems & below)
    return shared >= 3 and 3 * shared >= len(stems)


def _is_text_of_picture(page: Page, position: int) -> bool:
    """Whether the caption right below begins as a line does, or tells on the first lines whose."""
    row, below = page.rows[position], page.at(position + 1)
    if below is None or not row.open or row.credit is not None:
        return False
    is_caption = below.kind == "caption" or bool(below.cue and below.cue.category == "caption")
    if not is_caption or row.size < _SHORTEST_NAME:
        return False
    is_name = not (row.prose or row.stopped or row.text.endswith((":", "：")))
    is_first = position == 0 and is_name and row.size >= _SHORTEST_TEXT
    return is_first or below.key.startswith(row.key)


def _is_name_of_picture(page: Page, row: Row) -> bool:
    """Whether a few words say nothing that the title does not, or stand right above a caption."""
    if page.title is None or row.stopped or row.prose or _NO_SCRAP.search(row.text):
        return False
    title, words = page.rows[page.title], content_words(row.key)
    told = len(words & content_words(title.key))
    if len(words) > 1 and told == len(words) and row.size < _SHARE_OF_TITLE * title.size:
        return True
    below = page.at(row.position + 1)
    if below is None or page.gap(below) or not page.spaced or row.words > _WORDS_OF_A_NAME:
        return False
    cued = below.cue is not None and below.cue.category in ("caption", "continuation")
    return (below.kind == "caption" or cued) and told > 0


def _is_entry(row: Row) -> bool:
    return BULLET.match(row.text) is not None


def _is_dated_below(page: Page, title: int) -> bool:
    """Whether a date shortly below the title, above its second paragraph, is the article's."""
    paragraphs = 0
    for row in page.rows[title : title + _DATES_BELOW_TITLE]:
        if row.dated:
            return True
        paragraphs += row.paragraph
        if paragraphs > 1:
            return False
    return False


def _judge_below_title(page: Page, start: int, end: int) -> None:
    """Standfirst, byline, date and dateline; and the buttons between them."""
    menu = {row.key for row in page.rows[2 : page.title or 0] if row.words <= 3}
    last_byline = max(
        (i for i in range(start, end) if (credit := page.rows[i].credit) and belongs(credit)),
        default=-1,
    )
    for index in range(start, end):
        row = page.rows[index]
        if row.kind is not None:
            continue
        if row.cue is not None:
            row.hide("")
        elif has_lost_its_name(page, row):
            row.decide("boilerplate", "a byline's label without its name")
        elif row.credit is not None and belongs(row.credit):
            row.decide_credit()
        elif row.dateline_only:
            row.decide("dateline", "where the report was filed")
        elif is_clock_alone(row.text, page.language):
            row.decide("date", "when it was published or changed")
        elif _is_text_of_picture(page, index):
            row.decide("caption", "caption: above itself, with the picture's owner")
        elif _is_name_of_picture(page, row):
            row.decide("caption", "caption: what a picture is called, in the title's words")
        elif row.key in menu:
            row.decide("boilerplate", "a word of the menu above the title")
        elif page.body is not None and _is_button(page, row, index):
            row.decide("boilerplate", "a word among buttons")
        else:
            _judge_text_of_head(page, index, last_byline)


def _judge_text_of_head(page: Page, index: int, last_byline: int) -> None:
    """Standfirst, heading or paragraph: what is the article's between title and first paragraph."""
    row = page.rows[index]
    if page.title is not None and TAGS.match(row.text):
        row.decide("boilerplate", "tags: parted by commas")
    elif page.title is not None and last_byline > index and _is_section(row):
        row.decide("boilerplate", "a section's name, between the title and the byline")
    elif page.title is not None and last_byline > index:
        row.decide("standfirst", "between the title and the byline")
    elif row.stopped:
        row.decide("body", "")
    elif index + 1 == page.body and index > (page.title or 0) and _SIGNED.search(row.text):
        row.decide("caption", "caption: a name in brackets, right above the text")
    elif index + 1 == page.body and _is_open_caption(page, row, last_byline):
        row.decide("caption", "caption: right above the text, which has its standfirst")
    elif _is_scrap(page, index) and any(
        _is_scrap(page, beside) for beside in (index - 1, index + 1)
    ):
        row.decide("boilerplate", _SCRAP)
    elif page.title is not None and index == page.title + 1 and row.words >= 6:
        row.decide("standfirst", "below the title")
    else:
        row.decide("heading" if row.words <= 14 else "body", "")


def _is_open_caption(page: Page, row: Row, last_byline: int) -> bool:
    """Whether words without a stop below a button can be neither standfirst nor subheading.

    The standfirst stands above the byline or the date, and a subheading is shorter.
    """
    if row.words < _WORDS_OF_AN_OPEN_CAPTION or WIDE.search(row.text) or _NO_SCRAP.search(row.text):
        return False
    above = page.rows[row.position - 1]
    if row.position <= last_byline or above.kind not in ("boilerplate", "caption"):
        return False
    return any(other.kind == "standfirst" for other in page.rows[page.below_title : row.position])


def _is_section(row: Row) -> bool:
    """Whether a line is a word or two in capitals, as sections are set and no standfirst is."""
    few = row.words <= _WORDS_OF_A_SECTION and row.size <= _LONGEST_SCRAP
    return few and row.credit is None and row.text.isupper() and row.text[-1].isalnum()


def _is_scrap(page: Page, index: int) -> bool:
    """Whether a line below the title is of a few words that the text does not have."""
    row = page.at(index)
    if row is None or page.title is None or not page.title < index < (page.body or 0):
        return False
    if row.reason == _SCRAP:
        return True
    few = row.words <= _WORDS_OF_A_SCRAP and row.size <= _LONGEST_SCRAP
    plain = not (row.stopped or WIDE.search(row.text) or _NO_SCRAP.search(row.text))
    if not (few and plain and row.open and row.credit is None) or row.dateline_only:
        return False
    below = page.at(index + 1)
    if below is not None and below.stopped and not below.prose:
        return False  # a verdict, and what it rests on
    return content_words(row.key).isdisjoint(page.text_words)


def _is_trail(page: Page, row: Row) -> bool:
    """Whether a line is a place in the site's tree: “News | Lakeside | Council”."""
    if _TRAIL.search(row.text):
        return True
    section, slash, rest = row.key.partition(" / ")
    if slash and rest.count(" ") < _WORDS_OF_A_PLACE and page.book.whole(section) is not None:
        return True  # "News / Ashford"
    parts = _BARS.split(row.text)
    return len(parts) > 1 and all(part.count(" ") < _WORDS_OF_A_PLACE for part in parts)


def _names_outlet(page: Page, row: Row) -> bool:
    """Whether a few words with capitals have one that outlets' names have: “The Lakeside Echo”."""
    words = row.text.split()
    if not 2 <= len(words) <= _WORDS_OF_AN_OUTLET or row.stopped or WIDE.search(row.text):
        return False
    capitals = all(word[0].isupper() or len(word) <= _LONGEST_PARTICLE for word in words)
    return capitals and not outlet_words(page.language).isdisjoint(words)


def _is_kicker(page: Page, row: Row) -> bool:
    """Whether the line right above the title belongs to it: words of the article, no menu."""
    assert page.title is not None
    if row is not page.rows[page.title - 1] or not row.open or row.credit or row.stopped:
        return False
    if _is_trail(page, row) or _names_outlet(page, row) or page.copies[row.key] > 1:
        return False
    before = page.at(row.position - 1)
    linked = before is not None and before.cue is not None and before.cue.category == "related"
    if linked and not page.gap(row):
        return False  # the last of a menu
    content = content_words(row.key)
    shared = len(page.text_words & content)
    is_short = row.words <= 6 and shared > 0 and not page.gap(page.rows[page.title])
    if row.words >= 2 and row.text.endswith((":", "：")):
        return True
    if row.words >= 3 and row.text.isupper() and not page.frequent.isdisjoint(row.key.split()):
        return True  # "DO NOT BLAME THE CRANE"
    if _IS_PHRASE.fullmatch(row.text) and not page.frequent.isdisjoint(row.key.split()):
        return True  # "Who has the key", which no menu says
    above = page.rows[: page.title - 1]
    if 4 <= row.words <= 9 and above and not page.gap(page.rows[page.title]):
        telling = len(SMALL_WORDS.findall(row.text)) > 1
        return telling and not any(other.open and other.words >= 4 for other in above)
    return row.words >= 3 and row.size >= 15 and (is_short or 2 * shared >= len(content) > 0)


def _is_all_headline(page: Page) -> bool:
    """Whether all that stands above the title is a line or two in words of the text."""
    above = page.rows[: page.title]
    return len(above) <= 2 and all(
        row.open
        and not row.stopped
        and row.cue is None
        and row.credit is None
        and page.copies[row.key] == 1
        and row.size >= (6 if WIDE.search(row.text) else 15)
        and not _is_trail(page, row)
        and not _names_outlet(page, row)
        and 3 * len(page.text_words & content_words(row.key)) >= len(content_words(row.key)) > 1
        for row in above
    )


def _is_button(page: Page, row: Row, index: int) -> bool:
    """Whether a line between title and text is a sign, or a word among buttons."""
    if ":" in row.text or "：" in row.text or row.text in "IVX" or HOUR.match(row.text):
        return False
    if row.words > 1 and row.key.rpartition(" ")[2] in words_of(page.language).roles:
        return False  # "Legal Correspondent"
    if is_logo(row):
        return True
    if row.size <= 3 or (row.words <= 2 and row.size <= 24 and _among_buttons(page, index)):
        return True
    return row.words <= 4 and any(
        _TO_NETWORK.search(row.key) and other and _TO_NETWORK.search(other.key)
        for other in (page.at(index - 1), page.at(index + 1))
    )


def _among_buttons(page: Page, index: int) -> bool:
    """Whether a line between title and text stands right beside a button or a menu entry."""
    neighbours = (page.at(index - 1), page.at(index + 1))
    return any(
        row is not None
        and row.kind in (None, "boilerplate")
        and (
            row.reason == "a word among buttons"
            or (row.cue is not None and row.cue.category in _BUTTONS)
        )
        for row in neighbours
    )


def belongs(credit: CreditLine) -> bool:
    """Whether a byline-like line is one where it stands: labelled, dated, or a name alone."""
    if credit.labelled or credit.dated or credit.staff or credit.wire:
        return True
    return bool(credit.names or credit.outlet)


def _opens_body(page: Page, index: int) -> bool:
    """Whether the article's text begins here: a paragraph, not a standfirst above a byline."""
    row = page.rows[index]
    if not row.open or row.credit is not None:
        return False
    if not row.prose:
        cut = row.size >= 45 and row.words >= 6
        if cut and read_dateline(row.text, page.language, first=False) is not None:
            row.wrap()
        return row.wrapped
    following = (other for other in page.rows[index + 1 : index + 9] if not _is_decided(other))
    for other in islice(following, 3):
        if other.credit is not None and other.kind is None and other.signed:
            editor_only = other.credit.editors and not other.credit.authors
            return bool(editor_only and not other.credit.dated)
        if other.dateline_only and page.paragraph_below(other.position):
            return False
        if other.paragraph:
            return True
    return True


def _is_decided(row: Row) -> bool:
    """Whether a line is a picture's or a button, between the standfirst and the byline too."""
    return row.kind is not None or row.cue is not None
