"""The words of a language whose particles tell the source, and patterns made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from store.reading.languages import Language
from store.reading.patterns import any_at, any_of

# What a name phrase is written with: ideographs, katakana, Latin letters, and の between parts.
NAME = "一-鿿㐀-䶿々〆ァ-ヶーA-Za-zＡ-Ｚａ-ｚ・＝"
# A given name in hiragana: no particle and no ending of a verb.
_GIVEN = r"(?!から|まで|より|ほか|など)[ぁ-ん]{1,3}[かりみこえきさずめよほらあおぎじせ]"
#: A name in full: in ideographs, or a family name before kana.
_FULL = (
    r"(?:[一-鿿々]{3,5}|[一-鿿々]{1,3}(?:[ァ-ヶー]{2,5}|(?!から|まで|より|など|ほか)[ぁ-ん]{2,4}?)"
    r"|[ァ-ヶー]{2,}(?:[・＝][ァ-ヶー]{2,})+)"
)
#: The lists of nouns that are no names.
_NOUNS = (
    *("things", "documents", "published", "nouns", "words_of", "words_as", "told_things", "voices"),
    *("rumours", "title_nouns", "thing_nouns", "thing_endings", "audiences", "stances", "people"),
    *("exchanges", "faces", "several", "plain_bodies", "askers", "suspects", "no_names", "topics"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Particles:
    """A language's particles, stems and titles as patterns."""

    topic: re.Pattern[str]
    said: re.Pattern[str]
    held: re.Pattern[str]
    later: re.Pattern[str]
    ending: re.Pattern[str]
    named: re.Pattern[str]
    reported: re.Pattern[str]
    introduction: re.Pattern[str]
    saying: re.Pattern[str]
    spoke: re.Pattern[str]
    #: Somebody told of as who says so: 「...」と叫ぶ男性の声.
    teller: re.Pattern[str]
    #: What makes a sentence one that tells what its subject said: を発表した.
    tells: re.Pattern[str]
    person: re.Pattern[str]
    #: Somebody named in full behind an office or before an age.
    introduced: re.Pattern[str]
    introducing: tuple[str, ...]
    titles_and_bodies: tuple[str, ...]
    #: Who is named in brackets behind what they said, and before it.
    signed: re.Pattern[str]
    labelled: re.Pattern[str]
    embedded: re.Pattern[str]
    #: Who is asked in what follows: 高梨社長と記者団との一問一答.
    asked: re.Pattern[str]
    exchanges: tuple[str, ...]
    plea: re.Pattern[str]
    suspects: tuple[str, ...]
    #: Somebody suspected of whom no more is told than an age: 会社員の男（34）.
    unnamed: re.Pattern[str]
    roles: tuple[str, ...]
    #: How nouns end that mean people, beside a quote: 参事は「...」.
    person_endings: tuple[str, ...]
    bodies: tuple[str, ...]
    honorifics: tuple[str, ...]
    #: Roles and honorifics, the longest first.
    titles: tuple[str, ...]
    #: The same, to look one up, and how long the longest is.
    titles_alone: frozenset[str]
    longest_title: int
    roles_alone: frozenset[str]
    pronouns: frozenset[str]
    #: What somebody is called who was named before: 右腕, 伏兵.
    epithets: frozenset[str]
    title_nouns: tuple[str, ...]
    #: How something is called (と呼ばれ), what it is taken for (とみて), how the names of plans and
    #: the like end, and what stands before them: 新型車「...」.
    called_so: re.Pattern[str]
    #: How somebody is known, and what is shown to people: 「町の母」と慕われ, 「音頭」を披露.
    known_so: re.Pattern[str]
    #: What a word is set on: 「禁煙」と書かれた看板.
    inscribed: re.Pattern[str]
    classed: re.Pattern[str]
    #: What a check finds: 情報は「誤り」と判定した.
    found_so: re.Pattern[str]
    verdicts: tuple[str, ...]
    thing_endings: tuple[str, ...]
    thing_nouns: tuple[str, ...]
    #: What somebody asks for: 「...」を求め.
    asked_for: re.Pattern[str]
    #: What is read, right before its words, and what follows those: 通知には「...」とある.
    documents: tuple[str, ...]
    document: re.Pattern[str]
    #: Those that judge somebody: 報告書は、対応を「...」と批判した.
    reports: tuple[str, ...]
    reads: re.Pattern[str]
    #: Bodies whose names are endings of places: 市.
    plain_bodies: frozenset[str]
    audiences: frozenset[str]
    #: Who asks, and speaks for nobody: 記者団.
    askers: frozenset[str]
    #: People of whom there are several: 仲間.
    several: frozenset[str]
    #: What stands before names in Latin letters and is no part of them: 玩具大手|HOSHI.
    before_latin: tuple[str, ...]
    #: Nouns for what is read, said, made or seen, and for where voices are heard: no names.
    nouns: frozenset[str]
    #: What stands before the name of a body in marks: 市民団体「...」.
    groups: tuple[str, ...]
    #: People who own things, so that what follows them is no name: 客の姿.
    owners: tuple[str, ...]
    #: What follows a name in a label: 記者リポート.
    label_tails: tuple[str, ...]
    #: That somebody called for help: 「煙が出ている」と119番があった.
    emergency: re.Pattern[str]
    #: Who called somebody: 「...」と通行人から通報があった.
    called: re.Pattern[str]
    #: Whose face or voice is told of: 田中さんの表情は.
    seen: re.Pattern[str]
    #: Nobody who was named: と感謝する人も多かった.
    crowds: re.Pattern[str]
    #: Whose words they are that another tells: 関係者の話として、「...」; 「...」との関係者の話.
    words_as: re.Pattern[str]
    words_of: re.Pattern[str]
    #: What somebody's words are called: 会社の説明では.
    told_things: frozenset[str]
    #: Whose voice is told of: 住民の「...」という声.
    voice: re.Pattern[str]
    #: What comes from somebody: 住民から「...」とあきれる声も.
    heard_from: re.Pattern[str]
    #: What a subject did that another speaks about: 容疑者が...した事件については「...」.
    matter: re.Pattern[str]
    #: What is judged of words that go round: 「...」は誤り.
    judged: re.Pattern[str]
    #: What is put to somebody by others: 「...」との質問に.
    put: re.Pattern[str]
    #: What goes round in words that nobody is named with: 「...」というデマ.
    rumour: re.Pattern[str]
    #: What somebody is, written together with the full name: 俳優西川翔.
    role_before: re.Pattern[str]
    #: What somebody does, written together with the name: 農業岡本洋一さん.
    occupation: re.Pattern[str]
    #: What somebody holds, right behind the words: 「言うべきことを言う」姿勢を強調した.
    stance: re.Pattern[str]
    #: What somebody calls somebody: 敵国を「ならず者国家」と呼び.
    naming: re.Pattern[str]
    #: Words for people that mean somebody only with the clause before them.
    people: frozenset[str]
    #: Somebody whom a clause describes: 投稿した人は「...」.
    described: re.Pattern[str]
    #: Words beside a title that are no name: 広報担当.
    no_names: frozenset[str]
    #: How words end that are a time, a place or a thing: 試合後.
    no_name_endings: tuple[str, ...]
    #: How short sentences end that somebody says: 「幸せです」と笑顔を見せた.
    sentence_ends: tuple[str, ...]
    #: Family names, and the signs that no given name has: 福島県, 石川製鉄.
    surnames: frozenset[str]
    #: Those that are no places, and so may stand alone.
    names_alone: frozenset[str]
    given: re.Pattern[str]
    #: Who tells by the words behind a verb: 「...」と語るのは、近くに住む安藤さんだ.
    told: re.Pattern[str]
    #: That somebody spoke so: 沢村さんはそう言って空を見上げた.
    so_said: re.Pattern[str]
    #: Who spoke so: 「...」。そう話す安藤さんの目に涙が光る.
    so_told: re.Pattern[str]


