"""One thread that writes to the store, so that no key ever waits for a disk or a lock.

Jobs are done in the order in which they came, each in its own transaction. A job that the store
refuses is reported; one that cannot be written now (a lock, a full disk) is tried again until it
can, and what still waits when the program must end is written beside the store.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store import (
    SanggahError,
    Store,
    StoreGone,
    StoreUnavailable,
    backup,
    data_version,
    open_store,
    refuse_gone,
)

_RETRY_AFTER = 0.25  # seconds between two tries of a write that cannot be made now
_AFTER_THE_ANSWER = 0.008  # seconds in which a key is answered on the screen

Job = Callable[[Store], Any]


@dataclass(frozen=True)
class Write:
    """A change to be written.

    Attributes:
        job: Makes the change on the writer's own store; what it returns is handed to ``done``.
        done: Called with the result after the commit.
        failed: Called where the store refuses the change.
        marks: How many marks the change adds to the count of saved ones.
        record: What a recovery file says of the change, should it never be written.
        awaited: Whether the screen shows nothing of it before it is written.
    """

    job: Job
    done: Callable[[Any], None] | None = None
    failed: Callable[[SanggahError], None] | None = None
    marks: int = 0
    record: Mapping[str, Any] | None = None
    awaited: bool = False


@dataclass(frozen=True)
class WriterState:
    """How the writing stands.

    Attributes:
        saved: Marks committed since the start.
        waiting: Changes not written yet.
        trouble: Why the first of them cannot be written now, or "".
    """

    saved: int = 0
    waiting: int = 0
    trouble: str = ""


class Writer:
    """Writes changes to a store, one after the other, in a thread of its own."""

    def __init__(
        self,
        path: Path,
        reviewer: str,
        deliver: Callable[[Callable[[], None]], None],
        file_id: tuple[int, int] | None = None,
        later: Callable[[float, Callable[[], None]], object] | None = None,
    ) -> None:
        """Start the thread.

        Args:
            path: The store's file.
            reviewer: Who makes the changes.
            deliver: Runs a callback where its effects belong, in the screen's thread.
            file_id: Which file it has to be; another one at the same path is not written to.
            later: Calls after so many seconds, in the thread of who submits. Where it is given,
                this thread sleeps until a key is answered: waking up would take turns from it.
        """
        self._path = path
        self._reviewer = reviewer
        self._file_id = file_id
        self._deliver = deliver
        self._later = later
        self._queue: deque[Write] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._saved = 0
        self._trouble = ""
        self._held: StoreUnavailable | None = None
        self.rescued: Path | None = None
        self.submitted = 0  # changes since the start
        self._looks: list[Callable[[], None]] = []
        self._seen: int | None = None
        self._others = 0
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    @property
    def state(self) -> WriterState:
        """How the writing stands now."""
        return WriterState(self._saved, len(self._queue), self._trouble)

    def submit(self, write: Write) -> None:
        """Queue a change; returns at once."""
        with self._wake:
            self.submitted += 1
            self._queue.append(write)
            if self._later is None or write.awaited:
                self._wake.notify_all()
        if self._later is not None and not write.awaited:
            self._later(_AFTER_THE_ANSWER, self._begin)

    def _begin(self) -> None:
        with self._wake:
            self._wake.notify_all()

    def hold(self, trouble: StoreUnavailable) -> None:
        """Write nothing more: what comes waits, and is left in a file at the end."""
        self._held = trouble

    @property
    def others(self) -> int:
        """A number that is another after a look that found that others had written.

        Only the connection that writes can tell: to any other one, its writing is another's too.
        What was written before the first look is not known, so that it is another after that.
        """
        return self._others

    def look(self, tell: Callable[[], None] = lambda: None) -> None:
        """Find out whether others have written to the store; ``tell`` is called afterwards."""
        with self._wake:
            self._looks.append(tell)
            self._wake.notify_all()

    def drain(self, seconds: float) -> bool:
        """Wait until all is written, for at most so many seconds; says whether it is."""
        with self._wake:
            self._wake.notify_all()
            return self._wake.wait_for(lambda: not self._queue, timeout=seconds)

    def close(self) -> None:
        """Stop after the change under way; what waits is left in the queue."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join(timeout=0.5)

    def leave_recovery(self) -> Path | None:
        """Write what still waits to a file beside the store, one JSON object a line.

        Returns the file, or None where nothing waits. Readable by its owner only.
        """
        records = [dict(write.record) for write in self._queue if write.record]
        if not records:
            return None
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        for attempt in range(100):
            path = self._path.with_name(f"{self._path.name}.unwritten-{stamp}-{attempt}.jsonl")
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            except OSError as error:
                raise SanggahError(
                    f"{len(records)} changes could not be written, nor left beside the store: "
                    f"{error.strerror}."
                ) from None
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                for record in records:
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")
                file.flush()
                os.fsync(file.fileno())
            return path
        return None

    def _run(self) -> None:
        store: Store | None = None
        while True:
            with self._wake:
                if not self._queue and not self._looks and not self._closing:
                    self._wake.wait_for(lambda: self._queue or self._looks or self._closing)
                if self._closing:
                    break
                write = self._queue[0] if self._queue else None
            try:
                if self._held is not None:
                    raise self._held
                refuse_gone(self._path, self._file_id)
                if store is None:
                    store = open_store(self._path, self._reviewer)
                self._answer_looks(data_version(store))
                if write is None:
                    continue
                result = write.job(store)
            except StoreUnavailable as error:
                if write is None:
                    self._answer_looks(None)
                    continue
                self._trouble = str(error)
                with self._wake:
                    if not self._closing:
                        self._wake.wait(_RETRY_AFTER)
                continue
            except Exception as error:  # a defect of ours must not end the writing of the rest
                if write is None:
                    self._answer_looks(None)
                elif isinstance(error, SanggahError):
                    self._finish(write, error)
                else:
                    self._finish(write, SanggahError(f"Could not be written: {error}"))
            else:
                self._saved += write.marks
                self._finish(write, None, result)
        if store is not None:
            self._rescue(store)
            store.close()

    def _rescue(self, store: Store) -> None:
        """Leave a copy of a store whose file is gone: with its last user its content would go."""
        try:
            refuse_gone(self._path, self._file_id)
        except StoreGone:
            with suppress(OSError, SanggahError, sqlite3.Error):
                self.rescued = backup.rescue(store)

    def _answer_looks(self, version: int | None) -> None:
        with self._wake:
            looks, self._looks = self._looks, []
        if looks:
            self._others += version is None or version != self._seen
            self._seen = version
            for tell in looks:
                self._deliver(tell)

    def _finish(self, write: Write, error: SanggahError | None, result: Any = None) -> None:
        with self._wake:
            self._queue.popleft()
            self._trouble = ""
            self._wake.notify_all()
        if error is None:
            done = write.done
            self._deliver(lambda: done(result) if done else None)
        else:
            failed, problem = write.failed, error
            self._deliver(lambda: failed(problem) if failed else None)
