"""State privacy acts on profiling for significant decisions: one rule over a table of states.

California has its own rules (california/ccpa_admt.py). What was not read in the text carries its grade.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Instrument,
    Obligation,
    Openness,
    Reading,
    Relief,
    State,
    Status,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.us_decisions import us_output_weight
from apps.rules.law.facts.us_organisation import us_organisation, us_revenue_usd
from apps.rules.law.facts.us_privacy import us_consumers, us_data_dealings
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import education_tasks
from apps.rules.law.us.common import USES_SYSTEM, in_state

OPENNESS = Openness(Relief.NONE, "Looks at what is done with people's data, never at the licence of the model.")

# Decisions with legal or similarly significant effects on consumers; workers and business contacts are left out.
_SIGNIFICANT: Expr = uses.any_of("credit", "housing", "insurance", "health", "public_benefits", "justice") | (
    uses.includes("education") & education_tasks.any_of("admission", "assigns_places", "grades_final", "sets_level")
)
_IN_FURTHERANCE: Expr = us_output_weight.is_("alone", "overrules", "heaviest", "one_factor")
_SOLELY: Expr = us_output_weight.is_("alone")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A state's act: since when, whom it reaches, and whether profiling must be solely automated.

    `solely` None: the wording was not verified, so a decision that a person also looks at is contested.
    """

    code: str
    place: str
    since: date
    grade: Grade
    act: str
    solely: bool | None = False
    reach: Expr = field(default_factory=lambda: (us_consumers >= 100_000) | us_data_dealings.includes("sells"))
    published_on: date | None = None
    instrument: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """The id of the act's instrument."""
        return self.instrument or f"US-{self.code.upper()}-PRIVACY"

    @property
    def cite(self) -> Cite:
        """The right to opt out of profiling."""
        return Cite(instrument=self.id, pinpoint=f"{self.act}, profiling", grade=self.grade)


_NOTE = "Threshold and grade as recalled: usually 100,000 residents, or fewer with income from selling data."

ROWS = (
    Row(code="co", place="Colorado", since=date(2023, 7, 1), grade=Grade.P, act="Colorado Privacy Act"),
    Row(code="nj", place="New Jersey", since=date(2025, 1, 15), grade=Grade.P, act="New Jersey Data Privacy Act"),
    Row(
        code="mn", place="Minnesota", since=date(2025, 7, 31), grade=Grade.M, act="Minnesota Consumer Data Privacy Act"
    ),
    Row(code="va", place="Virginia", since=date(2023, 1, 1), grade=Grade.S, act="Va. Code 59.1-577(A)(5)"),
    Row(
        code="tx",
        place="Texas",
        since=date(2024, 7, 1),
        grade=Grade.M,
        act="Texas Data Privacy and Security Act",
        reach=ALWAYS,
        note="No threshold of residents; small businesses as federal law defines them are outside.",
    ),
    Row(code="or", place="Oregon", since=date(2024, 7, 1), grade=Grade.M, act="Oregon Consumer Privacy Act"),
    Row(
        code="tn", place="Tennessee", since=date(2025, 7, 1), grade=Grade.M, act="Tennessee Information Protection Act"
    ),
    Row(code="in", place="Indiana", since=date(2026, 1, 1), grade=Grade.M, act="Indiana Consumer Data Protection Act"),
    Row(
        code="ky", place="Kentucky", since=date(2026, 1, 1), grade=Grade.M, act="Kentucky Consumer Data Protection Act"
    ),
    Row(code="nh", place="New Hampshire", since=date(2025, 1, 1), grade=Grade.S, act="RSA 507-H", solely=True),
    Row(
        code="de",
        place="Delaware",
        since=date(2025, 1, 1),
        grade=Grade.M,
        act="Delaware Personal Data Privacy Act",
        solely=None,
    ),
    Row(
        code="mt",
        place="Montana",
        since=date(2024, 10, 1),
        grade=Grade.M,
        act="Montana Consumer Data Privacy Act",
        solely=None,
    ),
    Row(
        code="ne",
        place="Nebraska",
        since=date(2025, 1, 1),
        grade=Grade.M,
        act="Nebraska Data Privacy Act",
        solely=None,
        reach=ALWAYS,
    ),
    Row(
        code="md",
        place="Maryland",
        since=date(2025, 10, 1),
        grade=Grade.M,
        act="Maryland Online Data Privacy Act",
        solely=None,
    ),
    Row(
        code="ri",
        place="Rhode Island",
        since=date(2026, 1, 1),
        grade=Grade.M,
        act="Rhode Island Data Transparency and Privacy Protection Act",
        solely=None,
    ),
    Row(
        code="fl",
        place="Florida",
        since=date(2024, 7, 1),
        grade=Grade.M,
        act="Florida Digital Bill of Rights",
        reach=us_revenue_usd > 1_000_000_000,
        note="Reaches only firms with more than a billion dollars of revenue.",
    ),
    Row(
        code="ok",
        place="Oklahoma",
        since=date(2027, 1, 1),
        grade=Grade.S,
        act="SB 546",
        reach=(us_consumers >= 100_000) | us_data_dealings.includes("half_revenue"),
        published_on=date(2026, 5, 1),
    ),
)


