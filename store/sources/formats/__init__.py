"""The kinds of file that can be read: every module in this folder is one.

A module names its ``ENDINGS`` (in small, with the dot) and has ``read(file, source)``, which
yields a `SourceText` for each article in the open binary file and a `Problem` for each part that
gave none, or raises `SourceError` where the file as a whole gave none. Putting a module here is
all it takes. Libraries are imported inside ``read``: the endings of all are asked for at once.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from store.sources.source_text import Problem, SourceText


class Format(Protocol):
    """What a module of this folder offers."""

    ENDINGS: tuple[str, ...]

    def read(self, file: BinaryIO, source: str) -> Iterator[SourceText | Problem]:
        """Yield the articles of ``file``, which was named ``source``."""


@cache
def known_endings() -> Mapping[str, Format]:
    """Return the format of each ending that can be read."""
    endings: dict[str, Format] = {}
    for module in pkgutil.iter_modules(__path__):
        found = cast(Format, import_module(f"{__name__}.{module.name}"))
        endings.update(dict.fromkeys(found.ENDINGS, found))
    return MappingProxyType(endings)


def ending(path: Path) -> str:
    """Return the ending of ``path`` in small, with its dot; "" where there is none.

    Of a packed file it is the whole, such as ``.warc.gz``.
    """
    found = path.suffix.lower()
    return f"{Path(path.stem).suffix.lower()}{found}" if found == ".gz" else found
