"""Names of outlets, known by their form: addresses, words such as “Times”, editions."""

from __future__ import annotations

import re
from functools import cache

from store.reading.bylines.words import Words
from store.reading.languages import COMMON, load
from store.reading.patterns import any_of

DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*\.[A-Za-z]{2,6}/?$"
)
CAMEL = re.compile(r"^[a-z]{2,}[A-Z]\w*$")
#: "NKR", behind a name: no town's short name is so long, and no state's.
ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,5}\d?")


@cache
def company_form() -> re.Pattern[str]:
    """What kind of company it is, behind its name: “ GmbH & Co. KG”."""
    forms = load(COMMON).table("metadata").get("company_forms", ())
    return re.compile(rf"(?<=\w),?\s{any_of(forms)}\.?$")


def is_edition(name: str) -> bool:
    """Whether a name is an acronym and a country or language, which no person has: “BNC Asia”."""
    acronym, _, edition = name.partition(" ")
    return acronym.isupper() and 3 <= len(acronym) <= 5 and edition in _editions()


@cache
def _editions() -> frozenset[str]:
    return frozenset(load(COMMON).table("metadata").get("editions", ()))


def is_name_of_outlet(part: str, words: Words) -> bool:
    """Whether a short name holds a word of outlets' names, or a capital inside: “NKR News”."""
    if CAMEL.match(part):
        return True
    tokens = part.split()
    telling = {*tokens, *(token.capitalize() for token in tokens)}
    return 2 <= len(tokens) <= 4 and not words.outlet_words.isdisjoint(telling)


def is_glued_outlet(place: str, words: Words) -> bool:
    """Whether a word in capitals ends as outlets' names do: “HARBOURTIMES”."""
    if not place.isupper() or " " in place:
        return False
    endings = (word.upper() for word in words.outlet_words if len(word) > 3)
    return any(place.endswith(ending) and len(place) > len(ending) + 2 for ending in endings)


def is_outlet_name(part: str, words: Words) -> bool:
    """Whether a dateline's first words are an outlet's: “City News - ”."""
    tokens = part.split()
    if not tokens:
        return False
    if len(tokens) == 1:
        return re.search(r"[a-z][A-Z]|[A-Z]{2}\d", part) is not None and "'" not in part
    named = not words.outlet_words.isdisjoint((tokens[-1], tokens[-1].capitalize()))
    return 2 <= len(tokens) <= 4 and named
