"""Articles in the store: adding, reading, mending, setting aside; listing is in `listing`.

What a text means is the business of `store.reading`; this module keeps what a reading gave, and
never lets a new reading overwrite what a person decided.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, NamedTuple

from store.database import repeats
from store.database.connection import Store, StoreError, now, transaction
from store.database.extra import fields_of
from store.database.history import live_changes
from store.database.listing import (
    ArticleQuery,
    ArticleRow,
    Sort,
    count,
    first,
    order,
    outlets,
    rows,
)
from store.model import (
    MENDABLE,
    RULE,
    SPOKEN,
    Article,
    Document,
    Line,
    Metadata,
    Quote,
    SanggahError,
    Span,
)

__all__ = [
    "ArticleQuery",
    "ArticleRow",
    "NewArticle",
    "Sort",
    "add",
    "add_all",
    "add_quote",
    "article_id",
    "as_quote",
    "check_date",
    "correct_speaker",
    "count",
    "decide_line",
    "digest",
    "exists",
    "first",
    "get",
    "lines",
    "mend",
    "mended_fields",
    "order",
    "outlets",
    "quote_id",
    "quotes",
    "remove_quote",
    "replace_reading",
    "restore",
    "rows",
    "set_aside",
]

_METADATA = tuple(field.name for field in fields(Metadata))
_WORD = re.compile(r"\w+")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?", re.ASCII)

_LINE_COLUMNS = "number, start_char, end_char, kind, shown, reason, decided_by"
_QUOTE_COLUMNS = (
    "start_char, end_char, text, kind, speaker, speaker_start, speaker_end, cue, shown, "
    "decided_by, id"
)
#: Of so many different pieces of texts it is remembered how many words they hold.
_MOST_PIECES = 10_000
#: So many rows at most go in with one statement; SQLite allows 32,766 values.
_ROWS_A_STATEMENT = 512


def digest(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def article_id(text: str) -> str:
    """Return the id of the article with this text: 16 hex digits."""
    return digest(text)[:16]


def quote_id(article: str, start: int, end: int) -> str:
    """Return the id of the quote at this place: 16 hex digits, the same at every reading."""
    return hashlib.sha256(f"{article}:{start}:{end}".encode()).hexdigest()[:16]


def exists(store: Store, text_id: str) -> bool:
    """Tell whether the article is in the store, set aside or not."""
    return _stored_id(store, text_id) is not None


def _stored_id(store: Store, text_id: str) -> str | None:
    row = store.connection.execute("SELECT id FROM articles WHERE id = ?", (text_id,)).fetchone()
    return str(row[0]) if row else None


class NewArticle(NamedTuple):
    """A text as read that is to be added, where it came from, what else the file said of it."""

    document: Document
    source: str
    extra: Mapping[str, Any]


def add(
    store: Store, document: Document, *, source: str, extra: Mapping[str, Any] | None = None
) -> tuple[str, bool]:
    """Add an article with its lines and quotes.

    An article that is there, set aside or not, stays exactly as it is.

    Args:
        store: The store.
        document: The text as read.
        source: Path or address it came from.
        extra: What else the file said of it.

    Returns:
        The article's id, and whether it is new.

    Raises:
        StoreError: The text or its parts break a rule of the store.
    """
    return add_all(store, [NewArticle(document, source, extra or {})])[0]


def add_all(store: Store, found: Sequence[NewArticle]) -> list[tuple[str, bool]]:
    """Add articles as `add` does, all or none; many at once cost half of one by one.

    Returns:
        The id of each, and whether it is new.

    Raises:
        StoreError: A text or its parts break a rule of the store.
    """
    digests = [_checked_digest(article.document.text) for article in found]
    identities = [sha256[:16] for sha256 in digests]
    known = _stored_ids(store, identities)
    if known.issuperset(identities):
        return [(identity, False) for identity in identities]
    with transaction(store, mode="rule"):
        known = _stored_ids(store, identities)
        added: list[tuple[str, bool]] = []
        new: list[tuple[str, NewArticle]] = []
        for sha256, article in zip(digests, found, strict=True):
            added.append((sha256[:16], sha256[:16] not in known))
            if sha256[:16] not in known:
                _check_parts(article.document)
                new.append((sha256, article))
                known.add(sha256[:16])
        _insert(
            store,
            f"INSERT INTO articles (id, {', '.join(_METADATA)}, source, sha256, words, extra, "
            "text)",
            [_article_row(sha256, article) for sha256, article in new],
        )
        _insert_lines(store, [(sha[:16], line) for sha, one in new for line in one.document.lines])
        _insert_quotes(
            store, [(sha[:16], quote) for sha, one in new for quote in one.document.quotes]
        )
    return added


def _checked_digest(text: str) -> str:
    try:
        return digest(text)
    except UnicodeEncodeError as error:
        raise StoreError("the text holds code points that are no characters") from error


def _stored_ids(store: Store, identities: Sequence[str]) -> set[str]:
    """Return those of the ids that the store has."""
    found = store.connection.execute(
        "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(identities),),
    )
    return {row[0] for row in found}


def _article_row(sha256: str, article: NewArticle) -> tuple[Any, ...]:
    document = article.document
    return (
        sha256[:16],
        *[getattr(document.metadata, name) for name in _METADATA],
        article.source,
        sha256,
        _count_words(document),
        json.dumps(dict(article.extra), ensure_ascii=False),
        document.text,
    )


def get(store: Store, identity: str) -> Article:
    """Return an article by its id, or by a beginning of it that no other has.

    Raises:
        SanggahError: There is none, or several begin so.
    """
    row = store.connection.execute(
        f"SELECT id, {', '.join(_METADATA)}, source, words, added_at, removed_at, extra, seq, "
        "text FROM articles WHERE id = ?",
        (identity if len(identity) == 16 else _full_id(store, identity),),
    ).fetchone()
    if row is None:
        raise SanggahError(f"there is no article {identity}: see sanggah list")
    count = len(_METADATA)
    source, words, added_at, removed_at, extra, seq, text = row[count + 1 :]
    return Article(
        id=row[0],
        text=text,
        metadata=Metadata(*row[1 : count + 1]),
        source=source,
        words=words,
        added_at=added_at,
        removed_at=removed_at,
        extra=fields_of(extra),
        seq=seq,
    )


def _full_id(store: Store, prefix: str) -> str:
    """Return the id that begins with ``prefix``, of four hex digits or more."""
    if not re.fullmatch("[0-9a-f]{4,15}", prefix):
        raise SanggahError(
            f"{prefix!r} is no article id: give its 16 hex digits, or the first 4 or more"
        )
    found = store.connection.execute(
        "SELECT id FROM articles WHERE id >= ? AND id < ? LIMIT 2", (prefix, prefix + "g")
    ).fetchall()
    if len(found) > 1:
        raise SanggahError(f"several articles begin with {prefix}: give more digits")
    return str(found[0][0]) if found else prefix


def lines(store: Store, identity: str) -> list[Line]:
    """Return the article's lines in order."""
    return [
        Line(number, start, end, kind, bool(shown), reason, decided_by)
        for number, start, end, kind, shown, reason, decided_by in store.connection.execute(
            f"SELECT {_LINE_COLUMNS} FROM lines WHERE article_id = ? ORDER BY number", (identity,)
        )
    ]


