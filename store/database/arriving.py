"""A stranger's store, opened so that it can do no harm, and its rows laid out to be looked at.

The file is only read, and nothing in it runs: no trigger, no view, no function that SQLite does
not know to be harmless. What it holds goes into temporary tables of our own connection, each
event with the fault that it has by itself. What events and rows come to is `merge`'s business.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from store.database import schema
from store.database.connection import (
    StoreError,
    connect,
    header,
    refuse_foreign,
    translated,
    uri,
)
from store.database.events import ARTICLES, LINES, QUOTES, SUBJECTS
from store.database.replay import FOLLOWING, Entry
from store.escaping import UNSAFE
from store.model import LONGEST_REVIEWER, RULE

#: The longest value that is read from a stranger's file, in bytes.
_LONGEST = 256 * 1024 * 1024

#: How far a logical clock may run ahead of the number of changes. In an honest store it never
#: does: each change counts one on. A file that says otherwise must not drive our clock to its end.
CLOCK_AHEAD = 2**32

_MOMENT = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9]*Z"

#: Tables that are read, and their columns.
_READ = {
    "articles": (*ARTICLES.columns, "text"),
    "lines": LINES.columns,
    "quotes": QUOTES.columns,
    "events": (
        "id",
        "lamport",
        "subject",
        "subject_id",
        "action",
        "article_id",
        "reviewer",
        "at",
        "group_id",
        "undoes",
        "before",
        "after",
    ),
    "reviews": ("article_id", "reviewer", "state", "position", "seconds", "updated_at"),
}


def names(columns: tuple[str, ...], table: str = "") -> str:
    """Return columns as SQL lists them."""
    prefix = f"{table}." if table else ""
    return ", ".join(f'{prefix}"{column}"' for column in columns)


#: Whether an event of theirs is about an annotation.
OF_MARKS = "their.subject IS 'annotations'"

EVENT_COLUMNS = names(_READ["events"])
THEIR_EVENT_COLUMNS = names(_READ["events"], "their")
ARTICLE_COLUMNS = names(_READ["articles"])
LINE_COLUMNS = names(_READ["lines"])
QUOTE_COLUMNS = names(_READ["quotes"])
REVIEW_COLUMNS = names(_READ["reviews"])


#: The reviews that are not ours yet: of two about the same the later one stands, and of times the
#: longer one, so that it does not matter whose came first.
NEWER_REVIEWS = f"""SELECT {REVIEW_COLUMNS} FROM (
  SELECT article_id, reviewer, state, position, max(seconds) OVER same AS seconds, updated_at,
    row_number() OVER (same ORDER BY updated_at DESC, state DESC, position DESC) AS place
  FROM (
    SELECT {REVIEW_COLUMNS} FROM arriving_reviews
    UNION ALL SELECT {REVIEW_COLUMNS} FROM main.reviews
    WHERE (article_id, reviewer) IN (SELECT article_id, reviewer FROM arriving_reviews)
  ) WINDOW same AS (PARTITION BY article_id, reviewer)
) AS best WHERE place = 1 AND NOT EXISTS (
  SELECT 1 FROM main.reviews AS ours WHERE ours.article_id = best.article_id
  AND ours.reviewer = best.reviewer AND ours.state = best.state
  AND ours.position = best.position AND ours.seconds = best.seconds
  AND ours.updated_at = best.updated_at
)"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not taken in.

    Attributes:
        file: Whose it is.
        subject: The table.
        subject_id: The row.
        why: What is wrong with it, in a few words.
    """

    file: Path
    subject: str
    subject_id: str
    why: str


class Arriving:
    """The temporary tables into which strangers' rows go.

    ``arriving`` holds the events that we do not have, ``arriving_articles``, ``arriving_lines``
    and ``arriving_quotes`` the articles, and quotes that we lack, ``arriving_reviews`` all
    reviews. What is left out is gathered in ``left_out``. ``tally`` counts the events by who made
    them, whether they are about an annotation, and action; ``latest`` is the highest of their
    places in the order. ``last_of_ours`` is the last row of events that were ours before: what
    stands behind it is done with.
    """

    def __init__(
        self, connection: sqlite3.Connection, files: Sequence[Path], *, with_marks: bool = True
    ) -> None:
        """Lay out what the stores hold and we do not have.

        Args:
            connection: Ours.
            files: The strangers' stores.
            with_marks: Whether to lay out the events about annotations too. Without them nobody
                looks at the pages of the files.

        Raises:
            StoreError: One is no store, is damaged, or is of a newer version.
        """
        self.connection = connection
        self._laid_out = "1" if with_marks else f"NOT {OF_MARKS}"
        self.files: list[Path] = []
        self.left_out: list[LeftOut] = []
        self.tally: Counter[tuple[str, bool, str]] = Counter()
        self.latest = 0
        self.last_of_ours = 2**63 - 1
        self._articles_are_written = False
        (self._version,) = connection.execute("PRAGMA data_version").fetchone()
        for statement in (*_tables(), *_ARRIVING):
            connection.execute(statement)
        for file in files:
            refuse_foreign(file, read_only=True)
        # Whether the pages are sound is found out beside the reading, on another core.
        with ThreadPoolExecutor(1) as beside:
            looking = [beside.submit(look_at_pages, file) for file in files if with_marks]
            try:
                for file in files:
                    self._read(file)
            except BaseException:
                beside.shutdown(cancel_futures=True)
                raise
            for look in looking:
                look.result()

    def _read(self, file: Path) -> None:
        with _attached(self.connection, file):
            self.files.append(file)
            look_at_tables(self.connection, file)
            self.connection.execute("BEGIN")
            self._read_events(file)
            self._read_articles(file)
            self._read_reviews()
            self.connection.execute("COMMIT")

    def drop(self, where: str, values: Sequence[Any] = ()) -> None:
        """Take events out again."""
        self.tally.subtract(
            self.connection.execute(
                f"DELETE FROM arriving WHERE {where} "
                "RETURNING reviewer, subject = 'annotations', action",
                values,
            )
        )

    def leave_out(self, file: int, subject: str, subject_id: str, why: str) -> None:
        """Take the events of a row out again, and say so."""
        self.drop("subject = ? AND subject_id = ?", (subject, subject_id))
        self.left_out.append(LeftOut(self.files[file], subject, subject_id, why))

    def _read_events(self, file: Path) -> None:
        place = len(self.files) - 1
        run = self.connection.execute
        (last,) = run("SELECT coalesce(max(rowid), 0) FROM arriving").fetchone()
        (there,) = run(
            f"SELECT count(*) FROM theirs.events AS their NOT INDEXED WHERE {self._laid_out}"
        ).fetchone()
        if not there:
            return
        taken = run(
            f"INSERT OR IGNORE INTO arriving (file, fault, {EVENT_COLUMNS}) "
            f"SELECT {place}, {FAULT}, {THEIR_EVENT_COLUMNS} "
            f"FROM theirs.events AS their NOT INDEXED WHERE {self._laid_out} "
            "AND NOT EXISTS (SELECT 1 FROM main.events WHERE id = their.id)"
        ).rowcount
        if taken < there:
            self._compare_known(file, last, there - taken)
        for (reviewer,) in run(
            "SELECT DISTINCT reviewer FROM arriving WHERE rowid > ?", (last,)
        ).fetchall():
            why = reviewer_fault(reviewer)
            if why:
                run(
                    "UPDATE arriving SET fault = coalesce(fault, ?) "
                    "WHERE rowid > ? AND reviewer IS ?",
                    (why, last, reviewer),
                )
        self._leave_out_faulty(place)
        for *what, number, latest in run(
            "SELECT reviewer, subject = 'annotations', action, count(*), max(lamport) "
            "FROM arriving WHERE rowid > ? GROUP BY 1, 2, 3",
            (last,),
        ).fetchall():
            self.tally[*what] += number
            self.latest = max(self.latest, latest)

    def _compare_known(self, file: Path, last: int, number: int) -> None:
        """Name the events that we, or a file before, have otherwise; so many are known."""
        same = " AND ".join(f'their."{name}" IS ours."{name}"' for name in _READ["events"])
        for known, before in (("main.events", ""), ("arriving", f" AND ours.rowid <= {last}")):
            pairs = (
                f"FROM {known} AS ours JOIN theirs.events AS their "
                f"ON their.id = ours.id{before} AND {self._laid_out}"
            )
            found, others = self.connection.execute(
                f"SELECT count(*), total(NOT ({same})) {pairs}"
            ).fetchone()
            if others:
                for subject, subject_id in self.connection.execute(
                    f"SELECT their.subject, their.subject_id {pairs} WHERE NOT ({same})"
                ).fetchall():
                    why = "an event of the same id is known with another content, which stays"
                    self.left_out.append(LeftOut(file, str(subject), str(subject_id), why))
            number -= found
            if number <= 0:
                return

    def write_articles(self) -> None:
        """Write the articles that we lack, with their lines, if they are not yet written."""
        if self._articles_are_written:
            return
        self._articles_are_written = True
        for table, columns in (("articles", ARTICLE_COLUMNS), ("lines", LINE_COLUMNS)):
            self.connection.execute(
                f"INSERT INTO main.{table} ({columns}) "
                f"SELECT {columns} FROM arriving_{table} ORDER BY rowid"
            )

    def forget_what_came_meanwhile(self) -> None:
        """Leave out what another program wrote to the store since it was read.

        The caller holds a transaction.
        """
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        if version == self._version:
            return
        self._version = version
        self.drop("EXISTS (SELECT 1 FROM main.events WHERE id = arriving.id)")
        self.connection.execute(
            "DELETE FROM arriving_articles WHERE EXISTS "
            "(SELECT 1 FROM main.articles WHERE id = arriving_articles.id)"
        )
        self.connection.execute(
            "DELETE FROM arriving_lines WHERE article_id NOT IN (SELECT id FROM arriving_articles)"
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing arrived that we do not have."""
        found = self.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM arriving) OR EXISTS (SELECT 1 FROM arriving_articles) "
            f"OR EXISTS ({NEWER_REVIEWS})"
        )
        return not found.fetchone()[0]

    def _leave_out_faulty(self, place: int) -> None:
        run = self.connection.execute
        faulty = run(
            "SELECT DISTINCT subject, subject_id, fault FROM arriving WHERE fault IS NOT NULL"
        ).fetchall()
        for subject, subject_id, why in faulty:
            self.left_out.append(LeftOut(self.files[place], str(subject), str(subject_id), why))
        if faulty:
            # What else is said of the same rows stands on what is wrong.
            run(
                "DELETE FROM arriving WHERE file = ? AND (subject, subject_id) IN "
                "(SELECT subject, subject_id FROM arriving WHERE fault IS NOT NULL)",
                (place,),
            )
            run("DELETE FROM arriving WHERE fault IS NOT NULL")

    def _read_articles(self, file: Path) -> None:
        """Take articles that we lack; one that is wrong is left out with all that stands on it."""
        place = len(self.files) - 1
        wanted = self.connection.execute(
            "SELECT id FROM theirs.articles AS their NOT INDEXED "
            "WHERE NOT EXISTS (SELECT 1 FROM main.articles WHERE id = their.id) "
            "AND NOT EXISTS (SELECT 1 FROM arriving_articles WHERE id = their.id)"
        ).fetchall()
        for (identity,) in wanted:
            why = self._read_article(identity)
            if why:
                self.left_out.append(LeftOut(file, "articles", str(identity), why))
                self.drop("article_id = ? AND file = ?", (identity, place))
        self._read_lone_quotes(file)

    def _read_article(self, identity: object) -> str | None:
        """Take one article with its lines and quotes; return what is wrong with it."""
        run = self.connection.execute
        row = run(
            f"SELECT {ARTICLE_COLUMNS} FROM theirs.articles WHERE id = ?", (identity,)
        ).fetchone()
        if row is None:
            return "its row cannot be found again"
        values = dict(zip(_READ["articles"], row, strict=True))
        text, sha256 = values["text"], values["sha256"]
        if not isinstance(text, str) or not isinstance(identity, str):
            return "it has no text"
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if sha256 != digest or identity != digest[:16]:
            return "its text is not the one that its id is made of"
        lines = run(
            f"SELECT {LINE_COLUMNS} FROM theirs.lines WHERE article_id = ? ORDER BY number",
            (identity,),
        ).fetchall()
        quotes = run(
            f"SELECT {QUOTE_COLUMNS} FROM theirs.quotes WHERE article_id = ?", (identity,)
        ).fetchall()
        fault = _row_fault("articles", values) or _reading_fault(text, identity, lines, quotes)
        if fault:
            return fault
        run("SAVEPOINT article")
        try:
            run(f"INSERT INTO arriving_articles ({ARTICLE_COLUMNS}) VALUES ({_marks(row)})", row)
            for table, columns, rows in (
                ("arriving_lines", LINE_COLUMNS, lines),
                ("arriving_quotes", QUOTE_COLUMNS, quotes),
            ):
                if rows:
                    self.connection.executemany(
                        f"INSERT INTO {table} ({columns}) VALUES ({_marks(rows[0])})", rows
                    )
        except (sqlite3.IntegrityError, OverflowError) as error:
            run("ROLLBACK TO article")
            return f"the store does not allow it: {error}"
        finally:
            run("RELEASE article")
        return None

    def _read_lone_quotes(self, file: Path) -> None:
        """Take quotes that a person decided about, and that our reading of the article lacks."""
        found = self.connection.execute(
            f"SELECT {QUOTE_COLUMNS} FROM theirs.quotes AS their NOT INDEXED "
            f"WHERE decided_by <> '{RULE}' "
            "AND EXISTS (SELECT 1 FROM main.articles WHERE id = their.article_id) "
            "AND NOT EXISTS (SELECT 1 FROM main.quotes WHERE id = their.id)"
        ).fetchall()
        for row in found:
            quote = dict(zip(QUOTES.columns, row, strict=True))
            (text,) = self.connection.execute(
                "SELECT text FROM main.articles WHERE id = ?", (quote["article_id"],)
            ).fetchone()
            fault = quote_fault(text, str(quote["article_id"]), quote)
            if fault:
                self.left_out.append(LeftOut(file, "quotes", str(quote["id"]), fault))
                continue
            with suppress(sqlite3.IntegrityError, OverflowError):
                self.connection.execute(
                    f"INSERT OR IGNORE INTO arriving_quotes ({QUOTE_COLUMNS}) "
                    f"VALUES ({_marks(row)})",
                    row,
                )

    def _read_reviews(self) -> None:
        """Take reviews; what a store would not allow is left out."""
        place = len(self.files) - 1
        for row in self.connection.execute(
            f"SELECT {REVIEW_COLUMNS} FROM theirs.reviews AS their NOT INDEXED"
        ).fetchall():
            review = dict(zip(_READ["reviews"], row, strict=True))
            fault = _row_fault("reviews", review)
            if fault:
                what = f"{review['article_id']} {review['reviewer']}"
                self.left_out.append(LeftOut(self.files[place], "reviews", what, fault))
            else:
                self.connection.execute(
                    f"INSERT INTO arriving_reviews (file, {REVIEW_COLUMNS}) "
                    f"VALUES (?, {_marks(row)})",
                    (place, *row),
                )


