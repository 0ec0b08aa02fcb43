"""The command palette: every action of the present place by its name, with its key.

What an action does stands where it is bound; the palette only finds and calls it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.screen import Screen

from tui.keymap import Keymap, action_call, contexts_of
from tui.screens.picker import Picker

if TYPE_CHECKING:
    from typing import Any

    from tui.app import SanggahApp

#: Actions that make no sense in the palette: itself, and one that only a key says in full.
_NOT_LISTED = {("app", "command_palette"), ("reader", "tag_by_position")}
_KEYS_WIDTH = 12


@dataclass(frozen=True, slots=True)
class Command:
    """An action of the present place.

    Attributes:
        description: What it does.
        keys: Its keys as they are shown.
        node: Whose action it is.
        call: The call that Textual makes on the node.
        refusal: Why it would do nothing now; "" where it would.
    """

    description: str
    keys: str
    node: DOMNode
    call: str
    refusal: str = ""

    @property
    def shown(self) -> str:
        """The command as a line of the list."""
        why = f" ({self.refusal})" if self.refusal else ""
        return f"{self.keys:<{_KEYS_WIDTH}} {self.description}{why}"


def commands_of(screen: Screen[Any], keymap: Keymap) -> list[Command]:
    """Return the actions of this place, the focused widget's first, the app's last."""
    return [
        Command(
            action.description,
            keymap.display_all(context, action.name),
            node,
            action_call(context, action.name),
            why_not(node, action.name) if context != "labels" else "",
        )
        for node in _nodes(screen)
        for context in contexts_of(node)
        for action in keymap.actions(context)
        if (context, action.name) not in _NOT_LISTED
    ]


def why_not(node: DOMNode, action: str) -> str:
    """Return why an action of a node would do nothing now, as the node says it; "" if it would."""
    asked = getattr(node, "why_not", None)
    return asked(action) if asked is not None else ""


def contexts_here(screen: Screen[Any]) -> list[str]:
    """Return the contexts of the present place: what has the keys first, and the app's."""
    found = [contexts for node in _nodes(screen) if (contexts := contexts_of(node))]
    return list(dict.fromkeys((*found[0], *found[-1])))


def node_of(screen: Screen[Any], context: str) -> DOMNode | None:
    """Return what answers to the actions of a context now: the innermost that was given them."""
    return next((node for node in _nodes(screen) if context in contexts_of(node)), None)


def open_palette(app: SanggahApp) -> None:
    """Let an action of the present screen be found by its name, and call it."""
    commands = commands_of(app.screen, app.keymap)

    async def call(index: int | None) -> None:
        if index is not None:
            await app.run_action(commands[index].call, commands[index].node)

    refused = {place: found.refusal for place, found in enumerate(commands) if found.refusal}
    shown = [command.shown for command in commands]
    app.push_screen(Picker("What to do?", shown, refused=refused), call)


def _nodes(screen: Screen[Any]) -> Iterator[DOMNode]:
    """Yield what has keys now, from the focused widget up to the app."""
    nodes = (
        screen.focused.ancestors_with_self if screen.focused is not None else (screen, screen.app)
    )
    for node in nodes:
        yield node
        if node.is_modal:
            return
