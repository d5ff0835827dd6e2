"""What AI is used for: for each domain the rules it may bring and the questions that decide.

What a use may bring is drawn from the whole of Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744; each
rule's own page has its pinpoint and grade.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from apps.library.naming import Entry, entry
from apps.library.regulators import Field, fields_of

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from apps.library.atlas import Atlas, Node


@dataclass(frozen=True)
class Domain:
    """A domain of use.

    `turns` says in words what its rules turn on. `uses`: options of the fact `uses`, none where it can be any field.
    `rules`: definitions and duties that may be met; `questions`: the facts that decide.
    """

    key: str
    name: str | Promise
    turns: str | Promise
    uses: tuple[str, ...]
    rules: tuple[str, ...]
    questions: tuple[str, ...]


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Asked whatever the domain: what the law takes first, and what it takes for every use alike.
ALWAYS: Final = _ids(
    "system_method system_roles system_union_links system_functions machine_recognisable profiles_people "
    "system_placed_on staff worldwide_turnover_eur users depiction public_interest_text"
)
WITHOUT_DOMAIN: Final = frozenset({"other"})  # options of `uses` that say nothing of the rules to come

DOMAINS: Final[tuple[Domain, ...]] = (
    Domain(
        "recruitment",
        _("Choosing staff"),
        _(
            "Whether the employer or only the applicant uses it; whether it ranks, filters, rates or targets a "
            "certain vacancy, or merely arranges dates; whether it reads feelings."
        ),
        uses=_ids("hiring"),
        rules=_ids("annex_iii_4_a banned_5_1_f EU-AIA-26-7 EU-AIA-26-11 EU-AIA-86 EU-OTHER-GDPR-22"),
        questions=_ids("hiring_tasks users profiles_people body_findings decision_effect"),
    ),
    Domain(
        "workers",
        _("Managing workers"),
        _(
            "Whether pay, promotion or dismissal hang on it; whether tasks go by a person’s conduct or traits; "
            "whether it watches and also evaluates; whether hints may be ignored."
        ),
        uses=_ids("work_management"),
        rules=_ids("annex_iii_4_b banned_5_1_f EU-AIA-26-7 EU-AIA-26-11 EU-AIA-86 EU-OTHER-PWD"),
        questions=_ids("work_tasks body_findings emotion_subjects deployment"),
    ),
    Domain(
        "credit-scoring",
        _("Credit checks"),
        _(
            "Whether people or companies are scored; whether fraud is its main purpose; whether data from an "
            "unrelated setting count against someone."
        ),
        uses=_ids("credit"),
        rules=_ids("annex_iii_5_b EU-AIA-27-1 banned_5_1_c EU-OTHER-GDPR-22 EU-OTHER-CREDIT"),
        questions=_ids("credit_tasks profiles_people practices rating_effects"),
    ),
    Domain(
        "insurance",
        _("Insurance"),
        _(
            "Whether it concerns life and health or another line; whether it judges or prices a single person, or "
            "serves claims and tariffs."
        ),
        uses=_ids("insurance"),
        rules=_ids("annex_iii_5_c EU-AIA-27-1 banned_5_1_c EU-OTHER-GDPR-22"),
        questions=_ids("insurance_tasks profiles_people practices"),
    ),
    Domain(
        "education",
        _("Schools, universities, training"),
        _(
            "Whether the school or the learner uses it; whether a mark counts; whether it bears on admission or "
            "placing."
        ),
        uses=_ids("education"),
        rules=_ids("annex_iii_3_a annex_iii_3_b annex_iii_3_c EU-AIA-27-1"),
        questions=_ids("education_tasks users part_in_decision"),
    ),
    Domain(
        "proctoring",
        _("Watching over exams"),
        _(
            "Whether it watches during a test; whether it looks for forbidden conduct, for who somebody is, or "
            "for feelings."
        ),
        uses=_ids("education"),
        rules=_ids("annex_iii_3_d annex_iii_1_a banned_5_1_f"),
        questions=_ids("education_tasks body_findings active_involvement emotion_subjects"),
    ),
    Domain(
        "biometric-identification",
        _("Telling who people are"),
        _(
            "Whether it confirms one claim or searches among many; whether people take part knowingly; whether it "
            "runs live, in public, for law enforcement; how the images were gathered."
        ),
        uses=_ids(""),
        rules=_ids("annex_iii_1_a biometric_verification banned_5_1_h banned_5_1_e EU-AIA-26-10"),
        questions=_ids(
            "body_findings active_involvement identification_time public_place targeted_search users practices "
            "face_source"
        ),
    ),
    Domain(
        "biometric-categorisation",
        _("Sorting people by body"),
        _("Which trait is concluded, about whom, and whether this is a mere side feature of another service."),
        uses=_ids(""),
        rules=_ids("annex_iii_1_b banned_5_1_g EU-AIA-50-3"),
        questions=_ids("body_findings category_ancillary category_purpose"),
    ),
    Domain(
        "emotion-recognition",
        _("Reading emotions"),
        _(
            "Whether it works from the body or from words alone; whether it finds feelings or physical states; "
            "whether workers or learners are its subjects; medical or safety reasons."
        ),
        uses=_ids(""),
        rules=_ids("annex_iii_1_c banned_5_1_f EU-AIA-50-3"),
        questions=_ids("body_findings emotion_subjects emotion_reason"),
    ),
    Domain(
        "law-enforcement",
        _("Police and prosecution"),
        _(
            "Whether police use it or have it done; whether it judges persons or places; whether traits alone or "
            "facts carry the forecast."
        ),
        uses=_ids("policing"),
        rules=_ids(
            "annex_iii_6_a annex_iii_6_b annex_iii_6_c annex_iii_6_d annex_iii_6_e annex_iii_1_a annex_iii_1_b "
            "annex_iii_1_c banned_5_1_d banned_5_1_h EU-AIA-26-10"
        ),
        questions=_ids(
            "users policing_tasks practices crime_prediction_basis body_findings active_involvement "
            "identification_time public_place targeted_search"
        ),
    ),
    Domain(
        "migration",
        _("Migration, asylum, borders"),
        _(
            "Whether an authority is behind it; whether it says something about a single person, or checks "
            "documents and makes statistics."
        ),
        uses=_ids("borders"),
        rules=_ids(
            "annex_iii_7_a annex_iii_7_b annex_iii_7_c annex_iii_7_d annex_iii_1_a annex_iii_1_b "
            "annex_iii_1_c prohibited_practice"
        ),
        questions=_ids("users border_tasks body_findings"),
    ),
    Domain(
        "justice",
        _("Courts and legal work"),
        _(
            "Whether a court or a body settling disputes uses it, or a lawyer or party; whether it applies law to "
            "facts or does clerical work."
        ),
        uses=_ids("justice"),
        rules=_ids("annex_iii_8_a EU-AIA-27-1"),
        questions=_ids("users justice_tasks dispute_outcome_binding"),
    ),
    Domain(
        "elections",
        _("Elections and campaigns"),
        _("Whether it is meant to sway votes; whether voters meet its output themselves."),
        uses=_ids("elections"),
        rules=_ids("annex_iii_8_b EU-AIA-50-4a EU-AIA-50-4b EU-OTHER-POLITICAL-ADS EU-OTHER-DSA"),
        questions=_ids("election_tasks depiction public_interest_text"),
    ),
    Domain(
        "infrastructure",
        _("Essential networks"),
        _(
            "Whether it protects people and property or merely forecasts; whether the operator is designated as "
            "critical; whether it serves cybersecurity alone."
        ),
        uses=_ids("infrastructure"),
        rules=_ids("annex_iii_2 high_risk_product EU-AIA-49-5 EU-OTHER-NIS2"),
        questions=_ids("infrastructure_tasks critical_entity product_laws product_function"),
    ),
    Domain(
        "medical",
        _("Medical devices and diagnosis"),
        _(
            "Whether it has a medical purpose; whether its device class brings in a notified body; whether it "
            "sorts emergency patients."
        ),
        uses=_ids("health"),
        rules=_ids("annex_i_section_a annex_iii_5_a annex_iii_5_d EU-OTHER-MDR"),
        questions=_ids("product_laws product_assessment product_function emergency_tasks benefit_tasks"),
    ),
    Domain(
        "toys",
        _("Toys"),
        _(
            "Whether it keeps the toy safe; whether somebody else has to assess the toy; whether it could play on "
            "children’s weaknesses."
        ),
        uses=_ids("product"),
        rules=_ids("annex_i_section_a banned_5_1_b EU-AIA-50-1 EU-OTHER-TOYS"),
        questions=_ids(
            "product_laws product_function product_assessment practices weakness_ground machine_recognisable"
        ),
    ),
    Domain(
        "machinery",
        _("Machines and robots"),
        _("Whether its failure endangers people. The machinery rules carry the demands over, not the AI Act itself."),
        uses=_ids("product"),
        rules=_ids("annex_i_section_b EU-OTHER-MACHINERY"),
        questions=_ids("product_laws product_function product_assessment"),
    ),
    Domain(
        "vehicles",
        _("Vehicles, aircraft, trains, ships"),
        _(
            "Whether it is part of what is type-approved. The laws of each sector carry the demands over, not the "
            "AI Act itself."
        ),
        uses=_ids("product"),
        rules=_ids("annex_i_section_b EU-OTHER-VEHICLES EU-OTHER-AVIATION"),
        questions=_ids("product_laws product_function product_assessment"),
    ),
    Domain(
        "radio",
        _("Connected devices"),
        _(
            "Whether a third party must assess health and safety, or only radio and interference; whether its "
            "failure endangers anyone."
        ),
        uses=_ids("product"),
        rules=_ids("annex_i_section_a outside_assessment EU-CRA-14-1"),
        questions=_ids("product_laws product_function product_assessment"),
    ),
    Domain(
        "assistants",
        _("Chatbots and assistants"),
        _("Whether people notice that a machine answers; whether it is offered or adapted for a listed use."),
        uses=_ids("general_assistant customer_service"),
        rules=_ids(
            "EU-AIA-50-1 EU-AIA-50-2 banned_5_1_a banned_5_1_b takes_over_as_provider annex_iii_general_assistant"
        ),
        questions=_ids(
            "system_functions machine_recognisable practices weakness_ground take_over high_risk_uses_excluded"
        ),
    ),
    Domain(
        "companions",
        _("Artificial companions"),
        _("Whether it reads feelings from voice or face; whether it sways people in ways that harm them."),
        uses=_ids("companion"),
        rules=_ids("EU-AIA-50-1 annex_iii_1_c banned_5_1_a banned_5_1_b"),
        questions=_ids(
            "system_functions machine_recognisable body_findings practices influence_effect influence_harm weakness_use"
        ),
    ),
    Domain(
        "synthetic-media",
        _("Making pictures, film and voices"),
        _(
            "Whether real people, things or events seem to be shown; whether it could pass as real; whether "
            "intimate or abusive pictures can be had from it again and again."
        ),
        uses=_ids("media"),
        rules=_ids("EU-AIA-50-2 EU-AIA-50-4a deep_fake banned_5_1_ba banned_5_1_bb"),
        questions=_ids(
            "system_functions depiction artistic_work intimate_material intimate_safeguards abuse_material "
            "abuse_safeguards"
        ),
    ),
    Domain(
        "written-media",
        _("Written news and marketing"),
        _(
            "Whether a text is published on a matter of public interest; whether somebody reviews it and answers "
            "for it."
        ),
        uses=_ids("media advertising"),
        rules=_ids("EU-AIA-50-2 EU-AIA-50-4b text_for_the_public"),
        questions=_ids("system_functions public_interest_text text_review"),
    ),
    Domain(
        "recommenders",
        _("Recommending content and goods"),
        _(
            "Whether it distorts what people do and harms them; whether it is meant to sway votes; whether a very "
            "large platform runs it."
        ),
        uses=_ids("recommendation"),
        rules=_ids("banned_5_1_a banned_5_1_b annex_iii_8_b EU-OTHER-DSA EU-DSA-34"),
        questions=_ids(
            "practices influence_effect influence_harm election_tasks system_union_links runs_designated_platform"
        ),
    ),
    Domain(
        "service-analytics",
        _("Listening in on customer service"),
        _("Whether customers or staff are analysed; whether it hears voices or reads words."),
        uses=_ids("customer_service"),
        rules=_ids("EU-AIA-50-1 EU-AIA-50-3 annex_iii_1_c annex_iii_4_b banned_5_1_f"),
        questions=_ids("body_findings emotion_subjects work_tasks"),
    ),
    Domain(
        "coding",
        _("Writing software"),
        _(
            "Whether professionals alone use it; whether it makes anything but code; whether its output becomes "
            "part of a high-risk system."
        ),
        uses=_ids("coding"),
        rules=_ids("EU-AIA-50-1 EU-AIA-50-2 EU-AIA-25-4"),
        questions=_ids("system_functions machine_recognisable marking_exceptions supplied_part"),
    ),
    Domain(
        "research",
        _("Scientific research"),
        _("Whether research is its only purpose; whether it is on the market; whether it is tested on real people."),
        uses=_ids("research"),
        rules=_ids("EU-AIA-57 EU-AIA-60"),
        questions=_ids("system_limits system_testing system_placed_on"),
    ),
    Domain(
        "games",
        _("Games"),
        _(
            "Whether players notice a machine; whether real people are simulated; whether it reads feelings; "
            "whether children play."
        ),
        uses=_ids("games"),
        rules=_ids("EU-AIA-50-1 EU-AIA-50-2 EU-AIA-50-3 EU-AIA-50-4a banned_5_1_b annex_iii_1_c"),
        questions=_ids("machine_recognisable depiction body_findings weakness_ground"),
    ),
    Domain(
        "filters",
        _("Spam and security filters"),
        _("Whether it talks to people; whether it rates people; whether it serves cybersecurity alone."),
        uses=_ids("security"),
        rules=_ids("prohibited_practice annex_iii_2"),
        questions=_ids("system_functions infrastructure_tasks profiles_people"),
    ),
    Domain(
        "benefits",
        _("Public benefits and services"),
        _(
            "Whether an authority uses it or has it used; whether it decides, cuts or flags entitlements; whether "
            "unrelated data count."
        ),
        uses=_ids("public_benefits"),
        rules=_ids("annex_iii_5_a EU-AIA-27-1 banned_5_1_c EU-AIA-26-8"),
        questions=_ids("users benefit_tasks practices rating_basis rating_effects"),
    ),
    Domain(
        "emergencies",
        _("Emergency calls and rescue"),
        _(
            "Whether it ranks calls or sends help; whether it merely writes down or forecasts; whether it is a "
            "medical device."
        ),
        uses=_ids("emergency"),
        rules=_ids("annex_iii_5_d EU-OTHER-MDR"),
        questions=_ids("emergency_tasks product_laws"),
    ),
    Domain(
        "housing",
        _("Homes"),
        _("Whether a public or a private landlord uses it; whether it judges if a tenant can pay."),
        uses=_ids("housing"),
        rules=_ids("annex_iii_5_a annex_iii_5_b banned_5_1_c"),
        questions=_ids("users credit_tasks benefit_tasks practices"),
    ),
    Domain(
        "advertising",
        _("Advertising"),
        _(
            "Whether it advertises a certain job to chosen people; whether it aims at weaknesses; whether screens "
            "look back at passers-by."
        ),
        uses=_ids("advertising"),
        rules=_ids("annex_iii_4_a banned_5_1_a banned_5_1_b EU-AIA-50-3 EU-OTHER-DSA"),
        questions=_ids("hiring_tasks practices weakness_ground body_findings"),
    ),
    Domain(
        "fraud",
        _("Fraud and money laundering"),
        _("Whether finding fraud is the main purpose; whether a firm meets its own duty or acts for the police."),
        uses=_ids("fraud"),
        rules=_ids("annex_iii_5_b annex_iii_6_e banned_5_1_d"),
        questions=_ids("credit_tasks policing_tasks users crime_prediction_for crime_prediction_basis"),
    ),
    Domain(
        "agents",
        _("Agents that act on their own"),
        _("Which listed use the linked actions serve together; whether it writes to or phones third persons."),
        uses=_ids("general_assistant"),
        rules=_ids("EU-AIA-50-1 filter_6_3 takes_over_as_provider annex_iii_general_assistant"),
        questions=_ids("system_functions feeds_combined_decision part_in_decision take_over high_risk_uses_excluded"),
    ),
    Domain(
        "language-tools",
        _("Translation and transcription"),
        _("Whether the result stays true to the original; whether it is a step in a listed use."),
        uses=_ids("translation"),
        rules=_ids("filter_6_3 EU-AIA-50-2"),
        questions=_ids("part_in_decision marking_exceptions profiles_people"),
    ),
)


@dataclass(frozen=True)
class ShownDomain:
    """A domain with its rules and questions as entries of the rulebook, and its fields in the United Kingdom."""

    domain: Domain
    rules: tuple[Entry, ...]
    questions: tuple[Entry, ...]
    british: tuple[Field, ...]


def shown_domains(atlas: Atlas) -> tuple[ShownDomain, ...]:
    """Every domain, ready to show. KeyError names a rule or fact that the rulebook does not have."""
    return tuple(
        ShownDomain(
            domain,
            tuple(entry(atlas, rule_node(atlas, key)) for key in domain.rules),
            tuple(entry(atlas, ("facts", key)) for key in domain.questions),
            fields_of(domain.key),
        )
        for domain in DOMAINS
    )


def rule_node(atlas: Atlas, key: str) -> Node:
    """A rule of a domain is a legal concept or a duty of the rulebook."""
    return ("definitions", key) if key in atlas.book.definitions else ("duties", atlas.book.obligations[key].id)
