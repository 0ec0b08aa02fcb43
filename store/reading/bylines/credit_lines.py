"""Bylines and date lines: who wrote, for whom, when, taken apart by their forms.

Looks at one line at a time. Which line of a page is believed is decided in `lines/` (what the
line is) and `metadata/` (what the page states).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from store.matching import fold
from store.reading.bylines.eastern import read_signed
from store.reading.bylines.outlets import (
    ACRONYM,
    CAMEL,
    DOMAIN,
    company_form,
    is_edition,
    is_name_of_outlet,
)
from store.reading.bylines.words import (
    CJK,
    CJK_NAME,
    WORDS_OF_A_HEAD,
    Words,
    words_of,
)
from store.reading.cues import all_agencies, line_key
from store.reading.dates import FoundDate, find_dates, is_clock_alone
from store.reading.languages import Language
from store.reading.patterns import CAPITALS, any_of

#: A line longer than this is no byline.
LONGEST = 240
#: So long is a day as it is taken down.
_DAY = 10
#: With one sign for the family.
_LONGEST_HAN_NAME = 3
#: Up to this length what a line says is remembered.
_SHORT = 48


@dataclass(frozen=True, slots=True)
class CreditLine:
    """What a byline or date line says; `labelled` where a word such as “By” or “Editor:” does."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    staff: bool = False
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    labelled: bool = False
    names: tuple[str, ...] = field(default=())
    wire: str | None = None
    as_of: str | None = None
    place: str | None = None

    @property
    def dated(self) -> bool:
        """Whether the line states a date."""
        return bool(self.published or self.modified or self.as_of)


