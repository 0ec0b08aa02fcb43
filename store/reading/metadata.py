"""What a page states of itself: title, byline, editor, outlet, wire, dates, dateline, address.

What the page does not state stays None: a date in the running text is an event's, an agency that a
politician talked to is not the source. Which line is what comes from `lines/`, the forms of
bylines, datelines and dates from `bylines/` and `dates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise

from store.matching import fold
from store.model import Line, Metadata
from store.reading.bylines.credit_lines import CreditLine, label_alone, read_credit_line
from store.reading.bylines.datelines import Dateline, read_dateline, read_place_and_day
from store.reading.bylines.eastern import read_closing, read_sign_off
from store.reading.bylines.outlets import is_edition
from store.reading.bylines.words import outlet_words
from store.reading.cues import all_agencies, cue_book, line_key
from store.reading.dates import find_dates
from store.reading.languages import COMMON, Language, codes, load
from store.reading.lines.forms import ADDRESS
from store.reading.lines.title import NAME_OF_WINDOW
from store.reading.patterns import any_of

_FIELDS = tuple(field.name for field in fields(Metadata))
_DOMAIN = re.compile(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9][\w-]*\.)+(?:com|id|co|net|org|my|sg|de|at|ch|fr|be|jp|uk|"
    r"eu|info|news|tv|au|in|us|ca|nl|it|es|co\.id|com\.my|co\.uk|co\.jp|or\.jp|ne\.jp|web\.id))(?![\w.-]*\w)",
    re.IGNORECASE,
)
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?"
_AFTER_OUTLET = (
    r"(?=\s*(?:[.,|–—/(-]\s|,|\.$|\||$|all rights|alle rechte|tous droits|seluruh|hak cipta"
    r"|무단|inc\b|ltd\b|limited|gmbh|sdn|(?:19|20)\d\d|reserved))"
)
_COPYRIGHT = re.compile(
    r"(?:[©ⓒ]|\(c\)|copyright|저작권자|hak cipta|hakcipta)\s*(?:[©ⓒ]|\(c\)|copyright)?\s*"
    rf"{_YEARS}\s*(?:by|oleh|von|par)?\s*[,.:|-]?\s*"
    rf"(?P<outlet>[^\W\d_][\w&.’' -]{{1,39}}?){_AFTER_OUTLET}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\s*(?:(?:all|todos|tous|alle|semua|hak|tutti)\b[^.]{0,20}"
    r"(?:reserved|reservados|réservés|vorbehalten|dilindungi|terpelihara|riservati)|無断).*$",
    re.IGNORECASE,
)
#: What a publishing house has behind the name of its paper.
_PUBLISHER = re.compile(r"(?<=\w) (?:Ediciones|Editora|Publishing|Publications)$")
#: What kind of company it is, behind its name; and what stands there behind a note on rights.
_COMPANY = re.compile(
    r"(?<=\w),?\s(?:LLC|L\.?L\.?C|L\.?P|LLP|plc|PLC|Co|Corp|Inc|Ltd|Limited|Pty|Pty Ltd|AG|SE|KG"
    r"|GmbH|S\.?A\.?S?|S\.?p\.?A|S\.?r\.?l|S\.?L|B\.?V|N\.?V|A/S|AS|AB|Oy|Oyj)$|版[权權]所有.*$"
)
#: "City News & citynews.com"
_AND_ADDRESS = re.compile(r"\s*&\s*[\w-]+(?:\.[\w-]+)+.*$")
_COPYRIGHT_BEHIND = re.compile(r"^(?P<outlet>[^\W\d_][\w&.’' -]{2,39}?)\s*©\s*(?:19|20)\d\d")
_TITLE_SUFFIX = re.compile(
    r"^(?P<title>.{12,}?)(?P<join>\s+[-–—|•·:»]+\s+|\s*[|｜]\s*)(?P<site>[^|｜–—•·»]{2,40})$"
)
#: 見出し：山吹新聞デジタル; 标题_山吹日报; 見出し（山吹新聞2017年9月5日）
_EASTERN_SUFFIX = re.compile(
    r"^(?P<title>.{8,}?)(?P<join>\s?[_＿|｜]\s?|\s[-－–—]\s?|[：:]\s?|\s?[（(])"
    r"(?P<site>[\u3005\u3400-\u9fff\u30a0-\u30ffA-Z]{2,14})"
    r"(?:[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?)?[）)]?$"
)
_DIGITAL = ("デジタル", "電子版")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\])）]+[^\s<>\"“”«»\])）.,;:!?]")
_JA_SIGNATURE = re.compile(
    r"[。」]\s*[（(〔［\[【]\s*(?:[^（）()]{1,12}[＝=])?\s*(?P<name>[\u3005\u3400-\u9fff]{2,6}(?:[、・][\u3005\u3400-\u9fff]{2,6}){0,3})\s*[)）〕］\]】]\s*$"
)
_NOT_NAMES = re.compile(r"[終完続前後上中下]$|[年月日時分]|敬称略|写真|共同|時事|以下|原文")
_WIRE_AT_END = re.compile(
    r"(?:^|[.!?。”\"])\s*[(（\[［]\s*([^()（）\[\]]{2,30})\s*[)）\]］]\s*\.?$"
    r"|(?:^|[.!?”\"]\s*)[-–—]+\s*([A-Z][\w ]{1,20})$|[.!?][\"”»]?\s+([A-Z]{2,8}(?:/[A-Z]{2,8})?)$"
)
#: "... the road is closed. – DAILY STAR"
_OUTLET_AT_END = re.compile(
    r"[.!?][\"”»]?\s+[–—-]+\s?([A-ZÀ-Þ][A-ZÀ-Þ!'’]+(?: [A-ZÀ-Þ!'’]+){1,3})$"
)
_PLACE_AND_STOP = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]{2,}(?:[ /-][A-ZÀ-Þ][\w'’-]+){0,2})\.\s+(?=[A-ZÀ-Þ\"“„«»])"
)
_DAY_AT_END = re.compile(r"[.!?”\"]\s+[–—-]\s?([^–—-]{6,30}?)\.?$")
_DAY_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{6,30}?)\s*[)\]]\s")
_CLOCK_AT_END = re.compile(r"[^\s]+ ?(?:[^\W\d_]+ ?[^\s]* )?\d{1,2}:\d\d(?: ?[A-Za-z]{2,4})?$")
_ELIDED = re.compile(r"^[a-z]{1,2}['’]")
_PREAMBLE = 12
_WORDS_OF_A_NAME = 4
#: So near stands the label that belongs to a name above it.
_NEAR_LABEL = 4
_SHORT_NOTE = 40
#: "Skip to content", "Passer directement au contenu principal", in words
_SHORTEST_SKIP_LINK, _LONGEST_SKIP_LINK = 3, 5
_AGENCY_IN_BRACKETS = re.compile(r"\(([^()]{2,20})\)")
#: No town's name is so short.
_ACRONYM = re.compile(r"[A-Z]{2,3}")
#: "N.D", "Ont", which lost their last stop.
_SHORT_REGION = re.compile(r"(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]{1,4}")
_SHORT_NAME = re.compile(r"[A-Z]{2,4}")


def read_metadata(
    text: str, lines: Sequence[Line], language: Language, stated: Metadata
) -> Metadata:
    """The page's metadata; a stated field wins over what the text says.

    Args:
        text: the article as imported.
        lines: its lines as `classify_lines` gives them.
        language: the page's language, for labels, months and zones.
        stated: what the source says of the page.
    """
    found = _Page(text, lines, language).read()
    given = {name: value for name in _FIELDS if (value := getattr(stated, name)) is not None}
    return replace(found, **given) if given else found


class _Page:
    """The lines of one page, asked for each field in turn."""

    def __init__(self, text: str, lines: Sequence[Line], language: Language) -> None:
        self.text = text
        self.language = language
        self.lines = [line for line in lines if line.kind != "blank"]
        self.contents = {line.number: text[line.start : line.end].strip() for line in self.lines}
        self.credits = list(self._credits())
        self.title_and_stamp = self._stamp_of_title()
        self.window = self._name_of_window()
        self.dateline = self._dateline()
        names = {name for credit in self.credits for name in credit.names}
        if self.dateline and self.dateline.place in names and not self.dateline.outlet:
            # "Daily Star - The mayor ...", with "Jane Doe, Daily Star" above
            self.dateline = replace(self.dateline, place=None, outlet=self.dateline.place)
        if self.dateline and self.dateline.place and self._owns_picture(self.dateline.place):
            self.dateline = replace(self.dateline, place=None, outlet=self.dateline.place)

    def _owns_picture(self, name: str) -> bool:
        """Whether a caption names it, without other places, as a picture's owner: (Name/Jane D)."""
        return any(
            line.kind == "caption"
            and (
                f"({name}/" in (content := self.content(line))
                or content.lstrip("•·- ").startswith(f"{name}/")
            )
            for line in self.lines
        )

    def content(self, line: Line) -> str:
        """The line's words."""
        return self.contents[line.number]

    def read(self) -> Metadata:
        """Every field."""
        outlet = self._outlet()
        authors, editors = self._people(outlet)
        published, modified = self._dates()
        title, site = self._title(outlet)
        return Metadata(
            title=title,
            byline=", ".join(authors or _standing_in(editors)) or None,
            editor=", ".join(editors) or None,
            outlet=outlet or site or self.window[0] or self._behind_text(),
            wire=self._wire(),
            published=published,
            modified=modified,
            dateline=self._place(),
            language=self.language.code if self.language.code != "und" else None,
            url=self._url(),
        )

    def _credits(self) -> Iterator[CreditLine]:
        """The byline and date lines, a label on a line of its own joined with its name."""
        label: str | None = None
        listed: tuple[int, str] | None = None
        signed = False
        helpers = tuple(map(fold, self.language.table("metadata").get("helpers", ())))
        labelled_below = self._labelled_below()
        yield from labelled_below.values()
        for line in self.lines:
            if line.number in labelled_below:
                continue
            if line.kind not in ("byline", "date"):
                label = label if line.kind == "boilerplate" else None
                continue
            content = self.content(line)
            if alone := label_alone(content, self.language):
                label = alone
                continue
            credit = read_credit_line(content, self.language)
            if label is not None and not (credit and credit.labelled):
                parts = tuple(part.strip() for part in content.split(",") if part.strip())
                names = (credit.names if credit else ()) or parts
                if any(len(name.split()) > _WORDS_OF_A_NAME for name in names):
                    label = None
                    continue  # a picture's text, where the name is missing
                authors, editors = (names, ()) if label == "author" else ((), names)
                yield CreditLine(authors=authors, editors=editors, labelled=True)
                listed = (line.number, label)
            elif credit is not None and listed == (line.number - 1, "author") and credit.names:
                yield CreditLine(authors=credit.names, labelled=True)  # the second name of a list
            elif credit is not None:
                helped = fold(content).startswith(helpers) if signed else False
                yield replace(credit, authors=()) if helped else credit
                signed = signed or bool(credit.names or credit.authors)
            label = None

    def _labelled_below(self) -> dict[int, CreditLine]:
        """Names whose labels stand on the next lines, “Jane Doe”, “Editor”, by line number."""
        bylines = [line for line in self.lines if line.kind == "byline"]
        labels = [label_alone(self.content(line), self.language) for line in bylines]
        if len(labels) % 2 or not all(labels[1::2]) or any(labels[::2]):
            return {}  # else the labels stand above the names
        found: dict[int, CreditLine] = {}
        for line, below, label in zip(bylines[::2], bylines[1::2], labels[1::2], strict=True):
            credit = read_credit_line(self.content(line), self.language)
            if credit is None or not credit.names or below.number - line.number > _NEAR_LABEL:
                return {}
            names = credit.names
            authors, editors = (names, ()) if label == "author" else ((), names)
            found[line.number] = CreditLine(authors=authors, editors=editors, labelled=True)
            found[below.number] = CreditLine()
        return found

    def _dateline(self) -> Dateline | None:
        """The dateline on a line of its own, or the one that an early paragraph opens with."""
        bodies = 0
        for line in self.lines:
            if line.kind not in ("dateline", "date", "byline", "body", "standfirst"):
                continue
            content = self.content(line)
            found = read_dateline(content, self.language, first=True)
            if line.kind in ("date", "byline"):
                if found is not None and found.place and found.wire:
                    return found  # "Vienna (AFP) - 7 February 2023"
                continue
            if found is None and line.kind == "dateline":
                place = read_place_and_day(content, self.language) or content.rstrip(" :")
                return Dateline(len(content), place=place)
            if found and line.kind == "dateline" and _SHORT_NAME.fullmatch(found.place or ""):
                found = replace(found, place=None, outlet=found.place)  # "CNN —"
            if found and _ACRONYM.fullmatch(found.place or "") and not (found.wire or found.outlet):
                found = replace(found, place=None, outlet=found.place)  # "NKR – The board ..."
            plain = found is not None and not (found.outlet or found.wire or found.author)
            if found is not None and not (plain and self._doubtful(found, line, bodies)):
                return found
            if line.kind == "body":
                if bodies == 0 and (found := self._place_and_stop(content)):
                    return found
                bodies += 1
                if bodies == 3:
                    return None
        return None

    def _place(self) -> str | None:
        """Where the report was filed: of the dateline, else of the byline."""
        signed = next((credit.place for credit in self.credits if credit.place), None)
        if self.dateline and self.dateline.place:
            told = self.dateline.wire or self.dateline.outlet
            return self.dateline.place if told or signed is None else signed
        return signed

    def _doubtful(self, found: Dateline, line: Line, bodies: int) -> bool:
        """Whether a place alone is no dateline here: in a standfirst, or late and not shouted."""
        if found.place and found.place.isupper():
            return line.kind == "standfirst" or self._is_rubric(found, line)
        late = bodies > 0 and not (bodies == 1 and self._is_named_again(found, line))
        return line.kind == "standfirst" or late or self._is_label(found, line)

    def _is_rubric(self, found: Dateline, line: Line) -> bool:
        """Whether words in capitals before a colon are the page's in small letters: no town's."""
        if ":" not in self.text[line.start : line.start + found.end]:
            return False
        words = [word for word in (found.place or "").lower().split() if len(word) > 3]
        return len(words) > 1 and all(
            re.search(rf"(?<!\w){re.escape(word.rstrip('s'))}", self.text) for word in words
        )

    def _is_named_again(self, found: Dateline, line: Line) -> bool:
        """Whether a place before a dash, below the lead, stands on the page again."""
        opening = self.text[line.start : line.start + found.end]
        if found.place is None or ":" in opening:
            return False
        return len(re.findall(rf"(?<!\w){re.escape(found.place)}", self.text)) > 1

    def _is_label(self, found: Dateline, line: Line) -> bool:
        """Whether the word before a colon is no place: the page has it in small letters too."""
        if not found.place or ":" not in self.text[line.start : line.start + found.end]:
            return False
        word = _ELIDED.sub("", found.place.lower())  # "L’offensive: ..."
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.text) is not None

    def _place_and_stop(self, content: str) -> Dateline | None:
        """“Town. The council ...”, where the town is named elsewhere on the page too."""
        match = _PLACE_AND_STOP.match(content)
        if match is None:
            return None
        place = match["place"]
        if place.rpartition(" ")[2] in _never_last(self.language):
            return None  # "City Police Supt. Jane Doe says ..."
        if place.isupper() and place.lower() in content:
            return None  # "NEXT MONTH. Tell everybody by next month"
        named = len(re.findall(rf"(?<!\w){re.escape(place)}(?!\w)", self.text)) > 1
        endings = tuple(self.language.table("metadata").get("place_endings", ()))
        known = named or place.isupper() or (bool(endings) and place.endswith(endings))
        return Dateline(match.end(), place=place) if known else None

    # -- people ----------------------------------------------------------------------------

    def _people(self, outlet: str | None) -> tuple[list[str], list[str]]:
        """Authors and editors, each once, in the page's order."""
        authors = _unique(name for credit in self.credits for name in credit.authors)
        edited = self._edited_by()
        if not authors:
            names = _unique(name for credit in self.credits for name in credit.names)
            others = {*edited, *(name for credit in self.credits for name in credit.editors)}
            names = [name for name in names if name not in others] or names
            names = [name for name in names if not self._is_named_by_page(name)]
            names = [name for name in names if not self._is_told_of(name)]
            authors = [self._without_outlet(name) for name in names]
        authors = [
            name
            for name in authors
            if not self._is_outlet(name, outlet) and not _DOMAIN.fullmatch(name)
        ]
        editors = _unique(name for credit in self.credits for name in credit.editors) or edited
        editors = editors or self._edited_behind_text()
        if not authors and self.dateline and self.dateline.author:
            authors = self.dateline.author.split("、")
        if not authors and (name := self._signature()):
            authors = [name]
        authors = [name for name in authors if not _is_glued(name, authors)]
        return [name.removesuffix("記者").removesuffix("特派員") for name in authors], editors

    def _is_told_of(self, name: str) -> bool:
        """Whether an unlabelled name is what the page tells of: in its title, or often in its text.

        An author's own name stands in neither; a section (“North Africa”) and a picture do.
        """
        title = set(fold(self.title_and_stamp[0]).split())
        words = fold(name).split()
        if words and title.issuperset(words) and name not in self.title_and_stamp[0]:
            return True
        told = [self.content(line) for line in self.lines if line.kind == "body"]
        full = sum(content.find(f" {name}", 1) > 0 for content in told)
        last = name.split(" ")[-1]
        return full > 1 or (full == 1 and sum(last in content for content in told) > 2)

    def _last_paragraph(self) -> Line | None:
        """The last line of the text; None where there is none."""
        return next((line for line in reversed(self.lines) if line.kind == "body"), None)

    def _edited_behind_text(self) -> list[str]:
        """The editors in brackets behind the last paragraph, as Chinese agencies sign."""
        last = self._last_paragraph()
        return list(read_closing(self.content(last))) if last else []

    def _is_named_by_page(self, name: str) -> bool:
        """Whether the page's notes on itself have the name: the outlet's (“Follow The Star”)."""
        return any(
            line.kind == "boilerplate"
            and line.reason.startswith(("invitation to follow", "copyright", "newsletter"))
            and name in self.content(line)
            for line in self.lines
        )

    def _edited_by(self) -> list[str]:
        """The last of two names or more where the next line says no more than “Editorial team”."""
        desks = self.language.table("metadata").get("desks", ())
        bylines = [line for line in self.lines if line.kind == "byline"]
        for line, below in pairwise(bylines):
            credit = read_credit_line(self.content(line), self.language)
            if credit and len(credit.names) > 1 and fold(self.content(below)) in desks:
                return [credit.names[-1]]
        return []

    def _is_outlet(self, name: str, outlet: str | None) -> bool:
        """Whether what looks like a person's name is the outlet's."""
        return outlet is not None and _squeezed(name) == _squeezed(outlet)

    def _without_outlet(self, name: str) -> str:
        """A name without the outlet's before it (“Daily Star Jane Doe”)."""
        outlet = self._outlet_before(name)
        return name[len(outlet) :].strip() if outlet else name

    def _outlet_before(self, name: str) -> str | None:
        """The opening words of a name that stand on a line of their own too."""
        for line in self.lines:
            content = self.content(line)
            if len(content) > 3 and line.kind == "boilerplate" and name.startswith(f"{content} "):
                return content
        return None

    def _signature(self) -> str | None:
        """The author's name behind the text: in parentheses in Japan, as broadcasters sign off."""
        told = [self.content(line) for line in self.lines if line.kind == "body"]
        for content in (told[-1:] or [""]) + [line for line in told[-2:-1] if len(told[-1]) < 20]:
            match = _JA_SIGNATURE.search(content)
            if match and not _NOT_NAMES.search(match["name"]):
                return match["name"]
        if self.language.code != "ko":
            return None
        return next((name for name in map(read_sign_off, told) if name), None)

    # -- dates -----------------------------------------------------------------------------

    def _dates(self) -> tuple[str | None, str | None]:
        """When the page was published and changed, from its date lines only."""
        published = next((credit.published for credit in self.credits if credit.published), None)
        modified = next((credit.modified for credit in self.credits if credit.modified), None)
        as_of = next((credit.as_of for credit in self.credits if credit.as_of), None)
        if as_of is not None and published is not None:
            modified = modified or as_of
        published = published or as_of or self._day_behind_text() or self.title_and_stamp[1]
        published = published or self.window[1] or self._day_before_text()
        if published is None and self.dateline is not None:
            published = self.dateline.published
        return published, modified

    def _day_behind_text(self) -> str | None:
        """The day behind the dash that closes the text: “... his family. – 7 September 2022”."""
        last = self._last_paragraph()
        match = _DAY_AT_END.search(self.content(last)) if last else None
        dates = find_dates(match[1], self.language) if match else []
        return dates[0].iso if match and dates and dates[0].end == len(match[1]) else None

    def _day_before_text(self) -> str | None:
        """The day in brackets that the first paragraph opens with: “(18.01.2018) The ...”."""
        first = next((line for line in self.lines if line.kind == "body"), None)
        match = _DAY_IN_BRACKETS.match(self.content(first)) if first else None
        dates = find_dates(match[1], self.language) if match else []
        return dates[0].iso if dates else None

    def _name_of_window(self) -> tuple[str | None, str | None]:
        """The outlet and the day in the name of the window: “Title | Section | Outlet | Day”."""
        line = next((line for line in self.lines if line.reason.startswith(NAME_OF_WINDOW)), None)
        parts = [part.strip() for part in self.content(line).split("|")[1:]] if line else []
        days = [date.iso for part in parts for date in find_dates(part, self.language)]
        names = [part for part in parts if not find_dates(part, self.language)]
        name = names[-1] if names and _NAME_ALONE.fullmatch(names[-1]) else None
        return name, days[0] if days else None

    def _stamp_of_title(self) -> tuple[str, str | None]:
        """The title without the day and time glued to it, and that day."""
        line = next((line for line in self.lines if line.kind == "title"), None)
        title = self.content(line) if line else ""
        dates = find_dates(title, self.language)
        if not dates or not _CLOCK_AT_END.match(title, dates[-1].start):
            return title, None
        return title[: dates[-1].start].rstrip(" -–|"), dates[-1].iso

    # -- outlet and title ------------------------------------------------------------------

    def _outlet(self) -> str | None:
        """The outlet's name: of the dateline, of the byline, else of notes around the article."""
        if self.dateline and self.dateline.outlet:
            return self.dateline.outlet
        for credit in self.credits:
            if credit.outlet:
                return credit.outlet
            for name in credit.names:
                if before := self._outlet_before(name):
                    return before
        region = self.dateline.region if self.dateline and not self.dateline.wire else None
        names = {_squeezed(name) for credit in self.credits for name in credit.names}
        alone = (line for line in self.lines if line.kind not in ("title", "body"))
        names.update(_squeezed(self.content(line)) for line in alone if region)
        if region and _squeezed(region) in names:
            return region  # on a line of its own too: no country signs a report
        if self.dateline and region and not self._is_shortened(region):
            around = (line for line in self.lines if line.kind in ("boilerplate", "caption"))
            whole = re.compile(rf"(?<!\w){re.escape(fold(region))}(?!\w)")  # no "Ala", of Alabama
            if any(whole.search(fold(self.content(line))) for line in around):
                return region
        if source := self._source_above():
            return source
        for line in reversed(self.lines):
            content = self.content(line)
            is_note = line.kind == "caption" and (content[0] == "©" or len(content) < _SHORT_NOTE)
            if line.kind == "boilerplate" or is_note:
                owner = _copyright(content)
                if owner is None and line is self.lines[-1] and line.kind == "boilerplate":
                    owner = _owner_alone(content)
                if owner is not None:
                    return owner
        for line in self.lines:
            if line.kind == "boilerplate" and line.reason.startswith(_NAMES_THE_OUTLET):
                address = _DOMAIN.search(self.content(line))
                if address and not _FOREIGN.search(address[1]):
                    return str(address[1])
        return self._own_name() or self._masthead() or self._beside_byline() or self._of_pictures()

    def _is_shortened(self, region: str) -> bool:
        """Whether what stands behind a town has a figure, or a stop as short names of states do."""
        short = _SHORT_REGION.fullmatch(region) is not None and f", {region}." in self.text
        return short or re.search(r"\d", region) is not None

    def _behind_text(self) -> str | None:
        """The name in capitals that closes the last paragraph, with a word of outlets' names."""
        last = self._last_paragraph()
        match = _OUTLET_AT_END.search(self.content(last)) if last else None
        if match is None or match[1] in all_agencies():
            return None
        words = {word.capitalize() for word in match[1].split()}
        return None if outlet_words(self.language).isdisjoint(words) else match[1]

    def _source_above(self) -> str | None:
        """The outlet on a line above the text: a broadcaster's edition, 来源：城市日报."""
        for line in self.lines:
            if line.kind == "body":
                return None
            if line.kind in ("boilerplate", "standfirst") and is_edition(self.content(line)):
                return self.content(line)
            if line.kind == "boilerplate" and line.reason.startswith("source note"):
                name = re.split(r"[:：]\s*", self.content(line), maxsplit=1)[-1]
                telling = tuple(outlet_words(self.language))
                if _HAN_NAME.fullmatch(name) and name.endswith(telling):
                    is_site = name.endswith(("网", "網"))  # an agency’s own pages
                    return name if is_site or name not in all_agencies() else None
        return None

    def _own_name(self) -> str | None:
        """The outlet's name in its own prompts: “Download the Daily Star app”."""
        pattern = _own_pattern(self.language)
        for line in self.lines:
            if line.kind != "boilerplate" or line.end - line.start > _LONGEST_PROMPT:
                continue
            if match := pattern.match(self.content(line)):
                name = next(group for group in match.groups() if group)
                known = fold(name) in _NO_OUTLETS or self._is_common_word(name)
                if _NAME_ALONE.fullmatch(name) and not known:
                    return name
        return None

    def _of_pictures(self) -> str | None:
        """Whose all the pictures are that say for whom they were taken: “(Credit: Jane Doe/NKR)”.

        Unless no other note of the page has the name, as none has a picture agency's.
        """
        captions = [self.content(line) for line in self.lines if line.kind == "caption"]
        taken_for = _taken_for(self.language)
        owners = {match["owner"] for text in captions if (match := taken_for.search(text))}
        owner = owners.pop() if len(owners) == 1 else None
        if owner is None or owner in all_agencies() or fold(owner) in _picture_agencies():
            return None
        around = (self.content(line) for line in self.lines if line.kind == "boilerplate")
        return (
            owner if any(re.search(rf"\b{re.escape(owner)}\b", text) for text in around) else None
        )

    def _is_common_word(self, name: str) -> bool:
        """Whether the page has the name in small letters too: a section's, or no name at all."""
        return re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", self.text) is not None

    def _beside_byline(self) -> str | None:
        """A hidden name right above or below the byline, which a note or a caption has too."""
        for pair in pairwise(self.lines):
            if "byline" not in (pair[0].kind, pair[1].kind):
                continue
            for line, other in (pair, pair[::-1]):
                name = self.content(line)
                alone = line.reason.startswith((*_ABOVE_TITLE, "caption: stands below"))
                if (
                    alone
                    and other.kind == "byline"
                    and 3 < len(name) <= _LONGEST_MASTHEAD
                    and _NAME_WITH_DASH.fullmatch(name)
                    and self._is_signed_elsewhere(name)
                ):
                    return name
        return None

    def _is_signed_elsewhere(self, name: str) -> bool:
        """Whether a caption or a note ends in the name, and the text never has it in small."""
        ends = any(
            line.kind in ("caption", "boilerplate")
            and len(content := self.content(line)) > len(name)
            and fold(content).endswith((f" {fold(name)}", f"/{fold(name)}"))
            for line in self.lines
        )
        return ends and not self._is_common_word(name)

    def _masthead(self) -> str | None:
        """The name above the title, where the page's notes on itself repeat it."""
        for line in self.lines[:2]:
            name = self.content(line)
            if line.kind != "boilerplate" or not line.reason.startswith(_ABOVE_TITLE):
                continue
            if _DOMAIN.fullmatch(name) and not _FOREIGN.search(name):
                return name
            if len(name) > _LONGEST_MASTHEAD or not _NAME_ALONE.fullmatch(name):
                continue
            if name.isupper() and name.endswith("TV") and " " not in name and len(name) > 3:
                return name
            if self._is_common_word(name):
                continue
            words = name.split()
            telling = outlet_words(self.language) - _SECTIONS_TOO
            if 1 < len(words) <= 4 and not telling.isdisjoint(words):
                return name
            for other in self.lines:
                if other.kind == "boilerplate" and other.reason.startswith(_NOTES_OF_ITSELF):
                    note = self.content(other)
                    at = note.lower().find(name.lower()) if " " in name else -1
                    if name in note or (at >= 0 and _opens_high(note[at : at + len(name)])):
                        return name
        return None

    def _title(self, outlet: str | None) -> tuple[str | None, str | None]:
        """The title without the site's name behind it, and that name."""
        line = next((line for line in self.lines if line.kind == "title"), None)
        if line is None:
            return None, None
        title = self._without_skip_link(self.title_and_stamp[0])
        site: str | None = None
        for other in self.lines:
            content = self.content(other)
            if (
                other.kind == "boilerplate"
                and content.startswith(title)
                and (match := _TITLE_SUFFIX.match(content))
                and match["title"] == title
            ):
                site = match["site"]
        eastern = _EASTERN_SUFFIX.match(title)
        telling = (*outlet_words(self.language), *_DIGITAL)
        telling = _DIGITAL if eastern and eastern["join"].strip() in {":", "："} else telling
        if eastern and eastern["site"].endswith(telling):
            return eastern["title"].rstrip(), eastern["site"]
        match = _TITLE_SUFFIX.match(title)
        if match and self._is_site(match["site"], match["join"], outlet):
            return match["title"].rstrip(), match["site"].strip()
        return title, site

    def _without_skip_link(self, title: str) -> str:
        """A title without the link behind it that leads past the menus: “Skip to content”."""
        book, tokens = cue_book(self.language), title.split(" ")
        for size in range(_LONGEST_SKIP_LINK, _SHORTEST_SKIP_LINK - 1, -1):
            cue = book.whole(line_key(" ".join(tokens[-size:]))) if len(tokens) > size else None
            if cue is not None and cue.category == "navigation":
                return " ".join(tokens[:-size]).rstrip(" |-–")
        return title

    def _is_site(self, site: str, join: str, outlet: str | None) -> bool:
        """Whether the words behind a title's dash or bar are the site's name."""
        words = site.split()
        if (
            outlet
            and _squeezed(outlet)
            and (_squeezed(site) in _squeezed(outlet) or _squeezed(outlet) in _squeezed(site))
        ):
            return True
        if _DOMAIN.fullmatch(site.strip()):
            return True
        if any(word in outlet_words(self.language) for word in words) and len(words) <= 4:
            return all(word[0].isupper() or word[0].isdigit() for word in words)
        if any(word[:-1] != word[:-1].lower() and word[0].islower() for word in words):
            return len(words) <= 2
        return ("|" in join or "｜" in join) and len(words) <= 3

    # -- wire and address ------------------------------------------------------------------

    def _wire(self) -> str | None:
        """The agency whose report this is: of the dateline, the byline, or of "as AFP reports"."""
        if self.dateline and self.dateline.wire:
            return self.dateline.wire
        for credit in self.credits:
            if credit.wire:
                return credit.wire
        last: str | None = None
        for line in self.lines:
            if line.kind not in ("body", "standfirst"):
                continue
            content = self.content(line)
            if relayed := _relayed(content, self.language):
                return all_agencies().get(relayed)
            last = content
        if last and (match := _WIRE_AT_END.search(last)):
            return _first_agency(next(group for group in match.groups() if group))
        signed = all_agencies().get(last.rpartition(" - ")[2]) if last else None
        return signed or self._wire_of_source()

    def _wire_of_source(self) -> str | None:
        """The agency of a short note on the source: “Quelle: site.de, kse/AFP”, “(sumber: AFP)”."""
        for line in self.lines:
            content = self.content(line)
            named = line.reason.startswith("source note") and (":" in content or "：" in content)
            if len(content) > 60 or not (named or line.reason.startswith("initials")):
                if named and (match := _AGENCY_IN_BRACKETS.search(content)):
                    return all_agencies().get(match[1])
                continue
            parts = re.split(r"[\s:：,/()]+", content)
            if agency := next(
                (all_agencies()[part] for part in parts if part in all_agencies()), None
            ):
                return agency
        return None

    def _url(self) -> str | None:
        """The page's own address, where a line near its edge says nothing else."""
        for line in (*self.lines[:_PREAMBLE], *self.lines[-_PREAMBLE:]):
            content = self.content(line)
            if content.count("/") < 4:
                continue
            label, _, rest = content.partition(": ")
            address = rest if label.casefold() in _URL_LABELS and rest else content
            if _ADDRESS.fullmatch(address) and address.count("/") > 3:
                return address
        return None


