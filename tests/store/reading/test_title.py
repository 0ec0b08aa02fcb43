import pytest

from store.model import Metadata
from store.reading.dates import is_clock_alone
from store.reading.document import read_document
from store.reading.languages import load
from store.reading.lines import classify_lines
from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden, read

TEXT = ("", FIRST, "", SECOND, "", THIRD)
ENGLISH = (
    "The harbour board said on Monday that the brave old crane was safe and would not be sold.",
    "Dockers at the harbour doubt what the board said about the crane and want it examined.",
    "Engineers will examine the crane for three days, the harbour board said in a statement.",
)


def title_of(*rows, language="id", stated=Metadata()):  # noqa: B008
    text = "\n".join(rows)
    lines = classify_lines(text, load(language), stated)
    return next((text[line.start : line.end] for line in lines if line.kind == "title"), None)


def test_a_town_above_a_date_and_the_headline_is_not_the_title():
    headline = "Soal jembatan rusak, dewan sebut keluhan warga salah alamat"
    assert title_of("Bantaran", "Senin, 4 November 2019", "", headline, *TEXT) == headline


def test_a_picture_s_text_said_twice_above_a_dated_headline_is_not_the_title():
    caption = "Ketua serikat tukang jembatan di kota Sukaratu pada hari itu, Joko Pranata"
    headline = "Warga tidak siap bicara soal jembatan, mereka hanya menonton, kata wali kota Joko"
    rows = (caption, caption, "", headline, "Diperbarui: 3 Agustus 2021 12:15 WIB", *TEXT)
    assert title_of(*rows) == headline


def test_a_headline_said_twice_above_its_standfirst_is_the_title():
    headline = "Harbour inquiry live: board ‘never told’ of cracked crane, says union"
    below = "Board insists a handover note was left at the crane; the hearing resumes at 2pm"
    rows = (headline, headline, below, "By Jane Doe", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


def test_of_two_headlines_that_tell_the_text_the_upper_one_is_the_title():
    upper = "Our brave old friend at the harbour, you never let us down"
    lower = "Dockers tell of their love for the machine they will keep"
    rows = ("Northern Post", "", upper, "", lower, "", *ENGLISH)
    assert title_of(*rows, language="en") == upper


def test_a_headline_above_somebody_s_words_is_the_title():
    upper = "'매각설' 항만공사 이사장 \"지어낸 이야기, 크레인은 안전하다\""
    rows = (upper, '"항만 크레인은 예정대로 남는다"', "- 김서준 기자", "", *KOREAN)
    assert title_of(*rows, language="ko") == upper


KOREAN = (
    "항만공사 이사장이 최근 불거진 크레인 매각설에 대해 지어낸 이야기라고 주장했다.",
    "이사장은 17일 기자회견에서 크레인은 안전하다고 항만 노동자들에게 거듭 밝혔다.",
)


def test_a_subheading_in_capitals_below_a_sentence_is_not_the_title():
    headline = "Rıhtım vincini soran davada onuncu gün: Karasu suçlamaları reddetti"
    below = "Salon bugün de doluydu, sıcaktan kapılar açıldı."
    heading = "OKTAY KARASU: ALINAN İŞ SEÇİMDEN ÖNCE"
    text = (
        "Oktay Karasu, hakkındaki suçlamaları reddetti ve rıhtım vincini kendisinin almadığını anlattı.",
        "Karasu, rıhtım vincinin seçimden önce alındığını ve belgelerin belediyede olduğunu söyledi.",
    )
    assert title_of(headline, below, "", heading, "", *text, language="tr") == headline


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("id", '"Kan sudah ada surat wali kota.'),
        (
            "ja",
            "東浜市がおととし橋の検査をめぐって訴えた業者が、事件とかかわりがなかったことがわかり、",
        ),
        ("ko", "【 앵커멘트 】"),
    ],
)
def test_words_that_go_on_below_and_signs_of_a_script_are_no_title(language, first):
    assert title_of(first, *TEXT[1:], language=language) != first


def test_a_programme_s_hours_are_no_title():
    rows = ("00:00 – 23:59", "Jane Doe", "Nobody asked us", "By Jane Doe", "", *ENGLISH)
    assert title_of(*rows, language="en") == "Nobody asked us"


