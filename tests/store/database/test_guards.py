import sqlite3

import pytest

from store import Store, annotations, articles, open_store
from tests.store.database.conftest import TEXT

GOOD = "INSERT INTO annotations (article_id, label, start_char, end_char, text) VALUES ({values})"


def insert(values: str) -> str:
    return GOOD.format(values=values)


@pytest.fixture(params=[False, True], ids=["sqlite3", "as sqlite-utils connects"])
def outside(request: pytest.FixtureRequest, store: Store) -> sqlite3.Connection:
    """Another program's connection: no foreign keys; sqlite-utils turns recursive triggers on."""
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute(f"PRAGMA recursive_triggers = {int(request.param)}")
    return connection


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (insert("'0000000000000000', 'claim', 0, 7, 'Menteri'"), "unknown article"),
        (insert("'{id}', 'no such', 0, 7, 'Menteri'"), "unknown label: add it"),
        (insert("'{id}', 'claim', 0, 7, 'menteri'"), "text is not the slice"),
        (insert("'{id}', 'claim', 0, 7, 'Menteri '"), "text is not the slice"),
        (insert("'{id}', 'claim', 0, 7000, 'Menteri'"), "lies outside the article's text"),
        (insert("'{id}', 'claim', -7, 7, 'Menteri'"), "starts at 0 or later and is not empty"),
        (insert("'{id}', 'claim', 7, 7, ''"), "starts at 0 or later and is not empty"),
        (insert("'{id}', 'claim', 'a', 7, 'Menteri'"), "cannot store TEXT value in INTEGER column"),
        (insert("'{id}', NULL, 0, 7, 'Menteri'"), "NOT NULL constraint failed: annotations.label"),
        (
            "INSERT INTO annotations (article_id, label, start_char, end_char, text, status) "
            "VALUES ('{id}', 'claim', 0, 7, 'Menteri', 'maybe')",
            "status is one of accepted, suggested, rejected",
        ),
        (
            "INSERT INTO annotations (article_id, label, start_char, end_char, text, confidence) "
            "VALUES ('{id}', 'claim', 0, 7, 'Menteri', 1.5)",
            "confidence is null or from 0 to 1",
        ),
        (
            "INSERT INTO annotations (article_id, label, start_char, end_char, text, part_of) "
            "VALUES ('{id}', 'claim', 0, 7, 'Menteri', 'none')",
            "part_of must be the id of another annotation in the same article",
        ),
        (
            "INSERT INTO annotations (article_id, label, start_char, end_char, text, extra) "
            "VALUES ('{id}', 'claim', 0, 7, 'Menteri', '{{')",
            "extra is JSON",
        ),
        ("UPDATE annotations SET text = 'x'", "text is not the slice"),
        ("UPDATE annotations SET start_char = 1", "text is not the slice"),
        ("UPDATE annotations SET end_char = 7000", "lies outside"),
        ("UPDATE annotations SET label = 'x'", "unknown label"),
        ("UPDATE annotations SET id = 'x'", "an annotation's id and article never change"),
        ("UPDATE annotations SET article_id = 'x'", "an annotation's id and article never change"),
        ("UPDATE annotations SET prefix = 'x'", "the store sets them"),
        ("UPDATE annotations SET part_of = id", "an annotation is not part of itself"),
        ("UPDATE articles SET text = 'x'", "never change: annotations stand on them"),
        ("UPDATE articles SET id = '0000000000000000'", "never change"),
        ("UPDATE articles SET seq = 7", "never change"),
        ("UPDATE articles SET published = '2022-02-30'", "published is an ISO date"),
        ("UPDATE articles SET published = 'Jumat'", "published is an ISO date"),
        ("UPDATE articles SET published = '2022-02-03T10:00'", "published is an ISO date"),
        ("DELETE FROM articles", "has annotations: set it aside"),
        (
            "INSERT INTO articles (id, sha256, text) VALUES ('{id}', '{sha256}', 'other')",
            "another text is in the store",
        ),
        (
            "INSERT OR REPLACE INTO articles (id, sha256, text) VALUES ('{id}', '{sha256}', 'other')",
            "another text is in the store",
        ),
        (
            "INSERT OR REPLACE INTO articles (seq, id, sha256, text) "
            "VALUES (1, '00000000000000aa', '00000000000000aa' || printf('%048d', 0), 'other')",
            "seq belongs to another article",
        ),
        (
            "INSERT INTO articles (id, sha256, text) VALUES ('xyz', '{sha256}', 'other')",
            "id is the first 16 hex digits of sha256",
        ),
        (
            "INSERT INTO articles (id, sha256, text) "
            "VALUES ('00000000000000aa', '00000000000000aa' || printf('%048d', 0), char(27) || '[2J')",
            "no control characters",
        ),
        (
            "INSERT INTO articles (id, sha256, text) "
            "VALUES ('00000000000000aa', '00000000000000aa' || printf('%048d', 0), 'a' || char(0))",
            "no control characters",
        ),
        (
            "INSERT INTO articles (id, sha256, text) "
            "VALUES ('00000000000000aa', '00000000000000aa' || printf('%048d', 0), 'a' || char(13))",
            "no control characters",
        ),
        ("DELETE FROM labels", "this label is in use"),
        ("UPDATE labels SET name = 'x' || name", "this label is in use"),
        ("INSERT INTO labels (name, color) VALUES ('x', 'red')", "color is written #rrggbb"),
        ("INSERT INTO labels (name, color) VALUES ('x', '#12345g')", "color is written #rrggbb"),
        ("INSERT INTO labels (name) VALUES (' x ')", "without spaces around it"),
        ("UPDATE lines SET kind = 'x'", "kind is one of title, "),
        ("UPDATE lines SET shown = 2", "shown is 0 or 1"),
        ("UPDATE lines SET start_char = 1 WHERE number = 1", "span never change"),
        ("DELETE FROM lines", "neither deleted nor replaced"),
        ("INSERT INTO lines VALUES ('{id}', 9, 0, 7000, 'body', 1, '', 'x')", "lies outside"),
        ("UPDATE quotes SET text = 'x'", "a quote's id, article, span and text never change"),
        ("UPDATE quotes SET speaker_start = 0, speaker_end = 4", "speaker is not the slice"),
        ("UPDATE quotes SET speaker_start = NULL", "both given or both null"),
        ("DELETE FROM quotes", "neither deleted nor replaced"),
        (
            "INSERT INTO quotes (id, article_id, start_char, end_char, text, kind) "
            "VALUES ('00000000000000aa', '{id}', 0, 7, 'x', 'direct')",
            "text is not the slice",
        ),
        ("INSERT INTO reviews (article_id, reviewer) VALUES ('x', 'y')", "unknown article"),
        (
            "INSERT INTO reviews (article_id, reviewer, state) VALUES ('{id}', 'y', 'z')",
            "state is one of new, reading, done",
        ),
        ("UPDATE events SET reviewer = 'x'", "events are append-only"),
        ("DELETE FROM events", "events are append-only"),
        (
            "INSERT OR REPLACE INTO events SELECT id, at, 'x', action, subject, subject_id, "
            'article_id, group_id, undoes, "before", "after", lamport FROM events',
            "events never change",
        ),
        ("DELETE FROM writing", "exactly one row"),
        ("INSERT INTO writing DEFAULT VALUES", "exactly one row"),
    ],
)
def test_what_would_break_the_store_is_refused_with_a_reason(
    store: Store, article: str, outside: sqlite3.Connection, statement: str, message: str
) -> None:
    annotations.create(store, article, "claim", 0, 7)
    for label in ("denial", "evidence"):
        annotations.create(store, article, label, 8, 14)
    quote = TEXT.index("“")
    speaker = TEXT.index("Budi")
    outside.execute(
        "INSERT INTO quotes (id, article_id, start_char, end_char, text, kind, speaker, "
        "speaker_start, speaker_end) VALUES ('aaaaaaaaaaaaaaaa', ?, ?, ?, ?, 'direct', 'Budi', ?, ?)",
        (article, quote, quote + 5, TEXT[quote : quote + 5], speaker, speaker + 4),
    )
    before = list(store.connection.iterdump())
    with pytest.raises(sqlite3.Error) as caught:
        outside.execute(statement.format(id=article, sha256=articles.digest(TEXT)))
    assert message in str(caught.value)
    assert list(store.connection.iterdump()) == before


