"""A program in a pseudo-terminal with a stop-watch at its edge.

What is timed is what a person waits for: from the byte of the key written into the terminal to the
last byte of the answer. The answer has ended when nothing has come for `QUIET` seconds; that
silence is not counted. What a program writes later to say that a change is on the disk is no part
of the answer; it is timed by itself.
"""

from __future__ import annotations

import contextlib
import math
import os
import re
import select
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ptyprocess import PtyProcess

COLUMNS, ROWS = 120, 40
QUIET = 0.06
#: What comes after a pause of so many seconds and says that a change was written is no answer.
_PAUSE = 0.001
_SAVED = re.compile(rb"saved \d|not written: \d")

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][0-9A-B]|[=>78])")


@dataclass(frozen=True)
class Answer:
    """One answer: how long until its last byte, in milliseconds, and how many bytes it had.

    Attributes:
        milliseconds: From the key to the last byte of the answer; NaN where none came.
        size: How many bytes it had.
        saved: From the key until it was said that the change is written; NaN where it was not.
    """

    milliseconds: float
    size: int
    saved: float = math.nan


@dataclass
class _Burst:
    """What was written without a pause: where it starts and ends, and when its last byte came."""

    start: int
    end: int = 0
    last: float = 0.0


class TimedTerminal:
    """A program in a pseudo-terminal of 120x40 cells; `started` is when it was asked to start."""

    def __init__(
        self, command: Sequence[str | Path], *, folder: Path, environment: Mapping[str, str]
    ) -> None:
        self.written = bytearray()
        self.started = time.perf_counter()
        self._process = PtyProcess.spawn(
            [str(part) for part in command],
            cwd=str(folder),
            env=dict(environment),
            dimensions=(ROWS, COLUMNS),
        )

    @property
    def pid(self) -> int:
        """The program's process id."""
        return int(self._process.pid)

    def plain(self, start: int = 0, end: int | None = None) -> bytes:
        """What was written between the bytes ``start`` and ``end`` without escape sequences."""
        return _ESCAPES.sub(b"", bytes(self.written[start:end]))

    def until_shown(self, words: Sequence[bytes], key: bytes = b"", timeout: float = 120) -> Answer:
        """Wait until every one of ``words`` has been painted; timed from the key, or the start."""
        since, begun = (len(self.written), time.perf_counter()) if key else (0, self.started)
        if key:
            os.write(self._process.fd, key)
        while not all(word in self.plain(since) for word in words):
            if time.perf_counter() - begun > timeout:
                raise TimeoutError(f"not all of {words!r} were painted: {self.plain()[-2000:]!r}")
            self._read(1.0)
        return Answer((time.perf_counter() - begun) * 1000, len(self.written) - since)

    def resident(self) -> float:
        """The program's memory in MB, where the system tells it; else 0."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return 0.0
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def settle(self, seconds: float = 0.5, timeout: float = 120) -> None:
        """Wait until nothing has been written for ``seconds``."""
        deadline = time.perf_counter() + timeout
        while self._read(seconds):
            if time.perf_counter() > deadline:
                raise TimeoutError("the program does not come to rest")

    def press(self, key: bytes, patience: float = 5.0) -> Answer:
        """Press a key and time its answer; ``size`` is 0 where none came within ``patience``."""
        bursts: list[_Burst] = []
        pressed = time.perf_counter()
        os.write(self._process.fd, key)
        while read := self._read(QUIET if bursts else patience):
            now = time.perf_counter()
            if not bursts or now - bursts[-1].last > _PAUSE:
                bursts.append(_Burst(len(self.written) - read))
            bursts[-1].last, bursts[-1].end = now, len(self.written)
        answer, saved = math.nan, math.nan
        size = 0
        for place, burst in enumerate(bursts):
            taken = (burst.last - pressed) * 1000
            if place and _SAVED.search(self.plain(burst.start, burst.end)):
                saved = taken
            else:
                answer, size = taken, size + burst.end - burst.start
        return Answer(answer, size, saved)

    def close(self) -> None:
        """End the program, whatever it is doing."""
        with contextlib.suppress(OSError):
            self._process.kill(signal.SIGKILL)
        with contextlib.suppress(OSError):
            while self._read(0.2):
                pass
        self._process.wait()
        with contextlib.suppress(OSError):
            self._process.fileobj.close()

    def _read(self, seconds: float) -> int:
        if not select.select([self._process.fd], [], [], seconds)[0]:
            return 0
        data = os.read(self._process.fd, 1 << 16)
        self.written += data
        return len(data)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of ``values`` lie, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def plain_environment(home: Path) -> dict[str, str]:
    """The environment of a person's terminal, with a home folder of its own."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "SANGGAH_", "TEXTUAL", "PYTHON"))
        and name not in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "NO_COLOR", "COLUMNS", "LINES")
    }
    environment.update(
        HOME=str(home), TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8"
    )
    return environment
