"""Labels are made, changed, ordered and removed, each change an event that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import Document, Label, SanggahError, Store, annotations, articles, history, labels
from store.database.labels import checked_color, checked_name, description_of, meaning_of


def names(store: Store) -> list[str]:
    return [label.name for label in annotations.labels(store)]


def used(store: Store, make_document: Callable[..., Document], label: str) -> None:
    article, _ = articles.add(store, make_document("Warga membantah kabar itu."), source="a.txt")
    annotations.create(store, article, label, 0, 5)


def test_a_new_label_goes_behind_the_others(store: Store):
    added = labels.add(store, " doubt ", "#ABC", "Somebody is not sure.")
    assert added == Label("doubt", "#aabbcc", "Somebody is not sure.", 4)
    assert annotations.labels(store)[-1] == added


def test_a_label_is_renamed_described_and_recoloured_while_nothing_uses_it(store: Store):
    labels.change(store, "denial", to="dispute", color="#123456", description="No.\nNever.")
    assert annotations.labels(store)[1] == Label("dispute", "#123456", "No.\nNever.", 2)


def test_a_label_in_use_keeps_its_name_and_stays(
    store: Store, make_document: Callable[..., Document]
):
    used(store, make_document, "denial")
    with pytest.raises(SanggahError, match="denial cannot be renamed: 1 annotation has it"):
        labels.change(store, "denial", to="dispute", color="#123456", description="")
    with pytest.raises(SanggahError, match="denial cannot be removed: 1 annotation has it"):
        labels.remove(store, "denial")
    labels.change(store, "denial", to="denial", color="#123456", description="New.")
    assert annotations.labels(store)[1] == Label("denial", "#123456", "New.", 2)


def test_labels_are_moved_up_and_down_at_most_to_the_ends(store: Store):
    labels.move(store, "claim", 1)
    assert names(store) == ["denial", "claim", "evidence"]
    labels.move(store, "evidence", -9)
    assert names(store) == ["evidence", "denial", "claim"]
    assert [label.position for label in annotations.labels(store)] == [1, 2, 3]


def test_the_last_label_stays(store: Store):
    labels.remove(store, "claim")
    labels.remove(store, "denial")
    with pytest.raises(SanggahError, match="the last label"):
        labels.remove(store, "evidence")


@pytest.mark.parametrize("gone", ["move", "change", "remove"])
def test_what_was_removed_meanwhile_is_told(store: Store, gone: str):
    jobs: dict[str, Callable[[], object]] = {
        "move": lambda: labels.move(store, "gone", 1),
        "change": lambda: labels.change(store, "gone", to="x", color="#123456", description=""),
        "remove": lambda: labels.remove(store, "gone"),
    }
    with pytest.raises(SanggahError, match="there is no label gone"):
        jobs[gone]()


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "a\x1b[31m", "x" * 41, "a\u2028b"])
def test_a_name_that_is_none_is_refused(store: Store, name: str):
    with pytest.raises(SanggahError, match="name"):
        labels.add(store, name)
    assert names(store) == ["claim", "denial", "evidence"]


@pytest.mark.parametrize("color", ["", "red", "#12", "#12345", "#gggggg", "#1234567", "\x1b"])
def test_a_color_that_is_none_is_refused_with_what_to_write(store: Store, color: str):
    with pytest.raises(SanggahError, match="write #rrggbb"):
        labels.add(store, "doubt", color)


@given(st.from_regex(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", fullmatch=True))
def test_colors_are_kept_in_the_form_that_the_store_demands(color: str):
    kept = checked_color(color)
    assert len(kept) == 7
    assert kept[0] == "#"
    int(kept[1:], 16)
    assert checked_color(kept) == kept


lines = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


@given(lines, st.lists(lines, max_size=4))
def test_a_description_gives_back_its_meaning_and_examples(meaning: str, examples: list[str]):
    meaning = " ".join(meaning.split())
    kept = [" ".join(example.split()) for example in examples]
    assert meaning_of(description_of(meaning, examples)) == (meaning, [e for e in kept if e])


@pytest.mark.parametrize(
    "job",
    [
        lambda store: labels.add(store, "doubt"),
        lambda store: labels.change(store, "denial", to="no", color="#123456", description="No."),
        lambda store: labels.change(
            store, "denial", to="denial", color="#123456", description="No."
        ),
        lambda store: labels.move(store, "claim", 2),
        lambda store: labels.remove(store, "evidence"),
    ],
    ids=["add", "rename", "describe", "move", "remove"],
)
def test_each_change_is_one_undo_and_can_be_done_again(
    store: Store, job: Callable[[Store], object]
):
    before = annotations.labels(store)
    job(store)
    after = annotations.labels(store)
    assert before != after
    assert history.can_undo(store, labels=True)
    undone = history.undo(store, labels=True)
    assert undone is not None
    assert "label" in undone.summary
    assert annotations.labels(store) == before
    assert not history.can_undo(store, labels=True)
    assert history.can_redo(store, labels=True)
    history.redo(store, labels=True)
    assert annotations.labels(store) == after


def test_undo_in_the_articles_leaves_the_labels_alone(store: Store):
    labels.add(store, "doubt")
    assert history.undo(store) is None
    assert not history.can_undo(store)
    assert "doubt" in names(store)


plans = st.lists(
    st.builds(
        Label,
        st.sampled_from(["claim", "denial", "doubt", "漢字", "a b"]),
        st.sampled_from(["#111111", "#56b4e9"]),
        st.sampled_from(["", "One.", "One.\nExample."]),
        st.just(0),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda label: label.name,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans)
def test_the_labels_become_those_that_are_wanted_and_used_ones_stay(
    store: Store, make_document: Callable[..., Document], plan: list[Label]
):
    if not labels.uses(store):
        used(store, make_document, "denial")
    labels.conform(store, plan)
    wanted = [(label.name, label.color, label.description) for label in plan]
    found = [(label.name, label.color, label.description) for label in annotations.labels(store)]
    assert found[: len(wanted)] == wanted
    assert [name for name, _, _ in found[len(wanted) :]] in ([], ["denial"])
    assert "denial" in names(store)
    assert not labels.differ(store, plan)
    many = len(history.log(store))
    labels.conform(store, plan)
    assert len(history.log(store)) == many


@pytest.mark.parametrize("sign", ["\x1b", "\n", "\x9b", "\u202e", "\u2066", "\u200f", "\ud800"])
def test_a_name_holds_nothing_that_is_not_seen(sign: str):
    with pytest.raises(SanggahError, match="letters, digits and signs"):
        checked_name(f"de{sign}nial")


def test_a_name_loses_the_blanks_around_it():
    assert checked_name("  to rebut ") == "to rebut"


COMPOSED, APART = "d\u00e9saveu", "de\u0301saveu"


def test_a_label_is_the_same_with_its_accents_composed_or_not(
    store: Store, make_document: Callable[..., Document]
):
    assert labels.add(store, APART).name == COMPOSED
    for name in (COMPOSED, APART):
        with pytest.raises(SanggahError, match="already"):
            labels.add(store, name)
        with pytest.raises(SanggahError, match="already"):
            labels.change(store, "claim", to=name, color="#123456", description="")
    article, _ = articles.add(store, make_document("Warga membantah kabar itu."), source="a.txt")
    mark = annotations.create(store, article, APART, 0, 5)
    assert mark.label == COMPOSED
    mark = annotations.create(store, article, "claim", 6, 15)
    assert annotations.change(store, mark.id, label=APART).label == COMPOSED
    labels.conform(store, [Label(APART, "#111111", "", 0)])
    assert names(store) == [COMPOSED]


def test_a_label_that_another_program_wrote_with_accents_apart_is_found_and_keeps_its_name(
    store: Store, make_document: Callable[..., Document]
):
    store.connection.execute("INSERT INTO labels (name) VALUES (?)", (APART,))
    used(store, make_document, COMPOSED)
    assert labels.uses(store) == {APART: 1}
    changed = labels.change(store, APART, to=COMPOSED, color="#123456", description="No.")
    assert changed.name == APART
    with pytest.raises(SanggahError, match="already"):
        labels.add(store, COMPOSED)
    labels.conform(store, [Label(COMPOSED, "#111111", "", 0)])
    assert names(store) == [APART]
