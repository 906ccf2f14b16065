"""All pages together: furniture, headings, tables and words that go on overleaf."""
