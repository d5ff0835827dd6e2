"""One question opens the special regimes: chosen, the details decide; not chosen, they are out; unanswered, open."""

from __future__ import annotations

from typing import Any

import pytest

from apps.rules.engine import Outcome
from apps.rules.law.facts.us_activities import us_activities
from tests.rules.us_assess import owed

FIRM: dict[str, Any] = {
    "seat": "us",
    "us_states": ["nationwide"],
    "development": "own",
    "system_roles": ["provider", "deployer"],
    "system_method": "learned",
    "uses": ["other"],
    "activity": "business",
    "us_organisation": [],
    "us_revenue_usd": 1_000_000,
}
# For each activity a duty that it leads to, with the details under which the duty is owed.
LEADS_TO: dict[str, tuple[str, dict[str, Any]]] = {
    "federal_sale": ("US-M2522-1", {"us_federal_ai": "new"}),
    "exports": ("US-EAR-2", {"us_export": ["letter"]}),
    "user_content": ("US-TIDA-3-1", {"us_user_platform": ["user_content"]}),
    "platforms": ("CA-AITA-33", {"us_platforms": ["capture_devices"]}),
    "apps": ("CA1043-1", {"us_app_roles": ["app"]}),
    "credit": ("ECOA-1", {"us_credit_role": ["creditor"]}),
    "children": ("COPPA-1", {"us_children": "directed"}),
    "calls": ("TCPA-1", {}),
    "bots": ("CA1001-1", {"us_bot_account": ["poses", "sells"]}),
    "adverts": ("NY396-1", {"us_synthetic_advert": ["picture", "knowing"]}),
    "prices": ("NY349-1", {"us_personal_prices": ["personal"]}),
    "biometrics": ("BIPA-a", {"us_biometrics": ["identify"]}),
    "data_trade": ("CCPA-7150", {"us_data_dealings": ["half_revenue"]}),
    "medical": ("FDA-1", {"us_device": "images"}),
    "subscriptions": ("CT5-1", {}),
    "therapy": ("WOPR-20a", {"us_therapy": ["offers"]}),
    "health_claims": ("CA489-1", {"us_licence_claims": ["system"]}),
}


def test_each_activity_is_tried() -> None:
    assert set(LEADS_TO) == {option.key for option in us_activities.options}


@pytest.mark.parametrize("activity", LEADS_TO)
def test_an_activity_decides_as_the_details_do(activity: str) -> None:
    duty, details = LEADS_TO[activity]
    facts = FIRM | details
    assert owed(facts | {"us_activities": [activity]}, duty) is Outcome.APPLIES
    assert owed(facts | {"us_activities": []}, duty) is Outcome.DOES_NOT_APPLY
    assert owed(facts | {"us_activities": None}, duty) is Outcome.NEEDS_FACTS
