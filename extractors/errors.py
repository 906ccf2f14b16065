"""Why a document, or a part of it, could not be read.

    Exception
    └── UnreadableDocument   the whole document: becomes one row of ``problems``

A part that cannot be read is no exception: it is a ``Problem`` beside what was read.
"""

CODES = {
    "empty": "the file has no bytes, or only white space",
    "unknown_format": "the bytes are of no format that a reader takes",
    "wrong_content": "the bytes are of another format than the file's name or address says",
    "encrypted": "a password is needed to open it",
    "damaged": "its structure is broken beyond what the reader can mend",
    "active_content": "it carries macros, scripts or embedded files; they were not run",
    "doctype": "its XML declares a document type, which no office document needs",
    "unpacked_size": "it unpacks to more bytes than the limit",
    "page_limit": "it has more pages than the limit",
    "page_unreadable": "one page could not be read; the others were",
    "page_objects": "one page holds more characters or lines than the limit",
    "garbled": "the fonts of a page name no letters, or the letters make no words",
    "scanned": "a page is a picture without text and was not recognised",
    "unread_words": "letters of a scanned page, or marks like letters, could not be read",
    "text_layer": "how far the text that a scanner laid under its picture was trusted",
    "needs_program": "a program that is needed to read it is not installed",
    "time_limit": "reading took more processor time than the limit, or by the clock five times it",
    "memory_limit": "reading took more memory than the limit",
    "crashed": "the worker that read it ended by a signal",
    "no_actions": "it looks like an action plan, but no action was recognised",
    "no_text": "nothing readable was found",
    "minutes": "it is the minutes of a meeting; its log of actions is no plan and was left out",
    "unknown_heading": "a column heading of an action table is not in headings.csv",
    "unread_table": "a table looks like an action table but could not be read as one",
    "unread_row": "a row of an action table holds text, but no action was made of it",
    "merged_dates": "a cell stands across the columns of start and due; it was taken for neither",
    "merged_rows": "one action has the references or the days of several",
    "tracked_change": "a tracked change was read as accepted; the rejected reading is kept here",
    "misread_rows": "actions hold parts of other cells or rows; one beside them may be missing",
    "struck_text": "struck-through words were left out of a table or of the text",
    "other_tables": "tables that hold no action plan were left out, each named with its headings",
    "prose_promises": "lists outside tables promise something; they are no rows of ``actions``",
    "unread_priorities": "the plan counts or names priorities otherwise than they were read",
    "hidden_text": "text that is not displayed was left out",
}
"""Every code that a reader or an extractor gives, with its meaning."""


class UnreadableDocument(Exception):
    """Nothing of a document could be read.

    Args:
        code: A key of ``CODES``.
        message: What was found, what was expected and what to do, in one line.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
