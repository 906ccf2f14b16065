"""A page as a whole, made plain before it is read: chrome and copies left out, panels opened."""
