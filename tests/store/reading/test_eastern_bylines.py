import pytest

from store.model import Metadata
from store.reading.bylines.credit_lines import read_credit_line
from store.reading.bylines.datelines import read_dateline
from store.reading.bylines.eastern import read_outlet_of_sign_off, read_sign_off, read_signed
from store.reading.document import read_document
from store.reading.languages import load

#: A title and a text in each language.
TEXTS = {
    "ja": (
        "県立図書館で古地図の展示始まる 来月末まで",
        "山吹県立図書館で11日、江戸時代の古地図を集めた展示が始まった。初日から多くの人が訪れた。\n\n"
        "展示は3部構成だ。学芸員の沢渡美咲さんは「道の曲がり方に当時の暮らしが見える」と話す。",
    ),
    "zh": (
        "古地图展在省图书馆开幕 展期至下月底",
        "山吹省图书馆11日举办古地图展，展出省内旧家捐赠的约80件藏品，吸引了许多市民前来参观。\n\n"
        "展览分为三个部分。策展人沈佩芳说：“道路的弯曲里能看见当年的生活。”",
    ),
}


@pytest.mark.parametrize(
    ("piece", "authors", "outlet"),
    [
        ("来源：江岸新闻 记者 陈一鸣", ("陈一鸣",), "江岸新闻"),
        ("前沿财经记者 郭子涵", ("郭子涵",), None),
        ("记者 李书远、王静", ("李书远", "王静"), None),
        ("体坛前线 记者唐骏", ("唐骏",), None),
        ("洪伟杰 报道", ("洪伟杰",), None),
        ("記者吳佩珊／濱海報導", ("吳佩珊",), None),
        ("정하은 기자", ("정하은",), None),
        ("강유진 기자, 오세훈 기자", ("강유진", "오세훈"), None),
        ("강유진·오세훈 기자", ("강유진", "오세훈"), None),
        ("부산=황보람 기자", ("황보람",), None),
        ("워싱턴=홍길동 특파원", ("홍길동",), None),
    ],
)
def test_names_of_a_byline_without_capitals_are_read(piece, authors, outlet):
    signed = read_signed(piece)
    assert signed is not None
    assert (signed.authors, signed.outlet) == (authors, outlet)


def test_who_edited_may_stand_behind_who_reported():
    signed = read_signed("每经记者 古月明 每经编辑 方晓岚")
    assert signed is not None
    assert (signed.authors, signed.editors) == (("古月明",), ("方晓岚",))


@pytest.mark.parametrize(
    ("piece", "place"),
    [("記者吳佩珊/濱海報導", "濱海"), ("부산=황보람 기자", "부산"), ("정하은 기자", None)],
)
def test_a_byline_says_where_the_report_was_filed(piece, place):
    signed = read_signed(piece)
    assert signed is not None
    assert signed.place == place


@pytest.mark.parametrize(
    "piece",
    [
        "记者从水务局获悉",
        "임채린 기자의 기사 모음",
        "오늘의 기자",
        "Jane Doe",
        "황보람 기자가 전했다",
        "文化",
    ],
)
def test_a_sentence_or_a_heading_is_no_byline(piece):
    assert read_signed(piece) is None


