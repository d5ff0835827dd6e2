"""One profile decided and explained: a Finding for every obligation, on two dates."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from apps.rules.engine.cites import Cite
from apps.rules.engine.compile import Program
from apps.rules.engine.decide import Bits, Decision, Outcome, ReadingOutcome, Timing, decide, decide_definitions
from apps.rules.engine.exact import Prospects, settle
from apps.rules.engine.explain import Explainer, Proof
from apps.rules.engine.law import CapRule, CarveOut, Deadline, Definition, Fine, Instrument, Obligation, Step
from apps.rules.engine.profile import Interval, Profile, Values
from apps.rules.engine.rulebook import Rulebook


class Certainty(StrEnum):
    """How firm a finding is. GUIDANCE: without guidance that is a draft or was read in extracts it would differ."""

    SETTLED = "settled"
    CONTESTED = "contested"
    GUIDANCE = "guidance"
    UNVERIFIED = "unverified"


class CarveOutState(StrEnum):
    """What became of a carve-out for this profile."""

    ACTIVE = "active"
    LOST = "lost"
    NOT_MET = "not_met"
    OPEN = "open"


@dataclass(frozen=True)
class CarveOutFinding:
    """A carve-out of a duty, its state for this profile, and why."""

    carve_out: CarveOut
    state: CarveOutState
    because: Proof


@dataclass(frozen=True)
class FineCap:
    """The ceiling of a fine for this profile; low and high differ when turnover is a range.

    `verified` is False when the class that decides between higher and lower rests on a secondary source.
    """

    low: float
    high: float
    currency: str
    rule: CapRule
    verified: bool = True


@dataclass(frozen=True)
class Finding:
    """The answer for one obligation, with everything a reader needs to check it.

    The answer is there from the start; its proof, and what rests on the proof, are worked out when asked for.
    `proof` is set where the answer itself needed it, `beside` where the text without soft guidance leads elsewhere.
    """

    obligation: Obligation
    instrument: Instrument
    decision: Decision
    live: bool
    as_of: date
    explainer: Explainer = field(repr=False, compare=False)
    proof: Proof | None = field(default=None, repr=False, compare=False)
    beside: tuple[ReadingOutcome, ...] = ()

    @cached_property
    def because(self) -> Proof:
        """What decided it."""
        return self.proof or self.explainer.finding(self.decision)

    @cached_property
    def certainty(self) -> Certainty:
        """How firm it is."""
        if self.beside:
            return Certainty.GUIDANCE
        if self.decision.contested:
            return Certainty.CONTESTED
        return Certainty.SETTLED if all(cite.grade.verified for cite in self.cites) else Certainty.UNVERIFIED

    @cached_property
    def cites(self) -> tuple[Cite, ...]:
        """The sources of the wording and of what decided it."""
        return tuple(dict.fromkeys((*self.decision.version.version.cites, *self.because.decisive_cites)))

    @cached_property
    def carve_outs(self) -> tuple[CarveOutFinding, ...]:
        """The carve-outs of the duty and what became of them."""
        return tuple(_carve_out(self.explainer, self.decision, c) for c in self.decision.version.version.unless)

    @cached_property
    def open_facts(self) -> tuple[str, ...]:
        """The facts that its outcome or its timing still needs."""
        open_ = self.decision.outcome is Outcome.NEEDS_FACTS or self.decision.timing is None
        return self.because.open_facts if open_ else ()

    @property
    def due(self) -> date | None:
        """The day it falls due, where the day it counts from is known; only what is or may be owed falls due."""
        if self.outcome in {Outcome.EXEMPT, Outcome.DOES_NOT_APPLY}:
            return None
        return due_date(self.obligation.deadline, self.explainer.values)

    @cached_property
    def fine(self) -> FineCap | None:
        """The ceiling of the fine, where turnover is known."""
        return _fine(self.explainer, self.decision, self.as_of)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that concern this profile; one whose condition is known not to hold is left out."""
        return open_steps(self.explainer, self.decision)

    @property
    def id(self) -> str:
        """The obligation's id."""
        return self.obligation.id

    @property
    def outcome(self) -> Outcome:
        """Applies, exempt, does not apply, or needs facts."""
        return self.decision.outcome

    @property
    def timing(self) -> Timing | None:
        """In force, upcoming or ended on the as-of day; None when that depends on open facts."""
        return self.decision.timing

    @property
    def applies_from(self) -> date | None:
        """The first day for this profile, when it is known."""
        return self.decision.applies_from

    @property
    def waits_for(self) -> str:
        """What has to happen before the duty starts, when that is an event and not a date."""
        if self.timing is not Timing.UPCOMING or self.applies_from is not None:
            return ""
        return next((t.event for t, _ in self.decision.version.transitions if t.event), "")

    @property
    def ends_on(self) -> date | None:
        """The first day on which the wording no longer holds, when the law says so."""
        return self.decision.version.version.until

    @property
    def readings(self) -> tuple[ReadingOutcome, ...]:
        """What each side of a contested point, or of soft guidance, would make of it."""
        return self.decision.readings or self.beside


