"""The zip container of an office file: its budget, its parts and its relationships.

Knows zip and XML parts; knows nothing of paragraphs and tables. Nothing is unpacked to disk, no
part is inflated that is not read, and no address is ever fetched.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.cut import with_list
from extractors.readers.markup import Element, parse_xml, refuse_doctype

RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_ENTRIES = 10_000  # members; the fullest Word file of the corpora has 137, pictures included
MAX_RATIO = 200  # inflated / packed bytes of an XML part; styles reach 33, stress files 19
RATIO_FROM_BYTES = 5_000_000  # smaller parts cost too little to be worth a refusal
MAX_NAMED = 5  # lost parts that a problem names
CHUNK = 1 << 16  # bytes inflated at a time, so that a lying size is found early

ZIP_ERRORS = (  # what zipfile raises over bytes that are not as they should be
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    NotImplementedError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A line of a relationships part: ``Relation("header", "word/header1.xml", False)``.

    ``kind`` is the last word of its type; ``target`` a part's name, or an address where it is
    external.
    """

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An opened container within its budget.

    Attributes:
        archive: The zip itself.
        members: Every member by its name in small letters with forward slashes.
        limits: What reading may cost.
        spent: One entry: the bytes inflated so far, counted as they come.
        data: The bytes of a container that opens: those given, or with a list of parts made anew.
        cut: The list of parts was lost and made anew; parts may be missing.
    """

    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    limits: Limits
    spent: list[int] = field(default_factory=lambda: [0])
    data: bytes = b""
    cut: bool = False

    def has(self, name: str) -> bool:
        """Whether the package holds a part of that name."""
        return name.lower() in self.members

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, counted while they are inflated; None where there is no such part.

        Raises:
            UnreadableDocument: ``unpacked_size`` or ``damaged``.
        """
        member = self.members.get(name.lower())
        return None if member is None else _inflate(self, member)

    def tree(self, name: str) -> Element | None:
        """The root element of an XML part; None where there is no such part.

        Raises:
            UnreadableDocument: ``doctype``, ``unpacked_size`` or ``damaged``.
        """
        data = self.read(name)
        return None if data is None else parse_xml(data, name)

    def whole(self, name: str) -> Element | None:
        """The root of a part that the file can be read without; None where absent or damaged.

        Raises:
            UnreadableDocument: ``doctype`` or ``unpacked_size``.
        """
        try:
            return self.tree(name)
        except UnreadableDocument as error:
            if error.code != "damaged":
                raise
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by id; empty where it has none or they are damaged."""
        folder, name = posixpath.split(part)
        root = self.whole(posixpath.join(folder, "_rels", f"{name}.rels"))
        return (
            {} if root is None else {line.get("Id", ""): _relation(line, folder) for line in root}
        )


def open_package(data: bytes, limits: Limits) -> Package:
    """Open a container within its budget; no part of it may declare a document type.

    Raises:
        UnreadableDocument: ``damaged``, ``unpacked_size`` or ``doctype``.
    """
    package = open_container(data, limits)
    _refuse_doctypes(package)
    return package


def open_container(data: bytes, limits: Limits) -> Package:
    """Open a zip container of an office file; its stated sizes are checked before any is inflated.

    Raises:
        UnreadableDocument: ``damaged`` or ``unpacked_size``.
    """
    whole = _opening(data, limits)
    archive = zipfile.ZipFile(io.BytesIO(whole))
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_ENTRIES or total > limits.unpacked_bytes:
        raise UnreadableDocument(
            "unpacked_size",
            f"The file unpacks to {len(infos):,} parts of {total:,} bytes; at most "
            f"{MAX_ENTRIES:,} parts of {limits.unpacked_bytes:,} bytes are read.",
        )
    members = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}
    return Package(archive, members, limits, data=whole, cut=whole is not data)


def _opening(data: bytes, limits: Limits) -> bytes:
    """The bytes themselves where they open, else with a list made anew of the whole members."""
    try:
        zipfile.ZipFile(io.BytesIO(data)).close()
    except ZIP_ERRORS as error:
        mended = with_list(data, limits.unpacked_bytes)
        if mended is not None:
            return mended
        raise UnreadableDocument(
            "damaged", f"The file is no whole zip container ({error}). Fetch or save it again."
        ) from error
    return data


def tell_cut(package: Package, relations: Mapping[str, Relation]) -> list[Problem]:
    """A warning where the container's end was lost, with the parts that are known to be gone.

    Args:
        package: The container.
        relations: The relationships of its main part, which name the parts that there were.
    """
    if not package.cut:
        return []
    named = (line.target for line in relations.values() if not line.external)
    gone = sorted({name for name in named if not package.has(name)}, key=_weight)
    lost = f"; lost: {', '.join(gone[:MAX_NAMED])}" if gone else ""
    message = (
        f"The file is cut short or its list of parts is broken: the {len(package.members)} parts "
        f"that are whole were read{lost}. Fetch or save it again."
    )
    return [Problem("read", "damaged", "warning", message)]


def _weight(name: str) -> tuple[bool, str]:
    """Parts without which text is read otherwise come first: numbers, styles, notes."""
    return not any(word in name for word in ("numbering", "styles", "notes")), name


def _relation(line: Element, folder: str) -> Relation:
    kind = line.get("Type", "").rpartition("/")[2]
    target = line.get("Target", "")
    if line.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    path = target if target.startswith("/") else posixpath.join(folder, target)
    return Relation(kind, posixpath.normpath(path.replace("\\", "/")).lstrip("/"), external=False)


def relation_id(element: Element) -> str:
    """The relationship that an element names (``r:id``); "" where it names none."""
    return element.get(RELATION_ID, "")


def _inflate(package: Package, member: zipfile.ZipInfo) -> bytes:
    chunks: list[bytes] = []
    size = 0
    try:
        with package.archive.open(member) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                _check_size(package, member, size)
                chunks.append(chunk)
    except ZIP_ERRORS as error:
        raise UnreadableDocument(
            "damaged", f"{member.filename} in the file cannot be unpacked ({error})."
        ) from error
    except RuntimeError as error:  # what zipfile raises for a member with a password
        raise UnreadableDocument(
            "encrypted", f"{member.filename} in the file is protected by a password."
        ) from error
    package.spent[0] += size
    return b"".join(chunks)


def _check_size(package: Package, member: zipfile.ZipInfo, size: int) -> None:
    limits = package.limits
    ratio = size / max(member.compress_size, 1)
    if (
        size > limits.part_bytes
        or package.spent[0] + size > limits.unpacked_bytes
        or (size > RATIO_FROM_BYTES and ratio > MAX_RATIO)
    ):
        raise UnreadableDocument(
            "unpacked_size",
            f"{member.filename} in the file unpacks to more than {size:,} bytes from "
            f"{member.compress_size:,}; at most {limits.part_bytes:,} bytes and a ratio of "
            f"{MAX_RATIO} are read.",
        )


def _refuse_doctypes(package: Package) -> None:
    """Look at the start of every XML part, also of those that are never read."""
    for name, member in package.members.items():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                with package.archive.open(member) as stream:
                    start = stream.read(1_024)
            except (*ZIP_ERRORS, RuntimeError):
                continue  # told when the part is needed; RuntimeError: it has a password
            refuse_doctype(start, member.filename)
