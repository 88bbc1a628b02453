"""Precision and recall of both rules, on pairs whose truth was written down by somebody who had not seen them.

Bars: strict, precision 0.98; broad, recall 0.98 where a year or a telephone is present on both sides.
"""

import csv
from pathlib import Path

import pytest

from app.visitors.same_person import Facts, broad, strict

PAIRS = Path(__file__).parent / "same_person.csv"


@pytest.mark.benchmark
def test_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = [
            (row["same"] == "yes", _facts(row, "a"), _facts(row, "b"))
            for row in csv.DictReader(file)
        ]
    shares = {}
    with capsys.disabled():
        for name, rule in (("strict", strict), ("broad", broad)):
            said = [(same, rule(a, b)) for same, a, b in pairs]
            hits = sum(1 for same, yes in said if same and yes)
            precision = hits / max(1, sum(1 for _, yes in said if yes))
            recall = hits / sum(1 for same, _ in said if same)
            shares[name] = (precision, recall)
            print(f"\n{name}: precision {precision:.3f}, recall {recall:.3f} of {len(pairs)} pairs")
    assert shares["strict"][0] >= 0.98
    assert shares["broad"][1] >= 0.98


def _facts(row: dict[str, str], side: str) -> Facts:
    year = row[f"year_{side}"]
    return Facts(
        row[f"given_{side}"],
        row[f"family_{side}"],
        row[f"other_{side}"],
        int(year) if year else None,
        row[f"phone_{side}"],
        row[f"email_{side}"],
    )
