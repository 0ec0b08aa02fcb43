"""Lines that are hidden because they stand in many articles of one outlet, as rows.

Which lines these are is learned in `store/repeats.py`. Nothing but the rows says so: a hidden
repeat is a rule's line whose reason begins with `BEGINNING`, and a reviewer who shows one of them
has spoken for all of the outlet. Nothing here makes an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple, cast

from store.database.connection import Store, transaction
from store.model import RULE, Line, LineKind

#: So many of an outlet's articles, the latest ones, are looked at.
LATEST = 200
#: Of articles that name no outlet so many are looked through for a host.
_LATEST_WITHOUT_OUTLET = 2_000
#: A reviewer's word reaches so many copies of a line at once; the rest follow when read again.
_MOST_COPIES = 5_000

BEGINNING = "stands in "
_REASON = re.compile(r"stands in \d+ articles of .*?(?:, as a (?P<kind>heading|standfirst))?", re.S)
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")

#: Small letters as SQLite's NOCASE knows them.
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)

_TEXT = "substr(articles.text, lines.start_char + 1, lines.end_char - lines.start_char)"
_LINES = (
    "lines.number, lines.start_char, lines.end_char, lines.kind, lines.shown, lines.reason, "
    "lines.decided_by"
)


class Place(NamedTuple):
    """Whose lines are compared: an outlet's or, where none is named, a host's; in small letters."""

    outlet: str | None
    host: str | None = None


#: The columns `_LINES` of a row.
_Row = tuple[int, int, int, LineKind, int, str, str]


class Stored(NamedTuple):
    """An article as far as repeats are concerned: its lines as read, but for what is no text.

    ``hidden`` are the numbers of those that are hidden as repeats.
    """

    id: str
    text: str
    language: str | None
    lines: tuple[Line, ...]
    hidden: frozenset[int]


def place_of(outlet: str | None, url: str | None) -> Place | None:
    """Return whose lines an article's are compared with; None: it names neither."""
    if outlet:
        return Place(outlet.translate(_SMALL))
    host = _HOST.match(url or "")
    return Place(None, host[1].lower()) if host else None


def reason(count: int, name: str, kind: LineKind) -> str:
    """Return why a repeat is hidden; it also keeps what kind the line had."""
    as_kind = "" if kind == "body" else f", as a {kind}"
    return f"{BEGINNING}{count} articles of {name}{as_kind}"


def is_repeat(line: Line) -> bool:
    """Whether the line is hidden because other articles have it too."""
    return (
        not line.shown
        and line.decided_by == RULE
        and line.reason.startswith(BEGINNING)
        and _REASON.fullmatch(line.reason) is not None
    )


def as_read(line: Line) -> Line:
    """Return a line as it was before it was hidden as a repeat."""
    return replace(line, kind=_kind_before(line.reason), shown=True) if is_repeat(line) else line


def _kind_before(reason: str) -> LineKind:
    found = _REASON.fullmatch(reason)
    return cast(LineKind, found["kind"] or "body") if found else "body"


def latest(store: Store, place: Place) -> Iterator[Stored]:
    """Yield the latest articles of an outlet, the oldest of them first."""
    for identity in reversed(_latest_ids(store, place)):
        yield stored(store, identity)


def stored(store: Store, identity: str) -> Stored:
    """Return an article with those of its lines that tell what it is about, and the repeats."""
    execute = store.connection.execute
    text, language = execute(
        "SELECT text, language FROM articles WHERE id = ?", (identity,)
    ).fetchone()
    rows = execute(
        f"SELECT {_LINES} FROM lines WHERE article_id = ? AND (kind IN "
        "('title', 'standfirst', 'heading', 'body') OR (shown = 0 AND reason GLOB ?)) "
        "ORDER BY number",
        (identity, f"{BEGINNING}*"),
    )
    lines = [_line(row) for row in rows]
    repeats = frozenset(line.number for line in lines if not line.shown and is_repeat(line))
    if repeats:
        lines = [as_read(line) if line.number in repeats else line for line in lines]
    return Stored(identity, text, language, tuple(lines), repeats)


def _line(row: _Row) -> Line:
    number, start, end, kind, shown, why, decided_by = row
    return Line(number, start, end, kind, bool(shown), why, decided_by)


def _latest_ids(store: Store, place: Place) -> list[str]:
    if place.outlet is not None:
        found = store.connection.execute(
            "SELECT id FROM articles WHERE (outlet IS NULL) = 0 AND outlet = ? COLLATE NOCASE "
            "AND removed_at IS NULL ORDER BY added_at DESC, seq DESC LIMIT ?",
            (place.outlet, LATEST),
        )
        return [row[0] for row in found]
    without = store.connection.execute(
        "SELECT id, url FROM articles WHERE (outlet IS NULL) = 1 AND removed_at IS NULL "
        "ORDER BY outlet COLLATE NOCASE DESC, added_at DESC, seq DESC LIMIT ?",
        (_LATEST_WITHOUT_OUTLET,),
    )
    return [row[0] for row in without if place_of(None, row[1]) == place][:LATEST]


