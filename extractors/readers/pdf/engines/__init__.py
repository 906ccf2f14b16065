"""The two engines that read a page, and what they need.

A file is opened (``opening``, ``file``), and each page is read by pdfium (``text``, ``drawn``) or,
where pdfium refuses it, by pdfplumber; both give the same record of words, rules, fills, pictures.
"""
