"""One line of text to type in, safe for the terminal and with documented keys only.

It is Textual's input without the keys that it inherits: those it keeps stand in
``keymap.EDITING_KEYS``. What is pasted becomes one line of visible text.
"""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.keymap import EDITING_KEYS
from tui.terminal_text import one_line

#: Characters of a paste that are taken; a line is not the place for an article.
LONGEST_PASTE = 10_000

_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def pasted_line(text: str) -> str:
    """Return pasted text as one line: breaks and tabs become spaces, controls are left out."""
    line = _BREAKS.sub(" ", text[:LONGEST_PASTE].strip("\r\n")).replace("\t", " ")
    return "".join(character for character in line if one_line(character) == character)


class LineInput(Input, inherit_bindings=False):
    """A line of text without a border.

    A line feed in its value is shown as ``␊``; other controls as their substitutes, so what was
    not typed here should be compared with what was put in before it is taken for a change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, description, show=False, tooltip=description, id=f"line.{key}")
        for key, (action, description) in EDITING_KEYS.items()
    ]
    DEFAULT_CSS = """
    LineInput {
        border: none;
        height: 1;
        padding: 0;
        background: $boost;
        &:focus { border: none; background-tint: $foreground 5%; }
        &:ansi > .input--cursor {
            color: ansi_default;
            background: ansi_default;
            text-style: reverse;
        }
        &:ansi > .input--placeholder { text-style: italic; }
    }
    """

    #: A letter makes the line longer, not the widget larger: the screen need not be laid out anew.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        select_on_focus: bool = True,
    ) -> None:
        """Make the line.

        Args:
            value: What stands in it.
            placeholder: What is shown while it is empty.
            id: The widget's id.
            select_on_focus: Whether typing replaces the value when the line is entered.
        """
        super().__init__(value, placeholder, id=id, select_on_focus=select_on_focus, validate_on=())
        # A steady cursor: a blinking one would draw the screen twice a second.
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Show controls as substitutes, code point for code point."""
        return one_line(value)

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        line = pasted_line(event.text)
        if line:
            self.replace(line, *self.selection)
