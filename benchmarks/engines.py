"""The tools that are compared: each reads one PDF and gives its pages, tables' cells and fallbacks.

Run as ``python -m benchmarks.engines NAME FILE...`` by ``benchmarks.__main__``, one process a run,
so that CPU time and peak memory are of that tool alone. Writes one JSON line about the last file;
those before it load what the tool needs.
"""

import importlib.util
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Reading:
    """What a tool made of one file: its pages, and the texts of the cells of its tables."""

    pages: int = 0
    cells: list[str] = field(default_factory=list)


def main(name: str, files: list[str]) -> None:
    """Read the files with one tool and write what was found in the last, and what it cost."""
    *before, last = files
    for file in before:
        ENGINES[name].read(file)
    begun = time.process_time()
    found = ENGINES[name].read(last)
    report = {
        "cpu": time.process_time() - begun,
        "peak_mb": _peak_kb(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024,
        "pages": found.pages,
        "cells": found.cells,
        "fallbacks": _fallbacks(last) if name == OURS else 0,
    }
    sys.stdout.write(json.dumps(report) + "\n")


def _peak_kb(otherwise: int) -> int:
    """The most memory that this program held; ``otherwise`` where the system does not say.

    What ``getrusage`` gives begins with the memory of the process that started this one.
    """
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), otherwise)


def _ours(file: str) -> Reading:
    from extractors.blocks import tables_of
    from extractors.readers import pdf

    document = pdf.read(Path(file).read_bytes())
    cells = [cell.text for table in tables_of(document.blocks) for cell in table.cells]
    return Reading(document.pages or 0, cells)


def _fallbacks(file: str) -> int:
    """Pages that the second engine reads; asked apart, since a document does not say."""
    from extractors.limits import Limits
    from extractors.readers.pdf.engines.opening import open_pdf

    if "extractors.readers.pdf.engines.plumber" not in sys.modules:
        return 0  # it is loaded only where it is needed
    with open_pdf(Path(file).read_bytes()) as pages:
        records = [pages.read(number, Limits()) for number in range(1, pages.count + 1)]
    return sum(record.engine == "pdfplumber" for record in records)


def _pdfplumber(file: str) -> Reading:
    import pdfplumber

    reading = Reading()
    with pdfplumber.open(file) as document:
        for page in document.pages:
            tables = page.extract_tables()
            reading.cells += [text or "" for table in tables for row in table for text in row]
            reading.pages += 1
            page.close()
    return reading


def _pdfium_text(file: str) -> Reading:
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    for page in document:
        page.get_textpage().get_text_bounded()
    return Reading(len(document))


def _pymupdf(file: str) -> Reading:
    import pymupdf

    document = pymupdf.open(file)
    tables = [table for page in document for table in page.find_tables().tables]
    cells = [text or "" for table in tables for row in table.extract() for text in row]
    return Reading(len(document), cells)


def _camelot(file: str) -> Reading:
    import camelot
    import pypdfium2

    tables = camelot.read_pdf(file, pages="all")
    cells = [str(text) for table in tables for row in table.data for text in row]
    return Reading(len(pypdfium2.PdfDocument(file)), cells)


@dataclass(frozen=True, slots=True)
class Engine:
    """A tool: the module that it needs, how it reads, and whether it finds tables at all."""

    module: str
    read: Callable[[str], Reading]
    tables: bool = True


OURS = "planbook"
ENGINES = {
    OURS: Engine("extractors", _ours),
    "pdfplumber": Engine("pdfplumber", _pdfplumber),
    "pypdfium2 text": Engine("pypdfium2", _pdfium_text, tables=False),
    "camelot": Engine("camelot", _camelot),
    "pymupdf": Engine("pymupdf", _pymupdf),
}


def installed() -> Iterator[str]:
    """The names of the tools that can run here."""
    for name, engine in ENGINES.items():
        if importlib.util.find_spec(engine.module) is not None:
            yield name


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
