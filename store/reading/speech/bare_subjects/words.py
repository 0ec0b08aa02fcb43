"""The words of a language whose sources have no mark but their place, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from store.reading.languages import Language
from store.reading.patterns import any_at, any_of

BLANKS = " \u3000\xa0"
_NAME_SIGN = "[\u3400-\u9fff々·・‧•．A-Za-zＡ-Ｚ○〇]"
SHORTEST_FOREIGN = 2


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's verbs, titles and adverbs as patterns."""

    verbs: re.Pattern[str]
    ends_in_verb: re.Pattern[str]
    #: Verbs that only tell, though somebody only may or will do so: 会说.
    plain: re.Pattern[str]
    #: Words that end as verbs do and are none.
    ends_in_none: re.Pattern[str]
    #: Verbs behind which words in marks are said, however short they are.
    feelings: tuple[str, ...]
    calls: re.Pattern[str]
    cut: re.Pattern[str]
    #: Adverbs that are as often part of a word.
    weak: frozenset[str]
    lead: re.Pattern[str]
    frame: re.Pattern[str]
    #: Words for somebody unknown, at the beginning of a part: 就有人……说.
    someone: re.Pattern[str]
    somebody: re.Pattern[str]
    #: How a part of a sentence opens that holds no subject: 谈及女儿.
    skipped: re.Pattern[str]
    #: What has behind it whom somebody meets or asks: 约见店长.
    meeting: re.Pattern[str]
    #: In whose view something is so: 在张三看来.
    view: re.Pattern[str]
    #: Whose talk something rouses: 引起网友讨论.
    roused: re.Pattern[str]
    #: Somebody unknown right before what they do, wherever they are: 楼上|有人|大声喊.
    unknown: re.Pattern[str]
    #: What ends a subject whose words are told of: 张三的话.
    trailing: re.Pattern[str]
    ends_of_manner: tuple[str, ...]
    #: How somebody says something: 激动地.
    manner: tuple[re.Pattern[str], ...]
    #: What stands between who tells and whose words they are: 路透社援引.
    quoting: re.Pattern[str]
    #: What has behind it whom somebody hears speak: 邻居听到女子大喊.
    hearing: re.Pattern[str]
    family: re.Pattern[str]
    #: Who edited a report, in brackets at its end: （编辑：张三）.
    signed: re.Pattern[str]
    #: What words are called that nobody is named with: “...”的信息.
    rumour: re.Pattern[str]
    surname: re.Pattern[str]
    surname_signs: frozenset[str]
    #: Signs that follow names, and end none.
    behind_names: frozenset[str]
    roles: tuple[str, ...]
    role: re.Pattern[str]
    #: People who are not named behind their title, but by a family name: 女子.
    common_people: frozenset[str]
    bodies: tuple[str, ...]
    honorifics: tuple[str, ...]
    #: Signs for somebody behind a family name: 李伯.
    family_titles: tuple[str, ...]
    #: What stands behind a name and is no part of it: 上校.
    ranks: tuple[str, ...]
    #: Signs that no unknown name holds, and how words end that speak for nobody.
    no_names: frozenset[str]
    #: Words in Latin letters that name nobody.
    no_latin: frozenset[str]
    #: What parts an unknown subject from where and to whom it speaks: 特朗曼|在社交平台.
    prepositions: frozenset[str]
    #: Signs that foreign names are written with.
    foreign: frozenset[str]
    #: Words that begin as family names do: 成为, 全面.
    no_families: frozenset[str]
    #: What makes a verb of saying no speech: 消费者|可要求.
    modals: tuple[str, ...]
    #: Who said what stands before: 说这话的大叔.
    telling: re.Pattern[str]
    #: Whose words those before it are: 这是张三告别时的话.
    told_as: re.Pattern[str]
    things: tuple[str, ...]
    pronouns: frozenset[str]
    #: Those that mean who was reached or met: 对方.
    others: frozenset[str]
    reached: re.Pattern[str]
    #: Those that name nobody by themselves: 他.
    bare_pronouns: frozenset[str]
    #: How words begin that mean somebody named before: 这位女孩.
    this_one: tuple[str, ...]
    #: How words end that mean a woman, or a man.
    feminine: frozenset[str]
    masculine: frozenset[str]
    documents: tuple[str, ...]
    #: How a word ends that says that somebody is meant, or something that speaks.
    sources: tuple[str, ...]
    #: The same, to look one up, and how long the longest is.
    sources_alone: frozenset[str]
    #: How words end that mean a source, or that are no names, by their last signs.
    source_ends: Mapping[str, tuple[str, ...]]
    title_ends: Mapping[str, tuple[str, ...]]
    askers: tuple[str, ...]
    #: What somebody calls somebody: 将袭击称为“……”.
    naming: re.Pattern[str]
    #: What stands before a predicate: 将“强有力应对”挑衅.
    auxiliaries: frozenset[str]
    #: What stands before a noun: 这个“小联盟”.
    pointing: tuple[str, ...]
    #: What is done with things that have names: 推进“小联盟”.
    handling_things: tuple[str, ...]
    #: How the names of plans and the like end: “嗅觉普查”.
    thing_endings: tuple[str, ...]
    #: What stands behind words that are written on something: “救命”字样.
    written: re.Pattern[str]
    #: What makes words a predicate, so that they name nothing: “不可信”.
    predicate: re.Pattern[str]
    #: How marked words begin that are one: “正在密切关注”局势.
    acting: tuple[str, ...]
    #: How those who are told of speak of themselves and others: “要我们去看病”.
    spoken: re.Pattern[str]
    spoken_signs: frozenset[str]
    #: How speakers speak of themselves, and of what they will: 我愿强调.
    own: frozenset[str]
    own_will: tuple[str, ...]
    #: How words end that are no name, and no subject either: 出门前, 大会上.
    no_endings: tuple[str, ...]
    no_subject_endings: tuple[str, ...]
    #: What stands behind a title and opens no name: the titled of something, several of them.
    no_beginnings: frozenset[str]


