"""How a label looks: its letter, its color in a theme, made readable on a background."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color, ColorParseError

from tui.terminal_text import one_line

#: WCAG 2, level AA, for text of ordinary size.
LEAST_CONTRAST = 4.5


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


def label_color(stored: str, position: int, variables: Mapping[str, str]) -> Color:
    """Return a label's color: the project's own, or what the theme has for its position.

    Args:
        stored: The label's color as the store has it; gray where it is none.
        position: The label's place among the labels, from 0.
        variables: The theme's variables; ``label-1`` and so on, taken by turns.
    """
    own = [variables[name] for place in range(1, 10) if (name := f"label-{place}") in variables]
    try:
        return Color.parse(own[position % len(own)] if own else stored)
    except ColorParseError:
        return Color(128, 128, 128)


def adjusted_in(stored: str, position: int) -> list[str]:
    """Return the themes in which a label's letter is made lighter or darker to be readable.

    Args:
        stored: The label's color as the store has it.
        position: The label's place among the labels, from 0.
    """
    from tui.themes import THEMES

    found: list[str] = []
    for name, theme in THEMES.items():
        color = label_color(stored, position, theme.variables)
        if color.ansi is None and theme.background is not None and not theme.ansi:
            background = Color.parse(theme.background)
            if readable(color, background) != color:
                found.append(name)
    return found


@lru_cache(maxsize=512)
def letter_style(color: Color, background: Color) -> Style:
    """Return the style of a label's letter on a background.

    What a terminal's own color looks like on its background nobody knows; behind a black letter
    a light one can be read everywhere.
    """
    if color.ansi is not None:
        return Style(bold=True, color="black", bgcolor=color.rich_color)
    shown = readable(color, background)
    return Style(bold=True, color=shown.rich_color, bgcolor=background.rich_color)


def readable(color: Color, background: Color) -> Color:
    """Return ``color``, moved towards black or white until it stands out on ``background``."""
    towards = Color(255, 255, 255) if _luminance(background) < 0.18 else Color(0, 0, 0)
    coarse_background = _coarse(background)
    for step in range(11):
        candidate = color.blend(towards, step / 10)
        if (
            contrast(candidate, background) >= LEAST_CONTRAST
            and contrast(_coarse(candidate), coarse_background) >= LEAST_CONTRAST
        ):
            return candidate
    return towards


def _coarse(color: Color) -> Color:
    """Return the color that a terminal of 256 colors shows in its place."""
    return Color(*color.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


def _luminance(color: Color) -> float:
    """Return the relative luminance of WCAG 2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
