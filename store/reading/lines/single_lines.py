"""What a line says read by itself: its cue, its byline or date, whose picture, which place.

Only lines without any text are hidden here; what a cue is worth depends on where its line stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from store.matching import fold
from store.reading.bylines.credit_lines import (
    CreditLine,
    is_date_label,
    label_alone,
    read_credit_line,
)
from store.reading.bylines.datelines import read_dateline, read_place_and_day
from store.reading.bylines.outlets import is_edition
from store.reading.bylines.words import is_place, words_of
from store.reading.cues import Cue, Held, line_key
from store.reading.lines.forms import ADDRESS, WORDS_OF_MENU, form_of
from store.reading.lines.page import Page
from store.reading.lines.picture_owners import (
    IN_TITLE_CASE,
    OWNER_ALONE,
    SITE_AND_OWNER,
    is_posted,
    is_signed_in_korean,
    names_owner,
)
from store.reading.lines.prompts import tells_what_was_said
from store.reading.lines.rows import (
    CLOSING_MARKS,
    CONTENT,
    DASHES,
    LONGEST_FOR_PULL_QUOTES,
    SPEECH,
    Row,
    content_words,
    only_names,
)
from store.reading.repeats import speaks_to_reader, words_to_reader

_NAMED = re.compile(r"^[^\W\d_]{3,} [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]+){1,3}$")
#: No dateline stands alone on a line without one of these.
_DATELINE_SIGNS = frozenset("-–—:()[]/（）［］【】〔〕")
#: What a line cannot do that goes on with the sentence of the line above: open, or say all.
_OPENINGS = frozenset(("start", "short", "whole", "heading", "section"))
#: A line that says nothing but the cue.
_SAYS_ALL = frozenset(("whole", "heading", "section"))
#: Categories that give way where the line is a byline or a date line as a whole.
_YIELDS = frozenset(("navigation", "tags", "source", "media", "copyright", "related"))
#: Categories whose sentences may say what the article says: links to it, credits, captions.
_NEVER_SENTENCES = frozenset(("related", "copyright", "source", "caption"))
_SHARED_BY_SENTENCES = 0.4
#: A shorter line with a colon is a label of what stands below it.
_WORDS_OF_ANNOUNCEMENT = 5
#: What is longer is no label of a date, nor two of them.
_LONGEST_LABEL = 60
#: What is longer is no button that opens with "Newsletter".
_LONGEST_SHORT = 110
_WORDS_OF_A_MENU, _WORDS_OF_A_SHORT_MENU = 5, 4
#: So great a part of a menu's words are entries.
_SHARE_OF_ENTRIES = 0.4
_BARS = re.compile(r"\s?\|\s?")
_WORDS_OF_A_BYLINE = 6
_WORDS_OF_AN_OWNER = 9
_LONGEST_BUTTON = 4
_FEWEST_BUTTONS = 3
#: No note on whose text it is has so many.
_WORDS_OF_A_SOURCE = 6
_LONG_WORD = 4
_LONGEST_SECTION = 6
#: What stands between buttons that no blank parts: 농구/배구, 뉴스 | 제보.
_BETWEEN_BUTTONS = re.compile(r"(?<=\w)[/·](?=\w)|(?<=\s)[|｜](?=\s)")
#: A sentence with a photographer behind it is no shorter.
_SHORTEST_SIGNED = 40
#: Menus stand among so many lines.
_HEAD = 40
#: Where one button ends and another begins: "ShareTweet"
_GLUED = re.compile(r"(?<=[a-z.!?])(?=[A-ZÀ-Þ])")
_MOST_GLUED = 8
_PUNCTUATION = re.compile(r"[,.:;!?\"“”„«»()\d]")
_DIGIT = re.compile(r"\d")
#: What stands for other words in a cue's.
_WILDCARDS = re.compile(r"[*#]")
_MAIL = re.compile(r"\S+@\S+\.\w{2,}")
#: "Agency/Jane Doe", behind "Source:"
_AGENCY_AND_NAME = re.compile(r"\w+\s?/\s?[A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ]")
#: ［The pier seen from the air］
_NAME_OF_FILM = re.compile(r"^[［【][^［］【】]{4,60}[］】]$")
#: "1:32", "0:00 / 3:12"
_LENGTH = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d)?$")


def read_single_lines(page: Page) -> None:
    """Take down each line's cue, byline, picture's owner or dateline; hide what is no text."""
    held = page.book.held_by(page.said, page.said_words)
    below_label = False
    numbers = _numbers_of_sections(page)
    for position, row in enumerate(page.rows):
        _find_cue(page, position, held)
        if position in numbers:
            row.decide("heading", "")
        _judge_form(page, row)
        if not row.stopped and row.cue is None and position < _HEAD and _is_menu(page, row):
            row.decide("boilerplate", "words of a menu")
        is_label = row.size < 40 and label_alone(row.text, page.language)
        if below_label and row.cue is not None and row.cue.category == "continuation":
            continue
        if is_label:
            row.credit, row.cue, below_label = CreditLine(labelled=True, staff=True), None, True
            continue
        if below_label and _may_be_named(row):
            row.credit, below_label = CreditLine(labelled=True, names=(row.text,)), False
            continue
        below_label = False
        _find_credit(page, position)
        _choose_cue_or_credit(page, row)
        if row.cue is None and row.credit is None and row.kind is None:
            _find_owner_or_dateline(page, position)
    _find_running_times(page)
    _take_names_for_owners(page)
    _take_names_above_labels(page)
    _drop_common_words(page)


def _find_running_times(page: Page) -> None:
    """How long a film is, right below the button that plays it: “1:32”."""
    for above, row in pairwise(page.rows):
        if above.cue is None or above.cue.category != "media":
            continue
        if _LENGTH.match(row.text):
            row.decide("boilerplate", "how long a film is")
        elif _NAME_OF_FILM.match(row.text):
            row.decide("boilerplate", "what a film is called")


def _drop_common_words(page: Page) -> None:
    """Take a name alone for none where the page has all its words in small letters too.

    Nor are words in capitals one that the language's most frequent are among.
    """
    bare = [
        (position, row)
        for position, row in enumerate(page.rows)
        if row.credit and row.kind is None and only_names(row.credit)
    ]
    if not bare:
        return
    prose = [row.text for row in page.rows if row.prose]
    text = "\n".join([row.key for row in page.rows if row.prose])
    told = frozenset(CONTENT.findall(text)) if len(page.rows) <= LONGEST_FOR_PULL_QUOTES else None
    for position, row in bare:
        name = row.text.lower().replace(",", " ").split()
        shouted = row.text.isupper() and not page.frequent.isdisjoint(name)
        common = shouted or all(_stands_in(prose, word) for word in name)
        if common or (told and _are_words_of_text(row, text, told)):
            row.credit = None
            _find_owner_or_dateline(page, position)


def _are_words_of_text(row: Row, text: str, told: frozenset[str]) -> bool:
    """Whether several words of a name stand in the text, each by itself: those of tags."""
    names = row.key.replace(",", " ").split()
    found = [name for name in names if len(name) >= _LONG_WORD and name in told]
    if row.stopped or len(found) < 2 or len(found) < len(names) - 1:
        return False
    return not any(" ".join(pair) in text for pair in pairwise(names))


def _stands_in(prose: list[str], word: str) -> bool:
    """Whether a word in small letters stands in one of the paragraphs, of a script with such."""
    if word == word.upper():
        return False
    for text in prose:
        at = text.find(f" {word}")
        if at >= 0 and not text[at + len(word) + 1 : at + len(word) + 2].isalpha():
            return True
    return False


def _find_cue(page: Page, position: int, held: Held) -> None:
    row = page.rows[position]
    row.cue = page.book.match(row.key, prose=row.prose and row.size >= 90, held=held)
    if row.cue is None and row.size < _LONGEST_SHORT and not row.stopped:
        row.cue = page.book.short(row.key)
    if row.cue is None and row.size < _LONGEST_SHORT and not row.stopped:
        row.cue = _glued_cue(page, row)
    if _is_source_of_text(page, position, row):
        row.cue = None
    if row.cue and row.cue.how in _OPENINGS and page.in_mid_sentence(position):
        row.cue = None
    if row.stopped and row.cue and row.cue.how == "contains":
        if row.cue.category == "caption":
            row.cue = row.cue if row.cue.phrase[-1] == ":" else None
        elif row.prose and _is_told(page, row, row.cue):
            row.cue = None


def _is_source_of_text(page: Page, position: int, row: Row) -> bool:
    """Whether “Source:” opens what the text says of somebody's words, amid the paragraphs."""
    if row.cue is None or row.cue.category != "source" or row.cue.how != "start":
        return False
    above = page.at(position - 1)
    if row.words < _WORDS_OF_A_SOURCE or above is None or not above.stopped or page.gap(row):
        return False
    return page.text_above(position) and page.paragraph_below(position)


