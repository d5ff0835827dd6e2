"""AI Act, Chapter IV: Article 50(3) and (4), what those who use a system owe to the people exposed to it.

Hosts and platforms that only pass content on, a client that only commissions an agency, and employees are not
deployers (guidelines C(2026) 5054, read in extracts).
"""

from __future__ import annotations

from apps.rules.engine import Deadline, Obligation, StepKind, Topic, When
from apps.rules.law.eu.ai_act.chapter_1_scope import PRIVATE_USER, system_deployer
from apps.rules.law.eu.ai_act.chapter_4_article_50 import since_august_2026
from apps.rules.law.eu.ai_act.chapter_4_definitions import (
    ALLOWED_AGAINST_CRIME,
    REVIEWED_TEXT,
    WATCHES_AGAINST_CRIME,
    deep_fake,
    recognises_people,
    text_for_the_public,
)
from apps.rules.law.eu.ai_act.chapter_12_article_99 import BODIES_PAY, TRANSPARENCY_FINE
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.transparency import artistic_work, crime_law_use, text_review

_ALLOWED = crime_law_use.is_("investigation", "prosecution_only")
_REVIEWED = text_review.is_("reviewed_with_named_responsibility")


def _crime_row(suffix: str) -> Row:
    """The relief that both limbs of Article 50(4) share."""
    return (
        suffix,
        "If a law against crime allows it, name the law.",
        "Art. 50(4)",
        When.BEFORE_USE,
        "legal citation",
        StepKind.RELIEF,
        _ALLOWED,
    )


recognition_notice = Obligation(
    id="EU-AIA-50-3",
    title="Tell people that emotions or groups are read from them",
    must="Tell everybody exposed to it that a system reads emotions from their bodies or sorts them into groups, "
    "harmless groups such as age bands included, and handle their data as data-protection law demands.",
    who="user (deployer) of a system that recognises emotions or sorts people by their bodies",
    topic=Topic.TRANSPARENCY,
    versions=since_august_2026(
        system_deployer & recognises_people, "Art. 50(3)", (WATCHES_AGAINST_CRIME, PRIVATE_USER)
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="Before the first person is exposed to it."),
    evidence="sign or notice, record of processing with its legal basis",
    penalty=TRANSPARENCY_FINE,
    penalty_note=BODIES_PAY,
    steps=steps(
        "EU-AIA-50-3",
        (
            "1",
            "Tell the people exposed that the system is at work.",
            "Art. 50(3)",
            When.BEFORE_USE,
            "sign or notice",
        ),
        (
            "2",
            "Handle their data as data-protection law demands.",
            "Art. 50(3)",
            When.CONTINUOUS,
            "record of processing, legal basis",
        ),
        (
            "3",
            "If a law allows the use to detect, prevent or investigate crime, name law and safeguards.",
            "Art. 50(3)",
            When.BEFORE_USE,
            "legal citation",
            StepKind.RELIEF,
            crime_law_use.is_("investigation"),
        ),
    ),
    note="Some of these uses are banned or high-risk as well; the notice replaces none of those rules.",
)

deep_fake_label = Obligation(
    id="EU-AIA-50-4a",
    title="Label deep fakes",
    must="Say, so that people see or hear it, that a picture, video or sound that passes as real was made or altered "
    "by AI. The provider's hidden mark does not do this for you. In evident art, satire or fiction a lighter form is "
    "enough.",
    who="user (deployer) of a system that makes or alters images, sound or video",
    topic=Topic.TRANSPARENCY,
    versions=since_august_2026(
        system_deployer & deep_fake,
        "Art. 50(4), first subparagraph",
        (ALLOWED_AGAINST_CRIME, PRIVATE_USER),
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="At the latest when people first see or hear the content."),
    evidence="labelled items, screening rule",
    penalty=TRANSPARENCY_FINE,
    penalty_note=BODIES_PAY,
    steps=steps(
        "EU-AIA-50-4a",
        (
            "1",
            "Check each picture, video and sound for whether it passes as real.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "screening rule",
            StepKind.GATE,
        ),
        (
            "2",
            "Label what passes as real, visibly or audibly, even if the provider has marked it.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "labelled items",
            StepKind.DUTY,
            deep_fake,
        ),
        (
            "3",
            "In evident art, satire or fiction, disclose in a way that does not spoil the work.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "credits or caption",
            StepKind.RELIEF,
            artistic_work,
        ),
        _crime_row("4"),
        (
            "7",
            "Decide whether to follow the labelling part of the voluntary code; if not, keep a comparison.",
            "Art. 50(7)",
            When.BEFORE_USE,
            "adherence form or gap analysis",
            StepKind.OPTION,
        ),
    ),
    note="Content made before 2 August 2026 need not be labelled afterwards, says the guidance. Coloured archive "
    "pictures and short teasers are open points.",
)

public_text_label = Obligation(
    id="EU-AIA-50-4b",
    title="Label text on matters of public interest",
    must="Say that AI wrote or changed a text that you publish to inform the public on matters of public interest, "
    "unless people review it and a person or firm holds editorial responsibility. Both are needed.",
    who="user (deployer) of a system whose text is published to inform the public",
    topic=Topic.TRANSPARENCY,
    versions=since_august_2026(
        system_deployer & text_for_the_public,
        "Art. 50(4), second subparagraph",
        (REVIEWED_TEXT, ALLOWED_AGAINST_CRIME, PRIVATE_USER),
    ),
    deadline=Deadline(kind=When.BEFORE_USE, text="When the text is published."),
    evidence="labelled items, or review log and imprint",
    penalty=TRANSPARENCY_FINE,
    penalty_note=BODIES_PAY,
    steps=steps(
        "EU-AIA-50-4b",
        (
            "1",
            "Find the AI-written or AI-changed texts that you publish on matters of public interest.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "editorial register",
            StepKind.GATE,
        ),
        (
            "2",
            "Label these texts as made or changed by AI.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "labelled items",
            StepKind.DUTY,
            text_for_the_public & ~_REVIEWED,
        ),
        (
            "3",
            "If you rely on review, log the check of each text by people.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "review log",
            StepKind.RELIEF,
            _REVIEWED,
        ),
        (
            "4",
            "If you rely on review, also name who holds editorial responsibility.",
            "Art. 50(4)",
            When.BEFORE_USE,
            "imprint, editorial policy",
            StepKind.RELIEF,
            _REVIEWED,
        ),
        _crime_row("5"),
    ),
    note="Text written before 2 August 2026 but published since needs the label, says the guidance.",
)
