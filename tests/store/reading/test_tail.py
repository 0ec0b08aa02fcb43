import pytest

from store.model import Metadata
from store.reading.languages import load
from store.reading.lines import classify_lines
from store.reading.lines.page import Page
from store.reading.lines.rows import read_rows
from store.reading.lines.tail import BEHIND_TEXT, show_text_behind
from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden, page, read

HEAD = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "", FIRST, "", SECOND, "", THIRD, "")


def test_a_sentence_below_read_also_is_the_article_s_if_it_tells_what_the_text_tells():
    sentence = "Menurutnya, warga dapat mengikuti pemeriksaan jembatan oleh tim ahli dari bantaran."
    assert sentence not in hidden(*page("Baca juga:", sentence))


def test_a_last_paragraph_that_was_cut_off_is_shown():
    last = (
        "Namun tim ahli, tidak dapat memulai pemeriksaan jembatan setelah hujan itu, karena warga "
        "di bantaran sungai masih"
    )
    assert hidden(*HEAD, "Iklan", "", FIRST[:-1] + " lagi.", "", last) == ["Iklan"]


def test_a_last_paragraph_cut_with_dots_is_no_teaser_where_nothing_stands_above_it():
    last = "“Pemeriksaan itu – kata wali kota – berlangsung [...]"
    assert last not in hidden(*HEAD, last)


def test_a_short_end_of_a_japanese_sentence_is_shown():
    text = ("市は橋が安全だと説明している。" * 3, "", "「検査は来週だ」", "", "とみている。")
    assert "とみている。" not in hidden("橋の検査", "", *text, "", "【写真】古い橋", language="ja")


def test_the_words_of_a_quote_above_a_newsletter_s_button_are_shown():
    spoken = 'Soal jembatan: "Yang kami bicarakan tidak keluar dari ruangan ini. Kami berteman."'
    rows = page(spoken)
    at = rows.index(spoken) + 1
    found = hidden(*rows[:at], "Daftar newsletter", *rows[at:])
    assert spoken not in found


def test_labels_of_a_broadcast_above_what_is_said_are_shown():
    label = "▶ 인터뷰 : 항만 관계자"
    text = (
        "항만 크레인이 눈에 눌려 주저앉았습니다.",
        label,
        '- "크레인 무게가 워낙 나가서 오늘은 그 밑에 들어갈 수 없는 상황입니다."',
        "항만공사는 크레인이 무너진 원인을 파악하고 있습니다.",
    )
    assert label not in hidden("크레인 붕괴", *text, language="ko")
    assert "▶ 크레인 또 멈춰" in hidden("크레인 붕괴", *text, "▶ 크레인 또 멈춰", language="ko")


def test_a_subheading_between_lines_that_nothing_parts_is_shown():
    heading = "Klicken Sie keine Anhänge dieser Nachricht an"
    rows = (
        "Vermisster Kran stammt aus einem Katalog",
        "Ein Kran mit blauer Mütze wird angeblich gesucht. Doch die Polizei warnt: Den gibt es nicht.",
        "Das Foto taucht mit immer neuen Ortsnamen auf. Mal heißt der Kran Mia, mal heißt er Lena.",
        "Gezeigt wird ein Bild aus einem Katalog. „Erst anrufen, dann weitergeben“, so die Polizei.",
        heading,
        "Hinter dem Bild liegt eine Seite, die Passwörter abfragt, sagt die Polizei am Dienstag.",
    )
    assert read(*rows, language="de")[heading].shown


def test_a_short_last_answer_of_an_interview_is_shown():
    rows = (
        "Bahari: Apa benar jembatan itu retak?",
        "",
        FIRST,
        "",
        "Bahari: Terima kasih, Pak.",
        "",
    )
    found = hidden("Wawancara Wali Kota soal Jembatan Retak", "", *rows, "Sama-sama.", "", "Iklan")
    assert found == ["Iklan"]


def test_a_headline_that_ends_in_marks_below_others_does_not_go_on_with_the_text():
    others = (
        "KOLOM",
        "Bangku di tepi dermaga dan yang duduk di situ",
        'Sekolah, "Mulai dari guru"',
    )
    assert hidden(*HEAD[:-1], *others, "Iklan") == [*others, "Iklan"]


