"""Editions read over worker processes: whole, by pages, and pictures page by page."""

import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import sniff
from pipeline.extract import Work, extract_editions, reading
from pipeline.records import Edition
from pipeline.settings import Settings
from pipeline.workers import WorkerPool

ROOT = Path(__file__).parents[3]
STRATEGY = ROOT / "samples" / "documents" / "mereshire_strategy_2025_2028.pdf"


def work_of(path: Path) -> Work:
    data = path.read_bytes()
    saved = datetime(2026, 3, 1, tzinfo=UTC)
    edition_id = hashlib.sha256(data).hexdigest()
    edition = Edition(edition_id, path.stem, path.name, sniff(data), len(data), saved, str(path))
    return Work(edition, path)


def read(*paths: Path):
    settings = Settings(workers=2)
    with WorkerPool(2, settings.job_limits) as pool:
        return extract_editions([work_of(path) for path in paths], pool, settings.limits)


def make_pdf(path: Path, pages: int, picture: bytes | None = None) -> Path:
    canvas = Canvas(str(path), invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 11)
        if picture is not None and number == 2:
            canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, 595, 842)
        else:
            word = "".join(chr(ord("a") + int(digit)) for digit in str(number)) * 3
            canvas.drawString(72, 700 - number, f"The chapter on {word} tells of {word[::-1]}")
            canvas.drawString(
                72, 500 - number, f"Here {word} is explained to the people of {word}."
            )
        canvas.showPage()
    canvas.save()
    return path


def test_a_document_read_by_pages_gives_the_rows_of_one_read_whole():
    (whole,) = read(STRATEGY)
    work, limits = work_of(STRATEGY), Settings().limits
    parts = [reading.read_part(work.path, numbers, limits) for numbers in (range(1, 4), (4, 5))]
    assert reading.assemble_edition(work.edition, [*parts[0], *parts[1]], ()) == whole


def test_a_page_that_is_a_picture_is_read_by_a_job_of_its_own(tmp_path):
    picture = io.BytesIO()
    Image.new("L", (1240, 1754), 255).save(picture, "PNG")
    (mixed,) = read(make_pdf(tmp_path / "mixed.pdf", 3, picture.getvalue()))
    assert mixed.facts is not None
    assert mixed.facts.pages == 3
    assert mixed.facts.scanned == (2,)
    assert "The chapter on ddd" in mixed.facts.opening


def test_a_long_document_is_read_by_parts_and_keeps_its_pages(tmp_path):
    (long,) = read(make_pdf(tmp_path / "long.pdf", reading.LONG_PAGES + 10))
    assert long.facts is not None
    assert long.facts.pages == reading.LONG_PAGES + 10
    assert "The chapter on bbb" in long.facts.opening
    assert long.problems == ()


def test_damaged_stored_bytes_are_told_and_never_read(tmp_path):
    work = work_of(make_pdf(tmp_path / "plan.pdf", 1))
    work.path.write_bytes(work.path.read_bytes() + b"\n")
    settings = Settings(workers=1)
    with WorkerPool(1, settings.job_limits) as pool:
        (told,) = extract_editions([work], pool, settings.limits)
    assert told.facts is None
    assert [problem.code for problem in told.problems] == ["raw_damaged"]


def test_a_document_that_cannot_be_read_leaves_the_others_alone(tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(STRATEGY.read_bytes()[:400])
    bad, good = read(broken, STRATEGY)
    assert bad.facts is None
    assert bad.problems[0].message.startswith("broken.pdf: ")
    assert len(good.actions) == 10


def test_a_document_whose_rows_repeat_a_text_beyond_all_measure_is_given_up(tmp_path):
    rows = "".join(
        f"<tr><td>Repair slipway {n}.</td><td>Harbour office</td><td>May 2027</td><td>x</td></tr>"
        for n in range(500)
    )
    heads = f"<th>Action</th><th>Lead</th><th>Due date</th><th>Note {'of the pier ' * 4_000}</th>"
    plan = tmp_path / "slipways.html"
    plan.write_text(f"<html><body><h1>Plan</h1><table><tr>{heads}</tr>{rows}</table></body></html>")
    (given_up,) = read(plan)
    (problem,) = given_up.problems
    assert problem.code == "result_limit"
    assert problem.message == (
        "slipways.html: its rows hold 24 million letters, the limit is 20 million"
    )
    assert given_up.actions == ()
