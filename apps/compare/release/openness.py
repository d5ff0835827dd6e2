"""Open or closed? One description under each way to release it: what that gains, loses and leaves as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from apps.assessments.links import Source
from apps.assessments.marks import MarkKind
from apps.compare.permanent import packed_source
from apps.compare.release.bars import Bars, bars
from apps.compare.release.strategies import BY_KEY, STRATEGIES, Strategy, licence_strategy
from apps.compare.sides import Cell, Line, Place, Side, by_place, lines
from apps.profiles.licensing import licence_meant
from apps.rules.engine import Assessment, evaluate

AS_DESCRIBED = "as-described"
LENS = "open-or-closed"
CLOSED, FREE = "closed-api", "free-open-source"
MOST_LICENCES = 4
_OWED: Final[frozenset[MarkKind]] = frozenset({"applies", "upcoming"})
MOST_LINES = 60  # of one place, so that the page stays light


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The strategies to compare, and spellings of licences that could not be used, each with the reason."""

    strategies: tuple[Strategy, ...]
    given: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> Choice:
        """The strategies and licences named in an address; all strategies where none is named."""
        named = [key for key in query.getlist("strategy") if key]
        problems = [gettext("There is no strategy “%(name)s”.") % {"name": key} for key in named if key not in BY_KEY]
        chosen = tuple(BY_KEY[key] for key in dict.fromkeys(named) if key in BY_KEY)
        licences, spelt = [], [word.strip() for word in query.getlist("licence") if word.strip()]
        for spelling in spelt[:MOST_LICENCES]:
            try:
                licences.append(licence_strategy(licence_meant(spelling).id))
            except ValueError as error:
                problems.append(str(error))
        if len(spelt) > MOST_LICENCES:
            problems.append(gettext("At most %(n)d licences fit; the first ones are shown.") % {"n": MOST_LICENCES})
        given = [("strategy", s.key) for s in chosen] + [("licence", s.licence) for s in licences]
        distinct = tuple({s.key: s for s in (*(chosen or STRATEGIES), *licences)}.values())
        return cls(strategies=distinct, given=tuple(given), problems=tuple(problems))


def sides_of(base: Assessment, strategies: Sequence[Strategy], *, linked: bool = True) -> tuple[Side, ...]:
    """The assessment as described and under each strategy, on the same days and for the same jurisdictions."""
    described = Side(
        key=AS_DESCRIBED,
        title=gettext("As described"),
        says=gettext("Your own answers, open ones left open."),
        assessment=base,
    )
    return (described, *(_side(base, strategy, linked=linked) for strategy in strategies))


def _side(base: Assessment, strategy: Strategy, *, linked: bool) -> Side:
    wanted = {finding.instrument.jurisdiction for finding in base.findings}
    found = evaluate(
        base.book,
        strategy.of(base.profile),
        as_of=base.as_of,
        known_on=base.known_on,
        jurisdictions=wanted,
        like=base,
    )
    url = packed_source(found).results if linked else ""
    return Side(key=strategy.key, title=str(strategy.title), says=str(strategy.says), assessment=found, url=url)


@dataclass(frozen=True)
class OpenOrClosed:
    """What the page shows. `whole` is the code of a place whose lines are all to be listed."""

    base: Assessment
    source: Source
    choice: Choice
    whole: str = ""

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """As described, then each strategy."""
        return sides_of(self.base, self.choice.strategies)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every duty that some side owes or may owe."""
        return lines(self.sides)

    @cached_property
    def places(self) -> tuple[PlaceView, ...]:
        """The result by country."""
        return tuple(
            PlaceView(place, self.sides, self.whole == place.code) for place in by_place(self.sides, self.lines)
        )

    @cached_property
    def bars(self) -> Bars | None:
        """The counts as a picture."""
        return bars(self.sides, self._places)

    @property
    def head(self) -> tuple[str, ...]:
        """The head of the table of counts."""
        return (gettext("Release"), *(place.name for place in self._places))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table of counts: for each side and place, how many duties for certain and how many perhaps."""
        return tuple(
            (side.title, *(counted(place.owed[i], place.open[i]) for place in self._places))
            for i, side in enumerate(self.sides)
        )

    @property
    def _places(self) -> tuple[Place, ...]:
        return tuple(view.place for view in self.places)


