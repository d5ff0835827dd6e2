"""Worked examples: what a lawyer writes down as facts and expected results, read from fixtures/examples."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from apps.assessments import beside
from apps.rules.engine import (
    Answer,
    Assessment,
    CarveOutState,
    Certainty,
    Finding,
    Outcome,
    Profile,
    evaluate,
    parse_value,
)
from apps.rules.law import load

ROOT = Path(__file__).resolve().parents[2] / "fixtures" / "examples"
KEYS = {"id", "title", "kind", "source", "as_of", "known_on", "facts", "readings", "expect"}
EXPECTATIONS = {"definitions", "outcomes", "timing", "carve_outs", "due", "fine", "open", "certainty", "steps"}
EXPECTATIONS |= {"standing", "warnings"}  # of what stands beside the law


@dataclass(frozen=True)
class Example:
    """One worked example: facts on a day, and what must come out."""

    id: str
    title: str
    path: Path
    as_of: date
    known_on: date | None
    profile: Profile
    expect: dict[str, Any]

    def assess(self) -> Assessment:
        return evaluate(load(), self.profile, as_of=self.as_of, known_on=self.known_on)


def read(path: Path) -> Example:
    """Read an example. ValueError names the file and what is wrong in it."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    wrong = set(raw) - KEYS | set(raw["expect"]) - EXPECTATIONS
    if wrong:
        raise ValueError(f"{path.name}: unknown keys {sorted(wrong)}.")
    book = load()
    answers = {}
    for key, value in (raw.get("facts") or {}).items():
        if key not in book.facts:
            raise ValueError(f"{path.name}: {key} is no fact.")
        answers[key] = Answer(value=parse_value(book.facts[key], value))
    profile = Profile(answers=answers, readings=raw.get("readings") or {}, title=raw["title"])
    return Example(raw["id"], raw["title"], path, raw["as_of"], raw.get("known_on"), profile, raw["expect"])


def paths() -> list[Path]:
    """Every example but those on licences, which have a shape of their own."""
    return sorted(path for path in ROOT.rglob("*.yaml") if path.parent.name != "licences")


def mistakes(example: Example) -> list[str]:
    """Where the assessment differs from what the example expects, each with the reasons found."""
    assessment = example.assess()
    found: list[str] = []
    for kind, wanted in example.expect.items():
        if kind == "open":
            still = {fact for f in assessment.findings for fact in f.open_facts}
            found += [f"{fact} should still be open" for fact in wanted if fact not in still]
            continue
        for key, value in wanted.items():
            got = _got(assessment, kind, key)
            if got != str(value):
                found.append(f"{kind} of {key}: expected {value}, got {got}\n{_why(assessment, key)}")
    return found


def _got(assessment: Assessment, kind: str, key: str) -> str:
    if kind == "definitions":
        concept = assessment.definitions[key]
        words = {True: "yes", False: "no", None: "open"}
        return "contested" if concept.contested else words[concept.value]
    if kind == "carve_outs":
        states = {c.state for f in assessment.findings for c in f.carve_outs if c.carve_out.id == key}
        states -= {CarveOutState.NOT_MET} if len(states) > 1 else set()
        return "/".join(sorted(states))
    if kind == "steps":
        return _of_step(assessment.by_id[key.partition("/")[0]], key)
    if kind == "standing":
        return str(beside.standing(assessment.by_id[key]))
    if kind == "warnings":
        return "yes" if key in {alert.id for alert in beside.warnings(assessment)} else "no"
    return _of_finding(assessment.by_id[key], kind)


def _of_step(finding: Finding, key: str) -> str:
    if key not in {step.id for step in finding.obligation.steps}:
        return "no such step"
    return "shown" if key in {step.id for step in finding.steps} else "hidden"


def _of_finding(finding: Finding, kind: str) -> str:
    if kind == "outcomes":
        return "contested" if finding.certainty is Certainty.CONTESTED else str(finding.outcome)
    if kind == "certainty":
        return str(finding.certainty)
    if kind == "timing":
        words = f"{finding.timing} from {finding.applies_from}"
        return words if finding.outcome is Outcome.APPLIES or finding.outcome is Outcome.EXEMPT else "none"
    if kind == "due":
        return str(finding.due)
    return str(int(finding.fine.high)) if finding.fine else "none"


def _why(assessment: Assessment, key: str) -> str:
    proof = assessment.by_id[key].because if key in assessment.by_id else None
    if key in assessment.definitions:
        proof = assessment.definitions[key].because
    if proof is None:
        return ""
    return "\n".join(f"    {p.kind}: {p.text} -> {p.value} {p.answer}" for p in proof.walk())
