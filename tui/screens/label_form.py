"""The form of one label: its name, its color as it will look, what it means, examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.color import Color
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from store import SanggahError, labels
from tui.label_looks import adjusted_in, label_color, label_letters, letter_style
from tui.screens.dialog import CHOOSING, Dialog
from tui.terminal_text import one_line
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from store import Label

#: As many lines for examples are there at least.
_EXAMPLES = 2


class Wanted(NamedTuple):
    """A label as it is to be."""

    name: str
    color: str
    description: str


class LabelForm(Dialog[Wanted | None]):
    """Asks for a label. Answers with it as it is to be, or None where the form was left."""

    CSS_PATH = "label_form.tcss"
    AUTO_FOCUS = "LineInput"
    CONTEXT = "form"
    idle = CHOOSING

    def __init__(
        self, label: Label | None, position: int, present: Sequence[Label], used: int
    ) -> None:
        """Make the form.

        Args:
            label: The label to change; None for a new one.
            position: Its place in the order, from 0.
            present: The labels there are.
            used: How many annotations it has; with any it keeps its name.
        """
        super().__init__(f"Label {label.name}" if label else "A new label")
        self._label = label
        self._position = position
        self._names = [other.name for other in present]
        self._used = used
        meaning, self._examples = labels.meaning_of(label.description if label else "")
        self._given = (label.name, label.color, meaning) if label else ("", "", "")

    def compose_body(self) -> Iterable[Widget]:
        """Yield a line for each field, and how the label will look."""
        from tui.label_file import COLORS

        name, color, meaning = self._given
        color = color or COLORS[self._position % len(COLORS)]
        yield self._field("Name", name, "name", "one word, or two")
        yield self._field("Colour", color, "color", "#rrggbb")
        yield Horizontal(Static(Content("")), Static(Content(""), id="look"))
        yield self._field("Meaning", meaning, "meaning", "what is tagged with it")
        for place in range(max(len(self._examples) + 1, _EXAMPLES)):
            example = self._examples[place] if place < len(self._examples) else ""
            yield self._field("Example", example, f"example-{place}", "words it is given to")

    @staticmethod
    def _field(title: str, value: str, name: str, hint: str) -> Horizontal:
        line = LineInput(value, placeholder=hint, id=name, select_on_focus=False)
        return Horizontal(Static(Content(title)), line)

    def on_mount(self) -> None:
        """Show how the label looks now."""
        super().on_mount()
        self._show_look()

    def on_input_changed(self) -> None:
        """Show how it would look, and take the problem away."""
        self.show_problem("")
        self._show_look()

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", LineInput).value

    def _show_look(self) -> None:
        """Show the letter as it will stand in the margin, and where its color is adjusted."""
        look = self.query_one("#look", Static)
        try:
            written = labels.checked_color(self._value("color"))
        except SanggahError as error:
            look.update(Content(one_line(str(error))))
            return
        name = self._value("name").strip() or "?"
        before = self._names[: self._position]
        letter = label_letters([*before, name])[name]
        color = label_color(written, self._position, self.app.theme_variables)
        style = Style.from_rich_style(letter_style(color, self._background))
        moved = adjusted_in(written, self._position)
        where = f"made lighter or darker in: {', '.join(moved)}" if moved else "readable as it is"
        look.update(Content.assemble((f" {letter} ", style), f" {where}"))

    @property
    def _background(self) -> Color:
        return self.query_one("#look", Static).background_colors[1]

    def action_accept(self) -> None:
        """Answer with the label, or say what is wrong and stay."""
        fields = [line.value for line in self.query(LineInput) if (line.id or "")[:8] == "example-"]
        try:
            name = labels.checked_name(self._value("name"))
            color = labels.checked_color(self._value("color"))
            if labels.spelled(name, [self._given[0]]):
                name = self._given[0]
            else:
                if labels.spelled(name, self._names):
                    raise SanggahError(f"there is a label {name} already: choose another name")
                if self._used:
                    marks = "1 annotation has" if self._used == 1 else f"{self._used:,} have"
                    raise SanggahError(f"{self._given[0]} keeps its name: {marks} it")
        except SanggahError as error:
            self.show_problem(str(error))
            return
        self.dismiss(Wanted(name, color, labels.description_of(self._value("meaning"), fields)))

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next(LineInput)

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous(LineInput)
