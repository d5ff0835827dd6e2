"""Online Safety Act 2023: the duties of user-to-user services, search services and providers of pornography."""

from __future__ import annotations

from dataclasses import replace

from apps.rules.engine import Deadline, Grade, StepKind, Topic, When
from apps.rules.law.acts import ALWAYS_DUE, duty
from apps.rules.law.facts.uk_online import uk_online_since, uk_revenue_gbp
from apps.rules.law.facts.uk_organisation import uk_turnover_gbp
from apps.rules.law.uk.online_safety_act import (
    ACCESS_ASSESSMENT_DUE,
    ASSESSMENT_DUE,
    CHILDREN_COME,
    CHILDREN_FROM,
    FEES_FROM,
    LIMITED_SERVICE,
    OSA,
    OSA_FINE,
    PORNOGRAPHY_FROM,
    POWERS_FROM,
    REGULATED,
    REPORTING_FROM,
    SAFETY_FROM,
    TAKEDOWN_FROM,
    TAKEDOWN_MADE,
    fee_home_revenue,
    fee_revenue,
    pornography_provider,
    user_to_user_service,
)

_BOTH = "provider of a user-to-user or search service"
_SHARING = "provider of a user-to-user service"
_PENALTY = (
    "Up to the higher of £18 million and 10% of qualifying worldwide revenue; orders that cut off payment or access; "
    "crimes of senior managers in some cases (secondary sources)."
)
_OUTSIDE = (LIMITED_SERVICE,)

# A limited service that shows pornography of its own is still regulated.
_OUTSIDE_ALTOGETHER = replace(
    LIMITED_SERVICE,
    id="uk-limited-services-fees",
    title="Limited services that show no pornography of their own (Online Safety Act, fees)",
    when=LIMITED_SERVICE.when & ~pornography_provider,
    removes="fees",
)