def _marks(row: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(row))


_ARRIVING = (
    f"CREATE TEMP TABLE arriving (file INTEGER, fault TEXT, {EVENT_COLUMNS})",
    "CREATE UNIQUE INDEX temp.arriving_by_id ON arriving (id)",
    "CREATE INDEX temp.arriving_faulty ON arriving (fault) WHERE fault IS NOT NULL",
    f"CREATE TEMP TABLE arriving_reviews (file INTEGER, {REVIEW_COLUMNS})",
)


def _tables() -> Iterator[str]:
    """Give the statements that make our tables once more, for what arrives: the same CHECKs."""
    for table in ("articles", "lines", "quotes"):
        (made,) = (sql for sql in schema.TABLES if f"CREATE TABLE {table} (" in sql)
        made = re.sub(r" REFERENCES articles \(id\)", "", made)
        yield made.replace(f"CREATE TABLE {table} (", f"CREATE TEMP TABLE arriving_{table} (")
    yield "CREATE INDEX temp.arriving_lines_by_article ON arriving_lines (article_id)"
    yield "CREATE INDEX temp.arriving_quotes_by_article ON arriving_quotes (article_id)"


def _json_object(side: str) -> str:
    return (
        f"(typeof(their.{side}) = 'text' AND their.{side} GLOB '{{*' AND json_valid(their.{side}))"
    )


