"""Looking and copying: citations, the source with its hidden lines, mending."""

from __future__ import annotations

from dataclasses import replace

from store import articles
from tui.motions import quote_for
from tui.screens.reader.searching import Searching
from tui.text_layout import trimmed


class Looking(Searching):
    """What shows the article otherwise, and takes from it."""

    def action_copy_citation(self) -> None:
        """Copy the citation of the selection."""
        opened = self._open
        if opened is None:
            return
        from store import Cited, cite

        span = trimmed(opened.article.text, *self._selection.span)
        exact = [mark for mark in self._mine() if mark.span == span and mark.speaker]
        quote = quote_for(opened.quotes, span)
        speaker = exact[0].speaker if exact else (quote.speaker if quote else None)
        words = self._reading().excerpt(*span)
        cited = Cited.of(opened.article, words, speaker)
        self.app.copy(cite(cited, self.app.preferences.citation_style))

    def action_citation_style(self) -> None:
        """Choose the style of copied citations."""
        from store import STYLES

        names = list(STYLES)
        chosen = self.app.preferences.citation_style

        def take(index: int) -> None:
            self.app.preferences.citation_style = names[index]
            self.app.keep_preferences()
            self.app.say(f"Citations are copied as {names[index]}.")

        current = names.index(chosen) if chosen in names else 0
        self.app.pick("Citation style", names, take, current=current)

    def action_source_view(self) -> None:
        """Show the source with hidden lines and reasons, or the clean text again."""
        self._view.set_source(not self._view.source)
        if self._needle:
            self._look_for_hits(lambda: None)
        start, end = self._selection.span
        if not all(self._passages.around("paragraph", at) for at in (start, max(start, end - 1))):
            self._move(self._passages.nearest(start))
        self._view.bring_into_view()
        self._show_heading()

    def action_toggle_line(self) -> None:
        """Hide the line at the active end, or show it if it is hidden."""
        opened = self._open
        line = self._view.line_at(self._selection.active)
        if opened is None or line is None:
            return
        shown = not line.shown
        decided = replace(
            line,
            shown=shown,
            decided_by=self.app.store.reviewer,
            reason=f"{'shown' if shown else 'hidden'} by {self.app.store.reviewer}",
        )
        opened.lines = [decided if other.number == line.number else other for other in opened.lines]
        self._projection = None
        self._view.set_lines(opened.lines)
        if not shown and not self._view.source:
            self._move(self._passages.nearest(line.start))
        article_id = opened.article.id
        self.app.write(
            lambda store: articles.decide_line(store, article_id, line.number, shown),
            lambda _: self._reload(),
            failed=lambda _: self._reload(),
        )
        undo = self.app.keymap.display("reader", "undo")
        what = "Line shown" if shown else "Line hidden"
        self.app.say(f"{what} ({undo} takes it back).")

    def action_mend(self) -> None:
        """Mend what is known of the article."""
        opened = self._open
        if opened is None:
            return
        self.app.ask_to_mend(opened.article.id, self._reload)

    def action_export(self) -> None:
        """Export annotations to a file."""
        if self._open is not None:
            self.app.ask_to_export(self._open.article.id)

    @property
    def mouse_selection(self) -> str:
        """What was selected with the mouse, as it reads; "" after any key that selects."""
        if self._open is None or not self._view.by_mouse:
            return ""
        return self._reading().excerpt(*self._selection.span)
