"""The keys as pages to read: for the help screen and for docs/keys.md.

Everything here comes from the keymap and the registry of actions, so no page can say anything
else than what the keys do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tui.actions import CONTEXTS, SHARED, Action
from tui.key_names import written_key
from tui.keymap import EDITING_KEYS, Keymap
from tui.terminal_text import folded, one_line

if TYPE_CHECKING:
    from store import Label


@dataclass(frozen=True, slots=True)
class Row:
    """An action on a page.

    Attributes:
        context: Its context.
        action: Its name.
        keys: Its keys as they are shown; "" for none.
        description: What it does.
        examples: For a label: what it was given to, or is to be.
    """

    context: str
    action: str
    keys: str
    description: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Actions that stand together under a heading."""

    context: str
    heading: str
    rows: tuple[Row, ...]


def sections(
    keymap: Keymap, contexts: Sequence[str], labels: Sequence[Label] = ()
) -> list[Section]:
    """Return the actions of ``contexts`` in their groups.

    Args:
        keymap: The keys.
        contexts: The contexts, in the order in which they are wanted.
        labels: The project's labels, for what they mean.
    """
    described = {label.name: label.description for label in labels}
    pages: list[Section] = []
    for context in contexts:
        for group, actions in groupby(keymap.actions(context), key=lambda action: action.group):
            rows = []
            for action in actions:
                keys = keymap.display_all(context, action.name)
                if context == "labels" and action.name in described:
                    rows.append(_guideline(keymap, action, described[action.name]))
                else:
                    rows.append(Row(context, action.name, keys, action.description))
            pages.append(Section(context, group, tuple(rows)))
    return pages


def _guideline(keymap: Keymap, action: Action, description: str) -> Row:
    """Return a label's row: its key or that of its position, what it means, examples."""
    from store import labels

    meaning, examples = labels.meaning_of(description)
    words = one_line(f"{action.name}: {meaning}" if meaning else action.name)
    keys = keymap.display_all("labels", action.name) or keymap.label_key(action.name)
    return Row("labels", action.name, keys, words, tuple(map(one_line, examples)))


def matching(pages: Sequence[Section], words: str) -> list[Section]:
    """Return what of some sections holds all of ``words``: in a key, a heading or a description."""
    wanted = folded(words).split()

    def holds(section: Section, row: Row) -> bool:
        text = (section.heading, row.keys, row.action, row.description, *row.examples)
        everything = folded(" ".join(text))
        return all(word in everything for word in wanted)

    kept = (
        Section(page.context, page.heading, tuple(row for row in page.rows if holds(page, row)))
        for page in pages
    )
    return [page for page in kept if page.rows]


def markdown(keymap: Keymap) -> str:
    """Return docs/keys.md."""
    return "\n".join([*_opening(), *_tables(keymap), *_editing(), *_own_file()])


def _opening() -> Iterator[str]:
    yield "# The keys"
    yield ""
    yield "Made from `keybindings.toml` by `python docs/generate_keys.py`; change the keys there."
    yield "`?` shows the keys of the present place in the program, `sanggah keys` prints them all."
    yield ""


def _tables(keymap: Keymap) -> Iterator[str]:
    for context, heading in CONTEXTS.items():
        yield f"## {heading}"
        yield ""
        together = [CONTEXTS[other] for other in SHARED[context]]
        yield f"Table `[{context}]`." + (
            f" A key stands for one action of this table and of: {', '.join(together)}."
            if together
            else ""
        )
        yield ""
        groups = sections(keymap, [context])
        for section in groups:
            if len(groups) > 1:
                yield f"### {section.heading}"
                yield ""
            yield "| Keys | Action | What it does |"
            yield "| --- | --- | --- |"
            for row in section.rows:
                yield f"| {_written(keymap, row)} | `{row.action}` | {row.description} |"
            yield ""


def _written(keymap: Keymap, row: Row) -> str:
    if row.keys == "1..9":
        return "`1` to `9`"
    keys = keymap.keys(row.context, row.action)
    return ", ".join(_code(written_key(key)) for key in keys) or "none"


def _code(key: str) -> str:
    """Return a key as code in a Markdown table, whatever character it is."""
    fence = "``" if "`" in key else "`"
    inside = f" {key} " if "`" in key else key
    return f"{fence}{inside}{fence}".replace("|", "\\|")


def _editing() -> Iterator[str]:
    yield "## In a line of text"
    yield ""
    yield "Where one types, these keys edit the line. They are Textual's own and stay as they are."
    yield ""
    yield "| Keys | What they do |"
    yield "| --- | --- |"
    does: dict[str, list[str]] = {}
    for key, (_, description) in EDITING_KEYS.items():
        does.setdefault(description, []).append(_code(written_key(key)))
    for description, keys in does.items():
        yield f"| {', '.join(keys)} | {description} |"
    yield ""


def _own_file() -> Iterator[str]:
    yield "## Your own keys"
    yield ""
    yield "Write only what you want to change into `keybindings.toml` in the config folder"
    yield "(`sanggah where` names it), or into any file that you give with `--keys FILE`:"
    yield ""
    yield "```toml"
    yield "[reader]"
    yield 'note = ["i", "f2"]   # both keys'
    yield "swap_end = []        # no key"
    yield ""
    yield "[labels]"
    yield 'claim = "C"          # by the label\'s name'
    yield "```"
    yield ""
    yield "A key is a character (`J`, `]`, `é`), a name (`enter`, `escape`, `tab`, `space`,"
    yield "`backspace`, `delete`, `home`, `end`, `pageup`, `pagedown`, `up`, `down`, `left`,"
    yield "`right`, `f1` to `f24`) or a chord of such (`ctrl+p`, `shift+left`)."
    yield "`sanggah keys --check FILE` says what is wrong with a file and on which line. With"
    yield "anything wrong the program starts with the keys above and shows the first problem."
    yield ""
