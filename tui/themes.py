"""The themes as data: every colour and style that the widgets ask for by name.

A theme names the colours of Textual's own variables, so that a widget says `$text-muted` and
nothing of dark or light. Which theme is in force is chosen by `choose`; that each pair of colours
can be read is held by a test over what is really drawn. How a label looks is `label_looks`'.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

from store import SanggahError

VARIABLE: Final = "SANGGAH_THEME"
DEFAULT: Final = "dark"
#: The theme without colours of its own, which is in force where NO_COLOR is set.
TERMINAL: Final = "terminal"


def _variables(
    *,
    text: str,
    muted: str,
    cursor: str,
    selection: str,
    typed: str,
    base: str,
    warning: str,
    success: str,
    error: str,
    accent: str,
    hit: str,
    refusal: str,
    labels: tuple[str, ...] = (),
) -> dict[str, str]:
    """Return Textual's variables for a theme of fixed colours.

    Args:
        text: Words.
        muted: Words of less weight.
        cursor: Behind the row under a cursor.
        selection: Behind the selected text of an article.
        typed: Behind what is selected in a line to type in.
        base: Behind everything; the colour of the letter under the caret.
        warning: Words of a quote, or of what is begun.
        success: Words of what is done.
        error: Words of a refusal.
        accent: Keys.
        hit: Behind a hit of a search.
        refusal: Behind a refusal.
        labels: The labels' colours by position, where they are not the project's own.
    """
    return {
        "text": text,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "text-warning": warning,
        "text-success": success,
        "text-error": error,
        "text-accent": accent,
        "footer-key-foreground": accent,
        "warning-muted": hit,
        "error-muted": refusal,
        "block-cursor-foreground": text,
        "block-cursor-background": cursor,
        "block-cursor-text-style": "bold",
        "screen-selection-foreground": text,
        "screen-selection-background": selection,
        "input-selection-foreground": text,
        "input-selection-background": typed,
        "input-cursor-foreground": base,
        "input-cursor-background": text,
        **{f"label-{place}": color for place, color in enumerate(labels, 1)},
    }


#: Okabe and Ito's colours, which people of every kind of sight tell apart.
_TOLD_APART = ("#56b4e9", "#d55e00", "#009e73", "#f0e442", "#cc79a7", "#e69f00", "#0072b2")

# In the terminal's own colours nothing is known of what stands beside what: words are left in its
# own pair, and a colour is only ever put behind black, light enough in every common palette.
_OF_THE_TERMINAL = {
    **dict.fromkeys(
        (
            *("text", "text-muted", "text-disabled", "foreground-muted"),
            *("text-warning", "text-success", "text-error", "text-accent"),
            *("footer-key-foreground", "input-selection-foreground"),
            *("block-cursor-foreground", "block-cursor-background"),
            *("screen-selection-foreground", "screen-selection-background", "error-muted"),
            *("input-cursor-foreground", "input-cursor-background"),
        ),
        "ansi_default",
    ),
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "block-cursor-text-style": "bold reverse",
    "input-cursor-text-style": "reverse",
    "input-selection-foreground": "ansi_black",
    "input-selection-background": "ansi_cyan",
    "warning-muted": "ansi_yellow",
    "border": "ansi_default",
    "scrollbar": "ansi_default",
    "scrollbar-hover": "ansi_default",
    "scrollbar-active": "ansi_default",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
    **{
        f"label-{place}": f"ansi_bright_{name}"
        for place, name in enumerate(("cyan", "red", "green", "yellow", "magenta"), 1)
    },
}

THEMES: Final[Mapping[str, Theme]] = {
    theme.name: theme
    for theme in (
        Theme(
            name=DEFAULT,
            primary="#0178D4",
            secondary="#004578",
            accent="#FFA62B",
            warning="#FFA62B",
            error="#BA3C5B",
            success="#4EBF71",
            foreground="#E0E0E0",
            background="#121212",
            surface="#1E1E1E",
            panel="#242F38",
            variables=_variables(
                text="#E0E0E0",
                muted="#A8A8A8",
                base="#121212",
                cursor="#0B3A5F",
                selection="#084A7C",
                typed="#124266",
                warning="#FFC473",
                success="#9FE0B5",
                error="#FFA3B5",
                accent="#FFB54D",
                hit="#704D1C",
                refusal="#441E27",
            ),
        ),
        Theme(
            name="light",
            dark=False,
            primary="#0B5CA8",
            secondary="#3B6EA5",
            accent="#005F87",
            warning="#5F005F",
            error="#A0102E",
            success="#1B6B33",
            foreground="#1A1A1A",
            background="#FAFAF7",
            surface="#EFEFEA",
            panel="#DDE4EA",
            variables=_variables(
                text="#1A1A1A",
                muted="#555555",
                base="#FAFAF7",
                cursor="#C4DDF4",
                selection="#ABD0F2",
                typed="#C4DDF4",
                warning="#5F005F",
                success="#145A28",
                error="#8F0D28",
                accent="#005F87",
                hit="#FFE08A",
                refusal="#F6D5DB",
            ),
        ),
        Theme(
            name="high-contrast",
            primary="#00B7FF",
            secondary="#00B7FF",
            accent="#FFD700",
            warning="#FFD700",
            error="#FF8095",
            success="#6CFF8F",
            foreground="#FFFFFF",
            background="#000000",
            surface="#000000",
            panel="#1C1C1C",
            variables=_variables(
                text="#FFFFFF",
                muted="#D6D6D6",
                base="#000000",
                cursor="#00419E",
                selection="#00419E",
                typed="#00419E",
                warning="#FFE566",
                success="#8CFFA6",
                error="#FFB3C0",
                accent="#FFD700",
                hit="#6B4700",
                refusal="#5C0014",
            ),
        ),
        Theme(
            name="color-blind",
            primary="#56B4E9",
            secondary="#0072B2",
            accent="#F0E442",
            warning="#E69F00",
            error="#E69F00",
            success="#56B4E9",
            foreground="#E6E6E6",
            background="#101418",
            surface="#1A2026",
            panel="#303030",
            variables=_variables(
                text="#E6E6E6",
                muted="#C6CCD2",
                base="#101418",
                cursor="#0B3F66",
                selection="#004F80",
                typed="#0B3F66",
                warning="#F0E442",
                success="#7CC8F5",
                error="#FFB870",
                accent="#F0E442",
                hit="#694700",
                refusal="#4D2A00",
                labels=_TOLD_APART,
            ),
        ),
        Theme(
            name=TERMINAL,
            ansi=True,
            primary="ansi_default",
            secondary="ansi_default",
            accent="ansi_default",
            warning="ansi_yellow",
            error="ansi_default",
            success="ansi_default",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            variables=_OF_THE_TERMINAL,
        ),
    )
}
"""The themes in the order in which they are offered."""

DESCRIPTIONS: Final[Mapping[str, str]] = {
    "dark": "light words on dark, the default",
    "light": "dark words on light",
    "high-contrast": "white on black, for weak sight or a bright room",
    "color-blind": "no pair of red and green; the labels in colours that all tell apart",
    TERMINAL: "the 16 colours of your terminal, as you set them there",
}


def no_color() -> bool:
    """Whether the reviewer wants no colour anywhere (https://no-color.org)."""
    return "NO_COLOR" in os.environ


def few_colors() -> bool:
    """Whether the terminal says that it has 16 colours at most, which others come out wrong in."""
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return False
    return not os.environ.get("TERM", "").endswith(("256color", "direct"))


def choose(asked: str | None, kept: str) -> str:
    """Return the theme to start with.

    Args:
        asked: The one named on the command line, or None.
        kept: The one chosen in an earlier session; of no account where it is unknown, and then
            it is the terminal that decides.

    Raises:
        SanggahError: The one named there, or in ``$SANGGAH_THEME``, is none.
    """
    for name, origin in ((asked, "--theme"), (os.environ.get(VARIABLE), f"${VARIABLE}")):
        if name:
            if name not in THEMES:
                raise SanggahError(f"{origin}: no theme {name!r}; write one of {', '.join(THEMES)}")
            return name
    if kept in THEMES:
        return kept
    return TERMINAL if few_colors() else DEFAULT
