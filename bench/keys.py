"""Keys in the reader and the library: from the key to the last byte of its answer.

SLATE (slate-nlp on PyPI) is the other annotator that works in a terminal; vim and less only show
text and stand for what a terminal can do. All are open at once on the same text, with the same
annotations where they know such a thing, and are given blocks of keys by turns, each key after
the answer to the one before it.

    python -m bench.keys [--full] [keys]
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.generated import LABELS, article, fill, mark_article, marks
from bench.terminal import Answer, TimedTerminal, percentile, plain_environment

QUICK = {"5 kB": 5_000, "1 MB": 1_000_000}
FULL = {"5 kB": 5_000, "100 kB": 100_000, "1 MB": 1_000_000}
#: A small article has some fifty sentences and two pages.
SMALL = 50_000
BACK_TO_TOP = 40
LIBRARY = 100_000
BLOCK = 10
#: How long a key that may have no answer is waited for, in seconds.
SHORT = 0.3
SANGGAH = Path(sys.executable).parent / "sanggah"
SLATE = Path(sys.executable).parent / "slate"
_VIM = (
    "set nocompatible ttimeoutlen=0 hlsearch incsearch linebreak nomodeline scrolloff=0 "
    "noswapfile shortmess+=I"
)
HEADING = (
    f"{'from the key to the last byte, ms':34}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}{'bytes':>8}"
    f"{'  p50 and p99 / SLATE':>22}"
)


@dataclass(frozen=True)
class Keys:
    """How a tool does something.

    Attributes:
        timed: The keys that are timed, one after the other, over and over.
        before: What is pressed before each of them and not timed.
        first: What is pressed once before all of them.
        last: What is pressed once after all of them.
    """

    timed: Sequence[bytes]
    before: Sequence[bytes] = (b"",)
    first: bytes = b""
    last: bytes = b""


@dataclass(frozen=True)
class Action:
    """Something that is done again and again, by the keys of each tool that can do it.

    Attributes:
        names: What the timed keys do by turns; one name where they all do the same.
        tools: Each tool's keys.
        beside: The action of SLATE that it is held against where SLATE has no such thing.
        quick: Whether it belongs to the quick form.
        paged: Whether it needs a text of many pages.
    """

    names: Sequence[str]
    tools: Mapping[str, Keys]
    beside: str = ""
    quick: bool = False
    paged: bool = False


def _to_and_fro(there: bytes, back: bytes, times: int = 8) -> list[bytes]:
    return [there] * times + [back] * times


MOVE, EXTEND, PAGE = "next sentence", "extend by a word", "page down"
ACTIONS = [
    Action(
        [MOVE],
        {"sanggah": Keys([b"j"]), "SLATE": Keys([b";"]), "vim": Keys([b")"]), "less": Keys([b"j"])},
        quick=True,
    ),
    Action(
        [EXTEND],
        {
            "sanggah": Keys(_to_and_fro(b"W", b"B"), first=b"jw"),
            "SLATE": Keys(_to_and_fro(b"/", b"l")),
            "vim": Keys(_to_and_fro(b"w", b"b"), first=b"v", last=b"\x1b"),
        },
        quick=True,
    ),
    Action(
        ["extend by a sentence"],
        {
            "sanggah": Keys(_to_and_fro(b"J", b"K", 4), first=b"j"),
            "vim": Keys(_to_and_fro(b")", b"(", 4), first=b"v", last=b"\x1b"),
        },
        beside=EXTEND,
    ),
    Action(
        ["tag", "undo"],
        {
            "sanggah": Keys([b"c", b"u"], before=[b"j", b""]),
            "SLATE": Keys([b"a", b"u"], before=[b"; ", b""]),
        },
        quick=True,
    ),
    Action(["next quote"], {"sanggah": Keys(_to_and_fro(b"]", b"["))}, beside=MOVE),
    Action(["next annotation"], {"sanggah": Keys(_to_and_fro(b"\t", b"\x1b[Z"))}, beside=MOVE),
    Action(
        [PAGE],
        {
            "sanggah": Keys([b" "]),
            "SLATE": Keys([b"}"]),
            "vim": Keys([b"\x06"]),
            "less": Keys([b" "]),
        },
        paged=True,
    ),
    Action(
        ["next hit of a search"],
        {
            "sanggah": Keys([b"n"], first=b"/kata\r", last=b"\x1b"),
            "SLATE": Keys([b"n"], first=b"\\kata?", last=b"|"),
            "vim": Keys([b"n"], first=b"/kata\r"),
            "less": Keys([b"n"], first=b"/kata\r"),
        },
    ),
    Action(
        ["a letter of a search"],
        {
            tool: Keys([b"k", b"a", b"t", b"a", *[b"\x7f"] * 4], first=b"/", last=b"\x1b")
            for tool in ("sanggah", "vim")
        },
    ),
]
IN_LIBRARY = [
    Action(
        ["next row"],
        {"sanggah": Keys([b"j"]), "vim": Keys([b"j"]), "less": Keys([b"j"])},
        beside=MOVE,
    ),
    Action(
        [PAGE],
        {"sanggah": Keys([b" "]), "vim": Keys([b"\x06"]), "less": Keys([b" "])},
        beside=PAGE,
    ),
    Action(
        ["last row", "first row"],
        {"sanggah": Keys([b"G", b"g"]), "vim": Keys([b"G", b"1G"]), "less": Keys([b"G", b"g"])},
        beside=PAGE,
    ),
    Action(
        ["a letter of a search"],
        {
            "sanggah": Keys(
                [*(bytes([letter]) for letter in b"nomor 0999"), *[b"\x7f"] * 10],
                first=b"/",
                last=b"\x1b",
            )
        },
    ),
]
TOP = {"sanggah": b"g", "SLATE": b"I", "vim": b"gg", "less": b"g"}


class Contender:
    """A tool open on the text, and its answers to one action."""

    def __init__(self, tool: str, terminal: TimedTerminal, keys: Keys, *, small: bool) -> None:
        self.tool = tool
        self.answers: list[Answer] = []
        self._terminal = terminal
        self._keys = keys
        self._again = BACK_TO_TOP if small and len(keys.timed) <= 2 else 0
        self._type(TOP[tool] + keys.first)
        terminal.settle()

    def _type(self, keys: bytes) -> None:
        for key in keys:
            self._terminal.press(bytes([key]), patience=SHORT)

    def press(self, times: int) -> None:
        """Press so many keys and keep the answers.

        Raises:
            RuntimeError: A key was not answered, so that what is measured does nothing.
        """
        for _ in range(times):
            done = len(self.answers)
            if self._again and done and done % self._again == 0:
                self._type(TOP[self.tool])
            self._type(self._keys.before[done % len(self._keys.before)])
            key = self._keys.timed[done % len(self._keys.timed)]
            answer = self._terminal.press(key)
            if not answer.size:
                raise RuntimeError(f"{self.tool} did not answer the key {key!r}")
            self.answers.append(answer)

    def end(self) -> None:
        """Leave nothing behind that the next action would stumble over."""
        self._type(self._keys.last)


def _row(name: str, answers: Sequence[Answer], beside: Sequence[Answer]) -> str:
    times = [answer.milliseconds for answer in answers]
    figures = "".join(f"{percentile(times, share):8.2f}" for share in (0.50, 0.95, 0.99, 1))
    row = f"  {name:32}{figures}{percentile([answer.size for answer in answers], 0.5):8.0f}"
    if beside:
        against = [answer.milliseconds for answer in beside]
        for share in (0.50, 0.99):
            row += f"{percentile(times, share) / percentile(against, share):11.2f}"
    saved = [answer.saved for answer in answers if not math.isnan(answer.saved)]
    if saved:
        row += f"   (said to be saved after {percentile(saved, 0.5):.0f}, {max(saved):.0f} at most)"
    return row


def _compare(
    actions: Sequence[Action],
    terminals: Mapping[str, TimedTerminal],
    keys: int,
    slate: dict[str, list[Answer]],
    *,
    small: bool = False,
) -> Iterator[str]:
    """Have the tools answer by turns and yield the lines of the table.

    ``slate`` takes SLATE's answers by what they were to, for what is held against them.
    """
    for action in actions:
        contenders = [
            Contender(tool, terminals[tool], tool_keys, small=small)
            for tool, tool_keys in action.tools.items()
            if tool in terminals
        ]
        for _ in range(max(keys // BLOCK, 1)):
            for contender in contenders:
                contender.press(BLOCK)
        for place, name in enumerate(action.names):
            for contender in contenders:
                answers = contender.answers[place :: len(action.names)]
                if contender.tool == "SLATE":
                    slate[name] = answers
            for contender in contenders:
                answers = contender.answers[place :: len(action.names)]
                beside = slate.get(action.beside or name, []) if contender.tool != "SLATE" else []
                yield _row(f"{contender.tool}, {name}", answers, beside)
        for contender in contenders:
            contender.end()


def _open(
    command: Sequence[str | Path], folder: Path, shown: bytes, then: bytes = b""
) -> TimedTerminal:
    terminal = TimedTerminal(command, folder=folder, environment=plain_environment(folder))
    terminal.until_shown([shown])
    terminal.settle()
    if then:
        terminal.press(then)
        terminal.settle()
    return terminal


def _viewers(folder: Path, file: Path, shown: bytes) -> dict[str, TimedTerminal]:
    """Open vim and less where they are installed."""
    commands: dict[str, list[str | Path]] = {
        "vim": ["vim", "-u", "NONE", "--cmd", _VIM, file],
        "less": ["less", file],
    }
    return {
        tool: _open(command, folder, shown)
        for tool, command in commands.items()
        if shutil.which(tool)
    }


def _write_slate_annotations(file: Path, text: str) -> None:
    """Write `marks` as SLATE does: ``((line, token), (line, token)) - label:a``."""
    starts: list[int] = []
    tokens: list[tuple[int, int]] = []
    position = 0
    for number, line in enumerate(text.split("\n")):
        for token, word in enumerate(re.finditer(r"\S+", line)):
            starts.append(position + word.start())
            tokens.append((number, token))
        position += len(line) + 1
    labels = dict(zip(LABELS, "asd", strict=True))
    lines = [
        f"({tokens[bisect_right(starts, mark.start) - 1]}, "
        f"{tokens[bisect_right(starts, mark.end - 1) - 1]}) - label:{labels[mark.label]}\n"
        for mark in marks(text)
    ]
    file.with_name(f"{file.name}.annotations").write_text("".join(lines), encoding="utf-8")


def _open_all(folder: Path, file: Path, *, viewers: bool) -> dict[str, TimedTerminal]:
    """Open the article of a file, with its annotations, in every tool."""
    store = folder / f"{file.stem}.db"
    reviewer = ["--reviewer", "bench"]
    environment = plain_environment(folder)
    add = [SANGGAH, "add", "--store", store, file]
    subprocess.run(add, check=True, capture_output=True, env=environment)
    mark_article(store, "bench")
    _write_slate_annotations(file, file.read_text(encoding="utf-8"))
    shown = b"Kabar dari"
    terminals = {
        "sanggah": _open([SANGGAH, "--store", store, *reviewer], folder, shown, b"\r"),
        "SLATE": _open([SLATE, file, "-t", "categorical", "-s", "token", "-o"], folder, shown),
    }
    return terminals | (_viewers(folder, file, shown) if viewers else {})


def _in_library(folder: Path, keys: int, slate: dict[str, list[Answer]]) -> Iterator[str]:
    store, file = folder / "library.db", folder / "library.txt"
    fill(store, LIBRARY)
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(
            f"  new       Artikel nomor {n:06}{'':40}Koran {n % 200}    2020-01-11\n"
            for n in range(LIBRARY)
        )
    shown = b"Artikel nomor 000000"
    terminals = {"sanggah": _open([SANGGAH, "--store", store], folder, shown)}
    terminals |= _viewers(folder, file, shown)
    terminals["sanggah"].settle(1.5)
    try:
        yield from _compare(IN_LIBRARY, terminals, keys, slate)
    finally:
        for terminal in terminals.values():
            terminal.close()


def measure(keys: int, *, full: bool) -> Iterator[str]:
    """Measure and yield the lines of the table."""
    yield HEADING
    slate: dict[str, list[Answer]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for called, size in (FULL if full else QUICK).items():
            small = size < SMALL
            file = folder / f"{size}.txt"
            file.write_text(article(size), encoding="utf-8")
            number = sum(1 for _ in marks(file.read_text(encoding="utf-8")))
            yield f"an article of {called} with {number:,} annotations"
            actions = [
                action
                for action in ACTIONS
                if (full or action.quick) and not (small and action.paged)
            ]
            terminals = _open_all(folder, file, viewers=full)
            try:
                yield from _compare(actions, terminals, keys, slate, small=small)
            finally:
                for terminal in terminals.values():
                    terminal.close()
        if full:
            yield f"a library of {LIBRARY:,} articles; lines as many in vim and less"
            yield from _in_library(folder, keys, slate)


def main() -> None:
    """Print the table line by line as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("keys", nargs="?", type=int, default=60, help="keys of each action")
    parser.add_argument("--full", action="store_true", help="all sizes, actions and tools")
    options = parser.parse_args()
    for line in measure(options.keys, full=options.full):
        print(line, flush=True)


if __name__ == "__main__":
    main()
