"""Who says a quote in turns of phrase that news pages of every kind use: objects first, asides."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("verb", "speaker"),
    [("s’emporte", "Lise Arnaud"), ("s’agace", "Lise Arnaud"), ("s’énerve", "Lise Arnaud")],
)
def test_a_reflexive_verb_with_an_elided_pronoun_is_found_inside_marks(
    verb: str, speaker: str
) -> None:
    text = f"« On ne nous a rien dit, {verb} {speaker}. Lundi, le car a fait demi-tour. »"
    assert speakers_in("fr", text) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das wollte die Ministerin nicht auf sich sitzen lassen.",
        "Das bestreitet die Ministerin.",
        "Davon will die Ministerin nichts wissen.",
    ],
)
def test_who_is_described_behind_the_verb_speaks_next(sentence: str) -> None:
    text = (
        "Ministerin Rita Moos lässt bauen. „Das wird zu teuer“, sagt Händler Jan Ott.\n"
        f"{sentence} „Wer klagt, soll erst lesen“, entgegnete sie."
    )
    assert speakers_in("de", text) == ["Jan Ott", "Rita Moos"]


@pytest.mark.parametrize("aside", ["añadió", "comentó con sorna", "dijo después"])
def test_a_verb_between_commas_behind_a_thing_goes_on_with_who_spoke(aside: str) -> None:
    text = (
        "“Faltan camas”, dijo el gerente Raúl Prieto.\n"
        "La contralora recordó que el aviso llegó tarde. "
        f"Esa parte de la historia, {aside}, “no salió en la radio”."
    )
    assert speakers_in("es", text) == ["Raúl Prieto", "La contralora"]


def test_she_is_no_body_that_its_article_makes_masculine() -> None:
    text = (
        "«La confiance est suspendue», a dit la présidente Nina Rochat. "
        "Le collège a pris cette décision «à l’unanimité», a-t-elle précisé."
    )
    assert speakers_in("fr", text) == ["Nina Rochat", "Nina Rochat"]
