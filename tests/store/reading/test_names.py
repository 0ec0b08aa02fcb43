"""Names: particles, degrees, offices that are lists, what belongs to a country, given names in hiragana."""

from __future__ import annotations

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of

CASES = [
    # Small words between family names, behind a role or a comma
    (
        "pt",
        "O delegado Wagner dos Reis Prado disse que “não há provas”.",
        "Wagner dos Reis Prado",
    ),
    ("pt", "O vereador Caio Lima da Silva negou a “demora”.", "Caio Lima da Silva"),
    ("pt", "O comandante nacional, Nuno Mota e Sá, negou a “demora”.", "Nuno Mota e Sá"),
    ("es", "La alcaldesa Marta Ruiz de la Vega negó la “demora”.", "Marta Ruiz de la Vega"),
    (
        "fr",
        "« Mentir est pire », a dit le ministre, Pascal Ilunga wa Kasongo.",
        "Ilunga wa Kasongo",
    ),
    # A body that opens with a word that is a role too
    ("pt", "A Polícia Civil disse que “não há provas”.", "Polícia Civil"),
    # A club of two words before somebody who is called by the first name
    (
        "id",
        'Pelatih Bintang Selat Rudi Hartanto hadir. Bintang menang. "Aman," kata Rudi. Rudi senang.',
        "Rudi Hartanto",
    ),
    # Degrees behind a name, titles in small letters
    ("id", '"Aman," kata Kepala Dinas Kesehatan drg. Wahyu Prabowo.', "Wahyu Prabowo"),
    ("id", 'Dekan Prof. dr. Lilis Handoko, Sp.A(K) menilai itu "aman".', "Lilis Handoko"),
    ("id", 'Notaris Lilis Handoko, S.H., M.Kn., menilai itu "aman".', "Lilis Handoko"),
    (
        "id",
        '"Aman," kata Kepala Biro Humas Kemenhub drg. Dedi Saputra, M.Epid. di Solo.',
        "Dedi Saputra",
    ),
    ("id", 'Mantan presiden, B. J. Habibie, menilai itu "aman".', "B. J. Habibie"),
    # An office that is a list
    (
        "ms",
        '"Semua selamat," kata Menteri Sains dan Teknologi Baharu Datuk Seri Halim Osman Rais.',
        "Halim Osman Rais",
    ),
    ("id", '"Aman," kata Budi Santoso dan Tri Wahyuni.', "Budi Santoso"),
    # Somebody and where they live, then the name
    ("id", 'Warga Pulau Sempu, Mama Yosi, mengeluh. "Bau," kata Mama Yosi.', "Mama Yosi"),
    # Whose mother it is does not name her
    ("de", "„Sie schläft“, sagte die Mutter eines kranken Mädchens.", "die Mutter eines kranken"),
    # What belongs to a country
    ("en", "Norway's military said the claim was “false”.", "Norway's military"),
    ("en", "Norway's defense ministry said the claim was “false”.", "Norway's defense ministry"),
    ("en", "Norway's foreign minister Liv Dahl said it was “false”.", "Liv Dahl"),
    # Given names in hiragana
    ("ja", "遺族の会の石橋ひかり代表は「約束が違う。私たちは待った」と述べた。", "石橋ひかり代表"),
    ("ja", "会を開催した代表は「責任は私にある。申し訳ない」と述べた。", "代表"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), CASES)
def test_a_name_is_taken_whole_and_without_what_stands_around_it(
    code: str, text: str, speaker: str
) -> None:
    quotes = find_quotes(text, lines_of(text), languages.load(code))
    (found,) = (quote.speaker for quote in quotes if quote.kind in {"direct", "partial"})
    assert found is not None
    if code in {"de", "fr"}:
        assert speaker in found
    else:
        assert found == speaker


def test_two_persons_joined_by_and_are_no_family_name() -> None:
    text = "Os ministros Nuno Mota e Rita Falcão negaram a “demora”. “Viemos”, disse Falcão."
    quotes = find_quotes(text, lines_of(text), languages.load("pt"))
    assert [quote.speaker for quote in quotes][-1] == "Rita Falcão"
