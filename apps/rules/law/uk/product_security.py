"""Product Security and Telecommunications Infrastructure Act 2022, Part 1: connected devices for consumers."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Deadline, Expr, Fine, Force, Grade, Obligation, State, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.uk_organisation import uk_turnover_gbp
from apps.rules.law.uk.common import IN_THE_COUNTRY

PASSED = date(2022, 12, 6)
IN_FORCE = date(2024, 4, 29)

PSTI = instrument(
    "UK-PSTI",
    "Product Security and Telecommunications Infrastructure Act 2022, Part 1",
    "Product security (PSTI Act)",
    Force.STATUTE,
    "2022 c. 46; SI 2023/1007",
    "For makers, importers and sellers of connected devices for consumers, such as speakers, toys and cameras. "
    "Software alone, clouds and weights are outside; so are medical devices, smart meters, charge points, most "
    "computers and certain vehicles (from memory).",
    "Weights and software alone are outside, open or not.",
    Happening(PASSED, State.ADOPTED, "Royal Assent (day from memory)", Grade.M),
    Happening(IN_FORCE, State.IN_FORCE, "in force"),
    enforcer="Office for Product Safety and Standards",
    jurisdiction="UK",
)
DEVICE_FINE = Fine(
    title="Penalty for connected devices",
    percent=4,
    fixed=10_000_000,
    currency="GBP",
    turnover=uk_turnover_gbp,
    since=IN_FORCE,
    cites=(Cite(instrument="UK-PSTI", pinpoint="Part 1 ch. 3", grade=Grade.S),),
    note="And up to £20,000 for each day it goes on (from memory).",
)
_DEVICE: Expr = IN_THE_COUNTRY & uk_activities.includes("connected_devices")


def _rule(
    number: int,
    title: str,
    must: str,
    at: str,
    evidence: str,
    topic: Topic = Topic.SECURITY,
    due: Deadline = ALWAYS_DUE,
) -> Obligation:
    return duty(
        PSTI,
        f"UK-PSTI-{number}",
        title,
        must,
        "manufacturer, importer or distributor of connected consumer devices",
        topic,
        IN_FORCE,
        _DEVICE,
        at,
        Grade.M,
        due,
        evidence,
        "Recall, stop and compliance notices as well.",
        fine=DEVICE_FINE,
    )


passwords = _rule(
    1,
    "Ship no universal or easily guessed passwords",
    "Give each device a password of its own that cannot be guessed, or let the user set one.",
    "SI 2023/1007 Sch. 1 para. 1",
    "password concept",
)
vulnerabilities = _rule(
    2,
    "Publish how to report vulnerabilities",
    "Publish whom to tell about security problems and when the reporter will hear back.",
    "SI 2023/1007 Sch. 1 para. 2",
    "web page",
)
updates = _rule(
    3,
    "Publish how long security updates come",
    "Publish the minimum period of security updates, with its end date.",
    "SI 2023/1007 Sch. 1 para. 3",
    "web page, product page",
)
statement = _rule(
    4,
    "Supply a statement of compliance",
    "Let a statement of compliance go with the device, or a summary of it.",
    "s. 9",
    "statement of compliance",
    Topic.DOCUMENTATION,
    Deadline(kind=When.AT_PLACING, text="With each device."),
)
failures = _rule(
    5,
    "Act on failures and record them",
    "Investigate failures, put them right, tell the regulator and customers, and keep the record for ten years.",
    "ss. 10-13",
    "failure log",
    Topic.INCIDENTS,
    Deadline(kind=When.ON_EVENT, text="As soon as you learn of one; records for ten years (from memory)."),
)