#: A name of a few words with capitals, and how the lines that hold one may have been hidden.
_NAME_ALONE = re.compile(
    r"[A-ZÀ-Þ][\w'’&.]*(?: (?:(?:de|du|des|la|le|of|the|am|der)|[A-ZÀ-Þ&][\w'’&.]*)){0,4}"
)
_LONGEST_PROMPT = 80
_NAME_WITH_DASH = re.compile(r"[A-ZÀ-Þ][\w'’]*(?:[ -][A-ZÀ-Þ][\w'’]*){1,3}")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,12}")
#: What prompts name that is no outlet of news.
_NO_OUTLETS = frozenset(
    fold(name)
    for name in (
        "Android",
        "Apple",
        "Apple News",
        "Facebook",
        "Free",
        "Google",
        "Google News",
        "Instagram",
        "iPhone",
        "iOS",
        "Mobile",
        "News",
        "Telegram",
        "Twitter",
        "WhatsApp",
        "X",
        "YouTube",
    )
)
_ABOVE_TITLE = ("before the title", "a word among")
_LONGEST_MASTHEAD = 40
#: Words in the names of outlets and of sections ("India News") alike.
_SECTIONS_TOO = frozenset(
    (
        "News",
        "Today",
        "World",
        "Report",
        "Online",
        "Media",
        "TV",
        "Radio",
        "Daily",
        "Weekly",
        "Info",
    )
)
_URL_LABELS = {"url", "link", "source", "sumber", "quelle", "address", "permalink", "canonical"}
_NAMES_THE_OUTLET = (
    "invitation to follow",
    "newsletter",
    "promotion",
    "subscription",
    "source note",
)
_NOTES_OF_ITSELF = (*_NAMES_THE_OUTLET, "copyright", "appeal", ADDRESS)
_FOREIGN = re.compile(
    r"(?:google|facebook|twitter|instagram|youtube|whatsapp|telegram|tiktok|t\.me|bit\.ly|linkedin|apple|ots|presseportal)\.",
    re.IGNORECASE,
)
_EMPTY_NAMES = {
    "all rights reserved",
    "copyright",
    "terpelihara",
    "dilindungi",
    "your website",
    "the author",
    "photo",
    "foto",
    "reserved",
    "rights reserved",
    "版权所有",
    "版權所有",
}


