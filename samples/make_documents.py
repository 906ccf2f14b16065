"""Makes the three sample documents: areas, people's promises and figures in them are all invented.

Run it as ``make samples``. The same code gives byte-identical files, so a change of a sample is
always a change of this script.
"""

from pathlib import Path

from samples.make_pdf import make_strategy
from samples.make_web import make_web_page
from samples.make_word import make_delivery_plan

FOLDER = Path(__file__).parent / "documents"


def main() -> None:
    """Write all samples into ``samples/documents``."""
    FOLDER.mkdir(exist_ok=True)
    make_strategy(FOLDER / "mereshire_strategy_2025_2028.pdf")
    make_delivery_plan(FOLDER / "calderwick_delivery_plan_2025_26.docx")
    make_web_page(FOLDER / "port_ellery_priorities.html")


if __name__ == "__main__":
    main()
