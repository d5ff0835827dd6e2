"""What the law of the United States shares: the link to a state, asked once, and who makes, offers and uses what."""

from __future__ import annotations

from apps.rules.engine import Expr
from apps.rules.law.facts.model import development
from apps.rules.law.facts.organisation import seat
from apps.rules.law.facts.system import system_method, system_roles
from apps.rules.law.facts.us_activities import us_activities
from apps.rules.law.facts.us_market import us_release, us_states


def in_state(code: str) -> Expr:
    """A link to the state with this key of `us_states`: business, offer, use or decisions about people there."""
    return us_states.any_of("nationwide", code)


def does(activity: str) -> Expr:
    """One of the activities that single laws look at; whoever does none is asked nothing more about them."""
    return us_activities.includes(activity)


# Any link to the country: federal law reaches it.
IN_THE_COUNTRY: Expr = ~us_states.is_empty() | seat.is_("us")

# Trained by or for the organisation, or changed by it; hosting or calling somebody's model is not enough.
MAKES_MODEL: Expr = development.is_(
    "own", "commissioned", "for_client", "consortium_lead", "consortium_member", "changed"
)

# Others can get the model, whoever made it: a host of somebody else's weights passes them on.
PASSES_MODEL_ON: Expr = us_release.is_("offered", "evaluators", "researchers")

# Makes a system, has it made, makes somebody's system its own, or supplies a part of one.
MAKES_SYSTEM: Expr = system_roles.any_of("provider", "first_provider", "takes_over", "product_manufacturer", "supplier")

# Offers a system to others, made by itself or not.
OFFERS_SYSTEM: Expr = MAKES_SYSTEM | system_roles.any_of("importer", "distributor")

# Puts a system to use, its own or somebody's.
USES_SYSTEM: Expr = system_roles.includes("deployer")

# More than rules written by people: what most statutes call artificial intelligence. Some reach any computation.
ARTIFICIAL_INTELLIGENCE: Expr = ~system_method.is_("written_rules")
