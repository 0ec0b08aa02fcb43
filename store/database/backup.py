"""Copies of a store beside it, verified and thinned out with age; and bringing one back.

A copy is made by SQLite itself (VACUUM INTO), so that it is whole whatever is written meanwhile.
Nothing that a person made is deleted here: a restore sets the present file aside. When a copy is
due is the caller's question to `is_due`.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.database.connection import (
    Store,
    StoreError,
    StoreLocked,
    StoreReadOnly,
    StoreUnavailable,
    connect,
    header,
    looking,
    open_store,
    translated,
)
from store.database.schema import APPLICATION_ID, SCHEMA_VERSION

_STAMP = "%Y%m%dT%H%M%S.%fZ"
_HOURLY, _DAILY, _WEEKLY = timedelta(hours=24), timedelta(days=14), timedelta(weeks=52)

#: What is counted in a copy and must be as in the original.
_COUNTED = ("articles", "lines", "quotes", "labels", "annotations", "events", "reviews")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: how much came back, and where the file stands that was there."""

    annotations: int
    articles: int
    set_aside: Path | None


def folder(store: Path) -> Path:
    """Return the folder of a store's copies."""
    return store.parent / "backups"


def copies(store: Path) -> list[Path]:
    """Return the store's copies, the newest last."""
    return [path for _, _, path in sorted(_stamped(store))]


def is_due(store: Path, age: timedelta = timedelta(days=1)) -> bool:
    """Tell whether the newest copy is older than ``age``, or there is none."""
    return max((moment for moment, _, _ in _stamped(store)), default=None) is None or (
        datetime.now(UTC) - max(moment for moment, _, _ in _stamped(store)) > age
    )


def take(store: Path, *, why: str = "") -> Path:
    """Copy the store into its folder of copies, look whether the copy is right, thin out.

    Args:
        store: The store's file.
        why: What the copy is taken before, such as ``repair``. Copies with a reason are kept
            until a person removes them.

    Raises:
        StoreError: The store or its folder cannot be read or written, or the copy is not sound.
    """
    _demand_store(store)
    where = folder(store)
    try:
        where.mkdir(mode=0o700, exist_ok=True)
        where.chmod(0o700)
    except OSError as error:
        raise _unwritable(where, error) from error
    stamp = datetime.now(UTC).strftime(_STAMP)
    made = where / f"{store.name}.{stamp}{f'.before-{why}' if why else ''}.db"
    copy(store, made)
    _thin_out(store)
    return made


