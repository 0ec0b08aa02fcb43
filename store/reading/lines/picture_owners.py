"""Who owns a picture, as lines below pictures say it: “COURIER/Jane Doe”, “... JANE DOE”.

The forms alone. Words such as "photo:" are cues; what follows is decided in `captions.py`.
"""

from __future__ import annotations

import re

from store.reading.cues import all_agencies
from store.reading.lines.page import Page
from store.reading.lines.rows import LONGEST_FOR_PULL_QUOTES, SPEECH, Row

_CAPITALS = r"[A-Z][\w.&'’-]*"
#: One word that is an outlet's name by its form: NKR, NorthPost, northpost.com.
_OUTLET = r"(?:[A-Z]{2,6}|[A-Z][a-z]+(?:[A-Z][a-z]*)+|[\w-]+\.[a-z]{2,4})"
_LINKED = rf"(?: (?:d[eu]|de la|des|von|of) {_CAPITALS}| {_CAPITALS})"
OWNER_ALONE = re.compile(
    rf"^{_CAPITALS}{_LINKED}{{0,3}}\s?/\s?{_CAPITALS}{_LINKED}{{1,3}}$"
    rf"|^{_CAPITALS}{_LINKED}{{1,2}}\s?/\s?{_OUTLET}$"
    rf"|^{_CAPITALS}{_LINKED}{{1,2}} (?:für|for|pour|para|per|voor) {_CAPITALS}{_LINKED}{{0,3}}$"
)
_OWNER = re.compile(
    rf"[(\[]\s*{_CAPITALS}{_LINKED}{{0,3}}\s?/\s?"
    rf"[A-Z][\w.'’-]+{_LINKED}{{1,3}}(?:/[A-Za-z]{{2,5}})?\s*[)\]]$"
)
#: The same with one word for the paper, behind a text that nobody speaks in: “(Jane Doe/Post)”.
_OWNER_AND_WORD = re.compile(
    rf"[(\[]\s*{_CAPITALS}{_LINKED}{{1,2}}\s?/\s?[A-Z][A-Za-z][\w.-]+\s*[)\]]$"
)
_OWNER_IN_CAPITALS = re.compile(
    r"[^\W\d]{2,}(?:/[^\W\d]{2,}(?:[. -][^\W\d]{2,}){0,3}){2,3}$|"
    r"[^\W\d]{2,}(?: [^\W\d]{2,}){1,3}/[^\W\d]{2,}(?: [^\W\d]{2,}|\.[A-Z]{2,4}(?:\.ID)?)?$"
)
#: "João Roe/Farol", where headings are not written so.
_OWNER_AND_PAPER = re.compile(rf"^{_CAPITALS}(?: {_CAPITALS}){{1,2}}\s?/\s?{_CAPITALS}$")
_FROM_OWNER = re.compile(rf"^From {_CAPITALS}{_LINKED}{{0,3}}/{_CAPITALS}{_LINKED}{{0,2}}$")
#: "... at the river. COURIER/Jane D", "... - J. DOE / AGENCY", "...（19日、県庁で）".
_OWNER_BEHIND = re.compile(
    r"(?=[.!?)…\s（(])(?:"  # is no more than a look at most places
    rf"[.!?][\"”»)]?\s+(?:[–—-]+\s?)?[A-Z]{{2,}}(?:[. ][A-Za-z]+){{0,2}}\s?/"
    rf"\s?{_CAPITALS}{_LINKED}{{0,3}}$"
    rf"|\s[–—-]\s?{_CAPITALS}{_LINKED}{{0,3}}\s?/\s?[A-Z]{{2,}}$"
    rf"|\s[–—-]\s{_CAPITALS}{_LINKED}{{1,3}}\s?/\s?[A-ZÀ-Þ][\w-]+$"
    r"|[（(][^（）()]*\d日[^（）()]*(?:で|撮影)[)）]$"
    # "... in the square - Jane Doe - 3.may.24/Agency", "... of the town. JANE DOE"
    r"|\s[–—-]\s[^–—-]{3,40}\s[–—-]\s\d{1,2}\.\w{2,4}\.\d{2,4}(?:/[\w ]+)?$"
    r"|[.!?][\"”»]?\s+(?:[/|]\s?)?(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+\s){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+$"
    # "... of the town. JANE DOE FOR “THE COURIER”", "... of the town. northpost.com/Jane"
    r"|[.!?][\"”»]?\s+[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’.& -]{2,40}\s[“\"«][^a-zà-ÿ.!?]{2,40}[”\"»]$"
    r"|[.!?][\"”»]?\s+[a-z][\w-]*\.[a-z]{2,4}(?:\.[a-z]{2})?/[A-Z]\w+(?: [A-Z]\w+){0,2}$"
    # or with the owner and "/ stock.city.com", or a dash, "J. Doe / City News"
    rf"|[.!?)][\"”»]?\s+(?:[–—-]\s?)?{_CAPITALS}{_LINKED}{{1,3}}\s?/\s?"
    rf"(?:(?:[\w-]+\.)+[a-z]{{2,4}}|(?:\d+ )?{_CAPITALS}{_LINKED}{{0,3}})$"
    # or with "[Town police - Agency]" behind the stop
    r"|[.!?…][\"”»]?\s+\[[^\W\d_a-zà-ÿ][^\[\].!?:]{1,40}\s?[-–/|]\s?[^\W\d_a-zà-ÿ][^\[\].!?:]{1,40}\])$"
)
#: "Harvest on the Ebert farm/CP", "Northern v Southern – Cup / Jane Doe"
_OWNER_BEHIND_SLASH = re.compile(
    rf"[a-zà-ÿ”»)]\s?/\s?(?:[A-Z]{{2,5}}|{_CAPITALS}(?: {_CAPITALS}){{1,2}})$"
)
#: "City Media, Inc.", which owns the picture above
_COMPANY_ALONE = re.compile(r"^[A-Z][\w&]+(?: [A-Z][\w&]+){0,2},? (?:Inc|Ltd|LLC|Corp)\.$")
#: "Jane DoePhoto: City News"
_GLUED_OWNER = re.compile(
    r"[a-zà-ÿ](?:Photo|Foto|Image|Picture|Credit|Gambar)s?: ?[A-Z]"
    r"|[a-zà-ÿ]\.(?:[A-Z]{2,5}|[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.]+){1,3})$"
    r"|\s(?:Photo|Foto|Video|Picture|Image)s? [Bb]y \S.{1,40}$"
)
#: "Ministers in the hall (3日午後、県庁)": no full stop, and a day behind it; no result, 2―2.
_DAY_IN_BRACKETS = re.compile(
    r"^(?!.*\d\s?[―－–—-]\s?\d)[^。「」]+[（(](?!\d{4}年\d+月\d+日[)）])[^（）()]*\d日[^（）()]*[)）]$"
)
#: "The harbour at dusk (City News: Jane Doe)"
#: ... "(Jane Doe for The City News)", "The nave.J.D."
_OWNER_AND_NAME = re.compile(
    rf"\({_CAPITALS}{_LINKED}{{0,3}}(?:: | for (?:The )?){_CAPITALS}{_LINKED}{{0,3}}\)$"
    r"|[a-zà-ÿ]\.(?:[A-Z]\.){2,3}$"
    r"|[(\[][\w-]+(?:\.[a-z]{2,4}){1,2}\s?[/-]\s?\w[\w .]{1,30}[)\]]\.?$"  # (citynews.com/Jane)
)
#: "The garden without its tree JANE DOE"
_NAME_IN_CAPITALS = re.compile(r"[a-zà-ÿ]\)?,?\s((?:[A-ZÀ-Þ'’-]{3,}\s){1,2}[A-ZÀ-Þ'’-]{3,})$")
#: "The works that let its people go=at Higashihama"
_PLACE_BEHIND_JOINER = re.compile(r"[=＝][^=＝。、「」]{1,14}で$")
#: "...하고 있다. 연합뉴스", "...모습. 도하늘 기자", "... 시청 제공, 대륙 연합뉴스"
_SIGNED_IN_KOREAN = re.compile(
    r"^[^.]*(?:\d\.[^.]*){0,3}[가-힣’”'\")\]]\.\s?[/\[(|]?\s?(?:"
    r"[가-힣]{2,4}\s?(?:선임|사진|전문|객원|인턴)?기자(?:\s?[\w.+-]+@\S*)?"
    r"|20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?(?:\s\S+@\S+)?"
    r"|(?:\S+\s){1,4}제공,\s(?:\S+\s){0,2}\S+"
    r"|(?:[가-힣A-Za-z]{2,8}[ ·/=]\s?){0,2}(?P<agency>[가-힣A-Z]{2,6}1?)[\])]?)$"
)
#: "AGY | The old pier", as broadcasters set captions; "The old pier in Ashford. - HARBOUR BOARD"
_OPENS_WITH_OWNER = re.compile(r"[A-Z][\w ]{1,15} \| \S")
_OWNER_BEHIND_DASH = re.compile(r"[.!?] [-–] [A-ZÀ-Þ][A-ZÀ-Þ.& /-]{3,40}$")
#: "The old pier. / Works department", "The old pier. | Jane Doe"
_OWNER_BEHIND_BAR = re.compile(
    r"[.!?][\"”»]?\s+[/|]\s?[^\W\d_a-z](?=[^.!?|/:]*[a-zà-ÿ])[^.!?|/:]{2,40}$"
)
#: "Jane Doe Instagram", in languages whose headlines have small letters
_NAME_AND_NETWORK = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]+ ){1,3}(?:Instagram|Facebook|Twitter|TikTok|YouTube|Twitch|[Pp]rivat)$"
)
IN_TITLE_CASE = frozenset(("en", "id", "ms", "und"))
#: "The laundry is under water. CITYNEWS", above more of the text
_WORD_IN_CAPITALS = re.compile(r"[.!?][\"”»]?\s+([A-ZÀ-Þ]{2,14}(?:/[A-ZÀ-Þ]{2,14})?)$")
_LONGEST_WITH_OWNER = 250
_LONGEST_IN_KOREAN = 400
#: What is shorter, and ends in capitals, may be a heading.
_SHORTEST_WITH_NAME = 30
#: "... of the hamlet. (Le Courier/Jane DOE) The mayor tells", as picture agencies file it
_OWNER_WITHIN = re.compile(
    rf"\({_CAPITALS}{_LINKED}{{0,3}}\s?/\s?[A-ZÀ-Þ][a-zà-ÿ'’-]+ [A-ZÀ-Þ][A-ZÀ-Þ'’-]{{2,}}\)"
)
#: With fewer below it, it may be the last paragraph of the text, and who signs it.
_PARAGRAPHS_BELOW = 2
#: ...（撮影・Jane）, ... [写真]=City News, ... (C)City News, ... 沈芳 摄, ... 图/沈芳
_OWNER_IN_THE_EAST = re.compile(
    r"[（(\[【［〔](?:撮影|写真|カメラ|フォト|画像|動画|写真提供|画像提供|資料写真|イラスト|図版)[\]］】]?"
    r"\s?[・:：＝=／/\s]\s?[^（）()。、「」]{1,30}[）)\]】］〕]$"
    r"|[\[［【](?:写真|画像)[\]］】]\s?[=＝／/:：]\s?[^。、「」]{2,20}$"
    # ... but "säger Pia Holm (C) till Ekot."
    r"|(?<![。」\s])\s?(?:[（(][cC][）)]|[©Ⓒⓒ])\s?[^\s\d。、「」,.][^。、「」]{1,40}(?<![.!?])$"
    r"|[。\s\u3000](?:[\u3400-\u9fff]{2,8}(?:记者|記者|通讯员|通訊員)\s?)?[\u3400-\u9fff]{2,4}\s?[摄攝]$"
    r"|[。\s\u3000](?:[\u3400-\u9fff]{2,8}(?:记者|記者)\s?[\u3400-\u9fff]{2,4}\s?|[\u3400-\u9fff]{2,4}\s)[图圖]$"
    r"|[（(](?:(?:圖片?|图片?|照片|畫面|画面|截圖|截图)\s?[／/：:]?\s?)?(?:取自|翻攝|翻摄|翻拍|截自|擷取自)[^（()）。]{0,30}[）)]$"
    r"|[。\s\u3000][图圖]\s?[/／|｜:：]\s?[^。，、“”「」]{2,16}$"
    r"|(?:[摄攝]|傳真|传真)\s?(?:\d{2,4}年)\d{1,2}月\d{1,2}日$"
    r"|[（(](?:资料|資料|檔案|档案|示意|网络|網絡|網路|视频|視頻|影片)(?:图片?|圖片?|照片?|截图|截圖)"
    r"\s?[／/：:，、]\s?[^（）()。]{2,16}[）)]$"
    r"|[（(][^（）()。]{2,10}(?:图片|圖片|照片|资料图|資料圖|档案照|檔案照)[）)]$"
    r"|^[\u3400-\u9fff]{0,10}截[图圖]$"
    r"|(?<![ぁ-ん。])[（(]出典\s?[:：]\s?[^（）()。、「」]{1,30}[）)]$"
    r"|^[\[［【（(](?:记者|記者)[\u3400-\u9fff]{2,4}\s?[/／]\s?(?:摄影|攝影|摄|攝)[\]］】）)]$"
)
#: Such a line ends in one of these, or has one of those near its end.
_ENDS_OF_OWNERS, _SIGNS_OF_OWNERS = frozenset("）)】］〕]摄攝图圖日"), frozenset("©Ⓒⓒ）)】］]图圖")
_STOPS = frozenset(".!?")
#: "[1/2] A worker ..."
_COUNTED_PICTURE = re.compile(r"^\[\d{1,2}/\d{1,2}\]\s")
#: "citynews.com/Jane Doe"
SITE_AND_OWNER = re.compile(r"^[a-z][\w-]+\.[a-z]{2,4}(?:\.[a-z]{2})?/[A-Z]\w+(?: [A-Z]\w+){0,2}$")


