"""A web archive (WARC, or WACZ around it): every page that it holds, as a saved web page each.

Read with warcio, record by record, so that an archive may be of any size. Formats:
https://iipc.github.io/warc-specifications and https://specs.webrecorder.net/wacz.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, cast

from store.sources.decoding import decode
from store.sources.files import LARGEST_TEXT
from store.sources.formats.web_page import declared_encoding, read_page
from store.sources.normalising import without_surrogates
from store.sources.source_text import Problem, SourceError, SourceText

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

ENDINGS = (".warc", ".warc.gz", ".wacz")

_PAGES = ("text/html", "application/xhtml+xml")


def read(file: BinaryIO, source: str) -> Iterator[SourceText | Problem]:
    """Yield the articles of the pages in an archive; pictures, scripts and answers of error not.

    A page that gave none is a problem under its address.

    Raises:
        SourceError: it is no archive, is damaged from here on, or holds no page.
    """
    pages = 0
    for record in _records(file):
        if _is_page(record):
            pages += 1
            yield _article(record, source)
    if not pages:
        raise SourceError("no page in this archive")


def _records(file: BinaryIO) -> Iterator[ArcWarcRecord]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        if zipfile.is_zipfile(file):
            file.seek(0)
            with zipfile.ZipFile(file) as packed:
                for name in packed.namelist():
                    if name.endswith((".warc", ".warc.gz")):
                        with packed.open(name) as inside:
                            yield from ArchiveIterator(inside)
        else:
            file.seek(0)
            yield from ArchiveIterator(file)
    except (ArchiveLoadFailed, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise SourceError("no web archive, or damaged from here on") from error
    except (NotImplementedError, RuntimeError) as error:  # a way of packing that Python lacks
        raise SourceError("an archive packed in a way that cannot be read") from error


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in ("response", "resource") or not _address(record).startswith("http"):
        return False
    if record.http_headers is None:
        kind = record.content_type or ""
    else:
        kind = record.http_headers.get_header("Content-Type", "")
        if record.http_headers.get_statuscode() != "200":
            return False
    return kind.partition(";")[0].strip().lower() in _PAGES


def _article(record: ArcWarcRecord, source: str) -> SourceText | Problem:
    url = _address(record)
    try:
        data = cast(bytes, record.content_stream().read(LARGEST_TEXT + 1))
        if len(data) > LARGEST_TEXT:
            raise SourceError(f"larger than {LARGEST_TEXT // 1_000_000} MB")
        page = decode(data, declared_encoding(data) or _charset(record))
        article = read_page(page, url, url)
    except SourceError as error:
        return Problem(url, str(error))
    return replace(article, extra={**article.extra, "archive": source})


def _address(record: ArcWarcRecord) -> str:
    return without_surrogates(record.rec_headers.get_header("WARC-Target-URI", "")).strip("<> ")


def _charset(record: ArcWarcRecord) -> str | None:
    if record.http_headers is None:
        return None
    kind = record.http_headers.get_header("Content-Type", "")
    found = [part.partition("=")[2] for part in kind.split(";") if "charset=" in part.lower()]
    return found[0].strip(" \"'") or None if found else None
