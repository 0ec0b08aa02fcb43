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
