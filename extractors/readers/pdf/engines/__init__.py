"""The two engines that read a page, and what they need.

A file is opened (``opening``, ``damage``, ``layers``), and each page is read by pdfium, or by
pdfplumber where pdfium refuses it; both give the same record of words, rules, fills and pictures.
"""
