"""The words of a PDF page as pdfium has them: their places and what parts them."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.blocks import Document, Paragraph
from extractors.limits import Limits
from extractors.readers import pdf
from extractors.readers.pdf.engines.opening import open_pdf
from extractors.readers.pdf.engines.text.characters import letters_of
from extractors.readers.pdf.engines.text.looks import BOLD_RE, LIGHT_RE
from extractors.readers.pdf.engines.text.words import WORD_RE, _spans

SIDE = 400  # points; a square page is as wide when it is turned


def drawn(turn: int = 0) -> bytes:
    """A page of one line, turned by so many degrees and displayed upright again."""
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    canvas.setPageRotation(turn)
    canvas.translate(*{0: (0, 0), 90: (SIDE, 0), 180: (SIDE, SIDE), 270: (0, SIDE)}[turn])
    canvas.rotate(turn)
    canvas.drawString(40, 200, "Review the refuge contract by May")
    canvas.save()
    return data.getvalue()


def only_paragraph(document: Document) -> Paragraph:
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_text_that_a_turned_page_shows_upright_is_read_where_it_is_shown(turn):
    paragraph = only_paragraph(pdf.read(drawn(turn)))
    assert paragraph.text == "Review the refuge contract by May"
    (box,) = paragraph.place.boxes
    assert (box.page, box.x0) == (1, pytest.approx(40, abs=0.5))


def test_a_word_of_two_looks_is_two_words_that_belong_together():
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    line = canvas.beginText(40, 200)
    for font, letters in (
        ("Helvetica", "See the re"),
        ("Helvetica-Bold", "port"),
        ("Helvetica", "s and plan"),
    ):
        line.setFont(font, 12)
        line.textOut(letters)
    canvas.drawText(line)
    canvas.save()
    with open_pdf(data.getvalue()) as pages:
        words = pages.read(1, Limits()).words
    assert [(word.text, word.style.bold, word.glued) for word in words] == [
        ("See", False, False),
        ("the", False, False),
        ("re", False, False),
        ("port", True, True),
        ("s", False, True),
        ("and", False, False),
        ("plan", False, False),
    ]
    assert only_paragraph(pdf.read(data.getvalue())).text == "See the reports and plan"


@pytest.mark.parametrize(
    ("ruled", "texts"), [(True, ["Ref", "Library", "Service"]), (False, ["Ref", "LibraryService"])]
)
def test_a_rule_parts_letters_of_two_cells_that_no_gap_parts(ruled, texts):
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    canvas.drawString(20, 200, "Ref")
    canvas.drawString(60, 200, "Library")
    edge = 60 + canvas.stringWidth("Library")
    canvas.drawString(edge, 200, "Service")
    if ruled:
        canvas.line(edge, 100, edge, 250)
    canvas.save()
    with open_pdf(data.getvalue()) as pages:
        assert [word.text for word in pages.read(1, Limits()).words] == texts


@pytest.mark.parametrize(
    ("printed", "letters"),
    [
        ("office", "office"),
        ("o\ufb03ce", "office"),
        ("multi\u200bagency", "multiagency"),  # a zero width space after a hyphen that was left out
        ("\u2060", ""),
        ("\x02", "-"),  # pdfium's sign for a hyphen at a line's end
    ],
)
def test_letters_are_those_that_a_reader_would_search_for(printed, letters):
    assert letters_of(printed) == letters


def pieces(*drawn_at: tuple[float, str]) -> bytes:
    """A page whose words are drawn one by one, in 10 points, without any blank."""
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    canvas.setFont("Helvetica", 10)
    for x, text in drawn_at:
        canvas.drawString(x, 200, text)
    canvas.save()
    return data.getvalue()


def width(text: str) -> float:
    return float(stringWidth(text, "Helvetica", 10))


def test_words_set_tighter_than_pdfium_sees_a_blank_are_parted():
    ends, placed = 40.0, []
    for text in ("Review", "the", "refuge", "contract"):
        placed.append((ends, text))
        ends += width(text) + 1.7
    assert only_paragraph(pdf.read(pieces(*placed))).text == "Review the refuge contract"


def test_letters_drawn_one_by_one_and_kerned_make_a_word():
    ends, placed = 40.0, []
    for letter in "Youth Team":
        ends += width(letter) if letter == " " else 0
        placed += [(ends, letter)] if letter != " " else []
        ends += 0 if letter == " " else width(letter) - (1.3 if letter in "YT" else 0)
    assert only_paragraph(pdf.read(pieces(*placed))).text == "Youth Team"


def test_text_that_overlaps_the_cell_before_it_is_a_word_of_its_own():
    data = pieces((40, "01/04/2026"), (40 + width("01/04/2026") - 1.2, "Ongoing"))
    with open_pdf(data) as pages:
        assert [word.text for word in pages.read(1, Limits()).words] == ["01/04/2026", "Ongoing"]


def test_a_word_too_long_for_its_cell_is_not_cut_at_the_rule_that_it_crosses():
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    canvas.drawString(40, 200, "Wexcombe Boroug")
    end = 40 + canvas.stringWidth("Wexcombe Boroug")
    canvas.drawString(end, 200, "h")
    for x in (36, end - 0.5, 300):
        canvas.line(x, 180, x, 220)
    canvas.save()
    with open_pdf(data.getvalue()) as pages:
        assert pages.read(1, Limits()).words[-1].text == "Borough"


@pytest.mark.parametrize("kerned", [0.0, 1.2])
def test_letters_of_a_turned_line_that_are_set_one_by_one_make_words(kerned):
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    canvas.rotate(90)
    at = 100.0
    for letter in "Action Team":
        if letter != " ":
            canvas.drawString(at, -60, letter)
        at += canvas.stringWidth(letter) - (kerned if letter == "T" else 0)
    canvas.save()
    assert only_paragraph(pdf.read(data.getvalue())).text == "Action Team"


def test_letters_that_pdfium_takes_to_run_down_the_page_are_words():
    # A few columns of close lines far apart, each letter drawn alone, as browsers print.
    data = BytesIO()
    canvas = Canvas(data, pagesize=(595, 420))
    canvas.setFont("Helvetica", 8)
    columns = {
        40: ["3"],
        80: ["Mend the harbour", "steps and rails", "before the", "summer season"],
        260: ["Steps open", "again"],
        380: ["Harbour Office"],
        520: ["June", "2027"],
    }
    for left, lines in columns.items():
        for number, line in enumerate(lines):
            for place, letter in enumerate(line):
                x = left + stringWidth(line[:place], "Helvetica", 8)
                canvas.drawString(x, 380 - 7 * number, letter.strip())
    canvas.save()
    text = only_paragraph(pdf.read(data.getvalue())).text
    assert text.startswith("3 Mend the harbour Steps open Harbour Office June")


def tracked(base: float) -> bytes:
    """A reviewer's "Ongoing", struck by a line above its base, with "May" set hard behind it."""
    data = BytesIO()
    canvas = Canvas(data, pagesize=(SIDE, SIDE))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(40, 200, "Ongoing")
    end = 40 + stringWidth("Ongoing", "Helvetica", 12)
    canvas.drawString(end, 200, "May")
    canvas.setLineWidth(0.7)  # as LibreOffice strikes text of this size
    canvas.line(40, 200 + base, end, 200 + base)
    canvas.save()
    return data.getvalue()


def test_a_new_word_hard_behind_a_struck_one_is_a_word_of_its_own():
    paragraph = only_paragraph(pdf.read(tracked(3.3)))
    assert (paragraph.text, paragraph.struck) == ("May", "Ongoing")


def test_an_underline_parts_no_word():
    paragraph = only_paragraph(pdf.read(tracked(-1.2)))
    assert (paragraph.text, paragraph.struck) == ("OngoingMay", None)


@given(st.text(st.sampled_from("aB1 \r\n\t\x00\x02\u00a0\u2003\u200b\uf0b7é"), max_size=40))
def test_words_are_parted_alike_with_and_without_odd_signs(text):
    """Plain pages are parted without the pattern, which takes twice as long."""
    assert _spans(text) == [found.span() for found in WORD_RE.finditer(text)]


@pytest.mark.parametrize("style", ["Italic", "Oblique", "BoldItalic"])
def test_the_stem_of_an_italic_font_does_not_make_it_bold(style):
    """Noto Sans Italic has a stem as wide as that of bold fonts, by which pdfium weighs it."""
    name = f"CAAAAA+NotoSans-{style}"
    assert bool(BOLD_RE.search(name)) != bool(LIGHT_RE.search(name))
