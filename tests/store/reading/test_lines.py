import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reading import score_folder, score_page
from store.model import Metadata
from store.reading.cues import cue_book
from store.reading.languages import load
from store.reading.lines import SHOWN, classify_lines
from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden, page, read

WITHOUT_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad"
ROOT = Path(__file__).resolve().parents[3]


# -- single cues ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "clutter",
    [
        "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Baca juga: Jembatan Lama Ditutup",
        "Baca Juga :  Jembatan Lama Ditutup",
        "[Gambas:Video Kota]",
        "4 min read",
        "Bagikan artikel ini",
        "Facebook Twitter WhatsApp",
        "Halaman 1 dari 3",
        "1 2 3 Next",
        "(abc/def)",
        "#jembatan #kota",
        "We use cookies to give you the best experience on our site.",
        "Sign up for our newsletter and never miss a story.",
        "Mari bantu korban, donasi melalui rekening BCA No. 123 456 A.N Yayasan Peduli",
        "https://example.com/berita/jembatan",
        "kabar.example/jembatan-retak/1234",
        "[ Jembatan lain yang juga retak ]",
        "ADVERTISEMENT\u200b",
        "Unduh aplikasi kami",
        "abb/AFP",
        "kota-2019-07-19-at-14.33.39.jpeg",
        "112233 Balai Kota Jembatan.PNG",
        "abc171025081 1",
        "City Media, Inc.",
        "wali-kota-bantah-jembatan-retak,-warga-ragu",
        "id jembatan,jembatan retak,wali kota,warga",
        "— Sari Dewi (@saridewi) February 11, 2024",
    ],
)
def test_clutter_in_the_middle_is_hidden_and_the_body_resumes(clutter):
    assert hidden(*page(clutter)) == [clutter]


@pytest.mark.parametrize(
    "caption",
    [
        "Jembatan dilihat dari udara. (Foto: Antara/Budi)",
        "Jembatan dilihat dari udara (Kabar Kota/Budi Santoso)",
        "A bridge over the river.   REUTERS/Jane Doe/File Photo",
        "Wali kota meninjau jembatan (AP Photo/Jane Doe)",
        "Wali kota meninjau jembatan. © AFP",
        "Foto: Dok. Pemkot",
        "Ilustrasi jembatan",
        "Foto: Dok. Humas Pemkot",
        "Jembatan dilihat dari udara. BUDI SANTOSO",
        "Jembatan yang retak di tengah kota lama BUDI SANTOSO",
        "Jembatan dilihat dari udara. – KABAR UTARA/BUDI SANTOSO",
        "Jembatan dilihat dari udara - Budi Santoso - 3.mei.24/Kabar",
        "Jembatan dilihat dari udara. (Kabar Kota: Budi Santoso)",
        "Jembatan dilihat dari udara. (Budi Santoso for The City News)",
        "[1/2] Jembatan dilihat dari udara di kota lama, Selasa.",
        "Getty Images",
        "BUDI SANTOSO/KABAR",
        "▲ Jembatan dilihat dari udara",
    ],
)
def test_captions_are_told_by_their_credit(caption):
    lines = read(*page(caption))
    assert lines[caption].kind == "caption"
    assert not lines[caption].shown


@pytest.mark.parametrize(
    "paragraph",
    [
        "Wali kota mengatakan kepada kantor berita bahwa jembatan itu aman dilalui. (AFP)",
        "Baca pernyataan itu baik-baik, kata wali kota kepada para wartawan yang hadir.",
        "Foto jembatan yang beredar diambil sepuluh tahun lalu, kata juru bicara pemerintah.",
        "Sumber kepolisian mengatakan tiga orang telah diperiksa dalam perkara jembatan itu.",
        "“Tidak.”",
        "Apa kata warga?",
    ],
)
def test_a_paragraph_that_only_resembles_clutter_is_shown(paragraph):
    assert hidden(*page(paragraph)) == []


def test_related_links_below_a_heading_are_hidden_and_the_body_after_them_is_not():
    links = ("Tiga Jembatan Ditutup Pekan Ini", "Warga Keluhkan Jalan Rusak")
    lines = read(*page("Baca Juga", "", links[0], links[1]))
    assert not any(lines[content].shown for content in ("Baca Juga", *links))
    assert lines[SECOND].shown
    assert lines[THIRD].shown


def test_a_subheading_after_a_related_line_stays():
    assert "Hasil pemeriksaan" not in hidden(
        *page("Baca juga: Jembatan Lama Ditutup", "", "Hasil pemeriksaan")
    )


def test_a_teaser_sentence_below_a_related_heading_is_a_link():
    teaser = "Gubernur meresmikan pasar baru pada Senin (12/8/2024)."
    assert teaser in hidden(*page("Simak juga:", teaser))


def test_what_stands_beside_an_enlarge_button_is_a_caption():
    rows = page("Jembatan di pusat kota", "Perbesar", "Jembatan di pusat kota dilihat dari selatan")
    assert {line.kind for line in read(*rows).values() if not line.shown} == {"caption"}
    assert len(hidden(*rows)) == 3


# -- places --------------------------------------------------------------------------------


def test_the_repeated_title_is_hidden_once():
    lines = classify_lines("\n".join(("Jembatan Retak", *page())), load("id"), Metadata())
    assert sum(line.kind == "title" for line in lines) == 1


def test_a_title_with_the_sites_name_gives_way_to_the_plain_one():
    title = "Wali Kota Bantah Jembatan Retak"
    lines = read(f"{title} - kabarkota", "5 min read", "", *page())
    assert lines[title].kind == "title"
    assert not lines[f"{title} - kabarkota"].shown


def test_a_teaser_and_a_menu_before_the_title_are_hidden():
    rows = ("Beranda", "Nasional", "Gempa Guncang Pulau Seberang", "", *page())
    assert hidden(*rows) == ["Beranda", "Nasional", "Gempa Guncang Pulau Seberang"]


def test_a_date_above_the_title_is_the_articles():
    rows = ("Kamis, 22 Sep 2022 11:16 WIB", "", *page())
    assert read(*rows)["Kamis, 22 Sep 2022 11:16 WIB"].kind == "date"


def test_what_follows_the_last_paragraph_is_hidden_but_the_byline():
    rows = (*page(), "", "Editor: Budi Raharjo", "", "Gempa Guncang Pulau", "Harga Beras Naik")
    lines = read(*rows)
    assert lines["Editor: Budi Raharjo"].kind == "byline"
    assert not lines["Gempa Guncang Pulau"].shown
    assert not lines["Harga Beras Naik"].shown


def test_readers_comments_are_hidden_however_long():
    comment = "Saya setuju dengan warga, wali kota harus menjelaskan soal jembatan itu sekarang."
    assert comment in hidden(*page(), "", "Komentar", "", comment)


def test_the_text_goes_on_after_a_block_of_related_links_and_an_editor():
    more = "Wali kota juga menolak permintaan warga agar jembatan ditutup selama pemeriksaan."
    rows = (*page(), "", "Editor : Budi Raharjo", "", "Baca Juga", "", "Harga Beras Naik", "", more)
    assert read(*rows)[more].shown


def test_a_list_that_ends_the_article_is_shown():
    items = ("- beban kendaraan", "- usia jembatan")
    rows = (*page(), "", "Ada dua penyebab retaknya jembatan menurut laporan tim ahli:", *items)
    assert hidden(*rows, "", "Bagikan") == ["Bagikan"]


def test_standfirst_dateline_and_subheading_have_their_kinds():
    lines = read(
        "Wali Kota Bantah Jembatan Retak",
        "Pemerintah kota menyebut laporan warga tidak benar",
        "Sari Dewi - kabarKota",
        "Kamis, 22 Sep 2022 11:16 WIB",
        "Bandung -",
        "",
        FIRST,
        "",
        "Warga ragu",
        "",
        SECOND,
    )
    kinds = [line.kind for line in lines.values()]
    assert kinds == [
        "title", "standfirst", "byline", "date", "dateline", "body", "heading", "body",
    ]  # fmt: skip


def test_a_stated_title_finds_its_line():
    lines = read("Gempa Guncang Pulau", *page(), stated=Metadata(title="Gempa Guncang Pulau"))
    assert lines["Gempa Guncang Pulau"].kind == "title"


def test_every_hidden_line_has_a_reason():
    rows = ("Beranda", *page("Baca Juga", "Harga Beras Naik"), "", "Komentar", "Gempa lagi")
    assert all(line.reason for line in read(*rows).values() if not line.shown)


def test_hard_wrapped_paragraphs_are_shown_whole():
    wrapped = [FIRST[:40], FIRST[40:], SECOND[:38], SECOND[38:], THIRD[:41], THIRD[41:]]
    assert hidden("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", *wrapped) == []


def test_text_without_any_sentence_is_left_alone():
    assert hidden("satu", "dua", "tiga") == []


# -- whatever comes ------------------------------------------------------------------------


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*page(), "", "\xa0", "Baca Juga", "Editor: X Y", "(a/b)", "Perbesar"]),
            st.text(max_size=30).map(lambda text: text.replace("\n", " ")),
        ),
        max_size=15,
    ),
    st.sampled_from(["id", "en", "ja", "xx"]),
)
@settings(max_examples=150, deadline=None)
def test_lines_tile_any_text_in_order(rows, language):
    text = "\n".join(rows)
    lines = classify_lines(text, load(language), Metadata())
    assert [line.number for line in lines] == list(range(1, len(text.split("\n")) + 1))
    assert "\n".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert line.shown == (line.kind in SHOWN)
        seen = text[line.start : line.end].translate(dict.fromkeys(map(ord, WITHOUT_WIDTH)))
        assert (line.kind == "blank") == (not seen.strip())


