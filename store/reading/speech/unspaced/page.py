"""Who says what where particles mark the source, in a text without blanks: Japanese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.quotation_marks import Marked
from store.reading.speech.by_line import Decision, SpeechByLine
from store.reading.speech.dialogue import lines_of_dialogue
from store.reading.speech.unspaced.words import NAME, particles_of

_STOPS = "。！？!?"
#: What a speech of whole sentences has, and a subheading such as 専門家「確認を」 has not.
_STOP_INSIDE = frozenset("。！？")
#: What no label of a speaker on a line of its own holds.
_NO_LABEL = re.compile(r"[。、「」？?！!…：:]")
#: The last part of a label: 介護施設『海の家』浜名登事務長; 売店・塩谷和江さん.
_LAST_OF_LABEL = re.compile(r"(?<=[』】）)])[^』】）)]+$|(?<=(?<![ァ-ヶーA-Za-z])・)[^・]+$")
#: The name that ends a label: ４番の|桐谷; 好守で救った|桐谷.
_NAME_BEHIND_OFFICE = re.compile(
    r"(?:の|[ぁ-ん][たるい]|に)(?P<name>[一-鿿々]{2,4}|[ァ-ヶー]{3,10})$"
)
_RUN_AT_END = re.compile(rf"(?:[0-9０-９]{{1,2}}代)?[{NAME}の]{{1,30}}$")
_LAST_RUN = re.compile(rf"[{NAME}の]{{2,30}}$")
#: 指摘したのは匿名の研究者。
_CLEFT = re.compile(r"たのは、?(?P<person>[^。「」『』]{2,40})(?=。)")
#: A name in full that ends a sentence: 来春に公開される川辺あかり。
_CLOSING_NAME = re.compile(
    r"(?<=[るたいのな・])(?P<name>[一-鿿々]{2,5}(?:[ぁ-ん]{2,4}|[ァ-ヶー]{2,5})?)"
    r"(?:[（(][^（）()]{1,12}[）)])?。"
)
#: Somebody who is named in a sentence of nothing else: 職人がいる。小野寺望さん（38）だ。
_ALONE = re.compile(
    r"(?<=。)[\s\u3000]*(?P<person>[^。、「」『』（(\s]{2,16}[（(][^（）()]{1,12}[）)])(?:だ|です|である)?。"
)
_NAME_ALONE = re.compile(
    r"[一-鿿々ァ-ヶー・＝]+(?:(?![のがはもをにでと])[ぁ-ん]){0,4}[一-鿿々]{0,3}(?:さん|氏)"
)
#: How the lead of an interview ends.
_INTERVIEWED = re.compile(
    r"に(?:話を聞いた|聞いた|聞く|インタビューした|語ってもらった|話を(?:うかが|伺)った)。?\s*$"
)
_AGE = re.compile(r"[（(][^（）()]{1,12}[）)]")
#: A question behind dashes, before its answer: --けがは「ない」.
_ASKED_BEFORE = re.compile(r"(?:-{2,}|[―—－─]{2,}|ーー)[^「」。]{2,80}[ \u3000?？]\s*$")
#: What opens an answer: A. 「...」
_ANSWER = re.compile(r"[\s　]*[AＡ答][.．:：、 　]*\s*")
#: How a line begins that hands on the label above it: somebody's words, a question.
_ASKED = frozenset("「QＱ")
#: Signs before a label: ◆撮影した男性.
_BULLETS = "◆◇■□●○◎▼▽▲△★☆・▶…"
_NEAREST_SUSPECT = 20_000
_MOST_SUSPECTS = 40
_LONGEST_LABEL = 30
_LONGEST_FAMILY_NAME = 3
_LONGEST_NAME = 6
_SHORT = 12
#: When it was told, behind who told it: 13日、; 10日夜、
_DAY_FIRST = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:午[前後]|[朝昼夕夜]|未明|深夜)?、")
_SHORTEST_UTTERANCE = 8
_SHORTEST_SENTENCE = 5
_POLITE = 4
#: What stands between the words of a sentence, and in no name: 流れが好き.
_PARTICLES = re.compile(r"[一-鿿々ァ-ヶーぁ-ん](?:が|は|を)[^、。]")
_SHORTEST_SIGNED = 4
_LONGEST_CRY = 8
_SHORTEST_NAME = 2
#: The body somebody belongs to, behind a label: 岡本豊部長(北国蹴球連盟).
_BRACKET_BEHIND = re.compile(r"[（(][^（）()「」]{2,24}[）)]$")
_FULL_NAME = re.compile(r"[一-鿿々]{2,5}|[ァ-ヶー]+[・＝][ァ-ヶー・＝]+")
#: A stop behind a quote, or behind the dash that closes it.
_STOP_BEHIND = re.compile(r"[―—…─]*。")
#: そう話すのは、: the one who is named behind it.
_TELLING = re.compile(r"(?:そう|こう|と)[^。、]{1,14}のは、?")
_FAMILY = re.compile(r"[一-鿿々]{1,4}")
#: A family name and the blank behind it, as broadcasters write names: 小川原 茂さん.
_FAMILY_BEFORE = re.compile(
    r"(?<![一-鿿々ァ-ヶーA-Za-z])[一-鿿々][一-鿿々ヶケノ]{0,3}(?=[ \u3000]$)"
)
_DASHES_OF_QUESTION = ("――", "——", "──", "--", "―", "－")
#: A clause that a noun follows, which is no subject: が実施した点検では、.
_NOUN_TOLD_OF = re.compile(
    r"が[^。、「」]{0,24}?[たるすむぶ]"
    r"(?:[一-鿿ァ-ヶー]{1,10}(?<!上)(?<!中)(?:を巡る[一-鿿]{2,4})?"
    r"(?:から|へ|と|に|で)?(?:は|について|に関して|に対し|に関し|で|も)"
    r"|[一-鿿ァ-ヶーの]{1,14}(?:だ|です|である|でした|だった)(?:。|という|と|$))"
)
#: Between a topic and another, only where or to whom is told: 検察側|は冒頭陳述で、|被告は.
_ONLY_WHERE = re.compile(
    r"(?:[（(][^（）()]{1,12}[）)])?は、?(?:[^。、「」]{1,20}(?:で|に|に対し|に対して|について|として)、)?"
    r"[^。、「」はがもてたる]{0,12}"
)
#: The same behind what was said: 委員会が「...」|と認めた報告書について、.
_NOUN_SAID_OF = re.compile(
    r"と[^。、「」]{0,24}?[たるすむぶ](?!の)[一-鿿ァ-ヶー]{1,12}"
    r"(?:について|に関し|に対し|をめぐ|を巡|を受け|に|を|では|には|は|も|から|へ|で)"
)
#: What ends a clause with a subject of its own: 校長が謝罪したが、; 処分が決まったことについて.
_CLOSED = re.compile(
    r"[たるすくうぐむぶつぬいだん](?:が|ため|ので|のに|と|もの(?:の|だ)|けど|けれど|けれども|ものの|なら|際"
    r"|とき|時|中|前|後|まま|一方|ほか|最中|矢先|ところ|以上|のを受け|のを機に|うちに?)(?:には?|で|も|は|、)*、"
    r"|(?:たら|れば|ければ|なら)(?:、|$)|から、"
    r"|[たるすくうぐむぶつぬいかの](?:こと|点|件|問題|影響|可能性|恐れ|おそれ|疑い|経緯|理由|方針|現状|状況|事態|様子)"
    r"(?:について|に関し|に対し|をめぐ|を巡|を受け|から|には|にも|が|は|も|を|で|、)"
    r"|かどうか|か(?:と|を)?(?:問わ|聞か|尋ね)"
)
#: 三好は「...」: a short name right before the quote.
_SHORT_NAME = re.compile(r"(?<![^。、」\sたるい])(?P<name>[一-鿿々]{2,4})は、?$")
#: What a thing is compared with: 公約「値上げゼロ」との関係.
_COMPARED = re.compile(r"との(?:関係|違い|差|矛盾|整合|比較|連携|関連|区別)")
#: Behind a quote, from where voices come, and whose words it was: 来場者|から歓声が; 遺族|の問いに.
_VOICES_BEHIND = re.compile(
    r"(?P<name>[^。、「」]{1,20}?)(?:から(?:は|も)?、?[^。、「」]{0,10}?"
    r"(?:声|歓声|声援|悲鳴|やじ|ヤジ|怒号|ため息|感想|不満)(?:が|も|を)"
    r"|の(?:声|歓声|声援|悲鳴|やじ|ヤジ|怒号|叫び)が(?:響|飛|上が|あが|こだま|広が|漏)"
    r"|の(?:問い|問いかけ|質問|訴え|叫び|言葉|呼びかけ|指摘|追及)[にを])"
)
#: Behind a quote, that somebody says or holds what it is part of: と叫び暴れた|とみて.
_EMBEDDED = re.compile(
    r"と[^。、「」]{1,24}?(?:と(?:みて|みられ|して|発表|明らか|説明|主張|訴え|認定|指摘|批判)|疑い|ことを)"
)
#: What is heard or felt, not said: 「ドーン」という大きな音.
_SOUND = re.compile(
    r"と(?:いう|いった)[^。、「」]{0,8}?(?:音|響き|振動|衝撃|揺れ|鳴き声|地鳴り)(?!声)"
)
#: How a sentence opens that tells of a charge: 逮捕容疑は5日、...「金を出せ」と言い.
_CHARGE = re.compile(
    r"[\s\u3000]*(?:(?:再?逮捕|送検|起訴)?容疑は|起訴内容は"
    r"|(?:起訴状|訴状|判決|逮捕状)(?:など)?によると)"
)
#: What stands in brackets between words and that they are said: 「...」（国内証券）と.
_BRACKET_BEFORE_TO = re.compile(r"[（(][^（）()「」]{1,16}[）)](?=と)")
#: What a correction says of words that stood there before: 「川辺市」とあったのは「川辺町」の誤り.
_CORRECTED = re.compile(
    r"(?:と|は)[^。「」]{0,24}(?:正しくは|のは)、?「[^」]*」(?:でした|です|の誤り|の間違い|が正し)"
    r"|の(?:誤り|間違い)(?:で|だ|。)"
)
#: A noun right before a quote that ends a clause or opens a sentence: 大会を制した|氷川は「...」.
_UNKNOWN_NAME = re.compile(
    r"(?:(?P<clause>[たるい])|(?P<of>の)|(?P<beside>(?<=」、)|(?<=れば、))|(?<![一-鿿々ァ-ヶーぁ-ん]))(?P<name>[一-鿿々]{2,4})[はも]、?"
    r"「(?P<words>[^「」]{5,})」"
)
#: What is thought, or said by nobody who is named: 工事は「年内に終える」とされる.
_TAKEN_SO = ("とされ", "とみられ", "と見られ", "とうわさ", "と噂")
#: Behind it, that it is said: not 「...」で始まる.
_SAID_BEHIND = re.compile(r"。|、[^。、「」]{1,12}[はも]、?「|と(?![のいなさみ])")
#: Behind what stands in marks, that it is who the sentence is about: 「川を守る会」は.
_TOPIC_BEHIND_MARKS = re.compile(r"[はがも](?![ぁ-ん]*ない)")
#: Behind a sentence it tells that somebody said so: 「反省がみられない」として懲役５年を求刑した.
_AS = re.compile(r"として(?![のい])、?")
#: Ideographs or katakana, behind a position in Latin letters or not: GKイバニェス.
_NAME_WITHOUT_TITLE = re.compile(r"[A-ZＡ-Ｚ]{0,2}[一-鿿々ァ-ヶー・＝]+")
#: Between the voices of several: 主婦は「...」、|会社員は「...」と話した.
_NEXT_VOICE = re.compile(r"、?[^。、「」]{2,40}[はも]、?「")
#: Behind a sentence it tells that its subject said so: 「協力する」とも。
_ALSO = re.compile(r"とも?[。、]")
_COUNT = re.compile(r"[0-9０-９]")
#: What means somebody only with the clause before it.
_NAME_AT_END = re.compile(rf"[{NAME}]+(?:さん|ちゃん|くん|さま)?$")
_LONGEST_RUN = 24
_OF_BEFORE = re.compile(r"(?P<name>[^。、「」\s]{1,20})の$")
#: Whose voices are told of: 住民からは「...」という声が上がった.
_FROM_BEFORE = re.compile(r"(?P<name>[^。、「」\s]{1,24}?)(?:の?(?:中|内部)|内)?から(?:は|も)?、?$")
#: Who said what was done to the subject: 監督に「...」と背中を押され.
_TOLD_BY = re.compile(r"(?P<name>[^。、「」\s]{1,14})(?:に|から)(?:は|も)?、?$")
_PASSIVE = re.compile(
    r"と[^。、「」]{0,10}(?:され|われ|かれ|たれ|まれ|られ)(?:続け)?(?:[、たてる]|$)"
)
#: Who is asked answers: 学校に問い合わせると、「...」|とだけ言われた.
_ENQUIRED = re.compile(
    r"(?P<name>[^。、「」\s]{1,14})に(?:は|も)?(?:問い合わせ|問いただ|尋ね|聞[いく]|電話|相談|連絡|抗議|確認|質問"
    r"|訴え|申し出|頼[んみむ]|掛け合)[^。、「」]{0,8}(?:と|ところ|[ただ]ら|が|[てで]も|れば)、?$"
)
_ANSWERED = re.compile(
    r"(?:と|との|という)[^。、「」]{0,4}(?:断られ|返[さっしす]|答え|回答|返答|返事|取り合ってもら|突き放)"
)
_BEFORE_KATAKANA = re.compile(r"[一-鿿々]{2,}(?=[ァ-ヶー]{2})")
_KATAKANA = re.compile(r"[ァ-ヶー]+")
#: Words without kana but の, as names have none.
_NOUN = re.compile(r"[^ぁ-んっ。、！？!?…]+(?:の[^ぁ-ん。、！？!?…]+)*")
_OBJECT_PARTICLES = frozenset("をのにがはもで")
_ENDS_OF_CLAUSES = ("だ", "です", "ます", "た", "ない", "か", "よ", "ね", "う", "て")
#: How the last word of a sentence ends.
_ENDS_OF_VERBS = frozenset("いるただすんうよねか")
_ENDS_OF_SENTENCES = _ENDS_OF_VERBS | frozenset("くぐむぶつ")
#: Stands for words in brackets where only those around them are looked at.
_BLOT = "\ufffc"
#: How sentences end that say that their subject said what stands before.
_TELLS_PLAINLY = re.compile(
    r"(?:(?:話|語|言|いう|述べ|説明|明か|振り返|教え|答え|こぼ|漏ら|つぶや|訴え|強調|嘆|証言|コメント|指摘|解説"
    r"|口を|回想|主張|断言|苦笑|笑|叫|怒鳴|問い詰め|詰め寄)[ぁ-ん]*|声を[^、。が]{1,6})$"
)
#: What somebody shows, or says again and again: 「深い失望」を示した; 「...」が口癖だ.
_SHOWN = re.compile(r"を(?:示し|示す|表し|表す|あらわにし|にじませ)|が(?:口ぐせ|口癖|持論|信条)")
#: 「...」。そう問われるたび: asked by nobody who is named.
_SO_ASKED = re.compile(r"。?そう(?:問わ|聞か|尋ねら|言わ|いわ|声をかけら|諭さ|教えら)れ")
#: What is told by hearsay: 「...」という。
_HEARSAY = re.compile(r"と(?:いう|のことだ|のことだった|のこと|いい)[。、]")
#: Who is told or asked is the subject: 「...」と声を掛けられた.
_ASKED_BY_SOMEBODY = re.compile(
    r"と、?[^。、「」]{0,6}?(?:問わ|聞か|尋ねら|たずねら|質問さ|言わ|いわ|声を(?:掛け|かけ)ら|叱ら|しから"
    r"|ほめら|褒めら|励まさ|諭さ|迫ら|告げら|頼まれ|誘われ|怒鳴ら|どなら|注意さ)れ(?!て(?:いる|き))"
)
#: Who is asked speaks next: 裁判長が「...」と尋ねると、.
_HANDED_ON = re.compile(r"と[^。、「」]{1,14}(?:[うくすむぶぐつる]と|れば|たところ|たら)、")
#: Before の, what tells somebody from the one named before: 別の幹部.
_OTHER = frozenset(("別", "ほか", "他", "もう一人", "もう1人", "もう１人"))
_LATIN_BEHIND = re.compile(r"(?<=[一-鿿々ァ-ヶー・])[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ]{2,24}$")
#: How old somebody is, or in which year of a school, behind a name.
_AGE_OF_NAME = re.compile(r"(?<=[一-鿿々ァ-ヶーぁ-ん])[（(][0-9０-９一二三]{1,3}(?:歳|年)?[）)]")
#: Where somebody is from, behind a name: ＝比例＝.
_WHENCE = re.compile(r"[＝=][^＝=]*[＝=]$")
#: Several who speak together: 2人は連名で「...」.
_SEVERAL = re.compile(r"(?<![^。、「」\s])(?P<name>[2-9２-９二三四五両]人)は、?[^。、「」]{0,16}$")
_AGE_AT_END = re.compile(r"[（(][0-9０-９]{1,3}[）)]$")
_ONE_OF = re.compile(r"の(?:一人|ひとり|[1１]人)$")
#: A name of a firm, a band or an account: MIRAZOO.
_LATIN = re.compile(r"[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ]{1,24}")
_WINDOW = 400


class UnspacedPage(SpeechByLine):
    """Decides on the marked stretches of an article by the particles around them."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.particles = particles_of(language)
        self.label: Span | None = None
        #: Who was heard before the words that stand before a quote.
        self.previous: Span | None = None
        #: Whom the page is an interview with.
        self.interviewed: Span | None = None
        #: Who said something last, if it is a person.
        self.speaking: Span | None = None
        #: Where lines begin that set a label before a quote, one below the other.
        self.dialogue = lines_of_dialogue(self.text)
        #: Who was named in full without a title, by the family name.
        self.families: dict[str, Span] = {}
        self.persons = self._persons(lines)
        #: The same, whatever the family name: by the words that name them.
        self.named: dict[str, Span] = {}
        for line in lines:
            self._learn(line)
            self._learn_unknown(line)
        self.is_exchange = any(word in self.text for word in self.particles.exchanges)
        #: Who answers the questions from where it is said that they follow, if it is said.
        self.asked: tuple[int, Span] | None = None
        asked = self.particles.asked.search(self.text) if self.is_exchange else None
        if asked is not None:
            name = self._trimmed(Span(*asked.span("name")))
            self.asked = (asked.end(), self._meant(name)) if name is not None else None
        ends = self.particles.suspects
        suspects = [name for name in self.persons if self.text.endswith(ends, 0, name.end)]
        suspects += (Span(*match.span()) for match in self.particles.unnamed.finditer(self.text))
        self.suspects = list(islice(suspects, _MOST_SUSPECTS))

    def _learn(self, line: Span) -> None:
        """Note who is named in full behind an office or before an age: 歌手・真柴涼; 真柴涼(32).

        The family name is the beginning of the name that stands alone elsewhere.
        """
        for match in self.particles.introduced.finditer(self.text, line.start, line.end):
            if match["batter"]:  # 6番・丸子が
                self.families.setdefault(match["batter"], Span(*match.span("batter")))
                continue
            name = Span(*match.span("name" if match["name"] else "aged"))
            words = self.text[name.start : name.end]
            before = self.text[max(0, match.start() - _LONGEST_RUN) : match.start()]
            is_introduced = before.endswith(self.particles.introducing)
            if match["name"] and (not is_introduced or before.endswith(self.particles.owners)):
                continue  # 顧客の|請求書
            if words.endswith(self.particles.titles_and_bodies):
                continue
            self.named.setdefault(words, name)
            for size in (2, 3, 1):
                family = words[:size]
                if size < len(words) and family not in self.families and self._stands_alone(family):
                    self.families[family] = name
                    break

    def _learn_unknown(self, line: Span) -> None:
        """Note a family name that no list holds by the words that stand behind it as speech.

        It ends a clause (大会を制した氷川は「...」), stands behind an office (主将の氷川) or more
        than once.
        """
        if "「" not in self.text[line.start : line.end]:
            return
        for match in _UNKNOWN_NAME.finditer(self.text, line.start, line.end):
            words, name = match["name"], Span(*match.span("name"))
            if words in self.families or self._is_noun(words) or self._has_title(name):
                continue
            if _SAID_BEHIND.match(self.text, match.end(), line.end) is None:
                continue
            of_office = match["of"] and self.text.endswith(
                self.particles.introducing, line.start, match.start()
            )
            if not (of_office or self._is_utterance(match["words"])):
                continue
            is_again = self.text.count(words) > 1
            if (
                match["clause"]
                or match["beside"] is not None
                or of_office
                or (is_again and not match["of"])
            ):
                self.families[words] = name

    def _is_noun(self, words: str) -> bool:
        """Whether words of ideographs are a noun for a time, a thing or what is said."""
        return words in self.particles.nouns or words.endswith(self.particles.no_name_endings)

    def _stands_alone(self, family: str) -> bool:
        """Whether a family name is a subject without a given name somewhere: 真柴は."""
        for particle in ("は", "が", "も"):
            place = self.text.find(family + particle)
            while place >= 0:
                before = self.text[place - 1 : place]
                if not before or not (_FAMILY.fullmatch(before) or _KATAKANA.fullmatch(before)):
                    return len(family) > 1 or before in {"", "\n", "。", "、", " ", "\u3000", "」"}
                place = self.text.find(family + particle, place + 1)
        return False

    def _note_reported(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        """Find what is told without brackets: ...は...と述べた。"""
        text = self._masked(line, marked) if marked else self.text[line.start : line.end]
        begin = 0
        while begin < len(text):
            stop = min((s for sign in _STOPS if (s := text.find(sign, begin)) >= 0), default=-1)
            stop = len(text) if stop < 0 else stop
            self._note_sentence(line.start, text, begin, stop)
            begin = stop + 1

    def _masked(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> str:
        """The line's text with what stands in brackets blotted out, places kept."""
        text = self.text[line.start : line.end]
        for _, one in marked:
            first = max(0, one.start - line.start)
            size = min(one.end - line.start, len(text)) - first
            text = f"{text[:first]}{_BLOT * size}{text[first + size :]}"
        return text

    def _note_sentence(self, offset: int, text: str, begin: int, stop: int) -> None:
        """Note the clause of one sentence, behind where and how it was told: 会見で、..."""
        match = self.particles.reported.search(text, begin, stop)
        name = None
        if match is not None:
            place = Span(offset + match.start("name"), offset + match.end("name"))
            name = self._trimmed(place)
        if match is None or name is None:
            return
        if not (self._has_title(name) or self._may_be_name(name)):
            return
        first, end = match.span("clause")
        if (day := _DAY_FIRST.match(text, first, end)) is not None:
            first = day.end()
        for told in self.particles.introduction.finditer(text, first, end):
            first = told.end()
        if end - first < _SHORTEST_UTTERANCE or _BLOT in text[first:end]:
            return
        verb = Span(offset + match.start("verb"), offset + match.end("verb"))
        decision = Decision("reported", self._meant(name), verb)
        self.reported.append((Span(offset + first, offset + end), decision))

    def _persons(self, lines: Sequence[Span]) -> list[Span]:
        """Names with a title in the article, each form once."""
        seen: dict[str, Span] = {}
        for line in lines:
            for match in self.particles.person.finditer(self.text, line.start, line.end):
                name = Span(match.start() + self._qualified(match[0]), match.end())
                name = self._with_family(name)
                seen.setdefault(self.text[name.start : name.end], name)
        return list(seen.values())

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        position = line.start
        if self.asked is not None and self.asked[0] <= line.end:
            self.last = self.asked[1]
            self.asked = None
        #: Whom a label before the line's first quote, or on the line above, names.
        #: Whether a label with a sign stands there that names nobody: ◆動画の音声.
        self.is_unnamed = False
        self.label = self._label(line, [one for _, one in marked]) if marked else None
        #: Where the last topic of the line ended; -1 where there was none.
        self.topic_end = -1
        #: The body whose name in marks is the sentence's subject: 市民団体「...」は.
        self.marked_topic: Span | None = None
        #: The parts of the sentence before the quotes that stand in it.
        self.earlier: list[tuple[int, int]] = []
        self._note_reported(line, marked)
        for index, one in marked:
            if one.start < position:
                continue
            self.previous = self.last
            self._hear(position, one.start)
            begin = self._begin_of_sentence(max(position, one.start - _WINDOW), one.start)
            if begin > position:
                self.earlier = []
                self.marked_topic = None
            decision = self.decisions[index] = self._decide(line, one, begin, position)
            if decision.kind in {"direct", "partial"} and decision.speaker is not None:
                is_person = self._is_person(decision.speaker) or self._is_foreign(decision.speaker)
                self.speaking = decision.speaker if is_person else None
            elif decision.kind not in {"direct", "partial"}:
                self.marked_topic = self._topic_in_marks(one) or self.marked_topic
            position = max(position, one.end)
            self.earlier.append((begin, one.start))
        if marked or not self._is_question(line):
            self._hear(position, line.end)
        if not self.decisions and _INTERVIEWED.search(self.text, line.start, line.end):
            self.interviewed = self.last
        self._join_listed(marked)

    def _topic_in_marks(self, one: Marked) -> Span | None:
        """The body named in marks that a sentence is about: 市民団体「川を守る会」は."""
        if not self.text.endswith(self.particles.groups, 0, one.start):
            return None
        if _TOPIC_BEHIND_MARKS.match(self.text, one.end) is None:
            return None
        self.last = Span(one.start + 1, one.end - 1)
        return self.last

    def _is_question(self, line: Span) -> bool:
        """Whether a line is what an interviewer asks, of whom nobody is heard: ――なぜか。"""
        return self.text[line.start : line.end].lstrip().startswith(_DASHES_OF_QUESTION)

    def _join_listed(self, marked: Sequence[tuple[int, Marked]]) -> None:
        """Take for speech what stands beside speech: 「えっ」「不当だ」という声が上がった."""
        for (index, one), (following, other) in reversed(list(pairwise(marked))):
            decision = self.decisions.get(index)
            beside = self.decisions.get(following)
            if decision is None or beside is None or decision.kind != "term":
                continue
            between = self.text[one.end : other.start].strip()
            if between in {"", "、"} and beside.kind in {"direct", "partial"}:
                self.decisions[index] = Decision("partial", beside.speaker)

    def _label(self, line: Span, marked: Sequence[Marked]) -> Span | None:
        """Who is named before a line of nothing but quotes, in brackets or on the line above.

        A line above that was spoken by somebody hands its label on.
        """
        first = marked[0].start
        ends = zip((line.start, *(one.end for one in marked)), marked, strict=False)
        if any(self.text[end : one.start].strip() for end, one in list(ends)[1:]):
            return None
        if self.text[marked[-1].end : line.end].strip():
            return None
        found = self.particles.labelled.fullmatch(self.text, line.start, first)
        if found is not None:
            return self._titled_label(Span(*found.span("name")))
        beside = self.text[line.start : first].strip()
        if beside:
            bracket = _BRACKET_BEHIND.search(beside)
            has_colon = beside[-1] in "：:" or (bracket is not None and bracket.start() > 1)
            has_colon |= line.start in self.dialogue or beside.endswith(self.particles.label_tails)
            content = marked[-1].content(self.text)
            is_heading = _STOP_INSIDE.isdisjoint(content)
            is_parted = self.text[first - 1] in " \u3000" and _FAMILY.fullmatch(beside) is not None
            has_colon |= is_parted and content.endswith(_ENDS_OF_CLAUSES)
            if is_heading and not has_colon:
                return None
            has_colon |= beside[0] in _BULLETS and content.endswith(_ENDS_OF_CLAUSES)
            beside = beside[: bracket.start()] if bracket is not None else beside
            return self._label_beside(beside.rstrip("：: \u3000"), first, has_colon=has_colon)
        above = self._line_above(line.start)
        content = self.text[above.start : above.end]
        if content[:1] in _ASKED:
            return self.label
        told = self._told_above(above)
        if told is not None:
            return told
        if content.endswith(("：", ":")):
            above = Span(above.start, above.end - 1)
            content = content[:-1]
        if not content or len(content) > _LONGEST_LABEL or _NO_LABEL.search(content):
            return None
        found = self.particles.labelled.fullmatch(content)
        if found is not None:
            above = Span(above.start + found.start("name"), above.start + found.end("name"))
        bracket = _BRACKET_BEHIND.search(self.text, above.start, above.end)
        if bracket is not None and found is None:
            above = Span(above.start, bracket.start())
        above = self._without_tail(above)
        words = self.text[above.start : above.end].lstrip(_BULLETS)
        self.is_unnamed = self.text[above.start] in _BULLETS
        return self._titled_label(Span(above.end - len(words), above.end))

    def _without_tail(self, label: Span) -> Span:
        """A label without what its words are called: 三浦監督の話."""
        for tail in self.particles.label_tails:
            if self.text.endswith(tail, label.start + 1, label.end):
                return Span(label.start, label.end - len(tail))
        return label

    def _told_above(self, above: Span) -> Span | None:
        """Whom a line names that the quotes below it complete: 値上げについて客は:"""
        content = self.text[above.start : above.end].rstrip("：:、")
        if not content.endswith("は") or "。" in content:
            return None
        topics = self._topics(above.start, above.start + len(content))
        return topics[-1] if topics and self._has_title(topics[-1]) else None

    def _label_beside(self, words: str, end: int, *, has_colon: bool = False) -> Span | None:
        """Who is named right before a line's only quotes: 田所社長「...」; 避難した人:「...」."""
        words = words.lstrip(_BULLETS)
        if not words or len(words) > _LONGEST_LABEL or _NO_LABEL.search(words):
            return None
        start = self.text.rindex(words, 0, end)
        end = start + len(words)
        last = _LAST_OF_LABEL.search(self.text, start, end) if has_colon else None
        if last is not None:
            start = last.start()
        titled = self._titled_label(self._without_tail(Span(start, end)))
        if titled is None and not has_colon and self._is_answering(start, end):
            return self._fullest(Span(start, end))
        if titled is None and self.text[start:end] in self.families:
            return self.families[self.text[start:end]]
        if titled is not None or not has_colon or start >= end:
            return titled
        last = _NAME_BEHIND_OFFICE.search(self.text, start, end)
        return Span(*last.span("name")) if last is not None else Span(start, end)

    def _is_answering(self, start: int, end: int) -> bool:
        """Whether a family name stands below a question: ――なぜ。 / 岡本「...」."""
        above = self._line_above(start)
        is_asked = self.text.startswith(_DASHES_OF_QUESTION, above.start)
        return is_asked and _FAMILY.fullmatch(self.text, start, end) is not None

    def _titled_label(self, label: Span) -> Span | None:
        """The name in a label that ends in a title: 青葉動物公園 津川修 園長."""
        words = self.text[label.start : label.end]
        if words.endswith(tuple(self.particles.people)) and self.text[label.end] in "）)】］]":
            return label
        if not words.endswith(self.particles.roles):
            return None
        parts = words.split()
        is_name = len(parts) > 1 and _FULL_NAME.fullmatch(parts[-2]) is not None
        if len(parts) > 1 and (parts[-1] in self.particles.roles_alone or is_name):
            return Span(label.start + words.rindex(parts[-2]), label.end)
        last = Span(label.end - len(parts[-1]), label.end)
        return self._trimmed(last) or last

    def _line_above(self, start: int) -> Span:
        """The nearest line above that is not empty, without the blanks around it."""
        end = start
        while end > 0 and self.text[end - 1].isspace():
            end -= 1
        begin = self.text.rfind("\n", 0, end) + 1
        while begin < end and self.text[begin].isspace():
            begin += 1
        return Span(begin, end)

    def _begin_of_sentence(self, floor: int, end: int) -> int:
        for place in range(end - 1, floor - 1, -1):
            if self.text[place] in _STOPS:
                return place + 1
        return floor

    def _hear(self, start: int, end: int) -> None:
        """Remember the last person who is the topic of a sentence; a subject where none is."""
        sentence = self.topic_end
        is_matter = self.particles.matter.search(self.text, start, end) is not None
        last_sentence = self._begin_of_sentence(start, end)
        for match in self.particles.topic.finditer(self.text, start, end):
            name = self._name(match)
            if name is None or self._asks(name):
                continue
            if not self._is_somebody(name):
                self._hear_document(name, end)
                continue
            words = self.text[name.start : name.end]
            if words in self.particles.plain_bodies and words[0] != "同":
                continue
            is_topic = match[0].endswith(("は", "によると", "によれば"))
            limit = self._end_of_sentence(match.end(), end)
            if not is_topic and self._is_in_clause(name, limit):
                continue
            if is_matter and not is_topic and name.start >= last_sentence:
                continue  # 容疑者が...した事件については
            if not is_topic and sentence >= 0 and not self._is_new_sentence(sentence, name.start):
                continue
            sentence = match.end() if is_topic else -1
            if self._goes_on(name, limit, is_topic=is_topic):
                continue
            self.last = self._meant(name)
            is_named = self._is_person(name) and words not in self.particles.roles_alone
            if is_named and self.particles.tells.search(self.text, match.end(), limit):
                self.speaking = self.last  # ...氏が会見した。
        self.topic_end = sentence
        self._seen(start, end)
        for closing in _CLOSING_NAME.finditer(self.text, start, end):
            name = Span(*closing.span("name"))
            if self._is_full_name(name):
                self.last = self._meant(name)  # 公開される川辺あかり。
        for alone in _ALONE.finditer(self.text, start, end):
            self._hear_alone(Span(*alone.span("person")))
        for cleft in _CLEFT.finditer(self.text, start, end):
            self._closing_person(cleft.start("person"), cleft.end("person"))

    def _hear_alone(self, person: Span) -> None:
        """Remember whom a sentence of nothing else names, whatever the name is written in."""
        age = _AGE.search(self.text, *person)
        name = Span(person.start, age.start()) if age is not None else person
        if _NAME_ALONE.fullmatch(self.text, *name):
            self.last = self._meant(name)
        else:
            self._closing_person(*person)

    def _hear_document(self, name: Span, end: int) -> None:
        """Remember a report that is told to say something: 報告書は...と認定した。"""
        words = self.text[name.start : name.end]
        if not words.endswith(self.particles.documents) or not self._bears(name, "は"):
            return
        if self.particles.tells.search(self.text, name.end, self._end_of_sentence(name.end, end)):
            self.last = name

    def _goes_on(self, name: Span, limit: int, *, is_topic: bool) -> bool:
        """Whether who spoke last is still the topic behind a sentence about another.

        Bodies, and people whom が or も marks by their office alone, take its place only where
        their sentence says that they said something.
        """
        words = self.text[name.start : name.end]
        is_one_of_several = words in self.particles.several
        is_bare = is_one_of_several or (not is_topic and words in self.particles.roles_alone)
        if self.last is None or (self._is_person(name) and not is_bare):
            return False
        if self.speaking != self.last and not (is_one_of_several and self._is_person(self.last)):
            return False
        return self.particles.tells.search(self.text, name.end, limit) is None

    def _end_of_sentence(self, start: int, limit: int) -> int:
        return min(
            (place for sign in _STOPS if (place := self.text.find(sign, start, limit)) >= 0),
            default=limit,
        )

    def _is_somebody(self, name: Span) -> bool:
        """Whether a name has a title, stands behind one or is written as firms and bands are."""
        return self._has_title(name) or self._has_role_before(name) or self._is_foreign(name)

    def _is_foreign(self, name: Span) -> bool:
        """Whether words are a name in Latin letters: MIRAZOO."""
        words = self.text[name.start : name.end]
        return _LATIN.fullmatch(words) is not None and words not in self.particles.no_names

    def _is_new_sentence(self, start: int, end: int) -> bool:
        return any(self.text[place] in _STOPS for place in range(start, end))

    def _has_role_before(self, name: Span) -> bool:
        """Whether a title stands before the name: 主将の大垣翔."""
        is_kana = _KATAKANA.fullmatch(self.text, name.start, name.end) is not None
        before = self.text[max(0, name.start - 8) : name.start]
        if before.endswith("、"):
            is_beside = before[:-1].endswith(self.particles.introducing)
            return is_beside and (is_kana or self._is_full_name(name))  # メンバー、ハルトが
        if is_kana and not self._bears(name, "は"):
            return False  # 上司のメールが
        if not before.endswith(("の", "・")) or name.end - name.start < _SHORTEST_NAME:
            return False
        owner = before[:-1]
        return owner.endswith(self.particles.roles) and not owner.endswith(self.particles.owners)

    def _decide(self, line: Span, one: Marked, begin: int, floor: int) -> Decision:
        content = one.content(self.text)
        limit = min(line.end, one.end + _WINDOW)
        behind = self._behind(one.end, limit)
        said = self.particles.said.match(self.text, behind, limit)
        held = self.particles.held.match(self.text, behind, limit)
        is_name = held is not None and self.text[behind] == "の" and len(content) >= _LONGEST_CRY
        if is_name and _NOUN.fullmatch(content):
            return Decision("term")  # 「サイレントマジョリティー」の声
        rest = self.text[one.end : min(limit, one.end + 40)].strip("。、 \u3000)）")
        stands_alone = not rest and not self.text[line.start : one.start].strip("　 ―—-・")
        before = self.text[max(floor, one.start - 8) : one.start].rstrip()
        if _ASKED_BEFORE.search(self.text, floor, one.start) and line.start < one.start:
            return Decision("direct", self.last if self.is_exchange else None)
        is_judged = len(content) >= _SHORTEST_UTTERANCE and self.particles.judged.match(
            self.text, one.end, limit
        )
        if is_judged:
            return Decision("direct")
        if _ANSWER.fullmatch(self.text, line.start, one.start):
            return Decision("direct", self.last if self.is_exchange else None)
        if before.endswith(self.particles.title_nouns) and self.particles.title_nouns:
            return Decision("title")
        voiced = self._voiced(begin, one, behind, limit)
        if voiced is not None:
            return voiced
        if self._is_thing(content, before, behind, limit):
            return Decision("term")
        is_long = len(content) >= _SHORT or content[-1:] in _STOPS
        document = self.particles.document.search(self.text, begin, one.start)
        if document is not None and self.particles.reads.match(self.text, behind, limit):
            return Decision("direct" if is_long else "partial", Span(*document.span("name")))
        said = self.particles.said.match(self.text, behind, limit)
        if document is not None and said is not None and self._bears_topic(document, one.start):
            cue = Span(*said.span("verb")) if said["verb"] else Span(one.end, said.end())
            return Decision("direct" if is_long else "partial", Span(*document.span("name")), cue)
        if one.family == "double" and len(content) < _SHORT and "「" in self.text:
            return Decision("term")  # other marks than those of speech
        beside = self._named_beside(one, limit)
        if beside is not None:
            return Decision("direct", beside)
        told_by = _ENQUIRED.search(self.text, begin, one.start)
        is_answer = told_by is not None and _ANSWERED.match(self.text, behind, limit) is not None
        told_by = told_by or _TOLD_BY.search(self.text, begin, one.start)
        if told_by is not None and (is_answer or _PASSIVE.match(self.text, behind, limit)):
            run = _NAME_AT_END.search(self.text, *told_by.span("name"))
            teller = self._trimmed(Span(*run.span())) if run is not None else None
            if teller is not None and self._has_title(teller):
                return Decision("direct" if is_long else "partial", self._meant(teller))
        if _ASKED_BY_SOMEBODY.match(self.text, behind, limit):
            source = self._owner(line, one, behind, limit)
            return Decision("direct" if is_long else "partial", source)
        if len(content) >= _SHORTEST_UTTERANCE and self.particles.rumour.match(
            self.text, behind, limit
        ):
            return Decision("direct")
        if said is not None and self.text[behind] == "を" and before.endswith("の"):
            is_fetched = _NOUN.fullmatch(content) and not self._sources(begin, one.start)
            said = None if is_fetched else said  # 名物の「川辺うどん」を求め
        found = said or held
        if found is not None:
            owner = self._owner(line, one, behind, limit)
            is_put = self.particles.put.match(self.text, behind, limit) is not None
            is_put |= self.text.startswith(_TAKEN_SO, behind)
            if owner is None and is_put:
                return Decision("partial")
            speaker = owner or self._told_of_as_teller(begin, one, behind, limit)
            speaker = speaker or self._teller(begin, one, behind, limit)
            speaker = speaker or self._told_of(begin, one, found.end(), limit)
            speaker = speaker or self._speaker(begin, one, found.end(), limit)
            if held is found and owner is None and not self._sources(begin, one.start):
                speaker = None
            is_crowd = self.particles.crowds.match(self.text, found.end(), limit) is not None
            if is_crowd and owner is None and self._is_unsourced(line, one):
                speaker = None
            kind: QuoteKind = "direct" if is_long and found is said else "partial"
            verb = "verb" if found["verb"] or found is not said else "act"
            cue = Span(*found.span(verb)) if found[verb] else Span(one.end, found.end())
            return Decision(kind, speaker, cue)
        if self.particles.emergency.match(self.text, behind, limit):
            caller_before = self._from_whom(line, one)
            return Decision("direct" if is_long else "partial", caller_before)
        called = self.particles.called.match(self.text, behind, limit)
        if called is not None:
            caller = Span(*called.span("name"))
            return Decision("direct" if is_long else "partial", caller, Span(*called.span("verb")))
        ending = self.particles.ending.match(self.text, behind, limit)
        topics = self._topics(begin, one.start)
        is_sourced = any(self._is_somebody(name) for name in topics)
        is_sourced |= self.marked_topic is not None
        named = self.particles.named.match(self.text, behind, limit)
        name = self._trimmed(Span(*named.span("name"))) if named is not None else None
        if name is not None and not self._has_title(name):
            is_family = self.text[name.start : name.end] in self.particles.names_alone
            name = name if is_family else None  # 「勝ちます」と岸本。
        if ending is None and name is not None:
            ending = named
        is_told = self._is_utterance(content)
        is_polite = content.endswith(self.particles.sentence_ends) and len(content) > _POLITE
        is_long_enough = is_polite or ((is_long or is_told) and self.last is not None)
        view = self.particles.stance.match(self.text, behind, limit)
        if view is not None and is_sourced and content[-1] in _ENDS_OF_VERBS:
            speaker = self._speaker(begin, one, view.end(), limit)
            return Decision("partial", speaker, Span(*view.span("verb")))
        shown = _SHOWN.match(self.text, behind, limit) if is_sourced else None
        if shown is not None:
            speaker = self._speaker(begin, one, shown.end(), limit)
            return Decision("direct" if is_long else "partial", speaker, Span(*shown.span()))
        called_so = self.particles.naming.match(self.text, behind, limit)
        is_named_so = len(content) > _SHORTEST_SIGNED and before.endswith("を")
        if called_so is not None and is_named_so and is_sourced:
            speaker = self._speaker(begin, one, called_so.end(), limit)
            return Decision("partial", speaker, Span(*called_so.span("verb")))
        if ending is not None and _KATAKANA.fullmatch(content):
            return Decision("term")  # 愛犬「ポチ」と暮らす
        if ending is not None and (is_sourced or name is not None or is_long_enough):
            if name is not None:
                self.last = speaker = self._meant(name)
            else:
                speaker = self._owner(line, one, behind, limit)
                speaker = speaker or self._speaker(begin, one, ending.end(), limit)
            cue = Span(one.end, ending.end())
            return Decision("direct" if is_long or is_sourced else "partial", speaker, cue)
        is_sentence = self._is_utterance(content) and content[-1] in _ENDS_OF_SENTENCES
        as_said = _AS.match(self.text, behind, limit) if is_sentence else None
        goes_on = as_said is not None and self.text.startswith("「", as_said.end())
        if as_said is not None and (is_sourced or (goes_on and self.last is not None)):
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        is_said = is_sourced and content[-1] in _ENDS_OF_VERBS
        if is_said and _ALSO.match(self.text, behind, limit):
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        later = self.particles.later.match(self.text, behind, limit)
        if later is not None and self._topics(begin, one.start):
            speaker = self._speaker(begin, one, later.end(), limit)
            return Decision("partial", speaker, Span(*later.span("verb")))
        opens = begin == one.start or not self.text[begin : one.start].strip("　 ")
        if one.family == "book" and stands_alone:
            return Decision("term")
        is_answer = stands_alone and self.text.startswith(
            _DASHES_OF_QUESTION, self._line_above(line.start).start
        )
        is_enough = is_long or is_answer or len(content) >= 6
        if (stands_alone or (opens and not rest)) and is_enough:
            answering = self.interviewed if stands_alone else None
            return Decision("direct", None if self.is_unnamed else answering or self.last)
        stop = _STOP_BEHIND.match(self.text, one.end, limit) if opens else None
        if stop is not None and _SO_ASKED.match(self.text, stop.end(), limit):
            return Decision("direct")
        if stop is not None and self.particles.so_said.match(self.text, stop.end(), limit):
            told = self._next_speaker(stop.end(), limit, opens_line=False)
            return Decision("direct", told or self.last)  # 「...」。そう言い聞かせて店に立つ
        if stop is not None:
            after = stop.end()
            next_speaker = self._next_speaker(after, limit, opens_line=begin == line.start)
            if next_speaker is None:
                sentence_end = self.text.find("。", after, limit)
                next_speaker = self._seen(after, sentence_end if sentence_end >= 0 else limit)
            if next_speaker is None and begin == line.start:
                second = self.text.find("。", after, limit) + 1
                told = self._next_speaker(second, limit, opens_line=False) if second else None
                next_speaker = told
            is_uttered = len(content) >= _SHORTEST_UTTERANCE or self._is_utterance(content)
            if next_speaker is not None or is_uttered:
                return Decision("direct", next_speaker or self.last)
        if before[-1:] in {"：", ":"} and is_long:
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        if (
            before[-1:] in {"は", "も"}
            and is_sourced
            and _NEXT_VOICE.match(self.text, one.end, limit)
        ):
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        ends = self.text[one.end : one.end + 1] == "。" and before[-1:] in {"、", "は", "も"}
        short = self._right_before(begin, one.start) if ends and not is_sourced else None
        if short is not None:
            return Decision("direct", self._meant(short))
        if ends and is_sourced and (len(content) >= 6 or self._is_utterance(content)):
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        ends_so = self.text[one.end : one.end + 1] == "。" and before[-1:] in {
            "と",
            "に",
            "で",
            "て",
        }
        if ends_so and self.last is not None and self._is_utterance(content):
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        closes = self.text[one.end : one.end + 1] in {"。", "、", "（", "("} or not rest
        if closes and content[-1:] in _STOPS and is_long:
            return Decision("direct", self._speaker(begin, one, one.end, limit))
        return Decision("term")

    def _bears_topic(self, document: re.Match[str], end: int) -> bool:
        """Whether what is read is what its sentence is about: 報告書は「...」と指摘した."""
        return self.text[document.end("name") : end].rstrip("、") == "は"

    def _is_utterance(self, content: str) -> bool:
        """Whether words have the end of a sentence, or the particles of one."""
        if content.endswith(self.particles.sentence_ends):
            return True
        if len(content) < _SHORTEST_UTTERANCE:
            return len(content) >= _SHORTEST_SENTENCE and content[-1] in _ENDS_OF_VERBS
        return content[-1] in _ENDS_OF_VERBS or _PARTICLES.search(content) is not None

    def _is_thing(self, content: str, before: str, behind: int, limit: int) -> bool:
        """Whether words in marks name something: a plan of that name, what people call so.

        A verb by which something is called follows, or a particle that makes an object of words
        that end as such names do (「...計画」を), or before which stands what they are (新型車).
        """
        if _SOUND.match(self.text, behind, limit) or before.endswith(("正しくは", "正しくは、")):
            return True
        if _CORRECTED.match(self.text, behind, limit):
            return True
        if self.particles.called_so.match(self.text, behind, limit):
            return content[-1:] not in _STOPS and not content.endswith(_ENDS_OF_CLAUSES)
        is_noun = _NOUN.fullmatch(content) is not None
        if is_noun and self.particles.known_so.match(self.text, behind, limit):
            return True
        if self.particles.asked_for.match(self.text, behind, limit):
            return False
        if is_noun and self.particles.classed.match(self.text, behind, limit):
            return True
        if self._is_inscription(content, before, behind, limit):
            return True
        is_name = content.endswith(self.particles.thing_endings)
        is_called = is_noun or not self._is_utterance(content)
        is_name |= is_called and bool(before) and before.endswith(self.particles.thing_nouns)
        follows = self.text[behind : behind + 1] in _OBJECT_PARTICLES
        return is_name and (follows or _COMPARED.match(self.text, behind, limit) is not None)

    def _is_inscription(self, content: str, before: str, behind: int, limit: int) -> bool:
        """Whether a word stands on a thing (と書かれた看板) or is what a check finds (誤り)."""
        last = content[-1:]
        is_word = last not in _ENDS_OF_SENTENCES and last not in _STOPS
        is_read = self.particles.document.search(before) is not None
        if is_word and not is_read and self.particles.inscribed.match(self.text, behind, limit):
            return True
        is_short = len(content) < _SHORTEST_UTTERANCE
        is_verdict = is_short and content.startswith(self.particles.verdicts)
        return is_verdict and self.particles.found_so.match(self.text, behind, limit) is not None

    def _speaker(self, begin: int, one: Marked, after: int, limit: int) -> Span | None:
        """The topic before the quote; else the one the verb after it describes; else the last."""
        embedded = self._embedded(begin, one)
        if embedded is not None:
            teller, told_of = embedded
            self.last = self._meant(teller)
            return self._meant(told_of)
        found = self._source(begin, one.start)
        found = found or self._right_before(begin, one.start)
        found = found or self.marked_topic or self._source_before(begin, one.start)
        told = [name for name in self._topics(one.end, after) if self._has_title(name)]
        if found is not None and not (told and not self._has_title(found)):
            source = self._meant(found)
            is_asking = self._bears(found, "が") and _HANDED_ON.match(self.text, one.end)
            self.last = self.previous if is_asking else source
            return source
        if told:  # 「...」と近くの女性は話した
            self.last = self._meant(told[-1])
            return self.last
        run = _RUN_AT_END.search(self.text, begin, one.start)
        beside = self._trimmed(Span(*run.span())) if run is not None else None
        if beside is not None and self.text.endswith(self.particles.roles, begin, one.start):
            self.last = self._meant(beside)  # 40代女性「...」と話す
            return self.last
        cleft = self.particles.told.match(self.text, after, limit)
        place = self.text.find("のは", one.end, self._end_of_sentence(one.end, limit))
        if cleft is None and place >= 0:  # 「...」と表情を引き締めたのは、主将の大隈健太だ
            cleft = self.particles.told.match(self.text, place, limit)
        if cleft is not None:
            name = self._trimmed(Span(*cleft.span("name")))
            if name is not None and (self._has_title(name) or self._has_role_before(name)):
                self.last = self._meant(name)
                return self.last
        relative = self.particles.saying.match(self.text, self._verb_start(after), limit)
        relative = relative or self.particles.named.match(self.text, one.end, limit)
        if relative is not None:
            name = self._trimmed(Span(*relative.span("name")))
            if name is not None and self._has_title(name):
                self.last = self._meant(name)
                return self.last
        if self.last is None:
            persons = [name for name in self._topics(begin, one.start) if self._is_person(name)]
            self.last = self._meant(persons[-1]) if persons else None
        return self.last

    def _owner(self, line: Span, one: Marked, behind: int, limit: int) -> Span | None:
        """Whose words another tells: 関係者の話として「...」; 「...」との関係者の話を紹介."""
        found = self.particles.words_of.match(self.text, behind, limit)
        if found is None:
            place = self._begin_of_list(line, one)
            found = self.particles.words_as.search(
                self.text, self._begin_of_sentence(line.start, place), place
            )
        is_voice = False
        if found is None and self.particles.heard_from.match(self.text, behind, limit):
            place = self._begin_of_list(line, one)
            found = _FROM_BEFORE.search(self.text, line.start, place)
            is_voice = True
        run = Span(*found.span("name")) if found is not None else None
        if run is not None and (age := _AGE_AT_END.search(self.text, *run)) is not None:
            run = Span(run.start, age.start())  # 出席した男性(66)から
        if run is not None and is_voice and (last := self._last_run(run)) is not None:
            run = last
        name = self._trimmed(run) if run is not None else None
        if name is None:
            return None
        is_audience = is_voice and self.text[name.start : name.end] in self.particles.audiences
        if not is_audience and not self._has_title(name):
            return None
        if is_voice:
            return name if is_audience else self._meant(name)
        self.last = self._meant(name)
        return self.last

    def _from_whom(self, line: Span, one: Marked) -> Span | None:
        """From whom a call comes: 近くの住民から「煙が出ている」と119番があった."""
        found = _FROM_BEFORE.search(self.text, line.start, one.start)
        run = self._last_run(Span(*found.span("name"))) if found is not None else None
        name = self._trimmed(run) if run is not None else None
        return self._meant(name) if name is not None and self._has_title(name) else None

    def _voiced(self, begin: int, one: Marked, behind: int, limit: int) -> Decision | None:
        """Whose words somebody heeds or tells of: 妻の「好きにして」のひと言で決めた."""
        voice = self.particles.voice.match(self.text, behind, limit)
        owner = _OF_BEFORE.search(self.text, begin, one.start) if voice is not None else None
        if voice is None or owner is None:
            return None
        content = one.content(self.text)
        is_noun = len(content) < _SHORTEST_SENTENCE or _NOUN.fullmatch(content) is not None
        if voice["sure"] is None and is_noun:
            return None  # 祖父の「うどん」の話
        run = self._last_run(Span(*owner.span("name")))
        name = self._trimmed(run) if run is not None else None
        if name is None or not self._has_title(name):
            return None
        return Decision("partial", self._meant(name), Span(*voice.span("noun")))

    def _last_run(self, words: Span) -> Span | None:
        """The last of some words that has no kana but の: 署の前では|通行人."""
        run = _RUN_AT_END.search(self.text, words.start, words.end)
        return Span(*run.span()) if run is not None else None

    def _begin_of_list(self, line: Span, one: Marked) -> int:
        """Where the first of the marked stretches stands that follow one another up to this."""
        place = one.start
        while place > line.start:
            before = self.text[line.start : place].rstrip(" \u3000\n、")
            if before[-1:] not in {"」", "》"}:
                break
            opening = "「" if before[-1] == "」" else "《"
            place = max(self.text.rfind(opening, line.start, line.start + len(before)), line.start)
        return place

    def _right_before(self, begin: int, end: int) -> Span | None:
        """Who is marked right before a quote: by a clause, or by a short name known here."""
        described = self.particles.described.search(self.text, begin, end)
        described = described or _SEVERAL.search(self.text, begin, end)
        if described is not None:
            return Span(*described.span("name"))
        short = _SHORT_NAME.search(self.text, begin, end)
        words = short["name"] if short is not None else ""
        if short is None or words in self.particles.nouns:
            return None
        is_known = words in self.particles.names_alone or self.text.count(words) > 1
        is_known = is_known or any(self.text.startswith(words, one.start) for one in self.persons)
        return Span(*short.span("name")) if is_known else None

    def _last_words(self, name: Span) -> Span:
        """The name in a signature, without the office before it: 市の広報課 田所 海さん."""
        words = self.text[name.start : name.end]
        parts = re.split(r"[\s　]+", words)
        if len(parts) < 2:
            return self._trimmed(name) or name
        first = parts[-2] if len(parts[-2]) <= _LONGEST_FAMILY_NAME else parts[-1]
        return Span(name.start + words.rindex(first), name.end)

    def _is_unsourced(self, line: Span, one: Marked) -> bool:
        """Whether no topic stands before a quote, or before those it is listed with."""
        place = self._begin_of_list(line, one)
        return not self._topics(self._begin_of_sentence(line.start, place), place)

    def _behind(self, start: int, limit: int) -> int:
        """Where the sentence goes on behind a quote, which may be on another line."""
        place = start
        while place < limit and self.text[place].isspace():
            place += 1
        bracket = _BRACKET_BEFORE_TO.match(self.text, start, limit)
        if bracket is not None:
            return bracket.end()
        return place if "\n" in self.text[start:place] else start

    def _named_beside(self, one: Marked, limit: int) -> Span | None:
        """Who is named in brackets behind a quote, or by the label before its line."""
        signed = self.particles.signed.match(self.text, one.end, limit)
        is_told = self._is_right_behind_person(one.start)
        if signed and not is_told and len(one.content(self.text)) >= _SHORTEST_SIGNED:
            name = self._last_words(Span(*signed.span("name" if signed["name"] else "person")))
            if self._has_title(name):
                return self._meant(name)
        return self.label

    def _is_right_behind_person(self, end: int) -> bool:
        """Whether a person is a subject right before a quote: アナリストは「...」（国内証券）."""
        topics = self._topics(max(0, end - _LONGEST_RUN), end)
        if not topics or not self._is_person(topics[-1]):
            return False
        return self.text[topics[-1].end : end].rstrip("、") in {"は", "も"}

    def _told_of(self, begin: int, one: Marked, after: int, limit: int) -> Span | None:
        """Who speaks in a clause that is told of, where another is its sentence's topic.

        省が「…」と指摘したことについて: the ministry; 県警によると「…」と否認している: the suspect.
        """
        topics = [name for name in self._topics(begin, one.start) if self._has_title(name)]
        if self.particles.embedded.match(self.text, after, limit):
            subjects = [name for name in topics if self._bears(name, "が")]
            return self._meant(subjects[-1]) if subjects else None
        is_plea = self.particles.plea.match(self.text, self._behind(one.end, limit), limit)
        if not is_plea and not _CHARGE.match(self.text, begin, one.start):
            return None
        if any(self._is_person(name) for name in topics):
            return None
        return self._last_suspect(one.start)

    def _last_suspect(self, end: int) -> Span | None:
        """The suspect or defendant who was named last before a place."""
        floor = max(0, end - _NEAREST_SUSPECT)
        best: tuple[int, Span] | None = None
        for name in self.suspects:
            place = self.text.rfind(self.text[name.start : name.end], floor, end)
            if place >= 0 and (best is None or place > best[0]):
                best = place, name
        return self._meant(best[1]) if best is not None else None

    def _teller(self, begin: int, one: Marked, behind: int, limit: int) -> Span | None:
        """Who tells what ends in という, whoever it is about: 住民によると、男は「...」という。"""
        if _HEARSAY.match(self.text, behind, limit) is None:
            return None
        before = self.text[one.start - 2 : one.start]
        if before.endswith(("は", "は、", "が", "が、")):
            return None
        for name in self._topics(begin, one.start):
            if self._has_title(name) and self.text.startswith(("によると", "によれば"), name.end):
                return self._meant(name)
        return None

    def _told_of_as_teller(self, begin: int, one: Marked, behind: int, limit: int) -> Span | None:
        """Who is described by what he says, whoever acts in the sentence: 「...」と叫ぶ男性の声."""
        teller = self.particles.teller.match(self.text, behind, limit)
        if teller is None or any(
            self._bears(name, "が") for name in self._sources(begin, one.start)
        ):
            return None  # 社長が「...」と述べた社員
        name = self._trimmed(Span(*teller.span("name")))
        return self._meant(name) if name is not None and self._has_title(name) else None

    def _embedded(self, begin: int, one: Marked) -> tuple[Span, Span] | None:
        """Who tells, and who speaks in that: 県警は、男が「殺すぞ」と叫んだとみて調べている."""
        if _EMBEDDED.match(self.text, one.end) is None:
            return None
        topics = self._topics(begin, one.start)
        if len(topics) < 2 or not self._bears(topics[-2], "は") or not self._is_person(topics[-1]):
            return None
        return (topics[-2], topics[-1]) if self._bears(topics[-1], "が") else None

    def _source(self, begin: int, end: int) -> Span | None:
        """Which topic before a quote speaks: a person, a body, else the topic that は marks."""
        topics = self._sources(begin, end)
        if self.particles.matter.search(self.text, begin, end):
            topics = [name for name in topics if not self._bears(name, "が")]
        beside = [name for name in topics if self.text[name.end : end].rstrip("、") == "が"]
        if beside and self._has_title(beside[-1]):
            return beside[-1]  # 母親は、息子が「...」と漏らすと話す
        marked = [name for name in topics if self._bears(name, "は")]
        if len(marked) > 1 and self._is_told_of(marked[-2], marked[-1], end):
            marked.pop()
        for names in (marked, topics):
            persons = [name for name in names if self._is_person(name)]
            titled = [name for name in names if self._is_somebody(name)]
            if names is not marked and titled:
                return titled[-1]
            if persons or titled:
                return (persons or titled)[-1]
        documents = [
            name for name in marked if self.text.endswith(self.particles.reports, 0, name.end)
        ]
        if documents:
            return documents[-1]  # 報告書は、対応を「...」と批判した
        marked = [name for name in marked if self._may_stand_for_last(name, end)]
        if not marked:
            return None
        words = self.text[marked[-1].start : marked[-1].end] if marked else ""
        if not marked or words in self.particles.nouns or words in self.particles.people:
            return None
        return marked[-1]

    def _is_told_of(self, teller: Span, other: Span, end: int) -> bool:
        """Whether the other of two topics is told of: 検察側は論告で、被告は...「...」と指摘."""
        if not self._has_title(teller) or self.text[other.end : end].rstrip("、") == "は":
            return False
        return _ONLY_WHERE.fullmatch(self.text, teller.end, other.start) is not None

    def _source_before(self, begin: int, end: int) -> Span | None:
        """Who speaks by the part of a sentence before the quote that stands in it already."""
        if not self.earlier:
            return None
        found = self._source(*self.earlier[-1])
        if found is None or self._bears(found, "は"):
            return found
        if not _CLOSED.search(self.text, begin, end) and not _NOUN_SAID_OF.match(
            self.text, begin, end
        ):
            return found
        topics = [name for earlier in self.earlier for name in self._topics(*earlier)]
        marked = [name for name in topics if self._bears(name, "は") and self._is_somebody(name)]
        return marked[-1] if marked else None

    def _may_stand_for_last(self, name: Span, end: int) -> bool:
        """Whether a topic without a title may speak, though somebody was heard before it."""
        if self.last is None:
            return True
        words = self.text[name.start : name.end]
        is_beside = self.text[name.end : end].rstrip("、") in {"は", "も"}
        if is_beside and words.endswith(self.particles.person_endings):
            return True  # 郵便局の局長代理は「...」
        if not self._may_be_name(name):
            return False
        if _KATAKANA.fullmatch(words) is None or self.text.count(words) > 1:
            return True
        if self.text[name.end : end].rstrip("、") == "は":
            return True
        return (
            self.particles.tells.search(self.text, name.end, end) is not None
        )  # not スタジオは沸き

    def _is_in_clause(self, name: Span, end: int) -> bool:
        """Whether a subject belongs to what a noun is told of: 学校が実施した点検では."""
        if not self._bears(name, "が") and not self._bears(name, "も"):
            return False
        if self._bears(name, "が") and _NOUN_TOLD_OF.match(self.text, name.end, end):
            return True
        return _CLOSED.search(self.text, name.end, end) is not None

    def _bears(self, name: Span, particle: str) -> bool:
        """Whether a name has a particle, behind an age or a place in brackets or not."""
        bracket = _AGE.match(self.text, name.end)
        return self.text.startswith(particle, bracket.end() if bracket else name.end)

    def _is_person(self, name: Span) -> bool:
        """Whether a name has a person's title, or one stands before it."""
        words = self.text[name.start : name.end]
        is_titled = words.endswith(self.particles.roles) or words in self.particles.pronouns
        is_titled = is_titled or words in self.particles.epithets
        is_titled = is_titled or words in self.particles.suspects or words in self.named
        is_titled = is_titled or words in self.families or words in self.particles.names_alone
        return is_titled or self._has_role_before(name)

    def _may_be_name(self, name: Span) -> bool:
        """Whether words without a title look like a name: three ideographs, or foreign letters."""
        words = self.text[name.start : name.end]
        if len(words) < 3 or words.endswith(self.particles.no_name_endings):
            return False
        return words.isascii() or _NAME_WITHOUT_TITLE.fullmatch(words) is not None

    def _topics(self, begin: int, end: int) -> list[Span]:
        """The topics and subjects of a stretch, in order."""
        return [
            name
            for match in self.particles.topic.finditer(self.text, begin, end)
            if (name := self._name(match)) is not None and not self._asks(name)
        ]

    def _sources(self, begin: int, end: int) -> list[Span]:
        """The topics and subjects of a stretch whose clause goes on at its end."""
        return [name for name in self._topics(begin, end) if not self._is_in_clause(name, end)]

    def _asks(self, name: Span) -> bool:
        """Whether somebody is asked by the press: 記者団から問われると."""
        words = self.text[name.start : name.end]
        return words in self.particles.askers and not self.text.startswith(("が", "は"), name.end)

    def _next_speaker(self, start: int, limit: int, *, opens_line: bool) -> Span | None:
        """The topic of the sentence after a quote, if it says that somebody spoke so.

        Where a quote opens a paragraph, a person with a title who appears next is the one.
        """
        stops = (self.text.find(sign, start, limit) for sign in "。「")
        end = min((place for place in stops if place >= 0), default=-1)
        sentence = self.text[start : end if end >= 0 else limit]
        has_verb = self.particles.spoke.search(sentence) is not None
        has_verb = has_verb or self.particles.so_said.search(sentence) is not None
        cleft = _TELLING.match(sentence)
        if cleft is not None:
            told = self._closing_person(start + cleft.end(), start + len(sentence.rstrip("だです")))
            if told is not None:
                return told
        so_told = self.particles.so_told.match(sentence)
        if so_told is not None:
            end = start + len(sentence)
            for match in self.particles.person.finditer(self.text, start + so_told.end(), end):
                name = self._trimmed(Span(*match.span()))
                if name is not None and self._has_title(name):
                    self.last = self._meant(name)
                    return self.last
        subject = self._crying_out(start, sentence) or self._subject_of_so(start, sentence)
        if subject is not None or not (has_verb or opens_line):
            return subject
        for match in self.particles.topic.finditer(self.text, start, start + len(sentence)):
            name = self._name(match)
            is_told = has_verb and not _COUNT.search(match["name"])
            is_told &= not match["name"].endswith(self.particles.documents)
            if has_verb and match[0].endswith("が") and not _TELLS_PLAINLY.search(sentence):
                continue  # 「...」。監督が喜んだ。
            if name is not None and (is_told or self._has_title(name)):
                self.last = self._meant(name)
                return self.last
        return self._closing_person(start, start + len(sentence)) if opens_line else None

    def _crying_out(self, start: int, sentence: str) -> Span | None:
        """From whom voices come behind a quote: 「きれい」。来場者から歓声が上がった."""
        voices = _VOICES_BEHIND.match(sentence)
        if voices is None:
            return None
        run = self._last_run(Span(start, start + voices.end("name")))
        name = self._trimmed(run) if run is not None else None
        words = self.text[slice(*name)] if name is not None else ""
        is_one = name is not None and (words in self.particles.audiences or self._has_title(name))
        return name if is_one else None

    def _subject_of_so(self, start: int, sentence: str) -> Span | None:
        """Who said so in the clause behind a quote: 「...」。議員がそう迫ると、議場は静まった."""
        so_said = self.particles.so_said.search(sentence)
        end = start + so_said.start() if so_said is not None else start
        if so_said is None:
            clause = sentence.partition("、")[0]
            end += len(clause) if _TELLS_PLAINLY.search(clause) else 0
        subjects = [name for name in self._topics(start, end) if self._has_title(name)]
        if not subjects:
            return None
        self.last = self._meant(subjects[-1])
        return self.last

    def _seen(self, start: int, limit: int) -> Span | None:
        """Whose face or voice a stretch tells of: 田中さんの表情は暗い."""
        found = None
        for seen in self.particles.seen.finditer(self.text, start, limit):
            run = _NAME_AT_END.search(
                self.text, max(start, seen.start() - _LONGEST_RUN), seen.start()
            )
            name = self._trimmed(Span(*run.span())) if run is not None else None
            words = self.text[slice(*name)] if name is not None else ""
            if name is not None and self._has_title(name) and words not in self.particles.several:
                found = self.last = self._meant(name)
        return found

    def _closing_person(self, start: int, end: int) -> Span | None:
        """The person whom a sentence without a verb ends in: 有罪とされた倉田実被告(58)。"""
        found = None
        for match in self.particles.person.finditer(self.text, start, end):
            behind = self.text[match.end() : end]
            if not behind or _AGE.fullmatch(behind):
                found = Span(*match.span())
        if found is None and (run := _LAST_RUN.search(self.text, start, end)):
            found = Span(*run.span())
        name = self._trimmed(found) if found is not None else None
        if name is None or not self._has_title(name):
            return None
        self.last = self._meant(name)
        return self.last

    def _verb_start(self, after: int) -> int:
        """Where the verb that ends at ``after`` begins: the pattern looks for it again."""
        for size in range(1, 8):
            if self.particles.saying.match(self.text, after - size):
                return after - size
        return after

    def _name(self, match: re.Match[str]) -> Span | None:
        return self._trimmed(Span(*match.span("name")))

    def _trimmed(self, phrase: Span) -> Span | None:
        """The name in a topic phrase: without an age, a date, and what qualifies it."""
        words = self.text[phrase.start : phrase.end]
        bracket = re.search(r"[（(]", words)
        if bracket is not None and words[-1] in "）)＝=":
            words = words[: bracket.start()]
        words = _WHENCE.sub("", words)
        phrase = Span(phrase.start + len(words) - len(words.lstrip("の")), phrase.end)
        words = words.strip("の")
        words = words.removesuffix("ら").removesuffix("たち")
        start = phrase.start + len(words)
        size = 0
        parts = words.split("の")
        is_told = len(parts) > 1 and self.text.startswith("によ", phrase.end)
        if is_told and parts[-1] in self.particles.told_things:
            start -= len(parts[-1]) + 1
            words = words[: -len(parts.pop()) - 1]  # 鉄道の|説明によると
        for part in reversed(parts):
            size += len(part) + (1 if size else 0)
            if not self._is_bare_title(part):
                break
            if len(parts) > 1 and parts[-2] in _OTHER:
                size += len(parts[-2]) + 1
                break
        start -= size
        words = words[len(words) - size :]
        lead = len(words) - len(words.lstrip("0123456789０１２３４５６７８９の・"))
        words = words[lead:]
        if lead and words.startswith("代"):  # "30代の男性"
            lead, words = 0, f"{self.text[start : start + lead]}{words}"
        if not words or re.fullmatch(r"[0-9０-９年月日時分]+", words):
            return None
        if words in self.particles.exchanges:
            return None
        before = self._qualified(words)
        lead += before
        words = words[before:]
        return self._with_family(Span(start + lead, start + lead + len(words)))

    def _with_family(self, name: Span) -> Span:
        """A given name with the family name that a blank parts from it: 小川原 |茂さん."""
        if self.text[name.start - 1 : name.start] not in {" ", "\u3000"}:
            return name
        words = self.text[name.start : name.end]
        given = self._core(words)
        if given == words or not self.particles.given.fullmatch(given):
            return name
        floor = max(0, name.start - _SHORT)
        family = _FAMILY_BEFORE.search(self.text, floor, name.start)
        if family is None or family[0].endswith(self.particles.titles_and_bodies):
            return name
        return Span(family.start(), name.end)

    def _qualified(self, words: str) -> int:
        """How much of a name tells what somebody is: 住民|アフマドさん; 港製菓・|田所社長."""
        body, _, person = words.rpartition("・")
        if body and person in self.families:
            return len(words) - len(person)  # 6番・|丸子
        if body.endswith(self.particles.roles) and _NAME_WITHOUT_TITLE.fullmatch(person):
            return len(words) - len(person)  # 主将・|片桐
        if body and _FAMILY.match(person) and person.endswith(self.particles.titles):
            is_name = len(person) > _SHORTEST_NAME and person not in self.particles.roles_alone
            return len(words) - len(person) if is_name else 0
        foreign = _LATIN_BEHIND.search(words)
        if foreign is not None and words[: foreign.start()].endswith(self.particles.before_latin):
            return foreign.start()
        role = self.particles.role_before.match(words)
        if role is not None and words[role.end() :][:2] in self.particles.surnames:
            full = self._core(words)[role.end() :]
            if self._parts_full_name(full):
                return role.end()  # 俳優|西川翔さん
        before = _BEFORE_KATAKANA.match(words)
        is_role = before is not None and before[0].endswith(self.particles.roles)
        if is_role and words.endswith(self.particles.bodies):
            return 0  # 消費者センター
        before = before if is_role else self.particles.occupation.match(words)
        return before.end() if before is not None else 0

    def _is_bare_title(self, word: str) -> bool:
        return not word or word in self.particles.roles_alone or word in self.particles.no_names

    def _has_title(self, name: Span) -> bool:
        words = self.text[name.start : name.end]
        if words in self.particles.plain_bodies or words in self.particles.suspects:
            return True
        is_aged = len(words) <= _LONGEST_NAME and self.text.startswith(("（", "("), name.end)
        if is_aged and _AGE_OF_NAME.match(self.text, name.end):
            return True  # 鳴海（3年）は
        words = _ONE_OF.sub("", words) if words[-1] in "人り" else words
        titles = self.particles.roles + self.particles.bodies
        is_same = words[:1] == "同" and len(words) <= 3
        if is_same or words.endswith(titles) or words in self.particles.pronouns:
            return True
        if words in self.particles.epithets:
            return True
        is_marked = self._bears(name, "は") or self._bears(name, "も")
        if words in self.particles.names_alone and is_marked:
            return True  # 大沢は
        return words in self.families or words in self.named or self._is_full_name(name)

    def _is_full_name(self, name: Span) -> bool:
        """Whether words are a family name with a given name; it is remembered then."""
        words = self.text[name.start : name.end]
        size = self._parts_full_name(words)
        if size:
            self.families.setdefault(words[:size], name)
        return size > 0

    def _parts_full_name(self, words: str) -> int:
        """How long the family name is with which words begin that a given name follows; else 0."""
        for size in (2, 3):
            is_family = words[:size] in self.particles.surnames
            if is_family and self.particles.given.fullmatch(words, size):
                return size
        return 0

    def _meant(self, name: Span) -> Span:
        """Whom a name or pronoun means, in the fullest words of the article."""
        words = self.text[name.start : name.end]
        if words in self.particles.pronouns:
            return self.last or name
        if words in self.particles.epithets:
            return self.last or self._named_before(name.start) or name
        if words[0] == "同" and words[1:] in self.particles.roles_alone:
            return self._titled(words[1:], name)
        if words in self.particles.roles_alone:
            return self._titled(words, name)
        if words in self.families:
            return self.families[words]
        if words in self.named:
            return self.named[words]
        return self._fullest(name)

    def _named_before(self, place: int) -> Span | None:
        """Who was named last before a place, in full or with a title."""
        names = (*self.families.values(), *self.named.values(), *self.persons)
        return max((name for name in names if name.end <= place), default=None)

    def _titled(self, role: str, name: Span) -> Span:
        """Whom a bare title means: the last heard, else the first named, who bears it."""
        nearest = [self.last] if self.last is not None else []
        for other in (*nearest, *self.persons):
            words = self.text[other.start : other.end]
            if words.endswith(role) and words != role and other.start < name.start:
                return other
        return name

    def _fullest(self, name: Span) -> Span:
        words = self.text[name.start : name.end]
        core = self._core(words)
        if words.endswith(self.particles.bodies) and not words.endswith(self.particles.roles):
            return name
        if not core or (core == words and len(core) < 2):
            return name
        best = name
        for other in self.persons:
            form = self.text[other.start : other.end]
            if len(form) > best.end - best.start and core in form and self._core(form) != form:
                stem = self._core(form)
                if stem.startswith(core) or (stem.endswith(core) and len(core) > 1):
                    best = other
        return best

    def _core(self, words: str) -> str:
        """A name without its titles."""
        if not words.endswith(self.particles.titles):
            return words
        for size in range(min(len(words) - 1, self.particles.longest_title), 0, -1):
            if words[-size:] in self.particles.titles_alone:
                return words[:-size]
        return words
