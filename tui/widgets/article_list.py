"""The list of articles: any number of rows, of which only those on the screen are read.

It holds the order (one integer an article), fetches pages of rows as they come into view and
draws them line by line. What the order is, and what opening an article means, is its screen's.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.label_looks import label_color, label_letters, letter_style
from tui.terminal_text import one_line
from tui.widgets.drawn_rows import DrawnRows

if TYPE_CHECKING:
    from store import ArticleRow, Excerpt, Label, ReviewState

ColumnName = Literal["state", "title", "outlet", "published", "annotations", "words", "excerpt"]

#: Rows read from the store at once, and rows kept in memory.
PAGE = 64
KEPT_ROWS = 32 * PAGE

#: A sign for each state, so that colour never has to tell them apart.
STATE_SIGNS: Mapping[ReviewState, str] = {"new": "·", "reading": "~", "done": "✓"}

_HEADINGS: Mapping[ColumnName, str] = {
    "state": "State",
    "title": "Title",
    "outlet": "Outlet",
    "published": "Date",
    "annotations": "Marks",
    "words": "Words",
    "excerpt": "Found",
}
_CURSOR_MARK = "▌"
_GUTTER = 2
# Terminals disagree about the width of what these join, vary or pair. Left out, each picture
# stands for itself, a flag for its two letters, and no row is longer than it was measured.
_STEADY: Mapping[int, str | None] = {
    **dict.fromkeys((0x200D, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400))),
    **{0x1F1E6 + place: chr(ord("A") + place) for place in range(26)},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list. ``width`` is in cells; the columns stand one cell apart."""

    name: ColumnName
    width: int
    right: bool = False


