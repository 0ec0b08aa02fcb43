import pytest

from store.model import Metadata
from store.reading import languages
from store.reading.document import read_document
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of

OPENING = "الميناء ينفي انهيار الرصيف\n\nعاد العمل إلى الرصيف الشمالي صباح الأحد بعد يومين.\n\n"


def told(sentence):
    document = read_document(OPENING + sentence + "\n", Metadata(language="ar"))
    kinds = {"direct", "partial", "reported"}
    return [(q.kind, q.text, q.speaker) for q in document.quotes if q.kind in kinds]


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker"),
    [
        (
            "وقال المتحدث باسم الميناء سامر النجار: «الرصيف سليم تماما».",
            "direct",
            "المتحدث باسم الميناء سامر النجار",
        ),
        (
            "وقالت القيادة البحرية في بيان، الأحد: «فرق الإنقاذ عملت ليومين».",
            "direct",
            "القيادة البحرية",
        ),
        (
            'وقال العقيد فؤاد البنا، قائد الحرس، "لا علم لنا بما نشر".',
            "direct",
            "العقيد فؤاد البنا",
        ),
        ("«لم نسمع شيئا تلك الليلة»، قال هدى السالم للصحفيين.", "direct", "هدى السالم"),
        (
            "ونقلت صحيفة عن العامل رامي حداد قوله: «سقط السقف علينا فجأة».",
            "direct",
            "العامل رامي حداد",
        ),
        (
            "وقال سامر النجار المدير العام للميناء، «الرصيف سليم تماما».",
            "direct",
            "سامر النجار",
        ),
        ("وكان فؤاد البنا، رئيس النقابة، قد قال «سنعود إلى العمل غدا».", "direct", "فؤاد البنا"),
        ("رئيس البلدية قال: «سنفتح الطريق غدا صباحا».", "direct", "رئيس البلدية"),
        ("وأكد الوزير أهمية التعاون قائلا: «لن نترك أحدا وحده».", "direct", "الوزير"),
    ],
)
def test_who_stands_behind_the_verb_is_the_source(sentence, kind, speaker):
    [found] = told(sentence)
    assert (found[0], found[2]) == (kind, speaker)


def test_a_participle_goes_on_with_the_source_of_its_sentence():
    found = told("وقالت القيادة البحرية: «عملنا ليومين كاملين»، مضيفة: «ليس لدينا أي دليل».")
    assert [speaker for _, _, speaker in found] == ["القيادة البحرية", "القيادة البحرية"]


def test_a_verb_without_a_subject_goes_on_with_the_last_source():
    found = told("أكدت المواطنة هدى السالم أن الماء تغير لونه. وقالت: «لم يزرنا أحد منهم».")
    assert [(kind, speaker) for kind, _, speaker in found] == [
        ("reported", "المواطنة هدى السالم"),
        ("direct", "المواطنة هدى السالم"),
    ]


def test_a_family_name_means_the_one_named_in_full():
    found = told("قال المدير سامر النجار إن الرصيف سليم. وأضاف النجار: «نعمل ليلا ونهارا».")
    assert {speaker for _, _, speaker in found} == {"المدير سامر النجار"}


def test_what_a_verb_tells_without_marks_is_reported():
    found = told("وقالت جمعية البحر إن الزورق أصاب الجدار مضيفة أنه غرق بعد ساعة.")
    assert found == [
        ("reported", "الزورق أصاب الجدار", "جمعية البحر"),
        ("reported", "غرق بعد ساعة", "جمعية البحر"),
    ]


def test_a_verb_inside_what_is_told_is_not_its_source():
    [found] = told("وقال المدير سامر النجار إنه أبلغ الشرطة بأن السور مكسور منذ شهر.")
    assert found[2] == "المدير سامر النجار"


@pytest.mark.parametrize(
    "sentence",
    [
        "عرض فيلم «الرصيف» في الميناء.",
        "وقال المدير سامر النجار إن سفينة «الأمل» عادت.",
        "عاد العمال إلى «الرصيف» صباحا.",
        "وعزا الفوز إلى رد فعل «اللاعبين» بعد الهدف.",
        "وكشف رئيس البلدية «فيصل عزام» أن الطريق سيفتح قريبا.",
    ],
)
def test_a_name_in_marks_is_no_speech(sentence):
    assert [found for found in told(sentence) if found[0] != "reported"] == []


def test_an_object_behind_a_known_name_is_no_part_of_it():
    found = told(
        "قال المدير رامي حداد إن السور سليم تماما. ووصف المدير رامي حداد الخبر بأنه «كاذب»."
    )
    assert [(kind, speaker) for kind, _, speaker in found] == [
        ("reported", "المدير رامي حداد"),
        ("partial", "المدير رامي حداد"),
    ]


def test_a_source_may_stand_in_marks_itself():
    [found] = told("وقال «قاسم»، في حديث قصير: «لعبنا بعشرة لاعبين فقط».")
    assert found == ("direct", "«لعبنا بعشرة لاعبين فقط»", "قاسم")