def is_posted(page: Page, row: Row) -> bool:
    """Whether a line is a name and the network where the picture was posted."""
    if row.words > 4 or page.language.code in IN_TITLE_CASE:
        return False
    return _NAME_AND_NETWORK.match(row.text) is not None


def _is_point_of_list(page: Page, row: Row) -> bool:
    """Whether the line above or below has the same sign before it."""
    beside = (page.at(row.position - 1), page.at(row.position + 1))
    return any(other is not None and other.text[0] == row.text[0] for other in beside)


def is_signed_in_korean(page: Page, row: Row) -> bool:
    """Whether a Korean sentence above more of the text ends in the owner of what it shows."""
    if page.language.code != "ko" or row.size >= _LONGEST_IN_KOREAN:
        return False
    signed = _SIGNED_IN_KOREAN.match(row.text) if "." in row.text else None
    if signed is None or (signed["agency"] and signed["agency"] not in all_agencies()):
        return False
    return any(other.prose for other in page.rows[row.position + 1 :])


def names_owner(page: Page, row: Row) -> bool:
    """Whether a line is, or ends in, the owner of a picture: “COURIER/Jane Doe”."""
    text = row.text
    if text.isupper() and row.size < 60 and (text[0] == "|" or _OWNER_IN_CAPITALS.match(text)):
        return True  # "| NORTHERN POST", "JANE DOE/POST"
    if text[0] in "▲▴" and _is_point_of_list(page, row):
        return False
    if text[0] in "▲▴📷📸" and (not row.stopped or (text[-1] in "）)" and row.size < 300)):
        return True
    opens = "|" in text and row.size < _LONGEST_WITH_OWNER and _OPENS_WITH_OWNER.match(text)
    if opens and text.partition(" |")[0] in all_agencies():
        return True
    shouted = text[-2:].isupper() and row.sentences < 3 and _OWNER_BEHIND_DASH.search(text)
    if shouted and _is_above_text(page, row):
        return True
    if "日" in text and row.size < 150 and _DAY_IN_BRACKETS.match(text):
        return True
    if text[-1] == "で" and row.size < 300 and _PLACE_BEHIND_JOINER.search(text):
        return True
    if is_signed_in_korean(page, row):
        return True
    eastern = text[-1] in _ENDS_OF_OWNERS or not _SIGNS_OF_OWNERS.isdisjoint(text[-42:])
    if eastern and row.size < 200 and _OWNER_IN_THE_EAST.search(text):
        return True
    if text[-1] == "." and row.words < 5 and _COMPANY_ALONE.match(text):
        return True
    in_brackets = text[-1] == ")" or (text[-1] == "." and text[-2:-1] in ")]")
    if (
        (in_brackets or (text[-1] == "." and text[-2:-1].isupper()))
        and row.size < 300
        and _OWNER_AND_NAME.search(text)
    ):
        return True
    if (
        "|" in text
        and row.size < 60
        and any(page.book.opens_credit(part.strip()) for part in row.key.split("|"))
    ):
        return True
    if not row.stopped and row.size < 200 and _GLUED_OWNER.search(text):
        return True
    looked_for = len(page.rows) <= LONGEST_FOR_PULL_QUOTES
    if looked_for and text[-2:].isupper() and _SHORTEST_WITH_NAME <= row.size < 300:
        name = _NAME_IN_CAPITALS.search(text)
        if name and not any(name[1] in other.text for other in page.rows if other is not row):
            return True
    has_bar = "|" in text or "/" in text
    if has_bar and row.size < _LONGEST_WITH_OWNER and _OWNER_BEHIND_BAR.search(text):
        return True
    if text[-1].islower() and row.sentences < 3 and _is_signed_above_text(page, row):
        return True
    in_capitals = text[-2:].isupper() and row.size < _LONGEST_WITH_OWNER and row.sentences < 3
    apart = page.gap(row) or not page.spaced
    if in_capitals and (owner := _WORD_IN_CAPITALS.search(text)) and apart:
        below = sum(other.prose for other in page.rows[row.position + 1 :])
        again = any(other.text.endswith(owner[0][1:]) for other in page.rows if other is not row)
        if owner[1].split("/")[0] in all_agencies():
            return _is_above_text(page, row)
        return again or below >= _PARAGRAPHS_BELOW
    if "/" not in text and "日" not in text and text[-1] not in ']»”"' and not text[-2:].isupper():
        return text[0] == "[" and _COUNTED_PICTURE.match(text) is not None
    ends = row.size < 400 and (
        _OWNER.search(text) is not None
        or _OWNER_BEHIND.search(text) is not None
        or _OWNER_WITHIN.search(text) is not None
        or (_OWNER_AND_WORD.search(text) is not None and not SPEECH.search(text))
    )
    slashed = row.words >= 5 and row.size < 200 and text[-1] != "."
    ends = ends or (slashed and _OWNER_BEHIND_SLASH.search(text) is not None)
    alone = OWNER_ALONE.match(text.lstrip("•·- ")) or _FROM_OWNER.match(text)
    if page.language.code not in IN_TITLE_CASE:
        alone = alone or _OWNER_AND_PAPER.match(text)
    return bool(ends or alone or _COUNTED_PICTURE.match(text))


def _is_signed_above_text(page: Page, row: Row) -> bool:
    """Whether an agency alone stands behind a sentence above the text: “... is shut. Reuters”."""
    sentence, _, owner = row.text.rpartition(" ")
    return sentence[-1:] in _STOPS and owner in all_agencies() and _is_above_text(page, row)


def _is_above_text(page: Page, row: Row) -> bool:
    """Whether paragraphs stand below a line, and none above it."""
    if any(other.prose for other in page.rows[: row.position]):
        return False
    return any(other.prose for other in page.rows[row.position + 1 :])
