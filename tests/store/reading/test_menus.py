import pytest

from store.model import Metadata
from store.reading.document import read_document
from tests.store.reading.line_cases import FIRST, SECOND, THIRD, hidden, read

MENU = [
    f"Bagian {word}"
    for word in ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
]
LINKS = [f"Kabar {word} dari pasar kota" for word in ["pagi", "siang", "sore", "malam", "subuh"]]
HEAD = ("Wali Kota Bantah Jembatan di Sungai Retak", "Oleh Sari Dewi", "Rabu, 3 Mei 2023")
TEXT = (FIRST, "", SECOND, "", THIRD)


def copied_whole():
    menus = [f"{entry} {part}" for part in "abcd" for entry in (*MENU, *LINKS)]
    return (*menus, *HEAD, "", *TEXT)


def test_menus_above_the_article_on_a_page_that_was_copied_whole_are_hidden():
    found = hidden(*copied_whole())
    assert {"Bagian satu a", "Kabar subuh dari pasar kota b"} <= set(found)
    assert not {*HEAD, FIRST, SECOND, THIRD} & set(found)


def test_the_title_below_menus_is_found():
    assert read(*copied_whole())[HEAD[0]].kind == "title"


def test_a_few_lines_above_the_title_are_no_menus():
    found = read(*MENU[:3], *HEAD, "", *TEXT)
    assert not any(line.reason.startswith("menus") for line in found.values())


def test_a_long_list_above_the_text_keeps_a_title_in_the_words_of_the_text():
    players = [f"Pemain nomor {number}" for number in range(40)]
    found = hidden(*HEAD, *players, "", *TEXT)
    assert not set(HEAD) & set(found)


def test_lists_of_all_else_below_the_text_are_hidden_with_their_teasers():
    teaser = "Pedagang di pasar kota mengeluh karena harga cabai turun tajam selama sepekan ini."
    lists = [f"{entry} {part}" for part in "abcd" for entry in (*MENU, *LINKS)]
    found = hidden(*HEAD, "", *TEXT, "", *lists[:30], teaser, *lists[30:])
    assert {"Kabar pagi dari pasar kota a", teaser, "Bagian satu d"} <= set(found)
    assert not {*HEAD, FIRST, SECOND, THIRD} & set(found)


def test_a_list_of_the_text_with_a_paragraph_of_its_words_behind_it_is_the_article_s():
    points = [f"Tiang nomor {number} sudah diperiksa" for number in range(20)]
    last = (
        "Setelah pemeriksaan itu wali kota mengatakan warga boleh memakai jembatan tersebut lagi."
    )
    found = hidden(*HEAD, "", *TEXT, "", *points, "", last, "", *MENU, *LINKS, *MENU, *LINKS, *MENU)
    assert last not in found
    assert points[0] not in found


def test_a_long_list_that_the_last_paragraph_opens_is_the_article_s():
    opening = "Berikut daftar lengkap hasil pemeriksaan tiang jembatan menurut wali kota:"
    listed = [f"{number}. Tiang {number} di bantaran sungai" for number in range(1, 60)]
    found = hidden(*HEAD, "", *TEXT, "", opening, *listed)
    assert found == []


def test_a_long_table_below_the_text_is_not_cut():
    table = [f"Tiang {number}: {number % 7} retakan" for number in range(1, 60)]
    found = set(hidden(*HEAD, "", *TEXT, "", "Hasil pemeriksaan:", *table))
    assert len({line for line in table if line in found}) in (0, len(table))


def test_a_long_table_between_standfirst_and_text_is_no_menu():
    table = [cell for number in range(20) for cell in (f"Tiang {number}", "ya", f"{number % 5},7")]
    found = hidden(*HEAD, SECOND, "Hasil", *table, "", FIRST, "", f"{SECOND} Lagi.", "", THIRD)
    assert not {*HEAD, SECOND, "Hasil", "Tiang 3"} & set(found)


@pytest.mark.parametrize(
    ("language", "menu"),
    [
        ("nl", "Voorpagina Net binnen Algemeen Economie Sport Tech Media en Cultuur"),
        ("ko", "뉴스 9 | 전체뉴스 | 다시보기 | 제보"),
        ("ru", "Новости Тексты Онлайны Поддержать"),
        ("vi", "Mới nhất Tin theo khu vực International Đăng nhập"),
    ],
)
def test_words_of_a_menu_side_by_side_are_no_title(language, menu):
    title = {
        "nl": "Haven vraagt uitstel van betaling aan, 640 banen onzeker",
        "ko": "항구 기중기 10년 만에 멈춰…주민 200명 대피",
        "ru": "Суд отправил под арест директора порта, обвиняемого в подделке проб",
        "vi": "Cảng biển lỗ vì giá tăng dựng đứng",
    }[language]
    lines = read_document(f"{menu}\n{title}\n\n{title}.\n", Metadata(language=language)).lines
    assert [line.kind for line in lines[:2]] == ["boilerplate", "title"]


@pytest.mark.parametrize("title", ["Sport minister opens new media centre", "News anchor quits TV"])
def test_a_headline_with_words_of_menus_is_the_title(title):
    lines = read_document(
        f"{title}\n\nThe minister said so on Monday.", Metadata(language="en")
    ).lines
    assert lines[0].kind == "title"


def test_related_news_in_capitals_name_no_author():
    text = "Cảng biển ngừng hoạt động\nĐức Huy\n19/05/2024\n\nCần cẩu cũ bị hỏng, ông nói.\n"
    found = read_document(f"{text}TIN LIÊN QUAN\nLịch tàu hôm nay", Metadata(language="vi"))
    assert found.metadata.byline == "Đức Huy"