def test_a_menu_glued_to_the_title_is_hidden():
    title = "Nobody Was Asked: Neither The Board Nor The Dockers, And The Crane Was Sold"
    menu = "HomeFact Check" + title[:50] + "..."
    rows = (menu, "", title, "By Jane Doe", "", *ENGLISH)
    assert title_of(*rows, language="en") == title
    assert menu in hidden(*rows, language="en")


def test_a_japanese_title_may_end_in_its_day():
    title = "厳戒 船で島外避難も“過去最大級”の高波(2019年8月2日)"
    assert title_of(title, "", "橋は安全だと市は説明している。" * 4, language="ja") == title


def test_a_standfirst_above_the_title_is_shown():
    above = "Sesudah warga melihat retak, wali kota mengatakan jembatan itu aman untuk umum"
    rows = (
        "Hari Ini",
        above,
        "",
        "Dunia",
        "",
        "Wali Kota Bantah Jembatan Retak",
        "Oleh Sari Dewi",
        *TEXT,
    )
    assert above not in hidden(*rows)


def test_a_menu_in_capitals_above_the_title_is_hidden():
    menu = "Kabar Jembatan Nasional Ekonomi Warga Olahraga Pemeriksaan Beranda"
    rows = (
        "Hari Ini",
        menu,
        "",
        "Dunia",
        "",
        "Wali Kota Bantah Jembatan Retak",
        "Oleh Sari Dewi",
        *TEXT,
    )
    assert menu in hidden(*rows)


def test_the_owner_of_a_picture_may_stand_behind_a_slash():
    caption = "Puerto v Betania – Liga de Oro / Ana Ribas"
    rows = (
        "Sergio Almonte: “Lo siento y el vestuario también”",
        caption,
        "",
        "El entrenador del Puerto, Sergio Almonte, dijo tras caer que el vestuario lo siente mucho.",
        "Nadie en el vestuario quiso hablar esta noche de lo que pasará mañana con el entrenador.",
    )
    assert caption in hidden(*rows, language="es")


def test_a_numbered_question_of_several_is_no_title():
    rows = (
        "Gespräch mit der Müllerin",
        "Frage 1: ,,Stehen Sie den ganzen Tag an der Mühle?''",
        ",,Nein, ich stehe nur drei bis vier Stunden an der Mühle und lese dann die Zeitung.''",
        "Frage 2: ,,Wollten Sie als Kind schon Müllerin werden?''",
        ",,Nein, gar nicht. Ich wollte niemals Müllerin werden, denn ich stehe ungern früh auf.''",
    )
    assert title_of(*rows, language="de") == rows[0]


def test_a_place_that_a_program_left_unfilled_is_no_title():
    unfilled = "{{ temperature }}° C / {{ description }}"
    assert hidden(unfilled, "Wali Kota Bantah Jembatan Retak", *TEXT) == [unfilled]


def test_a_title_with_guillemets_is_no_way_through_the_site_s_tree():
    title = "Минрыбхоз: «таран» у острова — сочинённая от начала до конца история"
    text = "В ведомстве назвали сообщение о таране, которым ледокол встретил баржу, выдумкой газет."
    assert title_of(title, "", text, "", text + " Так и есть.", language="ru") == title


def test_the_title_between_bars_is_its_repetition():
    title = "Wali Kota Bantah Jembatan Retak"
    bars = f"| {title} |"
    assert bars in hidden(title, bars, "Oleh Sari Dewi", *TEXT)


def test_a_link_to_another_article_is_no_title():
    link = "BACA JUGA:Diperiksa 9 Jam, Tersangka Kasus Arisan Langsung Ditahan di Markas?"
    assert title_of(link, FIRST, SECOND, THIRD) is None


def test_a_notice_of_the_site_above_the_title_is_hidden():
    notice = "Please update your old browser"
    rows = (
        "Harbour Post",
        notice,
        "Your browser is out of date. Please update your old browser, or the page may not work here.",
        "Home of news",
        "Harbour board keeps its crane",
        "By Jane Doe",
        "",
        *ENGLISH,
    )
    assert notice in hidden(*rows, language="en")


