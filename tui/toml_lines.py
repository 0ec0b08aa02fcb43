"""On which line of a TOML text each key and each element of an array stands.

``tomllib`` gives values without their places, and a message about a key file is of use only with
a line. This module finds the lines in a text that ``tomllib`` has already accepted, so it need
not judge the text again; what the values mean is left to the caller.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

#: A way into the document: names of tables and keys, and places in arrays counted from 0.
TomlPath = tuple[str | int, ...]

_TOKEN = re.compile(
    r"""
    (?P<skip>[ \t\r]+|\#[^\n]*)
    |(?P<newline>\n)
    |(?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*')
    |(?P<mark>[\[\]{}=,.])
    |(?P<bare>[^\s\[\]{}=,.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)


class _Tokens:
    """The tokens of a text, one ahead, each with the line it begins on (from 1)."""

    def __init__(self, text: str) -> None:
        self._stream = self._split(text)
        self._ahead = next(self._stream)

    @staticmethod
    def _split(text: str) -> Iterator[tuple[str, str, int]]:
        line = 1
        for match in _TOKEN.finditer(text):
            kind, words = match.lastgroup or "", match.group()
            if kind != "skip":
                yield kind, words, line
            line += words.count("\n")
        yield "end", "", line

    @property
    def line(self) -> int:
        return self._ahead[2]

    @property
    def kind(self) -> str:
        return self._ahead[0]

    def at(self, mark: str) -> bool:
        return self._ahead[:2] == ("mark", mark)

    def take(self) -> str:
        words = self._ahead[1]
        if self.kind != "end":
            self._ahead = next(self._stream)
        return words

    def take_newlines(self) -> None:
        while self.kind == "newline":
            self.take()


def lines_of_keys(text: str) -> dict[TomlPath, int]:
    """Return the line, counted from 1, of every table, key and array element of ``text``.

    Args:
        text: TOML that ``tomllib.loads`` accepts.

    Returns:
        The lines by path. Of a table that is written in several places, the first.
    """
    found: dict[TomlPath, int] = {}
    tokens = _Tokens(text)
    table: TomlPath = ()
    while True:
        tokens.take_newlines()
        if tokens.kind == "end":
            return found
        if tokens.at("["):
            table = _read_header(tokens, found)
        else:
            _read_pair(tokens, table, found)


def _read_header(tokens: _Tokens, found: dict[TomlPath, int]) -> TomlPath:
    line = tokens.line
    while tokens.at("["):
        tokens.take()
    path = _read_name(tokens)
    while tokens.at("]"):
        tokens.take()
    for end in range(1, len(path) + 1):
        found.setdefault(path[:end], line)
    return path


def _read_pair(tokens: _Tokens, table: TomlPath, found: dict[TomlPath, int]) -> None:
    line = tokens.line
    name = _read_name(tokens)
    for end in range(1, len(name) + 1):
        found.setdefault(table + name[:end], line)
    tokens.take()  # =
    _read_value(tokens, table + name, found)


def _read_name(tokens: _Tokens) -> TomlPath:
    """Take a bare, quoted or dotted key."""
    parts: list[str] = []
    while tokens.kind in ("bare", "text") or tokens.at("."):
        kind, words = tokens.kind, tokens.take()
        if kind == "text":
            words = tomllib.loads(f"key = {words}")["key"]
        if kind != "mark":
            parts.append(words)
    return tuple(parts)


def _read_value(tokens: _Tokens, path: TomlPath, found: dict[TomlPath, int]) -> None:
    if tokens.at("["):
        _read_array(tokens, path, found)
    elif tokens.at("{"):
        tokens.take()
        while not tokens.at("}") and tokens.kind != "end":
            if tokens.at(",") or tokens.kind == "newline":
                tokens.take()
            else:
                _read_pair(tokens, path, found)
        tokens.take()
    else:  # Dates and decimals are several tokens.
        while tokens.kind in ("bare", "text") or tokens.at("."):
            tokens.take()


def _read_array(tokens: _Tokens, path: TomlPath, found: dict[TomlPath, int]) -> None:
    tokens.take()
    place = 0
    while not tokens.at("]") and tokens.kind != "end":
        if tokens.kind == "newline":
            tokens.take()
        elif tokens.at(","):
            tokens.take()
            place += 1
        else:
            found[(*path, place)] = tokens.line
            _read_value(tokens, (*path, place), found)
    tokens.take()