# -- pages ---------------------------------------------------------------------------------

# -- what the article goes on with ---------------------------------------------------------


@pytest.mark.parametrize(
    "box",
    [
        ("Baca juga:", "Jembatan Lama Ditutup untuk Truk"),
        ("Bagikan artikel ini",),
        ("Ikuti kami di saluran WhatsApp kami",),
        ("Berita terkait", "Jembatan Lama Ditutup untuk Truk"),
    ],
)
def test_a_list_right_below_a_box_belongs_to_the_article(box):
    demands = ("Tuntutan warga adalah:", "- baut baja yang baru;", "- audit oleh tim ahli.")
    assert not set(demands) & set(hidden(*page(*box, *demands)))


def test_a_subheading_in_small_letters_below_a_link_in_capitals_is_none():
    rows = ("Baca juga:", "Truk Batu Bara Dilarang Melintas di Jembatan", "Sudah dilaporkan warga")
    assert hidden(*page(*rows)) == list(rows[:2])


def test_a_short_paragraph_behind_a_follow_prompt_goes_on_with_the_article():
    rows = ("Ikuti kami di saluran WhatsApp kami", "Warga menunggu hasil pemeriksaan itu.")
    assert hidden("Jembatan Retak", "Oleh Sari Dewi", FIRST, SECOND, THIRD, *rows) == [rows[0]]


def test_the_hours_of_a_live_blog_and_its_entries_are_the_article():
    entries = ("14.05 WIB", FIRST, "Share", "13.40 WIB", SECOND, "Share", "12.10 WIB", THIRD)
    assert hidden("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", *entries) == ["Share"]


def test_the_rows_of_a_table_at_the_end_are_the_article():
    table = ("Tahun | Retakan | Biaya", "2021 | 4 | Rp2 miliar", "2022 | 9 | Rp5 miliar")
    assert hidden(*page("ADVERTISEMENT"), *table) == ["ADVERTISEMENT"]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("id", "Ralat: Sebelumnya tertulis jembatan itu retak pada tahun 2021."),
        ("en", "Correction: An earlier version of this article misstated the year."),
        ("de", "Korrektur: In einer früheren Version stand ein falsches Jahr."),
        ("fr", "Rectificatif : une première version indiquait une autre année."),
        ("ja", "訂正：初出時、橋の完成年を誤って記載していました。正しくは一九八七年です。"),
    ],
)
def test_a_correction_is_the_article_behind_the_tags_too(language, note):
    rows = page("ADVERTISEMENT")
    assert note not in hidden(*rows, "Tags:", "jembatan", note, language=language)


def test_a_sentence_between_two_boxes_stays_unless_it_speaks_to_the_reader():
    stays = "Pejabat dinas itu belum menjawab surat warga."
    goes = "Anda akan menerima kabar dari kami setiap pagi."
    for words, is_hidden in ((stays, False), (goes, True)):
        rows = page("Berlangganan newsletter", "", words, "", "Masukkan email Anda")
        assert (words in hidden(*rows)) is is_hidden


def test_numbered_lines_that_name_the_headings_further_down_are_contents():
    rows = page("1 Retakan yang lama", "2 Janji wali kota", FIRST, "Retakan yang lama", SECOND)
    found = read(*rows)
    assert found["1 Retakan yang lama"].reason.startswith("contents: names line")
    assert found["Retakan yang lama"].shown


# -- titles --------------------------------------------------------------------------------


def test_a_word_alone_above_the_byline_is_the_title():
    assert read("Menu", "Air", "Oleh Sari Dewi", "", FIRST, SECOND)["Air"].kind == "title"
    assert read("Air", FIRST, SECOND, THIRD)["Air"].kind == "title"


def test_words_in_marks_above_the_standfirst_are_the_title():
    rows = ("“Kami bukan penjahat”", "Wawancara dengan wali kota mengenai jembatan yang retak")
    found = read(*rows, "Oleh Sari Dewi", "", FIRST, SECOND)
    assert [found[row].kind for row in rows] == ["title", "standfirst"]


def test_a_bullet_of_the_standfirst_is_no_title():
    bullets = ("• Wali kota: jembatan itu aman", "• Warga meragukan pernyataan wali kota")
    found = read("Jembatan Lawe Dibuka Kembali", *bullets, "Oleh Sari Dewi", "", FIRST, SECOND)
    assert found["Jembatan Lawe Dibuka Kembali"].kind == "title"
    assert all(found[bullet].shown for bullet in bullets)


def test_two_words_in_capitals_above_a_long_standfirst_are_the_title():
    rows = (
        "JEMBATAN RETAK",
        "Wali kota mengatakan jembatan itu aman; warga di bantaran meragukan pernyataan wali kota",
    )
    found = read("Menu", *rows, "Oleh Sari Dewi", "", FIRST, SECOND)
    assert [found[row].kind for row in rows] == ["title", "standfirst"]


def test_an_english_headline_of_two_sentences_is_the_title():
    title = "Mayor Says the Bridge Was Never Cracked. The Report Has His Initials."
    rows = ("A warning about the bridge reached the mayor's office.", "", "By Jane Doe")
    body = "Mayor Tom Roe said the bridge was never cracked and no report had reached his office."
    assert read("Menu", title, *rows, "", body, body + " It did.", language="en")[title].shown
    assert read("Menu", title, *rows, "", body, language="en")[title].kind == "title"


def test_what_stands_above_a_picture_s_owner_is_no_title():
    caption = "Wali kota di jembatan yang retak"
    found = read(
        "Wali Kota Bantah Jembatan Retak", caption, "Foto: Budi/Kabar", "Oleh Sari Dewi", "", FIRST
    )
    assert found["Wali Kota Bantah Jembatan Retak"].kind == "title"
    assert found[caption].kind == "caption"


# -- where the article goes on ---------------------------------------------------------------


def test_a_last_sentence_below_a_related_link_is_the_article_s():
    last = "Sidang dilanjutkan Kamis."
    tail = ("Tag", "jembatan", "Terpopuler", "Harga cabai naik lagi")
    found = read(*page(), "Baca juga", "Jembatan lama ditutup untuk umum", last, *tail)
    assert found[last].kind == "body"
    assert not any(found[row].shown for row in tail)


def test_a_subheading_behind_related_links_is_no_link():
    links = ("Jembatan lama ditutup untuk umum sejak Senin", "Warga menolak jalan memutar ke kota")
    found = read(*page(), "Baca juga", *links, "Kata polisi", "Polisi memeriksa dua orang saksi.")
    assert found["Kata polisi"].kind == "heading"
    assert found["Polisi memeriksa dua orang saksi."].shown
    assert not any(found[link].shown for link in links)


def test_a_teaser_s_headline_and_sentence_in_pairs_stay_hidden():
    teasers = (
        "Harga cabai naik lagi menjelang libur",
        "Pedagang mengaku pasokan berkurang.",
        "Tim kota menang telak di kandang lawan",
        "Pelatih memuji semua pemain muda.",
    )
    found = read(*page(), "Terpopuler", *teasers)
    assert not any(found[row].shown for row in teasers)


def test_a_list_of_contents_is_hidden_and_the_headings_are_not():
    rows = ("Daftar Isi", "Retak Sejak Lama", "Warga Ragu")
    text = "\n".join(
        ("Wali Kota Bantah", "Oleh Sari Dewi", *rows, FIRST, rows[1], SECOND, rows[2], THIRD)
    )
    lines = classify_lines(text, load("id"), Metadata())
    shown = [text[line.start : line.end] for line in lines if line.shown]
    assert shown.count("Retak Sejak Lama") == shown.count("Warga Ragu") == 1
    assert "Daftar Isi" not in shown


def test_a_sentence_that_opens_like_a_prompt_and_tells_the_article_s_story_stays():
    sentence = (
        "Berlangganan air dari jembatan itu, kata wali kota, tetap aman untuk warga bantaran."
    )
    assert hidden(*page(sentence)) == []
    prompt = "Berlangganan newsletter kami dan dapatkan berita pilihan setiap pagi di surel Anda."
    assert hidden(*page(prompt)) == [prompt]


def test_a_japanese_sentence_signed_by_its_agency_is_no_caption():
    first = "市長は橋は安全であり、来週にも再び一般の通行を認めると述べた。住民は疑問を示している。"
    last = "市は職員二人を派遣する。（共同）"
    assert hidden("市長、橋の亀裂を否定", "2024年5月3日", first, last, language="ja") == []


def test_a_caption_that_stands_twice_is_hidden_twice():
    first = "The mayor said on Monday the bridge was safe and would be opened to the public again."
    caption = "Mayor Tom Roe speaks during a briefing on the bridge on March 4, 2024. (Yonhap)"
    text = "\n".join(
        ("Mayor denies cracks", "By Jane Doe", first, caption, caption, first + " Ok.")
    )
    lines = classify_lines(text, load("en"), Metadata())
    assert [line.kind for line in lines[3:5]] == ["caption", "caption"]


