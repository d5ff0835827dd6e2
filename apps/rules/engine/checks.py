"""What must hold before a rulebook may be used. Each failure names file, rule, what is wrong and the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from apps.rules.engine.cites import Cite
from apps.rules.engine.conditions import Contested
from apps.rules.engine.errors import RulebookError
from apps.rules.engine.facts import Flag, facts_of
from apps.rules.engine.law import CarveOut, Definition, Obligation, Param, Transition, Version

if TYPE_CHECKING:
    from apps.rules.engine.rulebook import Rulebook


def check(book: Rulebook) -> None:
    """Raise RulebookError with every fault found, or return silently."""
    faults = list(_faults(book))
    if faults:
        raise RulebookError("\n".join(["The rulebook cannot be used:", *(f"- {fault}" for fault in faults)]))


def _faults(book: Rulebook) -> Iterator[str]:
    for definition in book.definitions.values():
        yield from _versions(book, definition)
    for obligation in book.obligations.values():
        yield from _versions(book, obligation)
        yield from _complete(book, obligation)
    exceptions: list[CarveOut | Transition] = [*book.carve_outs.values(), *book.transitions.values()]
    for item in exceptions:
        yield from _cited(book, item, item.cites)
    for transition in book.transitions.values():
        if (transition.applies_from is None) is not bool(transition.event):
            yield f"{_where(transition)} needs either a first day or the event it waits for. Give one of the two."
    for key, switch in book.readings.items():
        cites = switch.cites if isinstance(switch, Contested) else (switch.cite,)
        yield from _instruments(book, f"reading {key!r}", cites)
    yield from _challenges(book)
    yield from _params(book)
    yield from _facts(book)


def _challenges(book: Rulebook) -> Iterator[str]:
    for instrument in book.instruments.values():
        for challenge in instrument.challenges:
            if not any(challenge.concerns(other) for other in book.instruments.values()):
                what = f"challenges {challenge.against!r}, which no binding instrument answers to"
                yield f"{instrument.position}: {instrument.id} {what}. Name an instrument, or a place such as US-."


def _where(item: Definition | Obligation | CarveOut | Transition | Param) -> str:
    return f"{item.position}: {item.id}"


def _versions(book: Rulebook, rule: Definition | Obligation) -> Iterator[str]:
    if not rule.versions:
        yield f"{_where(rule)} has no version. Add one with its first day and its cite."
    for version in rule.versions:
        yield from _cited(book, rule, version.cites)
        if version.until is not None and version.until <= version.since:
            yield f"{_where(rule)}: a version ends on {version.until}, before its start. Swap the dates."
    yield from _overlaps(book, rule)


def _overlaps(book: Rulebook, rule: Definition | Obligation) -> Iterator[str]:
    ordered = sorted((v for v in rule.versions if v.cites), key=lambda v: v.since)
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 :]:
            if _meet_in_law(first, second) and _meet_in_knowledge(book, first, second):
                yield (
                    f"{_where(rule)}: the versions from {first.since} and {second.since} overlap. End the first with "
                    "until=, or say when it was replaced with replaced_on=."
                )


def _meet_in_law(first: Version, second: Version) -> bool:
    return (first.until or date.max) > second.since and (second.until or date.max) > first.since


def _meet_in_knowledge(book: Rulebook, first: Version, second: Version) -> bool:
    try:
        starts = book.published(first), book.published(second)
    except KeyError:
        return False  # the missing instrument is reported on its own
    return (first.replaced_on or date.max) > starts[1] and (second.replaced_on or date.max) > starts[0]


def _cited(
    book: Rulebook, item: Definition | Obligation | CarveOut | Transition, cites: tuple[Cite, ...]
) -> Iterator[str]:
    if not cites:
        yield f"{_where(item)} has no cite. Say where in the law it stands."
    yield from _instruments(book, _where(item), cites)


def _instruments(book: Rulebook, where: str, cites: tuple[Cite, ...]) -> Iterator[str]:
    for cite in cites:
        if cite.instrument not in book.instruments:
            known = ", ".join(book.instruments) or "none"
            yield f"{where} cites {cite.instrument!r}, which is no instrument. Define it, or use one of: {known}."
        if not cite.pinpoint.strip():
            yield f"{where} cites {cite.instrument} without a pinpoint. Name the article, paragraph or section."


def _complete(book: Rulebook, obligation: Obligation) -> Iterator[str]:
    for name in ("title", "must", "who", "evidence"):
        if not getattr(obligation, name).strip():
            yield f"{_where(obligation)} has no {name}. Write it in plain words."
    words = len(obligation.must.split())
    if words > 75:
        yield f"{_where(obligation)}: 'must' has {words} words. Cut it to about 60; move detail into steps."
    after = obligation.deadline.after
    if after is not None and after.key not in book.facts:
        yield f"{_where(obligation)}: its deadline counts from {after.key!r}, which is no fact. Define it."
    for step in obligation.steps:
        if not step.id.startswith(obligation.id + "/"):
            yield f"{_where(obligation)}: step {step.id!r} must be named {obligation.id}/…"


def _params(book: Rulebook) -> Iterator[str]:
    for param in book.params.values():
        days = [dated.since for dated in param.history]
        if not days or days != sorted(set(days)):
            yield f"{_where(param)} needs dated values in rising order, each day once."
        yield from _instruments(book, _where(param), tuple(dated.cite for dated in param.history))


def _facts(book: Rulebook) -> Iterator[str]:
    used = _used_facts(book)
    for fact in book.facts.values():
        if not fact.ask.strip() or not fact.label.strip():
            yield f"{fact.position}: fact {fact.key!r} needs a label and a question. Write both."
        for key in fact.presupposes:
            if key not in book.facts:
                yield f"{fact.position}: fact {fact.key!r} presupposes {key!r}, which is no fact. Define or drop it."
        if fact.key not in used:
            yield f"{fact.position}: fact {fact.key!r} decides nothing. Use it in a rule, or remove it."
        if isinstance(fact, Flag) and not (fact.statement and fact.denial):
            yield f"{fact.position}: fact {fact.key!r} needs a statement and a denial, for the proofs."


def _used_facts(book: Rulebook) -> set[str]:
    used = {fact.key for expr in book.conditions() for fact in facts_of(expr)}
    for obligation in book.obligations.values():
        if obligation.deadline.after is not None:
            used.add(obligation.deadline.after.key)
        if obligation.penalty is not None:
            used.add(obligation.penalty.turnover.key)
    return used
