"""Undo and redo by the events, and the log of them.

The unit is the group: what one action wrote. Undo appends the inverse of a group as a new group
whose events say what they take back; redo takes that group back in turn. So a group's depth in
the chain tells what it is: even depths do something, odd ones undo, and a group is live while
nothing takes it back. Only the store's reviewer's own groups count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from store.database.connection import Store, StoreDamaged, new_id, transaction
from store.database.events import SUBJECTS, is_same
from store.model import SanggahError, Span

#: Columns that the triggers keep, so that a row with others is still the same row.
_KEPT_BY_TRIGGERS = frozenset({"prefix", "suffix", "updated_at"})

_HEAD = (
    "id",
    "at",
    "reviewer",
    "action",
    "subject",
    "subject_id",
    "article_id",
    "group_id",
    "undoes",
)
_EVENT_COLUMNS = ", ".join(_HEAD) + ', "before", "after", lamport'


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the history. ``before`` and ``after`` are columns with their values."""

    id: str
    at: str
    reviewer: str
    action: str
    subject: str
    subject_id: str
    article_id: str | None
    group_id: str
    undoes: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    lamport: int


@dataclass(frozen=True, slots=True)
class Undone:
    """What undo or redo did. ``summary`` names the action in words, ``span`` is its place.

    ``subject`` and ``subject_id`` are the table and the id of the row that the action was about;
    ``touched`` has the pairs of all rows that it changed.
    """

    article_id: str
    summary: str
    span: Span | None
    subject: str
    subject_id: str
    touched: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    id: str
    undoes: str | None


def undo(store: Store, article_id: str | None = None, *, labels: bool = False) -> Undone | None:
    """Take back the reviewer's last live action.

    Args:
        store: The store.
        article_id: The article in which; None for any.
        labels: Among the changes of labels instead, which belong to no article.

    Returns:
        What was taken back, None where there is nothing.

    Raises:
        SanggahError: Somebody changed the row since; nothing is changed.
    """
    with transaction(store):
        group = _last_to_undo(store, article_id, labels)
        return None if group is None else _take_back(store, group)


def redo(store: Store, article_id: str | None = None, *, labels: bool = False) -> Undone | None:
    """Do again what the reviewer took back last, unless a new action came after it.

    Args:
        store: The store.
        article_id: The article in which; None for any.
        labels: Among the changes of labels instead, which belong to no article.

    Returns:
        What was done again, None where there is nothing.

    Raises:
        SanggahError: Somebody changed the row since; nothing is changed.
    """
    with transaction(store):
        group = _last_to_redo(store, article_id, labels)
        return None if group is None else _take_back(store, group)


def can_undo(store: Store, article_id: str | None = None, *, labels: bool = False) -> bool:
    """Whether `undo` would find something."""
    return _last_to_undo(store, article_id, labels) is not None


def can_redo(store: Store, article_id: str | None = None, *, labels: bool = False) -> bool:
    """Whether `redo` would find something."""
    return _last_to_redo(store, article_id, labels) is not None


def log(
    store: Store,
    article_id: str | None = None,
    limit: int | None = None,
    reviewer: str | None = None,
) -> list[Event]:
    """Return events in their order, of one article or of all.

    Args:
        store: The store.
        article_id: Only this article's.
        limit: Only the last so many.
        reviewer: Only what this reviewer did.
    """
    found = store.connection.execute(
        f"SELECT {_EVENT_COLUMNS} FROM events WHERE (?1 IS NULL OR reviewer = ?1) "
        f"{'AND article_id = ?2 ' if article_id else ''}"
        "ORDER BY lamport DESC, id DESC LIMIT ?3",
        (reviewer, article_id, -1 if limit is None else limit),
    ).fetchall()
    return [_event(store, row) for row in reversed(found)]


def reviewers(store: Store) -> list[str]:
    """Return who has done anything in the store, by name; the making of the store is left out."""
    rows = store.connection.execute(
        "SELECT reviewer FROM events WHERE reviewer <> 'sanggah' "
        "UNION SELECT reviewer FROM annotations UNION SELECT reviewer FROM reviews ORDER BY 1"
    )
    return [reviewer for (reviewer,) in rows]


def in_words(store: Store, event: Event) -> tuple[str, Span | None]:
    """Return what an event did, such as ``denial on “We never …”``, and the place if it has one."""
    present = _row(store, event) if event.subject in SUBJECTS else None
    return _summary(event, present), _span(event, present)


def mark_in_words(label: str, text: object) -> str:
    """Return a label and the words that have it, such as ``denial on “We never …”``."""
    return f"{label} on {_words(text)}"


def live_changes(store: Store, subject: str, subject_id: str) -> set[str]:
    """Return the columns of a row that some live action changed, whoever's it was."""
    article_id = subject_id.partition(":")[0]
    changed: set[str] = set()
    for group, undoes, after in store.connection.execute(
        'SELECT group_id, undoes, "after" FROM events WHERE article_id = ? AND subject = ? '
        "AND subject_id = ? AND action = 'change'",
        (article_id, subject, subject_id),
    ).fetchall():
        if not _is_undone(store, group) and _depth(store, undoes) % 2 == 0:
            changed.update(_row_in(store, after))
    return changed