def test_a_date_in_numbers_alone_on_a_line_is_no_pager():
    for day in ("11/04/2024", "11.4.2024", "2024/04/11"):
        assert read("Wali Kota Bantah", day, FIRST, SECOND)[day].kind == "date"
    assert hidden(*page("1 / 12")) == ["1 / 12"]


def test_names_below_the_date_are_no_authors():
    found = read("Wali Kota Bantah", "Sari Dewi", "3 Mei 2024", "Ringkasan Otomatis", FIRST, SECOND)
    assert found["Sari Dewi"].kind == "byline"
    assert found["Ringkasan Otomatis"].kind != "byline"


def test_a_town_in_capitals_below_the_author_is_the_dateline():
    found = read("Wali Kota Bantah", "Sari Dewi", "LAWE BARU", FIRST, SECOND)
    assert found["LAWE BARU"].kind == "dateline"


def test_a_line_about_the_author_behind_the_text_is_hidden():
    about = "Sari meliput pemerintahan daerah sejak lama dan tinggal di kota."
    assert about in hidden(*page(), "Tag", "jembatan", about)


def test_no_article_line_of_the_seeds_is_hidden_and_the_clutter_is():
    for name, score, _ in score_folder(ROOT / "seeds", ROOT / "tests/gold"):
        assert score.counts["line extra"] == 0, (name, score.misses)
        assert score.f1("line") >= 0.98, (name, score.misses)


PAGES = sorted((ROOT / "tests/pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_our_own_pages_keep_every_article_line(path):
    gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    score, _ = score_page(path.stem, path.read_text(encoding="utf-8"), gold)
    assert score.counts["line extra"] == 0, score.misses
    assert score.f1("line") >= 0.85, score.misses


def test_our_own_pages_together_stay_above_the_floor():
    total = None
    for _, score, _ in score_folder(ROOT / "tests/pages", ROOT / "tests/pages"):
        total = score if total is None else total
        if total is not score:
            total.add(score)
    assert total is not None
    assert total.f1("line") >= 0.99
    assert total.share("field") >= 0.99
    assert total.f1("quote") >= 0.99
    assert total.share("speaker") >= 0.94


# -- clutter of other layouts ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "clutter"),
    [
        ("id", "Hentikan X pesan, 1"),
        ("id", "Akhir dari YouTube pesan, 2"),
        ("id", "Izinkan konten TikTok?"),
        ("id", "Waktu membaca: 4 menit"),
        ("id", "Promosi 2"),
        ("en", "Enable Cookies"),
        ("en", "5-Minute Listen"),
        ("en", "Initial plugin text"),
        ("de", "Artikel anhören(03:12 min)"),
        ("fr", "Vidéo suivante dans 5 secondes"),
        ("fr", "Vous lisez un article réservé aux abonnés"),
        ("de", "Wir würden Ihnen hier gerne einen externen Inhalt zeigen."),
        ("ms", "Tukar saiz huruf"),
        ("id", "Baca di App"),
        ("en", "Bay News is not responsible for the content of external sites."),
        ("es", "Mostrar comentarios"),
        ("pt", "GERADO EM: 05/03/2024 - 10:20"),
    ],
)
def test_boxes_bars_and_buttons_of_many_sites_are_hidden(language, clutter):
    assert hidden(*page(clutter), language=language) == [clutter]


@pytest.mark.parametrize(
    ("language", "kept"),
    [
        ("id", "Izinkan kami lewat, kata warga kepada petugas yang berjaga di ujung jembatan itu."),
        ("en", "Enabling cookies was never the matter, the mayor said of the bridge's web page."),
    ],
)
def test_sentences_that_open_alike_are_kept(language, kept):
    assert hidden(*page(kept), language=language) == []


def test_links_below_read_more_from_an_outlet_are_hidden():
    links = ("Woman rescued from cliff at dawn", "What the new tax means for you")
    rows = page("Read more from Bay News:", *links)
    assert hidden(*rows, language="en") == ["Read more from Bay News:", *links]


def test_a_headline_above_a_long_standfirst_is_the_title_though_a_picture_s_text_parts_them():
    title = "El puente nuevo niega paso a los camiones por falta de permisos"
    standfirst = "La asociación de vecinos denuncia que al menos veinte camiones cruzaron el río"
    body = (
        "El alcalde negó ayer que los camiones crucen el puente nuevo por la noche sin permisos, y "
        "dijo que la asociación de vecinos no ha presentado ninguna prueba."
    )
    rows = ("Vida", title, standfirst, "Dos obreros junto al río", "Marta Puig", "11/04/2024 06:00")
    lines = read(*rows, body, body[3:], language="es")
    assert lines[title].kind == "title"
    assert lines[standfirst].shown


def test_the_way_through_the_site_s_tree_is_no_kicker():
    way = "kabar.example › Kota › Jembatan Retak"
    assert hidden(way, *page()) == [way]


def test_a_headline_that_ends_in_words_is_a_link_below_a_korean_list_s_name():
    body = "시장은 다리가 안전하며 다음 주에 다시 개통될 것이라고 밝혔다. 주민들은 의문을 제기했다."
    links = ("[단독] 강가에서 구조된 노인, 가족 “시에 책임 물을 것”", "새 아파트 경쟁률 140대 1")
    rows = (
        "시장, 다리 균열 의혹 부인",
        "",
        body,
        "",
        "많이 본 뉴스",
        *links,
        "",
        f"그러나 {body}",
        "",
    )
    assert hidden(*rows, language="ko") == ["많이 본 뉴스", *links]


def test_a_topic_of_one_word_above_the_headline_is_not_the_title():
    body = (
        "Die Brücke ist nach dem Hochwasser sicher, sagte der Bürgermeister am Montag im Rathaus."
    )
    rows = ("Hochwasser", "Streit um Brücke: „Niemand fragt uns“", "18. Juni 2024, 15:32 Uhr", body)
    lines = read(*rows, f"Das {body}", language="de")
    assert lines[rows[1]].kind == "title"


def test_words_of_a_menu_without_blanks_between_them_are_hidden():
    menu = "NewsMoneyWorld MarketsLifeSlideshowsContact us"
    assert hidden(*page(menu)) == [menu]
    told = "Wali kota blokir WhatsApp, YouTube, TikTok, LinkedIn"
    assert read(*page(told))[told].shown


def test_lines_that_all_break_off_are_teasers():
    teasers = ("Kucing Pasar Jadi...", "SEEKOR kucing tinggal di pasar sejak...", "Panen Raya…")
    assert hidden(*page(*teasers, "Harga Cabai Naik...")) == [*teasers, "Harga Cabai Naik..."]
    assert hidden(*page("Lalu sunyi...", "Tak ada yang bicara...")) == []


def test_of_a_title_above_the_menu_and_above_the_date_the_second_is_the_title():
    title = "Mayor denies that the bridge is cracked"
    body = "The mayor said the bridge was safe and would be opened to the public again next week."
    menu = ("Sections", "Featured", "Rain in the south", "Nora Villiers", "Newsletter")
    rows = (title, *menu, "March 8, 2016 / 9:12 AM", title, body, f"Yesterday, {body}")
    found = classify_lines("\n".join(rows), load("en"), Metadata())
    assert [line.number for line in found if line.kind == "title"] == [8]


def test_a_page_that_opens_with_sentences_has_no_title_further_down():
    lead = (
        "Di seluruh desa air mati lagi pada Selasa. Menurut dinas, pipa tua di bawah jembatan pecah. "
        "Warga mengambil air di kantor pemadam sampai Jumat."
    )
    lines = read(lead, "", "Menunggu pompa", "", FIRST, "", SECOND)
    assert lines[lead].shown
    assert lines["Menunggu pompa"].kind == "heading"


def test_a_video_s_title_between_paragraphs_ends_in_its_running_time():
    video = "Penyelam merekam jembatan yang retak 01:47"
    assert hidden(*page(video)) == [video]
    for kept in ("Misa di gereja kota mulai 09:30", "Hujan turun lagi pukul 17:42"):
        assert read(*page(kept))[kept].shown


def test_what_a_paywall_cuts_off_and_says_again_is_hidden():
    long = f"{FIRST} {SECOND}"
    rows = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "", long, "", THIRD)
    assert hidden(*rows, "", f"{long[:100]} ...") == [f"{long[:100]} ..."]


def test_a_photographer_in_capitals_may_belong_to_a_domain():
    owner = "RINA SARI/KABAR.CO.ID"
    assert owner in hidden(*page(owner))


def test_a_sentence_that_shouts_a_name_above_a_shouted_dateline_is_a_caption():
    caption = "HAMDAN Ali (kiri) menunjukkan jambatan retak kepada pemberita petang semalam."
    body = "Datuk bandar berkata jambatan itu selamat dan akan dibuka semula kepada orang ramai."
    rows = ("Datuk Bandar nafi jambatan retak", "", caption, "", f"KUANTAN: {body}", "", body)
    assert hidden(*rows, language="ms") == [caption]
    rows = ("Datuk Bandar nafi jambatan retak", "", f"TIADA jambatan retak. {body}", "", body)
    assert hidden(*rows, language="ms") == []


