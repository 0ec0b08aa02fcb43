"""Speech without marks: clauses around words in marks, infinitives, second verbs, and what is no clause."""

from __future__ import annotations

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of


def reported_in(code: str, text: str) -> list[tuple[str, str | None]]:
    quotes = find_quotes(text, lines_of(text), languages.load(code), reported=True)
    return [(quote.text, quote.speaker) for quote in quotes if quote.kind == "reported"]


CLAUSES = [
    # Words in marks inside the clause
    ("en", "Okello said the ward was “never closed” in May.", "the ward was “never closed” in May"),
    ("es", "La alcaldesa Nuria Peñas dijo que el pozo es «apto».", "el pozo es «apto»"),
    ("pt", "A ministra Rita Falcão disse que a ponte é “segura”.", "a ponte é “segura”"),
    (
        "de",
        "Der Damm sei »sorgfältig« geprüft, erklärte Landrat Uwe Harms.",
        "Der Damm sei »sorgfältig« geprüft",
    ),
    # A verb behind a relative clause; behind words that tell when
    (
        "en",
        "A former guard, who asked not to be named, said the doors were locked.",
        "the doors were locked",
    ),
    ("en", "The station reported late last week that the dam had failed.", "the dam had failed"),
    # The source closes the sentence; who is told it stands before the clause
    ("en", "The door was locked, Okello told reporters on Monday.", "The door was locked"),
    ("en", "Sales rose in May, said the company.", "Sales rose in May"),
    ("en", "Okello says at least 40 beds were lost.", "at least 40 beds were lost"),
    ("en", "Okello told the court the door was locked.", "the door was locked"),
    ("nl", "Volgens Rita Hoek zat de deur op slot.", "zat de deur op slot"),
    ("nl", "De visser vluchtte te voet, meldt de politie dinsdag.", "De visser vluchtte te voet"),
    ("nl", "Rita Hoek zegt niets gezien te hebben.", "niets gezien te hebben"),
    ("nl", "Rita Hoek liet maandag weten dat de deur op slot zat.", "de deur op slot zat"),
    ("en", "Okello has denied burning the homes.", "burning the homes"),
    # A second verb, behind "and" or a comma
    (
        "en",
        "Okello called the story “a lie” and said the ward had been open.",
        "the ward had been open",
    ),
    (
        "pt",
        "A ministra Rita Falcão rejeitou as críticas, garantindo que a ponte é nova.",
        "a ponte é nova",
    ),
    (
        "fr",
        "« C’est faux », a dit le maire Paul Thouret, ajoutant que le pont est neuf.",
        "le pont est neuf",
    ),
    # A frame behind which, or around which, the verb of the clause stands
    ("de", "Laut Landrat Uwe Harms ist der Damm sicher.", "ist der Damm sicher"),
    ("de", "Uwe Harms zufolge ist der Damm sicher.", "ist der Damm sicher"),
    (
        "de",
        "Der Damm ist nach Angaben von Uwe Harms sicher.",
        "Der Damm ist nach Angaben von Uwe Harms sicher",
    ),
    ("de", "Laut des Koch-Instituts ist der Damm sicher.", "ist der Damm sicher"),
    ("de", "Wie Uwe Harms mitteilte, ist der Damm sicher.", "ist der Damm sicher"),
    ("de", "Der Damm, so Uwe Harms, werde halten.", "Der Damm, so Uwe Harms, werde halten"),
    ("de", "Der Damm ist sicher, wie Uwe Harms am Freitag sagte.", "Der Damm ist sicher"),
    # Infinitives
    ("fr", "Le maire Paul Thouret assure avoir prévenu la police.", "avoir prévenu la police"),
    ("fr", "Paul Thouret dit ne pas connaître cet homme.", "ne pas connaître cet homme"),
    ("es", "Nuria Peñas negó haber recibido el aviso.", "haber recibido el aviso"),
    # An adverbial before the subject is no conjunction
    (
        "id",
        "Sementara itu, Bupati Wira Kusnadi menilai jembatan itu aman.",
        "jembatan itu aman",
    ),
    ("id", "Wira Kusnadi membantah menerima uang proyek itu.", "menerima uang proyek itu"),
    (
        "ms",
        "Halim Osman meminta kerajaan menerbitkan laporan itu.",
        "kerajaan menerbitkan laporan itu",
    ),
    ("de", "Das Landratsamt teilte mit, man habe nichts gewusst.", "man habe nichts gewusst"),
    # Japanese: behind where and how it was told
    ("ja", "山形電力の担当者は会見で、停電の原因は落雷だと説明した。", "停電の原因は落雷だ"),
    (
        "ja",
        "川島製薬は取材に対し、薬の副作用は確認していないとした。",
        "薬の副作用は確認していない",
    ),
    (
        "ja",
        "森本知事は「驚いた」と述べ、避難所を十か所に増やすと明らかにしました。",
        "避難所を十か所に増やす",
    ),
    ("en", "A report said the dam had failed.", "the dam had failed"),
    ("en", "Okello denied that the ward had been closed.", "the ward had been closed"),
]


@pytest.mark.parametrize(("code", "text", "clause"), CLAUSES)
def test_the_clause_that_is_reported_is_found(code: str, text: str, clause: str) -> None:
    ((found, speaker),) = reported_in(code, text)
    assert found == clause
    assert speaker


