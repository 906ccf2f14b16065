"""The zip container of an office file: its budget, its parts and its relationships.

Knows zip and XML parts; knows nothing of paragraphs and tables. Nothing is unpacked to disk, no
part is inflated that is not read, and no address is ever fetched.
"""

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extractors.errors import UnreadableDocument
from extractors.limits import Limits

Element = etree._Element
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_ENTRIES = 10_000  # members; the fullest Word file of the corpora has 137, pictures included
MAX_RATIO = 200  # inflated / packed bytes of an XML part; styles reach 33, stress files 19
RATIO_FROM_BYTES = 5_000_000  # smaller parts cost too little to be worth a refusal
PROLOG_BYTES = 65_536  # a document type stands before the root element; Word writes 60 bytes there
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
DOCTYPE_RE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
STRICT_NAMESPACES = (  # ISO 29500 "strict" names of the namespaces that are read
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
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
    """

    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    limits: Limits
    spent: list[int] = field(default_factory=lambda: [0])

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
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise UnreadableDocument(
            "damaged", f"The file is no whole zip container ({error}). Fetch or save it again."
        ) from error
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_ENTRIES or total > limits.unpacked_bytes:
        raise UnreadableDocument(
            "unpacked_size",
            f"The file unpacks to {len(infos):,} parts of {total:,} bytes; at most "
            f"{MAX_ENTRIES:,} parts of {limits.unpacked_bytes:,} bytes are read.",
        )
    members = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}
    return Package(archive, members, limits)


def parse_xml(data: bytes, name: str) -> Element:
    """Parse one part without entities, network or unbounded depth.

    Raises:
        UnreadableDocument: ``doctype`` or ``damaged``.
    """
    _refuse_doctype(data[:PROLOG_BYTES], name)
    if b"purl.oclc.org/ooxml" in data[:PROLOG_BYTES]:
        for strict, transitional in STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        _refuse_doctype(data, name)
        raise UnreadableDocument(
            "damaged", f"{name} in the file is no well-formed XML ({error})."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(name)
    return root


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
            _refuse_doctype(start, member.filename)


def _refuse_doctype(start: bytes, name: str) -> None:
    if DOCTYPE_RE.search(start.replace(b"\x00", b"")):  # UTF-16 has a zero byte a letter
        raise _doctype(name)


def _doctype(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        "doctype",
        f"{name} in the file declares a document type, which no office document needs; "
        "it was not read.",
    )
