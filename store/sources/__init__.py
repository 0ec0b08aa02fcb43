"""A path to raw text and what the file says of itself; nothing here reads meaning into it.

`walk` finds the files behind paths and folders, `read_path` reads one, `normalise` gives the
text its final form. A kind of file is a module in ``formats``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.sources.files import opened
from store.sources.folders import Found, walk
from store.sources.formats import ending, known_endings
from store.sources.normalising import normalise, without_surrogates
from store.sources.source_text import Problem, SourceError, SourceText

__all__ = [
    "Found",
    "Problem",
    "SourceError",
    "SourceText",
    "known_endings",
    "normalise",
    "read_path",
    "walk",
]


def read_path(path: Path) -> Iterator[SourceText | Problem]:
    """Yield the articles in the file ``path``, and a `Problem` for whatever gave none.

    Never raises for what a file holds or is: a bad one is reported, so that the rest goes on. A
    file whose ending is unknown is read as plain text.
    """
    source = without_surrogates(str(path))
    formats = known_endings()
    try:
        with opened(path) as file:
            yield from formats.get(ending(path), formats[".txt"]).read(file, source)
    except SourceError as error:
        yield Problem(source, str(error))
