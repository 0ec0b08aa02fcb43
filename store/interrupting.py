"""Ctrl+c while something long runs: held back where it would do harm, and never lost.

Python raises KeyboardInterrupt between any two steps: after BEGIN and before the block that would
roll back, while a process is being started, or in a destructor, where it is printed and forgotten.
Only the main thread ever sees one; elsewhere all of this does nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType, TracebackType
from typing import Self


@contextmanager
def ctrl_c_held_back() -> Iterator[None]:
    """Finish what is inside; ctrl+c takes effect behind it."""
    before = signal.getsignal(signal.SIGINT)
    if current_thread() is not main_thread() or not callable(before):
        yield
        return
    pressed = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        before(signal.SIGINT, None)


class CtrlC:
    """While it is entered, ctrl+c raises KeyboardInterrupt as ever, and is remembered."""

    def __init__(self) -> None:
        self._pressed = False
        self._obeyed = False
        self._is_ours = False

    def __enter__(self) -> Self:
        # Whoever handles the signal in another way is left to it.
        is_usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if is_usual and current_thread() is main_thread():
            self._is_ours = True
            signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _press(self, number: int, frame: FrameType | None) -> None:
        if not self._obeyed:
            self._pressed = True
            raise KeyboardInterrupt

    def check(self) -> None:
        """Raise KeyboardInterrupt where one was raised and got lost."""
        if self._pressed and not self._obeyed:
            raise KeyboardInterrupt

    def obey(self) -> None:
        """Take ctrl+c for answered: pressing it again changes nothing any more."""
        self._obeyed = True
