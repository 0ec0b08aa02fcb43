from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden

HEAD = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "", FIRST, "", SECOND, "", THIRD, "")
COMMENT = "Menurut saya sudah lama orang tahu bahwa keadaan di sana tidak sebaik kata mereka."


def teasers(*days):
    rows = []
    for number, day in enumerate(days):
        rows += [
            day,
            f"Pasar pagi ke-{number} pindah",
            f"Pedagang di blok {number} berkemas sejak subuh.",
        ]
    return rows


def test_readers_comments_are_hidden_however_many_they_are():
    comments = []
    for hour in range(3, 9):
        comments += [f"pembaca{hour}x", COMMENT, "", f"{hour} jam yang lalu", ""]
    rows = hidden(*HEAD, "6 Komentar", "", *comments)
    assert COMMENT in rows
    assert "6 jam yang lalu" in rows
    assert THIRD not in rows


def test_a_button_for_comments_above_the_text_ends_no_article():
    days = ("3 Maret 2021", FIRST, "9 Maret 2021", SECOND, "12 Maret 2021", THIRD)
    assert not {FIRST, SECOND, THIRD} & set(hidden("Jembatan retak", "6 Komentar", *days))


def test_other_articles_each_below_its_date_are_hidden_behind_the_text():
    days = ("3 Maret 2021", "7 Januari 2020", "30 April 2022", "9 Oktober 2019")
    rows = hidden(*HEAD, "Berita pilihan", *teasers(*days))
    assert "Berita pilihan" in rows
    assert {"Pasar pagi ke-0 pindah", "Pedagang di blok 2 berkemas sejak subuh."} <= set(rows)
    assert THIRD not in rows


def test_other_articles_with_their_dates_above_the_title_are_hidden():
    days = ("3 Maret 2021", "7 Januari 2021", "9 Maret 2021")
    rows = hidden(*teasers(*days), "Wali Kota Bantah Jembatan Retak", "2 Mei 2019", "", *HEAD[3:])
    assert "Pasar pagi ke-0 pindah" in rows
    assert not {"Wali Kota Bantah Jembatan Retak", "2 Mei 2019", FIRST} & set(rows)


def test_the_days_of_a_chronicle_are_the_article_s():
    told = (
        "Tiang pertama retak.",
        "Wali kota meninjau tiang itu.",
        "Jembatan itu ditutup untuk semua orang.",
    )
    days = ("3 Maret 2021", "7 Maret 2021", "9 Oktober 2021")
    chronicle = [row for day, event in zip(days, told, strict=True) for row in (day, event, "")]
    assert not {*days, *told} & set(hidden(*HEAD, *chronicle))


PAIRS = (
    ("Pelabuhan lama menjadi taman umum", "Warga boleh masuk tanpa karcis mulai bulan depan."),
    ("Harga cabai turun di pasar induk", "Petani mengeluh karena ongkos panen tetap tinggi."),
    ("Tim basket menang lagi di kandang", "Pelatih memuji pemain muda yang baru bergabung."),
)


def test_headlines_with_a_sentence_each_behind_the_text_are_hidden():
    listed = [row for pair in PAIRS for row in (*pair, "")]
    rows = hidden(*HEAD, "Pilihan redaksi", "", *listed)
    assert {row for row in listed if row} <= set(rows)
    assert THIRD not in rows


def test_subheadings_with_paragraphs_of_several_sentences_are_the_article_s():
    listed = [row for head, text in PAIRS for row in (head, f"{text} {SECOND}{text[:9]}.", "")]
    assert hidden(*HEAD, *listed) == []


def test_numbered_replies_with_their_hours_in_order_are_hidden_without_a_heading():
    replies = []
    for number in range(2, 9):
        hour = f"{number} Mei 2023 - 07:{number}0 WIB"
        replies += [f"pembaca{number}", f"Balasan #{number}", hour, "", f"{COMMENT} {number}", ""]
    rows = hidden(*HEAD, *replies)
    assert {"Balasan #4", f"{COMMENT} 4"} <= set(rows)
    assert THIRD not in rows


def test_days_in_a_row_above_the_text_are_an_agenda_s_and_no_date_of_the_article():
    days = (
        "Del 5 de marzo de 2027 al 7 de marzo de 2027",
        "8 de marzo de 2027",
        "9 de abril de 2027",
    )
    text = "La alcaldesa dijo que el puente era seguro y que abriría al público la próxima semana."
    rows = (*days, text, "", f"Según los vecinos, {text.lower()}")
    assert hidden(*rows, language="es") == list(days)


def test_days_in_a_row_between_paragraphs_are_the_article_s():
    days = ("Freitag, 5. Mai 2028", "Freitag, 12. Mai 2028", "Freitag, 19. Mai 2028")
    text = "Der Bürgermeister sagte, die Brücke sei sicher und werde kommende Woche geöffnet."
    rows = (
        "Die Brücke bleibt",
        "",
        text,
        "",
        "Führungen gibt es an diesen Tagen:",
        *days,
        "",
        text[4:],
    )
    assert not set(days) & set(hidden(*rows, language="de"))
