"""The report of what was done, and the line that tells on leaving what a session has brought.

What is counted stands in the store; here it is put into words and small plots.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.cells import cut
from tui.printing import put
from tui.terminal_text import one_line

if TYPE_CHECKING:
    from store import Statistics

    Counts = Mapping[str, int]

#: So many rows of a plot are printed, the rest in one.
_ROWS = 15
_WIDEST_NAME = 28
#: More days than this are put together by month, more months by year.
_MOST_PERIODS = 31


def print_report(found: Statistics) -> None:
    """Print a report as wide as the terminal."""
    for line in report(found, shutil.get_terminal_size().columns, _bar_sign()):
        put(line)


def report(found: Statistics, width: int, sign: str = "█") -> Iterator[str]:
    """Give the lines of a report.

    Args:
        found: The figures.
        width: Of the terminal, in cells.
        sign: What the bars are made of.
    """
    aside = f" · {found.set_aside} set aside" if found.set_aside else ""
    yield f"Articles  {found.articles}{aside}"
    yield f"Marks     {_marks(found.marks)}"
    if found.reviewers:
        yield ""
        yield "Reviewers"
        names = [cut(one_line(each.reviewer), _WIDEST_NAME) for each in found.reviewers]
        for name, each in zip(_padded(names), found.reviewers, strict=True):
            yield (
                f"  {name}  {each.done} done · {each.reading} begun · {span(each.seconds)} · "
                f"{_marks(each.marks)}"
            )
    yield from _plot("Marks by outlet", _first(found.outlets), width, sign)
    yield from _plot("Marks by date of the article", by_period(found.published), width, sign)
    yield from _plot("Marks by day they were made", by_period(found.marked), width, sign)


def session_line(seconds: float, done: int, marks: Counts) -> str:
    """Return what a session brought in one line; "" where nothing was done in it."""
    if not done and not marks:
        return ""
    articles = f"{done} article{'' if done == 1 else 's'} done"
    return f"This session: {span(seconds)}, {articles}, marks: {_marks(marks)}"


def span(seconds: float) -> str:
    """Return a length of time in words, to the minute from one minute on."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else f"{rest} s"


def by_period(days: Mapping[str, Counts]) -> dict[str, Counts]:
    """Put days (YYYY-MM-DD, "" for unknown) together by month or year where they are many."""
    for letters in (10, 7, 4):
        together: dict[str, Counter[str]] = {}
        for day, counts in days.items():
            together.setdefault(day[:letters], Counter()).update(counts)
        if len(together) <= _MOST_PERIODS:
            break
    undated = together.pop("", None)
    return {**together, "no date": undated} if undated else dict(together)


def _first(outlets: Mapping[str, Counts]) -> dict[str, Counts]:
    """Return the first outlets by name, and the rest as one row."""
    named = {name or "no outlet": counts for name, counts in outlets.items()}
    if len(named) <= _ROWS:
        return named
    kept = list(named.items())[: _ROWS - 1]
    rest: Counter[str] = Counter()
    for counts in list(named.values())[_ROWS - 1 :]:
        rest.update(counts)
    return {**dict(kept), f"{len(named) - len(kept)} others": rest}


def _plot(title: str, rows: Mapping[str, Counts], width: int, sign: str) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    names = _padded([cut(one_line(name), _WIDEST_NAME) for name in rows])
    words = [_marks(counts) for counts in rows.values()]
    most = max(sum(counts.values()) for counts in rows.values())
    room = width - 6 - cell_len(names[0]) - max(map(cell_len, words))
    longest = min(max(room, 5), 40)
    for name, counts, said in zip(names, rows.values(), words, strict=True):
        bar = sign * max(1, round(sum(counts.values()) / most * longest))
        yield f"  {name}  {bar:<{longest}}  {said}"


def _marks(counts: Counts) -> str:
    by_label = " · ".join(f"{number} {one_line(label)}" for label, number in counts.items())
    total = sum(counts.values())
    return f"{total} ({by_label})" if len(counts) > 1 else by_label or "0"


def _padded(names: list[str]) -> list[str]:
    widest = max(map(cell_len, names), default=0)
    return [name + " " * (widest - cell_len(name)) for name in names]


def _bar_sign() -> str:
    try:
        "█".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return "#"
    return "█"