# Which group


def _groups(store: Store, article_id: str | None, labels: bool) -> Iterator[_Group]:
    """Give the reviewer's groups, latest first."""
    parameters: tuple[str, ...] = (store.reviewer,)
    where = "article_id IS NULL AND subject = 'labels'" if labels else "article_id IS NOT NULL"
    if article_id is not None:
        where, parameters = "article_id = ?", (store.reviewer, article_id)
    sql = (
        f"SELECT group_id, undoes FROM events WHERE reviewer = ? AND {where} "
        "ORDER BY lamport DESC, id DESC"
    )
    seen: set[str] = set()
    for identity, undoes in store.connection.execute(sql, parameters):
        if identity not in seen:
            seen.add(identity)
            yield _Group(identity, undoes)


def _last_to_undo(store: Store, article_id: str | None, labels: bool) -> str | None:
    for group in _groups(store, article_id, labels):
        if _depth(store, group.undoes) % 2 == 0 and not _is_undone(store, group.id):
            return group.id
    return None


def _last_to_redo(store: Store, article_id: str | None, labels: bool) -> str | None:
    for group in _groups(store, article_id, labels):
        if group.undoes is None:
            return None
        if _depth(store, group.undoes) % 2 == 1 and not _is_undone(store, group.id):
            return group.id
    return None


def _depth(store: Store, undoes: str | None) -> int:
    """Return how many steps a group that takes back ``undoes`` is from an action."""
    if undoes is None:
        return 0
    # UNION, not UNION ALL: a store that somebody else wrote may hold a circle.
    return int(
        store.connection.execute(
            "WITH RECURSIVE chain (id) AS (SELECT ? UNION SELECT events.undoes FROM chain "
            "JOIN events ON events.group_id = chain.id WHERE events.undoes IS NOT NULL) "
            "SELECT count(*) FROM chain",
            (undoes,),
        ).fetchone()[0]
    )


def _is_undone(store: Store, group: str) -> bool:
    found = store.connection.execute(
        "SELECT 1 FROM events WHERE undoes = ? LIMIT 1", (group,)
    ).fetchone()
    return found is not None


# Taking back


def _take_back(store: Store, group: str) -> Undone:
    """Append the inverse of ``group`` and return what the group had done."""
    events = _events_of(store, group)
    with transaction(store, group=new_id(), mode=f"undo {group}"):
        for event in events:
            _invert(store, event)
    # Doing again is named after what was done at first.
    first = events[0].undoes if _depth(store, events[0].undoes) % 2 else None
    did = (_events_of(store, first) if first else []) or events
    named = _principal(did)
    present = _row(store, named)
    others = sum((each.action, each.subject) == (named.action, named.subject) for each in did) - 1
    return Undone(
        article_id=named.article_id or "",
        summary=_summary(named, present) + (f" and {others} more" if others else ""),
        span=_span(named, present),
        subject=named.subject,
        subject_id=named.subject_id,
        touched=tuple((event.subject, event.subject_id) for event in events),
    )


def _events_of(store: Store, group: str) -> list[Event]:
    """Return the reviewer's events of a group, latest first."""
    return [
        _event(store, row)
        for row in store.connection.execute(
            f"SELECT {_EVENT_COLUMNS} FROM events WHERE group_id = ? AND reviewer = ? "
            "ORDER BY lamport DESC, id DESC",
            (group, store.reviewer),
        )
    ]


def _principal(events: list[Event]) -> Event:
    """Return the event of a group that the action was about: the deletion, else the last."""
    return next((event for event in events if event.action != "change"), events[0])


def _key(event: Event) -> dict[str, Any]:
    """Return the primary key of the event's row."""
    if event.subject == "lines":
        article_id, _, number = event.subject_id.rpartition(":")
        return {"article_id": article_id, "number": int(number)}
    return {SUBJECTS[event.subject].keys[0]: event.subject_id}


def _row(store: Store, event: Event) -> dict[str, Any] | None:
    """Return the event's row as it is now."""
    columns = SUBJECTS[event.subject].columns
    key = _key(event)
    row = store.connection.execute(
        f"SELECT {', '.join(columns)} FROM {event.subject} WHERE {_matching(key)}",
        tuple(key.values()),
    ).fetchone()
    return None if row is None else dict(zip(columns, row, strict=True))


def _matching(key: dict[str, Any]) -> str:
    return " AND ".join(f"{column} = ?" for column in key)


