import sqlite3

from docs.generate_schema import PAGE, page
from store import Store
from store.database.dictionary import DESCRIPTIONS


def test_the_page_on_the_schema_is_what_the_schema_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python docs/generate_schema.py"


def test_the_data_dictionary_describes_every_table_view_and_column(store: Store) -> None:
    described = set(store.connection.execute("SELECT table_name, column_name FROM data_dictionary"))
    inside = ("articles_fts_", "articles_trigram_")
    missing = []
    for (name,) in store.connection.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
        "AND name NOT GLOB 'sqlite_*'"
    ).fetchall():
        columns = [row[1] for row in store.connection.execute(f'PRAGMA table_info("{name}")')]
        wanted = [(name, "")]
        if not name.startswith(inside):
            wanted += [(name, column) for column in columns]
        missing += [pair for pair in wanted if pair not in described]
    assert not missing


def test_the_data_dictionary_describes_nothing_that_is_not_there(store: Store) -> None:
    for table, (_, columns) in DESCRIPTIONS.items():
        there = {row[1] for row in store.connection.execute(f'PRAGMA table_info("{table}")')}
        assert set(columns) == there, table


def test_every_table_is_strict(store: Store) -> None:
    tables = store.connection.execute("PRAGMA table_list").fetchall()
    loose = [
        name
        for schema, name, kind, _, _, strict in tables
        if schema == "main" and kind == "table" and not strict and not name.startswith("sqlite_")
    ]
    assert not loose


def test_the_word_index_is_the_first_that_names_articles_as_its_content(store: Store) -> None:
    found = store.connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql LIKE '%VIRTUAL TABLE%' ORDER BY rootpage, rowid"
    ).fetchall()
    assert found[0][0] == "articles_fts"
    assert 'content="articles"' in found[0][1]
    assert 'content_rowid="seq"' in found[0][1]


def test_no_trigger_uses_what_sqlite_3_37_lacks(store: Store) -> None:
    newer = ("unixepoch", "->>", "subsec", "jsonb", "string_agg", "concat_ws", "IS DISTINCT FROM")
    for (sql,) in store.connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
        assert not [word for word in newer if word in sql]
    assert sqlite3.sqlite_version_info >= (3, 37)
