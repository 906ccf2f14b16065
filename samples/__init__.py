"""Sample documents that ship with the project, and the scripts that make them."""
