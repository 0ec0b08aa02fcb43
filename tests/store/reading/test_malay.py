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


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", '"Kami siaga," kata Kadispenal Laksma TNI Rusdi Wanto.', "Rusdi Wanto"),
        ("id", '"Kami siaga," kata Plt. Kepala Dinas Pasar, Tini Karsa.', "Tini Karsa"),
        ("id", '"Itu bohong," kata Juru Bicara Istana Kepresidenan Tini Karsa.', "Tini Karsa"),
        ("id", '"Itu bohong," kata Presiden Ostmark Ivan Dahl.', "Ivan Dahl"),
        ("ms", 'Polis dilaporkan memberitahu penduduk, "jalan itu ditutup".', "Polis"),
        ("ms", 'Pemaju projek, Datuk Azmi Kadir mengugut. "Saya saman," katanya.', "Azmi Kadir"),
    ],
)
def test_offices_and_ranks_of_both_countries_are_no_part_of_a_name(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]
