"""What many licences ask for in the same way."""

from __future__ import annotations

from apps.rules.law.licences.licence import Owed
from apps.rules.law.licences.terms import Owe, When

COPY = Owed(kind=Owe.NOTICE, text="Pass on the licence and its notices.")
CHANGED = Owed(kind=Owe.CHANGES, text="Say what you changed.")
CREDIT = Owed(kind=Owe.CREDIT, text="Credit the authors, name the licence, and say if you changed it.")
FLOW_DOWN = Owed(
    kind=Owe.FLOW_DOWN,
    when=When.HOSTED,
    text="Write the limits on use into every further agreement, that for a hosted service included.",
)
SAME_TERMS = Owed(kind=Owe.SAME_LICENCE, text="Pass derivatives on under this licence only.")
NO_SHARING = Owed(kind=Owe.NO_SHARING, text="Do not pass changed versions on.")
