"""Labels that a page sets apart without bold: by an element of their own, or by a picture.

``<li><span class="muted">Lead</span> Police</li>`` in every card, or a clock before each date with
the word "Deadline" as its alternative text or hidden beside it, for those who listen to the page.
Words that open several lines of a page are labels of what follows, whatever they are; they are
marked as such, so that they are read as every other label. So are words that close several lines
and are called a label by their class: cards of figures print ``12 May`` large and ``By when`` small
below it. Knows HTML; knows no label's meaning.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from lxml.html import HtmlElement

from extractors.readers.web.elements.look import LABEL_CLASS_RE, LABEL_LETTERS, said_of
from extractors.readers.web.page.page import text_of

LINES = ("p", "li", "div", "span", "dd", "td")  # elements that hold a label and its value
PIECES = frozenset(("span", "small", "em", "i", "u", "font", "label"))
PICTURES = frozenset(("i", "span", "svg", "img"))
VALUES = PIECES | {"p", "div", "strong", "b", "dd"}
# The coloured words of Bootstrap: class="label label-success".
BADGE_RE = re.compile(r"\b(?:label|badge|tag)-(?:[a-z]+)\b", re.IGNORECASE)
VALUE_AND_LABEL = 2  # elements of a line that holds nothing else
LEAST_LETTERS = 3  # of such a label, "Who"; letters of a word are set in elements of their own too
AGAIN = 2  # lines that words open before they are a label


@dataclass(frozen=True, slots=True)
class _Opening:
    """What opens a line: its words, the element that shows them, and one that only speaks them."""

    words: str
    shown: HtmlElement
    spoken: HtmlElement | None = None


def mark_labels(body: HtmlElement, unseen: Collection[str]) -> None:
    """Mark what opens several lines of a page as a label: words by class, a picture by its words.

    ``unseen`` are the names of classes that hide what bears them.
    """
    _lift_labels(body)
    for label in _glued_labels(body):
        _say(_Opening(text_of(label), label))
    openings = [one for line in body.iter(*LINES) if (one := _opening(line, unseen)) is not None]
    times = Counter(_key(one) for one in openings)
    for one in openings:
        if times[_key(one)] < AGAIN:
            continue
        if _is_picture(one.shown):
            _say(one)
        else:
            one.shown.set("class", f"{one.shown.get('class') or ''} label".strip())


def _glued_labels(body: HtmlElement) -> list[HtmlElement]:
    """The labels that a style sheet alone parts from their values, each in several lines.

    No blank stands on either side of them: ``<span>Lead</span>Police<span>Due</span>May`` is no
    text. A line begins with one and holds several.
    """
    lines = [labels for line in body.iter(*LINES) if (labels := _glued(line))]
    times = Counter(text_of(label) for labels in lines for label in labels)
    return [
        one for labels in lines for one in labels if min(times[text_of(o)] for o in labels) >= AGAIN
    ]


def _glued(line: HtmlElement) -> list[HtmlElement]:
    """The elements of a line that it begins with and that have no blank around; else []."""
    labels = list(line)
    if len(labels) < AGAIN or (line.text or "").strip():
        return []
    texts = [text or "" for one in labels for text in (one.text, one.tail)]
    names = all(
        LEAST_LETTERS <= len(one) <= LABEL_LETTERS and one[0].isupper() for one in texts[::2]
    )
    plain = all(one.tag in PIECES | {"b", "strong"} and len(one) == 0 for one in labels)
    blank = any(one[:1].isspace() or one[-1:].isspace() for one in texts[:-1])
    return labels if names and plain and not blank and any(texts[1::2]) else []


def _lift_labels(body: HtmlElement) -> None:
    """Put labels that stand below their values above them, where several lines have such."""
    closings = [label for line in body.iter(*LINES) if (label := _closing(line)) is not None]
    times = Counter(text_of(label).casefold() for label in closings)
    for label in closings:
        if label.tag == "dt" or times[text_of(label).casefold()] >= AGAIN:
            line = label.getparent()
            label.tail, line[0].tail = line[0].tail, label.tail
            line.insert(0, label)


def _closing(line: HtmlElement) -> HtmlElement | None:
    """The second of the two elements of a line, where it and not the first is called a label."""
    if len(line) != VALUE_AND_LABEL or _has_own_text(line):
        return None
    value, label = line
    called = (value.tag, label.tag) == ("dd", "dt") or (
        value.tag in VALUES and not _is_called_label(value) and _is_called_label(label)
    )
    short = len(label) == 0 and 0 < len(text_of(label)) <= LABEL_LETTERS
    return label if called and short and text_of(value, 0) else None


def _is_called_label(element: HtmlElement) -> bool:
    name = element.get("class") or ""
    return LABEL_CLASS_RE.search(name) is not None and BADGE_RE.search(name) is None


def _has_own_text(line: HtmlElement) -> bool:
    return any((text or "").strip() for text in (line.text, *(one.tail for one in line)))


def _key(opening: _Opening) -> str:
    return opening.words.casefold().rstrip(" :")


def _opening(line: HtmlElement, unseen: Collection[str]) -> _Opening | None:
    """What opens a line with something said behind it; None where nothing is set apart."""
    if (line.text or "").strip() or len(line) == 0 or line.get("role") == "row":
        return None
    first, second = line[0], line[1] if len(line) > 1 else None
    hidden, found = _is_unseen(first, unseen), None
    if _is_picture(first):
        spoken = second if second is not None and _speaks_for(first, second, unseen) else None
        words = said_of(first) if spoken is None else text_of(spoken, LABEL_LETTERS)
        found = _Opening(words, first, spoken)
        if not words and second is not None and second.tag in PIECES:
            found = _Opening(text_of(second, LABEL_LETTERS), second)  # a picture that says nothing
    elif hidden and second is not None and _is_picture(second):
        found = _Opening(text_of(first, LABEL_LETTERS), second, first)
    elif first.tag in PIECES and line.tag != "td" and not hidden:
        found = _Opening(text_of(first, LABEL_LETTERS), first)
    if found is None or not 0 < len(found.words) <= LABEL_LETTERS:
        return None
    last = found.spoken if found.spoken is second and second is not None else found.shown
    return found if _is_followed(last) else None


def _speaks_for(picture: HtmlElement, second: HtmlElement, unseen: Collection[str]) -> bool:
    """Whether the element directly behind a picture is hidden and says what it shows."""
    return not (picture.tail or "").strip() and _is_unseen(second, unseen)


def _is_unseen(element: HtmlElement, unseen: Collection[str]) -> bool:
    return bool(set((element.get("class") or "").split()) & set(unseen))


def _is_picture(element: HtmlElement) -> bool:
    """A picture, or the empty element that an icon font fills."""
    return element.tag in PICTURES and (element.tag in ("img", "svg") or not text_of(element, 0))


def _is_followed(element: HtmlElement) -> bool:
    """Whether anything is printed behind an element in its line."""
    later = (text_of(one, 0) or (one.tail or "").strip() for one in element.itersiblings())
    return bool((element.tail or "").strip()) or any(later)


def _say(opening: _Opening) -> None:
    """Put the words of a picture in its place, as a bold label."""
    words = opening.words.rstrip(" :")
    label = opening.shown.makeelement("b", {})
    label.text = f"{words} " if words.endswith("?") else f"{words}: "
    opening.shown.addprevious(label)
    opening.shown.drop_tree()
    if opening.spoken is not None:
        opening.spoken.drop_tree()
