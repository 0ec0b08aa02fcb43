import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

import pytest

from store import (
    Document,
    LeftOut,
    Merged,
    SanggahError,
    Store,
    StoreError,
    annotations,
    articles,
    backup,
    history,
    merge,
    open_store,
    reviews,
    transaction,
)
from store.database.check import check
from store.database.merge import _Plan
from tests.store.database.conftest import TEXT
from tests.store.database.test_check import behind_the_guards
from tests.store.database.test_merge_properties import content, document

Make = Callable[..., Document]

OTHER = "Berita lain.\n“Itu salah,” kata Rita.\n"


@pytest.fixture
def ours(store: Store) -> Store:
    """Our store: one article with a mark."""
    place, _ = articles.add(store, document(TEXT), source="a.txt")
    annotations.create(store, place, "claim", 0, 7)
    return store


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Budi's store: the same article and another, marks, corrections, decisions, a label."""
    path = tmp_path / "theirs.db"
    with open_store(path, "budi") as store:
        place, _ = articles.add(store, document(TEXT), source="b.txt")
        other, _ = articles.add(store, document(OTHER), source="b.txt")
        first = annotations.create(store, place, "denial", 8, 14)
        annotations.create(store, place, "claim", 0, 7, note="the same words")
        annotations.create(store, place, "claim", 16, 22, part_of=first.id)
        annotations.change(store, first.id, note="so", start=7)
        annotations.delete(store, annotations.create(store, place, "claim", 0, 3).id)
        articles.mend(store, place, title="Judul baru")
        articles.decide_line(store, other, 1, False)
        (quote,) = articles.quotes(store, other)
        articles.correct_speaker(store, quote.id, "Rita")
        with transaction(store):
            store.connection.execute("INSERT INTO labels (name) VALUES ('rumour')")
        annotations.create(store, other, "rumour", 0, 6)
        reviews.save(store, other, state="done", position=4, seconds=9.5)
    return path


def place_of(text: str) -> str:
    return articles.article_id(text)


def marks(store: Store, text: str = TEXT) -> list[tuple[str, str, str]]:
    return [
        (mark.reviewer, mark.label, mark.text)
        for mark in annotations.of_article(store, place_of(text))
    ]


def test_what_another_reviewer_did_comes_in(ours: Store, theirs: Path) -> None:
    merged = merge(ours, [theirs])
    assert marks(ours) == [
        ("ani", "claim", "Menteri"),
        ("budi", "claim", "Menteri"),
        ("budi", "denial", " bantah"),
        ("budi", "claim", "uduhan"),
    ]
    assert marks(ours, OTHER) == [("budi", "rumour", "Berita")]
    assert articles.get(ours, place_of(TEXT)).metadata.title == "Judul baru"
    assert articles.get(ours, place_of(TEXT)).source == "a.txt"
    line = articles.lines(ours, place_of(OTHER))[0]
    assert (line.shown, line.decided_by) == (False, "budi")
    (quote,) = articles.quotes(ours, place_of(OTHER))
    assert (quote.speaker, quote.decided_by) == ("Rita", "budi")
    with open_store(ours.path, "budi") as as_budi:
        review = reviews.get(as_budi, place_of(OTHER))
    assert (review.state, review.position, review.seconds) == ("done", 4, 9.5)
    assert (merged.articles, merged.annotations, merged.labels, merged.decisions) == (1, 4, 1, 3)
    tally = merged.reviewers["budi"]
    assert (tally.created, tally.changed, tally.deleted, tally.other) == (5, 1, 1, 4)
    assert not merged.left_out
    assert not check(ours)
    assert articles.first(ours, articles.ArticleQuery(search="Berita"), 5)


def test_merging_again_changes_nothing_and_takes_no_copy(ours: Store, theirs: Path) -> None:
    merge(ours, [theirs])
    before = content(ours.path)
    again = merge(ours, [theirs, theirs])
    assert again.is_empty
    assert again.copy is None
    assert content(ours.path) == before


