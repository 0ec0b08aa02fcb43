"""Looking over a store: every promise that can be looked up, each fault by its name.

Only reads, needs no right to write, and waits for nobody: it sees the store as it was at one
moment. What can be mended is mended in `repair`. A file however damaged gives findings, never an
exception of SQLite's.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from store.database import objects, schema
from store.database.connection import (
    Store,
    StoreError,
    StoreFull,
    header,
    looking,
    translated,
)
from store.database.events import is_same
from store.database.replay import WHOLE, Difference, Replay

#: Of one kind of fault so many are told one by one.
MOST_OF_A_KIND = 20
#: So much of the copy that a check works on stays in memory, in KiB: indexes are looked up row by
#: row, all over the file.
COPY_IN_MEMORY = 128_000
FULL_TEXT = {"articles_fts": "full-text-words", "articles_trigram": "full-text-pieces"}

_REPAIR = "run sanggah check --repair"
_RESTORE = "restore a backup with sanggah restore FILE"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Attributes:
        code: Its name, the same in every version.
        what: What is wrong, in one line.
        remedy: What to do about it.
        repairable: Whether `repair` mends it.
        subject: What it is about: a table or the name of an index, a trigger, a view.
        subject_id: The row.
    """

    code: str
    what: str
    remedy: str = _RESTORE
    repairable: bool = False
    subject: str = ""
    subject_id: str = ""


def check(store: Store | Path | str) -> list[Finding]:
    """Return what is wrong with a store; nothing is changed.

    Raises:
        StoreError: There is no such file, it may not be read, another program locks it, or there
            is no room for a passing copy of it.
    """
    file = store.path if isinstance(store, Store) else Path(store).expanduser()
    found = _header(file)
    if found and found[0].code != "header":
        return found
    try:
        with looking(file) as connection:
            connection.execute("BEGIN")
            return _few([*found, *examine(connection)])
    except UnicodeDecodeError:  # by Python, over a message that quotes what is damaged
        return [*found, _damaged("its schema cannot be understood")]
    except sqlite3.DatabaseError as error:
        if _is_damage(error):
            return [*found, _damaged(str(error))]
        raise translated(error, file) from error


def examine(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Give what is wrong behind an open connection, all of it."""
    looks: tuple[Callable[[sqlite3.Connection], Iterator[Finding]], ...] = (
        _pages,
        _references,
        _objects,
        _writing,
        _articles,
        _values,
        _parts,
        _history,
    )
    for look in looks:
        try:
            yield from look(connection)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error) and "no such" not in str(error):
                raise
            # A table that is missing has been told; damage that ends a look is told here.
            if _is_damage(error):
                yield _damaged(str(error))
        except (TypeError, ValueError, AttributeError) as error:
            # A column of a damaged row that holds what its table does not allow.
            yield _damaged(f"a row cannot be understood: {error}")


def expected_objects() -> dict[tuple[str, str], str]:
    """Return the SQL of every table, index, trigger and view of this version, by type and name."""
    with closing(sqlite3.connect(":memory:")) as empty:
        for statement in (
            *schema.TABLES,
            *schema.INDEXES,
            *objects.MADE,
        ):
            empty.execute(statement)
        return present_objects(empty)


def present_objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the SQL of what a database holds, by type and name; what SQLite makes is left out."""
    return {
        (kind, name): str(sql)
        for kind, name, sql in connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        )
    }


# The file


def _header(file: Path) -> list[Finding]:
    """Look at what the file says it is before anything else is read."""
    try:
        if not file.is_file():
            raise StoreError(f"there is no store at {file}")
        stated = header(file)
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {error.strerror or error}") from error
    except sqlite3.Error:
        return [Finding("not-a-store", f"{file} is no database, or its beginning is lost")]
    if stated is None:
        return [Finding("empty", f"{file} is empty")]
    version, application = stated
    if application != schema.APPLICATION_ID or version == 0:
        if not _looks_like_ours(file):
            return [Finding("foreign", f"{file} is a database of another program")]
        return [
            Finding("header", "the header does not say that this is a store", _REPAIR, True, "file")
        ]
    if version > schema.SCHEMA_VERSION:
        return [
            Finding(
                "newer",
                f"{file} is of store version {version}, newer than this Sanggah knows "
                f"({schema.SCHEMA_VERSION})",
                "upgrade Sanggah",
            )
        ]
    return []


