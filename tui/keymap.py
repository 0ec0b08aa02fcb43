"""From keybindings.toml to the keys of the screens: reading, checking, binding, describing.

A person's own file overrides the default file action by action; whatever is wrong with it becomes
a `FileProblem` with file, line and what to write. What the actions are stands in ``actions``,
what a key may be called in ``key_names``. ``bind`` is the one place that hands keys to Textual.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from store.model import SanggahError
from tui.actions import ACTIONS, ALWAYS, CONTEXTS, SHARED, Action
from tui.key_names import KeyNameError, key_character, key_name, shown_key, written_key
from tui.places import keys_file
from tui.terminal_text import one_line
from tui.toml_file import FileKind, FileProblem, TomlFile, UnreadableError, text_of
from tui.toml_lines import TomlPath

if TYPE_CHECKING:
    from tui.label_file import LabelFile

FILE_NAME: Final = "keybindings.toml"

_KIND: Final = FileKind(
    option="--keys",
    holds="a key file holds a few lines a key",
    entry='action = "key" or action = ["key", "key"] under a [context]',
    once="write each table and each action once, with all its keys in one list",
)

#: Textual's own keys of a line of text: what each does, and Textual's action for it. They stay.
EDITING_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "left": ("cursor_left", "A character left"),
    "right": ("cursor_right", "A character right"),
    "ctrl+left": ("cursor_left_word", "A word left"),
    "ctrl+right": ("cursor_right_word", "A word right"),
    "home": ("home", "To the start"),
    "ctrl+a": ("home", "To the start"),
    "end": ("end", "To the end"),
    "ctrl+e": ("end", "To the end"),
    "shift+left": ("cursor_left(True)", "Select a character left"),
    "shift+right": ("cursor_right(True)", "Select a character right"),
    "ctrl+shift+left": ("cursor_left_word(True)", "Select a word left"),
    "ctrl+shift+right": ("cursor_right_word(True)", "Select a word right"),
    "shift+home": ("home(True)", "Select to the start"),
    "shift+end": ("end(True)", "Select to the end"),
    "backspace": ("delete_left", "Delete the character to the left"),
    "delete": ("delete_right", "Delete the character to the right"),
    "ctrl+d": ("delete_right", "Delete the character to the right"),
    "ctrl+w": ("delete_left_word", "Delete the word to the left"),
    "ctrl+u": ("delete_left_all", "Delete all to the left"),
    "ctrl+k": ("delete_right_all", "Delete all to the right"),
    "ctrl+x": ("cut", "Cut what is selected"),
    "ctrl+c": ("copy", "Copy what is selected"),
    "ctrl+v": ("paste", "Paste what was cut or copied here"),
}

#: The actions of these contexts are pressed while a line of text has the keys.
_WHILE_TYPING: Final[Mapping[str, frozenset[str]]] = {
    "prompt": frozenset(ACTIONS["prompt"]),
    "form": frozenset(("accept", "leave", "next_field", "previous_field")),
}
#: Without these a person could not get out again.
_NEEDED: Final = frozenset(
    (("prompt", "leave"), ("form", "leave"), ("help", "leave"), ("labels_editor", "leave"))
)
#: What is bound together with a context on the same node.
_PARTS: Final[Mapping[str, tuple[str, ...]]] = {"reader": ("labels",)}


@dataclass(frozen=True)
class Keymap:
    """Which keys stand for which action, by Textual's names of the keys.

    ``table`` holds every action of every context, and under ``labels`` every label of the
    project, with () where an action has no key; ``for_labels`` the keys of all labels that the
    files name, whether the project has them or not.
    """

    table: Mapping[str, Mapping[str, tuple[str, ...]]]
    for_labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_labels(self, names: Sequence[str]) -> Keymap:
        """Return the keymap for other labels; a key that something else has is left to that."""
        taken = {
            key
            for context in ("labels", *SHARED["labels"])
            for action, keys in self.table[context].items()
            if context != "labels" or action in names
            for key in keys
        }
        now = self.table["labels"]
        labels = {
            name: now.get(name)
            or tuple(key for key in self.for_labels.get(name, ()) if key not in taken)
            for name in names
        }
        return replace(self, table={**self.table, "labels": labels})

    def keys(self, context: str, action: str) -> tuple[str, ...]:
        """Return the keys of an action, the first one first; () where it has none."""
        return self.table.get(context, {}).get(action, ())

    def display(self, context: str, action: str) -> str:
        """Return the first key of an action as it is shown, such as ``]``; "" where it has none."""
        keys = self.keys(context, action)
        return shown_key(keys[0]) if keys else ""

    def display_all(self, context: str, action: str) -> str:
        """Return all keys of an action as they are shown: ``j, ↓``; digits in a row as ``1..9``."""
        shown = [shown_key(key) for key in self.keys(context, action)]
        if len(shown) > 2 and "".join(shown) in "123456789":
            return f"{shown[0]}..{shown[-1]}"
        return ", ".join(shown)

    def label_key(self, label: str) -> str:
        """Return the key that tags with a label, its own or that of its position; "" for none."""
        own = self.display("labels", label)
        names = list(self.table.get("labels", ()))
        digits = self.keys("reader", "tag_by_position")
        if own or label not in names or names.index(label) >= len(digits):
            return own
        return shown_key(digits[names.index(label)])

    def actions(self, context: str) -> list[Action]:
        """Return the actions of a context as documented; for ``labels`` one for each label."""
        if context != "labels":
            return list(ACTIONS[context].values())
        return [
            Action("labels", name, f"Tag with the label {one_line(name)}", "Labels", one_line(name))
            for name in self.table["labels"]
        ]

    def footer(self, context: str) -> list[tuple[str, Action]]:
        """Return what the footer shows for a context: keys and their actions, the help last."""
        contexts = (*_PARTS.get(context, ()), context)
        shown = [
            (key, action)
            for part in contexts
            for action in self.actions(part)
            if action.footer and (key := self.display(part, action.name))
        ]
        if self.has_help(context):
            shown.append((self.display("app", "help"), ACTIONS["app"]["help"]))
        return shown

    def has_help(self, context: str) -> bool:
        """Whether a key opens the help in a context; then the footer shows it last."""
        return bool(self.display("app", "help")) and "app" in SHARED.get(context, ())


def action_call(context: str, action: str, place: int = 0) -> str:
    """Return the call that Textual makes on the node for an action of a context.

    Args:
        context: The action's context.
        action: Its name, or the label's name in ``labels``.
        place: The place of the key in its list, from 0; it is the label's for ``tag_by_position``.
    """
    if context == "labels":
        return f"tag({action!r})"
    if (context, action) == ("reader", "tag_by_position"):
        return f"tag_by_position({place + 1})"
    return f"app.{action}" if context == "app" else action


_contexts_of: WeakKeyDictionary[DOMNode, tuple[str, ...]] = WeakKeyDictionary()


def bind(node: DOMNode, keymap: Keymap, context: str | None = None) -> None:
    """Give ``node`` the keys of ``context`` in place of all that it inherited from Textual.

    The reader's context brings the labels' with it. Screens and widgets that take all keys
    for themselves (prompts, forms, the help) also get what works everywhere (`actions.ALWAYS`).

    Args:
        node: The app, a screen or a widget.
        keymap: The keys.
        context: A table of the keymap; None leaves the node without keys of its own.
    """
    bindings = BindingsMap()
    contexts = (*_PARTS.get(context, ()), context) if context else ()
    for part in contexts:
        for action in keymap.actions(part):
            for binding in _bindings_of(keymap, action):
                bindings._add_binding(binding)
    if context and context != "app" and "app" not in SHARED[context]:
        for name in ALWAYS:
            for binding in _bindings_of(keymap, ACTIONS["app"][name]):
                bindings._add_binding(binding)
    node._bindings = bindings
    _contexts_of[node] = contexts


def contexts_of(node: DOMNode) -> tuple[str, ...]:
    """Return the contexts whose keys ``node`` was given by `bind`."""
    return _contexts_of.get(node, ())


def _bindings_of(keymap: Keymap, action: Action) -> Iterator[Binding]:
    for place, key in enumerate(keymap.keys(action.context, action.name)):
        # What a terminal sends for ctrl+space has another name than what newer protocols send.
        for name in (key, "ctrl+@") if key == "ctrl+space" else (key,):
            yield Binding(
                key=name,
                action=action_call(action.context, action.name, place),
                description=action.footer or action.description,
                show=bool(action.footer),
                key_display=shown_key(key),
                tooltip=action.description,
                id=f"{action.context}.{action.name}",
            )


def find_user_file(chosen: Path | None = None) -> Path | None:
    """Return the key file to read: ``chosen``, else the person's own if there is one."""
    if chosen is not None:
        return chosen
    own = keys_file()
    return own if own.exists() else None


