import pytest

from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden, page, read

TEXT = (FIRST, "", SECOND, "", THIRD)


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("id", "Juru bicara wali kota, Rangga Putra. (kabarkota.com/Tika)."),
        ("id", "Warga melihat jembatan retak di bantaran sungai /Palace photo"),
        ("id", "Peta jembatan dan bantaran sungai di kota Ana Moreau / Wikipedia"),
        ("id", "Balai kota di tepi sungai.ECB"),
        ("id", "Joko Pranata Photo By Kabar"),
        ("id", "RTK | FOTO KABAR"),
        ("ja", "従業員を解雇し、手続きの準備を始めた鉄工所=東浜町で"),
    ],
)
def test_a_line_that_ends_in_a_picture_s_owner_is_its_caption(language, caption):
    lines = read("Wali Kota Bantah Jembatan Retak", "", caption, "", *TEXT, language=language)
    assert lines[caption].kind == "caption"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("it", "La cantante lo ha confermato su Instagram: «Sì, aspetto un bambino»."),
        ("it", "Il sindaco lo ha scritto ieri sera su Facebook: “Non mi candido più”."),
        ("fr", "La chanteuse l'a confirmé sur Instagram : « Oui, j'attends un enfant »."),
    ],
)
def test_what_somebody_wrote_on_a_site_is_no_picture_s_owner(language, line):
    assert read("Titolo di un articolo", "", *TEXT, "", line, "", *TEXT, language=language)[
        line
    ].shown


def test_a_japanese_sentence_that_breaks_off_in_a_place_is_no_caption():
    line = "従業員を解雇し、手続きの準備を始めた鉄工所は東浜町で"
    assert read("鉄工所の破産", "", line, "", *TEXT, language="ja")[line].kind != "caption"


def test_a_sentence_and_it_again_with_its_owner_are_a_picture_s():
    text = "Melalui siaran radio, wali kota menyebut kabar jembatan retak itu “karangan belaka”."
    again = text.replace("“", '"').replace("”", '"') + " | Komposisi LV"
    assert hidden(*page(text, again)) == [text, again]


def test_a_sentence_said_twice_above_an_owner_is_a_caption():
    text = "Ketua tim ahli jembatan, Joko Pranata, berdiri di bantaran."
    rows = ("Wali Kota Bantah", "", text, "", text, "", "Foto KK-Ana Dewi", "", *TEXT)
    assert read(*rows)[text].kind == "caption"
    assert text in hidden(*rows)


def test_a_line_with_capitals_in_the_middle_of_a_sentence_is_a_caption():
    rows = (
        "The wife of the harbour cook, who was 47 and from the old docks, told how her home",
        "",
        "LOST Jamie Orrell",
        "",
        "had been “emptied” by his death. She revealed that she had asked him to dance at the docks.",
    )
    text = (
        "The harbour board said on Monday that the wife of the cook would be heard in the inquiry."
    )
    found = hidden("Wife tells harbour inquiry of the cook", "", text, "", *rows, language="en")
    assert found == ["LOST Jamie Orrell"]


def test_a_line_that_opens_with_the_title_and_goes_on_is_a_picture_s_text():
    title = "Wali Kota Bantah Jembatan Retak di Bantaran Sungai"
    text = f"{title} Joko Pranata (kiri). (kabar.example)"
    assert text in hidden(*page("", text, title=title))


def test_what_stands_above_the_source_of_a_picture_is_its_caption():
    caption = "Wali kota Sukaratu, Joko Pranata"
    title = "Wali Kota Bantah Jembatan Retak di Bantaran"
    rows = (title, "", caption, "Sumber :", "  • KABAR/ Dewi Anggun", "", *TEXT)
    assert read(*rows)[caption].kind == "caption"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "![](/wp-content/uploads/jembatan-retak.jpg)"),
        ("id", "[kabar-player video=”http://kabar.example/a.mp4” width=”640″]"),
        ("id", "sosmed-kabar-white"),
        ("id", "ad826x90"),
        ("zh", "即時 熱門 政治 生活 國際 3 C 評論"),
    ],
)
def test_code_and_menus_are_hidden_by_their_form(language, line):
    assert line in hidden(*page(line), language=language)


def test_a_long_headline_between_paragraphs_is_another_article_s():
    other = "Hakim Tolak Gugatan Wali Kota soal Jembatan Lama, Warga Siapkan Banding"
    assert other in hidden(*page(other))
    assert "Wali kota menjawab warga" not in hidden(*page("Wali kota menjawab warga"))


