"""Federal law of health, schools and calls, reached by use."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
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
from apps.rules.law.facts.us_federal import us_call_consent, us_device, us_voice_calls
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.facts.use import uses
from apps.rules.law.us.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.us.common import IN_THE_COUNTRY, MAKES_SYSTEM, OFFERS_SYSTEM, USES_SYSTEM

_USE = "Looks at the use and the user, never at the licence of the model."

# --- Health -----------------------------------------------------------------------------------------------------------
ACA_1557 = instrument(
    "US-FED-1557",
    "Affordable Care Act, section 1557: patient care decision support tools",
    "ACA s. 1557",
    Force.REGULATION,
    "45 CFR 92.210",
    "Bodies with federal money for health must not discriminate through tools that support care, and since 1 May 2025 "
    "look for tools that use "
    "protected traits and reduce the risk. Reported: the department signals not to enforce the last part.",
    "Makers are not bound directly.",
    Happening(date(2024, 7, 5), State.IN_FORCE, "ban on discrimination applies"),
    Happening(date(2025, 5, 1), State.IN_FORCE, "finding tools and reducing risk"),
    enforcer="Office for Civil Rights; private action",
)
_RECIPIENT = IN_THE_COUNTRY & USES_SYSTEM & uses.includes("health") & us_organisation.includes("federal_health_funds")
identify_tools = duty(
    ACA_1557,
    "1557-1",
    "Find care tools that use protected traits",
    "Make reasonable efforts, again and again, to find tools supporting care that use race, colour, origin, sex, age "
    "or disability.",
    "recipient of federal health money",
    Topic.DECISIONS,
    date(2025, 5, 1),
    _RECIPIENT,
    "45 CFR 92.210(b)",
    Grade.S,
    ALWAYS_DUE,
    "inventory of tools and inputs",
    "Loss of funds; private action.",
)
mitigate_tools = duty(
    ACA_1557,
    "1557-2",
    "Reduce the risk of discrimination for each such tool",
    "For each tool found, make reasonable efforts to reduce the risk that it discriminates; use none that does.",
    "recipient of federal health money",
    Topic.DECISIONS,
    date(2025, 5, 1),
    _RECIPIENT,
    "45 CFR 92.210(a), (c)",
    Grade.S,
    ALWAYS_DUE,
    "measures for each tool",
    "Loss of funds; private action.",
)
FDA = instrument(
    "US-FED-FDA",
    "Medical device software",
    "FDA device software",
    Force.STATUTE,
    "FD&C Act 201(h), 515C, 520(o), 524B",
    "Software meant for diagnosis or treatment is a device unless it only helps professionals who can check its basis, "
    "reads no images or "
    "signals, and so on: all four limbs. Guidance revised on 6 January 2026. Patient-facing advice fails the third "
    "limb.",
    "Publishing it openly is no exemption for whoever makes the medical claim.",
    Happening(date(2016, 12, 13), State.IN_FORCE, "software limbs of the 21st Century Cures Act", Grade.M),
    Happening(date(2026, 1, 6), State.IN_FORCE, "guidance on decision support and wellness revised"),
    enforcer="Food and Drug Administration",
)
us_device_software = Definition(
    id="us_device_software",
    title="Device software (FDA)",
    statement="the software is a medical device in the United States",
    denial="the software is no medical device in the United States",
    summary="Intended to diagnose, cure, mitigate, treat or prevent disease, and not mere decision support that "
    "professionals can check for "
    "themselves, nor general wellness. The intended use decides, not the model.",
    versions=(
        Version(
            since=date(2016, 12, 13),
            when=us_device.is_("images", "patients", "opaque"),
            cites=(Cite(instrument="US-FED-FDA", pinpoint="FD&C Act 201(h), 520(o)(1)(E)", grade=Grade.S),),
        ),
    ),
)
device_duties = duty(
    FDA,
    "FDA-1",
    "Clear the device before marketing and keep up its quality system",
    "Classify the software, get clearance or approval, run the quality system, plan changes ahead where that is "
    "allowed, and meet the "
    "cybersecurity rules.",
    "maker of device software",
    Topic.OTHER_LAW,
    date(2016, 12, 13),
    IN_THE_COUNTRY & MAKES_SYSTEM & uses.any_of("health", "companion", "emergency", "product") & us_device_software,
    "FD&C Act 510(k), 513, 515, 515C, 524B",
    Grade.S,
    Deadline(kind=When.BEFORE_MARKET, text="Before marketing."),
    "submission, quality-system records",
    "Powers of the agency.",
)
HIPAA = instrument(
    "US-FED-HIPAA",
    "Health Insurance Portability and Accountability Act, privacy and security rules",
    "HIPAA",
    Force.REGULATION,
    "45 CFR parts 160, 164",
    "Care providers, plans and those who handle patient records for them: contracts before records move, minimum use, "
    "risk analysis. Apps for "
    "consumers are outside, and meet the FTC's breach rule and state law. Known from memory.",
    _USE,
    Happening(date(2003, 4, 14), State.IN_FORCE, "privacy rule", Grade.M),
)
hipaa = duty(
    HIPAA,
    "HIPAA-1",
    "Check health-privacy law",
    "Have a contract before a vendor gets patient records, use no more than needed, and analyse security risks.",
    "care provider, plan or business associate",
    Topic.OTHER_LAW,
    date(2003, 4, 14),
    IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM) & us_organisation.any_of("hipaa", "hipaa_associate"),
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
    published_on=date(2000, 1, 1),
)
ferpa = duty(
    FERPA,
    "FERPA-1",
    "Check the law on pupils' records",
    "Keep vendors under the school's direct control, and let them reuse no pupils' records.",
    "school with federal money, or its vendor",
    Topic.OTHER_LAW,
    date(2000, 1, 1),
    IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM) & us_organisation.includes("school"),
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
    "not comply, and a clinician "
    "reviews denials. Further AI rules proposed for 2026 were not adopted. Known from memory.",
    _USE,
    Happening(date(2024, 1, 1), State.IN_FORCE, "coverage year 2024", Grade.M),
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
    IN_THE_COUNTRY & USES_SYSTEM & us_organisation.includes("health_plan") & uses.any_of("health", "insurance"),
    "42 CFR 422.101(c)",
    Grade.M,
    Deadline(kind=When.ON_EVENT, text="With each denial."),
    "case file with the clinician's review",
    "Powers of the agency.",
    (
        "ma",
        "If you run no Medicare Advantage plan, this is not for you.",
        "42 CFR 422.2",
        When.ON_EVENT,
        "note",
        StepKind.GATE,
    ),
)

# --- Calls ------------------------------------------------------------------------------------------------------------
TCPA = instrument(
    "US-FED-TCPA",
    "Telephone Consumer Protection Act, AI voices",
    "TCPA",
    Force.STATUTE,
    "47 U.S.C. 227(b); 47 CFR 64.1200; FCC 24-17",
    "Calls with an artificial voice need consent; the FCC counts AI voices and asks for writing in telemarketing. "
    "Since 25 February 2026 the Fifth "
    "Circuit (Texas, Louisiana, Mississippi) accepts oral consent; courts decide for themselves.",
    _USE,
    Happening(date(1991, 12, 20), State.IN_FORCE, "in force", Grade.M),
    Happening(date(2024, 2, 8), State.IN_FORCE, "FCC 24-17: AI voices are artificial", Grade.M),
    Happening(date(2025, 6, 20), State.IN_FORCE, "McLaughlin v. McKesson: courts not bound by the FCC"),
    Happening(
        date(2026, 2, 25), State.IN_FORCE, "Bradford v. Sovereign Pest Control (5th Cir.): oral consent is enough"
    ),
    enforcer="FCC; private action",
    published_on=date(2000, 1, 1),
)
_CALLS = IN_THE_COUNTRY & (USES_SYSTEM | OFFERS_SYSTEM) & us_voice_calls
written_consent = contested(
    key="us-tcpa-written-consent",
    why="The FCC's rule wants consent to telemarketing in writing; the Fifth Circuit reads the Act as content with "
    "oral consent, and other courts may "
    "decline to follow the FCC.",
    a=Reading("consent in writing is needed", us_call_consent.is_("telemarketing_oral")),
    b=Reading("oral consent is enough", NEVER),
    cites=(
        Cite(instrument="US-FED-TCPA", pinpoint="47 CFR 64.1200(a)", grade=Grade.S),
        Cite(instrument="US-FED-TCPA", pinpoint="Bradford v. Sovereign Pest Control, No. 24-20379", grade=Grade.S),
    ),
)
prior_consent = duty(
    TCPA,
    "TCPA-1",
    "Get consent before calling with a synthetic voice",
    "Call nobody with a synthetic voice without prior express consent; say who calls, and offer a way to opt out.",
    "caller",
    Topic.TRANSPARENCY,
    date(2000, 1, 1),
    _CALLS,
    "47 U.S.C. 227(b)(1)",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before each call."),
    "consent records",
    "$500 per call, up to $1,500 if wilful; private action.",
)
consent_in_writing = duty(
    TCPA,
    "TCPA-2",
    "Get consent to telemarketing in writing",
    "For telemarketing with a synthetic voice get consent in writing: the safe setting everywhere.",
    "caller",
    Topic.TRANSPARENCY,
    date(2013, 10, 16),
    _CALLS & (us_call_consent.is_("telemarketing_none") | written_consent),
    "47 CFR 64.1200(a)(2)-(3)",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before each call."),
    "written consents",
    "$500 per call, up to $1,500 if wilful; private action.",
)
