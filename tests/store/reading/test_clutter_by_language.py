"""Clutter and what looks like it, by class and language: the same classes in all languages."""

import pytest

from store.model import Metadata
from store.reading.cues import cue_book, line_key
from store.reading.languages import load
from store.reading.lines import classify_lines
from tests.store.reading import line_cases

#: A title, a byline and the paragraphs of a report on a ferry, in each language.
PAGES = {
    "en": (
        "Harbour board rejects plan for second ferry",
        "By Maud Tilling",
        "The harbour board on Thursday rejected a plan to run a second ferry to the island of Skail.",
        "Islanders, who depend on the ferry for food, called the vote a betrayal and will appeal.",
        "The operator said it would study the report before deciding what to do about the pier.",
        "The board will meet again in May, when a timetable for the summer is due to be agreed.",
    ),
    "de": (
        "Gemeinderat lehnt zweite Fähre nach Sandholm ab",
        "Von Grete Hallmann",
        "Der Gemeinderat hat am Donnerstag eine zweite Fähre auf die Insel Sandholm abgelehnt.",
        "Die Bewohner der Insel sprachen von einem Verrat und kündigten Widerspruch dagegen an.",
        "Der Betreiber der Fähre will das Gutachten prüfen, bevor er über den Anleger entscheidet.",
        "Im Mai kommt der Gemeinderat erneut zusammen, um über den Fahrplan zu beraten.",
    ),
    "es": (
        "La junta rechaza un segundo barco a la isla de Escala",
        "Por Marta Telles",
        "La junta del puerto rechazó el jueves el plan de un segundo barco a la isla de Escala.",
        "Los isleños, que dependen del barco, hablaron de traición y anunciaron un recurso.",
        "La empresa señaló que estudiará el informe sobre el muelle antes de decidir qué hacer.",
        "La junta volverá a reunirse en mayo para aprobar los horarios del verano en la isla.",
    ),
    "pt": (
        "Conselho rejeita segunda balsa para a ilha de Escala",
        "Por Marta Teles",
        "O conselho do porto rejeitou na quinta-feira uma segunda balsa para a ilha de Escala.",
        "Os moradores da ilha, que dependem da balsa, falaram em traição e prometeram recorrer.",
        "A empresa informou que vai estudar o laudo sobre o cais antes de decidir o que fazer.",
        "O conselho volta a se reunir em maio para aprovar os horários do verão na ilha.",
    ),
    "id": (
        "Warga Tolak Rencana Dermaga Baru di Teluk Sirau",
        "Penulis: Maya Lestari",
        "Warga desa menolak dermaga baru di teluk itu karena khawatir terumbu karang rusak.",
        "Pemerintah daerah menyatakan dermaga itu dibutuhkan agar kapal dapat bersandar.",
        "Namun, warga mengaku belum pernah melihat kajian tersebut dan meminta penundaan.",
        "Pertemuan berikutnya dengan warga dijadwalkan pada awal bulan depan di desa itu.",
    ),
    "ja": (
        "白浜港の第2フェリー計画、港湾委員会が否決",
        "山本真由",
        "白浜港と鳴瀬島を結ぶ第2フェリーの計画について、市の港湾委員会は14日、桟橋の強度が足りないとして否決した。",
        "食料や薬をフェリーに頼る島民は反発し、市に不服を申し立てる構えだ。今後の対応が注目される。",
        "運航する会社は、報告書を精査したうえで桟橋への今後の対応を決めるとしている。",
        "委員会は5月に再び開かれ、夏の時刻表を決める予定だという。島民の意見も聞く。",
    ),
    "zh": (
        "港务委员会否决白沙岛第二渡轮计划",
        "记者 林若水",
        "港务委员会14日否决了在东津和白沙岛之间开通第二条渡轮航线的计划，理由是码头承重能力不足。",
        "依靠渡轮运送食品和药品的岛民称这是背叛，并表示将向市政府提出申诉，要求重新研究码头。",
        "运营方表示，将在研究报告后决定下一步行动，公司仍然认为码头可以在六个月内修好。",
        "委员会将于5月再次开会，审议夏季时刻表，岛民代表也将应邀参加这次会议。",
    ),
    "ko": (
        "항만위원회, 백사도 제2여객선 계획 부결",
        "김민서 기자",
        "항만위원회가 14일 동진항과 백사도를 잇는 제2여객선 계획을 부결했다. 부두가 약하다는 이유에서다.",
        "여객선에 의존하는 섬 주민들은 배신이라고 반발하며 시에 이의를 제기하겠다고 밝혔다.",
        "운항사는 보고서를 검토한 뒤 부두에 대한 대응 방침을 정하겠다고 했다. 수리도 검토한다.",
        "위원회는 5월에 다시 열려 여름 시간표를 정할 예정이다. 주민 의견도 듣는다.",
    ),
}


def read(language, place, *lines):
    """The lines of a page that has some more of them: below the byline, in the middle, behind."""
    title, byline, *paragraphs = PAGES[language]
    at = {"head": 0, "middle": 2, "end": len(paragraphs)}[place]
    paragraphs[at:at] = lines
    text = "\n\n".join((title, byline, *paragraphs, "© 2024 Example Media"))
    found = classify_lines(text, load(language), Metadata(language=language))
    return {text[line.start : line.end]: line for line in found if line.kind != "blank"}


