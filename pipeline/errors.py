"""Why a command ended without doing its work, and the codes of what single documents suffer.

    Exception
    └── PlanbookError      one line for a person: what, where, expected, what to do
        ├── UsageError     the words of the call are off: exit status 2
        └── JobFailed      the job failed and nothing was published: exit status 1

A fault of one document is no exception but a row of ``problems``, with a code of ``CODES`` below
or of ``extractors/errors.py``.
"""

import difflib
from collections.abc import Sequence
from typing import ClassVar

MAX_NAMED = 12  # names in a message; a release may cover hundreds of areas
MAX_MESSAGE = 500  # characters of a message of ``problems``; a document chooses its own name

CODES = {
    "duplicate_bytes": "the same bytes came under another name; they are read once",
    "file_unreadable": "the file could not be opened or read",
    "file_gone": "the file or folder vanished while it was being read",
    "too_large": "the file has more bytes than the limit",
    "skipped_files": "files of a folder that are hidden, or of no known format by name and content",
    "record_rebuilt": "document.json was missing or damaged and was made again from the bytes",
    "raw_damaged": "stored bytes no longer match their checksum, or are missing",
    "timeout": "the site did not answer, or too slowly, within the time for one address",
    "unreachable": "the site's name is unknown or it takes no connection",
    "tls": "the site's certificate is not to be trusted; it is never fetched without",
    "cut_body": "the connection ended before the whole file had come; nothing was kept",
    "bad_response": "the site's answer is no HTTP, or cannot be unpacked",
    "blocked_address": "the address is malformed, private or of a scheme that is not fetched",
    "redirects": "the address redirects in a loop, or too often",
    "blocked": "the site refuses programs; a person can save the file into the inbox",
    "robots": "the site's robots.txt forbids the address to programs",
    "busy": "the site asked to be left alone (status 429 or 503)",
    "host_resting": "not asked for, since its site had asked for rest earlier in the run",
    "server_error": "the site failed (status 5xx) at every attempt",
    "http_error": "the site answered with a status that gives no file",
    "gone": "the address gives nothing any more (status 404 or 410); what is held stays",
    "withdrawn": "gone on several days and announced nowhere; what is held stays",
    "soft_404": "the site gave a page that says the document is not there",
    "wrong_content": "the address gave something else than the document expected there",
    "doubtful_link": "a link may lead to a plan; a person should decide",
    "draft_found": "a draft for consultation, which is no plan; it was not read",
    "no_links": "a watched page names fewer documents than before, or than expected",
    "many_links": "a watched page or sitemap names more than is taken, or part of it failed",
    "missing_part": "a page that the contents list or the pagers of a set name and nobody saved",
    "not_found": "a document of the registry that no address or link leads to",
    "state_rebuilt": "the state of the addresses was lost and was made again from the raw store",
    "inbox_note": "the note beside a document in the inbox cannot be read",
    "unexpected": "the code met a case that it does not know: a fault of ours, please report it",
    "result_limit": "more was read from one document than a worker may hand back",
    "unresolved_lead": "a name in a lead cell is not known as an organisation",
    "unread_lead": "words of a lead cell are left out, since they may be a person's name",
    "unread_date": "a date cell holds words that no date rule reads",
    "unread_status": "a status or rating cell holds words or a colour that no rule reads",
    "unmatched_theme": "a priority fits no theme well enough",
    "stale_override": "what a person decided on is no longer printed so; it waits for review",
    "unknown_area": "the area that the document covers could not be told",
    "few_rows": "fewer rows than the registry or the last release leads to expect",
    "many_rows": "more rows than the registry or the last release leads to expect",
    "held": "far fewer actions than in the last release; its last good rows stay published",
}
"""Every code that fetching, the workers, normalising and the checks give, with its meaning."""


class PlanbookError(Exception):
    """Something that a person must mend; ``str()`` of it is one line."""

    exit_status: ClassVar[int] = 1

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message))


class UsageError(PlanbookError):
    """The words of the call are off: an unknown path, a setting that is no number."""

    exit_status = 2


class JobFailed(PlanbookError):
    """The job could not be done; what was published before stands as it was."""

    exit_status = 1


def hint(name: str, known: Sequence[str]) -> str:
    """What a person may have meant by a name that is not known, or the names that are."""
    by_fold = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(name.casefold(), list(by_fold), n=3)
    if close:
        return f"Did you mean {' or '.join(by_fold[one] for one in close)}?"
    named = ", ".join(known[:MAX_NAMED]) or "none"
    more = f" and {len(known) - MAX_NAMED} more" if len(known) > MAX_NAMED else ""
    return f"This release covers: {named}{more}."


def one_line(text: str) -> str:
    r"""Make outside text safe to show in one line, at most ``MAX_MESSAGE`` characters.

    White space becomes single spaces; control, direction and undecodable characters are written
    as escapes: ``"plan\n\x1b[2J.pdf"`` becomes ``"plan \\x1b[2J.pdf"``.
    """
    spaced = " ".join(text.split())
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode()
        for char in spaced
    )
    return shown if len(shown) <= MAX_MESSAGE else f"{shown[: MAX_MESSAGE - 1]}…"
