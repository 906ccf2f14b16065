"""A PDF cut short or damaged on its way: what is broken, and what can still be read of it.

Knows objects and streams as they stand in the file (ISO 32000-1, 7.3 and 7.5); knows nothing of
pages' contents. pdfium rebuilds a lost index by itself, but needs the catalogue that most writers
put at the end: ``mend`` gives it one that names every page that is left.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

OBJECT_RE = re.compile(rb"(?<![0-9])([0-9]{1,7})[ \t\r\n]{1,3}([0-9]{1,5})[ \t\r\n]{1,3}obj\b")
STREAM_RE = re.compile(rb"stream(?<!endstream)\r?\n")
START_RE = re.compile(rb"startxref\s{1,4}([0-9]{1,10})")
INDEX_RE = re.compile(rb"\s{0,4}(?:xref|[0-9]{1,7}\s{1,3}[0-9]{1,5}\s{1,3}obj)\b")
ENTRY_RE = re.compile(rb"([0-9]{10}) [0-9]{5} n")
TYPE_RE = re.compile(rb"/Type\s*/(Catalog|Pages|Page|ObjStm)\b")
TREE_RE = re.compile(rb"/Pages\s+([0-9]{1,7})\s+[0-9]{1,5}\s+R")
FIRST_RE = re.compile(rb"/First\s+([0-9]{1,7})\b")
COUNT_RE = re.compile(rb"[0-9]{1,8}")  # a number or a place in an object stream
OPAQUE = (b"/Image", b"/FontFile", b"/Length1", b"/ICC", b"/Crypt")  # not the words of a page
HEAD_BYTES = 1_000  # an object's dictionary before its stream; the longest seen has 700
ENTRIES = 2_000  # places of an index that are looked up; a plan of 29 pages has 300
OBJECT_BYTES = 1_000_000  # an object without a stream; a tree of 100,000 pages has 900,000
OBJECTS = 300_000  # of one file; a plan of 29 pages has 300
STREAM_OBJECTS = 20_000  # of one object stream; writers put 100 to 200 into each
STREAM_BYTES = 20_000_000  # inflated of one stream; the fullest page seen has 1.4 MB
FILE_BYTES = 200_000_000  # inflated of one file
PACKED_BYTES = 256  # inflated at a time: what damage takes with it of the sound bytes before it
LAST_NUMBER = 8_000_000  # pdfium takes object numbers up to 8,388,607


@dataclass(frozen=True, slots=True)
class _Part:
    """An object found in the file: its number, its dictionary, and where its text stands."""

    number: int
    head: bytes
    packed: bool  # in an object stream: pdfium does not find it when it rebuilds


@dataclass(frozen=True, slots=True)
class _Inflated:
    """What came out of a deflated stream, and whether it broke off before its end."""

    data: bytes
    broken: bool


def faults(data: bytes) -> list[str]:
    """What is broken in a PDF that opens all the same, a clause each; [] for a sound one."""
    found = []
    if not _has_index(data):
        found.append("it is cut short, or its index is broken")
    broken = 0 if b"/Encrypt" in data else _broken_streams(data)
    if broken:
        found.append(f"{broken} of its streams are damaged")
    return found


def mend(data: bytes) -> bytes | None:
    """A PDF without index or catalogue, with a new catalogue of all pages that are left in it.

    None where no page is left, or where it is encrypted: then the key is lost with the index.
    """
    if b"/Encrypt" in data:
        return None
    found = islice(_parts(data), OBJECTS)
    parts = {part.number: part for part in found}  # a later one stands for an earlier
    pages = [part.number for part in parts.values() if _type(part.head) == b"Page"]
    if not pages:
        return None
    tree = max(parts) + 1
    catalogue = tree + 1
    if catalogue > LAST_NUMBER:
        return None
    whole = _own_tree(parts)
    added = [part for part in parts.values() if part.packed]
    bodies = [b"%d 0 obj\n%s\nendobj\n" % (part.number, part.head) for part in added]
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    bodies.append(
        b"%d 0 obj\n<</Type/Pages/Kids[%s]/Count %d>>\nendobj\n" % (tree, kids, len(pages))
    )
    bodies.append(
        b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (catalogue, whole or tree)
    )
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n0\n%%%%EOF\n"
    return b"".join((data, b"\nendobj\n", *bodies, trailer % (catalogue + 1, catalogue)))


def _own_tree(parts: dict[int, _Part]) -> int | None:
    """The file's own page tree, which says how many pages are missing; None where it is lost."""
    for part in parts.values():
        named = TREE_RE.search(part.head) if _type(part.head) == b"Catalog" else None
        root = parts.get(int(named[1])) if named else None
        if root is not None and _type(root.head) == b"Pages":
            return root.number
    return None


