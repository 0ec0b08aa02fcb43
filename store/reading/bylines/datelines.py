"""Datelines: what a report opens with, “Jakarta, Outlet.id – ”, “LONDON (Reuters) - ”.

Looks at one line at a time. Where on a page they may stand is decided in `lines/datelines.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from store.matching import fold
from store.reading.bylines.eastern import read_opening
from store.reading.bylines.outlets import (
    ACRONYM,
    DOMAIN,
    is_edition,
    is_glued_outlet,
    is_name_of_outlet,
    is_outlet_name,
)
from store.reading.bylines.uncased import is_uncased, read_uncased_opening
from store.reading.bylines.words import CJK_NAME, WORDS_OF_A_HEAD, words_of
from store.reading.cues import all_agencies
from store.reading.dates import find_dates, is_month
from store.reading.languages import Language
from store.reading.patterns import CAPITALS


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: “Jakarta, Outlet.id – ”, “LONDON (Reuters) - ”.

    ``end`` is where the report begins, counted in the line that was given. ``region`` is what
    follows the place: a country, or an outlet whose name does not look like one.
    """

    end: int
    place: str | None = None
    outlet: str | None = None
    wire: str | None = None
    author: str | None = None
    published: str | None = None
    region: str | None = None


_CJK_PLACE_AND_NAME = re.compile(r"^([\u30a1-\u30ff・]{2,12})([\u3005\u3400-\u9fff]{3,6})$")
#: ワシントン＝川端　直
_CJK_PLACE_EQUALS_NAME = re.compile(r"\s*([^＝=\s、]{2,12})[＝=](.{2,9}?)\s*")
#: ワシントン（CNN）\u3000
_CJK_PLACE_AND_AGENCY = re.compile(
    r"(?P<place>[\u30a1-\u30ff・]{2,12}|[\u3400-\u9fff]{2,4})"
    r"[（(](?P<agency>[A-Za-z]{2,10}|[\u30a1-\u30ff]{3,8}|共同|時事)[）)]\s*[-–—―]?\s*"
)
_CJK_DAY = re.compile(r"[\d０-９]{1,2}日(?=.)")


def read_place_and_day(line: str, language: Language) -> str | None:
    """The town of a line that says nothing but a town and a day: “Jammu, April 13”."""
    match = _PLACE_AND_DAY.fullmatch(line)
    if match is None:
        return None
    month = (match["month"] or match["month_behind"]).rstrip(".")
    return match["place"] if is_month(month, language) else None


