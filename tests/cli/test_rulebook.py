"""`manage.py rulebook`: counts, lists, shows, checks, saves and compares the law."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from apps.library.differences import differences
from apps.library.items import Items
from apps.rules.law import load


def printed(*arguments: Any) -> str:
    out = io.StringIO()
    call_command("rulebook", *map(str, arguments), stdout=out)
    return out.getvalue()


def refusal(*arguments: Any) -> tuple[str, int]:
    with pytest.raises(CommandError) as caught:
        printed(*arguments)
    return str(caught.value), caught.value.returncode


def test_stats_lists_the_ids_it_counts() -> None:
    found = json.loads(printed("stats", "--json"))
    kinds = ["instruments", "obligations", "definitions", "carve_outs", "facts", "licences", "examples"]
    assert {kind: len(found[kind]) for kind in kinds} == found["counts"]
    assert found["fingerprint"] == load().fingerprint
    assert "AIA" in found["instruments"]
    assert "EU-AIA-53-1-a" in found["obligations"]
    assert "open-source-model" in found["carve_outs"]
    assert "eu-gpai/W-01" in found["examples"]
    assert load().fingerprint in printed("stats")


def test_facts_say_what_may_be_answered() -> None:
    text = printed("facts")
    assert "weights_public  (flag)\n    Are the model's weights publicly available?" in text
    assert "training_compute  (number, FLOP)" in text
    assert "seat  (choice: eu | uk | us | other)" in text
    assert [fact["id"] for fact in json.loads(printed("facts", "--json"))] == list(load().facts)


def test_a_duty_is_shown_with_conditions_dates_exceptions_and_graded_cites() -> None:
    text = printed("show", "EU-AIA-53-1-a")
    for part in (
        "Since: 2025-08-02",
        "you are the provider of a general-purpose AI model  [gpai_provider]",
        "[open-source-model]",
        "Lost when one of these holds",
        "AIA, Art. 53(1)(a) (primary text, checked 2026-11-23)",
        "Currency: EUR",
    ):
        assert part in text


def test_every_item_of_the_rulebook_can_be_shown() -> None:
    items = Items(load())
    for kind in items.kinds:
        for item_id in items.ids(kind):
            assert f"[{item_id}]" in printed("show", f"{kind}/{item_id}").replace("\n  ", " ")


def test_an_id_that_does_not_exist_is_refused_with_the_nearest() -> None:
    assert refusal("show", "EU-AIA-53-1-x")[0].startswith("There is no item 'EU-AIA-53-1-x'. Did you mean EU-AIA-53-1-")


def test_check_says_what_it_checked() -> None:
    found = json.loads(printed("check", "--json"))
    assert found["faults"] == []
    assert "loaded" in found["checked"][0]
    assert "proof" in found["checked"][1]


def test_check_names_faults_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    from apps.rules.engine import proofs

    monkeypatch.setattr(
        proofs, "prove", lambda *_: (proofs.Fault("unreachable", "X", "X can never apply. Remove it."),)
    )
    message, status = refusal("check")
    assert "1 faults" in message
    assert status == 1


def test_two_days_differ_by_what_was_published_between_them() -> None:
    # Regulation (EU) 2026/1744: published on 24 July, in force on 27 July 2026; moves Art. 25 duties to December 2027.
    found = json.loads(printed("diff", "2026-06-01", "2026-07-27", "--json"))["differences"]
    by_id = {entry["id"]: entry for entry in found}
    assert by_id["OMN"]["change"] == "added"
    assert by_id["EU-AIA-25-2"]["fields"]["since"] == {"before": "2026-08-02", "after": "2027-12-02"}
    assert "added instruments/OMN" in printed("diff", "2026-06-01", "2026-07-27")


def test_known_on_fixes_what_was_published_for_both_days() -> None:
    text = printed("diff", "2025-08-01", "2025-08-02", "--known-on", "2026-06-01")
    assert "changed obligations/EU-AIA-53-1-a\n    timing: upcoming -> in_force" in text
    assert printed("diff", "2025-08-03", "2025-08-04", "--known-on", "2026-06-01") == "No difference.\n"


def test_a_saved_rulebook_equals_the_current_one(tmp_path: Path) -> None:
    saved = tmp_path / "law.json"
    printed("export", "--out", saved)
    assert printed("diff", saved, "current") == "No difference.\n"
    assert json.loads(saved.read_text())["fingerprint"] == load().fingerprint


def test_an_altered_or_foreign_file_is_refused(tmp_path: Path) -> None:
    saved = tmp_path / "law.json"
    printed("export", "--out", saved)
    saved.write_text(saved.read_text().replace("EU AI Act", "EU AI Art"))
    assert "was altered" in refusal("diff", saved, "current")[0]
    saved.write_text('{"a": 1}')
    assert "is not a saved rulebook" in refusal("diff", saved, "current")[0]
    assert "cannot be read" in refusal("diff", tmp_path / "none.json", "current")[0]


def test_days_and_files_are_not_mixed() -> None:
    assert refusal("diff", "2026-01-01", "current") == ("diff compares two files or two days, not one of each.", 2)
    assert refusal("diff", "2026-01-01", "2026-02-30")[1] == 2
    assert refusal("diff", "current", "current", "--known-on", "2026-01-01")[1] == 2


def test_differences_name_items_and_fields() -> None:
    before = {"facts": {"kept": {"ask": "A?"}, "gone": {}, "moved": {"ask": "A?", "why": "w"}}}
    after = {"facts": {"kept": {"ask": "A?"}, "moved": {"ask": "B?", "why": "w"}, "new": {}}, "params": {"p": {}}}
    found = [(d.change, d.kind, d.id, dict(d.fields)) for d in differences(before, after)]
    assert found == [
        ("removed", "facts", "gone", {}),
        ("changed", "facts", "moved", {"ask": ("A?", "B?")}),
        ("added", "facts", "new", {}),
        ("added", "params", "p", {}),
    ]


@pytest.mark.parametrize(("arguments", "status"), [(["stats"], 0), ([], 2), (["spells"], 2), (["show", "nothing"], 1)])
def test_the_exit_status_says_whether_it_worked(arguments: list[str], status: int) -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "manage.py", "rulebook", *arguments],
        cwd=root,
        capture_output=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        check=False,
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert bool(done.stdout) is (status == 0)


def test_the_help_explains_how_to_compare() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "manage.py", "rulebook", "--help"], cwd=root, capture_output=True, text=True, check=True
    )
    assert "two saved rulebooks" in done.stdout
    assert "two days" in done.stdout
