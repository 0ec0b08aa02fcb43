"""How many accepted annotations each article has, for an order by them: counted once, then kept.

A count of all takes a tenth of a second for a million. So each open store keeps what it counted,
and looks only at the articles that newer events name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from store.database.connection import Store

#: Where the events name more articles than this, counting all is as quick.
_MOST_AGAIN = 2000


@dataclass
class Marked:
    """The marked articles of a store by ``seq``.

    Attributes:
        counts: seq -> accepted annotations, of marked articles only.
        by_number: number of annotations -> the articles that have so many.
    """

    counts: dict[int, int] = field(default_factory=dict)
    by_number: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _seen: tuple[int, str] | None = None

    def sets(self, *, descending: bool) -> Iterator[tuple[int, set[int]]]:
        """Give the numbers of annotations in order, each with its articles."""
        for number in sorted(self.by_number, reverse=descending):
            yield number, self.by_number[number]

    def put(self, seq: int, number: int) -> None:
        """Note how many annotations an article has now."""
        before = self.counts.pop(seq, 0)
        if before:
            self.by_number[before].discard(seq)
            if not self.by_number[before]:
                del self.by_number[before]
        if number:
            self.counts[seq] = number
            self.by_number[number].add(seq)


def marked(store: Store) -> Marked:
    """Return the counts as the store now has them; they are kept with the open store."""
    known = store.marked
    newest = store.connection.execute(
        "SELECT rowid, id FROM events ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    if known is None or not _catch_up(store, known, newest):
        known = _count_all(store)
    known._seen = newest
    store.marked = known
    return known


def _catch_up(store: Store, known: Marked, newest: tuple[int, str] | None) -> bool:
    """Count again what newer events name; False where everything has to be."""
    if known._seen == newest or known._seen is None:
        return known._seen == newest
    # Rows keep their numbers but where a program rewrites the file (VACUUM): then the row that was
    # the last one has another number.
    last, identity = known._seen
    present = store.connection.execute("SELECT id FROM events WHERE rowid = ?", (last,)).fetchone()
    if present is None or present[0] != identity:
        return False
    named = store.connection.execute(
        "SELECT DISTINCT article_id FROM events WHERE rowid > ? AND subject = 'annotations' "
        "LIMIT ?",
        (last, _MOST_AGAIN + 1),
    ).fetchall()
    if len(named) > _MOST_AGAIN:
        return False
    for (article_id,) in named:
        found = store.connection.execute(
            "SELECT seq, (SELECT count(*) FROM annotations WHERE article_id = articles.id "
            "AND status = 'accepted') FROM articles WHERE id = ?",
            (article_id,),
        ).fetchone()
        if found is not None:
            known.put(*found)
    return True


def _count_all(store: Store) -> Marked:
    counted = Marked()
    for seq, number in store.connection.execute(
        "SELECT seq, n FROM (SELECT article_id, count(*) AS n FROM annotations "
        "WHERE status = 'accepted' GROUP BY article_id) AS marked "
        "CROSS JOIN articles ON articles.id = marked.article_id"
    ):
        counted.counts[seq] = number
        counted.by_number[number].add(seq)
    return counted
