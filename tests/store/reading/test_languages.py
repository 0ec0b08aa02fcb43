import re
import tomllib
import unicodedata
from importlib import resources

import pytest

from store.matching import fold
from store.reading import languages
from store.reading.bylines.credit_lines import read_credit_line
from store.reading.cues import CATEGORIES, all_agencies, cue_book, line_key
from store.reading.dates import find_dates

LINE_KEYS = {"whole", "start", "contains", "end", "heading", "section", "short"}
CAPTION_KEYS = LINE_KEYS | {
    "marker",
    "above",
    "beside",
    "credit",
    "credit_joiner",
    "sentence_signs",
}
METADATA_KEYS = {
    "author", "author_without_colon", "editor", "published", "modified", "as_of", "date_words",
    "and", "roles", "staff", "staff_endings", "wire", "wire_fillers", "after_name", "particles",
    "outlet_words", "outlet_articles", "no_outlets", "places", "place_endings", "desks",
    "own_name", "editions", "picture_agencies", "helpers", "whence", "source", "compiled",
    "no_own_names", "other_sites", "section_words", "no_owners", "address_labels",
    "place_labels", "company_forms", "company_forms_unspaced", "publishers", "houses", "copyright", "rights",
    "told", "followed", "inflected_names", "disclaimers", "name_endings", "first_in_menus",
    "agencies",
}  # fmt: skip
DATE_KEYS = {
    "months", "weekdays", "time_words", "time_end", "same_day", "morning", "afternoon", "zones", "eras", "is_year_first",
    "years_ahead",
    "month_first_zones", "near_days",
}  # fmt: skip

#: Entries of [lines] that are no kind of clutter.
PROMPT_KEYS = LINE_KEYS | {"offered"}
OTHER_KEYS = {"caption": CAPTION_KEYS, "prompt": PROMPT_KEYS}
LISTS = {"also", "notes", "contents", "polls", "about_authors", "box_ends"}

each_language = pytest.mark.parametrize("code", languages.codes())


def test_the_six_languages_of_the_project_are_there():
    assert {"id", "ms", "en", "de", "fr", "ja"} <= set(languages.codes())


def test_a_language_without_a_file_is_empty_and_still_has_a_code():
    assert languages.load("xx").code == "xx"
    assert languages.load("xx").tables == {}
    assert languages.load(None).code == "und"


def test_a_language_is_loaded_once():
    assert languages.load("id") is languages.load("id")


@each_language
def test_the_tables_of_a_file_are_all_that_it_holds(code):
    content = resources.files(languages).joinpath(f"{code}.toml").read_text("utf-8")
    assert dict(languages.load(code).tables) == tomllib.loads(content)


def assert_words(words, where):
    assert isinstance(words, list), where
    for word in words:
        assert isinstance(word, str), where
        assert word, f"empty in {where}"
        assert word.strip() or where.endswith("joiner"), where
    assert len(set(words)) == len(words), f"twice in {where}"


@each_language
def test_every_table_of_line_cues_is_known_and_holds_words(code):
    lines = languages.load(code).table("lines")
    known = {*CATEGORIES, *LISTS}
    assert set(lines) <= known
    assert set(lines.get("also", ())) <= set(languages.codes())
    assert_words(lines.get("notes", []), f"{code} lines.notes")
    for category in set(lines) - LISTS:
        allowed = OTHER_KEYS.get(category, LINE_KEYS)
        assert set(lines[category]) <= allowed, category
        for key, words in lines[category].items():
            assert_words(words, f"{code} lines.{category}.{key}")


@each_language
def test_a_start_cue_is_long_enough_not_to_open_ordinary_sentences(code):
    for category, table in languages.load(code).table("lines").items():
        if category not in LISTS:
            for phrase in table.get("start", ()):
                assert len(phrase) > 2 or not phrase.isalnum(), f"{code} {category}: {phrase!r}"


