"""Triggers that keep the store's history: every change by a person becomes an event.

Who writes, and in which group, stands in the one row of ``writing``. Its ``mode`` is '' for a
person's action, ``rule`` for what a reading gives and ``replay`` for what brings its own events
(both write none), or ``undo GROUP`` for taking a group back. Many new marks are written in mode
``rule``, which their guards hold in, and their events by `CREATED_SINCE`. Where the row is empty,
the reviewer is ``outside`` and each event a group of its own.

An event holds the whole row for create and delete, and for change only the columns that
changed; never an article's text. ``prefix`` and ``suffix`` follow from the span: the triggers
set them. ``updated_at`` is set by the triggers and is no change by itself.

INSERT OR REPLACE deletes the old row, and delete triggers fire for it only in connections with
``recursive_triggers`` on (sqlite-utils sets it). So before each insertion the row that it might
replace is noted in ``replaced``, and the insertion's own trigger, finding the note, writes a
change; a delete event that the same statement wrote just before is named in the note and taken
away again, which nothing else can do. A note that nobody took up (OR IGNORE, ON CONFLICT DO
UPDATE) does no harm: the next insertion removes it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from store.database.guards import (
    ID_ELSEWHERE,
    KNOWN_ARTICLE,
    KNOWN_LABEL,
    PART_OF_KNOWN,
    cases,
    check_all,
    check_slice,
    refuse,
    slice_cases,
)
from store.database.schema import FULL_TEXT
from store.database.sql_text import NOW, json_object, literal, uuid7

_RECORDED = "NOT EXISTS (SELECT 1 FROM writing WHERE mode IN ('rule', 'replay'))"
_REPLAYED = "EXISTS (SELECT 1 FROM writing WHERE mode = 'replay')"
_REPLACING = "EXISTS (SELECT 1 FROM replaced)"

#: Columns of an article whose change is an event.
ARTICLE_EVENT_COLUMNS = (
    "title",
    "byline",
    "editor",
    "outlet",
    "wire",
    "published",
    "modified",
    "dateline",
    "language",
    "url",
    "source",
    "removed_at",
    "extra",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A table whose rows have a history.

    ``key`` and ``article`` are expressions over a row written ``{row}``, ``keys`` the columns of
    the primary key; ``columns`` are all
    columns of the table but ``seq`` and ``text`` of articles; ``watched`` those whose change is
    an event; ``decided`` tells whether ``decided_by`` says who is responsible for the row.
    """

    table: str
    key: str
    article: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    watched: tuple[str, ...]
    decided: bool = False

    def key_of(self, row: str) -> str:
        """Return the expression for the subject's id."""
        return self.key.format(row=row)

    def article_of(self, row: str) -> str:
        """Return the expression for the id of the article concerned."""
        return self.article.format(row=row)

    def matches(self, row: str, table: str = "") -> str:
        """Return the condition that a row of ``table`` (a prefix) is the trigger row ``row``."""
        return " AND ".join(f"{table}{column} = {row}.{column}" for column in self.keys)


ARTICLES = Subject(
    "articles",
    "{row}.id",
    "{row}.id",
    ("id",),
    ("id", *ARTICLE_EVENT_COLUMNS[:11], "sha256", "words", "added_at", "removed_at", "extra"),
    ARTICLE_EVENT_COLUMNS,
)

LINES = Subject(
    "lines",
    "{row}.article_id || ':' || {row}.number",
    "{row}.article_id",
    ("article_id", "number"),
    ("article_id", "number", "start_char", "end_char", "kind", "shown", "reason", "decided_by"),
    ("kind", "shown", "reason", "decided_by"),
    decided=True,
)

QUOTES = Subject(
    "quotes",
    "{row}.id",
    "{row}.article_id",
    ("id",),
    (
        "id",
        "article_id",
        "start_char",
        "end_char",
        "text",
        "kind",
        "speaker",
        "speaker_start",
        "speaker_end",
        "cue",
        "shown",
        "decided_by",
    ),
    ("kind", "speaker", "speaker_start", "speaker_end", "cue", "shown", "decided_by"),
    decided=True,
)

LABELS = Subject(
    "labels",
    "{row}.name",
    "NULL",
    ("name",),
    ("name", "color", "description", "position"),
    ("color", "description", "position"),
)

_ANNOTATION_WATCHED = (
    "label",
    "start_char",
    "end_char",
    "text",
    "note",
    "speaker",
    "confidence",
    "status",
    "part_of",
    "origin",
    "reviewer",
    "created_at",
    "extra",
)

