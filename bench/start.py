"""The start until the list is painted, the memory after it, and opening a long article.

Against a minimal Textual app of header, table and footer, started by turns with the others.

    python -m bench.start [--full] [runs]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.generated import article, fill, mark_article
from bench.terminal import TimedTerminal, percentile, plain_environment

WANTED = 1.25
MEGABYTE = 1_000_000
LIBRARY = 100_000
TITLES = [f"Kabar {name}" for name in ("satu", "dua", "tiga", "empat", "lima")]
REST = "dari pulau: pemerintah membantah tuduhan nelayan"
SANGGAH = Path(sys.executable).parent / "sanggah"
MINIMAL = Path(__file__).parent / "minimal_app.py"


@dataclass
class Contender:
    """A program, what it has painted when it has started, and how long that took each time.

    Where there is a ``key``, what is timed is the way from it until ``then`` is painted.
    """

    name: str
    command: Sequence[str | Path]
    shown: Sequence[str]
    key: bytes = b""
    then: Sequence[str] = ()
    times: list[float] = field(default_factory=list)
    memory: float = 0.0

    def run(self, folder: Path, *, kept: bool) -> None:
        """Start it, and end it again; the time is forgotten where it is not to be kept."""
        terminal = TimedTerminal(self.command, folder=folder, environment=plain_environment(folder))
        try:
            taken = terminal.until_shown([words.encode() for words in self.shown])
            if self.key:
                terminal.settle()
                taken = terminal.until_shown([words.encode() for words in self.then], self.key)
            if kept:
                self.times.append(taken.milliseconds)
            else:
                terminal.settle(1.5)
                self.memory = terminal.resident()
        finally:
            terminal.close()


def _add(store: Path, files: Sequence[Path], folder: Path) -> None:
    command = [SANGGAH, "add", "--store", store, *files]
    subprocess.run(command, check=True, capture_output=True, env=plain_environment(folder))


def _five(folder: Path) -> Contender:
    files = []
    for number, title in enumerate(TITLES):
        files.append(folder / f"{number}.txt")
        files[-1].write_text(article(3000 + number, f"{title} {REST}"), encoding="utf-8")
    _add(folder / "five.db", files, folder)
    return Contender("sanggah, 5 articles", [SANGGAH, "--store", folder / "five.db"], TITLES)


def _library(folder: Path) -> Contender:
    store = folder / "library.db"
    fill(store, LIBRARY)
    shown = [f"Artikel nomor {number:06}" for number in (0, 30)]
    return Contender(f"sanggah, {LIBRARY:,} articles", [SANGGAH, "--store", store], shown)


def _long_article(folder: Path, *, marked: bool) -> Contender:
    store = folder / f"{marked}.db"
    file = folder / f"{marked}.txt"
    text = article(MEGABYTE)
    file.write_text(text, encoding="utf-8")
    _add(store, [file], folder)
    number = mark_article(store, "bench") if marked else 0
    # Words at the top and the bottom of the first screen, and of the panel beside them.
    last = [line for line in text.split("\n") if line][6]
    return Contender(
        f"open 1 MB, {number:,} annotations",
        [SANGGAH, "--store", store, "--reviewer", "bench"],
        ["Kabar dari"],
        b"\r",
        [" ".join(last.split()[:2]), f"Annotations ({number})", "Quotes (" if not marked else "│"],
    )


def _minimal() -> Contender:
    titles = [f"{title} {REST}" for title in TITLES]
    return Contender("minimal app", [sys.executable, MINIMAL, *titles], TITLES)


def measure(runs: int, *, full: bool) -> Iterator[str]:
    """Measure all by turns and yield the lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        makers: list[Callable[[Path], Contender]] = [
            _five,
            lambda folder: _long_article(folder, marked=False),
            lambda folder: _long_article(folder, marked=True),
        ]
        if full:
            makers.insert(1, _library)
        minimal = _minimal()
        contenders = [minimal, *(make(folder) for make in makers)]
        for run in range(runs + 1):
            for contender in contenders:
                contender.run(folder, kept=run > 0)  # the first only warms the caches of the disk
    yield f"{'':34}{'p50 ms':>9}{'p95 ms':>9}{'/ minimal':>11}{'MB':>7}"
    base = statistics.median(minimal.times)
    for contender in contenders:
        median = statistics.median(contender.times)
        yield (
            f"  {contender.name:32}{median:9.0f}{percentile(contender.times, 0.95):9.0f}"
            f"{median / base:11.2f}{contender.memory:7.0f}"
        )
    yield f"  wanted: a start of at most {WANTED} times the minimal app; opening, at most 0.83"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("runs", nargs="?", type=int, default=15)
    parser.add_argument("--full", action="store_true", help=f"with {LIBRARY:,} articles as well")
    options = parser.parse_args()
    for line in measure(options.runs, full=options.full):
        print(line, flush=True)


if __name__ == "__main__":
    main()