def _is_glued(name: str, others: Sequence[str]) -> bool:
    """Whether a name is another's and a place glued to it: “JANE DOEPortsmouth”."""
    folded = fold(name)
    return any(
        folded.startswith(fold(other)) and name[len(other) :][:1].isupper()
        for other in others
        if " " in other and len(other) < len(name)
    )


def _standing_in(editors: Sequence[str]) -> Sequence[str]:
    """The editors of a page that names no author; not those on duty, whom Chinese pages name."""
    return [] if any(_HAN_NAME.fullmatch(name) for name in editors) else editors


def _first_agency(signature: str) -> str | None:
    """The first agency of a signature such as “bbr/dpa/AFP”."""
    parts = re.split(r"\s*[/,]\s*", signature)
    return next((all_agencies()[part] for part in parts if part in all_agencies()), None)


def _copyright(content: str) -> str | None:
    """The owner's name in a copyright note, without the words of law around it."""
    whole = content
    content = _RIGHTS.sub("", content)
    match = _COPYRIGHT.search(content) or _COPYRIGHT_BEHIND.match(content)
    if match is None or fold(match["outlet"]) in _EMPTY_NAMES:
        return None
    if match["outlet"].strip(" .-") in all_agencies():
        return None
    signed = content[0] == "©" and len(content) < len(whole)
    if not signed and not re.search(
        r"(?:19|20)\d\d|copyright|저작권|hak ?cipta", content, re.IGNORECASE
    ):
        return None
    owner = _AND_ADDRESS.sub("", match["outlet"])
    if owner[0].islower() and " " in owner:
        return None  # the middle of a sentence: "is copyright and cannot be reproduced"
    owner = _PUBLISHER.sub("", _COMPANY.sub("", owner.strip(" .-")))
    return None if fold(owner.partition(".")[0]) in _EMPTY_NAMES else owner or None


