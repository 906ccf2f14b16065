"""Class names by which a page prints a text twice, once for wide screens and once for phones.

``<div class="d-none d-md-block">`` holds the table of a plan and ``<div class="d-md-none">`` its
cards; a reader at a desk sees the first. The names are those of Bootstrap 3 to 5, Tailwind, Bulma,
Foundation, UIkit, Materialize, Elementor and Avada, and such as editors make up ("mobile-only").
"""

import re
from collections.abc import Collection

# From this width on or, with none, on every screen: "d-md-none", "lg:block", "d-none", "hidden".
LADDER_RE = re.compile(
    r"(?:d-)?(?:(?P<from>sm|md|lg|xl)[-:])?(?P<shown>none|hidden|inherit|contents"
    r"|(?:inline-)?(?:block|flex|grid|table)|table-(?:cell|row|header-group)|inline)"
)
STEPS = ("", "sm", "md", "lg", "xl")  # widths in rising order; a wide screen has them all
SMALL = r"(?:mobiles?|phones?|handhelds?|small(?:-screens?)?|xs|sm|tablets?)"
WIDE = r"(?:desktops?|larger?|large-screens?|lg|wide(?:screen)?|tablet|medium|med|md)"
NARROW_RE = re.compile(
    rf"(?:[a-z]+-)?(?:show|visible|only|display)(?:-(?:on|in|for))?-{SMALL}"
    r"(?:-(?:only|down|inline|block|inline-block))*"
    rf"|(?!hid|no-)(?:[a-z]+-)?{SMALL}-(?:only|visible|version|view)"
    rf"|(?:[a-z]+-)?(?:hide|hidden|no)-(?:(?:on|in|for|from)-)?{WIDE}(?:-(?:and-)?up)?"
    r"(?:-visibility)?"
    rf"|{WIDE}-(?:hide|hidden)"
    r"|uk-hidden@[smlx]+"
)
ONLY_MEDIUM = frozenset(("hidden-md", "hidden-tablet", "hide-tablet"))
CAMEL_RE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def on_wide_screens(names: Collection[str]) -> bool | None:
    """Whether the classes of an element show it on a wide screen, or hide it there.

    ``{"d-none", "d-md-block"}`` gives True, ``{"d-md-none"}`` and ``{"mobile-only"}`` False; None
    where no class says either.
    """
    plain = {CAMEL_RE.sub("-", name).lower().replace("_", "-") for name in names}
    plain -= ONLY_MEDIUM
    if any(NARROW_RE.fullmatch(name) for name in plain):
        return False
    steps = [found for name in plain if (found := LADDER_RE.fullmatch(name)) is not None]
    widest = max(steps, key=lambda step: STEPS.index(step["from"] or ""), default=None)
    if widest is None or widest["from"] is None:
        return None
    return widest["shown"] not in ("none", "hidden")
