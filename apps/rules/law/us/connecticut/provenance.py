"""Connecticut, section 15 of Public Act 26-15: provenance data in pictures, sound and video."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import When
from apps.rules.law.us.families.provenance import ProvenanceLaw, covered_provider, duty, outside

SIGNED = date(2026, 5, 27)
PENALTY = (
    "An unfair trade practice: the Attorney General alone may seek up to $5,000 per wilful violation (amount from "
    "secondary sources). No private action."
)

LAW = ProvenanceLaw(
    state="ct",
    place="Connecticut",
    instrument="US-CT-PA26-15",
    published=SIGNED,
    since=date(2026, 10, 1),
    pinpoint="s. 15(a)(2)-(3)",
    personal_use=True,
    governments_out=True,
)

ct_covered_provider = covered_provider(LAW)
ct_outside = outside(LAW, "s. 15(a)(4), (b)(2)(B)")

mark_content = duty(
    LAW,
    ct_covered_provider,
    "CT-15-b1A",
    "Put provenance data into generated content (Connecticut)",
    "Put data into every picture, sound or video that your system creates or materially alters, from which consumers "
    "can tell that it did, as far as commercially and technically reasonable.",
    "s. 15(b)(1)(A)",
    ("embed", "Embed the data in new and altered content.", "s. 15(b)(1)(A)", When.CONTINUOUS, "metadata tests"),
    (
        "readable",
        "Check that consumers can use the data to assess the content.",
        "s. 15(b)(1)(A)",
        When.CONTINUOUS,
        "test with ordinary tools",
    ),
    penalty=PENALTY,
    evidence="tests of embedded metadata",
    unless=ct_outside,
    note="How monthly users are counted, and whether a downloadable model has any, is not settled.",
)

hard_to_remove = duty(
    LAW,
    ct_covered_provider,
    "CT-15-b1B",
    "Make provenance data hard to remove (Connecticut)",
    "Use reasonable methods, the C2PA standard among them, that make the data hard to remove from the content.",
    "s. 15(b)(1)(B)",
    ("method", "Choose methods against removal and say why they are reasonable.", "s. 15(b)(1)(B)", When.ONCE, "memo"),
    ("test", "Test the methods against common ways of removal.", "s. 15(b)(1)(B)", When.RECURRING, "removal tests"),
    penalty=PENALTY,
    evidence="technical note, removal tests",
    unless=ct_outside,
    note="Whether the C2PA standard alone is enough is not settled.",
)
