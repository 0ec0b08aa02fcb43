"""The help: the labels' meanings and the keys of the present place, from the table of the keys.

What is typed into its line narrows the page at once.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.key_pages import Section, matching, sections
from tui.keymap import bind
from tui.label_looks import label_color, label_letters, letter_style
from tui.screens.dialog import Dialog
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from store import Label
    from tui.keymap import Keymap

_KEYS_WIDTH = 20
_NARROW_KEYS_WIDTH = 11
#: The widest the box is (see help.tcss), and how much of it is border, padding and scrollbar.
_BOX = 76
_FRAME = 7
#: Below this many cells the keys take less room.
_NARROW = 60


class HelpScreen(Dialog[None]):
    """Lists what the labels mean and every action of some contexts with its keys; it scrolls."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = ""
    CONTEXT = "help"

    def __init__(
        self, keymap: Keymap, contexts: Sequence[str], labels: Sequence[Label] = ()
    ) -> None:
        """Make the screen.

        Args:
            keymap: The keys.
            contexts: The contexts to list, in order.
            labels: The project's labels, for what they mean.
        """
        palette = keymap.display("app", "command_palette")
        super().__init__(
            "Keys" + (f"   ({palette} finds an action by its name)" if palette else "")
        )
        self._labels = labels
        self._sections = sections(keymap, contexts, labels)
        every = keymap.display("help", "leave")
        self._nothing = f"Nothing like that. {every} shows all again."

    def compose_body(self) -> Iterable[Widget]:
        """Yield the line to find with, and the page in a part that scrolls."""
        yield LineInput(placeholder="type to find", id="find")
        yield Vertical(Static(Content("")), id="page")

    def on_mount(self) -> None:
        """Put the keys in place; the part that scrolls has none of its own."""
        super().on_mount()
        bind(self._page, self.app.keymap)

    def on_resize(self) -> None:
        """Set the page for this width."""
        self._set()

    def _set(self) -> None:
        words = self._line.value
        found = matching(self._sections, words)
        page = help_page(found, self.size.width, self._letters()) if found else self._nothing
        self._page.query_one(Static).update(page if isinstance(page, Content) else Content(page))

    def _letters(self) -> dict[str, tuple[str, Style]]:
        """Each label's letter as it stands in the margin of an article."""
        letters = label_letters(label.name for label in self._labels)
        variables, behind = self.app.theme_variables, self._page.background_colors[1]
        looks = (
            letter_style(label_color(label.color, place, variables), behind)
            for place, label in enumerate(self._labels)
        )
        return {
            name: (letter, Style.from_rich_style(look))
            for (name, letter), look in zip(letters.items(), looks, strict=True)
        }

    @property
    def _page(self) -> Vertical:
        return self.query_one("#page", Vertical)

    @property
    def _line(self) -> LineInput:
        return self.query_one("#find", LineInput)

    def action_find(self) -> None:
        """Open the line to find with."""
        self._line.add_class("-open")
        self._line.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._set()
        self.action_top()

    def action_keep(self) -> None:
        """Give the keys back to the page; what was found stays."""
        self.set_focus(None)
        self._line.set_class(bool(self._line.value), "-open")

    def action_leave(self) -> None:
        """Show all again where something was looked for, else close."""
        if self._line.has_class("-open"):
            self._line.value = ""
            self.action_keep()
        else:
            super().action_leave()

    def action_scroll_down(self) -> None:
        """A line down."""
        self._page.scroll_relative(y=1, animate=False)

    def action_scroll_up(self) -> None:
        """A line up."""
        self._page.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        """A page down."""
        self._page.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """A page up."""
        self._page.scroll_page_up(animate=False)

    def action_top(self) -> None:
        """To the first line."""
        self._page.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the last line."""
        self._page.scroll_end(animate=False)


def help_page(
    pages: Sequence[Section],
    width: int,
    letters: Mapping[str, tuple[str, Style]] | None = None,
) -> Content:
    """Return the sections as text for a screen of ``width`` cells; actions without a key last.

    Args:
        pages: What is to be shown.
        width: The screen's, in cells.
        letters: The letter of each label, and how it looks.
    """
    column = _KEYS_WIDTH if width >= _NARROW else _NARROW_KEYS_WIDTH
    room = max(10, min(width, _BOX) - _FRAME - column)
    parts: list[Content | str | tuple[str, str | Style]] = []
    for section in pages:
        if parts:
            parts.append("\n")
        parts.append((f"{section.heading}\n", "bold underline"))
        for row in sorted(section.rows, key=lambda row: not row.keys):
            letter = (letters or {}).get(row.action) if row.context == "labels" else None
            used = len(letter[0]) + 1 if letter else 0
            parts.append((f"{row.keys or '-':<{column - used}}", "bold $text-accent"))
            if letter:
                parts += [" ", letter]
            words = textwrap.wrap(row.description, room) or [""]
            parts.append(f" {words[0]}\n")
            parts += [f"{'':<{column}} {more}\n" for more in words[1:]]
            for example in row.examples:
                first, *rest = textwrap.wrap(f"e.g. {example}", room)
                parts += [
                    (f"{'':<{column}} {line}\n", "italic $text-muted") for line in (first, *rest)
                ]
    return Content.assemble(*parts)