def _by_last(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their last signs, so that few of them are compared with how others end."""
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(word[-1], set()).add(word)
    return {sign: tuple(same) for sign, same in found.items()}


def _with_verbs_inside(language: Language) -> tuple[str, ...]:
    """Those of whom a part is a verb or an adverb, which ends no name there: 受访者."""
    listed = partial(language.words, "speech")
    inside = re.compile(any_of((*listed("verbs"), *listed("adverbs"))))
    named = (*listed("roles"), *listed("bodies"))
    return tuple(one for one in named if len(one) > SHORTEST_FOREIGN and inside.search(one))


@cache
def words_of(language: Language) -> Words:
    """The patterns of a language's table ``[speech]``."""
    listed = partial(language.words, "speech")

    verbs = any_at(listed("verbs"))
    other = any_at((*listed("no_verbs"), *_with_verbs_inside(language)))
    roles = any_at(listed("roles"))
    hearers, tails = any_of(listed("hearers")), any_of(listed("verb_tails"))
    # 潘某, 洪男, but 李姓|駕駛.
    titled = any_of(listed("family_titles"))
    given = (
        rf"(?!姓)(?:{titled}|女士|[男女]子|某{{1,2}}"
        rf"|(?!{titled}|某)(?:(?!{any_of(listed('no_given'))}){_NAME_SIGN}){{1,2}})"
    )
    kinds = ("roles", "bodies", "honorifics", "documents")
    sources = tuple(word for kind in kinds for word in listed(kind))
    # Any verb with 道 right before what is said: 渲染道，“...”.
    # No part of a known one: 张三|说道.
    short = (one.removesuffix("道") for one in listed("verbs"))
    ends_in_way = (*listed("no_telling"), *(f"{one}道" for one in short if len(one) == 1))
    told = f"[\u3400-\u9fff](?!{any_of(ends_in_way)})[\u3400-\u9fff]道"
    right_before = any_at(listed("before_marks"))
    addressing = rf"{any_of(listed('addressing'))}[^，。；：“「]{{1,6}}"
    right_before = rf"(?:{right_before}|{addressing})"
    return Words(
        verbs=re.compile(
            rf"(?:{other})(?!(?<=[说說]明)[，：])|(?P<verb>{verbs}|{told}(?=[，,：:]?(?:[“「]|$))"
            rf"|(?P<right>{right_before})(?=(?:{tails})?[，,：:]?(?:[“「]|$)))(?:{tails})?"
            rf"(?:[^，。：；“”「」]{{0,8}}(?:{hearers}))?"
        ),
        ends_in_verb=re.compile(
            rf"(?:{verbs}|{told}|{right_before})(?:{tails})?"
            rf"(?:[^，。：；“”「」]{{0,8}}(?:{hearers}))?[{BLANKS}]*$"
        ),
        plain=re.compile(any_of(listed("plain_verbs"))),
        ends_in_none=re.compile(rf"(?:{other})$"),
        feelings=(*listed("feelings"), *listed("before_marks")),
        calls=re.compile(rf"{any_of(listed('naming'))}[{BLANKS}]*$"),
        cut=re.compile(
            rf"(?P<word>{other})|{any_at([*listed('adverbs'), *listed('weak_adverbs')])}|{verbs}"
            r"|[0-9０-９一二三四五六七八九十]{1,3}[日号號月年時时]"
            r"|[边邊](?=[^，。边邊]{1,6}[边邊])"
        ),
        weak=frozenset(listed("weak_adverbs")),
        lead=re.compile(
            rf"(?:{any_of(listed('openers'))}|[0-9０-９]+[年月日号號][晚早]?|[{BLANKS}])+"
        ),
        frame=re.compile(rf"(?!{other}){any_of(listed('frames'))}"),
        someone=re.compile(
            rf"[就又也还還更]?(?:有[一几幾]?[个個位名]"
            rf"(?P<person>[^，。；：“「]{{0,6}}?{roles})"
            rf"|(?P<name>{any_of(listed('someone'))}))"
        ),
        skipped=re.compile(any_of((*listed("skipped"), *listed("meeting")))),
        meeting=re.compile(any_of(listed("meeting"))),
        somebody=re.compile(rf"有(?:[一几幾]?[個个位名])?(?P<name>{roles})$"),
        roused=re.compile(
            rf"(?P<verb>{any_of(listed('rousing'))})[^，。“「]{{0,6}}?"
            rf"(?P<name>{roles}){any_of(listed('talk'))}"
        ),
        unknown=re.compile(
            rf"(?<![没沒所持拥擁]){any_of(listed('someone'))}"
            rf"(?=$|{any_at(listed('adverbs'))})"
        ),
        view=re.compile(
            rf"(?:按照|依照|根据|根據|[在依按用据據])(?P<name>[^，。；：“「]{{1,24}}?)"
            rf"{any_of(listed('views'))}"
            r"|(?<![^。！？，\s])(?P<reporter>[^，。；：“「]{2,24}?)(?:报道|報道|報導)(?=，)"
        ),
        ends_of_manner=(*listed("trailing"), *(f"》{one}" for one in listed("documents")), "地"),
        trailing=re.compile(
            rf"(?:{any_of(listed('trailing'))}|(?<=》){any_of(listed('documents'))})$"
        ),
        manner=(re.compile(r"[\u3400-\u9fff]{2}地$"), re.compile(r"[\u3400-\u9fff]{4}地$")),
        quoting=re.compile(any_of(listed("quoting"))),
        hearing=re.compile(rf"(?!{other}){any_of(listed('hearing'))}"),
        signed=re.compile(
            rf"[（(\[【][^（()）“「。]{{0,4}}{any_of(listed('signers'))}[：:／/ \u3000]"
            rf"[^（()）“「。]{{1,40}}[）)\]】][\s0-9A-Za-z]*$"
        ),
        rumour=re.compile(rf"(?:的(?P<kind>[\u3400-\u9fff]{{0,3}}?))?{any_of(listed('rumours'))}"),
        family=re.compile(any_of(listed("surnames"))),
        surname=re.compile(
            rf"(?:(?:{any_of(listed('surnames'))}){given}|[老小阿]{any_of(listed('surnames'))}"
            rf"|{any_of(listed('surnames'))}氏{_NAME_SIGN}{{1,2}}"
            rf"|(?!的)[\u3400-\u9fff][叔伯嬸婶姐嫂哥]"
            rf"|[老小阿][A-Za-z]{{1,12}}|[A-Z][a-z]{{0,12}}(?:{titled}|{any_of(listed('honorifics'))}))$"
        ),
        surname_signs=frozenset(one for one in listed("surnames") if len(one) == 1),
        behind_names=frozenset(listed("behind_names")),
        roles=listed("roles"),
        role=re.compile(roles),
        common_people=frozenset(listed("common_people")),
        bodies=listed("bodies"),
        honorifics=listed("honorifics"),
        family_titles=listed("family_titles"),
        ranks=listed("ranks"),
        no_names=frozenset(listed("no_names")),
        no_latin=frozenset(listed("no_latin")),
        prepositions=frozenset(listed("prepositions")),
        foreign=frozenset(listed("foreign")),
        no_families=frozenset((*listed("no_families"), *listed("adverbs"))),
        modals=listed("modals"),
        telling=re.compile(
            rf"[\s]*{any_of(listed('telling'))}是?(?P<name>[^，。：；“「]{{2,24}}?)(?=[是，。])"
        ),
        told_as=re.compile(
            rf"[\s]*(?:，|，?(?:这|這)(?:句话|句話|番话|番話|段话|段話)?)(?:就|便|也|正)?是"
            rf"(?P<name>[^，。：；“「]{{2,24}}?)的?{any_of(listed('said_words'))}[，。！]"
        ),
        things=listed("things"),
        pronouns=frozenset(listed("pronouns")),
        others=frozenset(listed("others")),
        reached=re.compile(
            rf"{any_of(listed('reaching'))}[了到]?(?:[一这這][个個名位通])?(?:自称|自稱)?"
            rf"(?P<name>(?:(?!自称|自稱)[^，。；：！？“「（(\n]){{2,24}}?)"
            rf"(?:的?{any_of(listed('contacts'))})?(?=[，。；（(]|$)"
        ),
        bare_pronouns=frozenset(listed("bare_pronouns")),
        this_one=listed("this_one"),
        feminine=frozenset(listed("feminine")),
        masculine=frozenset(listed("masculine")),
        documents=listed("documents"),
        sources=sources,
        sources_alone=frozenset(sources),
        source_ends=_by_last(sources),
        title_ends=_by_last((*listed("roles"), *listed("bodies"))),
        askers=listed("askers"),
        naming=re.compile(
            rf"{any_of(listed('handling'))}[^，。；：“「]{{1,20}}{any_of(listed('calling'))}$"
        ),
        auxiliaries=frozenset(listed("auxiliaries")),
        pointing=listed("pointing"),
        handling_things=listed("handling_things"),
        thing_endings=listed("thing_endings"),
        written=re.compile(
            rf"(?:这|這|的|等)?[一二两兩三四五六七八几幾]?{any_of(listed('written'))}"
        ),
        predicate=re.compile(any_of(listed("predicates"))),
        acting=listed("acting"),
        spoken=re.compile(any_of(listed("spoken"))),
        spoken_signs=frozenset(listed("spoken_signs")),
        own=frozenset(listed("own")),
        own_will=listed("own_will"),
        no_endings=listed("no_endings"),
        no_subject_endings=(*listed("no_endings"), *listed("no_subject_endings")),
        no_beginnings=frozenset(listed("no_beginnings")),
    )
