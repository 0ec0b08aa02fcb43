"""Which language a page is written in: by its script and frequent words, else by py3langid.

The frequent words settle nearly every page in a language with a file of ours, without loading a
model (a second at start). Where they do not, py3langid decides among languages that news is
written in: small relatives (Javanese, Luxembourgish) otherwise win on short texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Any

from store.reading.languages import codes, load

#: Languages a page may be taken for; those without a file of ours are read with the common cues.
# fmt: off
CANDIDATES = (
    "af", "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi",
    "fr", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "mr",
    "ms", "ne", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta",
    "th", "tl", "tr", "uk", "ur", "vi", "zh",
)
# fmt: on

#: How much of the text is looked at, in code points: enough to tell Malay from Indonesian.
SAMPLE = 2_000

#: The lines looked at are the longest of so much of the text, which menus may open.
_SEARCHED = 8 * SAMPLE

#: Lines shorter than this, in code points, are left out where so much text remains without them.
_SENTENCE = 30
_ENOUGH = 200

#: Below this many letters nothing is claimed.
FEWEST_LETTERS = 20

#: Frequent words decide where they are this share of all words, and so many different ones; ...
LEAST_SHARE = 0.08
FEWEST_DIFFERENT = 5

#: ... and where those that a relative does not write are so many, and so many times as many as
#: those that only the relative writes.
FEWEST_OWN = 3
LEAST_LEAD = 2.5

_WORD = re.compile(r"[a-z]++[^\W\d_]*+|[^\W\d_]++")  # in lower case
_LETTERS = re.compile(r"[^\W\d_]")
_DEVANAGARI = re.compile(r"[\u0904-\u0939]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

#: Scripts that news in one language only is written in: what a letter of them is, and the code.
_SCRIPTS = (
    (re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), "el"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0980-\u09ff]"), "bn"),
    (re.compile(r"[\u0b80-\u0bff]"), "ta"),
    (re.compile(r"[\u10a0-\u10ff]"), "ka"),
)


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of the page's language, None where there is too little text."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample[:200])) < FEWEST_LETTERS:
        return None
    return (
        _by_frequent_words(sample)
        or _by_script(sample)
        or _by_frequent_words(_sample(text, 4 * SAMPLE))
        or str(_identifier().classify(sample)[0])
    )


@cache
def _frequent() -> tuple[dict[str, tuple[str, ...]], dict[str, frozenset[str]]]:
    """Of each frequent word the languages that list it, and of each of these all its words."""
    words = {}
    for code in codes():
        if table := load(code).table("identification"):
            words[code] = frozenset((*table["words"], *table.get("own", ())))
    listing: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for code, listed in words.items():
        for word in listed:
            listing[word] += (code,)
    return dict(listing), words


def _by_frequent_words(sample: str) -> str | None:
    """The language whose frequent words fill the sample, None where that is not clear.

    Of two languages the words decide that only one of them writes.
    """
    if not sample.isascii() and _WIDE.search(sample):
        kana = len(_KANA.findall(sample))
        if kana > 10:  # only Japanese writes kana
            return "ja" if 4 * kana > len(_LETTERS.findall(sample)) else None
        if len(hangul := _HANGUL.findall(sample)) > 10:  # only Korean writes Hangul
            return "ko" if 4 * len(hangul) > len(_LETTERS.findall(sample)) else None
        if not kana and len(han := _HAN.findall(sample)) > FEWEST_LETTERS:
            return "zh" if 2 * len(han) > len(_LETTERS.findall(sample)) else None
    words = _WORD.findall(sample.lower())
    if len(words) < 12:
        return None
    listing, listed = _frequent()
    counts = Counter(words)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in counts.keys() & listing.keys():
        for code in listing[word]:
            found[code].append(word)

    def count(words: list[str]) -> int:
        return sum(map(counts.__getitem__, words))

    rivals = [code for code in found if len(found[code]) >= FEWEST_DIFFERENT]
    if not rivals:
        return None
    best = max(rivals, key=lambda code: count(found[code]))
    if count(found[best]) < LEAST_SHARE * len(words):
        return None
    for rival in rivals:
        if rival != best:
            own = count([word for word in found[best] if word not in listed[rival]])
            other = count([word for word in found[rival] if word not in listed[best]])
            if own < FEWEST_OWN or own < LEAST_LEAD * other:
                return None
    return best


def _by_script(sample: str) -> str | None:
    """The language that most of the sample's letters belong to alone, or with its small words."""
    if sample.isascii():
        return None
    if _DEVANAGARI.search(sample):
        hindi = load("hi").words("identification", "words")
        return "hi" if len(set(hindi) & set(sample.split())) >= FEWEST_DIFFERENT else None
    letters = len(_LETTERS.findall(sample))
    for script, code in _SCRIPTS:
        if 2 * len(script.findall(sample)) > letters:
            return code
    return None


def _sample(text: str, size: int = SAMPLE) -> str:
    """The longest lines of the beginning: sentences tell a language better than menus do."""
    lines = sorted(dict.fromkeys(text[:_SEARCHED].split("\n")), key=len, reverse=True)
    sample = "\n".join([line for line in lines if len(line) >= _SENTENCE])[:size]
    return sample if len(sample) >= _ENOUGH else "\n".join(lines)[:size]


@cache
def _identifier() -> Any:
    """The model, loaded once in a process (about a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(CANDIDATES)
    return identifier
