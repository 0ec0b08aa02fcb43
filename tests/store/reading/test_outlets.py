"""Whose page it is: names in two places, first lines above menus, notes on rights."""

import pytest

from store.model import Metadata
from store.reading.document import read_document
from store.reading.languages import load
from store.reading.metadata.copyright import owner_of_rights

BODY = {
    "en": "The harbour board said on Monday that the crane was safe and would be used again soon.",
    "de": "Die Hafenverwaltung teilte am Montag mit, dass der Kran sicher sei und bald wieder läuft.",
    "fr": "Le port a annoncé lundi que la grue était sûre et qu’elle servirait de nouveau bientôt.",
    "es": "El puerto anunció el lunes que la grúa es segura y que se usará de nuevo muy pronto.",
    "id": "Pengelola pelabuhan mengatakan pada Senin bahwa derek itu aman dan segera dipakai lagi.",
    "ms": "Pihak pelabuhan memberitahu pada Isnin bahawa kren itu selamat dan akan digunakan lagi.",
    "nl": "Het havenbestuur zei maandag dat de kraan veilig is en snel weer gebruikt zal worden.",
    "ja": "港湾局は月曜日、クレーンは安全であり、まもなく再び使われると発表した。住民は説明を求めている。",
    "zh": "港务局周一表示，起重机是安全的，很快将重新投入使用。居民要求公布检查结果，并希望参加会议。",
}
TITLE = {
    "ja": "クレーン「安全」と港湾局　住民は説明求める",
    "zh": "港务局称起重机安全 居民要求公布检查结果",
}


def metadata(language, *rows):
    return read_document("\n".join(rows), Metadata(language=language)).metadata


def outlet(language, *rows, above=(), told=""):
    title = TITLE.get(language, "The old crane is safe, says the board")
    body = BODY[language]
    page = (*above, title, "", body, *([told] if told else []), "", *rows)
    return metadata(language, *page).outlet


@pytest.mark.parametrize(
    ("language", "told", "note", "name"),
    [
        ("en", "Nobody was asked, she told The Quay Examiner.", "Quay Examiner Puzzles", None),
        ("en", "A copy was seen by Quaywatch.", "Get the Quaywatch newsletter", "Quaywatch"),
        ("de", "Das sei falsch, sagte er gegenüber Kaiblick.", "© 2024 Kaiblick", "Kaiblick"),
        (
            "fr",
            "La note, que Le Quai du Nord a pu consulter, date de lundi.",
            "Recevez chaque matin la newsletter de Le Quai du Nord",
            "Le Quai du Nord",
        ),
        (
            "es",
            "«No es cierto», explicó a Muelle Vivo la portavoz.",
            "Suscríbete a Muelle Vivo",
            "Muelle Vivo",
        ),
        (
            "id",
            "Itu tidak benar, katanya kepada Kabar Dermaga, Senin.",
            "Unduh aplikasi Kabar Dermaga",
            "Kabar Dermaga",
        ),
        ("zh", "他回覆《港湾快讯》时作出上述表示。", "下载《港湾快讯》App", "港湾快讯"),
    ],
)
def test_whom_people_told_is_the_outlet_where_a_note_names_it(language, told, note, name):
    assert outlet(language, told=told) is None
    if name is not None:
        assert outlet(language, note, told=told) == name


def test_an_agency_or_another_s_paper_that_people_told_is_no_outlet():
    assert outlet("en", "More from Reuters", told="Nobody was asked, she told Reuters.") is None
    note = "Read the Quay Examiner on other days"
    assert outlet("en", note, told="Nobody was asked, she told the Council.") is None


