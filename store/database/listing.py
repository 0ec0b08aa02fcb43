"""The library's list: which articles, in which order, a page at a time.

Made for 100,000 articles: every order is read from a partial index alone (see `schema`; by
annotations see `marked`), and a page of rows costs the same wherever it stands. What is absent
comes last in both directions.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from store.database import search
from store.database.connection import Store
from store.database.marked import Marked, marked
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
        walked: For going through an order until there are enough; None where that is ``test``.
        whole: For going through all of an order; None where that is ``test`` too.
        found: A query for the articles that pass, by ``key``; None where these may be most.
        sized: A query that is quick to count, with a row or more for each that is ``found``.
        key: seq or id.
        among: By seq, the articles of which those that pass are some; None where it may be any.
            Only these are tested.
        listed: Those that pass, in the order in which they were added, where they are at hand.
        is_indexed: Whether the index of an order tells it.
        trouble: See `search.Condition`.
    """

    test: _Condition
    walked: _Condition | None = None
    whole: _Condition | None = None
    found: _Condition | None = None
    sized: _Condition | None = None
    key: Literal["seq", "id"] = "seq"
    among: search.Found | Set[int] | None = None
    listed: Sequence[int] | None = None
    is_indexed: bool = False
    trouble: Sequence[SearchTooSlow] = ()


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
    with _asked(store, query) as filters:
        return _in_order(store, query, filters)


def _in_order(store: Store, query: ArticleQuery, filters: Sequence[_Filter]) -> array[int]:
    found = array("q")
    if query.sort in ("annotations", "state"):
        # Sorted here: a way through the articles for each number or state would take longer.
        ranks = marked(store).counts if query.sort == "annotations" else _reviewed(store)
        sign = -1 if query.descending else 1
        seqs = _all(store, filters, _BY_ADDED)
        found.extend(sorted(seqs, key=lambda seq: sign * ranks.get(seq, 0)))
        return found
    for part in _parts(store, query):
        found.extend(_all(store, (*filters, *part.filters), part.terms))
    return found


def _all(store: Store, filters: Sequence[_Filter], terms: str) -> list[int]:
    """Return all articles that pass, in their order."""
    looked_up = [each for each in filters if each.among is not None]
    few = _few(store, looked_up)
    if few is not None:
        return _sorted(store, few, filters, terms)
    found = _numbers(store, *_walk(filters, terms))
    for among in map(_whole, looked_up):
        found = [seq for seq in found if among is None or seq in among]
    return _passing(store, found, looked_up)


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
    with _asked(store, query) as filters:
        return rows(store, _first_in_order(store, query, filters, limit))


