"""What the command line prints: lines for people, JSON for programs, both safe for a terminal.

Whatever the locale, printing never fails for a character that it lacks.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import StringIO, TextIOWrapper
from typing import Any, TextIO

from tui.terminal_text import lines_of, one_line, safe_json


def prepare_streams() -> None:
    """Let standard output and error replace what the locale cannot write, not fail over it."""
    if sys.stdout is None:  # closed by whoever started the program
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def put(line: str = "") -> None:
    """Print one line."""
    _write(one_line(line))


def put_text(text: str) -> None:
    """Print a text of several lines."""
    _write(lines_of(text))


def put_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    _write(_json(value))


def put_json_array(values: Iterable[Any]) -> None:
    """Print values as a JSON array with one value a line, however many there are."""
    separator = "[\n"
    for value in values:
        sys.stdout.write(separator + _json(value))
        separator = ",\n"
    _write("[]" if separator == "[\n" else "\n]")


def clipped(value: Any) -> str:
    """Return a value in at most 60 characters, ``-`` where there is none."""
    text = "-" if value in (None, "") else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def complain(message: str) -> None:
    """Print one line on standard error, opened by the program's name."""
    # Nobody may be listening there any more, which is no reason to fail.
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"sanggah: {one_line(message)}\n")
        sys.stderr.flush()


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _json(value: Any) -> str:
    line = safe_json(value)
    try:
        line.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        # A replaced character would be another text: JSON can say it in ASCII.
        return json.dumps(value).replace("\x7f", "\\u007f")
    return line


def export_stream() -> TextIO:
    """Return standard output for an export: exact UTF-8, made safe where a terminal shows it."""
    if sys.stdout.isatty():
        return _TerminalText()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


class _TerminalText(StringIO):
    def write(self, text: str) -> int:
        sys.stdout.write(lines_of(text.replace("\r\n", "\n")))
        return len(text)
