"""Attributions: the verbs that newspapers tell speech with, and what owners of statements say."""

from __future__ import annotations

import pytest

from store.reading import languages
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of


def speakers_in(code: str, text: str) -> list[str | None]:
    quotes = find_quotes(text, lines_of(text), languages.load(code))
    return [quote.speaker for quote in quotes if quote.kind in {"direct", "partial"}]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Nurse Ruth Okello reiterated that the ward was “never closed”.", "Ruth Okello"),
        ("en", "Mayor Ann Dale was quoted as saying the bridge is “safe”.", "Ann Dale"),
        ("es", "La alcaldesa Nuria Peñas puntualizó que el pozo es “apto”.", "Nuria Peñas"),
        ("es", "«El pozo es apto para todos», ha zanjado la alcaldesa Nuria Peñas.", "Nuria Peñas"),
        ("pt", "A ministra Rita Falcão salientou que a ponte é “segura”.", "Rita Falcão"),
        ("pt", "“A ponte é segura”, esclareceu a ministra Rita Falcão.", "Rita Falcão"),
        ("fr", "Le maire Paul Thouret soutient que le pont est « sûr ».", "Paul Thouret"),
        ("fr", "« Le pont est sûr », s’est étonné le maire Paul Thouret.", "Paul Thouret"),
        ("de", "Landrätin Grit Ohlsen verweist auf den „einmaligen“ Regen.", "Grit Ohlsen"),
        ("id", "Bupati Wira Kusnadi menduga jembatan itu “tidak aman”.", "Wira Kusnadi"),
        ("ms", "Jurutera Halim Osman menepis dakwaan “jambatan retak”.", "Halim Osman"),
    ],
)
def test_verbs_of_saying_of_the_news_are_known(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "id",
            'Lembaga Lingkungan Hijau (LLH) menilai air itu kotor. "Air itu tercemar," demikian pernyataan tertulis LLH.',
            "LLH",
        ),
        (
            "id",
            'Bupati Wira Kusnadi hadir. "Air itu bersih," demikian bunyi keterangan tertulis Wira.',
            "Wira Kusnadi",
        ),
        (
            "ms",
            'Pertubuhan Sungai Bersih menolak dakwaan itu. "Air itu tercemar," menurut kenyataan pertubuhan itu.',
            "Pertubuhan Sungai Bersih",
        ),
        (
            "de",
            "Der Verband Sauberes Wasser wies das zurück. „Das Wasser ist rein“, heißt es in einer Mitteilung.",
            "Verband Sauberes Wasser",
        ),
    ],
)
def test_whose_statement_it_is_speaks_and_not_the_statement(
    code: str, text: str, speaker: str
) -> None:
    (found,) = speakers_in(code, text)
    assert found is not None
    assert found.endswith(speaker)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "pt",
            "O deputado Caio Lima chegou. “Sabemos de tudo”, disse o deputado em entrevista coletiva.",
            "Caio Lima",
        ),
        (
            "fr",
            "Luc Ferrand, 44 ans, nie tout. « Pourquoi ? », demande la présidente, Agnès Morvan. "
            "« Je ne sais pas », répond le prévenu à voix basse.",
            "Luc Ferrand",
        ),
        ("es", "El acusado Luis Paz calló. El acusado dijo que era “falso”.", "Luis Paz"),
        ("es", "El juez ha acusado al fiscal Luis Paz de «mentir siempre».", "El juez"),
        (
            "es",
            "«Es una burla a todos», fulminó el jefe del sindicato, Luis Paz, en Radio Sur.",
            "Luis Paz",
        ),
        ("pt", "“Sabemos de tudo”, disse a ministra da Saúde Rita Falcão.", "Rita Falcão"),
    ],
)
def test_how_and_where_somebody_speaks_is_no_part_of_the_name(
    code: str, text: str, speaker: str
) -> None:
    found = speakers_in(code, text)[-1]
    assert found is not None
    assert found.endswith(speaker)


def test_what_a_number_counts_is_no_verb() -> None:
    text = (
        "“No,” said clerk Rob Lee.\n\nAnn Dale, a policy researcher at Case Hill, has studied farms in "
        "7 states. She says little.\n\n“Nobody wins,” she says."
    )
    assert speakers_in("en", text) == ["Rob Lee", "Ann Dale"]


def test_a_report_without_an_owner_is_a_source_of_its_own() -> None:
    text = "According to the report, the dam was “close to failure”."
    assert speakers_in("en", text) == ["the report"]


