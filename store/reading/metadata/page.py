"""The lines of one page, as each field is looked for in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from store.matching import fold
from store.model import Line
from store.reading.bylines.credit_lines import CreditLine
from store.reading.bylines.datelines import Dateline
from store.reading.bylines.words import outlet_words
from store.reading.languages import COMMON, Language, load
from store.reading.patterns import CAPITALS

#: An address without a path; the group holds it without "www.".
DOMAIN = re.compile(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9][\w-]*\.)+(?:com|id|co|net|org|my|sg|de|at|ch|fr|be|jp|uk|"
    r"eu|info|news|tv|au|in|us|ca|nl|it|es|co\.id|com\.my|co\.uk|co\.jp|or\.jp|ne\.jp|web\.id))(?![\w.-]*\w)",
    re.IGNORECASE,
)
#: A name of a few words with capitals.
NAME_ALONE = re.compile(
    rf"[{CAPITALS}][\w'’&.]*"
    rf"(?: (?:(?:de|du|des|la|le|of|the|am|der|del|di|do|da)|[{CAPITALS}&][\w'’&.]*)){{0,4}}"
)
_SMALL = r"(?:(?:de|du|des|la|le|of|the|and|et|y|am|der|del|di|do|da|van) |d['’])"
#: A pattern for a name with its capitals, or one word: "harbourNews", "harbour.example".
NAME_OF_OUTLET = (
    rf"(?:[{CAPITALS}][\w'’.&-]*\w(?: {_SMALL}{{0,2}}[{CAPITALS}\d][\w'’&-]*(?:\.\w+)*){{0,4}}"
    r"|[a-z][\w-]*(?:[A-Z]|\.[a-z]{2})[\w.]*\w)"
)
#: The scripts of the East, in which no capital tells a name.
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
#: A few words in a script without capitals that parts words by blanks.
NAME_WITHOUT_CAPITALS = re.compile(
    r"[\u0590-\u06ff\u0900-\u0e7f]{2,}(?: [\u0590-\u06ff\u0900-\u0e7f]{2,}){0,3}"
)
HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,12}")


#: A paper's name stands between such marks.
_OPENING_MARKS, _CLOSING_MARKS = frozenset('«„“"”'), frozenset('»“”"')
#: The kinds of lines that tell what the page is about.
_TELLING = ("title", "body", "standfirst")
#: So many of its paragraphs may say that somebody told it something; "NKR" is no word in capitals.
_MENTIONS_OF_ITSELF, _LONGEST_ACRONYM = 2, 3


class Page:
    """A page's lines without the blank ones, and what is known of them from step to step."""

    def __init__(self, text: str, lines: Sequence[Line], language: Language) -> None:
        self.text = text
        self.language = language
        self.lines = [line for line in lines if line.kind != "blank"]
        self.contents = {line.number: text[line.start : line.end].strip() for line in self.lines}
        #: The byline and date lines.
        self.credits: list[CreditLine] = []
        self.dateline: Dateline | None = None
        #: The title without the day glued to it, that day, and the window's outlet and day.
        self.title = ""
        self.day_of_title: str | None = None
        self.window: tuple[str | None, str | None] = (None, None)

    def content(self, line: Line) -> str:
        """The line's words."""
        return self.contents[line.number]

    def last_paragraph(self) -> Line | None:
        """The last line of the text; None where there is none."""
        return next((line for line in reversed(self.lines) if line.kind == "body"), None)

    def is_common_word(self, name: str) -> bool:
        """Whether the page has the name in small letters too: a section's, or no name at all."""
        if name.lower() == name.upper():
            return False  # in letters that have no capitals
        if name.islower():
            return any(
                f" {name} " in self.content(line) for line in self.lines if line.kind == "body"
            )
        word = rf"(?<![\w@./]){re.escape(name.lower())}(?!\w|\.\w|@)"  # not of an address
        return re.search(word, self.text) is not None

    def tells_of(self, name: str) -> bool:
        """Whether title or text tell of a name, which is a subject's or a place's then.

        What the text has in capitals too is a brand's.
        """
        if not EASTERN.search(name) and self.is_common_word(name):
            return True
        return self._told_in(name.title() if name.isupper() else name, _TELLING) > 0

    def is_about(self, name: str) -> bool:
        """Whether the title or several paragraphs tell of a name, as no more than one of an outlet.

        “... the minister told Rejdeposten” is in many of its articles.
        """
        if not EASTERN.search(name) and self.is_common_word(name):
            return True
        name = name.title() if name.isupper() and len(name) > _LONGEST_ACRONYM else name
        in_title = self._told_in(name, ("title",))
        return in_title > 0 or self._told_in(name, ("body",)) > _MENTIONS_OF_ITSELF

    def _told_in(self, name: str, kinds: tuple[str, ...]) -> int:
        """How many lines of some kinds tell of a name."""
        told = (self.content(line) for line in self.lines if line.kind in kinds)
        return sum(name in content and self._is_subject(name, content) for content in told)

    def _is_subject(self, name: str, content: str) -> bool:
        """Whether words have a name that is not their all, nor of a house: “Kaiblick Radio”.

        In marks that hold nothing else it is the paper's: «Рейдовый курьер».
        """
        before, *behind = content.split(name)
        houses = outlet_words(self.language)
        for piece in behind:
            in_marks = before[-1:] in _OPENING_MARKS and piece[:1] in _CLOSING_MARKS
            glued, _, words = piece.partition(" ")
            of_house = not glued and words.split(" ")[0].strip(".,;:") in houses
            if name != content and not in_marks and not of_house:
                return True
            before = piece
        return False


def squeezed(name: str) -> str:
    """A name for comparing: letters and digits only, without the domain's ending."""
    plain = re.sub(r"\.(?:com|id|co|net|org|my|de|fr|jp|uk|tv)\b", "", fold(name))
    return re.sub(r"[^\w]", "", plain)


@cache
def common_words(name: str) -> frozenset[str]:
    """A list of the table ``[metadata]`` that holds for all languages."""
    return frozenset(load(COMMON).table("metadata").get(name, ()))


def is_other_site(address: str) -> bool:
    """Whether an address is a network's or a shop's, where outlets are followed and bought."""
    return not common_words("other_sites").isdisjoint(address.lower().split("."))
