"""An app with the keys and nothing else, in which dialogs are opened by the tests."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tui.keymap import bind, load_keymap
from tui.widgets.key_footer import KeyFooter

LABELS = ["claim", "denial", "evidence"]


class Page(Widget, can_focus=True):
    """A page of text with the keys of the reader; it keeps what was called."""

    DEFAULT_CSS = "Page { height: 1fr; }"

    def render(self) -> str:
        return "\n".join(f"line {number} of the article" for number in range(1, 60))


class PageScreen(Screen[None]):
    """Has the reader's keys and writes down what they call."""

    BINDINGS: ClassVar = []

    def __init__(self) -> None:
        super().__init__()
        self.called: list[tuple[str, tuple[object, ...]]] = []

    def compose(self) -> ComposeResult:
        yield Page()
        yield KeyFooter(self.app.keymap, "reader")  # type: ignore[attr-defined]

    def on_mount(self) -> None:
        bind(self, self.app.keymap, "reader")  # type: ignore[attr-defined]
        bind(self.query_one(Page), self.app.keymap)  # type: ignore[attr-defined]
        self.query_one(Page).focus()

    def action_tag(self, label: str) -> None:
        self.called.append(("tag", (label,)))

    def action_tag_by_position(self, position: int) -> None:
        self.called.append(("tag_by_position", (position,)))

    def action_next_sentence(self) -> None:
        self.called.append(("next_sentence", ()))

    def action_next_quote(self) -> None:
        self.called.append(("next_quote", ()))


class DialogHost(App[None]):
    """Opens dialogs over a page and keeps their answers."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, labels: list[str] | None = None) -> None:
        super().__init__()
        self.keymap, self.problems = load_keymap(None, LABELS if labels is None else labels)
        self.page = PageScreen()
        self.answers: list[Any] = []
        bind(self, self.keymap, "app")

    def get_default_screen(self) -> Screen[None]:
        return self.page

    def ask(self, dialog: Any) -> None:
        self.push_screen(dialog, self.answers.append)

    def action_command_palette(self) -> None:
        from tui.commands import open_palette

        open_palette(self)  # type: ignore[arg-type]
