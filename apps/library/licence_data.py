"""Licences as plain data, for the command line and the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from apps.assessments.document import Document
from apps.rules.engine import Fact, plain
from apps.rules.law.licences.licence import Clause, Licence, Threshold
from apps.rules.law.licences.settles import settles
from apps.rules.law.licences.terms import DISQUALIFIERS

FILTERS: Final = ("family", "verdict", "osi", "commercial")


def licence_summary(licence: Licence) -> Document:
    """What a list shows of a licence."""
    return {
        "id": licence.id,
        "name": licence.name,
        "family": licence.family.value,
        "publisher": licence.publisher,
        "spdx_id": licence.spdx_id,
        "osi": licence.osi.value,
        "verdict": licence.verdict.value,
        "commercial": licence.commercial.value,
        "grade": licence.evidence.grade.value,
        "verify": licence.evidence.verify,
    }


def licence_document(licence: Licence, facts: Mapping[str, Fact]) -> Document:
    """A licence in full, with what choosing it settles."""
    evidence, rights, settled = licence.evidence, licence.rights, settles(licence)
    return {
        **licence_summary(licence),
        "version": licence.version,
        "dated": licence.dated.isoformat() if licence.dated else None,
        "aliases": list(licence.aliases),
        "models": list(licence.models),
        "replaced_by": licence.replaced_by or None,
        "reason": licence.reason,
        "clauses": [_clause(clause) for clause in licence.clauses],
        "override": licence.override.why if licence.override else None,
        "rights": {name: getattr(rights, name).value for name in ("access", "use", "modify", "distribute")},
        "thresholds": [_threshold(threshold) for threshold in licence.thresholds],
        "gates": [
            {
                "effect": gate.effect.value,
                "text": gate.text,
                "when": _values(gate.when),
                "unless": _values(gate.unless),
            }
            for gate in licence.gates
        ],
        "excluded_places": list(licence.excluded),
        "exclusions": [exclusion.text for exclusion in licence.exclusions],
        "exclusions_known": licence.exclusions_known,
        "exclusions_note": licence.exclusions_text,
        "limits": _values(licence.limits),
        "limits_text": licence.limits_text,
        "fine_tunes_private": licence.keep.value,
        "fine_tunes_note": licence.keep_text,
        "owed": [{"kind": o.kind.value, "when": o.when.value, "text": o.text} for o in licence.owed],
        "outputs": {
            "train": licence.outputs.train.value,
            "sell": licence.outputs.sell,
            "text": licence.outputs.text,
        },
        "patents": licence.patents.value,
        "patents_text": licence.patents_text,
        "endings": _values(licence.endings),
        "deploy": licence.deploy,
        "fine_tune": licence.fine_tune,
        "disclose": licence.disclose,
        "settles": {
            "facts": {key: plain(facts[key], value) for key, value in settled.facts.items()},
            "contested": list(settled.contested),
            "ask": list(settled.ask),
            "adds": {key: sorted(options) for key, options in settled.adds.items()},
        },
        "evidence": {
            "source": evidence.source,
            "note": evidence.note,
            "checked_on": evidence.checked_on.isoformat(),
        },
    }


def _values(parts: Iterable[Any]) -> list[str]:
    return [part.value for part in parts]


def _clause(clause: Clause) -> Document:
    kind = DISQUALIFIERS[clause.code]
    return {
        "code": clause.code.value,
        "kind": kind.title,
        "text": clause.text,
        "weight": clause.weight.value if clause.weight else None,
        "basis": kind.basis,
        "verified": clause.verified,
    }


def _threshold(threshold: Threshold) -> Document:
    return {
        "metric": threshold.metric.value,
        "metric_text": threshold.metric.words,
        "operator": threshold.operator.value,
        "amount": threshold.amount,
        "unit": threshold.unit.value,
        "tested": threshold.tested.value,
        "released": threshold.released.isoformat() if threshold.released else None,
        "only_if": _values(threshold.only_if),
        "spares": _values(threshold.spares),
        "effect": threshold.effect.value,
        "text": threshold.text,
        "boundary_known": threshold.boundary_known,
        "grade": threshold.grade.value,
    }


def licence_lines(licence: Licence) -> str:
    """A licence for reading on the command line."""
    checked = f"{licence.evidence.grade.words}, {licence.evidence.checked_on}"
    rows: list[tuple[str, str]] = [
        ("identifier", licence.spdx_id),
        ("OSI", licence.osi.words),
        ("AI Act", f"{licence.verdict.words}. {licence.reason}"),
        *((clause.code.value, clause.text) for clause in licence.clauses),
        ("deploy", licence.deploy),
        ("fine-tune", licence.fine_tune),
        ("disclose", licence.disclose),
        *(("figure", f"{t.metric.words}: {t.figure}. {t.text}") for t in licence.thresholds),
        *(("condition", gate.text) for gate in licence.gates),
        *(("places", exclusion.text) for exclusion in licence.exclusions),
        ("limits", licence.limits_text),
        *(("owed", owed.text) for owed in licence.owed),
        ("outputs", licence.outputs.text),
        ("patents", licence.patents_text),
        *(("ends by", ending.words) for ending in licence.endings),
        ("evidence", f"{licence.evidence.source} ({checked})".strip()),
    ]
    if licence.evidence.verify:
        rows.append(("verify", "Read the text before you rely on this."))
    return f"{licence.id}  {licence.name}\n" + "".join(f"  {name:<11}{text}\n" for name, text in rows)