PAGE_WITH_LINKS = (
    "Reederei streitet Schäden am Kabel ab",
    "",
    "Die Reederei Nordwind hat Vorwürfe wegen der Schäden am Kabel in der Bucht bestritten.",
    "",
    "Sprecher Jannes Brodersen nannte die Vorwürfe am Montag vor Journalisten «frei erfunden».",
    "",
    "Brodersen wies schon im Frühjahr Vorwürfe ab",
    "",
    "Das könnte dir auch gefallen",
    "",
    "Gelacht und geleugnet: Sechs Rentner vor Gericht",
    "",
    "Sechs Männer stehen in Husum wegen Betrugs vor Gericht. Die Anklage wirft ihnen Zechprellerei, "
    "Lärm und den Diebstahl zweier Kegel vor.",
)


def test_a_teaser_below_a_headline_behind_links_that_shares_no_word_is_hidden():
    found = hidden(*PAGE_WITH_LINKS, language="de")
    assert found == [line for line in PAGE_WITH_LINKS[8:] if line]


def test_a_subheading_whose_paragraph_gave_way_to_links_is_shown():
    heading = "Brodersen wies schon im Frühjahr Vorwürfe ab"
    assert read(*PAGE_WITH_LINKS, language="de")[heading].kind == "heading"


def test_labels_below_the_text_open_no_list():
    labels = ("- Geschrieben von:", "- Geschrieben am:", "- Kategorien:")
    found = hidden(
        "Gespräch mit der Müllerin",
        "Anzeige",
        "Die Müllerin steht jeden Morgen um vier Uhr auf und mahlt den Weizen des ganzen Dorfes.",
        *labels,
        language="de",
    )
    assert found == ["Anzeige", *labels]


def test_words_of_somebody_that_were_cut_off_are_shown():
    last = 'Wali kota menambahkan: "Kami sudah membagikan surat itu kepada setiap warga yang'
    more = "Wali kota menjawab pertanyaan warga selama dua jam di bantaran sungai hari itu."
    assert last not in hidden(*HEAD, "Iklan", "", more, "", last)


def test_a_name_of_five_words_in_capitals_closes_a_text():
    name = "WAN ZAINAL BIN WAN DAUD"
    head = (HEAD[0], *HEAD[2:])
    assert read(*head, name, language="ms")[name].kind == "byline"


def test_a_list_of_headlines_without_a_word_of_the_text_is_hidden_among_paragraphs():
    links = (
        "- Stadtrat streitet über Parkgebühren",
        "- Wichtiger Hinweis für Hundehalter",
        "- Neue Umfrage: Bäcker haben Sorgen",
    )
    rows = (
        "Reederei streitet Schäden am Kabel ab",
        "Die Reederei Nordwind hat Vorwürfe wegen der Schäden am Kabel in der Bucht bestritten.",
        *links,
        "Sprecher Jannes Brodersen nannte die Vorwürfe am Montag vor Journalisten frei erfunden.",
    )
    assert hidden(*rows, language="de") == list(links)
    about = ("- Schäden am Kabel in der Bucht", "- Vorwürfe gegen die Reederei", "- Der Sprecher")
    rows = (*rows[:2], *about, rows[-1])
    assert hidden(*rows, language="de") == []


def test_a_headline_below_a_date_of_its_own_is_hidden_where_the_article_is_dated():
    rows = (
        "Reederei streitet Schäden am Kabel ab",
        "3. Mai 2024",
        "",
        "Die Reederei Nordwind hat Vorwürfe wegen der Schäden am Kabel in der Bucht bestritten.",
        "Am Kabel in der Bucht waren nach Angaben der Behörden im Frühjahr Schäden gefunden worden.",
        "",
        "28.09.2023",
        "Vorwürfe gegen die Werft: Meister wirft hin",
        "",
        "Sprecher Jannes Brodersen nannte die Vorwürfe am Montag vor Journalisten frei erfunden.",
    )
    assert hidden(*rows, language="de") == list(rows[6:8])
    told = "Der Meister der Werft sagte vor Journalisten, er werde das Kabel nie wieder anfassen."
    chronicle = (*rows[:8], told, "29.09.2023", "Schäden am Kabel werden größer", rows[9])
    assert hidden(*chronicle, language="de") == []


