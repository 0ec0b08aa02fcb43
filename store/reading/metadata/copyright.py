"""The outlet's name in a note on its rights: “© 2023 Daily Star. All rights reserved”."""

from __future__ import annotations

import re

from store.matching import fold
from store.reading.bylines.outlets import COMPANY
from store.reading.cues import all_agencies
from store.reading.metadata.page import NAME_ALONE, common_words

_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?"
_AFTER_OUTLET = (
    r"(?=\s*(?:[.,|–—/-]\s|[,(（•·|]|\.$|$|all rights|alle rechte|tous droits|seluruh|hak cipta"
    r"|무단|inc\b|ltd\b|limited|gmbh|sdn|(?:19|20)\d\d|reserved))"
)
_COPYRIGHT = re.compile(
    r"(?:[©ⓒ]|\(c\)|copyright|저작권자|hak cipta|hakcipta)\s*(?:[©ⓒ]|\(c\)|copyright)?\s*"
    rf"{_YEARS}\s*(?:by|oleh|von|par)?\s*[,.:|-]?\s*"
    rf"(?P<outlet>[^\W\d_][\w&.’' -]{{1,39}}?){_AFTER_OUTLET}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\s*(?:(?:all|todos|tous|alle|semua|hak|tutti)\b[^.]{0,20}"
    r"(?:reserved|reservados|réservés|vorbehalten|dilindungi|terpelihara|riservati)|無断"
    r"|版[权權]所有(?!\s?(?:copyright|[©(]))|prohibida su|reproducción prohibida"
    r"|reproduction interdite|dilarang)(?P<rest>.*)$",
    re.IGNORECASE,
)
#: What a publishing house has behind or before the name of its paper.
_PUBLISHER = re.compile(
    r"(?<=\w) (?:Ediciones|Editora|Publishing|Publications)$"
    r"|^(?:Ediciones|Editorial|Editora) (?=\w)",
    re.IGNORECASE,
)
#: "City News & citynews.com"
_AND_ADDRESS = re.compile(r"\s*&\s*[\w-]+(?:\.[\w-]+)+.*$")
_COPYRIGHT_BEHIND = re.compile(r"^(?P<outlet>[^\W\d_][\w&.’' -]{2,39}?)\s*©\s*(?:19|20)\d\d")


def owner_of_rights(content: str) -> str | None:
    """The owner's name in a copyright note, without the words of law around it."""
    whole = content
    law = _RIGHTS.search(content)
    if law is not None:  # "Hak cipta terpelihara © Daily Star" has the name behind it
        is_behind = any(map(str.isalpha, content[: law.start()]))
        content = content[: law.start()] + ("" if is_behind else law["rest"])
    match = _COPYRIGHT.search(content) or _COPYRIGHT_BEHIND.match(content)
    if match is None or fold(match["outlet"]) in common_words("no_owners"):
        return None
    if match["outlet"].strip(" .-") in all_agencies():
        return None
    signed = match.start() == 0 and len(content) < len(whole)
    signed = signed or COMPANY.search(content) is not None
    if not signed and not re.search(
        r"(?:19|20)\d\d|copyright|저작권|hak ?cipta|d\. ?r\. ?©", content, re.IGNORECASE
    ):
        return None
    owner = _AND_ADDRESS.sub("", match["outlet"])
    if owner[0].islower() and " " in owner:
        return None  # the middle of a sentence: "is copyright and cannot be reproduced"
    owner = _PUBLISHER.sub("", COMPANY.sub("", owner.strip(" .-")))
    return None if fold(owner.partition(".")[0]) in common_words("no_owners") else owner or None


def owner_alone(content: str) -> str | None:
    """The name behind the sign of the page's last line: “© Northern Star”."""
    name = content[1:].strip() if content[0] == "©" else ""
    return name if NAME_ALONE.fullmatch(name) and name not in all_agencies() else None
