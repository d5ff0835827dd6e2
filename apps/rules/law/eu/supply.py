"""Who supplies anything at all, for the acts on products: product liability and cyber resilience."""

from __future__ import annotations

from apps.rules.law.facts.model import development
from apps.rules.law.facts.system import system_roles

# Whoever only uses a system, and leaves the model in it as it was, supplies nobody with either.
supplies_others = (
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