ANNOTATIONS = Subject(
    "annotations",
    "{row}.id",
    "{row}.article_id",
    ("id",),
    (
        "id",
        "article_id",
        "label",
        "start_char",
        "end_char",
        "text",
        "prefix",
        "suffix",
        "note",
        "speaker",
        "confidence",
        "status",
        "part_of",
        "origin",
        "reviewer",
        "created_at",
        "updated_at",
        "extra",
    ),
    (*_ANNOTATION_WATCHED[:4], "prefix", "suffix", *_ANNOTATION_WATCHED[4:]),
)

SUBJECTS = {subject.table: subject for subject in (ARTICLES, LINES, QUOTES, LABELS, ANNOTATIONS)}


def is_same(one: object, other: object) -> bool:
    """Tell whether two values of a column are the same; of a fraction events keep 15 digits."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-14)
    return one == other


def _append(
    subject: Subject,
    action: str,
    row: str,
    before: str,
    after: str,
    where: str,
    source: str = "",
    first: str = "",
    recorded: str = _RECORDED,
    lamport: str = "clock.lamport",
) -> str:
    """Return the statement that appends one event about trigger row ``row``.

    ``source`` are tables to join, which come first: where they give nothing, nothing is done.
    ``first`` is a condition that is looked at before anything else, ``recorded`` one that tells
    whether events are written now; ``lamport`` is the event's place in the order.
    """
    return f"""  INSERT INTO events (id, at, reviewer, action, subject, subject_id, article_id,
    group_id, undoes, "before", "after", lamport)
  SELECT {uuid7(lamport)}, {NOW},
    CASE coalesce(writing.reviewer, '') WHEN '' THEN 'outside' ELSE writing.reviewer END,
    '{action}', '{subject.table}', {subject.key_of(row)}, {subject.article_of(row)},
    CASE coalesce(writing.group_id, '') WHEN '' THEN {uuid7()} ELSE writing.group_id END,
    CASE WHEN writing.mode GLOB 'undo *' THEN substr(writing.mode, 6) END,
    {before}, {after}, {lamport}
  FROM {source}(SELECT coalesce(max(lamport), 0) + 1 AS lamport FROM events) AS clock
  LEFT JOIN writing
  WHERE {first}{recorded}{where};"""


def _differences(subject: Subject, old: str, side: str) -> str:
    """Return an expression: JSON of the watched columns that differ between ``old`` and present.

    ``old`` is a pattern over a column's name written ``{column}``; ``side`` is was or now.
    """
    pairs = " UNION ALL ".join(
        f"SELECT {literal(column)} AS name, {old.format(column=column)} AS was, "
        f"present.{column} AS now"
        for column in subject.watched
    )
    return f"(SELECT json_group_object(name, {side}) FROM ({pairs}) WHERE was IS NOT now)"


def _change(subject: Subject, old: str) -> str:
    """Return the statement that appends the change from ``old`` to the row as it now stands."""
    changed = " OR ".join(
        f"{old.format(column=column)} IS NOT present.{column}" for column in subject.watched
    )
    return _append(
        subject,
        "change",
        "NEW",
        _differences(subject, old, "was"),
        _differences(subject, old, "now"),
        f" AND {subject.matches('NEW', 'present.')} AND ({changed})",
        f"{subject.table} AS present CROSS JOIN ",
    )


def _stash(subject: Subject, guard: str = "") -> str:
    """Return the trigger that notes the row which an insertion might replace.

    ``guard`` is a statement that may refuse the insertion; it runs only where there is such a row.
    """
    present = f"SELECT 1 FROM {subject.table} WHERE {subject.matches('NEW')}"
    return f"""CREATE TRIGGER {subject.table}_note_replaced BEFORE INSERT ON {subject.table}
WHEN EXISTS ({present}) OR EXISTS (SELECT 1 FROM replaced)
BEGIN
{guard}  DELETE FROM replaced;
  INSERT INTO replaced (subject, subject_id, row)
  SELECT '{subject.table}', {subject.key_of("NEW")}, {json_object(subject.columns, subject.table)}
  FROM {subject.table} WHERE {subject.matches("NEW")};
