"""Elements in order to blocks: headings, paragraphs, lists and tables."""
