"""What `export` gives and what sqlite-utils gives are the same, cell by cell."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citations import cite
from store.database.connection import Store
from store.escaping import without_controls
from store.exchange import Selection, write
from store.exchange.csv import cell
from tests.store.exchange.conftest import add_article, annotate
from tests.store.test_citations import PAGES

COLUMNS = [
    *("annotation_id", "label", "text", "clean_text", "note", "speaker", "confidence", "status"),
    *("reviewer", "created_at", "article_id", "article_title", "article_outlet"),
    *("article_published", "article_url", "start_char", "end_char", "part_of", "citation"),
]


def sqlite_utils(store: Store, *options: str) -> str:
    """What the real program prints of the view."""
    program = Path(sys.executable).with_name("sqlite-utils")
    done = subprocess.run(
        [program, "rows", store.path, "annotations_export", *options],
        check=True,
        timeout=60,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode()


def exported(store: Store, format_name: str, selection: Selection | None = None) -> str:
    file = io.StringIO(newline="")
    write(store, file, format_name, selection or Selection())
    return file.getvalue()


def rows_of(store: Store) -> list[dict[str, Any]]:
    return json.loads(sqlite_utils(store))


def test_jsonl_is_what_sqlite_utils_gives(store: Store) -> None:
    lines = exported(store, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == rows_of(store)
    assert list(json.loads(lines[0])) == COLUMNS


def test_csv_is_what_sqlite_utils_gives_but_for_its_one_rule(store: Store) -> None:
    header, *rows = csv.reader(io.StringIO(exported(store, "csv"), newline=""))
    assert header == COLUMNS
    theirs = csv.reader(io.StringIO(sqlite_utils(store, "--csv"), newline=""))
    assert next(theirs) == COLUMNS
    changed = set()
    for ours, row, printed in zip(rows, rows_of(store), theirs, strict=True):
        for value, (column, expected), shown in zip(ours, row.items(), printed, strict=True):
            assert value == ("" if expected is None else str(cell(expected)))
            if value != shown:
                changed.add((column, value[:2]))
    assert changed == {
        *(("text", "'+"), ("clean_text", "'+"), ("text", "'-"), ("clean_text", "'-")),
        *(("article_title", "'="), ("speaker", "'="), ("note", "'="), ("note", "'@")),
        ("reviewer", "'="),
        # The hostile title and speaker, without their control characters.
        *(("citation", "“T"), ("citation", "“B")),
    }


def test_numbers_stay_numbers_and_null_is_empty(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(store, "csv"), newline="")))
    assert {row["confidence"] for row in rows} == {"", "0.5", "1.0"}
    assert all(int(row["end_char"]) > int(row["start_char"]) for row in rows)
    assert {row["part_of"] for row in rows} == {""}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+62 811", "'+62 811"),
        ("-5 derajat", "'-5 derajat"),
        ("@SUM(1)", "'@SUM(1)"),
        (" \xa0=1", "' \xa0=1"),
        ("\u200b=1", "'\u200b=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A", "'＠A"),
        ("\tteks", "'\tteks"),
        ("\nteks", "'\nteks"),
        ("\x1b=1", "'=1"),
        ("\r=1", "'=1"),
        ("'=1", "''=1"),
        ("'kutip'", "'kutip'"),
        ("dua = dua", "dua = dua"),
        ("– kata", "– kata"),
        ("", ""),
        (-5, -5),
        (0.5, 0.5),
        (None, None),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text: Any, written: Any) -> None:
    assert cell(text) == written


@given(
    st.text(st.sampled_from("'=+-@＝ \xa0\t\n\u200ba") | st.characters(exclude_categories=["Cs"]))
)
def test_taking_the_apostrophe_away_gives_the_text_back(text: str) -> None:
    written = cell(text)
    kept = without_controls(text)
    assert written in (kept, f"'{kept}")
    assert (cell(written) != written) == (written != kept)


def test_line_feeds_stay_inside_their_cell(store: Store) -> None:
    written = exported(store, "csv")
    assert written.startswith("annotation_id,label,")
    assert written.endswith("\r\n")
    assert '"naik\n\n“Air"' in written
    assert "\r\n\r\n" not in written


@pytest.mark.parametrize("format_name", ["csv", "jsonl", "markdown"])
def test_no_control_character_gets_out_of_any_format(store: Store, format_name: str) -> None:
    written = exported(store, format_name).replace("\r\n", "\n")
    assert "relipan" in written
    assert without_controls(written) == written


@pytest.mark.parametrize("format_name", ["csv", "jsonl", "markdown"])
@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        ({}, 6),
        ({"label": "claim"}, 3),
        ({"reviewer": "maya"}, 1),
        ({"label": "denial", "reviewer": "budi"}, 1),
        ({"label": "tidak ada"}, 0),
        ({"article_id": "0" * 16}, 0),
        ({"reviewer": "' or 1=1 --"}, 0),
    ],
)
def test_a_selection_takes_only_what_it_names(
    store: Store, format_name: str, chosen: dict[str, str], number: int
) -> None:
    assert write(store, io.StringIO(), format_name, Selection(**chosen)) == number


def test_one_article_is_selected_by_its_id(store: Store) -> None:
    (article,) = store.connection.execute("select id from articles where seq = 2").fetchone()
    lines = exported(store, "jsonl", Selection(article_id=article)).splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == [article, article]


def test_an_article_set_aside_is_in_no_export(store: Store) -> None:
    store.connection.execute("update articles set removed_at = added_at where seq = 1")
    assert [write(store, io.StringIO(), name, Selection()) for name in ("csv", "markdown")] == [
        2,
        2,
    ]


def test_the_view_and_the_plain_style_cite_alike(store: Store) -> None:
    number = 0

    @given(PAGES)
    def agree(page: Any) -> None:
        nonlocal number
        number += 1
        # NUL ends a text for SQL's own functions; the day has to be one.
        fields = dataclasses.asdict(page)
        stated = {
            name: value.replace("\x00", "") if value else value for name, value in fields.items()
        }
        published = stated["published"] if is_moment(stated["published"]) else None
        words = without_controls(stated["words"]).replace("\ufeff", "") or "kata"
        store.connection.execute("begin")
        article = add_article(
            store,
            f"{number}\n{words}",
            published=published,
            **{name: stated[name] for name in ("byline", "title", "outlet", "url", "language")},
        )
        annotate(store, article, words, "claim", speaker=stated["speaker"])
        clean, citation = store.connection.execute(
            "select clean_text, citation from annotations_export where article_id = ?", (article,)
        ).fetchone()
        store.connection.execute("rollback")
        cited = dataclasses.replace(page, **stated | {"words": clean, "published": published})
        assert cite(cited, "plain") == without_controls(citation)

    agree()


def is_moment(published: str | None) -> bool:
    return bool(published) and published[:4].isdigit() and published[4:5] == "-"