@pytest.mark.parametrize(
    ("language", "caption", "told", "name"),
    [
        ("fr", "Photo : Radio-Quai / Anne Le Goff", "Une note obtenue par Radio-Quai le dit.", 1),
        ("de", "Foto: Kaiblick/Jana Moll", "Das sei falsch, sagte sie gegenüber Kaiblick.", 1),
        ("en", "(Jane Doe for The Quay Examiner)", "A copy was seen by The Quay Examiner.", 1),
        ("en", "(Jane Doe for The Quay Examiner)", "A copy was seen by police.", 0),
    ],
)
def test_for_whom_pictures_are_taken_and_whom_people_told_is_the_outlet(
    language, caption, told, name
):
    wanted = {"fr": "Radio-Quai", "de": "Kaiblick", "en": "The Quay Examiner"}[language]
    picture = f"The crane on Monday. {caption}" if caption[0] == "(" else caption
    title = "The old crane is safe, says the board"
    rows = (title, "", picture, "", BODY[language], told)
    found = metadata(language, *rows).outlet
    assert found == (wanted if name else None)


def test_who_asks_the_questions_is_the_outlet_where_a_note_names_it():
    rows = ("Kabar Dermaga: Kenapa derek itu ditutup?", "", "Rina: Karena tua.", "", BODY["id"])
    note = "Teruskan membaca di saluran Telegram Kabar Dermaga"
    page = ("Wawancara Rina soal derek", "", BODY["id"], *rows, "", note)
    assert metadata("id", *page).outlet == "Kabar Dermaga"


@pytest.mark.parametrize(
    ("language", "above", "name"),
    [
        ("de", ("KAIBLICK", "News  Promi  Geld  Sport  Regional"), "KAIBLICK"),
        ("de", ("Kaiblick", "Menü"), "Kaiblick"),
        ("de", ("Menü", "DER ANKER", "Abo"), "DER ANKER"),
        ("es", ("Muelle Vivo", "Suscríbete", "Negocios | Mercados | Opinión"), "Muelle Vivo"),
        ("ms", ("DERMAGA KITA", "Bola Sepak", "Badminton"), "DERMAGA KITA"),
        ("ja", ("波浜ワールド", "ホーム　社会　経済　スポーツ"), "波浜ワールド"),
        ("zh", ("港湾快讯云", "社会 > 焦点"), "港湾快讯云"),
        ("en", ("Football", "Politics"), None),  # a section, as the next
        ("en", ("Crane", "Menu"), None),  # what the page tells of
        ("en", ("Saturday, 3 December 2022", "Home | World | Business | Features"), None),
        ("fr", ("Hauts-de-Quai", "Politique"), None),
        ("zh", ("热门", "社会"), None),
    ],
)
def test_the_first_line_is_the_outlet_where_a_menu_stands_below_it(language, above, name):
    assert outlet(language, "Share", above=above) == name


@pytest.mark.parametrize(
    ("note", "name", "is_company"),
    [
        ("© 2024 海浪报业集团", "海浪", True),
        ("© 2024 海浪テレビ放送株式会社", "海浪テレビ放送", True),
        ("© Quay-Nouvelles.net par DR", "Quay-Nouvelles.net", False),
        ("Derechos Reservados © El Muelle, Compañía Periodística", "El Muelle", False),
        ("© 2024 海浪之声。海浪之声对外部网站内容不负责任。", "海浪之声", False),
        ("© Quay Post S.p.A.", "Quay Post", True),
    ],
)
def test_a_note_on_rights_names_the_owner_and_says_whether_it_is_a_company(note, name, is_company):
    assert owner_of_rights(note) == (name, is_company)


def test_a_picture_agency_s_address_is_no_owner_s():
    assert owner_of_rights("© stock.adobe.com") is None


def test_a_paper_s_name_goes_before_its_company_s():
    rights = "Copyright © 2024, NKR PUBLISHING PVT LTD. All rights reserved."
    told = "Nobody was asked, she told The Northern Kite."
    assert outlet("en", rights, told=told) == "The Northern Kite"
    assert (
        outlet("ja", "© 2024 海浪テレビ放送株式会社", above=("海浪テレビ", "トップ"))
        == "海浪テレビ"
    )
    note = "Copyright © Quay Morning Post Newspapers. All Rights Reserved."
    assert outlet("en", note) == "Quay Morning Post"


