import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from store import (
    Store,
    annotations,
    articles,
    backup,
    check,
    history,
    merge,
    open_store,
    reviews,
    transaction,
)
from tests.store.database.conftest import TEXT

Events = Callable[[], list[dict[str, Any]]]

FIELDS = "id, article_id, label, start_char, end_char, text"


@pytest.fixture(params=[False, True], ids=["sqlite3", "as sqlite-utils connects"])
def outside(request: pytest.FixtureRequest, store: Store) -> sqlite3.Connection:
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute(f"PRAGMA recursive_triggers = {int(request.param)}")
    return connection


def test_one_action_is_one_group_signed_by_the_reviewer(
    store: Store, article: str, events: Events
) -> None:
    made = annotations.create(store, article, "claim", 0, 7)
    annotations.change(store, made.id, note="why", confidence=0.5)
    annotations.delete(store, made.id)
    created, changed, deleted = events()
    assert [each["action"] for each in (created, changed, deleted)] == [
        "create",
        "change",
        "delete",
    ]
    assert {each["reviewer"] for each in (created, changed, deleted)} == {"ani"}
    assert len({each["group_id"] for each in (created, changed, deleted)}) == 3
    assert {each["subject_id"] for each in (created, changed, deleted)} == {made.id}
    assert {each["article_id"] for each in (created, changed, deleted)} == {article}
    assert created["before"] is None
    assert created["after"]["text"] == "Menteri"
    assert created["after"]["suffix"] == TEXT[7:39]
    assert changed["before"] == {"note": "", "confidence": None}
    assert changed["after"] == {"note": "why", "confidence": 0.5}
    assert deleted["before"]["note"] == "why"
    assert deleted["after"] is None
    assert [each["lamport"] for each in (created, changed, deleted)] == [4, 5, 6]
    assert [each["id"] for each in (created, changed, deleted)] == sorted(
        each["id"] for each in (created, changed, deleted)
    )


def test_a_new_span_brings_text_and_surroundings_into_the_event(
    store: Store, article: str, events: Events
) -> None:
    made = annotations.create(store, article, "claim", 0, 7)
    annotations.change(store, made.id, start=8, end=14)
    assert set(events()[-1]["after"]) == {"start_char", "end_char", "text", "prefix", "suffix"}
    assert events()[-1]["after"]["prefix"] == TEXT[:8]


