"""What the frontier statutes of California, New York, Illinois and Connecticut share: concepts, duties, check items.

Each statute is a `Statute` with its pinpoints, and a table of `Row`s; the wording they share stands here once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from types import MappingProxyType

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Dated,
    Deadline,
    Definition,
    Expr,
    Grade,
    Obligation,
    Param,
    Reading,
    Step,
    StepKind,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.eu.ai_act.steps import steps
from apps.rules.law.facts.model import (
    development,
    other_counted_compute,
    planned_compute,
    task_range,
    training_compute,
    training_course,
)
from apps.rules.law.facts.modification import (
    base_compute_known,
    base_training_compute,
    earlier_modification_compute,
    modification_compute,
)
from apps.rules.law.facts.us_frontier import us_incident_kinds
from apps.rules.law.facts.us_market import us_release, us_release_on
from apps.rules.law.facts.us_organisation import us_group_revenue_usd, us_organisation
from apps.rules.law.us.common import IN_THE_COUNTRY, in_state

_ca = partial(Cite, instrument="US-CA-TFAIA", grade=Grade.P)
_ny = partial(Cite, instrument="US-NY-RAISE", grade=Grade.P)
_il = partial(Cite, instrument="US-IL-AISMA", grade=Grade.P)

FIRST_KNOWN = date(2025, 9, 29)

FRONTIER_COMPUTE = Param(
    id="us-frontier-compute",
    title="frontier model in California, Connecticut, Illinois and New York",
    unit="FLOP",
    history=(Dated(since=FIRST_KNOWN, value=1e26, cite=_ca(pinpoint="22757.11(i)(1)")),),
)
LARGE_REVENUE = Param(
    id="us-large-frontier-revenue",
    title="large frontier developer in California, Connecticut, Illinois and New York",
    unit="USD",
    history=(Dated(since=FIRST_KNOWN, value=500_000_000, cite=_ca(pinpoint="22757.11(j)")),),
)

_broad = task_range.is_("many") | contested(
    key="us-foundation-model-few-tasks",
    why="A foundation model is trained on broad data, made for general output and fit for a wide range of tasks. "
    "Whether a family of related tasks is enough is not said.",
    a=Reading("a family of related tasks is enough", task_range.is_("few")),
    b=Reading("only a wide range of different tasks is", NEVER),
    cites=(_ca(pinpoint="22757.11(f)"), _ny(pinpoint="1420"), _il(pinpoint="s. 5")),
)

# A new version counts with the run it started from; the figure for that run holds other things, too.
_lineage = training_course.includes("earlier_version") & contested(
    key="us-starting-weights",
    why="The original run and all later work of the developer count. Compute that is reported as counting towards "
    "systemic risk alone may be that of the starting weights, which counts, or of making data, which no act names.",
    a=Reading("all of it counts", training_compute + other_counted_compute > FRONTIER_COMPUTE),
    b=Reading("only training of the parameters counts", NEVER),
    cites=(_ca(pinpoint="22757.11(i)"), _ny(pinpoint="1420(9)"), _il(pinpoint="s. 5")),
)
_planned = training_course.includes("more_planned") & (planned_compute > FRONTIER_COMPUTE)
_spent = (training_compute > FRONTIER_COMPUTE) | _planned | _lineage
_trained_for_another = contested(
    key="us-trained-for-another",
    why="The acts speak of the person who trained the model or began to. Whether that is also whoever had it trained, "
    "or took part under somebody else's lead, is not said.",
    a=Reading(
        "whoever has it trained, or takes part, is a developer", development.is_("commissioned", "consortium_member")
    ),
    b=Reading("only whoever runs the training is", NEVER),
    cites=(_ca(pinpoint="22757.11(h)"), _ny(pinpoint="1420(10)"), _il(pinpoint="s. 5")),
)
_own_changes = modification_compute + earlier_modification_compute
# Planned work of one's own: the whole that is planned, less what somebody else spent.
_own_plans = training_course.includes("more_planned") & (
    planned_compute + base_training_compute * -1 > FRONTIER_COMPUTE
)
_inherited = contested(
    key="us-inherited-compute",
    why="Compute counts with the work a developer applies to a preceding model. Whether the compute somebody else "
    "spent on that model is inherited is not settled; the stated aim is developers at the frontier.",
    a=Reading(
        "the original's compute counts, too",
        (_own_changes + base_training_compute > FRONTIER_COMPUTE) | ~base_compute_known | _planned,
    ),
    b=Reading("only the developer's own compute counts", NEVER),
    cites=(_ca(pinpoint="22757.11(h)-(i), .14(a)(2)"), _ny(pinpoint="1420(8)-(9)"), _il(pinpoint="s. 5")),
)

# A broad model, trained by the developer with more than 10^26 operations, planned ones included.
AT_THE_FRONTIER: Expr = _broad & (
    ((development.is_("own", "for_client", "consortium_lead") | _trained_for_another) & _spent)
    | (development.is_("changed") & ((_own_changes > FRONTIER_COMPUTE) | _own_plans | _inherited))
)

# California and Illinois name no link to the state; somebody at work elsewhere in the country may be meant, too.
_reach_without_link = contested(
    key="us-frontier-reach",
    why="The acts of California and Illinois name no link to the state. Whether they reach a developer in the United "
    "States who does nothing there is not settled.",
    a=Reading("any developer in the United States is meant", ALWAYS),
    b=Reading("a link to the state is needed", NEVER),
    cites=(_ca(pinpoint="22757.11"), _il(pinpoint="s. 5")),
)


@dataclass(frozen=True, kw_only=True)
class Statute:
    """A frontier statute: its state, names, days and the pinpoints of its definitions.

    `names_link` says whether the act itself asks for a link to the state. `deploys`: who outside must be able to get a
    model for it to count as deployed.
    """

    code: str
    place: str
    instrument: str
    known_from: date
    applies_from: date
    developer_at: str
    large_at: str
    incident_at: str
    penalty: str
    names_link: bool = True
    deploys: Expr = field(default_factory=lambda: us_release.is_("offered", "researchers"))
    unless: tuple[CarveOut, ...] = ()

    def cite(self, pinpoint: str) -> Cite:
        """A place in the act, read in its text."""
        return Cite(instrument=self.instrument, pinpoint=pinpoint, grade=Grade.P)

    @property
    def within_reach(self) -> Expr:
        """A link to the state; contested without one where the act names none."""
        link = in_state(self.code)
        return link if self.names_link else link | (IN_THE_COUNTRY & _reach_without_link)


def developer(statute: Statute) -> Definition:
    """Frontier developer under the statute."""
    return Definition(
        id=f"{statute.code}_frontier_developer",
        title=f"Frontier developer ({statute.place})",
        statement=f"you are a frontier developer under {statute.place}'s act",
        denial=f"you are no frontier developer under {statute.place}'s act",
        summary="Trained, began or means to train a broad model with more than 10^26 operations of its own, later "
        "fine-tuning and reinforcement learning included. Exactly 10^26 is outside. Licence and price play no part.",
        versions=(
            Version(
                since=statute.known_from,
                when=statute.within_reach & AT_THE_FRONTIER,
                cites=(statute.cite(statute.developer_at),),
                unless=statute.unless,
            ),
        ),
    )


def large_developer(statute: Statute, frontier: Definition) -> Definition:
    """Large frontier developer under the statute."""
    return Definition(
        id=f"{statute.code}_large_frontier_developer",
        title=f"Large frontier developer ({statute.place})",
        statement=f"you are a large frontier developer under {statute.place}'s act",
        denial=f"you are no large frontier developer under {statute.place}'s act",
        summary="A frontier developer whose group had gross revenue above 500 million dollars in the last calendar "
        "year, from everything it does. Exactly 500 million is outside.",
        versions=(
            Version(
                since=statute.known_from,
                when=frontier & (us_group_revenue_usd > LARGE_REVENUE),
                cites=(statute.cite(statute.large_at),),
            ),
        ),
    )


def incident(statute: Statute, *, also: tuple[str, ...] = (), suffix: str = "", title: str = "") -> Definition:
    """Critical safety incident under the statute; `also` names further kinds that count."""
    kinds = ("theft_injury", "catastrophe", "control_lost_injury", "deception", *also)
    act = f"{statute.place}'s act" + (" for employees" if also else "")
    return Definition(
        id=f"{statute.code}_critical_safety_incident{suffix}",
        title=title or f"Critical safety incident ({statute.place})",
        statement=f"what happened is a critical safety incident under {act}",
        denial=f"nothing that happened is a critical safety incident under {act}",
        summary="Weights got at without permission with death or injury; harm from a catastrophic risk; loss of "
        "control with death or injury; deception of the developer outside a test made for it. Lost share value is no "
        "damage.",
        versions=(
            Version(
                since=statute.known_from,
                when=us_incident_kinds.any_of(*kinds),
                cites=(statute.cite(statute.incident_at),),
            ),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Row:
    """One duty of a statute: which shared wording, where it stands, and what differs."""

    id: str
    kind: str
    at: str
    large: bool = False
    since: date | None = None
    deadline: Deadline | None = None
    must: str = ""
    evidence: str = ""
    penalty: str = ""
    note: str = ""
    only: Expr | None = None
    title: str = ""
    items_at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """What the statutes say alike about a kind of duty."""

    title: str
    must: str
    topic: Topic
    deadline: Deadline
    evidence: str
    items: tuple[tuple[str, str], ...] = ()


FRAMEWORK_TOPICS = (
    ("standards", "Say how national, international and industry standards enter the framework."),
    ("thresholds", "Define at which abilities a catastrophic risk begins, and how that is assessed."),
    ("mitigations", "Describe what is done against the risks once a threshold is met."),
    ("review", "Have assessments and measures reviewed before a release or extensive internal use."),
    ("third-parties", "Describe how third parties assess risks and measures."),
    ("updates", "Say when the framework is updated, and which change of a model is substantial."),
    ("weights", "Describe how unreleased weights are secured against theft and change."),
    ("incidents", "Describe how critical safety incidents are found and answered."),
    ("governance", "Describe who inside sees that all this is done."),
    ("internal-use", "Assess the risk of internal use, a model getting round its oversight included."),
)
REPORT_ITEMS = (
    ("website", "Give the developer's website."),
    ("contact", "Give a way for people to get in touch."),
    ("date", "Give the release date."),
    ("languages", "Name the languages it supports."),
    ("modalities", "Name the kinds of output."),
    ("uses", "Name the intended uses."),
    ("limits", "Name general restrictions or conditions of use."),
)
SUMMARY_ITEMS = (
    ("risks", "Sum up the assessments of catastrophic risk."),
    ("results", "Sum up their results."),
    ("evaluators", "Say how far third parties were involved."),
    ("steps", "Sum up what else the framework led to."),
)

_ALWAYS = Deadline(kind=When.CONTINUOUS, text="At all times.")

WORDINGS: Mapping[str, Wording] = {
    "framework": Wording(
        "Publish and follow a frontier AI framework",
        "Write, carry out, comply with and prominently publish a framework on catastrophic risk, on ten topics.",
        Topic.SAFETY,
        Deadline(kind=When.CONTINUOUS, text="Published and followed without a break."),
        "address of the published framework, internal records of compliance",
        FRAMEWORK_TOPICS,
    ),
    "review": Wording(
        "Review the framework every year",
        "Review the framework at least once a year and update it as needed.",
        Topic.SAFETY,
        Deadline(kind=When.RECURRING, text="At least once a year."),
        "dated minutes of the review",
    ),
    "changes": Wording(
        "Publish material changes of the framework",
        "After a material change publish the new framework with the reasons for the change.",
        Topic.SAFETY,
        Deadline(kind=When.ON_EVENT, text="Within 30 days of the change."),
        "new version with its reasons",
    ),
    "report": Wording(
        "Publish a transparency report with each release",
        "Before or with a new or substantially changed frontier model, publish a report with seven items. A system or "
        "model card that has them is enough.",
        Topic.TRANSPARENCY,
        Deadline(kind=When.AT_PLACING, text="Before or together with each release."),
        "report or model card",
        REPORT_ITEMS,
    ),
    "summaries": Wording(
        "Add four summaries on catastrophic risk to the report",
        "Add to the transparency report what your framework led to for this model, in four summaries.",
        Topic.TRANSPARENCY,
        Deadline(kind=When.AT_PLACING, text="Before or together with each release."),
        "report or model card",
        SUMMARY_ITEMS,
    ),
    "internal": Wording(
        "Send summaries on risks of internal use",
        "Send a summary of your assessments of catastrophic risk from using your frontier models internally.",
        Topic.SAFETY,
        Deadline(kind=When.RECURRING, text="Every three months, or on another schedule."),
        "record of what was sent, and when",
    ),
    "statements": Wording(
        "Say nothing materially false about catastrophic risk",
        "Make no materially false or misleading statement about catastrophic risk from your models or how you manage "
        "it. What is said in good faith and on reasonable grounds is excepted.",
        Topic.SAFETY,
        _ALWAYS,
        "file on the review of statements",
    ),
    "redaction": Wording(
        "Redact only for good reason, and keep the original",
        "If you black out parts of a published document, do so only for trade secrets, cybersecurity, public safety, "
        "national security or legal reasons; say what is missing and why, and keep the whole text.",
        Topic.DOCUMENTATION,
        Deadline(kind=When.RETENTION, text="Keep the unredacted text for five years."),
        "redaction log, archive",
    ),
    "incident": Wording(
        "Report critical safety incidents",
        "Report each critical safety incident of your frontier models, with its date, why it counts as one, a plain "
        "account, and whether it came from internal use.",
        Topic.INCIDENTS,
        Deadline(kind=When.ON_EVENT, text="In time."),
        "copy of the report",
    ),
    "imminent": Wording(
        "Warn an authority of imminent danger to life",
        "If an incident brings an imminent risk of death or serious injury, tell an authority that can act, such as "
        "the police or a public-safety body.",
        Topic.INCIDENTS,
        Deadline(kind=When.ON_EVENT, text="Within 24 hours."),
        "call log, notice",
    ),
    "amendment": Wording(
        "Amend an incident report if you like",
        "If you learn more after a report, you may amend it. Reports on models below the line are welcome, not due.",
        Topic.INCIDENTS,
        Deadline(kind=When.ON_EVENT, text="When you learn more; a choice, no duty."),
        "amended report",
    ),
    "no_gag": Wording(
        "Neither silence nor punish employees who report risks",
        "Make no rule or contract that keeps employees who deal with critical risks from reporting to authorities, "
        "superiors or colleagues in charge, and do not retaliate.",
        Topic.WHISTLEBLOWING,
        _ALWAYS,
        "review of contracts and policies",
    ),
    "rights": Wording(
        "Tell employees of their right to report",
        "If you have employees who deal with critical risks, tell them of their rights: posted at work, to new and "
        "remote staff, or in writing each year with a receipt.",
        Topic.WHISTLEBLOWING,
        Deadline(kind=When.RECURRING, text="Posted at all times, or in writing once a year."),
        "notices, receipts",
    ),
    "channel": Wording(
        "Run an anonymous channel for reports",
        "Run an internal channel for anonymous reports, keep the reporter up to date, and inform officers and "
        "directors, save those accused.",
        Topic.WHISTLEBLOWING,
        Deadline(kind=When.RECURRING, text="To the reporter every month, to officers and directors every quarter."),
        "log of the channel",
    ),
    "disclosure": Wording(
        "File a disclosure statement and pay the assessment",
        "Before you develop, deploy or operate a frontier model in the state, file a statement on who you are and who "
        "owns you, and pay your share of the costs.",
        Topic.REGISTRATION,
        Deadline(kind=When.RECURRING, text="Before, then renewed."),
        "filed statement, receipt",
        (
            ("identity", "Name the firm, every trade name and its addresses."),
            ("owners", "Name owners of 5 % or more, now and in the last five years; if listed, of 50 % or more."),
            ("contacts", "Name three contacts."),
        ),
    ),
}


def duties(
    statute: Statute,
    frontier: Definition,
    large: Definition,
    rows: tuple[Row, ...],
    further: Mapping[str, tuple[Step, ...]] = MappingProxyType({}),
) -> tuple[Obligation, ...]:
    """The statute's duties, in the order of its table; `further` are check items of its own, by duty."""
    return tuple(_duty(statute, large if row.large else frontier, row, further.get(row.id, ())) for row in rows)


