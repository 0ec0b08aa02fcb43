import pytest

from store.model import Metadata
from store.reading.document import read_document

OPENING = "환경부 취수장 오염설 부인\n\n박성호 환경부 대변인이 12일 브리핑을 열었다.\n\n"


def told(sentence):
    document = read_document(OPENING + sentence + "\n", Metadata(language="ko"))
    kinds = {"direct", "partial", "reported"}
    return [(q.kind, q.text, q.speaker) for q in document.quotes if q.kind in kinds]


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker"),
    [
        (
            "박성호 환경부 대변인은 “모두 기준을 충족했다”고 밝혔다.",
            "direct",
            "박성호 환경부 대변인",
        ),
        ("박 대변인은 “소문일 뿐이니 믿지 말라”고 말했다.", "direct", "박성호 환경부 대변인"),
        ("그는 이어 “법적 조치를 검토할 것”이라고 덧붙였다.", "direct", "박성호 환경부 대변인"),
        ("이순자(67) 씨는 “물에서 썩은 냄새가 난다”며 울먹였다.", "direct", "이순자(67) 씨"),
        ("환경부 관계자는 “정해진 것”이라고 반박했다.", "partial", "환경부 관계자"),
        ("회사는 “자료를 제출받아 검토 중”이라는 입장이다.", "partial", "회사"),
        ("“이제 와서 부인하십니까?” 문정희 의원이 목소리를 높였다.", "direct", "문정희 의원"),
        ("상황을 전한 관계자는 “소문은 하루면 지나간다.”고 덧붙였다.", "direct", "관계자"),
        ("글을 올린 제보자는 “가게 문이 열려 있었다”고 밝혔다.", "direct", "제보자"),
        ("최영수 대표는 '은폐'가 아니라 “조작”이라고 했다.", "partial", "최영수 대표"),
    ],
)
def test_the_word_with_the_particle_is_the_source(sentence, kind, speaker):
    [found] = told(sentence)
    assert (found[0], found[2]) == (kind, speaker)


def test_two_quotes_of_a_sentence_have_one_source():
    found = told("최영수 대표는 “상류에서 잡았다”며 “다시 조사해야 한다”고 주장했다.")
    assert [(kind, speaker) for kind, _, speaker in found] == [
        ("direct", "최영수 대표"),
        ("direct", "최영수 대표"),
    ]


def test_each_of_two_clauses_has_its_own_source():
    found = told("문정희 의원은 “필적을 감정해 보자”고 했고, 오경택 사장은 “응하겠다”고 답했다.")
    assert [speaker for _, _, speaker in found] == ["문정희 의원", "오경택 사장"]


def test_what_is_told_without_marks_is_reported():
    assert told("환경부는 수질에 아무런 문제가 없다고 밝혔다.") == [
        ("reported", "수질에 아무런 문제가 없다", "환경부")
    ]


@pytest.mark.parametrize(
    "sentence", ["“맑은물” 축제가 12일 열렸다.", "이 노래는 “바다”라는 제목으로 나왔다."]
)
def test_names_and_titles_in_marks_are_no_speech(sentence):
    assert told(sentence) == []


def test_a_quote_may_go_over_the_short_lines_of_a_script():
    script = (
        "관리사무소는 습기 때문에\n감지기가 오작동한 것으로\n보인다며 모두\n바꾸기로 했습니다.\n\n"
        '한편 민원을 낸 주민은\n"세 번 신고했지만\n그때마다 기다리라는\n말뿐이었다"고 말해\n논란이 일었습니다.\n'
    )
    document = read_document("경보음에 잠 못 드는 주민\n\n" + script, Metadata(language="ko"))
    [quote] = [q for q in document.quotes if q.kind == "direct"]
    assert quote.text == '"세 번 신고했지만\n그때마다 기다리라는\n말뿐이었다"'
    assert quote.speaker == "주민"


def test_words_in_marks_below_the_title_are_of_the_headline():
    page = (
        "도청, 교량 폐쇄설에 “점검일 뿐”\n\n"
        "“폐쇄 계획은 세운 적 없어…정기 점검”\n“소문 낸 경위 확인 중…나흘이면 끝나”\n\n"
        "서지훈 도청 대변인은 3일 설명회에서 “폐쇄가 아니라 점검이다”라고 말했다.\n"
    )
    document = read_document(page, Metadata(language="ko"))
    spoken = [q.text for q in document.quotes if q.kind in {"direct", "partial"}]
    assert spoken == ["“폐쇄가 아니라 점검이다”"]
