"""Moving and changing the selection, and jumping by label.

How a selection moves stands in `tui.motions`, what a jump does in `tui.jumps`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from textual import events

from store import Span
from tui.jumps import Jump
from tui.motions import Selection, in_text_order
from tui.screens.reader.base import ReadingScreen


class Moving(ReadingScreen):
    """Every motion a key can ask for."""

    def _step(self, selection: Selection, *, extension: bool = False) -> bool:
        """Select what a motion led to, or say that it leads nowhere; says whether it moved."""
        moved = selection != self._selection
        self._move(selection, extension=extension)
        if not moved:
            self.app.say("Nowhere to go that way.")
        return moved

    def action_next_sentence(self) -> None:
        """Select the next sentence."""
        self._step(self._passages.next("sentence", self._selection))

    def action_previous_sentence(self) -> None:
        """Select the previous sentence."""
        self._step(self._passages.previous("sentence", self._selection))

    def action_extend_sentence(self) -> None:
        """Extend the selection by a sentence."""
        self._step(self._passages.extend("sentence", self._selection), extension=True)

    def action_retract_sentence(self) -> None:
        """Take a sentence back."""
        self._step(self._passages.retract("sentence", self._selection), extension=True)

    def action_next_word(self) -> None:
        """Select the next word, or the first one inside the selection."""
        self._step(self._passages.next("word", self._selection, inward=True))

    def action_previous_word(self) -> None:
        """Select the previous word, or the last one inside the selection."""
        self._step(self._passages.previous("word", self._selection, inward=True))

    def action_extend_word(self) -> None:
        """Extend the selection by a word."""
        self._step(self._passages.extend("word", self._selection), extension=True)

    def action_retract_word(self) -> None:
        """Take a word back."""
        self._step(self._passages.retract("word", self._selection), extension=True)

    def action_next_clause(self) -> None:
        """Select the next clause, or the first one inside the selection."""
        self._step(self._passages.next("clause", self._selection, inward=True))

    def action_previous_clause(self) -> None:
        """Select the previous clause, or the last one inside the selection."""
        self._step(self._passages.previous("clause", self._selection, inward=True))

    def action_next_paragraph(self) -> None:
        """Select the next paragraph."""
        self._step(self._passages.next("paragraph", self._selection))

    def action_previous_paragraph(self) -> None:
        """Select the previous paragraph."""
        self._step(self._passages.previous("paragraph", self._selection))

    def action_next_quote(self) -> None:
        """Select the next quote."""
        self._to_next_quote(in_marks=False)

    def action_previous_quote(self) -> None:
        """Select the previous quote."""
        self._to_previous_quote(in_marks=False)

    def action_next_quote_in_marks(self) -> None:
        """Select the next quote in quotation marks."""
        self._to_next_quote(in_marks=True)

    def action_previous_quote_in_marks(self) -> None:
        """Select the previous quote in quotation marks."""
        self._to_previous_quote(in_marks=True)

    def _to_next_quote(self, *, in_marks: bool) -> None:
        # What grew out of a quote goes on from that quote, not back into it.
        origin = self._grown[0] if self._grown else self._selection
        found = self._passages.next_quote(origin, in_marks=in_marks)
        self._to_quote(found, f"No quote further down{self._back('previous_quote')}.")

    def _to_previous_quote(self, *, in_marks: bool) -> None:
        found = self._passages.previous_quote(self._selection, in_marks=in_marks)
        self._to_quote(found, f"No quote further up{self._back('next_quote')}.")

    def _back(self, action: str) -> str:
        key = self.app.keymap.display("reader", action)
        return f" ({key} goes back)" if key else ""

    def _to_quote(self, selection: Selection, none: str) -> None:
        if selection in (self._selection, *self._grown[:1]):
            self.app.say("No quotes in this article." if not self._passages.quotes else none)
        else:
            self._move(selection)

    def action_next_annotation(self) -> None:
        """Select the next annotation."""
        self._to_annotation(+1)

    def action_previous_annotation(self) -> None:
        """Select the previous annotation."""
        self._to_annotation(-1)

    def _to_annotation(self, step: int) -> None:
        spans = self._marked_spans
        here = _place(self._selection.span)
        if step > 0:
            at = bisect_right(spans, here, key=_place)
        else:
            at = bisect_left(spans, here, key=_place) - 1
        if 0 <= at < len(spans):
            self._move(Selection.of(spans[at]))
        else:
            self.app.say("No annotation further that way." if spans else "Nothing marked yet.")

    @property
    def _marked_spans(self) -> list[Span]:
        """Where annotations are, in the order of the text; sorted anew only after a change."""
        if self._spans is None:
            marks = in_text_order([m for m in self._marks.values() if m.status != "rejected"])
            self._spans = list(dict.fromkeys(mark.span for mark in marks))
        return self._spans

    def action_end_left(self) -> None:
        """Move the active end a character to the left."""
        self._move_end(self._view.text_layout.previous_grapheme(self._selection.head))

    def action_end_right(self) -> None:
        """Move the active end a character to the right."""
        self._move_end(self._view.text_layout.next_grapheme(self._selection.head))

    def _move_end(self, head: int) -> None:
        selection = self._selection
        if head == selection.anchor:  # never empty: step over the anchor
            layout = self._view.text_layout
            forward = head > selection.head
            head = layout.next_grapheme(head) if forward else layout.previous_grapheme(head)
        moved = selection if head == selection.anchor else Selection(selection.anchor, head)
        self._step(moved, extension=True)

    def action_swap_end(self) -> None:
        """Make the other end the active one."""
        if self._selection.span.is_empty:
            self.app.say("Nothing is selected.")
        else:
            self._select(self._selection.swapped())

    def action_grow(self) -> None:
        """Grow to the next larger unit."""
        trail, before = list(self._grown), self._selection
        if self._step(self._passages.grow(before)):
            trail.append(before)
        self._grown = trail

    def action_shrink(self) -> None:
        """Shrink to what the selection grew from, else to a smaller unit."""
        trail = list(self._grown)
        if trail:
            smaller = trail.pop()
            self._move(smaller)
            self._grown = trail
        else:
            self._step(self._passages.shrink(self._selection))

    def action_page_down(self) -> None:
        """Show the next page and select its first sentence."""
        self._page(+1)

    def action_page_up(self) -> None:
        """Show the page before and select its first sentence."""
        self._page(-1)

    def _page(self, step: int) -> None:
        view = self._view
        height = max(view.size.height - 2, 1)
        bottom = max(view.virtual_size.height - view.size.height, 0)
        top = round(view.scroll_y)
        target = min(max(top + step * height, 0), bottom)
        if target == top:
            self._step(self._passages.last() if step > 0 else self._passages.first())
            return
        view.scroll_to(y=target, animate=False)
        shown = view.visible_span()
        found = self._passages.following("sentence", shown.start)
        if found is None or found.start >= shown.end:
            found = self._passages.around("sentence", shown.start)
        if found is not None:
            self._before_extension = None
            self._grown.clear()
            selection = Selection.of(found)
            if selection.active >= shown.end:  # the caret stays in view where the end does not
                selection = selection.swapped()
            view.select(selection, scroll=False)
            self._follow()

    def action_top(self) -> None:
        """Select the first sentence."""
        self._step(self._passages.first())

    def action_bottom(self) -> None:
        """Select the last sentence."""
        self._step(self._passages.last())

    # Jumping by label

    def action_jump(self) -> None:
        """Draw a label on each visible sentence, clause and quote, and take what is typed next."""
        view = self._view
        jump = Jump(self._passages, view.shown_text, view.visible_span(), self._selection)
        if jump.failed:
            self.app.say("There is nothing here to jump to.")
        else:
            self.jump = jump
            self._show_jump()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed during a jump before it means anything else."""
        jump = self.jump
        if jump is None or event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            jump.enter()
        elif event.character and event.is_printable:
            jump.type(event.character)
        else:
            jump.failed = True
        if jump.selection is not None:
            self._end_jump()
            self._move(jump.selection, extension=jump.extends)
        elif jump.failed:
            self._end_jump()
            self.app.say("Nothing on the screen answers to that.")
        else:
            self._show_jump()


def _place(span: Span) -> tuple[int, int]:
    """Orders spans as `in_text_order` does: the longer of two first."""
    return span.start, -span.end