END"""


def _noted(subject: Subject, row: str) -> str:
    """Return the condition that picks the note about trigger row ``row``."""
    return f"subject = '{subject.table}' AND subject_id = {subject.key_of(row)}"


def _forget(subject: Subject, row: str, first: str = "") -> str:
    """Return the statement that removes the note about trigger row ``row``."""
    return f"  DELETE FROM replaced WHERE {first}{_noted(subject, row)};"


def _insert_events(subject: Subject) -> str:
    """Return the statements after an insertion: a create, or a change where it replaced.

    What only a replacement needs begins by asking for a note: where there is none, which is all
    but always, SQLite then does not even open the tables.
    """
    whole = (
        f"(SELECT {json_object(subject.columns, subject.table)} FROM {subject.table} "
        "WHERE rowid = NEW.rowid)"
    )
    person = was_person = ""
    if subject.decided:
        person = " AND NEW.decided_by <> 'rule'"
        was_person = (
            " AND (NEW.decided_by <> 'rule' OR json_extract(note.row, '$.decided_by') <> 'rule')"
        )
    created = _append(
        subject,
        "create",
        "NEW",
        "NULL",
        whole,
        f"{person}\n    AND NOT EXISTS (SELECT 1 FROM replaced WHERE {_noted(subject, 'NEW')})",
    )
    # Old and present side by side, from their JSON: written out column by column it would be a
    # program so long that setting it up is felt by every insertion.
    watched = ", ".join(literal(column) for column in subject.watched)
    replaced = _append(
        subject,
        "change",
        "NEW",
        "difference.was",
        "difference.now",
        " AND difference.was <> '{}'",
        f"""(
    SELECT json_group_object(past.key, past.value) AS was,
      json_group_object(present.key, present.value) AS now
    FROM replaced AS note CROSS JOIN json_each(note.row) AS past
    CROSS JOIN json_each({whole}) AS present
    WHERE {_noted(subject, "NEW")}{was_person} AND present.key = past.key
      AND past.key IN ({watched}) AND past.value IS NOT present.value) AS difference CROSS JOIN """,
        f"{_REPLACING} AND ",
    )
    take_away = (
        f"  DELETE FROM events WHERE {_REPLACING} AND id = "
        f"(SELECT event FROM replaced WHERE {_noted(subject, 'NEW')});"
    )
    forget = _forget(subject, "NEW", f"{_REPLACING} AND ")
    return "\n".join((take_away, created, replaced, forget))


def _delete_event(subject: Subject) -> str:
    """Return the statements that append the deletion of OLD, and name the event in its note."""
    person = " AND OLD.decided_by <> 'rule'" if subject.decided else ""
    deleted = _append(
        subject,
        "delete",
        "OLD",
        json_object(subject.columns, "OLD"),
        "NULL",
        person,
    )
    name = (
        "  UPDATE replaced SET event = (SELECT id FROM events ORDER BY lamport DESC LIMIT 1)\n"
        f"    WHERE {_noted(subject, 'OLD')} AND {_RECORDED};"
    )
    return deleted if subject.decided else f"{deleted}\n{name}"


def _trigger(name: str, when: str, *statements: str, condition: str = "") -> str:
    head = f"CREATE TRIGGER {name} {when}"
    if condition:
        head += f"\nWHEN {condition}"
    return head + "\nBEGIN\n" + "\n".join(statements) + "\nEND"


def _article_triggers() -> tuple[str, ...]:
    """Triggers of articles: history, full-text indexes, what goes with a deleted article."""
    add = [
        f"  INSERT INTO {index} (rowid, title, text) VALUES (NEW.seq, NEW.title, NEW.text);"
        for index in FULL_TEXT
    ]
    remove = [
        f"  INSERT INTO {index} ({index}, rowid, title, text) "
        "VALUES ('delete', OLD.seq, OLD.title, OLD.text);"
        for index in FULL_TEXT
    ]
    return (
        _stash(ARTICLES),
        _trigger(
            "articles_inserted",
            "AFTER INSERT ON articles",
            f"  SELECT {refuse(_REPLACED_ARTICLE)} WHERE EXISTS "
            f"(SELECT 1 FROM replaced WHERE {_noted(ARTICLES, 'NEW')});",
            *add,
        ),
        _trigger(
            "articles_reindexed",
            "AFTER UPDATE OF title, text ON articles",
            *remove,
            *add,
            condition="OLD.title IS NOT NEW.title OR OLD.text IS NOT NEW.text",
        ),
        _trigger(
            "articles_changed",
            f"AFTER UPDATE OF {', '.join(ARTICLES.watched)} ON articles",
            _change(ARTICLES, "OLD.{column}"),
            condition=_RECORDED,
        ),
        _trigger(
            "articles_deleted",
            "AFTER DELETE ON articles",
            *remove,
            "  DELETE FROM lines WHERE article_id = OLD.id;",
            "  DELETE FROM quotes WHERE article_id = OLD.id;",
            "  DELETE FROM reviews WHERE article_id = OLD.id;",
            _delete_event(ARTICLES),
        ),
    )


_REPLACED_ARTICLE = (
    "this article is in the store already: REPLACE would drop what it holds, use an update or "
    "an upsert"
)


def _decided_triggers(subject: Subject) -> tuple[str, ...]:
    """Triggers of lines and quotes: a person's decisions have a history, a reading's none."""
    name, writer = subject.table, "coalesce((SELECT nullif(reviewer, '') FROM writing), 'outside')"
    only_signed = " AND ".join(
        f"OLD.{column} IS NEW.{column}" for column in subject.watched if column != "decided_by"
    )
    signed = f"OLD.decided_by = 'rule' AND NEW.decided_by = {writer} AND {only_signed}"
    return (
        _stash(subject),
        _trigger(
            f"{name}_inserted",
            f"AFTER INSERT ON {name}",
            _insert_events(subject),
            condition="NEW.decided_by <> 'rule' OR EXISTS (SELECT 1 FROM replaced)",
        ),
        # Signing is done here, for writers who changed the row and left it the rule's. The
        # update that signs is told by changing nothing else; it must not become an event too.
        _trigger(
            f"{name}_changed",
            f"AFTER UPDATE OF {', '.join(subject.watched)} ON {name}",
            f"  UPDATE {name} SET decided_by = {writer} WHERE {subject.matches('NEW')}\n"
            "    AND OLD.decided_by = 'rule' AND NEW.decided_by = 'rule'\n"
            f"    AND NOT ({only_signed})\n"
            "    AND NOT EXISTS (SELECT 1 FROM writing WHERE mode GLOB 'undo *');",
            _change(subject, "OLD.{column}"),
            condition=f"{_RECORDED} AND NOT ({signed})",
        ),
        _trigger(
            f"{name}_deleted",
            f"AFTER DELETE ON {name}",
            _delete_event(subject),
            condition="OLD.decided_by <> 'rule'",
        ),
    )


#: In ``replaced``, for as long as a new label is given its place.
_PLACING = "labels, placing"


def _label_triggers() -> tuple[str, ...]:
    """Triggers of labels; a new one without a position goes to the end."""
    renamed = "OLD.name IS NOT NEW.name"
    return (
        _stash(LABELS),
        _trigger(
            "labels_inserted",
            "AFTER INSERT ON labels",
            # The update that gives the place is part of the insertion and must not become an event.
            f"  INSERT INTO replaced (subject, subject_id, row) SELECT '{_PLACING}', NEW.name, ''\n"
            f"    WHERE NEW.position = 0 AND NOT {_REPLAYED};",
            "  UPDATE labels SET position = coalesce((SELECT json_extract(row, '$.position') "
            f"FROM replaced WHERE {_noted(LABELS, 'NEW')}),\n"
            "      (SELECT max(position) + 1 FROM labels))\n"
            f"    WHERE name = NEW.name AND NEW.position = 0 AND NOT {_REPLAYED};",
            f"  DELETE FROM replaced WHERE subject = '{_PLACING}';",
            _insert_events(LABELS),
        ),
        _trigger(
            "labels_changed",
            f"AFTER UPDATE OF {', '.join(LABELS.watched)} ON labels",
            _change(LABELS, "OLD.{column}"),
            condition="OLD.name IS NEW.name "
            f"AND NOT EXISTS (SELECT 1 FROM replaced WHERE subject = '{_PLACING}')",
        ),
        _trigger(
            "labels_renamed",
            "AFTER UPDATE OF name ON labels",
            _delete_event(LABELS),
            _append(
                LABELS,
                "create",
                "NEW",
                "NULL",
                json_object(LABELS.columns, "NEW"),
                "",
            ),
            _forget(LABELS, "OLD"),
            condition=renamed,
        ),
        _trigger(
            "labels_deleted",
            "AFTER DELETE ON labels",
            _delete_event(LABELS),
        ),
    )


def _annotation_triggers() -> tuple[str, ...]:
    """Triggers of annotations: guards, what follows from the span, history."""
    text = "FROM articles WHERE id = NEW.article_id"
    before = "substr(text, max(NEW.start_char - 31, 1), min(NEW.start_char, 32))"
    after = "substr(text, NEW.end_char + 1, 32)"
    context = f"SET (prefix, suffix) = (SELECT {before}, {after} {text})"
    span_changed = "(OLD.start_char IS NOT NEW.start_char OR OLD.end_char IS NOT NEW.end_char)"
    same_slice = f"(NOT {span_changed} AND OLD.text IS NEW.text)"
    update_checks = (
        (f"OLD.label IS NOT NEW.label AND {KNOWN_LABEL[0]}", KNOWN_LABEL[1]),
        (f"OLD.part_of IS NOT NEW.part_of AND {PART_OF_KNOWN[0]}", PART_OF_KNOWN[1]),
    )
    # One cut into the text, which may be long, tells of most rows that all is right with them.
    around = (
        "(SELECT substr(text, max(NEW.start_char - 31, 1), "
        "min(NEW.start_char, 32) + NEW.end_char - NEW.start_char + 32) "
        f"= NEW.prefix || NEW.text || NEW.suffix {text})"
    )
    all_right = (
        f"NOT {KNOWN_LABEL[0]} AND NOT ({PART_OF_KNOWN[0]}) "
        "AND length(NEW.prefix) = min(NEW.start_char, 32) "
        f"AND length(NEW.text) = NEW.end_char - NEW.start_char AND {around}"
    )
    guarded = (
        f"  UPDATE annotations {context}\n    WHERE rowid = NEW.rowid AND CASE\n"
        f"    WHEN {all_right} THEN 0\n"
        f"{cases(KNOWN_ARTICLE, KNOWN_LABEL, PART_OF_KNOWN)}\n"
        f"{slice_cases('1')}\n    END;"
    )
    return (
        _stash(ANNOTATIONS, f"{check_all(ID_ELSEWHERE)}\n"),
        _trigger(
            "annotations_inserted",
            "AFTER INSERT ON annotations",
            guarded,
            _insert_events(ANNOTATIONS),
            condition=_RECORDED,
        ),
        # By itself: to set up the program that writes events takes as long as the guards.
        _trigger(
            "annotations_brought_in",
            "AFTER INSERT ON annotations",
            guarded,
            _forget(ANNOTATIONS, "NEW", f"{_REPLACING} AND "),
            condition=f"NOT {_RECORDED}",
        ),
        _trigger(
            "annotations_changed",
            f"AFTER UPDATE OF {', '.join(_ANNOTATION_WATCHED)} ON annotations",
            check_all(*update_checks),
            check_slice(same_slice),
            f"  UPDATE annotations {context}\n    WHERE id = NEW.id AND {span_changed};",
            f"  UPDATE annotations SET updated_at = {NOW} WHERE id = NEW.id\n"
            f"    AND OLD.updated_at IS NEW.updated_at AND NOT {_REPLAYED};",
            _change(ANNOTATIONS, "OLD.{column}"),
        ),
        _trigger(
            "annotations_context_changed",
            "AFTER UPDATE OF prefix, suffix ON annotations",
            f"  SELECT {refuse(_CONTEXT_FOLLOWS)}\n"
            f"    WHERE EXISTS (SELECT 1 {text}\n"
            f"      AND (NEW.prefix IS NOT {before} OR NEW.suffix IS NOT {after}));",
        ),
        _trigger(
            "annotations_deleted",
            "AFTER DELETE ON annotations",
            _delete_event(ANNOTATIONS),
        ),
    )


_CONTEXT_FOLLOWS = (
    "prefix and suffix are the 32 characters either side of the span: the store sets them"
)

EVENTS: tuple[str, ...] = (
    *_article_triggers(),
    *_decided_triggers(LINES),
    *_decided_triggers(QUOTES),
    *_label_triggers(),
    *_annotation_triggers(),
)

#: Appends the creation of every annotation whose rowid is greater than the parameter, as their
#: trigger would have done one by one.
CREATED_SINCE = _append(
    ANNOTATIONS,
    "create",
    "new",
    "NULL",
    json_object(ANNOTATIONS.columns, "new"),
    " ORDER BY new.rowid",
    "annotations AS new CROSS JOIN ",
    recorded="new.rowid > ?1",
    lamport="clock.lamport + new.rowid - ?1 - 1",
).rstrip(";")
