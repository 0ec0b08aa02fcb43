"""How well pages are read, against marking by hand: lines, metadata, quotes, speakers.

python -m bench.reading [FOLDER_OF_TXT FOLDER_OF_GOLD] [--misses]

Without folders the seeds (against tests/gold) and our own pages (tests/pages) are scored. The gold
has the format that tests/gold/README.md describes: one ``NAME.gold.json`` for each ``NAME.txt``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if __package__ in (None, ""):  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from store.model import Document
from store.reading.document import read_document

ROOT = Path(__file__).resolve().parents[1]

#: The gold's name of a metadata field, and ours. Optional ones are scored where the gold has them.
FIELDS = {
    "title": "title",
    "byline": "byline",
    "date": "published",
    "outlet": "outlet",
    "dateline": "dateline",
    "editor": "editor",
    "wire": "wire",
    "modified": "modified",
    "language": "language",
}

#: What the seeds must reach; other folders are only measured.
FLOORS = {"boilerplate F1": 0.93, "quote F1": 0.95, "speakers": 0.93, "metadata": 1.0}


@dataclass
class Score:
    """Counts over one page or several; `misses` are one line each."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.counts.update(other.counts)
        self.misses += other.misses

    def f1(self, name: str) -> float:
        right, extra, missed = (self.counts[f"{name} {w}"] for w in ("right", "extra", "missed"))
        return 2 * right / (2 * right + extra + missed) if right + extra + missed else 1.0

    def precision(self, name: str) -> float:
        right, extra = self.counts[f"{name} right"], self.counts[f"{name} extra"]
        return right / (right + extra) if right + extra else 1.0

    def recall(self, name: str) -> float:
        right, missed = self.counts[f"{name} right"], self.counts[f"{name} missed"]
        return right / (right + missed) if right + missed else 1.0

    def share(self, name: str) -> float:
        right, wrong = self.counts[f"{name} right"], self.counts[f"{name} wrong"]
        return right / (right + wrong) if right + wrong else 1.0

    def figures(self) -> dict[str, float]:
        return {
            "boilerplate F1": self.f1("line"),
            "quote F1": self.f1("quote"),
            "speakers": self.share("speaker"),
            "metadata": self.share("field"),
        }


def score_page(name: str, text: str, gold: dict[str, Any]) -> tuple[Score, Document]:
    """Read a page and compare it with its gold."""
    document = read_document(text)
    score = Score()
    _score_lines(name, document, gold, score)
    _score_fields(name, document, gold, score)
    _score_quotes(name, document, gold, score)
    return score, document


def _score_lines(name: str, document: Document, gold: dict[str, Any], score: Score) -> None:
    clutter, doubtful = set(gold["boilerplate_lines"]), set(gold.get("doubtful_lines", ()))
    for line in document.lines:
        if line.kind == "blank" or line.number in doubtful:
            continue
        words = document.text[line.start : line.end].strip()[:70]
        if line.number not in clutter:
            score.counts["article lines"] += 1
        if line.shown and line.number in clutter:
            score.counts["line missed"] += 1
            score.misses.append(f"{name}:{line.number}: clutter shown ({line.kind}): {words}")
        elif not line.shown and line.number in clutter:
            score.counts["line right"] += 1
        elif not line.shown:
            score.counts["line extra"] += 1
            score.misses.append(f"{name}:{line.number}: ARTICLE HIDDEN ({line.reason}): {words}")


def _score_fields(name: str, document: Document, gold: dict[str, Any], score: Score) -> None:
    for theirs, ours in FIELDS.items():
        if theirs not in gold:
            continue
        found = getattr(document.metadata, ours)
        right = [gold[theirs], *gold.get(f"{theirs}_alt", ())]
        if theirs in ("date", "modified") and found:
            found = next((found[:n] for n in (10, 16, 22) if found[:n] in right), found)
        if found in right:
            score.counts["field right"] += 1
        else:
            score.counts["field wrong"] += 1
            score.misses.append(f"{name}: {theirs} is {found!r}, should be {gold[theirs]!r}")


