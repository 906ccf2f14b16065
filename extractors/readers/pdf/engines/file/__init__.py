"""The file that holds the pages: its objects, its layers, and what is damaged."""
