"""Lines whose mere form says that they are no text: share bars, addresses, pagers, menus.

One line at a time; where it stands plays no part.
"""

from __future__ import annotations

import re

from store.reading.lines.rows import INITIALS, Row

NETWORK = re.compile(
    r"(?:facebook|twitter|x\.com|x|whatsapp|telegram|instagram|linkedin|reddit|pinterest|messenger|line|"
    r"tiktok|youtube|threads|bluesky|e-?mail|mail(?:to)?|print|share|copy link|copy|sms|flipboard|"
    r"pocket|xing|tumblr|wechat|weibo|viber|snapchat|mastodon|link|hatena|gplus|google)"
)
_ADDRESS = re.compile(
    r"^(?:[/|] ?[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|[a-z][\w-]*(?:\.[\w-]+)+/\S+|\S+@\S+\.\w{2,})$"
)
#: Reasons that other modules ask for.
ADDRESS = "an address"
ABOUT_AUTHOR = "about the author"
BEHIND_TEXT = "after the last body paragraph"
_LINK_IN_BRACKETS = re.compile(r"^\[ ?(?![^\]]*[:：]\s?[\"“‘])[^\W\d_][^\[\]]{20,150}[^.!?\]]\]$")
_HASHTAGS = re.compile(r"^(?:[#＃][^\s#＃]+[\s,·|]*)+$")
_SHARE_BAR = re.compile(
    rf"^{NETWORK.pattern}(?:(?:[\s,|/•·]+{NETWORK.pattern})*|{NETWORK.pattern}{{2,}})$"
)
_NETWORKS = "share bar: names of networks"
#: span class="caption">
_CODE = re.compile(r"</?(?:div|span|li|ul|p|a|img|br)\b|\b(?:class|href|style)=\"")
_PLAYER_NAME = "a player's code"
#: 即時 熱門 政治 生活 國際
_WORDS_OF_A_MENU = re.compile(r"^(?:(?:[\u3400-\u9fff]{2,4}|[0-9A-Z]) ){4,}[\u3400-\u9fff]{2,4}$")
WORDS_OF_MENU = "the words of a menu"
_RUN_TOGETHER_MENU = "the words of a menu, run together"
_JOINTS_OF_A_MENU = 4
_PAGES = re.compile(
    r"^(?:[<>«»‹›|,/…+\s\d]|next|prev(?:ious)?|last|first|次へ|前へ|次|前|最後|最初)+$"
)
_DATE_ALONE = re.compile(r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}")
_DECIMAL = re.compile(r"\d{1,3}[,.]\d{1,2}$")
_RUN_TOGETHER = re.compile(r"^(?:[A-ZÀ-Þ][a-zà-ÿ'’&]+){4,}$")
#: Where a word of a menu ends and the next begins, without a blank: "HomeNewsPrivacy Policy".
GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_TWO_JOINTS = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]\w*[a-zà-ÿ][A-ZÀ-Þ]")
#: Behind a word that opens a menu of its own.
_OPENERS = "▾▼▽⌄▿"
#: "Harbour News > Sport > Rugby", "· Culture >"
_PATH = re.compile(
    r"^(?:[∙·•] ?)?[^\W\d_][^<>›.!?:\d]{1,24}"
    r"(?:(?:\s[>›]\s[^\s<>›.!?:\d][^<>›.!?:\d]{1,24})+(?:\s[>›])?|\s[>›])$"
)
_LETTER = re.compile(r"^[A-Za-z] ?[+–-]?$")
#: "harbour-2019-07-19.jpeg", "abc171025081 1".
_FILE = re.compile(
    r"^\S[^.!?]{0,80}(?:\.[\w-]{1,20}){0,3}\.(?:jpe?g|png|gif|webp|heic|mp4)$"
    r"|^[a-z]{2,5}\d{6,}(?: \d)?$"
    # how systems name pictures of the screen: "Screen Shot 2011-08-13 at 4.55.35 PM"
    r"|^[^\W\d_]+(?: [\w'’]+){0,2} \d{4}-\d\d-\d\d [^\W\d_]+(?: las)?"
    r" \d{1,2}\.\d\d\.\d\d(?: [ap]m)?$",
    re.IGNORECASE,
)
#: "JPEG - 172.1 ko", "PDF (2 MB)": what can be fetched, and how large it is.
_FILE_SIZE = re.compile(
    r"^(?:jpe?g|png|gif|pdf|mp[34]|docx?|xlsx?|zip|wav|avi)\s?[-–,:(]\s?\d+(?:[.,]\d+)?\s?[kmg]?(?:[bo]|octets)\)?$",
    re.IGNORECASE,
)
#: "1,204 87 LINKEDIN 13 COMMENTS": how often it was shared.
_COUNTS = re.compile(rf"^(?:\d[\d.,]*\s+){{2,}}{NETWORK.pattern}\b[\w\s]*$")
#: "Harbour_wide", "Jane-doe-portrait-small": what a picture's file is called.
_FILE_NAME = re.compile(r"^(?=.*[a-z])(?:\w+_\w+|[A-Za-z]+(?:-[a-z]+){3,}(?:-\d+)?)$", re.ASCII)
_PICTURE = re.compile(r"^!\[[^\]]*\]\(\S+\)$")
#: [video-player width="640" ...]
_PLAYER = re.compile(r"^\[[\w-]+(?: [\w-]+=\S+)+")
#: "6.4° Light rain", "Lakeside • 6.4°": what the weather is, not what it will be.
_WEATHER = re.compile(
    r"^[•·|\s]*[+−-]?\d{1,2}(?:[.,]\d)?\s?°\s?[CF]?(?:\s[^\W\d_]+){0,2}$"
    r"|^(?:• )?[^•|]{3,30}\s[•|]\s[+−-]?\d{1,2}(?:[.,]\d)?\s?°"
    r"|^• [^\W\d_]{2,20}(?: [^\W\d_]{2,20})?\s[+−-]?\d{1,2}(?:[.,]\d)?\s?°\s?[CF]?$"
)
#: A small picture, and where the outlet is to be followed.
_CALL = re.compile(
    r"^[\U0001f300-\U0001faff\u2600-\u27bf].{4,120}\b"
    r"(?:whatsapp|telegram|instagram|facebook|youtube|tiktok|viber|threads|google news)\b",
    re.IGNORECASE,
)
#: "• Euro 33.6650"
_RATE = re.compile(r"^[•·] [^\W\d_]{2,12}(?: [^\W\d_]{2,12})? [+−-]?%?\d[\d.,]*[.,]\d+ ?%?$")
#: "{{ temperature }}", which a program should have filled in.
_UNFILLED = re.compile(r"\{\{ ?[\w.| ]+\}\}|\{% ?\w+|%%\w+%%")
#: "A+A-"; "GOLD2439.28%"
_SIZES_AND_RATES = re.compile(
    r"^A ?[+-] ?A ?[+-]$|^[^\W\d_]{2,15} ?\d[\d.,]* ?%$"
    r"|^[•·] ?[^\W\d][\w ]{1,14} -?(?:\d+ ?°.?|\d{2,}[.,]\d{2,})$"
)
#: "2.1k", "- 0 - 412"
_COUNTS_ALONE = re.compile(
    r"^\d+(?:[.,]\d+)?\s?[kK]$|^\d+(?:\.\d+)?[万萬]$|^[-–]\s\d[\d.,]*(?:\s[-–]\s\d[\d.,]*)+$"
)
#: "[ Pontonia Lakeside ]"
_TAGS_IN_BRACKETS = re.compile(r"^\[\s[^\[\]:：.。!?]{2,60}\s\]$")
#: ">> The report of the evening:", above a player
_LABEL_BEHIND_ARROWS = re.compile(r"^(?:>>|»|►|▶)\s?[^\W\d_][^.:»«\"“”]{3,80}\s?:$")
#: "00:00 / 01:52 Audio: The bomb of Lakeside"
_PLAYER_BEHIND_TIMES = re.compile(r"^\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d\s\S")
_SLUG = re.compile(r"^[a-z0-9]+(?:[-,_]+[a-z0-9]+){4,}$")
_TAGS_AND_COMMAS = re.compile(r"^[^,.!?:]{2,40}(?:,(?=[A-Za-zÀ-ÿ])[^,.!?:]{2,40}){3,}$")
#: "Harbour, Fire, Police report, Today"
TAGS = re.compile(
    r"^[^\W\d_a-zà-ÿ][^\s,.!?:;]{2,20}(?: [^\s,.!?:;]{2,20})?"
    r"(?:, [^\s,.!?:;]{3,20}(?: [^\s,.!?:;]{2,20})?){3,}$"
)
#: "Harbour · Fire · Lakeside"
_TAGS_AND_DOTS = re.compile(
    r"^[^\W\d_][\w'’-]+(?: [\w'’-]+){0,2}(?: [·•] [^\W\d_][\w'’-]+(?: [\w'’-]+){0,2}){2,}$"
)
#: 'In "Harbour"', below another article's headline and its day
_SECTION_OF_ANOTHER = re.compile(r"^(?:In|En|Dans|Em|W|I) [\"“«„][^\"”»“]{2,40}[\"”»“]$")
#: "— Jane Doe (@jane) February 11, 2024", below a post from Twitter.
_POST_SIGNED = re.compile(r"^[—–-]+\s?[^()]{2,60} \(@\w+\) [^()]{6,24}$")
_ICON = re.compile(
    r"^[a-z]+(?:_[a-z]+)+$|^[a-z]+(?:-[a-z]+){2,}$|^ad\d+x\d+$|^(?:chevron|arrow)_\w+"
)


