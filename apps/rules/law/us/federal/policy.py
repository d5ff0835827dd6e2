"""Federal executive orders, policy, standards and bills: none puts a duty on a private developer by itself."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import Challenge, Force, Grade, State
from apps.rules.law.acts import Happening, instrument

EO_14110 = instrument(
    "US-EO-14110",
    "Executive Order on Safe, Secure, and Trustworthy Development and Use of AI",
    "EO 14110",
    Force.HISTORY,
    "EO 14110, 88 FR 75191",
    "Revoked on 20 January 2025; no duty is left. It had developers report models above 10^26 operations, or above "
    "10^23 mainly on biological sequences, and clusters of 10^20 operations a second joined at more than 100 Gbit/s. "
    "No current United States rule uses the last two lines.",
    "Had no exception from reporting for open weights; a report of July 2024 advised to watch rather than restrict "
    "them (not verified).",
    Happening(date(2023, 10, 30), State.IN_FORCE, "issued", Grade.O),
    Happening(date(2025, 1, 20), State.REPEALED, "revoked by EO 14148", Grade.O, "EO 14148, 90 FR 8237"),
)
EO_14179 = instrument(
    "US-EO-14179",
    "Executive Order on Removing Barriers to American Leadership in AI",
    "EO 14179",
    Force.GUIDANCE,
    "EO 14179, 90 FR 8741",
    "Binds federal agencies only: a policy of dominance in AI, and a review of what followed from EO 14110.",
    "Says nothing on openness as a rule.",
    Happening(date(2025, 1, 23), State.IN_FORCE, "issued", Grade.O),
)
ACTION_PLAN = instrument(
    "US-AI-ACTION-PLAN",
    "America's AI Action Plan",
    "AI Action Plan",
    Force.GUIDANCE,
    "White House, July 2025",
    "Policy without legal force. Encourages open-source and open-weight AI and treats release as the developer's "
    "choice (not verified); asks NIST to revise its framework; suggests weighing state AI rules when money is given. "
    "Makes no duty and no exemption.",
    "Favours open weights in words; a release gains no right and loses no duty by it.",
    Happening(date(2025, 7, 23), State.IN_FORCE, "published", Grade.M),
)
EO_14365 = instrument(
    "US-EO-14365",
    "Executive Order on Ensuring a National Policy Framework for AI",
    "EO 14365 (state laws under challenge)",
    Force.GUIDANCE,
    "EO 14365, 90 FR 58499",
    "Directs agencies against state AI laws; it preempts, repeals and suspends none. The Justice Department joined one "
    "suit on Colorado; no list of laws was confirmed; the FTC's statement is a proposal; conditions on broadband money "
    "and a proceeding of the FCC were not found. Every state result stands, with this risk. Not verified since 4 "
    "October 2026.",
    "Says nothing on openness.",
    Happening(date(2025, 12, 11), State.IN_FORCE, "issued", Grade.O),
    Happening(date(2026, 1, 9), State.IN_FORCE, "task force of the Justice Department formed"),
    Happening(date(2026, 3, 6), State.IN_FORCE, "guidance on broadband money postponed"),
    Happening(
        date(2026, 3, 11), State.IN_FORCE, "list of state laws due from Commerce; not confirmed on 26 September 2026"
    ),
    Happening(date(2026, 3, 20), State.IN_FORCE, "White House recommends legislation, with carve-outs"),
    Happening(date(2026, 4, 24), State.IN_FORCE, "intervention in X.AI v. Weiser (Colorado), on equal protection"),
    Happening(
        date(2026, 4, 27),
        State.IN_FORCE,
        "court order by agreement: Colorado does not enforce SB 24-205 for now; no holding on preemption",
        Grade.O,
    ),
    Happening(
        date(2026, 7, 7),
        State.IN_FORCE,
        "FTC proposes a policy statement that names Colorado's act; still a proposal on 4 October 2026",
        Grade.O,
        "91 FR 41638",
    ),
    challenges=(
        Challenge(
            "US-",
            "The order has federal agencies act against state laws on AI. It preempts none: this duty stands, with the "
            "risk that a court or Congress decides otherwise. Not verified since 4 October 2026.",
        ),
        Challenge(
            "US-CO-SB26-189",
            "In a suit that the Justice Department joined, Colorado agreed not to enforce its earlier act or what "
            "amends it before rules and a ruling; a proposed FTC statement names this act. Both leave it in force.",
        ),
    ),
)
EO_14409 = instrument(
    "US-EO-14409",
    "Executive Order on Promoting Advanced AI Innovation and Security",
    "EO 14409",
    Force.VOLUNTARY,
    "EO 14409, 91 FR 34565",
    "Asks makers of frontier models that the NSA has picked by a secret benchmark of cyber skill to give the "
    "government access up to 30 days before other trusted partners. Voluntary: section 3(c) authorises no licence, "
    "clearance or permit. Nobody can work out the line.",
    "No exception and no duty.",
    Happening(date(2026, 6, 2), State.IN_FORCE, "issued", Grade.O),
)
NSPM_11 = instrument(
    "US-NSPM-11",
    "AI in the national security enterprise (NSPM-11), EO 14434 and the AI Responsibility Accord",
    "Federal AI notices of 2026",
    Force.GUIDANCE,
    "NSPM-11; EO 14434, 91 FR 63129",
    "Addressed to agencies: security use of AI; since 29 September 2026 federal papers may say Super Intelligence or "
    "SI where they mean AI; and a voluntary accord. No private duty; a statement of October 2026 that reporting is not "
    "optional names no sanction.",
    "Says nothing on openness.",
    Happening(date(2026, 6, 5), State.IN_FORCE, "NSPM-11, which replaces NSM-25", Grade.O),
    Happening(date(2026, 9, 29), State.IN_FORCE, "EO 14434", Grade.O),
    Happening(date(2026, 10, 9), State.IN_FORCE, "statement that fixing and reporting incidents is not optional"),
)
NIST = instrument(
    "US-NIST-CAISI",
    "NIST AI Risk Management Framework, its generative profile, and testing by CAISI",
    "NIST AI RMF and CAISI",
    Force.VOLUNTARY,
    "NIST AI 100-1, AI 600-1, SP 800-218A",
    "Nobody must follow it. Texas counts following the generative profile in a defence. Agreements on testing are "
    "voluntary; the centre has no power to license or to stop a model. A revision of the framework is announced; no "
    "draft was found as of 26 September 2026.",
    "No special treatment; open models are studied, too.",
    Happening(date(2023, 1, 26), State.IN_FORCE, "AI RMF 1.0"),
    Happening(date(2024, 7, 26), State.IN_FORCE, "generative AI profile (AI 600-1) and SP 800-218A"),
    Happening(date(2025, 12, 16), State.IN_FORCE, "preliminary draft of a cyber AI profile (IR 8596)", Grade.O),
    Happening(date(2025, 12, 17), State.IN_FORCE, "draft of SP 800-218 revision 1", Grade.O),
    Happening(date(2026, 5, 5), State.IN_FORCE, "testing agreements with three more makers"),
)
FED_BILLS = instrument(
    "US-FED-BILLS",
    "Federal frontier and preemption bills",
    "Federal AI bills",
    Force.PROPOSED,
    "H.R. 9925 (FRONTIER Act), H.R. 9917, H.R. 9363, H.R. 5388, S. 2938, S. 5061 and others",
    "No bill is law yet. The FRONTIER Act (above 10^26 operations) would preempt state duties on catastrophic risk, a "
    "draft of June 2026 state laws on development for three years, another bill halt state enforcement for five. An "
    "earlier ten-year pause was struck from the budget of 2025. They lapse on 3 January 2027 unless enacted. Not "
    "verified since October 2026.",
    "Nothing depends on openness as long as none is law.",
    Happening(date(2025, 9, 16), State.PROPOSED, "H.R. 5388 introduced"),
    Happening(date(2026, 7, 23), State.PROPOSED, "FRONTIER Act and AI Kill Switch Act introduced"),
    Happening(date(2027, 1, 3), State.REPEALED, "lapsed with the 119th Congress unless enacted before"),
)
BIS_REPORTING = instrument(
    "US-BIS-REPORTING-DPA",
    "Proposed reporting rule of the Bureau of Industry and Security",
    "BIS reporting proposal",
    Force.PROPOSED,
    "89 FR 73612 (proposed 15 CFR 702.7)",
    "Proposed in 2024 and never final: quarterly notices above 10^26 operations, or for clusters above 10^20 a second "
    "joined at more than 300 Gbit/s. Its parent order is revoked; a formal withdrawal was not verified. No reporting "
    "under the Defense Production Act is in force. A rule on knowing cloud customers (January 2024) stayed a proposal, "
    "too.",
    "Would have had no exception for open weights.",
    Happening(date(2024, 9, 11), State.PROPOSED, "proposed", Grade.M),
)
COPYRIGHT = instrument(
    "US-COPYRIGHT",
    "Copyright and training data in the United States",
    "US copyright and training",
    Force.STATUTE,
    "17 U.S.C. 106, 107, 504",
    "Unsettled, so a risk and no test to pass. Training on bought books was held fair use (Bartz), a library of "
    "pirated copies not (settled for about $1.5 billion); fair use on its record, with a warning about diluted markets "
    "(Kadrey); a legal search tool was not fair use (Thomson Reuters v. Ross, affirmed 29 September 2026, reasons "
    "sealed when reported). Not verified since October 2026.",
    "No defence; passing on weights that memorise works may add claims.",
    Happening(date(1978, 1, 1), State.IN_FORCE, "Copyright Act of 1976", Grade.M),
    Happening(date(2025, 2, 11), State.IN_FORCE, "Thomson Reuters v. Ross (D. Del., February 2025): no fair use"),
    Happening(
        date(2025, 5, 9), State.IN_FORCE, "report of the Copyright Office on training: no blanket answer", Grade.M
    ),
    Happening(date(2025, 6, 23), State.IN_FORCE, "Bartz and Kadrey decided (N.D. Cal., June 2025)"),
    Happening(date(2026, 7, 20), State.IN_FORCE, "settlement of Bartz reported as finally approved"),
    Happening(date(2026, 9, 29), State.IN_FORCE, "Thomson Reuters v. Ross affirmed (3d Cir.), reasons not verified"),
    published_on=date(1978, 1, 1),
)
FINANCE = instrument(
    "US-FED-FIN",
    "Securities, broker and bank supervision of AI",
    "US finance supervision",
    Force.GUIDANCE,
    "FINRA Notice 24-09; SR 11-7",
    "No rule on AI as such: the SEC's proposal was withdrawn in June 2025; general rules on supervision, advertising "
    "and model risk apply. Claims about AI have been pursued as fraud. Known from memory.",
    "Looks at firms under supervision.",
    Happening(date(2024, 6, 27), State.IN_FORCE, "FINRA Notice 24-09", Grade.M),
)
INSURANCE = instrument(
    "US-INS",
    "NAIC model bulletin and state insurance rules on AI",
    "NAIC AI bulletin",
    Force.GUIDANCE,
    "NAIC model bulletin of 2023-12-04",
    "A written programme for insurers; guidance unless a state adopts it (24 states and D.C. on the map of 1 April "
    "2026, one more by another count). Some change the text: Connecticut asks for a yearly certificate, Virginia is "
    "stricter, Kentucky's does not bind. California, Colorado, New York and Texas have rules of their own; Colorado's "
    "tests of external data reach motor and health cover since 15 October 2025.",
    "Looks at insurers' use.",
    Happening(date(2023, 12, 4), State.IN_FORCE, "adopted by NAIC"),
)
SPECIALIST = instrument(
    "US-FED-SPECIALIST",
    "Federal regimes for specialists: aviation, road vehicles, schools, federal contractors",
    "Specialist federal regimes",
    Force.GUIDANCE,
    "14 CFR parts 107, 108; FMVSS; Standing General Order 2021-01; Section 503, VEVRAA; Title VI, Title IX, s. 504",
    "Drones and aircraft, vehicles that drive themselves, schools with federal money and federal contractors meet "
    "rules of their own on top, not worked out here: ask a specialist. The order on contractors' equal opportunity (EO "
    "11246) was revoked on 21 January 2025; Section 503 and VEVRAA remain. Known from memory.",
    "Looks at the product and its user, never at the licence of the model.",
    Happening(date(2025, 1, 21), State.IN_FORCE, "EO 11246 revoked by EO 14173; the rest stays", Grade.M),
    published_on=date(2000, 1, 1),
)
