"""How often the faults are tried: quickly in ``make test``, long in ``make soak``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def rounds() -> Callable[[int], int]:
    """Give the number of rounds: the quick one, or what SANGGAH_SOAK sets."""
    return lambda quick: int(os.environ.get("SANGGAH_SOAK", "0")) or quick


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the real program; whatever happens it ends in one line and without a traceback."""

    def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *map(str, arguments)],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "HOME": str(tmp_path),
                "SANGGAH_REVIEWER": "ani",
            },
            timeout=60,
            **options,  # type: ignore[call-overload]
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode in (0, 1, 2), done
        assert len(done.stderr.splitlines()) <= 1, done.stderr
        return done

    return run
