"""Files into the store: found, read, understood, written. Only here do the three meet.

Writing happens in batches, each one transaction: what was reported as done is on disk, so an
import can be stopped or killed at any time and started again, and then skips what is there.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from store.database import articles, full_text
from store.database.connection import PAUSE, Store, data_version, transaction
from store.database.long_writes import first_to_write_back
from store.database.schema import FULL_TEXT
from store.interrupting import CtrlC, ctrl_c_held_back
from store.model import Document, Metadata
from store.reading_processes import Reader, Text
from store.rereading import STATED
from store.sources import Found, Origin, Problem, SourceText, read_origin, walk

if TYPE_CHECKING:
    from store.repeats import Repeats

#: A batch is written when it has so many articles, so many characters, or is so many seconds old.
#: Whoever else writes waits for it. While nobody does it is larger: a tenth less work.
_ARTICLES_A_BATCH = 4
_CHARACTERS_A_BATCH = 20_000
_SECONDS_A_BATCH = 1.0
_TIMES_LARGER_ALONE = 16

#: A page of each full-text index is merged for so many characters that were written: more than
#: they add to it, so that little is ever left to merge.
_CHARACTERS_A_PAGE = 500

#: Seconds between two transactions while others write. Where all cores are busy one who waits
#: comes to look only every few milliseconds.
_PAUSE_FOR_OTHERS = 4 * PAUSE


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that an import added, or found there already."""

    id: str
    source: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        added: The articles that are new, in the order of their files.
        known: The texts that were there before or came twice; their titles are not looked up.
        set_aside: Those of ``known`` whose article a reviewer set aside, and which stay so.
        problems: What gave no article, and why.
        ignored: How many files of which unknown ending (in small, "" for none) folders held.
    """

    added: tuple[Imported, ...] = ()
    known: tuple[Imported, ...] = ()
    set_aside: tuple[Imported, ...] = ()
    problems: tuple[Problem, ...] = ()
    ignored: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come; all counted here that is new is on disk.

    ``bytes_read`` of ``of_bytes`` is how far it has come in the files; of addresses and standard
    input nothing is known in advance.
    """

    files: int
    of: int
    added: int
    known: int
    problems: int
    bytes_read: int = field(default=0, compare=False)
    of_bytes: int = field(default=0, compare=False)


def add_paths(
    store: Store,
    paths: Iterable[Origin],
    *,
    progress: Callable[[Progress], None] | None = None,
    processes: int = 1,
) -> ImportReport:
    """Import what stands behind ``paths``, folders with all that lies below.

    A file that gives no article is a problem in the report, and the rest goes on. Where an
    exception (ctrl+c included) ends the import, what was read by then is still written, reported
    through ``progress``, and the exception goes on.

    Args:
        store: Where to.
        paths: Files and folders, addresses, streams.
        progress: Called after each batch.
        processes: In how many processes many articles are read; see `Reader`.

    Raises:
        SanggahError: the store cannot be written.
    """
    found = walk(paths)
    with (
        CtrlC() as ctrl_c,
        Reader[_Placed](processes, found.size) as reader,
        first_to_write_back(store),
    ):
        full_text.merge_in_steps(store)
        batch = _Batch(store, reader, found, progress)
        try:
            for origin in found.files:
                for item in read_origin(origin, batch.follow):
                    ctrl_c.check()
                    if batch.is_full:
                        batch.write()
                    batch.take(item)
                batch.end_file()
                if batch.is_full:
                    batch.write()
            batch.finish()
            ctrl_c.check()
        except KeyboardInterrupt:
            ctrl_c.obey()
            batch.write()
            raise
    aside = _set_aside(store) if batch.known else frozenset[str]()
    return ImportReport(
        added=tuple(batch.added),
        known=tuple(batch.known),
        set_aside=tuple(article for article in batch.known if article.id in aside),
        problems=tuple(batch.problems),
        ignored=dict(sorted(found.ignored.items())),
    )


class _Placed(NamedTuple):
    """A text, its article's id, and how many bytes of all files come before it."""

    id: str
    text: SourceText
    position: int


#: An article's id, its text and its reading.
_Read = tuple[str, SourceText, Document]


