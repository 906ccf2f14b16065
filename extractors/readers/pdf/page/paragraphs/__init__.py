"""Lines of one column or cell to paragraphs and list items."""