@dataclass(frozen=True)
class DefinitionFinding:
    """Whether a legal concept fits the profile (None: open, or contested), and why."""

    definition: Definition
    value: bool | None
    contested: bool
    explainer: Explainer = field(repr=False, compare=False)

    @cached_property
    def because(self) -> Proof:
        """What decided it."""
        return self.explainer.part(self.definition, self.explainer.program.definitions[self.definition.id][0])


@dataclass(frozen=True)
class Assessment:
    """All findings for a profile on two dates, under one rulebook."""

    book: Rulebook
    profile: Profile
    as_of: date
    known_on: date
    # Hundreds of each, with their whole law: no message of an error has room for them.
    findings: tuple[Finding, ...] = field(repr=False)
    definitions: Mapping[str, DefinitionFinding] = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the rulebook that decided it."""
        return self.book.fingerprint

    @cached_property
    def by_id(self) -> Mapping[str, Finding]:
        """Findings by obligation id."""
        return {finding.id: finding for finding in self.findings}


def evaluate(
    book: Rulebook,
    profile: Profile,
    *,
    as_of: date,
    known_on: date | None = None,
    jurisdictions: Collection[str] | None = None,
    like: Assessment | None = None,
    only: frozenset[str] | None = None,
) -> Assessment:
    """Decide and explain every obligation of the chosen jurisdictions (all when None).

    `only` leaves out all but these obligations, and the definitions; their findings are the same as among all.

    `like` is an assessment of a similar profile: on the same days, its findings are taken over where no fact that they
    can depend on has another answer. The result is the same without it, only slower.

    `as_of` is the day the question is about, `known_on` the day by which law must have been published (default: the
    same). Open findings get a second, exact look: if every possible answer leads to one outcome, it is settled.
    """
    known = known_on or as_of
    program = book.program(as_of, known, only)
    values, readings = known_values(book, profile), reading_bits(profile)
    held, broken = program.run_all(*program.planes(values, readings))
    explainer = Explainer(program, values, held, broken)
    prospects = Prospects(program, values, explainer.bits)
    soft = _soft_guidance(program, explainer.bits, readings)
    alone = decide(program, values, {**readings, **dict.fromkeys(soft, False)}) if soft else ()
    findings, alike = (
        [],
        _alike(program, profile, like) if like and (like.as_of, like.known_on) == (as_of, known) else {},
    )
    for place, decision in enumerate(decide(program, values, readings)):
        instrument = book.instruments[decision.rule.obligation.instrument]
        if jurisdictions is not None and instrument.jurisdiction not in jurisdictions:
            continue
        if place in alike:
            findings.append(alike[place])
            continue
        finding = _finding(explainer, decision, instrument, as_of, readings, prospects)
        # What only the second look settled has no counterpart in the text alone, which got no such look.
        looked = soft and decision.outcome is not Outcome.NEEDS_FACTS
        findings.append(_beside_the_text(finding, alone[place], soft) if looked else finding)
    concepts = dict(_concepts(explainer, readings))
    return Assessment(book, profile, as_of, known, tuple(findings), concepts)


def moved_findings(base: Assessment, profile: Profile, wanted: Collection[str]) -> dict[str, Finding]:
    """The wanted findings that other answers change, as `evaluate` of the changed profile has them; by id.

    Whether soft guidance makes a difference to them is not looked into. ValueError for facts the book does not have.
    """
    book, then, readings = base.book, base.profile.values, reading_bits(profile)
    program, values = book.program(base.as_of, base.known_on), known_values(book, profile)
    moved = {key for key in {*values, *then} if values.get(key) != then.get(key)}
    places = [
        rule.place
        for rule, facts in zip(program.rules, program.facts_of, strict=True)
        if rule.obligation.id in wanted and not moved.isdisjoint(facts)
    ]
    explainer = Explainer(program, values, *program.run_all(*program.planes(values, readings)))
    prospects = Prospects(program, values, explainer.bits)
    decisions = decide(program, values, readings, places)
    found = {}
    for place in places:
        was = base.by_id[program.rules[place].obligation.id]
        if decisions[place] is not was.decision or was.outcome is Outcome.NEEDS_FACTS:
            decision, proof = _looked_at(explainer, decisions[place], readings, prospects)
            found[was.id] = Finding(was.obligation, was.instrument, decision, was.live, was.as_of, explainer, proof)
    return found


def _alike(program: Program, profile: Profile, like: Assessment) -> dict[int, Finding]:
    """The findings of a similar profile that are the same for this one, by the place of their rule."""
    if like.book is not program.book or like.profile.readings != profile.readings:
        return {}
    now, then = profile.values, like.profile.values
    moved = {key for key in {*now, *then} if now.get(key) != then.get(key)}
    return {
        rule.place: like.by_id[rule.obligation.id]
        for rule, facts in zip(program.rules, program.facts_of, strict=True)
        if rule.obligation.id in like.by_id and moved.isdisjoint(facts)
    }


def _soft_guidance(program: Program, bits: Bits, readings: Mapping[str, bool]) -> list[str]:
    """Guidance not to be relied on unseen that makes a difference here, as far as the profile has not set it."""
    live = (key for key, followed, ignored in program.soft_guidance if bits.of(followed) is not bits.of(ignored))
    return [key for key in dict.fromkeys(live) if key not in readings]


def _beside_the_text(finding: Finding, alone: Decision, soft: Collection[str]) -> Finding:
    """The finding, marked when the text alone, without the soft guidance, would lead elsewhere."""
    decision = finding.decision
    if decision.contested or decision.outcome in {Outcome.NEEDS_FACTS, alone.outcome}:
        return finding
    parts = (part for proof in (finding.because, *(c.because for c in finding.carve_outs)) for part in proof.walk())
    key = next((part.ref for part in parts if part.kind == "guidance" and part.ref in soft), next(iter(soft)))
    sides = (("followed", "the guidance is followed", decision), ("ignored", "the text of the law stands alone", alone))
    readings = tuple(ReadingOutcome(key, side, label, found.outcome) for side, label, found in sides)
    return replace(finding, beside=readings)


def _concepts(explainer: Explainer, readings: Mapping[str, bool]) -> Iterator[tuple[str, DefinitionFinding]]:
    program = explainer.program
    for key, (value, parted) in decide_definitions(program, explainer.values, readings).items():
        yield key, DefinitionFinding(program.book.definitions[key], value, parted, explainer)


def known_values(book: Rulebook, profile: Profile) -> Values:
    """The profile's values; ValueError naming facts the rulebook does not have."""
    unknown = sorted(set(profile.values) - set(book.facts))
    if unknown:
        raise ValueError(f"The rulebook does not know these facts: {', '.join(unknown)}. Remove or rename them.")
    return profile.values


