"""California, Transparency in Frontier Artificial Intelligence Act (SB 53), and the bill before it (SB 1047)."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Deadline, Force, Grade, Instrument, Openness, Relief, State, Status, When
from apps.rules.law.facts.us_frontier import us_incident_known_on
from apps.rules.law.us.families.frontier import (
    Row,
    Statute,
    developer,
    duties,
    incident,
    large_developer,
    released,
    relief,
    report_this,
)

_read = partial(Cite, instrument="US-CA-TFAIA", grade=Grade.P)
_reported = partial(Cite, instrument="US-CA-TFAIA", grade=Grade.S)

SIGNED = date(2025, 9, 29)
IN_FORCE = date(2026, 1, 1)

TFAIA = Instrument(
    id="US-CA-TFAIA",
    title="Transparency in Frontier Artificial Intelligence Act",
    short="California TFAIA (SB 53)",
    jurisdiction="US-CA",
    force=Force.STATUTE,
    number="SB 53, Stats. 2025 ch. 138; Bus. & Prof. Code 22757.10-22757.16; Lab. Code 1107-1107.2",
    enforcer="Attorney General alone; employees may sue under the Labor Code",
    url="https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?bill_id=202520260SB53",
    summary="Makers of models trained with more than 10^26 operations publish a report with each release, report "
    "critical incidents and protect employees; those above 500 million dollars of group revenue also publish and "
    "follow a framework. No threshold of users, no academic exception. It gives way where it strictly conflicts with a "
    "federal contract or federal law displaces it, and displaces local rules made since 2025. Federal efforts against "
    "state laws change nothing in it.",
    published_on=SIGNED,
    openness=Openness(
        Relief.NONE,
        "Publishing weights is deploying: the report is due with the release. What is published cannot be stolen, so "
        "that kind of incident falls away. The framework secures unreleased weights only and forbids no release.",
    ),
    status=(
        Status(on=SIGNED, state=State.ADOPTED, note="approved and filed", cite=_read(pinpoint="Stats. 2025 ch. 138")),
        Status(
            on=IN_FORCE,
            state=State.IN_FORCE,
            note="takes effect",
            cite=Cite(instrument="US-CA-TFAIA", pinpoint="SB 53", grade=Grade.O),
            published_on=SIGNED,
        ),
        Status(
            on=date(2026, 9, 26),
            state=State.IN_FORCE,
            note="not amended. SB 813 and AB 1405 (9 September 2026: voluntary verifiers, register of auditors) bring "
            "developers no duty; an executive order of 18 September (N-9-26) asks how to strengthen it",
            cite=_reported(pinpoint="status of 2026-09-26"),
        ),
        Status(
            on=date(2027, 1, 1),
            state=State.IN_FORCE,
            note="first yearly reports of the state's own offices",
            cite=_read(pinpoint="22757.13(g), 22757.14"),
            published_on=SIGNED,
        ),
    ),
    sources=(
        _read(pinpoint="22757.10-22757.16", note="Chaptered text read in a reproduction."),
        _read(pinpoint="Lab. Code 1107-1107.2"),
    ),
)

SB1047 = Instrument(
    id="US-CA-SB1047",
    title="Safe and Secure Innovation for Frontier Artificial Intelligence Models Act",
    short="California SB 1047",
    jurisdiction="US-CA",
    force=Force.HISTORY,
    number="SB 1047 (2024)",
    summary="Never became law: vetoed on 29 September 2024. It would have reached models above 10^26 operations and "
    "100 million dollars, and fine-tuning from 3 x 10^25 and 10 million dollars (figures not verified). SB 53 of 2025 "
    "took its place with transparency instead.",
    published_on=date(2024, 9, 29),
    openness=Openness(
        Relief.NONE,
        "Had no exception for open weights; a cost line for fine-tuning was its answer to changes by others.",
    ),
    status=(
        Status(
            on=date(2024, 9, 29),
            state=State.VETOED,
            note="vetoed",
            cite=Cite(instrument="US-CA-SB1047", pinpoint="veto of 2024-09-29", grade=Grade.S),
        ),
    ),
    sources=(Cite(instrument="US-CA-SB1047", pinpoint="SB 1047", grade=Grade.M, note="Figures from memory."),),
)

CALIFORNIA = Statute(
    code="ca",
    place="California",
    instrument="US-CA-TFAIA",
    known_from=SIGNED,
    applies_from=IN_FORCE,
    developer_at="22757.11(h)-(i)",
    large_at="22757.11(j)",
    incident_at="22757.11(d)",
    penalty="Up to $1,000,000 per violation, by severity, against large developers alone; Attorney General only "
    "(22757.15).",
    names_link=False,
)
ca_frontier_developer = developer(CALIFORNIA)
ca_large_frontier_developer = large_developer(CALIFORNIA, ca_frontier_developer)
ca_critical_safety_incident = incident(CALIFORNIA)
ca_critical_safety_incident_labor = incident(
    CALIFORNIA,
    also=("theft_property",),
    suffix="_labor",
    title="Critical safety incident for employees (California Labor Code)",
)

_SUIT = "Employees may sue: injunction, damages and fees; the employer bears the burden of proof (Lab. Code 1107.1)."
_SMALL = (
    "Whether a breach by a developer that is not large can be pursued in another way, for example as unfair "
    "competition, is not settled."
)

_ROWS = (
    Row(
        id="CA-TFAIA-12-a",
        kind="framework",
        at="22757.12(a)(1)-(10)",
        large=True,
        items_at=tuple(f"22757.12(a)({number})" for number in range(1, 11)),
    ),
    Row(id="CA-TFAIA-12-b1", kind="review", at="22757.12(b)(1)", large=True),
    Row(id="CA-TFAIA-12-b2", kind="changes", at="22757.12(b)(2)", large=True),
    Row(
        id="CA-TFAIA-12-c1",
        kind="report",
        at="22757.12(c)(1)",
        only=released(CALIFORNIA),
        note="A version released before 2026 owes none; the next one will. What changes a model substantially follows "
        "from the developer's own criteria. Publishing weights counts as a release, lending them to evaluators not. "
        + _SMALL,
    ),
    Row(id="CA-TFAIA-12-c2", kind="summaries", at="22757.12(c)(2)", large=True, only=released(CALIFORNIA)),
    Row(
        id="CA-TFAIA-12-d",
        kind="internal",
        at="22757.12(d)",
        large=True,
        must="Send the Office of Emergency Services a summary of your assessments of catastrophic risk from using your "
        "frontier models internally.",
        deadline=Deadline(
            kind=When.RECURRING,
            text="Every three months, or on another reasonable schedule of which you tell the office in writing.",
        ),
    ),
    Row(id="CA-TFAIA-12-e1A", kind="statements", at="22757.12(e)(1)(A), (2)"),
    Row(
        id="CA-TFAIA-12-e1B",
        kind="statements",
        at="22757.12(e)(1)(B)",
        large=True,
        title="Say nothing materially false about following your framework",
        must="Make no materially false or misleading statement about carrying out or complying with your framework. "
        "What is said in good faith and on reasonable grounds is excepted.",
    ),
    Row(id="CA-TFAIA-12-f", kind="redaction", at="22757.12(f)"),
    Row(
        id="CA-TFAIA-13-c1",
        kind="incident",
        at="22757.13(c)(1)",
        must="Report each critical safety incident of your frontier models to the Office of Emergency Services, with "
        "its date, why it counts as one, a plain account, and whether it came from internal use.",
        deadline=Deadline(kind=When.ON_EVENT, text="Within 15 days of discovery.", days=15, after=us_incident_known_on),
        note=_SMALL,
    ),
    Row(id="CA-TFAIA-13-c2", kind="imminent", at="22757.13(c)(2)"),
    Row(
        id="CA-TFAIA-13-c3",
        kind="amendment",
        at="22757.13(c)(3)-(4)",
        penalty="No penalty.",
    ),
    Row(id="CA-LAB-1107-1a", kind="no_gag", at="Lab. Code 1107.1(a)-(b)", penalty=_SUIT),
    Row(id="CA-LAB-1107-1d", kind="rights", at="Lab. Code 1107.1(d)", penalty=_SUIT),
    Row(id="CA-LAB-1107-1e", kind="channel", at="Lab. Code 1107.1(e)", large=True, penalty=_SUIT),
)

TFAIA_DUTIES = duties(
    CALIFORNIA,
    ca_frontier_developer,
    ca_large_frontier_developer,
    _ROWS,
    {
        "CA-TFAIA-12-a": relief(
            CALIFORNIA,
            "CA-TFAIA-12-a",
            "federal-contract",
            "Relief: the act gives way as far as it strictly conflicts with a contract between you and a federal body.",
            "SB 53, sec. 5(d)-(e)",
            "contract, memo on the conflict",
        ),
        "CA-TFAIA-13-c1": report_this(
            CALIFORNIA, "CA-TFAIA-13-c1", "22757.13(c)(1)", ca_critical_safety_incident, "filed report"
        )
        + relief(
            CALIFORNIA,
            "CA-TFAIA-13-c1",
            "federal-rules",
            "Relief: keeping federal rules that the office has designated, and that you declare to rely on, is keeping "
            "this section and no other. No law was found designated.",
            "22757.13(h)-(i)",
            "declaration to the office",
        ),
        "CA-LAB-1107-1a": report_this(
            CALIFORNIA,
            "CA-LAB-1107-1a",
            "Lab. Code 1107(c)",
            ca_critical_safety_incident_labor,
            "file on the protected report",
        ),
    },
)
