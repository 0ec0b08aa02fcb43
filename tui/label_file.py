"""A project's own labels as a file, labels.toml: what it says, and on which line it is wrong.

A table a label, in the order that they are to have:

    [claim]
    color = "#56b4e9"
    description = "Somebody states that something is so."
    examples = ["The bridge was finished in March."]
    key = "c"

Everything in a table may be left out. Where such a file is found, the labels of the store are made
these; what is wrong with it leaves them as they are.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from store.model import Label, SanggahError
from tui.key_names import KeyNameError, key_name
from tui.terminal_text import one_line
from tui.toml_file import FileKind, FileProblem, TomlFile, UnreadableError, text_of
from tui.toml_lines import TomlPath

if TYPE_CHECKING:
    from store import Store

_FIELDS: Final = ("color", "description", "examples", "key")
_KIND: Final = FileKind(
    option="--labels",
    holds="a file of labels holds a few lines a label",
    entry='color = "#56b4e9" or description = "..." under a [label]',
    once="write each label and each of its fields once",
)
#: The colors of labels that name none, by position: Okabe and Ito's, which all can tell apart.
COLORS: Final = ("#56b4e9", "#d55e00", "#009e73", "#e69f00", "#cc79a7", "#f0e442", "#0072b2")


class LabelFile(TomlFile):
    """A file of labels; a label's key stands where its table has it."""

    labels: Sequence[Label] = ()
    keys: Mapping[str, tuple[str, ...]] = {}

    def line(self, path: TomlPath) -> int:
        """The line of what stands at ``path``, as this file or as a key file would have it."""
        if path[:1] == ("labels",) and len(path) > 1:
            path = (path[1], "key", *path[2:])
        return super().line(path)


def read_label_file(
    file: Path, present: Sequence[Label] = ()
) -> tuple[LabelFile | None, list[FileProblem]]:
    """Read a file of labels.

    Args:
        file: The file.
        present: The labels of the store, which give what the file leaves out.

    Returns:
        The file, or None with what is wrong, in the order of the lines.
    """
    problems: list[FileProblem] = []
    try:
        read = LabelFile(str(file), text_of(file, _KIND), _KIND)
        tables = read.tables
    except UnreadableError as error:
        return None, [FileProblem(str(file), error.line, str(error))]
    if not tables:
        message = "there is no label in it; write [claim], and its color on the line below"
        return None, [FileProblem(str(file), 0, message)]
    from store import labels

    known = {label.name: label for label in present}
    made: dict[str, Label] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for name, table in tables.items():
        same = known.get(labels.spelled(name, known) or "")
        label, pressed = _read_label(read, name, table, same, len(made), problems)
        if label.name in made:
            message = f"{_named(name)} is there twice, its accents written otherwise; {_KIND.once}"
            problems.append(read.problem((name,), message))
        made[label.name] = label
        keys[label.name] = pressed
    if problems:
        return None, sorted(problems, key=lambda problem: problem.line)
    read.labels, read.keys = list(made.values()), keys
    return read, []


def _read_label(
    file: LabelFile,
    name: str,
    table: object,
    known: Label | None,
    place: int,
    problems: list[FileProblem],
) -> tuple[Label, tuple[str, ...]]:
    from store import labels

    def wrong(message: str, *path: str | int) -> None:
        problems.append(file.problem((name, *path), message))

    composed = unicodedata.normalize("NFC", name)
    default = known or Label(composed, COLORS[place % len(COLORS)], "", 0)
    if not isinstance(table, dict):
        wrong(f"{_named(name)} is no table; write [{_named(name)}], and its fields below")
        return default, ()
    try:
        if labels.checked_name(name) != composed:
            wrong(f'there are blanks around the name; write ["{_named(name.strip())}"]')
    except SanggahError as error:
        wrong(str(error))
    for field in table:
        if field not in _FIELDS:
            close = difflib.get_close_matches(field.lower(), _FIELDS, n=1)
            instead = close[0] if close else f"one of {', '.join(_FIELDS)}"
            wrong(f"[{_named(name)}] has no field {_named(field)}; write {instead}", field)
    color = default.color
    try:
        color = labels.checked_color(_text(table, "color", color))
    except (SanggahError, TypeError) as error:
        wrong(f"[{_named(name)}] color: {error}", "color")
    meaning, examples = labels.meaning_of(default.description)
    try:
        meaning = _text(table, "description", meaning)
    except TypeError as error:
        wrong(f"[{_named(name)}] description: {error}", "description")
    written = table.get("examples", examples)
    if isinstance(written, list) and all(isinstance(line, str) for line in written):
        examples = written
    else:
        wrong(f'[{_named(name)}] examples: write ["...", "..."]', "examples")
    label = Label(default.name, color, labels.description_of(meaning, examples), place + 1)
    return label, _keys(file, name, table, problems)


def _keys(
    file: LabelFile, name: str, table: Mapping[str, Any], problems: list[FileProblem]
) -> tuple[str, ...]:
    written = table.get("key", [])
    several = written if isinstance(written, list) else [written]
    keys: list[str] = []
    for place, key in enumerate(several):
        try:
            if not isinstance(key, str):
                raise KeyNameError('a key is a text; write "c"')
            keys.append(key_name(key))
        except KeyNameError as error:
            problems.append(file.problem((name, "key", place), f"[{_named(name)}] key: {error}"))
    return tuple(dict.fromkeys(keys))


def _text(table: Mapping[str, Any], field: str, default: str) -> str:
    value = table.get(field, default)
    if not isinstance(value, str):
        raise TypeError(f'it is no text; write {field} = "..."')
    return value


def _named(name: str) -> str:
    return one_line(name if len(name) <= 40 else f"{name[:39]}…")


def take_up(store: Store, found: Path) -> tuple[LabelFile | None, str]:
    """Make the store's labels those of a file.

    Returns:
        The file, None where something is wrong with it; and what is wrong, or "".
    """
    from store import annotations, labels

    file, problems = read_label_file(found, annotations.labels(store))
    if file is None:
        return None, str(problems[0])
    try:
        if labels.differ(store, file.labels):
            labels.conform(store, file.labels)
    except SanggahError as error:
        return None, one_line(f"{found}: {error}")
    return file, ""
