"""Annotations as Apache Parquet, for DuckDB, pandas, Polars and R: a typed table in columns.

The columns and values are those of `annotations_export`, each of one type: characters are
integers, the confidence is a float, all else is text, null stays null.
"""

from __future__ import annotations

from itertools import islice
from typing import TextIO

from store.database.connection import Store
from store.exchange.selection import Selection, exported
from store.model import SanggahError

_INTEGERS = frozenset({"start_char", "end_char"})
_FLOATS = frozenset({"confidence"})

#: So many rows are held at a time; a reader of the file may skip each such group whole.
_ROWS_A_GROUP = 20_000


def write(store: Store, file: TextIO, selection: Selection) -> int:
    """Write the selected annotations and return their number.

    ``file`` has to stand on a binary one, as an open file does.

    Raises:
        SanggahError: pyarrow is not installed, or ``file`` takes text alone, as a terminal does.
    """
    try:
        import pyarrow as arrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise SanggahError(
            "parquet needs the package pyarrow: install it beside sanggah, "
            "as with pip install 'sanggah[parquet]'"
        ) from None
    sink = getattr(file, "buffer", None)
    if sink is None:
        raise SanggahError("parquet is nothing to read on a terminal: name a file with -o FILE")
    columns, rows = exported(store, selection)
    types = [
        arrow.int64()
        if name in _INTEGERS
        else arrow.float64()
        if name in _FLOATS
        else arrow.string()
        for name in columns
    ]
    schema = arrow.schema(list(zip(columns, types, strict=True)))
    written = 0
    with ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(rows, _ROWS_A_GROUP)):
            cells = zip(*group, strict=True)
            arrays = [arrow.array(each, kind) for each, kind in zip(cells, types, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            written += len(group)
    return written
