"""One line at the top of a screen: what is open at the left, how it stands at the right."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.terminal_text import one_line


class HeadingLine(Widget, can_focus=False):
    """A line of fixed height that draws itself anew without laying out the screen."""

    DEFAULT_CSS = """
    HeadingLine {
        height: 1;
        background: $panel;
        color: $foreground;
        &:ansi { text-style: bold underline; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._right = ""

    def show(self, left: str, right: str) -> None:
        """Show other words; what is too long is cut, the right side last."""
        left, right = one_line(left), one_line(right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        right = self._right if cell_len(self._right) <= width - 10 else ""
        room = max(width - cell_len(right) - 3, 0)
        left = self._left
        if cell_len(left) > room:
            left = set_cell_size(left, max(room - 1, 0)) + "…"
        gap = " " * max(width - cell_len(left) - cell_len(right) - 2, 0)
        text = set_cell_size(f" {left}{gap}{right} ", width)
        return Strip([Segment(text, self.rich_style)], width)
