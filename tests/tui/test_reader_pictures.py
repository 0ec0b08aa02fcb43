"""The reader looks as it did: pictures at three sizes, of marks, the source, labels to jump to."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store import (
    ArticleQuery,
    Document,
    Line,
    Metadata,
    Quote,
    articles,
    open_store,
)
from tui.app import SanggahApp
from tui.keymap import load_keymap

SHOWN = {
    "title": "Wali Kota Bantah Jembatan Mangkrak",
    "byline": "Oleh Dewi Anggraini",
    "body 1": "Pembangunan jembatan terhenti sejak Maret, menurut catatan warga. Mereka mengeluh soal debu.",
    "body 2": "“Proyek ini ‘tidak pernah’ mangkrak,” kata Wali Kota Sri Rahayu. Ia menyebut laporan itu “keliru”.",
    "caption": "Jembatan, 3 Mei 2023. (Foto: Arsip)",
    "boilerplate": "Baca juga: Harga Cabai Naik",
    "body 3": "漢字とかな交じりの文。 👩‍👩‍👧 ke\u0301 ابجد \u202eterbalik\u202c [bold]bukan markup[/bold]",
}


def document() -> Document:
    lines: list[Line] = []
    text, number = "", 1
    for name, words in SHOWN.items():
        kind = name.split()[0]
        hidden = kind in ("caption", "boilerplate")
        reason = {"caption": "caption: ends in a photo credit", "boilerplate": "related link"}.get(
            kind, ""
        )
        lines.append(Line(number, len(text), len(text) + len(words), kind, not hidden, reason))  # type: ignore[arg-type]
        text += words + "\n"
        lines.append(Line(number + 1, len(text), len(text), "blank", True))
        text += "\n"
        number += 2

    def quote(words: str, kind: str, speaker: str | None = None) -> Quote:
        start = text.index(words)
        return Quote(start, start + len(words), words, kind, speaker)  # type: ignore[arg-type]

    quotes = (
        quote("“Proyek ini ‘tidak pernah’ mangkrak,”", "direct", "Sri Rahayu"),
        quote("‘tidak pernah’", "nested"),
        quote("“keliru”", "partial", "Sri Rahayu"),
    )
    metadata = Metadata(
        title=SHOWN["title"], outlet="Kabar Kota", published="2023-05-03", language="id"
    )
    return Document(text, metadata, tuple(lines), quotes)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((120, 30), "] d + c ] e c j"),
        ((80, 24), "] d v"),
        ((40, 20), "] c"),
        ((80, 24), "] ;"),
        ((120, 30), "p ] ;"),
        ((40, 20), "] ;"),
        ((80, 24), "j ; ;"),
        ((80, 24), "/ k a t a enter"),
    ],
    ids=[
        "marks",
        "source",
        "narrow",
        "jump",
        "jump wide",
        "jump narrow",
        "jump to a word",
        "search",
    ],
)
def test_the_reader_looks_as_it_did(
    tmp_path: Path, snap_compare: Any, size: tuple[int, int], keys: str
) -> None:
    path = tmp_path / "store.db"

    async def press(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, SanggahApp)
        row = articles.first(app.store, ArticleQuery(), 1)[0]
        app.open_reader(row.id, ArticleQuery())
        await pilot.pause()
        await pilot.press(*keys.split())
        await asyncio.to_thread(app.writer.drain, 10)
        await pilot.pause(0.2)

    with open_store(path, "ani") as store:
        articles.add(store, document(), source="jembatan.txt")
        keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        app = SanggahApp(store, keymap, state_folder=tmp_path / "state")
        assert snap_compare(app, terminal_size=size, run_before=press)
        app.writer.close()
