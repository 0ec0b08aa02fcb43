"""The project's labels in a list: letter, key, name, how often each is used, what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from store import Label, labels
from tui.cells import cut
from tui.keymap import Keymap
from tui.label_looks import label_color, label_letters, letter_style
from tui.terminal_text import one_line
from tui.widgets.row_list import RowList

_KEY = 6
_NAME = 16
_USES = 7


class LabelList(RowList):
    """Shows the labels in their order, one under the cursor."""

    def __init__(self, keymap: Keymap) -> None:
        """Make an empty list.

        Args:
            keymap: The keys, for those of the labels.
        """
        super().__init__()
        self.keymap = keymap
        self._labels: Sequence[Label] = ()
        self._letters: Mapping[str, str] = {}
        self._uses: Mapping[str, int] = {}

    def show(self, listed: Sequence[Label], uses: Mapping[str, int], at: str | None = None) -> None:
        """List these labels.

        Args:
            listed: The labels in their order.
            uses: How many annotations each has.
            at: The name of the one to put the cursor on; else it stays on its label or row.
        """
        under = self.label
        names = [label.name for label in listed]
        self._labels, self._uses = listed, uses
        self._letters = label_letters(names)
        wanted = at or (under.name if under else "")
        if wanted in names:
            self._cursor = names.index(wanted)
        self._cursor = max(min(self._cursor, len(names) - 1), 0)
        self.make_room()
        self.forget_rows()

    @property
    def label(self) -> Label | None:
        """The label under the cursor."""
        return self._labels[self._cursor] if self._cursor < len(self._labels) else None

    @property
    def row_count(self) -> int:
        """A row a label."""
        return len(self._labels)

    def thing(self, row: int) -> Label | None:
        """Return the label in the row."""
        return self._labels[row] if 0 <= row < len(self._labels) else None

    def draw(self, row: int, style: Style, width: int) -> list[Segment]:
        """Draw a label."""
        label = self._labels[row]
        color = label_color(label.color, row, self.app.theme_variables)
        letter = letter_style(color, Color.from_rich_color(style.bgcolor))
        key = self.keymap.display_all("labels", label.name) or self.keymap.label_key(label.name)
        meaning, examples = labels.meaning_of(label.description)
        more = f" (+{len(examples)})" if examples else ""
        count = self._uses.get(label.name, 0)
        columns = [
            (one_line(key), _KEY),
            (one_line(label.name), _NAME),
            (f"{count:,}" if count else "", _USES),
            (one_line(meaning) + more, width),
        ]
        words = " ".join(_filled(text, cells) for text, cells in columns)
        return [
            Segment(self._letters[label.name][:1], style + letter),
            Segment(cut(f" {words}".rstrip(), max(width - 1, 1)), style),
        ]


def _filled(words: str, cells: int) -> str:
    words = cut(words, cells)
    return words + " " * (cells - cell_len(words))
