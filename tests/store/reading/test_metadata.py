import json
from pathlib import Path

import pytest

from store.model import Metadata
from store.reading.bylines.credit_lines import read_credit_line
from store.reading.bylines.datelines import read_dateline
from store.reading.dates import find_dates
from store.reading.document import read_document
from store.reading.languages import load

ROOT = Path(__file__).resolve().parents[3]
BODY = {
    "id": "Wali kota mengatakan jembatan itu aman dan akan dibuka kembali untuk umum pekan depan.",
    "en": "The mayor said the bridge was safe and would be opened to the public again next week.",
    "de": "Der Bürgermeister sagte, die Brücke sei sicher und werde kommende Woche geöffnet.",
    "fr": "Le maire a déclaré que le pont était sûr et qu’il rouvrirait la semaine prochaine.",
    "ms": "Datuk bandar berkata jambatan itu selamat dan akan dibuka semula kepada orang ramai.",
    "ja": "市長は橋は安全であり、来週にも再び一般の通行を認めると述べた。住民は疑問を示している。",
}
FOLLOWING = {
    "ms": "Penduduk meragui kenyataan itu dan mahu jambatan diperiksa oleh pasukan pakar segera.",
}


def metadata(*rows, language="id", **stated):
    return read_document("\n".join(rows), Metadata(language=language, **stated)).metadata


# -- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("id", "Kamis, 22 Sep 2022 11:16 WIB", "2022-09-22T11:16+07:00"),
        ("id", "Jum'at, 13 Oktober 2023 | 07:05 WITA", "2023-10-13T07:05+08:00"),
        ("id", "17/10/2023, 20:14 WIB", "2023-10-17T20:14+07:00"),
        ("id", "17 Oktober 2023 20:14", "2023-10-17"),
        ("id", "5/9/2023", "2023-09-05"),
        ("ms", "Selasa, 17 Ogos 2023 08:14 PM MYT", "2023-08-17T20:14+08:00"),
        ("ms", "Mac 3, 2024", "2024-03-03"),
        ("en", "October 17, 2023 8:14 PM EDT", "2023-10-17T20:14-04:00"),
        ("en", "8:14 PM EDT, Tue October 17, 2023", "2023-10-17T20:14-04:00"),
        ("en", "12:05 a.m. GMT, 1 May 2020", "2020-05-01T00:05+00:00"),
        ("en", "2023-10-17T20:14:00+07:00", "2023-10-17T20:14+07:00"),
        ("en", "3 May 2023 10:00 GMT+7", "2023-05-03T10:00+07:00"),
        ("en", "May 3rd, 2021", "2021-05-03"),
        ("en", "10:15 a.m. ET Oct. 29, 2019", "2019-10-29"),
        ("de", "17. Oktober 2023 um 20:14 Uhr MESZ", "2023-10-17T20:14+02:00"),
        ("de", "Di., 17.10.23, 8.05 Uhr", "2023-10-17"),
        ("fr", "1er août 2022 à 7h30 CEST", "2022-08-01T07:30+02:00"),
        ("fr", "17/10/2023 à 20:14", "2023-10-17"),
        ("ja", "2023年10月17日 20時14分", "2023-10-17"),
        ("ko", "2024. 11. 1. 21:34", "2024-11-01"),
        ("ja", "令和5年10月17日（火）午後8時14分", "2023-10-17"),
        ("ja", "２０２３年１０月１７日", "2023-10-17"),
        ("ja", "2023年10月17日 20:14 JST", "2023-10-17T20:14+09:00"),
        ("ja", "2023年10月17日20時14分", "2023-10-17"),
        ("es", "8 de marzo de 2024", "2024-03-08"),
        ("es", "12/04/2024 a las 08:45h.", "2024-04-12"),
        ("es", "03 MAY 2024 - 05:40 CEST", "2024-05-03T05:40+02:00"),
        ("pt", "5 de Junho de 2024, 18:32", "2024-06-05"),
    ],
)
def test_dates_are_read_as_pages_write_them(language, text, iso):
    (found,) = find_dates(text, load(language))
    assert found.iso == iso
    assert text[found.start : found.end].strip() == text[found.start : found.end]


@pytest.mark.parametrize(
    "text", ["Jumat (13 Oktober)", "31/2/2023", "1.2.3.4", "Mei 2023", "telepon 021-12-34-2020"]
)
def test_what_is_no_full_date_is_none(text):
    assert find_dates(text, load("id")) == []


# -- bylines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line", "authors", "editors"),
    [
        ("id", "Oleh Sari Dewi pada 22 Sep 2022, 13:32 WIB", ("Sari Dewi",), ()),
        (
            "id",
            "Penulis: Sari Dewi, Budi Raharjo | Editor: Rina",
            ("Sari Dewi", "Budi Raharjo"),
            ("Rina",),
        ),
        ("id", "Reporter : Sari Dewi Editor : Budi Raharjo", ("Sari Dewi",), ("Budi Raharjo",)),
        ("en", "By Jane Doe, Political Editor", ("Jane Doe",), ()),
        ("en", "By Jane Doe and John Q. Smith in Berlin", ("Jane Doe", "John Q. Smith"), ()),
        ("en", "(Reporting by Jane Doe; Editing by John Roe)", ("Jane Doe",), ("John Roe",)),
        (
            "de",
            "Von Anna Müller und Peter von der Heide",
            ("Anna Müller", "Peter von der Heide"),
            (),
        ),
        ("fr", "Par Jean Dupont avec AFP", ("Jean Dupont",), ()),
        ("ms", "Oleh AHMAD BIN ALI", ("AHMAD BIN ALI",), ()),
        ("id", "Rep: Sari Dewi/ Red: Budi Santoso", ("Sari Dewi",), ("Budi Santoso",)),
        ("en", "By Jane Doe, arts correspondent", ("Jane Doe",), ()),
        ("en", "By state political reporter Jane Doe", ("Jane Doe",), ()),
        ("fr", "Par notre correspondante à Lyon, Jeanne Dupont", ("Jeanne Dupont",), ()),
    ],
)
def test_labels_tell_authors_from_editors(language, line, authors, editors):
    credit = read_credit_line(line, load(language))
    assert (credit.authors, credit.editors) == (authors, editors)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By the time he left, the city was burning"),
        ("en", "The war began on 24 February 2022"),
        ("de", "Von Berlin nach Kiew"),
        ("fr", "Par ailleurs, le ministre a nié"),
        ("id", "Oleh karena itu, wali kota menolak"),
    ],
)
def test_a_sentence_is_no_byline(language, line):
    assert read_credit_line(line, load(language)) is None


# -- datelines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "opening", "place", "outlet", "wire"),
    [
        ("id", "Kabarkota.com, Bandung - ", "Bandung", "Kabarkota.com", None),
        ("id", "Bandung | KABAR.co – ", "Bandung", "KABAR.co", None),
        ("id", "KOTA BARU, kNews.id – ", "KOTA BARU", "kNews.id", None),
        ("id", "Bandung: ", "Bandung", None, None),
        ("id", "KABAR.com - ", None, "KABAR.com", None),
        ("en", "LONDON, Oct 5 (Reuters) - ", "LONDON", None, "Reuters"),
        ("en", "LUSAKA Aug 27 (Reuters) - ", "LUSAKA", None, "Reuters"),
        ("en", "WASHINGTON (AP) — ", "WASHINGTON", None, "AP"),
        ("en", "MOSCOW, October 17. /TASS/. ", "MOSCOW", None, "TASS"),
        ("de", "Kiel/Bonn (dpa) - ", "Kiel/Bonn", None, "dpa"),
        ("fr", "Paris, 12 oct 2023 (AFP) - ", "Paris", None, "AFP"),
        ("de", "Mainz (epd). ", "Mainz", None, "epd"),
        ("en", "Pune, Jul 2 (PTI) ", "Pune", None, "PTI"),
        ("ms", "KUALA LUMPUR 11 Mac - ", "KUALA LUMPUR", None, None),
        ("id", "Bolakita, Surabaya - ", "Surabaya", "Bolakita", None),
        ("ja", "【北京共同】", "北京", None, "Kyodo"),
        ("ja", "［パリ　１２日　ロイター］ - ", "パリ", None, "Reuters"),
    ],
)
def test_datelines_give_place_outlet_and_agency(language, opening, place, outlet, wire):
    line = opening + BODY[language]
    found = read_dateline(line, load(language), first=True)
    assert (found.place, found.outlet, found.wire) == (place, outlet, wire)
    assert line[found.end :].strip() == BODY[language]