@cache
def particles_of(language: Language) -> Particles:
    """The patterns of a language's table ``[speech]``."""
    listed = partial(language.words, "speech")
    quotative = any_of(listed("quotative"))
    verbs = any_at(listed("verbs"))
    light = any_of(listed("light_verbs"))
    objects = any_at(listed("object_verbs"))
    nouns = any_at(listed("nouns"))
    roles = any_at(listed("roles"))
    titles = tuple(sorted((*listed("roles"), *listed("honorifics")), key=len)[::-1])
    phrase = (
        rf"[{NAME}0-9０-９の]+?(?:さん|ちゃん|くん|さま)?(?:ら|夫妻|夫婦|一家)?"
        rf"(?:[（(](?:[^（）()]{{1,12}}|[A-ZÀ-Ý][A-Za-zÀ-ÿ .'’·-]{{3,40}})[）)]"
        rf"(?:{roles})?)?(?:[＝=][^＝=。、「」\s]{{1,16}}[＝=])?"
    )
    family = any_at(listed("surnames"))
    return Particles(
        topic=re.compile(
            rf"(?P<name>{phrase}|{family}(?!{any_of(listed('no_given_names'))})[ぁ-ん]{{2,3}}"
            rf"(?:{roles})?(?:[（(][0-9０-９]{{1,3}}[）)])?|[一-鿿々]{{1,3}}{_GIVEN}(?:{roles})(?:[（(][^（）()]{{1,12}}[）)])?|[一-鿿々]{{0,4}}[ぁ-ん]{{1,6}}[一-鿿]?(?:さん|氏)(?:[（(][^（）()]{{1,12}}[）)])?"
            rf"|(?<=の)[一-鿿々]{{2,3}}(?!{any_of(listed('no_given_names'))})[ぁ-ん]{{2,3}}"
            rf"(?:[（(][^（）()]{{1,12}}[）)])?)"
            rf"(?:{any_of(listed('topic'))})(?![ぁ-んァ-ヶ]*ない)"
            r"(?!(?<=[もは])[ぁ-ん]{1,2}(?:が|は、|さん|[（(]))"
        ),
        said=re.compile(
            rf"[、,]?(?:(?:{quotative})(?:(?:{light})(?!{any_of(listed('no_light'))})|[^。「」『』]{{0,40}}?(?P<verb>{verbs}))"
            rf"|として、?[^。「」『』]{{0,12}}?(?P<act>{any_of(listed('acts'))})"
            rf"|を[^。「」、]{{0,3}}(?:{objects})"
            rf"|よう(?:に)?、?[^。、「」『』]{{0,16}}?(?:{any_of(listed('urging'))})"
            rf"|(?:{quotative})(?P<noun>[一-鿿]{{2}})(?:した|する|して|し、))"
        ),
        held=re.compile(
            rf"(?:(?:との|という|といった|などの|などという|などといった)[^。「」]{{0,6}}?"
            rf"|の(?={any_of(listed('shouts'))}[がもをや])"
            rf"|と[^。、「」]{{2,10}}?)(?P<verb>{nouns})"
        ),
        ending=re.compile(
            rf"[、,]?(?:{quotative})、?(?!{any_of(listed('no_speech'))})"
            rf"[^。「」『』、]{{1,20}}(?:。|、|$)"
        ),
        named=re.compile(
            rf"[、,]?と、?(?:[^。「」]{{0,40}}?[^。「」{NAME}])??(?P<name>{phrase})(?:。|$)"
        ),
        reported=re.compile(
            rf"(?P<name>{phrase})(?:{any_of(listed('reporters'))})、?"
            rf"(?P<clause>[^\x00]{{8,}}?)(?:{quotative})"
            rf"(?P<verb>(?:{verbs})[ぁ-ん]{{0,6}}"
            rf"|{any_of(listed('reporting_ends'))})$"
        ),
        later=re.compile(rf"[^。、「」『』]{{1,40}}と(?P<verb>{verbs})"),
        introduction=re.compile(
            rf"(?:{any_of(listed('introductions'))}|と(?:{verbs})[ぁ-ん]{{0,3}})、"
        ),
        saying=re.compile(
            rf"(?P<verb>{verbs})[ぁ-ん]{{0,6}}(?<![にでがらばも])、?(?:[^。「」]{{0,30}}、)?"
            rf"(?P<name>{phrase})(?:[。だ]|で(?:、|あ|す|し)|も(?:い|多|少)|が(?:い|多|少|後を絶)|は(?:多|少)|$)"
        ),
        teller=re.compile(
            rf"と、?[^。、「」]{{0,14}}?(?P<verb>{verbs})[ぁ-ん]{{0,4}}(?<=[るたういくすぶむ])"
            rf"(?:、(?:[^。、「」]{{2,16}}[たるい])?)?"
            rf"(?P<name>(?:別の|ほかの)?[一-鿿々ァ-ヶー]{{0,8}}?{roles}(?:ら|たち)?)(?=[にをのがはもで、]|から)"
        ),
        tells=re.compile(rf"[をと][^。、「」]{{0,6}}?{objects}|{any_of(listed('telling'))}"),
        spoke=re.compile(rf"(?:{verbs})[ぁ-ん]{{0,6}}$"),
        person=re.compile(
            rf"(?:{family}(?!{any_of(listed('no_given_names'))})[ぁ-ん]{{2,3}}(?={roles})"
            rf"|[一-鿿々]{{1,3}}{_GIVEN}|[{NAME}]+)"
            rf"(?:[（(](?:[ぁ-んァ-ヶー・]{{2,12}}|[A-ZÀ-Ý][A-Za-zÀ-ÿ .'’·-]{{3,40}})[）)])?"
            rf"(?:{roles})(?!会)"
        ),
        introduced=re.compile(
            rf"(?:[の・](?P<name>{_FULL})|[0-9０-９]番[・の](?P<batter>[一-鿿々]{{2,4}}))"
            rf"(?=[がはもらとにをの、。（(])"
            rf"|(?<![一-鿿々ァ-ヶー])(?P<aged>{_FULL})(?=[（(][0-9０-９]{{1,3}}[）)＝=歳])"
        ),
        introducing=(*listed("roles"), *listed("before_names")),
        titles_and_bodies=(*titles, *listed("bodies")),
        signed=re.compile(
            r"[（(](?P<name>[^（）()「」。、]{2,40})[）)](?=[と。、]|\s*$)"
            rf"|[（(](?P<person>[^（）()「」。、]{{2,20}}{any_of(listed('honorifics'))})[）)]"
        ),
        labelled=re.compile(
            r"[\s　]*[（(【［\[〈＜<](?P<name>(?:[0-9０-９]{1,2}代)?"
            r"[^（）()【】［］「」。0-9０-９]{2,40})[）)】］\]〉＞>][\s　]*"
        ),
        embedded=re.compile(r"[ぁ-ん]{0,4}(?:こと|問題|件|際|点)(?:[にをはがで]|、)"),
        asked=re.compile(
            rf"(?P<name>{phrase}?(?:{roles}))(?:と|へ|に|の)[^。、「」]{{0,10}}?"
            rf"{any_of(listed('exchanges'))}"
        ),
        plea=re.compile(rf"と[^。「」]{{0,12}}{any_of(listed('pleas'))}"),
        exchanges=listed("exchanges"),
        suspects=listed("suspects"),
        unnamed=re.compile(
            rf"(?:(?<![{NAME}])[{NAME}]{{2,8}}の)?(?<![{NAME}]){any_of(listed('suspects'))}(?=[（(][0-9０-９]{{1,3}}[）)])"
        ),
        roles=listed("roles"),
        person_endings=listed("person_endings"),
        bodies=listed("bodies"),
        honorifics=listed("honorifics"),
        titles=titles,
        titles_alone=frozenset(titles),
        longest_title=len(titles[0]) if titles else 0,
        roles_alone=frozenset(listed("roles")),
        pronouns=frozenset(listed("pronouns")),
        epithets=frozenset(listed("epithets")),
        title_nouns=listed("title_nouns"),
        called_so=re.compile(rf"と{any_of(listed('called_so'))}"),
        known_so=re.compile(
            rf"と(?:[ぁ-ん]{{2,6}})?{any_of(listed('known_so'))}|を{any_of(listed('showing'))}"
        ),
        inscribed=re.compile(
            rf"と[^。、「」]{{0,6}}?{any_of(listed('inscribing'))}(?:た(?=[^ぁ-ん。、」]|{any_of(listed('signs'))})|て)"
        ),
        classed=re.compile(rf"と{any_of(listed('classed'))}"),
        found_so=re.compile(
            rf"(?:と|に){any_of((*listed('classed'), *listed('finding')))}|だ|です|の判定"
        ),
        verdicts=listed("judged"),
        thing_endings=listed("thing_endings"),
        thing_nouns=listed("thing_nouns"),
        asked_for=re.compile(rf"を(?:強く|改めて|重ねて)?(?:{objects})"),
        documents=(*listed("documents"), *listed("published")),
        document=re.compile(
            rf"(?P<name>[^。、「」\s]{{0,12}}?(?:{any_of(listed('documents'))}))(?:に|で|から)?[はも]?、?$"
        ),
        reports=listed("reports"),
        reads=re.compile(any_of(listed("reads"))),
        plain_bodies=frozenset(listed("plain_bodies")),
        audiences=frozenset(listed("audiences")),
        nouns=frozenset(noun for key in _NOUNS for noun in listed(key)),
        groups=listed("groups"),
        askers=frozenset(listed("askers")),
        several=frozenset(listed("several")),
        before_latin=(*listed("before_latin"), *listed("roles"), *listed("thing_nouns")),
        owners=listed("owners"),
        label_tails=listed("label_tails"),
        seen=re.compile(rf"の(?:最[後期初]の|当時の|率直な)?{any_of(listed('faces'))}[はがだで]"),
        emergency=re.compile(
            rf"(?:{quotative}|との|という)、?[^。、「」]{{0,10}}?{any_of(listed('emergencies'))}"
            r"(?:が|を受け|で駆け|で出動|で現場)"
        ),
        called=re.compile(
            rf"(?:{quotative}|との|という)、?(?P<name>[^。、「」]{{1,24}}?)から"
            rf"[^。、「」]{{0,14}}(?P<verb>{any_of(listed('calls'))})"
        ),
        crowds=re.compile(rf"[ぁ-ん]{{0,3}}{any_of(listed('crowds'))}(?:も|が|や|まで)"),
        words_as=re.compile(
            rf"(?P<name>[^。、「」《》]{{2,30}})の{any_of(listed('words_as'))}として、?\s*$"
        ),
        words_of=re.compile(
            rf"(?:との|という|とする)(?P<name>[^。、「」]{{2,16}}?)の{any_of(listed('words_of'))}"
        ),
        told_things=frozenset((*listed("words_of"), *listed("words_as"), *listed("told_things"))),
        voice=re.compile(
            rf"(?:(?P<sure>との)|という|の)[^。、「」]{{0,4}}?"
            rf"(?P<noun>{any_of({*listed('voices'), *listed('words_of')})})"
        ),
        heard_from=re.compile(
            rf"(?:(?:など|等)?(?:と|との|という|といった|の)|などの|等の)[^。「」]{{0,8}}?"
            rf"(?:{any_of((*listed('voices'), *listed('nouns'), *listed('words_of')))}"
            r"|聞か|問わ|言わ)"
        ),
        matter=re.compile(rf"{any_of(listed('about'))}[はも]?、?$"),
        judged=re.compile(rf"は{any_of(listed('judged'))}"),
        put=re.compile(
            rf"(?:との|という|といった)[^。、「」]{{0,6}}?{any_of(listed('putting'))}(?:に|を受け|が[出寄相あ上])"
        ),
        rumour=re.compile(
            rf"(?:という|といった|との|とする)[^。、「」]{{0,6}}?{any_of(listed('rumours'))}"
        ),
        role_before=re.compile(any_at(listed("roles"))),
        occupation=re.compile(
            rf"[一-鿿ァ-ヶー]{{1,8}}{any_of(listed('occupation_endings'))}"
            rf"(?=[一-鿿々]{{3,5}}{any_of((*listed('suspects'), *listed('honorifics')))})"
        ),
        stance=re.compile(rf"(?P<verb>{any_of(listed('stances'))})(?=[をだでにも])"),
        naming=re.compile(rf"と(?P<verb>{any_of(listed('naming'))})"),
        people=frozenset(listed("people")),
        described=re.compile(
            rf"(?<![^。、「」\s])(?P<name>[^。、「」\s]{{2,14}}[たるいの]{any_of(listed('people'))})は、?$"
        ),
        no_names=frozenset(listed("no_names")),
        no_name_endings=listed("no_name_endings"),
        sentence_ends=listed("sentence_ends"),
        surnames=frozenset(listed("surnames")),
        names_alone=frozenset(listed("surnames")) - frozenset(listed("places")),
        given=re.compile(
            rf"(?:(?![{''.join(listed('no_given'))}])[一-鿿々]){{1,3}}"
            rf"|(?!{any_of(listed('no_given_names'))})[ぁ-ん]{{2,4}}|[ァ-ヶー]{{2,5}}"
        ),
        told=re.compile(
            rf"[ぁ-ん]{{0,6}}のは、?(?:[^。「」]{{0,40}}?[^。「」{NAME}])??(?P<name>{phrase})"
            rf"(?=だ|で(?:す|あ|、)|ら|[。、]|$)"
        ),
        so_said=re.compile(rf"(?:そう|こう)、?(?:{verbs})"),
        so_told=re.compile(rf"(?:そう|こう)、?(?:{verbs})[ぁ-ん]{{0,4}}(?=[^ぁ-ん、。])"),
    )
