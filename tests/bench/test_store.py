import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from bench.store.growth import Size, figures, table
from bench.store.library import fill, marks
from bench.store.measures import Figure, every_figure
from bench.store.plot import Line, plot
from store import ArticleQuery, articles, check, open_store
from store.database.annotations import create_many


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "store.db"
    fill(path, 120, 1200)
    with open_store(path, "bench") as store:
        assert create_many(store, marks(store, 500)) == 500
    return path


def test_a_library_made_by_rule_is_a_sound_store_of_distinct_texts(library: Path) -> None:
    assert check(library) == []
    with open_store(library, "bench") as store:
        assert articles.count(store, ArticleQuery()) == 120
        assert articles.count(store, ArticleQuery(state="done")) > 0
        mean, events = store.connection.execute(
            "SELECT (SELECT avg(length(CAST(text AS BLOB))) FROM articles), "
            "(SELECT count(*) FROM events WHERE subject = 'annotations')"
        ).fetchone()
    assert 800 < mean < 1600
    assert events == 500


def test_every_figure_has_a_place_of_its_own_in_the_table(library: Path) -> None:
    figures = list(every_figure(library, seconds=0.2))
    names = [figure.name for figure in figures]
    assert len(set(names)) == len(names)
    assert all(0 < figure.p50 <= figure.p99 for figure in figures)


def test_a_figure_is_held_against_what_is_wanted() -> None:
    assert Figure("a", 4, 6, 5).is_met is False
    assert Figure("a", 4, 6, 5, median=True).is_met is True
    assert Figure("a", 9, 9, 10, unit="/s").is_met is False
    assert "MISSED" in Figure("a", 4, 6, 5).line()


def test_a_library_that_is_kept_is_measured_in_a_copy(tmp_path: Path) -> None:
    size = Size(30, 400, 60)
    made = [figure.name for figure in figures(size, None, tmp_path, ["opening"])]
    (kept,) = tmp_path.iterdir()
    before = kept.read_bytes()
    measured = [figure.name for figure in figures(size, None, tmp_path, ["opening"])]
    assert "marks imported" in made
    assert "marks imported" not in measured
    assert made[-len(measured) :] == measured
    assert kept.read_bytes() == before


def test_the_table_has_a_column_for_each_size() -> None:
    steps = [
        {"a": Figure("a", 1, 2.25, 5), "b": Figure("b", 12_000, 12_000, 15_000, unit="/s")},
        {"a": Figure("a", 3, 400, 5), "b": Figure("b", 9, 9, 15_000, unit="/s")},
    ]
    assert list(table([Size(10, 1, 1), Size(1000, 1, 1)], steps)) == [
        "| | wanted | 10 | 1,000 articles |",
        "| --- | ---: | ---: | ---: |",
        "| a | p99 5 | 1.0, 2.2 | 3.0, 400 |",
        "| b | 15,000/s | 12,000/s | 9.0/s |",
    ]


def test_the_plot_is_a_picture_of_every_line() -> None:
    picture = ElementTree.fromstring(plot([10, 1000], [Line("a < b", [1, 50]), Line("c", [0, 2])]))
    drawn = picture.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(drawn) == 2
    assert "a < b" in [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
