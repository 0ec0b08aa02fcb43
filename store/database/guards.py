"""Triggers that refuse what would break the store, whoever writes.

Each message is one sentence that says what is wrong; SQLite before 3.47 allows no values in it.
Conditions on a single row stand as named CHECK constraints in `schema`. Guards on a new row run
after the insertion, so that a row which INSERT OR IGNORE skips is not judged. The lines and
quotes that a reading gives in mode ``rule`` are checked where they are written, in `articles`:
walking through a long text for each of them would take seconds.
"""

from __future__ import annotations

from store.database.schema import REVISION, REVISION_MARK
from store.database.sql_text import literal

_BY_A_READING = "EXISTS (SELECT 1 FROM writing WHERE mode IN ('rule', 'replay'))"
_UNDOING = "EXISTS (SELECT 1 FROM writing WHERE mode GLOB 'undo *')"


def refuse(message: str) -> str:
    """Return the SQL that ends the statement with ``message``."""
    return f"RAISE(ABORT, {literal(message)})"


def cases(*faults: tuple[str, str]) -> str:
    """Return the branches of a CASE that refuse by the first true condition of ``faults``."""
    return "\n".join(f"    WHEN {condition} THEN {refuse(text)}" for condition, text in faults)


def check_all(*faults: tuple[str, str]) -> str:
    """Return a statement that refuses by the first true condition of ``faults``."""
    return f"  SELECT CASE\n{cases(*faults)}\n  END;"


def _guard(name: str, when: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} {when}\nWHEN {condition}\nBEGIN\n  SELECT {refuse(message)};\nEND"
    )


def _article_text(expression: str) -> str:
    return f"(SELECT {expression} FROM articles WHERE id = NEW.article_id)"


def _is_slice(text: str, start: str, end: str) -> str:
    return _article_text(
        f"substr(text, NEW.{start} + 1, NEW.{end} - NEW.{start}) = NEW.{text} "
        f"AND length(NEW.{text}) = NEW.{end} - NEW.{start}"
    )


KNOWN_ARTICLE = (
    "NOT EXISTS (SELECT 1 FROM articles WHERE id = NEW.article_id)",
    "unknown article: article_id must be the id of a row in articles",
)

KNOWN_LABEL = (
    "NOT EXISTS (SELECT 1 FROM labels WHERE name = NEW.label)",
    "unknown label: add it to the table labels first",
)

_OUTSIDE_TEXT = (
    f"NEW.end_char > {_article_text('length(text)')}",
    "the span lies outside the article's text: end_char is greater than its length in characters",
)

_NOT_THE_SLICE = (
    "text is not the slice of the article's text from start_char to end_char (characters, from 0, "
    "end not included)"
)


def check_slice(unless: str = "0") -> str:
    """Return a statement that refuses a row whose text is not its slice, cutting it only once.

    Args:
        unless: A condition under which nothing needs to be cut.
    """
    return f"  SELECT CASE\n    WHEN {unless} THEN NULL\n{slice_cases('NULL')}\n  END;"


def slice_cases(right: str) -> str:
    """Return the last branches of a CASE: ``right`` where the row's text is its slice."""
    return (
        f"    WHEN {_is_slice('text', 'start_char', 'end_char')} THEN {right}\n"
        f"    WHEN {_OUTSIDE_TEXT[0]} THEN {refuse(_OUTSIDE_TEXT[1])}\n"
        f"    ELSE {refuse(_NOT_THE_SLICE)}"
    )


ID_ELSEWHERE = (
    "EXISTS (SELECT 1 FROM annotations WHERE id = NEW.id AND article_id IS NOT NEW.article_id)",
    "this id belongs to an annotation in another article",
)

PART_OF_KNOWN = (
    # Merging and undo may bring a part back whose first part was deleted meanwhile.
    "NEW.part_of IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM writing WHERE mode = 'replay' OR mode GLOB 'undo *') "
    "AND NOT EXISTS (SELECT 1 FROM annotations "
    "WHERE id = NEW.part_of AND article_id = NEW.article_id)",
    "part_of must be the id of another annotation in the same article",
)

_WITHIN_TEXT = (
    f"NEW.end_char > {_article_text('length(text)')}",
    "the line lies outside the article's text: end_char is greater than its length in characters",
)

_SPEAKER_IS_SLICE = (
    f"NEW.speaker_start IS NOT NULL AND coalesce(NOT "
    f"{_is_slice('speaker', 'speaker_start', 'speaker_end')}, 1)",
    "speaker is not the slice of the article's text from speaker_start to speaker_end: correct "
    "these, or make both null",
)


def _changed(*columns: str) -> str:
    return " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)


