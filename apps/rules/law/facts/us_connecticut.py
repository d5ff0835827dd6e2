"""What Connecticut's privacy act asks of an organisation as a whole."""

from __future__ import annotations

from apps.rules.engine import Cite, Flag, Grade, Rigidity

us_ct_sensitive_data = Flag(
    key="us_ct_sensitive_data",
    section="organisation",
    presupposes=("us_states", "us_organisation", "personal_data", "us_data_dealings"),
    label="sensitive data of people in Connecticut",
    statement="the organisation handles sensitive data about people in Connecticut",
    denial="the organisation handles no sensitive data about people in Connecticut",
    ask="Does your organisation handle sensitive data about anybody in Connecticut?",
    help="Anywhere in the organisation, not only in this model: health, origin, religion, sex life, genes, body data "
    "that identify, exact location, children. Leave out staff, and data used only to take a payment.",
    why="Connecticut's privacy act reaches whoever handles sensitive data of a single resident.",
    evidence="data register",
    yes_example="An app that stores where its users go: exact location",
    no_example="Names and addresses of customers alone",
    cite=Cite(instrument="US-CT-CTDPA", pinpoint="C.G.S. 42-516 as amended by P.A. 25-113", grade=Grade.S),
    rigidity=Rigidity.MEDIUM,
)
