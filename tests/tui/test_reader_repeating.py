"""In the reader a label is given to the same words everywhere, after asking, as one action."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import articles, check, history, open_store, read_document
from tests.tui.test_reader import marks, message, reading, selected, settled
from tui.widgets.article_view import ArticleView

TEXT = """Dana hibah dipersoalkan

"Dana hibah itu sudah cair," kata Sri Rahayu, wali kota.

Warga bertanya ke mana dana\xa0hibah pergi. Perdana Menteri diam.

"Tidak ada dana hibah," kata Budi, seorang warga.
"""


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with open_store(path, "ani") as store:
        articles.add(store, read_document(TEXT), source="satu.txt")
    return path


async def test_the_same_words_are_tagged_everywhere_as_one_action(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("w", "W", "c")
        assert selected(app) == "Dana hibah"
        await pilot.press("*")
        assert message(app).startswith("Tag 3 more places with “Dana hibah” as claim?")
        view = app.screen.query_one(ArticleView)
        assert len(view._hits) == 3
        assert len(marks(store)) <= 1
        await pilot.press("enter")
        assert not view._hits
        await settled(app, pilot)
        assert [mark.text for mark in marks(store)] == [
            "Dana hibah",
            "Dana hibah",
            "dana\xa0hibah",
            "dana hibah",
        ]
        assert "claim at 3 places" in message(app)
        row = marks(store)[0].article_id
        made = [event for event in history.log(store, row) if event.subject == "annotations"]
        assert len({event.group_id for event in made[1:]}) == 1
        await pilot.press("u")
        await settled(app, pilot)
        assert [mark.start for mark in marks(store)] == [0]
        assert "claim on “dana hibah” and 2 more" in message(app)
        await pilot.press("U")
        await settled(app, pilot)
        assert len(marks(store)) == 4
        assert check(store) == []


async def test_each_place_has_the_speaker_of_its_own_quote(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("w", "W", "d", "*", "*")
        await settled(app, pilot)
        first, second, third, fourth = (mark.speaker for mark in marks(store))
        assert (first, third) == (None, None)
        assert second is not None
        assert "Sri Rahayu" in second
        assert fourth is not None
        assert "Budi" in fourth


@pytest.mark.parametrize("key", ["escape", "n", "c", "j"])
async def test_any_other_answer_tags_nothing_and_does_nothing_else(
    store_path: Path, key: str
) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("w", "W", "c", "*", key)
        await settled(app, pilot)
        assert len(marks(store)) == 1
        assert selected(app) == "Dana hibah"
        assert "Tagged nowhere else" in message(app)
        view = app.screen.query_one(ArticleView)
        assert not view._hits


async def test_places_that_have_the_label_are_not_asked_about_again(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, store):
        await pilot.press("w", "W", "c", "*", "y")
        await settled(app, pilot)
        await pilot.press("*")
        assert "Nowhere else to tag claim" in message(app)
        await pilot.press("d", "*")
        assert "Tag 3 more places" in message(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert [mark.label for mark in marks(store)].count("denial") == 4


async def test_without_an_annotation_here_it_says_so(store_path: Path) -> None:
    async with reading(store_path) as (app, pilot, _):
        await pilot.press("*")
        assert "No annotation here" in message(app)
