"""All pages together: furniture, headings, tables and words that go on overleaf.

The stages, as ``document`` composes them: pages that wait for the one before them are read again
(``carry``), running lines go (``furniture``), columns that a sheet prints on pages of their own
come back to their rows (``over_pages``), paragraphs over page ends are joined, ``headings``
are told by their look, and words that line ends cut become whole (``text``).
"""
