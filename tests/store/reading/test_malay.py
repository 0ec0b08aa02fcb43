"""Who speaks in Indonesian and Malay: offices, ranks, bodies, glued sentences, pronouns."""

from __future__ import annotations

import pytest

from store.model import Span
from store.reading import languages
from store.reading.sentences import sentence_spans
from tests.store.reading.test_attributions import speakers_in


def test_a_sentence_ends_where_the_next_follows_without_a_blank() -> None:
    text = 'Pasar itu ditutup Rusdi.Ia pulang (3/2)."Besok buka," kata dia. Situs Dagang.Com libur.'
    cut = sentence_spans(text, Span(0, len(text)), languages.load("id"))
    assert [text[one.start : one.end].split()[0] for one in cut] == ["Pasar", "Ia", "Situs"]


def test_who_says_what_is_told_where_sentences_stand_without_a_blank() -> None:
    text = (
        '"Kapalnya karam," kata Mandor Rusdi Wanto.Ia meminta warga pulang."Besok kita cari," '
        'ujarnya.Bidan Tini Karsa datang."Saya bawa tikar."Guru Joni Arga tidak hadir. "Saya '
        'sakit," katanya.'
    )
    one, two, three = "Rusdi Wanto", "Tini Karsa", "Joni Arga"
    assert speakers_in("id", text) == [one, one, two, three]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", '"Kami siaga," kata Kadispenal Laksma TNI Rusdi Wanto.', "Rusdi Wanto"),
        ("id", '"Kami siaga," kata Plt. Kepala Dinas Pasar, Tini Karsa.', "Tini Karsa"),
        ("id", '"Itu bohong," kata Juru Bicara Istana Kepresidenan Tini Karsa.', "Tini Karsa"),
        ("id", '"Itu bohong," kata Presiden Ostmark Ivan Dahl.', "Ivan Dahl"),
        ("ms", 'Polis dilaporkan memberitahu penduduk, "jalan itu ditutup".', "Polis"),
        ("ms", 'Pemaju projek, Datuk Azmi Kadir mengugut. "Saya saman," katanya.', "Azmi Kadir"),
    ],
)
def test_offices_and_ranks_of_both_countries_are_no_part_of_a_name(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", '"Itu bohong," kata juru bicara kementerian pertahanan Ostmark.', None),
        ("id", '"Itu bohong," kata layanan pers kepresidenan Ostmark.', None),
        ("id", '"Itu bohong," kata juru bicara Kepolisian Daerah Ostmark.', None),
        ("ms", '"Itu palsu," kata jurucakap Lembaga Getah kepada pemberita.', None),
        ("id", '"Saya lari," kata salah seorang saksi mata yang enggan dikutip.', None),
        (
            "id",
            '"Siaga," kata Kepala Badan Cuaca, Iklim, dan Perikanan Rusdi Wanto.',
            "Rusdi Wanto",
        ),
        ("id", '"Siaga," kata Kades Sirih, Kecamatan Pinang, Rusdi kepada kami.', "Rusdi"),
        ("id", '"Siaga," kata Kepala BDK Letnan Jenderal TNI Rusdi.', "Rusdi"),
        ("id", '"Siaga," kata Dirjen Kementerian Cuaca dan Informatika Tini Karsa.', "Tini Karsa"),
        ("ms", '"Siaga," kata Menteri Laut dan Kerajaan Tempatan, Azmi Kadir.', "Azmi Kadir"),
    ],
)
def test_bodies_and_offices_that_are_lists_are_parted_from_who_holds_them(
    code: str, text: str, speaker: str | None
) -> None:
    whole = text.partition("kata ")[2].rstrip(".").removesuffix(" kepada pemberita")
    assert speakers_in(code, text) == [speaker or whole]


def test_a_role_alone_means_who_bears_it_behind_ranks_with_stops() -> None:
    text = (
        "Kepala Polisi Sirih (Kapolda Sirih), Irjen Pol. Rusdi Wanto, datang.\n\n"
        '"Tidak ada bom," kata Kapolda usai rapat.'
    )
    assert speakers_in("id", text) == ["Rusdi Wanto"]


