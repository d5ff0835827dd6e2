"""Colorado, SB 26-189: the duties of makers and users of covered technology."""

from __future__ import annotations

from apps.rules.engine import CarveOut, Cite, Deadline, Expr, Obligation, StepKind, Topic, Version, When
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.us_decisions import us_decides_on
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.facts.use import uses
from apps.rules.law.us.colorado.admt import (
    APPLIES_FROM,
    DEVICES,
    HEALTH_BODY,
    HEALTH_PRIVACY,
    INSURERS,
    LEFT_ALONE,
    NOT_A_DEVELOPER,
    OUTSIDE_MAKERS,
    PLAIN_SOFTWARE,
    co_deployer,
    co_developer,
    co_materially_influences,
    read,
    reported,
)
from apps.rules.law.us.common import USES_SYSTEM, in_state

_PENALTY = (
    "Up to $20,000 per violation as a deceptive trade practice, more for elderly victims (not verified); Attorney "
    "General only, with 60 days to cure where possible until 2030, not for knowing or repeated breaches. Enforcement "
    "is stopped by a federal court until the rules are final and it has ruled."
)
_DEPLOYER = in_state("co") & co_deployer
_DEVELOPER = in_state("co") & co_developer
# Each side is spared by its own reliefs alone: an insurer that sells a tool answers as its maker.
_SPARED_USERS: Expr = HEALTH_PRIVACY.when | INSURERS.when
_BOTH = in_state("co") & ((co_deployer & ~_SPARED_USERS) | (co_developer & ~OUTSIDE_MAKERS))
_ALL_OUT = (DEVICES, PLAIN_SOFTWARE)


def _duty(
    section: str,
    title: str,
    must: str,
    who: str,
    when: Expr,
    topic: Topic,
    deadline: Deadline,
    evidence: str,
    *rows: Row,
    unless: tuple[CarveOut, ...] = LEFT_ALONE,
    cite: Cite | None = None,
    note: str = "",
) -> Obligation:
    base, _, rest = section.partition("-")
    pinpoint = f"6-1-{base}" + (f"({rest})" if rest.isdigit() else f"({rest[0]})({rest[1:]})" if rest else "")
    return Obligation(
        id=f"CO189-{section}",
        title=title,
        must=must,
        who=who,
        topic=topic,
        versions=(Version(since=APPLIES_FROM, when=when, cites=(cite or read(pinpoint=pinpoint),), unless=unless),),
        deadline=deadline,
        evidence=evidence,
        penalty_note=_PENALTY,
        steps=steps(f"CO189-{section}", *rows, cite=read),
        note=note,
    )


_MAKER, _USER = "developer of a tool for decisions", "deployer of a tool for decisions"
_MAKERS_OUT = (NOT_A_DEVELOPER, *_ALL_OUT)

_SCHOOL = us_organisation.includes("school") & uses.includes("education")
_FERPA_NOTICE: Row = (
    "pupils",
    "Relief: schools under federal law on pupils' records use its channels.",
    "6-1-1704(9)",
    When.ON_EVENT,
    "procedure",
    StepKind.RELIEF,
    _SCHOOL,
)
_FERPA_CORRECTION: Row = (
    "pupils",
    "Relief: schools under federal law on pupils' records use its channels.",
    "6-1-1705(2)",
    When.ON_REQUEST,
    "procedure",
    StepKind.RELIEF,
    _SCHOOL,
)

