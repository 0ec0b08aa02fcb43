"""The report for people: complete, ordered, and closed to whatever a page brings."""

from __future__ import annotations

import io
import re

from markdown_it import MarkdownIt

from store.database.connection import Store
from store.exchange import Selection, write
from tests.store.exchange.conftest import insert


def report(store: Store, **chosen: str) -> str:
    file = io.StringIO()
    write(store, file, "markdown", Selection(**chosen))
    return file.getvalue()


def test_the_report_goes_by_article_and_then_by_label(store: Store) -> None:
    (article,) = store.connection.execute("select id from articles where seq = 1").fetchone()
    text = report(store, article_id=article)
    citation = (
        "(Maya). Rani W., “Sungai naik dua meter?”, Kabar Contoh, 2022-09-22."
        " https\\://kabar.example/sungai\\_naik"
    )
    assert text.startswith(
        "# Annotations\n\n"
        "## Sungai naik dua meter?\n\n"
        "Rani W. · Kabar Contoh · 2022-09-22T10:00:00+07:00 · "
        "[https\\://kabar.example/sungai\\_naik](<https://kabar.example/sungai_naik>)\n\n"
        "### claim\n\n"
        "> “Air naik dua meter,”\n\n"
        "- Speaker: Maya\n"
        "- Reviewer: outside\n"
        f"- Citation: “Air naik dua meter,” {citation}\n\n"
        "### denial\n\n"
        "> naik “Air\n\n"
        "- Note: dua baris\n"
    )
    assert re.findall("^### (.*)$", text, re.MULTILINE) == ["claim", "denial", "evidence"]
    assert "\n> \\-5 derajat\n\n- Status: suggested\n" in text


def test_the_source_text_keeps_its_lines(store: Store) -> None:
    assert "\n> naik\n>\n> “Air\n" in report(store, text="source")
    assert "\n> naik “Air\n" in report(store, text="clean")


def test_a_part_names_the_words_it_continues(store: Store) -> None:
    store.connection.execute(
        "update annotations set part_of = (select id from annotations where label = 'evidence')"
        " where reviewer = 'budi'"
    )
    assert "> \\+62 811 bukan nomor kami.\n\n- Continues: \\-5 derajat\n" in report(store)


def test_own_labels_follow_their_position(store: Store) -> None:
    insert(store, "labels", {"name": "aneh # _label_"})
    store.connection.execute("update labels set position = -1 where name like 'aneh%'")
    store.connection.execute(
        "update annotations set label = 'aneh # _label_' where reviewer = 'budi'"
    )
    headings = re.findall("^### (.*)$", report(store), re.MULTILINE)
    assert headings == ["aneh \\# \\_label\\_", "claim", "denial", "evidence", "claim"]


def test_a_page_brings_in_no_link_image_html_or_heading(store: Store) -> None:
    text = report(store)
    tokens = MarkdownIt("commonmark").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert not {"html_block", "code_block", "fence"} & {token.type for token in tokens}
    assert not {"html_inline", "image", "code_inline"} & {token.type for token in inline}
    links = {token.attrs["href"] for token in inline if token.type == "link_open"}
    assert links == {"https://kabar.example/sungai_naik"}
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings == ["h1", "h2", "h3", "h3", "h3", "h2", "h3"]
    assert "www.evil.example" not in text


def test_a_report_of_nothing_says_so(store: Store) -> None:
    assert report(store, label="tidak ada") == "# Annotations\n\nNo annotations.\n"
