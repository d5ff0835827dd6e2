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

from apps.assessments import beside
from apps.assessments.scope import Scope
from apps.profiles.contradictions import clashes_in
from apps.profiles.licensing import licence_spelt
from apps.rules.engine import (
    Answer,
    Assessment,
    CarveOutFinding,
    Choice,
    Choices,
    Cite,
    Fact,
    Finding,
    Proof,
    ReadingOutcome,
    Rulebook,
    plain,
)
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
    findings = _Findings(assessment)
    asked = tuple(jurisdictions) if jurisdictions is not None else Scope.jurisdictions_in(book)
    return {
        "as_of": assessment.as_of.isoformat(),
        "known_on": assessment.known_on.isoformat(),
        "fingerprint": assessment.fingerprint,
        "jurisdictions": [{"id": name, "covered": bool(Scope.within(book, name))} for name in asked],
        "profile": _profile(assessment),
        "contradictions": [
            {"text": str(clash.text), "facts": list(clash.facts)} for clash in clashes_in(assessment.profile)
        ],
        "warnings": [_warning(book, alert) for alert in beside.warnings(assessment)],
        "beside_the_law": _beside(assessment),
        "findings": [findings.finding(finding) for finding in assessment.findings],
        "reasons": findings.reasons.named,
        "next_questions": [question_document(question) for question in questions],
    }


def _warning(book: Rulebook, alert: beside.Alert) -> Document:
    """Something said in public, or grown old, that can break law, with the rules it can break."""
    hooks = [
        {
            "jurisdiction": hook.jurisdiction,
            "effect": hook.effect,
            "obligations": list(hook.duties),
            "cite": cite_document(book, hook.cite),
        }
        for hook in alert.hooks
    ]
    return {"id": alert.id, "title": alert.title, "text": alert.text, "fact": alert.fact, "hooks": hooks}


def _beside(assessment: Assessment) -> Document | None:
    """The voluntary and international block by what each point is to the reader; None where it was not asked for."""
    findings = [finding for finding in assessment.findings if beside.is_beside(finding)]
    if not findings:
        return None
    points = {kind.value: [f.id for f in found] for kind, found in beside.by_standing(findings).items()}
    return {"text": beside.sentence(findings), **points}


def as_json(document: Document) -> str:
    """The document as text, indented, with a final line end."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _profile(assessment: Assessment) -> Document:
    facts, profile = assessment.book.facts, assessment.profile
    return {
        "title": profile.title,
        "licence": licence_spelt(profile.licence),
        "base_licence": licence_spelt(profile.base_licence),
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


class _Reasons:
    """Writes proofs. A named part (definition, carve-out, reading ...) is written once, and referred to by its key.

    Without this an assessment with few answers would repeat the same definitions a thousand times.
    """

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.named: dict[str, Document] = {}
        self._written: dict[int, Document] = {}
        self._equal: dict[tuple[object, ...], Document] = {}
        self._cites: dict[int, Document] = {}

    def cited(self, cites: tuple[Cite, ...]) -> list[Document]:
        """The cites, each as a document."""
        return [self._cite(cite) for cite in cites]

    def _cite(self, cite: Cite) -> Document:
        if id(cite) not in self._cites:
            self._cites[id(cite)] = cite_document(self.book, cite)
        return self._cites[id(cite)]

    def proof(self, proof: Proof) -> Document:
        """A reason with the reasons below it, down to the named parts."""
        if id(proof) not in self._written:
            self._written[id(proof)] = self._proof(proof)
        return self._written[id(proof)]

    def _proof(self, proof: Proof) -> Document:
        children = [self.proof(child) for child in proof.children]
        # Equal parts are the same object, so children can be compared by identity.
        same = (proof.kind, proof.ref, proof.text, proof.value, proof.answer, proof.cites, *map(id, children))
        if same not in self._equal:
            self._equal[same] = self._part(proof, children)
        return self._equal[same]

    def _part(self, proof: Proof, children: list[Document]) -> Document:
        whole = {
            "kind": proof.kind,
            "text": proof.text,
            "value": proof.value,
            "ref": proof.ref,
            "fact": proof.ref if proof.kind == "fact" else None,
            "answer": proof.answer,
            "cites": self.cited(proof.cites),
            "see": None,
            "children": children,
        }
        if not proof.ref or not children:
            return whole
        name = self._free_name(f"{proof.kind}:{proof.ref}")
        self.named[name] = whole
        return {**whole, "cites": [], "see": name, "children": []}

    def _free_name(self, name: str) -> str:
        """The name, numbered when the part was decided in another way before (for another day, say)."""
        number, free = 1, name
        while free in self.named:
            number += 1
            free = f"{name}#{number}"
        return free


class _Findings:
    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.reasons = _Reasons(assessment.book)

    def finding(self, finding: Finding) -> Document:
        """A finding with everything a reader needs to check it."""
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
            "waits_for": finding.waits_for,
            "ends_on": finding.ends_on.isoformat() if finding.ends_on else None,
            "certainty": finding.certainty.value,
            "live": finding.live,
            "carve_outs": [self._carve_out(part) for part in finding.carve_outs],
            "open_facts": list(finding.open_facts),
            "because": self.reasons.proof(finding.because),
            "readings": [_reading(reading) for reading in finding.readings],
            "cites": self.reasons.cited(finding.cites),
            "deadline": _deadline(finding),
            "penalty": _penalty(finding),
            "penalty_note": duty.penalty_note,
            "challenges": self._challenges(finding),
        }

    def _challenges(self, finding: Finding) -> list[Document]:
        known = self.assessment.book.challenges(finding.instrument, self.assessment.known_on)
        return [{"by": other.id, "text": challenge.text} for other, challenge in known]

    def _carve_out(self, part: CarveOutFinding) -> Document:
        return {
            "id": part.carve_out.id,
            "title": part.carve_out.title,
            "state": part.state.value,
            "because": self.reasons.proof(part.because),
        }


def _reading(reading: ReadingOutcome) -> Document:
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
