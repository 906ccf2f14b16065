"""Measurements of the PDF reader beside other tools, in one run on one machine."""
