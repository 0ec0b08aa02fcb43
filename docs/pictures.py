"""Make the pictures of the README: the real screens, on the articles of seeds/, as SVG.

python docs/pictures.py
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
SEEDS = DOCS.parent / "seeds"
COLUMNS, ROWS = 116, 34

#: What is pressed before the picture is taken: quotes and a paragraph marked, a quote selected.
READER_KEYS = ["]", "]", "]", "d", "]", "]", "c", "]", "d", "]", "}", "}", "e", "["]


async def take(folder: Path) -> None:
    """Open the program on the articles in ``folder`` and photograph the reader."""
    from store import add_paths, annotations, articles, open_store
    from tui.app import SanggahApp
    from tui.keymap import find_user_file, load_keymap

    file = folder / "store.db"
    with open_store(file, "ayu") as store:
        add_paths(store, [SEEDS])
    with open_store(file, "ayu") as store:
        names = [label.name for label in annotations.labels(store)]
        keymap, _ = load_keymap(find_user_file(None), names)
        app = SanggahApp(store, keymap, state_folder=folder)
        query = articles.ArticleQuery()
        longest = max(articles.first(store, query, 10), key=lambda article: article.words)
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            app.open_reader(longest.id, query)
            await pilot.pause(0.5)
            for key in READER_KEYS:
                await pilot.press(key)
                await pilot.pause(0.1)
            await pilot.pause(0.5)
            picture = app.export_screenshot(title="sanggah")
        app.writer.close()
    (DOCS / "reader.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Take the pictures with nothing of the user's in reach."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(XDG_CONFIG_HOME=name, XDG_STATE_HOME=name)
        asyncio.run(take(Path(name)))


if __name__ == "__main__":
    main()
