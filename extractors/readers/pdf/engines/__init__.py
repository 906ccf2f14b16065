"""The two engines that read a page, pdfium and pdfplumber, and what they need."""