def test_an_agency_s_own_page_is_told_by_its_note_on_rights():
    rows = ("Crane safe", "By Jane Doe", "", f"ASHFORD, May 3 (Reuters) - {BODY['en']}", "")
    own = metadata("en", *rows, "© 2023 Reuters. All rights reserved")
    assert (own.outlet, own.wire) == ("Reuters", "Reuters")
    assert metadata("en", *rows, "© Reuters").outlet is None


@pytest.mark.parametrize(
    ("language", "note", "name"),
    [
        ("ms", "Penafian: Komen pembaca tidak mewakili Dermaga Kita.", "Dermaga Kita"),
        ("ms", "Langgan Dermaga Kita serendah RM9.90 sebulan", "Dermaga Kita"),
        ("en", "Comments do not reflect the views of Quay Examiner.", "Quay Examiner"),
        ("en", "Sign up for our Morning Briefing newsletter", None),
    ],
)
def test_prompts_and_disclaimers_name_the_outlet(language, note, name):
    assert outlet(language, note) == name


def test_a_paper_with_an_article_owns_the_pictures():
    picture = "La grue du port, lundi matin. (A. Roux/Le Littoral)"
    rows = ("Le port assure que la grue est sûre", "", picture, "", BODY["fr"])
    assert metadata("fr", *rows).outlet == "Le Littoral"


def test_ways_of_telling_an_outlet_hold_its_place():
    for code in ("en", "de", "fr", "es", "id", "ms", "ja", "zh", "it", "nl", "pt", "ko"):
        assert all(phrase.count("*") == 1 for phrase in load(code).table("metadata")["told"])


def test_the_town_of_a_bureau_is_no_part_of_an_outlet_s_name():
    rows = ("La grue est sûre", "Par : Anne Le Goff, NKR Dakar", "", BODY["fr"], "")
    assert metadata("fr", *rows, "Copyright NKR 2017-2024. Tous droits réservés.").outlet == "NKR"


def test_a_region_in_a_path_of_the_site_is_no_outlet():
    rows = ("News > Sachsen > Kran bleibt gesperrt", "Kran bleibt gesperrt", "")
    found = metadata("de", *rows, f"Seehafen (Sachsen) – {BODY['de']}")
    assert (found.outlet, found.dateline) == (None, "Seehafen")


@pytest.mark.parametrize(
    ("language", "above", "note", "name"),
    [
        (
            "es",
            ("MUELLE VIVO", "Fútbol  Tenis  Motores  Boxeo"),
            "© 2024 Muelle Vivo",
            "Muelle Vivo",
        ),
        ("ms", ("Dermaga! Digital", "Negara  Dunia  Sukan  Niaga"), "© 2024 Dermaga!", "Dermaga!"),
        ("fr", ("Accueil",), "© 24 Quais - Tous droits réservés", "24 Quais"),
        ("fr", ("Accueil",), "© Le Quai inc. 2024", "Le Quai"),
        ("en", ("Home",), "THE QUAY OBSERVER", "THE QUAY OBSERVER"),
        ("de", ("KAIBLICKplus", "Fußball"), "Teilen", "KAIBLICK"),
        ("de", ("News", "Sport", "kueste.hafen.at", "Chronik"), "Teilen", "kueste.hafen.at"),
        (
            "ja",
            ("メニュー", "波浜新聞デジタル＞記事"),
            "© The Namihama Company",
            "波浜新聞デジタル",
        ),
        ("ja", ("波浜新聞 電子版", "きょうの紙面"), "共有", "波浜新聞"),
    ],
)
def test_mastheads_of_many_forms(language, above, note, name):
    assert outlet(language, note, above=above) == name


def test_an_inflected_name_is_given_as_it_stands_alone():
    told = "Ein Gutachten, das der Seestädtischen Allgemeinen vorliegt, sieht das anders."
    note = "© SA/jmo – Rechte am Artikel können Sie hier erwerben."
    assert outlet("de", note, told=told) == "Seestädtische Allgemeine"


