"""Open a store, hold its connection, write in transactions.

What is in the tables is the business of the other modules. The header of a file is read before
SQLite touches it, so that a file that is not ours stays exactly as it was.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from store.database.schema import APPLICATION_ID, REVISION, SCHEMA_VERSION, revision_of
from store.model import SanggahError

if TYPE_CHECKING:
    from store.database.marked import Marked
    from store.database.pieces import Endings

#: So many bytes at the start of a file say what database it is.
_HEADER = 100

#: How long a writer waits for another program, in milliseconds.
BUSY_TIMEOUT = 5000

#: Seconds between two attempts to write while another program does, and seconds for which one
#: that writes much leaves the store to others between its transactions.
ATTEMPT = 0.0005
PAUSE = 3 * ATTEMPT


class StoreError(SanggahError):
    """The store refused or could not do something; the message says what, and what to do."""


class StoreUnavailable(StoreError):  # noqa: N818 - a state of the store, named as such
    """The store cannot be written now; the same may go through later."""


class StoreLocked(StoreUnavailable):
    """Another program held the store for longer than the busy timeout; worth trying again."""


class StoreFull(StoreUnavailable):
    """There is no room left to write."""


class StoreReadOnly(StoreUnavailable):
    """The file or its folder cannot be written."""


class StoreDamaged(StoreUnavailable):
    """What stands in the file is no longer what the store wrote there."""


class StoreGone(StoreUnavailable):
    """The file was removed, or another one put in its place."""


@dataclass
class Store:
    """An open store. One belongs to one thread.

    ``reviewer`` is who writes through it and whose reviews and undo it deals in. ``file_id`` tells
    the file that is open from another one at the same path. ``marked`` and ``endings`` belong to
    the modules `marked` and `pieces`.
    """

    path: Path
    connection: sqlite3.Connection
    reviewer: str
    file_id: tuple[int, int] | None = None
    marked: Marked | None = field(default=None, repr=False, compare=False)
    endings: Endings | None = field(default=None, repr=False, compare=False)

    def close(self) -> None:
        """Close the connection; what is not committed is lost."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_store(path: Path | str, reviewer: str, *, read_only: bool = False) -> Store:
    """Open the store at ``path``; make it, or bring it to the present version, if need be.

    Args:
        path: The file. Where it is absent or empty, a new store is made (not if read_only).
        reviewer: Who writes.
        read_only: Only read; nothing is made or migrated.

    Raises:
        StoreError: The file is not a store, is of a newer version, or cannot be opened.
    """
    file = Path(path).expanduser()
    if not reviewer.strip():
        raise StoreError("the reviewer has no name: give one with --reviewer")
    refuse_foreign(file, read_only=read_only)
    if not read_only:
        _make_file(file)
    try:
        connection = connect(file, read_only=read_only)
        try:
            _bring_up_to_date(connection, file, read_only=read_only)
            if not read_only:
                _choose_journal(connection, file)
                connection.execute("PRAGMA synchronous = FULL")
                _renew_triggers(connection)
                # In pages: SQLite's 1,000 are a hundred marks, so that every hundredth would wait.
                connection.execute("PRAGMA wal_autocheckpoint = 25000")
                # In KiB: a large import outgrows SQLite's 2 MB and would write pages twice, and who
                # goes from filter to filter in a large library would read pages again.
                connection.execute("PRAGMA cache_size = -64000")
        except BaseException:
            connection.close()
            raise
    except UnicodeDecodeError as error:  # Python's, over a message that quotes what is damaged
        raise _damaged(file) from error
    except sqlite3.Error as error:
        raise translated(error, file) from error
    return Store(file, connection, reviewer, _file_id(file))


def refuse_gone(file: Path, file_id: tuple[int, int] | None) -> None:
    """Raise where the file at ``file`` is not the one that was opened there.

    SQLite goes on writing to a file that was removed, and all of it is lost in the end.

    Args:
        file: Where the store was.
        file_id: `Store.file_id` of the one that is open; None is not looked for.

    Raises:
        StoreGone: The file was removed, or another one put in its place.
    """
    found = _file_id(file)
    if file_id is not None and found != file_id:
        what = "was removed" if found is None else "was replaced by another file"
        raise StoreGone(f"{file} {what} while it is open: put it back where it was")