def _score_quotes(name: str, document: Document, gold: dict[str, Any], score: Score) -> None:
    found = {(q.start, q.end): q for q in document.quotes if q.kind in ("direct", "partial")}
    for quote in gold.get("quotes", ()):
        ours = found.pop((quote["start"], quote["end"]), None)
        if ours is None:
            score.counts["quote missed"] += 1
            score.misses.append(f"{name}: quote missed: {quote['text'][:70]}")
            if quote["speaker"]:
                score.counts["speaker wrong"] += 1
            continue
        score.counts["quote right"] += 1
        if not quote["speaker"]:
            continue
        accepted = {_plain(s) for s in (quote["speaker"], *quote.get("speaker_alt", ()))}
        right = ours.speaker is not None and _plain(ours.speaker) in accepted
        score.counts["speaker right" if right else "speaker wrong"] += 1
        if not right:
            score.misses.append(
                f"{name}: speaker is {ours.speaker!r}, should be {quote['speaker']!r}: "
                f"{quote['text'][:50]}"
            )
    for extra in found.values():
        score.counts["quote extra"] += 1
        score.misses.append(f"{name}: no quote ({extra.kind}): {extra.text[:70]}")


def _plain(words: str) -> str:
    return " ".join(words.replace("\xa0", " ").split())


def score_folder(pages: Path, gold: Path) -> list[tuple[str, Score, float]]:
    """Score every page of a folder: its name, its score, the milliseconds it took."""
    results = []
    for path in sorted(pages.glob("*.txt")):
        marking = gold / f"{path.stem}.gold.json"
        if not marking.exists():
            continue
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        began = time.perf_counter()
        score, _ = score_page(path.stem, text, json.loads(marking.read_text(encoding="utf-8")))
        results.append((path.stem, score, 1000 * (time.perf_counter() - began)))
    return results


def print_table(results: list[tuple[str, Score, float]], *, misses: bool) -> Score:
    """Print one row a page and the sum; the misses below where asked for."""
    total = Score()
    print(f"{'page':28} {'clutter P':>9} {'R':>6} {'F1':>6} {'hidden':>7} ", end="")
    print(f"{'fields':>7} {'quotes':>7} {'speakers':>8} {'ms':>7}")
    for _, score, _ in results:
        total.add(score)
    for name, score, milliseconds in [*results, ("all", total, sum(r[2] for r in results))]:
        hidden = f"{score.counts['line extra']}/{score.counts['article lines']}"
        print(
            f"{name[:28]:28} {score.precision('line'):9.3f} {score.recall('line'):6.3f} "
            f"{score.f1('line'):6.3f} {hidden:>7} {score.share('field'):7.3f} "
            f"{score.f1('quote'):7.3f} {score.share('speaker'):8.3f} {milliseconds:7.1f}"
        )
    if misses:
        for miss in total.misses:
            print("  " + miss)
    return total


def main() -> int:
    """Score the folders named on the command line, else the seeds and our own pages."""
    parser = argparse.ArgumentParser(description="Score the reading of pages against gold.")
    parser.add_argument("folders", nargs="*", type=Path, help="FOLDER_OF_TXT FOLDER_OF_GOLD")
    parser.add_argument("--misses", action="store_true", help="list every miss (as with folders)")
    arguments = parser.parse_args()
    read_document("A first page loads the model of the languages before anything is timed.")
    if arguments.folders:
        pages, gold = (arguments.folders * 2)[:2]
        print_table(score_folder(pages, gold), misses=True)
        return 0
    print(
        "The five articles of seeds/, wanted: no article line hidden, "
        + ", ".join(f"{name} >= {floor}" for name, floor in FLOORS.items())
    )
    seeds = print_table(score_folder(ROOT / "seeds", ROOT / "tests/gold"), misses=True)
    own = ROOT / "tests/pages"
    if any(own.glob("*.txt")):
        print("\nOur own pages in tests/pages")
        print_table(score_folder(own, own), misses=arguments.misses)
    figures = seeds.figures()
    failed = [name for name, floor in FLOORS.items() if figures[name] < floor]
    if seeds.counts["line extra"]:
        failed.append("article lines hidden")
    for name in failed:
        print(f"FAILED: {name} {figures.get(name, seeds.counts['line extra'])}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
