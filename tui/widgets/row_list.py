"""Rows under each other with a cursor among them: what the lists beside and over a text share.

What a row holds and what happens when the cursor comes to it is the list's own; a key or a change
draws the rows that differ and lays nothing out.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tui.cells import cut
from tui.terminal_text import one_line
from tui.widgets.drawn_rows import DrawnRows, KeptStyles

#: Drawn rows that are kept.
_KEPT = 2048


class RowList(KeptStyles, DrawnRows, can_focus=True, inherit_bindings=False):
    """A list that draws itself a row at a time."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--heading",
        "rows--row",
        "rows--cursor",
        "rows--faint",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        & .rows--heading { text-style: bold; color: $text-muted; }
        & .rows--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
        & .rows--faint { color: $text-muted; text-style: italic; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._cursor = 0
        self._drawn: dict[int, tuple[object, tuple[bool, bool, int], Strip]] = {}

    # What a list says of its rows

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are, headings and remarks among them."""

    def can_stand_on(self, row: int) -> bool:
        """Whether the cursor may stand on a row."""
        return self.thing(row) is not None

    @abstractmethod
    def thing(self, row: int) -> object:
        """Return what stands in a row, the same object as long as it is drawn the same.

        None where the cursor cannot stand: in a heading, a remark, or below the last row.
        """

    @abstractmethod
    def draw(self, row: int, style: Style, width: int) -> list[Segment]:
        """Draw what stands in a row, in at most ``width`` cells."""

    def heading(self, row: int) -> tuple[str, bool]:
        """Return the words of a row that the cursor never stands on, and whether they head others.

        Only asked for rows of which `can_stand_on` is false.
        """
        return "", False

    def arrived(self) -> None:
        """Do what is to be done when a key or the mouse brought the cursor to a row."""

    def stuck(self) -> None:
        """Say that there is nowhere to go that way."""

    # The cursor

    @property
    def cursor(self) -> int:
        """The row of the cursor."""
        return self._cursor

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row and bring it into view; nothing else happens."""
        before, self._cursor = self._cursor, row
        top = round(self.scroll_y)
        if not top <= row < top + max(self.size.height, 1):
            # By half a screen: a list that moves by a row with each key is all drawn each time.
            self.scroll_to(y=max(row - self.size.height // 2, 0), animate=False)
        self.draw_anew(before, row)

    def step(self, steps: int) -> None:
        """Move the cursor by so many rows that it can stand on, at most to the first or last."""
        row, last = self._cursor, self.row_count
        direction = 1 if steps > 0 else -1
        found = row if 0 <= row < last and self.can_stand_on(row) else None
        for _ in range(abs(steps)):
            row += direction
            while 0 <= row < last and not self.can_stand_on(row):
                row += direction
            if not 0 <= row < last:
                break
            found = row
        if found is None:  # it stood below the last row, or above the first
            found = next(
                (near for near in range(min(row, last - 1), -1, -1) if self.can_stand_on(near)),
                None,
            )
        if found is None or found == self._cursor:
            self.stuck()
        if found is not None:
            self.move_cursor(found)
            self.arrived()

    def action_cursor_down(self) -> None:
        """Next row."""
        self.step(1)

    def action_cursor_up(self) -> None:
        """Previous row."""
        self.step(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self.step(max(self.size.height - 1, 1))

    def action_page_up(self) -> None:
        """A page up."""
        self.step(-max(self.size.height - 1, 1))

    def action_top(self) -> None:
        """First row."""
        self.step(-self.row_count)

    def action_bottom(self) -> None:
        """Last row."""
        self.step(self.row_count)

    # Drawing

    def draw_anew(self, *rows: int) -> None:
        """Have these rows drawn again where they are in view."""
        top = round(self.scroll_y)
        for row in dict.fromkeys(rows):
            if top <= row < top + self.size.height:
                self.refresh_lines(row)

    def draw_anew_from(self, row: int) -> None:
        """Have all rows from this one on drawn again, after some came or went."""
        top = round(self.scroll_y)
        first = max(row, top)
        if first < top + self.size.height:
            self.refresh_lines(first, top + self.size.height - first)

    def make_room(self) -> None:
        """Be as many rows high inside as there are, without laying the whole screen out anew."""
        size = Size(self.size.width, self.row_count)
        if size != self.virtual_size:
            self.set_reactive(RowList.virtual_size, size)
            self._scroll_update(size)

    def on_focus(self) -> None:
        """Have a row under the cursor when the keys come here."""
        if self.row_count and not self.can_stand_on(min(self._cursor, self.row_count - 1)):
            row = next((row for row in range(self.row_count) if self.can_stand_on(row)), None)
            if row is not None:
                self.move_cursor(row)
                self.arrived()
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys went elsewhere."""
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the rows as wide as the list, and the cursor in view."""
        self.make_room()
        top = round(self.scroll_y)
        if not top <= self._cursor < top + max(event.size.height, 1):
            self.scroll_to(y=max(self._cursor - event.size.height // 2, 0), animate=False)

    def on_click(self, event: events.Click) -> None:
        """Go to the row under the pointer."""
        row = round(self.scroll_y) + event.y
        if row < self.row_count and self.can_stand_on(row):
            self.move_cursor(row)
            self.arrived()

    def notify_style_update(self) -> None:
        """Forget the rows of another theme."""
        super().notify_style_update()
        self.forget_rows()

    def forget_rows(self) -> None:
        """Draw all rows anew when they are next shown."""
        self._drawn.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row, or give what was drawn."""
        return self.drawn(range(y, y + 1))[0]

    def drawn(self, rows: range) -> list[Strip]:
        """Draw rows, or give what was drawn; what they have in common is asked for once."""
        width, count = self.size.width, self.row_count
        top, has_focus = round(self.scroll_y), self.has_focus
        return [
            self._row(top + y, width, has_focus=has_focus)
            if top + y < count
            else Strip.blank(width, self.style_of())
            for y in rows
        ]

    def _row(self, row: int, width: int, *, has_focus: bool) -> Strip:
        thing = self.thing(row)
        if thing is None:
            words, heads = self.heading(row)
            style = self.style_of("rows--heading" if heads else "rows--faint")
            return Strip([Segment(cut(f" {one_line(words)}", width), style)]).adjust_cell_length(
                width, style
            )
        here = row == self._cursor
        state = (here, here and has_focus, width)
        kept = self._drawn.get(id(thing))
        if kept is not None and kept[0] is thing and kept[1] == state:
            return kept[2]
        style = self.style_of("rows--cursor" if here else "rows--row")
        bar = (">" if has_focus else "▌") if here else " "
        segments = [Segment(bar, style), *self.draw(row, style, width - 1)]
        # Few pieces make few bytes.
        strip = Strip(segments).adjust_cell_length(width, style).simplify()
        if len(self._drawn) > _KEPT:
            self._drawn.clear()
        self._drawn[id(thing)] = (thing, state, strip)
        return strip
