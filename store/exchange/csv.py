"""Annotations as CSV (RFC 4180): one row an annotation, the columns of `annotations_export`.

UTF-8 without a byte order mark, lines ended by CR LF, line feeds inside cells kept in quotes, null
as an empty cell. Two things differ from the view: control characters are left out, and a cell that
a spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import re
from typing import Any, TextIO

from store.database.connection import Store
from store.escaping import without_controls
from store.exchange.selection import Selection, exported

# The signs that open a formula in Excel, LibreOffice or Google Sheets, full-width ones included,
# also behind blanks or invisible signs that a spreadsheet may strip; tab and line feed, which may
# open a cell anew. Apostrophes in front count too, so that taking one away from every cell that
# matches gives the text back.
_FORMULA = re.compile(r"'*(?:[\t\n]|[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠])")


def write(store: Store, file: TextIO, selection: Selection) -> int:
    """Write the selected annotations and return their number.

    ``file`` has to leave line ends alone (opened with ``newline=""``).
    """
    columns, rows = exported(store, selection)
    writer = csv.writer(file)
    writer.writerow(columns)
    written = 0
    for row in rows:
        writer.writerow([cell(value) for value in row])
        written += 1
    return written


def cell(value: Any) -> Any:
    """Return ``value`` as a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = without_controls(value)
    return f"'{text}" if _FORMULA.match(text) else text