def _instrument(row: Row) -> Instrument:
    published = row.published_on or row.since
    return Instrument(
        id=row.id,
        title=row.act,
        short=f"{row.place} privacy act",
        jurisdiction=f"US-{row.code.upper()}",
        force=Force.STATUTE,
        enforcer="Attorney General; no private action",
        summary=f"Privacy act of {row.place}. For AI: people may opt out of profiling for decisions with legal or "
        "similarly significant effects, and risky profiling is assessed. Workers and business contacts are outside. "
        f"{row.note or _NOTE}",
        published_on=published,
        openness=OPENNESS,
        status=(Status(on=row.since, state=State.IN_FORCE, note="applies", cite=row.cite, published_on=published),),
        sources=(row.cite,),
    )


def _profiling(row: Row) -> Expr:
    """How far the result must decide for the act's profiling rules."""
    if row.solely is None:
        return _SOLELY | (_IN_FURTHERANCE & WORDING_NOT_VERIFIED)
    return _SOLELY if row.solely else _IN_FURTHERANCE


WORDING_NOT_VERIFIED = contested(
    key="us-privacy-solely",
    why="For some states it was not verified whether the right covers profiling in general or only decisions taken "
    "solely "
    "by machine.",
    a=Reading("decisions that a person also looks at are covered", ALWAYS),
    b=Reading("only solely automated decisions are", NEVER),
    cites=(Cite(instrument="US-DE-PRIVACY", pinpoint="profiling", grade=Grade.M),),
)


def _controller(row: Row) -> Definition:
    return Definition(
        id=f"{row.code}_profiling_controller",
        title=f"Profiling for significant decisions ({row.place})",
        statement=f"you profile consumers for significant decisions under {row.place}'s privacy act",
        denial=f"you do not profile consumers for significant decisions under {row.place}'s privacy act",
        summary="Handles data of enough residents, and evaluates or predicts personal aspects by machine in "
        "furtherance of "
        "decisions on loans, homes, insurance, education, health care or public services. Public bodies are outside.",
        versions=(
            Version(
                since=row.published_on or row.since,
                when=in_state(row.code)
                & USES_SYSTEM
                & _SIGNIFICANT
                & _profiling(row)
                & ~personal_data.is_empty()
                & ~us_organisation.any_of("government", "federal")
                & row.reach,
                cites=(row.cite,),
            ),
        ),
    )


@dataclass(frozen=True)
class _Kind:
    number: int
    title: str
    must: str
    topic: Topic
    deadline: Deadline
    evidence: str


_KINDS = (
    _Kind(
        1,
        "Let people opt out of profiling",
        "Let consumers opt out of profiling in furtherance of decisions with legal or similarly significant effects.",
        Topic.DECISIONS,
        Deadline(kind=When.ON_REQUEST, text="Usually within 45 days of the request."),
        "opt-out form, request log",
    ),
    _Kind(
        2,
        "Say in the privacy notice that you profile",
        "Tell consumers in the privacy notice about such profiling and how to opt out.",
        Topic.TRANSPARENCY,
        Deadline(kind=When.CONTINUOUS, text="At all times."),
        "privacy notice",
    ),
    _Kind(
        3,
        "Assess risky profiling",
        "Weigh risks and benefits of such profiling in a data-protection assessment.",
        Topic.SAFETY,
        Deadline(kind=When.BEFORE_USE, text="Before it begins, then when it changes."),
        "data-protection assessment",
    ),
)


def _duty(row: Row, controller: Definition, kind: _Kind) -> Obligation:
    return Obligation(
        id=f"PRIV-{row.code.upper()}-{kind.number}",
        title=f"{kind.title} ({row.place})",
        must=kind.must,
        who="controller that profiles consumers",
        topic=kind.topic,
        versions=(Version(since=row.since, when=in_state(row.code) & controller, cites=(row.cite,)),),
        deadline=kind.deadline,
        evidence=kind.evidence,
        penalty_note="Attorney General only, typically up to $7,500 per violation (not verified).",
        note=row.note,
    )


PRIVACY_ACTS = tuple(_instrument(row) for row in ROWS)
PROFILING = tuple(_controller(row) for row in ROWS)
PROFILING_DUTIES = tuple(
    _duty(row, controller, kind) for row, controller in zip(ROWS, PROFILING, strict=True) for kind in _KINDS
)


def _without(code: str, place: str, since: date, published_on: date, summary: str) -> Instrument:
    cite = Cite(instrument=f"US-{code}-PRIVACY", pinpoint="rights of consumers", grade=Grade.S)
    return Instrument(
        id=f"US-{code}-PRIVACY",
        title=f"Privacy act of {place}",
        short=f"{place} privacy act",
        jurisdiction=f"US-{code}",
        force=Force.STATUTE,
        summary=summary,
        published_on=published_on,
        openness=OPENNESS,
        status=(Status(on=since, state=State.IN_FORCE, note="applies", cite=cite, published_on=published_on),),
        sources=(cite,),
    )


ALABAMA = _without(
    "AL",
    "Alabama",
    date(2027, 5, 1),
    date(2026, 4, 17),
    "HB 351, from 1 May 2027: opt-out of targeted advertising and sales; no right about profiling was found in "
    "summaries.",
)
IOWA = _without(
    "IA", "Iowa", date(2025, 1, 1), date(2023, 3, 28), "No right to opt out of profiling, as recalled; not verified."
)
UTAH = _without(
    "UT", "Utah", date(2023, 12, 31), date(2022, 3, 24), "No right to opt out of profiling, as recalled; not verified."
)
