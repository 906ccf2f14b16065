"""What can go wrong with one fetch; it becomes a row of ``problems``, never the end of a run."""

from dataclasses import dataclass


@dataclass(slots=True)
class FetchFault(Exception):
    """One address could not be fetched.

    Attributes:
        code: A key of ``pipeline.errors.CODES``: ``"timeout"``.
        message: What happened, without the address and without times that differ each night.
        passing: True where another try may go well a little later.
        wait_s: Seconds that the site asks to be left alone; None where it asks for none.
    """

    code: str
    message: str
    passing: bool = False
    wait_s: float | None = None

    def __str__(self) -> str:
        return self.message
