"""Write to a store and say after each commit what is saved, until somebody kills this program.

Usage: writing_child.py tag|tag-some STORE ARTICLE | import STORE SEED
"""

import os
import sys
from pathlib import Path

from store import Document, Line, Metadata, StoreLocked, annotations, articles, history, open_store


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
    {"tag": tag, "tag-some": tag_some, "import": bring_in}[sys.argv[1]](sys.argv[2], sys.argv[3])
