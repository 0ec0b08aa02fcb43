"""Pages of a few lines, read: what is shown of them, and what is hidden."""

from store.model import Metadata
from store.reading.languages import load
from store.reading.lines import classify_lines

FIRST = "Wali kota mengatakan jembatan itu aman dan akan dibuka kembali untuk umum pekan depan."
SECOND = "Warga di bantaran sungai meragukan pernyataan wali kota mengenai jembatan tersebut."
THIRD = "Pemeriksaan jembatan oleh tim ahli dijadwalkan berlangsung selama tiga hari ke depan."


def read(*rows, language="id", stated=Metadata()):  # noqa: B008
    text = "\n".join(rows)
    return {
        text[line.start : line.end].strip(): line
        for line in classify_lines(text, load(language), stated)
        if line.kind != "blank"
    }


def hidden(*rows, **options):
    return [content for content, line in read(*rows, **options).items() if not line.shown]


def page(*middle, title="Wali Kota Bantah Jembatan Retak"):
    return (title, "Oleh Sari Dewi", "", FIRST, "", *middle, "", SECOND, "", THIRD)
