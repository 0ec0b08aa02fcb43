"""Subjects: the words that name a speaker end before another verb, and clauses do not part them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.growth import grows_linearly
from tests.store.reading.test_attributions import speakers_in
from tests.store.reading.test_quotes import lines_of

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
    # Behind a comma a participle goes on with whoever opens the sentence, not with its object
    (
        "en",
        "Mayor Ann Poe left the room, saying that “they will be sorry one day”.",
        ["Ann Poe"],
    ),
    (
        "en",
        "The union also opposes the plan, arguing in a letter that “it is the wrong pier”.",
        ["The union"],
    ),
    (
        "en",
        "Ostby Police Supt. Andrew Coll met the crowd, telling it that “words have a price”.",
        ["Andrew Coll"],
    ),
    # ... also behind what tells when or where
    (
        "en",
        "On Friday, Poe also waved off the talk about the pier, saying “not one plank” was gone.",
        ["Poe"],
    ),
    (
        "en",
        "After the vote in the hall, the union left the room, calling the plan “a hoax”.",
        ["the union"],
    ),
    # A clause inside what somebody said is not who said it
    (
        "en",
        "The envoy Jane Roe said that until Sudovia reassures the world, “it is too early”.",
        ["Jane Roe"],
    ),
    # A party and a shortened title stand in front of a name
    (
        "en",
        "“It was rushed,” tweeted Republican Sen. Lionel Graves of South Norland.",
        ["Lionel Graves"],
    ),
    ("fr", "Le parquet doit plaider lundi. Selon lui, c'est faux « au bas mot ».", ["Le parquet"]),
    ("fr", "Le maire de Vire veut répondre. Selon lui, c'est « faux ».", ["Le maire de Vire"]),
    ("fr", "Et le notaire d’ajouter : « Le quai rouvrira en mai. »", ["le notaire"]),
    ("fr", "« Fadaises », lâche le notaire en se levant.", ["le notaire"]),
    ("fr", "« Fadaises », lâche Jean Roux en riant.", ["Jean Roux"]),
    ("fr", "« Fadaises », dit le chef en exercice.", ["le chef en exercice"]),
    ("fr", "La préfète n’en démord pas : « Rien ne sera fermé. »", ["La préfète"]),
    # A German clause may stand before the verb of saying, its subject behind
    ("de", "Der Steg sei sicher, sagte Rita Moos der Zeitung: «Er hält.»", ["Rita Moos"]),
    (
        "de",
        "Man habe gemessen, erklärte der Sprecher gegenüber der PNS: «Er hält.»",
        ["der Sprecher"],
    ),
    ("de", "Rita Moos, die alles gemessen hat, sagte der Zeitung: «Er hält.»", ["Rita Moos"]),
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


#: Whom a sentence puts first, and where something is said in the passive.
CLEFTS: list[tuple[str, str, list[str | None]]] = [
    ("fr", "C’est Paul Murat qui a déclaré : « La lampe reste à sa place. »", ["Paul Murat"]),
    ("es", "Fue Elena Rubio quien dijo: «La lámpara se queda donde está».", ["Elena Rubio"]),
    ("pt", "Foi Ana Lopes quem disse: “A luz fica onde está.”", ["Ana Lopes"]),
    ("de", "Es war Nora Felk, die sagte: „Die Lampe bleibt, wo sie ist.“", ["Nora Felk"]),
    ("en", "It was Dana Cole who said: “The lamp stays where it is.”", ["Dana Cole"]),
    (
        "de",
        "„Am Hafen bleibt kaum etwas übrig“, wird in der Mitteilung betont.",
        ["der Mitteilung"],
    ),
    (
        "de",
        "„Am Hafen bleibt kaum etwas übrig“, wird in dem Schreiben von Nora Felk betont.",
        ["Nora Felk"],
    ),
    (
        "de",
        "Die Gebühr sinke, so das Ziel der Genossenschaft. Es gehe „um mehr Luft für alle“.",
        ["Genossenschaft"],
    ),
]


@pytest.mark.parametrize(("code", "text", "speakers"), CLEFTS)
def test_who_is_put_first_or_told_with_a_statement_is_the_speaker(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


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


#: A denial inside a clause, bodies whose names stand in marks, two verbs of one subject.
PARTS: list[tuple[str, str, list[str | None]]] = [
    # Where a word may be parted, before it and in it
    ("fr", "« Fadaises », ajoute un \u00adproche du maire.", ["un \u00adproche du maire"]),
    ("de", "Nora Felk er\u00adklärte: „Die Lampe bleibt.“", ["Nora Felk"]),
    (
        "ms",
        "Jurucakap Kilang Simen Perak yang enggan dikenali memberitahu pemberita bahawa debu itu "
        "“selamat”.",
        ["Jurucakap Kilang Simen Perak"],
    ),
    ("ms", "Jurucakap Farid Hamzah yang ditemui di sini berkata itu “selamat”.", ["Farid Hamzah"]),
    (
        "id",
        'Juru bicara Bank Rakyat yang enggan disebut namanya mengatakan sistem "pulih".',
        ["Juru bicara Bank Rakyat"],
    ),
    (
        "id",
        '"Bohong," kata juru bicara Bulog Oleg Drozd kepada wartawan.',
        ["juru bicara Bulog Oleg Drozd"],
    ),
    ("id", 'Ratna Dewi tidak pernah mengatakan itu. Sari menyebutnya "gila".', ["Sari"]),
    (
        "de",
        "Die Gruppe «Freies Ufer» hatte zuvor behauptet, die Akten seien «versteckt».",
        ["Die Gruppe «Freies Ufer»"],
    ),
    ("de", "Der Verein „Seeblick“ kritisierte das als „Willkür“.", ["Der Verein „Seeblick“"]),
    (
        "fr",
        "Le syndicat « Debout » a dénoncé un « passage en force ».",
        ["Le syndicat « Debout »"],
    ),
    ("de", "Olga Stern nannte das Amt „Sumpf ohne Boden“.", ["Olga Stern"]),
    (
        "de",
        "Das Landgericht Celle ging weiter und schrieb, der Antrag sei „ohne Grund“.",
        ["Das Landgericht Celle"],
    ),
    ("en", "Dahl fired the clerk who wrote the memo and said it was “nonsense”.", ["Dahl"]),
    ("fr", "Une infirmière parle d’« une honte absolue ».", ["Une infirmière"]),
]

FRONTED: list[tuple[str, str, list[str | None]]] = [
    # A place, with an accent or without
    (
        "fr",
        "A la barre, l’ancien caissier, Luc Morel, raconte « des valises ». « Triste », dit-il.",
        ["Luc Morel"] * 2,
    ),
    ("fr", "A Lille, Luc Morel raconte « des nuits agitées ».", ["Luc Morel"]),
    (
        "pt",
        "Na aldeia de Moita, Joaquim, pastor de 71 anos, perdeu tudo. «Ardeu», contou.",
        ["Joaquim"],
    ),
    (
        "de",
        "In Riesa hat Olga Stern, 44, alles verloren. „Es ging schnell“, sagt sie.",
        ["Olga Stern"],
    ),
    # Where somebody spoke
    (
        "es",
        "La consejera, Ana Ruiz Gil, negó el retraso. «Avisamos», aseguró en la Asamblea Regional.",
        ["Ana Ruiz Gil"],
    ),
    ("es", "«Avisamos», aseguró ayer en Vigo la portavoz Marta Polo.", ["Marta Polo"]),
    (
        "fr",
        "« Faux », a affirmé devant la presse le ministre, Clément Beaufort.",
        ["Clément Beaufort"],
    ),
    # When it was
    (
        "es",
        "El médico, Luis Paz, calló. Dos días después insistió: «Esto es grave».",
        ["Luis Paz"],
    ),
    ("es", "El año pasado la alcaldesa dijo que era “raro”.", ["la alcaldesa"]),
    ("en", "Lena Ortiz was ill. Two days later she insisted: “It is serious.”", ["Lena Ortiz"]),
    ("id", 'Dua hari kemudian Rahmat mengatakan itu "bohong".', ["Rahmat"]),
    ("id", 'Hari mengatakan itu "bohong".', ["Hari"]),
    ("en", "The night nurse said it was “odd”.", ["The night nurse"]),
    # The one just named
    (
        "pt",
        "Rita Lopes, presidente da junta, chegou. Fonte da PSP disse que há um detido. “Está a "
        "ser ouvido”, acrescentou a mesma fonte.",
        ["Fonte da PSP"],
    ),
    (
        "es",
        "El Colegio de Médicos dijo que hubo un fallo. Rosa Pinto, médica, calló. Según el ente "
        "colegial, fue «un error humano».",
        ["el ente colegial"],
    ),
]


#: What somebody is heard in, where somebody lives, what a number counts; names behind a comma.
BESIDE: list[tuple[str, str, list[str | None]]] = [
    (
        "id",
        "Dinas Kesehatan Sleman dalam sebuah keterangan sebelumnya menyebut air itu “layak”.",
        ["Dinas Kesehatan Sleman"],
    ),
    (
        "id",
        "Sejak pagi itu seorang warga Bantul mengatakan air itu “bau”.",
        ["seorang warga Bantul"],
    ),
    (
        "id",
        "Sejumlah petani di Waduk Sari, Jawa Barat, mengaku air itu “bau”.",
        ["Sejumlah petani di Waduk Sari"],
    ),
    ("id", "Ketua RT di Bantul, Dewi Lestari, mengaku air itu “bau”.", ["Dewi Lestari"]),
    (
        "en",
        "Their union, the Harbour Pilots League, says the port has for years ignored what it calls “a scandal”.",
        ["Harbour Pilots League"],
    ),
    ("en", "Their daughter, Ann Dale, says the port is “a scandal”.", ["Ann Dale"]),
    (
        "en",
        "Rescue Norway flood coordinator Ruth Okello asked for a “full and open” inquiry.",
        ["Ruth Okello"],
    ),
    (
        "pt",
        "O jornal ouviu a florista Rita Falcão, que disse “não saber” do caso.",
        ["Rita Falcão"],
    ),
    ("es", "Lo contó el chófer Luis Paz, que dijo “no saber” nada.", ["Luis Paz"]),
    (
        "es",
        "Marta Polo, enfermera, llegó tarde. Cose en casa y, dice, no duerme. «Es duro», se "
        "sincera la mujer.",
        ["Marta Polo"],
    ),
]


@pytest.mark.parametrize(("code", "text", "speakers"), BESIDE)
def test_what_stands_beside_a_subject_is_not_taken_for_it(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(("code", "text", "speakers"), PARTS)
def test_a_subject_keeps_its_parts(code: str, text: str, speakers: list[str | None]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(("code", "text", "speakers"), FRONTED)
def test_what_tells_where_or_when_is_no_speaker(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


#: Where verbs need no subject; a predicate behind a comma.
UNNAMED: list[tuple[str, str, list[str | None]]] = [
    ("es", "La ministra Ana Gil habló. Añadió que el plan es «inviable».", ["Ana Gil"]),
    ("es", "La ministra Ana Gil habló. Según dijo, el plan es «inviable».", ["Ana Gil"]),
    ("pt", "A ministra Ana Gil falou. Poucos dias depois disse que é “inviável”.", ["Ana Gil"]),
    ("es", "La ministra Ana Gil habló. Marta Polo añadió que es «inviable».", ["Marta Polo"]),
    ("fr", "La Ligue, elle, s’est bornée à condamner un geste « odieux ».", ["Ligue"]),
    (
        "fr",
        "Le rapport des experts de la Ligue, qui décrit un « trafic rare », est sorti.",
        ["Le rapport des experts de la Ligue"],
    ),
    ("fr", "Le maire Paul Roche, qui décrit un « trafic rare », est parti.", ["Paul Roche"]),
]


@pytest.mark.parametrize(("code", "text", "speakers"), UNNAMED)
def test_a_verb_without_a_subject_of_its_own_has_the_one_before(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


WORKS = [
    ("en", 'Ms Webb\'s petition, called "Save the Weir", has been signed by 900 people.'),
    ("en", 'Ms Webb praised the report "A river without fish" in May.'),
    ("es", "Luego recuerda el lema de la campaña local, “Vigo avanza”, y cierra la puerta."),
    ("es", 'Ana Ruiz dijo que leyó el informe "Un verano sin agua" en mayo.'),
    ("id", "Jatam merangkum temuan ini dalam laporan “Sungai yang Dijual”, yang terbit Mei."),
    ("fr", "Il a cité le roman « L’Oubli des autres », dit Luc Morel."),
]


@pytest.mark.parametrize(("code", "text"), WORKS)
def test_the_title_of_a_work_is_no_speech(code: str, text: str) -> None:
    (quote,) = find_quotes(text, lines_of(text), languages.load(code))
    assert (quote.kind, quote.speaker) == ("title", None)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Ivo Holt called the report “an insult to us all”.", "Ivo Holt"),
        ("es", "Ana Ruiz comentó el informe: “Nada de esto es nuevo.”", "Ana Ruiz"),
        ("id", "Rahmat menyebut laporan itu “tidak benar sama sekali”.", "Rahmat"),
    ],
)
def test_what_is_said_of_a_work_is_speech(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


def test_single_marks_in_a_standfirst_hold_speech_though_the_page_has_others() -> None:
    text = "Minister insists the vote was ‘the cleanest so far’\n\n“No,” said Ivo Holt."
    first, second = lines_of(text), languages.load("en")
    lines = [replace(first[0], kind="standfirst"), *first[1:]]
    quotes = find_quotes(text, lines, second)
    assert [(quote.kind, quote.speaker) for quote in quotes] == [
        ("partial", "Minister"),
        ("direct", "Ivo Holt"),
    ]
    third = languages.load("id")  # whose papers set terms in single marks
    assert [quote.kind for quote in find_quotes(text, first, third)] == ["term", "direct"]


#: Several clauses, and subjects that their own sentence tells.
SENTENCES: list[tuple[str, str, list[str | None]]] = [
    ("en", "The company that built the dam said it was “safe”.", ["The company"]),
    ("en", "Rosa Dahl told the press that trains stopped and called it “sad”.", ["Rosa Dahl"]),
    ("en", "The far left coalition said it was “odd”.", ["The far left coalition"]),
    (
        "fr",
        "C’est l’un des faits que relève le rapport des experts de l’ONU, dont Le Matin a pris "
        "connaissance, et qui décrit un « trafic rare ».",
        ["le rapport des experts de l’ONU"],
    ),
    (
        "fr",
        "Hier, la maire adjointe aux affaires sociales, Noura Haddad, est venue. Un voisin, Luc "
        "Morel, a ri. « Quel cirque », a-t-il dit. La maire n’en démord pas : « On verra. »",
        ["Luc Morel", "Noura Haddad"],
    ),
    (
        "pt",
        "O comandante do batalhão, coronel Valdir Quadros, negou que houvesse “disparos”.",
        ["Valdir Quadros"],
    ),
    ("fr", "Le chef de la base, colonel Luc Morel, dénonce « une fable ».", ["Luc Morel"]),
    ("es", "La cantante muestra un correo. «Me piden tres», ironiza.", ["La cantante"]),
    (
        "fr",
        "Anne Roy, maire, se tait. Luc Barthès, président du club, a un plan qu'il dit tenir d'un "
        "agent. « J'ai compté », assure-t-il.",
        ["Luc Barthès"],
    ),
    (
        "en",
        "Anne Roy, the mayor, left. Luc Barth, the chairman, waved a map he said came from a "
        "clerk. “I counted,” he added.",
        ["Luc Barth"],
    ),
    (
        "en",
        "The board of Talua accused a fleet of theft, an allegation the fleet’s owner has "
        "dismissed as “fantasy”.",
        ["the fleet’s owner"],
    ),
    ("en", "Rosa Dahl farms. Cross-examined, the farmer wept. “Why?” she asked.", ["Rosa Dahl"]),
    (
        "en",
        "Marian Huxt, for the operator, tells the court that it was there. “Look,” she says.",
        ["Marian Huxt"],
    ),
    (
        "en",
        "One teacher, who did not want to be named, told the BBC: “We were warned.”",
        ["One teacher"],
    ),
    ("en", "But residents in the area have called it “vile”.", ["residents in the area"]),
    ("fr", "La préfète, qui était là, y voit « un signal fort ».", ["La préfète"]),
    ("fr", "Faux, rétorque Luc Morel : « Rien ne ferme. »", ["Luc Morel"]),
    ("it", "La ministra Anna Gallo tace. Ha aggiunto che è «inattuabile».", ["Anna Gallo"]),
    ("nl", "Twee dagen later zei Anna Bos dat het “onzin” was.", ["Anna Bos"]),
    ("nl", "Anna Bos zei dat het “onzin” was.", ["Anna Bos"]),
    ("fr", "Contacté mardi, le groupe se tait. Il avait parlé d’une « cabale ».", ["le groupe"]),
    ("de", "Zwei Tage später sagte Olga Stern, das sei „Unfug“.", ["Olga Stern"]),
    (
        "de",
        "Auf Nachfrage erklärte eine Sprecherin des Amtes, das sei „Unfug“.",
        ["eine Sprecherin des Amtes"],
    ),
    ("de", "Olga Stern kam und kritisierte das Amt als „Sumpf“.", ["Olga Stern"]),
    ("pt", "Dias, presidente da junta, disse que é “mentira”.", ["Dias"]),
]


@pytest.mark.parametrize(("code", "text", "speakers"), SENTENCES)
def test_the_subject_is_found_among_several_clauses(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "unit", "end"),
    [
        ("de", "und welcher kam ", "hat den Plan „X y“ genannt."),
        ("de", "sagte und ", "hat den Plan „X y“ genannt."),
        ("en", "and who came ", "and said it was “odd”."),
        ("fr", ", et qui vient", "et qui dit « oui oui oui »."),
        ("es", "que no vino y ", "dijo «no no no»."),
    ],
)
def test_the_work_for_clauses_without_end_grows_with_their_number(
    code: str, unit: str, end: str
) -> None:
    language = languages.load(code)

    def find(size: int) -> None:
        text = "Olga Stern " + unit * (size // len(unit)) + end
        find_quotes(text, lines_of(text), language, reported=True)

    assert grows_linearly(find, 15_000)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "de",
            "Bauer Emil Trost kam ins Amt. Als Richter Jens Maas nach Geld fragte, winkte Trost ab. "
            "„Alles weg“, sagte er.",
            "Emil Trost",
        ),
        (
            "de",
            "Bauer Emil Trost kam. Als Jens Maas fragte, ob er zahle, wich der Bauer nicht aus. "
            "Im Gegenteil: «Seit vierzig Jahren!»",
            "Emil Trost",
        ),
        (
            "de",
            "Landrätin Grit Ohlsen kam. Als Jens Maas fragte, ob der Deich halte, "
            "antwortete sie mit «Sicher, warum denn nicht?».",
            "Grit Ohlsen",
        ),
        (
            "nl",
            "Toen rechter Jan Smit vroeg waarom, sprak burgemeester Anna Brok van “een simpele fout”.",
            "Anna Brok",
        ),
        (
            "en",
            "Farmer Gil Tarn came. When Judge Hale asked about the money, Tarn laughed. "
            "“All gone,” he said.",
            "Gil Tarn",
        ),
        (
            "fr",
            "Le paysan Luc Ferrand est venu. Quand le juge Paul Thouret a demandé pourquoi, "
            "Ferrand a ri. « Tout est parti », a-t-il dit.",
            "Luc Ferrand",
        ),
    ],
)
def test_the_main_clause_behind_another_has_a_subject_of_its_own(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "nl",
            "Boer Kees Tuin kreeg een brief van burgemeester Anna Brok. Die noemde het plan “een schande”.",
            "Anna Brok",
        ),
        (
            "nl",
            "Burgemeester Anna Brok sprak met de boer. Die schreef: “Dit is een schande.”",
            "de boer",
        ),
        (
            "nl",
            "Boer Kees Tuin is boos. De vissers die het plan lazen, noemen het “een schande”.",
            "De vissers",
        ),
        (
            "de",
            "Bürgermeisterin Anna Prinz sprach mit Bauer Emil Trost. Dieser nannte den Plan „eine Schande“.",
            "Emil Trost",
        ),
    ],
)
def test_an_article_alone_means_who_was_named_last(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "es",
            "La alcaldesa Nuria Peñas calló. Eso basta, aunque agregó que el informe está “mal hecho”.",
            "Nuria Peñas",
        ),
        (
            "it",
            "La sindaca Rita Neri tace. Questo basta, anche se ha aggiunto che il testo è «fatto male».",
            "Rita Neri",
        ),
    ],
)
def test_a_verb_behind_a_conjunction_may_do_without_a_subject(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_the_fields_of_a_minister_are_no_part_of_the_name() -> None:
    text = "“Slecht”, zegt minister Anna Brok van Water en Wegen. “Zo is het”, zegt Brok."
    assert speakers_in("nl", text) == ["Anna Brok"] * 2
