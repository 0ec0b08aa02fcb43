"""What all dialogs share: a box in the middle with a title, and their keys at the bottom.

A dialog asks one thing and answers by closing; what is done with the answer is its caller's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.keymap import bind
from tui.terminal_text import one_line
from tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from tui.app import SanggahApp

Answer = TypeVar("Answer")

#: What can do nothing in a form without a choice of values.
CHOOSING: Final = ("next_value", "previous_value")


class Dialog(ModalScreen[Answer]):
    """A box with a title over the screen below. Answers None where it is left."""

    app: SanggahApp
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > Vertical {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $primary;
            padding: 0 1;
            background: $surface;
            overflow-y: auto;
        }
        & .dialog--title { height: 1; text-style: bold; }
        & .dialog--problem { height: auto; color: $text-error; text-style: bold; display: none; }
        & .dialog--problem.-shown { display: block; }
    }
    """

    #: The context whose keys the dialog has.
    CONTEXT: ClassVar[str] = "prompt"
    #: Actions of it that can do nothing here; the footer leaves them out.
    idle: Collection[str] = ()

    def __init__(self, title: str) -> None:
        """Make the dialog.

        Args:
            title: What is asked, in words.
        """
        super().__init__()
        self._title_words = title

    def compose(self) -> ComposeResult:
        """The box and the footer."""
        with Vertical():
            yield Static(Content(one_line(self._title_words)), classes="dialog--title")
            yield from self.compose_body()
            yield Static(Content(""), classes="dialog--problem")
        yield KeyFooter(self.app.keymap, self.CONTEXT, without=self.idle)

    def compose_body(self) -> Iterable[Widget]:
        """Yield what stands in the box below the title."""
        return ()

    def on_mount(self) -> None:
        """Put the keys in place."""
        bind(self, self.app.keymap, self.CONTEXT)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def show_problem(self, problem: str) -> None:
        """Show one line on what is wrong, below everything; "" takes it away."""
        line = self.query_one(".dialog--problem", Static)
        line.update(Content(f"! {one_line(problem)}" if problem else ""))
        line.set_class(bool(problem), "-shown")
        line.scroll_visible(animate=False)
