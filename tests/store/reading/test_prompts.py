"""What a site asks of its readers in words of its own, told from the article's sentences."""

import pytest

from tests.store.reading.line_cases import hidden, page

TITLE = "Löschzug übt am alten Speicher"
FIRST = (
    "Die Feuerwehr von Altmoor hat am Samstag am alten Speicher den Ernstfall geprobt. Dreißig "
    "Helfer waren dabei, wie Wehrführer Jens Brockmöller berichtete."
)
SECOND = (
    "Der Speicher am Hafen steht seit vier Jahren leer, weil die Gemeinde noch keinen Käufer "
    "gefunden hat. Im Herbst soll der Gemeinderat über die Zukunft des Hauses entscheiden."
)
THIRD = (
    "Brockmöller lobte die jungen Helfer, die zum ersten Mal mit Atemschutz im Haus waren. Die "
    "nächste Übung am Hafen ist für den Sommer geplant, dann mit den Nachbarn aus Neumoor."
)


def hidden_of(*rows):
    return hidden(*rows, language="de")


@pytest.mark.parametrize(
    "prompt",
    [
        "Ihr Browser ist in die Jahre gekommen, bitte nehmen Sie einen anderen.",
        "Für den Player von Klangraum brauchen wir Ihre Einwilligung",
        "Unser Newsletter hält Sie morgens um sechs auf dem Stand der Dinge.",
        "Hol Dir jetzt das Probeabo und spar die Hälfte!",
    ],
)
def test_a_prompt_in_words_of_the_site_s_own_is_hidden_above_and_below_the_text(prompt):
    assert hidden_of(TITLE, prompt, "", FIRST, "", SECOND, "", THIRD) == [prompt]
    assert hidden_of(TITLE, "", FIRST, "", SECOND, "", THIRD, "", prompt) == [prompt]


@pytest.mark.parametrize(
    "sentence",
    [
        # to nobody
        "Die Gemeinde wirbt um Helfer auch mit einem Newsletter, den das Rathaus verschickt.",
        "Das Rathaus verschickt jeden Montag kostenlos einen Newsletter an vierhundert Leute.",
        # somebody's words
        "„Ohne den Newsletter wären Sie alle heute nicht hier“, rief er vor dem Speicher.",
        # what the text is about
        "Kommen Sie zum Speicher am Hafen, dort ist auch die Gemeinde Altmoor mit den Helfern.",
    ],
)
def test_sentences_of_the_article_are_no_prompts(sentence):
    assert hidden_of(TITLE, "", FIRST, "", SECOND, "", sentence, "", THIRD) == []


def test_an_article_on_what_sites_offer_keeps_its_sentences_to_the_reader():
    told = (
        "Mit dem Newsletter aus dem Rathaus haben die Helfer schlechte Erfahrungen gemacht, sagt "
        "Brockmöller: Der Newsletter kam an, als die Übung am Speicher schon vorbei war.",
        "Wenn Sie den Newsletter lesen wollen, melden Sie sich im Rathaus.",
    )
    assert hidden_of(TITLE, "", FIRST, "", SECOND, "", *told, "", THIRD) == []


def test_a_text_that_gives_advice_keeps_its_sentences_to_the_reader():
    advice = (
        "Rufen Sie bei Rauch sofort die Feuerwehr, und nehmen Sie Ihre Nachbarn mit ins Freie.",
        "Halten Sie sich vom Speicher fern, bis die Helfer Sie wieder ins Haus lassen.",
        "Die Warnung bekommen Sie über den App Store auf Ihr Telefon.",
        "Im Zweifel fragen Sie am Montag im Rathaus nach.",
    )
    assert hidden_of(TITLE, "", FIRST, "", *advice, "", THIRD) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Gemeinde bittet um Ihre Zustimmung, heißt es in dem Brief an die Nachbarn.",
        "Das Abo für die Fähre kostet künftig vierzig Euro, wenn Sie es jetzt kaufen.",
    ],
)
def test_a_sentence_that_is_told_or_has_one_word_of_the_trade_is_no_prompt(sentence):
    assert hidden_of(TITLE, "", FIRST, "", sentence, "", SECOND, "", THIRD) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "“We never ask anyone to sign up for our newsletter by text message,” said Ada Brill.",
        ),
        ("de", "„Wir schreiben niemandem: Folgen Sie uns auf WhatsApp“, sagte Ute Lamm am Montag."),
        (
            "id",
            '"Kami tidak menerima lamaran lewat WhatsApp atau telegram," ujar Hamid Soleh, Senin.',
        ),
        (
            "id",
            "Hamid mengatakan warga dapat melapor lewat WhatsApp ke nomor resmi pada jam kerja.",
        ),
        ("ja", "担当者は「アプリをダウンロードするよう求めることは絶対にない」と話している。"),
        ("zh", "發言人林可欣說：「市府從來不會請民眾下載APP或訂閱電子報，再要求帳號。」"),
    ],
)
def test_what_somebody_says_of_prompts_is_the_article_s(language, said):
    assert said not in hidden(*page(said), language=language)


def test_a_prompt_with_a_word_of_saying_is_one():
    prompt = "Ikuti berita kami lewat WhatsApp dengan mengetik kata kunci yang Anda inginkan setiap hari."
    assert hidden(*page(prompt)) == [prompt]


def test_a_link_with_its_day_section_and_headline_amid_the_text_is_hidden():
    first = "Die Hafenverwaltung sagte am Montag, der alte Kran sei sicher und werde bald wieder laufen."
    second = (
        "Der Betriebsrat sieht das anders: Er habe die Risse im alten Kran selbst gesehen, hieß es."
    )
    last = (
        "Die Prüfung des alten Krans kostete nach Angaben der Verwaltung rund 40.000 Euro im Jahr."
    )
    link = ("11.03.2024", "Hintergrund", "Warum der Kran so alt ist", "Er ist von 1954. mehr")
    rows = ("Streit um den alten Kran", "", first, second, *link, last)
    assert hidden(*rows, language="de") == list(link)
