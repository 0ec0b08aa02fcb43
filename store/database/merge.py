"""Take other stores in: their articles, and their histories, of which the tables are the outcome.

Events that we lack come in by their ids; the rows that they are about become what `replay` makes
of both histories together. So it does not matter who merges with whom, in which order, or how
often. What single rows of a stranger's file may hold is `arriving`'s business.

All is worked out first, in temporary tables and without a change; then a copy of the store is
taken, and what was worked out is written in one transaction. Annotations that were made and changed
and no more, as most are, are `plain`'s business; only the others are put together here. Where all
marks are new to us, `straight` writes the plain ones without laying anything out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from store.collecting import uncollected
from store.database import backup, plain, straight
from store.database.annotations import CONTEXT
from store.database.arriving import (
    CLOCK_AHEAD,
    EVENT_COLUMNS,
    NEWER_REVIEWS,
    QUOTE_COLUMNS,
    REVIEW_COLUMNS,
    Arriving,
    LeftOut,
    entry_fault,
    look_at_pages,
    names,
    quote_fault,
)
from store.database.connection import Store, StoreError, settings, transaction, written_once
from store.database.events import ANNOTATIONS, LABELS, QUOTES, SUBJECTS, is_same
from store.database.long_writes import indexes_made_after, without_checks, without_triggers
from store.database.replay import ENTRY_COLUMNS, FOLLOWING, Entry, Fold, Outcome, entry_of
from store.database.straight import Marks, NotStraight
from store.model import RULE

__all__ = ["LeftOut", "Merged", "Tally", "merge"]

#: From this size of the files on, in bytes, what they hold is laid out on the disk.
_MUCH = 512 * 1024 * 1024


@dataclass(slots=True)
class Tally:
    """How many events of one reviewer came in: about annotations by their kind, and others."""

    created: int = 0
    changed: int = 0
    deleted: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in, or would come in.

    Attributes:
        articles: New articles.
        events: New events.
        annotations: Annotations that are there now and were not before.
        changed: Annotations that are not what they were.
        deleted: Annotations that are no longer there.
        labels: Labels that are new, other than before, or gone.
        decisions: Articles corrected, set aside or brought back, lines and quotes decided.
        reviews: States of review that are new or further.
        reviewers: Who brought how many events.
        left_out: What was not taken in, and why.
        copy: The copy of the store that was taken before; None where nothing was written.
    """

    articles: int
    events: int
    annotations: int
    changed: int
    deleted: int
    labels: int
    decisions: int
    reviews: int
    reviewers: dict[str, Tally]
    left_out: tuple[LeftOut, ...]
    copy: Path | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing that we did not have."""
        return not (self.articles or self.events or self.reviews)


def merge(store: Store, others: Sequence[Path], *, dry_run: bool = False) -> Merged:
    """Take other stores in.

    Args:
        store: The store.
        others: The files of the others; none of them is changed.
        dry_run: Only say what would come in; nothing is written.

    Raises:
        StoreError: A file is no store, is damaged, of a newer version, or the store itself; or
            the store cannot be written. Then nothing is changed.
    """
    files = _distinct(store, others)
    connection = store.connection
    copied = cache(partial(backup.take, store.path, why="merge"))
    if not dry_run:
        with suppress(NotStraight), _room_beside(connection, files):
            return _merge_straight(store, files, copied)
    with _room_beside(connection, files):
        arriving = Arriving(connection, files)
        if dry_run or arriving.is_empty:
            connection.execute("BEGIN")
            try:
                return _Plan(arriving).told(None)
            finally:
                connection.execute("ROLLBACK")
        copy = copied()
        with written_once(store), transaction(store, mode="replay"):
            plan = _Plan(arriving)
            plan.write()
        return plan.told(copy)


def _merge_straight(store: Store, files: Sequence[Path], copied: Callable[[], Path]) -> Merged:
    """Take in stores whose marks are unknown to us, and in which all is right.

    Raises:
        NotStraight: It is not so; nothing was changed.
    """
    connection = store.connection
    if sum(file.stat().st_size for file in files if file.is_file()) >= _MUCH:
        raise NotStraight("too much to hold in memory")
    with closing(Marks(files)) as marks, uncollected(), ThreadPoolExecutor(1) as beside:
        straight.demand_unknown(connection, marks)
        labels = {name for (name,) in connection.execute("SELECT name FROM labels")}
        working = beside.submit(marks.work_out, labels)
        looking = [beside.submit(look_at_pages, file) for file in files]
        try:
            arriving = Arriving(connection, files, with_marks=False)
            if arriving.left_out:
                raise NotStraight("something is wrong")
            copy = copied()
            with (
                settings(connection, cache_size=-64_000),
                written_once(store),
                straight.attached(connection, marks),
                transaction(store, mode="replay"),
            ):
                arriving.forget_what_came_meanwhile()
                arriving.write_articles()
                with without_triggers(connection, _MARKED), without_checks(connection):
                    number = straight.write(arriving, marks, working, beside)
                plan = _Plan(arriving)
                if arriving.left_out:
                    raise NotStraight("something is wrong")
                plan.write()
                for look in looking:
                    look.result()
                marks.refuse_changed()
        except BaseException:
            beside.shutdown(cancel_futures=True)
            raise
    told = plan.told(copy)
    return replace(told, annotations=told.annotations + number)


@contextmanager
def _room_beside(connection: sqlite3.Connection, files: Sequence[Path]) -> Iterator[None]:
    """Have room for temporary tables and many pages, until all is done."""
    # In memory as long as it is not much: what goes to a file is written twice.
    size = sum(file.stat().st_size for file in files if file.is_file())
    connection.execute(f"PRAGMA temp_store = {'MEMORY' if size < _MUCH else 'FILE'}")
    connection.execute("PRAGMA temp.cache_size = -256000")
    try:
        with settings(connection, cache_size=-256_000):
            yield
    finally:
        # This drops all temporary tables.
        connection.execute("PRAGMA temp_store = DEFAULT")


def _distinct(store: Store, others: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for other in others:
        file = Path(other).expanduser()
        if file.exists():
            if file.samefile(store.path):
                raise StoreError(f"{other} is the store itself: give another one")
            if any(file.samefile(known) for known in files):
                continue
        files.append(file)
    return files


_Key = tuple[str, str]
"""A table and the row's id."""


