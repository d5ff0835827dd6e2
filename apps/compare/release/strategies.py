"""Ways to release a model, each as the answers it comes to. What a strategy does not touch stays as described.

The list is ours, not any law's: it spans what developers do, from a closed API to free and open-source release. Each
strategy answers the questions on openness and release; where the model reaches people changes only as far as the
strategy itself changes it, and a description that reaches nobody in the Union goes on reaching nobody there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.profiles.licensing import settled_in
from apps.rules.engine import Answer, Origin, Profile
from apps.rules.engine.profile import Value, Values
from apps.rules.law.facts.market import activity, union_ways
from apps.rules.law.facts.openness import (
    access_terms,
    licence_grants,
    licence_terms,
    public_information,
    weights_public,
)
from apps.rules.law.facts.system import system_monetised, system_open_source, system_roles
from apps.rules.law.facts.uk_exports import uk_exports
from apps.rules.law.facts.us_federal import us_export, us_weight_licence
from apps.rules.law.facts.us_market import us_release
from apps.rules.law.licences import LICENCES

Text = str | Promise
NONE: Final[frozenset[str]] = frozenset()
EVERY_RIGHT: Final = frozenset({"access", "use", "modify", "distribute"})
EVERYTHING: Final = frozenset({"architecture", "usage"})
# Ways to reach people that come and go with the strategy; supply through others and mere plans do not.
DOWNLOADS: Final = frozenset({"hub", "library", "physical", "customer_infrastructure"})
HOSTED: Final = frozenset({"api", "cloud", "own_app", "own_product"})
IN_HOUSE: Final = frozenset({"internal_essential", "internal_other"})
BY_LICENCE: Final = "licence:"

Ways = Callable[[frozenset[str]], frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """A way to release. `answers` are what it comes to; `ways` turns the ways to reach people now into those then.

    `system_open` is what becomes of a described system that the model is part of; None leaves that to ask.
    """

    key: str
    title: Text
    says: Text
    answers: Mapping[str, Value]
    ways: Ways
    system_open: bool | None = False
    licence: str = ""

    def of(self, profile: Profile) -> Profile:
        """The profile released this way. What follows from the strategy is marked as assumed."""
        own = {key: answer for key, answer in profile.answers.items() if answer.origin is not Origin.LICENCE}
        released = replace(profile, answers=own, licence=self.licence)
        found = {**self.answers, **_terms(self, released), **_system(self, profile.values)}
        found |= _dealings(profile.values, public=found[weights_public.key] is True)
        ways = profile.values.get(union_ways.key)
        if isinstance(ways, frozenset) and ways:
            found[union_ways.key] = self.ways(ways)
        note = gettext("Assumed for the comparison: %(strategy)s.") % {"strategy": self.title}
        assumed = {key: Answer(value=value, origin=Origin.ASSUMED, note=note) for key, value in found.items()}
        return replace(released, answers={**_without(own, _left_to_ask(self, released)), **assumed})


def _terms(strategy: Strategy, released: Profile) -> dict[str, Value]:
    """What a licence of the library settles; without one, stricter terms of the original go on with the model."""
    settled = settled_in(released)
    if settled is not None:
        asked = {access_terms.key: settled.adds.get(access_terms.key, NONE)}
        return {**asked, **settled.facts}
    terms, now = strategy.answers.get(licence_terms.key), released.values.get(licence_terms.key)
    base = LICENCES.get(released.base_licence)
    stricter = isinstance(now, frozenset) and "stricter_original" in now
    stricter = stricter or (base is not None and base.verdict.passes is not True)
    return {licence_terms.key: terms | {"stricter_original"}} if isinstance(terms, frozenset) and stricter else {}


def _left_to_ask(strategy: Strategy, released: Profile) -> set[str]:
    """Answers that do not hold for this way of release: terms that its licence does not settle, an open system."""
    settled = settled_in(released)
    terms = {licence_terms.key, licence_grants.key} - set(settled.facts) if settled else set()
    return terms | ({system_open_source.key} if strategy.system_open is None else set())


def _without(answers: Mapping[str, Answer], keys: set[str]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if key not in keys}


def _system(strategy: Strategy, values: Values) -> dict[str, Value]:
    """A described system is released with its model, in the same way."""
    if not values.get(system_roles.key) or strategy.system_open is None:
        return {}
    earns: dict[str, Value] = {system_monetised.key: False} if strategy.system_open else {}
    return {system_open_source.key: strategy.system_open, **earns}


def _dealings(values: Values, *, public: bool) -> dict[str, Value]:
    """Exports, where they were asked about: what is published is no unpublished technology, and the other way round."""
    found: dict[str, Value] = {}
    pairs = ((us_export, "publishes", "sends_unpublished"), (uk_exports, "public_domain", ""))
    for fact, published, kept_back in pairs:
        now = values.get(fact.key)
        if isinstance(now, frozenset) and now:
            found[fact.key] = (now | {published}) - {kept_back} if public else now - {published}
    return found


def _hosted(now: frozenset[str]) -> frozenset[str]:
    """Only on machines of one's own: downloads end, an API takes their place."""
    left = now - DOWNLOADS - IN_HOUSE
    return left | {"api"} if now & (DOWNLOADS | IN_HOUSE | HOSTED) else left


