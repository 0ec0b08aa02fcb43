"""Finding articles by their words: safe match expressions, and how a query is answered.

Words are looked up in the index of words, the last one as a beginning (two or three letters only
where they are not a word that very many articles hold). Where no word of any article is so, and
always for scripts that put no spaces between words, the query is looked for inside words: see
`pieces`. A query without a letter, digit or symbol filters nothing.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field

from store.database.connection import Store
from store.database.pieces import looked_up
from store.searching import Searched, SearchTooSlow, WordSearch, excerpt

#: Longer queries are cut: nobody types more words, and SQLite limits its expressions.
_MOST_WORDS = 48
_LONGEST_WORD = 200

# Scripts written without spaces between words, so that "a word" is no unit to look up:
# Thai, Lao, Tibetan, Myanmar, Khmer, kana, Han.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)


#: Where no more articles than this are found, a page is sorted out of these.
FEW = 1000

#: The code points of a snippet.
_SNIPPET = 120

#: Of so many articles that hold the words, the newest, the best are chosen: each has to be looked
#: at for that.
_MOST_RANKED = 2000


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found. ``snippet`` is a piece of its text around the words."""

    seq: int
    id: str
    title: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on ``articles``.

    Attributes:
        test: It, for single articles; '' where an index tells all.
        parameters: Those of ``test``.
        found: A query for the ``seq`` of the articles that it may hold for, in its one column;
            '' where no index answers it.
        keys: The parameters of ``found``.
        trouble: Why the query that it was part of was broken off, where that was its doing.
    """

    test: str = ""
    parameters: tuple[str, ...] = ()
    found: str = ""
    keys: tuple[str, ...] = ()
    trouble: list[SearchTooSlow] = field(default_factory=list)


class Found:
    """What an index gives for a query, read no further than is asked for.

    The articles come by ``seq``: who goes through them in about this order, as they were added,
    has a first page long before the last of many is read.
    """

    def __init__(self, store: Store, condition: Condition, *, descending: bool = False) -> None:
        """Begin to read.

        Args:
            store: The store.
            condition: One that has ``found``.
            descending: Whether the last added come first.
        """
        self._sign = -1 if descending else 1
        self._cursor = store.connection.cursor()
        self._cursor.row_factory = lambda _, row: row[0]
        way = " DESC" if descending else ""
        self._cursor.execute(f"{condition.found} ORDER BY 1{way}", condition.keys)
        self._seqs: set[int] = set()
        self._last = 0
        self._is_whole = False

    def __contains__(self, seq: int) -> bool:
        """Whether the article is among them."""
        while not self._is_whole and (not self._last or self._sign * (seq - self._last) > 0):
            self._read()
        return seq in self._seqs

    def few(self) -> list[int] | None:
        """Return all of them where they are few, else None."""
        while not self._is_whole and len(self._seqs) <= FEW:
            self._read()
        return list(self._seqs) if len(self._seqs) <= FEW else None

    @property
    def read(self) -> Set[int]:
        """Those that were read by now."""
        return self._seqs

    def whole(self) -> Set[int]:
        """Return all of them."""
        while not self._is_whole:
            self._read()
        return self._seqs

    def _read(self) -> None:
        rows = self._cursor.fetchmany(FEW + 1)
        self._seqs.update(rows)
        self._is_whole = len(rows) <= FEW
        if rows:
            self._last = rows[-1]

    def close(self) -> None:
        """Read no further."""
        self._cursor.close()


@contextmanager
def telling(trouble: Iterable[Sequence[SearchTooSlow]]) -> Iterator[None]:
    """Raise what broke a query off, of the ``trouble`` of its conditions.

    Raises:
        SearchTooSlow: An expression took too long for one of the articles.
    """
    try:
        yield
    except sqlite3.OperationalError:
        for each in trouble:
            if each:
                raise each[0] from None
        raise


def _pieces(query: str) -> list[str]:
    """Return the query's pieces between spaces, without what cannot be looked up."""
    readable = "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character
        for character in query[: _MOST_WORDS * _LONGEST_WORD]
    )
    return [piece[:_LONGEST_WORD] for piece in readable.split()][:_MOST_WORDS]


def _has(piece: str, categories: str) -> bool:
    return any(unicodedata.category(character)[0] in categories for character in piece)


def match_expression(query: str, *, whole: bool = False) -> str:
    """Return an FTS5 expression for ``query``, whatever it holds; '' if it has no words.

    Every piece between spaces is a phrase, so ``COVID-19`` finds these two words side by side;
    the last word may go on if it has two letters, and ``whole`` is not asked for.
    """
    phrases = [
        '"' + piece.replace('"', '""') + '"' for piece in _pieces(query) if _has(piece, "LN")
    ]
    if not phrases:
        return ""
    # Words that begin with one letter are so many that finding them helps nobody.
    return " ".join(phrases) + ("*" if len(phrases[-1]) > 3 and not whole else "")


def conditions(
    store: Store, query: str, *, regular: bool = False, whole: bool = False
) -> list[Condition]:
    """Return the conditions on ``articles`` that together answer ``query``, none for all.

    Args:
        store: The store.
        query: What a person typed.
        regular: Whether it is a regular expression. Every article is looked at for it.
        whole: Whether words have to stand as they are.

    Raises:
        SanggahError: It is no regular expression.
    """
    if regular:
        return [_expression(store, query, whole)] if query.strip() else []
    pieces = [piece for piece in _pieces(query) if _has(piece, "LNS")]
    if not pieces:
        return []
    spaced = not any(_UNSPACED.search(piece) for piece in pieces)
    worded = all(_has(piece, "LN") for piece in pieces)
    alone = len(pieces) == 1 and len(pieces[0]) == 1
    if spaced and worded:
        expression = _expression_of(store, query, whole=whole)
        if alone or whole or _hits(store, expression, 1):
            return [Condition(found=_WORDS, keys=(expression,))]
    return [_inside_words(store, piece) for piece in pieces]


