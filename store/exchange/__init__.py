"""Annotations out of the store, one module a format, each with ``write(store, file, selection)``.

A file is written whole or not at all: beside its place first, then moved there. No store is
written over.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol, TextIO, cast, get_args

from store.database.connection import Store
from store.exchange.selection import Selection
from store.model import SanggahError

Format = Literal["csv", "jsonl", "markdown", "parquet"]

#: Every format that can be written, in the order in which they are offered.
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "ExportError", "Format", "Selection", "put_file", "write", "write_file"]

_SQLITE = b"SQLite format 3\x00"


class ExportError(SanggahError):
    """A file could not be written; what stood there before is untouched."""


class _FormatModule(Protocol):
    def write(self, store: Store, file: TextIO, selection: Selection) -> int:
        """Write the selected annotations and return their number."""


def write(store: Store, file: TextIO, format_name: str, selection: Selection) -> int:
    """Write the selected annotations to an open text file and return their number.

    Raises:
        SanggahError: There is no such format, or the store cannot be read.
    """
    if format_name not in FORMATS:
        raise SanggahError(f'no export format "{format_name}"; there are {", ".join(FORMATS)}')
    module = cast(_FormatModule, importlib.import_module(f"store.exchange.{format_name}"))
    return module.write(store, file, selection)


def write_file(
    store: Store, path: Path | str, format_name: str, selection: Selection | None = None
) -> int:
    """Write the selected annotations to ``path``, as ``put_file`` does, and return their number.

    Raises:
        ExportError: The place cannot be written to, or is a store.
        SanggahError: There is no such format, or the store cannot be read.
    """
    chosen = selection or Selection()
    return put_file(store.path, path, lambda file: write(store, file, format_name, chosen))


def put_file(store: Path, path: Path | str, fill: Callable[[TextIO], int]) -> int:
    """Write what ``fill`` writes to ``path``, and return what it returns.

    The file is written beside its place, made durable and moved there, so that nobody ever sees
    half of it; an existing file keeps its rights, a symbolic link its target. A device or a pipe
    is written to directly.

    Args:
        store: The store's file; what SQLite keeps beside it is not written over either.
        path: Where to.
        fill: Writes the text into an open file.

    Raises:
        ExportError: The place cannot be written to, or is a store.
    """
    if str(path) == "":
        raise ExportError("the name of the file to write is empty")
    place = Path(path).expanduser()
    try:
        place = place.resolve() if place.is_symlink() else place
        if _belongs_to_store(store, place):
            raise ExportError(f"{path} is the store itself; choose another file")
        if place.is_dir():
            raise ExportError(f"{path} is a folder; name a file in it")
        if place.exists() and not place.is_file():
            with place.open("w", encoding="utf-8", newline="") as file:
                return fill(file)
        if _is_database(place):
            raise ExportError(f"{path} is a database; choose another file")
        return _replace(place, fill)
    except (OSError, ValueError) as error:
        raise ExportError(_why(error, path, place)) from error


def _replace(place: Path, fill: Callable[[TextIO], int]) -> int:
    beside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        with os.fdopen(os.open(beside, flags, 0o666), "w", encoding="utf-8", newline="") as file:
            if place.exists():
                beside.chmod(place.stat().st_mode & 0o777)
            written = fill(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    return written


def _belongs_to_store(store: Path, place: Path) -> bool:
    """Whether ``place`` is the store's file or one that SQLite keeps beside it."""
    if not place.exists():
        return False
    its_own = (store.with_name(store.name + end) for end in ("", "-wal", "-shm"))
    return any(own.exists() and own.samefile(place) for own in its_own)


def _is_database(place: Path) -> bool:
    """Whether ``place`` holds a database, perhaps somebody else's store or a backup of this one."""
    try:
        with place.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False  # not there, or not to be read: writing says what stands in the way


def _why(error: OSError | ValueError, path: Path | str, place: Path) -> str:
    """Say in one line what stands in the way, and what to do."""
    folder = place.parent
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT:
        return f"cannot write {path}: the folder {folder} does not exist; make it or choose another"
    if number == errno.ENOTDIR:
        return f"cannot write {path}: {folder} is not a folder"
    if number in (errno.EACCES, errno.EPERM):
        return f"cannot write {path}: the folder {folder} or the file may not be written by you"
    if number == errno.EROFS:
        return f"cannot write {path}: the file system is read-only; choose another folder"
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"cannot write {path}: the disk is full or the file too large; make room first"
    if number == errno.ENAMETOOLONG:
        return f"cannot write {path}: the name is too long"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot write {path}: {reason}"
