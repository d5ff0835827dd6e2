"""State privacy acts on profiling for significant decisions: one rule over a table of states.

California has its own rules (california/ccpa_admt.py). What was not read in the text carries its grade.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
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
from apps.rules.law.facts.decisions import result_reviewer, result_weight
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.us_decisions import us_decides_on
from apps.rules.law.facts.us_organisation import us_organisation, us_revenue_usd
from apps.rules.law.facts.us_privacy import us_consumers, us_data_dealings, us_data_exempt
from apps.rules.law.facts.use import uses
from apps.rules.law.facts.use_tasks import education_tasks
from apps.rules.law.us.common import USES_SYSTEM, does, in_state

OPENNESS = Openness(Relief.NONE, "Looks at what is done with people's data, never at the licence of the model.")

# Decisions with legal or similarly significant effects on consumers; workers and business contacts are left out.
SIGNIFICANT: Expr = (
    uses.any_of("credit", "housing", "insurance", "health", "public_benefits", "justice", "policing")
    | (uses.includes("education") & education_tasks.any_of("admission", "assigns_places", "grades_final", "sets_level"))
    | us_decides_on.any_of("accounts", "other_finance", "home_purchase", "public_service", "suspends_students")
)
IN_FURTHERANCE: Expr = result_weight.is_("alone", "overrules", "heaviest", "one_factor")
# Nobody looks, or whoever looks neither understands, nor studies, nor may change the result.
SOLELY: Expr = result_weight.is_("alone") | (IN_FURTHERANCE & result_reviewer.is_empty())


def _reach(residents: int, with_sales: int) -> Expr:
    """Data of so many residents, or of fewer with income from selling data: its share is not asked."""
    return (us_consumers >= residents) | (
        (us_consumers >= with_sales) & does("data_trade") & us_data_dealings.includes("sells")
    )


_USUAL = "Threshold as recalled: 100,000 residents, or 25,000 with income from selling data."
_LOWER = "Threshold as recalled: 35,000 residents, or 10,000 with income from selling data."
_CHECK = f"One source says that profiling is handled mainly through assessments: check the text. {_USUAL}"


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
    published_on: date
    solely: bool | None = False
    reach: Expr = field(default_factory=lambda: _reach(100_000, 25_000))
    note: str = _USUAL
    also: str = ""

    @property
    def id(self) -> str:
        """The id of the act's instrument."""
        return f"US-{self.code.upper()}-PRIVACY"

    @property
    def cite(self) -> Cite:
        """The right to opt out of profiling."""
        return Cite(instrument=self.id, pinpoint=f"{self.act}, profiling", grade=self.grade)

    @property
    def threshold(self) -> Cite:
        """Whom the act reaches; recalled for every state."""
        return Cite(instrument=self.id, pinpoint=f"{self.act}, scope", grade=Grade.M)


