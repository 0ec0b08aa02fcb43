"""No key works that is not in the keymap, and every action of the keymap can be called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode

from store import ArticleQuery, Metadata, articles, open_store, read_document
from tui.actions import ACTIONS
from tui.app import SanggahApp
from tui.keymap import EDITING_KEYS, load_keymap
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.label_form import LabelForm
from tui.screens.labels import LabelsScreen
from tui.screens.library import LibraryScreen
from tui.screens.mend import MendScreen
from tui.screens.picker import Picker
from tui.screens.reader import ReaderScreen
from tui.widgets.prompt import Prompt
from tui.widgets.side_panel import SidePanel

LABELS = ["claim", "denial", "evidence"]
TEXT = 'Judul\n\nKota - "Tidak benar," kata Wali Kota Sri Rahayu. Warga mengeluh.\n'

#: Who answers to the actions of each context.
ANSWER: dict[str, tuple[type[DOMNode], ...]] = {
    "app": (SanggahApp,),
    "library": (LibraryScreen,),
    "reader": (ReaderScreen,),
    "labels": (ReaderScreen,),
    "panel": (SidePanel,),
    "prompt": (Prompt, Picker),
    "form": (MendScreen, LabelForm, ExportScreen),
    "help": (HelpScreen,),
    "labels_editor": (LabelsScreen,),
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[SanggahApp]:
    with open_store(tmp_path / "store.db", "ani") as store:
        articles.add(store, read_document(TEXT), source="satu.txt")
        keymap, _ = load_keymap(None, LABELS)
        app = SanggahApp(store, keymap, state_folder=tmp_path)
        yield app
        app.writer.close()


@pytest.mark.parametrize("context", list(ACTIONS))
def test_every_action_of_a_context_has_its_method(context: str):
    names = ACTIONS[context] or ("tag",)
    for answering in ANSWER[context]:
        missing = [
            name
            for name in names
            if not hasattr(answering, f"action_{name}")
            and (context, name, answering) not in _ONLY_IN_SOME
        ]
        assert not missing, f"{answering.__name__} lacks {missing}"


#: A form without a choice has no next value, and a list is not searched.
_ONLY_IN_SOME = {
    ("prompt", "regular_expression", Picker),
    ("prompt", "whole_words", Picker),
    ("form", "next_value", MendScreen),
    ("form", "previous_value", MendScreen),
    ("form", "next_value", LabelForm),
    ("form", "previous_value", LabelForm),
}


def stray_keys(app: SanggahApp) -> list[str]:
    """The keys that work now and stand neither in the keymap nor among those that edit a line."""
    known = {
        f"{context}.{action}" for context, table in app.keymap.table.items() for action in table
    } | {f"line.{key}" for key in EDITING_KEYS}
    nodes = [app, app.screen, *app.screen.walk_children()]
    return [
        f"{type(node).__name__}: {key}"
        for node in nodes
        for key, binding in node._bindings
        if binding.id not in known
    ]


async def test_no_stray_key_works_in_the_library_and_the_reader(app: SanggahApp):
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert stray_keys(app) == []
        first = articles.rows(app.store, articles.order(app.store, ArticleQuery()))[0]
        app.open_reader(first.id, ArticleQuery())
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert stray_keys(app) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda app: Picker("Style", ["a", "b"]),
        lambda app: MendScreen(Metadata(title="Judul")),
        lambda app: ExportScreen(LABELS, ["ani"], article="Judul"),
        lambda app: HelpScreen(app.keymap, ["library", "app"]),
        lambda app: LabelsScreen(),
        lambda app: LabelForm(None, 0, [], 0),
    ],
    ids=["picker", "mend", "export", "help", "labels", "label"],
)
async def test_no_stray_key_works_in_a_dialog(app: SanggahApp, make: Any):
    async with app.run_test() as pilot:
        app.push_screen(make(app))
        await pilot.pause()
        assert stray_keys(app) == []


async def test_no_stray_key_works_in_the_filter(app: SanggahApp):
    async with app.run_test() as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, Picker)
        assert stray_keys(app) == []


async def test_nothing_takes_the_quitting_key_of_the_framework(app: SanggahApp):
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running


async def test_an_own_keymap_reaches_the_screens_and_what_they_show(tmp_path: Path):
    own = tmp_path / "mine.toml"
    own.write_text('[library]\nopen_article = "O"\n[app]\nhelp = "f1"\n')
    with open_store(tmp_path / "store.db", "ani") as store:
        articles.add(store, read_document(TEXT), source="satu.txt")
        keymap, problems = load_keymap(own, LABELS)
        assert problems == []
        app = SanggahApp(store, keymap, state_folder=tmp_path)
        async with app.run_test() as pilot:
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("escape", "O")
            await pilot.pause()
            assert isinstance(app.screen, ReaderScreen)
        app.writer.close()