def test_a_second_headline_right_below_read_also_is_a_link_too():
    links = ("Baca Juga: Jembatan Lama Ditutup", "Viral Perahu Menabrak Tiang, Ini Kata Nakhoda")
    assert hidden(*page(*links)) == [*links]
    heading = "Tiang Jembatan Diperiksa Tim Ahli"
    assert hidden(*page(links[0], "", heading)) == [links[0]]


def test_a_sentence_right_above_a_place_alone_is_a_caption_and_the_standfirst_is_none():
    caption = "Rahmat Khalil menafikan jambatan itu retak selepas banjir besar minggu lalu."
    standfirst = "Beberapa jurutera dilihat memeriksa jambatan itu di Damansara malam tadi."
    body = "Jambatan itu tidak retak dan akan dibuka semula minggu depan, kata Rahmat Khalil."
    rows = ("Tiada jambatan retak, kata Rahmat", "", standfirst, "")
    more = "Beliau juga berkata, jurutera akan memeriksa jambatan itu sekali lagi hujung bulan."
    lines = read(*rows, caption, "PETALING JAYA:", body, "", more, language="ms")
    assert lines[caption].kind == "caption"
    assert lines["PETALING JAYA:"].kind == "dateline"
    assert lines[standfirst].shown


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Antrean di salah satu pangkalan di kota. --Foto Agung", "id"),
        ("Letters go missing at the post office, claims Jane Doe (File)", "en"),
    ],
)
def test_a_caption_above_the_text_is_no_title(caption, language):
    body = {"id": FIRST, "en": "The mayor said the bridge was safe and would be opened on Monday."}
    assert hidden(caption, "", body[language], "", f"2 {body[language]}", language=language) == [
        caption
    ]


def test_a_title_may_open_with_words_in_guillemets():
    title = "«Полная чепуха». Громов оценил статью о «трещинах» моста"
    body = "Представитель мэрии Павел Громов заявил, что мост безопасен и откроется на неделе."
    assert read(title, "", body, "", f"Позже {body}", language="ru")[title].kind == "title"


def test_a_section_s_name_above_the_title_again_is_hidden_with_it():
    title = "Wali Kota Bantah Jembatan Retak"
    rows = (title, "Oleh Sari Dewi", "", FIRST, "", "Perkotaan", title, "", SECOND, "", THIRD)
    found = classify_lines("\n".join(rows), load("id"), Metadata())
    assert [line.number for line in found if not line.shown] == [6, 7]


def test_the_short_lines_of_a_newsreader_s_script_are_the_text():
    first = (
        "시장은 다리에 금이 갔다는 주장을",
        "오늘 오전 기자 회견에서",
        "정면으로 부인했습니다.",
    )
    second = ("주민들은 시의 설명을", "믿을 수 없다며", "현장 조사를 요구했습니다.")
    tail = ("Copyright © 한빛방송. 무단 전재 금지.", "박서진", "출입처 : 시청, 경찰서")
    assert hidden("시장, 다리 균열 부인", "", *first, "", *second, "", *tail, language="ko") == [
        *tail
    ]


def test_a_sentence_above_and_below_the_picture_s_owner_is_its_caption():
    title = "Wali Kota Bantah Jembatan Retak"
    caption = "Jembatan lama di tepi sungai dilihat dari atas pada awal pekan ini."
    rows = (title, "", caption, "Kota image, Sari Dewi, WKTA", caption, "", FIRST, "", SECOND)
    found = classify_lines("\n".join(rows), load("id"), Metadata())
    assert [line.number for line in found if not line.shown] == [3, 4, 5]


def test_a_caption_says_who_is_pictured():
    caption = "Heartache: Jane Doe, pictured with her dog the day before the bridge was closed"
    body = "The mayor said the bridge was safe and would be opened to the public again next week."
    told = "The dog, pictured with Jane Doe on the bridge that day, was found on Monday."
    row = "Jane Doe shows the tools of her trade. Left to right: hammer, saw and file."
    assert hidden("Mayor denies crack", "", row, "", f"{body} {told}", language="en") == [row]
    rows = ("Mayor denies that the bridge is cracked", "", body, "", caption, "", told)
    assert hidden(*rows, "", f"Yesterday, {body}", language="en") == [caption]


def test_who_posted_what_is_embedded_is_no_author():
    body = "The mayor said the bridge was safe and would be opened to the public again next week."
    post = "Posted by John Roe on Sunday, 3 June 2018"
    rows = ("Mayor denies that the bridge is cracked", "By Jane Doe", "June 4, 2018", "", body)
    assert hidden(
        *rows, "", f"Later, {body}", "", post, "", f"Yesterday, {body}", language="en"
    ) == [post]


def test_who_said_it_may_stand_below_the_words_behind_a_dash():
    said = '"Kami sudah memeriksa jembatan itu dua kali dan tidak menemukan retakan."'
    lines = read(*page(said, "", "– Sari Dewi dan Budi Utama"))
    assert lines["– Sari Dewi dan Budi Utama"].kind != "byline"
    rows = ("Wali Kota Bantah Jembatan Retak", "", FIRST, "", said, "", "– Budi Utama", "", "Tag:")
    assert hidden(*rows) == ["Tag:"]


def test_a_name_below_the_picture_of_somebody_in_the_text_is_no_byline():
    title = "Wali Kota Bantah Jembatan Retak"
    told = "Sebelumnya, warga di bantaran sungai mengadu kepada Sari Dewi tentang jembatan itu."
    again = "Warga lain di bantaran sungai itu juga sudah berkali-kali mengadu kepada Sari Dewi."
    rows = (title, "", "5 April 2023", title, "Sari Dewi", "", FIRST, "", told, "", again)
    found = classify_lines("\n".join(rows), load("id"), Metadata())
    assert [line.number for line in found if not line.shown] == [4, 5]


def test_excerpts_of_other_articles_below_the_text_are_hidden():
    excerpt = "Pelakon itu menzahirkan rindu kepada kota lama dan jembatan yang pernah ia lalui […]"
    rows = ("Wali Kota Bantah Jembatan Retak", "", FIRST, "", SECOND, "", THIRD, "")
    headline = "Umrah pertama buat pelakon menangis"
    assert hidden(*rows, headline, "", excerpt) == [headline, excerpt]
    assert read("Wali Kota Bantah Jembatan Retak", "", excerpt)[excerpt].shown


def test_a_speech_with_its_speaker_in_brackets_is_no_title():
    first = "青葉市の水族館で今月アシカの赤ちゃんが生まれた。一般公開は来月から始まる。"
    said = "(真鍋記者)「お母さんにくっついて、今ミルクを飲んでいます」"
    assert (
        hidden(first, said, "飼育員は、赤ちゃんは元気に育っていると話した。", language="ja") == []
    )


def test_commas_without_blanks_are_no_tags_in_a_sentence_nor_in_chinese():
    told = "市府在周四发表声明,斥报道不实,要求更正"
    assert read("市长否认大桥开裂", "", told, "", f"{told}。", language="zh")[told].shown
    sloppy = "Polisi,TNI,warga periksa jembatan"
    assert read(*page(sloppy))[sloppy].shown
    count = "Rp1,000,000,000 dan 2,000,000 warga"
    assert read(*page(f"Wali kota: jembatan menelan {count}"))[
        f"Wali kota: jembatan menelan {count}"
    ].shown


def test_of_a_standfirst_and_the_paragraph_that_says_the_same_the_paragraph_is_shown():
    title, byline = "Wali Kota Bantah Jembatan Retak", "Penulis: Sari Dewi | Editor: Budi"
    rows = (title, "", FIRST, "", byline, "", SECOND, "", FIRST, "", THIRD)
    found = classify_lines("\n".join(rows), load("id"), Metadata())
    assert [line.number for line in found if not line.shown] == [3]


@pytest.mark.parametrize(
    ("language", "above", "rows", "below"),
    [
        (
            "ja",
            "市は10日の会議で、今年取り組む三つの対策を発表し、年末までに終えると説明した。",
            ["▼第一に、古い道路12カ所を年末までに直す。", "→第二に、小学校3校を新しく建てる。"],
            "市長はすべての部署に急ぐよう求めたと、市の担当者が明らかにした。",
        ),
        (
            "ko",
            "시의회는 10일 회의를 열고 올해 추진할 세 가지 대책을 발표하고 연말까지 마치겠다고 밝혔다.",
            ["▶ 첫째, 낡은 도로 열두 곳을 모두 고친다.", "▲ 둘째, 초등학교 세 곳을 새로 짓는다."],
            "시장은 모든 부서에 속도를 내 달라고 당부했다고 시의회 관계자가 전했다.",
        ),
        (
            "zh",
            "市政府10日召開會議，公布今年的三項措施，要求各部門在年底以前全部落實到位。",
            ["▲第一項措施是修整老城區的十二條道路。", "►第二項措施是新建三所小學。"],
            "會議還聽取了其他匯報，市長要求各部門加快進度，確保工程品質和安全。",
        ),
    ],
)
def test_sentences_of_a_list_are_kept_whatever_sign_opens_them(language, above, rows, below):
    text = "\n\n".join(["今年の三つの対策", above, *rows, below]) + "\n"
    lines = classify_lines(text, load(language), Metadata(language=language))
    assert [line.number for line in lines if not line.shown] == []


