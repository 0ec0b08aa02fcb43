from pathlib import Path

from store import Store, backup
from tui import daily_copy


def test_a_copy_is_taken_once_a_day_in_the_background(store: Store) -> None:
    for _ in range(2):
        daily_copy.start(store.path, after=0).join()
    assert len(backup.copies(store.path)) == 1


def test_leaving_before_takes_none(store: Store) -> None:
    timer = daily_copy.start(store.path)
    timer.cancel()
    timer.join()
    assert backup.copies(store.path) == []


def test_where_no_copy_can_be_taken_the_app_goes_on(store: Store, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file, not a folder")
    daily_copy.copy_if_due(store.path)
    daily_copy.copy_if_due(tmp_path / "nowhere.db")
    assert backup.copies(store.path) == []


def test_what_an_interrupted_copy_left_is_removed_by_a_later_one(store: Store) -> None:
    made = backup.take(store.path)
    left = made.with_name(f"{store.path.name}.20200101T000000.000000Z.db.part")
    left.write_bytes(b"half")
    backup.take(store.path)
    assert not left.exists()
