"""The outlet's name in a note on its rights: “© 2023 Daily Star. All rights reserved”."""

from __future__ import annotations

import re
from functools import cache

from store.matching import fold
from store.reading.bylines.outlets import company_form
from store.reading.cues import all_agencies
from store.reading.languages import codes, load
from store.reading.metadata.page import NAME_ALONE, common_words
from store.reading.patterns import any_of

_SIGN = r"(?:[©ⓒ]|\(c\))"
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?"
#: "City News & citynews.com"
_AND_ADDRESS = re.compile(r"\s*&\s*[\w-]+(?:\.[\w-]+)+.*$")
_COPYRIGHT_BEHIND = re.compile(r"^(?P<outlet>[^\W\d_][\w&.’' -]{2,39}?)\s*©\s*(?:19|20)\d\d")


@cache
def _opening_words() -> str:
    """A pattern for what opens a note on rights in words: “copyright”, “hak cipta”."""
    return any_of(word for code in codes() for word in load(code).words("metadata", "copyright"))


@cache
def _copyright() -> re.Pattern[str]:
    """A sign or a word, a year, and the owner's name up to what cannot go on in it."""
    sign = rf"(?:{_SIGN}|{_opening_words()})"
    company = rf"(?<=\s)(?-i:{any_of(common_words('company_forms'))})(?!\w)"
    ends = rf"[.,|–—/-]\s|[,(（•·|]|\.$|$|(?:19|20)\d\d|{_opening_words()}|{_law()}|{company}"
    pattern = (
        rf"{sign}\s*{sign}?\s*{_YEARS}\s*(?:by|oleh|von|par)?\s*[,.:|-]?\s*"
        rf"(?P<outlet>[^\W\d_][\w&.’' -]{{1,39}}?)(?=\s*(?:{ends}))"
    )
    return re.compile(pattern, re.IGNORECASE)


@cache
def _is_note() -> re.Pattern[str]:
    """A year or words without which a sign alone opens no note on rights."""
    return re.compile(rf"(?:19|20)\d\d|{_opening_words()}", re.IGNORECASE)


@cache
def _law() -> str:
    """A pattern for the words of law in a note: “all rights reserved”."""
    phrases = [phrase for code in codes() for phrase in load(code).words("metadata", "rights")]
    return "|".join(re.escape(phrase).replace(r"\ \*\ ", r"\b[^.]{0,20}") for phrase in phrases)


@cache
def _rights() -> re.Pattern[str]:
    """The words of law, with a group for what stands behind them."""
    return re.compile(rf"\s*(?:{_law()})(?P<rest>.*)$", re.IGNORECASE)


@cache
def _publisher() -> re.Pattern[str]:
    """What a publishing house has behind or before the name of its paper."""
    words = any_of(common_words("publishers"))
    return re.compile(rf"(?<=\w) {words}$|^{words} (?=\w)", re.IGNORECASE)


def owner_of_rights(content: str) -> str | None:
    """The owner's name in a copyright note, without the words of law around it."""
    whole = content
    law = _rights().search(content)
    if law is not None:  # "Hak cipta terpelihara © Daily Star" has the name behind it
        is_behind = any(map(str.isalpha, content[: law.start()]))
        content = content[: law.start()] + ("" if is_behind else law["rest"])
    match = _copyright().search(content) or _COPYRIGHT_BEHIND.match(content)
    if match is None or fold(match["outlet"]) in common_words("no_owners"):
        return None
    if match["outlet"].strip(" .-") in all_agencies():
        return None
    signed = match.start() == 0 and len(content) < len(whole)
    signed = signed or company_form().search(content) is not None
    if not signed and not _is_note().search(content):
        return None
    owner = _AND_ADDRESS.sub("", match["outlet"])
    if owner[0].islower() and " " in owner:
        return None  # the middle of a sentence: "is copyright and cannot be reproduced"
    owner = _publisher().sub("", company_form().sub("", owner.strip(" .-")))
    return None if fold(owner.partition(".")[0]) in common_words("no_owners") else owner or None


def owner_alone(content: str) -> str | None:
    """The name behind the sign of the page's last line: “© Northern Star”."""
    name = content[1:].strip() if content[0] == "©" else ""
    return name if NAME_ALONE.fullmatch(name) and name not in all_agencies() else None
