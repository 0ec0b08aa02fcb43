"""How fast articles come into the store: 10,000 of 4 kB from one JSONL, each step's share.

python -m bench.importing [--articles N] [--size BYTES] [--processes N]

The import itself is measured as `sanggah add` does it, in a process of its own so that its memory
is its own too; then each step alone on a part of the articles, one core, to show what it costs.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.generated import article
from store import open_store, transaction
from store.database import articles
from store.importing import add_paths
from store.model import Document
from store.reading.document import read_document
from store.reading_processes import available_processes
from store.sources import SourceText, read_path

#: Articles a second on two quiet cores.
WANTED = 600
#: Steps are measured on so many articles.
SAMPLE = 400
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def write_articles(path: Path, number: int, size: int) -> None:
    """Write a file of articles made of the seeds' paragraphs, no two alike."""
    paragraphs = [
        document.text[line.start : line.end]
        for document in (read_document(file.read_text("utf-8")) for file in SEEDS.glob("*.txt"))
        for line in document.lines
        if line.kind == "body"
    ]
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for place in range(number):
            chosen = [f"Kabar {place}: pemerintah membantah tuduhan warga"]
            length = 0
            for paragraph in chance.sample(paragraphs, len(paragraphs)):
                if length < size:
                    chosen.append(paragraph)
                    length += len(paragraph) + 2
            row = {
                "text": "\n\n".join(chosen),
                "title": chosen[0],
                "url": f"https://kabar.example/{place}",
                "published": "2023-10-13",
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def run_import(path: Path, store: Path, processes: int) -> None:
    """Import, and print the seconds, and the memory of this process half way and at the end."""
    seen: list[tuple[int, int]] = []
    began = time.perf_counter()
    with open_store(store, "bench") as opened:
        report = add_paths(
            opened,
            [path],
            processes=processes,
            progress=lambda progress: seen.append((progress.added, peak_memory())),
        )
    half = next(memory for added, memory in seen if added >= len(report.added) // 2)
    seconds = time.perf_counter() - began
    print(json.dumps([len(report.added), seconds, half, peak_memory()]))


def peak_memory() -> int:
    """The most memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def timed(step: Callable[[], object]) -> float:
    """The seconds that a step takes."""
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def steps(path: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """The milliseconds an article of each step, alone on one core."""
    texts: list[SourceText] = []
    documents: list[Document] = []

    def parse() -> None:
        for item in read_path(path):
            assert isinstance(item, SourceText)
            texts.append(item)

    def read() -> None:
        documents.extend(read_document(text.text, text.stated) for text in texts)

    def write() -> None:
        with open_store(folder / "steps.db", "bench") as store:
            for first in range(0, len(documents), 200):
                with transaction(store):
                    for document in documents[first : first + 200]:
                        articles.add(store, document, source="bench")

    read_document(article(4000))  # loads the language before anything is timed
    for name, step in (
        ("parse the rows", parse),
        ("read the articles", read),
        ("write with search index and commit", write),
    ):
        yield name, 1000 * timed(step) / max(len(texts), 1)


def main() -> int:
    """Measure; fail below what is wanted where there are two cores and the usual articles."""
    parser = argparse.ArgumentParser(description="Measure the import.")
    parser.add_argument("--articles", type=int, default=10_000)
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
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).resolve().parents[1],
        )
        added, seconds, half, peak = json.loads(done.stdout)
        rate = added / seconds
        print(f"{added:,} articles of {arguments.size:,} bytes, {arguments.processes} processes")
        print(f"  {rate:8.0f} articles/s ({seconds:.1f} s), wanted >= {WANTED} on 2 quiet cores")
        print(f"  {half:8} MB half way, {peak} MB at the end (the writing process)")
        measured = list(steps(folder / "some.jsonl", folder))
        total = sum(milliseconds for _, milliseconds in measured)
        print(f"each step alone, on one core ({min(SAMPLE, arguments.articles)} articles)")
        for step, milliseconds in measured:
            print(f"  {milliseconds:8.2f} ms/article {milliseconds / total:6.0%}  {step}")
        megabyte = article(1_000_000)
        print(f"  {timed(lambda: read_document(megabyte)):8.2f} s for an article of 1 MB")
    return 0 if rate >= WANTED or arguments.processes < 2 else 1


if __name__ == "__main__":
    sys.exit(main())
