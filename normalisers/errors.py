"""What can be wrong with the facts that the normalisers stand on.

::

    Exception
        ReferenceDataError   a reference CSV that must be mended before anything is normalised
"""


class ReferenceDataError(Exception):
    """A line of a reference CSV contradicts another or names an unknown code.

    The message gives the file, the line, what was found and what to do.
    """
