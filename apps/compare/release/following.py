"""What follows from a way of release for answers on reach, setting, dealings abroad and products.

An answer that cannot hold for the way of release is left to ask, unless the questions' own words settle the new one.
Nothing here turns an answer that brings duties into one that spares them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from apps.rules.engine.profile import Value, Values
from apps.rules.law.facts.digital_products import digital_product
from apps.rules.law.facts.market import activity, union_ways
from apps.rules.law.facts.mining import mining_by
from apps.rules.law.facts.model import development
from apps.rules.law.facts.openness import weights_public
from apps.rules.law.facts.system import system_limits
from apps.rules.law.facts.uk_copyright import uk_text_mining
from apps.rules.law.facts.uk_exports import uk_exports
from apps.rules.law.facts.uk_market import uk_activities, uk_links
from apps.rules.law.facts.uk_online import uk_online_limits
from apps.rules.law.facts.us_activities import us_activities
from apps.rules.law.facts.us_chatbots import us_chatbot_limits, us_chatbot_reach
from apps.rules.law.facts.us_content import us_content_limits, us_generator_reach
from apps.rules.law.facts.us_decisions import us_maker_limits
from apps.rules.law.facts.us_federal import us_export
from apps.rules.law.facts.us_market import us_release, us_states

NONE: Final[frozenset[str]] = frozenset()
# Ways to reach people that come and go with the strategy; supply through others and mere plans do not.
DOWNLOADS: Final = frozenset({"hub", "library", "physical", "customer_infrastructure"})
HOSTED: Final = frozenset({"api", "cloud", "own_app", "own_product"})
IN_HOUSE: Final = frozenset({"internal_essential", "internal_other"})
_OUTSIDE: Final = DOWNLOADS | HOSTED | {"via_customers", "reachable_untargeted"}
_RULED_OUT: Final = frozenset({"via_customers_despite_ban"})
_OTHERS_MODELS: Final = frozenset({"unchanged", "group"})
_NOT_FOR_OTHERS: Final = frozenset({"research_only", "defence_only"})

# Answers that say that something stays with few people, or serves nothing but research or defence.
_KEPT_BACK: Final[dict[str, frozenset[str]]] = {
    system_limits.key: frozenset({"military", "research", "development"}),
    us_generator_reach.key: frozenset({"closed"}),
    us_content_limits.key: frozenset({"own_circle", "defence"}),
    us_chatbot_reach.key: frozenset({"college", "workplace"}),
    us_chatbot_limits.key: frozenset({"internal"}),
    uk_online_limits.key: frozenset({"internal"}),
    us_maker_limits.key: frozenset({"research", "internal"}),
}
_RESEARCH_COPIES: Final = (mining_by, uk_text_mining)


class Circle(IntEnum):
    """Who can get the model: nobody, researchers, those who use what is hosted or are picked, or everybody."""

    NOBODY = 0
    RESEARCHERS = 1
    CHOSEN = 2
    HOSTED = 3
    EVERYBODY = 4

    @property
    def offered(self) -> bool:
        """Whether it is offered to others beyond research."""
        return self >= Circle.CHOSEN

    @property
    def published(self) -> bool:
        """Whether the weights leave the organisation for good."""
        return self in {Circle.CHOSEN, Circle.EVERYBODY}


@dataclass(frozen=True)
class Following:
    """Answers that follow from the way of release, and facts whose answers no longer hold."""

    found: dict[str, Value] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def __or__(self, other: Following) -> Following:
        return Following(self.found | other.found, self.asked | other.asked)


def following(values: Values, circle: Circle, *, unlimited: bool, earning: bool) -> Following:
    """All that follows. `unlimited`: everybody may pass the weights on; `earning`: money may be made with them.

    Somebody else's model, used as it is, goes nowhere new: its maker releases it.
    """
    parts = [_products(values, circle, free=circle is Circle.EVERYBODY and unlimited and not earning)]
    own = values.get(development.key) not in _OTHERS_MODELS
    parts += [_dealings(values, circle, unlimited=unlimited)] if own else []
    if circle.offered:
        parts += [_reach(values, circle) if own else Following(), _setting(values)]
    found = Following()
    for part in parts:
        found |= part
    return found


def offered_now(values: Values) -> bool:
    """Whether the description itself has the model offered to others."""
    public, release, ways = (values.get(fact.key) for fact in (weights_public, us_release, union_ways))
    return public is True or release == "offered" or (isinstance(ways, frozenset) and not ways.isdisjoint(_OUTSIDE))


def reaches_nobody(ways: frozenset[str]) -> bool:
    """Whether the ways to the Union come to none of the maker's own doing, planned or not."""
    return ways <= _RULED_OUT


