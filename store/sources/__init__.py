"""A path to raw text and what the file says of itself; nothing here reads meaning into it.

`walk` finds the files behind paths and folders, `read_path` reads one, `normalise` gives the
text its final form. A kind of file is a module in ``formats``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from store.sources.files import opened
from store.sources.folders import Found, walk
from store.sources.formats import Format, ending, known_endings
from store.sources.normalising import normalise, without_surrogates
from store.sources.origins import Address, Origin, Stream, origin_of
from store.sources.source_text import Problem, SourceError, SourceText

__all__ = [
    "Address",
    "Found",
    "Origin",
    "Problem",
    "SourceError",
    "SourceText",
    "Stream",
    "known_endings",
    "normalise",
    "origin_of",
    "read_origin",
    "read_path",
    "walk",
]


def read_path(path: Path) -> Iterator[SourceText | Problem]:
    """Yield the articles in the file ``path``, and a `Problem` for whatever gave none.

    Never raises for what a file holds or is: a bad one is reported, so that the rest goes on. A
    file whose ending is unknown is read as plain text.
    """
    return read_origin(path)


def read_origin(
    origin: Origin, follow: Callable[[int], None] | None = None
) -> Iterator[SourceText | Problem]:
    """Yield the articles of a file, an address or a stream, and a `Problem` for what gave none.

    Args:
        origin: What to read; nothing it holds or is makes this raise.
        follow: Told after each article how many bytes of the file were read.
    """
    source = without_surrogates(str(origin))
    try:
        if isinstance(origin, Stream):
            yield from _read_stream(origin)
        elif isinstance(origin, Path):
            with opened(origin) as file:
                for item in _format(ending(origin)).read(file, source):
                    yield item
                    if follow:
                        follow(file.tell())
        else:
            from store.sources.fetching import read_address

            yield from read_address(origin)
    except SourceError as error:
        yield Problem(source, str(error))


def _format(file_ending: str) -> Format:
    formats = known_endings()
    return formats.get(file_ending, formats[".txt"])


def _read_stream(stream: Stream) -> Iterator[SourceText | Problem]:
    """Read a stream; one that cannot be rewound is kept in a file where its kind needs that."""
    try:
        if stream.file.seekable() or stream.ending not in (".csv", ".tsv"):
            yield from _format(stream.ending).read(stream.file, stream.name)
            return
        from shutil import copyfileobj
        from tempfile import TemporaryFile

        with TemporaryFile() as kept:
            copyfileobj(stream.file, kept)
            kept.seek(0)
            yield from _format(stream.ending).read(kept, stream.name)
    except OSError as error:
        raise SourceError(error.strerror or str(error)) from None
