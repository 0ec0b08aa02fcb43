"""Writing that goes on for seconds or minutes: quick, and so that others get their turn.

It is done in many short transactions, of which a sync now and then settles all before it. What is
written, and how long a transaction lasts, is the caller's.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from store.database.connection import PAUSE, Store, new_id, settings, transaction
from store.database.sql_text import literal

#: So many seconds what is committed may wait for its sync, each of which is as long as many marks.
_SECONDS_UNSYNCED = 0.1

#: After so many pages the log is written back: fewer than others wait for, so that nobody who comes
#: by has to do it. With half as many an import of marks takes a quarter longer: it comes back to
#: the same pages of the indexes.
_LOG = {"wal_autocheckpoint": 20_000}

_SETTINGS: dict[str, int | str] = {
    **_LOG,
    # What SQLite notes for taking a statement back would be a file's work.
    "temp_store": "MEMORY",
    # In KiB: the indexes of many rows, which else are read again and again.
    "cache_size": -128_000,
}


class LongWrite:
    """Transactions with a pause between them, and when what they wrote is on the disk."""

    def __init__(self, store: Store, *, syncs_late: bool) -> None:
        """Begin with nothing written.

        Args:
            store: The store.
            syncs_late: Whether a commit by itself does not sync.
        """
        self._store, self._syncs_late = store, syncs_late
        self._synced_at = time.monotonic()
        self._ended_at = float("-inf")

    @contextmanager
    def transaction(self, group: str, mode: str = "") -> Iterator[None]:
        """Write in a transaction, but not before others could; see `connection.transaction`."""
        if not self._store.connection.in_transaction:
            time.sleep(max(0.0, self._ended_at + PAUSE - time.monotonic()))
        with transaction(self._store, group=group, mode=mode):
            yield
        self._ended_at = time.monotonic()

    def is_on_disk(self, *, at_once: bool = False) -> bool:
        """Tell whether all that is committed is on the disk; sync if it is time, or ``at_once``.

        Raises:
            StoreError: It cannot be written.
        """
        if not self._syncs_late:
            return True
        if not at_once and time.monotonic() < self._synced_at + _SECONDS_UNSYNCED:
            return False
        with settings(self._store.connection, synchronous="FULL"), self.transaction(new_id()):
            pass  # whatever a transaction wrote, the log is synced as a whole
        self._synced_at = time.monotonic()
        return True


@contextmanager
def long_write(store: Store) -> Iterator[LongWrite]:
    """Set the connection so that many commits are quick, and as it was at the end.

    A commit in here is whole, but a power cut may take it away until `LongWrite.is_on_disk` was
    true. Inside an open transaction nothing is set.

    Raises:
        StoreError: It cannot be written.
    """
    connection = store.connection
    if connection.in_transaction:
        yield LongWrite(store, syncs_late=False)
        return
    # A rollback journal has to be synced at each commit: else a cut could damage the file.
    has_log = connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    late: dict[str, int | str] = {"synchronous": "NORMAL"} if has_log else {}
    with settings(connection, **late, **_SETTINGS):
        write = LongWrite(store, syncs_late=has_log)
        yield write
        write.is_on_disk(at_once=True)


@contextmanager
def first_to_write_back(store: Store) -> Iterator[None]:
    """Write the log back before it is large enough for others to do so."""
    with settings(store.connection, **_LOG):
        yield


@contextmanager
def without_triggers(connection: sqlite3.Connection, tables: Sequence[str]) -> Iterator[None]:
    """Take the triggers of tables away and put them back, where their work was done before.

    The caller holds a transaction, which a failure takes back with all of this.
    """
    listed = ", ".join(map(literal, tables))
    triggers = connection.execute(
        "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' "
        f"AND tbl_name IN ({listed})"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER main."{name}"')
    yield
    for _, sql in triggers:
        connection.execute(sql)


@contextmanager
def without_checks(connection: sqlite3.Connection) -> Iterator[None]:
    """Let rows in whose every column was looked at, without asking the same once more."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")


@contextmanager
def indexes_made_after(connection: sqlite3.Connection, table: str, coming: int) -> Iterator[None]:
    """Make a table's indexes anew after writing, where more rows come than are there.

    Sorted at once they take a third of the time that they take row by row. The caller holds a
    transaction, which a failure takes back with all of this.
    """
    (there,) = connection.execute(f"SELECT coalesce(max(rowid), 0) FROM main.{table}").fetchone()
    indexes = []
    if coming > there:
        indexes = connection.execute(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = ? "
            "AND sql IS NOT NULL ORDER BY rowid",
            (table,),
        ).fetchall()
    for name, _ in indexes:
        connection.execute(f'DROP INDEX main."{name}"')
    yield
    for _, sql in indexes:
        connection.execute(sql)
