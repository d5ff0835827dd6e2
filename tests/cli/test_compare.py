"""`manage.py compare`: ways of release and two days, in three formats; refusals with a remedy."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

MODEL = str(Path(__file__).resolve().parents[2] / "fixtures" / "models" / "gpt-oss-120b.yaml")
DAY = "2026-11-23"


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("compare", MODEL, *args, stdout=out)
    return out.getvalue()


def test_text_says_what_turns_on_the_way_of_release() -> None:
    text = run("--as-of", DAY, "--jurisdictions", "eu", "--strategies", "closed-api,free-open-source")
    assert "EU-AIA-53-1-a: Keep technical documentation" in text
    assert "Open-source exemption" in text
    assert "the same on every side: " in text
    assert "US" not in text.split("Law as of")[0].replace("USD", "")


def test_json_agrees_with_csv_and_counts_its_own_duties() -> None:
    args = ("--as-of", DAY, "--jurisdictions", "eu", "--strategies", "closed-api,mit", "--format")
    found = json.loads(run(*args, "json"))
    rows = {row["duty"]: row for row in csv.DictReader(io.StringIO(run(*args, "csv")))}
    keys = [side["key"] for side in found["sides"]]
    assert keys == ["as-described", "closed-api", "licence:mit"]
    for duty in found["duties"]:
        assert {key: rows[duty["id"]][key] for key in keys} == duty["words"]
    for side in found["sides"]:
        marks = [duty["marks"][side["key"]] for duty in found["duties"]]
        assert marks.count("applies") == side["counts"]["EU"]["applies"]
    assert found["sides"][1]["facts"]["weights_public"] is False


def test_two_days_show_what_begins_between_them() -> None:
    """Art. 113: the duties on models apply from 2 August 2025."""
    rows = csv.DictReader(
        io.StringIO(run("--dates", "2025-08-05,2027-08-02", "--jurisdictions", "eu", "--format", "csv"))
    )
    by_id = {row["duty"]: row for row in rows}
    assert by_id["EU-AIA-53-1-c"]["as-described@2025-08-05"] == "now"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--strategies", "secret"), "neither a way to release nor a licence"),
        (("--dates", "2026-01-01"), "is not two days"),
        (("--dates", "2026-01-01,soon"), "is not a date"),
        (("--dates", "2026-01-01,2026-02-01", "--as-of", DAY), "Leave one out"),
        (("--format", "xml"), "no format"),
        (("--jurisdictions", "mars"), "no jurisdiction"),
    ],
)
def test_wrong_options_are_refused_with_a_remedy(args: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        run(*args)
