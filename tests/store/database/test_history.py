from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import (
    Document,
    SanggahError,
    Span,
    Store,
    annotations,
    articles,
    history,
    open_store,
    reviews,
    transaction,
)
from store.model import Line, Metadata, Quote
from tests.store.database.conftest import TEXT

Make = Callable[..., Document]


def state(store: Store, article: str | None = None) -> dict[str, list[tuple[Any, ...]]]:
    """Return what a person can change, in one article or in all."""
    where = f"= '{article}'" if article else "IS NOT NULL"
    queries = {
        "annotations": "SELECT id, article_id, label, start_char, end_char, text, prefix, suffix, "
        "note, speaker, confidence, status, part_of, origin, reviewer, created_at, extra "
        f"FROM annotations WHERE article_id {where} ORDER BY id",
        "articles": "SELECT id, title, byline, outlet, published, url, removed_at FROM articles "
        f"WHERE id {where}",
        "lines": f"SELECT * FROM lines WHERE article_id {where} ORDER BY article_id, number",
        "quotes": f"SELECT * FROM quotes WHERE article_id {where} ORDER BY id",
    }
    return {name: store.connection.execute(sql).fetchall() for name, sql in queries.items()}


def test_undo_takes_back_the_last_action_and_names_it(store: Store, article: str) -> None:
    mark = annotations.create(store, article, "denial", 35, 63)
    annotations.change(store, mark.id, note="n")
    before = state(store)
    annotations.change(store, mark.id, start=34)
    undone = history.undo(store, article)
    assert undone == history.Undone(
        article,
        "new span of denial on “Kami tidak pernah menjualnya”",
        Span(35, 63),
        "annotations",
        mark.id,
        (("annotations", mark.id),),
    )
    assert state(store) == before
    assert (
        history.undo(store, article).summary == "note of denial on “Kami tidak pernah menjualnya”"
    )
    created = history.undo(store, article)
    assert created.summary == "denial on “Kami tidak pernah menjualnya”"
    assert created.span == Span(35, 63)
    assert annotations.of_article(store, article) == []
    assert history.undo(store, article) is None
    assert history.redo(store, article) == created
    assert annotations.get(store, mark.id).created_at == mark.created_at


@pytest.mark.parametrize(
    ("act", "summary"),
    [
        (lambda store, id_: articles.set_aside(store, id_), "set aside"),
        (lambda store, id_: articles.mend(store, id_, title="x"), "title of the article"),
        (lambda store, id_: articles.decide_line(store, id_, 4, True), "line 4 shown"),
        (lambda store, id_: articles.decide_line(store, id_, 1, False), "line 1 hidden"),
    ],
)
def test_other_decisions_are_taken_back_too(
    store: Store, article: str, act: Callable[[Store, str], None], summary: str
) -> None:
    before = state(store)
    act(store, article)
    after = state(store)
    assert history.undo(store).summary == summary
    assert state(store) == before
    assert history.redo(store).summary == summary
    assert state(store) == after


def test_a_corrected_speaker_is_taken_back(store: Store, make_document: Make) -> None:
    start = TEXT.index("“Itu")
    quote = Quote(start, len(TEXT), TEXT[start:], "direct")
    document = make_document(TEXT)
    identity, _ = articles.add(
        store, Document(TEXT, document.metadata, document.lines, (quote,)), source="x"
    )
    (kept,) = articles.quotes(store, identity)
    articles.correct_speaker(store, kept.id, "Budi")
    undone = history.undo(store, identity)
    assert (undone.summary, undone.span) == ("speaker of “Itu rumor.”", Span(start, len(TEXT)))
    assert articles.quotes(store, identity) == [kept]


def test_what_stood_on_a_removed_part_stands_on_it_again(store: Store, article: str) -> None:
    first = annotations.create(store, article, "claim", 0, 7)
    annotations.create(store, article, "claim", 8, 14, part_of=first.id)
    before = state(store)
    annotations.delete(store, first.id)
    after = state(store)
    assert history.undo(store).summary == "removal of claim on “Menteri”"
    assert state(store) == before
    history.redo(store)
    assert state(store) == after


def test_several_changes_in_one_group_are_taken_back_together(store: Store, article: str) -> None:
    before = state(store)
    with transaction(store):
        annotations.create(store, article, "claim", 0, 7)
        articles.mend(store, article, title="x")
        articles.set_aside(store, article)
    history.undo(store, article)
    assert state(store) == before


