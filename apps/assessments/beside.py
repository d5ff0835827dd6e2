"""What stands beside the law: pledges, standards and a treaty between states, and warnings about untrue words on them.

None of it is a duty. It has a block, a sentence and a list of its own, and is counted nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from apps.assessments import places
from apps.assessments.marks import mark
from apps.rules.engine import Assessment, Cite, Finding, Force
from apps.rules.engine.words import day
from apps.rules.law.international.adherence import HOOKS, Hook

CODE: Final = "INT"
CLAIMS_FACT, REPORT_FACT, RENEWAL = "voluntary_claims", "hiroshima_reported_on", "INT-HAIP-R3"
_RECOMMENDING = {"frontier_practice", "good_practice"}
MOST_NAMES: Final = 4


class Standing(StrEnum):
    """What a point is to the reader."""

    EXPECTED = "expected"
    RECOMMENDED = "recommended"
    BACKGROUND = "background"
    STATES = "states"
    OPEN = "open"
    NONE = "none"


HEADINGS: Final[dict[Standing, str | Promise]] = {
    Standing.EXPECTED: gettext_lazy("Expected of you: signed, adopted or claimed, or it comes with your product"),
    Standing.RECOMMENDED: gettext_lazy("Recommended: the good practice you asked to see"),
    Standing.BACKGROUND: gettext_lazy("Background for everyone"),
    Standing.STATES: gettext_lazy("Binding on governments, not on you"),
    Standing.OPEN: gettext_lazy("Shown once you answer more"),
}


def is_beside(finding: Finding) -> bool:
    """Whether the finding belongs to the voluntary and international block."""
    return finding.instrument.jurisdiction == CODE


def standing(finding: Finding) -> Standing:
    """Whether the point is expected, recommended, background, a matter of states, open, or none of these."""
    kind = mark(finding)
    if kind == "none":
        return Standing.NONE
    if finding.instrument.force is Force.TREATY:
        return Standing.OPEN if kind == "depends" else Standing.STATES
    if kind == "depends":
        return Standing.OPEN
    if not finding.because.known_facts:
        return Standing.BACKGROUND
    held = {part.ref for part in finding.because.walk() if part.kind == "definition" and part.value}
    return Standing.RECOMMENDED if held & _RECOMMENDING and not _given(held) else Standing.EXPECTED


def _given(held: Iterable[str]) -> bool:
    return any(ref.endswith("_party") for ref in held)


def not_given(finding: Finding) -> bool:
    """Whether nothing but a missing signature or claim keeps the point away."""
    parts = finding.because.walk() if is_beside(finding) else ()
    return any(part.ref.endswith("_party") and part.value is False for part in parts if part.kind == "definition")


def by_standing(findings: Iterable[Finding]) -> dict[Standing, list[Finding]]:
    """The points of the block by what they are to the reader, in that order; empty lists included."""
    found: dict[Standing, list[Finding]] = {kind: [] for kind in Standing}
    for finding in findings:
        if is_beside(finding):
            found[standing(finding)].append(finding)
    return found


def sentence(findings: Sequence[Finding]) -> str:
    """What stands beside the law, in two sentences that name no duty."""
    found = by_standing(findings)
    parts = [text for kind in _CLAUSES if (text := _clause(kind, found[kind]))]
    told = gettext("; ").join(parts) or gettext("no pledge, framework or standard expects anything of you")
    return gettext("Beside the law: %(parts)s. None of this is a duty.") % {"parts": told}


_CLAUSES = (Standing.EXPECTED, Standing.RECOMMENDED, Standing.OPEN)


def _clause(kind: Standing, findings: Sequence[Finding]) -> str:
    number = len(findings)
    if not number:
        return ""
    if kind is Standing.EXPECTED:
        text = ngettext(
            "%(n)d point is expected of you (%(names)s)", "%(n)d points are expected of you (%(names)s)", number
        )
    elif kind is Standing.RECOMMENDED:
        text = ngettext("%(n)d point is recommended (%(names)s)", "%(n)d points are recommended (%(names)s)", number)
    else:
        text = ngettext(
            "%(n)d point of a pledge, framework or standard depends on answers",
            "%(n)d points of pledges, frameworks and standards depend on answers",
            number,
        )
    return text % {"n": number, "names": _names(findings)}


def instruments(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The short names of the instruments, each once."""
    return tuple(dict.fromkeys(finding.instrument.short for finding in findings))


