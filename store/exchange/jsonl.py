"""Annotations as JSON lines: one object a line, the columns of `annotations_export` as its keys.

UTF-8, lines ended by LF. The values are exactly the view's; characters that could harm a terminal
are written as ``\\uXXXX``, which a program reads as the same text.
"""

from __future__ import annotations

from typing import TextIO

from store.database.connection import Store
from store.escaping import json_text
from store.exchange.selection import Selection, exported


def write(store: Store, file: TextIO, selection: Selection) -> int:
    """Write the selected annotations and return their number."""
    columns, rows = exported(store, selection)
    written = 0
    for row in rows:
        file.write(json_text(dict(zip(columns, row, strict=True))))
        file.write("\n")
        written += 1
    return written
