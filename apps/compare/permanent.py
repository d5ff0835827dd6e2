"""Links that reproduce a page: all facts, both days, and the fingerprint of the rules it was made with."""

from __future__ import annotations

from urllib.parse import urlencode

from apps.assessments.links import Source
from apps.profiles.packed import pack
from apps.profiles.selectors import rulebook
from apps.rules.engine import Assessment

RULES = "rules"
SHORT = 12


def rules_now() -> str:
    """The beginning of the rulebook's fingerprint, as links carry it."""
    return rulebook().fingerprint[:SHORT]


def packed_source(assessment: Assessment, places: tuple[str, ...] = ()) -> Source:
    """The described model as a source whose addresses hold all its facts."""
    return Source(packed=pack(assessment.profile, assessment.book, places))


def permanent_link(
    assessment: Assessment, lens: str, extra: tuple[tuple[str, str], ...] = (), places: tuple[str, ...] = ()
) -> str:
    """The address of a lens that stays the same whatever becomes of the stored profile."""
    days = (("as_of", assessment.as_of.isoformat()), ("known_on", assessment.known_on.isoformat()))
    query = urlencode((*extra, *days, (RULES, rules_now())))
    return f"{packed_source(assessment, places).lens(lens)}?{query}"


def other_rules(given: str) -> bool:
    """Whether a link was made with other rules than those of today."""
    return bool(given) and given != rules_now()
