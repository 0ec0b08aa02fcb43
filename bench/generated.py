"""Articles made by rule: no two sentences alike, the same text each time for the same size."""

from __future__ import annotations

import random

_ONSETS = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ng", "ny"]
_CODAS = ["", "", "", "n", "ng", "r", "s", "t", "k"]

#: Long enough to be read as one.
TITLE = "Kabar dari pulau: pemerintah membantah tuduhan nelayan"


def _word(chance: random.Random) -> str:
    syllables = chance.choice([1, 2, 2, 2, 3, 3])
    return "".join(
        chance.choice(_ONSETS) + chance.choice("aeiou") + chance.choice(_CODAS)
        for _ in range(syllables)
    )


def _sentence(chance: random.Random) -> str:
    words = [_word(chance) for _ in range(chance.randint(7, 18))]
    words[chance.randrange(3, len(words) - 1)] += ","
    said = " ".join(words)
    said = said[0].upper() + said[1:]
    if chance.random() < 0.25:
        return f'"{said}," kata {_word(chance).title()} {_word(chance).title()}.'
    return f"{said}."


def article(size: int, title: str = TITLE) -> str:
    """An article of about ``size`` bytes: a title, then paragraphs of one to four sentences."""
    chance = random.Random(size)
    paragraphs = [title]
    length = len(title)
    while length < size:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(1, 4)))
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs) + "\n"
