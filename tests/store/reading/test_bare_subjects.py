import pytest

from store.model import Metadata
from store.reading.document import read_document

OPENING = "云溪市通报自来水异味事件\n\n云溪市水务局副局长何建军16日出席发布会。刘女士也在场。\n\n"


def told(sentence, opening=OPENING):
    document = read_document(opening + sentence + "\n", Metadata(language="zh"))
    kinds = {"direct", "partial", "reported"}
    return [(q.kind, q.text, q.speaker) for q in document.quotes if q.kind in kinds]


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker"),
    [
        ("何建军说：“水是干净的。”", "direct", "何建军"),
        ("“水是干净的，请放心。”水务局副局长何建军说。", "direct", "何建军"),
        ("环保组织负责人马里奥·桑托斯表示，“数据断章取义”。", "partial", "马里奥·桑托斯"),
        ("水务局副局长何建军在发布会上强调，水质“完全符合国家标准”。", "partial", "何建军"),
        ("市应急管理局证实，有人受伤，但“伤者已脱离生命危险”。", "partial", "市应急管理局"),
        ("刘女士称水管“漏了”。", "partial", "刘女士"),
        ("他还说：“请大家不要传谣。”", "direct", "何建军"),
        ("環保局長黃雅玲受訪時否認，強調「一切依法行政」。", "partial", "黃雅玲"),
        ("「名單就會公布。」衛生局長黃雅玲回應。", "direct", "黃雅玲"),
        ("對此衛生局長黃雅玲今（22）日回應，「名單就會公布。」", "direct", "黃雅玲"),
        ("對此議員黃雅玲反嗆，對方「連名單在哪都不知道」。", "partial", "黃雅玲"),
        ("委员会高级官员受询时表示，“调查正在进行，不便评论”。", "direct", "委员会高级官员"),
        ("云溪环境问题研究所研究员周明远认为，水质“完全符合国家标准”。", "partial", "周明远"),
        ("检察官安娜·克莱因则指出，证据链“完整而清晰”。", "partial", "安娜·克莱因"),
        ("反对党民主阵线主席阿兹曼13日说：“我没有收过一分钱。”", "direct", "阿兹曼"),
    ],
)
def test_the_subject_right_before_a_verb_is_the_source(sentence, kind, speaker):
    opening = OPENING.replace("刘女士也在场。", "") if sentence.startswith("他") else OPENING
    [found] = told(sentence, opening)
    assert (found[0], found[2]) == (kind, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "网络流传“溃坝”的消息引发关注。",
        "这就是所谓的“一带一路”倡议。",
        "会议在“和平号”船上举行。",
        "他写的小说“长江”卖得很好。",
    ],
)
def test_what_stands_in_marks_without_a_source_is_no_speech(sentence):
    assert [one for one in told(sentence) if one[0] != "reported"] == []


def test_what_is_told_without_marks_is_reported():
    assert told("水务局解释说，通知是因为预报有强降雨。") == [
        ("reported", "通知是因为预报有强降雨", "水务局")
    ]


def test_the_short_form_of_a_foreign_name_means_the_full_one():
    text = "渔民协会主席马里奥·桑托斯说：“我们没有错。”\n\n桑托斯说：“船是他们撞的。”"
    assert [speaker for _, _, speaker in told(text)] == ["马里奥·桑托斯"] * 2


def test_a_name_known_from_elsewhere_is_heard_without_a_verb():
    text = "主教练冈萨雷斯情绪激动。“那不是点球。”他说。\n\n冈萨雷斯还说：“我们会申诉的，一定。”"
    assert [speaker for _, _, speaker in told(text)] == ["冈萨雷斯"] * 2


def test_a_question_of_the_report_is_nobody_s():
    found = told("有记者问：“发言人有何评论？”\n\n何建军说：“没有评论，谢谢。”")
    assert found[1][2] == "何建军"