@pytest.mark.parametrize(
    ("language", "line", "place", "wire", "author"),
    [
        ("zh", "新华社北京11月8日电（记者李书远、王静）针对", "北京", "Xinhua", "李书远、王静"),
        ("zh", "中新社北京11月8日电 (记者 李书远)针对", "北京", "CNS", "李书远"),
        ("zh", "（中央社記者吳佩珊濱海20日電）濱海市", "濱海", "CNA", "吳佩珊"),
        ("zh", "（中央社東京20日綜合外電報導）日本", "東京", "CNA", None),
        ("zh", "〔記者吳佩珊／濱海報導〕濱海市", "濱海", None, "吳佩珊"),
        ("ko", "(서울=연합뉴스) 김도윤 기자 = 환경부는", "서울", "Yonhap", "김도윤"),
        ("ko", "[서울=뉴시스]서민재 기자 = 대통령실은", "서울", "Newsis", "서민재"),
        (
            "ko",
            "(서울·부산=연합뉴스) 김도윤 이수진 기자 = 환경부는",
            "서울·부산",
            "Yonhap",
            "김도윤、이수진",
        ),
    ],
)
def test_a_report_opens_with_place_agency_and_names(language, line, place, wire, author):
    found = read_dateline(line, load(language), first=True)
    assert found is not None
    assert (found.place, found.wire, found.author) == (place, wire, author)
    assert line[found.end :] in {"针对", "濱海市", "日本", "환경부는", "대통령실은"}


def test_a_society_that_is_no_agency_opens_no_report():
    assert read_dateline("合作社北京11月8日电（记者李书远）针对", load("zh"), first=True) is None


@pytest.mark.parametrize(
    ("line", "place", "wire", "author"),
    [
        ("（维也纳3日法新电）大桥停用。", "维也纳", "AFP", None),
        ("（吉隆坡3日马新社电）大桥停用。", "吉隆坡", "Bernama", None),
        ("（曼谷3日综合电）大桥停用。", "曼谷", None, None),
        ("（華盛頓綜合電）大桥停用。", "華盛頓", None, None),
        ("【濱海訊】大桥停用。", "濱海", None, None),
        ("山联社滨海12月8日电 (记者 毛小君)大桥停用。", "滨海", "山联社", "毛小君"),
        ("中新网滨海6月3日电 (毛小君)大桥停用。", "滨海", "CNS", "毛小君"),
        ("本报滨海6月3日讯（记者 毛 君）大桥停用。", "滨海", None, "毛君"),
        ("[記者毛小君／濱海即時報導]大桥停用。", "濱海", None, "毛小君"),
        ("（記者毛小君濱海報導）大桥停用。", "濱海", None, "毛小君"),
    ],
)
def test_papers_say_where_from_and_whose_report_they_give(line, place, wire, author):
    found = read_dateline(line, load("zh"), first=True)
    assert found is not None
    assert (found.place, found.wire, found.author) == (place, wire, author)
    assert line[found.end :] == "大桥停用。"


@pytest.mark.parametrize(
    "line", ["【行业资讯】大桥停用。", "（本报讯）大桥停用。", "【快訊】大桥停用。"]
)
def test_what_kind_of_note_it_is_names_no_town(line):
    found = read_dateline(line, load("zh"), first=True)
    assert found is None or found.place is None


@pytest.mark.parametrize(
    ("head", "byline", "published", "modified"),
    [
        ("沈佩文\n環海之聲記者，發自濱海\n2024年6月20日", "沈佩文", "2024-06-20", None),
        ("發布日期／2024年5月22日\n更新日期／2024年5月24日", None, "2024-05-22", "2024-05-24"),
        ("發布/2024年5月22日 05:00\n更新/2024年5月24日 08:00", None, "2024-05-22", "2024-05-24"),
        ("2024/9/12 10:31（9/13 14:05 更新）", None, "2024-09-12", "2024-09-13"),
        ("沈佩文 2024年6月3日 週一 下午2:15", "沈佩文", "2024-06-03", None),
        (
            "沈佩文\n发布 /2024年6月3日 19:32　更新 /2024年6月4日",
            "沈佩文",
            "2024-06-03",
            "2024-06-04",
        ),
        ("沈佩文\n2024/05/21 21:08　更新：22:35", "沈佩文", "2024-05-21", "2024-05-21"),
        (
            "安德·萨维（Ander Savi）、孟可欣\nIBC记者 发自洛马港\n2024年3月8日",
            "安德·萨维, 孟可欣",
            "2024-03-08",
            None,
        ),
        ("江都报 记者 沈佩文 编辑 白榆\n2024年3月8日", "沈佩文", "2024-03-08", None),
        ("2024-12-08 22:17\n参与互动\n文｜沈佩文 编辑｜赵可", "沈佩文", "2024-12-08", None),
    ],
)
def test_chinese_dates_and_names_stand_behind_slashes_and_bars(head, byline, published, modified):
    title, text = TEXTS["zh"]
    read = read_document(f"{title}\n\n{head}\n\n{text}\n").metadata
    assert (read.byline, read.published, read.modified) == (byline, published, modified)


