from hypothesis import given
from hypothesis import strategies as st

from store.model import Line
from store.reading.projection import Projection

CONTENT = st.text(alphabet="ab \xa0\t…é漢", max_size=6)


@st.composite
def texts_with_lines(draw):
    """A text and its lines, each shown or hidden at will, blank ones of kind blank."""
    contents = draw(st.lists(st.tuples(CONTENT, st.booleans()), min_size=1, max_size=12))
    return build(contents)


def build(contents):
    lines, start = [], 0
    for number, (content, shown) in enumerate(contents, 1):
        blank = not content.strip()
        kind = "blank" if blank else "body" if shown else "boilerplate"
        lines.append(Line(number, start, start + len(content), kind, shown or blank))
        start += len(content) + 1
    return "\n".join(content for content, _ in contents), lines


def page(*rows):
    """Rows as given; a leading "-" hides the row."""
    return Projection(*build([(row.removeprefix("-"), not row.startswith("-")) for row in rows]))


def test_hidden_lines_are_left_out_and_blank_runs_become_one():
    assert page("", "Title", "", "-Ad", "", "", "Body", "").clean == "Title\n\nBody"


def test_blanks_around_a_line_are_not_part_of_the_clean_text():
    projection = page("  \xa0Title ", "\xa0", "    Body")
    assert projection.clean == "Title\n\nBody"
    assert projection.to_clean(0) == 0
    assert projection.to_source(0) == 3


def test_a_page_with_nothing_shown_has_an_empty_clean_text():
    projection = page("-Ad", "", "-Ad")
    assert (projection.clean, projection.shown) == ("", ())
    assert projection.to_clean(2) == 0
    assert projection.to_source(0) == 0


def test_an_offset_in_a_hidden_line_leads_to_the_next_shown_place():
    projection = page("One", "-Hidden", "Two")
    assert projection.to_clean(5) == projection.clean.index("Two")


def test_an_excerpt_marks_what_was_left_out_between_shown_pieces_only():
    projection = page("-Before", "One", "-Ad", "Two", "", "Three", "-After")
    text = projection.text
    assert projection.excerpt(0, len(text)) == "One … Two Three"
    assert projection.excerpt(text.index("Two"), len(text)) == "Two Three"


def test_an_excerpt_of_hidden_words_alone_reads_as_these_words():
    projection = page("One", "-Ad here", "", "-More", "Two")
    start = projection.text.index("here")
    assert projection.excerpt(start, projection.text.index("Two")) == "here More"


def test_a_hidden_line_of_which_only_blanks_are_taken_leaves_no_mark():
    projection = page("One", "-  Ad", "Two")
    assert projection.excerpt(0, 5) == "One"
    assert projection.excerpt(4, 12) == "… Two".removeprefix("… ")


@given(texts_with_lines())
def test_rows_of_the_clean_text_are_the_shown_lines(case):
    text, lines = case
    projection = Projection(text, lines)
    rows = projection.clean.split("\n") if projection.shown else []
    assert rows == [text[line.start : line.end].strip(" \t\xa0") for line in projection.shown]
    assert "\n\n\n" not in projection.clean


@given(texts_with_lines())
def test_every_clean_offset_leads_to_the_source_and_back(case):
    projection = Projection(*case)
    for offset in range(len(projection.clean) + 1):
        source = projection.to_source(offset)
        assert projection.to_clean(source) == offset
        if offset < len(projection.clean) and projection.clean[offset] != "\n":
            assert projection.text[source] == projection.clean[offset]


@given(texts_with_lines())
def test_both_ways_never_go_backwards_and_stay_inside(case):
    text, lines = case
    projection = Projection(text, lines)
    forward = [projection.to_clean(offset) for offset in range(len(text) + 1)]
    assert forward == sorted(forward)
    assert 0 <= forward[0] <= forward[-1] <= len(projection.clean)
    back = [projection.to_source(offset) for offset in range(len(projection.clean) + 1)]
    assert back == sorted(back)


@given(texts_with_lines(), st.data())
def test_an_excerpt_within_one_shown_line_is_its_words(case, data):
    text, lines = case
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(line.start, line.end))
    end = data.draw(st.integers(start, line.end))
    expected = "" if line.kind == "blank" else text[start:end].strip(" \t\xa0")
    assert Projection(text, lines).excerpt(start, end) == expected
