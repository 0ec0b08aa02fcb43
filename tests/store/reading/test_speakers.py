"""Speakers: one person under one name, the last speaker for pronouns, no word that only opens a sentence."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from bench.reading import Score, score_page
from store.reading import languages
from store.reading.quotes import find_quotes
from store.reading.speech.spaced.vocabulary import Cues
from tests.store.reading.test_attributions import speakers_in
from tests.store.reading.test_quotes import lines_of

ROOT = Path(__file__).resolve().parents[3]

#: language, text, the speakers of its direct and partial quotes in order.
CASES: list[tuple[str, str, list[str | None]]] = [
    # One person under one name
    (
        "id",
        'Juru bicara Istana Biru, Ahmad Fauzan, hadir.\n\n"Kami tunggu," kata Fauzan.\n\n"Sabar," ujar Ahmad.',
        ["Ahmad Fauzan", "Ahmad Fauzan"],
    ),
    (
        "id",
        'Wali Kota Tegalrejo Budi Rahardjo tiba pagi. "Aman," kata Budi.\n\nWarga pulang ke Tegalrejo.',
        ["Budi Rahardjo"],
    ),
    (
        "en",
        "Envoy Lena Ortiz arrived. “We will talk,” Ortiz said. “Soon,” she added.",
        ["Lena Ortiz"] * 2,
    ),
    ("en", "“No,” said Kremlin spokesman Oleg Drozd. “Never,” Drozd repeated.", ["Oleg Drozd"] * 2),
    ("en", "The ministry’s Jane Holt said it was “too early”.", ["Jane Holt"]),
    ("en", "The senator, Roy Keane Jr., left. “Ask me later,” Keane said.", ["Roy Keane Jr"]),
    # Pronouns and what points back
    (
        "id",
        'Seorang dokter mengaku lelah. "Kami kurang tidur," kata dokter itu.',
        ["Seorang dokter"],
    ),
    (
        "id",
        'Presiden Surya Atmaja berpidato. "Mari bekerja," kata Presiden.',
        ["Surya Atmaja"],
    ),
    (
        "id",
        'Hal itu disampaikan Kepala Badan Pangan Rini Astuti. Menurutnya, stok "masih aman".',
        ["Rini Astuti"],
    ),
    ("en", "Mayor Ana Silva denounced what she called “a smear”.", ["Ana Silva"]),
    (
        "en",
        "Troops and rebels clashed. Both sides denied that they had “started it”.",
        ["Both sides"],
    ),
    (
        "fr",
        "Paul Roche nie. « Je dormais », assure-t-il. « C'est un complot », dit cet homme.",
        ["Paul Roche"] * 2,
    ),
    (
        "de",
        "Minister Kai Sommer dementiert. „Unsinn“, sagte er. Er sei „erstaunt“.",
        ["Kai Sommer"] * 2,
    ),
    # The name after the role, the role after the name
    ("id", '"Bohong," kata kuasa hukum korban, Tigor Sitorus, Rabu (4/6).', ["Tigor Sitorus"]),
    (
        "id",
        'Rudi Tanoto, direktur PT Air Jernih, mengatakan sumur itu "tercemar".',
        ["Rudi Tanoto"],
    ),
    ("id", 'Juru bicaranya, Stefan Lim, menambahkan bahwa ia "siap".', ["Stefan Lim"]),
    ("fr", "La préfète, Alice Nguyen, évoque « un miracle ».", ["Alice Nguyen"]),
    ("de", "Die Ministerin, Eva Roth, nannte das „absurd“.", ["Eva Roth"]),
    # What opens a sentence is no name; dates and wires are none either
    ("id", 'Namun, menurut Wati, itu "mustahil". Kemarin hujan.', ["Wati"]),
    ("id", '"Tutup saja," kata Slamet, Selasa (5/8/2025), dikutip dari Reuters.', ["Slamet"]),
    ("id", "Slamet pada Senin (3/2/2025) mengatakan itu “bohong”.", ["Slamet"]),
    ("en", "Still, Moreno on Monday said the vote was “stolen”.", ["Moreno"]),
    ("en", "PARIS (AFP) - Foreign Minister Luc Durand said talks were “alive”.", ["Luc Durand"]),
    # A denial of saying is no source; the noun is no verb
    ("id", 'Yanto tidak pernah mengatakan itu. Sari menyebutnya "gila".', ["Sari"]),
    ("en", "Ibarra called the timing of the calls “odd”.", ["Ibarra"]),
    # A verb that no list holds
    ("id", '"Awas kau," gertak Parman.\n\n"Pulang sana," hardiknya lagi.', ["Parman", "Parman"]),
    ("id", 'Kata Lestari, "Semua dokumen lengkap."', ["Lestari"]),
    ("id", 'Kepala Puskesmas Kali Bening, dr Yuli, mengatakan: "Stok aman."', ["Yuli"]),
    # Questions and answers
    ("id", '"Kapan?" tanya Joko. "Besok," jawab Tini.', ["Joko", "Tini"]),
    (
        "en",
        "‘Who did it?’ Hunt asked. ‘Not me,’ Webb replied. ‘Not I either, sir.’",
        ["Hunt", "Webb", "Webb"],
    ),
    # A quote without a cue
    (
        "id",
        '"Kami lelah sekali," kata Ujang.\n\n"Sudah tiga hari tidak tidur."',
        ["Ujang", "Ujang"],
    ),
    ("fr", "« C'est faux, a réagi Anne Morel. Nous porterons plainte. »", ["Anne Morel"]),
    # Several words between
    ("fr", "« Il faut partir », a lancé sur X le député Yves Caron.", ["Yves Caron"]),
    ("de", "Olga Stern hatte von einem „Fehler“ gesprochen.", ["Olga Stern"]),
    (
        "ja",
        "首相官邸で、青木一郎首相は「撤回しない」と述べた。首相は「丁寧に説明する」と語った。",
        ["青木一郎首相"] * 2,
    ),
    # A verb that no list holds; a role, a body and a link before the name; a body behind it
    ("fr", "« On nous ment », s'agace Luc Morel.", ["Luc Morel"]),
    (
        "id",
        'Anggota Dewan Kota dari Komisi C Rina Wulandari meminta maaf. "Kami lalai," kata dia.',
        ["Rina Wulandari"],
    ),
    (
        "en",
        "Analyst Petr Havel of Northern Research said the case was rare. “Nobody knows,” he said.",
        ["Petr Havel"],
    ),
    # Where somebody spoke is no part of the name, a day no name
    (
        "id",
        'Bupati Yohana Rumbiak di Biak, Senin, mengatakan kabar itu bohong. "Itu fitnah," katanya.',
        ["Yohana Rumbiak"],
    ),
    # Two of one family: the one heard last
    (
        "en",
        "Joe Hill died in May. His sister, Ann Hill, said he was ill. “He called me,” Hill said.",
        ["Ann Hill"],
    ),
    # Named with a role in the sentence before, and a thing heard in between
    (
        "fr",
        "Un argument balayé par la directrice, Anne Duval. « C'est faux », assure-t-elle.",
        ["Anne Duval"],
    ),
    # An epithet points back; a frame that is one only at the front
    (
        "id",
        'Pelatih asal Solo, Budi Raharjo, angkat bicara. "Itu fitnah," tegas mantan kiper itu.',
        ["Budi Raharjo"],
    ),
    ("fr", "Pour Léa Roux, ces rumeurs « reviennent chaque hiver ici ».", ["Léa Roux"]),
    ("ja", "川端ゆり子さん（58）は「税金の使い道を説明してほしい」と訴えた。", ["川端ゆり子さん"]),
    ("ja", "吉岡誠教育長は「児童に不安を与えた」と陳謝した。", ["吉岡誠教育長"]),
    ("ja", "「もう限界だ」。漁師の森さん（60）は語った。", ["森さん"]),
    # Descriptions, particles, inversions, paragraphs
    (
        "en",
        "Paul Reed, 31, scored twice. “We were lucky,” the striker said. “Very lucky,” added the Welshman.",
        ["Paul Reed", "Paul Reed"],
    ),
    (
        "en",
        "Mona Hart owns the shop. Ivo Dahl, who lives upstairs, disagrees. “It is loud,” he said. “It is not,” said Ms Hart.",
        ["Ivo Dahl", "Mona Hart"],
    ),
    (
        "en",
        "A surgeon has denied ignoring a warning. “Nobody told me,” the surgeon said. Adam Kohl told the court he was tired. Kohl left.",
        ["Adam Kohl"],
    ),
    (
        "en",
        "The judge asked for silence. Nina Popa, 40, wept. “Take your time,” the judge said.",
        ["The judge"],
    ),
    (
        "en",
        "Bolt Freight denied the charge. The company called it “pure fiction”.",
        ["Bolt Freight"],
    ),
    (
        "de",
        "Torhüter Jan Petrow traf nicht. „Mein Fehler“, so der Schlussmann. „Punkt“, sagte der 31-Jährige.",
        ["Jan Petrow", "Jan Petrow"],
    ),
    (
        "de",
        "Bürgermeisterin Ines Wolff schwieg. Die konterte später: „Nie gesagt.“",
        ["Ines Wolff"],
    ),
    (
        "de",
        "Das Amt prüft. „Alles sauber“, hatte Sprecher Uwe Lenz am Montag erklärt.",
        ["Uwe Lenz"],
    ),
    (
        "fr",
        "La maire, Jeanne Piot, a ri. Le notaire, Paul Rey, s'est levé. « Assez ! », a lancé l'élue.",
        ["Jeanne Piot"],
    ),
    ("fr", "Léa Morin est venue. « Non », lui a-t-elle lancé.", ["Léa Morin"]),
    (
        "id",
        'Pelatih klub, Rudi van der Meer, datang. "Kami kalah," kata juru taktik asal Belanda tersebut.',
        ["Rudi van der Meer"],
    ),
    (
        "ms",
        "Penduduk, Saminah Ngah, 62, marah. “Sudah banyak kali,” luah ibu kepada lima anak itu.",
        ["Saminah Ngah"],
    ),
    (
        "ms",
        "Jurucakap, Lim Teck Hock, ketika ditemui di lobi Parlimen berkata, dia “belum tahu”.",
        ["Lim Teck Hock"],
    ),
    (
        "en",
        "Sanne van der Velde, 40, counted. “Old,” van der Velde says. Van der Velde laughs. “Very,” she says.",
        ["Sanne van der Velde", "Sanne van der Velde"],
    ),
    (
        "en",
        "Mariam al-Hashimi, who heads the office, agreed. “Bread,” al-Hashimi said.",
        ["Mariam al-Hashimi"],
    ),
    (
        "de",
        "Pfarrer Alois Stang ging. »Nein«, sagt er.\n\nRosa Huber, die hier putzt, glaubt ihm. »Der ist ehrlich«, sagt sie.",
        ["Alois Stang", "Rosa Huber"],
    ),
    ("ja", "大木戸隆市長は否定した。「聞いていない」と市長はあきれる。", ["大木戸隆市長"]),
    ("ja", "「おかげで腰が心配です」と健太さん。", ["健太さん"]),
    (
        "ja",
        "南雲和也被告は横を向いた。検察側は被告が金を使ったと指摘。「私的流用は明らかだ」と訴えた。",
        ["検察側"],
    ),
    (
        "ja",
        "県警は無職の岩瀬学容疑者(44)を逮捕した。県警によると「店には入っていない」と容疑を否認している。",
        ["岩瀬学容疑者"],
    ),
    (
        "ja",
        "高津圭(けい)容疑者が移送された。捜査本部によると「弁解することはない」と供述している。",
        ["高津圭(けい)容疑者"],
    ),
    ("ja", "県警によると、店員は「逃げる音を聞いた」と話している。", ["店員"]),
    (
        "ja",
        "小椋慎二部長は「把握していた」とする一方、「現場は見ていない」(大塚課長)と述べた。",
        ["小椋慎二部長", "大塚課長"],
    ),
    (
        "ja",
        "木庭環境相は4日、環境省が字幕を「不正確」と指摘したことについて「恐れがあった」と述べた。",
        ["環境省", "木庭環境相"],
    ),
    (
        "ja",
        "訪れた人は喜んだ。\n\n(来館者)\n「丸くてかわいい」\n「大きいね」",
        ["来館者", "来館者"],
    ),
    (
        "ja",
        "公開が始まった。\n\n動物公園 津川修 園長\n「本当にほっとした朝でした」",
        ["津川修 園長"],
    ),
    ("ja", "公開が始まった。\n\n(飼育係の矢沢さん)「無事に生まれてよかった」", ["矢沢さん"]),
    (
        "ja",
        "公開が始まった。\n\n「落ち着いて動いている」(水族館飼育員 田所 海さん)",
        ["田所 海さん"],
    ),
    ("ja", "揺れる住民\n「水が来ない」。商店主の田中進さんはため息をつく。", ["田中進さん"]),
    (
        "ja",
        "「早く畑に戻りたい」。一審で無罪とされた農家の倉田実被告(58)。庁舎の前で待っていた。",
        ["倉田実被告"],
    ),
    ("ja", "担当者は、編集部の取材に\n「本人が決めたことです」\nと話した。", ["担当者"]),
    (
        "ja",
        "大学は4日に謝罪した。指摘したのは匿名の研究者。「写真が同じだ」と書き込んだ。",
        ["匿名の研究者"],
    ),
    (
        "ja",
        "県は否定した。北央電源開発（青葉市）は「記録を精査する」と回答した。",
        ["北央電源開発"],
    ),
    ("ja", "客席や選手から「うそ」「早すぎる」という声が上がった。", ["選手", "選手"]),
    (
        "zh",
        "村委会主任温永强说，每天都有人上班。当记者询问原因时，他改口说：“最近忙。”",
        ["温永强"],
    ),
    ("zh", "记者致电公司董秘张德林，对于波动，其回应称：“原因我们也不清楚。”", ["张德林"]),
    ("zh", "工作人员表示，没有发布过截图。同时对方表示，“我们不对股价进行评论。”", ["工作人员"]),
    ("zh", "警方指出，事发当时，就有人跑过来说：“老板，就是那一家”。", ["有人"]),
    ("zh", "周國興反駁說，這座橋不是所謂「古蹟」，而是「一堆廢鐵」。", ["周國興"]),
    ("zh", "報道引述溫永昌表示，帳目清楚，並稱「經得起任何人查核」。", ["溫永昌"]),
    # Who is told of with an article and a role, and what verbs no list holds
    (
        "es",
        "Habló el alcalde Ramiro Sanz.\n\nUna vecina riega las macetas. «Aquí no baja nadie», cuenta.",
        ["Una vecina"],
    ),
    (
        "fr",
        "La maire Odile Garnier sort.\n\nDevant le lavoir, une habitante plie ses draps. « On tient », dit-elle.",
        ["une habitante"],
    ),
    (
        "nl",
        "Burgemeester Teun Slot sprak.\n\nDe buurvrouw van de molen veegt de stoep. “Eerst dacht ik aan hagel.”",
        ["De buurvrouw van de molen"],
    ),
    ("nl", "Volgens het waterschap is het gerucht “klinkklare onzin”.", ["het waterschap"]),
    # Offices with capitals and numbers before a name, a comma between, or behind it
    (
        "id",
        'Kepala Pasar Induk, Lutfan Amirudin, membantah lalai. "Atapnya sudah dipesan," ujarnya.',
        ["Lutfan Amirudin"],
    ),
    (
        "id",
        'Hal serupa diungkapkan oleh Ketua RW 07 Joni Sarwono. "Suaranya keras," katanya.',
        ["Joni Sarwono"],
    ),
    (
        "id",
        '"Iuran itu sukarela," kata Kepala SDN 3 Tegalan, Endah Rukmini, S.Pd.',
        ["Endah Rukmini"],
    ),
    (
        "id",
        'Muh Halim Wakil Ketua Panitia, mengaku tidak tahu. "Kami akan menindak," kilahnya.',
        ["Muh Halim"],
    ),
    (
        "id",
        'Menurut pengamat politik Universitas Tegalan Hendri Gunadi, langkah itu "keliru besar".',
        ["Hendri Gunadi"],
    ),
    ("id", '"Obat tersedia," kata Direktur RSUD Teluk Mawar Andre Faizi.', ["Andre Faizi"]),
    (
        "en",
        "Home Minister Karan Lal Sethi said it was “politics”. “They fear us,” Sethi said.",
        ["Karan Lal Sethi"] * 2,
    ),
    # Verbs that no list holds before a bare role; inserted verbs; statements that echo
    ("id", 'Bupati Darman Jati diam.\n\n"Saudara sudah menulisnya," cecar hakim.', ["hakim"]),
    ("id", 'Langkah itu, kata Hendri, "keliru besar".', ["Hendri"]),
    (
        "id",
        '"Laporan itu keliru," bunyi pernyataan Kedutaan Besar Rusia.',
        ["Kedutaan Besar Rusia"],
    ),
    (
        "ms",
        '"Dakwaan itu jahat," itu jawapan tegas Presiden PBM Datuk Wan Najib Hamdi.',
        ["Wan Najib Hamdi"],
    ),
    ("ms", 'Tambah Faisol, kerja sudah bermula. "Siap bulan depan," tegasnya lagi.', ["Faisol"]),
    (
        "ms",
        'Menteri Besar Ahmad Faisol tiba.\n\nMenurut jurucakap syarikat itu, ia "berniat jahat".',
        ["jurucakap syarikat itu"],
    ),
    (
        "id",
        'Terpisah, Lurah Mekar, Yanti Sulis, membantah. "Itu keliru," katanya.',
        ["Yanti Sulis"],
    ),
    ("id", 'Lurah Darto tiba.\n\nPenumpang menolak alasan itu. "Mana gantinya?"', ["Penumpang"]),
    ("en", "Separately, Cove Bank, the coast’s top lender, called it “a test”.", ["Cove Bank"]),
    ("en", "In a statement, the Dockers’ Union said it was “false”.", ["Dockers’ Union"]),
    # Who is named last before a colon where no verb of saying stands; a verb that no list holds
    (
        "it",
        "Parla il tecnico Aldo Neri.\n\nIl secondo ad uscire è Piero Visani, stanco: «Gambe di legno».",
        ["Piero Visani"],
    ),
    ("fr", "Le procureur lit.\n\nLa juge plisse le front : « Et ensuite ? »", ["La juge"]),
    ("id", '"Itu kabar bohong," kata Kapolres Sumba Tengah, AKBP Herianto, Rabu.', ["Herianto"]),
    # Second verbs, clauses behind a name, ranks behind a comma, roles of several words
    (
        "id",
        "Kepala Penerangan Kodam Brigjen Andri Wiryo mengonfirmasi itu, namun mengatakan, “Baru awal.”",
        ["Andri Wiryo"],
    ),
    (
        "id",
        "Penasihat Barelang, Kombes Pol Yusran Arifin, menegaskan dirinya netral. “Saya netral,” ujarnya.",
        ["Yusran Arifin"],
    ),
    (
        "id",
        "Menteri Malik diam.\n\nJuru bicara Kelompok Jon Kereba turut buka suara.\n\n“Kami ingin jeda dulu.”",
        ["Juru bicara Kelompok Jon Kereba"],
    ),
    # Who goes on is who spoke, not who was named in passing
    (
        "id",
        "Menteri Arman Seno menolak. “Tidak perlu,” katanya.\n\nMenteri Luar Negeri Narik Kalan "
        "sedang bepergian.\n\n“Kami tunggu kabarnya,” tambahnya.",
        ["Arman Seno", "Arman Seno"],
    ),
    (
        "en",
        "“No,” said spokeswoman Mila Durak. Durak pointed to a remark by a deputy minister who "
        "cited reports alleging theft. “Nobody saw it,” she said.",
        ["Mila Durak", "Mila Durak"],
    ),
    # Whom, about what and where something is said is no part of a name
    ("de", "„Das weise ich zurück“, sagte Mollner zu Gerüchten im Netz.", ["Mollner"]),
    ("de", "„Sie lügen“, sagte Richterin Stolz zum Zeugen.", ["Stolz"]),
    ("nl", "“Klinkklare onzin”, aldus het ministerie in een verklaring.", ["het ministerie"]),
    (
        "nl",
        "Burgemeester Teun Slot sprak. De Schippersraad noemt het “zorgelijk”.",
        ["Schippersraad"],
    ),
    # A fragment in front of its verb and subject; speakers whom nobody names
    ("de", "Als „Unsinn“ bezeichnete der Außenminister Olaf Dorst den Plan.", ["Olaf Dorst"]),
    ("de", "Nach Angaben eines Polizeisprechers war er „stark betrunken“.", ["Polizeisprechers"]),
    ("fr", "« Tout le monde dehors », crie au mégaphone un gendarme en courant.", ["un gendarme"]),
    (
        "fr",
        "« Le balcon tremble », lance l'une d'elles. « Plus de lumière », rembobine une autre.",
        ["l'une d'elles", "une autre"],
    ),
    # She is no man; the mayor is the one whom the last sentence named so
    (
        "de",
        "Wirt Karl Brand winkt ab.\n\nRegula Amann saß am Fenster. „Ich sah alles“, sagte sie.",
        ["Regula Amann"],
    ),
    (
        "es",
        "El alcalde Tulio Garza calló. «No», dijo Garza. El alcalde de Oterillo, Emilio Sanz, se "
        "ríe. El alcalde señaló que «los baches ya estaban».",
        ["Tulio Garza", "Emilio Sanz"],
    ),
    ("en", "Mayor Dale Hurst left.\n\nThe 38-year-old said it “just went”.", ["Dale Hurst"]),
    # Echoes, frames behind a quote, a second subject behind "and"
    ("es", "Así lo expresó Alma Ruano, portavoz vecinal: «Es una vergüenza».", ["Alma Ruano"]),
    ("it", "La legge? «Una vergogna», per Lucio Nerini, segretario.", ["Lucio Nerini"]),
    ("en", "Tavria has denied it, and the navy called the pictures “staged”.", ["the navy"]),
    # Verbs that go on with the subject of a sentence; who suffers what others call them
    ("en", "On Friday Mr Hanley left for his boat commenting: “I am sorry.”", ["Hanley"]),
    (
        "en",
        "Brandley touched on the strike in his speech today, telling a story. “That is the cost.”",
        ["Brandley"],
    ),
    (
        "en",
        "Ruth Hogg was called a “busybody” in a letter to clerks by Ian Linley, a farmer.",
        ["Ian Linley"],
    ),
    # Whose statement it is; whom she means where nobody has spoken
    ("en", "“Hard to say,” according to the council statement.", ["the council"]),
    ("en", "“A provocation,” a statement by the embassy said.", ["the embassy"]),
    (
        "en",
        "Rowan Loftus wept as she spoke.\n\nAsked about it, she said: “I would have laughed.”",
        ["Rowan Loftus"],
    ),
    # Cues inside marks without a comma, unknown verbs behind calls, "and" before another subject
    (
        "fr",
        "Le procureur se tait. «Assise madame ! siffle la juge. Vous êtes au tribunal.»",
        ["la juge"],
    ),
    ("fr", "La juge attend. «Ah non, pas ma veste !» gémit Basile.", ["Basile"]),
    ("fr", "«C'est entendu !» tranche la juge et elle appelle : «Au suivant !»", ["la juge"] * 2),
    # Verbs that go on with a clause's own subject; objects that are quoted; who calls it so
    (
        "en",
        "A spokeswoman said soldiers came – but the council denied it, dismissing that as “a tale”.",
        ["the council"],
    ),
    (
        "en",
        "“We expect an answer,” NDTA quoted the Ministry of Canals as saying.",
        ["Ministry of Canals"],
    ),
    ("en", "The plan, described as “a joke” by minister Anna Gale, went ahead.", ["Anna Gale"]),
    (
        "fr",
        "Les cartons, dont la ville a admis la perte, n'étaient «pas là», a indiqué Hilde Verlinden.",
        ["Hilde Verlinden"],
    ),
    (
        "es",
        "La alcaldesa de Oterillo, Gracia Rocas, en la plaza, dijo, «No sé nada».",
        ["Gracia Rocas"],
    ),
    (
        "nl",
        "Een buurtbewoner werd wakker. “Ik zag de koe.” Een andere man kwam ook kijken. “Wat een rook.”",
        ["Een buurtbewoner", "Een andere man"],
    ),
    (
        "de",
        "Staatsanwältin Mollner fragte nach. „Das kommt auf den Schuh an“, antwortete die 45-Jährige.",
        ["die 45-Jährige"],
    ),
    # Who chants, who is called so, bodies with a place in their name, subjects behind "while"
    ("en", "Fans were furious. “Sack the board,” chanted the crowd.", ["the crowd"]),
    ("en", "He may be 71, but Bob Lacey goes on. “I’ll stop when I drop,” he says.", ["Bob Lacey"]),
    (
        "en",
        "Secretary Mick Dunn said it was an “insult”, while the company said it was “final”.",
        ["Mick Dunn", "the company"],
    ),
    (
        "en",
        "The Vaza health ministry, run by the group, put the toll at 12 and called it “a massacre”.",
        ["The Vaza health ministry"],
    ),
    ("id", 'Warga bernama Suryana (51) mengaku cemas. "Getarannya keras," katanya.', ["Suryana"]),
    (
        "id",
        "Tuduhan itu ditepis Kementerian Luar Negeri Belmara yang menyebutnya “dongeng lama”.",
        ["Kementerian Luar Negeri Belmara"],
    ),
    ("it", "Elena, 67 anni, ha paura. «Pensavo al peggio», racconta la pensionata.", ["Elena"]),
    ("de", "Ein Nachbar hörte den Knall. „Ich dachte an Krieg“, erzählt er.", ["Ein Nachbar"]),
    (
        "de",
        "Kanzler Otto Bergner hat Berichte über Streit als „Märchen“ abgetan.",
        ["Otto Bergner"],
    ),
    # Heads of roles, two persons, subjects of a last clause, bare roles, headlines in brackets
    (
        "en",
        "The navy denied it. “It is not so,” the navy spokesperson said.",
        ["the navy spokesperson"],
    ),
    (
        "en",
        "Anna Hernall and Tom Rivers left. Hernall spoke, Rivers nodded. Hernall and Rivers said it "
        "was “bought”.",
        ["Hernall and Rivers"],
    ),
    (
        "en",
        "The visit shows that our concern is real, the adviser for floods, Sena Bodi, has said. “It "
        "is good,” he said.",
        ["Sena Bodi"],
    ),
    (
        "id",
        "Massa maju, sementara Kapolres Sumba, Kombes Susanto Purna, berteriak. “Mundur terus!”",
        ["Susanto Purna"],
    ),
    (
        "id",
        "Lepas dari itu, pengacara Suwarni, Mustofa Jaelani, meminta tenang. “Semua selesai.”",
        ["Mustofa Jaelani"],
    ),
    (
        "id",
        "Calon bupati Agus Harimukti bicara. “Apa?” tanya Agus. (Baca: Program Baru dari Agus "
        "Dinilai Mengkhawatirkan)",
        ["Agus Harimukti"],
    ),
    (
        "id",
        "“Api padam,” kata Kapolsek Srono Kompol Zaini. Hal itu diperkuat keterangan Supatmini yang "
        "mengaku mendengar desis. “Suaranya pelan,” bebernya.",
        ["Zaini", "Zaini"],
    ),
    (
        "id",
        "Lurah Mahesa bicara. “Ya,” katanya. Kakek itu warga Desa Baru, Kecamatan Tebasan. “Kami "
        "antar pulang,” ungkapnya.",
        ["Lurah Mahesa"] * 2,
    ),
    (
        "id",
        "Beberapa nelayan yang antre mengatakan, “Solar habis.” Jelas Silvana.",
        ["Silvana"],
    ),
    # Who is named behind a dash below
    (
        "en",
        "The manager of a home said sorry.\n\n“They left her there.”\n\n– Gemma Pattern",
        ["Gemma Pattern"],
    ),
    # A word that opens a sentence is no part of the name behind it; nicknames of services
    (
        "id",
        "Kisah itu milik Eko Parwanto. Jarak Eko dengan atap jauh. “Saya lihat,” kata Eko.",
        ["Eko Parwanto"],
    ),
    ("en", "Crowds came. @dot_hulmen wrote: “What a grim ride.”", ["@dot_hulmen"]),
    ("en", "Minister Anna Lund spoke. Hence, the minister called it “old”.", ["Anna Lund"]),
    # Offices that are lists, names before their offices, roles with clauses, what is read
    (
        "id",
        "“Ya,” kata Kabag Pemberitaan dan Informasi Ombudsman, Prihardi Nugros.",
        ["Prihardi Nugros"],
    ),
    (
        "ms",
        "Menurut Ketua Pengarah dan Jurucakap Rasmi Misi Laut, Datuk Dr Sani Arobi, ia “jauh”.",
        ["Sani Arobi"],
    ),
    ("id", "“Ada yang pulang,” pungkas Iptu Gunar Kasatpolair Polres Labuan.", ["Gunar"]),
    (
        "id",
        "“Sudah,” ujar Ketua OSIS SMK Mekar, Muhamad Fajar Hakim, Rabu.",
        ["Muhamad Fajar Hakim"],
    ),
    (
        "id",
        "Kericuhan pecah di Kota Konpa. “Kami hanya punya tongkat,” kata warga yang menjadi saksi "
        "mata kericuhan itu.",
        ["warga yang menjadi saksi mata kericuhan itu"],
    ),
    (
        "id",
        "Seorang warga Kavlina berusia 31 tahun, yang menolak disebutkan namanya, mengatakan air "
        "naik. “Kena arus,” kata warga tersebut.",
        ["Seorang warga Kavlina"],
    ),
    ("id", "“HEBOH! AKIBAT REBUTAN ARISAN,” bunyi judul video tersebut.", ["judul video tersebut"]),
    # Indonesian commands, ranks and services, groups and nicknames
    (
        "id",
        "“Kami siaga,” kata Dandim 0712/Tegalan, Letkol Inf Bayu Ajisaka, Senin.",
        ["Bayu Ajisaka"],
    ),
    ("id", "“Kami siaga,” kata Kapuspen TNI Mayjen TNI Hari Nugraha.", ["Hari Nugraha"]),
    (
        "id",
        "“Kami siaga,” ujar anggota Komisi III DPR RI dari Fraksi Maju, Habib Abu Lubisa.",
        ["Abu Lubisa"],
    ),
    ("id", "“Lucu banget,” tulis akun @siapa.", ["akun @siapa"]),
    (
        "id",
        "Juru bicara militer Belmara mengatakan itu keliru. “Itu propaganda,” katanya.",
        ["Juru bicara militer Belmara"],
    ),
    # Nouns that are written as verbs are, owners in front of a role, bodies with an article inside
    (
        "en",
        "Trade Minister Josip Albani rejected a recent Veranic claim that cranes came as “groundless”.",
        ["Josip Albani"],
    ),
    ("en", "Norvia’s President Ivar Dahlen left. Dahlen called it “frank”.", ["Ivar Dahlen"]),
    (
        "en",
        "The International Committee of the Red Harbour said staff were “shaken”.",
        ["International Committee of the Red Harbour"],
    ),
    # Fragments in single marks beside speech in double ones
    (
        "en",
        "A spokesperson said it was caused by a ‘bell fault’. “It is mended,” the spokesperson said.",
        ["A spokesperson", "A spokesperson"],
    ),
    (
        "en",
        "Among the guests was Ted Polgrave, 70, a coxswain, whose son Seaman Luke Polgrave drowned.\n\n"
        "Mr Polgrave said: “I still row.”",
        ["Ted Polgrave"],
    ),
    # Polish: ranks before names, verbs in the present, people on strike
    ("pl", "– Kierowca był trzeźwy – przekazał asp. Jan Kosny z komendy w Dolinie.", ["Jan Kosny"]),
    ("pl", "– To skandal – oburza się pani Maria, mieszkanka bloku.", ["Maria"]),
    ("pl", "Aktorka Anna Zychowa określiła koncert jako „hańbę”.", ["Anna Zychowa"]),
    # Vietnamese: Mr and Mrs before a name and for it, verbs of several words
    ("vi", "“Tôi rất sợ”, bà Trần Thị Sương (65 tuổi) kể lại.", ["Trần Thị Sương"]),
    ("vi", "Theo ông Lý Văn Bách, “cầu được kiểm tra hằng năm”.", ["Lý Văn Bách"]),
    (
        "vi",
        "Giám đốc Sở Giao thông Lý Văn Bách khẳng định cầu an toàn. Ông nói thêm: “Xin hãy yên tâm”.",
        ["Lý Văn Bách"],
    ),
    ("vi", "Một người dân cho biết: “Tôi nghe tiếng nổ lớn”.", ["Một người dân"]),
]


@pytest.mark.parametrize(("code", "text", "speakers"), CASES)
def test_the_speaker_is_the_fullest_name_of_whoever_is_meant(
    code: str, text: str, speakers: list[str | None]
) -> None:
    quotes = find_quotes(text, lines_of(text), languages.load(code))
    speech = [quote for quote in quotes if quote.kind in {"direct", "partial"}]
    assert [quote.speaker for quote in speech] == speakers
    for quote in speech:
        assert text[quote.speaker_start : quote.speaker_end] == quote.speaker


def test_words_of_people_whom_nobody_names_are_not_given_to_the_last_speaker() -> None:
    text = (
        "担当者は「本人が決めた」と話した。コメント欄では、\n\n「なぜ今」\n「寂しい」\n\nと驚きの声が上がった。"
        "「近くで聴けて幸せだった」と感謝する人も多かった。"
    )
    quotes = find_quotes(text, lines_of(text), languages.load("ja"))
    assert [quote.speaker for quote in quotes] == ["担当者", None, None, None]


SPACED = {field.name for field in dataclasses.fields(Cues) if field.init}
SPACELESS = {"is_spaceless", "topic", "quotative", "light_verbs", "object_verbs", "verbs", "nouns"}
SPACELESS |= {"roles", "bodies", "honorifics", "pronouns", "title_nouns"}
SPACELESS |= {"reporters", "reporting_ends", "introductions", "no_speech", "pleas", "suspects"}
SPACELESS |= {"exchanges"}
SPACELESS |= {
    "things",
    "faces",
    "acts",
    "askers",
    "calls",
    "label_tails",
    "owners",
    "plain_bodies",
    "audiences",
}
SPACELESS |= {
    "no_light",
    "crowds",
    "words_as",
    "words_of",
    "voices",
    "shouts",
    "about",
    "judged",
    "rumours",
}
SPACELESS |= {"published", "told_things"}
SPACELESS |= {"occupation_endings", "stances", "naming", "people", "no_names"}
SPACELESS |= {"surnames", "no_given", "no_given_names", "places", "sentence_ends"}
SPACELESS |= {"telling", "several", "before_latin", "before_names", "no_name_endings"}
SPACELESS |= {
    "urging",
    "inscribing",
    "signs",
    "finding",
    "putting",
    "person_endings",
    "groups",
    "epithets",
    "known_so",
    "showing",
    "topics",
}
SPACELESS |= {"emergencies", "reports"}
SPACELESS |= {"called_so", "classed", "thing_endings", "thing_nouns", "documents", "reads"}
BARE = {"has_bare_subjects", "verbs", "no_verbs", "verb_tails", "hearers", "askers", "naming"}
BARE |= {"adverbs", "openers", "frames", "pronouns", "documents", "honorifics", "roles", "bodies"}
BARE |= {"surnames", "weak_adverbs", "someone", "views", "trailing", "quoting", "bare_pronouns"}
BARE |= {"rousing", "talk", "ranks", "behind_names", "no_given", "skipped", "rumours"}
BARE |= {
    "addressing",
    "common_people",
    "family_titles",
    "reaching",
    "contacts",
    "others",
    "acting",
    "hearing",
    "plain_verbs",
}
BARE |= {"feelings", "meeting", "no_latin", "signers"}
BARE |= {"handling", "calling", "auxiliaries", "own", "own_will"}
BARE |= {"no_endings", "no_subject_endings", "no_beginnings"}
BARE |= {
    "pointing",
    "predicates",
    "spoken",
    "no_telling",
    "before_marks",
    "spoken_signs",
    "handling_things",
}
BARE |= {"thing_endings", "written", "said_words"}
BARE |= {"no_names", "things", "prepositions", "foreign", "modals", "telling"}
BARE |= {"feminine", "masculine", "no_families", "this_one"}
MARKED = {"has_marked_subjects", "topic", "subject", "object", "particles", "quotative", "joined"}
MARKED |= {"adnominal", "reporting", "verbs", "nouns", "roles", "honorifics", "pronouns", "bodies"}
MARKED |= {"no_names", "before_roles", "surnames", "endings"}
MARKED |= {"documents", "inscribing", "calls", "from", "meeting", "met"}
MARKED |= {"asking", "taking", "views", "places", "nowhere", "suffering", "judged"}
MARKED |= {"heeding", "so"}
MARKED |= {"no_bodies", "rating", "datives", "posts", "answers", "dependents", "title_endings"}
FINAL = {"has_final_verbs", "verbs", "reporting", "subject_ends", "roles", "role_words", "bodies"}
FINAL |= {"body_endings", "pronouns", "claims", "statements", "links", "people_endings"}
FINAL |= {"rumours", "openers", "announcers", "describing", "called", "owned"}
FINAL |= {"before_rumours", "accounts", "stated", "as_follows", "according"}
FINAL |= {"one_of_them", "relatives", "documents", "named", "so"}
LISTS = {"is_spaceless": SPACELESS, "has_bare_subjects": BARE, "has_marked_subjects": MARKED}
LEADING = {"has_leading_verbs", "verbs", "participles", "frames", "from", "words_of", "stops"}
LEADING |= {"complementizers", "before_fragments", "partitives", "stop_beginnings", "roles"}
LEADING |= {"pronouns", "documents", "term_nouns", "no_verb_behind", "auxiliaries"}
LEADING |= {"between", "accusing", "objects", "naming", "topics", "openers", "relaying"}
LEADING |= {"containing", "statements", "speaking_for", "fielded", "fields", "hearers"}
LEADING |= {"contents", "acts"}
LISTS |= {"has_final_verbs": FINAL, "has_leading_verbs": LEADING}
INFLECTED = {
    "has_case_endings",
    "relatives",
    "age_endings",
    "origins",
    "labels",
    "case_endings",
    "adjective_endings",
    "manner_endings",
    "calendar_names",
    "family_roles",
    "wordings",
    "crowds",
    "adjective_suffixes",
    "adjective_stems",
    "attached_roles",
    "parties",
    "matters",
    "about",
    "adverbs",
    "after",
    "before",
    "bodies",
}
INFLECTED |= {"calendar", "clausal", "complementizers", "document_stems", "echoes", "epithets"}
INFLECTED |= {"feminine", "feminine_endings", "feminine_verb_endings", "frames"}
INFLECTED |= {"genitive_endings", "gerunds", "hearer_endings", "impersonal", "inner", "inside"}
INFLECTED |= {"masculine", "masculine_verb_endings", "oblique_adjectives", "oblique_endings"}
INFLECTED |= {"owners", "particles", "patronymics", "people", "plural_verb_endings", "plurals"}
INFLECTED |= {"prepositions", "pronouns", "quoting", "role_endings", "roles", "stops"}
INFLECTED |= {
    "anonymous",
    "coined",
    "feminine_roles",
    "term_nouns",
    "unnamed",
    "verb_endings",
    "words_of",
}
INFLECTED |= {"verb_forms", "taken_endings", "done_endings", "joined"}
INFLECTED |= {"soft_endings", "soft_owned_endings", "men_owned_endings"}
INFLECTED |= {"accusing"}
INFLECTED |= {"as_words", "coordinators", "finite_endings", "generic_owners", "many_endings"}
LISTS |= {"has_case_endings": INFLECTED}
BEFORE_VERBS = {"is_named_before_verb", "has_no_blanks", "subject_marks", "verbs", "plain_verbs"}
BEFORE_VERBS |= {"frames", "before_frames", "complementizers", "breaks", "pronouns", "roles"}
BEFORE_VERBS |= {"titles", "documents", "term_nouns"}
LISTS |= {"is_named_before_verb": BEFORE_VERBS}


@pytest.mark.parametrize("code", languages.codes())
def test_the_words_of_a_language_are_lists_that_the_reading_knows(code: str) -> None:
    table = languages.load(code).table("speech")
    known = next((lists for switch, lists in LISTS.items() if table.get(switch)), SPACED)
    assert set(table) <= known
    lists = [words for words in table.values() if not isinstance(words, bool)]
    assert lists or not table
    for words in lists:
        assert all(isinstance(word, str) and word == word.strip() != "" for word in words)
        assert len(words) == len(set(words))


OUR_PAGES_ARE_IN = (
    "ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "ms", "nl", "pt", "ru", "tr", "uk", "zh",
    "hi", "th", "tl", "vi",
)  # fmt: skip


@pytest.mark.parametrize("code", OUR_PAGES_ARE_IN)
def test_our_own_pages_of_a_language_stay_above_the_floor(code: str) -> None:
    total = Score()
    for path in sorted((ROOT / "tests/pages").glob(f"{code}-*.txt")):
        gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text("utf-8"))
        total.add(score_page(path.stem, path.read_text("utf-8"), gold)[0])
    assert total.f1("quote") >= 0.97
    assert total.share("speaker") >= 0.89, total.misses


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "en",
            "Mayor Ann Dale was sick. She was taken home by a bus driver. "
            "The bus driver called it “an odd ride”.",
            "The bus driver",
        ),
        (
            "en",
            "Ann Dale, a nurse at the clinic, was sick. “It was an odd ride,” the nurse said.",
            "Ann Dale",
        ),
        (
            "en",
            "Ann Dale worked as a nurse. “It was an odd ride,” the nurse said.",
            "Ann Dale",
        ),
        (
            "fr",
            "La maire Nina Roux conteste. Un chauffeur de car l'avait ramenée. "
            "Le chauffeur parle d'un « trajet normal ».",
            "Le chauffeur",
        ),
        (
            "fr",
            "Un chauffeur de car conteste. Luc Ferrand aurait dormi. "
            "Le chauffeur parle d'un « trajet normal ».",
            "Luc Ferrand",
        ),
        (
            "es",
            "La alcaldesa Nuria Peñas lo niega. Un conductor la llevó a casa. "
            "El conductor habló de un “viaje normal”.",
            "El conductor",
        ),
        (
            "de",
            "Schaffner Emil Trost schweigt. Am Steuer saß ein Busfahrer aus Kiel. "
            "Der Busfahrer nannte die Strecke „tückisch“.",
            "Der Busfahrer",
        ),
        (
            "nl",
            "Burgemeester Anna Brok ontkent. Een buschauffeur bracht haar thuis. "
            "De chauffeur spreekt van een “gewone rit”.",
            "De chauffeur",
        ),
    ],
)
def test_a_role_brought_up_after_a_name_is_somebody_else(
    code: str, text: str, speaker: str
) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "nl",
            "“Ik heb nog nooit zo hard gelachen.”\n\nHavenmeester Anna Brok kijkt terug op het feest.\n\n"
            "“Volgend jaar weer”, zegt Brok.",
            ["Anna Brok"] * 2,
        ),
        (
            "fr",
            "« Je n'ai jamais autant ri. »\n\nLa maire Nina Roux revient sur la fête.\n\n"
            "« On recommence l'an prochain », dit Nina Roux.",
            ["Nina Roux"] * 2,
        ),
        (
            "id",
            "“Saya belum pernah tertawa sekeras itu.”\n\nWali Kota Rina Suganda mengenang pesta itu.\n\n"
            "“Tahun depan lagi,” kata Rina.",
            ["Rina Suganda"] * 2,
        ),
        (
            "en",
            "“No more dams, not here!”\n\nMayor Ann Dale heard the crowd.\n\n"
            "“Not again,” said farmer Gil Tarn.",
            [None, "Gil Tarn"],
        ),
    ],
)
def test_an_utterance_that_opens_is_of_who_is_named_first_and_goes_on(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "de",
            "Olaf Prinz ist Bürgermeister von Lohe. „Das Wasser ist rein“, sagt der Bürgermeister.",
            "Olaf Prinz",
        ),
        (
            "it",
            "Aldo Conti è sindaco di Loma. «L'acqua è pura», dice il sindaco.",
            "Aldo Conti",
        ),
        (
            "nl",
            "Jan Smit is burgemeester van Lohe. “Het water is schoon”, zegt de burgemeester.",
            "Jan Smit",
        ),
    ],
)
def test_what_somebody_is_may_stand_behind_a_copula(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


def test_another_without_a_noun_is_not_who_spoke_before() -> None:
    text = "La alcaldesa Nuria Peñas calla. “Es falso”, dice una vecina. “Muy falso”, añade otra."
    assert speakers_in("es", text) == ["una vecina", "otra"]


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "en",
            "Mayor Ann Dale met farmer Gil Tarn on Monday. “It leaks,” she told him. "
            "“It does not,” he replied.",
            ["Ann Dale", "Gil Tarn"],
        ),
        (
            "de",
            "Landrätin Grit Ohlsen traf Bauer Emil Trost. „Er ist weich“, sagte sie. "
            "„Er ist fest“, erwiderte er.",
            ["Grit Ohlsen", "Emil Trost"],
        ),
        (
            "fr",
            "La maire Nina Roux a rencontré l'agriculteur Luc Ferrand. « Elle fuit », a-t-elle dit. "
            "« Elle tient », a-t-il répondu.",
            ["Nina Roux", "Luc Ferrand"],
        ),
        (
            "es",
            "La alcaldesa Nuria Peñas vio al agricultor Paco Vela. “Pierde”, dijo ella. "
            "“Aguanta”, respondió él.",
            ["Nuria Peñas", "Paco Vela"],
        ),
        (
            "nl",
            "Burgemeester Anna Brok ontmoette boer Kees Tuin. “Hij lekt”, zei ze. "
            "“Hij houdt”, antwoordde hij.",
            ["Anna Brok", "Kees Tuin"],
        ),
    ],
)
def test_he_and_she_are_two_where_a_sentence_names_both(
    code: str, text: str, speakers: list[str | None]
) -> None:
    assert speakers_in(code, text) == speakers


def test_a_short_utterance_may_have_its_stop_behind_the_marks() -> None:
    text = "El agricultor Paco Vela no está de acuerdo. “Aguanta bien”."
    assert speakers_in("es", text) == ["Paco Vela"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        (
            "fr",
            "L'ambassadeur à l'ONU Luc Ferrand a dit que le plan était « mauvais ».",
            "Luc Ferrand",
        ),
        (
            "it",
            "L'ambasciatore alla NATO Aldo Conti ha detto che il piano è «cattivo».",
            "Aldo Conti",
        ),
        ("en", "The ambassador to NATO Jane Roe said the plan was “bad”.", "Jane Roe"),
    ],
)
def test_a_name_may_follow_where_somebody_is_accredited(code: str, text: str, speaker: str) -> None:
    assert speakers_in(code, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Emil Trost schüttelt den Kopf: „So geht das nicht.“", "Emil Trost"),
        ("Auch Emil Trost ist verärgert: „So geht das nicht.“", "Emil Trost"),
        ("Das Motto auf dem Deich lautet: „So geht das nicht.“", None),
    ],
)
def test_a_german_name_that_opens_a_sentence_is_who_speaks_at_its_colon(
    text: str, speaker: str | None
) -> None:
    assert speakers_in("de", text) == [speaker]
