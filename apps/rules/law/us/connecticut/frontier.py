"""Connecticut, Public Act 26-15, section 2: employees of frontier developers who report risks."""

from __future__ import annotations

from apps.rules.engine import Deadline, When
from apps.rules.law.us.connecticut.pa26_15 import APPLIES_FROM, CHANNEL_FROM, SIGNED
from apps.rules.law.us.families.frontier import Row, Statute, developer, duties, large_developer

CONNECTICUT = Statute(
    code="ct",
    place="Connecticut",
    instrument="US-CT-PA26-15",
    known_from=SIGNED,
    applies_from=APPLIES_FROM,
    developer_at="s. 2(a)(8)",
    large_at="s. 2(a)(9)",
    incident_at="s. 2(a)",
    penalty="Up to $1,000 per violation against any frontier developer, injunction and costs; Attorney General only "
    "(s. 2(e)).",
)
ct_frontier_developer = developer(CONNECTICUT)
ct_large_frontier_developer = large_developer(CONNECTICUT, ct_frontier_developer)

_NARROWER = (
    "Catastrophic risk has two limbs here: help with weapons of mass destruction, and crimes or cyberattacks of an "
    "autonomous model. Evading control alone is none."
)

CT_FRONTIER_DUTIES = duties(
    CONNECTICUT,
    ct_frontier_developer,
    ct_large_frontier_developer,
    (
        Row(id="CT-2-b", kind="no_gag", at="s. 2(b)", note=_NARROWER),
        Row(
            id="CT-2-c",
            kind="channel",
            at="s. 2(c)",
            large=True,
            since=CHANNEL_FROM,
            deadline=Deadline(
                kind=When.RECURRING,
                text="By 1 January 2027; to the reporter as is reasonable, to officers and directors every quarter.",
            ),
        ),
        Row(id="CT-2-d", kind="rights", at="s. 2(d)"),
    ),
)
