"""The help: the keys of the present place, from the same table as the keys themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.key_pages import Section, sections
from tui.keymap import bind
from tui.screens.dialog import Dialog

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
    """Lists every action of some contexts with its keys; it scrolls."""

    CSS_PATH = "help.tcss"
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
        described = {label.name: label.description for label in labels}
        self._sections = sections(keymap, contexts, described)

    def compose_body(self) -> Iterable[Widget]:
        """Yield the page in a part that scrolls."""
        yield Vertical(Static(Content("")), id="page")

    def on_mount(self) -> None:
        """Put the keys in place; the part that scrolls has none of its own."""
        super().on_mount()
        bind(self._page, self.app.keymap)

    def on_resize(self) -> None:
        """Set the page for this width."""
        self._page.query_one(Static).update(help_page(self._sections, self.size.width))

    @property
    def _page(self) -> Vertical:
        return self.query_one("#page", Vertical)

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


def help_page(pages: Sequence[Section], width: int) -> Content:
    """Return the sections as text for a screen of ``width`` cells; actions without a key last."""
    column = _KEYS_WIDTH if width >= _NARROW else _NARROW_KEYS_WIDTH
    room = min(width, _BOX) - _FRAME
    parts: list[Content | str | tuple[str, str]] = []
    for section in pages:
        if parts:
            parts.append("\n")
        parts.append((f"{section.heading}\n", "bold underline"))
        for row in sorted(section.rows, key=lambda row: not row.keys):
            words = textwrap.wrap(row.description, max(10, room - column)) or [""]
            parts.append((f"{row.keys or '-':<{column}}", "bold $text-accent"))
            parts.append(f" {words[0]}\n")
            parts += [f"{'':<{column}} {more}\n" for more in words[1:]]
    return Content.assemble(*parts)
