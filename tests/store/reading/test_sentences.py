"""Sentences within a line: mended after abbreviations, and tiling the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Span
from store.reading import languages
from store.reading.document import read_document
from store.reading.projection import Projection
from store.reading.sentences import _Abbreviations, sentence_spans
from tests.growth import grows_linearly

ROOT = Path(__file__).resolve().parents[3]

#: Sentences are parted by " | "; the bar is taken out before they are read.
CASES = [
    ("id", "Menurut Kol. Budi, rapat usai. | Dia pulang."),
    ("id", "Saham PT. Maju Tbk. naik 2,5 persen menjadi Rp 1.000. | Investor senang."),
    ("id", "Prof. Dr. Ir. Siti Aminah tinggal di Jl. Melati No. 5. | Rumahnya besar."),
    ("id", "Beras, gula, dll. dibagikan kepada warga. | Warga senang."),
    ("id", "Rapat dimulai pukul 10.30 WIB. | Dia hadir."),
    ("id", '"Kami pergi. Kami pulang," kata R. A. Hartono. | Dia tersenyum.'),
    ("id", '"Kapan kita pulang?" tanya dia. | "Ayo!" | Mereka lari.'),
    ("id", "Ia membeli 3.500 ton beras... | Lalu?"),
    ("ms", "Dato' Sri Dr. Rahman dari Maju Sdn. Bhd. menafikan dakwaan itu. | Beliau marah."),
    ("ms", "Harga RM 1.50 sekilogram. | Kata YB. Lim, harga turun."),
    ("en", "Mr. Smith of the U.S. Senate met Lt. Col. Jane Doe. | She left."),
    ("en", "He came at 5 p.m. Friday to No. 10. | It rained."),
    ("en", "She moved to the U.S. | She stayed."),
    ("en", "Acme Inc. Chairman J. P. Brown resigned. | The board agreed."),
    ("de", "Am 3. Oktober kam Dr. Meier, z. B. mit Prof. Huber. | Er blieb bis zum 2. Weltkrieg."),
    ("de", "Die „Lampe” ging aus. | Anna lief heim. | Das „Boot“ lag fest. | Alle schliefen."),
    ("de", 'Die „Lampe" ging aus. | Anna lief heim. | Das „Boot" lag fest. | Alle schliefen.'),
    ("de", "Das kostet ca. 5 Mio. Euro. | Die Kasse ist leer."),
    ("fr", "M. Dupont et Mme. Durand sont partis. | Ils reviendront."),
    ("fr", "César est né en 100 av. J.-C. à Rome. | Il fut tué."),
    ("ja", "彼は「行く。帰る」と述べた。 | 次に話した! | 終わり"),
    ("ja", "首相は13日、辞任を表明した。 | 「残念だ」と話した。"),
    ("id", "Brigjen Pol. Ahmad Ramadhan mengatakan hal itu. | Lalu pergi."),
    ("id", "Perkara No. 12/Pid.Sus/2024 disidangkan. | Hakim menunda."),
    ("id", "Warga RT. 03 RW. 05 mengungsi. | Air naik."),
    ("id", "Ia lahir tgl. 5 Mei 1990 di Jl. Jend. Sudirman Kav. 5. | Ibunya guru."),
    ("ms", "Datuk Dr. Hj. Ahmad bin Mohd. Yusof hadir. | Beliau berucap."),
    ("ms", "Kes itu di bawah Sek. 233 akta berkenaan. | Polis menyiasat."),
    ("en", "Gov. Ron Smith met Sen. Mary Jones at 3 p.m. on Jan. 5. | They talked."),
    ("en", "He has a Ph.D. in physics. | She has an M.A. in law."),
    ("de", "Laut Art. 5 Abs. 1 GG gilt das. | Die Fa. Meier GmbH & Co. KG bestritt es."),
    ("de", "Am 1. FC Ahlen lag es nicht, so Torsten K. vor Gericht. | Am Wetter schon."),
    ("fr", "L'art. 5 du code prévoit 1.500 euros. | C'est peu."),
    ("fr", "Mme. Curie et le Pr. Langevin sont venus. | Ils sont partis."),
    ("es", "El Sr. Gómez y la Dra. Ruiz llegaron a las 10.30 al núm. 5. | Se fueron."),
    ("ja", "東証で3.5%下落した。 | 円も安い。"),
    ("xx", "Foo bar. | Baz qux."),
]


@pytest.mark.parametrize(("code", "marked"), CASES)
def test_sentences_end_where_a_reader_would_end_them(code: str, marked: str) -> None:
    joiner = "" if code == "ja" and "! " not in marked else " "
    pieces = [piece.strip() for piece in marked.split(" | ")]
    text = joiner.join(pieces)
    spans = sentence_spans(text, Span(0, len(text)), languages.load(code))
    assert [text[start:end] for start, end in spans] == pieces


def test_only_the_given_stretch_is_read() -> None:
    text = "Satu. Dua.\n\tTiga kali. Empat kali.  \nLima."
    spans = sentence_spans(text, Span(11, 36), languages.load("id"))
    assert [text[start:end] for start, end in spans] == ["Tiga kali.", "Empat kali."]


def test_a_blank_line_holds_no_sentence() -> None:
    assert sentence_spans(" \t\u00a0", Span(0, 3), languages.load("id")) == []


NEWSY = st.text(alphabet="Aab1. \t\u00a0!?。\"“”'«»(),:;-日😀\u0301", max_size=60) | st.text(
    max_size=60
)


@given(NEWSY.map(lambda text: text.replace("\n", " ")), st.sampled_from(["id", "de", "ja", "xx"]))
def test_sentences_tile_the_line(text: str, code: str) -> None:
    end = 0
    for span in sentence_spans(text, Span(0, len(text)), languages.load(code)):
        assert text[end : span.start].strip() == ""
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        end = span.end
    assert text[end:].strip() == ""


@pytest.mark.parametrize("path", sorted((ROOT / "tests/pages").glob("*.txt")), ids=lambda p: p.stem)
def test_sentences_tile_the_shown_text_of_a_page(path: Path) -> None:
    text = path.read_text("utf-8")
    document = read_document(text)
    language = languages.load(document.metadata.language)
    pieces = [
        text[span.start : span.end]
        for line in document.lines
        if line.shown
        for span in sentence_spans(text, line, language)
    ]
    shown = Projection(text, document.lines).clean
    assert "".join("".join(pieces).split()) == "".join(shown.split())
    assert not any("\n" in piece for piece in pieces)


@pytest.mark.parametrize("blank", "\t\xa0\x85\u1680\u2003\u2009\u2028\u202f\u3000")
@pytest.mark.parametrize("code", languages.codes())
def test_a_full_stop_behind_a_capital_letter_and_an_odd_blank_is_read(
    code: str, blank: str
) -> None:
    text = f"Rencana B{blank}. Rencana A{blank}.”"
    spans = sentence_spans(text, Span(0, len(text)), languages.load(code))
    assert (spans[0].start, spans[-1].end) == (0, len(text))


@settings(max_examples=20, deadline=None)
@given(st.integers(3990, 4010), st.sampled_from(["Kami pergi. ", "a", "日本。", '"a. b." ']))
def test_a_very_long_line_is_tiled_too(length: int, unit: str) -> None:
    text = (unit * length)[: 2 * length]
    spans = sentence_spans(text, Span(0, len(text)), languages.load("id"))
    assert "".join(text[s:e] for s, e in spans).replace(" ", "") == text.replace(" ", "")


def test_sentences_of_a_long_line_are_those_of_its_parts() -> None:
    sentence = "Menurut Kol. Budi, 2,5 persen warga pulang."
    text = " ".join([sentence] * 500)
    spans = sentence_spans(text, Span(0, len(text)), languages.load("id"))
    assert [text[s:e] for s, e in spans] == [sentence] * 500


@pytest.mark.parametrize("unit", ['"', "“", '"“', ". ", "“a. ", "(", "。"])
def test_the_work_for_a_line_of_nothing_but_marks_grows_with_its_length(unit: str) -> None:
    language = languages.load("id")

    def cut(size: int) -> None:
        text = unit * (size // len(unit) + 1)
        sentence_spans(text, Span(0, len(text)), language)

    assert grows_linearly(cut, 50_000)


@pytest.mark.parametrize("code", languages.codes())
def test_the_abbreviations_of_a_language_are_lists_that_the_sentences_know(code):
    table = languages.load(code).table("sentences")
    assert set(table) <= set(_Abbreviations._fields)
    for name, words in table.items():
        assert isinstance(words, list)
        assert all(isinstance(word, str) and word == word.strip() != "" for word in words), name
        assert len(words) == len(set(words)), name
        assert not any(word.endswith(".") for word in words), name
    assert not set(table.get("never_last", ())) & set(table.get("may_be_last", ()))
