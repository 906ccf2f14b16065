"""The words that Tesseract reads in a picture, with their places and how sure it is.

Knows the program's TSV output; knows no tables. The program is called as it is installed, without
a shell, and gets the picture on its standard input.
"""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from PIL import Image

from extractors.limits import PATIENCE
from extractors.readers.scan.pixels.image import Grey

PROGRAM = "tesseract"
LANGUAGE = "eng"
SECONDS = 60 * PATIENCE  # by the clock, for one page; 4,000 letters take 2 of processor time, which
# the worker limits: on a busy machine a page is not lost because its neighbours compute
SURE_LEVEL = 0  # a word with less confidence than this is no word but a speck
DESCENDERS = frozenset("gjpqyQ,;()[]{}/|")
TALL = frozenset("bdfhkltijABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}/|!?&%£$#@\"'’‘“”")
GAP_EM = 1.0  # of the size between two texts on one line; words stand a third apart
ASCENT_EM = 0.73  # of the size: height of capitals and tall letters above the line
X_EM = 0.53  # of the size: height of small letters
DESCENT_EM = 0.21  # of the size: depth of "p" below the line


@dataclass(frozen=True, slots=True)
class SeenWord:
    """One word as Tesseract gives it: pixels of the picture, confidence 0 to 100, line number."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    sure: float
    line: tuple[int, int, int]


class OcrFailed(Exception):
    """Tesseract ended with an error, or took too long."""


@cache
def find_program() -> str | None:
    """Where Tesseract is installed; None where it is not."""
    return shutil.which(PROGRAM)


def recognise(program: str, grey: Grey, dpi: int, mode: int) -> list[SeenWord]:
    """Read a picture.

    Args:
        program: From ``find_program``.
        grey: The straightened page.
        dpi: Its pixels an inch.
        mode: Tesseract's page segmentation mode: 3 for a page, 6 for one block.

    Raises:
        OcrFailed: The program ended with an error or took longer than ``SECONDS``.
    """
    report = run_tesseract(program, grey, dpi, mode, output=("tsv",))
    return list(_words(report.decode("utf-8", errors="replace")))


def run_tesseract(
    program: str,
    grey: Grey,
    dpi: int,
    mode: int,
    language: str = LANGUAGE,
    output: Sequence[str] = (),
) -> bytes:
    """What the program prints on a picture; ``output`` names its form: ``("tsv",)``.

    Raises:
        OcrFailed: The program ended with an error or took longer than ``SECONDS``.
    """
    stream = io.BytesIO()
    Image.fromarray(grey).save(stream, "BMP")  # PNG takes 0.08 s a page more
    settings = ["--dpi", str(dpi), "--psm", str(mode), "-l", language]
    try:
        done = subprocess.run(  # noqa: S603  # no shell, and no word of the document in the call
            [program, "stdin", "stdout", *settings, *output],
            input=stream.getvalue(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise OcrFailed(f"Tesseract took longer than {SECONDS:g} s") from error
    except (subprocess.CalledProcessError, OSError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        raise OcrFailed(f"Tesseract failed: {said.decode(errors='replace')[:200]}") from error
    return done.stdout


def _words(tsv: str) -> Iterable[SeenWord]:
    for row in csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text or float(row["conf"]) < SURE_LEVEL:
            continue
        left, top = int(row["left"]), int(row["top"])
        yield SeenWord(
            text,
            left,
            top,
            left + int(row["width"]),
            top + int(row["height"]),
            float(row["conf"]),
            (int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
        )


def line_size(words: Sequence[SeenWord]) -> tuple[float, float]:
    """Size of the letters of one line and the y that they stand on, both in pixels.

    Taken from the words' boxes and the letters in them: a box of "acre" is as high as small
    letters, one of "Tap" reaches from the capitals to the depth of "p".
    """
    own = _with_own_boxes(words)
    sizes = [(word.bottom - word.top) / _height_em(word.text) for word in own]
    size = float(np.median(sizes))
    bases = [
        word.bottom - (DESCENT_EM * size if DESCENDERS & set(word.text) else 0.0) for word in own
    ]
    return size, float(np.median(bases))


def _with_own_boxes(words: Sequence[SeenWord]) -> Sequence[SeenWord]:
    """The words but those that were given the box of their whole line; all, where none is left.

    Where Tesseract cannot tell the letters of a word apart, "care" gets a box as high as "Tap".
    """
    heights: dict[tuple[int, int], set[float]] = {}
    for word in words:
        heights.setdefault((word.top, word.bottom), set()).add(_height_em(word.text))
    return [word for word in words if len(heights[word.top, word.bottom]) == 1] or words


def parted_texts(seen: Sequence[SeenWord]) -> Iterable[list[SeenWord]]:
    """The words that stand together on a line, left to right: those of two columns apart."""
    lines: dict[tuple[int, int, int], list[SeenWord]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    for line in lines.values():
        line.sort(key=lambda word: word.x0)
        gap = GAP_EM * line_size(line)[0]
        cuts = [at for at, (a, b) in enumerate(pairwise(line), 1) if b.x0 - a.x1 > gap]
        for start, end in pairwise((0, *cuts, len(line))):
            yield line[start:end]


def _height_em(text: str) -> float:
    letters = set(text)
    if not any(letter.isalnum() for letter in letters):
        return ASCENT_EM + DESCENT_EM  # marks tell nothing; a bracket is the commonest
    up = ASCENT_EM if letters & TALL else X_EM
    return up + (DESCENT_EM if letters & DESCENDERS else 0.0)
