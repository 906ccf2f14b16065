"""Fonts whose letters are drawn: pdfium tells no name or weight of them, and the file does."""

from extractors.limits import DEFAULT_LIMITS
from extractors.readers.pdf.engines.file.drawn_fonts import DrawnFont, Reach, drawn_fonts
from extractors.readers.pdf.engines.opening import open_pdf

CONTENT = b"BT /F4 10 Tf 40 150 Td (ab) Tj ET BT /F5 10 Tf 40 100 Td (ba) Tj ET"
LETTER = b"500 0 0 0 400 700 d1 0 0 400 700 re f"


def pdf(heavy: bytes = b"[-34 248 1064 -738]") -> bytes:
    """A page of two drawn fonts as Chromium writes them; the box of the heavy one is given."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 9 0 R/Resources"
        b"<</Font<</F4 4 0 R/F5 5 0 R>>>>>>",
        4: font(heavy, 6),
        5: font(b"[-109 241 984 -734]", 7),
        6: b"<</Type /FontDescriptor\n/FontWeight 600\n/FontName /AAAAAA+URWBookman-Demi>>",
        7: b"<</Type /FontDescriptor\n/FontWeight 300\n/FontName /BAAAAA+URWBookman-Light>>",
        8: b"<</Length %d>>stream\n%s\nendstream" % (len(LETTER), LETTER),
        9: b"<</Length %d>>stream\n%s\nendstream" % (len(CONTENT), CONTENT),
    }
    body = b"".join(b"%d 0 obj %s endobj\n" % (n, one) for n, one in objects.items())
    return b"%PDF-1.5\n" + body + b"trailer<</Root 1 0 R/Size 10>>\n"


def font(box: bytes, descriptor: int) -> bytes:
    return (
        b"<</Type /Font\n/Subtype /Type3\n/FontMatrix [.0010000001 0 0 -.0010000001 0 0]"
        b"/FirstChar 97/LastChar 98/FontBBox %s/FontDescriptor %d 0 R\n/Widths [500 500]"
        b"/Encoding <</Type/Encoding/Differences [97 /a /b]>>/CharProcs <</a 8 0 R/b 8 0 R>>>>"
    ) % (box, descriptor)


def test_drawn_fonts_are_known_by_how_far_they_reach():
    assert drawn_fonts(pdf()) == {
        Reach(738, 248): DrawnFont("URWBookman-Demi", 600),
        Reach(734, 241): DrawnFont("URWBookman-Light", 300),
    }
    assert drawn_fonts(pdf(heavy=b"[-9 241 988 -734]")) == {}, "which of the two is not known"
    assert drawn_fonts(b"%PDF-1.4 /Subtype /TrueType") == {}


def test_words_in_a_drawn_font_are_as_bold_as_its_file_says():
    """Twelve terms and six actions of three made plans that Chromium printed in such fonts."""
    with open_pdf(pdf()) as pages:
        record = pages.read(1, DEFAULT_LIMITS)
    words = record.unread  # nothing maps the codes of these fonts to characters
    assert [(word.text, word.style.bold) for word in words] == [("ab", True), ("ba", False)]
