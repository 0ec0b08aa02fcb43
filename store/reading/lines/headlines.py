"""Whether a line may be a headline, and what speaks for it as the page's title.

By its words, its form and the lines around it; which line wins is decided in `title.py`.
"""

from __future__ import annotations

import re

from store.reading.bylines.datelines import read_dateline
from store.reading.bylines.words import outlet_words
from store.reading.cues import all_agencies
from store.reading.lines.datelines import opens_with_weekday
from store.reading.lines.page import Page
from store.reading.lines.rows import (
    BULLET,
    SPEECH,
    WIDE,
    Row,
    is_title_case,
    only_names,
)

#: A sentence that ends within a line, and the next one.
_FULL_SENTENCE = re.compile(r"[a-zà-ÿ]{4,}\.\s+[\"“„«]?[A-ZÀ-Þ]")
#: (山田記者)「...」: speech, as broadcasters write it down.
_SPEAKER_IN_BRACKETS = re.compile(r"^[(（][^()（）]{1,16}[)）]「")
#: "Question 1: ...", above an answer.
_NUMBERED = re.compile(r"^([^\W\d_]{3,10} )(\d{1,2})\s?[:.]")
#: "News | Lakeside | Council"
#: What ends a path, and what opens where the same sign closes: <상>, ＜上＞.
_END_OF_PATH, _OPENED_BRACKET = frozenset(">›＞"), frozenset("<‹＜")
_PATH_OF_WORDS = re.compile(r"[^\s|]+(?: [|] [^\s|]+){2,}$")
_BREADCRUMB = re.compile(r"\S\s*(?:[>›»/»]|\\)\s*\S.*\s(?:[>›»/]|\\)\s|^\S+(?:\s\S+)?\s*[>›»]\s*\S")
_PATH_OF_SIGNS = re.compile(r"\S\s*[>›»＞]\s*\S+\s*[>›»＞]\s*\S")
_DAY_AT_END = re.compile(r"\d{1,2}\.? [^\W\d_]{3,} (?:19|20)\d\d$")
_SUFFIX = re.compile(r"\s+[-–—|•·:»]+\s+|\s*[|｜]\s*")
#: What is longer, ends as a sentence and has three sentences, or fewer, is a paragraph.
_LONGEST_HEADLINE = 150
_LONGEST_HEADLINE_OF_TWO = 200
_LONGEST_WITH_STOP = 70
_ADDRESS = re.compile(r"^[A-Za-z][\w-]*(?:\.[a-z]{2,6}){1,2}$")
#: What a name alone below a line says less for it than a byline that says whose.
_NO_LABEL = 2.5
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING_MARKS = frozenset('"“„«')
#: What somebody says within a headline has its own stops.
_SAID = re.compile(r"「[^「」]*」(?=.)|“[^“”]*”(?=.)")
_SENTENCE_PARTED = re.compile(r"[.!?]['\"’»)]?\s+[\"“„«'(]?[A-ZÀ-ÞА-Я\d]|[。！？]")
#: "3. Liga: ...", and "3. Look at the crane"
_RANK = re.compile(r"\d{1,2}\. \w")
#: 【앵커】, above what is read out.
_IN_BRACKETS = re.compile(
    r"^[【〔［][^【】]{1,10}[】〕］]$|^(?:\[[^\[\]]{1,20}\]\s?){2,}$|^\[[^\[\]]{2,30}\]$"
)
#: "SPORT | RUGBY", a word or two each.
_SECTIONS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?:\s[|·/]\s[^\W\d_]+(?: [^\W\d_]+)?)+")
#: "... in pictures 01:44", in a player's list.
_ENDS_IN_LENGTH = re.compile(r"\s\d?\d:\d\d$")
#: A given name and a family name in capitals: “Jean-Yves LE FLOCH”.
_ENDS_IN_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?(?: [A-ZÀ-Þ'’-]{2,})+$")
#: "The mayor at the harbour (6/12/2012)", below a picture.
_ENDS_IN_DAY = re.compile(r"[(（]\d{1,2}[/.]\d{1,2}[/.]\d{4}[)）]$")
#: What each line above it says against a title, where no menus have been passed.
_FURTHER_DOWN = 0.25
#: So many lines above the text are a short head. In a longer one so many lines at most stand
#: between title and text; and what each says against it that stands further up, or nearer.
_SHORT_HEAD, _BELOW_TITLE, _FURTHER_UP, _NEARER = 12, 5, 0.2, 0.05
_WORDS_OF_A_LOGO, _WORDS_OF_AN_OUTLET = 3, 4
#: "Northern 1 - 3 Southern | Full time": the board of a match.
_RESULT = re.compile(r"[^\d:]{2,25} \d{1,2} ?[-–:] ?\d{1,2} [^\d:|]{2,25}(?: ?\| ?[^|]{2,25})?")
#: Among so many lines the title is looked for.
HEAD = 60


def is_headline(page: Page, row: Row) -> bool:
    """Whether a line is written as headlines are, and opens no list and no speech."""
    if row.stopped or row.text[-1] in ":：?！!" or BULLET.match(row.text):
        return False
    has_capital_nouns = page.language.table("speech").get("has_capital_nouns", False)
    return is_title_case(row, frozenset() if has_capital_nouns else page.frequent)


def is_logo(row: Row) -> bool:
    """Whether a line is the text of an outlet's sign: "City News logo"."""
    return row.words <= _WORDS_OF_A_LOGO and row.key.endswith(" logo")


def may_be_title(page: Page, row: Row) -> bool:
    """Whether nothing in a line's form says that it is no title."""
    if row.kind is not None or row.dateline_only or row.size > 300:
        return False
    if _is_item(page, row) or (row.size < 8 and not is_short_title(page, row)):
        return False
    if is_logo(row) or (row.text.isupper() and _SECTIONS.fullmatch(row.text)):
        return False
    if row.text[-1] in _END_OF_PATH and _OPENED_BRACKET.isdisjoint(row.text):
        return False  # TechLine ＞ セキュリティ ＞
    if row.text.endswith((":", "：", ",", "，", "、")) or _ADDRESS.match(row.text):
        return False  # a kicker, a sentence that goes on below, an outlet's address
    if 3 * sum(map(len, _LETTERS.findall(row.text))) < len(row.text):
        return False  # hours of a programme, rates
    if _IN_BRACKETS.match(row.text) or _opens_speech(row.text) or _is_numbered(page, row):
        return False
    if row.wrapped and WIDE.search(row.text):
        return False
    if row.stopped and row.prose and is_no_headline(page, row):
        return False
    if row.wrapped and _opens_report(page, row):
        return False
    credit = row.credit
    if credit is not None and (credit.labelled or credit.dated or credit.wire):
        return False
    if row.cue is not None and row.cue.category == "navigation" and _PATH_OF_SIGNS.search(row.text):
        return False
    if opens_with_weekday(row.key, page.language) and _DAY_AT_END.search(row.text):
        return False  # "Friday, 15 Rabiul Akhir 1446 / 18 October 2024"
    if row.cue is not None:
        if row.cue.how == "start" and row.cue.category in ("related", "media", "tags"):
            one = " " not in row.cue.phrase.rstrip(" :–-")
            return one or page.tells_the_text(row)  # "Video: ...", "Video - ..."
        return row.cue.how in ("start", "short") and page.tells_the_text(row)
    if _SPEAKER_IN_BRACKETS.match(row.text) or _PATH_OF_WORDS.match(row.text):
        return False
    return "«" in row.text or not _BREADCRUMB.search(row.text)


def _is_item(page: Page, row: Row) -> bool:
    """Whether a line is one of a list; a number alone on its page is a rank: “3. Liga: ...”."""
    if not BULLET.match(row.text):
        return False
    if not _RANK.match(row.text):
        return True
    return any(_RANK.match(other.text) for other in page.rows if other.key != row.key)


def _opens_speech(text: str) -> bool:
    """Whether a sentence opens with a mark and ends without another: words that go on below."""
    return text[0] in _OPENING_MARKS and text[-1] == "." and not SPEECH.search(text, 1)


def _is_numbered(page: Page, row: Row) -> bool:
    """Whether a line is one of several that open with the same word and a number."""
    match = _NUMBERED.match(row.text)
    if match is None:
        return False
    following = f"{match[1]}{int(match[2]) + 1}"
    return any(other.text.startswith(following) for other in page.rows)


def is_no_headline(page: Page, row: Row) -> bool:
    """Whether a long line with a full stop has sentences, or opens with a dateline."""
    longest = _LONGEST_HEADLINE if row.sentences > 2 else _LONGEST_HEADLINE_OF_TWO
    if row.size >= longest or row.text.endswith(("다.", "。")) or _is_first_sentence(page, row):
        return True
    return _opens_report(page, row)


def _opens_report(page: Page, row: Row) -> bool:
    """Whether a line opens with a dateline as no headline does: with a town and who reports."""
    opening = read_dateline(row.text, page.language, first=True)
    if opening is None:
        return False
    filed = bool(opening.place and opening.place.isupper())  # "KLANG: The council ... today."
    return filed or bool(opening.outlet or opening.wire)


def _is_first_sentence(page: Page, row: Row) -> bool:
    """Whether a long sentence opens a page without a headline: the text goes on right below."""
    if row.size < _LONGEST_WITH_STOP or row.text[-1] != "." or row.text.isupper():
        return False
    if row is not next((other for other in page.rows if other.open), None):
        return False
    below = page.rows[row.position + 1 : row.position + 3]
    is_text = all(other.open and other.stopped and other.credit is None for other in below)
    return len(below) > 1 and is_text and not page.gap(below[0])


def is_short_title(page: Page, row: Row) -> bool:
    """Whether a word alone stands where only a title can: above the byline or the text."""
    below = page.at(row.position + 1)
    if below is None or row.kind or row.cue or len(row.text) < 2 or not row.text[0].isupper():
        return False
    if row.dated:
        return False
    if below.credit is not None and below.kind is None:
        return below.signed
    return row.position == 0 and below.paragraph


class Copies:
    """Which lines of a page stand there again, whole or with the site's name behind them."""

    def __init__(self, page: Page) -> None:
        self._counts = page.copies
        keys = [row.key for row in page.rows[page.first : page.first + HEAD]]
        self._keys = "\n" + "\n".join(keys)
        self._videos = {
            key[: length.start()]
            for key in keys
            if key[-3:-2] == ":" and (length := _ENDS_IN_LENGTH.search(key))
        }

    def is_video(self, key: str) -> bool:
        """Whether another line says the same and how long it lasts: a player's list has it."""
        return key in self._videos

    def stands_again(self, key: str) -> bool:
        """Whether another line says the same."""
        return self._counts[key] > 1

    def opens_another(self, key: str) -> bool:
        """Whether another line of the page's head begins with the same."""
        return self._keys.count(f"\n{key}") > 1


def title_score(page: Page, position: int, copies: Copies) -> float:
    """What speaks for a line as the title, by its words, its form and what stands around it."""
    row = page.rows[position]
    score = score_of_words(page, row)
    score += 1.0 if 25 <= row.size <= 180 else 0.0
    score -= _against_place(page, position)
    score -= _against_form(page, row)
    if _is_above_owner(page, position):
        score -= 4.0  # this is the caption
    score += _score_of_copies(page, position, copies)
    score += _score_of_byline(page, position)
    return score + 0.6


def _against_place(page: Page, position: int) -> float:
    """What the lines between a title and its text say against it; on a short page those above."""
    if page.text is None or page.text <= _SHORT_HEAD:
        return _FURTHER_DOWN * position if not page.head else 0.0
    between = page.rows[position + 1 : page.text]
    apart = sum(row.open and row.credit is None for row in between) - _BELOW_TITLE
    return _FURTHER_UP * apart if apart > 0 else _NEARER * -apart


def score_of_words(page: Page, row: Row) -> float:
    """Up to six, as the line's words are those of the text; not those of itself."""
    shared, words = page.share_in_text(row)
    return 6.0 * shared / (words + 1.5)


def _against_form(page: Page, row: Row) -> float:
    """What speaks against a line that opens as a prompt does, has sentences, or is a word."""
    against = 0.0
    if row.cue is not None:
        against += 2.0 if page.tells_the_text(row) else 5.0
    if not is_title_case(row) or (row.text.isupper() and row.sentences > 2):
        if row.stopped and not SPEECH.match(row.text[-1]):
            against += 3.0 if row.size < 120 else 5.0
        if row.prose and row.sentences > 1 and _SENTENCE_PARTED.search(_SAID.sub("", row.text)):
            against += 3.0
        elif _FULL_SENTENCE.search(row.text):
            against += 2.5
    if _ENDS_IN_LENGTH.search(row.text):
        against += 3.0
    if _ENDS_IN_DAY.search(row.text):
        against += 2.5
    if row.text[0].islower() and row.text[:2].islower():
        against += 3.0  # a piece of a menu, of a banner
    if row.size < 20 or (row.words < 3 and not WIDE.search(row.text)):
        against += 2.5
    if row is page.rows[0] and _names_outlet(page, row):
        against += 3.0
    if _RESULT.fullmatch(row.text):
        against += 2.5
    if row.credit is not None:  # a bare name
        against += 3.0
    elif _ENDS_IN_NAME.search(row.text) and _is_above_day(page, row):
        against += 3.0  # "Daily Star Jane ROE"
    return against


def _names_outlet(page: Page, row: Row) -> bool:
    """Whether a few words have one of outlets' names among them: “Рейдовый вестник”."""
    words = row.text.split()
    few = 1 < len(words) <= _WORDS_OF_AN_OUTLET and not row.stopped
    return few and not outlet_words(page.language).isdisjoint(words)


def _is_above_day(page: Page, row: Row) -> bool:
    """Whether the line below says when it was published."""
    below = page.at(row.position + 1)
    return below is not None and below.dated


def _is_above_owner(page: Page, position: int) -> bool:
    """Whether a picture's owner stands right below, and what may be the title further up."""
    below = page.at(position + 1)
    if below is None:
        return False
    is_caption = below.kind == "caption" or (below.cue and below.cue.category == "caption")
    if below.text in all_agencies() and page.gap(below) and not page.even:
        return False  # whose report it is
    if below.picture != "strong" and not is_caption:
        return False
    if below.size >= 70 and not below.key.startswith(page.rows[position].key):
        return False
    above = page.rows[:position]
    if any(other.open and other.size >= 25 and other.credit is None for other in above):
        return True
    return position == 0 and _is_signed_headline(page, position + 2)


def _is_signed_headline(page: Page, position: int) -> bool:
    """Whether a line below a picture's owner has a headline's form, and a date or byline below."""
    row, below = page.at(position), page.at(position + 1)
    if row is None or below is None or not row.open or row.credit is not None or row.stopped:
        return False
    return row.size >= 25 and below.credit is not None and below.kind is None


def _score_of_copies(page: Page, position: int, copies: Copies) -> float:
    """A title stands in the browser's tab too; of two copies in a row neither gains.

    They are a picture's text and its caption; a title's twin gains by its byline.
    """
    row = page.rows[position]
    neighbours = (page.at(position - 1), page.at(position + 1))
    if copies.is_video(row.key):
        return -3.0
    if any(twin is not None and twin.key == row.key for twin in neighbours):
        return -1.5
    if copies.stands_again(row.key):
        return 2.0
    if not copies.opens_another(row.key):
        return 0.0
    return 3.0 if any(has_suffix(other.key, row.key) for other in page.rows[:position]) else 0.0


def _is_name_alone(page: Page, position: int) -> bool:
    """Whether a line is a name, and the next says neither when nor for whom somebody wrote."""
    credit, below = page.rows[position].credit, page.at(position + 1)
    if credit is None or not only_names(credit):
        return False
    return below is None or below.credit is None or only_names(below.credit)


def _score_of_byline(page: Page, position: int) -> float:
    """What a byline, a date or a dateline shortly below says for a title."""
    near = 0
    for at in range(position + 1, min(position + 5, len(page.rows))):
        other = page.rows[at]
        if other.credit is not None and other.kind is None:
            score = (4.0, 4.0, 1.5)[min(near, 2)]
            return score - _NO_LABEL if _is_name_alone(page, at) else score
        if other.dateline_only:
            return 2.0
        if other.open and other.key != page.rows[position].key:
            near += 1
            if near > 2:
                return 0.0
    return 0.0


def has_suffix(key: str, title: str) -> bool:
    """Whether ``key`` is ``title`` with a site's name behind it (“Title - Site”)."""
    if not key.startswith(title) or len(key) == len(title):
        return False
    match = _SUFFIX.match(key, len(title))
    return match is not None and len(key) - match.end() <= 40
