"""The title without the site's name, a day or a link behind it; and the window's name."""

from __future__ import annotations

import re
from functools import lru_cache

from store.reading.bylines.words import outlet_words
from store.reading.cues import cue_book, line_key
from store.reading.dates import find_dates
from store.reading.languages import Language
from store.reading.lines.title import NAME_OF_WINDOW
from store.reading.metadata.page import DOMAIN, NAME_ALONE, Page, squeezed

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
_CLOCK_AT_END = re.compile(r"[^\s]+ ?(?:[^\W\d_]+ ?[^\s]* )?\d{1,2}:\d\d(?: ?[A-Za-z]{2,4})?$")
#: "Skip to content", "Passer directement au contenu principal", in words
_SHORTEST_SKIP_LINK, _LONGEST_SKIP_LINK = 3, 5


def name_of_window(page: Page) -> tuple[str | None, str | None]:
    """The outlet and the day in the name of the window: “Title | Section | Outlet | Day”."""
    line = next((line for line in page.lines if line.reason.startswith(NAME_OF_WINDOW)), None)
    parts = [part.strip() for part in page.content(line).split("|")[1:]] if line else []
    days = [date.iso for part in parts for date in find_dates(part, page.language)]
    names = [part for part in parts if not find_dates(part, page.language)]
    name = names[-1] if names and NAME_ALONE.fullmatch(names[-1]) else None
    return name, days[0] if days else None


def title_and_day(page: Page) -> tuple[str, str | None]:
    """The title without the day and time glued to it, and that day."""
    line = next((line for line in page.lines if line.kind == "title"), None)
    title = page.content(line) if line else ""
    dates = find_dates(title, page.language)
    if not dates or not _CLOCK_AT_END.match(title, dates[-1].start):
        return title, None
    return title[: dates[-1].start].rstrip(" -–|"), dates[-1].iso


def find_title(page: Page, outlet: str | None) -> tuple[str | None, str | None]:
    """The title without the site's name behind it, and that name."""
    line = next((line for line in page.lines if line.kind == "title"), None)
    if line is None:
        return None, None
    title = _without_skip_link(page.title, page.language)
    site: str | None = None
    for other in page.lines:
        content = page.content(other)
        if (
            other.kind == "boilerplate"
            and content.startswith(title)
            and (match := _TITLE_SUFFIX.match(content))
            and match["title"] == title
        ):
            site = match["site"]
    eastern = _EASTERN_SUFFIX.match(title)
    telling = (*outlet_words(page.language), *_DIGITAL)
    telling = _DIGITAL if eastern and eastern["join"].strip() in {":", "："} else telling
    if eastern and eastern["site"].endswith(telling):
        return eastern["title"].rstrip(), eastern["site"]
    match = _TITLE_SUFFIX.match(title)
    if match and _is_site(page, match["site"], match["join"], outlet):
        return match["title"].rstrip(), match["site"].strip()
    return title, site


def site_behind_title(page: Page) -> str | None:
    """The site's name behind the title's bar, known by its form: “Title | Harbour Post”."""
    match = _TITLE_SUFFIX.match(_without_skip_link(page.title, page.language))
    is_site = match is not None and _is_site(page, match["site"], match["join"], None)
    return match["site"].strip() if match and is_site else None


@lru_cache(maxsize=8)
def _without_skip_link(title: str, language: Language) -> str:
    """A title without the link behind it that leads past the menus: “Skip to content”."""
    book, tokens = cue_book(language), title.split(" ")
    for size in range(_LONGEST_SKIP_LINK, _SHORTEST_SKIP_LINK - 1, -1):
        cue = book.whole(line_key(" ".join(tokens[-size:]))) if len(tokens) > size else None
        if cue is not None and cue.category == "navigation":
            return " ".join(tokens[:-size]).rstrip(" |-–")
    return title


def _is_site(page: Page, site: str, join: str, outlet: str | None) -> bool:
    """Whether the words behind a title's dash or bar are the site's name."""
    words = site.split()
    if (
        outlet
        and squeezed(outlet)
        and (squeezed(site) in squeezed(outlet) or squeezed(outlet) in squeezed(site))
    ):
        return True
    if DOMAIN.fullmatch(site.strip()):
        return True
    if any(word in outlet_words(page.language) for word in words) and len(words) <= 4:
        return all(word[0].isupper() or word[0].isdigit() for word in words)
    if any(word[:-1] != word[:-1].lower() and word[0].islower() for word in words):
        return len(words) <= 2
    return ("|" in join or "｜" in join) and len(words) <= 3
