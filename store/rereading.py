"""The present rules over what is in the store: what they change, and the change itself.

A person's decisions stay (`articles.replace_reading` sees to it), texts and annotations are not
touched. Only articles that read differently now are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from store.database import articles
from store.database.connection import Store, transaction
from store.model import RULE, Article, Document, Line, Metadata, Quote, Span
from store.reading_processes import Reader, Text

if TYPE_CHECKING:
    from store.repeats import Repeats

#: Where `importing` keeps what a source stated, among the fields of ``articles.extra``.
STATED = "stated_by_source"

#: So many articles are written in one transaction.
_ARTICLES_A_BATCH = 100


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that the present rules take for another kind, or show where it was hidden."""

    number: int
    text: str
    before: tuple[str, bool]
    after: tuple[str, bool]


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """A quote that is new (``before`` is None), gone (``after`` is None), or read differently.

    Both are pairs of kind and speaker.
    """

    start: int
    end: int
    text: str
    before: tuple[str, str | None] | None
    after: tuple[str, str | None] | None


@dataclass(frozen=True, slots=True)
class Reread:
    """What the present rules change in one article; each fact as a pair of before and after."""

    id: str
    title: str | None
    facts: Mapping[str, tuple[str | None, str | None]]
    lines: tuple[LineChange, ...]
    quotes: tuple[QuoteChange, ...]


def stated_in(extra: Mapping[str, Any]) -> Metadata:
    """Return what the article's source stated when it was imported."""
    kept = extra.get(STATED)
    if not isinstance(kept, Mapping):
        return Metadata()
    known = {field.name for field in fields(Metadata)}
    return Metadata(**{n: v for n, v in kept.items() if n in known and isinstance(v, str)})


def reread(
    store: Store,
    identities: Iterable[str] | None = None,
    *,
    dry_run: bool = False,
    processes: int = 1,
) -> Iterator[Reread]:
    """Read articles again and yield those that change, after they are written.

    Args:
        store: The store.
        identities: Ids or their beginnings; all articles, those set aside included, if None.
        dry_run: Only tell; nothing is written.
        processes: In how many processes many articles are read; see `Reader`.

    Raises:
        SanggahError: There is no such article, or the store cannot be written.
    """
    from store.repeats import Repeats  # with the cue words that it needs

    repeats = Repeats(store)
    waiting: list[tuple[Reread, Document]] = []
    with Reader[Article](processes) as reader:
        for article in _articles(store, identities):
            text = Text(article.text, stated_in(article.extra), article.source)
            waiting += _changed(store, repeats, reader.put(article, text))
            if len(waiting) >= _ARTICLES_A_BATCH:
                yield from _written(store, waiting, dry_run=dry_run)
                waiting = []
        waiting += _changed(store, repeats, reader.finish())
    yield from _written(store, waiting, dry_run=dry_run)


def as_imported(store: Store) -> Callable[[Article], Document]:
    """Return what reads articles of a store as an import does: `repair` has them read so.

    What their sources stated counts, and what other articles of their outlets have is hidden.
    """
    from store.reading.document import read_document
    from store.repeats import Repeats

    repeats = Repeats(store)

    def read(article: Article) -> Document:
        reading = read_document(article.text, stated_in(article.extra), article.source)
        mended = articles.mended_fields(store, article.id)
        return _judged(repeats, article, reading, mended)

    return read


def _articles(store: Store, identities: Iterable[str] | None) -> Iterator[Article]:
    if identities is not None:
        # All are looked up before anything is written, so that a mistyped one stops it in time.
        found = [articles.get(store, identity) for identity in identities]
        yield from {article.id: article for article in found}.values()
        return
    for set_aside in (False, True):
        order = articles.order(store, articles.ArticleQuery(set_aside=set_aside))
        for first in range(0, len(order), _ARTICLES_A_BATCH):
            for row in articles.rows(store, order[first : first + _ARTICLES_A_BATCH]):
                yield articles.get(store, row.id)


def _changed(
    store: Store, repeats: Repeats, readings: Iterable[tuple[Article, Document]]
) -> Iterator[tuple[Reread, Document]]:
    for article, reading in readings:
        stored = articles.lines(store, article.id), articles.quotes(store, article.id)
        mended = articles.mended_fields(store, article.id)
        document = _judged(repeats, article, reading, mended)
        found = Reread(
            article.id,
            article.metadata.title,
            _facts(article.metadata, document.metadata, mended),
            tuple(_lines(article.text, stored[0], document.lines)),
            tuple(_quotes(stored[1], articles.overruled(stored[1], document.quotes))),
        )
        if found.facts or found.lines or found.quotes or _differs_otherwise(stored, document):
            yield found, document


def _judged(repeats: Repeats, article: Article, reading: Document, mended: set[str]) -> Document:
    """Return a new reading with its repeats hidden, those of the outlet that a person gave."""
    outlet, url = (
        getattr(article.metadata if name in mended else reading.metadata, name)
        for name in ("outlet", "url")
    )
    return repeats.judge_again(article.id, reading, outlet, url)


def _differs_otherwise(stored: tuple[list[Line], list[Quote]], document: Document) -> bool:
    """Whether reasons, cues or places of speakers differ, which are written but not told."""
    reasons = {line.number: line.reason for line in document.lines}
    cues = {q.span: (q.cue, q.speaker_start, q.speaker_end, q.shown) for q in document.quotes}
    return any(
        line.decided_by == RULE and reasons.get(line.number) != line.reason for line in stored[0]
    ) or any(
        quote.decided_by == RULE
        and cues.get(quote.span) != (quote.cue, quote.speaker_start, quote.speaker_end, quote.shown)
        for quote in stored[1]
    )


def _facts(
    before: Metadata, after: Metadata, mended: set[str]
) -> dict[str, tuple[str | None, str | None]]:
    return {
        field.name: (old, new)
        for field in fields(Metadata)
        if (old := getattr(before, field.name)) != (new := getattr(after, field.name))
        and field.name not in mended
    }


def _lines(text: str, stored: Iterable[Line], read: Iterable[Line]) -> Iterator[LineChange]:
    new = {line.number: line for line in read}
    for old in stored:
        line = new.get(old.number)
        if line is None or old.decided_by != RULE:
            continue
        before, after = (old.kind, old.shown), (line.kind, line.shown)
        if before != after:
            yield LineChange(old.number, text[old.start : old.end], before, after)


def _quotes(stored: Iterable[Quote], read: Iterable[Quote]) -> Iterator[QuoteChange]:
    old = {quote.span: quote for quote in stored}
    new: dict[Span, Quote] = {}
    for quote in read:
        new.setdefault(quote.span, quote)  # of two readings of one place the first is kept
    for span in sorted({*old, *new}):
        was, now = old.get(span), new.get(span)
        if was is not None and was.decided_by != RULE:
            continue
        before = (was.kind, was.speaker) if was else None
        after = (now.kind, now.speaker) if now else None
        if before != after:
            words = was.text if was else now.text if now else ""
            yield QuoteChange(*span, words, before, after)


def _written(
    store: Store, changed: list[tuple[Reread, Document]], *, dry_run: bool
) -> Iterator[Reread]:
    if changed and not dry_run:
        with transaction(store, mode="rule"):
            for found, document in changed:
                articles.replace_reading(store, found.id, document)
    for found, _ in changed:
        if found.facts or found.lines or found.quotes:
            yield found
