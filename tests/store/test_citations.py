"""Citations in every style: complete, sparse and hostile; and the plain one against the view."""

from __future__ import annotations

import dataclasses
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.citations import STYLES, Cited, citation_key, cite, date_parts
from store.model import Article, Metadata, SanggahError

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "citations.md"
COMPLETE = Cited(
    words="“Air naik {2} meter dalam 1 jam, 100% benar!”",
    speaker="Dr. Maya Putri",
    byline="Rani W.",
    title="Sungai naik dua meter?",
    outlet="Kabar Contoh",
    published="2022-09-22T23:30:00+07:00",
    url="https://kabar.example/2022/sungai_naik?id=7&hal=2",
    article_id="8e6ae7f51e8b896a",
    language="id",
)
UNSIGNED = dataclasses.replace(COMPLETE, byline=None, published=None)

# Letters, the signs that formats give a meaning to, and what must never get out.
HOSTILE = st.text(
    st.sampled_from(
        "aé日 .?!\"“”«»„'{}[]()<>\\%$#&_^~|*`@:=-+/,\xa0\n\r\t\x00\x1b\x07\x9b\u2028\u202eER"
    )
    | st.characters(exclude_categories=("Cs",)),
    max_size=30,
)
OPTIONAL = st.none() | HOSTILE
DATES = st.none() | st.dates().map(str) | st.datetimes().map(lambda at: f"{at.isoformat()}+07:00")
PAGES = st.builds(
    Cited,
    words=HOSTILE,
    speaker=OPTIONAL,
    byline=OPTIONAL,
    title=OPTIONAL,
    outlet=OPTIONAL,
    published=DATES | OPTIONAL,
    url=OPTIONAL | HOSTILE.map(lambda path: f"https://kabar.example/{path}"),
    article_id=HOSTILE,
    language=OPTIONAL,
)


def test_every_style_is_documented_with_what_it_really_gives() -> None:
    page = DOCUMENTATION.read_text("utf-8")
    headings = re.findall(r"^## ([a-z-]+)$", page, re.MULTILINE)
    assert headings == list(STYLES)
    examples = re.findall(r"^```text\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL)
    expected = {cite(COMPLETE, style) for style in STYLES} | {cite(UNSIGNED, "apa")}
    assert set(examples) == expected


def test_an_unknown_style_is_named_with_the_known_ones() -> None:
    with pytest.raises(SanggahError, match='no citation style "mla"; there are plain, markdown'):
        cite(COMPLETE, "mla")


def test_an_article_is_cited_by_what_it_states() -> None:
    metadata = Metadata(title="Judul", byline="Rani", outlet="Kabar", published="2022-09-22")
    article = Article("0" * 16, "Teks", metadata, "a.txt", 1, "2022-09-22T00:00:00.000Z")
    assert cite(Cited.of(article), "plain") == "Rani, “Judul”, Kabar, 2022-09-22."
    assert cite(Cited.of(article, "kata", "Maya"), "plain").startswith("“kata” (Maya). Rani, ")


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (Cited(), ""),
        (Cited(words="kata"), "“kata”."),
        (Cited(words="Benar!"), "“Benar!”"),
        (Cited(words="Benar!", speaker="Maya"), "“Benar!” (Maya)."),
        (Cited(words="«Benar.»", title="Judul?"), "“Benar.” “Judul?”"),
        (Cited(words='"kata" dan "kata"'), '“kata" dan "kata”.'),
        (Cited(words="kata", url="https://a.example"), "“kata”. https://a.example"),
        (Cited(byline="Rani W."), "Rani W."),
        (Cited(outlet=" \xa0Kabar\n"), "Kabar."),
        (Cited(speaker="Maya", title=""), ""),
    ],
)
def test_the_plain_form_leaves_no_stray_punctuation(cited: Cited, expected: str) -> None:
    assert cite(cited, "plain") == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (Cited(title="Judul", outlet="Kabar"), "Judul. (n.d.). Kabar."),
        (Cited(byline="Kabar", title="Judul", outlet="KABAR"), "Kabar. (n.d.). Judul."),
        (Cited(outlet="Kabar", published="2022-09"), "[News article]. (2022, September). Kabar."),
        (Cited(byline="Rani", published="2022"), "Rani. (2022). [News article]."),
        (
            Cited(byline="Rani", title="Judul", published="2022-09-01", words="kata"),
            "Rani. (2022, September 1). Judul.\n\n“kata” (Rani, 2022)",
        ),
    ],
)
def test_apa_fills_gaps_by_its_own_rules(cited: Cited, expected: str) -> None:
    assert cite(cited, "apa") == expected


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        ("2022-09-22", (2022, 9, 22)),
        ("2022-09-22T23:30:00+07:00", (2022, 9, 22)),
        ("2022-09-22 23:30", (2022, 9, 22)),
        ("2022-09", (2022, 9)),
        ("2022", (2022,)),
        ("2022-02-30", ()),
        ("2022-13", ()),
        ("0000-01-01", ()),
        ("kemarin", ()),
        ("２０２２-09-22", ()),
        (None, ()),
    ],
)
def test_a_date_is_cited_as_far_as_it_is_stated(
    published: str | None, parts: tuple[int, ...]
) -> None:
    assert date_parts(published) == parts


@pytest.mark.parametrize(
    ("published", "date"),
    [("2022-09-22", "2022/09/22"), ("2022-09", "2022/09//"), ("2022", "2022///")],
)
def test_ris_keeps_the_slashes_of_parts_that_are_missing(published: str, date: str) -> None:
    assert f"\nDA  - {date}\n" in cite(Cited(published=published), "ris")


