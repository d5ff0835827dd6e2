"""Adverts with invented performers, prices by personal data, and age signals of devices, state by state."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import CarveOut, Cite, Deadline, Expr, Force, Grade, Relief, State, Topic, Version, When
from apps.rules.law.acts import ALWAYS_DUE, Happening, duty, instrument
from apps.rules.law.facts.system import system_roles
from apps.rules.law.facts.us_consumers import us_app_roles, us_personal_prices, us_synthetic_advert
from apps.rules.law.us.common import does, in_state

# These acts look at adverts, prices and apps, not at a part in AI; only a bare model is out of the question.
_IN_BUSINESS: Expr = ~system_roles.is_empty()

# --- Adverts ----------------------------------------------------------------------------------------------------------
NY396B = instrument(
    "US-NY-GBL396B",
    "Synthetic performers in advertisements",
    "New York GBL 396-b",
    Force.STATUTE,
    "Gen. Bus. Law 396-b; S.8420-A",
    "Since 9 June 2026 whoever makes an advert and knows that it has a synthetic performer says so. Sound alone, "
    "expressive works and translation are outside.",
    "Looks at advertisers, not at models.",
    Happening(date(2025, 12, 11), State.ADOPTED, "signed"),
    Happening(date(2026, 6, 9), State.IN_FORCE, "applies"),
    jurisdiction="US-NY",
    published_on=date(2025, 12, 11),
)
NY_ADVERT_LIMITS = CarveOut(
    id="ny-advert-limits",
    title="Expressive works and translation (New York adverts)",
    when=us_synthetic_advert.any_of("expressive", "translation"),
    cites=(Cite(instrument="US-NY-GBL396B", pinpoint="396-b", grade=Grade.M),),
    removes="the disclosure",
    keeps="it for all other adverts",
)
ny_performers = duty(
    NY396B,
    "NY396-1",
    "Disclose a synthetic performer in an advert (New York)",
    "Say conspicuously in the advert that it has a synthetic performer.",
    "whoever makes the advert",
    Topic.TRANSPARENCY,
    date(2026, 6, 9),
    in_state("ny")
    & _IN_BUSINESS
    & does("adverts")
    & us_synthetic_advert.includes("picture")
    & us_synthetic_advert.includes("knowing"),
    "396-b",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="In each advert."),
    "advert files",
    "$1,000 for a first violation, $5,000 for each later one.",
    unless=(NY_ADVERT_LIMITS,),
)
CA1050 = instrument(
    "US-CA-SB1050",
    "Synthetic performers in advertisements",
    "California SB 1050",
    Force.STATUTE,
    "Stats. 2026 ch. 246; Bus. & Prof. Code 17610",
    "From 2027 adverts in which a synthetic performer is prominent say so, sound alone included and whether or not the "
    "maker knows. Expressive works, translation and accessibility are outside. Media take adverts down on an order.",
    "Looks at advertisers, not at models.",
    Happening(date(2026, 9, 16), State.ADOPTED, "approved", Grade.P),
    Happening(date(2027, 1, 1), State.IN_FORCE, "takes effect"),
    jurisdiction="US-CA",
    published_on=date(2026, 9, 16),
)
CA_ADVERT_LIMITS = CarveOut(
    id="ca-advert-limits",
    title="Expressive works, translation and accessibility (California adverts)",
    when=us_synthetic_advert.any_of("expressive", "translation", "accessibility"),
    cites=(Cite(instrument="US-CA-SB1050", pinpoint="17610(d)", grade=Grade.P),),
    removes="the disclosure",
    keeps="it for all other adverts",
)
ca_performers = duty(
    CA1050,
    "CA1050-1",
    "Disclose a synthetic performer in an advert (California)",
    "Say clearly and conspicuously in the advert that the performance is synthetic or that no human performer is "
    "shown.",
    "whoever makes and has an advert published",
    Topic.TRANSPARENCY,
    date(2027, 1, 1),
    in_state("ca")
    & _IN_BUSINESS
    & does("adverts")
    & us_synthetic_advert.any_of("picture", "audio_only")
    & us_synthetic_advert.includes("prominent"),
    "17610(b)",
    Grade.P,
    Deadline(kind=When.ON_EVENT, text="In each advert."),
    "advert files",
    "A violation of the law on false advertising (17500) and of the Unfair Competition Law; no amount in the section.",
    unless=(CA_ADVERT_LIMITS,),
)
ca_take_down = duty(
    CA1050,
    "CA1050-2",
    "Take an advert down on a court order (California media)",
    "Once served with a court order on such an advert that you carry, remove it in California and take no more "
    "payment for it.",
    "advertising medium",
    Topic.COOPERATION,
    date(2027, 1, 1),
    in_state("ca") & _IN_BUSINESS & does("adverts") & us_synthetic_advert.includes("medium"),
    "17610(e)",
    Grade.P,
    Deadline(kind=When.ON_REQUEST, text="As soon as commercially reasonable and technically feasible."),
    "take-down log",
    "As above.",
)

# --- Prices -----------------------------------------------------------------------------------------------------------
NY349A = instrument(
    "US-NY-GBL349A",
    "Algorithmic Pricing Disclosure Act",
    "New York GBL 349-a",
    Force.STATUTE,
    "Gen. Bus. Law 349-a",
    "Since 10 November 2025 an exact sentence stands near each price that an algorithm set with a consumer's personal "
    "data. Insurance, banks, taxi fares by place and discounts below a subscription price are outside.",
    "Looks at sellers.",
    Happening(date(2025, 5, 9), State.ADOPTED, "signed"),
    Happening(date(2025, 7, 8), State.ADOPTED, "first day named in the act, put off by litigation"),
    Happening(date(2025, 11, 10), State.IN_FORCE, "applies, after litigation"),
    jurisdiction="US-NY",
    enforcer="Attorney General, after a notice to stop",
    published_on=date(2025, 5, 9),
)
PRICE_LIMITS = CarveOut(
    id="ny-price-limits",
    title="Insurance, banks, taxi fares by place, subscription discounts (New York prices)",
    when=us_personal_prices.includes("exempt"),
    cites=(Cite(instrument="US-NY-GBL349A", pinpoint="349-a", grade=Grade.S),),
    removes="the sentence beside the price",
    keeps="it for every other price",
)
_PERSONAL_PRICES: Expr = in_state("ny") & _IN_BUSINESS & does("prices") & us_personal_prices.includes("personal")
_PLANNED = date(2025, 7, 8)  # as the act has it; litigation put it off
ny_prices = duty(
    NY349A,
    "NY349-1",
    "Put the required sentence beside personal prices (New York)",
    "Near each such price show the act's own sentence, which says that an algorithm set the price with the consumer's "
    "personal data.",
    "seller doing business in New York",
    Topic.TRANSPARENCY,
    date(2025, 11, 10),
    _PERSONAL_PRICES,
    "349-a",
    Grade.S,
    ALWAYS_DUE,
    "screenshots",
    "Up to $1,000 per violation, after a notice to stop.",
    unless=(PRICE_LIMITS,),
    published_on=_PLANNED,
    earlier=(
        Version(
            since=_PLANNED,
            when=_PERSONAL_PRICES,
            cites=(Cite(instrument="US-NY-GBL349A", pinpoint="349-a", grade=Grade.S),),
            unless=(PRICE_LIMITS,),
            replaced_on=_PLANNED,
        ),
    ),
    note="The wording is fixed by the act, in capitals: copy it from the official text.",
)
MD895 = instrument(
    "US-MD-HB895",
    "Protection From Predatory Pricing Act",
    "Maryland HB 895",
    Force.STATUTE,
    "HB 895; Com. Law 13-321",
    "Since 1 October 2026 food shops of 15,000 square feet or more and food-delivery services set no higher price for "
    "a consumer from personal data without consent, and use no data on protected groups to withhold an advantage. "
    "Loyalty, promotion and cost are left alone.",
    "Looks at sellers.",
    Happening(date(2026, 4, 28), State.ADOPTED, "signed"),
    Happening(date(2026, 10, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-MD",
    enforcer="Consumer Protection Division, with 45 days to cure; no private action",
    published_on=date(2026, 4, 28),
)
md_prices = duty(
    MD895,
    "MD895-1",
    "Charge nobody more for food because of personal data (Maryland)",
    "Set no higher price for a particular consumer from personal data without consent, and withhold no advantage by "
    "data on protected groups.",
    "large food shop or food-delivery service",
    Topic.PROHIBITION,
    date(2026, 10, 1),
    in_state("md")
    & _IN_BUSINESS
    & does("prices")
    & us_personal_prices.includes("food")
    & us_personal_prices.any_of("personal", "higher"),
    "Com. Law 13-321",
    Grade.S,
    ALWAYS_DUE,
    "pricing logic, consents",
    "$10,000 for a first and $25,000 for a repeated violation (one source).",
    note="Prices that differ by loyalty programme, promotion or cost are left alone.",
)
CO1210 = instrument(
    "US-CO-HB26-1210",
    "Surveillance pricing and wages (Colorado)",
    "Colorado HB 26-1210",
    Force.HISTORY,
    "HB 26-1210",
    "Never became law: vetoed in June 2026.",
    "Never law.",
    Happening(date(2026, 6, 2), State.VETOED, "vetoed"),
    jurisdiction="US-CO",
)

# --- Ages -------------------------------------------------------------------------------------------------------------
AMENDED = date(2026, 9, 10)  # AB 1856
AB1043 = instrument(
    "US-CA-AB1043",
    "Digital Age Assurance Act",
    "California AB 1043",
    Force.STATUTE,
    "Stats. 2025 ch. 675, amended by AB 1856 (2026); Civ. Code 1798.500 ff.",
    "From 2027 operating systems signal age brackets, stores pass them on, and apps must ask for them: the answer "
    "counts as knowledge of age. Apps updated since 2026 ask before 1 July 2027. Browsers and websites were taken out. "
    "The text of AB 1856 was read in notes.",
    "Whoever distributes an operating system or application that recipients may copy, pass on and change is no "
    "operating-system provider; stores and makers of apps are not freed by that.",
    Happening(date(2025, 10, 13), State.ADOPTED, "signed"),
    Happening(AMENDED, State.ADOPTED, "AB 1856: open licences left out"),
    Happening(date(2027, 1, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-CA",
    enforcer="Attorney General",
    relief=Relief.EXPRESS,
    published_on=date(2025, 10, 13),
)
OPEN_LICENCE = CarveOut(
    id="ca-open-operating-system",
    title="Open operating systems (California age signals, by AB 1856)",
    when=us_app_roles.includes("open_os") & ~us_app_roles.includes("os"),
    cites=(Cite(instrument="US-CA-AB1043", pinpoint="1798.500, as amended by AB 1856", grade=Grade.S),),
    removes="the duties of operating-system providers, where the licence lets recipients copy, pass on and change it",
    keeps="the duties of app stores and of makers of apps",
)
_SIGNALS: Expr = in_state("ca") & _IN_BUSINESS & does("apps") & us_app_roles.any_of("os", "open_os")
_AGE_PENALTY = "Up to $2,500 (negligent) or $7,500 (intentional) for each affected child."
age_signal_os = duty(
    AB1043,
    "CA1043-2",
    "Ask for age at account setup and signal the bracket (California)",
    "As provider of an operating system with account setup, let apps learn the user's age bracket.",
    "operating-system provider",
    Topic.CHATBOTS,
    date(2027, 1, 1),
    _SIGNALS,
    "1798.500 ff.",
    Grade.S,
    ALWAYS_DUE,
    "interface documentation",
    _AGE_PENALTY,
    unless=(OPEN_LICENCE,),
    published_on=AMENDED,
    earlier=(
        Version(
            since=date(2027, 1, 1),
            when=_SIGNALS,
            cites=(Cite(instrument="US-CA-AB1043", pinpoint="1798.500 ff.", grade=Grade.S),),
            replaced_on=AMENDED,
        ),
    ),
)
age_signal_app = duty(
    AB1043,
    "CA1043-1",
    "Ask for the age signal when an app is installed and opened (California)",
    "Request the age bracket at download and launch, and treat the answer as knowledge of age; a store passes it on. "
    "Apps updated since 2026 do so before 1 July 2027.",
    "maker of an app, app store",
    Topic.CHATBOTS,
    date(2027, 1, 1),
    in_state("ca") & _IN_BUSINESS & does("apps") & us_app_roles.any_of("app", "store"),
    "1798.500 ff.",
    Grade.S,
    Deadline(kind=When.ON_EVENT, text="At download and launch; existing apps before 1 July 2027."),
    "log of requests",
    _AGE_PENALTY,
    note="Nobody may ask for the signal unless the law requires it. No rule says what holds where there is no signal.",
)
CO26_051 = instrument(
    "US-CO-SB26-051",
    "Age attestation on devices (Colorado)",
    "Colorado SB 26-051",
    Force.STATUTE,
    "SB 26-051",
    "Signed on 3 June 2026, from 1 July 2028: like California's act. Known from one note; no duty is worked out.",
    "Left out: open licences, if the distributor also lets users install changed versions.",
    Happening(date(2026, 6, 3), State.ADOPTED, "signed"),
    Happening(date(2028, 7, 1), State.IN_FORCE, "applies"),
    jurisdiction="US-CO",
    relief=Relief.EXPRESS,
    published_on=date(2026, 6, 3),
)
NOT_LAW = instrument(
    "US-CA-NOT-LAW",
    "California bills on AI that are not law, and acts struck down",
    "California AI bills that are not law",
    Force.HISTORY,
    "AB 2930, AB 1018, SB 300; AB 2655, AB 2839",
    "AB 2930 and AB 1018 were not enacted, SB 300 passed one house. AB 2655 and AB 2839 on election deepfakes were "
    "struck down or blocked in August 2025 (Kohls v. Bonta). No duty comes from them.",
    "Not law.",
    Happening(date(2024, 9, 17), State.ADOPTED, "AB 2655 and AB 2839 signed", Grade.M),
    Happening(date(2025, 8, 29), State.STRUCK_DOWN, "AB 2655 and AB 2839 struck down or blocked"),
    jurisdiction="US-CA",
)
