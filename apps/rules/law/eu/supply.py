"""Who supplies anything at all, for the acts on products: product liability and cyber resilience."""

from __future__ import annotations

from apps.rules.law.facts.market import union_ways
from apps.rules.law.facts.model import development
from apps.rules.law.facts.system import system_roles, system_union_links

# A system or a model with a way to the Union; or neither of them, when only the product itself says so. Whoever brings
# in, passes on or represents a foreign system or model does so in the Union; what somebody supplies a part for, or
# others took over, those others may have brought there. All of them are asked what gets there from them.
_reaches_the_union = (
    (~system_roles.is_empty() & ~system_union_links.is_empty())
    | system_roles.any_of("importer", "distributor", "authorised_representative", "supplier", "first_provider")
    | development.is_("kept_out", "represented")
    | (~development.is_("unchanged") & ~union_ways.is_empty())
    | (development.is_("unchanged") & system_roles.is_empty())
)
# Whoever only uses a system, and leaves the model in it as it was, supplies nobody with either.
supplies_others = _reaches_the_union & (
    ~development.is_("unchanged")
    | system_roles.is_empty()
    | system_roles.any_of(
        "provider",
        "first_provider",
        "importer",
        "distributor",
        "takes_over",
        "product_manufacturer",
        "supplier",
        "authorised_representative",
    )
)
