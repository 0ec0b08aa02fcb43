"""Annotations and labels: what reviewers marked, and with what.

The text around and inside a span is taken from the article here; guards and history are the
triggers' business.
"""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from store.database.connection import Store, new_id, new_ids, transaction
from store.database.events import ANNOTATIONS, CREATED_SINCE
from store.database.extra import fields_of
from store.database.long_writes import long_write
from store.model import Annotation, AnnotationStatus, Label, SanggahError

#: Characters kept either side of a span.
CONTEXT = 32

#: Many marks are written so many by a statement, and for so long in a transaction.
_ROWS_A_STATEMENT = 50
_SECONDS_A_TRANSACTION = 0.01
#: So many statements are made ready before a transaction, about what it takes.
_STATEMENTS_AHEAD = 6

_COLUMNS = ", ".join(ANNOTATIONS.columns)

#: The columns that a new mark is written with; times are the table's own.
_WRITTEN = [name for name in ANNOTATIONS.columns if name not in ("created_at", "updated_at")]

#: What `change` takes, and the column it goes to.
_CHANGEABLE = {
    "label": "label",
    "start": "start_char",
    "end": "end_char",
    "note": "note",
    "speaker": "speaker",
    "confidence": "confidence",
    "status": "status",
    "part_of": "part_of",
}


def of_article(store: Store, article_id: str) -> list[Annotation]:
    """Return the article's annotations, of all reviewers, in text order, outer ones first."""
    return [
        _annotation(row)
        for row in store.connection.execute(
            f"SELECT {_COLUMNS} FROM annotations WHERE article_id = ? "
            "ORDER BY start_char, end_char DESC, id",
            (article_id,),
        )
    ]


def get(store: Store, identity: str) -> Annotation:
    """Return an annotation.

    Raises:
        SanggahError: There is none with this id.
    """
    row = store.connection.execute(
        f"SELECT {_COLUMNS} FROM annotations WHERE id = ?", (identity,)
    ).fetchone()
    if row is None:
        raise SanggahError(f"there is no annotation {identity}: it was removed meanwhile")
    return _annotation(row)


def labels(store: Store) -> list[Label]:
    """Return the labels in their order."""
    return [
        Label(*row)
        for row in store.connection.execute(
            "SELECT name, color, description, position FROM labels ORDER BY position, name"
        )
    ]


def reviewers(store: Store) -> list[str]:
    """Return who has made annotations, by name."""
    rows = store.connection.execute("SELECT DISTINCT reviewer FROM annotations ORDER BY 1")
    return [reviewer for (reviewer,) in rows]


def create(
    store: Store,
    article_id: str,
    label: str,
    start: int,
    end: int,
    *,
    id: str | None = None,  # noqa: A002 - the column's name
    note: str = "",
    speaker: str | None = None,
    confidence: float | None = None,
    status: AnnotationStatus = "accepted",
    part_of: str | None = None,
    origin: str | None = None,
) -> Annotation:
    """Mark the span from ``start`` to ``end`` with ``label``.

    Args:
        store: The store; its reviewer is who marks.
        article_id: The article.
        label: A label of the store.
        start: Where the span begins, in code points.
        end: Where it ends, end not included.
        id: A UUIDv7 made before, or None for a new one.
        note: What the reviewer has to say.
        speaker: Who holds it.
        confidence: None, or from 0 to 1.
        status: accepted, suggested or rejected.
        part_of: The first part, where the span is interrupted.
        origin: The suggestion or foreign id it comes from.

    Raises:
        SanggahError: The article or label is unknown, the span is not in the text, ...
    """
    identity = id or new_id()
    with transaction(store):
        label = _known_label(store, label)
        text, prefix, suffix = _slices(store, article_id, start, end)
        store.connection.execute(
            _insertion(1),
            (
                identity,
                article_id,
                label,
                start,
                end,
                text,
                prefix,
                suffix,
                note,
                speaker or None,
                confidence,
                status,
                part_of,
                origin,
                store.reviewer,
                "{}",
            ),
        )
        return get(store, identity)


def _insertion(number: int) -> str:
    """Return the statement that writes so many marks."""
    row = f"({', '.join('?' * len(_WRITTEN))})"
    return f"INSERT INTO annotations ({', '.join(_WRITTEN)}) VALUES {', '.join([row] * number)}"