def quotes(store: Store, identity: str) -> list[Quote]:
    """Return the article's quotes in text order, outer ones first."""
    found = store.connection.execute(
        f"SELECT {_QUOTE_COLUMNS} FROM quotes WHERE article_id = ? "
        "ORDER BY start_char, end_char DESC",
        (identity,),
    )
    return [
        Quote(start, end, text, kind, speaker, at, until, cue, bool(shown), decided_by, id_)
        for start, end, text, kind, speaker, at, until, cue, shown, decided_by, id_ in found
    ]


# What a person decides


def mend(store: Store, identity: str, **values: str | None) -> None:
    """Correct what the page says of itself: title, byline, outlet, published, url.

    Args:
        store: The store.
        identity: The article's id.
        **values: New values by field; '' stands for none.

    Raises:
        SanggahError: A field is unknown, the date is none, or the article is unknown.
    """
    unknown = [name for name in values if name not in MENDABLE]
    if unknown:
        raise SanggahError(f"{unknown[0]} cannot be mended: only {', '.join(MENDABLE)} can")
    cleaned = {name: (value or "").strip() or None for name, value in values.items()}
    if cleaned.get("published") is not None:
        check_date(str(cleaned["published"]))
    with transaction(store):
        _demand(store, identity)
        for name, value in cleaned.items():
            store.connection.execute(
                f"UPDATE articles SET {name} = ?1 WHERE id = ?2 AND {name} IS NOT ?1",
                (value, identity),
            )