#: What is wrong with an event by itself, in the order in which it is asked; else null. What was
#: made of an annotation is the one JSON that is read whole anyway, by `plain` or by `merge`.
FAULT = f"""CASE
  WHEN typeof(their.id) <> 'text' OR typeof(their.group_id) <> 'text'
    OR typeof(their.undoes) NOT IN ('text', 'null')
    OR length(their.id) NOT BETWEEN 1 AND 200 OR length(their.group_id) NOT BETWEEN 1 AND 200
    OR length(their.undoes) > 200
    THEN 'an event has no right id or group'
  WHEN typeof(their.subject) <> 'text' OR their.subject NOT IN ({", ".join(map(repr, SUBJECTS))})
    THEN 'an event is about a table that has no history'
  WHEN typeof(their.subject_id) <> 'text' OR length(their.subject_id) NOT BETWEEN 1 AND 4000
    OR instr(their.subject_id, char(0)) THEN 'an event names no row'
  WHEN typeof(their.at) <> 'text' OR length(their.at) <> 24 OR their.at NOT GLOB '{_MOMENT}'
    THEN 'an event has no right time'
  WHEN typeof(their.action) <> 'text' OR their.action NOT IN ('create', 'change', 'delete')
    THEN 'an event says nothing that can be done'
  WHEN typeof(their.lamport) <> 'integer' OR their.lamport < 1
    THEN 'an event has no right place in the order'
  WHEN (their.subject = 'labels') <> (their.article_id IS NULL)
    OR typeof(their.article_id) NOT IN ('text', 'null') OR length(their.article_id) <> 16
    THEN 'an event names no article'
  WHEN (their.action = 'create') <> (their."before" IS NULL)
    OR (their.action = 'delete') <> (their."after" IS NULL)
    OR their."before" IS NOT NULL AND NOT {_json_object('"before"')}
    OR their."after" IS NOT NULL AND NOT CASE their.subject
      WHEN 'annotations' THEN typeof(their."after") = 'text' ELSE {_json_object('"after"')} END
    THEN 'an event does not say what changed'
END"""