def test_a_dash_inside_a_sentence_is_no_dateline():
    language = load("en")
    assert read_dateline("The war – which began – was long.", language, first=True) is None
    assert read_dateline("Moscow – angered by it – left the talks.", language, first=True) is None


# -- pages ---------------------------------------------------------------------------------


def test_an_events_date_is_not_the_publication_date():
    body = BODY["id"].replace("pekan depan", "pada Selasa (12/6/2023)")
    assert metadata("Wali Kota Bantah Jembatan Retak", "", body).published is None


def test_a_page_that_states_nothing_has_nothing():
    found = metadata("Wali Kota Bantah Jembatan Retak", "", BODY["id"])
    assert found == Metadata(title="Wali Kota Bantah Jembatan Retak", language="id")


def test_the_change_is_told_from_the_publication():
    found = metadata(
        "The Bridge Is Safe, Says Mayor",
        "Published 3 May 2023 10:00 GMT",
        "Updated 4 May 2023 11:00 GMT",
        BODY["en"],
        language="en",
    )
    assert found.published == "2023-05-03T10:00+00:00"
    assert found.modified == "2023-05-04T11:00+00:00"


def test_an_editor_alone_is_the_byline_and_beside_an_author_is_not():
    title = "Wali Kota Bantah Jembatan Retak"
    alone = metadata(title, "", BODY["id"], "", "Editor : Budi Raharjo")
    assert (alone.byline, alone.editor) == ("Budi Raharjo", "Budi Raharjo")
    both = metadata(title, "Oleh Sari Dewi", "", BODY["id"], "", "Editor : Budi Raharjo")
    assert (both.byline, both.editor) == ("Sari Dewi", "Budi Raharjo")


def test_a_label_and_its_name_may_stand_on_two_lines():
    found = metadata("Wali Kota Bantah Jembatan Retak", "Oleh", "Sari Dewi", "", BODY["id"])
    assert found.byline == "Sari Dewi"


@pytest.mark.parametrize(
    ("last", "outlet"),
    [
        ("Ikuti media sosial kabarkota.id dan menangkan hadiah", "kabarkota.id"),
        ("© 2024 Kabar Kota. All rights reserved.", "Kabar Kota"),
        ("Kabar Kota © 2024", "Kabar Kota"),
        ("Bagikan", None),
    ],
)
def test_the_outlet_is_found_in_notes_around_the_article(last, outlet):
    assert metadata("Wali Kota Bantah Jembatan Retak", "", BODY["id"], "", last).outlet == outlet


def test_a_sites_name_behind_the_title_is_cut_off():
    found = metadata(
        "Wali Kota Bantah Jembatan Retak | Kabar Kota", "Oleh Sari Dewi", "", BODY["id"]
    )
    assert found.title == "Wali Kota Bantah Jembatan Retak"
    assert found.outlet == "Kabar Kota"


def test_a_dash_of_the_titles_own_stays():
    title = "Kabar Duka - Wali Kota Bantah Jembatan Retak"
    assert metadata(title, "Oleh Sari Dewi", "", BODY["id"]).title == title


@pytest.mark.parametrize(
    ("language", "sentence", "wire"),
    [
        ("id", "Jembatan itu retak, dilansir dari AFP, Kamis (22/9/2022) waktu setempat.", "AFP"),
        ("id", "Seperti dikutip dari laman AP News, jembatan itu retak sejak pekan lalu.", "AP"),
        ("id", "Wali kota mengatakan kepada Reuters bahwa jembatan itu tidak pernah retak.", None),
        (
            "ms",
            "Menurut laporan agensi berita Bernama, jambatan itu retak sejak minggu lalu.",
            "Bernama",
        ),
        ("en", "The mayor told AFP that the bridge had never been in danger of collapsing.", None),
    ],
)
def test_the_wire_is_who_is_relayed_not_who_is_spoken_to(language, sentence, wire):
    found = metadata(
        "Judul Berita Jembatan Retak Itu", "", sentence, "", BODY["id"], language=language
    )
    assert found.wire == wire


def test_what_the_source_states_wins():
    found = metadata(
        "Wali Kota Bantah Jembatan Retak",
        "Oleh Sari Dewi",
        "",
        BODY["id"],
        byline="Rina",
        outlet="Kabar",
        url="https://kabar.example/1",
    )
    assert (found.byline, found.outlet, found.url) == ("Rina", "Kabar", "https://kabar.example/1")


def test_the_seeds_have_the_metadata_of_their_gold_nulls_included():
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        gold = json.loads((ROOT / f"tests/gold/{path.stem}.gold.json").read_text("utf-8"))
        found = read_document(path.read_text("utf-8")).metadata
        assert found.title == gold["title"]
        assert found.byline == gold["byline"]
        assert found.outlet == gold["outlet"]
        assert found.dateline == gold["dateline"]
        assert (found.published or "")[:10] == (gold["date"] or "")
        assert found.language == "id"


# -- what stands around the article --------------------------------------------------------


def test_the_name_above_the_title_is_the_outlet_where_the_page_s_notes_repeat_it():
    rows = ("PESISIR LAUT", "Jembatan Retak", "Oleh Sari Dewi", "", BODY["id"], "")
    assert metadata(*rows).outlet is None
    assert metadata(*rows, "Ikuti kami di saluran WhatsApp Pesisir Laut").outlet == "PESISIR LAUT"


def test_a_name_in_the_dateline_that_stands_alone_above_is_the_outlet_and_no_author():
    rows = ("Wali Kota Bantah Jembatan Lawe Retak", "NUSA KINI", "Kamis, 29 Desember 2022", "")
    found = metadata(*rows, f"SEOUL, NUSA KINI - {BODY['id']}")
    assert (found.byline, found.outlet, found.dateline) == (None, "NUSA KINI", "SEOUL")


def test_a_state_in_an_agency_s_dateline_is_no_outlet():
    row = f"CARVER FALLS, Ohio (AP) — {BODY['en']}"
    found = metadata(
        "Bridge open", "Carver Falls, Ohio, on Thursday. (AP Photo/L. M)", row, language="en"
    )
    assert (found.outlet, found.wire) == (None, "AP")


def test_a_role_behind_a_name_is_no_part_of_it():
    rows = ("Bridge open", "Harriet Hollis Environment correspondent", "Fri 26 Aug 2022", "")
    assert metadata(*rows, BODY["en"], language="en").byline == "Harriet Hollis"


def test_an_agency_beside_the_author_is_the_wire():
    found = metadata("Pont fermé", "Camille Roux avec AFP", "", BODY["fr"], language="fr")
    assert (found.byline, found.wire) == ("Camille Roux", "AFP")


def test_an_agency_s_desk_does_not_hide_the_agency():
    found = metadata("Brücke zu", "Mölln (dpa/lno) - " + BODY["de"], language="de")
    assert (found.dateline, found.wire) == ("Mölln", "dpa")


def test_the_name_of_an_outlet_below_the_author_is_no_author():
    found = metadata(
        "Mayor denies cracks", "Jane Doe", "The Northern Ledger", BODY["en"], language="en"
    )
    assert (found.byline, found.outlet) == ("Jane Doe", "The Northern Ledger")


def test_the_last_name_above_the_editorial_team_is_the_editor_s():
    found = metadata("Wali Kota Bantah", "Sari Dewi, Budi Santoso", "Tim Redaksi", BODY["id"])
    assert (found.byline, found.editor) == ("Sari Dewi", "Budi Santoso")


def test_the_agency_of_a_source_note_is_the_wire():
    rows = ("Bürgermeister bestreitet Risse", "Von Anna Müller", BODY["de"], BODY["de"] + " Ja.")
    assert metadata(*rows, "Quelle: seite.de, kse/AFP", language="de").wire == "AFP"
    assert metadata(*rows, "Mit Informationen von dpa", language="de").wire is None


def test_a_town_alone_with_its_stop_is_the_dateline():
    found = metadata(
        "Streit um Freibad", "Von Anna Müller", f"Wiesental. {BODY['de']}", language="de"
    )
    assert found.dateline == "Wiesental"


def test_a_name_in_the_page_s_notes_on_itself_is_the_outlet_s():
    follow = "Ikuti saluran WhatsApp Siaran Awal untuk berita semasa"
    found = metadata("Menteri nafi", "Siaran Awal", BODY["ms"], follow, language="ms")
    assert found.byline is None


def test_a_label_before_a_colon_is_no_dateline():
    row = "Klaim: Jembatan itu akan runtuh pekan ini menurut pesan berantai yang beredar."
    assert metadata("Jembatan", row, "Isi klaim itu salah. " + BODY["id"]).dateline is None


