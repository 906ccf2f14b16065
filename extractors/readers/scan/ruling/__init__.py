"""The strokes of a scanned page: which rule tables, which are bands, borders or by hand."""
