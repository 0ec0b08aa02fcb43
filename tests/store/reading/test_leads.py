"""Leads cut short above the text, sentences of it set apart, and links between its paragraphs."""

from tests.store.reading.line_cases import hidden

TITLE = "Streit um den Steg am Moorsee"
FIRST = (
    "Altmoor (AMP) - Im Streit um den Steg am Moorsee will der Gemeinderat von Altmoor nach "
    "Angaben der Bürgermeisterin vor November nicht mehr abstimmen."
)
SECOND = (
    "„Der alte Steg ist morsch. Wir warten seit vier Jahren auf das versprochene Geld. Mir reicht "
    "es jetzt“, sagte Bürgermeisterin Ute Brockhoff am Dienstag im Rathaus."
)
THIRD = "Bis dahin bleibt der Steg gesperrt, wie das Bauamt am Dienstag in Altmoor mitteilte."


def found(*rows):
    return hidden(*rows, language="de")


def test_a_lead_cut_short_is_hidden_where_it_stands_whole_below_tabs():
    cut, tabs = f"{FIRST[:90]}...", ("• Beitrag", "• Bilder")
    assert found(TITLE, "", cut, "", *tabs, "", FIRST, "", SECOND, "", THIRD) == [cut, *tabs]


def test_a_sentence_from_within_somebody_s_words_set_apart_is_a_pull_quote():
    pulled = "Wir warten seit vier Jahren auf das versprochene Geld."
    assert found(TITLE, "", FIRST, "", pulled, "", SECOND, "", THIRD) == [pulled]


def test_a_headline_behind_an_arrow_between_paragraphs_is_a_link():
    link = "→ So baut Neumoor seinen Hafen"
    assert found(TITLE, "", FIRST, "", link, "", SECOND, "", THIRD) == [link]


def test_several_lines_behind_arrows_are_points_of_a_list():
    points = ("► Der Steg ist seit vier Jahren morsch", "► Das Geld für den Steg fehlt bis heute")
    assert found(TITLE, "", FIRST, "", *points, "", SECOND, "", THIRD) == []


def test_what_an_author_is_below_the_name_is_hidden():
    box = ("Hanna Wegmann", "", "Redakteurin im Ressort Umland.")
    assert box[2] in found(TITLE, "", FIRST, "", *box, "", SECOND, "", THIRD)


def test_a_poll_between_paragraphs_is_hidden_with_its_answers():
    poll = ("Soll der Steg gebaut werden?", "Ja", "Nein", "Weiß nicht", "Abstimmen")
    assert found(TITLE, "", FIRST, "", *poll, "", SECOND, "", THIRD) == list(poll)


def test_a_question_with_short_lines_and_no_button_is_the_article_s():
    rows = ("Soll der Steg gebaut werden?", "Die Lage am See", "Die Kosten")
    assert found(TITLE, "", FIRST, "", *rows, "", SECOND, "", THIRD) == []


def test_a_call_right_below_an_advertisement_s_label_is_hidden():
    rows = ("Anzeige", "Jetzt die neuen Gartenmöbel entdecken!")
    assert found(TITLE, "", FIRST, "", *rows, "", SECOND, "", THIRD) == list(rows)


def test_tags_parted_by_dots_and_those_behind_the_text_parted_by_commas_are_hidden():
    dots, commas = "Altmoor · Steg · Moorsee", "Altmoor, Steg, Moorsee, Rathaus"
    assert found(TITLE, "", FIRST, "", SECOND, "", THIRD, "", dots) == [dots]
    assert found(TITLE, "", FIRST, "", SECOND, "", THIRD, "", commas) == [commas]


def test_a_box_on_an_author_with_the_role_between_is_hidden_behind_the_text():
    told = "Hanna Wegmann schreibt seit zehn Jahren für den Boten über die Dörfer am Moor."
    box = ("Hanna Wegmann", "Redakteurin", told)
    assert found(TITLE, "", FIRST, "", SECOND, "", THIRD, "", *box)[-2:] == list(box[1:])
