"""The words of a page, from the letters that pdfium gives, with their looks."""