def test_questions_with_their_answers_below_dashes_are_boxes():
    boxes = (
        "-",
        "Siapa yang memimpin tim ahli? Tim itu dipimpin seorang dosen dari kampus di bantaran.",
        "-",
        "Kenapa jembatan itu retak? Butuh pemeriksaan lanjutan untuk menjawabnya dengan pasti.",
    )
    assert hidden(*page(*boxes)) == ["-", boxes[1], boxes[3]]
    assert boxes[1] not in hidden(*page(boxes[1]))


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "Crane watchers: Governor Jane Doe (center) talks with the harbour master, Monday"),
        ("id", "Wali kota Joko Pranata (kedua dari kiri) bersama tim ahli di bantaran sungai"),
        ("ko", "김서준 시장(왼쪽)이 다리를 둘러보고 있다"),
        ("id", "Wali Kota Sukaratu Joko Pranata."),
        ("ms", "Warga melihat jambatan retak di tebing sungai / Foto hiasan"),
    ],
)
def test_places_in_a_picture_and_names_alone_make_a_caption(language, caption):
    title = "Wali Kota Bantah Jembatan Retak di Bantaran"
    assert read(title, "", caption, "", *TEXT, language=language)[caption].kind == "caption"


@pytest.mark.parametrize("sentence", ["Joko tertawa di bantaran.", "Wali Kota Joko Pranata pergi."])
def test_a_short_sentence_is_not_names_alone(sentence):
    assert sentence not in hidden(*page(sentence))


@pytest.mark.parametrize(
    "line",
    [
        "Putra Wali Kota Tuding Tim Ahli | KABAR Baca juga Putra Wali Kota Tuding Tim Ahli | KABAR",
        "Joko Pranata Sari Dewi sungai jembatan kota Joko Pranata Sari Dewi retak",
        '<span class="caption">Jembatan dilihat dari selatan',
    ],
)
def test_lines_that_say_the_same_twice_and_code_are_hidden(line):
    assert line in hidden(*page(line))


def test_teasers_that_break_off_may_have_a_word_in_marks():
    teasers = (
        "Нападающий, о переходе которого говорят с весны, прошёл ...",
        "Полузащитник «Маяка» назвал город, в котором ...",
        "На первой полосе районной газеты сегодня портрет того, кто ...",
        "Тренер «Гавани» после матча пожал руку каждому ...",
    )
    text = "Тренер «Зари» рассказал в понедельник, почему доволен ничьей своей команды в гостях."
    assert hidden("Тренер доволен ничьей", "", text, *teasers, language="ru") == [*teasers]


def test_the_outlet_s_name_alone_is_hidden_where_the_note_on_rights_has_it():
    rows = (
        "市長は橋は安全だと述べた。" * 4,
        "北浜放送",
        "Copyright © 北浜放送. All rights reserved.",
    )
    assert "北浜放送" in hidden("橋の検査", "", *rows, language="ja")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ko", "한들초 급식 사진. 온라인 커뮤니티 갈무리"),
        ("id", "Ketua tim ahli jembatan, Joko Pranata (ist) Perbesar"),
        ("tr", "A+A-"),
        ("tr", "ALTIN2439.28%"),
    ],
)
def test_captions_end_in_words_of_pictures_and_pages_have_rates_and_sizes(language, line):
    assert line in hidden(*page(line), language=language)


def test_of_two_headlines_above_a_paragraph_the_upper_one_is_a_link():
    rows = ("Kapal baru merapat di dermaga", "Warga menunggu jawaban wali kota")
    assert hidden(*page(*rows)) == [rows[0]]
    steps = ("1. Pemeriksaan jembatan", "2. Jawaban wali kota")
    assert hidden(*page("Langkah berikutnya:", *steps)) == []


def test_a_caption_stands_above_its_owner_also_where_every_line_stands_apart():
    caption = "Wali kota berdiri di bantaran sungai pada hari pemeriksaan."
    title, byline = "Wali Kota Bantah Jembatan Retak di Bantaran", "Oleh Sari Dewi"
    rows = (title, "", byline, "", caption, "", "Foto: Ana Dewi", "", *TEXT)
    assert read(*rows)[caption].kind == "caption"
    long = FIRST + " " + SECOND + " " + THIRD
    assert long not in hidden(title, "", byline, "", long, "", "Foto: Ana Dewi", "", *TEXT)


def test_a_line_behind_a_picture_s_triangle_is_its_caption_also_with_a_stop():
    caption = "▲老店爆出集體腹瀉，攤主夫婦出面鞠躬道歉。（圖／翻攝畫面）"
    rows = ("市長表示，大橋是安全的。" * 6, caption, "居民對此表示懷疑。" * 6)
    assert read("大橋檢修", *rows, language="zh")[caption].kind == "caption"


def test_the_text_does_not_end_at_the_owner_of_a_picture():
    assert hidden(*page("© Sari Dewi"), language="nl") == ["© Sari Dewi"]
    rows = page("Jembatan dari bantaran sungai", "© Sari Dewi")
    assert hidden(*rows, language="nl") == ["Jembatan dari bantaran sungai", "© Sari Dewi"]


