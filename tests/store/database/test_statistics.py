"""The figures are those of the marks that stand, by whom, where and when."""

from __future__ import annotations

from store import Store, annotations, articles, history, reviews, statistics


def test_an_empty_store_has_no_figures(store: Store) -> None:
    found = statistics.statistics(store)
    assert (found.articles, found.set_aside, found.reviewers) == (0, 0, ())
    assert found.marks == found.outlets == found.published == found.marked == {}


def test_accepted_marks_are_counted_by_label_outlet_and_date(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    annotations.create(store, article, "denial", 0, 7)
    annotations.create(store, article, "denial", 8, 14)
    annotations.create(store, article, "evidence", 8, 14, status="rejected")
    found = statistics.statistics(store)
    assert list(found.marks.items()) == [("claim", 1), ("denial", 2)]
    assert found.outlets == {"Harian": {"claim": 1, "denial": 2}}
    assert found.published == {"2022-09-22": {"claim": 1, "denial": 2}}
    (day,) = found.marked
    assert len(day) == 10
    assert [(each.reviewer, each.marks) for each in found.reviewers] == [
        (store.reviewer, found.marks)
    ]


def test_time_and_states_are_the_reviewers_own(store: Store, article: str) -> None:
    reviews.save(store, article, state="done", seconds=61.5)
    (work,) = statistics.statistics(store).reviewers
    assert (work.reading, work.done, work.seconds, work.marks) == (0, 1, 61.5, {})


def test_what_is_set_aside_is_counted_as_that_alone(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    reviews.save(store, article, state="done", seconds=5)
    articles.set_aside(store, article)
    found = statistics.statistics(store)
    assert (found.articles, found.set_aside) == (0, 1)
    assert found.marks == found.outlets == {}
    assert found.reviewers == ()


def test_a_session_counts_what_it_made_and_kept(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    before = statistics.moment(store)
    assert statistics.session(store, before) == statistics.Session(0, {})
    annotations.create(store, article, "denial", 8, 14)
    annotations.create(store, article, "evidence", 8, 14)
    history.undo(store, article)
    annotations.change(store, annotations.of_article(store, article)[0].id, note="old one")
    reviews.save(store, article, state="done")
    assert statistics.session(store, before) == statistics.Session(1, {"denial": 1})