def test_whoever_speaks_for_a_body_is_not_the_one_named_next() -> None:
    text = (
        'Seorang juru bicara militer Ostmark mengatakan kapal itu "sudah tua". '
        'Sementara Menteri Pangan Tini Karsa menyebutnya "besi tua".'
    )
    assert speakers_in("id", text) == ["Seorang juru bicara militer Ostmark", "Tini Karsa"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "id",
            '"Kami siaga," kata Pangdam Sirih Mayjen TNI Rusdi Wanto Karsa.',
            "Rusdi Wanto Karsa",
        ),
        ("id", '"Kami mogok," kata Ketua Serikat Juru Laut (SJL), Rusdi Wanto.', "Rusdi Wanto"),
        ("id", '"Saya lari," demikian pengakuan Rusdi W (19), salah satu korban.', "Rusdi W"),
        (
            "id",
            "Tini Karsa yang menjadi menteri sementara Ostmark menyebut itu “pintu ke laut lepas”.",
            "Tini Karsa",
        ),
        (
            "id",
            'Ia bilang foto itu "rekayasa". Penegasan itu disampaikan Guru Rusdi Wanto.',
            "Rusdi Wanto",
        ),
        (
            "ms",
            'Pegawai Polis Daerah Sirih Azmi Kadir pulang. "Suspek lari," kata polis.',
            "polis",
        ),
    ],
)
def test_who_says_it_is_found_behind_ranks_short_forms_and_nouns_of_saying(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_a_description_means_who_has_just_spoken() -> None:
    text = (
        'Dikatakan Suparwo, sumurnya kering. "Mandi di kali," ujarnya.\n\n'
        'Bantuan belum datang. "Belum setetes pun," tutur lelaki paruh baya itu.'
    )
    assert speakers_in("id", text) == ["Suparwo", "Suparwo"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "id",
            'Guru SD Sirih, Tini Karsa, yang dihubungi lagi menilai "itu bohong besar".',
            "Tini Karsa",
        ),
        (
            "ms",
            'Guru Besar, Azmi Kadir ketika dihubungi Warta Pagi berkata, "itu palsu".',
            "Azmi Kadir",
        ),
        ("id", 'Pesan berantai itu berbunyi, "Jangan keluar malam ini!"', "Pesan berantai itu"),
    ],
)
def test_a_clause_or_a_paper_between_who_speaks_and_the_verb_is_left_out(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_the_short_name_of_an_office_means_who_was_heard_with_the_long_one() -> None:
    text = (
        "Komandan Kodim 0712/Sirih Letkol Arh Rusdi Wanto menyatakan pasar aman. Guru Tini Karsa "
        'pulang.\n\n"Silakan dicek," tandas Dandim.'
    )
    assert speakers_in("id", text) == ["Rusdi Wanto"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", 'Sumur itu disebut Rusdi Wanto "sudah kering".', "Rusdi Wanto"),
        ("id", 'Sumur itu disebut "sudah kering" oleh Rusdi Wanto.', "Rusdi Wanto"),
        ("id", 'Mandor Joni Arga diminta Rusdi Wanto "segera pulang".', "Rusdi Wanto"),
        ("id", 'Sumur itu dinilai warga "hanya akal-akalan".', "warga"),
        ("ms", "Kerajaan digesa Azmi Kadir “berhenti membazir”.", "Azmi Kadir"),
    ],
)
def test_whoever_calls_or_asks_in_the_passive_says_what_stands_in_marks(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_what_people_call_a_town_is_no_speech() -> None:
    assert speakers_in("id", 'Kota itu dijuluki "Kota Garam" oleh warga.') == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Pernyataan Rusdi Wanto bahwa sumur itu "sudah final" menuai kritik.', "Rusdi Wanto"),
        ('Ucapan Rusdi Wanto soal "sumur siluman" menuai protes warga.', "Rusdi Wanto"),
        ('Tudingan Rusdi Wanto bahwa Joni Arga "menjual sumur" ramai dibahas.', "Rusdi Wanto"),
    ],
)
def test_whose_statement_opens_the_sentence_says_what_stands_in_marks(
    text: str, speaker: str
) -> None:
    assert speakers_in("id", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Ada," kata Direktur Utama PT Garam Jaya Tbk. Rusdi Wanto.', "Rusdi Wanto"),
        ('"Ada," kata Direktur PT Garam Jaya (Persero) Tbk Rusdi Wanto.', "Rusdi Wanto"),
        ('"Ada," kata Kepala SMAN 1 Sirih Rusdi Wanto.', "Rusdi Wanto"),
        ('"Ada," kata Ketua RT 04 Rusdi Wanto Karsa.', "Rusdi Wanto Karsa"),
        ('"Ada," kata Bupati Sirih I Wayan Rusdi, Senin.', "I Wayan Rusdi"),
        ('"Ada," kata Andi Muh. Rusdi.', "Andi Muh. Rusdi"),
        ('"Ada," kata manajemen PT Garam Jaya.', "manajemen PT Garam Jaya"),
        ('"Ada," ujar Bupati di Pendopo, Senin (4/3).', "Bupati"),
        ('Rusdi Wanto sendiri, lewat radio, menyebut itu "dongeng".', "Rusdi Wanto"),
    ],
)
def test_numbers_stops_and_small_words_beside_a_name_do_not_hide_it(
    text: str, speaker: str
) -> None:
    assert speakers_in("id", text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            'Bupati Sirih Tini Karsa menjenguk Joni Arga. "Semoga pulih," ujarnya.',
            ["Tini Karsa"],
        ),
        (
            'Mandor Rusdi Wanto menyebut sumur itu "gagal", dan Bidan Tini Karsa memujinya "jernih".',
            ["Rusdi Wanto", "Tini Karsa"],
        ),
        (
            'Menlu Ostmark Ivan Dahl bertemu Menlu Utgard Eva Lind. "Bagus," ujar Eva Lind. '
            'Menlu Ostmark itu setuju. "Ini awal baru," katanya.',
            ["Eva Lind", "Ivan Dahl"],
        ),
        (
            'Bupati Sirih Tini Karsa datang. Joni (60) mengeluh. "Mahal," katanya. '
            'Bupati tersenyum. "Sabar," jawabnya.',
            ["Joni", "Tini Karsa"],
        ),
        (
            '"Saya menolak," kata Rusdi Wanto.\n\nLain halnya dengan Tini Karsa. "Boleh saja," '
            "katanya.",
            ["Rusdi Wanto", "Tini Karsa"],
        ),
        ('Hal serupa dirasakan Tini Karsa. "Habis semua," ujarnya.', ["Tini Karsa"]),
        ('Korban, Rini (14), trauma. "Dia diam saja," kata sang ibu.', ["sang ibu"]),
        (
            'Mandor Rusdi Wanto usai rapat dengan Bidan Tini Karsa menyebut itu "gagal".',
            ["Rusdi Wanto"],
        ),
        (
            'Rusdi Wanto, direktur Pusat Garam, mengatakan itu langka, meskipun dia meragukan "niat '
            'baik" bupati.',
            ["Rusdi Wanto"],
        ),
        (
            'Rusdi Wanto menyebut Joni Arga "boneka". Joni membalas dengan menyebut Rusdi "badut".',
            ["Rusdi Wanto", "Joni Arga"],
        ),
    ],
)
def test_of_two_people_the_one_who_does_something_speaks(text: str, speakers: list[str]) -> None:
    assert speakers_in("id", text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", '"Dia baik," kata ibu Rini.', "ibu Rini"),
        ("id", '"Dia baik," kata Ibu Rini.', "Rini"),
        ("id", 'Istri Rusdi Wanto mengaku sedih. "Dia baik," katanya.', "Istri Rusdi Wanto"),
        ("id", "Istri Rusdi Wanto, Tini Karsa, mengaku “sedih sekali”.", "Tini Karsa"),
        ("ms", "“Dia rajin,” kata bapa Azmi Kadir.", "bapa Azmi Kadir"),
    ],
)
def test_whoever_is_kin_to_somebody_is_another(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", 'Rusdi Wanto — sopir truk — menyebut itu "formalitas".', "Rusdi Wanto"),
        ("id", 'Rusdi Wanto - sopir truk - menyebut itu "formalitas".', "Rusdi Wanto"),
        (
            "id",
            'Rusdi Wanto, guru SD Sirih, kepada Warta Pagi, Jumat, menyebut itu "formalitas".',
            "Rusdi Wanto",
        ),
        (
            "id",
            "Ketua Forum Garam, Rusdi Wanto, dalam acara Pekan Garam dan Pameran Laut di Sirih "
            'mengatakan bahwa bupati "ingkar".',
            "Rusdi Wanto",
        ),
        (
            "id",
            "Menteri Pangan Tini Karsa hadir. Menteri yang baru dilantik bulan lalu itu menyebut "
            'itu "formalitas".',
            "Tini Karsa",
        ),
        ("id", 'Ivan Dahl menyebut itu "keberhasilan besar", lapor ONA, Kamis.', "Ivan Dahl"),
        ("id", 'Keputusan itu disambut baik Tini Karsa. "Ini bagus," katanya.', "Tini Karsa"),
        ("id", 'Bupati Rusdi Wanto diminta KPK hadir. "Saya siap," katanya.', "Rusdi Wanto"),
        ("id", 'Bersama Bupati Joni Arga, Rusdi Wanto turun. "Gagal," katanya.', "Rusdi Wanto"),
        (
            "ms",
            "Kementerian Laut Ostmark enggan mengulas. “Kapal kami selamat,” menurut kementerian "
            "itu.",
            "Kementerian Laut Ostmark",
        ),
    ],
)
def test_what_stands_between_who_speaks_and_the_verb_names_nobody_else(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "tail", "speaker"),
    [
        ("ms", '"Kami letih," menurut salah seorang sumber itu.', "salah seorang sumber itu"),
        ("ms", 'Seorang lagi menyifatkan hal itu "ribut kecil" sahaja.', "Seorang lagi"),
        ("ms", '"Kami letih," kata seorang lagi penduduk.', "seorang lagi penduduk"),
        ("id", '"Kami lelah," kata salah satu warga itu.', "salah satu warga itu"),
        ("id", 'Seorang lainnya menyebut hal itu "ribut kecil".', "Seorang lainnya"),
    ],
)
def test_one_of_several_is_not_who_spoke_before(code: str, tail: str, speaker: str) -> None:
    opening = '"Saya tidak tahu," kata Tini Karsa Wulan.\n\n'
    assert speakers_in(code, opening + tail)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Kami siaga," kata Kepala Desa I Wayan Rusda, Senin.', "I Wayan Rusda"),
        ('Direktur I Nyoman Rusda datang. "Kami siaga," kata Nyoman.', "I Nyoman Rusda"),
        ('Bupati Ni Made Ayu Rusda datang. "Kami siaga," kata Rusda.', "Ni Made Ayu Rusda"),
        ('Anggota Komisi I Rusdi Wanto datang. "Kami siaga," kata Rusdi.', "Rusdi Wanto"),
    ],
)
def test_the_word_before_a_name_from_the_order_of_birth_belongs_to_it(
    text: str, speaker: str
) -> None:
    assert speakers_in("id", text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", 'Rusdi Wanto membantah tudingan Joni Arga bahwa dana itu "raib".', "Joni Arga"),
        (
            "ms",
            "Beliau mengulas dakwaan Pengerusi, Datuk Azmi Kadir, bahawa dana itu “lesap”.",
            "Azmi Kadir",
        ),
        ("id", 'Namun kantornya merilis pernyataan yang menyebut itu "sembrono".', "kantornya"),
        (
            "id",
            'Bupati Rusdi Wanto datang. Menurut keterangannya, ia "tidak kenal" pelapor itu.',
            "Rusdi Wanto",
        ),
        (
            "id",
            'Ivan Dahl datang. Seorang pejabat kantor itu mengatakan Ostmark "membuka pintu".',
            "Seorang pejabat kantor itu",
        ),
        (
            "ms",
            "Penggantinya, Azmi Kadir daripada Parti Garam, menyifatkan itu “gula-gula”.",
            "Azmi Kadir",
        ),
    ],
)
def test_whose_claim_it_is_and_who_gives_something_out_are_told_from_others(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_a_body_told_by_where_it_sits_is_named_with_its_clause() -> None:
    text = (
        'Laporan itu rampung. Lembaga yang bermarkas di Sirih tersebut menyebutnya "sangat buruk".'
    )
    assert speakers_in("id", text) == ["Lembaga yang bermarkas di Sirih tersebut"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", 'Profesor Yang Min mengatakan, "Angka itu lama."', "Yang Min"),
        ("id", 'Menteri Luar Negeri Yang Weidong menyebut itu "keji".', "Yang Weidong"),
        ("ms", 'Pengarah filem Yang Wei Jie berkata, "Kami sedia."', "Yang Wei Jie"),
        ("ms", '"Aman," titah Yang di-Pertuan Agong Sultan Idris.', "Idris"),
    ],
)
def test_a_relative_with_a_capital_is_a_family_name_behind_what_somebody_is(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", 'Kedutaan Ostmark mengunggah surat yang menyebut itu "keji".', "Kedutaan Ostmark"),
        ("id", 'Ivan Dahl merilis pernyataan tertulis yang menilai itu "bohong".', "Ivan Dahl"),
        ("ms", 'Azmi Kadir memuat naik hantaran yang menyebut itu "fitnah".', "Azmi Kadir"),
        ("id", 'Ia menanggapi unggahan Tini Karsa kemarin yang menyebut itu "gila".', "Tini Karsa"),
        (
            "ms",
            "Beliau mengulas kenyataan Pengerusi Kesatuan Getah Azmi Kadir semalam yang mendakwa "
            'pegawai memaklumkan bantuan itu "tamat". Azmi Kadir pulang.',
            "Azmi Kadir",
        ),
    ],
)
def test_a_statement_belongs_to_who_gives_it_out(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize("cue", ["demikian bunyi", "bunyi", "tulis", "demikian"])
def test_that_statement_is_of_who_gave_it_out_in_the_paragraph_before(cue: str) -> None:
    text = (
        'Guru Tini Karsa takut. "Gelap," katanya.\n\n'
        "Kedutaan Ostmark mengeluarkan imbauan.\n\n"
        f'"Jangan keluar rumah malam ini," {cue} imbauan tersebut.'
    )
    assert speakers_in("id", text) == ["Tini Karsa", "Kedutaan Ostmark"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", "Seorang perempuan berinisial TS ditangkap.", "TS"),
        ("id", "Polisi menahan pria berinisial TS (24). Menurut polisi, TS mabuk.", "TS"),
        ("id", "Tersangka TS (24) dibawa ke Polres Sirih.", "TS"),
        ("id", "Polisi menahan Joni Arga (31) di rumahnya.", "Joni Arga"),
    ],
)
@pytest.mark.parametrize("words", ["pelaku", "tersangka di kantor polisi"])
def test_a_suspect_is_the_one_named_by_initials_or_age(
    code: str, text: str, speaker: str, words: str
) -> None:
    assert speakers_in(code, f'{text}\n\n"Saya khilaf," kata {words}.') == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "ms",
            "Ketika dihubungi Warta Pagi, Ketua Komunikasinya, Puan Lim Siew Na, mengesahkan itu.",
            "Lim Siew Na",
        ),
        (
            "id",
            "Saat dihubungi Warta Pagi, Kepala Humas RSUD Sirih, Tini Karsa, membenarkan itu.",
            "Tini Karsa",
        ),
    ],
)
def test_the_paper_that_reaches_somebody_does_not_speak(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, f'{text}\n\n"Benar," katanya.') == [speaker]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ms", "satu kadar yang beliau sifatkan sebagai"),
        ("ms", "satu kadar yang disifatkannya sebagai"),
        ("id", "angka yang ia namai"),
        ("id", "angka yang disebutnya sebagai"),
    ],
)
def test_a_bare_verb_behind_a_pronoun_calls_something_so(code: str, words: str) -> None:
    text = f'Dr Azmi Kadir datang.\n\nHanya enam hadir, {words} "baik, tetapi belum cukup".'
    assert speakers_in(code, text) == ["Azmi Kadir"]


