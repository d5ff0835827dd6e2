"""Ways to release a model, each as the answers it comes to. What a strategy does not touch stays as described.

The list is ours, not any law's: it spans what developers do, from a closed API to free and open-source release. Each
strategy answers the questions on openness and release as if the model had been released that way from the start; what
follows for other answers stands in following.py. What a strategy leaves uncertain is left to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.compare.release.following import (
    DOWNLOADS,
    HOSTED,
    IN_HOUSE,
    NONE,
    Circle,
    following,
    reaches_nobody,
)
from apps.profiles.licensing import settled_in
from apps.rules.engine import Answer, Origin, Profile
from apps.rules.engine.profile import Value
from apps.rules.law.facts.market import activity, union_ways
from apps.rules.law.facts.model import development
from apps.rules.law.facts.openness import (
    access_terms,
    licence_grants,
    licence_terms,
    public_information,
    weights_public,
)
from apps.rules.law.facts.system import system_monetised, system_open_source, system_roles
from apps.rules.law.facts.us_federal import us_weight_licence
from apps.rules.law.facts.us_market import us_release
from apps.rules.law.licences import LICENCES

Text = str | Promise
EVERY_RIGHT: Final = frozenset({"access", "use", "modify", "distribute"})
EVERYTHING: Final = frozenset({"architecture", "usage"})
HARMLESS_TERMS: Final = frozenset({"attribution", "share_alike"})
# Whoever makes a system decides how it is released; others take it as it is.
MAKERS: Final = frozenset({"provider", "first_provider", "takes_over", "supplier"})
BY_LICENCE: Final = "licence:"

Ways = Callable[[frozenset[str]], frozenset[str] | None]  # None: left to ask


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """A way to release. `answers` are what it comes to; `ways` turns the ways to reach people now into those then.

    `circle` is who gets it. `earning` says that money may be made with it. `system_open` is what becomes of a described
    system that the model is part of; None leaves that to ask.
    """

    key: str
    title: Text
    says: Text
    answers: Mapping[str, Value]
    ways: Ways
    circle: Circle = Circle.EVERYBODY
    earning: bool = False
    system_open: bool | None = False
    licence: str = ""

    def of(self, profile: Profile) -> Profile:
        """The profile released this way. What follows from the strategy is marked as assumed."""
        own = {key: answer for key, answer in profile.answers.items() if answer.origin is not Origin.LICENCE}
        released = replace(profile, answers=own, licence=self.licence)
        found = {**self.answers, **_terms(self, released)}
        asked = _left_to_ask(self, released)
        # A licence of the library can be one for a hosted model.
        hosted = self.circle.published and found[weights_public.key] is not True
        circle, ways_then = (Circle.HOSTED, _hosted) if hosted else (self.circle, self.ways)
        unlimited = found.get(us_weight_licence.key) == "unlimited"
        follows = following(profile.values, circle, unlimited=unlimited, earning=self.earning)
        found |= {**_system(self, released), **follows.found}
        asked |= follows.asked
        ways = profile.values.get(union_ways.key)
        if isinstance(ways, frozenset):
            then = ways_then(ways)
            asked |= {union_ways.key} if then is None else set()
            found |= {} if then is None else {union_ways.key: then}
        note = gettext("Assumed for the comparison: %(strategy)s.") % {"strategy": self.title}
        assumed = {
            key: Answer(value=value, origin=Origin.ASSUMED, note=note)
            for key, value in found.items()
            if key not in asked
        }
        return replace(released, answers={**_without(own, asked), **assumed})


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
    """Answers that do not hold for this way of release: terms that nothing settles, an open system."""
    settled, terms = settled_in(released), strategy.answers.get(licence_terms.key)
    if settled is not None:
        asked = {licence_terms.key, licence_grants.key} - set(settled.facts)
    else:
        harmless = isinstance(terms, frozenset) and terms <= HARMLESS_TERMS
        asked = {licence_terms.key} if harmless and _original_unknown(released) else set()
    return asked | ({system_open_source.key} if _system_open(strategy, released) is None else set())


def _original_unknown(released: Profile) -> bool:
    """Whether it was made from a model whose terms nobody has told: stricter ones may bind everybody."""
    changed = released.values.get(development.key) == "changed"
    return changed and not released.base_licence and released.values.get(licence_terms.key) is None


def _system_open(strategy: Strategy, released: Profile) -> bool | None:
    """Whether a described system is free and open source then; terms of an original that are not leave that open."""
    roles, base = released.values.get(system_roles.key), LICENCES.get(released.base_licence)
    now = released.values.get(system_open_source.key)
    if not isinstance(roles, frozenset) or roles.isdisjoint(MAKERS):
        return now if isinstance(now, bool) else None
    if strategy.system_open and base is not None and base.verdict.passes is not True:
        return None
    return None if strategy.system_open and _original_unknown(released) else strategy.system_open


def _without(answers: Mapping[str, Answer], keys: set[str]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if key not in keys}


def _system(strategy: Strategy, released: Profile) -> dict[str, Value]:
    """A system that the maker of the model makes is released with it, in the same way; others stay as they are."""
    open_ = _system_open(strategy, released)
    roles = released.values.get(system_roles.key)
    if not isinstance(roles, frozenset) or roles.isdisjoint(MAKERS) or open_ is None:
        return {}
    earns: dict[str, Value] = {system_monetised.key: False} if open_ else {}
    return {system_open_source.key: open_, **earns}


def _hosted(now: frozenset[str]) -> frozenset[str] | None:
    """Only on machines of one's own: downloads end, an API takes their place."""
    if reaches_nobody(now):
        return None
    left = now - DOWNLOADS - IN_HOUSE
    return left | {"api"} if now & (DOWNLOADS | IN_HOUSE | HOSTED) else left