def shown_by_reviewers(store: Store, place: Place) -> set[str]:
    """Return the words of the lines of this outlet that a reviewer decided to show."""
    if place.outlet is None:
        return {
            words
            for identity in _latest_ids(store, place)
            for (words,) in store.connection.execute(
                f"SELECT {_TEXT} FROM lines JOIN articles ON articles.id = article_id "
                "WHERE article_id = ? AND shown = 1 AND decided_by <> ?",
                (identity, RULE),
            )
        }
    # A person's decision has left an event, and events are found by their article.
    found = store.connection.execute(
        f"SELECT DISTINCT {_TEXT} FROM articles CROSS JOIN events CROSS JOIN lines "
        "WHERE (outlet IS NULL) = 0 AND outlet = ? COLLATE NOCASE AND removed_at IS NULL "
        "AND events.article_id = articles.id AND events.subject = 'lines' "
        "AND lines.article_id = articles.id "
        "AND lines.number = CAST(substr(events.subject_id, length(articles.id) + 2) AS INTEGER) "
        "AND lines.shown = 1 AND lines.decided_by <> ?",
        (place.outlet, RULE),
    )
    return {row[0].strip() for row in found}


def hide(store: Store, identity: str, line: Line, why: str, words: str) -> bool:
    """Hide a rule's line as a repeat, and the rule's quotes in it; tell whether it was hidden.

    Not where a person decided about it or an annotation touches it.
    """
    with transaction(store, mode="rule"):
        changed = store.connection.execute(
            "UPDATE lines SET kind = 'boilerplate', shown = 0, reason = ?1 WHERE article_id = ?2 "
            "AND number = ?3 AND shown = 1 AND decided_by = ?4 AND NOT EXISTS (SELECT 1 FROM "
            "annotations WHERE article_id = ?2 AND start_char < ?6 AND end_char > ?5)",
            (why, identity, line.number, RULE, line.start, line.end),
        ).rowcount
        if changed:
            _follow(store, identity, line, words, shown=False)
    return changed > 0


def show_again(store: Store, identity: str, number: int) -> int:
    """Show the other articles' copies of a line that was hidden as a repeat; return how many.

    Called when a reviewer shows line ``number`` of an article. The copies are found by the index
    of words, so the work is bounded by the articles that hold these words.
    """
    row = store.connection.execute(
        f"SELECT {_TEXT}, outlet, url FROM lines JOIN articles ON articles.id = article_id "
        "WHERE article_id = ? AND number = ?",
        (identity, number),
    ).fetchone()
    place = place_of(row[1], row[2]) if row else None
    if row is None or place is None:
        return 0
    words = row[0].strip()
    found = [
        (other, _line(cast(_Row, tuple(rest))))
        for other, outlet, url, *rest in store.connection.execute(
            f"SELECT articles.id, outlet, url, {_LINES} FROM articles_fts "
            "JOIN articles ON articles.seq = articles_fts.rowid "
            "JOIN lines ON lines.article_id = articles.id "
            "WHERE articles_fts MATCH ? AND lines.shown = 0 AND lines.decided_by = ? "
            f"AND lines.reason GLOB ? AND trim({_TEXT}, ' ' || char(9, 160)) = ? LIMIT ?",
            (_phrase(words), RULE, f"{BEGINNING}*", words.strip(" \t\xa0"), _MOST_COPIES),
        )
        if place_of(outlet, url) == place
    ]
    with transaction(store, mode="rule"):
        for other, line in found:
            if is_repeat(line):
                before = as_read(line)
                store.connection.execute(
                    "UPDATE lines SET kind = ?, shown = 1, reason = '' "
                    "WHERE article_id = ? AND number = ?",
                    (before.kind, other, line.number),
                )
                _follow(store, other, line, words, shown=True)
    return len(found)


def _phrase(words: str) -> str:
    """Return the FTS5 expression for lines that begin with these words."""
    return '"' + " ".join(_WORD.findall(words)[:16]) + '"'


def _follow(store: Store, identity: str, line: Line, words: str, *, shown: bool) -> None:
    """Let the quotes in a line, and the article's count of words, follow the line."""
    store.connection.execute(
        "UPDATE quotes SET shown = ? WHERE article_id = ? AND start_char >= ? AND end_char <= ? "
        "AND decided_by = ?",
        (int(shown), identity, line.start, line.end, RULE),
    )
    count = len(_WORD.findall(words)) * (1 if shown else -1)
    store.connection.execute(
        "UPDATE articles SET words = max(0, words + ?) WHERE id = ?", (count, identity)
    )


def annotated(store: Store, identity: str) -> list[tuple[int, int]]:
    """Return the spans of an article's annotations, of all reviewers."""
    return store.connection.execute(
        "SELECT start_char, end_char FROM annotations WHERE article_id = ?", (identity,)
    ).fetchall()


def hidden(store: Store, identity: str) -> dict[int, str]:
    """Return the lines that are hidden as repeats, each with its reason, by number."""
    rows: Iterable[_Row] = store.connection.execute(
        f"SELECT {_LINES} FROM lines WHERE article_id = ? AND shown = 0 AND reason GLOB ?",
        (identity, f"{BEGINNING}*"),
    )
    return {line.number: line.reason for line in map(_line, rows) if is_repeat(line)}
