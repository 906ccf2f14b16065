"""Stable ids of actions and priorities, made from printed text alone.

A better normaliser changes no id; neither does a row that moves within its document.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

ID_LENGTH = 16  # hex digits; 2**64 values, so no clash is expected below a billion rows


def action_ids(document_id: str, texts: Iterable[tuple[str | None, str | None]]) -> list[str]:
    """Ids of a document's actions, in their order.

    Args:
        document_id: Slug of the work.
        texts: Reference and activity (or objective) of each action as printed:
            ``[("AB.01", "Work with schools ...")]``.

    Returns:
        One id a text. Where a plan prints the same reference and text again, the second one is
        told from the first by its count, the only thing that differs.
    """
    seen: Counter[str] = Counter()
    ids = []
    for ref, text in texts:
        stem = "\x1f".join((document_id, _squeeze(ref), _squeeze(text)))
        seen[stem] += 1
        ids.append(_digest(stem if seen[stem] == 1 else f"{stem}\x1f{seen[stem]}"))
    return ids


def priority_id(document_id: str, title: str) -> str:
    """Id of a priority: ``priority_id("mereshire-plan", "Prevention")`` is 16 hex digits."""
    return _digest("\x1f".join((document_id, _squeeze(title))))


def _squeeze(text: str | None) -> str:
    return " ".join((text or "").split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
