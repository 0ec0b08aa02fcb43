"""Who says what in German: verb second, subjects behind their verb, hearers, pairs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_attributions import speakers_in
from tests.store.reading.test_quotes import lines_of


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
        ("Laut einem Sprecher der Polizei war es „sehr knapp“.", "Sprecher der Polizei"),
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Zurückhaltend äußerte sich der Mieterbund: Man werde es „in Ruhe“ prüfen.", "Mieterbund"),
        ("Kritisch sieht das die Ärztin Lena Roth: „Das hilft keinem.“", "Lena Roth"),
        ("Deutlicher wurde die Kammer: Man werde das „nicht hinnehmen“, hieß es.", "Kammer"),
        ("Verständnis zeigte Landrat Uwe Kranz: „Die Leute haben Angst.“", "Uwe Kranz"),
        ("Gerüchte über einen Wechsel wies Trainerin Lena Roth zurück. „Nein.“", "Lena Roth"),
        ("Scharfe Kritik übte der Bauernverband. Das Gesetz sei „praxisfern“.", "Bauernverband"),
        ("Lena Roth zeigte sich zufrieden: Das sei „ein guter Tag“.", "Lena Roth"),
        ("Als Beleg dient ein Satz von Rat Joris van Loo: „Wer heizt, sündigt.“", "Joris van Loo"),
    ],
)
def test_how_and_of_what_somebody_speaks_is_nobody(text: str, speaker: str) -> None:
    assert [str(one).removeprefix("der ") for one in speakers_in("de", text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Lena Roth nannte es „klug“, Uwe Kranz „dumm“.", ["Lena Roth", "Uwe Kranz"]),
        (
            "Die Kammer sprach von einem „Skandal“, die Grünen von einem „Trauerspiel“.",
            ["Die Kammer", "die Grünen"],
        ),
        ("Rat Uwe Kranz nannte Roth „schwach“ und Kuhn „müde“.", ["Uwe Kranz", "Uwe Kranz"]),
        (
            "Lena Roth („Das ist unwürdig!“) und Uwe Kranz („ein Graus“) kritisierten das.",
            ["Lena Roth", "Uwe Kranz"],
        ),
        ("Lena Roth („Der letzte Bus“) und Uwe Kranz („Das Moor“) kamen.", []),
        (
            "Während Lena Roth von einem „Fehler“ sprach, nannte Uwe Kranz es „Absicht“.",
            ["Lena Roth", "Uwe Kranz"],
        ),
        ("Die neue „Kammerjolle“ nannte er schön.", []),
        ("Rat Uwe Kranz nannte die neue „Jolle“ einen „Witz“.", ["Uwe Kranz"]),
    ],
)
def test_two_who_are_told_of_by_one_verb_speak_each_for_themselves(
    text: str, speakers: list[str]
) -> None:
    assert speakers_in("de", text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Von „chaotischen Zuständen“ war im Ort die Rede.",
        "Im Ort ist von „erheblichen Mängeln“ die Rede.",
    ],
)
def test_words_that_are_talked_of_are_nobody_s_in_either_order(text: str) -> None:
    assert speakers_in("de", text) == [None]


def test_neither_the_accused_nor_a_victim_is_the_prosecutor_named_before() -> None:
    text = (
        "„Er wusste das“, hatte Staatsanwalt Uwe Kranz gesagt.\n\nDer Angeklagte selbst sprach "
        "nur kurz. „Ich bereue es“, sagte er."
    )
    assert speakers_in("de", text) == ["Uwe Kranz", "Der Angeklagte"]


def test_he_is_who_opens_the_main_clause() -> None:
    text = "Während Lena Roth den Plan lobte, blieb Uwe Kranz skeptisch. „Teuer“, sagte er."
    assert speakers_in("de", text) == ["Uwe Kranz"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Kein Antrag“, hieß es von einer Sprecherin.", "Sprecherin"),
        ("Laut einem Sprecher des Amtes war es „sehr knapp“.", "Sprecher des Amtes"),
    ],
)
def test_an_article_that_no_subject_has_is_left_off(text: str, speaker: str) -> None:
    assert speakers_in("de", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Uwe Kranz ist Bauer. „Das war es“, sagt der Landwirt und zuckt mit den Schultern.",
            ["Uwe Kranz"],
        ),
        ("Am Abend empfing Uwe Kranz die Presse. „Es eilt“, sagte er.", ["Uwe Kranz"]),
        (
            "Wenn Lena Roth das Fenster öffnet, sieht sie Zäune. „Nein“, sagt die 71-Jährige.",
            ["Lena Roth"],
        ),
        (
            "Kaum hatte die Vorsitzende Richterin Lena Roth begonnen, sprang er auf.\n\n"
            "Roth ermahnte ihn. „Noch ein Wort“, sagte die Richterin.",
            ["Lena Roth"],
        ),
        (
            "Eine ehemalige Mitarbeiterin, die anonym bleiben will, klagt an. „Leid“, sagt sie.",
            ["Eine ehemalige Mitarbeiterin"],
        ),
        (
            "Der Wirt, der das Bad führt, widerspricht der Darstellung. „Unsinn“, sagt er.",
            ["Der Wirt"],
        ),
    ],
)
def test_he_and_she_are_who_was_named_however_the_sentence_opens(
    text: str, speakers: list[str]
) -> None:
    assert speakers_in("de", text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Uwe Kranz, der von einem „Skandal“ sprach, verließ den Saal.", "Uwe Kranz"),
        ("Lob kam von Lena Roth, die den Plan als „gut gemacht“ bezeichnete.", "Lena Roth"),
        ("Damals hatte die Kammer versprochen, alle „umfassend“ zu informieren.", "Kammer"),
        ("Im Mai hatte Uwe Kranz angekündigt, er werde „lange“ kämpfen.", "Uwe Kranz"),
        ("Den Worten von Uwe Kranz zufolge war es „ein Versehen“.", "Uwe Kranz"),
    ],
)
def test_a_verb_at_the_end_of_its_clause_has_its_subject_in_front(text: str, speaker: str) -> None:
    assert [str(one).removeprefix("die ") for one in speakers_in("de", text)] == [speaker]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Der Aufstieg sei „Träumerei“.", 1),
        ("Das sei ein „Witz“.", 1),
        ("Lena Roth hält das für „Unsinn“.", 1),
        ("Der „Neuen Post“ sagte er nichts.", 0),
    ],
)
def test_one_noun_in_marks_is_said_where_others_tell_it(sentence: str, count: int) -> None:
    assert speakers_in("de", f"Lena Roth warnt. {sentence}") == ["Lena Roth"] * count


def test_a_line_that_closes_with_what_is_said_is_no_subheading() -> None:
    above = "Am Sonntag kam es in der Siedlung zu einem Einbruch, den ein Rentner meldete."
    said = "Nachmachen soll das keiner. „Bitte immer anrufen!“"
    lines = lines_of(f"{above}\n\n{said}")
    lines = [replace(one, kind="heading") if one.start > len(above) + 1 else one for one in lines]
    quotes = find_quotes(f"{above}\n\n{said}", lines, languages.load("de"))
    assert [quote.kind for quote in quotes] == ["direct"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nur drei Tage hat es gehalten. Die UN nennen die Lage „sehr ernst“.", "Die UN"),
        ("Rat Uwe Kranz ging. Die UN sprechen von einer „ernsten“ Lage.", "Die UN"),
        ("Der UN-Sondergesandte Henrik Aalto mahnte. Es sei „ernst“, sagte er.", "Henrik Aalto"),
        ("In der SPD-Fraktion ist man verärgert. Dort heißt es: „So nicht.“", "SPD-Fraktion"),
        ("Im Rathaus gibt man sich gelassen. „Wir warten“, heißt es dort.", "Rathaus"),
        ("In dem Bericht ist von „gravierenden Mängeln“ die Rede.", "Bericht"),
        ("In einem Brief der Kammer ist von „großen Mängeln“ die Rede.", "Kammer"),
        ("Anders klingt das bei einem Mitspieler, der schweigt: „Es ist aus.“", "Mitspieler"),
        ("Aus dem Ministerium verlautete, man sei „sehr besorgt“.", "Ministerium"),
    ],
)
def test_a_body_or_a_paper_from_which_it_is_heard_is_the_source(text: str, speaker: str) -> None:
    found = [str(one).removeprefix("der ").removeprefix("dem ") for one in speakers_in("de", text)]
    assert found == [speaker]


def test_what_he_called_something_is_not_who_speaks() -> None:
    text = "„Nie“, sagte Anwalt Uwe Kranz. Die Entschuldigung nannte er „spät, aber immerhin“."
    assert speakers_in("de", text) == ["Uwe Kranz", "Uwe Kranz"]


def test_a_family_name_behind_its_verb_is_who_goes_on() -> None:
    text = (
        "Es ist elf, als Uwe Kranz kommt. „Später“, sagt Lena Roth.\n\n"
        "Am Abend meldet sich Kranz zu Wort. „Der Fonds kommt. Niemand stellt ihn infrage.“"
    )
    assert speakers_in("de", text) == ["Lena Roth", "Uwe Kranz"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Trainerin Lena Hartung traf. „Toll“, jubelte die Stürmerin.", ["Lena Hartung"]),
        ("Marion Bischof ist Lehrerin. „Toll“, sagt sie.", ["Marion Bischof"]),
        ("Jan Steinhaus winkt ab: „Das ist vorbei.“", ["Jan Steinhaus"]),
        ("Katharina Neuhaus leitet das Heim. „Es fehlt“, klagt sie.", ["Katharina Neuhaus"]),
        ("Die Ulmer Stadtreinigung sagt: „Wir räumen.“", ["Ulmer Stadtreinigung"]),
    ],
)
def test_a_family_name_may_end_as_bodies_do(text: str, speakers: list[str]) -> None:
    assert [str(one).removeprefix("Die ") for one in speakers_in("de", text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Vorwürfe weist Lena Roth zurück. „Alles falsch“, sagt sie.", "Lena Roth"),
        ("Die Kritik der Länder weist Minister Uwe Kranz zurück: „Nein.“", "Uwe Kranz"),
        ("Seine Niederlage räumte Kandidat Uwe Kranz ein: „Das war es.“", "Uwe Kranz"),
        ("Die Idee findet Lena Roth „charmant“.", "Lena Roth"),
        ("Die Behörde nannte Lena Roth „unzuverlässig“.", "Die Behörde"),
    ],
)
def test_what_somebody_rejects_may_open_a_sentence_with_its_article(
    text: str, speaker: str
) -> None:
    assert speakers_in("de", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Ich bleibe hier“: Mit diesen Worten hat sich Uwe Kranz verabschiedet.", "Uwe Kranz"),
        ("Mit den Worten „Ich bleibe hier“ verabschiedete sich Uwe Kranz.", "Uwe Kranz"),
        ("Uwe Kranz ging mit den Worten „Ich bleibe hier“.", "Uwe Kranz"),
        ("Lena Roth zeigte sich offen, Uwe Kranz weniger: „Davon hat keiner was.“", "Uwe Kranz"),
    ],
)
def test_in_as_many_words_somebody_says_it(text: str, speaker: str) -> None:
    assert speakers_in("de", text) == [speaker]


def test_several_in_german_are_no_woman_named_before() -> None:
    text = "Anwältin Lena Roth schwieg. Die Gegner nannten das „lächerlich“."
    assert speakers_in("de", text) == ["Die Gegner"]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("de", "Bürgermeisterin Lena Koch lehnt ab. „Nein“, sagt Koch.", ["Lena Koch"]),
        ("de", "Trainer Jan Bauer war sauer. „Mist“, schimpfte der Coach.", ["Jan Bauer"]),
        ("de", "„Nein“, sagt Lena Richter. „Nie“, sagt die 40-Jährige.", ["Lena Richter"] * 2),
        ("en", "Senator Ann Bishop called it “a farce”.", ["Ann Bishop"]),
        ("en", "Striker Harry King was “gutted”, he said.", ["Harry King"]),
        ("nl", "Burgemeester Hilde Prins spreekt van een „patroon”.", ["Hilde Prins"]),
        ("nl", "Analist Bas Klaver van Delta Capital noemt dat „degelijk”.", ["Bas Klaver"]),
    ],
)
def test_a_family_name_may_be_what_people_are(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers


def test_a_role_behind_whose_it_is_stays_one() -> None:
    text = "Bayerns König Ludwig Ammer ging. „Nein“, sagte der König."
    assert speakers_in("de", text) == ["Ludwig Ammer"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Anna Roth und Jan Voss lachen. „Ja“, sagt Voss. Roth nickt: „Schön.“", "Anna Roth"),
        ("en", "Ann Dale and Tom Hale laugh. “Yes,” says Hale. Dale nods: “Lovely.”", "Ann Dale"),
        ("de", "Während Lena Roth es lobte, war Jan Voss still. „Nein“, sagte er.", "Jan Voss"),
        ("en", "While Ann Dale praised it, Tom Hale was silent. “No,” he said.", "Tom Hale"),
        ("nl", "Terwijl Eva Kuyt het prees, was Jan Stam stil. „Nee”, zei hij.", "Jan Stam"),
        ("en", "Prime Minister Anna May said it was “dead”.", "Anna May"),
        ("de", "„Es ist hart“, sagt Maria Montag.", "Maria Montag"),
    ],
)
def test_the_one_named_last_as_a_subject_speaks(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text)[-1] == speaker


def test_a_month_behind_a_place_is_no_family_name() -> None:
    assert speakers_in("en", "Ann Dale said in Leeds May 5 it was “safe”.") == ["Ann Dale"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Polizei geht von einem „tragischen Unfall“ aus.", "Die Polizei"),
        ("Anna Lind wirbt für „mehr Ehrlichkeit“.", "Anna Lind"),
        ("Anna Lind ärgert sich über „leere Versprechen“.", "Anna Lind"),
        ("Bernd Rauten warf der Stadt vor, das Thema „verschlafen“ zu haben.", "Bernd Rauten"),
        ("Dazu hieß es aus dem Ministerium, man sei „im Gespräch“.", "dem Ministerium"),
        ("Am Abend hieß es bei der Polizei, man habe „keine Spur“.", "Polizei"),
        ("„Es war irre“, schrieb per Mail die Behörde.", "Behörde"),
    ],
)
def test_a_fragment_is_of_whom_the_sentence_is_about(text: str, speaker: str) -> None:
    assert speakers_in("de", text) == [speaker]
