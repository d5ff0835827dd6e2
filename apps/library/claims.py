"""Claims in circulation that are wrong or that nothing supports, each with the rule as it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from apps.library.atlas import Node
from apps.rules.engine import Cite, Grade

_aia = partial(Cite, instrument="AIA", grade=Grade.P)
_omn = partial(Cite, instrument="OMN", grade=Grade.P)
_gl = partial(Cite, instrument="GL", grade=Grade.P)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Something people repeat, what holds instead, and where the rulebook says so."""

    id: str
    claim: str
    rule: str
    see: tuple[Node, ...]
    cites: tuple[Cite, ...]


CLAIMS: Final = (
    Claim(
        id="open-models-are-exempt",
        claim="Open models are exempt from the AI Act.",
        rule="Open source lifts three things: technical documentation, information for integrators, and the "
        "representative. The copyright policy and the training summary stay, and with systemic risk nothing is lifted.",
        see=(("carve-outs", "open-source-model"), ("duties", "EU-AIA-53-1-c"), ("duties", "EU-AIA-53-1-d")),
        cites=(_aia(pinpoint="Art. 53(2)"), _aia(pinpoint="Art. 54(6)")),
    ),
    Claim(
        id="compute-defines-gpai",
        claim="A model is general-purpose from 10^25 FLOP.",
        rule="That figure is where systemic risk is presumed, and only above it. The Commission's indicator for a "
        "general-purpose model is 10^23 FLOP, together with what the model can generate.",
        see=(("definitions", "gpai_model"), ("params", "indicative_compute"), ("params", "systemic_risk_compute")),
        cites=(_aia(pinpoint="Art. 51(2)"), _gl(pinpoint="section 2.1")),
    ),
    Claim(
        id="every-fine-tune",
        claim="Whoever fine-tunes a model becomes its provider.",
        rule="The guidelines expect that only where the change takes more than a third of the compute of the "
        "original model. At one third or below, the modifier is not counted as a provider.",
        see=(("definitions", "modifier"), ("readings", "one-third-line"), ("duties", "EU-GL-3-2-1")),
        cites=(_gl(pinpoint="section 3.2"),),
    ),
    Claim(
        id="representative-for-open-source",
        claim="Every provider outside the Union needs a representative, open source or not.",
        rule="A provider whose model meets the conditions of the open-source exemption needs none, as long as the "
        "model carries no systemic risk.",
        see=(("duties", "EU-AIA-54-1"), ("carve-outs", "open-source-model")),
        cites=(_aia(pinpoint="Art. 54(6)"),),
    ),
    Claim(
        id="fines-of-seven-percent",
        claim="Fines for general-purpose models go up to 7 % or EUR 35 million.",
        rule="For providers of models the ceiling is 3 % of worldwide turnover or EUR 15 million, whichever is higher. "
        "The larger figures belong to prohibited practices.",
        see=(("duties", "EU-AIA-101-1-a"),),
        cites=(_aia(pinpoint="Art. 101(1)"),),
    ),
    Claim(
        id="small-firms-pay-the-lower-amount",
        claim="Small firms pay the lower of the two amounts, for models too.",
        rule="That relief belongs to the fines of Article 99. The fine for model providers has no such rule: the "
        "higher amount is the ceiling for everybody.",
        see=(("duties", "EU-AIA-101-1-a"), ("definitions", "small_or_medium_enterprise")),
        cites=(_aia(pinpoint="Art. 101(1)"),),
    ),
    Claim(
        id="code-gives-presumption",
        claim="Signing the Code of Practice gives a presumption of conformity.",
        rule="The Code is a way to show compliance. A presumption comes only from harmonised standards; keeping to "
        "an adequate code has limited legal effect.",
        see=(("duties", "EU-AIA-53-4"), ("instruments", "COP")),
        cites=(_omn(pinpoint="recital 41"),),
    ),
    Claim(
        id="standards-give-presumption",
        claim="An ISO 42001 certificate gives a presumption of conformity.",
        rule="Only a standard cited in the Official Journal does. No such standard had been cited when this was "
        "last checked, in September 2026.",
        see=(("duties", "EU-AIA-53-4"),),
        cites=(_aia(pinpoint="Art. 40", grade=Grade.S),),
    ),
    Claim(
        id="registration-of-models",
        claim="General-purpose models must be entered in the EU database.",
        rule="The Act has no such registration. A provider notifies the Commission when a model meets, or will meet, "
        "the condition for systemic risk.",
        see=(("duties", "EU-AIA-52-1"),),
        cites=(_aia(pinpoint="Art. 52(1)"),),
    ),
    Claim(
        id="seventy-two-hours",
        claim="Serious incidents with a model must be reported within 72 hours.",
        rule="The Act says without undue delay and names no hours. The Code of Practice, for those who sign it, "
        "sets 2 to 15 days by the kind of harm.",
        see=(("duties", "EU-AIA-55-1-c"), ("duties", "EU-COP-S-9")),
        cites=(_aia(pinpoint="Art. 55(1)(c)"),),
    ),
    Claim(
        id="annual-audits",
        claim="Models with systemic risk need a third-party audit every year.",
        rule="The Act asks for evaluation, not for a yearly audit by outsiders. The Code asks signatories for outside "
        "evaluators in many cases, with exceptions.",
        see=(("duties", "EU-AIA-55-1-a"), ("duties", "EU-COP-S-3-external")),
        cites=(_aia(pinpoint="Art. 55(1)(a)"),),
    ),
    Claim(
        id="omnibus-delayed-models",
        claim="The Digital Omnibus put off the duties on models, or all of Article 50.",
        rule="Duties on models kept their dates. Of Article 50 only the marking of generated content waits, and only "
        "for systems that were on the market before 2 August 2026: they have until 2 December 2026.",
        see=(("duties", "EU-AIA-50-2"), ("transitions", "generators-before-august-2026"), ("instruments", "OMN")),
        cites=(_aia(pinpoint="Art. 111(4)", note="Added by the Digital Omnibus."),),
    ),
    Claim(
        id="grace-to-february-2027",
        claim="The wait for marking generated content runs to November 2026 or February 2027.",
        rule="Those days come from the proposal and from negotiating positions. The adopted day is 2 December 2026.",
        see=(("transitions", "generators-before-august-2026"),),
        cites=(_aia(pinpoint="Art. 111(4)", note="Added by the Digital Omnibus."),),
    ),
    Claim(
        id="high-risk-since-august-2026",
        claim="High-risk rules have applied since 2 August 2026, or their dates may still move.",
        rule="The Digital Omnibus fixed 2 December 2027 for the uses of Annex III and 2 August 2028 for the products "
        "of Annex I.",
        see=(
            ("params", "high-risk-cut-off-annex-iii"),
            ("params", "high-risk-cut-off-annex-i"),
            ("instruments", "OMN"),
        ),
        cites=(_aia(pinpoint="Art. 113, third paragraph, point (c)"),),
    ),
    Claim(
        id="literacy-removed",
        claim="The Digital Omnibus removed the AI-literacy duty.",
        rule="It made the duty softer and kept it.",
        see=(("duties", "EU-AIA-4-1"),),
        cites=(_aia(pinpoint="Art. 4(1)"),),
    ),
    Claim(
        id="prohibitions-since-2026",
        claim="The bans on AI practices started on 2 February 2026.",
        rule="They started a year earlier, on 2 February 2025. Two new ones start on 2 December 2026.",
        see=(("duties", "EU-AIA-5-1-a"), ("duties", "EU-AIA-5-1-ba")),
        cites=(_aia(pinpoint="Art. 113, third paragraph, point (a)"),),
    ),
    Claim(
        id="small-mid-cap-size",
        claim="A small mid-cap has up to 1 500 staff or EUR 300 million of turnover.",
        rule="The line is 750 staff, with turnover up to EUR 150 million or a balance sheet up to EUR 129 million.",
        see=(("definitions", "small_mid_cap"),),
        cites=(_aia(pinpoint="Art. 3(14b)", grade=Grade.S),),
    ),
    Claim(
        id="new-guidelines-lowered-the-line",
        claim="Guidelines of May 2026 lowered the threshold; there is a Code 2.1 and a list of 17 providers.",
        rule="No official trace of any of these was found. The threshold stands where the Act put it.",
        see=(("params", "systemic_risk_compute"), ("instruments", "GL"), ("instruments", "COP")),
        cites=(_aia(pinpoint="Art. 51(2)"),),
    ),
    Claim(
        id="iso-42001-is-compliance",
        claim="An ISO/IEC 42001 certificate, or one to a draft European standard, shows conformity with the AI Act.",
        rule="Neither does. Only a harmonised standard cited in the Official Journal gives a presumption of "
        "conformity; on what was last seen none is cited. The certificate covers an organisation, never a model.",
        see=(("instruments", "INT-ISO42001"), ("duties", "INT-JTC21-1"), ("duties", "EU-AIA-17")),
        cites=(_aia(pinpoint="Art. 40(1)"),),
    ),
    Claim(
        id="convention-in-force",
        claim="The Council of Europe's AI convention is in force since the EU joined it, or since November 2025.",
        rule="Five must have consented, three member states of the Council of Europe among them; the EU is none, and "
        "alone on what was last seen. Once in force it binds states, and companies through national law only.",
        see=(("instruments", "INT-COE225"), ("duties", "INT-COE-1")),
        cites=(Cite(instrument="INT-COE225", pinpoint="Art. 30", grade=Grade.O),),
    ),
    Claim(
        id="hiroshima-report-replaces",
        claim="A Hiroshima report is an approval by the OECD, and replaces the documents of the AI Act.",
        rule="It is published after a check that it is complete, not that it is true, and replaces nothing. It can be "
        "cited as evidence.",
        see=(("duties", "INT-HAIP-R5"), ("duties", "EU-AIA-53-1-c"), ("duties", "EU-AIA-53-1-d")),
        cites=(_aia(pinpoint="Art. 53(1)"),),
    ),
    Claim(
        id="open-weights-free-from-seoul",
        claim="Whoever releases weights openly is free of the Seoul commitments.",
        rule="They name no exemption: those who signed and release openly gave the same undertakings. Who did not sign "
        "is bound by none of them, open or not.",
        see=(("instruments", "INT-SEOUL"), ("duties", "INT-SEOUL-BP")),
        cites=(Cite(instrument="INT-SEOUL", pinpoint="list of signatories", grade=Grade.S),),
    ),
    Claim(
        id="paris-refusal",
        claim="Firms from countries that did not sign the Paris statement have other duties.",
        rule="It is a statement of states. Signed or not, it changes nothing for companies.",
        see=(("instruments", "INT-PARIS"),),
        cites=(Cite(instrument="INT-PARIS", pinpoint="statement of February 2025", grade=Grade.S),),
    ),
    Claim(
        id="korea-and-china-are-voluntary",
        claim="AI rules outside the EU, the United Kingdom and the United States are voluntary guides.",
        rule="Korea's AI Basic Act and China's rules are binding law there; guides such as those of ASEAN, Japan and "
        "Singapore are not. They are not worked out here.",
        see=(("instruments", "INT-OECD"), ("instruments", "INT-COE225")),
        cites=(Cite(instrument="INT-OECD", pinpoint="adherents", grade=Grade.M),),
    ),
    Claim(
        id="limitation-of-three-years",
        claim="Fines on systems under the AI Office become time-barred after three years.",
        rule="Five years to impose a fine and five to collect it.",
        see=(("definitions", "ai_office_system"),),
        cites=(_aia(pinpoint="Art. 75c(8)", note="Added by the Digital Omnibus."),),
    ),
    Claim(
        id="sb-1047",
        claim="California's SB 1047 binds makers of large models.",
        rule="It was vetoed in 2024 and never became law. SB 53 of 2025 asks for transparency above 10^26 operations.",
        see=(("instruments", "US-CA-SB1047"), ("instruments", "US-CA-TFAIA")),
        cites=(Cite(instrument="US-CA-TFAIA", pinpoint="22757.11(i)", grade=Grade.P),),
    ),
    Claim(
        id="order-14110",
        claim="Executive Order 14110 has developers report models above 10^26 operations to the federal government.",
        rule="It was revoked on 20 January 2025, and the rule proposed under it was never made.",
        see=(("instruments", "US-EO-14110"), ("instruments", "US-BIS-REPORTING-DPA")),
        cites=(Cite(instrument="US-EO-14110", pinpoint="EO 14148", grade=Grade.O),),
    ),
    Claim(
        id="colorado-since-2026",
        claim="Colorado's AI Act applies since June 2026.",
        rule="Enforcement of the act of 2024 was stopped by a court, and SB 26-189 replaces it from 2027 with other "
        "duties and no relief for small employers.",
        see=(("instruments", "US-CO-SB24-205"), ("instruments", "US-CO-SB26-189")),
        cites=(Cite(instrument="US-CO-SB26-189", pinpoint="6-1-1701 to -1709", grade=Grade.P),),
    ),
    Claim(
        id="states-preempted",
        claim="A federal order of December 2025 has switched off the AI laws of the states.",
        rule="It has federal agencies challenge them and preempts none. No federal statute does either.",
        see=(("instruments", "US-EO-14365"), ("instruments", "US-FED-BILLS")),
        cites=(Cite(instrument="US-EO-14365", pinpoint="EO 14365", grade=Grade.O),),
    ),
    Claim(
        id="frontier-acts-spare-open-weights",
        claim="The frontier acts of California, New York and Illinois spare open weights.",
        rule="No exception for them stands in any. Publishing weights counts as a release, with a report due by then.",
        see=(("definitions", "ca_frontier_developer"), ("duties", "CA-TFAIA-12-c1"), ("instruments", "US-NY-RAISE")),
        cites=(Cite(instrument="US-CA-TFAIA", pinpoint="22757.11(h)-(i)", grade=Grade.P),),
    ),
    Claim(
        id="frontier-acts-large-only",
        claim="Only firms above 500 million dollars have duties under California's frontier act.",
        rule="Everyone above 10^26 operations publishes a report, reports incidents and protects staff. What the "
        "revenue line adds is the framework, and penalties.",
        see=(("definitions", "ca_large_frontier_developer"), ("duties", "CA-TFAIA-13-c1")),
        cites=(Cite(instrument="US-CA-TFAIA", pinpoint="22757.12(c)(1), 22757.13(c)", grade=Grade.P),),
    ),
    Claim(
        id="ab-2013-paid-only",
        claim="California's AB 2013 concerns paid products of those who train from scratch.",
        rule="Free releases count, and so does whoever changes a system or service substantially, by fine-tuning too.",
        see=(("duties", "CA-AB2013-3111"),),
        cites=(Cite(instrument="US-CA-AB2013", pinpoint="3110-3111", grade=Grade.P),),
    ),
    Claim(
        id="uk-ai-act",
        claim="The United Kingdom has an AI Act, or an AI Bill on its way, with registration of models from 10^26.",
        rule="There is neither an act nor a government bill, and no compute threshold, register or AI authority. Law "
        "made for other things applies, and a few narrow rules on AI.",
        see=(("instruments", "UK-AIBILL"), ("instruments", "UK-PRIVATE-BILLS"), ("instruments", "UK-FRAMEWORK")),
        cites=(Cite(instrument="UK-AIBILL", pinpoint="King's Speech, 13 May 2026", grade=Grade.S),),
    ),
    Claim(
        id="uk-principles-bind",
        claim="Firms must comply with the five AI principles of the United Kingdom.",
        rule="They are policy for regulators: no penalty, no certificate. What binds is the law behind each of them.",
        see=(("duties", "UK-FW-P1"), ("duties", "UK-FW-P5"), ("instruments", "UK-FRAMEWORK")),
        cites=(Cite(instrument="UK-FRAMEWORK", pinpoint="CP 815", grade=Grade.S),),
    ),
    Claim(
        id="uk-open-source",
        claim="Open models are exempt in the United Kingdom.",
        rule="No general exception exists. A licence matters at a few edges only, such as export of what is already "
        "public, or contracts for which nobody pays.",
        see=(("instruments", "UK-GDPR"), ("instruments", "UK-EXPORT"), ("instruments", "UK-CRA")),
        cites=(Cite(instrument="UK-GDPR", pinpoint="Art. 2", grade=Grade.M),),
    ),
    Claim(
        id="uk-mining-opt-out",
        claim="British copyright law lets anybody train on public works unless the owner opts out.",
        rule="That was a plan, preferred from December 2024 and dropped on 18 March 2026; it never was law. Only "
        "research that is not commercial has an exception.",
        see=(("instruments", "UK-TDM-PLAN"), ("duties", "UK-CDPA-1")),
        cites=(Cite(instrument="UK-COPYRIGHT", pinpoint="s. 29A", grade=Grade.P),),
    ),
    Claim(
        id="uk-article-22",
        claim="Article 22 still bars decisions by machine alone in the United Kingdom.",
        rule="Since 5 February 2026 they are allowed on any lawful basis with four safeguards. With sensitive data "
        "they mostly stay barred, and on a recognised interest always.",
        see=(("duties", "UK-ADM-22C-a"), ("duties", "UK-ADM-22B"), ("instruments", "UK-DUAA-TIMELINE")),
        cites=(Cite(instrument="UK-ADM", pinpoint="Arts 22A-22D", grade=Grade.P),),
    ),
    Claim(
        id="uk-code-on-ai",
        claim="The British regulator's statutory code on AI and automated decisions applies.",
        rule="Only the duty to prepare it does, since 12 May 2026. The code itself is expected in 2028; its guidance "
        "on automated decisions was still a draft in October 2026.",
        see=(("instruments", "UK-GDPR"), ("readings", "uk-meaningful-review")),
        cites=(Cite(instrument="UK-GDPR", pinpoint="SI 2026/425", grade=Grade.S),),
    ),
    Claim(
        id="uk-growth-lab",
        claim="Members of the UK's AI Growth Lab may set rules aside.",
        rule="The lab gives advice. The bill that could relax rules had not been introduced in September 2026.",
        see=(("instruments", "UK-GROWTHLAB"), ("instruments", "UK-GROWTH-BILL")),
        cites=(Cite(instrument="UK-GROWTHLAB", pinpoint="announced 8 June 2026", grade=Grade.S),),
    ),
    Claim(
        id="uk-algorithm-records",
        claim="Councils, the police and suppliers must publish algorithm records in the United Kingdom.",
        rule="The records are mandatory by policy for central government alone, and no statute. For the rest of the "
        "public sector they are recommended.",
        see=(("duties", "UK-ATRS-1"), ("duties", "UK-ATRS-2")),
        cites=(Cite(instrument="UK-ATRS", pinpoint="Scope and Exemptions Policy", grade=Grade.O),),
    ),
)
