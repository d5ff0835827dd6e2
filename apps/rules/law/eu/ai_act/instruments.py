"""The AI Act and the act that amended it: the instruments, their dates, and who counts as small."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    NEVER,
    Cite,
    Dated,
    Definition,
    Force,
    Grade,
    Instrument,
    Openness,
    Param,
    Relief,
    State,
    Status,
    Version,
)
from apps.rules.law.facts.organisation import balance_sheet_eur, staff, worldwide_turnover_eur

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

ACT_PUBLISHED = date(2024, 7, 12)
ACT_IN_FORCE = date(2024, 8, 1)
OMNIBUS_PUBLISHED = date(2026, 7, 24)
OMNIBUS_IN_FORCE = date(2026, 7, 27)


def _stage(on: date, note: str, pinpoint: str, published_on: date = ACT_PUBLISHED) -> Status:
    return Status(on=on, state=State.IN_FORCE, note=note, cite=_aia(pinpoint=pinpoint), published_on=published_on)


_STAGES = (
    _stage(date(2025, 2, 2), "scope, literacy and the first bans apply", "Art. 113, third paragraph, point (a)"),
    _stage(
        date(2025, 8, 2),
        "duties on general-purpose models, governance and penalties apply, fines on models excepted",
        "Art. 113, third paragraph, point (b)",
    ),
    _stage(
        OMNIBUS_IN_FORCE,
        "changes to other Union acts apply",
        "Art. 113, third paragraph, point (d)",
        OMNIBUS_PUBLISHED,
    ),
    _stage(date(2026, 8, 2), "general application, with transparency and fines on models", "Art. 113"),
    _stage(
        date(2026, 12, 2),
        "bans on intimate and child-abuse material apply",
        "Art. 113, third paragraph, point (a)",
        OMNIBUS_PUBLISHED,
    ),
    _stage(
        date(2027, 12, 2),
        "high-risk rules apply to the uses of Annex III (first set for 2 August 2026)",
        "Art. 113, third paragraph, point (c)(i)",
        OMNIBUS_PUBLISHED,
    ),
    _stage(
        date(2028, 8, 2),
        "high-risk rules apply to the products of Annex I (first set for 2 August 2027)",
        "Art. 113, third paragraph, point (c)(ii)",
        OMNIBUS_PUBLISHED,
    ),
)

AIA = Instrument(
    id="AIA",
    title="Regulation (EU) 2024/1689 laying down harmonised rules on artificial intelligence",
    short="EU AI Act",
    jurisdiction="EU",
    force=Force.REGULATION,
    number="Regulation (EU) 2024/1689",
    enforcer="Commission (AI Office) for general-purpose models; national market surveillance authorities for systems",
    url="http://data.europa.eu/eli/reg/2024/1689/oj",
    summary="Binding in all Member States. Bans some practices, sets duties for high-risk and certain other AI "
    "systems, and, in Chapter V, for those who put general-purpose AI models on the Union market. Applies in stages "
    "from 2 February 2025; amended once, by the Digital Omnibus on AI.",
    openness=Openness(
        Relief.EXPRESS,
        "Open models below the systemic-risk line are freed from technical documentation, information for integrators "
        "and a representative, never from copyright policy and training summary. Open systems are outside until a ban, "
        "a high-risk use or transparency catches them.",
    ),
    published_on=ACT_PUBLISHED,
    status=(
        Status(
            on=ACT_PUBLISHED,
            state=State.ADOPTED,
            note="published in the Official Journal",
            cite=_aia(pinpoint="OJ L, 2024/1689, 12.7.2024"),
        ),
        Status(
            on=ACT_IN_FORCE,
            state=State.IN_FORCE,
            note="in force; applies in stages",
            cite=_aia(pinpoint="Art. 113"),
            published_on=ACT_PUBLISHED,
        ),
        *_STAGES,
    ),
    sources=(_aia(pinpoint="OJ L, 2024/1689, 12.7.2024", source="http://data.europa.eu/eli/reg/2024/1689/oj"),),
)

OMN = Instrument(
    id="OMN",
    title="Regulation (EU) 2026/1744 simplifying the implementation of harmonised rules on artificial intelligence",
    short="Digital Omnibus on AI",
    jurisdiction="EU",
    force=Force.REGULATION,
    number="Regulation (EU) 2026/1744",
    enforcer="works through the AI Act",
    url="http://data.europa.eu/eli/reg/2026/1744/oj",
    summary="Amends the AI Act, with aviation and machinery law on the side: later fixed dates for high-risk systems, "
    "a softened literacy duty, two new bans, relief for small and mid-sized firms, wider powers of the AI Office over "
    "systems. Duties on general-purpose models stay as they were; only the way codes of practice are assessed changed.",
    published_on=OMNIBUS_PUBLISHED,
    status=(
        Status(
            on=OMNIBUS_PUBLISHED,
            state=State.ADOPTED,
            note="published in the Official Journal; signed on 8 July 2026",
            cite=_omn(pinpoint="OJ L, 2026/1744, 24.7.2026", grade=Grade.S),
        ),
        Status(
            on=OMNIBUS_IN_FORCE,
            state=State.IN_FORCE,
            note="in force",
            cite=_omn(pinpoint="Art. 4"),
            published_on=OMNIBUS_PUBLISHED,
        ),
    ),
    sources=(_omn(pinpoint="Arts 1 to 4, recitals", source="http://data.europa.eu/eli/reg/2026/1744/oj"),),
)

small_or_medium_enterprise = Definition(
    id="small_or_medium_enterprise",
    title="Small or medium-sized enterprise (SME)",
    statement="the organisation is a micro, small or medium-sized enterprise",
    denial="the organisation is not a micro, small or medium-sized enterprise",
    summary="Fewer than 250 staff, and turnover up to EUR 50 million or a balance sheet up to EUR 43 million. Partner "
    "and linked enterprises are counted in; the class changes only after two accounting periods.",
    versions=(
        Version(
            since=ACT_IN_FORCE,
            when=(staff < 250) & ((worldwide_turnover_eur <= 50_000_000) | (balance_sheet_eur <= 43_000_000)),
            cites=(_aia(pinpoint="Art. 3(14a)", note="Recommendation 2003/361/EC, Annex, Art. 2"),),
            published_on=ACT_PUBLISHED,
            note="Written into Article 3 by the Omnibus; the Act meant the same Recommendation before.",
        ),
    ),
)

_mid_cap_size = (
    ~small_or_medium_enterprise
    & (staff < 750)
    & ((worldwide_turnover_eur <= 150_000_000) | (balance_sheet_eur <= 129_000_000))
)
_mid_cap_unknown = "Before the Omnibus the Act had no class of small mid-caps."
_mid_cap_cites = (
    _aia(pinpoint="Art. 3(14b)"),
    _omn(
        pinpoint="Art. 1(4)",
        grade=Grade.S,
        note="Ceilings from secondary readings of Recommendation (EU) 2025/1099, Annex, point 2; check there.",
    ),
)

small_mid_cap = Definition(
    id="small_mid_cap",
    title="Small mid-cap enterprise (SMC)",
    statement="the organisation is a small mid-cap enterprise",
    denial="the organisation is not a small mid-cap enterprise",
    summary="No longer an SME, fewer than 750 staff, and turnover up to EUR 150 million or a balance sheet up to "
    "EUR 129 million. The ceilings come from secondary readings.",
    versions=(
        Version(
            since=ACT_IN_FORCE,
            when=NEVER,
            cites=(_aia(pinpoint="Art. 3"),),
            replaced_on=OMNIBUS_PUBLISHED,
            note=_mid_cap_unknown,
        ),
        Version(
            since=ACT_IN_FORCE,
            until=OMNIBUS_IN_FORCE,
            when=NEVER,
            cites=(_aia(pinpoint="Art. 3"),),
            published_on=OMNIBUS_PUBLISHED,
            note=_mid_cap_unknown,
        ),
        Version(since=OMNIBUS_IN_FORCE, when=_mid_cap_size, cites=_mid_cap_cites, published_on=OMNIBUS_PUBLISHED),
    ),
)

legacy_cut_off = Param(
    id="legacy_cut_off",
    title="first day of the duties on models",
    unit="day",
    history=(
        Dated(
            since=date(2021, 6, 7),  # rules of copyright law from that day ask for it, too
            value=date(2025, 8, 2),
            cite=_aia(pinpoint="Art. 111(3)"),
            published_on=ACT_PUBLISHED,
        ),
    ),
)
