"""A reviewer adds quotes and removes them; no reading takes that back, undo does."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import Document, Quote, QuoteKind, SanggahError, Store, articles, check, history
from tests.store.database.conftest import TEXT

SAID = "“Itu rumor.”"
START = TEXT.index(SAID)
END = START + len(SAID)
Make = Callable[..., Document]


def quote(start: int, end: int, kind: QuoteKind = "direct", speaker: str | None = None) -> Quote:
    return Quote(start, end, TEXT[start:end], kind, speaker)


def read_with(store: Store, make_document: Make, *quotes: Quote) -> str:
    identity, _ = articles.add(store, replace(make_document(TEXT), quotes=quotes), source="a.txt")
    return identity


def rows(store: Store, identity: str) -> list[tuple[int, int, str, bool, str]]:
    return [
        (each.start, each.end, each.kind, each.shown, each.decided_by)
        for each in articles.quotes(store, identity)
    ]


def test_what_is_added_is_a_direct_quote_of_the_reviewers(
    store: Store, article: str, events: Callable[[], list[dict[str, Any]]]
) -> None:
    added = articles.add_quote(store, article, START, END)
    assert articles.quotes(store, article) == [added]
    assert (added.text, added.kind, added.speaker) == (SAID, "direct", None)
    assert (added.shown, added.decided_by) == (True, "ani")
    assert added.id == hashlib.sha256(f"{article}:{START}:{END}".encode()).hexdigest()[:16]
    (event,) = events()
    assert (event["action"], event["subject"], event["reviewer"]) == ("create", "quotes", "ani")
    assert articles.add_quote(store, article, START, END) == added
    assert len(events()) == 1


def test_removing_hides_the_row_and_says_who_did(
    store: Store, make_document: Make, events: Callable[[], list[dict[str, Any]]]
) -> None:
    identity = read_with(store, make_document, quote(START, END))
    (found,) = articles.quotes(store, identity)
    articles.remove_quote(store, found.id)
    articles.remove_quote(store, found.id)
    assert rows(store, identity) == [(START, END, "direct", False, "ani")]
    (event,) = events()
    assert event["after"] == {"shown": 0, "decided_by": "ani"}


@pytest.mark.parametrize("kind", ["direct", "partial", "reported"])
def test_adding_a_removed_one_shows_it_again_as_it_was(
    store: Store, make_document: Make, kind: QuoteKind
) -> None:
    identity = read_with(store, make_document, quote(START, END, kind, "Budi Santoso"))
    (found,) = articles.quotes(store, identity)
    articles.remove_quote(store, found.id)
    articles.add_quote(store, identity, START, END)
    (again,) = articles.quotes(store, identity)
    assert again == replace(found, decided_by="ani")


@pytest.mark.parametrize("kind", ["reported", "nested", "term", "title"])
def test_adding_what_was_read_as_something_else_makes_it_a_quote(
    store: Store, make_document: Make, kind: QuoteKind
) -> None:
    identity = read_with(store, make_document, quote(START, END, kind))
    articles.add_quote(store, identity, START, END)
    assert rows(store, identity) == [(START, END, "direct", True, "ani")]


@pytest.mark.parametrize("span", [(5, 5), (-1, 3), (0, len(TEXT) + 1), (9, 2)])
def test_a_span_outside_the_text_is_refused(
    store: Store, article: str, span: tuple[int, int]
) -> None:
    with pytest.raises(SanggahError, match="empty or lies outside the text"):
        articles.add_quote(store, article, *span)
    assert articles.quotes(store, article) == []


def test_a_quote_that_nobody_knows_cannot_be_removed(store: Store) -> None:
    with pytest.raises(SanggahError, match="there is no quote"):
        articles.remove_quote(store, "0" * 16)


def test_no_reading_brings_a_removed_one_back_nor_drops_an_added_one(
    store: Store, make_document: Make
) -> None:
    identity = read_with(store, make_document, quote(START, END))
    (found,) = articles.quotes(store, identity)
    articles.remove_quote(store, found.id)
    articles.add_quote(store, identity, 0, 7)
    before = rows(store, identity)
    # The rules now end the quote a sign earlier, and find one more.
    other = TEXT.index("“Kami")
    reading = replace(
        make_document(TEXT),
        quotes=(
            quote(other, other + 6),
            quote(START, END - 1),
            quote(START + 1, START + 4, "term"),
        ),
    )
    articles.replace_reading(store, identity, reading)
    assert rows(store, identity) == sorted(
        [
            *before,
            (other, other + 6, "direct", True, "rule"),
            (START + 1, START + 4, "term", True, "rule"),
        ],
        key=lambda row: (row[0], -row[1]),
    )


def test_adding_and_removing_are_taken_back_and_done_again(
    store: Store, make_document: Make
) -> None:
    identity = read_with(store, make_document, quote(START, END, "direct", "Budi Santoso"))
    states = [articles.quotes(store, identity)]
    articles.add_quote(store, identity, 0, 7)
    states.append(articles.quotes(store, identity))
    articles.remove_quote(store, states[0][0].id)
    states.append(articles.quotes(store, identity))
    articles.add_quote(store, identity, START, END)
    states.append(articles.quotes(store, identity))
    named = ["quote “Itu rumor.”", "removal of quote “Itu rumor.”", "quote “Menteri”"]
    for state, words in zip(reversed(states[:-1]), named, strict=True):
        undone = history.undo(store, identity)
        assert undone is not None
        assert undone.summary == words
        assert articles.quotes(store, identity) == state
    for state in states[1:]:
        assert history.redo(store, identity) is not None
        assert articles.quotes(store, identity) == state
    assert check(store) == []


def test_deleting_a_quote_stays_forbidden_to_all_others(store: Store, article: str) -> None:
    added = articles.add_quote(store, article, START, END)
    with pytest.raises(sqlite3.IntegrityError, match="neither deleted nor replaced"):
        store.connection.execute("DELETE FROM quotes WHERE id = ?", (added.id,))


def test_another_reviewer_may_take_a_quote_away_and_the_first_is_told(
    store: Store, article: str
) -> None:
    added = articles.add_quote(store, article, START, END)
    store.reviewer = "budi"
    articles.remove_quote(store, added.id)
    store.reviewer = "ani"
    with pytest.raises(SanggahError, match="changed since by budi"):
        history.undo(store, article)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["add", "remove", "speaker", "undo", "redo", "read"]),
            st.integers(0, len(TEXT) - 2),
            st.integers(1, 20),
        ),
        max_size=12,
    )
)
def test_whatever_is_done_the_store_stays_sound_and_decisions_stay(
    store: Store, make_document: Make, steps: list[tuple[str, int, int]]
) -> None:
    reading = replace(make_document(TEXT), quotes=(quote(START, END, "direct", "Budi Santoso"),))
    identity, _ = articles.add(store, reading, source="a.txt")
    for step, start, length in steps:
        present = articles.quotes(store, identity)
        chosen = present[start % len(present)].id if present else ""
        if step == "add":
            articles.add_quote(store, identity, start, min(start + length, len(TEXT)))
        elif step == "remove" and chosen:
            articles.remove_quote(store, chosen)
        elif step == "speaker" and chosen:
            articles.correct_speaker(store, chosen, "Budi")
        elif step in ("undo", "redo"):
            with suppress(SanggahError):  # a reading may have taken its row away
                (history.undo if step == "undo" else history.redo)(store, identity)
        elif step == "read":
            decided = [row for row in articles.quotes(store, identity) if row.decided_by != "rule"]
            articles.replace_reading(store, identity, reading)
            after = articles.quotes(store, identity)
            assert [row for row in after if row.decided_by != "rule"] == decided
    assert check(store) == []
