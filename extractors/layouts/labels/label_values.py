"""Values in a line of prose without what parts them from the next label, or closes a bracket.

Knows the signs between labels and values; knows nothing of what either says.
"""

import re

BRACKETS = {")": "(", "]": "["}
BARS = " \t|/·•"  # between labels in one line; no value ends with one
DASH_RE = re.compile(r"(?<=\S)\s+[–—-]$")  # before the label that the next line begins with
VALUE_END = " \t;,|/"


def own_value(text: str, *, inner: bool) -> str:
    """A value without what parts it from the next label, or closes the bracket around both."""
    value = DASH_RE.sub("", text.strip().rstrip(BARS))
    if not inner:  # a line may end the bracket that one above it opens
        return _without_closers(value) if value.endswith(tuple(BRACKETS)) else value
    return _without_stop(_without_closers(_without_stop(value.rstrip(VALUE_END))))


def _without_stop(value: str) -> str:
    """A value without the stop of the sentence; one that goes on ("and so on ...") keeps it."""
    return value if value.endswith("..") else value.rstrip(". ")


def _without_closers(value: str) -> str:
    """A value without the brackets at its end that nothing in it opens, nor what parts these."""
    unopened = {end: value.count(end) - value.count(start) for end, start in BRACKETS.items()}
    at = len(value)
    while at and (value[at - 1] in VALUE_END or unopened.get(value[at - 1], 0) > 0):
        at -= 1
        if value[at] in BRACKETS:
            unopened[value[at]] -= 1
    return value[:at]