def _has_index(data: bytes) -> bool:
    """Whether the place that the file's last line names holds an index that leads to objects."""
    starts = list(START_RE.finditer(data))
    if not starts:
        return False
    before = max(data.find(b"%PDF-"), 0)  # places count from the header, or from the first byte
    place = int(starts[-1][1])
    if OBJECT_RE.search(data, starts[-1].end()):
        return False  # a later state of the file, saved behind this one, has lost its index
    for shift in {0, before}:
        if place + shift < len(data) and INDEX_RE.match(data, place + shift):
            return data[place + shift :].lstrip()[:4] != b"xref" or _leads(data, place + shift)
    return False


def _leads(data: bytes, place: int) -> bool:
    """Whether the entries of an index name places where an object begins."""
    end = data.find(b"trailer", place)
    entries = ENTRY_RE.finditer(data, place, end if end > 0 else len(data))
    before = max(data.find(b"%PDF-"), 0)
    for _, entry in zip(range(ENTRIES), entries, strict=False):
        at = int(entry[1])
        if not any(INDEX_RE.match(data, at + shift) for shift in {0, before}):
            return False
    return True


def _parts(data: bytes) -> Iterator[_Part]:
    """Every object of the file, those of object streams among them, in the order of the file."""
    spent = 0
    for number, start, end in _spans(data):
        head = _head(data, start, end)
        if _type(head) != b"ObjStm":
            yield _Part(number, head, packed=False)
            continue
        stream = STREAM_RE.search(data, start, min(end, start + HEAD_BYTES))
        if stream is not None and spent < FILE_BYTES:
            inflated = _inflated(data, stream.end())
            spent += len(inflated.data)
            yield from _unpacked(inflated, head)


def _spans(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each object: the next one ends it where it has no end of its own.

    Bytes of a stream may look like an object too; then that stream's object ends early, but its
    dictionary stands before.
    """
    before = None
    for found in OBJECT_RE.finditer(data):
        if before is not None:
            yield int(before[1]), before.end(), found.start()
        before = found
    if before is not None:
        yield int(before[1]), before.end(), len(data)


def _head(data: bytes, start: int, end: int) -> bytes:
    """The text of an object up to its stream or its end."""
    last = min(end, start + OBJECT_BYTES)
    own = data.find(b"endobj", start, last)
    stream = STREAM_RE.search(data, start, min(last, start + HEAD_BYTES))
    return data[start : stream.start() if stream else own if own >= 0 else last]


def _unpacked(inflated: _Inflated, head: bytes) -> Iterator[_Part]:
    """The objects of an object stream (7.5.7): pairs of number and place, then the objects.

    Places rise, so no byte is taken twice. Of a damaged stream the last object is left out that
    begins in what could be inflated: it ends in what could not.
    """
    stated = FIRST_RE.search(head)
    first = int(stated[1]) if stated else 0
    words = inflated.data[:first].split(maxsplit=2 * STREAM_OBJECTS)[: 2 * STREAM_OBJECTS]
    numbers = [int(word) for word in takewhile(COUNT_RE.fullmatch, words)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    text = inflated.data[first:]
    ends = [place for _, place in pairs[1:]] + ([] if inflated.broken else [len(text)])
    reached = 0
    for (number, place), end in zip(pairs, ends, strict=False):  # no pairs: one end
        if reached <= place < end <= len(text):
            yield _Part(number, text[place:end], packed=True)
            reached = end


def _type(head: bytes) -> bytes | None:
    found = TYPE_RE.search(head)
    return found[1] if found else None


def _streams(data: bytes) -> Iterable[int]:
    """Where the deflated streams begin that hold words or objects."""
    for found in STREAM_RE.finditer(data):
        head = data[max(0, found.start() - HEAD_BYTES) : found.start()]
        head = head[head.rfind(b" obj") :]
        alone = b"/FlateDecode" in head and b"85Decode" not in head and b"HexDecode" not in head
        if alone and not any(mark in head for mark in OPAQUE):
            yield found.end()


def _broken_streams(data: bytes) -> int:
    """How many streams of words or objects cannot be inflated to their end."""
    broken = spent = 0
    for start in _streams(data):
        inflated = _inflated(data, start)
        broken += inflated.broken
        spent += len(inflated.data)
        if spent > FILE_BYTES:
            break
    return broken


def _inflated(data: bytes, start: int) -> _Inflated:
    """What can be inflated from there on, up to ``STREAM_BYTES``, which are no damage."""
    stream = zlib.decompressobj()
    pieces: list[bytes] = []
    size = 0
    try:
        while not stream.eof and start < len(data) and size < STREAM_BYTES:
            pieces.append(stream.decompress(data[start : start + PACKED_BYTES]))
            size += len(pieces[-1])
            start += PACKED_BYTES
    except zlib.error:
        return _Inflated(b"".join(pieces), broken=True)
    return _Inflated(b"".join(pieces), broken=not stream.eof and size < STREAM_BYTES)