def test_a_sentence_between_the_picture_s_owner_and_the_date_is_its_caption():
    caption = "The mayor opens the bridge at the harbour in 2017."
    body = "The mayor said the bridge was safe and would be opened to the public again next week."
    rows = ("Mayor denies that the bridge is cracked", "", "Photo: NPIC/Flickr", caption)
    more = (body, "", f"Yesterday, {body}")
    assert hidden(*rows, "12 March 2019", "", *more, language="en") == [rows[2], caption]
    assert hidden(*rows, "", "12 March 2019", "", *more, language="en") == [rows[2]]


@pytest.mark.parametrize(
    ("language", "first", "sentence", "last"),
    [
        (
            "ko",
            "시의회는 10일 회의를 열고 세 가지 대책을 올해 안에 마치겠다고 밝혔다.",
            "저작권 침해로 고소된 두 업체는 지난주 합의했다고 관계자가 전했다.",
            "시장은 모든 부서에 속도를 내 달라고 당부했다고 시의회 관계자가 전했다.",
        ),
        (
            "ko",
            "시의회는 10일 회의를 열고 세 가지 대책을 올해 안에 마치겠다고 밝혔다.",
            "매일 아침 정류장에서 버스를 기다리는 주민은 이백 명이 넘는다.",
            "시장은 모든 부서에 속도를 내 달라고 당부했다고 시의회 관계자가 전했다.",
        ),
        (
            "ja",
            "市は10日の会議で、今年取り組む三つの対策を発表し、年末までに終えると説明した。",
            "公式アカウントで誤った日付を知らせたことも、担当者が認めた。",
            "市長はすべての部署に急ぐよう求めたと、市の担当者が明らかにした。",
        ),
        (
            "zh",
            "市政府10日召开会议，公布今年的三项举措，要求各部门在年底以前全部落实到位。",
            "未经许可擅自取土的两家公司上周被罚，负责人作了说明。",
            "会议还听取了其他汇报，市长要求各部门加快进度，确保工程质量和安全。",
        ),
        (
            "ru",
            "Городской совет в среду представил три меры, которые обещает выполнить до конца года.",
            "Зарегистрировано двенадцать жалоб, и по каждой начата проверка.",
            "Мэр потребовал от всех отделов ускорить работу, рассказали в городском совете.",
        ),
        (
            "ru",
            "Городской совет в среду представил три меры, которые обещает выполнить до конца года.",
            "Фото ямы у школы появилось в сети еще весной.",
            "Мэр потребовал от всех отделов ускорить работу, рассказали в городском совете.",
        ),
        (
            "tr",
            "Belediye meclisi çarşamba günkü toplantıda yıl sonuna kadar sürecek üç önlemi açıkladı.",
            "İzinsiz gösteri düzenleyen iki grup geçen hafta dağıtıldı.",
            "Başkan bütün birimlerden işleri hızlandırmasını istediğini toplantının sonunda söyledi.",
        ),
        (
            "ar",
            "أعلن مجلس المدينة في جلسة الأربعاء ثلاثة إجراءات قال إنه سينهيها قبل نهاية العام الحالي.",
            "صورة من الأقمار الصناعية تظهر اتساع الحفرة بعد المطر.",
            "وطلب رئيس المجلس من جميع الدوائر تسريع العمل قبل حلول الشتاء المقبل.",
        ),
    ],
)
def test_a_sentence_that_opens_with_a_word_of_buttons_is_kept(language, first, sentence, last):
    text = "\n\n".join([first[:16], first, sentence, last]) + "\n"
    lines = classify_lines(text, load(language), Metadata(language=language))
    assert [line.number for line in lines if not line.shown] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Kebijakan privasi aplikasi pesan itu menuai protes dari kalangan pengusaha kecil."),
        ("id", "Pewarta foto dari dua kantor berita dipukul petugas ketika meliput unjuk rasa."),
        ("id", "Bergabung bersama klub sejak 2019, penyerang itu telah mencetak dua puluh gol."),
        ("id", "Isi komentar di akun tersebut menyudutkan seorang guru sekolah menengah di kota."),
        ("id", "Sumber foto yang beredar ternyata unggahan lima tahun lalu dari negara tetangga."),
        ("ms", "Kuki raya buatan suri rumah itu laris walaupun harga tepung naik dua kali ganda."),
        (
            "ms",
            "Hak cipta lagu itu kini menjadi milik keluarga mendiang selepas rundingan panjang.",
        ),
        ("ms", "Ada berita mengatakan kedai runcit di hujung kampung bakal ditutup bulan hadapan."),
        ("en", "Also on Tuesday, firefighters found two goats alive beneath the roof of the barn."),
        ("en", "By submitting false invoices, the contractor drew nearly a million from the fund."),
        ("en", "This comment angered shopkeepers, who had waited two years for a new car park."),
        ("en", "AI-generated pictures of a sinking ferry were shared thousands of times at night."),
        ("en", "This report was denied by the harbour master, who called it a fairy tale."),
        ("en", "Sponsored by two senators, the bill would close the loophole for small airports."),
    ],
)
def test_words_that_notes_of_a_site_open_with_may_open_sentences(language, sentence):
    body = {
        "id": "Dewan kota pada rapat kemarin mengumumkan tiga langkah yang selesai akhir tahun.",
        "ms": "Majlis bandaraya semalam mengumumkan tiga langkah yang dijanjikan siap tahun ini.",
        "en": "The city council announced three measures at its meeting and promised to finish them.",
    }[language]
    rows = ("Council: three new measures", "", body, "", sentence, "", f"{body} {body[:-1]} again.")
    assert hidden(*rows, language=language) == []


PROMPTED = {
    "AI-generated pictures of sinking ferry shared": (
        "en",
        "Pictures of a sinking ferry that were shared at night are not real, the mayor said.",
    ),
    "Send us more ferries, islanders tell minister": (
        "en",
        "Islanders told the minister to send more ferries before winter, as two boats broke down.",
    ),
    "Kebijakan privasi aplikasi pesan menuai protes": (
        "id",
        "Pengusaha kecil protes kebijakan privasi aplikasi pesan yang berlaku mulai pekan depan.",
    ),
    "Hak cipta lagu raya kini milik keluarga mendiang": (
        "ms",
        "Keluarga mendiang kini memiliki hak cipta lagu raya itu selepas rundingan yang panjang.",
    ),
}


@pytest.mark.parametrize("title", PROMPTED)
def test_a_headline_may_open_as_a_prompt_does_if_the_text_tells_what_it_says(title):
    language, body = PROMPTED[title]
    more = {
        "id": SECOND,
        "ms": SECOND,
        "en": "Police have asked for the names of whoever was there.",
    }
    rows = (title, "", body, "", f"{more[language]} {more[language]}")
    assert read(*rows, language=language)[title].kind == "title"


def test_a_prompt_above_the_title_is_none():
    rows = ("Subscribe now to our morning letter", "Mayor denies crack in bridge", "By Jane Doe")
    body = "The mayor said the bridge was safe and would be opened to the public again next week."
    assert hidden(*rows, "", body, "", f"Yesterday, {body}", language="en") == [rows[0]]


def test_a_page_that_opens_with_short_sentences_has_no_title_further_down():
    text = (
        "来月から水道の料金が上がります。\n市役所の前には列ができました。\n「困ります」\n"
        "川端市役所 大野圭一 課長\n「設備が古く、直すのに時間もお金もかかります。理解をお願いします」\n"
        "市によりますと、値上げは七年ぶりです。\n"
    )
    lines = classify_lines(text, load("ja"), Metadata())
    assert all(line.shown and line.kind != "title" for line in lines)


def test_lines_above_the_title_that_are_all_of_the_head_and_of_its_words_are_kept():
    text = (
        "青石路18号3单元\n\n电梯停了一星期\n\n物业:零件已到 周末修好\n\n"
        "河湾早报讯 3日,青石路18号3单元的居民打来电话,说电梯停了一星期,老人下不了楼,买菜也成了问题。\n\n"
        "物业的徐经理说,零件已经到了,周末就能修好,请居民再等几天。\n"
    )
    assert all(line.shown for line in classify_lines(text, load("zh"), Metadata()))


