"""Layers of a document that are not shown (optional content, ISO 32000-1, 8.11).

Knows the list of layers that are off and the marks of text that stands on one; knows nothing of
words. pdfium paints no such layer, but reads its text as any other.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.calls import Handle
from extractors.readers.pdf.engines.file.objects import (
    FILE_BYTES,
    HEAD_BYTES,
    STREAM_RE,
    inflate,
    parts_of,
)

PACKED_RE = re.compile(rb"/Type\s*/ObjStm")
LAYERS_RE = re.compile(rb"/OCGs\s*\[([0-9R\s]{0,20000})\]")
OFF_RE = re.compile(rb"/OFF\s*\[([0-9R\s]{0,20000})\]")
REFERENCE_RE = re.compile(rb"([0-9]{1,7})\s+[0-9]{1,5}\s+R")
NAME_RE = re.compile(
    rb"/Name\s*(?:\(((?:[^()\\]|\\.){0,400})\)|<([0-9A-Fa-f\s]{0,800})>)", re.DOTALL
)
ESCAPED_RE = re.compile(rb"\\([()\\])")
MAX_STREAMS = 2_000  # object streams that are looked into; writers put 100 to 200 objects into each
MAX_MARKS = 20  # of one piece of text; tagged plans have 1 to 3
NAME_BYTES = 800  # of a name in UTF-16; layers are named in up to 400 letters above


def hidden_layers(data: bytes) -> frozenset[str]:
    """The names of the layers that are off: ``{"Comments"}``; one that is also shown is none."""
    off, known = _listed(chain([data], _packed(data)))
    if not off:
        return frozenset()
    names = {part.number: _name(part.head) for part in parts_of(data) if part.number in known | off}
    shown = {name for number, name in names.items() if number not in off}
    return frozenset(name for number, name in names.items() if number in off and name) - shown


def _packed(data: bytes) -> Iterator[bytes]:
    """What stands in the object streams of a file, where most writers put the list of layers."""
    spent = 0
    for found in islice(PACKED_RE.finditer(data), MAX_STREAMS):
        stream = STREAM_RE.search(data, found.end(), found.end() + HEAD_BYTES)
        if stream is not None and spent < FILE_BYTES:
            text = inflate(data, stream.end()).data
            spent += len(text)
            yield text


def _listed(texts: Iterable[bytes]) -> tuple[set[int], set[int]]:
    """The objects of the last list of layers that are off, and of the last list of all layers.

    A later list stands for an earlier one. One text is held at a time: many may be large.
    """
    off = known = b""
    for text in texts:
        off = (OFF_RE.findall(text) or [off])[-1]
        known = (LAYERS_RE.findall(text) or [known])[-1]
    return _numbers(off), _numbers(known)


def _numbers(references: bytes) -> set[int]:
    """``{6, 7}`` of ``b"6 0 R 7 0 R"``."""
    return {int(number) for number in REFERENCE_RE.findall(references)}


def _name(head: bytes) -> str:
    found = NAME_RE.search(head)
    if found is None:
        return ""
    if found[2] is not None:
        digits = b"".join(found[2].split())
        name = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    else:
        name = ESCAPED_RE.sub(rb"\1", found[1])
    wide = name.startswith(b"\xfe\xff")
    return name[2:].decode("utf-16-be", "replace") if wide else name.decode("latin-1")


def is_on_layer(piece: Handle, layers: frozenset[str]) -> bool:
    """Whether a piece of text is marked as standing on one of some layers."""
    thing = ctypes.cast(piece, raw.FPDF_PAGEOBJECT)
    for index in range(min(raw.FPDFPageObj_CountMarks(thing), MAX_MARKS)):
        mark = raw.FPDFPageObj_GetMark(thing, index)
        if _text(partial(raw.FPDFPageObjMark_GetName, mark)) == "OC":
            ask = partial(raw.FPDFPageObjMark_GetParamStringValue, mark, b"Name")
            if _text(ask) in layers:
                return True
    return False


def _text(ask: Any) -> str:
    """A short text that pdfium copies into a buffer; "" for none."""
    buffer, size = ctypes.create_string_buffer(NAME_BYTES), ctypes.c_ulong()
    place = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    if not ask(place, NAME_BYTES, size) or size.value > NAME_BYTES:
        return ""
    return buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\x00")
