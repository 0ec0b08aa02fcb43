"""The column ``extra``: what came in with a row and has no column of its own."""

from __future__ import annotations

import json
from typing import Any


def fields_of(text: str) -> dict[str, Any]:
    """Return the fields in a row's ``extra``; a value that is no object stands under ``value``.

    What another program nested deeper than Python reads is left in the row and not given.
    """
    if text == "{}":
        return {}
    try:
        value = json.loads(text)
    except RecursionError:
        return {}
    return value if isinstance(value, dict) else {"value": value}
