"""Library and reader look as they did in each theme."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store import ArticleQuery, articles, open_store
from tests.tui.test_reader_pictures import document
from tui.app import SanggahApp
from tui.keymap import load_keymap
from tui.themes import THEMES


@pytest.mark.parametrize("screen", ["library", "reader"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_looks_as_it_did(
    tmp_path: Path, snap_compare: Any, theme: str, screen: str
) -> None:
    path = tmp_path / "store.db"

    async def mark(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, SanggahApp)
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        await pilot.press(*"]d+c]eg]")
        await asyncio.to_thread(app.writer.drain, 10)
        if screen == "library":
            await pilot.press("q")
        await pilot.pause(0.2)

    with open_store(path, "ani") as store:
        articles.add(store, document(), source="jembatan.txt")
        keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        app = SanggahApp(store, keymap, state_folder=tmp_path / "state", theme=theme)
        assert snap_compare(app, terminal_size=(100, 16), run_before=mark)
        app.writer.close()
