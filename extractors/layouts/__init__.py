"""The layouts in which actions are printed, a module each: grids, cards, forms, panels."""
