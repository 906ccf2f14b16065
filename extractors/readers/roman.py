"""Roman figures, as lists and headings count by them."""

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
MOST_ROMAN = 3_999  # above it there are no Roman figures; plain ones are displayed


def roman(number: int) -> str:
    """A number in small Roman figures: ``"xiv"`` for 14; in plain ones above ``MOST_ROMAN``."""
    if number > MOST_ROMAN:
        return str(number)
    text = ""
    for value, figures in ROMAN:
        count, number = divmod(number, value)
        text += figures * count
    return text
