"""Labels: making, changing, ordering and removing them, and what their descriptions hold.

A description is what the label means and, on lines of their own, examples of it. Reading labels is
`annotations.labels`; that a label in use is neither renamed nor removed is a guard's business, and
every change an event.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from store.database.annotations import labels
from store.database.connection import Store, transaction
from store.escaping import UNSAFE
from store.model import Label, SanggahError

#: The longest name that fits beside its key, in code points.
LONGEST_NAME = 40
DEFAULT_COLOR = "#999999"

T = TypeVar("T")

_COLOR = re.compile(r"#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def meaning_of(description: str) -> tuple[str, list[str]]:
    """Return what a description says the label means, and its examples."""
    first, *rest = description.split("\n")
    return first.strip(), [line.strip() for line in rest if line.strip()]


def description_of(meaning: str, examples: Iterable[str] = ()) -> str:
    """Return the description with this meaning and these examples, each on its line."""
    lines = [" ".join(part.split()) for part in (meaning, *examples)]
    return "\n".join([lines[0], *filter(None, lines[1:])])


def checked_name(name: str) -> str:
    """Return a label's name without blanks around it, its accents composed (Unicode's NFC).

    Raises:
        SanggahError: It can be none.
    """
    name = unicodedata.normalize("NFC", name.strip())
    if not name:
        raise SanggahError("a label needs a name: write one")
    if UNSAFE.search(name):
        raise SanggahError("a label's name is one line of letters, digits and signs")
    if len(name) > LONGEST_NAME:
        raise SanggahError(f"a label's name has at most {LONGEST_NAME} characters: shorten it")
    return name


def spelled(name: str, names: Iterable[str]) -> str | None:
    """Return the one of ``names`` that reads like ``name``, with accents composed or not."""
    known = list(names)
    if name in known:
        return name
    composed = unicodedata.normalize("NFC", name)
    return next((other for other in known if unicodedata.normalize("NFC", other) == composed), None)


def checked_color(color: str) -> str:
    """Return a color as ``#rrggbb``; ``#rgb`` and a missing ``#`` are taken as well.

    Raises:
        SanggahError: It is no color.
    """
    color = color.strip()
    if not _COLOR.fullmatch(color):
        shown = color if len(color) <= LONGEST_NAME else f"{color[: LONGEST_NAME - 1]}…"
        raise SanggahError(f"{shown!r} is no color: write #rrggbb, such as #56b4e9")
    digits = color.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(sign * 2 for sign in digits))


def uses(store: Store) -> dict[str, int]:
    """Return how many annotations each label has, of all reviewers; those without are left out."""
    return dict(
        store.connection.execute(
            "SELECT label, count(*) FROM annotations GROUP BY label"
        ).fetchall()
    )


def add(store: Store, name: str, color: str = DEFAULT_COLOR, description: str = "") -> Label:
    """Add a label behind the others.

    Raises:
        SanggahError: There is one with this name, or the name or color is none.
    """
    name, color = checked_name(name), checked_color(color)
    with transaction(store):
        present = labels(store)
        if spelled(name, (label.name for label in present)):
            raise SanggahError(f"there is a label {name} already: choose another name")
        position = max((label.position for label in present), default=0) + 1
        store.connection.execute(
            "INSERT INTO labels (name, color, description, position) VALUES (?, ?, ?, ?)",
            (name, color, description, position),
        )
        return Label(name, color, description, position)


def change(store: Store, name: str, *, to: str, color: str, description: str) -> Label:
    """Give a label another name, color or description.

    Raises:
        SanggahError: There is no such label, the new name is taken, or the label is in use and
            so keeps its name.
    """
    to, color = checked_name(to), checked_color(color)
    with transaction(store):
        present = {label.name: label for label in labels(store)}
        old = _demand(present.get(name), name)
        to = spelled(to, [name]) or to
        new = Label(to, color, description, old.position)
        if new == old:
            return old
        if to != name:
            if spelled(to, present):
                raise SanggahError(f"there is a label {to} already: choose another name")
            _demand_unused(store, name, "renamed")
        store.connection.execute(
            "UPDATE labels SET name = ?, color = ?, description = ? WHERE name = ?",
            (to, color, description, name),
        )
        return new


def move(store: Store, name: str, places: int) -> None:
    """Move a label so many places down the order (up below 0), at most to its end.

    Raises:
        SanggahError: There is no such label.
    """
    with transaction(store):
        names = [label.name for label in labels(store)]
        _demand(name if name in names else None, name)
        at = names.index(name)
        names.insert(min(max(at + places, 0), len(names) - 1), names.pop(at))
        _order(store, names)


def remove(store: Store, name: str) -> None:
    """Remove a label that no annotation has.

    Raises:
        SanggahError: There is no such label, it is in use, or it is the last.
    """
    with transaction(store):
        names = [label.name for label in labels(store)]
        _demand(name if name in names else None, name)
        _demand_unused(store, name, "removed")
        if len(names) == 1:
            raise SanggahError(f"{name} is the last label: add another before you remove it")
        store.connection.execute("DELETE FROM labels WHERE name = ?", (name,))


def differ(store: Store, wanted: Sequence[Label]) -> bool:
    """Whether `conform` would change anything."""
    used, present = uses(store), labels(store)
    return _conformed(present, wanted, used) != [
        (label.name, label.color, label.description) for label in present
    ]


def conform(store: Store, wanted: Sequence[Label]) -> None:
    """Make the labels these, in this order: new ones are added, others changed.

    A label that is not wanted is removed where no annotation has it, else kept behind the wanted.
    """
    with transaction(store):
        present = {label.name: label for label in labels(store)}
        kept = _conformed(list(present.values()), wanted, uses(store))
        names = [name for name, _, _ in kept]
        for name, color, description in kept:
            old = present.get(name)
            if old is None:
                add(store, name, color, description)
            elif (old.color, old.description) != (color, description):
                change(store, name, to=name, color=color, description=description)
        for name in present:
            if name not in names:
                remove(store, name)
        _order(store, names)


def _conformed(
    present: Sequence[Label], wanted: Sequence[Label], used: dict[str, int]
) -> list[tuple[str, str, str]]:
    known = [label.name for label in present]
    kept = [
        (spelled(label.name, known) or checked_name(label.name), label.color, label.description)
        for label in wanted
    ]
    names = {name for name, _, _ in kept}
    others = [label for label in present if label.name not in names and label.name in used]
    return kept + [(label.name, label.color, label.description) for label in others]


def _order(store: Store, names: Sequence[str]) -> None:
    for position, name in enumerate(names, 1):
        store.connection.execute(
            "UPDATE labels SET position = ? WHERE name = ? AND position <> ?",
            (position, name, position),
        )


def _demand_unused(store: Store, name: str, verb: str) -> None:
    count = uses(store).get(name, 0)
    if count:
        marks = "1 annotation has" if count == 1 else f"{count:,} annotations have"
        raise SanggahError(f"{name} cannot be {verb}: {marks} it; give these another label first")


def _demand(found: T | None, name: str) -> T:
    if found is None:
        raise SanggahError(f"there is no label {name}: it was removed meanwhile")
    return found
