"""What stands in marks and is no speech, though somebody speaks nearby."""

import pytest

from store.model import Metadata
from store.reading.document import read_document

#: A paragraph in front, so that the next is not taken for the title.
OPENING = {
    "en": "The lamp on the pier was lit at six, as on each evening of the year.",
    "de": "Die Lampe am Hafen brannte um sechs, wie an jedem Abend des Jahres.",
    "fr": "La lampe du port brillait à six heures, comme tous les soirs de l'année.",
    "es": "La luz del puerto se encendió a las seis, como todas las tardes del año.",
    "pt": "A luz do porto acendeu às seis, como em todas as tardes do ano.",
}


def said(language, text):
    document = read_document(
        f"Harbour 1907\n\n{OPENING[language]}\n\n{text}\n", Metadata(language=language)
    )
    return [q.text for q in document.quotes if q.kind in {"direct", "partial"}]


def kinds(language, text):
    document = read_document(
        f"Harbour 1907\n\n{OPENING[language]}\n\n{text}\n", Metadata(language=language)
    )
    return [(q.text, q.kind) for q in document.quotes if q.kind != "reported"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dana Cole won again for her part in “The Slow River,” said Ben Ash, a critic."),
        ("en", "Her last film was the family drama “Winter Geese.”"),
        ("en", "“Lanterns,” the small play about a lighthouse, was a surprise to all."),
        ("en", "“Lanterns” director Dana Cole said nobody had hoped for it."),
        ("en", "But “Miss Winter” actress Dana Cole said the prize belonged to others."),
        ("en", "The letters came from a club called “Harbour Friends” near the pier."),
        ("en", "A new kind of fraud, dubbed “Uncle Tom,” has reached the coast."),
        ("en", "He earned the nickname “man of the long night,” or “the lamp,” for his work."),
        ("en", "That is far from the town’s old motto, “Keeping the lamps of all alight.”"),
        ("en", "Dana Cole said it was not a question for “night shift” workers only."),
        ("en", "Ash, author of the essay “The Case for Lamps,” argued that they cost little."),
        (
            "en",
            "Dana Cole spoke first. The mayor turned the pier into a “garden for all of us here.”",
        ),
        ("en", "In her 2012 memoir, “The Salt Years,” Cole wrote that she never slept."),
        ("en", "Dana Cole told “Good Evening Harbor” that she would not run."),
        ("en", "Ben Ash, nicknamed “the Wolf,” said he was innocent."),
        ("en", "The gang, who called themselves “the night crew”, were jailed."),
        ("en", "The tag “#saltlamp” was everywhere on Monday, the firm said."),
        ("en", "Critics say the “lamp fee” law will silence them all."),
        ("en", "Its author, Joan Reed, said “The Last Lamp” was her best book."),
        ("en", "The band’s new single, “Paper Moon,” comes out on Friday, its manager said."),
        ("es", "El llamado «caso Faro» llegó al juzgado, según fuentes judiciales."),
        ("de", "Das erzählt Nora Felk. »Funke«-Chefin Ilse Brand kritisiert ihn im Gespräch."),
        ("de", "Der Prozess gegen die „Gruppe Nord“ beginnt im Mai, sagte eine Sprecherin."),
        ("fr", "Anne Roy parle. La ville prépare un « jardin pour tous les âges » près du port."),
        ("fr", "La ville dort, déclare Anne Roy (lire « Une nuit sans lune »)."),
        ("fr", "Voir en ligne : « Les lampes du port sont-elles trop fortes ? » par Anne Roy."),
        ("de", "Laut dem „Hafenboten“ soll die Lampe zwanzig Jahre alt sein."),
        ("de", "Anna Roth sprach lange. Das Prinzip „alle an die Lampe“ gilt seit Jahren."),
        ("de", "Anna Roth sprach lange. Sie meint KI („künstliche Lampen und Leuchten“)."),
        ("pt", "Os vizinhos lembram que a lampa ganhou o apelido de “olho do porto”."),
        ("es", "Ana Ruiz dijo que lo conocen con el apodo de «la sombra» en el puerto."),
        ("fr", "Le crabe s'appelle Morlu, ce qui veut dire « petite pince noire » en breton."),
        ("fr", "Il est poursuivi, dit-on, pour « vol de lampes », « recel » et « usage de faux »."),
        ("en", "Tom Hale was charged with “theft of lamps” and “handling of stolen lamps”."),
        (
            "es",
            "Lo acusan de los delitos de «robo de faroles», «daños» y «resistencia al alcalde».",
        ),
        ("fr", "Des postiers ont joyeusement « fermé la grande boîte aux lettres » du quai."),
    ],
)
def test_names_titles_and_words_spoken_of_are_no_speech(language, text):
    assert said(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Dana Cole called the plan “a joke in bad taste.”", "“a joke in bad taste.”"),
        ("en", "Dana Cole brushed it aside as a “fairy tale and much noise.”",
         "“fairy tale and much noise.”"),
        ("en", "Dana Cole said the program “was never paid for”.", "“was never paid for”"),
        ("en", "The notice on the door read: “Closed until the lamps are back!”",
         "“Closed until the lamps are back!”"),
        ("en", "Dana Cole called them “politically driven” charges.", "“politically driven”"),
        ("en", "Dana Cole only laughed (“I never sleep”) and left.", "“I never sleep”"),
        ("de", "„Eine Lampe ist ein Gerät, das Licht gibt, wenn Strom da ist“ (Lampenbuch).",
         "„Eine Lampe ist ein Gerät, das Licht gibt, wenn Strom da ist“"),
        ("de", "Anna Roth nannte ihn einen „Kenner der Lampen“.", "„Kenner der Lampen“"),
    ],
)  # fmt: skip
def test_what_somebody_says_of_something_stays_speech(language, text, words):
    assert said(language, text) == [words]


