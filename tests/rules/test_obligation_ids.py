"""The rulebook holds exactly the obligations that the law was read for, counted from outside."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

from django.core.management import call_command

IDS = Path("fixtures") / "law" / "obligation-ids.txt"


def listed(text: str) -> list[str]:
    """The ids of the list, without its remarks."""
    return [one for line in text.splitlines() if (one := line.partition("#")[0].strip())]


def test_the_list_names_each_obligation_once(root: Path) -> None:
    ids = listed((root / IDS).read_text(encoding="utf-8"))
    assert sorted(ids) == sorted(set(ids))
    assert not [one for one in ids if " " in one or "…" in one]


def test_the_rulebook_holds_exactly_the_listed_obligations(root: Path) -> None:
    out = StringIO()
    call_command("rulebook", "stats", "--json", stdout=out)
    held = set(json.loads(out.getvalue())["obligations"])
    wanted = set(listed((root / IDS).read_text(encoding="utf-8")))
    missing = f"not in the rulebook: {', '.join(sorted(wanted - held)) or 'none'}"
    surplus = f"not in {IDS}: {', '.join(sorted(held - wanted)) or 'none'}"
    assert held == wanted, f"{missing}\n{surplus}"