class _Plan:
    """What the histories come to together, worked out and not yet written."""

    def __init__(self, arriving: Arriving) -> None:
        self._arriving = arriving
        self._connection = arriving.connection
        self._known: dict[_Key, list[Entry]] = {}
        self._brought: dict[_Key, tuple[int, list[Entry]]] = {}
        self._fold = Fold()
        self._made: list[dict[str, Any]] = []
        self._changes: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in SUBJECTS}
        self._added_quotes: list[dict[str, Any]] = []
        self._gone: dict[str, list[str]] = {"labels": [], "annotations": [], "quotes": []}
        self._changed_annotations = 0
        self._parts_are_known = False
        self._text: tuple[str, str | None] = ("", None)
        for statement in _TABLES:
            self._run(statement)
        arriving.forget_what_came_meanwhile()
        self._look_at_clock()
        self._look_at_reviews()
        self._look_at_labels()
        self._gather(
            plain.lay_out(
                self._connection,
                self._sure_labels,
                {reviewer for reviewer, *_ in arriving.tally},
                arriving.last_of_ours,
            )
        )
        self._settle()
        self._compare_annotations()
        self._compare_labels()
        self._compare_decided("lines")
        self._compare_decided("quotes")
        self._compare_articles()
        self._articles = self._number("SELECT count(*) FROM arriving_articles")
        self._plain = self._number("SELECT count(*) FROM plain")
        self._reviews = self._number(f"SELECT count(*) FROM ({NEWER_REVIEWS})")

    def told(self, copy: Path | None) -> Merged:
        """Return what comes in, in numbers."""
        reviewers: dict[str, Tally] = {}
        for (reviewer, is_mark, action), number in sorted(self._arriving.tally.items()):
            if not number:
                continue
            tally = reviewers.setdefault(reviewer, Tally())
            kind = f"{action}d" if is_mark else "other"
            setattr(tally, kind, getattr(tally, kind) + number)
        return Merged(
            articles=self._articles,
            events=self._arriving.tally.total(),
            annotations=self._plain + len(self._made),
            changed=self._changed_annotations,
            deleted=len(self._gone["annotations"]),
            labels=len(self._changes["labels"]) + len(self._gone["labels"]),
            decisions=sum(subject in _DECIDED for subject, _ in self._brought),
            reviews=self._reviews,
            reviewers=reviewers,
            left_out=tuple(self._arriving.left_out),
            copy=copy,
        )

    def _run(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        return self._connection.execute(sql, values)

    def _number(self, sql: str) -> int:
        return int(self._run(sql).fetchone()[0])

    # What single rows cannot tell

    def _look_at_clock(self) -> None:
        """Leave out what would drive our clock to its end."""
        most = CLOCK_AHEAD + self._number(
            "SELECT (SELECT count(*) FROM main.events) + (SELECT count(*) FROM arriving)"
        )
        if self._arriving.latest <= most:
            return
        for file, subject, subject_id in self._run(
            "SELECT DISTINCT file, subject, subject_id FROM arriving WHERE lamport > ?", (most,)
        ).fetchall():
            why = "its place in the order is beyond all reason"
            self._arriving.leave_out(file, subject, subject_id, why)

    def _look_at_reviews(self) -> None:
        length = (
            "coalesce((SELECT length(text) FROM main.articles WHERE id = article_id), "
            "(SELECT length(text) FROM arriving_articles WHERE id = article_id))"
        )
        wrong = f"position > coalesce({length}, -1)"
        for file, article, reviewer in self._run(
            f"SELECT file, article_id, reviewer FROM arriving_reviews WHERE {wrong}"
        ).fetchall():
            why = "its article is not there, or has no such place"
            self._arriving.left_out.append(
                LeftOut(self._arriving.files[file], "reviews", f"{article} {reviewer}", why)
            )
        self._run(f"DELETE FROM arriving_reviews WHERE {wrong}")

    def _look_at_labels(self) -> None:
        """Go through what happened to labels first: annotations stand on them."""
        self._load(
            self._run(
                "SELECT 'labels', subject_id, NULL FROM main.events "
                "WHERE article_id IS NULL AND subject = 'labels' "
                "UNION SELECT subject, subject_id, NULL FROM arriving WHERE subject = 'labels'"
            ).fetchall()
        )
        dropped, made = set(), set()
        for key in list(self._known):
            actions = {entry.action for entry in self._entries(key)}
            if not actions & {"create", "delete"}:
                if key in self._brought:
                    self._drop(key, self._brought[key][0], _NOT_MADE)
                continue
            made.add(key[1])
            if "delete" in actions:
                dropped.add(key[1])
        of_no_event = {name for (name,) in self._run("SELECT name FROM main.labels")} - made
        self._labels_of_no_event = of_no_event
        self._sure_labels = (made | of_no_event) - dropped
        self._dropped_labels = dropped & (made | of_no_event)
        self._connection.executemany(
            "INSERT INTO dropped_labels VALUES (?)", [(name,) for name in self._dropped_labels]
        )

    # Rows that several events made

    def _gather(self, marks: Iterable[tuple[str, str]]) -> None:
        """Load all events of the rows that must be put together, and of what hangs on them."""
        wanted = self._run(
            "SELECT DISTINCT subject, subject_id, article_id FROM arriving "
            "WHERE subject NOT IN ('labels', 'annotations')"
        ).fetchall()
        wanted += (("annotations", *mark) for mark in marks)
        if self._dropped_labels:
            used = "(SELECT name FROM dropped_labels)"
            for table in ("main.events", "arriving"):
                wanted += self._run(
                    f"SELECT DISTINCT subject, subject_id, article_id FROM {table} "
                    "WHERE subject = 'annotations' "
                    f'AND json_valid("after") AND json_extract("after", \'$.label\') IN {used}'
                ).fetchall()
        while wanted:
            self._load(wanted)
            wanted = self._hanging_together(wanted)

    def _hanging_together(
        self, loaded: list[tuple[str, str, str | None]]
    ) -> list[tuple[str, str, str | None]]:
        """Return the first parts of what was loaded, and the parts of what was deleted there."""
        found: set[tuple[str, str, str | None]] = set()
        for subject, subject_id, article in loaded:
            if subject != "annotations":
                continue
            entries = self._entries((subject, subject_id))
            for entry in entries:
                first = entry.after.get("part_of") or entry.before.get("part_of")
                if first is not None:
                    found.add((subject, first, article))
            if any(entry.action == "delete" for entry in entries):
                found.update((subject, part, article) for (part,) in self._parts_of(subject_id))
        # Whatever becomes of a first part, its parts follow; where a source is, must be known.
        found.update(self._run(plain.HANGING_ON_WANTED))
        return [each for each in found if each[:2] not in self._known]

    def _parts_of(self, first: str) -> list[tuple[str]]:
        """Return which of our annotations ever continued another one."""
        if not self._parts_are_known:
            self._parts_are_known = True
            self._run(
                "INSERT INTO parts SELECT json_extract(\"after\", '$.part_of'), subject_id "
                "FROM main.events WHERE subject = 'annotations' AND rowid <= ? "
                "AND article_id IN (SELECT id FROM places) "
                'AND (instr("after", \'"part_of":"\') OR instr("after", \'"part_of": "\'))',
                (self._arriving.last_of_ours,),
            )
        return self._run("SELECT subject_id FROM parts WHERE first = ?", (first,)).fetchall()

    def _load(self, wanted: Sequence[tuple[str, str, str | None]]) -> None:
        """Load the events of rows, ours and those that arrive, and look at the latter."""
        for subject, subject_id, _ in wanted:
            self._known.setdefault((subject, subject_id), [])
        self._run("DELETE FROM wanted")
        self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?, ?, ?)", wanted)
        faults: dict[_Key, tuple[int, str]] = {}
        for file, *row in self._run(_ARRIVING_OF_WANTED):
            key = (row[5], row[6])
            try:
                entry = entry_of(tuple(row))
                fault = entry_fault(entry)
            except ValueError:
                fault = "an event does not say what changed"
            if fault:
                faults.setdefault(key, (file, fault))
            else:
                self._brought.setdefault(key, (file, []))[1].append(entry)
        for row in self._run(_OURS_OF_WANTED, (self._arriving.last_of_ours,)):
            with suppress(ValueError):  # what is wrong with our own events is told by check
                self._known[row[5], row[6]].append(entry_of(row))
        for key, (_, entries) in self._brought.items():
            places = {entry.article_id for entry in (*entries, *self._known[key])}
            if len(places) > 1:
                faults[key] = (self._brought[key][0], "its id belongs to a row in another article")
        for key, (file, fault) in faults.items():
            self._drop(key, file, fault)
        self._run(
            "DELETE FROM plain WHERE id IN "
            "(SELECT subject_id FROM wanted WHERE subject = 'annotations')"
        )

    def _drop(self, key: _Key, file: int, why: str) -> None:
        """Leave out what arrives about one row."""
        self._brought.pop(key, None)
        self._arriving.leave_out(file, *key, why)

    def _entries(self, key: _Key) -> list[Entry]:
        brought = self._brought.get(key)
        return [*self._known[key], *(brought[1] if brought else ())]

    def _settle(self) -> None:
        """Put the histories together; what no sound row comes of is left out, and all again."""
        while True:
            self._fold = Fold()
            everything = [entry for key in self._known for entry in self._entries(key)]
            for entry in sorted(everything):
                self._fold.take(entry)
            labels = self._fold.rows["labels"]
            self._labels = {name for name, row in labels.items() if row.is_there}
            self._labels |= self._labels_of_no_event
            faults = dict(self._faults())
            if not faults:
                return
            for key, why in faults.items():
                self._drop(key, self._brought[key][0], why)

    def _faults(self) -> Iterator[tuple[_Key, str]]:
        """Give the rows that arrive of which nothing sound comes, and why."""
        for key in sorted(self._brought, key=self._place):
            row = self._fold.rows[key[0]].get(key[1])
            if row is None or not row.is_there:
                continue
            match key[0]:
                case "labels":
                    fault = None
                case "annotations":
                    fault = self._annotation_fault(key[1], row)
                case "articles":
                    fault = None if self._article_text(key[1]) is not None else _NO_ARTICLE
                case _:
                    fault = self._decision_fault(key, row)
            if fault:
                yield key, fault

    def _place(self, key: _Key) -> str:
        """Return the article of a row: sorted by it, each text is fetched once."""
        return self._brought[key][1][0].article_id or ""

    def _is_whole(self, table: str, row: Outcome) -> bool:
        """Tell whether nothing of a row is missing but what its place in the text gives."""
        return all(
            column in row.values or column in FOLLOWING or column == "text"
            for column in SUBJECTS[table].columns
        )

    def _annotation_fault(self, identity: str, row: Outcome) -> str | None:
        values, text = row.values, self._article_text(row.article_id or "")
        if not self._is_whole("annotations", row):
            return _NOT_MADE
        if text is None:
            return _NO_ARTICLE
        if values["label"] not in self._labels:
            return "its label is not known"
        start, end = values["start_char"], values["end_char"]
        words = text[start:end]
        if not 0 <= start < end <= len(text) or values.get("text", words) != words:
            return "its words are not those of the article at its place"
        if values["origin"] is not None and self._is_elsewhere(values["origin"], identity, row):
            return "it comes from an annotation in another article"
        if self._run(
            "SELECT 1 FROM origins WHERE origin = ? AND article_id <> ?", (identity, row.article_id)
        ).fetchone():
            return "an annotation in another article comes from it"
        return None

    def _is_elsewhere(self, origin: str, identity: str, row: Outcome) -> bool:
        if origin == identity:
            return True
        there = self._fold.rows["annotations"].get(origin)
        if there is not None:
            return there.is_there and there.article_id != row.article_id
        return any(
            article != row.article_id
            for (article,) in self._run(
                "SELECT article_id FROM main.annotations WHERE id = ?1 "
                "UNION SELECT article_id FROM plain WHERE id = ?1",
                (origin,),
            )
        )

    def _decision_fault(self, key: _Key, row: Outcome) -> str | None:
        """Tell what keeps a person's decision about a line or a quote from being taken in."""
        present = self._present(*key)
        if present is None and row.values.get("decided_by", RULE) == RULE:
            return None
        if present is None and (key[0] == "lines" or not self._is_whole(key[0], row)):
            return f"the article has no such {key[0].removesuffix('s')} here"
        if key[0] == "lines":
            return None
        text = self._article_text(row.article_id or "")
        if text is None:
            return _NO_ARTICLE
        return quote_fault(text, row.article_id or "", {**(present or {}), **row.values})

    def _article_text(self, identity: str) -> str | None:
        if self._text[0] != identity:
            found = self._run(
                "SELECT text FROM main.articles WHERE id = ?1 "
                "UNION ALL SELECT text FROM arriving_articles WHERE id = ?1",
                (identity,),
            ).fetchone()
            self._text = (identity, found[0] if found else None)
        return self._text[1]

    def _present(self, table: str, identity: str) -> dict[str, Any] | None:
        """Return a row as it is, or as it arrives with its article."""
        columns = SUBJECTS[table].columns
        condition = "id = ?"
        key: tuple[str, ...] = (identity,)
        if table == "lines":
            article, _, number = identity.rpartition(":")
            condition, key = "article_id = ? AND number = ?", (article, number)
        elif table == "labels":
            condition = "name = ?"
        places = [f"main.{table}"]
        if table not in ("labels", "annotations"):
            places.append(f"arriving_{table}")
        for place in places:
            row = self._run(
                f"SELECT {names(columns)} FROM {place} WHERE {condition}", key
            ).fetchone()
            if row is not None:
                return dict(zip(columns, row, strict=True))
        return None

    # What is to be written

    def _compare_annotations(self) -> None:
        for key in sorted(
            (key for key in self._known if key[0] == "annotations"),
            key=lambda key: next((entry.article_id or "" for entry in self._entries(key)), ""),
        ):
            row = self._fold.rows["annotations"].get(key[1])
            if row is None:
                continue
            present = self._present(*key)
            if key not in self._brought:
                # Ours alone; what it stands on may be gone, or there again.
                if present is not None and row.is_there and "part_of" in row.values:
                    self._note_change(key, present, {"part_of": row.values["part_of"]})
            elif not row.is_there:
                if present is not None:
                    self._gone["annotations"].append(key[1])
            elif present is None:
                self._made.append(self._whole_annotation(row))
            else:
                self._note_change(key, present, self._whole_annotation(row))

    def _whole_annotation(self, row: Outcome) -> dict[str, Any]:
        text = self._article_text(row.article_id or "") or ""
        values = {"updated_at": row.values["created_at"], **row.values}
        start, end = values["start_char"], values["end_char"]
        values["text"] = text[start:end]
        values["prefix"] = text[max(start - CONTEXT, 0) : start]
        values["suffix"] = text[end : end + CONTEXT]
        return {column: values[column] for column in ANNOTATIONS.columns}

    def _note_change(self, key: _Key, present: dict[str, Any], wanted: dict[str, Any]) -> None:
        differing = {
            column: value for column, value in wanted.items() if not is_same(present[column], value)
        }
        if differing:
            self._changes[key[0]][key[1]] = differing
            if key[0] == "annotations" and differing.keys() != {"updated_at"}:
                self._changed_annotations += 1

    def _compare_labels(self) -> None:
        for key in [key for key in self._known if key[0] == "labels"]:
            row, present = self._fold.rows["labels"].get(key[1]), self._present(*key)
            if row is None or not self._is_whole("labels", row):
                continue
            if not row.is_there:
                if present is not None:
                    self._gone["labels"].append(key[1])
            elif present is None or key in self._brought:
                # One that was deleted here, while it was being used elsewhere, is there again.
                wanted = {column: row.values[column] for column in LABELS.columns}
                self._note_change(key, present or dict.fromkeys(wanted), wanted)

    def _compare_decided(self, table: str) -> None:
        """Lines and quotes are as persons decided, else as our reading, or theirs, has them."""
        signed = [
            (table, identity)
            for (identity,) in self._run(
                f"SELECT {SUBJECTS[table].key_of(f'arriving_{table}')} FROM arriving_{table} "
                f"WHERE decided_by <> '{RULE}'"
            )
        ]
        for key in dict.fromkeys((*(key for key in self._brought if key[0] == table), *signed)):
            present = self._present(*key)
            row = self._fold.rows[table].get(key[1])
            values = row.values if row is not None and row.is_there else {"decided_by": RULE}
            decided = values.get("decided_by", RULE) != RULE
            if present is None:
                if decided:
                    self._added_quotes.append(values)
            elif row is not None and not row.is_there and table == "quotes":
                # A person's own quote, taken back; what a reading gave has no such history.
                if present["decided_by"] != RULE:
                    self._gone[table].append(key[1])
            else:
                # What all have taken back is written too: it may stand beside another's words.
                self._note_change(key, present, values)

    def _compare_articles(self) -> None:
        """Articles are as persons corrected them, else as our reading, or theirs, has them."""
        for (identity,) in self._run(
            "SELECT id FROM arriving_articles WHERE removed_at IS NOT NULL"
        ).fetchall():
            self._changes["articles"][identity] = {"removed_at": None}
        for key, (_, _) in self._brought.items():
            row, present = self._fold.rows["articles"].get(key[1]), None
            if key[0] == "articles" and row is not None:
                present = self._present(*key)
            if row is None or present is None:
                continue
            live = self._fold.live_columns(row) | {"removed_at"}
            wanted = {}
            for column, value in row.values.items():
                if column in live:
                    wanted[column] = value
                elif any(
                    entry.after.get(column, _NOTHING) == present[column]
                    for entry in self._entries(key)
                ):
                    # All who gave it a value took it back.
                    wanted[column] = row.first[column]
            self._changes["articles"].pop(key[1], None)
            self._note_change(key, present, wanted)

    # Writing

    def write(self) -> None:
        """Write what was worked out; the caller has mode replay."""
        run = self._run
        self._arriving.write_articles()
        self._choose_lone_quotes()
        run(
            f"INSERT INTO main.quotes ({QUOTE_COLUMNS}) SELECT {QUOTE_COLUMNS} "
            "FROM arriving_quotes WHERE id NOT IN (SELECT id FROM main.quotes) ORDER BY rowid"
        )
        self._write_labels()
        # What its triggers look at was looked at; for each row anew it would take most of the time.
        with without_triggers(self._connection, _MARKED):
            with without_checks(self._connection):
                events = self._number("SELECT count(*) FROM arriving")
                with indexes_made_after(self._connection, "events", events):
                    run(
                        f"INSERT INTO main.events ({EVENT_COLUMNS}) "
                        f"SELECT {EVENT_COLUMNS} FROM arriving ORDER BY rowid"
                    )
                with indexes_made_after(self._connection, "annotations", self._plain):
                    run(
                        f"INSERT INTO main.annotations ({_ANNOTATION_COLUMNS}) "
                        f"SELECT {_ANNOTATION_COLUMNS} FROM plain ORDER BY rowid"
                    )
            self._write_annotations()
        self._insert("quotes", QUOTES.columns, self._added_quotes)
        for table in _DECIDED:
            for identity, values in self._changes[table].items():
                self._update(table, identity, values)
        self._connection.executemany(
            "DELETE FROM main.quotes WHERE id = ?", [(key,) for key in self._gone["quotes"]]
        )
        self._connection.executemany(
            "DELETE FROM main.labels WHERE name = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM main.annotations WHERE label = ?1)",
            [(name,) for name in self._gone["labels"]],
        )
        run(
            f"INSERT INTO main.reviews ({REVIEW_COLUMNS}) {NEWER_REVIEWS} "
            "ON CONFLICT (article_id, reviewer) DO UPDATE SET state = excluded.state, "
            "position = excluded.position, seconds = excluded.seconds, "
            "updated_at = excluded.updated_at"
        )

    def _choose_lone_quotes(self) -> None:
        """Of quotes that our reading lacks only those come that a person decided about."""
        for (identity,) in self._run(
            "SELECT id FROM arriving_quotes WHERE article_id NOT IN "
            "(SELECT id FROM arriving_articles)"
        ).fetchall():
            row = self._fold.rows["quotes"].get(identity)
            if row is None or row.values.get("decided_by", RULE) == RULE:
                self._run("DELETE FROM arriving_quotes WHERE id = ?", (identity,))

    def _write_labels(self) -> None:
        for name, values in self._changes["labels"].items():
            if "name" in values:
                self._insert("labels", LABELS.columns, [values])
            else:
                self._update("labels", name, values)

    def _write_annotations(self) -> None:
        self._connection.executemany(
            "DELETE FROM main.annotations WHERE id = ?",
            [(identity,) for identity in self._gone["annotations"]],
        )
        self._insert("annotations", ANNOTATIONS.columns, self._made)
        for identity, values in self._changes["annotations"].items():
            self._update("annotations", identity, values)

    def _insert(self, table: str, columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> None:
        self._connection.executemany(
            f"INSERT INTO main.{table} ({names(columns)}) VALUES ({', '.join('?' * len(columns))})",
            [tuple(row[column] for column in columns) for row in rows],
        )

    def _update(self, table: str, identity: str, values: dict[str, Any]) -> None:
        key: tuple[Any, ...] = (identity,)
        if table == "lines":
            article, _, number = identity.rpartition(":")
            key = (article, int(number))
        settings = ", ".join(f'"{column}" = ?' for column in values)
        where = " AND ".join(f"{column} = ?" for column in SUBJECTS[table].keys)
        self._run(f"UPDATE main.{table} SET {settings} WHERE {where}", (*values.values(), *key))


_NOTHING = object()
_NOT_MADE = "no event says how it was made"
_NO_ARTICLE = "its article is not there"

#: Tables of which only what persons decided is history.
_DECIDED = ("articles", "lines", "quotes")

#: Tables of which a merge writes many rows.
_MARKED = ("events", "annotations")

_ANNOTATION_COLUMNS = names(ANNOTATIONS.columns)

_TABLES = (
    "CREATE INDEX temp.arriving_by_subject ON arriving (subject, subject_id, article_id)",
    "CREATE TEMP TABLE dropped_labels (name TEXT PRIMARY KEY)",
    "CREATE TEMP TABLE parts (first TEXT, subject_id TEXT)",
    "CREATE INDEX temp.parts_by_first ON parts (first)",
    "CREATE TEMP TABLE wanted (subject TEXT, subject_id TEXT, article_id TEXT, "
    "PRIMARY KEY (subject, subject_id))",
    *plain.TABLES,
)

_ARRIVING_OF_WANTED = (
    f"SELECT file, {ENTRY_COLUMNS} FROM arriving WHERE rowid IN (SELECT arriving.rowid FROM wanted "
    "CROSS JOIN arriving ON arriving.subject = wanted.subject "
    "AND arriving.subject_id = wanted.subject_id)"
)
_OURS_OF_WANTED = " UNION ALL ".join(
    f"SELECT {ENTRY_COLUMNS} FROM main.events WHERE {articles} AND rowid <= ?1 "
    "AND (subject, subject_id) IN (SELECT subject, subject_id FROM wanted)"
    for articles in (
        "article_id IN (SELECT DISTINCT article_id FROM wanted)",
        "article_id IS NULL AND EXISTS (SELECT 1 FROM wanted WHERE article_id IS NULL)",
    )
)
