"""Fixtures that every test may use: a real store, the seeds, their gold, a small document."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from store import Document, Line, Metadata, Store, open_store

# Whoever runs the tests may want no colours; the pictures are of a program that shows them.
os.environ.pop("NO_COLOR", None)

# A shell has what it runs in the background ignore ctrl+c, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real open store of reviewer "ani"."""
    with open_store(tmp_path / "store.db", "ani") as opened:
        yield opened


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def gold_folder() -> Path:
    return ROOT / "tests" / "gold"


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """Make a document whose lines are all body, blank ones blank."""

    def make(text: str, **metadata: Any) -> Document:
        lines, start = [], 0
        for number, line in enumerate(text.split("\n"), start=1):
            kind = "body" if line.strip() else "blank"
            lines.append(Line(number, start, start + len(line), kind, True))
            start += len(line) + 1
        return Document(text, Metadata(**metadata), tuple(lines), ())

    return make
