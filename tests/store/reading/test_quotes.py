"""Quotes: found from opener to closer, told from names and titles, in shown lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Line, LineKind, Quote
from store.reading import languages
from store.reading.quotes import find_quotes
from tests.growth import grows_linearly
from tests.store.reading.quote_cases import CASES


def lines_of(text: str, hidden: frozenset[int] = frozenset(), title: int = 0) -> list[Line]:
    """The lines of a text, all body but the blank ones; numbers count from 1."""
    lines = []
    start = 0
    for number, content in enumerate(text.split("\n"), 1):
        kind: LineKind = "body" if content.strip() else "blank"
        kind = "title" if number == title else "boilerplate" if number in hidden else kind
        lines.append(Line(number, start, start + len(content), kind, number not in hidden))
        start += len(content) + 1
    return lines


def quotes_in(text: str, code: str = "id", **kinds: object) -> list[Quote]:
    return list(find_quotes(text, lines_of(text, **kinds), languages.load(code)))  # type: ignore[arg-type]


def speech_in(text: str, code: str = "id", **kinds: object) -> list[str]:
    return [q.text for q in quotes_in(text, code, **kinds) if q.kind in {"direct", "partial"}]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_speech_is_found_with_its_kind_and_speaker(
    code: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    speech = [q for q in quotes_in(text, code) if q.kind in {"direct", "partial"}]
    assert [(q.text, q.kind, q.speaker) for q in speech] == expected


def test_a_closing_sign_glued_before_a_capital_opens_where_nothing_is_open() -> None:
    text = 'Kapal itu sudah berangkat.”Kami tidak tahu ke mana,"ujar Budi Hartono di pelabuhan.'
    assert speech_in(text) == ['”Kami tidak tahu ke mana,"']


def test_what_the_article_says_itself_is_no_speech_where_it_is_set_off() -> None:
    words = "Die Lampe am Hafen brennt länger, als je einer der Fischer gehofft hatte."
    text = (
        f"Anna Roth sprach gestern lange.\n\n„{words}“\n\nNun ist es so weit: {words} Alle gehen."
    )
    assert speech_in(text, "de") == []
    assert speech_in(text.replace(f": {words}", "."), "de") == [f"„{words}“"]


def test_a_subheading_in_marks_is_no_speech_where_a_quote_holds_its_words() -> None:
    words = "Die Lampe brennt hell"
    quote = f"„{words}, und sie wird noch lange so brennen“"
    text = f"„{words}“\n\nKlar war Anna Roth: {quote}, sagte sie."
    assert speech_in(text, "de") == [quote]


def test_an_unclosed_quote_ends_before_who_is_told_to_say_it() -> None:
    text = (
        "“The lamps bring new trade. We hope for more, consul Haddou said.\n\n“It cost a lot, she "
        "explained. “But we hope.”"
    )
    assert speech_in(text, "en") == [
        "“The lamps bring new trade. We hope for more,",
        "“It cost a lot,",
        "“But we hope.”",
    ]


def test_a_headline_holds_no_speech() -> None:
    text = 'Bupati: "Kami Tidak Tahu," kata Bupati\n\nIsi berita.'
    assert [quote.kind for quote in quotes_in(text, title=1)] == ["title"]


def test_hidden_lines_are_not_read() -> None:
    text = '"Satu," kata Ani.\n"Dua," kata Budi.\n"Tiga," kata Citra.'
    assert speech_in(text, hidden=frozenset({2})) == ['"Satu,"', '"Tiga,"']


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            '"Kami akan pergi.\n\nIklan\n\n"Besok," kata Ani.',
            ['"Kami akan pergi.', '"Besok,"'],
        ),
        (
            "Kata Ani: “Kami akan pergi.\n\nIklan\n\nFoto\n\nTutup Iklan“Besok.” Ani pulang.",
            ["“Kami akan pergi.", "“Besok.”"],
        ),
        (
            "“Kami akan pergi.\n\nIklan\n\nBesok,” kata Ani.",
            ["“Kami akan pergi.", "Besok,”"],
        ),
    ],
)
def test_what_goes_on_below_hidden_lines_is_one_persons_and_a_quote_on_each_side(
    text: str, pieces: list[str]
) -> None:
    lines = lines_of(text, frozenset({3, 5} if "Foto" in text else {3}))
    found = find_quotes(text, lines, languages.load("id"))
    assert [quote.text for quote in found] == pieces
    assert {quote.speaker for quote in found} == {"Ani"}


def test_nothing_else_is_paired_across_a_hidden_line() -> None:
    text = '"Kami akan pergi.\n\nIklan\n\nKapal "Besok" tiba.\nAni turun.'
    assert speech_in(text, hidden=frozenset({3})) == ['"Kami akan pergi.']


def test_a_short_line_that_only_opens_a_quote_is_no_heading() -> None:
    text = "He said: “The boat has gone.\n\n“Who rowed it?\n\n“Not me,” said Ole Timm."
    lines = [replace(line, kind="heading") if line.number == 3 else line for line in lines_of(text)]
    found = find_quotes(text, lines, languages.load("en"))
    assert [quote.text for quote in found] == [text[9 : text.rindex("”") + 1]]


def test_a_quote_of_several_paragraphs_is_one() -> None:
    text = "“Satu kalimat.\n\n“Dua kalimat.\n\n“Tiga kalimat,” kata Ani."
    assert speech_in(text) == ["“Satu kalimat.\n\n“Dua kalimat.\n\n“Tiga kalimat,”"]


def test_what_stands_inside_a_quote_is_nested() -> None:
    text = "\"Dia bilang 'tidak mau' dan “jangan” lagi,\" kata Ani."
    assert [quote.kind for quote in quotes_in(text)] == ["direct", "nested", "nested"]


@pytest.mark.parametrize(
    ("code", "text", "unclosed"),
    [
        (
            "de",
            "„Nein“, sagt Ole Timm. „Es war teuer. Das bleibt so.",
            "„Es war teuer. Das bleibt so.",
        ),
        ("en", "“No,” says Ole Timm. “It was dear. It still is.", "“It was dear. It still is."),
        ("fr", "« Non », dit Ole Timm. « C’était cher. Ça l’est.", "« C’était cher. Ça l’est."),
    ],
)
def test_an_opener_behind_a_full_stop_needs_no_closer_in_its_paragraph(
    code: str, text: str, unclosed: str
) -> None:
    assert speech_in(f"{text}\n\nNext: 5.", code)[1:] == [unclosed]


@pytest.mark.parametrize(
    "text",
    [
        "Ole Timm left. “nobody knows why, and nobody asked him about it.",
        'Ole Timm left 5“ of snow. 3“ Deep and 6" wide it was on the road.',
    ],
)
def test_a_stray_mark_opens_no_quote(text: str) -> None:
    assert speech_in(text, "en") == []


def test_guillemets_behind_an_apostrophe_open() -> None:
    assert speech_in("Paul Roche parle d’« une honte absolue ».", "fr") == ["« une honte absolue »"]


def test_apostrophes_and_inches_are_no_marks() -> None:
    assert quotes_in("Jum'at di Ka'bah, People’s Party, layar 32\" dan tinggi 6'2\".") == []


def test_the_wire_is_not_the_speaker() -> None:
    (quote,) = quotes_in('"Kami siap," kata Ani Wijaya, dilansir dari AFP, Senin.')
    assert (quote.speaker, quote.cue) == ("Ani Wijaya", "kata")


def test_an_unknown_language_still_pairs_marks() -> None:
    assert [quote.text for quote in quotes_in("«Да», — сказал он.", "ru")] == ["«Да»"]


def test_a_text_without_marks_has_no_quotes() -> None:
    assert quotes_in("Tidak ada kutipan di sini.") == []


REPORTED = [
    ("id", "Rahmat membantah bahwa dana itu hilang.", "dana itu hilang", "Rahmat"),
    (
        "id",
        "Harga beras akan turun bulan depan, kata Bulog.",
        "Harga beras akan turun bulan depan",
        "Bulog",
    ),
    ("id", "Menurut Wati, air naik sebelum subuh.", "air naik sebelum subuh", "Wati"),
    ("ms", "Azlan menafikan dakwaan itu benar.", "dakwaan itu benar", "Azlan"),
    ("en", "Moreno said the vote had been delayed.", "the vote had been delayed", "Moreno"),
    ("de", "Reuter sagte, die Lieferung sei gestoppt.", "die Lieferung sei gestoppt", "Reuter"),
    ("fr", "Vasseur a assuré que le port rouvrirait lundi.", "le port rouvrirait lundi", "Vasseur"),
]


@pytest.mark.parametrize(("code", "text", "clause", "speaker"), REPORTED)
def test_reported_speech_is_found_only_when_asked_for(
    code: str, text: str, clause: str, speaker: str
) -> None:
    language = languages.load(code)
    assert find_quotes(text, lines_of(text), language) == ()
    (quote,) = find_quotes(text, lines_of(text), language, reported=True)
    assert (quote.kind, quote.text, quote.speaker) == ("reported", clause, speaker)


def test_a_verb_with_a_thing_reports_no_clause() -> None:
    text = "Rahmat mengecam serangan itu."
    assert find_quotes(text, lines_of(text), languages.load("id"), reported=True) == ()


@pytest.mark.parametrize(
    ("code", "text", "speech"),
    [
        (
            "pt",
            "— Não vi nada. Dormi cedo — afirmou o vereador Caio Lima, por telefone.",
            [("Não vi nada. Dormi cedo", "Caio Lima")],
        ),
        (
            "es",
            "—No vi nada —dijo la alcaldesa Nuria Peñas—. Y me voy.",
            [("No vi nada", "Nuria Peñas"), ("Y me voy.", "Nuria Peñas")],
        ),
        ("pt", "— Perdi tudo — conta Caio Lima.", [("Perdi tudo", "Caio Lima")]),
        (
            "pt",
            "O vereador Caio Lima chegou.\n\n— Perdi tudo — conta, rindo.\n\n— Quero ir embora.",
            [("Perdi tudo", "Caio Lima"), ("Quero ir embora.", "Caio Lima")],
        ),
        (
            "pl",
            "Rolnik Jan Rój ma pole. – Sieję pszenicę – mówi. Zbiera w lipcu.",
            [("Sieję pszenicę", "Jan Rój")],
        ),
        ("pt", "— Obras na ponte.\n\n— Duas faixas até sexta-feira.", []),
        ("pt", "— Obras na ponte — duas faixas — até sexta-feira", []),
        ("pt", "O vereador Caio Lima — disse a rádio — não viu nada.", []),
        ("fr", "– Le plan d’hiver – dit « de secours » – est voté.", []),
    ],
)
def test_dashes_set_off_speech_where_a_line_opens_with_one(
    code: str, text: str, speech: list[tuple[str, str]]
) -> None:
    found = [quote for quote in quotes_in(text, code) if quote.kind in {"direct", "partial"}]
    assert [(quote.text, quote.speaker) for quote in found] == speech


@pytest.mark.parametrize(
    ("behind", "count"), [(" (rin/kab)", 2), ("", 2), (" (lagu pembuka acara itu di Solo)", 1)]
)
def test_initials_behind_the_last_quote_are_no_sentence(behind: str, count: int) -> None:
    text = f'"Kami pulang," kata Bupati Wira Kusnadi. "Tetapi tidak sekarang."{behind}'
    assert len(speech_in(text)) == count


NEWSY = st.lists(
    st.sampled_from(
        [
            *"\"“”„«»‹›'‘’「」『』()",
            *("''", "``", ",", ".", "?", ":", " ", "  ", "\n", "\n\n", "5", "\\", "—", "\u00a0"),
            *("kata", "Ani Wijaya", "mengatakan", "dia", "katanya", "menurut", "yang", "pejabat"),
            *(
                "said",
                "he",
                "the official",
                "sagte",
                "a déclaré",
                "と述べた",
                "首相は",
                "日本",
                "e\u0301",
            ),
            *("Direktur", "bin", "dan", "Senin", "film", "bahwa", "tidak"),
        ]
    ),
    max_size=40,
).map(" ".join) | st.text(max_size=80)
CODES = st.sampled_from(["id", "ms", "en", "de", "fr", "ja", "xx"])


@settings(max_examples=300, deadline=None)
@given(NEWSY, CODES, st.frozensets(st.integers(1, 6), max_size=3), st.integers(0, 4))
def test_quotes_keep_their_promises_on_any_text(
    text: str, code: str, hidden: frozenset[int], title: int
) -> None:
    lines = lines_of(text, hidden, title)
    quotes = find_quotes(text, lines, languages.load(code), reported=True)
    assert list(quotes) == sorted(quotes, key=lambda quote: (quote.start, -quote.end))
    end = 0
    for quote in quotes:
        assert quote.start < quote.end
        assert quote.text == text[quote.start : quote.end]
        touched = [line for line in lines if line.start < quote.end and quote.start < line.end]
        assert all(line.shown for line in touched)
        if quote.speaker is not None:
            assert quote.speaker == text[quote.speaker_start : quote.speaker_end]
        else:
            assert quote.speaker_start is quote.speaker_end is None
        if quote.kind in {"direct", "partial"}:
            assert quote.start >= end
            end = quote.end


@pytest.mark.parametrize("code", ["id", "en", "ja"])
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        '"“',
        "«»",
        "'a ",
        ' "a" ',
        '"a," kata B, ',
        '"a, kata x\n',
        '"A\n\n',
        "Budi ",
        "「あ",
        "は「あ」と",
    ],
)
def test_the_work_for_marks_without_end_grows_with_their_number(unit: str, code: str) -> None:
    language = languages.load(code)

    def find(size: int) -> None:
        text = unit * (size // len(unit) + 1)
        find_quotes(text, lines_of(text), language)

    assert grows_linearly(find, 15_000)


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        (",,Dit is waar”, zegt Anna. Hij kocht brood,,kaas en melk.", [",,Dit is waar”"]),
        ("« C'est faux« , dit Paul. « Oui », dit Rita.", ["« C'est faux«", "« Oui »"]),
        ("“Es cierto “, dijo Ana. “No”, dijo Luis.", ["“Es cierto “", "“No”"]),
        ("Ana dijo que era “un robo como el de 2014″, y calló.", ["“un robo como el de 2014″"]),
        (
            "Ana dijo: “Mide 5″ de ancho y no cabe por ahí”.",
            ["“Mide 5″ de ancho y no cabe por ahí”"],
        ),
        ("Ana dijo: “Nadie vino a casa,’’ y calló.", ["“Nadie vino a casa,’’"]),
        ("Pregunta 3:,, ¿Le gusta nadar?’’", [",, ¿Le gusta nadar?’’"]),
        (
            "‘‘They told me ‘go home’ and so I did,’’ said Rita. She left.",
            ["‘‘They told me ‘go home’ and so I did,’’"],
        ),
        (
            "» Je n’ai rien reçu « , souffle Paul, dit-on.\n\nIl a dit : » Je paierai. «",
            ["» Je n’ai rien reçu «", "» Je paierai. «"],
        ),
        ("'Se fueron todos ayer,\" dijo Rita. Y calló.", ["'Se fueron todos ayer,\""]),
        ('"Se fueron todos ayer,\' dijo Rita. "Ya."', ["\"Se fueron todos ayer,'", '"Ya."']),
        ('Rita dijo:" Vengan todos." Y calló.', ['" Vengan todos."']),
        ('" Vengan todos a la plaza, "dijo Rita. Y calló.', ['" Vengan todos a la plaza, "']),
    ],
)
def test_marks_that_programs_or_hands_put_wrongly_are_paired(text: str, speech: list[str]) -> None:
    assert speech_in(text, "fr" if "dit" in text else "es") == speech


@pytest.mark.parametrize("kind", ["heading", "body"])
def test_a_line_that_ends_in_a_colon_names_who_speaks_below_it(kind: LineKind) -> None:
    text = (
        "Mayor Ann Dale said the lamps were old.\n\nTom Hale wrote:\n\n“Well done to all.”\n\n"
        "Rita Moss said:\n\n“Leave them on at night.”"
    )
    lines = [replace(one, kind=kind) if one.number in {3, 7} else one for one in lines_of(text)]
    found = find_quotes(text, lines, languages.load("en"))
    assert [quote.speaker for quote in found] == ["Tom Hale", "Rita Moss"]


def test_who_is_named_behind_each_utterance_said_it_where_the_page_opens_with_one() -> None:
    text = (
        "“We were lucky.”\n\nFulham coach Tom Hale is pleased.\n\n“It hurts.”\n\n"
        "Keeper Luke Moss was beaten twice.\n\n“What a day.”\n\nCaptain Jim Dale ran the line."
    )
    assert [quote.speaker for quote in quotes_in(text, "en")] == [
        "Tom Hale",
        "Luke Moss",
        "Jim Dale",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Lines of a sentence each, and a sentence that is broken between two lines.
        'Adi bicara.\n"Jangan percaya.\nApalagi ikut.\nKami akan periksa," kata Adi.',
        'Adi bicara.\n"Jangan percaya kabar yang tidak ada\ndasarnya", kata Adi.',
    ],
)
def test_a_quote_goes_on_over_lines_that_neither_open_nor_close_it(text: str) -> None:
    quotes = [quote.text for quote in quotes_in(text)]
    assert quotes == [text[text.index('"') : text.rindex('"') + 1]]


def test_a_quote_ends_at_a_blank_line_where_nothing_closes_it() -> None:
    text = 'Adi bicara: "Jangan percaya.\n\nWarga pulang.\n\n"Tidak," kata Adi.'
    assert speech_in(text) == ['"Jangan percaya.', '"Tidak,"']


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("hu", "„Semmit sem zárunk be” – mondta Lis Adam.", ["„Semmit sem zárunk be”"]),
        ("hu", "– Két órát vártunk – mondja Hanna.", ["Két órát vártunk"]),
        ("et", "”Me ei sulge ühtegi silda”, ütleb Ants Lind.", ["”Me ei sulge ühtegi silda”"]),
        ("hu", "A „Sirály” visszatért.", []),
    ],
)
def test_a_language_without_a_file_has_quotes_and_names_no_speaker(code, text, said):
    quotes = find_quotes(text, lines_of(text), languages.load(code))
    spoken = [quote for quote in quotes if quote.kind in {"direct", "partial"}]
    assert [quote.text for quote in spoken] == said
    assert [quote.speaker for quote in spoken] == [None for _ in said]
