"""Text on a layer that is not shown is hidden text, whichever way the file lists its layers."""

import zlib

import pytest

from extractors.limits import DEFAULT_LIMITS
from extractors.readers.pdf.engines.file import layers
from extractors.readers.pdf.engines.file.layers import hidden_layers
from extractors.readers.pdf.engines.opening import open_pdf

NOTES, PLAN = b"<</Type/OCG/Name(Notes \\(old\\))>>", b"<</Type/OCG/Name<FEFF0050006C0061006E>>>"
LAYERS = b"<</OCGs[6 0 R 7 0 R]/D<</Order[6 0 R 7 0 R]/OFF[6 0 R]>>>>"
CONTENT = (
    b"BT /F1 10 Tf 40 150 Td (Open to all) Tj ET "
    b"/OC /L1 BDC BT /F1 10 Tf 40 100 Td (Ask Jo first) Tj ET EMC "
    b"/OC /L2 BDC BT /F1 10 Tf 40 50 Td (Light the quay) Tj ET EMC"
)


def pdf(listed: bytes = LAYERS, packed: bool = False) -> bytes:
    """One page with a text on no layer and one on each of two: Notes (6) and Plan (7)."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/OCProperties " + listed + b">>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources"
        b"<</Font<</F1 5 0 R>>/Properties<</L1 6 0 R/L2 7 0 R>>>>>>",
        4: b"<</Length %d>>stream\n%s\nendstream" % (len(CONTENT), CONTENT),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        6: NOTES,
        7: PLAN,
    }
    if packed:
        own = {number: objects.pop(number) for number in (1, 6, 7)}
        heads, places = b"", 0
        for number, body in own.items():
            heads += b"%d %d " % (number, places)
            places += len(body) + 1
        stream = zlib.compress(heads + b" ".join(own.values()))
        objects[8] = b"<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>stream\n" % (
            len(heads),
            len(stream),
        )
        objects[8] += stream + b"\nendstream"
    data = b"%PDF-1.5\n"
    for number, body in objects.items():
        data += b"%d 0 obj %s endobj\n" % (number, body)
    return data + b"trailer<</Root 1 0 R/Size 9>>\n"


def test_the_layers_that_are_off_are_told_by_name():
    assert hidden_layers(pdf()) == {"Notes (old)"}
    assert hidden_layers(pdf(packed=True)) == {"Notes (old)"}


@pytest.mark.parametrize("off", [b"/OFF[]", b"", b"/OFF[9 0 R]"])
def test_a_file_whose_layers_are_all_shown_hides_none(off):
    assert hidden_layers(pdf(LAYERS.replace(b"/OFF[6 0 R]", off))) == frozenset()
    assert hidden_layers(b"%PDF-1.4 without layers") == frozenset()


def test_object_streams_are_inflated_up_to_the_limit_of_a_file(monkeypatch):
    other = (
        b"9 0 obj <</Type/ObjStm/N 0>>stream\n" + zlib.compress(b"1 2 3") + b"\nendstream endobj\n"
    )
    data = b"%PDF-1.5\n" + other + pdf(packed=True)
    assert hidden_layers(data) == {"Notes (old)"}
    monkeypatch.setattr(layers, "FILE_BYTES", 5)
    assert hidden_layers(data) == frozenset()


def test_text_on_a_hidden_layer_is_no_word_of_the_page():
    with open_pdf(pdf()) as pages:
        record = pages.read(1, DEFAULT_LIMITS)
    assert [word.text for word in record.words] == ["Open", "to", "all", "Light", "the", "quay"]
    assert [word.text for word in record.unseen] == ["Ask", "Jo", "first"]
