import pytest

from store.model import Metadata
from store.reading.document import read_document
from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden, read

TITLE = "Wali Kota Bantah Jembatan Retak"
LIFE = "Sari Dewi belajar ilmu sungai di kota pelabuhan dan menulis tentang jembatan sejak 2009."


def test_a_life_of_the_author_below_the_byline_is_hidden_and_the_name_said_again():
    rows = hidden(TITLE, "Oleh Sari Dewi", "Sari Dewi", "", LIFE, "", FIRST, "", SECOND, "", THIRD)
    assert rows == ["Sari Dewi", LIFE]


def test_a_life_below_a_name_at_the_end_is_hidden():
    rows = hidden(TITLE, FIRST, "", SECOND, "", THIRD, "", "Sari Dewi", "", LIFE)
    assert LIFE in rows
    assert not {FIRST, SECOND, THIRD} & set(rows)


def test_lives_of_all_authors_at_the_end_are_hidden_without_their_names_above():
    other = (
        "Joko Pranata menyunting halaman kota dan pernah bekerja di pelabuhan selama tujuh tahun."
    )
    byline = "Oleh Sari Dewi dan Joko Pranata"
    assert hidden(TITLE, byline, "", FIRST, "", SECOND, "", THIRD, "", LIFE, "", other) == [
        LIFE,
        other,
    ]


def test_portraits_below_the_names_of_several_people_are_the_article_s():
    other = "Joko Pranata mengurus perahu tambangan dan menentang rencana jembatan sejak semula."
    portraits = ("Sari Dewi", "", LIFE, "", "Joko Pranata", "", other)
    assert hidden(TITLE, FIRST, "", SECOND, "", THIRD, "", *portraits) == []


def test_an_author_whom_the_text_tells_of_is_no_note():
    told = "Sari Dewi sendiri melihat retakan itu dari perahu pada hari kedua pemeriksaan jembatan."
    text = (f"{FIRST} Sari Dewi ikut.", "", SECOND, "", f"{THIRD} Sari Dewi ikut serta.", "", told)
    assert told not in hidden(TITLE, "Oleh Sari Dewi", "", *text)


@pytest.mark.parametrize(
    ("language", "byline", "note"),
    [
        ("en", "By Una Pryce", ("About the author", "Una Pryce", "Covers the islands since 2011.")),
        ("en", "By Una Pryce", ("UNA PRYCE", "Pryce is a reporter for the Courier in Salvado.")),
        ("en", "By Una Pryce", ("Pryce is the Courier's islands correspondent.",)),
        ("es", "Por Marta Olave", ("Sobre la firma", "Marta Olave", "Cubre el Congreso. Estudió.")),
        ("de", "Von Ute Lamm", ("Über die Autorin", "Ute Lamm", "Schreibt seit 2009. Studierte.")),
    ],
)
def test_a_note_on_the_author_behind_the_text_is_hidden(language, byline, note):
    rows = (TITLE, byline, "", FIRST, "", SECOND, "", THIRD, "", *note)
    assert hidden(*rows, language=language) == list(note)


def test_a_name_alone_above_the_date_and_below_a_standfirst_is_the_author_s():
    note = "Marie Tangue est journaliste affectée à la couverture de la santé."
    head = ("Le pont", FIRST, "Marie Tangue", "Publié le 17 janvier 2025 à 4 h 00", "")
    assert note in hidden(*head, SECOND, "", THIRD, "", FIRST + " Si.", "", note, language="fr")


def test_of_an_author_s_name_that_stands_twice_the_first_belongs_to_a_portrait():
    lines = read(TITLE, "Sari Dewi", "Sari Dewi ", "6 Mei 2024", "", FIRST, "", SECOND)
    assert lines["Sari Dewi"].kind == "byline"


def test_what_each_did_may_stand_below_two_names():
    rows = ("Hamnchefen nekar", "11 mars 2024", "Anna Strand", "Text", "Nils Berg", "Foto", "")
    body = "Hamnchefen avvisade i måndags anklagelserna om den gamla kranen i hamnen vid kajen."
    found = read_document("\n".join((*rows, body, "", body)), Metadata(language="sv")).metadata
    assert found.byline == "Anna Strand"
