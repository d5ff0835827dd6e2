"""Federal law of health, schools and calls, reached by use."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Deadline,
    Definition,
    Force,
    Grade,
    Reading,
    State,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_federal import us_call_consent, us_device
from apps.rules.law.facts.us_health import us_coverage_review, us_health_record_ai
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.facts.use import uses
from apps.rules.law.us.common import IN_THE_COUNTRY, MAKES_MODEL, MAKES_SYSTEM, OFFERS_SYSTEM, USES_SYSTEM, does

_USE = "Looks at the use and the user, never at the licence of the model."

# --- Health -----------------------------------------------------------------------------------------------------------
BAN_FROM, TOOLS_FROM = date(2024, 7, 5), date(2025, 5, 1)
ACA_1557 = instrument(
    "US-FED-1557",
    "Affordable Care Act, section 1557: patient care decision support tools",
    "ACA s. 1557",
    Force.REGULATION,
    "45 CFR 92.210",
    "Bodies with federal money for health, of any size, must not discriminate through tools that support care, "
    "automated or not. Since 1 May 2025 they look for tools that use protected traits and reduce their risk; one "
    "source reports that the department signals not to enforce these two.",
    "Makers are not bound directly.",
    Happening(BAN_FROM, State.IN_FORCE, "ban on discrimination applies"),
    Happening(TOOLS_FROM, State.IN_FORCE, "finding tools and reducing risk"),
    enforcer="Office for Civil Rights; private action",
)
_RECIPIENT = (
    IN_THE_COUNTRY
    & USES_SYSTEM
    & us_organisation.includes("federal_health_funds")
    & (uses.any_of("health", "emergency") | us_coverage_review | us_health_record_ai)
)
_FUNDS = "Loss of funds; private action."
no_discrimination_in_care = duty(
    ACA_1557,
    "1557-3",
    "Do not discriminate through care tools",
    "Treat no patient worse for race, colour, origin, sex, age or disability through a tool that supports clinical "
    "decisions, automated or not.",
    "recipient of federal health money",
    Topic.DECISIONS,
    BAN_FROM,
    _RECIPIENT,
    "45 CFR 92.210(a)",
    Grade.S,
    ALWAYS_DUE,
    "tests by group",
    _FUNDS,
)
identify_tools = duty(
    ACA_1557,
    "1557-1",
    "Find care tools that use protected traits",
    "Make reasonable efforts, again and again, to find tools supporting care whose inputs measure race, colour, "
    "origin, sex, age or disability.",
    "recipient of federal health money",
    Topic.DECISIONS,
    TOOLS_FROM,
    _RECIPIENT,
    "45 CFR 92.210(b)",
    Grade.S,
    ALWAYS_DUE,
    "inventory of tools and inputs",
    _FUNDS,
)
mitigate_tools = duty(
    ACA_1557,
    "1557-2",
    "Reduce the risk of discrimination for each such tool",
    "For each tool found, make reasonable efforts to reduce the risk that it discriminates.",
    "recipient of federal health money",
    Topic.DECISIONS,
    TOOLS_FROM,
    _RECIPIENT,
    "45 CFR 92.210(c)",
    Grade.S,
    ALWAYS_DUE,
    "measures for each tool",
    _FUNDS,
)
FDA = instrument(
    "US-FED-FDA",
    "Medical device software",
    "FDA device software",
    Force.STATUTE,
    "FD&C Act 201(h), 515C, 520(o), 524B",
    "Software meant for diagnosis or treatment is a device unless it passes all four limbs for decision support: no "
    "images, signals or patterns; medical information only; advice for professionals, never patients; and a basis they "
    "can check. Guidance of 6 January 2026 relaxes enforcement where only one recommendation is clinically "
    "appropriate, counts single readings as no pattern, and weighs time pressure under the fourth limb.",
    "Publishing it openly is no exemption for whoever makes the medical claim.",
    Happening(date(2016, 12, 13), State.IN_FORCE, "software limbs of the 21st Century Cures Act", Grade.M),
    Happening(date(2023, 3, 29), State.IN_FORCE, "cybersecurity rules for devices (524B)", Grade.M),
    Happening(date(2026, 1, 6), State.IN_FORCE, "guidance on decision support and wellness revised"),
    Happening(date(2026, 2, 2), State.IN_FORCE, "new quality-management regulation", Grade.M),
    enforcer="Food and Drug Administration",
)
us_device_software = Definition(
    id="us_device_software",
    title="Device software (FDA)",
    statement="the software is a medical device in the United States",
    denial="the software is no medical device in the United States",
    summary="Intended to diagnose, cure, mitigate, treat or prevent disease, and not mere decision support that "
    "professionals can check for themselves, nor general wellness. The intended use decides, not the model.",
    versions=(
        Version(
            since=date(2016, 12, 13),
            when=does("medical") & us_device.is_("images", "patients", "opaque", "other"),
            cites=(Cite(instrument="US-FED-FDA", pinpoint="FD&C Act 201(h), 520(o)(1)(E)", grade=Grade.S),),
        ),
    ),
)
device_duties = duty(
    FDA,
    "FDA-1",
    "Clear the device before marketing and keep up its quality system",
    "Classify the software, get clearance or approval, run the quality system, plan changes ahead where that is "
    "allowed, and meet the cybersecurity rules.",
    "maker of device software, or of a model offered for medical use",
    Topic.OTHER_LAW,
    date(2016, 12, 13),
    IN_THE_COUNTRY & (MAKES_SYSTEM | MAKES_MODEL) & us_device_software,
    "FD&C Act 510(k), 513, 515, 515C, 524B",
    Grade.S,
    Deadline(kind=When.BEFORE_MARKET, text="Before marketing."),
    "submission, quality-system records",
    "Powers of the agency.",
    (
        "route",
        "Classify it, then get a 510(k) clearance, a De Novo classification or an approval.",
        "FD&C Act 510(k), 513(f)(2), 515",
        When.BEFORE_MARKET,
        "submission",
    ),
    (
        "quality",
        "Run the quality-management system; its new regulation counts since 2 February 2026 (not verified).",
        "21 CFR part 820",
        When.CONTINUOUS,
        "quality-system records",
    ),
    (
        "changes",
        "Have later changes of the model cleared ahead in a change control plan.",
        "FD&C Act 515C",
        When.BEFORE_MARKET,
        "change control plan",
        StepKind.OPTION,
    ),
    (
        "cyber",
        (
            "For a connected device give a list of its software parts and a plan for weak points (since 29 March "
            "2023, not verified)."
        ),
        "FD&C Act 524B",
        When.BEFORE_MARKET,
        "list of software parts, plan",
    ),
)
HIPAA = instrument(
    "US-FED-HIPAA",
    "Health Insurance Portability and Accountability Act, privacy and security rules",
    "HIPAA",
    Force.REGULATION,
    "45 CFR parts 160, 164",
    "Care providers, plans and those who handle patient records for them: contracts before records move, minimum use, "
    "risk analysis. Apps for consumers are outside, and meet the FTC's breach rule and state law. Known from memory.",
    _USE,
    Happening(date(2003, 4, 14), State.IN_FORCE, "privacy rule", Grade.M),
)
_HANDLES = IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM | MAKES_MODEL)
hipaa = duty(
    HIPAA,
    "HIPAA-1",
    "Check health-privacy law",
    "Have a contract before a vendor gets patient records, use no more than needed, and analyse security risks.",
    "care provider, plan or business associate",
    Topic.OTHER_LAW,
    date(2003, 4, 14),
    _HANDLES & us_organisation.any_of("hipaa", "hipaa_associate"),
    "45 CFR 164.308, 164.502(b), 164.504(e)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before records are used."),
    "contract, risk analysis",
    "Set by that law; not worked out here.",
)
FERPA = instrument(
    "US-FED-FERPA",
    "Family Educational Rights and Privacy Act",
    "FERPA",
    Force.STATUTE,
    "20 U.S.C. 1232g; 34 CFR 99",
    "Schools with federal money keep control of pupils' records; a vendor acts as a school official and may not reuse "
    "them. Known from memory.",
    _USE,
    Happening(date(1974, 11, 19), State.IN_FORCE, "in force", Grade.M),
    published_on=date(1974, 11, 19),
)
ferpa = duty(
    FERPA,
    "FERPA-1",
    "Check the law on pupils' records",
    "Keep vendors under the school's direct control, and let them reuse no pupils' records, to train models either.",
    "school with federal money, or its vendor",
    Topic.OTHER_LAW,
    date(1974, 11, 19),
    _HANDLES & us_organisation.any_of("school", "school_vendor"),
    "34 CFR 99.31(a)(1)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before records are used."),
    "contract",
    "Set by that law; not worked out here.",
)
CMS = instrument(
    "US-FED-CMS",
    "Medicare Advantage coverage rules",
    "Medicare Advantage rules",
    Force.REGULATION,
    "42 CFR 422.101(b)(6), (c); 422.566(d)",
    "Since 2024 plans judge medical necessity on the individual's circumstances; an algorithm that ignores them does "
    "not comply, and a clinician reviews denials. Further AI rules proposed for 2026 were not adopted. Known from "
    "memory.",
    _USE,
    Happening(date(2024, 1, 1), State.IN_FORCE, "coverage year 2024", Grade.M),
    Happening(date(2024, 2, 6), State.IN_FORCE, "the agency's answers on algorithms", Grade.M),
    enforcer="Centers for Medicare & Medicaid Services",
)
medicare = duty(
    CMS,
    "CMS-1",
    "Judge medical necessity on the individual (Medicare Advantage)",
    "Decide on the person's history, the physician's advice and notes; let no algorithm override them, and have a "
    "clinician review denials.",
    "Medicare Advantage organisation",
    Topic.DECISIONS,
    date(2024, 1, 1),
    IN_THE_COUNTRY & USES_SYSTEM & us_organisation.includes("medicare_advantage") & us_coverage_review,
    "42 CFR 422.101(c)",
    Grade.M,
    Deadline(kind=When.ON_EVENT, text="With each denial."),
    "case file with the clinician's review",
    "Powers of the agency.",
)

# --- Calls ------------------------------------------------------------------------------------------------------------
WRITTEN_FROM, BRADFORD = date(2013, 10, 16), date(2026, 2, 25)
TCPA = instrument(
    "US-FED-TCPA",
    "Telephone Consumer Protection Act, AI voices",
    "TCPA",
    Force.STATUTE,
    "47 U.S.C. 227(b); 47 CFR 64.1200; FCC 24-17",
    "Calls with an artificial voice need consent; the FCC counts AI voices and asks for writing in telemarketing. "
    "Since 25 February 2026 the Fifth Circuit (Texas, Louisiana, Mississippi) accepts oral consent. Courts decide for "
    "themselves on both, also on whether an AI voice is artificial.",
    _USE,
    Happening(date(1991, 12, 20), State.IN_FORCE, "in force", Grade.M),
    Happening(date(2024, 2, 8), State.IN_FORCE, "FCC 24-17: AI voices are artificial", Grade.M),
    Happening(date(2025, 6, 20), State.IN_FORCE, "McLaughlin v. McKesson: courts not bound by the FCC"),
    Happening(BRADFORD, State.IN_FORCE, "Bradford v. Sovereign Pest Control (5th Cir.): oral consent is enough"),
    enforcer="FCC; private action",
    published_on=date(1991, 12, 20),
)
_PER_CALL = "$500 per call, up to $1,500 if wilful; private action (not verified)."
_CALLS = IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM) & does("calls")
prior_consent = duty(
    TCPA,
    "TCPA-1",
    "Get consent before calling with a synthetic voice",
    "Call nobody with a synthetic voice without prior express consent; say who calls, and offer a way to opt out.",
    "caller",
    Topic.TRANSPARENCY,
    date(1991, 12, 20),
    _CALLS,
    "47 U.S.C. 227(b)(1)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before each call."),
    "consent records",
    _PER_CALL,
)
_TELEMARKETING = _CALLS & us_call_consent.is_("telemarketing_none", "telemarketing_oral", "telemarketing_written")
written_consent = contested(
    key="us-tcpa-written-consent",
    why="The FCC's rule wants consent to telemarketing in writing; the Fifth Circuit reads the Act as content with "
    "oral consent, and other courts may decline to follow the FCC.",
    a=Reading("consent in writing is needed", ALWAYS),
    b=Reading("oral consent is enough", NEVER),
    cites=(
        Cite(instrument="US-FED-TCPA", pinpoint="47 CFR 64.1200(a)", grade=Grade.S),
        Cite(instrument="US-FED-TCPA", pinpoint="Bradford v. Sovereign Pest Control, No. 24-20379", grade=Grade.S),
    ),
)
_undisputed = partial(
    Version,
    since=WRITTEN_FROM,
    when=_TELEMARKETING,
    cites=(Cite(instrument="US-FED-TCPA", pinpoint="47 CFR 64.1200(a)(2)-(3)", grade=Grade.M),),
)
consent_in_writing = duty(
    TCPA,
    "TCPA-2",
    "Get consent to telemarketing in writing",
    "For telemarketing with a synthetic voice get consent in writing: the safe setting everywhere.",
    "caller",
    Topic.TRANSPARENCY,
    BRADFORD,
    _TELEMARKETING & written_consent,
    "47 CFR 64.1200(a)(2)-(3)",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before each call."),
    "written consents",
    _PER_CALL,
    published_on=BRADFORD,
    earlier=(_undisputed(replaced_on=BRADFORD), _undisputed(until=BRADFORD, published_on=BRADFORD)),
    note="In Texas, Louisiana and Mississippi courts follow the Fifth Circuit; elsewhere the FCC's rule stands unless "
    "a court declines to follow it.",
)