def _file_id(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


@contextmanager
def transaction(store: Store, *, group: str | None = None, mode: str = "") -> Iterator[str]:
    """Write: everything inside is committed at the end, or nothing is.

    Inside an open transaction it joins that one; ``mode`` then holds for the inner part.

    Args:
        store: The store.
        group: The group of the events, a new one if None.
        mode: '' for a person's action, rule, replay, or ``undo GROUP``; see `events`.

    Yields:
        The group of the events.

    Raises:
        StoreLocked: Another program was writing all the time.
        StoreError: SQLite or one of the store's guards refused.
    """
    connection = store.connection
    joined = connection.in_transaction
    try:
        if joined:
            outer = connection.execute("SELECT reviewer, group_id, mode FROM writing").fetchone()
        else:
            _begin(connection)
            outer = ("", "", "")
        current = group or (outer[1] if joined and not mode.startswith("undo ") else "")
        current = current or new_id()
        try:
            _sign(connection, store.reviewer, current, mode or (outer[2] if joined else ""))
            yield current
            _sign(connection, *outer)
            if not joined:
                connection.execute("COMMIT")
        except BaseException:
            # SQLite may have rolled back by itself, on a full disk for example.
            if not joined and connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except UnicodeDecodeError as error:
        raise _damaged(store.path) from error
    except sqlite3.Error as error:
        raise translated(error, store.path) from error


def _begin(connection: sqlite3.Connection) -> None:
    """Begin to write as soon as nobody else does, for as long as the busy timeout allows.

    SQLite's own waiting sleeps up to a tenth of a second between attempts, and so misses the
    moments that an import leaves between its transactions.
    """
    with settings(connection, busy_timeout=0) as before:
        end = time.monotonic() + int(before["busy_timeout"]) / 1000
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                    raise
            time.sleep(ATTEMPT)


@contextmanager
def settings(
    connection: sqlite3.Connection, **values: int | str
) -> Iterator[Mapping[str, int | str]]:
    """Set PRAGMAs of a connection, and set them back at the end.

    Args:
        connection: The connection; of some PRAGMAs SQLite wants that it holds no transaction.
        values: What is set, by the PRAGMAs' names.

    Yields:
        What they were before.
    """
    before = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in values}
    try:
        for name, value in values.items():
            connection.execute(f"PRAGMA {name} = {value}")
        yield before
    finally:
        for name, value in before.items():
            connection.execute(f"PRAGMA {name} = {value}")


@contextmanager
def written_once(store: Store) -> Iterator[None]:
    """Let what is written in here be written once, if nobody else has the store open.

    What goes through the log is written to it and then into the file. SQLite's rollback journal
    holds only pages that are written over, and what is new goes straight into the file. It keeps
    the same promises, but whoever comes meanwhile waits until all is written.
    """
    alone = _set_journal(store.connection, "DELETE")
    # Only so the folder is synced too, and the journal does not come back after a power cut.
    with settings(store.connection, synchronous="EXTRA"):
        try:
            yield
        finally:
            if alone:
                _set_journal(store.connection, "WAL")


def _set_journal(connection: sqlite3.Connection, mode: str) -> bool:
    """Change from the log to the journal or back; tell whether it could be done at once."""
    # Without a name it would be that of all that is attached too.
    before = connection.execute("PRAGMA main.journal_mode").fetchone()[0]
    if before.upper() == mode:
        return False
    with settings(connection, busy_timeout=0):
        try:
            return bool(
                connection.execute(f"PRAGMA main.journal_mode = {mode}").fetchone()[0] != before
            )
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False


def data_version(store: Store) -> int:
    """Return a number that changes when another connection has committed.

    Raises:
        StoreGone: The file was removed, or another one put in its place.
    """
    refuse_gone(store.path, store.file_id)
    return int(store.connection.execute("PRAGMA data_version").fetchone()[0])