@dataclass(frozen=True)
class PlaceView:
    """A country: its sentence, and the lines to list."""

    place: Place
    sides: tuple[Side, ...]
    whole: bool

    @cached_property
    def shown(self) -> tuple[Line, ...]:
        """The duties that part, as many as there is room for."""
        return self.place.parting if self.whole else self.place.parting[:MOST_LINES]

    @property
    def rows(self) -> Iterator[tuple[Line, tuple[tuple[Cell, str], ...]]]:
        """Each line shown with its cells; a cell unlike the first with the way to its finding, from the page's own."""
        for line in self.shown:
            told = zip(line.against_first, self.sides, strict=True)
            yield line, tuple((cell, f"{side.key}/{line.id}/" if other else "") for (cell, other), side in told)

    @property
    def rest(self) -> int:
        """How many more there are."""
        return len(self.place.parting) - len(self.shown)

    @cached_property
    def sentence(self) -> str:
        """What the way of release changes here."""
        place, strategies = self.place, self.sides[1:]
        owed, open_ = place.owed[1:], place.open[1:]
        if not place.parting:
            words = {"counts": counted(place.owed[0], place.open[0])}
            return gettext("The way of release changes nothing here: %(counts)s, whichever you choose.") % words
        least, most = min(owed), max(owed)
        parts = [_range(strategies, owed, least, most) if least != most else _even(least)]
        number = len(place.parting)
        parting = ngettext("%(n)d duty turns on it", "%(n)d duties turn on it", number) % {"n": number}
        staying = len(place.staying)
        stays = ngettext("%(n)d stays whatever you choose", "%(n)d stay whatever you choose", staying) % {"n": staying}
        parts += [parting, stays] if staying else [parting]
        if max(open_) and (max(open_) != min(open_) or max(open_) > most):
            parts.append(gettext("up to %(n)d more hang on answers or are contested") % {"n": max(open_)})
        return "; ".join(parts) + "."

    @cached_property
    def opened(self) -> str:
        """What free and open source does to the duties of a closed API; "" where the two are not both compared."""
        at = {side.key: place for place, side in enumerate(self.sides)}
        if CLOSED not in at or FREE not in at or not self.place.parting:
            return ""
        pairs = [(line.cells[at[CLOSED]].mark, line.cells[at[FREE]].mark) for line in self.place.parting]
        gone = sum(before in _OWED and after in {"exempt", "none"} for before, after in pairs)
        opened = sum(before in _OWED and after in {"depends", "contested"} for before, after in pairs)
        new = sum(before not in _OWED and after in _OWED for before, after in pairs)
        told = [
            (gone, ngettext("%(n)d duty falls away", "%(n)d duties fall away", gone)),
            (opened, ngettext("%(n)d becomes open or contested", "%(n)d become open or contested", opened)),
            (new, ngettext("%(n)d is new", "%(n)d are new", new)),
        ]
        words = ", ".join(text % {"n": number} for number, text in told if number)
        effect = words or gettext("no duty falls away, none is new")
        return gettext("Free and open source instead of a closed API: %(effect)s.") % {"effect": effect}


def _even(number: int) -> str:
    if not number:
        return gettext("No way of release brings a duty for certain")
    template = ngettext("Every way of release brings %(n)d duty", "Every way of release brings %(n)d duties", number)
    return template % {"n": number}


def _range(sides: Sequence[Side], owed: Sequence[int], least: int, most: int) -> str:
    words = {
        "least": least,
        "most": most,
        "few": _named([s.title for s, n in zip(sides, owed, strict=True) if n == least]),
        "many": _named([s.title for s, n in zip(sides, owed, strict=True) if n == most]),
    }
    return gettext("From %(least)d duties (%(few)s) to %(most)d (%(many)s) for certain") % words


def _named(titles: Sequence[str]) -> str:
    more = len(titles) - 2
    return ", ".join([*titles[:2], *([gettext("%(n)d more") % {"n": more}] if more > 0 else [])])


def counted(owed: int, open_: int) -> str:
    """5 duties, and 3 open; no duty."""
    certain = ngettext("%(n)d duty", "%(n)d duties", owed) % {"n": owed} if owed else gettext("no duty for certain")
    if not open_:
        return certain if owed else gettext("no duty")
    return gettext("%(certain)s, %(n)d open") % {"certain": certain, "n": open_}