def default_text() -> str:
    """Return the default key file: the package's, or the repository's when run from there."""
    here = Path(__file__).parent
    for path in (here / FILE_NAME, here.parent / FILE_NAME):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise SanggahError(f"{FILE_NAME} is missing from this installation; install sanggah again")


def load_keymap(
    user_file: Path | None = None,
    label_names: Sequence[str] | None = None,
    *,
    default: str | None = None,
    label_file: LabelFile | None = None,
) -> tuple[Keymap, list[FileProblem]]:
    """Read the default keys and a person's own on top of them.

    Args:
        user_file: The person's file; None for the defaults alone (see `find_user_file`).
        label_names: The project's labels in their order; None takes those of the default file
            and accepts any in the person's.
        default: The text of the default file, for other defaults than ours.
        label_file: The project's own labels, whose keys come before the default file's.

    Returns:
        The keymap and what is wrong, in the order of the lines. With anything wrong the keymap
        is the default one.
    """
    ours = TomlFile(FILE_NAME, default_text() if default is None else default, _KIND)
    problems: list[FileProblem] = []
    defaults = _read_entries(ours, None, problems)
    given = {entry.action: entry.keys for entry in defaults if entry.context == "labels"}
    entries = {entry.name: entry for entry in defaults if _has_label(entry, label_names)}
    problems += _clashes(entries, ours)
    default_keymap = _keymap(entries, label_names, given)
    if label_file is not None and not problems:
        named = [_Entry(label_file, "labels", *item) for item in label_file.keys.items() if item[1]]
        entries |= {entry.name: entry for entry in named if _has_label(entry, label_names)}
        given = given | {entry.action: entry.keys for entry in named}
        problems += _clashes(entries, label_file)
    if problems:
        return default_keymap, problems
    if user_file is None:
        return _keymap(entries, label_names, given), []
    # A key for a label of the default file is no fault in a project that has others.
    usual = [entry.action for entry in defaults if entry.context == "labels"]
    known_labels = None if label_names is None else [*label_names, *usual]
    try:
        theirs = TomlFile(str(user_file), text_of(user_file, _KIND), _KIND)
        own = _read_entries(theirs, known_labels, problems)
    except UnreadableError as error:
        return default_keymap, [FileProblem(str(user_file), error.line, str(error))]
    entries |= {entry.name: entry for entry in own if _has_label(entry, label_names)}
    given = given | {entry.action: entry.keys for entry in own if entry.context == "labels"}
    problems += _clashes(entries, theirs)
    if problems:
        return default_keymap, sorted(problems, key=lambda problem: problem.line)
    return _keymap(entries, label_names, given), []


