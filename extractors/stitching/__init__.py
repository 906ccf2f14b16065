"""Whether a page break cut a row, and how the pieces go together.

``joins`` weighs the evidence on both sides of the break, ``borders`` brings the columns together
and ``pieces`` makes one grid of two; ``stitch`` goes through the document and asks them.
"""
