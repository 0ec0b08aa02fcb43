"""What a source hands over: a text with what its file says of itself, or the reason for none.

Pure data. How a text is found, read and decoded is told by the neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from store.model import Metadata, SanggahError


class SourceError(SanggahError):
    """A file that cannot be read as what it claims to be; the message does not name the file."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One article's text, already normalised.

    Attributes:
        text: The text as it will be stored.
        source: The path or address it came from, as the user gave it.
        stated: What the file says of itself outside the text (a web page's address, ...).
        extra: Fields of the file that Sanggah has no place for, to go back out as they came.
    """

    text: str
    source: str
    stated: Metadata = field(default_factory=Metadata)
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, folder or row that gave no article, and why, in one line."""

    source: str
    message: str

    def __str__(self) -> str:
        """The line as it is told to the user."""
        return f"{self.source}: {self.message}"
