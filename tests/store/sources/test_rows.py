import csv
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Metadata
from store.sources import Problem, SourceText, read_path
from store.sources.files import LARGEST_TEXT
from store.sources.formats import json_lines, separated_values
from tests.store.sources.test_web_pages import PARAGRAPHS, TITLE, page


def read(path: Path, content: str | bytes) -> list[SourceText | Problem]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_path(path))


def problems(found: list[SourceText | Problem], path: Path) -> list[str]:
    return [str(item).removeprefix(str(path)) for item in found if isinstance(item, Problem)]


def texts(found: list[SourceText | Problem]) -> list[str]:
    return [item.text for item in found if isinstance(item, SourceText)]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return tmp_path / "berita.jsonl"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "berita.csv"


ROW = {
    "text": "Judul\n\nIsi berita.\n",
    "title": "Judul",
    "url": "https://kabar.example/1",
    "outlet": "Kabar",
    "published": "2023-10-13T08:15:30+07:00",
    "byline": "Oleh Rina Dewi",
    "language": "id-ID",
}


def test_a_line_gives_its_article_with_what_its_fields_state(lines: Path) -> None:
    row = ROW | {"id": 17, "tags": ["a", {"b": None}], "Section": "Kota"}
    assert read(lines, json.dumps(row)) == [
        SourceText(
            "Judul\n\nIsi berita.\n",
            f"{lines}:1",
            Metadata(
                title="Judul",
                url="https://kabar.example/1",
                outlet="Kabar",
                published="2023-10-13T08:15+07:00",
                byline="Rina Dewi",
                language="id",
            ),
            {"id": 17, "tags": ["a", {"b": None}], "Section": "Kota"},
        )
    ]


def test_a_table_gives_the_same_articles(table: Path, lines: Path) -> None:
    row = ROW | {"rubrik": "Kota"}
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(row))
    writer.writeheader()
    writer.writerow(row)
    [of_table] = read(table, buffer.getvalue())
    [of_lines] = read(lines, json.dumps(row))
    assert isinstance(of_table, SourceText)
    assert isinstance(of_lines, SourceText)
    assert (of_table.text, of_table.stated, of_table.extra) == (
        of_lines.text,
        of_lines.stated,
        of_lines.extra,
    )


def test_the_names_of_fields_may_have_capitals(lines: Path) -> None:
    [found] = read(lines, '{"Text": "Isi", "URL": "http://kabar.example/1"}')
    assert isinstance(found, SourceText)
    assert (found.text, found.stated.url) == ("Isi", "http://kabar.example/1")
    assert found.extra == {}


def test_a_value_that_its_field_cannot_hold_is_kept_beside_it(lines: Path) -> None:
    row = {"text": "Isi", "published": "kemarin", "url": "file:///etc/passwd", "title": 5}
    [found] = read(lines, json.dumps(row))
    assert isinstance(found, SourceText)
    assert found.stated == Metadata()
    assert found.extra == {"published": "kemarin", "url": "file:///etc/passwd", "title": 5}


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-10-13", "2023-10-13"),
        ("2023-10-13 08:15:00", "2023-10-13"),
        ("2023-10-13T08:15:00.123Z", "2023-10-13T08:15+00:00"),
        ("2023-10-13T08:15+0700", "2023-10-13T08:15+07:00"),
        ("2023/10/13 08:15 WIB", "2023-10-13"),
        ("20231013", "2023-10-13"),
        ("Fri, 13 Oct 2023 08:15:00 +0700", "2023-10-13T08:15+07:00"),
        ("13 Oktober 2023", "2023-10-13"),
        ("Jumat, 13 Oktober 2023 08:15 WIB", "2023-10-13T08:15+07:00"),
        ("2023-13-13", None),
        ("2023-10-13T25:00Z", None),
        ("lusa", None),
        (20231013, None),
    ],
)
def test_a_date_is_made_iso_or_left_out(lines: Path, written: object, iso: str | None) -> None:
    [found] = read(lines, json.dumps({"text": "Isi", "published": written}))
    assert isinstance(found, SourceText)
    assert found.stated.published == iso


def test_several_authors_are_one_byline(lines: Path) -> None:
    [found] = read(lines, '{"text": "Isi", "byline": ["Rina Dewi", "by Adi"]}')
    assert isinstance(found, SourceText)
    assert found.stated.byline == "Rina Dewi, Adi"


def test_html_is_read_as_a_page_and_the_fields_win(lines: Path) -> None:
    row = {"text": " ", "html": page(), "outlet": "Kabar", "url": "https://kabar.example/berita/1"}
    [found] = read(lines, json.dumps(row))
    assert isinstance(found, SourceText)
    assert found.text == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"
    assert found.stated.title == TITLE
    assert found.stated.outlet == "Kabar"
    assert found.extra == {}


