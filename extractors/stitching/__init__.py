"""Whether a page break cut a row, and how the pieces go together."""
