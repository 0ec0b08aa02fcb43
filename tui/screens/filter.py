"""The filter dialog: one list of states, labels and outlets, narrowed by typing.

It shows what is chosen and answers with the new choice; what is done with it is its caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui import keymap as keymaps
from tui.terminal_text import one_line
from tui.widgets.article_list import STATE_SIGNS, label_letters

if TYPE_CHECKING:
    from store import ReviewState
    from tui.keymap import Keymap

#: Choices listed at once; typing finds the others.
LISTED = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """What the library shows: None stands for any."""

    state: ReviewState | None = None
    outlet: str | None = None
    label: str | None = None

    def __bool__(self) -> bool:
        return not (self.state is None and self.outlet is None and self.label is None)


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A choice of the list: what it sets, and how it reads."""

    kind: Literal["all", "state", "label", "outlet"]
    value: str
    shown: str

    def is_chosen(self, filters: Filters) -> bool:
        """Whether ``filters`` has this choice."""
        return self.kind != "all" and getattr(filters, self.kind) == self.value

    def apply(self, filters: Filters) -> Filters:
        """Return ``filters`` with this choice, or without it where it was chosen."""
        if self.kind == "all":
            return Filters()
        value = None if self.is_chosen(filters) else self.value
        if self.kind == "state":
            return replace(filters, state=cast("ReviewState | None", value))
        if self.kind == "label":
            return replace(filters, label=value)
        return replace(filters, outlet=value)


def filter_options(
    labels: Sequence[str], outlets: Iterable[tuple[str, int]], filters: Filters
) -> list[FilterOption]:
    """Return every choice: all articles (where something is chosen), states, labels, outlets.

    ``outlets`` gives each name with its number of articles.
    """
    letters = label_letters(labels)
    options = [FilterOption("all", "", "all articles")] if filters else []
    options += [FilterOption("state", name, f"{sign} {name}") for name, sign in STATE_SIGNS.items()]
    options += [FilterOption("label", name, f"{letters[name]} {name}") for name in labels]
    options += [
        FilterOption("outlet", name, f"  {name} ({count:,})") for name, count in outlets if name
    ]
    return options


class FilterScreen(ModalScreen["Filters | None"]):
    """Chooses a state, a label or an outlet; choosing it again takes it away.

    Answers with the filters, or None where it was left.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar = []
    DEFAULT_CSS = """
    FilterScreen {
        align: center middle;
        & > Vertical {
            width: 60;
            max-width: 100%;
            height: auto;
            max-height: 90%;
            border: round $primary;
            padding: 0 1;
            background: $surface;
        }
        & Static { height: 1; text-style: bold; }
        & Input { border: none; height: 1; padding: 0; background: $boost; }
        & OptionList {
            border: none;
            height: auto;
            max-height: 20;
            padding: 0;
            background: $surface;
        }
    }
    """

    def __init__(
        self,
        keymap: Keymap,
        labels: Sequence[str],
        outlets: Iterable[tuple[str, int]],
        filters: Filters,
    ) -> None:
        """Make the dialog.

        Args:
            keymap: Gives the keys, which are those of prompts.
            labels: The project's labels in their order.
            outlets: Each outlet with its number of articles.
            filters: What is chosen now.
        """
        super().__init__()
        self._keymap = keymap
        self._filters = filters
        self._options = filter_options(labels, outlets, filters)
        self._listed: list[FilterOption] = []

    def compose(self) -> ComposeResult:
        """Compose the title, the line to type in and the list."""
        with Vertical():
            yield Static(Content("Show only"))
            yield Input(placeholder="type to find a state, a label or an outlet")
            options = OptionList()
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Put the keys in place and list everything."""
        keymaps.bind(self, self._keymap, "prompt")
        self._list("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List what contains the typed words."""
        self._list(event.value)

    @on(Input.Submitted)
    def accept(self) -> None:
        """Take the choice under the cursor."""
        self.action_accept()

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Take the choice that was clicked."""
        if event.option_index < len(self._listed):
            self.dismiss(self._listed[event.option_index].apply(self._filters))

    def action_accept(self) -> None:
        """Answer with the choice under the cursor."""
        index = self.query_one(OptionList).highlighted
        if index is not None and index < len(self._listed):
            self.dismiss(self._listed[index].apply(self._filters))

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def action_next_choice(self) -> None:
        """Go down the list."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_choice(self) -> None:
        """Go up the list."""
        self.query_one(OptionList).action_cursor_up()

    def _list(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [
            option
            for option in self._options
            if all(word in f"{option.kind} {option.shown}".casefold() for word in words)
        ]
        self._listed = found[:LISTED]
        shown = [Option(self._reads(option)) for option in self._listed]
        if len(found) > LISTED:
            more = f"    {len(found) - LISTED:,} more: type to find them"
            shown.append(Option(Content(more), disabled=True))
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options(shown)
        choices.highlighted = 0 if self._listed else None

    def _reads(self, option: FilterOption) -> Content:
        mark = "● " if option.is_chosen(self._filters) else "  "
        kind = "" if option.kind == "all" else f"{option.kind}  "
        return Content.assemble(mark, (f"{kind:<8}", "dim"), one_line(option.shown))
