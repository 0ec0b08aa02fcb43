"""Who says a quote in Italian and its neighbours: subjects left out, sentences without a verb."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in

_NERI = "Per trent'anni Ada Neri ha cucito abiti. Ci riceve nel suo laboratorio."
_NEIRA = "Durante treinta años Ada Neira cosió vestidos. Nos recibe en su taller."
_NEVES = "Durante trinta anos Ada Neves costurou vestidos. Recebe-nos na sua oficina."


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("it", "La sera è lunga, e Ugo Biagi si siede. «È finita», dice.", "Ugo Biagi"),
        ("it", "Piove da un'ora quando Ugo Biagi si ferma. «È finita», ammette.", "Ugo Biagi"),
        ("it", "Fuori piove, ma Ada Neri non si muove. «Da qui non mi muovo», ripete.", "Ada Neri"),
        ("it", "Il sindaco è in ferie, e a rispondere è la vice Ada Neri. «Sì», dice.", "Ada Neri"),
        ("es", "Llueve, pero Ada Neira no se mueve. «Yo me quedo», repite.", "Ada Neira"),
        ("pt", "A noite cai quando Ada Neves se levanta. “Eu fico aqui”, diz.", "Ada Neves"),
    ],
)  # fmt: skip
def test_who_acts_in_the_last_clause_speaks_next(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«È finita», si limitano a dire fonti vicine al club.", "fonti vicine al club"),
        ("«Serve più tempo», torna a chiedere il prefetto Ugo Biagi.", "Ugo Biagi"),
        ("«Serve più tempo», è tornato a ripetere Ugo Biagi.", "Ugo Biagi"),
        ("«È stata dura», riesce a dire Ada Neri prima di uscire.", "Ada Neri"),
        ("A chiedere spiegazioni è la consigliera Ada Neri: «Fuori gli atti».", "Ada Neri"),
    ],
)  # fmt: skip
def test_an_infinitive_that_hangs_on_a_verb_is_one_of_saying(text: str, speaker: str) -> None:
    assert speakers_in("it", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("it", "Più cauta l'agenzia regionale, secondo cui servono «due giorni».",
         "l'agenzia regionale"),
        ("it", "Scettica l'opposizione, che parla di «propaganda elettorale».", "l'opposizione"),
        ("it", "Duro Ugo Biagi, che parla di «propaganda elettorale».", "Ugo Biagi"),
        ("it", "Più cauto il prefetto di Campora, che parla di «calma apparente».",
         "il prefetto di Campora"),
        ("it", "Netto il giudizio di Verdeterra: «Un disastro annunciato».", "Verdeterra"),
        ("it", "La prima cittadina ha aggiunto che «il presepe resta».", "La prima cittadina"),
    ],
)  # fmt: skip
def test_a_sentence_without_a_verb_names_its_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("it", "Il tecnico dopo lo 0-3 di Porto Marro: «Errori miei nella scelta».", "Il tecnico"),
        ("es", "El técnico tras la derrota ante el Mar: «Hemos fallado en todo».", "El técnico"),
        ("pt", "O treinador após a derrota frente ao Mar: “Falhámos em tudo hoje”.", "O treinador"),
        ("fr", "L'entraîneur après la défaite contre Mervans : « Nous avons tout raté ».",
         "L'entraîneur"),
    ],
)  # fmt: skip
def test_when_it_was_said_stands_before_a_colon(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("it", "Del ponte ha parlato l'assessora Ada Neri. I lavori, ha assicurato, sono «in perfetto orario».",
         ["Ada Neri"]),
        ("it", "Il preside Ugo Biagi nega. «Nessuna circolare», ci ha scritto in una mail.",
         ["Ugo Biagi"]),
        ("it", "Gli abitanti denunciano «ritardi e bugie» dalla Regione.", ["Gli abitanti"]),
        ("it", "Il piano è stato definito «una farsa» dal comitato.", ["comitato"]),
        ("pt", "Os moradores pedem “mais respeito” pela Câmara de Arga.", ["Os moradores"]),
        ("es", "El plan fue tachado de «farsa» por la oposición.", ["la oposición"]),
    ],
)  # fmt: skip
def test_no_thing_speaks_for_who_is_left_out(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("it", f"{_NERI}\n\nQuando ha cominciato?\n\n«A quattordici anni, con mia zia».\n\n"
         "È vero che voleva smettere?\n\n«Tante volte. Poi arrivava una foto». (ride)\n\n"
         "A marzo aprirà una scuola.\n\n«Sì, con dodici allievi e due maestre».", 3),
        ("es", f"{_NEIRA}\n\n¿Cuándo empezó?\n\n«A los catorce años, con mi tía».\n\n"
         "¿Es verdad que quiso dejarlo?\n\n«Muchas veces. Luego llegaba una foto».", 2),
        ("pt", f"{_NEVES}\n\nQuando começou?\n\n“Aos catorze anos, com a minha tia.”\n\n"
         "É verdade que quis desistir?\n\n“Muitas vezes. Depois chegava uma carta.”", 2),
    ],
)  # fmt: skip
def test_an_interview_is_of_whom_its_opening_tells(code: str, text: str, count: int) -> None:
    found = speakers_in(code, text)
    assert len(found) == count
    assert len(set(found)) == 1
    assert (found[0] or "").startswith("Ada Ne")


def test_who_is_named_in_a_question_does_not_answer_it() -> None:
    text = (
        f"{_NERI}\n\nQuando ha cominciato?\n\n«A quattordici anni, con mia zia».\n\n"
        "Il maestro Ugo Biagi l'ha definita tempo fa, in un'intervista che fece discutere tutta la "
        "città, «la migliore di tutte». Che cosa risponde?\n\n«Ugo è un amico, e gli amici "
        "esagerano sempre».\n\nCi crede ancora?\n\n«Certo che ci credo, ogni mattina»."
    )
    assert speakers_in("it", text)[-2:] == ["Ada Neri", "Ada Neri"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("it", "Secondo l'accusa, l'uomo avrebbe pagato «almeno tre volte» la stessa somma.",
         "l'accusa"),
        ("it", "Dopo il fischio finale parla il capitano Ugo Biagi. «Tutto da rifare», rivela.",
         "Ugo Biagi"),
        ("it", "Da Norda il portavoce Biagi ha fatto sapere che «non ci sono le condizioni».",
         "Biagi"),
        ("it", "Lo ha annunciato su X la ministra Ada Neri: «Il museo riaprirà a marzo».",
         "Ada Neri"),
        ("it", "È stata la stessa Neri a spiegare che «i fondi ci sono».", "Neri"),
        ("it", "L'allarme lo ha dato un'escursionista: «Ho visto il fumo e ho chiamato».",
         "un'escursionista"),
        ("it", "Non ci sta Verdeterra, il cui presidente Ugo Biagi dice: «Così si chiude».",
         "Ugo Biagi"),
        ("pt", "A Verdeterra, cujo presidente Rui Mota avisa: “Assim fecham muitos”.", "Rui Mota"),
    ],
)  # fmt: skip
def test_a_subject_may_follow_its_verb_or_stand_behind_a_place(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Sorride invece Ugo Biagi, autore del gol: «Lo dedico a mia madre».", ["Ugo Biagi"]),
        ("«Fate presto, vi prego», è l'appello lanciato da Ada Neri.", ["Ada Neri"]),
        ("«È arrivata l'acqua»: è il racconto di Ugo Biagi, 66 anni.", ["Ugo Biagi"]),
        ("«Voglio fare la fisica»: Ada Neri, 17 anni, non ha dubbi.", ["Ada Neri"]),
        ("«Chiudiamo», annunciano Ugo e Ada Biagi, i titolari.", ["Ugo e Ada Biagi"]),
        ("«È finita», dice con un filo di voce Ada Neri.", ["Ada Neri"]),
        ("«Sembrava un terremoto», racconta un vicino.", ["un vicino"]),
        ("Di tutt'altro tenore le parole del vicepremier: «Avanti da soli».", ["vicepremier"]),
        ("«Chiedo scusa», ha spiegato ieri in aula, provato, l'ex assessore Ugo Biagi.",
         ["Ugo Biagi"]),
        ("Il regista Ugo Biagi ride. Nel cast anche Lea Serra. «È libero», dice l'attrice.",
         ["Lea Serra"]),
    ],
)  # fmt: skip
def test_verbs_and_nouns_of_every_day_name_who_speaks(text: str, speakers: list[str]) -> None:
    assert speakers_in("it", text) == speakers


def test_who_is_spoken_to_does_not_speak() -> None:
    text = (
        "L'ex calciatore ha spiegato l'addio: «Il mio corpo ha detto basta». "
        "Poi un pensiero ai tifosi: «Siete stati la mia famiglia»."
    )
    assert speakers_in("it", text) == ["L'ex calciatore"] * 2


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("it", "Il tecnico Ugo Biagi ride. «Si riparte», dice. «Io gioco», replica l'attaccante.",
         ["Ugo Biagi", "l'attaccante"]),
        ("es", "El técnico Luis Paz ríe. «Seguimos», dice. «Yo juego», responde el delantero.",
         ["Luis Paz", "el delantero"]),
        ("it", "Il tecnico Ugo Biagi ride. «Si riparte», dice. «Ora zitti», chiude l'allenatore.",
         ["Ugo Biagi", "Ugo Biagi"]),
    ],
)  # fmt: skip
def test_no_player_is_taken_for_the_coach(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Del ponte di Lea Serra ha parlato anche il sindaco Ugo Biagi. «Si farà», promette.",
        "Del futuro di Serra ha parlato il sindaco Ugo Biagi. La maestra, ha fatto sapere, è "
        "«in gran forma».",
        "IL CASO — Del futuro di Serra ha parlato il sindaco Ugo Biagi. «Resterà», ha detto.",
    ],
)
def test_whom_somebody_speaks_of_does_not_speak(text: str) -> None:
    assert speakers_in("it", text) == ["Ugo Biagi"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("it", "È il caso di Ada Neri, 38 anni, che ha perso il lavoro. «È crollato», dice.",
         "Ada Neri"),
        ("es", "Es el caso de Ada Neira, de 38 años, que perdió el empleo. «Me hundí», dice.",
         "Ada Neira"),
        ("it", "Tra le firme c'è quella di Ugo Biagi, fisico: «È una questione di metodo».",
         "Ugo Biagi"),
        ("pt", "Entre os premiados está a bióloga Ada Neves. “É uma honra”, afirma.", "Ada Neves"),
    ],
)  # fmt: skip
def test_whose_case_is_told_is_who_speaks(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Il nostro scopo - spiega Ada Neri, curatrice della mostra - è avvicinare i giovani».",
         "Ada Neri"),
        ("«Fate presto», il giudizio di Ada Neri.", "Ada Neri"),
        ("La spesa sale ancora. Più possibilista il Fordo: «Si può ancora migliorare».", "il Fordo"),
    ],
)  # fmt: skip
def test_who_is_told_more_of_or_stands_without_a_verb_speaks(text: str, speaker: str) -> None:
    assert [one.removeprefix("il ") for one in speakers_in("it", text) if one] == [
        speaker.removeprefix("il ")
    ]


def test_an_adjective_behind_a_role_leaves_its_article_to_tell_a_man() -> None:
    text = (
        "L'astronoma Ada Neri spiega: «È nuovo». Il fisico inglese Ugo Petty frena: «Servono "
        "altri dati».\n\n«Useremo trenta telescopi, anche di dilettanti», dice la ricercatrice."
    )
    assert speakers_in("it", text) == ["Ada Neri", "Ugo Petty", "Ada Neri"]


def test_what_is_heard_without_a_source_is_nobody_s() -> None:
    text = "Stando a quanto trapela, il club avrebbe offerto «un contratto per quattro anni»."
    assert [one for one in speakers_in("it", text) if one] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "«Il rischio è basso», si legge in una nota della Giunta diffusa nel pomeriggio.",
            "Giunta",
        ),
        ("«Il rischio è basso», si legge in una nota della Regione pubblicata ieri.", "Regione"),
        (
            "«Il rischio è basso», si legge in un documento della Prefettura diffuso oggi.",
            "Prefettura",
        ),
    ],
)
def test_a_name_ends_before_how_its_note_was_given_out(text: str, speaker: str) -> None:
    page = f"Ieri pioveva molto in tutta la città.\n\n{text}"
    assert speakers_in("it", page) == [speaker]


def test_a_judge_named_by_the_office_is_not_the_man_before() -> None:
    text = 'Il titolare era solo.\n\nIl gip parla di "spiccata capacità criminale".'
    assert speakers_in("it", text) == ["Il gip"]
