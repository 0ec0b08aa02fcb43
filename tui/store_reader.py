"""Reads the store in a thread of its own, so that nothing long ever stops the keys.

Only the newest job counts: asking again breaks off what is being read. What is read, and what
becomes of it, is the asker's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread

from store import SanggahError, Store, open_store

#: Reads in the thread; the second argument tells whether anybody still waits for it.
Job = Callable[[Store, Callable[[], bool]], None]


class StoreReader:
    """One thread with its own connection, opened with the first job."""

    def __init__(self, path: Path, reviewer: str) -> None:
        """Make the reader.

        Args:
            path: The store's file.
            reviewer: Whose states the articles are sorted and filtered by.
        """
        self._path = path
        self._reviewer = reviewer
        self._changed = Condition()
        self._wanted: tuple[Job, Callable[[str], None]] | None = None
        self._closing = False
        self._store: Store | None = None
        self._thread: Thread | None = None

    def ask(self, job: Job, failed: Callable[[str], None]) -> None:
        """Have ``job`` done instead of what was asked before.

        Args:
            job: What is to be done, in the reader's thread.
            failed: Called there with a line on what the store, or the job, could not give.
        """
        with self._changed:
            self._wanted = job, failed
            self._interrupt()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="store reader", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Break off and end the thread; its connection is closed when this returns."""
        with self._changed:
            self._closing = True
            self._interrupt()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _interrupt(self) -> None:
        if self._store is not None:
            self._store.connection.interrupt()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            job, failed = asked
            try:
                job(self._open(), self._is_wanted)
            except (SanggahError, sqlite3.Error) as error:
                if self._is_wanted():
                    failed(str(error) or "The store cannot be read.")
        if self._store is not None:
            with self._changed:
                store, self._store = self._store, None
            store.close()

    def _next(self) -> tuple[Job, Callable[[str], None]] | None:
        """Wait for a job; None when it is time to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._wanted is not None)
            asked, self._wanted = self._wanted, None
            return None if self._closing else asked

    def _is_wanted(self) -> bool:
        with self._changed:
            return not self._closing and self._wanted is None

    def _open(self) -> Store:
        if self._store is None:
            store = open_store(self._path, self._reviewer)
            with self._changed:
                self._store = store
        return self._store