def now() -> str:
    """Return the present moment as the store writes it: UTC with milliseconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


_id_lock = threading.Lock()
_last_tick = 0


def new_id() -> str:
    """Return a new UUIDv7; in one process each is greater than the one before."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """Return so many new UUIDv7 in their order; many at once are made in a quarter of the time."""
    global _last_tick
    random = os.urandom(2 + 8 * count)
    with _id_lock:
        # 48 bits of milliseconds and 12 bits that begin somewhere in the lower half.
        tick = (time.time_ns() // 1_000_000 << 12) | int.from_bytes(random[:2]) >> 5
        first = max(tick, _last_tick + 1)
        _last_tick = first + count - 1
    return [
        _uuid7(first + place, int.from_bytes(random[2 + 8 * place : 10 + 8 * place]))
        for place in range(count)
    ]


def _uuid7(tick: int, random: int) -> str:
    value = (tick >> 12) << 80 | 0x7 << 76 | (tick & 0xFFF) << 64 | 0b10 << 62 | random >> 2
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _sign(connection: sqlite3.Connection, reviewer: str, group: str, mode: str) -> None:
    connection.execute(
        "UPDATE writing SET reviewer = ?, group_id = ?, mode = ?", (reviewer, group, mode)
    )


def refuse_foreign(file: Path, *, read_only: bool) -> None:
    """Raise StoreError where the file is certainly not a store of this or an older version."""
    try:
        if not file.exists():
            if read_only:
                raise StoreError(f"there is no store at {file}")
            return
        if not file.is_file():
            raise StoreError(f"{file} is not a file: give the path of a store")
        found = header(file)
    except PermissionError as error:
        raise StoreError(f"{file} cannot be read: permission denied") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"{file} cannot be read: {error}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{file} is not a Sanggah store; it was left untouched") from error
    if found is None:
        log = file.with_name(file.name + "-wal")
        if read_only or (log.exists() and log.stat().st_size):
            raise StoreError(f"{file} is empty: restore it from a backup, or remove it")
        return
    version, application = found
    if application != APPLICATION_ID:
        raise StoreError(f"{file} is a database of another program; it was left untouched")
    _refuse_newer(file, version)


def header(file: Path) -> tuple[int, int] | None:
    """Return the schema's version and the application's id that a file states; None if it is empty.

    They are read through SQLite, which writes nothing here. To open the file and close it again
    would take SQLite's locks on it from all connections of this process: another program would
    then throw away the log that they write to. See "How To Corrupt An SQLite Database File", 2.2.

    Raises:
        OSError: The file cannot be read.
        sqlite3.DatabaseError: It is no database.
    """
    size = file.stat().st_size
    if not size:
        return None
    if not os.access(file, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    if size < _HEADER:
        raise sqlite3.DatabaseError(f"{file} is too short for a database")
    connection = sqlite3.connect(f"{uri(file)}?mode=ro&immutable=1", uri=True)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
            raise
        # Cut off, or with the rest of it still in its log. Nobody here has it open: who opened
        # it read its header before, or found it whole.
        with file.open("rb") as opened:
            version, application = struct.unpack(">I4xI", opened.read(_HEADER)[60:72])
    finally:
        connection.close()
    return int(version), int(application)


def stated_version(file: Path) -> int:
    """Return the version of the store at ``file``, as it states it; nothing is left beside it.

    Raises:
        StoreError: There is none, it is not a store, or of a newer version.
    """
    refuse_foreign(file, read_only=True)
    found = header(file)
    return found[0] if found else 0


def _refuse_newer(file: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{file} is of store version {version}, newer than this Sanggah knows "
            f"({SCHEMA_VERSION}): upgrade Sanggah; the file was left untouched"
        )


def _make_file(file: Path) -> None:
    """Make the file, only its owner may read it, and the missing folders above it."""
    try:
        missing = [folder for folder in file.parents if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
        if not file.exists():
            with suppress(FileExistsError):  # another program was quicker
                os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        elif not os.access(file, os.W_OK):
            raise StoreReadOnly(f"{file} cannot be written: permission denied")
    except PermissionError as error:
        raise StoreError(f"{file} cannot be made: permission denied") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"{file} cannot be made: {error}") from error


def uri(file: Path) -> str:
    """Return the address by which SQLite is told of a file; parameters may follow after a ``?``."""
    name = str(file.absolute())
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        name = name.replace(sign, code)
    return f"file:{name}"


def connect(file: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect to a file as it is: nothing is made, migrated or looked at; errors are SQLite's."""
    address = f"{uri(file)}?mode={'ro' if read_only else 'rw'}"
    connection = _configured(address)
    if not read_only:
        return connection
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # In a folder that cannot be written a WAL store has no place for its index. Where a log or
        # a journal stands beside the file, it is not all there is, or not yet what it is to be.
        connection.close()
        beside = (file.with_name(file.name + ending) for ending in ("-wal", "-journal"))
        if any(each.exists() and each.stat().st_size for each in beside):
            raise
        connection = _configured(address + "&immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def looking(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, and leaves nothing beside the file that was not there.

    Errors are SQLite's.
    """
    try:
        with closing(connect(file, read_only=True)) as connection:
            yield connection
    finally:
        log = file.with_name(file.name + "-wal")
        with suppress(OSError, sqlite3.Error, UnicodeDecodeError):
            if not log.stat().st_size and os.access(file, os.W_OK):
                # Who may only read makes an empty log and leaves it; who may write takes it away.
                with closing(_configured(f"{uri(file)}?mode=rw")) as connection:
                    connection.execute("PRAGMA user_version").fetchone()


def _configured(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address,
        timeout=BUSY_TIMEOUT / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        uri=True,
    )
    connection.text_factory = _decoded
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _decoded(raw: bytes) -> str:
    """Decode what SQLite holds; another program may have written bytes that are no UTF-8."""
    return str(raw, "utf-8", "replace")


def _version(connection: sqlite3.Connection, file: Path) -> int:
    """Return the store's version; 0 for an empty database."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if application != APPLICATION_ID:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{file} is a database of another program; it was left untouched")
        return 0
    _refuse_newer(file, version)
    return version


def _bring_up_to_date(connection: sqlite3.Connection, file: Path, *, read_only: bool) -> None:
    version = _version(connection, file)
    if version == SCHEMA_VERSION:
        return
    if read_only:
        raise StoreError(
            f"{file} is of store version {version}, older than this Sanggah reads "
            f"({SCHEMA_VERSION}): open it once for writing"
        )
    from store.database.migrations import migrate

    if version:
        from store.database import backup

        backup.take(file, why="migration")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have done it while this one waited.
        if _version(connection, file) < SCHEMA_VERSION:
            migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _renew_triggers(connection: sqlite3.Connection) -> None:
    """Put this release's triggers and views in the place of an earlier one's.

    Where the store cannot be written just now the earlier ones stay: they hold the same promises.
    """
    if _revision(connection) >= REVISION:
        return
    from store.database import objects

    with settings(connection, busy_timeout=0):
        try:
            connection.execute("BEGIN IMMEDIATE")
            if _revision(connection) < REVISION:
                objects.make(connection)
            connection.execute("COMMIT")
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _revision(connection: sqlite3.Connection) -> int:
    marked = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'writing_guard_delete'"
    ).fetchone()
    return revision_of(None if marked is None else marked[0])


