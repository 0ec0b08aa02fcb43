"""Triggers, views, indexes and the data dictionary: what of a store can be made anew at will.

They may change from release to release while the tables stay as they are. Which revision of them
a store has stands in it as a comment in one trigger: whoever puts earlier ones back takes the
comment back too. `connection` compares it at each opening, and comes here only where it is old.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping

from store.database import dictionary, events, guards, views
from store.database.schema import INDEXES, REVISION, revision_of

#: What each revision's triggers and views were, so that `check` knows an earlier release's from
#: those that something else changed. A change of them needs a new revision with its digest.
DIGESTS = {
    1: "d2dadb028200dfdccd1307832f937db3dabd45e282ea7c0a8c4aee5414bceb28",
    2: "dd66aabdb9a8c65ccebe270dbeeb659bc26067239e309acd6482348995ec91af",
    3: "68d6f2328dda37e1e7c5a0f069b6794bddf4c10507562150ae17f53fc773d668",
    4: "f7d24ef97682dbebacef496b8381e90a4c1779d3fda5b28d9d18ccceef9166a5",
    5: "3cd0a3f23eb53dc44c0f1828935cc6c4da3a349a7eae9a07ab989799cf038d66",
    6: "752d9687b0989d821bb55c1c36a6d90e71efa4f2ff6af272a8540821f4961171",
}

#: Triggers and views of earlier revisions that this one does not have.
RETIRED = ("annotations_guard_id",)

#: Indexes that earlier revisions made and this one makes otherwise, or not at all. Others are made
#: with the tables and never again: where much is in them that takes seconds.
EARLIER_INDEXES = {
    "annotations_by_article": (
        "CREATE INDEX annotations_by_article ON annotations (article_id, start_char)"
    ),
    "annotations_counted": (
        "CREATE INDEX annotations_counted ON annotations (article_id, label) "
        "WHERE status = 'accepted'"
    ),
    "annotations_by_label": (
        "CREATE INDEX annotations_by_label ON annotations (label, status, article_id)"
    ),
}

MADE = (*guards.GUARDS, *events.EVENTS, *views.VIEWS)

_NAMES = frozenset(RETIRED) | {statement.split()[2] for statement in MADE}


def make(connection: sqlite3.Connection) -> None:
    """Make triggers, views and the data dictionary anew, and indexes that were others before.

    What other programs added stays. The caller holds a transaction.
    """
    _renew_indexes(connection)
    for (kind, name), _ in _ours(_triggers_and_views(connection)):
        connection.execute(f'DROP {kind} "{name}"')
    for statement in MADE:
        connection.execute(statement)
    connection.execute("DELETE FROM data_dictionary")
    connection.executemany("INSERT INTO data_dictionary VALUES (?, ?, ?)", dictionary.rows())
    shadows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND (name GLOB 'articles_fts_*' OR name GLOB 'articles_trigram_*')"
    ).fetchall()
    connection.executemany(
        "INSERT INTO data_dictionary VALUES (?, '', ?)",
        [(name, f"Inside of {name.rpartition('_')[0]}; not for reading.") for (name,) in shadows],
    )


def _renew_indexes(connection: sqlite3.Connection) -> None:
    present = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall()
    )
    made = {statement.split()[2]: statement for statement in INDEXES}
    for name in EARLIER_INDEXES:
        if is_an_earlier_index(name, present.get(name)):
            connection.execute(f"DROP INDEX {name}")
            if name in made:
                connection.execute(made[name])


def is_an_earlier_index(name: str, sql: str | None) -> bool:
    """Tell whether an index is as an earlier release made it, and this one makes another."""
    earlier = EARLIER_INDEXES.get(name)
    return sql is not None and earlier is not None and sql.split() == earlier.split()


def are_of_another_release(present: Mapping[tuple[str, str], str]) -> bool:
    """Tell whether a store has the triggers and views of another release, all as it made them.

    Args:
        present: The SQL of what the store holds, by type and name.
    """
    revision = revision_of(present.get(("trigger", "writing_guard_delete")))
    if revision < REVISION:
        return digest(present) == DIGESTS.get(revision)
    # What a later release makes cannot be known; this one leaves it alone.
    return revision > REVISION


def digest(objects: Mapping[tuple[str, str], str]) -> str:
    """Return the SHA-256 of the store's own triggers and views among ``objects``."""
    texts = (f"{name} {' '.join(sql.split())}" for (_, name), sql in _ours(objects))
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _ours(objects: Mapping[tuple[str, str], str]) -> list[tuple[tuple[str, str], str]]:
    return sorted(
        (key, sql)
        for key, sql in objects.items()
        if key[0] in ("trigger", "view") and key[1] in _NAMES
    )


def _triggers_and_views(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {
        (kind, name): str(sql)
        for kind, name, sql in connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
        )
    }
