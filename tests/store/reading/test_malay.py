"""Who speaks in Indonesian and Malay: offices, ranks, bodies, glued sentences, pronouns."""

from __future__ import annotations

import pytest

from store.model import Span
from store.reading import languages
from store.reading.sentences import sentence_spans
from tests.store.reading.test_attributions import speakers_in


def test_a_sentence_ends_where_the_next_follows_without_a_blank() -> None:
    text = 'Pasar itu ditutup Rusdi.Ia pulang (3/2)."Besok buka," kata dia. Situs Dagang.Com libur.'
    cut = sentence_spans(text, Span(0, len(text)), languages.load("id"))
    assert [text[one.start : one.end].split()[0] for one in cut] == ["Pasar", "Ia", "Situs"]


def test_who_says_what_is_told_where_sentences_stand_without_a_blank() -> None:
    text = (
        '"Kapalnya karam," kata Mandor Rusdi Wanto.Ia meminta warga pulang."Besok kita cari," '
        'ujarnya.Bidan Tini Karsa datang."Saya bawa tikar."Guru Joni Arga tidak hadir. "Saya '
        'sakit," katanya.'
    )
    one, two, three = "Rusdi Wanto", "Tini Karsa", "Joni Arga"
    assert speakers_in("id", text) == [one, one, two, three]
