"""The filter dialog: one list of states, labels and outlets, narrowed by typing.

It shows what is chosen and answers with the new choice; what is done with it is its caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.keymap import Keymap, bind
from tui.widgets.article_list import STATE_SIGNS, label_letters
from tui.widgets.choices import Choices
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from store import ReviewState

#: The most choices that are shown at once.
MOST_LISTED = 18


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

    def line(self, filters: Filters) -> str:
        """Return its line in the list, marked where ``filters`` has it."""
        kind = "" if self.kind == "all" else self.kind
        return f"{'●' if self.is_chosen(filters) else ' '} {kind:<7} {self.shown}"

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
        FilterOption("outlet", name, f"{name} ({count:,})") for name, count in outlets if name
    ]
    return options


class FilterScreen(ModalScreen["Filters | None"]):
    """Chooses a state, a label or an outlet; choosing it again takes it away.

    Answers with the filters, or None where it was left.
    """

    AUTO_FOCUS = "LineInput"
    DEFAULT_CSS = """
    FilterScreen {
        align: center middle;
        & > Vertical {
            width: 64;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $primary;
            padding: 0 1;
            background: $surface;
        }
        & Static { height: 1; width: 100%; text-style: bold; }
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

    def compose(self) -> ComposeResult:
        """Compose the title, the list and the line that narrows it."""
        with Vertical():
            yield Static(self._title())
            yield Choices([option.line(self._filters) for option in self._options])
            yield LineInput(placeholder="type to narrow")

    def on_mount(self) -> None:
        """Put the keys in place and begin at the first choice."""
        bind(self, self._keymap, "prompt")
        room = max(1, self.app.size.height - 4)
        self._choices.styles.height = min(MOST_LISTED, len(self._options), room)
        self._choices.move(+1)

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    def _title(self) -> Content:
        hints = "  ".join(f"{key} {words}" for key, words in self._keymap.footer("prompt"))
        return Content.assemble("Show only  ", (hints, "not bold dim"))

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List what contains the typed words, and highlight the first of it."""
        self._choices.narrow(event.value)
        self._choices.move(+1)

    @on(Choices.Chosen)
    def choose(self, event: Choices.Chosen) -> None:
        """Answer with the choice that was clicked."""
        self.dismiss(self._options[event.index].apply(self._filters))

    def action_accept(self) -> None:
        """Answer with the highlighted choice."""
        index = self._choices.highlighted
        if index is not None:
            self.dismiss(self._options[index].apply(self._filters))

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def action_next_choice(self) -> None:
        """Highlight the next choice."""
        self._choices.move(+1)

    def action_previous_choice(self) -> None:
        """Highlight the choice before."""
        self._choices.move(-1)
