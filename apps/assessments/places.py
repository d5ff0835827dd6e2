"""Jurisdictions as people read them, and how the states of a country are told apart from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from apps.rules.engine import Assessment

# The fact that says which states a description touches, and its option for all of them.
STATES_FACT: Final = "us_states"
EVERYWHERE: Final = "nationwide"
# The facts that say what links there are to a country, for systems and for models.
LINK_FACTS: Final = {"EU": ("system_union_links", "union_ways"), "UK": ("uk_links",), "US": (STATES_FACT,)}
MOST_NAMES: Final = 8

NAMES: Final[dict[str, str | Promise]] = {
    "EU": gettext_lazy("the EU"),
    "INT": gettext_lazy("Voluntary and international"),
    "UK": gettext_lazy("the United Kingdom"),
    "US": gettext_lazy("the United States"),
    "US-AL": gettext_lazy("Alabama"),
    "US-AR": gettext_lazy("Arkansas"),
    "US-AZ": gettext_lazy("Arizona"),
    "US-CA": gettext_lazy("California"),
    "US-CO": gettext_lazy("Colorado"),
    "US-CT": gettext_lazy("Connecticut"),
    "US-DE": gettext_lazy("Delaware"),
    "US-FL": gettext_lazy("Florida"),
    "US-GA": gettext_lazy("Georgia"),
    "US-HI": gettext_lazy("Hawaii"),
    "US-IA": gettext_lazy("Iowa"),
    "US-ID": gettext_lazy("Idaho"),
    "US-IL": gettext_lazy("Illinois"),
    "US-IN": gettext_lazy("Indiana"),
    "US-KY": gettext_lazy("Kentucky"),
    "US-MD": gettext_lazy("Maryland"),
    "US-ME": gettext_lazy("Maine"),
    "US-MN": gettext_lazy("Minnesota"),
    "US-MT": gettext_lazy("Montana"),
    "US-NE": gettext_lazy("Nebraska"),
    "US-NH": gettext_lazy("New Hampshire"),
    "US-NJ": gettext_lazy("New Jersey"),
    "US-NV": gettext_lazy("Nevada"),
    "US-NY": gettext_lazy("New York"),
    "US-OK": gettext_lazy("Oklahoma"),
    "US-OR": gettext_lazy("Oregon"),
    "US-RI": gettext_lazy("Rhode Island"),
    "US-TN": gettext_lazy("Tennessee"),
    "US-TX": gettext_lazy("Texas"),
    "US-UT": gettext_lazy("Utah"),
    "US-VA": gettext_lazy("Virginia"),
    "US-VT": gettext_lazy("Vermont"),
    "US-WA": gettext_lazy("Washington State"),
}


def name(code: str) -> str:
    """California for US-CA; the code itself where no name is known."""
    return str(NAMES.get(code, code))


def heading(code: str) -> str:
    """The name as a heading: United States, without an article."""
    return name(code).removeprefix("the ")


def inside(code: str) -> str:
    """In California."""
    return gettext("In %(place)s") % {"place": name(code)}


def listed(codes: Iterable[str]) -> str:
    """The names in their order: a, b and c; the rest of a long list as a number."""
    names = [name(code) for code in codes]
    more = len(names) - MOST_NAMES
    *first, last = [*names[:MOST_NAMES], gettext("%(n)d more") % {"n": more}] if more > 0 else names
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def is_state(code: str) -> bool:
    """Whether the jurisdiction is a state of a country: its code has two parts."""
    return "-" in code


def without_link(assessment: Assessment, code: str) -> bool:
    """Whether the answers say that nothing touches this country or state: a reason that settles all of its law."""
    values = assessment.profile.values
    facts = LINK_FACTS.get(code.partition("-")[0], ())
    links = [link for link in (values.get(fact) for fact in facts) if isinstance(link, frozenset)]
    if is_state(code):
        return bool(links) and links[0].isdisjoint({EVERYWHERE, code.partition("-")[2].lower()})
    return bool(links) and not any(links)
