"""A first start in a real terminal: the tour is offered and taken, labels come from a file."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.end_to_end.conftest import Desk

WELL = 'color = "#00ff00"\nexamples = ["It is in the records."]\nkey = "S"\n'


def label_names(desk: Desk) -> list[str]:
    with sqlite3.connect(desk.store) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM labels ORDER BY position")]


def test_a_first_start_offers_the_tour_which_is_taken_and_left(desk: Desk):
    terminal = desk.open()
    terminal.wait_for("New here? : tour takes you round in a minute.")
    terminal.press(":", *"tour", "enter")
    terminal.wait_for("Tour 1/")
    terminal.press("j")
    terminal.wait_for("Tour 2/")
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    terminal.press("escape")
    terminal.wait_for("No articles yet")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert json.loads(desk.run("list", "--json")) == []


def test_the_tour_is_a_command_and_can_be_ended_by_a_signal(desk: Desk):
    terminal = desk.open("tour", columns=80, rows=24)
    terminal.wait_for("Tour 1/")
    terminal.press("]", "d")
    terminal.wait_for("saved 1")
    terminal.signal(15)
    assert terminal.wait_for_exit() == 128 + 15
    assert json.loads(desk.run("list", "--json")) == []


def test_labels_of_a_file_beside_the_store_are_taken_up_with_their_keys(desk: Desk, seeds: Path):
    (desk.home / "labels.toml").write_text(f"[support]\n{WELL}[attack]\n", encoding="utf-8")
    terminal = desk.open(seeds)
    terminal.wait_for("articles")
    terminal.wait_for_quiet(0.3)
    terminal.press("enter")
    terminal.wait_for("S support")
    terminal.press("]", "S")
    terminal.wait_for("saved 1")
    terminal.press("q", "q")
    assert terminal.wait_for_exit() == 0
    assert label_names(desk) == ["support", "attack"]


def test_a_wrong_file_of_labels_is_told_by_line_and_the_stores_labels_stay(desk: Desk):
    wrong = desk.home / "mine.toml"
    wrong.write_text("[support]\ncolour = 3\n", encoding="utf-8")
    terminal = desk.open("--labels", wrong)
    # Of a path that leaves no room for the rest, the folders are left out.
    terminal.wait_for("mine.toml:2: [support] has no field colour; write color")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert label_names(desk) == ["claim", "denial", "evidence"]
