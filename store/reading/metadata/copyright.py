"""The outlet's name in a note on its rights: “© 2023 Daily Star. All rights reserved”."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from store.matching import fold
from store.reading.bylines.outlets import company_form
from store.reading.cues import all_agencies
from store.reading.languages import codes, load
from store.reading.metadata.page import (
    DOMAIN,
    NAME_ALONE,
    NAME_OF_OUTLET,
    common_words,
    is_other_site,
)
from store.reading.patterns import any_of

_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGN = r"(?:[©ⓒ]|\(c\)|(?<=[Tt] )@(?= ))"
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?"
#: "City News & citynews.com"
_AND_ADDRESS = re.compile(r"\s*&\s*[\w-]+(?:\.[\w-]+)+.*$")
#: "© harbour.example / Jane Doe"
_OF_ADDRESS = re.compile(rf"{_SIGN}\s*{DOMAIN.pattern}", re.IGNORECASE)
_COPYRIGHT_BEHIND = re.compile(r"^(?P<outlet>[^\W\d_][\w&.!’' -]{2,39}?)\s*©\s*(?:(?:19|20)\d\d|$)")


@cache
def _opening_words() -> str:
    """A pattern for what opens a note on rights in words: “copyright”, “hak cipta”."""
    return any_of(word for code in codes() for word in load(code).words("metadata", "copyright"))


@cache
def _copyright() -> re.Pattern[str]:
    """A sign or a word, a year, and the owner's name up to what cannot go on in it."""
    sign = rf"(?:{_SIGN}|{_opening_words()})"
    company = rf"(?<=\s)(?-i:{any_of(common_words('company_forms'))})(?!\w)"
    ends = rf"[.,|–—/-]\s|[,(（•·|。、]|\.$|$|(?:19|20)\d\d|{_opening_words()}|{_law()}|{company}"
    pattern = (
        rf"{sign}\s*{sign}?\s*{_YEARS}\s*(?:{_opening_words()}\s)?\s*(?:by|oleh|von|par)?\s*[,.:|-]?\s*"
        rf"(?P<outlet>(?:\d{{1,2}} (?=[A-ZÀ-Þ]))?[^\W\d_][\w&.!’' -]{{1,39}}?)(?=\s*(?:{ends}))"
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


@cache
def _devices() -> frozenset[str]:
    """What prompts name in the outlet's place, and no outlet is called by: “iPhone”."""
    return common_words("no_own_names") - {fold(word) for word in common_words("section_words")}


class Owner(NamedTuple):
    """Whose the rights are, and whether the note says that it is a company: “Star Media Ltd”."""

    name: str
    is_company: bool


def owner_of_rights(content: str) -> Owner | None:
    """The owner in a copyright note, without the words of law around its name."""
    whole = content
    law = _rights().search(content)
    if law is not None:  # "Hak cipta terpelihara © Daily Star" has the name behind it
        is_behind = any(map(str.isalpha, content[: law.start()]))
        content = (content[: law.start()] + ("" if is_behind else law["rest"])).strip()
    if address := _OF_ADDRESS.search(content):
        return None if is_other_site(address[1]) else Owner(address[1], is_company=False)
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
    if fold(owner).rpartition(" ")[2] in _devices():
        return None  # "© 2024 Available for iPhone"
    if owner[0].islower() and " " in owner:
        return None  # the middle of a sentence: "is copyright and cannot be reproduced"
    return _without_company(owner.strip(" .-"), content[match.end("outlet") :])


def _without_company(owner: str, behind: str) -> Owner | None:
    """The owner without the kind of company that it is: “Star Media Ltd”, 星新聞株式会社."""
    houses = common_words("houses")
    short = _publisher().sub("", company_form().sub("", owner))
    short = _eastern_company().sub("", short)
    if not short or fold(short.partition(".")[0]) in common_words("no_owners"):
        return None
    is_company = not houses.isdisjoint(fold(owner).split()) or company_form().search(owner)
    is_company = is_company or _eastern_company().search(owner)
    return Owner(short, bool(is_company or _company_behind().match(behind)))


@cache
def _eastern_company() -> re.Pattern[str]:
    """The kind of company in names without blanks, before or behind them."""
    words = any_of(common_words("company_forms_unspaced"))
    return re.compile(rf"^{words}\s?|(?<=\w\w)\s?{words}$")


@cache
def _company_behind() -> re.Pattern[str]:
    """The kind of company behind its name: “ S.p.A.”."""
    return re.compile(rf",?\s{any_of(common_words('company_forms'))}(?!\w)")


def is_agency_s_own(content: str) -> str | None:
    """The agency that says that all rights are its own: “© 2024 AFP. All rights reserved.”."""
    law = _rights().search(content)
    if law is None or not _YEAR.search(content):
        return None
    before = content[: law.start()].strip()
    match = _copyright().search(before if any(map(str.isalpha, before)) else law["rest"])
    name = match["outlet"].strip(" .-") if match else ""
    return name if name in all_agencies() else None


#: "© 2024", and what a name behind it may end before: "© Northern Star / Imprint".
_SIGNED = re.compile(rf"(?:^|\s)©\s?{_YEARS}\s?(?={NAME_OF_OUTLET})", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’](?=[a-zığüşöç]{1,4} )")
_BEHIND_OWNER = re.compile(r"\s?[/|–—-]\s|[.,]\s|\s(?:19|20)\d\d(?!\w)|\.$")


def owner_alone(content: str) -> Owner | None:
    """The name behind the sign of one of the page's last lines: “© Northern Star”."""
    sign = _SIGNED.search(content)
    name = _BEHIND_OWNER.split(content[sign.end() :], maxsplit=1)[0].strip() if sign else ""
    if name.lower().startswith("copyright "):
        name = name[len("copyright ") :]
    if not name or name in all_agencies() or fold(name) in common_words("no_owners"):
        return None
    is_name = NAME_ALONE.fullmatch(name.replace("-", " ")) or re.fullmatch(NAME_OF_OUTLET, name)
    return _without_company(name, content[content.find(name) + len(name) :]) if is_name else None


def owner_before_law(content: str) -> Owner | None:
    """The name that the words of law stand behind: “Northern Star, all rights reserved”."""
    law = _rights().search(content)
    name = content[: law.start()].strip(" ,.-–—|") if law else ""
    name = _APOSTROPHE.split(name, maxsplit=1)[0]  # "Liman Postası'nın tüm hakları saklıdır"
    is_name = NAME_ALONE.fullmatch(name) is not None and name not in all_agencies()
    return Owner(name, is_company=False) if is_name and " " in name else None
