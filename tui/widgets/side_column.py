"""The column beside the text: the panel's list, below it the details of what its cursor is on."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.widgets.mark_details import MarkDetails
from tui.widgets.side_panel import SidePanel

#: The narrowest that the column may be, and what it must leave to the text, in cells.
LEAST_WIDTH = 20
LEAST_TEXT = 40
#: Below this height the list needs all of it.
_DETAILS_FROM = 16


class SideColumn(Vertical):
    """Shows the panel where the screen wants it, as wide as there is room for."""

    BLANK = True  # nothing of it is seen beside what it holds

    DEFAULT_CSS = """
    SideColumn {
        width: 36;
        height: 1fr;
        display: none;
        &.-shown { display: block; }
        &.-low > MarkDetails { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """The list above, the details below."""
        details = MarkDetails()
        yield SidePanel(details)
        yield details

    def show(self, width: int, room: int) -> int:
        """Be shown with a width, or what the room allows.

        Args:
            width: The cells wanted.
            room: The cells that the text and this column have together.

        Returns:
            The width that it came to.
        """
        fitting = max(LEAST_WIDTH, min(width, room - LEAST_TEXT))
        self.styles.width = fitting
        self.add_class("-shown")
        return fitting

    def hide(self) -> None:
        """Leave the room to the text."""
        self.remove_class("-shown")

    def on_resize(self, event: events.Resize) -> None:
        """Show the details where the list is long enough without their lines."""
        self.set_class(event.size.height < _DETAILS_FROM, "-low")
