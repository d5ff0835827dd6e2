"""A model made from another one: both licences bind, and for every right the stricter one counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from apps.rules.engine import Grade
from apps.rules.law.licences.licence import Evidence, Gate, Licence, Outputs, Override, Rights
from apps.rules.law.licences.terms import Commercial, Effect, Freedom, Keep, Limit, Osi, Patents, Train, Verdict

T = TypeVar("T")

# From lenient to strict.
_VERDICTS: Final = tuple(Verdict)
_FREEDOMS: Final = tuple(Freedom)
_COMMERCIAL: Final = tuple(Commercial)
_KEEP: Final = (Keep.YES, Keep.WITHIN, Keep.NOT_ONLINE, Keep.UNKNOWN, Keep.NO, Keep.NO_WEIGHTS)
_TRAIN: Final = (Train.YES, Train.CONDITIONS, Train.UNKNOWN, Train.NON_COMMERCIAL, Train.NO)
_PATENTS: Final = (Patents.GRANTED, Patents.UNKNOWN, Patents.SILENT, Patents.EXCLUDED)
_GRADES: Final = tuple(Grade)
_BOTH: Final = "The stricter of the two licences decides."


def stricter(base: Licence, derivative: Licence) -> Licence:
    """Both licences as one: the stricter right each time, every threshold, exclusion and duty of either."""
    if base == derivative:
        return derivative
    verdict = _strict(_VERDICTS, base.verdict, derivative.verdict)
    joined = replace(
        derivative,
        id=f"{base.id}+{derivative.id}",
        name=f"{derivative.name}, made from a model under {base.name}",
        spdx=None,
        aliases=(),
        models=(),
        osi=Osi.APPROVED if base.osi is derivative.osi is Osi.APPROVED else Osi.NOT_APPROVED,
        clauses=_union(base.clauses, derivative.clauses),
        leans=verdict if verdict not in {Verdict.YES, Verdict.NO, Verdict.CONTESTED} else None,
        override=None,
        reason=_said(base, derivative, "reason"),
        rights=_rights(base.rights, derivative.rights),
        commercial=_strict(_COMMERCIAL, base.commercial, derivative.commercial),
        thresholds=_union(base.thresholds, derivative.thresholds),
        gates=_gates(base, derivative),
        exclusions=_union(base.exclusions, derivative.exclusions),
        exclusions_known=base.exclusions_known and derivative.exclusions_known,
        exclusions_text=_said(base, derivative, "exclusions_text"),
        limits=_limits(base, derivative),
        limits_text=_said(base, derivative, "limits_text"),
        keep=_strict(_KEEP, base.keep, derivative.keep),
        keep_text=_said(base, derivative, "keep_text"),
        owed=_union(base.owed, derivative.owed),
        outputs=_outputs(base, derivative),
        patents=_strict(_PATENTS, base.patents, derivative.patents),
        patents_text=_said(base, derivative, "patents_text"),
        endings=_union(base.endings, derivative.endings),
        evidence=_evidence(base, derivative),
        deploy=_said(base, derivative, "deploy"),
        fine_tune=_said(base, derivative, "fine_tune"),
        disclose=_said(base, derivative, "disclose"),
        replaced_by="",
    )
    return joined if joined.verdict is verdict else replace(joined, override=_override(base, derivative, verdict))


def _override(base: Licence, derivative: Licence, verdict: Verdict) -> Override:
    """The verdict of the stricter one, with its own reason if it departs from its clauses too."""
    own = [one.override for one in (base, derivative) if one.override and one.override.verdict is verdict]
    why = " ".join(dict.fromkeys(override.why for override in own)) or _BOTH
    return Override(verdict=verdict, why=why, is_limit=any(override.is_limit for override in own))


def _strict(order: Sequence[T], one: T, other: T) -> T:
    return max(one, other, key=order.index)


def _union(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _rights(one: Rights, other: Rights) -> Rights:
    return Rights(
        access=_strict(_FREEDOMS, one.access, other.access),
        use=_strict(_FREEDOMS, one.use, other.use),
        modify=_strict(_FREEDOMS, one.modify, other.modify),
        distribute=_strict(_FREEDOMS, one.distribute, other.distribute),
    )


def _gates(base: Licence, derivative: Licence) -> tuple[Gate, ...]:
    """Every gate. An approval for all commercial use does not help where the other licence has none to give."""
    flat = any(
        one.commercial is Commercial.NO and not any(gate.for_all for gate in one.gates) for one in (base, derivative)
    )
    found = _union(base.gates, derivative.gates)
    return tuple(replace(gate, effect=Effect.NOT_COVERED) if flat and gate.for_all else gate for gate in found)


def _limits(base: Licence, derivative: Licence) -> tuple[Limit, ...]:
    found = _union(base.limits, derivative.limits)
    real = tuple(limit for limit in found if limit not in {Limit.NONE, Limit.LAW})
    return real or ((Limit.LAW,) if Limit.LAW in found else (Limit.NONE,))


def _outputs(base: Licence, derivative: Licence) -> Outputs:
    sell = {base.outputs.sell, derivative.outputs.sell}
    return Outputs(
        train=_strict(_TRAIN, base.outputs.train, derivative.outputs.train),
        text="; ".join(dict.fromkeys((base.outputs.text, derivative.outputs.text))),
        sell=False if False in sell else None if None in sell else True,
    )


def _evidence(base: Licence, derivative: Licence) -> Evidence:
    weaker = max(base, derivative, key=lambda one: _GRADES.index(one.evidence.grade))
    return replace(weaker.evidence, note=f"Weaker of the two: {weaker.name}. {weaker.evidence.note}".strip())


def _said(base: Licence, derivative: Licence, name: str) -> str:
    """What the two say, once if they say the same."""
    texts: dict[str, str] = {getattr(one, name): one.name for one in (base, derivative) if getattr(one, name)}
    return next(iter(texts), "") if len(texts) < 2 else " ".join(f"{who}: {text}" for text, who in texts.items())