def _looks_like_ours(file: Path) -> bool:
    try:
        with looking(file) as connection:
            tables = {name for kind, name in present_objects(connection) if kind == "table"}
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    return {"articles", "annotations", "events", "writing"} <= tables


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or (
        # A schema that cannot be parsed, a row whose columns are not what they were.
        code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT) and "malformed" in str(error)
    )


def _damaged(message: str) -> Finding:
    return Finding("damaged", f"the file is damaged: {' '.join(message.split())}")


def _few(found: Iterable[Finding]) -> list[Finding]:
    """Leave out what is told twice, and all but the first of many of a kind."""
    kept: list[Finding] = []
    numbers: Counter[str] = Counter()
    for finding in dict.fromkeys(found):
        numbers[finding.code] += 1
        if numbers[finding.code] <= MOST_OF_A_KIND:
            kept.append(finding)
    for code, number in numbers.items():
        if number > MOST_OF_A_KIND:
            first = next(finding for finding in kept if finding.code == code)
            more = f"{number - MOST_OF_A_KIND} more of the kind {code}"
            kept.append(Finding(code, more, first.remedy, first.repairable))
    return kept


_INDEX_PROBLEM = re.compile(r"(?:missing from|entries in) index (\S+)|(NULL|non-unique) .* index")


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    """SQLite's and FTS5's own checks.

    They are made on a passing copy: FTS5's wants to write, and without the right to write
    SQLite's passes over the values that break a CHECK.
    """
    try:
        # Without a name it is SQLite's own temporary file, gone when it is closed.
        with closing(sqlite3.connect("", isolation_level=None)) as copy:
            copy.execute(f"PRAGMA cache_size = -{COPY_IN_MEMORY}")
            connection.backup(copy)
            yield from _integrity(copy)
            yield from _full_text(copy)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _NO_ROOM:
            raise
        raise _no_room(connection) from error


#: What SQLite says where a file that is written, here always the copy, finds no room.
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_WRITE)


def _no_room(connection: sqlite3.Connection) -> StoreFull:
    (file,) = connection.execute("SELECT file FROM pragma_database_list LIMIT 1").fetchone()
    (size,) = connection.execute(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    ).fetchone()
    return StoreFull(
        f"there is no room to check {file}: it is looked at in a passing copy, which needs "
        f"{-(-size // 1_000_000):,} MB in {_temporary_folder()}: make room there, or name another "
        "folder in SQLITE_TMPDIR"
    )


def _temporary_folder() -> str:
    """Return where SQLite puts its temporary files, see "Temporary Files" in its manual."""
    named = (os.environ.get(name) for name in ("SQLITE_TMPDIR", "TMPDIR"))
    for folder in (*named, "/var/tmp", "/usr/tmp", "/tmp"):
        if folder and Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return folder
    return "the present folder"


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check(1000)"):
        if message == "ok":
            continue
        index = _INDEX_PROBLEM.search(message)
        if index:
            yield Finding("index-content", message, _REPAIR, True, index[1] or "")
        elif message.startswith(("CHECK constraint", "NULL value", "non-")):
            yield Finding("bad-value", f"a value is not allowed: {message}")
        elif "inverted index" not in message:  # told by the check of the full text
            yield _damaged(message)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        what = f"row {rowid} of {table} names a row of {parent} that is not there"
        yield Finding("foreign-key", what, _RESTORE, False, table, str(rowid))


