"""The words of a page that a reader of it sees, upright, without its margins and overprints."""