def _is_told(page: Page, row: Row, cue: Cue) -> bool:
    """Whether somebody says a cue's words, or is told to have: “Never sign up for it,” he said."""
    if _stands_in_speech(row.key, fold(_WILDCARDS.split(cue.phrase)[0])):
        return True
    if cue.category in _NEVER_SENTENCES or not tells_what_was_said(page, row, before=True):
        return False
    return not words_to_reader(row.text, page.language.code)


def _stands_in_speech(key: str, words: str) -> bool:
    """Whether words stand within marks that do not hold the whole line."""
    at = key.find(words)
    if at < 0:
        return False
    before = key[:at]
    if before.count('"') % 2:
        return not (before.strip() == '"' and key.find('"', at) >= len(key) - 1)
    opened = max(before.rfind("「"), before.rfind("『"))
    if opened <= max(before.rfind("」"), before.rfind("』")):
        return False
    return opened > 0 or key.find("」") < len(key) - 1


def _announces(row: Row | None) -> bool:
    """Whether a sentence of some words says what stands below it: where to write."""
    if row is None or row.cue is not None:
        return False
    return row.text[-1] in ":：" and row.words >= _WORDS_OF_ANNOUNCEMENT


def _glued_cue(page: Page, row: Row) -> Cue | None:
    """The cue of a line that is several without blanks between: “Hide AdAdvertisement”."""
    parts = _GLUED.split(row.text)
    if not 1 < len(parts) <= _MOST_GLUED:
        return None
    cues = [page.book.whole(line_key(part)) for part in parts]
    return None if None in cues else cues[0]


