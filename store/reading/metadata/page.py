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

#: An address without a path; the group holds it without "www.".
DOMAIN = re.compile(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9][\w-]*\.)+(?:com|id|co|net|org|my|sg|de|at|ch|fr|be|jp|uk|"
    r"eu|info|news|tv|au|in|us|ca|nl|it|es|co\.id|com\.my|co\.uk|co\.jp|or\.jp|ne\.jp|web\.id))(?![\w.-]*\w)",
    re.IGNORECASE,
)
#: A name of a few words with capitals.
NAME_ALONE = re.compile(
    r"[A-ZÀ-Þ][\w'’&.]*"
    r"(?: (?:(?:de|du|des|la|le|of|the|am|der|del|di|do|da)|[A-ZÀ-Þ&][\w'’&.]*)){0,4}"
)
_SMALL = r"(?:(?:de|du|des|la|le|of|the|and|et|y|am|der|del|di|do|da|van) |d['’])"
#: A pattern for a name with its capitals, or one word: "harbourNews", "harbour.example".
NAME_OF_OUTLET = (
    rf"(?:[A-ZÀ-Þ][\w'’.&-]*\w(?: {_SMALL}{{0,2}}[A-ZÀ-Þ\d][\w'’&-]*(?:\.\w+)*){{0,4}}"
    r"|[a-z][\w-]*(?:[A-Z]|\.[a-z]{2})[\w.]*\w)"
)
#: The scripts of the East, in which no capital tells a name.
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,12}")


#: The kinds of lines that tell what the page is about.
_TELLING = ("title", "body", "standfirst")


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
        word = rf"(?<![\w@./]){re.escape(name.lower())}(?!\w|\.\w|@)"  # not of an address
        return re.search(word, self.text) is not None

    def tells_of(self, name: str) -> bool:
        """Whether title or text tell of a name, which is a subject's or a place's then.

        What the text has in capitals too is a brand's.
        """
        if not EASTERN.search(name) and self.is_common_word(name):
            return True
        name = name.title() if name.isupper() else name
        told = (self.content(line) for line in self.lines if line.kind in _TELLING)
        return any(name in content and self._is_subject(name, content) for content in told)

    def _is_subject(self, name: str, content: str) -> bool:
        """Whether words have a name that is not their all, nor of a house: “Kaiblick Radio”."""
        behind = (piece.partition(" ") for piece in content.split(name)[1:])
        houses = outlet_words(self.language)
        return name != content and any(
            glued or words.split(" ")[0].strip(".,;:") not in houses for glued, _, words in behind
        )


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
