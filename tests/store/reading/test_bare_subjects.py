import pytest

from store.model import Metadata
from store.reading import languages
from store.reading.document import read_document
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of

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
        # What somebody does before speaking, where, and to whom, is no part of the name
        ("“我们一定负责到底！”研究员周明远掷地有声。", "direct", "周明远"),
        ("“别怕，有我在这里。”丈夫安慰她。", "direct", "丈夫"),
        ("網友“云溪小虫”评论道：“太吓人了。”", "direct", "網友“云溪小虫”"),
        ("水務局發言人強烈譴責有關言論「顛倒是非」。", "partial", "水務局發言人"),
        ("村民王德福摇摇头：“桥断了，孩子上学要绕路。”", "direct", "王德福"),
        ("研究员周明远举例说，“去年那座桥也是这样”。", "direct", "周明远"),
        ("莫里纳10日在社交平台发帖写道：“这是一次伟大的航行。”", "direct", "莫里纳"),
        ("外国网友纷纷表示：“看起来真的很美，想去走一走。”", "direct", "外国网友"),
        ("岛国总理莫里纳亚夫誓言“航行到底”。", "partial", "莫里纳亚夫"),
        ("岛国总统莫里纳办公室表示，“深感遗憾”。", "partial", "岛国总统莫里纳办公室"),
        ("《云溪日报》报道说，“大桥多年失修”。", "partial", "《云溪日报》"),
        ("住在桥边的林姓居民回忆，“当时以为是地震”。", "partial", "林姓居民"),
        ("“生意少了一半。”王老板无奈地摇头。", "direct", "王老板"),
        ("“这里充满了活力，我很喜欢。”\n\n说这话的大叔Norvell是外国人。", "direct", "Norvell"),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "何建军说，“三湖会”成员都要出资，新的“三湖会”明年成立。",
        "何建军说，这座城市还是那个“灯都”，不会改变。",
        "何建军说，它早已不是那个“不夜城”了。",
        "“滨河年度十大人物评选”火热进行中。",
        "刘女士表示，自己遇到了“假客服”，损失五千元。",
        "刘女士说，这条路被戏称为“水帘洞”，常年积水。",
        "何建军说，全市要打好“蓝河保卫战”，守护“清水长流”。",
        "何建军表示，河岸将发放“滨河通行卡（RPC卡）”，人人可领。",
        "何建军说，两家公司正在讨论“合流”和“分水”。两边的“合流”从未停止。",
    ],
)
def test_names_in_marks_stay_names_in_what_somebody_says(sentence):
    assert [one for one in told(sentence) if one[0] != "reported"] == []


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("云溪媒体渲染道，“这样的联署极为罕见”。", "“这样的联署极为罕见”", "云溪媒体"),
        ("网友留言，“太美了”“想去看看”。", "“太美了”", "网友"),
        ("水务局介绍，检测结果是“未见明显异常”。", "“未见明显异常”", "水务局"),
        ("刘女士松了口气，“水没有漏。”", "“水没有漏。”", "刘女士"),
        ("何建军说没有问题。后来又反咬一口，“要我们去修水管”。", "“要我们去修水管”", "何建军"),
        ("他接到“小区水管全漏了快来”通知，赶到现场。", "“小区水管全漏了快来”", None),
        ("何建军认为，这是“了不得”的地方。", "“了不得”", "何建军"),
    ],
)
def test_words_that_are_said_are_found_behind_other_verbs(sentence, words, speaker):
    assert (words, speaker) in [one[1:] for one in told(sentence)]


def test_what_leads_to_a_way_is_no_verb_with_dao():
    assert told("市民都知道“清水行动计划”。") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Who tells what others said goes on; what she says is no man's
        ("林雪母亲说，去过许多医院，医生都说没事。“我还是不放心。”她说。", "林雪母亲"),
        ("王女士说，儿子很乖。她丈夫陈先生说，孩子爱哭。“他从不撒谎。”她说。", "王女士"),
        ("王德福说，桥断了。这位村民还说：“孩子上学要绕路。”", "王德福"),
        # Words that begin as family names do
        ("王德福说，桥断了。成为一名工人后，他说：“孩子上学要绕路。”", "王德福"),
        ("王德福说，桥断了。大家全面加强检查。“孩子上学要绕路。”他说。", "王德福"),
    ],
)
def test_he_and_she_mean_the_person_who_told(text, speaker):
    [found] = [one for one in told(text) if one[0] != "reported"]
    assert found[2] == speaker


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


