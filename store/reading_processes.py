"""Reading many texts: in worker processes once there are enough of them, and in order.

A few texts are read here, since starting a process costs more than reading dozens. Whoever uses
it writes what comes out; the workers see neither files nor the database.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import fields
from itertools import starmap
from operator import attrgetter
from threading import Thread, current_thread, main_thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar

from store.interrupting import ctrl_c_held_back
from store.model import Document, Line, Metadata, Quote

if TYPE_CHECKING:  # what processes need is imported with the first of them
    from concurrent.futures import Future, ProcessPoolExecutor

#: So many texts, or characters, are read here before processes are started; none where so many
#: bytes are known to come.
_TEXTS_READ_HERE = 64
_CHARACTERS_READ_HERE = 1_000_000
#: A worker is handed so many texts at once, or so many characters.
_TEXTS_A_TASK = 32
_CHARACTERS_A_TASK = 200_000
#: So many tasks may wait or be under way for each worker: this bounds the memory, and is enough
#: for a worker to have something to do while a batch is written.
_TASKS_A_WORKER = 8
_MOST_WORKERS = 8
_NICENESS = 15

_Key = TypeVar("_Key")


class Text(NamedTuple):
    """What a reading needs."""

    text: str
    stated: Metadata
    source: str


def _read_one(text: Text) -> Document:
    """Read one text; all that reading needs is imported with the first."""
    from store.reading.document import read_document

    return read_document(*text)


def available_processes() -> int:
    """Return how many worker processes this machine has room for."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS
        cores = os.cpu_count() or 1
    return min(cores, _MOST_WORKERS)


class _Task(Generic[_Key]):
    """Texts that are read together, and their readings as soon as there are any."""

    def __init__(self, keys: list[_Key], texts: list[Text]) -> None:
        self.keys = keys
        self.texts = texts
        self.future: Future[list[Packed]] | None = None

    def result(self) -> list[Document]:
        """Return the readings; where a worker died, read here."""
        if self.future is not None:
            from concurrent.futures import BrokenExecutor, CancelledError

            with suppress(BrokenExecutor, CancelledError):
                packed = self.future.result()
                return [unpack(*one) for one in zip(self.texts, packed, strict=True)]
        return [_read_one(text) for text in self.texts]


class Reader(Generic[_Key]):
    """Takes texts, each with a key of the caller's, and gives their readings in the same order.

    With fewer than two ``processes`` all are read here. A script that asks for more must guard
    its beginning with ``if __name__ == "__main__"``, since each process imports it.

    Args:
        processes: In how many processes many texts are read.
        expected: How many bytes of texts are known to come; more may.
    """

    def __init__(self, processes: int = 1, expected: int = 0) -> None:
        self._processes = processes
        self._expected = expected
        self._pool: ProcessPoolExecutor | None = None
        self._tasks: deque[_Task[_Key]] = deque()
        self._keys: list[_Key] = []
        self._texts: list[Text] = []
        self._characters = 0
        self._read_here = 0
        self._characters_here = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def put(self, key: _Key, text: Text) -> Iterator[tuple[_Key, Document]]:
        """Take a text; yield what is read by now, waiting only where too much is not."""
        if not self._is_worth_processes:
            yield from self.finish()  # what is left of processes that failed comes first
            self._read_here += 1
            self._characters_here += len(text.text)
            yield key, _read_one(text)
            return
        # With the text that follows only: for what is all there is, nothing need be started.
        if len(self._texts) >= _TEXTS_A_TASK or self._characters >= _CHARACTERS_A_TASK:
            self._send()
        self._keys.append(key)
        self._texts.append(text)
        self._characters += len(text.text)
        yield from self.done()
        while len(self._tasks) > _TASKS_A_WORKER * self._processes:
            yield from self._next()

    def done(self) -> Iterator[tuple[_Key, Document]]:
        """Yield what is read by now, without waiting."""
        while self._tasks and self._tasks[0].future and self._tasks[0].future.done():
            yield from self._next()

    def finish(self) -> Iterator[tuple[_Key, Document]]:
        """Yield all that is left, waiting for it."""
        if self._texts:
            self._send(here=self._pool is None)
        while self._tasks:
            yield from self._next()

    @property
    def _is_worth_processes(self) -> bool:
        return self._processes > 1 and (
            self._expected >= _CHARACTERS_READ_HERE
            or self._read_here >= _TEXTS_READ_HERE
            or self._characters_here >= _CHARACTERS_READ_HERE
        )

    def _next(self) -> Iterator[tuple[_Key, Document]]:
        # Looked at before it is taken away, so that an interrupted wait loses nothing.
        documents = self._tasks[0].result()
        task = self._tasks.popleft()
        yield from zip(task.keys, documents, strict=True)

    def _send(self, *, here: bool = False) -> None:
        task = _Task(self._keys, self._texts)
        self._keys, self._texts, self._characters = [], [], 0
        self._tasks.append(task)
        if here:
            return
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
        from multiprocessing import get_context

        with ctrl_c_held_back(), _without_ctrl_c():
            try:
                if self._pool is None:
                    self._pool = ProcessPoolExecutor(
                        self._processes, get_context("spawn"), initializer=_begin_worker
                    )
                    # All of them now: nobody ends one that starts while another dies.
                    for _ in range(self._processes):
                        self._pool.submit(_read_packed, [])
                task.future = self._pool.submit(_read_packed, task.texts)
            except (OSError, BrokenExecutor):
                self._processes = 1  # no room for processes: go on here


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Let a process that starts in here never see ctrl+c, which it inherits.

    What the terminal sends to all is for the one that writes.
    """
    from multiprocessing import resource_tracker

    # Now, since it would let ctrl+c through again, and handed the terminal for its errors: what
    # the app has put there is no file.
    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
    if current_thread() is not main_thread():
        yield  # a thread of the app, where no signal arrives and the terminal sends none
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


#: A reading on its way between processes: the values of metadata, lines and quotes, without the
#: text, which never left. Dataclasses take ten times as long to pack and unpack.
Packed = tuple[tuple[Any, ...], list[tuple[Any, ...]], list[tuple[Any, ...]]]


def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of a dataclass in the order of its fields."""
    return attrgetter(*(field.name for field in fields(kind)))


_metadata_values, _line_values, _quote_values = map(_values, (Metadata, Line, Quote))


def _read_packed(texts: list[Text]) -> list[Packed]:
    return [pack(_read_one(text)) for text in texts]


def pack(document: Document) -> Packed:
    """Take apart what `unpack` puts together."""
    return (
        _metadata_values(document.metadata),
        [_line_values(line) for line in document.lines],
        [_quote_values(quote) for quote in document.quotes],
    )


def unpack(text: Text, packed: Packed) -> Document:
    """Return a reading of ``text``."""
    metadata, lines, quotes = packed
    return Document(
        text=text.text,
        metadata=Metadata(*metadata),
        lines=tuple(starmap(Line, lines)),
        quotes=tuple(starmap(Quote, quotes)),
    )


def _begin_worker() -> None:
    """Let this worker end when the process that writes was killed, instead of waiting for ever.

    It comes after whoever writes: for a writer that holds the store and gets no processor, all
    others wait.
    """
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_NICENESS)
    parent = parent_process()
    if parent is not None:
        Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    from multiprocessing import connection

    connection.wait([sentinel])
    os._exit(1)
