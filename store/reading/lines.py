"""Lines of a page: what is the article and what is clutter, each with its reason."""

from __future__ import annotations

from store.model import Line, LineKind, Metadata
from store.reading.languages import Language


def classify_lines(text: str, language: Language, stated: Metadata) -> tuple[Line, ...]:
    """The lines of a text in order, each with its kind, whether it is shown, and why."""
    lines: list[Line] = []
    start = 0
    for number, content in enumerate(text.split("\n"), 1):
        end = start + len(content)
        kind: LineKind = "body" if content.strip() else "blank"
        lines.append(Line(number, start, end, kind, True))
        start = end + 1
    return tuple(lines)
