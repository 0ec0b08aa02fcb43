"""The languages the reading knows: one TOML file each, cue words as data and no code.

`docs/languages.md` explains the tables. This module only finds and loads the files; what the
tables mean is the business of the modules that read them (lines, metadata, dates, quotes, ...).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

#: The cues of this language are used on pages of every language: much clutter is English.
COMMON = "en"

#: The line that a table, or a part of one, begins with: ``[lines.caption]``.
_HEADING = re.compile(r"^\[(?P<table>\w+)[\w.-]*\]", re.MULTILINE)


class _Tables(Mapping[str, Mapping[str, Any]]):
    """The tables of a file, each read when it is first asked for.

    Every page asks all languages for a table or two; to read all of every file takes as long as
    to read twenty pages.
    """

    def __init__(self, content: str) -> None:
        self._read: dict[str, Mapping[str, Any]] = {}
        self._parts: defaultdict[str, str] = defaultdict(str)
        headings = list(_HEADING.finditer(content))
        ends = [*(heading.start() for heading in headings[1:]), len(content)]
        for heading, end in zip(headings, ends, strict=True):
            self._parts[heading["table"]] += content[heading.start() : end]

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._read:
            if name not in self._parts:
                raise KeyError(name)
            self._read[name] = tomllib.loads(self._parts[name])[name]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language's data. Compared by identity, so that it can key a cache of patterns."""

    code: str
    tables: Mapping[str, Mapping[str, Any]]

    def table(self, name: str) -> Mapping[str, Any]:
        """The table ``[name]``, empty where the file has none."""
        return self.tables.get(name, {})

    def words(self, table: str, key: str) -> tuple[str, ...]:
        """The words of a list in a table, in their order; none where there is no such list."""
        return tuple(self.table(table).get(key, ()))


@cache
def codes() -> tuple[str, ...]:
    """The codes (ISO 639-1) of the languages that have a file, in alphabetical order."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@cache
def load(code: str | None) -> Language:
    """The data of a language; of one without a file, an empty `Language` with that code."""
    if code is None or code not in codes():
        return Language(code or "und", {})
    content = resources.files(__name__).joinpath(f"{code}.toml").read_text(encoding="utf-8")
    return Language(code, _Tables(content))
