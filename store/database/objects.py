"""Triggers, views and the data dictionary: what of a store holds no data and is made anew at will.

They may change from release to release while the tables stay as they are. Which revision of them
a store has stands in it as a comment in one trigger: whoever puts earlier ones back takes the
comment back too. `connection` compares it at each opening, and comes here only where it is old.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping

from store.database import dictionary, events, guards, views
from store.database.schema import REVISION, revision_of

#: What each revision's triggers and views were, so that `check` knows an earlier release's from
#: those that something else changed. A change of them needs a new revision with its digest.
DIGESTS = {
    1: "d2dadb028200dfdccd1307832f937db3dabd45e282ea7c0a8c4aee5414bceb28",
    2: "dd66aabdb9a8c65ccebe270dbeeb659bc26067239e309acd6482348995ec91af",
    3: "68d6f2328dda37e1e7c5a0f069b6794bddf4c10507562150ae17f53fc773d668",
    4: "f7d24ef97682dbebacef496b8381e90a4c1779d3fda5b28d9d18ccceef9166a5",
    5: "3cd0a3f23eb53dc44c0f1828935cc6c4da3a349a7eae9a07ab989799cf038d66",
}

#: Triggers and views of earlier revisions that this one does not have.
RETIRED = ("annotations_guard_id",)

MADE = (*guards.GUARDS, *events.EVENTS, *views.VIEWS)

_NAMES = frozenset(RETIRED) | {statement.split()[2] for statement in MADE}


def make(connection: sqlite3.Connection) -> None:
    """Make triggers, views and the data dictionary anew; what others added stays.

    The caller holds a transaction.
    """
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
