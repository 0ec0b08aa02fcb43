"""The project's labels: adding, describing, colouring, ordering and removing them.

Each change is written at once and can be taken back. Labels that come from a file are shown, and
changed there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store import SanggahError, Store, history, labels
from store import annotations as stored_annotations
from tui.keymap import bind
from tui.screens.dialog import Dialog
from tui.terminal_text import one_line
from tui.trouble import sentence
from tui.widgets.key_footer import KeyFooter
from tui.widgets.label_list import LabelList

if TYPE_CHECKING:
    from store import Label, Undone

#: Lines that are no labels: the border, the title, a problem, the heading and the footer.
_OTHER_ROWS: Final = 7
_CHANGES: Final = ("add", "edit", "move_down", "move_up", "remove", "undo", "redo")


class LabelsScreen(Dialog[None]):
    """Lists the labels and changes them."""

    CSS_PATH = "labels.tcss"
    CONTEXT = "labels_editor"
    AUTO_FOCUS = "LabelList"

    def __init__(self, file: Path | None = None) -> None:
        """Make the screen.

        Args:
            file: The file that the labels come from; None where they are the store's own.
        """
        super().__init__("Labels")
        self._file = file
        self.idle = _CHANGES if file is not None else ()

    def compose_body(self) -> Iterable[Widget]:
        """Yield the list."""
        if self._file is not None:
            yield Static(Content("Change these in their file, read at each start:"))
            yield Static(Content(one_line(str(self._file))))
        yield LabelList(self.app.keymap)

    def on_mount(self) -> None:
        """Show the labels."""
        super().on_mount()
        bind(self._list, self.app.keymap)
        self._show()

    def on_resize(self) -> None:
        """Show as many labels as there is room for."""
        self._make_room()

    def _make_room(self) -> None:
        others = _OTHER_ROWS + (2 if self._file is not None else 0)
        rows = min(self._list.row_count, self.size.height - others)
        self._list.styles.height = max(1, rows)

    @property
    def _list(self) -> LabelList:
        return self.query_one(LabelList)

    def _show(self, at: str | None = None) -> None:
        listed = stored_annotations.labels(self.app.store)
        self.app.name_labels([label.name for label in listed])
        self._list.keymap = self.app.keymap
        self._list.show(listed, labels.uses(self.app.store), at)
        self._make_room()

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do, in a few words; "" if it has."""
        if self._file is not None and action in _CHANGES:
            return f"the labels come from {self._file}: change them there"
        return ""

    def _may(self, action: str) -> bool:
        why = self.why_not(action)
        self.show_problem(sentence(why))
        return not why

    def _write(self, job: Callable[[Store], Any], says: Callable[[Any], str], at: str = "") -> None:
        """Have a change written; then list the labels as they are and say what was done."""

        def done(result: Any) -> None:
            if self.is_attached:
                self._show(at or None)
                for footer in self.query(KeyFooter):
                    footer.show_message(says(result))

        def failed(_: SanggahError) -> None:
            if self.is_attached:
                self._show()

        self.app.write(job, done, failed=failed)

    # The keys

    def action_cursor_down(self) -> None:
        """Next label."""
        self._list.action_cursor_down()

    def action_cursor_up(self) -> None:
        """Label before."""
        self._list.action_cursor_up()

    def action_top(self) -> None:
        """First label."""
        self._list.action_top()

    def action_bottom(self) -> None:
        """Last label."""
        self._list.action_bottom()

    def action_add(self) -> None:
        """Ask for a new label."""
        if self._may("add"):
            self._ask(None)

    def action_edit(self) -> None:
        """Ask for the label's name, color, meaning and examples."""
        if self._may("edit") and self._list.label is not None:
            self._ask(self._list.label)

    def _ask(self, label: Label | None) -> None:
        from tui.screens.label_form import LabelForm, Wanted

        present = stored_annotations.labels(self.app.store)
        position = present.index(label) if label in present else len(present)

        def take(wanted: Wanted | None) -> None:
            if wanted is None:
                return
            name, color, description = wanted
            if label is None:
                self._write(
                    lambda store: labels.add(store, name, color, description),
                    lambda _: f"Added: {name}",
                    name,
                )
            elif wanted != (label.name, label.color, label.description):
                self._write(
                    lambda store: labels.change(
                        store, label.name, to=name, color=color, description=description
                    ),
                    lambda _: f"Changed: {name}",
                    name,
                )

        used = labels.uses(self.app.store).get(label.name, 0) if label else 0
        self.app.push_screen(LabelForm(label, position, present, used), take)

    def action_move_down(self) -> None:
        """Move the label down in the order."""
        self._move("move_down", +1)

    def action_move_up(self) -> None:
        """Move the label up in the order."""
        self._move("move_up", -1)

    def _move(self, action: str, places: int) -> None:
        label = self._list.label
        if not self._may(action) or label is None:
            return
        at = self._list.cursor + places
        if not 0 <= at < self._list.row_count:
            self.show_problem(f"It is the {'last' if places > 0 else 'first'} already.")
            return
        name = label.name
        self._write(
            lambda store: labels.move(store, name, places), lambda _: f"Moved: {name}", name
        )

    def action_remove(self) -> None:
        """Remove the label, where no annotation has it."""
        label = self._list.label
        if self._may("remove") and label is not None:
            undo = self.app.keymap.display("labels_editor", "undo")
            self._write(
                lambda store: labels.remove(store, label.name),
                lambda _: f"Removed: {label.name}" + (f" ({undo} takes it back)" if undo else ""),
            )

    def action_undo(self) -> None:
        """Take back the reviewer's last change of a label."""
        if self._may("undo"):
            self._write(
                lambda store: history.undo(store, labels=True),
                lambda undone: _told(undone, "Undone", "Nothing to undo among the labels."),
            )

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self._may("redo"):
            self._write(
                lambda store: history.redo(store, labels=True),
                lambda undone: _told(undone, "Redone", "Nothing to redo among the labels."),
            )


def _told(undone: Undone | None, said: str, nothing: str) -> str:
    return f"{said}: {undone.summary}" if undone else nothing
