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
        ('Đại diện Công ty Sen Vàng nói: "Tôi xin lỗi".', "Đại diện Công ty Sen Vàng"),
        ('Ủy ban nhân dân xã cho hay: "Cầu đã sửa".', "Ủy ban nhân dân xã"),
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


def test_the_editor_in_chief_in_an_imprint_did_not_edit_the_article() -> None:
    credit = read_credit_line("Tổng biên tập: Mạc Văn Sáng", load("vi"))
    assert credit is None or not credit.editors


def test_a_heading_in_capitals_that_opens_with_a_label_names_no_author() -> None:
    credit = read_credit_line("TIN LIÊN QUAN", load("vi"))
    assert credit is None or not (credit.authors or credit.labelled)


@pytest.mark.parametrize(
    "who",
    [
        "bà Mạc Thị Lý, một trong các chủ hụi, nói trong nước mắt",
        "bà Mạc Thị Lý, hàng xóm của ông Thạch, kể",
        "luật sư Mạc Thị Lý, thành viên đoàn, phân tích",
        "chị Mạc Thị Lý xin được giấu tên cho biết",
        "nhà phân tích Mạc Thị Lý nhận định",
    ],
)
def test_what_stands_between_a_titled_name_and_its_verb_names_nobody(who: str) -> None:
    assert speakers_in("vi", f'"Tôi không hay biết", {who}.') == ["Mạc Thị Lý"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Theo lời kể của chị Sen, mẹ cháu bé, "cháu đang ngủ".', "Sen"),
        ('Hiệp hội Vận tải kiến nghị "giảm phí cầu đường".', "Hiệp hội Vận tải"),
        ('Trả lời câu hỏi vì sao chậm, Thạch cúi đầu: "Tôi hết tiền".', "Thạch"),
        ('Khi phóng viên hỏi về khoản nợ, bà Lý xua tay: "Tôi trả rồi".', "Lý"),
    ],
)
def test_a_verb_inside_a_frame_or_a_question_is_not_the_speakers(text: str, speaker: str) -> None:
    assert speakers_in("vi", text) == [speaker]


def test_a_lead_above_a_caption_with_words_of_its_own_stays() -> None:
    lead = "Gần 90 hộ dân xã Hòa Lộc gửi đơn lên huyện sau khi bến đò bị đóng cửa từ đầu tháng."
    text = (
        f"Dân Hòa Lộc xin mở lại bến đò\n12/03/2024 08:40\n{lead}\n"
        "Người dân Hòa Lộc chờ đò ở bến cũ sáng 11/3. Ảnh: Minh Sáng\n"
        "Ông Mạc Văn Thạch, 70 tuổi, cho biết phải đi vòng 14 km để sang sông mỗi ngày.\n"
        "Chính quyền huyện hứa sẽ trả lời đơn của các hộ dân trước ngày 20/3.\n"
    )
    lines = read_document(text).lines
    assert next(line.shown for line in lines if text[line.start : line.end] == lead)
