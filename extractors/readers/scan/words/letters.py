"""Letters that Tesseract takes for one another, decided by their picture.

Knows the shapes of a few letters; knows no words of any document.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extractors.months import MONTH
from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.pixels.shapes import Shapes
from extractors.readers.scan.words.words import SeenWord

BAR_RE = re.compile(r"^[1l|](?=[A-Z])")
QUARTER_RE = re.compile(r"^(?:Q[Iil|!\]]|@1)$")  # a quarter of the year, "Q1"
LAST_BAR_RE = re.compile(r"(?<=[A-Z])[|!\]]$")  # "BT]" is "BT1": no word of capitals ends in a bar
ONE_RE = re.compile(r"(?<=[A-Z])[l|](?=\d)")  # "Al2" is "A12": no word has a small l between
ZERO_RE = re.compile(r"(?<=[.\d])O(?=\d)")
DUST_RE = re.compile(r"[.,:;'‘’`~_|°*^©®\"“”-]{1,3}|[-—–]_?~?")
BULLET = "\u2022"
BULLETS = frozenset((BULLET, *"\u00a2\u00ab\u00bb\u00a5\u00b0\u00a9="))  # read for a dot, a square
COPYRIGHT = "\u00a9"
LETTER_C = "(c)"  # a third item of a list, which Tesseract reads as the mark of copyright
TALL_SHARE = 0.75  # of the next word's height; a bracket has 0.9 on, a dot 0.44 at most
ROUND = frozenset("e+*")  # read for a dot too: "e" 5 of 40 in twelve made scans, "+" 15 in another
DOT_SHARE = 0.47  # of the next word's height; such dots had 0.29 to 0.44, 265 printed "e" from 0.5
INDENT = 6  # pixels by which the texts behind bullets may differ
DASHES = frozenset("-–—")
DOT_REACH = 2.0  # of a line's height from a bullet to its text, at most; common ones have 0.4 to 1
FIGURES_RE = re.compile(r"^[A-Z]{0,3}\d{2,4}$|^[A-Z]{1,3}\d$")
NOUGHT_RE = re.compile(r"^[A-Z]{1,2}O\d$")  # "YPO1", which may be printed "YP01"
NOUGHT_WIDE = (
    0.75  # of its height that a nought is wide at most: it has 0.55 to 0.72, an "O" 0.78 on
)
BRACKETS = str.maketrans("{}", "()")  # no plan prints curly ones
COUNCILLOR_RE = re.compile(r"^Cl[li1|]r(?=s?(?:[A-Z]\.)?$)")  # "Cllr", of strokes all alike
GLUED_RE = re.compile(
    rf"(\d{{1,2}}(?:st|nd|rd|th)?)({MONTH})|(Cllrs?|Mrs?|Ms|Dr|Prof|Supt)([A-Z]\.)"
)
"""A day and its month, a title and an initial: a narrow letter hides the blank beside it."""
STOP_SHARE = 0.35  # of a figure's height that a stop at its foot is high; stops have 0.15 to 0.25
SURE_DASH = 60  # confidence; printed dashes had 75 to 96, dust beside a word 8 to 52
LEAN = 1.6  # pixels by which the left side of a bar may wander; the flag of a "1" is 4 and wider
LEAST_ROWS = 8  # pixels of height below which a shape tells nothing


def is_dust(word: SeenWord) -> bool:
    """Whether a word in a cell is only marks that no one prints alone; a dash may be one."""
    marks = DUST_RE.fullmatch(word.text) is not None
    return marks and (word.text not in DASHES or word.sure < SURE_DASH)


def mend_bullets(words: Sequence[SeenWord], dots: Sequence[Frame] = ()) -> list[SeenWord]:
    """Read what Tesseract makes of a bullet as one where it begins a line.

    No line of a plan begins with a cent sign or a quotation mark alone; a lone "e" or "+" is one
    where it is as small as a dot. A first line of a cell that stands as far in as the text behind
    the bullets or dashes below it has lost its own.

    Args:
        words: Of a page.
        dots: Its bullets that were found by their shapes, and are no words.
    """
    lines: dict[tuple[int, int, int], list[SeenWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    mended: list[SeenWord] = []
    behind: dict[int, int] = {}  # cell to the place of the text behind its bullets
    for key, line in lines.items():
        line.sort(key=lambda word: word.x0)
        if len(line) > 1 and _is_letter(line[0], line[1]):
            line[0] = replace(line[0], text=LETTER_C)
        if len(line) > 1 and _is_bullet(line[0], line[1]):
            line[0] = replace(line[0], text=BULLET)
        if (start := _behind_mark(line, dots)) is not None:
            behind.setdefault(key[0], start)
        mended += line
    heads = sorted((line for line in lines.values()), key=lambda line: line[0].top)
    first = {line[0].line[0]: line for line in reversed(heads)}
    lost = {
        id(line[0])
        for cell, line in first.items()
        if cell in behind
        and _behind_mark(line, dots) is None
        and abs(line[0].x0 - behind[cell]) <= INDENT
    }
    return [one for word in mended for one in _with_bullet(word, id(word) in lost)]


def _behind_mark(line: Sequence[SeenWord], dots: Sequence[Frame]) -> int | None:
    """Where the text of a line begins that has a bullet or a dash before it; None without one."""
    head = line[0]
    if len(line) > 1 and (head.text == BULLET or head.text in DASHES):
        return line[1].x0
    high = head.bottom - head.top
    dotted = any(
        head.top <= (dot.top + dot.bottom) / 2 <= head.bottom
        and 0 <= head.x0 - dot.x1 <= DOT_REACH * high
        for dot in dots
    )
    return head.x0 if dotted else None


def _is_letter(word: SeenWord, following: SeenWord) -> bool:
    """Whether a "©" is as tall as the word behind it: "(c)" of a list, and no dot."""
    share = (word.bottom - word.top) / max(following.bottom - following.top, 1)
    return word.text in (COPYRIGHT, f"{COPYRIGHT})", f"({COPYRIGHT}") and share >= TALL_SHARE


def _is_bullet(word: SeenWord, following: SeenWord) -> bool:
    """Whether a line's first word is what Tesseract makes of a dot."""
    share = (word.bottom - word.top) / max(following.bottom - following.top, 1)
    return word.text in BULLETS or (word.text in ROUND and share < DOT_SHARE)


