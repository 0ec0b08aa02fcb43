"""What is known of one annotation or quote: who, how sure, the note, by whom and when.

It stands below the list of the side panel, in a fixed height, and draws itself.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from store import RULE, Annotation, Quote
from tui.cells import cut, wrapped
from tui.terminal_text import one_line
from tui.widgets.drawn_rows import FullRows, KeptStyles

#: A name and its value, or words without a name.
_Field = tuple[str, str]
#: Code points of a value that are looked at: more than there is room for.
_LONGEST = 1000


class MarkDetails(KeptStyles, FullRows):
    """Shows the fields of what is under the cursor of the panel, those that hold something.

    Its first row is a rule, and a blank cell stands at either side of its words.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"mark-details--name", "mark-details--rule"}
    DEFAULT_CSS = """
    MarkDetails {
        height: 9;
        background: $surface;
        color: $foreground;
        & > .mark-details--rule { color: $primary; }
        & > .mark-details--name { color: $text-muted; text-style: italic; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[_Field] = []
        self._lines: tuple[int, list[_Field]] | None = None

    def show(self, entry: Annotation | Quote | None, whole: Annotation | None = None) -> None:
        """Show an annotation or a quote, or nothing.

        Args:
            entry: What is known of it.
            whole: The first part, where it is a part of one.
        """
        fields = fields_of(entry, whole, datetime.now().astimezone())
        if fields != self._fields:
            self._fields, self._lines = fields, None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row; the last one says by an ellipsis that there would be more."""
        plain = self.style_of()
        if y == 0:
            rule = Segment("─" * self.size.width, self.style_of("mark-details--rule"))
            return Strip([rule], self.size.width)
        width, height = self.size.width - 2, self.size.height - 1
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, [line for field in self._fields for line in _set(field, width)])
        lines = self._lines[1]
        if y > len(lines):
            return Strip.blank(self.size.width, plain)
        name, words = lines[y - 1]
        if y == height and len(lines) > height:
            words = cut(words + " …", max(width - cell_len(name), 1))
        segments = [
            Segment(" ", plain),
            Segment(name, self.style_of("mark-details--name")),
            Segment(words, plain),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, plain)


def _set(field: _Field, width: int) -> list[_Field]:
    """Set a field in lines of ``width`` cells; only the first has the name."""
    name, value = field
    first, *more = wrapped(f"{name} {one_line(value[:_LONGEST])}", width) or [""]
    if not name or not first.startswith(name):
        return [("", line) for line in (first, *more)]
    return [(name, first.removeprefix(name)), *(("", line) for line in more)]


def fields_of(
    entry: Annotation | Quote | None, whole: Annotation | None, at: datetime
) -> list[_Field]:
    """Return the names and values that are shown, those without a value left out.

    Args:
        entry: An annotation, a quote, or nothing.
        whole: The annotation of which it is a part.
        at: The present moment, in the reader's time zone.
    """
    if entry is None:
        return []
    if isinstance(entry, Quote):
        fields = [
            ("", f"{entry.kind} quote"),
            ("who", entry.speaker or ""),
            ("said by", entry.cue or ""),
            ("by", "" if entry.decided_by == RULE else entry.decided_by),
        ]
    else:
        sure = "" if entry.confidence is None else percent(entry.confidence)
        when = moment(entry.created_at, at)
        fields = [
            ("", f"{entry.label} · {entry.status}" + (f" · {sure} sure" if sure else "")),
            ("who", entry.speaker or ""),
            ("note", entry.note),
            ("goes on from", whole.text if whole else ""),
            ("by", " · ".join(part for part in (entry.reviewer, when) if part)),
        ]
    return [(name, value) for name, value in fields if value]


def percent(share: float) -> str:
    """Return a share from 0 to 1 in percent: ``80%``, ``12.5%``."""
    return f"{share * 100:.4g}%"


def moment(stored: str, at: datetime) -> str:
    """Return when something was, seen from ``at``: today, yesterday, or the day.

    Args:
        stored: A moment as the store writes it, in UTC; what is none gives "".
        at: The present moment, with its time zone.
    """
    try:
        day: date = datetime.fromisoformat(stored).astimezone(at.tzinfo).date()
    except ValueError:
        return ""
    names = {at.date(): "today", at.date() - timedelta(days=1): "yesterday"}
    return names.get(day, day.isoformat())
