"""Write a store of the present schema version, for the tests of later versions to open.

    python -m tests.store.database.stored.make

Run once a version, before it is released; what stands there is never written again.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

from store import (
    Document,
    Line,
    Metadata,
    Quote,
    Store,
    annotations,
    articles,
    history,
    open_store,
    reviews,
    transaction,
)
from store.database.schema import SCHEMA_VERSION

FOLDER = Path(__file__).parent

TEXTS = (
    "Wali kota bantah proyek mangkrak\n\nSurabaya - “Tidak ada yang mangkrak,” kata Wali Kota "
    "Sari Dewi.\nBaca juga: jadwal bus\nIa menambahkan: “Semua selesai Juni.”\n",
    "市長、疑惑を否定\n「事実ではない」と市長は述べた。\n",
    "Set aside: a page without news.\n",
)


def fill(store: Store) -> None:
    """Let two reviewers do everything that leaves a trace, undone and done again as well."""
    first, second, third = (
        articles.add(store, _document(text), source=f"{number}.txt", extra={"n": number})[0]
        for number, text in enumerate(TEXTS)
    )
    part = annotations.create(store, first, "denial", 45, 67, speaker="Sari Dewi", confidence=0.5)
    annotations.create(store, first, "denial", 70, 74, part_of=part.id)
    annotations.change(store, part.id, note="Line one.\nLine “two”.", start=44)
    annotations.delete(store, annotations.create(store, first, "claim", 0, 9).id)
    annotations.create(store, first, "claim", 0, 4)
    history.undo(store, first)
    history.redo(store, first)
    history.undo(store, first)
    articles.mend(store, first, title="Wali kota membantah", url="https://example.org/1")
    articles.mend(store, first, outlet="Harian")
    history.undo(store, first)
    articles.decide_line(store, first, 4, True)
    articles.decide_line(store, first, 1, False)
    history.undo(store, first)
    articles.correct_speaker(store, articles.quotes(store, first)[0].id, "Sari Dewi")
    with transaction(store):
        run = store.connection.execute
        run("INSERT INTO labels (name, color) VALUES ('rumour', '#112233'), ('old', '#445566')")
        run("UPDATE labels SET description = 'heard, not seen' WHERE name = 'rumour'")
        run("DELETE FROM labels WHERE name = 'old'")
    annotations.create(store, second, "rumour", 0, 8, status="suggested")
    suggested = annotations.of_article(store, second)[0]
    annotations.create(store, second, "rumour", 0, 8, origin=suggested.id)
    articles.set_aside(store, third)
    reviews.save(store, first, state="done", position=30, seconds=61.5)
    reviews.save(store, second, state="reading")


def _document(text: str) -> Document:
    lines, start = [], 0
    for number, words in enumerate(text.split("\n"), start=1):
        kind = "body" if words else "blank"
        if words.startswith("Baca juga"):
            line = Line(number, start, start + len(words), "boilerplate", False, "a link")
        else:
            line = Line(number, start, start + len(words), kind, True)
        lines.append(line)
        start += len(words) + 1
    quotes = []
    for opening, closing in (("“", "”"), ("「", "」")):
        at = text.find(opening)
        if at >= 0:
            end = text.index(closing) + 1
            quotes.append(Quote(at, end, text[at:end], "direct", cue="kata"))
    title = text.partition("\n")[0]
    return Document(
        text, Metadata(title=title, published="2024-05-01"), tuple(lines), tuple(quotes)
    )


def main() -> None:
    """Write the file, unless it is there."""
    target = FOLDER / f"version_{SCHEMA_VERSION}.db.gz"
    if target.exists():
        sys.exit(f"{target} is there already: a version that was released does not change")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with open_store(path, "ani") as store:
            fill(store)
        with open_store(path, "budi") as store:
            place = store.connection.execute("SELECT min(id) FROM articles").fetchone()[0]
            annotations.create(store, place, "evidence", 0, 3, note="Budi's")
            reviews.save(store, place, state="done")
            store.connection.execute("VACUUM")
        target.write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