def columns_for(width: int) -> tuple[Column, ...]:
    """Return the columns that a list of ``width`` cells shows.

    The title takes what the others leave. Words go first where it is narrow, then outlet and
    date; title and marks are the last that remain.
    """
    if width >= 100:
        sides = [
            Column("state", 9),
            Column("outlet", min(28, width // 7)),
            Column("published", 10),
            Column("annotations", 12),
            Column("words", 7, right=True),
        ]
    elif width >= 70:
        sides = [
            Column("state", 1),
            Column("outlet", 13),
            Column("published", 10),
            Column("annotations", 9),
        ]
    elif width >= 52:
        sides = [Column("state", 1), Column("published", 10), Column("annotations", 8)]
    elif width >= 24:
        sides = [Column("state", 1), Column("annotations", 8)]
    else:
        sides = [Column("state", 1)]
    taken = _GUTTER + sum(column.width + 1 for column in sides)
    title = Column("title", max(1, width - taken))
    return (sides[0], title, *sides[1:])


def columns_of_search(width: int) -> tuple[Column, ...]:
    """Return the columns that a list of ``width`` cells shows while it is searched.

    The words around what was found take the place of outlet, date and words.
    """
    if width < 52:
        return columns_for(width)
    state, marks = Column("state", 1), Column("annotations", 8)
    left = width - _GUTTER - state.width - marks.width - 4
    title = Column("title", min(44, left * 2 // 5))
    return (state, title, marks, Column("excerpt", left - title.width))


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Return ``text`` in exactly ``width`` cells and safe for the terminal, cut with ``…``."""
    # A cell never needs more code points than this but in text made to be slow.
    short = text[: width * 8 + 8]
    shown = _steady(short)
    length = cell_len(shown)
    if length > width or len(short) < len(text):
        kept = set_cell_size(shown, max(0, width - 1)).rstrip()
        return set_cell_size(f"{kept}…", width)
    padding = " " * (width - length)
    return padding + shown if right else shown + padding


def _steady(text: str) -> str:
    shown = one_line(text)
    return shown if shown.isascii() else shown.translate(_STEADY)


def _alternating(found: Excerpt) -> Iterator[tuple[str, bool]]:
    """Give the pieces of an excerpt, and whether each is a hit; none of them is empty."""
    at = 0
    for hit in found.hits:
        if at < hit.start:
            yield found.words[at : hit.start], False
        yield found.words[hit.start : hit.end], True
        at = hit.end
    if at < len(found.words):
        yield found.words[at:], False


def how_many_fit(lengths: Sequence[int], width: int) -> int:
    """Return how many words, one cell apart, fit in ``width``, room left for a ``…`` if not all."""
    if sum(lengths) + len(lengths) - 1 <= width:
        return len(lengths)
    used = kept = 0
    for length in lengths:
        used += length + 1
        if used + 1 > width:
            break
        kept += 1
    return kept


class ArticleList(DrawnRows, can_focus=False, inherit_bindings=False):
    """A virtual list of articles with a cursor; row 0 of the widget is the line of headings.

    It takes no focus and knows no keys: its screen calls `move`, `page`, `top` and `bottom`.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--heading",
        "article-list--row",
        "article-list--cursor",
        "article-list--untitled",
        "article-list--new",
        "article-list--reading",
        "article-list--done",
        "article-list--empty",
        "article-list--hit",
    }
    DEFAULT_CSS = """
    ArticleList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        background: $background;
        & > .article-list--heading { color: $text-muted; text-style: bold underline; }
        & > .article-list--row { color: $foreground; }
        & > .article-list--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
        & > .article-list--untitled { color: $text-muted; text-style: italic; }
        & > .article-list--new { color: $foreground; }
        & > .article-list--reading { color: $text-warning; }
        & > .article-list--done { color: $text-success; }
        & > .article-list--empty { color: $text-muted; }
        & > .article-list--hit { color: $text-warning; text-style: bold underline; }
    }
    """

    class Opened(Message):
        """The mouse opened an article."""

        def __init__(self, article_id: str) -> None:
            super().__init__()
            self.article_id = article_id

    class HeadingChosen(Message):
        """The mouse chose a column to sort by."""

        def __init__(self, column: ColumnName) -> None:
            super().__init__()
            self.column: ColumnName = column

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[ArticleRow]],
        *,
        untitled: Callable[[ArticleRow], str] | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        """Make the list.

        Args:
            fetch: Reads the rows of some articles by ``seq``; called with a page at most. One
                that is gone is left out.
            untitled: Says what stands for the title of an article that has none.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._fetch = fetch
        self._untitled = untitled or (lambda row: row.id)
        self._order: array[int] = array("q")
        self._cursor = 0
        self._rows: OrderedDict[int, ArticleRow | None] = OrderedDict()
        self._strips: LRUCache[tuple[int, bool], Strip] = LRUCache(512)
        self._styles: dict[tuple[str, bool], Style] = {}
        self._columns: tuple[Column, ...] = ()
        self._look_for: Callable[[Sequence[ArticleRow]], None] | None = None
        self._excerpts: LRUCache[int, Excerpt] = LRUCache(512)
        self._asking = False
        self._labels: tuple[tuple[str, str, str, int], ...] = ()
        self._sorted_by: ColumnName | None = None
        self._descending = False
        self._empty: tuple[str, ...] = ()

    # What it shows

    @property
    def order(self) -> array[int]:
        """The ``seq`` of every article in the list, in order."""
        return self._order

    @property
    def cursor(self) -> int:
        """The index of the row under the cursor; 0 in an empty list."""
        return self._cursor

    @property
    def current_seq(self) -> int | None:
        """The ``seq`` of the article under the cursor, None in an empty list."""
        return self._order[self._cursor] if self._order else None

    @property
    def current(self) -> ArticleRow | None:
        """The row under the cursor, None in an empty list or where the article is gone."""
        return self._row(self._cursor) if self._order else None

    def offer(self, rows: Iterable[ArticleRow]) -> None:
        """Take in rows that were read already, so that they need not be fetched."""
        for row in rows:
            self._keep(row.seq, row)

    def _keep(self, seq: int, row: ArticleRow | None) -> None:
        self._rows[seq] = row
        self._rows.move_to_end(seq)
        if len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)

    def show(self, order: array[int], *, cursor_seq: int | None = None) -> None:
        """Show the articles of ``order``, the cursor on ``cursor_seq`` or else where it was.

        The article under the cursor keeps its line on the screen. Where it is no longer in the
        list, the cursor stays at its place.
        """
        line = self._cursor - self.scroll_offset.y
        cursor = min(self._cursor, max(0, len(order) - 1))
        for wanted in (cursor_seq, self.current_seq):
            if wanted is not None and wanted in order:
                cursor = order.index(wanted)
                break
        self._order = order
        self._cursor = cursor
        self._fit_to_order()
        self._scroll_to_row(cursor - min(max(line, 0), self._page_rows - 1))
        self._reveal()
        self.refresh()

    def go_to(self, seq: int) -> bool:
        """Put the cursor on an article; return whether it is in the list."""
        try:
            index = self._order.index(seq)
        except ValueError:
            return False
        self._move_to(index)
        return True

    def take_out(self, seq: int) -> None:
        """Take an article out of the list; the cursor goes to the one that takes its place."""
        if seq in self._order:
            order = self._order[:]
            order.remove(seq)
            self.show(order)

    def forget(self, seqs: Iterable[int] | None = None) -> None:
        """Read rows anew when they are next shown: those of ``seqs``, or all."""
        if seqs is None:
            self._rows.clear()
            self._excerpts.clear()
        else:
            for seq in seqs:
                self._rows.pop(seq, None)
                self._excerpts.discard(seq)
        self._strips.clear()
        self.refresh()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Say which labels there are: their counts are shown in this order, by letter."""
        letters = label_letters(label.name for label in labels)
        self._labels = tuple(
            (label.name, letters[label.name], label.color, position)
            for position, label in enumerate(labels)
        )
        self._forget_looks()

    def show_sort(self, column: ColumnName | None, descending: bool) -> None:
        """Mark the column that the list is sorted by, None where it is none of them."""
        self._sorted_by, self._descending = column, descending
        self.refresh()

    def show_excerpts(self, look_for: Callable[[Sequence[ArticleRow]], None] | None) -> None:
        """Show beside each title the words that were found, or the usual columns again.

        Args:
            look_for: Has them read for the rows on the screen, and given to `offer_excerpts`; what
                it was asked before may be forgotten.
        """
        if look_for is None and self._look_for is None:
            return
        if (look_for is None) != (self._look_for is None):
            self._columns = ()
        self._look_for = look_for
        self._excerpts.clear()
        self._strips.clear()
        self.refresh()

    def offer_excerpts(self, found: Mapping[int, Excerpt]) -> None:
        """Take in the words that were found, by the ``seq`` of their articles."""
        first = self.scroll_offset.y
        shown = self._order[first : first + self._page_rows]
        for seq, words in found.items():
            self._excerpts[seq] = words
            self._strips.discard((seq, False))
            self._strips.discard((seq, True))
            if seq in shown:
                self._refresh_row(first + shown.index(seq))

    def _look_for_excerpts(self) -> None:
        """Ask for the words that were found in the rows on the screen and are not there yet."""
        self._asking = False
        first = self.scroll_offset.y
        shown = range(first, min(first + self._page_rows, len(self._order)))
        rows = [self._row(index) for index in shown if self._order[index] not in self._excerpts]
        if rows and self._look_for is not None:
            self._look_for([row for row in rows if row is not None])

    def show_empty(self, lines: Sequence[str]) -> None:
        """Say what is shown where there are no rows, and what to press."""
        self._empty = tuple(lines)
        if not self._order:
            self.refresh()

    # The cursor

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows, down where it is positive."""
        self._move_to(self._cursor + rows)

    def page(self, pages: int) -> None:
        """Move the cursor by so many screens, one row of each kept in view."""
        self._move_to(self._cursor + pages * max(1, self._page_rows - 1))

    def top(self) -> None:
        """Move the cursor to the first row."""
        self._move_to(0)

    def bottom(self) -> None:
        """Move the cursor to the last row."""
        self._move_to(len(self._order) - 1)

    @property
    def _page_rows(self) -> int:
        return max(1, self.size.height - 1)

    @property
    def _width(self) -> int:
        """The cells beside the scrollbar."""
        return self.scrollable_size.width

    def _move_to(self, index: int) -> None:
        index = max(0, min(index, len(self._order) - 1))
        if index == self._cursor:
            self._reveal()
            return
        before, self._cursor = self._cursor, index
        self._refresh_row(before)
        self._refresh_row(index)
        self._reveal()
        self.call_after_refresh(self._prefetch)

    def _refresh_row(self, index: int) -> None:
        line = index - self.scroll_offset.y + 1
        if 0 < line < self.size.height:
            self.refresh(Region(0, line, self._width, 1))

    def _reveal(self) -> None:
        """Where the cursor has left the screen, turn it by half: most keys repaint two rows."""
        first, rows = self.scroll_offset.y, self._page_rows
        if not first <= self._cursor < first + rows:
            self._scroll_to_row(self._cursor - rows // 2)

    def _scroll_to_row(self, row: int) -> None:
        row = max(0, row)
        if row != self.scroll_offset.y:
            self.scroll_to(y=row, animate=False, force=True)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Move to the clicked row; open it where the cursor stands there already."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        if offset.y == 0:
            self._choose_heading(offset.x)
            return
        index = self.scroll_offset.y + offset.y - 1
        if index >= len(self._order):
            return
        if index != self._cursor:
            self._move_to(index)
        elif (row := self.current) is not None:
            self.post_message(self.Opened(row.id))

    def _choose_heading(self, x: int) -> None:
        start = _GUTTER
        for column in self._columns:
            if start <= x < start + column.width:
                self.post_message(self.HeadingChosen(column.name))
                return
            start += column.width + 1

    # Rows

    def _row(self, index: int) -> ArticleRow | None:
        """Return the row at ``index``, fetching its page; None where the article is gone."""
        seq = self._order[index]
        if seq not in self._rows:
            start = index - index % PAGE
            page = self._order[start : start + PAGE]
            missing = [wanted for wanted in page if wanted not in self._rows]
            for wanted in missing:
                self._keep(wanted, None)
            self.offer(self._fetch(missing))
        self._rows.move_to_end(seq)
        return self._rows[seq]

    def _prefetch(self) -> None:
        """Read the rows a screen above and below, so that paging finds them there."""
        if self._order:
            first, last = self.scroll_offset.y, len(self._order) - 1
            self._row(min(last, first + 2 * self._page_rows))
            self._row(min(last, max(0, first - self._page_rows)))

    def _fit_to_order(self) -> None:
        size = Size(self._width, len(self._order) + 1)
        if size != self.virtual_size:
            self.virtual_size = size

    # Drawing

    def on_resize(self) -> None:
        """Lay the columns out anew and keep the cursor in view."""
        self._columns = ()
        self._strips.clear()
        self._fit_to_order()
        self._reveal()

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        self._forget_looks()

    def _forget_looks(self) -> None:
        self._strips.clear()
        self._styles.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the widget: the headings, a row, or nothing."""
        width = self._width
        if not self._columns:
            self._columns = columns_of_search(width) if self._look_for else columns_for(width)
        if y == 0:
            return self._heading_strip(width)
        index = self.scroll_offset.y + y - 1
        if index >= len(self._order):
            return self._empty_strip(y, width)
        under_cursor = index == self._cursor
        row = self._row(index)
        key = (self._order[index], under_cursor)
        strip = self._strips.get(key)
        if strip is None:
            segments = self._row_segments(row, under_cursor)
            # Few segments make a fast paint, here and in the terminal.
            base = self._style("row", under_cursor)
            strip = Strip(segments).simplify().adjust_cell_length(width, base)
            strip = self._whole(strip)
            self._strips[key] = strip
        return strip

    def _heading_strip(self, width: int) -> Strip:
        style = self.get_component_rich_style("article-list--heading")
        parts = [" " * _GUTTER]
        for column in self._columns:
            heading = _HEADINGS[column.name]
            if column.name == self._sorted_by:
                heading = f"{heading} {'↓' if self._descending else '↑'}"
            parts.append(
                fit(heading, column.width, right=column.right) if column.width > 1 else " "
            )
            parts.append(" ")
        return self._whole(Strip([Segment("".join(parts), style)]).adjust_cell_length(width, style))

    def _empty_strip(self, y: int, width: int) -> Strip:
        style = self.get_component_rich_style("article-list--empty")
        if self._order or not 2 <= y < 2 + len(self._empty):
            return Strip.blank(self.size.width, style)
        text = " " * _GUTTER + self._empty[y - 2]
        return self._whole(Strip([Segment(fit(text, width), style)], width))

    def _whole(self, strip: Strip) -> Strip:
        """Return a row with the cells where a scrollbar would stand."""
        behind = self._styles.get(("behind", False))
        if behind is None:
            behind = self._styles["behind", False] = Style(bgcolor=self.rich_style.bgcolor)
        return strip.adjust_cell_length(self.size.width, behind)

    def _row_segments(self, row: ArticleRow | None, under_cursor: bool) -> list[Segment]:
        base = self._style("row", under_cursor)
        segments = [Segment(_CURSOR_MARK + " " if under_cursor else "  ", base)]
        if row is None:
            gone = Segment("(no longer in the store)", self._style("untitled", under_cursor))
            return [*segments, gone]
        for column in self._columns:
            segments += self._cell(row, column, under_cursor)
        return segments

    def _cell(self, row: ArticleRow, column: Column, under_cursor: bool) -> list[Segment]:
        """Return a cell and the space after it."""
        if column.name == "annotations":
            return self._counts(row.counts, column.width + 1, under_cursor)
        if column.name == "excerpt":
            return self._found(row, column.width, under_cursor)
        part = "row"
        if column.name == "title":
            has_title = bool(row.title and row.title.strip())
            text = row.title if row.title and has_title else self._untitled(row)
            part = part if has_title else "untitled"
        elif column.name == "state":
            sign = STATE_SIGNS.get(row.state, "?")
            text = f"{sign} {row.state}" if column.width > 1 else sign
            part = row.state if row.state in STATE_SIGNS else "new"
        elif column.name == "outlet":
            text = row.outlet or ""
        elif column.name == "published":
            text = (row.published or "")[:10]
        else:
            text = str(row.words)
        shown = fit(text, column.width, right=column.right) + " "
        return [Segment(shown, self._style(part, under_cursor))]

    def _found(self, row: ArticleRow, width: int, under_cursor: bool) -> list[Segment]:
        """Return the words that were found, the hits marked, in exactly ``width`` cells."""
        found = self._excerpts.get(row.seq)
        if found is None and not self._asking:
            self._asking = True
            self.call_after_refresh(self._look_for_excerpts)
        segments: list[Segment] = []
        left = width
        for words, is_hit in _alternating(found) if found else ():
            length = min(left, cell_len(_steady(words[: width * 8])))
            shown = fit(words, length)
            segments.append(Segment(shown, self._style("hit" if is_hit else "row", under_cursor)))
            left -= length
            if not left:
                break
        return [*segments, Segment(" " * left, self._style("row", under_cursor))]

    def _counts(self, counts: Mapping[str, int], width: int, under_cursor: bool) -> list[Segment]:
        """Return the marks by letter, such as ``C2 D1``; where they do not fit, as many as do."""
        base = self._style("row", under_cursor)
        marks = [
            (f"{letter}{counts[name]}", color, position)
            for name, letter, color, position in self._labels
            if counts.get(name)
        ]
        kept = how_many_fit([cell_len(text) for text, *_ in marks], width - 1)
        segments = [
            segment
            for text, color, position in marks[:kept]
            for segment in (
                Segment(text, self._label_style(color, position, under_cursor)),
                Segment(" ", base),
            )
        ]
        if kept < len(marks):
            segments.append(Segment("…", base))
        used = sum(segment.cell_length for segment in segments)
        if used < width:
            segments.append(Segment(" " * (width - used), base))
        return segments

    # Styles

    def _style(self, part: str, under_cursor: bool) -> Style:
        """Return the style of a part of a row, its background that of the row."""
        style = self._styles.get((part, under_cursor))
        if style is None:
            row = "article-list--cursor" if under_cursor else "article-list--row"
            base = self.get_component_rich_style(row)
            style = base
            if part != "row":
                name = f"article-list--{part}"
                own = self.get_component_rich_style(name, partial=True)
                style += own.without_color
                style += Style(color=self.get_component_rich_style(name).color)
            self._styles[(part, under_cursor)] = style
        return style

    def _label_style(self, color: str, position: int, under_cursor: bool) -> Style:
        key = (f"{color} {position}", under_cursor)
        style = self._styles.get(key)
        if style is None:
            base = self._style("row", under_cursor)
            shown = label_color(color, position, self.app.theme_variables)
            style = base + letter_style(shown, Color.from_rich_color(base.bgcolor))
            self._styles[key] = style
        return style
