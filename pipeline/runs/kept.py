"""What a run keeps of each edition between runs, and which of it still holds.

A result holds while the bytes, the code, the reference facts and what people decided are the same.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from pipeline.errors import JobFailed
from pipeline.records import CuratedEdition, Edition, ReadEdition, Source
from pipeline.review.overrides import Overrides, load_overrides
from pipeline.runs.cache import StageCache
from pipeline.runs.fingerprints import curating_fingerprint, reading_fingerprint
from pipeline.settings import Settings
from pipeline.sources import load_sources


def read_cache(settings: Settings) -> StageCache[ReadEdition]:
    """What was read of each edition, by edition_id; decided headings read anew."""
    headings = load_overrides(settings.overrides).headings
    made_by = reading_fingerprint() + Overrides(headings=headings).digest()
    return StageCache(settings.data_dir / "state" / "read", ReadEdition, made_by)


def curated_cache(settings: Settings) -> StageCache[CuratedEdition]:
    """The curated rows of each edition, by ``curated_key``."""
    folder = settings.data_dir / "state" / "curated"
    return StageCache(folder, CuratedEdition, curating_fingerprint())


def rough_editions(editions: Sequence[Edition], settings: Settings) -> list[Edition]:
    """The editions whose rows are to be made, or made again."""
    kept, overrides, sources = curated_cache(settings), overrides_of(settings), sources_of(settings)
    return [
        edition
        for edition in editions
        if kept.get(curated_key(edition, overrides, sources.get(edition.source_id or ""))) is None
    ]


def curated_editions(
    editions: Sequence[Edition], overrides: Overrides, settings: Settings
) -> list[CuratedEdition]:
    """The curated rows of all editions, in their order.

    Raises:
        JobFailed: Some are not kept, since decisions changed while the run was at work.
    """
    kept, sources = curated_cache(settings), sources_of(settings)
    curated = [
        kept.get(curated_key(edition, overrides, sources.get(edition.source_id or "")))
        for edition in editions
    ]
    whole = [rows for rows in curated if rows is not None]
    if len(whole) < len(editions):
        raise JobFailed(
            f"{settings.overrides} changed while the run was at work. Nothing was published; "
            "run again."
        )
    return whole


def overrides_of(settings: Settings) -> Overrides:
    """What people decided, and whether names of people are hidden."""
    return replace(load_overrides(settings.overrides), hide_names=settings.hide_names)


def sources_of(settings: Settings) -> dict[str, Source]:
    """The lines of the registry by ``source_id``."""
    return {source.source_id: source for source in load_sources(settings.registry)}


def curated_key(edition: Edition, overrides: Overrides, source: Source | None) -> str:
    """The bytes, and what is known and was decided of them: with other facts go other rows."""
    decided = overrides.digest_of(edition.document_id)
    facts = asdict(edition) | {"decided": decided, "area": source.area_code if source else None}
    known = json.dumps(facts, default=str, sort_keys=True)
    return f"{edition.edition_id}-{hashlib.sha256(known.encode()).hexdigest()[:16]}"
