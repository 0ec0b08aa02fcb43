"""Who says what in Danish, Swedish and Norwegian."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("da", "»Vi er trætte,« siger borgmester Pia Holm (S) til Ritzau.", ["Pia Holm"]),
        ("da", "Pia Holm er lærer. »Vi er trætte,« siger hun.", ["Pia Holm"]),
        ("da", "I en mail skriver Jens Bak: »Det er helt forkert.«", ["Jens Bak"]),
        (
            "da",
            "Ifølge en talsmand for politiet var det »for tæt på«.",
            ["en talsmand for politiet"],
        ),
        ("da", "Professor Ole Juhl fra Aarhus Universitet kalder det »absurd«.", ["Ole Juhl"]),
        ("da", "»Er du sikker?« spurgte dommeren. »Ja,« svarede vidnet.", ["dommeren", "vidnet"]),
        ("sv", "”Vi är trötta”, säger kommunalrådet Pia Holm (S) till TT.", ["Pia Holm"]),
        ("sv", "Pia Holm är lärare. ”Vi är trötta”, säger hon.", ["Pia Holm"]),
        ("sv", "Enligt polisen var mannen ”kraftigt berusad”.", ["polisen"]),
        ("sv", "Jens Bäck, ordförande i klubben, säger att det är ”helt fel”.", ["Jens Bäck"]),
        ("no", "«Vi er slitne», legger ordfører Pia Holm (Ap) til.", ["Pia Holm"]),
        ("no", "Pia Holm er lærer. «Vi er slitne», sier hun.", ["Pia Holm"]),
        ("no", "Til NRK sier Jens Bakke: «Det er helt feil.»", ["Jens Bakke"]),
        ("no", "Statsminister Lene Kruse kaller angrepet «feigt og uklokt».", ["Lene Kruse"]),
    ],
)
def test_the_speaker_is_found(code: str, text: str, speakers: list[str]) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Færgen »Nordlys« blev aflyst, og filmen »Natten« udsat."),
        ("sv", "Färjan ”Norrsken” ställdes in, och filmen ”Natten” sköts upp."),
        ("no", "Ferjen «Nordlys» ble innstilt, og filmen «Natten» utsatt."),
    ],
)
def test_a_name_in_marks_is_no_speech(code: str, text: str) -> None:
    assert speakers_in(code, text) == []