def test_a_name_below_a_label_is_found_behind_a_button():
    rows = ("Jembatan Retak", "Oleh Sari Dewi", "Editor", "Tampilkan lebih banyak", "Rian Putra")
    assert metadata(*rows, "", BODY["id"]).editor == "Rian Putra"


# -- outlets that pages state in their own ways ----------------------------------------------

SIGNED = ("The Mayor Denies the Bridge Is Cracked", "By Jane Doe", "5 May 2023", "", BODY["en"], "")
CHINESE = (
    "市长否认大桥出现裂缝",
    "",
    "市长表示，大桥是安全的，下周将重新向公众开放。居民对此表示怀疑，要求公布检查结果。",
)


@pytest.mark.parametrize(
    ("language", "rows", "outlet"),
    [
        ("en", ("Bay News - back to home", *SIGNED), "Bay News"),
        ("en", (*SIGNED, "Download the Bay News app"), "Bay News"),
        ("en", (*SIGNED, "Source: Bay Courier and news agencies"), "Bay Courier"),
        ("en", (*SIGNED, "Source: witnesses and news agencies"), None),
        ("en", (*SIGNED, "Download the WhatsApp app"), None),
        ("en", (*SIGNED, "Download the Bridge app"), None),
        ("en", ("LAGTV", "Politics", *SIGNED), "LAGTV"),
        ("en", ("POLITICS", "Europe", *SIGNED), None),
        ("zh", ("2024 07/09 19:42:16", "来源：海湾新闻网", *CHINESE), "海湾新闻网"),
        ("zh", ("来源：路透社", *CHINESE), None),
        ("zh", ("来源：综合", *CHINESE), None),
    ],
)
def test_a_page_s_own_prompts_and_source_line_name_the_outlet(language, rows, outlet):
    assert metadata(*rows, language=language).outlet == outlet


def test_a_korean_copyright_note_names_the_outlet():
    body = "시장은 다리가 안전하며 다음 주에 다시 개통될 것이라고 밝혔다. 주민들은 의문을 제기했다."
    rows = ("시장, 다리 균열 의혹 부인", "", body, "")
    note = "Copyright ⓒ 해변일보. 무단 전재 및 재배포 금지"
    assert metadata(*rows, note, language="ko").outlet == "해변일보"
    assert metadata(*rows, "무단 전재 및 재배포 금지", language="ko").outlet is None


def test_a_publishing_house_s_word_is_no_part_of_the_paper_s_name():
    note = "© El Faro Ediciones, SLU. Todos los derechos reservados."
    body = "El alcalde dijo que el puente era seguro y que se abriría de nuevo la semana próxima."
    assert metadata("El alcalde niega", "", body, "", note, language="es").outlet == "El Faro"


def test_a_name_between_buttons_and_byline_is_the_outlet_where_a_credit_has_it_too():
    picture = "Le pont, jeudi, devant la mairie. | NORD-LITTORAL"
    rows = ("Le maire nie les fissures du pont", picture, "Voir en plein écran", "Nord-Littoral")
    rest = ("Anne Le Goff", "Publié le 08/02/2024 à 16h12", "", BODY["fr"], "", BODY["fr"][3:])
    found = metadata(*rows, *rest, language="fr")
    assert (found.outlet, found.byline) == ("Nord-Littoral", "Anne Le Goff")
    without = metadata(rows[0], *rows[2:], *rest, language="fr")
    assert without.outlet is None


def test_a_name_with_a_number_behind_a_label_is_no_author_but_the_outlet():
    credit = read_credit_line("Par : CANAL 24", load("fr"))
    assert credit is not None
    assert (credit.outlet, credit.authors) == ("CANAL 24", ())
    assert read_credit_line("Par : Anne Le Goff", load("fr")).authors == ("Anne Le Goff",)


def test_an_acronym_and_a_country_is_a_broadcaster_s_edition_and_no_author():
    title = "Wali Kota Bantah Jembatan Retak"
    found = metadata(title, "08/04/2024", "BNC Indonesia", "", BODY["id"])
    assert (found.byline, found.outlet) == (None, "BNC Indonesia")
    menu = ("BNC Indonesia", "TRENDING", title, "Oleh Indah Sari", "08/04/2024", "", BODY["id"])
    assert metadata(*menu).outlet == "BNC Indonesia"
    assert metadata(title, "BNC Indonesia", *menu[4:]).outlet == "BNC Indonesia"
    assert metadata("NASIONAL", *menu[1:]).outlet is None
    assert metadata(title, "08/04/2024", "Indah Sari", "", BODY["id"]).byline == "Indah Sari"


def test_a_role_before_an_outlet_is_no_part_of_its_name():
    credit = read_credit_line("Peranan, Kabar News Indonesia", load("id"))
    assert credit is not None
    assert credit.outlet == "Kabar News Indonesia"


def test_a_town_behind_the_authors_leaves_the_line_a_byline():
    credit = read_credit_line("Por Ana Prado e Rui Sá Lima — Porto", load("pt"))
    assert credit is not None
    assert credit.authors == ("Ana Prado", "Rui Sá Lima")


def test_who_helped_is_named_below_and_who_wrote_above():
    title = "Wali Kota Bantah Jembatan Retak"
    dated = "Kamis, 14 Maret 2024 | 15:47 WIB"
    below = ("", BODY["id"], "", "Kontributor : Rina Sari")
    assert metadata(title, "Budi Utama", dated, *below).byline == "Budi Utama"
    assert metadata(title, dated, *below).byline == "Rina Sari"


def test_who_edits_and_reports_is_the_author():
    rows = ("Wali Kota Bantah Jembatan Retak", "", BODY["id"], "")
    assert metadata(*rows, "Redaktur & Reporter : Rina Sari").byline == "Rina Sari"


def test_a_japanese_paper_s_names_in_lenticular_brackets_sign_the_last_paragraph():
    last = "　次の説明会は6月18日。市の担当者が住民の質問に答える予定だ。【山田花子、佐藤一郎】"
    rows = ("市長、橋の亀裂を否定", "", BODY["ja"], "", last)
    document = read_document("\n".join(rows), Metadata(language="ja"))
    assert document.metadata.byline == "山田花子、佐藤一郎"
    assert document.lines[-1].shown


def test_a_day_behind_its_year_is_a_date_only_with_an_hour():
    line = "2024 07/09 19:42:16"
    assert [date.iso for date in find_dates(line, load("zh"))] == ["2024-07-09"]
    assert find_dates("2024 07/09", load("zh")) == []


@pytest.mark.parametrize(
    ("language", "line", "place", "outlet"),
    [
        ("id", "kabar.co – Jakarta, Tersangka mengaku tidak tahu.", "Jakarta", "kabar.co"),
        ("id", "kabar.co – Tersangka, Rina, mengaku tidak tahu.", None, "kabar.co"),
        ("es", "Villanueva, Sonora.- El alcalde negó el fallo.", "Villanueva", None),
        ("ru", "Ростов. 12 мая. VESTI.RU - Обвиняемые не признали вину.", "Ростов", "VESTI.RU"),
        ("en", "WESTHAVEN (Tidewater) - The trust rejected the claim.", "WESTHAVEN", None),
        ("id", "KABAR.COM - SURABAYA - Penyanyi itu buka suara.", "SURABAYA", "KABAR.COM"),
        ("id", "Mitrakabar.com – Tulang Bawang – Rina melapor.", "Tulang Bawang", "Mitrakabar.com"),
        ("id", "KotaNews (Jakarta) - Polisi menahan pelaku.", "Jakarta", "KotaNews"),
        ("id", "Bandung, Kabar.com,- Polisi menahan pelaku.", "Bandung", "Kabar.com"),
        ("en", "DUNMORE, Utah, May 5, 2017 (Hill Daily) — The boy ran.", "DUNMORE", "Hill Daily"),
        ("id", "Mataram (Kota Dalam) – Dinas pastikan pupuk tidak habis.", "Mataram", None),
        ("id", "KABAR.ID, TANJUNGPURA- Elpiji kosong di pangkalan.", "TANJUNGPURA", "KABAR.ID"),
    ],
)
def test_datelines_of_other_forms(language, line, place, outlet):
    found = read_dateline(line, load(language), first=True)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)


def test_a_rank_before_a_name_is_no_place():
    body = "Town Police Supt. Jane Doe says the bridge is safe. The Town Police Supt. was there."
    assert metadata("Mayor denies crack in bridge", "", body, language="en").dateline is None