def test_a_dry_run_says_the_same_and_writes_nothing(ours: Store, theirs: Path) -> None:
    before, version = content(ours.path), ours.connection.execute("PRAGMA data_version").fetchone()
    told = merge(ours, [theirs], dry_run=True)
    assert content(ours.path) == before
    assert ours.connection.execute("PRAGMA data_version").fetchone() == version
    assert not backup.copies(ours.path)
    done = merge(ours, [theirs])
    assert done.copy is not None
    assert (told.articles, told.events, told.reviewers) == (
        done.articles,
        done.events,
        done.reviewers,
    )
    assert told == Merged(
        **{**{name: getattr(done, name) for name in done.__slots__}, "copy": None}
    )


def test_a_copy_is_taken_before_and_holds_the_store_as_it_was(ours: Store, theirs: Path) -> None:
    before = content(ours.path)
    copy = merge(ours, [theirs]).copy
    assert copy is not None
    assert content(copy) == before


@pytest.mark.parametrize("is_open_elsewhere", [False, True])
def test_a_merge_lets_others_in_and_leaves_the_store_with_its_log(
    ours: Store, theirs: Path, is_open_elsewhere: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    write = _Plan.write

    def looked_at(plan: _Plan) -> None:
        seen.append(ours.connection.execute("PRAGMA journal_mode").fetchone()[0])
        with closing(sqlite3.connect(ours.path, timeout=0)) as reader:
            seen.append(reader.execute("SELECT count(*) > 0 FROM events").fetchone()[0])
        write(plan)

    monkeypatch.setattr(_Plan, "write", looked_at)
    with ExitStack() as others:
        if is_open_elsewhere:
            other = others.enter_context(open_store(ours.path, "budi"))
            assert marks(other) == marks(ours)
        merge(ours, [theirs])
        if is_open_elsewhere:
            assert marks(other) == marks(ours)
    assert seen == ["wal" if is_open_elsewhere else "delete", 1]
    assert ours.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert not ours.path.with_name(f"{ours.path.name}-journal").exists()
    annotations.create(ours, place_of(TEXT), "claim", 0, 4)


def test_the_other_store_stays_as_it_is_with_nothing_beside_it(ours: Store, theirs: Path) -> None:
    before, beside = theirs.read_bytes(), set(theirs.parent.iterdir())
    merge(ours, [theirs])
    assert theirs.read_bytes() == before
    assert {path for path in theirs.parent.iterdir() if "theirs" in path.name} == {
        path for path in beside if "theirs" in path.name
    }


def test_what_stands_only_in_the_others_log_comes_in_too(ours: Store, theirs: Path) -> None:
    with open_store(theirs, "budi") as open_there:
        annotations.create(open_there, place_of(TEXT), "evidence", 0, 4)
        merge(ours, [theirs])
    assert ("budi", "evidence", "Ment") in marks(ours)


def test_undo_takes_back_ones_own_actions_from_another_machine_and_no_others(
    ours: Store, theirs: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second.db"
    with open_store(second, "ani") as laptop:
        articles.add(laptop, document(TEXT), source="x")
        annotations.create(laptop, place_of(TEXT), "evidence", 3, 9)
        annotations.create(laptop, place_of(TEXT), "evidence", 4, 9)
    merge(ours, [theirs, second])
    before = [mark for mark in marks(ours) if mark[0] == "budi"]
    steps = 0
    while history.undo(ours, place_of(TEXT)):
        steps += 1
    assert steps == 3
    assert marks(ours) == before
    assert not check(ours)
    assert history.redo(ours, place_of(TEXT))
    with open_store(ours.path, "budi") as as_budi:
        assert history.undo(as_budi, place_of(OTHER)).summary == "rumour on “Berita”"


def test_after_a_merge_events_are_as_fixed_as_before(ours: Store, theirs: Path) -> None:
    merge(ours, [theirs])
    for sql in ("UPDATE events SET reviewer = 'ani'", "DELETE FROM events WHERE lamport > 3"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            ours.connection.execute(sql)
    with pytest.raises(sqlite3.IntegrityError, match="unknown label"):
        ours.connection.execute("UPDATE annotations SET label = 'nonsense'")


@contextmanager
def two_copies(store: Store) -> Iterator[Store]:
    """Another reviewer's store that begins as a copy of ours."""
    path = store.path.with_name("copy.db")
    backup.copy(store.path, path)
    with open_store(path, "budi") as other:
        yield other


def test_a_change_after_a_deletion_brings_the_annotation_back_whole(ours: Store) -> None:
    (mark,) = annotations.of_article(ours, place_of(TEXT))
    with two_copies(ours) as other:
        annotations.change(other, mark.id, speaker="Rita")
        annotations.change(other, mark.id, note="still here")
        annotations.delete(ours, mark.id)
        merge(ours, [other.path])
    (there,) = annotations.of_article(ours, place_of(TEXT))
    assert (there.text, there.note, there.speaker) == ("Menteri", "still here", "Rita")
    assert not check(ours)


def test_two_new_spans_of_one_annotation_give_one_of_them_whole(ours: Store) -> None:
    (mark,) = annotations.of_article(ours, place_of(TEXT))
    with two_copies(ours) as other:
        annotations.change(other, mark.id, start=3)
        annotations.change(other, mark.id, note="x")
        annotations.change(other, mark.id, start=5)
        annotations.change(ours, mark.id, end=2)
        merge(ours, [other.path])
        merge(other, [ours.path])
        assert annotations.get(ours, mark.id) == annotations.get(other, mark.id)
    assert annotations.get(ours, mark.id).span == (5, 7)
    assert not check(ours)


def test_a_label_that_was_deleted_while_it_was_being_used_stays(ours: Store) -> None:
    with transaction(ours):
        ours.connection.execute(
            "INSERT INTO labels (name, color, description) VALUES ('rumour', '#123456', 'heard')"
        )
    with two_copies(ours) as other:
        annotations.create(other, place_of(TEXT), "rumour", 0, 4)
        with transaction(ours):
            ours.connection.execute("DELETE FROM labels WHERE name = 'rumour'")
        merge(ours, [other.path])
        merge(other, [ours.path])
        assert annotations.labels(other) == annotations.labels(ours)
    label = annotations.labels(ours)[-1]
    assert (label.name, label.color, label.description) == ("rumour", "#123456", "heard")
    assert not check(ours)


def test_a_part_whose_first_part_was_deleted_elsewhere_stands_by_itself(ours: Store) -> None:
    (mark,) = annotations.of_article(ours, place_of(TEXT))
    with two_copies(ours) as other:
        part = annotations.create(other, place_of(TEXT), "claim", 8, 14, part_of=mark.id)
        annotations.delete(ours, mark.id)
        merge(ours, [other.path])
        assert annotations.get(ours, part.id).part_of is None
        merge(other, [ours.path])
        assert annotations.get(other, part.id).part_of is None
        assert history.undo(other, place_of(TEXT)).subject_id == part.id
        assert not check(other)
    assert not check(ours)


def test_undo_elsewhere_takes_back_only_what_it_knew(ours: Store) -> None:
    (mark,) = annotations.of_article(ours, place_of(TEXT))
    annotations.change(ours, mark.id, note="first")
    with two_copies(ours) as other:
        annotations.change(other, mark.id, note="budi's")
        articles.set_aside(ours, place_of(TEXT))
        assert history.undo(ours, place_of(TEXT)).summary == "set aside"
        assert history.undo(ours, place_of(TEXT)).summary == "note of claim on “Menteri”"
        assert annotations.get(ours, mark.id).note == ""
        merge(other, [ours.path])
        assert annotations.get(other, mark.id).note == "budi's"
        assert not check(other)


def test_the_later_review_stands_with_the_longer_time(ours: Store) -> None:
    with two_copies(ours) as other:
        run = "INSERT INTO reviews VALUES (?, 'ani', ?, ?, ?, ?)"
        moment = "2024-01-0{}T00:00:00.000Z"
        here = (place_of(TEXT), "done", 5, 10.0, moment.format(1))
        there = (place_of(TEXT), "reading", 9, 3.0, moment.format(2))
        ours.connection.execute(run, here)
        other.connection.execute(run, there)
        assert merge(ours, [other.path]).reviews == 1
        merge(other, [ours.path])
        assert content(ours.path)["reviews"] == content(other.path)["reviews"]
    found = reviews.get(ours, place_of(TEXT))
    assert (found.state, found.position, found.seconds) == ("reading", 9, 10.0)


# Files that are not what they should be


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def scribbled(path: Path) -> None:
    with path.open("r+b") as opened:
        opened.seek(2 * 4096)
        opened.write(os.urandom(path.stat().st_size - 3 * 4096))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def statement(sql: str) -> Callable[[Path], None]:
    def plant(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(sql)

    return plant


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path.unlink(), "there is no store at"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text("Once upon a time. " * 20), "is not a Sanggah store"),
        (statement("PRAGMA application_id = 7"), "a database of another program"),
        (newer, "newer than this Sanggah knows"),
        (scribbled, "is damaged"),
        (cut, "is damaged|is not a Sanggah store"),
        (
            statement(
                "PRAGMA foreign_keys = OFF; DROP VIEW articles_export; DROP TABLE reviews; "
                "CREATE VIEW reviews AS SELECT load_extension('x')"
            ),
            "has no right table reviews",
        ),
        (
            statement("DROP TABLE reviews; CREATE VIRTUAL TABLE reviews USING fts5 (a)"),
            "has no right table reviews",
        ),
        (
            statement(
                "ALTER TABLE events RENAME TO old; CREATE TABLE events (id, lamport, subject, "
                "subject_id, action, article_id, reviewer, at, group_id, undoes, before, "
                "after AS (lower(id)))"
            ),
            "has no right table events",
        ),
    ],
)
def test_a_file_that_cannot_be_merged_is_told_in_one_line_and_nothing_changes(
    ours: Store, theirs: Path, tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    sound = Path(shutil.copy(theirs, tmp_path / "sound.db"))
    spoil(theirs)
    before = content(ours.path)
    with pytest.raises(StoreError, match=told) as raised:
        merge(ours, [sound, theirs])
    assert "\n" not in str(raised.value)
    assert content(ours.path) == before
    assert not backup.copies(ours.path)


def test_a_store_is_not_merged_with_itself(ours: Store, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(ours.path)
    for path in (ours.path, tmp_path / "link.db"):
        with pytest.raises(StoreError, match="is the store itself"):
            merge(ours, [path])


def test_triggers_and_views_of_a_strangers_store_never_run(ours: Store, theirs: Path) -> None:
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("DROP VIEW annotations_export")
        connection.execute("CREATE VIEW annotations_export AS SELECT * FROM gone")
        connection.execute(
            "CREATE TRIGGER theirs AFTER INSERT ON events BEGIN DELETE FROM annotations; END"
        )
    assert merge(ours, [theirs]).annotations == 4
    names = ours.connection.execute("SELECT name FROM sqlite_master WHERE name = 'theirs'")
    assert names.fetchone() is None
    assert not check(ours)


# Rows that are not what they should be

MADE = "action = 'create' AND subject = 'annotations' AND json_extract(\"after\", '$.note') = ''"
ONE = f"id = (SELECT min(id) FROM events WHERE {MADE})"
LAST = "lamport = (SELECT max(lamport) FROM events)"
FIRST = "lamport = (SELECT min(lamport) FROM events WHERE lamport > 3)"


def after(path: str, value: str, where: str = FIRST) -> str:
    return f'UPDATE events SET "after" = json_set("after", \'$.{path}\', {value}) WHERE {where}'


HOSTILE: dict[str, tuple[str, str]] = {
    "words that are not the article's": (after("text", "'a lie'", LAST), "its words are not"),
    "a place beyond the text": (
        after("end_char", "1000000000000", LAST),
        "its words are not those of the article",
    ),
    "a place that is no number": (after("start_char", "'x'", LAST), "start_char holds what"),
    "a huge number": (after("start_char", "1e300", LAST), "start_char holds what"),
    "no words": (
        'UPDATE events SET "after" = json_remove("after", \'$.text\') WHERE ' + LAST,
        "text is not said",
    ),
    "a column of its own": (after("password", "'x'", LAST), "there is no column password"),
    "another row than it says": (after("id", "'x'", LAST), "another row than it says"),
    "another article than it says": (
        after("article_id", "'0123456789abcdef'", LAST),
        "another row than it says",
    ),
    "an unknown label": (after("label", "'nonsense'", LAST), "its label is not known"),
    "an unknown status": (after("status", "'sure'", LAST), "status holds what"),
    "too much confidence": (after("confidence", "7", LAST), "confidence holds what"),
    "extra that is no JSON": (after("extra", "'{'", LAST), "extra holds what"),
    "extra that is JSON to Python alone": (after("extra", "'[NaN]'", LAST), "extra holds what"),
    "a NUL in a note": (after("note", "char(97, 0, 98)", LAST), "note holds what"),
    "half a character": (
        'UPDATE events SET "after" = replace("after", \'"note":""\', \'"note":"\\ud800"\') '
        f"WHERE {LAST}",
        "note holds what",
    ),
    "part of itself": (after("part_of", "subject_id", LAST), "it is part of itself"),
    "from another article's annotation": (
        after(
            "origin",
            "(SELECT subject_id FROM events WHERE subject = 'annotations' AND "
            "article_id <> (SELECT article_id FROM events WHERE lamport = "
            "(SELECT max(lamport) FROM events)) LIMIT 1)",
            LAST,
        ),
        "it comes from an annotation in another article",
    ),
    "an article that is nowhere": (
        f'UPDATE events SET article_id = \'0123456789abcdef\', "after" = json_set("after", '
        f"'$.article_id', '0123456789abcdef') WHERE {LAST}",
        "its article is not there",
    ),
    "no article": (f"UPDATE events SET article_id = NULL WHERE {LAST}", "names no article"),
    "an absurd clock": (
        f"UPDATE events SET lamport = {2**62} WHERE {LAST}",
        "its place in the order is beyond all reason",
    ),
    "a clock below zero": (f"UPDATE events SET lamport = -1 WHERE {LAST}", "place in the order"),
    "no time": (f"UPDATE events SET at = 'now' WHERE {LAST}", "no right time"),
    "no such action": (f"UPDATE events SET action = 'drop' WHERE {LAST}", "nothing that can be"),
    "a table without history": (
        f"UPDATE events SET subject = 'sqlite_master' WHERE {LAST}",
        "a table that has no history",
    ),
    "a long reviewer": (
        f"UPDATE events SET reviewer = printf('%.*c', 5000, 'x') WHERE {LAST}",
        "longer than 100 characters",
    ),
    "a reviewer that moves the cursor": (
        f"UPDATE events SET reviewer = char(27) || '[2J' WHERE {LAST}",
        "holds control characters",
    ),
    "a reviewer that is the rule": (
        f"UPDATE events SET reviewer = 'rule' WHERE {LAST}",
        "no reviewer made it",
    ),
    "a reviewer inside that is long": (
        after("reviewer", "printf('%.*c', 5000, 'x')", LAST),
        "reviewer holds what",
    ),
    "JSON that is no object": (f"UPDATE events SET \"after\" = '[]' WHERE {LAST}", "what changed"),
    "no JSON": (f"UPDATE events SET \"after\" = '{{x' WHERE {LAST}", "what changed"),
    "JSON without end": (
        f"UPDATE events SET \"after\" = '{{\"note\":' || replace(printf('%.*c', 1500, 'x'), 'x', "
        f"'[') || replace(printf('%.*c', 1500, 'x'), 'x', ']') || '}}' WHERE {LAST}",
        "",
    ),
    "an id of nothing": (f"UPDATE events SET id = '' WHERE {LAST}", "no right id"),
    "a group without end": (
        f"UPDATE events SET group_id = printf('%.*c', 5000, 'x') WHERE {LAST}",
        "no right id",
    ),
    "no creation": (f"DELETE FROM events WHERE {FIRST}", "no event says how it was made"),
    "an id that is ours with other words": (
        "UPDATE events SET at = '2001-01-01T00:00:00.000Z' WHERE lamport = 1",
        "known with another content",
    ),
    "a date that is none": (
        "UPDATE events SET \"after\" = json_object('published', 'soon'), "
        "\"before\" = json_object('published', NULL) WHERE subject = 'articles'",
        "published holds what",
    ),
    "a colour that is none": (
        after("color", "'red'", "subject = 'labels' AND lamport > 3"),
        "color holds what",
    ),
    "a line that is nowhere": (
        "UPDATE events SET subject_id = article_id || ':99' WHERE subject = 'lines'",
        "the article has no such line here",
    ),
    "a speaker who does not stand there": (
        after("speaker_start", "1", "subject = 'quotes'"),
        "its speaker does not stand at the place",
    ),
    "an unheard-of state of review": ("UPDATE reviews SET state = 'lost'", "state holds what"),
    "a review beyond the text": ("UPDATE reviews SET position = 10000", "has no such place"),
    "time without measure": ("UPDATE reviews SET seconds = 9e999", "seconds holds what"),
    "another text under an id": (
        "UPDATE articles SET text = text || '!' WHERE text LIKE 'Berita%'",
        "not the one that its id is made of",
    ),
    "lines with gaps": (
        "DELETE FROM lines WHERE number = 2",
        "its lines do not cover its text",
    ),
    "quotes of nothing": ("UPDATE quotes SET text = 'x'", "it is not what stands at its place"),
    "a number of words that is none": ("UPDATE articles SET words = -1", "words holds what"),
}


@pytest.mark.parametrize("case", HOSTILE, ids=HOSTILE)
def test_what_is_wrong_in_a_strangers_store_is_left_out_and_named(
    ours: Store, theirs: Path, case: str
) -> None:
    sql, why = HOSTILE[case]
    with behind_the_guards(theirs) as connection:
        assert connection.execute(sql).rowcount > 0
    merged = merge(ours, [theirs])
    assert any(why in each.why for each in merged.left_out), merged.left_out
    assert not check(ours)
    assert ("ani", "claim", "Menteri") in marks(ours)
    assert ours.connection.execute("SELECT max(lamport) FROM events").fetchone()[0] < 1000
    annotations.create(ours, place_of(TEXT), "claim", 0, 4)
    assert merge(ours, [theirs]).annotations == 0


def test_parts_of_what_is_left_out_stand_by_themselves(ours: Store, theirs: Path) -> None:
    with open_store(theirs, "budi") as store:
        elsewhere = annotations.of_article(store, place_of(OTHER))[0].id
        first = annotations.create(store, place_of(TEXT), "claim", 24, 28)
        part = annotations.create(store, place_of(TEXT), "claim", 30, 34, part_of=first.id)
        last = annotations.create(store, place_of(TEXT), "claim", 36, 40, part_of=part.id)
    with behind_the_guards(theirs) as connection:
        connection.execute(after("origin", f"'{elsewhere}'", f"subject_id = '{first.id}'"))
    merged = merge(ours, [theirs])
    assert [each.subject_id for each in merged.left_out] == [first.id]
    assert annotations.get(ours, part.id).part_of is None
    assert annotations.get(ours, last.id).part_of == part.id
    assert not check(ours)


@pytest.mark.parametrize("history_of_source", ["plain", "taken back once"])
@pytest.mark.parametrize("whose", ["ours", "another file's", "that file's"])
def test_no_annotation_comes_from_one_in_another_article(
    ours: Store, theirs: Path, tmp_path: Path, history_of_source: str, whose: str
) -> None:
    second = tmp_path / "second.db"
    with open_store(second, "citra") as store:
        articles.add(store, document(TEXT), source="c.txt")
    owner = {"ours": ours.path, "another file's": second, "that file's": theirs}[whose]
    with open_store(owner, "citra") as store:
        annotations.create(store, place_of(TEXT), "claim", 0, 4, origin="source")
    with open_store(theirs, "budi") as store:
        source = annotations.create(store, place_of(OTHER), "claim", 0, 6, id="source")
        if history_of_source != "plain":
            annotations.change(store, source.id, note="n")
            history.undo(store)
    merged = merge(ours, [second, theirs])
    assert len(merged.left_out) == 1
    assert "another article" in merged.left_out[0].why
    assert not check(ours)
    assert merge(ours, [theirs, second]).annotations == 0
    assert not check(ours)


def test_an_id_that_stands_in_two_articles_is_left_out(ours: Store, theirs: Path) -> None:
    with open_store(theirs, "budi") as store:
        here = annotations.create(store, place_of(TEXT), "claim", 24, 28).id
        there = annotations.create(store, place_of(OTHER), "claim", 0, 6).id
    with behind_the_guards(theirs) as connection:
        connection.execute(after("id", f"'{here}'", f"subject_id = '{there}'"))
        connection.execute(f"UPDATE events SET subject_id = '{here}' WHERE subject_id = '{there}'")
    merged = merge(ours, [theirs])
    assert [(each.subject_id, each.why) for each in merged.left_out] == [
        (here, "its id belongs to a row in another article")
    ]
    with pytest.raises(SanggahError):
        annotations.get(ours, here)
    assert not check(ours)


def test_an_article_with_a_terminal_escape_is_left_out_with_all_on_it(
    ours: Store, theirs: Path
) -> None:
    text = "\x1b]0;pwned\x07 Berita"
    digest = hashlib.sha256(text.encode()).hexdigest()
    with behind_the_guards(theirs) as connection:
        connection.execute(
            "INSERT INTO articles (id, sha256, text) VALUES (?, ?, ?)", (digest[:16], digest, text)
        )
        connection.execute(
            "UPDATE events SET article_id = ? WHERE lamport = (SELECT max(lamport) FROM events)",
            (digest[:16],),
        )
    merged = merge(ours, [theirs])
    assert [each.subject for each in merged.left_out] == ["articles"]
    assert "no control characters" in merged.left_out[0].why
    assert not check(ours)


def test_an_annotation_of_which_no_event_tells_is_not_invented(ours: Store, theirs: Path) -> None:
    with behind_the_guards(theirs) as connection:
        connection.execute(
            "INSERT INTO annotations (id, article_id, label, start_char, end_char, text) "
            "VALUES ('x', ?, 'claim', 0, 4, 'Ment')",
            (place_of(TEXT),),
        )
    merge(ours, [theirs])
    with pytest.raises(SanggahError):
        annotations.get(ours, "x")
    assert not check(ours)


def test_a_table_that_another_program_rebuilt_is_read_all_the_same(
    ours: Store, theirs: Path
) -> None:
    from sqlite_utils import Database

    Database(theirs)["reviews"].transform(defaults={"state": "new"})
    assert merge(ours, [theirs]).reviews == 1


def test_a_name_that_stands_for_something_in_addresses_is_no_hindrance(
    ours: Store, theirs: Path
) -> None:
    odd = Path(shutil.copy(theirs, theirs.with_name("100% of it? #1 'x'.db")))
    assert merge(ours, [odd]).annotations == 4
    assert isinstance(merge(ours, [odd]).left_out, tuple)


CHILD = """
import sys
from pathlib import Path
from store import merge, open_store
with open_store(sys.argv[1], "ani") as store:
    print("begun", flush=True)
    merge(store, [Path(name) for name in sys.argv[2:]])
    print("done", flush=True)
"""


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_merge_that_is_killed_leaves_the_store_as_it_was_or_merged(
    ours: Store, theirs: Path, share: float
) -> None:
    with open_store(theirs, "budi") as other, transaction(other):
        for start in range(100):
            for end in range(start + 1, start + 5):
                annotations.create(other, place_of(TEXT), "claim", start, end)
    path = ours.path
    ours.close()
    before = content(path)
    target = Path(shutil.copy(path, path.with_name("whole.db")))
    command = [sys.executable, "-c", CHILD]
    began = time.monotonic()
    with subprocess.Popen([*command, target, theirs], stdout=subprocess.PIPE) as whole:
        assert whole.stdout is not None
        whole.stdout.readline()
        start_up = time.monotonic() - began
        whole.wait()
    taken = time.monotonic() - began - start_up
    with subprocess.Popen([*command, path, theirs], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            child.wait(taken * share)
        child.kill()
    found = content(path)
    assert found in (before, content(target))
    assert not check(path)
    with open_store(path, "ani") as store:
        merge(store, [theirs])
    assert content(path) == content(target)


def test_what_is_left_out_says_whose_it_is(ours: Store, theirs: Path) -> None:
    with behind_the_guards(theirs) as connection:
        connection.execute(f"UPDATE events SET at = '' WHERE {LAST}")
    (left,) = merge(ours, [theirs]).left_out
    assert left == LeftOut(theirs, "annotations", left.subject_id, "an event has no right time")