def hidden(language, place, *lines):
    return [line for line in lines if not read(language, place, *lines)[line].shown]


@pytest.mark.parametrize(
    ("language", "place", "lines"),
    [
        ("en", "middle", ["Poll", "Should there be a second ferry?", "Yes", "No"]),
        ("de", "middle", ["Umfrage", "Soll es eine zweite Fähre geben?", "Ja", "Nein"]),
        ("ko", "middle", ["투표", "제2여객선이 필요하다고 생각하십니까?", "예", "아니요"]),
    ],
)
def test_a_poll_is_hidden_with_its_question_and_its_answers(language, place, lines):
    assert hidden(language, place, *lines) == lines


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "We are a non-profit newsroom and rely on readers like you."),
        ("ja", "皆さまのご支援が独立した報道を支えています。"),
        ("ja", "プッシュ通知をオンにすると速報が届きます。"),
        ("zh", "每天早上，把最重要的新闻发到您的邮箱。"),
        ("ko", "매일 아침 주요 뉴스를 이메일로 보내드립니다."),
        ("ko", "로그인 후 댓글을 작성할 수 있습니다."),
        ("en", "Maud Tilling is a reporter at the Dunmoor Post."),
        ("es", "Marta Telles es redactora de El Faro desde 2018."),
    ],
)
def test_what_a_site_asks_or_tells_of_itself_behind_the_text_is_hidden(language, line):
    assert hidden(language, "end", line) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ko", "이미 회원이신가요? 로그인"),
        ("ko", "박정호 위원장이 14일 기자들의 질문에 답하고 있다. 연합뉴스"),
        ("zh", "东津码头。图片来源：新华社"),
        ("es", "El barco sale de Escala, en una imagen de archivo."),
        ("es", "EFE"),
        ("pt", "João Otero/Farol"),
        ("de", "» Sturm legt Hafen lahm"),
        ("ko", "☞ 풍랑에 항구 사흘간 폐쇄"),
    ],
)
def test_a_caption_an_owner_or_a_link_between_paragraphs_is_hidden(language, line):
    assert hidden(language, "middle", line) == [line]


def test_the_days_of_related_links_are_hidden_with_them():
    links = ("More on this story", "Storm closes harbour", "12 March", "School to lose its teacher")
    assert hidden("en", "middle", *links) == list(links)


def test_a_short_link_below_another_is_hidden_in_scripts_without_blanks():
    links = ("関連記事", "高波で港が3日間閉鎖", "鳴瀬島沖で漁師救助")
    assert hidden("ja", "middle", *links) == list(links)


def test_how_long_a_film_is_goes_with_the_button_that_plays_it():
    assert hidden("en", "head", "Play video", "1:32") == ["Play video", "1:32"]


def test_the_weather_right_above_the_title_is_no_part_of_it():
    title, byline, *paragraphs = PAGES["de"]
    text = "\n\n".join(("Sandholm 8°C bewölkt", title, byline, *paragraphs))
    first, *_ = classify_lines(text, load("de"), Metadata(language="de"))
    assert not first.shown


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "* Name von der Redaktion geändert"),
        ("es", "* Nombre ficticio"),
        ("pt", "* Nome fictício"),
        ("zh", "（文中人物均为化名）"),
        ("ja", "※名前は仮名です。"),
    ],
)
def test_a_footnote_on_names_is_the_article_s_though_it_lacks_its_stop(language, line):
    assert hidden(language, "end", line) == []


def test_a_paragraph_below_a_picture_s_button_stays_where_no_blank_line_parts_them():
    title, byline, *paragraphs = PAGES["en"]
    text = "\n".join((title, byline, paragraphs[0], "Enlarge this image", *paragraphs[1:]))
    found = classify_lines(text, load("en"), Metadata(language="en"))
    assert [text[line.start : line.end] for line in found if not line.shown] == [
        "Enlarge this image"
    ]