@pytest.mark.parametrize(
    ("language", "line", "names", "wire"),
    [
        ("pt", "Ana Souza Ana Souza -", ("Ana Souza",), None),
        ("fr", "La Rédaction avec Reuters , modifié à", (), "Reuters"),
        ("en", "JANE DOE, Staff Reporter", ("JANE DOE",), None),
        ("en", "By The Associated Press", (), "AP"),
    ],
)
def test_bylines_that_lost_or_doubled_something(language, line, names, wire):
    credit = read_credit_line(line, load(language))
    assert credit is not None
    assert (credit.names, credit.wire, credit.outlet) == (names, wire, None)


@pytest.mark.parametrize(
    ("line", "place"),
    [("【青葉】北浦県青葉市の水族館で、", "青葉"), ("【速報】北浦県青葉市の水族館で、", None)],
)
def test_a_town_in_brackets_is_a_dateline_where_the_text_goes_on_with_it(line, place):
    found = read_dateline(line, load("ja"), first=True)
    assert (found.place if found else None) == place


def test_a_label_whose_name_is_lost_hides_no_date():
    credit = read_credit_line("14 SET 2011 • POR • 13h10", load("pt"))
    assert credit is not None
    assert (credit.published, credit.authors) == ("2011-09-14", ())


def test_minutes_behind_a_date_are_no_outlet():
    credit = read_credit_line("05.09.2018 15:58 Uhr 16 Sekunden", load("de"))
    assert credit is not None
    assert credit.outlet is None


def test_the_name_in_capitals_behind_the_last_paragraph_is_the_outlet():
    title = "Datuk Bandar Nafi Jambatan Retak"
    assert metadata(title, "", f"{BODY['ms']} – SUARA ONLINE", language="ms").outlet == (
        "SUARA ONLINE"
    )
    assert metadata(title, "", f"{BODY['ms']} – ALI ABU", language="ms").outlet is None


def test_who_owns_the_picture_and_opens_the_text_is_the_outlet():
    caption = "Cabai di pasar. (Agrikita/Rina Sari)"
    found = metadata("Heboh Cabai Diwarnai", "", caption, "", f"Agrikita - {BODY['id']}")
    assert (found.outlet, found.dateline) == ("Agrikita", None)
    assert metadata("Heboh Cabai Diwarnai", "", f"Agrikita - {BODY['id']}").outlet is None


def test_a_section_may_stand_before_the_author_s_label_and_a_date_behind_the_name():
    credit = read_credit_line("Hiburan By: SGMS Faizah June 5, 2019 @ 2:41pm", load("ms"))
    assert credit is not None
    assert (credit.authors, credit.published) == (("SGMS Faizah",), "2019-06-05")


def test_a_role_behind_an_author_s_name_is_no_second_author():
    credit = read_credit_line("Oleh: Sari Dewi, Wartawan Kabar", load("id"))
    assert credit is not None
    assert credit.authors == ("Sari Dewi",)


def test_the_day_of_publication_and_of_change_may_have_a_zone_without_an_offset():
    line = "Published 10:15 a.m. ET Oct. 29, 2019 | Updated 1:12 p.m. ET Oct. 30, 2019"
    credit = read_credit_line(line, load("en"))
    assert credit is not None
    assert (credit.published, credit.modified) == ("2019-10-29", "2019-10-30")


def test_a_date_behind_its_label_is_read_whatever_stands_before_it():
    line = "Semasa Dikemaskini 2 tahun lalu · Diterbitkan pada 3 May 2022 5:49PM"
    credit = read_credit_line(line, load("ms"))
    assert credit is not None
    assert credit.published == "2022-05-03"
    assert read_credit_line(line.replace(" ·", " bahwa"), load("ms")) is None


def test_a_dash_without_blanks_ends_a_dateline_behind_an_outlet_only():
    told = "Wali kota membantah jembatan lama akan dirobohkan."
    found = read_dateline(f"KABARKOTA.ID, DEMAK-{told}", load("id"), first=True)
    assert found is not None
    assert (found.outlet, found.place) == ("KABARKOTA.ID", "DEMAK")
    assert read_dateline(f"DEMAK-{told}", load("id"), first=True) is None


def test_the_day_behind_a_dash_that_closes_the_text_is_the_publication_s():
    last = BODY["ms"] + " – 7 September, 2022"
    title = "Datuk Bandar Nafi Jambatan Lama Retak"
    found = metadata(title, "", FOLLOWING["ms"], "", last, language="ms")
    assert found.published == "2022-09-07"


def test_a_day_and_an_hour_glued_to_the_title_are_no_part_of_it():
    title = "【会見】橋の検査をめぐる市長の会見「来週にも再び一般の通行を認める」《全国知事会2024》"
    found = metadata(f"{title}2024.05.08 18:25 Wed", "", BODY["ja"], language="ja")
    assert (found.title, found.published) == (title, "2024-05-08")
    day = metadata("厳戒 船で島外避難も続く高波(2019年8月2日)", "", BODY["ja"], language="ja")
    assert day.title == "厳戒 船で島外避難も続く高波(2019年8月2日)"


def test_editors_stand_in_for_authors_but_not_those_on_duty():
    assert metadata("Jembatan Retak", "", BODY["id"], "Editor: Sari Dewi").byline == "Sari Dewi"
    text = "市长表示，大桥是安全的，下周将重新向公众开放，居民对此表示怀疑。" * 2
    found = metadata("大桥检修", "", text, "责任编辑：王小明", language="zh")
    assert (found.byline, found.editor) == (None, "王小明")


def test_a_name_said_again_with_a_place_glued_to_it_is_the_same():
    rows = ("Le pont", "Jeanne Lemoine", "JEANNE LEMOINEPortsmouth", "", BODY["fr"])
    assert metadata(*rows, language="fr").byline == "Jeanne Lemoine"


def test_an_address_behind_the_owner_s_name_is_no_part_of_it():
    rows = ("다리 균열", "", "시장은 다리가 안전하다고 거듭 밝혔다. 주민들은 의심한다.")
    found = metadata(*rows, "Copyrights ⓒ 한누리일보 & hannuri.example", language="ko")
    assert found.outlet == "한누리일보"


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("NKR – " + BODY["id"], None, "NKR"),
        ("Bahari News - " + BODY["id"], None, "Bahari News"),
        ("NKR, Muara Lintang - " + BODY["id"], "Muara Lintang", "NKR"),
        ("SOLO – " + BODY["id"], "SOLO", None),
    ],
)
def test_an_acronym_or_a_paper_s_name_before_the_dash_is_the_outlet(line, place, outlet):
    found = metadata("Jembatan Retak", "", line)
    assert (found.dateline, found.outlet) == (place, outlet)


def test_the_outlet_that_owns_a_picture_opens_the_text():
    title = "Wali Kota Bantah Jembatan Retak di Hilir Sungai"
    rows = (title, "", "Jembatan di hilir", "Sumber :", "  • BAHARI/ Dewi Anggun", "")
    found = metadata(*rows, "BAHARI – " + BODY["id"], "", BODY["id"])
    assert (found.outlet, found.dateline) == ("BAHARI", None)


def test_a_noun_with_an_elided_article_before_a_colon_is_no_place():
    text = (
        "L’attacco: il sindaco dice che il ponte è sicuro e che l’attacco dei vicini non lo tocca."
    )
    assert metadata("Il ponte", "", text, language="it").dateline is None


def test_a_shouted_word_of_the_sentence_is_no_place():
    assert metadata("Jembatan", "", "DEPAN. SEBARKAN. " + BODY["id"]).dateline is None


def test_a_note_on_the_source_names_its_agency_in_brackets():
    note = "Hinweis: Diese Meldung ist Teil eines Angebots der nachrichtlichen Agentur (dpa)."
    assert metadata("Die Brücke", "", BODY["de"], "", note, language="de").wire == "dpa"


def test_an_agency_alone_above_the_text_is_no_title():
    text = (
        "Il sindaco ha detto che il ponte è sicuro e che sarà riaperto la prossima settimana.",
        "Gli abitanti dubitano di quello che il sindaco ha detto e chiedono di vedere le carte.",
    )
    found = metadata("(ANSA) –", "", *text, language="it")
    assert (found.title, found.wire) == (None, "ANSA")


def test_a_label_may_stand_before_another_and_an_outlet_before_the_name():
    found = read_credit_line("Pewarta: Reported by Joko Pranata", load("id"))
    assert found is not None
    assert found.authors == ("Joko Pranata",)
    found = read_credit_line("Laporan Wartawan Kabarkota.com Klara Dewi", load("id"))
    assert found is not None
    assert (found.authors, found.outlet) == (("Klara Dewi",), "Kabarkota.com")


