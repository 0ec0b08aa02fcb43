import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from store.model import Span
from store.reading import languages
from store.reading.units import clause_spans, word_spans

PUNCTUATED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "abé\u0301Zñ019 \t\xa0.,;:-–—―_'’‘\"“”„«»()[]!?…&@$€%/、。「」漢字かなカナ"
        ),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=60,
)


def words(text):
    return [text[start:end] for start, end in word_spans(text, Span(0, len(text)))]


def clauses(text):
    return [text[start:end] for start, end in clause_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami belum pernah," katanya.', ["Kami", "belum", "pernah", "katanya"]),
        ("lebih dari 1.000 kontainer", ["lebih", "dari", "1.000", "kontainer"]),
        ("US$2,1 miliar, 5%", ["US$2,1", "miliar", "5%"]),
        ("hari Jum'at di Ka’bah", ["hari", "Jum'at", "di", "Ka’bah"]),
        ("Rusia-Ukraina -- kota-kota", ["Rusia-Ukraina", "kota-kota"]),
        ("pukul 11:16 (WIB)", ["pukul", "11:16", "WIB"]),
        ("l'accord d’hier", ["l'accord", "d’hier"]),
        ("R&D et al.", ["R&D", "et", "al"]),
        ("北朝鮮はミサイル", ["北", "朝", "鮮", "は", "ミサイル"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("keluarga 👨\u200d👩\u200d👧 pulang ❤\ufe0f", ["keluarga", "pulang"]),
        ("葛\U000e0100城が\u3099", ["葛\U000e0100", "城", "が\u3099"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("— … !", []),
    ],
)
def test_words_leave_out_the_punctuation_around_them_and_keep_their_own(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja, sagte er; nein: niemals.", ["Ja", "sagte er", "nein", "niemals"]),
        ('Kim berkata, "tidak ada," lalu pergi', ["Kim berkata", "tidak ada", "lalu pergi"]),
        ("sanksi global – Moskow -- dan Kyiv", ["sanksi global", "Moskow", "dan Kyiv"]),
        ("Shahed –kendaraan udara", ["Shahed", "kendaraan udara"]),
        ("harga 2,5 juta pukul 11:16, lalu", ["harga 2,5 juta pukul 11:16", "lalu"]),
        ("tahun 2014–2018 di Rusia-Ukraina", ["tahun 2014–2018 di Rusia-Ukraina"]),
        ("hari Jum'at, 'rumor' itu", ["hari Jum'at", "rumor", "itu"]),
        ("「撃った」と、述べた", ["撃った", "と", "述べた"]),
        (" . ", []),
    ],
)
def test_clauses_lie_between_commas_dashes_and_marks(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "Budi mengatakan bahwa harga naik.", ["Budi mengatakan", "harga naik"]),
        ("en", "She said that prices rose.", ["She said", "prices rose"]),
        ("de", "Er sagte, dass es stimmt!", ["Er sagte", "es stimmt"]),
        ("fr", "Elle dit qu'il ment.", ["Elle dit", "il ment"]),
        ("ja", "彼は否定した。", ["彼は否定した"]),
    ],
)
def test_a_clause_begins_behind_the_word_that_leads_to_what_is_said(code, text, expected):
    found = clause_spans(text, Span(0, len(text)), languages.load(code))
    assert [text[start:end] for start, end in found] == expected


def test_only_the_given_stretch_is_looked_at():
    text = "satu dua, tiga empat"
    assert [text[s:e] for s, e in word_spans(text, Span(5, 14))] == ["dua", "tiga"]
    assert [text[s:e] for s, e in clause_spans(text, Span(5, 14))] == ["dua", "tiga"]


@given(PUNCTUATED)
def test_words_are_ordered_apart_and_never_hold_a_blank(text):
    end = 0
    for span in word_spans(text, Span(0, len(text))):
        assert end <= span.start < span.end <= len(text)
        assert not any(character.isspace() for character in text[span.start : span.end])
        end = span.end


@given(
    st.lists(
        st.sampled_from(
            [
                *("kata", "a\u0301", "e\u0323\u0302", "👨\u200d👩\u200d👧\u200d👦", "👍🏽", "🇮🇩"),
                *(
                    "❤\ufe0f",
                    "1\ufe0f\u20e3",
                    "葛\U000e0100",
                    "か\u3099",
                    "नि",
                    "한",
                    " ",
                    "-",
                    "'",
                    ".",
                ),
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_no_word_begins_or_ends_inside_a_character_as_people_see_it(text):
    edges = {edge for start, end, _ in split_graphemes(text)[0] for edge in (start, end)}
    for span in word_spans(text, Span(0, len(text))):
        assert {span.start, span.end} <= edges


@given(PUNCTUATED)
def test_every_word_lies_in_exactly_one_clause(text):
    whole = Span(0, len(text))
    found = clause_spans(text, whole)
    for word in word_spans(text, whole):
        assert sum(clause.covers(word) for clause in found) == 1


@given(PUNCTUATED)
def test_letters_and_digits_are_always_part_of_a_word(text):
    covered = {
        offset
        for span in word_spans(text, Span(0, len(text)))
        for offset in range(span.start, span.end)
    }
    assert all(index in covered for index, char in enumerate(text) if char.isalnum())


@given(PUNCTUATED)
def test_clauses_are_ordered_apart_and_without_outer_blanks(text):
    end = 0
    for span in clause_spans(text, Span(0, len(text))):
        assert end <= span.start < span.end <= len(text)
        piece = text[span.start : span.end]
        assert piece == piece.strip()
        end = span.end
