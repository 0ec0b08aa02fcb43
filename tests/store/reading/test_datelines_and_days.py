"""Where and when a report was filed, in forms that single lines and whole pages have."""

import pytest

from store.model import Metadata
from store.reading.bylines.credit_lines import read_credit_line
from store.reading.bylines.datelines import read_dateline
from store.reading.document import read_document
from store.reading.languages import load

BODY = {
    "de": "Die Hafenverwaltung teilte am Montag mit, dass der Kran sicher sei und bald wieder läuft.",
    "en": "The harbour board said on Monday that the crane was safe and would be used again soon.",
    "fr": "Le port a annoncé lundi que la grue était sûre et qu’elle servirait de nouveau bientôt.",
    "ms": "Pihak pelabuhan memberitahu pada Isnin bahawa kren itu selamat dan akan digunakan lagi.",
}


def metadata(language, *rows):
    return read_document("\n".join(rows), Metadata(language=language)).metadata


@pytest.mark.parametrize(
    ("language", "line", "place", "wire"),
    [
        (
            "es",
            "San Juan del Muelle, 21 jun 2023 (NKX).- El puerto anunció",
            "San Juan del Muelle",
            "NKX",
        ),
        ("pt", "Vila do Cais, 19 ago 2025 (NKX) – O porto anunciou", "Vila do Cais", "NKX"),
        ("it", "(NKX) - ROMA, 03 GIU - Il porto ha annunciato", "ROMA", "NKX"),
        ("fr", "(Port-Marie) Le port a annoncé lundi que la grue", "Port-Marie", None),
        ("de", "Seehafen (Sachsen) – Die Hafenverwaltung teilte mit", "Seehafen", None),
        ("de", "BERLIN nkx | Die Hafenverwaltung teilte mit", "BERLIN", None),
        ("zh", "海浪社港北12月8日电 (记者 林可安)港务局8日晚表示", "港北", "海浪社"),
        ("zh", "（港北3日法新电）港务局周一表示", "港北", "AFP"),
        ("zh", "（港北综合讯）港务局周一表示", "港北", None),
    ],
)
def test_towns_and_agencies_open_reports(language, line, place, wire):
    found = read_dateline(line, load(language), first=True)
    assert (found.place, found.wire) == (place, wire)


@pytest.mark.parametrize(
    "line", ["(Update) Le port a annoncé lundi.", "合作社港北3日电（记者李书远）"]
)
def test_what_stands_in_brackets_or_ends_as_agencies_do_may_be_neither(line):
    found = metadata(
        "fr" if line[0] == "(" else "zh", "La grue est sûre", "", f"{line} {BODY['fr']}"
    )
    assert (found.dateline, found.wire) == (None, None)


def test_a_town_before_another_is_no_outlet_where_the_text_tells_of_it():
    lead = "Unwetter im Bezirk Seehafen: Der Kran bleibt gesperrt, und die Straßen sind noch zu."
    found = metadata(
        "de", "Kran gesperrt", "", f"Seehafen, Innsbruck – {lead} {BODY['de']}", BODY["de"]
    )
    assert (found.dateline, found.outlet) == ("Seehafen, Innsbruck", None)


def test_a_label_in_capitals_before_a_colon_is_no_town():
    rows = ("Kren selamat", "", f"DAKWAAN: Kren itu rosak. {BODY['ms']}", "Ini dakwaan palsu.")
    assert metadata("ms", *rows).dateline is None


@pytest.mark.parametrize(
    ("language", "line", "place"),
    [
        ("es", "Madrid - 14 MAR 2024 - 20:41 Actualizado: 14 MAR 2024 - 22:05 CET", "Madrid"),
        ("fr", "Lyon, le 12 mars 2024 à 14h05", "Lyon"),
        ("en", "Updated - November 25, 2021 12:51 am IST - NORTH HARBOUR", "NORTH HARBOUR"),
        ("en", "May 3, 2024 10:18 pm IST - PTI", None),
        ("en", "Football - May 3, 2024 10:18 pm", None),
    ],
)
def test_a_town_beside_a_date_is_where_the_report_is_from(language, line, place):
    assert read_credit_line(line, load(language)).place == place


