"""What has been done: articles read, time spent, marks by label, outlet, day and reviewer.

Counted are accepted annotations, and no articles that were set aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.database.connection import Store

#: Marks by label, in the order of the labels.
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReviewerWork:
    """What one reviewer has done.

    Attributes:
        reviewer: The name.
        reading: Articles begun.
        done: Articles finished.
        seconds: Time spent reading.
        marks: Marks by label.
    """

    reviewer: str
    reading: int
    done: int
    seconds: float
    marks: Counts


@dataclass(frozen=True, slots=True)
class Statistics:
    """A store in figures.

    Attributes:
        articles: Articles in the library.
        set_aside: Articles set aside.
        marks: Marks by label.
        reviewers: What each has done, those with the most marks first.
        outlets: Marks by outlet, those with the most first; "" where none is known.
        published: Marks by the day their article was published; "" where none is known.
        marked: Marks by the day (UTC) they were made.
    """

    articles: int
    set_aside: int
    marks: Counts
    reviewers: tuple[ReviewerWork, ...]
    outlets: Mapping[str, Counts]
    published: Mapping[str, Counts]
    marked: Mapping[str, Counts]


def statistics(store: Store) -> Statistics:
    """Count what the store holds."""
    (articles, set_aside) = store.connection.execute(
        "SELECT count(*) FILTER (WHERE removed_at IS NULL), "
        "count(*) FILTER (WHERE removed_at IS NOT NULL) FROM articles"
    ).fetchone()
    by_reviewer = _marks_by(store, "annotations.reviewer")
    outlets = _marks_by(store, "coalesce(articles.outlet, '')")
    return Statistics(
        articles=articles,
        set_aside=set_aside,
        marks=_sum(store, by_reviewer),
        reviewers=_reviewers(store, by_reviewer),
        outlets=dict(sorted(outlets.items(), key=lambda item: (-sum(item[1].values()), item[0]))),
        published=_marks_by(store, "coalesce(substr(articles.published, 1, 10), '')"),
        marked=_marks_by(store, "substr(annotations.created_at, 1, 10)"),
    )


def _marks_by(store: Store, key: str) -> dict[str, dict[str, int]]:
    """Return the marks by ``key``, an SQL expression, in its order, and then by label."""
    found: dict[str, dict[str, int]] = {}
    for name, label, number in store.connection.execute(
        f"SELECT {key} AS key, label, count(*) FROM annotations "
        "JOIN articles ON articles.id = article_id JOIN labels ON labels.name = label "
        "WHERE status = 'accepted' AND removed_at IS NULL "
        "GROUP BY key, label ORDER BY key, position, label"
    ):
        found.setdefault(name, {})[label] = number
    return found


def _sum(store: Store, parts: Mapping[str, Counts]) -> dict[str, int]:
    labels = store.connection.execute("SELECT name FROM labels ORDER BY position, name")
    total = {name: sum(part.get(name, 0) for part in parts.values()) for (name,) in labels}
    return {name: number for name, number in total.items() if number}


def _reviewers(store: Store, marks: Mapping[str, Counts]) -> tuple[ReviewerWork, ...]:
    work = {name: ReviewerWork(name, 0, 0, 0.0, counts) for name, counts in marks.items()}
    for name, reading, done, seconds in store.connection.execute(
        "SELECT reviewer, count(*) FILTER (WHERE state = 'reading'), "
        "count(*) FILTER (WHERE state = 'done'), sum(seconds) "
        "FROM reviews JOIN articles ON articles.id = article_id "
        "WHERE removed_at IS NULL GROUP BY reviewer"
    ):
        work[name] = ReviewerWork(name, reading, done, seconds, marks.get(name, {}))
    return tuple(sorted(work.values(), key=lambda each: (-sum(each.marks.values()), each.reviewer)))


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in the store's history, from which a reviewer's work is counted.

    Attributes:
        lamport: The last event by then.
        done: How many articles the reviewer was done with.
    """

    lamport: int
    done: int


@dataclass(frozen=True, slots=True)
class Session:
    """What a reviewer did since a moment.

    Attributes:
        done: Articles finished.
        marks: Marks made that are still there, by label.
    """

    done: int
    marks: Counts


def moment(store: Store) -> Moment:
    """Return the present moment of ``store.reviewer``."""
    (lamport,) = store.connection.execute("SELECT coalesce(max(lamport), 0) FROM events").fetchone()
    return Moment(lamport, _done(store))


def session(store: Store, since: Moment) -> Session:
    """Count what ``store.reviewer`` did since then."""
    marks = store.connection.execute(
        "SELECT label, count(*) FROM annotations JOIN labels ON labels.name = label "
        "WHERE id IN (SELECT subject_id FROM events WHERE lamport > ? AND reviewer = ? "
        "AND action = 'create' AND subject = 'annotations') "
        "AND status = 'accepted' GROUP BY label ORDER BY position, label",
        (since.lamport, store.reviewer),
    )
    return Session(max(_done(store) - since.done, 0), dict(marks.fetchall()))


def _done(store: Store) -> int:
    (number,) = store.connection.execute(
        "SELECT count(*) FROM reviews WHERE reviewer = ? AND state = 'done'", (store.reviewer,)
    ).fetchone()
    return int(number)
