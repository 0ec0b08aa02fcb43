import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import (
    Cited,
    Document,
    Line,
    Metadata,
    Projection,
    Store,
    annotations,
    articles,
    cite,
    open_store,
    reviews,
    transaction,
)
from tests.store.database.conftest import TEXT


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for many examples; each rolls back what it did."""
    with open_store(tmp_path_factory.mktemp("views") / "store.db", "ani") as opened:
        yield opened


def exported(store: Store) -> dict[str, object]:
    cursor = store.connection.execute("SELECT * FROM annotations_export")
    names = [column[0] for column in cursor.description]
    return dict(zip(names, cursor.fetchone(), strict=True))


def test_the_columns_of_the_export_stand_in_the_promised_order(store: Store) -> None:
    cursor = store.connection.execute("SELECT * FROM annotations_export")
    assert [column[0] for column in cursor.description] == [
        "annotation_id",
        "label",
        "text",
        "clean_text",
        "note",
        "speaker",
        "confidence",
        "status",
        "reviewer",
        "created_at",
        "article_id",
        "article_title",
        "article_outlet",
        "article_published",
        "article_url",
        "start_char",
        "end_char",
        "part_of",
        "citation",
    ]
    cursor = store.connection.execute("SELECT * FROM articles_export")
    assert [column[0] for column in cursor.description] == [
        "id",
        "title",
        "outlet",
        "published",
        "language",
        "url",
        "words",
        "annotations",
        "label_counts",
        "done_by",
    ]
    cursor = store.connection.execute("SELECT * FROM label_counts")
    assert [column[0] for column in cursor.description] == ["article_id", "label", "n"]
    cursor = store.connection.execute("SELECT * FROM clean_articles")
    assert [column[0] for column in cursor.description] == [
        "id",
        "title",
        "outlet",
        "published",
        "text",
    ]


def test_a_span_over_a_hidden_line_reads_with_an_omission(store: Store, article: str) -> None:
    start, end = TEXT.index("kata Budi"), TEXT.index(": “Itu")
    annotations.create(store, article, "claim", start, end, speaker="Budi Santoso")
    row = exported(store)
    assert row["text"] == TEXT[start:end]
    assert row["clean_text"] == "kata Budi Santoso. … Ia menambahkan"
    assert row["citation"] == (
        "“kata Budi Santoso. … Ia menambahkan” (Budi Santoso). Rita U., "
        "“Menteri bantah tuduhan”, Harian, 2022-09-22."
    )


def test_a_span_inside_a_hidden_line_reads_as_it_is(store: Store, article: str) -> None:
    start = TEXT.index("beli")
    annotations.create(store, article, "claim", start, start + 4)
    assert exported(store)["clean_text"] == "beli"


def test_an_article_without_lines_gives_the_span_itself(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 15, 31)
    with transaction(store, mode="rule"):
        store.connection.execute("DELETE FROM lines")
    assert exported(store)["clean_text"] == TEXT[15:31].replace("\n", " ")


CHARACTERS = st.sampled_from('ab .,!?…“”"„«»「」\t\xa0\u3000é👨\u202e')
ROWS = st.lists(
    st.tuples(
        st.text(CHARACTERS, max_size=6),
        st.sampled_from(["body", "body", "caption", "boilerplate", "blank", "title"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)
FIELD = st.none() | st.text(CHARACTERS, max_size=5)


@given(
    rows=ROWS,
    bounds=st.tuples(st.integers(0, 60), st.integers(0, 60)),
    speaker=FIELD,
    title=FIELD,
    byline=FIELD,
    outlet=FIELD,
    url=FIELD,
    published=st.sampled_from([None, "2022-09-22", "2022-09-22T10:00:00+07:00"]),
)
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sql_and_python_read_and_cite_every_span_alike(
    shared: Store, rows, bounds, speaker, title, byline, outlet, url, published
) -> None:
    lines, texts, start = [], [], 0
    for number, (text, kind, shown) in enumerate(rows, start=1):
        if kind == "blank":
            text = text if not text.strip() else " "
        lines.append(Line(number, start, start + len(text), kind, shown))
        texts.append(text)
        start += len(text) + 1
    whole = "\n".join(texts)
    begin, end = (min(bound, len(whole)) for bound in sorted(bounds))
    if begin == end:
        return
    metadata = Metadata(title=title, byline=byline, outlet=outlet, url=url, published=published)
    connection = shared.connection
    connection.execute("BEGIN")
    try:
        identity, _ = articles.add(shared, Document(whole, metadata, tuple(lines), ()), source="x")
        annotations.create(shared, identity, "claim", begin, end, speaker=speaker)
        row = exported(shared)
        projection = Projection(whole, lines)
        assert row["clean_text"] == projection.excerpt(begin, end)
        cited = Cited.of(articles.get(shared, identity), projection.excerpt(begin, end), speaker)
        assert row["citation"] == cite(cited, "plain")
        found = connection.execute("SELECT text FROM clean_articles").fetchone()[0]
        assert found == projection.clean
        assert connection.execute(
            "SELECT substr(articles.text, start_char + 1, end_char - start_char) "
            "= annotations.text FROM annotations JOIN articles ON articles.id = article_id"
        ).fetchone() == (1,)
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("fields", "words", "speaker", "citation"),
    [
        ({}, "bantah", None, "“bantah”."),
        ({}, "bantah", "Budi", "“bantah” (Budi)."),
        ({"url": "https://x/a"}, "bantah", None, "“bantah”. https://x/a"),
        ({"published": "2022-09-22T10:00+07:00"}, "bantah", None, "“bantah”. 2022-09-22."),
        ({"title": "Siapa?"}, "bantah", None, "“bantah”. “Siapa?”"),
        ({"outlet": "Harian Inc."}, "bantah", None, "“bantah”. Harian Inc."),
        ({"byline": "A", "outlet": " \u00a0"}, "“bantah.”", None, "“bantah.” A."),
        ({"title": "A\nB"}, "„bantah“", "B", "“bantah” (B). “A B”."),
        ({"title": "T"}, "“”", "B", "“T”."),
    ],
)
def test_absent_parts_leave_no_stray_signs(
    store: Store,
    make_document: Callable[..., Document],
    fields: dict[str, str],
    words: str,
    speaker: str | None,
    citation: str,
) -> None:
    identity, _ = articles.add(store, make_document(words, **fields), source="x")
    annotations.create(store, identity, "claim", 0, len(words), speaker=speaker)
    assert exported(store)["citation"] == citation


def test_articles_are_counted_by_accepted_annotations(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    annotations.create(store, article, "claim", 8, 14)
    annotations.create(store, article, "denial", 8, 14)
    annotations.create(store, article, "denial", 8, 14, status="suggested")
    annotations.create(store, article, "evidence", 8, 14, status="rejected")
    reviews.save(store, article, state="done")
    with open_store(store.path, "budi") as other:
        reviews.save(other, article, state="reading")
    row = store.connection.execute(
        "SELECT annotations, label_counts, done_by, words FROM articles_export"
    ).fetchone()
    assert row[0] == 3
    assert json.loads(row[1]) == {"claim": 2, "denial": 1}
    assert json.loads(row[2]) == ["ani"]
    counts = store.connection.execute("SELECT label, n FROM label_counts ORDER BY label")
    assert counts.fetchall() == [("claim", 2), ("denial", 1)]
    statuses = store.connection.execute("SELECT status FROM annotations_export").fetchall()
    assert len(statuses) == 5


def test_lines_that_are_not_those_between_line_feeds_are_cut_by_their_offsets(
    store: Store,
) -> None:
    text = 'a "b" \\n c\n\td'
    lines = (
        Line(1, 0, 5, "body", True),
        Line(2, 6, 10, "body", True),
        Line(3, 11, 13, "body", True),
    )
    articles.add(store, Document(text, Metadata(), lines, ()), source="x")
    clean = store.connection.execute("SELECT text FROM clean_articles").fetchone()[0]
    assert clean == Projection(text, lines).clean == 'a "b"\n\\n c\nd'


def test_what_is_set_aside_is_in_no_view_until_it_is_brought_back(
    store: Store, article: str
) -> None:
    annotations.create(store, article, "claim", 0, 7)
    views = ("annotations_export", "articles_export", "label_counts", "clean_articles")

    def counts() -> set[int]:
        return {
            store.connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in views
        }

    assert counts() == {1}
    articles.set_aside(store, article)
    assert counts() == {0}
    articles.restore(store, article)
    assert counts() == {1}


def test_the_views_of_a_filtered_export_use_indexes(store: Store) -> None:
    plan = store.connection.execute(
        "EXPLAIN QUERY PLAN SELECT * FROM annotations_export WHERE article_id = 'x'"
    ).fetchall()
    assert "annotations_by_article" in " ".join(str(step[3]) for step in plan)


def test_a_store_stays_sound_under_all_this(store: Store, article: str, tmp_path: Path) -> None:
    annotations.create(store, article, "claim", 0, 7)
    other = sqlite3.connect(store.path)
    assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert other.execute("PRAGMA foreign_key_check").fetchall() == []
    other.close()