@pytest.mark.parametrize("row", ['"semen" dan "pasir"', '"apel", "jeruk", dan "mangga"'])
def test_a_row_of_terms_is_said_by_nobody(row: str) -> None:
    assert (
        speakers_in("id", f"Tini Karsa mengatakan uang itu disamarkan dengan sebutan {row}.") == []
    )


def test_two_who_play_together_are_two() -> None:
    text = (
        'Beregu negara, Hakim Kadir-Lim Siew Na, menang. "Kami gembira," kata Hakim.\n\n'
        'Siew Na mengakui gementar. "Saya takut," katanya.'
    )
    assert speakers_in("ms", text) == ["Hakim Kadir", "Lim Siew Na"]


@pytest.mark.parametrize("caption", ["Infografik Wawancara Tini Karsa.", "Foto Tini Karsa"])
def test_a_caption_gives_nobody_a_longer_name(caption: str) -> None:
    text = f'Tini Karsa meneliti karang. "Saya malu," katanya.\n\n{caption}'
    assert speakers_in("id", text) == ["Tini Karsa"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", 'Guru Tini Karsa dari SMAN 3 Sirih mengatakan, "Itu lama."', "Tini Karsa"),
        ("ms", '"Lama," kata Dekan Sains, Universiti Sirih, Dr Tini Karsa.', "Tini Karsa"),
        (
            "ms",
            'Pensyarah Fakulti Sains, Universiti Sirih, Dr Tini Karsa, berkata itu "lama".',
            "Tini Karsa",
        ),
    ],
)
def test_a_body_beside_an_office_or_a_name_is_no_part_of_it(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_who_was_named_with_an_office_and_by_two_names_goes_on_in_the_next_paragraph() -> None:
    text = (
        "Pengerusi Kesatuan Getah Azmi Latif Kadir membantah. Menteri Kewangan Johan Amat hadir. "
        '"Kita sedia," katanya.\n\nSementara itu, Azmi Latif tidak puas hati.\n\n'
        '"Kami mahu bukti," katanya.'
    )
    assert speakers_in("ms", text) == ["Johan Amat", "Azmi Latif Kadir"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("ms", '"Sedia," kata Perdana Menteri Ostmark Ivan Dahl.', "Ivan Dahl"),
        ("ms", '"Sedia," kata Menteri Besar Sirih Azmi Kadir.', "Azmi Kadir"),
        ("id", '"Siap," kata Ketua KPU Sirih Rusdi Wanto.', "Rusdi Wanto"),
        ("id", '"Siap," kata pelatih timnas Ostmark Ivan Dahl.', "Ivan Dahl"),
        ("id", '"Siap," kata juru bicara pemerintah Ostmark Ivan Dahl.', "Ivan Dahl"),
        ("id", '"Siap," kata Wali Kota Abdul Kadir Wanto.', "Abdul Kadir Wanto"),
        ("id", 'Peneliti gempa Rusdi Wanto dari Universitas Sirih menilai itu "nyata".', None),
    ],
)
def test_a_place_or_body_behind_an_office_is_no_part_of_the_name(
    code: str, text: str, speaker: str | None
) -> None:
    assert speakers_in(code, text) == [speaker or "Rusdi Wanto"]


