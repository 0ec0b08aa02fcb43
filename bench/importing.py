"""How fast articles come into the store: many of 4 kB from one JSONL, and what each step costs.

python -m bench.importing [N] [--size CHARACTERS] [--processes N]

The import is measured as `sanggah add` does it, in a process of its own; then each step alone on
a part of the articles, in processor time on one core, to show what it costs.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from os import getpid
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.generated import article
from store import Store, open_store, transaction
from store.database import articles
from store.importing import Progress, add_paths
from store.model import Document
from store.reading import languages
from store.reading.document import read_document
from store.reading.sentences import sentence_spans
from store.reading_processes import Text, available_processes, pack, unpack
from store.repeats import Repeats
from store.sources import SourceText, read_path

#: Articles a second on two quiet cores, and seconds for an article of 1 MB.
WANTED, WANTED_SECONDS = 600, 1.0
#: Steps are measured on so many articles, written in batches of so many.
SAMPLE, BATCH = 512, 64
ROOT = Path(__file__).resolve().parents[1]


def write_articles(path: Path, number: int, size: int) -> None:
    """Write a file of articles made of sentences of the seeds, no two paragraphs alike."""
    sentences = [
        document.text[sentence.start : sentence.end]
        for document in (read_document(file.read_text("utf-8")) for file in ROOT.glob("seeds/*"))
        for line in document.lines
        if line.kind == "body"
        for sentence in sentence_spans(document.text, line, languages.load("id"))
    ]
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for place in range(number):
            paragraphs = [f"Kabar {place}: pemerintah membantah tuduhan warga"]
            length = len(paragraphs[0])
            while length < size:
                paragraphs.append(" ".join(chance.sample(sentences, chance.randint(1, 3))))
                length += len(paragraphs[-1]) + 2
            row = {
                "text": "\n\n".join(paragraphs),
                "title": paragraphs[0],
                "url": f"https://kabar.example/{place}",
                "published": "2023-10-13",
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


# The import itself ------------------------------------------------------------------------------


def run_import(path: Path, store: Path, processes: int) -> None:
    """Import; print articles, seconds, and the memory at the start, half way and at the end."""
    memory: list[tuple[int, list[int]]] = []

    def look(progress: Progress) -> None:
        half_way = progress.of_bytes / 2
        if len(memory) == 1 or (len(memory) == 2 and progress.bytes_read >= half_way):
            memory.append((progress.added, resident()))

    with open_store(store, "bench") as opened:
        memory.append((0, resident()))
        began = time.perf_counter()
        report = add_paths(opened, [path], processes=processes, progress=look)
        seconds = time.perf_counter() - began
        memory.append((len(report.added), resident()))
    print(json.dumps([len(report.added), seconds, memory]))


def resident() -> list[int]:
    """The memory of this process and of those that read for it, in MB."""
    own = [getpid(), *sorted(child.pid for child in active_children() if child.pid)]
    listed = subprocess.run(
        ["ps", "-o", "rss=", "-p", ",".join(map(str, own))], capture_output=True, text=True
    )
    return [int(kilobytes) // 1024 for kilobytes in listed.stdout.split()]


# Each step alone --------------------------------------------------------------------------------


class Clock(dict[str, float]):
    """The processor time that each step took, in seconds."""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what is done inside for a step."""
        began = time.process_time()
        yield
        self[name] = self.get(name, 0.0) + time.process_time() - began


def steps(path: Path, folder: Path) -> tuple[Clock, int]:
    """What each step costs alone, and of how many articles."""
    clock = Clock()
    with clock.step("decode the rows"):
        rows = [row for row in read_path(path) if isinstance(row, SourceText)]
    texts = [Text(row.text, row.stated, row.source) for row in rows]
    read_document(*texts[0])  # loads the language before anything is timed
    with clock.step("read the articles"):
        documents = [read_document(*text) for text in texts]
    with clock.step("transfer to the readers and back"):
        sent = pickle.loads(pickle.dumps(texts))
        packed = pickle.loads(pickle.dumps([pack(document) for document in documents]))
        documents = [unpack(*each) for each in zip(sent, packed, strict=True)]
    with open_store(folder / "bare.db", "bench") as store:
        store.connection.execute("DROP TRIGGER articles_inserted")
        write(store, documents, clock, "write the rows")
    with open_store(folder / "whole.db", "bench") as store:
        whole = Clock()
        write(store, documents, whole, "write the rows")
        repeats = Repeats(store)
        with clock.step("look for repeats"):
            for text, document in zip(texts, documents, strict=True):
                repeats.judge(articles.article_id(text.text), document)
    clock["write the full-text indexes"] = whole["write the rows"] - clock["write the rows"]
    clock["commit"] = whole["commit"]
    return clock, len(texts)


def write(store: Store, documents: list[Document], clock: Clock, rows: str) -> None:
    """Write as an import does, batch by batch."""
    for first in range(0, len(documents), BATCH):
        with transaction(store):
            with clock.step(rows):
                batch = documents[first : first + BATCH]
                articles.add_all(store, [articles.NewArticle(one, "bench", {}) for one in batch])
            began = time.process_time()
        clock["commit"] = clock.get("commit", 0.0) + time.process_time() - began


# What is printed --------------------------------------------------------------------------------


def main() -> int:
    """Measure and tell; what is wanted is for quiet cores, so nothing fails here."""
    parser = argparse.ArgumentParser(description="Measure the import.")
    parser.add_argument("articles", type=int, nargs="?", default=2000, metavar="N")
    parser.add_argument("--size", type=int, default=4000)
    parser.add_argument("--processes", type=int, default=available_processes())
    parser.add_argument("--only", nargs=2, type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        run_import(*arguments.only, arguments.processes)
        return 0
    with tempfile.TemporaryDirectory(prefix="sanggah-bench-") as name:
        folder = Path(name)
        write_articles(folder / "all.jsonl", arguments.articles, arguments.size)
        write_articles(folder / "some.jsonl", min(SAMPLE, arguments.articles), arguments.size)
        own = [sys.executable, "-m", "bench.importing", "--processes", str(arguments.processes)]
        done = subprocess.run(
            [*own, "--only", folder / "all.jsonl", folder / "store.db"],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=ROOT,
        )
        added, seconds, memory = json.loads(done.stdout)
        rate = added / seconds
        print(f"{added:,} articles of {arguments.size:,} characters, {arguments.processes} readers")
        print(
            f"{rate:8.0f} articles/s ({seconds:.1f} s): {rate / WANTED:.2f} of the {WANTED} wanted "
            "on 2 quiet cores"
        )
        for number, (writing, *reading) in memory:
            told = "".join(f" + {megabytes}" for megabytes in reading)
            print(f"{writing:8}{told} MB with {number:,} articles (the writer and its readers)")
        clock, number = steps(folder / "some.jsonl", folder)
        total = sum(clock.values())
        print(f"each step alone, processor time on one core ({number} articles)")
        for step, spent in clock.items():
            print(f"{1000 * spent / number:8.2f} ms/article {spent / total:6.0%}  {step}")
        cores = min(2, available_processes())
        print(
            f"{1000 * total / number:8.2f} ms/article in all: at most "
            f"{cores * number / total:.0f} articles/s on {cores} cores"
        )
        began = time.process_time()
        read_document(article(4_000))
        spent = time.process_time() - began
        print(f"{spent:8.2f} s once a process, where common words tell no language: its model")
        megabyte = article(1_000_000)
        began = time.process_time()
        read_document(megabyte)
        spent = time.process_time() - began
        print(f"{spent:8.2f} s for an article of 1 MB ({WANTED_SECONDS:.0f} s wanted)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