def _reach(values: Values, circle: Circle) -> Following:
    """Where people get it. A public download is open to all countries; who else gets it where is left to ask."""
    wider = values.get(weights_public.key) is not True if circle.published else not offered_now(values)
    if not wider:
        return Following()
    found: dict[str, Value] = {}
    asked: set[str] = set()
    for fact, everywhere in ((us_states, "nationwide"), (uk_links, "reachable")):
        now = values.get(fact.key)
        if isinstance(now, frozenset) and circle is Circle.EVERYBODY:
            found[fact.key] = now | {everywhere}
        elif now == NONE:
            asked.add(fact.key)
    return Following(found, asked)


def _setting(values: Values) -> Following:
    """What is offered to others serves more than research or defence, and more than a closed circle."""
    asked = set()
    for key, kept in _KEPT_BACK.items():
        now = values.get(key)
        chosen = now if isinstance(now, frozenset) else {now}
        if not kept.isdisjoint(chosen):
            asked.add(key)
    if values.get(union_ways.key) == frozenset({"planned"}):
        asked.discard(system_limits.key)
    if values.get(activity.key) in _NOT_FOR_OTHERS:
        asked |= {activity.key, *(f.key for f in _RESEARCH_COPIES if str(values.get(f.key)).startswith("research"))}
    return Following(asked=asked)


def _dealings(values: Values, circle: Circle, *, unlimited: bool) -> Following:
    """Exports: publishing weights is one, and so may be handing them to researchers; what is kept back may leave."""
    found: dict[str, Value] = {}
    asked: set[str] = set()
    published = circle.published
    newly = published and values.get(weights_public.key) is not True
    pairs = (
        (us_activities, us_export, frozenset({"publishes"}) if published else None),
        (uk_activities, uk_exports, frozenset({"public_domain"}) if published and unlimited else None),
    )
    for does, what, only in pairs:
        lines, now = values.get(does.key), values.get(what.key)
        if (newly or circle is Circle.RESEARCHERS) and isinstance(lines, frozenset) and "exports" not in lines:
            found[does.key] = lines | {"exports"}
            _put(what.key, only, found, asked)
        elif isinstance(now, frozenset):
            changed = _us_exports(now, circle) if what is us_export else _uk_exports(now, circle, unlimited=unlimited)
            _put(what.key, changed, found, asked)
    return Following(found, asked)


def _put(key: str, value: frozenset[str] | None, found: dict[str, Value], asked: set[str]) -> None:
    if value is None:
        asked.add(key)
    else:
        found[key] = value


def _us_exports(now: frozenset[str], circle: Circle) -> frozenset[str] | None:
    """None where it is to be asked: know-how may go abroad beside published weights, and weights kept back, too."""
    left = now - {"publishes"}
    if circle.published:
        return None if left == {"sends_unpublished"} else now | {"publishes"}
    return _kept_back(now, left, circle)


def _uk_exports(now: frozenset[str], circle: Circle, *, unlimited: bool) -> frozenset[str] | None:
    if circle.published and unlimited:
        return now | {"public_domain"}
    return _kept_back(now, now - {"public_domain"}, circle)


def _kept_back(now: frozenset[str], left: frozenset[str], circle: Circle) -> frozenset[str] | None:
    """What still leaves the country; None where that may be the weights, no longer published."""
    return None if not left and (now or circle is Circle.RESEARCHERS) else left


# What others get as a product goes with the way of release; an answer that does not fit it is asked anew.
_FREE: Final = frozenset({"free_open_source", "open_source_by_firm", "steward", "others_product"})
_PAID: Final = frozenset({"weights_only", "commercial_product", "others_product"})
_ONLINE: Final = frozenset({"service_only", "commercial_product", "others_product"})
_NOTHING: Final = frozenset({"no"})


def _products(values: Values, circle: Circle, *, free: bool) -> Following:
    fits = _FREE if free else _PAID if circle.published else _ONLINE if circle is Circle.HOSTED else _NOTHING
    now = values.get(digital_product.key)
    return Following(asked=set() if now is None or now in fits else {digital_product.key})
