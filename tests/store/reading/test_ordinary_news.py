"""Who says a quote in turns of phrase that news pages of every kind use: objects first, asides."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("verb", "speaker"),
    [("s’emporte", "Lise Arnaud"), ("s’agace", "Lise Arnaud"), ("s’énerve", "Lise Arnaud")],
)
def test_a_reflexive_verb_with_an_elided_pronoun_is_found_inside_marks(
    verb: str, speaker: str
) -> None:
    text = f"« On ne nous a rien dit, {verb} {speaker}. Lundi, le car a fait demi-tour. »"
    assert speakers_in("fr", text) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das wollte die Ministerin nicht auf sich sitzen lassen.",
        "Das bestreitet die Ministerin.",
        "Davon will die Ministerin nichts wissen.",
    ],
)
def test_who_is_described_behind_the_verb_speaks_next(sentence: str) -> None:
    text = (
        "Ministerin Rita Moos lässt bauen. „Das wird zu teuer“, sagt Händler Jan Ott.\n"
        f"{sentence} „Wer klagt, soll erst lesen“, entgegnete sie."
    )
    assert speakers_in("de", text) == ["Jan Ott", "Rita Moos"]


@pytest.mark.parametrize("aside", ["añadió", "comentó con sorna", "dijo después"])
def test_a_verb_between_commas_behind_a_thing_goes_on_with_who_spoke(aside: str) -> None:
    text = (
        "“Faltan camas”, dijo el gerente Raúl Prieto.\n"
        "La contralora recordó que el aviso llegó tarde. "
        f"Esa parte de la historia, {aside}, “no salió en la radio”."
    )
    assert speakers_in("es", text) == ["Raúl Prieto", "La contralora"]


def test_she_is_no_body_that_its_article_makes_masculine() -> None:
    text = (
        "«La confiance est suspendue», a dit la présidente Nina Rochat. "
        "Le collège a pris cette décision «à l’unanimité», a-t-elle précisé."
    )
    assert speakers_in("fr", text) == ["Nina Rochat", "Nina Rochat"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Je suis surprise », réagit l’élue LXP Anne Morel.", "Anne Morel"),
        ("fr", "« Je suis surprise », réagit la députée Horizons Anne Le Morel.", "Anne Le Morel"),
        ("es", "“Es una vergüenza”, dijo la diputada JXP Ana Morel Díaz.", "Ana Morel Díaz"),
    ],
)
def test_a_party_between_a_role_and_a_name_is_no_part_of_the_name(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    "crowd",
    [
        "Senior doctors at Holm University Hospital",
        "Junior staff at Holm Infirmary",
        "Residents of Spinney Close",
    ],
)
def test_a_crowd_that_opens_a_sentence_keeps_where_it_is(crowd: str) -> None:
    text = f"{crowd} said the ward was “a disaster waiting to happen”."
    assert speakers_in("en", text) == [crowd]


def test_a_name_of_three_words_behind_an_english_role_is_whole() -> None:
    text = (
        "Officials will prosecute farmer Paul Henry Roe.\n"
        "On the form, Roe answered “no, not at all” to the question."
    )
    assert speakers_in("en", text) == ["Paul Henry Roe"]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "fr",
            "« Je devais agir », lance le maire Jean Kerdoc. « Tous savaient », dit l’élu Luc Roy.\n"
            "Faux, rétorque l’édile. D’après lui, ce rapport n’exigeait « qu’un simple contrôle ».",
            ["Jean Kerdoc", "Luc Roy", "Jean Kerdoc"],
        ),
        (
            "es",
            "“Debía actuar”, dijo el presidente Raúl Paz. “Todos sabían”, dijo el juez Luis Mora.\n"
            "El mandatario reiteró que “no hará nada más”.",
            ["Raúl Paz", "Luis Mora", "Raúl Paz"],
        ),
        (
            "de",
            "„Ich musste handeln“, sagte Bürgermeister Kai Lohr. „Alle wussten es“, sagte Jan Ott.\n"
            "„Mehr mache ich nicht“, entgegnete der Rathauschef.",
            ["Kai Lohr", "Jan Ott", "Kai Lohr"],
        ),
        (
            "en",
            "“I had to act,” said Senator Ann Roe. “Everybody knew,” said shopkeeper Tom Hale.\n"
            "“I will not do more,” the lawmaker replied.",
            ["Ann Roe", "Tom Hale", "Ann Roe"],
        ),
    ],
)
def test_another_word_for_an_office_means_who_holds_it(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


def test_what_was_said_goes_on_behind_but_and_a_colon() -> None:
    text = "Das koste den Kreis viel Geld, sagt Petra Kopp, aber: „Das muss es uns wert sein.“"
    assert speakers_in("de", text) == ["Petra Kopp"]


def test_a_demonym_means_the_person_whom_also_brings_in() -> None:
    text = (
        "„Das war schwach von uns“, sagte Kapitän Jan Ott.\n"
        "Auch Torhüter Aki Salo, der gepatzt hatte, nahm das Wort auf: "
        "„Satt? Ich habe vier Stück gefressen“, sagte der Finne."
    )
    assert speakers_in("de", text) == ["Jan Ott", "Aki Salo"]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "fr",
            "« Tout va bien », dit le patron Jean Roux.\n"
            "Une vingtaine de salariés ont défilé lundi. Ils dénoncent « des mensonges répétés ».",
            ["Jean Roux", "Une vingtaine de salariés"],
        ),
        (
            "en",
            "The coroner, John Mangan, was shown a letter signed by 11 consultants. "
            "In it they said they “could not stand over” the rota.",
            ["11 consultants"],
        ),
    ],
)
def test_they_are_several_who_were_brought_up_and_no_single_person(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    "opening", ["En un comunicado, Minera San Pablo", "El lunes, en una carta, Ana Ruiz"]
)
def test_the_subject_behind_an_opening_adverbial_has_the_second_verb_too(opening: str) -> None:
    text = f"{opening} salió al paso de los rumores y calificó de “falsas y dolosas” las quejas."
    assert speakers_in("es", text) == [opening.rsplit(", ", 1)[1]]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "fr",
            "« On le laisse rouler, ironise le député Luc Roy. À quoi bon ? » Il demande une loi.",
            ["Luc Roy"],
        ),
        (
            "fr",
            "« J’ai mal », dit la cheffe Anne Petit. Le maire Jean Roux rit. « Elle exagère. »\n"
            "Des propos qui font bondir Anne Petit. « Je ne lui demande rien », dit-elle.",
            ["Anne Petit", "Jean Roux", "Anne Petit"],
        ),
        (
            "es",
            "“Nadie está condenado”, dijo la ministra Laura Pardo.\n"
            "Menos amable fue un dirigente del partido: “Lo sabía hace un año y recién habla”.",
            ["Laura Pardo", "un dirigente del partido"],
        ),
        (
            "de",
            "„Das ist falsch“, sagte Ministerin Laura Petit.\n"
            "Gelassener sieht es der Abgeordnete Mark Roth: „Er wusste das seit einem Jahr.“",
            ["Laura Petit", "Mark Roth"],
        ),
        (
            "en",
            "“They gave me no shop,” said trader Ann Roe.\n"
            "In a statement signed by its convener, Tunde Alabi, the group said:\n"
            "“We have written three requests to the ministry and not one was answered.”",
            ["Ann Roe", "the group"],
        ),
    ],
)
def test_who_comes_up_between_two_quotes_says_the_second(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


def test_he_behind_the_auxiliary_is_the_subject_and_no_place_before_it() -> None:
    text = (
        "Trainer Kai Lohr, 57, hatte den Klub im Oktober übernommen. Schon gegen Rottau hatte er "
        "über „Schlafmützen“ geschimpft und die Vorbereitung als „Kaffeefahrt“ bezeichnet."
    )
    assert speakers_in("de", text) == ["Kai Lohr", "Kai Lohr"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Das Blatt zitiert eine Mail, in der ein Lotse warnte: „Es eilt.“", "ein Lotse"),
        ("de", "Kai Lohr ließ über eine Sprecherin ausrichten, es sei „alles gesagt“.", "Kai Lohr"),
        ("de", "Stunden später sprach Kai Lohr von einem „Debakel“.", "Kai Lohr"),
        ("de", "Gefragt nach den Kosten, sprach Kai Lohr von „Kleingeld“.", "Kai Lohr"),
        (
            "en",
            "The regulator fined Harbour Water, saying it had shown “no regard” for the rules.",
            "The regulator",
        ),
        (
            "en",
            "The tribunal on Monday rapped the Tarn Water Company, noting “no regard” for rules.",
            "The tribunal",
        ),
        ("en", "The row began after Ann Roe walked out, saying it was “all lies”.", "Ann Roe"),
        (
            "en",
            "A spokesman for Attorney General Ann Roe said it was “a routine matter”.",
            "A spokesman for Attorney General Ann Roe",
        ),
    ],
)
def test_nobody_beside_the_subject_of_a_clause_is_taken_for_it(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_it_is_the_body_told_of_last_and_no_person() -> None:
    text = "“We need time,” said Tom Roe. Roe asked again, but the court refused. “No,” it said."
    assert speakers_in("en", text) == ["Tom Roe", "the court"]


def test_a_role_in_a_new_paragraph_is_not_who_was_told_by_another() -> None:
    text = (
        "Architekt Kai Lohr sprach von „höherer Gewalt“.\n"
        "Der Wirt des Strandbads nimmt es mit Humor: „Das teuerste Eis gibt es hier.“"
    )
    assert speakers_in("de", text) == ["Kai Lohr", "Der Wirt des Strandbads"]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "en",
            "The prosecutor asked Tom Roper whether he knew the car.\n“Yes, I know the car well.”",
            ["Tom Roper"],
        ),
        (
            "de",
            "Der Richter fragt Kai Lohr, ob er das Auto kenne.\n„Ja, ich kenne das Auto gut.“",
            ["Kai Lohr"],
        ),
        (
            "de",
            "Rat Kai Lohr nannte den Plan „untauglich“.\nUlf Bosse nennt die Kündigung „haltlos“. "
            "Seine Mandantin habe nie gefehlt. „Wir werden klagen“, kündigt er an.",
            ["Kai Lohr", "Ulf Bosse", "Ulf Bosse"],
        ),
        (
            "de",
            "„Sie hat geweint“, sagt eine Lehrperson.\nAm Abend teilte der Gemeinderat mit, er habe "
            "sich „in aller Form“ entschuldigt.",
            ["Lehrperson", "der Gemeinderat"],
        ),
    ],
)
def test_who_was_asked_or_came_up_in_the_paragraph_goes_before_who_spoke_earlier(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize("office", ["Leader of the Opposition", "Minister for Health"])
def test_what_an_office_is_for_is_no_part_of_the_name_behind_it(office: str) -> None:
    assert speakers_in("en", f"{office} Ann Roe said it was “a sham”.") == ["Ann Roe"]
