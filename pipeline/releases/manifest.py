"""What a release was made of; two releases with the same inputs hold the same tables."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.records import Edition
from pipeline.releases import Release
from pipeline.review.overrides import Overrides
from pipeline.runs.fingerprints import release_fingerprint
from pipeline.schema import ProblemRow, columns_of
from pipeline.web.facts import NO_FACTS, WebFacts


def manifest_of(
    editions: Sequence[Edition],
    fetch_problems: Iterable[ProblemRow],
    overrides: Overrides,
    web: WebFacts = NO_FACTS,
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
        "web": web.digest(),
    }
    digest = hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()
    return {"inputs": digest, **made_of}


def same_inputs(manifest: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """True where nothing that decides the tables differs."""
    return manifest.get("inputs") == other.get("inputs")


def held_in(release: Release) -> list[str]:
    """Documents that keep older rows in a release, since their new reading lost too much."""
    held: list[str] = release.manifest().get("held", [])
    return held


def fetch_problems_of(release: Release) -> tuple[ProblemRow, ...]:
    """What could not be fetched for a release."""
    names = {line.name for line in columns_of("problems")}
    rows = release.manifest().get("fetch_problems", [])
    return tuple(
        ProblemRow(**{name: value for name, value in row.items() if name in names}) for row in rows
    )


def _plain(edition: dict[str, Any]) -> dict[str, Any]:
    return edition | {"fetched_at": edition["fetched_at"].isoformat()}
