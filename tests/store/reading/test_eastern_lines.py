"""Clutter of Japanese and Chinese pages: pictures' owners, menus, prompts; and what is none."""

import pytest

from tests.store.reading.line_cases import read

JAPANESE = (
    "県立図書館で古地図の展示始まる　来月末まで",
    "",
    "山吹県立図書館で11日、江戸時代の古地図を集めた展示が始まった。県内の旧家から寄贈された約80点が並ぶ。",
    "",
    "展示は3部構成で、街道の整備をたどることができる。学芸員の沢渡美咲さんは「当時の暮らしが見える」と話す。",
    "",
)
JAPANESE_END = (
    "",
    "会場には拡大鏡が置かれ、細かな文字まで読めるように工夫されている。毎週土曜に解説会が開かれる。",
    "",
    "図書館は今後、地図を公開する方針だ。担当者は「家にいながら眺められるようにしたい」としている。",
)
CHINESE = (
    "古地图展在省图书馆开幕 展期至下月底",
    "",
    "山吹省图书馆11日举办古地图展，展出省内旧家捐赠的约80件藏品，开展首日吸引了许多市民前来参观。",
    "",
    "展览分为三个部分，观众可以了解道路的修建过程。策展人沈佩芳说：“道路的弯曲里能看见当年的生活。”",
    "",
)
CHINESE_END = (
    "",
    "会场备有放大镜，细小的文字也能看得清楚。展览期间每周六举办讲解会，市民无须预约即可参加。",
    "",
    "图书馆今后计划将地图数字化并对外公开。负责人表示：“希望大家在家里也能欣赏。”",
)


def kind(line: str, language: str) -> str:
    above, below = (JAPANESE, JAPANESE_END) if language == "ja" else (CHINESE, CHINESE_END)
    return str(read(*above, line, *below, language=language)[line].kind)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "展示された古地図に見入る来場者（撮影・梶田正道）"),
        ("ja", "展示された古地図に見入る来場者(カメラ・堀江 康生)"),
        ("ja", "展示された古地図に見入る来場者 (C)山吹フォト"),
        ("ja", "展示された古地図（山吹県立図書館の公式サイトより）"),
        ("zh", "市民在参观古地图。（汤森路透）"),
        ("zh", "市民在参观古地图。 山吹社记者 沈芳 摄"),
        ("zh", "市民在参观古地图。图/沈芳"),
        ("zh", "[記者沈芳／攝影]"),
        ("zh", "图为展览现场"),
    ],
)
def test_an_owner_at_the_end_of_a_line_makes_it_a_caption(language, line):
    assert kind(line, language) == "caption"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "全ての画像を見る（3枚）"),
        ("ja", "この記事をクリップ"),
        ("ja", "アニメ＆演劇 カテゴリ"),
        ("ja", "山吹県立図書館(@yamabuki_lib)がシェアした投稿"),
        ("zh", "更多晨報內容："),
        ("zh", "◤夏日優惠◢"),
        ("zh", "點我加入LINE好友"),
        ("zh", "打开APP查看全文"),
        ("zh", "浏览：1024次"),
    ],
)
def test_menus_and_prompts_are_hidden(language, line):
    assert kind(line, language) == "boilerplate"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "◆山吹杯 東リーグ 港南2―2城北（14日・青葉台）"),
        ("ja", "来場者の一人は「祖父の家が載っていた」と驚いた（11日）。"),
        ("ja", "参加者からは「続きを読みたい」という声も上がった。"),
        ("zh", "摄影爱好者沈芳也来到现场。"),
        ("zh", "更多内容将在下月公布。"),
        ("zh", "“这条路我走了四十年。”沈先生在展厅里告诉本台。（路透社）"),
    ],
)
def test_results_and_sentences_of_the_article_stay(language, line):
    assert kind(line, language) not in {"boilerplate", "caption"}


def test_a_sentence_that_an_agency_signs_ends_the_article():
    last = "图书馆今后计划将地图数字化。（路透社）"
    assert read(*CHINESE, last, language="zh")[last].kind == "body"


def test_paragraphs_of_quotes_that_stand_twice_are_no_captions():
    told = (
        "水道局の記者は「来週にも署名が終わる」と述べた。「日取りは固まっていない」とも報じている。"
    )
    denied = "担当者は内容を打ち消した。「誰も書類を見ていない」と話した。(c)AGY"
    lines = read(*JAPANESE, told, denied, told, denied, language="ja")
    assert [line.kind for line in lines.values()].count("caption") == 0


@pytest.mark.parametrize(
    "name", ["チェック・ミナト", "東欧・中央アジア", "緑浜検証日本"], ids=["a", "b", "c"]
)
def test_the_name_of_an_outlet_or_a_section_above_the_title_is_hidden(name):
    rows = (
        name,
        "解説　講座　団体概要",
        "浄水場に毒物との投稿は誤り　市の検査で異常なし",
        "2024年9月9日",
        f"緑浜市の浄水場に毒物が入っているとの情報が拡散したが、{name}が調べたところ誤りだった。",
        f"{name}は市の水道局に取材した。担当者は「毒物を入れた事実はない」と否定した。",
    )
    assert not read(*rows, language="ja")[name].shown