def copy(store: Path, target: Path) -> None:
    """Copy a store to a file that does not exist yet, and look whether the copy is right.

    Raises:
        StoreError: The target exists, cannot be written, or the store is damaged.
    """
    if os.path.lexists(target):
        raise StoreError(f"{target} exists: give the name of a new file")
    _demand_store(store)
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            _vacuum_into(store, part)
            _sync(part)
            os.replace(part, target)  # noqa: PTH105 - pairs with os.link in `restore`
            _sync(target.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(target, error) from error


def copy_as_it_is(store: Path) -> Path:
    """Copy a damaged store, log and all, byte by byte; SQLite could not read it whole."""
    where = folder(store)
    stamp = datetime.now(UTC).strftime(_STAMP)
    made = where / f"{store.name}.{stamp}.damaged.db"
    begun: list[Path] = []
    try:
        where.mkdir(mode=0o700, exist_ok=True)
        for end in ("", "-wal"):
            source = store.with_name(store.name + end)
            if source.exists():
                target = made.with_name(made.name + end)
                os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                begun.append(target)
                shutil.copyfile(source, target)
                _sync(target)
        _sync(where)
    except OSError as error:
        for target in begun:  # part of a copy is none
            target.unlink(missing_ok=True)
        raise _unwritable(where, error) from error
    return made


def rescue(store: Store) -> Path:
    """Copy an open store whose file was removed or replaced into the folder of copies.

    Raises:
        StoreError: The copy cannot be written.
    """
    where = folder(store.path)
    stamp = datetime.now(UTC).strftime(_STAMP)
    made = where / f"{store.path.name}.{stamp}.rescued.db"
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        store.connection.execute("VACUUM INTO ?", (str(made),))
        _sync(made)
    except sqlite3.Error as error:
        raise translated(error, made) from error
    except OSError as error:
        raise _unwritable(made, error) from error
    return made


def verify(file: Path) -> dict[str, int]:
    """Return how many rows of each kind a store holds, all of it read and found whole.

    Raises:
        StoreError: It is no store, is damaged, or is of a newer version.
    """
    _demand_ours(file)
    try:
        with looking(file) as connection:
            (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if answer != "ok":
                raise StoreError(f"{file} is damaged: {' '.join(str(answer).split())}")
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise StoreError(f"{file} is damaged: rows name others that are not there")
            return _counts(connection)
    except UnicodeDecodeError as error:  # Python's, over a message that quotes what is damaged
        raise StoreError(f"{file} is damaged: its schema cannot be understood") from error
    except sqlite3.Error as error:
        raise translated(error, file) from error


def restore(store: Path, source: Path) -> Restored:
    """Put a copy of ``source`` in the place of the store; what is there is set aside.

    Raises:
        StoreLocked: Another program has the store open.
        StoreError: The source is not a sound store, or the folder cannot be written.
    """
    if not source.is_file():
        raise StoreError(f"there is no file {source}")
    if store.exists() and source.samefile(store):
        raise StoreError(f"{source} is the store itself: give one of its copies")
    if store.exists() and not os.access(store, os.W_OK):
        raise StoreReadOnly(f"{store} cannot be restored: you may not write it")
    expected = verify(source)
    stamp = datetime.now(UTC).strftime(_STAMP)
    arriving = store.with_name(f"{store.name}.arriving-{stamp}")
    aside: Path | None = store.with_name(f"{store.name}.set-aside-{stamp}")
    try:
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy(source, arriving)
        try:
            with _alone(store):
                if store.exists() and aside:
                    _set_aside(store, aside)
                else:
                    aside = None
                    _set_aside_logs(store, stamp)
                os.replace(arriving, store)  # noqa: PTH105 - pairs with os.link
                _sync(store.parent)
        finally:
            arriving.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(store, error) from error
    open_store(store, "restore").close()  # an older one is migrated, the log mode set
    present = verify(store)
    if any(present[name] < number for name, number in expected.items()):
        raise StoreError(f"{store} is not what {source} holds; the file before is {aside}")
    return Restored(present["annotations"], present["articles"], aside)


# Which copies stay


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which copies stay: the newest of each hour, then of each day, then of each week.

    Hours count for a day, days for two weeks, weeks for a year; the newest of all always stays,
    and so does what a wrong clock dated into the future. Hours, days and weeks are the
    calendar's, so that thinning out often leaves the same as doing it once.
    """
    ordered = sorted(moments)
    newest: dict[tuple[object, ...], datetime] = {}
    for moment in ordered:
        age = now - moment
        if age < timedelta(0):
            newest["future", moment] = moment
        if age <= _HOURLY:
            newest["hour", moment.date(), moment.hour] = moment
        if age <= _DAILY:
            newest["day", moment.date()] = moment
        if age <= _WEEKLY:
            newest["week", *moment.isocalendar()[:2]] = moment
    return {*newest.values(), *ordered[-1:]}


def _thin_out(store: Path) -> None:
    ordinary = {moment: path for moment, why, path in _stamped(store) if not why}
    stay = kept(ordinary, datetime.now(UTC))
    for moment, path in ordinary.items():
        if moment not in stay:
            with suppress(OSError):  # a copy too many does no harm
                path.unlink()
    this_hour = datetime.now(UTC).strftime("%Y%m%dT%H")
    for part in folder(store).glob("*.db.part"):
        # What a copy left that was interrupted; one of this hour may be another program's.
        if part.name.startswith(f"{store.name}.") and f".{this_hour}" not in part.name:
            with suppress(OSError):
                part.unlink()


def _stamped(store: Path) -> Iterator[tuple[datetime, str, Path]]:
    """Give the moment, the reason and the path of each copy."""
    pattern = re.compile(
        re.escape(store.name) + r"\.(\d{8}T\d{6}\.\d{6}Z)((?:\.before-[\w-]+)?)\.db"
    )
    try:
        found = list(folder(store).iterdir())
    except OSError:
        return
    for path in found:
        named = pattern.fullmatch(path.name)
        if named:
            with suppress(ValueError):
                moment = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
                yield moment, named[2], path


# Copying


def _vacuum_into(store: Path, part: Path) -> None:
    try:
        with looking(store) as connection:
            connection.execute("VACUUM INTO ?", (str(part.absolute()),))
            # Counting after copying: others may only have added meanwhile.
            with closing(connect(part, read_only=True)) as made:
                (answer,) = made.execute("PRAGMA integrity_check(1)").fetchone()
                there = _counts(made)
            if answer != "ok" or (not there["events"] and _counts(connection)["events"]):
                raise StoreError(f"the copy of {store} is not whole: run sanggah check")
    except UnicodeDecodeError as error:  # Python's, over a message that quotes what is damaged
        raise StoreError(f"{store} is damaged: run sanggah check") from error
    except sqlite3.Error as error:
        # Of the two files only the copy is written.
        code = getattr(error, "sqlite_errorcode", None)
        written = code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)
        raise translated(error, part.with_suffix("") if written else store) from error


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {
        table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for table in _COUNTED
    }


def _demand_store(file: Path) -> None:
    if not file.is_file():
        raise StoreError(f"there is no store at {file}")
    _demand_ours(file)


def _demand_ours(file: Path) -> None:
    """Raise StoreError unless the file says that it is a store of this or an older version."""
    try:
        found = header(file)
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {error.strerror or error}") from error
    except sqlite3.Error:
        found = None
    version, application = found or (0, 0)
    if application != APPLICATION_ID:
        raise StoreError(f"{file} is not a Sanggah store; nothing was changed")
    if not 0 < version <= SCHEMA_VERSION:
        raise StoreError(f"{file} is of store version {version}: upgrade Sanggah")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreUnavailable(f"{path} cannot be written: {error.strerror or error}")


# Restoring


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Hold the store while nobody else has it open, its log written back into the file.

    Raises:
        StoreLocked: Somebody has it open.
    """
    connection = _held(store) if _is_ours(store) else None
    try:
        if connection is None:
            _refuse_if_locked(store)
        yield
    finally:
        if connection is not None:
            connection.close()


def _is_ours(file: Path) -> bool:
    try:
        _demand_ours(file)
    except StoreError:
        return False
    return True


def _held(store: Path) -> sqlite3.Connection | None:
    """Return a connection that nobody else can have beside it; None where damage forbids one."""
    connection = connect(store, read_only=False)
    try:
        connection.execute("PRAGMA busy_timeout = 1000")
        # Only who is alone can leave the log mode, and leaving it writes the log back.
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        connection.close()
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return None
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise _open_elsewhere(store) from error
        raise translated(error, store) from error
    return connection


def _refuse_if_locked(store: Path) -> None:
    """Raise StoreLocked where a program has SQLite's locks on the file, whatever it holds."""
    if not store.exists():
        return
    import fcntl  # only here, and not on every system

    with store.open("r+b") as opened:
        try:
            # The bytes on which SQLite locks, see "File Locking And Concurrency" in its manual.
            fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, 512, 0x40000000)
        except OSError as error:
            raise _open_elsewhere(store) from error


def _open_elsewhere(store: Path) -> StoreLocked:
    return StoreLocked(f"{store} is open in another program: close it there, then restore")


def _set_aside(store: Path, aside: Path) -> None:
    """Give the present file, with what is left of its log, another name; it stays as it is."""
    try:
        # A second name first, so that at no moment the store has none.
        aside.hardlink_to(store)
    except OSError:
        store.rename(aside)
    for end in ("-wal", "-journal"):
        log = store.with_name(store.name + end)
        if log.exists():
            log.rename(aside.with_name(aside.name + end))
    store.with_name(store.name + "-shm").unlink(missing_ok=True)


def _set_aside_logs(store: Path, stamp: str) -> None:
    """Give a log without its file another name: beside another file it would do harm."""
    for end in ("-wal", "-journal"):
        log = store.with_name(store.name + end)
        if log.exists():
            log.rename(store.with_name(f"{store.name}.set-aside-{stamp}{end}"))
    store.with_name(store.name + "-shm").unlink(missing_ok=True)
