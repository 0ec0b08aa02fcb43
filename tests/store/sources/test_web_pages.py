import json
import subprocess
import sys
from pathlib import Path

import pytest

from store.model import Metadata
from store.reading.document import read_document
from store.sources import Problem, SourceText, read_path

PARAGRAPHS = [
    "JAKARTA - Pemerintah kota membantah tuduhan nelayan bahwa air laut di teluk itu tercemar limbah pabrik.",
    '"Tuduhan itu tidak benar. Kami sudah memeriksa air di tujuh tempat," kata kepala dinas, Sari Wulandari, Senin.',
    "Nelayan mengatakan hasil tangkapan mereka turun separuh sejak pabrik itu dibuka dua tahun yang lalu.",
    '"Ikan mati setiap hari. Siapa yang mau membayar kami?" ujar Budi Santoso, ketua kelompok nelayan setempat.',
    "Hasil pemeriksaan lengkap akan diumumkan bulan depan, dan warga boleh ikut melihat pemeriksaan berikutnya.",
]
TITLE = "Pemerintah Kota Membantah Air Teluk Tercemar"
DESCRIBED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "BreadcrumbList", "itemListElement": []},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "author": [
                {"@type": "Person", "name": "Rina Dewi"},
                {"@type": "Person", "name": "Adi"},
            ],
            "editor": {"@type": "Person", "name": "Tono"},
            "publisher": {"@type": "Organization", "name": "PT Kabar Teluk"},
            "datePublished": "2023-10-13T08:15:30+07:00",
            "dateModified": "2023-10-14T09:00:00Z",
            "mainEntityOfPage": "https://kabarteluk.example/berita/1",
        },
    ],
}


def page(*head: str, paragraphs: list[str] = PARAGRAPHS, described: object = None) -> str:
    script = f'<script type="application/ld+json">{json.dumps(described)}</script>'
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head>{''.join(head)}{script if described else ''}"
        "<title>Halaman</title></head><body><nav><ul><li><a href='/'>Beranda</a></li>"
        "<li><a href='/o'>Olahraga</a></li></ul></nav>"
        f"<article><h1>{TITLE}</h1>{body}</article>"
        "<aside><h3>Baca juga</h3><ul><li><a href='/2'>Harga cabai naik lagi</a></li></ul></aside>"
        "<footer>Copyright 2023 Kabar Teluk</footer></body></html>"
    )


def read(path: Path, content: str | bytes) -> SourceText | Problem:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    [found] = read_path(path)
    return found


def text_of(path: Path, content: str | bytes) -> SourceText:
    found = read(path, content)
    assert isinstance(found, SourceText), found
    return found


def problem_of(path: Path, content: str | bytes) -> str:
    found = read(path, content)
    assert isinstance(found, Problem), found
    return found.message


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "berita.html"


def test_a_page_gives_its_article_a_paragraph_a_line_with_blank_lines_between(file: Path) -> None:
    assert text_of(file, page()).text == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"


def test_what_a_page_describes_of_itself_is_stated(file: Path) -> None:
    assert text_of(file, page(described=DESCRIBED)).stated == Metadata(
        title=TITLE,
        byline="Rina Dewi, Adi",
        editor="Tono",
        outlet="PT Kabar Teluk",
        published="2023-10-13T08:15+07:00",
        modified="2023-10-14T09:00+00:00",
        url="https://kabarteluk.example/berita/1",
    )


def test_what_is_stated_wins_in_the_reading(file: Path) -> None:
    found = text_of(file, page(described=DESCRIBED))
    metadata = read_document(found.text, found.stated, found.source).metadata
    assert metadata.byline == "Rina Dewi, Adi"
    assert metadata.published == "2023-10-13T08:15+07:00"
    assert metadata.language == "id"
    assert metadata.dateline == "JAKARTA"