risk_assessment = duty(
    OSA,
    "UK-OSA-9",
    "Assess the risk of illegal content",
    "Assess in writing how likely each kind of priority illegal content is on the service and what harm it does, what "
    "AI makes or brings up included, and keep the assessment up to date.",
    _BOTH,
    Topic.SAFETY,
    ASSESSMENT_DUE,
    REGULATED,
    "ss. 9, 26; Sch. 3 paras 3-4",
    Grade.P,
    Deadline(
        kind=When.RECURRING,
        text="Within three months that begin with the first day in scope; before each significant change; at least "
        "once a year, as the regulator advises.",
        months=3,
        after=uk_online_since,
        not_before=ASSESSMENT_DUE,
    ),
    "written assessment",
    _PENALTY,
    ("kinds", "Look at each kind on its own: 18 since 25 June 2026, 17 before.", "s. 9", When.RECURRING, "assessment"),
    ("change", "Assess a significant change before you make it.", "s. 9(4)", When.ON_EVENT, "assessment"),
    unless=_OUTSIDE,
    fine=OSA_FINE,
    note="The three months do not put off the safety duties themselves.",
)
safety_duties = duty(
    OSA,
    "UK-OSA-10",
    "Prevent and take down illegal content",
    "Use proportionate systems that keep users from priority illegal content, reduce its risk, and take illegal "
    "content down swiftly. Say in the terms how.",
    _BOTH,
    Topic.SAFETY,
    SAFETY_FROM,
    REGULATED,
    "ss. 10(2)-(8), 27",
    Grade.P,
    Deadline(kind=When.CONTINUOUS, text="From the first day in scope, at the earliest from 17 March 2025."),
    "measures set against the regulator's code, terms of service",
    _PENALTY,
    (
        "code",
        "Take the measures of the regulator's code, or show that others do as well.",
        "s. 10; Ofcom codes",
        When.CONTINUOUS,
        "table of measures",
        StepKind.OPTION,
    ),
    unless=_OUTSIDE,
    fine=OSA_FINE,
)
takedown = duty(
    OSA,
    "UK-OSA-10-3A",
    "Take reported intimate images down within 48 hours",
    "Take intimate images reported by the person shown, and the same or nearly the same copies, down as soon as you "
    "reasonably can and within 48 hours of the report, unless you think that they are not intimate or the reporter "
    "is neither that person nor an agent.",
    _SHARING,
    Topic.SAFETY,
    TAKEDOWN_FROM,
    user_to_user_service,
    "ss. 10(3A)-(3B), 10(5), 20A, 21(2A)",
    Grade.P,
    Deadline(kind=When.ON_EVENT, text="48 hours from receipt of the report."),
    "reporting route, terms, log of reports with times",
    _PENALTY,
    (
        "route",
        "Offer an easy way to report, for non-users too, with the declarations asked for.",
        "s. 20A",
        When.CONTINUOUS,
        "reporting page",
    ),
    ("complaints", "Run a quick route for complaints about it.", "s. 21(2A)", When.CONTINUOUS, "complaints log"),
    ("terms", "Say in the terms how such images come down.", "s. 10(5)", When.CONTINUOUS, "terms of service"),
    unless=_OUTSIDE,
    published_on=TAKEDOWN_MADE,
    fine=OSA_FINE,
    note="No size is too small. The regulator is to consult on guidance by the end of 2026 (verify). The twin for "
    "search services was not read.",
)
reports_and_complaints = duty(
    OSA,
    "UK-OSA-20-21",
    "Let people report content and complain",
    "Give users and others affected easy ways to report illegal or harmful content and to complain, and act on what "
    "they send.",
    _BOTH,
    Topic.SAFETY,
    SAFETY_FROM,
    REGULATED,
    "ss. 20-21, 31-32",
    Grade.M,
    ALWAYS_DUE,
    "reporting button, complaints log",
    _PENALTY,
    unless=_OUTSIDE,
    fine=OSA_FINE,
)
freedom_and_privacy = duty(
    OSA,
    "UK-OSA-22",
    "Keep free expression and privacy in view",
    "When you choose safety measures, weigh what they do to users' freedom of expression and privacy, and record it.",
    _BOTH,
    Topic.SAFETY,
    SAFETY_FROM,
    REGULATED,
    "ss. 22, 33",
    Grade.M,
    ALWAYS_DUE,
    "record of the weighing",
    _PENALTY,
    unless=_OUTSIDE,
    fine=OSA_FINE,
)
records = duty(
    OSA,
    "UK-OSA-23",
    "Keep records and review them",
    "Record each assessment and the measures taken, and review compliance regularly and after significant changes.",
    _BOTH,
    Topic.DOCUMENTATION,
    SAFETY_FROM,
    REGULATED,
    "ss. 23, 34",
    Grade.M,
    Deadline(kind=When.RECURRING, text="Regularly, and after significant changes."),
    "records, review dates",
    _PENALTY,
    unless=_OUTSIDE,
    fine=OSA_FINE,
)
access_assessment = duty(
    OSA,
    "UK-OSA-35",
    "Assess whether children are likely to come",
    "Assess in writing whether children can get to the service and are likely to use it. Without the assessment they "
    "are deemed likely to.",
    _BOTH,
    Topic.CHATBOTS,
    ACCESS_ASSESSMENT_DUE,
    REGULATED,
    "ss. 35-37; Sch. 3 para. 3",
    Grade.P,
    Deadline(
        kind=When.RECURRING,
        text="Within three months that begin with the first day in scope; again at least once a year.",
        months=3,
        after=uk_online_since,
        not_before=ACCESS_ASSESSMENT_DUE,
    ),
    "written assessment",
    _PENALTY,
    unless=_OUTSIDE,
    fine=OSA_FINE,
)
child_safety = duty(
    OSA,
    "UK-OSA-11-12",
    "Assess risks to children and protect them",
    "Assess the risks to children and use proportionate systems against harmful content. Where pornography or content "
    "on suicide, self-harm or eating disorders is allowed, keep children from it by highly effective checks of age.",
    _BOTH,
    Topic.CHATBOTS,
    CHILDREN_FROM,
    REGULATED & CHILDREN_COME,
    "ss. 11-12, 28-29",
    Grade.S,
    Deadline(kind=When.CONTINUOUS, text="Since 25 July 2025; the assessment was due the day before."),
    "children's risk assessment, age checks",
    _PENALTY,
    unless=_OUTSIDE,
    fine=OSA_FINE,
)
age_assurance = duty(
    OSA,
    "UK-OSA-81",
    "Keep children from pornography by checks of age that work",
    "Use highly effective checks of age or age estimates so that people under 18 do not normally meet pornographic "
    "content that you show or your tool makes. Keep a record and publish a summary.",
    "provider that shows or makes pornographic content",
    Topic.CHATBOTS,
    PORNOGRAPHY_FROM,
    pornography_provider,
    "s. 81",
    Grade.S,
    ALWAYS_DUE,
    "report of the vendor of the age checks, public summary",
    _PENALTY,
    fine=OSA_FINE,
    note="Holds for tools with one user, as the regulator reads it. Blocking the country only softens what went "
    "before. First day from memory.",
)
abuse_reports = duty(
    OSA,
    "UK-OSA-66",
    "Report child abuse content to the National Crime Agency",
    "Register with the agency before your first report, and report child sexual abuse content that the service finds "
    "or learns of from users. Nothing obliges you to scan.",
    _SHARING,
    Topic.INCIDENTS,
    REPORTING_FROM,
    user_to_user_service,
    "s. 66; SI 2026/268 regs 4, 6, 8",
    Grade.S,
    Deadline(
        kind=When.ON_EVENT,
        text="At once if a child is in immediate danger; as soon as reasonably possible at risk of serious harm; "
        "otherwise without undue delay.",
    ),
    "registration, log of reports",
    "False information is a crime. " + _PENALTY,
    ("numbers", "Keep report numbers for 5 years.", "SI 2026/268 reg. 8", When.RETENTION, "archive"),
    ("content", "Keep content and user data for a year.", "SI 2026/268 reg. 8", When.RETENTION, "archive"),
    unless=_OUTSIDE,
    published_on=REPORTING_FROM,
    fine=OSA_FINE,
    note="Not in force for search services.",
)
answers_to_regulator = duty(
    OSA,
    "UK-OSA-100",
    "Answer the regulator's notices fully and on time",
    "Give Ofcom the information its notice asks for, complete, true and by the day set.",
    "whoever gets a notice",
    Topic.COOPERATION,
    POWERS_FROM,
    REGULATED | pornography_provider,
    "ss. 100-102, 109-110",
    Grade.M,
    Deadline(kind=When.ON_REQUEST, text="By the day in the notice."),
    "log of notices and answers",
    "Fines; crimes for false, late or missing answers, of senior managers as well (from memory).",
    fine=OSA_FINE,
    note="Notices can reach services that claim to be outside as well.",
)
fees = duty(
    OSA,
    "UK-OSA-FEES",
    "Notify revenue and pay fees",
    "Tell Ofcom the service's qualifying worldwide revenue each year, and pay the fee set.",
    "large regulated service",
    Topic.REGISTRATION,
    FEES_FROM,
    (REGULATED | pornography_provider) & (uk_turnover_gbp >= fee_revenue) & (uk_revenue_gbp >= fee_home_revenue),
    "Part 6; SI 2025/1204",
    Grade.S,
    Deadline(kind=When.RECURRING, text="Every year; first notices between December 2025 and April 2026."),
    "notification, proof of payment",
    _PENALTY,
    published_on=FEES_FROM,
    unless=(_OUTSIDE_ALTOGETHER,),
    fine=OSA_FINE,
    note="From £250 million worldwide, unless less than £10 million comes from the country. Figures from secondary "
    "sources, months from memory.",
)
