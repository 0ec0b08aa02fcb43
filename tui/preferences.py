"""What the program remembers of its user between two starts: a small JSON file.

Nothing here is worth an error: a file that cannot be read counts as absent, one that cannot be
written is let go.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_KINDS = {
    "citation_style": str,
    "panel": bool,
    "panel_width": int,
    "reported": bool,
    "sort": str,
    "descending": bool,
    "theme": str,
    "tour_offers": int,
}


@dataclass
class Preferences:
    """The choices that outlive a session.

    Attributes:
        citation_style: The name of a style of `store.citations`.
        panel: Whether the side panel is shown where there is room for it; None: not chosen yet.
        panel_width: How wide the side panel is where there is room for it, in cells.
        reported: Whether reported speech is shown among the quotes.
        sort: The library's order.
        descending: Whether that order is reversed.
        theme: The name of a theme of `tui.themes`; "" where none was chosen yet.
        tour_offers: How many starts have offered the tour, or would have, had it not been taken.
    """

    citation_style: str = "plain"
    panel: bool | None = None
    panel_width: int = 36
    reported: bool = True
    sort: str = "added"
    descending: bool = False
    theme: str = ""
    tour_offers: int = 0

    @classmethod
    def load(cls, path: Path) -> Preferences:
        """Read the file; what is missing or of the wrong type takes its default."""
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        return cls(
            **{
                name: stored[name]
                for name, kind in _KINDS.items()
                if type(stored.get(name)) is kind  # True is an int, but no width
            }
        )

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(asdict(self)), encoding="utf-8")
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
