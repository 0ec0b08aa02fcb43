"""Who says what in German: verb second, subjects behind their verb, hearers, pairs."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Für Ministerin Eva Kurz (SPD) ist das „ein fatales Signal“.", "Eva Kurz"),
        ("Eva Kurz (SPD) zufolge ist das „ein fatales Signal“.", "Eva Kurz"),
        ("Jan Pohl von der Firma Nordwind: „Das geht so nicht weiter.“", "Jan Pohl"),
        ("Dies sei, so Professor Jan Pohl von der Universität Tulln, „fatal“.", "Jan Pohl"),
        ("Zuvor hatte Rita von Hagen den Plan „unverantwortlich“ genannt.", "Rita von Hagen"),
        ("Laut Olaf van der Meer ist der Plan „unverantwortlich“.", "Olaf van der Meer"),
        ("Dem Sprecher der Kammer, Uwe Kranz, zufolge ist das „fatal“.", "Uwe Kranz"),
        (
            "Der Sprecher der Kammer, Rat Uwe Kranz, sagte der Neuen Presse: „Es geht.“",
            "Uwe Kranz",
        ),
    ],
)
def test_what_a_german_name_is_told_by_does_not_part_it_from_its_cue(
    text: str, speaker: str
) -> None:
    assert speakers_in("de", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Als „unverantwortlich“ bezeichnete die Behörde den Plan.", "Behörde"),
        ("„Das geht so nicht“, räumt ein Sprecher der Polizei ein.", "ein Sprecher der Polizei"),
        ("Laut einem Sprecher der Polizei war es „sehr knapp“.", "einem Sprecher der Polizei"),
        ("Nach Ansicht der russischen Regierung ist das „fatal“.", "russischen Regierung"),
        ("„Das geht so nicht“, erklärte die britische Regierung.", "britische Regierung"),
        ("„Das geht so nicht“, zitiert die Agentur den Landrat Uwe Kranz.", "Uwe Kranz"),
        ("Dazu Eva Kurz: „Das geht so nicht weiter.“", "Eva Kurz"),
        ("Die Behörde dazu: „Das geht so nicht weiter.“", "Die Behörde"),
        ("Das bestätigt auch eine Augenzeugin: „Das ging so nicht.“", "eine Augenzeugin"),
        ("Deutliche Worte fand Eva Kurz: „Das geht so nicht weiter.“", "Eva Kurz"),
    ],
)
def test_a_german_subject_behind_its_verb_is_taken_whole_and_no_more(
    text: str, speaker: str
) -> None:
    assert speakers_in("de", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Geprüft wurde die Anlage im Mai, sagte Eva Kurz der Zeitung: „Es ging.“", ["Eva Kurz"]),
        ("Die Sprecherin, die krank war, sagte Leuten: „Es ging.“", ["Die Sprecherin"]),
        ("Der Agentur APA sagte Eva Kurz: „Das geht so nicht.“", ["Eva Kurz"]),
        ("Eva Kurz sagte der „Neuen Post“ (Mai), das sei „ein Graus“.", ["Eva Kurz"]),
        ("Als Zeuge sagte der Nachbar Uwe Kranz aus: „Es ging.“", ["Uwe Kranz"]),
        ("Aus Regierungskreisen hieß es, man sei „sehr besorgt“.", ["Regierungskreisen"]),
        ("Ulf Kampes Fazit: „Es ging nicht.“", ["Ulf Kampe"]),
        ("Uwe Kranz’ Fazit: „Es ging nicht.“", ["Uwe Kranz"]),
        ("Die Behörde ist verärgert: „Das geht so nicht weiter.“", ["Die Behörde"]),
        ("Polizei und Feuerwehr warnten: „Es eilt sehr.“", ["Polizei und Feuerwehr"]),
        ("Der Bund und die Länder sprachen von „Fehlern“.", ["Bund und die Länder"]),
        ("„Es eilt“, warnten Polizei und Feuerwehr.", ["Polizei und Feuerwehr"]),
        ("„Es eilt“, sagte Vizechef und Finanzministerin Eva Kurz.", ["Eva Kurz"]),
        ("„Es eilt“, sagte Jan Pohl von Pro Natura.", ["Jan Pohl"]),
        ("„Es eilt“, so die Aktivist*innen.", ["die Aktivist*innen"]),
        ("„Es eilt“, so die Geschäftsführer:in Kim Bader.", ["Kim Bader"]),
    ],
)
def test_who_speaks_in_german_is_no_hearer_and_not_one_of_two(
    text: str, speakers: list[str]
) -> None:
    assert speakers_in("de", text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nachbarn beschreiben ihn als „freundlich und sehr ruhig“.", "Nachbarn"),
        ("In dem Brief schreiben die Eltern: „Das geht so nicht weiter.“", "die Eltern"),
        ("„Es war die Hölle“, erinnert sich der heute 81-Jährige.", "der heute 81-Jährige"),
        ("Scharfe Kritik kommt von der Kammer: „Das geht so nicht.“", "Kammer"),
        ("„Es eilt“, sagte Landeshauptfrau Eva Kurz.", "Eva Kurz"),
    ],
)
def test_verbs_of_several_and_who_is_told_by_age_or_office(text: str, speaker: str | None) -> None:
    assert speakers_in("de", text) == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Gestern Abend teilte die Klinik mit, er sei „außer Gefahr“.", ["Klinik"]),
        ("Nach dem Urteil zeigte sich die Ministerin „erleichtert“.", ["die Ministerin"]),
        ("Kanzler Uwe Kranz wurde von der Opposition als „Zauderer“ verspottet.", ["Opposition"]),
        ("Kanzler Uwe Kranz wurde „Zauderer“ genannt.", []),
    ],
)
def test_neither_the_hour_nor_who_is_called_so_said_it(text: str, speakers: list[str]) -> None:
    assert speakers_in("de", text) == speakers