def test_a_verb_that_stands_before_its_noun_as_an_adjective_says_nothing() -> None:
    text = "Die zitierte Liste sei alt, sagte Bauleiter Uwe Harms. „Da wird Neues mit Altem verglichen.“"
    assert speakers_in("de", text) == ["Uwe Harms"]
    assert speakers_in("de", "Harms zitierte den Bericht als „alt“.") == ["Harms"]


#: language, text, the speakers of its direct and partial quotes in order: shapes of daily papers.
DAILY: list[tuple[str, str, list[str | None]]] = [
    (
        "de",
        "Im Streit über den Deich hat Minister Jan Brok dem Amt „Schlamperei“ vorgeworfen.",
        ["Jan Brok"],
    ),
    (
        "de",
        "Landrat Jan Brok wich der Frage nicht aus. Im Gegenteil: „Sehr gerne!“ Man könne den "
        "Deich „etwas erhöhen“.",
        ["Jan Brok", "Jan Brok"],
    ),
    (
        "de",
        "Parteichef Toni Kunz lehnt das ab. Für Kunz sind die Treffen „der Anfang vom Ende“.",
        ["Toni Kunz"],
    ),
    ("de", "Und wie die „Rundschau“ schreibt, hat Jan Brok nachgegeben.", []),
    (
        "en",
        "Mayor Ann Dale denied the claim. Papers carry a statement by Bo Lind, her chief of staff "
        "in the town hall, which says: “The words were misread.”",
        ["Bo Lind"],
    ),
    (
        "en",
        "Radio host Tom Hale puts Mayor Ann Dale on the spot by saying “nobody believes you”.",
        ["Tom Hale"],
    ),
    (
        "en",
        "Ms Dale told Tom Hale that she was not there.\nHale asked: “Will you resign?”\nShe "
        "replied: “Not for this.”",
        ["Tom Hale", "Dale"],
    ),
    (
        "en",
        "Three senators and a county supervisor, Ann Dale, blamed the police.\n“We stand with the "
        "marchers,” the lawmakers said.",
        ["the lawmakers"],
    ),
    (
        "es",
        "Ayer hablaron primero los vecinos, quienes censuraron el «dudoso plan» del puente.",
        ["los vecinos"],
    ),
    (
        "es",
        "El delegado Luis Paz negó su despido. «No hay nada», afirmó frente a los reporteros. «No», "
        "se limitó a responder.",
        ["Luis Paz", "Luis Paz"],
    ),
    ("es", "«No hay nada que temer», así lo declaró el alcalde Luis Paz.", ["Luis Paz"]),
    (
        "fr",
        "L'avocate Nadia Rey s'est dite « consternée ». « Il n'a rien fait, a même estimé le maire "
        "Paul Thouret.",
        ["Nadia Rey", "Paul Thouret"],
    ),
    (
        "it",
        "L'ex assessore Aldo Conti nei giorni scorsi aveva parlato di “favole”.",
        ["Aldo Conti"],
    ),
    (
        "it",
        "La replica dei consiglieri di minoranza non si fa attendere: “Martedì saremo in piazza”.",
        ["consiglieri di minoranza"],
    ),
    (
        "it",
        "“Le luci erano accese” sono le parole del procuratore Guido Marchi.",
        ["Guido Marchi"],
    ),
    (
        "nl",
        "Tot een brief van de schippers het tegendeel beweerde: “er ligt niets klaar”. “Zo gaat "
        "het niet,” zei directeur Gerrit Palmen. “Zij zijn boos,” klinkt het fel.",
        ["een brief van de schippers", "Gerrit Palmen", "Gerrit Palmen"],
    ),
    ("es", "«No hay agua», según explicó la alcaldesa Ana Ruiz.", ["Ana Ruiz"]),
    ("es", "«No hay agua», tal y como explicó el alcalde Luis Paz.", ["Luis Paz"]),
    ("pt", "“Não há água”, segundo informou a Secretaria de Obras.", ["Secretaria de Obras"]),
    (
        "pt",
        "A moradora Olga Brandão reclama. Segundo conta, a fila “dura uma manhã”.",
        ["Olga Brandão"],
    ),
    ("fr", "« Il n'y a plus d'eau », comme l'explique le maire Paul Thou.", ["Paul Thou"]),
    (
        "fr",
        "« Vous avez peur ? », conclut la juge. « Non », lâche l'accusé.",
        ["la juge", "l'accusé"],
    ),
    (
        "fr",
        "L'avocat Denis Rollin se tait. Selon l'avocat de son ancienne compagne, Me Vasseur, il « ment ».",
        ["Vasseur"],
    ),
    ("it", "Per il sindaco Luca Sartori si tratta di “una vergogna”.", ["Luca Sartori"]),
    (
        "it",
        "Il sindaco Luca Sartori è categorico: “Va bene”. Di parere opposto Rita Neri: “No”.",
        ["Luca Sartori", "Rita Neri"],
    ),
    ("it", "“Va tutto bene”. A dirlo è il sindaco Luca Sartori.", ["Luca Sartori"]),
    (
        "de",
        "Jan Brok, Bürgermeister von Ahl, sagte der Deutschen Presse-Agentur: „Alles wird gut.“ "
        "Anders sieht das Rita Kuhn: „Nein.“",
        ["Jan Brok", "Rita Kuhn"],
    ),
    (
        "nl",
        "Gedeputeerde Erik Maas wacht. Vergeet het maar, zegt de provinciebestuurder: “Nee.”",
        ["Erik Maas"],
    ),
    (
        "nl",
        "“Dat wordt laat”, reageert een Drentse bestuurder na afloop.",
        ["een Drentse bestuurder"],
    ),
    ("fr", "« Oui », dit le maire Régis Blin. « Non », a ajouté M. Blin.", ["Régis Blin"] * 2),
    (
        "fr",
        "« La mairie a lu » la lettre des forains, a assuré le président, Régis Blin.",
        ["Régis Blin"],
    ),
    ("fr", "« On reviendra », explique à l'AFP Bastien, 31 ans.", ["Bastien"]),
    (
        "fr",
        "« C'est trop tard », s'est énervé auprès de l'AFP, Gaëtan Le Goff, pêcheur.",
        ["Gaëtan Le Goff"],
    ),
    (
        "es",
        "Noé Arana, uno de los socios más antiguos del club avisó ayer que sería «otra cosa».",
        ["Noé Arana"],
    ),
    (
        "de",
        "„Der Zaun nützt keinem“, so die Begründung der Grünen.",
        ["der Grünen"],
    ),
    (
        "en",
        "Gordon Pell, a councillor, said he expects it.\n'The first thing anybody tells me is that "
        "the benches must come back,' he said.\n'Nobody can wait for a bus on their feet for an hour, "
        "can they.'\nShona Byre, whose daughter goes there, said she is 'all for it'.",
        ["Gordon Pell", "Gordon Pell", "Shona Byre"],
    ),
    (
        "id",
        "Kepala Bagian Humas, Hukum, & Protokol Pasar Danau, Rani Wulan Sari, menyampaikan bahwa "
        'beras aman. "Stok cukup," ujarnya.',
        ["Rani Wulan Sari"],
    ),
    (
        "id",
        '"Mereka lari," kata seorang warga setempat. Hal itu dibantah Kepala Humas Yosep Lete. '
        '"Tidak benar," kata Yosep.',
        ["seorang warga setempat", "Yosep Lete"],
    ),
    (
        "en",
        "Captain Obi Eze, the Deputy Chief, Harbour Watch, in an interview with a paper "
        "said there is no proof.\nHe said: “Nobody drowned.”",
        ["Obi Eze"],
    ),
    ("en", "It is understood that the firm has been told to “act now”.", []),
    (
        "fr",
        "La préfecture assure que « tout est légal ». L'élue, elle, dénonce « un scandale ».",
        ["La préfecture", "L'élue"],
    ),
    ("it", "Secondo voci l'assessora Ada Fermi avrebbe parlato di “errore”.", ["Ada Fermi"]),
    ("es", "Fuentes municipales apuntan que «no habrá cambios».", ["Fuentes municipales"]),
    ("en", "According to the complaint, Roth “lied twice”.", ["the complaint"]),
    ("de", "Wie der Sprecher mitteilte, sei der Vorwurf „völlig haltlos“.", ["der Sprecher"]),
    ("it", "“Non è vero che parto”. Lo ha detto Luca Sartori, ex sindaco, ieri.", ["Luca Sartori"]),
    ("it", "“Ho firmato ieri” è quanto ha detto il sindaco Luca Sartori.", ["Luca Sartori"]),
    ("it", "“Qualcosa serve -dice il sindaco Luca Sartori- ma costa”.", ["Luca Sartori"]),
    (
        "it",
        "Una replica è arrivata anche dall'assessore, Piero Moretti: “Abbiamo lavorato molto”.",
        ["Piero Moretti"],
    ),
    (
        "it",
        "Immediata la risposta sui social del noto chirurgo Ettore Zanin: “No, ministro”.",
        ["Ettore Zanin"],
    ),
    (
        "es",
        "«Si me llaman, voy», informó en su conferencia semanal el gobernador Tomás Arce.",
        ["Tomás Arce"],
    ),
    ("es", "Lima, Perú.- El alcalde, Luis Paz, negó el robo. «Es falso», agregó.", ["Luis Paz"]),
    (
        "fr",
        "« Cela nous choque », a déclaré à la Gazette, Luc Ferrand, conseiller du maire.",
        ["Luc Ferrand"],
    ),
    (
        "fr",
        "Le maire accuse l'État d'avoir vendu un pont destiné, selon Annecy, à « unir la ville ».",
        ["Annecy"],
    ),
    (
        "fr",
        "Nadia Rey nie. « Il rit », a lancé l'avocate pour défendre son client.",
        ["l'avocate"],
    ),
    (
        "de",
        "„Die Partei muss zahlen“: Das sagt Parteichef Toni Kunz im Interview mit dem „Boten“.",
        ["Toni Kunz"],
    ),
    (
        "de",
        "„Das ist Unsinn“, sagte Jan Brok der Neuen Harzer Zeitung (Freitagausgabe) und sprach von "
        "einem „Trauerspiel“. Das berichtet der „Bote“.",
        ["Jan Brok", "Jan Brok"],
    ),
    (
        "de",
        "Die Pläne seien „gut für alle“, heißt es in einer am Mittwoch beschlossenen Erklärung.",
        [None],
    ),
    ("nl", "“Wij doen niet mee”, laat de bond weten in een persbericht.", ["de bond"]),
    ("pt", "“Eu cheguei”, contou o candidato Caio Lima à emissora.", ["Caio Lima"]),
    ("en", "Drivers were told by wardens to be “careful”.", ["wardens"]),
    (
        "en",
        "Ann Dale, the port director, in an interview said the dam is “safe”.",
        ["Ann Dale"],
    ),
    (
        "en",
        "A senior engineer told reporters that the crack had grown.\nThe minister posted: “All lies!”",
        ["The minister"],
    ),
    (
        "en",
        "Savings in the yard meant locks that failed “faster than paper”, they said.",
        [None],
    ),
    ("id", '"Kami sudah lihat," ujar polisi itu dilihat di akun resmi.', ["polisi itu"]),
    (
        "id",
        'RB (27) mengakui perbuatannya. "Saya khilaf," ujarnya.',
        ["RB"],
    ),
    (
        "id",
        'Direktur Wayan Sudira menuturkan hal itu. "Kami kaget," kata dia dalam keterangan yang '
        "diterima Terang, Rabu (5/10/2022).",
        ["Wayan Sudira"],
    ),
    (
        "ms",
        '"Tidak benar," kata pengerusi itu, Zamri Hadi.\nBeliau yang juga exco turut menafikannya.\n'
        '"Kami sedia," katanya.',
        ["Zamri Hadi", "Zamri Hadi"],
    ),
]


