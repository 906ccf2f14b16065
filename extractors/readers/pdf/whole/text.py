"""The text of paragraphs across line ends: which hyphens belong to the words.

Knows words and hyphens of the whole document; knows nothing of pages.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from extractors.readers.pdf.known import words_of
from extractors.readers.pdf.page.paragraphs.cut_dates import is_cut_date
from extractors.readers.pdf.page.paragraphs.paragraphs import FULL_LINE_END, LINE_END
from extractors.readers.pdf.whole.cut_addresses import address_goes_on, ends_in_address

TOKEN_RE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+)*")
BREAK_RE = re.compile(rf"[{LINE_END}{FULL_LINE_END}]")
MARK_RE = re.compile(rf"([{LINE_END}{FULL_LINE_END}])")
HYPHENS = "-‐‑\u00ad"
SOFT_HYPHEN = "\u00ad"
BREAKING_HYPHEN = "\u2010"  # WeasyPrint's and Chromium's; keyboards have another
TIES = frozenset("/–—")  # between two words without a space: "2026–2031"
CLOSERS = frozenset(".,;:!?)]")  # stand behind a word; only a cut line begins with one
# First parts that English keeps a hyphen after, though they are no words by themselves; those
# that are as often the start of a plain word (re, pre, pro, inter, sub) are left out.
PREFIXES = frozenset(["anti", "cross", "e", "mid", "multi", "non", "post", "quasi", "self", "vice"])
FELLOW = "co"  # keeps it before an o and before a word: "co-ordinator", "co-design", not "cohesion"
REFERENCE_START_RE = re.compile(r"(?:^|\s)[A-Z]{1,4}[.\-/ ]?\d{0,2}[.\-/]?\d?$")
FIGURES_RE = re.compile(r"^\d{1,2}(?:\.\d{1,2})*(?:\s|$)")
COUNTED_PART_RE = re.compile(r"^\d{1,2}$")  # of the reference "1a" in a column as wide as a letter
GENITIVE_RE = re.compile(r"['’]s(?:\s|$)")
MAX_TAIL = 3  # letters of a word's end that a narrow column pushes to the next line
SHORT_RE = re.compile(
    r"^(?:"
    r"a|an|and|any|are|as|at|be|but|by|can|did|do|due|for|get|"
    r"had|has|he|her|his|how|i|if|in|is|it|its|led|let|may|me|"
    r"met|my|new|no|nor|not|now|of|off|on|one|or|our|out|own|per"
    r"|she|so|than|the|to|too|two|up|us|use|via|was|we|who|why|"
    r"yet|you|all|new|key|set|tbc|"
    r"aid|air|bid|big|box|bus|car|gap|gas|gym|hub|job|law|low|map|pay|pub|six|tax|web"
    r")$"
)
MIN_PLURAL = 6  # letters of a word that the list may hold without its s: "communications"
WORD_LETTERS = frozenset("aio")  # a single other letter is a reference or the end of a cut word
MAX_PIECES = 4  # lines over which a column of a few letters cuts one word: "Com", "missi", "oner"


class Vocabulary:
    r"""The words that stand unbroken within lines of one document, and how often.

    ``Vocabulary(["multi-agency risk\nconferences"])`` knows ``multi-agency``, ``risk`` and
    ``conferences``.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._hyphens: list[tuple[str, str]] = []  # what stands around those at line ends
        alone: set[str] = set()
        pieces: set[str] = set()  # between blanks: most come again, so each is looked into once
        for text in texts:
            plain = text.lower()
            if TOKEN_RE.fullmatch(plain) and plain not in alone:
                alone.add(plain)  # the halves of a word that a page's end cuts stand alone, once
            else:
                pieces.update(self._unbroken(plain))
        self._words = set(TOKEN_RE.findall(" ".join(pieces)))

    def _unbroken(self, text: str) -> list[str]:
        """The pieces between the blanks of a text, but for the words that a line's end may cut."""
        if BREAK_RE.search(text) is None:
            return text.split()
        lines = BREAK_RE.split(text)
        self._hyphens += [
            (_last_word(line[:-1]), _first_word(after))
            for line, after in pairwise(map(str.strip, lines))
            if line.endswith(tuple(HYPHENS))
        ]
        unbroken: list[str] = []
        for number, line in enumerate(lines):
            pieces = line.split()
            if number and pieces:
                pieces[:1] = TOKEN_RE.findall(pieces[0])[1:]
            if number + 1 < len(lines) and pieces:
                pieces[-1:] = TOKEN_RE.findall(pieces[-1])[:-1]
            unbroken += pieces
        return unbroken

    @cached_property
    def hyphenates(self) -> bool:
        """Whether the document parts words at line ends: one that is known without the hyphen."""
        cuts = (stem + tail for stem, tail in self._hyphens if tail and stem != FELLOW)
        return any(word in self for word in cuts)

    @cached_property
    def types_own(self) -> bool:
        """Whether it prints the hyphen in words that typesetters alone put where they break one."""
        return any(BREAKING_HYPHEN in word for word in self._words)

    def __contains__(self, word: str) -> bool:
        if len(word) == 1:
            return word.lower() in WORD_LETTERS
        return self.prints(word) or not _forms(word).isdisjoint(words_of("words.csv"))

    def prints(self, word: str) -> bool:
        """Whether the word, with or without the s of its plural, stands in the document itself."""
        return not _forms(word).isdisjoint(self._words)


