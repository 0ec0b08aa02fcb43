import codecs

import pytest

from store.sources.decoding import decode
from store.sources.source_text import SourceError

SENTENCES = {
    "German": "Der Minister wies den Bericht am Dienstag zurück. „Das ist schlicht falsch“, sagte er"
    " – die Behörde habe längst geprüft. Die Opposition fordert Aufklärung über die Übernahme.",
    "French": "Le ministre a démenti mardi l’information. « C’est faux », a-t-il déclaré à la presse"
    " après la réunion, où l’élève et le maître étaient présents. L’œuvre coûte cher.",
    "Spanish": "El ministro negó el martes la información. «Es falso», dijo tras la reunión; la"
    " señora añadió que todavía no había ningún acuerdo según el último informe.",
    "Portuguese": "O ministro negou na terça-feira a informação. “Não é verdade”, disse à imprensa"
    " após a reunião; as opiniões dos cidadãos não são unânimes.",
    "Swedish": "Ministern avvisade på tisdagen uppgifterna. ”Det är inte sant”, sade han till"
    " pressen efter mötet – även åklagaren håller med.",
    "Indonesian": "Menteri membantah laporan itu pada Selasa. “Itu tidak benar,” katanya kepada"
    " wartawan – setelah rapat. Jum’at lalu dokumen itu telah diperiksa.",
    "Polish": "Minister zdementował we wtorek doniesienia. „To nieprawda” – powiedział po"
    " posiedzeniu. Urząd już dawno sprawdził dokumenty, a żądanie opozycji jest śmieszne.",
    "Czech": "Ministr v úterý zprávu popřel. „Není to pravda,“ řekl po jednání vlády. Úřad podle"
    " něj dokumenty už dávno prověřil a žádné další šetření neprobíhá.",
    "Hungarian": "A miniszter kedden cáfolta a hírt. „Nem igaz” – mondta az ülés után. A hivatal"
    " már régen ellenőrizte az iratokat, közölte a szóvivő. Dönteni fog a bíróság, ők várnak.",
    "Turkish": "Bakan salı günü haberi yalanladı. “Bu doğru değil” dedi gazetecilere toplantıdan"
    " sonra. Bakanlığın belgeleri çoktan incelediğini söyledi; muhalefet açıklama istiyor.",
    "Russian": "Министр во вторник опроверг сообщение. «Это неправда», — заявил он журналистам"
    " после заседания. По его словам, ведомство давно проверило документы.",
    "Greek": "Ο υπουργός διέψευσε την Τρίτη την πληροφορία. «Δεν είναι αλήθεια», είπε στους"
    " δημοσιογράφους μετά τη συνεδρίαση.",
    "Arabic": "نفى الوزير يوم الثلاثاء التقرير. وقال للصحفيين بعد الاجتماع إن هذا غير صحيح وإن"
    " الوزارة راجعت الوثائق منذ فترة طويلة.",
    "Chinese": "部长星期二否认了这一报道。“这不是事实”，他在会议后对记者说。该部门早已核实了有关文件。",
    "Japanese": "大臣は火曜日、報道を否定した。「事実ではない」と会議後に記者団に語った。"
    "同省はすでに文書を確認しており、野党はさらなる説明を求めている。",
    "Korean": "장관은 화요일 보도를 부인했다. “사실이 아니다”라고 회의 후 기자들에게 말했다.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("German", "cp1252"),
        ("French", "cp1252"),
        ("Spanish", "cp1252"),
        ("Portuguese", "cp1252"),
        ("Swedish", "cp1252"),
        ("Indonesian", "cp1252"),
        ("Polish", "cp1250"),
        ("Polish", "iso8859-2"),
        ("Czech", "cp1250"),
        ("Czech", "iso8859-2"),
        ("Hungarian", "cp1250"),
        ("Turkish", "cp1254"),
        ("Russian", "cp1251"),
        ("Russian", "koi8-r"),
        ("Greek", "cp1253"),
        ("Arabic", "cp1256"),
        ("Chinese", "gb18030"),
        ("Japanese", "shift_jis"),
        ("Japanese", "euc_jp"),
        ("Korean", "cp949"),
    ],
)
def test_a_text_of_one_language_is_read_in_its_old_encoding(language: str, encoding: str) -> None:
    # The old code pages lack some of the marks; what they can write must come back.
    data = SENTENCES[language].encode(encoding, "ignore")
    assert decode(data) == data.decode(encoding)


@pytest.mark.parametrize("language", ["German", "French", "Spanish", "Portuguese", "Swedish"])
def test_latin_1_is_read_as_the_page_that_holds_it(language: str) -> None:
    data = SENTENCES[language].encode("latin-1", "ignore")
    assert decode(data) == data.decode("latin-1")


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(
    language: str, mark: bytes, encoding: str
) -> None:
    assert decode(mark + SENTENCES[language].encode(encoding)) == SENTENCES[language]


def test_one_curly_quote_among_ascii_is_no_foreign_script() -> None:
    assert decode(b"Dia berkata \x93tidak\x94 kepada wartawan.") == (
        "Dia berkata “tidak” kepada wartawan."
    )


def test_control_characters_alone_do_not_make_a_text_binary() -> None:
    assert (
        decode(b"judul \x1b]52;c;AAAA\x07 dan \x00 isi") == "judul \x1b]52;c;AAAA\x07 dan \x00 isi"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)) * 4, "binary"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"\x00" * 1000, "binary"),
        (codecs.BOM_UTF16_LE + b"\x01\x00" * 50, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"PK\x03\x04" + b"a" * 100, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + b"a" * 100, "picture"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "damaged UTF-16"),
        (codecs.BOM_UTF8 + b"satu \xff dua", "damaged UTF-8 text (at byte"),
        ("Министр во вторник опроверг".encode() + b"\xd0", "damaged UTF-8"),
        ("“Itu tidak benar” – katanya – “salah”".encode() + b"\xff lagi", "damaged UTF-8"),
        ("部长星期二否认了这一报道".encode("gb18030") + b"\xff\xff\x80", "cannot be told"),
    ],
)
def test_what_is_no_text_is_named_for_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message.replace("(", r"\(")):
        decode(data)
