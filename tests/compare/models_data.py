"""A made-up table with the columns of Epoch AI, for tests of the catalogue."""

from __future__ import annotations

import csv
import io

HEAD = (
    "Model", "Organization", "Organization categorization", "Country (of organization)", "Publication date", "Domain",
    "Task", "Parameters", "Training compute (FLOP)", "Training compute notes", "Confidence", "Model accessibility",
    "Base model", "Finetune compute (FLOP)", "Link",
)  # fmt: skip
CHAT = "Language modeling/generation,Question answering,Chat"
USA = "United States of America"


def row(name: str, **cells: str) -> dict[str, str]:
    """A row with usual cells, some of them replaced (by short name)."""
    usual = {
        "Organization": "Maker A",
        "Organization categorization": "Industry",
        "Country (of organization)": USA,
        "Publication date": "2025-09-01",
        "Domain": "Language",
        "Task": CHAT,
        "Confidence": "Confident",
    }
    names = {
        "maker": "Organization", "kind": "Organization categorization", "country": "Country (of organization)",
        "released": "Publication date", "domain": "Domain", "task": "Task", "parameters": "Parameters",
        "compute": "Training compute (FLOP)", "note": "Training compute notes", "confidence": "Confidence",
        "access": "Model accessibility", "base": "Base model", "finetune": "Finetune compute (FLOP)", "link": "Link",
    }  # fmt: skip
    return {"Model": name, **usual, **{names[key]: value for key, value in cells.items()}}


def table(*rows: dict[str, str], head: tuple[str, ...] = HEAD) -> bytes:
    """The rows as a file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, head, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


SAMPLE = (
    row("Big", compute="5e+25", access="API access"),
    row("Middle", compute="9.7e+24", confidence="Likely", access="Open weights (unrestricted)", country="China"),
    row("Small", compute="2e+22", access="Open weights (restricted use)", maker="Maker B", country="France"),
    row("Silent", access="", confidence="", released="2026-03-01"),
    row("Tuned", compute="1.5e+24", finetune="2.5e+23", base="Small", maker="Other Company"),
    row("Pictures", compute="3e+23", confidence="Speculative", domain="Image generation", task="Text-to-image"),
    row("Undated", compute="4e+24", released=""),
    row("Player", compute="1e+23", domain="Games", task="Chess", released="2019-05-05", kind="Academia"),
)