def test_other_programs_are_called_outside_and_each_event_is_its_own_group(
    article: str, outside: sqlite3.Connection, events: Events
) -> None:
    outside.execute(
        f"INSERT INTO annotations ({FIELDS}) SELECT 'a' || value, '{article}', 'claim', 0, 7, "
        "'Menteri' FROM json_each('[1, 2]')"
    )
    outside.execute("UPDATE annotations SET note = 'x'")
    outside.execute("DELETE FROM annotations")
    found = events()
    assert [each["action"] for each in found] == 2 * ["create"] + 2 * ["change"] + 2 * ["delete"]
    assert {each["reviewer"] for each in found} == {"outside"}
    assert len({each["group_id"] for each in found}) == 6
    assert [each["lamport"] for each in found] == [4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("mode", ["rule", "replay"])
def test_readings_and_replays_write_no_events(
    store: Store, article: str, events: Events, mode: str
) -> None:
    with transaction(store, mode=mode):
        annotations.create(store, article, "claim", 0, 7)
        store.connection.execute("UPDATE annotations SET note = 'x'")
        store.connection.execute("UPDATE articles SET title = 'x'")
        store.connection.execute("UPDATE lines SET shown = 0")
        store.connection.execute("INSERT INTO labels (name, position) VALUES ('x', 9)")
        store.connection.execute("DELETE FROM annotations")
    assert events() == []


def test_an_undo_names_the_group_it_takes_back(store: Store, article: str, events: Events) -> None:
    with transaction(store, mode="undo g7"):
        annotations.create(store, article, "claim", 0, 7)
    assert events()[0]["undoes"] == "g7"


def test_metadata_and_setting_aside_are_events_without_the_text(
    store: Store, article: str, events: Events
) -> None:
    articles.mend(store, article, title="Baru", outlet="")
    articles.set_aside(store, article)
    titled, outlet, aside = events()
    assert titled["before"] == {"title": "Menteri bantah tuduhan"}
    assert titled["after"] == {"title": "Baru"}
    assert outlet["after"] == {"outlet": None}
    assert set(aside["after"]) == {"removed_at"}
    assert titled["group_id"] == outlet["group_id"] != aside["group_id"]


def test_equal_values_positions_and_dates_alone_are_no_events(
    store: Store, article: str, outside: sqlite3.Connection, events: Events
) -> None:
    annotations.create(store, article, "claim", 0, 7)
    outside.execute("UPDATE annotations SET note = note, label = label, text = text")
    outside.execute("UPDATE annotations SET updated_at = '2000-01-01T00:00:00.000Z'")
    outside.execute("UPDATE articles SET title = title, words = words + 1")
    outside.execute("UPDATE labels SET color = color")
    outside.execute("UPDATE lines SET shown = shown")
    reviews.save(store, article, state="reading", position=7, seconds=2.5)
    assert len(events()) == 1


def test_a_line_that_somebody_hides_becomes_theirs(
    store: Store, article: str, outside: sqlite3.Connection, events: Events
) -> None:
    articles.decide_line(store, article, 4, True)
    outside.execute("UPDATE lines SET shown = 0 WHERE number = 3")
    ours, theirs = events()
    assert ours["subject_id"] == f"{article}:4"
    assert ours["before"] == {"shown": 0, "reason": "", "decided_by": "rule"}
    assert ours["after"] == {"shown": 1, "reason": "shown by ani", "decided_by": "ani"}
    assert theirs["subject_id"] == f"{article}:3"
    assert theirs["after"] == {"shown": 0, "decided_by": "outside"}
    assert articles.lines(store, article)[2].decided_by == "outside"


def test_replacing_an_annotation_is_a_change_with_what_was_before(
    article: str, outside: sqlite3.Connection, events: Events
) -> None:
    row = f"('a', '{article}', 'claim', 0, 7, 'Menteri', 'first')"
    outside.execute(f"INSERT INTO annotations ({FIELDS}, note) VALUES {row}")
    outside.execute(
        f"INSERT OR REPLACE INTO annotations ({FIELDS}) VALUES ('a', '{article}', 'denial', 8, 14, 'bantah')"
    )
    created, changed = events()
    assert (created["action"], changed["action"]) == ("create", "change")
    kept = {name: value for name, value in changed["before"].items() if name != "created_at"}
    assert kept == {
        "label": "claim",
        "start_char": 0,
        "end_char": 7,
        "text": "Menteri",
        "prefix": "",
        "suffix": TEXT[7:39],
        "note": "first",
    }
    assert changed["after"]["note"] == ""
    assert changed["after"]["prefix"] == TEXT[:8]
    assert [event["lamport"] for event in events()] == [4, 5]
    assert outside.execute("SELECT count(*) FROM replaced").fetchone() == (0,)


def test_a_bad_replacement_leaves_the_row_and_the_history_as_they_were(
    article: str, outside: sqlite3.Connection, events: Events
) -> None:
    outside.execute(
        f"INSERT INTO annotations ({FIELDS}) VALUES ('a', '{article}', 'claim', 0, 7, 'Menteri')"
    )
    with pytest.raises(sqlite3.IntegrityError, match="not the slice"):
        outside.execute(
            f"INSERT OR REPLACE INTO annotations ({FIELDS}) VALUES ('a', '{article}', 'claim', 0, 7, 'x')"
        )
    assert len(events()) == 1
    assert outside.execute("SELECT text FROM annotations").fetchone() == ("Menteri",)


def test_an_ignored_row_is_no_event_and_what_follows_is_told_rightly(
    article: str, outside: sqlite3.Connection, events: Events
) -> None:
    values = f"('a', '{article}', 'claim', 0, 7, 'Menteri')"
    outside.execute(f"INSERT INTO annotations ({FIELDS}) VALUES {values}")
    outside.execute(f"INSERT OR IGNORE INTO annotations ({FIELDS}) VALUES {values}")
    assert len(events()) == 1
    outside.execute("DELETE FROM annotations")
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        outside.execute("DELETE FROM events WHERE action = 'delete'")
    outside.execute(f"INSERT INTO annotations ({FIELDS}) VALUES {values}")
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        outside.execute("DELETE FROM events WHERE action = 'delete'")
    assert [each["action"] for each in events()] == ["create", "delete", "create"]


def test_an_upsert_is_a_change_of_what_it_changes(
    article: str, outside: sqlite3.Connection, events: Events
) -> None:
    values = f"('a', '{article}', 'claim', 0, 7, 'Menteri', 'n')"
    upsert = (
        f"INSERT INTO annotations ({FIELDS}, note) VALUES {values} "
        "ON CONFLICT (id) DO UPDATE SET note = excluded.note"
    )
    outside.execute(upsert)
    outside.execute(upsert)
    assert [each["action"] for each in events()] == ["create"]
    outside.execute(upsert.replace("'n')", "'m')"))
    outside.execute("DELETE FROM annotations")
    assert [each["action"] for each in events()] == ["create", "change", "delete"]
    assert events()[1]["before"] == {"note": "n"}


def test_labels_have_a_history_and_a_renamed_one_is_another(
    outside: sqlite3.Connection, events: Events
) -> None:
    outside.execute("INSERT INTO labels (name) VALUES ('context')")
    outside.execute("UPDATE labels SET color = '#000000' WHERE name = 'context'")
    outside.execute("INSERT OR REPLACE INTO labels (name) VALUES ('context')")
    outside.execute("UPDATE labels SET name = 'setting' WHERE name = 'context'")
    outside.execute("DELETE FROM labels WHERE name = 'setting'")
    assert [(each["action"], each["subject_id"]) for each in events()] == [
        ("create", "context"),
        ("change", "context"),
        ("change", "context"),
        ("delete", "context"),
        ("create", "setting"),
        ("delete", "setting"),
    ]
    assert events()[0]["after"]["position"] == 4
    assert events()[2]["after"] == {"color": "#999999"}
    assert {each["article_id"] for each in events()} == {None}


def test_a_label_put_at_position_0_keeps_its_history(
    outside: sqlite3.Connection, store: Store, events: Events
) -> None:
    outside.execute("INSERT INTO labels (name) VALUES ('context')")
    outside.execute("UPDATE labels SET position = 0 WHERE name = 'context'")
    outside.execute("UPDATE labels SET color = '#000000' WHERE name = 'context'")
    outside.execute("UPDATE labels SET position = 2 WHERE name = 'context'")
    assert [(each["before"], each["after"]) for each in events()[1:]] == [
        ({"position": 4}, {"position": 0}),
        ({"color": "#999999"}, {"color": "#000000"}),
        ({"position": 0}, {"position": 2}),
    ]
    assert events()[0]["after"]["position"] == 4
    assert not check(store)


@pytest.mark.parametrize("confidence", [1 / 3, 2 / 3, 0.1 + 0.2, 1 - 2**-53, 1e-300 / 3, 5e-324])
def test_a_confidence_of_more_digits_than_events_keep_is_no_other_value(
    outside: sqlite3.Connection, store: Store, article: str, confidence: float
) -> None:
    mark = annotations.create(store, article, "claim", 0, 7)
    outside.execute("UPDATE annotations SET confidence = ?", (confidence,))
    assert annotations.get(store, mark.id).confidence == confidence
    assert not check(store)
    other = annotations.create(store, article, "denial", 8, 14, confidence=confidence)
    assert history.undo(store, article)
    assert history.redo(store, article)
    assert not check(store)
    copy = backup.take(store.path)
    annotations.change(store, other.id, note="n")
    annotations.change(store, mark.id, confidence=0.5)
    with open_store(copy, "budi") as theirs:
        merge(theirs, [store.path])
        assert not check(theirs)
        assert annotations.get(theirs, other.id).note == "n"
        assert annotations.get(theirs, mark.id).confidence == 0.5


def test_the_default_labels_have_the_same_history_in_every_store(store: Store, tmp_path) -> None:
    from store import open_store

    with open_store(tmp_path / "other.db", "budi") as other:
        assert (
            store.connection.execute("SELECT * FROM events").fetchall()
            == other.connection.execute("SELECT * FROM events").fetchall()
        )


def test_an_event_that_is_there_already_may_come_again(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    before = store.connection.execute("SELECT * FROM events").fetchall()
    for how in ("INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE"):
        store.connection.execute(f"{how} INTO events SELECT * FROM events")
    assert store.connection.execute("SELECT * FROM events").fetchall() == before


def test_hostile_text_goes_into_the_history_as_it_is(
    store: Store, article: str, outside: sqlite3.Connection, events: Events
) -> None:
    note = "'\"; DROP TABLE x; -- \x1b]52;c;AAAA\x07 \x00 [/b] \u202e 👨‍👩‍👧"
    annotations.create(store, article, "claim", 0, 7, note=note)
    outside.execute("UPDATE annotations SET speaker = ?", (note,))
    assert events()[0]["after"]["note"] == note
    assert events()[1]["after"] == {"speaker": note}
    assert outside.execute("PRAGMA integrity_check").fetchone() == ("ok",)
