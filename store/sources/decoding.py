"""Bytes to text: byte order marks, UTF-8, and the encodings of before.

UTF-8 is nearly always right where it decodes. Otherwise two judges: for the single-byte Latin
code pages, which differ in a few letters only, the alphabets below; for everything else
(Cyrillic, Greek, Chinese, Japanese, ...) the library charset-normalizer, which tells scripts
apart well but Latin code pages badly. What neither accepts is an error, never a guess in silence.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from store.sources.source_text import SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: How files begin that are no text whatever their name says, and what they are.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"{\\rtf", "an RTF document"),
)

#: The letters beyond ASCII of languages that are written in the Latin script, in small.
_ALPHABETS = {
    "Albanian": "çë",
    "Catalan": "àçèéíïòóúü·",
    "Croatian, Slovene": "ćčđšž",
    "Czech": "áčďéěíňóřšťúůýž",
    "Danish, Norwegian": "åæøéó",
    "Dutch": "áèéêëíïóöúü",
    "English": "éèïç",
    "Estonian": "äõöüšž",
    "Finnish, Swedish": "äåöé",
    "French": "àâæçèéêëîïôœùûüÿ",
    "German": "äöüßé",
    "Hungarian": "áéíóöőúüű",
    "Icelandic": "áæéíðóöþúý",
    "Indonesian, Malay": "éè",
    "Italian": "àèéìíîòóùú",
    "Latvian": "āčēģīķļņšūž",
    "Lithuanian": "ąčėęįšųūž",
    "Polish": "ąćęłńóśźż",
    "Portuguese": "áâãàçéêíóôõúü",
    "Romanian": "ăâîşţ",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Spanish": "áéíñóúü",
    "Turkish": "âçğıîöşüûi̇",
}
_PUNCTUATION = "\xa0\xad«»‹›“”„‘’‚–—…·"
#: These belong to any language too, but not inside a word: there they are another page's letter.
_SYMBOLS = "•°§©®™€£¥¡¿ªº½¼¾²³´×±†‰"
#: In the order of trust where several explain a text as well.
_LATIN_CODE_PAGES = (
    "cp1252",
    "cp1250",
    "iso8859-2",
    "iso8859-15",
    "cp1254",
    "cp1257",
    "latin-1",
    "mac-roman",
)

#: The share of a Latin text's letters that lie beyond ASCII: 0.2 in Czech and Vietnamese.
_MOST_BEYOND_ASCII = 0.35
#: So much of what lies beyond ASCII must be letters of one language, or its punctuation.
_LEAST_EXPLAINED = 0.97
#: Control characters beyond these shares speak against a text: in UTF-8, which bytes that are no
#: text hardly ever happen to be, and in anything else (random bytes have 0.1).
_MOST_CONTROLS_IN_UTF8 = 0.3
_MOST_CONTROLS_ELSEWHERE = 0.02
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII_IN_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff](?=[A-Za-z])")


#: Names that pages give their encoding, and the larger one that is meant (WHATWG Encoding).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
#: These say in seven bits what others say in eight, so that they look like UTF-8.
_SEVEN_BIT = ("iso2022_jp", "hz")
#: What can be read as ASCII is no UTF-16, whatever it says; the others are no encodings of texts.
_NOT_DECLARED = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw-", "raw_")


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text that ``data`` holds.

    Args:
        data: What was read.
        declared: The encoding that the source names (a page's meta element, an HTTP header). It is
            asked after marks and UTF-8, since it is often wrong where those are right.

    Raises:
        SourceError: it holds none, it is damaged, or its encoding cannot be told.
    """
    refuse_other_kinds(data)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    named = _codec(declared)
    if named in _SEVEN_BIT and (text := _decoded_as(data, named)) is not None:
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if named and named != "utf-8" and (declared_text := _decoded_as(data, named)) is not None:
            return declared_text
        _refuse_controls(data, _MOST_CONTROLS_ELSEWHERE)
        _refuse_damaged_utf8(data, error)
        return data.decode(_detected(data))
    _refuse_controls(data, _MOST_CONTROLS_IN_UTF8)
    return text


def refuse_other_kinds(beginning: bytes) -> None:
    """Raise SourceError where a file that begins so is known to be no text."""
    for signature, what in _SIGNATURES:
        if beginning.startswith(signature):
            raise SourceError(f"this is {what}, not text")


def marked_encoding(beginning: bytes) -> str | None:
    """Return the encoding whose byte order mark stands at the beginning, None without a mark."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if beginning.startswith(mark)), None)


def _codec(name: str | None) -> str | None:
    """Return Python's name for a declared encoding; None for none, an unknown or no such one."""
    given = (name or "").strip(" \"'").lower()
    try:
        found = codecs.lookup({"x-sjis": "cp932"}.get(given, given)).name
    except (LookupError, ValueError):
        return None
    if found.startswith(_NOT_DECLARED):
        return None
    return _MEANT.get(found, found)


def _decoded_as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"damaged {encoding.upper()} text (at byte {error.start}): get or save it again"
        ) from None
    _refuse_controls(text.encode("latin-1", "ignore"), _MOST_CONTROLS_IN_UTF8)
    return text


def _refuse_controls(data: bytes, most: float) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > most * len(data):
        raise SourceError("this is not text (binary data)")


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Tell UTF-8 with a few broken bytes from another encoding, in which none would fit."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole > 4 * broken:
        raise SourceError(
            f"damaged UTF-8 text (at byte {error.start}): get or save it again"
        ) from None


def _detected(data: bytes) -> str:
    code_page = latin_code_page(data)
    if code_page:
        return code_page
    from charset_normalizer import from_bytes

    match = from_bytes(data).best()
    if match is None:
        raise SourceError("the encoding cannot be told: save it as UTF-8")
    try:
        data.decode(match.encoding)
    except UnicodeDecodeError:
        raise SourceError("the encoding cannot be told: save it as UTF-8") from None
    return match.encoding


def latin_code_page(data: bytes) -> str | None:
    """Return the Latin code page that explains ``data`` best, or None where none does.

    Explained is what belongs to the alphabet of one language or to punctuation; a code page that
    mixes the letters of several is wrong, even where each of them is a letter.
    """
    beyond = Counter(_BEYOND_ASCII.findall(data))
    letters = len(_ASCII_LETTER.findall(data))
    if not beyond or beyond.total() > _MOST_BEYOND_ASCII * (letters + beyond.total()):
        return None
    in_words = Counter(_BEYOND_ASCII_IN_WORD.findall(data))
    best, best_share = None, _LEAST_EXPLAINED
    for code_page in _LATIN_CODE_PAGES:
        share = _explained(beyond, in_words, code_page)
        if share > best_share:
            best, best_share = code_page, share
    return best


def _explained(beyond: Counter[bytes], in_words: Counter[bytes], code_page: str) -> float:
    """Return the share of the bytes beyond ASCII that a code page gives a meaning in one language.

    ``in_words`` counts those of ``beyond`` that stand between two ASCII letters.
    """
    known_anywhere = 0
    letters: dict[str, int] = {}
    for byte, count in beyond.items():
        try:
            char = byte.decode(code_page).lower()
        except UnicodeDecodeError:
            return 0.0
        if char in _PUNCTUATION:
            known_anywhere += count
        elif char in _SYMBOLS:
            known_anywhere += count - in_words[byte]
        else:
            letters[char] = letters.get(char, 0) + count
    of_one_language = max(
        sum(count for char, count in letters.items() if char in alphabet)
        for alphabet in _ALPHABETS.values()
    )
    return (known_anywhere + of_one_language) / beyond.total()
