"""Bylines and datelines of Chinese and Korean pages, whose names and places have no capitals.

The forms alone, each of one piece of a line; what is made of them is the business of the modules
beside this one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Opening(NamedTuple):
    """What a report opens with; ``end`` is where the report itself begins."""

    end: int
    place: str | None = None
    outlet: str | None = None
    wire: str | None = None
    authors: tuple[str, ...] = ()


class Signed(NamedTuple):
    """The names of a byline, and where it says so the outlet they write for and the place."""

    authors: tuple[str, ...]
    outlet: str | None = None
    place: str | None = None
    editors: tuple[str, ...] = ()
    staff: bool = False


_HAN = "[\u3400-\u9fff]"
_HANGUL = "[\uac00-\ud7a3]"
_EASTERN = re.compile(f"{_HAN}|{_HANGUL}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """One of the patterns below, compiled with the first page that needs it.

    That takes as long as reading ten others; `re` itself keeps a pattern only for a while.
    """
    return re.compile(pattern)


_REPORTER = "(?:记者|記者|特派員|通讯员)"
_SOURCE = "(?:来源|來源|稿源|文章来源|信息来源|新闻来源|文章來源|新聞來源|出处|出處)"
_EDITOR = "(?:编辑|編輯|责编|責編|網編|网编)"
#: 顾 晨, as papers set names of two signs below longer ones.
_HAN_NAME = rf"(?:{_HAN}{{2,4}}|{_HAN} {_HAN}(?!{_HAN}))"
_NO_NAME_NEXT = rf"(?!{_HAN}{{0,3}}(?:{_EDITOR}|报道|報導)|{_HAN}{{1,4}}[：:／/])"
_HAN_NAMES = rf"{_HAN_NAME}(?:[、，,\s●]\s?{_NO_NAME_NEXT}{_HAN_NAME}){{0,5}}"
_EDITORS = rf"{_HAN_NAME}(?:[、，,]{_HAN_NAME}){{0,2}}"
#: How desks and counties end, of which no name does: 國際中心／綜合報導.
_DESK = "[心組组部网網台縣县市區区團团社報报聞闻]"
#: What a report is called before 報導: 台北即時報導.
_SORT = "(?:综合|綜合|即时|即時|专题|專題|连线|連線|特稿)"
_REPORTS = "(?:综合报道|綜合報導|报道|報導|報道|报导|电|電)"
_WROTE = (
    rf"(?:{_HAN}{{0,8}}?{_REPORTER}|作者|撰文|撰稿|采写|採寫|採訪|采访|文|编译|編譯"
    r"|(?:采访|採訪)[、／/](?:撰稿|撰文|写作|寫作))"
)
_HELPED = "(?:校对|校對|审核|審核|监制|監製|值班|主编|主編|摄影|攝影|图|圖|图片|视频|制图)"
_CHINESE_BYLINE = (
    rf"(?:(?:来源|來源)[：:]\s*(?P<outlet>\S{{2,12}})\s+|(?P<house>{_HAN}{{1,7}}[报報社网網闻聞台刊])\s(?={_REPORTER}))?{_WROTE}(?:[：:／/|｜]\s?|\s)"
    rf"(?:{_HAN}{{0,8}}{_REPORTER}\s?)?(?P<names>{_HAN_NAMES})(?:\s?[／/]\s?{_HAN}{{2,6}})?(?:\s{_HAN}{{2,4}}{_REPORTS}|\s?{_REPORTS})?"
    rf"(?:[\s；;，]\s?{_HELPED}[：:\s/／]\s?{_HAN_NAMES})?"
    rf"(?:[\s；;，]\s?{_HAN}{{0,4}}{_EDITOR}[：:\s/／]\s?(?P<edited>{_EDITORS}))?"
    rf"(?:[\s；;，]\s?(?:{_HAN}{{0,2}}{_HELPED}|{_HAN}{{0,2}}{_EDITOR})[：:\s/／]\s?{_HAN_NAMES}){{0,3}}"
    rf"|(?:责任|責任|执行|執行|值班)?{_EDITOR}[：:\s]\s?(?P<editing>{_EDITORS})"
    rf"(?:\s(?:{_HAN}{{0,2}}{_HELPED})[：:\s]\s?{_HAN_NAME}){{0,3}}"
    rf"|[（(〔【\[]?{_REPORTER}(?P<joined>{_HAN}{{2,4}}(?:、{_HAN}{{2,4}}){{0,3}})[／/]\s?"
    rf"(?:(?P<place>(?!{_SORT}){_HAN}{{2,8}}?)?{_SORT}?)?{_REPORTS}[）)〕】\]]?"
    rf"|(?P<slashed>{_HAN}{{2,4}}(?<!{_DESK})(?:、{_HAN}{{2,4}}){{0,3}})\s?[／/]\s?{_HAN}{{0,6}}?{_REPORTS}"
    rf"|\S{{2,10}}\s{_REPORTER}(?P<behind>{_HAN}{{2,3}})(?:[／/](?P<from>(?!{_SORT}){_HAN}{{2,8}}?)?{_SORT}?{_REPORTS})?"
    # 海浪之声记者，发自港北
    rf"|(?P<sending>\S{{2,8}}?){_REPORTER}[，, ]\s?(?:发自|發自)\S{{2,12}}"
    # 来源: 城市日报 举报
    rf"|{_SOURCE}[：:]\s*《?(?P<source>[^\s《》：:，。（）()]{{2,14}})》?(?:[（(][^（）()]*[）)]?)?(?:\s+{_HAN}{{2,6}}){{0,3}}"
    rf"|本[報报刊台网網]{_HAN}{{0,4}}?{_REPORTER}(?P<own>{_HAN}{{2,3}})"
    rf"|(?P<before>{_HAN}{{2,4}}(?:、{_HAN}{{2,4}}){{0,3}})\s{_REPORTS}"
)
_KANJI = "[\u3005\u3400-\u9fff]"
_JA_OTHER = "(?:写真|撮影|編集|構成|企画|イラスト|カメラ|デザイン|動画|図)"
#: A name in full, no desk or company; a blank or kana may stand in it: 大塚 ひかり, 林エミ.
_JA_NAME = (
    rf"(?:(?!本[报報]|[记記]者|{_JA_OTHER}|{_KANJI}{{2,}}[部局室課班社版面略]\b)"
    rf"{_KANJI}{{1,4}}(?: (?!{_JA_OTHER}))?(?:[ぁ-ん]{{2,4}}|[ァ-ヶー]{{2,6}}|{_KANJI}{{1,3}})"
    rf"|[ァ-ヶー]{{2,8}}(?:[・＝ ]?{_KANJI}{{1,2}}|[・＝ ][ァ-ヶー]{{2,8}}))(?!{_KANJI})"
)
_JA_NAMES = rf"{_JA_NAME}(?: ?[、・,，／/ ] ?{_JA_NAME}){{0,5}}"
_JA_REPORTER = "(?:記者|特派員|編集委員|論説委員|専門記者|支局長)"
_JA_LABEL = (
    "(?:インタビュー・文|取材・文|文・写真|文と写真|写真・文|写真と文|取材・構成|文・構成|取材|文|聞き手|構成|執筆|報告"
    "|記者|編集委員|論説委員)"
)
#: Where somebody works: 気仙支局, 社会部, デジタル編集チーム.
_JA_DESK = (
    r"[一-鿿々ぁ-んァ-ヶーA-Za-z]{0,12}"
    r"(?:部|局|支局|総局|支社|本社|班|室|グループ|チーム|編集委員|論説委員|デスク|センター|特派員|記者|ライター|担当)"
)
#: Who else worked on it: 写真は山田太郎, 撮影・山田太郎.
_JA_OTHERS = rf"(?: ?[、。，／/ ] ?{_JA_OTHER}(?:は|も|[ ／/＝=：:・]) ?[^、。]{{2,14}}){{0,3}}"
_JAPANESE_BYLINE = (
    rf"(?:(?:{_JA_LABEL} ?[／/＝=：:・]|(?!文 ){_JA_LABEL} ) ?(?:{_JA_DESK}[・＝／/ ])?"
    rf"|{_JA_DESK}[・＝／/ ]|(?P<place>[一-鿿々ァ-ヶー]{{2,10}})＝)"
    rf"(?P<names>{_JA_NAMES}){_JA_REPORTER}?{_JA_OTHERS}"
)
#: In brackets behind the text, where names need no label: 【川端直、大塚ひかり】; （静浜＝川端直）.
_JAPANESE_SIGNATURE = (
    rf"(?:{_JA_LABEL} ?[／/＝=：:・は ] ?)?(?:{_JA_DESK}[・＝／/、 ])?"
    rf"(?:[一-鿿々ァ-ヶー]{{1,8}}＝|[ァ-ヶー]{{2,8}}[・ ]?(?={_KANJI}{{3}}))?"
    rf"(?P<names>{_JA_NAMES}) ?{_JA_REPORTER}?{_JA_OTHERS}"
)
_JA_IN_BRACKETS = (
    r"[（(〔［\[【＜〈]\s*([^（）()〔〕［］\[\]【】＜＞〈〉。「」]{2,48})\s*[)）〕］\]】＞〉]\s*$"
)
_NO_JA_NAMES = re.compile(
    r"[終完続前後上中下]$|[0-9０-９]|敬称|写真$|共同|時事|以下|原文|資料|提供|撮影$|仮名|順|同じ|関連|記事|一覧"
)
_DAY = r"(?:\d{1,2}月)?\d{1,2}日"
_OPENS, _CLOSES = r"[（(〔［【\[]\s?", r"\s?[）)〕］】\]]\s*"
#: Before 讯 without a day what is no town: （本报讯）, 【快讯】, 【行业资讯】.
_NO_TOWN = "[报報网網社刊台视視资資通短快简簡喜音时時新发發家业業政财財]"
#: 新华社北京11月8日电（记者李书远、王静）; （中央社記者吳佩珊濱海20日電）; (濱海20日訊);
#: （濱海20日法新电）; 【濱海訊】; 〔記者吳佩珊／濱海報導〕; 【大江報記者吳佩珊濱海報導】
_CHINESE_OPENING = (
    rf"(?P<agency>{_HAN}{{2,4}}[社网網])(?P<place>{_HAN}{{0,8}}?(?:[/／]{_HAN}{{2,6}})?){_DAY}(?:{_HAN}{{0,4}})?[电電讯訊]"
    rf"(?:\s?[（(](?:{_HAN}{{0,4}}?{_REPORTER}\s?)?(?P<names>{_HAN_NAMES})[）)])?\s*"
    rf"|[（(](?:(?P<signing>{_HAN}{{2,4}}社)|(?=記者))(?:記者(?P<author>{_HAN}{{3}}(?:、{_HAN}{{3}})*))?(?P<where>{_HAN}{{2,8}}?){_DAY}"
    rf"(?:{_HAN}{{0,6}})?[电電導导][）)]\s*"
    rf"|{_OPENS}(?P<town>{_HAN}{{2,6}}?){_DAY}{_SORT}?(?P<relayed>{_HAN}{{0,5}}?)[讯訊电電]{_CLOSES}"
    rf"|{_OPENS}(?P<spot>(?!{_SORT}){_HAN}{{2,5}}?)(?<!{_NO_TOWN})(?<![專专]){_SORT}?[讯訊电電]{_CLOSES}"
    rf"|{_OPENS}(?P<house>{_HAN}{{1,6}}[报報网網台刊聞闻])?{_REPORTER}\s?(?:(?P<who>{_HAN}{{2,4}}(?:、{_HAN}{{2,4}}){{0,3}})[／/]|(?P<alone>{_HAN}{{3}}))"
    rf"(?P<there>(?!{_SORT}){_HAN}{{2,8}}?)?{_SORT}?{_REPORTS}{_CLOSES}"
    rf"|{_OPENS}(?P<press>{_HAN}{{0,6}}[报報网網台社])[讯訊]{_CLOSES}[（(]{_HAN}{{0,4}}?{_REPORTER}\s?"
    rf"(?P<reporter>{_HAN}{{3}}|{_HAN}{{2}}(?={_SORT}|[）)])){_HAN}{{0,6}}[）)]\s*"
    rf"|{_OPENS}(?P<special>{_HAN}{{1,6}}[報报社])[專专特][訊讯電电]{_CLOSES}"
    rf"|[（(](?P<paper>{_HAN}{{2,6}}(?:中文[網网]|新[聞闻][網网]|[日時时]報|[日时]报|[電电]台|通[訊讯]社))[）)]\s*"
)

#: 城市晚报讯 (记者陈一鸣 文/摄); 本报讯(记者 陈一鸣 通讯员 王静); 本报北京6月3日电（记者陈一鸣）
_CHINESE_PAPER = (
    rf"(?P<paper>{_HAN}{{0,5}}[报報网網])(?:(?P<place>{_HAN}{{2,8}}?){_DAY}|(?:{_HAN}{{1,4}})?(?:{_DAY})?)[讯訊电電]\s?[（(](?:{_HAN}{{0,4}})?{_REPORTER}\s?"
    rf"(?P<names>(?:{_HAN} {_HAN}(?!{_HAN})|{_HAN}{{2,4}}?)"
    rf"(?:[、，,\s]\s?(?:通讯员\s?)?{_HAN_NAME}){{0,3}})"
    rf"\s?(?:[文图圖摄攝影]{{1,2}}(?:[/／][文图圖摄攝影]{{1,2}})*)?\s?[）)]\s*"
)
#: Societies that are no agencies: 合作社.
_NO_AGENCIES = (
    "合作社",
    "旅行社",
    "出版社",
    "报社",
    "報社",
    "杂志社",
    "雜誌社",
    "通讯社",
    "通訊社",
)
_OFFICES = frozenset(
    (
        "通讯员",
        "通訊員",
        "实习生",
        "實習生",
        "实习记者",
        "特约记者",
        "记者",
        "記者",
        "摄影",
        "攝影",
        "见习记者",
        "編譯",
        "编译",
    )
)
#: What stands before a byline: ●本报记者, and a square that was read as a letter: N城市晚报记者.
_BULLET = re.compile(r"^(?:[●□■◎○▲△◆◇•·]\s?|[A-Za-z](?=[\u3400-\u9fff]{2,8}(?:记者|記者)))")
_BLANKS = re.compile(r"[ \t\xa0\u3000]+")

_HANGUL_NAMES = rf"{_HANGUL}{{2,4}}(?:\s?[·,]\s?{_HANGUL}{{2,4}}| {_HANGUL}{{2,4}}(?= )){{0,3}}"
_WRITER = rf"(?:{_HANGUL}{{0,4}}기자|특파원|논설위원|편집위원|통신원|팩트체커|에디터|피디|PD)"
_KOREAN_BYLINE = (
    rf"(?:(?:글|기자명|작성자|취재)\s)?(?:(?P<place>{_HANGUL}{{2,6}})=)?(?P<names>{_HANGUL_NAMES})\s{_WRITER}"
    rf"(?:[,·]?\s(?:(?P<second>{_HANGUL}{{2,4}})\s{_WRITER}))?"
)
#: (서울=연합뉴스) 김도윤 기자 = ; [서울=뉴시스]서민재 기자 = ; [한누리경제=서민재 기자];
#: [마루스포츠=수원, 서민재 기자]
_KOREAN_OPENING = (
    rf"[(\[［（](?P<place>{_HANGUL}{{2,5}}(?:[·,]{_HANGUL}{{2,5}}){{0,2}})=(?P<agency>[^\s()\[\]=]{{2,10}})[)\]］）]"
    rf"\s?(?:(?P<names>{_HANGUL_NAMES})\s{_WRITER}\s?)?=?\s*"
    rf"|\[(?P<outlet>[^\s()\[\]=]{{2,10}})(?:=|\s)(?P<author>{_HANGUL}{{2,4}})\s{_WRITER}\]\s*"
    rf"|\[(?P<house>[^\s()\[\]=|,]{{2,10}})\s?[=|]\s?(?P<from>{_HANGUL}{{2,6}})(?:,\s?|=|\s)"
    rf"(?P<reporter>{_HANGUL}{{2,4}})\s{_WRITER}\]\s*"
)
_CHINESE_CLOSING = (
    rf"[。」][（(](?:責任|责任)?{_EDITOR}[：:／/]\s?"
    rf"(?P<edited>{_HAN}{{2,4}}(?:[、/／]{_HAN}{{2,4}})*)[）)]\d{{0,7}}$"
)
_KOREAN_SIGN_OFF = (
    rf"(?:^|[\s,])(?P<name>{_HANGUL}{{2,4}})\s(?:{_HANGUL}{{0,4}})기자(?:가|의)?\s?(?:[^.]{{0,12}}\s)?"
    r"(?:보도|취재|전해|전합|알아)[^.]{0,8}\.?$"
    rf"|^\S{{2,8}}(?:뉴스)?\s(?P<signed>{_HANGUL}{{2,4}})입니다\.?(?:\s?[\[(].*)?$"
)
_KOREAN_BROADCASTER = (
    rf"(?:지금까지\s)?(?:[^.]{{2,20}}에서\s)?(?P<outlet>[A-Z]{{2,5}}(?:\s?뉴스)?"
    rf"|[A-Z{_HANGUL[1:-1]}]{{2,6}}(?:\s?뉴스|방송|TV))\s{_HANGUL}{{2,4}}입니다\.?$"
)
_LONGEST_PART_OF_NAME = 2
_LISTED = re.compile(r"\s?[、，,·●]\s?|\s+")


def read_signed(piece: str) -> Signed | None:
    """The names in a piece that is nothing but a byline: 记者 陈一鸣; 정하은 기자."""
    if not _EASTERN.search(piece[:8]):
        return None
    if match := _compiled(_KOREAN_BYLINE).fullmatch(piece):
        authors = [*_LISTED.split(match["names"]), match["second"]]
        if authors[0].endswith("의"):
            return None  # "today's reporter"
        return Signed(tuple(name for name in authors if name), place=match["place"])
    plain = _BULLET.sub("", _BLANKS.sub(" ", piece))
    if match := _compiled(_JAPANESE_BYLINE).fullmatch(plain):
        return Signed(_japanese_names(match["names"]), place=match["place"])
    if match := _compiled(_CHINESE_BYLINE).fullmatch(plain):
        names = match["names"] or match["joined"] or match["behind"] or match["before"]
        names = names or match["own"] or match["slashed"]
        place = match["place"] or match["from"]
        edited = match["edited"] or match["editing"]
        editors = tuple(_LISTED.split(_joined(edited))) if edited else ()
        listed = _LISTED.split(_joined(names)) if names else ()
        signed = tuple(name for name in listed if name and name not in _OFFICES)
        outlet = match["outlet"] or match["source"] or match["sending"] or match["house"]
        return Signed(signed, outlet, place, editors, staff=match["sending"] is not None)
    return None


def read_opening(line: str, agencies: Mapping[str, str]) -> Opening | None:
    """What a report opens with in these languages: place, agency and names before its first word.

    Args:
        line: the line, without blanks before it.
        agencies: names of news agencies and the short name each goes by.
    """
    if not _EASTERN.search(line[:6]):
        return None
    if match := _compiled(_KOREAN_OPENING).match(line):
        names = match["names"] or match["author"] or match["reporter"]
        authors = tuple(_LISTED.split(names)) if names else ()
        wire = agencies.get(match["agency"] or match["house"] or "")
        house = match["outlet"] or match["house"]
        outlet = house or (match["agency"] if wire is None else None)
        return Opening(match.end(), match["place"] or match["from"], outlet, wire, authors)
    if match := _compiled(_CHINESE_OPENING).match(line):
        return _chinese_opening(match, agencies)
    if match := _compiled(_CHINESE_PAPER).match(line):
        names = _LISTED.split(_joined(match["names"]))
        authors = tuple(name for name in names if name not in _OFFICES)
        paper = match["paper"]
        outlet = None if paper in ("本报", "本報") else paper
        return Opening(match.end(), match["place"], outlet, None, authors)
    return None


def _chinese_opening(match: re.Match[str], agencies: Mapping[str, str]) -> Opening | None:
    """Place, agency, outlet and names of what a Chinese report opens with.

    An agency that nobody knows is one before a town and a day; it is the page's own in brackets.
    """
    found = match.groupdict()
    names = found["names"] or found["author"] or found["who"] or found["alone"]
    names = names or found["reporter"]
    authors = tuple(_LISTED.split(_joined(names))) if names else ()
    agency = found["agency"] or found["signing"] or ""
    place = found["place"] or found["where"] or found["there"] or found["town"] or found["spot"]
    wire = agencies.get(agency) or _relayed(found["relayed"] or "", agencies)
    if wire is None and found["agency"]:
        if agency.endswith(_NO_AGENCIES) or (not names and not agency.endswith("社")):
            return None
        wire = agency if agency.endswith("社") and place else None
    outlet = None if wire else agency or found["house"] or found["press"] or found["paper"]
    outlet = outlet or found["special"]
    outlet = None if outlet in ("本报", "本報") else outlet
    return Opening(match.end(), place or None, outlet, wire, authors)


def _relayed(words: str, agencies: Mapping[str, str]) -> str | None:
    """The agency whose report a paper gives behind the day: 维也纳3日|法新|电."""
    return agencies.get(words) or agencies.get(f"{words}社") if words else None


def _joined(names: str) -> str:
    """Names without the blank that parts a family name of two signs from the given: 顾 晨."""
    return _compiled(rf"(?<!{_HAN})({_HAN}) ({_HAN})(?!{_HAN})").sub(r"\1\2", names)


def read_closing(line: str) -> tuple[str, ...]:
    """The editors behind a report's last sentence: ……。（編輯：王小明）1130920."""
    if not line.endswith(tuple("）)0123456789")) or not _EASTERN.search(line[-24:]):
        return ()
    match = _compiled(_CHINESE_CLOSING).search(line)
    return tuple(_LISTED.split(match["edited"])) if match else ()


