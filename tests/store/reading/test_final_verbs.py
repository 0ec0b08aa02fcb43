import pytest

from store.model import Metadata
from store.reading.document import read_document

OPENING = "Bakanlık iddiaları yalanladı\n\nEski müdür Hakan Yalçın hâkim karşısına çıktı.\n\n"


def told(sentence):
    document = read_document(OPENING + sentence + "\n", Metadata(language="tr"))
    kinds = {"direct", "partial", "reported"}
    return [(q.kind, q.text, q.speaker) for q in document.quotes if q.kind in kinds]


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker"),
    [
        ('Bakanlık Sözcüsü Selin Korkmaz, "Suda bir sorun yok" dedi.', "direct", "Selin Korkmaz"),
        ('Muhtar Ali Rıza Er ise "Su iki haftadır sarı" diye konuştu.', "partial", "Ali Rıza Er"),
        ("Yalçın, “Tek kuruş almadım” diyerek suçlamaları reddetti.", "direct", "Hakan Yalçın"),
        ("Savcı ise sanığın “gücünü kullandığını” belirtti.", "partial", "Savcı"),
        ("Müşteki iş insanı Orhan Bektaş, “Elden verdim” dedi.", "direct", "Orhan Bektaş"),
        ("Köylüler, seslerini duyurarak, “Suyumuz yok” dedi.", "direct", "Köylüler"),
        ("Su alamadığını anlatan köy sakinleri, “Suyumuz yok” dediler.", "direct", "köy sakinleri"),
        ("Yolu kapatan köylüler, “Suyumuz yok” dediler.", "direct", "köylüler"),
        ("“Ben kimseden para almadım” dedi.", "direct", "Hakan Yalçın"),
    ],
)
def test_who_opens_the_sentence_is_the_source(sentence, kind, speaker):
    [found] = told(sentence)
    assert (found[0], found[2]) == (kind, speaker)


def test_what_is_told_without_marks_is_reported():
    assert told("Selin Korkmaz, suyun içilebilir olduğunu ve denetlendiğini söyledi.") == [
        ("reported", "suyun içilebilir olduğunu ve denetlendiğini", "Selin Korkmaz")
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Bakanlık, “zehirli su” haberleri için toplandı.", "“Deniz” adlı film izlendi."],
)
def test_what_stands_in_marks_without_a_verb_is_no_speech(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            'Su ve Çevre Bakanlığından yapılan açıklamada, "Böyle bir yemek yenmedi" denildi.',
            "Su ve Çevre Bakanlığı",
        ),
        (
            'Kıyı Belediyesi\'nden yazılı açıklama yapıldı. Açıklamada, "Oda boştu" '
            "ifadeleri kullanıldı.",
            "Kıyı Belediyesi",
        ),
        (
            "Liman ve Deniz Bakanlığı toplandı. Bakanlıktan yapılan açıklamada, "
            '"Liman açık" denildi.',
            "Liman ve Deniz Bakanlığı",
        ),
    ],
)
def test_a_statement_is_of_the_body_it_comes_from(sentence, speaker):
    [found] = told(sentence)
    assert (found[0], found[2]) == ("direct", speaker)


def test_what_a_body_says_of_a_claim_does_not_make_the_claim_its_own():
    [found] = told('Kıyı Belediyesi, "Oda kavgası çıktı" iddiasının doğru olmadığını duyurdu.')
    assert found == (
        "reported",
        '"Oda kavgası çıktı" iddiasının doğru olmadığını',
        "Kıyı Belediyesi",
    )


def test_and_between_two_persons_joins_no_name():
    [found] = told("Ali Demir ve Nazan Tekin geldi. Nazan Tekin, “Bilmiyorum” dedi.")
    assert found[2] == "Nazan Tekin"


def test_a_subheading_in_marks_is_no_speech():
    assert told("“ÇÖKEN BİNA İHBARI YOK”\n\nEkipler köyleri gezdi.") == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Mert Özgöl’le görüştüğünü belirten Ali Demir, “İmza benim değil” dedi.", "Ali Demir"),
        ("Bakan Soydan yaptığı ilk açıklamada “İki ahır yıkıldı” dedi.", "Soydan"),
    ],
)
def test_a_name_with_an_ending_is_no_subject_and_one_behind_a_title_may_be_short(sentence, speaker):
    [found] = told(sentence)
    assert found[2] == speaker
