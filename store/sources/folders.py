"""Which files are meant by the paths that a user gives: folders walked in order.

Finds names only; whether a file can be read is found out when it is read.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from store.sources.files import reason
from store.sources.formats import ending, known_endings
from store.sources.origins import Origin
from store.sources.source_text import Problem


@dataclass(slots=True)
class Found:
    """What stands behind the paths given.

    Attributes:
        files: The files to read, folders in the order of their names; addresses and streams.
        size: How many bytes the files have together.
        problems: Paths behind which there is nothing to read.
        ignored: How many files of which unknown ending (in small, "" for none) folders held.
    """

    files: list[Origin] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    size: int = 0


def walk(paths: Iterable[Origin]) -> Found:
    """Find the files behind ``paths``: files as given, folders with all that lies below.

    Addresses and streams are taken as they are.

    In folders hidden files and folders are skipped, and files of unknown endings only counted.
    A symbolic link is followed; each folder is walked once, so a circle of links ends.
    """
    found = Found()
    for path in paths:
        if not isinstance(path, Path):
            found.files.append(path)
        elif path.is_dir():
            _walk_folder(path, found)
        elif ending(path) in known_endings() or ending(path) == "":
            # A file named outright that has no ending is read as text; if it is none, or does
            # not exist, reading it says so.
            found.files.append(path)
        elif not os.path.lexists(path):
            found.problems.append(Problem(str(path), "no such file or folder"))
        else:
            found.problems.append(Problem(str(path), _unknown(path)))
    for path in found.files:
        if isinstance(path, Path):
            with suppress(OSError):
                found.size += path.stat().st_size
    return found


def _walk_folder(top: Path, found: Found) -> None:
    files_before = len(found.files)
    problems_before = len(found.problems)
    seen: set[tuple[int, int]] = set()
    waiting = [top]  # a stack, so that depth is bounded by memory alone
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                _take_file(path, found)
                continue
            status = path.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            waiting.extend(reversed(_entries(path)))
        except OSError as error:
            found.problems.append(Problem(str(path), reason(error, path)))
    if len(found.files) == files_before and len(found.problems) == problems_before:
        found.problems.append(Problem(str(top), f"no files to read in it ({_known()})"))


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _take_file(path: Path, found: Found) -> None:
    if ending(path) in known_endings():
        found.files.append(path)
    else:
        found.ignored[ending(path)] += 1


def _unknown(path: Path) -> str:
    return f"files of the kind {ending(path)} are not read ({_known()})"


def _known() -> str:
    return "known: " + ", ".join(sorted(known_endings()))
