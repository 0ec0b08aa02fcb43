"""Finding articles by their words: safe match expressions, and how a query is answered.

Words are looked up in the index of words, the last one as a beginning (two letters only where
they are not a word that very many articles hold). Where no word of any
article is so, and always for scripts that put no spaces between words, the query is looked for
inside words, by the index of three-character pieces or, below three characters, in the articles
themselves. A query without a letter, digit or symbol filters nothing.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from store.database.connection import Store
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
    """A condition on ``articles`` with its parameters, which all of its forms take.

    Attributes:
        whole: For going through all articles.
        test: For single articles.
        found: A query for the ``seq`` of the articles that it holds for; '' where no index
            answers it.
        dense: The share of all articles from which on a page is sooner had by testing one after
            the other than by finding all that it may come from; 0 where both are the same.
        first: The first `FEW` and one that ``found`` gives, where they were looked up already.
        trouble: Why the query that it was part of was broken off, where that was its doing.
    """

    whole: str
    parameters: tuple[str, ...]
    test: str
    found: str = ""
    dense: float = 0.0
    first: tuple[int, ...] | None = None
    trouble: list[SearchTooSlow] = field(default_factory=list)

    @property
    def is_dense(self) -> bool:
        """Whether it is known to hold for that share of the articles."""
        # They come in the order of seq, so the last one tells how dense they lie.
        first = self.first or ()
        return len(first) > FEW and len(first) >= self.dense * first[-1]


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


def looked_up(store: Store, condition: Condition) -> Condition:
    """Return the condition with its ``first``, where an index answers it."""
    if condition.first is not None or not condition.found:
        return condition
    rows = store.connection.execute(
        f"{condition.found} LIMIT ?", (*condition.parameters, FEW + 1)
    ).fetchall()
    return replace(condition, first=tuple(seq for (seq,) in rows))


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
        words = _looked_up_words(store, query, whole or _is_common(store, pieces[-1]))
        if alone or whole or words.first:
            return [words]
    return [_inside_words(piece) for piece in pieces]


def _looked_up_words(store: Store, query: str, whole: bool) -> Condition:
    return looked_up(store, _as_words(match_expression(query, whole=whole)))


def _is_common(store: Store, last: str) -> bool:
    """Tell whether two letters are a word that very many articles hold.

    As a beginning they would be joined with thousands of longer words, for nobody's good.
    """
    if len(last) != 2:
        return False
    return len(_looked_up_words(store, last, whole=True).first or ()) > FEW


_WORDS = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"


def _as_words(expression: str) -> Condition:
    """Return the condition that the words of a match expression stand in title or text."""
    # One article cannot be tested by itself: the words that begin so are gathered each time.
    among = f"articles.seq IN ({_WORDS})"
    return Condition(among, (expression,), among, _WORDS)


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
    return Condition(test, (), test, trouble=trouble)


def _inside_words(piece: str) -> Condition:
    """Return the condition that the piece stands somewhere in the title or the text."""
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", piece) + "%"
    test = "(articles.title LIKE ? ESCAPE '\\' OR articles.text LIKE ? ESCAPE '\\')"
    if len(piece) < 3 or re.search(r"[\\%_]", piece):
        return Condition(test, (pattern, pattern), test)
    # The index gives the articles that hold the piece's threes, and LIKE without ESCAPE is what it
    # answers; each of their texts is looked at too, so that finding is no quicker than testing.
    found = (
        "SELECT rowid FROM articles_trigram WHERE title LIKE ? "
        "UNION ALL SELECT rowid FROM articles_trigram WHERE text LIKE ?"
    )
    return Condition(f"articles.seq IN ({found})", (pattern, pattern), test, found, dense=0.03)


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
        return _best(store, answer[0].parameters[0], limit)
    answer = [looked_up(store, each) for each in answer]
    where = " AND ".join(each.test if each.is_dense else each.whole for each in answer)
    with telling(each.trouble for each in answer):
        rows = store.connection.execute(
            "SELECT seq, id, title, text "
            f"FROM articles WHERE removed_at IS NULL AND {where} ORDER BY added_at, seq LIMIT ?",
            (*(value for each in answer for value in each.parameters), limit),
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
    expression = match_expression(query, whole=whole)
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