def check_date(text: str) -> None:
    """Raise SanggahError unless ``text`` is an ISO date, or a date-time with its offset."""
    found = _ISO.fullmatch(text)
    try:
        if not found:
            raise ValueError(text)
        date.fromisoformat(found[1])
    except ValueError as error:
        raise SanggahError(
            f"{text!r} is no date: write 2024-05-31, or 2024-05-31T14:30+07:00"
        ) from error


def mended_fields(store: Store, identity: str) -> set[str]:
    """Return the metadata fields whose present value a person gave (and nobody took back)."""
    changed = live_changes(store, "articles", identity)
    return changed & set(_METADATA)


def set_aside(store: Store, identity: str) -> None:
    """Take the article out of the library; nothing of it is lost."""
    _set_removed(store, identity, now())


def restore(store: Store, identity: str) -> None:
    """Bring an article that was set aside back into the library."""
    _set_removed(store, identity, None)


def _set_removed(store: Store, identity: str, moment: str | None) -> None:
    with transaction(store):
        _demand(store, identity)
        store.connection.execute(
            "UPDATE articles SET removed_at = ?1 WHERE id = ?2 "
            "AND (removed_at IS NULL) <> (?1 IS NULL)",
            (moment, identity),
        )


def _demand(store: Store, identity: str) -> None:
    if not exists(store, identity):
        raise SanggahError(f"there is no article {identity}: see sanggah list")


def decide_line(store: Store, identity: str, number: int, shown: bool) -> None:
    """Show or hide a line; no reading changes it any more.

    Where a line is shown that was hidden because other articles of the outlet have it too, those
    show it again.

    Raises:
        SanggahError: The article has no such line.
    """
    with transaction(store):
        row = store.connection.execute(
            "SELECT shown, reason FROM lines WHERE article_id = ? AND number = ?",
            (identity, number),
        ).fetchone()
        if row is None:
            raise SanggahError(f"article {identity} has no line {number}")
        was_shown, before = row
        if bool(was_shown) == shown:
            return
        store.connection.execute(
            "UPDATE lines SET shown = ?, reason = ?, decided_by = ? "
            "WHERE article_id = ? AND number = ?",
            (
                int(shown),
                f"{'shown' if shown else 'hidden'} by {store.reviewer}",
                store.reviewer,
                identity,
                number,
            ),
        )
        if shown and before.startswith(repeats.BEGINNING):
            repeats.show_again(store, identity, number)


def correct_speaker(store: Store, quote: str, speaker: str | None) -> None:
    """Say who speaks a quote; no reading changes it any more.

    Where the article has these words, the nearest place to the quote is kept with them.

    Args:
        store: The store.
        quote: The quote's id.
        speaker: Who speaks; None or '' for nobody.

    Raises:
        SanggahError: There is no such quote.
    """
    name = (speaker or "").strip() or None
    with transaction(store):
        row = store.connection.execute(
            "SELECT quotes.speaker, quotes.start_char, articles.text FROM quotes "
            "JOIN articles ON articles.id = quotes.article_id WHERE quotes.id = ?",
            (quote,),
        ).fetchone()
        if row is None:
            raise SanggahError(f"there is no quote {quote}")
        before, start, text = row
        if before == name:
            return
        place = _nearest(text, name, start) if name else None
        store.connection.execute(
            "UPDATE quotes SET speaker = ?, speaker_start = ?, speaker_end = ?, decided_by = ? "
            "WHERE id = ?",
            (
                name,
                place,
                None if place is None or name is None else place + len(name),
                store.reviewer,
                quote,
            ),
        )