@pytest.mark.parametrize(("code", "text", "speakers"), DAILY)
def test_frames_of_daily_papers_are_known(code: str, text: str, speakers: list[str | None]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Knut Alber schleust. „Der Kanal ist dicht“, sagt Alber zu ECHO.", "Knut Alber"),
        ("de", "Silvia Kastner prüft. Kastner zu ECHO: „Wir prüfen das.“", "Silvia Kastner"),
        ("de", "Die Wirtin Helga Busch zum ECHO: „Es stinkt seit Tagen.“", "Helga Busch"),
        ("de", "„Der Kanal ist dicht“, sagte eine Sprecherin zu ECHO.", "eine Sprecherin"),
        ("de", "„Der Kanal ist dicht“, sagte Clara zu Salm im Landtag.", "Clara zu Salm"),
        ("fr", "La maire Nina Roux à RADIO SUD : « Nous vérifions le puits. »", "Nina Roux"),
        ("pt", "A prefeita Rita Falcão à RÁDIO SUL: “Estamos a verificar o poço”.", "Rita Falcão"),
    ],
)
def test_who_is_told_is_no_part_of_who_speaks(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "Mayor Ann Dale refused. One read: “Where is our bus this winter?”", "One"),
        ("en", "Mayor Ann Dale refused. One post read: “No bus, no vote.”", "One post"),
        ("en", "Mayor Ann Dale refused. Another said: “No bus, no vote.”", "Another"),
        ("en", "Mayor Ann Dale refused. “Shame on them,” wrote another.", "another"),
        ("de", "Bürgermeisterin Anna Prinz schwieg. „Eine Schande“, schrieb einer.", "einer"),
    ],
)
def test_somebody_whom_nobody_names_is_not_who_spoke_last(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize("verb", ["criticised", "condemned", "spoke of"])
def test_curly_single_marks_hold_speech_where_a_page_has_no_double_ones(verb: str) -> None:
    text = f"Mayor Ann Dale {verb} the ‘heartless’ owners of the quay."
    assert speakers_in("en", text) == ["Ann Dale"]


def test_apostrophes_hold_no_speech() -> None:
    text = "Mayor Ann Dale praised the '90s fishers' quay."
    assert speakers_in("en", text) == []


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "id",
            'LOMA - "Jembatan itu rapuh dan tidak layak dipakai lagi."\n\n'
            "Hal itu disampaikan Kepala Dinas Wira Kusnadi di kantornya.",
            "Wira Kusnadi",
        ),
        (
            "id",
            'Jembatan itu dinilai "rapuh dan tidak layak".\n\n'
            "Hal itu dikatakan Kepala Dinas Wira Kusnadi di kantornya.",
            "Wira Kusnadi",
        ),
        (
            "de",
            "„Die Richter haben wochenlang weggesehen.“\n\n"
            "Das sagte Anwalt Emil Trost nach der Sitzung.",
            "Emil Trost",
        ),
        (
            "fr",
            "« Les juges ont regardé ailleurs pendant des semaines. »\n\n"
            "C'est ce qu'a déclaré l'avocat Luc Ferrand après l'audience.",
            "Luc Ferrand",
        ),
        (
            "it",
            "«La giuria ha guardato altrove per settimane.»\n\n"
            "Lo ha detto l'avvocato Aldo Conti dopo l'udienza.",
            "Aldo Conti",
        ),
        (
            "pt",
            "“Os juízes olharam para o lado durante semanas.”\n\n"
            "Foi o que disse o advogado Nuno Mota após a audiência.",
            "Nuno Mota",
        ),
    ],
)
def test_the_next_paragraph_may_tell_who_said_it(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "de",
            "Bauer Emil Trost kam. „Die Brücke ist morsch.“\n\n"
            "Das bestritt Landrätin Grit Ohlsen am Montag.",
            "Emil Trost",
        ),
        (
            "nl",
            "Boer Kees Tuin kwam. “De brug is rot.”\n\nDat ontkent burgemeester Anna Brok.",
            "Kees Tuin",
        ),
        (
            "de",
            "„Die Brücke ist morsch“, sagte Bauer Emil Trost.\n\n"
            "Das sagte Landrätin Grit Ohlsen am Montag auch.",
            "Emil Trost",
        ),
    ],
)
def test_who_denies_what_was_said_did_not_say_it(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "„Das ist ein Unding“, ärgert sich Landrätin Grit Ohlsen.", "Grit Ohlsen"),
        ("de", "„Ein Unding“, beschwert sich Landrätin Grit Ohlsen.", "Grit Ohlsen"),
        ("de", "„Ein Unding“ nennt das Landrätin Grit Ohlsen.", "Grit Ohlsen"),
        ("de", "Von einem „Unding“ spricht Landrätin Grit Ohlsen.", "Grit Ohlsen"),
        ("nl", "“Een schande”, herinnert zich burgemeester Anna Brok.", "Anna Brok"),
        (
            "pt",
            "“É uma vergonha”, lamenta, em declarações à RÁDIO SUL, a prefeita Rita Falcão.",
            "Rita Falcão",
        ),
        (
            "es",
            "“Es una vergüenza”, ha lamentado en su cuenta de Facebook la alcaldesa Nuria Peñas.",
            "Nuria Peñas",
        ),
        ("en", "“It leaks,” Ann Dale, 54, told Radio South.", "Ann Dale"),
        ("en", "Det Insp Gil Tarn, of Loma Police, said: “It leaks.”", "Gil Tarn"),
        ("ms", 'Tegas Halim Osman, dakwaan itu "tidak berasas".', "Halim Osman"),
    ],
)
def test_what_stands_between_a_verb_and_its_subject_hides_nobody(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_a_paper_in_marks_that_calls_somebody_something_is_no_quote() -> None:
    assert speakers_in("de", "Die „Küstenpost“ nannte Emil Trost einen Lügner.") == []


@pytest.mark.parametrize(
    "opening",
    ["Paul Adler (Trainer FC Nord): ", "Paul Adler: (Trainer FC Nord): ", "Paul Adler (Nord): "],
)
def test_who_opens_a_line_may_have_a_role_in_brackets_before_the_colon(opening: str) -> None:
    text = f'{opening}"Wir haben verdient verloren, das muss man so sagen."'
    assert speakers_in("de", text) == ["Paul Adler"]


@pytest.mark.parametrize("role", ["Burgemeester", "Minister"])
def test_dutch_masters_and_ministers_are_no_women_by_their_ending(role: str) -> None:
    text = f"{role} Jan Bakker ontkent dat. “De wagen reed na acht minuten uit”, zegt hij."
    assert speakers_in("nl", text) == ["Jan Bakker"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "„Wir waren schnell da“, sagte Bernd Molle zu den Vorwürfen.", "Bernd Molle"),
        ("fr", "« On a couru plus qu’eux ce soir » s’impatiente Karim Touma.", "Karim Touma"),
        ("fr", "« Je n’ai pas vu la plaque du tout » a tenu à dire Karim Touma.", "Karim Touma"),
    ],
)
def test_what_is_spoken_of_and_a_missing_comma_leave_the_name_whole(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Ça fuit », grommelle une fleuriste.", "une fleuriste"),
        ("fr", "À en croire le maire, Luc Ferrand, la digue est « solide ».", "Luc Ferrand"),
        ("fr", "L'auteur du message reconnaît n'avoir « rien vérifié ».", "L'auteur du message"),
        ("es", "«Hay fugas», rezonga una camarera.", "una camarera"),
        ("es", "En opinión del alcalde, Juan Paz, el dique es «sólido».", "Juan Paz"),
        ("it", "«Perde acqua», sbuffa una barista.", "una barista"),
        ("it", "A parere del sindaco, Ugo Neri, la diga è «solida».", "Ugo Neri"),
        ("de", "„Das leckt“, mault ein Busfahrer.", "ein Busfahrer"),
        ("de", "Nach Ansicht von Landrätin Grit Ohlsen ist der Damm „dicht“.", "Grit Ohlsen"),
        ("nl", '"Het lekt", bromt een tuinder.', "een tuinder"),
        ("nl", "Bij monde van burgemeester Anna Brok heet de dijk “stevig”.", "Anna Brok"),
        ("pt", "“Há fugas”, resmunga uma cozinheira.", "uma cozinheira"),
        ("pt", "Na opinião do prefeito, Rui Mota, o dique é “sólido”.", "Rui Mota"),
    ],
)
def test_more_of_what_people_are_and_how_papers_name_a_source_is_known(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Ça fuit », crie un jeune homme au premier rang.", "un jeune homme"),
        ("fr", "« Ça fuit », dit un expert en droit.", "un expert en droit"),
        ("fr", "« Ça fuit », dit un retraité de 72 ans.", "un retraité de 72 ans"),
        ("es", "«Hay fugas», cuenta una madre a la salida del cine.", "una madre"),
        (
            "fr",
            "Ce retraité de 72 ans n'en revient pas : « Il pleut ici ».",
            "Ce retraité de 72 ans",
        ),
        ("nl", 'Volgens meerdere getuigen reed de auto "veel te hard".', "meerdere getuigen"),
        ("it", "«Perde», racconta una mamma all'uscita della scuola.", "una mamma"),
        ("it", "«Perde», ribatte dal canto suo il sindaco Ugo Neri.", "Ugo Neri"),
        ("de", "„Das leckt“, seufzt ein Händler am Brunnen.", "ein Händler"),
        ("de", "Ein Anwohner schüttelt den Kopf. „Hier ändert sich nie etwas.“", "Ein Anwohner"),
        ("de", "Auch Nachbarin Rita Kuhn ist entsetzt: „Nie gedacht.“", "Rita Kuhn"),
        ("nl", '"Het lekt", zucht een boer bij de fontein.', "een boer"),
        ("nl", 'In een brief spreekt het bedrijf van een "spijtig geval".', "het bedrijf"),
        ("pt", '"Há fugas", lamenta uma mãe à saída da escola.', "uma mãe"),
    ],
)
def test_who_is_described_ends_before_where_they_are(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Pour le syndicat, cette mesure est « une gifle pour tous ».", "le syndicat"),
        ("it", "Per la sindaca Ada Lori la scelta è «una vera follia».", "Ada Lori"),
        ("nl", 'Voor Kamerlid Anna Brok is het plan "een dwaalspoor".', "Anna Brok"),
        ("de", "In einem Brief sprach das Amt von einem „bedauerlichen Fall“.", "Amt"),
    ],
)
def test_whose_view_it_is_may_open_a_sentence(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Assez ! » tranche la juge et elle appelle le suivant.", "la juge"),
        (
            "fr",
            "« On ira », affirment dans une lettre les salariés du port.",
            "les salariés du port",
        ),
        ("fr", "Le premier, c'est Bruno, tout pâle : « J'ai perdu mes lunettes ».", "Bruno"),
        ("it", "A parlare è il capo della Pro Loco, Dino Sarti: «Siamo soli qui».", "Dino Sarti"),
        ("it", "«È tardi», dicono alla Gazzetta fonti del porto.", "fonti del porto"),
        ("pt", '"Foi rápido", contou à Gazeta fonte do porto.', "fonte do porto"),
        ("es", "La alcaldesa Ana Ruiz, en una entrevista, dijo, «no soy experta».", "Ana Ruiz"),
    ],
)
def test_who_speaks_is_found_behind_and_before_what_is_inserted(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Le maire a été qualifié de « menteur » par la députée Ana Roux.", "Ana Roux"),
        ("es", "El alcalde fue tachado de «mentiroso» por la diputada Ana Ríos.", "Ana Ríos"),
        ("it", "Il sindaco è stato definito «bugiardo» dalla deputata Ana Rossi.", "Ana Rossi"),
        ("pt", "O prefeito foi chamado de “mentiroso” pela deputada Ana Rios.", "Ana Rios"),
        ("fr", "Luc Morel s'est dit « sidéré » par les propos de la maire.", "Luc Morel"),
        ("fr", "Accusé par la députée Ana Roux de « mensonge », il se tait.", "Ana Roux"),
        ("de", "Das stellt die Landrätin Grit Ohlsen klar und appelliert: „Ruhe!“", "Grit Ohlsen"),
    ],
)
def test_who_calls_somebody_something_in_the_passive_speaks(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    "names",
    [
        "\n(Trainer Emil Trost)\n",
        "\n(Emil Trost zum Ärger um den Platz)\n",
        " (Emil Trost)\n",
        "\n(Seelows neuer Trainer Emil Trost)\n",
    ],
)
def test_brackets_behind_an_utterance_name_who_said_it(names: str) -> None:
    text = f"Die Sprüche des Tages.\n„Das Tor war heute einfach nie frei.“{names}"
    assert speakers_in("de", text) == ["Emil Trost"]


