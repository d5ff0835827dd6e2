"""May I use it commercially? The licence's figures and gates against what is known about the user; and two licences
at once. What is not known never becomes a yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from apps.rules.law.licences.licence import EU, PLACES, Exclusion, Gate, Licence, Threshold
from apps.rules.law.licences.terms import Commercial, Effect, Limit, Metric, Tested, Trait, Worded

_STATES: Final = "AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
MEMBER_STATES: Final = frozenset(_STATES.split())
PLACE: Final = "principal_place_of_business"


class Permission(Worded):
    """Whether commercial use is allowed."""

    YES = "yes", "yes"
    YES_WITH_CONDITIONS = "yes_with_conditions", "yes, with conditions"
    UNKNOWN = "unknown", "not known"
    NEEDS_LICENCE = "needs_licence", "only with a further licence or approval"
    NO = "no", "no"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is known about the user and the use. What is left out is not known.

    `place`, the principal place of business, is "EU" or a country's two letters.
    """

    figures: Mapping[Metric, int | Fraction] = field(default_factory=dict)
    traits: Mapping[Trait, bool] = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class CommercialUse:
    """The answer, why, on which conditions, and which inputs are missing. `verify`: check the text before relying."""

    permission: Permission
    reasons: tuple[str, ...]
    conditions: tuple[str, ...]
    ask: tuple[str, ...]
    verify: bool


def commercial_use(licence: Licence, answers: Answers) -> CommercialUse:
    """Whether this user may use a model under this licence commercially."""
    case = _Case(licence, answers)
    for exclusion in licence.exclusions:
        case.exclusion(exclusion)
    for gate in licence.gates:
        case.gate(gate)
    for threshold in licence.thresholds:
        case.threshold(threshold)
    case.limits()
    case.plain()
    return case.result()


def _either(truths: Iterable[bool | None]) -> bool | None:
    known = list(truths)
    return True if True in known else None if None in known else False


def _all(truths: Iterable[bool | None]) -> bool | None:
    known = list(truths)
    return False if False in known else None if None in known else True


