"""Who says what in Danish, Swedish, Norwegian and Finnish."""

from __future__ import annotations

import pytest

from store.reading.document import read_document
from tests.store.reading.test_attributions import speakers_in
from tests.store.reading.test_quotes import quotes_in


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("da", "»Vi er trætte,« siger borgmester Pia Holm (S) til Ritzau.", ["Pia Holm"]),
        ("da", "Pia Holm er lærer. »Vi er trætte,« siger hun.", ["Pia Holm"]),
        ("da", "I en mail skriver Jens Bak: »Det er helt forkert.«", ["Jens Bak"]),
        (
            "da",
            "Ifølge en talsmand for politiet var det »for tæt på«.",
            ["en talsmand for politiet"],
        ),
        ("da", "Professor Ole Juhl fra Aarhus Universitet kalder det »absurd«.", ["Ole Juhl"]),
        ("da", "»Er du sikker?« spurgte dommeren. »Ja,« svarede vidnet.", ["dommeren", "vidnet"]),
        ("sv", "”Vi är trötta”, säger kommunalrådet Pia Holm (S) till TT.", ["Pia Holm"]),
        ("sv", "Pia Holm är lärare. ”Vi är trötta”, säger hon.", ["Pia Holm"]),
        ("sv", "Enligt polisen var mannen ”kraftigt berusad”.", ["polisen"]),
        ("sv", "Jens Bäck, ordförande i klubben, säger att det är ”helt fel”.", ["Jens Bäck"]),
        ("no", "«Vi er slitne», legger ordfører Pia Holm (Ap) til.", ["Pia Holm"]),
        ("no", "Pia Holm er lærer. «Vi er slitne», sier hun.", ["Pia Holm"]),
        ("no", "Til NRK sier Jens Bakke: «Det er helt feil.»", ["Jens Bakke"]),
        ("no", "Statsminister Lene Kruse kaller angrepet «feigt og uklokt».", ["Lene Kruse"]),
    ],
)
def test_the_speaker_is_found(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Færgen »Nordlys« blev aflyst, og filmen »Natten« udsat."),
        ("sv", "Färjan ”Norrsken” ställdes in, och filmen ”Natten” sköts upp."),
        ("no", "Ferjen «Nordlys» ble innstilt, og filmen «Natten» utsatt."),
    ],
)
def test_a_name_in_marks_is_no_speech(code: str, text: str) -> None:
    assert speakers_in(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "speech"),
    [
        ("sv", "– Vi är trötta, säger Pia Holm (S).", [("Vi är trötta", "Pia Holm")]),
        (
            "sv",
            "– Vi är trötta! säger Pia Holm till TT. Det har varit långa dagar.",
            [("Vi är trötta!", "Pia Holm"), ("Det har varit långa dagar.", "Pia Holm")],
        ),
        ("sv", "– Vad gör vi nu? ropar Jens Bäck från taket.", [("Vad gör vi nu?", "Jens Bäck")]),
        (
            "sv",
            "– Vi är trötta, säger Pia Holm.\n\n– Men vi ger inte upp. Aldrig.",
            [("Vi är trötta", "Pia Holm"), ("Men vi ger inte upp. Aldrig.", "Pia Holm")],
        ),
        (
            "no",
            "– Vi er slitne, sier Jens Bakke. – Men vi går videre.",
            [("Vi er slitne", "Jens Bakke"), ("Men vi går videre.", "Jens Bakke")],
        ),
        ("no", "– Vi er slitne, sier Jens Bakke. Han er lærer.", [("Vi er slitne", "Jens Bakke")]),
        ("no", "– Vi er slitne, sier Pia Holm (Ap).", [("Vi er slitne", "Pia Holm")]),
        ("da", "- Vi er trætte, siger Ole Juhl.", [("Vi er trætte", "Ole Juhl")]),
        ("da", "- En bro ved havnen, to nye veje.\n\n- En skole i nord og en i syd.", []),
    ],
)
def test_a_line_behind_a_dash_is_speech_but_for_who_says_it(
    code: str, text: str, speech: list[tuple[str, str]]
) -> None:
    found = [quote for quote in quotes_in(text, code) if quote.kind in {"direct", "partial"}]
    assert [(quote.text, quote.speaker) for quote in found] == speech


