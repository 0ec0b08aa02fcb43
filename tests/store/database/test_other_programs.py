"""What sqlite-utils, Datasette and pandas read and write: the programs themselves, no joins."""

import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pandas
import pytest

from store import Store, annotations, articles, history
from tests.store.database.conftest import TEXT

PROGRAMS = Path(sys.executable).parent
HOSTILE = "=cmd|' /C calc'!A0 \x1b]52;c;AA\x07 [/b] \u202e\"quoted\",\n second line 👨‍👩‍👧"


def run(program: str, *arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAMS / program, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def marked(store: Store, article: str) -> str:
    """The id of an annotation with hostile text in what a person types."""
    articles.mend(store, article, outlet=HOSTILE)
    return annotations.create(
        store, article, "denial", 15, 31, note=HOSTILE, speaker="Budi “B” Santoso", confidence=0.5
    ).id


def test_sqlite_utils_gives_the_export_as_csv(store: Store, marked: str) -> None:
    done = run("sqlite-utils", "rows", store.path, "annotations_export", "--csv")
    assert done.returncode == 0, done.stderr
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert row["annotation_id"] == marked
    assert row["note"] == HOSTILE
    assert row["text"] == TEXT[15:31]
    assert (row["confidence"], row["part_of"]) == ("0.5", "")


def test_sqlite_utils_answers_questions(store: Store, marked: str) -> None:
    done = run(
        "sqlite-utils",
        "query",
        store.path,
        "select label, count(*) as n from annotations_export group by label",
    )
    assert json.loads(done.stdout) == [{"label": "denial", "n": 1}]
    done = run("sqlite-utils", "search", store.path, "articles", "menteri", "-c", "id")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == 1


def row(article: str, **values: object) -> str:
    good = {
        "article_id": article,
        "label": "claim",
        "start_char": 0,
        "end_char": 7,
        "text": "Menteri",
    }
    return json.dumps({**good, **values})


def test_sqlite_utils_inserts_a_good_row_with_its_event(store: Store, article: str) -> None:
    done = run("sqlite-utils", "insert", store.path, "annotations", "-", stdin=row(article))
    assert done.returncode == 0, done.stderr
    (made,) = annotations.of_article(store, article)
    assert (made.text, made.reviewer, made.suffix) == ("Menteri", "outside", TEXT[7:39])
    assert len(made.id) == 36
    (event,) = history.log(store, article)
    assert (event.action, event.reviewer, event.subject_id) == ("create", "outside", made.id)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"label": "no such"}, "unknown label: add it to the table labels first"),
        ({"article_id": "0" * 16}, "article"),
        ({"text": "menteri"}, "text is not the slice"),
        ({"end_char": 70_000}, "lies outside the article's text"),
        ({"start_char": -1}, "starts at 0 or later"),
        ({"status": "maybe"}, "status is one of accepted, suggested, rejected"),
        ({"confidence": 2}, "confidence is null or from 0 to 1"),
        ({"color": "red"}, "no column named color"),
    ],
)
@pytest.mark.parametrize("how", [("insert",), ("insert", "--replace"), ("upsert",)])
def test_a_bad_row_fails_with_what_is_wrong(
    store: Store, article: str, how: tuple[str, ...], values: dict[str, object], message: str
) -> None:
    given = annotations.create(store, article, "claim", 0, 7, id="given")
    command, *options = how
    done = run(
        "sqlite-utils",
        command,
        store.path,
        "annotations",
        "-",
        "--pk",
        "id",
        *options,
        stdin=row(article, id="given" if options or command == "upsert" else "new", **values),
    )
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert annotations.of_article(store, article) == [given]
    assert len(history.log(store, article)) == 1


