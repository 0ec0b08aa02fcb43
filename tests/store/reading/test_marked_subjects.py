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
