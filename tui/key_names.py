"""The names of keys: what may be written in a key file, and how a key is shown.

Inside the program a key has Textual's name (``right_square_bracket``); a person may write the
character itself (``]``) or that name. What cannot be pressed, or never reaches a program in a
terminal, is refused with what to write instead. Which action a key belongs to is ``keymap``'s.
"""

from __future__ import annotations

import difflib
import unicodedata
from typing import Final

# Textual is pinned exactly: its parser names keys with these, so we name them the same way.
from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, _character_to_key

from store.model import SanggahError
from tui.terminal_text import one_line

_MODIFIERS: Final = ("alt", "ctrl", "hyper", "meta", "shift", "super")

#: Keys that send no character of their own.
NAMED_KEYS: Final = frozenset(
    {"space"}
    | {name for name in FUNCTIONAL_KEYS.values() if len(name) > 1}
    - MODIFIER_FUNCTIONAL_KEYS
    - {"caps_lock", "num_lock", "scroll_lock"}
)

#: Chords that a terminal sends as another key, and that key.
_SAME_AS: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}

_OTHER_NAMES: Final = {
    "esc": "escape",
    "return": "enter",
    "ret": "enter",
    "cr": "enter",
    "⏎": "enter",
    "del": "delete",
    "ins": "insert",
    "bs": "backspace",
    "⌫": "backspace",
    "spc": "space",
    "spacebar": "space",
    "pgup": "pageup",
    "page_up": "pageup",
    "page-up": "pageup",
    "prior": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "page-down": "pagedown",
    "next": "pagedown",
    "backtab": "shift+tab",
    "btab": "shift+tab",
    "s-tab": "shift+tab",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "hyphen": "minus",
    "dash": "minus",
    "period": "full_stop",
    "dot": "full_stop",
}
_OTHER_MODIFIERS: Final = {
    "control": "ctrl",
    "ctl": "ctrl",
    "c": "ctrl",
    "option": "alt",
    "opt": "alt",
    "a": "alt",
    "m": "alt",
    "s": "shift",
    "cmd": "super",
    "command": "super",
    "win": "super",
}
_SHOWN: Final = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "delete": "del",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


#: The characters of keys that were written as characters: some names of Textual's cannot be read
#: back, as where a hyphen of the name in Unicode became an underscore.
_WRITTEN: dict[str, str] = {}


class KeyNameError(SanggahError):
    """A key that cannot be: what is wrong with it, and what to write instead."""


def key_name(written: str) -> str:
    """Return Textual's name of the key that a person wrote as ``written``.

    Args:
        written: A character (``]``, ``J``), a name (``enter``, ``comma``) or a chord (``ctrl+p``).

    Raises:
        KeyNameError: There is no such key, or it never reaches a program in a terminal.
    """
    if len(written) == 1:
        return _character_name(written)
    if not written:
        raise KeyNameError('"" is no key; write [] to give the action none')
    *modifiers, base = _split(written)
    name = _base_name(base) if base else None
    if name is None or not set(modifiers) <= set(_MODIFIERS):
        raise KeyNameError(f"{_quoted(written)} is no key; {_suggestion(written)}")
    if not modifiers:
        return name
    return _chord(written, modifiers, name)


def key_character(name: str) -> str | None:
    """Return the character that the key called ``name`` types, or None where it types none."""
    if len(name) == 1:
        return name
    if name == "space":
        return " "
    if "+" in name or name in NAMED_KEYS:
        return None
    return _character_called(name)


def written_key(name: str) -> str:
    """Return how a person writes the key called ``name``: ``]`` or ``escape``."""
    *modifiers, base = name.split("+")
    return "+".join([*modifiers, (base != "space" and key_character(base)) or base])


def shown_key(name: str) -> str:
    """Return the short text by which the key called ``name`` is shown, such as ``]`` or ``esc``."""
    *modifiers, base = name.split("+")
    words = _SHOWN.get(base) or (base if base == "space" else key_character(base)) or base
    return "+".join([*modifiers, words])


def _character_name(character: str) -> str:
    if character in _OTHER_NAMES:
        instead = _OTHER_NAMES[character]
        raise KeyNameError(f'"{character}" stands for a key, it is not typed; write "{instead}"')
    if not character.isprintable() or unicodedata.combining(character):
        shown = {"\t": "tab", "\n": "enter", "\r": "enter", "\x1b": "escape"}.get(character)
        instead = f'write "{shown}"' if shown else "write the name of a key"
        raise KeyNameError(f'"{one_line(character)}" cannot be typed; {instead}')
    name = _character_to_key(character)
    _WRITTEN[name] = character
    return name


