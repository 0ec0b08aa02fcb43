"""The byline and date lines of a page, read and joined with the labels beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.matching import fold
from store.reading.bylines.credit_lines import CreditLine, label_alone, read_credit_line
from store.reading.bylines.uncased import read_uncased
from store.reading.metadata.page import Page

_WORDS_OF_A_NAME = 4
#: So near stands the label that belongs to a name above it.
_NEAR_LABEL = 4
#: Among so many lines the outlet's name stands.
_LINES_OF_A_HEAD = 6


def find_credits(page: Page) -> Iterator[CreditLine]:
    """The byline and date lines, a label on a line of its own joined with its name."""
    label: str | None = None
    listed: tuple[int, str] | None = None
    signed = False
    helpers = tuple(map(fold, page.language.table("metadata").get("helpers", ())))
    labelled_below = _labelled_below(page)
    yield from labelled_below.values()
    for line in page.lines:
        if line.number in labelled_below:
            continue
        if line.kind not in ("byline", "date"):
            label = label if line.kind == "boilerplate" else None
            continue
        content = page.content(line)
        if alone := label_alone(content, page.language):
            label = alone
            continue
        credit = read_credit_line(content, page.language) or _uncased(page, content)
        if label is not None and not (credit and credit.labelled):
            parts = tuple(part.strip() for part in content.split(",") if part.strip())
            names = (credit.names if credit else ()) or parts
            if any(len(name.split()) > _WORDS_OF_A_NAME for name in names):
                label = None
                continue  # a picture's text, where the name is missing
            yield _labelled(label, names)
            listed = (line.number, label)
        elif credit is not None and listed == (line.number - 1, "author") and credit.names:
            yield CreditLine(authors=credit.names, labelled=True)  # the second name of a list
        elif credit is not None:
            helped = fold(content).startswith(helpers) if signed else False
            credit = _with_town(credit, content) if signed else credit
            yield replace(credit, authors=()) if helped else credit
            signed = signed or bool(credit.names or credit.authors)
        label = None


def _uncased(page: Page, content: str) -> CreditLine | None:
    """What a line says where names have no capitals, by what the page has elsewhere."""
    head = [page.content(line) for line in page.lines[:_LINES_OF_A_HEAD]]
    return read_uncased(content, page.language, page.text, head)


def _with_town(credit: CreditLine, content: str) -> CreditLine:
    """A date line below the author's whose name is a town's: “Port Mary, 21 Jan 2025”."""
    name = credit.names[0] if len(credit.names) == 1 else ""
    is_town = credit.published and not credit.labelled and content.startswith(f"{name}, ")
    return replace(credit, names=(), place=name) if name and is_town else credit


def _labelled_below(page: Page) -> dict[int, CreditLine]:
    """Names whose labels stand on the next lines, “Jane Doe”, “Editor”, by line number."""
    bylines = [line for line in page.lines if line.kind == "byline"]
    labels = [label_alone(page.content(line), page.language) for line in bylines]
    if len(labels) % 2 or not all(labels[1::2]) or any(labels[::2]):
        return {}  # else the labels stand above the names
    found: dict[int, CreditLine] = {}
    for line, below, label in zip(bylines[::2], bylines[1::2], labels[1::2], strict=True):
        credit = read_credit_line(page.content(line), page.language)
        if credit is None or not credit.names or below.number - line.number > _NEAR_LABEL:
            return {}
        found[line.number] = _labelled(label, credit.names)
        found[below.number] = CreditLine()
    return found


def _labelled(label: str | None, names: tuple[str, ...]) -> CreditLine:
    """The names that a label beside them tells to be authors, or editors."""
    authors, editors = (names, ()) if label == "author" else ((), names)
    return CreditLine(authors=authors, editors=editors, labelled=True)
