"""What an address gave, and what to ask it with the next time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site said of the bytes that we hold, sent back to ask whether they still stand."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """As headers of a request; none where the site said nothing."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address gave.

    Attributes:
        address: Where it was found in the end, after redirects.
        data: The bytes; None where the site says that nothing has changed.
        validators: To ask again with.
    """

    address: str
    data: bytes | None
    validators: Validators