@each_language
def test_the_table_of_repeats_holds_words_in_small_letters(code):
    table = languages.load(code).table("repeats")
    assert set(table) <= {"addressed", "addressed_in_capitals", "asking", "kept"}
    for key, words in table.items():
        assert_words(words, f"{code} repeats.{key}")
        if key == "addressed_in_capitals":
            assert all(word.istitle() for word in words)
            continue
        assert all(word == word.lower() and "*" not in word[:-1] for word in words)
    assert not set(table.get("addressed", ())) & set(table.get("kept", ()))


@each_language
def test_every_whole_cue_finds_the_line_that_says_just_that(code):
    language = languages.load(code)
    book = cue_book(language)
    for category, table in language.table("lines").items():
        if category in LISTS:
            continue
        for how in ("whole", "heading", "section", "marker", "above"):
            for phrase in table.get(how, ()):
                line = phrase.replace("#", "12")
                assert book.match(line_key(line.capitalize()), prose=False), (category, phrase)


@each_language
def test_every_start_cue_finds_a_line_that_opens_so(code):
    language = languages.load(code)
    book = cue_book(language)
    for category, table in language.table("lines").items():
        if category in LISTS:
            continue
        for phrase in table.get("start", ()):
            line = phrase.replace("#", "12").replace("*", "one two") + " …"
            assert book.match(line_key(line), prose=False), (category, phrase)


@each_language
def test_the_table_of_metadata_holds_known_lists(code):
    metadata = languages.load(code).table("metadata")
    assert set(metadata) <= METADATA_KEYS
    for key, words in metadata.items():
        if key != "agencies":
            assert_words(words, f"{code} metadata.{key}")
    for agency, names in metadata.get("agencies", {}).items():
        assert_words(names, f"{code} metadata.agencies.{agency}")
    for key in ("author", "editor", "published", "modified", "and", "wire"):
        assert metadata.get(key), f"{code} has no {key}"


@each_language
def test_labels_that_need_no_colon_are_labels(code):
    metadata = languages.load(code).table("metadata")
    assert set(metadata["author_without_colon"]) <= set(metadata["author"])


@each_language
def test_the_frequent_words_are_single_words_in_small_letters(code):
    table = languages.load(code).table("identification")
    assert set(table) <= {"words", "own"}
    for key, words in table.items():
        assert_words(words, f"{code} identification.{key}")
        assert all(is_letters(word) and word == word.lower() for word in words)


def is_letters(word: str) -> bool:
    """Whether a word is nothing but letters and the signs on them."""
    return all(unicodedata.category(sign)[0] in "LM" for sign in word)


@each_language
def test_the_table_of_dates_has_twelve_months_or_none_and_real_offsets(code):
    dates = languages.load(code).table("dates")
    assert set(dates) <= DATE_KEYS
    assert len(dates["months"]) in (0, 12)
    names = [{fold(name) for name in month} for month in dates["months"]]
    assert len(set().union(*names)) == sum(map(len, names)), "one name for two months"
    for zone, offset in dates.get("zones", {}).items():
        assert not offset or re.fullmatch(r"[+-](?:0\d|1[0-4]):[0-5]\d", offset), zone


@each_language
def test_every_month_is_found_in_a_date(code):
    language = languages.load(code)
    for number, names in enumerate(language.table("dates")["months"], 1):
        for name in names:
            found = find_dates(f"3 {name.capitalize()} 2021", language)
            assert [date.iso for date in found] == [f"2021-{number:02d}-03"], name


@each_language
def test_every_label_of_an_author_is_read(code):
    language = languages.load(code)
    for label in language.table("metadata")["author"]:
        if "*" in label:
            continue
        line = f"{label.capitalize().rstrip('＝')}: Maria Santoso"
        credit = read_credit_line(line, language)
        assert credit is not None, line
        assert "Maria Santoso" in credit.authors, line


def test_agencies_have_one_name_for_each_spelling():
    assert all_agencies()["Agence France-Presse"] == "AFP"
    assert all_agencies()["共同通信"] == "Kyodo"