def _judge_form(page: Page, row: Row) -> None:
    """Decide about a line without a cue that has the form of a button, an address or an owner."""
    form = form_of(row)
    if form == WORDS_OF_MENU and not words_of(page.language).roles.isdisjoint(row.key.split()):
        return  # 新港报 记者 顾明 编辑 白榆
    if not form and row.size < _LONGEST_LABEL and ":" in row.text:
        form = "labels without their dates" if is_date_label(row.text, page.language) else ""
    if not form or row.cue is not None:
        return
    if form == ADDRESS and "@" in row.text and _announces(page.at(row.position - 1)):
        return
    if SITE_AND_OWNER.match(row.text):
        row.picture = "strong"
        row.decide("caption", "caption: a picture's owner")
    else:
        row.decide("boilerplate", form)


def _numbers_of_sections(page: Page) -> frozenset[int]:
    """Lines that are 1, 2, 3 ... and nothing else, each above a paragraph: no pager's."""
    found: list[int] = []
    for position, row in enumerate(page.rows):
        if len(row.text) > 2 or not row.text.isdecimal() or int(row.text) != len(found) + 1:
            continue
        below = page.at(position + 1)
        followed = below is not None and below.text.isdecimal()
        told = any(other.prose for other in page.rows[position + 1 : position + 3])
        if told or (len(found) > 1 and not followed):
            found.append(position)
    return frozenset(found) if len(found) > 1 else frozenset()


def _may_be_named(row: Row) -> bool:
    """Whether a line below a byline's label may be whom it names."""
    if row.cue is not None or row.words > 6 or row.size >= 80:
        return False
    return not row.text.islower() and row.text[-1] not in ":："


def _is_menu(page: Page, row: Row) -> bool:
    """Whether a line is words of a menu side by side: “Home News Sport Weather Video”."""
    if row.stopped:
        return False
    if _is_row_of_buttons(page, row):
        return True
    if row.words < _WORDS_OF_A_SHORT_MENU:
        return False
    if "|" in row.text and _has_parts_of_menus(page, row):
        return True
    if _PUNCTUATION.search(row.text):
        return False
    if _is_mostly_entries(page, row):
        return True
    if row.words < _WORDS_OF_A_MENU:
        return False
    words = row.key.split()
    if not page.frequent.isdisjoint(words):
        return False  # "City Desk By City Desk"
    entries = (page.book.whole(word) for word in words)
    named = sum(entry is not None and entry.category == "navigation" for entry in entries)
    return named >= 2 and row.text.istitle() and page.book.whole(words[0]) is not None


