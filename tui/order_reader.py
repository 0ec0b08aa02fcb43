"""Reads the order of the library in a thread of its own, so that a search never stops the keys.

Only the newest question counts: asking again breaks off what is being read. Rows are not read
here; the list fetches those that it shows.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread

from store import ArticleQuery, SanggahError, Store, articles, open_store


@dataclass(frozen=True, slots=True)
class Order:
    """The answer to a question: the ``seq`` of every article, or why there is none."""

    query: ArticleQuery
    seqs: array[int]
    problem: str = ""


class OrderReader:
    """One thread with its own connection, opened at the first question."""

    def __init__(self, path: Path, reviewer: str, deliver: Callable[[Order], None]) -> None:
        """Make the reader.

        Args:
            path: The store's file.
            reviewer: Whose states the articles are sorted and filtered by.
            deliver: Takes each answer, in the reader's thread.
        """
        self._path = path
        self._reviewer = reviewer
        self._deliver = deliver
        self._changed = Condition()
        self._wanted: ArticleQuery | None = None
        self._closing = False
        self._store: Store | None = None
        self._thread: Thread | None = None

    def ask(self, query: ArticleQuery) -> None:
        """Read the order for ``query``; what was asked before is not answered any more."""
        with self._changed:
            self._wanted = query
            self._interrupt()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="order reader", daemon=True)
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
        while (query := self._next()) is not None:
            try:
                order = Order(query, articles.order(self._open(), query))
            except (SanggahError, sqlite3.Error) as error:
                order = Order(query, array("q"), str(error) or "The store cannot be read.")
            if not self._is_outdated():
                self._deliver(order)
        if self._store is not None:
            with self._changed:
                store, self._store = self._store, None
            store.close()

    def _next(self) -> ArticleQuery | None:
        """Wait for a question; None when it is time to end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._wanted is not None)
            query, self._wanted = self._wanted, None
            return None if self._closing else query

    def _is_outdated(self) -> bool:
        with self._changed:
            return self._closing or self._wanted is not None

    def _open(self) -> Store:
        if self._store is None:
            store = open_store(self._path, self._reviewer)
            with self._changed:
                self._store = store
        return self._store
