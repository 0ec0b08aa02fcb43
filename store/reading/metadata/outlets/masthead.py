"""The masthead: the name above the title, known by its form or by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from store.matching import fold
from store.model import Line
from store.reading.bylines.outlets import ACRONYM
from store.reading.bylines.words import outlet_words, words_of
from store.reading.cues import all_agencies
from store.reading.languages import Language
from store.reading.lines.forms import ADDRESS
from store.reading.metadata.outlets.notes import NAMES_THE_OUTLET
from store.reading.metadata.page import (
    DOMAIN,
    EASTERN,
    NAME_ALONE,
    NAME_WITHOUT_CAPITALS,
    Page,
    common_words,
    is_other_site,
)

ABOVE_TITLE = ("before the title", "a word among")
LONGEST_MASTHEAD = 40
_LINES_OF_A_MASTHEAD, _LINES_OF_A_HEAD = 3, 9
#: What parts a name from a menu, or from what it says of itself: “Daily Star, since 1950”.
BEHIND_MASTHEAD = re.compile(
    r"\s{2,}|\u3000|, |，|\s[–—|>›»→/-]\s|\s?＞|(?<=[\u3040-\u30ff\u3400-\u9fff])\s"
)
#: "DER ANKER Panorama": a name in capitals, and the section that one is in.
_SHOUTED = re.compile(r"([A-ZÀ-Þ]{2,} [A-ZÀ-Þ]{4,}) [A-ZÀ-Þ][a-zà-ÿ]+$")
#: "Harbour Post plus": what only subscribers may read.
_FOR_SUBSCRIBERS = re.compile(r"(?<=\w)(?:\+|\s(?i:plus|premium)|(?<=[A-Z]{3})plus)$")
#: What parts the words of a name.
IN_NAME = re.compile("[ '’-]")
_WORDS_OF_A_TITLED_NAME = 6
_EASTERN_NAME = re.compile(
    r"[\u3005\u3041-\u30ff\u3400-\u9fff]{4,14}|(?:[A-Z]{2,4} )?[\uac00-\ud7a3]{2,10}\d?"
)
_SHORTEST_EASTERN_NAME = 3
#: "HarbourToday", "harbourNews".
_CAPITAL_INSIDE = re.compile(r"[A-Za-z]?[a-z]{3,}[A-Z][a-z]{2,}")
#: So many lines are a page's foot, and what parts a name there from what else it says.
_LINES_OF_A_FOOT, _IN_FOOT = 5, re.compile(r"\s[|·–-]\s")
_OF_OTHERS = ("related", "tags", "repeats", "navigation")
#: How the reasons begin of menus.
_PATH = "a path in the site"
MENUS = ("words of a menu", "the words of a menu", _PATH)
#: How the reasons begin of notes where a masthead may recur.
_NOTES_OF_ITSELF = (*NAMES_THE_OUTLET, "copyright", "appeal", ADDRESS)


def masthead(page: Page) -> str | None:
    """The name above the title, known by its form or by the page's notes on itself."""
    for index, line in enumerate(page.lines[:_LINES_OF_A_HEAD]):
        if line.kind == "title":
            break
        if line.kind != "boilerplate" or not line.reason.startswith((*ABOVE_TITLE, _PATH)):
            continue
        name = name_on_line(page, line)
        if index < _LINES_OF_A_MASTHEAD + 1 and name == page.content(line) and _is_shaped(name):
            return name
        if DOMAIN.fullmatch(name) and not is_other_site(name):
            return name
        if _is_eastern_masthead(page, name):
            return name
        if index >= _LINES_OF_A_MASTHEAD or len(name) > LONGEST_MASTHEAD:
            continue
        if page.is_common_word(name):
            continue
        if index == 0 and name in all_agencies() and _leads(page.lines[1:2]):
            return name  # an agency's own page
        recurs = _may_be_name(name) and _recurs(page, name)
        if recurs:  # a town does too
            recurs = name not in page.title if " " in name else not page.tells_of(name)
        if recurs or is_western_masthead(page, name):
            return name
    return None


def _is_shaped(name: str) -> bool:
    """Whether a word has a capital inside, as no section and no network: “HarbourToday”."""
    if not _CAPITAL_INSIDE.fullmatch(name) or is_other_site(name):
        return False
    return fold(name) not in common_words("no_own_names")


def _may_be_name(name: str) -> bool:
    """Whether a line above the title may be a name, in letters with capitals or without."""
    forms = (NAME_ALONE, _EASTERN_NAME, NAME_WITHOUT_CAPITALS)
    return len(name) >= _SHORTEST_EASTERN_NAME and any(form.fullmatch(name) for form in forms)


