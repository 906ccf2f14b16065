"""Zip containers whose end is lost: the list of their members is made anew from what is whole.

A zip file keeps the list of its members at its end, so that one cut short opens in no program,
though most of its members are there. Each member has a header of its own before its bytes (APPNOTE
4.3.7); those that unpack whole, with the checksum they state, are kept. Knows zip alone.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

HEADER = struct.Struct("<4s5H3L2H")  # signature, version, flags, method, time, date, CRC, sizes
LISTED = struct.Struct("<4s6H3L5H2L")  # a line of the list of members (4.3.12)
END = struct.Struct("<4s4H2LH")  # the end of the list (4.3.16)
DESCRIPTOR = struct.Struct("<3L")  # CRC and sizes behind a member that was written in a stream
MEMBER, LINE, LAST, BEHIND = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x07\x08"
ENCRYPTED, STREAMED = 0x01, 0x08  # flags: a password is needed; sizes stand behind the member
STORED, DEFLATED = 0, 8
CHUNK = 1 << 16  # bytes inflated at a time
MAX_MEMBERS = 10_000  # the fullest Word file of the corpora has 137


@dataclass(frozen=True, slots=True)
class _Member:
    """A member that is whole: where it begins, where its bytes end, and what the list says."""

    start: int
    end: int
    name: bytes
    flags: int
    method: int
    stamp: tuple[int, int]
    checksum: int
    packed: int
    unpacked: int


def with_list(data: bytes, most: int) -> bytes | None:
    """The container up to its last whole member, with a list of those that are whole.

    Args:
        data: The bytes of a zip file that does not open.
        most: Bytes that all members may unpack to, broken ones with them; what goes beyond is
            taken for lost.

    Returns:
        A zip file that opens; None where no member is whole.
    """
    members = list(_members(data, [most]))
    if not members:
        return None
    body = data[: members[-1].end]
    lines = b"".join(map(_line, members))
    count = len(members)
    return body + lines + END.pack(LAST, 0, 0, count, count, len(lines), len(body), 0)


def _members(data: bytes, left: list[int]) -> Iterator[_Member]:
    """Every whole member; ``left`` is one entry, the bytes that may still be unpacked.

    Broken members count too: headers that share the bytes of one bomb would unpack it each.
    """
    place = data.find(MEMBER)
    for _ in range(MAX_MEMBERS):
        if place < 0 or left[0] < 0:
            return
        member = _member(data, place, left)
        if member is not None:
            yield member
        place = data.find(MEMBER, place + 1 if member is None else member.end)


def _member(data: bytes, start: int, left: list[int]) -> _Member | None:
    """The member whose header begins at a place; None where it is not whole."""
    if start + HEADER.size > len(data):
        return None
    _, _, flags, method, *stamp, checksum, packed, unpacked, name, extra = HEADER.unpack_from(
        data, start
    )
    first = start + HEADER.size + name + extra
    streamed = bool(flags & STREAMED) and not packed
    if flags & ENCRYPTED or method not in (STORED, DEFLATED) or (streamed and method == STORED):
        return None
    end = len(data) if streamed else first + packed
    found = _unpack(data, first, end, method, left) if end <= len(data) else None
    if found is None:
        return None
    last, size, own = found
    stated = _behind(data, last) if streamed else (checksum, packed, unpacked)
    if stated != (own, last - first, size):
        return None
    label = data[start + HEADER.size : start + HEADER.size + name]
    return _Member(
        start, last, label, flags & ~STREAMED, method, (stamp[0], stamp[1]), own, last - first, size
    )


def _unpack(
    data: bytes, first: int, end: int, method: int, left: list[int]
) -> tuple[int, int, int] | None:
    """Where a member's bytes end, its size unpacked and its checksum; None if not whole."""
    if method == STORED:
        left[0] -= end - first
        return (end, end - first, zlib.crc32(data[first:end])) if left[0] >= 0 else None
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    place, size, checksum = first, 0, 0
    while not unpacker.eof and place < end:
        pending = data[place : min(place + CHUNK, end)]
        place += len(pending)
        while pending and not unpacker.eof:
            try:
                chunk = unpacker.decompress(pending, CHUNK)
            except zlib.error:
                return None
            size += len(chunk)
            left[0] -= len(chunk)
            checksum = zlib.crc32(chunk, checksum)
            pending = unpacker.unconsumed_tail
            if left[0] < 0:
                return None
    return (place - len(unpacker.unused_data), size, checksum) if unpacker.eof else None


def _behind(data: bytes, place: int) -> tuple[int, ...] | None:
    """What the descriptor behind a member states, its signature being optional (4.3.9)."""
    place += len(BEHIND) if data.startswith(BEHIND, place) else 0
    return DESCRIPTOR.unpack_from(data, place) if place + DESCRIPTOR.size <= len(data) else None


def _line(member: _Member) -> bytes:
    sizes = (member.checksum, member.packed, member.unpacked, len(member.name))
    head = (LINE, 20, 20, member.flags, member.method, *member.stamp)
    return LISTED.pack(*head, *sizes, 0, 0, 0, 0, 0, member.start) + member.name