def _has_parts_of_menus(page: Page, row: Row) -> bool:
    """Whether two or more of a line's parts are entries of menus: “News 9 | All news | Contact”."""
    parts = [part for part in _BARS.split(row.key) if part]
    entries = [part for part in parts if page.book.whole(part) is not None]
    return len(parts) >= _FEWEST_BUTTONS and len(entries) > 1


def _is_mostly_entries(page: Page, row: Row) -> bool:
    """Whether half a line's words are entries of menus: “Home Latest Regions Sign in Video”.

    Two of them are enough where each word has a capital, as in no headline of the language.
    """
    words = row.key.split()
    found, covered = _entries_in(page, words)
    telling = page.language.code not in IN_TITLE_CASE and row.text.istitle()
    share = _SHARE_OF_ENTRIES if page.language.code not in IN_TITLE_CASE else 2 * _SHARE_OF_ENTRIES
    enough = found >= (_FEWEST_BUTTONS - 1 if telling else _FEWEST_BUTTONS)
    return enough and covered >= share * len(words)


def _is_row_of_buttons(page: Page, row: Row) -> bool:
    """Whether nearly all words of a line are buttons: “打印 收藏 微信 微博 106”.

    Buttons of several words may stand beside those of one: “Mới nhất Video Đăng nhập”.
    """
    if row.size > _LONGEST_SHORT:
        return False
    key = _BETWEEN_BUTTONS.sub(" ", row.key)
    words = [word for word in key.split() if not word.strip("()").replace(",", "").isdecimal()]
    if len(words) < _FEWEST_BUTTONS:
        parted = "  " in row.text and len(words) > 1  # "Share   Comment (34)"
        return parted and all(page.book.whole(word) is not None for word in words)
    others = [word for word in words if page.book.whole(word) is None]
    if len(others) >= 2 and _are_sections(words, others):
        return True
    if len(others) >= 2:
        found, covered = _entries_in(page, words, only=True)
        return covered == len(words) and found >= _FEWEST_BUTTONS
    if any(word.isascii() and len(word) < _LONG_WORD for word in others):
        return False  # "Home of news", "par Canal Info"
    return not any(_DIGIT.search(word) for word in words)