@pytest.mark.parametrize(
    "line",
    [
        "Perahu tua itu dicat ulang oleh para nelayan setempat.",
        "-- Apa benar perahu itu tua",
    ],
)
def test_a_strange_sentence_or_a_question_below_read_also_is_no_link(line):
    assert line not in hidden(*page("Baca juga:", line))


def test_a_cut_paragraph_stands_right_below_the_last_one_whatever_follows():
    last = 'Wali kota menambahkan: "Kami sudah membagikan surat itu kepada setiap warga yang'
    rows = ("Baca juga:", "Harga Sayur Naik di Pasar Kota")
    assert hidden(*HEAD, last, "", *rows) == [*rows]


def test_another_article_s_cut_opening_is_no_paragraph():
    other = "KARIMATA - Nelayan jembatan kota kembali dikejar wali kota di bantaran sungai, saat w"
    assert other in hidden(*HEAD, other, "", "Baca juga:", "Harga Sayur Naik di Pasar Kota")


def test_a_japanese_sentence_below_a_heading_of_links_is_the_article_s():
    sentence = "市の担当者は取材に対し、「そうした発表をした事実はない」と回答した。"
    rows = ("市長は橋は安全だと述べ、検査の結果を公表した。" * 3, "", "関連記事", "", sentence)
    assert sentence not in hidden("橋の検査", "", *rows, language="ja")


@pytest.mark.parametrize("last", ["Peristiwa itu terjadi setelah wali kota", "Mengenai persedi"])
def test_the_beginning_of_a_sentence_that_ends_the_page_is_shown(last):
    assert last not in hidden(*HEAD, "Iklan", "", FIRST[:-1] + " sekali lagi.", "", last)
    other = "Harga Sayur Naik Lagi di Pasar"
    assert other in hidden(*HEAD, "Iklan", "", FIRST[:-1] + " sekali lagi.", "", other)


def test_a_paragraph_that_the_standfirst_says_too_is_shown():
    standfirst = f"{FIRST} {SECOND}"
    rows = ("Wali Kota Bantah Jembatan Retak", standfirst, "", FIRST, SECOND, "", THIRD)
    assert FIRST not in hidden(*rows)


def test_a_korean_broadcast_with_primes_for_marks_is_the_text():
    rows = (
        "놀란 상인들이 급히 천막 밑으로 몸을 피합니다.",
        "",
        "[목격 시민]",
        "″야 진짜 돌인가 봐!″",
        "",
        "항만에 과일을 벌여 놓은 시민은 어쩔 줄을 모릅니다",
        "",
        "다행히 아직까지 크게 다친 사람은 없는 것으로 전해졌습니다.",
    )
    assert hidden("항만에 우박", "", *rows, "", "Copyright © 한빛방송", language="ko") == [
        "Copyright © 한빛방송"
    ]


def test_a_paragraph_full_of_the_article_s_words_is_shown_behind_a_note_on_rights():
    last = (
        "Wali kota Rangga Putra mengatakan pemeriksaan jembatan oleh tim ahli itu terbuka untuk "
        'umum. "Warga di bantaran sungai boleh melihat jembatan itu," kata Rangga Putra.'
    )
    first = "Wali kota Rangga Putra mengatakan jembatan itu aman dan dibuka kembali untuk umum."
    rows = ("Wali Kota Bantah Jembatan Retak", "", first, "", SECOND, "", THIRD, "")
    assert last not in hidden(*rows, "© 2024 Kabar Kota", "", last)


def test_what_somebody_did_among_what_was_said_is_shown():
    last = "《最後に一礼し、手帳を閉じた》"
    text = ("市長は橋は安全だと述べ、検査の結果を公表した。" * 3, "「橋は安全だ」", "", last)
    assert last not in hidden("橋の検査", "", *text, "", "◇会見の動画はこちら", language="ja")


def test_headlines_without_a_word_of_the_article_end_no_page():
    links = (
        "Le ricette dei nonni che insegnano ai cuochi",
        "Ti ricordi Oreste, friggitore contro corrente del lago",
    )
    text = "Il presidente ha sporto denuncia per la testa di cavolo trovata davanti al portone."
    assert hidden("Cavolo al portone", "", text, *links, language="it") == list(links)
    section = ("IL COMMENTO", "Il presidente e la gara delle barche sul lago")
    assert hidden("Cavolo al portone", "", text, *section, language="it") == list(section)