@pytest.mark.parametrize(
    ("code", "iso"), [("ko", "2023-12-05"), ("zh", "2023-12-05"), ("de", None)]
)
def test_a_year_of_two_digits_is_first_where_the_language_says_so(code, iso):
    title = "노동자 140명 문자로 계약해지"
    text = f"{title}\n23.12.05 18:07\n\n{'금속노조는 5일 기자회견을 열고 해고를 규탄했다. ' * 4}"
    published = read_document(text, Metadata(language=code)).metadata.published
    assert (published == "2023-12-05") is (iso is not None)


def test_a_date_and_a_time_written_in_hangul_are_read():
    text = f"협상 결렬은 상대 탓\n송고 2024년11월21일 06시35분\n\n{'두 나라는 협상이 결렬됐다고 밝혔다. ' * 4}"
    assert read_document(text, Metadata(language="ko")).metadata.published == "2024-11-21"


@pytest.mark.parametrize(
    ("line", "outlet", "author", "place"),
    [
        ("河湾早报讯 (记者古小明 文/摄) 3日,大桥停用。", "河湾早报", "古小明", None),
        ("本报讯(记者 毛小君 通讯员 邹聪) 大桥停用。", None, "毛小君、邹聪", None),
        ("河川網沙洲4月18日電 (記者童立新)近日,大橋停用。", "河川網", "童立新", "沙洲"),
    ],
)
def test_a_chinese_paper_names_itself_and_its_reporters_first(line, outlet, author, place):
    found = read_dateline(line, load("zh"), first=True)
    assert found is not None
    assert (found.outlet, found.author, found.place) == (outlet, author, place)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("정하은 기자가 보도합니다.", "정하은"),
        ("정하은 기자의 보도입니다.", "정하은"),
        ("한빛뉴스 정하은입니다. [ news@hanbit.example ]", "정하은"),
        ("시장은 다리가 안전하다고 말했습니다.", None),
    ],
)
def test_a_korean_broadcast_says_who_reports(line, name):
    assert read_sign_off(line) == name


def test_the_label_of_a_korean_reporter_is_no_name():
    signed = read_signed("기자명 정하은 기자")
    assert signed is not None
    assert signed.authors == ("정하은",)


@pytest.mark.parametrize(
    ("line", "byline", "editor"),
    [("■本報記者 白小筠", "白小筠", None), ("(編輯 喬小安)", None, "喬小安")],
)
def test_signs_and_brackets_stand_around_chinese_bylines(line, byline, editor):
    text = "市长表示，大桥是安全的，下周将重新向公众开放，居民对此表示怀疑。" * 2
    found = read_document("\n".join(("大桥检修", text, line)), Metadata(language="zh")).metadata
    assert (found.byline, found.editor) == (byline, editor)


def test_the_end_of_a_japanese_sentence_is_no_name():
    text = "市長は橋は安全であり、来週にも再び一般の通行を認めると述べた。住民は疑問を示している。"
    rows = ("橋の検査をめぐる会見", "辞任するのか", text)
    assert read_document("\n".join(rows), Metadata(language="ja")).metadata.byline is None


def test_editors_may_stand_in_brackets_behind_the_last_sentence():
    text = "市長表示，大橋是安全的，下週將重新向公眾開放，居民對此表示懷疑。"
    last = "工程師下週起檢查大橋三天，市長說，結果會全部公布。"
    rows = ("大橋檢修", text, f"{last}（編輯：李青山）1110511")
    found = read_document("\n".join(rows), Metadata(language="zh")).metadata
    assert (found.byline, found.editor) == (None, "李青山")


