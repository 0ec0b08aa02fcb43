from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden

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
