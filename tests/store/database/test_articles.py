import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store import (
    ArticleQuery,
    Document,
    Line,
    Metadata,
    Quote,
    SanggahError,
    Store,
    StoreError,
    annotations,
    articles,
    history,
    open_store,
    reviews,
)
from store.database.search import search
from tests.store.database.conftest import TEXT

Make = Callable[..., Document]


def quoted(document: Document, words: str, speaker: str | None = None) -> Document:
    """Return the document with ``words`` as a quote, and where its speaker stands."""
    start = document.text.index(words)
    at = document.text.index(speaker) if speaker else None
    quote = Quote(
        start,
        start + len(words),
        words,
        "direct",
        speaker,
        at,
        None if at is None or speaker is None else at + len(speaker),
        cue="kata",
    )
    return replace(document, quotes=(*document.quotes, quote))


def test_an_article_comes_back_as_it_was_read(store: Store, make_document: Make) -> None:
    document = quoted(
        make_document(TEXT, title="T", editor="E", wire="AFP", language="id", url="https://x"),
        "“Itu rumor.”",
        "Budi Santoso",
    )
    identity, new = articles.add(store, document, source="a.txt", extra={"section": "news"})
    assert new
    assert identity == hashlib.sha256(TEXT.encode()).hexdigest()[:16] == articles.article_id(TEXT)
    article = articles.get(store, identity)
    assert article.text == TEXT
    assert article.metadata == document.metadata
    assert (article.source, article.extra, article.removed_at) == (
        "a.txt",
        {"section": "news"},
        None,
    )
    assert article.words == 18
    assert tuple(articles.lines(store, identity)) == document.lines
    (found,) = articles.quotes(store, identity)
    place = f"{identity}:{found.start}:{found.end}"
    assert found.id == hashlib.sha256(place.encode()).hexdigest()[:16]
    assert replace(found, id="") == document.quotes[0]


def test_adding_again_adds_nothing_even_where_it_was_set_aside(
    store: Store, make_document: Make
) -> None:
    identity, _ = articles.add(store, make_document(TEXT, title="T"), source="a")
    articles.set_aside(store, identity)
    assert articles.add(store, make_document(TEXT, title="U"), source="b") == (identity, False)
    assert articles.get(store, identity).removed_at
    assert articles.get(store, identity).metadata.title == "T"
    assert articles.exists(store, identity)
    assert not articles.exists(store, "0" * 16)


def test_articles_added_together_are_those_added_one_by_one(
    store: Store, make_document: Make, tmp_path: Path
) -> None:
    documents = [
        quoted(make_document(text, title=f"K{n}"), "“Itu rumor,”", "Budi Santoso")
        for n in range(7)
        for text in [f"Kabar {n}\n\n“Itu rumor,” kata Budi Santoso.\nIsi katak{n}"]
    ]
    twice = [*documents, documents[3]]
    articles.add(store, documents[1], source="a.txt")
    added = articles.add_all(store, [articles.NewArticle(one, "a.txt", {"n": 1}) for one in twice])
    assert [is_new for _, is_new in added] == [True, False, *[True] * 5, False]
    with open_store(tmp_path / "other.db", "tester") as other:
        for document in documents:
            articles.add(other, document, source="a.txt", extra={"n": 1})
        for table, columns in (
            ("articles", "id, title, source, sha256, words, text"),
            ("lines", "*"),
            ("quotes", "*"),
        ):
            read = f"SELECT {columns} FROM {table} ORDER BY 1, 2"
            assert (
                store.connection.execute(read).fetchall()
                == other.connection.execute(read).fetchall()
            )
    for number in range(7):
        assert [hit.title for hit in search(store, f"katak{number}")] == [f"K{number}"]
    assert not articles.add_all(store, [])


def test_of_articles_added_together_one_that_is_refused_leaves_none(
    store: Store, make_document: Make
) -> None:
    good = make_document("Kabar yang baik")
    bad = replace(good, text="Kabar", lines=good.lines)
    with pytest.raises(StoreError, match="outside the text"):
        articles.add_all(store, [articles.NewArticle(one, "a.txt", {}) for one in (good, bad)])
    assert articles.count(store, articles.ArticleQuery()) == 0
    assert not search(store, "baik")


def test_an_article_is_found_by_the_beginning_of_its_id(store: Store, article: str) -> None:
    assert articles.get(store, article[:4]).id == article
    for wrong in ("", "abc", "zzzz", "%%%%", article[:4] + "'", "0" * 16, "0" * 5, article + "0"):
        with pytest.raises(SanggahError):
            articles.get(store, wrong)


def test_an_ambiguous_beginning_says_so(store: Store) -> None:
    for tail in ("aa", "ab"):
        digest = "00000000000000" + tail + "0" * 48
        store.connection.execute(
            "INSERT INTO articles (id, sha256, text) VALUES (?, ?, ?)", (digest[:16], digest, tail)
        )
    with pytest.raises(SanggahError, match="several articles begin with 00000"):
        articles.get(store, "00000")