@pytest.mark.parametrize("cue", ["lanjut dia", "katanya", "menurut dia", "ujar Tini"])
def test_what_stands_before_an_inserted_cue_does_not_speak(cue: str) -> None:
    text = (
        'Dr. Tini Karsa meneliti kali. "Parah," jelasnya.\n\n'
        f'Kali Sirih, {cue}, menerima limbah tiap hari. "Itu angka kecil," imbuhnya.'
    )
    assert speakers_in("id", text) == ["Tini Karsa", "Tini Karsa"]


def test_who_opens_a_sentence_behind_a_few_words_of_when_goes_on() -> None:
    text = (
        'Terdakwa, Joni Arga, tertunduk. "Saya mengerti," jawabnya.\n\n'
        'Usai sidang, kuasa hukumnya, Tini Karsa, keberatan. "Terlalu berat," katanya.'
    )
    assert speakers_in("id", text) == ["Joni Arga", "Tini Karsa"]


def test_a_suspect_is_not_the_lawyer() -> None:
    text = (
        "Saksi menyerahkan uang kepada terdakwa Rusdi. Penasihat hukum terdakwa, Tini Karsa, "
        'keberatan. Rusdi membantah.\n\n"Itu bohong," ujar terdakwa disambut tawa.'
    )
    assert speakers_in("id", text) == ["Rusdi"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", "Hakim menanyakan asal uang itu kepada saksi Joni Arga."),
        ("id", "Hakim lalu bertanya kepada saksi Joni Arga."),
        ("ms", "Hakim bertanya kepada saksi, Joni Arga, mengenai wang itu."),
    ],
)
def test_who_is_asked_answers_next(code: str, text: str) -> None:
    assert speakers_in(code, f'{text} "Dari kas," katanya.') == ["Joni Arga"]