SPEAKERS = [
    ("外交部发言人林远在例行记者会上表示：“中方对此坚决反对。”", ["林远"]),
    ("“中方对此坚决反对。”外交部发言人林远在例行记者会上说。", ["林远"]),
    ("林远强调，有关指控“毫无根据”。", ["林远"]),
    ("对此，林远回应称，“我不了解你说的情况”。", ["林远"]),
    ("“我不了解你说的情况，”林远说，“建议你向主管部门询问。”", ["林远", "林远"]),
    ("据新华社报道，美国国务卿马克·罗宾斯12日称，谈判“进展顺利”。", ["马克·罗宾斯"]),
    ("罗宾斯还说：“我们会继续谈。”", ["罗宾斯"]),
    ("国防部新闻局局长张立山上校答记者问时指出：“这是一次例行训练。”", ["张立山"]),
    ("当地一位不愿透露姓名的居民告诉记者：“昨晚听到了爆炸声。”", ["当地一位不愿透露姓名的居民"]),
    ("一位在渡口卖茶的阿姨说：“船三天没有来了。”", ["一位在渡口卖茶的阿姨"]),
    ("“船三天没有来了。”一名在渡口修船的工人对记者说。", ["一名在渡口修船的工人"]),
    ("一名目击者说：“火一下子就窜上来了。”", ["一名目击者"]),
    ("“火一下子就窜上来了。”目击者王女士回忆道。", ["王女士"]),
    ("王女士：“火一下子就窜上来了。”", ["王女士"]),
    ("王先生向记者反映，小区的水“有一股怪味”。", ["王先生"]),
    ("对于网传视频，警方表示“系谣言”。", ["警方"]),
    ("海口市公安局发布通报称：“网传内容不实。”", ["海口市公安局"]),
    ("通报称，嫌疑人对犯罪事实“供认不讳”。", ["通报"]),
    ("该公司相关负责人回应：“系统正在升级。”", ["该公司相关负责人"]),
    ("记者致电该公司，客服人员表示，“目前没有接到通知”。", ["客服人员"]),
    ("记者拨打客服电话，对方称“稍后回复”。", ["对方"]),
    ("中国社会科学院研究员李明浩认为，“房价很难再大涨”。", ["李明浩"]),
    ("在李明浩看来，“房价很难再大涨”。", ["李明浩"]),
    ("李明浩表示，今年供应充足。“房价很难再大涨。”他说。", ["李明浩"]),
    ("“房价很难再大涨。”李明浩补充道，“供应太多了。”", ["李明浩", "李明浩"]),
    ("以色列总理办公室发表声明，称该报道是“彻头彻尾的谎言”。", ["以色列总理办公室"]),
    ("伊朗外长阿拉齐5日在社交媒体上发文称：“我们绝不屈服。”", ["阿拉齐"]),
    ("俄罗斯总统普雷京表示，俄方“随时准备谈判”。", ["普雷京"]),
    ("克里姆林宫发言人佩斯科说，这些说法是“胡说八道”。", ["佩斯科"]),
    ("他同时指出，“任何威胁都是无效的”。", [None]),
    ("法院认为，被告人的行为“情节恶劣”。", ["法院"]),
    ("庭审中，被告人赵刚辩称：“我是正当防卫。”", ["赵刚"]),
    ("赵刚的辩护律师孙倩则认为，检方“证据不足”。", ["孙倩"]),
    ("“孩子都吓哭了。”一位家长说。", ["一位家长"]),
    ("有网友评论：“早该管管了！”", ["有网友"]),
    ("网友“大海”留言说：“早该管管了！”", ["网友“大海”"]),
    ("路透社援引知情人士的话说，双方“已接近达成协议”。", ["知情人士"]),
    ("白宫新闻秘书凯伦·李维特当地时间8日对记者表示：“总统没有改变立场。”", ["凯伦·李维特"]),
    ("民进党发言人吴思遥今（8）日表示，「國民黨應該道歉」。", ["吴思遥"]),
    ("国台办发言人陈斌在新闻发布会上应询指出，“台独”是死路一条。", []),
    ("主教练赛后说：“球员们拼到了最后一秒。”", ["主教练"]),
    ("“球员们拼到了最后一秒！”赛后，主教练何塞激动地说。", ["何塞"]),
    ("谈到未来，何塞坦言：“还没想好。”", ["何塞"]),
    ("专家提醒，市民应“早发现、早治疗”。", ["专家"]),
    ("刘洋告诉澎湃新闻（www.xx.cn），自己“已经报警”。", ["刘洋"]),
    ("当被问及是否后悔时，刘洋说：“不后悔。”", ["刘洋"]),
    ("12月3日下午，涉事餐厅负责人陈某接受采访时否认了上述说法，“我们从不用隔夜菜”。", ["陈某"]),
    ("“我们从不用隔夜菜。”12月3日下午，涉事餐厅负责人陈某向记者否认了上述说法。", ["陈某"]),
    ("柯文德受訪時說，「我沒講過這種話」。", ["柯文德"]),
    ("「我沒講過這種話！」柯文德今天上午受訪時反駁。", ["柯文德"]),
    ("市長蔣安國受訪時強調，「依法行政」，絕不寬貸。", ["蔣安國"]),
    ("台北市警察局副局長陳志明今指出，網路流傳「警察打人」影片是移花接木。", []),
    ("中央社報導，川習通話後，白宮官員說，雙方「談得很好」。", ["白宮官員"]),
    ("美国国防部长奥斯丁表示，美军“不会卷入冲突”。", ["奥斯丁"]),
    ("针对外媒报道，我驻法使馆发言人回应说：“纯属捏造。”", ["我驻法使馆发言人"]),
    ("“纯属捏造！”使馆发言人9日在记者会上怒斥。", ["使馆发言人"]),
    ("“我们都很震惊，”来自湖南的游客小李告诉记者，“没想到会这样。”", ["小李", "小李"]),
    ("小李说，当时“什么都看不见”。", ["小李"]),
    ("村民老刘叹了口气：“地都荒了。”", ["老刘"]),
    ("老刘的儿子刘强在一旁补充：“年轻人都走了。”", ["刘强"]),
    ("据央视新闻报道，以色列国防部长卡兹称，行动将“持续数周”。", ["卡兹"]),
    ("卡兹还威胁称：“他们将付出代价。”", ["卡兹"]),
    ("哈马斯发言人祖赫里对此回应道：“这是赤裸裸的战争罪行。”", ["祖赫里"]),
    ("联合国秘书长古特雷发表声明，对局势升级“深感震惊”。", ["古特雷"]),
    ("外交部：“坚决反对”", ["外交部"]),
    ("专家：“不必恐慌”", ["专家"]),
    ("记者：您怎么看？\n王明：“我认为没问题。”", ["王明"]),
    ("王明接受本报采访时表示：“我认为没问题。”他补充说，“数据会说话。”", ["王明", "王明"]),
    ("该校教务处一名老师说：“具体情况以通报为准。”", ["该校教务处一名老师"]),
    ("对于“拖欠工资”一事，公司人事部王经理称：“已经结清。”", ["公司人事部王经理"]),
    ("泽连科在每晚例行视频讲话中说，“我们需要更多防空系统”。", ["泽连科"]),
    ("俄外交部发言人扎哈罗娜在社交媒体上写道：“又一个谎言。”", ["扎哈罗娜"]),
    ("日本首相石田茂12日在国会答辩时称，该言论“并不恰当”。", ["石田茂"]),
    ("石田茂的发言引发批评，立宪民主党党首野村彦指其“毫无诚意”。", ["野村彦"]),
    ("法新社：“停火在望”", ["法新社"]),
    ("国民党主席朱立文批评，政府“只会大内宣”。", ["朱立文"]),
    ("行政院發言人李慧今天下午回應，這是「不實指控」。", ["李慧"]),
    ("李慧並指出，相關影片「遭到變造」，呼籲民眾勿轉傳。", ["李慧"]),
    ("刑事局表示，該影片是「深偽影片」。", ["刑事局"]),
    ("查核中心查證後指出，網傳「總統下令」訊息為假。", []),
    ("張姓男子向警方供稱：「我只是想嚇嚇他。」", ["張姓男子"]),
    ("張男坦承犯行，辯稱「一時失慮」。", ["張男"]),
    ("一名不具名的官員向路透透露：「談判已經破裂。」", ["一名不具名的官員"]),
    ("陳太太哽咽說：「他答應我會平安回來。」", ["陳太太"]),
    ("香港警務處處長蕭澤回應查詢時表示，「警方會依法處理」。", ["蕭澤"]),
    ("“他走的时候只有三十六岁。”说到这里，母亲刘桂兰泣不成声。", ["刘桂兰"]),
    ("消防员张磊说：“火势太大了！”另一名消防员则说：“我们尽力了。”", ["张磊", "另一名消防员"]),
    ("周杰的代理人在声明中称：“该言论严重失实。”", ["周杰的代理人"]),
    ("工信部有关负责人就此答记者问时说，要“稳字当头”。", ["工信部有关负责人"]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_sources_are_found_beside_their_verbs_labels_and_deeds(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


def test_somebody_whom_a_clause_brings_up_is_named_by_the_title_alone():
    text = "记者提问，因为署方有官员曾提到“海图要自己画”。"
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes] == ["官员"]


NAMES_AND_SPEECH = [
    ("“一带一路”倡议提出以来，双方合作不断深化。", []),
    ("该片获得“最佳影片”奖。", []),
    ("他被称为“网红校长”。", []),
    ("网络上流传一段名为“惊魂一刻”的视频。", []),
    ("警方在“猎狐”行动中抓获三人。", []),
    ("这家名叫“老地方”的餐馆已经营20年。", []),
    ("王强坚持“不道歉、不赔偿”。", ["王强"]),
    ("“快跑！”听到喊声，王强拔腿就跑。", [None]),
    ("“请问您是业主吗？”记者问。“是的。”王强回答。", ["记者", "王强"]),
    ("法官问：“你认罪吗？”被告人赵刚答：“认罪。”", ["法官", "赵刚"]),
    ("当地媒体报道称，飓风“玛丽亚”造成三人死亡。", []),
    ("经查，“某地将停水三天”的信息系谣言。", [None]),
    ("美方声称“尊重主权”，但实际行动恰恰相反。", ["美方"]),
    ("美媒称，所谓“中国威胁论”站不住脚。", []),
    (
        "国防部发言人张晓钢大校10日表示，美方“说一套做一套”，“严重损害互信”。",
        ["张晓钢", "张晓钢"],
    ),
    ("王强的妻子刘敏回忆，丈夫出门前说“晚上回来吃饭”。", ["丈夫"]),
    ("据受害人陈先生介绍，对方自称“客服”，要求他转账。", ["对方"]),
    ("“我们不会放弃任何一名队员”，救援队队长马超说。", ["马超"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES_AND_SPEECH)
def test_what_is_called_so_is_told_from_what_is_said(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


REPORTS = [
    (
        "近日，网传“江岸市自然保护区遭大面积砍伐”的视频引发关注。江岸市林业局局长田志远11日在新闻发布会上回应称：“保护区没有砍一棵树。”\n\n田志远表示，视频拍摄于外省，该局已向公安机关报案。“我们要查清是谁在造谣，”他说。\n\n视频发布者、环保志愿者沈洁则坚持己见。“他们现在还在砍，”沈洁告诉记者，“欢迎领导来看。”\n\n沈洁称，拍摄时工人“抢走了手机”。\n\n一名不愿具名的村民说：“白天没人，都是晚上来车。”\n\n江岸大学生态学教授郭明认为，双方“都没有说出全部事实”。郭明指出：“确有砍伐，但属于病虫害防治。”\n\n江岸市公安局随后发布警情通报称：“已对相关情况展开调查。”",
        [
            None,
            "田志远",
            "田志远",
            "沈洁",
            "沈洁",
            "沈洁",
            "一名不愿具名的村民",
            "郭明",
            "郭明",
            "江岸市公安局",
        ],
    ),
    (
        "外交部发言人林远12日主持例行记者会。\n\n有记者问，美方官员称中方“不负责任”，发言人有何评论？\n\n林远：美方的说法毫无道理。我愿强调，中方一贯“言必信、行必果”。\n\n另有记者就边境局势提问。林远说，中方希望各方“保持克制”。",
        ["美方官员", "林远", "林远"],
    ),
    (
        "以军发言人哈加利15日称，以军“摧毁了三处指挥所”。哈马斯对此予以否认，称被炸的是“普通民宅”。\n\n加沙居民艾哈迈德告诉法新社：“我们什么都没有了。”他的妻子说：“孩子还在里面。”\n\n美国总统罗登在白宫对记者说，他对停火“感到乐观”。",
        ["哈加利", "哈马斯", "艾哈迈德", "他的妻子", "罗登"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_whole_reports_keep_apart_who_says_what(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


OTHER_SHAPES = [
    ('岡田市长李卫国说:"水已经退了,请大家放心。"', ["李卫国"]),
    ('"水已经退了。"李卫国说。', ["李卫国"]),
    ("李卫国说：『水已經退了，請大家放心。』", ["李卫国"]),
    ("问：中方对此有何评论？\n答：我们坚决反对。", []),
    ("【林远】“中方坚决反对。”", ["林远"]),
    ("“中方坚决反对！”——林远", ["林远"]),
    ("新京报记者：“您后悔吗？”\n李卫国：“不后悔。”", ["新京报记者", "李卫国"]),
    ("李卫国的父亲李大山（65岁）哭着说，“孩子再也回不来了”。", ["李大山"]),
    ("65岁的李大山哭着说：“孩子再也回不来了。”", ["李大山"]),
    ("据李大山回忆，儿子曾对他说：“爸，我过年回家。”", ["儿子"]),
    ("李大山气愤地表示：“谁来负责？！”", ["李大山"]),
    ("针对此事，记者联系到江岸地铁。工作人员称，“已关注到，正在核实”。", ["工作人员"]),
    ("江岸地铁官方微博回应：“系设备故障。”", ["江岸地铁官方微博"]),
    ("韩国总统尹锡明16日表示，将“强有力应对”挑衅。", ["尹锡明"]),
    ("朝中社发表评论，指责韩方“玩火自焚”。", ["朝中社"]),
    ("普雷京在会见阿萨尔时强调，俄方“一如既往支持叙利亚”。", ["普雷京"]),
    ("德国总理默尔克与法国总统马克宏举行联合记者会。默尔克说：“我们立场一致。”", ["默尔克"]),
    ("新加坡外交部长维文表示：“谣言止于智者。”", ["维文"]),
    ("槟州首席部长曹观洪促请民众“停止散播谣言”。", ["曹观洪"]),
    ("行动党秘书长陆兆祥今日发文告说，该视频“断章取义”。", ["陆兆祥"]),
]


@pytest.mark.parametrize(("text", "expected"), OTHER_SHAPES)
def test_marks_labels_and_signatures_of_other_papers_are_known(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


TALK = [
    ("文章一出立即引起网友讨论，“生病还要校稿吗？”、“谁在怕什么？”。", ["网友", "网友"]),
    ("洛维说，“他的话漏得比水管还快”，军队出动，因此“调解人该看看水表”。", ["洛维", "洛维"]),
]


@pytest.mark.parametrize(("text", "expected"), TALK)
def test_people_whom_something_rouses_speak(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


COURTS_AND_SPORT = [
    (
        "庭审现场，公诉人指出，被告人“主观恶性极深”。辩护人则辩称其“具有自首情节”。",
        ["公诉人", "辩护人"],
    ),
    ("球队老板透露，俱乐部“不会出售主力”。队长高林赛后则说：“我想留下来。”", ["球队老板", "高林"]),
    ("对此，平台回应称，“已下架相关商品”。律师提醒，消费者可要求“退一赔三”。", ["平台", "律师"]),
    ("多名网友反映，该App“频繁闪退”。", ["多名网友"]),
    (
        "特朗谱在社交平台发帖称：“这是一笔伟大的交易！”白宫随后澄清，协议“尚未签署”。",
        ["特朗谱", "白宫"],
    ),
    (
        "泽连科夫当天在基夫表示，乌方“绝不割让领土”。俄总统新闻秘书佩斯克夫回应称，这“只会延长冲突”。",
        ["泽连科夫", "佩斯克夫"],
    ),
    ("联合国人道主义事务负责人弗莱彻形容当地局势为“人间地狱”。", ["弗莱彻"]),
    ("世卫组织总干事谭赛在记者会上警告，疫情“远未结束”。", ["谭赛"]),
    ("刘女士的丈夫告诉记者，妻子住院期间，院方一直说“没有大碍”。", ["院方"]),
    ("院方负责人则坚称：“治疗过程符合规范。”", ["院方负责人"]),
    ("村支书老周拍着胸脯说：“明年路一定修通！”", ["老周"]),
    ("“路通了，日子就有盼头。”老周笑着说。", ["老周"]),
    (
        "国民党立委徐巧心質疑，政府「黑箱作業」；行政院長卓榮則反嗆，「拿出證據」。",
        ["徐巧心", "卓榮"],
    ),
    ("民眾黨主席黃國長在臉書發文表示，「司法淪為工具」。", ["黃國長"]),
    ("警方調查，張嫌供稱是「一時氣憤」才動手。", ["張嫌"]),
    ("死者家屬痛哭：「還我一個公道！」", ["死者家屬"]),
    ("粉絲直呼「太可愛了」，貼文吸引上萬人按讚。", ["粉絲"]),
    ("她笑說：「其實我很緊張」。", [None]),
    ("事實查核中心指出，該訊息「無科學根據」。", ["事實查核中心"]),
]


@pytest.mark.parametrize(("text", "expected"), COURTS_AND_SPORT)
def test_reports_from_courts_games_and_parliaments_name_who_speaks(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


CLAIMS_AND_DENIALS = [
    (
        "近日，“北桥坍塌致百人死亡”的视频在社交平台流传。交通运输部10日辟谣称：“该消息不实。”",
        [None, "交通运输部"],
    ),
    (
        "北方国防部宣称“击沉两艘敌舰”，南方海军则回应称，这是“无中生有”。",
        ["北方国防部", "南方海军"],
    ),
    ("南方外交部发言人萨拉·林恩在声明中谴责道：“这是赤裸裸的信息战。”", ["萨拉·林恩"]),
    ("北方外长索隆此前在议会讲话时称，对方“背信弃义”。", ["索隆"]),
    ("军事评论员宋强分析，双方都在“打舆论战”。", ["宋强"]),
    ("一名要求匿名的外交官向《晨报》透露，谈判“实际上已经停摆”。", ["一名要求匿名的外交官"]),
    ("“我们没有瞄准平民。”北方军方发言人强调。", ["北方军方发言人"]),
    ("当地民众哈桑一边收拾行李一边说：“不知道还能去哪里。”", ["哈桑"]),
    ("红十字会警告，当地药品“即将耗尽”。", ["红十字会"]),
    ("总统科瓦奇将袭击称为“懦夫行径”，并誓言“血债血偿”。", ["科瓦奇", "科瓦奇"]),
    ("欧盟外交与安全政策高级代表呼吁各方“最大限度保持克制”。", ["欧盟外交与安全政策高级代表"]),
    ("国防部长被记者追问是否击落敌机，他仅回应：“无可奉告。”", ["国防部长"]),
    ("中方敦促有关方面“停止火上浇油”。", ["中方"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS_AND_DENIALS)
def test_claims_and_denials_of_war_reports_name_who_speaks(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "刘女士说，她看见墙上写着“救命呀，有人吗”的字样。",
        "“月亮走到河边上呀……”“青蛙在叫什么呀”等歌曲都出自刘女士之手。",
        "何建军说，当年的“一角钱”“与时俱进”成了“十块钱”。",
        "何建军说，路口设有的“河水异味筛选测试”，可能更有用。",
        "周明远认为，这个“异味普查”（Odour Survey）已有结果。",
        "居民打电话多了，就被认定为“涉嫌骚扰”，让人哭笑不得。",
    ],
)
def test_what_is_written_sung_or_planned_in_marks_is_no_speech(sentence):
    assert [one for one in told(sentence) if one[0] != "reported"] == []


def test_reported_speech_may_hold_a_name_in_marks():
    assert told("何建军说，全市要打好“蓝河保卫战”。") == [
        ("reported", "全市要打好“蓝河保卫战”", "何建军")
    ]


SUBJECTS = [
    ("村民段女士得知消息后说：“终于等到了。”", ["段女士"]),
    ("法官蔡美玲下判时说，被告“毫无悔意”。", ["蔡美玲"]),
    ("外长阿巴斯普尔说：“我们不会屈服。”", ["阿巴斯普尔"]),
    ("欧盟委员会主席冯德海姆在首都表示，“欧洲不会袖手旁观”。", ["冯德海姆"]),
    ("前锋洛佩兹打进两球，赛后他说：“这场胜利属于球迷。”", ["洛佩兹"]),
    ("刘长顺，外号“大刘”，今年五十岁。“开车三十年，没出过事故。”他说。", ["刘长顺"]),
    ("“真没想到这么快。”刚领到补偿款的刘秀兰喜笑颜开。", ["刘秀兰"]),
    ("〔記者翁以柔／台中報導〕41歲男子報案，洪男酒醒後改口說只是「順路」。", ["洪男"]),
    ("（雲溪社記者蘇予安台北5日電）邱文德今天說，「票價不會調漲」。", ["邱文德"]),
    ("李姓駕駛說，「當時視線很差」。", ["李姓駕駛"]),
    ("民眾傻眼「怎麼又漲了」。", ["民眾"]),
    ("新人獲一批「老樹苗」。", []),
    ("網友紛紛留言「好感人」、「淚崩」。", ["網友", "網友"]),
    ("立委砲轟「假改革」，橘營則回嗆「做賊喊抓賊」。", ["立委", "橘營"]),
    ("譚太住海朗樓，今朝等咗兩個鐘，「粒米都冇落肚」。", ["譚太"]),
    ("用梁思远的话说，这是“饮鸩止渴”。", ["梁思远"]),
    ("在梁思远看来，风险可控。在他看来，“配套资金是关键”。", ["梁思远"]),
    ("日本首相高城健一则强调“三方合作的重要性”。", ["高城健一"]),
    ("反对党领袖本·阿里批评说，政府“没有任何计划”。", ["本·阿里"]),
    ("他说：“一步一步来。”主教练沃格特赞不绝口：“他是真正的领袖。”", [None, "沃格特"]),
    ("队长韩明主持协商，书记罗玉珍离场抗议，怒批「假协商」。", ["罗玉珍"]),
    ("市气象台预报员曾惠敏指出，「外出记得带伞」。", ["曾惠敏"]),
    ("市气象台预报员曾多次指出，「外出记得带伞」。", ["市气象台预报员"]),
    ("军方发言人称，目标是“一处指挥中心”。", ["军方发言人"]),
    ("军方发言人称“目标已被摧毁”。", ["军方发言人"]),
    ("秘书长范德贝克警告说，“我们处在危险的时刻”。", ["范德贝克"]),
    ("多名网友在评论区留言，“相信你”“加油”。", ["多名网友", "多名网友"]),
    (
        "环卫工人方桂英笑着说不累。她的丈夫去年去世。“女儿争气。”说起女儿，她眼里有光。",
        ["方桂英"],
    ),
    ("副署長薛孟婷說明，草莓「邊境即退運，未流入市面」。", ["薛孟婷"]),
    ("部長谷正倫今備詢，被問軍方動態時表示，「全程掌握」。", ["谷正倫"]),
    ("法院一审判决驳回。段女士不服，“我一定要上诉”。", ["段女士"]),
    ("“做事先做人”，是站长巩志强常挂在嘴边的话。", ["巩志强"]),
    ("市交通局回應，文章全是道聽塗說，又稱「絕無此事」。", ["市交通局"]),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_the_subject_is_found_before_what_it_did_behind_titles_and_right_before_marks(
    text, expected
):
    quotes = find_quotes(text, lines_of(text), languages.load("zh"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“水是干净的，请大家放心”，何建军骄傲地说道。", "何建军"),
        ("无论是退休工人，还是专业人士都认为，“水质已经好转”。", "专业人士"),
    ],
)
def test_how_somebody_speaks_and_what_joins_clauses_are_no_part_of_a_name(sentence, speaker):
    [found] = told(sentence)
    assert found[2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # Behind a quote, before what else is said
        ("“今年的水费涨了不少”，何建军说只能这样来覆盖成本。", "何建军"),
        ("“今年的水费涨了不少。” 这是何建军告别老邻居时的话。", "何建军"),
        # No sign parts who speaks from whole words of their own
        ("何建军听了鼻子一酸“这份工作我不辞了……”", "何建军"),
        ("那时工人们排队下班，还回头和保安挥手喊道，“明天再见！明天再见！”", "工人们"),
        # He who opens the sentence
        ("刘女士回忆，水是苦的。孙立平在一家水厂工作，他说：“据我所知，水价都涨了。”", "孙立平"),
        # No subject: whom a clause tells of, what a sentence is about, who stands beside
        ("那时他最惦记的母亲，老母亲得知后非常支持：“我身体好着呢，放心去吧。”", "老母亲"),
        ("不在场的小玲母亲告诉记者，“我们都吓坏了，马上去了医院。”", "小玲母亲"),
        ("孙立平也持相同的观点，水价要恢复正常，“水厂要有自己的收入”。", "孙立平"),
        # He who is told of does not speak of himself
        (
            "刘女士说，父亲做了一辈子水工。孙立平退休后还在学习。“他学得很认真，天天做笔记。”",
            "刘女士",
        ),
    ],
)
def test_subjects_are_told_from_whom_the_sentence_only_speaks_of(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "经过细致询问，水务局摸清了这一带水管的“套路”。",
        "水务局宣布，今年将延续“无押金、无账单”的做法。",
        "水务局表示，为了达成“全市一口价”，水价不变。",
        "“做好全市的水管检修工作”\n\n检修从四月开始，全市停水三天。",
    ],
)
def test_what_somebody_does_or_reaches_in_marks_is_no_speech(sentence):
    assert all(kind == "reported" for kind, *_ in told(sentence))


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        # The end of what somebody was telling, set off by a comma
        (
            "何建军表示，水厂以前缺钱。水价低的时候没人肯修管子，“后来修管子的人就越来越少”。",
            "“后来修管子的人就越来越少”",
            "何建军",
        ),
        # Who is named behind a quote, and not in front of its sentence
        ("“陈主任”向刘女士强调，水已停了，“他们说要先付钱，不能对外讲”，何建军介绍。",
         "“他们说要先付钱，不能对外讲”", "何建军"),
        # Whose words are told of
        ("在市水务局“绝不容忍水管渗漏长期存在”的严厉表态下，工程开工。",
         "“绝不容忍水管渗漏长期存在”", "市水务局"),
        # Straight marks inside curly ones
        ("“他急忙向所谓的\"主任\"解释，说水费早已付清。”何建军介绍。",
         "“他急忙向所谓的\"主任\"解释，说水费早已付清。”", "何建军"),
    ],
)  # fmt: skip
def test_words_at_the_end_of_a_sentence_are_told_by_who_speaks(sentence, words, speaker):
    assert [one for one in told(sentence) if one[0] != "reported"] == [
        (told(sentence)[-1][0], words, speaker)
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        # Narrow signs are wide ones
        ("何建军说,“明天一早就能通水,请大家放心。”", "“明天一早就能通水,请大家放心。”", "何建军"),
        # A short word behind a verb that takes words
        ("水务局对此表示“遗憾”，称已换管。", "“遗憾”", "水务局"),
        # Whom somebody meets is no subject
        ("《水乡周刊》昨日嘲讽何建军“开溜”，约见该厂店长，又说“修管子的钱去了哪里”。",
         "“修管子的钱去了哪里”", "《水乡周刊》"),
        # Whose researcher somebody is
        ("机构“晨光观察”的研究员何建军说，水价“高得离谱”。", "“高得离谱”", "何建军"),
        # How often somebody says something
        ("店家起初承诺“坏了就赔一根新管”。", "“坏了就赔一根新管”", "店家"),
    ],
)  # fmt: skip
def test_short_words_and_who_says_them_are_told_from_what_stands_beside(sentence, words, speaker):
    assert told(sentence)[-1][1:] == (words, speaker)


def test_quotes_that_trail_off_are_the_last_speakers():
    text = "何建军说，管子都换了。“水价五年不涨一分钱”“不让一户人家没水喝”……外地周刊撰文说好。"
    assert [one[2] for one in told(text) if one[0] == "direct"] == ["何建军", "何建军"]


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("山城社北京5月3日电 水务局负责人3日说，水价“稳定”。", "“稳定”", "水务局负责人"),
        ("也有村民担心，“最后还是用户买单”。", "“最后还是用户买单”", "有村民"),
        ("TARAL收到水务局公文后，表示“遗憾”。", "“遗憾”", "TARAL"),
        ("网友纷纷留言打气，“加油”、“等你回来”。", "“加油”", "网友"),
    ],
)
def test_datelines_firms_in_latin_letters_and_voices_are_told_apart(sentence, words, speaker):
    assert (words, speaker) in [one[1:] for one in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("（云溪社記者陳文台北3日電）環保局今天嚴正駁斥，表示「絕無隱匿此事」。", "環保局"),
        ("（記者陳美華／台中報導）議員吳國榮說，「市府根本沒有計畫」。", "吳國榮"),
        ("市長吳國榮受訪，談到進度。「明天就恢復供水。」（責任編輯：王麗華）", "吳國榮"),
        ("水务集团（水集）今天通报，水集还表示，“水质已经完全达标”。", "水集"),
    ],
)
def test_who_reports_or_edits_is_no_speaker_and_short_names_are(sentence, speaker):
    assert told(sentence, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("申訴人周先生（62歲）說，「每次都話跟進」。", "周先生"),
        ("事主吳小姐說：「差兩秒就撞埋嚟。」", "吳小姐"),
        ("院长吴进介绍了情况。记者追问，吴进未直接作答，只说“正在核查”。", "吴进"),
        ("水委會主委陳東和上午備詢，他說，「一個字都不會漏看」。陳東和隨後離開。", "陳東和"),
        ("居民林女士28日来到河边，她说，自己“一夜没睡”。", "林女士"),
        ("立委洪美珍質疑進度，部長陳東信回以「看了兩遍」。", "陳東信"),
        ("另一名网友“云溪老李”则说，他“半年没跟家里人提起”。", "另一名网友“云溪老李”"),
        ("有网友“小桥”留言说：“套路一模一样，先吓你再打折。”", "网友“小桥”"),
        ("一名自称“专家”的人让刘女士交钱。“他说今天打八折，明天就没有了。”", "刘女士"),
    ],
)
def test_names_end_where_what_somebody_does_begins(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("家属得知消息后表示，“难以接受”。", "家属"),
        ("網友看到後紛紛直呼：「太扯了！」", "網友"),
    ],
)
def test_what_somebody_hears_or_sees_first_is_no_part_of_who_speaks(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("死者陈大海（73岁）的儿子陈志文（41岁，司机）说，父亲爱钓鱼。“他天天来。”", "陈志文"),
        ("业委会主席周国明（Chew Kok Beng，58岁）不愿多谈，只说：“正在查。”", "周国明"),
        ("岚国在野党议员则批评政府迟迟不公开影像，质问“究竟在等什么”。", "岚国在野党议员"),
        ("公司否认欠薪。在职员工则表示，“没有人出来解释过一句”。", "在职员工"),
        ("在公寓住了十年的何女士（46岁，教师）说，椅子空着。“我没见过巡视。”", "何女士"),
    ],
)
def test_an_age_ends_a_name_and_a_clause_before_it_is_no_part_of_it(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("住在河边三十年的邓伯對停水不感意外。「由後生等到而家，等到頸都長。」", "邓伯"),
        ("在桥头卖早点的老郑并不买账。“修好三天又塌了，谁敢走？”", "老郑"),
        ("第一次站上讲台的周小雨还没回过神来。“感觉像做梦，脑子一片空白。”", "周小雨"),
        ("剛趕回來的蔡太難掩激動。「我媽媽還在裡面，拜託快一點！」", "蔡太"),
    ],
)
def test_who_is_named_behind_a_clause_speaks_next(sentence, speaker):
    assert told(f"何建军说：“水是干净的。”\n\n{sentence}")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("邓女士接到一个自称客服的电话。对方告诉她：“您的账户有风险，需要转账。”", "对方"),
        ("記者撥通負責人林某的電話。對方表示，「目前不方便接受訪問」。", "林某"),
        ("邓女士不服，与店员理论，对方回了一句“爱去哪告去哪告”。", "对方"),
        ("影片由帳號「老魏養生」發布。該帳號寫道「生活常識，僅供娛樂」。", "該帳號"),
        ("在中心過夜的居民瓦旦．尤幹說，「那條路每年都斷」。", "瓦旦．尤幹"),
        ("民警介绍，骗子会说“你的包裹里查出违禁品”，然后要求转账。", "骗子"),
        ("律师提醒，消费者可要求“退一赔三”。", "律师"),
        ("邻居听到女子大喊“救命啊！”", "女子"),
        ("受访者“老邓”说：“我们这代人，能省就省。”", "受访者“老邓”"),
        ("受訪者阿May說，「我哋冇得揀」。", "阿May"),
        ("今年32岁的阿杰（化名）说，“面试就三个。”", "阿杰"),
        ("邓女士回忆，电话里的男子通常说“马上转账”。", "电话里的男子"),
    ],
)
def test_callers_nicknames_accounts_and_impostors_speak_for_themselves(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize("words", ["正在密切关注", "立即增加", "必须遏制"])
def test_a_predicate_in_marks_is_said_though_its_sentence_goes_on(words):
    sentence = f"发言人称，各方“{words}”跨境流动。"
    assert (f"“{words}”", "发言人") in [one[1:] for one in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("男子被店员训斥“买不起就不要买”，愤而离开。", "店员"),
        ("該店遭網友狂酸「想錢想瘋了」。", "網友"),
        ("邓女士情绪崩溃，向警方哭诉“孩子不见了”。", "邓女士"),
        ("丈夫酒後回家，對著妻子大吼「給我滾」。", "丈夫"),
        ("護士長李紅安慰家屬「別擔心，手術很成功」。", "李紅"),
        ("網友看完影片後笑翻，紛紛留言「這狗會說話吧」。", "網友"),
        ("粉絲得知喜訊後送上祝福，留言「一定要幸福」。", "粉絲"),
        ("示威者高举“停止杀戮”的标语，高喊“立即停火”。", "示威者"),
        ("老闆娘無奈說「真的撐不下去了」，決定熄燈。", "老闆娘"),
        ("首相拿督斯里哈林指出，政府“绝不妥协”。", "哈林"),
        ("市府發言人嚴正指出，有關言論「顛倒黑白」。", "市府發言人"),
    ],
)
def test_who_is_done_to_or_addressed_does_not_speak(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


def test_words_in_marks_that_follow_each_other_are_said_by_the_same():
    found = told("民众高喊“还我河山”、“下台”等口号，久久不散。")
    assert [one[1:] for one in found] == [("“还我河山”", "民众"), ("“下台”", "民众")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("首相發言人湯普森説，有關説法「完全不正確」。", "湯普森"),
        ("首席財務官林美惠說，「沒有裁員計畫」。", "林美惠"),
        ("一位要求匿名的访客告诉本台：“他们不让出门。”", "一位要求匿名的访客"),
        ("居住在倫敦的香港人阿麗（化名）對本台說，「只帶了兩個行李箱」。", "阿麗"),
        ("店主何老板不信：“监控拍得清清楚楚。”", "何老板"),
        ("“我没有！”少年阿明涨红了脸，“是他塞给我的。”", "阿明"),
        ("警区主任说，嫌犯供称“因失业压力大”而犯案。", "嫌犯"),
    ],
)
def test_signs_and_words_of_all_chinese_papers_are_known(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("總理安娜·史密（Anna Smi）在電視講話中說：「這不是事故。」她表示遺憾。", "安娜·史密"),
        ("本台在港口见到了获救的船员丹尼·鲁伊。他的左臂打着石膏。“天还没亮，”他说。", "丹尼·鲁伊"),
        ("船员丹尼·鲁伊（Danny Rui）获救。但鲁伊犹豫了：“我不敢肯定。”", "丹尼·鲁伊"),
        ("助理署長莊靜雯出庭。莊承認人手不足。莊其後回應「不清楚」。", "莊靜雯"),
        ("大律師莊靜雯陳詞。莊指被告曾對他說：「我以為個單位係阿媽嘅。」", "被告"),
        ("议员周敏华公布一份会议记录，其中一段写着“由宏海承作”。", "会议记录"),
        ("议员周敏华公布一份会议记录，其中一段写着“由宏海承作”。她质疑，“是谁写的？”", "周敏华"),
        ("声明强调，双方将“继续保持沟通”。", "声明"),
        ("管家验房后发来消息：“墙面有11个钉孔。”", "管家"),
        ("影像顯示，男子離去前還對店員說「不好意思」。", "男子"),
        ("視頻裡，女騎士大喊「你怎麼開車的！」", "女騎士"),
        ("当记者问他累不累时，局长周明摆摆手：“习惯了。”", "周明"),
        ("做咗三十年嘅炳叔話：「後生仔唔肯入行。」", "炳叔"),
        ("“没人该输。”站在讲台上，教师周小燕说。", "周小燕"),
    ],
)
def test_people_are_met_seen_read_and_called_by_their_family_name(text, speaker):
    assert told(text, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("儿子小军考上了大学。“我妈不容易。”", "小军"),
        ("事主供稱，被告當時大叫「打死你」，並襲擊他。", "被告"),
        ("左翼政党“前进”领导人梅朗呼吁组建“人民阵线”。", "梅朗"),
        ("王磊说，他最难忘的是师父的一句话：“刀要快，心要慢。”", "师父"),
        ("李想自己却很谦虚：“我只是比别人多练了一点。”", "李想"),
        ("网红“大刘”推销保健品，声称“包治百病”。", "网红“大刘”"),
        ("欧盟委员会主席冯德兰恩称协议是“历史性的”。", "冯德兰恩"),
        ("多位教授联名发表公开信，批评改革“操之过急”。", "多位教授"),
    ],
)
def test_children_defendants_parties_and_masters_are_told_apart(sentence, speaker):
    assert told(sentence, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


def test_a_number_in_marks_that_its_sentence_goes_on_behind_is_no_speech():
    assert [one for one in told("何建军认为“996”违反劳动法。") if one[0] != "reported"] == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("北市一名林姓女子用餐後發文「差點刺穿喉嚨」。", "林姓女子"),
        ("屋主：「我要一個公道。」建商：「一切依契約。」", "建商"),
        ("店員A說，「客人常常這樣」。", "店員A"),
        ("某國在台協會（AIT）發言人回應，美國「堅定支持台灣」。", "發言人"),
        ("市長謝國明臉書貼文寫下「清者自清」。", "謝國明"),
        ("里長伯無奈說：「反映好幾次都沒人理。」", "里長伯"),
        ("學者王宏明指出，選舉結果反映「民怨累積」。", "王宏明"),
        ("“希望政府听到我们的声音，”渔民阿都拉曼对本报说。", "阿都拉曼"),
        ("卖椰浆饭的玛丽娅说：“鸡蛋涨价了。”", "玛丽娅"),
    ],
)
def test_people_of_the_street_and_of_offices_are_named_as_papers_do(sentence, speaker):
    assert told(sentence, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("（多市訊）總理卡尼斯宣布加稅，回應「不公平做法」。", "「不公平做法」", "卡尼斯"),
        ("（某地之声中文网）外长瓦德表示，“不能袖手旁观”。", "“不能袖手旁观”", "瓦德"),
        ("“没想到还能再就业。”68岁的孙秀兰如今是社区的大厨。", "“没想到还能再就业。”", "孙秀兰"),
        ("“橙子卖出去了！”村民们奔走相告。", "“橙子卖出去了！”", "村民们"),
    ],
)
def test_a_report_s_first_words_and_a_quote_s_last_name_who_speaks(sentence, words, speaker):
    assert (words, speaker) in [one[1:] for one in told(sentence, "云溪市通报\n\n")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("死者丈夫陳先生憶述，當時妻子說頭暈，「我叫佢坐低先，點知就瞓低咗」。", "陳先生"),
        ("女事主X供稱受襲。辯方質疑X，X解釋「驚」。", "X"),
        ("被告聞判後大叫「我冇殺人」。", "被告"),
        ("外傭Maria說，「僱主對我好好」。", "Maria"),
    ],
)
def test_who_tells_of_what_others_said_goes_on_and_letters_name_people(sentence, speaker):
    assert told(sentence, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“你们要对得起良心！”法院门口，死者父亲老赵声泪俱下。", "老赵"),
        ("接警员问：“您在什么位置？”对方答：“河边，快来！”", "对方"),
        ("出门前，妻子叮嘱他“少喝点酒”，他摆摆手说“知道了”。", None),
        ("韓星金秀明召開記者會，當場落淚「我不是殺人犯」。", "金秀明"),
        ("阿嬤邊哭邊說「平安就好」，親友動容。", "阿嬤"),
        ("新住民阮氏明芳說，「我也是台灣人」。", "阮氏明芳"),
        ("国家税则委员会办公室负责人表示，做法“损人不利己”。", "国家税则委员会办公室负责人"),
    ],
)
def test_who_answers_cries_or_holds_an_office_is_told_from_what_is_beside(sentence, speaker):
    assert told(sentence, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("陳太形容兒子「品學兼優」，班主任亦讚他「勤力」。", "班主任"),
        ("救護員到場時，傷者仍清醒，並說「好痛」。", "傷者"),
        ("保安員憶述，疑犯逃走時高呼「唔好追」。", "疑犯"),
        ("老翁遭詐騙，行員劉小姐察覺有異，問他「要匯去哪裡」。", "劉小姐"),
        ("嫌疑人林某冒充秘书，添加受害人微信后称“领导急需用钱”。", "林某"),
    ],
)
def test_who_acts_right_before_speaks_rather_than_who_came_first(sentence, speaker):
    assert told(sentence, "云溪市通报自来水异味事件\n\n")[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("醫管局總經理（聯網運作）譚家寶昨說，「病牀已滿」。", "譚家寶"),
        ("市水务局副局长（分管供水）邱立新介绍，“水质已恢复”。", "邱立新"),
        ("鄭總賣起關子：「明天看名單就知道了。」", "鄭總"),
        ("“这件事，”邱敏停顿了一下，“我们会负责到底。”", "邱敏"),
        ("大陆社报道，“双方已达成协议”。", "大陆社"),
        ("大陆社援引两名官员报道，“双方已达成协议”。", "两名官员"),
        ("声明中说，“我们深表歉意”。", "声明"),
    ],
)
def test_names_behind_a_field_and_before_a_gesture_are_whole(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("指挥部副总指挥李国梁说：“堤防总体平稳。”", "李国梁"),
        ("现场总指挥李国梁表示，“搜救仍在继续”。", "李国梁"),
        ("当地公安机关称该视频“系多年前画面拼接而成”，已依法处理。", "当地公安机关"),
        ("當地稅務機關稱，「帳目沒有問題」。", "當地稅務機關"),
        ("高院合議庭認為，證人前後供述不一，「難以形成有罪之確信」。", "高院合議庭"),
        ("集团总经济师李国梁说：“账目没有问题。”", "李国梁"),
    ],
)
def test_an_office_or_body_is_not_cut_where_it_holds_a_verb_or_a_name(sentence, speaker):
    [found] = told(sentence)
    assert found[2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("张女士说，她听到楼上有人喊“着火了”，赶紧往外跑。“楼道里全是烟。”", ["有人", "张女士"]),
        ("网上有人质疑“政府反应太慢”，何建军说：“我们已经尽力。”", ["有人", "何建军"]),
        ("張女士稱，夢中聽到有人大叫「快走呀」，其後離開。「樓梯全是雜物。」", ["有人", "張女士"]),
        ("张女士说，没有人告诉她“明天停水”。", ["张女士"]),
    ],
)
def test_somebody_unknown_says_what_is_heard_and_the_teller_goes_on(sentence, speakers):
    assert [speaker for kind, _, speaker in told(sentence) if kind != "reported"] == speakers
