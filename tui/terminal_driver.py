"""The terminal without ways between threads: keys are read and paints written in the app's own.

Textual reads in one thread and writes in another, so that every key and every paint waits for the
system to wake somebody. Here the loop itself reads, and writes what the terminal takes at once;
only what a slow terminal does not take goes to the thread.
"""

from __future__ import annotations

import asyncio
import os
from codecs import getincrementaldecoder
from contextlib import suppress
from threading import Event
from typing import Any, TextIO, cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_AT_ONCE = 4096  # bytes read at a time, as many as Textual does


class TerminalDriver(LinuxDriver):
    """Reads and writes in the thread of the app."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._output = Output(cast("TextIO", self._file))
        self._file = cast("Any", self._output)
        self._parser = XTermParser(self._debug)
        self._decode = getincrementaldecoder("utf-8")().decode
        self._escape: asyncio.TimerHandle | None = None

    # Writing

    def write(self, data: str) -> None:
        """Write what the terminal takes now, and leave the rest to the thread."""
        rest = self._output.take(data)
        if rest:
            super().write(rest)

    # Reading

    def run_input_thread(self) -> None:
        """Have the loop read; the thread that Textual starts for it only waits for the end."""
        begun = Event()
        readable: list[bool] = []

        def begin() -> None:
            try:
                self._parser = XTermParser(self._debug)
                self._loop.add_reader(self.fileno, self._read)
                readable.append(True)
            except (OSError, NotImplementedError, ValueError):
                pass  # what the loop cannot wait for is read as Textual does it
            finally:
                begun.set()

        self._loop.call_soon_threadsafe(begin)
        while not begun.wait(0.05):
            if self.exit_event.is_set():
                return
        if readable:
            self.exit_event.wait()
        else:
            super().run_input_thread()

    def disable_input(self) -> None:
        """Read no more."""
        self._stop_reading()
        super().disable_input()

    def _stop_reading(self) -> None:
        self._loop.remove_reader(self.fileno)
        if self._escape is not None:
            self._escape.cancel()
            self._escape = None

    def _read(self) -> None:
        try:
            data = os.read(self.fileno, _AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:  # the terminal is gone, which is for the app to notice
            self._stop_reading()
            return
        for message in self._parser.feed(self._decode(data)):
            self.process_message(message)
        if self._escape is not None:
            self._escape.cancel()
        # An escape that nothing follows is the key, and no part of another.
        self._escape = self._loop.call_later(constants.ESCAPE_DELAY, self._end_escape)

    def _end_escape(self) -> None:
        self._escape = None
        for message in self._parser.tick():
            self.process_message(message)

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, whose thread this is."""
        self._app.post_message(message)


class Output:
    """The terminal to write to. What it does not take at once waits for the thread.

    What waits may begin in the middle of a character, so that it is handed on byte by byte: as
    text in which each character stands for a byte. There is no lock: a signal's handler, which
    writes as well, may interrupt the app anywhere.
    """

    _BYTES = "latin-1"

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._given = 0  # counted by the app
        self._written = 0  # counted by the thread
        try:
            # Opened anew: not to block is a property that the shell must not find in its own.
            flags = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
            self._own = os.open(os.ttyname(file.fileno()), flags)
        except OSError:
            self._own = -1

    def take(self, text: str) -> str:
        """Write what can be written now, where nothing waits; return the rest for the thread."""
        data = text.encode(self._file.encoding, self._file.errors or "strict")
        if self._own >= 0 and self._given == self._written:
            with suppress(OSError):  # it takes nothing now, or is gone
                data = data[os.write(self._own, data) :]
        self._given += bool(data)
        return data.decode(self._BYTES)

    def write(self, rest: str) -> None:
        """Write what waited, in the thread; a terminal that is gone takes nothing any more."""
        data = rest.encode(self._BYTES)
        with suppress(OSError):
            while data:
                data = data[os.write(self.fileno(), data) :]
        self._written += 1

    def flush(self) -> None:
        """Do nothing: what was written is written."""

    def fileno(self) -> int:
        """The terminal's number."""
        return self._file.fileno()
