"""Where soft law becomes hard: saying that one keeps a promise, or holds a certificate, when that is not so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from apps.rules.engine import Cite, Definition, Grade, Version
from apps.rules.law.facts.commitments import code_chapters
from apps.rules.law.facts.voluntary import voluntary_steps
from apps.rules.law.international.common import claims
from apps.rules.law.international.iso import iso_certified

FIRST_DAY = date(2023, 12, 18)

_consumer = partial(Cite, instrument="CONSUMER", grade=Grade.M)

_hiroshima_untrue = claims("hiroshima") & ~voluntary_steps.any_of("hiroshima_report", "hiroshima_pledge")
_untrue = (
    claims("hiroshima_approved")
    | _hiroshima_untrue
    | (claims("seoul") & ~voluntary_steps.includes("seoul"))
    | (claims("delhi") & ~voluntary_steps.includes("delhi"))
    | (claims("white_house") & ~voluntary_steps.includes("white_house"))
    | (claims("forum") & ~voluntary_steps.includes("forum"))
    | (claims("iso_42001") & ~iso_certified)
    | (claims("eu_code") & code_chapters.is_empty())
    | (claims("content_credentials") & ~voluntary_steps.includes("content_credentials"))
)

misleading_adherence_claim = Definition(
    id="misleading_adherence_claim",
    title="A claim to a pledge, code or certificate that does not stand",
    statement="you claim a pledge, code, membership, certificate or endorsement that you do not have",
    denial="you claim no pledge, code, membership, certificate or endorsement that you do not have",
    summary="Says that it signed, keeps or is certified to something without having done so, or that the OECD or the "
    "G7 approved it: a listing is no endorsement.",
    versions=(
        Version(
            since=FIRST_DAY,
            when=_untrue,
            cites=(_consumer(pinpoint="Annex I, points 1 to 4; Art. 6(2)(b)"),),
            published_on=FIRST_DAY,
        ),
    ),
)
false_presumption_claim = Definition(
    id="false_presumption_claim",
    title="A claim that a standard or code gives conformity with the AI Act",
    statement="you claim conformity with the AI Act from a certificate, code or draft standard that does not give it",
    denial="you claim no conformity with the AI Act from a certificate, code or draft standard",
    summary="Neither ISO/IEC 42001 nor the Code of Practice nor a draft European standard gives a presumption of "
    "conformity; only a harmonised standard cited in the Official Journal does.",
    versions=(
        Version(
            since=FIRST_DAY,
            when=claims("draft_standard", "presumption"),
            cites=(
                Cite(instrument="AIA", pinpoint="Art. 40(1)", grade=Grade.P),
                Cite(instrument="OMN", pinpoint="recital 41", grade=Grade.P),
                _consumer(pinpoint="Annex I, points 1 to 4"),
            ),
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Hook:
    """A rule by which an untrue word about a voluntary promise becomes a breach of law, and the duties it stands in."""

    jurisdiction: str
    effect: str
    cite: Cite
    duties: tuple[str, ...]


HOOKS = (
    Hook(
        jurisdiction="EU",
        effect="Towards consumers always unfair: claiming falsely to have signed a code, or that a code or product is "
        "endorsed, and showing a trust mark without leave.",
        cite=_consumer(pinpoint="Annex I, points 1 to 4"),
        duties=("EU-OTHER-CONSUMER",),
    ),
    Hook(
        jurisdiction="EU",
        effect="Misleading where it moves a consumer: not keeping a firm promise of a code one says one is bound by.",
        cite=_consumer(pinpoint="Art. 6(2)(b)"),
        duties=("EU-OTHER-CONSUMER",),
    ),
    Hook(
        jurisdiction="UK",
        effect="The same list of banned practices, enforced by the competition authority itself.",
        cite=Cite(instrument="UK-DMCC", pinpoint="Part 4 Chapter 1 and Sch. 20", grade=Grade.M),
        duties=("UK-DMCC-1",),
    ),
    Hook(
        jurisdiction="US",
        effect="A public promise that is not kept is a deceptive act.",
        cite=Cite(instrument="US-FTC-5", pinpoint="s. 5", grade=Grade.M),
        duties=("US-FTC-5-1",),
    ),
    Hook(
        jurisdiction="US-CA",
        effect="Untrue words of a frontier developer on its framework or on catastrophic risk bring a civil penalty.",
        cite=Cite(instrument="US-CA-TFAIA", pinpoint="22757.12(e)(1)", grade=Grade.P),
        duties=("CA-TFAIA-12-e1A", "CA-TFAIA-12-e1B"),
    ),
    Hook(
        jurisdiction="US-NY",
        effect="Untrue words of a frontier developer on its framework or on catastrophic risk bring a civil penalty.",
        cite=Cite(instrument="US-NY-RAISE", pinpoint="1421(4)", grade=Grade.P),
        duties=("NY-RAISE-1421-4",),
    ),
    Hook(
        jurisdiction="US-IL",
        effect="Untrue words of a frontier developer on its framework or on catastrophic risk bring a civil penalty.",
        cite=Cite(instrument="US-IL-AISMA", pinpoint="s. 10(f)", grade=Grade.P),
        duties=("IL-AISMA-10-f",),
    ),
)
