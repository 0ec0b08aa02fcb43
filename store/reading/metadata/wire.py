"""The agency whose report it is; one that somebody of the text talked to is not it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.reading.cues import all_agencies
from store.reading.languages import COMMON, Language, load
from store.reading.metadata.page import Page
from store.reading.patterns import any_of

_WIRE_AT_END = re.compile(
    r"(?:^|[.!?。”\"])\s*[(（\[［]\s*([^()（）\[\]]{2,30})\s*[)）\]］]\s*\.?$"
    r"|(?:^|[.!?”\"]\s*)[-–—]+\s*([A-Z][\w ]{1,20})$|[.!?][\"”»]?\s+([A-Z]{2,8}(?:/[A-Z]{2,8})?)$"
)
_SIGNATURE = re.compile(r"[\w.]{2,12}(?: ?[/,] ?[\w.]{2,12}){0,5}")
_AGENCY_IN_BRACKETS = re.compile(r"\(([^()]{2,20})\)")


def find_wire(page: Page) -> str | None:
    """The agency whose report this is: of the dateline, the byline, or of "as AFP reports"."""
    if page.dateline and page.dateline.wire:
        return page.dateline.wire
    for credit in page.credits:
        if credit.wire:
            return credit.wire
    last: str | None = None
    for line in page.lines:
        if line.kind not in ("body", "standfirst"):
            continue
        content = page.content(line)
        if relayed := _relayed(content, page.language):
            return all_agencies().get(relayed)
        last = content
    if last and (match := _WIRE_AT_END.search(last)):
        return _first_agency(next(group for group in match.groups() if group))
    signed = all_agencies().get(last.rpartition(" - ")[2]) if last else None
    return signed or _signed_below(page) or _wire_of_source(page)


def _signed_below(page: Page) -> str | None:
    """The agency right below the text, alone or among initials: “ATS/jd”, taken for a credit."""
    last = page.last_paragraph()
    below = next((line for line in page.lines if last and line.number > last.number), None)
    if below is None or below.kind != "caption" or not _SIGNATURE.fullmatch(page.content(below)):
        return None
    return _first_agency(page.content(below))


def _wire_of_source(page: Page) -> str | None:
    """The agency of a short note on the source: “Quelle: site.de, kse/AFP”, “(sumber: AFP)”."""
    for line in page.lines:
        content = page.content(line)
        named = line.reason.startswith("source note") and (":" in content or "：" in content)
        if len(content) > 60 or not (named or line.reason.startswith("initials")):
            if named and (match := _AGENCY_IN_BRACKETS.search(content)):
                return all_agencies().get(match[1])
            continue
        if agency := _first_agency(content):
            return agency
    return None


def _first_agency(signature: str) -> str | None:
    """The first agency of a signature such as “bbr/dpa/AFP”, in capitals or not."""
    parts = re.split(r"[\s:：,/()]+", signature)
    known = (all_agencies().get(part) or all_agencies().get(part.upper()) for part in parts)
    return next((agency for agency in known if agency), None)


def _relayed(content: str, language: Language) -> str | None:
    """The name of the agency that a line relays: “as reported by AFP”."""
    low = content.lower()
    if not any(map(low.__contains__, _shortest_wire_words(language))):
        return None
    pattern = _wire_pattern(language)
    starts = sorted(start for word in _wire_words(language) for start in _places(word, low))
    for start in starts:
        if match := pattern.match(content, start):
            return match["agency"]
    return None


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word begins in a text, also within others."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


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
