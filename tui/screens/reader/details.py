"""The side panel and what is done in it: leading to a place, and changing what is known of a mark.

The verbs are those of `marking`, done to the annotation under the panel's cursor instead of the
one at the selection's end.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from store import Annotation, Quote, Span
from tui.motions import Selection
from tui.screens.reader.marking import Marking
from tui.widgets.mark_details import percent
from tui.widgets.side_column import LEAST_TEXT, LEAST_WIDTH
from tui.widgets.side_panel import SidePanel

#: What is offered where one asks how sure an annotation is.
_SHARES = ("100%", "90%", "75%", "50%", "25%", "10%")


class Details(Marking):
    """Shows the panel, follows its cursor, and changes what stands under it."""

    def on_mount(self) -> None:
        """Have the panel ask here."""
        self.query_one(SidePanel).host = self

    # The panel

    def action_panel(self) -> None:
        """Show or hide the side panel."""
        shown = not self._column.has_class("-shown")
        self.app.preferences.panel = shown
        self.app.keep_preferences()
        if shown and self.size.width < LEAST_WIDTH + LEAST_TEXT:
            self.app.say("The window is too narrow for the panel.")
        self._show_panel()
        self._view.focus()
        self.call_after_refresh(self._tell_panel)

    def action_enter_panel(self) -> None:
        """Move in the side panel with the keys."""
        if not self._column.has_class("-shown"):
            self.action_panel()
        if self._column.has_class("-shown"):
            self._tell_panel()
            self._panel.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of what has them now, the text or the panel."""
        if event.widget is self._view:
            self._footer.context = "reader"
        elif event.widget is self._panel:
            self._footer.context = "panel"

    def panel_chosen(self, span: Span) -> None:
        """Select the place in the text."""
        self._move(Selection.of(span))

    def panel_left(self) -> None:
        """Go back to the text."""
        self._view.focus()

    def panel_width_asked(self, cells: int) -> None:
        """Make the panel wider or narrower, and remember how wide it is."""
        before = self._column.size.width
        width = self._column.show(before + cells, self.size.width)
        if width == before:
            least = f"The text needs {LEAST_TEXT} cells." if cells > 0 else ""
            self.app.say(least or f"The panel needs {LEAST_WIDTH} cells.")
            return
        self.app.preferences.panel_width = width
        self.app.keep_preferences()

    # The annotation under its cursor

    def panel_asked(self, verb: str, entry: Annotation | Quote | None) -> None:
        """Do what is asked to what is under the cursor, or say why not."""
        if verb == "filter":
            self.app.say("All annotations here are of one kind: there is nothing to filter.")
        elif verb == "move":
            self.app.say("Nowhere to go that way.")
        elif entry is None:
            labels = " ".join(self.app.keymap.label_key(label.name) for label in self._labels)
            self.app.say(f"Nothing is listed here. Tag something first: {labels}".rstrip(": "))
        elif isinstance(entry, Quote):
            if verb == "speaker":
                self._ask_speaker_of_quote(entry)
            else:
                labels = " ".join(self.app.keymap.label_key(label.name) for label in self._labels)
                self.app.say(f"A quote that nobody has tagged yet: {labels}".rstrip(": "))
        elif (mark := self._marks.get(entry.id)) is not None:
            self._change_listed(verb, mark)

    def _change_listed(self, verb: str, mark: Annotation) -> None:
        if verb == "accept":
            if mark.status == "accepted":
                self.app.say(f"It is accepted already: {mark.label} {self._short(mark.text)}")
            elif mark.reviewer == self.app.store.reviewer:
                self._change_mark(mark, "Accepted again.", status="accepted")
            else:
                self._accept(mark)
        elif verb == "remove" and mark.status == "suggested":
            self._reject(mark)
        elif mark.reviewer != self.app.store.reviewer:
            self.app.say(f"That is {mark.reviewer}'s annotation; only your own change.")
        else:
            verbs: dict[str, Callable[[Annotation], None]] = {
                "note": self._ask_note,
                "speaker": self._ask_speaker,
                "confidence": self._ask_confidence,
                "relabel": self._ask_label,
                "remove": self._remove,
            }
            verbs[verb](mark)

    def action_confidence(self) -> None:
        """Say how sure the annotation here is."""
        self._with_mark_here(self._ask_confidence)

    def _ask_confidence(self, mark: Annotation) -> None:
        def take(written: str) -> None:
            try:
                confidence = share_of(written)
            except ValueError:
                self.app.say(f"{written} is no share: write 0 to 100, or nothing.", error=True)
                return
            said = "No confidence." if confidence is None else f"{percent(confidence)} sure."
            self._change_mark(mark, said, confidence=confidence)

        now = "" if mark.confidence is None else percent(mark.confidence)
        title = f"How sure is {mark.label} {self._short(mark.text)}? 0 to 100, empty: not said"
        self._ask(f"confidence {mark.id}", title, now, _SHARES, take)

    def _ask_label(self, mark: Annotation) -> None:
        names = [label.name for label in self._labels]
        self.app.pick(
            f"Which label for {self._short(mark.text)}?",
            names,
            lambda index: self._relabel(mark, names[index]),
            current=names.index(mark.label) if mark.label in names else 0,
        )


def share_of(written: str) -> float | None:
    """Return a share written in percent as 0 to 1; None where nothing is written.

    Raises:
        ValueError: It is no number from 0 to 100.
    """
    number = written.strip().removesuffix("%").strip().replace(",", ".")
    if not number:
        return None
    share = float(number) / 100
    if not 0 <= share <= 1:  # nan is neither
        raise ValueError(written)
    return share
