"""The site's name on the page's first line, where a menu below it tells what it is."""

from __future__ import annotations

import re
from itertools import pairwise

from store.matching import fold
from store.model import Line
from store.reading.dates import find_dates
from store.reading.metadata.outlets.masthead import (
    ABOVE_TITLE,
    IN_NAME,
    LONGEST_MASTHEAD,
    MENUS,
    name_on_line,
)
from store.reading.metadata.page import EASTERN, Page, common_words, squeezed

#: Names have hardly one of the signs that part the words of a sentence.
_EASTERN_NAME = re.compile(r"(?:(?![をへにがはの])[\w・]){2,14}")
#: "Harbour Post", "harbourNews", "Vingt-Deux", "Le Rail libre".
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’&+.!-]*|[a-z]+[A-Z]\w*)"
    r"(?: (?:(?:de|du|des|del|der|do|da|am|im|of|and|y|et|e) )?[A-ZÀ-Þ\d][\w'’&-]*){0,3}"
    r"|(?:Le|La|Les|El|Il) [A-ZÀ-Þ]\w+ [a-z]\w+"
)
#: What says behind a name what it stands for, in two words at least.
_MOTTO = re.compile(r"\s[–—-]\s[A-ZÀ-Þ]\w+(?: [\w’']+){1,6}")
#: "harbourNews", "Harbour24": no section is written so.
_SHAPED = re.compile(r"[a-z][A-Z]|[a-z]\d")
_YEAR = re.compile(r"\d{3}")
_LINES_OF_A_HEAD = 6
#: So many words side by side make a menu of a line; so many with bars between them.
_FEWEST_ITEMS, _ITEMS = 4, re.compile(r"\s{2,}|\u3000|\s·\s")
_FEWEST_BARRED, _BARS = 3, re.compile(r"\s?[|/]\s")
_SHORTEST_EASTERN_NAME = 5
#: How the reasons begin of what stands beside a site's name above a menu.
_SECTIONS = ("navigation", "related link: the heading")
_BUTTONS = ("subscription", "newsletter", "consent", "appeal", "invitation", "advertisement")


def name_above_menu(page: Page) -> str | None:
    """The name on the page's first line, right above a menu: “Harbour Post”, “News | Sport”.

    Only buttons, links past the menus and the like may stand before it; behind a line that is none
    of them it takes more than a section below.
    """
    is_first = True
    for line, below in pairwise(page.lines[:_LINES_OF_A_HEAD]):
        if line.reason.startswith(_BUTTONS) or _leads_past_menu(page, line):
            continue
        if line.kind != "boilerplate" or not line.reason.startswith(ABOVE_TITLE):
            return None
        name = name_on_line(page, line)
        opens = _opens_menu(page, below)
        opens = opens or (is_first and _opens_links(page, name, below))
        opens = opens or (is_first and _has_motto(page.content(line), name))
        if opens and _is_name_of_site(page, name) and not page.tells_of(name):
            return name
        is_first = False
    return None


def _leads_past_menu(page: Page, line: Line) -> bool:
    """Whether a line is a button of the page's head: “Menu”, “Skip to content”."""
    if not line.reason.startswith("navigation"):
        return False
    content = fold(page.content(line))
    return " " in content or content in common_words("first_in_menus")


def _is_name_of_site(page: Page, name: str) -> bool:
    """Whether a first line has the form of a name: short, each word with its capital, no day."""
    if EASTERN.search(name):
        return _EASTERN_NAME.fullmatch(name) is not None
    if not 2 < len(name) <= LONGEST_MASTHEAD or not _NAME.fullmatch(name) or _YEAR.search(name):
        return False
    sections = {word.lower() for word in common_words("section_words")}
    if sections.issuperset(word.lower() for word in IN_NAME.split(name)):
        return False
    return name.casefold() not in page.language.table("dates").get("weekdays", ())


def _opens_menu(page: Page, below: Line) -> bool:
    """Whether a menu or a button of the page's head stands below a name."""
    if below.kind != "boilerplate":
        return False
    content = page.content(below)
    return (
        below.reason.startswith((*MENUS, *_BUTTONS))
        or len(_ITEMS.split(content)) >= _FEWEST_ITEMS
        or len(_BARS.split(content)) >= _FEWEST_BARRED
    )


def _opens_links(page: Page, name: str, below: Line) -> bool:
    """Whether the first word of a menu stands below a name, or a section or the day.

    It takes letters of another kind than the section's, or an article: a section that no list
    knows, a place of two words may stand there too.
    """
    content = page.content(below)
    if below.kind == "boilerplate" and fold(content) in common_words("first_in_menus"):
        return True
    if not below.reason.startswith(_SECTIONS) and not find_dates(content, page.language):
        return False
    if EASTERN.search(name):
        return len(name) >= _SHORTEST_EASTERN_NAME
    differs = name.isupper() and not content.isupper()
    article, _, rest = name.partition(" ")
    opens = bool(rest) and article.lower() in page.language.table("speech").get("definite", ())
    return differs or opens or _SHAPED.search(name) is not None


def _has_motto(content: str, name: str) -> bool:
    """Whether words behind a dash say what a name stands for: “Harbour Life – The magazine”."""
    return _MOTTO.fullmatch(content, len(name)) is not None


def in_small_letters(page: Page, name: str) -> str:
    """A name in capitals as the first lines or the notes on rights have it in small letters.

    An address is written in small letters where the text has it so.
    """
    whole = re.compile(rf"(?<![\w.@-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
    reasons = ("",) if "." in name else (*ABOVE_TITLE, "copyright")
    kind = "body" if "." in name else "boilerplate"
    for line in page.lines:
        if line.kind == kind and line.reason.startswith(reasons):
            match = whole.search(page.content(line))
            if match and not match.group().partition(".")[0].isupper():
                return match.group() if match.group()[0].isupper() else name
    return name


def fuller_name(page: Page, name: str) -> str:
    """The name as one of the first lines has it, with more words: “Harbour Post Online”."""
    for line in page.lines[:_LINES_OF_A_HEAD]:
        if line.kind == "title":
            break
        above, short = name_on_line(page, line), squeezed(name)
        longer = len(squeezed(above)) > len(short) and len(above) <= LONGEST_MASTHEAD
        is_name = EASTERN.search(above) or _NAME.fullmatch(above)
        if longer and is_name and squeezed(above).startswith(short):
            return above
        if longer and is_name and squeezed(above).endswith(short) and above.count(" ") == 1:
            return above
    return name
