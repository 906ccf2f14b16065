"""Web and mail addresses that a narrow column cuts: "https://wexcombe.gov.uk/pla" above "n-2027".

Knows the signs of addresses; knows no lines and no cells.
"""

import re

ADDRESS_RE = re.compile(r"https?:/|www\.|@[\w-]", re.IGNORECASE)
SIGNS = frozenset("-/_=&?#%~@")  # that stand within addresses and end none but for "/" (RFC 3986)
OPENERS = frozenset("/?#&=%_")  # signs that begin no word of a text
PLAIN_SIGNS = 1  # that a text's words may hold, "and/or"; an address has more of them


def ends_in_address(text: str) -> bool:
    """Whether a line ends in an address or a part of one."""
    return ADDRESS_RE.search(text.rsplit(None, 1)[-1]) is not None


def address_goes_on(before: str, after: str, full: bool) -> bool:
    """Whether the next line goes on with the address that a line ends in.

    Args:
        before: The text of a line: ``"See https://wexcombe.gov.uk/safety-"``.
        after: That of the next: ``"plan/2027"``.
        full: The first line is one word that reaches the right border.

    A next line that begins with a plain word does not: the text goes on there.
    """
    piece = after.split(None, 1)[0]
    signs = sum(letter in SIGNS for letter in piece)
    if piece[0] in OPENERS or signs > PLAIN_SIGNS:
        return True
    if before[-1] in SIGNS:
        return before[-1] != "/" or not piece[0].isupper()
    return full and (signs > 0 or "." in piece[:-1])
