"""Searching in the open article: live, every hit marked, from hit to hit."""

from __future__ import annotations

from store import SanggahError, Span, WordSearch
from tui.motions import Selection
from tui.screens.reader.base import ReadingScreen
from tui.widgets.prompt import SEARCH_SWITCHES


class Searching(ReadingScreen):
    """What finds words in the article."""

    _search_problem = ""

    def open(self, article_id: str) -> None:
        """Show an article; where the library was searched, at the first hit."""
        super().open(article_id)
        query = self._query
        if not query.search or self._open is None:
            return
        self._needle = query.search
        self._switches = frozenset(name for name in SEARCH_SWITCHES if getattr(query, name))
        self._hits = self._find()
        self._view.set_hits(self._hits)
        if self._hits:
            self._select(Selection.of(self._hits[0]))
            self._say_hit()

    def action_search(self) -> None:
        """Search in the article while typing."""
        self._before_search = self._selection

        def take(needle: str) -> None:
            if not needle:
                self._leave_search()
            elif self._search_problem:
                self.app.say(self._search_problem, error=True)
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
            stepped=lambda step: self.action_next_hit() if step > 0 else self.action_previous_hit(),
            switches=SEARCH_SWITCHES,
        )

    def _search_live(self, needle: str) -> None:
        self._needle = needle
        self._switches = self._prompt.switches
        origin = self._before_search or self._selection
        self.app.say("")
        self._hits = self._find()
        self._view.set_hits(self._hits)
        if self._hits:
            further = [hit for hit in self._hits if hit.start >= origin.start]
            self._select(Selection.of((further or self._hits)[0]))
            self._say_hit()
        else:
            self._select(origin)

    def _find(self) -> list[Span]:
        """Return where the shown text has what is searched, and say why there is nothing."""
        self._search_problem = ""
        if not self._needle.strip() or self._open is None:
            return []
        try:
            everything = self._view.source
            lines = [line.span for line in self._open.lines if line.shown or everything]
            hits = self._search().find(self._to_search(), lines)
            if not hits and self._needle == self._query.search:
                # The library found the words wherever they stand in the article.
                hits = self._search(apart=True).find(self._to_search(), lines)
        except SanggahError as error:
            self._search_problem = f"{str(error)[:1].upper()}{str(error)[1:]}."
            self.app.say(self._search_problem, error=True)
            return []
        if not hits:
            self.app.say("No hit.")
        return hits

    def _search(self, *, apart: bool = False) -> WordSearch:
        return WordSearch(
            self._needle,
            regular="regular_expression" in self._switches,
            whole="whole_words" in self._switches,
            apart=apart,
        )

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
