"""Where articles come from besides files: an address, a stream that somebody writes into.

Pure data, and what tells an address from a path.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address, as the user gave it."""

    url: str

    def __str__(self) -> str:
        """The address."""
        return self.url


@dataclass(frozen=True, slots=True)
class Stream:
    """An open binary stream, such as standard input.

    Attributes:
        file: What is read; it is not closed.
        ending: The ending of the files whose kind it is, with its dot.
        name: What it is called to the user.
    """

    file: BinaryIO
    ending: str
    name: str = "standard input"

    def __str__(self) -> str:
        """Its name."""
        return self.name


Origin = Path | Address | Stream


def origin_of(word: str) -> Path | Address:
    """Return what a word on the command line means: an address, or else a path."""
    scheme, colon, rest = word.partition("://")
    is_address = bool(colon and rest) and scheme.isascii() and scheme.isalpha()
    return Address(word) if is_address else Path(word)
