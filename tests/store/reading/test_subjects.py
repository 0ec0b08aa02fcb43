"""Subjects: the words that name a speaker end before another verb, and clauses do not part them."""

from __future__ import annotations

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of


def speakers_in(code: str, text: str) -> list[str | None]:
    """The speakers of the direct and partial quotes, in order."""
    quotes = find_quotes(text, lines_of(text), languages.load(code))
    return [quote.speaker for quote in quotes if quote.kind in {"direct", "partial"}]


#: language, text, the speakers of its direct and partial quotes in order.
ANOTHER_VERB: list[tuple[str, str, list[str | None]]] = [
    (
        "en",
        "The Turkish Consulate in Basra went further, writing that such “fairy tales” were paid "
        "for. “We laugh,” it wrote.",
        ["The Turkish Consulate in Basra"] * 2,
    ),
    (
        "en",
        "The Harbour Board in Leith did not stop there, calling it “a hoax”.",
        ["The Harbour Board in Leith"],
    ),
    ("fr", "Le parquet doit plaider lundi. Selon lui, c'est faux « au bas mot ».", ["Le parquet"]),
    ("fr", "Le maire de Vire veut répondre. Selon lui, c'est « faux ».", ["Le maire de Vire"]),
    ("fr", "« Fadaises », lâche le notaire en se levant.", ["le notaire"]),
    ("fr", "« Fadaises », lâche Jean Roux en riant.", ["Jean Roux"]),
    ("fr", "« Fadaises », dit le chef en exercice.", ["le chef en exercice"]),
    ("fr", "La préfète n’en démord pas : « Rien ne sera fermé. »", ["La préfète"]),
    ("es", "«Tonterías», dijo el notario sonriendo.", ["el notario"]),
    ("es", "El juez quiere oírle el lunes. Según él, es «falso».", ["El juez"]),
    ("pt", "O sindicato não desiste: “Vamos parar tudo.”", ["O sindicato"]),
    ("id", 'Rahmat Saleh datang. Ia lantas mengutip surat yang meminta "maaf".', ["Rahmat Saleh"]),
    # What looks like it belongs to the words that name the speaker
    ("en", "The Dutch foreign ministry said it was “odd”.", ["The Dutch foreign ministry"]),
    ("id", 'Mereka yang tinggal di sana mengatakan air "naik".', ["Mereka yang tinggal di sana"]),
]

ADVERBS: list[tuple[str, str, list[str | None]]] = [
    (
        "en",
        "The harbour master, Olav Brandt, has flatly denied it. “Show me one crack,” he said.",
        ["Olav Brandt"],
    ),
    ("en", "Moreno wickedly called it “a farce”.", ["Moreno"]),
    ("en", "Kelly said it was “a farce”.", ["Kelly"]),
    ("en", "Her family said it was “a farce”.", ["Her family"]),
    ("en", "The state assembly called it “a farce”.", ["The state assembly"]),
    ("fr", "Le maire, Paul Roche, a calmement parlé de « ragots ».", ["Paul Roche"]),
    ("fr", "Le gouvernement a parlé de « ragots ».", ["Le gouvernement"]),
    ("es", "La ministra, Ana Gil, insistentemente negó los «bulos».", ["Ana Gil"]),
    ("pt", "A ministra, Ana Gil, prontamente negou os “boatos”.", ["Ana Gil"]),
    # One small word names nobody, and what stands behind it is no verb
    ("en", "Lena Ortiz spoke. She dismissed such claims as “hot air”.", ["Lena Ortiz"]),
    ("en", "Lena Ortiz spoke. Critics said it was “hot air”.", ["Critics"]),
]

CLAUSES: list[tuple[str, str, list[str | None]]] = [
    (
        "es",
        "Un vecino del puerto que pidió no dar su nombre contó que hubo golpes. «Me tiraron al "
        "suelo», relató.",
        ["Un vecino del puerto"],
    ),
    ("es", "Un testigo que no quiso dar su nombre contó que hubo «golpes».", ["Un testigo"]),
    ("es", "La alcaldesa que dimitió ayer aseguró que es «un desastre».", ["La alcaldesa"]),
    ("es", "La jueza dijo que hubo golpes y aseguró que fue «un desastre».", ["La jueza"]),
    ("pt", "O médico que atendeu a vítima relatou: “Chegou sem pulso.”", ["O médico"]),
    ("pt", "Um morador que pediu para não ser citado contou que “choveu”.", ["Um morador"]),
    (
        "en",
        "A Nordic envoy who was not allowed to speak to the press and spoke on condition of "
        "anonymity said talks had “nearly collapsed”. “It is hard,” the envoy said.",
        ["A Nordic envoy"] * 2,
    ),
    (
        "en",
        "An official who briefed reporters but declined to be named said it was “thin”.",
        ["An official"],
    ),
    (
        "en",
        "Two nurses who were on duty and asked not to be named told the paper it was “a mess”.",
        ["Two nurses"],
    ),
    ("en", "The man who called the police said it was “quiet”.", ["The man"]),
    ("en", "Rosa Dahl met the man who fell and Ivo Holt said it was “sad”.", ["Ivo Holt"]),
    (
        "fr",
        "Une infirmière qui travaille de nuit et qui souhaite rester anonyme parle d'une « honte "
        "absolue ».",
        ["Une infirmière"],
    ),
]


@pytest.mark.parametrize(("code", "text", "speakers"), ANOTHER_VERB)
def test_the_words_that_name_a_speaker_end_before_another_verb(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(("code", "text", "speakers"), ADVERBS)
def test_an_adverb_between_subject_and_verb_is_nobody(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(("code", "text", "speakers"), CLAUSES)
def test_a_relative_clause_does_not_part_a_verb_from_its_subject(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers
