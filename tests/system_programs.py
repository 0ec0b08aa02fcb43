"""The mark ``system``: tests that need programs which Python does not bring.

``@pytest.mark.system("tmux", "xclip")`` runs where all the named programs are found. Elsewhere the
test is skipped and the report names what is missing; with ``SANGGAH_REQUIRE_SYSTEM=1``, as in
.ci/run, it fails instead. The end of every run says how many such tests ran.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

REQUIRED = "SANGGAH_REQUIRE_SYSTEM"
MISSING = "missing system programs"


def missing_programs(programs: tuple[str, ...]) -> list[str]:
    """The names among ``programs`` that are not found on the path."""
    return [program for program in programs if shutil.which(program) is None]


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs = tuple(program for mark in item.iter_markers("system") for program in mark.args)
    if not programs:
        return
    missing = missing_programs(programs)
    # User properties cross from a worker process of xdist to the one that writes the summary.
    item.user_properties.append((MISSING, missing))
    if not missing:
        return
    message = f"needs {', '.join(missing)}, not found on this machine"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{message}; {REQUIRED}=1 forbids leaving the test out", pytrace=False)
    pytest.skip(message)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    ran = 0
    absent: Counter[str] = Counter()
    for report in _reports(terminalreporter):
        properties = dict(report.user_properties)
        if MISSING in properties and report.when == "call":
            ran += 1
        elif report.when == "setup":
            absent.update(properties.get(MISSING, ()))
    if ran or absent:
        left_out = (f"{number} left out for want of {name}" for name, number in absent.items())
        terminalreporter.write_line(", ".join([f"system tests: {ran} ran", *left_out]))


def _reports(terminalreporter: Any) -> Iterator[pytest.TestReport]:
    for reports in terminalreporter.stats.values():
        yield from (report for report in reports if isinstance(report, pytest.TestReport))
