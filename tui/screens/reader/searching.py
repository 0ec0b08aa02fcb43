"""Searching in the open article: live, every hit marked, from hit to hit.

What is found quickly is shown with the key that asked for it; the rest is found in a thread, and
only the newest search counts. No key waits for an expression that never ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any, Final

from textual import on
from textual.message import Message
from textual.worker import Worker, get_current_worker

from store import SanggahError, SearchTooSlow, Span, WordSearch
from tui.motions import Selection
from tui.screens.reader.base import ReadingScreen
from tui.trouble import sentence
from tui.widgets.prompt import SEARCH_SWITCHES

#: Seconds that a search may keep a key waiting.
AT_ONCE: Final = 0.006
#: What is longer than so many characters takes long to make an expression of.
SHORT: Final = 200

#: Finds what is searched; takes what `WordSearch.find` does by name.
Find = Callable[..., Sequence[Span]]


class Searching(ReadingScreen):
    """What finds words in the article."""

    class Found(Message):
        """A search in a thread came to an end."""

        def __init__(self, worker: Worker[None], hits: Sequence[Span], problem: str) -> None:
            super().__init__()
            self.worker = worker
            self.hits = hits
            self.problem = problem

    _search_problem = ""
    _looking: Worker[None] | None = None
    _when_found: Callable[[], None] | None = None
    #: Two that take long would take twice as long together.
    _one_at_a_time = Lock()

    def open(self, article_id: str) -> None:
        """Show an article; where the library was searched, at the first hit."""
        super().open(article_id)
        query = self._query
        if not query.search or self._open is None:
            return
        self._needle = query.search
        self._switches = frozenset(name for name in SEARCH_SWITCHES if getattr(query, name))
        self._look_for_hits(lambda: self._to_first_hit(0))

    def action_search(self) -> None:
        """Search in the article while typing."""
        self._before_search = self._selection

        def take(needle: str) -> None:
            if not needle:
                self._leave_search()
            elif self._search_problem:
                self.app.say(self._search_problem, error=True)
            elif not self._hits and self._looking is None:
                self.app.say(f"Not found: {needle}")

        self._ask(
            "search",
            "Search in this article",
            self._needle,
            (),
            take,
            changed=self._search_live,
            left=self._leave_search,
            stepped=lambda step: self.action_next_hit() if step > 0 else self.action_previous_hit(),
            switches=SEARCH_SWITCHES,
        )

    def _search_live(self, needle: str) -> None:
        self._needle = needle
        self._switches = self._prompt.switches
        origin = self._before_search or self._selection
        self.app.say("")

        def show() -> None:
            if self._hits:
                self._to_first_hit(origin.start)
            else:
                self._select(origin)

        self._look_for_hits(show)
        self.app.paint_now()

    def _to_first_hit(self, start: int) -> None:
        """Select the first hit from ``start`` on, else the first of all."""
        if self._hits:
            at = bisect_left(self._hits, start, key=_start)
            self._select(Selection.of(self._hits[at % len(self._hits)]))
            self._say_hit()

    def _look_for_hits(self, found: Callable[[], None]) -> None:
        """Find where the shown text has what is searched, then call ``found``.

        In the end `_hits` are marked, and what stands against finding any is said. What takes long
        does so in a thread, and ``found`` is called where nothing else was selected meanwhile.
        """
        self._stop_looking()
        find = self._finding()
        problem = ""
        hits: Sequence[Span] = ()
        try:
            if len(self._needle) > SHORT:
                raise SearchTooSlow
            hits = find(within=AT_ONCE)
        except SearchTooSlow:
            before = self._selection

            def when_found() -> None:
                if self._selection == before:
                    found()
                elif self._hits:
                    self._say_hit()

            self._when_found = when_found
            self._show_hits(())
            self.app.say("Searching…")
            self._looking = self.run_worker(
                lambda: self._find_in_thread(find), thread=True, group="search"
            )
            return
        except SanggahError as error:
            problem = str(error)
        self._take_hits(hits, problem)
        found()

    def _finding(self) -> Find:
        """Return what finds the hits; it may be called in a thread."""
        if not self._needle.strip() or self._open is None:
            return lambda **how: ()
        everything = self._view.source
        lines = [line.span for line in self._open.lines if line.shown or everything]
        text = self._to_search()
        needle, switches = self._needle, self._switches
        regular, whole = "regular_expression" in switches, "whole_words" in switches
        # The library found the words wherever they stand in the article.
        ways = (False, True) if needle == self._query.search and not regular else (False,)

        def find(**how: Any) -> Sequence[Span]:
            for apart in ways:
                search = WordSearch(needle, regular=regular, whole=whole, apart=apart)
                hits = search.find(text, lines, **how)
                if hits:
                    return hits
            return ()

        return find

    def _find_in_thread(self, find: Find) -> None:
        worker = get_current_worker()
        hits: Sequence[Span] = ()
        problem = ""
        with self._one_at_a_time:
            if worker.is_cancelled:
                return
            try:
                hits = find(is_wanted=lambda: not worker.is_cancelled)
            except SanggahError as error:
                problem = str(error)
        self.post_message(self.Found(worker, hits, problem))

    @on(Found)
    def _take_found(self, message: Found) -> None:
        if message.worker is self._looking:
            self._looking = None
            self.app.say("")
            self._take_hits(message.hits, message.problem)
            if self._when_found is not None:
                self._when_found()

    def _take_hits(self, hits: Sequence[Span], problem: str) -> None:
        self._show_hits(hits)
        self._search_problem = sentence(problem)
        if problem:
            self.app.say(self._search_problem, error=True)
        elif not hits and self._needle.strip():
            self.app.say("No hit.")

    def _show_hits(self, hits: Sequence[Span]) -> None:
        self._hits = hits
        self._view.set_hits(hits)

    def _stop_looking(self) -> None:
        """Have a search that is under way come to nothing."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._search_problem = ""

    def _forget_modes(self) -> None:
        super()._forget_modes()
        self._stop_looking()

    def _say_hit(self) -> None:
        span = self._selection.span
        at = bisect_left(self._hits, span.start, key=_start)
        number = at + 1 if at < len(self._hits) and self._hits[at] == span else 0
        self.app.say(f"Hit {number} of {len(self._hits)}" if number else _count(len(self._hits)))

    def action_next_hit(self) -> None:
        """Select the next hit, after the last one the first."""
        self._to_hit(bisect_right(self._hits, self._selection.start, key=_start))

    def action_previous_hit(self) -> None:
        """Select the previous hit, before the first one the last."""
        self._to_hit(bisect_left(self._hits, self._selection.start, key=_start) - 1)

    def _to_hit(self, place: int) -> None:
        if self._looking is not None:
            self.app.say("Searching…")
        elif not self._hits:
            key = self.app.keymap.display("reader", "search")
            self.app.say(f"No search yet: press {key}." if key else "No search yet.")
        else:
            self._move(Selection.of(self._hits[place % len(self._hits)]))
            self._say_hit()

    def _leave_search(self) -> None:
        self._stop_looking()
        self._needle = ""
        self._show_hits(())
        if self._before_search is not None:
            self._select(self._before_search)
            self._before_search = None


def _start(span: Span) -> int:
    return span.start


def _count(hits: int) -> str:
    return "1 hit" if hits == 1 else f"{hits} hits"