def test_a_name_above_its_address_is_the_author_s():
    found = metadata(
        "Nurul Che Mat", "nurul@kabar.example", "KLANG: " + BODY["ms"], FOLLOWING["ms"]
    )
    assert (found.title, found.byline) == (None, "Nurul Che Mat")


@pytest.mark.parametrize("words", ["Pekan Depan", "JEMBATAN YANG RETAK"])
def test_words_that_the_page_has_in_small_letters_are_no_name(words):
    assert metadata("Wali Kota Bantah Jembatan Retak", words, "", BODY["id"]).byline is None


def test_an_outlet_may_stand_in_brackets_behind_the_names():
    found = read_credit_line("Jane Doe and John A. Roe (The Harbour Post)", load("en"))
    assert found is not None
    assert (found.names, found.outlet) == (("Jane Doe", "John A. Roe"), "The Harbour Post")


def test_a_hyphen_without_blanks_ends_a_dateline_behind_an_address():
    found = read_dateline("Sukaratu, kabar.co.id-Dalam semalam, ...", load("id"), first=True)
    assert found is not None
    assert (found.place, found.outlet) == ("Sukaratu", "kabar.co.id")


def test_the_same_day_of_another_calendar_is_part_of_a_date():
    found = read_credit_line("الجمعة 18 مارس 2022 الموافق 15 شعبان 1443", load("ar"))
    assert found is not None
    assert found.published == "2022-03-18"


@pytest.mark.parametrize("line", ["Ranipur, April 13", "Ranipur, 13 April", "Port Mary, Sept. 3"])
def test_a_town_and_a_day_alone_are_a_dateline(line):
    found = metadata("PTI", "", line, "", BODY["en"], language="en")
    assert (found.dateline, found.title) == (line.partition(",")[0], None)


def test_two_words_and_a_number_are_no_dateline():
    text = "Harbour Board Keeps Its Crane"
    assert metadata(text, "Crane, Route 13", "", BODY["en"], language="en").dateline is None


def test_how_long_ago_may_stand_between_the_date_and_who_wrote_it():
    line = "05/10/2025 11:36 ‧ há 17 horas por Rosa Amaral"
    credit = read_credit_line(line, load("pt"))
    assert (credit.published, credit.authors) == ("2025-10-05", ("Rosa Amaral",))


def test_an_agency_may_be_glued_to_the_day():
    credit = read_credit_line("Lusa11 Mar, 2016, 20:03 | Economia", load("pt"))
    assert (credit.published, credit.wire) == ("2016-03-11", "Lusa")


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("SUKARATU, mediakota.co- Kejaksaan memanggil saksi.", "SUKARATU", "mediakota.co"),
        ("SUKA RAYA MEDIA, BATU- Kebakaran terjadi di gudang.", "BATU", "SUKA RAYA MEDIA"),
        ("BAJAWA, TIMUR.BAJAR.CO.ID-Maraknya kabar gempa.", "BAJAWA", "TIMUR.BAJAR.CO.ID"),
        ("KABAR2010 — Serin – Menteri menyatakan hal itu.", "Serin", "KABAR2010"),
    ],
)
def test_a_hyphen_ends_a_dateline_behind_an_outlet_or_a_town_in_capitals(line, place, outlet):
    found = read_dateline(line, load("id"), first=True)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)


def test_a_hyphen_in_a_word_ends_no_dateline():
    assert read_dateline("Jane Doe, Devon-Born Singer of Songs", load("en"), first=True) is None


def test_no_name_stands_below_a_label_in_small_letters_or_with_a_colon():
    rows = ("Wali Kota Bantah Jembatan Retak", "Oleh :", "• Font:", "", BODY["id"])
    assert metadata(*rows).byline is None
    rows = ("Wali Kota Bantah Jembatan Retak", "Red:", "kbc kota", "", BODY["id"])
    assert metadata(*rows).editor is None


def test_a_label_may_be_glued_to_its_date():
    credit = read_credit_line("Date de publication2 Sep 2022 - 09:44", load("fr"))
    assert credit.published == "2022-09-02"


def test_a_dateline_may_end_in_a_dot_or_tell_its_country_before_a_colon():
    assert read_dateline(
        "Seedorf · „Ich habe es gesehen“, sagte sie.", load("de"), first=True
    ).place
    opening = read_dateline(f"SEEDORF (KÜSTENLAND): {BODY['de']}", load("de"), first=True)
    assert (opening.place, opening.outlet) == ("SEEDORF", None)


def test_a_dateline_may_stand_below_the_lead_where_its_town_is_named_again():
    lead = "Der Bürgermeister von Seedorf hat Berichte über Risse in der Brücke zurückgewiesen."
    rows = ("Brücke ist sicher", "", lead, f"Seedorf - {BODY['de']}", "", BODY["de"])
    assert metadata(*rows, language="de").dateline == "Seedorf"
    rows = ("Brücke ist sicher", "", BODY["de"], f"Seedorf - {BODY['de']}", "", BODY["de"])
    assert metadata(*rows, language="de").dateline is None


def test_an_agency_may_be_glued_to_the_town_of_a_dateline():
    line = f"LusaPonta Alta, 03 mai (Lusa) — {BODY['en']}"
    opening = read_dateline(line, load("pt"), first=True)
    assert (opening.place, opening.wire) == ("Ponta Alta", "Lusa")
    assert line[opening.end :] == BODY["en"]


def test_an_american_zone_says_that_the_month_stands_first():
    language = load("en")
    assert find_dates("10/ 5/11 09:19 PM ET", language)[0].iso == "2011-10-05"
    assert find_dates("10/5/11 09:19", language)[0].iso == "2011-05-10"
    assert find_dates("23/5/2011 09:19 PM EDT", language)[0].iso.startswith("2011-05-23")


def test_a_month_may_have_its_name_in_two_calendars():
    assert find_dates("الأربعاء، 28 آب/اغسطس 2013", load("ar"))[0].iso == "2013-08-28"


def test_a_clock_may_have_no_sign_before_its_zone():
    assert find_dates("May 3, 2013 0203 GMT", load("en"))[0].iso == "2013-05-03T02:03+00:00"
    credit = read_credit_line("May 3, 2013 -- Updated 0203 GMT (1003 HKT)", load("en"))
    assert credit is not None
    assert credit.published == "2013-05-03"


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Jane Doe, NKR", ("Jane Doe",), "NKR"),
        ("By Jane Doe, PhD", ("Jane Doe",), None),
        (
            "By Jane A. Doe , John R.S. Roe, Ann-Marie Poe, and Tom Lowe, NKR",
            ("Jane A. Doe", "John R.S. Roe", "Ann-Marie Poe", "Tom Lowe"),
            "NKR",
        ),
    ],
)
def test_an_outlet_in_capitals_may_stand_behind_the_names(line, authors, outlet):
    credit = read_credit_line(line, load("en"))
    assert credit is not None
    assert (credit.authors, credit.outlet) == (authors, outlet)


def test_an_author_s_employer_is_no_second_author():
    line = "Autor: Jan Stein, Nördliche Landesanstalt für Deichbau und Torfwirtschaft"
    credit = read_credit_line(line, load("de"))
    assert credit is not None
    assert credit.authors == ("Jan Stein",)


def test_a_user_s_name_may_stand_behind_a_date():
    credit = read_credit_line("jeudi 27 juin 2019, par jdupont", load("fr"))
    assert credit is not None
    assert (credit.published, credit.authors) == ("2019-06-27", ())


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Story Gallery"), ("de", "Weitere Themen"), ("en", "RELATED VIDEOS")],
)
def test_words_of_prompts_alone_are_no_name(language, line):
    assert read_credit_line(line, load(language)) is None


def test_a_shortened_state_is_no_outlet_for_being_part_of_another_word():
    rows = ("HARBOUR CITY, Ala. -- " + BODY["en"], BODY["en"], "", "More from Alabaster Road")
    assert metadata("Bridge may open", "", *rows, language="en").outlet is None