def test_a_japanese_signature_may_stand_above_the_edition_s_day():
    text = "市長は橋は安全であり、来週にも再び一般の通行を認めると述べた。"
    last = "住民は市長の説明に疑問を示し、橋の検査の結果をすべて公開するよう求めている。"
    rows = ("橋の検査をめぐる市長の会見", text, f"{last}【矢内小夜】", "1月10日朝刊")
    assert read_document("\n".join(rows), Metadata(language="ja")).metadata.byline == "矢内小夜"


def test_a_korean_name_before_its_address_is_the_author_s():
    text = "시장은 다리가 안전하다고 거듭 밝혔다. 주민들은 시장의 설명을 의심한다."
    rows = (
        "다리 균열을 둘러싼 회견",
        text,
        text + " 조사는 다음 주다.",
        "HBN 정하은 (haeun@hbn.example)",
    )
    assert read_document("\n".join(rows), Metadata(language="ko")).metadata.byline == "정하은"


@pytest.mark.parametrize(
    ("line", "outlet", "names"),
    [
        ("2019-09-07 19:53:27　来源: 江岸经济报 举报", "江岸经济报", ()),
        ("时间：2019-09-18 06:23 来源： 江岸日报", "江岸日报", ()),
        ("2018年12月28日 19:55 江岸京报", "江岸京报", ()),
        ("2018年12月28日 19:55 星期一", None, ()),
        ("2019-09-07 19:53:27　来源: 江岸日报(江岸)", "江岸日报", ()),
        ("原创 江岸都市报 2019-09-09 16:01:46", "江岸都市报", ()),
        ("2018年12月28日 19:55 张小明", None, ("张小明",)),
        ("2020-06-05 20:35 墨墨姐 胡三石 李小船", None, ("墨墨姐", "胡三石", "李小船")),
    ],
)
def test_a_source_beside_the_date_is_told_from_the_authors(line, outlet, names):
    credit = read_credit_line(line, load("zh"))
    assert credit is not None
    assert (credit.outlet, credit.names) == (outlet, names)


def test_a_source_alone_signs_nothing():
    assert read_credit_line("文章来源：江岸财经", load("zh")) is None


@pytest.mark.parametrize(
    ("language", "line", "authors", "editors"),
    [
        ("zh", "文 | 张三石", ("张三石",), ()),
        ("zh", "文/本报记者 张三石", ("张三石",), ()),
        ("zh", "本报记者张三石", ("张三石",), ()),
        ("zh", "本报记者 张三石 李小船 江岸报道", ("张三石", "李小船"), ()),
        ("zh", "撰文/张三石 编辑/李小船", ("张三石",), ("李小船",)),
        ("zh", "责任编辑：张三石 SN123", (), ("张三石",)),
        ("zh", "来源：江岸新闻网 作者：张三 2019年11月25日", ("张三",), ()),
        ("ja", "取材・文／青葉太郎", ("青葉太郎",), ()),
        ("ko", "정하은·강유진 기자", ("정하은", "강유진"), ()),
    ],
)
def test_labels_without_capitals_have_many_signs_behind_them(language, line, authors, editors):
    credit = read_credit_line(line, load(language))
    assert credit is not None
    assert (credit.authors, credit.editors) == (authors, editors)


def test_what_changed_behind_an_arabic_comma_is_read():
    line = "الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00 (GMT+0400)"
    credit = read_credit_line(line, load("ar"))
    assert credit is not None
    assert credit.published == "2013-08-28"


