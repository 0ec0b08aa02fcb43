"""What Datasette is told is what it shows, and names only what is there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from store import datasette, open_store


@pytest.fixture
def served(tmp_path: Path) -> tuple[Path, Path]:
    """A store under a name with a dot, and its metadata file."""
    place = tmp_path / "river.2022.db"
    open_store(place, "maya").close()
    told = tmp_path / "datasette.yaml"
    told.write_text(datasette.metadata_yaml(place), encoding="utf-8")
    return place, told


def get(served: tuple[Path, Path], path: str) -> str:
    program = Path(sys.executable).with_name("datasette")
    place, told = served
    done = subprocess.run(
        [program, place, "-m", told, "--get", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_file_is_yaml_and_says_what_the_mapping_says(served: tuple[Path, Path]) -> None:
    place, told = served
    assert yaml.safe_load(told.read_text(encoding="utf-8")) == datasette.metadata(place)


def test_every_table_and_column_that_is_named_is_in_the_store(served: tuple[Path, Path]) -> None:
    place, _ = served
    (database,) = datasette.metadata(place)["databases"].values()
    with open_store(place, "maya") as store:
        for name, told in database["tables"].items():
            columns = {row[1] for row in store.connection.execute(f"pragma table_info({name})")}
            named = {*told.get("columns", ()), *told.get("facets", ())}
            named |= {told[key] for key in ("sort", "sort_desc", "label_column") if key in told}
            assert columns, name
            assert named <= columns
        tables = {
            row[0]
            for row in store.connection.execute(
                "select name from sqlite_master where type in ('table', 'view') "
                "and name not glob 'articles_fts*' and name not glob 'articles_trigram_*' "
                "and name not glob 'sqlite_*'"
            )
        }
    assert tables == set(database["tables"])


def test_datasette_shows_titles_facets_and_search(served: tuple[Path, Path]) -> None:
    database = json.loads(get(served, "/river~2E2022.json"))
    hidden = {table["name"] for table in database["tables"] if table["hidden"]}
    assert {"writing", "replaced", "articles_trigram", "articles_fts"} <= hidden
    assert {query["name"] for query in database["queries"]} >= {"who_says_what"}
    marks: dict[str, Any] = json.loads(get(served, "/river~2E2022/annotations_export.json"))
    assert set(marks["facet_results"]) >= {"label", "article_outlet"}
    page = get(served, "/river~2E2022/articles")
    assert "Articles as imported" in page
    assert 'name="_search"' in page


@pytest.mark.parametrize("query", ["labels_by_outlet", "who_says_what", "marks_with_words"])
def test_the_ready_made_queries_run(served: tuple[Path, Path], query: str) -> None:
    found = json.loads(get(served, f"/river~2E2022/{query}.json?words=a&_shape=array"))
    assert found == []
