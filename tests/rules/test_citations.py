"""Every citation of the AI Act names an article, paragraph and point that exists in the consolidated text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import pytest

from apps.rules.engine import Cite, Obligation, Rulebook, Version
from apps.rules.engine.rulebook import Item
from apps.rules.law import load
from tests.rules.pinpoints import PinpointError, check, structure

KINDS = ("instruments", "facts", "params", "carve_outs", "transitions", "definitions", "obligations", "readings")


@dataclass(frozen=True)
class Cited:
    """A citation and where it stands; `ended` when the rule around it has ended or been replaced."""

    cite: Cite
    place: str
    ended: bool


def cited(book: Rulebook) -> Iterator[Cited]:
    """Every citation in the rulebook, each item looked through on its own."""
    for kind in KINDS:
        for key, item in getattr(book, kind).items():
            yield from within(item, f"{getattr(item, 'position', kind)} {key}", ended=False)


def within(node: Any, place: str, *, ended: bool) -> Iterator[Cited]:
    """The citations inside an item, without entering the other items it refers to."""
    if isinstance(node, Cite):
        yield Cited(node, place, ended)
    elif isinstance(node, list | tuple):
        for part in node:
            if not isinstance(part, Item):
                yield from within(part, place, ended=ended)
    elif is_dataclass(node) and not isinstance(node, type):
        if isinstance(node, Version):
            place, ended = f"{place}, version of {node.since}", ended or bool(node.until or node.replaced_on)
        for field in fields(node):
            inner = getattr(node, field.name)
            if field.name != "steps":
                yield from () if isinstance(inner, Item) else within(inner, place, ended=ended)
        if isinstance(node, Obligation):
            for step in node.steps:
                yield from within(step, f"{place}, step {step.id}", ended=False)


def test_every_citation_of_the_act_resolves() -> None:
    faults, seen = [], 0
    for one in cited(load()):
        if one.cite.instrument == "AIA":
            seen += 1
            try:
                check(one.cite.pinpoint, ended=one.ended)
            except PinpointError as fault:
                faults.append(f"{one.place}: {fault}")
    assert not faults, f"{len(faults)} of {seen} citations:\n" + "\n".join(sorted(set(faults)))
    assert seen > 500


def test_citations_are_found_wherever_they_can_stand() -> None:
    """A citation in each corner of the book is looked at: a walk that misses a corner would let errors through."""
    book, found = load(), {id(one.cite) for one in cited(load())}
    wanted = [cite for o in book.obligations.values() for v in o.versions for cite in v.cites]
    wanted += [step.pinpoint for o in book.obligations.values() for step in o.steps]
    wanted += [cite for o in book.obligations.values() if o.penalty for cite in o.penalty.cites]
    wanted += [o.deadline.cite for o in book.obligations.values() if o.deadline.cite]
    wanted += [cite for d in book.definitions.values() for v in d.versions for cite in v.cites]
    wanted += [cite for c in book.carve_outs.values() for inner in (c, *c.lost_when) for cite in inner.cites]
    wanted += [cite for t in book.transitions.values() for cite in t.cites]
    wanted += [dated.cite for p in book.params.values() for dated in p.history]
    wanted += [fact.cite for fact in book.facts.values() if fact.cite]
    wanted += [s.cite for i in book.instruments.values() for s in i.status if s.cite]
    wanted += [cite for r in book.readings.values() for cite in getattr(r, "cites", (getattr(r, "cite", None),))]
    assert [cite for cite in wanted if id(cite) not in found] == []


@pytest.mark.parametrize(
    "pinpoint",
    [
        "Art. 4a(1)(f)",
        "Art. 3(14a) and (14b)",
        "Art. 3(61)(a)(iii)",
        "Art. 5(1)(bb)",
        "Art. 5(1), first subparagraph, point (ba)",
        "Art. 5(1)(a) to (h)",
        "Art. 5(1a)(a)(ii)",
        "Art. 5(1b)",
        "Art. 6(1a) to (1c)",
        "Art. 11(1), second subparagraph",
        "Art. 16(b)",
        "Art. 49(2), 71",
        "Art. 50(1) to (4)",
        "Art. 53(1)(a)",
        "Art. 53(1)(a) and (b)",
        "Art. 60a(5)(d)",
        "Arts 75a to 75d",
        "Art. 75b(c)",
        "Art. 99(4)(da)",
        "Art. 99(6a)",
        "Art. 111(2), second sentence",
        "Art. 113, second paragraph",
        "Art. 113, third paragraph, point (c)(i)",
        "Arts 43, 47 and 48",
        "Arts 88 to 94",
        "Annex I, Section B, point 21",
        "Annex II",
        "Annex III, point 4(a)",
        "Annex III, points 1(a) and 2",
        "Annex VII, point 4.2(c)",
        "Annex VIII, Section B, point 8",
        "Annex XI, Section 1, point 2(c)",
        "Annex XI, Section 1, point 2(c) to (e)",
        "Annex XIII, point (f)",
        "Chapter III, Section 2",
        "Chapter V",
        "recital 103",
        "recitals 102 to 104",
        "OJ L, 2024/1689, 12.7.2024",
    ],
)
def test_what_is_in_the_act_resolves(pinpoint: str) -> None:
    check(pinpoint)


@pytest.mark.parametrize(
    "pinpoint",
    [
        "Art. 4b",
        "Art. 5(1)(z)",
        "Art. 5(1)(a) to (z)",
        "Art. 5(1), third subparagraph, point (ba)",
        "Art. 53(1)(b)(iii)",
        "Art. 53(9)",
        "Art. 113(c)(i)",
        "Art. 113, second paragraph, point (c)",
        "Art. 113, fourth paragraph",
        "Art. 114",
        "Arts 88 to 114",
        "Article 53",
        "53(1)(a)",
        "Annex I, point 13",
        "Annex I, Section C",
        "Annex III, point 9",
        "Annex III, point 4(c)",
        "Annex III(4)(a)",
        "Annex XI, point 1(a)",
        "Annex XV",
        "Chapter III, Section 6",
        "Chapter XIV",
        "recital 0",
        "recital 181",
        "recitals 180 and 181",
        "OJ L, 2026/1744, 24.7.2026",
        "the whole Act",
        "Art. 53(1)(a), ",
        "",
    ],
)
def test_what_is_not_in_the_act_is_refused(pinpoint: str) -> None:
    with pytest.raises(PinpointError):
        check(pinpoint)


@pytest.mark.parametrize("pinpoint", ["Art. 10(5)", "Art. 10(5)(f)", "Annex I, Section A, point 1"])
def test_what_was_deleted_is_found_only_for_rules_that_have_ended(pinpoint: str) -> None:
    check(pinpoint, ended=True)
    with pytest.raises(PinpointError):
        check(pinpoint)


def test_the_structure_holds_numbers_and_no_wording() -> None:
    def words(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, inner in node.items():
                yield from (key, *words(inner))
        elif isinstance(node, list):
            for inner in node:
                yield from words(inner)
        elif isinstance(node, str):
            yield node

    number = re.compile(r"|[IVX]+|\d*(\.\d+)?[a-z]{0,2}(\([ivx]+\)|\([a-z]\))*|third paragraph|Section [A-C1-5]")
    parts = {key: inner for key, inner in structure().items() if key != "text"}
    named = {*parts, *parts["subparagraphs"], *parts["deleted"]}
    assert [word for word in words(parts) if word not in named and not number.fullmatch(word)] == []
    assert all(name.startswith(("Art. ", "Annex ")) and len(name) < 40 for name in named - parts.keys())
