"""What the program remembers of its user between two starts: a small JSON file.

Nothing here is worth an error: a file that cannot be read counts as absent, one that cannot be
written is let go.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass
class Preferences:
    """The choices that outlive a session.

    Attributes:
        citation_style: The name of a style of `store.citations`.
        panel: Whether the side panel is shown where there is room for it; None: not chosen yet.
        sort: The library's order.
        descending: Whether that order is reversed.
    """

    citation_style: str = "plain"
    panel: bool | None = None
    sort: str = "added"
    descending: bool = False

    @classmethod
    def load(cls, path: Path) -> Preferences:
        """Read the file; what is missing or of the wrong type takes its default."""
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        defaults = asdict(cls())
        if not isinstance(stored, dict):
            return cls()
        kept = {
            field.name: stored[field.name]
            for field in fields(cls)
            if field.name in stored
            and isinstance(
                stored[field.name],
                type(defaults[field.name]) if defaults[field.name] is not None else bool,
            )
        }
        return cls(**kept)

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(asdict(self)), encoding="utf-8")
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
