"""Reads the body of a response within bounds: bytes on the wire, bytes unpacked, and its length."""

import zlib
from collections.abc import Iterable, Mapping

from pipeline.web.faults import FetchFault

GZIP_OR_ZLIB = 47  # zlib's window bits: tell gzip and zlib apart by the header
PIECE = 1 << 20  # bytes that are unpacked at a time, so that a bomb is noticed after one
PLAIN = ("", "identity")
PACKED = ("gzip", "x-gzip", "deflate")
TAIL = 2_048  # bytes at the end of a PDF or a zip within which its closing mark stands


def read_body(pieces: Iterable[bytes], headers: Mapping[str, str], max_bytes: int) -> bytes:
    """Put a body together.

    Args:
        pieces: The body as it came over the wire.
        headers: Of the response, names in small letters.
        max_bytes: Most bytes, as they came and as they are unpacked.

    Raises:
        FetchFault: The body is larger than the bound, packed in a way that was not asked for,
            damaged, or shorter than was said.
    """
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in PLAIN + PACKED:
        raise FetchFault("bad_response", f"The file is packed as {encoding[:40]}, unasked.")
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > max_bytes:
        raise _too_large(max_bytes)
    counted = _counted(pieces, max_bytes)
    data = b"".join(counted) if encoding in PLAIN else _unpack(counted, max_bytes)
    has_length = length.isdigit() or "transfer-encoding" in headers
    if not has_length and _looks_cut(data):
        raise cut_body()
    return data


def cut_body() -> FetchFault:
    """Says that a file came in part; nothing of it is kept."""
    message = "The connection ended before the whole file had come."
    return FetchFault("cut_body", message, passing=True)


def _counted(pieces: Iterable[bytes], max_bytes: int) -> Iterable[bytes]:
    count = 0
    for piece in pieces:
        count += len(piece)
        if count > max_bytes:
            raise _too_large(max_bytes)
        yield piece


def _unpack(pieces: Iterable[bytes], max_bytes: int) -> bytes:
    unpacker = zlib.decompressobj(GZIP_OR_ZLIB)
    parts: list[bytes] = []
    count = 0
    try:
        for piece in pieces:
            rest = piece
            while rest and not unpacker.eof:
                parts.append(unpacker.decompress(rest, PIECE))
                rest = unpacker.unconsumed_tail
                count += len(parts[-1])
                if count > max_bytes:
                    raise _too_large(max_bytes)
    except zlib.error:
        raise FetchFault("bad_response", "The file could not be unpacked.", passing=True) from None
    if parts and not unpacker.eof:
        raise cut_body()
    return b"".join(parts)


def _looks_cut(data: bytes) -> bool:
    """A file whose end nothing announced lacks the mark that closes it."""
    if data.startswith(b"%PDF-"):
        return b"%%EOF" not in data[-TAIL:]
    return data.startswith(b"PK\x03\x04") and b"PK\x05\x06" not in data[-(TAIL + 65_535) :]


def _too_large(max_bytes: int) -> FetchFault:
    most = f"{max_bytes / 1e6:.1f} MB"
    return FetchFault("too_large", f"It has more than {most}. Raise PLANBOOK_MAX_BYTES to take it.")