def _first_in_order(
    store: Store, query: ArticleQuery, filters: Sequence[_Filter], limit: int
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
        keys: Sequence[object] | None = None
        if isinstance(each.among, search.Found):
            keys = each.among.few()
        elif each.found is not None:
            # They are counted first: to hand a thousand out takes longer than to find them.
            most = search.FEW if each.sized is None else _ROWS_AN_ARTICLE * search.FEW
            sized, parameters = each.sized or each.found, each.found.parameters
            (number,) = store.connection.execute(
                f"SELECT count(*) FROM ({sized.sql} LIMIT ?)", (*sized.parameters, most + 1)
            ).fetchone()
            if number <= most:
                keys = _numbers(store, f"{each.found.sql} LIMIT {search.FEW + 1}", parameters)
                keys = keys if len(keys) <= search.FEW else None
        if keys is not None:
            return _Few(each, json.dumps(list(dict.fromkeys(keys))))
    return None


def _page(
    store: Store, filters: Sequence[_Filter], part: _Part, few: _Few | None, limit: int
) -> list[int]:
    """Return the first articles of a part of the order."""
    all_filters = (*filters, *part.filters)
    few = few or _few(store, part.filters)
    if few is not None:
        return _sorted(store, few, all_filters, part.terms)[:limit]
    if all(each.among is None for each in all_filters):
        sql, parameters = _walk(all_filters, part.terms, page=True)
        return _numbers(store, f"{sql} LIMIT ?", (*parameters, limit))
    with closing(_walked(store, all_filters, part.terms)) as walked:
        return list(islice(walked, limit))


def _sorted(store: Store, few: _Few, filters: Iterable[_Filter], terms: str) -> list[int]:
    """Return those of few articles that pass, in their order."""
    others = [each for each in filters if each is not few.filter or each.among is not None]
    source, parameters = _among(few.keys, few.filter.key, others)
    found = _numbers(store, f"SELECT seq FROM {source} ORDER BY {terms}", parameters)
    return [seq for seq in found if all(each.among is None or seq in each.among for each in others)]


def _walked(store: Store, filters: Sequence[_Filter], terms: str) -> Generator[int]:
    """Give the articles that pass in their order, going through it no further than is asked."""
    indexed = [each for each in filters if each.is_indexed]
    others = [each for each in filters if not each.is_indexed]
    with closing(store.connection.execute(*_walk(indexed, terms))) as cursor:
        # Many at a time: one by one each would cost as much again.
        yield from _tested(
            store, lambda number: [seq for (seq,) in cursor.fetchmany(number)], others
        )


def _taking(seqs: Iterator[int]) -> Callable[[int], list[int]]:
    """Return what takes so many of the articles at a time."""
    return lambda number: list(islice(seqs, number))


def _tested(
    store: Store, take: Callable[[int], list[int]], filters: Sequence[_Filter]
) -> Iterator[int]:
    """Give those of the articles that pass, taking not many more than are asked for."""
    at_once = _FIRST_WALKED
    while batch := take(at_once):
        for each in filters:
            if each.among is not None:
                batch = [seq for seq in batch if seq in each.among]
        yield from _passing(store, batch, filters)
        at_once = min(2 * at_once, _MOST_WALKED)


def _passing(store: Store, seqs: list[int], filters: Iterable[_Filter]) -> list[int]:
    """Return those of the articles that pass the tests, which may have to read their texts."""
    tested = [each for each in filters if each.test is not _ANY]
    if not tested or not seqs:
        return seqs
    source, parameters = _among(json.dumps(seqs), "seq", tested)
    passing = set(_numbers(store, f"SELECT seq FROM {source}", parameters))
    return [seq for seq in seqs if seq in passing]


def _among(keys: str, key: str, filters: Iterable[_Filter]) -> tuple[str, tuple[object, ...]]:
    """Return what stands behind FROM to have the articles of a JSON array that pass."""
    where = _joined([each.test for each in filters])
    return (
        f"json_each(?) AS few CROSS JOIN articles ON articles.{key} = few.value WHERE {where.sql}",
        (keys, *where.parameters),
    )


def _first_by_marks(
    store: Store, query: ArticleQuery, filters: Sequence[_Filter], few: _Few | None, limit: int
) -> list[int]:
    """Return the first articles by their number of accepted annotations."""
    way = " DESC" if query.descending else ""
    if few is not None:
        by_marks = _Part((), f"({_MARKS}){way}, {_BY_ADDED}")
        return _page(store, filters, by_marks, few, limit)
    for each in filters:
        if each.listed is not None:
            ranked = _by_marks(each.listed, marked(store), query.descending)
            others = [other for other in filters if not other.is_indexed and other is not each]
            return list(islice(_tested(store, _taking(ranked), others), limit))
    unmarked = _Part((_Filter(_Condition(f"NOT EXISTS ({_MARKED})")),), _BY_ADDED)
    found: list[int] = []
    for are_marked in (True, False) if query.descending else (False, True):
        if are_marked:
            found += _marked_first(store, filters, query.descending, limit - len(found))
        elif query.label is None and len(found) < limit:
            found += _page(store, filters, unmarked, None, limit - len(found))
    return found


def _by_marks(listed: Sequence[int], known: Marked, descending: bool) -> Iterator[int]:
    """Give articles by their number of annotations, sorting no more of them than are asked for.

    Args:
        listed: The articles, in the order of those that have the same number.
        known: The marked articles.
        descending: Whether those with most come first.
    """
    if not descending:
        yield from (seq for seq in listed if seq not in known.counts)
    places = {seq: place for place, seq in enumerate(listed)}
    for _, marked_so in known.sets(descending=descending):
        yield from sorted(places.keys() & marked_so, key=places.__getitem__)
    if descending:
        yield from (seq for seq in listed if seq not in known.counts)


def _marked_first(
    store: Store, filters: Sequence[_Filter], descending: bool, limit: int
) -> list[int]:
    """Return the first of the marked articles, taking as many at once as may be enough.

    Where very many have the same number, the order in which they were added is gone through.
    """
    known = marked(store)
    among = [whole for whole in map(_whole, filters) if whole is not None]
    found: list[int] = []
    chunk: list[int] = []
    at_once, tested = limit, 0
    for _, marked_so in known.sets(descending=descending):
        alike = marked_so.intersection(*among) if among else marked_so
        is_many = len(alike) > search.FEW
        if not is_many:
            chunk.extend(alike)
        if is_many or len(chunk) >= at_once:
            found += _by_number(store, filters, chunk, known, descending)
            # As many as will be enough if as many of them pass; where none did, more and more.
            tested += len(chunk)
            likely = (limit - len(found)) * tested // len(found) if found else 2 * at_once
            at_once = max(likely, _FIRST_WALKED)
            chunk = []
        if is_many and len(found) < limit:
            with closing(_walked(store, (*filters, _Filter(_ANY, among=alike)), _BY_ADDED)) as walk:
                found += islice(walk, limit - len(found))
        if len(found) >= limit:
            return found[:limit]
    found += _by_number(store, filters, chunk, known, descending)
    return found[:limit]


def _whole(condition: _Filter) -> Set[int] | None:
    """Return all articles of which those that pass are some, where that is known."""
    among = condition.among
    return among.whole() if isinstance(among, search.Found) else among


def _by_number(
    store: Store, filters: Sequence[_Filter], chunk: list[int], known: Marked, descending: bool
) -> list[int]:
    """Return those of the marked articles that pass, by their number of annotations."""
    if not chunk:
        return []
    source, parameters = _among(json.dumps(chunk), "seq", filters)
    passed = _numbers(store, f"SELECT seq FROM {source} ORDER BY {_BY_ADDED}", parameters)
    return sorted(passed, key=known.counts.__getitem__, reverse=descending)


def _walk(
    filters: Iterable[_Filter], terms: str, *, page: bool = False
) -> tuple[str, tuple[object, ...]]:
    """Return the query for the articles that pass, as far as no index of texts has to tell it."""
    where = _joined(
        [
            (each.walked if page else each.whole) or each.test
            for each in filters
            if each.among is None
        ]
    )
    return f"SELECT seq FROM articles WHERE {where.sql} ORDER BY {terms}", where.parameters


def _numbers(store: Store, sql: str, parameters: tuple[object, ...]) -> list[int]:
    """Return the only column in its order; as one value it takes half the time of many rows."""
    (found,) = store.connection.execute(
        f"WITH found (number) AS ({sql}) SELECT json_group_array(number) FROM found", parameters
    ).fetchone()
    return list(json.loads(found))


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
    with _asked(store, query) as filters:
        if any(each.among is not None for each in filters):
            return len(_all(store, filters, _BY_ADDED))
        where = _joined([each.whole or each.test for each in filters])
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


#: So many articles of an order are looked at first, and at most at once.
_FIRST_WALKED, _MOST_WALKED = 128, 4096

#: Up to so many times as many marks it is looked up on how few articles they stand.
_ROWS_AN_ARTICLE = 4

_ANY = _Condition("1")
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
                test = _Condition(f"({column} IS NULL) = {absent}")
                yield _Part((_Filter(test, is_indexed=True),), terms)


@contextmanager
def _asked(store: Store, query: ArticleQuery) -> Iterator[Sequence[_Filter]]:
    """Give the conditions that the query stands for; what was looked up for them is let go."""
    filters = _filters(store, query)
    try:
        with search.telling(each.trouble for each in filters):
            yield filters
    finally:
        for each in filters:
            if isinstance(each.among, search.Found):
                each.among.close()


def _filters(store: Store, query: ArticleQuery) -> list[_Filter]:
    """Return the conditions that the query stands for."""
    present = _Condition(f"removed_at IS {'NOT ' if query.set_aside else ''}NULL")
    filters = [_Filter(present, is_indexed=True)]
    if query.state is not None:
        filters.append(_in_state(store, query.state))
    if query.outlet is not None:
        filters.append(_of_outlet(store, query, query.outlet, present))
    if query.label is not None:
        filters.append(_with_label(query.label))
    # Those who go from the last added on look from there.
    from_last = query.sort == "added" and query.descending
    for each in search.conditions(
        store, query.search, regular=query.regular_expression, whole=query.whole_words
    ):
        test = _Condition(each.test, each.parameters) if each.test else _ANY
        found = search.Found(store, each, descending=from_last) if each.found else None
        filters.append(_Filter(test, among=found, trouble=each.trouble))
    return filters


def _of_outlet(store: Store, query: ArticleQuery, outlet: str, present: _Condition) -> _Filter:
    test = _Condition("(outlet IS NULL) = 0 AND outlet = ? COLLATE NOCASE AND +outlet = ?")
    test = replace(test, parameters=(outlet, outlet))
    found = replace(test, sql=f"SELECT seq FROM articles WHERE {present.sql} AND {test.sql}")
    if query.sort == "annotations":
        # The index of outlets has them in this order.
        listed = _numbers(store, f"{found.sql} ORDER BY {_BY_ADDED}", found.parameters)
        return _Filter(_ANY, found=found, among=set(listed), listed=listed)
    # The index of outlets holds these two orders; for the others its articles are gathered first.
    among = replace(found, sql=f"+articles.seq IN ({found.sql})")
    return _Filter(test, None if query.sort in ("added", "outlet") else among, found=found)


def _with_label(label: str) -> _Filter:
    marks = "FROM annotations WHERE label = ? AND status = 'accepted'"
    # The index of labels knows no articles: for all of a label the one of articles is read.
    of_all = "SELECT DISTINCT article_id FROM annotations WHERE +label = ? AND +status = 'accepted'"
    return _Filter(
        _Condition(f"EXISTS ({_MARKED} AND label = ?)", (label,)),
        whole=_Condition(f"articles.id IN ({of_all})", (label,)),
        found=_Condition(f"SELECT DISTINCT article_id {marks}", (label,)),
        sized=_Condition(f"SELECT 1 {marks}", (label,)),
        key="id",
    )


def _in_state(store: Store, state: ReviewState) -> _Filter:
    """Return the condition that the reviewer's state is this; where nothing is kept it is new."""
    reviewed = "FROM reviews WHERE reviewer = ? AND state"
    this = "AND article_id = articles.id"
    if state == "new":
        return _Filter(
            _Condition(f"NOT EXISTS (SELECT 1 {reviewed} <> 'new' {this})", (store.reviewer,)),
            whole=_Condition(
                f"articles.id NOT IN (SELECT article_id {reviewed} <> 'new')", (store.reviewer,)
            ),
        )
    parameters = (store.reviewer, state)
    return _Filter(
        _Condition(f"EXISTS (SELECT 1 {reviewed} = ? {this})", parameters),
        whole=_Condition(f"articles.id IN (SELECT article_id {reviewed} = ?)", parameters),
        found=_Condition(f"SELECT article_id {reviewed} = ?", parameters),
        key="id",
    )


def _joined(conditions: list[_Condition]) -> _Condition:
    return _Condition(
        " AND ".join(condition.sql for condition in conditions) or "1",
        tuple(value for condition in conditions for value in condition.parameters),
    )
