"""What a release was made of; two releases with the same inputs hold the same tables."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.fingerprints import release_fingerprint
from pipeline.overrides import Overrides
from pipeline.records import Edition
from pipeline.schema import ProblemRow


def manifest_of(
    editions: Sequence[Edition], fetch_problems: Iterable[ProblemRow], overrides: Overrides
) -> dict[str, Any]:
    """Name all that decides a release: its editions, what could not be fetched, code and facts,
    and what people decided.

    Returns:
        ``{"inputs": <sha256 of the rest>, "code": <fingerprint>, "editions": [...]}``.
    """
    made_of = {
        "code": release_fingerprint(),
        "editions": [_plain(asdict(edition)) for edition in editions],
        "fetch_problems": [asdict(problem) for problem in fetch_problems],
        "overrides": overrides.digest(),
    }
    digest = hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()
    return {"inputs": digest, **made_of}


def same_inputs(manifest: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """True where nothing that decides the tables differs."""
    return manifest.get("inputs") == other.get("inputs")


def _plain(edition: dict[str, Any]) -> dict[str, Any]:
    return edition | {"fetched_at": edition["fetched_at"].isoformat()}