def as_quote(present: Iterable[Quote], article: Article, span: Span, reviewer: str) -> Quote:
    """Return the quote that a reviewer's decision makes of a span; see `add_quote`.

    Args:
        present: The article's quotes, hidden ones included.
        article: The article.
        span: What is taken for somebody's words.
        reviewer: Who decides.
    """
    found = next((quote for quote in present if quote.span == span), None)
    if found is None:
        words = article.text[span.start : span.end]
        key = quote_id(article.id, *span)
        return Quote(*span, words, "direct", decided_by=reviewer, id=key)
    # Reported speech that is shown lies under what the reviewer takes for a quote.
    kept = ("direct", "partial") if found.shown else SPOKEN
    kind = found.kind if found.kind in kept else "direct"
    if found.shown and found.kind == kind:
        return found
    return replace(found, kind=kind, shown=True, decided_by=reviewer)


def add_quote(store: Store, identity: str, start: int, end: int) -> Quote:
    """Take a span for somebody's words; no reading drops the quote any more.

    One that stands there hidden is shown again, with the speaker it had; one that was read as
    something else than speech becomes a direct quote.

    Args:
        store: The store.
        identity: The article's id.
        start: Where the quote begins, in code points.
        end: Where it ends, end not included.

    Raises:
        SanggahError: The article is unknown, or the span is not in its text.
    """
    with transaction(store):
        article = get(store, identity)
        if not 0 <= start < end <= article.length:
            raise SanggahError(f"the span {start}:{end} is empty or lies outside the text")
        present = quotes(store, article.id)
        added = as_quote(present, article, Span(start, end), store.reviewer)
        if added.id not in {quote.id for quote in present}:
            _insert_quotes(store, [(article.id, added)])
        elif added not in present:
            store.connection.execute(
                "UPDATE quotes SET kind = ?, shown = 1, decided_by = ? WHERE id = ?",
                (added.kind, store.reviewer, added.id),
            )
        return added


def remove_quote(store: Store, quote: str) -> None:
    """Hide a quote; no reading shows it again.

    Args:
        store: The store.
        quote: The quote's id.

    Raises:
        SanggahError: There is no such quote.
    """
    with transaction(store):
        row = store.connection.execute("SELECT shown FROM quotes WHERE id = ?", (quote,)).fetchone()
        if row is None:
            raise SanggahError(f"there is no quote {quote}")
        if row[0]:
            store.connection.execute(
                "UPDATE quotes SET shown = 0, decided_by = ? WHERE id = ?",
                (store.reviewer, quote),
            )


def _nearest(text: str, words: str, offset: int) -> int | None:
    """Return where ``words`` stand nearest to ``offset`` in ``text``, None if nowhere."""
    places = (text.rfind(words, 0, offset), text.find(words, offset))
    return min(
        (place for place in places if place >= 0),
        key=lambda place: abs(place - offset),
        default=None,
    )


# What a reading gives


def replace_reading(store: Store, identity: str, document: Document) -> None:
    """Put a new reading of the same text in the place of the old one.

    Lines, quotes and metadata that a person decided about stay as they are. No events.

    Raises:
        StoreError: The document has another text, or its parts break a rule of the store.
    """
    if article_id(document.text) != identity:
        raise StoreError(f"this is not a reading of article {identity}: its text is another")
    _check_parts(document)
    with transaction(store, mode="rule"):
        _demand(store, identity)
        mended = mended_fields(store, identity)
        metadata = {
            name: getattr(document.metadata, name) for name in _METADATA if name not in mended
        }
        settings = [f"{name} = ?" for name in (*metadata, "words")]
        store.connection.execute(
            f"UPDATE articles SET {', '.join(settings)} WHERE id = ?",
            (*metadata.values(), _count_words(document), identity),
        )
        kept_lines = {line.number for line in lines(store, identity) if line.decided_by != RULE}
        read_quotes = overruled(quotes(store, identity), document.quotes)
        for table in ("lines", "quotes"):
            store.connection.execute(
                f"DELETE FROM {table} WHERE article_id = ? AND decided_by = ?", (identity, RULE)
            )
        _insert_lines(
            store,
            [(identity, line) for line in document.lines if line.number not in kept_lines],
        )
        _insert_quotes(store, [(identity, quote) for quote in read_quotes])