@pytest.mark.parametrize(
    ("language", "line", "byline", "editor"),
    [
        ("zh", "商情记者 陆景行    商情编辑 苏棠", "陆景行", "苏棠"),
        ("zh", "N浦城晚报记者 陆景行", "陆景行", None),
        ("zh", "本报记者 陆景行 实习生 林巧云", "陆景行, 林巧云", None),
        ("zh", "□本报记者 陆景行 通讯员 林巧云", "陆景行, 林巧云", None),
        ("zh", "記者陸景行／綜合報導", "陸景行", None),
        ("zh", "陸景行／台北報導", "陸景行", None),
        ("ja", "文／浜名登　写真／戸倉実", "浜名登", None),
        ("ja", "（取材・文／浜名登）", "浜名登", None),
    ],
)
def test_bylines_name_writers_between_offices_photographers_and_editors(
    language, line, byline, editor
):
    text = TEXTS[language]
    read = read_document(f"{text[0]}\n\n{line}\n\n{text[1]}\n").metadata
    assert (read.byline, read.editor) == (byline, editor)


@pytest.mark.parametrize(
    ("language", "suffix", "outlet"),
    [
        ("ja", "（関山新聞）", "関山新聞"),
        ("ja", "：関山新聞デジタル", "関山新聞デジタル"),
        ("zh", "_江南日报", "江南日报"),
        ("zh", " - 江南日报", "江南日报"),
        ("zh", "：市府谴责假新闻", None),
    ],
)
def test_a_title_ends_where_the_site_s_name_begins(language, suffix, outlet):
    title, text = TEXTS[language]
    read = read_document(f"{title}{suffix}\n\n{text}\n").metadata
    assert (read.title, read.outlet) == (title if outlet else title + suffix, outlet)


@pytest.mark.parametrize(
    ("signature", "byline"),
    [
        ("【川端直、大塚ひかり】", "川端直、大塚ひかり"),
        ("（北浜支局・大塚美月）", "大塚美月"),
        ("（社会部　川端直）", "川端直"),
        ("（文・写真　川端直）", "川端直"),
        ("【ロンドン川端直】", "川端直"),
        ("（川端直、写真は大塚ひかり）", "川端直"),
        ("（敬称略）", None),
    ],
)
def test_japanese_names_sign_in_brackets_behind_the_text_or_below_it(signature, byline):
    text = "市長は橋は安全であり、来週にも再び一般の通行を認めると述べた。"
    last = "住民は市長の説明に疑問を示し、橋の検査の結果をすべて公開するよう求めている。"
    for rows in ((f"{last}{signature}",), (last, signature)):
        page = "\n".join(("橋の検査をめぐる市長の会見", text, *rows))
        assert read_document(page, Metadata(language="ja")).metadata.byline == byline


@pytest.mark.parametrize(
    ("opening", "place", "wire", "author"),
    [
        ("【ワシントン18日共同】", "ワシントン", "Kyodo", None),
        ("【バンコク＝川端　直】", "バンコク", None, "川端　直"),
        ("【ジュネーブ＝川端直、ロンドン＝大塚ひかり】", "ジュネーブ", None, "川端直、大塚ひかり"),
        ("ワシントン（CNN）　", "ワシントン", None, None),
    ],
)
def test_a_japanese_report_opens_with_where_and_by_whom_it_was_filed(opening, place, wire, author):
    found = read_dateline(f"{opening}市長は橋は安全だと述べた。", load("ja"), first=True)
    assert found is not None
    assert (found.place, found.wire, found.author) == (place, wire, author)


@pytest.mark.parametrize(
    ("stamp", "foot", "published", "modified"),
    [
        ("12/3(火) 18:41配信", "© 2024 北浜テレビ", "2024-12-03", None),
        ("12/4(火) 18:41配信", "© 2024 北浜テレビ", None, None),
        ("12/3(火) 18:41配信", "© 北浜テレビ", None, None),
        ("2024/10/15 20:11（最終更新 10/16 21:05）", "", "2024-10-15", "2024-10-16"),
        ("2024年12月31日 23時11分（1月1日 0時05分更新）", "", "2024-12-31", "2025-01-01"),
        ("[公開]2024年10月15日20:11 [更新]2024年10月16日09:05", "", "2024-10-15", "2024-10-16"),
        ("24/10/15 20:11", "", "2024-10-15", None),
    ],
)
def test_a_day_without_its_year_has_that_of_the_line_or_the_only_one_with_its_weekday(
    stamp, foot, published, modified
):
    title, text = TEXTS["ja"]
    read = read_document("\n".join((title, stamp, text, foot)), Metadata(language="ja")).metadata
    assert (read.published, read.modified) == (published, modified)