COUNCIL = {
    "fr": "Le conseil municipal a annoncé trois mesures lors de sa séance et promis de les achever cette année.",
    "de": "Der Stadtrat hat gestern drei Maßnahmen angekündigt und will sie noch in diesem Jahr abschließen.",
    "es": "El concejo municipal anunció ayer tres medidas en su sesión y prometió terminarlas este mismo año.",
    "pt": "A câmara municipal anunciou ontem três medidas na reunião e prometeu terminá-las ainda este ano.",
    "it": "Il consiglio comunale ha annunciato ieri tre misure nella seduta e promesso di finirle entro l'anno.",
    "nl": "De gemeenteraad kondigde gisteren drie maatregelen aan en wil ze nog dit jaar helemaal afronden.",
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Il vous reste trois jours pour déclarer vos revenus, rappelle le service des impôts.",
        ),
        ("fr", "Sur le même sujet, le ministre a refusé de répondre aux questions des élus."),
        (
            "fr",
            "La version originale du texte prévoyait une amende deux fois plus élevée pour les fraudeurs.",
        ),
        ("fr", "En cliquant sur le lien, les victimes livraient leur mot de passe aux escrocs."),
        (
            "fr",
            "La chaîne WhatsApp du lycée a diffusé la rumeur à plus de mille parents en une heure.",
        ),
        ("fr", "Elle voulait faire un don à l'hôpital, mais sa banque avait bloqué la somme."),
        ("fr", "La rédaction de la charte n'est pas terminée, admet le directeur du port."),
        (
            "de",
            "Hier finden sie Ruhe und Platz zum Brüten, sagt der Förster über die beiden Kraniche.",
        ),
        ("de", "Die neue App der Stadtwerke stürzt seit Montag bei jedem zweiten Kunden ab."),
        ("de", "Sie haben bereits vierzig Keller leergepumpt und machen am Abend weiter."),
        (
            "de",
            "Er habe mehrere Drohungen per E-Mail erhalten, sagte der Bürgermeister der Kleinstadt.",
        ),
        ("de", "Jetzt gewinnen die Gäste auch auswärts, und der Trainer wundert sich."),
        ("de", "Der WhatsApp-Kanal des Bistums verschickte die falsche Uhrzeit an alle."),
        ("de", "Danach kostet der Eintritt in die Höhle wieder 12 € für alle Besucher."),
        ("es", "El alcalde difundió la noche del martes un audio en WhatsApp que luego borró."),
        ("es", "Queda prohibida la venta de alcohol cerca del estadio desde el mediodía."),
        ("es", "Sigue toda la comarca sin luz tras la tormenta, según la compañía eléctrica."),
        ("es", "Lo más importante del día fue el acuerdo de los pescadores con el puerto."),
        ("es", "Esta noticia fue un golpe para la familia, que esperaba verlo en Navidad."),
        ("es", "Volver a casa fue lo más duro."),
        ("es", "Descarga la app de un banco falso y pierde los ahorros de diez años."),
        ("pt", "O suspeito enviou no domingo um áudio no WhatsApp em que admitia a fraude."),
        ("pt", "A empresa abriu a mina sem autorização e vai pagar multa de dois milhões."),
        ("pt", "Adicione o leite e mexa até ferver, ensina a cozinheira mais velha da vila."),
        ("pt", "Ao clicar em um anúncio falso, a vítima entregava os dados do cartão."),
        ("pt", "Ao navegar pelo rio, os pescadores encontraram duas barragens sem placa."),
        ("pt", "Voltar para casa foi o mais difícil."),
        ("pt", "Este website utiliza fotografias roubadas, avisa a polícia numa nota."),
        ("it", "La pubblicità della nuova centrale ha irritato i pescatori di tutto il golfo."),
        ("it", "Abbonati a quota dodicimila: lo stadio non ne aveva mai visti tanti."),
        ("it", "Devi essere forte, le ripeteva il nonno ogni volta che tornava al porto."),
        ("it", "La decisione è stata comunicata via email a duecento famiglie del quartiere."),
        ("it", "Partita Iva e affitti in nero: due arresti al termine di una lunga indagine."),
        ("it", "Continuando a navigare verso nord, il peschereccio è entrato nella nebbia."),
        ("it", "Segnala una notizia falsa e finisce lui stesso davanti al giudice."),
        ("nl", "Bronnen binnen het kabinet zeggen dat het akkoord al maanden klaarligt."),
        ("nl", "Elke ochtend fietst hij twaalf kilometer naar de enige school van het eiland."),
        ("nl", "Zonder toestemming kapte de boer tien eiken langs de vaart, meldt de gemeente."),
        ("nl", "Betalen kan volgens de wethouder alleen nog via de app van het zwembad."),
        ("nl", "De sportclub stuurde een nieuwsbrief met excuses naar alle leden."),
        ("nl", "Op de foto staat een onbekende man."),
        ("nl", "Mail naar de minister bleef volgens de raad drie maanden ongeopend."),
    ],
)
def test_a_sentence_with_words_of_a_site_s_notes_is_the_article_s(language, sentence):
    body = COUNCIL[language]
    rows = (body[:40], "", body, "", sentence, "", f"{body} {body}")
    assert hidden(*rows, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            "De gemeenteraad kondigde gisteren drie maatregelen aan. De klachten liepen\n"
            "elke ochtend verder op en de raad wilde niet langer wachten, want ook\n"
            "op de foto staat een onbekende man die volgens buren de sleutel had van\n"
            "alles over de vaart, de brug en het oude gemaal, zei een agente van de\n"
            "politie.",
        ),
        (
            "fr",
            "Le conseil municipal a annoncé hier trois mesures et le maire a répété\n"
            "sur le même sujet ce qu'il avait dit en mars aux pêcheurs, qui veulent\n"
            "faire un don à l'hôpital sans passer par la caisse de la ville et de la\n"
            "région.",
        ),
        (
            "en",
            "The council announced three measures yesterday, and nobody wanted to\n"
            "sign up for the night shift at the harbour, where the crews had already\n"
            "read more about the closure on the gate than in the minister's own\n"
            "newsletter.",
        ),
    ],
)
def test_a_line_in_mid_sentence_opens_no_prompt(language, text):
    body = {
        **COUNCIL,
        "en": "The mayor said that the bridge was safe and would be open again soon.",
    }
    rows = (body[language][:40], "", *text.split("\n"), "", body[language])
    assert hidden(*rows, language=language) == []


DISPATCH = (
    "Havenmeester laat brug sluiten",
    "LOHE (ANP) - De havenmeester van Lohe laat de oude brug over de vaart maandag sluiten.",
    "Vissers zijn boos over het besluit van de havenmeester, want de brug is hun enige weg.",
    "De gemeente zegt dat de brug pas na de zomer weer open kan voor het verkeer.",
    "Meer uit Binnenland",
)


def test_a_paragraph_with_a_dateline_behind_links_is_another_article():
    other = (
        "DELFT (ANP) - Onderzoekers hebben ontdekt waarom sommige wormen in het donker licht geven."
    )
    assert other in hidden(*DISPATCH, other, language="nl")


def test_a_long_sentence_above_others_is_no_headline():
    first = (
        "More than forty anglers were left on the pier at Loma on Sunday night after the last boat "
        "to the mainland was called off."
    )
    found = read(
        first,
        "Tired anglers were hoping for news of another boat and a dry place to sleep in the harbour.",
        "The harbour office said the next boat would leave at noon once the wind had dropped.",
        language="en",
    )
    assert found[first].kind == "body"


@pytest.mark.parametrize(
    ("language", "button"),
    [("it", "COMMENTA E CONDIVIDI"), ("es", "Comenta y comparte"), ("pt", "Comente e partilhe")],
)
def test_a_button_to_comment_and_share_is_no_byline(language, button):
    assert button in hidden(button, FIRST, SECOND, language=language)


@pytest.mark.parametrize("signature", ["— Bernama", "–Antara", " –CGazette", "”— Bernama"])
def test_a_sentence_ends_behind_the_agency_that_signs_it(signature):
    last = f"Pemeriksaan jembatan oleh tim ahli dijadwalkan mulai hari Senin.{signature}"
    link = "Warung Kopi di Seberang Kantor Pos Dibuka Kembali"
    assert hidden(*page(), "", "Baca juga:", link, "", last) == ["Baca juga:", link]


def test_a_name_between_pictures_is_no_author_where_the_text_tells_of_its_bearer():
    rows = (
        "Pelatih Bantah Jual Kapten",
        "Iklan",
        "Hendra Wiguna",
        "",
        "Pelatih Garuda Kota, Hendra Wiguna, membantah kabar bahwa kapten timnya akan dijual.",
        "",
        "Menurut Hendra, kapten itu bahkan baru saja membeli rumah di dekat stadion.",
    )
    found = read(*rows)
    assert found["Hendra Wiguna"].kind == "caption"
    signed = read(rows[0], *rows[2:3], "", FIRST, "", SECOND)
    assert signed["Hendra Wiguna"].kind == "byline"


def test_a_teaser_said_twice_below_a_sections_name_is_no_title():
    teaser = "Harga telur di pasar induk diperkirakan turun sebelum bulan puasa."
    rows = ("Headline", teaser, teaser, FIRST, SECOND, THIRD)
    assert hidden(*rows) == ["Headline", teaser]
    assert not any(line.kind == "title" for line in read(*rows).values())


@pytest.mark.parametrize("owner", ["Istimewa", "kabarkota.com/Istimewa", "SHUTTERSTOCK"])
@pytest.mark.parametrize("caption", ["Ilustrasi Jembatan", "ilustrasi jembatan. Jembatan lama."])
def test_a_caption_below_its_owner_is_hidden_and_a_paragraph_is_not(owner, caption):
    head = ("Wali Kota Bantah Jembatan Retak", "Oleh Sari Dewi", "")
    found = hidden(*head, owner, caption, "", FIRST, "", SECOND, "", THIRD)
    assert found == [owner, caption]
    assert hidden(*head, owner, "", FIRST, "", SECOND, "", THIRD) == [owner]


def test_a_first_sentence_behind_a_town_and_a_colon_is_no_headline():
    first = "KLANG: Majlis perbandaran menafikan jambatan lama di hilir sungai itu akan dirobohkan."
    second = "Datuk bandar berkata, jambatan itu akan dicat semula sebelum musim tengkujuh bermula."
    assert read(first, second, language="ms")[first].kind == "body"