@pytest.mark.parametrize(
    ("language", "line", "published", "modified"),
    [
        ("zh", "發布日期／2024年5月22日", "2024-05-22", None),
        ("zh", "更新日期／2024年5月24日", None, "2024-05-24"),
        ("es", "31 julio de 2025 | Publicado a las 16:45", "2025-07-31", None),
        ("de", "Online seit heute, 14.20 Uhr (11. Februar 2025)", "2025-02-11", None),
        ("en", "Updated - May 3, 2024 10:18 pm", None, "2024-05-03"),
        ("de", "Aktualisiert vor 3 Stunden: 14.11.2023, 09:02", None, "2023-11-14"),
        ("es", "8 abril 2025 08:40 | Actualizado a las 13:12", "2025-04-08", "2025-04-08"),
        ("zh", "2024/05/21 21:08　更新：22:35", "2024-05-21", "2024-05-21"),
        ("zh", "发布 /2024年6月3日 19:32　更新 /2024年6月4日 21:50", "2024-06-03", "2024-06-04"),
        ("id", "Kamis, 15 Rabiul Akhir 1446 / 17 Oktober 2024", "2024-10-17", None),
    ],
)
def test_days_behind_labels_and_signs(language, line, published, modified):
    found = read_credit_line(line, load(language))
    assert ((found.published or "")[:10], (found.modified or "")[:10]) == (
        published or "",
        modified or "",
    )


def test_a_change_may_be_the_only_day_that_a_page_states():
    found = metadata("en", "Crane safe", "By Jane Doe", "Updated May 3, 2024", "", BODY["en"])
    assert (found.published, found.modified) == ("2024-05-03", "2024-05-03")


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        (
            "id",
            "Penulis Rina Ayu Sari, Budi Santoso | Editor Ali Abu",
            ("Rina Ayu Sari", "Budi Santoso"),
        ),
        ("es", "Por: Ana Robles T., con información de Reuters", ("Ana Robles T.",)),
        ("en", "By Jane Doe and agencies", ("Jane Doe",)),
        ("es", "Por Ana Robles y agencias", ("Ana Robles",)),
        ("de", "Von Jana Moll und Paul Stern", ("Jana Moll", "Paul Stern")),
        ("zh", "海浪之声记者，发自港北", ()),
        ("fr", "Par : Anne Roux Suivre", ("Anne Roux",)),
    ],
)
def test_names_behind_labels(language, line, authors):
    assert read_credit_line(line, load(language)).authors == authors


def test_an_initial_that_closes_a_name_keeps_its_stop():
    assert metadata(
        "fr", "La grue est sûre", "Mathilde R.", "3 mai 2024", "", BODY["fr"]
    ).byline == ("Mathilde R.")


def test_a_town_before_the_day_below_the_author_is_no_author():
    rows = ("La grúa es segura", "Ana Robles", "Puerto Chico, 21 ene 2025 06:00", "", BODY["fr"])
    found = metadata("es", *rows)
    assert (found.byline, found.dateline) == ("Ana Robles", "Puerto Chico")


def test_the_credit_of_a_picture_is_no_byline():
    assert read_credit_line("PHOTO JANE DOE, ARCHIVES LE QUAI", load("fr")) is None


def test_a_region_in_brackets_may_stand_between_town_and_day():
    line = "Valdemar (Zamora), 19 ago (EFE).- El incendio ha quedado controlado"
    found = read_dateline(line, load("es"), first=True)
    assert (found.place, found.wire) == ("Valdemar", "EFE")


def test_a_role_behind_a_name_may_say_for_which_agency():
    found = read_credit_line("Ana Souza - Repórter da Agência Brasil", load("pt"))
    assert (found.names, found.authors, found.wire) == (("Ana Souza",), (), "Agência Brasil")


