"""Lists of words that tell words from pieces of words and from letters that make none.

All were compiled for this project:

- ``words.csv``: words of plans long enough to be cut in a narrow column; they need to stand
  unbroken nowhere else in a document.
- ``halves.csv``: short words that make compounds with a hyphen: "step-free", "long-term".
- ``common.csv``: words of which every page of prose or plans holds some, in English, Welsh and the
  languages that councils translate plans into; of these, words of three letters and more.
"""

import csv
from functools import lru_cache
from importlib.resources import files


@lru_cache
def words_of(name: str) -> frozenset[str]:
    """The words of a list beside this module, in small letters."""
    text = files("extractors.readers.pdf").joinpath(name).read_text(encoding="utf-8")
    return frozenset(line["word"] for line in csv.DictReader(text.splitlines()))
