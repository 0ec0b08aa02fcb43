"""The one line at the bottom: keys at the left, what is saved at the right.

It has a fixed height and draws itself, so that a message or a new status repaints this line and
lays nothing out. A click on a key does what the key does. Which keys it shows comes from the
keymap; when to say what, from the screens.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.strip import Strip
from textual.timer import Timer

from tui.actions import Action
from tui.cells import cut
from tui.keymap import Keymap, action_call
from tui.keys_in_turn import KeysInTurn
from tui.terminal_text import one_line
from tui.widgets.drawn_rows import FullRows, KeptStyles

_GAP = 2


class KeyFooter(KeptStyles, FullRows):
    """A line of keys, or a message in their place, with a status at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "key-footer--key",
        "key-footer--words",
        "key-footer--status",
        "key-footer--message",
        "key-footer--error",
    }
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        width: 100%;
        height: 1;
        background: $panel;
        color: $foreground;

        & > .key-footer--key { color: $footer-key-foreground; text-style: bold; }
        & > .key-footer--words { color: $foreground; }
        & > .key-footer--status { color: $text-muted; }
        & > .key-footer--message { color: $foreground; text-style: bold; }
        & > .key-footer--error { color: $text-error; background: $error-muted; text-style: bold; }
        &:ansi > .key-footer--error { text-style: bold reverse; }
    }
    """

    #: How long a message stands in place of the keys, in seconds.
    MESSAGE_SECONDS: ClassVar[float] = 6.0
    #: A message stands longer until nobody has typed for so many seconds.
    PAUSE: ClassVar[float] = 0.5

    def __init__(
        self,
        keymap: Keymap,
        context: str = "",
        *,
        without: Collection[str] = (),
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        """Make the line.

        Args:
            keymap: The keys.
            context: Whose keys are shown; "" for none.
            without: Actions that can do nothing here, and are not shown.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._without = without
        self._keymap = keymap
        self._place = context
        self._status = ""
        self._message = ""
        self._is_error = False
        self._timer: Timer | None = None
        self._places: list[tuple[range, Action]] = []

    @property
    def context(self) -> str:
        """The context whose keys are shown; "" shows none."""
        return self._place

    @context.setter
    def context(self, context: str) -> None:
        if context != self._place:
            self._place = context
            self.refresh()

    def turn_to(self, context: str) -> None:
        """Show the keys of ``context`` at once: what was said goes, unless it is a problem."""
        self.context = context
        if not self._is_error:
            self.show_message("")

    @property
    def keymap(self) -> Keymap:
        """The keys that are shown."""
        return self._keymap

    @keymap.setter
    def keymap(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self.refresh()

    @property
    def status(self) -> str:
        """What stands at the right."""
        return self._status

    @property
    def message(self) -> str:
        """The message that stands in place of the keys; "" when there is none."""
        return self._message

    def show_status(self, status: str) -> None:
        """Show ``status`` at the right until the next one."""
        if status != self._status:
            self._status = status
            self.refresh()

    def show_message(self, message: str, *, error: bool = False) -> None:
        """Show ``message`` in place of the keys for `MESSAGE_SECONDS`; "" brings the keys back.

        While somebody types it stands longer, so that no answer to a key waits behind its end.
        """
        self._message = message
        self._is_error = error
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if message:
            self._timer = self.set_timer(self.MESSAGE_SECONDS, self._forget_message)
        self.refresh()

    def _forget_message(self) -> None:
        """Bring the keys back once nobody types: an answer to a key is no place for another."""
        if isinstance(self.app, KeysInTurn) and self.app.pause < self.PAUSE:
            self._timer = self.set_timer(self.PAUSE, self._forget_message)
        else:
            self.show_message("")

    def render_line(self, y: int) -> Strip:
        """Draw the line. The status comes first: what is not written must never be cut away."""
        width = self.size.width
        base = self.style_of()
        status = cut(one_line(self._status), width)
        room = width - cell_len(status) - (_GAP if status else 0)
        self._places.clear()
        left = self._message_segments(room) if self._message else self._key_segments(room)
        used = sum(segment.cell_length for segment in left)
        strip = Strip(
            [
                *left,
                Segment(" " * (width - cell_len(status) - used), base),
                Segment(status, self._style("status")),
            ]
        )
        return strip.adjust_cell_length(width, base)

    def _style(self, part: str) -> Style:
        return self.style_of(f"key-footer--{part}")

    def _message_segments(self, room: int) -> list[Segment]:
        words = one_line(self._message)
        if self._is_error:
            words = f"! {words}"
        style = self._style("error" if self._is_error else "message")
        return [Segment(cut(words, room), style)] if room > 0 else []

    def _key_segments(self, room: int) -> list[Segment]:
        """Draw as many keys as there is room for; the help, else the way out, is left out last."""
        footer = self._keymap.footer(self._place) if self._place else []
        items = [(key, action) for key, action in footer if action.name not in self._without]
        kept = "help" if self._keymap.has_help(self._place) else "leave"
        shown = list(items)
        while shown and _width(shown) > room:
            others = [place for place, (_, action) in enumerate(shown) if action.name != kept]
            del shown[others[-1] if others else 0]
        segments: list[Segment] = []
        at = 0
        for key, action in shown:
            if segments:
                segments.append(Segment(" " * _GAP, self.style_of()))
            first = len(segments)
            segments.append(Segment(f" {key}" if not segments else key, self._style("key")))
            segments.append(Segment(f" {action.footer}", self._style("words")))
            at += _GAP if first else 0
            end = at + sum(segment.cell_length for segment in segments[first:])
            self._places.append((range(at, end), action))
            at = end
        return segments

    async def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does; put a message away."""
        event.stop()
        if self._message:
            self.show_message("")
            return
        action = next((found for cells, found in self._places if event.x in cells), None)
        if action is not None:
            from tui.commands import node_of

            call = action_call(action.context, action.name)
            await self.app.run_action(call, node_of(self.screen, action.context))


def _width(items: list[tuple[str, Action]]) -> int:
    """Return the cells that these keys take with their words, gaps and a space before them."""
    cells = sum(cell_len(key) + 1 + cell_len(action.footer) for key, action in items)
    return 1 + cells + _GAP * max(0, len(items) - 1)
