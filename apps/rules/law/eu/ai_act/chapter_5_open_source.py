"""AI Act, Articles 53(2) and 54(6): the exemption for open-source models, and each way of losing it."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import (
    ALWAYS,
    NEVER,
    CarveOut,
    Cite,
    Expr,
    Grade,
    GuidanceStatus,
    Reading,
    contested,
    guidance,
)
from apps.rules.law.eu.ai_act.chapter_5_article_51 import designated, high_impact_capabilities
from apps.rules.law.facts.openness import (
    access_terms,
    licence_grants,
    licence_terms,
    public_information,
    weights_public,
)

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)

_LICENCE = (_aia(pinpoint="Art. 53(2)"), _gl(pinpoint="section 4.2.1"))
_MONEY = (_aia(pinpoint="recital 103"), _gl(pinpoint="section 4.2.2"))

licence_line = guidance(
    key="open-licence-line",
    why="Guidance says which licence conditions are compatible with a free and open-source licence; the Act does not.",
    status=GuidanceStatus.FINAL,
    followed=ALWAYS,
    ignored=NEVER,
    cite=_gl(pinpoint="section 4.2.1"),
)

money_line = guidance(
    key="monetisation-line",
    why="That monetisation loses the exemption follows from a recital and from guidance, not from the article.",
    status=GuidanceStatus.FINAL,
    followed=ALWAYS,
    ignored=NEVER,
    cite=_gl(pinpoint="section 4.2.2"),
)

# -- licence -------------------------------------------------------------------------------------------------------


def _missing(right: str, title: str) -> CarveOut:
    return CarveOut(id=f"no-right-to-{right}", title=title, when=~licence_grants.includes(right), cites=_LICENCE)


def _condition(id_: str, title: str, when: Expr, note: str = "") -> CarveOut:
    return CarveOut(id=id_, title=title, when=when, cites=_LICENCE, note=note)


lists_of_forbidden_uses = contested(
    key="lists-of-forbidden-uses",
    why="The guidelines tolerate narrow, proportionate safety terms. Whether long lists of forbidden uses, as in "
    "responsible-AI and community licences, still fit is open.",
    a=Reading(
        "a list of forbidden uses restricts use, so the exemption is lost", licence_terms.includes("use_restrictions")
    ),
    b=Reading("terms against serious harm are tolerated, so it is kept", NEVER),
    cites=(_gl(pinpoint="section 4.2.1"),),
)

branding_above_scale = contested(
    key="branding-above-scale",
    why="Crediting is allowed; conditions triggered by scale are not. A branding duty that starts at a scale is both.",
    a=Reading(
        "any condition triggered by scale loses the exemption", licence_terms.includes("attribution_above_scale")
    ),
    b=Reading("crediting is allowed whenever it starts", NEVER),
    cites=(_gl(pinpoint="section 4.2.1"),),
)

other_limits_of_the_licence = contested(
    key="other-limits-of-the-licence",
    why="The guidelines have no example for bans on training other models, sign-up before commercial use, terms that "
    "may change later, or rights that end with a safeguard. Whether such limits restrict use or change is open.",
    a=Reading("such a limit restricts use or change, so the exemption is lost", licence_terms.includes("other_limits")),
    b=Reading("the four rights stay whole, so it is kept", NEVER),
    cites=(_gl(pinpoint="section 4.2.1"),),
)

stricter_terms_of_the_original = contested(
    key="stricter-terms-of-the-original",
    why="A changed model is released under an open licence although its original came with stricter terms. Whether "
    "those terms still bind everybody who gets the changed model is open.",
    a=Reading("the original's terms still bind, so the exemption is lost", licence_terms.includes("stricter_original")),
    b=Reading("the licence of the release decides", NEVER),
    cites=(_gl(pinpoint="section 4.2.1"),),
)

refusal_by_country = contested(
    key="refusal-by-country",
    why="Checks on users must not unfairly discriminate, for example by country. Whether a refusal can be fair, such "
    "as one that law compels, is not said.",
    a=Reading("refusing people by country is unfair discrimination", access_terms.includes("country_refusal")),
    b=Reading("the refusal is justified, so not unfair", NEVER),
    cites=(_gl(pinpoint="section 4.2.1"),),
)

contact_details_at_download = contested(
    key="contact-details-at-download",
    why="Access in exchange for personal data is monetisation unless strictly for security. Click-through forms that "
    "ask for name or e-mail are not dealt with.",
    a=Reading("asking for contact details is access against personal data", access_terms.includes("contact_details")),
    b=Reading("a plain form is a reasonable step, not monetisation", NEVER),
    cites=_MONEY,
)

NO_ACCESS = _missing("access", "Licence does not let everybody obtain the model")
NO_USE = _missing("use", "Licence does not let everybody use the model")
NO_CHANGE = _missing("modify", "Licence does not let everybody change the model")
NO_DISTRIBUTION = _missing("distribute", "Licence does not let everybody pass the model on")
NON_COMMERCIAL = _condition(
    "non-commercial-licence", "Non-commercial use only", licence_terms.includes("non_commercial")
)
RESEARCH_LICENCE = _condition("research-only-licence", "Research use only", licence_terms.includes("research_only"))
USER_SCALE = _condition(
    "licence-by-user-scale",
    "Further licence above a scale of users or revenue",
    licence_terms.includes("user_scale_licence") & licence_line,
)
SEPARATE_LICENCE = _condition(
    "separate-commercial-licence",
    "Separate licence for certain commercial uses",
    licence_terms.includes("separate_commercial_licence") & licence_line,
)
FORBIDDEN_USES = _condition(
    "list-of-forbidden-uses",
    "List of forbidden uses",
    lists_of_forbidden_uses,
    note="Contested; have the terms reviewed.",
)
SCALE_BRANDING = _condition(
    "branding-above-scale",
    "Branding duty above a scale",
    branding_above_scale,
    note="Contested.",
)
OTHER_LIMITS = _condition(
    "other-licence-limits",
    "Another limit on use or change",
    other_limits_of_the_licence,
    note="Contested; have the terms reviewed.",
)
STRICTER_ORIGINAL = _condition(
    "stricter-original-terms",
    "Stricter terms of the original model",
    stricter_terms_of_the_original,
    note="Contested; have the chain of licences reviewed.",
)
SELECTED_RECIPIENTS = _condition(
    "selected-recipients", "Only selected people get the model", access_terms.includes("selected_recipients")
)
COUNTRY_REFUSAL = _condition(
    "country-refusal",
    "People from certain countries are refused",
    refusal_by_country,
    note="Contested; a check that is open to all is fine.",
)

# -- monetisation --------------------------------------------------------------------------------------------------

MICROENTERPRISES = CarveOut(
    id="between-microenterprises",
    title="Dealings between microenterprises",
    when=access_terms.includes("microenterprises_only"),
    cites=_MONEY,
    removes="The charge of monetisation, when all dealings are between firms with fewer than 10 staff and up to "
    "EUR 2 million turnover or balance sheet.",
)


def _charged(id_: str, title: str, option: str, *, line: Expr = money_line) -> CarveOut:
    return CarveOut(
        id=id_, title=title, when=access_terms.includes(option) & line, cites=_MONEY, lost_when=(MICROENTERPRISES,)
    )


PRICE = _charged("price-for-the-model", "Price for the model itself", "price", line=ALWAYS)
DUAL_LICENSING = _charged("dual-licensing", "Free for some, paid for others", "dual_licensing")
ESSENTIAL_SERVICE = _charged(
    "essential-paid-service", "Paid service without which the model does not work", "essential_service"
)
MANDATORY_PURCHASE = _charged("mandatory-purchase", "Support or training that must be bought", "mandatory_purchase")
PAID_HOSTING = _charged("paid-exclusive-hosting", "Paid use on your own platform only", "paid_exclusive_hosting")
AD_HOSTING = _charged("ads-exclusive-hosting", "Advertising on your own platform only", "ads_exclusive_hosting")
PERSONAL_DATA = CarveOut(
    id="access-for-personal-data",
    title="Access in exchange for personal data",
    when=(access_terms.includes("personal_data") & money_line) | contact_details_at_download,
    cites=_MONEY,
    note="Contested for forms that ask for name or e-mail only.",
)

# -- systemic risk -------------------------------------------------------------------------------------------------

HIGH_IMPACT = CarveOut(
    id="open-source-high-impact",
    title="High-impact capabilities",
    when=high_impact_capabilities,
    cites=(_aia(pinpoint="Art. 53(2)"), _aia(pinpoint="Art. 54(6)"), _aia(pinpoint="Art. 51(1)(a)")),
)
DESIGNATION = CarveOut(
    id="open-source-designation",
    title="Designated as a model with systemic risk",
    when=designated,
    cites=(_aia(pinpoint="Art. 53(2)"), _aia(pinpoint="Art. 54(6)"), _aia(pinpoint="Art. 51(1)(b)")),
)

LICENCE_LOSSES = (
    NO_ACCESS,
    NO_USE,
    NO_CHANGE,
    NO_DISTRIBUTION,
    NON_COMMERCIAL,
    RESEARCH_LICENCE,
    USER_SCALE,
    SEPARATE_LICENCE,
    FORBIDDEN_USES,
    SCALE_BRANDING,
    OTHER_LIMITS,
    STRICTER_ORIGINAL,
    SELECTED_RECIPIENTS,
    COUNTRY_REFUSAL,
)
MONEY_LOSSES = (
    PRICE,
    DUAL_LICENSING,
    ESSENTIAL_SERVICE,
    MANDATORY_PURCHASE,
    PAID_HOSTING,
    AD_HOSTING,
    PERSONAL_DATA,
)

OPEN_SOURCE_MODEL = CarveOut(
    id="open-source-model",
    title="Open-source exemption for general-purpose models",
    when=weights_public
    & public_information.includes("architecture")
    & public_information.includes("usage")
    & ~licence_grants.is_empty(),
    cites=(
        _aia(pinpoint="Art. 53(2)"),
        _aia(pinpoint="Art. 54(6)"),
        _aia(pinpoint="recital 102"),
        _aia(pinpoint="recital 103"),
        _aia(pinpoint="recital 104"),
        _gl(pinpoint="section 4.2"),
    ),
    lost_when=(HIGH_IMPACT, DESIGNATION, *LICENCE_LOSSES, *MONEY_LOSSES),
    removes="Technical documentation, information for integrators, and the representative in the Union.",
    keeps="Copyright policy, public summary of training content, cooperation, showing compliance, notification of "
    "systemic risk, exposure to fines. Training data and training code need not be open.",
)
