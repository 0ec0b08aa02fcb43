"""The library with 100,000 articles against the same with five: start, memory, keys, search.

Measured through a pseudo-terminal. The large store is made by rule in a temporary folder, which
takes half a minute.

    python -m bench.library_rows [articles] [keys]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench.generated import fill
from bench.terminal import TimedTerminal, percentile, plain_environment

SANGGAH = Path(sys.executable).parent / "sanggah"
FIRST = "Artikel nomor 000000"


def measure(number: int, keys: int) -> list[str]:
    """Measure both stores by turns and return the lines of the table."""
    rows = [f"{'':34}{'5 articles':>14}{f'{number:,} articles':>18}"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = plain_environment(folder)
        stores = {5: folder / "5.db", number: folder / "many.db"}
        for count, path in stores.items():
            fill(path, count)
        command = {count: [SANGGAH, "--store", path] for count, path in stores.items()}

        def opened(count: int) -> tuple[TimedTerminal, float]:
            terminal = TimedTerminal(command[count], folder=folder, environment=environment)
            return terminal, terminal.until_shown([FIRST.encode()]).milliseconds

        starts: dict[int, list[float]] = {count: [] for count in stores}
        for run in range(9):
            for count in stores:
                terminal, taken = opened(count)
                terminal.close()
                if run:
                    starts[count].append(taken)
        _row(rows, "start to the painted list, ms", [percentile(starts[c], 0.5) for c in stores])

        terminals = {count: opened(count)[0] for count in stores}
        for terminal in terminals.values():
            terminal.settle(1.5)
        _row(rows, "memory, MB", [terminals[count].resident() for count in stores])
        pressed = {"j": [b"j"], "page down": [b" "], "last, first": [b"G", b"g"]}
        large = terminals[number]
        for what, keyed in pressed.items():
            answers = [large.press(keyed[turn % len(keyed)]).milliseconds for turn in range(keys)]
            figures = "  ".join(f"p{p} {percentile(answers, p / 100):.1f}" for p in (50, 99))
            rows.append(f"  {f'{what}, ms':32}{'':14}{figures:>18}")
        large.press(b"/")
        for letter in b"nomor 0999":
            answer = large.press(bytes([letter]))
            rows.append(
                f"  {f'search, letter {chr(letter)!r}, ms':32}{'':14}{answer.milliseconds:18.1f}"
            )
            time.sleep(0.2)
        _row(rows, "memory at the end, MB", [terminals[count].resident() for count in stores])
        for terminal in terminals.values():
            terminal.close()
    return rows


def _row(rows: list[str], what: str, figures: list[float]) -> None:
    rows.append(f"  {what:32}{figures[0]:14.1f}{figures[1]:18.1f}")


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    print("\n".join(measure(*(arguments + [100_000, 60][len(arguments) :]))))