def _invert(store: Store, event: Event) -> None:
    """Undo one event; refuse where its row is not as the event left it."""
    if event.subject not in SUBJECTS:
        raise SanggahError(f"a change of {event.subject} cannot be taken back")
    present = _row(store, event)
    after = event.after or {}
    expected = _without_lost_part(store, after)
    untouched = (
        present is None
        if event.action == "delete"
        else present is not None
        and all(
            is_same(present.get(column), value) or present.get(column) == expected[column]
            for column, value in after.items()
            if column not in _KEPT_BY_TRIGGERS
        )
    )
    if not untouched:
        raise SanggahError(_changed_since(store, event))
    key = _key(event)
    if event.action == "create":
        store.connection.execute(
            f"DELETE FROM {event.subject} WHERE {_matching(key)}", tuple(key.values())
        )
        return
    before = {
        column: value
        for column, value in _without_lost_part(store, event.before or {}).items()
        if column in SUBJECTS[event.subject].columns
    }
    if event.action == "delete":
        store.connection.execute(
            f"INSERT INTO {event.subject} ({', '.join(before)}) "
            f"VALUES ({', '.join('?' * len(before))})",
            tuple(before.values()),
        )
        return
    settings = ", ".join(f"{column} = ?" for column in before)
    store.connection.execute(
        f"UPDATE {event.subject} SET {settings} WHERE {_matching(key)}",
        (*before.values(), *key.values()),
    )


def _without_lost_part(store: Store, values: dict[str, Any]) -> dict[str, Any]:
    """Return columns of a row; a part whose first part was deleted meanwhile stands by itself."""
    first = values.get("part_of")
    if (
        first is None
        or store.connection.execute("SELECT 1 FROM annotations WHERE id = ?", (first,)).fetchone()
    ):
        return values
    return {**values, "part_of": None}


def _changed_since(store: Store, event: Event) -> str:
    row = store.connection.execute(
        "SELECT reviewer FROM events WHERE article_id IS ? AND subject = ? AND subject_id = ? "
        "ORDER BY lamport DESC, id DESC LIMIT 1",
        (event.article_id, event.subject, event.subject_id),
    ).fetchone()
    who = row[0] if row and row[0] != event.reviewer else "somebody"
    return f"{_summary(event)} was changed since by {who}: nothing was undone"


# In words


def _values(event: Event, present: dict[str, Any] | None) -> dict[str, Any]:
    """Return the row's columns as the event knows them, else as they are now."""
    return {**(present or {}), **(event.before or {}), **(event.after or {})}


def _span(event: Event, present: dict[str, Any] | None) -> Span | None:
    """Return the place of the row as it is now, or as the event knew it."""
    values = _values(event, None) if present is None else present
    if "start_char" not in values or "end_char" not in values:
        return None
    return Span(values["start_char"], values["end_char"])


def _summary(event: Event, present: dict[str, Any] | None = None) -> str:
    """Return the event's action in a few words, such as ``denial on “We never …”``."""
    values = _values(event, present)
    changed = [name for name in event.after or {} if name not in _KEPT_BY_TRIGGERS]
    match event.subject:
        case "annotations":
            mark = mark_in_words(values.get("label", "annotation"), values.get("text"))
            if event.action == "create":
                return mark
            if event.action == "delete":
                return f"removal of {mark}"
            if "start_char" in changed or "end_char" in changed:
                return f"new span of {mark}"
            if "label" in changed:
                old = (event.before or {}).get("label")
                return f"{old} made {mark}"
            return f"{' and '.join(changed) or 'change'} of {mark}"
        case "articles" if "removed_at" in changed:
            return "set aside" if (event.after or {}).get("removed_at") else "brought back"
        case "articles":
            return f"{' and '.join(changed) or 'change'} of the article"
        case "lines":
            number = event.subject_id.rpartition(":")[2]
            return f"line {number} {'shown' if values.get('shown') else 'hidden'}"
        case "quotes" if event.action != "change" or "shown" in changed:
            quote = f"quote {_words(values.get('text'))}"
            return quote if (event.after or {}).get("shown") else f"removal of {quote}"
        case "quotes" if "kind" in changed:
            return f"quote {_words(values.get('text'))}"
        case "quotes":
            return f"speaker of {_words(values.get('text'))}"
        case "labels" if event.action == "change":
            return f"{' and '.join(changed)} of the label {event.subject_id}"
        case "labels":
            return f"{'removal of ' * (event.action == 'delete')}the label {event.subject_id}"
    return f"{event.action} of {event.subject}"


def _words(text: object) -> str:
    """Return the first words of ``text`` in quote marks, about 30 characters of them."""
    flat = " ".join(str(text or "").split()).strip('"“”„«»「」 ')
    if len(flat) > 32:
        flat = (flat[:30].rsplit(" ", 1)[0] if " " in flat[10:30] else flat[:30]) + "…"
    return f"“{flat}”"


def _event(store: Store, row: tuple[Any, ...]) -> Event:
    *head, before, after, lamport = row
    values = dict(zip(_HEAD, head, strict=True))
    return Event(
        **values,
        before=None if before is None else _row_in(store, before),
        after=None if after is None else _row_in(store, after),
        lamport=lamport,
    )


def _row_in(store: Store, text: str) -> dict[str, Any]:
    """Return the columns that an event holds, or say that its store is damaged."""
    with suppress(ValueError, TypeError, RecursionError):
        row = json.loads(text)
        if isinstance(row, dict):
            return row
    raise StoreDamaged(f"{store.path} holds an event that is damaged: run sanggah check")
