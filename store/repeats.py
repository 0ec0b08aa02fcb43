"""Lines that stand in several articles of one outlet: learned from the store, hidden in it.

A line is clutter of an outlet where three of its articles, no copies of one story, have it and
could do without it (`store.reading.repeats` tells that). It is hidden where
that holds, in earlier articles too, never where a person decided or an annotation stands, and not
at all once a reviewer has shown it. Depends on what is stored, not on the order it came in.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from store.database import repeats
from store.database.connection import Store, transaction
from store.database.repeats import Place, Stored
from store.model import Document, Line
from store.reading.repeats import KINDS, Judged, countable

#: In so many stories a line must stand.
STORIES = 3
#: So many articles are remembered over all outlets; the outlet not seen for longest is forgotten.
_ARTICLES_REMEMBERED = 5_000
#: Two articles are copies of one story unless each has this share of lines that the other lacks.
_OWN_LINES = 1 / 3
#: Lines of so many code points count for that.
_LONG_LINE = 40
#: A new article that has a line is compared with so many others that have it.
_MOST_COMPARED = 12


@dataclass(slots=True)
class _Outlet:
    """What is known of one outlet; a line is the hash of its words.

    Attributes:
        name: The outlet as it is written.
        place: Whose lines these are.
        articles: The latest articles by id, the oldest first, with the lines counted.
        stories: The long lines of each, by which copies of one story are told.
        places: The articles that have a line, and whether each may lack it (None: not asked).
        clutter: The lines that stand in enough stories.
        lacking: Of a line, the stories of articles that may lack it, copies left out.
        hidden: Lines that are hidden already, each with its article.
        wanted: The words of lines that a reviewer showed; None while nobody asked.
    """

    name: str
    place: Place
    articles: dict[str, tuple[int, ...]] = field(default_factory=dict)
    stories: dict[str, frozenset[int]] = field(default_factory=dict)
    places: dict[int, dict[str, bool | None]] = field(default_factory=dict)
    clutter: set[int] = field(default_factory=set)
    lacking: dict[int, list[frozenset[int]]] = field(default_factory=dict)
    hidden: set[tuple[int, str]] = field(default_factory=set)
    wanted: set[str] | None = None


class Repeats:
    """Judges articles by what their outlets' other articles hold. One belongs to one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._outlets: OrderedDict[Place, _Outlet] = OrderedDict()
        self._remembered = 0
        self._loaded: set[Place] = set()
        self._judged: dict[str, Judged] = {}
        self._pending: list[tuple[str, int, _Outlet]] = []

    def judge(self, identity: str, document: Document) -> Document:
        """Count a new article, and return it with the lines hidden that are known as clutter.

        What turns out to be clutter with this article is hidden in earlier ones by `settle`.
        """
        metadata = document.metadata
        outlet = self._outlet(metadata.outlet, metadata.url)
        if outlet is None:
            return document
        lines = self._count(outlet, identity, document)
        hide = {
            line.number: self._reason(outlet, key, line)
            for key, line, words in lines
            if self._is_clutter(outlet, key, identity, words)
        }
        return _with_hidden(document, hide)

    def judge_again(
        self, identity: str, document: Document, outlet: str | None, url: str | None
    ) -> Document:
        """Return a new reading of an article of the store with its repeats hidden.

        A line that is hidden as one stays so where it still could be one.

        Args:
            identity: The article's id.
            document: The new reading.
            outlet: The article's outlet, which a person may have mended.
            url: Its address.
        """
        known = self._outlet(outlet, url)
        if known is None:
            return document
        lines = self._count(known, identity, document, only_latest=True)
        before = repeats.hidden(self._store, identity)
        marks = repeats.annotated(self._store, identity)
        hide = {}
        for key, line, words in lines:
            if any(start < line.end and end > line.start for start, end in marks):
                continue
            stays = line.number in before and self._may_be_hidden(known, key, identity, words)
            if stays or self._is_clutter(known, key, identity, words):
                hide[line.number] = before.get(line.number) or self._reason(known, key, line)
        self._pending.clear()
        self._judged.clear()
        return _with_hidden(document, hide)

    def settle(self) -> None:
        """Hide in earlier articles what turned out to be clutter with those judged since."""
        with transaction(self._store, mode="rule"):
            for identity, key, outlet in self._pending:
                article = repeats.stored(self._store, identity)
                for line, words in countable(article.text, article.lines):
                    if hash(words) == key:
                        why = self._reason(outlet, key, line)
                        repeats.hide(self._store, identity, line, why, words)
        self._pending.clear()
        self._judged.clear()

    # What is known of an outlet

    def _outlet(self, name: str | None, url: str | None) -> _Outlet | None:
        place = repeats.place_of(name, url)
        if place is None:
            return None
        outlet = self._outlets.get(place)
        if outlet is None:
            outlet = self._outlets[place] = _Outlet(name or place.host or "", place)
            # Once only: an outlet that was forgotten meanwhile is learned anew from what comes.
            if place not in self._loaded:
                self._loaded.add(place)
                # Those judged since the last `settle` may not be in the store yet.
                judged = dict(self._judged)
                for article in repeats.latest(self._store, place):
                    self._note_hidden(outlet, article)
                self._judged = judged
        self._outlets.move_to_end(place)
        while self._remembered > _ARTICLES_REMEMBERED and len(self._outlets) > 1:
            self._remembered -= len(self._outlets.popitem(last=False)[1].articles)
        return outlet

    def _count(
        self,
        outlet: _Outlet,
        identity: str,
        article: Document | Stored,
        *,
        only_latest: bool = False,
    ) -> list[tuple[int, Line, str]]:
        """Count an article's lines; return those that might be clutter.

        With ``only_latest`` an article that is not among the latest is not counted.
        """
        found = [
            (hash(words), line, words) for line, words in countable(article.text, article.lines)
        ]
        self._judged[identity] = _judged(article)
        if only_latest and identity not in outlet.articles:
            return found
        if identity not in outlet.articles:
            self._remembered += 1
            outlet.stories[identity] = _long_lines(article)
        outlet.articles[identity] = tuple({key for key, _, _ in found})
        for key in outlet.articles[identity]:
            outlet.places.setdefault(key, {}).setdefault(identity, None)
        if len(outlet.articles) > repeats.LATEST:
            self._forget_oldest(outlet)
        return found

    def _note_hidden(self, outlet: _Outlet, article: Stored) -> None:
        """Count a stored article; what is hidden in it was found to be clutter before."""
        for key, line, _ in self._count(outlet, article.id, article):
            if line.number in article.hidden:
                outlet.places[key][article.id] = True
                outlet.hidden.add((key, article.id))

    def _forget_oldest(self, outlet: _Outlet) -> None:
        oldest = next(iter(outlet.articles))
        for key in outlet.articles.pop(oldest):
            places = outlet.places.get(key, {})
            places.pop(oldest, None)
            outlet.hidden.discard((key, oldest))
            if not places:
                outlet.places.pop(key, None)
                outlet.lacking.pop(key, None)
        del outlet.stories[oldest]
        self._remembered -= 1

    # What is clutter

    def _is_clutter(self, outlet: _Outlet, key: int, identity: str, words: str) -> bool:
        places = outlet.places.get(key, {})
        if key not in outlet.clutter and len(places) < STORIES:
            return False
        if not self._may_be_hidden(outlet, key, identity, words):
            return False
        if key not in outlet.clutter:
            if not self._stands_in_several_stories(outlet, key, identity, words):
                return False
            outlet.clutter.add(key)
            self._pending += [
                (other, key, outlet)
                for other in places
                if other != identity
                and (key, other) not in outlet.hidden
                and self._may_lack(outlet, key, other, words)
            ]
        return True

    def _stands_in_several_stories(
        self, outlet: _Outlet, key: int, identity: str, words: str
    ) -> bool:
        """Whether three articles that may lack the line, this one among them, are no copies."""
        lacking = outlet.lacking.get(key)
        new: Iterable[str] = (identity,)
        if lacking is None:  # the first time: whatever was counted before
            lacking = outlet.lacking[key] = []
            new = list(outlet.places[key])
        for other in new:
            if other == identity or self._may_lack(outlet, key, other, words):
                story = outlet.stories.get(other)
                if story is None or story in lacking:
                    continue  # not among the latest; a copy
                apart = [one for one in lacking if _are_apart(one, story)]
                if any(_are_apart(*pair) for pair in combinations(apart, STORIES - 1)):
                    return True
                lacking.append(story)
                del lacking[:-_MOST_COMPARED]
        return False

    def _may_be_hidden(self, outlet: _Outlet, key: int, identity: str, words: str) -> bool:
        """Whether no reviewer wants the line, and this article may lack it."""
        if outlet.wanted is None:
            outlet.wanted = repeats.shown_by_reviewers(self._store, outlet.place)
        return words not in outlet.wanted and self._may_lack(outlet, key, identity, words)

    def _may_lack(self, outlet: _Outlet, key: int, identity: str, words: str) -> bool:
        places = outlet.places.get(key, {})
        found = places.get(identity)
        if found is None:
            article = self._judged.get(identity)
            if article is None:
                article = _judged(repeats.stored(self._store, identity))
                self._judged[identity] = article
            found = article.may_lack(words)
            if identity in places:
                places[identity] = found
        return found

    def _reason(self, outlet: _Outlet, key: int, line: Line) -> str:
        return repeats.reason(len(outlet.places.get(key, ())), outlet.name, line.kind)


