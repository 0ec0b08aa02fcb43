from collections.abc import Callable, Iterator
from typing import Any

import pytest

from store import SanggahError, Store, annotations, history, open_store
from store.database.annotations import NewAnnotation, create_many
from store.database.check import check
from store.database.connection import new_id
from tests.store.database.conftest import TEXT

Events = Callable[[], list[dict[str, Any]]]

SPANS = [(0, 7), (0, len(TEXT)), (5, 6), (40, 60), (len(TEXT) - 3, len(TEXT)), (8, 14)]


def new(article: str, spans: list[tuple[int, int]] = SPANS) -> Iterator[NewAnnotation]:
    for start, end in spans:
        yield NewAnnotation(article, "claim", start, end, note=f"{start}", speaker="Ani")


@pytest.fixture(params=[False, True], ids=["one transaction", "many transactions"])
def in_pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param:
        monkeypatch.setattr("store.database.annotations._ROWS_A_STATEMENT", 2)
        monkeypatch.setattr("store.database.annotations._SECONDS_A_TRANSACTION", 0)


@pytest.mark.usefixtures("in_pieces")
def test_many_marks_are_as_if_made_one_by_one(store: Store, article: str, events: Events) -> None:
    for start, end in SPANS:
        annotations.create(store, article, "claim", start, end, note=f"{start}", speaker="Ani")
    assert create_many(store, new(article)) == len(SPANS)
    made = events()
    assert [event["lamport"] for event in made] == list(range(4, 4 + 2 * len(SPANS)))
    assert len({event["group_id"] for event in made[len(SPANS) :]}) == 1
    assert [event["subject_id"] for event in made] == [event["after"]["id"] for event in made]
    assert sorted(event["id"] for event in made) == [event["id"] for event in made]
    for event in made:
        for column in ("id", "at", "subject_id", "group_id", "lamport"):
            del event[column]
        for column in ("id", "created_at", "updated_at"):
            del event["after"][column]
    assert made[: len(SPANS)] == made[len(SPANS) :]
    one, other = (annotations.of_article(store, article)[at::2] for at in (0, 1))
    assert [(each.text, each.prefix, each.suffix) for each in one] == [
        (each.text, each.prefix, each.suffix) for each in other
    ]


def test_many_marks_are_held_by_the_guards_and_what_the_events_give(
    store: Store, article: str
) -> None:
    first, lost = new_id(), new_id()
    create_many(
        store,
        [
            NewAnnotation(
                article, "claim", 0, 7, id=first, confidence=0.25, extra={"ä": ["\u0007"]}
            ),
            NewAnnotation(article, "denial", 8, 14, part_of=first, note='"\\\n'),
        ],
    )
    with pytest.raises(SanggahError, match="another annotation in the same article"):
        create_many(store, [NewAnnotation(article, "claim", 0, 7, part_of=lost)])
    with pytest.raises(SanggahError, match="another annotation in the same article"):
        create_many(
            store,
            [
                NewAnnotation(article, "claim", 0, 7, part_of=lost),
                NewAnnotation(article, "claim", 8, 14, id=lost),
            ],
        )
    with pytest.raises(SanggahError, match=r"UNIQUE|unique"):
        create_many(store, [NewAnnotation(article, "claim", 0, 7, id=first)])
    assert len(annotations.of_article(store, article)) == 2
    assert check(store.path) == []


def test_marks_are_not_made_where_new_rows_would_not_be_found(store: Store, article: str) -> None:
    mark = annotations.create(store, article, "claim", 0, 7)
    store.connection.execute(f"UPDATE annotations SET rowid = {2**63 - 1} WHERE id = ?", (mark.id,))
    with pytest.raises(SanggahError, match="VACUUM"):
        create_many(store, new(article))
    assert len(annotations.of_article(store, article)) == 1


@pytest.mark.usefixtures("in_pieces")
def test_many_marks_are_one_action_for_undo(store: Store, article: str) -> None:
    create_many(store, new(article))
    assert history.undo(store, article) is not None
    assert annotations.of_article(store, article) == []


def test_what_came_before_a_fault_stays_and_was_told(
    store: Store, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.database.annotations._ROWS_A_STATEMENT", 1)
    monkeypatch.setattr("store.database.annotations._SECONDS_A_TRANSACTION", 0)
    monkeypatch.setattr("store.database.long_writes._SECONDS_UNSYNCED", 0)
    told: list[int] = []
    for spans, message in (
        ([(0, 7), (3, 3)], "empty"),
        ([(0, 7), (3, len(TEXT) + 1)], "outside the text"),
    ):
        with pytest.raises(SanggahError, match=message):
            create_many(store, new(article, spans), progress=told.append)
    with pytest.raises(SanggahError, match="there is no article"):
        create_many(store, new("0123456789abcdef"))
    with pytest.raises(SanggahError, match="unknown label"):
        create_many(store, [NewAnnotation(article, "nothing", 0, 7)])
    assert told == [1, 1]
    assert len(annotations.of_article(store, article)) == 2


def test_a_person_may_mark_while_many_are_made(
    store: Store, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.database.annotations._ROWS_A_STATEMENT", 1)
    monkeypatch.setattr("store.database.annotations._SECONDS_A_TRANSACTION", 0)
    monkeypatch.setattr("store.database.long_writes._SECONDS_UNSYNCED", 0)
    with open_store(store.path, "budi") as other:
        create_many(
            store,
            new(article),
            progress=lambda _: annotations.create(other, article, "denial", 0, 7),
        )
    assert len(annotations.of_article(store, article)) == 2 * len(SPANS)
