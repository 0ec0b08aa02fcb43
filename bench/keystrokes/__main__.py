"""Count the keys a mark costs, in Sanggah and in SLATE.

python -m bench.keystrokes [--paths]
"""

from __future__ import annotations

import sys

from bench.keystrokes import sanggah_keys, slate_keys
from bench.keystrokes.targets import Target, by_file, quotes, spans, text_of

#: What is marked, and what is pressed once before it, since the program remembers it.
ROWS = (
    ("quotes", quotes, ()),
    ("quotes, reported speech off", quotes, ("~",)),
    ("other spans", spans, ()),
    ("others, reported speech off", spans, ("~",)),
)


def table(paths: bool = False) -> list[str]:
    """The table, with the keys of each mark where ``paths`` is set."""
    lines = [f"{'keys a mark':28}{'marks':>7}{'sanggah':>10}{'SLATE':>8}{'ratio':>8}"]
    for name, targets_of, before in ROWS:
        targets = targets_of()
        ours = sanggah_keys.fewest_keys(targets, before)
        theirs = _slate(targets)
        mean, other = sum(count for *_, count in ours) / len(ours), sum(theirs) / len(theirs)
        lines.append(f"{name:28}{len(targets):7}{mean:10.2f}{other:8.2f}{mean / other:8.2f}")
        if paths:
            lines += [
                f"    {count:3}  {keys:40}  {target.words[:60]}" for target, keys, count in ours
            ]
    return lines


def _slate(targets: list[Target]) -> list[int]:
    return [
        keys
        for file, wanted in by_file(targets).items()
        for keys in slate_keys.fewest_keys(text_of(file), wanted)
    ]


if __name__ == "__main__":
    print("\n".join(table("--paths" in sys.argv)))
