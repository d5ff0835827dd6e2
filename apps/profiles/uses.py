"""The fields of use in groups that a person can scan, for the long list of the question and the page of fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from apps.rules.engine import Choices

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from django.utils.functional import Promise

    from apps.rules.engine import Rulebook

FACT: Final = "uses"
GROUPS: Final[tuple[tuple[str | Promise, tuple[str, ...]], ...]] = (
    (_("Work and learning"), ("hiring", "work_management", "education")),
    (_("Money and homes"), ("credit", "insurance", "housing", "fraud")),
    (_("Health, public services, networks"), ("health", "emergency", "public_benefits", "infrastructure")),
    (_("Police, borders, courts, votes"), ("policing", "borders", "justice", "elections")),
    (_("Products and security"), ("product", "security")),
    (
        _("Customers, media, leisure"),
        (
            "customer_service",
            "advertising",
            "recommendation",
            "media",
            "games",
            "companion",
        ),
    ),
    (_("Assistants and tools"), ("general_assistant", "coding", "translation", "research", "other")),
)
# Which fields of use a question about tasks belongs to; it is only asked where one of them is chosen.
TASKS: Final[Mapping[str, frozenset[str]]] = {
    "hiring_tasks": frozenset({"hiring", "advertising"}),
    "work_tasks": frozenset({"work_management"}),
    "education_tasks": frozenset({"education"}),
    "credit_tasks": frozenset({"credit", "housing"}),
    "insurance_tasks": frozenset({"insurance"}),
    "benefit_tasks": frozenset({"public_benefits", "health", "housing"}),
    "emergency_tasks": frozenset({"emergency", "health"}),
    "policing_tasks": frozenset({"policing", "fraud"}),
    "border_tasks": frozenset({"borders"}),
    "justice_tasks": frozenset({"justice"}),
    "election_tasks": frozenset({"elections"}),
    "infrastructure_tasks": frozenset({"infrastructure"}),
}
PRODUCT_FIELDS: Final = frozenset({"product", "health", "companion", "emergency", "infrastructure"})


@dataclass(frozen=True)
class Field:
    """A field of use, as the question names it."""

    value: str
    label: str


def named(book: Rulebook, keys: Collection[str]) -> list[Field]:
    """The fields of use of these keys, in the order of the question; keys the rulebook does not have are left out."""
    fact = book.facts.get(FACT)
    options = fact.options if isinstance(fact, Choices) else ()
    return [Field(option.key, option.label) for option in options if option.key in keys]
