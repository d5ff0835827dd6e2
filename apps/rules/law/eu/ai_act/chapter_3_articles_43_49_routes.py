"""AI Act, Article 43: which way of conformity assessment a high-risk system takes, and where it is registered.

Annex III, point 1 may go through a notified body, points 2 to 8 never do, and a product under Annex I, Section A always
follows the procedure of its own product law, also when it stands in Annex III as well (Article 43(3)).
"""

from __future__ import annotations

from apps.rules.law.eu.ai_act.chapter_3_annex_i import annex_i_section_a
from apps.rules.law.eu.ai_act.chapter_3_annex_iii import (
    annex_iii_1_a,
    annex_iii_1_b,
    annex_iii_1_c,
    annex_iii_2,
    annex_iii_3_a,
    annex_iii_3_b,
    annex_iii_3_c,
    annex_iii_3_d,
    annex_iii_4_a,
    annex_iii_4_b,
    annex_iii_5_a,
    annex_iii_5_b,
    annex_iii_5_c,
    annex_iii_5_d,
    annex_iii_6_a,
    annex_iii_6_b,
    annex_iii_6_c,
    annex_iii_6_d,
    annex_iii_6_e,
    annex_iii_7_a,
    annex_iii_7_b,
    annex_iii_7_c,
    annex_iii_7_d,
    annex_iii_8_a,
    annex_iii_8_b,
    annex_iii_general_assistant,
)
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.facts.use import users, uses

point_1 = annex_iii_1_a | annex_iii_1_b | annex_iii_1_c
point_2 = annex_iii_2
_point_3 = annex_iii_3_a | annex_iii_3_b | annex_iii_3_c | annex_iii_3_d
_point_4 = annex_iii_4_a | annex_iii_4_b
_point_5 = annex_iii_5_a | annex_iii_5_b | annex_iii_5_c | annex_iii_5_d
_point_6 = annex_iii_6_a | annex_iii_6_b | annex_iii_6_c | annex_iii_6_d | annex_iii_6_e
_point_7 = annex_iii_7_a | annex_iii_7_b | annex_iii_7_c | annex_iii_7_d
_point_8 = annex_iii_8_a | annex_iii_8_b

_points_3_to_8 = _point_3 | _point_4 | _point_5 | _point_6 | _point_7 | _point_8

# An assistant open to listed uses stands in no single point; only biometrics brings a notified body in.
_other_use = _points_3_to_8 | annex_iii_general_assistant

# Somebody who states the class although no point was worked out: seven of the eight points lead to own control.
_stated_use = high_risk_by_use & ~(point_1 | point_2 | _other_use)

point_2_alone = point_2 & ~point_1 & ~_other_use

sector_route = annex_i_section_a
biometrics_route = point_1 & ~annex_i_section_a
internal_control_route = (point_2 | _other_use | _stated_use) & ~annex_i_section_a

may_use_internal_control = biometrics_route | internal_control_route
may_use_notified_body = biometrics_route | sector_route

# Law enforcement, migration, asylum and borders: always in points 6 and 7, in point 1 only when used there.
restricted_entry = (
    _point_6
    | _point_7
    | (point_1 & (uses.any_of("policing", "borders") | users.any_of("law_enforcement", "border_authority")))
)

# Made for others as well, or for a use of other points: that part of its entry stays open.
_used_elsewhere = (
    _point_3
    | _point_4
    | _point_5
    | _point_8
    | (point_1 & users.any_of("public_services", "public_authority", "dispute_body", "business", "people"))
)
open_entry = ~restricted_entry | _used_elsewhere
