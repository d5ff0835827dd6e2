"""The shapes of law: instruments, dated versions, carve-outs that can be lost, definitions, obligations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from apps.rules.engine.cites import Cite, caller_position
from apps.rules.engine.conditions import Expr
from apps.rules.engine.facts import Day, Number


class Force(StrEnum):
    """How an instrument binds."""

    STATUTE = "statute"
    REGULATION = "regulation"
    GUIDANCE = "guidance"
    VOLUNTARY = "voluntary"
    TREATY = "treaty"
    PROPOSED = "proposed"
    HISTORY = "history"

    @property
    def binding(self) -> bool:
        """Only statutes and regulations make duties; the rest is expected, offered, or not (any longer) law.

        A treaty binds the states that join it, and whom they bind by laws of their own.
        """
        return self in {Force.STATUTE, Force.REGULATION}


class State(StrEnum):
    """Where an instrument stands on a day."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    STAYED = "stayed"
    REPEALED = "repealed"
    VETOED = "vetoed"
    STRUCK_DOWN = "struck_down"

    @property
    def live(self) -> bool:
        """Adopted law and law in force can yield duties, now or later; everything else never does."""
        return self in {State.ADOPTED, State.IN_FORCE}


class Topic(StrEnum):
    """What a duty is about; the rows of the jurisdiction comparison."""

    CLASSIFICATION = "classification"
    DOCUMENTATION = "documentation"
    TRAINING_DATA = "training data"
    TRANSPARENCY = "transparency and provenance"
    SAFETY = "safety"
    INCIDENTS = "incidents"
    DECISIONS = "decisions about people"
    CHATBOTS = "chatbots and minors"
    WHISTLEBLOWING = "whistleblowing"
    SECURITY = "security"
    REGISTRATION = "registration"
    REPRESENTATION = "representation"
    COOPERATION = "cooperation"
    LITERACY = "literacy"
    PROHIBITION = "prohibition"
    PENALTIES = "penalties"
    OTHER_LAW = "other law to check"


@dataclass(frozen=True, kw_only=True)
class Status:
    """A step in the life of an instrument. `published_on` is when it could be known (default: the day itself)."""

    on: date
    state: State
    note: str = ""
    cite: Cite | None = None
    published_on: date | None = None


class Relief(StrEnum):
    """How far an instrument spares what is released openly."""

    EXPRESS = "express"  # an exception for open source or published weights, by name
    FUNCTIONAL = "functional"  # a rule for all that helps open releases
    NONE = "none"


@dataclass(frozen=True)
class Openness:
    """What releasing weights or source openly changes under an instrument, in a sentence or two."""

    relief: Relief
    effect: str


@dataclass(frozen=True)
class Challenge:
    """What an instrument undertakes against other law without switching it off, in a sentence or two.

    `against` is the id of an instrument, or how codes of jurisdictions begin: "US-" means every state.
    """

    against: str
    text: str

    def concerns(self, instrument: Instrument) -> bool:
        """Whether it is aimed at this binding instrument."""
        by_place = self.against.endswith("-") and instrument.jurisdiction.startswith(self.against)
        return instrument.force.binding and (by_place or instrument.id == self.against)


