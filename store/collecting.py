"""Python's search for garbage, put off where much is made and nothing of it refers to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python not look for garbage meanwhile.

    A reading makes words by the thousand, an import into plain tables half a million strings, and
    none refers to itself; looking through them took a fifth of the time of a long article.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
