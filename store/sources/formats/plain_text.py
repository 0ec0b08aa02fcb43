"""A page saved as plain text: one file, one article. Markdown is read as the text it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from store.sources.decoding import decode
from store.sources.files import read_whole
from store.sources.normalising import normalise
from store.sources.source_text import SourceError, SourceText

ENDINGS = (".txt", ".md")


def read(file: BinaryIO, source: str) -> Iterator[SourceText]:
    """Yield the one text of ``file``.

    Raises:
        SourceError: it is empty, too large, or not text.
    """
    text = normalise(decode(read_whole(file)))
    if not text.strip():
        raise SourceError("no text in it, only blanks")
    yield SourceText(text, source)