def read_signature(line: str) -> tuple[str, ...]:
    """The names in brackets at the end of a Japanese line: ……。【岸本直、大塚ひかり】."""
    match = _compiled(_JA_IN_BRACKETS).search(line)
    if match is None or _NO_JA_NAMES.search(match[1]):
        return ()
    signed = _compiled(_JAPANESE_SIGNATURE).fullmatch(_BLANKS.sub(" ", match[1]))
    return _japanese_names(signed["names"]) if signed is not None else ()


def _japanese_names(names: str) -> tuple[str, ...]:
    """The names of a list; a blank parts a family name from a given name, or one from the next."""
    listed = re.split(r" ?[、,，・／/] ?", names)
    if len(listed) == 1 and " " in names:
        parts = names.split(" ")
        are_full = all(len(part) > _LONGEST_PART_OF_NAME for part in parts)
        listed = parts if are_full else listed
    return tuple(listed)


def read_outlet_of_sign_off(line: str) -> str | None:
    """For whom a Korean broadcaster reports: 한빛 뉴스 정하은입니다; 시청에서 KNB 정하은입니다."""
    if not line.rstrip(". ").endswith("입니다"):
        return None
    match = _compiled(_KOREAN_BROADCASTER).match(line)
    return match["outlet"] if match is not None else None


def read_sign_off(line: str) -> str | None:
    """Who reports, in a Korean broadcast: 정하은 기자가 보도합니다; 한빛뉴스 정하은입니다."""
    if not _EASTERN.search(line[:6]):
        return None
    match = _compiled(_KOREAN_SIGN_OFF).search(line)
    return (match["name"] or match["signed"]) if match else None