def test_a_town_before_the_day_is_no_name():
    found = read_credit_line("São Paulo, 14/05/2024", load("pt"))
    assert (found.names, found.place) == ((), "São Paulo")


@pytest.mark.parametrize("line", ["A. Ro., à Port-Marie", "A. Ro."])
def test_a_shortened_name_is_an_author_s(line):
    assert read_credit_line(line, load("fr")).names == ("A. Ro.",)


@pytest.mark.parametrize(
    ("language", "line", "authors", "outlet", "place"),
    [
        ("pt", "Por g1 Costa e Vale — Porto do Norte", (), "g1 Costa e Vale", "Porto do Norte"),
        (
            "pt",
            "Por Ana Rocha, g1 Costa e TV Cais — Portal, SP",
            ("Ana Rocha",),
            "g1 Costa",
            "Portal, SP",
        ),
        ("pt", "Por Ana Rocha — Porto do Norte", ("Ana Rocha",), None, "Porto do Norte"),
        ("tr", "Jale KAYIKÇI/LİMANKENT, (DHA)", ("Jale KAYIKÇI",), None, "LİMANKENT"),
        (
            "tr",
            "Jale KAYIKÇI - Ali DUMAN / ADA (ASO), (DHA)",
            ("Jale KAYIKÇI", "Ali DUMAN"),
            None,
            "ADA",
        ),
        ("en", "NKR News, North Coast and Quays", (), "NKR News", None),
        ("en", "By Jane Doe and harbour reporter Tom Roe", ("Jane Doe", "Tom Roe"), None, None),
        ("it", "8 febbraio - 23:17 - PORTO VECCHIO", (), None, "PORTO VECCHIO"),
        ("it", "8 febbraio 2024 (modifica alle 23:22) - MILANO", (), None, "MILANO"),
        ("es", "Puerto Rey / Madrid - 12 MAR 2024 - 05:30CET", (), None, "Puerto Rey / Madrid"),
    ],
)
def test_who_wrote_for_whom_and_where_on_one_line(language, line, authors, outlet, place):
    credit = read_credit_line(line, load(language))
    assert credit is not None
    assert (credit.authors, credit.outlet, credit.place) == (authors, outlet, place)


@pytest.mark.parametrize(
    "line", ["Jane Doe/Getty", "Por RTE/AGENCIAS", "Ashford / Barrow", "The crane, «so old»"]
)
def test_what_only_looks_like_a_filed_report_is_none(line):
    credit = read_credit_line(line, load("es"))
    assert credit is None or not (credit.authors or credit.place)


def test_a_name_and_the_outlet_in_marks_sign_the_text():
    told = "Кран стоит с марта, сказал сторож порта, и никто не знает, когда его починят и кто заплатит."
    text = ("Кран в порту стоит с марта", "19 января 2024, 21:14", "", told, "", told + " " + told)
    found = read_document("\n".join((*text, "", "Анна Рейдова, «Портовый курьер»"))).metadata
    assert (found.byline, found.outlet) == ("Анна Рейдова", "Портовый курьер")


@pytest.mark.parametrize(
    ("language", "opening", "place"),
    [
        (
            "nl",
            "HAVENDORP In de haven van Havendorp staat de kraan stil, zegt het bestuur.",
            "HAVENDORP",
        ),
        (
            "nl",
            "HAVENDORP/KADE - De kraan van Havendorp bij Kade staat stil, zegt het bestuur.",
            "HAVENDORP/KADE",
        ),
        ("en", "NORTHERN Quays captain Jane Doe of Northern said that she was sorry for it.", None),
        ("nl", "KRANEN In de haven staan er drie, en alle drie staan ze al maanden stil.", None),
    ],
)
def test_a_town_in_capitals_may_open_the_report_without_a_sign(language, opening, place):
    lines = ("Kraan in haven staat al maanden stil", "", opening, "", opening.partition(" ")[2])
    stated = Metadata(language=language)
    assert read_document("\n".join(lines), stated).metadata.dateline == place


