"""Text folded for matching: case, accents, quote marks and blanks that mean the same.

Folding is length-preserving, code point for code point, so that a hit's offsets are the text's.
"""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        **dict.fromkeys("\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("“”„‟«»‹›″", '"'),
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
#: Bytes to a code point, at most, in a text with a few signs that are not ASCII.
_MOSTLY_LATIN = 1.2


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents, with plain blanks, quote marks and dashes.

    A code point becomes exactly one: what would become several (``ß``, ``İ``) keeps its first or
    stays as it is.
    """
    if not text.isascii():
        if len(text.encode("utf-8", "surrogatepass")) > _MOSTLY_LATIN * len(text):
            return text.translate(_FOLDED)
        for sign in set(_NOT_ASCII.findall(text)):  # a few signs are sooner replaced one by one
            text = text.replace(sign, _FOLDED[ord(sign)])
    return text.lower().replace("\t", " ")


class _Folded(dict[int, str]):
    """What each code point becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        folded = self[code] = _folded(_SAME.get(code, sign))
        return folded


_FOLDED = _Folded()


def _folded(sign: str) -> str:
    base = unicodedata.normalize("NFD", sign)[0]
    if unicodedata.category(base) == "Lo":  # Hangul and the like take no accents
        return sign
    lower = base.lower()
    return lower if len(lower) == 1 else base