@dataclass(frozen=True)
class _Entry:
    """One line of a key file: an action and Textual's names of its keys."""

    file: TomlFile
    context: str
    action: str
    keys: tuple[str, ...]

    @property
    def name(self) -> tuple[str, str]:
        return self.context, self.action

    @property
    def label(self) -> str:
        return f"[{self.context}] {_named(self.action)}"

    def order(self, file: TomlFile) -> int:
        """The entry's line in ``file``, which must answer for a clash; 0 in another file."""
        return self.file.line((self.context, self.action)) if self.file is file else 0


def _read_entries(
    file: TomlFile, label_names: Sequence[str] | None, problems: list[FileProblem]
) -> list[_Entry]:
    """Return a file's entries with their good keys; add all that is wrong to ``problems``."""
    entries: list[_Entry] = []
    for context, table in file.tables.items():
        wrong = _wrong_context(context, table)
        if wrong:
            problems.append(file.problem((context,), wrong))
            continue
        for name, written in table.items():
            known = _known_actions(context, label_names)
            action = name if known is None else _known_name(context, name, known)
            if action is None:
                wrong = _unknown_action(context, name, known or ())
                problems.append(file.problem((context, name), wrong))
                continue
            keys = _read_keys(file, context, name, written, problems)
            entries.append(_Entry(file, context, action, keys))
    return entries


def _has_label(entry: _Entry, label_names: Sequence[str] | None) -> bool:
    """Whether the entry is for no label, or for one that the project has."""
    return entry.context != "labels" or label_names is None or entry.action in label_names


def _known_actions(context: str, label_names: Sequence[str] | None) -> Sequence[str] | None:
    return label_names if context == "labels" else list(ACTIONS[context])


def _known_name(context: str, name: str, known: Sequence[str]) -> str | None:
    """Return the one that is meant; a label's name may be typed with accents composed or not."""
    if name in known or context != "labels":
        return name if name in known else None
    from store import labels

    return labels.spelled(name, known)


def _wrong_context(context: str, table: object) -> str | None:
    contexts = ", ".join(f"[{name}]" for name in CONTEXTS)
    if context not in CONTEXTS:
        close = difflib.get_close_matches(context.lower(), list(CONTEXTS), n=1)
        if not isinstance(table, dict):
            places = [name for name in CONTEXTS if context in ACTIONS[name]]
            where = f"[{places[0]}]" if places else f"one of {contexts}"
            return f"{_named(context)} stands in no table; write {where} on a line above it"
        instead = f"[{close[0]}]" if close else f"one of {contexts}"
        return f"there is no context [{_named(context)}]; write {instead}"
    if not isinstance(table, dict):
        return f"{context} is a table; write [{context}], and its actions on the lines below"
    return None