def test_a_place_and_its_outlet_may_stand_in_small_letters_on_a_line_each():
    rows = ("Jembatan lama dibuka kembali", "", "Saluran Berita", "14 Feb 2023 18:05 WIB")
    found = metadata(*rows, f"Jakarta, Saluran Berita -- {BODY['id']}", language="id")
    assert (found.outlet, found.byline) == ("Saluran Berita", None)


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("de", "Ein Artikel von Anna Stein 06.05.2019", "Anna Stein"),
        ("de", "geschrieben von Anna Stein", "Anna Stein"),
        ("fr", "Un reportage de Jeanne Dupont", "Jeanne Dupont"),
        ("es", "Publicado por Ana Robles | 03/05/2019", "Ana Robles"),
        ("it", "Un articolo di Anna Sasso", "Anna Sasso"),
        ("pt", "Publicado por Ana Rocha", "Ana Rocha"),
        ("nl", "Een verhaal van Anna Steen", "Anna Steen"),
        ("en", "Story and photos by Jane Doe", "Jane Doe"),
        ("en", "Author: Jane Doe (Harbour desk)", "Jane Doe"),
    ],
)
def test_who_wrote_it_is_said_in_many_ways(language, line, author):
    credit = read_credit_line(line, load(language))
    assert credit is not None
    assert credit.authors == (author,)


def test_the_name_below_a_label_may_have_a_role_behind_it_and_may_be_missing():
    title = "Alcalde niega que el puente cierre"
    body = (BODY["en"], BODY["en"])
    named = metadata(title, "", "Publicado por", "Ana Robles Redacción", "", *body, language="es")
    assert named.byline == "Ana Robles"
    rows = ("Mayor opens the old bridge", "", "By:", "Old Harbour bridge crane shed", "", *body)
    unnamed = metadata(*rows, language="en")
    assert unnamed.byline is None


def test_tags_above_the_byline_are_no_standfirst():
    tags = "Bridge, Harbour, Crane, Ferry, Northern news"
    rows = ("Mayor opens the bridge again", "3 May 2020", tags, "by Jane Doe", "")
    document = read_document("\n".join((*rows, BODY["en"], BODY["en"])), Metadata(language="en"))
    assert document.lines[2].kind == "boilerplate"


def test_a_day_in_brackets_may_open_the_text():
    rows = ("Die alte Brücke bleibt noch zu", "", f"(18.01.2018) {BODY['de']}", "", BODY["de"])
    assert metadata(*rows, language="de").published == "2018-01-18"


def test_when_the_page_was_changed_may_be_its_last_line():
    last = "Letzte Aktualisierung: 18.01.2018"
    rows = ("Die alte Brücke bleibt noch zu", "", BODY["de"], BODY["de"], "", "Mehr zum Thema")
    text = "\n".join((*rows, "Warum die Brücke so alt ist", "", last))
    document = read_document(text, Metadata(language="de"))
    assert document.lines[-1].shown
    assert document.metadata.modified == "2018-01-18"


def test_a_place_may_stand_between_a_name_and_the_date():
    credit = read_credit_line("Ana Robles | Vega de Lara | 08/01/2014", load("es"))
    assert credit is not None
    assert (credit.names, credit.place, credit.outlet) == (("Ana Robles",), "Vega de Lara", None)


@pytest.mark.parametrize(
    ("language", "line", "place", "outlet", "wire"),
    [
        ("en", "Ashford, Northland (NKR)The train came out of the dark.", "Ashford", "NKR", None),
        ("en", "Port Mary NKR — The mayor said so.", "Port Mary", "NKR", None),
        ("en", "ASHFORD (AP) _ The mayor said so.", "ASHFORD", None, "AP"),
        ("en", "Ashford (HARBOUR News) - The mayor said so.", "Ashford", "HARBOUR News", None),
        ("id", "SUKARATU _ TITIK TIMUR _ Warga berkata.", "SUKARATU", "TITIK TIMUR", None),
        ("id", "SUKARATU, HARIAN BUMI - Warga berkata.", "SUKARATU", "HARIAN BUMI", None),
        ("en", "ASHFORDTIMES – The mayor said so.", None, "ASHFORDTIMES", None),
        ("de", "Aschfurt (AB/jst). Seit gestern ist die Brücke zu.", "Aschfurt", None, None),
        ("fr", "Valbourg, le 3 mai 2019 – Le maire a dit oui.", "Valbourg", None, None),
        ("ar", "دمشق، سوريا (NKR) -- أكدت جهات أن الجسر آمن", "دمشق", "NKR", None),
        ("ja", "【東灘、青葉共同】市長は橋は安全だと述べた。", "東灘、青葉", None, "Kyodo"),
        ("zh", "新华社江岸/新川10月5日电（记者赵云 李东）市长说", "江岸/新川", None, "Xinhua"),
    ],
)
def test_datelines_of_more_shapes(language, line, place, outlet, wire):
    dateline = read_dateline(line, load(language), first=True)
    assert dateline is not None
    assert (dateline.place, dateline.outlet, dateline.wire) == (place, outlet, wire)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By Jane Doe, NKR — The mayor said so."),
        ("ar", "وقال رئيس الميناء، خلال مؤتمر صحفي اليوم: قد يحمل البحارة رسائل كثيرة إلى المدينة"),
    ],
)
def test_a_byline_or_a_source_before_a_sign_is_no_dateline(language, line):
    assert read_dateline(line, load(language), first=True) is None


def test_a_section_beside_the_date_that_the_text_tells_of_is_no_author():
    rows = ("N. Harbour denies its crane fell", "", "North Harbour 09:31 August 20, 2019", "")
    told = "The mayor of the town said that North Harbour had no plans to sell any of its cranes."
    again = "A spokesman for the board in North Harbour said on Monday that the crane was safe."
    assert metadata(*rows, told, "", again, language="en").byline is None


def test_words_of_the_title_below_it_are_no_author():
    rows = (
        "Harbour Workers Leave City As Crane Law Takes Effect",
        "",
        "Harbour Workers Crane Law",
        "",
    )
    found = metadata(*rows, "By Jane Doe 3 May 2020", "", BODY["en"], BODY["en"], language="en")
    assert found.byline == "Jane Doe"
    assert metadata(*rows, BODY["en"], BODY["en"], language="en").byline is None


def test_the_source_above_the_text_is_the_outlet_not_who_holds_the_rights():
    body = "市长说，这座桥是安全的，下周将重新开放。市民对此表示怀疑，希望专家尽快检查。"
    rows = ("老桥下周重新开放通行", "2019年11月25日 16:04:30", "来源：江岸新闻网", "", body, body)
    assert metadata(*rows, "© 2019 Harbour Media", language="zh").outlet == "江岸新闻网"


def test_whose_all_pictures_are_is_the_outlet_where_a_note_names_it():
    rows = (
        "Mayor opens the old bridge",
        "",
        BODY["en"],
        "",
        "(Credit: Jane Doe/HARB)",
        "",
        BODY["en"],
    )
    assert metadata(*rows, "", "Inside HARB News", language="en").outlet == "HARB"
    assert metadata(*rows, language="en").outlet is None


def test_a_picture_of_the_screen_dates_nothing():
    rows = (
        "Mayor opens the old bridge",
        "",
        "Screen Shot 2011-08-13 at 4.55.35 PM",
        "",
        BODY["en"],
    )
    found = metadata(*rows, BODY["en"], language="en")
    assert (found.published, found.byline) == (None, None)


def test_today_above_the_title_gives_way_to_the_date_below_a_menu():
    menu = ("北朝鮮", "政権", "会談", "観測", "国際・アジア", "中国・台湾", "半島", "北米")
    rows = (
        "2018年6月20日（水）",
        "",
        "港の橋、来週にも通行再開へ",
        "",
        *menu,
        "",
        "2018/6/19 5:50",
        "",
    )
    assert metadata(*rows, BODY["ja"], BODY["ja"], language="ja").published == "2018-06-19"