@dataclass(frozen=True, kw_only=True, eq=False)
class Instrument:
    """A law, rule, guidance or voluntary code."""

    id: str
    title: str
    short: str
    jurisdiction: str
    force: Force
    published_on: date
    number: str = ""
    enforcer: str = ""
    url: str = ""
    summary: str = ""
    openness: Openness | None = None
    challenges: tuple[Challenge, ...] = ()
    status: tuple[Status, ...] = ()
    sources: tuple[Cite, ...] = ()
    position: str = field(default_factory=caller_position, repr=False)

    def state(self, as_of: date, known_on: date) -> State:
        """Where the instrument stands on `as_of`, as known on `known_on`; adopted until its first status says more."""
        reached = [s.state for s in self.status if s.on <= as_of and (s.published_on or s.on) <= known_on]
        return reached[-1] if reached else State.ADOPTED


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A value of a Param from `since` on; `published_on` is when it could be known."""

    since: date
    value: float | date
    cite: Cite
    published_on: date | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Param:
    """A number (or day) written in the law. Asking before its first date is an error, never a default."""

    id: str
    title: str
    unit: str
    history: tuple[Dated, ...]
    position: str = field(default_factory=caller_position, repr=False)

    def at(self, on: date, known_on: date) -> float | date:
        """The value in force on `on` as published by `known_on`. LookupError before the first such value."""
        reached = [d for d in self.history if d.since <= on and (d.published_on or d.since) <= known_on]
        if reached:
            return reached[-1].value
        first = self.history[0]
        raise LookupError(
            f"{self.id} ({self.title}) has no value on {on} as known on {known_on}: its first value starts on "
            f"{first.since} ({first.cite.instrument}, {first.cite.pinpoint}). Ask about a later day, or date the rule "
            "that uses it no earlier."
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class CarveOut:
    """A named, cited exception, which can itself be lost. One object per carve-out, reused by all it touches."""

    id: str
    title: str
    when: Expr
    cites: tuple[Cite, ...]
    lost_when: tuple[CarveOut, ...] = ()
    removes: str = ""
    keeps: str = ""
    note: str = ""
    position: str = field(default_factory=caller_position, repr=False)


@dataclass(frozen=True, kw_only=True, eq=False)
class Transition:
    """A transitional provision: for those it covers, the rule applies only from `applies_from`.

    Where the start is not a date in the law but something still to happen, `applies_from` is None and `event` names it.
    """

    id: str
    title: str
    when: Expr
    applies_from: date | None
    cites: tuple[Cite, ...]
    event: str = ""
    published_on: date | None = None
    position: str = field(default_factory=caller_position, repr=False)


@dataclass(frozen=True, kw_only=True, eq=False)
class Version:
    """One wording of a rule.

    Valid in law from `since` until the day before `until`; known from `published_on` until the day before
    `replaced_on`. `unless` are the carve-outs that remove it, `transitions` those that put it off.
    """

    since: date
    when: Expr
    cites: tuple[Cite, ...]
    unless: tuple[CarveOut, ...] = ()
    transitions: tuple[Transition, ...] = ()
    until: date | None = None
    published_on: date | None = None
    replaced_on: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Definition(Expr):
    """A named legal concept built from facts and other definitions; usable as a condition."""

    id: str
    title: str
    statement: str
    denial: str
    versions: tuple[Version, ...]
    summary: str = ""
    position: str = field(default_factory=caller_position, repr=False)


class When(StrEnum):
    """The rhythm of a duty."""

    BEFORE_MARKET = "before_market"
    AT_PLACING = "at_placing"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    ON_EVENT = "on_event"
    ON_REQUEST = "on_request"
    RETENTION = "retention"
    ONCE = "once"
    BEFORE_USE = "before_use"


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When a duty falls due. With `after` (a Day fact) and a number of days, months or years the date is computed.

    It falls due no earlier than `not_before`.
    Months begin with the day itself: three of them from 1 September end on 30 November.
    Years end on the same day: one from 19 November ends on 19 November.
    Business days skip Saturdays and Sundays; public holidays are not known here, so the date may move later.
    """

    kind: When
    text: str
    days: int | None = None
    business_days: int | None = None
    months: int | None = None
    years: int | None = None
    after: Day | None = None
    not_before: date | None = None
    cite: Cite | None = None


class CapRule(StrEnum):
    """Which of the two amounts caps a fine."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, kw_only=True, eq=False)
class Fine:
    """The ceiling of a fine: a share of turnover or a fixed amount, whichever is higher (or lower)."""

    title: str
    percent: float
    fixed: float
    currency: str
    turnover: Number
    cites: tuple[Cite, ...]
    rule: CapRule = CapRule.HIGHER
    lower_when: Expr | None = None
    since: date | None = None
    note: str = ""


class StepKind(StrEnum):
    """What a step is: a duty, a test that decides others, a choice, or the use of an exception."""

    DUTY = "duty"
    GATE = "gate"
    OPTION = "option"
    RELIEF = "relief"


@dataclass(frozen=True, kw_only=True, eq=False)
class Step:
    """A check item below an obligation, with its own pinpoint and, where needed, its own condition."""

    id: str
    text: str
    pinpoint: Cite
    when: When
    evidence: str = ""
    only_if: Expr | None = None
    kind: StepKind = StepKind.DUTY
    note: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Obligation:
    """Who must do what, by when, shown by which evidence, under which penalty, in dated versions."""

    id: str
    title: str
    must: str
    who: str
    topic: Topic
    versions: tuple[Version, ...]
    deadline: Deadline
    evidence: str = ""
    penalty: Fine | None = None
    penalty_note: str = ""
    steps: tuple[Step, ...] = ()
    force: Force | None = None
    note: str = ""
    position: str = field(default_factory=caller_position, repr=False)

    @property
    def instrument(self) -> str:
        """The id of the instrument the duty stands in: that of the first cite of its first version."""
        return self.versions[0].cites[0].instrument