documentation = _duty(
    "1702-1",
    "Give users of the tool its documentation (Colorado)",
    "Give each deployer what it needs: intended and known harmful uses, kinds of training data as far as known, "
    "limits, instructions for use, monitoring and human review, and what its notices need. Say so if you hold "
    "anything back.",
    _MAKER,
    _DEVELOPER,
    Topic.DOCUMENTATION,
    Deadline(kind=When.BEFORE_MARKET, text="With the tool, from 2027."),
    "documentation pack, delivery log, log of what was held back",
    ("uses", "State intended and known harmful uses.", "6-1-1702(1)", When.BEFORE_MARKET, "documentation"),
    ("data", "Name the kinds of training data, as far as known.", "6-1-1702(1)", When.BEFORE_MARKET, "documentation"),
    ("limits", "State known limits and when not to use it.", "6-1-1702(1)", When.BEFORE_MARKET, "documentation"),
    ("review", "Instruct on use, monitoring and human review.", "6-1-1702(1)", When.BEFORE_MARKET, "documentation"),
    ("notices", "Give what users need for their notices.", "6-1-1702(1)", When.BEFORE_MARKET, "documentation"),
    ("withheld", "Say if anything is held back.", "6-1-1702(1)", When.BEFORE_MARKET, "log"),
    unless=_MAKERS_OUT,
)
updates = _duty(
    "1702-2",
    "Tell users of material changes (Colorado)",
    "Tell deployers of material updates, substantial changes and changed uses, limits or safeguards. Public release "
    "notes are enough if each deployer is told of them directly.",
    _MAKER,
    _DEVELOPER,
    Topic.DOCUMENTATION,
    Deadline(kind=When.ON_EVENT, text="Within a reasonable time."),
    "release notes, log of messages",
    unless=_MAKERS_OUT,
)
makers_records = _duty(
    "1702-4",
    "Keep records of versions and notices (Colorado)",
    "Keep records of versions, changes and notices.",
    _MAKER,
    _DEVELOPER,
    Topic.DOCUMENTATION,
    Deadline(kind=When.RETENTION, text="At least three years after they are made."),
    "archive",
    unless=_MAKERS_OUT,
)
users_records = _duty(
    "1703",
    "Keep records of decisions (Colorado)",
    "Keep the records that show that you comply.",
    _USER,
    _DEPLOYER,
    Topic.DOCUMENTATION,
    Deadline(kind=When.RETENTION, text="At least three years after each decision."),
    "log of decisions with the version of the tool",
)
notice = _duty(
    "1704-1",
    "Tell people before the tool is used (Colorado)",
    "Tell people clearly that the tool is used and how to learn more. A prominent public notice or link near the "
    "interaction is enough.",
    _USER,
    _DEPLOYER,
    Topic.TRANSPARENCY,
    Deadline(kind=When.BEFORE_USE, text="Before it is used on them."),
    "notice, screenshots",
)
adverse_outcome = _duty(
    "1704-3",
    "Explain bad outcomes within 30 days (Colorado)",
    "After a denial, an ending or clearly worse terms, describe the decision and the tool's part in it, offer a "
    "simple way to ask for tool, version, maker and data, and explain people's rights.",
    _USER,
    _DEPLOYER,
    Topic.DECISIONS,
    Deadline(kind=When.ON_EVENT, text="Within 30 days of the decision."),
    "letters, delivery log",
    ("plain", "Describe the decision and the tool's part in plain words.", "6-1-1704(3)", When.ON_EVENT, "letter"),
    (
        "more",
        "Offer name, version, maker, and types and sources of data on request.",
        "6-1-1704(3)",
        When.ON_EVENT,
        "form",
    ),
    ("rights", "Explain correction and review.", "6-1-1704(3)", When.ON_EVENT, "letter"),
    (
        "credit",
        "Relief: a federal notice of adverse action that also says this is enough.",
        "6-1-1704(6)",
        When.ON_EVENT,
        "notice",
        StepKind.RELIEF,
        uses.includes("credit"),
    ),
    _FERPA_NOTICE,
)
withheld = _duty(
    "1704-5",
    "Say when something is held back as a secret (Colorado)",
    "If you hold information back as a trade secret or as protected, tell the person so.",
    _USER,
    _DEPLOYER,
    Topic.TRANSPARENCY,
    Deadline(kind=When.ON_EVENT, text="With the answer."),
    "notice of what is held back",
)
accessible = _duty(
    "1704-8",
    "Make notices accessible (Colorado)",
    "Make notices accessible to people with disabilities or little English.",
    "developer and deployer",
    _BOTH,
    Topic.TRANSPARENCY,
    Deadline(kind=When.CONTINUOUS, text="At all times."),
    "accessibility check, translations",
    unless=_ALL_OUT,
)
correction_and_review = _duty(
    "1705-1",
    "Correct data and let a person look again (Colorado)",
    "On request after a bad outcome explain how to get and correct data, and offer a meaningful review by a person, "
    "as far as commercially reasonable. Opinions, predictions and scores need no correction.",
    _USER,
    _DEPLOYER,
    Topic.DECISIONS,
    Deadline(kind=When.ON_REQUEST, text="On request; proposed rules say 10 days to acknowledge and 45 to finish."),
    "case log, trained reviewers who may decide otherwise",
    _FERPA_CORRECTION,
)
indemnity = _duty(
    "1707-7",
    "Agree no indemnity for your own discrimination (Colorado)",
    "Do not rely on clauses that shift liability for your own discriminatory use: they are void.",
    "developer and deployer",
    _BOTH,
    Topic.DECISIONS,
    Deadline(kind=When.CONTINUOUS, text="In every contract."),
    "contract review",
    unless=_ALL_OUT,
    note="A maker that gave its documentation may shift liability for a use it did not intend. The tool itself is no "
    "defence to a claim of discrimination (1707(9)).",
)
insurers = _duty(
    "1708-1b",
    "Explain bad outcomes as an insurer that does not comply elsewhere (Colorado)",
    "If you do not comply with C.R.S. 10-3-1104.9, give the notice after bad outcomes as others do.",
    "insurer",
    in_state("co")
    & USES_SYSTEM
    & us_organisation.includes("insurer")
    & uses.includes("insurance")
    & co_materially_influences,
    Topic.DECISIONS,
    Deadline(kind=When.ON_EVENT, text="Within 30 days of the decision."),
    "letters, analysis of 10-3-1104.9",
    unless=(),
    cite=reported(pinpoint="6-1-1708(1)(b)"),
)
patients = _duty(
    "1708-3c",
    "Tell patients in general that advanced technology is used (Colorado)",
    "Give patients a general notice that advanced technologies, such tools included, are used.",
    "care provider or plan in Colorado",
    in_state("co")
    & USES_SYSTEM
    & HEALTH_BODY
    & (uses.any_of("health", "insurance", "emergency") | us_decides_on.includes("patient_aid")),
    Topic.TRANSPARENCY,
    Deadline(kind=When.CONTINUOUS, text="From 2027."),
    "patient notice",
    unless=(),
)
assistance = _duty(
    "1708-3d",
    "Tell patients when a tool decides on financial assistance (Colorado)",
    "If the tool decides who gets financial assistance, say so in advance or within 30 days of a bad outcome.",
    "care provider or plan in Colorado",
    in_state("co") & USES_SYSTEM & HEALTH_BODY & us_decides_on.includes("patient_aid") & co_materially_influences,
    Topic.TRANSPARENCY,
    Deadline(kind=When.ON_EVENT, text="In advance, or within 30 calendar days of a bad outcome."),
    "disclosures",
    unless=(),
    cite=read(pinpoint="6-1-1708(3)(d)-(e)"),
)
