"""Annotations as a Markdown report to read and to paste: by article, then by label.

Whatever came from a page or a reviewer is escaped, so that it can bring in no link, image, HTML or
heading; the only links are the articles' own web addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, TextIO

from store.database.connection import Store
from store.escaping import markdown_link, markdown_text, without_controls
from store.exchange.selection import Selection, query


class _Mark(NamedTuple):
    """One annotation with what the report says of its article."""

    article_id: str
    title: str | None
    url: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    label: str
    words: str
    speaker: str | None
    note: str | None
    status: str
    reviewer: str
    continued: str | None
    citation: str


_COLUMNS = """
    e.article_id, e.article_title, e.article_url, a.byline, e.article_outlet, e.article_published,
    e.label, {words}, e.speaker, e.note, e.status, e.reviewer, first.text, e.citation
"""
_ORDER = "a.seq, l.position, e.label, e.start_char, e.end_char desc, e.annotation_id"


def write(store: Store, file: TextIO, selection: Selection) -> int:
    """Write the selected annotations and return their number; an empty report says so."""
    written = 0
    file.write("# Annotations\n")
    for _, of_article in groupby(_marks(store, selection), attrgetter("article_id")):
        for number, mark in enumerate(of_article):
            if number == 0:
                file.write(_article(mark))
                label = None
            if mark.label != label:
                label = mark.label
                file.write(f"\n### {markdown_text(label)}\n")
            file.write(_passage(mark))
            written += 1
    if not written:
        file.write("\nNo annotations.\n")
    return written


def _marks(store: Store, selection: Selection) -> Iterator[_Mark]:
    words = "e.text" if selection.text == "source" else "e.clean_text"
    condition, parameters = selection.condition()
    _, rows = query(
        store,
        f"select {_COLUMNS.format(words=words)}"
        f" from (select * from annotations_export{condition}) e"
        " join articles a on a.id = e.article_id left join labels l on l.name = e.label"
        " left join annotations first on first.id = e.part_of"
        f" order by {_ORDER}",
        parameters,
    )
    return (_Mark(*row) for row in rows)


def _article(mark: _Mark) -> str:
    """The heading of an article and one line with what its page states."""
    title = markdown_text(mark.title or "") or f"Article {markdown_text(mark.article_id)}"
    stated: list[Any] = [mark.byline, mark.outlet, mark.published]
    parts = [markdown_text(part) for part in stated if part]
    if mark.url:
        parts.append(markdown_link(mark.url, mark.url))
    line = f"\n{' · '.join(parts)}\n" if parts else ""
    return f"\n## {title}\n{line}"


def _passage(mark: _Mark) -> str:
    """The words as a block quotation, and a list of what was said of them."""
    said = [
        ("Speaker", mark.speaker),
        ("Continues", mark.continued),
        ("Note", mark.note),
        ("Status", mark.status if mark.status != "accepted" else None),
        ("Reviewer", mark.reviewer),
        ("Citation", mark.citation),
    ]
    remarks = "".join(f"- {name}: {markdown_text(value)}\n" for name, value in said if value)
    return f"\n{_block_quotation(mark.words)}\n{remarks}"


def _block_quotation(words: str) -> str:
    """The words, a line a paragraph; blank lines stand for the blank lines of the source."""
    lines = (markdown_text(line) for line in without_controls(words).split("\n"))
    quoted = [line for line in lines if line]
    return "".join(f"> {line}\n" for line in "\n\n".join(quoted).split("\n")).replace("> \n", ">\n")