def _leads(below: Sequence[Line]) -> bool:
    """Whether a menu or a path stands on the line below."""
    return any(line.reason.startswith(("navigation", *MENUS)) for line in below)


def name_on_line(page: Page, line: Line) -> str:
    """The words of a line that may be a name: without what stands behind it on the line."""
    name = BEHIND_MASTHEAD.split(page.content(line), maxsplit=1)[0]
    shouted = _SHOUTED.match(name)
    name = shouted[1] if shouted else name
    name = _FOR_SUBSCRIBERS.sub("", name).removesuffix(" Logo").removesuffix(" logo")
    return name[:-1] if name.isupper() and name.find(".") == len(name) - 1 else name  # "NKR."


def name_in_foot(page: Page) -> str | None:
    """The name in the page's last lines, parted from a link or a note: “Privacy | Daily Star”."""
    for line in page.lines[-_LINES_OF_A_FOOT:]:
        parts = _IN_FOOT.split(page.content(line))
        if line.kind != "boilerplate" or line.reason.startswith(_OF_OTHERS):
            continue
        if len(parts) < 2 and parts[0].split(" ")[0].capitalize() not in _articles(page.language):
            continue
        names = [part for part in parts if is_western_masthead(page, part)]
        if len(names) == 1 and not page.is_common_word(names[0]):
            return names[0]
    return None


def is_western_masthead(page: Page, name: str) -> bool:
    """Whether a name has a word that tells outlets from sections: “City Herald”, “NKR Info”."""
    written = IN_NAME.split(name)
    if fold(written[0]) in words_of(page.language).staff:
        return False  # "Redacción Mundo": a desk
    if written[1:2] == ["the"]:
        return False  # "Support the Post"
    words = [word.capitalize() for word in written] if name.isupper() else written
    sections, known = common_words("section_words"), outlet_words(page.language)
    if len(words) > 1 and words[0] in _articles(page.language) and words[1] in known - sections:
        return len(words) <= _WORDS_OF_A_TITLED_NAME  # "La Voz del Muelle", "Le Matin libre"
    if not NAME_ALONE.fullmatch(name.replace("-", " ")):
        return False
    if name.isupper() and name.endswith("TV") and " " not in name and len(name) > 3:
        return True
    longest = _WORDS_OF_A_TITLED_NAME if page.language.code == "vi" else 4  # syllables
    if 1 < len(words) <= longest and not (known - sections).isdisjoint(words):
        return True
    is_acronym = ACRONYM.fullmatch(written[0]) and sections.isdisjoint((written[0], words[0]))
    return bool(is_acronym) and len(words) > 1 and sections.issuperset(words[1:])


@cache
def _articles(language: Language) -> frozenset[str]:
    """Articles before outlets' names, elided ones among them: “Le”, “L”."""
    articles = language.table("metadata").get("outlet_articles", ())
    return frozenset((*articles, "L")) if articles else frozenset()


def _is_eastern_masthead(page: Page, name: str) -> bool:
    """Whether a name ends as newspapers' do: 城市日报, 山吹新聞オンライン."""
    sections = tuple(page.language.table("metadata").get("section_words", ()))
    if not _EASTERN_NAME.fullmatch(name):
        return False
    if name[:2].isascii():  # "NKR 뉴스", but no "시장뉴스"
        return name.rstrip("0123456789").endswith(tuple(outlet_words(page.language)))
    while name.endswith(sections):
        name = name.removesuffix(next(word for word in sections if name.endswith(word)))
    telling = tuple(word for word in outlet_words(page.language).difference(sections) if word > "~")
    name = name.rstrip("0123456789")
    return len(name) >= _SHORTEST_EASTERN_NAME and name.endswith(telling)


def _recurs(page: Page, name: str) -> bool:
    """Whether the page's notes on itself have the name."""
    for line in page.lines:
        note = page.content(line)
        if line.kind == "caption" and EASTERN.search(name) and note.endswith(f" {name}"):
            return True
        if line.kind == "boilerplate" and line.reason.startswith(_NOTES_OF_ITSELF):
            at = note.lower().find(name.lower()) if " " in name else -1
            if name in note or (at >= 0 and _opens_high(note[at : at + len(name)])):
                return True
    return False


def _opens_high(words: str) -> bool:
    """Whether each word, small ones aside, opens with a capital."""
    return all(word[0].isupper() or len(word) < 4 for word in words.split())
