"""What British law shares: the link to the country, asked once, its parts, and who makes, offers and uses what.

No British act knows providers and deployers: each names its own people, who are found from what somebody does.
"""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Expr
from apps.rules.law.facts.decisions import serves_public
from apps.rules.law.facts.market import activity
from apps.rules.law.facts.model import development, generates
from apps.rules.law.facts.organisation import seat
from apps.rules.law.facts.system import system_functions, system_roles
from apps.rules.law.facts.uk_market import uk_activities, uk_links, uk_parts
from apps.rules.law.facts.use import users, uses
from apps.rules.law.facts.use_tasks import hiring_tasks

# First day for acts that are older than anything that can be asked about.
LONG_AGO = date(2000, 1, 1)

# Any link to the country. The seat is one of them, so nobody without a link is asked where the seat is.
IN_THE_COUNTRY: Expr = ~uk_links.is_empty()

# A company, branch or office there, or the named seat there.
ESTABLISHED: Expr = uk_links.includes("established") | (IN_THE_COUNTRY & seat.is_("uk"))

# People there are users, or meant to be.
USERS_THERE: Expr = uk_links.any_of("offered", "many_users")

# Somebody there can get or use it, whether or not it was meant for them.
WITHIN_REACH: Expr = uk_links.any_of("offered", "many_users", "reachable")

# Parts of the country. Where only a part is meant, somebody with a link elsewhere in it is not reached. Whoever does
# not say that it touches some parts only touches all; a link without a part cannot be, so an empty answer does, too.
_EVERYWHERE: Expr = ~uk_links.includes("only_parts") | uk_parts.is_empty()
ENGLAND_AND_WALES: Expr = IN_THE_COUNTRY & (_EVERYWHERE | uk_parts.includes("england_wales"))
GREAT_BRITAIN: Expr = IN_THE_COUNTRY & (_EVERYWHERE | uk_parts.any_of("england_wales", "scotland"))
NORTHERN_IRELAND: Expr = IN_THE_COUNTRY & (_EVERYWHERE | uk_parts.includes("northern_ireland"))

# Made or had made, or changed, by the organisation.
MAKES_MODEL: Expr = development.is_(
    "own", "commissioned", "for_client", "consortium_lead", "consortium_member", "changed"
)

# Makes a system, has it made, makes somebody's its own, or supplies a part of one.
MAKES_SYSTEM: Expr = system_roles.any_of("provider", "first_provider", "takes_over", "product_manufacturer", "supplier")

# Offers a system to others, made by itself or not.
OFFERS_SYSTEM: Expr = MAKES_SYSTEM | system_roles.any_of("importer", "distributor")

# Puts a system to use, its own or somebody's.
USES_SYSTEM: Expr = system_roles.includes("deployer")

# Recruiting in any way, save where it works for the applicant alone or only praises the employer.
RECRUITS: Expr = uses.any_of("hiring", "advertising") & hiring_tasks.any_of(
    "targeted_vacancy_adverts",
    "filters_applications",
    "evaluates_candidates",
    "schedules_interviews",
    "other_recruitment",
)

# What comes out is asked of the system where somebody has a part in one, and of the model where it is theirs or all
# there is.
_HAS_A_SYSTEM: Expr = ~system_roles.is_empty()
_MODEL_COUNTS: Expr = ~development.is_("unchanged") | system_roles.is_empty()
GENERATES: Expr = (_HAS_A_SYSTEM & system_functions.any_of("text", "code", "image", "audio", "video")) | (
    _MODEL_COUNTS & ~generates.is_empty()
)
MAKES_PICTURES: Expr = (_HAS_A_SYSTEM & system_functions.any_of("image", "video")) | (
    _MODEL_COUNTS & generates.any_of("images_from_text", "video_from_text", "images_otherwise", "video_otherwise")
)

# Anything done with applicants or people at work.
AT_WORK: Expr = RECRUITS | uses.includes("work_management")

# Acts for purposes of a business, free releases that serve it included; not a person's private doing.
IN_BUSINESS: Expr = ~activity.is_("private")

# People served: by whoever runs or makes the system, and by whoever offers it to private people.
SERVES_PEOPLE: Expr = serves_public | (OFFERS_SYSTEM & users.includes("people"))

# Public authorities of any kind, and those who do their work for them.
PUBLIC_BODY: Expr = uk_activities.any_of("central_government", "public_body", "law_enforcement")
PUBLIC_FUNCTION: Expr = PUBLIC_BODY | uk_activities.includes("public_function")
