"""Opening a file that may be anything: a pipe, a device, a dangling link, far too large.

Nothing here hangs, and every failure is a `SourceError` with one line that says what it was.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from store.sources.source_text import SourceError

LARGEST_TEXT = 20_000_000
"""The most bytes that a single text may have: 20 MB."""

_REASONS = {
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "symbolic links that lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "no such file or folder",
}


def reason(error: OSError, path: Path) -> str:
    """Return in a few words why the system would not open ``path``."""
    if error.errno == errno.ENOENT:
        if path.is_symlink():
            return "a symbolic link to something that does not exist"
        return "no such file or folder"
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading.

    Raises:
        SourceError: it cannot be opened, or it is no regular file.
    """
    try:
        # Looked at before opening, since opening a device can do something; without blocking,
        # since it may have become a pipe in between.
        _require_regular(path.stat().st_mode)
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        file = os.fdopen(descriptor, "rb")
    except OSError as error:
        raise SourceError(reason(error, path)) from None
    with file:
        _require_regular(os.fstat(descriptor).st_mode)
        try:
            yield file
        except OSError as error:
            raise SourceError(reason(error, path)) from None


def _require_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise SourceError("a folder, not a file")
    if not stat.S_ISREG(mode):
        raise SourceError("a pipe, socket or device, not a file")


def read_whole(file: BinaryIO) -> bytes:
    """Return everything in ``file``, however it grows meanwhile.

    Raises:
        SourceError: it is empty, or larger than `LARGEST_TEXT`.
    """
    data = file.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise SourceError(f"larger than {LARGEST_TEXT // 1_000_000} MB: split it first")
    if not data:
        raise SourceError("the file is empty")
    return data