def _owner_alone(content: str) -> str | None:
    """The name behind the sign of the page's last line: “© Northern Star”."""
    name = content[1:].strip() if content[0] == "©" else ""
    return name if _NAME_ALONE.fullmatch(name) and name not in all_agencies() else None


def _opens_high(words: str) -> bool:
    """Whether each word, small ones aside, opens with a capital."""
    return all(word[0].isupper() or len(word) < 4 for word in words.split())


def _unique(names: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _relayed(content: str, language: Language) -> str | None:
    """The name of the agency that a line relays: “as reported by AFP”."""
    low = content.lower()
    if not any(map(low.__contains__, _shortest_wire_words(language))):
        return None
    words = [word for word in _wire_words(language) if word in low]
    pattern = _wire_pattern(language)
    starts = sorted(one.start() for word in words for one in re.finditer(re.escape(word), low))
    found = (pattern.match(content, start) for start in starts)
    return next((match["agency"] for match in found if match), None)


def _squeezed(name: str) -> str:
    """A name for comparing: letters and digits only, without the domain's ending."""
    plain = re.sub(r"\.(?:com|id|co|net|org|my|de|fr|jp|uk|tv)\b", "", fold(name))
    return re.sub(r"[^\w]", "", plain)


@cache
def _tables(language: Language) -> list[dict[str, list[str]]]:
    own = language.table("metadata")
    names = [COMMON] if own else list(codes())
    return [dict(own), *(dict(load(code).table("metadata")) for code in names)]


@cache
def _taken_for(language: Language) -> re.Pattern[str]:
    """Who took a picture and for whom: “Credit: Jane Doe/NKR”, with a group for the latter."""
    books = (language.table("lines"), load(COMMON).table("lines"))
    words = [word for book in books for word in book.get("caption", {}).get("credit", ())]
    owner = r"(?P<owner>[A-ZÀ-Þ][\w.&’' -]{3,30}?)"
    return re.compile(rf"(?i:(?<!\w){any_of(words)}s?)[: ][^/()]{{3,40}}/\s?{owner}\)?$")


@cache
def _picture_agencies() -> frozenset[str]:
    return frozenset(map(fold, load(COMMON).table("metadata").get("picture_agencies", ())))


@cache
def _never_last(language: Language) -> frozenset[str]:
    return frozenset(language.table("sentences").get("never_last", ()))


@cache
def _own_pattern(language: Language) -> re.Pattern[str]:
    """The prompts in which an outlet names itself, with a group for each one's name."""
    phrases = [phrase for table in _tables(language) for phrase in table.get("own_name", ())]
    names = [re.escape(phrase).replace(r"\*", "(.{2,40}?)") for phrase in phrases]
    return re.compile(rf"(?:{'|'.join(names)})(?:\s*[.!?:,].*|\s(?:for free|now))?$", re.IGNORECASE)


@cache
def _wire_words(language: Language) -> tuple[str, ...]:
    """Words of relaying in small letters, which few lines have."""
    own = language.table("metadata").get("wire", ())
    words = own or load(COMMON).table("metadata").get("wire", ())
    return tuple(word.lower() for word in words)


@cache
def _shortest_wire_words(language: Language) -> tuple[str, ...]:
    """Those of them that hold no other: a line without these has none."""
    words = _wire_words(language)
    return tuple(word for word in words if sum(other in word for other in words) == 1)


@cache
def _wire_pattern(language: Language) -> re.Pattern[str]:
    """“As reported by AFP”: a word of relaying, a few fillers, an agency's name."""
    own = language.table("metadata")
    words = _wire_words(language)
    fillers = own.get("wire_fillers", [])
    before = rf"(?i:(?<!\w){any_of(words)}\s+(?:{any_of(fillers)}\s*)*)"
    return re.compile(rf"{before}[«“„\"]?(?P<agency>{any_of(all_agencies())})(?!\w)")
