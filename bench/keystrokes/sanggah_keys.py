"""The fewest keys that Sanggah needs, found breadth first and then pressed in the real program.

The motions are the program's own (`tui.motions`), over the article as it reads it. Jump labels and
the search may begin a path, since what they reach depends on what is on the screen. Each path is
pressed in the program at 120x40, and the mark in the store is compared with the target.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from bench.keystrokes.targets import SEEDS, Target, by_file
from store import ArticleQuery, Span, add_paths, articles, fold, open_store, word_spans
from store import annotations as stored_annotations
from tui.app import SanggahApp
from tui.jumps import Jump
from tui.keymap import load_keymap
from tui.motions import Passages, Selection
from tui.screens.reader import ReaderScreen
from tui.widgets.article_view import ArticleView

_LONGEST_QUERY = 6
_DEEPEST = 14
_MOST_PAGES = 3
Motion = Callable[[Passages, Selection], Selection]


def _moved(selection: Selection, step: int) -> Selection:
    moved = Selection(selection.anchor, selection.head + step)
    return selection if moved.span.is_empty else moved


MOTIONS: dict[str, Motion] = {
    "j": lambda p, s: p.next("sentence", s),
    "k": lambda p, s: p.previous("sentence", s),
    "J": lambda p, s: p.extend("sentence", s),
    "K": lambda p, s: p.retract("sentence", s),
    "w": lambda p, s: p.next("word", s, inward=True),
    "b": lambda p, s: p.previous("word", s, inward=True),
    "W": lambda p, s: p.extend("word", s),
    "B": lambda p, s: p.retract("word", s),
    ")": lambda p, s: p.next("clause", s, inward=True),
    "(": lambda p, s: p.previous("clause", s, inward=True),
    "}": lambda p, s: p.next("paragraph", s),
    "{": lambda p, s: p.previous("paragraph", s),
    "]": lambda p, s: p.next_quote(s),
    "[": lambda p, s: p.previous_quote(s),
    '"': lambda p, s: p.next_quote(s, in_marks=True),
    "'": lambda p, s: p.previous_quote(s, in_marks=True),
    "+": lambda p, s: p.grow(s),
    "-": lambda p, s: p.shrink(s),
    "o": lambda p, s: s.swapped(),
    "h": lambda p, s: _moved(s, -1),
    "l": lambda p, s: _moved(s, +1),
    "g": lambda p, s: p.first(),
    "G": lambda p, s: p.last(),
}


def _beginnings(
    passages: Passages, text: str, here: Selection, shown: Span, goal: Span
) -> Iterator[tuple[Selection, tuple[str, ...]]]:
    """Where a path can begin: here, at a label, at a stretch of words, at a hit of a search."""
    yield here, ()
    for label, span in Jump(passages, text, shown, here).labels.items():
        yield Selection.of(span), (";", *label)
    if shown.covers(goal):
        yield from _from_word_to_word(passages, text, here, shown, goal)
    folded = fold(text)
    for length in range(1, _LONGEST_QUERY + 1):
        query = folded[goal.start : goal.start + length]
        hit = folded.find(query, here.start)
        if hit == goal.start and "\n" not in query:
            yield Selection(hit, hit + length), ("/", *query, "enter")


def _from_word_to_word(
    passages: Passages, text: str, here: Selection, shown: Span, goal: Span
) -> Iterator[tuple[Selection, tuple[str, ...]]]:
    """A jump to the goal's first word and on to its last, by its label or by how it begins."""
    words = word_spans(text, goal)
    first = text[words[0].start].upper()
    for last in ("", text[words[-1].start].upper()):
        jump = Jump(passages, text, shown, here)
        keys = (";", first, *_chosen(jump, first, words[0]))
        keys += tuple(last) + _chosen(jump, last, words[-1])
        if jump.selection is not None:
            yield jump.selection, keys


def _chosen(jump: Jump, begins: str, word: Span) -> tuple[str, ...]:
    """Type how a word begins, then its label; return the label."""
    for letter in begins:
        jump.type(letter)
    label = next((name for name, span in jump.labels.items() if span == word), "")
    for letter in label:
        jump.type(letter)
    return tuple(label)