@pytest.mark.parametrize(
    ("text", "lines", "quotes"),
    [
        ("abc", (Line(1, 0, 4, "body", True),), ()),
        ("abc", (), (Quote(0, 2, "bc", "direct"),)),
        ("abc", (), (Quote(0, 3, "abc", "direct", "b", 0, 1),)),
        ("abc", (), (Quote(2, 2, "", "direct"),)),
        ("a\x1b", (), ()),
        ("a\x00", (), ()),
        ("a\r\n", (), ()),
        ("a\ud800", (), ()),
        ("\ufeffa", (), ()),
    ],
)
def test_a_reading_that_does_not_fit_its_text_is_refused_whole(
    store: Store, text: str, lines: tuple[Line, ...], quotes: tuple[Quote, ...]
) -> None:
    with pytest.raises(SanggahError):
        articles.add(store, Document(text, Metadata(), lines, quotes), source="x")
    assert articles.count(store, ArticleQuery()) == 0
    assert not store.connection.in_transaction


def test_mending_changes_what_was_given_and_nothing_else(store: Store, article: str) -> None:
    articles.mend(store, article, title=" Baru ", outlet="", published="2024-05-31T14:30+07:00")
    metadata = articles.get(store, article).metadata
    assert (metadata.title, metadata.outlet, metadata.byline) == ("Baru", None, "Rita U.")
    assert metadata.published == "2024-05-31T14:30+07:00"
    assert articles.mended_fields(store, article) == {"title", "outlet", "published"}
    events = len(history.log(store))
    articles.mend(store, article, title="Baru")
    assert len(history.log(store)) == events


@pytest.mark.parametrize(
    "wrong",
    ["kemarin", "2024-13-01", "2024-02-30", "31/05/2024", "2024-05-31T14:30", "２０２４-05-31"],
)
def test_a_date_that_is_none_is_refused_with_an_example(
    store: Store, article: str, wrong: str
) -> None:
    with pytest.raises(SanggahError, match="write 2024-05-31"):
        articles.mend(store, article, published=wrong, title="x")
    assert articles.mended_fields(store, article) == set()


def test_what_cannot_be_mended_is_named(store: Store, article: str) -> None:
    with pytest.raises(SanggahError, match="wire cannot be mended"):
        articles.mend(store, article, wire="AFP")
    with pytest.raises(SanggahError, match="there is no article"):
        articles.mend(store, "0" * 16, title="x")


def test_a_mended_field_that_was_taken_back_is_no_longer_a_persons(
    store: Store, article: str
) -> None:
    articles.mend(store, article, title="Baru")
    history.undo(store, article)
    assert articles.mended_fields(store, article) == set()
    history.redo(store, article)
    assert articles.mended_fields(store, article) == {"title"}


def test_setting_aside_and_restoring_twice_is_once(store: Store, article: str) -> None:
    articles.set_aside(store, article)
    moment = articles.get(store, article).removed_at
    articles.set_aside(store, article)
    assert articles.get(store, article).removed_at == moment
    assert articles.count(store, ArticleQuery()) == 0
    assert articles.count(store, ArticleQuery(set_aside=True)) == 1
    articles.restore(store, article)
    articles.restore(store, article)
    assert [event.subject for event in history.log(store, article)] == ["articles"] * 2


def test_a_person_decides_about_lines_and_speakers_for_good(
    store: Store, make_document: Make
) -> None:
    document = quoted(make_document(TEXT, title="T", outlet="O"), "“Itu rumor.”")
    identity, _ = articles.add(store, document, source="x")
    (quote,) = articles.quotes(store, identity)
    articles.decide_line(store, identity, 3, False)
    articles.decide_line(store, identity, 3, False)
    articles.correct_speaker(store, quote.id, "Budi Santoso")
    articles.mend(store, identity, title="Baru")
    events = len(history.log(store))

    again = quoted(make_document(TEXT, title="X", outlet="P"), "“Itu rumor.”", "Jakarta")
    again = quoted(again, "“Kami tidak pernah menjualnya,”")
    again = replace(again, lines=tuple(replace(line, reason="read again") for line in again.lines))
    articles.replace_reading(store, identity, again)

    metadata = articles.get(store, identity).metadata
    assert (metadata.title, metadata.outlet) == ("Baru", "P")
    lines = articles.lines(store, identity)
    assert [line.shown for line in lines] == [True, True, False, True, True]
    assert (lines[2].reason, lines[2].decided_by) == ("hidden by ani", "ani")
    assert lines[3].reason == "read again"
    first, second = articles.quotes(store, identity)
    assert first.decided_by == "rule"
    start = TEXT.index("Budi Santoso")
    assert (second.speaker, second.speaker_start, second.speaker_end) == (
        "Budi Santoso",
        start,
        start + 12,
    )
    assert second.decided_by == "ani"
    assert len(history.log(store)) == events
    articles.replace_reading(store, identity, document)
    assert len(articles.quotes(store, identity)) == 1


