"""Stable ids of actions and priorities, made from printed text alone.

A better normaliser changes no id; neither does a row that moves within its document.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from normalisers.text import fold

NO_LETTER_RE = re.compile(r"[\W_]+")
ID_LENGTH = 16  # hex digits; 2**64 values, so no clash is expected below a billion rows


def action_ids(document_id: str, texts: Iterable[tuple[str | None, str | None]]) -> list[str]:
    """Ids of a document's actions, in their order.

    Args:
        document_id: Slug of the work.
        texts: Reference and activity (or objective) of each action as printed:
            ``[("AB.01", "Work with schools ...")]``.

    Returns:
        One id a text, from its letters and figures: bullets, quotes, spaces and look-alike letters
        differ from print to print of one action, and its reference from edition to edition.
        Where a plan prints a text again, the second one is told from the first by its reference,
        and by its count where that is the same too.
    """
    known: set[str] = set()
    seen: Counter[str] = Counter()
    ids = []
    for ref, text in texts:
        stem = "\x1f".join((document_id, _letters(text) or _letters(ref)))
        if stem in known:
            stem = f"{stem}\x1f{_letters(ref)}"
            seen[stem] += 1
            stem = stem if seen[stem] == 1 else f"{stem}\x1f{seen[stem]}"
        known.add(stem)
        ids.append(_digest(stem))
    return ids


def priority_id(document_id: str, title: str) -> str:
    """Id of a priority: ``priority_id("mereshire-plan", "Prevention")`` is 16 hex digits."""
    return _digest("\x1f".join((document_id, _squeeze(title))))


def _letters(text: str | None) -> str:
    return NO_LETTER_RE.sub("", fold(text or ""))


def _squeeze(text: str | None) -> str:
    return " ".join((text or "").split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
