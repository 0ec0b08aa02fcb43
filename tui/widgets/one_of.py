"""A field of a form that holds one of a few values: ``‹ csv ›``. It is changed by its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.cells import cut
from tui.terminal_text import one_line


class OneOf(Widget, can_focus=True, inherit_bindings=False):
    """Shows one of several values and goes from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    OneOf {
        height: 1;
        background: $boost;
        &:focus {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, field: OneOf) -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> OneOf:
            """The field that was changed."""
            return self.field

    def __init__(self, values: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        """Make the field.

        Args:
            values: What it can hold; the first stands there at first.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._values = tuple(values)
        self._index = 0

    @property
    def index(self) -> int:
        """The place of the value among the values."""
        return self._index

    @property
    def value(self) -> str:
        """The value that stands there."""
        return self._values[self._index]

    def step(self, by: int) -> None:
        """Go to the value that many places further, round the end."""
        self._index = (self._index + by) % len(self._values)
        self.refresh()
        self.post_message(self.Changed(self))

    def render_line(self, y: int) -> Strip:
        """Draw the value between its signs."""
        width = self.size.width
        words = cut(f"‹ {one_line(self.value)} ›", width)
        style = self.rich_style
        return Strip([Segment(words, style)]).adjust_cell_length(width, style)

    def on_click(self, event: Click) -> None:
        """Go to the next value."""
        event.stop()
        self.focus()
        self.step(+1)
