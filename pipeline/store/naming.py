"""Names of local files, as text and as ids of works. Names are data: none of them is a path."""

import hashlib
import os
import re
import unicodedata
from pathlib import PurePosixPath

from extractors.readers import ENDINGS

SLUG_LENGTH = 80  # characters; longer names differ at their start as a rule
HASH_LENGTH = 8

Owner = tuple[str, str]  # the folder of a work, and its name without ending


def slug(text: str) -> str:
    """Make an id of a path or title: ``"sub/Action Plan 2024"`` gives ``"sub-action-plan-2024"``.

    A text without Latin letters or digits gives ``"document-"`` and a hash of it.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LENGTH].strip("-")
    return words or f"document-{_hash(text)}"


def claim_id(owners: dict[str, set[Owner]], root: str, origin: str, owner: Owner) -> str:
    """Give a work its id: its formats share one, works of other folders never do.

    Args:
        owners: Who has an id already; the new one is added.
        root: Name of the folder that was asked for: ``"plans"``.
        origin: Path of the file below it: ``"sub/Action Plan 2024.pdf"``.
        owner: ``("/home/ann/plans/sub", "Action Plan 2024")``.
    """
    name = stem_of(origin)
    choices = (
        slug(name),
        f"{slug(name)}-{_hash(f'{root}/{name}')}",
        f"{slug(name)}-{_hash('/'.join(owner))}",
    )
    for choice in choices:
        if owner in owners.setdefault(choice, {owner}):
            return choice
    return choices[-1]


def stem_of(name: str) -> str:
    """The name without the ending of a known format: ``"Plan v1.2.pdf"`` gives ``"Plan v1.2"``."""
    ending = PurePosixPath(name).suffix
    return name.removesuffix(ending) if ending.lower() in ENDINGS else name


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]


def shown_name(name: str) -> str:
    """A name of the file system as text: bytes that are no UTF-8 are written as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