def test_who_speaks_behind_a_dash_in_brackets_with_a_party_is_no_picture_s_owner() -> None:
    text = (
        "Bygget stanses\n\nBygget av skolen i Ekdal stanses.\n\n– Vi er slitne, sier Pia Holm (Ap)."
    )
    assert read_document(text).lines[-1].kind == "body"


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("sv", "– Det är fel, säger Polisverkets tekniske chef Pia Holm.", "Pia Holm"),
        ("sv", "– Det är fel, säger KD:s gruppledare Pia Holm.", "Pia Holm"),
        ("sv", "– Det är fel, säger EU:s utrikeschef.", "EU:s utrikeschef"),
        ("sv", "– Det är fel, säger Lunds kommuns miljöchef Pia Holm.", "Pia Holm"),
        ("sv", "– Det är fel, säger Annas mamma.", "Annas mamma"),
        ("sv", "Kremls talesman Ivan Berg är arg och kallar det ”ett hån”.", "Ivan Berg"),
        ("da", "»Det er forkert,« siger Venstres politiske ordfører Ole Juhl.", "Ole Juhl"),
        ("no", "– Det er feil, sier leder av Stortingets justiskomité, Jens Bakke.", "Jens Bakke"),
        ("nl", "“Dat klopt niet”, zegt Ruttes partijgenoot Jan Brok.", "Jan Brok"),
    ],
)
def test_a_role_behind_whose_it_is_leads_to_the_name(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speech"),
    [
        (
            "sv",
            "Pia Holm skakar på huvudet.\n\n– Nej, det tror jag inte.",
            [("Nej, det tror jag inte.", "Pia Holm")],
        ),
        (
            "sv",
            "Målvakten Pia Holm var lyrisk.\n\n– Det är helt sjukt!\n\nHon spelade hela matchen.",
            [("Det är helt sjukt!", "Pia Holm")],
        ),
        (
            "sv",
            "En av dem som drabbats är Pia Holm, 45.\n\n– Jag är trött.",
            [("Jag är trött.", "Pia Holm")],
        ),
        (
            "no",
            "Møtet varte i går.\n\nPia Holm er lærer.\n\n– Vi er slitne, sier hun og legger til:"
            "\n\n– Men vi gir oss ikke.",
            [("Vi er slitne", "Pia Holm"), ("Men vi gir oss ikke.", "Pia Holm")],
        ),
        (
            "no",
            "Avisen har snakket med Jens Bakke.\n\n– Jeg er trøtt, sier han.",
            [("Jeg er trøtt", "Jens Bakke")],
        ),
    ],
)
def test_a_line_behind_a_dash_is_whose_the_paragraph_above_tells(
    code: str, text: str, speech: list[tuple[str, str]]
) -> None:
    found = [quote for quote in quotes_in(text, code) if quote.kind in {"direct", "partial"}]
    assert [(quote.text, quote.speaker) for quote in found] == speech


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("da", "Som formand Ole Juhl siger: »Vi gør vores bedste.«", "Ole Juhl"),
        ("nl", "Zoals voorzitter Jan Brok zegt: “We doen ons best.”", "Jan Brok"),
        ("sv", "– Vi har tur om vi hinner, suckar Pia Holm och pekar mot åkern.", "Pia Holm"),
        ("sv", "– Det är ren tur, inflikar räddningsledaren Jens Bäck.", "Jens Bäck"),
        ("da", "- Nej, det gør vi ikke, lyder svaret fra Venstres Ole Juhl.", "Ole Juhl"),
        ("no", "– Eg er kjempeglad, seier Randi Bø.", "Randi Bø"),
    ],
)
def test_a_reporter_s_other_verbs_name_the_speaker(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("sv", "I brevet står att vägen är ”trygg med reflexväst”.", "brevet"),
        ("sv", "”Vägen är trygg med reflexväst”, står det i brevet.", "brevet"),
        ("sv", "I ett brev från polisen står att vägen är ”trygg med reflexväst”.", "polisen"),
        ("sv", "Enligt brevet är vägen ”trygg med reflexväst”.", "brevet"),
        ("da", "Det fremgår af rapporten, at vejen er »tryg med refleksvest«.", "rapporten"),
        ("no", "«Veien er trygg med refleksvest», heter det i rapporten.", "rapporten"),
        ("nl", "In een memo van mei 2019 staat dat de weg “zeer veilig” is.", "memo"),
        ("nl", "“De weg is veilig met een vestje”, zo staat in het rapport.", "rapport"),
        ("nl", "Volgens het rapport is de weg “veilig met een vestje”.", "het rapport"),
    ],
)
def test_what_is_read_says_what_stands_in_it(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("sv", "I ett mejl till tidningen skriver kommunen att vägen är ”trygg”.", "kommunen"),
        ("sv", "I sitt yttrande skriver länsstyrelsen att vägen är ”trygg”.", "länsstyrelsen"),
        ("da", "I sit høringssvar skriver foreningen, at vejen er »tryg«.", "foreningen"),
        ("no", "På sine nettsider skriver selskapet at veien er «trygg».", "selskapet"),
    ],
)
def test_a_body_without_an_article_is_the_subject_behind_its_verb(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize("behind", [", kommunalråd i Hjo.", " till Ekot.", "."])
def test_a_party_s_letter_in_brackets_owns_no_picture(behind: str) -> None:
    said = f"– Det är sorgligt att skolan stängs, säger Pia Holm (C){behind}"
    text = f"Skolan stängs\n\nSkolan i Hjo stängs, har kommunen beslutat i dag.\n\n{said}"
    assert read_document(text).lines[-1].kind == "body"


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "sv",
            "Jens Bäck håller inte med.\n\n– Vi måste spara.\n\nPia Holm svarar:\n\n– Ni har fel.",
            ["Jens Bäck", "Pia Holm"],
        ),
        (
            "sv",
            "Moderaternas Jens Bäck är arg.\n\n– Vi måste spara.\n\nHan får stöd av KD:s Pia Holm."
            "\n\n– Ni har fel, säger Holm.",
            ["Jens Bäck", "Pia Holm"],
        ),
        ("da", "Det er »grimt«, mener Lægeforeningens formand, Ole Juhl.", ["Ole Juhl"]),
        ("no", "I et åpent brev skriver 40 leger at det er «uholdbart».", ["40 leger"]),
    ],
)
def test_who_belongs_to_a_party_or_a_body_is_named_alone(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pieter van der Bos van de Gentse universiteit noemt het “charmant”.", "van der Bos"),
        ("“Dat klopt niet”, zegt onderzoeker Els Pot van Natuurhulp.", "Els Pot"),
        ("“Dat klopt niet”, zegt Anne Marie van Gaal.", "Anne Marie van Gaal"),
        ("“Dat kan beter,” zo schrijft minister Pol aan de Kamer.", "Pol"),
        ("Dat helpt veel, meldt voorzitter Els Pot. “Het blijft zo.”", "Els Pot"),
    ],
)
def test_a_dutch_name_ends_before_where_somebody_is_from(text: str, speaker: str) -> None:
    (found,) = speakers_in("nl", text)
    assert found is not None
    assert found.endswith(speaker)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("sv", "Mannen är i 50-årsåldern. ”Jag var hemma”, säger han i förhör.", "Mannen"),
        ("sv", "Ministern är besviken.\n\n– Det var en dålig kväll, säger hon.", "Ministern"),
        ("sv", "Ministern är besviken.\n\n– Det var en dålig kväll.", "Ministern"),
        ("da", "Kvinden er tiltalt for bedrageri. »Jeg var hjemme,« sagde hun.", "Kvinden"),
        ("no", "Statsråden er skuffet.\n\n– Det var en dårlig kveld, sier hun.", "Statsråden"),
        ("sv", "”Det är nog”, säger en kvinna som Posten talat med.", "en kvinna"),
    ],
)
def test_a_role_with_its_article_at_its_end_is_a_subject(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("– Tilanne on vakava, sanoo johtaja Antti Lind.", [("Tilanne on vakava", "Antti Lind")]),
        ("– Tilanne on vakava, Lind toteaa.", [("Tilanne on vakava", "Lind")]),
        (
            "Antti Lind on pettynyt.\n\n– Tilanne on vakava, hän sanoo.\n\n– Jotain on tehtävä.",
            [("Tilanne on vakava", "Antti Lind"), ("Jotain on tehtävä.", "Antti Lind")],
        ),
        ("Antti Lind kutsuu päätöstä ”noloksi”.", [("”noloksi”", "Antti Lind")]),
    ],
)
def test_a_finnish_speaker_stands_behind_the_verb_or_before_it(
    text: str, speech: list[tuple[str, str]]
) -> None:
    found = [quote for quote in quotes_in(text, "fi") if quote.kind in {"direct", "partial"}]
    assert [(quote.text, quote.speaker) for quote in found] == speech