def test_a_labelled_line_says_where_a_report_is_from():
    title, text = TEXTS["ja"]
    rows = (title, "2024年6月18日 14:26", "発信地：北浜/山吹", text)
    assert read_document("\n".join(rows), Metadata(language="ja")).metadata.dateline == "北浜"


def test_a_japanese_signature_may_stand_above_a_correction_and_keeps_its_blank():
    text = "市長は橋は安全であり、来週にも再び一般の通行を認めると述べた。"
    last = "住民は市長の説明に疑問を示し、橋の検査の結果をすべて公開するよう求めている。"
    note = "【訂正】初出時、検査の回数を「3回」としていましたが、正しくは「2回」でした。"
    rows = ("橋の検査をめぐる市長の会見", text, f"{last}（川端　直）", note)
    assert read_document("\n".join(rows), Metadata(language="ja")).metadata.byline == "川端　直"


@pytest.mark.parametrize(
    ("rows", "byline"),
    [
        (("取材・文：川端直也　撮影：大塚ひかり", "2024.10.15"), "川端直也"),
        (("聞き手・編集委員　川端直也 2023年11月28日 5時00分",), "川端直也"),
        (("2024年10月15日", "川端直也、北浜ニュース"), "川端直也"),
        (("川端直也 記者", "2024年10月15日"), "川端直也"),
    ],
)
def test_japanese_bylines_have_labels_desks_and_outlets_beside_them(rows, byline):
    title, text = TEXTS["ja"]
    read = read_document("\n".join((title, *rows, text)), Metadata(language="ja")).metadata
    assert read.byline == byline


def test_a_label_of_change_behind_its_day_is_not_that_of_the_first_day():
    credit = read_credit_line("2024年10月15日公開 2024年10月16日更新", load("ja"))
    assert credit is not None
    assert (credit.published, credit.modified) == ("2024-10-15", "2024-10-16")


@pytest.mark.parametrize(
    ("language", "line", "place", "outlet", "author"),
    [
        ("ko", "[마루볼=여울, 서민재 기자] 갈매기가", "여울", "마루볼", "서민재"),
        ("ko", "[마루볼 | 여울=서민재 기자] 갈매기가", "여울", "마루볼", "서민재"),
        ("zh", "（列島社記者吳佩珊、林海生濱海20日電）濱海市", "濱海", "列島社", "吳佩珊、林海生"),
        ("zh", "【濱報專訊】濱海市", None, "濱報", None),
    ],
)
def test_a_paper_opens_with_its_name_the_town_and_who_reports(
    language, line, place, outlet, author
):
    found = read_dateline(line, load(language), first=True)
    assert found is not None
    assert (found.place, found.outlet, found.author) == (place, outlet, author)


@pytest.mark.parametrize("line", ["（综合讯）两国", "【綜合訊】兩國"])
def test_a_report_of_several_sources_names_no_town(line):
    found = read_dateline(line, load("zh"), first=True)
    assert found is None or found.place is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("MBN 뉴스 정하은입니다.", "MBN 뉴스"),
        ("지금까지 시청 앞에서 MBN 정하은입니다.", "MBN"),
        ("한누리방송 정하은입니다.", "한누리방송"),
        ("등에 난 무늬가 뚜렷한 명태 치어입니다.", None),
    ],
)
def test_a_broadcaster_signs_off_with_its_name(line, outlet):
    assert read_outlet_of_sign_off(line) == outlet
