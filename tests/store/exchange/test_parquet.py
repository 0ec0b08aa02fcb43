"""A Parquet file holds what the view holds, typed, for DuckDB and pandas."""

from __future__ import annotations

import builtins
import io
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pyarrow.parquet
import pytest

from store.database.connection import Store
from store.exchange import Selection, write, write_file
from store.model import SanggahError


def rows_of_the_view(store: Store) -> list[tuple[Any, ...]]:
    return store.connection.execute("select * from annotations_export").fetchall()


def test_duckdb_reads_the_rows_of_the_view(store: Store, tmp_path: Path) -> None:
    place = tmp_path / "marks.parquet"
    assert write_file(store, place, "parquet") == 6
    assert duckdb.sql(f"select * from '{place}'").fetchall() == rows_of_the_view(store)
    counted = duckdb.sql(f"select label, count(*) from '{place}' group by 1 order by 1").fetchall()
    assert (
        counted
        == store.connection.execute(
            "select label, count(*) from annotations_export group by 1 order by 1"
        ).fetchall()
    )


def test_pandas_gets_numbers_as_numbers_and_nothing_as_nothing(
    store: Store, tmp_path: Path
) -> None:
    place = tmp_path / "marks.parquet"
    write_file(store, place, "parquet")
    frame = pandas.read_parquet(place)
    assert (frame["end_char"] - frame["start_char"] == frame["text"].str.len()).all()
    assert str(frame["confidence"].dtype) == "float64"
    columns = zip(*rows_of_the_view(store), strict=True)
    nulls = [sum(value is None for value in column) for column in columns]
    assert list(frame.isna().sum()) == nulls


def test_no_marks_give_a_table_with_its_columns(store: Store, tmp_path: Path) -> None:
    place = tmp_path / "none.parquet"
    assert write_file(store, place, "parquet", Selection(reviewer="nobody")) == 0
    table = pyarrow.parquet.read_table(place)
    assert (table.num_rows, table.num_columns) == (0, 19)


def test_a_terminal_is_spared(store: Store) -> None:
    with pytest.raises(SanggahError, match="name a file with -o"):
        write(store, io.StringIO(), "parquet", Selection())


def test_without_pyarrow_one_line_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def lacking(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", lacking)
    with pytest.raises(SanggahError, match=r"pip install 'sanggah\[parquet\]'"):
        write_file(store, tmp_path / "marks.parquet", "parquet")
    assert list(tmp_path.glob("*.parquet*")) == []