def _judged(article: Document | Stored) -> Judged:
    if isinstance(article, Document):
        return Judged(article.text, article.lines, article.metadata.language)
    return Judged(article.text, article.lines, article.language)


def _long_lines(article: Document | Stored) -> frozenset[int]:
    return frozenset(
        hash(article.text[line.start : line.end].strip())
        for line in article.lines
        if line.end - line.start >= _LONG_LINE and (line.kind in KINDS or line.kind == "title")
    )


def _are_apart(first: frozenset[int], second: frozenset[int]) -> bool:
    """Whether each of two articles has lines of its own, and not just a few."""
    common = len(first & second)
    own = min(len(first), len(second)) - common
    return own > 0 and own >= _OWN_LINES * min(len(first), len(second))


def _with_hidden(document: Document, reasons: Mapping[int, str]) -> Document:
    """Return a document with lines hidden as clutter, and the quotes in them."""
    if not reasons:
        return document
    lines = tuple(
        replace(line, kind="boilerplate", shown=False, reason=reasons[line.number])
        if line.number in reasons
        else line
        for line in document.lines
    )
    inside = [line for line in lines if line.number in reasons]
    quotes = tuple(
        replace(quote, shown=False)
        if any(line.start <= quote.start and quote.end <= line.end for line in inside)
        else quote
        for quote in document.quotes
    )
    return replace(document, lines=lines, quotes=quotes)