THINGS = [
    ("en", "Okello denied the allegations against the ward."),
    ("en", "Okello confirmed the closure of the old ward."),
    ("fr", "Le maire Paul Thouret dément les accusations de la presse."),
    ("es", "La alcaldesa Nuria Peñas negó las acusaciones de la prensa."),
    ("pt", "A ministra Rita Falcão nega as acusações da imprensa."),
    ("id", "Wira Kusnadi membantah keras narasi itu."),
    ("id", "Wira Kusnadi menyangkal hubungan banjir dengan proyek jembatan."),
    ("id", "Wira Kusnadi membantah kabar yang beredar di media sosial."),
    ("id", "Sebuah video yang menyebut jembatan itu runtuh viral di media sosial."),
    ("id", "Unggahan yang menyebut jembatan itu runtuh dibagikan ribuan kali."),
    ("de", "Wann der Damm gebrochen sei, sagte ein Sprecher nicht."),
    ("ja", "森本知事は会見で、「避難所を十か所に増やす予定だ」と述べた。"),
    ("ms", 'Halim Osman menyifatkan dakwaan itu sebagai "drama".'),
]


@pytest.mark.parametrize(("code", "text"), THINGS)
def test_a_thing_that_is_denied_or_named_is_no_clause(code: str, text: str) -> None:
    assert reported_in(code, text) == []


def test_the_words_around_a_quote_have_its_speaker() -> None:
    text = "“No,” said Ann Dale. She said the plan was “a joke” to many."
    assert reported_in("en", text) == [("the plan was “a joke” to many", "Ann Dale")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Als das Spiel vorbei war, kündigte Präsident Jan Brok ein Fest an."),
        ("it", "Per la panchina del Genoa si fanno due nomi, in caso di addio al Pisa."),
    ],
)
def test_when_something_was_said_and_what_for_is_no_speech(code: str, text: str) -> None:
    assert reported_in(code, text) == []


def test_who_denies_what_a_message_claims_is_the_source() -> None:
    text = (
        "Mesej yang mendakwa bank ditutup adalah palsu, kata Menteri Salmah Idris.\n"
        '"Semua bank dibuka," katanya.'
    )
    quotes = find_quotes(text, lines_of(text), languages.load("ms"))
    assert [quote.speaker for quote in quotes] == ["Salmah Idris"]


@pytest.mark.parametrize(
    ("code", "text", "clause"),
    [
        (
            "en",
            "Mayor Ann Dale said the bridge was “rotten” and must close, according to the Harbour Gazette.",
            "the bridge was “rotten” and must close",
        ),
        (
            "fr",
            "Le maire a déclaré que le pont était fragile, selon la Gazette du Port.",
            "le pont était fragile",
        ),
        (
            "de",
            "Landrätin Grit Ohlsen sagte, die Brücke sei „marode“, laut Küstenpost.",
            "die Brücke sei „marode“",
        ),
        (
            "id",
            'Rina Suganda mengatakan bahwa jembatan itu "rapuh" dan tua, menurut Kabar Muara.',
            'jembatan itu "rapuh" dan tua',
        ),
        (
            "ms",
            'Halim Osman berkata jambatan itu "rapuh" dan perlu ditutup, lapor Berita Muara.',
            'jambatan itu "rapuh" dan perlu ditutup',
        ),
        (
            "en",
            "Mayor Ann Dale said the bridge was, according to engineers, rotten and must close.",
            "the bridge was, according to engineers, rotten and must close",
        ),
    ],
)
def test_who_relays_a_clause_is_no_part_of_it(code: str, text: str, clause: str) -> None:
    assert [told for told, _ in reported_in(code, text)] == [clause]


@pytest.mark.parametrize(
    ("code", "text", "speaker", "clause"),
    [
        ("id", "Dikatakan Rusdi Wanto, sumur itu kering sejak Mei.", "Rusdi Wanto", "sumur itu"),
        ("id", "Pelaku, kata Rusdi Wanto, sudah menyerahkan diri.", "Rusdi Wanto", "sudah"),
        ("id", "Mandor Rusdi Wanto menuding Joni Arga menerima suap.", "Rusdi Wanto", "Joni"),
        (
            "ms",
            "Cikgu Azmi Kadir datang. Katanya, sungai itu sudah kering.",
            "Azmi Kadir",
            "sungai",
        ),
    ],
)
def test_a_clause_is_found_beside_verbs_that_stand_first_or_between_commas(
    code: str, text: str, speaker: str, clause: str
) -> None:
    ((found, who),) = reported_in(code, text)
    assert (who, found.startswith(clause)) == (speaker, True)


@pytest.mark.parametrize(
    ("code", "text", "speaker", "clause"),
    [
        (
            "fr",
            "Le quai était fermé, a indiqué la préfecture.",
            "la préfecture",
            "Le quai était fermé",
        ),
        (
            "fr",
            "Personne n'est blessé, a précisé le procureur Luc Astre.",
            "Luc Astre",
            "Personne n'est blessé",
        ),
        ("fr", "Le maire dit ne rien savoir.", "Le maire", "ne rien savoir"),
        ("it", "Il sindaco dice di non sapere nulla.", "Il sindaco", "non sapere nulla"),
        ("it", "Il ministero nega di aver venduto navi.", "Il ministero", "aver venduto navi"),
    ],
)
def test_a_clause_stands_before_an_auxiliary_or_is_an_infinitive(
    code: str, text: str, speaker: str, clause: str
) -> None:
    assert reported_in(code, text) == [(clause, speaker)]
