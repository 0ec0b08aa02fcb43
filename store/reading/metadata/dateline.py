"""The dateline: on a line of its own, or the one that an early paragraph opens with."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from store.matching import fold
from store.model import Line
from store.reading.bylines.datelines import Dateline, read_dateline, read_place_and_day
from store.reading.bylines.words import words_of
from store.reading.languages import Language
from store.reading.metadata.page import Page
from store.reading.patterns import CAPITALS

_PLACE_AND_STOP = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]{2,}(?:[ /-][A-ZÀ-Þ][\w'’-]+){0,2})\.\s+(?=[A-ZÀ-Þ\"“„«»])"
)
#: A place and the stop behind it take no more.
_LONGEST_OPENING = 120
#: One town's name in small letters.
_TOWN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*")
_ELIDED = re.compile(r"^[a-z]{1,2}['’]")
#: No town's name is so short.
_ACRONYM = re.compile(r"[A-Z]{2,3}")
_SHORT_NAME = re.compile(r"[A-Z]{2,4}")
_LONGEST_ACRONYM = 4
_PLACE_IN_CAPITALS = re.compile(
    rf"(?P<place>[{CAPITALS}-]{{5,}}(?:[ /][{CAPITALS}-]{{5,}})?) "
    rf"(?=[{CAPITALS}][a-zà-ÿ]* [a-zà-ÿ])"
)


def find_dateline(page: Page) -> Dateline | None:
    """The dateline; what it has for a place is an outlet where byline or captions name that."""
    found = _first_dateline(page)
    if found is None or found.place is None:
        return found
    signed = any(found.place in credit.names for credit in page.credits)
    # "Daily Star - The mayor ...", with "Jane Doe, Daily Star" above
    if (signed and not found.outlet) or _owns_picture(page, found.place):
        return replace(found, place=None, outlet=found.place)
    if found.outlet and not found.wire and _is_told_of(page, found.outlet):
        return replace(found, place=f"{found.outlet}, {found.place}", outlet=None)
    return found


def _is_told_of(page: Page, name: str) -> bool:
    """Whether the text tells of what stands before a town, and no note: a second town, no outlet.

    “Ashford, London – The river ...”, with “in the district of Ashford” below.
    """
    if not _TOWN.fullmatch(name):
        return False
    whole = re.compile(rf"(?<=\w ){re.escape(name)}(?!\w)")
    text = (line for line in page.lines if line.kind in ("body", "standfirst"))
    told = any(whole.search(page.content(line)) for line in text)
    return told and not any(
        name in page.content(line)
        for line in page.lines
        if line.kind in ("boilerplate", "caption")
        and not line.reason.startswith(("tags", "related"))
    )


def _first_dateline(page: Page) -> Dateline | None:
    """The dateline on a line of its own, or the one that an early paragraph opens with."""
    bodies = 0
    for line in page.lines:
        is_heading = line.kind == "heading" and bodies == 0
        if line.kind not in ("dateline", "date", "byline", "body", "standfirst") and not is_heading:
            continue
        content = page.content(line)
        found = read_dateline(content, page.language, first=True)
        if is_heading and (found is None or not _is_named_again(page, found, line)):
            continue  # "Seehafen – The crane stands still!", but no heading
        if line.kind in ("date", "byline"):
            if found is not None and found.place and found.wire:
                return found  # "Vienna (AFP) - 7 February 2023"
            continue
        if found is None and line.kind == "dateline":
            place = read_place_and_day(content, page.language) or content.rstrip(" :")
            return Dateline(len(content), place=place)
        if found and line.kind == "dateline" and _SHORT_NAME.fullmatch(found.place or ""):
            found = replace(found, place=None, outlet=found.place)  # "CNN —"
        if found and _ACRONYM.fullmatch(found.place or "") and not (found.wire or found.outlet):
            found = replace(found, place=None, outlet=found.place)  # "NKR – The board ..."
        plain = found is not None and not (found.outlet or found.wire or found.author)
        if found is not None and not (plain and _doubtful(page, found, line, bodies)):
            return found
        if bodies == 0 and (found := _place_alone(page, content)):
            return found
        if line.kind == "body":
            if bodies == 0 and (found := _place_and_stop(page, content)):
                return found
            bodies += 1
            if bodies == 3:
                return None
    return None


def place_of_report(page: Page) -> str | None:
    """Where the report was filed: of the dateline, else of the byline."""
    signed = next((credit.place for credit in page.credits if credit.place), None)
    if page.dateline and page.dateline.place:
        told = page.dateline.wire or page.dateline.outlet
        return page.dateline.place if told or signed is None else signed
    return signed or _labelled_place(page)


def _labelled_place(page: Page) -> str | None:
    """The first place of a line that says where the report is from: 発信地：東京/日本."""
    labels = tuple(page.language.table("metadata").get("place_labels", ()))
    if not labels:
        return None
    for line in page.lines:
        label, _, place = page.content(line).replace("：", ":").partition(":")
        if label.strip() in labels and place.strip():
            return place.partition("/")[0].strip()
    return None


def _doubtful(page: Page, found: Dateline, line: Line, bodies: int) -> bool:
    """Whether a place alone is no dateline here: in a standfirst, or late and not shouted."""
    bracketed = page.text[line.start] == "("
    if bracketed:
        return not _is_known(page, found, line)  # "(Update) The board ...", no town
    if found.place and found.place.isupper():
        in_standfirst = line.kind == "standfirst" and not _is_town_of_page(page, found.place)
        return in_standfirst or _is_rubric(page, found, line)
    late = bodies > 0 and not (bodies == 1 and _is_named_again(page, found, line))
    return line.kind == "standfirst" or late or _is_label(page, found, line)


def _is_town_of_page(page: Page, place: str) -> bool:
    """Whether a place in capitals stands on the page with one capital too, and so is no rubric."""
    towns = [town for town in re.split(r"[ /]", place) if len(town) > _LONGEST_ACRONYM]
    return bool(towns) and all(
        re.search(rf"(?<!\w){re.escape(town.title())}(?!\w)", page.text) for town in towns
    )


def _is_rubric(page: Page, found: Dateline, line: Line) -> bool:
    """Whether words in capitals before a colon are the page's in small letters: no town's."""
    if ":" not in page.text[line.start : line.start + found.end]:
        return False
    words = [word for word in (found.place or "").lower().split() if len(word) > 3]
    return bool(words) and all(
        re.search(rf"(?<!\w){re.escape(word.rstrip('s'))}", page.text) for word in words
    )


def _is_named_again(page: Page, found: Dateline, line: Line) -> bool:
    """Whether a place before a dash, below the lead, stands on the page again."""
    opening = page.text[line.start : line.start + found.end]
    if found.place is None or ":" in opening:
        return False
    return len(re.findall(rf"(?<!\w){re.escape(found.place)}", page.text)) > 1


def _is_known(page: Page, found: Dateline, line: Line) -> bool:
    """Whether a place is one of the language's towns, no word of prompts, or named again."""
    place = fold(found.place or "")
    if place in page.language.table("metadata").get("places", ()):
        return True
    words = words_of(page.language)
    is_prompt = words.prompts.issuperset(place.split()) or words.modified.fullmatch(place)
    return not is_prompt or _is_named_again(page, found, line)