def _forms(word: str) -> set[str]:
    """A word in small letters, and without the s of its plural."""
    plain = word.lower()
    plural = len(plain) >= MIN_PLURAL and plain.endswith("s")
    return {plain, plain[:-1]} if plural else {plain}


def settle(text: str, vocabulary: Vocabulary) -> str:
    r"""Put the lines of a paragraph together, with single spaces.

    A hyphen at a line's end goes only where the document, or the parts, say that it marks a
    break: ``"consul-\ntation"`` becomes ``"consultation"``, ``"multi-\nagency"`` keeps its own; so
    does ``"re-\nvetted"`` where no other word is parted so.
    """
    if LINE_END not in text and FULL_LINE_END not in text:
        return _clean(text)
    pieces = MARK_RE.split(text)
    lines, marks = [piece.strip() for piece in pieces[0::2]], pieces[1::2]
    joined, index = lines[0], 0
    while index < len(marks):
        full = marks[index] == FULL_LINE_END
        ahead = slice(index + 1, index + 1 + MAX_PIECES)
        count = _cut_pieces(joined, lines[ahead], marks[index : ahead.stop], vocabulary)
        if count:
            joined += "".join(lines[index + 1 : index + 1 + count])
            index += count
            continue
        joined = _join(joined.rstrip(), lines[index + 1], full, vocabulary)
        index += 1
    return _clean(joined)


def is_cut(before: str, after: str, *, full: bool, vocabulary: Vocabulary) -> bool:
    """Whether a narrow column cut one word in two without a hyphen; ``full`` if it fills its line.

    The whole word stands elsewhere and its parts do not; or a line that one piece fills is
    followed by letters that make no word, or by the last figures of a reference.
    """
    if full and REFERENCE_START_RE.search(before) and FIGURES_RE.match(after):
        return True
    if full and COUNTED_PART_RE.match(before) and len(after) == 1 and after.islower():
        return True
    if is_cut_date(before, after, full) or _is_cut_genitive(before, after):
        return True
    if not before[-1:].isalpha() or not after[:1].isalpha():
        return False
    if after[0].isupper():
        return _is_cut_capitals(before, after, full, vocabulary)
    stem, tail = _last_word(before), _first_word(after)
    if not stem or not tail.islower() or not before.endswith(stem):
        return False
    if full and stem + tail in vocabulary and stem not in vocabulary:
        return True
    if tail in vocabulary or SHORT_RE.match(tail):
        return False
    if stem + tail in vocabulary or (len(tail) == 1 and stem not in vocabulary):
        return full or stem not in vocabulary or len(tail) == 1
    return full and len(tail) <= MAX_TAIL


