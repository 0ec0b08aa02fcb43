"""Speech in texts without blanks: labels before quotes, and whom a list of questions is put to."""

import pytest

from store.model import Metadata
from store.reading.document import read_document

OPENING = "東山化学、会見の詳報\n\n東山化学は5日、工場の火事について都内で記者会見を開いた。\n\n"
QUOTE = "「私が一人で決めることではない。まずお客さまに電話をする」"


def speakers(text):
    quotes = read_document(OPENING + text + "\n", Metadata(language="ja")).quotes
    return [quote.speaker for quote in quotes if quote.kind in ("direct", "partial")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"高梨社長{QUOTE}", "高梨社長"),
        (f"◆高梨社長{QUOTE}", "高梨社長"),
        (f"◆通りかかった男性\n{QUOTE}", "通りかかった男性"),
        (f"■通りかかった男性\n{QUOTE}", "通りかかった男性"),
    ],
)
def test_a_label_before_a_quote_names_who_speaks(text, speaker):
    assert speakers(text) == [speaker]


def test_a_subheading_that_quotes_somebody_is_no_speech():
    assert speakers("専門家「火の元に確認を」\n\n工場は今も煙を上げている。") == []


def test_who_is_asked_gives_the_answers_of_a_list_of_questions():
    text = (
        "東山化学の高梨実会長兼社長と記者団との一問一答は次の通り。\n\n"
        f"{QUOTE}\n\n--まず何をするのか。\n\n「配管を全部外して測り直す。数字はその日に出す」"
    )
    assert speakers(text) == ["高梨実会長兼社長"] * 2