def test_a_title_that_is_cut_off_in_the_middle_of_a_word_is_a_repetition():
    rows = page("Wali Kota Bantah Jembatan Reta")
    assert hidden(*rows) == ["Wali Kota Bantah Jembatan Reta"]


def test_subheadings_that_say_who_speaks_below_them_are_shown():
    subheading = "Penjaga gawang paling tenang Rizal Hutapea Tarsa"
    speech = "“Kami bermain rapi, dan warga melihat pemeriksaan berjalan baik sampai akhir.”"
    assert subheading not in hidden(*HEAD, subheading, "", speech, "", FIRST)
    assert subheading in hidden(*HEAD, subheading, "", FIRST[:-1] + " lagi.", "", SECOND)


def test_subheadings_that_begin_alike_are_shown():
    subheadings = (
        "Paling gembira: Rizal Hutapea kiper Tarsa",
        "Paling kecewa: Yudi Manurung bek Kolonia",
        "Paling gembira kedua: Galih Siregar Ambarita",
    )
    more = (FIRST[:-1] + " lagi.", SECOND[:-1] + " lagi.", THIRD[:-1] + " lagi.")
    blocks = [
        part for pair in zip(subheadings, more, strict=True) for part in (pair[0], "", pair[1], "")
    ]
    found = hidden(*HEAD, *blocks)
    assert subheadings[0] not in found
    assert subheadings[2] not in found


def test_a_long_line_without_blanks_is_no_link_said_twice():
    endless = "tanpaspasi" * 20
    assert endless not in hidden(*HEAD, endless, "", FIRST)
    words = "Kalimat tanpa titik yang berulang "
    assert (words * 40).strip() not in hidden(*HEAD, words * 40, "", FIRST)


@pytest.mark.parametrize(("above", "is_the_text"), [(1, True), (6, False)])
def test_more_paragraphs_behind_the_text_than_in_it_are_the_text(above, is_the_text):
    behind = (FIRST, SECOND, "Kolam Lama", THIRD, FIRST, "Iklan")
    every = read_rows("\n".join((FIRST,) * above + behind))
    page = Page(every, every, load("id"), Metadata())
    for row in every[:above]:
        row.decide("body", "")
    for row in every[above:]:
        row.hide(BEHIND_TEXT)
    show_text_behind(page)
    kinds = [row.kind for row in every[above:]]
    shown = ["body", "body", "heading", "body", "body", "boilerplate"]
    assert kinds == (shown if is_the_text else ["boilerplate"] * 6)


def test_what_breaks_off_above_a_prompt_to_subscribe_is_the_article_s():
    cut, prompt = "その結果は…", "［有料会員限定］ この記事は会員限定です。"
    text = [
        "港の橋が再び開通へ",
        "市長は水曜日、古い橋は安全であり、来週にも再び車の通行を認めると述べた。",
        "技術者らは洪水で傷んだ橋脚を調べ、ひび割れは見つからなかったという。",
    ]
    assert hidden(*text, cut, prompt, language="ja") == [prompt]


def test_headlines_and_what_breaks_off_below_them_are_links_also_where_every_line_stands_apart():
    links = (
        "Berita Terkait",
        "Harga Beras Naik di Pasar Timur",
        "Pedagang di pasar timur mengeluhkan harga beras yang naik sejak awal bulan...",
        "Kapal Ikan Karam di Muara Selatan",
        "Nelayan muara selatan mencari kapal ikan yang karam semalam di dekat…",
    )
    rows = [line for link in links for line in (link, "")]
    assert hidden(*HEAD, *rows) == [*links]
    own = "“Jembatan itu,” kata wali kota, “aman, dan warga di bantaran sungai tidak perlu ...”"
    assert own not in hidden(*HEAD, *rows[:4], own, "", THIRD)