@pytest.mark.parametrize(
    ("sentence", "quote", "speaker"),
    [
        ('وأكد النجار، في حديث مع العمال، أن الرصيف "سليم".', '"سليم"', "النجار"),
        ('وقال ركاب إنهم سمعوا "دويا قويا"، ثم ساد الصمت.', '"دويا قويا"', "ركاب"),
        ('وأعربت النقابة عن "أسفها الشديد" لما حدث.', '"أسفها الشديد"', "النقابة"),
        ('وأوضح القائد أن العملية "انتهت بسلام".', '"انتهت بسلام"', "القائد"),
    ],
)
def test_a_fragment_that_ends_its_clause_or_is_what_the_verb_takes_is_speech(
    sentence, quote, speaker
):
    assert ("partial", quote, speaker) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('وبحسب حارس الميناء، فإن المياه "ارتفعت مترا كاملا".', "حارس الميناء"),
        ('ووفقا لوزارة النقل، فقد تم "إغلاق ثلاثة أرصفة".', "وزارة النقل"),
        ('وجاء في بيان النقابة: "لا صحة لما يتداول".', "النقابة"),
        ('"لا صحة لما يتداول"، هكذا رد المتحدث باسم الميناء على الأسئلة.', "المتحدث باسم الميناء"),
        ('"فقدت قاربي"، تقول أم سامر وهي تبكي.', "أم سامر"),
        ('وأصدرت النقابة بيانا قالت فيه: "نأسف لما حدث".', "النقابة"),
        ('النقابة تنفي: "هذه معلومات مضللة تماما"', "النقابة"),
        ('ووصف مدير الميناء فؤاد حمدي الاتهامات بأنها "سخيفة".', "مدير الميناء فؤاد حمدي"),
        ('واتهمت نقابة البحارة الشركة بـ"عرقلة العمل".', "نقابة البحارة"),
        ('ودعت النقابة عمالها إلى "مغادرة الرصيف فورا".', "النقابة"),
        ('ونددت إدارة الميناء بما وصفته بـ"الاستفزاز".', "إدارة الميناء"),
        ('وأشار الخبير د. كمال رشدي إلى أن الأسعار "سترتفع حتما".', "الخبير د. كمال رشدي"),
    ],
)
def test_a_source_is_found_before_its_clause_and_parted_from_its_object(sentence, speaker):
    assert [found[2] for found in told(sentence) if found[0] != "reported"] == [speaker]


def test_words_with_a_preposition_before_a_colon_name_nobody():
    [found] = told('وجاء الرد من المدينة: "لن نترك أحدا وحده هنا".')
    assert found[2] is None


def test_an_outlet_in_marks_behind_its_preposition_is_no_quote():
    found = told('وقال سامر النجار فى تصريح خاص لـ"منبر البحر"، "لن نترك أحدا وحده هنا".')
    assert found == [("direct", '"لن نترك أحدا وحده هنا"', "سامر النجار")]


def test_a_quote_that_a_comma_opens_may_lack_its_closer():
    found = told('وقال سامر النجار، "لن نترك أحدا وحده هنا في هذا البرد.')
    assert found == [("direct", '"لن نترك أحدا وحده هنا في هذا البرد.', "سامر النجار")]


REPORTS = [
    (
        'نفى وزير البيئة سامر الخطيب صحة الأنباء المتداولة عن قطع أشجار المحمية. وقال الوزير في مؤتمر صحفي الثلاثاء: "لم تقطع شجرة واحدة".\n\nوأضاف الخطيب أن الصور المتداولة "التقطت في بلد آخر"، مشيرا إلى أن الوزارة تقدمت بشكوى.\n\nمن جهتها، تمسكت الناشطة ليلى منصور بروايتها. وقالت منصور: "إنهم يقطعون الأشجار الآن، فليأتوا ليروا بأنفسهم".\n\nوأكدت أن العمال "صادروا هاتفها".\n\nوقال أحد سكان القرية، طلب عدم ذكر اسمه: "الشاحنات تأتي ليلا فقط".\n\nويرى أستاذ علم البيئة في جامعة الساحل مروان حداد أن الطرفين "لم يقولا الحقيقة كاملة".\n\nوفي بيان لها، قالت الشرطة إنها "فتحت تحقيقا في الحادثة".',
        [
            "الوزير",
            "وزير البيئة سامر الخطيب",
            "منصور",
            "منصور",
            "أحد سكان القرية",
            "أستاذ علم البيئة",
            "الشرطة",
        ],
    ),
    (
        'أعلن المتحدث باسم الجيش الإسرائيلي دانيال هاجر أن القوات "دمرت ثلاثة مقرات". ونفت حركة حماس ذلك، قائلة إن القصف "استهدف منازل مدنيين".\n\nوقال أحمد سليم، وهو من سكان غزة، لوكالة فرانس برس: "لم يبق لنا شيء". وأضافت زوجته: "الأطفال ما زالوا تحت الأنقاض".\n\nوفي واشنطن، قال الرئيس الأمريكي روبرت رودن للصحفيين إنه "متفائل" بشأن الهدنة.\n\nووصفت وزارة الخارجية المصرية القصف بأنه "جريمة حرب"، ودعت إلى "وقف فوري لإطلاق النار".',
        [
            "المتحدث باسم الجيش الإسرائيلي دانيال هاجر",
            "حركة حماس",
            "أحمد سليم",
            "زوجته",
            "الرئيس الأمريكي روبرت رودن",
            "وزارة الخارجية المصرية",
            "وزارة الخارجية المصرية",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_whole_reports_keep_apart_who_says_what(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("ar"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected
