"""Keys that are typed faster than they are answered, each to whoever has the focus by then.

Textual hands a key at once to the widget that has the focus now; where the key before it was to
open a line to type in, the next would go to the text as a command. Here a key waits until the one
before it has been dealt with. Which key does what is the keymap's.

A key goes through the queues of the widget that has the focus and of all that hold it before its
action is looked up. A screen that says `takes_keys_at_once` spares it the way: none of them would
take it for anything but the name of an action.
"""

from __future__ import annotations

import time
from collections import deque
from typing import Final, TypeVar

from textual import events
from textual.app import App
from textual.message import Message

from tui.painting import PromptlyPainted

Answer = TypeVar("Answer")

#: How long a key waits for the one before it or for a screen that opens, in seconds.
PATIENCE: Final = 1.0
#: How often a waiting key looks whether it is its turn, in seconds.
LOOK_AGAIN: Final = 0.01


class KeysInTurn(App[Answer]):
    """An app that deals with one key or paste at a time."""

    class Handled(Message):
        """Follows a key through the same queues, from the focused widget up to the app."""

        def __init__(self, key: events.Event) -> None:
            self.key = key
            super().__init__()

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Event] = deque()
        self._in_hand: events.Event | None = None
        self._since = 0.0
        self._last = time.monotonic()
        self._looking = False

    @property
    def pause(self) -> float:
        """How long nobody has typed, in seconds."""
        return time.monotonic() - self._last

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed, and let everything else pass."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._last = time.monotonic()
        if self._in_hand is None and not self._typed and self._has_ears():
            await self._deal_with(event)
            return
        if not self._typed:
            self._since = time.monotonic()
        self._typed.append(event)
        self._look_again()

    async def _deal_with(self, event: events.Event) -> None:
        target = self.focused or self.screen
        screen = self.screen
        self._in_hand = event
        if (
            isinstance(event, events.Key)
            and isinstance(screen, PromptlyPainted)
            and screen.takes_keys_at_once
        ):
            target = screen
            await self._check_bindings(event.key)
            self.paint_now()
        else:
            await super().on_event(event)
        if not target.post_message(self.Handled(event)):
            self._in_hand = None

    def paint_now(self) -> None:
        """Paint what changed without waiting for the queues, where the screen can."""
        if isinstance(self.screen, PromptlyPainted):
            self.screen.paint_now()

    def on_keys_in_turn_handled(self, message: Handled) -> None:
        """Take the next key once the focus stands where the last one put it."""
        message.stop()
        self.call_later(self._release, message.key)

    async def _release(self, event: events.Event) -> None:
        if self._in_hand is event:
            self._in_hand = None
            self._since = time.monotonic()
            await self._next()

    async def _next(self) -> None:
        late = time.monotonic() - self._since > PATIENCE
        if self._typed and ((self._in_hand is None and self._has_ears()) or late):
            self._since = time.monotonic()
            await self._deal_with(self._typed.popleft())

    def _look_again(self) -> None:
        """Look from time to time: a widget that went away brings back no message."""
        if not self._looking:
            self._looking = True
            self.set_timer(LOOK_AGAIN, self._look)

    async def _look(self) -> None:
        self._looking = False
        await self._next()
        if self._typed:
            self._look_again()

    def _has_ears(self) -> bool:
        """Whether the screen on top is there and has given the focus to whom it belongs."""
        screen = self.screen
        return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)
