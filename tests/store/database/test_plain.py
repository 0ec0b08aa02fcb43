"""Annotations that were made and changed and no more come in without being put together."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Store, annotations, articles, check, history, merge, open_store
from store.database import plain
from store.database.replay import Entry, Fold
from tests.store.database.conftest import TEXT
from tests.store.database.test_check import behind_the_guards
from tests.store.database.test_merge_properties import content, document

TEXTS = tuple(f"{TEXT}{number}" for number in range(12))


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Budi's store: in each article marks that were changed, removed, continued and left alone."""
    path = tmp_path / "theirs.db"
    with open_store(path, "budi") as store:
        for text in TEXTS:
            place, _ = articles.add(store, document(text), source="b.txt")
            first = annotations.create(store, place, "claim", 0, 7, speaker="Rita")
            annotations.create(store, place, "denial", 8, 14, part_of=first.id, confidence=0.25)
            annotations.change(store, first.id, note="n")
            annotations.change(store, first.id, start=1, speaker="")
            annotations.delete(store, annotations.create(store, place, "claim", 0, 3).id)
    return path


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Gather the events that are put together one by one."""
    seen: list[Entry] = []
    take: Callable[[Fold, Entry], None] = Fold.take

    def noted(fold: Fold, entry: Entry) -> None:
        seen.append(entry)
        take(fold, entry)

    monkeypatch.setattr(Fold, "take", noted)
    return seen


def test_only_what_is_not_plain_is_put_together(
    store: Store, theirs: Path, taken: list[Entry]
) -> None:
    with open_store(theirs, "budi") as other:
        undone = annotations.create(other, articles.article_id(TEXTS[0]), "claim", 20, 24)
        annotations.change(other, undone.id, note="x")
        history.undo(other)
    merged = merge(store, [theirs])
    assert merged.annotations == 2 * len(TEXTS) + 1
    assert {entry.subject_id for entry in taken if entry.subject == "annotations"} == {undone.id}
    assert not check(store)


def test_files_that_hold_each_others_marks_are_plain_too(
    store: Store, theirs: Path, tmp_path: Path, taken: list[Entry]
) -> None:
    later = Path(shutil.copy(theirs, tmp_path / "later.db"))
    with open_store(later, "citra") as other:
        for text in TEXTS:
            (first, _) = annotations.of_article(other, articles.article_id(text))
            annotations.change(other, first.id, note="later")
    merge(store, [theirs, later, theirs])
    assert not [entry for entry in taken if entry.subject == "annotations"]
    notes = [mark.note for mark in annotations.of_article(store, articles.article_id(TEXTS[3]))]
    assert notes == ["later", ""]
    assert not check(store)


def test_it_does_not_matter_how_much_is_written_at_once(
    store: Store, theirs: Path, taken: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copy(store.path, store.path.with_name("copy.db")))
    merge(store, [theirs])
    monkeypatch.setattr(plain, "_AT_ONCE", 2)
    with open_store(copy, "ani") as other:
        merge(other, [theirs])
    assert not [entry for entry in taken if entry.subject == "annotations"]
    assert content(copy) == content(store.path)


def test_bytes_that_are_no_text_are_seen_as_such_and_hinder_nothing(
    store: Store, theirs: Path
) -> None:
    with behind_the_guards(theirs) as connection:
        done = connection.execute(
            'UPDATE events SET "after" = CAST(? AS TEXT) WHERE rowid = '
            '(SELECT max(rowid) FROM events WHERE "after" = ?)',
            (b'{"note":"\xff"}', '{"note":"n"}'),
        )
        assert done.rowcount == 1
    merged = merge(store, [theirs])
    assert merged.annotations == 2 * len(TEXTS)
    assert not merged.left_out
    notes = [mark.note for mark in annotations.of_article(store, articles.article_id(TEXTS[-1]))]
    assert notes == ["\N{REPLACEMENT CHARACTER}", ""]


TAMPERED = {
    "words that are not the article's": ("text", "'rumours'"),
    "words around that are not the article's": ("suffix", "substr(suffix, 2) || '!'"),
    "a place beyond the text": ("end_char", "100000"),
    "an unknown label": ("label", "'nonsense'"),
    "an unknown status": ("status", "'sure'"),
    "a reviewer who made nothing": ("reviewer", "'nobody'"),
    "extra that is no JSON": ("extra", "'{'"),
    "a NUL in a note": ("note", "char(97, 0, 98)"),
    "too much confidence": ("confidence", "7.0"),
    "part of what is not there": ("part_of", "'x'"),
}


@pytest.mark.parametrize("case", TAMPERED, ids=TAMPERED)
def test_a_row_is_no_better_for_an_event_that_says_the_same(
    store: Store, theirs: Path, case: str
) -> None:
    column, value = TAMPERED[case]
    with open_store(theirs, "budi") as other:
        places = [articles.article_id(text) for text in TEXTS[:2]]
        marks = [annotations.create(other, place, "claim", 20, 24).id for place in places]
    with behind_the_guards(theirs) as connection:
        connection.execute(f"UPDATE annotations SET {column} = {value} WHERE id = ?", marks[:1])
        connection.execute(
            f'UPDATE events SET "after" = json_set("after", \'$.{column}\', '
            f"(SELECT {column} FROM annotations WHERE id = ?1)) WHERE subject_id = ?1",
            marks[:1],
        )
    merge(store, [theirs])
    assert not check(store)
    assert annotations.get(store, marks[1]).text == TEXT[20:24]
    present = {mark.id: mark for mark in annotations.of_article(store, places[0])}
    if marks[0] in present:
        assert present[marks[0]].text == TEXT[20:24]
        assert present[marks[0]].suffix == TEXT[24:56]


def test_a_row_that_is_not_what_its_event_says_is_passed_over(store: Store, theirs: Path) -> None:
    with open_store(theirs, "budi") as other:
        place = articles.article_id(TEXTS[0])
        mark = annotations.create(other, place, "claim", 20, 24, note="right")
    with behind_the_guards(theirs) as connection:
        connection.execute("UPDATE annotations SET note = 'wrong' WHERE id = ?", (mark.id,))
    merge(store, [theirs])
    assert annotations.get(store, mark.id).note == "right"
    assert not check(store)


def test_an_order_that_is_none_is_left_out(store: Store, theirs: Path) -> None:
    with behind_the_guards(theirs) as connection:
        connection.execute("CREATE TABLE loose AS SELECT * FROM events")
        connection.execute("DROP TABLE events")
        connection.execute("ALTER TABLE loose RENAME TO events")
        parts = "SELECT id FROM annotations WHERE part_of IS NOT NULL LIMIT 2"
        connection.execute(f"UPDATE events SET lamport = 'soon' WHERE subject_id IN ({parts})")
    merged = merge(store, [theirs])
    assert {each.why for each in merged.left_out} == {"an event has no right place in the order"}
    assert merged.annotations == 2 * len(TEXTS) - 2
    assert not check(store)


def test_rows_that_a_view_stands_for_are_not_asked_for(store: Store, theirs: Path) -> None:
    with behind_the_guards(theirs) as connection:
        connection.execute("ALTER TABLE annotations RENAME TO hidden")
        connection.execute("CREATE VIEW annotations AS SELECT * FROM gone_for_good")
    assert merge(store, [theirs]).annotations == 2 * len(TEXTS)
    assert not check(store)
