"""One page in reading order: columns, panels, paragraphs and tables."""
