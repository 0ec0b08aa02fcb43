"""Persons meant without a cue or by a pronoun: turns of two who talk, one and several, new faces."""

from __future__ import annotations

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of


def speakers_in(code: str, text: str) -> list[str | None]:
    quotes = find_quotes(text, lines_of(text), languages.load(code))
    return [quote.speaker for quote in quotes if quote.kind in {"direct", "partial"}]


def test_two_who_talk_take_turns_where_one_asks() -> None:
    text = (
        "La juge Agnès Morvan ouvre le dossier.\n\n«Que s’est-il passé ?», demande Agnès Morvan.\n\n"
        "«Rien», répond Luc Ferrand.\n\n«La porte était ouverte.»\n\n«Elle ne ferme pas.»"
    )
    first, second = "Agnès Morvan", "Luc Ferrand"
    assert speakers_in("fr", text) == [first, second, first, second]


def test_who_tells_on_over_several_paragraphs_keeps_the_word() -> None:
    text = (
        "“We left at night,” said farmer Ann Dale.\n\n“It was cold,” said her neighbour Bob Reed.\n\n"
        "“Nobody came to help us.”"
    )
    assert speakers_in("en", text) == ["Ann Dale", "Bob Reed", "Bob Reed"]


def test_she_is_the_one_named_before_and_not_two_officials() -> None:
    text = (
        "Two officials said the count was “wrong”.\n\nNalini had already locked the box when they "
        "came.\n\n“They were polite,” she says."
    )
    assert speakers_in("en", text) == ["Two officials", "Nalini"]


def test_who_stands_behind_a_role_is_meant_and_not_whom_the_sentence_mentions() -> None:
    text = (
        'Pelatih Bintang Rudi Hartanto pamit. "Terima kasih," kata Rudi.\n\nManajer Bintang, Dewi '
        'Lestari, belum mau bicara soal Rudi. "Nanti saja," kata dia.'
    )
    assert speakers_in("id", text) == ["Rudi Hartanto", "Dewi Lestari"]