_TEMPLATE = "a template's words"


def form_of(row: Row) -> str:
    """What a line is whose mere form says that it is no text; empty for all others."""
    text, key = row.text, row.key
    if row.stopped and row.prose and text[0].isalpha() and "@" not in text and "=" not in text:
        return _TEMPLATE if text.startswith("Lorem ipsum") else ""  # a paragraph
    if " icon" in key:
        key = key.replace(" icon", "")
    if len(text) > 40 and not row.stopped and _is_menu_in_one(text, row.words):
        return _RUN_TOGETHER_MENU
    if "," in text and not row.stopped and _TAGS_AND_COMMAS.match(text):
        return "tags: parted by commas alone"
    if (" · " in text or " • " in text) and not row.stopped and _TAGS_AND_DOTS.match(text):
        return "tags: parted by dots"
    if text[-1] in '"”»“' and _SECTION_OF_ANOTHER.match(text):
        return "another article's section"
    if "(@" in text and _POST_SIGNED.match(text):
        return "who wrote the post above, and when"
    if text.startswith("Lorem ipsum"):
        return _TEMPLATE
    if "°" in text and len(text) < 60 and not row.stopped and _WEATHER.match(text):
        return "the weather"
    if text[-1] in _OPENERS and sum(map(text.count, _OPENERS)) > 1:
        return "words of a menu, each with its arrow"
    if len(text) < 90 and (" >" in text or " ›" in text) and _PATH.match(text):
        return "a path in the site"
    if text[0] > "\u2600" and len(text) < 140 and _CALL.match(text):
        return "a call to follow, with a small picture"
    if text[0] in "•·" and len(text) < 40 and _RATE.match(text):
        return "a rate"
    if (
        text[0].isdigit()
        and "/" in text[:8]
        and not row.stopped
        and _PLAYER_BEHIND_TIMES.match(text)
    ):
        return "a player and its times"
    if "{" in text and not row.stopped and _UNFILLED.search(text):
        return "a place that a program left unfilled"
    if ('="' in text or "</" in text) and _CODE.search(text):
        return "a piece of the page's code"
    if len(text) > 200:
        return _PLAYER_NAME if _PLAYER.match(text) else ""
    if text.count(" ") >= 4 and not row.stopped and _WORDS_OF_A_MENU.match(text):
        return WORDS_OF_MENU
    if len(text) > 40 and row.words > 3 and text[0].isalpha():
        networks = _SHARE_BAR.match(key) and len(key) < 120
        return _NETWORKS if networks else ""  # a sentence, a headline
    return _form_of_short_line(row, key)