def test_a_source_with_its_date_stays_a_source():
    assert "Sumber: kabarkota.com (13/4/2025)" in hidden(*page("Sumber: kabarkota.com (13/4/2025)"))


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("id", "Sudah memiliki akun? Masuk lewat surel"),
        ("id", "Kirim ulang email"),
        ("id", "URL berhasil dicopy"),
        ("id", "facebook icon twitter icon whatsapp icon copy"),
        ("id", "Bacaan Lainnya"),
        ("id", "Kumpulan Berita DPRD Solo"),
        ("en", "Advertisement 2"),
        ("en", "Article content"),
        ("en", "205 total views today"),
        ("en", "From just £2 a month you keep this paper afloat"),
        ("en", "We respect your privacy."),
        ("en", "Short URL:"),
        ("de", "Das könnte dir auch gefallen"),
        ("de", "Weiter lesen…"),
        ("de", "Veröffentlicht unter Hafen | Schreib einen Kommentar"),
        ("de", "Um kommentieren zu können, müssen Sie angemeldet sein."),
        ("de", "Gefällt dir, was wir tun? Jeder Euro hilft dem Hafenblatt."),
        ("fr", "Toutes nos offres"),
        ("fr", "Connexion abonné"),
        ("it", "29 secondi di lettura"),
        ("nl", "Geplaatst in Haven"),
        ("pt", "Com informações do Correio do Porto."),
        ("pt", "Publicado em • Atualizado em"),
        ("id", "HARUS BACA :  Kapal Baru Merapat di Dermaga"),
        ("id", "Berbagi artikel ini"),
        ("ko", "기사 주소가 복사되었습니다"),
        ("ko", "한빛뉴스는 여러분의 제보를 기다립니다. 언제든 연락 주시기 바랍니다."),
        ("ja", "【連載】東浜の橋をめぐる会見"),
        ("tr", "ÖNERİLEN HABERLER"),
        ("de", "Mehr aus der Kategorie Hafen"),
        ("de", "3 Monate für 5 Euro"),
        ("de", "Unter Umständen sammelt Hafenfilm personenbezogene Daten für eigene Zwecke."),
        ("de", "Passwort vergessen?"),
        ("fr", "Les + Populaires"),
        ("fr", "À partir de 2€ par mois"),
        ("fr", "Vous pouvez vous connecter à votre compte"),
        ("fr", "Désinscription à tout moment"),
        ("es", "Todas las noticias de Puerto Cobre"),
        ("es", "¿Aún no eres suscriptor? Elige tu plan"),
        ("es", "Acepto los términos y condiciones"),
        ("it", "Altre notizie da Porto Alto"),
        ("it", "2' di lettura"),
        ("it", "Ho letto e accetto l'informativa sulla privacy"),
        ("nl", "Meer nieuws uit Havendam"),
        ("nl", "Voor deze embed moeten cookies worden geaccepteerd"),
        ("nl", "Eerste maand gratis"),
        ("pt", "Os comentários são de responsabilidade de quem os escreve"),
        ("pt", "Siga o Jornal do Porto no Instagram"),
        ("pt", "Tem uma sugestão de reportagem?"),
        ("de", "Schließen Sie jetzt den Probemonat ab, um den Artikel über den Hafen zu lesen."),
        ("fr", "La Truite ne vit que par ses lecteurs, c’est la garantie de son indépendance."),
        ("uk", "Немає коментарів. Ваш буде першим!"),
        ("pl", "Najnowsze wiadomości z Mierzejowa"),
        ("vi", "Mời bạn đọc xem thêm"),
        ("es", "Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
    ],
)
def test_prompts_of_sites_are_hidden(language, prompt):
    assert hidden("A bridge is painted", prompt, FIRST, SECOND, language=language) == [prompt]


@pytest.mark.parametrize(
    "weather",
    [
        "• 6.4°",
        "-3° Leichter Schnee",
        "Nordbucht • 12°",
        "• 7 °C",
        "• Nordbucht 9 °C",
        "• Gold 2210.4",
    ],
)
def test_what_the_weather_and_gold_are_says_nothing_of_the_article(weather):
    assert hidden("Ein Kran wird gestrichen", weather, FIRST, SECOND, language="de") == [weather]


def test_a_headline_may_tell_the_degrees():
    headline = "Bis zu 35° am Wochenende: Die Stadt sperrt Brunnen"
    assert headline not in hidden(headline, "Von Jana Ebert", FIRST, SECOND, language="de")


def test_a_few_words_among_others_between_title_and_text_are_hidden():
    scraps = ("Für alle Leser", "Lieblinge")
    rows = ("Reeder streitet alles ab", "3. Mai 2024", *scraps, FIRST, SECOND)
    assert hidden(*rows, language="de") == list(scraps)
    verdict = ("Bewertung", "Falsch", "Es gibt keine Verordnung.")
    rows = ("Reeder streitet alles ab", "3. Mai 2024", *verdict, FIRST, SECOND)
    assert hidden(*rows, language="de") == []


def test_a_comma_set_apart_from_its_month_parts_no_date():
    found = read("Міст відкрито", "19 березня , 2025", FIRST, SECOND, language="uk")
    assert found["19 березня , 2025"].kind == "date"


def test_teasers_below_a_heading_may_have_excerpts_that_break_off():
    teasers = (
        "Furti di galline a Portalba: un uomo fermato",
        "Le guardie di Portalba hanno dato esecuzione ad un ordine di... -",
        "Una guardia sorprende un ladro di mele",
        "Non si fermano i controlli per la prevenzione dei furti di... -",
        "Montebello. Nascondevano miele rubato, coniugi fermati.",
        "La procura, nell'ambito dei controlli svolti dalle guardie...",
    )
    text = "Il presidente ha sporto denuncia per la testa di cavolo trovata davanti al portone."
    found = hidden(
        "Una testa di cavolo al portone", text, "Articoli correlati", *teasers, language="it"
    )
    assert found == ["Articoli correlati", *teasers]


def test_labels_that_lost_their_dates_are_hidden():
    rows = ("Unglück bei Seedorf", "Erstellt: Aktualisiert:", "Von: Jana Ebert", FIRST, SECOND)
    assert hidden(*rows, language="de") == [rows[1]]


def test_words_by_which_a_picture_is_found_are_hidden_with_its_caption():
    rows = (
        "Unglück bei Seedorf",
        "Von Jana Ebert",
        "",
        "Seedorf, Fährunglück, Pontonia",
        "Die Bergung der beiden Fähren hat begonnen. © Jana Ebert",
        "",
        FIRST,
        SECOND,
    )
    assert hidden(*rows, language="de") == [*rows[3:5]]


def test_tags_parted_by_commas_between_title_and_text_are_hidden():
    tags = "Aktuell, Hafen, Brand, Feuerwehr, Amtlicher Bericht"
    rows = ("Reeder streitet alles ab", "3. Mai 2024", tags, FIRST, SECOND)
    assert hidden(*rows, language="de") == [tags]


def test_a_small_picture_and_a_network_s_name_call_the_reader():
    call = "📲 Entre no canal do Jornal do Porto no WhatsApp"
    assert hidden("Ponte fica", call, FIRST, SECOND, language="xx") == [call]


def test_numbers_that_count_sections_are_no_pager():
    rows = hidden("Jembatan retak", "1", FIRST, "", "2", SECOND, "", "3", THIRD)
    assert rows == []
    assert {"1", "2", "3"} <= set(hidden("Jembatan retak", FIRST, "", SECOND, "1", "2", "3"))


def test_a_headline_behind_a_label_in_capitals_is_a_link():
    headline = "OPINI: Apa yang diceritakan jembatan kepada kita"
    assert headline in hidden(*page("", headline, ""))


def test_a_name_of_the_text_in_capitals_before_a_heading_is_no_label():
    heading = "JOKO PRANATA: Kami menunggu perahu sejak pagi buta"
    assert heading not in hidden(*page(f"{FIRST} Joko Pranata menunggu.", "", heading, ""))


def test_a_speaker_s_name_in_capitals_is_no_label():
    names = ("SARI", "JOKO", "DEWI", "TONO")
    said = [f"{name}: Saya tidak ikut memeriksa jembatan" for name in names]
    text = [f"{name.title()} berdiri di bantaran sungai sejak pagi buta." for name in names]
    rows = [row for line in zip(said, text, strict=True) for row in ("", *line)]
    assert not set(said) & set(hidden(*page(*rows)))


def test_words_each_of_which_is_a_button_are_a_row_of_buttons():
    text = "市长说这座桥很安全，下周就会重新开放，居民们却并不相信他的话，要求再检查一次。"
    assert "打印 收藏 微信 106" in hidden(
        "市长否认桥梁开裂", "打印 收藏 微信 106", text, language="zh"
    )


def test_the_size_of_a_file_is_no_heading():
    assert {"JPEG - 172.1 ko", "PDF (2 MB)"} <= set(hidden(*page("JPEG - 172.1 ko", "PDF (2 MB)")))


def test_a_teaser_whose_kicker_and_headline_stand_once_more_is_hidden():
    rows = (
        "Kota Sungai Perahu tambangan kembali ramai",
        "Kota Sungai",
        "Perahu tambangan kembali ramai",
    )
    assert {rows[0], rows[2]} <= set(hidden(*page(*rows)))


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "Print Email Share 12"),
        ("en", "NORDBUCHT24 Share Save Print Tweet"),
        ("zh", "缩小字体 放大字体 收藏 微博 微信 12"),
        ("zh", "新港APP 缩小字体 放大字体 收藏 微博 微信"),
        ("fr", "Facebook Twitter Imprimer"),
    ],
)
def test_buttons_in_a_row_with_blanks_alone_between_them_are_hidden(language, row):
    assert hidden("A bridge is painted", row, FIRST, SECOND, language=language) == [row]


