"""The line from published documents to curated releases, and the way to load one.

``import pipeline; pipeline.load("actions")`` gives the actions of the latest release as a pandas
frame. Importing this package loads nothing heavy; ``load`` does when it is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.releases.frames import load as load

__all__ = ["load"]


def __getattr__(name: str) -> Any:
    if name == "load":
        from pipeline.releases.frames import load

        return load
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