def test_bad_lines_are_reported_by_number_and_the_rest_is_read(lines: Path) -> None:
    rows = [
        b'\xef\xbb\xbf{"text": "satu"}',
        b"",
        b"{",
        b"[1]",
        b'{"text": 5}',
        b'{"text": ["a"]}',
        b'{"text": " \\n"}',
        b'{"title": "tanpa isi"}',
        b'{"text": "\xff"}',
        b'{"text": "x", "deep": ' + b"[" * 60 + b"]" * 60 + b"}",
        b"[" * 100_000,
        b'{"text": "x", "n": ' + b"9" * 5000 + b"}",
        b'{"html": "<html><body></body></html>"}',
        b'{"text": "dua"}\r',
    ]
    found = read(lines, b"\n".join(rows))
    assert texts(found) == ["satu", "dua"]
    assert [item.source for item in found if isinstance(item, SourceText)] == [
        f"{lines}:1",
        f"{lines}:14",
    ]
    assert problems(found, lines) == [
        ":3: no JSON: Expecting property name enclosed in double quotes at character 2",
        ':4: no JSON object: each line must be one, {"text": ...}',
        ":5: its field text is a number, not a text",
        ":6: its field text is a list, not a text",
        ":7: no text in it: the field text or html must hold it",
        ":8: no text in it: the field text or html must hold it",
        ":9: not UTF-8 (at byte 10 of the line)",
        ":10: values nested in each other more than 50 deep",
        ":11: no JSON that can be read: too long a number, or nested too deeply",
        ":12: no JSON that can be read: too long a number, or nested too deeply",
        ":13: no article found on the page: copy its text into a .txt file",
    ]


def test_what_json_or_the_store_could_not_write_is_kept_as_near_as_may_be(lines: Path) -> None:
    [found] = read(lines, '{"text": "a\\ud800b\\u0000", "x": [NaN, 1e999], "\\ud800": "\\udc00"}')
    assert isinstance(found, SourceText)
    assert found.text == "a\ufffdb"
    assert found.extra == {"x": ["nan", "inf"], "\ufffd": "\ufffd"}
    json.dumps(found.extra, allow_nan=False, ensure_ascii=False).encode()


def test_a_huge_line_is_reported_and_the_next_one_read(lines: Path) -> None:
    huge = b'{"text": "' + b"a" * (2 * LARGEST_TEXT) + b'"}\n'
    found = read(lines, huge + b'{"text": "satu"}\n' + huge)
    assert texts(found) == ["satu"]
    assert problems(found, lines) == [
        ":1: a line longer than 20 MB",
        ":3: a line longer than 20 MB",
    ]


def test_memory_stays_flat_over_a_long_file(lines: Path) -> None:
    row = json.dumps({"text": "kata " * 800, "title": "Judul"})
    lines.write_text(f"{row}\n" * 3000)
    list(json_lines.read(io.BytesIO(row.encode()), "x"))
    tracemalloc.start()
    try:
        with lines.open("rb") as file:
            assert sum(1 for _ in json_lines.read(file, "x")) == 3000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_files_of_rows_without_any_say_so(lines: Path, table: Path) -> None:
    assert problems(read(lines, b""), lines) == [": the file is empty"]
    assert problems(read(lines, b"\n \r\n"), lines) == [": the file is empty"]
    assert problems(read(table, b""), table) == [": the file is empty"]
    assert problems(read(table, b"title,text\n"), table) == [": no rows under its header"]
    assert problems(read(table, b"a,b\n1,2\n"), table) == [
        ": no column text or html in its first line"
    ]
    assert problems(read(table, b"text,a,a\n"), table) == [": two columns a in its first line"]


def test_files_of_another_kind_or_encoding_say_so(lines: Path, table: Path) -> None:
    for path in (lines, table):
        assert problems(read(path, b"\x1f\x8b\x08"), path) == [": this is a gzip archive, not text"]
    wide = '{"text": "a"}'.encode("utf-16")
    assert problems(read(lines, wide), lines) == [": its encoding is UTF-16: save it as UTF-8"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_tables_of_every_dialect_are_read(
    table: Path, encoding: str, delimiter: str, line_end: str
) -> None:
    rows = ["title text", 'Titel "Er sagte: „nein“,\n\nfür immer; ""so""."', "Zwei Müller"]
    content = line_end.join(row.replace(" ", delimiter, 1) for row in rows) + line_end
    found = read(table, content.encode(encoding))
    assert texts(found) == ['Er sagte: „nein“,\n\nfür immer; "so".', "Müller"]
    assert [item.source for item in found] == [f"{table}:2", f"{table}:{5 if line_end else 0}"]


def test_bad_rows_are_reported_by_the_line_they_begin_on(table: Path) -> None:
    rows = [
        b"text,title",
        b'"dua\nbaris",x',
        b"satu,a,b",
        b",judul",
        b"",
        b"rusak\xff\x81\x8d,y",
        b"dua,,",
        b'"tak tertutup,',
    ]
    content = b"\n".join(rows) + b"\n" + b"a" * (LARGEST_TEXT + 10)
    found = read(table, content)
    assert texts(found) == ["dua\nbaris", "dua"]
    assert problems(found, table) == [
        ":4: 3 fields, but the header names 2",
        ":5: no text in it: the field text or html must hold it",
        ":7: not UTF-8: save the file as UTF-8",
        ":9: a line longer than 20 MB; nothing below it was read",
    ]


@given(st.binary(max_size=300))
def test_whatever_a_file_of_rows_holds_each_row_is_an_article_or_a_problem(content: bytes) -> None:
    from store.sources.source_text import SourceError

    for form, beginning in ((json_lines, b'{"text": "a"}\n'), (separated_values, b"text,b\na,b\n")):
        try:
            found = list(form.read(io.BytesIO(beginning + content), "x"))
        except SourceError:
            continue
        assert isinstance(found[0], SourceText)
        for item in found:
            assert isinstance(item, SourceText | Problem)
