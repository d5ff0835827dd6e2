"""UK GDPR and Data Protection Act 2018: the act itself, whom it reaches, what lifts it, and its fines."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Fine,
    Force,
    Grade,
    Obligation,
    Reading,
    State,
    Topic,
    Version,
    contested,
)
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.eu.ai_act.steps import Row
from apps.rules.law.facts.market import activity
from apps.rules.law.facts.openness import weights_public
from apps.rules.law.facts.personal_data import personal_data
from apps.rules.law.facts.uk_data import uk_data_part
from apps.rules.law.facts.uk_market import uk_activities, uk_links
from apps.rules.law.facts.uk_organisation import uk_turnover_gbp
from apps.rules.law.facts.use import uses
from apps.rules.law.uk.common import ESTABLISHED, WITHIN_REACH

_recalled = partial(Cite, instrument="UK-GDPR", grade=Grade.M)
_reported = partial(Cite, instrument="UK-GDPR", grade=Grade.S)

APPLIES_FROM = date(2021, 1, 1)
ACT_OF_2018_FROM = date(2018, 5, 25)  # the same terms, in the Regulation of the Union until 2020
# The Act of 2025 left its main days to regulations. The day on which those were made was not read; they were known on
# the first of these days at the latest.
REFORM = date(2026, 2, 5)
COMPLAINTS = date(2026, 6, 19)
NEW_REGULATOR = date(2026, 9, 30)

UK_GDPR = instrument(
    "UK-GDPR",
    "UK GDPR and Data Protection Act 2018",
    "UK GDPR",
    Force.STATUTE,
    "assimilated Regulation (EU) 2016/679; 2018 c. 12; amended by 2025 c. 18",
    "Governs whatever is done with data about people, training of models included. For scraped training data the "
    "regulator sees legitimate interests as the only basis and calls scraping high-risk, invisible processing. No "
    "exemption for small firms, start-ups or research as such. Whether weights are personal data, and who answers for "
    "them after open release, is disputed. Law enforcement and intelligence services have parts of their own.",
    "An open licence lifts nothing. Publishing weights trained on personal data is the publisher's decision; with "
    "less control downstream it is harder to show that people's interests are protected.",
    Happening(ACT_OF_2018_FROM, State.IN_FORCE, "Data Protection Act 2018", Grade.M),
    Happening(APPLIES_FROM, State.IN_FORCE, "the Regulation becomes law of the country alone", Grade.M),
    Happening(REFORM, State.IN_FORCE, "main amendments of 2025 in force", Grade.P, "SI 2026/82 reg. 2"),
    Happening(
        date(2026, 5, 12),
        State.IN_FORCE,
        "regulator must prepare a code on AI and automated decisions; expected in 2028, not issued",
        at="SI 2026/425",
    ),
    Happening(COMPLAINTS, State.IN_FORCE, "complaints to the controller", at="SI 2026/82 reg. 3"),
    Happening(NEW_REGULATOR, State.IN_FORCE, "Information Commission takes over", at="SI 2026/1015 reg. 2"),
    enforcer="Information Commission (until 29 September 2026 the Information Commissioner, ICO)",
    url="https://www.legislation.gov.uk/ukpga/2018/12",
    published_on=ACT_OF_2018_FROM,
    jurisdiction="UK",
)

HIGHER_TIER = Fine(
    title="Fine of the higher maximum: principles, rights, transfers",
    percent=4,
    fixed=17_500_000,
    currency="GBP",
    turnover=uk_turnover_gbp,
    since=APPLIES_FROM,
    cites=(_reported(pinpoint="DPA 2018 s. 157(5)"),),
    note="From secondary sources that agree. Notices can also stop processing or order deletion; people can sue.",
)
STANDARD_TIER = Fine(
    title="Fine of the standard maximum: duties of controllers and processors",
    percent=2,
    fixed=8_700_000,
    currency="GBP",
    turnover=uk_turnover_gbp,
    since=APPLIES_FROM,
    cites=(_reported(pinpoint="DPA 2018 s. 157(6)"),),
    note="From secondary sources that agree. Notices can also stop processing or order deletion; people can sue.",
)

offers_without_aim = contested(
    key="uk-gdpr-offering",
    why="From abroad the law reaches those who offer goods or services to people in the country or monitor them. "
    "Whether many users, or use on people there, that nobody aimed at show such an offer depends on the circumstances.",
    a=Reading("they show an offer, or monitoring", ALWAYS),
    b=Reading("without an aim there is none", NEVER),
    cites=(_recalled(pinpoint="Art. 3(2)"),),
)
_REACHED: Expr = (
    ESTABLISHED
    | uk_links.any_of("offered", "monitored")
    | (uk_links.any_of("many_users", "used_on_people") & offers_without_aim)
)

uk_data_reach = Definition(
    id="uk_data_reach",
    title="Personal data within reach of the UK GDPR",
    statement="you have to do with personal data within reach of the UK GDPR",
    denial="you have nothing to do with personal data within reach of the UK GDPR",
    summary="Data about identifiable people, and a place of business there, an offer to people there, paid or free, or "
    "monitoring of what they do. Scraping that lets customers find people is monitoring even without anybody there "
    "(Upper Tribunal, Clearview, 2025; a further appeal is possible).",
    versions=(
        Version(
            since=ACT_OF_2018_FROM,
            when=~personal_data.is_empty() & _REACHED,
            cites=(
                _recalled(pinpoint="Art. 2"),
                Cite(instrument="UK-GDPR", pinpoint="Art. 3(2)(b); [2025] UKUT 319 (AAC)", grade=Grade.O),
            ),
        ),
    ),
)
uk_controller = Definition(
    id="uk_controller",
    title="Controller under the UK GDPR",
    statement="you decide why and how personal data within reach of the UK GDPR are used",
    denial="you do not decide why and how personal data within reach of the UK GDPR are used",
    summary="Decides purposes and means, alone or with others. Developers usually do for training, users of a system "
    "for its use; a developer who keeps access and a user are often joint controllers.",
    versions=(
        Version(
            since=ACT_OF_2018_FROM,
            when=uk_data_reach & uk_data_part.is_("own"),
            cites=(_reported(pinpoint="Art. 4(7), as the regulator reads it"),),
        ),
    ),
)
# Decides on the data, or handles them as a client instructs.
CONTROLLER_OR_PROCESSOR: Expr = uk_data_reach & uk_data_part.is_("own", "client")

HOUSEHOLD = CarveOut(
    id="uk-gdpr-household",
    title="Purely personal or household activity (UK GDPR)",
    when=activity.is_("private"),
    cites=(_recalled(pinpoint="Art. 2(2)(a)"),),
    removes="The whole UK GDPR, for what a person does purely privately.",
    keeps="Everything as soon as it is published to the world, follows strangers or serves decisions about them.",
    lost_when=(
        CarveOut(
            id="uk-gdpr-household-published",
            title="Published to others, or used on them (UK GDPR)",
            when=WITHIN_REACH | weights_public | uk_links.any_of("monitored", "used_on_people"),
            cites=(_recalled(pinpoint="Art. 2(2)(a)"),),
        ),
    ),
)
_ANYTHING_ELSE = tuple(option.key for option in uses.options if option.key != "policing")
CRIME_WORK_ALONE = CarveOut(
    id="uk-gdpr-law-enforcement",
    title="Law enforcement by an authority, and nothing else",
    when=uk_activities.includes("law_enforcement") & uses.includes("policing") & ~uses.any_of(*_ANYTHING_ELSE),
    cites=(_recalled(pinpoint="DPA 2018 Part 3"),),
    removes="The UK GDPR, for what such an authority does against crime.",
    keeps="Part 3 of the Data Protection Act instead, and the UK GDPR for all else, such as its own staff.",
)
INTELLIGENCE = CarveOut(
    id="uk-gdpr-intelligence",
    title="Processing by or for an intelligence service",
    when=uk_activities.includes("intelligence"),
    cites=(_recalled(pinpoint="DPA 2018 Part 4"),),
    removes="The UK GDPR, for what an intelligence service does itself or through others.",
    keeps="Part 4 of the Data Protection Act instead. A decision counts as fully automated there only if no person "
    "could accept, reject or influence it.",
    lost_when=(
        CarveOut(
            id="uk-gdpr-intelligence-others",
            title="Not for the service alone",
            when=WITHIN_REACH | (uk_data_part.is_("own") & ~uk_activities.any_of("central_government", "public_body")),
            cites=(_recalled(pinpoint="DPA 2018 s. 82"),),
            note="Whoever works for such a service stays under the UK GDPR for what it does for others or itself.",
        ),
    ),
)
OUTSIDE = (HOUSEHOLD, CRIME_WORK_ALONE, INTELLIGENCE)


def data_duty(
    number: str,
    title: str,
    must: str,
    topic: Topic,
    at: str,
    deadline: Deadline,
    evidence: str,
    fine: Fine | None,
    *rows: Row,
    when: Expr = uk_controller,
    who: str = "controller",
    grade: Grade = Grade.M,
    since: date = APPLIES_FROM,
    published_on: date | None = None,
    earlier: tuple[Version, ...] = (),
    unless: tuple[CarveOut, ...] = (),
    penalty: str = "",
    note: str = "",
) -> Obligation:
    """A duty of the UK GDPR or of the Act that carries it."""
    return duty(
        UK_GDPR,
        f"UK-GDPR-{number}",
        title,
        must,
        who,
        topic,
        since,
        when,
        at,
        grade,
        deadline,
        evidence,
        penalty,
        *rows,
        fine=fine,
        published_on=published_on,
        earlier=earlier,
        unless=(*unless, *OUTSIDE),
        note=note,
    )