def test_an_address_before_the_title_is_hidden_with_it():
    title = "Wali Kota Bantah Jembatan Retak di Bantaran"
    line = f"kabar.example/foto.example/{title}"
    assert line in hidden(title, "", line, "Oleh Sari Dewi", *TEXT)


def test_an_outlet_in_capitals_above_the_headline_is_not_the_title():
    headline = "Bank denies charging dockers for the crane"
    rows = ("HARBOUR NEWS AGENCY", "", headline, "", "By Jane Doe", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


def test_words_of_a_menu_side_by_side_are_no_title():
    menu = "Beranda Hot Issue Bisnis Update Smart Money Ekonomi Indeks"
    rows = (menu, "", "Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", *TEXT)
    assert title_of(*rows) == "Wali Kota Bantah Jembatan Retak"
    assert menu in hidden(*rows)


def test_a_sentence_above_the_title_may_share_stems_with_the_text():
    above = "Limanköy'ü sallayan depremden sonra Bakan Soydan açıklamalarda bulundu bugün."
    title = "Deprem sonrası kaç bina yıkıldı? İlk resmi açıklama geldi"
    text = (
        "Bakan Soydan ilk açıklamada Limanköy'de iki ahırın yıkıldığını ve depremin sürdüğünü söyledi.",
        "Soydan, Limanköylülerin evlerine dönmesini istedi ve açıklamanın süreceğini söyledi.",
    )
    rows = ("28 Kasım 2024", "Hava durumu", above, "", title, "30 Ekim 2020 Cuma 15:56", "", *text)
    assert above not in hidden(*rows, language="tr")


def test_a_section_s_name_glued_to_the_title_is_no_part_of_it():
    title = "Wali Kota Bantah Jembatan Retak"
    assert title_of(f"Daerah {title}", "", title, *TEXT) == title
    assert title_of(f"Porto. {title}", "", f"Porto. {title}", "", title, *TEXT) == title


def test_a_title_with_a_full_stop_may_stand_above_and_below_its_author():
    title = "Montebello. Gesto ostile contro il vivaio comunale."
    text = ("Mer, 15/11/2017 - 21:45", "", FIRST, "", SECOND)
    rows = (title, "", "Redazione 1", "", title, "", *text)
    assert title_of(*rows, language="it") == title


@pytest.mark.parametrize("above", ["GOLD 33,129.59 -2.06%", "harbour.example", "Crane"])
def test_rates_addresses_and_words_above_what_looks_like_a_name_are_no_titles(above):
    headline = "Harbour board keeps its crane and nobody asked"
    rows = (above, "Hot Topics", "Read Aloud", "", headline, "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


def test_stops_within_somebody_s_words_are_none_of_the_headline_s():
    title = "三好さんの引退会見に「会見するほど？」の声出るも、世間が求めていた“泣ける話”"
    caption = "引退会見を行った三好さん"
    text = (
        "三好さんが８日、パン作りのためとして芸能界からの引退を発表した。会見には記者が集まった。"
        * 2,
        "会見をやる理由はさまざまで、後から来る記者を一度で帰したいという話も聞かれるという。" * 2,
    )
    assert title_of(title, "", caption, "", caption, "", *text, language="ja") == title


def test_an_own_dateline_above_another_paragraph_is_no_caption():
    first = "KLANG — Jerebu tebal meliputi jambatan, susulan pembakaran ladang sejak petang tadi."
    second = "Pegawai Pertahanan Awam Daerah Hilir, Leftenan (PA) Nurul Aisyah berkata, ia selamat."
    assert first not in hidden("Jambatan diliputi jerebu petang tadi", "", first, second)


def test_a_date_above_a_page_s_first_words_is_no_title():
    first = "Jumaat, Jun 10, 2011"
    quote = '"INI LEBIH KEPADA SOAL UKURAN YANG TEPAT DAN BUKANNYA UKURAN JAMBATAN YANG PALSU."'
    assert title_of(first, "", quote, "", *TEXT, language="ms") != first


def test_of_lines_that_nothing_tells_the_first_of_two_words_is_the_title():
    text = "Ilçede sabah saatlerinde hissedilen sarsıntının ardından okullar bir gün tatil edildi."
    rows = ("HABERLER", "GÜNDEM", "Korkutan deprem", "", text)
    assert title_of(*rows, language="tr") == "Korkutan deprem"


def test_a_title_may_say_that_it_is_a_video():
    title = 'VIDÉO - Crue à Saint-Avit : "Je dors dans mon grenier", disent les habitants'
    text = "Debout, les voisins cherchent à voir ce qui flotte, tandis que l'eau monte sans cesse."
    assert title_of(title, "", text, "", text[::-1] + ".", language="fr") == title


def test_the_headline_may_stand_below_its_topic_and_the_date():
    title = "Wali Kota Bantah Jembatan Retak"
    assert title_of("Di kota bantaran", "", "3 Mei 2024", "", title, "", *TEXT) == title


def test_a_window_s_name_in_parts_gives_way_to_the_headline_below():
    headline = "Harbour board's brave crane can't be sold"
    window = "Harbour board′s brave crane can′t be sold | Region | Harbour Post | 03.05.2020"
    rows = (window, "", "Contents", "", headline, "", *ENGLISH)
    assert title_of(*rows, language="en") == headline
    document = read_document("\n".join(rows), Metadata(language="en"))
    assert (document.metadata.outlet, document.metadata.published) == ("Harbour Post", "2020-05-03")


def test_a_video_s_name_is_not_the_title():
    video = "Watch harbour crane fall: the board's 'second crane'"
    headline = "'Not safe at all': Dockers doubt the board of the harbour"
    rows = (video, "", f"{video} 01:44", "", headline, "", "By Jane Doe, NKR", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


def test_a_picture_s_text_above_its_caption_is_not_the_title():
    headline = "Board wants to sell its cranes"
    picture = "Jane Doe, chair of the harbour board"
    rows = (headline, "", picture, "", f"{picture} Photo: John Roe/The Harbour Post", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline
    assert picture in hidden(*rows, language="en")


def test_a_picture_s_text_on_the_first_line_is_not_the_title():
    headline = "Board denies that its crane is unsafe"
    picture = "Cranes of the harbour, in January 2021"
    rows = (picture, "Photo: John Roe", "", headline, "", "3 May 2021, 17:40", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline
    assert picture in hidden(*rows, language="en")


def test_a_picture_s_text_of_several_shouted_sentences_is_not_the_title():
    headline = "Harbour board will decide whether the crane is sold"
    picture = "HARBOUR. CRANES OF THE BOARD. THE SALE. BOARD AND DOCKERS AT THE HARBOUR ON MONDAY."
    byline = "Jane Doe | Vega de Lara | 08/01/2014"
    rows = (headline, "", byline, "", "Seen 31 times", picture, "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


@pytest.mark.parametrize("stamp", ["Jun 13, 4:03 PM EDT", "Updated 10:38", "Today, 17:40"])
def test_a_time_without_its_year_above_the_title_is_shown(stamp):
    rows = ("Harbour Radio", stamp, "", "Harbour board keeps its crane", "By Jane Doe", *ENGLISH)
    assert stamp not in hidden(*rows, language="en")


def test_an_hour_alone_is_no_date():
    assert not is_clock_alone("10:30", load("en"))
    assert not is_clock_alone("At 10:30 the crane fell", load("en"))


def test_a_byline_above_a_long_list_of_pictures_has_its_title_above():
    headline = "After the storm, dockers see a smooth week"
    gallery = [f"Picture {number} of the parade" for number in range(40)]
    rows = (headline, "", "By Jane Doe, NKR", "Parade of the harbour board's cranes", *gallery, "")
    assert title_of(*rows, *ENGLISH, language="en") == headline


def test_a_title_with_a_capital_within_a_name_is_no_menu_glued_to_another_line():
    title = "Harbour and bridge: a talk with Jane McDoe of the harbour board"
    rows = (title, "By Jane Doe", "", *ENGLISH, "Jane McDoe of the harbour board")
    assert title not in hidden(*rows, language="en")


def test_a_desk_said_twice_is_no_row_of_a_menu():
    assert "World Desk By World Desk" not in hidden(
        "Harbour board keeps its crane", "World Desk By World Desk", "", *ENGLISH, language="en"
    )


def test_a_title_stands_near_its_text_and_not_among_the_words_of_a_long_menu():
    menu = [
        "The Courier of the harbour",
        *[f"Page {letter} of it" for letter in "ABCDEFGHIJKLMNOPQR"],
    ]
    headline = "Why the old crane of the harbour stays where it is"
    more = ("The Courier of the harbour", *[f"Pier number {number}" for number in range(12)])
    rows = (*menu, headline, "", *ENGLISH, "", *more)
    assert title_of(*rows, language="en") == headline


def test_a_line_that_ends_in_a_day_in_brackets_is_a_picture_s_before_it_is_the_title():
    headline = "Crane to stay, says board"
    rows = (headline, "The harbour board and its crane (6/12/2012)", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


def test_a_short_phrase_above_the_title_is_its_upper_line_and_no_menu_s_word():
    text = "Wali kota mengatakan jembatan itu aman dan akan dibuka kembali untuk umum pekan depan."
    rows = ("Siapa yang salah", "", "Wali kota bantah jembatan lama retak", "Oleh Sari Dewi", "")
    assert read(*rows, text, "", text[:-1] + " lagi.")["Siapa yang salah"].shown


GERMAN = (
    "",
    "Der FC Altmoor hat am Montag seinen Trainer Jens Brockhoff beurlaubt, wie der Verein sagte.",
    "",
    "Der Trainer war mit dem Verein in die dritte Liga aufgestiegen und verlor zuletzt fünfmal.",
)


def test_a_rank_that_opens_a_headline_is_no_item_of_a_list():
    headline = "3. Liga: FC Altmoor beurlaubt Trainer Brockhoff"
    assert title_of(headline, *GERMAN, language="de") == headline


def test_a_headline_with_a_topic_wins_over_the_kicker_above_it():
    headline = "Trainer beurlaubt: FC Altmoor sucht jetzt einen neuen Mann"
    assert title_of("Verein wartet ab", "", headline, *GERMAN, language="de") == headline


def test_a_copy_of_the_title_above_a_picture_s_owner_is_no_title():
    headline = "FC Altmoor beurlaubt Trainer Brockhoff nach fünf Niederlagen"
    prompts = ("Teilen", "Merken", "Drucken")
    rows = (headline, "", *prompts, "", headline, "© Hans Moor", *GERMAN)
    lines = classify_lines("\n".join(rows), load("de"), Metadata())
    assert next(line.number for line in lines if line.kind == "title") == 1


def test_an_outlet_s_section_above_an_untitled_text_is_no_title():
    assert title_of("Altmoorer Sport", *GERMAN[1:], language="de") is None


def test_a_skip_link_behind_a_title_and_its_site_is_cut_off():
    title = "FC Altmoor beurlaubt Trainer"
    rows = (f"{title} | MOOR MEDIA Skip to main content", *GERMAN)
    found = read_document("\n".join(rows), Metadata(language="de")).metadata
    assert (found.title, found.outlet) == (title, "MOOR MEDIA")


def test_an_agency_alone_between_title_and_text_signs_the_report():
    rows = ("FC Altmoor beurlaubt Trainer Jens Brockhoff", "", "Keystone-SDA", "", *GERMAN[1:])
    found = read_document("\n".join([*rows[:5], *GERMAN[2:]]), Metadata(language="de")).metadata
    assert (found.title, found.wire) == (rows[0], "sda")


def test_of_headlines_stacked_above_the_byline_the_first_is_the_title():
    first = "Harbour board told to sell the brave old crane dockers doubt - and engineers are glad"
    second = "Engineers mended the old harbour crane since 1995 to keep the dockers at work"
    third = "The harbour board said in a statement that the crane was safe and would not be sold"
    rows = (first, second, third, "By John Roe", "4 August 2025", "", *ENGLISH)
    assert title_of(*rows, language="en") == first


def test_of_headlines_stacked_below_the_title_none_goes_on_with_another():
    first = "Harbour board told to sell the brave old crane dockers doubt - and engineers are glad"
    second = "Engineers mended the old harbour crane in 1995 for the board and the dockers"
    third = "Council says it has had 'numerous' complaints about the crane from dockers"
    rows = (first, second, third, "By John Roe", "4 August 2025", "", *ENGLISH)
    speakers = [quote.speaker for quote in read_document("\n".join(rows)).quotes]
    assert "Council" in speakers
    assert not any("\n" in (speaker or "") for speaker in speakers)


@pytest.mark.parametrize("sections", ["SPORT | ROWING", "[Home] [Harbour] [Cranes]"])
def test_the_names_of_sections_in_a_row_are_no_title(sections):
    headline = "Harbour: the board refuses to say sorry for the brave old crane"
    rows = (sections, "", headline, "", "26 May, 2025 04:30 PM", "By Jane Doe", "", *ENGLISH)
    assert title_of(*rows, language="en") == headline


def test_a_headline_hardly_longer_than_the_one_below_it_is_the_title():
    rows = (
        "La borrasca deja un desaparecido en la costa y obliga a cortar el tren de la tarde a Lebria",
        "Los bomberos buscan a un hombre de 67 años cuyo coche fue arrastrado por el agua en Carta",
        "La agencia mantiene el aviso hasta la medianoche",
        "29.10.2024 | 09:12",
        "Un hombre de 67 años permanece desaparecido en Carta después de que el agua arrastrara su "
        "coche. Los bomberos lo buscan en la costa y el tren sigue cortado por la borrasca.",
        "El alcalde ha explicado que el coche fue hallado vacío a un kilómetro de la carretera.",
    )
    lines = read(*rows, language="es")
    assert lines[rows[0]].kind == "title"


def test_words_of_a_menu_and_the_title_on_one_line_give_way_to_the_title():
    title = "Karsien und Omrat werfen sich Bruch der Waffenruhe vor"
    rows = (
        f"Startseite Ausland Afrika {title}",
        title,
        "Stand: 19.05.2025 20:36 Uhr",
        "In der Grenzregion sind nach Angaben von Karsien und Omrat mindestens 17 Menschen getötet worden.",
        "Unabhängig überprüfen lassen sich die Angaben zur Waffenruhe beider Seiten derzeit nicht.",
    )
    lines = read(*rows, language="de")
    assert lines[title].kind == "title"
    assert not lines[rows[0]].shown


@pytest.mark.parametrize(
    ("language", "line", "title", "text"),
    [
        (
            "ja",
            "TOP > 野球 > 高校野球",
            "【高校野球】南商が23年ぶり優勝",
            "高校野球の決勝が行われた。",
        ),
        ("id", "Kamis, 15 Rabiul Akhir 1446 / 17 Oktober 2024", "Jembatan Retak", FIRST),
    ],
)
def test_a_path_and_the_day_of_two_calendars_are_no_title(language, line, title, text):
    rows = (line, title, "2024-10-17 09:05", text * 3, SECOND)
    assert read(*rows, language=language)[line].kind != "title"


def test_of_two_titles_with_a_caption_between_the_one_above_the_byline_is_the_title():
    title = "Gudang Mebel di Lembayu Terbakar, Api Terlihat dari Jauh"
    caption = "Gudang mebel di Lembayu terbakar. (Foto: Sari Dewi)"
    text = "\n".join(("Beranda", title, caption, title, "Oleh Sari Dewi", "", FIRST, "", SECOND))
    titles = [line for line in classify_lines(text, load("id"), Metadata()) if line.kind == "title"]
    assert [line.number for line in titles] == [4]


def test_an_outlet_s_name_and_a_match_s_board_give_way_to_the_headline():
    text = "Портовые власти ждут снижения сборов не раньше осени, сообщил в понедельник их глава."
    title = "Портовые власти ждут снижения сборов не раньше осени"
    rows = ("Рейдовый деловой вестник", title, "5 марта 2024", "", text, "", text)
    assert title_of(*rows, language="ru") == title
    board = ("Northern 1 - 3 Southern | Full time", "Northern coach says he will not resign")
    told = (
        "The Northern coach said on Monday that he would not resign after the match with Southern."
    )
    assert title_of(*board, "24 February 2024", "", told, "", told, language="en") == board[1]


def test_a_section_and_a_town_above_the_title_are_a_path():
    rows = ("Attualità / Portovecchio", "Portovecchio, frana sulla provinciale: strada chiusa", "")
    body = "La strada provinciale di Portovecchio resta chiusa per la frana, ha detto il sindaco lunedì."
    lines = classify_lines("\n".join((*rows, body)), load("it"), Metadata(language="it"))
    assert not lines[0].shown