def test_whose_words_a_page_brings_in_speaks_in_what_follows() -> None:
    text = (
        'Declarações do treinador Rui Mota após a derrota.\nFim do jogo: "Custa sair daqui assim."'
    )
    assert speakers_in("pt", text) == ["Rui Mota"]


def test_a_verb_without_a_subject_agrees_with_who_spoke() -> None:
    text = "La alcaldesa Ana Ruiz ya habló. Los vecinos negaron todo. «No hay nada», explican."
    assert speakers_in("es", text) == ["Los vecinos"]
    text = "Los vecinos negaron todo. La alcaldesa Ana Ruiz habló. «No hay nada», explican."
    assert speakers_in("es", text) == ["Los vecinos"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Rien n'est décidé », indique-t-on à la préfecture.", "préfecture"),
        ("fr", "« Rien n'est décidé », explique-t-on du côté de la mairie.", "mairie"),
        ("es", "«No hay nada decidido», explican desde el sindicato.", "sindicato"),
        ("de", "„Nichts ist entschieden“, hieß es bei der Gewerkschaft.", "Gewerkschaft"),
        ("it", "Dal sindacato parlano di «vero tradimento».", "sindacato"),
        ("es", "Quien también habló fue el técnico Iker Solana: «Estamos bien».", "Iker Solana"),
        ("de", "Das bestätigte auch Wehrchef Lutz Arz: „Wir sind da.“", "Lutz Arz"),
        ("de", "Er wurde von der Abgeordneten Ana Roth als „Lügner“ bezeichnet.", "Ana Roth"),
        ("fr", "Colère de Paul Aubert : « On se moque de nous tous ».", "Paul Aubert"),
        ("it", "A detta dei residenti la strada è «una trappola».", "residenti"),
        ("it", "Il direttore generale dell’Ausl Nord accusa: «È un gioco».", "direttore generale"),
    ],
)
def test_a_body_that_speaks_from_somewhere_is_the_source(
    code: str, text: str, speaker: str
) -> None:
    (found,) = speakers_in(code, text)
    assert found is not None
    assert speaker in found
    assert len(found) <= len(speaker) + len("Il  dell’Ausl Nord")