def _choose_journal(connection: sqlite3.Connection, file: Path) -> None:
    """Set WAL; where the file system cannot have it, keep SQLite's rollback journal."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    if not _wal_works(file.parent):
        return
    end = time.monotonic() + BUSY_TIMEOUT / 1000
    while time.monotonic() < end:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Changing the mode does not wait by itself while others read.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(0.01)


def _wal_works(folder: Path) -> bool:
    """Tell whether a database in this folder can be written with a WAL.

    A store is not tried out: one that says WAL in its header cannot be opened without it.
    """
    import tempfile  # only a new store comes here

    try:
        with tempfile.TemporaryDirectory(prefix=".wal-", dir=folder) as scratch:
            connection = sqlite3.connect(Path(scratch) / "trial.db", isolation_level=None)
            try:
                mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
                connection.execute("CREATE TABLE trial (a)")
                connection.execute("SELECT count(*) FROM trial").fetchone()
            finally:
                connection.close()
        return bool(mode == "wal")
    except (OSError, sqlite3.Error):
        return False


def translated(error: sqlite3.Error, file: Path) -> StoreError:
    """Return our error for one of SQLite's, about ``file``; a guard's message is kept."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    message = str(error)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return StoreError(message)
    match code & 0xFF:
        case sqlite3.SQLITE_CONSTRAINT:
            for prefix in ("CHECK constraint failed: ", "NOT NULL constraint failed: "):
                if message.startswith(prefix):
                    kind = "must hold" if prefix.startswith("CHECK") else "must be given"
                    return StoreError(f"{kind}: {message.removeprefix(prefix)}")
            return StoreError(message)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreLocked(f"{file} is in use by another program: try again in a moment")
        case sqlite3.SQLITE_FULL:
            return StoreFull(f"{file} could not be written: the disk is full")
        case sqlite3.SQLITE_IOERR:
            return StoreFull(f"{file} could not be read or written: {message}")
        case sqlite3.SQLITE_READONLY:
            return StoreReadOnly(f"{file} is read-only: {message}")
        case sqlite3.SQLITE_CANTOPEN:
            return StoreUnavailable(f"{file} cannot be opened: check the path and its permissions")
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return _damaged(file)
    return StoreError(f"{file}: {message}")


def _damaged(file: Path) -> StoreDamaged:
    return StoreDamaged(f"{file} is damaged: run sanggah check, or restore a backup")
