"""The real program in a pseudo-terminal, as a person at a keyboard meets it.

`Terminal` starts a process, keeps every byte that it writes, shows them as a screen (pyte) and
presses keys. It knows nothing of what the program is; the tests beside it do.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte
from ptyprocess import PtyProcess

KEYS: Mapping[str, bytes] = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "ctrl+a": b"\x01",
    "ctrl+c": b"\x03",
    "ctrl+p": b"\x10",
    "ctrl+u": b"\x15",
    "ctrl+z": b"\x1a",
}
"""What a terminal sends for the keys that are not a character of their own."""

# pyte takes CSI > 4 m for underline and prints the rest of sequences that it does not know.
_PRIVATE = re.compile(rb"\x1b\[(?:[<=>][0-9;:]*[ -/]*[@-~]|\?[0-9;]*\$[a-z])")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?]*[ -/]*)?\Z")

#: Programs wait a tenth of a second to know an escape from the start of a sequence.
AFTER_ESCAPE = 0.15

Condition = str | Callable[[str], bool]


class TimedOutError(AssertionError):
    """What was waited for did not come; the message holds the screen as it stood."""


class Terminal:
    """A process in a pseudo-terminal of ``columns`` x ``rows`` cells.

    Attributes:
        output: Every byte that the process has written so far.
        status: The exit status once it has ended, negative for a signal, else None.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        environment: Mapping[str, str],
        folder: Path,
        columns: int = 120,
        rows: int = 40,
    ) -> None:
        self.output = bytearray()
        self.status: int | None = None
        self._undecoded = b""
        self._gone = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._process = PtyProcess.spawn(
            [str(part) for part in command],
            cwd=str(folder),
            env=dict(environment),
            dimensions=(rows, columns),
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The id of the process."""
        return int(self._process.pid)

    def screen_text(self) -> str:
        """What stands on the screen now, a line a row, without the spaces at their ends."""
        return "\n".join(line.rstrip() for line in self._lines())

    def _lines(self) -> list[str]:
        self._read(0)
        columns = range(self._screen.columns)
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        # Not pyte's own display: it fails where a wide character was half painted over.
        return ["".join(row[x].data for x in columns) for row in rows]

    def cells(self, text: str) -> list[pyte.screens.Char]:
        """The cells where ``text`` stands first on the screen, with their colours and styles."""
        for row, line in enumerate(self._lines()):
            if text in line:
                start = line.index(text)
                return [self._screen.buffer[row][start + place] for place in range(len(text))]
        raise AssertionError(f"{text!r} is not on the screen:\n{self.screen_text()}")

    def press(self, *keys: str) -> None:
        """Press keys by name; a name that is not in `KEYS` is typed as it stands."""
        for key in keys:
            self._write(KEYS.get(key) or key.encode())
            if key == "escape":  # sooner, the next key would make one sequence with it
                time.sleep(AFTER_ESCAPE)

    def type(self, text: str) -> None:
        """Type ``text`` as a person would, a character at a time."""
        for character in text:
            self._write(character.encode())

    def send(self, data: bytes) -> None:
        """Write ``data`` in one go, as a slow line or a fast typist does."""
        self._write(data)

    def paste(self, text: str) -> None:
        """Paste ``text`` as terminals do (bracketed paste)."""
        self._write(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def wait_for(self, condition: Condition, timeout: float = 15.0) -> str:
        """Wait until the screen holds a text or fulfils a predicate, and return the screen."""
        deadline = time.monotonic() + timeout
        while True:
            screen = self.screen_text()
            if condition in screen if isinstance(condition, str) else condition(screen):
                return screen
            if time.monotonic() > deadline:
                raise TimedOutError(f"{condition!r} did not come within {timeout} s:\n{screen}")
            if not self._read(0.05) and self.status is not None:
                raise TimedOutError(
                    f"the program ended ({self.status}) before {condition!r}:\n{screen}"
                )

    def wait_for_quiet(self, seconds: float = 0.15, timeout: float = 15.0) -> str:
        """Wait until nothing has been written for ``seconds``, and return the screen."""
        deadline = time.monotonic() + timeout
        while self._read(seconds):
            if time.monotonic() > deadline:
                raise TimedOutError(f"the screen did not come to rest:\n{self.screen_text()}")
        return self.screen_text()

    def wait_for_bytes(self, pattern: bytes, *, after: int = 0, timeout: float = 15.0) -> bytes:
        """Wait until the output after byte ``after`` matches ``pattern``; return the match."""
        deadline = time.monotonic() + timeout
        while True:
            found = re.search(pattern, self.output[after:], re.DOTALL)
            if found:
                return bytes(found[0])
            if time.monotonic() > deadline:
                raise TimedOutError(f"{pattern!r} was not written:\n{self.screen_text()}")
            self._read(0.05)

    def wait_for_exit(self, timeout: float = 15.0) -> int:
        """Wait until the process has ended and everything it wrote is read; return its status."""
        deadline = time.monotonic() + timeout
        while self.status is None:
            if time.monotonic() > deadline:
                raise TimedOutError(f"the program did not end:\n{self.screen_text()}")
            self._read(0.05)
        return self.status

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, which the process learns by SIGWINCH."""
        self._read(0)
        self._screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        self._process.kill(number)

    def hang_up(self) -> None:
        """Close the terminal as a window is closed: the process is told by its system alone."""
        self._read(0)
        self._process.fileobj.close()
        self._gone = True

    def wait_for_end_without_terminal(self, timeout: float = 10.0) -> None:
        """Wait until a process whose terminal is gone has ended."""
        deadline = time.monotonic() + timeout
        while self._process.isalive():
            if time.monotonic() > deadline:
                raise TimedOutError("the program goes on without a terminal")
            time.sleep(0.05)
        self._note_end()

    def close(self) -> None:
        """End the process if it still runs, and let go of the pseudo-terminal."""
        if self.status is None:
            with contextlib.suppress(OSError):
                self._process.kill(signal.SIGKILL)
            with contextlib.suppress(TimedOutError):
                (self.wait_for_end_without_terminal if self._gone else self.wait_for_exit)(5)
        with contextlib.suppress(OSError):
            self._process.fileobj.close()

    def _write(self, data: bytes) -> None:
        self._read(0)
        os.write(self._process.fd, data)

    def _read(self, seconds: float) -> bool:
        """Take in what the process has written, waiting for it at most ``seconds``."""
        if self.status is not None:
            return False
        took = False
        while select.select([self._process.fd], [], [], 0 if took else seconds)[0]:
            try:
                data = os.read(self._process.fd, 1 << 16)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                data = b""
            if not data:
                self._end()
                break
            took = True
            self.output += data
            self._show(data)
        return took

    def _end(self) -> None:
        self._process.wait()
        self._note_end()

    def _note_end(self) -> None:
        code = self._process.exitstatus
        self.status = -self._process.signalstatus if code is None else code

    def _show(self, data: bytes) -> None:
        data = self._undecoded + data
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._undecoded = data[cut:]
        self._stream.feed(_PRIVATE.sub(b"", data[:cut]))