GUARDS: tuple[str, ...] = (
    # articles
    _guard(
        "articles_guard_text",
        "BEFORE INSERT ON articles",
        "EXISTS (SELECT 1 FROM articles WHERE id = NEW.id AND text IS NOT NEW.text)",
        "an article with this id and another text is in the store: a text never changes",
    ),
    _guard(
        "articles_guard_seq",
        "BEFORE INSERT ON articles",
        "EXISTS (SELECT 1 FROM articles WHERE seq = NEW.seq AND id IS NOT NEW.id)",
        "seq belongs to another article: leave it out, the store gives the next one",
    ),
    _guard(
        "articles_guard_fixed",
        "BEFORE UPDATE OF seq, id, text, sha256, added_at ON articles",
        _changed("seq", "id", "text", "sha256", "added_at"),
        "an article's seq, id, text, sha256 and added_at never change: annotations stand on them",
    ),
    _guard(
        "articles_guard_delete",
        "BEFORE DELETE ON articles",
        "EXISTS (SELECT 1 FROM annotations WHERE article_id = OLD.id)",
        "this article has annotations: set it aside (removed_at) instead of deleting it",
    ),
    # lines
    "CREATE TRIGGER lines_guard_insert AFTER INSERT ON lines\n"
    f"WHEN NOT {_BY_A_READING}\n"
    f"BEGIN\n{check_all(KNOWN_ARTICLE, _WITHIN_TEXT)}\nEND",
    _guard(
        "lines_guard_fixed",
        "BEFORE UPDATE OF article_id, number, start_char, end_char ON lines",
        f"NOT {_BY_A_READING} AND ({_changed('article_id', 'number', 'start_char', 'end_char')})",
        "a line's article, number and span never change: only kind, shown and reason do",
    ),
    _guard(
        "lines_guard_delete",
        "BEFORE DELETE ON lines",
        f"NOT {_BY_A_READING} AND EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id)",
        "lines are neither deleted nor replaced: update one, setting shown to 0 hides it",
    ),
    # quotes
    "CREATE TRIGGER quotes_guard_insert AFTER INSERT ON quotes\n"
    f"WHEN NOT {_BY_A_READING}\n"
    f"BEGIN\n{check_all(KNOWN_ARTICLE)}\n{check_slice()}\n{check_all(_SPEAKER_IS_SLICE)}\nEND",
    _guard(
        "quotes_guard_fixed",
        "BEFORE UPDATE OF id, article_id, start_char, end_char, text ON quotes",
        f"NOT {_BY_A_READING} AND "
        f"({_changed('id', 'article_id', 'start_char', 'end_char', 'text')})",
        "a quote's id, article, span and text never change: only kind, speaker, cue and shown do",
    ),
    "CREATE TRIGGER quotes_guard_speaker AFTER UPDATE OF speaker, speaker_start, speaker_end "
    f"ON quotes\nWHEN NOT {_BY_A_READING}\n"
    f"BEGIN\n{check_all(_SPEAKER_IS_SLICE)}\nEND",
    _guard(
        "quotes_guard_delete",
        "BEFORE DELETE ON quotes",
        # Taking back that a person added one takes the row away.
        f"NOT {_BY_A_READING} AND NOT (OLD.decided_by <> 'rule' AND {_UNDOING}) "
        "AND EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id)",
        "quotes are neither deleted nor replaced: update one, setting shown to 0 hides it",
    ),
    # labels
    _guard(
        "labels_guard_rename",
        "BEFORE UPDATE OF name ON labels",
        "OLD.name IS NOT NEW.name AND EXISTS (SELECT 1 FROM annotations WHERE label = OLD.name)",
        "this label is in use: add the new name as a label and change the annotations first",
    ),
    _guard(
        "labels_guard_delete",
        "BEFORE DELETE ON labels",
        "EXISTS (SELECT 1 FROM annotations WHERE label = OLD.name)",
        "this label is in use: give its annotations another label first (to change a label, update "
        "it instead of replacing it)",
    ),
    # annotations; the guards on their columns stand with their events, see `events`
    _guard(
        "annotations_guard_fixed",
        "BEFORE UPDATE OF id, article_id ON annotations",
        _changed("id", "article_id"),
        "an annotation's id and article never change: delete it and make another",
    ),
    # reviews
    "CREATE TRIGGER reviews_guard_insert AFTER INSERT ON reviews\n"
    f"BEGIN\n{check_all(KNOWN_ARTICLE)}\nEND",
    "CREATE TRIGGER reviews_guard_update AFTER UPDATE OF article_id ON reviews\n"
    f"BEGIN\n{check_all(KNOWN_ARTICLE)}\nEND",
    # events
    "CREATE TRIGGER events_guard_insert BEFORE INSERT ON events\n"
    "WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)\n"
    "BEGIN\n"
    "  SELECT CASE WHEN EXISTS (\n"
    "    SELECT 1 FROM events WHERE id = NEW.id AND at = NEW.at AND reviewer = NEW.reviewer\n"
    "      AND action = NEW.action AND subject = NEW.subject AND subject_id = NEW.subject_id\n"
    "      AND article_id IS NEW.article_id AND group_id = NEW.group_id\n"
    '      AND undoes IS NEW.undoes AND "before" IS NEW."before" AND "after" IS NEW."after"\n'
    "      AND lamport = NEW.lamport)\n"
    "    THEN RAISE(IGNORE)\n"
    f"    ELSE {refuse('an event with this id and another content exists: events never change')}\n"
    "  END;\nEND",
    "CREATE TRIGGER events_guard_update BEFORE UPDATE ON events\n"
    f"BEGIN\n  SELECT {refuse('events are append-only: they never change')};\nEND",
    # The exception is what `events` itself takes away in the statement that wrote it: only then
    # is the event named in a note while the row that it says was deleted is there.
    "CREATE TRIGGER events_guard_delete BEFORE DELETE ON events\n"
    "WHEN NOT EXISTS (SELECT 1 FROM replaced WHERE event = OLD.id AND subject = OLD.subject\n"
    "    AND subject_id = OLD.subject_id)\n"
    "  OR NOT (EXISTS (SELECT 1 FROM annotations WHERE id = OLD.subject_id)\n"
    "    OR EXISTS (SELECT 1 FROM labels WHERE name = OLD.subject_id))\n"
    f"BEGIN\n  SELECT {refuse('events are append-only: they are never deleted')};\nEND",
    # writing
    _guard(
        "writing_guard_insert",
        "BEFORE INSERT ON writing",
        "EXISTS (SELECT 1 FROM writing)",
        "writing holds exactly one row: update it",
    ),
    "CREATE TRIGGER writing_guard_delete BEFORE DELETE ON writing\n"
    f"BEGIN {REVISION_MARK}{REVISION}\n"
    f"  SELECT {refuse('writing holds exactly one row: empty its columns instead')};\nEND",
)
