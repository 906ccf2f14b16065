"""What an engine is asked for, and how it says that it cannot read a page."""

from typing import Protocol

from extractors.limits import Limits
from extractors.readers.pdf.record import About, PageRecord


class Engine(Protocol):
    """An open document: pages by 1-based number."""

    name: str

    def page_count(self) -> int:
        """Number of pages."""

    def about(self) -> About:
        """What the file says of itself."""

    def page(self, number: int, limits: Limits) -> PageRecord:
        """Read one page; ``PageUnreadable`` where this engine cannot."""

    def close(self) -> None:
        """Let go of the file."""


class PageUnreadable(Exception):
    """An engine cannot read this page; another may."""
