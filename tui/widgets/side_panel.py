"""The panel beside the text: the article's annotations and quotes, in the order of the text.

Coming to a row gives its place to the screen; moving the selection in the text moves the cursor.
What is done with the annotation under the cursor is the screen's. Rows are made when they
are drawn, and a change is put in its place: neither a motion nor a mark costs more in a long list.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from store import SPOKEN, Annotation, Quote, Span
from tui.cells import cut
from tui.label_looks import letter_style
from tui.motions import in_text_order, text_order
from tui.terminal_text import one_line
from tui.widgets.article_view import REPORTED
from tui.widgets.mark_details import MarkDetails
from tui.widgets.row_list import RowList

#: Cells by which a key makes the panel wider.
WIDTH_STEP = 4
#: How many rows before a place are looked at for one that reaches into it.
_NEAR = 16
#: Code points of a speaker's name in a row.
_NAME = 16
#: Changes at once above which the list is made anew.
_MANY = 32


class Filter(NamedTuple):
    """Which annotations are listed: those of a label, or of a status; all but the rejected."""

    label: str = ""
    status: str = ""

    def __str__(self) -> str:
        return self.label or self.status

    def shows(self, mark: Annotation) -> bool:
        """Whether an annotation is listed."""
        if self.status:
            return mark.status == self.status
        return mark.status != "rejected" and self.label in ("", mark.label)


class PanelHost(Protocol):
    """What the panel asks of its screen, at once: the next key may go to what comes of it."""

    def panel_chosen(self, span: Span) -> None:
        """The cursor came to a row with this place in the text."""

    def panel_left(self) -> None:
        """The reader wants back to the text."""

    def panel_asked(self, verb: str, entry: Annotation | Quote | None) -> None:
        """Something is to be done with what is under the cursor, by the action's name."""

    def panel_width_asked(self, cells: int) -> None:
        """The panel is to be wider by so many cells, or narrower below 0."""


