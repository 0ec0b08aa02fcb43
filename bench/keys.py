"""A key that moves the selection in the reader, against SLATE on the same article.

SLATE (slate-nlp on PyPI) is the other annotator that works in a terminal. Both programs stand open
at once on the same text; they are given blocks of keys by turns, each key after the answer to the
one before it.

    python -m bench.keys [keys]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.generated import article
from bench.terminal import Answer, TimedTerminal, percentile, plain_environment

WANTED = 1.5
SIZES = {"5 kB": 5_000, "1 MB": 1_000_000}
BLOCK = 10
#: A small article has some fifty sentences; after so many keys the selection is taken to the top.
BACK_TO_TOP = 40
SANGGAH = Path(sys.executable).parent / "sanggah"
SLATE = Path(sys.executable).parent / "slate"


@dataclass
class Contender:
    """A program open on the article, the key that moves its selection, and its answers."""

    terminal: TimedTerminal
    key: bytes
    top: bytes
    answers: list[Answer]

    def press(self, times: int) -> None:
        """Press the key ``times`` times and keep the answers.

        Raises:
            RuntimeError: A key was not answered, so that what is measured is no movement.
        """
        if len(self.answers) % BACK_TO_TOP == 0:
            self.terminal.press(self.top, patience=0.5)
        for _ in range(times):
            answer = self.terminal.press(self.key)
            if not answer.size:
                raise RuntimeError(f"the key {self.key!r} was not answered")
            self.answers.append(answer)

    def line(self, name: str) -> str:
        """Its row of the table."""
        times = [answer.milliseconds for answer in self.answers]
        figures = "".join(f"{percentile(times, share):9.2f}" for share in (0.50, 0.95, 0.99))
        size = percentile([answer.size for answer in self.answers], 0.5)
        return f"  {name:32}{figures}{size:11.0f}"


def _open_sanggah(folder: Path, file: Path) -> TimedTerminal:
    environment = plain_environment(folder)
    store = folder / f"{file.stem}.db"
    subprocess.run(
        [SANGGAH, "add", "--store", store, file], check=True, capture_output=True, env=environment
    )
    terminal = TimedTerminal([SANGGAH, "--store", store], folder=folder, environment=environment)
    terminal.until_shown([b"Kabar dari"])
    terminal.settle()
    terminal.press(b"\r")
    terminal.settle()
    return terminal


def _open_slate(folder: Path, file: Path) -> TimedTerminal:
    command = [SLATE, file, "-t", "categorical", "-s", "token", "-o"]
    terminal = TimedTerminal(command, folder=folder, environment=plain_environment(folder))
    terminal.until_shown([b"Kabar"])
    terminal.settle()
    return terminal


def _measure(folder: Path, name: str, size: int, keys: int) -> list[str]:
    file = folder / f"{size}.txt"
    file.write_text(article(size), encoding="utf-8")
    contenders = {
        "sanggah j": Contender(_open_sanggah(folder, file), b"j", b"g", []),
        "SLATE ;": Contender(_open_slate(folder, file), b";", b"I", []),
    }
    try:
        for contender in contenders.values():
            contender.press(3)
            contender.answers.clear()
        for _ in range(keys // BLOCK):
            for contender in contenders.values():
                contender.press(BLOCK)
    finally:
        for contender in contenders.values():
            contender.terminal.close()
    lines = [contender.line(f"{program}, {name}") for program, contender in contenders.items()]
    medians = [
        percentile([answer.milliseconds for answer in contender.answers], 0.5)
        for contender in contenders.values()
    ]
    lines.append(f"  {'ratio':32}{medians[0] / medians[1]:9.2f}   (wanted: at most {WANTED})")
    return lines


def measure(keys: int = 120) -> list[str]:
    """Measure both programs at both sizes and return the lines of the table."""
    lines = [
        f"{'a key that moves the selection':34}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'bytes':>11}"
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            lines += _measure(Path(folder), name, size, keys)
    return lines


if __name__ == "__main__":
    print("\n".join(measure(*map(int, sys.argv[1:2]))))
