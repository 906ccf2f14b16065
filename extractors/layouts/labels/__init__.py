"""Labels with their values, in cells, rows and lines of prose, and choices that a mark tells."""
