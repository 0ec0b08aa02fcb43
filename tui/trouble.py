"""What a look into the store may end in, where others can spoil, lock or remove its file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from store import SanggahError, translated

#: All of it; UnicodeDecodeError is Python's, over a message of SQLite's that quotes damaged bytes.
UNREADABLE = (SanggahError, sqlite3.Error, UnicodeDecodeError)


def as_store_error(error: Exception, path: Path) -> SanggahError:
    """Return what an error of `UNREADABLE` means for the store at ``path``, in one line."""
    if isinstance(error, SanggahError):
        return error
    if isinstance(error, sqlite3.Error):
        return translated(error, path)
    return SanggahError(f"{path} holds text that cannot be read: run sanggah check")


def sentence(problem: str) -> str:
    """Return a line that says what is wrong as a sentence by itself; "" stays."""
    return f"{problem[:1].upper()}{problem[1:]}." if problem else ""
