"""Five stores merged into a sixth: seconds, events a second, and where the time goes.

Five reviewers have marked the same articles, 40,000 changes each: marks, notes, other labels and
spans, removals, actions taken back. The sixth has the articles and nothing else. The stores are
made by rule in a temporary folder, which takes half a minute; what is timed is one call, copy of
the sixth and closing included.

    python -m bench.merge [events] [articles] [runs]
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench.generated import article
from store import (
    Document,
    Line,
    Metadata,
    Store,
    annotations,
    articles,
    check,
    history,
    merge,
    new_id,
    open_store,
    transaction,
)

REVIEWERS = 5

#: Of a hundred actions so many are no new mark: most a note, a new span or label; so many removals,
#: marks that continue another, marks taken back at once.
OTHERS, REMOVED, PARTS, UNDONE = 32, 4, 3, 4


def make_articles(path: Path, number: int) -> None:
    """Make a store of articles of about 4 kB."""
    body = article(4000).partition("\n\n")[2]
    with open_store(path, "bench") as store, transaction(store, mode="rule"):
        for place in range(number):
            text = f"Artikel nomor {place:06}\n{body}"
            lines, start = [], 0
            for count, line in enumerate(text.split("\n"), start=1):
                lines.append(Line(count, start, start + len(line), "body", shown=True))
                start += len(line) + 1
            document = Document(text, Metadata(title=f"Artikel {place}"), tuple(lines), ())
            articles.add(store, document, source=f"{place}.txt")


def mark(path: Path, reviewer: str, events: int) -> None:
    """Let a reviewer make so many changes, or a few more."""
    chance = random.Random(reviewer)
    with open_store(path, reviewer) as store:
        store.connection.execute("PRAGMA synchronous = OFF")
        places = [place for (place,) in store.connection.execute("SELECT id FROM articles")]
        marks: list[tuple[str, str]] = []
        with transaction(store):
            for number in range(events):
                # Each action is a group of its own, as a key press is.
                with transaction(store, group=new_id()):
                    _act(store, chance, chance.choice(places), marks, number % 100)


def _act(
    store: Store, chance: random.Random, place: str, marks: list[tuple[str, str]], number: int
) -> None:
    start = chance.randrange(0, 3500)
    end = start + chance.randrange(20, 200)
    label = chance.choice(["claim", "denial", "evidence"])
    if number >= OTHERS or not marks:
        made = annotations.create(store, place, label, start, end, speaker="Budi Santoso")
        marks.append((made.id, place))
        return
    at = chance.randrange(max(len(marks) - 500, 0), len(marks))
    mark_id, where = marks[at]
    if number < REMOVED:
        marks[at] = marks[-1]
        marks.pop()
        annotations.delete(store, mark_id)
    elif number < REMOVED + PARTS:
        made = annotations.create(store, where, label, start, end, part_of=mark_id)
        marks.append((made.id, where))
    elif number < REMOVED + PARTS + UNDONE:
        made = annotations.create(store, where, label, start, end)
        history.undo(store, where)
    elif number % 3:
        annotations.change(store, mark_id, note=f"See what was said before, {start}.")
    else:
        annotations.change(store, mark_id, label=label, start=start, end=end)


def measure(events: int, number: int, runs: int) -> list[str]:
    """Merge so often, each time into a new copy of the sixth, and return the lines to show."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sixth = folder / "sixth.db"
        make_articles(sixth, number)
        others = []
        for place in range(REVIEWERS):
            path = Path(shutil.copy(sixth, folder / f"reviewer{place}.db"))
            mark(path, f"reviewer {place}", events // REVIEWERS)
            others.append(path)
        taken, busy = [], []
        for run in range(runs):
            target = Path(shutil.copy(sixth, folder / f"target{run}.db"))
            before, worked = perf_counter(), process_time()
            with open_store(target, "bench") as store:
                told = merge(store, others)
            taken.append(perf_counter() - before)
            busy.append(process_time() - worked)
            left = check(target) if not run else []
            if left or told.left_out:
                raise SystemExit(f"not what it should be: {[*left, *told.left_out][:3]}")
            if run < runs - 1:
                target.unlink()
        sizes = sum(path.stat().st_size for path in others) / 1e6
        best, middle = min(taken), median(taken)
        again = perf_counter()
        with open_store(target, "bench") as store:
            merge(store, others)
        again = perf_counter() - again
    return [
        f"{REVIEWERS} stores, {number:,} articles of 4 kB, {told.events:,} events, {sizes:.0f} MB",
        f"  came in: {told.annotations:,} annotations",
        f"  seconds: median {middle:.2f}, best {best:.2f} of {runs}; "
        f"of these the processor worked {min(busy):.2f}",
        f"  events a second: median {told.events / middle:,.0f}, best {told.events / best:,.0f}",
        f"  once more, with nothing new: {again:.2f} s",
    ]


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    print("\n".join(measure(*(arguments + [200_000, 1000, 5][len(arguments) :]))))
