"""The panel beside the text: the article's annotations and quotes, in the order of the text.

A Line API list. Choosing a row sends its place; moving the selection in the text moves the row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store import Annotation, Quote, Span
from tui.label_looks import letter_style
from tui.motions import SPOKEN, in_text_order
from tui.terminal_text import one_line

#: How many rows before a place are looked at for one that reaches into it.
_NEAR = 16
#: Code points of a speaker's name in a row.
_NAME = 16


class Entry(NamedTuple):
    """A row of the panel; one without a span is a heading or a remark."""

    sign: str
    text: str
    span: Span | None = None
    label: str = ""
    heading: bool = False


class SidePanel(ScrollView, can_focus=True, inherit_bindings=False):
    """Lists annotations and quotes and leads to their places."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--heading",
        "panel--row",
        "panel--cursor",
        "panel--faint",
    }
    DEFAULT_CSS = """
    SidePanel {
        width: 36;
        height: 1fr;
        display: none;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        &.-shown { display: block; }
        & .panel--heading { text-style: bold; color: $text-muted; }
        & .panel--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
        & .panel--faint { color: $text-muted; text-style: italic; }
    }
    """

    class Chosen(Message):
        """A row was chosen; ``span`` is its place in the text."""

        def __init__(self, span: Span) -> None:
            self.span = span
            super().__init__()

    class Left(Message):
        """The reader wants back to the text."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._row_of: dict[Span, int] = {}
        self._by_start: list[tuple[Span, int]] = []
        self._cursor = 0
        self._label_color: Callable[[str], Color] = lambda label: Color(128, 128, 128)

    def show(
        self,
        annotations: Sequence[Annotation],
        quotes: Sequence[Quote],
        letters: Mapping[str, str],
        label_color: Callable[[str], Color],
        empty: str,
    ) -> None:
        """List these annotations and quotes; ``empty`` says what to press where there are none."""
        self._label_color = label_color
        marks = [mark for mark in in_text_order(annotations) if mark.status != "rejected"]
        spoken = [quote for quote in quotes if quote.shown and quote.kind in SPOKEN]
        entries = [Entry("", f"Annotations ({len(marks)})", heading=True)]
        if not marks:
            entries.append(Entry("", empty))
        for mark in marks:
            letter = letters.get(mark.label, "?")
            letter = letter.lower() if mark.status == "suggested" else letter
            detail = _said_by(mark.speaker) + ("✎ " if mark.note else "")
            entries.append(Entry(letter, detail + mark.text, mark.span, mark.label))
        entries.append(Entry("", f"Quotes ({len(spoken)})", heading=True))
        for quote in spoken:
            sign = "“" if quote.kind == "direct" else "…"
            entries.append(Entry(sign, _said_by(quote.speaker) + quote.text, quote.span))
        before, self._entries = self._entries, entries
        if before == entries:
            return
        self._cursor = min(self._cursor, len(entries) - 1)
        rows = [(entry.span, row) for row, entry in enumerate(entries) if entry.span]
        self._row_of = dict(reversed(rows))
        self._by_start = sorted(rows)
        self._make_room(len(entries))
        top = round(self.scroll_y)
        for row in range(top, top + self.size.height):
            if before[row : row + 1] != entries[row : row + 1]:
                self.refresh_lines(row)

    def _make_room(self, rows: int) -> None:
        """Be so many rows high inside without having the whole screen laid out anew."""
        size = Size(self.size.width, rows)
        if size != self.virtual_size:
            self.set_reactive(SidePanel.virtual_size, size)
            self._scroll_update(size)

    def follow(self, span: Span) -> None:
        """Put the cursor on the row of this span, or of the last one that it touches."""
        if self.has_focus:
            return
        row = self._row_of.get(span)
        if row is None:
            before = bisect_left(self._by_start, span.end, key=lambda place: place[0].start)
            near = self._by_start[max(before - _NEAR, 0) : before]
            row = next((row for place, row in reversed(near) if place.overlaps(span)), None)
        if row is not None and row != self._cursor:
            self._move_to(row)

    def _move_to(self, number: int) -> None:
        before = self._cursor
        self._cursor = number
        top = round(self.scroll_y)
        if number < top:
            self.scroll_to(y=max(number - 1, 0), animate=False)
        elif number >= top + self.size.height > top:
            self.scroll_to(y=number - self.size.height + 1, animate=False)
        self.refresh_lines(before)
        self.refresh_lines(number)

    def _step(self, steps: int) -> None:
        rows = [number for number, entry in enumerate(self._entries) if entry.span]
        if not rows:
            return
        at = bisect_right(rows, self._cursor) - 1
        at = min(max(at + steps, 0), len(rows) - 1)
        self._move_to(rows[at])
        span = self._entries[rows[at]].span
        if span is not None:
            self.post_message(self.Chosen(span))

    def on_focus(self) -> None:
        """Have a row under the cursor when the keys come here."""
        if self._entries and self._entries[self._cursor].span is None:
            self._step(1)
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys went elsewhere."""
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the rows as wide as the panel."""
        self._make_room(len(self._entries))

    def on_click(self, event: events.Click) -> None:
        """Go to the row under the pointer."""
        number = round(self.scroll_y) + event.y
        if number < len(self._entries) and (span := self._entries[number].span):
            self._move_to(number)
            self.post_message(self.Chosen(span))

    def action_cursor_down(self) -> None:
        """Next row."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """Previous row."""
        self._step(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self._step(max(self.size.height - 1, 1))

    def action_page_up(self) -> None:
        """A page up."""
        self._step(-max(self.size.height - 1, 1))

    def action_top(self) -> None:
        """First row."""
        self._step(-len(self._entries))

    def action_bottom(self) -> None:
        """Last row."""
        self._step(len(self._entries))

    def action_choose(self) -> None:
        """Go to the row's place and back to the text."""
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Back to the text."""
        self.post_message(self.Left())

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.size.width
        number = round(self.scroll_y) + y
        plain = self.rich_style
        if number >= len(self._entries):
            return Strip.blank(width, plain)
        entry = self._entries[number]
        if entry.span is None:
            name = "panel--heading" if entry.heading else "panel--faint"
            style = self.get_component_rich_style(name)
            return Strip([Segment(set_cell_size(f" {one_line(entry.text)}", width), style)], width)
        here = number == self._cursor
        style = self.get_component_rich_style("panel--cursor" if here else "panel--row")
        bar = "▌" if here else " "
        if here and self.has_focus:
            bar = ">"
        text = one_line(entry.text[: width * 4])
        room = max(width - 4, 1)
        if cell_len(text) > room:
            text = set_cell_size(text, room - 1) + "…"
        sign = style
        if entry.label:
            behind = Color.from_rich_color(style.bgcolor)
            sign += letter_style(self._label_color(entry.label), behind)
        segments = [
            Segment(bar, style),
            Segment(entry.sign[:1] or " ", sign),
            Segment(" ", style),
            Segment(set_cell_size(text, room), style),
        ]
        return Strip(segments).adjust_cell_length(width, style)


def _said_by(speaker: str | None) -> str:
    """The speaker in short, so that some of the words can be read beside the name."""
    if not speaker:
        return ""
    return f"{speaker if len(speaker) <= _NAME else speaker[: _NAME - 1].rstrip() + '…'}: "