@pytest.mark.parametrize(
    ("language", "above", "told", "note", "name"),
    [
        (
            "en",
            (),
            "A spokesman told the Kite that no date was set.",
            "© 2024 Kite News & Media Limited. All rights reserved.",
            "Kite",
        ),
        ("en", (), "A spokesman told the Kite that no date was set.", "Support the Kite", None),
        (
            "en",
            (),
            "",
            "Follow Quay Live on Facebook\nEmail news@quaylive.co.uk with your stories",
            "Quay Live",
        ),
        ("en", (), "", "Follow Jane Doe on Facebook", None),
        (
            "nl",
            ("KaderZuid", "Nieuws", "Sport"),
            "",
            "Mail naar redactie@kaderzuid.nl",
            "KaderZuid",
        ),
        ("fr", ("Quai24", "Sport", "Politique"), "", "Partager", "Quai24"),
        (
            "en",
            ("Home",),
            "",
            "© 2024 Regional Newspapers Ltd",
            "Regional Newspapers",
        ),
    ],
)
def test_short_names_prompts_to_follow_and_companies(language, above, told, note, name):
    assert outlet(language, *note.split("\n"), above=above, told=told) == name


def test_the_site_behind_the_title_goes_before_the_company():
    rows = ("The old crane is safe, says the board | The Quay Gazette", "", BODY["en"], "")
    assert metadata("en", *rows, "© 2024 Regional Newspapers Ltd").outlet == "The Quay Gazette"


def test_a_name_in_the_site_s_address_is_no_common_word():
    above = ("HAFENBLATT", "News", "Sport")
    assert outlet("de", "Mail an redaktion@hafenblatt.de", above=above) == "HAFENBLATT"


@pytest.mark.parametrize(
    ("language", "above", "told", "note"),
    [
        (
            "en",
            (),
            "An official told Quay Council that no date was set.",
            "Quay Council (Jane Doe)",
        ),
        ("de", ("Kaistadt", "Politik"), "In Kaistadt ist der Kran alt.", "Newsletter Kaistadt"),
        ("es", ("Costa Brava", "Sucesos"), "", "Compartir"),
        ("en", ("On Stage Now", "Live Shows", "Home"), "", "Share"),
        ("es", ("Redacción Mundo",), "", "Compartir"),
    ],
)
def test_town_halls_places_and_sections_are_no_outlets(language, above, told, note):
    assert outlet(language, note, above=above, told=told) is None


def test_an_agency_above_a_path_of_the_site_is_whose_page_it_is():
    rows = ("Agencia EFE", "Inicio > Sociedad", "La grúa es segura", "", BODY["es"])
    assert metadata("es", *rows).outlet == "Agencia EFE"


def test_a_note_on_rights_with_another_sign_names_the_owner():
    assert outlet("id", "Copyright @ 2024 Warta Dermaga. All rights reserved") == "Warta Dermaga"
    assert outlet("en", "Copyright © 2024 Quay Chronicle Group Berhad") == "Quay Chronicle"


def test_a_name_alone_below_the_title_is_the_outlet_by_its_form():
    rows = ("La grúa es segura, dice el puerto", "MuellePress", "14 mayo 2024", "", BODY["es"])
    assert metadata("es", *rows).outlet == "MuellePress"


def test_an_owner_may_stand_alone_in_the_last_line_and_a_name_above_a_heading_of_links():
    assert outlet("fr", "Partager", "© Quai Matin") == "Quai Matin"
    assert outlet("en", "Share", above=("The Quay", "Latest", "Politics")) == "The Quay"


def test_a_brand_of_the_same_house_tells_of_no_subject():
    told = "Das sagte sie vor den Mikrofonen von Kaiblick Radio."
    assert outlet("de", "Teilen", above=("KAIBLICK", "News  Promi  Geld  Sport"), told=told) == (
        "KAIBLICK"
    )


def test_an_agency_s_note_may_open_with_the_words_of_law():
    rows = ("Gru sicura", "(ANSA) - OLMETO, 14 MAG - Il porto ha detto che la gru è sicura.", "")
    found = metadata("it", *rows, "Riproduzione riservata © Copyright ANSA 2024")
    assert (found.outlet, found.wire) == ("ANSA", "ANSA")


