"""What files and pages state of an article, brought into the form of `Metadata`.

A fact that cannot be brought into it is None: nothing is guessed. Where the facts stand in a page
or a row is the formats' business.
"""

from __future__ import annotations

import html
import re
from datetime import date
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from store.reading.dates import find_dates
from store.reading.languages import load
from store.sources.normalising import normalise

#: Longer ones are texts that landed in the wrong field.
LONGEST_FACT = 1000
LONGEST_ADDRESS = 8000

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ISO = re.compile(
    r"(?P<day>\d{4}[-/]\d\d[-/]\d\d)"
    r"(?:[T ]+(?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_BASIC_ISO = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?)?", re.ASCII)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*", re.ASCII)
_BY = re.compile(r"(?:by|oleh|von|par|por|di)\s*:?\s+(?=[^\W\d_])", re.IGNORECASE)


def words(value: object) -> str | None:
    """Return a stated name or title in one line, None for none."""
    if not isinstance(value, str) or len(value) > 4 * LONGEST_FACT:
        return None
    text = " ".join(normalise(_TAG.sub(" ", html.unescape(value))).split())
    return text if text and len(text) <= LONGEST_FACT else None


def person(value: object) -> str | None:
    """Return a stated author without the word *by*; None for an address, which names nobody."""
    name = words(value)
    if name is None or name.startswith(("http://", "https://", "www.", "@")):
        return None
    return _BY.sub("", name, count=1) if _BY.match(name) else name


def moment(value: object) -> str | None:
    """Return an ISO date, or a date-time with its offset where both are stated.

    A time without an offset is left out: which day it was is certain, which moment is not.
    """
    text = words(value)
    if text is None:
        return None
    if found := _ISO.match(text):
        day = found["day"].replace("/", "-")
        clock = f"T{found['time']}{_offset(found['zone'])}" if found["zone"] else ""
        return f"{day}{clock}" if _in_calendar(day, found["time"]) else None
    if found := _BASIC_ISO.fullmatch(text):
        day = "-".join(found.groups())
        return day if _in_calendar(day, None) else None
    return _mail_date(text) or _written_date(text)


def _offset(zone: str) -> str:
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _in_calendar(day: str, time: str | None) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return time is None or (time[:2] < "24" and time[3:] < "60")


def _mail_date(text: str) -> str | None:
    """Return the date of the form that feeds use: ``Fri, 13 Oct 2023 08:00:00 +0700``."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if found.year < 1000:
        return None
    return found.isoformat(timespec="minutes") if found.tzinfo else found.date().isoformat()


def _written_date(text: str) -> str | None:
    for code in ("en", "id", "de", "fr", "ja"):
        if found := find_dates(text, load(code)):
            return found[0].iso
    return None


def address(value: object, base: str | None = None) -> str | None:
    """Return a stated http(s) address, made whole with ``base``; None for anything else."""
    if not isinstance(value, str) or len(value) > LONGEST_ADDRESS:
        return None
    text = normalise(html.unescape(value)).strip()
    if not text or any(char.isspace() for char in text):
        return None
    try:
        whole = urljoin(base, text) if base else text
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and host else None


def language_code(value: object) -> str | None:
    """Return the two letters of ``id``, ``id-ID`` or ``id_ID``; None for anything else."""
    found = _LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1].lower() if found else None
