"""What the system does for police, borders, courts, elections and essential networks."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Choices, Cite, Flag, Grade, Option

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_USES = ("system_roles", "system_method", "system_union_links", "uses")
_HELP = "Choose all that fit, also where a person takes the final decision. Leave empty only if none fits."
_WHY = "Some of these tasks are high-risk, others are not."

policing_tasks = Choices(
    key="policing_tasks",
    section="use",
    presupposes=(*_USES, "users"),
    label="its tasks in policing and checks for crime",
    ask="What does it do in policing, prosecution or checks for crime?",
    help=_HELP,
    why=_WHY,
    evidence="process description, mandate",
    yes_example="It scores how likely someone is to be attacked again at home: victim risk",
    no_example="It rebuilds a crime scene in three dimensions: works up evidence",
    options=(
        Option("victim_risk", "judges the risk that someone becomes a victim of crime"),
        Option("lie_detection", "detects lies, or reads credibility from body or voice"),
        Option("evidence_reliability", "judges how reliable evidence is"),
        Option("offender_risk", "judges the risk that someone offends, or judges traits or past crimes"),
        Option(
            "profiles_in_investigation",
            "profiles people to detect, investigate or prosecute crime",
            "Not mere tax or customs procedures.",
        ),
        Option("area_forecasts", "forecasts crime by place and time, not by person"),
        Option("reconstructs_evidence", "rebuilds, enhances or sorts evidence without judging it"),
        Option("transcribes", "writes down or translates"),
        Option("own_compliance", "meets a company's own legal duty", "Such as checks against money laundering."),
        Option("traffic_control", "finds traffic offences", "Such as speed cameras."),
        Option("companies_only", "looks at companies, never at people"),
    ),
    cite=_aia(pinpoint="Annex III, point 6"),
)

border_tasks = Choices(
    key="border_tasks",
    section="use",
    presupposes=(*_USES, "users"),
    label="its tasks in migration, asylum and borders",
    ask="What does it do in migration, asylum or border control?",
    help=_HELP,
    why=_WHY,
    evidence="process description, mandate",
    yes_example="It picks travellers for a second check: judges the risk a person poses",
    no_example="It compares a passport with its chip: checks travel documents",
    options=(
        Option("lie_detection", "detects lies, or reads credibility from body or voice"),
        Option("person_risk", "judges a risk posed by a person", "Security, irregular migration or health."),
        Option(
            "examines_applications",
            "helps examine asylum, visa or residence applications or complaints",
            "Also whether evidence is reliable, or papers are complete.",
        ),
        Option("identifies_people", "detects, recognises or identifies people", "Also to send out patrols."),
        Option("checks_travel_documents", "checks travel documents"),
        Option("transcribes", "writes down or translates, without judging"),
        Option("statistics", "makes statistics on groups or routes"),
        Option("information", "answers general questions"),
        Option("rescue_only", "finds people or obstacles for rescue or safe passage alone"),
    ),
    cite=_aia(pinpoint="Annex III, point 7"),
)

justice_tasks = Choices(
    key="justice_tasks",
    section="use",
    presupposes=(*_USES, "users"),
    label="its tasks in courts, law and disputes",
    ask="What does it do in courts, legal work or settling disputes?",
    help=_HELP,
    why=_WHY,
    evidence="process description, rules of procedure",
    yes_example="It drafts the reasons of a judgment: works on facts and law for those who decide",
    no_example="It blackens names in judgments: clerical work",
    options=(
        Option(
            "applies_law",
            "researches or interprets facts or law, or applies law to facts, for those who decide the case",
        ),
        Option("clerical", "does clerical work", "Blackening names, filing, translating, scheduling."),
        Option("lawyer_side", "helps lawyers or parties with their own side"),
    ),
    cite=_aia(pinpoint="Annex III, point 8(a)"),
)

dispute_outcome_binding = Flag(
    key="dispute_outcome_binding",
    section="use",
    presupposes=("justice_tasks",),
    label="settling the dispute has legal effects",
    statement="the outcome of the out-of-court procedure has legal effects for the parties",
    denial="the outcome of the out-of-court procedure has no legal effects for the parties",
    ask="Does the outcome of the out-of-court procedure have legal effects for the parties?",
    why="Tools for settling disputes are high-risk only where the outcome binds, on the draft guidelines' reading.",
    evidence="rules of the procedure",
    yes_example="An arbitral award",
    no_example="A mediator's proposal either side may drop",
    cite=_aia(pinpoint="recital 61"),
)

election_tasks = Choices(
    key="election_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in elections and campaigns",
    ask="What does it do in elections, referendums or campaigns?",
    help=_HELP,
    why=_WHY,
    evidence="campaign plan, product page",
    yes_example="An app that tells voters which party suits them: advises or sways voters",
    no_example="A planner for door-to-door tours: campaign logistics",
    options=(
        Option("sways_voters", "advises or sways voters", "Its output reaches voters and is meant to affect the vote."),
        Option("campaign_logistics", "organises a campaign", "Voters never see its output."),
        Option("information", "answers neutral questions", "Such as opening hours of polling stations."),
    ),
    cite=_aia(pinpoint="Annex III, point 8(b)"),
)

infrastructure_tasks = Choices(
    key="infrastructure_tasks",
    section="use",
    presupposes=_USES,
    label="its tasks in essential networks",
    ask="What does it do in road traffic, digital networks, or the supply of water, gas, heating or electricity?",
    help="Choose all that fit. Leave empty only if none fits, or the system has nothing to do with these networks.",
    why=_WHY,
    evidence="safety case, system architecture",
    yes_example="It sets off the fire alarm of a data centre: protects people or property",
    no_example="It lures intruders into a trap: cybersecurity alone",
    options=(
        Option("protects", "protects people, property or the network from physical harm", "Alarms, shut-offs."),
        Option("runs", "runs the network", "Its failure could put people or property in danger."),
        Option("forecasts", "forecasts or optimises", "Safety is ensured by something else."),
        Option("cyber_only", "serves cybersecurity alone"),
    ),
    cite=_aia(pinpoint="Annex III, point 2"),
)

critical_entity = Flag(
    key="critical_entity",
    section="organisation",
    presupposes=("infrastructure_tasks",),
    label="operator designated as critical",
    statement="the operator is designated as a critical entity under Directive (EU) 2022/2557",
    denial="the operator is not designated as a critical entity under Directive (EU) 2022/2557",
    ask="Has a Member State designated the operator of the network as critical under Directive (EU) 2022/2557?",
    why="On the draft guidelines' reading only designated operators count.",
    evidence="notice of designation",
    yes_example="A national grid operator that was notified of its designation",
    no_example="A small private heating network without such a notice",
    cite=_aia(pinpoint="Art. 3(62)"),
)