_PLACE_AND_DAY = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]+){0,2}),?\s"
    r"(?:(?P<month>[^\W\d_]{3,12}\.?) \d{1,2}|\d{1,2}\.? (?P<month_behind>[^\W\d_]{3,12}\.?))"
    r"(?: ?[-–—:])?"
)
# What may part a dateline from the report: dashes, or a colon after a place.
_DATELINE_END = re.compile(
    r"(?=[\s:–—―|-])(?:"  # is no more than a look at most places
    r"\s*(?:--+|[–—―])\s*|\s+[-·](?:\s+|$)|(?<=\))\s*-\s*|(?<=\w\.)-\s*|(?<=\w,)-+\s+"
    r"|(?<=[^\W\d])-\s*(?=[A-Z\"“])"
    r"|(?<=[A-Z]{4})-\s+|(?<=[A-Z]{4})-(?=[A-Z][a-z])"
    r"|\s*:\s+|(?<=/\.)\s+|\s+_\s+|\s*\|\|\s*)"
)
#: "Ashford, Northland (NKR)The train ...", as text is taken from pages that set the bracket apart.
_GLUED_BRACKET = re.compile(
    r"[^\W\d_a-z][\w'’. -]{1,40}(?:, [^\W\d_a-z][\w'’. -]{1,30})?"
    r" ?\([A-ZÀ-Þ]{2,6}(?: [A-Z][a-z]+)?\)(?=[A-ZÀ-Þ\"“‘'])"
)
#: "Ashford (WB/stb). Since ...": a paper's short form and who wrote it.
_INITIALS_BEHIND_PLACE = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'’-]+(?:[ -][^\W\d_a-z][\w'’-]+){0,2})"
    r" \((?:[A-ZÀ-Þ]{2,4}|[a-zà-ÿ]{2,5})(?:[/,-] ?[A-Za-zà-ÿ]{2,5}){0,2}\)[.:] (?=[^\W\d_a-z\"“„«])"
)
#: "citynews.com, Jakarta The council ...", with no sign between the town and the report.
_OUTLET_AND_PLACE = re.compile(
    r"(?P<outlet>[A-Za-z][\w-]*(?:\.[a-z]{2,6}){1,2}), "
    r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)??) (?=[A-Z][\w.]+ [\w(])"
)
#: "Ashford l citynews.com l The council ...": letters where bars were.
_LETTERS_FOR_BARS = re.compile(r"([A-Z][\w ]{2,30}) ([lI]) ([\w.]{4,30}) \2 (?=[A-Z])")
#: What goes on behind a place and its dash: "PARIS — NKR — The ...", "МОСКВА — Агентство. ..."
_NAME_BEHIND_DASH = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.]*?(?: [^\W\d_a-z][\w.]*?){0,2})"
    r"(?P<sign>\s*[–—_|]|\s-|\.)\s+(?=[^\W\d_a-z]|[\"“„«])"
)
_OUTLET_IN_BRACKETS = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ-]+(?: [A-ZÀ-Þ][a-zà-ÿ-]+){2,3}")
#: Words in capitals and in small letters, as no country has them.
_MIXED = re.compile(r"[A-Z]{2}[a-z]{2}|^[A-Z][a-z]+ [A-Z]{4,}$")
_CAMEL_INSIDE = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
_NO_VOWELS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")
#: "(NKR) -- The council ..."
_ACRONYM_FIRST = re.compile(r"\(([A-Z]{3,5})\)\s?(?:--|[–—])\s?(?=[A-ZÀ-Þ\"“])")
#: "CITYNEWS.CO, The council ..."
_OUTLET_AND_COMMA = re.compile(
    r"([A-Z][\w-]*\.(?:[A-Z]{2,3}|com|co|id|net)(?:\.[A-Za-z]{2})?), (?!Inc|Ltd|LLC)(?=[A-Z\"“])"
)
_ENDS_IN_ACRONYM = re.compile(r"\([A-Z]{2,6}\)$")
#: The letters of scripts that have no capitals and part words by blanks.
_WITHOUT_CAPITALS = re.compile(r"[\u0590-\u109f]")
_AGENCY_AND_PLACE = re.compile(r"([A-Z][a-z]{2,9})(?=[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)*, )")
#: "APX-Ashford (Northland)", alone or above its dash
_AGENCY_HYPHEN_PLACE = re.compile(
    r"(?P<agency>[A-Z]{2,6})-(?P<place>[A-ZÀ-Þ][a-zà-ÿ'’-]+(?: [A-ZÀ-Þ][a-zà-ÿ'’-]+){0,2})"
    r"(?: ?\([^()]{3,30}\))?(?:\s*[-–—]+\s+(?=\W?[A-ZÀ-Þ])|\s?[.:]?$)"
)
#: One of its signs, but for those within words, numbers and times, which part nothing.
_DATELINE_SIGN = re.compile(r"[-–—―:/·_|](?!(?<=\w-)[a-z]|(?<=[:/])\w)")
_LONGEST_HEAD = 80
_BRACKETED = re.compile(r"[(\[（［]\s*([^()\[\]（）]{1,60})\s*[)\]）］]")
_JA_DATELINE = re.compile(
    r"^[【［\[（(〔]\s*(?P<head>[^】］\]）)〕]{1,40})\s*[】］\]）)〕]\s*(?P<dash>[-–—―ー]\s*)?"
)
#: "BERLIN nkr | Der Senat ...": a town in capitals and a paper's short form before a bar.
_BARRED = re.compile(r"(?P<place>[A-ZÀ-Þ-]{3,25})(?: (?P<outlet>[a-z]{2,6}))? \| (?=[A-ZÀ-Þ\"“„«])")
#: "Jane Doe, do Porto | Agência Norte – O grupo ...": who wrote it, from where, and for whom.
_AUTHOR_AND_OUTLET = re.compile(
    rf"(?P<author>[{CAPITALS}][\w'’-]+(?: (?:d[aeo]s? )?[{CAPITALS}][\w'’-]+){{1,3}})"
    rf"(?:, (?:d[aeo]s?|em|en|desde|in|from) "
    rf"(?P<place>[{CAPITALS}][\w'’-]+(?: [{CAPITALS}][\w'’-]+){{0,2}}))?"
    rf" \| (?P<outlet>[{CAPITALS}][^|–—]{{3,40}}?) [–—-] (?=[{CAPITALS}\"“«])"
)
#: "(Port-Marie) Le maire ...", as papers of Québec open.
_PLACE_IN_BRACKETS = re.compile(
    r"\((?P<place>[A-ZÀ-Þ][a-zà-ÿ'’]+(?:[ -](?:[a-zà-ÿ]{1,4}[ -])*[A-ZÀ-Þ][\w'’]+){0,3})\)\s+"
    r"(?=[A-ZÀ-Þ\"“«])"
)
#: "San Juan del Puerto, 21 jun 2023 (NKR).- El ...": an agency, known or not, and the day.
_DAY_AND_AGENCY = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’.-]+"
    r"(?: (?:(?:de|del|da|do|di|la|las|los|le) ){0,2}[A-ZÀ-Þ][\w'’.-]+){0,4})"
    r"(?: \([A-ZÀ-Þ][^()]{2,25}\)|, [A-ZÀ-Þ][\w .'’-]{1,30}?)?,? "
    r"(?P<day>\d{1,2}\.?(?: de)? [^\W\d_]{3,10}\.?(?:(?: de)? \d{4})?"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?) ?"
    r"\((?P<agency>[A-ZÀ-Þ]{2,8})\)\s?(?:\.?\s?(?:--?|[–—])|\.)\s*(?=[A-ZÀ-Þ\"“„«'¿¡])"
)
_DAY_BETWEEN_STOPS = re.compile(r"\.\s+\d{1,2}\s[^\W\d_]{3,9}\.\s+")
_DAY_BEHIND = re.compile(
    r"(?<=\w)\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{1,8}\.?)$"
)
#: "(ANSA) - PORTALBA, 03 GIU - ...", "(AGI) - Roma, 3 giu. - ...".
_AGENCY_FIRST = re.compile(
    r"\((\w{2,12})\)\s?[-–—]\s?(?P<place>[^\W\d_a-z][\w'’. ]{1,30}?),"
    r"\s?\d{1,2}\s?[^\W\d_]{3,9}\.?\s?[-–—]\s*"
)
#: "Mainz (epd). Der ...", "Ranipur, Jul 2 (PTI) The ...", "Lima, 8 mar (EFE).- El ...".
_AGENCY_BEHIND_PLACE = re.compile(
    r"^[^\W\d_a-z][^()]{1,50} \(([^()]{2,40})\)(?:\s?\.\s?[-–—]|[.:])?\s+(?=[^\W\d_a-z]|[\"“„«'¿¡])"
)
_PLACE_BEHIND_OUTLET = re.compile(
    r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)[,.] (?=[A-Z\"“])"
    r"|(?P<parted>[A-Z]\w{2,}(?: [A-Z]\w+){0,2})\s+[-–—]+\s+(?=[A-Z\"“])"
)
_PLACE = re.compile(
    r"^[^\W\d_a-z][\w'’.\-]*"
    r"(?:[ \xa0/](?:[^\W\d_a-z][\w'’.\-]*|de|do|da|del|la|le|am|im|an|der|of|upon|di|sur)){0,4}$"
)


@lru_cache(maxsize=64)  # several steps ask of one page's lines
def read_dateline(line: str, language: Language, *, first: bool) -> Dateline | None:
    """The dateline that a line opens with, if any.

    Args:
        line: the line, without blanks before it.
        language: the page's language.
        first: whether the line is the report's first paragraph: only there may a colon end a
            dateline (“Moscow: The government ...”).
    """
    agencies = all_agencies()
    glued = _AGENCY_AND_PLACE.match(line)
    if glued and glued[1] in agencies:  # "LusaLisboa, 3 mai (Lusa) - ..."
        behind = read_dateline(line[glued.end() :], language, first=first)
        return behind and replace(behind, end=behind.end + glued.end())
    if (match := _AGENCY_HYPHEN_PLACE.match(line)) and match["agency"] in agencies:
        return Dateline(match.end(), match["place"].strip(), wire=agencies[match["agency"]])
    if opening := read_opening(line, agencies):
        authors = "、".join(opening.authors) or None
        return Dateline(opening.end, opening.place, opening.outlet, opening.wire, authors)
    if first and is_uncased(line):
        found = read_uncased_opening(line, language)
        if found is not None:
            return Dateline(*found)
    match = _OUTLET_AND_PLACE.match(line)
    if match and fold(match["place"]) in words_of(language).places:
        return Dateline(match.end(), match["place"], match["outlet"])
    if (match := _LETTERS_FOR_BARS.match(line)) and DOMAIN.fullmatch(match[3]):
        return Dateline(match.end(), match[1], match[3])
    if first and (match := _ACRONYM_FIRST.match(line)) and match[1] not in agencies:
        return Dateline(match.end(), outlet=match[1])
    if signed := _opening_sign(line, language, first=first):
        return signed
    if match := _JA_DATELINE.match(line):
        return _bracketed_dateline(match, line)
    if (match := _CJK_PLACE_AND_AGENCY.match(line)) and first:
        return _place_and_agency(match)
    if "(" in line[:60]:
        if match := _GLUED_BRACKET.match(line):
            return _parse_head(line, match.group(), match.end(), language, colon=False)
        if first and (match := _INITIALS_BEHIND_PLACE.match(line)):
            initials = re.split(r"[/,&]", line.partition("(")[2].partition(")")[0])
            return Dateline(match.end(), match["place"], wire=agencies.get(initials[0]))
    if "(" in line[:_LONGEST_HEAD] and (match := _DAY_AND_AGENCY.match(line)):
        return _wired(match, language)
    match = _AGENCY_BEHIND_PLACE.match(line) if "(" in line[:60] else None
    if match and match.group().endswith(") ") and match.group().count(" ") > WORDS_OF_A_HEAD:
        match = None  # "City Police Chief Superintendent Jane (AP) Doe said"
    if match and re.split(r"[/,&]", match[1])[0].strip() in agencies:
        head = line[: line.index(")") + 1]
        return _parse_head(line, head, match.end(), language, colon=False)
    ends = _DATELINE_END.finditer(line, 1, 110) if _DATELINE_SIGN.search(line, 0, 110) else ()
    for match in ends:
        head, rest = line[: match.start()], line[match.end() :]
        colon = ":" in match.group()
        if match.group() == "-" and line[match.start() - 1].isupper() and ", " not in head:
            continue  # no "SOLO-Semarang", but "CITYNEWS.ID, SOLO-The council ..."
        if match.group()[0] == "-" and not _ends_in_outlet_or_shouts(head, language):
            continue  # no "Port Mary, Devon-born Jane", but "Solo, citynews.id-The council ..."
        if colon and (not first or len(rest) < 60):
            return None
        no_capitals = _ENDS_IN_ACRONYM.search(head) and _WITHOUT_CAPITALS.match(rest)
        if rest and not (
            rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“‘„«'(>" or no_capitals
        ):
            return None
        if rest or any(sign in match.group() for sign in "-–—_|"):
            return _parse_head(line, head, match.end(), language, colon=colon)
    if first and (match := _OUTLET_AND_COMMA.match(line)):
        return Dateline(match.end(), outlet=match[1])
    if line.startswith("(") and (match := re.match(r"\(([^()]{2,20})\)\s+(?=[A-Z\"“])", line)):
        wire = agencies.get(match[1])
        return Dateline(match.end(), wire=wire) if wire and first else None
    return None


def _opening_sign(line: str, language: Language, *, first: bool) -> Dateline | None:
    """A dateline that opens with a bracket, or has a bar behind its town.

    “(NKR) - ROMA, 03 GIU - ”, “(Port-Marie) ”, “BERLIN nkr | ”.
    """
    agencies = all_agencies()
    if line.startswith("(") and (match := _AGENCY_FIRST.match(line)):
        name = match[1]
        known = name in agencies or name.isupper()
        return (
            Dateline(match.end(), match["place"], wire=agencies.get(name, name)) if known else None
        )
    if not first:
        return None
    if line.startswith("("):
        match = _PLACE_IN_BRACKETS.match(line)
        is_place = match is not None and match["place"] not in agencies
        return Dateline(match.end(), match["place"]) if match and is_place else None
    signed = _AUTHOR_AND_OUTLET.match(line) if " | " in line[:90] else None
    if signed is not None:
        wire = agencies.get(signed["outlet"])
        outlet = None if wire else signed["outlet"]
        return Dateline(signed.end(), signed["place"], outlet, wire, signed["author"])
    match = _BARRED.match(line) if "| " in line[:40] else None
    known = match is not None and fold(match["place"]) in words_of(language).places
    if match is None or not (match["outlet"] or known):
        return None
    return Dateline(match.end(), match["place"], match["outlet"])


def _wired(match: re.Match[str], language: Language) -> Dateline:
    """A town, a day and an agency, known or not: “San Juan, 21 jun 2023 (NKR).- ”."""
    dates = find_dates(match["day"], language)
    agency = match["agency"]
    return Dateline(
        match.end(),
        match["place"],
        wire=all_agencies().get(agency, agency),
        published=dates[0].iso if dates else None,
    )


def _ends_in_outlet_or_shouts(head: str, language: Language) -> bool:
    """Whether the words before a hyphen without a blank end in an outlet, or in a town in capitals.

    The hyphen may end in a bracket's or a stop's place too, which parts no words.
    """
    first, _, last = head.rpartition(", ")
    if not last[-1:].isalpha() or DOMAIN.fullmatch(first):
        return True
    if last.isupper() and len(last) > 3:
        return True
    if DOMAIN.fullmatch(last):
        return True
    return bool(first) and is_outlet_name(last, words_of(language))  # no "La Croix-Rouge"


def _place_and_agency(match: re.Match[str]) -> Dateline | None:
    """ワシントン（CNN）: the place, and the agency where that is known."""
    wire = all_agencies().get(match["agency"])
    if wire is None and not (match["agency"].isupper() and match["place"][0] >= "\u30a1"):
        return None
    return Dateline(match.end(), place=match["place"], wire=wire)


def _bracketed_dateline(match: re.Match[str], line: str) -> Dateline | None:
    """【ワシントン＝山田太郎】, ［パリ　１２日　ロイター］, 【北京共同】, 【10月17日 AFP】."""
    agencies = all_agencies()
    head = _CJK_DAY.sub("", match["head"])
    filed = [_CJK_PLACE_EQUALS_NAME.fullmatch(part) for part in head.split("、")]
    named = [one for one in filed if one and one[2] not in all_agencies()]
    pairs = [(one[1], one[2]) for one in named if CJK_NAME.match(one[2])]
    if len(pairs) == len(filed):
        return Dateline(match.end(), pairs[0][0], author="、".join(name for _, name in pairs))
    parts = [part for part in re.split(r"[＝=　\s、,]+", head) if part]
    place = author = wire = None
    signed = [_CJK_PLACE_AND_NAME.match(part) for part in parts]
    if signed and signed[0] and all(signed):
        authors = "、".join(one[2] for one in signed if one)
        return Dateline(match.end(), place=signed[0][1], author=authors)
    for part in parts:
        if part in agencies:
            wire = agencies[part]
        elif re.search(r"[\d０-９]日|[\d０-９]月", part):
            continue
        elif place is None and (names := [n for n in agencies if len(n) > 1 and part.endswith(n)]):
            wire = agencies[max(names, key=len)]
            place = part.removesuffix(max(names, key=len)) or None
        elif place is None:
            place = part
        elif wire is None and (names := [n for n in agencies if len(n) > 1 and part.endswith(n)]):
            wire = agencies[max(names, key=len)]
            place = f"{place}、{part.removesuffix(max(names, key=len))}"
        elif author is None and CJK_NAME.match(part):
            author = part
        else:
            return None
    plain = "＝" not in head and "=" not in head and wire is None
    if plain and not re.search(rf"{re.escape(head)}[市町村区県]", line[match.end() :]):
        return None  # no 【青葉】 either, where the text has 青葉市
    return Dateline(match.end(), place=place, wire=wire, author=author)


def _parse_head(
    line: str, head: str, end: int, language: Language, *, colon: bool
) -> Dateline | None:
    """The words before a dateline's dash, each of which must be place, outlet, agency or date."""
    words, agencies = words_of(language), all_agencies()
    place = outlet = wire = published = region = country = None
    for match in _BRACKETED.finditer(head):
        for part in re.split(r"\s*[/,&]\s*|\s+-\s+", match[1]):
            if (name := agencies.get(part)) or (name := agencies.get(part.upper())):
                wire = wire or name
            elif colon and part.isupper() and len(part) > 4:
                region = part  # "LINDEGG (KÄRNTEN): ..."
            elif DOMAIN.fullmatch(part) or part.isupper() or is_name_of_outlet(part, words):
                outlet = outlet or part
            elif re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ-]+(?: [A-ZÀ-Þ][a-zà-ÿ-]+)?", part):
                country = part
            elif _OUTLET_IN_BRACKETS.fullmatch(part) and head[:4].isupper() and not colon:
                outlet = outlet or part  # "PORT MARY, 14 Dec (Northern Coast News) — "
            elif wire and part.islower() and len(part) <= 5:
                continue  # an agency's desk: (dpa/lno)
            elif not find_dates(part, language) and not re.search(r"\d", part):
                return None
    plain = _BRACKETED.sub("", head).strip()
    if country and not (wire or outlet):
        town = plain.partition(",")[0]
        if fold(country) in words.places and " " not in plain and not plain.isupper():
            return Dateline(end, place=country, outlet=plain)  # "CityNews (Jakarta) - "
        alone = not colon and head.endswith(")") and " " not in town  # "Seehafen (Sachsen) – "
        if not (town.isupper() or fold(town) in words.places or alone):
            return None
        if not words.outlet_words.isdisjoint(country.split()):
            outlet = country
        region = country  # a country, an agency that no file knows, an outlet
    dates = find_dates(plain, language)
    if dates:
        published = dates[0].iso
        plain = (plain[: dates[0].start] + plain[dates[-1].end :]).strip(" ,.")
        plain = words.date_words.sub("", plain).strip(" ,.")  # "Paris, le 3 mai 2019 – "
    plain = _DAY_BETWEEN_STOPS.sub(", ", plain)  # "Place. 29 October. OUTLET - "
    if _ENDS_IN_ACRONYM.search(head):
        plain = plain.replace("،", ",")
    barred = "|" in plain
    for index, part in enumerate(re.split(r"\s*[,|]\s*|\s+/(?=[^\W\d_a-z])|/\.?$", plain)):
        part = part.strip(" ./") if not DOMAIN.fullmatch(part) else part
        part = _DAY_BEHIND.sub("", part)
        if not part:
            continue
        if part in agencies and (index or wire is None) and part.upper() == part:
            wire = wire or agencies[part]
        elif (
            (barred and index and outlet is None)
            or (index and is_edition(part))
            or (DOMAIN.fullmatch(part) and "." in part.strip("."))
            or (not index and wire is None and is_outlet_name(part, words))
        ):
            outlet = outlet or part
        elif place is None and _PLACE.match(part):
            place = part
        elif len(part.split()) <= 5 and (
            any(token in words.outlet_words for token in part.split())
            or is_name_of_outlet(part, words)
        ):
            outlet = outlet or part
        elif place is not None and (_PLACE.match(part) or re.search(r"\d", part)):
            region = region or part
        else:
            return None
    if (
        place
        and region
        and outlet is None
        and (_CAMEL_INSIDE.search(region) or (place.isupper() and _MIXED.search(region)))
    ):
        outlet, region = region, None  # "Port Mary, CoastNews - ", "PORT MARY, Coast TIMES - "
    if place and region and _NO_VOWELS.fullmatch(place):
        place, outlet, region = region, outlet or place, None  # "NKRN, Port Mary: "
    if place and region and fold(region) in words.places and fold(place) not in words.places:
        place, outlet, region = region, outlet or place, None  # "Outlet, Jakarta - "
    if place and region and place.isupper() and len(place) <= 3 and _PLACE.match(region):
        place, outlet, region = region, outlet or place, None  # "NKR, Port Mary - "
    behind = _PLACE_BEHIND_OUTLET.match(line, end) if outlet and place is None else None
    if behind and (behind["parted"] or fold(behind["place"]) in words.places):
        # "outlet.co - Jakarta, The suspect ...", "OUTLET.CO - JAKARTA - The ..."
        place, end = behind["parted"] or behind["place"], behind.end()
    if place and words.author.match(fold(place) + " "):
        return None  # "By Jane Doe, NKR — "
    if place and words.modified.search(fold(place)):
        return Dateline(end, published=published) if published else None
    before, _, acronym = (place or "").rpartition(" ")
    if not (outlet or wire) and before and not before.isupper() and ACRONYM.fullmatch(acronym):
        place, outlet = before, acronym  # "New York NKR — "
    if place and not (outlet or wire or colon):
        if is_glued_outlet(place, words):
            place, outlet = None, place  # "HARBOURTIMES – "
        elif behind := _NAME_BEHIND_DASH.match(line, end):
            name, dotted = behind["name"], behind["sign"] == "."
            if name in agencies:
                wire, end = agencies[name], behind.end()
            elif not dotted and (
                DOMAIN.fullmatch(name)
                or is_name_of_outlet(name, words)
                or (behind["sign"].strip() in "_|" and name.isupper())
            ):
                outlet, end = name, behind.end()
    if place and colon:
        shouted = place.isupper() and len(place) > 3
        if len(place.split()) > (3 if shouted else 2) or fold(place) in words.roles:
            return None
    if place and not (outlet or wire or published) and len(place.split()) > 4:
        return None
    if not (place or outlet or wire):
        return None
    return Dateline(end, place, outlet, wire, None, published, region)
