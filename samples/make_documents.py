"""Makes the three sample documents: areas, people's promises and figures in them are all invented.

Run it as ``make samples``. The same code gives byte-identical files, so a change of a sample is
always a change of this script.
"""

import json
from pathlib import Path

from samples.make_pdf import make_strategy, strategy_gold
from samples.make_web import make_web_page, web_page_gold
from samples.make_word import delivery_plan_gold, make_delivery_plan

HERE = Path(__file__).parent
GOLD = {
    "mereshire_strategy_2025_2028": strategy_gold,
    "calderwick_delivery_plan_2025_26": delivery_plan_gold,
    "port_ellery_priorities": web_page_gold,
}


def main() -> None:
    """Write the samples into ``documents`` and what they hold into ``gold``, under one name."""
    documents, gold = HERE / "documents", HERE / "gold"
    documents.mkdir(exist_ok=True)
    gold.mkdir(exist_ok=True)
    make_strategy(documents / "mereshire_strategy_2025_2028.pdf")
    make_delivery_plan(documents / "calderwick_delivery_plan_2025_26.docx")
    make_web_page(documents / "port_ellery_priorities.html")
    for name, held in GOLD.items():
        text = json.dumps(held(), indent=1, ensure_ascii=False)
        (gold / f"{name}.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
