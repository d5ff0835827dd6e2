"""Health care in the United States: messages to patients, reviews of coverage, claims of a licence."""

from __future__ import annotations

from apps.rules.engine import Choice, Choices, Cite, Flag, Grade, Option, Rigidity

_WHERE = ("us_states", "system_roles", "uses")

us_patient_messages = Choice(
    key="us_patient_messages",
    section="use",
    presupposes=(*_WHERE, "us_organisation"),
    label="messages on patients' health written by generative AI",
    ask="Does generative AI write or speak messages to patients about their health?",
    help="Results, diagnoses, treatment. Appointments, bills and other office matters are not meant.",
    why="California asks for a notice unless a licensed person reads each message.",
    evidence="workflow, templates",
    yes_example="AI drafts a lab message, a nurse practitioner reads and approves it: read before sending",
    no_example="Automatic reminders of appointments: no",
    options=(
        Option("unread", "yes, and not every message is read by a licensed person"),
        Option("read", "yes, and a licensed or certified person reads and reviews each"),
        Option("no", "no"),
    ),
    cite=Cite(instrument="US-CA-AB3030", pinpoint="1339.75", grade=Grade.P),
)

us_coverage_review = Flag(
    key="us_coverage_review",
    section="use",
    presupposes=(*_WHERE, "us_organisation"),
    label="reviews of medical necessity",
    statement="it takes part in reviews of whether care is medically necessary",
    denial="it takes no part in reviews of whether care is medically necessary",
    ask="Does it take part in deciding whether a health plan pays for care as medically necessary?",
    why="Many states, and the rules on Medicare Advantage, want a licensed person to decide denials.",
    evidence="review workflow",
    yes_example="A score that sorts requests into approve and look closer",
    no_example="A bot that explains the plan's brochure",
    cite=Cite(instrument="US-CA-SB1120", pinpoint="Health & Saf. Code 1367.01", grade=Grade.S),
)

us_health_record_ai = Flag(
    key="us_health_record_ai",
    section="use",
    presupposes=(*_WHERE, "us_organisation"),
    label="AI for diagnosis by a practitioner",
    statement="a practitioner of the organisation uses it for diagnosis or treatment from the record",
    denial="no practitioner of the organisation uses it for diagnosis or treatment from the record",
    ask="Do you, or practitioners who work for you, use it for diagnosis or treatment from a patient's record?",
    help="Anyone licensed, certified or otherwise allowed to give health care. Your customers' practitioners are not "
    "meant.",
    why="Texas asks practitioners to review records and tell patients; federal money brings duties on such tools.",
    evidence="practice policy",
    yes_example="A doctor asks it for likely diagnoses",
    no_example="A billing assistant",
    cite=Cite(instrument="US-TX-SB1188", pinpoint="183.005", grade=Grade.S),
)

us_licence_claims = Choices(
    key="us_licence_claims",
    section="behaviour",
    presupposes=("us_states", "system_roles", "system_functions"),
    label="words that suggest a health licence",
    ask="Do adverts or the system itself use words that suggest a licensed health professional?",
    help="Titles, letters such as MD, or phrases that care comes from a licensed person. Leave empty if neither does.",
    why="California bans such words for AI.",
    evidence="adverts, personas, sample chats",
    yes_example="A persona called Dr. X, MD: in the system",
    no_example="A wellness bot that says it is no therapist: neither",
    options=(
        Option("adverts", "in adverts"),
        Option("system", "in the system", "Names, personas, what it says."),
    ),
    cite=Cite(instrument="US-CA-AB489", pinpoint="4999.8-4999.9", grade=Grade.S),
    rigidity=Rigidity.EASY,
)