def _downloaded(now: frozenset[str]) -> frozenset[str]:
    """On a public hub, beside what is hosted already."""
    left = now - IN_HOUSE
    return left | {"hub"} if now & (DOWNLOADS | IN_HOUSE | HOSTED) else left


def _in_house(_now: frozenset[str]) -> frozenset[str]:
    return frozenset({"internal_other"})


def _nobody(_now: frozenset[str]) -> frozenset[str]:
    return NONE


def _answers(
    *,
    public: bool,
    explained: frozenset[str] = EVERYTHING,
    rights: frozenset[str] = EVERY_RIGHT,
    terms: Iterable[str] = ("attribution",),
    access: Iterable[str] = (),
    limits: str = "gated",
    reach: str = "offered",
) -> dict[str, Value]:
    if not public:
        return {weights_public.key: False, us_release.key: reach}
    return {
        weights_public.key: True,
        public_information.key: explained,
        licence_grants.key: rights,
        licence_terms.key: frozenset(terms),
        access_terms.key: frozenset(access),
        us_weight_licence.key: limits,
        us_release.key: reach,
    }


STRATEGIES: Final[tuple[Strategy, ...]] = (
    Strategy(
        key="closed-api",
        title=_("Closed API"),
        says=_("The weights stay with you; everybody may use the model over your API or app."),
        answers=_answers(public=False),
        ways=_hosted,
    ),
    Strategy(
        key="gated-weights",
        title=_("Gated weights"),
        says=_("Weights for whom you approve, case by case, under a permissive licence."),
        answers=_answers(public=True, access=("selected_recipients",)),
        ways=_downloaded,
    ),
    Strategy(
        key="restricted-licence",
        title=_("Restricted licence"),
        says=_("Weights for everybody under a community licence: forbidden uses, a further licence above a scale."),
        answers=_answers(public=True, terms=("attribution", "use_restrictions", "user_scale_licence")),
        ways=_downloaded,
    ),
    Strategy(
        key="non-commercial",
        title=_("Non-commercial licence"),
        says=_("Weights for everybody, but no commercial use."),
        answers=_answers(public=True, terms=("attribution", "non_commercial")),
        ways=_downloaded,
    ),
    Strategy(
        key="open-but-paid",
        title=_("Open but paid"),
        says=_("Weights under a free licence for some, while certain users pay for them."),
        answers=_answers(public=True, access=("dual_licensing",)),
        ways=_downloaded,
    ),
    Strategy(
        key="free-open-source",
        title=_("Free and open source"),
        says=_("Weights, architecture and usage information for everybody, a free licence, nothing earned with it."),
        answers=_answers(public=True, limits="unlimited"),
        ways=_downloaded,
        system_open=True,
    ),
    Strategy(
        key="research-only",
        title=_("Research only"),
        says=_("Made and used for scientific research alone; only researchers get it."),
        answers={**_answers(public=False, reach="researchers"), activity.key: "research_only"},
        ways=_nobody,
    ),
    Strategy(
        key="internal-only",
        title=_("Internal only"),
        says=_("Nobody outside gets it; you use it yourself, for purely internal work."),
        answers=_answers(public=False, reach="inside"),
        ways=_in_house,
    ),
)
BY_KEY: Final = {strategy.key: strategy for strategy in STRATEGIES}


def licence_strategy(licence_id: str) -> Strategy:
    """Publishing the weights for everybody under a licence of the library, with all that explains them."""
    licence = LICENCES[licence_id]
    return Strategy(
        key=f"{BY_LICENCE}{licence.id}",
        title=licence.name,
        says=gettext("Weights for everybody under this licence, with architecture and usage information."),
        answers={
            weights_public.key: True,
            public_information.key: EVERYTHING,
            access_terms.key: NONE,
            us_weight_licence.key: "unlimited",
            us_release.key: "offered",
        },
        ways=_downloaded,
        system_open=licence.verdict.passes,
        licence=licence.id,
    )
