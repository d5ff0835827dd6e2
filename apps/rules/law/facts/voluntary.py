"""Pledges, frameworks and standards beside the law: what an organisation signed, what it says in public.

One question settles them all for whoever signed and says nothing; two more are asked only where its answer calls for
them. None of them settles a duty, so they come after everything else.
"""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Choices, Cite, Day, Grade, Option, Rigidity
from apps.rules.law.facts.order import USE

# What the model and the system are, and where they reach people, is asked before anything that binds nobody.
_EVERYTHING_ELSE = (
    *USE,
    "development",
    "activity",
    "task_range",
    "generates",
    "training_compute",
    "union_ways",
    "us_states",
    "uk_links",
    "seat",
    "users",
    "code_chapters",
)

voluntary_steps = Choices(
    key="voluntary_steps",
    section="commitments",
    presupposes=_EVERYTHING_ELSE,
    label="voluntary pledges, frameworks and standards",
    ask="Which of these has your organisation signed, joined, filed or been certified to?",
    help="Choose all that fit; leave empty if none does. These are no duties. You can also ask for good practice "
    "without having signed anything.",
    why="Whoever signed is expected to keep the promise; whoever says so without having signed misleads others.",
    evidence="signed pledge, published report, certificate with its scope, membership",
    yes_example="A lab that signed in Seoul in 2024 and says so on its site: Seoul, and named in public",
    no_example="A firm that read the Hiroshima Code and signed nothing: none",
    options=(
        Option("hiroshima_report", "a published Hiroshima report", "Under the reporting framework run by the OECD."),
        Option("hiroshima_pledge", "a pledge to keep the Hiroshima Code of Conduct", "Without a report so far."),
        Option(
            "hiroshima_plan",
            "a Hiroshima report in preparation, from a country that takes part",
            "A member of the OECD or of the Global Partnership on AI, or a country that adheres to the OECD's AI "
            "Recommendation: Canada, Japan, Korea, the United Kingdom and the United States are among them.",
        ),
        Option(
            "hiroshima_plan_elsewhere",
            "a Hiroshima report in preparation, from another country",
            "Where the head office is counts.",
        ),
        Option("seoul", "the Frontier AI Safety Commitments (Seoul, 2024)", "20 companies signed."),
        Option("delhi", "the New Delhi Frontier AI Impact Commitments (2026)"),
        Option("white_house", "the White House commitments (2023 and 2024)", "16 companies signed."),
        Option("forum", "membership of the Frontier Model Forum"),
        Option(
            "iso_certificate",
            "a valid ISO/IEC 42001 certificate that covers this",
            "From an accredited body, not expired, with a scope that names this model or system.",
        ),
        Option(
            "iso_other_certificate",
            "another ISO/IEC 42001 certificate",
            "Expired, from a body without accreditation, or for another part of the organisation.",
        ),
        Option("iso_wanted", "ISO/IEC 42001 without a certificate", "By contract, for a tender, or by own choice."),
        Option("content_credentials", "Content Credentials (C2PA) on what it makes, edits or shows"),
        Option(
            "named_in_public",
            "one of these, another pledge, code or standard named in public",
            "On a website, in offers, adverts, model cards or reports, rightly or not.",
        ),
        Option("frontier_practice", "no pledge needed: show what is good practice for advanced or frontier AI"),
        Option("good_practice", "no pledge needed: show what is good practice for any organisation with AI"),
    ),
    cite=Cite(instrument="INT-HAIP", pinpoint="reporting framework", grade=Grade.S),
    rigidity=Rigidity.EASY,
)

voluntary_claims = Choices(
    key="voluntary_claims",
    section="commitments",
    presupposes=("voluntary_steps",),
    label="what is said in public about pledges, codes and standards",
    ask="What do you say in public about your organisation or product?",
    help="Choose all that your website, offers, adverts, model cards or reports say or suggest, whether true or not.",
    why="Keeping to a pledge is voluntary; saying so untruly can break consumer law.",
    evidence="website, offers, adverts, model cards, reports",
    yes_example="“Certified to prEN 18286” in a brochure: conforms with a European standard still in draft",
    no_example="“Our policy is informed by the NIST framework”: none of these",
    options=(
        Option("hiroshima", "it takes part in Hiroshima reporting or keeps its Code of Conduct"),
        Option("hiroshima_approved", "the OECD or the G7 approved, certified or endorsed it"),
        Option("oecd", "it keeps to the OECD AI Principles"),
        Option("seoul", "it signed or keeps the Frontier AI Safety Commitments (Seoul)"),
        Option("delhi", "it signed or keeps the New Delhi commitments"),
        Option("white_house", "it signed or keeps the White House commitments"),
        Option("forum", "it is a member of the Frontier Model Forum"),
        Option("iso_42001", "it is certified to ISO/IEC 42001"),
        Option("eu_code", "it signed the General-Purpose AI Code of Practice"),
        Option("content_credentials", "it attaches Content Credentials"),
        Option(
            "draft_standard",
            "it is certified to, or conforms with, a European AI standard still in draft",
            "Those with prEN in their name.",
        ),
        Option(
            "presumption",
            "a certificate, code or standard makes it comply with the AI Act, or be presumed to",
            "Also “AI Act compliant” next to an ISO certificate.",
        ),
    ),
    cite=Cite(instrument="CONSUMER", pinpoint="Annex I, points 1 to 4; Art. 6(2)(b)", grade=Grade.M),
    rigidity=Rigidity.EASY,
)

hiroshima_reported_on = Day(
    key="hiroshima_reported_on",
    section="commitments",
    presupposes=("voluntary_steps",),
    label="day of the last Hiroshima report",
    ask="When was your last Hiroshima report submitted?",
    help="Take the newest report or renewal. A pilot answer of 2024 is no report.",
    why="Reports are renewed within twelve months; an older one can no longer be called current.",
    evidence="the published report",
    yes_example="Filed on 19 November 2025, never renewed: 19 November 2025",
    no_example="Filed in April 2025 and renewed in March 2026: March 2026, not April 2025",
    cite=Cite(instrument="INT-HAIP", pinpoint="reporting framework, OECD questions and answers", grade=Grade.O),
    rigidity=Rigidity.EASY,
    minimum=date(2024, 1, 1),
)
