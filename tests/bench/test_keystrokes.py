"""The keys that are counted mark in the real program what they are counted for, and are few."""

from __future__ import annotations

import pytest

from bench.keystrokes import sanggah_keys, slate_keys
from bench.keystrokes.targets import Target, by_file, quotes, spans, text_of
from store import Span, load_language, sentence_spans


def keys_of_slate(targets: list[Target]) -> list[int]:
    return [
        keys
        for file, wanted in by_file(targets).items()
        for keys in slate_keys.fewest_keys(text_of(file), wanted)
    ]


# `fewest_keys` presses each path in the program and compares what the store then holds.


def test_the_quotes_of_the_gold_take_little_more_than_two_keys_a_mark() -> None:
    ours = [keys for *_, keys in sanggah_keys.fewest_keys(quotes())]
    assert len(ours) == 26
    assert sum(ours) / len(ours) <= 2.3


def test_other_spans_take_a_third_of_the_keys_that_slate_needs() -> None:
    ours = [keys for *_, keys in sanggah_keys.fewest_keys(spans())]
    assert len(ours) == 20
    assert sum(ours) * 3 <= sum(keys_of_slate(spans()))


def test_the_spans_are_of_all_five_articles_and_most_lie_inside_a_sentence() -> None:
    found = spans()
    assert len({target.file for target in found}) == 5
    inside = 0
    for target in found:
        text = text_of(target.file)
        start = text.rfind("\n", 0, target.start) + 1
        line = Span(start, text.find("\n", target.end))
        sentences = sentence_spans(text, line, load_language("id"))
        inside += not any(
            target.start == each.start or target.end == each.end for each in sentences
        )
    assert inside >= 12


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Satu", 2),  # where it begins: the two keys of the mark
        ("dua", 3),  # to the next token
        ("dua tiga", 4),  # and one more
        ("tujuh", 3),  # a line down
    ],
)
def test_slate_is_counted_by_its_own_motions(words: str, keys: int) -> None:
    text = "Satu dua tiga.\ntujuh delapan sembilan."
    start = text.index(words)
    target = Target("", start, start + len(words), words)
    assert slate_keys.fewest_keys(text, [target]) == [keys]