def test_a_name_in_brackets_right_above_the_text_is_a_picture_s_owner():
    caption = "Jembatan retak di bantaran sungai (dewi)"
    assert hidden("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", caption, *TEXT) == [caption]


def test_a_caption_above_the_name_of_who_wrote_the_article_is_hidden():
    caption = "Jembatan itu berdiri di bantaran sungai sejak 1887"
    rows = (
        "Wali Kota Bantah Jembatan Retak",
        "Sari Dewi",
        "3 Mei 2024",
        caption,
        "Sari Dewi",
        *TEXT,
    )
    assert caption in hidden(*rows)


def test_a_town_below_a_name_in_capitals_is_no_author():
    rows = ("Wali Kota Bantah Jembatan Retak", "SARI DEWI", "Puerto Cobre", "3 de mayo 2024", *TEXT)
    lines = read(*rows, language="es")
    assert [lines[row].kind for row in rows[1:3]] == ["byline", "dateline"]


@pytest.mark.parametrize(
    "caption",
    [
        "Wali kota berbicara di Sukaratu, Kamis (7/5). (BAHARI/Rengga Pandu/HTM)",
        "Siswa berfoto di balai kota, Senin (9/3/2020). (Sukaratupos.com-OSIS Kota)",
        "Warga memanen kerang di muara yang dipagari./Foto: Dokumentasi Sahabat Muara.",
    ],
)
def test_owners_stand_behind_slashes_hyphens_and_stops(caption):
    title = "Wali Kota Bantah Jembatan Retak di Bantaran"
    assert read(title, "", caption, "", *TEXT)[caption].kind == "caption"


CHINESE = (
    "市长说这座桥很安全，下周就会重新开放，请大家放心。",
    "居民们却并不相信他的话，要求专家再检查一次桥墩。",
    "检查将持续三天，其间渡船照常来往于两岸之间。",
)


def chinese(*short):
    rows = [row for line, text in zip(short, CHINESE, strict=True) for row in (line, "", text, "")]
    return hidden(
        "市长否认桥梁开裂",
        "",
        "记者昨天来到河边，桥上空无一人，栏杆上挂着告示。",
        "",
        *rows,
        language="zh",
    )


def test_nouns_with_a_full_stop_between_chinese_paragraphs_are_captions():
    nouns = ["旧石桥。", "河边渡船。", "码头居民区。"]
    assert chinese(*nouns) == nouns


def test_short_sentences_between_chinese_paragraphs_are_no_captions():
    assert chinese("他没有回答。", "桥，塌了。", "谁都不说话。") == []


def test_a_picture_s_text_with_references_and_its_caption_are_hidden_both():
    rows = page("Warga di d&#39;Harbour menyeberang.", "Warga di d'Harbour menyeberang.")
    assert set(rows[5:7]) <= set(hidden(*rows))


def test_an_agency_behind_a_slash_owns_a_picture():
    assert "City Navy / Getty Images" in hidden(*page("City Navy / Getty Images"))


def test_lines_that_open_with_one_headline_and_go_on_otherwise_are_pictures_texts():
    headline = "Kapal tambangan kembali ramai setelah jembatan ditutup"
    rows = (f"{headline} Penumpang antre sejak pagi", f"{headline} Juru mudi di haluan kapal")
    found = hidden(*page("", rows[0], "", f"{FIRST} Warga antre.", "", rows[1]))
    assert set(rows) <= set(found)


def test_headings_that_differ_in_a_number_are_no_pictures_texts():
    heading = "Yang diketahui tentang jembatan retak di bantaran sungai, bagian"
    rows = page("", f"{heading} 1", "", f"{FIRST} Warga antre.", "", f"{heading} 2", "")
    assert not {f"{heading} 1", f"{heading} 2"} & set(hidden(*rows))


@pytest.mark.parametrize("name", ["Harbour_wide", "Sari-dewi-potret-kecil", "kran_640"])
def test_what_a_picture_s_file_is_called_is_hidden(name):
    assert name in hidden(*page(name))


def test_a_photographer_in_capitals_behind_a_slash_owns_a_picture():
    caption = "Ruang tunggu puskesmas di tepi sungai kota. / JOKO PRANATA"
    assert caption in hidden(*page("", caption, ""))


def test_a_last_sentence_that_an_agency_signs_without_a_stop_is_no_caption():
    last = (
        "Hakim kemudian menetapkan uang jaminan dan hari sidang berikut bagi juru mudi kapal"
        " tambangan itu - ANTARA"
    )
    assert last not in hidden(*page(), "", last)