def _duty(statute: Statute, role: Definition, row: Row, further: tuple[Step, ...]) -> Obligation:
    words = WORDINGS[row.kind]
    when = role if row.only is None else role & row.only
    return Obligation(
        id=row.id,
        title=f"{row.title or words.title} ({statute.place})",
        must=row.must or words.must,
        who="large frontier developer" if row.large else "frontier developer",
        topic=words.topic,
        versions=(Version(since=row.since or statute.applies_from, when=when, cites=(statute.cite(row.at),)),),
        deadline=row.deadline or words.deadline,
        evidence=row.evidence or words.evidence,
        penalty_note=row.penalty or statute.penalty,
        steps=(*_items(statute, row, words), *further),
        note=row.note,
    )


def _items(statute: Statute, row: Row, words: Wording) -> tuple[Step, ...]:
    when = (row.deadline or words.deadline).kind
    evidence = row.evidence or words.evidence
    places = row.items_at or (row.at,) * len(words.items)
    found = ((slug, text, at, when, evidence) for (slug, text), at in zip(words.items, places, strict=True))
    return steps(row.id, *found, cite=_citing(statute))


def _citing(statute: Statute) -> Callable[..., Cite]:
    return partial(Cite, instrument=statute.instrument, grade=Grade.P)


def report_this(statute: Statute, row_id: str, at: str, happened: Definition, evidence: str) -> tuple[Step, ...]:
    """The item that says that what has happened is to be reported; hidden where nothing reportable has."""
    item = ("this", "Report what has happened: it counts.", at, When.ON_EVENT, evidence, StepKind.DUTY, happened)
    return steps(row_id, item, cite=_citing(statute))


def relief(statute: Statute, row_id: str, slug: str, text: str, at: str, evidence: str) -> tuple[Step, ...]:
    """An item that says when the duty gives way."""
    return steps(row_id, (slug, text, at, When.ON_EVENT, evidence, StepKind.RELIEF), cite=_citing(statute))


def governments_out(statute_id: str, code: str, place: str, pinpoint: str) -> CarveOut:
    """Where a person is an individual, a firm or another nongovernmental organisation."""
    return CarveOut(
        id=f"{code}-frontier-governments",
        title=f"Public bodies ({place}'s frontier act)",
        when=us_organisation.any_of("government", "federal"),
        cites=(Cite(instrument=statute_id, pinpoint=pinpoint, grade=Grade.P),),
        removes="the whole act: a person is an individual, a firm or another nongovernmental organisation",
        keeps="everything for firms that train or run models for public bodies",
    )


def released(statute: Statute) -> Expr:
    """The latest version became available to others on or after the statute's first day."""
    return statute.deploys & (us_release_on >= statute.applies_from)
