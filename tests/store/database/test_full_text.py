"""Merging the full-text indexes in small steps."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Store, annotations, articles, open_store
from store.database import full_text
from store.database.schema import FULL_TEXT
from store.importing import add_paths
from store.reading.document import read_document


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", "ani") as store:
        yield store


def add_some(store: Store, number: int, seed: int = 0) -> None:
    """Add articles one by one: each leaves a segment in both indexes."""
    chance = random.Random(seed)
    for place in range(number):
        letters = (chance.choices("abcdefghijklmnopqrstuvwxyz", k=6) for _ in range(300))
        words = " ".join(map("".join, letters))
        articles.add(store, read_document(f"Berita {seed} {place}\n\n{words}.\n"), source="a.txt")


def segments(store: Store, index: str) -> int:
    (number,) = store.connection.execute(
        f"SELECT count(DISTINCT segid) FROM {index}_idx"
    ).fetchone()
    return int(number)


def refuse_what_is_not_of_the_articles(store: Store) -> None:
    for index in FULL_TEXT:
        store.connection.execute(
            f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
        )


@pytest.mark.parametrize("index", FULL_TEXT)
def test_articles_added_wait_to_be_merged_and_small_steps_merge_them_all(
    store: Store, index: str
) -> None:
    full_text.merge_in_steps(store)
    add_some(store, 15)
    assert segments(store, index) == 15
    written = []
    while not written or written[-1] > 0:
        before = store.connection.total_changes
        full_text.merge(store, index, 4)
        written.append(store.connection.total_changes - before - 3)  # it is signed twice
        assert len(written) < 1000
    assert len(written) > 3
    assert segments(store, index) < 4
    refuse_what_is_not_of_the_articles(store)


def test_a_step_is_as_large_as_it_is_told_however_much_there_is_to_merge(store: Store) -> None:
    full_text.merge_in_steps(store)
    most = []
    for seed in range(2):
        add_some(store, 12 * (1 + 2 * seed), seed)
        before = store.connection.total_changes
        full_text.merge(store, "articles_trigram", 8)
        most.append(store.connection.total_changes - before)
    assert max(most) < 100


def test_the_setting_is_made_once_and_kept_in_the_file(store: Store, tmp_path: Path) -> None:
    full_text.merge_in_steps(store)
    with open_store(tmp_path / "store.db", "budi") as other:
        before = other.connection.total_changes
        full_text.merge_in_steps(other)
        assert other.connection.total_changes == before


def test_an_import_leaves_little_to_merge(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "berita"
    folder.mkdir()
    for place in range(400):
        text = f"Judul {place}\n\n{' '.join(f'kata{place}x{n}' for n in range(40))}.\n"
        (folder / f"{place:03}.txt").write_text(text, "utf-8")
    for index in FULL_TEXT:
        # Else 16 of a kind are merged where they come together, whoever comes by.
        store.connection.execute(
            f"INSERT INTO {index} ({index}, rank) VALUES ('crisismerge', 1000)"
        )
    with open_store(store.path, "budi") as other:
        first, _ = articles.add(other, read_document("Satu\n\nDua.\n"), source="a.txt")
        # Beside somebody who writes, the transactions of an import are small and many.
        add_paths(
            store, [folder], progress=lambda _: annotations.create(other, first, "claim", 0, 4)
        )
    for index in FULL_TEXT:
        # Some of each size wait for their fourth; some 100 transactions have four sizes.
        assert segments(store, index) <= 20
    refuse_what_is_not_of_the_articles(store)
