"""Documents with flipped, cut, spliced and swapped bytes, and what a worker makes of them.

Found by workers on the path of this folder, as ``mock_reader`` is. A seed makes the same mutants
everywhere.
"""

import hashlib
import random
from datetime import UTC, datetime
from pathlib import Path

from extractors.limits import Limits
from pipeline.extract.reading import Unfinished, read_edition
from pipeline.records import Edition, ReadEdition

ROOT = Path(__file__).parents[3]
SOURCES = (
    ROOT / "samples" / "documents" / "calderwick_delivery_plan_2025_26.docx",
    ROOT / "tests" / "documents" / "ruled.pdf",
    ROOT / "tests" / "documents" / "merged.pdf",
)
SEED = 20_261_121
TYPES = {".pdf": "application/pdf", ".docx": "application/zip"}


def mutant(number: int) -> tuple[str, bytes]:
    """File name and bytes of a mutant: ``(".pdf", b"%PDF-...")``."""
    draw = random.Random(SEED + number)
    source = SOURCES[number % len(SOURCES)]
    data = bytearray(source.read_bytes())
    kind = draw.choice((_flip, _flip, _cut, _splice, _swap, _number))
    return source.suffix, bytes(kind(data, draw))


def _flip(data: bytearray, draw: random.Random) -> bytearray:
    for _ in range(draw.choice((1, 3, 20, 200))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return data


def _cut(data: bytearray, draw: random.Random) -> bytearray:
    return data[: draw.randrange(len(data))]


def _splice(data: bytearray, draw: random.Random) -> bytearray:
    start, end = sorted(draw.randrange(len(data)) for _ in range(2))
    at = draw.randrange(len(data))
    return data[:at] + data[start:end] + data[at:]


def _swap(data: bytearray, draw: random.Random) -> bytearray:
    """Two stretches change places: objects of a PDF under one another's numbers."""
    size = draw.randrange(1, max(2, len(data) // 20))
    one, other = (draw.randrange(len(data) - size) for _ in range(2))
    data[one : one + size], data[other : other + size] = (
        data[other : other + size],
        data[one : one + size],
    )
    return data


def _number(data: bytearray, draw: random.Random) -> bytearray:
    """The digits of a stretch become nines: lengths, counts and places that are too large."""
    start = draw.randrange(len(data))
    stretch = data[start : start + 200]
    return data[:start] + bytes(57 if 48 <= b <= 57 else b for b in stretch) + data[start + 200 :]


def read_some(folder: str, numbers: range) -> list[str]:
    """Read mutants in a worker: ``["ok", "damaged", ...]``; the codes of those that failed."""
    return [outcome_of(read_one(folder, number)) for number in numbers]


def read_one(folder: str, number: int) -> ReadEdition | Unfinished:
    suffix, data = mutant(number)
    path = Path(folder) / f"{number}{suffix}"
    path.write_bytes(data)
    return read_edition(path, _edition(path, data), Limits())


def _edition(path: Path, data: bytes) -> Edition:
    return Edition(
        edition_id=hashlib.sha256(data).hexdigest(),
        document_id="mutant",
        file_name=path.name,
        media_type=TYPES[path.suffix],
        size=len(data),
        fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        origin=path.name,
    )


def outcome_of(read: object) -> str:
    if isinstance(read, Unfinished):
        return "unfinished"
    assert isinstance(read, ReadEdition)
    if read.facts is not None:
        return "partial" if any(p.severity == "error" for p in read.problems) else "ok"
    (problem,) = read.problems
    return problem.code