def test_a_report_from_elsewhere_below_a_section_s_heading_is_another_article():
    rows = (
        "The mayor of Ashford denies a crack",
        "",
        "ASHFORD — The mayor said on Monday that the old bridge is safe.",
    )
    text = [f"The mayor told the council that bridge number {n} is safe to use." for n in range(3)]
    other = "PORT MARY — Fishermen are looking for the boats that they lost in the storm at night."
    lines = [line for line in (*rows, *text, "MORE Local ARTICLES", "Boats lost", other) if line]
    assert other in hidden(*[part for line in lines for part in (line, "")], language="en")


def test_headlines_among_paragraphs_are_judged_alike_where_two_are_long():
    long = "Hakim Tolak Gugatan Pedagang Pasar Timur Soal Harga Beras Baru"
    other = "Warga Muara Selatan Cari Kapal Karam"
    assert other not in hidden(*HEAD, other, "", FIRST[:-1] + " lagi.")
    rows = (*HEAD, long, "", SECOND[:-1] + " lagi.", "", long + " Lagi", "", FIRST[:-1] + " lagi.")
    assert other in hidden(*rows, "", other, "", THIRD[:-1] + " lagi.")


def test_two_headlines_with_labels_in_capitals_are_both_links():
    links = ("WOW: Kapal Ikan Karam di Muara", "VIRAL: Pedagang Pasar Timur Menari")
    assert hidden(*page(links[0], "", links[1])) == [*links]


@pytest.mark.parametrize("line", ["ShareTweet", "Hide AdAdvertisement"])
def test_buttons_without_a_blank_between_them_are_hidden(line):
    assert hidden(*page(line)) == [line]


def test_a_pull_quote_of_two_paragraphs_and_whose_words_it_is_are_hidden():
    rows = (
        "“Jembatan itu aman bagi warga di bantaran, kata siapa tidak?",
        "",
        "“Apakah wali kota harus berdiri di atas jembatan itu?” katanya.",
    )
    pull = (
        "Jembatan itu aman bagi warga di bantaran, kata siapa tidak? "
        "Apakah wali kota harus berdiri di atas jembatan itu?"
    )
    whose = "Wali kota Rangga Putra soal jembatan"
    assert hidden(*page(pull, whose, "", *rows)) == [pull, whose]


def test_the_page_s_last_question_in_a_box_may_be_cut_off():
    box = (
        "Kapan jembatan dibuka? Pemeriksaan berlangsung selama tiga hari, demikian wali kota dalam"
    )
    asked = "Siapa memeriksa jembatan? Tim ahli memeriksa jembatan itu mulai Senin."
    assert box in hidden(*HEAD, "-", asked, "-", box)


def test_a_name_and_a_day_below_the_text_are_the_author_s_also_above_other_articles():
    head = ("Wali Kota Bantah Jembatan Retak", "", FIRST, "", SECOND, "", THIRD, "")
    others = (
        "Harga beras naik lagi",
        "Pedagang pasar timur mengeluhkan harga beras yang naik lagi.",
    )
    lines = read(*head, "Rangga Putra", "Sat Jul 11 2020", *others)
    assert lines["Rangga Putra"].kind == "byline"
    assert lines["Sat Jul 11 2020"].kind == "date"


def test_headlines_with_bullets_that_nothing_opens_are_links():
    links = (
        "• Hakim Tolak Gugatan Pedagang Pasar Timur",
        "• Nelayan Muara Selatan Cari Kapal yang Karam",
    )
    assert hidden(*page(*links)) == [*links]
    opened = ("Wali kota menyebut tiga hal:", *links)
    assert hidden(*page(*opened)) == []


def test_words_that_any_page_has_need_no_capitals_in_another_article_s_headline():
    other = "Soroti Manuver Partai Awan, Pengamat Sebut Berkaitan dengan Persiapan Pemilihan"
    assert hidden(*page(other)) == [other]
    assert "Mengapa warga dengan jembatan itu tetap tidak mau pindah" not in hidden(
        *page("Mengapa warga dengan jembatan itu tetap tidak mau pindah")
    )


def test_a_label_that_lost_its_name_is_hidden():
    head = ("Wali Kota Bantah Jembatan Retak", "Oleh :", "Bagikan", "")
    assert "Oleh :" in hidden(*head, FIRST, "", SECOND, "", THIRD)
    named = ("Wali Kota Bantah Jembatan Retak", "Oleh :", "Sari Dewi", "")
    assert hidden(*named, FIRST, "", SECOND, "", THIRD) == []


