"""A table with a header, one article a row: CSV with commas or semicolons, or tabs between.

Rows are read one by one, so a file may be of any size. A bad row is reported by the line it begins
on and the rest goes on; where quotation marks are so broken that rows cannot be told, it ends.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from store.sources.decoding import latin_code_page, marked_encoding, refuse_other_kinds
from store.sources.files import LARGEST_TEXT
from store.sources.rows import article_of
from store.sources.source_text import Problem, SourceError, SourceText

ENDINGS = (".csv", ".tsv")

#: So much of the file decides about its encoding.
_SAMPLE = 1_000_000
_DELIMITERS = ",;\t"


def read(file: BinaryIO, source: str) -> Iterator[SourceText | Problem]:
    """Yield an article or a problem for each row under the header.

    Raises:
        SourceError: there is no row, no column for the text, or the file is of another kind.
    """
    csv.field_size_limit(LARGEST_TEXT)
    stream = TextIOWrapper(file, _encoding(file), errors="surrogateescape", newline="")
    try:
        yield from _read(stream, source)
    finally:
        stream.detach()  # the file is the caller's to close


def _read(stream: TextIOWrapper, source: str) -> Iterator[SourceText | Problem]:
    first = stream.readline(LARGEST_TEXT)
    delimiter = max(_DELIMITERS, key=first.count)
    lines = _lines(first, stream)
    rows = csv.reader(lines, delimiter=delimiter)
    header = _header(rows)
    empty = True
    while True:
        number = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield Problem(f"{source}:{number}", f"{error}; nothing below it was read")
            return
        if not any(row):
            continue
        empty = False
        place = f"{source}:{number}"
        try:
            yield article_of(_fields(header, row), place)
        except SourceError as error:
            yield Problem(place, str(error))
    if empty:
        raise SourceError("no rows under its header")


def _encoding(file: BinaryIO) -> str:
    """Return the encoding by the mark or the beginning of the file, which is then read again."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    if not sample:
        raise SourceError("the file is empty")
    refuse_other_kinds(sample)
    if mark := marked_encoding(sample):
        return "utf-8-sig" if mark == "utf-8" else mark
    try:
        # Not final: the sample may end inside a character.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        if code_page := latin_code_page(sample):
            return code_page
    return "utf-8"


def _lines(first: str, stream: TextIOWrapper) -> Iterator[str]:
    line = first
    while line:
        if len(line) >= LARGEST_TEXT:
            raise csv.Error(f"a line longer than {LARGEST_TEXT // 1_000_000} MB")
        yield line
        line = stream.readline(LARGEST_TEXT)


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        header = [name.strip() for name in next(rows, [])]
    except csv.Error as error:
        raise SourceError(f"no header: {error}") from None
    if not {"text", "html"} & {name.casefold() for name in header}:
        raise SourceError("no column text or html in its first line")
    double = next((name for name in header if name and header.count(name) > 1), None)
    if double:
        raise SourceError(f"two columns {double} in its first line")
    return header


def _fields(header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) > len(header) and any(row[len(header) :]):
        raise SourceError(f"{len(row)} fields, but the header names {len(header)}")
    fields = {name: value for name, value in zip(header, row, strict=False) if name and value}
    for value in fields.values():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise SourceError("not UTF-8: save the file as UTF-8") from None
    return fields