def test_a_new_action_makes_redo_impossible(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    history.undo(store, article)
    annotations.create(store, article, "denial", 0, 7)
    assert history.redo(store, article) is None
    assert [each.label for each in annotations.of_article(store, article)] == ["denial"]


def test_reading_and_reviewing_are_no_actions(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    reviews.save(store, article, state="done", position=3)
    assert history.undo(store, article).summary == "claim on “Menteri”"
    assert reviews.get(store, article).state == "done"


def test_undo_works_after_the_store_was_closed(tmp_path: Path, make_document: Make) -> None:
    with open_store(tmp_path / "store.db", "ani") as store:
        identity, _ = articles.add(store, make_document(TEXT), source="x")
        annotations.create(store, identity, "claim", 0, 7)
    with open_store(tmp_path / "store.db", "ani") as store:
        assert history.undo(store, identity)
    with open_store(tmp_path / "store.db", "ani") as store:
        assert annotations.of_article(store, identity) == []
        assert history.redo(store, identity)
        assert len(annotations.of_article(store, identity)) == 1


def test_another_reviewers_actions_are_theirs_to_take_back(store: Store, article: str) -> None:
    mine = annotations.create(store, article, "claim", 0, 7)
    with open_store(store.path, "budi") as other:
        theirs = annotations.create(other, article, "denial", 0, 7)
        assert history.undo(store, article).subject_id == mine.id
        assert history.undo(store, article) is None
        assert history.undo(other, article).subject_id == theirs.id


def test_what_somebody_changed_since_is_left_alone(store: Store, article: str) -> None:
    mark = annotations.create(store, article, "claim", 0, 7)
    store.connection.execute("UPDATE annotations SET note = 'theirs'")
    before = state(store)
    with pytest.raises(SanggahError, match="was changed since by outside: nothing was undone"):
        history.undo(store, article)
    assert state(store) == before
    assert not store.connection.in_transaction
    store.connection.execute("DELETE FROM annotations WHERE id = ?", (mark.id,))
    with pytest.raises(SanggahError, match="was changed since by outside"):
        history.undo(store, article)


def test_a_change_of_another_column_does_not_stand_in_the_way(store: Store, article: str) -> None:
    mark = annotations.create(store, article, "claim", 0, 7)
    annotations.change(store, mark.id, note="mine")
    store.connection.execute("UPDATE annotations SET speaker = 'theirs'")
    history.undo(store, article)
    left = annotations.get(store, mark.id)
    assert (left.note, left.speaker) == ("", "theirs")


def test_undo_in_the_library_goes_back_over_all_articles(
    store: Store, article: str, make_document: Make
) -> None:
    other, _ = articles.add(store, make_document("Lain."), source="x")
    articles.set_aside(store, article)
    annotations.create(store, other, "claim", 0, 4)
    assert history.undo(store, article).article_id == article
    assert history.undo(store).article_id == other
    assert history.undo(store) is None


def test_the_log_tells_everything_in_order(store: Store, article: str) -> None:
    annotations.create(store, article, "claim", 0, 7)
    articles.set_aside(store, article)
    history.undo(store, article)
    log = history.log(store, article)
    assert [event.action for event in log] == ["create", "change", "change"]
    assert log[2].undoes == log[1].group_id
    assert log[0].after is not None
    assert log[0].after["text"] == "Menteri"
    assert history.log(store, article, limit=1) == log[2:]
    assert history.log(store)[:3] == history.log(store)[:3]
    assert len(history.log(store)) == 6


@dataclass
class Model:
    """What undo and redo should do: two stacks of states, as every editor has them."""

    done: list[dict[str, Any]] = field(default_factory=list)
    undone: list[dict[str, Any]] = field(default_factory=list)


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "create",
                "create",
                "change",
                "change",
                "delete",
                "mend",
                "line",
                "aside",
                "undo",
                "undo",
                "undo",
                "redo",
                "redo",
            ]
        ),
        st.integers(0, 1),
        st.integers(0, 1000),
    ),
    max_size=25,
)


def act(store: Store, article: str, kind: str, number: int) -> bool:
    """Do something; return whether it changed anything."""
    before = state(store)
    present = annotations.of_article(store, article)
    chosen = present[number % len(present)] if present else None
    label = ("claim", "denial", "evidence")[number % 3]
    if kind == "create":
        start = number % (len(TEXT) - 2)
        part_of = chosen.id if chosen and number % 2 else None
        annotations.create(
            store, article, label, start, start + 1 + number % 3 % 2, part_of=part_of
        )
    elif kind == "change" and chosen:
        fields = [{"note": str(number)}, {"label": label}, {"start": 0, "end": 1 + number % 9}]
        annotations.change(store, chosen.id, **fields[number % 3])
    elif kind == "delete" and chosen:
        annotations.delete(store, chosen.id)
    elif kind == "mend":
        articles.mend(store, article, title=str(number % 4), url=str(number % 3))
    elif kind == "line":
        articles.decide_line(store, article, 1 + number % 4, bool(number % 2))
    elif kind == "aside":
        (articles.restore if number % 2 else articles.set_aside)(store, article)
    return state(store) != before


@given(actions=ACTIONS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_and_redo_do_what_every_editor_does(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    with open_store(folder / "store.db", "ani") as store:
        store.connection.execute("PRAGMA synchronous = OFF")
        places = []
        for text in (TEXT, TEXT + "!"):
            lines, start = [], 0
            for number, line in enumerate(text.split("\n"), start=1):
                lines.append(Line(number, start, start + len(line), "body", True))
                start += len(line) + 1
            places.append(
                articles.add(store, Document(text, Metadata(), tuple(lines), ()), source="x")[0]
            )
        models = {place: Model() for place in places}
        first = state(store)
        for kind, which, number in actions:
            place = places[which]
            model = models[place]
            before = state(store, place)
            if kind == "undo":
                undone = history.undo(store, place)
                assert (undone is not None) == bool(model.done)
                if undone:
                    model.undone.append(before)
                    assert state(store, place) == model.done.pop()
            elif kind == "redo":
                redone = history.redo(store, place)
                assert (redone is not None) == bool(model.undone)
                if redone:
                    model.done.append(before)
                    assert state(store, place) == model.undone.pop()
            elif act(store, place, kind, number):
                model.done.append(before)
                model.undone.clear()
        last = state(store)
        steps = 0
        while history.undo(store):
            steps += 1
        assert state(store) == first
        for _ in range(steps):
            assert history.redo(store)
        assert state(store) == last
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not store.connection.execute("PRAGMA foreign_key_check").fetchall()
