"""Lines that set who speaks before a quote: 記者「今後の予定は」, one below the other.

Their shape alone. Whom a label names is decided in the modules for each kind of language.
"""

from __future__ import annotations

import re

_LINE = re.compile(
    r"^[ \t\u3000]*(?P<label>[【（(〈＜]?[^\n「」。、？！?!]{1,20}?[】）)〉＞]?[：:]?)[ \t\u3000]*"
    r"(?:「[^「」\n]*」[ \t\u3000]*)+$",
    re.MULTILINE,
)
#: Between two of them: nothing, or a question behind dashes.
_BETWEEN = re.compile(r"(?:\s*(?:[―—─－-]{1,2}|[QＱ問])[^\n「」]{2,120}\n)?\s*")
#: A question right above the only one.
_QUESTION_ABOVE = re.compile(r"(?:^|\n)[ \t\u3000]*[―—─－-]{1,2}[^\n「」]{2,120}\n\s*\Z")
_FARTHEST = 400


def lines_of_dialogue(text: str) -> frozenset[int]:
    """The offsets of lines that are a label and a quote, above or below another such line."""
    if "「" not in text:
        return frozenset()
    found: set[int] = set()
    last: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        if last is not None and _BETWEEN.fullmatch(text, last.end(), line.start()):
            found |= {last.start(), line.start()}
        elif _QUESTION_ABOVE.search(text, max(0, line.start() - _FARTHEST), line.start()):
            found.add(line.start())
        last = line
    return frozenset(found)
