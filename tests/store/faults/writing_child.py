"""Write to a store and say after each commit what is saved, until somebody kills this program.

Usage: writing_child.py tag|tag-some|tag-many STORE ARTICLE | import STORE SEED
"""

import os
import sys
from pathlib import Path

from store import Document, Line, Metadata, StoreLocked, annotations, articles, history, open_store
from store.database.annotations import NewAnnotation, create_many
from store.database.connection import new_id


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def tag(store_file: str, article: str) -> None:
    with open_store(store_file, "ani") as store:
        length = articles.get(store, article).length
        number = 0
        while True:
            number += 1
            start = number * 7 % (length - 5)
            mark = annotations.create(store, article, "claim", start, start + 5)
            say("saved", mark.id)
            if number % 3 == 0:
                annotations.change(store, mark.id, note=f"note {number}")
                say("noted", mark.id, f"note {number}")
            if number % 5 == 0:
                annotations.delete(store, mark.id)
                history.undo(store, article)


def tag_some(store_file: str, article: str) -> None:
    with open_store(store_file, f"reviewer {os.getpid()}") as store:
        for number in range(10):
            while True:
                try:
                    mark = annotations.create(store, article, "claim", number, number + 5)
                except StoreLocked:  # as the app does, which waits for as long as it takes
                    continue
                say("saved", mark.id)
                break


def tag_many(store_file: str, article: str) -> None:
    with open_store(store_file, "ani") as store:
        length = articles.get(store, article).length
        ids = [new_id() for _ in range(100_000)]
        marks = (
            NewAnnotation(article, "claim", at % (length - 5), at % (length - 5) + 5, id=identity)
            for at, identity in enumerate(ids)
        )
        told = 0

        def progress(made: int) -> None:
            nonlocal told
            for identity in ids[told:made]:
                say("saved", identity)
            told = made

        create_many(store, marks, progress=progress)


def bring_in(store_file: str, seed: str) -> None:
    with open_store(store_file, "ani") as store:
        number = 0
        while True:
            number += 1
            text = f"Judul {seed} {number}\n" + "Isi berita ini panjang.\n" * 40
            lines, start = [], 0
            for place, line in enumerate(text.split("\n"), start=1):
                kind = "body" if line else "blank"
                lines.append(Line(place, start, start + len(line), kind, True))
                start += len(line) + 1
            document = Document(text, Metadata(title=f"Judul {number}"), tuple(lines), ())
            identity, _ = articles.add(store, document, source=f"{Path(seed).name}-{number}.txt")
            say("added", identity)


if __name__ == "__main__":
    modes = {"tag": tag, "tag-some": tag_some, "tag-many": tag_many, "import": bring_in}
    modes[sys.argv[1]](sys.argv[2], sys.argv[3])