def test_a_title_with_its_comma_inside_is_a_title():
    text = "Dana Cole won for her part in “The Slow River,” a play by Ben Ash."
    assert kinds("en", text) == [("“The Slow River,”", "title")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The inquest heard he was “a careful sailor”.", "“a careful sailor”"),
        ("en", "The report found that the pier was in “poor health”.", "“poor health”"),
        ("en", "The court ruled the search was “unlawful”.", "“unlawful”"),
        ("en", "The lamp has been hailed as a “small wonder” by critics.", "“small wonder”"),
        ("en", "The report of last May found the pier in “poor health”.", "“poor health”"),
        ("fr", "Anne Roy trouve cela « un peu dommage ».", "« un peu dommage »"),
        ("de", "Das Gutachten ergab „erhebliche Mängel“ an der Lampe.", "„erhebliche Mängel“"),
        ("de", "Im Brief ist von „großer Sorge“ die Rede.", "„großer Sorge“"),
        ("fr", "Il est question de « lampes trop fortes » sur le port.", "« lampes trop fortes »"),
    ],
)
def test_what_is_found_or_told_without_a_speaker_is_speech(language, text, words):
    assert said(language, text) == [words]


def test_what_is_found_in_a_place_is_no_speech():
    assert said("en", "Police found a “lamp” in the car. She heard “Paper Moon” at home.") == []


SPOKEN = {
    "en": "Mayor Ann Dale said the work took longer than planned.\n\n",
    "de": "Bürgermeisterin Anna Roth sagte, die Arbeit habe länger gedauert.\n\n",
    "fr": "La maire, Anne Roy, a déclaré que le travail avait été long.\n\n",
    "es": "La alcaldesa, Ana Ruiz, dijo que el trabajo fue largo.\n\n",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The street is known to all as “the long goodbye to summer”."),
        ("en", "For many, the “good old days of the pier” never existed."),
        ("de", "Von der „guten alten Zeit am Hafen“ ist wenig übrig."),
        ("de", "Das Motto lautet in diesem Jahr „gemeinsam in die Nacht“."),
        ("fr", "C’est ce qu’on appelle « l’effet de la lampe froide »."),
        ("fr", "Le « bon vieux temps du port » n’a jamais existé."),
        ("es", "La calle se conoce como «el largo adiós al verano»."),
        ("de", "Sie ist die Antwort auf die Frage „Wer zahlt eigentlich die neue Lampe?“."),
        ("de", "Das nennt man das „doppelte“ Licht."),
        ("en", "For many it is an answer to the question “who will pay for the new lamp?”."),
        ("fr", "C’est une réponse à la question « qui paiera la nouvelle lampe ? »."),
        ("es", "Es una respuesta a la pregunta «quién va a pagar la nueva lámpara»."),
    ],
)
def test_what_all_call_something_is_nobody_s_words(language, text):
    assert said(language, SPOKEN[language] + text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Nothing came of it. Of her lamps some “may never shine on a ship”.",
         "“may never shine on a ship”"),
        ("fr", "La mairie veut « remplacer toutes les lampes ».", "« remplacer toutes les lampes »"),
        ("es", "Para ella, las lámparas son «como viejas amigas».", "«como viejas amigas»"),
    ],
)  # fmt: skip
def test_what_something_is_for_who_spoke_is_speech(language, text, words):
    assert said(language, SPOKEN[language] + text) == [words]