def test_who_wrote_it_behind_an_agency_s_copyright_makes_no_caption_of_a_japanese_sentence():
    last = "　港湾局の報道官は「起重機は安全であり、売却する計画はない」と指摘している。(c)AFP/Jane DOE"
    first = "　港湾局は月曜日、古い起重機を売却しないと発表した。住民からは不安の声が上がっている。"
    assert last not in hidden("港湾局、起重機を売却せず", "", first, "", last, language="ja")


def test_rows_of_a_table_that_open_alike_are_no_pictures_texts():
    rows = [
        f"Kapal tambangan kayu buatan galangan Bantaran tipe {kind}\t12 m\t3 t" for kind in "AB"
    ]
    assert not set(rows) & set(hidden(*page(*rows)))


def test_a_picture_s_text_and_it_again_behind_a_label_are_captions():
    text = "Api yang menghanguskan gudang galangan di Bantaran."
    found = hidden(*page(text, f"TERBAKAR: {text}", ""))
    assert {text, f"TERBAKAR: {text}"} <= set(found)


@pytest.mark.parametrize(("line", "is_caption"), [("Ilustrasi kapal tambangan.", True),
    ("Ilustrasi itu dibuat warga bantaran pada hari Senin.", False)])  # fmt: skip
def test_a_few_words_and_a_stop_that_open_as_a_caption_are_one(line, is_caption):
    assert (line in hidden(*page(line, ""))) == is_caption


@pytest.mark.parametrize(
    "caption",
    [
        "Juru bicara wali kota, Rangga Putra (kanan), melihat jembatan retak itu.",
        "Jembatan retak di bantaran sungai, Jumat (7/3). Foto: Rangga kabarkota.net",
    ],
)
def test_a_sentence_with_places_in_a_picture_or_an_owner_behind_it_is_a_caption(caption):
    assert hidden(*page(caption)) == [caption]


def test_a_sentence_that_somebody_says_tells_no_places_in_a_picture():
    line = "“Saya berdiri di jembatan (kanan) itu,” kata Rangga Putra."
    assert hidden(*page(line)) == []


def test_a_name_and_an_office_twice_below_themselves_are_a_caption_and_no_title():
    title = "Wali kota bantah kabar jembatan retak itu"
    name = "Juru bicara wali kota Rangga Putra"
    rows = (title, "", name, f"{name} {name}", "", *TEXT)
    assert hidden(*rows) == [name, f"{name} {name}"]
    assert read(*rows)[title].kind == "title"


def test_a_sentence_that_opens_the_page_twice_above_a_headline_is_a_caption():
    text = "Gambar di laman balai kota memperlihatkan jembatan retak itu dari bantaran sungai."
    rows = (text, text, "", "Jembatan retak lagi", "", *TEXT)
    assert hidden(*rows) == [text]
    assert read(*rows)["Jembatan retak lagi"].kind == "title"


def test_a_sentence_above_its_owner_s_sign_is_a_caption_where_no_text_stands_above():
    text = "Juru bicara wali kota dan ketua tim ahli melihat jembatan retak di bantaran sungai."
    head = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "")
    owned = (text, "©KABAR/Rangga Putra.", "", SECOND, "", THIRD)
    assert text in hidden(*head, *owned)
    assert text not in hidden(*head, FIRST, "", *owned)


def test_a_sentence_and_its_copy_in_a_block_above_the_text_are_a_picture_s():
    text = "Rangga Putra ketika melihat jembatan di bantaran."
    rows = ("Wali Kota Bantah Jembatan Retak", "", text, text, "", *TEXT)
    assert hidden(*rows) == [text]
    apart = ("Wali Kota Bantah Jembatan Retak", "", text, "", text, "", *TEXT)
    assert read(*apart)[text].kind != "caption"


@pytest.mark.parametrize("name", ["jembatan retak", "Wali Kota Jembatan Retak"])
def test_words_of_the_title_alone_above_the_text_are_what_a_picture_is_called(name):
    rows = ("Wali Kota Bantah Kabar Jembatan Retak", "Oleh Sari Dewi", "", name, "", *TEXT)
    assert hidden(*rows) == [name]


def test_a_name_below_the_words_photo_by_is_the_picture_s_owner():
    rows = ("The mayor of Ashford denies a crack", "", "The bridge of Ashford.", "Photo by")
    texts = [
        f"The mayor of Ashford told the council that bridge {n} is safe to use." for n in "abc"
    ]
    assert "Jane Doe" in hidden(*rows, "Jane Doe", "", *texts, language="en")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "May be an image of 3 people and a bridge"),
        ("de", "Möglicherweise ein Bild von 3 Personen"),
        ("id", "Gambar mungkin berisi: 3 orang, orang berdiri"),
    ],
)
def test_what_a_network_guesses_of_a_picture_is_hidden(language, line):
    assert line in hidden(*page(line), language=language)


def test_a_name_alone_between_paragraphs_is_that_of_somebody_pictured():
    told = "Ketua tim ahli Rangga Putra mengatakan jembatan itu perlu diperiksa lagi pekan depan."
    rows = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "", told, "")
    assert hidden(*rows, "Rangga Putra", "", SECOND, "", THIRD) == ["Rangga Putra"]
    several = ("Rangga Putra", "", SECOND, "", "Joko Pranata", "", THIRD)
    assert hidden(*rows, *several) == []


def test_a_sentence_behind_its_owner_and_the_line_right_above_are_a_picture_s():
    name, text = (
        "The bridge seen from below",
        "(Photo : City News) The council looks at the bridge.",
    )
    texts = [
        f"The mayor of Ashford told the council that bridge {n} is safe to use." for n in "abc"
    ]
    rows = ("The mayor of Ashford denies a crack", "May 3, 2013", "", name, text, "", *texts)
    assert hidden(*rows, language="en") == [name, text]


GERMAN = (
    "Der Gemeinderat von Altmoor hat am Dienstag über den neuen Steg am Moorsee gestritten.",
    "Die Opposition hält die Kosten von einer Viertelmillion Euro für den Steg für zu hoch.",
    "Bis zum November bleibt der alte Steg am Moorsee gesperrt, wie das Bauamt mitteilte.",
)


@pytest.mark.parametrize(
    "caption",
    [
        "Am Moorsee wächst das Gras durch die Bretter. MOORFUNK",
        "Der alte Steg am Abend. / Bauamt",
        "Der alte Steg am Abend. | Ute Brockhoff",
        "(Foto Ute Brockhoff)",
        "Ute Brockhoff Instagram",
    ],
)
def test_an_owner_in_capitals_behind_a_bar_in_brackets_or_a_network_s_is_a_picture_s(caption):
    rows = ("Streit um den Steg am Moorsee", "", GERMAN[0], "", caption, "", *GERMAN[1:])
    assert hidden(*rows, language="de") == [caption]


def test_a_last_paragraph_that_an_agency_signs_in_capitals_is_the_article_s():
    last = "Das Bauamt äußerte sich am Montag nicht dazu. MOORFUNK"
    rows = ("Streit um den Steg am Moorsee", "", *GERMAN[:2], "", last, "", GERMAN[2])
    assert last not in hidden(*rows, language="de")


def test_a_name_right_above_a_caption_that_has_it_is_the_picture_s():
    caption = "Ute Brockhoff am Ufer des Moorsees. © Hans Moor/AMP"
    below = (GERMAN[1], "", GERMAN[2])
    rows = ("Streit um den Steg am See", "", GERMAN[0], "Ute Brockhoff", caption, "", *below)
    assert hidden(*rows, language="de") == ["Ute Brockhoff", caption]


def test_a_sentence_with_its_place_in_a_picture_said_twice_is_a_caption_both_times():
    caption = "Bürgermeisterin Ute Brockhoff (r.) steht am Ufer des Sees."
    rows = ("Streit um den Steg am Moorsee", "", caption, caption, "", *GERMAN)
    assert hidden(*rows, language="de") == [caption]
    assert read(*rows, language="de")[caption].kind == "caption"


def test_a_standfirst_below_a_picture_s_owner_is_the_article_s():
    standfirst = (
        "Im Gemeinderat von Altmoor ist am Dienstag ein Streit um den Steg am Moorsee entbrannt."
    )
    rows = ("Rat streitet um den Steg", "", "Imago", f"{standfirst} Er dauert an.", "", *GERMAN)
    assert hidden(*rows, language="de") == ["Imago"]


def test_a_name_and_an_office_right_below_a_picture_s_owner_are_its_caption():
    told = "Ute Brockhoff, frühere Bürgermeisterin von Altmoor"
    above = ("Streit um den Steg am Moorsee", "", GERMAN[0], "")
    rows = (*above, "© Moorbote", told, "", GERMAN[1], "", GERMAN[2])
    assert hidden(*rows, language="de") == ["© Moorbote", told]


