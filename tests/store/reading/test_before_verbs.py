"""Hindi and Thai, whose sources stand before a mark or a verb; and Filipino, behind it."""

from __future__ import annotations

import pytest

from store.reading.bylines.credit_lines import read_credit_line
from store.reading.dates import find_dates
from store.reading.document import read_document
from store.reading.languages import load
from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('सरपंच गीता राणा ने कहा, "नहर सूख गई है।"', "गीता राणा"),
        ('"नहर सूख गई है," सरपंच गीता राणा ने किसानों से कहा।', "गीता राणा"),
        ('बुधवार को बैठक में सरपंच गीता राणा ने बताया कि "नहर सूख गई है।"', "गीता राणा"),
        ('सरपंच गीता राणा के मुताबिक, "नहर सूख गई है।"', "गीता राणा"),
        ('सरपंच गीता राणा का कहना है कि "नहर सूख गई है।"', "गीता राणा"),
        ('सरपंच गीता राणा ने इसे "किसानों से मजाक" बताया।', "गीता राणा"),
        ('गीता राणा कहती हैं, "नहर सूख गई है।"', "गीता राणा"),
        ('सिंचाई विभाग ने एक बयान में कहा, "नहर की सफाई होगी।"', "सिंचाई विभाग"),
    ],
)
def test_a_hindi_source_stands_before_its_mark_its_verb_or_a_frame(text: str, speaker: str) -> None:
    assert speakers_in("hi", text) == [speaker]


@pytest.mark.parametrize("name", ["राणा ने", "उन्होंने", "सरपंच राणा ने"])
def test_a_pronoun_or_the_last_name_means_whom_hindi_told_of(name: str) -> None:
    text = f'सरपंच गीता राणा ने नहर का दौरा किया।\n"नहर सूख गई है," {name} कहा।'
    assert speakers_in("hi", text) == ["गीता राणा"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('นายดำรง พรมมา กำนันตำบลหนองบัว กล่าวว่า "คลองแห้งหมดแล้ว"', "นายดำรง พรมมา"),
        ('ด้านนายดำรง พรมมา กำนัน ระบุว่า "คลองแห้งหมดแล้ว"', "นายดำรง พรมมา"),
        ('"คลองแห้งหมดแล้ว" นายดำรง พรมมา กำนัน กล่าวกับผู้สื่อข่าว', "นายดำรง พรมมา"),
        ('เมื่อวันที่ 3 ก.ค. พ.ต.อ.ดำรง พรมมา เปิดเผยว่า "จับได้แล้ว"', "พ.ต.อ.ดำรง พรมมา"),
        ('โฆษกกรมชลประทานชี้แจงว่า "จะส่งน้ำเพิ่ม"', "โฆษกกรมชลประทาน"),
        ('ด้านนางสาวอร (นามสมมติ) หนึ่งในชาวนา เล่าว่า "ข้าวตายหมดแล้ว"', "นางสาวอร"),
        ('นายกมล พรมมา ทนาย ยืนยันว่า "ลูกความไม่ผิด"', "นายกมล พรมมา"),
    ],
)
def test_a_thai_source_is_the_title_and_name_or_the_role_before_the_verb(
    text: str, speaker: str
) -> None:
    assert speakers_in("th", text) == [speaker]


@pytest.mark.parametrize("again", ["นายดำรงกล่าว", "เขากล่าวต่อว่า", "นายดำรง กล่าวเพิ่มเติม"])
def test_a_given_name_or_a_pronoun_means_whom_thai_named_before(again: str) -> None:
    text = f'นายดำรง พรมมา กำนัน กล่าวว่า "คลองแห้งหมดแล้ว"\n"ขอให้ช่วยเร็วที่สุด" {again}'
    assert speakers_in("th", text) == ["นายดำรง พรมมา"] * 2


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"Tuyo na ang ilog," sabi ni Kapitan Nilo Abella.', ["Nilo Abella"]),
        ('Ayon kay Kapitan Nilo Abella, "tuyo na ang ilog."', ["Nilo Abella"]),
        ('Iginiit ni Kapitan Nilo Abella na "tuyo na ang ilog."', ["Nilo Abella"]),
        (
            '"Tuyo na ang ilog," ani Prof. Nilo Abella. "Tulungan ninyo kami," aniya.',
            ["Nilo Abella"] * 2,
        ),
        ('"Napakasakit po," naluluhang pahayag ni Nena Abella.', ["Nena Abella"]),
        ('"Handa kami," giit ng Philippine Coast Guard.', ["Philippine Coast Guard"]),
    ],
)
def test_a_filipino_source_stands_behind_its_verb_and_marker(
    text: str, speakers: list[str]
) -> None:
    assert speakers_in("tl", text) == speakers


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("th", "3 กรกฎาคม 2567 16:15 น."),
        ("th", "วันพุธที่ 3 กรกฎาคม พ.ศ. 2567"),
        ("th", "3 ก.ค. 67"),
        ("th", "03/07/2567"),
        ("hi", "बुधवार, 3 जुलाई 2024, 04:15 PM"),
        ("tl", "Miyerkules, Hulyo 3, 2024"),
    ],
)
def test_dates_are_read_in_the_calendar_of_their_language(code: str, text: str) -> None:
    (found,) = find_dates(text, load(code))
    assert (found.start, found.end, found.iso) == (0, len(text), "2024-07-03")


@pytest.mark.parametrize(
    ("code", "line", "name"),
    [
        ("th", "โดย ดำรง พรมมา", "ดำรง พรมมา"),
        ("hi", "लेखक: गीता राणा", "गीता राणा"),
        ("tl", "Ni Nilo Abella", "Nilo Abella"),
    ],
)
def test_a_label_names_the_author_in_scripts_without_capitals_too(
    code: str, line: str, name: str
) -> None:
    credit = read_credit_line(line, load(code))
    assert credit is not None
    assert credit.authors == (name,)


def test_a_long_line_without_a_stop_is_a_paragraph_where_none_are_set() -> None:
    last = "กรมชลประทานจะส่งเจ้าหน้าที่ลงพื้นที่ภายในสัปดาห์นี้ และจะแจกจ่ายน้ำให้ชาวบ้านทุกหมู่บ้านจนกว่าฝนจะตกตามฤดูกาล"
    text = (
        "ชาวนาหนองบัวเดือดร้อนหนัก คลองแห้งทั้งตำบล\n\n"
        "ชาวนาในตำบลหนองบัวกว่าสองร้อยครัวเรือนเดือดร้อนหนัก หลังคลองส่งน้ำแห้งตลอดสายนานสองเดือน"
        "จนข้าวยืนต้นตาย\n\n"
        f"{last}\n\nข่าวที่เกี่ยวข้อง\nราคาข้าวปรับขึ้น\n"
    )
    document = read_document(text)
    kinds = {text[line.start : line.end]: line.kind for line in document.lines}
    assert kinds[last] == "body"
    assert kinds["ราคาข้าวปรับขึ้น"] == "boilerplate"