def _unknown_action(context: str, action: str, known: Sequence[str]) -> str:
    kind = "label" if context == "labels" else "action"
    elsewhere = [name for name in CONTEXTS if action in ACTIONS[name] and context != "labels"]
    close = difflib.get_close_matches(
        action.lower().replace("-", "_"), list(known), n=2, cutoff=0.5
    )
    if elsewhere:
        instead = f"it belongs to [{elsewhere[0]}]"
    elif close:
        instead = "write " + " or ".join(_named(name) for name in close)
    else:
        instead = "`sanggah keys` lists them all; write one of those"
    return f"[{context}] has no {kind} {_named(action)}; {instead}"


def _read_keys(
    file: TomlFile,
    context: str,
    action: str,
    written: object,
    problems: list[FileProblem],
) -> tuple[str, ...]:
    """Return the good keys of one entry and add what is wrong with the others to ``problems``."""
    name = f"[{context}] {_named(action)}"
    several = written if isinstance(written, list) else [written]
    keys: list[str] = []
    for place, key in enumerate(several):
        path: TomlPath = (context, action, place)
        wrong = _wrong_type(key) if not isinstance(key, str) else None
        if isinstance(key, str):
            try:
                keys.append(key_name(key))
                wrong = _taken_by_typing(context, action, keys[-1])
            except KeyNameError as error:
                wrong = str(error)
        if wrong:
            problems.append(file.problem(path, f"{name}: {wrong}"))
    if not several and (context, action) in _NEEDED:
        wrong = 'without a key there is no way out; write one, such as "escape"'
        problems.append(file.problem((context, action), f"{name}: {wrong}"))
    return tuple(dict.fromkeys(keys))


def _wrong_type(value: object) -> str:
    if isinstance(value, bool):
        instead = "[] to disable the action" if not value else '"key"'
        return f"{str(value).lower()} is no key; write {instead}"
    if isinstance(value, int) and 0 <= value <= 9:
        return f'{value} is a number; write "{value}"'
    kinds = {dict: "a table", list: "a list within a list", int: "a number", float: "a number"}
    kind = kinds.get(type(value), "a date or time")
    return f'{kind} is no key; write "key" or ["key", "key"]'


def _taken_by_typing(context: str, action: str, key: str) -> str | None:
    if action not in _WHILE_TYPING.get(context, ()):
        return None
    if key_character(key) is not None:
        return f'"{shown_key(key)}" would be typed as text here; write a key such as "f2", "ctrl+n"'
    if key in EDITING_KEYS:
        does = EDITING_KEYS[key][1].lower()
        return f'"{key}" edits the line here ({does}); write a key such as "f2", "ctrl+n"'
    return None


def _clashes(entries: Mapping[tuple[str, str], _Entry], file: TomlFile) -> Iterator[FileProblem]:
    """Yield a problem for each key of ``file`` that stands for two actions of one place."""
    holders: dict[str, list[_Entry]] = {}
    for entry in entries.values():
        for key in entry.keys:
            holders.setdefault(key, []).append(entry)
    for key, several in holders.items():
        for later, entry in enumerate(several):
            for other in several[:later]:
                if not _meet(entry, other):
                    continue
                if file in (entry.file, other.file):
                    yield _clash(key, *sorted((entry, other), key=lambda held: held.order(file)))


def _meet(one: _Entry, other: _Entry) -> bool:
    """Whether the two entries are ever in force together."""
    if one.context == other.context or other.context in SHARED[one.context]:
        return True
    if one.context in SHARED[other.context]:
        return True
    return any(first.context == "app" and first.action in ALWAYS for first in (one, other))


def _clash(key: str, other: _Entry, entry: _Entry) -> FileProblem:
    shown = f'"{written_key(key)}"'
    if other.file is entry.file:
        instead = "take it out of one of the two"
    else:
        instead = f"choose another key, or write {other.action} = [] or another key for it as well"
        if other.context != entry.context:
            instead += f" under [{other.context}]"
        elif (entry.context, other.action) in _NEEDED:
            instead = "choose another key"
    place = entry.keys.index(key)
    return entry.file.problem(
        (entry.context, entry.action, place),
        f"{entry.label}: {shown} is the key of {other.label} already; {instead}",
    )


def _named(name: str) -> str:
    return one_line(name if len(name) <= 40 else f"{name[:39]}…")


def _keymap(
    entries: Mapping[tuple[str, str], _Entry],
    label_names: Sequence[str] | None,
    for_labels: Mapping[str, tuple[str, ...]],
) -> Keymap:
    labels: Iterable[str] = (
        [action for context, action in entries if context == "labels"]
        if label_names is None
        else label_names
    )
    names = {context: list(ACTIONS[context]) for context in CONTEXTS} | {"labels": list(labels)}
    return Keymap(
        {
            context: {
                action: entries[(context, action)].keys if (context, action) in entries else ()
                for action in names[context]
            }
            for context in CONTEXTS
        },
        dict(for_labels),
    )