def reading_bits(profile: Profile) -> dict[str, bool]:
    """The switches a profile has set, as bits: reading a, guidance followed, an answer worked out, is True."""
    return {key: side in {"a", "followed", "worked_out"} for key, side in profile.readings.items()}


def _finding(
    explainer: Explainer,
    decision: Decision,
    instrument: Instrument,
    as_of: date,
    readings: Mapping[str, bool],
    prospects: Prospects,
) -> Finding:
    decision, proof = _looked_at(explainer, decision, readings, prospects)
    state = instrument.state(as_of, explainer.program.known_on)
    live = state.live and instrument.force.value not in {"proposed", "history"}
    return Finding(decision.rule.obligation, instrument, decision, live, as_of, explainer, proof)


def _looked_at(
    explainer: Explainer, decision: Decision, readings: Mapping[str, bool], prospects: Prospects
) -> tuple[Decision, Proof | None]:
    """An open decision after the exact second look, with its proof; others as they are."""
    if decision.outcome is not Outcome.NEEDS_FACTS or decision.contested or not prospects.any_for(decision):
        return decision, None
    proof = explainer.finding(decision)
    settled = settle(explainer.program, explainer.values, readings, decision, proof.open_facts)
    if settled is None:
        return decision, proof
    return settled, replace(proof, kind="cases", text=decision.outcome.value, value=True)


