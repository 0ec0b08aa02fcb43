"""Which language a page is written in: by its frequent words, else by py3langid.

The frequent words settle nearly every page in a language with a file of ours, without loading a
model (a second at start). Where they do not, py3langid decides among languages that news is
written in: small relatives (Javanese, Luxembourgish) otherwise win on short texts.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from store.reading.languages import codes, load

#: Languages a page may be taken for; those without a file of ours are read with the common cues.
# fmt: off
CANDIDATES = (
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "sw", "ta",
    "th", "tl", "tr", "uk", "ur", "vi", "zh",
)
# fmt: on

#: How much of the text is looked at, in code points: enough to tell Malay from Indonesian.
SAMPLE = 2_000

#: Below this many letters nothing is claimed.
FEWEST_LETTERS = 20

#: Frequent words decide where they are this share of all words, and so many different ones; less
#: is enough where words of the language's own must speak for it too.
LEAST_SHARE = 0.12
LEAST_SHARE_WITH_OWN = 0.06
FEWEST_DIFFERENT = 5

_WORD = re.compile(r"[a-z]++[^\W\d_]*+|[^\W\d_]++")  # in lower case
_LETTERS = re.compile(r"[^\W\d_]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_HAN = re.compile(r"[\u3400-\u9fff]")


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of the page's language, None where there is too little text."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample[:200])) < FEWEST_LETTERS:
        return None
    code = _by_frequent_words(sample) or _by_frequent_words(_sample(text, 4 * SAMPLE))
    if code is None:
        code = str(_identifier().classify(sample)[0])
    return code


class _Frequent(NamedTuple):
    code: str
    words: frozenset[str]
    own: frozenset[str]


@cache
def _frequent() -> tuple[_Frequent, ...]:
    """The languages that list their frequent words."""
    tables = ((code, load(code).table("identification")) for code in codes())
    return tuple(
        _Frequent(code, frozenset(table["words"]), frozenset(table.get("own", ())))
        for code, table in tables
        if table
    )


def _by_frequent_words(sample: str) -> str | None:
    """The language whose frequent words fill the sample, None where that is not clear.

    Of relatives that share these words (Indonesian and Malay) the words of their own decide.
    """
    kana = len(_KANA.findall(sample))
    if kana > 10:  # only Japanese writes kana
        return "ja" if 4 * kana > len(_LETTERS.findall(sample)) else None
    if not sample.isascii():
        if len(hangul := _HANGUL.findall(sample)) > 10:  # only Korean writes Hangul
            return "ko" if 4 * len(hangul) > len(_LETTERS.findall(sample)) else None
        if not kana and len(han := _HAN.findall(sample)) > FEWEST_LETTERS:
            return "zh" if 2 * len(han) > len(_LETTERS.findall(sample)) else None
    words = _WORD.findall(sample.lower())
    if len(words) < 12:
        return None
    counts = Counter(words)
    clear: list[tuple[int, str]] = []
    for language in _frequent():
        hits = counts.keys() & language.words
        least = LEAST_SHARE_WITH_OWN if language.own else LEAST_SHARE
        if len(hits) >= FEWEST_DIFFERENT and sum(map(counts.__getitem__, hits)) >= least * len(
            words
        ):
            own = sum(map(counts.__getitem__, counts.keys() & language.own))
            clear.append((own, language.code))
    clear.sort(reverse=True)
    if len(clear) == 1:
        own, code = clear[0]
        return code if own >= 2 or not _has_relatives(code) else None
    if clear and clear[0][0] >= 3 and clear[0][0] >= 2.5 * clear[1][0]:
        return clear[0][1]
    return None


def _has_relatives(code: str) -> bool:
    """Whether a language lists words of its own because a relative shares the frequent ones."""
    return any(language.own for language in _frequent() if language.code == code)


def _sample(text: str, size: int = SAMPLE) -> str:
    """The longest lines of the beginning: sentences tell a language better than menus do."""
    lines = sorted(text[: 4 * SAMPLE].split("\n"), key=len, reverse=True)
    return "\n".join(lines)[:size]


@cache
def _identifier() -> Any:
    """The model, loaded once in a process (about a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(CANDIDATES)
    return identifier