def test_who_wrote_in_brackets_behind_a_paragraph_with_speech_makes_no_caption_of_it():
    spoken = '"Jembatan itu sudah kami periksa kemarin," kata Bupati Sari Dewi. (Rina Wati/Buk)'
    assert spoken not in hidden(*page(spoken))
    assert hidden(*page("Jembatan itu dilihat dari sungai (Rina Wati/Kabar)")) == [
        "Jembatan itu dilihat dari sungai (Rina Wati/Kabar)"
    ]


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("fr", "Le pont de Valcourt, le 4 mars 2024. ODILE FARGE POUR « LE COURRIER »"),
        ("fr", "Le pont de Valcourt s’est couché sur le flanc à marée basse. | COURRIER DU PORT"),
        ("fr", "Des rochers se sont détachés mardi matin. [Police cantonale - Keystone]"),
        ("de", "Der Grenzübergang ist seit Tagen gesperrt. Reuters"),
        ("id", "Infografik wawancara soal jembatan. kabarku.id/Quita"),
        ("zh", "▼居民在橋上散步，市府人員全程陪同。（圖／翻攝畫面）"),
        ("zh", "居民在桥上散步，市府人员陪同。滨海新闻记者 李小北 图"),
    ],
)
def test_a_sentence_above_the_text_that_ends_in_its_owner_is_a_caption(language, caption):
    rows = ("Wali Kota Bantah Jembatan Retak", "", caption, "", *TEXT)
    assert read(*rows, language=language)[caption].kind == "caption"


def test_a_sentence_that_an_agency_signs_is_a_caption_above_the_text_alone():
    caption = "Penduduk di bantaran sungai berlindung di sebuah sekolah. - AFP"
    last = f"{THIRD} - AFP"
    lines = read("Wali Kota Bantah", "Oleh Sari Dewi", caption, "", FIRST, "", SECOND, "", last)
    assert lines[caption].kind == "caption"
    assert lines[last].shown


def test_a_line_between_paragraphs_that_ends_in_its_owner_in_brackets_is_a_caption():
    caption = "Para ahli yang memeriksa jembatan pada hari kedua (Dinas Pekerjaan Umum)"
    heading = "Mengapa warga di bantaran memilih Partai Jembatan Air (PJA)"
    assert hidden(*page(caption)) == [caption]
    assert hidden(*page(heading)) == []


RIVER = (
    "Residents of a western town have started shovelling mud from their homes after the flood fell.",
    "About 340 people had been told to leave Wirra on Sunday night, the council said.",
    "The council said that a second and smaller peak was forecast for Friday at the bridge.",
)


def test_what_a_picture_shows_stands_above_its_caption_and_is_one():
    shown = "A brown river runs through the main street of a small place, seen from above."
    lead = "Two people of a western town have started shovelling mud from their homes on Friday."
    caption = "Water entered more than 90 homes in Wirra. (NKR News: Callum Prior)"
    for line, kind in ((shown, "caption"), (lead, "body")):
        head = ("Residents of Wirra return to mud", "By Tegan Mull", "14 March 2023", line, caption)
        lines = read(*head, "", RIVER[0], "", RIVER[1], "", RIVER[2], language="en")
        assert lines[line].kind == kind


def test_a_line_below_an_owner_who_has_no_caption_is_one_and_a_subheading_is_not():
    caption = "Silver coins of the empire contained traces of lead"
    text = (RIVER[0], "", "Getty Images", caption, RIVER[1], "", "Getty Images", "Mud", RIVER[2])
    found = hidden("Residents of Wirra return to mud", "", *text, language="en")
    assert set(found) == {"Getty Images", caption}


def test_a_line_right_above_a_text_that_has_its_standfirst_is_a_caption():
    caption = "Uno de los vehículos recuperados en una cochera de Remedios"
    rows = (
        "Detuvieron a tres acusados de robar autos",
        "La banda actuaba en cocheras. Los investigadores llegaron a ellos por un error.",
        "22 Ago, 2023 11:17 a.m.",
        "Guardar",
        caption,
        "Tres hombres fueron detenidos este martes, acusados de integrar una banda que robaba autos.",
        "Según fuentes policiales, los sospechosos esperaban que los clientes cerraran el auto.",
    )
    assert hidden(*rows, language="es") == ["Guardar", caption]


