from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Metadata
from store.reading import identification, languages
from store.reading.document import read_document
from store.reading.identification import identify_language
from store.reading.projection import Projection
from tests.store.reading.language_texts import TEXTS

ROOT = Path(__file__).resolve().parents[3]
MENU = "Home\nWorld\nBusiness\nSport\nCulture\nSign in\nSubscribe\nTerms of use\nAbout us\n\n"


def test_there_is_a_text_in_every_language_that_has_a_file():
    assert set(TEXTS) == set(languages.codes())


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_sentence_and_of_a_text_among_menus_is_identified(code):
    text = TEXTS[code]
    assert identify_language(text.partition("\n")[0]) == code
    assert identify_language(text) == code
    assert identify_language(MENU + text.replace("\n", "\n\n") + "\n\n" + MENU * 2) == code


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_settles_its_language_without_the_model(code):
    identification._identifier.cache_clear()
    assert identify_language(MENU + TEXTS[code]) == code
    assert not identification._identifier.cache_info().misses


def test_a_text_below_thousands_of_letters_of_menus_is_found():
    assert identify_language(MENU * 100 + TEXTS["pl"]) == "pl"


def test_frequent_words_and_the_model_agree_on_every_page_of_ours():
    for path in [*(ROOT / "tests/pages").glob("*.txt"), *(ROOT / "seeds").glob("*.txt")]:
        sample = identification._sample(path.read_text("utf-8"))
        quick = identification._by_frequent_words(sample)
        assert quick in (None, identification._identifier().classify(sample)[0]), path.name


@pytest.mark.parametrize("code", ["id", "ms"])
def test_relatives_are_told_apart_without_the_model_by_words_that_one_of_them_writes(code):
    for path in (ROOT / "tests/pages").glob(f"{code}-*.txt"):
        sample = identification._sample(path.read_text("utf-8"))
        assert identification._by_frequent_words(sample) == code, path.name
    tables = {one: languages.load(one).table("identification") for one in ("id", "ms")}
    relative = tables["ms" if code == "id" else "id"]
    assert not set(tables[code]["own"]) & {*relative["words"], *relative["own"]}


def test_where_the_longest_lines_tell_no_relative_from_the_other_the_rest_does():
    shared = "Dia tidak akan pergi ke sana dengan mereka untuk hari ini dan juga itu. " * 40
    own = ["Dia membantah bahwa uang itu miliknya.", "Polisi mengatakan hal itu karena bisa."]
    identification._identifier.cache_clear()
    assert identify_language("\n".join([shared, *own])) == "id"
    assert not identification._identifier.cache_info().misses
    assert identification._by_frequent_words(identification._sample(shared)) is None


@pytest.mark.parametrize("text", ["", "  \n ", "123", "?!"])
def test_too_little_text_has_no_language(text):
    assert identify_language(text) is None
    assert read_document(text).metadata.language is None


def test_a_stated_language_is_believed():
    document = read_document(TEXTS["en"], Metadata(language="ms"))
    assert document.metadata.language == "ms"


def test_the_empty_text_is_one_blank_line():
    document = read_document("")
    assert [line.kind for line in document.lines] == ["blank"]
    assert document.quotes == ()


def test_quotes_stand_in_shown_lines_where_the_offsets_say():
    text = (
        "Wali Kota Bantah Jembatan Retak\n\n"
        + "Wali kota mengatakan jembatan itu aman dan akan dibuka kembali pekan depan."
        + '\n\nBaca juga: "Jembatan" di Layar Lebar\n\n"Jembatan itu tidak retak," kata Sari Dewi.'
    )
    document = read_document(text)
    assert [(quote.kind, quote.text) for quote in document.quotes] == [
        ("reported", "jembatan itu aman dan akan dibuka kembali pekan depan"),
        ("direct", '"Jembatan itu tidak retak,"'),
    ]
    assert document.quotes[0].speaker == "Wali kota"
    for quote in document.quotes:
        assert text[quote.start : quote.end] == quote.text
        assert text[quote.speaker_start : quote.speaker_end] == quote.speaker


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")))
@settings(max_examples=60, deadline=None)
def test_reading_any_text_twice_gives_the_same_and_never_fails(text):
    document = read_document(text, Metadata(language="id"))
    assert read_document(text, Metadata(language="id")) == document
    assert document.text == text
    assert Projection(text, document.lines).clean is not None


def test_a_megabyte_is_read_to_its_end():
    paragraph = TEXTS["id"] + ' "Kami siap," kata Sari Dewi. ' + TEXTS["id"]
    text = "Judul Berita\n\n" + "\n\n".join(f"{n}. {paragraph}" for n in range(5000))
    document = read_document(text[:1_000_000])
    assert document.lines[-1].end == 1_000_000
    assert document.quotes[-1].start > 990_000


def test_reported_speech_holds_words_in_marks_whole_or_not_at_all():
    for path in (ROOT / "tests/pages").glob("*.txt"):
        quotes = read_document(path.read_text("utf-8")).quotes
        marked = [quote for quote in quotes if quote.kind in ("direct", "partial")]
        clauses = [quote for quote in quotes if quote.kind == "reported"]
        for before, after in [*pairwise(marked), *pairwise(clauses)]:
            assert before.end <= after.start, path.name
        for clause in clauses:
            for quote in marked:
                holds = clause.start <= quote.start and quote.end <= clause.end
                is_apart = quote.end <= clause.start or clause.end <= quote.start
                assert is_apart or (holds and quote.kind == "partial"), path.name