@pytest.mark.parametrize(
    ("line", "authors", "outlet", "wire"),
    [
        ("By JANE DOE The Associated Press", ("JANE DOE",), None, "AP"),
        ("By Jane Doe and John Roe, Associated Press", ("Jane Doe", "John Roe"), None, "AP"),
        ("By Jane Doe, HARBOUR TODAY", ("Jane Doe",), "HARBOUR TODAY", None),
        ("By Jane Doe NKR Business", ("Jane Doe",), "NKR Business", None),
        ("By Jane Doe for NKR", ("Jane Doe",), "NKR", None),
        ("By Jane Doe For The Daily Harbour", ("Jane Doe",), "The Daily Harbour", None),
        ("By Jane Doe Harbour Staff", ("Jane Doe",), None, None),
        ("By Jane Doe May 3", ("Jane Doe",), None, None),
        ("Posted by Jane Doe at 5:30 PM", ("Jane Doe",), None, None),
        ("By Jane Doe in Port Mary and John Roe in Ashford", ("Jane Doe", "John Roe"), None, None),
        ("ByJane DoePublished May 3, 2013", ("Jane Doe",), None, None),
        ("Author Jane Doe", ("Jane Doe",), None, None),
        ("By Harbour Web Desk", (), None, None),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(line, authors, outlet, wire):
    credit = read_credit_line(line, load("en"))
    assert credit is not None
    assert (credit.authors, credit.outlet, credit.wire) == (authors, outlet, wire)


@pytest.mark.parametrize(
    ("language", "line", "names", "place", "wire"),
    [
        ("en", "Jane Doe in Ashford", ("Jane Doe",), None, None),
        ("en", "Jane Doe, AFP", ("Jane Doe",), None, "AFP"),
        ("en", "AFP, Paris", (), "Paris", "AFP"),
        ("en", "HT Correspondent, Harbour Times, New Delhi", (), "New Delhi", None),
        ("fr", "Jeanne Dupont (à Valbourg)", ("Jeanne Dupont",), None, None),
        ("es", "EFE | Madrid", (), "Madrid", "EFE"),
        ("de", "Prof. Dr. Anna Stein", ("Prof. Dr. Anna Stein",), None, None),
        ("fr", "Gwenn LE BRIX", ("Gwenn LE BRIX",), None, None),
    ],
)
def test_a_byline_without_a_label_says_where_and_for_whom(language, line, names, place, wire):
    credit = read_credit_line(line, load(language))
    assert credit is not None
    assert (credit.names, credit.place, credit.wire) == (names, place, wire)


def test_the_agency_behind_a_labelled_name_is_the_wire():
    credit = read_credit_line("Von Anna Stein, dpa", load("de"))
    assert credit is not None
    assert (credit.authors, credit.wire) == (("Anna Stein",), "dpa")


@pytest.mark.parametrize(
    ("line", "outlet", "wire"),
    [
        ("Source:Xinhua Published: 2013/5/3 10:30:00", None, "Xinhua"),
        ("May 3, 2013 Source: Harbour Times", "Harbour Times", None),
    ],
)
def test_the_source_on_the_line_of_the_date(line, outlet, wire):
    credit = read_credit_line(line, load("en"))
    assert credit is not None
    assert (credit.outlet, credit.wire, credit.published) == (outlet, wire, "2013-05-03")


def test_an_english_day_says_which_number_is_the_month_s():
    assert find_dates("Fri, 05/03/2013 - 10:30", load("en"))[0].iso == "2013-05-03"
    assert find_dates("Tue, 05/03/2013 - 10:30", load("en"))[0].iso == "2013-03-05"
    assert find_dates("3:14 PM, EDT May 3, 2013", load("en"))[0].iso == "2013-05-03T15:14-04:00"


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ("© 2011 Northern Star LLC. All Rights Reserved.", "Northern Star"),
        ("© 2011 Northern Star Network, LLC. All rights reserved.", "Northern Star Network"),
        ("This service uses material that is copyright and cannot be reproduced.", None),
        ("Copyright Your WebSite. Some Rights Reserved.", None),
    ],
)
def test_the_kind_of_a_company_and_a_sentence_on_rights_are_no_outlet_s_name(note, outlet):
    text = "The harbour board said on Monday that the old crane was safe and would not be sold."
    assert metadata("Crane to stay", "", text, "", note, language="en").outlet == outlet


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        (
            "Kabarkota.com, Jakarta Dewan kota menjamin jembatan lama aman.",
            "Jakarta",
            "Kabarkota.com",
        ),
        ("kabarkota.co.id | Bantaran – Wali kota membantah kabar.", "Bantaran", "kabarkota.co.id"),
        ("BANTARAN, KABARKota||Wali kota membantah kabar.", "BANTARAN", "KABARKota"),
        ("BANTARAN, Kabar KOTA - Wali kota membantah kabar.", "BANTARAN", "Kabar KOTA"),
        ("Kabarkota.go.id - Semarang. Wali kota membantah kabar.", "Semarang", "Kabarkota.go.id"),
        ("Bantaran l Kabarkota.co l Wali kota membantah.", "Bantaran", "Kabarkota.co"),
        ("KABAR.CO, Bantaran- Wali kota membantah kabar.", "Bantaran", "KABAR.CO"),
        ("BANTARAN, 14 Dis (Berita Kota Lama) — Wali kota.", "BANTARAN", "Berita Kota Lama"),
        ("KABUL, Afghanistan – Wali kota membantah kabar.", "KABUL", None),
        ("Bantaran, KabarPublik – Wali kota membantah.", "Bantaran", "KabarPublik"),
        ("Bantaran, KBN Indonesia -- Wali kota membantah.", "Bantaran", "KBN Indonesia"),
        ("KBRN, Bantaran – Wali kota membantah kabar.", "Bantaran", "KBRN"),
        ("OSLO, Norwegia – Wali kota membantah kabar.", "OSLO", None),
        ("(KBN) -- Wali kota membantah kabar.", None, "KBN"),
        ("KABAR.CO, Wali kota membantah kabar.", None, "KABAR.CO"),
    ],
)
def test_datelines_with_other_signs_between_town_outlet_and_report(line, place, outlet):
    found = read_dateline(line, load("id"), first=True)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)


def test_words_in_capitals_before_a_colon_are_no_town_where_the_text_has_them_in_small():
    rows = (
        "Crane to stay",
        "",
        f"BOARD MEETINGS: {BODY['en']}",
        "",
        "The board holds its meetings again.",
    )
    assert metadata(*rows, language="en").dateline is None


def test_a_state_s_short_name_behind_a_town_is_no_outlet():
    links = ("More stories", "", "ASHFORD, N.D. -- A farmer lost a cow.")
    rows = ("Crane to stay", "", f"PORT MARY, N.D. — {BODY['en']}", "", BODY["en"], "", *links)
    assert metadata(*rows, language="en").outlet is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Oleh Sari Dewi / Rangga Putra (Bantaran) /Joko Pranata (Muara)", "Sari Rangga Joko"),
        ("Laporan oleh Sari Dewi", "Sari"),
        ("Oleh. Sari Dewi", "Sari"),
        ("Penerjemah: Sari Dewi", "Sari"),
    ],
)
def test_authors_behind_other_labels_and_with_their_towns(line, authors):
    credit = read_credit_line(line, load("id"))
    assert credit is not None
    assert [name.split()[0] for name in credit.authors] == authors.split()


def test_what_is_glued_behind_a_date_does_not_hide_it():
    credit = read_credit_line("By 14 May 2013No Comments2 Mins Read", load("en"))
    assert credit is not None
    assert credit.published == "2013-05-14"


def test_a_translator_stands_in_for_an_author_alone():
    rows = (
        "Derek tetap berdiri",
        "Penulis: Sari Dewi",
        "",
        BODY["id"],
        "",
        "Penerjemah: Joko Putra",
    )
    assert metadata(*rows).byline == "Sari Dewi"
    assert metadata(rows[0], *rows[2:]).byline == "Joko Putra"


def test_labels_may_stand_below_the_names_that_they_belong_to():
    head = (
        "Derek tetap berdiri",
        "",
        "Sari Dewi",
        "Penulis",
        "Joko Putra",
        "Editor",
        "Bagikan",
        "",
    )
    found = metadata(*head, BODY["id"])
    assert (found.byline, found.editor) == ("Sari Dewi", "Joko Putra")
    above = ("Derek tetap berdiri", "", "Penulis", "Sari Dewi", "Editor", "Joko Putra", "")
    found = metadata(*above, BODY["id"])
    assert (found.byline, found.editor) == ("Sari Dewi", "Joko Putra")


@pytest.mark.parametrize(
    ("language", "line", "author", "editor", "outlet"),
    [
        ("id", "Reporter Rangga Putra | Editor Sari Dewi", "Rangga Putra", "Sari Dewi", None),
        ("id", "Penulis Rangga Putra", "Rangga Putra", None, None),
        ("id", "Laporan Wartawan Kabarkota.id, Sari Dewi", "Sari Dewi", None, "Kabarkota.id"),
        ("en", "By Jane DoeReporter", "Jane Doe", None, None),
    ],
)
def test_labels_without_colons_outlets_before_names_and_glued_roles(
    language, line, author, editor, outlet
):
    credit = read_credit_line(line, load(language))
    assert credit is not None
    assert (credit.authors, credit.outlet) == ((author,), outlet)
    assert credit.editors == ((editor,) if editor else ())


def test_a_label_before_a_body_s_name_makes_no_outlet_of_both():
    assert read_credit_line("Press Release: Harbour Board", load("en")) is None
    credit = read_credit_line("By Redaksi -September 22, 2022", load("id"))
    assert credit is not None
    assert (credit.staff, credit.published) == (True, "2022-09-22")


