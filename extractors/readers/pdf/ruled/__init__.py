"""Tables from printed rules: grids of squares, and the cells that only look merged or whole."""