def test_a_body_s_word_alone_above_the_title_may_be_the_outlet_s():
    told = "“Não há data”, disse ao Observatório fonte do porto."
    rows = ("Observatório", "Assinar", "A grua é segura, diz o porto", "", told, "")
    assert metadata("pt", *rows).outlet == "Observatório"


@pytest.mark.parametrize(
    ("language", "above", "name"),
    [
        ("ru", ("Рейдовый курьер", "Подписаться", "Культура"), "Рейдовый курьер"),
        ("uk", ("Портова правда", "Головна Новини Публікації Інтерв'ю Колонки"), "Портова правда"),
        ("ar", ("ميناء اليوم", "الرئيسية | سياسة | صحة | علوم | منوعات"), "ميناء اليوم"),
        ("nl", ("de Havenpost", "Inloggen  Abonneren", "Wetenschap"), "de Havenpost"),
        ("it", ("Il Giornale della Riva", "Home » Golfo » Cronaca"), "Il Giornale della Riva"),
        ("no", ("Havneposten", "Meny  Søk  Logg inn", "Viten  Historie"), "Havneposten"),
        ("fr", ("Le Hauban", "voile", "rugby", "tous les sports"), "Le Hauban"),
        ("fr", ("Côte Nord", "Politique"), None),  # an edition's region
        ("en", ("Support the Beacon", "Contribute", "News"), None),
        ("en", ("Quays Sleep Softly", "Climate", "Sport"), None),  # a motto
    ],
)
def test_the_first_line_is_the_outlet_where_more_of_the_head_stands_below_it(language, above, name):
    text = {
        "ru": "Портовые власти заявили в понедельник, что кран безопасен и скоро снова заработает.",
        "uk": "Портова влада заявила в понеділок, що кран безпечний і скоро знову запрацює.",
        "ar": "قالت إدارة المرفأ يوم الاثنين إن الرافعة آمنة وستعود إلى العمل قريبا بعد الفحص.",
        "it": "L'autorità portuale ha detto lunedì che la gru è sicura e che presto tornerà a lavorare.",
        "no": "Havnestyret sa mandag at kranen er trygg og snart skal brukes igjen etter kontrollen.",
    }
    title = {
        "ru": "Портовые власти заявили, что кран безопасен",
        "uk": "Портова влада заявила, що кран безпечний",
        "ar": "إدارة المرفأ: الرافعة القديمة آمنة",
        "it": "L'autorità portuale: la gru è sicura e presto lavora",
        "no": "Havnestyret: Kranen er trygg og skal snart brukes igjen",
        "nl": "Havenbestuur: de kraan is veilig en wordt weer gebruikt",
        "fr": "Le port annonce que la grue est sûre et servira de nouveau",
        "en": "The harbour board says that the crane is safe",
    }
    body = text.get(language, BODY.get(language, ""))
    lines = (*above, title[language], "", body, "", f"{body} {body}")
    assert metadata(language, *lines).outlet == name


def test_a_first_line_that_the_text_quotes_is_the_outlet_and_one_that_it_is_about_is_none():
    told = "Кран стоит с марта, сказал «Рейдовому курьеру» сторож. Как выяснил «Рейдовый курьер», сняли."
    head = (
        "Рейдовый курьер",
        "Подписаться",
        "Культура",
        "Старый кран безопасен, заявили власти",
        "",
    )
    assert metadata("ru", *head, told).outlet == "Рейдовый курьер"
    about = "Havneposten-kranen er gammel, sa havnestyret mandag, og skal nå kontrolleres på nytt igjen."
    head = ("Havneposten", "Meny  Søk  Logg inn", "Havneposten blir stengt i vinter", "")
    assert metadata("no", *head, about).outlet is None


def test_the_first_line_goes_before_the_company_that_owns_the_site():
    above = ("Menu", "de Havenpost", "Achterland")
    assert outlet("nl", "© Kade Media B.V. 2024", above=above) == "de Havenpost"


