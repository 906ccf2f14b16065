"""The title of a card in running text: what counts it, what explains it, and its cells.

Knows paragraphs and references; knows nothing of the cards around them.
"""

from dataclasses import replace

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_promise, opens_promise
from extractors.columns.refs import split_title
from extractors.generic import is_part
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.label_values import BARS
from extractors.layouts.labels.prose_labels import cell_of

MIN_TITLE_WORDS = 4  # of a bold line that says an action, whatever it promises; labels have fewer


def explains(paragraph: Paragraph, before: Paragraph | None) -> bool:
    """Whether a paragraph below a title says why, and is not the next card's title.

    ``"Action 1.1: Fund a night bus"`` above ``"The last bus leaves at six."``; the title is counted
    and bold, or promises something, or is a bold line above a text that promises nothing. A name of
    fewer words, "Early help", is explained by nothing.
    """
    if before is None or paragraph.bold or paragraph.marker is not None:
        return False
    title, own = split_title([cell_of(before)]), split_title([cell_of(paragraph)])
    says = len(title.text.split()) >= MIN_TITLE_WORDS or is_promise(title.text)  # no "Early help"
    counts = title.ref is not None and (before.bold or opens_promise(title.text))
    tells = before.bold and not is_promise(own.text)
    return says and (counts or tells) and own.ref is None and not opens_promise(own.text)


def names(before: Paragraph | None, paragraph: Paragraph) -> bool:
    """Whether a bold line names what the text below it says: "Flood wardens" above "Recruit
    volunteers in each village", or "1.2 Flood wardens" above any text. "Actions" names nothing.
    """
    if before is None or not before.bold or paragraph.bold or paragraph.marker is not None:
        return False
    own = split_title([cell_of(before)])
    plain = not (is_part(own.text) or own.text.endswith((":", "?")))
    named = plain and bool(own.text) and bare_ref(before.text) is None
    return named and (own.ref is not None or is_promise(paragraph.text))


def counted(paragraph: Paragraph, before: Paragraph | None) -> Paragraph:
    """A paragraph with the reference of the line above it: "1.2" or, in bold, "1.2 Early help"."""
    if before is None or paragraph.marker is not None:
        return paragraph
    named = split_title([cell_of(before)]).ref if before.bold and not paragraph.bold else None
    return replace(paragraph, marker=bare_ref(before.text) or named)


def title_of(before: Paragraph | None) -> list[Cell]:
    """The paragraph above a card's first line, without its bullet, as the card's title."""
    if before is None:
        return []
    marker = before.marker or ""
    bullet = marker == "o" or not any(map(str.isalnum, marker))
    text = before.text.rstrip(BARS)
    return [cell_of(replace(before, text=text, marker=None if bullet else before.marker))]
