"""Reading a text, the steps in order: language, lines, metadata, quotes.

Pure: the same text and the same stated facts always give the same document. Files, the database
and what a reviewer corrected are the callers' business.
"""

from __future__ import annotations

from store.collecting import uncollected
from store.model import Document, Metadata
from store.reading import languages
from store.reading.identification import identify_language
from store.reading.lines import classify_lines
from store.reading.metadata import read_metadata
from store.reading.quotes import find_quotes

#: What a source states that states nothing.
NOTHING_STATED = Metadata()


def read_document(text: str, stated: Metadata = NOTHING_STATED, source: str = "") -> Document:
    """Read an article's text.

    Args:
        text: the article as imported (LF line ends, no control characters but LF and TAB).
        stated: what the source says of the page (HTML metadata, fields of a JSONL row); a field
            that is stated wins over what the text suggests.
        source: the path or address it came from, for messages only; nothing is read from it.

    Returns:
        The document; its lines cover the whole text in order.
    """
    with uncollected():
        code = stated.language or identify_language(text)
        language = languages.load(code)
        lines = classify_lines(text, language, stated)
        metadata = read_metadata(text, lines, language, stated)
        quotes = find_quotes(text, lines, language, reported=True)
        return Document(text=text, metadata=metadata, lines=lines, quotes=quotes)