def _pages(view: ArticleView) -> Iterator[tuple[tuple[str, ...], Selection, Span]]:
    """The present screen, and what the next pages down and the last will show and select."""
    yield (), view.selection, view.visible_span()
    rows = view.text_layout.rows
    height = view.size.height
    top = round(view.scroll_y)
    for number in range(1, _MOST_PAGES + 1):
        top += height - 2
        shown = _rows_shown(view, top)
        if top + height > len(rows) or shown.is_empty:
            break
        found = view.passages.following("sentence", shown.start)
        if found is not None:
            yield ("space",) * number, Selection.of(found), shown
    last = view.passages.last()
    top = view.text_layout.rows_of(last.span).start - height // 4
    if top > round(view.scroll_y):
        yield ("G",), last, _rows_shown(view, min(top, len(rows) - height))


def _rows_shown(view: ArticleView, top: int) -> Span:
    rows = view.text_layout.rows[top : top + view.size.height]
    shown = [row for row in rows if row.line >= 0 and not row.remark]
    return Span(shown[0].start, shown[-1].end) if shown else Span(0, 0)


def shortest_path(view: ArticleView, goal: Span) -> tuple[str, ...]:
    """The keys that select ``goal``, the fewest there are among the motions above."""
    passages, text = view.passages, view.text
    seen: dict[Selection, int] = {}
    waiting: dict[int, deque[tuple[Selection, tuple[str, ...]]]] = {}
    for pages, here, shown in _pages(view):
        for selection, keys in _beginnings(passages, text, here, shown, goal):
            path = (*pages, *keys)
            waiting.setdefault(len(path), deque()).append((selection, path))
    for length in range(_DEEPEST):
        queue = waiting.pop(length, deque())
        while queue:
            selection, keys = queue.popleft()
            if selection.span == goal:
                return keys
            if seen.get(selection, _DEEPEST) <= length:
                continue
            seen[selection] = length
            for key, motion in MOTIONS.items():
                following = motion(passages, selection)
                if following != selection and following not in seen:
                    waiting.setdefault(length + 1, deque()).append((following, (*keys, key)))
    raise LookupError(f"no path of {_DEEPEST} keys selects {text[goal.start : goal.end]!r}")


async def _mark_all(
    app: SanggahApp, pilot: Pilot[int], targets: list[Target], before: tuple[str, ...]
) -> list[tuple[str, ...]]:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    view = screen.query_one(ArticleView)
    await _press(pilot, before)
    pressed: list[tuple[str, ...]] = []
    for target in targets:
        goal = Span(target.start, target.end)
        path = shortest_path(view, goal)
        await _press(pilot, path)
        if view.selection.span != goal:
            chosen = view.text[view.selection.start : view.selection.end]
            raise AssertionError(f"{' '.join(path)} selects {chosen!r}, not {target.words!r}")
        await pilot.press("c")
        pressed.append((*before, *path, "c"))
        before = ()
    return pressed


async def _press(pilot: Pilot[int], path: tuple[str, ...]) -> None:
    for key in path:
        await pilot.press({" ": "space"}.get(key, key))
    await pilot.pause()


async def _replay(
    folder: Path, targets: list[Target], before: tuple[str, ...]
) -> list[tuple[Target, str, int]]:
    results: list[tuple[Target, str, int]] = []
    with open_store(folder / "store.db", "bench") as store:
        add_paths(store, [SEEDS])
        labels = [label.name for label in stored_annotations.labels(store)]
        keymap, _ = load_keymap(None, labels)
        for file, wanted in by_file(targets).items():
            row = next(
                row
                for row in articles.first(store, ArticleQuery(), 100)
                if articles.get(store, row.id).source.endswith(file)
            )
            app = SanggahApp(store, keymap, state_folder=folder)
            async with app.run_test(size=(120, 40)) as pilot:
                app.open_reader(row.id, ArticleQuery())
                await pilot.pause()
                pressed = await _mark_all(app, pilot, wanted, before)
                before = ()
                await asyncio.to_thread(app.writer.drain, 10)
            app.writer.close()
            marked = {mark.span for mark in stored_annotations.of_article(store, row.id)}
            missing = [
                target.words for target in wanted if (target.start, target.end) not in marked
            ]
            if missing:
                raise AssertionError(f"not marked: {missing}")
            results += [
                (target, " ".join(keys), len(keys))
                for target, keys in zip(wanted, pressed, strict=True)
            ]
    return results


def fewest_keys(
    targets: list[Target], before: tuple[str, ...] = ()
) -> list[tuple[Target, str, int]]:
    """Mark every target in the real program; its keys and how many they are.

    Args:
        targets: What is marked, article by article, each from its start.
        before: Keys of a choice that the program remembers, pressed once before the first mark
            and counted with it.
    """
    with TemporaryDirectory() as folder:
        return asyncio.run(_replay(Path(folder), targets, before))
