"""``make bench``, third part: how long normalising takes, and loading what it needs.

Each list is read by a process of its own, once, and loading the reference tables is counted apart.
Leads and headings all differ, so that no cache answers; of the dates a third do, as in plans.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table

LISTS = {"leads": 20_000, "dates": 20_000, "headings": 5_000}  # texts of each list
BODIES = (
    "Housing",
    "Public Health",
    "the Police",
    "Adult Social Care",
    "the Library Service",
    "ICB",
)
SIGNS = (" / ", ", ", " and ", "; ", " with support from ", " (lead) & ")
PLACES = ("Elm Road", "Linney", "Quarrow", "Wexcombe", "Mereshire")
MONTHS = ("Jan", "February", "March", "Sept", "October", "Dec")
FORMS = (
    "{month} {year}",
    "By end of {month} {year}",
    "{day} {month} {year}",
    "Q{quarter} {year}/{next}",
    "Ongoing, reviewed {month} {year} ({number})",
    "{day}/0{quarter}/{year} then every {number} weeks",
)
SUBJECTS = ("Safer streets", "Help after abuse", "Housing for families", "Work with schools")


def main() -> int:
    """Time every list in a process of its own and show one table."""
    shown = Table("list", title="Normalising", title_justify="left")
    for head in ("texts", "loading s", "reading s", "µs a text"):
        shown.add_column(head, justify="right")
    for name, count in LISTS.items():
        call = [sys.executable, "-m", "benchmarks.normalising", name]
        done = subprocess.run(call, check=True, capture_output=True, text=True, timeout=600)
        loading, reading = json.loads(done.stdout)
        each = reading / count * 1e6
        shown.add_row(name, f"{count:,}", f"{loading:.2f}", f"{reading:.2f}", f"{each:.0f}")
    Console().print(shown)
    return 0


def timed(name: str) -> None:
    """Time one list: seconds to import and answer the first text, seconds for the others."""
    texts = _texts(name, LISTS[name])
    begun = time.perf_counter()
    read = _reader(name)
    read(texts[0])
    loaded = time.perf_counter()
    for text in texts[1:]:
        read(text)
    sys.stdout.write(json.dumps([loaded - begun, time.perf_counter() - loaded]))


def _reader(name: str) -> Callable[[str], object]:
    if name == "leads":
        from normalisers.leads import normalise_leads

        return lambda text: normalise_leads(text, "E10000031")
    if name == "dates":
        from normalisers.dates import normalise_date

        return lambda text: normalise_date(text, ("2025", "2028"))
    from normalisers.themes import normalise_theme

    return lambda text: normalise_theme(text, f"We will act on this in every part of {text}.")


def _texts(name: str, count: int) -> list[str]:
    made = {"leads": _lead, "dates": _date, "headings": _heading}[name]
    return [made(number) for number in range(count)]


def _pick(values: Sequence[str], number: int) -> str:
    return values[number % len(values)]


def _lead(number: int) -> str:
    sign = _pick(SIGNS, number // 7)
    partner = f"{_pick(PLACES, number)} Partnership {number}"
    return f"{_pick(BODIES, number)}{sign}{partner}{sign}{_pick(BODIES, number // 3)}"


def _date(number: int) -> str:
    year = 2025 + number % 4
    return _pick(FORMS, number).format(
        month=_pick(MONTHS, number // 5),
        year=year,
        next=(year + 1) % 100,
        day=number % 28 + 1,
        quarter=number % 4 + 1,
        number=number,
    )


def _heading(number: int) -> str:
    return (
        f"Priority {number % 9 + 1}: {_pick(SUBJECTS, number)} in {_pick(PLACES, number)} {number}"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        timed(sys.argv[1])
    else:
        sys.exit(main())