def _no(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _place(text: str) -> str:
    """The place as exclusions name it. What is not two letters is not known."""
    code = text.strip().upper()
    if code in MEMBER_STATES:
        return EU
    return {"UK": "GB"}.get(code, code) if len(code) == 2 and code.isascii() and code.isalpha() else ""


def number(figure: int | Fraction) -> str:
    """The figure as a reader writes it."""
    whole = Fraction(figure)
    return f"{int(whole):,}" if whole.denominator == 1 else f"{float(whole):,.2f}"


class _Case:
    """Collects what bars, what is owed and what is missing."""

    def __init__(self, licence: Licence, answers: Answers) -> None:
        self.licence, self.answers = licence, answers
        self.barred: list[Permission] = []
        self.reasons: list[str] = []
        self.conditions: list[str] = []
        self.ask: list[str] = []
        self.open = False

    def trait(self, trait: Trait) -> bool | None:
        return self.answers.traits.get(trait)

    def _missing(self, traits: Iterable[Trait]) -> list[str]:
        return [trait.value for trait in traits if self.trait(trait) is None]

    def _wait(self, missing: Iterable[str], reason: str) -> None:
        self.open = True
        self.ask += missing
        self.reasons.append(reason)

    def exclusion(self, exclusion: Exclusion) -> None:
        """Places whose people get no rights."""
        place = _place(self.answers.place)
        here = place in exclusion.places if place else None
        concerned = self.trait(Trait.MULTIMODAL) if exclusion.multimodal_only else True
        if _all((here, concerned)):
            self.barred.append(Permission.NO)
            self.reasons.append(exclusion.text)
        elif here is False and exclusion.covers_outputs:
            self.conditions.append(exclusion.text)
        elif _all((here, concerned)) is None:
            missing = [] if place else [PLACE]
            missing += self._missing([Trait.MULTIMODAL]) if exclusion.multimodal_only else []
            named = ", ".join(PLACES[code] for code in exclusion.places)
            self._wait(missing, f"Not licensed in some places: {named}.")

    def gate(self, gate: Gate) -> None:
        """What does not depend on a figure."""
        state = self._state(gate.when, gate.unless)
        if state is False:
            return
        if not gate.effect.bars:
            self.conditions.append(gate.text if state else self._if(gate.when, gate.text))
        if state and gate.effect.bars:
            self._bar(gate.effect, gate.text)
        elif state is None and gate.effect.bars:
            self._wait(self._missing((*gate.when, *gate.unless)), gate.text)
        elif state is None:
            self.ask += self._missing((*gate.when, *gate.unless))

    def _state(self, when: tuple[Trait, ...], unless: tuple[Trait, ...]) -> bool | None:
        holds = _either(map(self.trait, when)) if when else True
        return _all((holds, _no(_either(map(self.trait, unless)))))

    @staticmethod
    def _if(when: tuple[Trait, ...], text: str) -> str:
        return f"If {' or '.join(trait.words for trait in when)}: {text}" if when else text

    def _bar(self, effect: Effect, reason: str) -> None:
        self.barred.append(Permission.NO if effect is Effect.NOT_COVERED else Permission.NEEDS_LICENCE)
        self.reasons.append(reason)

    def threshold(self, threshold: Threshold) -> None:
        """What depends on a figure. The reason names the figure, the operator and the amount."""
        given = self.answers.figures.get(threshold.metric)
        over = threshold.reached(None if given is None else Fraction(given))
        concerned = self._state(threshold.only_if, threshold.spares)
        state = _all((over, concerned))
        limit = f"{threshold.metric.words}: {threshold.figure}"
        said = limit if given is None else f"{limit}; given: {number(given)}"
        if state is None:
            self._undecided(threshold, said, missing=given is None or over is None)
        elif state and threshold.effect.bars:
            self._bar(threshold.effect, f"{threshold.text} ({said})")
        elif state:
            self.conditions.append(f"{threshold.text} ({said})")
        elif concerned is not False and threshold.effect.bars:
            self._below(threshold, limit, said)

    def _undecided(self, threshold: Threshold, said: str, *, missing: bool) -> None:
        wanted = [threshold.metric.value] if missing else []
        wanted += self._missing((*threshold.only_if, *threshold.spares))
        if threshold.effect.bars:
            self._wait(wanted, f"{threshold.text} ({said})")
        else:
            self.ask += wanted
            self.conditions.append(f"Above the figure: {threshold.text} ({said})")

    def _below(self, threshold: Threshold, limit: str, said: str) -> None:
        self.reasons.append(f"Not reached. {said[:1].upper()}{said[1:]}.")
        if threshold.tested is Tested.CONTINUOUS:
            self.conditions.append(f"Only while this is not reached: {limit}.")

    def limits(self) -> None:
        """What it may be used for."""
        limits = self.licence.limits
        if Limit.LIST in limits:
            if self.trait(Trait.FORBIDDEN_USE):
                self.barred.append(Permission.NO)
                self.reasons.append(f"A forbidden use: {self.licence.limits_text}.")
            else:
                self.conditions.append(f"Stay within the limits on use: {self.licence.limits_text}.")
        if Limit.UNKNOWN in limits:
            self.conditions.append("Read the text: its limits on use are not known.")
        if not self.licence.exclusions_known:
            self.conditions.append("Read the text: whether places are excluded is not known.")

    def plain(self) -> None:
        """What the licence says before anything is known about the user."""
        said = self.licence.commercial
        undecided = not self.licence.gates and not self.licence.thresholds
        if said is Commercial.NO and not any(gate.for_all for gate in self.licence.gates):
            self.barred.append(Permission.NO)
            self.reasons.append(self.licence.deploy)
        elif said is Commercial.CONTRACT or (said is Commercial.CONDITIONAL and undecided):
            self._wait([], self.licence.deploy)

    def result(self) -> CommercialUse:
        """The strictest answer that is certain; otherwise unknown before yes."""
        if self.barred:
            permission = max(self.barred, key=list(Permission).index)
        elif self.open:
            permission = Permission.UNKNOWN
        else:
            permission = Permission.YES_WITH_CONDITIONS if self.conditions else Permission.YES
        return CommercialUse(
            permission=permission,
            reasons=tuple(dict.fromkeys(self.reasons)),
            conditions=tuple(dict.fromkeys(self.conditions)),
            ask=tuple(dict.fromkeys(self.ask)),
            verify=self.licence.evidence.verify or any(not t.grade.verified for t in self.licence.thresholds),
        )