TITLE_AR = "وزارة الصحة تسجل ثلاث حالات جديدة وتدعو إلى الالتزام بالتعليمات"
BODY_AR = (
    "أعلنت وزارة الصحة، اليوم الخميس، تسجيل ثلاث حالات في المدينة بعد أسبوع من بدء الحملة في المدارس.",
    "وقالت الوزارة في بيان إن الفرق تواصل عملها في كل الأحياء، ودعت السكان إلى الالتزام حتى نهاية الشهر.",
    "وأضاف مدير المستشفى أن الوضع تحت السيطرة وأن الأدوية متوفرة بكميات كافية في جميع المراكز.",
)


@pytest.mark.parametrize(
    ("head", "opening", "byline", "place"),
    [
        (("سعاد الخطيب", "12 مارس 2024"), "", "سعاد الخطيب", None),
        (("12 مارس 2024", "مشاركة", "سعاد الخطيب"), "", "سعاد الخطيب", None),
        (("بيروت - سعاد الخطيب", "12 مارس 2024"), "", "سعاد الخطيب", "بيروت"),
        (("سعاد الخطيب | بيروت | 12 مارس 2024",), "", "سعاد الخطيب", "بيروت"),
        (("مرايا النهر - سعاد الخطيب - بيروت", "12 مارس 2024"), "", "سعاد الخطيب", "بيروت"),
        (("محمد أبو زيد وسعاد الخطيب", "12 مارس 2024"), "", "محمد أبو زيد, سعاد الخطيب", None),
        (("القاهرة - وكالات", "12 مارس 2024"), "", None, "القاهرة"),
        (("أخبار محلية", "12 مارس 2024"), "", None, None),
        (("حملة التلقيح", "12 مارس 2024"), "", None, None),
        (("12 مارس 2024",), "بيروت – ", None, "بيروت"),
        (("12 مارس 2024",), "القاهرة (رويترز) - ", None, "القاهرة"),
        (("12 مارس 2024",), "لندن - «مرايا النهر»: ", None, "لندن"),
        (("12 مارس 2024",), "بيروت - سعاد الخطيب - ", "سعاد الخطيب", "بيروت"),
        (("12 مارس 2024",), "خاص - ", None, None),
        (("12 مارس 2024",), "متابعة: ", None, None),
    ],
)
def test_names_and_towns_without_capitals_are_known_by_where_they_stand(
    head, opening, byline, place
):
    text = "\n".join(
        ["مرايا النهر", "الرئيسية", TITLE_AR, *head, opening + BODY_AR[0], *BODY_AR[1:]]
    )
    found = read_document(f"{text}\n").metadata
    assert (found.byline, found.dateline) == (byline, place)


BODY_TR = (
    "Barajda çatlak olduğu iddia edildi, ancak kurum bunu bugün yalanladı ve barajda denetim yaptı.",
    "Kurumun mühendisleri gövdeyi ve kapakları inceledi, barajdaki su seviyesinin düştüğü görüldü.",
    "İki köyün muhtarı da denetime katıldı, köylüler ise suyun ne zaman geleceğini sordu durdu.",
)


def test_a_label_in_turkish_capitals_is_no_town_and_agencies_sign_among_initials():
    head = ("Barajda çatlak var mı?", "3 Mayıs 2024", "", f"İddia: {BODY_TR[0]}")
    text = "\n\n".join((*head, *BODY_TR[1:], "Reuters, dpa / SK, HT"))
    found = read_document(f"{text}\n", Metadata(language="tr")).metadata
    assert (found.dateline, found.wire) == (None, "Reuters")


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ("Liman Postası'nı takip et", "Liman Postası"),
        ("Liman Postası'nda yer alan haberlerin tüm hakları saklıdır.", "Liman Postası"),
        ("© Liman Gazetecilik ve Matbaacılık A.Ş. Tüm hakları saklıdır.", "Liman"),
    ],
)
def test_turkish_notes_name_the_outlet_with_and_without_an_ending(note, outlet):
    text = "\n\n".join(("Barajda çatlak yok", "3 Mayıs 2024", *BODY_TR, "Etiketler: baraj", note))
    assert read_document(f"{text}\n", Metadata(language="tr")).metadata.outlet == outlet