def test_somebody_whom_a_paragraph_brings_up_goes_on_in_the_next() -> None:
    text = (
        'Menteri Sosial Rusdi Wanto pulang. "Kita siap," katanya.\n\n'
        'Seorang pedagang kehilangan kios.\n\n"Kami butuh bukti," katanya.'
    )
    assert speakers_in("id", text) == ["Rusdi Wanto", "Seorang pedagang"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "id",
            "Banjir merendam Kabupaten Sirih. Kepala Pelaksana Badan Bencana (BPBD) Sirih Rusdi "
            'Wanto datang. "Cepat sekali," kata Rusdi.',
            "Rusdi Wanto",
        ),
        ("id", 'Kepala Dinas (Dinsos) Sirih Rusdi Wanto tiba. "Aman," kata Rusdi.', "Rusdi Wanto"),
        ("id", 'Nyali Parto (52) diuji. Parto melawan. "Saya lawan," kata Parto.', "Parto"),
        ("id", 'Rumah Tini (41), buruh cuci, roboh. "Saya gemetar," kata Tini.', "Tini"),
        ("ms", 'Hasrat Salmah, 41, untuk pulang hancur. "Saya reda," kata Salmah.', "Salmah"),
        ("id", '"Aman," demikian keterangan BMKG. Kabag BMKG Rusdi Wanto pulang.', "BMKG"),
        ("ms", 'Mangsa yang dikenali sebagai Cikgu Din, 66, lari. "Gelap," katanya.', "Cikgu Din"),
    ],
)
def test_no_place_noun_or_acronym_beside_a_name_is_taken_for_a_part_of_it(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Unggahan tersebut disertai narasi:", "Unggahan tersebut"),
        ("Berikut isi pesannya:", None),
        ("Berikut pernyataan lengkap Joni Arga:", "Joni Arga"),
        ("Dalam surat itu, Joni Arga menulis:", "Joni Arga"),
    ],
)
def test_what_is_read_below_a_line_with_a_colon_is_not_said_by_who_spoke_last(
    line: str, speaker: str | None
) -> None:
    text = f'Menteri Tini Karsa membantah. "Bohong," kata Tini.\n\n{line}\n\n"Segera daftar ya."'
    assert speakers_in("id", text) == ["Tini Karsa", speaker]