def _expression_of(store: Store, query: str, *, whole: bool) -> str:
    """Return the match expression for words of this store."""
    last = next((piece for piece in reversed(_pieces(query)) if _has(piece, "LN")), "")
    return match_expression(query, whole=whole or _is_common(store, last))


def _is_common(store: Store, last: str) -> bool:
    """Tell whether two or three letters are a word that very many articles hold.

    As a beginning they would be joined with thousands of longer words, for nobody's good.
    """
    if len(last) not in (2, 3):
        return False
    return _hits(store, match_expression(last, whole=True), FEW + 1) > FEW


def _hits(store: Store, expression: str, most: int) -> int:
    """Return how many articles the words are found in, no more than ``most``."""
    found = store.connection.execute(
        f"SELECT count(*) FROM ({_WORDS} LIMIT ?)", (expression, most)
    ).fetchone()
    return int(found[0])


_WORDS = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"


def _expression(store: Store, query: str, whole: bool) -> Condition:
    """Return the condition that title or text has what a regular expression describes."""
    looked_for = WordSearch(query, regular=True, whole=whole)
    trouble: list[SearchTooSlow] = []

    def finds(title: str | None, text: str) -> bool:
        for words in (title or "", text):
            searched = Searched.of(words)
            try:
                if looked_for.find(searched, searched.lines()):
                    return True
            except SearchTooSlow as error:
                trouble.append(error)
                raise  # SQLite tells no more than that something was raised
        return False

    store.connection.create_function("sanggah_finds", 2, finds, deterministic=True)
    test = "sanggah_finds(articles.title, articles.text)"
    return Condition(test, trouble=trouble)


def _inside_words(store: Store, piece: str) -> Condition:
    """Return the condition that the piece stands somewhere in the title or the text."""
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", piece) + "%"
    test = "(articles.title LIKE ? ESCAPE '\\' OR articles.text LIKE ? ESCAPE '\\')"
    return Condition(test, (pattern, pattern), *looked_up(store, piece))


def unsearchable(query: str) -> str:
    """Return why words are found nowhere, whatever the articles say, in a line; "" if they may be.

    They may be where they hold a letter, a digit or a symbol, or nothing at all.
    """
    if not query.strip() or any(_has(piece, "LNS") for piece in _pieces(query)):
        return ""
    return "there is nothing to look for: write a letter, a digit or a symbol"


def search(
    store: Store, query: str, limit: int = 50, *, regular: bool = False, whole: bool = False
) -> list[Hit]:
    """Return the articles that answer ``query``, best first; those set aside are left out.

    Where more than 2,000 hold the words, the best of the 2,000 added last. Those that an
    expression finds are in the order in which they were added.

    Args:
        store: The store.
        query: What a person typed; anything is allowed.
        limit: At most so many.
        regular: Whether it is a regular expression.
        whole: Whether words have to stand as they are.

    Raises:
        SanggahError: It is no regular expression, or takes too long for one of the articles.
    """
    answer = conditions(store, query, regular=regular, whole=whole)
    if not answer:
        return []
    if answer[0].found == _WORDS:
        return _best(store, answer[0].keys[0], limit)
    where = ["removed_at IS NULL"]
    for each in answer:
        where += [each.test] if each.test else []
        where += [f"+articles.seq IN ({each.found})"] if each.found else []
    with telling(each.trouble for each in answer):
        rows = store.connection.execute(
            f"SELECT seq, id, title, text FROM articles WHERE {' AND '.join(where)} "
            "ORDER BY added_at, seq LIMIT ?",
            (*(value for each in answer for value in (*each.parameters, *each.keys)), limit),
        ).fetchall()
    looked_for = WordSearch(query, regular=regular, whole=whole, apart=True)
    return [
        Hit(seq, identity, title, _snippet(looked_for, text)) for seq, identity, title, text in rows
    ]


def _snippet(looked_for: WordSearch, text: str) -> str:
    searched = Searched.of(text)
    lines = searched.lines()
    return excerpt(text, lines, looked_for.find(searched, lines), _SNIPPET).words


def ranked(store: Store, query: str, *, whole: bool = False) -> list[int]:
    """Return the ``seq`` of the articles that hold the words, best first.

    Where more than 2,000 do, those of the 2,000 added last; none where no word is so.
    """
    expression = _expression_of(store, query, whole=whole)
    if not expression:
        return []
    rows = store.connection.execute(
        f"{_WORDS} AND rowid >= ? ORDER BY rank",
        (expression, _first_ranked(store, expression)),
    )
    return [seq for (seq,) in rows]


def _first_ranked(store: Store, expression: str) -> int:
    """Return the lowest ``seq`` of the articles that are looked at for how good they are."""
    newest = store.connection.execute(
        f"{_WORDS} ORDER BY rowid DESC LIMIT 1 OFFSET ?", (expression, _MOST_RANKED - 1)
    ).fetchone()
    return newest[0] if newest else 0


def _best(store: Store, expression: str, limit: int) -> list[Hit]:
    """Return the best of the articles that hold the words, or of the newest where they are many."""
    rows = store.connection.execute(
        "SELECT seq, id, articles.title, snippet(articles_fts, 1, '', '', '…', 16) "
        "FROM articles_fts JOIN articles ON articles.seq = articles_fts.rowid "
        "WHERE articles_fts MATCH ? AND articles_fts.rowid >= ? AND removed_at IS NULL "
        "ORDER BY rank LIMIT ?",
        (expression, _first_ranked(store, expression), limit),
    )
    return [Hit(*row) for row in rows]
