"""How the work of a function grows with its input, without a clock: by the calls that it makes."""

from __future__ import annotations

import cProfile
from collections.abc import Callable


def calls(job: Callable[[], object]) -> int:
    """Return how many functions were called, the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(job)
    return sum(entry.callcount for entry in profile.getstats())


def grows_linearly(job: Callable[[int], object], size: int) -> bool:
    """Whether twice the input takes about twice the calls (one more half is allowed)."""
    job(10)  # what is loaded or compiled once does not count
    less = calls(lambda: job(size))  # first: what it leaves remembered would make it cheaper
    return calls(lambda: job(2 * size)) <= 2.5 * less + 1000
