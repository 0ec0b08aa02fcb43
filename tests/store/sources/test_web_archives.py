import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.sources import Problem, SourceText, read_path, walk
from tests.store.sources.test_web_pages import PARAGRAPHS, TITLE, page

PAGE = page().encode()


def archive(*records: tuple[str, str, bytes, str], packed: bool = True) -> bytes:
    """A WARC of (address, status, body, content type)."""
    file = BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for url, status, body, kind in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=headers)
        )
    return file.getvalue()


RECORDS = (
    ("https://kabar.example/1", "200 OK", PAGE, "text/html; charset=utf-8"),
    ("https://kabar.example/logo.png", "200 OK", b"\x89PNG", "image/png"),
    ("https://kabar.example/gone", "404 Not Found", PAGE, "text/html"),
    ("https://kabar.example/empty", "200 OK", b"<html></html>", "text/html"),
    ("https://kabar.example/2", "200 OK", PAGE.replace(b"Sari", b"Dewi"), "text/html"),
)


@pytest.mark.parametrize("packed", [True, False], ids=["gz", "plain"])
def test_every_page_of_an_archive_is_an_article(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("pages.warc.gz" if packed else "pages.warc")
    path.write_bytes(archive(*RECORDS, packed=packed))
    assert walk([tmp_path]).files == [path]
    first, empty, second = read_path(path)
    assert isinstance(first, SourceText)
    assert isinstance(second, SourceText)
    assert first.text.startswith(f"{TITLE}\n\n{PARAGRAPHS[0]}")
    assert first.source == first.stated.url == "https://kabar.example/1"
    assert first.extra == {"archive": str(path)}
    assert "Dewi Wulandari" in second.text
    assert isinstance(empty, Problem)
    assert empty.source == "https://kabar.example/empty"


def test_the_archives_inside_a_wacz_are_read(tmp_path: Path) -> None:
    path = tmp_path / "pages.wacz"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("archive/data.warc.gz", archive(RECORDS[0]))
        packed.writestr("pages/pages.jsonl", "{}")
        packed.writestr("archive/more.warc", archive(RECORDS[4], packed=False))
    assert [type(item) for item in read_path(path)] == [SourceText, SourceText]


def test_a_page_is_decoded_as_its_server_says_where_it_says_nothing_itself(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.warc.gz"
    body = page().replace("JAKARTA", "CAFÉ").encode("latin-1")
    path.write_bytes(archive(("http://a.example/", "200 OK", body, "text/html; charset=latin-1")))
    (found,) = read_path(path)
    assert isinstance(found, SourceText)
    assert "CAFÉ - " in found.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing of the kind",
        gzip.compress(b"nothing of the kind"),
        b"PK\x03\x04 broken",
        archive(RECORDS[1]),
        archive(RECORDS[0])[:300],
    ],
    ids=["empty", "a text", "a packed text", "a broken zip", "no page", "cut off"],
)
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_what_is_no_archive_is_one_problem(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (problem,) = read_path(path)
    assert isinstance(problem, Problem)
    assert "\n" not in problem.message


def test_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    sound = archive(RECORDS[0], packed=False)
    path.write_bytes(sound + b"no record at all\r\n" * 9)
    first, problem = read_path(path)
    assert isinstance(first, SourceText)
    assert isinstance(problem, Problem)
    assert "damaged" in problem.message
