"""AI Act, Articles 11 to 15 as check items: documents, logs, instructions, oversight, accuracy and security."""

from __future__ import annotations

from apps.rules.engine import StepKind, When
from apps.rules.law.eu.ai_act.chapter_3_annex_i import annex_i_section_a
from apps.rules.law.eu.ai_act.chapter_3_annex_iii import annex_iii_1_a
from apps.rules.law.eu.ai_act.chapter_3_annex_iv import ANNEX_IV
from apps.rules.law.eu.ai_act.instruments import small_mid_cap, small_or_medium_enterprise
from apps.rules.law.eu.ai_act.steps import Row, steps
from apps.rules.law.facts.use import users, uses

_police_or_borders = uses.any_of("policing", "borders") | users.any_of("law_enforcement", "border_authority")

DOCUMENTATION_STEPS = steps(
    "EU-AIA-11",
    (
        "1-s1",
        "Finish the technical file before launch, then keep it up to date.",
        "Art. 11(1)",
        When.BEFORE_MARKET,
        "technical file with versions",
    ),
    (
        "1-s2",
        "Write it so that authorities and notified bodies can check compliance from it; leave out nothing of Annex IV.",
        "Art. 11(1)",
        When.BEFORE_MARKET,
        "index by Annex IV",
    ),
    (
        "1-s3",
        "As a small or mid-sized firm you may fill in the Commission's short form; then use no other.",
        "Art. 11(1)",
        When.BEFORE_MARKET,
        "completed short form",
        StepKind.OPTION,
        small_or_medium_enterprise | small_mid_cap,
    ),
    (
        "2",
        "Put what product law wants documented into the same file.",
        "Art. 11(2)",
        When.BEFORE_MARKET,
        "single technical file",
        StepKind.DUTY,
        annex_i_section_a,
    ),
    *ANNEX_IV,
)

LOGGING_STEPS = steps(
    "EU-AIA-12",
    (
        "1",
        "Make the system log events by itself, for as long as it exists.",
        "Art. 12(1)",
        When.BEFORE_MARKET,
        "logging design and test",
    ),
    (
        "2-a-risk",
        "Log what shows that the system may endanger people (a risk under Article 79(1)).",
        "Art. 12(2)(a)",
        When.BEFORE_MARKET,
        "list of events",
    ),
    (
        "2-a-mod",
        "Log what shows that it has changed substantially.",
        "Art. 12(2)(a)",
        When.BEFORE_MARKET,
        "list of events",
    ),
    (
        "2-b",
        "Log what you need to watch it after launch.",
        "Art. 12(2)(b)",
        When.BEFORE_MARKET,
        "events set against the monitoring plan",
    ),
    (
        "2-c",
        "Log what deployers need to watch it in operation (Article 26(5)).",
        "Art. 12(2)(c)",
        When.BEFORE_MARKET,
        "events set against the instructions",
    ),
    (
        "3-a",
        "If it identifies people from a distance, log when each use begins and ends, by date and time.",
        "Art. 12(3)(a)",
        When.BEFORE_MARKET,
        "sample of the log",
        StepKind.DUTY,
        annex_iii_1_a,
    ),
    (
        "3-b",
        "If it identifies people from a distance, log the reference database it compared with.",
        "Art. 12(3)(b)",
        When.BEFORE_MARKET,
        "sample of the log",
        StepKind.DUTY,
        annex_iii_1_a,
    ),
    (
        "3-c",
        "If it identifies people from a distance, log the input behind each match.",
        "Art. 12(3)(c)",
        When.BEFORE_MARKET,
        "sample of the log",
        StepKind.DUTY,
        annex_iii_1_a,
    ),
    (
        "3-d",
        "If it identifies people from a distance, log who checked the result under Article 14(5).",
        "Art. 12(3)(d)",
        When.BEFORE_MARKET,
        "sample of the log",
        StepKind.DUTY,
        annex_iii_1_a,
    ),
)


def _contents(*items: tuple[str, str, str, str]) -> tuple[Row, ...]:
    """What the instructions say: suffix, point of Article 13(3), text, evidence."""
    return tuple(
        (suffix, text, f"Art. 13(3){point}", When.AT_PLACING, f"instructions, {evidence}")
        for suffix, point, text, evidence in items
    )


