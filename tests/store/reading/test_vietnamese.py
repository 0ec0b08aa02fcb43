"""Vietnamese pages: full names, bodies in small letters, menus of several words, signatures."""

from __future__ import annotations

import pytest

from store.reading.bylines.credit_lines import read_credit_line
from store.reading.document import read_document
from store.reading.languages import load
from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    "title", ["luật sư", "ông", "Phó Chủ tịch UBND tỉnh Thái Sơn", "Chủ tịch xã", "bị cáo"]
)
def test_a_family_name_opens_the_full_name_that_the_last_word_stands_for(title: str) -> None:
    text = f'Hôm qua, {title} Phùng Quốc Thạch vắng mặt. "Tôi bị ốm", ông Thạch nói.'
    assert speakers_in("vi", text) == ["Phùng Quốc Thạch"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Hãng Sen Vàng bác bỏ cáo buộc "bán hàng giả".', "Hãng Sen Vàng"),
        ('Theo Hiệp hội Chè, "giá chè sẽ giảm".', "Hiệp hội Chè"),
        ('Bộ Thủy sản Ostmark tuyên bố "không nhượng bộ".', "Bộ Thủy sản Ostmark"),
        ('"Đường hỏng lâu rồi", người dân xã Hòa Lộc nói.', "người dân xã Hòa Lộc"),
        ('Tổng thống Ostmark Ivan Dahl gọi đó là "trò đùa".', "Ivan Dahl"),
    ],
)
def test_a_body_or_those_of_a_place_are_named_in_whole(text: str, speaker: str) -> None:
    assert speakers_in("vi", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("vi", 'Bà Mạc Thị Sáng lắc đầu: "Tôi không nhớ".', "Mạc Thị Sáng"),
        ("vi", 'Hỏi về tiền thưởng, ông Bảo chỉ cười: "Tôi quên rồi".', "Bảo"),
        ("vi", 'Ông Mạc Văn Bảo ở nhà một mình. "Tôi quen rồi", ông cười.', "Mạc Văn Bảo"),
        ("en", 'Asked about the prize, Poe just laughed: "I forgot it."', "Poe"),
        ("id", 'Ditanya soal hadiah, Wanto hanya tersenyum: "Saya lupa."', "Wanto"),
    ],
)
def test_who_only_does_something_right_beside_an_utterance_says_it(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    "menu", ["Mới nhất Tin theo khu vực Đăng nhập", "Thời sự  Thế giới  Pháp luật  Bạn đọc"]
)
def test_a_row_of_buttons_of_several_words_is_no_title(menu: str) -> None:
    text = (
        f"{menu}\nNông dân Hòa Lộc bỏ vườn chè vì giá thấp\n\n"
        "Nhiều hộ trồng chè ở xã Hòa Lộc bỏ vườn đi làm thuê vì giá chè xuống thấp nhất 5 năm.\n\n"
        "Chính quyền xã cho biết diện tích chè đã giảm một nửa so với năm ngoái.\n"
    )
    assert read_document(text).metadata.title == "Nông dân Hòa Lộc bỏ vườn chè vì giá thấp"


@pytest.mark.parametrize(
    ("line", "names", "wire"),
    [
        ("Minh Sáng - Quốc Thạch", ("Minh Sáng", "Quốc Thạch"), None),
        ("Minh Sáng (Tổng hợp)", ("Minh Sáng",), None),
        ("Minh Sáng (Theo Reuters)", ("Minh Sáng",), "Reuters"),
        ("Theo Reuters", (), "Reuters"),
        ("Thứ Tư, 07:48, 12/02/2025", (), None),
    ],
)
def test_signatures_name_authors_and_the_agency(
    line: str, names: tuple[str, ...], wire: str | None
) -> None:
    credit = read_credit_line(line, load("vi"))
    assert credit is not None
    assert (credit.names, credit.wire) == (names, wire)


def test_a_heading_in_capitals_that_opens_with_a_label_names_no_author() -> None:
    credit = read_credit_line("TIN LIÊN QUAN", load("vi"))
    assert credit is None or not (credit.authors or credit.labelled)
