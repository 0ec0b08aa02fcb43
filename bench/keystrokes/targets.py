"""What is to be marked: the quotes of the gold and twenty spans that are no quotes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold"
SPANS = Path(__file__).with_name("spans.json")


@dataclass(frozen=True)
class Target:
    """A span to mark, in code points of the article's text."""

    file: str
    start: int
    end: int
    words: str


def text_of(file: str) -> str:
    """The text of a seed as the gold counts it: with LF line ends."""
    return (SEEDS / file).read_text(encoding="utf-8-sig")


def quotes() -> list[Target]:
    """The quotes of the gold, in the order of files and text."""
    found = []
    for path in sorted(GOLD.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found += [
            Target(gold["file"], quote["start"], quote["end"], quote["text"])
            for quote in gold["quotes"]
        ]
    return found


def spans() -> list[Target]:
    """The twenty spans, in the order of files and text."""
    found = []
    for span in json.loads(SPANS.read_text(encoding="utf-8")):
        text = text_of(span["file"])
        start = text.replace("\xa0", " ").index(span["text"])
        end = start + len(span["text"])
        found.append(Target(span["file"], start, end, text[start:end]))
    return sorted(found, key=lambda target: (target.file, target.start))


def by_file(targets: list[Target]) -> dict[str, list[Target]]:
    """Targets by article, in text order."""
    files: dict[str, list[Target]] = {}
    for target in targets:
        files.setdefault(target.file, []).append(target)
    return files
