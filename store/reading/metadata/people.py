"""Authors and editors, each once; neither the outlet nor whom the page tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.matching import fold
from store.reading.bylines.credit_lines import read_credit_line
from store.reading.bylines.eastern import read_closing, read_sign_off, read_signature
from store.reading.metadata.outlets.signed import outlet_before
from store.reading.metadata.page import DOMAIN, HAN_NAME, Page, squeezed

_LINES_OF_A_MASTHEAD = 2
_FULL_BRACKETS = ("】", "］", "]", "〕")
_SHORTEST_PARAGRAPH = 20


def find_people(page: Page, outlet: str | None) -> tuple[list[str], list[str]]:
    """Authors and editors, each once, in the page's order."""
    authors = _unique(name for credit in page.credits for name in credit.authors)
    edited = _edited_by(page)
    if not authors:
        names = _unique(name for credit in page.credits for name in credit.names)
        others = {*edited, *(name for credit in page.credits for name in credit.editors)}
        names = [name for name in names if name not in others] or names
        names = [name for name in names if not _is_named_by_page(page, name)]
        names = [name for name in names if not _is_told_of(page, name)]
        authors = [_without_outlet(page, name) for name in names]
        authors = [name for name in authors if not _is_masthead(page, name)] or authors
    authors = [
        name for name in authors if not _is_outlet(name, outlet) and not DOMAIN.fullmatch(name)
    ]
    weekdays = page.language.table("dates").get("weekdays", ())
    authors = [name for name in authors if name.lower() not in weekdays]  # "Thứ Tư"
    editors = _unique(name for credit in page.credits for name in credit.editors) or edited
    editors = editors or _edited_behind_text(page)
    if not authors and page.dateline and page.dateline.author:
        authors = page.dateline.author.split("、")
    if not authors and (name := _signature(page)):
        authors = [name]
    authors = [name for name in authors if not _is_glued(name, authors)]
    authors = [name.removesuffix("記者").removesuffix("特派員").strip() for name in authors]
    return [_as_written(page, name) for name in authors], editors


def _as_written(page: Page, name: str) -> str:
    """A name with the wide blank that the page has in it."""
    wide = name.replace(" ", "\u3000")
    is_wide = wide != name and HAN_NAME.match(name) is not None and name not in page.text
    return wide if is_wide and wide in page.text else name


def _is_told_of(page: Page, name: str) -> bool:
    """Whether an unlabelled name is what the page tells of: in its title, or often in its text.

    An author's own name stands in neither; a section (“North Africa”) and a picture do.
    """
    title = set(fold(page.title).split())
    words = fold(name).split()
    if words and title.issuperset(words) and name not in page.title:
        return True
    told = [page.content(line) for line in page.lines if line.kind == "body"]
    full = sum(content.find(f" {name}", 1) > 0 for content in told)
    last = name.split(" ")[-1]
    return full > 1 or (full == 1 and sum(last in content for content in told) > 2)


def _edited_behind_text(page: Page) -> list[str]:
    """The editors in brackets behind the last paragraph, as Chinese agencies sign."""
    last = page.last_paragraph()
    return list(read_closing(page.content(last))) if last else []


def _is_named_by_page(page: Page, name: str) -> bool:
    """Whether the page's notes on itself have the name: the outlet's (“Follow The Star”)."""
    return any(
        line.kind == "boilerplate"
        and line.reason.startswith(("invitation to follow", "copyright", "newsletter"))
        and name in page.content(line)
        for line in page.lines
    )


def _edited_by(page: Page) -> list[str]:
    """The last of two names or more where the next line says no more than “Editorial team”."""
    desks = page.language.table("metadata").get("desks", ())
    bylines = [line for line in page.lines if line.kind == "byline"]
    for line, below in pairwise(bylines):
        credit = read_credit_line(page.content(line), page.language)
        if credit and len(credit.names) > 1 and fold(page.content(below)) in desks:
            return [credit.names[-1]]
    return []


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Whether what looks like a person's name is the outlet's."""
    return outlet is not None and squeezed(name) == squeezed(outlet)


def _without_outlet(page: Page, name: str) -> str:
    """A name without the outlet's before it (“Daily Star Jane Doe”)."""
    outlet = outlet_before(page, name)
    return name[len(outlet) :].strip() if outlet else name


def _is_masthead(page: Page, name: str) -> bool:
    """Whether one of the page's first lines says no more than the name: an outlet's."""
    first = page.lines[:_LINES_OF_A_MASTHEAD]
    return any(line.kind != "byline" and page.content(line) == name for line in first)


def _signature(page: Page) -> str | None:
    """The author's name behind the text: in parentheses in Japan, as broadcasters sign off."""
    told = [page.content(line) for line in page.lines if line.kind == "body"]
    if page.language.code == "ja":
        notes = tuple(page.language.table("lines").get("notes", ()))
        return "、".join(_signed_behind(told, notes)) or None
    if page.language.code != "ko":
        return None
    return next((name for name in map(read_sign_off, told) if name), None)


def _signed_behind(told: Sequence[str], notes: tuple[str, ...]) -> tuple[str, ...]:
    """The names in brackets that the text ends in, or a paragraph before what is added to it.

    In round brackets they stand there only before a correction or a word or two.
    """
    is_last = True
    for content in reversed(told):
        if (is_last or content.endswith(_FULL_BRACKETS)) and (names := read_signature(content)):
            return names
        is_last &= len(content) < _SHORTEST_PARAGRAPH or content.startswith(notes)
    return ()


def _is_glued(name: str, others: Sequence[str]) -> bool:
    """Whether a name is another's and a place glued to it: “JANE DOEPortsmouth”."""
    folded = fold(name)
    return any(
        folded.startswith(fold(other)) and name[len(other) :][:1].isupper()
        for other in others
        if " " in other and len(other) < len(name)
    )


def standing_in(editors: Sequence[str]) -> Sequence[str]:
    """The editors of a page that names no author; not those on duty, whom Chinese pages name."""
    return [] if any(HAN_NAME.fullmatch(name) for name in editors) else editors


def _unique(names: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(names))