def test_a_line_between_the_title_and_an_owner_that_has_figures_of_the_text_is_no_caption():
    text = (
        "El fiscal tiene 312 facturas de siete empresas, dijo ante el juez de Oaxaca el lunes.",
    )
    for line, kind in (
        (
            "El fiscal asegura tener 312 facturas de empresas que nunca pusieron un tubo",
            "standfirst",
        ),
        (
            "El alcalde seguirá en prisión; su abogado habla de una persecución política",
            "standfirst",
        ),
        ("El alcalde Rutilio Caso a su llegada al juzgado de Oaxaca esta mañana", "caption"),
    ):
        head = ("Juez procesa al alcalde de San Pedro", line, "Foto: Especial", "Por Lucía Ara", "")
        assert read(*head, *text, *RIVER, language="es")[line].kind == kind


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("fr", "PHOTO JOSÉ TANGUE, ARCHIVES LE COURRIER"),
        ("fr", "Le préjudice a été estimé à 640 000 euros. (Illustration.) LC/Hugo Tarde"),
        ("de", "APA/ZEITUNGSFOTO.AT/DANIEL LENZ"),
        ("zh", "台灣隊17日逆轉澳洲隊，陳彥（前中）與隊友慶祝。中環社記者黃佩雪梨攝 113年11月17日"),
    ],
)
def test_more_forms_of_owners_make_captions(language, caption):
    rows = ("Wali Kota Bantah Jembatan Retak", "", caption, "", *TEXT)
    assert read(*rows, language=language)[caption].kind == "caption"


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("fr", "Le champ où fut trouvée la bague. Odile Farge / stock.courrier.com"),
        ("fr", "Un bus de l'agglomération (illustration). - O. Farge / 20 Instants"),
        ("pt", "Moradores de Monteverde em ginásio municipal - Lúcio Ara/Farol"),
        ("pt", "Incêndio em Monteverde LÚCIO ARA"),
        ("es", "Agentes en el lugar de los hechos.EMERGENCIAS MONTEVERDE"),
        ("de", "Reto Imhof für NZX"),
    ],
)
def test_owners_behind_dashes_slashes_and_stops_make_captions(language, caption):
    rows = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "", caption, "", *TEXT)
    assert read(*rows, language=language)[caption].kind == "caption"


def test_a_dated_sentence_with_a_word_behind_its_day_is_a_caption_above_a_dateline():
    caption = "Petugas mengevakuasi bayi berusia dua bulan dengan ember, Senin (12/2/2024) malam."
    text = (
        "KABARKOTA.COM, LEMBAYU - Seorang ibu dan bayinya terjebak banjir di Lembayu, Senin malam."
    )
    rows = ("Ibu dan Bayi Terjebak Banjir", "Penulis: Sari Dewi", caption, text, SECOND, THIRD)
    assert read(*rows)[caption].kind == "caption"


def test_the_last_paragraph_above_the_name_that_signs_it_is_no_caption():
    rows = ("Wali Kota Bantah", "Sari Dewi", "6 Mei 2024", "", FIRST, "", SECOND, "", THIRD)
    assert THIRD not in hidden(*rows, "Sari Dewi")


def test_a_sentence_between_an_owner_and_who_wrote_it_is_a_caption():
    caption = "Le centre hospitalier de Rosaville dessert 14 villages."
    head = ("Urgences : la fermeture prolongée", "Publié le 9 avril 2024")
    text = "Les urgences de Rosaville demeureront fermées la nuit jusqu’au 21 juin, faute de personnel."
    rows = (
        *head,
        "PHOTO JOSÉ TANGUE, ARCHIVES LE COURRIER",
        caption,
        "Marie Lachance",
        text,
        SECOND,
    )
    lines = read(*rows, language="fr")
    assert lines[caption].kind == "caption"
    assert lines["Marie Lachance"].kind == "byline"


def test_a_line_above_the_page_s_note_on_rights_is_no_caption():
    last = "– Avec la collaboration d’Étienne Morel"
    rows = (
        "Le pont",
        "",
        FIRST,
        "",
        SECOND,
        "",
        THIRD,
        last,
        "© Le Courrier. Tous droits réservés.",
    )
    assert read(*rows, language="fr")[last].kind != "caption"


def test_the_last_paragraph_above_a_copyright_note_is_no_caption():
    rows = ("Wali Kota Bantah", "Oleh Sari Dewi", FIRST, SECOND, "Copyright Kabar Kota.")
    assert SECOND not in hidden(*rows, "All rights reserved.")


def test_a_sentence_above_an_owner_is_a_caption_where_the_standfirst_stands_below_it():
    caption = "Die Feuerwehr löscht den Brand in der Lagerhalle die ganze Nacht."
    standfirst = "Ein Großbrand in einer Lagerhalle hält die Feuerwehr in Ellrode in Atem."
    head = ("Brand in Ellroder Lagerhalle", caption, "© Karl Rieß", standfirst, "Von Ute Lamm")
    text = "In einer Lagerhalle in Ellrode ist am Montag ein Brand ausgebrochen, wie die Polizei sagte."
    lines = read(*head, "13.02.2024", text, SECOND, language="de")
    assert lines[caption].kind == "caption"
    assert lines[standfirst].kind == "standfirst"


