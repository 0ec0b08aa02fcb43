"""The outlet that the report itself is signed with: in its dateline, byline, source, last words."""

from __future__ import annotations

import re
from itertools import pairwise

from store.matching import fold
from store.reading.bylines.eastern import read_outlet_of_sign_off
from store.reading.bylines.outlets import is_edition
from store.reading.bylines.words import outlet_words
from store.reading.cues import all_agencies
from store.reading.metadata.outlets.masthead import (
    ABOVE_TITLE,
    LONGEST_MASTHEAD,
    is_western_masthead,
)
from store.reading.metadata.page import HAN_NAME, Page, squeezed

#: "... the road is closed. – DAILY STAR"
_OUTLET_AT_END = re.compile(
    r"[.!?][\"”»]?\s+[–—-]+\s?([A-ZÀ-Þ][A-ZÀ-Þ!'’]+(?: [A-ZÀ-Þ!'’]+){1,3})$"
)
#: "N.D", "Ont", which lost their last stop.
_SHORT_REGION = re.compile(r"(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]{1,4}")
#: "News > Coast > Ashford": where regions stand too.
_PATH = re.compile(r"\s[>›»/]\s")
_CAPITAL_INSIDE = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
_NAME_WITH_DASH = re.compile(r"[A-ZÀ-Þ][\w'’]*(?:[ -][A-ZÀ-Þ][\w'’]*){1,3}")


def signed_outlet(page: Page) -> str | None:
    """The outlet of the dateline, or of the byline."""
    if page.dateline and page.dateline.outlet:
        return page.dateline.outlet
    for credit in page.credits:
        if credit.outlet:
            return credit.outlet
        for name in credit.names:
            if before := outlet_before(page, name):
                return before
    return None


def outlet_of_sign_off(page: Page) -> str | None:
    """For whom a broadcaster signs off with a name: KNB 뉴스 정하은입니다."""
    if page.language.code != "ko":
        return None
    told = (page.content(line) for line in page.lines if line.kind == "body")
    return next((name for name in map(read_outlet_of_sign_off, told) if name), None)


def outlet_before(page: Page, name: str) -> str | None:
    """The opening words of a name that stand on a line of their own too."""
    for line in page.lines:
        content = page.content(line)
        if len(content) > 3 and line.kind == "boilerplate" and name.startswith(f"{content} "):
            return content
    return None


def outlet_behind_town(page: Page) -> str | None:
    """What stands in brackets behind the dateline's town, where the page's notes have it too."""
    region = page.dateline.region if page.dateline and not page.dateline.wire else None
    if region is None:
        return None
    alone = (line for line in page.lines if line.kind not in ("title", "body"))
    names = {squeezed(name) for credit in page.credits for name in credit.names}
    names.update(squeezed(page.content(line)) for line in alone)
    if squeezed(region) in names:
        return region  # on a line of its own too: no country signs a report
    if _is_shortened(page, region):
        return None
    around = (
        line
        for line in page.lines
        if line.kind in ("boilerplate", "caption")
        and not line.reason.startswith("tags")
        and not _PATH.search(page.content(line))
    )
    whole = re.compile(rf"(?<!\w){re.escape(fold(region))}(?!\w)")  # no "Ala", of Alabama
    return region if any(whole.search(fold(page.content(line))) for line in around) else None


def _is_shortened(page: Page, region: str) -> bool:
    """Whether what stands behind a town has a figure, or a stop as short names of states do."""
    short = _SHORT_REGION.fullmatch(region) is not None and f", {region}." in page.text
    return short or re.search(r"\d", region) is not None


def source_above(page: Page) -> str | None:
    """The outlet on a line above the text: a broadcaster's edition, 来源：城市日报."""
    below_title = False
    for line in page.lines:
        if line.kind == "body":
            return None
        if line.kind in ("boilerplate", "standfirst") and is_edition(page.content(line)):
            return page.content(line)
        if below_title and line.kind == "standfirst" and _is_name_alone(page, page.content(line)):
            return page.content(line)
        below_title = below_title or line.kind == "title"
        if line.kind == "boilerplate" and line.reason.startswith("source note"):
            name = re.split(r"[:：]\s*", page.content(line), maxsplit=1)[-1]
            telling = tuple(outlet_words(page.language))
            if HAN_NAME.fullmatch(name) and name.endswith(telling):
                is_site = name.endswith(("网", "網"))  # an agency’s own pages
                return name if is_site or name not in all_agencies() else None
    return None


def _is_name_alone(page: Page, content: str) -> bool:
    """Whether a line says no more than an outlet's name, by its form: “harbourNews”."""
    if len(content) > LONGEST_MASTHEAD:
        return False
    shaped = " " not in content and _CAPITAL_INSIDE.search(content) is not None
    return (shaped and content.isalnum()) or is_western_masthead(page, content)


def outlet_beside_byline(page: Page) -> str | None:
    """A hidden name right above or below the byline, which a note or a caption has too."""
    for pair in pairwise(page.lines):
        if "byline" not in (pair[0].kind, pair[1].kind):
            continue
        for line, other in (pair, pair[::-1]):
            name = page.content(line)
            alone = line.reason.startswith((*ABOVE_TITLE, "caption: stands below"))
            if (
                alone
                and other.kind == "byline"
                and 3 < len(name) <= LONGEST_MASTHEAD
                and _NAME_WITH_DASH.fullmatch(name)
                and _is_signed_elsewhere(page, name)
            ):
                return name
    return None


def _is_signed_elsewhere(page: Page, name: str) -> bool:
    """Whether a caption or a note ends in the name, and the text never has it in small."""
    ends = any(
        line.kind in ("caption", "boilerplate")
        and len(content := page.content(line)) > len(name)
        and fold(content).endswith((f" {fold(name)}", f"/{fold(name)}"))
        for line in page.lines
    )
    return ends and not page.is_common_word(name)


def outlet_behind_text(page: Page) -> str | None:
    """The name in capitals that closes the last paragraph, with a word of outlets' names."""
    last = page.last_paragraph()
    match = _OUTLET_AT_END.search(page.content(last)) if last else None
    if match is None or match[1] in all_agencies():
        return None
    words = {word.capitalize() for word in match[1].split()}
    return None if outlet_words(page.language).isdisjoint(words) else match[1]
