"""The full-text indexes of articles, and how what was added to them is merged.

FTS5 writes each transaction's words as a segment of its own and merges segments later: by itself
in portions that grow with the library, inside whichever transaction is due. Whoever adds articles
does it here instead, in small transactions of their own, so that nobody waits long for them.
"""

from __future__ import annotations

from store.database.connection import Store, transaction
from store.database.schema import FULL_TEXT


def merge_in_steps(store: Store) -> None:
    """Have segments merged by `merge` alone, until 16 of a kind have come together.

    It is a setting of the file (FTS5's "automerge") and stays.
    """
    for index in FULL_TEXT:
        setting = store.connection.execute(
            f"SELECT v FROM {index}_config WHERE k = 'automerge'"
        ).fetchone()
        if setting != (0,):
            with transaction(store, mode="rule"):
                _tell(store, index, "automerge", 0)


def merge(store: Store, index: str, pages: int) -> None:
    """Merge segments of an index until about so many pages are written, or all are merged."""
    with transaction(store, mode="rule"):
        _tell(store, index, "merge", pages)


def _tell(store: Store, index: str, command: str, value: int) -> None:
    store.connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES (?, ?)", (command, value))
