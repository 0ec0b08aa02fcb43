"""Who says what in English: whose aide, whose statement, clauses that leave their verb out."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is over,” said an aide to Senator Anna Berg.", "an aide to Senator Anna Berg"),
        (
            "An adviser to President Paul Garner said the deal was “dead”.",
            "An adviser to President Paul Garner",
        ),
        (
            "Anna Berg resigned. A lawyer for Anna Berg called it “a farce”.",
            "A lawyer for Anna Berg",
        ),
        ("“We are worried,” read a joint note by four Nordic embassies.", "four Nordic embassies"),
        ("“We regret it,” said a joint statement from the two unions.", "the two unions"),
        ("“They lie,” read a Chatterbox post.", "a Chatterbox post"),
        ("“Stay at home,” read a message sent to residents.", "a message"),
    ],
)
def test_whose_aide_or_statement_it_is_is_told_whole(text: str, speaker: str) -> None:
    assert speakers_in("en", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A driver contacted by NTV said the bang was “huge”.", "A driver"),
        ("A shopkeeper reached by phone said the street was “dead quiet”.", "A shopkeeper"),
        ("A video posted on Chatterbox claimed the dam was “about to burst”.", "A video"),
        ("A report written by experts said the dam was “about to burst”.", "A report"),
    ],
)
def test_what_another_did_is_no_part_of_who_speaks(text: str, speaker: str) -> None:
    assert speakers_in("en", text) == [speaker]


def test_by_whom_a_thing_is_done_says_what_follows_in_a_clause() -> None:
    text = "The work was funded by the Coast and Hill Research Fund, which said it was “proud to help”."
    assert speakers_in("en", text) == ["the Coast and Hill Research Fund"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Paul Garner called the plan “brave”; Anna Berg “reckless”.",
            ["Paul Garner", "Anna Berg"],
        ),
        (
            "Paul Garner described it as “brave” and Anna Berg as “reckless”.",
            ["Paul Garner", "Anna Berg"],
        ),
        (
            "Paul Garner called Berg “weak” and Moss “crazy”.",
            ["Paul Garner", "Paul Garner"],
        ),
        (
            "Anna Berg (“a disgrace”) and Paul Garner (“shameful”) condemned the vote.",
            ["Anna Berg", "Paul Garner"],
        ),
        ("Anna Berg (“Night Train”) and Paul Garner (“The Salt Road”) came.", []),
    ],
)
def test_a_verb_left_out_or_a_bracket_has_its_own_source(text: str, speakers: list[str]) -> None:
    assert speakers_in("en", text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "But local councillor Anna Berg, who sits as an independent, said it was “known”.",
            "Anna Berg",
        ),
        (
            "Backing his claim, a trader at Low Market, Mrs. Anna Berg, said it was “bad”.",
            "Anna Berg",
        ),
        (
            "People on the isle of Oran say they have been “left stranded”.",
            "People on the isle of Oran",
        ),
        ("The union left. The statement read in part, “There is enough for all.”", "The statement"),
    ],
)
def test_what_opens_an_english_sentence_does_not_hide_its_subject(text: str, speaker: str) -> None:
    assert [str(one).removeprefix("Mrs. ") for one in speakers_in("en", text)] == [speaker]


def test_who_answers_on_a_topic_is_who_has_said_most_and_not_whom_it_names() -> None:
    text = (
        "Rovers manager Paul Garner spoke on Friday.\n\n“We are fit,” the Dane said.\n\n“We will "
        "win,” he added.\n\nTown boss Lee Moss called it “all forgotten”.\n\nOn reported interest in "
        "striker Max Hale:\n\n“No bid. None. I nearly choked on my toast when I read that.”"
    )
    assert speakers_in("en", text) == ["Paul Garner", "Paul Garner", "Lee Moss", "Paul Garner"]


@pytest.mark.parametrize(
    "text",
    [
        "With the words “I am staying”, Mayor Paul Garner ended his speech.",
        "Paul Garner ended his speech with the words “I am staying”.",
    ],
)
def test_the_words_that_somebody_uses_are_said_by_them(text: str) -> None:
    assert speakers_in("en", text) == ["Paul Garner"]