def test_an_annotation_needs_no_more_than_its_place(
    article: str, outside: sqlite3.Connection
) -> None:
    outside.execute(insert(f"'{article}', 'claim', 8, 14, 'bantah'"))
    outside.row_factory = sqlite3.Row
    row = dict(outside.execute("SELECT * FROM annotations").fetchone())
    assert row["prefix"] == TEXT[:8]
    assert row["suffix"] == TEXT[14 : 14 + 32]
    assert (row["reviewer"], row["status"], row["note"], row["extra"]) == (
        "outside",
        "accepted",
        "",
        "{}",
    )
    assert len(row["id"]) == 36
    assert row["id"][14] == "7"
    assert row["created_at"] == row["updated_at"]
    assert row["created_at"].endswith("Z")


def test_given_surroundings_are_set_right(article: str, outside: sqlite3.Connection) -> None:
    outside.execute(
        "INSERT INTO annotations (article_id, label, start_char, end_char, text, prefix) "
        f"VALUES ('{article}', 'claim', 8, 14, 'bantah', 'made up')"
    )
    assert outside.execute("SELECT prefix FROM annotations").fetchone() == (TEXT[:8],)


def test_a_new_label_goes_to_the_end(outside: sqlite3.Connection) -> None:
    outside.execute("INSERT INTO labels (name) VALUES ('context')")
    outside.execute("INSERT INTO labels (name, color) VALUES ('irony', '#ABCDEF')")
    assert outside.execute("SELECT name, position FROM labels ORDER BY position").fetchall() == [
        ("claim", 1),
        ("denial", 2),
        ("evidence", 3),
        ("context", 4),
        ("irony", 5),
    ]