# Opening


@contextmanager
def _attached(connection: sqlite3.Connection, file: Path) -> Iterator[None]:
    """Have the file at hand as ``theirs``: read-only, and trusted in nothing."""
    with tempfile.TemporaryDirectory(prefix="sanggah-") as scratch:
        try:
            if _version(file) < schema.SCHEMA_VERSION:
                file = _migrated_copy(file, Path(scratch))
            with distrusting(connection):
                connection.execute("ATTACH ? AS theirs", (read_only_address(file),))
                try:
                    yield
                finally:
                    # What failed in the middle may still hold the file.
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    connection.execute("DETACH theirs")
        except UnicodeDecodeError as error:  # Python's, over a message that quotes damage
            raise StoreError(f"{file} is damaged: its schema cannot be understood") from error
        except sqlite3.Error as error:
            raise _told(error, file) from error


def distrust(connection: sqlite3.Connection) -> None:
    """Let nothing run that a stranger's schema names, and look at what its pages hold."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    longest = connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(_LONGEST, longest))


@contextmanager
def distrusting(connection: sqlite3.Connection) -> Iterator[None]:
    """`distrust` for a while."""
    longest = connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)
    distrust(connection)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
        connection.execute("PRAGMA cell_size_check = OFF")
        connection.execute("PRAGMA trusted_schema = ON")


def _told(error: sqlite3.Error, file: Path) -> StoreError:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
        message = " ".join(str(error).split())
        return StoreError(f"{file} is damaged ({message}): run sanggah check --store on it")
    if code == sqlite3.SQLITE_TOOBIG:
        return StoreError(f"{file} holds a value of more than {_LONGEST >> 20} MB")
    return translated(error, file)


def _version(file: Path) -> int:
    return (header(file) or (0, 0))[0]


def read_only_address(file: Path) -> str:
    """Return the address under which SQLite reads a file and leaves nothing beside it.

    A file without a log is nobody's just now and may be taken as it is; beside one with a log
    SQLite needs its index of the log, which it makes where it may.
    """
    return f"{uri(file)}?mode=ro{'&immutable=1' if is_alone(file) else ''}"


def is_alone(file: Path) -> bool:
    """Tell whether a file has no log beside it, and so is nobody's just now."""
    logs = (file.with_name(file.name + end) for end in ("-wal", "-journal"))
    return not any(log.exists() and log.stat().st_size for log in logs)


