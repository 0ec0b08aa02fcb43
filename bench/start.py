"""From the start of the program to the painted list of five articles, against a minimal app.

python -m bench.start [runs]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.generated import article
from bench.terminal import TimedTerminal, percentile, plain_environment

WANTED = 1.4
TITLES = [f"Kabar {name}" for name in ("satu", "dua", "tiga", "empat", "lima")]
REST = "dari pulau: pemerintah membantah tuduhan nelayan"
SANGGAH = Path(sys.executable).parent / "sanggah"
MINIMAL = Path(__file__).parent / "minimal_app.py"


def _start(command: list[str | Path], folder: Path) -> float:
    terminal = TimedTerminal(command, folder=folder, environment=plain_environment(folder))
    try:
        return terminal.until_shown([title.encode() for title in TITLES]).milliseconds
    finally:
        terminal.close()


def measure(runs: int = 15) -> list[str]:
    """Measure both programs by turns and return the lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, title in enumerate(TITLES):
            (folder / f"{number}.txt").write_text(
                article(3000 + number, f"{title} {REST}"), encoding="utf-8"
            )
        store = folder / "store.db"
        subprocess.run(
            [SANGGAH, "add", "--store", store, *sorted(folder.glob("*.txt"))],
            check=True,
            capture_output=True,
            env=plain_environment(folder),
        )
        commands: dict[str, list[str | Path]] = {
            "sanggah": [SANGGAH, "--store", store],
            "minimal app": [sys.executable, MINIMAL, *(f"{title} {REST}" for title in TITLES)],
        }
        times: dict[str, list[float]] = {program: [] for program in commands}
        for run in range(runs + 1):
            for program, command in commands.items():
                taken = _start(command, folder)
                if run:  # the first only warms the caches of the disk
                    times[program].append(taken)
    lines = [f"{'start to the painted list':34}{'p50 ms':>9}{'p95 ms':>9}"]
    for program, values in times.items():
        lines.append(
            f"  {program:32}{statistics.median(values):9.0f}{percentile(values, 0.95):9.0f}"
        )
    ratio = statistics.median(times["sanggah"]) / statistics.median(times["minimal app"])
    lines.append(f"  {'ratio':32}{ratio:9.2f}   (wanted: at most {WANTED})")
    return lines


if __name__ == "__main__":
    print("\n".join(measure(*map(int, sys.argv[1:2]))))