def _form_of_short_line(row: Row, key: str) -> str:
    """What a line of a few words, or of signs, is where its form tells: ``key`` without icons."""
    text = row.text
    if INITIALS.match(text) and row.size <= 24:
        return "initials of author and editor"
    if _LETTER.match(text) and text not in "IVX":
        return "a letter alone"
    if _RUN_TOGETHER.match(text):
        return _RUN_TOGETHER_MENU
    if _ICON.match(text):
        return "an icon's name"
    if _FILE.match(text) or _FILE_NAME.match(text):
        return "a picture's file"
    if _FILE_SIZE.match(text):
        return "a file and its size"
    if _COUNTS.match(key):
        return _NETWORKS
    if _PICTURE.match(text):
        return "a picture's address"
    if _PLAYER.match(text):
        return _PLAYER_NAME
    if text[0] in "[>»►▶":
        if _TAGS_IN_BRACKETS.match(text):
            return "tags: in brackets"
        if _LABEL_BEHIND_ARROWS.match(text):
            return "the label of a player, behind arrows"
    if _COUNTS_ALONE.match(text):
        return "how often it was shared or read"
    if _SIZES_AND_RATES.match(text):
        return "a button of the page, or a rate"
    if _SLUG.match(text):
        return "words of the page's address"
    if _ADDRESS.match(text):
        return ADDRESS
    if _LINK_IN_BRACKETS.match(text):
        return "a link in brackets"
    if _HASHTAGS.match(text):
        return "tags: only hashtags"
    if _SHARE_BAR.match(key) and len(key) < 120:
        return _NETWORKS
    if _PAGES.match(key) and not (_DATE_ALONE.match(key) or _DECIMAL.match(key)):
        return "pager: only numbers and arrows"
    if not any(character.isalnum() for character in text):
        return "no words"
    return ""


def _is_menu_in_one(text: str, words: int) -> bool:
    """Whether several words of a line, and not a few of them, lack the blank between them."""
    joints = len(GLUED.findall(text))
    if joints < _JOINTS_OF_A_MENU or 3 * joints < words:
        return False
    return _TWO_JOINTS.search(text) is not None  # no row of trade names
