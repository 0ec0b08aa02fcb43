"""The panel, the labels, the palette, the help and the tour look as they did on a small screen."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store import ArticleQuery, annotations, articles, labels, open_store
from tests.tui.test_reader_pictures import document
from tui.app import SanggahApp
from tui.keymap import load_keymap

SCREENS: dict[str, tuple[str, ...]] = {
    "panel": ("P", "g", "i", *"lihat arsip", "enter", "f", "f"),
    "labels": ("L", "j"),
    "label": ("L", "j", "enter", "tab", "ctrl+u", *"#222222"),
    "palette": (":", *"hit", "down", "enter"),
    "help": ("?", "slash", *"label"),
    "guidelines": ("?",),
    "tour": (),
}


@pytest.mark.parametrize(
    ("screen", "theme"),
    [
        ("panel", "dark"),
        ("panel", "light"),
        ("labels", "dark"),
        ("labels", "light"),
        ("label", "dark"),
        ("palette", "light"),
        ("help", "dark"),
        ("guidelines", "light"),
        ("tour", "dark"),
        ("tour", "light"),
    ],
)
def test_a_screen_looks_as_it_did(
    tmp_path: Path, snap_compare: Any, screen: str, theme: str
) -> None:
    async def press(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, SanggahApp)
        if screen == "tour":
            await app.run_action("tour")
            await pilot.pause(0.3)
            return
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        await pilot.press("]", "d", "]", "c")
        await pilot.press(*SCREENS[screen])
        await asyncio.to_thread(app.writer.drain, 10)
        app.show_status()
        await pilot.pause(0.2)

    with open_store(tmp_path / "store.db", "ani") as store:
        articles.add(store, document(), source="jembatan.txt")
        denial = annotations.labels(store)[1]
        examples = ("“Proyek ini tidak pernah mangkrak.”", "[It] never was so.")
        labels.change(
            store,
            denial.name,
            to=denial.name,
            color=denial.color,
            description=labels.description_of(denial.description, examples),
        )
        keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        app = SanggahApp(store, keymap, state_folder=tmp_path / "state", theme=theme)
        assert snap_compare(app, terminal_size=(80, 24), run_before=press)
        app.writer.close()
