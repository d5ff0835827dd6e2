"""Rulebook items as plain data, for the command line and the API: what stands in the law files, in words.

Conditions are outlines (nested text) as they read on the first day of each version, on everything published so far.
Only the Cites, Outlines and texts of the rulebook are used, so nothing a reviewer needs is only in code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from apps.assessments.document import Document, cite_document, small_integers
from apps.rules.engine import (
    CarveOut,
    Choice,
    Choices,
    Cite,
    Day,
    Definition,
    Expr,
    Fact,
    Fine,
    Flag,
    Instrument,
    Number,
    Obligation,
    Param,
    Rulebook,
    Step,
    Transition,
    Version,
)
from apps.rules.engine.conditions import Contested, Guidance
from apps.rules.engine.words import Outline, carve_out_outline, outline

# The kinds the API lists; the command line also shows figures, transitions and readings.
KINDS = ("instruments", "obligations", "definitions", "carve-outs", "facts")


_SIDES = {
    True: ("It is worked out from the answers", "You take it as given"),
    False: ("The guidance is followed", "It is not"),
}


def _label(item: Guidance, side: int) -> str:
    return _SIDES[item.assumed][side]


def _reading_kind(item: Contested | Guidance) -> str:
    if isinstance(item, Contested):
        return "contested"
    return "assumption" if item.assumed else f"guidance, {item.status.value}"


class Items:
    """The items of a rulebook as documents, by kind and id."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.known_on = book.known_on_boundaries[-1] if book.known_on_boundaries else date.max
        self._makers: Mapping[str, tuple[Mapping[str, Any], Callable[[Any], Document]]] = {
            "instruments": (book.instruments, self.instrument),
            "obligations": (book.obligations, self.obligation),
            "definitions": (book.definitions, self.definition),
            "carve-outs": (book.carve_outs, self.carve_out),
            "facts": (book.facts, self.fact),
            "params": (book.params, self.param),
            "transitions": (book.transitions, self._waiting),
            "readings": (book.readings, self.reading),
        }

    @property
    def kinds(self) -> list[str]:
        """Every kind of item there is."""
        return list(self._makers)

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind, in the order of the law. KeyError for a kind that does not exist."""
        return list(self._makers[kind][0])

    def document(self, kind: str, item_id: str) -> Document:
        """One item in full. KeyError for a kind or id that does not exist."""
        items, make = self._makers[kind]
        return make(items[item_id])

    def kinds_of(self, item_id: str) -> list[str]:
        """The kinds that have an item of this id; usually one."""
        return [kind for kind, (items, _) in self._makers.items() if item_id in items]

    def summary(self, kind: str, item_id: str) -> Document:
        """One item in a line: id, title and what sorts or filters it."""
        item = self._makers[kind][0][item_id]
        if isinstance(item, Fact):
            return {"id": item.key, "title": item.label, "section": item.section, "kind": item.kind, "ask": item.ask}
        base: Document = {"id": item.id, "title": item.title}
        if isinstance(item, Instrument):
            return base | {"jurisdiction": item.jurisdiction, "force": item.force.value}
        if isinstance(item, Obligation):
            instrument = self.book.instruments[item.instrument]
            return base | {
                "jurisdiction": instrument.jurisdiction,
                "instrument": instrument.id,
                "topic": item.topic.value,
            }
        return base

    # -- one maker for each kind ----------------------------------------------------------------------------------

    def instrument(self, item: Instrument) -> Document:
        """A law, rule, guidance or code with its life and the duties in it."""
        return {
            "id": item.id,
            "title": item.title,
            "short": item.short,
            "jurisdiction": item.jurisdiction,
            "force": item.force.value,
            "number": item.number,
            "enforcer": item.enforcer,
            "url": item.url,
            "summary": item.summary,
            "published_on": item.published_on.isoformat(),
            "openness": {"relief": item.openness.relief.value, "effect": item.openness.effect}
            if item.openness
            else None,
            "status": [
                {
                    "on": status.on.isoformat(),
                    "state": status.state.value,
                    "note": status.note,
                    "published_on": (status.published_on or status.on).isoformat(),
                    "cites": self._cites([status.cite] if status.cite else []),
                }
                for status in item.status
            ],
            "obligations": [o.id for o in self.book.obligations.values() if o.instrument == item.id],
            "cites": self._cites(item.sources),
        }

    def obligation(self, item: Obligation) -> Document:
        """A duty: who, what, when, evidence, penalty, steps, and every version with its conditions."""
        instrument = self.book.instruments[item.instrument]
        deadline = item.deadline
        return {
            "id": item.id,
            "title": item.title,
            "jurisdiction": instrument.jurisdiction,
            "instrument": instrument.id,
            "force": (item.force or instrument.force).value,
            "who": item.who,
            "must": item.must,
            "evidence": item.evidence,
            "topic": item.topic.value,
            "deadline": {"kind": deadline.kind.value, "text": deadline.text, "cites": self._maybe(deadline.cite)},
            "penalty": self._fine(item.penalty) if item.penalty else None,
            "penalty_note": item.penalty_note,
            "note": item.note,
            "versions": [self._version(version) for version in item.versions],
            "steps": [self._step(step, item.versions[0].since) for step in item.steps],
        }

    def definition(self, item: Definition) -> Document:
        """A legal concept with its versions, and the rules that rest on it."""
        return {
            "id": item.id,
            "title": item.title,
            "statement": item.statement,
            "denial": item.denial,
            "summary": item.summary,
            "versions": [self._version(version) for version in item.versions],
        }

    def carve_out(self, item: CarveOut) -> Document:
        """An exception: when it is available, how it is lost, and the duties it removes."""
        rules: list[Obligation | Definition] = [*self.book.obligations.values(), *self.book.definitions.values()]
        users = [r for r in rules if any(item in _all_carve_outs(version.unless) for version in r.versions)]
        on = min((v.since for rule in users for v in rule.versions), default=self.known_on)
        return {
            "id": item.id,
            "title": item.title,
            "removes": item.removes,
            "keeps": item.keeps,
            "note": item.note,
            "condition": self._outlined(item.when, on),
            "lost_when": [self._exception(loss, on) for loss in item.lost_when],
            "used_by": [rule.id for rule in users],
            "cites": self._cites(item.cites),
        }

    def fact(self, item: Fact) -> Document:
        """A question: how it is asked, what answers it, why, and what shows it."""
        return {
            "id": item.key,
            "title": item.label,
            "section": item.section,
            "kind": item.kind,
            "ask": item.ask,
            "help": item.help,
            "why": item.why,
            "evidence": item.evidence,
            "yes_example": item.yes_example,
            "no_example": item.no_example,
            "rigidity": item.rigidity.value,
            "assumed": item.assumed,
            **_answers(item),
            "cites": self._maybe(item.cite),
        }

    def param(self, item: Param) -> Document:
        """A figure or day written in the law, with its dated values."""
        return {
            "id": item.id,
            "title": item.title,
            "unit": item.unit,
            "values": [
                {
                    "since": dated.since.isoformat(),
                    "value": dated.value.isoformat() if isinstance(dated.value, date) else float(dated.value),
                    "published_on": (dated.published_on or dated.since).isoformat(),
                    "cites": self._cites([dated.cite]),
                }
                for dated in item.history
            ],
        }

    def reading(self, item: Contested | Guidance) -> Document:
        """A point on which readings differ, or a line drawn by guidance, with what each side leads to."""
        sides = (
            [("a", item.a.label, item.a.condition), ("b", item.b.label, item.b.condition)]
            if isinstance(item, Contested)
            else [(item.sides[0], _label(item, 0), item.followed), (item.sides[1], _label(item, 1), item.ignored)]
        )
        return {
            "id": item.key,
            "title": item.why,
            "kind": _reading_kind(item),
            "sides": [
                {"side": side, "label": label, "condition": self._outlined(condition, self.known_on)}
                for side, label, condition in sides
            ],
            "cites": self._cites(item.cites if isinstance(item, Contested) else [item.cite]),
        }

    # -- parts ----------------------------------------------------------------------------------------------------

    def _version(self, version: Version) -> Document:
        return {
            "since": version.since.isoformat(),
            "until": _day(version.until),
            "published_on": self.book.published(version).isoformat(),
            "replaced_on": _day(version.replaced_on),
            "note": version.note,
            "condition": self._outlined(version.when, version.since),
            "carve_outs": [self._exception(carve_out, version.since) for carve_out in version.unless],
            "transitions": [self._transition(transition, version.since) for transition in version.transitions],
            "cites": self._cites(version.cites),
        }

    def _exception(self, carve_out: CarveOut, on: date) -> Document:
        return {
            "id": carve_out.id,
            "title": carve_out.title,
            "outline": self._outline(self._read(carve_out_outline, carve_out, on)),
            "cites": self._cites(carve_out.cites),
        }

    def _waiting(self, transition: Transition) -> Document:
        """A transition read for its own first day, or for the last known one when it waits for an event."""
        return self._transition(transition, transition.applies_from or self.book.as_of_boundaries[-1])

    def _transition(self, transition: Transition, on: date) -> Document:
        return {
            "id": transition.id,
            "title": transition.title,
            "applies_from": transition.applies_from.isoformat() if transition.applies_from else None,
            "event": transition.event,
            "condition": self._outlined(transition.when, on),
            "cites": self._cites(transition.cites),
        }

    def _fine(self, fine: Fine) -> Document:
        return {
            "title": fine.title,
            "percent": float(fine.percent),
            "fixed": float(fine.fixed),
            "currency": fine.currency,
            "rule": fine.rule.value,
            "since": _day(fine.since),
            "turnover": fine.turnover.key,
            "cites": self._cites(fine.cites),
        }

    def _step(self, step: Step, on: date) -> Document:
        return {
            "id": step.id,
            "text": step.text,
            "kind": step.kind.value,
            "when": step.when.value,
            "evidence": step.evidence,
            "note": step.note,
            "condition": self._outlined(step.only_if, on) if step.only_if is not None else None,
            "cites": self._cites([step.pinpoint]),
        }

    def _outlined(self, condition: Expr, on: date) -> Document:
        return self._outline(self._read(outline, condition, on))

    def _read(self, reader: Callable[[Any, date, date], Outline], part: Expr | CarveOut, on: date) -> Outline:
        """The outline on that day, or, where a figure of the law starts later, on the first day it can be read."""
        for later in (on, *(d for d in self.book.as_of_boundaries if d > on)):
            try:
                return reader(part, later, self.known_on)
            except LookupError:
                continue
        return reader(part, on, self.known_on)

    def _outline(self, part: Outline) -> Document:
        return {
            "text": part.text,
            "ref": {"kind": part.ref[0], "id": part.ref[1]} if part.ref else None,
            "note": part.note,
            "cites": self._cites(part.cites),
            "children": [self._outline(child) for child in part.children],
        }

    def _cites(self, cites: Iterable[Cite]) -> list[Document]:
        return [cite_document(self.book, cite) for cite in cites]

    def _maybe(self, cite: Cite | None) -> list[Document]:
        return self._cites([cite] if cite else [])


def _all_carve_outs(carve_outs: Iterable[CarveOut]) -> list[CarveOut]:
    return [found for c in carve_outs for found in (c, *_all_carve_outs(c.lost_when))]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _answers(fact: Fact) -> Document:
    """What may be answered: options, or unit and limits. The keys are the same for every kind of fact."""
    options = fact.options if isinstance(fact, Choice | Choices) else ()
    limits: tuple[Any, Any] = (None, None)
    if isinstance(fact, Number):
        limits = small_integers(float(fact.minimum)), small_integers(float(fact.maximum))
    if isinstance(fact, Day):
        limits = fact.minimum.isoformat(), fact.maximum.isoformat()
    return {
        "options": [{"key": o.key, "label": o.label, "help": o.help} for o in options],
        "unit": fact.unit if isinstance(fact, Number) else "",
        "integer": isinstance(fact, Number) and fact.integer,
        "minimum": limits[0],
        "maximum": limits[1],
        "statement": fact.statement if isinstance(fact, Flag) else "",
        "denial": fact.denial if isinstance(fact, Flag) else "",
    }