@pytest.mark.parametrize(
    ("language", "note", "name"),
    [
        ("es", "© El Diario del Muelle, S.L.U.", "El Diario del Muelle"),
        ("fr", "© La Gazette du Haut-Port", "La Gazette du Haut-Port"),
        ("de", "© HAFENPOST / Impressum", "HAFENPOST"),
        ("sv", "© Hamnbladet. Citera gärna men ange källan.", "Hamnbladet"),
        ("fr", "Grues Magazine, tous droits réservés", "Grues Magazine"),
        ("es", "© EFE 2024. Está expresamente prohibida la redistribución.", None),
        ("fr", "© Tous droits réservés", None),
    ],
)
def test_the_last_line_names_the_owner_in_many_forms(language, note, name):
    body = BODY.get(language, "Hamnstyrelsen sade i måndags att kranen är säker och snart används.")
    page = ("Kranen är säker" if language == "sv" else TITLE.get(language, "Crane 1954"), "", body)
    assert metadata(language, *page, "", body + " " + body, "", note).outlet == name


@pytest.mark.parametrize(
    ("above", "name"),
    [
        (("Monday, 17 March 2025", "Cloudy", "Log in", "HarbourToday", "News"), "HarbourToday"),
        (("HARBOUR TIMES > ARENA",), "HARBOUR TIMES"),
        (("Menu", "HarbourPost logo", "World News Sport Video"), "HarbourPost"),
    ],
)
def test_a_name_with_a_capital_inside_or_before_a_path_is_the_outlet(above, name):
    assert outlet("en", "Share", above=above) == name


@pytest.mark.parametrize(
    ("language", "above", "note", "name"),
    [
        ("ja", ("みなと新聞デジタル", "トップ"), "© The Minato Company", "みなと新聞デジタル"),
        ("ja", ("港スポーツ", "トップ"), "港スポーツの公式Xをフォロー", "港スポーツ"),
        ("ko", ("항구신문", "사회"), "공유하기", "항구신문"),
        ("ko", ("NKR 뉴스", "사회"), "공유하기", "NKR 뉴스"),
        ("ko", ("시장뉴스", "사회"), "공유하기", None),  # a section
        ("ko", ("메뉴", "사회"), "항구신문을 후원해 주세요", "항구신문"),
        ("en", ("Menu",), "© 2024 Copyright Harbour Radio - All rights reserved.", "Harbour Radio"),
        ("en", ("Menu",), "© 2024 Available for iPhone, iPad and Android", None),
    ],
)
def test_names_in_letters_without_capitals_and_notes_with_more_words(language, above, note, name):
    body = BODY.get(
        language,
        "항만공사는 월요일 기중기가 안전하며 곧 다시 쓰일 것이라고 밝혔다. 주민은 설명을 요구했다.",
    )
    title = TITLE.get(
        language, "기중기 안전하다는 항만공사…주민 설명 요구" if language == "ko" else "Crane"
    )
    assert metadata(language, *above, title, "", body, "", body, "", note).outlet == name


def test_a_name_in_small_letters_is_the_outlet_where_an_address_has_it():
    above = ("nkr nieuws", "Kijk Luister Net binnen Regio Sport")
    assert outlet("nl", "Mail naar check@nkr.example", above=above) == "nkr nieuws"
    assert outlet("nl", "Deel dit artikel", above=("haven", "Kijk Luister Regio")) is None


def test_other_scripts_without_capitals_name_outlets_too():
    body = "बंदरगाह ने सोमवार को कहा कि पुराना क्रेन सुरक्षित है और जल्द ही फिर से काम करेगा।"
    head = ("बंदरगाह समाचार", "होम देश राज्य खेल मनोरंजन", "होम > देश")
    page = (*head, "पुराना क्रेन सुरक्षित है, बंदरगाह ने कहा", "", body, "", body)
    assert metadata("hi", *page).outlet == "बंदरगाह समाचार"
