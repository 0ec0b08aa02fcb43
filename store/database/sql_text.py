"""Pieces of SQL that several parts of the schema share: the clock, ids, clean lists of columns.

Everything here gives text; nothing touches a database. SQLite 3.37 understands all of it.
"""

from __future__ import annotations

from collections.abc import Iterable

#: The present moment as ``YYYY-MM-DDTHH:MM:SS.mmmZ``.
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

_MILLISECONDS = "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"


def uuid7(counter: str = "random()") -> str:
    """Return an expression that makes a UUIDv7.

    Args:
        counter: An integer expression whose low 12 bits order ids of one millisecond.
    """
    return (
        f"printf('%08x-%04x-7%03x-%04x-%s', {_MILLISECONDS} >> 16, {_MILLISECONDS} & 65535, "
        f"({counter}) & 4095, 32768 | (random() & 16383), lower(hex(randomblob(6))))"
    )


def literal(text: str) -> str:
    """Return ``text`` as a string literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def json_object(columns: Iterable[str], row: str) -> str:
    """Return an expression for a JSON object of ``columns`` taken from ``row`` (NEW, OLD, ...)."""
    return "json_object(" + ", ".join(f"{literal(name)}, {row}.{name}" for name in columns) + ")"
