"""Compound files ([MS-CFB]), in which .doc keeps its streams: where the bytes of a stream lie.

Knows sectors and streams; knows nothing of what they hold. A file that contradicts itself raises
``ValueError``: its chains are followed no further than it has sectors.
"""

import struct
from dataclasses import dataclass

HEADER = struct.Struct("<30xHH14xL4xLL4xL")  # sizes of sectors, then where the tables begin
LISTED = struct.Struct("<109L")  # sectors of the table that the header itself lists: 6 MB
LISTED_AT, ENTRY_BYTES, FREE = 76, 128, 0xFFFFFFFA  # sector numbers from FREE on end a chain
ROOT = "Root Entry"


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: ``spans`` are its pieces in order, first byte in the file and length."""

    spans: tuple[tuple[int, int], ...]
    size: int

    def read(self, data: bytes) -> bytes:
        """The bytes of the stream, cut from the file."""
        return b"".join(data[start : start + length] for start, length in self.spans)[: self.size]

    def place(self, offset: int) -> int:
        """Where a byte of the stream lies in the file.

        Raises:
            ValueError: It lies behind the stream's end.
        """
        for start, length in self.spans:
            if offset < length:
                return start + offset
            offset -= length
        raise ValueError("beyond the end of the stream")


def read_streams(data: bytes) -> dict[str, Stream]:
    """The streams of a compound file by name: ``"WordDocument"``, ``"1Table"``.

    Raises:
        ValueError: The file is cut short or contradicts itself.
    """
    try:
        return _streams(data)
    except (struct.error, IndexError) as error:
        raise ValueError(f"no whole compound file ({error})") from error


def _streams(data: bytes) -> dict[str, Stream]:
    shift, mini_shift, folder, least, mini_first, more = HEADER.unpack_from(data)
    sector, mini = 1 << min(shift, 12), 1 << min(mini_shift, 12)
    table = [n for at in _listed(data, more, sector) for n in _numbers(data, at, sector)]
    large = {name: (first, size) for name, first, size in _entries(data, table, folder, sector)}
    root = _spans(table, large[ROOT][0], sector) if ROOT in large else []
    small = [n for at in _chain(table, mini_first) for n in _numbers(data, at, sector)]
    streams = {}
    for name, (first, size) in large.items():
        if size >= least or name == ROOT:
            spans = _spans(table, first, sector)
        else:
            spans = [_inside(root, number * mini, sector, mini) for number in _chain(small, first)]
        streams[name] = Stream(tuple(spans), size)
    return streams


def _listed(data: bytes, more: int, sector: int) -> list[int]:
    """The sectors of the table: those of the header, then those of further lists."""
    listed = list(LISTED.unpack_from(data, LISTED_AT))
    while more < FREE and len(listed) * sector <= len(data) + LISTED.size * sector:
        *further, more = _numbers(data, more, sector)
        listed += further
    return [number for number in listed if number < FREE]


def _numbers(data: bytes, at: int, sector: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{sector // 4}L", data, (at + 1) * sector)


def _chain(table: list[int], first: int) -> list[int]:
    """The numbers of the sectors of a chain; one that comes back to itself is an error."""
    numbers: list[int] = []
    while first < FREE:
        if len(numbers) > len(table):
            raise ValueError("a chain of sectors without end")
        numbers.append(first)
        first = table[first]
    return numbers


def _spans(table: list[int], first: int, sector: int) -> list[tuple[int, int]]:
    return [((number + 1) * sector, sector) for number in _chain(table, first)]


def _inside(root: list[tuple[int, int]], offset: int, sector: int, length: int) -> tuple[int, int]:
    start, _ = root[offset // sector]
    return start + offset % sector, length


def _entries(data: bytes, table: list[int], folder: int, sector: int) -> list[tuple[str, int, int]]:
    """Name, first sector and size of each entry of the folder."""
    found = []
    held = b"".join(data[at : at + length] for at, length in _spans(table, folder, sector))
    for start in range(0, len(held) - ENTRY_BYTES + 1, ENTRY_BYTES):
        (letters,) = struct.unpack_from("<H", held, start + 64)
        first, size = struct.unpack_from("<LL", held, start + 116)
        name = held[start : start + min(max(letters - 2, 0), 62)].decode("utf-16-le", "replace")
        if name:
            found.append((name, first, size))
    return found
