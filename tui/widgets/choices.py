"""A list of choices in a few lines, narrowed by words.

It draws itself in a fixed height, so that narrowing it while one types lays nothing out. It takes
no keys: a prompt or a dialog moves it and asks which choice is highlighted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.cells import cut
from tui.terminal_text import folded, one_line


class Choices(Widget):
    """Shows the choices that hold all the typed words, one of them highlighted or none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--highlighted",
        "choices--none",
        "choices--dimmed",
    }
    DEFAULT_CSS = """
    Choices {
        height: 8;
        width: 100%;
        & > .choices--highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .choices--none, & > .choices--dimmed { color: $text-muted; text-style: italic; }
    }
    """

    class Chosen(Message):
        """A choice was clicked."""

        def __init__(self, choices: Choices, index: int) -> None:
            super().__init__()
            self.choices = choices
            self.index = index

        @property
        def control(self) -> Choices:
            """The list that was clicked."""
            return self.choices

    def __init__(
        self,
        options: Sequence[str] = (),
        *,
        dimmed: Collection[int] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make the list.

        Args:
            options: What can be chosen, in order.
            dimmed: The places of those that cannot be chosen now, for whatever reason.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._options: tuple[str, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._found: list[int] = []
        self._highlighted: int | None = None
        self._top = 0
        self._dimmed = dimmed
        self.offer(options)

    def offer(self, options: Sequence[str]) -> None:
        """Replace the choices; all are shown and none is highlighted."""
        self._options = tuple(options)
        self._folded = tuple(folded(option) for option in self._options)
        self.narrow("")

    @property
    def found(self) -> tuple[int, ...]:
        """The places of the choices that are shown, in the sequence that was offered."""
        return tuple(self._found)

    @property
    def highlighted(self) -> int | None:
        """The place of the highlighted choice in the sequence that was offered, or None."""
        return None if self._highlighted is None else self._found[self._highlighted]

    def narrow(self, words: str) -> None:
        """Show the choices that hold every one of ``words``; highlight none."""
        wanted = folded(words).split()
        self._found = [
            index
            for index, option in enumerate(self._folded)
            if all(word in option for word in wanted)
        ]
        self._highlighted = None
        self._top = 0
        self.refresh()

    def highlight(self, index: int | None) -> None:
        """Highlight a choice by its place in the sequence that was offered, or none."""
        self._highlighted = self._found.index(index) if index in self._found else None
        self._scroll_into_view()

    def move(self, step: int, *, may_leave: bool = False) -> None:
        """Highlight the choice ``step`` further down (or up, below 0).

        Args:
            step: How many choices to move.
            may_leave: Whether moving up from the first leaves none highlighted; otherwise the
                highlight goes round.
        """
        if not self._found:
            return
        if self._highlighted is None:
            self._highlighted = 0 if step > 0 else len(self._found) - 1
        else:
            moved = self._highlighted + step
            leaves = may_leave and not 0 <= moved < len(self._found)
            self._highlighted = None if leaves else moved % len(self._found)
        self._scroll_into_view()

    def _scroll_into_view(self) -> None:
        rows = self.size.height
        if rows > 0:
            place = self._highlighted or 0
            last = max(0, len(self._found) - rows)
            self._top = min(max(self._top, place - rows + 1), place, last)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a choice, with a sign before the highlighted one."""
        width = self.size.width
        place = self._top + y
        if not self._found and y == 0 and self._options:
            none = self.get_component_rich_style("choices--none")
            return Strip([Segment("  nothing like that", none)]).adjust_cell_length(
                width, self.rich_style
            )
        if place >= len(self._found):
            return Strip.blank(width, self.rich_style)
        is_here = place == self._highlighted
        words = f"{'›' if is_here else ' '} {one_line(self._options[self._found[place]])}"
        if self._says_more(y):
            words = f"  … {len(self._found) - place} more"
        words = cut(words, width)
        style = self.rich_style
        if is_here:
            style = self.get_component_rich_style("choices--highlighted")
        elif self._found[place] in self._dimmed and not self._says_more(y):
            style = self.get_component_rich_style("choices--dimmed")
        return Strip([Segment(words, style)]).adjust_cell_length(width, style)

    def _says_more(self, y: int) -> bool:
        """Whether line ``y`` says how many choices follow, in place of one that nobody chose."""
        place = self._top + y
        is_last_line = y == self.size.height - 1
        return is_last_line and place < len(self._found) - 1 and place != self._highlighted

    def on_resize(self) -> None:
        """Keep the highlighted choice in view."""
        self._scroll_into_view()

    def on_click(self, event: events.Click) -> None:
        """Say which choice was clicked."""
        event.stop()
        place = self._top + event.y
        if self._says_more(event.y):
            self._wheel(self.size.height - 1)
        elif place < len(self._found):
            self.post_message(self.Chosen(self, self._found[place]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the list, not what is highlighted."""
        event.stop()
        self._wheel(+1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the list, not what is highlighted."""
        event.stop()
        self._wheel(-1)

    def _wheel(self, step: int) -> None:
        last = max(0, len(self._found) - self.size.height)
        self._top = min(max(0, self._top + step), last)
        self.refresh()
