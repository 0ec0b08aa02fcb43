"""What holds of every text where sentences are not read by tokens: Chinese, Korean and others."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Metadata
from store.reading.document import read_document
from tests.growth import grows_linearly

PIECES = {
    "zh": [
        "何建军",
        "副局长何建军",
        "16日",
        "在会上",
        "说",
        "表示，",
        "他",
        "所谓",
        "记者问：",
        "会",
        "水务局",
    ],
    "ko": [
        "박성호 ",
        "환경부 대변인은 ",
        "그는 ",
        "고 ",
        "라며 ",
        "라는 입장이다",
        "말했다",
        "다고 밝혔다",
        "씨가 ",
    ],
    "tr": [
        "Hakan Yalçın ",
        "Sözcü ",
        "ise ",
        ", ",
        " dedi",
        "diye konuştu",
        "olduğunu söyledi",
        "iş insanı ",
        "Bakanlıktan yapılan açıklamada ",
        "iddiasının",
    ],
    "ar": [
        "قال ",
        "وأضاف ",
        "مضيفا ",
        "سامر النجار ",
        "المدير ",
        "في ",
        "إن ",
        "وكان ",
        "قد ",
        "عن ",
        "قوله",
        "الرصيف سليم تماما",
    ],
    "ja": [
        "市長",
        "田所海さん",
        "容疑者",
        "は",
        "が",
        "県警によると",
        "と話した",
        "と否認",
        "したことについて",
        "記者",
        "なかった",
    ],
}
SIGNS = ["“", "”", '"', "「", "」", "。", ". ", "\n", "：", "，", "?", "！", "(", ")", " "]


@pytest.mark.parametrize("code", sorted(PIECES))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_speech_never_overlaps_and_its_speaker_stands_where_the_offsets_say(code, data):
    pieces = data.draw(st.lists(st.sampled_from([*PIECES[code], *SIGNS]), max_size=40))
    text = "".join(pieces)
    quotes = read_document(text, Metadata(language=code)).quotes
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text != ""
        if quote.speaker is not None:
            assert text[quote.speaker_start : quote.speaker_end] == quote.speaker != ""
    spoken = [quote for quote in quotes if quote.kind in ("direct", "partial", "reported")]
    for before, after in pairwise(spoken):
        assert before.end <= after.start


PARAGRAPHS = {
    "zh": "水务局副局长何建军16日在会上说：“第{n}次检测也符合标准。”他还表示，市民可以放心使用自来水。",
    "ko": "박성호 환경부 대변인은 “{n}번째 검사도 기준을 충족했다”고 밝혔다. 그는 문제가 없다고 말했다.",
    "ar": "وقال المدير سامر النجار: «الفحص رقم {n} سليم أيضا»، مضيفا أنه لا خطر على أحد. وأضاف أن العمل مستمر.",
    "ja": "(来場者)\n「{n}回目も家族を連れて朝早くから来ましたが、今日もとても長い列に並ぶことになって本当に驚きました」\n県警によると「{n}回は店に行っていないし、そのような人の名前も聞いたことがない」と容疑を否認しているという。",
    "tr": "Bakanlık Sözcüsü Selin Korkmaz, “{n}. analiz de temiz çıktı” dedi. Korkmaz suyun temiz olduğunu söyledi.",
}


@pytest.mark.parametrize("code", sorted(PARAGRAPHS))
def test_the_work_grows_with_the_text(code):
    def read(size):
        # Numbers of its own for each size: what is remembered of one reading helps no other.
        numbers = range(1000 * size, 1001 * size)
        text = "\n\n".join(PARAGRAPHS[code].format(n=n) for n in numbers)
        read_document(text, Metadata(language=code))

    assert grows_linearly(read, 150)