def overruled(stored: Iterable[Quote], read: Iterable[Quote]) -> list[Quote]:
    """Return what is read without the quotes that a person decided about otherwise.

    Those are the quotes of the same span and, of speech, of nearly the same: what shares more
    than half of all that the two take in is another reading of the same words, which would stand
    beside the person's own or bring back what was removed.
    """
    decided = [quote.span for quote in stored if quote.decided_by != RULE]
    return [quote for quote in read if not any(_same_words(quote, span) for span in decided)]


def _same_words(quote: Quote, span: Span) -> bool:
    if quote.kind not in SPOKEN:
        return quote.span == span
    shared = min(quote.end, span.end) - max(quote.start, span.start)
    return 2 * shared > max(quote.end, span.end) - min(quote.start, span.start)


def _count_words(document: Document) -> int:
    text = document.text
    return sum(
        sum(map(_WORDS_IN.__getitem__, text[line.start : line.end].split()))
        for line in document.lines
        if line.shown
    )


class _WordsIn(dict[str, int]):
    """How many words stand between two blanks, counted when such a piece is first met."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_PIECES:
            self.clear()
        count = self[piece] = len(_WORD.findall(piece))
        return count


_WORDS_IN = _WordsIn()


def _check_parts(document: Document) -> None:
    """Raise StoreError unless lines and quotes stand where they say; the guards' twin."""
    length = len(document.text)
    for line in document.lines:
        if not 0 <= line.start <= line.end <= length:
            raise StoreError(f"line {line.number} lies outside the text")
    for quote in document.quotes:
        if not 0 <= quote.start < quote.end <= length:
            raise StoreError(f"the quote at {quote.start} lies outside the text")
        if document.text[quote.start : quote.end] != quote.text:
            raise StoreError(f"the quote at {quote.start} is not the slice of the text")
        start, end = quote.speaker_start, quote.speaker_end
        if start is not None and document.text[start:end] != quote.speaker:
            raise StoreError(f"the speaker of the quote at {quote.start} is not the slice")


def _insert(store: Store, into: str, found: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, many with one statement.

    Each statement ends by writing out what the full-text indexes hold of it: one by one, that
    takes as long as all the rest. The sizes are powers of two, so that a few statements do.
    """
    first = 0
    while first < len(found):
        size = min(_ROWS_A_STATEMENT, 1 << (len(found) - first).bit_length() - 1)
        row = f"({', '.join('?' * len(found[0]))})"
        store.connection.execute(
            f"{into} VALUES {', '.join([row] * size)}",
            [value for values in found[first : first + size] for value in values],
        )
        first += size


def _insert_lines(store: Store, found: Sequence[tuple[str, Line]]) -> None:
    _insert(
        store,
        f"INSERT INTO lines (article_id, {_LINE_COLUMNS})",
        [
            (
                identity,
                line.number,
                line.start,
                line.end,
                line.kind,
                int(line.shown),
                line.reason,
                line.decided_by,
            )
            for identity, line in found
        ],
    )


def _insert_quotes(store: Store, found: Sequence[tuple[str, Quote]]) -> None:
    # Two readings of one place would have one id: the first stands.
    _insert(
        store,
        f"INSERT OR IGNORE INTO quotes (article_id, {_QUOTE_COLUMNS})",
        [
            (
                identity,
                quote.start,
                quote.end,
                quote.text,
                quote.kind,
                quote.speaker,
                quote.speaker_start,
                quote.speaker_end,
                quote.cue,
                int(quote.shown),
                quote.decided_by,
                quote_id(identity, quote.start, quote.end),
            )
            for identity, quote in found
        ],
    )
