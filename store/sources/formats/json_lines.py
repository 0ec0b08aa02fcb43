"""One JSON object a line, one article an object; a bad line is reported and the rest goes on.

Only one line is in memory at a time, so a file may be of any size.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from store.sources.decoding import marked_encoding, refuse_other_kinds
from store.sources.files import LARGEST_TEXT
from store.sources.rows import article_of
from store.sources.source_text import Problem, SourceError, SourceText

ENDINGS = (".jsonl", ".ndjson")

_BLANKS = b" \t\r\n"


def read(file: BinaryIO, source: str) -> Iterator[SourceText | Problem]:
    """Yield an article or a problem for each line that is not blank.

    Raises:
        SourceError: there is no such line, or the file is of another kind.
    """
    empty = True
    for number, line in enumerate(_lines(file), 1):
        if number == 1:
            line = _without_mark(line)
        if not line.strip(_BLANKS):
            continue
        empty = False
        place = f"{source}:{number}"
        try:
            yield article_of(_fields(line), place)
        except SourceError as error:
            yield Problem(place, str(error))
    if empty:
        raise SourceError("the file is empty")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; one that is too long is cut to one byte too many, the rest passed over."""
    while line := file.readline(LARGEST_TEXT + 1):
        yield line
        while len(line) > LARGEST_TEXT and not line.endswith(b"\n"):
            line = line[:0] + file.readline(LARGEST_TEXT + 1)
            if not line:
                return


def _without_mark(line: bytes) -> bytes:
    refuse_other_kinds(line)
    mark = marked_encoding(line)
    if mark not in (None, "utf-8"):
        raise SourceError(f"its encoding is {str(mark).upper()}: save it as UTF-8")
    return line.removeprefix(b"\xef\xbb\xbf")


def _fields(line: bytes) -> dict[str, object]:
    if len(line) > LARGEST_TEXT:
        raise SourceError(f"a line longer than {LARGEST_TEXT // 1_000_000} MB")
    try:
        value = json.loads(line.rstrip(_BLANKS).decode("utf-8"), strict=False)
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 (at byte {error.start} of the line)") from None
    except json.JSONDecodeError as error:
        raise SourceError(f"no JSON: {error.msg} at character {error.pos + 1}") from None
    except (ValueError, RecursionError):
        raise SourceError(
            "no JSON that can be read: too long a number, or nested too deeply"
        ) from None
    if not isinstance(value, dict):
        raise SourceError('no JSON object: each line must be one, {"text": ...}')
    return value
