"""The library's list: which articles, in which order, a page at a time.

Made for 100,000 articles: every order is read from a partial index alone (see `schema`; by
annotations see `marked`), and a page of rows costs the same wherever it stands. What is absent
comes last in both directions.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from store.database import search
from store.database.connection import Store
from store.database.marked import marked
from store.model import ReviewState
from store.searching import SearchTooSlow

Sort = Literal["added", "title", "outlet", "published", "state", "annotations", "best"]


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles, in which order.

    ``state`` is that of the store's reviewer; what ``search`` is taken for see `search.conditions`.
    ``best`` puts those first that answer the search best, and is as ``added`` without one.
    """

    search: str = ""
    regular_expression: bool = False
    whole_words: bool = False
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


@dataclass(frozen=True, slots=True)
class _Filter:
    """A condition on ``articles`` in the forms that it can be asked in.

    Attributes:
        test: For single articles.
        whole: For all of them, one after the other; None where that is ``test`` too.
        found: A query for the articles that pass, by ``key``; None where these may be most.
        key: seq or id.
        first: The first that ``found`` gives, where they were looked up already.
        trouble: See `search.Condition`.
    """

    test: _Condition
    whole: _Condition | None = None
    found: _Condition | None = None
    key: Literal["seq", "id"] = "seq"
    first: Sequence[int] | None = None
    trouble: Sequence[SearchTooSlow] = ()

    @property
    def for_all(self) -> _Condition:
        """The form for going through all articles."""
        return self.whole or self.test


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an order: further filters, and the terms to sort by."""

    filters: tuple[_Filter, ...]
    terms: str


def order(store: Store, query: ArticleQuery) -> array[int]:
    """Return the seq of every article that the query asks for, in its order.

    Raises:
        SanggahError: What is searched is no regular expression, or takes too long.
    """
    if query.sort == "best":
        return _best_first(store, query)
    filters = _filters(store, query)
    with search.telling(each.trouble for each in filters):
        return _in_order(store, query, filters)


def _in_order(store: Store, query: ArticleQuery, filters: Sequence[_Filter]) -> array[int]:
    found = array("q")
    if query.sort in ("annotations", "state"):
        # Sorted here: a way through the articles for each number or state would take longer.
        ranks = marked(store).counts if query.sort == "annotations" else _reviewed(store)
        sign = -1 if query.descending else 1
        seqs = _numbers(store, *_walk(filters, _BY_ADDED))
        found.extend(sorted(seqs, key=lambda seq: sign * ranks.get(seq, 0)))
        return found
    for part in _parts(store, query):
        found.extend(_numbers(store, *_walk((*filters, *part.filters), part.terms)))
    return found


def _best_first(store: Store, query: ArticleQuery) -> array[int]:
    """Return the order of all that are found, those that answer the search best in front."""
    found = order(store, replace(query, sort="added", descending=False))
    if query.search and not query.regular_expression:
        among = set(found)
        ranked = search.ranked(store, query.search, whole=query.whole_words)
        best = [seq for seq in ranked if seq in among]
        among.difference_update(best)
        found = array("q", [*best, *(seq for seq in found if seq in among)])
    if query.descending:
        found.reverse()
    return found


def first(store: Store, query: ArticleQuery, limit: int) -> list[ArticleRow]:
    """Return the first rows that the query asks for, without looking at all the others.

    Where one of the filters lets few articles pass, these are sorted; else the index of the order
    is gone through and each article tested, until there are enough.
    """
    if query.sort == "best":
        return rows(store, order(store, query)[:limit])
    filters = _filters(store, query, page=True)
    with search.telling(each.trouble for each in filters):
        return rows(store, _first_in_order(store, query, filters, limit))


def _first_in_order(
    store: Store, query: ArticleQuery, filters: list[_Filter], limit: int
) -> list[int]:
    few = _few(store, filters)
    if query.sort == "annotations":
        return _first_by_marks(store, query, filters, few, limit)
    found: list[int] = []
    for part in _parts(store, query):
        found += _page(store, filters, part, few, limit - len(found))
        if len(found) >= limit:
            break
    return found


def _reviewed(store: Store) -> dict[int, int]:
    """Return the rank of the state of the articles that are not new to the reviewer, by seq."""
    return dict(
        store.connection.execute(
            "SELECT seq, CASE state WHEN 'reading' THEN 1 ELSE 2 END FROM reviews "
            "CROSS JOIN articles ON articles.id = reviews.article_id "
            "WHERE reviewer = ? AND state <> 'new'",
            (store.reviewer,),
        )
    )


@dataclass(frozen=True, slots=True)
class _Few:
    """The articles that one filter lets pass, where they are few."""

    filter: _Filter
    keys: str


def _few(store: Store, filters: Iterable[_Filter]) -> _Few | None:
    """Return the first filter that lets few articles pass, with these."""
    for each in filters:
        if each.found is not None:
            sql, parameters = each.found.sql, each.found.parameters
            keys = each.first
            if keys is None:
                keys = _numbers(store, f"{sql} LIMIT ?", (*parameters, search.FEW + 1))
            if len(keys) <= search.FEW:
                return _Few(each, json.dumps(list(dict.fromkeys(keys))))
    return None


def _page(
    store: Store, filters: list[_Filter], part: _Part, few: _Few | None, limit: int
) -> list[int]:
    """Return the first articles of a part of the order."""
    all_filters = (*filters, *part.filters)
    few = few or _few(store, part.filters)
    if few is None:
        where = _joined([each.test for each in all_filters])
        source = f"articles WHERE {where.sql}"
        parameters = where.parameters
    else:
        source, parameters = _among(few.keys, few.filter.key, all_filters, few.filter)
    return _numbers(
        store, f"SELECT seq FROM {source} ORDER BY {part.terms} LIMIT ?", (*parameters, limit)
    )


def _among(
    keys: str, key: str, filters: Iterable[_Filter], but: _Filter | None = None
) -> tuple[str, tuple[object, ...]]:
    """Return what stands behind FROM to have the articles of a JSON array that pass."""
    where = _joined([each.test for each in filters if each is not but])
    return (
        f"json_each(?) AS few CROSS JOIN articles ON articles.{key} = few.value WHERE {where.sql}",
        (keys, *where.parameters),
    )


def _first_by_marks(
    store: Store, query: ArticleQuery, filters: list[_Filter], few: _Few | None, limit: int
) -> list[int]:
    """Return the first articles by their number of accepted annotations."""
    way = " DESC" if query.descending else ""
    if few is not None:
        by_marks = _Part((), f"({_MARKS}){way}, {_BY_ADDED}")
        return _page(store, filters, by_marks, few, limit)
    unmarked = _Part((_Filter(_Condition(f"NOT EXISTS ({_MARKED})")),), _BY_ADDED)
    found: list[int] = []
    for are_marked in (True, False) if query.descending else (False, True):
        if are_marked:
            found += _marked_first(store, filters, query.descending, limit - len(found))
        elif query.label is None and len(found) < limit:
            found += _page(store, filters, unmarked, None, limit - len(found))
    return found


def _marked_first(store: Store, filters: list[_Filter], descending: bool, limit: int) -> list[int]:
    """Return the first of the marked articles, taking as many at once as may be enough."""
    known = marked(store)
    found: list[int] = []
    chunk: list[int] = []
    at_once = limit
    numbers = iter(known.sets(descending=descending))
    while len(found) < limit:
        while len(chunk) < at_once and (following := next(numbers, None)) is not None:
            chunk.extend(following[1])
        if not chunk:
            break
        source, parameters = _among(json.dumps(chunk), "seq", filters)
        passed = _numbers(store, f"SELECT seq FROM {source} ORDER BY {_BY_ADDED}", parameters)
        found += sorted(passed, key=known.counts.__getitem__, reverse=descending)
        # Where few of them pass, it takes more and more at once to come to an end.
        chunk, at_once = [], 2 * at_once
    return found[:limit]


def _walk(filters: Iterable[_Filter], terms: str) -> tuple[str, tuple[object, ...]]:
    """Return the query for all articles that pass."""
    where = _joined([each.for_all for each in filters])
    return f"SELECT seq FROM articles WHERE {where.sql} ORDER BY {terms}", where.parameters


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
    filters = _filters(store, query)
    where = _joined([each.for_all for each in filters])
    with search.telling(each.trouble for each in filters):
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


_BY_ADDED = "added_at, seq"
_MARKED = "SELECT 1 FROM annotations WHERE article_id = articles.id AND status = 'accepted'"
_MARKS = _MARKED.replace("1", "count(*)", 1)


def _parts(store: Store, query: ArticleQuery) -> Iterator[_Part]:
    """Give the parts that are, one after the other, the order asked for.

    One part each for what is present and what is absent, and for each state: so that each part
    is one way through an index, forwards or backwards.
    """
    way = " DESC" if query.descending else ""
    match query.sort:
        case "added":
            yield _Part((), f"added_at{way}, seq{way}")
        case "state":
            states: tuple[ReviewState, ...] = ("new", "reading", "done")
            for state in reversed(states) if query.descending else states:
                if query.state in (None, state):
                    yield _Part((_in_state(store, state),), _BY_ADDED)
        case column:
            terms = {
                "title": f"title COLLATE NOCASE{way}, seq{way}",
                "outlet": f"outlet COLLATE NOCASE{way}, added_at{way}, seq{way}",
                "published": f"published{way}, seq{way}",
            }[column]
            for absent in (0, 1):
                test = _Filter(_Condition(f"({column} IS NULL) = {absent}"))
                yield _Part((test,), terms)


def _filters(store: Store, query: ArticleQuery, *, page: bool = False) -> list[_Filter]:
    """Return the conditions that the query stands for, for all articles or for a ``page``."""
    present = _Condition(f"removed_at IS {'NOT ' if query.set_aside else ''}NULL")
    filters = [_Filter(present)]
    if query.state is not None:
        filters.append(_in_state(store, query.state))
    if query.outlet is not None:
        filters.append(_of_outlet(query, query.outlet, present))
    if query.label is not None:
        filters.append(_with_label(query.label))
    for each in search.conditions(
        store, query.search, regular=query.regular_expression, whole=query.whole_words
    ):
        asked = search.looked_up(store, each) if page else each
        whole = _Condition(asked.whole, asked.parameters)
        filters.append(
            _Filter(
                replace(whole, sql=asked.test) if asked.is_dense else whole,
                whole,
                replace(whole, sql=asked.found) if asked.found else None,
                first=asked.first,
                trouble=asked.trouble,
            )
        )
    return filters


def _of_outlet(query: ArticleQuery, outlet: str, present: _Condition) -> _Filter:
    whole = _Condition("(outlet IS NULL) = 0 AND outlet = ? COLLATE NOCASE AND +outlet = ?")
    whole = replace(whole, parameters=(outlet, outlet))
    found = replace(whole, sql=f"SELECT seq FROM articles WHERE {present.sql} AND {whole.sql}")
    # The index of outlets holds these two orders; for the others its articles are gathered first.
    among = replace(found, sql=f"+articles.seq IN ({found.sql})")
    return _Filter(whole if query.sort in ("added", "outlet") else among, whole, found)


def _with_label(label: str) -> _Filter:
    found = "SELECT DISTINCT article_id FROM annotations WHERE label = ? AND status = 'accepted'"
    return _Filter(
        _Condition(f"EXISTS ({_MARKED} AND label = ?)", (label,)),
        _Condition(f"articles.id IN ({found})", (label,)),
        _Condition(found, (label,)),
        "id",
    )


def _in_state(store: Store, state: ReviewState) -> _Filter:
    """Return the condition that the reviewer's state is this; where nothing is kept it is new."""
    reviewed = "FROM reviews WHERE reviewer = ? AND state"
    this = "AND article_id = articles.id"
    if state == "new":
        return _Filter(
            _Condition(f"NOT EXISTS (SELECT 1 {reviewed} <> 'new' {this})", (store.reviewer,)),
            _Condition(
                f"articles.id NOT IN (SELECT article_id {reviewed} <> 'new')", (store.reviewer,)
            ),
        )
    parameters = (store.reviewer, state)
    return _Filter(
        _Condition(f"EXISTS (SELECT 1 {reviewed} = ? {this})", parameters),
        _Condition(f"articles.id IN (SELECT article_id {reviewed} = ?)", parameters),
        _Condition(f"SELECT article_id {reviewed} = ?", parameters),
        "id",
    )


def _joined(conditions: list[_Condition]) -> _Condition:
    return _Condition(
        " AND ".join(condition.sql for condition in conditions) or "1",
        tuple(value for condition in conditions for value in condition.parameters),
    )