def test_they_may_be_two_officials() -> None:
    text = "Two officials said the count was “wrong”. “We saw it,” they added."
    assert speakers_in("en", text) == ["Two officials", "Two officials"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "en",
            "Mayor Ann Dale left early. “No,” said Ann Dale.\n\nYet a second witness, who lives nearby, "
            "told it otherwise. “The door was open.”",
            "a second witness",
        ),
        (
            "de",
            "„Es regnet“, sagte Deichgraf Uwe Harms.\n\nUnd Frau Nowicka? Die wartet noch. "
            "„Ich bleibe hier“, sagt sie.",
            "Nowicka",
        ),
        (
            "fr",
            "«Je nie tout», dit le maire Luc Ferrand.\n\n«Il ment», dit l’avocate du maire, Agnès "
            "Morvan.\n\n«Sottises», lâche le maire.",
            "Luc Ferrand",
        ),
        (
            "fr",
            "C’est un cap, plaide l’entourage du Premier ministre. «On verra», ajoute-t-on de même "
            "source.",
            "l’entourage du Premier ministre",
        ),
    ],
)
def test_the_one_who_comes_up_last_is_meant(code: str, text: str, speaker: str) -> None:
    found = speakers_in(code, text)[-1]
    assert found is not None
    assert found.endswith(speaker)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "de",
            "„Wir sind müde“, sagt Jan Roth, Sprecher der Gruppe.\n\nAnna Lind wohnt gegenüber. Sie "
            "hat alles gesehen.\n\n„Es war laut“, sagt sie.",
            "Anna Lind",
        ),
        (
            "fr",
            "« On a eu peur », dit Luc Astre.\n\nAnne Roy habite en face. Elle a tout vu.\n\n"
            "« C'était très rapide », dit-elle.",
            "Anne Roy",
        ),
        (
            "en",
            "There are three clocks in Dan Orley’s kitchen. “The oldest is from 1840,” he says.\n\n"
            "Ted Hume of the Clock Society admits some doubt. “We had never seen one,” says Hume.\n\n"
            "Orley does not own a watch. He has no need of one.\n\n“I can hear the time,” he says.",
            "Dan Orley",
        ),
    ],
)
def test_whom_two_sentences_are_about_is_who_speaks_below_them(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text)[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Fuentes sanitarias consultadas por Radio Norte apuntan a «un error».", "Fuentes"),
        ("es", "Médicos entrevistados por El Correo Viejo denuncian «presiones».", "Médicos"),
        ("pt", "Fontes ouvidas pela Rádio Norte falam em «um erro».", "Fontes"),
        ("it", "Testimoni sentiti dal Corriere Vecchio parlano di «urla».", "Testimoni"),
        ("fr", "Des habitants du port interrogés par Radio Nord parlent de « cris ».", "habitants"),
        ("en", "Experts interviewed by the Northern Star say it is “not enough”.", "Experts"),
    ],
)
def test_whom_a_paper_has_asked_speaks_and_not_the_paper(
    code: str, text: str, speaker: str
) -> None:
    (found,) = speakers_in(code, text)
    assert found is not None
    assert speaker.lower() in found.lower()


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "fr",
            "Le maire, Luc Astre, se tait. Le parc national dit « étudier ».",
            "Le parc national",
        ),
        ("it", "Il sindaco Aldo Conti tace. «Riapriremo», promette il museo.", "il museo"),
        ("es", "El alcalde Luis Gil calla. «Reabriremos», promete el museo.", "el museo"),
        ("pt", "O prefeito Rui Melo calou-se. “Vamos reabrir”, promete o museu.", "o museu"),
        (
            "de",
            "Bürgermeister Jan Roth schwieg. Der Tierpark sagt, er sei „bereit“.",
            "Der Tierpark",
        ),
        ("nl", "Burgemeester Jan Roth zweeg. “Wij gaan open”, zegt het hotel.", "het hotel"),
        ("en", "Mayor Jan Roth said nothing. “We will reopen,” the zoo said.", "the zoo"),
    ],
)
def test_a_place_that_speaks_is_not_the_person_named_before(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« C'était fou », a raconté par téléphone un pompier.", "un pompier"),
        ("« C'était fou », a expliqué par courriel la préfecture.", "la préfecture"),
        ("« C'était fou », a indiqué par SMS le maire.", "le maire"),
    ],
)
def test_by_which_means_it_is_said_is_not_by_whom(text: str, speaker: str) -> None:
    assert speakers_in("fr", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Mayor Jan Roth left. “We were early,” a commentator said.", "a commentator"),
        ("es", "El alcalde Luis Gil calla. «Es raro», dice un ornitólogo.", "un ornitólogo"),
        ("fr", "Le maire Luc Roy se tait. « C'est rare », dit une guitariste.", "une guitariste"),
        ("it", "Il sindaco Aldo Conti tace. «È raro», dice un alpinista.", "un alpinista"),
        ("nl", "Burgemeester Jan Roth zweeg. “Dat is raar”, zegt een gids.", "een gids"),
        ("pt", "O prefeito Rui Melo calou-se. “É raro”, diz um carpinteiro.", "um carpinteiro"),
    ],
)
def test_somebody_new_is_known_by_what_they_are(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Anna Lind empfindet das als „unfair“.", "Anna Lind"),
        ("de", "Anna Lind distanzierte sich von den „wirren Thesen“.", "Anna Lind"),
        ("en", "Ann Poe ruled out “any deal”.", "Ann Poe"),
        ("en", "Ann Poe pointed to “clear evidence”.", "Ann Poe"),
        ("es", "Luis Gil puso en duda «el informe».", "Luis Gil"),
        ("fr", "Luc Astre a exprimé sa « vive inquiétude ».", "Luc Astre"),
        ("id", "Budi Hartono merasa “dikhianati”.", "Budi Hartono"),
        ("it", "Aldo Conti ha bocciato «un’idea folle».", "Aldo Conti"),
        ("ms", "Ahmad Fauzi mengalu-alukan “hari bersejarah” itu.", "Ahmad Fauzi"),
        ("nl", "Jan Stam verwelkomde „een goede eerste stap”.", "Jan Stam"),
        ("pt", "Rui Melo manifestou “profunda preocupação”.", "Rui Melo"),
    ],
)
def test_what_somebody_feels_or_rejects_may_stand_in_their_words(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Ana Soto, de 34 años, está triste: «¡Una vergüenza!»", "Ana Soto"),
        ("es", "Ana Soto, que vive enfrente, está triste: «¡Una vergüenza!»", "Ana Soto"),
        ("en", "Ann Poe, who lives nearby, is sad: “A disgrace!”", "Ann Poe"),
        ("de", "Anna Lind, eine Lehrerin, ist traurig: „Das ist schlimm!“", "Anna Lind"),
        ("fr", "Anne Roy, 34 ans, est triste : « Une honte ! »", "Anne Roy"),
    ],
)
def test_an_age_or_a_clause_may_stand_between_who_speaks_and_the_colon(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]
