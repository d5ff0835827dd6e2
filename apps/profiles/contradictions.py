"""Answers that cannot both be right. They are named to the user, never settled in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from apps.profiles.contradictions_systems import SYSTEM_RULES
from apps.profiles.licensing import licence_clashes
from apps.rules.engine import Interval

if TYPE_CHECKING:
    from apps.rules.engine import Profile
    from apps.rules.engine.profile import Values


@dataclass(frozen=True)
class Contradiction:
    """What clashes, in a sentence, and the facts whose answers to check."""

    text: str | Promise
    facts: tuple[str, ...]
    clashes: Callable[[Values], bool]


def contradictions(values: Values) -> list[Contradiction]:
    """The contradictions among known answers. Ranges clash only when no value in them could agree."""
    return [rule for rule in RULES if set(rule.facts) <= set(values) and rule.clashes(values)]


def clashes_in(profile: Profile) -> list[Contradiction]:
    """The contradictions of a profile: among its answers, and between its answers and the licence chosen."""
    with_licence = [Contradiction(text, (key,), lambda values: True) for key, text in licence_clashes(profile)]
    return [*contradictions(profile.values), *with_licence]


def _above(first: str, second: str) -> Callable[[Values], bool]:
    """The first figure or day is above the second, whatever the values within their ranges."""

    def clashes(values: Values) -> bool:
        one, other = values[first], values[second]
        return isinstance(one, Interval) and isinstance(other, Interval) and one.low > other.high

    return clashes


RULES: tuple[Contradiction, ...] = (
    Contradiction(
        gettext_lazy("You use the model unchanged, yet name ways in which you changed it."),
        ("development", "modification_methods"),
        lambda values: values["development"] == "unchanged" and values["modification_methods"] != frozenset(),
    ),
    Contradiction(
        gettext_lazy(
            "The model does one kind of task only, yet its range of tasks is as wide as that of large models."
        ),
        ("task_range", "unusually_general"),
        lambda values: values["task_range"] == "one" and values["unusually_general"] is True,
    ),
    Contradiction(
        gettext_lazy("More compute went into training than will have been spent once all of it is done."),
        ("training_compute", "planned_compute"),
        _above("training_compute", "planned_compute"),
    ),
    Contradiction(
        gettext_lazy("The original’s compute cannot be known or estimated, yet a figure is given for it."),
        ("base_compute_known", "base_training_compute"),
        lambda values: values["base_compute_known"] is False,
    ),
    Contradiction(
        gettext_lazy("The first version came to the market later than this one."),
        ("lineage_placed_on", "placed_on"),
        _above("lineage_placed_on", "placed_on"),
    ),
    Contradiction(
        gettext_lazy("The model does not reach the Union, yet businesses there are registered as users."),
        ("union_ways", "registered_business_users"),
        lambda values: values["union_ways"] == frozenset() and _some(values, "registered_business_users"),
    ),
    Contradiction(
        gettext_lazy("The incident was resolved before you learned of it."),
        ("incident_aware_on", "incident_resolved_on"),
        _above("incident_aware_on", "incident_resolved_on"),
    ),
    Contradiction(
        gettext_lazy("You reported on the incident before you learned of it."),
        ("incident_aware_on", "incident_reported_on"),
        _above("incident_aware_on", "incident_reported_on"),
    ),
    *(Contradiction(*rule) for rule in SYSTEM_RULES),
)


def _some(values: Values, key: str) -> bool:
    value = values[key]
    return isinstance(value, Interval) and value.low > 0