@pytest.mark.parametrize("words", ["Seorang nelayan yang selamat", "Seorang nelayan"])
def test_who_is_told_stands_between_a_speaker_and_the_verb(words: str) -> None:
    text = (
        f"{words} kepada Warta Pagi mengatakan, ia mendengar benturan. "
        '"Gelap," ujar pria berusia 34 tahun itu.'
    )
    assert speakers_in("id", text) == [words]


@pytest.mark.parametrize("noun", ["isu", "rumor"])
def test_nobody_is_named_with_a_rumour(noun: str) -> None:
    assert speakers_in("id", f'Bupati Tini Karsa menepis {noun} "jual beli jabatan".') == []


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("menambah pasukannya 'belum lempar tuala'", ["Azmi Kadir"] * 2),
        ("menyifatkan permohonan itu sebagai 'keterlaluan'", ["Azmi Kadir"] * 2),
        ("berkata suara 'walkie-talkie' kedengaran", ["Azmi Kadir"]),
    ],
)
def test_malay_papers_set_fragments_in_single_marks(words: str, speakers: list[str]) -> None:
    text = f'"Kami sedia," kata jurulatih Azmi Kadir dan {words}.'
    assert speakers_in("ms", text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("ms", 'Peguam Ong Mei Fen membantah. "Tak adil," katanya.', "Ong Mei Fen"),
        ("ms", '"Tak adil," kata Ahli Parlimen Bukit Sirih Ong Mei Fen.', "Ong Mei Fen"),
        ("ms", 'Mei Fen pula kecewa. "Rezeki dia," katanya ringkas.', "Mei Fen"),
        ("id", '"Wajar," kata Ketua Umum Partai Sirih Rusdi Wanto.', "Rusdi Wanto"),
    ],
)
def test_names_of_three_syllables_and_behind_bodies_are_parted(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "id",
            'Ivan Dahl menuding. "Bohong," ujar Dahl.\n\nSekretaris Jenderal PBB meminta tenang. '
            'Ia menyebut situasi itu "sangat berbahaya".',
            ["Ivan Dahl", "Sekretaris Jenderal PBB"],
        ),
        (
            "id",
            'Jaksa Rusdi Wanto hadir. "Adil," katanya.\n\nSejumlah pendukung Joni meneriakkan yel. '
            '"Bebaskan!" teriak mereka.',
            ["Rusdi Wanto", "Sejumlah pendukung Joni"],
        ),
        (
            "id",
            'Bupati Tini Karsa datang. "Sabar," katanya.\n\nAyah korban tiba malam itu. '
            '"Dia anak tunggal," katanya.',
            ["Tini Karsa", "Ayah korban"],
        ),
    ],
)
def test_whom_a_paragraph_opens_with_speaks_though_nobody_names_them(
    code: str, text: str, speakers: list[str]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("id", '"Gelap," kata warga bernama Parto.', "Parto"),
        (
            "ms",
            'Guru yang dikenali sebagai Azmi itu berkata dia terkejut. "Gelap," katanya.',
            "Azmi",
        ),
        (
            "ms",
            '"Kami kaji," kata Pengerusi Jawatankuasa Sukan negeri, Ong Mei Fen.',
            "Ong Mei Fen",
        ),
        ("id", '"Saya tidak takut". Begitulah ucapan Tini Karsa di depan hakim.', "Tini Karsa"),
        (
            "id",
            'Guru Tini Karsa ada. Tak lama kemudian Tini muncul. "Maaf," sapanya.',
            "Tini Karsa",
        ),
    ],
)
def test_whom_a_name_given_or_set_behind_an_office_means(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("id", 'Konser Tini Karsa ricuh. "Hancur hati saya," tulis Tini.', ["Tini Karsa"]),
        ("id", 'Hujan belum reda. "Pembeli takut," katanya.', [None]),
        (
            "id",
            'Bupati Joni Arga pulang. "Siap," katanya.\n\nSalah seorang warga itu, Parto, 21, '
            'enggan pulang. "Takut," katanya.',
            ["Joni Arga", "Parto"],
        ),
        (
            "ms",
            "Jurulatih, Salmah Kadir, kecewa.\n\nPasukan itu pulang esok. Salmah mahu pemainnya "
            '"bermain tanpa beban".',
            ["Salmah Kadir"],
        ),
    ],
)
def test_what_opens_a_sentence_is_told_from_who_does(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("ms", 'Ketuanya, Laga Anak Jimbun, pulang. "Saya letih," katanya.', "Laga Anak Jimbun"),
        ("ms", 'Menteri besar Ahmad Azmi Kadir pulang. "Cukup," katanya.', "Ahmad Azmi Kadir"),
        (
            "ms",
            "Pengerusi Kesatuan Guru Muda Lembah, Azmi Kadir gembira dengan berita itu, namun "
            'menegaskan ia belum cukup. "Kami tunggu," ujarnya.',
            "Azmi Kadir",
        ),
        (
            "id",
            "Presiden Serikat Nelayan Muda Lembah, Rusdi Wanto menolak usul itu, tetapi berkata "
            'masih mau bicara. "Kami terbuka," ujarnya.',
            "Rusdi Wanto",
        ),
        (
            "id",
            'Menko Polkam mengimbau warga tenang. "Jangan terpancing," katanya.',
            "Menko Polkam",
        ),
    ],
)
def test_a_name_is_told_from_its_office_by_its_particle_its_opening_or_a_verb(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


def test_a_pronoun_on_a_verb_behind_a_relative_means_who_opens_the_sentence() -> None:
    text = (
        'Pelatih Rusdi Wanto dan kiper Joni Arga hadir. "Kami puas," kata Rusdi. '
        'Joni Arga kesal dengan wasit yang disebutnya "asal tiup".'
    )
    assert speakers_in("id", text) == ["Rusdi Wanto", "Joni Arga"]
