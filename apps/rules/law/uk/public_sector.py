"""Policy that binds public bodies alone: algorithm records, AI in procurement, the government's playbook."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Deadline, Expr, Force, Grade, State, Topic, Version, When
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.decisions import serves_public
from apps.rules.law.facts.system import system_functions
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.facts.use import decision_effect
from apps.rules.law.uk.common import IN_THE_COUNTRY, MAKES_SYSTEM, OFFERS_SYSTEM, USES_SYSTEM

MANDATED = date(2024, 2, 6)
OLD_NOTE, NEW_NOTE = date(2024, 3, 25), date(2025, 2, 24)
PLAYBOOK_FROM = date(2025, 2, 10)

ATRS = instrument(
    "UK-ATRS",
    "Algorithmic Transparency Recording Standard",
    "Algorithm records (ATRS)",
    Force.GUIDANCE,
    "Scope and Exemptions Policy, 17 December 2024",
    "Government policy, mandatory for departments and for arm's-length bodies that serve or regularly deal with the "
    "public; not a statute. For councils, police and NHS bodies it is recommended only. Sensitive details may be kept "
    "back. Suppliers owe nothing under it but must feed information.",
    "No exception: an open model is recorded like a bought one.",
    Happening(MANDATED, State.IN_FORCE, "made mandatory for departments"),
    Happening(date(2024, 12, 17), State.IN_FORCE, "scope and exemptions published", Grade.O),
    Happening(date(2025, 2, 7), State.IN_FORCE, "guidance on how to publish a record", Grade.O),
    enforcer="nobody by law; spending controls ask why a record is missing",
    url="https://www.gov.uk/guidance/publish-a-record-of-algorithmic-tools-using-the-atrs",
    jurisdiction="UK",
)
_CENTRAL: Expr = IN_THE_COUNTRY & uk_activities.includes("central_government")
_WEIGHS: Expr = decision_effect.is_("some", "significant")
_MEETS_PEOPLE: Expr = system_functions.includes("conversation") & serves_public
record = duty(
    ATRS,
    "UK-ATRS-1",
    "Publish a record of the algorithmic tool",
    "Fill in the template, a plain part and a technical one, and publish it on GOV.UK. Mandatory for you by government "
    "policy, where the tool weighs in decisions with effect on the public or deals with it directly.",
    "department or arm's-length body in scope",
    Topic.TRANSPARENCY,
    MANDATED,
    _CENTRAL & (USES_SYSTEM | MAKES_SYSTEM) & (_WEIGHS | _MEETS_PEOPLE),
    "Scope and Exemptions Policy",
    Grade.O,
    Deadline(kind=When.BEFORE_USE, text="At or after a pilot, or with live use; kept up to date."),
    "published record",
    "No penalty in law; a missing record has to be explained when money is asked for.",
    ("plain", "Say in plain words what the tool does and why.", "tier 1", When.BEFORE_USE, "record"),
    ("technical", "Give owners, data, model, oversight and risks.", "tier 2", When.BEFORE_USE, "record"),
    ("exempt", "If your body or tool is exempt, note why.", "Scope and Exemptions Policy", When.BEFORE_USE, "note"),
)
supplier_information = duty(
    ATRS,
    "UK-ATRS-2",
    "Give the department what it needs for its record",
    "If your contract says so, give the public body accurate information on the system.",
    "supplier of a body in scope",
    Topic.COOPERATION,
    MANDATED,
    IN_THE_COUNTRY & uk_activities.includes("government_bidder") & OFFERS_SYSTEM,
    "by contract",
    Grade.M,
    Deadline(kind=When.ON_REQUEST, text="As the contract says."),
    "information pack",
    "As the contract says.",
)

PROC = instrument(
    "UK-PROC",
    "PPN 017: Improving transparency of AI use in procurement",
    "Procurement note on AI (PPN 017)",
    Force.GUIDANCE,
    "PPN 017, replaces PPN 02/24",
    "Policy for departments, agencies and other central bodies that buy under the Procurement Act 2023 (main rules in "
    "force on 24 February 2025). Bidders may use AI. Questions on it are for information and are not scored.",
    "Openness plays no part.",
    Happening(OLD_NOTE, State.IN_FORCE, "PPN 02/24 published", Grade.O),
    Happening(NEW_NOTE, State.IN_FORCE, "PPN 017 for procurements that start from this day", Grade.O),
    enforcer="nobody by law",
    jurisdiction="UK",
)
_old_note = partial(Version, since=OLD_NOTE, cites=(Cite(instrument="UK-PROC", pinpoint="PPN 02/24", grade=Grade.O),))


def _before(when: Expr) -> tuple[Version, ...]:
    """The old note, as it was known until the new one and since."""
    return _old_note(when=when, replaced_on=NEW_NOTE), _old_note(when=when, until=NEW_NOTE, published_on=NEW_NOTE)


ask = duty(
    PROC,
    "UK-PROC-1",
    "Consider asking bidders about AI",
    "Consider questions on AI use in bids and in delivery, and controls in proportion. Do not score the answers; look "
    "closer where AI helped to write a bid.",
    "central body that buys",
    Topic.TRANSPARENCY,
    NEW_NOTE,
    _CENTRAL,
    "PPN 017",
    Grade.O,
    Deadline(kind=When.ON_EVENT, text="With each tender."),
    "tender documents",
    "No penalty.",
    ("secrets", "Keep confidential papers out of the training of models.", "PPN 017", When.ON_EVENT, "controls"),
    ("delivery", "Require disclosure where AI is likely in delivery.", "PPN 017", When.ON_EVENT, "tender terms"),
    ("security", "Add national-security checks where they are due.", "PPN 017", When.ON_EVENT, "record"),
    published_on=NEW_NOTE,
    earlier=_before(_CENTRAL),
)
_BIDS: Expr = IN_THE_COUNTRY & uk_activities.includes("government_bidder")
answer = duty(
    PROC,
    "UK-PROC-2",
    "Answer truthfully, and keep tender papers out of training",
    "Where a tender asks, say truthfully how you used AI; you may use it. Do not let confidential tender papers train "
    "a model.",
    "bidder",
    Topic.TRANSPARENCY,
    NEW_NOTE,
    _BIDS,
    "PPN 017",
    Grade.O,
    Deadline(kind=When.ON_REQUEST, text="When a tender asks."),
    "disclosure",
    "A false answer can cost the contract.",
    published_on=NEW_NOTE,
    earlier=_before(_BIDS),
)

PLAYBOOK = instrument(
    "UK-PLAYBOOK",
    "AI Playbook for the UK Government",
    "AI Playbook",
    Force.GUIDANCE,
    "10 February 2025",
    "Ten principles for civil servants who buy, build or use AI. Guidance; nobody outside government is addressed.",
    "Asks departments to be open and to share; makes no rule on licences.",
    Happening(PLAYBOOK_FROM, State.IN_FORCE, "published", Grade.M),
    enforcer="nobody",
    jurisdiction="UK",
)
_NOW = When.CONTINUOUS
playbook = duty(
    PLAYBOOK,
    "UK-PROC-3",
    "Follow the government's AI Playbook",
    "Use AI in government lawfully, ethically and securely, with people in control, the right tool and the right "
    "skills.",
    "government body",
    Topic.DOCUMENTATION,
    PLAYBOOK_FROM,
    _CENTRAL & (USES_SYSTEM | MAKES_SYSTEM),
    "ten principles",
    Grade.M,
    Deadline(kind=_NOW, text="Throughout a project."),
    "project file",
    "No penalty.",
    ("limits", "Know what AI is and what it cannot do.", "principle 1", _NOW, "project file"),
    ("lawful", "Use it lawfully, ethically and responsibly.", "principle 2", _NOW, "project file"),
    ("secure", "Know how to use it securely.", "principle 3", _NOW, "project file"),
    ("control", "Keep meaningful human control.", "principle 4", _NOW, "project file"),
    ("lifecycle", "Manage the whole life of the system.", "principle 5", _NOW, "project file"),
    ("tool", "Use the right tool for the job.", "principle 6", _NOW, "project file"),
    ("open", "Be open and work together.", "principle 7", _NOW, "project file"),
    ("commercial", "Involve buyers from the start.", "principle 8", _NOW, "project file"),
    ("skills", "Have the skills you need.", "principle 9", _NOW, "project file"),
    ("assurance", "Use your body's policies and assurance.", "principle 10", _NOW, "project file"),
)
