"""What the library can be narrowed to: a state, a label, an outlet, as choices of one list.

Pure data; the list is shown by the picker, and the query made by the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from tui.label_looks import label_letters
from tui.widgets.article_list import STATE_SIGNS

if TYPE_CHECKING:
    from store import ReviewState


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