INSTRUCTION_STEPS = steps(
    "EU-AIA-13",
    (
        "1",
        "Make it clear enough for deployers to understand and rightly use its results, and try that out with them.",
        "Art. 13(1)",
        When.BEFORE_MARKET,
        "test with deployers",
    ),
    (
        "2",
        "Add instructions for use, on paper or digital: short, complete, correct, clear, and easy for deployers.",
        "Art. 13(2)",
        When.AT_PLACING,
        "instructions for use",
    ),
    *_contents(
        ("3-a", "(a)", "Say who you are and how to reach you, and your representative if you have one.", "identity"),
        ("3-b-i", "(b)(i)", "Say what the system is meant for.", "purpose"),
        (
            "3-b-ii",
            "(b)(ii)",
            "Give accuracy with its measures, robustness and security as tested, and what is known to alter them.",
            "performance",
        ),
        ("3-b-iii", "(b)(iii)", "Warn of situations, misuse included, that may put people at risk.", "warnings"),
        ("3-b-iv", "(b)(iv)", "If it can explain its results, say how.", "explanations"),
        (
            "3-b-v",
            "(b)(v)",
            "Where it fits, say how well it works for the people or groups it is meant for.",
            "performance by group",
        ),
        (
            "3-b-vi",
            "(b)(vi)",
            "Where it fits, specify the input and what matters about training, validation and test data.",
            "input",
        ),
        ("3-b-vii", "(b)(vii)", "Where needed, explain how to read the output and act on it rightly.", "output"),
        ("3-c", "(c)", "If later changes were laid down when conformity was first assessed, name them.", "changes"),
        ("3-d", "(d)", "Set out human oversight and the technical help for reading results.", "oversight"),
        ("3-e-res", "(e)", "Say what compute and hardware it takes.", "resources"),
        (
            "3-e-life",
            "(e)",
            "Say how long it should last and what upkeep and updates it needs, how often.",
            "maintenance",
        ),
        ("3-f", "(f)", "Where it matters, show deployers how to collect, keep and read the logs.", "logs"),
    ),
)

OVERSIGHT_STEPS = steps(
    "EU-AIA-14",
    (
        "1",
        "Give people an interface through which they can really oversee the system while it is in use.",
        "Art. 14(1)",
        When.BEFORE_MARKET,
        "interface specification, usability test",
    ),
    (
        "2",
        "For each means of oversight name the risk it is there for, misuse and remaining risks included.",
        "Art. 14(2)",
        When.BEFORE_MARKET,
        "table of risks and oversight",
    ),
    (
        "3-s1",
        "Set the strength of oversight by risk, autonomy and context, and give the reasons.",
        "Art. 14(3)",
        When.BEFORE_MARKET,
        "note on proportion",
    ),
    (
        "3-a",
        "Build oversight into the system where technology allows.",
        "Art. 14(3)(a)",
        When.BEFORE_MARKET,
        "list of built-in controls",
    ),
    (
        "3-b",
        "If deployers are to carry out part of the oversight, set out what they must do.",
        "Art. 14(3)(b)",
        When.BEFORE_MARKET,
        "list of deployers' measures",
    ),
    (
        "4-a",
        "Let overseers see what it can and cannot do, and notice faults and odd behaviour.",
        "Art. 14(4)(a)",
        When.BEFORE_MARKET,
        "monitoring views, test",
    ),
    (
        "4-b",
        "Remind overseers not to trust results blindly, above all when it recommends decisions.",
        "Art. 14(4)(b)",
        When.BEFORE_MARKET,
        "controls against over-reliance",
    ),
    (
        "4-c",
        "Give overseers the tools to read results correctly.",
        "Art. 14(4)(c)",
        When.BEFORE_MARKET,
        "interpretation tools",
    ),
    (
        "4-d",
        "Let overseers leave the system aside, and ignore, overrule or undo a result.",
        "Art. 14(4)(d)",
        When.BEFORE_MARKET,
        "override function, test",
    ),
    (
        "4-e",
        "Provide a stop button, or the like, that leaves everything safe.",
        "Art. 14(4)(e)",
        When.BEFORE_MARKET,
        "stop test",
    ),
    (
        "5-s1",
        (
            "If it identifies people from a distance, make sure nobody acts on a match before at least two competent, "
            "trained, empowered people separately confirm it."
        ),
        "Art. 14(5)",
        When.BEFORE_MARKET,
        "workflow for two people, test",
        StepKind.DUTY,
        annex_iii_1_a,
    ),
    (
        "5-s2",
        "If police, migration, border or asylum law finds two people disproportionate, name it before dropping them.",
        "Art. 14(5)",
        When.BEFORE_MARKET,
        "legal citation",
        StepKind.RELIEF,
        annex_iii_1_a & _police_or_borders,
    ),
)

