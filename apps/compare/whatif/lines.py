"""How far a description is from each number the law draws a line at, and which duties hang on the crossing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from django.utils.translation import gettext, ngettext

from apps.assessments import places
from apps.assessments.links import Source
from apps.assessments.wording import capital, few
from apps.compare.whatif.changing import changed, single
from apps.compare.whatif.moves import ACROSS, ACROSS_DAY, Move, Part, moves, parts
from apps.rules.engine import Assessment, Day, Fact, Finding, Number
from apps.rules.engine.compile import Program
from apps.rules.engine.evaluate import moved_findings
from apps.rules.engine.profile import Interval, Profile, Values
from apps.rules.engine.thresholds import Line, Span, beside, cuts, lines_of
from apps.rules.engine.words import counted, day, line_words, quantity, value_words

Standing = Literal["below", "over", "open", "unknown"]
MOST_LAWS: Final = 3
WIDE: Final = Fraction(10**9)  # room on both sides of a line where nothing else is near
NEAR_COUNTS: Final = 50  # up to here people and the like are counted, not compared as a ratio


@dataclass(frozen=True, kw_only=True, repr=False)
class LineView:
    """A line of the law, where the description stands to it, and what hangs on crossing it.

    `low` and `high` are what counts towards it (None: not known), `at` the line itself. `ratio` says how far below it
    the description is (1 is on the line), None where it is not below or not known; of an open line, how far below it
    what is answered comes to.
    """

    line: Line
    label: str
    value: str
    bound: str
    where: str
    places: tuple[str, ...]
    laws: str
    names: str
    standing: Standing
    distance: str
    moves: tuple[Move, ...]
    ask: tuple[tuple[str, str], ...]
    low: float | None
    high: float | None
    at: float | None
    ratio: float | None

    @property
    def fact(self) -> Number | Day:
        """The fact to move."""
        return self.line.fact

    @property
    def parts(self) -> tuple[Part, ...]:
        """What hangs on the crossing, by how it moves."""
        return parts(self.moves, ACROSS_DAY if isinstance(self.fact, Day) else ACROSS)

    @property
    def hangs(self) -> str:
        """What hangs on the crossing, in a few words."""
        if self.standing == "unknown":
            return gettext("answer first")
        if not self.moves:
            return gettext("nothing, given your other answers")
        return "; ".join(f"{part.title.lower()}: {part.number}" for part in self.parts)


def line_views(
    base: Assessment, duties: Mapping[str, Finding], asked: Collection[str], source: Source
) -> tuple[LineView, ...]:
    """The lines on which a duty in question can rest, for facts that are answered or still asked for."""
    program, values = base.book.program(base.as_of, base.known_on), base.profile.values
    found = []
    for line in lines_of(program):
        resting = [key for key in line.rules if key in duties]
        if resting and (line.fact.key in values or line.fact.key in asked):
            found.append(_Viewed(base, duties, program, line, resting, source).view())
    return tuple(_without_doubles(found))


def _without_doubles(found: list[LineView]) -> Iterator[LineView]:
    """The lines without those that a later one of the same fact repeats: a sum at the same place, for the same laws."""
    for place, view in enumerate(found):
        later = (other for other in found[place + 1 :] if other.fact is view.fact and other.at == view.at)
        if not any((v.line.rules, v.standing) == (view.line.rules, view.standing) for v in later):
            yield view


def nearest(found: Iterable[LineView]) -> LineView | None:
    """The line that the description is closest below, among those on which something hangs; at a tie an open one."""
    below = [view for view in found if view.ratio is not None and view.moves]
    return min(below, key=lambda view: (view.ratio or 0, view.standing != "open"), default=None)


@dataclass(frozen=True, repr=False)
class _Viewed:
    base: Assessment
    duties: Mapping[str, Finding]
    program: Program
    line: Line
    resting: list[str]
    source: Source

    @property
    def values(self) -> Values:
        return self.base.profile.values

    def view(self) -> LineView:
        """The line in words and figures."""
        line, codes = self.line, self._places()
        amount, bound = line.amount(self.values), line.bound(self.values)
        standing = self._standing()
        at = float(bound[0]) if bound[0] is not None and bound[0] == bound[1] else None
        known = standing != "unknown"
        return LineView(
            line=line,
            label=capital(self._label()),
            value=_span_words(line.fact, amount) if known else gettext("not answered"),
            bound=self._bound(bound),
            where=few([places.heading(code) for code in codes], MOST_LAWS),
            places=codes,
            laws=few(self._laws(), MOST_LAWS),
            names="; ".join(param.title for param in line.params),
            standing=standing,
            distance=self._distance(standing, amount, bound),
            moves=self._crossing() if known else (),
            ask=tuple((fact.label, self.source.question(fact.key)) for fact in self._missing()),
            low=float(amount[0]) if known and amount[0] is not None else None,
            high=float(amount[1]) if known and amount[1] is not None else None,
            at=at,
            ratio=self._ratio(amount, at),
        )

    def _ratio(self, amount: Span, at: float | None) -> float | None:
        standing = self._standing()
        if not isinstance(self.line.fact, Number) or standing not in {"below", "open"}:
            return None
        high = (amount if standing == "below" else self._so_far())[1]
        ratio = at / float(high) if at and high else None
        return ratio if standing == "below" or (ratio or 0) > 1 else None

    def _so_far(self) -> Span:
        """What is answered of a sum: the rest at the least it can be. Not known where nothing is missing."""
        missing = self._missing()
        if not missing or any(weight < 0 for weight, _ in self.line.comparison.terms):
            return None, None
        least = {fact.key: single(float(fact.minimum)) for fact in missing if isinstance(fact, Number)}
        return self.line.amount({**self.values, **least})

    def _places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.duties[key].instrument.jurisdiction for key in self.resting))

    def _laws(self) -> list[str]:
        return list(dict.fromkeys(self.duties[key].instrument.short for key in self.resting))

    def _label(self) -> str:
        scale = next(weight for weight, _ in self.line.comparison.terms if weight > 0)
        return counted((weight / scale, fact) for weight, fact in self.line.comparison.terms)

    def _bound(self, bound: Span) -> str:
        """The line: a number, or a share of another answer with what it comes to."""
        fact, terms = self.line.fact, self.line.comparison.terms
        if isinstance(fact, Day):
            return day(date.fromordinal(int(self.line.comparison.exact_bound)))
        number = line_words(bound[0], fact) if bound[0] is not None and bound[0] == bound[1] else ""
        share = counted((-weight, other) for weight, other in terms)
        if not share:
            return number
        own = self.line.comparison.exact_bound
        share = f"{share} + {line_words(own, fact)}" if own else share
        return f"{share} ({number})" if number and not self._missing() else share

    def _standing(self) -> Standing:
        """Below, over, or open: unknown where the fact to move is not answered and nothing else settles it."""
        truth = self.line.comparison.truth(self.values)
        if truth is None:
            return "open" if self.line.fact.key in self.values else "unknown"
        return "over" if truth else "below"

    def _missing(self) -> list[Fact]:
        return [fact for fact in self.line.facts if fact.key not in self.values]

    def _distance(self, standing: Standing, amount: Span, bound: Span) -> str:
        if standing == "unknown":
            return gettext("not known: not answered yet")
        if isinstance(self.line.fact, Day):
            return _days(standing, amount, self.line.comparison.exact_bound)
        if standing == "open":
            missing = [fact.label for fact in self._missing()]
            if missing:
                label = ", ".join(f"“{label}”" for label in missing)
                return self._before_the_rest(bound) + gettext("open: depends on %(label)s") % {"label": label}
            return gettext("your range straddles it")
        return _below(self.line, amount, bound) if standing == "below" else _over(self.line, amount, bound)

    def _before_the_rest(self, bound: Span) -> str:
        """How far below the line the answered part of a sum is; "" where it is not below, or nothing is to be said."""
        high, at = self._so_far()[1], bound[0]
        words = _apart(self.line.fact, high, at) if high is not None and at is not None and 0 < high < at else ""
        return gettext("%(apart)s below on what is answered; ") % {"apart": words} if words else ""

    # -- crossing ---------------------------------------------------------------------------------------------------

    def _crossing(self) -> tuple[Move, ...]:
        """The duties that stand otherwise just above the line than just below it, all other answers as they are."""
        settled = self._settled()
        if settled is None:
            return ()
        sides = self._sides(settled)
        if len(sides) < 2:
            return ()
        found = [self._findings(profile) for profile in sides]
        return moves({**self.duties, **found[0]}, {**self.duties, **found[1]})

    def _settled(self) -> Profile | None:
        """The description with single numbers in all that the line adds up; None where a share of nothing is meant."""
        parts_ = []
        for weight, fact in self.line.comparison.terms:
            value = self.values.get(fact.key)
            if value is None and (weight < 0 or not isinstance(fact, Number)):
                return None
            low = value.low if isinstance(value, Interval) else float(getattr(fact, "minimum", 0))
            if value != single(low) and fact is not self.line.fact:
                parts_.append((fact, single(low)))
        return changed(self.base.profile, parts_) if parts_ else self.base.profile

    def _sides(self, profile: Profile) -> list[Profile]:
        """The description just below and just above; fewer where the fact cannot get there."""
        fact, comparison = self.line.fact, self.line.comparison
        (cut,) = cuts(comparison, fact, profile.values)
        low, high = (float(e.toordinal()) if isinstance(e, date) else float(e) for e in (fact.minimum, fact.maximum))
        room = _room(self.program, fact, profile.values, cut)
        tried = [float(value) for value in beside(fact, cut, before=room[0], after=room[1])]
        by_truth: dict[bool, Profile] = {}
        for value in sorted((v for v in tried if low <= v <= high), key=lambda v: abs(v - float(cut))):
            truth = comparison.truth({**profile.values, fact.key: single(value)})
            if truth is not None:
                by_truth.setdefault(truth, changed(profile, [(fact, single(value))]))
        return [by_truth[truth] for truth in (False, True) if truth in by_truth]

    def _findings(self, profile: Profile) -> Mapping[str, Finding]:
        """The findings that differ there; none where every line is on the same side as in the description."""
        keys = [fact.key for fact in self.line.facts]
        atoms = {place for key in keys for place in self.program.atoms_of.get(key, ())}
        same = all(
            self.program.truth(self.program.atoms[place], profile.values)
            is self.program.truth(self.program.atoms[place], self.values)
            for place in atoms
        )
        return {} if same else moved_findings(self.base, profile, self.duties)


def _room(program: Program, fact: Number | Day, values: Values, cut: Fraction) -> tuple[Fraction, Fraction]:
    """How far the next lines for this fact are, below and above."""
    atoms = (program.atoms[place] for place in program.atoms_of.get(fact.key, ()))
    turns = {turn for atom in atoms for turn in cuts(program.comparisons[atom], fact, values)}
    below = [cut - turn for turn in turns if turn < cut]
    above = [turn - cut for turn in turns if turn > cut]
    wide = max(abs(cut), WIDE)
    return min(below, default=wide), min(above, default=wide)


# --- Words --------------------------------------------------------------------------------------------------------
def _span_words(fact: Number | Day, amount: Span) -> str:
    low, high = amount
    if low is None or isinstance(fact, Day):
        return value_words(fact, single(float(low))) if low is not None and low == high else gettext("a range of days")
    if high is None:
        return gettext("at least %(low)s") % {"low": quantity(float(low), fact.unit)}
    return value_words(fact, Interval(float(low), float(high)))


def _below(line: Line, amount: Span, bound: Span) -> str:
    """How far below: from the upper end of what counts to the line."""
    high, at = amount[1], bound[0]
    if high is None or at is None:
        return gettext("below")
    if high == at:
        return gettext("exactly on the line, which is not above it")
    words = _apart(line.fact, high, at)
    return gettext("%(apart)s below") % {"apart": words} if words else gettext("below: none counts yet")


def _over(line: Line, amount: Span, bound: Span) -> str:
    low, at = amount[0], bound[1]
    if low is None or at is None:
        return gettext("over it")
    if low == at:
        return gettext("exactly on the line, which is enough")
    words = _apart(line.fact, at, low)
    return gettext("%(apart)s over") % {"apart": words} if words else gettext("over it")


def _apart(fact: Fact, less: Fraction, more: Fraction) -> str:
    """1.3 times; for few people or a share of a hundred, the difference; empty where nothing can be compared."""
    unit = getattr(fact, "unit", "")
    gap = more - less
    if unit == "%":
        return ngettext("%(n)s point", "%(n)s points", int(gap)) % {"n": f"{float(gap):g}"}
    if getattr(fact, "integer", False) and gap <= NEAR_COUNTS and more <= 20 * NEAR_COUNTS:
        return quantity(float(gap), unit)
    if less <= 0:
        return ""
    ratio = float(more / less)
    if ratio < 1.005:
        return gettext("less than 1.01 times")
    digits = f"{ratio:.2f}" if ratio < 1.095 else f"{ratio:.1f}" if ratio < 9.95 else quantity(float(f"{ratio:.2g}"))
    return gettext("%(ratio)s times") % {"ratio": digits}


def _days(standing: Standing, amount: Span, bound: Fraction) -> str:
    low, high = amount
    if standing == "open" or low is None or high is None:
        return gettext("your range straddles it")
    gap = int(bound - high) if standing == "below" else int(low - bound)
    words = ngettext("%(n)d day", "%(n)d days", gap) % {"n": gap}
    if standing == "below":
        return gettext("%(days)s before") % {"days": words}
    return gettext("%(days)s after") % {"days": words} if gap else gettext("on that very day")
