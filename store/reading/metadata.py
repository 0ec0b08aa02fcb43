"""What a page states of itself: title, byline, outlet, dates. What it does not state is None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.model import Line, Metadata
from store.reading.languages import Language


def read_metadata(
    text: str, lines: Sequence[Line], language: Language, stated: Metadata
) -> Metadata:
    """The page's metadata; a stated field wins over what the text says."""
    return replace(stated, language=stated.language or language.code)
