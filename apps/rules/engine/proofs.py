"""Proofs over the whole rulebook by z3: rules that can never apply, carve-outs that can never matter. For CI."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import z3

from apps.rules.engine.circuit import Literal
from apps.rules.engine.compile import Atom, CompiledVersion, Program
from apps.rules.engine.conditions import Guidance
from apps.rules.engine.facts import Choice, Choices, Day, Number
from apps.rules.engine.law import CarveOut
from apps.rules.engine.rulebook import Rulebook


@dataclass(frozen=True)
class Fault:
    """Something in the rulebook that no profile can ever reach. `item` is the obligation or carve-out concerned."""

    kind: str  # "unreachable" | "dead carve-out"
    item: str
    message: str


def prove(book: Rulebook, as_of: date, known_on: date) -> tuple[Fault, ...]:
    """Every unreachable rule and dead carve-out of the rulebook on two dates, each with the remedy.

    A carve-out is dead when it removes nothing in any duty it stands in, a loss when it takes away nothing.
    """
    return tuple(_Prover(book.program(as_of, known_on)).faults())


class _Prover:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.solver = z3.Solver()
        self.terms: list[Any] = []
        self._numbers: dict[str, Any] = {}
        for node in program.nodes:
            self.terms.append(self._atom(node) if isinstance(node, Atom) else z3.And(*map(self.term, node)))

    def term(self, literal: Literal) -> Any:
        """The z3 term of a literal."""
        node, negated = literal
        return z3.Not(self.terms[node]) if negated else self.terms[node]

    def possible(self, *conditions: Any) -> bool:
        """Whether some complete profile makes all conditions true."""
        return bool(self.solver.check(*conditions) == z3.sat)

    def _atom(self, atom: Atom) -> Any:
        if atom.kind == "compare":
            return self._compare(atom)
        fact = self.program.book.facts.get(atom.key)
        if isinstance(fact, Choice):
            codes = [o.key for o in fact.options]
            answer = z3.Int(atom.key)
            self.solver.add(answer >= 0, answer < len(codes))
            return z3.Or(*(answer == codes.index(option) for option in sorted(atom.detail)))
        if isinstance(fact, Choices):
            members = {o.key: z3.Bool(f"{atom.key}:{o.key}") for o in fact.options}
            return z3.Not(z3.Or(*members.values())) if atom.kind == "none" else members[atom.detail]
        switch = self.program.book.readings.get(atom.key)
        if isinstance(switch, Guidance) and switch.assumed:
            return z3.BoolVal(True)  # what users assume proves nothing about the law
        return z3.Bool(f"{atom.kind}:{atom.key}")

    def _compare(self, atom: Atom) -> Any:
        terms, op, bound = atom.detail
        total = z3.Sum(*(z3.RealVal(str(weight)) * self._number(fact) for weight, fact in terms), z3.RealVal(0))
        return total > z3.RealVal(str(bound)) if op == ">" else total >= z3.RealVal(str(bound))

    def _number(self, fact: Number | Day) -> Any:
        if fact.key not in self._numbers:
            number = z3.ToReal(z3.Int(fact.key)) if isinstance(fact, Day) else z3.Real(fact.key)
            low = fact.minimum.toordinal() if isinstance(fact, Day) else fact.minimum
            high = fact.maximum.toordinal() if isinstance(fact, Day) else fact.maximum
            self.solver.add(number >= z3.RealVal(repr(low)), number <= z3.RealVal(repr(high)))
            self._numbers[fact.key] = number
        return self._numbers[fact.key]

    def faults(self) -> Iterator[Fault]:
        """Unreachable rules first, then carve-outs and losses that are dead wherever they stand."""
        for rule in self.program.rules:
            if not any(self.possible(self.term(v.applies)) for v in rule.versions):
                yield Fault(
                    "unreachable",
                    rule.obligation.id,
                    f"{rule.obligation.position}: {rule.obligation.id} can never apply to any profile. "
                    "Look for conditions that exclude each other, or a carve-out that removes everything.",
                )
        alive: dict[str, bool] = {}
        for rule in self.program.rules:
            for v in rule.versions:
                for carve_out in v.version.unless:
                    self._live(carve_out, self.term(v.when), v, alive)
        yield from (self._dead(key) for key, useful in alive.items() if not useful)

    def _live(self, carve_out: CarveOut, context: Any, v: CompiledVersion, alive: dict[str, bool]) -> None:
        """Record whether the carve-out (or a loss of it, in its context) can make a difference here."""
        active = self.term(self.program.active(carve_out, v.on))
        alive[carve_out.id] = alive.get(carve_out.id, False) or self.possible(context, active)
        available = self.term(self.program.lower(carve_out.when, v.on))
        for loss in carve_out.lost_when:
            others = [z3.Not(self.term(self.program.active(o, v.on))) for o in carve_out.lost_when if o is not loss]
            self._live(loss, z3.And(context, available, *others), v, alive)

    def _dead(self, key: str) -> Fault:
        carve_out = self.program.book.carve_outs[key]
        return Fault(
            "dead carve-out",
            key,
            f"{carve_out.position}: carve-out {key} never makes a difference. "
            "Its condition cannot hold where it stands, or another one already covers it.",
        )
