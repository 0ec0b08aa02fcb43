"""Which language a page is written in, by py3langid, imported only when first asked.

Candidates are restricted to languages that news is written in: small relatives (Javanese,
Luxembourgish) otherwise win on short texts.
"""

from __future__ import annotations

from functools import cache
from typing import Any

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


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of the page's language, None where there is too little text."""
    sample = _sample(text)
    if sum(character.isalpha() for character in sample[:200]) < FEWEST_LETTERS:
        return None
    code, _score = _identifier().classify(sample)
    return str(code)


def _sample(text: str) -> str:
    """The longest lines of the beginning: sentences tell a language better than menus do."""
    lines = sorted(text[: 4 * SAMPLE].split("\n"), key=len, reverse=True)
    return "\n".join(lines)[:SAMPLE]


@cache
def _identifier() -> Any:
    """The model, loaded once in a process (about a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(CANDIDATES)
    return identifier
