"""Who says a quote in Romanian, where roles bear their article at the end: primarul, directoarea."""

from __future__ import annotations

import pytest

from tests.store.reading.test_attributions import speakers_in


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("„Nu avem nicio explicație”, a declarat primarul Ion Mardare.", ["Ion Mardare"]),
        ("Ministrul Sănătății, Radu Pescu, a anunțat că „vaccinurile vor ajunge luni”.",
         ["Radu Pescu"]),
        ("Premierul a precizat: „Bugetul va fi gata până vineri”.", ["Premierul"]),
        ("„Vom face recurs”, a transmis avocatul Dan Voinea. „E nevinovat”, a adăugat acesta.",
         ["Dan Voinea", "Dan Voinea"]),
        ("„Ne-am trezit cu apa în casă”, povestește o localnică.", ["o localnică"]),
        ("Potrivit procurorilor, bărbatul a acționat „cu sânge rece”.", ["procurorilor"]),
        ("Antrenorul Vasile Tomșa nu a căutat scuze: „Am jucat slab”.", ["Vasile Tomșa"]),
        ("„Copiii învață în frig”, se plâng părinții. „Am cerut fonduri”, răspunde directoarea "
         "Carmen Ilieș.", ["părinții", "Carmen Ilieș"]),
    ],
)  # fmt: skip
def test_who_says_it_is_named(text: str, speakers: list[str]) -> None:
    assert speakers_in("ro", text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Filmul „Vara de altădată” a câștigat premiul cel mare.",
        "Liceul Teoretic „Mihai Sorescu” va fi renovat anul viitor, a anunțat primăria.",
    ],
)
def test_titles_and_names_in_marks_are_no_speech(text: str) -> None:
    assert speakers_in("ro", text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Întrebată despre caz, purtătoarea de cuvânt a spitalului, Irina Dobre, a negat "
         "întârzierea: „Apelul a fost preluat la timp.”", "Irina Dobre"),
        ("Contactată despre incident, directoarea spitalului, Ilinca Moga, a respins acuzațiile: "
         "„Nu comentez acum.”", "Ilinca Moga"),
    ],
)  # fmt: skip
def test_who_was_asked_is_named_behind_it(text: str, speaker: str) -> None:
    page = f"Ieri a plouat mult în oraș și pe dealuri.\n\n{text}"
    assert speakers_in("ro", page) == [speaker]