def test_open_graph_speaks_where_nothing_is_described(file: Path) -> None:
    head = (
        f'<meta property="og:title" content="{TITLE} | Kabar Teluk">',
        '<meta property="og:site_name" content="Kabar Teluk">',
        '<meta property="og:url" content="https://kabarteluk.example/berita/1">',
        '<meta property="article:published_time" content="2023-10-13 08:15:30">',
        '<meta name="author" content="Oleh Rina Dewi">',
        '<meta property="article:author" content="https://facebook.example/rina">',
    )
    assert text_of(file, page(*head)).stated == Metadata(
        title=TITLE,
        byline="Rina Dewi",
        outlet="Kabar Teluk",
        published="2023-10-13",
        url="https://kabarteluk.example/berita/1",
    )


def test_the_canonical_address_is_kept_but_not_that_of_the_whole_outlet(file: Path) -> None:
    canonical = '<link rel="canonical" href="https://kabarteluk.example/{}">'
    address = '<meta property="og:url" content="https://kabarteluk.example/amp/1">'
    deep, bare = canonical.format("berita/1"), canonical.format("")
    assert text_of(file, page(deep, address)).stated.url == "https://kabarteluk.example/berita/1"
    assert text_of(file, page(bare, address)).stated.url == "https://kabarteluk.example/amp/1"
    script = '<link rel="canonical" href="javascript:alert(1)">'
    assert text_of(file, page(script)).stated.url is None


def test_an_outlet_is_no_author(file: Path) -> None:
    described = {
        "@type": "NewsArticle",
        "author": {"@type": "Organization", "name": "Redaksi"},
        "publisher": {"name": "Kabar Teluk"},
    }
    meta = '<meta name="author" content="Kabar Teluk">'
    assert text_of(file, page(meta, described=described)).stated.byline is None


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        '"words"',
        "null",
        '{"@type": 1, "headline": {}}',
        '{"@type": "NewsArticle", "headline": ["", null, 3], "author": [[], {"name": {}}, 5],'
        ' "publisher": [], "datePublished": "gestern", "mainEntityOfPage": {"@id": 4}}',
        '{"@type": "NewsArticle", "datePublished": "2023-02-31", "url": "http://[::1"}',
    ],
)
def test_a_nonsense_description_states_nothing(file: Path, script: str) -> None:
    found = text_of(file, page(f'<script type="application/ld+json">{script}</script>'))
    assert found.stated == Metadata(title=TITLE)


def test_a_description_in_a_comment_with_raw_line_ends_is_read(file: Path) -> None:
    script = (
        '<!-- \n{"@type": "NewsArticle", "headline": "Judul yang\n panjang &amp; lengkap"}\n-->'
    )
    found = text_of(file, page(f'<script type="application/ld+json">{script}</script>'))
    assert found.stated.title == "Judul yang panjang & lengkap"


def test_the_language_attribute_of_a_template_does_not_deceive_the_reading(file: Path) -> None:
    assert text_of(file, page()).stated.language is None


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp"])
def test_a_page_is_decoded_as_it_declares(file: Path, encoding: str) -> None:
    sentences = ["市長は記者会見で「そのような事実はない」と述べ、疑惑を全面的に否定した。" * 3] * 4
    raw = page(f'<meta charset="{encoding}">', paragraphs=sentences).encode(encoding)
    assert "「そのような事実はない」" in text_of(file, raw).text


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "base64", "nonsense", "'"])
def test_a_wrong_declaration_does_not_spoil_a_utf8_page(file: Path, declared: str) -> None:
    sentences = ["Der Bürgermeister wies die Vorwürfe zurück: „Das ist völlig falsch.“ " * 3] * 3
    raw = page(f'<meta charset="{declared}">', paragraphs=sentences).encode()
    assert "„Das ist völlig falsch.“" in text_of(file, raw).text


def test_a_byte_order_mark_and_an_xml_declaration_are_read(file: Path) -> None:
    declared = '<?xml version="1.0" encoding="iso-8859-1"?>' + page()
    assert PARAGRAPHS[0] in text_of(file, b"\xef\xbb\xbf" + declared.encode()).text
    assert PARAGRAPHS[0] in text_of(file, page().encode("utf-16")).text


def test_a_page_behind_a_paywall_says_so_in_one_line(file: Path) -> None:
    described = {"@type": "NewsArticle", "isAccessibleForFree": False, "headline": TITLE}
    teaser = page(paragraphs=PARAGRAPHS[:1], described=described)
    assert "paywall" in problem_of(file, teaser)
    marked = page(paragraphs=[*PARAGRAPHS[:1], '<span class="c-Paywall">Abonnieren</span>'])
    assert "paywall" in problem_of(file, marked)