def _is_label(page: Page, found: Dateline, line: Line) -> bool:
    """Whether the word before a colon is no place: the page has it in small letters too."""
    if not found.place or ":" not in page.text[line.start : line.start + found.end]:
        return False
    word = _ELIDED.sub("", found.place.replace("İ", "i").lower())  # "L’offensive: ..."
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", page.text) is not None


def _place_alone(page: Page, content: str) -> Dateline | None:
    """“ASHFORD In the harbour ...”: a town in capitals that no sign parts from the report."""
    match = _PLACE_IN_CAPITALS.match(content)
    if match is None:
        return None
    first = content[match.end() :].partition(" ")[0].lower()
    if first not in page.language.table("identification").get("words", ()):
        return None  # "NORTHERN Gulls captain Jane Doe"
    if match["place"] in content[match.end() :] or not _is_town_of_page(page, match["place"]):
        return None
    return Dateline(match.end(), place=match["place"])


def _place_and_stop(page: Page, content: str) -> Dateline | None:
    """“Town. The council ...”, where the town is named elsewhere on the page too."""
    match = _PLACE_AND_STOP.match(content[:_LONGEST_OPENING])
    if match is None:
        return None
    place = match["place"]
    if place.rpartition(" ")[2] in _never_last(page.language):
        return None  # "City Police Supt. Jane Doe says ..."
    if place.isupper() and place.lower() in content:
        return None  # "NEXT MONTH. Tell everybody by next month"
    named = len(re.findall(rf"(?<!\w){re.escape(place)}(?!\w)", page.text)) > 1
    endings = tuple(page.language.table("metadata").get("place_endings", ()))
    known = named or place.isupper() or (bool(endings) and place.endswith(endings))
    return Dateline(match.end(), place=place) if known else None


def _owns_picture(page: Page, name: str) -> bool:
    """Whether a caption names it, without other places, as a picture's owner: (Name/Jane D)."""
    return any(
        line.kind == "caption"
        and (
            f"({name}/" in (content := page.content(line))
            or content.lstrip("•·- ").startswith(f"{name}/")
        )
        for line in page.lines
    )


@cache
def _never_last(language: Language) -> frozenset[str]:
    return frozenset(language.table("sentences").get("never_last", ()))
