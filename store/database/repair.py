"""Mending what `check` found, after a copy was taken; what was done is told line by line.

No mark is lost and no history rewritten: where a row and its events differ, a row that is right
in itself stays and an event of reviewer ``outside`` says so; a row that is gone or broken comes
back from the events. What only another reading of the text can mend is asked of the caller.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.database import articles, backup, dictionary
from store.database.check import (
    FULL_TEXT,
    REMAKEABLE,
    Finding,
    check,
    examine,
    expected_objects,
    present_objects,
)
from store.database.connection import (
    Store,
    StoreError,
    StoreFull,
    connect,
    new_id,
    now,
    open_store,
    transaction,
    translated,
)
from store.database.events import SUBJECTS
from store.database.replay import WHOLE, Difference, Replay
from store.database.schema import APPLICATION_ID, SCHEMA_VERSION
from store.model import Article, Document, SanggahError

#: Gives what reads single articles of a store again, as `store.rereading.as_imported` does.
Reader = Callable[[Store], Callable[[Article], Document]]

_OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did.

    Attributes:
        done: What was mended, a line each.
        left: What is still wrong.
        copy: The copy that was taken before; None where nothing was to be mended.
    """

    done: tuple[str, ...]
    left: tuple[Finding, ...]
    copy: Path | None


def repair(path: Path | str, *, reader: Reader | None = None) -> Repaired:
    """Mend what can be mended.

    Args:
        path: The store's file.
        reader: Gives what reads an article again, where its lines or quotes are wrong. Without
            one these stay as they are.

    Raises:
        StoreError: The file cannot be written, or another program holds it.
    """
    file = Path(path).expanduser()
    found = check(file)
    if not any(finding.repairable for finding in found):
        return Repaired((), tuple(found), None)
    if not os.access(file, os.W_OK):
        raise StoreError(f"{file} cannot be repaired: it cannot be written")
    kept = _kept_before(file, found)
    done: list[str] = []
    try:
        connection = connect(file, read_only=False)
        try:
            _mend_structure(Store(file, connection, _OUTSIDE), done)
        finally:
            connection.close()
        with open_store(file, _OUTSIDE) as store:
            _mend_rows(store, done)
            if reader is not None:
                _read_again(store, reader, done)
    except sqlite3.Error as error:
        raise translated(error, file) from error
    return Repaired(tuple(done), tuple(check(file)), kept)


def _kept_before(file: Path, found: Iterable[Finding]) -> Path:
    if not {"damaged", "header"} & {finding.code for finding in found}:
        try:
            return backup.take(file, why="repair")
        except StoreFull:
            raise
        except StoreError:
            pass  # what SQLite cannot copy is copied as it is
    return backup.copy_as_it_is(file)


# Tables, indexes, triggers, views


def _mend_structure(store: Store, done: list[str]) -> None:
    """Bring header, objects and indexes into order."""
    connection = store.connection
    # Tables are renamed below, and what names them must not be renamed with them.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    with _whole(connection):
        _mend_header(connection, done)
        _mend_objects(connection, done)
        _mend_writing(connection, done)
    # Looked at between the transactions: the full text is looked at in a copy.
    findings = list(examine(connection))
    with _whole(connection):
        _mend_indexes(connection, findings, done)


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that does not fill ``writing``, which may be what is broken."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _mend_header(connection: sqlite3.Connection, done: list[str]) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID or version == 0:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        done.append("header: says again that this is a store")


def _mend_objects(connection: sqlite3.Connection, done: list[str]) -> None:
    expected = expected_objects()
    present = present_objects(connection)
    shadows = tuple(f"{table}_" for table in FULL_TEXT)
    wrong = {
        key: sql
        for key, sql in expected.items()
        if not (key[0] == "table" and key[1].startswith(shadows))
        and (key not in present or present[key].split() != sql.split())
    }
    # A full-text table whose own tables are incomplete has to be made anew as a whole.
    for key in expected.keys() - present.keys():
        for table in FULL_TEXT:
            if key[1].startswith(f"{table}_"):
                wrong["table", table] = expected["table", table]
    tables = {name: sql for (kind, name), sql in wrong.items() if kind == "table"}
    if tables:
        # No trigger may act, and no view stand in the way, while tables are made anew.
        for kind, name in present:
            if kind in ("trigger", "view") and (kind, name) in expected:
                connection.execute(f'DROP {kind} "{name}"')
    for name, sql in tables.items():
        _make_table(connection, name, sql, ("table", name) in present, done)
    present_now = present_objects(connection)
    for (kind, name), sql in expected.items():
        if kind == "table" or present_now.get((kind, name), "").split() == sql.split():
            continue
        if (kind, name) in present_now:
            connection.execute(f'DROP {kind} "{name}"')
        connection.execute(sql)
        if (kind, name) in wrong:
            done.append(f"{kind} {name}: made anew")