def test_a_short_article_beside_an_empty_wall_is_read(file: Path) -> None:
    empty = "<div class='paywall'> </div><script id='paywall-code'>start()</script>"
    assert text_of(file, page(paragraphs=[*PARAGRAPHS[:4], empty]))


def test_a_paid_page_that_was_saved_whole_is_read(file: Path) -> None:
    described = {"@type": "NewsArticle", "isAccessibleForFree": "False", "headline": TITLE}
    assert text_of(file, page(paragraphs=PARAGRAPHS * 2, described=described))


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><div id=app></div><script>start()</script></body></html>",
        "<",
        "<!-- -->",
        "<html>",
        "hanya teks",
        '<html><head><meta http-equiv="refresh" content="0;url=/x"></head><body></body></html>',
    ],
)
def test_a_page_without_an_article_says_so_in_one_line(file: Path, content: str) -> None:
    found = read(file, content)
    if isinstance(found, Problem):
        assert found.message.startswith("no article found on the page")
        assert "\n" not in found.message


def test_a_page_that_is_none_says_what_it_is(file: Path) -> None:
    assert problem_of(file, b"") == "the file is empty"
    assert problem_of(file, b"%PDF-1.7 ...") == "this is a PDF file, not text"


def test_an_absurdly_nested_page_ends(file: Path) -> None:
    read(file, "<div>" * 50_000 + "kata " * 200 + "</div>" * 50_000)
    read(file, "<html><body>" + "<b><i>" * 20_000 + "<p>kata kata</p>")


def test_controls_and_markup_do_not_reach_the_text(file: Path) -> None:
    hostile = "<script>alert(1)</script>&#27;]52;c;UFdORUQ=&#7; kata \x1b[31m merah &#x9b;"
    text = text_of(file, page(paragraphs=[*PARAGRAPHS, hostile + " dan seterusnya."])).text
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "alert" not in text


def test_a_page_without_an_article_prints_nothing_by_itself(file: Path) -> None:
    file.write_text("<html><body><p>x</p></body></html>")
    program = "import sys, pathlib; from store.sources import read_path; list(read_path(pathlib.Path(sys.argv[1])))"
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_day_that_the_page_shows_is_stated_where_nothing_is_described(file: Path) -> None:
    shown = '<div class="post-date">13 October 2023</div>'
    content = page().replace("</h1>", f"</h1>{shown}")
    assert text_of(file, content).stated.published == "2023-10-13"


def test_a_day_of_the_running_text_is_no_day_of_publication(file: Path) -> None:
    told = [*PARAGRAPHS, "Pabrik itu dibuka pada 13 Oktober 2021 oleh wali kota yang lama di sana."]
    assert text_of(file, page(paragraphs=told)).stated.published is None


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} › Kabar Teluk",
        f"{TITLE} : Berita : Kabar Teluk",
        f"Kabar Teluk | {TITLE}",
        f"{TITLE} | KT | 13.10.2023",
    ],
)
def test_the_heading_on_the_page_tells_how_much_of_a_title_is_the_title(
    file: Path, title: str
) -> None:
    assert (
        text_of(file, page(f'<meta property="og:title" content="{title}">')).stated.title == TITLE
    )


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Rina Dewi, Kabar Teluk", "Rina Dewi"),
        (
            "Rina Dewi, Adi A. Tono and Sari Wulan, Kabar Teluk",
            "Rina Dewi, Adi A. Tono, Sari Wulan",
        ),
        ("Kabar Teluk, Jakarta", None),
        ("Teluk Media GmbH, Hamburg", None),
        ("kabar", None),
    ],
)
def test_an_outlet_behind_an_author_and_a_company_are_no_people(
    file: Path, author: str, people: str | None
) -> None:
    head = (
        '<meta property="og:site_name" content="Kabar Teluk">',
        f'<meta name="author" content="{author}">',
    )
    assert text_of(file, page(*head)).stated.byline == people
