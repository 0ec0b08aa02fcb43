"""The form that asks what to export, how and where. Writing the file is its caller's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog
from tui.widgets.line_input import LineInput
from tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from store import exchange

#: The formats in the order in which they are offered, with their file endings.
ENDINGS: Final = {"csv": ".csv", "jsonl": ".jsonl", "markdown": ".md", "parquet": ".parquet"}
_ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to export. None stands for all.

    ``text`` says which words the formats for people print: ``clean`` or ``source``.
    """

    format: exchange.Format
    path: Path
    text: Literal["clean", "source"] = "clean"
    label: str | None = None
    reviewer: str | None = None
    this_article: bool = False


class ExportScreen(Dialog[ExportChoice | None]):
    """Asks for format, file, words, label, reviewer and which articles."""

    CSS_PATH = "export.tcss"
    AUTO_FOCUS = "OneOf"
    CONTEXT = "form"

    def __init__(
        self,
        labels: Sequence[str],
        reviewers: Sequence[str] = (),
        *,
        article: str | None = None,
        name: str = "annotations",
    ) -> None:
        """Make the form.

        Args:
            labels: The project's labels.
            reviewers: Whose annotations there are.
            article: The title of the open article; None offers all articles only.
            name: The file's name without its ending.
        """
        super().__init__("Export annotations")
        self._labels = tuple(labels)
        self._reviewers = tuple(reviewers)
        self._article = article
        self._stem = name
        self._confirmed: Path | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Yield the fields."""
        yield _row("Format", OneOf(list(ENDINGS), id="format"))
        yield _row("File", LineInput(self._suggested("csv"), id="file", select_on_focus=False))
        articles = ["all articles"]
        if self._article is not None:
            articles.append(f"only “{self._article}”")
        yield _row("Articles", OneOf(articles, id="articles"))
        yield _row("Label", OneOf([_ALL, *self._labels], id="label"))
        yield _row("Reviewer", OneOf([_ALL, *self._reviewers], id="reviewer"))
        yield _row("Words", OneOf(["clean", "source"], id="text"))

    def _suggested(self, format_name: str) -> str:
        return f"{self._stem}{ENDINGS[format_name]}"

    @on(OneOf.Changed, "#format")
    def _follow_format(self) -> None:
        """Give the file the format's ending, unless it was named by hand."""
        file = self.query_one("#file", LineInput)
        if file.value in [self._suggested(name) for name in ENDINGS]:
            file.value = self._suggested(self.query_one("#format", OneOf).value)

    @on(Input.Changed)
    def _forget_problem(self) -> None:
        self._confirmed = None
        self.show_problem("")

    def action_accept(self) -> None:
        """Answer with the choice, or say what is wrong with the file and stay."""
        path = Path(self.query_one("#file", LineInput).value.strip()).expanduser()
        problem = self._problem_with(path)
        if problem:
            self.show_problem(problem)
            self.query_one("#file").focus()
        else:
            self.dismiss(self._choice(path))

    def _problem_with(self, path: Path) -> str | None:
        try:
            if not path.name:
                return "the file has no name; write one"
            if path.is_dir():
                return f"{path} is a folder; write the name of a file in it"
            if not path.parent.is_dir():
                return f"there is no folder {path.parent}; choose another"
            if path.exists() and path != self._confirmed:
                self._confirmed = path
                key = self.app.keymap.display("form", "accept")
                return f"{path} is there already; {key} again writes over it"
        except (OSError, ValueError) as error:
            return f"that is no place for a file ({error})"
        return None

    def _choice(self, path: Path) -> ExportChoice:
        label = self.query_one("#label", OneOf).index
        reviewer = self.query_one("#reviewer", OneOf).index
        return ExportChoice(
            format=cast("exchange.Format", self.query_one("#format", OneOf).value),
            path=path,
            text=cast(Literal["clean", "source"], self.query_one("#text", OneOf).value),
            label=self._labels[label - 1] if label else None,
            reviewer=self._reviewers[reviewer - 1] if reviewer else None,
            this_article=self.query_one("#articles", OneOf).index > 0,
        )

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_next_value(self) -> None:
        """Change the field to its next value."""
        self._step(+1)

    def action_previous_value(self) -> None:
        """Change the field to its value before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if isinstance(self.focused, OneOf):
            self.focused.step(by)


def _row(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(Content(label)), field)
