import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store import Store, annotations, articles, history, open_store
from store.importing import add_paths
from store.model import Article, Document, Line, SanggahError
from store.reading.document import read_document
from store.rereading import reread

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", "tester") as store:
        add_paths(store, [SEEDS])
        yield store


def everything(store: Store) -> list[object]:
    return [
        (articles.get(store, row.id), articles.lines(store, row.id), articles.quotes(store, row.id))
        for row in articles.first(store, articles.ArticleQuery(), 10)
    ]


def first_with_quotes(store: Store) -> Article:
    for row in articles.first(store, articles.ArticleQuery(), 10):
        if any(quote.speaker for quote in articles.quotes(store, row.id)):
            return articles.get(store, row.id)
    raise AssertionError("the seeds have quotes")


def read_badly(store: Store, article: Article) -> None:
    """Put a reading into the store as an older version might have made it."""
    document: Document = read_document(article.text)
    lines: list[Line] = [
        replace(line, kind="boilerplate", shown=False, reason="old") if line.shown else line
        for line in document.lines
    ]
    articles.replace_reading(
        store,
        article.id,
        replace(
            document,
            lines=tuple(lines),
            quotes=tuple(
                replace(quote, speaker=None, speaker_start=None, speaker_end=None)
                for quote in document.quotes[1:]
            ),
            metadata=replace(document.metadata, title="Judul lama", outlet=None),
        ),
    )


def test_the_same_rules_change_nothing(store: Store) -> None:
    before = everything(store)
    assert list(reread(store)) == []
    assert everything(store) == before


def test_an_old_reading_becomes_the_present_one(store: Store) -> None:
    before = everything(store)
    article = first_with_quotes(store)
    read_badly(store, article)
    assert everything(store) != before
    [changed] = reread(store)
    assert changed.id == article.id
    assert changed.facts["title"] == ("Judul lama", article.metadata.title)
    assert any(line.after == ("body", True) for line in changed.lines)
    assert any(quote.before is None for quote in changed.quotes)
    assert everything(store) == before
    assert list(reread(store)) == []


def test_a_dry_run_tells_the_same_and_writes_nothing(store: Store) -> None:
    read_badly(store, first_with_quotes(store))
    before = everything(store)
    told = list(reread(store, dry_run=True))
    assert everything(store) == before
    assert list(reread(store)) == told


def test_nothing_that_a_person_decided_changes_and_no_annotation_moves(store: Store) -> None:
    article = first_with_quotes(store)
    read_badly(store, article)
    lines = articles.lines(store, article.id)
    hidden = next(line for line in lines if line.kind == "boilerplate" and line.reason == "old")
    others = [line for line in lines if line.kind == "boilerplate" and line.reason != "old"]
    quote = articles.quotes(store, article.id)[0]
    articles.decide_line(store, article.id, hidden.number, True)
    if others:
        articles.decide_line(store, article.id, others[0].number, True)
    articles.correct_speaker(store, quote.id, "Orang Lain")
    articles.mend(store, article.id, title="Judul dari peninjau", outlet="")
    mark = annotations.create(store, article.id, "claim", quote.start, quote.end, note="catatan")
    events = history.log(store)
    decided = {
        line.number: line
        for line in articles.lines(store, article.id)
        if line.decided_by == "tester"
    }

    [changed] = reread(store)

    metadata = articles.get(store, article.id).metadata
    assert metadata.title == "Judul dari peninjau"
    assert not {"title"} & set(changed.facts)
    after = {line.number: line for line in articles.lines(store, article.id)}
    assert {number: after[number] for number in decided} == decided
    assert not set(decided) & {line.number for line in changed.lines}
    [kept] = [found for found in articles.quotes(store, article.id) if found.id == quote.id]
    assert (kept.speaker, kept.decided_by) == ("Orang Lain", "tester")
    assert annotations.of_article(store, article.id) == [mark]
    assert articles.get(store, article.id).text == article.text
    assert history.log(store) == events


def test_a_corrected_quote_that_the_rules_no_longer_find_stays(store: Store) -> None:
    article = first_with_quotes(store)
    quote = next(found for found in articles.quotes(store, article.id) if found.speaker)
    articles.correct_speaker(store, quote.id, "Orang Lain")
    document = read_document(article.text)
    fewer = tuple(found for found in document.quotes if found.span != quote.span)
    articles.replace_reading(store, article.id, replace(document, quotes=fewer))
    assert list(reread(store)) == []
    assert quote.id in {found.id for found in articles.quotes(store, article.id)}


def test_quotes_that_a_person_added_or_removed_stay_so(store: Store) -> None:
    article = first_with_quotes(store)
    removed, reworded = [
        quote for quote in articles.quotes(store, article.id) if quote.kind == "direct"
    ][:2]
    articles.remove_quote(store, removed.id)
    longer = articles.add_quote(store, article.id, reworded.start, reworded.end + 2)
    told = list(reread(store, dry_run=True))
    assert [change.text for one in told for change in one.quotes] == [reworded.text]
    assert list(reread(store)) == told
    after = {quote.id: quote for quote in articles.quotes(store, article.id)}
    assert after[longer.id] == longer
    assert after[removed.id] == replace(removed, shown=False, decided_by="tester")
    assert reworded.id not in after
    assert list(reread(store)) == []


def test_what_a_source_stated_survives_the_reading_again(store: Store, tmp_path: Path) -> None:
    row = {
        "text": "Isi berita yang pertama.\n\nIsi berita yang kedua.\n",
        "title": "Judul dari luar",
        "url": "https://kabar.example/1",
        "published": "2023-10-13",
        "nomor": 7,
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    [added] = add_paths(store, [tmp_path / "a.jsonl"]).added
    assert list(reread(store)) == []
    found = articles.get(store, added.id)
    assert found.metadata.title == "Judul dari luar"
    assert found.metadata.published == "2023-10-13"
    assert found.extra["nomor"] == 7


def test_only_the_articles_named_are_read_again_set_aside_or_not(store: Store) -> None:
    article = first_with_quotes(store)
    read_badly(store, article)
    articles.set_aside(store, article.id)
    others = [row.id for row in articles.first(store, articles.ArticleQuery(), 10)]
    assert list(reread(store, others)) == []
    assert [changed.id for changed in reread(store, [article.id[:8], article.id])] == [article.id]


def test_an_unknown_article_stops_it_before_anything_is_written(store: Store) -> None:
    article = first_with_quotes(store)
    read_badly(store, article)
    before = everything(store)
    with pytest.raises(SanggahError):
        list(reread(store, [article.id, "ffff"]))
    assert everything(store) == before
