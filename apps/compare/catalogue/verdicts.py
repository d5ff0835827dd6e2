"""What the rules say of many models at once: the concepts behind each line, and the first duty each brings.

Decided by the engine as one profile is, on an excerpt of the rulebook; models it cannot tell apart share an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from apps.assessments.marks import MarkKind, mark
from apps.compare.catalogue.lines import DOCUMENTATION, SORTS
from apps.rules.engine import Assessment, DefinitionFinding, Profile, Rulebook, evaluate
from apps.rules.engine.evaluate import reading_bits

State = Literal["yes", "no", "contested", "depends", "no_law"]
STATES: Final[tuple[State, ...]] = ("yes", "contested", "depends", "no", "no_law")
_EXTRA: Final[Mapping[str, tuple[str, ...]]] = {"EU": (DOCUMENTATION,)}


@dataclass(frozen=True)
class DutyState:
    """The mark of a duty, and its first day for this model where it is known."""

    mark: MarkKind
    starts: date | None


@dataclass(frozen=True)
class Verdict:
    """Answers by id. What has no wording on those days is not among them."""

    concepts: Mapping[str, State]
    duties: Mapping[str, DutyState]

    def concept(self, key: str) -> State:
        """Whether the concept fits."""
        return self.concepts.get(key, "no_law")

    def duty(self, key: str) -> DutyState:
        """What becomes of the duty."""
        return self.duties.get(key, DutyState("none", None))


def verdicts(book: Rulebook, profiles: Sequence[Profile], *, as_of: date, known_on: date) -> tuple[Verdict, ...]:
    """One verdict for each profile, in their order."""
    concepts: list[dict[str, State]] = [{} for _ in profiles]
    duties: list[dict[str, DutyState]] = [{} for _ in profiles]
    for part in _excerpts(book):
        for places, assessment in _alike(part, profiles, as_of, known_on):
            found = {key: state_of(finding) for key, finding in assessment.definitions.items() if key in _concepts()}
            marked = {f.id: DutyState(mark(f), f.applies_from) for f in assessment.findings}
            for place in places:
                concepts[place] |= found
                duties[place] |= marked
    return tuple(map(Verdict, concepts, duties))


def state_of(finding: DefinitionFinding) -> State:
    """Whether a concept fits, in one word."""
    if finding.contested:
        return "contested"
    return "depends" if finding.value is None else "yes" if finding.value else "no"


@lru_cache(maxsize=2)
def _excerpts(book: Rulebook) -> tuple[Rulebook, ...]:
    """The rules behind the lines, one part for each group of places: parts that share facts share decisions."""
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for sort in SORTS.values():
        for behind in sort.behind:
            group = behind.place.split("-")[0]
            obligations, definitions = groups.setdefault(group, (list(_EXTRA.get(group, ())), []))
            obligations.append(behind.duty)
            definitions += [behind.definition, *([sort.test] if sort.test else [])]
    return tuple(book.excerpt(obligations, definitions) for obligations, definitions in groups.values())


@lru_cache(maxsize=1)
def _concepts() -> frozenset[str]:
    """The concepts a verdict speaks of."""
    behind = {behind.definition for sort in SORTS.values() for behind in sort.behind}
    return frozenset(behind | {sort.test for sort in SORTS.values()})


def _alike(
    part: Rulebook, profiles: Sequence[Profile], as_of: date, known_on: date
) -> Iterator[tuple[list[int], Assessment]]:
    """Places of profiles that the rules cannot tell apart, with the assessment of one of them."""
    program = part.program(as_of, known_on)
    groups: dict[tuple[bytes, bytes], tuple[list[int], Profile]] = {}
    for place, profile in enumerate(profiles):
        narrowed = _within(part, profile)
        t, f = program.planes(narrowed.values, reading_bits(narrowed))
        groups.setdefault((bytes(t), bytes(f)), ([], narrowed))[0].append(place)
    for places, narrowed in groups.values():
        yield places, evaluate(part, narrowed, as_of=as_of, known_on=known_on)


def _within(part: Rulebook, profile: Profile) -> Profile:
    """The profile without what the excerpt does not ask for."""
    answers = {key: answer for key, answer in profile.answers.items() if key in part.facts}
    readings = {key: side for key, side in profile.readings.items() if key in part.readings}
    return replace(profile, answers=answers, readings=readings)
