import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import Finding, annotations, check, open_store
from store.database.check import expected_objects, present_objects
from store.database.objects import DIGESTS, EARLIER_INDEXES, digest
from store.database.schema import REVISION

# A store as the first revision of triggers and views made it: one article, one mark.
FIRST = Path(__file__).with_name("revision-1.db.gz")


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def triggers_and_views(path: Path) -> dict[tuple[str, str], str]:
    with closing(sqlite3.connect(path)) as connection:
        objects = present_objects(connection)
    return {key: sql for key, sql in objects.items() if key[0] in ("trigger", "view")}


def expected() -> dict[tuple[str, str], str]:
    return {key: sql for key, sql in expected_objects().items() if key[0] in ("trigger", "view")}


def run(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def names(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.code, finding.subject) for finding in findings}


def test_triggers_and_views_change_only_with_their_revision() -> None:
    assert digest(expected_objects()) == DIGESTS[REVISION], (
        "triggers or views changed: if the present revision was released, raise REVISION in "
        "schema.py; enter the new digest in objects.py"
    )


def test_a_store_of_an_earlier_release_is_sound_before_and_after_it_gets_new_triggers(
    earlier: Path,
) -> None:
    assert triggers_and_views(earlier) != expected()
    assert check(earlier) == []
    with open_store(earlier, "ani") as store:
        (identity,) = store.connection.execute("SELECT id FROM articles").fetchone()
        assert [mark.text for mark in annotations.of_article(store, identity)] == ["bantah tuduhan"]
        annotations.create(store, identity, "claim", 0, 7)
    assert triggers_and_views(earlier) == expected()
    assert check(earlier) == []


def indexes(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        objects = present_objects(connection)
    return {name: " ".join(sql.split()) for (kind, name), sql in objects.items() if kind == "index"}


def test_indexes_of_an_earlier_release_become_this_ones(earlier: Path) -> None:
    before = indexes(earlier)
    assert before.items() >= EARLIER_INDEXES.items()
    open_store(earlier, "ani").close()
    wanted = {name: sql for (kind, name), sql in expected_objects().items() if kind == "index"}
    after = indexes(earlier)
    assert {name: sql for name, sql in after.items() if name in wanted} == wanted
    assert "annotations_counted" not in after


def test_an_index_that_somebody_changed_is_named_and_left(earlier: Path) -> None:
    run(earlier, "DROP INDEX annotations_by_label")
    run(earlier, "CREATE INDEX annotations_by_label ON annotations (label)")
    assert names(check(earlier)) == {("changed-index", "annotations_by_label")}
    open_store(earlier, "ani").close()
    assert names(check(earlier)) == {("changed-index", "annotations_by_label")}


def test_what_others_added_stays(earlier: Path) -> None:
    run(earlier, "CREATE VIEW mine AS SELECT title FROM articles")
    assert check(earlier) == []
    open_store(earlier, "ani").close()
    assert triggers_and_views(earlier).keys() == expected().keys() | {("view", "mine")}


@pytest.mark.parametrize("code", ["missing-trigger", "changed-trigger"])
def test_a_fault_is_found_among_triggers_of_an_earlier_release(earlier: Path, code: str) -> None:
    run(earlier, "DROP TRIGGER events_guard_update")
    if code == "changed-trigger":
        run(
            earlier, "CREATE TRIGGER events_guard_update AFTER UPDATE ON events BEGIN SELECT 1; END"
        )
    assert (code, "events_guard_update") in names(check(earlier))


def test_a_store_that_is_being_written_opens_with_the_triggers_it_has(earlier: Path) -> None:
    before = triggers_and_views(earlier)
    with closing(sqlite3.connect(earlier, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        open_store(earlier, "ani").close()
        other.execute("ROLLBACK")
    assert triggers_and_views(earlier) == before


def test_the_triggers_of_a_later_release_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path, "ani").close()
    later = expected()["trigger", "writing_guard_delete"].replace(
        f"revision {REVISION}", f"revision {REVISION + 1}"
    )
    run(path, "DROP TRIGGER writing_guard_delete")
    run(path, later)
    assert check(path) == []
    open_store(path, "ani").close()
    assert triggers_and_views(path)["trigger", "writing_guard_delete"] == later
