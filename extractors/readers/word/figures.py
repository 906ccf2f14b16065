"""A number in the figures that Word names (ECMA-376 part 1, 17.18.59): 4 as "4", "04", "d", "iv".

Pure: a number and the name of a style in, text out.
"""

from collections.abc import Callable, Mapping

from extractors.readers.roman import roman

MAX_REPEATS = 30  # letters of one number: "aaa" is 55; a longer run is no number that a plan has
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
            "nine": "ninth", "twelve": "twelfth"}  # fmt: skip


def figure(number: int, style: str, custom: str | None = None) -> str:
    """Give a number as displayed: ``figure(4, "upperRoman")`` is ``"IV"``.

    ``custom`` is the pattern of style "custom": ``"001, 002, 003, ..."``. A style that is not
    known (those of page numbers, of footnotes, of other scripts) is displayed in plain figures;
    "none" and "bullet" display nothing.
    """
    if style in ("none", "bullet"):
        return ""
    if style == "custom":
        first = (custom or "").partition(",")[0].strip()
        return str(number).zfill(len(first)) if first.isdigit() else str(number)
    make = _STYLES.get(style)
    return str(number) if make is None or number < 1 else make(number)


def _letters(number: int) -> str:
    """Letters from a to z, then aa, bb ... zz, aaa."""
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeats + 1) if repeats < MAX_REPEATS else str(number)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _words(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return TENS[tens] if ones == 0 else f"{TENS[tens]}-{ONES[ones]}"


def _ordinal_words(number: int) -> str:
    if number >= 100:
        return _ordinal(number)
    start, dash, last = _words(number).rpartition("-")
    if last.endswith("y"):
        return f"{last[:-1]}ieth"
    return f"{start}{dash}{ORDINALS.get(last, f'{last}th')}"


_STYLES: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda n: _words(n).capitalize(),
    "ordinalText": lambda n: _ordinal_words(n).capitalize(),
}