ACCURACY_STEPS = steps(
    "EU-AIA-15",
    (
        "1-acc",
        "Fix the accuracy that suits the purpose, reach it, and hold it over the lifecycle.",
        "Art. 15(1)",
        When.BEFORE_MARKET,
        "accuracy targets and results",
    ),
    (
        "1-rob",
        "Fix how robust it has to be, get there, and stay there over the lifecycle.",
        "Art. 15(1)",
        When.BEFORE_MARKET,
        "robustness targets and results",
    ),
    (
        "1-cyb",
        "Fix how well it has to be secured, get there, and stay there over the lifecycle.",
        "Art. 15(1)",
        When.BEFORE_MARKET,
        "security targets and results",
    ),
    (
        "3",
        "State the accuracy and how it was measured in the instructions for use.",
        "Art. 15(3)",
        When.AT_PLACING,
        "instructions, performance",
    ),
    (
        "4-s1",
        "Prepare it, in technology and organisation, for errors and faults of its own, of people and of other systems.",
        "Art. 15(4)",
        When.BEFORE_MARKET,
        "fault tests",
    ),
    (
        "4-s2",
        "Consider backups or fail-safe plans, and record what you chose.",
        "Art. 15(4)",
        When.BEFORE_MARKET,
        "decision on redundancy",
        StepKind.OPTION,
    ),
    (
        "4-s3",
        "If it goes on learning after launch, keep biased results from coming back as inputs, and soften what remains.",
        "Art. 15(4)",
        When.BEFORE_MARKET,
        "analysis of feedback loops",
    ),
    (
        "5-s1",
        "Protect it against outsiders who want to alter its use, results or performance.",
        "Art. 15(5)",
        When.BEFORE_MARKET,
        "threat model, penetration test",
    ),
    (
        "5-s2",
        "Choose security that fits the circumstances and the risks.",
        "Art. 15(5)",
        When.BEFORE_MARKET,
        "reasons for the security chosen",
    ),
    (
        "5-dp",
        "If data trains it, guard that data against poisoning: prevent, notice, react, repair.",
        "Art. 15(5)",
        When.BEFORE_MARKET,
        "controls against data poisoning",
    ),
    (
        "5-mp",
        "If components trained by others are inside, check them for tampering.",
        "Art. 15(5)",
        When.BEFORE_MARKET,
        "integrity checks",
    ),
    (
        "5-adv",
        "Where it fits, guard against inputs made to mislead it.",
        "Art. 15(5)",
        When.BEFORE_MARKET,
        "report of adversarial tests",
    ),
    (
        "5-conf",
        "Where it fits, guard against attempts to draw data or the model itself out of it.",
        "Art. 15(5)",
        When.BEFORE_MARKET,
        "report of extraction tests",
    ),
    (
        "5-flaw",
        "Where it fits, look for flaws of the model and mend them.",
        "Art. 15(5)",
        When.CONTINUOUS,
        "list of flaws",
    ),
    (
        "42-2",
        "If certified under a Union cybersecurity scheme in the Official Journal, file what the certificate covers.",
        "Art. 42(2)",
        When.BEFORE_MARKET,
        "certificate, coverage",
        StepKind.OPTION,
    ),
    (
        "42-3",
        "If the Cyber Resilience Act covers it and Article 12(1) there is met, that proof settles cybersecurity.",
        "Art. 42(3)",
        When.BEFORE_MARKET,
        "proof under the Cyber Resilience Act",
        StepKind.OPTION,
    ),
)
