"""A person's machine, made anew for each test: own home, own terminal, no clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
SANGGAH = Path(sys.executable).parent / "sanggah"

# Each of these would let a test reach the clipboard or the settings of whoever runs it.
_OF_THE_RUNNER = ("XDG_", "SANGGAH_", "TEXTUAL", "SSH_")
_LEFT_BEHIND = ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "NO_COLOR", "COLUMNS", "LINES")


@dataclass(frozen=True)
class Desk:
    """Where one reviewer works: a home folder of its own and a store in it."""

    home: Path
    store: Path
    environment: dict[str, str]
    _open: Callable[..., Terminal]

    def open(
        self, *arguments: str | Path, columns: int = 120, rows: int = 40, **environment: str
    ) -> Terminal:
        """Open the program on this desk's store in a new terminal, with more ``environment``."""
        command = [SANGGAH, "--store", self.store, *arguments]
        return self._open(
            command,
            environment={**self.environment, **environment},
            folder=self.home,
            columns=columns,
            rows=rows,
        )

    def run(self, *arguments: str | Path, status: int = 0) -> str:
        """Run a command of the program and return what it prints; it must end with ``status``."""
        return self.call(SANGGAH, "--store", self.store, *arguments, status=status)

    def call(self, *command: str | Path, status: int = 0) -> str:
        """Run any program here and return its standard output."""
        done = subprocess.run(
            [str(part) for part in command],
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == status, (
            f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
        )
        return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty home; the terminals opened at it are closed at the end."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(_OF_THE_RUNNER)
    }
    for name in _LEFT_BEHIND:
        environment.pop(name, None)
    environment.update(
        HOME=str(tmp_path),
        LANG="C.UTF-8",
        LC_ALL="C.UTF-8",
        TERM="xterm-256color",
        COLORTERM="truecolor",
        SANGGAH_REVIEWER="tester",
        PATH=os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]]),
    )
    with ExitStack() as terminals:

        def open_terminal(*arguments: object, **options: object) -> Terminal:
            return terminals.enter_context(Terminal(*arguments, **options))  # type: ignore[arg-type]

        yield Desk(tmp_path, tmp_path / "store.db", environment, open_terminal)


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the five articles and nothing else; to be copied, not opened."""
    store = tmp_path_factory.mktemp("imported") / "store.db"
    subprocess.run([SANGGAH, "add", "--store", store, SEEDS], check=True, capture_output=True)
    return store


@pytest.fixture
def seeds() -> Path:
    """The folder of the five articles."""
    return SEEDS
