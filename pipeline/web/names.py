"""Names of documents found on the web: ids of new works, file names as published."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from extractors.readers import BY_TYPE
from normalisers.vocabulary import vocabulary
from pipeline.records import Source
from pipeline.store.naming import SLUG_LENGTH, slug
from pipeline.web.state import AddressState

MAX_NAME = 200  # characters of a file name, which is data and names nothing here
SIZE_RE = re.compile(
    r"[(\[][^)\]]*\b(?:pdf|docx?|odt|rtf|word|\d+ ?[kmg]b|new (?:tab|window))\b[^)\]]*[)\]]", re.I
)
VERB_RE = re.compile(r"^(?:download|view|read|open|see)\b(?: (?:the|our|full))*", re.I)
HASH_LENGTH = 8


def new_id(
    address: str,
    title: str,
    source: Source,
    others: Iterable[AddressState],
    linked: Iterable[str],
) -> str:
    """Give a document that was found the id of its work.

    Args:
        address: Where it is.
        title: What its link says: ``"Download the Strategy 2024-27 (PDF, 2MB)"``.
        source: Its area's name begins the id.
        others: Documents known already.
        linked: Addresses that are linked today.

    Returns:
        The id of the work whose other format it is, or whose address it takes over, since that
        is linked no more; else an id of its own.
    """
    area = vocabulary().area_of[source.area_code].name
    plain = VERB_RE.sub("", SIZE_RE.sub("", title).strip()).strip() or title
    if plain.startswith(("http:", "https:", "www.")):
        plain = unquote(plain.rstrip("/").rpartition("/")[2])
    whole = re.sub(r"[^a-z0-9]+", "-", f"{area} {plain}".lower()).strip("-")
    name = slug(whole) if len(whole) <= SLUG_LENGTH else _hashed(whole, whole)
    links = set(linked)
    rivals = [other for other in others if other.document_id == name and other.address != address]
    standing = [other for other in rivals if other.address in links]
    if any(ending_of(other.address) == ending_of(address) for other in standing):
        return _hashed(name, address)
    return name


def ending_of(address: str) -> str:
    """The ending of a file in small letters; "" where its address shows none."""
    return PurePosixPath(urlsplit(address).path).suffix.lower()


def file_name(address: str, media_type: str | None) -> str:
    """A name for the bytes at an address: ``"vawg strategy.pdf"``."""
    path = unquote(urlsplit(address).path, errors="replace").rstrip("/")
    name = " ".join(path.rpartition("/")[2].split())[-MAX_NAME:]
    if media_type in BY_TYPE and not PurePosixPath(name).suffix:
        name = (name or "page") + BY_TYPE[media_type].endings[0]
    return name or "document"


def _hashed(name: str, text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]
    return f"{slug(name)[: SLUG_LENGTH - HASH_LENGTH - 1].rstrip('-')}-{digest}"