def test_an_article_without_annotations_can_be_deleted_with_all_that_hangs_on_it(
    store: Store, article: str, outside: sqlite3.Connection
) -> None:
    outside.execute("INSERT INTO reviews (article_id, reviewer) VALUES (?, 'x')", (article,))
    outside.execute("DELETE FROM articles")
    for table in ("articles", "lines", "quotes", "reviews"):
        assert outside.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert not outside.execute(
        "SELECT * FROM articles_fts WHERE articles_fts MATCH 'menteri'"
    ).fetchall()
    for index in ("articles_fts", "articles_trigram"):
        outside.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")


def test_the_same_article_again_leaves_its_row_lines_and_indexes(
    store: Store, article: str, outside: sqlite3.Connection
) -> None:
    before = store.connection.execute("SELECT * FROM articles").fetchall()
    digest = articles.digest(TEXT)
    values = f"('{article}', '{digest}', 'X', ?)"
    head = "INTO articles (id, sha256, title, text) VALUES"
    outside.execute(f"INSERT OR IGNORE {head} {values}", (TEXT,))
    assert store.connection.execute("SELECT * FROM articles").fetchall() == before
    with pytest.raises(sqlite3.Error, match="in the store already: REPLACE would drop"):
        outside.execute(f"INSERT OR REPLACE {head} {values}", (TEXT,))
    assert store.connection.execute("SELECT * FROM articles").fetchall() == before
    outside.execute(
        f"INSERT {head} {values} ON CONFLICT (id) DO UPDATE SET title = excluded.title", (TEXT,)
    )
    assert articles.get(store, article).metadata.title == "X"
    assert len(articles.lines(store, article)) == 5
    for index in ("articles_fts", "articles_trigram"):
        outside.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    assert outside.execute(
        "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'title : x'"
    ).fetchone() == (1,)


def test_an_outsiders_change_of_an_annotation_is_dated(
    store: Store, article: str, outside: sqlite3.Connection
) -> None:
    made = annotations.create(store, article, "claim", 0, 7)
    store.connection.execute(
        "UPDATE annotations SET updated_at = '2000-01-01T00:00:00.000Z' WHERE id = ?", (made.id,)
    )
    outside.execute("UPDATE annotations SET note = 'seen'")
    assert annotations.get(store, made.id).updated_at >= made.created_at


def test_the_guards_hold_where_foreign_keys_are_on_too(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    with open_store(store.path, "budi") as other:
        for statement in ("DELETE FROM labels WHERE name = 'claim'", "DELETE FROM articles"):
            with pytest.raises(sqlite3.IntegrityError):
                other.connection.execute(statement)
        other.connection.execute(
            "INSERT OR REPLACE INTO labels (name, color, position) VALUES ('claim', '#000000', 1)"
        )
    assert annotations.labels(store)[0].color == "#000000"


@pytest.mark.parametrize("start", [0, 1, 8, 40, len(TEXT) - 6])
@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_words_that_stand_beside_the_span_are_not_its_text(
    article: str, outside: sqlite3.Connection, start: int, shift: int
) -> None:
    end, at = start + 6, start + shift
    around = TEXT[max(start - 32, 0) : end + 32]
    before = max(at - max(start - 32, 0), 0)
    text = TEXT[max(at, 0) : at + 6]
    # What is given for the three is, put together, always what stands there.
    given = (around[:before], text, around[before + len(text) :])
    insert = (
        "INSERT INTO annotations (article_id, label, start_char, end_char, prefix, text, suffix) "
        "VALUES (?, 'claim', ?, ?, ?, ?, ?)"
    )
    if text == TEXT[start:end]:
        outside.execute(insert, (article, start, end, *given))
    else:
        with pytest.raises(sqlite3.IntegrityError, match=r"not the slice|outside"):
            outside.execute(insert, (article, start, end, *given))