def _make_table(
    connection: sqlite3.Connection, name: str, sql: str, is_there: bool, done: list[str]
) -> None:
    """Make a table anew, with the rows of the one that is there."""
    if name in FULL_TEXT:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
        connection.execute(sql)
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        done.append(f"table {name}: made anew from the articles")
    elif is_there:
        old = f"{name}_before_repair"
        connection.execute(f'ALTER TABLE "{name}" RENAME TO "{old}"')
        connection.execute(sql)
        there = [row[1] for row in connection.execute(f'PRAGMA table_info("{old}")')]
        wanted = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        columns = ", ".join(f'"{column}"' for column in wanted if column in there)
        try:
            connection.execute(f'INSERT INTO "{name}" ({columns}) SELECT {columns} FROM "{old}"')
        except sqlite3.IntegrityError as error:
            raise SanggahError(
                f"table {name} holds rows that its rules do not allow ({error}): mend or delete "
                "them with sqlite-utils, then repair"
            ) from error
        connection.execute(f'DROP TABLE "{old}"')
        done.append(f"table {name}: made anew with all its rows")
    elif name in REMAKEABLE:
        connection.execute(sql)
        if name == "data_dictionary":
            connection.executemany(
                "INSERT INTO data_dictionary VALUES (?, ?, ?)", dictionary.rows()
            )
        done.append(f"table {name}: made anew")


def _mend_writing(connection: sqlite3.Connection, done: list[str]) -> None:
    rows = connection.execute("SELECT rowid, reviewer, group_id, mode FROM writing").fetchall()
    if not rows:
        connection.execute("INSERT INTO writing DEFAULT VALUES")
        done.append("writing: its row made anew")
    elif len(rows) > 1 or any(rows[0][1:]):
        # Its guard refuses a deletion, so that a second row is taken away without it.
        guard = expected_objects()["trigger", "writing_guard_delete"]
        connection.execute("DROP TRIGGER IF EXISTS writing_guard_delete")
        connection.execute("DELETE FROM writing WHERE rowid <> ?", (rows[0][0],))
        connection.execute(guard)
        connection.execute("UPDATE writing SET reviewer = '', group_id = '', mode = ''")
        done.append("writing: emptied")


def _mend_indexes(
    connection: sqlite3.Connection, findings: Iterable[Finding], done: list[str]
) -> None:
    codes = {finding.code for finding in findings}
    if "index-content" in codes:
        connection.execute("REINDEX")
        done.append("indexes: written anew")
    for table, code in FULL_TEXT.items():
        if code in codes:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
            done.append(f"search index {table}: written anew from the articles")


# Rows and their history


def _mend_rows(store: Store, done: list[str]) -> None:
    """Bring annotations and labels back, add the events that are missing, cut wrong links."""
    with transaction(store, mode="replay"):
        _mend_annotations(store, done)
        found = list(Replay(store.connection).differences())
        # Labels first: annotations name them.
        for difference in sorted(found, key=lambda each: each.subject != "labels"):
            _mend_difference(store, difference, done)
        _mend_contexts(store, done)
    with transaction(store):
        _mend_links(store, done)


def _mend_annotations(store: Store, done: list[str]) -> None:
    """Give annotations whose text is not their slice what the events have, where that is right."""
    replay = Replay(store.connection)
    for identity, article in _broken_annotations(store):
        row = replay.annotation(identity, article)
        if row is not None and _is_right(store, row):
            _put_row(store, "annotations", row)
            done.append(f"annotation {identity}: brought back as the events have it")


def _broken_annotations(store: Store, where: str = "1", *values: object) -> list[tuple[str, str]]:
    return store.connection.execute(
        "SELECT annotations.id, article_id FROM annotations JOIN articles "
        "ON articles.id = article_id WHERE (end_char > length(articles.text) "
        "OR substr(articles.text, start_char + 1, end_char - start_char) <> annotations.text) "
        f"AND {where}",
        values,
    ).fetchall()


def _is_right(store: Store, row: dict[str, Any]) -> bool:
    """Tell whether the article has the row's words at the row's place."""
    found = store.connection.execute(
        "SELECT substr(text, ? + 1, ? - ?) FROM articles WHERE id = ?",
        (row.get("start_char"), row.get("end_char"), row.get("start_char"), row.get("article_id")),
    ).fetchone()
    return found is not None and found[0] == row.get("text")


