"""The headings of several columns that were read as one line: "Ref Action Lead When".

Knows ``headings.csv``; knows neither tables nor formats.
"""

from collections.abc import Iterator, Mapping, Sequence

from extractors.columns.folding import fold_words
from extractors.columns.headings import HeadingLine, load_headings

MIN_NAMES = 4  # headings one after another in a line; "Action plan update" reads as two
MAX_LINE_WORDS = 60  # words of all headings of a table in one line; ten headings of six each


def names_columns(text: str) -> bool:
    """Whether a line is the headings of several columns and nothing else: "Ref Action Lead When".

    Columns without rules between them are read as one line where nothing stands below them.
    """
    return len(next(columns_named(text), ())) >= MIN_NAMES


def columns_named(text: str) -> Iterator[tuple[HeadingLine, ...]]:
    """The ways in which a text is headings of ``headings.csv`` and nothing else, longest first.

    ``"Actions required When"`` has one, of ``activity`` and ``due``; ``"Actions Lead officer"`` is
    "Action lead" and "Officer", or "Action" and "Lead officer". A sentence has none.
    """
    words, known = fold_words(text), load_headings()
    if len(words) > MAX_LINE_WORDS:
        return iter(())
    lines: list[dict[int, HeadingLine]] = [{} for _ in words]  # from each word to the next heading
    for start in range(len(words) - 1, -1, -1):
        for end in range(min(len(words), start + known.longest), start, -1):
            line = known.whole.get("".join(words[start:end]))
            if line is not None and (end == len(words) or lines[end]):
                lines[start][end] = line
    return _ways(lines, 0) if lines else iter(())


def _ways(
    lines: Sequence[Mapping[int, HeadingLine]], start: int
) -> Iterator[tuple[HeadingLine, ...]]:
    """The ways from one word to the last; no word is entered from which none leads there."""
    if start == len(lines):
        yield ()
        return
    for end, line in lines[start].items():
        yield from ((line, *rest) for rest in _ways(lines, end))