def test_sqlite_utils_replaces_and_upserts_with_one_change_each(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7, id="given", note="first")
    common = ("annotations", "-", "--pk", "id")
    new = row(article, id="given", label="denial")
    done = run("sqlite-utils", "insert", store.path, *common, "--replace", stdin=new)
    assert done.returncode == 0, done.stderr
    newer = row(article, id="given", label="evidence", note="third")
    done = run("sqlite-utils", "upsert", store.path, *common, stdin=newer)
    assert done.returncode == 0, done.stderr
    done = run("sqlite-utils", "insert", store.path, *common, "--ignore", stdin=new)
    assert done.returncode == 0, done.stderr
    log = history.log(store, article)
    assert [event.action for event in log] == ["create", "change", "change"]
    assert log[1].before is not None
    assert (log[1].before["label"], log[1].before["note"]) == ("claim", "first")
    assert log[2].before == {"label": "denial", "note": ""}
    assert annotations.get(store, "given").note == "third"


def test_sqlite_utils_query_changes_and_deletes_under_the_same_guards(
    store: Store, article: str, marked: str
) -> None:
    def query(sql: str) -> subprocess.CompletedProcess[str]:
        return run("sqlite-utils", "query", store.path, sql)

    assert "never change" in query("update articles set text = 'x'").stderr
    assert "has annotations" in query("delete from articles").stderr
    assert "append-only" in query("delete from events").stderr
    assert query("update annotations set note = 'seen'").returncode == 0
    assert query("delete from annotations").returncode == 0
    assert [event.action for event in history.log(store, article)][-2:] == ["change", "delete"]


def test_a_csv_of_annotations_can_be_inserted(store: Store, article: str, tmp_path: Path) -> None:
    table = tmp_path / "marks.csv"
    table.write_text(
        "article_id,label,start_char,end_char,text,note\n"
        f"{article},claim,0,7,Menteri,one\n{article},denial,8,14,bantah,two\n"
    )
    done = run("sqlite-utils", "insert", store.path, "annotations", table, "--csv")
    assert done.returncode == 0, done.stderr
    assert [each.note for each in annotations.of_article(store, article)] == ["one", "two"]


def test_datasette_gives_the_export_and_finds_the_search(store: Store, marked: str) -> None:
    done = run("datasette", store.path, "--get", "/store/annotations_export.json?_shape=objects")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)["rows"]
    assert found["annotation_id"] == marked
    assert found["citation"].startswith("“tuduhan Jakarta” (Budi “B” Santoso). ")
    done = run(
        "datasette", store.path, "--get", "/store/articles.json?_search=menteri&_shape=array"
    )
    assert len(json.loads(done.stdout)) == 1
    done = run("datasette", store.path, "--get", "/store.json")
    tables = {each["name"]: each for each in json.loads(done.stdout)["tables"]}
    assert tables["articles"]["fts_table"] == "articles_fts"


def test_pandas_reads_the_views(store: Store, marked: str) -> None:
    connection = sqlite3.connect(store.path)
    frame = pandas.read_sql("select * from annotations_export", connection)
    assert frame.loc[0, "note"] == HOSTILE
    assert frame.loc[0, "confidence"] == 0.5
    assert len(pandas.read_sql("select * from clean_articles", connection)) == 1
    connection.close()


def test_every_span_is_the_slice_that_sql_cuts(store: Store, article: str, marked: str) -> None:
    wrong = store.connection.execute(
        "SELECT count(*) FROM annotations JOIN articles ON articles.id = article_id "
        "WHERE substr(articles.text, start_char + 1, end_char - start_char) <> annotations.text"
    )
    assert wrong.fetchone() == (0,)


def test_what_others_nest_too_deep_breaks_nothing(store: Store, article: str) -> None:
    for depth in (500, 999):
        nested = '{"a":' * depth + "1" + "}" * depth
        store.connection.execute("UPDATE articles SET extra = ?", (nested,))
        annotations.create(store, article, "claim", 0, depth % 7 + 1)
        store.connection.execute("UPDATE annotations SET extra = ?", (nested,))
        assert set(articles.get(store, article).extra) <= {"a"}
        assert annotations.of_article(store, article)
        assert history.log(store, article)
