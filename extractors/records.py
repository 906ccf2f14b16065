"""Records that nothing changes once they are made: ``@record(frozen=True, slots=True)``.

To the type checker ``record`` is ``dataclass``. At run time nothing guards their fields, since a
frozen dataclass takes four times as long to make: cells, paragraphs and their boxes alone took 5 %
of the time of reading ruled tables. For what is made by the thousand; others are plain dataclasses.
Assign to no field: what is kept of one, as ``Cell.text``, would be that of before.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """A dataclass that compares and hashes as a frozen one does."""
        return dataclass(slots=slots, unsafe_hash=frozen)
