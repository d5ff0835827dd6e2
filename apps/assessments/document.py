"""An assessment as plain data: what `assess --format json` prints and `POST /api/v1/evaluate` answers.

The shape is published in schemas/assessment.schema.json. Compute and money are floats, days are ISO texts, and no
integer is larger than JSON readers with 64-bit or double arithmetic can hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from apps.assessments.scope import Scope
from apps.rules.engine import Answer, Assessment, Choice, Choices, Cite, Fact, Finding, Proof, Rulebook, plain
from apps.rules.engine.questions import Question

SCHEMA_FILE = Path(__file__).parent / "schemas" / "assessment.schema.json"
# Beyond this a reader that keeps numbers as doubles loses digits.
LARGEST_INTEGER = 2**53
Document = dict[str, Any]


@cache
def assessment_schema() -> Document:
    """The published JSON Schema (2020-12) of the document."""
    schema: Document = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return schema


def assessment_document(
    assessment: Assessment, questions: Iterable[Question], *, jurisdictions: Iterable[str] | None = None
) -> Document:
    """The assessment with its next questions, ready for JSON; keys always stand in the same order.

    `jurisdictions` are those that were asked for: one without any law in the rulebook is listed as not covered, so
    that an empty list of findings never reads as "nothing applies". Default: those the rulebook covers.
    """
    book = assessment.book
    asked = tuple(jurisdictions) if jurisdictions is not None else Scope.jurisdictions_in(book)
    return {
        "as_of": assessment.as_of.isoformat(),
        "known_on": assessment.known_on.isoformat(),
        "fingerprint": assessment.fingerprint,
        "jurisdictions": [{"id": name, "covered": bool(Scope.within(book, name))} for name in asked],
        "profile": _profile(assessment),
        "findings": _Findings(book).all(assessment.findings),
        "next_questions": [question_document(question) for question in questions],
    }


def as_json(document: Document) -> str:
    """The document as text, indented, with a final line end."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _profile(assessment: Assessment) -> Document:
    facts, profile = assessment.book.facts, assessment.profile
    return {
        "title": profile.title,
        "facts": {key: _answer(facts[key], answer) for key, answer in profile.answers.items()},
        "readings": dict(profile.readings),
    }


def _answer(fact: Fact, answer: Answer) -> Document:
    value = None if answer.value is None else small_integers(plain(fact, answer.value))
    return {"value": value, "origin": answer.origin.value, "note": answer.note, "source": answer.source}


def small_integers(value: Any) -> Any:
    """The same value with whole numbers that do not fit JSON readers turned into floats."""
    if isinstance(value, dict):
        return {key: small_integers(end) for key, end in value.items()}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST_INTEGER:
        return float(value)
    return value


def cite_document(book: Rulebook, cite: Cite) -> Document:
    """A pinpoint with its grade and an address to read it at ("" when none is known)."""
    url = cite.source if cite.source.startswith(("http://", "https://")) else book.instruments[cite.instrument].url
    return {
        "instrument": cite.instrument,
        "pinpoint": cite.pinpoint,
        "grade": cite.grade.value,
        "checked_on": cite.checked_on.isoformat(),
        "url": url,
    }


def question_document(question: Question) -> Document:
    """A question as asked, with what an answer would settle."""
    fact = question.fact
    options = fact.options if isinstance(fact, Choice | Choices) else ()
    return {
        "fact": fact.key,
        "ask": fact.ask,
        "kind": fact.kind,
        "options": [{"key": option.key, "label": option.label} for option in options],
        "settles": float(question.settles),
        "rules": list(question.rules),
    }


class _Findings:
    """Writes findings; a proof or cite that several findings share is written once and reused."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._cites: dict[int, Document] = {}
        self._proofs: dict[int, Document] = {}

    def all(self, findings: Iterable[Finding]) -> list[Document]:
        """Every finding, in the order of the rulebook."""
        return [self._finding(finding) for finding in findings]

    def _finding(self, finding: Finding) -> Document:
        duty, instrument = finding.obligation, finding.instrument
        return {
            "id": finding.id,
            "title": duty.title,
            "jurisdiction": instrument.jurisdiction,
            "instrument": instrument.id,
            "force": (duty.force or instrument.force).value,
            "who": duty.who,
            "must": duty.must,
            "evidence": duty.evidence,
            "topic": duty.topic.value,
            "outcome": finding.outcome.value,
            "timing": finding.timing.value if finding.timing else None,
            "applies_from": finding.applies_from.isoformat() if finding.applies_from else None,
            "ends_on": finding.ends_on.isoformat() if finding.ends_on else None,
            "certainty": finding.certainty.value,
            "live": finding.live,
            "carve_outs": [self._carve_out(part) for part in finding.carve_outs],
            "open_facts": list(finding.open_facts),
            "because": self.proof(finding.because),
            "readings": [_reading(reading) for reading in finding.readings],
            "cites": self._cited(finding.cites),
            "deadline": _deadline(finding),
            "penalty": _penalty(finding),
            "penalty_note": duty.penalty_note,
        }

    def _carve_out(self, part: Any) -> Document:
        carve_out = part.carve_out
        return {
            "id": carve_out.id,
            "title": carve_out.title,
            "state": part.state.value,
            "because": self.proof(part.because),
        }

    def _cited(self, cites: tuple[Cite, ...]) -> list[Document]:
        return [self._cite(cite) for cite in cites]

    def _cite(self, cite: Cite) -> Document:
        if id(cite) not in self._cites:
            self._cites[id(cite)] = cite_document(self.book, cite)
        return self._cites[id(cite)]

    def proof(self, proof: Proof) -> Document:
        """A reason with the reasons below it."""
        if id(proof) not in self._proofs:
            self._proofs[id(proof)] = {
                "kind": proof.kind,
                "text": proof.text,
                "value": proof.value,
                "ref": proof.ref,
                "fact": proof.ref if proof.kind == "fact" else None,
                "answer": proof.answer,
                "cites": self._cited(proof.cites),
                "children": [self.proof(child) for child in proof.children],
            }
        return self._proofs[id(proof)]


def _reading(reading: Any) -> Document:
    outcome = reading.outcome.value if reading.outcome else None
    return {"key": reading.key, "side": reading.side, "label": reading.label, "outcome": outcome}


def _deadline(finding: Finding) -> Document:
    deadline = finding.obligation.deadline
    due = finding.due.isoformat() if finding.due else None
    return {"kind": deadline.kind.value, "text": deadline.text, "due": due}


def _penalty(finding: Finding) -> Document | None:
    fine, cap = finding.obligation.penalty, finding.fine
    if fine is None:
        return None
    return {
        "title": fine.title,
        "percent": float(fine.percent),
        "fixed": float(fine.fixed),
        "currency": fine.currency,
        "rule": fine.rule.value,
        "cap": {"low": float(cap.low), "high": float(cap.high), "rule": cap.rule.value} if cap else None,
    }
