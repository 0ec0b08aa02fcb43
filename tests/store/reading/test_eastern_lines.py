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
KOREAN = (
    "도립도서관서 옛 지도 전시 개막…다음 달 말까지",
    "",
    "마루도립도서관이 11일 옛 지도 전시를 열었다. 도내 옛집에서 기증받은 지도 80여점이 관람객을 맞는다.",
    "",
    "전시는 세 부분으로 나뉘며 길이 놓인 과정을 살필 수 있다. 학예사 조미래씨는 “당시 살림이 보인다”고 말했다.",
    "",
)
KOREAN_END = (
    "",
    "전시장에는 돋보기가 놓여 작은 글씨까지 읽을 수 있다. 매주 토요일에는 누구나 들을 수 있는 해설회가 열린다.",
    "",
    "도서관은 앞으로 지도를 공개할 방침이다. 담당자는 “집에서도 볼 수 있게 하겠다”고 했다.",
)
PAGES = {
    "ja": (JAPANESE, JAPANESE_END),
    "ko": (KOREAN, KOREAN_END),
    "zh": (CHINESE, CHINESE_END),
}


def kind(line: str, language: str) -> str:
    above, below = PAGES[language]
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


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("관람객들이 전시장에서 옛 지도를 살펴보고 있다. 류하람 기자 hrm@", "ko"),
        ("관람객들이 전시장에서 옛 지도를 살펴보고 있다. 류하람 선임기자", "ko"),
        ("옛 지도가 걸린 전시장 전경. 대륙 연합뉴스", "ko"),
        ("배에서 내리는 지도 상자. 마루도립도서관 제공, AP 연합뉴스", "ko"),
        ("(마루=연합뉴스) 류하람 기자 = 11일 전시장에 지도가 걸려 있다. 2024.3.12", "ko"),
        ("館長祁月霞說明展品。（圖書館提供）中央社記者齊雲傳真 113年5月14日", "zh"),
        ("馆长祁月霞（左二）为观众讲解。", "zh"),
        ("展品说明。（资料图片／山吹新闻）", "zh"),
        ("展厅监控视频截图", "zh"),
        ("お知らせの画面（出典：山吹書房）", "ja"),
        ("あいさつする祁館長（右）", "ja"),
    ],
)
def test_a_picture_s_text_with_its_owner_or_place_behind_is_a_caption(line, language):
    assert kind(line, language) == "caption"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("관람객들은 전시장에서 옛 지도를 살펴보고 있다. 사진은 찍을 수 없다.", "ko"),
        ("先発の沢渡（右腕）は7回を無失点に抑えた。", "ja"),
        ("他习惯用左手（左手写字）。", "zh"),
    ],
)
def test_a_sentence_without_an_owner_is_no_caption(line, language):
    assert kind(line, language) != "caption"


def test_a_picture_of_an_agency_is_hidden_with_its_title_and_its_signed_sentence():
    title = "전시장에 걸린 지도들"
    text = "(마루=연합뉴스) 류하람 기자 = 11일 전시장에 지도가 걸려 있다. 2024.3.12 hrm@yna.example"
    lines = read(*KOREAN, title, text, *KOREAN_END, language="ko")
    assert (lines[title].kind, lines[text].kind) == ("caption", "caption")
    signed = "图书馆公布的照片显示，地图铺满了展厅。（法新社）"
    head, *rest = CHINESE
    lines = read(head, "", signed, *rest, *CHINESE_END, language="zh")
    assert lines[signed].kind == "caption"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("야구 축구 농구/배구 골프 연예 포토 마루볼", "ko"),
        ("뉴스 9 | 전체뉴스 | 다시보기 | 제보", "ko"),
        ("野球 プロ野球 MLB 高校野球 サッカー 競馬", "ja"),
        ("导航 NBA CBA 中超 英超", "zh"),
    ],
)
def test_a_row_of_sections_is_no_title(line, language):
    (title, *above), below = PAGES[language]
    lines = read(line, title, *above, *below, language=language)
    assert (lines[line].shown, lines[title].kind) == (False, "title")


@pytest.mark.parametrize(
    ("line", "is_title"), [("山吹NEWS ＞ 展示 ＞", False), ("古地図の展示始まる＜上＞", True)]
)
def test_a_path_that_ends_in_its_sign_is_no_title(line, is_title):
    above, below = PAGES["ja"]
    page = (line, *(above[1:] if is_title else above), *below)
    assert (read(*page, language="ja")[line].kind == "title") is is_title
