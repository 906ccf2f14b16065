"""Which engine reads a page: pdfium first, pdfplumber for a page that pdfium refuses.

Knows the engines and what a damaged file can still give; knows nothing of tables or paragraphs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.pdf.engines.engine import Engine, PageUnreadable
from extractors.readers.pdf.engines.file.damage import faults, mend
from extractors.readers.pdf.record import About, PageRecord


@contextmanager
def open_pdf(data: bytes) -> Iterator["Pages"]:
    """Open the bytes of a PDF; everything is closed at the end.

    Raises:
        UnreadableDocument: No engine opens it: ``encrypted`` or ``damaged``.
    """
    pages = Pages(data)
    try:
        yield pages
    finally:
        pages.close()


class Pages:
    """The pages of one document, read by the first engine that can."""

    def __init__(self, data: bytes) -> None:
        # The engines are imported here, and pdfplumber only when it is needed: importing it takes
        # 0.3 s and 16 MB of every worker.
        from extractors.readers.pdf.engines import pdfium as pdf_pdfium

        self._given = self._data = data
        self._spare: Engine | None = None
        self._spare_failed = False
        self._main: Engine | None = pdf_pdfium.open_document(data)
        if self._main is None and (mended := mend(data)) is not None:
            self._main = pdf_pdfium.open_document(mended)
            self._data = data if self._main is None else mended  # pdfminer finds lost pages itself
        if self._main is None and self._spare_engine() is None:
            raise UnreadableDocument(
                "damaged", "The PDF is broken: no page can be found. Fetch or save it again."
            )

    @property
    def count(self) -> int:
        """Number of pages."""
        return self._first().page_count()

    @property
    def about(self) -> About:
        """What the file says of itself."""
        return self._first().about()

    def read(self, number: int, limits: Limits) -> PageRecord:
        """Read page ``number`` (from 1); a page that no engine reads is empty but for a problem.

        The first page also bears what is wrong with the file.
        """
        record = self._read(number, limits)
        found = faults(self._given) if number == 1 else []
        if number == 1 and self._data is not self._given and not found:
            found = ["its catalogue is lost"]
        if not found:
            return record
        message = (
            f"The PDF is damaged: {', and '.join(found)}. What was left of it was read "
            f"({self.count} pages); words may be missing. Fetch or save it again."
        )
        damaged = Problem("read", "damaged", "warning", message)
        return replace(record, problems=(damaged, *record.problems))

    def _read(self, number: int, limits: Limits) -> PageRecord:
        reasons = []
        if self._main is not None:
            try:
                return self._main.page(number, limits)
            except PageUnreadable as error:
                reasons.append(str(error))
        spare = self._spare_engine()
        if spare is not None:
            try:
                return spare.page(number, limits)
            except PageUnreadable as error:
                reasons.append(str(error))
        message = f"page {number}: could not be read ({'; '.join(reasons)})"
        problem = Problem("read", "page_unreadable", "warning", message, number)
        return PageRecord(number, 0.0, 0.0, problems=(problem,))

    def close(self) -> None:
        """Close the engines."""
        for engine in (self._main, self._spare):
            if engine is not None:
                engine.close()

    def _first(self) -> Engine:
        engine = self._main or self._spare_engine()
        assert engine is not None
        return engine

    def _spare_engine(self) -> Engine | None:
        if self._spare is None and not self._spare_failed:
            from extractors.readers.pdf.engines import plumber as pdf_plumber

            self._spare = pdf_plumber.open_document(self._data)
            self._spare_failed = self._spare is None
        return self._spare
