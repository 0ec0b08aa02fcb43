"""A copy of the store a day, taken in the background while the app is open.

It begins well after the first paint, so that no start waits for it; how copies are made and which
stay is the store's business.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Timer

from store import SanggahError

#: Seconds after the start.
AFTER = 30.0


def start(store: Path, after: float = AFTER) -> Timer:
    """Take a copy some seconds from now if the newest is older than a day.

    Returns:
        The timer, to be cancelled when the app is left before.
    """
    timer = Timer(after, copy_if_due, (store,))
    timer.daemon = True
    timer.start()
    return timer


def copy_if_due(store: Path) -> None:
    """Take a copy if the newest is older than a day; where that fails, the next start tries."""
    from store import backup

    # A folder that cannot be written or a full disk is told by what the reviewer does next.
    with suppress(SanggahError):
        if backup.is_due(store):
            backup.take(store)
