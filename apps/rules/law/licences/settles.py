"""What choosing a licence answers in the questionnaire, what stays contested, and what is left to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from apps.rules.engine.profile import Value
from apps.rules.law.facts.openness import (
    access_terms,
    licence_grants,
    licence_terms,
    public_information,
    weights_public,
)
from apps.rules.law.facts.us_federal import us_weight_licence
from apps.rules.law.licences.licence import EU, Licence
from apps.rules.law.licences.terms import Code, Effect, Freedom, Limit, Owe, Verdict

_ALWAYS_ASKED: Final = (weights_public.key, public_information.key, access_terms.key)
_OWED: Final = {
    Owe.NOTICE: "attribution",
    Owe.CHANGES: "attribution",
    Owe.CREDIT: "attribution",
    Owe.SAME_LICENCE: "share_alike",
    Owe.SOURCE: "share_alike",
}
_TERMS: Final = {
    Code.D3: "user_scale_licence",
    Code.D4: "separate_commercial_licence",
    Code.D8: "use_restrictions",
    Code.D9: "other_limits",
    Code.D10: "other_limits",
    Code.D12: "other_limits",
    Code.D13: "other_limits",
    Code.D14: "other_limits",
    Code.D15: "other_limits",
}
_DISPUTED: Final = frozenset({"use_restrictions", "attribution_above_scale", "other_limits"})
HARMLESS: Final = frozenset({"attribution", "share_alike"})


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The answers a licence gives to openness facts.

    `contested` names what keeps the open-source exemption contested, in our words: it must not become a yes. `ask`
    has the facts the licence leaves open. `adds` has options that belong into an answer the licence settles in part.
    """

    facts: Mapping[str, Value]
    contested: tuple[str, ...]
    ask: tuple[str, ...]
    adds: Mapping[str, frozenset[str]] = field(default_factory=dict)


def settles(licence: Licence, *, unknown_original: bool = False) -> Settled:
    """What is known of a model's openness once its licence is chosen.

    `unknown_original`: it was made from another model whose licence is not known. Stricter terms of that one may bind
    too, so the terms are left to ask, unless those of this licence are enough to lose the exemption.
    """
    if licence.rights.access is Freedom.NONE:
        return Settled(facts={weights_public.key: False}, contested=(), ask=())
    if Code.D0 in licence.codes:
        return Settled(facts={licence_grants.key: frozenset()}, contested=(), ask=_ALWAYS_ASKED)
    facts: dict[str, Value] = {licence_grants.key: _grants(licence)}
    terms = _terms(licence)
    silent = licence.verdict.passes is None and not terms & _DISPUTED
    silent = silent or (unknown_original and licence.verdict.passes is not False)
    if not silent:
        facts[licence_terms.key] = terms
    if Freedom.LIMITED in {licence.rights.use, licence.rights.distribute}:
        facts[us_weight_licence.key] = "gated"
    ask = (*_ALWAYS_ASKED, licence_terms.key) if silent else _ALWAYS_ASKED
    adds = _adds(licence)
    if silent and terms - HARMLESS:
        adds[licence_terms.key] = terms - HARMLESS
    return Settled(facts=facts, contested=_contested(licence), ask=ask, adds=adds)


def _grants(licence: Licence) -> frozenset[str]:
    """The rights everybody gets; limits on a right are terms, unless they take it away."""
    given = {"access", "use", "modify", "distribute"}
    if any(EU in found.places and not found.multimodal_only for found in licence.exclusions):
        given.discard("access")
    if Code.D7 in licence.codes or _barred_use(licence):
        given.discard("use")
    if Code.D6 in licence.codes or licence.rights.modify is Freedom.NONE:
        given.discard("modify")
    if {Code.D2, Code.D6} & set(licence.codes) or licence.rights.distribute is Freedom.NONE:
        given.discard("distribute")
    return frozenset(given)


def _barred_use(licence: Licence) -> bool:
    """A field of use is closed by a clause that would only be disputed elsewhere."""
    return licence.override is not None and licence.override.verdict is Verdict.NO


def _terms(licence: Licence) -> frozenset[str]:
    found = {_OWED[owed.kind] for owed in licence.owed if owed.kind in _OWED}
    softened = licence.override is not None and licence.verdict is not Verdict.NO
    for clause in licence.clauses:
        if clause.code is Code.D1:
            only_research = Limit.RESEARCH in licence.limits and Limit.NON_COMMERCIAL not in licence.limits
            found.add("research_only" if only_research else "non_commercial")
        elif clause.code is Code.D11:
            found.add("attribution_above_scale" if clause.scale else "attribution")
        elif clause.code in _TERMS:
            term = _TERMS[clause.code]
            found.add(term if not softened or term in _DISPUTED else "other_limits")
    if licence.override is not None and licence.override.is_limit:
        found.add("other_limits")
    return frozenset(found)


def _contested(licence: Licence) -> tuple[str, ...]:
    if licence.verdict.passes is not None:
        return ()
    if licence.override is not None:
        return (licence.override.why,)
    return tuple(clause.text for clause in licence.clauses if clause.weight is not None)


def _adds(licence: Licence) -> dict[str, frozenset[str]]:
    """What people must do, be or pay to get the model, as far as the licence says it."""
    found = set()
    if Code.D5 in licence.codes:
        found.add("country_refusal")
    if any(threshold.effect in {Effect.PAID, Effect.ENDS} for threshold in licence.thresholds):
        found.add("dual_licensing")
    if Code.D7 in licence.codes:
        found.add("price")
    return {access_terms.key: frozenset(found)} if found else {}
