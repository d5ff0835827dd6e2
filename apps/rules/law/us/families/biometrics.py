"""Biometric statutes of Illinois, Texas, Washington and Colorado."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    CarveOut,
    Cite,
    Deadline,
    Definition,
    Expr,
    Force,
    Grade,
    Obligation,
    Relief,
    State,
    Topic,
    Version,
    When,
)
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.us_biometrics import us_biometrics
from apps.rules.law.facts.us_organisation import us_organisation
from apps.rules.law.us.common import MAKES_MODEL, OFFERS_SYSTEM, USES_SYSTEM, does, in_state

_ANYBODY: Expr = MAKES_MODEL | OFFERS_SYSTEM | USES_SYSTEM

BIPA = instrument(
    "US-BIOMETRIC",
    "Biometric Information Privacy Act (Illinois)",
    "Illinois BIPA",
    Force.STATUTE,
    "740 ILCS 14",
    "Private bodies that take eye scans, fingerprints, voiceprints or hand and face measurements of people in Illinois "
    "need a public policy and written consent first, sell nothing and secure the data. People may sue without proof of "
    "harm; one recovery per person and method since August 2024.",
    "No exception: training open face or voice models on data from Illinois is a typical trigger.",
    Happening(date(2008, 10, 3), State.IN_FORCE, "in force"),
    Happening(date(2024, 8, 2), State.IN_FORCE, "P.A. 103-0769: one recovery per person and method"),
    Happening(date(2026, 4, 1), State.IN_FORCE, "Clay v. Union Pacific (7th Cir.): also for pending cases"),
    jurisdiction="US-IL",
    enforcer="Private action",
    published_on=date(2008, 10, 3),
)
BIPA_LIMITS = CarveOut(
    id="il-bipa-limits",
    title="Financial institutions, public bodies, care of patients (Illinois)",
    when=us_organisation.any_of("bank", "financial", "government", "federal")
    | (
        us_biometrics.includes("treatment")
        & ~us_biometrics.any_of("identify", "train", "security", "bank_voice", "other")
    ),
    cites=(Cite(instrument="US-BIOMETRIC", pinpoint="740 ILCS 14/10, 14/25", grade=Grade.M),),
    removes="the act, for institutions under federal financial-privacy law, public bodies, and data from the care of "
    "patients",
    keeps="Everything for other data of a care provider, such as clock-in scans of its staff.",
    note="Recalled, not verified. Contractors are out as far as they work for a public body; that is not asked here.",
)
_IL: Expr = in_state("il") & _ANYBODY & does("biometrics") & ~us_biometrics.is_empty()
_SUIT = (
    "Private action: $1,000 (negligent) or $5,000 (intentional or reckless) or actual damages, one recovery per person "
    "and method; fees."
)


def _bipa(letter: str, title: str, must: str, deadline: Deadline, evidence: str) -> Obligation:
    return duty(
        BIPA,
        f"BIPA-{letter}",
        title,
        must,
        "private body that holds biometric data",
        Topic.SECURITY if letter == "e" else Topic.DECISIONS,
        date(2008, 10, 3),
        _IL,
        f"740 ILCS 14/15({letter})",
        Grade.S,
        deadline,
        evidence,
        _SUIT,
        unless=(BIPA_LIMITS,),
    )


policy = _bipa(
    "a",
    "Publish how long biometric data are kept (Illinois)",
    "Publish a policy on keeping and destroying biometric data: when the purpose ends, at the latest three years after "
    "the last contact.",
    ALWAYS_DUE,
    "policy, deletion log",
)
release = _bipa(
    "b",
    "Get written consent before taking biometric data (Illinois)",
    "Before taking the data tell people in writing that, what for and how long, and get their written release; an "
    "electronic signature is enough.",
    Deadline(kind=When.BEFORE_USE, text="Before the data are taken."),
    "notices, releases",
)
no_sale = _bipa(
    "c",
    "Sell no biometric data (Illinois)",
    "Neither sell biometric data nor profit from them.",
    ALWAYS_DUE,
    "contract review",
)
disclosure = _bipa(
    "d",
    "Disclose biometric data only as allowed (Illinois)",
    "Pass biometric data on only with consent, to complete a transaction asked for, or where law demands it.",
    ALWAYS_DUE,
    "disclosure log",
)
security = _bipa(
    "e",
    "Secure biometric data (Illinois)",
    "Secure biometric data with reasonable care, at least like other sensitive data.",
    ALWAYS_DUE,
    "security file",
)

CUBI = instrument(
    "US-TX-CUBI",
    "Capture or Use of Biometric Identifier (Texas)",
    "Texas CUBI",
    Force.STATUTE,
    "Tex. Bus. & Com. Code 503.001",
    "Whoever takes biometric identifiers for a commercial purpose tells people and gets consent, does not sell them "
    "and destroys them within a year. Training and offering AI is left out since 2026 unless somebody is uniquely "
    "identified; so are AI for security, and bank voiceprints.",
    "Training, evaluating and giving away AI models is exempt as long as nothing is used to identify a particular "
    "person.",
    Happening(date(2009, 4, 1), State.IN_FORCE, "in force", Grade.M),
    Happening(
        date(2026, 1, 1), State.IN_FORCE, "HB 149: public images, exemption for AI development and security", Grade.P
    ),
    jurisdiction="US-TX",
    enforcer="Attorney General",
    relief=Relief.FUNCTIONAL,
    published_on=date(2009, 4, 1),
)
_HB149 = date(2025, 6, 22)
_AMENDED = date(2026, 1, 1)
# Before HB 149 only voiceprints of banks were exempt.
_BEFORE_HB149: Expr = (
    in_state("tx")
    & _ANYBODY
    & does("biometrics")
    & us_biometrics.any_of("identify", "train", "security", "treatment", "other")
)
CUBI_CAPTURES: Expr = does("biometrics") & (
    us_biometrics.any_of("treatment", "other")
    | (us_biometrics.includes("identify") & ~us_biometrics.includes("security_only"))
)
_RECALLED = Cite(instrument="US-TX-CUBI", pinpoint="503.001 before HB 149", grade=Grade.M)
tx_cubi = Definition(
    id="tx_cubi_capture",
    title="Capture of biometric identifiers (Texas)",
    statement="you take biometric identifiers for a commercial purpose as Texas understands it",
    denial="you take no biometric identifiers for a commercial purpose as Texas understands it",
    summary="Eye scans, fingerprints, voiceprints, records of hand or face geometry, taken to tell who somebody is or "
    "for another business purpose. Since 2026 mere development of AI and security and fraud work are exempt, like "
    "voiceprints of banks before.",
    versions=(
        Version(since=date(2009, 4, 1), replaced_on=_HB149, when=_BEFORE_HB149, cites=(_RECALLED,)),
        Version(since=date(2009, 4, 1), until=_AMENDED, published_on=_HB149, when=_BEFORE_HB149, cites=(_RECALLED,)),
        Version(
            since=_AMENDED,
            published_on=_HB149,
            when=in_state("tx") & _ANYBODY & CUBI_CAPTURES,
            cites=(Cite(instrument="US-TX-CUBI", pinpoint="503.001(a), (e)", grade=Grade.P),),
        ),
    ),
)
cubi = duty(
    CUBI,
    "CUBI-1",
    "Inform, get consent, do not sell, destroy within a year (Texas)",
    "Before taking biometric identifiers inform people and get consent; a public image is no consent unless they made "
    "it public. Store them with reasonable care, sell or disclose none save in four listed cases, and destroy them "
    "within a year after the purpose ends.",
    "whoever takes biometric identifiers for a commercial purpose",
    Topic.DECISIONS,
    date(2009, 4, 1),
    in_state("tx") & tx_cubi,
    "503.001(b)-(d)",
    Grade.S,
    Deadline(kind=When.BEFORE_USE, text="Before capture; destruction at most one year after the purpose ends."),
    "consents, deletion log",
    "Up to $25,000 per violation, Attorney General; and TRAIGA's penalties on top (552.054(c)).",
    note="What was taken for training and later serves another business purpose falls under these duties again. For "
    "an employer's security the purpose is presumed to end with the employment.",
)
WASHINGTON = instrument(
    "US-WA-BIOMETRIC",
    "Biometric identifiers and consumer health data (Washington)",
    "Washington RCW 19.375 and 19.373",
    Force.STATUTE,
    "RCW 19.375; RCW 19.373",
    "Notice and consent before enrolling biometric identifiers; biometrics are consumer health data under the My "
    "Health My Data Act, with private action. Known from memory.",
    "No exception known.",
    Happening(date(2017, 7, 23), State.IN_FORCE, "RCW 19.375", Grade.M),
    Happening(date(2024, 3, 31), State.IN_FORCE, "My Health My Data Act", Grade.M),
    jurisdiction="US-WA",
    published_on=date(2017, 7, 23),
)
_WA: Expr = in_state("wa") & _ANYBODY & does("biometrics") & ~us_biometrics.is_empty()
washington = duty(
    WASHINGTON,
    "WA-BIO-1",
    "Get consent for biometric data (Washington)",
    "Tell people and get consent before you enrol or collect biometric data; look up the act on health data.",
    "whoever enrols biometric identifiers",
    Topic.OTHER_LAW,
    date(2024, 3, 31),
    _WA,
    "RCW 19.375.020; RCW 19.373",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before enrolment."),
    "consents",
    "Attorney General; private action under RCW 19.373.",
    earlier=(
        Version(
            since=date(2017, 7, 23),
            until=date(2024, 3, 31),
            when=_WA & us_biometrics.any_of("identify", "other"),
            cites=(Cite(instrument="US-WA-BIOMETRIC", pinpoint="RCW 19.375.020", grade=Grade.M),),
        ),
    ),
    note="Since 31 March 2024 biometric data are consumer health data, without a threshold of size.",
)
COLORADO = instrument(
    "US-CO-HB24-1130",
    "Biometric data, consent (Colorado)",
    "Colorado HB 24-1130",
    Force.STATUTE,
    "HB 24-1130",
    "Since July 2025 consent for biometric identifiers, of employees as well. Known from memory.",
    "No exception known.",
    Happening(date(2025, 7, 1), State.IN_FORCE, "applies", Grade.M),
    jurisdiction="US-CO",
    published_on=date(2024, 5, 31),
)
colorado = duty(
    COLORADO,
    "CO-BIO-1",
    "Get consent for biometric identifiers (Colorado)",
    "Tell people and get consent before you collect biometric identifiers, employees included.",
    "whoever collects biometric identifiers",
    Topic.OTHER_LAW,
    date(2025, 7, 1),
    in_state("co") & _ANYBODY & does("biometrics") & ~us_biometrics.is_empty(),
    "HB 24-1130",
    Grade.M,
    Deadline(kind=When.BEFORE_USE, text="Before collection."),
    "consents",
    "Attorney General.",
)
