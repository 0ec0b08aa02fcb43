"""Files into the store: found, read, understood, written. Only here do the three meet.

Writing happens in batches, each one transaction: what was reported as done is on disk, so an
import can be stopped or killed at any time and started again, and then skips what is there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from store.database import articles
from store.database.connection import Store, transaction
from store.model import Document
from store.reading.document import read_document
from store.sources import Problem, SourceText, read_path, walk

#: A batch is written when it has so many articles, so many characters, or is so many seconds old.
_ARTICLES_A_BATCH = 200
_CHARACTERS_A_BATCH = 4_000_000
_SECONDS_A_BATCH = 1.0


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
    """How far an import has come; all counted here that is new is on disk."""

    files: int
    of: int
    added: int
    known: int
    problems: int


def add_paths(
    store: Store,
    paths: Iterable[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
) -> ImportReport:
    """Import the files behind ``paths``, folders with all that lies below.

    A file that gives no article is a problem in the report, and the rest goes on. Where an
    exception (ctrl+c included) ends the import, what was read by then is still written, reported
    through ``progress``, and the exception goes on.

    Args:
        store: Where to.
        paths: Files and folders.
        progress: Called after each batch.

    Raises:
        SanggahError: the store cannot be written.
    """
    found = walk(paths)
    batch = _Batch(store, len(found.files), list(found.problems), progress)
    try:
        for path in found.files:
            for item in read_path(path):
                batch.take(item)
            batch.files += 1
            if batch.is_full:
                batch.write()
    except KeyboardInterrupt:
        batch.write()
        raise
    batch.write()
    aside = _set_aside(store) if batch.known else frozenset[str]()
    return ImportReport(
        added=tuple(batch.added),
        known=tuple(batch.known),
        set_aside=tuple(article for article in batch.known if article.id in aside),
        problems=tuple(batch.problems),
        ignored=dict(sorted(found.ignored.items())),
    )


class _Batch:
    """The articles that were read and wait to be written, and the tally of all before them."""

    def __init__(
        self,
        store: Store,
        of: int,
        problems: list[Problem],
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self.files = 0
        self.added: list[Imported] = []
        self.known: list[Imported] = []
        self.problems = problems
        self._store = store
        self._of = of
        self._progress = progress
        self._waiting: dict[str, tuple[SourceText, Document]] = {}
        self._characters = 0
        self._files_written = 0
        self._written_at = time.monotonic()

    def take(self, item: SourceText | Problem) -> None:
        """Read a text that is new; only note down what is not."""
        if isinstance(item, Problem):
            self.problems.append(item)
            return
        article_id = articles.article_id(item.text)
        if article_id in self._waiting or articles.exists(self._store, article_id):
            self.known.append(Imported(article_id, item.source))
            return
        document = read_document(item.text, item.stated, item.source)
        self._waiting[article_id] = (item, document)
        self._characters += len(item.text)

    @property
    def is_full(self) -> bool:
        return (
            self.files - self._files_written >= _ARTICLES_A_BATCH
            or len(self._waiting) >= _ARTICLES_A_BATCH
            or self._characters >= _CHARACTERS_A_BATCH
            or time.monotonic() - self._written_at >= _SECONDS_A_BATCH
        )

    def write(self) -> None:
        """Write what waits in one transaction, then report."""
        if self._waiting:
            self._write()
        self._files_written, self._written_at = self.files, time.monotonic()
        if self._progress:
            self._progress(
                Progress(self.files, self._of, len(self.added), len(self.known), len(self.problems))
            )

    def _write(self) -> None:
        added: list[Imported] = []
        known: list[Imported] = []
        with transaction(self._store):
            for text, document in self._waiting.values():
                article_id, is_new = articles.add(
                    self._store, document, source=text.source, extra=text.extra
                )
                # Another program may have added it since it was looked for.
                (added if is_new else known).append(
                    Imported(article_id, text.source, document.metadata.title)
                )
        self.added += added
        self.known += known
        self._waiting.clear()
        self._characters = 0


def _set_aside(store: Store) -> frozenset[str]:
    order = articles.order(store, articles.ArticleQuery(set_aside=True))
    return frozenset(row.id for row in articles.rows(store, order))