def test_people_in_the_genitive_before_a_frame_are_its_source() -> None:
    text = "Der Polizei zufolge war es „ein tragischer Unfall“."
    assert speakers_in("de", text) == ["Polizei"]


def test_the_infinitive_that_french_tells_with_has_its_subject_in_front() -> None:
    for subject in ("la maire Ana Roux", "la maire Ana Roux, sans rire,"):
        text = f"Et {subject} de conclure : « On verra bien lundi »."
        assert speakers_in("fr", text) == ["Ana Roux"]


def test_what_opens_with_the_first_person_names_nobody() -> None:
    text = "Nous avons vu Rome lundi. « On verra bien si tout se passe comme prévu. »"
    assert speakers_in("fr", text) == [None]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "pt",
            "Em maio, Graça Melo veio com uma abelha, explicando que “picam a sério”.",
            "Graça Melo",
        ),
        ("pt", "“Não há mapa”, contou à Lusa Amélia Paiva, três dias depois.", "Amélia Paiva"),
        ("fr", "« Montez », crie au tambour un crieur public en courant.", "un crieur public"),
        ("fr", "« On enquête », précise le texte qui cite la douane.", "le texte"),
        ("nl", "Voorzitter Rien Stam van bond Tuin Noord vindt het „een schande”.", "Rien Stam"),
        ("nl", "Wiersma was er. Wiersma: “Het ging snel, heel erg snel.”", "Wiersma"),
        ("nl", "Ook buurtbewoner Ko Smid ging kijken. “De vonken sprongen over.”", "Ko Smid"),
        ("it", "«È tardi», dice lei. Neri torna invece sulla domanda di posti.", None),
    ],
)
def test_names_end_where_their_owner_their_clause_or_who_is_told_begins(
    code: str, text: str, speaker: str | None
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "fr",
            "Odile Serrat a vu Marc Vidal. Ce dernier parle d'un retard « minime ».",
            "Marc Vidal",
        ),
        ("es", "El jefe de los bomberos lanza un mensaje de calma: «Está hecho».", "jefe"),
        ("it", "In una lettera aperta una trentina di medici denuncia «un deserto».", "trentina"),
        ("fr", "« Je n'y étais pas », a dit l'un d'eux à l'audience.", "l'un d'eux"),
        ("de", "Vorerst spricht die Staatsanwaltschaft Fulda von „laufender Arbeit“.", "Fulda"),
        ("it", "La procura si limita a parlare di «indagine in corso».", "procura"),
        ("fr", "« C'est fichu », regrettait mardi soir la députée Ana Roux.", "Ana Roux"),
    ],
)
def test_subjects_are_found_in_front_of_what_only_looks_like_a_verb(
    code: str, text: str, speaker: str
) -> None:
    (found,) = speakers_in(code, text)
    assert found is not None
    assert speaker in found
    assert len(found) < len(speaker) + len("el jefe de los bomberos")


def test_of_whom_a_conjunctive_tells_is_not_who_tells_it() -> None:
    text = "„Wir waren es nicht“, sagte Alwin Dreesen. Hafenchef Jan Petrak würde „hier flunkern“."
    assert speakers_in("de", text) == ["Alwin Dreesen", "Alwin Dreesen"]


def test_a_statement_known_to_the_reader_speaks_where_no_owner_is_told() -> None:
    assert speakers_in("fr", "« On ferme lundi », ajoute ensuite le communiqué.") == [
        "le communiqué"
    ]
    assert speakers_in("es", "«Las obras van bien», señala la nota.") == ["la nota"]


def test_a_body_s_kind_stays_with_its_name() -> None:
    text = "La federación Concordia se suma a la queja y denuncia que “todo es humo”."
    (found,) = speakers_in("es", text)
    assert found is not None
    assert found.endswith("federación Concordia")


def test_a_seat_of_government_is_no_secretary() -> None:
    text = "“Foi chamado”, explicou o Paço. O secretário afirmou que as queixas são “requentadas”."
    assert speakers_in("pt", text) == ["Paço", "O secretário"]