def _carve_out(explainer: Explainer, decision: Decision, carve_out: CarveOut) -> CarveOutFinding:
    because = explainer.carve_out(carve_out, decision.version.on)
    met = explainer.value_of(carve_out.when, decision.version.on)
    if because.value is None:
        state = CarveOutState.OPEN
    elif because.value:
        state = CarveOutState.ACTIVE
    else:
        state = CarveOutState.NOT_MET if met is False else CarveOutState.LOST  # lost even while its terms are open
    return CarveOutFinding(carve_out, state, because)


def due_date(deadline: Deadline, values: Values) -> date | None:
    """The day a duty falls due, when the day it counts from is known exactly."""
    if deadline.after is None:
        return None
    start = values.get(deadline.after.key)
    if not isinstance(start, Interval) or not start.single:
        return None
    first = date.fromordinal(int(start.low))
    if deadline.business_days is not None:
        due = _business_days_after(first, deadline.business_days)
    elif deadline.months is not None:
        due = _end_of_months(first, deadline.months)
    elif deadline.years is not None:
        due = _years_after(first, deadline.years)
    else:
        due = first + timedelta(days=deadline.days or 0)
    return max(due, deadline.not_before or due)


def _years_after(first: date, count: int) -> date:
    """The same day so many years later; 28 February where there is no 29th."""
    return first.replace(year=first.year + count, day=28 if (first.month, first.day) == (2, 29) else first.day)


def _business_days_after(first: date, count: int) -> date:
    day = first
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _end_of_months(first: date, count: int) -> date:
    """The last day of so many months that begin with `first`."""
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1])) - timedelta(days=1)


def _fine(explainer: Explainer, decision: Decision, as_of: date) -> FineCap | None:
    fine = decision.rule.obligation.penalty
    if fine is None or (fine.since is not None and as_of < fine.since):
        return None
    turnover = explainer.values.get(fine.turnover.key)
    if not isinstance(turnover, Interval):
        return None
    rule = _cap_rule(explainer, fine, decision.rule.versions[0].on)
    if rule is None:
        return None
    pick = max if rule is CapRule.HIGHER else min
    # Without turnover there is no share to compare: towns and private people face the fixed amount.
    low, high = (
        pick(end * fine.percent / 100, fine.fixed) if end else fine.fixed for end in (turnover.low, turnover.high)
    )
    low, high = min(low, high), max(low, high)
    return FineCap(low, high, fine.currency, rule, _verified(explainer, fine, decision.rule.versions[0].on))


def _verified(explainer: Explainer, fine: Fine, on: date) -> bool:
    if fine.lower_when is None:
        return True
    return all(cite.grade.verified for cite in explainer.part(fine.lower_when, on).decisive_cites)


def _cap_rule(explainer: Explainer, fine: Fine, on: date) -> CapRule | None:
    """The rule that picks the amount; None when it depends on facts not known."""
    if fine.lower_when is None:
        return fine.rule
    lower = explainer.value_of(fine.lower_when, on)
    return None if lower is None else CapRule.LOWER if lower else fine.rule


def open_steps(explainer: Explainer, decision: Decision) -> tuple[Step, ...]:
    """The steps of an obligation that concern this profile: those without a condition, or whose condition may hold."""
    on = decision.rule.versions[0].on
    steps = decision.rule.obligation.steps
    return tuple(s for s in steps if s.only_if is None or explainer.value_of(s.only_if, on) is not False)