def _cut_pieces(
    before: str, lines: Sequence[str], marks: Sequence[str], vocabulary: Vocabulary
) -> int:
    """How many lines go on with the word that a line ends in; 0 where fewer than two do.

    Every line but the first and the last is one piece that fills it, and only the whole is a word.
    ReportLab begins such a word behind others: ``"School Im"``, ``"provemen"``, ``"t"``.
    """
    if FULL_LINE_END not in marks[1:2]:
        return 0
    stem = _last_word(before)
    if not stem or not before.endswith(stem):
        return 0
    known = lines[0] in vocabulary or SHORT_RE.match(lines[0])
    if marks[0] != FULL_LINE_END and known:
        return 0
    for count in range(1, min(MAX_PIECES, len(lines))):
        if marks[count] != FULL_LINE_END or not lines[count - 1].isalpha():
            return 0
        stem += lines[count - 1]
        tail = _first_word(lines[count])
        parted = stem in vocabulary and (tail in vocabulary or SHORT_RE.match(tail))
        if tail.islower() and stem + tail in vocabulary and not parted:
            return count + 1
    return 0


def _clean(text: str) -> str:
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _join(before: str, after: str, full: bool, vocabulary: Vocabulary) -> str:
    if not before or not after:
        return before + after
    if before[-1] == SOFT_HYPHEN:
        return before[:-1] + after
    if ends_in_address(before):
        return before + after if address_goes_on(before, after, full) else f"{before} {after}"
    if before[-1] in HYPHENS and before[-2:-1].isalnum() and after[0].isalnum():
        return _join_hyphen(before, after, vocabulary)
    if before[-1] in TIES and before[-2:-1].isalnum() and after[0].isalnum():
        return before + after
    if full and after[0] in CLOSERS:
        return before + after
    if is_cut(before, after, full=full, vocabulary=vocabulary):
        return before + after
    return f"{before} {after}"


def _join_hyphen(before: str, after: str, vocabulary: Vocabulary) -> str:
    stem, tail = _last_word(before[:-1]), _first_word(after)
    if not tail or not after[0].islower():
        return before + after
    if before[-1] == BREAKING_HYPHEN and not vocabulary.types_own:
        return before[:-1] + after
    if f"{stem}-{tail}" in vocabulary:
        return before + after
    *chain, first = re.split(r"[-‐‑]", stem)
    if first.lower() == FELLOW and (tail[0] == "o" or tail in vocabulary):
        return before[:-1] + after if vocabulary.prints(stem + tail) else before + after
    if stem + tail in vocabulary or (first not in vocabulary and first + tail in vocabulary):
        return before[:-1] + after
    halves = first, tail.split("-")[0]
    known = all(half in vocabulary or half.lower() in words_of("halves.csv") for half in halves)
    own = known or not vocabulary.hyphenates
    compound = own or first.lower() in PREFIXES or _is_chain(chain, first)
    return before + after if compound else before[:-1] + after


def _is_chain(chain: Sequence[str], last: str) -> bool:
    """Whether whole words stand before a hyphen: "out-of-" above "hours", not "co-or-"."""
    opens = chain[0].lower() if chain else FELLOW
    return opens not in PREFIXES and opens != FELLOW and SHORT_RE.match(last.lower()) is not None


def _is_cut_genitive(before: str, after: str) -> bool:
    """Whether the line's end stands before or behind the apostrophe of ``"Alzheimer's"``."""
    behind = before[-1] in "'’" and before[-2:-1].isalpha() and _first_word(after) == "s"
    return behind or (before[-1].isalpha() and GENITIVE_RE.match(after) is not None)


def _is_cut_capitals(before: str, after: str, full: bool, vocabulary: Vocabulary) -> bool:
    """Whether a line's end cuts a word in capitals: ``"DEADLI"``, ``"NE"``."""
    stem, tail = _last_word(before), _first_word(after)
    known = stem + tail in vocabulary and stem not in vocabulary
    return full and known and stem.isupper() and tail.isupper()


def _last_word(text: str) -> str:
    last = text.rsplit(None, 1)[-1:]
    tokens = TOKEN_RE.findall(last[0]) if last else []
    return tokens[-1] if tokens else ""


def _first_word(text: str) -> str:
    token = TOKEN_RE.match(text)
    return token.group() if token else ""
