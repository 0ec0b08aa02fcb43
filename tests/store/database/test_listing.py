from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from store import (
    ArticleQuery,
    Document,
    SanggahError,
    SearchTooSlow,
    Sort,
    Store,
    annotations,
    articles,
    history,
    open_store,
    reviews,
    search,
)

Make = Callable[..., Document]

PAGES = [
    ("satu dua tiga", {"title": "beta", "outlet": "Harian", "published": "2022-01-02"}),
    (
        "COVID-19 merebak di 北京市",
        {"title": "Alfa", "outlet": "harian", "published": "2022-01-01"},
    ),
    ("menteri's kata “regulasi” 100% naik_turun", {"title": None, "outlet": None}),
    (
        "égalité di sana 😀 selesai",
        {"title": "gamma", "outlet": "Harian", "published": "2023-01-01"},
    ),
]


@pytest.fixture
def library(store: Store, make_document: Make) -> list[str]:
    """The ids of four articles."""
    return [
        articles.add(store, make_document(text, **metadata), source="x")[0]
        for text, metadata in PAGES
    ]


@pytest.fixture(autouse=True, params=[0, 2, 1000], ids=["many", "some", "few"])
def how_many_are_few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is read in another way where few articles pass a filter; all give the same."""
    monkeypatch.setattr("store.database.search.FEW", request.param)


def numbers(store: Store, library: list[str], query: ArticleQuery) -> list[int]:
    """Return which articles the query gives, by their place in PAGES; three ways must agree."""
    seqs = articles.order(store, query)
    rows = articles.rows(store, seqs)
    assert articles.first(store, query, 100) == rows
    assert articles.first(store, query, 2) == rows[:2]
    assert articles.count(store, query) == len(seqs)
    return [library.index(row.id) for row in rows]


@pytest.mark.parametrize(
    ("sort", "ascending", "descending"),
    [
        ("added", [0, 1, 2, 3], [3, 2, 1, 0]),
        ("title", [1, 0, 3, 2], [3, 0, 1, 2]),
        ("outlet", [0, 1, 3, 2], [3, 1, 0, 2]),
        ("published", [1, 0, 3, 2], [3, 0, 1, 2]),
        ("state", [0, 3, 1, 2], [2, 1, 0, 3]),
        ("annotations", [0, 2, 3, 1], [1, 3, 0, 2]),
    ],
)
def test_every_order_has_what_is_absent_last(
    store: Store, library: list[str], sort, ascending: list[int], descending: list[int]
) -> None:
    reviews.save(store, library[1], state="reading")
    reviews.save(store, library[2], state="done")
    for place in (1, 1, 3):
        annotations.create(store, library[place], "claim", 0, 2)
    annotations.create(store, library[0], "claim", 0, 2, status="suggested")
    assert numbers(store, library, ArticleQuery(sort=sort)) == ascending
    assert numbers(store, library, ArticleQuery(sort=sort, descending=True)) == descending


def test_filters_work_together(store: Store, library: list[str]) -> None:
    annotations.create(store, library[0], "claim", 0, 2)
    annotations.create(store, library[3], "denial", 0, 2)
    annotations.create(store, library[3], "claim", 0, 2, status="rejected")
    reviews.save(store, library[0], state="done")
    reviews.save(store, library[3], state="new")
    assert numbers(store, library, ArticleQuery(outlet="Harian")) == [0, 3]
    assert numbers(store, library, ArticleQuery(label="claim")) == [0]
    assert numbers(store, library, ArticleQuery(state="new")) == [1, 2, 3]
    assert numbers(store, library, ArticleQuery(state="done", sort="state")) == [0]
    assert numbers(store, library, ArticleQuery(state="reading", sort="title")) == []
    assert numbers(store, library, ArticleQuery(outlet="Harian", state="new", sort="title")) == [3]
    assert numbers(store, library, ArticleQuery(search="di", label="denial")) == [3]
    articles.set_aside(store, library[1])
    assert numbers(store, library, ArticleQuery()) == [0, 2, 3]
    assert numbers(store, library, ArticleQuery(set_aside=True)) == [1]
    assert articles.outlets(store) == [("Harian", 2)]


def test_every_filter_goes_with_every_order(store: Store, library: list[str]) -> None:
    for place, marks in enumerate((3, 0, 1, 3)):
        for start in range(marks):
            annotations.create(store, library[place], "claim", start, start + 2)
    annotations.create(store, library[2], "denial", 0, 2)
    reviews.save(store, library[0], state="done")
    reviews.save(store, library[2], state="reading")
    passing = {
        ArticleQuery(): {0, 1, 2, 3},
        ArticleQuery(label="claim"): {0, 2, 3},
        ArticleQuery(label="denial"): {2},
        ArticleQuery(outlet="Harian"): {0, 3},
        ArticleQuery(state="new"): {1, 3},
        ArticleQuery(state="done"): {0},
        ArticleQuery(search="di"): {1, 3},
        ArticleQuery(search="gulasi"): {2},
        ArticleQuery(search="di", label="claim", state="new"): {3},
        ArticleQuery(search="tiga", state="reading"): set(),
    }
    sorts: tuple[Sort, ...] = ("added", "title", "outlet", "published", "state", "annotations")
    for query, found in passing.items():
        for sort in sorts:
            for descending in (False, True):
                asked = replace(query, sort=sort, descending=descending)
                whole = numbers(store, library, asked)
                assert set(whole) == found, asked


def test_an_order_by_annotations_follows_what_anybody_marks(
    store: Store, library: list[str]
) -> None:
    query = ArticleQuery(sort="annotations", descending=True)
    made = annotations.create(store, library[2], "claim", 0, 2)
    assert numbers(store, library, query) == [2, 0, 1, 3]
    with open_store(store.path, "budi") as other:
        annotations.create(other, library[3], "claim", 0, 2)
        annotations.create(other, library[3], "claim", 1, 2)
    assert numbers(store, library, query) == [3, 2, 0, 1]
    annotations.change(store, made.id, status="rejected")
    assert numbers(store, library, query) == [3, 0, 1, 2]
    history.undo(store)
    history.undo(store)
    assert numbers(store, library, query) == [3, 0, 1, 2]
    store.connection.execute("DELETE FROM annotations")
    store.connection.execute("VACUUM")
    assert numbers(store, library, query) == [0, 1, 2, 3]


def test_rows_come_in_the_order_asked_for_and_without_those_that_are_gone(
    store: Store, library: list[str]
) -> None:
    annotations.create(store, library[0], "claim", 0, 2)
    annotations.create(store, library[0], "denial", 0, 2)
    reviews.save(store, library[0], state="reading")
    rows = articles.rows(store, [4, 1, 999, 2])
    assert [row.seq for row in rows] == [4, 1, 2]
    assert rows[1].counts == {"claim": 1, "denial": 1}
    assert (rows[1].state, rows[0].state, rows[1].words) == ("reading", "new", 3)
    with open_store(store.path, "budi") as other:
        assert articles.rows(other, [1])[0].state == "new"
    assert articles.rows(store, []) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("   ", [0, 1, 2, 3]),
        ('"', [0, 1, 2, 3]),
        ("*", [0, 1, 2, 3]),
        ("\0", [0, 1, 2, 3]),
        ("\ud800", [0, 1, 2, 3]),
        ("COVID-19", [1]),
        ("covid 1", [1]),
        ("covid 19", [1]),
        ("menteri's", [2]),
        ("mente", [2]),
        ("egal", [3]),
        ("Égalité", [3]),
        ("gula", [2]),
        ("GULASI", [2]),
        ("北京", [1]),
        ("京市", [1]),
        ("北京市", [1]),
        ("京", [1]),
        ("市", [1]),
        ("北", [1]),
        ("i 京", [1]),
        ("OV 市", [1]),
        ("市京", []),
        ("上海", []),
        ("😀", [3]),
        ("sana 😀", [3]),
        ("100%", [2]),
        ("naik_", [2]),
        ("%", [0, 1, 2, 3]),
        ("dua satu", [0]),
        ("satu NOT dua", []),
        ("satu OR tiga", []),
        ("satu*", [0]),
        ("NEAR(satu dua)", []),
        ("title:alfa", []),
        ("alfa", [1]),
        ("{title}", []),
        ('"satu', [0]),
        ("satu\0dua", [0]),
        ("'; DROP TABLE articles; --", []),
        ("kata " * 5000, [2]),
        ("x" * 100_000, []),
        ("\\", [0, 1, 2, 3]),
        ("z", []),
    ],
)
def test_any_query_is_answered(
    store: Store, library: list[str], query: str, found: list[int]
) -> None:
    assert numbers(store, library, ArticleQuery(search=query)) == found
    hits = search.search(store, query, 10)
    if found != [0, 1, 2, 3]:
        assert {library.index(hit.id) for hit in hits} == set(found)
    assert len(search.search(store, query, 1)) <= 1


def test_one_or_two_signs_are_found_wherever_they_stand(store: Store, make_document: Make) -> None:
    made = []

    def add(text: str, **metadata: str) -> None:
        made.append(articles.add(store, make_document(text, **metadata), source="x")[0])

    def found(query: str) -> list[int]:
        return numbers(store, made, ArticleQuery(search=query))

    for text in ("日本語の新聞", "新聞", "新聞。", "聞新", "Ab日", "aB日", "Ñ日", "本"):
        add(text)
    assert found("新聞") == [0, 1, 2]
    assert found("聞") == [0, 1, 2, 3]
    assert found("b日") == found("B日") == [4, 5]
    assert found("Ñ日") == [6]
    add("社説", title="今日の新聞")
    assert found("新聞") == [0, 1, 2, 8]
    articles.mend(store, made[8], title="今日の雑誌")
    assert found("雑誌") == [8]
    assert found("新聞") == [0, 1, 2]
    articles.set_aside(store, made[1])
    assert found("新聞") == [0, 2]
    with open_store(store.path, "budi") as other:
        made.append(articles.add(other, make_document("朝刊の新聞"), source="x")[0])
    assert found("新聞") == [0, 2, 9]
    # The number of the last article may be another's later.
    store.connection.execute("DELETE FROM articles WHERE id = ?", (made.pop(),))
    add("夕刊")
    assert found("夕刊") == [9]
    assert found("朝刊") == []


def test_a_mended_title_is_found_and_the_old_one_is_not(store: Store, library: list[str]) -> None:
    articles.mend(store, library[0], title="Sanggahan")
    assert numbers(store, library, ArticleQuery(search="sanggah")) == [0]
    assert numbers(store, library, ArticleQuery(search="anggaha")) == [0]
    assert numbers(store, library, ArticleQuery(search="beta")) == []


def test_a_hit_shows_the_words_around(store: Store, library: list[str]) -> None:
    (hit,) = search.search(store, "regulasi", 5)
    assert "regulasi" in hit.snippet
    (hit,) = search.search(store, "京市", 5)
    assert "北京市" in hit.snippet


def test_the_orders_are_read_from_indexes_alone(store: Store) -> None:
    from store.database.listing import _filters, _parts, _walk

    def steps(query: ArticleQuery) -> Iterator[str]:
        for part in _parts(store, query):
            sql, parameters = _walk((*_filters(store, query), *part.filters), part.terms)
            for row in store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters):
                yield row[3]

    for sort in ("added", "title", "outlet", "published"):
        for descending in (False, True):
            plan = list(steps(ArticleQuery(sort=sort, descending=descending)))
            assert all("COVERING INDEX" in step for step in plan), (sort, plan)


SEARCHED = {
    "Banjir di kota": "Hujan turun. Kotak suara rusak.",
    "Rapat kota": "Kota, kota, kota: wali kota bicara soal kota.",
    "Panen padi": "Petani menanam sejak Maret; kotak pupuk kosong.",
}


@pytest.fixture
def searched(store: Store, make_document: Callable[..., Document]) -> Store:
    for title, text in SEARCHED.items():
        articles.add(store, make_document(f"{title}\n\n{text}", title=title), source=title)
    return store


def titles(store: Store, **query: Any) -> list[str | None]:
    return [row.title for row in articles.rows(store, articles.order(store, ArticleQuery(**query)))]


def test_the_best_answers_to_a_search_come_first(searched: Store) -> None:
    assert titles(searched, search="kota", sort="best") == [
        "Rapat kota", "Banjir di kota", "Panen padi"
    ]  # fmt: skip
    assert titles(searched, search="kota", sort="best", descending=True)[-1] == "Rapat kota"
    assert titles(searched, sort="best") == list(SEARCHED)
    assert [row.title for row in articles.first(
        searched, ArticleQuery(search="kota", sort="best"), 1
    )] == ["Rapat kota"]  # fmt: skip


def test_whole_words_are_no_beginnings(searched: Store) -> None:
    assert set(titles(searched, search="kota", whole_words=True)) == {
        "Banjir di kota",
        "Rapat kota",
    }
    assert titles(searched, search="kot", whole_words=True) == []


def test_an_expression_is_looked_for_in_every_title_and_line(searched: Store) -> None:
    assert titles(searched, search=r"^Hujan|pupuk\b", regular_expression=True) == [
        "Banjir di kota", "Panen padi"
    ]  # fmt: skip
    assert titles(searched, search=r"^rapat", regular_expression=True) == ["Rapat kota"]
    assert titles(searched, search=r"kot", regular_expression=True, whole_words=True) == []
    for words, said in (("(", "this expression is not complete"), ("*", "no regular expression")):
        with pytest.raises(SanggahError, match=said):
            titles(searched, search=words, regular_expression=True)
        with pytest.raises(SanggahError, match=said):
            search.search(searched, words, regular=True)


def test_an_expression_that_takes_too_long_for_one_article_ends_the_search(
    searched: Store, make_document: Make
) -> None:
    articles.add(searched, make_document("a" * 5000 + "b"), source="endless")
    query = ArticleQuery(search="(a|aa)+$", regular_expression=True)
    for ask in (
        lambda: articles.order(searched, query),
        lambda: articles.first(searched, query, 5),
        lambda: articles.count(searched, query),
        lambda: search.search(searched, query.search, regular=True),
    ):
        with pytest.raises(SearchTooSlow):
            ask()


def test_a_search_from_a_script_can_be_an_expression_or_whole_words(searched: Store) -> None:
    (hit,) = search.search(searched, "^petani .*maret", regular=True)
    assert hit.title == "Panen padi"
    assert hit.snippet.startswith("Petani menanam sejak Maret")
    assert len(search.search(searched, "kot")) == 3
    assert search.search(searched, "kot", whole=True) == []


@pytest.mark.parametrize(
    ("words", "finds"), [("[", False), ("?! -", False), ("a", True), ("€", True), ("", True)]
)
def test_words_without_a_letter_digit_or_symbol_are_known_to_find_nothing(
    words: str, finds: bool
) -> None:
    assert (search.unsearchable(words) == "") is finds


def test_three_letters_that_are_a_common_word_are_no_beginning(
    store: Store, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.database.search.FEW", 1)
    for text in ("dan satu", "dan dua", "dana"):
        articles.add(store, make_document(text, title=text), source="x")
    for sort in ("added", "best"):
        assert set(titles(store, search="dan", sort=sort)) == {"dan satu", "dan dua"}
    assert titles(store, search="dana") == ["dana"]
    assert {hit.title for hit in search.search(store, "dan")} == {"dan satu", "dan dua"}


def test_many_that_a_search_finds_are_read_no_further_than_a_page_needs(
    store: Store, make_document: Make
) -> None:
    for number in range(60):
        articles.add(store, make_document(f"kata {number}"), source="x")
    for descending in (False, True):
        condition = search.Condition(
            found="SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", keys=("kata",)
        )
        with closing(search.Found(store, condition, descending=descending)) as found:
            assert (60 if descending else 1) in found
            assert len(found.read) <= search.FEW + 1
            assert all(seq in found for seq in range(1, 61))
            assert 61 not in found


@pytest.mark.parametrize(("few", "found"), [(1, [1]), (1000, [1, 3])])
def test_two_letters_that_are_a_common_word_are_no_beginning(
    store: Store, make_document: Make, monkeypatch: pytest.MonkeyPatch, few: int, found: list[int]
) -> None:
    monkeypatch.setattr("store.database.search.FEW", few)
    made = [
        articles.add(store, make_document(text), source="x")[0]
        for text in ("satu", "ia di sana", "sini", "ia dituduh", "lagi di sini", "di situ")
    ]
    rows = articles.rows(store, articles.order(store, ArticleQuery(search="ia di")))
    assert [made.index(row.id) for row in rows] == found
