"""A prompt at the bottom of a screen: one line to type in, and choices above it.

It lies over the text, which does not move. It asks and answers by messages; what a prompt is for,
and where the draft of one that was left is kept, is the screen's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.keymap import Keymap, bind
from tui.terminal_text import folded, one_line
from tui.widgets.choices import Choices
from tui.widgets.key_footer import KeyFooter
from tui.widgets.line_input import LineInput

#: The most choices that are shown at once.
MOST_CHOICES = 8
#: Cells beside the title, and what stands between its parts.
_SIDES = 2
_GAP = "  ·  "
#: Lines that are no choices: the border, the title, the line itself and the footer below.
_OTHER_ROWS = 4

#: What a search can be switched to: the prompt's action, and its words.
SEARCH_SWITCHES = {"regular_expression": "regular expression", "whole_words": "whole words"}


class Prompt(Widget, inherit_bindings=False):
    """Asks for one line. Typing narrows the choices and highlights the first of them.

    Where any words are allowed, moving up from the first choice highlights none: then what was
    typed is taken as it stands. Messages carry the ``name`` that `open` was given.
    """

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Prompt {
        layer: prompt;
        overlay: screen;
        dock: bottom;
        display: none;
        height: auto;
        max-height: 100%;
        margin-bottom: 1;
        background: $surface;
        border-top: solid $primary;
        padding: 0 1;
        &.-open { display: block; }
        & > Static { height: 1; width: 100%; text-style: bold; }
    }
    """

    class Changed(Message):
        """Something was typed into a live prompt."""

        def __init__(self, name: str, value: str) -> None:
            super().__init__()
            self.name = name
            self.value = value

    class Accepted(Message):
        """The line was taken. ``value`` is what it was opened with where nothing was typed."""

        def __init__(self, name: str, value: str) -> None:
            super().__init__()
            self.name = name
            self.value = value

    class Stepped(Message):
        """Up or down was pressed where there are no choices: ``step`` is -1 or +1."""

        def __init__(self, name: str, step: int) -> None:
            super().__init__()
            self.name = name
            self.step = step

    class Left(Message):
        """The prompt was left. ``changed`` tells whether ``draft`` is not what it opened with."""

        def __init__(self, name: str, draft: str, changed: bool) -> None:
            super().__init__()
            self.name = name
            self.draft = draft
            self.changed = changed

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:  # noqa: A002
        """Make a prompt that is closed.

        Args:
            keymap: The keys; the prompt's are those of the context ``prompt``.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._keymap = keymap
        self._name_asked = ""
        self._given = ""
        self._options: tuple[str, ...] = ()
        self._allow_free = True
        self._live = False
        self._title = ""
        self._offered: Mapping[str, str] = {}
        self.switches: frozenset[str] = frozenset()
        self._focus_before: Widget | None = None
        self._footer_before = ""

    def compose(self) -> ComposeResult:
        """The title, the choices and the line."""
        yield Static(Content(""))
        yield Choices()
        yield LineInput(select_on_focus=False)

    def on_mount(self) -> None:
        """Put the keys in place."""
        bind(self, self._keymap, "prompt")

    @property
    def is_modal(self) -> bool:
        """An open prompt keeps its keys from the screen below."""
        return self.is_open

    @property
    def is_open(self) -> bool:
        """Whether the prompt is asking."""
        return self.has_class("-open")

    @property
    def value(self) -> str:
        """What stands in the line; what the prompt was opened with where nothing was typed."""
        written = self._line.value
        if written == one_line(self._given):
            return self._given
        return written.replace("␊", "\n") if "\n" in self._given else written

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    def open(
        self,
        name: str,
        title: str,
        value: str = "",
        choices: Sequence[str] = (),
        allow_free: bool = True,
        live: bool = False,
        switches: Mapping[str, str] | None = None,
        switched_on: Iterable[str] = (),
    ) -> None:
        """Ask for a line.

        Args:
            name: What is asked, to tell the answers apart.
            title: What is asked, in words.
            value: What stands in the line at first.
            choices: What can be chosen, the likeliest first.
            allow_free: Whether words that are no choice are taken.
            live: Whether every change is told as it is typed.
            switches: The actions that switch something here, and what they switch, in words.
                ``self.switches`` holds those that are on.
            switched_on: Those of them that are on at first.
        """
        if not self.is_open:
            self._focus_before = self.screen.focused
            for footer in self.screen.query(KeyFooter):
                self._footer_before = footer.context
                footer.turn_to("prompt")
        self._name_asked = name
        self._given = value
        self._options = tuple(choices)
        self._allow_free = allow_free
        self._live = live
        self._title = one_line(title)
        self._offered = switches or {}
        self.switches = frozenset(switched_on) & self._offered.keys()
        self._show_title()
        self._choices.offer(choices)
        if not allow_free and choices:
            self._choices.move(+1)
        self._make_room(self.screen.size.height)
        with self.prevent(Input.Changed):
            self._line.value = value
        self.add_class("-open")
        self._line.focus()
        self._line.cursor_position = len(self._line.value)
        if choices or live:  # typing names another one instead of going on with this one
            self._line.action_select_all()

    def _show_title(self) -> None:
        """Show what is asked and the switches, in fewer words where there is less room."""
        shown = [
            (self._keymap.display("prompt", action), words, action in self.switches)
            for action, words in self._offered.items()
        ]
        in_full = [f"{key} {words}: {'on' if on else 'off'}" for key, words, on in shown]
        in_short = [
            f"{key} {words.split()[-1]}: {'on' if on else 'off'}" for key, words, on in shown
        ]
        least = [words for _, words, on in shown if on]
        titles = (
            _GAP.join(parts)
            for parts in ((self._title, *in_full), (self._title, *in_short), (*least, self._title))
        )
        room = self.screen.size.width - _SIDES
        title = next((title for title in titles if cell_len(title) <= room), _GAP.join(least))
        self.query_one(Static).update(Content(title or self._title), layout=False)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        if self.is_open:
            self._show_title()

    def close(self) -> None:
        """Close without an answer and give the focus back."""
        if not self.is_open:
            return
        self.remove_class("-open")
        for footer in self.screen.query(KeyFooter):
            footer.context = self._footer_before
        before, self._focus_before = self._focus_before, None
        self.screen.set_focus(before if before is not None and before.is_attached else None)

    def _make_room(self, height: int) -> None:
        """Show as many choices as a screen of ``height`` lines has room for over the line."""
        rows = min(MOST_CHOICES, len(self._options), height - _OTHER_ROWS)
        self._choices.styles.height = max(1, rows)
        self._choices.display = rows > 0
        self.query_one(Static).display = height >= _OTHER_ROWS

    def action_accept(self) -> None:
        """Take the highlighted choice, else the words as they stand."""
        index = self._choices.highlighted
        if index is not None:
            self._answer(self._options[index])
        elif self._allow_free:
            self._answer(self.value)

    def action_leave(self) -> None:
        """Close, and tell what was written."""
        draft = self.value
        self.close()
        self.post_message(self.Left(self._name_asked, draft, draft != self._given))

    def action_next_choice(self) -> None:
        """Highlight the next choice; without choices, tell that down was pressed."""
        self._step(+1)

    def action_previous_choice(self) -> None:
        """Highlight the choice before, or none; without choices, tell that up was pressed."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._options:
            self._choices.move(step, may_leave=self._allow_free)
        else:
            self.post_message(self.Stepped(self._name_asked, step))

    def action_regular_expression(self) -> None:
        """Take what is typed for a regular expression, or for words again."""
        self._switch("regular_expression")

    def action_whole_words(self) -> None:
        """Find whole words only, or parts of words as well."""
        self._switch("whole_words")

    def _switch(self, action: str) -> None:
        if action not in self._offered:
            for footer in self.screen.query(KeyFooter):
                footer.show_message("Only a search can be switched so.")
            return
        self.switches ^= {action}
        self._show_title()
        self.post_message(self.Changed(self._name_asked, self.value))

    def _answer(self, value: str) -> None:
        self.close()
        self.post_message(self.Accepted(self._name_asked, value))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        if not self.is_open:
            return
        self._choices.narrow(event.value)
        if self._choices.found and (folded(event.value).strip() or not self._allow_free):
            self._choices.move(+1)
        if self._live:
            self.post_message(self.Changed(self._name_asked, self.value))

    @on(Choices.Chosen)
    def _choose(self, event: Choices.Chosen) -> None:
        event.stop()
        self._answer(self._options[event.index])

    def on_descendant_blur(self) -> None:
        """Leave, with the draft kept, where the mouse took the focus elsewhere."""
        self.call_after_refresh(self._leave_if_elsewhere)

    def _leave_if_elsewhere(self) -> None:
        if not self.is_open or not self.app.app_focus or not self.screen.is_active:
            return
        focused = self.screen.focused
        if focused is not None and self not in focused.ancestors_with_self:
            self._focus_before = focused
            self.action_leave()
