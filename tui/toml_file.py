"""A person's TOML file of settings: reading it, and saying on which line something is wrong.

What the settings mean is for those who read the file; a file that is damaged, too large or in
another encoding is told of here, with what to do.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from tui.terminal_text import one_line
from tui.toml_lines import TomlPath, lines_of_keys

#: A file above this many bytes holds no settings.
LARGEST_FILE: Final = 256 * 1024

_PLACE_IN_MESSAGE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something wrong with a file of settings. ``line`` counts from 1; 0 is the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return one_line(f"{place}: {self.message}")


@dataclass(frozen=True, slots=True)
class FileKind:
    """What is said of the files of one kind that cannot be read.

    Attributes:
        option: The option of the command line that names such a file.
        holds: How much one holds.
        entry: What an entry looks like, as something to write.
        once: What to do where something stands there twice.
    """

    option: str
    holds: str
    entry: str
    once: str


class UnreadableError(Exception):
    """A file that cannot be read as TOML at all; ``line`` is 0 where no line is to blame."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def text_of(file: Path, kind: FileKind) -> str:
    """Return the text of a file.

    Raises:
        UnreadableError: There is none, or none that can be read.
    """
    try:
        if not file.is_file():
            found = "it is no file" if file.exists() else "there is no such file"
            raise UnreadableError(f"{found}; name a file, or leave out {kind.option}")
        with file.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"cannot be read ({reason}); make it readable for you") from None
    if len(raw) > LARGEST_FILE:
        limit = LARGEST_FILE // 1024
        raise UnreadableError(f"larger than {limit} kB; {kind.holds}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError("not UTF-8; save the file as UTF-8", line) from None


class TomlFile:
    """A file of settings: its tables, and on which line each entry stands (found when asked)."""

    def __init__(self, name: str, text: str, kind: FileKind) -> None:
        self.name = name
        self._text = text
        self._kind = kind

    @cached_property
    def tables(self) -> dict[str, Any]:
        """The file's tables.

        Raises:
            UnreadableError: The file is not TOML.
        """
        try:
            return tomllib.loads(self._text)
        except RecursionError:
            raise UnreadableError(
                "brackets within brackets beyond measure; write one list"
            ) from None
        except ValueError as error:
            raise self._syntax_error(str(error)) from None

    def _syntax_error(self, message: str) -> UnreadableError:
        place = _PLACE_IN_MESSAGE.search(message)
        if place is None:
            return UnreadableError(f"not TOML ({message[:80]}); write {self._kind.entry}")
        last = self._text.rstrip("\n").count("\n") + 1
        what = message[: place.start()]
        instead = f"write {self._kind.entry}"
        if "overwrite" in what or "twice" in what:
            instead = self._kind.once
        return UnreadableError(f"not TOML: {what}; {instead}", int(place[1] or last))

    @cached_property
    def _lines(self) -> dict[TomlPath, int]:
        return lines_of_keys(self._text)

    def line(self, path: TomlPath) -> int:
        """The line of what stands at ``path``, or of what holds it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    def problem(self, path: TomlPath, message: str) -> FileProblem:
        """Return a problem with what stands at ``path`` in the file."""
        return FileProblem(self.name, self.line(path), message)
