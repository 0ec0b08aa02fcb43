"""How a label looks: its letter, and its color made readable on a background."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.color import Color

from tui.terminal_text import one_line

_LEAST_CONTRAST = 4.5


def label_letters(names: Iterable[str]) -> dict[str, str]:
    """Return a capital letter for each label: its first that no label before it has taken.

    A letter takes one cell; a label in a script of wide signs is known by its position.
    """
    letters: dict[str, str] = {}
    for position, name in enumerate(names, 1):
        narrow = [sign for sign in one_line(name).upper() if sign.isalnum() and cell_len(sign) == 1]
        candidates = narrow or [str(position % 10)]
        taken = set(letters.values())
        letters[name] = next((sign for sign in candidates if sign not in taken), candidates[0])
    return letters


def readable(color: Color, background: Color) -> Color:
    """Return ``color``, moved towards black or white until it stands out on ``background``."""
    towards = Color(255, 255, 255) if _luminance(background) < 0.18 else Color(0, 0, 0)
    for step in range(11):
        candidate = color.blend(towards, step / 10)
        if _contrast(candidate, background) >= _LEAST_CONTRAST:
            return candidate
    return towards


def _luminance(color: Color) -> float:
    """Return the relative luminance of WCAG 2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
