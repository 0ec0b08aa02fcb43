"""One of several: a list to choose from, narrowed by typing. Answers with the place in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from tui.screens.dialog import Dialog
from tui.terminal_text import one_line
from tui.widgets.choices import Choices
from tui.widgets.line_input import LineInput

#: The most choices that are shown at once.
MOST_CHOICES = 16
#: Lines that are no choices: the border, the title, the line to type in and the footer.
_OTHER_ROWS = 5
#: The least and the most cells of the box, and those of it beside a choice.
_WIDTHS = 60, 90
_SIDES = 6


class Picker(Dialog[int | None]):
    """Lets one of several be chosen."""

    AUTO_FOCUS = "LineInput"

    def __init__(
        self,
        title: str,
        options: Sequence[str],
        current: int = 0,
        preview: Callable[[int | None], None] | None = None,
        refused: Mapping[int, str] | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            title: What is asked.
            options: What can be chosen, in order.
            current: The place of the option that is highlighted at first.
            preview: Called with the place of each option that is highlighted after that, None
                where none is.
            refused: By their places, the options that cannot be chosen now, and why.
        """
        super().__init__(title)
        self._options = tuple(options)
        self._current = current
        self._preview = preview
        self._refused = refused or {}

    def compose_body(self) -> Iterable[Widget]:
        """Yield the line to type in and the list."""
        yield LineInput(placeholder="type to find")
        yield Choices(self._options, dimmed=self._refused)

    def on_mount(self) -> None:
        """Show the list at the current option."""
        super().on_mount()
        least, most = _WIDTHS
        longest = max((cell_len(one_line(option[:most])) for option in self._options), default=0)
        self.query_one(Vertical).styles.width = min(max(least, longest + _SIDES), most)
        self._make_room(self.size.height)
        self.query_one(Choices).highlight(self._current)

    def on_resize(self) -> None:
        """Show as many options as there is room for."""
        self._make_room(self.size.height)

    def _make_room(self, height: int) -> None:
        rows = min(len(self._options), MOST_CHOICES, height - _OTHER_ROWS)
        self.query_one(Choices).styles.height = max(1, rows)

    def action_accept(self) -> None:
        """Answer with the highlighted option."""
        index = self.query_one(Choices).highlighted
        if index is not None:
            self._answer(index)

    def _answer(self, index: int) -> None:
        if index in self._refused:
            self.show_problem(f"Not now: {self._refused[index]}.")
        else:
            self.dismiss(index)

    def action_next_choice(self) -> None:
        """Go down the list."""
        self._move(+1)

    def action_previous_choice(self) -> None:
        """Go up the list."""
        self._move(-1)

    def _move(self, step: int) -> None:
        self.show_problem("")
        self.query_one(Choices).move(step)
        self._show_preview()

    def _show_preview(self) -> None:
        if self._preview is not None:
            self._preview(self.query_one(Choices).highlighted)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.show_problem("")
        choices = self.query_one(Choices)
        choices.narrow(event.value)
        if event.value.strip():
            choices.move(+1)
        else:
            choices.highlight(self._current)
        self._show_preview()

    @on(Choices.Chosen)
    def _choose(self, event: Choices.Chosen) -> None:
        event.stop()
        self._answer(event.index)