def test_an_author_and_an_outlet_may_open_the_report_with_a_bar_and_a_dash():
    found = read_dateline(
        "Ana Rocha, do Porto | Agência Cais de Notícias – Um grupo", load("pt"), first=True
    )
    assert found is not None
    assert (found.author, found.place, found.outlet) == (
        "Ana Rocha",
        "Porto",
        "Agência Cais de Notícias",
    )


def test_who_put_a_report_together_signs_it_behind_the_text():
    body = (
        "Tàu của cảng đang tìm kiếm một thuyền cá mất tích từ thứ Hai, theo ban quản lý cảng biển."
    )
    rows = (
        "Cảng tìm thuyền cá mất tích",
        "",
        body,
        "",
        body + " " + body,
        "Tuyết Mai/NKR (Tổng hợp)",
    )
    assert read_document("\n".join(rows), Metadata(language="vi")).metadata.byline == "Tuyết Mai"


def test_who_wrote_and_who_took_the_pictures_may_stand_in_brackets():
    credit = read_credit_line("Ana Rocha (texto) e Rui Cais (fotografia)", load("pt"))
    assert credit is not None
    assert credit.authors == ("Ana Rocha",)
    other = read_credit_line("Ana Rocha (Porto) e Rui Cais (Lisboa)", load("pt"))
    assert other is None or not other.authors


def test_a_town_may_stand_alone_between_the_author_and_the_day():
    body = (
        "La directora del puerto de Puerto Rey negó el lunes haber ocultado un informe sobre ella."
    )
    rows = (
        "El puerto niega haber ocultado un informe",
        "Ana Rocha",
        "Puerto Rey",
        "11 de marzo 2024",
    )
    found = read_document("\n".join((*rows, "", body, "", body)), Metadata(language="es")).metadata
    assert (found.byline, found.dateline) == ("Ana Rocha", "Puerto Rey")


def test_a_town_among_the_tags_is_no_dateline():
    body = "La directora del puerto negó el lunes haber ocultado un informe sobre la vieja grúa de 1954."
    rows = ("El puerto niega haber ocultado un informe", "", body, body, "Temas", "Madrid")
    lines = read_document("\n".join(rows), Metadata(language="es")).lines
    assert not lines[-1].shown


def test_the_site_s_name_before_a_name_signs_the_report_where_a_first_line_has_it():
    body = (
        "نفى مدير الميناء الاثنين إخفاء تقرير عن تشققات في الرافعة القديمة، وقال إنها آمنة تماما."
    )
    head = ("مرسى نيوز", "الرئيسية", "أخبار", "مدير الميناء ينفي إخفاء تقرير عن تشققات الرافعة")
    rows = (*head, "مرسى نيوز - سالم البحري - الدمام", "11 مارس 2024", "", body, "", body)
    found = read_document("\n".join(rows), Metadata(language="ar")).metadata
    assert (found.outlet, found.byline, found.dateline) == ("مرسى نيوز", "سالم البحري", "الدمام")
    title = "The crane - A history"
    page = (title, "", BODY["en"], "", BODY["en"])
    assert read_document("\n".join(page), Metadata(language="en")).metadata.byline is None


def test_a_town_may_stand_alone_below_an_agency():
    body = (
        "La directora del puerto de Puerto Rey negó el lunes haber ocultado un informe sobre ella."
    )
    rows = ("El puerto niega haber ocultado un informe", "EFE", "Puerto Rey", "11/03/2024 17:40")
    found = read_document("\n".join((*rows, "", body, "", body)), Metadata(language="es")).metadata
    assert (found.byline, found.dateline, found.wire) == (None, "Puerto Rey", "EFE")
