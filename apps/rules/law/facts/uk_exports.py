"""What leaves the United Kingdom: chips, technology, to whom, and how strong the chips are."""

from __future__ import annotations

from apps.rules.engine import Choices, Cite, Grade, Number, Option, Rigidity

uk_exports = Choices(
    key="uk_exports",
    section="market",
    presupposes=("uk_links", "uk_activities"),
    label="what leaves the country, and for whom",
    ask="What leaves the country, and what do you know about the receiver?",
    help="Remote access from abroad and help by phone count as well. Leave empty if none fits. No list entry for model "
    "weights or training runs was found.",
    why="Strong chips and listed technology need a licence; some receivers and uses always do.",
    evidence="shipping papers, datasheets, screening log",
    yes_example="Servers with accelerators go to Brazil: chips",
    no_example="Weights on a public hub that anybody may pass on: only public software",
    options=(
        Option("chips", "processors for AI, or computers and boards with them"),
        Option(
            "listed",
            "other listed goods, software or technology",
            "Cryogenic electronics, quantum computers, chip-making tools, metal printers, and how to make them.",
        ),
        Option(
            "public_domain",
            "software, technology or weights that anybody may get and pass on, or basic research",
        ),
        Option("end_use", "for weapons of mass destruction, foreign armed forces under embargo, or repression"),
        Option("sanctioned", "to or for somebody under sanctions"),
    ),
    cite=Cite(instrument="UK-EXPORT", pinpoint="SI 2025/1197", grade=Grade.P),
    rigidity=Rigidity.MEDIUM,
)

uk_chip_tpp = Number(
    key="uk_chip_tpp",
    section="market",
    presupposes=("uk_links", "uk_activities", "uk_exports"),
    label="total processing performance of the strongest chip",
    ask="What is the total processing performance of the strongest chip that leaves?",
    help="Operations a second in TOPS or TFLOPS, times the bits of the operation, added up over its processing units. "
    "Take the dense figure and the highest the maker claims. 990 TFLOPS at 16 bits: 15840.",
    why="From 6,000 on, chips need an export licence.",
    evidence="datasheet",
    yes_example="750 TOPS at 8 bits: 6000",
    no_example="300 TFLOPS at 16 bits: 4800, whatever the example in the law says",
    cite=Cite(instrument="UK-EXPORT", pinpoint="SI 2025/1197, 3A501.a.16, Technical Notes", grade=Grade.P),
    rigidity=Rigidity.FIXED,
    unit="TPP",
    maximum=1e9,
)