_SEPARATOR = re.compile(r"\s*[|•·⋅∙●▪‧–—―¦]+\s*|\s+-+\s+|\s{3,}|\t+|\s*//\s*|\s+/\s+|\s*;\s*")
#: "g1 RS", "20 Minutes": no person's name has a digit.
_SHORT_OUTLET = re.compile(r"^(?:[A-Za-z]\d|\d{1,2} [A-Z]\w+)(?: [A-Z]{2})?$")
#: A name and all that may stand behind it have no more words.
_LONGEST_SIGNED = 7
#: "L'Éclaireur Matinal", "Le Phare du Lac": an article, and what no family's name has behind one.
_FRENCH_OUTLET = re.compile(
    r"L['’`´][A-ZÀ-Þ]\w+(?: (?:d[eu]s?|de la|et) ?)?(?: [A-ZÀ-Þ]\w+){0,3}"
    r"|(?:Le|La|Les) [A-ZÀ-Þ]\w+ (?:d[eu]s?|de la|d['’`](?=\w)) ?[A-ZÀ-Þ]?\w[\w -]{1,24}"
)
_CAPITAL_INSIDE = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_VOWEL = re.compile(r"[AEIOUYÀ-Þ]")
#: "CANAL 24", behind "By:".
_NUMBERED_OUTLET = re.compile(r"[A-ZÀ-Þ]{3,} \d{1,2}")
_TOKEN = re.compile(r"^(?:[^\W\d_][\w'’ʼ.\-‐]*)$")
#: 辞任するのか: how sentences end, and no given name.
_JA_VERB = re.compile(r"(?:する|した|した?い|れる|です|ます|[るたい]のか)$")
#: "HBN 정하은 (haeun@hbn.example)"
_KOREAN_AND_MAIL = re.compile(
    r"[A-Z]\w* (?:[A-Za-z]+ )?([\uac00-\ud7a3]{3}) ?\([\w.+-]+@[\w.-]+\.\w+\)"
)
#: An edition, a page, a desk, a company: 地方版, 社会面.
_NO_NAMES_END = frozenset("版面局室課社欄報部报网網略")
#: 责任编辑：张三 SN123
_CODE_BEHIND = re.compile(r"(?<=[\u3400-\u9fff])\s[A-Z]{1,4}\d{1,5}$")
#: 文 | 张三; 取材・文／山田太郎
_EASTERN_LABEL = re.compile(
    r"(?<![\u3400-\u9fff])(取材・文|写真・文|文・写真|文(?!・写真)|作者|撰文|采写|编辑|編輯|责编|責編|校对|校對|图|圖|攝影"
    r"|摄影|記者|记者|聞き手|構成|取材(?!・文))\s?[|｜丨・／/]\s?(?=[\u3400-\u9fff])"
)
#: "環球之聲記者，發自北京": what somebody is, below the name.
_FILED_FROM = re.compile(
    r"[A-Za-z\u3400-\u9fff]{0,12}(?:記者|记者|特派員)[，,\s]{0,2}(?:發自|发自)"
    r"(?P<place>[\u3400-\u9fff]{2,12})"
)
_DOTTED = r"[\u3400-\u9fff]{1,8}(?:[·・‧][\u3400-\u9fff]{1,10})+(?:[（(][A-Z][^（()）]{2,30}[）)])?"
#: "安德烈·萨维奇（Andrej Savic）、孟可欣"
_FOREIGN_NAMES = re.compile(
    rf"(?=[^（]*[（、]){_DOTTED}(?:、(?:{_DOTTED}|[\u3400-\u9fff]{{2,4}}))*"
)
_LETTERS_OF_NAME = re.compile(r"[（(][^（()）]*[）)]")
#: "陳美華記者", or of an outlet: "環球之聲記者"
_REPORTER = re.compile(r"(?P<name>[\u3005-\u30ff\u3400-\u9fff]{2,8})(?P<role>記者|记者|特派員)")
#: "2024/9/12 10:31（|9/12 14:05 更新）": the year of the day before it.
_YEAR_LEFT_OUT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<sign>[/-])\d\d?(?P=sign)\d\d?[^（(\d]{1,3}[\d:]{4,8}\s?[（(]"
    r"(?=\d\d?(?P=sign)\d\d?\s+\d\d?:\d\d)"
)
#: 김민수·이영희 기자
_HANGUL_JOINED = re.compile(r"(?<=[\uac00-\ud7a3])·(?=[\uac00-\ud7a3]{2,4}(?:·|\s기자))")
_IN_SQUARE = re.compile(r"\s\[[^\[\]]{2,30}\]")
_COMPANIES = frozenset(("GmbH", "AG", "Ltd", "Inc", "Tbk", "Sdn", "Bhd", "LLC", "SARL"))
_IN_BRACKETS = re.compile(r"\s\(([A-Z][^()]{3,40})\)\s*$")
_GLUED = re.compile(r"([A-ZÀ-Þ][^\W\d_][^\d:]{0,30}?)(?=\d{1,2}[ ./-][\dA-Za-z])")
#: "By Jane Doe (Rome) / John Roe (Paris)"
_PLACES_BEHIND_NAMES = re.compile(r"\s*\([^()\d]{2,25}\)(?=\s*(?:/|$))")
_AFTER_NAMES = re.compile(r"\s*/\s*")
#: "Jane DoeLocal Democracy Reporter"
_GLUED_ROLE = re.compile(r"(?<=[a-zà-ÿ]{2})(?<!Mac)(?<!Fitz)(?=[A-Z][a-z])")
#: "14 May 2017No Comments2 Mins Read"
_GLUED_BEHIND = re.compile(
    r"(?<=\s(?:19|20)\d\d)(?=[A-Z][a-z])|(?<=[a-z])(?=\d{1,2} [a-z]+ [a-z]+$)"
    r"|(?<=\w) -(?=[A-Z][a-z]{2,8} \d{1,2}, \d{4})"
)
#: “Redaktion Hafenbote”, “la rédaction de Radio Port”: a desk before the outlet's name.
_DESK = re.compile(
    r"(?:la |die |de |the )?(\S+) (?:(?:de|du|del|di|da|von|van|of) )?", re.IGNORECASE
)
_TURN = re.compile(r"\s*\((?:now|earlier|until [\w. ]{1,12}|from [\w. ]{1,12})\)")
_CONTACT = re.compile(r"[(\[<]?\s*(?:\S+@\S+\.\w+|@\w+|https?://\S+)\s*[)\]>]?")
_ASIDES = frozenset(("reading", "share", "comments", "follow", "navigation"))
_PARTED = re.compile(r"[,(;:]")
#: "Jane Doe May 3", "Jane Doe 5:30 PM"
_DAY_OR_CLOCK_BEHIND = re.compile(
    r"(?<=\w)\s+(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{1,8}\.?),?\s?)?"
    r"(?:\d{1,2}:\d\d(?:\s?[APap]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?)?$"
)
#: What joins names, or stands where more than a name is on the line.
_BETWEEN_NAMES = re.compile(r"[,，、/@]|://|\W-|-\W|[\u3005-\u30ff\u3400-\u9fff]")
#: "North East and Cumbria", behind a broadcaster's name.
_WORDS_OF_A_REGION = 4
#: "By Jane Doe — Ashford, NK"
_TOWN_BEHIND_DASH = re.compile(
    rf"\s—\s(?P<town>[{CAPITALS}][\w'’-]+(?: (?:d[aeo]s? )?[{CAPITALS}][\w'’-]+){{0,4}}"
    r"(?:, [A-Z]{2})?)$"
)
#: "g1 Norte", behind an author's name or in its place.
_SHORT_WITH_DIGIT = re.compile(r"[a-z]{1,3}\d{1,2}(?: |$)")
_AND_ANOTHER = re.compile(r",? (?:e|y|and) (?=[A-Z]{2})")
#: "3 May - 23:17 - ASHFORD": a day without its year, and where somebody writes from.
_CLOCK_AND_TOWN = re.compile(
    rf"(?P<clock>.{{5,30}}\d) [-–—] (?P<town>[{CAPITALS}][{CAPITALS} '’-]{{3,30}})"
)
#: "Tuyết Mai/NKR (Tổng hợp)": a name, the paper's short one, and how it was written.
_GATHERED_BY = re.compile(
    rf"(?P<name>[{CAPITALS}]\w+(?: [{CAPITALS}]\w+){{1,3}})/(?P<outlet>[{CAPITALS}]{{2,6}}\d?) "
    r"\([^\W\d_A-Z]?[^()\d]{3,20}\)"
)
#: "Jane Doe (text) and ", "John Roe (photos)"
_DID = re.compile(
    r"(?P<name>[^(),]{4,40}?) \((?P<what>[^\W\d_]{3,12})\)"
    r"(?:,? (?:e|y|and|und|et|en|och|og) |, |$)"
)
#: "Jane Doe, «Harbour Post»"
_AND_QUOTED_OUTLET = re.compile(
    r"(?P<name>[^,«»\"„“]{5,40}), [«\"„“](?P<outlet>[^«»\"„“”]{3,30})[»\"“”]"
)
#: "Jane DOE/TOWN, (AGY)", "Jane DOE / TOWN (AGY)": who filed the report, where, and for whom.
_FILED_BY = re.compile(
    rf"(?P<name>[{CAPITALS}][^\W\d_]+(?: (?:- )?[{CAPITALS}][^\W\d_]+){{1,6}})\s?/\s?"
    rf"(?P<town>[{CAPITALS}]{{3,}}(?: [{CAPITALS}]{{3,}})?)(?:\s?\([{CAPITALS}]+\))?"
    r"(?:\s?[,-]?\s?\((?P<agency>[^()]{2,20})\))?"
)
_TIME = re.compile(r"\d\s?[:.h時]\s?\d\d")
#: 19:31, 8:57 am ET, 0203 GMT (1003 HKT
_CLOCK = (
    r"(?:\d{1,2}\s?[:.h時]\s?\d\d|[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC|hrs)))(?:\s?[A-Za-z]{1,5}\.?){0,2}"
    r"(?:\s?\([A-Z\d:.+ ]{3,12}\)?)?"
)
_CLOCK_BEHIND = re.compile(rf"\s{_CLOCK}$", re.IGNORECASE)
_TIME_ALONE = re.compile(_CLOCK, re.IGNORECASE)
_LISTED = re.compile(r"\s*[,，、/&]\s*")
#: No outlet's name in these scripts is longer, or has a bracket that stays open: a title has.
_LONGEST_OUTLET = 16
_LONGEST_EASTERN = 60
_OPEN_BRACKET = re.compile(r"[（(][^）)]*$")
_CLOSING = frozenset('»"“”')
_EDGE = " \t\xa0\u3000,،؛.:：;()（）[]【】-–—|/*■◆●□◇"
#: "vor 3 Stunden:", between the label and the date.
_HOW_LONG_AGO = re.compile(r"(?<=\w)\s(?:[^\W\d_]{2,5}\s)?\d{1,2}\s[^\W\d_]+\s?:\s*$")
#: "A. Fo.": how some papers shorten their people's names.
_SHORT_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.(?:-?[A-ZÀ-Þ]\.)? ?[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.")
_ROLE_AND_HOUSE = re.compile(
    r"(?P<role>\w+) (?:d[aeo]s?|de la|del|du|di|della|der|van|for|of|at) (?P<house>[A-ZÀ-Þ].+)"
)
_ENDS_IN_INITIAL = re.compile(r"(?:[^\W\d_]{3,} [A-ZÀ-Þ]|[A-ZÀ-Þ]\. [A-ZÀ-Þ][a-zà-ÿ]{0,2})\.$")
#: "Kamis, 15 Rabiul Akhir 1446 / 17 Oktober 2024": the day of another calendar, before a date.
_OTHER_CALENDAR = re.compile(r"\d{1,2} [^\W\d_]+(?: [^\W\d_]+)? 1[34]\d\d ?H? ?/ ?(?=\d{1,2} )")
#: 发布 /2024年6月3日
_STROKE_BEFORE_YEAR = re.compile(r"(?<=[\u3400-\u9fff] )/(?=\d{4}年)")
#: "12:51 am IST - NEW DELHI", behind the last date.
_TOWN_BEHIND = re.compile(
    r"(?:\s?\([^()]{3,40}\))?[^\w]*(?:[A-Z]{2,4})? ?[-–—] "
    r"(?P<town>[A-ZÀ-Þ]{4,}|[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{3,}){1,2})$"
)
#: "Madrid - 14 MAR 2024", "Lyon, le 12 mars".
_TOWN_BEFORE = re.compile(
    r"(?P<town>[A-ZÀ-Þ][\w'’. -]{2,24}?(?: / [A-ZÀ-Þ][\w'’. -]{2,24}?)?)(?: [-–—] |, (?:\w{2} )?)$"
)
#: "Jane Doe T.": an initial closes the name.
_INITIAL_LAST = re.compile(r"\w [A-ZÀ-Þ]\.\s*$")
#: Initials and titles within a name, “T.R.”; no state.
_SHORTENED = re.compile(r"(?!U\.[SNK]\.)(?:(?:[^\W\d_]\.){0,2}[^\W\d_]|Dr|Prof|Mag|Jr|Sr)\.")


def read_credit_line(line: str, language: Language) -> CreditLine | None:
    """What a line says of authors, editors, outlet and dates; None where it says something else.

    A line is a credit line only as a whole: “By Jane Doe • 5 May 2023” is one, a sentence that
    holds a name and a date is not.
    """
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    return _read_short(line, language) if len(line) <= _SHORT else _read(line, language)


@lru_cache(maxsize=4096)
def _read_short(line: str, language: Language) -> CreditLine | None:
    """Read a line of a menu, a button or a name, which an outlet's pages share."""
    return _read(line, language)


def _read(line: str, language: Language) -> CreditLine | None:
    if "@" in line and (match := _KOREAN_AND_MAIL.fullmatch(line)):
        return CreditLine(authors=(match[1],), labelled=True)
    if match := _FILED_FROM.fullmatch(line):
        return CreditLine(staff=True, place=match["place"])
    if _FOREIGN_NAMES.fullmatch(line):
        return CreditLine(names=tuple(_LETTERS_OF_NAME.sub("", line).split("、")))
    if "/" in line and (credit := _read_filed(line, language)):
        return credit
    if line[-1] == ")" and (by := _GATHERED_BY.fullmatch(line)):
        return CreditLine(names=(by["name"],), outlet=by["outlet"])
    if line[-1] in _CLOSING and (credit := _read_signed_for(line, language)):
        return credit
    filed = _CLOCK_AND_TOWN.fullmatch(line) if ":" in line and line[-1].isupper() else None
    if filed is not None and is_clock_alone(filed["clock"], language):
        return CreditLine(staff=True, place=filed["town"])
    if line[-1] == ")" and (credit := _read_text_and_pictures(line, language)):
        return credit
    line = _YEAR_LEFT_OUT.sub(r"\g<0>\g<year>\g<sign>", line)
    if _EASTERN_LABEL.match(line):
        line = _EASTERN_LABEL.sub(r"\1：", line)
    elif "·" in line and "기자" in line:
        line = _HANGUL_JOINED.sub(", ", line)
    if credit := _read_eastern(line):
        return credit
    words = words_of(language)
    glued = _GLUED.match(line)
    if glued and (glued[1] in all_agencies() or words.published.fullmatch(fold(glued[1]))):
        line = f"{glued[1]} {line[glued.end() :]}"  # "Lusa11 Mar 2016", "Date2 Sep 2022"
    if _CAPITAL_INSIDE.search(line) and words.label_glued.search(line):
        line = words.label_glued.sub(lambda match: f"{match[0]} ", line).strip()
    if "/" in line and words.author.match(fold(line)) and _PLACES_BEHIND_NAMES.search(line):
        line = _AFTER_NAMES.sub(", ", _PLACES_BEHIND_NAMES.sub("", line))
    line = _GLUED_BEHIND.sub(" | ", line)
    if "/" in line:
        line = _STROKE_BEFORE_YEAR.sub(" ", _OTHER_CALENDAR.sub("", line))
    if "(" in line and line[0].isalpha():
        line = _near_day(language).sub("", line)
        if words.compiled and (match := words.compiled.search(fold(line))):
            agency = line[slice(*match.span("agency"))] if match["agency"] else ""
            line = line[: match.start()] + (f" | {agency}" if agency in all_agencies() else "")
    if fold(line.rpartition(" ")[2]) in words.roles:
        line = _GLUED_ROLE.sub(", ", line, count=1)
    dates = find_dates(line, language)
    signed = _CONTACT.sub(" ", line).strip(_EDGE) if "@" in line else line
    if not dates and not (signed and _may_credit(signed, words)):
        return None
    found = _Collector(words)
    line = _take_town(line, dates, found)
    position = 0
    whole = True
    for date in dates:
        behind = fold(_SEPARATOR.split(line[date.end : date.end + 20])[0].strip(_EDGE))
        is_change = bool(behind) and bool(words.modified.fullmatch(behind))
        whole &= found.read(line[position : date.start], date, is_change=is_change)
        position = date.end
    whole &= found.read(line[position:], None)
    stamped = whole or _is_timestamp(line, dates) or found.ends_in_label(line, dates)
    return found.result() if stamped else None


def _read_filed(line: str, language: Language) -> CreditLine | None:
    """Who filed a report, where, and for which agency: “Jane DOE/ASHFORD, (AGY)”."""
    match = _FILED_BY.fullmatch(line)
    if match is None or match["name"].isupper():
        return None
    if words_of(language).author.match(fold(line)):
        return None
    agency = match["agency"]
    wire = all_agencies().get(agency) if agency else None
    if (agency and wire is None) or not (agency or match["name"].rpartition(" ")[2].isupper()):
        return None
    names = tuple(match["name"].split(" - "))
    return CreditLine(names, labelled=True, wire=wire, place=match["town"])


def _read_text_and_pictures(line: str, language: Language) -> CreditLine | None:
    """Who wrote it and who took the pictures: “Jane Doe (text) and John Roe (photos)”."""
    words, end = words_of(language), 0
    authors: list[str] = []
    for match in _DID.finditer(line):
        if match.start() != end:
            return None
        end, is_text = match.end(), fold(match["what"]) in words.every_author_label
        if not is_text and not words.cues.is_credit(fold(match["what"])):
            return None
        authors += [match["name"].strip()] if is_text else []
    if end < len(line) or not authors or not all(_is_name(name, words) for name in authors):
        return None
    return CreditLine(tuple(authors), labelled=True)


def _read_signed_for(line: str, language: Language) -> CreditLine | None:
    """A name and the outlet in its marks, as some papers close a report: “J. Doe, «Post»”."""
    match = _AND_QUOTED_OUTLET.fullmatch(line)
    if match is None or not _is_name(match["name"], words_of(language)):
        return None
    return CreditLine(names=(match["name"],), outlet=match["outlet"])


def _take_town(line: str, dates: Sequence[FoundDate], found: _Collector) -> str:
    """Take a town that stands beside the dates for where the report is from; the line without."""
    if not dates:
        return line
    behind = _TOWN_BEHIND.fullmatch(line, dates[-1].end)
    if behind and behind["town"] not in all_agencies():
        found.place = behind["town"]
        return line[: behind.start("town")].rstrip(" -–—")
    before = _TOWN_BEFORE.fullmatch(line, 0, dates[0].start)
    towns = before["town"].split(" / ") if before else []
    if before and not found.words.places.isdisjoint(map(fold, towns)):
        found.place = before["town"]
        return " " * before.end() + line[before.end() :]
    return line


def _read_eastern(line: str) -> CreditLine | None:
    """A line that is one byline in scripts of the East: 记者 陈一鸣    编辑 王静."""
    whole = line.strip(_EDGE)
    if len(whole) > _LONGEST_EASTERN or not CJK.match(whole[:2]):
        return None
    signed = read_signed(whole)
    if signed is None or not signed.authors:
        return None
    outlet = None if signed.outlet in all_agencies() else signed.outlet
    return CreditLine(
        signed.authors, signed.editors, outlet=outlet, labelled=True, place=signed.place
    )


@cache
def _near_day(language: Language) -> re.Pattern[str]:
    """A near day and a time before the whole date: “heute, 14.20 Uhr (11. Februar 2025)”."""
    days = any_of(language.table("dates").get("near_days", ()))
    return re.compile(rf"(?i:(?<=\w ){days}),? \d{{1,2}}[.:h]\d\d(?: Uhr)? \((?=\d)")


def _is_timestamp(line: str, dates: Sequence[FoundDate]) -> bool:
    """Whether a line is a date with a time and little else that we could not read."""
    stamps = [line[date.start : date.end] for date in dates]
    if not any(_TIME.search(stamp) for stamp in stamps):
        return False
    rest = len(line) - sum(map(len, stamps))
    return rest <= 34 and not line.endswith((".", "。", "!", "?"))


def _may_credit(line: str, words: Words) -> bool:
    """Whether a line without a date is worth taking apart."""
    folded = fold(line)
    if folded[0] == "(" or words.author.match(folded) or words.editor.match(folded):
        return True
    if len(line) > 100:
        return False
    spaces = line.count(" ")
    if spaces <= 3 or (spaces == 4 and line.isupper()) or _SEPARATOR.search(line):
        return True
    # One piece of five words or more is names with something between them, or a known phrase.
    return spaces <= 8 and bool(
        _BETWEEN_NAMES.search(line)
        or folded.rpartition(" ")[2] in words.roles
        or words.conjunction.search(folded)
        or words.conjunction.search(line)
        or folded.strip(_EDGE) in words.staff
        or (words.staff_endings and folded.rstrip(_EDGE).endswith(words.staff_endings))
    )


#: Blanks in a name of a script without capitals.
_MOST_BLANKS = 2


class _Collector:
    """Takes the pieces of one line, from left to right."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.authors: list[str] = []
        self.editors: list[str] = []
        self.names: list[str] = []
        self.outlet: str | None = None
        self.published: str | None = None
        self.modified: str | None = None
        self.as_of: str | None = None
        self.pieces = 0
        self.wire: str | None = None
        self.place: str | None = None
        self.labelled = self.staff = self.is_source = self.is_list = False

    def read(self, text: str, date: FoundDate | None, *, is_change: bool = False) -> bool:
        """Take the words before ``date`` (None: the line's end). False: not a credit line."""
        text = _CONTACT.sub(" ", _TURN.sub("", text))
        if (match := _IN_BRACKETS.search(text)) and self._opens_as_outlet(match[1]):
            self.outlet, text = self.outlet or match[1], text[: match.start()]  # (The City News)
        if date is None and " — " in text and self.words.author.match(fold(text)):
            text = self._cut_town(text)
        pieces = _SEPARATOR.split(text.rstrip(" -–—") if date is not None else text)
        self.is_list = len(pieces) > 1
        label = ""
        if date is not None:
            label = pieces[-1]
            pieces[-1], label = self._cut_label(label)
            if label == "modified" or (is_change and (not label or self.published)):
                self.modified = self.modified or date.iso
            elif label == "as_of":
                self.as_of = self.as_of or date.iso
            else:
                self.published = self.published or date.iso
            if label:
                self.labelled = True
        elif len(pieces) == 1 and " " in text:
            before, label = self._cut_label(text)
            if label and before.strip(_EDGE):
                pieces = [before]  # "Jane Doe, updated on", its date lost
        return all(self._piece(_trimmed(piece)) for piece in pieces)

    def _cut_town(self, text: str) -> str:
        """Take the town behind a dash for where an author writes from: “By Jane Doe — Ashford”."""
        match = _TOWN_BEHIND_DASH.search(text)
        if match is None or match["town"] in all_agencies() or self._outlet(match["town"]):
            return text
        self.place = self.place or match["town"]
        return text[: match.start()]

    def ends_in_label(self, line: str, dates: Sequence[FoundDate]) -> bool:
        """Whether a line ends in “· published on” and a date with a time, whatever is before it."""
        if len(dates) != 1 or dates[0].end < len(line) - 1:
            return False
        pieces = _SEPARATOR.split(line[: dates[0].start])
        before, label = self._cut_label(pieces[-1])
        stamp = line[dates[0].start : dates[0].end]
        said = label == "published" and not before.strip(_EDGE)
        return said and len(pieces) > 1 and _TIME.search(stamp) is not None

    def _cut_label(self, piece: str) -> tuple[str, str]:
        """The words before a date without its label, and which label it was."""
        piece = _HOW_LONG_AGO.sub(" ", piece)
        folded = fold(piece)
        for name, pattern in (
            ("modified", self.words.modified),
            ("as_of", self.words.as_of),
            ("published", self.words.published),
        ):
            if match := pattern.search(folded):
                return piece[: match.start()], name
        match = self.words.date_words.search(folded)
        return (piece[: match.start()] if match else piece), ""

    def _piece(self, piece: str) -> bool:
        if not piece:
            return True
        piece = _once(piece).replace("\u3000", " ")
        folded = fold(piece)
        words = self.words
        if _is_staff(folded, words):
            self.staff = True
            return True
        if signed := read_signed(piece):
            self.authors += [name for name in signed.authors if name not in self.authors]
            self.editors += [name for name in signed.editors if name not in self.editors]
            if signed.outlet in all_agencies():
                self.wire = self.wire or all_agencies()[signed.outlet]
            else:
                self.outlet = self.outlet or signed.outlet
            self.place = self.place or signed.place
            self.staff = self.staff or signed.staff
            self.is_source = not (signed.authors or signed.editors or signed.staff)
            self.labelled = self.labelled or not self.is_source
            return True
        if (
            folded in words.weekdays
            or _is_role(piece, words)
            or words.date_words.fullmatch(" " + folded)
        ):
            return True
        first, blank, behind = piece.partition(" ")
        if blank and CJK.match(first) and words.date_words.fullmatch(f" {first}"):
            return self._piece(behind.strip(_EDGE))  # 原创 城市日报
        if any(p.fullmatch(folded) for p in (words.published, words.modified, words.as_of)):
            return True
        if self.published and folded in words.author_labels:
            return True  # its author lost: "14 SET 2011 • POR • 13h10"
        if self.published and _TIME_ALONE.fullmatch(piece):
            return True
        label, _, clock_behind = folded.replace("：", ":").partition(":")
        if (match := words.modified.search(label)) and match.start() == 0:
            is_clock = _TIME_ALONE.fullmatch(clock_behind.strip()) is not None
            return is_clock and self._changed_that_day()
        label = folded[: clock.start()] if (clock := _CLOCK_BEHIND.search(folded)) else ""
        if label and words.published.fullmatch(label):
            return True
        if label and words.modified.fullmatch(label):
            return self._changed_that_day()  # "Aggiornato alle 19:31"
        if wire := all_agencies().get(piece) or _signed(piece):
            self.wire = self.wire or wire
            return True
        before, _, agency = piece.rpartition(" ")
        if fold(before) in words.wire and agency in all_agencies():
            self.wire = self.wire or all_agencies()[agency]
            return True  # "Theo Reuters"
        if (wire := all_agencies().get(agency)) and words.conjunction.fullmatch(
            f" {before.rpartition(' ')[2]} "
        ):
            self.wire = self.wire or wire  # "Jane Doe with AFP"
            return self._piece(before.rpartition(" ")[0].strip(_EDGE))
        if self._role_and_house(piece) or self._label_and_name(piece):
            return True
        for pattern, names in ((words.editor, self.editors), (words.author, self.authors)):
            if match := pattern.match(folded):
                if self.published and piece[match.end() :].isalnum() and folded == piece:
                    return True  # a user's name: "27 June 2019, by jdoe"
                return self._labelled(piece[match.end() :], names, colon=bool(match["colon"]))
        inner = words.author.search(folded, 1) if self.published else None
        if inner and inner["colon"] and ":" not in folded[: inner.start()]:
            # "Culture By: Jane Doe", and a date
            return self._labelled(piece[inner.end() :], self.authors, colon=True)
        if inner and self._aside(piece[: inner.start()].strip(_EDGE)):
            # "3 hours ago by Jane Doe", behind a date
            return self._labelled(piece[inner.end() :], self.authors, colon=False)
        source = words.source.search(piece) if words.source and ":" in piece else None
        if source and (self.published or self.modified or source.start() == 0):
            return self._source(piece[: source.start()].strip(_EDGE), source["source"])
        told = self.names or self.authors or self.staff or self.wire or self.outlet
        if told and folded in words.places:
            self.place = self.place or piece
            return True
        role, comma, behind = piece.partition(", ")
        is_town = behind[:1].isupper() and behind.count(" ") < _WORDS_OF_A_REGION
        if is_town and ACRONYM.fullmatch(role.partition(" ")[0]) and is_name_of_outlet(role, words):
            self.outlet = self.outlet or role
            return True  # "NKR News, Ashford", below the author's name
        if comma and fold(role) in words.roles and self._outlet(behind):
            return True  # "Role, City News"
        if self._outlet(piece):
            return True
        if words.whence is not None and (short := words.whence.sub("", piece)) != piece:
            return (_is_name(short, words) and self._piece(short)) or self._name_and_more(short)
        if (short := self._cut_behind(piece)) != piece and _is_name(short, words):
            self.names.append(short)
            return True
        if _is_name(piece, words) and (self.names or not _is_prompt(piece, words)):
            is_second = self.names and not words.conjunction.fullmatch(" - ")
            if is_second and self.outlet is None and not self.authors and not CJK.match(piece):
                # “Jane Doe - Northern Ledger”, but “Ana Robles | Vega de Lara”
                is_place = not self.words.particles.isdisjoint(piece.split())
                if is_place or fold(piece) in self.words.places:
                    self.place = self.place or piece
                else:
                    self.outlet = piece
            else:
                self.names.append(piece)
            return True
        if self._name_and_role(piece):
            return True
        if self._name_and_more(piece) or self._aside(piece) or self._section(piece):
            return True
        parts = piece.split() if CJK.match(piece[0]) else ()
        return len(parts) > 1 and all(self._piece(part) for part in parts)

    def _role_and_house(self, piece: str) -> bool:
        """“Repórter da Agência Brasil”, behind a name: what somebody is, and for whom."""
        match = _ROLE_AND_HOUSE.fullmatch(piece) if self.names or self.authors else None
        if match is None or fold(match["role"]) not in self.words.roles:
            return False
        if wire := all_agencies().get(match["house"]):
            self.wire = self.wire or wire
            return True
        return self._outlet(match["house"])

    def _changed_that_day(self) -> bool:
        """Take a change of which only the hour is said for one on the day of publication."""
        self.modified = self.modified or (self.published or "")[:_DAY] or None
        return True

    def _label_and_name(self, piece: str) -> bool:
        """“Reporter Jane Doe”, “Editor John Roe”: a label that has lost its colon, and a name."""
        label, _, name = piece.partition(" ")
        folded, words = fold(label), self.words
        is_editor = folded in words.editor_labels
        if not (is_editor or folded in words.author_labels) or folded in words.bare:
            return False
        if not piece[0].isupper() or (name.count(" ") != 1 and not self.is_list):
            return False  # of longer names one alone says too little
        listed = name.split(", ") if self.is_list else [name]
        if not all(_is_name(one, words) for one in listed):
            return False
        if self._opens_as_outlet(name) or not words.outlet_words.isdisjoint(name.split()):
            return False  # an outlet's reporter
        names = self.editors if is_editor else self.authors
        names += [one for one in listed if one not in names]
        self.labelled = True
        return True

    def _source(self, before: str, source: str) -> bool:
        """Take down whose text it is, of a line that may say before it who wrote it."""
        source = source.strip(_EDGE)
        if source in all_agencies():
            self.wire = self.wire or all_agencies()[source]
        elif len(source.split()) <= WORDS_OF_A_HEAD and source[:1].isupper():
            self.outlet = self.outlet or source
        else:
            return False
        self.is_source = not self.authors
        return not before or self._piece(before)

    def _section(self, piece: str) -> bool:
        """A word or two beside a date or a name: a section, a place, an outlet's short name."""
        known = self.published or self.modified or self.as_of or self.names or self.authors
        count = len(piece.replace(" & ", " ").split())
        return bool(known) and count <= 2 and len(piece) <= 24 and piece[0].isupper()

    def _aside(self, piece: str) -> bool:
        """Reading times, share buttons and the like, which stand on the same line."""
        cue = self.words.cues.match(line_key(piece), prose=False)
        return cue is not None and cue.category in _ASIDES

    def _labelled(self, rest: str, names: list[str], *, colon: bool) -> bool:
        """Names after a label; words after a second label belong to that one."""
        rest = _CODE_BEHIND.sub("", _IN_SQUARE.sub("", rest).strip(_EDGE))
        if (cut := _DAY_OR_CLOCK_BEHIND.sub("", rest)) != rest:
            rest = self.words.date_words.sub("", cut)  # "Posted by Jane Doe at 5:30 PM"
        before, _, agency = rest.rpartition(" ")
        if " " in before and agency.strip("()") in all_agencies():
            self.wire = self.wire or all_agencies()[agency.strip("()")]
            before = before.strip(_EDGE)  # "Von Anna Stein, dpa"
            joined = self.words.conjunction.fullmatch(f" {before.rpartition(' ')[2]} ")
            rest = before.rpartition(" ")[0].strip(_EDGE) if joined else before
        if self.words.whence is not None:
            rest = self.words.whence.sub("", rest)
        if again := self.words.author.match(fold(rest)):
            rest = rest[again.end() :]  # "Reporter: Reported by Jane Doe"
        before, _, last = rest.rpartition(" ")
        button = self.words.cues.whole(fold(last)) if before and last[:1].isupper() else None
        if button is not None and button.category in ("share", "follow"):
            rest = before  # "By Jane Doe Follow"
        address, _, behind = rest.partition(" ")
        if behind and DOMAIN.fullmatch(address):
            self.outlet, rest = self.outlet or address, behind  # "Report by citynews.com Jane Doe"
        address, slash, agency = rest.partition("/")
        wire = all_agencies().get(agency) or all_agencies().get(agency.upper())
        if slash and wire and DOMAIN.fullmatch(address):
            self.outlet, self.wire = self.outlet or address, self.wire or wire
            self.labelled = True
            return True
        if colon and _NUMBERED_OUTLET.fullmatch(rest):
            self.outlet = self.outlet or rest
            self.staff = self.labelled = True
            return True
        folded = fold(rest)
        if _is_staff(folded, self.words) or (rest[:1].islower() and _is_role(rest, self.words)):
            self.staff = self.labelled = True  # "By staff", "By desk reporter"
            return True
        desk = _DESK.match(rest)
        if desk and fold(desk[1]) in self.words.staff and self._outlet(rest[desk.end() :]):
            self.staff = self.labelled = True  # "Por Redacción Diario de la Costa"
            return True
        if colon and rest in all_agencies():
            self.wire, self.labelled = self.wire or all_agencies()[rest], True
            return True
        for pattern, others in (
            (self.words.editor, self.editors),
            (self.words.author, self.authors),
        ):
            match = pattern.search(folded, 1)
            if match and (match["colon"] or folded[match.start("label") - 2] in ";,)"):
                before = rest[: match.start("label")]
                after = rest[match.end() :]
                return self._labelled(before, names, colon=colon) and self._labelled(
                    after, others, colon=bool(match["colon"])
                )
        taken, left = names_in(_without_inner_roles(rest, self.words), self.words)
        if _SHORT_WITH_DIGIT.match(left):
            self.outlet = self.outlet or _AND_ANOTHER.split(left)[0]  # "By Jane Doe, g1 Norte"
            left = ""
            if not taken:
                self.staff = self.labelled = True
                return True
        if not taken and not colon:
            taken, left = names_in(_past_role(rest, self.words), self.words)
        if len(taken) > 1 and DOMAIN.fullmatch(taken[0]) and "." in taken[0]:
            self.outlet = self.outlet or taken.pop(0)  # "Report by citynews.com, Jane Doe"
        taken = [self._cut_behind(name) for name in taken]
        shouted = len(taken) > 1 and taken[-1].isupper() and not taken[0].isupper()
        beside = len(taken) > 1 and f", {taken[-1]}" in rest
        if beside and taken[-1] not in all_agencies() and self._outlet(taken[-1]):
            taken.pop()  # "By Jane Doe, Northern Post"
        elif shouted and taken[-1] not in all_agencies():
            self.outlet = self.outlet or taken.pop()  # "By Jane Doe, NORTHERN TODAY"
        elif len(taken) > 1 and _is_body(taken[-1], self.words):
            taken.pop()  # "Author: Jane Doe, Institute of Soils in Ashford"
            left = ""
        parted, acronym = ", " in rest, rest.rpartition(", ")[2].strip(_EDGE)
        if left and self.words.after_name.match(f"{fold(left)} "):
            parted, acronym = True, left.partition(" ")[2] or acronym  # "By Jane Doe for NKR"
        short = acronym.count(" ") < (1 if rest.isupper() else 2)
        if taken and parted and short and self._is_acronym(acronym.split(" ")[0]):
            self.outlet = self.outlet or acronym  # "By Jane Doe, NKR"
        if len(taken) == 1 and company_form().search(taken[0]):
            self.outlet, self.staff = self.outlet or company_form().sub("", taken.pop()), True
        if len(taken) == 1 and taken[0] not in all_agencies() and self._opens_as_outlet(taken[0]):
            self.outlet, self.staff = self.outlet or taken.pop(), True
        if taken and fold(left.strip(_EDGE)).partition(" ")[0] in self.words.staff:
            left = ""  # "By Jane Doe and agencies"
        if taken and " " in taken[-1] and not colon and self._behind_name(left):
            left = ""
        wires = [name for name in taken if name in all_agencies()]
        taken = [name for name in taken if name not in wires]
        is_name = colon or _is_caseless_name(rest)
        if not taken and not wires and is_name and 0 < len(rest) <= 60 and rest[-1] not in ".!?":
            taken, left = [rest], ""
        if self.staff and not taken and not left.strip(_EDGE):
            self.labelled = True
            return True
        if not colon and not self.words.after_name.match(fold(left)):
            return False
        if (
            not colon
            and len(taken) == 1
            and " " not in taken[0]
            and (left or not _settled(taken[0]))
        ):
            return False
        if not taken and not wires:
            return False
        if wires:
            self.wire = self.wire or all_agencies()[wires[0]]
        names += [name for name in taken if name not in names]
        self.labelled = True
        return True

    def _cut_behind(self, name: str) -> str:
        """A name without what is no part of it: an outlet, agency, role, degree or button."""
        if not 1 < name.count(" ") < _LONGEST_SIGNED or "," in name or name in all_agencies():
            return name
        tokens = name.split()
        if self._opens_as_outlet(name) or _is_prompt(name, self.words):
            return name
        for index in range(2, len(tokens)):
            token, rest = tokens[index], " ".join(tokens[index + 1 :])
            behind = f"{token} {rest}" if rest else token
            wire = all_agencies().get(behind) or all_agencies().get(behind.removeprefix("The "))
            acronym = not tokens[index - 1].isupper() and self._is_acronym(token)
            acronym = acronym and (behind != token or _VOWEL.search(token) is None)  # no family
            shouts = all(map(str.isupper, tokens[:index])) and len(tokens[index - 1]) > 2
            if wire:
                self.wire = self.wire or wire  # "By JANE DOE The Associated Press"
            elif shouts and token[0].isupper() and not token.isupper():
                self._outlet(behind)  # "By JANE DOE Harbour Times"
            elif fold(token) in self.words.roles and token[0].isupper():
                self._outlet(rest)  # "Jane Doe Reporter NKR"
            elif acronym or (token == "The" and self._opens_as_outlet(behind)):
                self.outlet = self.outlet or behind  # "By Jane Doe NKR Business"
            elif self.words.after_name.match(f"{fold(behind)} ") and token[0].isupper():
                if fold(token) in self.words.particles:
                    continue
                self._outlet(rest)  # "By Jane Doe For The Daily Star"
            elif not (
                behind in self.words.no_outlets
                or self.words.cues.whole(fold(behind))
                or _ends_in_role(
                    tokens[: index + 1] if index + 1 == len(tokens) else tokens, self.words
                )
            ):
                continue
            return " ".join(tokens[:index])
        return name

    def _is_acronym(self, piece: str) -> bool:
        """Whether what stands last in a list of names is an outlet's: no degree, no agency."""
        known = piece in self.words.no_outlets or piece in all_agencies()
        return ACRONYM.fullmatch(piece) is not None and not known

    def _behind_name(self, left: str) -> bool:
        """Whether what follows a full name is a role, or the outlet: “, arts reporter”, “, g9”."""
        left = left.strip(_EDGE)
        if not left:
            return True
        tokens = left.split()
        if tokens[0].isupper() and len(tokens) > 1 and fold(tokens[0]) == "for":
            return self._outlet(" ".join(tokens[1:]).title())  # BY JANE DOE FOR THE DAILY STAR
        short = len(tokens) <= 3 and left[-1] not in ".!?"
        return _is_role(left, self.words) or (short and self._outlet(left))

    def _outlet(self, piece: str) -> bool:
        if not piece:
            return False
        known_form = DOMAIN.fullmatch(piece) or CAMEL.match(piece) or _SHORT_OUTLET.match(piece)
        if known_form and piece[0].isdigit() and (self.published or self.modified):
            return False  # "16 minutes", behind a date
        if known_form or is_edition(piece):
            self.outlet = self.outlet or piece
            return True
        if ":" in piece or self.words.cues.match(line_key(piece), prose=False):
            return False  # "Press Release: Harbour Board", "All News"
        tokens = piece.split()
        if len(tokens) > 2 and fold(tokens[0]) in self.words.roles:
            return self._outlet(" ".join(tokens[1:]))  # "Reporter City News"
        if self._opens_as_outlet(piece):
            self.outlet = self.outlet or piece
            return True
        if len(tokens) <= 4 and not self.words.outlet_words.isdisjoint(tokens):
            self.outlet = self.outlet or piece
            return True
        is_long = len(piece) > _LONGEST_OUTLET or _OPEN_BRACKET.search(piece)
        is_title = CJK.match(piece) is not None and bool(is_long)
        is_title |= "、" in piece or "，" in piece  # a name and an outlet's
        if piece.endswith(self.words.outlet_endings) and not is_title:
            self.outlet = self.outlet or piece
            return True
        return False

    def _opens_as_outlet(self, piece: str) -> bool:
        """Whether a piece is “The” and names: no person's, an outlet's."""
        tokens = piece.split()
        told = self.published or self.modified or self.names or self.authors or self.wire
        if told and _FRENCH_OUTLET.fullmatch(piece) and len(tokens) <= _LONGEST_SIGNED:
            return True
        return (
            2 <= len(tokens) <= 5
            and tokens[0] in self.words.outlet_articles
            and all(token[0].isupper() for token in tokens)
        )

    def _name_and_more(self, piece: str) -> bool:
        """“Name, Outlet”, “Name, role”, “Name and Name”, “Name in Place”."""
        parts = [part.strip(_EDGE) for part in re.split(r"\s*[,，、]\s*", piece)]
        starts = parts[0] in all_agencies() or fold(parts[0]) not in self.words.places
        ends = self.words.roles | self.words.staff
        desks = [part for part in parts[1:] if fold(part).rpartition(" ")[2] in ends]
        plain = (part in desks or self._plain(part) for part in parts if part)
        if len(parts) > 1 and starts and all(plain):
            roles = self.words.roles
            people = [part for part in parts if fold(part) not in roles]
            people = people[:1] + [part for part in people[1:] if _opens_no_role(part, roles)]
            parts = [part for part in parts if fold(part) in roles or part in people]
            names = [part for part in people if part and _is_name(part, self.words)]
            desks += [part for part in names if fold(part).rpartition(" ")[2] in ends]
            places = [part for part in names if fold(part) in self.words.places]
            names = [part for part in names if part not in desks and part not in places]
            first = 0 if desks else 1  # "HT Correspondent, Harbour Times, New Delhi"
            names = names[:first] + [part for part in names[first:] if not self._outlet(part)]
            parts = [part for part in parts if part not in desks]
            self.names += names
            return all(self._piece(part) for part in parts if part and part not in names)
        taken, left = names_in(piece, self.words)
        if any(CJK.match(name) and len(name) < 3 for name in taken):
            return False  # 事件・事故
        if len(taken) > 1 and not left and self.words.conjunction.search(fold(piece)):
            for name in taken:
                if name in all_agencies():
                    self.wire = self.wire or all_agencies()[name]
                else:
                    self.names.append(name)
            return True
        return False

    def _name_and_role(self, piece: str) -> bool:
        """“Jane Doe Environment correspondent”: the role in up to four words behind the name."""
        tokens = piece.split()
        if not _ends_in_role(tokens, self.words):
            return False
        for size in (2, 3):
            name = " ".join(tokens[:size])
            if 0 < len(tokens) - size <= 4 and _is_name(name, self.words):
                self.names.append(name)
                return True
        return False

    def _plain(self, part: str) -> bool:
        folded = fold(part)
        return (
            _is_name(part, self.words)
            or _is_role(part, self.words)
            or folded in self.words.staff
            or part.endswith(self.words.outlet_endings)
            or bool(DOMAIN.fullmatch(part))
            or part in all_agencies()
            or folded in self.words.places
            or any(token in self.words.outlet_words for token in part.split())
        )

    def _drop_no_name(self) -> None:
        """Drop what stands alone on a Chinese page and has no family name."""
        if self.labelled or self.outlet or len(self.names) != 1:
            return
        if CJK.match(self.names[0]) and not _has_surname(self.names[0], self.words):
            self.names.pop()

    def result(self) -> CreditLine | None:
        """What was found; None where it is nothing."""
        self._drop_no_name()
        is_source = self.is_source and not (self.published or self.modified or self.as_of)
        if is_source and not (self.authors or self.editors or self.names):
            return None  # a note on where the text is from
        if not (
            self.authors
            or self.editors
            or self.published
            or self.modified
            or self.names
            or self.staff
            or self.outlet
            or self.wire
            or self.as_of
        ):
            return None
        return CreditLine(
            tuple(self.authors),
            tuple(self.editors),
            self.staff,
            self.outlet,
            self.published,
            self.modified,
            self.labelled,
            tuple(self.names),
            self.wire,
            self.as_of,
            self.place,
        )


def _trimmed(piece: str) -> str:
    """A piece without the signs around it; the stop of an initial stays: “Jane D.”."""
    trimmed = piece.strip(_EDGE)
    return f"{trimmed}." if _ENDS_IN_INITIAL.search(piece.rstrip(" \t\xa0,")) else trimmed


def _opens_no_role(part: str, roles: frozenset[str]) -> bool:
    """Whether a part behind a name opens with no role: “Jane Doe, Reporter Harbour”."""
    return fold(part.partition(" ")[0]) not in roles


def names_in(text: str, words: Words) -> tuple[list[str], str]:
    """The names that a text opens with, parted by commas and “and”, and what is left after them.

    After a full name a single word is a place or a title (“Anna Stein, Berlin”), not a name.
    """
    names: list[str] = []
    position = 0
    for match in _LISTED.finditer(text):
        position = _take_names(text[position : match.start()], names, words, position)
        if position < match.start():
            return names, text[position:].strip()
        position = match.end()
    position = _take_names(text[position:], names, words, position)
    return names, text[position:].strip()


def _take_names(part: str, names: list[str], words: Words, offset: int) -> int:
    """Append the names of one part of a list; where in the text the first other word stands."""
    joined = words.conjunction.match(f" {part}") if names else None
    position = joined.end() - 1 if joined else 0  # "Jane Doe, and John Smith"
    for match in [*words.conjunction.finditer(part, position), None]:
        end = match.start() if match else len(part)
        piece = part[position:end]
        stripped = piece.strip(_EDGE)
        if _INITIAL_LAST.search(piece):
            stripped += "."  # "Jane Doe T., with"
        name = _opening_name(stripped, words) if stripped else ""
        if name is None:
            return offset + position
        full = " " in name or CJK_NAME.match(name) or name in all_agencies()
        ends = fold(name).split(" ")
        if names and not words.roles.isdisjoint((ends[0], ends[-1])):
            position = match.end() if match else len(part)  # "Jane Doe, Staff Reporter"
            continue
        if name and fold(name) not in words.roles and (full or not names):
            names.append(name)
        if len(name) < len(stripped.rstrip(".")):
            return offset + position + piece.index(stripped) + len(name)
        position = match.end() if match else len(part)
    return offset + position


def _opening_name(piece: str, words: Words) -> str | None:
    """The name that a piece opens with: its capitalised words up to the first that is not."""
    if CJK_NAME.match(piece):
        return piece
    if (match := _REPORTER.match(piece)) and match["role"] != "记者":
        return match["name"]
    tokens: list[str] = []
    for token in piece.split():
        bare = token.strip("(),")
        if not _TOKEN.match(bare) or len(tokens) == 6 or (tokens and token[0] == "("):
            break
        if tokens and bare.isupper() and words.after_name.match(fold(bare) + " "):
            break  # BY JANE DOE FOR THE DAILY
        if bare[0].isupper() or fold(bare) in words.particles:
            tokens.append(token)
        else:
            break
    while tokens and not tokens[-1][0].isupper():
        tokens.pop()
    if not tokens or not any(token[0].isupper() for token in tokens):
        return None
    return " ".join(tokens).strip(",.") if len(tokens[-1]) > 2 else " ".join(tokens).strip(",")


def _is_role(piece: str, words: Words) -> bool:
    """Whether a piece says what somebody is: “arts correspondent”, “correspondante à Lyon”."""
    if match := _REPORTER.fullmatch(piece):
        return not _has_surname(match["name"], words)
    folded = fold(piece)
    tokens = folded.split()
    if not tokens or len(tokens) > 5:
        return False
    if folded in words.roles or (tokens[-1] in words.roles and piece[0].islower()):
        return True
    return tokens[0] in words.roles and piece[0].islower()


def _has_surname(name: str, words: Words) -> bool:
    """Whether a name opens with a family name, in a language whose file knows them: 環球之聲."""
    if not words.surnames:
        return True
    double = [surname for surname in words.surnames if len(surname) > 1]
    return name.startswith(tuple(double if len(name) > _LONGEST_HAN_NAME else words.surnames))


def _is_staff(folded: str, words: Words) -> bool:
    """Whether a folded piece names a desk, and nobody at it."""
    if folded in words.staff:
        return True
    ends = bool(words.staff_endings) and folded.endswith(words.staff_endings)
    return ends and _PARTED.search(folded) is None


def _is_prompt(piece: str, words: Words) -> bool:
    """Whether all the words of what looks like a name are those of prompts: “Story Highlights”."""
    return words.prompts.issuperset(fold(piece).split())


def _is_body(name: str, words: Words) -> bool:
    """Whether what stands behind a name is an employer's: “Landesanstalt”, “Ministry”."""
    tokens = fold(name).split()
    return not words.bodies.isdisjoint(tokens) or (
        len(words.body_endings) > 0 and tokens[-1].endswith(words.body_endings)
    )


def _ends_in_role(tokens: Sequence[str], words: Words) -> bool:
    """Whether a role or a desk may stand behind two words of a name: “Jane Doe Reporter”."""
    last = fold(tokens[-1])
    return len(tokens) > 2 and (last in words.roles or last in words.staff)


def _past_role(rest: str, words: Words) -> str:
    """What stands behind a role: “state political reporter Jane Doe”, “our man in Rome, Jane D”."""
    tokens = rest.split()
    for index, token in enumerate(tokens[:5]):
        if token[0].isupper():
            return ""
        if fold(token.strip(",")) in words.roles:
            behind = " ".join(tokens[index + 1 :])
            if behind[:1].isupper():
                return behind
            place, comma, name = behind.partition(", ")
            return name if comma and len(place.split()) <= 4 else ""
    return ""


def _without_inner_roles(rest: str, words: Words) -> str:
    """Names without the roles before the later ones: “Jane Doe and court reporter John Roe”."""
    tokens = rest.split(" ")
    first = next((i for i, token in enumerate(tokens) if fold(token) in words.roles), 0)
    start = first
    while start > 0 and tokens[start - 1].isalpha() and tokens[start - 1].islower():
        if words.conjunction.fullmatch(f" {tokens[start - 1]} "):
            return " ".join((*tokens[:start], *tokens[first + 1 :]))
        start -= 1
    return rest


def _once(piece: str) -> str:
    """A name without its repetition: a picture's text and the name beside it."""
    half = len(piece) // 2
    again = half > 6 and piece[:half] in (piece[half:], piece[half + 1 :])
    return piece[:half] if again else piece


def _signed(piece: str) -> str | None:
    """The agency in a signature of initials and agencies: “bbr/dpa/AFP”, “(afp/epd)”."""
    parts = piece.split("/")
    agencies = [all_agencies().get(part) or _SMALL.get(part) for part in parts]
    initials = all(
        len(p) <= 5 and p.islower() for p, a in zip(parts, agencies, strict=True) if not a
    )
    return next((name for name in agencies if name), None) if len(parts) > 1 and initials else None


def _is_caseless_name(text: str) -> bool:
    """Whether two or three words of a script without capitals stand there: พิมพ์ใจ ศรีสุข."""
    is_caseless = not text.isascii() and text.lower() == text.upper()
    return is_caseless and 0 < text.count(" ") <= _MOST_BLANKS and not CJK.match(text)


def _settled(name: str) -> bool:
    """Whether a single word after “By” may stand for an author: a name, not a shouted heading."""
    return len(name) > 2 and not name.isupper()


def _is_name(piece: str, words: Words) -> bool:
    """Whether a piece is nothing but a person's name of two words at least."""
    if match := _REPORTER.fullmatch(piece):
        return _has_surname(match["name"], words)
    if CJK_NAME.match(piece):
        size = len(piece.replace(" ", "").replace("　", ""))
        if words.cues.whole(line_key(piece)) or _JA_VERB.search(piece):
            return False
        return 3 <= size <= 6 and fold(piece) not in words.roles and piece[-1] not in _NO_NAMES_END
    if "." in piece[:4] and _SHORT_NAME.fullmatch(piece):
        return True
    tokens = piece.split()
    if not tokens or fold(tokens[0]) in _PICTURES:
        return False  # "PHOTO JANE DOE, ARCHIVES"
    shouted = piece.isupper() and not words.conjunction.search(piece)
    longest = 5 if shouted else 4  # WAN ZAINAL BIN WAN DAUD
    if not 2 <= len(tokens) <= longest or len(piece) > 60 or not _COMPANIES.isdisjoint(tokens):
        return False
    if _ends_in_role(tokens, words) or fold(tokens[-1]) in words.bare:
        return False
    capital = 0
    for token in tokens:
        if not _TOKEN.match(token) or token.endswith("."):
            if not _SHORTENED.fullmatch(token):
                return False
            continue
        if token[0].isupper():
            capital += 1
        elif fold(token) not in words.particles:
            return False
    return capital >= 2 or (capital == 1 and any(token.endswith(".") for token in tokens))


@lru_cache(maxsize=4096)
def label_alone(line: str, language: Language) -> str | None:
    """A byline's label on a line of its own (“By”, “Editor:”): ``author`` or ``editor``.

    The name stands on the next line then.
    """
    words = words_of(language)
    folded = fold(line.strip().strip(":：").strip())
    if folded in words.author_labels:
        return "author"
    return "editor" if folded in words.editor_labels else None


_LABEL_END = re.compile(r"\s*[:：]\s*|\s+[•·|/–-]\s+")


def is_date_label(line: str, language: Language) -> bool:
    """Whether a line is labels of dates that lost them: “Published: Updated:”."""
    pieces = [fold(piece.strip(_EDGE)) for piece in _LABEL_END.split(line)]
    words = words_of(language)
    labels = [words.published.fullmatch(p) or words.modified.fullmatch(p) for p in pieces if p]
    return all(labels) and (len(labels) > 1 or line.rstrip()[-1] in ":：")


#: What opens the credit of a picture.
_PICTURES = frozenset(("photo", "photos", "foto", "fotos", "archives", "gambar"))

#: Agencies in small letters, as signatures write them.
_SMALL = {"afp": "AFP", "rtr": "Reuters", "ap": "AP", "apa": "APA", "reuters": "Reuters"}
