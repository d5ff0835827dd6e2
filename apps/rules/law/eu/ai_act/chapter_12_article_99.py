"""AI Act, Chapter XII: Article 99, ceilings of fines for AI systems. Fines for models stand in Article 101."""

from __future__ import annotations

from datetime import date
from functools import partial

from apps.rules.engine import Cite, Fine, Grade
from apps.rules.law.eu.ai_act.instruments import OMNIBUS_IN_FORCE, small_mid_cap, small_or_medium_enterprise
from apps.rules.law.facts.organisation import worldwide_turnover_eur

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

FINES_FROM = date(2025, 8, 2)

_SME_RELIEF = _aia(pinpoint="Art. 99(6)")
_MID_CAP_RELIEF = _aia(pinpoint="Art. 99(6a)")
BODIES_PAY = (
    "Union bodies: at most EUR 750 000 instead (Article 100(3)). Public bodies are fined as national law says (Article "
    "99(8))."
)
_WHO_PAYS = "The share of turnover counts only for undertakings; anybody else faces the fixed amount."

BANNED_PRACTICES_FINE = Fine(
    title="Fine for banned practices",
    percent=7,
    fixed=35_000_000,
    currency="EUR",
    turnover=worldwide_turnover_eur,
    lower_when=small_or_medium_enterprise,
    since=FINES_FROM,
    cites=(_aia(pinpoint="Art. 99(3)"), _SME_RELIEF),
    note=_WHO_PAYS,
)


def _operators(title: str, pinpoint: str, since: date = FINES_FROM) -> Fine:
    """The second level: EUR 15 million or 3 %, for the duties that Article 99(4) lists."""
    return Fine(
        title=title,
        percent=3,
        fixed=15_000_000,
        currency="EUR",
        turnover=worldwide_turnover_eur,
        lower_when=small_or_medium_enterprise | small_mid_cap,
        since=since,
        cites=(_aia(pinpoint=pinpoint), _SME_RELIEF, _MID_CAP_RELIEF),
        note=_WHO_PAYS,
    )


OPERATOR_DUTIES_FINE = _operators("Fine for operators' duties", "Art. 99(4)")
PROVIDER_FINE = _operators("Fine for providers of high-risk systems", "Art. 99(4)(a)")
REPRESENTATIVE_FINE = _operators("Fine for authorised representatives", "Art. 99(4)(b)")
IMPORTER_FINE = _operators("Fine for importers", "Art. 99(4)(c)")
DISTRIBUTOR_FINE = _operators("Fine for distributors", "Art. 99(4)(d)")
VALUE_CHAIN_FINE = _operators("Fine for help and agreements along the value chain", "Art. 99(4)(da)", OMNIBUS_IN_FORCE)
DEPLOYER_FINE = _operators("Fine for deployers of high-risk systems", "Art. 99(4)(e)")
TRANSPARENCY_FINE = _operators("Fine for transparency duties", "Art. 99(4)(g)")