def test_a_speaker_that_the_article_does_not_name_has_no_place(
    store: Store, make_document: Make
) -> None:
    identity, _ = articles.add(
        store, quoted(make_document(TEXT), "“Itu rumor.”", "Budi"), source="x"
    )
    (quote,) = articles.quotes(store, identity)
    articles.correct_speaker(store, quote.id, "Somebody Else")
    (quote,) = articles.quotes(store, identity)
    assert (quote.speaker, quote.speaker_start, quote.speaker_end) == ("Somebody Else", None, None)
    articles.correct_speaker(store, quote.id, "")
    assert articles.quotes(store, identity)[0].speaker is None


def test_another_text_is_no_reading_of_an_article(
    store: Store, article: str, make_document: Make
) -> None:
    with pytest.raises(SanggahError, match="not a reading of article"):
        articles.replace_reading(store, article, make_document("other"))


def test_reviews_keep_what_is_not_given(store: Store, article: str) -> None:
    assert reviews.get(store, article).state == "new"
    reviews.save(store, article, state="reading", position=7)
    reviews.save(store, article, seconds=2.5)
    kept = reviews.get(store, article)
    assert (kept.state, kept.position, kept.seconds) == ("reading", 7, 2.5)
    with open_store(store.path, "budi") as other:
        assert reviews.get(other, article).state == "new"
    with pytest.raises(SanggahError):
        reviews.save(store, "0" * 16, state="done")
    with pytest.raises(SanggahError):
        reviews.save(store, article, position=-1)


def test_annotations_come_in_text_order_outer_ones_first(store: Store, article: str) -> None:
    made = [
        annotations.create(store, article, label, *span).id
        for label, span in (("claim", (8, 14)), ("denial", (0, 14)), ("claim", (0, 7)))
    ]
    found = [each.id for each in annotations.of_article(store, article)]
    assert found == [made[1], made[2], made[0]]


def test_an_annotation_keeps_what_it_was_given(store: Store, article: str) -> None:
    first = annotations.create(store, article, "claim", 0, 7, id="given", note="n", confidence=0.25)
    second = annotations.create(
        store, article, "claim", 8, 14, speaker="", part_of=first.id, origin="o", status="suggested"
    )
    assert annotations.get(store, "given") == first
    assert (first.id, first.note, first.confidence, first.reviewer) == ("given", "n", 0.25, "ani")
    assert (second.speaker, second.part_of, second.origin) == (None, "given", "o")
    changed = annotations.change(
        store, "given", start=8, end=22, label="denial", speaker="Budi", confidence=None
    )
    assert (changed.text, changed.prefix) == (TEXT[8:22], TEXT[:8])
    assert (changed.label, changed.speaker, changed.confidence) == ("denial", "Budi", None)
    annotations.delete(store, "given")
    assert annotations.get(store, second.id).part_of is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x", 0, 7), "unknown label 'x'"),
        (("claim", 7, 7), "is empty"),
        (("claim", -1, 7), "begins before the text"),
        (("claim", 0, 9999), "outside the text"),
        (("claim", 9990, 9999), "outside the text"),
    ],
)
def test_a_mark_that_cannot_be_is_refused_in_words(
    store: Store, article: str, arguments: tuple[str, int, int], message: str
) -> None:
    with pytest.raises(SanggahError, match=message):
        annotations.create(store, article, *arguments)
    with pytest.raises(SanggahError, match="there is no article"):
        annotations.create(store, "0" * 16, "claim", 0, 7)
    with pytest.raises(SanggahError, match="there is no annotation"):
        annotations.change(store, "none", note="x")
    with pytest.raises(SanggahError, match="there is no annotation"):
        annotations.delete(store, "none")


def test_a_field_that_cannot_be_changed_is_named(store: Store, article: str) -> None:
    made = annotations.create(store, article, "claim", 0, 7)
    with pytest.raises(SanggahError, match="reviewer of an annotation cannot be changed"):
        annotations.change(store, made.id, reviewer="budi")


def test_foreign_fields_come_back(store: Store, article: str) -> None:
    made = annotations.create(store, article, "claim", 0, 7)
    store.connection.execute("UPDATE annotations SET extra = ?", (json.dumps({"a": [1]}),))
    assert annotations.get(store, made.id).extra == {"a": [1]}
    store.connection.execute("UPDATE annotations SET extra = '[1]'")
    assert annotations.get(store, made.id).extra == {"value": [1]}


def test_words_that_are_no_utf8_are_read_as_well_as_can_be(store: Store, article: str) -> None:
    store.connection.execute("UPDATE articles SET title = CAST(x'4a75ff64756c' AS TEXT)")
    assert articles.get(store, article).metadata.title == "Ju\ufffddul"
    assert articles.first(store, ArticleQuery(), 1)[0].title == "Ju\ufffddul"
