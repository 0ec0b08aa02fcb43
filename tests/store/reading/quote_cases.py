"""Short news paragraphs, written for these tests, with the quotes a careful reader marks.

A case is language, text and the speech in it: ``(words, kind, speaker)``, words with their marks.
Whatever else stands in marks is no speech. ``D`` is direct, ``P`` partial.
"""

from __future__ import annotations

D, P = "direct", "partial"

CASES: list[tuple[str, str, list[tuple[str, str, str | None]]]] = [
    # Indonesian -------------------------------------------------------------------------------
    (
        "id",
        '"Kami sudah menutup jembatan itu sejak pagi," kata Kepala Dinas Perhubungan Sleman Wahyu '
        'Prasetyo kepada wartawan, Senin (3/2/2025).\n\n"Besok dibuka lagi," ujarnya.',
        [
            (
                '"Kami sudah menutup jembatan itu sejak pagi,"',
                D,
                "Kepala Dinas Perhubungan Sleman Wahyu Prasetyo",
            ),
            ('"Besok dibuka lagi,"', D, "Kepala Dinas Perhubungan Sleman Wahyu Prasetyo"),
        ],
    ),
    (
        "id",
        'Menteri Kelautan Ratna Wulandari membantah kabar itu. "Tidak ada izin baru," tegas Ratna di '
        "Jakarta.",
        [('"Tidak ada izin baru,"', D, "Ratna Wulandari")],
    ),
    (
        "id",
        '"Saya tidak pernah menerima uang itu,"sambung Darmawan, direktur PT Laut Biru.',
        [('"Saya tidak pernah menerima uang itu,"', D, "Darmawan")],
    ),
    (
        "id",
        'Menurut Siti Aminah, air mulai naik sekitar pukul 02.00 WIB. "Saya langsung lari ke atap," '
        "kenangnya.",
        [('"Saya langsung lari ke atap,"', D, "Siti Aminah")],
    ),
    (
        "id",
        'Direktur Utama PT Sinar Jagat, Bambang Hartono, mengatakan: "Pabrik itu tetap beroperasi."',
        [('"Pabrik itu tetap beroperasi."', D, "Bambang Hartono")],
    ),
    (
        "id",
        'Juru bicara kementerian itu, Lukman Hakim, menyebut tuduhan tersebut "tidak berdasar" dan '
        '"penuh kebencian".',
        [('"tidak berdasar"', P, "Lukman Hakim"), ('"penuh kebencian"', P, "Lukman Hakim")],
    ),
    (
        "id",
        'Program "Satu Desa Satu Sumur" dimulai tahun lalu. Film "Senja di Teluk" diputar di sana.',
        [],
    ),
    (
        "id",
        'Lagu berjudul "Pulang" itu dinyanyikan warga. Ia dijuluki "Singa Selatan" oleh teman-temannya.',
        [],
    ),
    (
        "id",
        '"Kami menolak," kata Ketua Serikat Buruh Tambang, Yohanes Kaleb, "dan kami akan mogok."',
        [('"Kami menolak,"', D, "Yohanes Kaleb"), ('"dan kami akan mogok."', D, "Yohanes Kaleb")],
    ),
    (
        "id",
        '"Warga sudah tahu. "Kenapa baru sekarang?" tanya mereka," kata Lurah Karangwuni Sugeng.',
        [('"Warga sudah tahu. "Kenapa baru sekarang?" tanya mereka,"', D, "Sugeng")],
    ),
    (
        "id",
        'Polisi menahan dua orang. "Motifnya masih kami dalami, kata Kapolres Bantul AKBP Rudi Setiawan.',
        [('"Motifnya masih kami dalami,', D, "Rudi Setiawan")],
    ),
    (
        "id",
        '"Pertama, kami akan memeriksa semua gudang di pelabuhan.\n\n"Kedua, kami akan memanggil para '
        'pemiliknya," ucap Hendra Gunawan.',
        [
            (
                '"Pertama, kami akan memeriksa semua gudang di pelabuhan.\n\n"Kedua, kami akan memanggil '
                'para pemiliknya,"',
                D,
                "Hendra Gunawan",
            )
        ],
    ),
    (
        "id",
        'Gubernur Maluku Samuel Latu mengaku belum menerima laporan. Ia berjanji akan "turun langsung" '
        "ke lokasi.",
        [('"turun langsung"', P, "Samuel Latu")],
    ),
    (
        "id",
        'Dilansir dari Antara, Bupati Ende Maria Goreti mengatakan bahwa bantuan "sudah cukup" untuk sepekan.',
        [('"sudah cukup"', P, "Maria Goreti")],
    ),
    (
        "id",
        "Jum'at lalu, jemaah mengelilingi Ka'bah. Televisi 32\" itu dijual murah.",
        [],
    ),
    (
        "id",
        '"Airnya keruh sekali!" seru Ningsih, warga Kampung Baru. Pejabat setempat tidak menjawab.',
        [('"Airnya keruh sekali!"', D, "Ningsih")],
    ),
    (
        "id",
        'Seorang pejabat bea cukai mengatakan kapal itu kosong.\n\n"Tidak ada apa-apa di sana," kata '
        "pejabat itu.",
        [('"Tidak ada apa-apa di sana,"', D, "Seorang pejabat bea cukai")],
    ),
    (
        "id",
        'Agus Salim, 45 tahun, kehilangan rumahnya.\n\n"Semua habis," katanya lirih.',
        [('"Semua habis,"', D, "Agus Salim")],
    ),
    (
        "id",
        '“Kami menunggu keputusan pengadilan," kata pengacara Dewi Lestari. ”Kami yakin menang,” tambah dia.',
        [
            ('“Kami menunggu keputusan pengadilan,"', D, "Dewi Lestari"),
            ("”Kami yakin menang,”", D, "Dewi Lestari"),
        ],
    ),
    (
        "id",
        'Namun, Hartati tidak setuju. "Itu bukan solusi yang kami minta."',
        [('"Itu bukan solusi yang kami minta."', D, "Hartati")],
    ),
    (
        "id",
        '\\"Jalan ini rusak sejak Maret,\\" kata Tono.',
        [('"Jalan ini rusak sejak Maret,\\"', D, "Tono")],
    ),
    # Malay ------------------------------------------------------------------------------------
    (
        "ms",
        '"Kami akan menyiasat perkara ini," kata Menteri Pengangkutan, Datuk Seri Azlan Rahim.\n\nBeliau '
        'berkata, siasatan itu "hampir selesai".',
        [
            ('"Kami akan menyiasat perkara ini,"', D, "Azlan Rahim"),
            ('"hampir selesai"', P, "Azlan Rahim"),
        ],
    ),
    (
        "ms",
        'Jurucakap polis itu menafikan dakwaan tersebut. "Tiada tangkapan dibuat," katanya.',
        [('"Tiada tangkapan dibuat,"', D, "Jurucakap polis itu")],
    ),
    (
        "ms",
        "Menurut Ketua Polis Daerah Kuala Krai, Superintendan Norhayati Yusof, mangsa ditemukan jam 3.15 "
        'petang. "Mayat dihantar ke hospital," jelas beliau.',
        [('"Mayat dihantar ke hospital,"', D, "Norhayati Yusof")],
    ),
    (
        "ms",
        'Filem "Anak Sungai" ditayangkan semalam. Kempen "Bumi Kita" pula bermula esok.',
        [],
    ),
    (
        "ms",
        'Tan Sri Lim Kok Wah menyifatkan keputusan itu sebagai "satu kesilapan besar".',
        [('"satu kesilapan besar"', P, "Lim Kok Wah")],
    ),
    # English ----------------------------------------------------------------------------------
    (
        "en",
        "“We have no plans to leave,” said Foreign Minister Elena Marsh. “None at all.”",
        [
            ("“We have no plans to leave,”", D, "Elena Marsh"),
            ("“None at all.”", D, "Elena Marsh"),
        ],
    ),
    (
        "en",
        "Harbour master Owen Pryce told reporters the ship was “not carrying any weapons” on Tuesday.",
        [("“not carrying any weapons”", P, "Owen Pryce")],
    ),
    (
        "en",
        "“It was chaos,” Ms Adeyemi said, adding that the guards “simply ran away”.",
        [("“It was chaos,”", D, "Adeyemi"), ("“simply ran away”", P, "Adeyemi")],
    ),
    (
        "en",
        "A White House spokesman, Carl Denton, dismissed the report as “pure fiction”.",
        [("“pure fiction”", P, "Carl Denton")],
    ),
    (
        "en",
        "The so-called “Iron Ring” defences held. Her novel “The Salt Road” won a prize.",
        [],
    ),
    (
        "en",
        "‘I don’t know who fired,’ said Sergeant Tom Hale. ‘The soldiers’ orders were clear, and we "
        "followed them,’ he added.",
        [
            ("‘I don’t know who fired,’", D, "Tom Hale"),
            ("‘The soldiers’ orders were clear, and we followed them,’", D, "Tom Hale"),
        ],
    ),
    (
        "en",
        "“The bridge was safe in March.\n\n“We inspected it twice,” Mayor Ruth Calloway said.",
        [("“The bridge was safe in March.\n\n“We inspected it twice,”", D, "Ruth Calloway")],
    ),
    (
        "en",
        "Calloway, who took office in May, said: “I will not resign.”",
        [("“I will not resign.”", D, "Calloway")],
    ),
    (
        "en",
        "“Where were they?” asked Lindiwe Khumalo, whose house was burned.",
        [("“Where were they?”", D, "Lindiwe Khumalo")],
    ),
    (
        "en",
        "According to the ministry, the claim is “a lie”. An official later repeated it.",
        [("“a lie”", P, "the ministry")],
    ),
    (
        "en",
        "Prosecutor Ines Vidal denied that she had “ever met” the suspect.\n\n“He is a stranger to me,” "
        "Vidal told the court.",
        [("“ever met”", P, "Ines Vidal"), ("“He is a stranger to me,”", D, "Ines Vidal")],
    ),
    (
        "en",
        'The 6\'2" striker bought a 32" screen. Critics called it “a joke”.',
        [("“a joke”", P, "Critics")],
    ),
    (
        "en",
        "President Amara Diallo welcomed the ruling. “Justice has been done,” she said.",
        [("“Justice has been done,”", D, "Amara Diallo")],
    ),
    # German -----------------------------------------------------------------------------------
    (
        "de",
        "„Wir haben keine Waffen geliefert“, sagte Außenminister Jonas Reuter am Montag in Berlin.",
        [("„Wir haben keine Waffen geliefert“", D, "Jonas Reuter")],
    ),
    (
        "de",
        "Regierungssprecherin Petra Lang sagte: „Der Bericht ist falsch.“ Er sei „frei erfunden“, fügte sie hinzu.",
        [("„Der Bericht ist falsch.“", D, "Petra Lang"), ("„frei erfunden“", P, "Petra Lang")],
    ),
    (
        "de",
        "»Das ist ein Skandal«, erklärte die Vorsitzende Anke Brandt. »Wir werden klagen.«",
        [("»Das ist ein Skandal«", D, "Anke Brandt"), ("»Wir werden klagen.«", D, "Anke Brandt")],
    ),
    (
        "de",
        "Am Dienstag sagte der Bürgermeister Karl Voss: „Die Brücke bleibt gesperrt.“",
        [("„Die Brücke bleibt gesperrt.“", D, "Karl Voss")],
    ),
    (
        "de",
        "Das Magazin „Der Blick“ berichtete zuerst. Die Gruppe nennt sich „Freie Küste“.",
        [],
    ),
    (
        "de",
        "Brandt bezeichnete den Plan als „unmenschlich“.",
        [("„unmenschlich“", P, "Brandt")],
    ),
    (
        "de",
        "„Niemand wurde verletzt“, so Polizeisprecher Uwe Kramer. „Er hat uns ‚Lügner‘ genannt“, sagte er.",
        [
            ("„Niemand wurde verletzt“", D, "Uwe Kramer"),
            ("„Er hat uns ‚Lügner‘ genannt“", D, "Uwe Kramer"),
        ],
    ),
    # French -----------------------------------------------------------------------------------
    (
        "fr",
        "« Nous n'avons livré aucune arme », a déclaré le ministre de la Défense, Henri Vasseur.",
        [("« Nous n'avons livré aucune arme »", D, "Henri Vasseur")],
    ),
    (
        "fr",
        "Selon Claire Moreau, porte-parole du gouvernement, ces accusations sont « infondées ».",
        [("« infondées »", P, "Claire Moreau")],
    ),
    (
        "fr",
        "« C'est faux », affirme Julien Petit. « Je n'y étais pas », ajoute-t-il.",
        [("« C'est faux »", D, "Julien Petit"), ("« Je n'y étais pas »", D, "Julien Petit")],
    ),
    (
        "fr",
        "La maire Sophie Garnier a dénoncé « une campagne de mensonges » lundi soir.",
        [("« une campagne de mensonges »", P, "Sophie Garnier")],
    ),
    (
        "fr",
        "« Il m'a dit “partez” et je suis partie », a-t-elle raconté. Le film « Les Vagues » sort demain.",
        [("« Il m'a dit “partez” et je suis partie »", D, None)],
    ),
    (
        "fr",
        "Le procureur Marc Olivier a expliqué : « L'enquête continue. »",
        [("« L'enquête continue. »", D, "Marc Olivier")],
    ),
    # Japanese ---------------------------------------------------------------------------------
    (
        "ja",
        "外務省の山本報道官は12日の記者会見で、「武器を輸出した事実はない」と述べた。",
        [("「武器を輸出した事実はない」", D, "山本報道官")],
    ),
    (
        "ja",
        "田中健一社長は「全員に謝りたい」と話した。同氏は「責任は私にある」とも語った。",
        [("「全員に謝りたい」", P, "田中健一社長"), ("「責任は私にある」", P, "田中健一社長")],
    ),
    (
        "ja",
        "映画「春の海」が公開された。町は「花の都」として知られる。",
        [],
    ),
    (
        "ja",
        "国防省は声明で、報道は「完全な捏造だ」と非難した。",
        [("「完全な捏造だ」", P, "国防省")],
    ),
    (
        "ja",
        "鈴木知事は会見を開いた。\n\n「県民に『大丈夫だ』と伝えたい。」",
        [("「県民に『大丈夫だ』と伝えたい。」", D, "鈴木知事")],
    ),
]
