"""Who says a quote in the Romance languages: bodies' names, long offices, chains of verbs."""

from __future__ import annotations

import re

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Non », a tranché la Chambre régionale des comptes.", "Chambre régionale des comptes"),
        ("fr", "« Non », selon l'Office national des dunes.", "Office national des dunes"),
        ("fr", "Pour le Parti ouvrier, « rien n'est clos ».", "Parti ouvrier"),
        ("fr", "« Non », rapporte Le Courrier du Lac.", "Courrier du Lac"),
        ("fr", "La Croix-Rouge a rappelé que « rien n'est clos ».", "Croix-Rouge"),
        ("es", "«No», indicó la Dirección General de Costas.", "Dirección General de Costas"),
        ("es", "«No», según la Cancillería belmarana.", "Cancillería belmarana"),
    ],
)  # fmt: skip
def test_the_name_of_a_body_may_go_on_in_small_letters(code: str, text: str, speaker: str) -> None:
    found = speakers_in(code, text)
    assert [re.sub("^(La|Le|l.) ?(?=[A-Z])", "", one or "") for one in found] == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Non », dit le directeur de l'Office national des dunes, Jean Roux.", "Jean Roux"),
        ("fr", "« Non », dit la ministre des Sports et de la Jeunesse, Awa Sarr.", "Awa Sarr"),
        ("fr", "« Non », dit à l'agence Belmar un porte-parole.", "un porte-parole"),
        ("fr", "Lia Monin a vu le préfet Luc Roy. « Non », regrette-t-elle.", "Lia Monin"),
        ("fr", "Le préfet Luc Roy a reçu Lia Monin. « Non », dit celle-ci.", "Lia Monin"),
        ("es", "Ana Ruiz recibió a Luis Paz. Este último salió feliz: «Fue una charla franca».", "Luis Paz"),
    ],
)  # fmt: skip
def test_who_is_meant_behind_long_words_or_by_a_pronoun(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Non », a tenu à rappeler Luc Roy.", "Luc Roy"),
        ("fr", "Luc Roy s'est borné à dire : « On verra bien. »", "Luc Roy"),
        ("es", "Luis Paz no dudó en calificar el plan de «ruina».", "Luis Paz"),
        ("es", "Luis Paz explicó que considera «prematura» la votación.", "Luis Paz"),
        ("pt", "O ministro Rui Mota explicou que considera “prematura” a reforma.", "Rui Mota"),
        ("fr", "Le prévenu, Luc Roy, 31 ans, nie avoir « voulu nuire ».", "Luc Roy"),
        ("fr", "C'est l'élue Lia Monin qui a lancé la rumeur en affirmant : « Il ment. »", "Lia Monin"),
    ],
)  # fmt: skip
def test_a_verb_that_hangs_on_another_has_its_subject(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Luc Roy, décrit comme « solitaire » par ses voisins, a fui.", "ses voisins"),
        ("fr", "Les propos de Luc Roy, qui avait parlé de « ruine », ont choqué.", "Luc Roy"),
        ("fr", "« Tout roule », assure-t-on à la SNTF.", "SNTF"),
        ("fr", "« Non », dit une voisine qui préfère taire son nom.", "une voisine"),
        ("es", "Desde la Consejería de Costas dicen que «no hay riesgo».", "Consejería de Costas"),
        ("es", "«No», respondió, tajante, la alcaldesa.", "la alcaldesa"),
        ("es", "«No», dijo el Ministro en una charla.", "el Ministro"),
        ("pt", "A Polícia Civil investiga. “Nada descartamos”, disse o delegado.", "o delegado"),
        ("pt", "“Foi um milagre”, contou a dona de casa Maria das Dores Lima.", "Maria das Dores Lima"),
        ("fr", "Le pont fermera, a dit Luc Roy, devant la presse. « C'est ainsi. »", "Luc Roy"),
    ],
)  # fmt: skip
def test_who_is_heard_is_parted_from_what_stands_around(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Luc Roy et sa femme racontent : « On a tout perdu. »", "Luc Roy et sa femme"),
        ("fr", "« On a tout perdu », racontent Luc Roy et sa femme.", "Luc Roy et sa femme"),
        ("fr", "La FBT et la CMC dénoncent « un recul ».", "La FBT et la CMC"),
        ("fr", "Lia Monin et son avocat d'ajouter : « On verra bien. »", "Lia Monin et son avocat"),
        ("fr", "Luc Roy et Lia Monin, élus, dénoncent « un recul ».", "Luc Roy et Lia Monin"),
        ("es", "El alcalde y el prefecto denunciaron «un error».", "El alcalde y el prefecto"),
        ("fr", "Le maire a parlé et son adjoint assure que « tout va bien ».", "son adjoint"),
    ],
)  # fmt: skip
def test_two_who_speak_at_once_are_both_the_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Lia Monin nie les propos de Luc Roy selon lesquels elle a « menti ».", "Luc Roy"),
        ("pt", "Ana Lima rejeitou as acusações de Rui Mota, que falou em “fraude”.", "Rui Mota"),
        ("fr", "Luc Roy a dénoncé par la voix de ses avocats « une cabale ».", "Luc Roy"),
        ("fr", "Un habitant joint par l'agence a décrit « un déluge de feu ».", "Un habitant"),
        ("fr", "« Je ne regrette rien, savourait Lia Monin. Je le referais. »", "Lia Monin"),
    ],
)  # fmt: skip
def test_whose_words_another_tells_of_is_their_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Vous mentez », lui a glissé la juge.", "la juge"),
        ("fr", "Luc Roy (MV) y voit « un recul ».", "Luc Roy"),
        ("es", "El alcalde de Lorca, del PPL, cree que es «un parche».", "El alcalde de Lorca"),
        ("es", "Según el fiscal del caso, Luis Paz, el reo obró «con saña».", "Luis Paz"),
        ("es", "Preguntado por su futuro, Luis Paz fue claro: «Tengo un contrato».", "Luis Paz"),
    ],
)  # fmt: skip
def test_small_words_beside_a_verb_are_no_source(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Un choix salué par la Ligue des usagers, qui y voit « un pas ».", "Ligue des usagers"),
        ("fr", "Lia Monin dit avoir été traitée de « menteuse » par les policiers.", "les policiers"),
        ("es", "Según una nota interna de la empresa, la red está «al límite».", "la empresa"),
        ("fr", "La ministre de la Marine marchande, qui sortait, a admis « un retard ».",
         "La ministre de la Marine marchande"),
    ],
)  # fmt: skip
def test_who_is_told_of_by_several_words_is_the_source(code: str, text: str, speaker: str) -> None:
    found = speakers_in(code, text)
    assert [re.sub("^la (?=[A-Z])", "", one or "") for one in found] == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Luis Paz no calló. Mostró el acta y dijo que vale. «Es mi firma», lanzó.", "Luis Paz"),
        ("es", "Luis Paz no habló. Horas después escribió que fue «un error».", "Luis Paz"),
        ("pt", "Rui Mota chegou. Mostrou a ata e disse que vale. “É minha”, contou.", "Rui Mota"),
        ("es", "Allegados a la familia cuentan que está «muy dolida».", "Allegados a la familia"),
        ("fr", "Interpellé hier, le maire, Luc Roy, parle de complot. L'élu défie : « Venez ! »", "Luc Roy"),
        ("es", "Ana Ruiz salió. Vestida de gris, saludó y dijo que «ya era hora».", "Ana Ruiz"),
        ("es", "Ana Ruiz calla. Según su versión, nadie le avisó «de nada».", "Ana Ruiz"),
        ("fr", "Luc Roy n'attend rien. Des experts, il en a vu « au moins quatre ».", "Luc Roy"),
    ],
)  # fmt: skip
def test_a_word_is_no_name_for_its_capital_alone(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le patron, Luc Estimé, a parlé. M. Estimé a jugé le texte « indigne ».", "Luc Estimé"),
        ("Une source à la préfecture confie que tout est « suspendu ».", "Une source à la préfecture"),
        ("La femme s'appelle Lia Monin. Pilote, elle refuse. « Je reste », dit-elle.", "Lia Monin"),
        ("Le docteur Luc Roy est las. Le Dr Roy dit que tout est « perdu ».", "Luc Roy"),
        ("« Non », réagit l'infirmière lorsqu'on lui lit la lettre.", "l'infirmière"),
        ("« Non », a assuré lors d'un débat public Lia Monin, présidente du club.", "Lia Monin"),
    ],
)  # fmt: skip
def test_a_french_source_is_named_whole_and_no_further(text: str, speaker: str) -> None:
    assert speakers_in("fr", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Non », a dit la ministre des Transports Lia Monin.", "Lia Monin"),
        ("fr", "Le président du Conseil régional Luc Roy évoque « un couac ».", "Luc Roy"),
        ("es", "El ministro de Obras Públicas Luis Paz prometió «camas».", "Luis Paz"),
        ("pt", "O ministro da Saúde Rui Mota prometeu “mais camas”.", "Rui Mota"),
        ("it", "«No», ha detto il ministro dei Trasporti Aldo Conti.", "Aldo Conti"),
    ],
)  # fmt: skip
def test_an_office_is_parted_from_its_bearer_behind_what_it_is_for(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "El club lo niega. «Pagamos todo», replicó la entidad.", "la entidad"),
        ("es", "La empresa lo niega. «Pagamos todo», señala en una nota.", "La empresa"),
        ("fr", "Luc Roy, lui, n'oublie rien.\n\n« Les gens couraient partout. »", "Luc Roy"),
        ("es", "Luis Paz no olvida esa noche.\n\n«La gente corría por todas partes».", "Luis Paz"),
    ],
)  # fmt: skip
def test_a_body_or_somebody_new_speaks_behind_what_is_told_of_them(
    code: str, text: str, speaker: str
) -> None:
    first = {"fr": "« On a menti », dit Lia Monin.", "es": "«Nos mintieron», afirmó Ana Ruiz."}
    assert speakers_in(code, f"{first[code]}\n\n{text}")[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "«Nada nuevo», responde por correo electrónico una portavoz de la red.", "una portavoz de la red"),
        ("es", "«Nada nuevo», contestó por WhatsApp la cantante.", "la cantante"),
        ("es", "«Nada nuevo», declaró ante el juez el detenido.", "el detenido"),
        ("es", "«Nada nuevo», asegura a EFE por teléfono Luis Paz.", "Luis Paz"),
        ("fr", "« Rien de neuf », a réagi dans un communiqué la direction.", "la direction"),
        ("fr", "« Rien de neuf », a écrit sur Facebook Luc Roy.", "Luc Roy"),
        ("pt", "“Nada de novo”, disse por mensagem o prefeito.", "o prefeito"),
        ("it", "«Nulla di nuovo», ha detto a margine dell'incontro il ministro.", "il ministro"),
        ("it", "«Nulla di nuovo», ha scritto su Facebook Aldo Conti.", "Aldo Conti"),
    ],
)  # fmt: skip
def test_who_speaks_may_stand_behind_where_and_by_what_means(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "L'étude, parue lundi, est dure. Elle pointe des « carences graves ».", "L'étude"),
        ("fr", "Le rapport ne tranche pas. Il évoque un « impact modéré ».", "Le rapport"),
        ("fr", "Le rapport est dur. Le maire, Luc Roy, l'a lu. Il évoque « un échec ».", "Luc Roy"),
        ("fr", "« On savait », lit-on dans l'étude.", "l'étude"),
        ("fr", "Dans le rapport, on lit que « rien n'est prêt ».", "le rapport"),
        ("es", "El informe, ya en manos del juez, es claro. Habla de un «fallo grave».", "El informe"),
        ("es", "La sentencia subraya que el reo actuó «con saña».", "La sentencia"),
        ("es", "El escrito señala que «no hubo aviso».", "El escrito"),
        ("es", "«No hubo aviso», se lee en el informe.", "el informe"),
        ("es", "En la carta se asegura que «nadie avisó».", "la carta"),
        ("it", "«Non c'era avviso», conclude lo studio.", "lo studio"),
    ],
)  # fmt: skip
def test_what_is_read_is_a_source_of_its_own(code: str, text: str, speaker: str) -> None:
    first = {
        "fr": "« Non », dit Lia Monin.",
        "es": "«No», dijo Ana Ruiz.",
        "it": "«No», dice Ada Neri.",
    }
    assert speakers_in(code, f"{first[code]}\n\n{text}")[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« Non », a réagi le maire de Brest Luc Roy.", "Luc Roy"),
        ("fr", "Le procureur de Brest Jean-Luc Le Goff évoque « un couac ».", "Jean-Luc Le Goff"),
        ("fr", "« Non », dit la présidente de la région Velaine Lia Monin.", "Lia Monin"),
        ("it", "«No», ha detto il sindaco di Roma Aldo Conti.", "Aldo Conti"),
        ("es", "«No», dijo el alcalde de Lorca Luis Paz Gil.", "Luis Paz Gil"),
        ("pt", "“Não”, disse o prefeito de Campos Rui Mota.", "Rui Mota"),
        ("fr", "« Non », a dit l'avocat de Marie Anne Roy.", "l'avocat de Marie Anne Roy"),
        ("fr", "« Non », dit le maire de La Roche Bernard.", "le maire de La Roche Bernard"),
        ("es", "«No», dijo el alcalde de San Juan Tlaxco.", "el alcalde de San Juan Tlaxco"),
        ("fr", "Léa Roy a disparu. « Elle me manque », confie la mère.", "la mère"),
    ],
)  # fmt: skip
def test_a_name_is_parted_from_where_its_office_is_held(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Du côté de la direction, on « regrette cette prise d'otages ».", "la direction"),
        ("fr", "Dans l'entourage du ministre, on se dit « confiant ».", "l'entourage du ministre"),
        ("es", "Desde la cadena se limitaron a decir que «se colabora».", "la cadena"),
        ("es", "Desde el hospital prefirieron callar y pidieron «respeto».", "el hospital"),
        ("es", "En la consejería hablan de «un simple error».", "la consejería"),
        ("es", "El gremio minero discrepa y habla de «un fiasco».", "El gremio minero"),
        ("fr", "Le syndicat claque la porte et dénonce « un passage en force ».", "Le syndicat"),
        ("es", "«Fue duro», cuenta el conductor, un hombre de 52 años.", "el conductor"),
        ("fr", "« J'ai eu peur », raconte la gérante, une quadragénaire.", "la gérante"),
    ],
)  # fmt: skip
def test_a_body_or_somebody_new_is_heard_and_not_who_spoke_before(
    code: str, text: str, speaker: str
) -> None:
    first = {"fr": "« Non », dit Lia Monin.", "es": "«No», dijo Ana Ruiz."}
    assert speakers_in(code, f"{first[code]}\n\n{text}")[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Luis Paz salió contento. «Es un gran día», celebró el de Elche.",
        "Luis Paz salió contento. El de Elche aseguró que «es un gran día».",
        "Luis Paz, líder del PPL, habló. «No cederemos», dijo el del PPL.",
    ],
)
def test_where_somebody_is_from_means_who_was_named(text: str) -> None:
    assert speakers_in("es", text) == ["Luis Paz"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Le maire, Luc Roy, cède. À ses yeux, la loi est « un non-sens ».", "Luc Roy"),
        ("fr", "Le maire, Luc Roy, cède. Pour lui, la loi est « un non-sens ».", "Luc Roy"),
        ("fr", "Luc Roy a, selon ses propres mots, « perdu pied ».", "Luc Roy"),
        ("es", "El alcalde, Luis Paz, cede. A su juicio, la ley es «un fiasco».", "Luis Paz"),
        ("pt", "O prefeito, Rui Mota, cedeu. Na sua opinião, a lei é “um fiasco”.", "Rui Mota"),
        ("it", "Il sindaco, Aldo Conti, cede. A suo avviso, la legge è «un fiasco».", "Aldo Conti"),
        ("it", "Per Aldo Conti la legge è «un fiasco».", "Aldo Conti"),
        ("fr", "C'est un retraité qui a appelé. Il raconte « l'odeur de brûlé ».", "un retraité"),
        ("fr", "C'est Luc Roy qui a ouvert la séance. Il a évoqué « un jour triste ».", "Luc Roy"),
    ],
)  # fmt: skip
def test_in_whose_view_it_is_so_or_who_is_put_first_is_the_source(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "« J'ai tout perdu. » Monique, 71 ans, a été évacuée.", "Monique"),
        ("es", "«Lo perdí todo». Luis Paz, panadero de Lorca, no halla consuelo.", "Luis Paz"),
        ("it", "«Ho perso tutto». Monica, 71 anni, è stata evacuata.", "Monica"),
        ("en", "“I lost everything.” Monica Hill, 71, was rescued by boat.", "Monica Hill"),
        ("es", "Otra fuente de la empresa Trans dio otra versión: «Falló dos veces».", "Otra fuente"),
        ("es", "Una fuente de la empresa Trans dio otra versión: «Falló dos veces».",
         "Una fuente de la empresa Trans"),
        ("fr", "Le troisième suspect, Yan Berri, avoue en disant qu'il « ne savait pas ».", "Yan Berri"),
    ],
)  # fmt: skip
def test_who_is_brought_up_beside_a_quote_says_it(code: str, text: str, speaker: str) -> None:
    first = {
        "fr": "« Non », dit Lia Monin.",
        "es": "«No», dijo Ana Ruiz.",
        "it": "«No», dice Ada Neri.",
        "en": "“No,” said Ann Dale.",
    }
    assert (speakers_in(code, f"{first[code]}\n\n{text}")[-1] or "").startswith(speaker)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("es", "Luis Paz hizo el gol. «Le pegué fuerte», contó el ex Talleres.", "Luis Paz"),
        ("es", "Ana Ruiz vive igual. «Que llamen a casa», advierte nada más abrir.", "Ana Ruiz"),
        ("fr", "L'avocat Luc Roy sort. « Un objet voyage », dit le pénaliste.", "Luc Roy"),
    ],
)  # fmt: skip
def test_an_epithet_means_who_was_named_and_adverbs_mean_nobody(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("fr", "Luc Roy (élu) : « C'est dur. On a souffert.\nOn tiendra, pas de doute. »\nIl est 8 h.", "Luc Roy"),
        ("fr", "« C'est dur. On a souffert.\nOn tiendra », a dit Luc Roy.", "Luc Roy"),
        ("es", "«Es duro. Hemos sufrido.\nAguantaremos», dijo el alcalde.", "el alcalde"),
    ],
)  # fmt: skip
def test_guillemets_hold_what_is_said_over_two_paragraphs(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« J'ai peur », dit Yan B., 30 ans.", "Yan B."),
        ("Yan B. a dit « avoir peur ».", "Yan B."),
        ("10h32 : « J'ai peur. » Monique, 71 ans, a été évacuée.", "Monique"),
        ("Me Luc Roy, l'avocat de l'un d'eux, Yan B., sort. « Non », dit le pénaliste.", "Me Luc Roy"),
        ("Un réseau est coupé, annonce le gestionnaire du réseau. « On répare », dit l'entreprise.",
         "le gestionnaire du réseau"),
    ],
)  # fmt: skip
def test_french_court_and_live_reports_name_who_speaks(text: str, speaker: str) -> None:
    assert speakers_in("fr", f"« Non », dit Lia Monin.\n\n{text}")[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("pt", "“Mentem”, acusou Rui Mota. O ministro respondeu: “Não é assim”.", ["Rui Mota", "O ministro"]),
        ("fr", "« Il ment », dit Luc Roy. « C'est faux », répond le ministre.", ["Luc Roy", "le ministre"]),
        ("it", "«Mente», dice Aldo Conti. Replica la premier: «È falso».", ["Aldo Conti", "la premier"]),
        ("it", "«Ho paura», ha detto l'uomo ai carabinieri.", ["l'uomo"]),
        ("it", "Il tecnico rossonero non cerca alibi: «Abbiamo perso noi».", ["Il tecnico rossonero"]),
        ("es", "Lo resume así Rosa Díez: «El mar se calienta».", ["Rosa Díez"]),
        ("es", "Consultada ayer, la empresa se remite a una nota, en la que dice «cumplir».", ["la empresa"]),
    ],
)  # fmt: skip
def test_who_answers_or_stands_before_small_words_is_named_whole(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("it", "Ada Neri, geologa, guida lo scavo.\nChe cosa c'era?\n«Un muro di pietra».\n"
               "È raro?\n«Da noi sì, molto raro».", ["Ada Neri", "Ada Neri"]),
        ("fr", "Luc Roy dirige le labo depuis 2010.\nPourquoi ce choix ?\n« Il le fallait bien. »\n"
               "Et après ?\n« On verra bien en mai. »", ["Luc Roy", "Luc Roy"]),
        ("pt", "A vereadora Ana Lima fala em “caos”. O relatório já avisava. “Houve festas”, acrescenta.",
               ["Ana Lima", "Ana Lima"]),
    ],
)  # fmt: skip
def test_an_interview_is_of_whom_it_names_and_no_report_goes_on_speaking(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Au bout de la rue, Ahmed tient un bar. « On a peur », souffle-t-il.", ["Ahmed"]),
        ("Michel, lui, n'en démord pas. « C'est mort », tranche le commerçant.", ["Michel"]),
        ("Sa devise : « Ne jamais renoncer. »", []),
        ("Le mouvement dit des « gilets verts » défile.", []),
    ],
)  # fmt: skip
def test_a_first_name_alone_speaks_and_a_motto_does_not(text: str, speakers: list[str]) -> None:
    assert speakers_in("fr", text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Miguel, en cambio, no lo ve claro. «Está muerto», zanja el comerciante.", "Miguel"),
        ("«No pasa», sostuvo en diálogo con Página 3 el senador Rico Mora.", "Rico Mora"),
        ("La Cancillería emitió una nota en la que «lamenta mucho» lo ocurrido.", "Cancillería"),
    ],
)  # fmt: skip
def test_a_spanish_source_is_found_beside_other_words(text: str, speaker: str) -> None:
    assert speakers_in("es", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("it", "«È una vergogna», così il sindaco Aldo Conti.", ["Aldo Conti"]),
        ("it", "«È una vergogna per tutti»: così Aldo Conti a fine gara.", ["Aldo Conti"]),
        ("it", "È accusato di «omicidio stradale».", []),
        ("pt", "Está acusado de “homicídio qualificado”.", []),
        ("it", "Michele, invece, non ci sta. «È finita», taglia corto il commerciante.", ["Michele"]),
    ],
)  # fmt: skip
def test_thus_brings_in_who_speaks_and_a_verb_is_nobody(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("es", "Los padres de Lea piden «la verdad».", ["Los padres de Lea"]),
        ("es", "La empresa Velmar dice haber «cumplido la ley».", ["La empresa Velmar"]),
        ("fr", "L'entreprise Velmar dit avoir « respecté la loi ».", ["L'entreprise Velmar"]),
        ("es", "En «La noche», Pablo Astor narra su infancia.", []),
        ("es", "En el barrio lo llaman «el Sabio».", []),
    ],
)  # fmt: skip
def test_people_and_bodies_keep_their_article_and_titles_are_no_speech(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("fr", "Luc Roy a accusé Lia Monin d'avoir « menti ». « C'est faux », a-t-elle répondu.",
         ["Luc Roy", "Lia Monin"]),
        ("es", "Luis Paz acusó a Ana Ruiz de haber «mentido». «Es falso», respondió ella.",
         ["Luis Paz", "Ana Ruiz"]),
        ("es", "Luis Paz acusó a Ana Ruiz de haber «mentido». La aludida lo niega: «Es falso».",
         ["Luis Paz", "Ana Ruiz"]),
        ("fr", "Luc Roy a salué « un pas ». Lia Monin est sortie. « On verra », a-t-elle répondu.",
         ["Luc Roy", "Lia Monin"]),
    ],
)  # fmt: skip
def test_who_is_accused_answers(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers
