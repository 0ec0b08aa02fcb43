"""A saved feed (RSS or Atom): what stands behind each of its links, fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from store.sources.feeds import addresses_in
from store.sources.files import read_whole
from store.sources.source_text import Problem, SourceText

ENDINGS = (".rss", ".atom")


def read(file: BinaryIO, source: str) -> Iterator[SourceText | Problem]:
    """Yield the articles behind the feed's links, and a problem for each that gave none.

    Raises:
        SourceError: it is no feed, or lists nothing.
    """
    from store.sources.fetching import read_entries  # it reads what it fetches by these formats

    yield from read_entries(addresses_in(read_whole(file), ""))