class _Batch:
    """The articles that are being read or wait to be written, and the tally of all before them."""

    def __init__(
        self,
        store: Store,
        reader: Reader[_Placed],
        found: Found,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self.added: list[Imported] = []
        self.known: list[Imported] = []
        self.problems = list(found.problems)
        self._store = store
        self._reader = reader
        self._progress = progress
        self._of = len(found.files)
        self._of_bytes = found.size
        self._bytes_before = 0
        self._bytes = 0
        self._position = 0
        # A file is done when the last of its texts is: the texts taken and the bytes by its end.
        self._ends: deque[tuple[int, int]] = deque()
        self._taken = 0
        self._read = 0
        self._files = 0
        self._unwritten: set[str] = set()
        self._waiting: deque[_Read] = deque()
        self._repeats: Repeats | None = None
        self._characters = 0
        self._files_written = 0
        self._written_at = time.monotonic()
        self._seen = data_version(store)
        self._is_alone = True

    def follow(self, position: int) -> None:
        """Note how far the present file is read, in bytes."""
        self._bytes = position

    def take(self, item: SourceText | Problem) -> None:
        """Have a text read that is new; only note down what is not."""
        if isinstance(item, Problem):
            self.problems.append(item)
            return
        article_id = articles.article_id(item.text)
        if article_id in self._unwritten or articles.exists(self._store, article_id):
            self.known.append(Imported(article_id, item.source))
            return
        self._unwritten.add(article_id)
        self._taken += 1
        placed = _Placed(article_id, item, self._bytes_before + self._bytes)
        self._keep(self._reader.put(placed, Text(item.text, item.stated, item.source)))

    def end_file(self) -> None:
        """Note that all texts of the present file were taken."""
        self._bytes_before += self._bytes
        self._bytes = 0
        self._ends.append((self._taken, self._bytes_before))
        self._count_files()

    def finish(self) -> None:
        """Wait for what is still being read, and write it."""
        for read in self._reader.finish():
            self._keep((read,))
            if self.is_full:
                self._commit()
        self._commit()

    def _keep(self, readings: Iterable[tuple[_Placed, Document]]) -> None:
        for (identity, text, self._position), document in readings:
            self._waiting.append((identity, text, document))
            self._characters += len(text.text)
            self._read += 1
        self._count_files()

    def _count_files(self) -> None:
        while self._ends and self._ends[0][0] <= self._read:
            self._position = self._ends.popleft()[1]
            self._files += 1

    @property
    def is_full(self) -> bool:
        """Whether it is time to write."""
        most, characters = self._batch_size
        return (
            self._files - self._files_written >= most
            or len(self._waiting) >= most
            or self._characters >= characters
            or time.monotonic() - self._written_at >= _SECONDS_A_BATCH
        )

    @property
    def _batch_size(self) -> tuple[int, int]:
        """How many articles, and how many characters, go into one transaction."""
        times = _TIMES_LARGER_ALONE if self._is_alone else 1
        return times * _ARTICLES_A_BATCH, times * _CHARACTERS_A_BATCH

    def write(self) -> None:
        """Write what is read by now, then report."""
        self._keep(self._reader.done())
        self._commit()

    def _commit(self) -> None:
        """Write what waits, and report. Takes nothing from the reader, which may be giving."""
        with ctrl_c_held_back():
            while self._waiting:
                if data_version(self._store) != self._seen:
                    self._is_alone = False  # from now on: who wrote once writes again
                batch = self._next_batch()
                self._write(batch)
                self._pause()
                self._merge(sum(len(text.text) for _, text, _ in batch))
            self._files_written, self._written_at = self._files, time.monotonic()
        if self._progress:
            self._progress(
                Progress(
                    self._files,
                    self._of,
                    len(self.added),
                    len(self.known),
                    len(self.problems),
                    min(self._position, self._of_bytes),
                    self._of_bytes,
                )
            )

    def _merge(self, characters: int) -> None:
        """Merge in the full-text indexes as much as such a text is worth, a batch's at a time."""
        most = self._batch_size[1]
        for index in FULL_TEXT:
            for start in range(0, characters, most):
                portion = min(most, characters - start)
                full_text.merge(self._store, index, portion // _CHARACTERS_A_PAGE + 1)
                self._pause()

    def _pause(self) -> None:
        """Let those in who wait to write."""
        time.sleep(PAUSE if self._is_alone else _PAUSE_FOR_OTHERS)

    def _next_batch(self) -> list[_Read]:
        """Take what one transaction writes from what waits; an article at least."""
        most, characters = self._batch_size
        batch: list[_Read] = []
        while self._waiting and len(batch) < most and characters > 0:
            batch.append(self._waiting.popleft())
            characters -= len(batch[-1][1].text)
        return batch

    def _write(self, batch: list[_Read]) -> None:
        from store.repeats import Repeats  # with the cue words that it needs

        self._repeats = self._repeats or Repeats(self._store)
        # Before the transaction: it only reads, and nobody has to wait for it.
        found = [
            articles.NewArticle(self._repeats.judge(identity, reading), text.source, _extra(text))
            for identity, text, reading in batch
        ]
        with transaction(self._store):
            written = articles.add_all(self._store, found)
            self._repeats.settle()
        for (identity, is_new), article in zip(written, found, strict=True):
            # Another program may have added it since it was looked for.
            (self.added if is_new else self.known).append(
                Imported(identity, article.source, article.document.metadata.title)
            )
        self._unwritten.difference_update(identity for identity, _, _ in batch)
        self._characters -= sum(len(text.text) for _, text, _ in batch)


_STATED_NAMES = tuple(field.name for field in fields(Metadata))


def _extra(text: SourceText) -> dict[str, Any]:
    """Return what is kept beside the article: also what was stated, for reading it again."""
    stated = {
        name: value for name in _STATED_NAMES if (value := getattr(text.stated, name)) is not None
    }
    return {**text.extra, STATED: stated} if stated else dict(text.extra)


def _set_aside(store: Store) -> frozenset[str]:
    order = articles.order(store, articles.ArticleQuery(set_aside=True))
    return frozenset(row.id for row in articles.rows(store, order))
