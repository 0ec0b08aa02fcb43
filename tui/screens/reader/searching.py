"""Searching in the open article: live, every hit marked, from hit to hit."""

from __future__ import annotations

from store import Span, fold
from tui.motions import Selection
from tui.screens.reader.base import ReadingScreen


class Searching(ReadingScreen):
    """What finds words in the article."""

    def action_search(self) -> None:
        """Search in the article while typing."""
        self._before_search = self._selection

        def take(needle: str) -> None:
            if not needle:
                self._leave_search()
            elif not self._hits:
                self.app.say(f"Not found: {needle}")

        self._ask(
            "search",
            "Search in this article",
            self._needle,
            (),
            take,
            changed=self._search_live,
            left=self._leave_search,
        )

    def _search_live(self, needle: str) -> None:
        self._needle = needle.strip()
        self._hits = self._find(self._needle)
        self._view.set_hits(self._hits)
        origin = self._before_search or self._selection
        if self._hits:
            further = [hit for hit in self._hits if hit.start >= origin.start]
            self._select(Selection.of((further or self._hits)[0]))
            self._say_hit()
        elif self._needle:
            self._select(origin)
            self.app.say("No hit.")

    def _find(self, needle: str) -> list[Span]:
        if not needle or self._open is None:
            return []
        if self._folded is None:
            self._folded = fold(self._open.article.text)
        text, needle = self._folded, fold(needle)
        shown = self._view.shown_lines
        hits: list[Span] = []
        for line in shown:
            at = text.find(needle, line.start, line.end)
            while at >= 0:
                hits.append(Span(at, at + len(needle)))
                at = text.find(needle, at + len(needle), line.end)
        return hits

    def _say_hit(self) -> None:
        span = self._selection.span
        number = self._hits.index(span) + 1 if span in self._hits else 0
        self.app.say(f"Hit {number} of {len(self._hits)}")

    def action_next_hit(self) -> None:
        """Select the next hit, after the last one the first."""
        self._to_hit([hit for hit in self._hits if hit.start > self._selection.start], 0)

    def action_previous_hit(self) -> None:
        """Select the previous hit, before the first one the last."""
        self._to_hit([hit for hit in self._hits if hit.start < self._selection.start], -1)

    def _to_hit(self, further: list[Span], which: int) -> None:
        if not self._hits:
            key = self.app.keymap.display("reader", "search")
            self.app.say(f"No search yet: press {key}." if key else "No search yet.")
            return
        self._move(Selection.of((further or self._hits)[which]))
        self._say_hit()

    def _leave_search(self) -> None:
        self._hits = []
        self._needle = ""
        self._view.set_hits([])
        if self._before_search is not None:
            self._select(self._before_search)
            self._before_search = None