class SidePanel(RowList):
    """Lists annotations and quotes and leads to their places."""

    #: The screen that the panel stands on.
    host: PanelHost | None = None

    def __init__(self, details: MarkDetails) -> None:
        """Make an empty panel.

        Args:
            details: Shows what is known of the annotation or quote under the cursor.
        """
        super().__init__()
        self._details = details
        self._all: Mapping[str, Annotation] = {}
        self._marks: list[Annotation] = []
        self._quotes: list[Quote] = []
        self._quotes_given: Sequence[Quote] = ()
        self._letters: Mapping[str, str] = {}
        self._filter = Filter()
        self._empty = ("", "", "")
        self._pointed: Annotation | Quote | None = None
        self._label_color: Callable[[str], Color] = lambda label: Color(128, 128, 128)

    # What is listed

    def show(
        self,
        annotations: Collection[Annotation],
        quotes: Sequence[Quote],
        letters: Mapping[str, str],
        label_color: Callable[[str], Color],
        empty: tuple[str, str, str],
    ) -> None:
        """List these annotations and quotes.

        Args:
            annotations: The article's, of all reviewers.
            quotes: The article's.
            letters: The letter of each label.
            label_color: Gives the color of a label.
            empty: What to do where there is no annotation, none that the filter lets through,
                and no quote.
        """
        self._label_color, self._empty = label_color, empty
        now = {mark.id: mark for mark in annotations}
        before, self._all = self._all, now
        differing = [
            key for key, mark in now.items() if (old := before.get(key)) is not mark and old != mark
        ]
        differing += [key for key in before if key not in now]
        if letters != self._letters or quotes is not self._quotes_given or len(differing) > _MANY:
            self._letters, self._quotes_given = dict(letters), quotes
            self.forget_rows()
            self._quotes = sorted(
                (quote for quote in quotes if quote.shown and quote.kind in SPOKEN),
                key=_place,
            )
            self._list_anew()
            return
        for key in differing:
            self._replace(before.get(key), now.get(key))
        if differing:
            self.draw_anew(0)
            self.make_room()
            self._point()

    def _list_anew(self) -> None:
        under = self.entry
        self._marks = in_text_order([m for m in self._all.values() if self._filter.shows(m)])
        row = self._row_of(under.span) if under is not None else None
        self._cursor = min(self._cursor, self.row_count - 1) if row is None else row
        self.make_room()
        self.refresh()
        self._point()

    def _replace(self, old: Annotation | None, new: Annotation | None) -> None:
        """Put one annotation in the place of another; None: there was, or is, none."""
        changed = self.row_count
        under = self.entry
        gone = -1
        if old is not None and self._filter.shows(old):
            at = bisect_left(self._marks, text_order(old), key=text_order)
            del self._marks[at]
            gone = at
            changed = min(changed, at + 1)
            self._keep_cursor(at + 1, -1)
        if new is not None and self._filter.shows(new):
            insort(self._marks, new, key=text_order)
            at = bisect_left(self._marks, text_order(new), key=text_order)
            changed = min(changed, at + 1)
            if under is not None and under is old:
                self._cursor = at + 1
            else:
                self._keep_cursor(at + 1, +1)
            if old is not None and at == gone:
                if _look(old) != _look(new):
                    self.draw_anew(at + 1)
                return
        self.draw_anew_from(changed)

    def _keep_cursor(self, row: int, rows: int) -> None:
        """Leave the cursor on what it stands on when a row came or went."""
        if self._cursor > row or (rows > 0 and self._cursor == row):
            self._cursor += rows
        self._cursor = min(self._cursor, self.row_count - 1)

    @property
    def filter(self) -> Filter:
        """Which annotations are listed."""
        return self._filter

    @property
    def filters(self) -> list[Filter]:
        """The filters that let something through, in the order of the labels."""
        labels = {mark.label for mark in self._all.values() if mark.status != "rejected"}
        found = Counter(mark.status for mark in self._all.values())
        return [
            Filter(),
            *(Filter(label) for label in self._letters if label in labels),
            *(Filter(status=status) for status in ("suggested", "rejected") if found[status]),
        ]

    def set_filter(self, chosen: Filter) -> None:
        """List other annotations."""
        if chosen != self._filter:
            self._filter = chosen
            self._list_anew()

    @property
    def entry(self) -> Annotation | Quote | None:
        """What stands under the cursor."""
        return self._entry(self._cursor)

    def _entry(self, row: int) -> Annotation | Quote | None:
        if 1 <= row <= len(self._marks):
            return self._marks[row - 1]
        at = row - self._first_quote
        return self._quotes[at] if self._lists_quotes and 0 <= at < len(self._quotes) else None

    @property
    def _lists_quotes(self) -> bool:
        """Quotes are of no label, so a filter leaves them out."""
        return self._filter == Filter()

    @property
    def _first_quote(self) -> int:
        return max(len(self._marks), 1) + 2

    def _point(self) -> None:
        entry = self.entry
        if entry is not self._pointed:
            self._pointed = entry
            whole = self._all.get(entry.part_of or "") if isinstance(entry, Annotation) else None
            self._details.show(entry, whole)

    def follow(self, span: Span) -> None:
        """Put the cursor on the row of this span, or of the last one that it touches."""
        if self.has_focus:
            return
        row = self._row_of(span)
        if row is not None and row != self._cursor:
            self.move_cursor(row)

    def _row_of(self, span: Span) -> int | None:
        lists: list[tuple[int, Sequence[Annotation | Quote]]] = [(1, self._marks)]
        if self._lists_quotes:
            lists.append((self._first_quote, self._quotes))
        for first, entries in lists:
            at = bisect_left(entries, (span.start, -span.end), key=_place)
            if at < len(entries) and entries[at].span == span:
                return first + at
        touching: list[tuple[Span, int]] = []
        for first, entries in lists:
            end = bisect_left(entries, span.end, key=lambda entry: entry.start)
            for at in range(end - 1, max(end - 1 - _NEAR, -1), -1):
                if entries[at].span.overlaps(span):
                    touching.append((entries[at].span, first + at))
                    break
        return max(touching)[1] if touching else None

    # The rows

    @property
    def row_count(self) -> int:
        """Two headings, and what stands below each, if only a remark."""
        return self._first_quote + (max(len(self._quotes), 1) if self._lists_quotes else -1)

    def thing(self, row: int) -> Annotation | Quote | None:
        """Return the annotation or the quote in the row."""
        return self._entry(row)

    def heading(self, row: int) -> tuple[str, bool]:
        """Return the words of a heading or of a remark."""
        none, none_like_this, no_quote = self._empty
        if row == 0:
            if self._filter == Filter():
                return f"Annotations ({len(self._marks)})", True
            return f"{self._filter} ({len(self._marks)} of {len(self._all)})", True
        if row == 1:
            return (none if self._filter == Filter() else none_like_this), False
        if row == self._first_quote - 1:
            return f"Quotes ({len(self._quotes)})", True
        return no_quote, False

    def draw(self, row: int, style: Style, width: int) -> list[Segment]:
        """Draw the sign and the words of an annotation or a quote."""
        entry = self._entry(row)
        assert entry is not None
        words = _said_by(entry.speaker)
        sign_style = style
        if isinstance(entry, Annotation):
            sign = self._letters.get(entry.label, "?")
            sign = sign if entry.status == "accepted" else sign.lower()
            words += "✎ " if entry.note else ""
            behind = Color.from_rich_color(style.bgcolor)
            sign_style = style + letter_style(self._label_color(entry.label), behind)
        else:
            sign = {"direct": "“", "reported": REPORTED}.get(entry.kind, "…")
        words = one_line((words + entry.text)[: width * 4])
        return [
            Segment(sign[:1], sign_style),
            Segment(" ", style),
            Segment(cut(words, max(width - 3, 1)), style),
        ]

    # The cursor and the keys

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row and say what stands there."""
        super().move_cursor(row)
        self._point()

    def arrived(self) -> None:
        """Send the place of the row."""
        if self.entry is not None and self.host is not None:
            self.host.panel_chosen(self.entry.span)

    def stuck(self) -> None:
        """Have the screen say that there is no further row."""
        self._ask("move")

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do to what is under the cursor; "" if it has."""
        entry = self.entry
        if action in ("filter", "filter_back"):
            return "" if len(self.filters) > 1 else "all are of one kind"
        if action not in ("note", "speaker", "confidence", "relabel", "accept", "remove"):
            return ""
        if entry is None:
            return "nothing is listed here"
        if isinstance(entry, Quote):
            return "" if action == "speaker" else "a quote that nobody has tagged yet"
        accepted = action == "accept" and entry.status == "accepted"
        return "it is accepted already" if accepted else ""

    def action_choose(self) -> None:
        """Go to the row's place and back to the text."""
        self.arrived()
        if self.host is not None:
            self.host.panel_left()

    def action_leave(self) -> None:
        """List all annotations again; then back to the text."""
        if self._filter != Filter():
            self.set_filter(Filter())
        elif self.host is not None:
            self.host.panel_left()

    def action_filter(self) -> None:
        """List the annotations of the next label or status."""
        self._turn(+1)

    def action_filter_back(self) -> None:
        """List the annotations of the label or status before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        filters = self.filters
        if len(filters) == 1 and self._filter == filters[0]:
            self._ask("filter")
            return
        at = filters.index(self._filter) if self._filter in filters else 0
        self.set_filter(filters[(at + step) % len(filters)])
        if self.can_stand_on(self._cursor):
            self.arrived()
        elif self._marks:
            self.step(+1)

    def action_note(self) -> None:
        """Write a note."""
        self._ask("note")

    def action_speaker(self) -> None:
        """Say who says it."""
        self._ask("speaker")

    def action_confidence(self) -> None:
        """Say how sure it is."""
        self._ask("confidence")

    def action_relabel(self) -> None:
        """Give it another label."""
        self._ask("relabel")

    def action_accept(self) -> None:
        """Accept the suggestion."""
        self._ask("accept")

    def action_remove(self) -> None:
        """Remove it, or reject the suggestion."""
        self._ask("remove")

    def _ask(self, verb: str) -> None:
        if self.host is not None:
            self.host.panel_asked(verb, self.entry)

    def action_wider(self) -> None:
        """Make the panel wider."""
        self._ask_width(+WIDTH_STEP)

    def action_narrower(self) -> None:
        """Make the panel narrower."""
        self._ask_width(-WIDTH_STEP)

    def _ask_width(self, cells: int) -> None:
        if self.host is not None:
            self.host.panel_width_asked(cells)


def _place(entry: Annotation | Quote) -> tuple[int, int]:
    return entry.start, -entry.end


def _look(mark: Annotation) -> tuple[object, ...]:
    """All of an annotation that its row shows."""
    return mark.label, mark.status, mark.speaker, bool(mark.note), mark.text


def _said_by(speaker: str | None) -> str:
    """The speaker in short, so that some of the words can be read beside the name."""
    if not speaker:
        return ""
    return f"{speaker if len(speaker) <= _NAME else speaker[: _NAME - 1].rstrip() + '…'}: "
