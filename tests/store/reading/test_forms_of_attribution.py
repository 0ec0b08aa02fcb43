"""Who says a quote, in the forms of sentence that a grammar lists: order, asides, clauses, turns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_attributions import speakers_in
from tests.store.reading.test_quotes import lines_of


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "„Das wird so nicht kommen“, ist Karl Brenner überzeugt.", "Karl Brenner"),
        ("de", "„Das wird so nicht kommen“, ist sich Karl Brenner sicher.", "Karl Brenner"),
        ("de", "„Das wird so nicht kommen“, bringt es Anna Berg auf den Punkt.", "Anna Berg"),
        ("nl", '"Deze brug komt er niet", is Karel Brand overtuigd.', "Karel Brand"),
        ("fr", "« Ce pont ne se fera pas », en est convaincu Paul Garnier.", "Paul Garnier"),
        ("es", "«Este puente no se hará», está convencido Pablo Gallardo.", "Pablo Gallardo"),
        ("it", "«Questo ponte non si farà», ne è convinto Paolo Galli.", "Paolo Galli"),
        ("pt", '"Esta ponte não vai sair", está convencido Paulo Galvão.', "Paulo Galvão"),
    ],
)
def test_who_is_sure_of_it_said_it(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Wie Karl Brenner betont, sei der Plan „ein schlechter Witz“.", "Karl Brenner"),
        ("de", "Der Plan sei „ein schlechter Witz“, wie Karl Brenner betont.", "Karl Brenner"),
        ("nl", 'Zoals Karel Brand zegt, is het plan "een slechte grap".', "Karel Brand"),
        ("es", "Tal y como denunció Pablo Gallardo, es «una broma cruel».", "Pablo Gallardo"),
        ("it", "Come ribadisce Paolo Galli, il piano è «uno scherzo crudele».", "Paolo Galli"),
        ("en", "As Paul Garner argued, the plan is “a bad joke”.", "Paul Garner"),
        ("de", "Wie es in dem Tal heißt, sei der Plan „ein schlechter Witz“.", None),
    ],
)
def test_who_is_told_to_say_so_in_a_clause_is_the_source(
    code: str, text: str, speaker: str | None
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "de",
            "Die Richterin zum Angeklagten: „Haben Sie das gesehen?“ Der Angeklagte: „Nein, nie.“",
            ["Die Richterin", "Der Angeklagte"],
        ),
        (
            "it",
            "La giudice all'imputato: «Lei l'ha visto?». L'imputato: «No, dormivo».",
            ["La giudice", "L'imputato"],
        ),
        (
            "nl",
            'De rechter tegen de verdachte: "Heeft u dat gezien?" De verdachte: "Nee, ik sliep."',
            ["De rechter", "De verdachte"],
        ),
    ],
)
def test_who_is_spoken_to_is_no_part_of_who_speaks(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Tout est parti en fumée », se souvient, ému, Jean Tolly.", "Jean Tolly"),
        ("es", "«Todo se convirtió en humo», recuerda, emocionado, Juan Toledo.", "Juan Toledo"),
        ("it", "«Tutto è andato in fumo», ricorda, commosso, Gianni Tolli.", "Gianni Tolli"),
        ("pt", '"Virou tudo fumo", recorda, emocionado, João Toledo.', "João Toledo"),
    ],
)
def test_how_it_was_said_may_stand_between_verb_and_name(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Non », explique le chef des Verts au conseil, Jean Meunier.", "Jean Meunier"),
        ("es", "«No», explicó el líder de la oposición en el concejo, Juan Medina.", "Juan Medina"),
        ("it", "«No», spiega il capogruppo dei Verdi in consiglio, Gianni Medri.", "Gianni Medri"),
    ],
)
def test_where_an_office_is_held_may_stand_before_the_name(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Karl Brenner (54), Bauer aus Alm, sieht das anders: „Es kommt nie.“", "Karl Brenner"),
        ("nl", 'Karel Brand (54), boer uit Alm, ziet dat anders: "Die komt nooit."', "Karel Brand"),
        ("fr", "Paul Garnier, 54 ans, éleveur, voit les choses autrement : « Non, jamais. »", "Paul Garnier"),
        ("de", "Jan Tolle, Sprecher der Feuerwehr: „Das Feuer war schnell aus.“", "Jan Tolle"),
        ("de", "Rückendeckung erhält er von Anna Berg: „Das wird so nicht kommen.“", "Anna Berg"),
        ("de", "Ähnlich sieht es Anna Berg vom Vogelbund: „Das wird so nicht kommen.“", "Anna Berg"),
        ("es", "La crítica llega de la ecologista Ana Lemos: «Este puente no se hará».", "Ana Lemos"),
        ("nl", 'In een brief aan de buurt schrijft pastoor Jan Tol: "Die komt er niet."', "Jan Tol"),
    ],
)  # fmt: skip
def test_what_else_stands_before_a_colon_is_not_the_speaker(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Le pont est fermé », peut-on lire dans un communiqué de la mairie.", "mairie"),
        ("es", "«El puente está cerrado», se lee en un comunicado del Ayuntamiento.", "Ayuntamiento"),
        ("de", "„Der Damm hält“, teilte ein Sprecher der Polizei am Abend mit.", "ein Sprecher der Polizei"),
        ("id", '"Bukan saya," kata terdakwa di hadapan majelis hakim.', "terdakwa"),
        ("fr", "« Jamais », crient des riverains en colère.", "des riverains en colère"),
    ],
)  # fmt: skip
def test_where_and_when_it_was_said_is_no_part_of_the_speaker(
    code: str, text: str, speaker: str
) -> None:
    assert [(found or "").removeprefix("la ") for found in speakers_in(code, text)] == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("de", "„Das ist gefährlich“, sagen Eva Kurz und Paul Alm.", ["Eva Kurz und Paul Alm"]),
        ("fr", "« C'est dangereux », disent Ève Court et Paul Long.", ["Ève Court et Paul Long"]),
        ("es", "«Es peligroso», dicen Eva Corto y Pablo Largo.", ["Eva Corto y Pablo Largo"]),
        ("it", "«È pericoloso», dicono Eva Corti e Paolo Lunghi.", ["Eva Corti e Paolo Lunghi"]),
        ("es", "Ambos destacaron los «lazos estrechos» del valle.", ["Ambos"]),
    ],
)
def test_several_may_speak_at_once(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Le chef, Luc Salme, a salué les passagers. Ils ont eu « un geste rare ».", "Luc Salme"),
        ("it", "Il capo, Gino Salmi, ha elogiato i passeggeri. Sono stati, ha detto, «bravi».", "Gino Salmi"),
        ("it", "La sua legale, l'avvocata Rita Sezzi, invoca «la disperazione».", "Rita Sezzi"),
        ("nl", 'Officier van justitie Huub Pool ging staan. "U hebt gelogen", zei hij.', "Huub Pool"),
        ("nl", 'Voorzitter An Loos sprak. De VVD spreekt van "een klap in het gezicht".', "VVD"),
        ("it", "Il consiglio promette. Per la Cgil è «uno schiaffo».", "Cgil"),
        ("nl", '"Het ging snel", zegt An Engel. Haar kleinzoon Tim zat daar. "Ja", zegt de jongen.', "Tim"),
        ("de", "Der Chef des Vereins, Rolf Hamm, steht da. „Ein schwarzer Tag“, sagt der 61-Jährige.", "Rolf Hamm"),
        ("de", "Emil Novak wollte sich nicht äußern. „Kein Kommentar“, ließ er ausrichten.", "Emil Novak"),
    ],
)  # fmt: skip
def test_what_somebody_does_or_is_does_not_hide_who_speaks(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text)[-1] == speaker


def test_what_is_said_at_a_place_is_its_own() -> None:
    text = "« Je ne sais rien », dit Inès Colbert.\n\nÀ la mairie, on assure que « tout est prêt »."
    assert speakers_in("fr", text) == ["Inès Colbert", "la mairie"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "es",
            "Entonces Juan Toledo habló. «Nunca hubo peligro en el valle», dijo.",
            "Juan Toledo",
        ),
        ("de", "Vielleicht Anna Berg weiß es. „Es gab nie Gefahr im Tal“, sagt sie.", "Anna Berg"),
        ("it", "Adesso Gianni Tolli parla. «Non c'è mai stato pericolo», dice.", "Gianni Tolli"),
    ],
)
def test_what_opens_a_sentence_is_no_part_of_a_name(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Das Amt nannte den Beitrag dumm. Der Verweis habe keinen Sinn und „hänge in der Luft“.", "Das Amt"),
        ("de", "Anna Berg wehrt sich und fordert Geld. Es sei für alle „sehr unklug“, warnt sie.", "Anna Berg"),
        ("de", "Kein Wunder, dass Sänger Jo Haller das Foto mit einem „Bis ganz bald, ihr Lieben“ kommentierte.", "Jo Haller"),
        ("nl", 'Hij weet dat wethouder Anna Berg het plan "een slechte grap" noemde.', "Anna Berg"),
        ("en", "Calling the plan “a bad joke”, Mayor Jane Roe has ordered a review.", "Jane Roe"),
        ("en", "“It is gone,” Jane Roe, a farmer who wrote about it, said.", "Jane Roe"),
        ("en", "Norland's water minister, Jane Roe, said it ran. “We watch,” she said.", "Jane Roe"),
        ("de", "„Sie sind müde beim Mauern.“ Mit spitzen Worten ging Fraktionschef Jan Lamm den Chef an.", "Jan Lamm"),
        ("it", "All. Mario Zampi. «Loro hanno corso di più di noi, tutto qui.»", "Mario Zampi"),
    ],
)  # fmt: skip
def test_clauses_that_tell_who_speaks_are_read_to_their_subject(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text)[-1] == speaker


def test_a_subheading_that_names_somebody_tells_who_speaks_below() -> None:
    text = (
        "Le plus soulagé : Anselme Ferrand (Vannes)\n\n« Le match était sérieux, voilà tout. »\n\n"
        "Le plus sonné : Régis Bouvier (Dole)\n\n« Le filet tenait bien, voilà tout. »"
    )
    lines = [
        replace(line, kind="heading") if text.startswith("Le plus", line.start) else line
        for line in lines_of(text)
    ]
    quotes = find_quotes(text, lines, languages.load("fr"))
    assert [quote.speaker for quote in quotes] == ["Anselme Ferrand", "Régis Bouvier"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("pt", 'O chefe do clube, Rui Amaral, chora. "É um dia negro", diz o homem de 61 anos.', "Rui Amaral"),
        ("en", "“No,” said Rolf Hammer. His deputy, Ines Colby, saw it. “It burned,” she says.", "Ines Colby"),
        ("en", "The magazine said its man, photographer Udin Basri, was there.\n\n“He was asked,” it said.", "The magazine"),
        ("nl", "Burgemeester Jan Tol stond daar met minister Kees Maat. “Het brandde fel”, zei hij.", "Jan Tol"),
    ],
)  # fmt: skip
def test_pronouns_and_descriptions_mean_whom_the_text_tells_of(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text)[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "The law was signed by President Frank Roe in May. His grandson James Roe Jr said so.\n\n“It works,” Roe said.", "James Roe Jr"),
        ("en", "The Tamar has risen for weeks. “It came fast,” said Jane Roe.\n\nThe Tamar is long.\n\n“I ran,” she said.", "Jane Roe"),
        ("en", "Jane Roe spoke.\n\nThough many sailors are trained, some “may never have seen a ship”, she said.", "Jane Roe"),
        ("de", "Anna Berg lebt in Ulm. Sie reist von ihrem Wohnort Ulm mit dem Zug. Ulm ist schön. „Es war toll“, sagt sie.", "Anna Berg"),
    ],
)  # fmt: skip
def test_places_and_conjunctions_are_nobody(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is dangerous,” said Eve Hart and Paul Lane.", "Eve Hart and Paul Lane"),
        (
            "Norland's official newspaper blasted the “stupid” drill.",
            "Norland's official newspaper",
        ),
    ],
)
def test_english_names_are_read_to_their_end(text: str, speaker: str) -> None:
    assert speakers_in("en", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("it", "Ripete le parole di Rita Sole, secondo cui è uno «spreco di denaro».", "Rita Sole"),
        (
            "it",
            "«Non ci sarà un altro treno», ha detto, citata dalla Kasp, Rita Sole.",
            "Rita Sole",
        ),
    ],
)
def test_a_source_may_stand_before_the_relative_that_means_it(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_a_word_within_another_is_not_what_somebody_is() -> None:
    text = (
        "Norland's official newspaper blasted the “stupid” drill.\n\n"
        "“It is hostile,” the Morning Ledger said.\n\nThe paper spoke of a “fake manoeuvre”."
    )
    assert speakers_in("en", text)[-1] != "Norland's official newspaper"


def test_who_limits_oneself_to_a_word_says_it() -> None:
    assert speakers_in("es", "Rita Paz se limitó a manifestar «respeto también».") == ["Rita Paz"]
    assert speakers_in("it", "Rita Sole si è limitata a ribadire «rispetto per tutti».") == [
        "Rita Sole"
    ]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "es",
            "Ante ese retraso han hablado de “una burla”, dice la alcaldesa, Ana Rey.",
            "Ana Rey",
        ),
        ("fr", "« Le pont tient », lit-on dans une lettre du maire Paul Garnier.", "Paul Garnier"),
        (
            "fr",
            "« Le pont tient », peut-on lire dans le texte de la cellule de presse qui l'a écrit.",
            "la cellule de presse",
        ),
        (
            "fr",
            "Mieux, souligne Paul Garnier, le pont a reçu des « félicitations ».",
            "Paul Garnier",
        ),
        (
            "en",
            "A spokesman for Dale told the Courier that she was safe, but the barge claims have made "
            "her do “a lot of rowing” alone.",
            "A spokesman for Dale",
        ),
        ("ms", "Rosli Hamid tiba. Malah beliau berkata, “Jambatan itu kukuh.”", "Rosli Hamid"),
        ("de", "Auch bei der Hafenkommission hieß es: „Wir haben keinen Kahn.“", "Hafenkommission"),
        ("de", "Laut Landrat Jan Brok droht „ein harter Winter“.", "Jan Brok"),
        ("de", "Nach der Sitzung sagte Roth: „Kein Kommentar.“", "Roth"),
        ("id", 'Bupati Ahmad Fauzan tiba. "Kami datang," kata Bupati Fauzan.', "Ahmad Fauzan"),
        ("ms", 'Datuk Rosli tiba. Jelas beliau, projek itu "hampir siap".', "Rosli"),
        ("de", "Auch bei der Hafenkommission hiess es „kein Kahn“.", "Hafenkommission"),
        (
            "es",
            "La carta tuvo respuesta del alcalde asegurando que guardaba “la mayor cortesía”.",
            "alcalde",
        ),
        (
            "en",
            "Leeds Owls coach Tom Hale spoke. Hale said the Owls may appeal.\n\n“Not yet,” he said.",
            "Tom Hale",
        ),
        (
            "id",
            "Budi Hartono yang lama menjadi ketua DPRD kabupaten Laut Timur ini berkata: “Kapal "
            "itu tiba.”",
            "Budi Hartono",
        ),
        (
            "id",
            "Rini Astuti menyindir para politisi. Salah satunya soal ucapan yang dilontarkan Wira "
            'Kusuma pekan lalu.\n\n"Kami tidak tahu," sindirnya.',
            "Rini Astuti",
        ),
        (
            "id",
            "Bupati Ahmad Fauzan tiba. Kedatangan Bupati Fauzan ditemani Camat, Made Wirawan."
            '\n\n"Kami datang," ujarnya.',
            "Ahmad Fauzan",
        ),
    ],
)
def test_what_names_nobody_is_no_subject(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "According to police, Tom Hale was “visibly drunk”.", "police"),
        ("en", "According to a police report, Tom Hale was “visibly drunk”.", "a police report"),
        ("fr", "Selon la police, Luc Roy avait « trop bu ».", "la police"),
        ("es", "Según la policía, Juan Paz había «bebido mucho».", "la policía"),
        ("pt", 'Segundo a polícia, João Mota estava "bêbado".', "a polícia"),
        ("id", 'Menurut polisi, Budi Hartono sudah "mabuk berat".', "polisi"),
        ("id", 'Menurut Kapolres, Budi Hartono, tamu itu "mabuk berat".', "Budi Hartono"),
        ("en", "According to the mayor, Ann Dale, the lamps are “too bright”.", "Ann Dale"),
    ],
)
def test_of_whom_a_source_tells_is_not_the_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Des propos jugés « inacceptables » par le ministre.", "le ministre"),
        ("es", "Unas palabras consideradas «inaceptables» por la oposición.", "la oposición"),
        ("fr", "La victime a raconté que l'homme lui avait dit : « Tais-toi. »", "l'homme"),
        ("en", "Republican Sen. Tom Hale, R-Ohio, called the bill “a mess.”", "Tom Hale"),
        ("en", "The company declined to comment. “We never do,” it said.", "The company"),
        ("en", "A statement on the club's website read: “We are sorry.”", "the club"),
        (
            "de",
            "Auf Ersuchen der Fraktion erklärte der Landrat, der Plan sei „tot“.",
            "der Landrat",
        ),
        (
            "de",
            "Der Anwalt, Jan Brok, forderte Freispruch. „Er war es nicht“, sagte er.",
            "Jan Brok",
        ),
        (
            "ms",
            "Datuk Rosli Hamid tiba. Hadir sama, Exco Negeri, Lim Siew Hoon.\n\n"
            '"Jambatan ini kukuh," katanya.',
            "Rosli Hamid",
        ),
        ("en", "The call was backed by baker Jim Roe, who said: “She's right.”", "Jim Roe"),
        ("en", "The call was backed by Jim Roe, who then said: “She's right.”", "Jim Roe"),
        ("ms", 'Rosli Hamid petang tadi berkata, "Dia betul."', "Rosli Hamid"),
        (
            "en",
            "Galov Lamps cut jobs. Prosecutors sued Galov Lamps USA Inc on Monday. “It is over,” "
            "Galov said.",
            "Galov Lamps",
        ),
    ],
)
def test_who_calls_it_so_is_read_to_the_end_and_no_further(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "The Echo quoted Paul Garner as saying that “no one” knew.", "Paul Garner"),
        (
            "en",
            "The Echo quoted an unnamed clerk as saying “the deal is dead”.",
            "an unnamed clerk",
        ),
        ("en", "Paul Garner is reported to have said “over my dead body”.", "Paul Garner"),
        ("nl", 'Het plan werd door Karel Brand omschreven als "een grap".', "Karel Brand"),
    ],
)
def test_whose_words_another_tells_is_the_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Paul Garner was accused of “playing with fire all along”."),
        ("nl", 'Karel Brand werd beschuldigd van "spelen met vuur en water".'),
    ],
)
def test_who_is_accused_of_it_did_not_say_it(code: str, text: str) -> None:
    assert speakers_in(code, text) == [None]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Anna Berg ignored Paul Garner’s claim that the fund was “empty”.", "Paul Garner"),
        ("en", "The claim by Paul Garner that “nobody” fell was false.", "Paul Garner"),
        ("en", "Paul Garner’s description of the yard as “a dump” hurt many.", "Paul Garner"),
        ("en", "Anna Berg dismissed Paul Garner’s remarks as “utter nonsense”.", "Anna Berg"),
        ("en", "Anna Berg left, telling reporters: “I was not there.”", "Anna Berg"),
        ("nl", 'Anna Berg ontkent de bewering van Karel Brand dat ze "wegkeek".', "Karel Brand"),
    ],
)
def test_whose_claim_it_is_said_it(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Het bedrijf liet in een brief weten dat het plan "niet deugt".', "Het bedrijf"),
        ('In een brief legt Karel Brand de raad uit dat het plan "niet deugt".', "Karel Brand"),
    ],
)
def test_a_verb_in_two_parts_is_one_cue(text: str, speaker: str) -> None:
    assert speakers_in("nl", text) == [speaker]


def test_a_dutch_verb_tells_whether_a_pronoun_means_her_or_them() -> None:
    text = 'Anna Berg is er kapot van. Haar buren ook.\n\n"Ik huilde", zegt ze.'
    assert speakers_in("nl", text) == ["Anna Berg"]
    assert speakers_in("nl", text.replace("zegt", "zeggen")) == [None]


@pytest.mark.parametrize("sign", ["op Radio Noord", "in Oostdam"])
def test_a_dutch_preposition_ends_a_name(sign: str) -> None:
    assert speakers_in("nl", f'"Ik huilde", zegt Anna Berg {sign}.') == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "While Anna Berg sees “a historic chance”, Paul Garner warns of “a leap in the dark”.",
            ["Anna Berg", "Paul Garner"],
        ),
        ("The mayor tore into Lord Garner and called him “a relic”.", ["The mayor"]),
        ("Anna Berg and Paul Garner own it. “We share,” they said.", ["Anna Berg and Paul Garner"]),
        (
            "Union Minister for Road Transport Nita Gokhale said it was “good”. Gokhale left.",
            ["Nita Gokhale"],
        ),
    ],
)
def test_an_english_clause_has_its_own_subject(text: str, speakers: list[str]) -> None:
    assert speakers_in("en", text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Asleep at the wheel” is how Paul Garner described the bank.", "Paul Garner"),
        ("“A mixed bag,” was the verdict of Anna Berg.", "Anna Berg"),
        ("“It is a coup,” said Norland’s chief executive, Anna Berg.", "Anna Berg"),
        ("One clerk put it bluntly: “We’re toast.”", "One clerk"),
        ("The crowd chanted: “Resign! Resign!”", "The crowd"),
        ("According to the indictment, Garner and Berg “robbed the fund”.", "the indictment"),
        ("His lawyer, Anna Berg, described the charges as “politically motivated”.", "Anna Berg"),
        ("He stayed, while the Liberal Democrats called for “a rethink”.", "the Liberal Democrats"),
        ("The regulator found that the firm had shown “systemic failings”.", "The regulator"),
    ],
)
def test_who_said_it_in_english_is_named_whole(text: str, speaker: str) -> None:
    assert speakers_in("en", text) == [speaker]


def test_the_last_clause_of_a_sentence_with_a_quote_tells_who_goes_on() -> None:
    text = "Coach Anna Berg called it “a foul”, but coach Paul Garner blamed nobody. “No,” he said."
    assert speakers_in("en", f"Paul Garner, 44, coaches Leith.\n\n{text}")[1] == "Paul Garner"


@pytest.mark.parametrize(
    "tail", ["van FNV", "van Noorder Bank", "van de Universiteit Oostdam", "van vakbond Verder"]
)
def test_a_dutch_name_ends_before_its_body(tail: str) -> None:
    assert speakers_in("nl", f'"Ik huilde", zegt Anna Berg {tail}.') == ["Anna Berg"]
    assert speakers_in("nl", '"Ik huilde", zegt Jan Willem van Berg.') == ["Jan Willem van Berg"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "The tour was, in Anna Berg’s words, “a nightmare”.", "Anna Berg"),
        ("en", "The MP for Leith, Anna Berg, wrote, calling the talks “opaque”.", "Anna Berg"),
        ("en", "The company paid nothing before saying it was “reviewing it”.", "The company"),
        ("en", "Boss Anna Berg urged all to show “maximum restraint”.", "Anna Berg"),
        ("en", "The clerk was adamant: “We never saw it.”", "The clerk"),
        ("en", "The junta has dismissed UN reports as “one-sided”.", "The junta"),
        ("nl", 'In een brief noemt de familie hem "een goede zoon".', "de familie"),
        ("nl", 'Ik ken het plan, dat burgemeester Anna Berg "dom" noemt.', "Anna Berg"),
        ("nl", 'De krant citeert de generaal, die zegt dat men "paraat" is.', "de generaal"),
    ],
)
def test_the_subject_nearest_in_sense_is_the_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


def test_a_family_name_that_opens_before_a_comma_is_who_he_is() -> None:
    text = "Garner, however, is glad. He called it “a turning point”.\n\nPaul Garner is a clerk."
    assert speakers_in("en", text) == ["Paul Garner"]


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Lurah Pantai Elok", "Moh. Reza Dg. Parewa"),
        ("Camat Rawa", "Abd. Kadir Dg. Lira"),
        ("Kepala Desa", "Andi Rini A. Parewa"),
        ("Kepala Puskesmas", "St. Halima Dg. Rani"),
    ],
)
def test_an_indonesian_name_keeps_its_shortened_parts(office: str, name: str) -> None:
    text = f'{office} {name} berharap bantuan datang. "Warga cemas," ungkapnya.'
    assert speakers_in("id", text) == [name]


def test_an_indonesian_name_is_not_cut_where_a_place_may_stand_before_it() -> None:
    text = "Aktivis Rawa Yuli Sari Wendra menolak. “Kami tidak tahu,” kata Wendra."
    assert speakers_in("id", text) == ["Aktivis Rawa Yuli Sari Wendra"]
    text = "Pendiri Yayasan Bumi Hijau Nur Hidayat menolak. “Kami tidak tahu,” kata Hidayat."
    assert speakers_in("id", text) == ["Nur Hidayat"]


@pytest.mark.parametrize(
    "agent", ["seorang pedagang", "oleh salah satu pedagang yang berjualan di pasar tersebut"]
)
def test_an_unnamed_indonesian_agent_goes_on_speaking(agent: str) -> None:
    text = f"Bupati Lestari membantah.\n\nDituturkan {agent}, pasar sepi. “Rugi,” katanya."
    assert speakers_in("id", text) == [agent.removeprefix("oleh ")]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "„Ein Unding“ nannte Bürgermeisterin Eva Brenner den Bau.", "Eva Brenner"),
        ("de", "„Unhaltbar“ nennt das der Abgeordnete Karl Brenner.", "Karl Brenner"),
        ("es", "De «inadmisible» tildó el ministro Pablo Gallardo la medida.", "Pablo Gallardo"),
        ("es", "«Una broma»: así calificó la alcaldesa Ana Paredes el plan.", "Ana Paredes"),
        ("pt", '"Uma piada", assim definiu a prefeita Ana Galvão o plano.', "Ana Galvão"),
        ("it", "«Uno scherzo»: così il sindaco Paolo Galli ha bollato il piano.", "Paolo Galli"),
        ("it", "«Uno scherzo»: così ha definito il piano la sindaca Anna Galli.", "Anna Galli"),
        ("fr", "« Une farce » : c'est ainsi que la maire Anne Roux qualifie le plan.", "Anne Roux"),
        ("id", '"Memalukan", begitu Bupati Ani Wijaya menyebut rencana itu.', "Ani Wijaya"),
    ],
)
def test_who_calls_something_so_behind_the_words_said_them(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "„Nordblatt“ nennt sich das neue Heft."),
        ("de", "Die „Rundschau“ nannte keine Namen."),
        ("it", "«Il fiume», così si chiama il romanzo di Anna Galli."),
        ("fr", "« Le Fleuve », c'est ainsi que s'appelle le roman d'Anne Roux."),
    ],
)
def test_what_something_is_named_nobody_says(code: str, text: str) -> None:
    assert speakers_in(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "In a letter to Ann Poe, the senator wrote: “Enough.”", "the senator"),
        ("en", "On the social network Chirp, the senator wrote: “Enough.”", "the senator"),
        ("es", "En una carta a Ana Paredes, el senador escribió: «Basta ya».", "el senador"),
        ("fr", "Dans une lettre à Anne Roux, le maire a écrit : « Assez. »", "le maire"),
        ("it", "Sul social Cippa, il premier ha scritto: «Ora basta».", "il premier"),
        ("pt", 'Na rede social Pio, o senador escreveu: "Chega disso".', "o senador"),
    ],
)
def test_who_is_written_to_is_not_the_one_who_writes(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "One of the residents is furious. “Three years!” she says.", "One of the residents"),
        ("de", "Einer der Anwohner ist wütend. „Drei Jahre!“, sagt er.", "Einer der Anwohner"),
        ("nl", "Een van de bewoners is woedend. ‘Drie jaar!’, zegt ze.", "Een van de bewoners"),
        ("fr", "L'un des habitants est furieux. « Trois ans ! », dit-il.", "L'un des habitants"),
        ("es", "Una de las vecinas está furiosa. «¡Tres años!», dice.", "Una de las vecinas"),
        ("it", "Uno dei residenti è furioso. «Tre anni!», dice.", "Uno dei residenti"),
        ("pt", 'Um dos moradores está furioso. "Três anos!", diz ele.', "Um dos moradores"),
        ("id", 'Salah seorang warga marah. "Tiga tahun!" katanya.', "Salah seorang warga"),
        ("nl", "De vader van een van de jongens huilt. ‘Weg!’, zegt hij.", "De vader van een van de jongens"),
    ],
)  # fmt: skip
def test_one_of_a_group_who_opens_a_sentence_goes_on(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Ann Poe recalled that the report urged care and called it “late”.", "Ann Poe"),
        ("es", "Ana Paredes recordó que el informe pedía cautela y acusó al club de «mentir».", "Ana Paredes"),
        ("fr", "Anne Roux a rappelé que le rapport demandait un audit et dénoncé « une farce ».", "Anne Roux"),
        ("it", "Anna Galli ha ricordato che il rapporto chiedeva cautela e ha denunciato «una farsa».", "Anna Galli"),
        ("pt", 'Ana Galvão lembrou que o relatório pedia cautela e acusou o clube de "mentir".', "Ana Galvão"),
    ],
)  # fmt: skip
def test_who_tells_what_a_report_says_says_the_next_thing_too(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text)[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“Yes,” says lawyer Ann Poe.\n\nIt costs farmer Bo Lund, according to her, a lot. “Who pays?”"),
        ("fr", "« Oui », dit l'avocate Ann Poe.\n\nLa bande coûte selon elle cher à Bo Lund. « Qui paie ? »"),
        ("es", "«Sí», dice la abogada Ann Poe.\n\nLe cuesta según ella mucho al labrador Bo Lund. «¿Quién paga?»"),
    ],
)  # fmt: skip
def test_in_whose_view_a_sentence_tells_goes_on_whoever_else_it_names(code: str, text: str) -> None:
    assert speakers_in(code, text) == ["Ann Poe", "Ann Poe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Nee", zei een bewoner tegen Omroep Zuid.', "een bewoner"),
        ('"Nee", aldus burgemeester Jan Pot tegen de krant.', "Jan Pot"),
    ],
)
def test_whom_a_dutch_speaker_told_it_is_no_part_of_the_name(text: str, speaker: str) -> None:
    assert speakers_in("nl", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Ted Hale lost his house.\n\nThe 34-year-old said: “It is gone.”", "Ted Hale"),
        ("en", "Ted Hale lost his house.\n\n“It is gone,” the father of two said.", "Ted Hale"),
        ("de", "Ted Hale verlor sein Haus.\n\nDer 34-Jährige sagte: „Es ist weg.“", "Ted Hale"),
        ("fr", "Luc Roy a tout perdu.\n\n« C'est fini », souffle ce père de deux enfants.", "Luc Roy"),
        ("es", "Luis Peña perdió su casa.\n\n«Se acabó», cuenta este padre de dos hijos.", "Luis Peña"),
    ],
)  # fmt: skip
def test_whom_the_paragraph_before_is_about_is_meant_by_what_they_are(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Ted Hale lost his house.\n\nHis answer is short: “Never again.”", "Ted Hale"),
        ("de", "Jan Roth verlor sein Haus.\n\nSeine Antwort ist kurz: „Nie wieder.“", "Jan Roth"),
        ("fr", "Luc Roy a perdu sa maison.\n\nSa réponse est brève : « Jamais. »", "Luc Roy"),
        ("es", "Luis Peña perdió su casa.\n\nSu respuesta es breve: «Nunca más».", "Luis Peña"),
        ("de", "Auch Jan Roth sieht das so: „Nie wieder.“", "Jan Roth"),
        ("nl", "Ook Anna de Wit ziet dat zo: ‘Nooit meer.’", "Anna de Wit"),
        ("en", "The plan was “a shambles”, in the eyes of Ted Hale.", "Ted Hale"),
    ],
)
def test_whose_answer_or_view_it_is_said_it(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Pablo Paz habló ayer.\n\nAsimismo, ha insistido en que «no habrá tregua».", "Pablo Paz"),
        ("es", "Pablo Paz habló ayer.\n\nEn este sentido, dijo que es «una tregua».", "Pablo Paz"),
        ("it", "Paolo Galli ha parlato ieri.\n\nInoltre, ha detto che è «una tregua».", "Paolo Galli"),
        ("pt", 'Paulo Lima falou ontem.\n\nAlém disso, afirmou que é "uma trégua".', "Paulo Lima"),
        ("es", "Pablo Paz sonríe.\n\n«Va bien», dice.", "Pablo Paz"),
        ("it", "Paolo Galli sorride.\n\n«Va bene», dice.", "Paolo Galli"),
    ],
)  # fmt: skip
def test_a_verb_without_a_subject_means_whom_the_paragraph_before_is_about(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Ana Paredes cierra la puerta, compara los relojes y sonríe. «No», dice.", "Ana Paredes"),
        ("es", "Ana Paredes se tapa los oídos, compara los relojes y ríe. «No», dice.", "Ana Paredes"),
        ("de", "Eva Lind schließt die Tür, vergleicht die Uhren und lacht. „Nein“, sagt sie.", "Eva Lind"),
    ],
)  # fmt: skip
def test_the_thing_before_a_comma_is_no_subject_of_the_next_verb(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "L'Espagnol Juan Paz a gagné. « Un beau jour », a-t-il souri.", "Juan Paz"),
        ("fr", "La Suissesse Lea Kunz s'est dite « très fière ».", "Lea Kunz"),
        ("de", "Der Schweizer Reto Kunz zeigte sich „sehr stolz“.", "Reto Kunz"),
        (
            "es",
            "La alcaldesa Ana Paz habló. «No», dijo en declaraciones recogidas por la STV.",
            "Ana Paz",
        ),
    ],
)
def test_where_somebody_is_from_and_who_carried_it_are_no_part_of_who_said_it(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Der Plan, sagt Eva Lind, sei „eine Schande für alle“.", "Eva Lind"),
        ("de", "Es handle sich, betont Eva Lind, um „einen Fehler aller“.", "Eva Lind"),
        ("fr", "Le projet, dit Anne Roux, est « une honte pour tous ».", "Anne Roux"),
        ("fr", "Il s'agit, insiste Anne Roux, d'« une erreur de tous ».", "Anne Roux"),
        ("es", "El plan, dice Ana Paredes, es «una vergüenza para todos».", "Ana Paredes"),
        ("es", "Se trata, insiste Ana Paredes, de «un error de todos».", "Ana Paredes"),
        ("de", "Eva Lind, sagte Jan Roth, habe „viel zu spät“ reagiert.", "Jan Roth"),
    ],
)
def test_who_says_so_between_commas_is_the_source_of_the_whole_sentence(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]
