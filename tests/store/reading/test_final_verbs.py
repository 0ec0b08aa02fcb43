import pytest

from store.model import Metadata
from store.reading import languages
from store.reading.document import read_document
from store.reading.quotes import find_quotes
from tests.store.reading.test_quotes import lines_of

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


SPEAKERS = [
    # One name behind a role or a source, fragments right before their verb, people without a name
    ('Çınar Partisi lideri Sarpkaya, iktidara "Utanç verici" sözleriyle yüklendi.', ["Sarpkaya"]),
    ('Kuzey gazetesine göre Velkanov, "Durmayacağız" dedi.', ["Velkanov"]),
    ('Sanık Rıza Sarpkaya, ifadesinde "Pişmanım" dedi.', ["Rıza Sarpkaya"]),
    ('Protestocular "Köprü istifa" sloganları attı.', ["Protestocular"]),
    ('Belediye Başkanı Hakan Yurtseven, "Köprüyü mayısta kapatacağız" dedi.', ["Hakan Yurtseven"]),
    (
        'Yurtseven, yaptığı açıklamada, "Köprüyü mayısta kapatacağız." ifadelerini kullandı.',
        ["Yurtseven"],
    ),
    (
        'Köprünün kapatılacağını belirten Belediye Başkanı Hakan Yurtseven, "Herkes hazırlıklı olsun" diye konuştu.',
        ["Hakan Yurtseven"],
    ),
    (
        '"Köprüyü mayısta kapatacağız" diyen Yurtseven, şöyle devam etti: "Herkes hazırlıklı olsun."',
        ["Yurtseven", "Yurtseven"],
    ),
    (
        'Yurtseven, şunları söyledi:\n"Köprüyü mayısta kapatacağız. Herkes hazırlıklı olsun."',
        ["Yurtseven"],
    ),
    (
        'Sağlık Bakanı Derya Aksakal, X hesabından yaptığı paylaşımda, "İddialar asılsızdır" ifadesine yer verdi.',
        ["Derya Aksakal"],
    ),
    ('Bakanlıktan yapılan açıklamada, "İddialar asılsızdır" denildi.', ["Bakanlık"]),
    (
        'İçişleri Bakanlığından yapılan yazılı açıklamada, "Olayla ilgili soruşturma başlatılmıştır" ifadelerine yer verildi.',
        ["İçişleri Bakanlığı"],
    ),
    (
        'Dezenformasyonla Mücadele Merkezi\'nden (DMM) yapılan açıklamada, söz konusu iddianın "gerçeği yansıtmadığı" bildirildi.',
        ["Dezenformasyonla Mücadele Merkezi"],
    ),
    (
        'Dezenformasyonla Mücadele Merkezi (DMM), sosyal medyada yer alan "Barajda çatlak var" iddiasının doğru olmadığını açıkladı.',
        [],
    ),
    ('Valilik, "Can kaybı yoktur" açıklamasında bulundu.', ["Valilik"]),
    ('Valilik açıklamasında, "Can kaybı yoktur" denildi.', ["Valilik"]),
    ('Görgü tanığı Mehmet Sönmez, "Bir anda patlama sesi duyduk" dedi.', ["Mehmet Sönmez"]),
    ('Mahalle sakinlerinden Ayşe Koru, "Kimse haber vermedi" diye tepki gösterdi.', ["Ayşe Koru"]),
    ('Olayı gören bir vatandaş, "Çok korktuk" dedi.', ["bir vatandaş"]),
    ('"Çok korktuk" diyen bir vatandaş, yetkililerden yardım istedi.', ["bir vatandaş"]),
    ('Sanık ifadesinde, "Ben vurmadım, kendimi savundum" dedi.', ["Sanık"]),
    (
        'Tutuklu sanık Kemal Doruk, savunmasında suçlamaları reddederek, "Olay günü evdeydim" dedi.',
        ["Kemal Doruk"],
    ),
    ('Mahkeme heyeti, sanığa "Neden kaçtın?" diye sordu.', ["Mahkeme heyeti"]),
    (
        'Ekonomist Dr. Levent Arıkan ise kararın "geç kalmış" olduğunu söyledi.',
        ["Dr. Levent Arıkan"],
    ),
    ('ABD Dışişleri Bakanlığı Sözcüsü Karen Wells, "Görüşmeler sürüyor" dedi.', ["Karen Wells"]),
    ('ABD Başkanı Donald Harvey, kararı "büyük bir hata" olarak nitelendirdi.', ["Donald Harvey"]),
    (
        'Rusya Devlet Başkanlığı Sözcüsü Dmitri Perov, haberlerin "tamamen uydurma" olduğunu belirtti.',
        ["Dmitri Perov"],
    ),
    ('Hamas\'tan yapılan açıklamada ise "Teklif reddedilmiştir" denildi.', ["Hamas"]),
    ('Teknik direktör Okan Bursalı, maç sonunda "Hak ettik" yorumunu yaptı.', ["Okan Bursalı"]),
    ('Okan Bursalı: "Hak ettik"', ["Okan Bursalı"]),
    ('Kulüp başkanı, "Hakem bizi yaktı" şeklinde konuştu.', ["Kulüp başkanı"]),
    (
        'CHP Genel Başkanı Orhan Özel, partisinin grup toplantısında konuştu. Özel, "Bu bütçe halkın değil" dedi.',
        ["Orhan Özel"],
    ),
    ('Özel, hükümeti eleştirerek, "Bu bütçe halkın değil" eleştirisinde bulundu.', ["Özel"]),
    (
        'Konuya ilişkin konuşan çiftçi Veli Kaya, ürününün tarlada kaldığını belirterek, "Ne yapacağımızı bilmiyoruz" dedi.',
        ["Veli Kaya"],
    ),
    (
        'Kaya, "Ne yapacağımızı bilmiyoruz" derken, oğlu Ali Kaya ise "Göç edeceğiz" diye konuştu.',
        ["Kaya", "Ali Kaya"],
    ),
    ('"Göç edeceğiz" dedi.', [None]),
    ('Emniyet kaynakları, "Şüpheli yakalandı" bilgisini paylaştı.', ["Emniyet kaynakları"]),
    ('Reuters\'a konuşan üst düzey bir yetkili, "Anlaşma yakın" dedi.', ["bir yetkili"]),
    ('Kremlin, iddiayı "saçmalık" diyerek reddetti.', ["Kremlin"]),
    (
        'Prof. Dr. Nevin Toprak, "Fay hattı hareketli" uyarısında bulundu.',
        ["Prof. Dr. Nevin Toprak"],
    ),
    (
        '"Fay hattı hareketli" uyarısında bulunan Prof. Dr. Nevin Toprak, önlem çağrısı yaptı.',
        ["Prof. Dr. Nevin Toprak"],
    ),
    ('Toprak, "Fay hattı hareketli. Önlem alınmalı" değerlendirmesini yaptı.', ["Toprak"]),
    (
        'Cumhurbaşkanı Yardımcısı Cemil Yıldız, Ankara\'da gazetecilerin sorularını yanıtladı. Yıldız, bir gazetecinin sorusu üzerine, "Takvim belli" yanıtını verdi.',
        ["Cemil Yıldız"],
    ),
    (
        'Şirketin sözcüsü Elif Tan, BBC Türkçe\'ye yaptığı açıklamada "Veriler güvende" dedi.',
        ["Elif Tan"],
    ),
    ('Açıklamada şu ifadelere yer verildi: "Veriler güvendedir."', [None]),
    ('Şirket, "Veriler güvende" savunması yaptı.', ["Şirket"]),
    ('Kadının, "Beni kurtarın" diye bağırdığı duyuldu.', ["Kadının"]),
    (
        'Vali Şahin, yaralıların durumunun iyi olduğunu ifade etti. "Hepsi taburcu edilecek" dedi.',
        ["Şahin"],
    ),
    (
        'Avukat Selin Demirtaş, müvekkilinin "siyasi nedenlerle" tutuklandığını öne sürdü.',
        ["Selin Demirtaş"],
    ),
    (
        'Tatbikata katılan Tuğgeneral Rıza Önal da "Her şey plana uygun" ifadesini kullandı.',
        ["Tuğgeneral Rıza Önal"],
    ),
    (
        'İran Dışişleri Bakanı Reza Ahmedi, AA muhabirine yaptığı açıklamada İsrail\'in saldırılarının "cevapsız kalmayacağını" vurguladı.',
        ["Reza Ahmedi"],
    ),
    (
        'Hastane önünde bekleyen baba Yusuf Erden gözyaşları içinde, "Oğlumu istiyorum" dedi.',
        ["Yusuf Erden"],
    ),
    (
        'Gaziantep\'te yaşayan Fatma Yıldırım, komşusunun evinden duman yükseldiğini görünce "Yangın var!" diye bağırdı.',
        ["Fatma Yıldırım"],
    ),
    ('Bakan Şimşekoğlu "Enflasyon düşecek" dedi.', ["Şimşekoğlu"]),
    (
        'Kremlin Sözcüsü Peskov, günlük basın toplantısında gazetecilerin sorusu üzerine "Böyle bir plan yok" dedi.',
        ["Peskov"],
    ),
    (
        'NATO Genel Sekreteri Mark Rutgers, zirve öncesi konuştu. Rutgers, müttefiklerin "tek ses" olduğunu söyledi.',
        ["Mark Rutgers"],
    ),
    ('"Tek sesiz" diyen Rutgers, harcamaların artacağını belirtti.', ["Rutgers"]),
    ('İsrail ordusu, saldırının "nokta atışı" olduğunu iddia etti.', ["İsrail ordusu"]),
    (
        'İsrail ordusundan yapılan açıklamada, hedefin "askeri depo" olduğu öne sürüldü.',
        ["İsrail ordusu"],
    ),
    (
        'Rusya Savunma Bakanlığı, "Sekiz İHA düşürüldü" açıklamasını yaptı.',
        ["Rusya Savunma Bakanlığı"],
    ),
    ('Bakanlık kaynakları, iddiaların "gerçek dışı" olduğunu belirtti.', ["Bakanlık kaynakları"]),
    ('MSB kaynakları, "Personelimiz güvende" dedi.', ["MSB kaynakları"]),
    ('Açıklamada, "Personelimiz güvende" ifadesi yer aldı.', [None]),
    ('Okul müdürü hakkında soruşturma başlatıldı. Müdür, "Ben bir şey yapmadım" dedi.', ["Müdür"]),
    ('İsmini vermek istemeyen bir öğretmen, "Korkuyoruz" dedi.', ["bir öğretmen"]),
    ('Sosyal medyada bir kullanıcı "Bu nasıl iş" diye yazdı.', ["bir kullanıcı"]),
    (
        'Galatasaray Teknik Direktörü Okan Burukoğlu, "Şampiyon olacağız" iddiasını yineledi.',
        ["Okan Burukoğlu"],
    ),
    ('Burukoğlu şöyle konuştu: "Şampiyon olacağız. Kimse şüphe etmesin."', ["Burukoğlu"]),
    ('- Transfer olacak mı?\n"Bekleyip göreceğiz."', [None]),
    ('Sanığın avukatı, "Müvekkilim masumdur" diyerek tahliye talep etti.', ["Sanığın avukatı"]),
    ('Savcı mütalaasında, sanığın "kasten öldürme" suçundan cezalandırılmasını istedi.', []),
    ('Ünlü şarkıcı Sıla Gençer, "Evet, boşanıyoruz" diyerek haberleri doğruladı.', ["Sıla Gençer"]),
    (
        'Gençer\'in menajeri Kaan Tezel ise haberleri yalanladı: "Böyle bir şey yok."',
        ["Kaan Tezel"],
    ),
    ('Haberleri yalanlayan Tezel, "Böyle bir şey yok" diye konuştu.', ["Tezel"]),
    (
        'Türk Tabipleri Birliği\'nden yapılan yazılı açıklamada şunlar kaydedildi: "Hekimler tükendi."',
        ["Türk Tabipleri Birliği"],
    ),
    ('DEM Parti Eş Genel Başkanı Tülay Hatimoğlu, "Barış istiyoruz" dedi.', ["Tülay Hatimoğlu"]),
    (
        'AK Parti Sözcüsü Ömer Çelikel, X\'te "Bu bir iftiradır" paylaşımında bulundu.',
        ["Ömer Çelikel"],
    ),
    (
        'Çelikel\'in "Bu bir iftiradır" sözlerine tepki gösteren Özgür Ateş, "Belgeler ortada" dedi.',
        ["Çelikel", "Özgür Ateş"],
    ),
    ('Şirketten BBC\'ye yapılan açıklamada "Kullanıcı verileri güvende" denildi.', ["Şirket"]),
    ('Teyit ekibinin incelediği videonun "yapay zekâ ürünü" olduğu ortaya çıktı.', []),
    (
        'Dışişleri Bakanı Hakan Fidanoğlu\'nun "Sabrımızın sonuna geldik" açıklaması gündem oldu.',
        ["Hakan Fidanoğlu"],
    ),
    (
        '"Sabrımızın sonuna geldik" diye uyaran Fidanoğlu, diplomasinin önemine değindi.',
        ["Fidanoğlu"],
    ),
    ('Anne Hatice Koç gözyaşlarına boğuldu: "Kızımı bulun!"', ["Hatice Koç"]),
    (
        'Kurtulan işçilerden Murat Er ise o anları "Yer yarıldı sandık" sözleriyle anlattı.',
        ["Murat Er"],
    ),
    (
        'Murat Er, "Yer yarıldı sandık. Herkes kaçıştı. Arkadaşımı göremedim" dedi ve ekledi: "Allah kimseye yaşatmasın."',
        ["Murat Er", "Murat Er"],
    ),
    ('Uzmanlar, "Aşı güvenli" diyor.', ["Uzmanlar"]),
    ('Beyaz Saray, görüşmeyi "yapıcı" olarak nitelendirdi.', ["Beyaz Saray"]),
    (
        'Trumper, sosyal medya platformu Truth Social\'da, "Harika bir görüşmeydi!" diye yazdı.',
        ["Trumper"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_sources_are_found_by_their_place_beside_the_quote(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


def test_a_line_in_marks_without_a_stop_is_a_subheading():
    text = 'Vali geldi.\n\n"Bütün ekipler sahada"\n\nVali Ece Su, "Herkes güvende." dedi.'
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.kind for q in quotes] == ["term", "direct"]


def test_a_claim_is_the_words_of_the_one_who_raised_it():
    text = """Bakanlık, Liman Müdürü Nermin Ata'nın dile getirdiği "Gemi buradan kalktı" iddiasını yalanladı."""
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes] == ["Nermin Ata"]


NAMES_AND_SPEECH = [
    ('"Mavi Deniz" adlı film gösterime girdi.', []),
    ('Şarkıcı, "Yaz Gecesi" isimli albümünü tanıttı.', []),
    ('Ekipler "Kartal" operasyonu kapsamında üç kişiyi yakaladı.', []),
    ('Vali Ece Su, "Temiz Şehir" projesini anlattı.', []),
    ('Bakan, "sıfır tolerans" politikasının süreceğini söyledi.', ["Bakan"]),
    ('Başkan Hakan Er, rakibini "yalan söylemekle" suçladı.', ["Hakan Er"]),
    ('Sosyal medyada "Baraj patladı" şeklindeki paylaşımlar gerçeği yansıtmıyor.', [None]),
    ('Emekli öğretmen Nuri Taş, "Maaş yetmiyor" derken gözleri doldu.', ["Nuri Taş"]),
    ('Er\'e göre karar "siyasi".', ["Er"]),
    ('Hakan Er: "Kimseye borcumuz yok"', ["Hakan Er"]),
    ('Ukraynalı komutan, cephedeki durumu "çok zor" sözleriyle özetledi.', ["Ukraynalı komutan"]),
    (
        'Savunma Bakanı, saldırının "cevapsız kalmayacağını" belirterek, "Hesabı sorulacak" ifadesini kullandı.',
        ["Savunma Bakanı", "Savunma Bakanı"],
    ),
    ('Reuters, yetkililere dayanarak anlaşmanın "yakın" olduğunu yazdı.', ["Reuters"]),
    ('Mahkeme, sanığın "iyi hal" indiriminden yararlanamayacağına hükmetti.', []),
    ('Köylüler adına konuşan Muhtar Salih Ok, "Suyumuzu istiyoruz" dedi.', ["Salih Ok"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES_AND_SPEECH)
def test_what_is_called_so_is_told_from_what_is_said(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


REPORTS = [
    (
        'Orman Bakanı Tarık Lale, sosyal medyada yayılan kesim görüntülerinin gerçek olmadığını açıkladı. Lale, Ankara\'da düzenlediği basın toplantısında, "Tek bir ağaç bile kesilmedi" dedi.\n\nGörüntülerin başka bir ülkede çekildiğini belirten Lale, "Bu algı operasyonuna izin vermeyeceğiz. Hukuki süreci başlattık" ifadelerini kullandı.\n\nÇevre gönüllüsü Derya Volkan ise bakanı yalanladı. Volkan, "Ormanı şu anda kesiyorlar, gelip görsünler" diye konuştu.\n\nVolkan ayrıca işçilerin telefonunu "zorla aldığını" öne sürdü.\n\nValilikten yapılan açıklamada ise iddiaların araştırıldığı belirtilerek, "Kamuoyu bilgilendirilecektir" denildi.\n\nCHP Milletvekili Orhan Sarp, konuyu Meclis gündemine taşıdı. "Bakan neyi saklıyor?" diye soran Sarp, komisyon kurulmasını istedi.\n\nKöy muhtarı Veli Dağ da tepkili: "Bize kimse bir şey sormadı."',
        [
            "Tarık Lale",
            "Tarık Lale",
            "Derya Volkan",
            "Derya Volkan",
            "Valilik",
            "Orhan Sarp",
            "Veli Dağ",
        ],
    ),
    (
        'Maçın ardından konuşan teknik direktör Ferit Usta, hakemi eleştirdi. Usta, "Penaltımız verilmedi" dedi.\n\nDeneyimli teknik adam, sözlerini şöyle sürdürdü: "Çocuklar ellerinden geleni yaptı."\n\nRakip takımın hocası Cem Yiğit ise galibiyeti hak ettiklerini söyledi: "Sahanın tek hakimi bizdik."\n\nİki gol atan Burak Selvi, "Çok mutluyum, bu golleri aileme armağan ediyorum" şeklinde konuştu. Selvi, hedeflerinin şampiyonluk olduğunu sözlerine ekledi.',
        ["Ferit Usta", "Ferit Usta", "Cem Yiğit", "Burak Selvi"],
    ),
    (
        'Rusya Savunma Bakanlığı, Kursk yönündeki saldırının püskürtüldüğünü duyurdu. Bakanlığın açıklamasında "Düşman ağır kayıp verdi" denildi.\n\nUkrayna Genelkurmay Başkanlığı ise bu iddiaları reddetti. Sözcü Andriy Kova, "Birliklerimiz ilerliyor" dedi. Kova\'ya göre Moskova "masal anlatıyor".\n\nABD Dışişleri Bakanlığı Sözcüsü Mary Miller, günlük basın brifinginde konuya değindi. "Raporları gördük, teyit edemiyoruz" diyen Miller, taraflara itidal çağrısı yaptı.',
        ["Rusya Savunma Bakanlığı", "Andriy Kova", "Andriy Kova", "Mary Miller"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_whole_reports_keep_apart_who_says_what(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


OTHER_SHAPES = [
    ("Başkan Ali Er: 'Su çekildi, endişeye gerek yok.'", ["Ali Er"]),
    ("“Su çekildi” diyen Başkan Ali Er, vatandaşlara teşekkür etti.", ["Ali Er"]),
    ("Er, “Su çekildi.” dedi ve ekledi: “Endişeye gerek yok.”", ["Er", "Er"]),
    ('Ali Er, "Su çekildi" açıklamasıyla tartışmaya son noktayı koydu.', ["Ali Er"]),
    ('Su çekilmedi diyenlere Ali Er\'den yanıt: "Gelip kendi gözleriyle görsünler."', ["Ali Er"]),
    ('70 yaşındaki Nine Pala, "Üç gündür elektrik yok" diye yakındı.', ["Nine Pala"]),
    ('Nine Pala (70): "Üç gündür elektrik yok."', ["Nine Pala"]),
    (
        'İletişim Başkanlığı, "Mars\'ta su bulundu" şeklindeki haberlerin asılsız olduğunu duyurdu.',
        [None],
    ),
    ('Kremlin: "Görüşme olmayacak"', ["Kremlin"]),
    ('Netanyar, kabine toplantısında, "Zafer yakın" mesajı verdi.', ["Netanyar"]),
    (
        'İsrail Başbakanı Benyamin Netanyar ise X hesabından "Yalan haber!" diye yazdı.',
        ["Benyamin Netanyar"],
    ),
    (
        'BM Genel Sekreteri Antonio Guter, "Bu çılgınlık durmalı" diyerek ateşkes çağrısını yineledi.',
        ["Antonio Guter"],
    ),
    (
        'Öğretmen Sevgi Ak "Çocuklar aç geliyor" derken, veli Hasan Kır "Duyan yok" dedi.',
        ["Sevgi Ak", "Hasan Kır"],
    ),
    (
        'Habere konu olan kurumdan yapılan yazılı açıklamada şu ifadeler kullanıldı: "İddialar gerçek dışıdır."',
        [None],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHER_SHAPES)
def test_marks_labels_and_signatures_of_other_papers_are_known(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


ACCOUNTS = [
    (
        "LDM’nin sosyal medya hesabından yapılan açıklamada, “Haber baştan sona kurgudur” denildi.",
        ["LDM"],
    ),
    (
        'Bakanlık, komşunun "haritasız iddialar bahanesiyle" yaptığı açıklamaları reddetti.',
        ["Bakanlık"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACCOUNTS)
def test_accounts_and_fragments_have_an_owner(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


COURTS_AND_SPORT = [
    ('Duruşmada söz alan sanık Murat Kele, "Suçsuzum, beraatimi istiyorum" dedi.', ["Murat Kele"]),
    (
        'Mahkeme başkanı, sanığa söz verdi. Kele, "Ben o gün şehir dışındaydım" diyerek kendini savundu.',
        ["Kele"],
    ),
    ('Cumhuriyet savcısı esas hakkındaki mütalaasında "kasten yaralama" suçundan ceza istedi.', []),
    ('Acılı anne, "Katiller bulunsun" diyerek feryat etti.', ["Acılı anne"]),
    (
        'Mahalle bakkalı İsmet Usta, "40 yıldır böyle sel görmedim" ifadelerini kullandı.',
        ["İsmet Usta"],
    ),
    (
        'CHP\'li Özgün Kara, Meclis kürsüsünden, "Bu yasa geri çekilmeli" diye seslendi.',
        ["Özgün Kara"],
    ),
    (
        'Zelenko, Brüksel\'de yaptığı konuşmada "Silah değil, barış istiyoruz" mesajını verdi.',
        ["Zelenko"],
    ),
    ('Rus lider Vladimir Putanin, Batı\'yı "ikiyüzlülükle" suçladı.', ["Vladimir Putanin"]),
    (
        'Çin Dışişleri Bakanlığı Sözcüsü Mao Lin, "İç işlerimize karışılmasına izin vermeyiz" dedi.',
        ["Mao Lin"],
    ),
    (
        'Şirket yetkilileri iddiaları yalanlarken, çalışanlar "Maaşlarımızı alamıyoruz" diyor.',
        ["çalışanlar"],
    ),
    ('Adını vermek istemeyen bir çalışan, "Üç aydır maaş yok" dedi.', ["bir çalışan"]),
    ('Fenerbahçeli futbolcu Emre Yel, "Taraftarımıza teşekkürler" dedi.', ["Emre Yel"]),
    ('Yel\'in açıklamaları şöyle: "Çok çalıştık. Karşılığını aldık."', ["Yel"]),
]


@pytest.mark.parametrize(("text", "expected"), COURTS_AND_SPORT)
def test_reports_from_courts_games_and_parliaments_name_who_speaks(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


CLAIMS_AND_DENIALS = [
    (
        'Kuzey Savunma Bakanlığı iki gemiyi batırdığını iddia ederken, Güney donanması "Kaybımız yok" açıklamasını yaptı.',
        ["Güney donanması"],
    ),
    (
        'Güney Dışişleri Bakanlığı Sözcüsü Sara Lin, iddiaları "çirkin bir bilgi savaşı" olarak niteledi.',
        ["Sara Lin"],
    ),
    (
        'Adının açıklanmasını istemeyen bir diplomat, görüşmelerin "fiilen durduğunu" söyledi.',
        ["bir diplomat"],
    ),
    ('"Sivilleri hedef almadık" diyen ordu sözcüsü, soruşturma sözü verdi.', ["ordu sözcüsü"]),
    (
        'Evini terk eden Hasan Koru, "Nereye gideceğimizi bilmiyoruz" diyerek gözyaşlarını tutamadı.',
        ["Hasan Koru"],
    ),
    ('Kızılay, "İlaçlar tükeniyor" uyarısında bulundu.', ["Kızılay"]),
    (
        'Cumhurbaşkanı Kovaç, saldırıyı "korkakça" olarak tanımladı ve "Hesabını soracağız" dedi.',
        ["Kovaç", "Kovaç"],
    ),
    ('AB Yüksek Temsilcisi, taraflara "azami itidal" çağrısında bulundu.', ["Yüksek Temsilcisi"]),
    ('Çin, "Ateşe körükle gitmeyin" uyarısı yaptı.', ["Çin"]),
    ('Moskova yönetimi ise haberleri "tamamen uydurma" diyerek yalanladı.', ["Moskova yönetimi"]),
    ('Paylaşımı yapan kullanıcı, "Kontrol etmeden paylaştım" diyerek özür diledi.', ["kullanıcı"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS_AND_DENIALS)
def test_claims_and_denials_of_war_reports_name_who_speaks(text, expected):
    quotes = find_quotes(text, lines_of(text), languages.load("tr"))
    assert [q.speaker for q in quotes if q.kind in {"direct", "partial"}] == expected


UNNAMED = [
    (
        'Bir başka köy sakini ise "Yıllardır dilekçe yazıyoruz" diye konuştu.',
        "Bir başka köy sakini",
    ),
    ('Ajansa konuşan bir köylü de "Köpekler hep havladı" ifadelerini kullandı.', "bir köylü"),
    (
        'Vadideki Karaveli köyünde oturan bir kadın ise uyuyamadığını anlattı: "Korktuk."',
        "bir kadın",
    ),
    (
        'İsmini vermeyen bir Tesvalı yetkili, gazeteye "Sabrımız tükeniyor" dedi.',
        "bir Tesvalı yetkili",
    ),
    ('Annem "Sakın gitme" dedi, ben yine de gittim.', "Annem"),
    ('Dedem bir gün komşulara "Bu kız usta olur" dedi.', "Dedem"),
    ('Biri giderken "Geri dönelim" dedi.', "Biri"),
    ('Mesajlardan birinde "Bu çay her derdi bitiriyor" ifadeleri yer aldı.', "Mesajlardan biri"),
    ('Tesva "Uyarmadık bile" dedi.', "Tesva"),
    ('Polis memuru olan kardeşi, "Kimseyle kavgası yoktu" dedi.', "kardeşi"),
    ('Yürüyüşe katılanlar sık sık "Susmayacağız" sloganı attı.', "Yürüyüşe katılanlar"),
]


@pytest.mark.parametrize(("sentence", "speaker"), UNNAMED)
def test_who_has_no_name_is_a_source_as_any_other(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('İddianamede, "Sanıkların birlikte hareket ettiği" ifadesine yer verildi.', "İddianame"),
        ('Bilirkişi raporunda "kusurun işverende olduğu" belirtildi.', "Bilirkişi raporu"),
        (
            'Liman şirketi sustu. Akşam gelen "Kaptan bir ses duymadı" denilen açıklamada rota verildi.',
            "Hakan Yalçın",
        ),
    ],
)
def test_what_is_read_is_the_source_of_what_is_said_in_it(sentence, speaker):
    assert told(sentence)[-1][2] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('Bir gazetecinin "İstifa mı?" sorusuna Karay, "Gündemimde yok" yanıtını verdi.', "Karay"),
        (
            'Konuşmasına "Sevgili gençler" diyerek başlayan Rektör Nuray Şen, okulu tanıttı.',
            "Nuray Şen",
        ),
        ('Komşulardan Sevim Koru, "Çok iyi insanlardı" dedi.', "Sevim Koru"),
        ('Kıyı Üniversitesi\'nden Orhan Tez, "Fay sessiz değil" uyarısını yaptı.', "Orhan Tez"),
        ('Limanı gezen Tesva Başkanı, "Anlaşmaya yakınız" ifadelerini kullandı.', "Tesva Başkanı"),
        ('Derya (24) ise "Artık çıkmaya korkuyorum" diye konuştu.', "Derya"),
        ('A.K. isimli sürücü, "Parayı yatırdım, ev yok" dedi.', "A.K."),
        ('Karay\'ın cevabı ise şöyle oldu: "Kapımız açık."', "Karay"),
        ('"Harika bir gündü." Bu sözler Başkan Ali Tok\'a ait.', "Ali Tok"),
        ('Ali Tok\'a göre kuraklık "büyük bir felaket" doğuracak.', "Ali Tok"),
        ('Doktorlara göre hastanın durumu "kritik ama iyi".', "Doktorlar"),
        ('Sanık, "Pişmanım" demekle yetindi.', "Sanık"),
        ('Ustam Rüştü Bey "Ağaç sabırla pişer" derdi.', "Ustam Rüştü Bey"),
        ('Sanatçı, bu soruya ise "Burada kalmak isterim" yanıtını veriyor.', "Sanatçı"),
        ('"Hiçbir şey eskisi gibi olmayacak." Karay, konuşmasını böyle bitirdi.', "Karay"),
        ("KTO'dan bir yetkili KHA'ya, \"Karar oybirliğiyle alındı\" dedi.", "bir yetkili"),
        ('Fatma teyze, "Emekli maaşı yetmiyor" diyor.', "Fatma teyze"),
    ],
)
def test_names_are_found_wherever_they_stand_in_the_sentence(sentence, speaker):
    assert told(sentence)[-1][2] == speaker