def _split(written: str) -> list[str]:
    """Split a chord at its plus signs; a last ``+`` is the key itself."""
    if written.endswith("++"):
        return [*written[:-2].split("+"), "+"]
    return written.split("+")


def _character_called(name: str) -> str | None:
    """Return the printable character whose name in Unicode, in Textual's spelling, is ``name``."""
    if name in _WRITTEN:
        return _WRITTEN[name]
    full = REPLACED_KEYS.get(name, name)
    try:
        character = unicodedata.lookup(KEY_TO_UNICODE_NAME.get(full, full.replace("_", " ")))
    except KeyError:
        return None
    return character if len(character) == 1 and character.isprintable() else None


def _base_name(base: str) -> str | None:
    """Return Textual's name of a key without modifiers, or None where there is no such key."""
    if base in NAMED_KEYS:
        return base
    if base != base.lower() and len(base) > 1:
        return None
    character = base if len(base) == 1 and base not in _OTHER_NAMES else _character_called(base)
    if character is None or not character.isprintable() or unicodedata.combining(character):
        return None
    return _character_name(character)


def _chord(written: str, modifiers: list[str], base: str) -> str:
    character = key_character(base)
    if modifiers == ["shift"] and character is not None and character != " ":
        typed = f'"{character.upper()}"' if character.isalpha() else "the character that it types"
        raise KeyNameError(f"{_quoted(written)} arrives as a character; write {typed}")
    if character is not None and character != character.lower():
        if "shift" not in modifiers:
            lower = "+".join([*modifiers, character.lower()])
            raise KeyNameError(f'{_quoted(written)} never arrives; write "{lower}"')
        base = character.lower()
    name = "+".join([*sorted(set(modifiers)), base])
    if name in _SAME_AS:
        same = _SAME_AS[name]
        raise KeyNameError(
            f'{_quoted(written)} never arrives, a terminal sends {same} for it; write "{same}"'
        )
    return name


def _suggestion(written: str) -> str:
    """Say what a person who wrote ``written`` may have meant."""
    if written.lower() == "none":
        return "write [] to give the action none"
    meant = _meant(written)
    if meant is not None:
        return f'write "{meant}"'
    joined = "".join(written.lower().split())
    if joined in NAMED_KEYS:
        return f'write "{joined}"'
    parts = list(dict.fromkeys(written.replace(",", " ").split()))
    if len(parts) > 1 and all(_is_key(part) for part in parts):
        several = ", ".join(f'"{part}"' for part in parts)
        return f"one after the other is not possible; for either of them write [{several}]"
    letters = set(written) - {" "}
    if len(letters) == 1 and _is_key(written[0]):
        return f'one after the other is not possible; write one key, such as "{written[0]}"'
    close = difflib.get_close_matches(written.lower(), sorted(NAMED_KEYS), n=1)
    if close:
        return f'write "{close[0]}"'
    return 'write a character such as "J" or "]", or a name such as "enter", "pageup", "ctrl+p"'


def _meant(written: str) -> str | None:
    """Return the key in another program's spelling (``<C-p>``, ``^P``, ``Esc``), if it is one."""
    words = written.strip()
    if words.startswith("<") and words.endswith(">") and len(words) > 2:
        words = words[1:-1]
    if words.startswith("^") and len(words) == 2:
        words = f"ctrl+{words[1]}"
    for separator in ("+", "-", " "):
        *modifiers, base = words.split(separator)
        lowered = [_OTHER_MODIFIERS.get(part.lower(), part.lower()) for part in modifiers]
        base = _OTHER_NAMES.get(base.lower(), base.lower() if len(base) > 1 or modifiers else base)
        candidate = "+".join([*lowered, base])
        if candidate != written and all(part in _MODIFIERS for part in lowered):
            if _is_key(candidate):
                return candidate
            if lowered == ["shift"] and len(base) == 1:
                return base.upper()
    return None


def _is_key(written: str) -> bool:
    try:
        key_name(written)
    except KeyNameError:
        return False
    return True


def _quoted(written: str) -> str:
    shortened = written if len(written) <= 40 else f"{written[:39]}…"
    return f'"{one_line(shortened)}"'
