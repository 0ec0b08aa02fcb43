"""What holds of every page, however it was cut, glued and mixed on its way here."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Metadata
from store.reading.document import read_document
from store.reading.languages import codes

PAGES = sorted((Path(__file__).resolve().parents[2] / "pages").glob("*.txt"))
LINES = [path.read_text("utf-8").split("\n") for path in PAGES]
BITS = [
    *" \xa0\u200b\u3000.,:;!?\"“”„«»()[]'’—–|/·•#@©&A0é…。！？「」\n",
    "By ",
    "For ",
    "Von ",
    "(AFP)",
    "REUTERS",
    "&#39;",
    "Dr. ",
]


@st.composite
def broken_pages(draw: st.DrawFn) -> str:
    """Some lines of a page, of which a few are cut, glued, or another page's."""
    page = draw(st.sampled_from(LINES))
    begin = draw(st.integers(0, len(page) - 1))
    lines = page[begin : begin + draw(st.integers(1, 12))]
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        match draw(st.sampled_from(["head", "tail", "bit", "glued", "other"])):
            case "head":
                lines[at] = line[:cut]
            case "tail":
                lines[at] = line[cut:]
            case "bit":
                lines[at] = line[:cut] + draw(st.sampled_from(BITS)) + line[cut:]
            case "glued":
                lines[at] = line.replace(" ", "")
            case _:
                lines.insert(at, draw(st.sampled_from(draw(st.sampled_from(LINES)))))
    return "\n".join(lines)


@settings(max_examples=300, deadline=None)
@given(text=broken_pages(), language=st.sampled_from([None, *codes()]))
def test_a_page_is_read_whatever_became_of_its_lines(text, language):
    read = read_document(text, Metadata(language=language))
    assert "".join(text[line.start : line.end] for line in read.lines).replace("\n", "") == (
        text.replace("\n", "")
    )
    for quote in read.quotes:
        assert text[quote.start : quote.end] == quote.text != ""


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Doe For",
        "By Jane Doe For\n\nThe council met on Monday.",
        "\nComments\n\nPlease keep comments civil, constructive and on topic, and make sure "
        "to read all our terms of use before you get involved in one of these discussions.\n",
        "\u200b2024年07月02日 09:15",
        "文化 > \n(This story has not been edited\n\n\u3000\u3000Skip to navigation",
        ". \xa009.04.2024 - 09:13 U\n\n© Harian Senja. Hak cipta terpelihara.",
    ],
)
def test_a_page_that_ends_where_more_is_expected_is_read(text):
    assert read_document(text).lines


def test_marks_that_close_above_a_line_leave_its_words_readable() -> None:
    text = "«Ocho dos juntos».\n\n«-La \nDrei »Wir verbergen«, sagte Solm dpa."
    stated = Metadata(language="en")
    assert read_document(text, stated).quotes


@pytest.mark.parametrize("data", ["0" * 60 + "“1", "A-" * 4000, "Ab" * 4000, "aB" * 4000])
@pytest.mark.parametrize("code", ["de", "en", "ja"])
def test_data_pasted_into_a_page_does_not_hold_up_its_reading(data: str, code: str) -> None:
    text = f"Harbour closed\n\n{data}\n\nThe council closed the harbour on Monday. {data}"
    assert read_document(text, Metadata(language=code)).metadata.title == "Harbour closed"
