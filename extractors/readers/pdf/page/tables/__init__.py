"""Tables of a page from grids: which cell holds each word, its colour, its paragraphs."""
