"""The article on the screen: its text in rows, quotes and marks in it, and the selection.

A Line API widget: the text is wrapped once, a row is drawn when it is needed, and a key redraws
only the rows that the old and the new selection touch. What keys do is the reader screen's.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from store import Annotation, Label, Line, Quote, Span
from tui.label_looks import label_color, letter_style, readable
from tui.motions import Passages, Selection
from tui.terminal_text import lines_of, one_line
from tui.text_layout import Layout, Row, graphemes, lay_out, visible_lines
from tui.widgets.drawn_rows import DrawnRows

#: Cells at the left: the selection's bar, three letters of labels, a space.
GUTTER = 5
_LETTERS = 3
#: Stands at the left where reported speech begins, which has no marks of its own.
REPORTED = "~"
_STRIPS_KEPT = 4096

T = TypeVar("T")
_QuoteStyle = Literal["", "quote", "fragment", "reported", "term"]
_QUOTE_STYLES: Mapping[str, _QuoteStyle] = {
    "direct": "quote",
    "partial": "fragment",
    "reported": "reported",
    "nested": "",  # it looks like the quote that holds it
    "term": "term",
    "title": "",
}


class Look(NamedTuple):
    """All that decides how a piece of a row is drawn."""

    kind: str
    quote: _QuoteStyle = ""
    labels: tuple[str, ...] = ()
    suggested: bool = False
    hit: bool = False
    selected: bool = False
    caret: bool = False


class Part(NamedTuple):
    """What of a row is selected, and the code point of its caret or -1."""

    start: int
    end: int
    caret: int


class JumpLabel(NamedTuple):
    """Letters drawn over the text where a jump can go."""

    offset: int
    letters: str


class ArticleView(DrawnRows, can_focus=True, inherit_bindings=False):
    """Shows one article and its selection.

    Units: offsets are code points in the article's text; widths and columns are cells.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--heading",
        "article--meta",
        "article--hidden",
        "article--remark",
        "article--quote",
        "article--fragment",
        "article--reported",
        "article--term",
        "article--hit",
        "article--selected",
        "article--caret",
        "article--gutter",
        "article--jump",
    }
    DEFAULT_CSS = """
    ArticleView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        & .article--title { text-style: bold; color: $foreground; }
        & .article--heading { text-style: bold; }
        & .article--meta { color: $text-muted; text-style: italic; }
        & .article--hidden { color: $text-muted; }
        & .article--remark { color: $text-muted; text-style: italic; }
        & .article--quote { color: $text-warning; }
        & .article--fragment { color: $text-warning; text-style: italic; }
        & .article--reported { text-style: italic; }
        & .article--term { text-style: italic; }
        & .article--hit { background: $warning-muted; color: $foreground; text-style: bold; }
        & .article--selected {
            background: $screen-selection-background;
            color: $screen-selection-foreground;
        }
        & .article--caret {
            background: $input-cursor-background;
            color: $input-cursor-foreground;
            text-style: bold underline;
        }
        & .article--gutter { color: $text-muted; }
        & .article--jump { background: $accent; color: $background; text-style: bold; }
        &:ansi {
            & .article--hidden { text-style: dim; }
            & .article--hit { color: ansi_black; }
            & .article--selected { text-style: reverse; }
            & .article--jump { text-style: bold reverse; }
        }
        &:nocolor .article--hit { text-style: bold italic reverse; }
        &:nocolor .article--reported { text-style: italic dim; }
    }
    """

    class Dragged(Message):
        """The mouse made another selection."""

    def __init__(self, *, text_width: int = 80) -> None:
        """Make an empty view.

        Args:
            text_width: The widest the text may be, in cells.
        """
        super().__init__()
        self.text_width = text_width
        self.selection = Selection(0, 0)
        self.source = False
        self.by_mouse = False
        self._text = ""
        self._display = ""
        self._lines: Sequence[Line] = ()
        self._visible: Sequence[Line] = ()
        self._quotes: Sequence[Quote] = ()
        self._sentences: Callable[[Span], Sequence[Span]] = lambda span: [span]
        self._clauses: Callable[[Span], Sequence[Span]] | None = None
        self._labels: dict[str, Label] = {}
        self._letters: dict[str, str] = {}
        self._annotations: dict[str, Annotation] = {}
        self._marks_of_row: dict[int, list[str]] = {}
        self._quotes_of_row: dict[int, list[Quote]] = {}
        self._hits: Sequence[Span] = ()
        self._jumps: dict[int, list[JumpLabel]] = {}
        self.text_layout: Layout = lay_out("", (), 0)
        self.passages = Passages("", (), (), self._sentences)
        self._strips: dict[tuple[int, Part | None], Strip] = {}
        self._styles: dict[Look | str, Style] = {}
        self._dragging = False
        self._dragged = False
        self._drag_from = 0

    # What is shown

    def show(
        self,
        text: str,
        lines: Sequence[Line],
        quotes: Sequence[Quote],
        annotations: Iterable[Annotation],
        sentences: Callable[[Span], Sequence[Span]],
        clauses: Callable[[Span], Sequence[Span]] | None = None,
    ) -> None:
        """Show another article; the selection goes to its first sentence."""
        self._text = text
        self._display = lines_of(text)
        self._quotes = quotes
        self._sentences = sentences
        self._clauses = clauses
        self._annotations = {mark.id: mark for mark in annotations}
        self._hits = ()
        self._jumps = {}
        self.set_lines(lines)
        self.selection = self.passages.first()
        self.scroll_to(y=0, animate=False)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show the article with other lines hidden; the place in the text is kept."""
        self._lines = lines
        self._cut()

    def set_source(self, source: bool) -> None:
        """Show every line with the reasons of the hidden ones, or the clean text."""
        self.source = source
        self._cut()

    def set_quotes(self, quotes: Sequence[Quote]) -> None:
        """Show other quotes; only the rows of those that differ are drawn anew."""
        before, now = ({q.span: q for q in given if q.shown} for given in (self._quotes, quotes))
        self._quotes = quotes
        self.passages.set_quotes(quotes)
        touched: set[int] = set()
        for span in before.keys() | now.keys():
            if before.get(span) != now.get(span):
                for number in self._rows_of(span):
                    here = [q for q in self._quotes_of_row.get(number, ()) if q.span != span]
                    here += [now[span]] if span in now else []
                    # Outer ones first: the look of what lies inside them goes before theirs.
                    self._quotes_of_row[number] = sorted(here, key=lambda q: (q.start, -q.end))
                    touched.add(number)
        self._draw_anew(touched)

    def set_labels(self, labels: Sequence[Label], letters: Mapping[str, str]) -> None:
        """Say which labels there are and which letter stands for each in the gutter."""
        self._labels = {label.name: label for label in labels}
        self._letters = dict(letters)
        self._forget_styles()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations; only the rows of those that differ are drawn anew."""
        now = {mark.id: mark for mark in annotations}
        before = self._annotations
        new = [
            mark
            for key, mark in now.items()
            if (old := before.get(key)) is not mark and (old is None or _look(old) != _look(mark))
        ]
        changed = {mark.id for mark in new}
        gone = [mark for key, mark in before.items() if key in changed or key not in now]
        self._annotations = now
        touched: set[int] = set()
        for mark in gone:
            for number in self._rows_of(mark.span):
                self._marks_of_row[number].remove(mark.id)
                touched.add(number)
        for mark in new:
            for number in self._rows_of(mark.span):
                self._marks_of_row.setdefault(number, []).append(mark.id)
                touched.add(number)
        self._draw_anew(touched)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Highlight the hits of a search, which come in order and apart from each other."""
        before, self._hits = self._hits, hits
        rows, top = self.text_layout.rows, round(self.scroll_y)
        drawn = {number for number, _ in self._strips}
        drawn.update(range(top, min(top + self.size.height, len(rows))))
        self._draw_anew(
            {number for number in drawn if _on(rows[number], before) != _on(rows[number], hits)}
        )

    def set_jumps(self, jumps: Sequence[JumpLabel]) -> None:
        """Draw jump labels over the text, or take them away."""
        touched = set(self._jumps)
        self._jumps = self._by_row(jumps, lambda jump: Span(jump.offset, jump.offset + 1))
        self._draw_anew(touched | set(self._jumps))

    @property
    def text(self) -> str:
        """The article's text."""
        return self._text

    @property
    def shown_text(self) -> str:
        """The text as shown, code point for code point."""
        return self._display

    @property
    def annotations(self) -> Collection[Annotation]:
        """The annotations that are shown."""
        return self._annotations.values()

    @property
    def shown_lines(self) -> Sequence[Line]:
        """The lines that have rows on the screen."""
        return self.text_layout.lines

    def line_at(self, offset: int) -> Line | None:
        """The shown line at an offset."""
        rows = self.text_layout.rows
        if not rows:
            return None
        row = rows[self.text_layout.row_of(offset)]
        return self.text_layout.lines[row.line] if row.line >= 0 else None

    def visible_span(self) -> Span:
        """The stretch of text on the screen now."""
        top = round(self.scroll_y)
        visible = [
            row
            for row in self.text_layout.rows[top : top + max(self.size.height, 1)]
            if row.line >= 0 and not row.remark
        ]
        return Span(visible[0].start, visible[-1].end) if visible else Span(0, 0)

    # The selection

    def select(self, selection: Selection, *, scroll: bool = True) -> None:
        """Select; the rows touched are drawn anew and the active end is brought into view."""
        before = self.selection
        if selection == before:
            return
        self.selection = selection
        self.by_mouse = False
        self._draw_anew({*self._rows_of(before.span), *self._rows_of(selection.span)}, keep=True)
        if scroll:
            self.bring_into_view()

    def bring_into_view(self) -> None:
        """Turn the page when the selection leaves the screen or comes within two rows of its end.

        The text stands still in between: a screen that moves by a row with each key is tiring to
        read and costs ten times the bytes.
        """
        height = self.size.height
        if height <= 0 or not self.text_layout.rows:
            return
        margin = min(2, height // 4)
        rows = self._rows_of(self.selection.span)
        active = self.text_layout.row_of(self.selection.active)
        first, last = (rows.start, rows.stop - 1) if len(rows) < height else (active, active)
        top = round(self.scroll_y)
        if first < top + margin and top > 0:
            target = last - height * 3 // 4
        elif last >= top + height - margin:
            target = first - height // 4
        else:
            return
        self.scroll_to(y=max(target, 0), animate=False)

    # Layout and drawing

    def _cut(self) -> None:
        """Find the visible lines and what the motions move by; wrap where the width is known."""
        self._visible = visible_lines(self._display, self._lines, source=self.source)
        self.passages = Passages(
            self._display, self._visible, self._quotes, self._sentences, self._clauses
        )
        self._wrap()

    def _wrap(self) -> None:
        width = self._wrap_width(self.size.width)
        # Before the first resize there is no width, and wrapping to a guess would be wasted.
        self.text_layout = lay_out(self._display, self._visible if width else (), width)
        self._marks_of_row = {}
        for mark in self._annotations.values():
            for number in self._rows_of(mark.span):
                self._marks_of_row.setdefault(number, []).append(mark.id)
        self._quotes_of_row = self._by_row(
            [quote for quote in self._quotes if quote.shown], lambda quote: quote.span
        )
        self._jumps = {}
        self.virtual_size = Size(GUTTER + width, len(self.text_layout.rows))
        self._strips.clear()
        self.refresh()

    def _wrap_width(self, cells: int) -> int:
        """The text's width in a widget of so many cells: none, or at least ten."""
        return min(self.text_width, max(cells - GUTTER - 1, 10)) if cells else 0

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width and keep the selection where it is read."""
        if self._wrap_width(event.size.width) != self.text_layout.width:
            self._wrap()
        self._strips.clear()
        self.bring_into_view()

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._forget_styles()

    def _forget_styles(self) -> None:
        self._styles.clear()
        self._strips.clear()
        self.refresh()

    def _rows_of(self, span: Span) -> range:
        return self.text_layout.rows_of(span) if self.text_layout.rows else range(0)

    def _by_row(self, things: Iterable[T], span_of: Callable[[T], Span]) -> dict[int, list[T]]:
        rows: dict[int, list[T]] = defaultdict(list)
        for thing in things:
            for number in self._rows_of(span_of(thing)):
                rows[number].append(thing)
        return dict(rows)

    def _draw_anew(self, numbers: set[int], *, keep: bool = False) -> None:
        """Have these rows drawn again; ``keep`` where only the selection on them changed."""
        if not keep:
            for key in [key for key in self._strips if key[0] in numbers]:
                del self._strips[key]
        top = round(self.scroll_y)
        visible = sorted(n for n in numbers if top <= n < top + self.size.height)
        if visible:
            self.refresh_lines(visible[0], visible[-1] - visible[0] + 1)

    def render_line(self, y: int) -> Strip:
        """Draw the row at ``y`` cells from the top of the widget."""
        number = round(self.scroll_y) + y
        if number >= len(self.text_layout.rows):
            return Strip.blank(self.size.width, self._style("blank"))
        row = self.text_layout.rows[number]
        part = self._selected_part(row)
        key = (number, part)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            strip = self._draw(number, row, part).adjust_cell_length(
                self.size.width, self._style("blank")
            )
            self._strips[key] = strip
        return strip

    def _selected_part(self, row: Row) -> Part | None:
        if row.line < 0 or row.remark:
            return None
        start, end = self.selection.span
        if start >= row.end or end <= row.start:
            return None
        active = self.selection.active
        caret = active if row.start <= active < row.end else -1
        return Part(max(start, row.start), min(end, row.end), caret)

    def _draw(self, number: int, row: Row, part: Part | None) -> Strip:
        if row.line < 0:
            return Strip([Segment(" " * GUTTER, self._style("gutter"))], GUTTER)
        if row.remark:
            text = " " * GUTTER + "└ " + one_line(row.remark)
            return Strip([Segment(text, self._style("remark"))], cell_len(text)).crop(
                0, self.size.width
            )
        segments = self._gutter(number, row, part is not None)
        segments += self._pieces(number, row, part)
        return Strip(segments).simplify()  # few segments make a fast paint

    def _gutter(self, number: int, row: Row, selected: bool) -> list[Segment]:
        hidden = not self.text_layout.lines[row.line].shown
        bar = "▌" if selected else "┆" if hidden else " "
        segments = [Segment(bar, self._style("gutter"))]
        marks = [self._annotations[key] for key in self._marks_of_row.get(number, ())]
        starting = [mark for mark in marks if mark.start >= row.start and mark.status != "rejected"]
        letters = 0
        shown = starting if len(starting) <= _LETTERS else starting[: _LETTERS - 1]
        for mark in sorted(shown, key=lambda mark: (mark.start, -mark.end)):
            letter = self._letters.get(mark.label, "?")[:1]
            letter = letter.lower() if mark.status == "suggested" else letter
            segments.append(Segment(letter, self.label_style(mark.label)))
            letters += 1
        if len(starting) > _LETTERS:
            segments.append(Segment("+", self._style("gutter")))
            letters += 1
        if letters == 0 and marks:
            segments.append(Segment("│", self.label_style(marks[0].label)))
            letters = 1
        if letters < _LETTERS and self._reported_begins(number, row):
            segments.append(Segment(REPORTED, self._style("gutter")))
            letters += 1
        segments.append(Segment(" " * (GUTTER - 1 - letters), self._style("gutter")))
        return segments

    def _reported_begins(self, number: int, row: Row) -> bool:
        return any(
            quote.kind == "reported" and row.start <= quote.start < row.end
            for quote in self._quotes_of_row.get(number, ())
        )

    def _pieces(self, number: int, row: Row, part: Part | None) -> list[Segment]:
        marks = [
            mark
            for key in self._marks_of_row.get(number, ())
            if (mark := self._annotations[key]).status != "rejected"
        ]
        quotes = self._quotes_of_row.get(number, ())
        hits = _on(row, self._hits)
        cuts = {row.start, row.end}
        for span in (*(m.span for m in marks), *(q.span for q in quotes), *hits):
            cuts.update(span)
        caret = Span(-1, -1)
        if part is not None:
            cuts.update((part.start, part.end))
            if part.caret >= 0:
                caret = self._grapheme_at(row, part.caret)
                cuts.update(caret)
        jumps = self._placed_jumps(row, self._jumps.get(number, ()))
        for placed, _ in jumps:
            cuts.update(placed)
        line = self.text_layout.lines[row.line]
        ordered = sorted(cut for cut in cuts if row.start <= cut <= row.end)
        letters = {placed.start: text for placed, text in jumps}
        covered = {placed.start: placed.end for placed, _ in jumps}
        segments: list[Segment] = []
        skip_to = row.start
        for start, end in itertools.pairwise(ordered):
            if start < skip_to:
                continue
            if start in letters:
                segments.append(Segment(letters[start], self._style("jump")))
                skip_to = covered[start]
                continue
            over = [mark for mark in marks if mark.start <= start < mark.end]
            quote: _QuoteStyle = ""
            for found in quotes:
                if found.start <= start < found.end:
                    quote = _QUOTE_STYLES[found.kind] or quote
            look = Look(
                line.kind if line.shown else "hidden",
                quote,
                tuple(dict.fromkeys(mark.label for mark in over)),
                any(mark.status == "suggested" for mark in over),
                any(hit.start <= start < hit.end for hit in hits),
                part is not None and part.start <= start < part.end,
                caret.start <= start < caret.end,
            )
            segments.append(Segment(self._display[start:end], self._look_style(look)))
        return segments

    def _grapheme_at(self, row: Row, offset: int) -> Span:
        for cluster in graphemes(self._display, row.start, row.end):
            if cluster.end > offset:
                return Span(cluster.start, cluster.end)
        return Span(offset, offset + 1)

    def _placed_jumps(self, row: Row, jumps: Sequence[JumpLabel]) -> list[tuple[Span, str]]:
        """Give each label the graphemes it covers, none covering another's."""
        placed: list[tuple[Span, str]] = []
        clusters = list(graphemes(self._display, row.start, row.end)) if jumps else []
        free = row.start
        for jump in sorted(jumps, key=lambda jump: jump.offset):
            cells, start, end = 0, -1, -1
            for cluster in clusters:
                if cluster.start < max(free, jump.offset):
                    continue
                start = cluster.start if start < 0 else start
                cells, end = cells + cluster.cells, cluster.end
                if cells >= len(jump.letters):
                    break
            if start >= 0:
                placed.append((Span(start, end), jump.letters.ljust(cells)[: max(cells, 1)]))
                # Two labels side by side would read as one.
                free = end if cells > len(jump.letters) else end + 1
        return placed

    # Styles

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            if name == "blank":
                style = self.rich_style
            else:
                style = self.get_component_rich_style(f"article--{name}")
            self._styles[name] = style
        return style

    def label_style(self, label: str) -> Style:
        """The style of a label's letter: its color, made readable on the background."""
        key = f"label {label}"
        if key not in self._styles:
            self._styles[key] = letter_style(self.label_color(label), self.background_colors[1])
        return self._styles[key]

    def label_color(self, label: str) -> Color:
        """The color of a label in the present theme."""
        names = list(self._labels)
        stored = self._labels[label].color if label in self._labels else ""
        position = names.index(label) if label in self._labels else len(names)
        return label_color(stored, position, self.app.theme_variables)

    def _look_style(self, look: Look) -> Style:
        style = self._styles.get(look)
        if style is None:
            style = self._make_style(look)
            self._styles[look] = style
        return style

    def _make_style(self, look: Look) -> Style:
        style = self.rich_style
        if look.kind in ("title", "heading", "hidden"):
            style += self._partial(look.kind)
        elif look.kind in ("byline", "date", "dateline", "caption"):
            style += self._partial("meta")
        if look.quote and look.kind != "hidden":
            style += self._partial(look.quote)
        if look.labels:
            style += Style(
                bgcolor=self._tint(look.labels).rich_color,
                underline=not look.suggested,
                underline2=len(look.labels) > 1,
                italic=look.suggested or None,
            )
        if look.hit:
            style += self._partial("hit")
        if look.selected:
            style += self._partial("selected")
        if look.caret:
            style += self._partial("caret")
            # In the terminal's own colours the selection is reversed, and the caret is not.
            style += Style(reverse=False)
        return self._readable(style)

    def _tint(self, labels: Sequence[str]) -> Color:
        """The background with the labels' colors in it; the terminal's own cannot be mixed."""
        background = self.background_colors[1]
        if background.ansi is None:
            for label in labels:
                background = background.blend(self.label_color(label), 0.35)
        return background

    def _readable(self, style: Style) -> Style:
        """Return the style with words that stand out whatever colors lie behind them."""
        if style.color is None or style.bgcolor is None or style.bgcolor.triplet is None:
            return style
        color = Color.from_rich_color(style.color)
        shown = readable(color, Color.from_rich_color(style.bgcolor))
        return style if shown == color else style + Style(color=shown.rich_color)

    def _partial(self, name: str) -> Style:
        return self.get_component_rich_style(f"article--{name}", partial=True)

    # The mouse

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        number = round(self.scroll_y) + event.y
        column = max(event.x - GUTTER, 0)
        return self.text_layout.offset_at(number, column)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Start a selection under the pointer."""
        if event.button != 1:
            return
        offset = self._offset_under(event)
        if offset is None:
            return
        self.capture_mouse()
        self._dragging = True
        self._drag_from = offset
        self._dragged = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection to the pointer while the button is down."""
        if not self._dragging:
            return
        offset = self._offset_under(event)
        if offset is None or offset == self._drag_from:
            return
        self._dragged = True
        after = self.text_layout.next_grapheme
        if offset > self._drag_from:
            selection = Selection(self._drag_from, after(offset))
        else:
            selection = Selection(after(self._drag_from), offset)
        self.select(selection)
        self.by_mouse = True
        self.post_message(self.Dragged())

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; a click without one selects the sentence under it."""
        if not self._dragging:
            return
        self._dragging = False
        self.release_mouse()
        if not self._dragged:
            self.select(self.passages.nearest(self._drag_from), scroll=False)
            self.post_message(self.Dragged())


def _look(mark: Annotation) -> tuple[int, int, str, str]:
    """All of an annotation that is drawn."""
    return mark.start, mark.end, mark.label, mark.status


def _on(row: Row, spans: Sequence[Span]) -> Sequence[Span]:
    """Those of the spans that a row shows some of; they come in order and apart from each other."""
    first = bisect_right(spans, row.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, row.end, first, key=lambda span: span.start)]
