"""The site's name on the page's first line, where a menu below it tells what it is."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from store.matching import fold
from store.model import Line
from store.reading.bylines.words import is_place, outlet_words, words_of
from store.reading.dates import find_dates
from store.reading.metadata.outlets.masthead import (
    ABOVE_TITLE,
    IN_NAME,
    LONGEST_MASTHEAD,
    MENUS,
    name_on_line,
)
from store.reading.metadata.page import (
    EASTERN,
    NAME_WITHOUT_CAPITALS,
    Page,
    common_words,
    squeezed,
)
from store.reading.patterns import CAPITALS

#: Names have hardly one of the signs that part the words of a sentence.
_EASTERN_NAME = re.compile(r"(?:(?![をへにがはの])[\w・]){2,14}")
_SMALL = (
    r"(?:(?:d[eiou]|de[lmnrs]|del?la|dello|das?|am|im|of|of the|van"
    r"|and|y|et?|und|en|och|og|i|и|та) )?"
)
#: "Harbour Post", "harbourNews", "Vingt-Deux", "Le Rail libre", "de Havenpost", "Новый рейд".
_NAME = re.compile(
    rf"(?:[{CAPITALS}][\w'’&+.!-]*|(?:de|het|il|la|le|el|o|a) [{CAPITALS}]\w+|[a-z]+[A-Z\d]\w*)"
    rf"(?: {_SMALL}[{CAPITALS}\d&][\w'’&-]*){{0,4}}[?!]?"
    rf"|(?:Le|La|Les|El|Il) [{CAPITALS}]\w+ [a-z]\w+|[А-ЯЁІЇЄ][а-яёіїє]+ [а-яёіїє]+"
)
#: What says behind a name what it stands for, in two words at least.
_MOTTO = re.compile(r"\s[–—-]\s[A-ZÀ-Þ]\w+(?: [\w’']+){1,6}")
#: "harbourNews", "Harbour24": no section is written so.
_SHAPED = re.compile(r"[a-z][A-Z]|[a-z]\d")
_YEAR = re.compile(r"\d{3}")
_LINES_OF_A_HEAD, _LONGEST_HEAD = 6, 20
#: So many words side by side make a menu of a line; so many with bars between them.
_FEWEST_ITEMS, _ITEMS = 3, re.compile(r"\s{2,}|\u3000|\s·\s")
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
        if not is_first and len(_ITEMS.split(page.content(line))) > 1:
            return None  # a menu
        name = name_on_line(page, line)
        opens = _opens_menu(page, below)
        opens = opens or (is_first and _opens_links(page, name, below))
        opens = opens or (is_first and _has_motto(page.content(line), name))
        about = page.is_about if is_first else page.tells_of
        if opens and _is_name_of_site(page, name) and not about(name):
            return name
        is_first = False
    return None


def name_on_first_line(page: Page) -> str | None:
    """The name on the page's first line, where more of the page's head stands below it.

    Right above the title, or a section, another section or a topic may stand as well.
    """
    head = list(takewhile(lambda line: line.kind != "title", page.lines[:_LONGEST_HEAD]))
    for line, below in pairwise(head):
        if line.reason.startswith(_BUTTONS) or _leads_past_menu(page, line):
            continue
        if line.kind != "boilerplate" or not line.reason.startswith(ABOVE_TITLE):
            return None
        name, rest = name_on_line(page, line), head[head.index(below) :]
        if below.kind != "boilerplate" or not _is_name_of_site(page, name) or EASTERN.search(name):
            return None
        opens = _opens_menu(page, below) or (name[0].islower() and " " in name)
        known = any(
            not other.reason.startswith(ABOVE_TITLE) or " / " in page.content(other)
            for other in rest
        )
        known = known and (len(rest) > 1 or _opens_with_article(page, name))
        is_site = (opens or known) and not _is_prompt(page, name)
        return name if is_site and not page.is_about(name) else None
    return None


def _is_prompt(page: Page, name: str) -> bool:
    """Whether a name is a town’s, or words of prompts or a motto: “Support the Post”."""
    words, telling = fold(name).split(), outlet_words(page.language)
    if words_of(page.language).prompts.issuperset(words):
        return True
    if is_place(fold(name), page.language):
        return True
    telling = telling | common_words("section_words")
    is_motto = len(words) > 2 and telling.isdisjoint(IN_NAME.split(name))
    return is_motto and not _opens_with_article(page, name)


def _opens_with_article(page: Page, name: str) -> bool:
    """Whether an article stands before a name: “La Marea”."""
    article, blank, _ = fold(name).partition(" ")
    return bool(blank) and article in page.language.table("speech").get("definite", ())


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
    if not 1 < len(name) <= LONGEST_MASTHEAD or _YEAR.search(name):
        return False
    if len(name) == 2 and not name.isupper():
        return False
    if NAME_WITHOUT_CAPITALS.fullmatch(name):
        return True
    if name.islower():
        return _has_address(page, name)
    if not _NAME.fullmatch(name):
        return False
    sections = {word.lower() for word in common_words("section_words")}
    if sections.issuperset(word.lower() for word in IN_NAME.split(name)):
        return False
    return name.casefold() not in page.language.table("dates").get("weekdays", ())


def _has_address(page: Page, name: str) -> bool:
    """Whether an address on the page has a name's first word: “nkr nieuws”, of nkr.example."""
    return re.search(rf"[@.]{re.escape(name.split(' ')[0])}\.", page.text) is not None


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
    return differs or _opens_with_article(page, name) or _SHAPED.search(name) is not None


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
