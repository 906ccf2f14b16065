"""Text that fonts give no letters for is recognised or reported, and never stands in a cell."""

import re
from io import BytesIO

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.blocks import Paragraph, Table
from extractors.limits import DEFAULT_LIMITS
from extractors.readers import pdf
from extractors.readers.pdf.engines.opening import open_pdf
from extractors.readers.pdf.page.printed.garbled import makes_no_words, mended
from extractors.readers.pdf.record import PageRecord, Style, Word

TEXT = (
    "The partnership will light the towpath between the station and the market, train the door "
    "staff of every bar in the town and publish what residents tell it about the night buses. "
    "Progress is reported to the board of the council in March and in September of each year."
)


def shifted(text: str) -> str:
    """Each letter as the third after it, as fonts with a wrong table of characters name them."""
    return re.sub("[a-z]", lambda one: chr((ord(one.group()) - 94) % 26 + 97), text.lower())


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (TEXT, False),
        (shifted(TEXT), True),
        ("Jane Orme, Amir Pell, Sue Bray " * 8, True),  # looked at as a picture, and kept if alike
        ("Cllr Jane Orme, Wexcombe Council " * 12, False),
        ("Mae'r cynllun yn dweud sut y bydd y cyngor ac eraill yn cydweithio " * 6, False),
        (
            "Ten plan mówi, co rada i partnerzy zrobią dla mieszkańców oraz kiedy się to stanie "
            * 4,
            False,
        ),
        ("Рада розповідає мешканцям про план безпеки та про нові автобуси вночі " * 6, False),
        (f"{shifted(TEXT)} no de la", True),  # a word or two that letters make by chance
        ("1,204 18% 2,310 22% Stalking 410 Rape 98", False),
        (shifted("Light the towpath"), False),  # too few words to tell
    ],
)
def test_text_of_many_words_holds_some_that_are_known(text, garbled):
    assert makes_no_words(text) is garbled


def word(text: str, x: float, base: float, style: Style) -> Word:
    return Word(text, x, base - 8, x + 5 * len(text), base + 2, base, style)


PLAIN, BOLD = Style(10.0, False, False, "#000000"), Style(10.0, True, False, "#000000")
SEEN = Style(9.0, False, False, "#000000")


def test_words_without_names_are_taken_from_the_picture_and_the_rest_kept():
    record = PageRecord(
        1,
        400.0,
        300.0,
        (word("Light", 40, 80, PLAIN), word("it", 70, 80, PLAIN)),
        unread=(word("$FWLRQ", 40, 60, BOLD), word("'XH", 200, 60, BOLD)),
        unmapped=9,
    )
    seen = PageRecord(
        1,
        400.0,
        300.0,
        (word("Action", 40, 60, SEEN), word("Lisht", 40, 80, SEEN), word("it", 70, 80, SEEN)),
        doubts=("OCR below 80",),
    )
    page = mended(record, seen)
    assert [(one.text, one.style.bold) for one in page.words] == [
        ("Light", False),
        ("it", False),
        ("Action", True),
    ]
    assert [one.text for one in page.unread] == ["'XH"]
    assert page.doubts == ("OCR below 80",)


def plan(heads_named: bool = True) -> bytes:
    """A ruled table whose heads are set in a font of their own."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf", asciiReadable=False))
    data = BytesIO()
    canvas = Canvas(data, pagesize=(400, 300))
    canvas.grid([40, 90, 250, 360], [160, 200, 240, 270])
    for font, y, texts in (
        ("VeraBd", 250, ("Ref", "Action", "Lead")),
        ("Vera", 215, ("A1", "Light the towpath", "Parks")),
        ("Vera", 175, ("A2", "Train the door staff", "Police")),
    ):
        canvas.setFont(font, 9)
        for x, text in zip((44, 94, 254), texts, strict=True):
            canvas.drawString(x, y, text)
    canvas.save()
    if heads_named:
        return data.getvalue()
    bold = re.search(
        rb"/BaseFont /[A-Z+]*BitstreamVeraSans-Bold[^>]*?(/ToUnicode \d+ 0 R)", data.getvalue()
    )
    assert bold is not None
    start, end = bold.span(1)
    return data.getvalue()[:start] + b" " * (end - start) + data.getvalue()[end:]


def heads(data: bytes) -> tuple[list[str], list[str]]:
    document = pdf.read(data)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [cell.text for cell in table.cells if cell.row == 0], [
        problem.code for problem in document.problems
    ]


def test_heads_whose_font_names_no_letters_are_left_out_and_reported(monkeypatch):
    monkeypatch.setattr(pdf, "_recognise", lambda data, number: None)
    assert heads(plan()) == (["Ref", "Action", "Lead"], [])
    assert heads(plan(heads_named=False)) == (["", "", ""], ["garbled"])


def test_heads_whose_font_names_no_letters_are_recognised(monkeypatch):
    with open_pdf(plan()) as pages:
        seen = pages.read(1, DEFAULT_LIMITS)
    monkeypatch.setattr(pdf, "_recognise", lambda data, number: seen)
    assert heads(plan(heads_named=False)) == (["Ref", "Action", "Lead"], [])


def test_a_page_of_letters_that_make_no_words_is_reported(monkeypatch):
    monkeypatch.setattr(pdf, "_recognise", lambda data, number: None)
    data = BytesIO()
    canvas = Canvas(data, pagesize=(600, 300))
    for number, line in enumerate(re.findall(".{1,90}(?: |$)", shifted(TEXT))):
        canvas.drawString(40, 250 - 14 * number, line)
    canvas.save()
    document = pdf.read(data.getvalue())
    assert [problem.code for problem in document.problems] == ["garbled"]
    assert all(isinstance(block, Paragraph) for block in document.blocks)
