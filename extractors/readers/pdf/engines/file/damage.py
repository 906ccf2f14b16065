"""A PDF cut short or damaged on its way: what is broken, and what can still be read of it.

Knows the objects that stand in the file; knows nothing of pages' contents. pdfium rebuilds a lost
index by itself, but needs the catalogue that most writers put at the end: ``mend`` gives it one
that names every page that is left.
"""

import re
from collections.abc import Iterable
from itertools import islice

from extractors.readers.pdf.engines.file.objects import (
    FILE_BYTES,
    HEAD_BYTES,
    OBJECT_RE,
    STREAM_RE,
    Part,
    inflate,
    parts_of,
    type_of,
)

START_RE = re.compile(rb"startxref\s{1,4}([0-9]{1,10})")
INDEX_RE = re.compile(rb"\s{0,4}(?:xref|[0-9]{1,7}\s{1,3}[0-9]{1,5}\s{1,3}obj)\b")
ENTRY_RE = re.compile(rb"([0-9]{10}) [0-9]{5} n")
TREE_RE = re.compile(rb"/Pages\s+([0-9]{1,7})\s+[0-9]{1,5}\s+R")
OPAQUE = (b"/Image", b"/FontFile", b"/Length1", b"/ICC", b"/Crypt")  # not the words of a page
ENTRIES = 2_000  # places of an index that are looked up; a plan of 29 pages has 300
OBJECTS = 300_000  # of one file; a plan of 29 pages has 300
LAST_NUMBER = 8_000_000  # pdfium takes object numbers up to 8,388,607


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
    found = islice(parts_of(data), OBJECTS)
    parts = {part.number: part for part in found}  # a later one stands for an earlier
    pages = [part.number for part in parts.values() if type_of(part.head) == b"Page"]
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


def _own_tree(parts: dict[int, Part]) -> int | None:
    """The file's own page tree, which says how many pages are missing; None where it is lost."""
    for part in parts.values():
        named = TREE_RE.search(part.head) if type_of(part.head) == b"Catalog" else None
        root = parts.get(int(named[1])) if named else None
        if root is not None and type_of(root.head) == b"Pages":
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
        inflated = inflate(data, start)
        broken += inflated.broken
        spent += len(inflated.data)
        if spent > FILE_BYTES:
            break
    return broken