ROWS = (
    Row(
        code="co",
        place="Colorado",
        since=date(2023, 7, 1),
        published_on=date(2021, 7, 7),
        grade=Grade.P,
        act="Colorado Privacy Act",
        note=f"Universal opt-out signals cover adverts and sales. {_USUAL}",
    ),
    Row(
        code="nj",
        place="New Jersey",
        since=date(2025, 1, 15),
        published_on=date(2024, 1, 16),
        grade=Grade.P,
        act="New Jersey Data Privacy Act",
        note=f"The right to cure within 30 days ended about mid-2026. {_USUAL}",
    ),
    Row(
        code="mn",
        place="Minnesota",
        since=date(2025, 7, 31),
        published_on=date(2024, 5, 24),
        grade=Grade.M,
        act="Minnesota Consumer Data Privacy Act",
        also="They may also question the result, learn its reason and have it looked at again.",
    ),
    Row(
        code="va",
        place="Virginia",
        since=date(2023, 1, 1),
        published_on=date(2021, 3, 2),
        grade=Grade.S,
        act="Va. Code 59.1-577(A)(5)",
        note=f"Templates that print solely automated decisions for Virginia are wrong. {_USUAL}",
    ),
    Row(
        code="tx",
        place="Texas",
        since=date(2024, 7, 1),
        published_on=date(2023, 6, 18),
        grade=Grade.M,
        act="Texas Data Privacy and Security Act",
        reach=ALWAYS,
        note="No threshold of residents; small businesses as federal law defines them are outside.",
    ),
    Row(
        code="or",
        place="Oregon",
        since=date(2024, 7, 1),
        published_on=date(2023, 7, 18),
        grade=Grade.M,
        act="Oregon Consumer Privacy Act",
    ),
    Row(
        code="tn",
        place="Tennessee",
        since=date(2025, 7, 1),
        published_on=date(2023, 5, 11),
        grade=Grade.M,
        act="Tennessee Information Protection Act",
    ),
    Row(
        code="in",
        place="Indiana",
        since=date(2026, 1, 1),
        published_on=date(2023, 5, 1),
        grade=Grade.M,
        act="Indiana Consumer Data Protection Act",
        note=_CHECK,
    ),
    Row(
        code="ky",
        place="Kentucky",
        since=date(2026, 1, 1),
        published_on=date(2024, 4, 4),
        grade=Grade.M,
        act="Kentucky Consumer Data Protection Act",
        note=_CHECK,
    ),
    Row(
        code="nh",
        place="New Hampshire",
        since=date(2025, 1, 1),
        published_on=date(2024, 3, 6),
        grade=Grade.S,
        act="RSA 507-H",
        solely=True,
        reach=_reach(35_000, 10_000),
        note=_LOWER,
    ),
    Row(
        code="de",
        place="Delaware",
        since=date(2025, 1, 1),
        published_on=date(2023, 9, 11),
        grade=Grade.M,
        act="Delaware Personal Data Privacy Act",
        solely=None,
        reach=_reach(35_000, 10_000),
        note=_LOWER,
    ),
    Row(
        code="mt",
        place="Montana",
        since=date(2024, 10, 1),
        published_on=date(2023, 5, 19),
        grade=Grade.M,
        act="Montana Consumer Data Privacy Act",
        solely=None,
        reach=_reach(25_000, 15_000),
        note="Threshold as recalled: 25,000 residents, or 15,000 with income from selling data.",
    ),
    Row(
        code="ne",
        place="Nebraska",
        since=date(2025, 1, 1),
        published_on=date(2024, 4, 17),
        grade=Grade.M,
        act="Nebraska Data Privacy Act",
        solely=None,
        reach=ALWAYS,
        note="As recalled: no threshold of residents; small businesses as federal law defines them are outside.",
    ),
    Row(
        code="md",
        place="Maryland",
        since=date(2025, 10, 1),
        published_on=date(2024, 5, 9),
        grade=Grade.M,
        act="Maryland Online Data Privacy Act",
        solely=None,
        reach=_reach(35_000, 10_000),
        note=_LOWER,
    ),
    Row(
        code="ri",
        place="Rhode Island",
        since=date(2026, 1, 1),
        published_on=date(2024, 6, 28),
        grade=Grade.M,
        act="Rhode Island Data Transparency and Privacy Protection Act",
        solely=None,
        reach=_reach(35_000, 10_000),
        note=_LOWER,
    ),
    Row(
        code="fl",
        place="Florida",
        since=date(2024, 7, 1),
        published_on=date(2023, 6, 6),
        grade=Grade.M,
        act="Florida Digital Bill of Rights",
        reach=us_revenue_usd > 1_000_000_000,
        note="Reaches only firms with more than a billion dollars of revenue.",
    ),
    Row(
        code="ok",
        place="Oklahoma",
        since=date(2027, 1, 1),
        published_on=date(2026, 5, 1),
        grade=Grade.S,
        act="SB 546",
        reach=(us_consumers >= 100_000)
        | ((us_consumers >= 25_000) & does("data_trade") & us_data_dealings.includes("half_revenue")),
        note="100,000 residents, or 25,000 with more than half of the revenue from selling data. The day of adoption "
        "is recalled.",
    ),
)
# Data under federal financial, health or credit-report law; such firms are still reached for other data.
FEDERAL_DATA = CarveOut(
    id="us-privacy-federal-data",
    title="Data under federal financial, health or credit-report law",
    when=us_data_exempt.is_("all"),
    cites=(
        Cite(instrument="US-CO-PRIVACY", pinpoint="exemptions", grade=Grade.M),
        Cite(instrument="US-NJ-PRIVACY", pinpoint="exemptions", grade=Grade.M),
    ),
    removes="the opt-out from profiling and what goes with it, for such data",
    keeps="reasons, notices and corrections that federal law on credit and health asks for, and the act for other data",
    note="Recalled, not verified for each state.",
)


def _instrument(row: Row) -> Instrument:
    return Instrument(
        id=row.id,
        title=row.act,
        short=f"{row.place} privacy act",
        jurisdiction=f"US-{row.code.upper()}",
        force=Force.STATUTE,
        enforcer="Attorney General; no private action",
        summary=f"Privacy act of {row.place}. For AI: people may opt out of profiling for decisions with legal or "
        "similarly significant effects, and risky profiling is assessed. Workers and business contacts are outside. "
        f"{row.note}",
        published_on=row.published_on,
        openness=OPENNESS,
        status=(
            Status(on=row.since, state=State.IN_FORCE, note="applies", cite=row.cite, published_on=row.published_on),
        ),
        sources=(row.cite,),
    )


def _profiling(row: Row) -> Expr:
    """How far the result must decide for the act's profiling rules."""
    if row.solely is None:
        return SOLELY | (IN_FURTHERANCE & WORDING_NOT_VERIFIED)
    return SOLELY if row.solely else IN_FURTHERANCE


WORDING_NOT_VERIFIED = contested(
    key="us-privacy-solely",
    why="For some states it was not verified whether the right covers profiling in general or only decisions taken "
    "solely by machine.",
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
        "furtherance of decisions on loans and accounts, homes, insurance, education, health care, justice or "
        "essential services. Public bodies are outside.",
        versions=(
            Version(
                since=row.published_on,
                when=in_state(row.code)
                & USES_SYSTEM
                & SIGNIFICANT
                & _profiling(row)
                & ~personal_data.is_empty()
                & ~us_organisation.any_of("government", "federal")
                & row.reach,
                cites=(row.cite, row.threshold),
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
        must=f"{kind.must} {row.also}".strip() if kind.number == 1 else kind.must,
        who="controller that profiles consumers",
        topic=kind.topic,
        versions=(
            Version(since=row.since, when=in_state(row.code) & controller, cites=(row.cite,), unless=(FEDERAL_DATA,)),
        ),
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
    "HB 351, from 1 May 2027, for more than 25,000 residents or a share of revenue from sales: opt-out of targeted "
    "advertising and sales; no right about profiling was found in summaries. Attorney General, 45 days to cure.",
)
IOWA = _without(
    "IA", "Iowa", date(2025, 1, 1), date(2023, 3, 28), "No right to opt out of profiling, as recalled; not verified."
)
UTAH = _without(
    "UT", "Utah", date(2023, 12, 31), date(2022, 3, 24), "No right to opt out of profiling, as recalled; not verified."
)
