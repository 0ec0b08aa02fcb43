"""A saved web page: trafilatura finds the article in it, the page states the rest.

The text is the title, unless the article opens with it, and a paragraph a line with a blank line
between, as a careful person would copy it. Two versions of trafilatura may differ in what they
find, so the same page can become another article after an upgrade; stored ones stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from store.sources import page_facts
from store.sources.decoding import decode
from store.sources.files import read_whole
from store.sources.normalising import normalise
from store.sources.source_text import SourceError, SourceText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENDINGS = (".html", ".htm", ".xhtml")

#: Where a page names its encoding: early, by the standard within 1,024 bytes.
_DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8192
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?", re.IGNORECASE)
#: Less of a page that says it is paid for is its teaser.
_SHORTEST_PAID_ARTICLE = 600
#: How many lines may stand before the title where the article has it.
_LINES_BEFORE_TITLE = 5


def read(file: BinaryIO, source: str) -> Iterator[SourceText]:
    """Yield the one article of the page in ``file``.

    Raises:
        SourceError: it is empty, too large, no text, or no article is found in it.
    """
    data = read_whole(file)
    yield read_page(decode(data, declared_encoding(data)), source)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the page names in its head, None where it names none."""
    found = _DECLARATION.search(data[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii") if found else None


def read_page(page: str, source: str, fetched_from: str | None = None) -> SourceText:
    """Return the article of the page.

    Args:
        page: The HTML.
        source: The path or address it came from, as the user gave it.
        fetched_from: Its address after all redirects, where it was fetched.

    Raises:
        SourceError: no article is found in it, or only the beginning of one that is paid for.
    """
    tree = _parsed(page)
    stated = page_facts.stated_by(tree, fetched_from)
    is_paid = page_facts.says_it_is_paid(tree)
    paragraphs = _paragraphs(tree)
    if is_paid and sum(map(len, paragraphs)) < _SHORTEST_PAID_ARTICLE:
        raise SourceError("behind a paywall, no more than its beginning: save it while logged in")
    if not paragraphs:
        raise SourceError("no article found on the page: copy its text into a .txt file")
    if stated.title and not any(
        _same(stated.title, line) for line in paragraphs[:_LINES_BEFORE_TITLE]
    ):
        paragraphs.insert(0, stated.title)
    return SourceText("\n\n".join(paragraphs) + "\n", source, stated)


def _parsed(page: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(
            # lxml refuses a text that names the encoding it no longer has.
            _XML_DECLARATION.sub("", _REFERENCE.sub(_without_control, normalise(page))),
            parser=HTMLParser(remove_comments=True, remove_pis=True),
        )
    except (etree.LxmlError, ValueError):
        raise SourceError("no article found on the page: it is empty or no HTML") from None


def _without_control(reference: re.Match[str]) -> str:
    """Return a numeric reference as it is, but none to a control, which lxml chokes on.

    128 to 159 mean what they do in Windows-1252, as in every browser.
    """
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if 128 <= code < 160:
        return bytes((code,)).decode("cp1252", "ignore")
    return " " if code < 32 or code == 127 else reference[0]


def _paragraphs(tree: HtmlElement) -> list[str]:
    """Return the article's paragraphs, in the order of the page."""
    try:
        text = _trafilatura().extract(
            tree, output_format="txt", include_comments=False, with_metadata=False
        )
    except Exception as error:
        # Whatever a foreign page does to a foreign library, the other files go on.
        name = type(error).__name__
        raise SourceError(f"no article found on the page: it is damaged ({name})") from error
    lines = (" ".join(line.split(" ")).strip() for line in normalise(text or "").split("\n"))
    return [line for line in lines if line]


@cache
def _trafilatura() -> Any:
    """Import trafilatura, which takes long, when the first page is read."""
    import logging

    # It reports every page without an article, on the terminal that the app draws on.
    for name in ("trafilatura", "htmldate", "courlan", "readability_lxml", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    import trafilatura

    return trafilatura


def _same(title: str, line: str) -> bool:
    return _letters(title) == _letters(line)


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