def _with_bullet(word: SeenWord, lost: bool) -> list[SeenWord]:
    return [replace(word, text=BULLET, x1=word.x0), word] if lost else [word]


def mend(word: SeenWord, grey: Grey) -> SeenWord:
    """Read "1H.01" and "|OM" as "IH.01" and "IOM" where the first letter is a plain bar.

    A printed "1" has a flag at its top left; a capital "I" of a typeface without serifs has none.
    An "O" before a digit and after one or a full stop ("PA.O1") is a nought; "(©)" is "(c)",
    "{12" is "(12" and "Clir" is "Cllr".
    """
    said = COUNCILLOR_RE.sub("Cllr", word.text.translate(BRACKETS))
    said = ZERO_RE.sub("0", ONE_RE.sub("1", said)).replace("(©)", "(c)")
    said = LAST_BAR_RE.sub("1", "Q1" if QUARTER_RE.match(said) else said)
    word = replace(word, text=said)
    if BAR_RE.match(word.text) is None or not _starts_with_bar(word, grey):
        return word
    return replace(word, text=f"I{word.text[1:]}")


def _starts_with_bar(word: SeenWord, grey: Grey) -> bool:
    box = grey[max(word.top, 0) : word.bottom, max(word.x0 - 1, 0) : word.x1]
    if box.size == 0:
        return False
    levels = box.astype(np.int16)
    tone = np.median(levels)
    if tone < levels.mean():
        levels, tone = -levels, -tone
    dark = levels < (tone + levels.min()) / 2
    columns = np.flatnonzero(dark.any(axis=0))
    if columns.size == 0:
        return False
    gaps = np.flatnonzero(np.diff(columns) > 1)
    last = columns[gaps[0]] if gaps.size else columns[-1]
    letter = dark[:, columns[0] : last + 1]
    rows = letter[letter.any(axis=1)]
    if rows.shape[0] < LEAST_ROWS or rows.shape[1] > rows.shape[0] / 2:
        return False
    lefts = rows.argmax(axis=1)
    return bool(lefts.max() - lefts.min() <= LEAN)


def part_glued(words: Sequence[SeenWord]) -> list[SeenWord]:
    """The words with two that were read as one apart: "1July" is "1", "July"; "CllrR." is two."""
    parted: list[SeenWord] = []
    for word in words:
        found = GLUED_RE.fullmatch(word.text)
        if found is None:
            parted.append(word)
            continue
        first, second = filter(None, found.groups())
        cut = word.x0 + round((word.x1 - word.x0) * len(first) / len(word.text))
        parted += [replace(word, text=first, x1=cut), replace(word, text=second, x0=cut)]
    return parted


def mend_figures(words: Sequence[SeenWord], shapes: Shapes) -> list[SeenWord]:
    """The words with what their shapes tell of their figures: "12" is "1.2", "YPO1" is "YP01".

    A small figure and its stop are one to Tesseract; they are two shapes of the page. A nought is
    narrower than an "O".
    """
    return [_mended(word, shapes) for word in words]


def _mended(word: SeenWord, shapes: Shapes) -> SeenWord:
    if not FIGURES_RE.match(word.text):
        return word
    own = _held(word, shapes)
    return _with_nought(word, own) if NOUGHT_RE.match(word.text) else _with_stop(word, own)


def _held(word: SeenWord, shapes: Shapes) -> Shapes:
    """The shapes whose middle is in a word, left to right."""
    x, y = (shapes[:, 0] + shapes[:, 2]) / 2, (shapes[:, 1] + shapes[:, 3]) / 2
    held = (word.x0 <= x) & (x <= word.x1) & (word.top <= y) & (y <= word.bottom)
    return shapes[held][np.argsort(shapes[held][:, 0])]


def _with_nought(word: SeenWord, own: Shapes) -> SeenWord:
    at = word.text.rindex("O")
    tall = own[:, 3] - own[:, 1]
    own = own[tall >= tall.max(initial=0) / 2]  # and no specks of dust
    if len(own) != len(word.text):
        return word
    x0, top, x1, bottom = own[at, :4].tolist()
    narrow = x1 - x0 <= NOUGHT_WIDE * (bottom - top)
    return replace(word, text=f"{word.text[:at]}0{word.text[at + 1 :]}") if narrow else word


def _with_stop(word: SeenWord, own: Shapes) -> SeenWord:
    if not len(own):
        return word
    tall, base = int((own[:, 3] - own[:, 1]).max()), int(own[:, 3].max())
    low = own[:, 1] >= base - STOP_SHARE * tall
    stops = np.flatnonzero(low)
    if len(stops) != 1 or len(own) != len(word.text) + 1 or not 0 < stops[0] < len(word.text):
        return word
    return replace(word, text=f"{word.text[: stops[0]]}.{word.text[stops[0] :]}")