def test_points_of_a_list_with_triangles_are_no_captions():
    points = ("▲콘크리트 균열", "▲철골 부식", "▲난간 누락")
    assert hidden("ko", "middle", "보고서가 지적한 결함은 세 가지다.", *points) == []


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Follow the money: who pays for the ferry"),
        ("de", "Folgen Sie dem Geld: Wer die Fähre bezahlt"),
        ("pt", "Siga o dinheiro: quem paga a balsa"),
    ],
)
def test_a_headline_that_opens_as_a_prompt_does_is_the_title_above_the_byline(language, title):
    _, byline, *paragraphs = PAGES[language]
    text = "\n\n".join((title, byline, *paragraphs))
    first, *_ = classify_lines(text, load(language), Metadata(language=language))
    assert first.kind == "title"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "Donasi Anda membantu kami tetap independen."),
        ("de", "Sie haben noch 2 Artikel frei."),
        ("es", "Las opiniones expresadas en este artículo son responsabilidad de su autor."),
        ("pt", "Este texto não reflete, necessariamente, a opinião do Farol."),
    ],
)
def test_appeals_limits_and_disclaimers_behind_the_text_are_hidden(language, line):
    assert hidden(language, "end", line) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Bürgermeisterin Denise Wardt bei der Sitzung. Foto: B. Kohl"),
        ("de", "Beate Kohl"),
        ("en", "READ | New roof for the school at Harrowby"),
        ("en", "Campaigners march through town. Video by Beth Cole"),
    ],
)
def test_an_owner_with_initials_or_alone_and_a_label_with_a_bar_are_hidden(language, line):
    title, byline, *paragraphs = PAGES[language]
    paragraphs[2:2] = [line]
    text = "\n\n".join((title, byline, "14.03.2024", *paragraphs, "© 2024 Example Media"))
    found = classify_lines(text, load(language), Metadata(language=language))
    assert not next(row for row in found if text[row.start : row.end] == line).shown


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The Skail Echo"),
        ("en", "News | Skail | Council"),
        ("de", "Sandholm > Gemeinderat"),
        ("es", "El Correo de Escala"),
        ("pt", "Cidades | Escala | Porto"),
    ],
)
def test_an_outlet_s_name_or_a_path_right_above_the_title_is_hidden(language, line):
    text = "\n\n".join((line, *PAGES[language]))
    first, *_ = classify_lines(text, load(language), Metadata(language=language))
    assert not first.shown


def test_steps_that_are_counted_are_points_of_the_article_not_headlines():
    assert hidden("en", "middle", "Step 1: pack the books", "Step 2: move the shelves") == []


@pytest.mark.parametrize(
    ("language", "clutter"),
    [
        ("en", "This article is over 2 years old"),
        ("en", "1.2k shares"),
        ("en", "- 0 - 412"),
        ("de", "Dieser Artikel ist älter als ein Jahr"),
        ("fr", "Cet article date de plus d’un an"),
        ("fr", ">> Écouter le reportage de la Première :"),
        ("es", "Ver vídeo: El puente desde el aire"),
        ("it", "Questo articolo ha più di un anno"),
        ("ms", "1.2k perkongsian"),
        ("id", "1,5 rb kali dibagikan"),
        ("ja", "トップ　｜　社会　｜　事件・事故"),
        ("ja", "判定基準はこちら"),
        ("ja", "[ ベルドニア 中東 ]"),
        ("zh", "延伸閱讀／橋面為何年年下沉？"),
        ("zh", "你可能也想看：漁民遇巨浪 船長一句話救全船"),
        ("zh", "分享到LINE 分享到Facebook"),
    ],
)
def test_notes_counts_and_links_of_many_sites_are_hidden(language, clutter):
    rows = line_cases.page(clutter)
    assert clutter in line_cases.hidden(*rows, language=language)


@pytest.mark.parametrize(
    ("language", "clutter"),
    [
        ("ar", "اقرأ أيضاً: مراكب الصيد... الموسم لم ينته"),
        ("ar", "تعليقات الزوار 2"),
        ("es", "Ir a los comentarios 112"),
        ("fr", "Recevez les nouvelles les plus importantes de la journée."),
        ("it", "Una storia di mare a settimana. Iscriviti gratis"),
        ("ko", "정하은 기자 구독"),
        ("nl", "Reageren? Dat kan onderaan."),
        ("pl", "312 głosów"),
        ("ru", "Читайте Портовый курьер в Telegram"),
        ("tr", "İLGİLİ HABER Limanda vinç durdu"),
        ("vi", "Giọng miền Bắc"),
        ("zh", "播放音频 04:12"),
        ("en", "twitter mailto"),
    ],
)
def test_buttons_and_prompts_of_many_sites_are_hidden(language, clutter):
    rows = line_cases.page(clutter)
    assert clutter in line_cases.hidden(*rows, language=language)


@pytest.mark.parametrize(
    ("language", "imprint"),
    [
        ("sv", "Ansvarig utgivare: Anna Hamn"),
        ("no", "Sjefredaktør: Anna Havn"),
        ("da", "Ansvarshavende chefredaktør: Anna Havn"),
    ],
)
def test_who_publishes_the_paper_edits_no_article(language, imprint):
    found = line_cases.hidden(*line_cases.page("", imprint), language=language)
    assert imprint in found


@pytest.mark.parametrize(
    "heading", ["اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "إقرأ ايضا", "اقــرأ أيضا"]
)
def test_arabic_prompts_are_known_with_and_without_vowel_signs(heading):
    assert cue_book(load("ar")).whole(line_key(heading)) is not None


def test_a_button_for_readers_comments_amid_the_text_does_not_end_it():
    text = "La segretaria del porto sostiene che il documento fu consegnato a mano il tre di marzo."
    more = "Il sindaco ha risposto lunedì in consiglio di non avere mai ricevuto quel documento."
    rows = ("Il porto nega", "", text, more, "I commenti dei lettori", "La gru resta ferma.")
    assert line_cases.hidden(*rows, language="it") == ["I commenti dei lettori"]