_CAUSE = {
    "table": "sqlite-utils transform changes tables so",
    "trigger": "sqlite-utils transform drops triggers",
}


def _objects(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Every table, index, trigger and view there, and as the schema has it."""
    present = present_objects(connection)
    renewed = ("trigger", "view") if objects.are_of_another_release(present) else ()
    for (kind, name), sql in expected_objects().items():
        found = present.get((kind, name))
        if kind in renewed or (renewed and objects.is_an_earlier_index(name, found)):
            continue  # opening the store makes these anew
        if any(name.startswith(f"{table}_") for table in FULL_TEXT) and kind == "table":
            if (kind, name) not in present:
                yield Finding("missing-table", f"table {name} is missing", _REPAIR, True, name)
            continue
        cause = f" ({_CAUSE[kind]})" if kind in _CAUSE else ""
        mendable = kind != "table" or name in REMAKEABLE
        if (kind, name) not in present:
            yield Finding(
                f"missing-{kind}",
                f"{kind} {name} is missing{cause if kind == 'trigger' else ''}",
                _REPAIR if mendable else _RESTORE,
                mendable,
                name,
            )
        elif present[kind, name].split() != sql.split():
            what = f"{kind} {name} is not as the store made it{cause}"
            yield Finding(f"changed-{kind}", what, _REPAIR, True, name)


#: Tables that can be made anew: they hold nothing, or all in them comes from elsewhere.
REMAKEABLE = frozenset(
    {"writing", "replaced", "data_dictionary", "labels", "annotations", "reviews", *FULL_TEXT}
)


def _writing(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute("SELECT reviewer, group_id, mode FROM writing").fetchall()
    if len(rows) != 1:
        yield Finding("writing-rows", f"writing holds {len(rows)} rows, not one", _REPAIR, True)
    for reviewer, group, mode in rows:
        if reviewer or group or mode:
            what = (
                f"writing says that {reviewer or 'somebody'} is in the middle of a change "
                f"(mode “{mode}”): new marks would have a wrong history"
            )
            yield Finding("writing-not-empty", what, _REPAIR, True)


# Articles, and what stands on their texts


def _articles(connection: sqlite3.Connection) -> Iterator[Finding]:
    for identity, sha256, text in connection.execute("SELECT id, sha256, text FROM articles"):
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest != sha256 or digest[:16] != identity:
            what = f"the text of article {identity} is not the one that was imported"
            yield Finding("article-digest", what, _RESTORE, False, "articles", identity)
            continue
        yield from _lines(connection, identity, text)
        yield from _quotes(connection, identity, text)
        yield from _annotations(connection, identity, text)


def _lines(connection: sqlite3.Connection, identity: str, text: str) -> Iterator[Finding]:
    """An article has no lines (a program put it in), or lines that tile its text."""
    expected, place, seen = 1, 0, False
    for number, start, end in connection.execute(
        "SELECT number, start_char, end_char FROM lines WHERE article_id = ? ORDER BY number",
        (identity,),
    ):
        seen = True
        at_end = end == len(text) or text[end : end + 1] == "\n"
        if number != expected or start != place or not at_end or "\n" in text[start:end]:
            break
        expected, place = number + 1, end + 1
    else:
        if not seen or place == len(text) + 1:
            return
    what = f"the lines of article {identity} do not cover its text at line {expected}"
    yield Finding("lines-tile", what, _REPAIR, True, "articles", identity)


def _quotes(connection: sqlite3.Connection, identity: str, text: str) -> Iterator[Finding]:
    for key, start, end, words, speaker, at, until in connection.execute(
        "SELECT id, start_char, end_char, text, speaker, speaker_start, speaker_end "
        "FROM quotes WHERE article_id = ?",
        (identity,),
    ):
        if text[start:end] != words or end > len(text):
            what = f"quote {key} of article {identity} is not what stands at its place"
            yield Finding("quote-slice", what, _REPAIR, True, "articles", identity)
        elif at is not None and text[at:until] != speaker:
            what = f"the speaker of quote {key} of article {identity} does not stand at its place"
            yield Finding("quote-speaker", what, _REPAIR, True, "articles", identity)


def _annotations(connection: sqlite3.Connection, identity: str, text: str) -> Iterator[Finding]:
    for key, start, end, words, prefix, suffix in connection.execute(
        "SELECT id, start_char, end_char, text, prefix, suffix FROM annotations "
        "WHERE article_id = ?",
        (identity,),
    ):
        if text[start:end] != words or end > len(text):
            what = f"annotation {key} is not what stands at its place in article {identity}"
            yield Finding("annotation-slice", what, _REPAIR, True, "annotations", key)
        elif prefix != text[max(start - 32, 0) : start] or suffix != text[end : end + 32]:
            what = f"prefix or suffix of annotation {key} is not what stands beside it"
            yield Finding("annotation-context", what, _REPAIR, True, "annotations", key)


def _values(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What CHECK holds as long as the tables have it, and other programs may have lifted."""
    statuses = ", ".join(f"'{status}'" for status in schema.STATUSES)
    for key, confidence, status in connection.execute(
        "SELECT id, confidence, status FROM annotations WHERE confidence NOT BETWEEN 0 AND 1 "
        f"OR status NOT IN ({statuses})"
    ):
        if status not in schema.STATUSES:
            what = f"annotation {key} has the unknown status “{status}”"
        else:
            what = f"annotation {key} has the confidence {confidence}, not one from 0 to 1"
        remedy = "give it one that is allowed, with sqlite-utils for example"
        yield Finding("bad-value", what, remedy, False, "annotations", key)


def _parts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for key, part_of in connection.execute(
        "SELECT id, part_of FROM annotations AS part WHERE part_of IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM annotations WHERE id = part.part_of AND article_id = part.article_id)"
    ):
        what = f"annotation {key} continues {part_of}, which is not in its article"
        yield Finding("dangling-part", what, _REPAIR, True, "annotations", key)
    for key, origin in connection.execute(
        "SELECT part.id, part.origin FROM annotations AS part JOIN annotations AS source "
        "ON source.id = part.origin WHERE source.article_id <> part.article_id "
        "OR source.id = part.id"
    ):
        what = f"annotation {key} comes from {origin}, which is itself or in another article"
        yield Finding("dangling-origin", what, _REPAIR, True, "annotations", key)


def _full_text(copy: sqlite3.Connection) -> Iterator[Finding]:
    """FTS5 compares its indexes with the articles."""
    for table, code in FULL_TEXT.items():
        try:
            copy.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if "no such table" not in str(error):
                what = f"the search index {table} is not what the articles give"
                yield Finding(code, what, _REPAIR, True, table)


# History


def _history(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The tables are what the events give."""
    replay = Replay(connection)
    for difference in replay.differences():
        yield _difference(difference)
    for identity in replay.unreadable:
        what = f"event {identity} cannot be understood"
        yield Finding("bad-event", what, _RESTORE, False, "events", identity)


def _difference(difference: Difference) -> Finding:
    table, identity = difference.subject, difference.subject_id
    if difference.present is None:
        mendable = table in WHOLE
        what = f"{table} {identity}: the events made this row, and it is not there"
        return Finding(
            "event-without-row", what, _REPAIR if mendable else _RESTORE, mendable, table, identity
        )
    if difference.expected is None:
        what = f"{table} {identity}: no event made this row"
        return Finding("row-without-event", what, _REPAIR, True, table, identity)
    columns = ", ".join(
        name
        for name, value in difference.expected.items()
        if name in difference.present and not is_same(difference.present[name], value)
    )
    what = f"{table} {identity}: {columns or 'the row'} is not what the events give"
    return Finding("row-not-as-events", what, _REPAIR, True, table, identity)