def _are_sections(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether short words without capitals are mostly buttons: 야구 축구 골프 연예 마루볼 포토."""
    if len(words) < _WORDS_OF_A_MENU or 3 * len(others) > len(words):
        return False
    return all(len(word) <= _LONGEST_SECTION for word in words) and not any(
        word.isascii() for word in words if word in others
    )


def _entries_in(page: Page, words: Sequence[str], *, only: bool = False) -> tuple[int, int]:
    """How many buttons or entries of menus a line has, and how many words they have together.

    With ``only`` those up to the first word of none.
    """
    found = covered = place = 0
    while place < len(words):
        sizes = range(min(_LONGEST_BUTTON, len(words) - place), 0, -1)
        size = next((n for n in sizes if page.book.whole(" ".join(words[place : place + n]))), 0)
        if only and not size:
            break
        found, covered = found + bool(size), covered + size
        place += size or 1
    return found, covered


def _find_credit(page: Page, position: int) -> None:
    """Take down a line's byline or date, and of what looks like one the place or the owner."""
    row, above = page.rows[position], page.at(position - 1)
    yields = row.cue is None or row.cue.category in _YIELDS
    credit = _credit_line(page, row, above) if row.kind is None and yields else None
    if credit is not None and _is_no_byline(page, row, above, credit):
        credit = None
    below = page.at(position + 1)
    if credit and below and only_names(credit) and _MAIL.fullmatch(below.text):
        credit = replace(credit, labelled=True)  # a name, and an address below it
    if row.text[-1] == ":" and is_place(row.key.rstrip(" :"), page.language):
        credit, row.dateline_only = None, True  # "KUALA LUMPUR:", alone
    if credit and only_names(credit) and is_posted(page, row):
        credit, row.picture = None, "strong"
    bare = row.text.strip("()[] ")
    if bare.isupper() and 2 < row.words < _WORDS_OF_AN_OWNER and page.book.opens_credit(row.key):
        credit, row.picture = None, "strong"  # "PHOTO JANE DOE, THE COURIER ARCHIVES"
    if row.words <= 5 and _NAMED.match(bare) and page.book.opens_credit(row.key.strip("()[] ")):
        credit, row.picture = None, "strong"  # "Photo Jane Doe", "(Photo Jane Doe)"
    if credit is None and yields and "/" in row.text and _opens_with_label(page, row):
        credit = CreditLine(labelled=True, staff=True)  # "By LNP / AGENCIES"
    row.credit = credit


def _opens_with_label(page: Page, row: Row) -> bool:
    """Whether a few words that end no sentence open as a byline does."""
    if row.words > _WORDS_OF_A_BYLINE or row.stopped or ":" in row.text:
        return False
    return words_of(page.language).author.match(fold(row.text)) is not None


def _is_no_byline(page: Page, row: Row, above: Row | None, credit: CreditLine) -> bool:
    """Whether what has a byline's form is a caption, who said what stands above, or a title."""
    if row.key.endswith(" logo"):
        return True  # what a picture is called
    if row.size >= 60 and not credit.labelled and page.book.credit(row.key) == "strong":
        return True  # a caption with a day and a photographer
    if row.size >= _SHORTEST_SIGNED and is_signed_in_korean(page, row):
        return True  # ...하고 있다. 도하늘 기자
    if row.text[0] in DASHES and above and above.text[-1] in CLOSING_MARKS and only_names(credit):
        return True  # "– Jane Doe", below her words
    if credit.outlet and not credit.labelled and page.book.is_credit(line_key(credit.outlet)):
        return True  # "Navy / Getty Images"
    plain = not (credit.labelled or credit.dated or credit.staff)
    in_capitals = plain and row.words > 5 and len(credit.names) > 1
    return in_capitals and page.copies[row.key] > 1  # a title in capitals, with a comma


def _choose_cue_or_credit(page: Page, row: Row) -> None:
    """Where a line has the words of a cue and the form of a byline, keep one of them."""
    if row.cue is None:
        return
    is_source = row.cue.category == "source"
    says_all = row.cue.category == "related" and row.cue.how in _SAYS_ALL
    if row.credit is not None and says_all and row.credit.authors:
        row.credit = None  # "Related by topic", no “By ...”
    if row.credit is not None:
        relayed = is_source and row.cue.how == "start"
        signs = row.credit.staff and _is_above_date(page, row)
        if row.credit.labelled or signs or (row.credit.dated and not relayed):
            row.cue = None
            return
        row.credit = None
    if is_source and row.kind is None and row.size < 60:
        owner = re.split(r"[:：]\s*", row.text, maxsplit=1)[-1]
        if _AGENCY_AND_NAME.match(owner):
            row.cue, row.picture = None, "strong"


def _is_above_date(page: Page, row: Row) -> bool:
    """Whether a day stands right below a line: “The newsroom” is no entry of a menu there."""
    below = page.at(row.position + 1)
    if below is None or below.size >= _LONGEST_LABEL or not _DIGIT.search(below.text):
        return False
    credit = read_credit_line(below.text, page.language)
    return credit is not None and credit.dated


def _find_owner_or_dateline(page: Page, position: int) -> None:
    """Take down whether a line names a picture's owner, or only the place of the report."""
    row = page.rows[position]
    if row.words == 1 and row.stopped and page.in_mid_sentence(position):
        return  # "police.", the last word of a paragraph
    row.picture = row.picture or page.book.credit(row.key)
    if (row.size < 40 and page.book.is_credit(row.key)) or names_owner(page, row):
        row.picture = "strong"
    if row.size < 30 and row.text[0].isupper() and is_place(row.key, page.language):
        row.dateline_only = True
    if row.size < 40 and any(sign.isdigit() for sign in row.text[-14:]):
        row.dateline_only = read_place_and_day(row.text, page.language) is not None
    if (row.size < 60 and not _DATELINE_SIGNS.isdisjoint(row.text)) and (
        dateline := read_dateline(row.text, page.language, first=True)
    ):
        row.dateline_only = dateline.end >= len(row.text)


def _take_names_for_owners(page: Page) -> None:
    """Where another line says who wrote it, “Jane Doe / City News” is a picture's owner."""
    signed = any(row.credit and row.credit.labelled and row.credit.authors for row in page.rows)
    for row in page.rows:
        if row.kind is not None or row.credit is None:
            continue
        if OWNER_ALONE.match(row.text) and signed:
            row.credit, row.picture = None, "strong"
            continue
        named = bool(row.credit.names or row.credit.authors) and not row.dateline_only
        signed = signed or (named and row.position < _HEAD)


def _take_names_above_labels(page: Page) -> None:
    """Where each label alone stands right below a name and above none: “Jane Doe”, “Editor”."""
    _take_names_above_work(page)
    labels = [row for row in page.rows if row.size < 40 and _is_label(page, row)]
    named = [page.rows[row.position - 1] for row in labels if row.position]
    if not labels or len(named) < len(labels):
        return
    if not all(row.credit and row.kind is None and only_names(row.credit) for row in named):
        return
    below = [page.at(row.position + 1) for row in labels]
    if any(row is not None and row.credit is not None and row.credit.names for row in below):
        return
    for row in named:
        assert row.credit is not None
        row.credit = replace(row.credit, labelled=True)


def _take_names_above_work(page: Page) -> None:
    """Two names with what each did right below: “Jane Doe”, “Text”, “John Roe”, “Photo”."""
    words = words_of(page.language)
    for writer, wrote, other, took in zip(*(page.rows[n:_HEAD] for n in range(4)), strict=False):
        if wrote.key not in words.every_author_label or not page.book.is_credit(took.key):
            continue
        if not all(
            row.credit and row.kind is None and only_names(row.credit) for row in (writer, other)
        ):
            continue
        assert writer.credit is not None
        writer.credit, other.credit = replace(writer.credit, labelled=True), None
        wrote.decide("boilerplate", "what the author did")
        other.decide("caption", "caption: who took the pictures")
        took.decide("caption", "caption: what the photographer did")


def has_lost_its_name(page: Page, row: Row) -> bool:
    """Whether a line is a byline's label, and no name stands above or below it."""
    if row.size >= 40 or not _is_label(page, row):
        return False
    beside = (page.at(row.position - 1), page.at(row.position + 1))
    return all(other is None or other.credit is None for other in beside)


def _is_label(page: Page, row: Row) -> bool:
    labelled = row.credit is not None and row.credit.labelled and row.credit.staff
    return labelled and label_alone(row.text, page.language) is not None


def _credit_line(page: Page, row: Row, above: Row | None) -> CreditLine | None:
    if row.size > 240 or (row.prose and row.size > 120 and not row.text.startswith("(")):
        return None
    credit = read_credit_line(row.text, page.language)
    if credit is None or credit.labelled or credit.dated or credit.names:
        return credit
    named = above.credit if above is not None else None
    below_name = named is not None and bool(named.names or (", " in row.text and named.authors))
    below_date = above is not None and above.dated
    signs = credit.outlet and (below_name or (below_date and is_edition(credit.outlet)))
    return credit if credit.staff or credit.wire or signs else None


def _is_above_speech(page: Page, position: int) -> bool:
    """Whether a line with a colon stands above somebody's words: “▶ Interview: a resident”."""
    row, below = page.rows[position], page.at(position + 1)
    if below is None or not (":" in row.text or "：" in row.text):
        return False
    return SPEECH.match(below.text.lstrip("-–— ")) is not None


def keep_sentences(page: Page) -> None:
    """Take no cue from a sentence that tells what the others tell and asks nothing of a reader.

    “Register now ...” opens a prompt, “Register offices in the county ...” the article's words.
    """
    for position, row in enumerate(page.rows):
        cue = row.cue
        if cue is None or row.kind is not None:
            continue
        if cue.how == "short" and not cue.phrase.isalnum() and _is_above_speech(page, position):
            row.cue = None
        if not (row.stopped and row.prose):
            continue
        if cue.category in _NEVER_SENTENCES or cue.how != "start":
            continue
        content = content_words(row.key)
        shared = len(content & page.text_words)
        if shared < 3 or shared < _SHARED_BY_SENTENCES * len(content):
            continue
        if not speaks_to_reader(row.text, page.language.code):
            row.cue = None
