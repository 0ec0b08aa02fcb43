"""Ctrl+c while something long runs: held back where it would do harm, and never lost.

Python raises KeyboardInterrupt between any two steps: after BEGIN and before the block that would
roll back, while a process is being started, or in a destructor, where it is printed and forgotten.
Where other signals are to end a program in the same way, they are treated alike. Only the main
thread ever sees one; elsewhere all of this does nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType, TracebackType
from typing import Self

_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stopped_like_ctrl_c() -> Iterator[None]:
    """Have KeyboardInterrupt raised by what else ends a program: SIGTERM, and SIGHUP.

    A signal that is ignored, as under nohup, or handled in another way stays so.
    """
    ours = [number for number in _STOPPING if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def ctrl_c_held_back() -> Iterator[None]:
    """Finish what is inside; ctrl+c takes effect behind it."""
    if current_thread() is not main_thread():
        yield
        return
    handlers = {
        number: handler for number in _STOPPING if callable(handler := signal.getsignal(number))
    }
    pressed: list[int] = []
    for number in handlers:
        signal.signal(number, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    for number, handler in handlers.items():
        if number in pressed:
            handler(number, None)


class CtrlC:
    """While it is entered, ctrl+c raises KeyboardInterrupt as ever, and is remembered."""

    def __init__(self) -> None:
        self._pressed = False
        self._obeyed = False
        self._ours: list[int] = []

    def __enter__(self) -> Self:
        if current_thread() is main_thread():
            # Whoever handles the signal in another way is left to it.
            self._ours = [
                number
                for number in _STOPPING
                if signal.getsignal(number) is signal.default_int_handler
            ]
        for number in self._ours:
            signal.signal(number, self._press)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for number in self._ours:
            signal.signal(number, signal.default_int_handler)

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
