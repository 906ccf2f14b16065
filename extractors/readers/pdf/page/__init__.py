"""One page in reading order: columns, panels, paragraphs and tables.

The stages, as ``blocks`` composes them: a sideways page is turned; ``printed`` leaves the words
that are seen; ruled tables take theirs (``placing``), then panels, then tables without vertical
rules; ``regions`` puts what is left into reading order, ``groups`` and ``paragraphs`` make it text.
"""