def _put_row(store: Store, table: str, row: dict[str, Any]) -> None:
    """Write a row as the events have it; the caller has mode replay."""
    known = {name: value for name, value in row.items() if name in SUBJECTS[table].columns}
    key = SUBJECTS[table].keys[0]
    if table == "annotations":
        # Where it does not belong: nothing but a new row may be in another article.
        store.connection.execute(
            "DELETE FROM annotations WHERE id = ? AND article_id <> ?",
            (known[key], known.get("article_id")),
        )
    settings = ", ".join(f"{name} = excluded.{name}" for name in known if name != key)
    store.connection.execute(
        f"INSERT INTO {table} ({', '.join(known)}) VALUES ({', '.join('?' * len(known))}) "
        f"ON CONFLICT ({key}) DO UPDATE SET {settings}",
        tuple(known.values()),
    )


def _mend_difference(store: Store, difference: Difference, done: list[str]) -> None:
    name = f"{difference.subject} {difference.subject_id}"
    if difference.present is not None:
        if difference.subject == "annotations" and _broken_annotations(
            store, "annotations.id = ?", difference.subject_id
        ):
            return  # neither the row nor its events can be trusted
        _append(store, difference)
        done.append(f"{name}: kept as it is, and entered into the history")
    elif difference.subject in WHOLE and difference.expected is not None:
        if difference.subject == "annotations" and not _is_right(store, difference.expected):
            return
        _put_row(store, difference.subject, difference.expected)
        done.append(f"{name}: brought back from the history")


def _append(store: Store, difference: Difference) -> None:
    """Append the event that nobody wrote when the row was changed or made."""
    present = difference.present or {}
    is_new = difference.expected is None
    if difference.subject in ("labels", "annotations"):
        article = present.get("article_id")
        if article is None and difference.subject == "annotations":
            row = store.connection.execute(
                "SELECT article_id FROM annotations WHERE id = ?", (difference.subject_id,)
            ).fetchone()
            article = row[0] if row else None
    else:
        article = difference.subject_id.partition(":")[0]
        if difference.subject == "quotes":
            article = store.connection.execute(
                "SELECT article_id FROM quotes WHERE id = ?", (difference.subject_id,)
            ).fetchone()[0]
    store.connection.execute(
        "INSERT INTO events (id, at, reviewer, action, subject, subject_id, article_id, group_id, "
        'undoes, "before", "after", lamport) SELECT ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, '
        "coalesce(max(lamport), 0) + 1 FROM events",
        (
            new_id(),
            now(),
            _OUTSIDE,
            "create" if is_new else "change",
            difference.subject,
            difference.subject_id,
            article,
            new_id(),
            None if is_new else json.dumps(difference.expected, ensure_ascii=False),
            json.dumps(present, ensure_ascii=False),
        ),
    )


def _mend_contexts(store: Store, done: list[str]) -> None:
    before = "substr(articles.text, max(start_char - 31, 1), min(start_char, 32))"
    after = "substr(articles.text, end_char + 1, 32)"
    for identity, prefix, suffix in store.connection.execute(
        f"SELECT annotations.id, {before}, {after} FROM annotations JOIN articles "
        f"ON articles.id = article_id WHERE prefix IS NOT {before} OR suffix IS NOT {after}"
    ).fetchall():
        store.connection.execute(
            "UPDATE annotations SET prefix = ?, suffix = ? WHERE id = ?",
            (prefix, suffix, identity),
        )
        done.append(f"annotation {identity}: prefix and suffix taken from the article")


def _mend_links(store: Store, done: list[str]) -> None:
    for column, condition in (
        (
            "part_of",
            "part_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM annotations AS first "
            "WHERE first.id = part.part_of AND first.article_id = part.article_id)",
        ),
        (
            "origin",
            "EXISTS (SELECT 1 FROM annotations AS source WHERE source.id = part.origin "
            "AND (source.article_id <> part.article_id OR source.id = part.id))",
        ),
    ):
        for (identity,) in store.connection.execute(
            f"SELECT id FROM annotations AS part WHERE {condition}"
        ).fetchall():
            store.connection.execute(
                f"UPDATE annotations SET {column} = NULL WHERE id = ?", (identity,)
            )
            done.append(f"annotation {identity}: {column} taken away, it led nowhere")


def _read_again(store: Store, reader: Reader, done: list[str]) -> None:
    """Read the articles again whose lines or quotes are wrong."""
    wrong = {
        finding.subject_id
        for finding in examine(store.connection)
        if finding.code in ("lines-tile", "quote-slice", "quote-speaker")
    }
    if not wrong:
        return
    read = reader(store)
    for identity in sorted(wrong):
        articles.replace_reading(store, identity, read(articles.get(store, identity)))
        done.append(f"article {identity}: read again")