def test_two_headlines_with_bullets_and_no_word_of_the_article_are_links():
    links = (
        "- Pedagang pasar timur keluhkan harga beras",
        "- Nelayan hanyut ditemukan kapal ikan lain",
    )
    assert hidden(*page(*links)) == [*links]
    assert hidden(*page("Tim ahli memeriksa:", "- tiang dan gelagar", "- cat pagar")) == []


def test_two_headlines_right_below_a_related_link_are_links_both():
    links = (
        "Baca juga: Harga beras naik",
        "Harga beras naik di pasar timur",
        "Nelayan hanyut selamat",
    )
    assert hidden(FIRST, SECOND, *links, THIRD) == [*links]


def test_a_comment_among_the_links_to_more_does_not_end_the_article():
    links = ("Baca juga:", "Komentar", "Jembatan lama dan kenangannya", "11 Januari 2025")
    rows = (*HEAD, SECOND + " " + FIRST, "", *links, "", THIRD[:-1] + " menurut wali kota.")
    assert rows[-1] not in hidden(*rows)


def test_a_reference_in_brackets_below_the_last_paragraph_is_shown():
    note = "(Putusan Nomor 23/Pdt/2024 tanggal 27 Juni 2024)"
    assert note not in hidden(*HEAD, note, "", "Bagikan")


@pytest.mark.parametrize(
    ("language", "box"),
    [
        ("zh", ("熱讀", "油價為何沒有大漲？", "三張地圖看懂山口", "End of 熱讀")),
        ("es", ("Saltar Lo nuestro y continuar", "Lo nuestro", "Tres mapas", "Fin de Lo nuestro")),
    ],
)
def test_a_box_is_hidden_up_to_the_line_that_closes_it(language, box):
    assert hidden(*page(*box), language=language) == list(box)


def test_a_subheading_that_opens_as_the_end_of_a_box_does_is_shown():
    assert hidden(*page("Akhir jembatan tua"), language="id") == []


LINE_UPS = (
    "Susunan Pemain",
    "Wali Kota FC (4-3-3): Rangga; Ilham, Duarte, Fajar, Rizky; Wawan, Dedi; Yosua, Luan",
    "Jembatan Merah: Teja; Andika, Kim, Sandi, Putu; Arif, Nugroho, Bima, Galih; Ferro, Tito",
)


def test_the_line_ups_below_the_text_and_their_heading_are_shown():
    assert hidden(*HEAD, *LINE_UPS, "Liga Utama", "Wali Kota") == ["Liga Utama", "Wali Kota"]


def test_a_last_paragraph_that_ends_in_a_question_is_shown():
    last = "Wali kota akan datang pada hari Jumat. Apakah jembatan itu sudah aman? Belum tentu!"
    assert last not in hidden(*HEAD, last, "", "Bagikan", "Jadwal Kapal")


def test_the_number_of_a_case_below_the_text_is_shown():
    rows = ("騙案開審", "", "女教師被指隱瞞三個住宅單位，騙取金額約1,200萬元，案件周四續審。")
    note = "案件編號：DCCC 1008/2024"
    assert note not in hidden(*rows, note, "熱門文章", language="zh")


def test_a_video_between_paragraphs_with_a_day_below_its_headline_is_hidden():
    video = ("Jembatan retak dari udara", "13.02.2024")
    head = ("Wali Kota Bantah Jembatan Retak di Lembayu", "12.02.2024, 8 Uhr", "", FIRST, "")
    rows = (*head, SECOND, "", *video, "", THIRD)
    assert set(hidden(*rows, language="de")) == set(video)


def test_tags_below_their_heading_above_the_text_are_hidden():
    rows = ("Wali Kota Bantah", "Tag", "Lembayu", "Jembatan", "", FIRST, "", SECOND, "", THIRD)
    assert hidden(*rows) == ["Tag", "Lembayu", "Jembatan"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Gol: 1-0 Yosua (37), 1-1 Ferro (80)", "Penonton: 4.200"),
        ("Berikut jadwal lengkapnya:", "Jumat: tari pembuka, pukul 19.00", "Sabtu: lomba perahu"),
        ("“Terima kasih, Pak.”", "Sama-sama."),
    ],
)
def test_facts_and_lists_and_replies_right_below_the_text_are_shown(rows):
    assert hidden(*HEAD[:-1], *rows, "Baca juga: Kapal") == ["Baca juga: Kapal"]