def test_a_headline_with_a_button_s_word_or_two_is_no_row_of_buttons():
    book = cue_book(load("en"))
    assert book.match("print share bridge", prose=False) is None
    assert book.match("print share save bridge opens", prose=False) is None


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("en", "Slideshow ( 12 images )"),
        ("en", "Story Highlights"),
        ("en", "Spotted a typo? Select it and press Ctrl+Enter"),
        ("de", "Teile diesen Beitrag!"),
        ("de", "Sieh dir diesen Beitrag auf Instagram an"),
        ("de", "Ein Beitrag geteilt von Nora Beck (@norabeck) am"),
        ("de", "[Werbung]"),
        ("fr", "Envoyer cet article par e-mail"),
        ("fr", "JPEG - 98.4 ko"),
        ("fr", "Une publication partagée par Lou Martel (@loumartel)"),
        ("es", "Normas de uso y aviso legal"),
        ("es", "Los comentarios aquí publicados son de sus autores"),
        ("ja", "［有料会員限定］ この記事は会員限定です。"),
        ("zh", "更多猛料！欢迎扫描左方二维码关注新港新闻官方微信"),
        ("da", "Artiklen fortsætter efter annoncen"),
        ("sv", "Artikeln fortsätter efter annonsen"),
        ("no", "Saken fortsetter under annonsen"),
        ("fi", "Juttu jatkuu mainoksen jälkeen"),
        ("lv", "Kļūda rakstā?"),
        ("lt", "Taip pat skaitykite: Uostas vėl atidarytas"),
        ("et", "Loe ka: Sadam avati taas"),
    ],
)
def test_buttons_and_prompts_of_many_sites_are_hidden(language, prompt):
    assert hidden("A bridge is painted", prompt, FIRST, SECOND, language=language) == [prompt]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Comments posted on the harbour's page called the crane a danger to all who pass it.",
        ),
        (
            "en",
            "A video posted by the harbour office shows the crane as it sways over the old bridge.",
        ),
        (
            "de",
            "Ein Video, das der Hafen geteilt hat, zeigt den Kran, wie er über der Brücke schwankt.",
        ),
        ("de", "Sie können sich jederzeit im Rathaus melden, wenn Ihnen am Kran etwas auffällt."),
        (
            "fr",
            "Une vidéo partagée par un habitant montre la grue qui se balance au-dessus du pont.",
        ),
        ("fr", "Les commentaires publiés sous la photo de la grue parlent d'un danger pour tous."),
        (
            "es",
            "Los comentarios de los usuarios sobre la grúa hablan de un peligro para todo el puerto.",
        ),
        (
            "es",
            "Queda prohibida la entrada al puerto mientras la grúa siga encima del puente viejo.",
        ),
        ("zh", "未经授权进入港口的车辆将被拖走，市政府在周三的公告中说。"),
        ("zh", "500人参与了老桥的清理工作，港务局负责人在周三表示感谢。"),
        ("ko", "댓글은 300개를 넘었고 항만 사무소는 수요일에 사과했다고 밝혔다."),
        ("ja", "コメント欄は港のクレーンを心配する声であふれていると市は説明した。"),
    ],
)
def test_a_sentence_that_opens_nearly_as_a_prompt_does_is_left(language, sentence):
    assert hidden("A bridge is painted", FIRST, sentence, SECOND, language=language) == []


def test_a_mark_or_a_price_alone_is_no_pager():
    assert not {"1,7", "12.50"} & set(
        hidden(*page("Tiang utara", "1,7", "Tiang selatan", "12.50", ""))
    )
    assert "1 2 3" in hidden(*page("1 2 3"))


def test_buttons_of_several_words_in_a_row_are_hidden():
    row = "In Pocket speichern vorlesen Drucken Kommentare lesen 28 Beiträge"
    text = (
        "Der alte Kran bleibt stehen, sagte die Hafenbehörde am Montag in einer Mitteilung.",
        "Die Arbeiter am Hafen bezweifeln, was die Behörde über den Kran gesagt hat, und warten.",
    )
    found = hidden("Kran bleibt", "Weiterempfehlen Drucken", row, "", *text, language="de")
    assert {row, "Weiterempfehlen Drucken"} <= set(found)


def test_an_address_below_a_sentence_that_announces_it_is_the_article_s():
    told = "Warga dapat mengirim keterangan tentang jembatan itu ke alamat surat dinas berikut:"
    assert "jembatan@dinas.example" not in hidden(*page(told, "", "jembatan@dinas.example"))


def test_the_day_of_the_visit_above_the_title_is_no_date_of_the_article():
    title, day = "Wali Kota Bantah Jembatan Retak", "Minggu, 19 Mei 2024"
    told = FIRST[:-1] + ", Jumat (10/2/2023)."
    assert day in hidden(day, "", title, "", told, "", SECOND, "", THIRD)
    assert day in hidden(day, "", title, "", FIRST, "", SECOND, "", THIRD, "", "Kurs", day)
    labelled = "Diterbitkan: 3 Mei 2023 10:00"
    assert day in hidden(day, "", title, "", FIRST, "", SECOND, "", THIRD, "", labelled)
    assert day not in hidden(day, "", title, "", FIRST, "", SECOND, "", THIRD)


def test_lines_cut_at_one_width_with_a_blank_line_after_each_are_one_text():
    cut = (
        "Setelah bertahun-tahun bertengkar dengan pemilik jembatan di seberang, warga",
        "bantaran tidak banyak bersedih atas jembatan yang kini retak itu dan menyebut",
        "Kepala Dinas. Menurut penjaga jembatan dari kantor bantuan bantaran sungai",
        "di kota itu, warga menyanyi lalu pulang ke rumah masing-masing sebelum malam.",
        "Tim ahli yang bermarkas kurang dari satu kilometer dari jembatan itu tampaknya",
        "tidak berbuat apa pun untuk memeriksa jembatan, kata penjaga itu kepada kabar",
        "kota, dan wali kota menolak menjawab pertanyaan wartawan tentang jembatan itu.",
    )
    rows = [line for row in ("Sedikit Air Mata untuk Jembatan", *cut) for line in (row, "")]
    assert hidden(*rows) == []
    assert {line.kind for line in list(read(*rows).values())[1:]} == {"body"}


def test_a_line_right_below_the_mark_of_an_image_is_its_caption():
    text = "Wali kota bercakap kepada wartawan di bantaran sungai. |"
    rows = ("![]() |", text, FIRST, SECOND, THIRD)
    assert text in hidden(*rows)


def test_a_site_s_name_before_the_title_gives_way_to_the_title_alone():
    title = "Wali Kota Bantah Jembatan Retak"
    rows = (f"Logo Kabar Kota - {title}", "", title, "", FIRST, "", SECOND, "", THIRD)
    assert read(*rows)[title].kind == "title"
    assert hidden(*rows) == [rows[0]]


@pytest.mark.parametrize("row", ["Kabar Pelabuhan > Olahraga > Dayung", "· Budaya >"])
def test_a_path_in_the_site_is_hidden_wherever_it_stands(row):
    assert hidden(*page(row)) == [row]
    assert read(*page(row))[row].reason == "a path in the site"


def test_words_with_an_arrow_each_are_a_menu_even_above_the_title():
    menu = "Pelabuhan ▾   Jembatan ▾   Olahraga ▾"
    assert menu in hidden(menu, "", *page())


@pytest.mark.parametrize(
    ("language", "heading", "link"),
    [
        ("fr", "À lire aussi", "Procès des horlogers : « Je n’ai jamais signé »"),
        ("fr", "À lire aussi", "Bretagne. Coup de vent attendu : « Restez chez vous »"),
        ("de", "Lesen Sie auch", "Bäckermeister nach Brand: „Wir fangen von vorne an“"),
        ("ja", "関連記事", "【ファルコンズ】新人左腕が初勝利「夢のよう」"),
        ("zh", "相關新聞", "名廚收店告別 老客人淚喊「捨不得」"),
    ],
)
def test_a_headline_below_related_that_ends_in_marks_is_a_link(language, heading, link):
    rows = ("Wali Kota Bantah", "", FIRST, "", SECOND, "", THIRD, "", heading, link)
    assert hidden(*rows, language=language) == [heading, link]


def test_a_correction_behind_its_day_is_the_article_s():
    note = "10 juin 2024 Corrige l'orthographe du nom de la rivière"
    rows = ("Le pont", "", FIRST, "", SECOND, "", THIRD, "", note, "Articles similaires")
    assert note not in hidden(*rows, language="fr")


@pytest.mark.parametrize(("language", "staff"), [("it", "Redazione"), ("pt", "Da Redação")])
def test_the_newsroom_above_a_day_is_the_byline_and_in_a_menu_is_none(language, staff):
    head = (staff, "Wali Kota Bantah Jembatan Retak")
    lines = read(*head, "13/02/2024 18:41", "", FIRST, "", SECOND, language=language)
    assert not lines[staff].shown
    lines = read(head[1], staff, "13/02/2024 18:41", "", FIRST, "", SECOND, language=language)
    assert lines[staff].kind == "byline"
