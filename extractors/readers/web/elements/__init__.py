"""Single elements of a web page: their text, look, marker, grid, and whether they are displayed."""
