"""The library's list: which articles, in which order, a page at a time.

Made for 100,000 articles: every order is read from a partial index alone (see `schema`), and a
page of rows costs the same wherever it stands. What is absent comes last in both directions.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from store.database import search
from store.database.connection import Store
from store.model import ReviewState

Sort = Literal["added", "title", "outlet", "published", "state", "annotations"]


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles, in which order. ``state`` is that of the store's reviewer."""

    search: str = ""
    state: ReviewState | None = None
    outlet: str | None = None
    label: str | None = None
    sort: Sort = "added"
    descending: bool = False
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the library lists it. ``counts``: label -> accepted annotations."""

    seq: int
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    state: ReviewState
    words: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition on ``articles`` with its parameters."""

    sql: str
    parameters: tuple[object, ...] = ()


def order(store: Store, query: ArticleQuery) -> array[int]:
    """Return the seq of every article that the query asks for, in its order."""
    found = array("q")
    for sql, parameters in _parts(store, query):
        found.extend(_numbers(store, sql, parameters))
    return found


def first(store: Store, query: ArticleQuery, limit: int) -> list[ArticleRow]:
    """Return the first rows that the query asks for, without looking at the others."""
    found: list[int] = []
    for sql, parameters in _parts(store, query):
        found += _numbers(store, f"{sql} LIMIT ?", (*parameters, limit - len(found)))
        if len(found) >= limit:
            break
    return rows(store, found)


def _numbers(store: Store, sql: str, parameters: tuple[object, ...]) -> list[int]:
    """Return the first column; without the tuples it takes half the time."""
    cursor = store.connection.cursor()
    cursor.row_factory = lambda _, row: row[0]
    return cursor.execute(sql, parameters).fetchall()


def rows(store: Store, seqs: Sequence[int]) -> list[ArticleRow]:
    """Return the rows with these seq, in this order; one that is gone is left out."""
    found = store.connection.execute(
        "SELECT articles.seq, articles.id, title, outlet, published, coalesce((SELECT state "
        "FROM reviews WHERE article_id = articles.id AND reviewer = ?), 'new'), words, "
        "(SELECT json_group_object(label, n) FROM (SELECT label, count(*) AS n FROM annotations "
        "WHERE article_id = articles.id AND status = 'accepted' GROUP BY label)) "
        "FROM json_each(?) AS wanted JOIN articles ON articles.seq = wanted.value "
        "ORDER BY wanted.key",
        (store.reviewer, json.dumps(list(seqs))),
    )
    return [
        ArticleRow(seq, identity, title, outlet, published, state, words, json.loads(counts))
        for seq, identity, title, outlet, published, state, words, counts in found
    ]


def count(store: Store, query: ArticleQuery) -> int:
    """Return how many articles the query asks for."""
    where = _joined(_filters(store, query))
    found = store.connection.execute(
        f"SELECT count(*) FROM articles WHERE {where.sql}", where.parameters
    )
    return int(found.fetchone()[0])


def outlets(store: Store) -> list[tuple[str, int]]:
    """Return the outlets of the library and how many articles each has, most first."""
    return [
        (str(name), int(number))
        for name, number in store.connection.execute(
            "SELECT outlet, count(*) AS n FROM articles INDEXED BY articles_by_outlet "
            "WHERE removed_at IS NULL AND (outlet IS NULL) = 0 "
            "GROUP BY outlet ORDER BY n DESC, outlet"
        )
    ]


def _parts(store: Store, query: ArticleQuery) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give the queries whose results, one after the other, are the order asked for.

    One part each for what is present and what is absent, for each state, for marked and
    unmarked articles: so that each part is one way through an index, forwards or backwards.
    """
    filters = _filters(store, query)
    way = " DESC" if query.descending else ""
    match query.sort:
        case "added":
            yield _part(filters, f"added_at{way}, seq{way}")
        case "state":
            states: tuple[ReviewState, ...] = ("new", "reading", "done")
            for state in reversed(states) if query.descending else states:
                if query.state in (None, state):
                    yield _part([*filters, _in_state(store, state)], "added_at, seq")
        case "annotations":
            marked, unmarked = _marked(filters, way), _part([*filters, _UNMARKED], "added_at, seq")
            yield from (marked, unmarked) if query.descending else (unmarked, marked)
        case column:
            terms = {
                "title": f"title COLLATE NOCASE{way}, seq{way}",
                "outlet": f"outlet COLLATE NOCASE{way}, added_at{way}, seq{way}",
                "published": f"published{way}, seq{way}",
            }[column]
            for absent in (0, 1):
                yield _part([*filters, _Condition(f"({column} IS NULL) = {absent}")], terms)


def _part(filters: list[_Condition], terms: str) -> tuple[str, tuple[object, ...]]:
    where = _joined(filters)
    return f"SELECT seq FROM articles WHERE {where.sql} ORDER BY {terms}", where.parameters


def _marked(filters: list[_Condition], way: str) -> tuple[str, tuple[object, ...]]:
    """Return the query for marked articles by their number of accepted annotations."""
    where = _joined(filters)
    return (
        "SELECT seq FROM (SELECT article_id, count(*) AS n FROM annotations "
        "WHERE status = 'accepted' GROUP BY article_id) AS marked "
        f"JOIN articles ON articles.id = marked.article_id WHERE {where.sql} "
        f"ORDER BY n{way}, added_at, seq",
        where.parameters,
    )


_UNMARKED = _Condition(
    "NOT EXISTS (SELECT 1 FROM annotations WHERE article_id = articles.id AND status = 'accepted')"
)


def _filters(store: Store, query: ArticleQuery) -> list[_Condition]:
    """Return the conditions that the query stands for."""
    filters = [_Condition(f"removed_at IS {'NOT ' if query.set_aside else ''}NULL")]
    if query.state is not None:
        filters.append(_in_state(store, query.state))
    if query.outlet is not None:
        filters.append(
            _Condition(
                "(outlet IS NULL) = 0 AND outlet = ? COLLATE NOCASE AND +outlet = ?",
                (query.outlet, query.outlet),
            )
        )
    if query.label is not None:
        filters.append(
            _Condition(
                "articles.id IN (SELECT article_id FROM annotations "
                "WHERE label = ? AND status = 'accepted')",
                (query.label,),
            )
        )
    found = search.condition(store, query.search)
    if found.sql:
        filters.append(_Condition(found.sql, found.parameters))
    return filters


def _in_state(store: Store, state: ReviewState) -> _Condition:
    """Return the condition that the reviewer's state is this; where nothing is kept it is new."""
    reviewed = "(SELECT article_id FROM reviews WHERE reviewer = ? AND state"
    if state == "new":
        return _Condition(f"articles.id NOT IN {reviewed} <> 'new')", (store.reviewer,))
    return _Condition(f"articles.id IN {reviewed} = ?)", (store.reviewer, state))


def _joined(conditions: list[_Condition]) -> _Condition:
    return _Condition(
        " AND ".join(condition.sql for condition in conditions),
        tuple(value for condition in conditions for value in condition.parameters),
    )
