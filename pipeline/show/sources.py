"""What people see of the registry in the terminal."""

from collections.abc import Iterable

from rich.text import Text

from pipeline.errors import one_line
from pipeline.show import err, out, table_of
from pipeline.sources import DOCUMENTS, SOURCES
from pipeline.sources.draft import Draft, as_lines
from pipeline.sources.report import SourceReport


def show_reports(reports: Iterable[SourceReport]) -> None:
    """Print a line a source; what sites say is shown as words, without markup."""
    table = table_of("source", "looked at", "state", "documents", "told")
    for line in reports:
        texts = (line.source_id, line.looked_on, line.state, line.documents, one_line(line.told))
        table.add_row(*(Text(text) for text in texts))
    out.print(table)


def show_draft(draft: Draft) -> None:
    """Print the drafted lines to stdout; what was found and what is in doubt to stderr."""
    for link in draft.found:
        reasons = ", ".join(link.reasons)
        shown = f"{link.verdict:9} {link.points:3}  {link.title}  {link.address}  ({reasons})"
        err.print(Text(one_line(shown)))
    for doubt in draft.doubts:
        err.print(Text(one_line(f"Look at this: {doubt}")))
    out.print(Text(f"# {SOURCES}\n{as_lines([draft.source])}", overflow="ignore"), soft_wrap=True)
    out.print(
        Text(f"# {DOCUMENTS}\n{as_lines(draft.documents)}", overflow="ignore"), soft_wrap=True
    )