@dataclass(frozen=True, slots=True)
class NewAnnotation:
    """A mark to be made; the fields are those of `create`, ``extra`` goes back out as it is."""

    article_id: str
    label: str
    start: int
    end: int
    id: str | None = None
    note: str = ""
    speaker: str | None = None
    confidence: float | None = None
    status: AnnotationStatus = "accepted"
    part_of: str | None = None
    origin: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def create_many(
    store: Store,
    marks: Iterable[NewAnnotation],
    *,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Make many marks, as from a file; all of them are one action for undo.

    They are written in short transactions, so that a person who marks meanwhile does not wait:
    where this ends early, what ``progress`` told of is in the store. Marks of one article are best
    given one after the other. Parts come after their first part.

    Args:
        store: The store; its reviewer is who marks.
        marks: What to mark.
        progress: Told how many are on disk, after each commit.

    Returns:
        How many were made.

    Raises:
        SanggahError: A guard refuses one of them; those of the commits before it stay.
    """
    group, made, told = new_id(), 0, 0
    ready = _Ready(store, marks)
    with long_write(store) as write:
        while ready.fill():
            with write.transaction(group, mode="rule"):
                began = ended = time.monotonic()
                while ready:
                    made += ready.write()
                    before, ended = ended, time.monotonic()
                    # The next one takes as long as the last, and others wait for it.
                    if ended + (ended - before) > began + _SECONDS_A_TRANSACTION:
                        break
            if progress is not None and write.is_on_disk():
                told = made
                progress(made)
    if progress is not None and told < made:
        progress(made)
    if ready.fault is not None:
        raise ready.fault
    return made


class _Ready:
    """Marks that are ready to be written: what is to be found out about them is found out.

    That is done between the transactions, when others may write. At a mark that cannot be made
    it ends, and ``fault`` says why.
    """

    def __init__(self, store: Store, marks: Iterable[NewAnnotation]) -> None:
        self._store = store
        self._texts = _Texts(store)
        self._marks = iter(marks)
        self._statements: deque[list[object]] = deque()
        self.fault: SanggahError | None = None

    def __len__(self) -> int:
        return len(self._statements)

    def fill(self) -> bool:
        """Make marks ready, and tell whether there are any."""
        while self.fault is None and len(self) < _STATEMENTS_AHEAD:
            values: list[object] = []
            new = iter(new_ids(_ROWS_A_STATEMENT))
            try:
                for mark in islice(self._marks, _ROWS_A_STATEMENT):
                    values += self._values(mark, mark.id or next(new))
            except SanggahError as fault:
                self.fault = fault
            if not values:
                break
            self._statements.append(values)
        return bool(self._statements)

    def write(self) -> int:
        """Write marks by one statement, for each of which SQLite keeps a journal; return how many.

        The caller holds a transaction in mode ``rule``: the events are written at once.
        """
        values = self._statements.popleft()
        number = len(values) // len(_WRITTEN)
        execute = self._store.connection.execute
        (last,) = execute("SELECT coalesce(max(rowid), 0) FROM annotations").fetchone()
        execute(_insertion(number), values)
        execute(CREATED_SINCE, (last,))
        if execute("SELECT changes()").fetchone()[0] != number:
            raise SanggahError("the rows of annotations cannot be counted on: run VACUUM first")
        return number

    def _values(self, mark: NewAnnotation, identity: str) -> tuple[object, ...]:
        text, prefix, suffix = self._texts.slices(mark)
        return (
            identity,
            mark.article_id,
            mark.label,
            mark.start,
            mark.end,
            text,
            prefix,
            suffix,
            mark.note,
            mark.speaker or None,
            mark.confidence,
            mark.status,
            mark.part_of,
            mark.origin,
            self._store.reviewer,
            json.dumps(dict(mark.extra), ensure_ascii=False) if mark.extra else "{}",
        )


class _Texts:
    """The text of the last article asked for: marks come article by article."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._article_id = ""
        self._text = ""

    def slices(self, mark: NewAnnotation) -> tuple[str, str, str]:
        """Return the span's text and what stands before and after it.

        Raises:
            SanggahError: There is no such article, or the span is not in its text.
        """
        if mark.article_id != self._article_id:
            self._text = self._read(mark.article_id)
            self._article_id = mark.article_id
        start, end = mark.start, mark.end
        _demand_span(start, end)
        if end > len(self._text):
            raise SanggahError(_outside(mark.article_id, start, end))
        return (
            self._text[start:end],
            self._text[max(start - CONTEXT, 0) : start],
            self._text[end : end + CONTEXT],
        )

    def _read(self, article_id: str) -> str:
        row = self._store.connection.execute(
            "SELECT text FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            raise SanggahError(_no_article(article_id))
        return str(row[0])


def change(store: Store, identity: str, **fields: Any) -> Annotation:
    """Change an annotation's label, start, end, note, speaker, confidence, status or part_of.

    A new span brings its text and surroundings along. Equal values change nothing.

    Raises:
        SanggahError: The annotation is gone, a field is unknown, or a guard refuses.
    """
    unknown = [name for name in fields if name not in _CHANGEABLE]
    if unknown:
        raise SanggahError(
            f"{unknown[0]} of an annotation cannot be changed: only {', '.join(_CHANGEABLE)} can"
        )
    with transaction(store):
        present = get(store, identity)
        if "speaker" in fields:
            fields["speaker"] = fields["speaker"] or None
        new = {
            _CHANGEABLE[name]: value
            for name, value in fields.items()
            if getattr(present, name) != value
        }
        if "label" in new:
            new["label"] = _known_label(store, str(new["label"]))
        if "start_char" in new or "end_char" in new:
            start, end = fields.get("start", present.start), fields.get("end", present.end)
            new["text"], new["prefix"], new["suffix"] = _slices(
                store, present.article_id, start, end
            )
        if new:
            settings = ", ".join(f"{column} = ?" for column in new)
            store.connection.execute(
                f"UPDATE annotations SET {settings} WHERE id = ?", (*new.values(), identity)
            )
        return get(store, identity)


def delete(store: Store, identity: str) -> None:
    """Remove an annotation; what was part of it stands by itself then.

    Raises:
        SanggahError: It is gone already.
    """
    with transaction(store):
        get(store, identity)
        # Before the deletion, so that taking it back, in reverse, finds the first part again.
        store.connection.execute(
            "UPDATE annotations SET part_of = NULL WHERE part_of = ?", (identity,)
        )
        store.connection.execute("DELETE FROM annotations WHERE id = ?", (identity,))


def _annotation(row: tuple[Any, ...]) -> Annotation:
    # By place: an article may have thousands, and the columns stand as the fields do.
    fields = [*row[:-1], fields_of(row[-1])]
    return Annotation(*fields)


def _known_label(store: Store, label: str) -> str:
    """Return the label as the store has it: its accents may be composed here and not there."""
    found = store.connection.execute("SELECT 1 FROM labels WHERE name = ?", (label,)).fetchone()
    if found is not None:
        return label
    from store.database.labels import spelled

    known = spelled(label, (each.name for each in labels(store)))
    if known is None:
        raise SanggahError(f"unknown label {label!r}: add it to the labels first")
    return known


def _slices(store: Store, article_id: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the span's text and what stands before and after it."""
    _demand_span(start, end)
    before = min(start, CONTEXT)
    row = store.connection.execute(
        "SELECT substr(text, ?, ?) FROM articles WHERE id = ?",
        (start - before + 1, before + end - start + CONTEXT, article_id),
    ).fetchone()
    if row is None:
        raise SanggahError(_no_article(article_id))
    window = str(row[0])
    text = window[before : before + end - start]
    if len(text) != end - start:
        raise SanggahError(_outside(article_id, start, end))
    return text, window[:before], window[before + end - start :]


def _demand_span(start: int, end: int) -> None:
    if start < 0 or end <= start:
        raise SanggahError(f"the span {start}:{end} is empty or begins before the text")


def _no_article(article_id: str) -> str:
    return f"there is no article {article_id}: see sanggah list"


def _outside(article_id: str, start: int, end: int) -> str:
    return f"the span {start}:{end} lies outside the text of {article_id}"
