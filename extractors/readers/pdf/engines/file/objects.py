"""Objects and streams as they stand in the bytes of a PDF (ISO 32000-1, 7.3 and 7.5).

Knows whole and damaged files; knows no engine, and nothing of what the objects say.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

OBJECT_RE = re.compile(rb"(?<![0-9])([0-9]{1,7})[ \t\r\n]{1,3}([0-9]{1,5})[ \t\r\n]{1,3}obj\b")
STREAM_RE = re.compile(rb"stream(?<!endstream)\r?\n")
FIRST_RE = re.compile(rb"/First\s+([0-9]{1,7})\b")
COUNT_RE = re.compile(rb"[0-9]{1,8}")  # a number or a place in an object stream
TYPE_RE = re.compile(rb"/Type\s*/(Catalog|Pages|Page|ObjStm)\b")
HEAD_BYTES = 1_000  # an object's dictionary before its stream; the longest seen has 700
OBJECT_BYTES = 1_000_000  # an object without a stream; a tree of 100,000 pages has 900,000
STREAM_OBJECTS = 20_000  # of one object stream; writers put 100 to 200 into each
STREAM_BYTES = 20_000_000  # inflated of one stream; the fullest page seen has 1.4 MB
FILE_BYTES = 200_000_000  # inflated of one file
PACKED_BYTES = 256  # inflated at a time: what damage takes with it of the sound bytes before it


@dataclass(frozen=True, slots=True)
class Part:
    """An object found in the file: its number, its dictionary, and where its text stands."""

    number: int
    head: bytes
    packed: bool  # in an object stream: pdfium does not find it when it rebuilds


@dataclass(frozen=True, slots=True)
class Inflated:
    """What came out of a deflated stream, and whether it broke off before its end."""

    data: bytes
    broken: bool


def parts_of(data: bytes) -> Iterator[Part]:
    """Every object of the file, those of object streams among them, in the order of the file."""
    spent = 0
    for number, start, end in _spans(data):
        head = _head(data, start, end)
        if type_of(head) != b"ObjStm":
            yield Part(number, head, packed=False)
            continue
        stream = STREAM_RE.search(data, start, min(end, start + HEAD_BYTES))
        if stream is not None and spent < FILE_BYTES:
            inflated = inflate(data, stream.end())
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


def _unpacked(inflated: Inflated, head: bytes) -> Iterator[Part]:
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
            yield Part(number, text[place:end], packed=True)
            reached = end


def type_of(head: bytes) -> bytes | None:
    """What a dictionary says it is, of the types that are looked for: ``b"Page"``; else None."""
    found = TYPE_RE.search(head)
    return found[1] if found else None


def inflate(data: bytes, start: int) -> Inflated:
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
        return Inflated(b"".join(pieces), broken=True)
    return Inflated(b"".join(pieces), broken=not stream.eof and size < STREAM_BYTES)
