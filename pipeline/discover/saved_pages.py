"""What a saved page says of the set that it is one of, and what a set of them is.

Knows addresses, not how pages are read or put in order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from extractors.blocks import Link
from pipeline.discover.sets import key_of

NOWHERE = "https://saved.invalid/"  # where a saved page stands in for the web (RFC 2606)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a saved page says of the set that it is one of.

    Attributes:
        at: Where its file stands in for the web: ``"https://saved.invalid/plan/homes.html"``.
        origin: Path of the file below the folder: ``"plan/homes.html"``.
        address: The address that it gives for itself; "" for none.
        title: As printed.
        contents: The pages that its contents list names, in order; () where it has none.
        neighbours: The page before it and the page after it, where it says so.
    """

    at: str
    origin: str
    address: str
    title: str
    contents: tuple[Link, ...]
    neighbours: tuple[Link | None, Link | None] = (None, None)

    @property
    def own(self) -> Link | None:
        """Its own entry in its contents list; None where it has none."""
        keys, title = {key_of(self.at), key_of(self.address)}, self.title.casefold()
        here = (link for link in self.contents if key_of(link.address) in keys)
        named = (link for link in self.contents if link.text.casefold() == title)
        return next(here, None) or next(named, None)

    @property
    def keys(self) -> list[str]:
        """How a list may name it: by its address, its file, or its file without ending."""
        path = PurePosixPath(urlsplit(self.at).path)
        bare = f"{NOWHERE.rstrip('/')}{path.with_suffix('')}"
        named = (self.address, self.at, bare) if self.address else (self.at, bare)
        return [key_of(address, whole=True) for address in named]


@dataclass(frozen=True, slots=True)
class SavedSet:
    """Saved pages that are one document.

    Attributes:
        places: Place by ``origin``, from 1: ``{"plan/foreword.html": 1, "plan/homes.html": 3}``; a
            place that no page has was not saved.
        missing: What its list or its pagers call the pages that were not saved: ``("Glossary",)``.
    """

    places: Mapping[str, int]
    missing: tuple[str, ...] = ()
