"""Keeps what a stage made of an edition, so that a run redoes only what changed.

A kept result is good while its fingerprint is; a damaged file counts as none. Nothing here is
needed to understand a release: the folder may be deleted at any time.
"""

import json
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from pipeline.writing import write_whole

Result = TypeVar("Result")


class StageCache(Generic[Result]):
    """Results of one stage by edition: ``StageCache(data_dir / "state" / "read", ReadEdition)``."""

    def __init__(self, folder: Path, kind: type[Result], fingerprint: str) -> None:
        self.folder = folder
        self.fingerprint = fingerprint
        self._adapter: TypeAdapter[Result] = TypeAdapter(kind)

    def get(self, key: str) -> Result | None:
        """The result kept for a key under the present fingerprint; None where it must be redone."""
        try:
            kept = json.loads(self._path(key).read_bytes())
            if kept["fingerprint"] != self.fingerprint:
                return None
            return self._adapter.validate_python(kept["result"], strict=False)
        except (OSError, ValueError, KeyError, TypeError, ValidationError):
            return None

    def put(self, key: str, result: Result) -> None:
        """Keep a result; a process that is killed meanwhile leaves the one before, or none."""
        kept: dict[str, Any] = {
            "fingerprint": self.fingerprint,
            "result": self._adapter.dump_python(result, mode="json"),
        }
        write_whole(self._path(key), json.dumps(kept).encode())

    def drop(self, key: str) -> None:
        """Forget every result whose key begins so; none is no error."""
        for path in (self.folder / key[:2]).glob(f"{key}*.json"):
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"