def test_quotes_of_one_article_have_keys_of_their_own_and_keep_them() -> None:
    other = dataclasses.replace(COMPLETE, words="Kata lain")
    assert citation_key(COMPLETE) == citation_key(dataclasses.replace(COMPLETE, speaker=None))
    assert citation_key(COMPLETE) != citation_key(other)
    assert citation_key(dataclasses.replace(COMPLETE, words="")) == "kabarcontoh2022-8e6ae7f5"


@given(PAGES, st.sampled_from(STYLES))
def test_no_control_character_gets_out_of_any_style(cited: Cited, style: str) -> None:
    controls = {sign for sign in cite(cited, style) if unicodedata.category(sign) == "Cc"}
    assert controls <= {"\n"}


@given(PAGES, st.sampled_from(STYLES))
def test_an_absent_part_leaves_nothing_behind(cited: Cited, style: str) -> None:
    absent = ("speaker", "byline", "title", "outlet", "published", "url", "language")
    cited = dataclasses.replace(cited, words="kata", **dict.fromkeys(absent))
    expected = {
        "plain": "“kata”.",
        "markdown": "“kata”.",
        "apa": "[News article]. (n.d.).\n\n“kata” ([News article], n.d.)",
        "bibtex": f"@misc{{{citation_key(cited)},\n  annote = {{“kata”}},\n}}",
        "ris": "TY  - NEWS\nN1  - “kata”\nER  - ",
    }
    written = cite(cited, style)
    if style == "csl-json":
        assert json.loads(written)[0].keys() == {"id", "type", "note"}
    else:
        assert written == expected[style]


@given(PAGES)
def test_a_ris_record_holds_one_tag_a_line_whatever_stands_in_it(cited: Cited) -> None:
    lines = cite(cited, "ris").split("\n")
    tags = [line[:6] for line in lines]
    order = [f"{tag}  - " for tag in ("TY", "AU", "TI", "T2", "PY", "DA", "UR", "LA", "N1", "ER")]
    assert tags == [tag for tag in order if tag in tags]
    assert tags[0] == "TY  - "
    assert tags[-1] == "ER  - "
    assert all(len(line.splitlines()) == 1 for line in lines)
    assert all("*" not in line for line in lines if line.startswith(("AU", "T2")))


@given(PAGES)
def test_a_bibtex_entry_stays_one_entry_whatever_stands_in_it(cited: Cited) -> None:
    kind, key, fields = bibtex_entry(cite(cited, "bibtex"))
    assert kind == ("article" if "journal" in fields else "misc")
    assert re.fullmatch(r"[a-z][a-z0-9]*(?:\d{4}|nd)-[0-9a-f]{1,8}(?:-[0-9a-f]{4})?", key)
    names = ["author", "title", "journal", "year", "month", "day", "url", "language", "annote"]
    assert list(fields) == [name for name in names if name in fields]
    assert all(fields.values())


@given(PAGES)
def test_csl_json_holds_only_what_is_stated(cited: Cited) -> None:
    (item,) = json.loads(cite(cited, "csl-json"))
    assert item["type"] == "article-newspaper"
    assert all(item.values())
    assert ("author" in item) == bool(shown(cited.byline))
    assert ("title" in item) == bool(shown(cited.title))
    assert ("issued" in item) == bool(date_parts(shown(cited.published)))


@given(PAGES)
def test_markdown_renders_as_the_very_words_and_links_to_the_page_alone(cited: Cited) -> None:
    html, markup = rendered(cite(cited, "markdown"))
    allowed = {"paragraph_open", "paragraph_close", "text", "text_special", "inline", "link_open"}
    assert markup <= allowed | {"link_close", "em_open", "em_close", "html_entity"}
    links = re.findall('href="([^"]*)"', html)
    assert all(link.startswith("https://kabar.example/") for link in links)
    assert len(links) <= 1


def test_an_address_that_runs_a_script_is_never_a_link() -> None:
    cited = dataclasses.replace(COMPLETE, url="javascript:alert(1)")
    assert "](" not in cite(cited, "markdown")
    assert "](" not in cite(dataclasses.replace(cited, title=None), "markdown")


def shown(text: str | None) -> str:
    """What is left of a field on one line, without control characters."""
    signs = (" " if sign.isspace() else sign for sign in text or "")
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Cc").strip()


def rendered(markdown: str) -> tuple[str, set[str]]:
    """The HTML of a Markdown text, and the kinds of markup that a parser finds in it."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(markdown)
    kinds = {token.type for token in tokens}
    kinds |= {child.type for token in tokens for child in token.children or ()}
    return parser.render(markdown), kinds


def bibtex_entry(text: str) -> tuple[str, str, dict[str, str]]:
    """Read one entry as BibTeX does: braces count, whatever stands before them."""
    head = re.match(r"@([a-z]+)\{([^,\s]+),\n", text)
    assert head
    fields: dict[str, str] = {}
    place = head.end()
    while text[place] != "}":
        field = re.compile(r"  ([a-z]+) = ([a-z]{3},\n|\{)").match(text, place)
        assert field
        place = field.end()
        if field[2] != "{":
            fields[field[1]] = field[2].rstrip(",\n")
            continue
        start, depth = place, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(text[place], 0)
            place += 1
        fields[field[1]] = text[start : place - 1]
        assert "\n" not in fields[field[1]]
        assert text[place : place + 2] == ",\n"
        place += 2
    assert text[place:] == "}"
    return head[1], head[2], fields
