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
