"""AI Act, Articles 111 and 113 for high-risk systems: the two calendars, and what was on the market before.

The text of 2024 started the duties on 2 August 2026 (Annex III) and 2 August 2027 (Annex I). Regulation (EU) 2026/1744,
published on 24 July 2026, moved the two days to 2 December 2027 and 2 August 2028.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Dated,
    Expr,
    Grade,
    Param,
    Reading,
    Transition,
    Version,
    contested,
)
from apps.rules.law.eu.ai_act.chapter_3_annex_i import high_risk_product
from apps.rules.law.eu.ai_act.chapter_3_classification import high_risk_by_use
from apps.rules.law.eu.ai_act.instruments import ACT_IN_FORCE, ACT_PUBLISHED, OMNIBUS_IN_FORCE, OMNIBUS_PUBLISHED
from apps.rules.law.facts.system import significant_design_change, system_placed_on
from apps.rules.law.facts.union_it_systems import union_it_system
from apps.rules.law.facts.use import users, uses

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)

USES_FROM_2024_TEXT = date(2026, 8, 2)
USES_FROM = date(2027, 12, 2)
PRODUCTS_FROM_2024_TEXT = date(2027, 8, 2)
PRODUCTS_FROM = date(2028, 8, 2)
PUBLIC_AUTHORITIES_BY = date(2030, 8, 2)
LARGE_SCALE_CUT_OFF = date(2027, 8, 2)
LARGE_SCALE_BY = date(2030, 12, 31)

_LEGACY = _aia(pinpoint="Art. 111(2)")

annex_iii_cut_off = Param(
    id="high-risk-cut-off-annex-iii",
    title="first day for which a high-risk use counts as new",
    unit="day",
    history=(
        Dated(since=ACT_IN_FORCE, value=date(2026, 8, 2), cite=_LEGACY, published_on=ACT_PUBLISHED),
        Dated(since=OMNIBUS_IN_FORCE, value=USES_FROM, cite=_LEGACY, published_on=OMNIBUS_PUBLISHED),
    ),
)

annex_i_cut_off = Param(
    id="high-risk-cut-off-annex-i",
    title="first day for which a high-risk product counts as new",
    unit="day",
    history=(
        Dated(since=ACT_IN_FORCE, value=date(2026, 8, 2), cite=_LEGACY, published_on=ACT_PUBLISHED),
        Dated(since=OMNIBUS_IN_FORCE, value=PRODUCTS_FROM, cite=_LEGACY, published_on=OMNIBUS_PUBLISHED),
    ),
)

_earlier_date_for_both = contested(
    key="date-of-use-and-product",
    why="A system can be high-risk by its use and as a product. Article 113 gives each class its own day and does not "
    "say which one counts for both.",
    a=Reading("the earlier day, that of high-risk uses, counts", ALWAYS),
    b=Reading("the later day, that of high-risk products, counts", NEVER),
    cites=(
        _aia(pinpoint="Art. 113, third paragraph, point (c)(i)"),
        _aia(pinpoint="Art. 113, third paragraph, point (c)(ii)"),
    ),
)

_dated_as_product = high_risk_product & (~high_risk_by_use | ~_earlier_date_for_both)
_dated_as_use = high_risk_by_use & ~_dated_as_product

# A system in neither class is not high-risk as described (it may have been turned into one by others): no relief here.
_placed_before_the_rules = (_dated_as_use & (system_placed_on < annex_iii_cut_off)) | (
    _dated_as_product & (system_placed_on < annex_i_cut_off)
)
_public_authorities = users.any_of("law_enforcement", "border_authority", "judicial", "public_authority", "eu_body")
# Annex X is about borders, asylum and justice; ministries, visa centres and carriers' helpers take part as well.
_may_be_of_annex_x = users.any_of("law_enforcement", "border_authority", "judicial", "eu_body") | (
    users.any_of("public_authority", "for_authority") & uses.any_of("borders", "policing")
)
_older_large_scale_part = _may_be_of_annex_x & (system_placed_on < LARGE_SCALE_CUT_OFF) & union_it_system
_unchanged = _placed_before_the_rules & ~significant_design_change & ~_older_large_scale_part

OLDER_HIGH_RISK = CarveOut(
    id="older-high-risk-system",
    title="High-risk systems from before the rules",
    when=_unchanged & ~_public_authorities,
    cites=(_LEGACY,),
    removes="The high-risk duties for systems on the market before the rules start, until their design changes much.",
    keeps="Literacy, bans and transparency duties.",
    note="Counted by type and model: further units of an unchanged design share the day of the first. The text says "
    "'Chapter III' although its parts start on several days; the day of the system's own class is used.",
)

OLDER_PUBLIC_AUTHORITY_SYSTEMS = Transition(
    id="older-public-authority-systems",
    title="Older high-risk systems for public authorities",
    when=_unchanged & _public_authorities,
    applies_from=PUBLIC_AUTHORITIES_BY,
    cites=(_LEGACY,),
)

PRODUCTS_2024_CALENDAR = Transition(
    id="annex-i-products-2027",
    title="High-risk products, first calendar",
    when=_dated_as_product,
    applies_from=PRODUCTS_FROM_2024_TEXT,
    cites=(_aia(pinpoint="Art. 113", note="text of 2024"),),
)

PRODUCTS_2026_CALENDAR = Transition(
    id="annex-i-products-2028",
    title="High-risk products, calendar of 2026",
    when=_dated_as_product,
    applies_from=PRODUCTS_FROM,
    cites=(_aia(pinpoint="Art. 113, third paragraph, point (c)(ii)"), _omn(pinpoint="Art. 1(40)")),
    published_on=OMNIBUS_PUBLISHED,
)

LARGE_SCALE_SYSTEMS = Transition(
    id="large-scale-union-it-systems",
    title="Older parts of the Union's large IT systems",
    when=_older_large_scale_part,
    applies_from=LARGE_SCALE_BY,
    cites=(_aia(pinpoint="Art. 111(1)"), _aia(pinpoint="Annex X")),
)

LATER_STARTS_2024_TEXT = (PRODUCTS_2024_CALENDAR, OLDER_PUBLIC_AUTHORITY_SYSTEMS, LARGE_SCALE_SYSTEMS)
LATER_STARTS = (PRODUCTS_2026_CALENDAR, OLDER_PUBLIC_AUTHORITY_SYSTEMS, LARGE_SCALE_SYSTEMS)

_NEVER_CAME = "Never came to apply: the calendar was changed before."
_WITH_ITS_CLASS = (
    "The article has formally applied since 2 August 2026, but no system counts as high-risk before the rules that "
    "classify it apply. The later day used here is the common reading, not an express rule."
)


def on_both_calendars(when: Expr, pinpoint: str, unless: tuple[CarveOut, ...]) -> tuple[Version, ...]:
    """A duty of Chapter III, Sections 1 to 3, on the calendar of 2024 and on that of 2026, which replaced it."""
    return _calendars(when, pinpoint, unless, LATER_STARTS_2024_TEXT, LATER_STARTS)


def with_classification(when: Expr, pinpoint: str, unless: tuple[CarveOut, ...]) -> tuple[Version, ...]:
    """A duty formally in force since August 2026 (Articles 43 to 49, 71 to 73, 86) that needs a high-risk system.

    It is dated with the class, as is usual, and says so.
    """
    return _calendars(when, pinpoint, unless, LATER_STARTS_2024_TEXT, LATER_STARTS, _WITH_ITS_CLASS)


def for_uses_alone(when: Expr, pinpoint: str, unless: tuple[CarveOut, ...], note: str = "") -> tuple[Version, ...]:
    """A duty that only uses listed in Annex III bring: no later day for products, no relief for older systems."""
    return _calendars(when, pinpoint, unless, (), (), note)


def _calendars(
    when: Expr,
    pinpoint: str,
    unless: tuple[CarveOut, ...],
    first: tuple[Transition, ...],
    second: tuple[Transition, ...],
    note: str = "",
) -> tuple[Version, ...]:
    return (
        Version(
            since=USES_FROM_2024_TEXT,
            when=when,
            cites=(_aia(pinpoint=pinpoint), _aia(pinpoint="Art. 113", note="text of 2024")),
            unless=unless,
            transitions=first,
            replaced_on=OMNIBUS_PUBLISHED,
            note=_NEVER_CAME,
        ),
        Version(
            since=USES_FROM,
            when=when,
            cites=(
                _aia(pinpoint=pinpoint),
                _aia(pinpoint="Art. 113, third paragraph, point (c)(i)"),
                _omn(pinpoint="Art. 1(40)"),
            ),
            unless=unless,
            transitions=second,
            published_on=OMNIBUS_PUBLISHED,
            note=note,
        ),
    )