def _names(findings: Iterable[Finding]) -> str:
    names = instruments(findings)
    more = len(names) - MOST_NAMES
    return ", ".join([*names[:MOST_NAMES], *([gettext("%(n)d more") % {"n": more}] if more > 0 else [])])


@dataclass(frozen=True, kw_only=True)
class Alert:
    """Something said in public, or left undone, that can break law; the rules it can break, and the answer to check."""

    id: str
    title: str
    text: str
    fact: str
    hooks: tuple[Hook, ...]
    cites: tuple[Cite, ...] = ()


def warnings(assessment: Assessment) -> tuple[Alert, ...]:
    """The warnings that the answers call for, in the jurisdictions asked about; none while an answer is missing."""
    if not any(is_beside(finding) for finding in assessment.findings):
        return ()
    found = [_claim(assessment, key, CLAIMS_FACT) for key in ("misleading_adherence_claim", "false_presumption_claim")]
    return tuple(each for each in (*found, _stale(assessment)) if each)


def _claim(assessment: Assessment, key: str, fact: str) -> Alert | None:
    concept = assessment.definitions.get(key)
    if concept is None or concept.value is not True:
        return None
    text = gettext("%(what)s. %(more)s") % {"what": _capital(concept.definition.statement), "more": _hint(key)}
    return Alert(
        id=key,
        title=concept.definition.title,
        text=text,
        fact=fact,
        hooks=_hooks(assessment),
        cites=concept.definition.versions[0].cites,
    )


def _hint(key: str) -> str:
    hints = {
        "misleading_adherence_claim": gettext(
            "A listing is no endorsement, and practice without a signature is “informed by”, not “signatory of”."
        ),
        "false_presumption_claim": gettext(
            "Say “management system certified to ISO/IEC 42001 by (body), scope (text)”, or “signatory of the "
            "(chapter) chapter”; a draft standard gives nothing to claim."
        ),
    }
    return hints[key]


def _stale(assessment: Assessment) -> Alert | None:
    """A Hiroshima report whose twelve months are over on the day asked about."""
    finding = next((f for f in assessment.findings if f.id == RENEWAL), None)
    reported = "hiroshima_report" in (assessment.profile.values.get("voluntary_steps") or ())  # type: ignore[operator]
    if finding is None or not reported or finding.due is None or finding.due >= assessment.as_of:
        return None
    text = gettext(
        "It was due for renewal by %(day)s. Until a newer report is published, do not speak of it as current; if one "
        "was filed under version 2.0, give its day instead."
    ) % {"day": day(finding.due)}
    return Alert(
        id="hiroshima_report_stale",
        title=gettext("The Hiroshima report is more than twelve months old"),
        text=text,
        fact=REPORT_FACT,
        hooks=_hooks(assessment),
        cites=finding.cites,
    )


def _hooks(assessment: Assessment) -> tuple[Hook, ...]:
    """The rules of the jurisdictions asked about; all of them where only this block was asked for."""
    asked = {finding.instrument.jurisdiction for finding in assessment.findings} - {CODE}
    return tuple(hook for hook in HOOKS if not asked or hook.jurisdiction in asked)


def hook_words(hook: Hook) -> str:
    """Where the rule stands and what it says."""
    return gettext("%(place)s: %(effect)s") % {"place": places.heading(hook.jurisdiction), "effect": hook.effect}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