KOREAN_TEXT = "항만공사는 월요일 낡은 기중기가 안전하며 곧 다시 쓰일 것이라고 밝혔다. 주민들은 설명을 요구했다."
CHINESE_TEXT = (
    "港务局周一表示，旧起重机是安全的，很快将重新投入使用。居民要求公布检查结果，并希望参加会议。"
)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (
            KOREAN_TEXT,
            "11일 오후 항구에서 주민들이 배를 기다리고 있다. 정하은 기자 haeun@hbn.example",
        ),
        (KOREAN_TEXT, "항구에서 연기를 내뿜는 배 ‘루나호’. 항만공사 제공, 로이터 연합뉴스"),
        (KOREAN_TEXT, "(항구=연합뉴스) 정하은 기자 = 28일 항구에 배들이 세워져 있다. 2024.3.28"),
        (CHINESE_TEXT, "港務局14日公布的舊起重機。（港務局提供）環島社記者黃小明傳真 113年5月14日"),
        (CHINESE_TEXT, "起重機工人（戴帽者）離開港口。（資料圖片／港口日報）"),
    ],
)
def test_captions_of_eastern_agencies_and_papers(text, caption):
    language = "ko" if text is KOREAN_TEXT else "zh"
    lines = read(
        "낡은 기중기 멈춰" if language == "ko" else "旧起重机停运",
        "",
        caption,
        "",
        text,
        "",
        text + text,
        language=language,
    )
    assert lines[caption].kind == "caption"


def test_a_reporter_s_last_words_are_no_caption():
    last = "주민들은 오늘도 항구에서 배를 기다리고 있다. 정하은 기자 haeun@hbn.example"
    assert (
        read("낡은 기중기 멈춰", "", KOREAN_TEXT, "", last, language="ko")[last].kind != "caption"
    )


@pytest.mark.parametrize(
    ("language", "title", "standfirst"),
    [
        (
            "ko",
            "주식 사기 총책 1심서 징역 9년",
            "투자자 214명 상대 870억원 가로채…공범 5명도 징역형",
        ),
        (
            "ru",
            "Стороны обвинили друг друга",
            "Встреча длилась сорок минут. Стороны назвали разные причины",
        ),
    ],
)
def test_a_standfirst_above_a_photographer_s_name_is_the_article_s(language, title, standfirst):
    owner = "항구 [연합뉴스TV 캡처]" if language == "ko" else "Фото: Анна Рейдова / HBN"
    told = "투자자 214명에게서 870억원을 가로챈 총책에게 징역 9년이 선고됐다고 법원이 밝혔다. 공범도 있다."
    text = (
        told
        if language == "ko"
        else "Делегация покинула встречу в порту из-за тона коллег, сообщил её глава."
    )
    lines = read(title, "", standfirst, owner, text, "", text, language=language)
    assert lines[standfirst].kind in ("standfirst", "heading", "body")


def test_of_names_above_the_date_the_first_owns_the_picture_above_them():
    rows = (
        "El puerto cierra la grúa vieja por los vecinos",
        "La dirección niega que peligre el trabajo en los muelles del norte y del sur",
        "La grúa vieja del puerto, el miércoles.",
        "Álvaro Muelle",
        "Lucía Rada",
        "Marcos Dársena",
        "Madrid - 19 ene 2023 - 05:30 CET",
        "",
        "La carta llegó el lunes al despacho de la dirección del puerto con 43 firmas de vecinos.",
        "",
        "La dirección del puerto dice que la grúa vieja no trabaja desde el mes de marzo de 2021.",
    )
    lines = read(*rows, language="es")
    kinds = [lines[row].kind for row in rows[2:6]]
    assert kinds == ["caption", "caption", "byline", "byline"]


@pytest.mark.parametrize(
    "caption",
    ["ANP | Een kraan in de haven van Kade", "De kraan in de haven van Kade. - HAVENBEDRIJF KADE"],
)
def test_a_picture_s_owner_may_stand_before_a_bar_or_behind_a_dash(caption):
    body = (
        "De kraan in de haven van Kade is volgens het bestuur veilig en wordt snel weer gebruikt."
    )
    rows = ("Kraan in haven weer in gebruik", "5 mei 2024", "", caption, "", body, "", body + body)
    assert read(*rows, language="nl")[caption].kind == "caption"


def test_what_opens_with_source_amid_the_text_is_the_article_s():
    body = "Голова порту заявив, що кран безпечний і незабаром знову запрацює після перевірки."
    source = "Джерело: голова порту на брифінгу в місті, коментар ради"
    rows = ("Кран у порту безпечний", "", body, source, body + body)
    assert source not in hidden(*rows, language="uk")


def test_a_paragraph_above_a_caption_with_its_own_sentence_is_the_text_s():
    told = "Ông Hải cho biết cần cẩu vẫn an toàn và sẽ hoạt động trở lại trong tháng tới."
    caption = "Cần cẩu cũ tại cảng biển. Ảnh: Lê Minh"
    more = "Đại diện công đoàn, bà Mai, nói báo cáo về cần cẩu đã được gửi từ tháng trước."
    lines = read("Cần cẩu cũ vẫn an toàn", "11/3/2024", told, caption, more, language="vi")
    assert (lines[told].kind, lines[caption].kind) == ("body", "caption")
