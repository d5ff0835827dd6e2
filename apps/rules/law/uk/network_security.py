"""NIS Regulations 2018 for digital service providers, and the bill that would extend them."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Cite, Deadline, Expr, Force, Grade, Obligation, Reading, State, Topic, When, contested
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.organisation import balance_sheet_eur, staff, worldwide_turnover_eur
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.uk_networks import uk_digital_services
from apps.rules.law.uk.common import IN_THE_COUNTRY

IN_FORCE = date(2018, 5, 10)

NIS = instrument(
    "UK-NIS",
    "Network and Information Systems Regulations 2018",
    "NIS Regulations",
    Force.REGULATION,
    "SI 2018/506",
    "Clouds, online marketplaces and search engines that are not micro or small register, keep their systems secure "
    "and report incidents. Data centres are critical national infrastructure since September 2024, which by itself "
    "brings no duty here. Figures from memory.",
    "No exception for open models; hosting them for others can be a cloud service.",
    Happening(IN_FORCE, State.IN_FORCE, "in force (day from memory)", Grade.M),
    enforcer="Information Commission (until 29 September 2026 the Information Commissioner)",
    jurisdiction="UK",
)
NIS_BILL = instrument(
    "UK-NIS-BILL",
    "Cyber Security and Resilience (Network and Information Systems) Bill",
    "Cyber Security and Resilience Bill",
    Force.PROPOSED,
    "bill of 12 November 2025",
    "Not law when last checked: in committee in the House of Lords from 1 September 2026, no Royal Assent seen; "
    "expected late 2026 or spring 2027. Would add larger data centres, managed service providers, load controllers "
    "and critical suppliers, first notice within 24 hours and a report within 72, and fines up to £17 million or 4%.",
    "Nothing is in force, so nothing depends on openness.",
    Happening(date(2025, 11, 12), State.PROPOSED, "introduced"),
    Happening(date(2026, 1, 6), State.PROPOSED, "second reading, House of Commons"),
    Happening(date(2026, 6, 16), State.PROPOSED, "left the House of Commons (sources print 10 and 16 June)"),
    Happening(date(2026, 7, 14), State.PROPOSED, "second reading, House of Lords"),
    Happening(date(2026, 9, 1), State.PROPOSED, "committee, House of Lords"),
    jurisdiction="UK",
)

_MONEY = 10_000_000
_grown = contested(
    key="uk-nis-money-lines",
    why="Micro and small providers are left out. Whether turnover or balance sheet above 10 million euro is enough to "
    "grow out of that, or both are needed, was not verified.",
    a=Reading("one of the two is enough", (worldwide_turnover_eur > _MONEY) | (balance_sheet_eur > _MONEY)),
    b=Reading("both are needed", (worldwide_turnover_eur > _MONEY) & (balance_sheet_eur > _MONEY)),
    cites=(Cite(instrument="UK-NIS", pinpoint="reg. 1(3)(e)", grade=Grade.M),),
)
_PROVIDER: Expr = (
    IN_THE_COUNTRY
    & uk_activities.includes("digital_provider")
    & uk_digital_services.any_of("cloud", "marketplace", "search")
    & ((staff >= 50) | _grown)
)


def _rule(number: int, title: str, must: str, topic: Topic, due: Deadline, evidence: str) -> Obligation:
    return duty(
        NIS,
        f"UK-NIS-{number}",
        title,
        must,
        "cloud, marketplace or search engine that is not micro or small",
        topic,
        IN_FORCE,
        _PROVIDER,
        "regs 12-14",
        Grade.M,
        due,
        evidence,
        "Up to £17 million (from memory).",
    )


register = _rule(
    1,
    "Register as digital service provider",
    "Register with the Information Commission; from abroad, name a representative in the country.",
    Topic.REGISTRATION,
    Deadline(kind=When.ONCE, text="When you fall under the rules."),
    "registration",
)
security = _rule(
    2,
    "Keep network and systems secure",
    "Take measures that fit the risk to the systems your service rests on, AI parts included.",
    Topic.SECURITY,
    ALWAYS_DUE,
    "security concept",
)
incidents = _rule(
    3,
    "Report substantial incidents",
    "Tell the Information Commission about incidents with a substantial effect on the service.",
    Topic.INCIDENTS,
    Deadline(kind=When.ON_EVENT, text="Without undue delay, within 72 hours of learning of it."),
    "incident log",
)
