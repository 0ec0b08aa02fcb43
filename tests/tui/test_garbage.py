"""Looking for garbage waits for a pause."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tui import garbage


@pytest.fixture(autouse=True)
def as_python_has_it() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.enable()
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture
def looks() -> Iterator[list[int]]:
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_a_start_and_many_keys_are_not_interrupted_by_a_look_for_garbage(looks: list[int]) -> None:
    garbage.leave_alone()
    kept = [Ring() for _ in range(10_000)]
    garbage.settle()
    kept += [Ring() for _ in range(50_000)]
    assert looks == []
    assert len(kept) == 60_000


def test_what_is_new_is_looked_at_in_a_pause_and_what_came_with_the_start_is_not(
    looks: list[int],
) -> None:
    garbage.leave_alone()
    garbage.settle()
    frozen = gc.get_freeze_count()
    for _ in range(10_000):
        Ring()
    garbage.look_in_pause(2)
    assert looks == [0]
    assert gc.get_freeze_count() <= frozen
    assert not any(isinstance(left, Ring) for left in gc.get_objects())


def test_all_is_looked_at_only_in_a_long_pause_and_once(looks: list[int]) -> None:
    garbage.leave_alone()
    garbage.settle()
    kept = [Ring() for _ in range(10_000)]
    garbage.look_in_pause(2)
    kept.clear()
    garbage.look_in_pause(2)
    assert looks == [0], "little is new"
    garbage.look_in_pause(30)
    garbage.look_in_pause(60)
    assert looks == [0, 2]
    assert not any(isinstance(left, Ring) for left in gc.get_objects())


def test_an_app_that_was_not_started_by_the_program_leaves_pythons_ways_alone() -> None:
    before = gc.get_threshold()
    garbage.settle()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