PAGES = {
    "fr": (
        "Le maire de Valmorel promet un pont neuf",
        "Le maire de Valmorel a promis mardi un pont neuf aux habitants de la rive gauche du lac.",
        "Les travaux du pont doivent commencer au printemps, selon les services techniques.",
    ),
    "de": (
        "Bürgermeister von Altmoor verspricht neue Brücke",
        "Der Bürgermeister von Altmoor hat den Leuten am linken Ufer eine neue Brücke versprochen.",
        "Die Arbeiten an der Brücke sollen im Frühjahr beginnen, wie das Bauamt mitteilte.",
    ),
}


@pytest.mark.parametrize(
    ("language", "row", "outlet", "byline"),
    [
        ("fr", "Publié le 5 mai 2023 | L`Aurore Matinale", "L`Aurore Matinale", None),
        ("fr", "Publié le 5 mai 2023 | Le Phare du Lac", "Le Phare du Lac", None),
        ("fr", "Camille Roy Journaliste CF9TV", None, "Camille Roy"),
        ("de", "Von moorbote.at/apa, 7. November 2023, 18:04 Uhr", "moorbote.at", None),
        ("de", "Hanna Wegmann, Redakteurin Umland", None, "Hanna Wegmann"),
    ],
)
def test_an_outlet_beside_a_date_a_role_or_an_agency_is_no_name(language, row, outlet, byline):
    title, first, second = PAGES[language]
    found = metadata(title, row, "", first, "", second, language=language)
    assert (found.outlet, found.byline) == (outlet, byline)


def test_an_agency_before_a_hyphen_and_a_town_alone_are_wire_and_dateline():
    rows = ("Le maire et le pont", "APS-Valmorel (Savonie)", BODY["fr"], BODY["fr"][3:])
    found = metadata(*rows, language="fr")
    assert (found.wire, found.dateline) == ("APS", "Valmorel")


def test_a_date_below_a_byline_behind_the_text_is_the_article_s():
    rows = (
        "Die Brücke bleibt",
        "",
        BODY["de"],
        "",
        BODY["de"][3:],
        "",
        "Hanna Wegmann",
        "05.05.2023",
    )
    found = metadata(*rows, language="de")
    assert (found.byline, found.published) == ("Hanna Wegmann", "2023-05-05")


def test_an_outlet_and_a_town_below_the_author_s_name_are_of_the_byline():
    found = metadata("Crane to stay", "By Jane Doe", "NKR News, Ashford", BODY["en"], language="en")
    assert (found.byline, found.outlet) == ("Jane Doe", "NKR News")


def test_a_desk_glued_to_a_name_is_no_part_of_it():
    credit = read_credit_line("Jane DoeLocal Harbour Reporter", load("en"))
    assert credit is not None
    assert credit.names == ("Jane Doe",)


def test_an_outlet_behind_a_name_in_capitals_is_no_part_of_it():
    credit = read_credit_line("By JANE DOE Harbour Times", load("en"))
    assert credit is not None
    assert (credit.authors, credit.outlet) == (("JANE DOE",), "Harbour Times")


def test_a_name_alone_below_a_labelled_author_is_no_second_one():
    head = ("Jambatan lama selamat", "Oleh ROSLI AHMAD", "3 Mei 2023, 10:15 am", "RAHIM SALLEH")
    assert metadata(*head, BODY["ms"], "", FOLLOWING["ms"], language="ms").byline == "ROSLI AHMAD"


@pytest.mark.parametrize(
    ("language", "first", "outlet"),
    [
        ("de", "Hafen-Nachrichten Online", "Hafen-Nachrichten Online"),
        ("fr", "NKR Info", "NKR Info"),
        ("ja", "波浜新聞オンライン", "波浜新聞オンライン"),
        ("en", "NEWS WEB", None),  # a section, an edition: no name stands there
        ("ja", "最新ニュース", None),
    ],
)
def test_the_first_line_is_the_outlet_where_its_words_are_those_of_newspapers(
    language, first, outlet
):
    rows = (first, "", "The crane is safe, says the harbour board", "", BODY[language])
    assert metadata(*rows, language=language).outlet == outlet


@pytest.mark.parametrize(
    ("language", "note", "outlet"),
    [
        ("de", "© Hafenbote GmbH & Co. KG", "Hafenbote"),
        (
            "es",
            "D.R. © La Voz del Muelle. Prohibida su reproducción total o parcial.",
            "La Voz del Muelle",
        ),
        ("en", "© 2024 The Harbour Examiner & Post DAC", "The Harbour Examiner & Post"),
        ("ja", "Copyright NKR (Northern Broadcasting) All rights reserved.", "NKR"),
        ("zh", "(C) 海浪社　版權所有", "海浪社"),
    ],
)
def test_a_note_on_rights_names_the_outlet_without_its_kind_of_company(language, note, outlet):
    body = BODY.get(language, BODY["ja"] if language == "zh" else BODY["fr"])
    assert metadata("The crane is safe", "", body, "", note, language=language).outlet == outlet


def test_a_sign_of_the_outlet_behind_the_text_names_it():
    below = ("Share this article", "Back to top", "NKR Logo")
    rows = ("The crane is safe, says the harbour board", "", BODY["en"], "", *below)
    assert metadata(*rows, language="en").outlet == "NKR"


def test_a_report_of_an_agency_that_nobody_knows_opens_with_who_and_where():
    found = read_dateline("（海浪社記者林可安港北3日電）媒體報導", load("zh"), first=True)
    assert (found.place, found.outlet, found.author) == ("港北", "海浪社", "林可安")


def test_a_place_and_a_day_in_brackets_open_a_chinese_report():
    assert read_dateline("(港北17日讯)港务局表示", load("zh"), first=True).place == "港北"
    assert read_dateline("（5月3日讯）港务局表示", load("zh"), first=True) is None


def test_the_desk_of_an_outlet_signs_for_the_outlet():
    found = read_credit_line("Por Redacción Diario del Muelle", load("es"))
    assert (found.staff, found.outlet, found.authors) == (True, "Diario del Muelle", ())


def test_who_reports_from_where_wrote_it():
    assert read_credit_line("Aus Bad Hafen berichtet Jana Moll", load("de")).authors == (
        "Jana Moll",
    )


def test_a_company_that_publishes_is_no_author():
    found = read_credit_line("Published by Harbour Newspapers Ltd", load("en"))
    assert (found.authors, found.outlet) == ((), "Harbour Newspapers")


def test_the_agency_right_below_the_text_is_whose_report_it_is():
    rows = ("La grue est sûre, dit le port", "", BODY["fr"], "", "ATS/jd", "", "Partager")
    assert metadata(*rows, language="fr").wire == "ATS"


def test_half_days_are_read_with_blanks_between_their_letters():
    (found,) = find_dates("17 de septiembre de 2024 - 07:15 p. m.", load("es"))
    assert found.end == len("17 de septiembre de 2024 - 07:15 p. m.")


def test_an_agency_signs_in_small_letters_too():
    rows = ("La grue est sûre, dit le port", "", BODY["fr"], "", "ats/jd", "", "Partager")
    assert metadata(*rows, language="fr").wire == "ATS"


@pytest.mark.parametrize(
    ("language", "first", "last", "outlet"),
    [
        ("fr", "Le Matin libre", "Partager", "Le Matin libre"),
        ("es", "LA VOZ DEL MUELLE", "Compartir", "LA VOZ DEL MUELLE"),
        ("fr", "L’Avenir du Port", "Partager", "L’Avenir du Port"),
        ("de", "Hafen-Zeitung", "© CH Hafen Medien AG. Alle Rechte vorbehalten.", "Hafen-Zeitung"),
        ("en", "Market Insider", "© 2024 NKR LLC. All Rights Reserved.", "NKR"),
        (
            "es",
            "Portada",
            "Aviso de privacidad | El Informador del Muelle Norte",
            "El Informador del Muelle Norte",
        ),
        ("en", "Menu", "Follow the Harbour Bay Gazette on Facebook", "Harbour Bay Gazette"),
        ("ms", "Menu", "Hak Cipta Terpelihara © Arena Laut 2025", "Arena Laut"),
    ],
)
def test_masthead_rights_foot_and_prompts_name_the_outlet_the_paper_s_name_first(
    language, first, last, outlet
):
    rows = (
        first,
        "",
        "The crane is safe, says the harbour board",
        "",
        BODY.get(language, BODY["fr"]),
    )
    assert metadata(*rows, "", last, language=language).outlet == outlet
