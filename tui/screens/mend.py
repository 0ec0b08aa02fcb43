"""The form in which a reviewer mends what a page says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store import SanggahError, articles
from tui.screens.dialog import CHOOSING, Dialog
from tui.terminal_text import one_line
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from store import Metadata

#: The fields in their order, with their labels and what to write.
FIELDS: Final = (
    ("title", "Title", ""),
    ("byline", "Byline", "who wrote it"),
    ("outlet", "Outlet", "where it appeared"),
    ("published", "Published", "2024-05-31 or 2024-05-31T14:30+07:00"),
    ("url", "Address", "https://"),
)


class MendScreen(Dialog[dict[str, str] | None]):
    """Asks for title, byline, outlet, date and address.

    Answers with the fields that were changed, "" where one was emptied, or None where the form
    was left. A field that nobody touched is not among them, whatever characters it holds.
    """

    CSS_PATH = "mend.tcss"
    AUTO_FOCUS = "LineInput"
    CONTEXT = "form"
    idle = CHOOSING

    def __init__(self, metadata: Metadata) -> None:
        """Make the form.

        Args:
            metadata: What the article says of itself now.
        """
        super().__init__("Mend what the page says of itself")
        self._given = {name: getattr(metadata, name) or "" for name, _, _ in FIELDS}

    def compose_body(self) -> Iterable[Widget]:
        """Yield a labelled line for each field."""
        for name, label, hint in FIELDS:
            line = LineInput(self._given[name], placeholder=hint, id=name, select_on_focus=False)
            yield Horizontal(Static(Content(label)), line)

    def action_accept(self) -> None:
        """Answer with what was changed, or say what is wrong and stay."""
        changed: dict[str, str] = {}
        for name, given in self._given.items():
            value = self.query_one(f"#{name}", LineInput).value
            if value != one_line(given):
                changed[name] = value.strip()
        try:
            if changed.get("published"):
                articles.check_date(changed["published"])
        except SanggahError as error:
            self.show_problem(str(error))
            self.query_one("#published").focus()
        else:
            self.dismiss(changed)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next(LineInput)

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous(LineInput)

    def on_input_changed(self) -> None:
        """Take the problem away once something is written."""
        self.show_problem("")
