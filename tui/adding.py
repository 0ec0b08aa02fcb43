"""Adding files from the library: which paths a typed line names, and how an import is told.

The import itself is the store's.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Address, ImportReport


def import_words(report: ImportReport) -> str:
    """Return what an import did, in one line with the first of its problems."""
    count = len(report.added)
    parts = [f"{count:,} {'article' if count == 1 else 'articles'} added"]
    if known := len(report.known) - len(report.set_aside):
        parts.append(f"{known:,} there already")
    if report.set_aside:
        parts.append(f"{len(report.set_aside):,} set aside before and left so")
    if report.ignored:
        kinds = ", ".join(ending or "no ending" for ending in report.ignored)
        parts.append(f"{sum(report.ignored.values()):,} other files passed over ({kinds})")
    line = ", ".join(parts) + "."
    if report.problems:
        more = len(report.problems) - 1
        line += f" {report.problems[0]}" + (f" (and {more:,} more problems)" if more else "")
    return line


def typed_paths(typed: str) -> list[Path | Address]:
    """Return the paths and addresses in a line: one as it stands, or several as in a shell."""
    from store import Address, origin_of

    line = typed.strip()
    try:
        names = [line] if not line or _at_home(line).exists() else shlex.split(line)
    except (OSError, ValueError):
        names = [line]
    return [
        origin if isinstance(origin := origin_of(name), Address) else _at_home(name)
        for name in names
        if name
    ]


def _at_home(name: str) -> Path:
    """Return the path with ``~`` replaced, where there is such a home."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)