def _migrated_copy(file: Path, folder: Path) -> Path:
    """Return a copy of an older store, brought to the present version; triggers do not run."""
    from store.database.migrations import migrate

    copy = folder / "theirs.db"
    with (
        closing(sqlite3.connect(read_only_address(file), uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    with closing(connect(copy, read_only=False)) as connection:
        # Not with trusted_schema off: a migration must be able to ask our own CHECKs.
        connection.execute("BEGIN IMMEDIATE")
        for kind, name in connection.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
        ).fetchall():
            quoted = str(name).replace('"', '""')
            connection.execute(f'DROP {kind} "{quoted}"')
        migrate(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = DELETE")
    return copy


def look_at_tables(connection: sqlite3.Connection, file: Path, name: str = "theirs") -> None:
    """Raise StoreError unless the tables of what is attached as ``name`` have our columns."""
    for table, columns in _READ.items():
        if not set(columns) <= _plain_columns(connection, table, name):
            raise StoreError(f"{file} has no right table {table}: run sanggah check --store on it")


def look_at_pages(file: Path) -> None:
    """Raise StoreError unless SQLite finds the tables that are read whole."""
    try:
        with closing(sqlite3.connect(read_only_address(file), uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            # A stranger's CHECKs are expressions of a stranger's.
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute("PRAGMA cell_size_check = ON")
            for table in _READ:
                (answer,) = connection.execute(f"PRAGMA quick_check({table})").fetchone()
                if answer != "ok":
                    raise StoreError(f"{file} is damaged: {' '.join(str(answer).split())}")
    except UnicodeDecodeError as error:  # Python's, over a message that quotes damage
        raise StoreError(f"{file} is damaged: its schema cannot be understood") from error
    except sqlite3.Error as error:
        raise _told(error, file) from error


def _plain_columns(connection: sqlite3.Connection, table: str, schema_name: str) -> set[str]:
    """Return the stored columns of a table; none where a view or a program stands for it."""
    found = connection.execute(
        f"SELECT type, sql FROM {schema_name}.sqlite_master WHERE name = ? COLLATE NOCASE "
        "AND type IN ('table', 'view')",
        (table,),
    ).fetchall()
    if len(found) != 1 or found[0][0] != "table":
        return set()
    if re.match(r"\s*CREATE\s+VIRTUAL", str(found[0][1]), re.IGNORECASE):
        return set()
    columns = connection.execute(f"PRAGMA {schema_name}.table_xinfo({table})")
    return {str(name) for _, name, *_, hidden in columns if not hidden}


# What a row may hold

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[-+]\d\d:\d\d))?", re.ASCII)
_COLOR = re.compile("#[0-9a-fA-F]{6}")

Rule = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str) and not _NOT_TEXT.search(value)


def _named(value: Any) -> bool:
    return _text(value) and value != ""


def _optional_text(value: Any) -> bool:
    return value is None or _text(value)


def _number(value: Any) -> bool:
    return type(value) is int and 0 <= value < 2**53


def _optional_number(value: Any) -> bool:
    return value is None or _number(value)


def _flag(value: Any) -> bool:
    return type(value) is int and value in (0, 1)


def _reviewer(value: Any) -> bool:
    return isinstance(value, str) and (value == "" or _reviewer_problem(value) is None)


def _decider(value: Any) -> bool:
    return _reviewer(value) and value != ""


def _json(value: Any) -> bool:
    try:
        json.loads(value, parse_constant=_no_json)
    except (TypeError, ValueError, RecursionError):
        return False
    return _text(value)


def _no_json(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads and SQLite's CHECK does not."""
    raise ValueError(f"{name} is no JSON")


def _confidence(value: Any) -> bool:
    return value is None or (type(value) in (int, float) and 0 <= value <= 1)


def _seconds(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value < 1e12


def _date(value: Any) -> bool:
    if value is None:
        return True
    found = _ISO.fullmatch(value) if isinstance(value, str) else None
    try:
        return bool(found and date.fromisoformat(found[1]))
    except ValueError:
        return False


def _label(value: Any) -> bool:
    return _named(value) and value.strip(" ") == value


def _among(values: tuple[str, ...]) -> Rule:
    return lambda value: isinstance(value, str) and value in values


def _moment(value: Any) -> bool:
    return (
        isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]{12}Z", value) is not None
    )


_RULES: dict[str, dict[str, Rule]] = {
    "articles": {
        **dict.fromkeys(ARTICLES.columns, _optional_text),
        **dict.fromkeys(("published", "modified"), _date),
        **dict.fromkeys(("id", "sha256", "added_at"), _named),
        "source": _text,
        "words": _number,
        "extra": _json,
        "text": _text,
    },
    "lines": {
        "article_id": _named,
        **dict.fromkeys(("number", "start_char", "end_char"), _number),
        "kind": _among(schema.LINE_KINDS),
        "shown": _flag,
        "reason": _text,
        "decided_by": _decider,
    },
    "quotes": {
        **dict.fromkeys(("id", "article_id", "text"), _named),
        **dict.fromkeys(("start_char", "end_char"), _number),
        "kind": _among(schema.QUOTE_KINDS),
        **dict.fromkeys(("speaker", "cue"), _optional_text),
        **dict.fromkeys(("speaker_start", "speaker_end"), _optional_number),
        "shown": _flag,
        "decided_by": _decider,
    },
    "labels": {
        "name": _label,
        "color": lambda value: isinstance(value, str) and bool(_COLOR.fullmatch(value)),
        "description": _text,
        "position": lambda value: type(value) is int and abs(value) < 2**53,
    },
    "annotations": {
        **dict.fromkeys(("id", "article_id", "label", "text"), _named),
        **dict.fromkeys(("start_char", "end_char"), _number),
        **dict.fromkeys(("prefix", "suffix", "note", "created_at", "updated_at"), _text),
        **dict.fromkeys(("speaker", "part_of", "origin"), _optional_text),
        "confidence": _confidence,
        "status": _among(schema.STATUSES),
        "reviewer": _reviewer,
        "extra": _json,
    },
    "reviews": {
        "article_id": _named,
        "reviewer": _decider,
        "state": _among(schema.STATES),
        "position": _number,
        "seconds": _seconds,
        "updated_at": _moment,
    },
}


def reviewer_fault(name: object) -> str | None:
    """Return what is wrong with the reviewer of an event; None where nothing is."""
    if not isinstance(name, str) or not name.strip() or name == RULE:
        return "no reviewer made it"
    return _reviewer_problem(name)


def _reviewer_problem(name: str) -> str | None:
    if len(name) > LONGEST_REVIEWER:
        return f"its reviewer's name is longer than {LONGEST_REVIEWER} characters"
    if UNSAFE.search(name):
        return "its reviewer's name holds control characters"
    return None


def _row_fault(table: str, values: dict[str, Any]) -> str | None:
    """Return what is wrong with single columns of a row; None where nothing is."""
    for column, value in values.items():
        rule = _RULES[table].get(column)
        if rule is None:
            return f"there is no column {_short(column)}"
        if not rule(value):
            return f"{column} holds what the store does not allow"
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def entry_fault(entry: Entry) -> str | None:
    """Return what is wrong with the columns that an event names; None where nothing is."""
    table = entry.subject
    columns = SUBJECTS[table].columns
    fault = _row_fault(table, entry.after)
    if table != "annotations" or entry.action == "delete" or entry.undoes is not None:
        # Else nothing is ever made of what it says was there before.
        fault = fault or _row_fault(table, entry.before)
    if fault:
        return fault
    whole = {"create": entry.after, "delete": entry.before}.get(entry.action)
    if whole is not None:
        missing = [name for name in columns if name not in whole and name not in FOLLOWING]
        if missing:
            return f"{missing[0]} is not said"
    for side in (entry.before, entry.after):
        if any(side.get(name, value) != value for name, value in _key(entry).items()):
            return "the event is about another row than it says"
    if entry.after.get("part_of") == entry.subject_id and table == "annotations":
        return "it is part of itself"
    return None


def _key(entry: Entry) -> dict[str, Any]:
    """Return the columns that an event's subject fixes."""
    if entry.subject == "labels":
        return {"name": entry.subject_id}
    if entry.subject == "lines":
        article, _, number = entry.subject_id.rpartition(":")
        fits = article == entry.article_id and number.isdecimal() and number.isascii()
        return {"article_id": article, "number": int(number) if fits and len(number) < 10 else -1}
    if entry.subject == "articles":
        return {"id": entry.article_id if entry.article_id == entry.subject_id else None}
    return {"id": entry.subject_id, "article_id": entry.article_id}


def _reading_fault(
    text: str, identity: str, lines: list[tuple[Any, ...]], quotes: list[tuple[Any, ...]]
) -> str | None:
    """Return what is wrong with an article's lines and quotes; None where nothing is."""
    place = 0
    for expected, row in enumerate(lines, start=1):
        line = dict(zip(LINES.columns, row, strict=True))
        fault = _row_fault("lines", line)
        if fault:
            return f"a line's {fault}"
        start, end = line["start_char"], line["end_char"]
        at_end = end == len(text) or text[end : end + 1] == "\n"
        if line["number"] != expected or start != place or not at_end or "\n" in text[start:end]:
            return f"its lines do not cover its text at line {expected}"
        place = end + 1
    if lines and place != len(text) + 1:
        return "its lines do not cover its text to the end"
    for row in quotes:
        fault = quote_fault(text, identity, dict(zip(QUOTES.columns, row, strict=True)))
        if fault:
            return f"a quote is wrong: {fault}"
    return None


def quote_fault(text: str, article: str, quote: dict[str, Any]) -> str | None:
    """Return what is wrong with a quote of an article with this text; None where nothing is."""
    fault = _row_fault("quotes", quote)
    if fault:
        return fault
    start, end = quote["start_char"], quote["end_char"]
    digest = hashlib.sha256(f"{article}:{start}:{end}".encode()).hexdigest()[:16]
    if quote["id"] != digest or text[start:end] != quote["text"] or end > len(text):
        return "it is not what stands at its place"
    at, until = quote["speaker_start"], quote["speaker_end"]
    if at is not None and (until is None or text[at:until] != quote["speaker"]):
        return "its speaker does not stand at the place that it names"
    return None