def _picked(now: frozenset[str]) -> frozenset[str] | None:
    """For whom one approves; who that is, is left to ask where nobody in the Union gets it now."""
    return None if reaches_nobody(now) else _downloaded(now)


def _downloaded(now: frozenset[str]) -> frozenset[str] | None:
    """On a public hub, which is open to the Union as well, beside what is hosted already."""
    left = now - IN_HOUSE
    return left | {"hub"} if reaches_nobody(now) or now & (DOWNLOADS | IN_HOUSE | HOSTED) else left


def _in_house(now: frozenset[str]) -> frozenset[str] | None:
    """What others depend on stays so when it is used in house."""
    kept = now & {"internal_essential"} or frozenset({"internal_other"})
    return kept if now else NONE


def _researchers(now: frozenset[str]) -> frozenset[str] | None:
    """Copies for researchers take the place of every offer; where the model goes stays as it is."""
    offers = DOWNLOADS | HOSTED
    return (now - offers) | {"customer_infrastructure"} if now & offers else now


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
        circle=Circle.HOSTED,
        earning=True,
    ),
    Strategy(
        key="gated-weights",
        title=_("Gated weights"),
        says=_("Weights for whom you approve, case by case, under a permissive licence."),
        answers=_answers(public=True, access=("selected_recipients",)),
        ways=_picked,
        circle=Circle.CHOSEN,
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
        earning=True,
    ),
    Strategy(
        key="free-open-source",
        title=_("Free and open source"),
        says=_(
            "Weights, architecture and usage information for everybody, a free licence, nothing earned with it; a "
            "system that you make goes out the same way."
        ),
        answers=_answers(public=True, limits="unlimited"),
        ways=_downloaded,
        system_open=True,
    ),
    Strategy(
        key="research-only",
        title=_("Research only"),
        says=_("As if made and used for scientific research alone from the start; only researchers get it."),
        answers={**_answers(public=False, reach="researchers"), activity.key: "research_only"},
        ways=_researchers,
        circle=Circle.RESEARCHERS,
    ),
    Strategy(
        key="internal-only",
        title=_("Internal only"),
        says=_("As if nobody outside had ever got it; you use it yourself, for purely internal work."),
        answers=_answers(public=False, reach="inside"),
        ways=_in_house,
        circle=Circle.NOBODY,
    ),
)
BY_KEY: Final = {strategy.key: strategy for strategy in STRATEGIES}


def licence_strategy(licence_id: str) -> Strategy:
    """Publishing the weights for everybody under a licence of the library, with all that explains them."""
    licence = LICENCES[licence_id]
    return Strategy(
        key=f"{BY_LICENCE}{licence.id}",
        title=licence.name,
        says=gettext(
            "Weights for everybody under this licence, with architecture and usage information, nothing earned with it."
        ),
        answers={
            weights_public.key: True,
            public_information.key: EVERYTHING,
            access_terms.key: NONE,
            us_weight_licence.key: "unlimited",
            us_release.key: "offered",
        },
        ways=_picked if licence.exclusions else _downloaded,
        system_open=licence.verdict.passes,
        licence=licence.id,
    )