def test_headlines_with_a_topic_each_below_the_text_are_hidden():
    links = ("Brand: Zwei Verletzte nach Explosion", "Wetter: So wird das Wochenende am Fluss")
    assert hidden(*HEAD[:-1], *links, "Teilen", language="de") == [*links, "Teilen"]


def test_a_paragraph_with_a_free_ticket_behind_a_list_is_the_article_s():
    last = "Tiket masuk gratis. Warga di bantaran dapat mendaftar di kantor wali kota."
    days = (
        "Jumat: tari pembuka di jembatan",
        "Sabtu: lomba perahu di sungai",
        "Minggu: pasar rakyat",
    )
    assert last not in hidden(*HEAD[:-1], *days, last, "Baca juga: Kapal")


@pytest.mark.parametrize(
    ("code", "paragraph", "last"),
    [
        ("ja", "市は橋が安全だと説明している。" * 3, "検査は来週。担当者は「急ぐ」と話した。\u3000（浜野 光）"),
        (
            "de",
            "Die Stadt hält die Brücke für sicher, obwohl Prüfer im Herbst mehrere Risse fanden.",
            "„Wir prüfen weiter“, sagte der Prüfer. Die Stadt schweigt bis dahin. (Quelle: APA/hub)",
        ),
        (
            "pl",
            "Miasto uważa most za bezpieczny, choć inspektorzy znaleźli w nim jesienią pęknięcia.",
            "Rzecznik odmówił PAP komentarza. (PAP)",
        ),
    ],
)  # fmt: skip
def test_a_last_paragraph_that_its_writer_or_source_signs_in_brackets_is_shown(
    code: str, paragraph: str, last: str
) -> None:
    assert hidden("Brücke 7", "", paragraph, "", paragraph + " 2.", "", last, language=code) == []


def test_a_sentence_that_opens_as_the_newsroom_s_byline_does_is_no_note_on_the_author():
    sentence = "Tim Cek Fakta menghubungi ahli jembatan yang memastikan klaim itu tidak berdasar."
    rows = ("Wali Kota Bantah Jembatan Retak", "Oleh Tim Cek Fakta", "", FIRST, "", SECOND, "")
    assert sentence not in hidden(
        *rows, "Baca juga", "Jembatan Lama Dibongkar", "", sentence, "", THIRD
    )


def test_what_a_firm_is_told_to_have_said_of_its_customers_is_no_prompt_in_japanese():
    told = (
        "書店を運営する会社は15日、サーバーが攻撃を受け、会員48万人分の個人情報が漏れたおそれがあると発表した。"
        * 2
    )
    assert told not in hidden(
        "書店に攻撃", "", told, "", "市は橋が安全だと説明している。" * 5, language="ja"
    )


def test_a_paper_and_a_name_in_capitals_above_the_day_are_no_title():
    rows = (
        "Saint-Aubin. La halle divise le conseil",
        "Le projet a été adopté lundi soir à une voix près, après des débats tendus.",
        "Le Courrier du Lac Jean-Yves LE GALL",
        "Publié le 14/02/2024 à 06h30",
        "",
        "Ils étaient une quarantaine lundi soir au conseil, serrés sur les chaises de la halle.",
    )
    assert rows[0] not in hidden(*rows, language="fr")


def test_a_short_sentence_behind_a_site_s_own_prompt_is_the_article_s():
    body = (
        "Глава порта опроверг в понедельник, что скрывал доклад о трещинах в старом кране порта.",
        "«Такого доклада я не видел», — сказал глава порта журналистам на встрече в понедельник.",
        "Профсоюз с ним не согласен: доклад, по его словам, лежал у главы порта на столе.",
    )
    last = "Проверка продлится три месяца, сообщили в министерстве."
    rows = ("Глава порта опроверг сокрытие доклада", "", *body, "Читайте нас в Telegram.", last)
    lines = classify_lines("\n".join((*rows, "Теги: порт")), load("ru"), Metadata(language="ru"))
    assert lines[-2].kind == "body"
